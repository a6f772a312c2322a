"""Dumps of target tables: headings of years and quarters below a merged one, rows that open with a dash where no measure is printed."""

from __future__ import annotations

from extractors.document import Line, Place, Table
from extractors.flat_header import find_header
from extractors.flat_table import rebuild


def _lines(texts: list[str]) -> list[Line]:
    return [Line(text, Place(lines=(n, n))) for n, text in enumerate(texts, 1)]


def _headings(texts: list[str]) -> list[tuple[str, str]]:
    header = find_header(_lines(texts), 0)
    assert header is not None
    return [(column.heading.text, header.parents[column.parent].text if column.parent is not None else "") for column in header.columns]


def _rows(texts: list[str]) -> list[list[str]]:
    table = next(b for b in rebuild(_lines(texts)) if isinstance(b, Table))
    return [[" ".join(line.text for c in table.cells if c.row == r and c.col == k for line in c.lines) for k in range(table.n_cols)]
            for r in range(table.header_rows or 1, table.n_rows)]


def test_quarters_stand_below_the_heading_of_the_schedule() -> None:
    found = _headings(["TT Chỉ tiêu cụ thể 2026", "Tiến độ thực hiện Thời", "gian", "hoàn", "thành", "Quý I Quý", "II", "Quý", "III", "Quý", "IV", "1 Tỷ lệ che phủ rừng 75% 70% 71% 73% 75% Năm 2026"])
    over = "tiến độ thực hiện"
    assert found == [("tt", ""), ("chỉ tiêu cụ thể", ""), ("2026", ""), ("quý i", over), ("quý ii", over), ("quý iii", over), ("quý iv", over), ("thời gian hoàn thành", "")]


def test_a_plan_of_the_year_stands_beside_its_quarters() -> None:
    found = _headings(["TT Chỉ tiêu ĐVT Kế hoạch Quý I Quý II Quý III Quý IV", "1 Tỷ lệ che phủ rừng % 75 70 71 73 75"])
    assert [name for name, over in found if not over] == ["tt", "chỉ tiêu", "đvt", "kế hoạch", "quý i", "quý ii", "quý iii", "quý iv"]


def test_years_glued_to_the_last_heading_stand_below_the_period() -> None:
    found = _headings(["TT Các chỉ tiêu ĐVT Giai đoạn 2026 - 2030 Cơ quan theo dõi Ghi chú2026 2027", "1 Tỷ lệ che phủ rừng % 75 76 Phòng Kinh tế"])
    assert found[3:] == [("2026", "giai đoạn 2026 - 2030"), ("2027", "giai đoạn 2026 - 2030"), ("cơ quan theo dõi", ""), ("ghi chú", "")]


def test_years_cut_by_thin_columns_stand_below_the_aims() -> None:
    found = _headings(["TT Các chỉ tiêu ĐVT", "Mục tiêu", "Năm", "2026", "Năm", "2028", "Năm", "2030", "1 Tỷ lệ che phủ rừng % 75 76 78"])
    assert found[3:] == [("năm 2026", "mục tiêu"), ("năm 2028", "mục tiêu"), ("năm 2030", "mục tiêu")]


def test_what_the_province_gives_and_the_commune_aims_at_stand_below_the_year() -> None:
    found = _headings(["TT Chỉ tiêu ĐVT Kế hoạch năm 2026", "Tỉnh giao Xã phấn đấu", "1 Tỷ lệ che phủ rừng % 75 76"])
    assert found[3:] == [("tỉnh giao", "kế hoạch năm 2026"), ("xã phấn đấu", "kế hoạch năm 2026")]


def test_a_column_of_contents_ends_before_one_of_a_year() -> None:
    assert _headings(["STT Nội dung Năm", "2026 Năm 2028 Năm 2030", "1 Tỷ lệ che phủ rừng 75% 76% 78%"])[1:] == [("nội dung", ""), ("năm 2026", ""), ("năm 2028", ""), ("năm 2030", "")]
    assert _headings(["TT Nội dung", "Thực", "hiện", "năm", "2025", "Chỉ tiêu", "năm", "2026", "Đơn vị chủ trì", "1 Tỷ lệ che phủ rừng 75% 76% Phòng Kinh tế"])[1:3] == [("nội dung", ""), ("thực hiện năm 2025", "")]


