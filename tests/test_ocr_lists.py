"""Bullets, numbers and numerals that a scan damaged (extractors/ocr_lists.py, ocr_headings.set_roles, ocr_forms)."""

from __future__ import annotations

import pytest

from extractors.ocr_forms import branch, every, mend, more_quarters, speck, stray
from extractors.ocr_headings import put_stops, set_place, set_roles
from extractors.ocr_layout import Row, is_noise
from extractors.ocr_lists import (
    first_number,
    put_dots,
    set_bullets,
    set_numerals,
    set_small_numerals,
    set_small_romans,
    stop_numbers,
)
from extractors.ocr_repair import repair, repair_rows
from extractors.ocr_tesseract import Word
from normalizers.units import parse_units


def row(text: str, y: float = 0.0, confidence: float = 0.5) -> Row:
    return Row([Word(t, 50.0 * n, y, 50.0 * n + 40, y + 12, confidence) for n, t in enumerate(text.split())])


@pytest.mark.parametrize(("read", "want"), [
    ("e _ Có ít nhất 06 đề án", "• Có ít nhất 06 đề án"),
    ("se Giữ vững xếp hạng", "• Giữ vững xếp hạng"),
    ("se - Duy trì họp", "• Duy trì họp"),
    ("e . Xây dựng kế hoạch", "• Xây dựng kế hoạch"),
    ("se duyên vùng đất", "se duyên vùng đất"),           # the line goes on in small letters
    ("- Có ít nhất", "- Có ít nhất"),
    ("e) Có ít nhất", "e) Có ít nhất")])
def test_round_bullets(read: str, want: str) -> None:
    rows = [row(read)]
    rows[0].raw[3] = "kept"
    count = set_bullets(rows)
    assert rows[0].text == want and count == (read != want)
    if count:
        lost = len(read.split()) - len(want.split())
        assert rows[0].raw[3 - lost] == "kept" and rows[0].raw[0] == " ".join(read.split()[:1 + lost])


@pytest.mark.parametrize(("read", "want"), [
    ("lII. NHIỆM VỤ, GIẢI PHÁP", "III. NHIỆM VỤ, GIẢI PHÁP"),
    ("PHẦN IIlI. NỘI DUNG, NHIỆM VỤ", "PHẦN III. NỘI DUNG, NHIỆM VỤ"),
    ("„M. NỘI DUNG THỰC HIỆN", "III. NỘI DUNG THỰC HIỆN"),
    ("HI. NỘI DUNG THỰC HIỆN", "III. NỘI DUNG THỰC HIỆN"),
    ("1l, NỘI DUNG THỰC HIỆN", "II. NỘI DUNG THỰC HIỆN"),
    ("II. NỘI DUNG THỰC HIỆN", "II. NỘI DUNG THỰC HIỆN"),
    ("IV. NỘI DUNG THỰC HIỆN", "IV. NỘI DUNG THỰC HIỆN"),
    ("11. Nội dung thực hiện", "11. Nội dung thực hiện"),
    ("A. NỘI DUNG THỰC HIỆN", "A. NỘI DUNG THỰC HIỆN")])
def test_numerals_of_headings(read: str, want: str) -> None:
    rows = [row(read)]
    set_numerals(rows)
    assert rows[0].text == want


def test_a_letter_read_surely_stays() -> None:
    rows = [row("H. NỘI DUNG THỰC HIỆN", confidence=0.95)]
    assert set_numerals(rows) == 0 and rows[0].words[0].text == "H."


@pytest.mark.parametrize(("rows", "want"), [
    (["1 1 Tháng 01/2026", "1.2. Tháng 02/2026"], "1.1. Tháng 01/2026"),
    (["2 3. Cải cách thể chế", "2.2. Cải cách"], "2.3. Cải cách thể chế"),
    (["1 1 Tháng 01/2026", "2.2. Tháng 02/2026"], "1 1 Tháng 01/2026"),       # no neighbour
    (["1 1 tháng 01/2026", "1.2. Tháng 02/2026"], "1 1 tháng 01/2026"),
    (["1 1 Tháng", "1.1. Tháng", "1.2. Tháng"], "1 1 Tháng")])
