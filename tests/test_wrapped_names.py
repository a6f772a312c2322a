"""A dash between two names that a line break separates is no bullet."""

from __future__ import annotations

import pytest

from extractors.markers import read_marker
from extractors.paragraphs import _true_marker


@pytest.mark.parametrize(("before", "line", "begins"), [
    ("Thực hiện nghiêm các văn kiện pháp lý về biên giới trên đất liền Việt Nam", "- Trung Quốc; phối hợp tuần tra song phương", False),
    ("Triển khai các nội dung hợp tác theo chương trình kết nghĩa với Viêng Chăn", "- Phối hợp với Công an xã tổ chức", True),
    ("4. Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh, Ban Chỉ huy Bộ đội Biên phòng tỉnh", "- Phối hợp với ngành Y tế kiểm soát", True),
    ("Nâng cao nhận thức của cán bộ, đảng viên và người dân trên địa bàn;", "- Trung Quốc là đối tác", True),
])
def test_dash_between_names(before: str, line: str, begins: bool) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert _true_marker(before, line, marker, 0.95) is begins