def test_the_communes_own_plan_of_a_year_is_one_heading() -> None:
    assert [name for name, _ in _headings(["TT Chỉ tiêu Kế hoạch tỉnh giao 2026 Kế hoạch xã", "2026 Thời gian hoàn thành", "1 Tỷ lệ che phủ rừng 75% 76% Năm 2026"])][2:4] == ["kế hoạch tỉnh giao 2026", "kế hoạch xã 2026"]


def test_dashes_open_rows_where_as_many_figures_follow_as_there_are_years() -> None:
    rows = _rows(["TT Chỉ tiêu Thực hiện năm 2025 Năm 2026 Năm 2030", "1 Tỷ lệ hộ nghèo 3,5% 2,8% 1,5%", "- Khu vực nông thôn 4,1% 3,2% ≥ 1,9%", "- Khu vực thành thị - Trên 1,2% 0,8%",
                  "2 Tỷ lệ che phủ rừng 75% 76% 78%", "3 Tỷ lệ bao phủ bảo hiểm y tế 93% 95% 98%"])
    assert [(row[1], row[3], row[4]) for row in rows] == [
        ("Tỷ lệ hộ nghèo", "2,8%", "1,5%"), ("- Khu vực nông thôn", "3,2%", "≥ 1,9%"), ("- Khu vực thành thị", "Trên 1,2%", "0,8%"), ("Tỷ lệ che phủ rừng", "76%", "78%"), ("Tỷ lệ bao phủ bảo hiểm y tế", "95%", "98%")]


def test_dashes_open_rows_of_one_value_behind_its_measure() -> None:
    rows = _rows(["TT Chỉ tiêu ĐVT Năm 2026", "1 Tỷ lệ hộ nghèo % 2,8", "- Khu vực nông thôn % Dưới 3,2", "2 Tỷ lệ che phủ rừng % 75", "3 Tỷ lệ bao phủ bảo hiểm y tế % 93", "- Trong đó: Học sinh % 100"])
    assert [(row[1], row[3]) for row in rows] == [
        ("Tỷ lệ hộ nghèo", "2,8"), ("- Khu vực nông thôn", "Dưới 3,2"), ("Tỷ lệ che phủ rừng", "75"), ("Tỷ lệ bao phủ bảo hiểm y tế", "93"), ("- Trong đó: Học sinh", "100")]


def test_the_first_group_and_its_first_row_stay_in_a_table_of_wide_wordings() -> None:
    wide = ["Rà soát, hoàn thiện quy chế phối hợp giữa các cơ quan, đơn vị trong việc tiếp", "nhận, giải quyết và trả kết quả hồ sơ thủ tục hành chính của tổ chức, cá nhân"]
    prose = ["Các phòng, ban, đơn vị căn cứ nhiệm vụ được giao tại Kế hoạch này chủ động triển", "khai thực hiện, định kỳ báo cáo kết quả về Ủy ban nhân dân xã để theo dõi, tổng hợp"] * 6
    rows = [text for n in range(1, 5) for text in (f"1.{n}", *wide, "Quý II/2026", "Phòng Kinh tế")]
    blocks = rebuild(_lines([*prose, "STT Nhiệm vụ Thời hạn Cơ quan chủ trì", "1. Phát triển nguồn nhân lực", *rows, "III. TỔ CHỨC THỰC HIỆN", *prose]))
    table = next(b for b in blocks if isinstance(b, Table))
    numbers = ["".join(c.text for c in table.cells if c.row == r and c.col == 0) for r in range(1, table.n_rows)]
    assert numbers[-4:] == ["1.1", "1.2", "1.3", "1.4"]


def test_rows_without_numbers_do_not_hold_the_figures_of_the_next() -> None:
    rows = _rows(["Tên chỉ tiêu Thực hiện năm 2025 Mục tiêu 2026 Mục tiêu 2030 Ghi chú", "Tổng kim ngạch xuất khẩu (triệu USD) 40 43 55", "Tỷ lệ dân số được quản lý sức khỏe điện tử 75,5 85% 95%",
                  "Tổng đàn gia súc (con) 4.400 5.120 5.200 Tỉnh giao", "Tỷ lệ thất nghiệp 1,4 1,2% 1,1%", "Tỷ lệ bao phủ bảo hiểm y tế 91 93% 95% Tỉnh giao"])
    assert [row[0] for row in rows] == ["Tổng kim ngạch xuất khẩu (triệu USD)", "Tỷ lệ dân số được quản lý sức khỏe điện tử", "Tổng đàn gia súc (con)", "Tỷ lệ thất nghiệp", "Tỷ lệ bao phủ bảo hiểm y tế"]
    assert [row[2] for row in rows] == ["43", "85%", "5.120", "1,2%", "93%"]