def test_dots_of_numbers(rows: list[str], want: str) -> None:
    made = [row(text, 20.0 * n) for n, text in enumerate(rows)]
    put_dots(made)
    assert made[0].text == want


@pytest.mark.parametrize(("read", "want"), [
    ("1. Mục tiên chung", "1. Mục tiêu chung"), ("a) Mục tiêu cụ thế:", "a) Mục tiêu cụ thể:"), ("2. Yêu cần", "2. Yêu cầu"),
    ("1. Mục tiêu chung", "1. Mục tiêu chung"), ("1. Mục tiêu riêng", "1. Mục tiêu riêng"), ("Mục tiên chung của xã", "Mục tiên chung của xã")])
def test_headings_that_decide_what_stands_under_them(read: str, want: str) -> None:
    rows = [row(read)]
    assert set_roles(rows) == (read != want)
    assert rows[0].text == want


@pytest.mark.parametrize(("read", "want"), [
    ("Quý II, HU2026", "Quý II, III/2026"), ("Quý TV/2026", "Quý IV/2026"), ("kênh TV/2026", "kênh TV/2026"), ("Quý II, 111/2026.", "Quý II, III/2026."), ("quý I và lI năm 2026", "quý I và II năm 2026"),
    ("Quý III - lV/2026", "Quý III - IV/2026"), ("Quý II, 11 hội nghị", "Quý II, 11 hội nghị"), ("Quý II, 11 năm 2026", "Quý II, II năm 2026"), ("Quý II và 12 tháng", "Quý II và 12 tháng"),
    ("Quý II. 11 hội nghị", "Quý II. 11 hội nghị")])
def test_lists_of_quarters(read: str, want: str) -> None:
    assert " ".join(more_quarters(read.split())) == want


@pytest.mark.parametrize(("words", "want"), [("hăng quý", "hằng"), ("Hẵng năm,", "Hằng"), ("hăng hái", "hăng"), ("hãng xe", "hãng"), ("nam 2025", "năm"), ("nam giới", "nam"), ("Nam 2025", "Nam")])
def test_every_period(words: str, want: str) -> None:
    first, *after = words.split()
    assert every(first, after) == want


@pytest.mark.parametrize(("read", "want"), [("Tháng 5/20%6", "Tháng 5/2026"), ("15/10/20§5,", "15/10/2025,"), ("đạt 20%", "đạt 20%"), ("20%6", "20%6")])
def test_the_two_of_a_year(read: str, want: str) -> None:
    words = read.split()
    assert [mend(w, words[n - 1] if n else "", starts=not n) for n, w in enumerate(words)] == want.split()


@pytest.mark.parametrize(("read", "want"), [
    ("trên địa hàn phường", "trên địa bàn phường"), ("các mục tiên chung", "các mục tiêu chung"), ("đối tượng ưu tiên", "đối tượng ưu tiên"),
    ("Hàn Quốc và Nhật", "Hàn Quốc và Nhật"), ("ban hành kế hoạch", "ban hành kế hoạch")])
def test_letters_that_look_alike(read: str, want: str) -> None:
    assert " ".join(repair(read.split(), [0.95] * len(read.split()))) == want


@pytest.mark.parametrize(("cell", "want"), [
    ("Các bản có rừng", ["Các bản có rừng"]), ("Công an xã; các bản", ["Công an xã", "Các bản"]), ("Các bản ngành xã", ["Các cơ quan, đơn vị"]),
    ("Bản Chỉ đạo xã", ["Ban Chỉ đạo xã"]), ("Liên đoàn Lao động tính", ["Liên đoàn Lao động tỉnh"])])
def test_levels_and_villages_of_owner_cells(cell: str, want: list[str]) -> None:
    assert [u.name for u in parse_units(cell, "Nậm Cắt", None, ocr=True)] == want


def test_a_year_alone_on_its_line_is_no_speck() -> None:
    assert not is_noise([("2026", 0.33)])
    assert is_noise([("20", 0.33)]) and is_noise([("7026", 0.33)])


