"""Dumps of tables whose lead is merged over rows, of names and times that no cell ends in, of rows cut inside a line."""

from __future__ import annotations

from extractors.cell_kinds import time_fit, unit_fit
from extractors.document import Table
from extractors.flat_merged import merged_columns
from extractors.flat_segment import RowCells
from extractors.text_reader import read_text

HEAD = "TT Nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp Thời gian\n"
LEADS = ("Phòng Văn hóa - Xã hội", "Công an xã", "Phòng Kinh tế", "Trạm Y tế xã", "Văn phòng HĐND và UBND", "Phòng Văn hóa - Xã hội", "Công an xã")
HELPERS = ("Đoàn Thanh niên xã", "các thôn", "Hội Nông dân xã", "Công an xã", "Phòng Kinh tế", "các trường học", "Trạm Y tế xã")


def owners(rows: list[tuple[str, str]]) -> list[list[str]]:
    acts = ("Rà soát hạ tầng", "Tuyên truyền pháp luật", "Lắp đặt camera", "Tổ chức tập huấn", "Số hóa hồ sơ", "Kiểm tra an toàn", "Xây dựng mô hình", "Đánh giá kết quả")
    body = "".join(f"{n} {act} trên địa bàn xã\n" + "".join(f"{text}\n" for text in pair if text) + f"Quý {'I' * (1 + n % 3)}/2026\n"
                   for n, (act, pair) in enumerate(zip(acts, rows, strict=False), 1))
    table, = [b for b in read_text((HEAD + body).encode(), "x.txt").blocks if isinstance(b, Table)]
    return [[cell.text if cell else "" for cell in row[2:4]] for row in table.grid()[1:]]


def test_a_list_alone_helps_the_lead_above() -> None:
    rows = [*zip(LEADS, HELPERS, strict=True)]
    assert owners([*rows, ("Hội Nông dân xã; các thôn", "")])[-1] == [LEADS[-1], "Hội Nông dân xã; các thôn"]


def test_one_unit_alone_leads() -> None:
    rows = [*zip(LEADS, HELPERS, strict=True)]
    assert owners([*rows, ("Hội Nông dân xã", "")])[-1] == ["Hội Nông dân xã", ""]


def test_lists_lead_where_other_leads_are_lists() -> None:
    rows = [*zip(LEADS[:-1], HELPERS[:-1], strict=True), ("Công an xã; Trạm Y tế xã", "các thôn")]
    assert owners([*rows, ("Hội Nông dân xã; Công an xã", "")])[-1] == ["Hội Nông dân xã; Công an xã", ""]


def test_a_list_parted_at_its_comma_helps_the_lead_above() -> None:
    rows = [*zip(LEADS, HELPERS, strict=True)]
    text = "Hội Nông dân xã,\nHội Phụ nữ xã, các \ntrường học"
    assert owners([*rows, (text, "")])[-1] == [LEADS[-1], "Hội Nông dân xã, Hội Phụ nữ xã, các trường học"]


def cells_of(*filled: bool) -> RowCells:
    return RowCells(tuple(((k, k + 1),) if full else () for k, full in enumerate(filled)), 0.0)


def test_the_column_of_a_merged_lead() -> None:
    both, helped, alone = cells_of(True, True), cells_of(False, True), cells_of(True, False)
    roles = ("lead", "support")
    assert [merged_columns(roles, [both, helped, helped, alone, None, helped], r) for r in range(6)] == [(), (0,), (0,), (), (), ()]
    assert merged_columns(("task", "lead"), [both, helped], 1) == ()


def test_a_time_merged_beside_its_lead() -> None:
    roles = ("lead", "support", "time")
    assert [merged_columns(roles, [cells_of(True, True, True), cells_of(False, True, False), cells_of(False, True, True)], r) for r in range(3)] == [(), (0, 2), (0,)]


def test_the_only_owner_merged_over_rows() -> None:
    roles = ("task", "owner", "time")
    full, shared, bare = cells_of(True, True, True), cells_of(True, False, True), cells_of(True, False, False)
    assert [merged_columns(roles, [full, shared, shared, bare, full, full, full], r) for r in range(4)] == [(), (1,), (1,), ()]
    assert merged_columns(roles, [full, shared, shared, shared, shared], 1) == ()  # most rows name nobody


def test_a_row_number_on_the_last_line_of_a_merged_cell() -> None:
    head = "TT Chỉ tiêu Đơn vị tính Kế hoạch năm 2027 Cơ quan theo dõi\n"
    rows = "1 Tỷ lệ hộ dùng nước sạch\n% 96 Sở Xây dựng\n2 Tỷ lệ thôn có nhà văn hóa\n% 90 Sở Nội vụ\n3 Số lao động qua đào tạo\nNgười 12 Sở Khoa học\nvà Công \nnghệ 4\n"
    table, = [b for b in read_text((head + rows + "Tỷ lệ máy tính nối mạng\n% 88\n5 Tỷ lệ hồ sơ số hóa\n% 70 Sở Nội vụ\n6 Số giường bệnh\nGiường 30 Sở Y tế\n").encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [[cell.text if cell else "" for cell in row] for row in table.grid()[3:5]] == [
        ["3", "Số lao động qua đào tạo", "Người", "12", "Sở Khoa học và Công nghệ"], ["4", "Tỷ lệ máy tính nối mạng", "%", "88", "Sở Khoa học và Công nghệ"]]


def test_names_and_times_that_are_not_whole() -> None:
    assert unit_fit("Ủy ban") < 0.5 <= unit_fit("Ủy ban MTTQ Việt Nam xã")
    assert time_fit("Năm 2026 và các năm") < 0.5 < time_fit("Năm 2026 và các năm tiếp theo")
    assert all(time_fit(text) < 0.5 for text in ("quý i - quý", "quý iii báo cáo", "cả năm báo cáo", "tháng 12/2026 quyết định"))
    assert all(time_fit(text) == 1.0 for text in ("quý i - quý iii", "cả năm", "theo kế hoạch của tỉnh", "sau khi có kế hoạch", "hằng năm"))


def test_a_row_cut_by_a_page_keeps_two_words_of_a_line_together() -> None:
    head = "TT Nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp Thời gian Sản phẩm\n"
    rows = "".join(f"{n} Kiểm tra hồ sơ công \ntrình của các chủ đầu tư\nPhòng Kinh tế\nTrung tâm Kiểm \nđịnh xây dựng\nQuý I/2026\nThông báo kết quả\n" for n in range(1, 9))
    cut = "9 Kiểm tra công tác \nnghiệm thu công \nPhòng Kinh tế\nTrung tâm Kiểm \nđịnh chất lượng \nTheo tiến độ công\ntrình\nThông báo kết quả\n trình do Sở chuyên\nngành quản lý\ncông trình\n"
    table, = [b for b in read_text((head + rows + cut + "10 Đánh giá kết quả\nPhòng Kinh tế\nQuý IV/2026\nBáo cáo\n").encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [cell.text if cell else "" for cell in table.grid()[9][3:]] == ["Trung tâm Kiểm định chất lượng công trình", "Theo tiến độ công trình", "Thông báo kết quả"]