def test_plan_and_outcome_of_a_year_stand_below_it() -> None:
    found = _headings(["STT Chỉ tiêu ĐVT Thực hiện", "năm 2024", "Năm 2025 Kế hoạch", "năm 2026", "So sánh (%)", "Kế hoạch Ước TH ƯTH 2025/", "KH 2025", "KH 2026/", "ƯTH 2025", "1 Sản lượng lương thực tấn 780 790 796 801 100,8 100,6"])
    assert found[3:] == [("thực hiện năm 2024", ""), ("kế hoạch", "năm 2025"), ("ước th", "năm 2025"), ("kế hoạch năm 2026", ""),
                         ("ưth 2025/ kh 2025", "so sánh (%)"), ("kh 2026/ ưth 2025", "so sánh (%)")]


def test_two_years_share_out_what_stands_below_them() -> None:
    found = _headings(["TT Chỉ tiêu ĐVT", "Năm 2025 Năm 2026", "Ghi chú Kế", "hoạch", "Ước thực", "hiện", "Kế", "hoạch", "% so với", "ước TH", "2025", "1 Giá trị sản xuất Tỷ đồng 310 315 332 105,4"])
    assert found[3:] == [("kế hoạch", "năm 2025"), ("ước thực hiện", "năm 2025"), ("kế hoạch", "năm 2026"), ("% so với ước th 2025", "năm 2026"), ("ghi chú", "")]


def test_a_centre_in_an_owners_cell_opens_no_table() -> None:
    assert find_header(_lines(["TT", "PVHCC", "Các cơ", "quan, đơn vị", "Năm 2026", "Báo cáo", "4 Hồ sơ thanh toán trực tuyến 80%"]), 0) is None
    assert find_header(_lines(["TT", "Chỉ tiêu", "Năm 2026", "Báo cáo", "1 Hồ sơ thanh toán trực tuyến 80%"]), 0) is not None


def test_indicators_named_by_number_are_rows_below_their_aim() -> None:
    rows = _rows(["TT Mục tiêu/chỉ tiêu ĐVT 2026 2027 2028", "1 Mục tiêu 1: Trong", "lĩnh vực chính trị", "Tỷ lệ nữ đại biểu", "% 30 30 35", "2 Mục tiêu 2: Trong", "lĩnh vực kinh tế",
                  "Chỉ tiêu 1: Tỷ lệ", "lao động nữ", "% 38 41 44", "Chỉ tiêu 2: Tỷ lệ", "nữ giám đốc", "% 18 - 20"])
    assert [row[1:] for row in rows if row[-1]] == [["Tỷ lệ nữ đại biểu", "%", "30", "30", "35"], ["Chỉ tiêu 1: Tỷ lệ lao động nữ", "%", "38", "41", "44"], ["Chỉ tiêu 2: Tỷ lệ nữ giám đốc", "%", "18", "-", "20"]]


def test_a_plan_of_the_year_may_stand_over_its_own_columns_and_bodies_below_a_year() -> None:
    found = _headings(["STT Chỉ tiêu ĐVT Năm", "2024", "Năm 2025 Kế hoạch 2026", "Kế", "hoạch", "Ước TH Tỷ lệ", "(%)", "Chỉ tiêu So với", "năm", "2025", "(%)", "1 Tổng giá trị sản xuất Tỷ đồng 410 450 462 102,7 505 109,3"])
    assert found[3:] == [("năm 2024", ""), ("kế hoạch", "năm 2025"), ("ước th", "năm 2025"), ("tỷ lệ (%)", "năm 2025"), ("chỉ tiêu", "kế hoạch 2026"), ("so với năm 2025 (%)", "kế hoạch 2026")]
    found = _headings(["TT Chỉ tiêu ĐVT", "Năm 2025 Năm 2026", "Ghi", "chúKH tỉnh", "giao KH xã", "Ước TH", "cả năm", "Tỉnh", "giao", "Xã", "phấn", "đấu", "1 Tổng giá trị sản xuất Tỷ đồng 410 450 462 462 505"])
    assert [over for _, over in found[3:]] == ["năm 2025"] * 3 + ["năm 2026"] * 2 + [""]