@pytest.mark.parametrize(("rest", "want"), [
    (["Cẩm Bình, ngày 14 tháng 11", "trên địa bàn xã Cẩm Bình"], "XÃ CẨM BÌNH"),
    (["Cẩm Bình, ngày 14 tháng 11"], "XÃ CẤM BÌNH"),                                            # once is not enough
    (["Cẩm Bình, ngày 14", "xã Cẩm Bình", "xã Cấm Bình"], "XÃ CẤM BÌNH"),                       # the page spells it both ways
    (["Cam Bình, ngày 14", "xã Câm Bình"], "XÃ CẤM BÌNH")])
def test_the_letterhead_spells_the_commune_as_the_page_does(rest: list[str], want: str) -> None:
    rows = [row(text, 20.0 * n) for n, text in enumerate(["ỦY BAN NHÂN DÂN", "XÃ CẤM BÌNH", *rest])]
    assert set_place(rows) == (want != "XÃ CẤM BÌNH")
    assert rows[1].text == want


def test_stray_strokes_go_and_what_stands_beside_them_stays() -> None:
    rows = [row("địa phương liên quan Ỉ"), row("Ỉ")]
    rows[0].raw[2] = "liên"
    repair_rows(rows)
    assert rows[0].text == "địa phương liên quan" and rows[1].text == "Ỉ" and rows[0].raw[2] == "liên"
    assert not stray("Ý") and not stray("I")


@pytest.mark.parametrize(("read", "want"), [
    ("Chi cục Báo vệ môi trường", "Chi cục Bảo vệ môi trường"), ("công tác báo vệ rừng", "công tác bảo vệ rừng"),
    ("báo cáo kết quả", "báo cáo kết quả"), ("thông báo kết quả", "thông báo kết quả"), ("bảo hiểm xã hội", "bảo hiểm xã hội")])
def test_hook_and_acute_without_circumflex(read: str, want: str) -> None:
    assert " ".join(repair(read.split(), [0.95] * len(read.split()))) == want


def test_specks_behind_words_and_a_line_under_the_last_letter() -> None:
    assert speck(".", last=False) and speck("_", last=True)
    assert not any(speck(t, last=True) for t in ("...", "-", ":")) and not speck("_", last=False)
    assert mend("KHÊ_", "", starts=False) == "KHÊ"
    assert mend("____", "", starts=False) == "____"


@pytest.mark.parametrize(("lines", "want"), [
    (["1, Công bố quy hoạch", "2. Giao Sở Tài chính", "3: Sở Nội vụ đôn đốc"], ["1.", "2.", "3."]),
    (["1, Công bố quy hoạch", "4. Giao Sở Tài chính"], ["1,", "4."]),              # no neighbour in the list
    (["2. Giao Sở Tài chính", "3, khoản 5 của Luật"], ["2.", "3,"]),               # the line goes on
])
def test_signs_behind_numbers_of_items(lines: list[str], want: list[str]) -> None:
    rows = [row(text) for text in lines]
    stop_numbers(rows)
    assert [r.words[0].text for r in rows] == want


def test_a_number_at_another_indent_is_no_item() -> None:
    rows = [row("2. Giao Sở Tài chính"), row("3, Điều 5 của Luật")]
    rows[1].words[:] = [Word(w.text, w.x0 + 60, w.top, w.x1 + 60, w.bottom, w.confidence) for w in rows[1].words]
    assert stop_numbers(rows) == 0


@pytest.mark.parametrize(("lines", "want"), [
    (["I. TÌNH HÌNH NĂM 2025", "2. MỤC TIÊU NĂM 2026", "2.1. Mục tiêu chung"], "1."),
    (["I. TÌNH HÌNH NĂM 2025", "1. KẾT QUẢ ĐẠT ĐƯỢC", "2. TỒN TẠI, HẠN CHẾ"], "I."),
    (["I. TÌNH HÌNH NĂM 2025", "II. MỤC TIÊU NĂM 2026", "2. CHỈ TIÊU NĂM 2026"], "I."),
    (["I. TÌNH HÌNH NĂM 2025", "2. Mục tiêu chung của năm"], "I."),
])
def test_the_one_of_a_list_of_figures(lines: list[str], want: str) -> None:
    rows = [row(text) for text in lines]
    first_number(rows)
    assert rows[0].words[0].text == want


