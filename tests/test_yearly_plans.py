"""A yearly plan of growth is a name: its "hằng năm" is no deadline of the act beside it."""

from __future__ import annotations

import pytest

from normalizers.deadlines import find_deadline


@pytest.mark.parametrize("text", [
    "Chỉ đạo các phòng chuyên môn lồng ghép nhiệm vụ với kế hoạch phát triển kinh tế - xã hội hằng năm và 5 năm của phường.",
    "Đưa nội dung vào kế hoạch phát triển kinh tế - xã hội hằng năm của xã.",
    "Lồng ghép với kế hoạch phát triển kinh tế - xã hội 5 năm và hằng năm.",
])
def test_no_deadline(text: str) -> None:
    assert find_deadline(text) is None


def test_an_act_of_its_own_keeps_its_period() -> None:
    found = find_deadline("Báo cáo kết quả thực hiện các chỉ tiêu kinh tế - xã hội định kỳ hằng quý.")
    assert found is not None
    assert found.kind == "recurring"
