"""Dumps of tables where the last cells of a row, above the next group of rows, read like the headings of another table."""

from __future__ import annotations

from extractors.document import Table
from extractors.text_reader import read_text

HEAD = "STT Tên nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp Sản phẩm Thời gian Nguồn kinh phí\n"


def test_cells_above_the_next_group_head_no_table() -> None:
    row = "{} Rà soát danh mục dịch vụ công\nPhòng Kinh tế\nCông an xã\n\nKế hoạch\nQuý\nII/2\n026\n\nNgân sách xã\n\n"
    last = "2.2 Tổng hợp báo cáo định kỳ\nTrạm Y tế xã\nCác thôn\n\nBáo cáo\nQuý\nIII/2\n026\n\nKin\nh\n\nphí\nchi\n\nthườ\nng\nxuy\nên\n\n"
    text = HEAD + "1 Cải cách thể chế\n" + row.format("1.1") + row.format("1.2") + "2 Phát triển hạ tầng số\n" + row.format("2.1") + last \
        + "3 Công tác tuyên truyền\n" + row.format("3.1") + row.format("3.2")
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [row[0].text for row in table.grid()[1:] if row[0]] == ["1", "1.1", "1.2", "2", "2.1", "2.2", "3", "3.1", "3.2"]


def test_the_headings_of_the_next_table_end_one_whose_rows_count_otherwise() -> None:
    row = "{} Rà soát danh mục dịch vụ công\nPhòng Kinh tế\nCông an xã\n\nKế hoạch\nQuý\nII/2\n026\n\nNgân sách xã\n\n"
    text = HEAD + "1 Cải cách thể chế\n" + row.format("1.1") + row.format("1.2") + "Nội dung công việc Đơn vị thực hiện Thời hạn\n" \
        + "Kiểm tra đường truyền số liệu\nCông an xã\nQuý I/2026\n\nTập huấn kỹ năng số\nPhòng Kinh tế\nQuý II/2026\n\nIn ấn tài liệu\nTrạm Y tế xã\nQuý III/2026\n"
    assert len([b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]) == 2