@pytest.mark.parametrize(("read", "want"), [("Phân thứ hai", "Phần thứ hai"), ("PHÂN THỨ NHẤT", "PHẦN THỨ NHẤT"), ("Phân loại rác", "Phân loại rác")])
def test_headings_of_parts(read: str, want: str) -> None:
    rows = [row("I. Mục tiêu chung", confidence=0.9), row(read, confidence=0.9)]
    repair_rows(rows)
    assert rows[1].text == want


@pytest.mark.parametrize(("read", "want"), [
    ("HU NHIỆM VỤ, GIẢI PHÁP", "III/ NHIỆM VỤ, GIẢI PHÁP"), ("U MỤC ĐÍCH, YÊU CẦU", "I/ MỤC ĐÍCH, YÊU CẦU"), ("IU/ Mục tiêu cụ thể", "II/ Mục tiêu cụ thể"),
    ("U xơ tử cung", "U xơ tử cung"), ("IV/ TỔ CHỨC THỰC HIỆN", "IV/ TỔ CHỨC THỰC HIỆN"),
])
def test_numerals_with_a_slash(read: str, want: str) -> None:
    rows = [Row([Word(t, 30.0 * n, 0, 30.0 * n + 25, 12, 0.9) for n, t in enumerate(read.split())])]
    set_numerals(rows)
    assert rows[0].text == want


@pytest.mark.parametrize(("text", "before", "want"), [
    ("TU/2026", "Quý", "II/2026"), ("IIU/2026", "quý", "III/2026"), ("IV/2026", "Quý", "IV/2026"), ("(KP]),", "việc", "(KPI),"),
    ("vật(HoT);", "vạn", "vật(IIoT);"), ("đợ/năm;", "02", "đợt/năm;"), ("[1])", "xem", "[1])"),
])
def test_letters_whose_strokes_meet(text: str, before: str, want: str) -> None:
    assert mend(text, before, starts=False) == want


@pytest.mark.parametrize(("text", "after", "want"), [
    ("chỉ", ["tiết", "thi"], "chi"), ("chỉ", ["tiết", "kiệm"], "chỉ"), ("chỉ", ["phí", "tuân"], "chi"),
])
def test_details_and_costs(text: str, after: list[str], want: str) -> None:
    assert branch(text, after) == want


def test_a_word_before_a_year() -> None:
    assert every("nắm", ["2026"]) == "năm" and every("nắm", ["chắc"]) == "nắm"


@pytest.mark.parametrize(("read", "want"), [
    (["L. Mục tiêu, chỉ tiêu", "1. Trồng trọt"], ["I. Mục tiêu, chỉ tiêu", "1. Trồng trọt"]),
    (["H. Nhiệm vụ, giải pháp"], ["II. Nhiệm vụ, giải pháp"]),
    (["IH. Tổ chức thực hiện"], ["III. Tổ chức thực hiện"]),
    (["I. Mục tiêu chung", "1. Trồng trọt cây", "2. Chăn nuôi bò", "1. Nhiệm vụ, giải pháp", "1. Về giống cây"],
     ["I. Mục tiêu chung", "1. Trồng trọt cây", "2. Chăn nuôi bò", "II. Nhiệm vụ, giải pháp", "1. Về giống cây"]),
    # A list's own one, a title that no section has, and a sentence that only begins alike stay.
    (["1. Mục đích ban hành", "2. Yêu cầu đặt ra"], ["1. Mục đích ban hành", "2. Yêu cầu đặt ra"]),
    (["1. Trồng rừng phòng hộ", "1. Chăn nuôi bò"], ["1. Trồng rừng phòng hộ", "1. Chăn nuôi bò"]),
    (["H. Krông Pa"], ["H. Krông Pa"]),
])
def test_numerals_before_titles_in_small_letters(read: list[str], want: list[str]) -> None:
    rows = [row(line, 20.0 * k) for k, line in enumerate(read)]
    set_small_numerals(rows)
    assert [row.text for row in rows] == want


