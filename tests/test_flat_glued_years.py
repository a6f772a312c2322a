"""Row numbers that a dump prints without a blank behind the year of the row above."""

from __future__ import annotations

import pytest

from extractors.document import Table
from extractors.text_reader import read_text

HEADER = "STT Nội dung nhiệm vụ Đơn vị chủ trì Thời gian\nthực hiện\n"


@pytest.mark.parametrize("time", ["Tháng\n6/202\n63", "Trước\n15/12/20\n263", "2026 -\n20303", "Quý IV/20263"])
def test_the_number_behind_a_year_opens_its_row(time: str) -> None:
    text = (f"{HEADER}1 Tổ chức tập huấn\nCông an xã\nHằng năm\n2 Rà soát hồ sơ\nPhòng Kinh tế\n{time}\nNâng cấp mạng nội bộ\nCông an xã\nHằng năm\n"
            "4 Cập nhật dữ liệu\nPhòng Kinh tế\nQuý II/2026\nTM. ỦY BAN NHÂN DÂN\n")
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    rows = [[cell.text if cell else "" for cell in row] for row in table.grid()[1:]]
    assert [row[0] for row in rows] == ["1", "2", "3", "4"]
    assert rows[2][1:] == ["Nâng cấp mạng nội bộ", "Công an xã", "Hằng năm"]
    assert rows[1][3].replace(" ", "") == time.replace("\n", "").replace(" ", "")[:-1]
