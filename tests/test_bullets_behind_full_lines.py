"""Items without a mark at their end: a full line that ends in "công", "cấp xã" or "số" is whole before the next bullet."""

from __future__ import annotations

import pytest

from extractors.markers import read_marker
from extractors.paragraphs import _true_marker


@pytest.mark.parametrize(("before", "line", "begins"), [
    ("+ Sửa chữa nhà ở cho gia đình người có công", "+ Trồng thêm cây bóng mát dọc bờ kênh", True),
    ("- Có đội bóng chuyền nữ được công nhận cấp xã", "- Mỗi bản giữ một nghề", True),
    ("- Mở lớp dạy nghề gắn với kinh tế số, xã hội số", "- Hỗ trợ thanh niên lập nghiệp", True),
    ("- Giao phòng Văn hóa", "- Xã hội theo dõi lễ hội", False),
    ("- Gửi báo cáo về Ủy ban nhân dân và", "- Phòng Kinh tế", False),
])
def test_bullet_behind_a_full_line(before: str, line: str, begins: bool) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert _true_marker(before, line, marker, 1.0) is begins
