"""Columns of a table in text laid out in characters, moved to where those of the next page begin."""

from __future__ import annotations

from itertools import pairwise

from extractors.document import Line, Place
from extractors.layout_columns import _moved, printed

BEFORE = [5, 44, 57, 68, 75]
PAGE = """\
     Số hóa hạ tầng mạng nội bộ                         Công an    o kế
     của trụ sở Ủy ban nhân dân xã                       tỉnh;     hoạc
1    và báo cáo kết quả                     Sở Tài     các xã      h      Hội nghị
                                            chính                  của    triển khai
                                                                   tỉnh
     Hoàn thiện việc gắn mã QR                         Văn phòng   Trư
     cho các điểm di tích                     Bảo     UBND tỉnh    ớc
2                                          hiểm                    ngày   Kế hoạch
                                                                   20
                                                                   hằng
                                                                   thán
                                                                   g
"""


def test_columns_of_the_next_page_are_about_as_wide_as_before() -> None:
    rows = [printed(Line(line, Place(lines=(n, n)))) for n, line in enumerate(PAGE.splitlines(), 1)]
    moved = _moved(BEFORE, rows)
    assert moved[3] in (66, 67)
    assert all(b - a >= (d - c) / 2 for (a, b), (c, d) in zip(pairwise(moved), pairwise(BEFORE), strict=True))
