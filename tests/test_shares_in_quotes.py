"""Parts of a whole in quotes, growth behind a semicolon, fields of industry before an amount, bodies counted as partners."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets
from normalizers.targets import read_task_targets


@pytest.mark.parametrize(("text", "found"), [
    ("Cơ cấu kinh tế: “Dịch vụ 51,2%; công nghiệp 40,3%; nông nghiệp 8,5%”.", [51.2, 40.3, 8.5]),
    ("Tỷ lệ thôn có sân thể thao đến năm 2026: 95%; tăng 12% so với năm 2025.", [95, 12]),
    ("Hòa giải thành 75% vụ việc; giảm 10% đơn thư vượt cấp so với năm 2025.", [75, 10]),
    ("Số cơ sở sản xuất: thương mại 210 cơ sở; tiểu thủ công nghiệp 35 cơ sở; nông nghiệp 18 cơ sở.", [210, 35, 18]),
    ("Hỗ trợ ít nhất 30% cơ sở ứng dụng công nghiệp 4.0.", [30]),
    ("Vận động hưởng ứng phong trào: “Mỗi nhà 5 cây xanh, 100% hộ tham gia”; đạt 80% số hộ.", [80]),
])
def test_outcomes(text: str, found: list[float]) -> None:
    assert [t.value for t in read_targets(text)] == found


def test_partners_are_no_outcome() -> None:
    assert not read_task_targets("Phối hợp 15 thôn rà soát nhu cầu học nghề")