def test_a_party_committees_dash_stays_behind_its_numeral() -> None:
    rows = [row("IV- TỔ CHỨC THỰC HIỆN"), row("1- Đảng ủy lãnh đạo", 20.0)]
    put_stops(rows)
    assert rows[0].text == "IV- TỔ CHỨC THỰC HIỆN"
    put_stops(rows[:1])
    assert rows[0].text == "IV. TỔ CHỨC THỰC HIỆN"


@pytest.mark.parametrize(("read", "want"), [
    ("Đề nghị Thường trực HĐND D xã đưa nội dung", "Đề nghị Thường trực HĐND xã đưa nội dung"),
    ("Chủ tịch UBND D xã", "Chủ tịch UBND xã"),
    ("phụ lục I và nhóm B", "phụ lục I và nhóm B"),
    ("PHỤ LỤC C ban hành", "PHỤ LỤC C ban hành"),
])
def test_the_last_letter_of_an_abbreviation_read_twice(read: str, want: str) -> None:
    rows = [row(read, confidence=0.95)]
    repair_rows(rows)
    assert rows[0].text == want


@pytest.mark.parametrize(("cell", "want"), [("Toàn trường", "Toàn trường"), ("Toàn phường", "Toàn phường"), ("Đoan trường", "Đoàn trường")])
def test_everybody_at_a_place_is_no_youth_union(cell: str, want: str) -> None:
    assert [unit.name for unit in parse_units(cell, ocr=True)] == [want]


@pytest.mark.parametrize(("read", "want"), [
    (["(0)", "(¡)", "(ii¡)", "(iv)"], ["(i)", "(ii)", "(iii)", "(iv)"]),
    (["(1)", "(ii)", "(1ii)"], ["(i)", "(ii)", "(iii)"]),
    (["(i)", "(ii)", "(¡)", "(ii)"], ["(i)", "(ii)", "(i)", "(ii)"]),       # a second list
    (["(1)", "(2)", "(3)"], ["(1)", "(2)", "(3)"]),
    (["(iv)", "(1)", "(2)"], ["(iv)", "(1)", "(2)"]),
    (["(a)", "(b)"], ["(a)", "(b)"])])
def test_small_numerals_in_brackets(read: list[str], want: list[str]) -> None:
    rows = [row(f"{mark} Có 100% hồ sơ", 20.0 * n) for n, mark in enumerate(read)]
    assert set_small_romans(rows) == sum(a != b for a, b in zip(read, want, strict=True))
    assert [r.words[0].text for r in rows] == want
    assert set_small_romans([]) == 0


@pytest.mark.parametrize(("read", "want"), [
    (["5,1. Thành lập Tổ công tác", "5,2. Vận động hộ kinh doanh"], ["5.1.", "5.2."]),
    (["5. Hỗ trợ doanh nghiệp", "5,1. Thành lập Tổ"], ["5.", "5.1."]),
    (["5.1. Thành lập Tổ", "5.2, Vận động hộ"], ["5.1.", "5.2."]),
    (["5,1. Thành lập Tổ"], ["5,1."]),                       # may be a sentence's last number
    (["5,1. thành lập", "5,2. vận động"], ["5,1.", "5,2."])])
def test_numbers_of_headings_with_a_comma(read: list[str], want: list[str]) -> None:
    rows = [row(text, 20.0 * n) for n, text in enumerate(read)]
    put_dots(rows)
    assert [r.words[0].text for r in rows] == want


@pytest.mark.parametrize(("cell", "want"), [("Báo Nông nghiệp và Môi trường", "Báo Nông nghiệp và Môi trường"), ("Bô Nông nghiệp và Môi truờng", "Bộ Nông nghiệp và Môi trường")])
def test_a_paper_on_a_field_is_not_its_ministry(cell: str, want: str) -> None:
    assert [unit.name for unit in parse_units(cell, ocr=True)] == [want]
