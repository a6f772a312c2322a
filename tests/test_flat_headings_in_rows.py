"""Dumps of task tables with headings printed line by line, items of thin columns, notes that name a document, and lettered rows."""

from __future__ import annotations

from extractors.document import Line, Table
from extractors.flat_header import find_header
from extractors.flat_wrapped_heads import rows_of_headings
from extractors.text_reader import read_text
from pipeline.read_one import plan_of

HEAD = "TT Nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp Thời gian Ghi chú\n"


def _rows(text: str) -> list[list[str]]:
    table, = [block for block in read_text(text.encode(), "x.txt").blocks if isinstance(block, Table)]
    return [[cell.text if cell else "" for cell in row] for row in table.grid()[table.header_rows:]]


def test_the_first_lines_of_all_headings_stand_before_the_rest_of_each() -> None:
    lines = [Line(t, None) for t in ("STT TÊN NHIỆM VỤ ĐƠN VỊ THỜI GHI", "PHỤ", "TRÁCH GIAN CHÚ", "I Hoàn thiện thể chế", "1", "Rà soát quy chế")]  # type: ignore[arg-type]
    header = find_header(lines, 0)
    assert header is not None
    assert (header.roles, header.last) == (("no", "task", "owner", "time", "note"), 2)


def test_a_number_heading_in_two_lines_is_one_of_them() -> None:
    first, rest = "Số Nội dung thực hiện Tiến độ ĐƠN VỊ Phòng, Đầu ra Dự Ghi chú", "TT PHỐI HỢP ban chủ trì kiến kinh phí"
    order = rows_of_headings(first.split(), rest.split())
    assert order is not None
    assert " ".join([*first.split(), *rest.split()][k] for k in order) == "Số TT Nội dung thực hiện Tiến độ ĐƠN VỊ PHỐI HỢP Phòng, ban chủ trì Đầu ra Dự kiến kinh phí Ghi chú"


def test_words_that_head_no_column_are_no_headings_in_rows() -> None:
    assert rows_of_headings(["Số", "lượng", "hồ", "sơ", "tiếp", "nhận"], ["trong", "kỳ", "báo", "cáo"]) is None


def test_a_note_that_names_a_document_is_no_part_of_the_time() -> None:
    rows = _rows(HEAD + "1 Rà soát hạ tầng mạng của xã\nPhòng Kinh tế Công an xã\nSau khi có hướng dẫn của cấp trên\nCông văn số 12/UBND-VX\n"
                 "2 Lắp đặt camera an ninh\nCông an xã Các thôn\nHoàn thành trong quý II năm 2026\nCông văn số 15/UBND-VX\n"
                 "3 Số hóa hồ sơ đất đai của xã\nPhòng Kinh tế Các thôn\nTheo Kế hoạch số 20/KH-UBND của tỉnh\n4 Tuyên truyền pháp luật cho người dân\nPhòng Văn hóa - Xã hội Các thôn\nQuý IV/2026\n")
    assert [row[4:] for row in rows] == [["Sau khi có hướng dẫn của cấp trên", "Công văn số 12/UBND-VX"], ["Hoàn thành trong quý II năm 2026", "Công văn số 15/UBND-VX"],
                                         ["Theo Kế hoạch số 20/KH-UBND của tỉnh", ""], ["Quý IV/2026", ""]]


def test_dashes_alone_above_names_are_items() -> None:
    rows = _rows("TT Nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp Thời gian\n" + "".join(
        f"{n} {what}\n-\nPhòng\nKinh tế\n- Công an xã\nQuý {when}/2026\n" for n, what, when in ((1, "Rà soát hạ tầng mạng của xã", "I"), (2, "Số hóa hồ sơ đất đai của xã", "II"), (3, "Lắp đặt camera an ninh ở chợ", "IV"))))
    assert [(row[2], row[3]) for row in rows] == [("- Phòng Kinh tế", "- Công an xã")] * 3


def test_a_number_over_letters_groups_them() -> None:
    plan = plan_of(read_text(("KẾ HOẠCH\nChuyển đổi số năm 2026\nII. NHIỆM VỤ\n" + HEAD + "1 Phát triển hạ tầng số\na) Rà soát hạ tầng mạng của xã\nPhòng Kinh tế Công an xã Quý I/2026\n"
                       "b) Lắp đặt camera an ninh\nCông an xã Các thôn Quý II/2026\n2 Chính quyền số\na) Số hóa hồ sơ đất đai của xã\nPhòng Kinh tế Các thôn Quý IV/2026\n").encode(), "x.txt"))
    assert [task.text for task in plan.tasks] == ["Rà soát hạ tầng mạng của xã", "Lắp đặt camera an ninh", "Số hóa hồ sơ đất đai của xã"]
    assert [task.section[-1] for task in plan.tasks] == ["1 Phát triển hạ tầng số"] * 2 + ["2 Chính quyền số"]


def test_a_unit_on_lines_of_its_own_is_no_part_of_the_wording() -> None:
    head = "STT Nội dung triển khai Đơn vị thực hiện Tiến độ\n"
    rows = _rows(head + "1 Rà soát danh sách hộ nghèo cho các thôn, tổ dân phố.\nSở Xây dựng\nBan Tuyên giáo và Dân vận Tỉnh ủy\nQuý I/2026\n"
                 "2 Tổ chức phong trào bình dân học vụ số gắn với cải cách hành chính. Thời hạn xử lý bảo đảm đúng quy định.\nBảo hiểm xã hội tỉnh\nQuý II/2026\n"
                 "3 Triển khai tủ sách pháp luật điện tử gắn với cải cách hành chính.\nThuế tỉnh\nSở Tư pháp\nQuý IV/2026\n")
    assert [row[1].split()[-1] for row in rows] == ["phố.", "định.", "chính."]


def test_units_listed_with_dashes_are_no_products() -> None:
    rows = _rows("TT Nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp Sản phẩm\n" + "".join(
        f"{n} {what}\nPhòng Kinh tế\n- Trạm Y tế xã;\n- Tổ công nghệ số cộng đồng\n- Báo cáo kết quả thực hiện;\n- Biên bản kiểm tra\n"
        for n, what in ((1, "Rà soát hạ tầng mạng của xã"), (2, "Số hóa hồ sơ đất đai của xã"), (3, "Lắp đặt camera an ninh ở chợ"))))
    assert all(row[4].startswith("- Báo cáo kết quả") for row in rows)


def test_a_group_numbered_with_a_nought_holds_the_rows_below_it() -> None:
    plan = plan_of(read_text(("KẾ HOẠCH\nChuyển đổi số năm 2026\nII. NHIỆM VỤ\n" + HEAD + "01 Phát triển hạ tầng số\n1.1 Rà soát hạ tầng mạng của xã\nPhòng Kinh tế Công an xã Quý I/2026\n"
                              "1.2 Lắp đặt camera an ninh\nCông an xã Các thôn Quý II/2026\n02 Chính quyền số\n2.1 Số hóa hồ sơ đất đai của xã\nPhòng Kinh tế Các thôn Quý IV/2026\n").encode(), "x.txt"))
    assert [(task.no, task.section[-1]) for task in plan.tasks] == [("1.1", "01 Phát triển hạ tầng số"), ("1.2", "01 Phát triển hạ tầng số"), ("2.1", "02 Chính quyền số")]
