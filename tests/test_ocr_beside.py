"""Words of scans that their neighbours make certain (extractors/ocr_beside.py)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.ocr_beside import settle
from extractors.ocr_forms import mend
from extractors.ocr_layout import Row
from extractors.ocr_repair import frequencies, repair_rows
from extractors.ocr_spaces import parted
from extractors.ocr_tesseract import Word

SYLLABLES = {"xã", "phường", "thôn", "tổ", "các", "hộ", "trường", "trạm", "học", "y", "tế", "hỗ", "trợ", "phí"}


@pytest.mark.parametrize(("text", "want"), [
    ("thu ngân sách 2.150 ty đông, tăng", "thu ngân sách 2.150 tỷ đồng, tăng"),
    ("vốn 45 triêu đồng", "vốn 45 triệu đồng"),
    ("khai thác và tỉnh chế nguyên liệu", "khai thác và tinh chế nguyên liệu"),
    ("bộ máy tỉnh gọn", "bộ máy tinh gọn"),
    ("địa bàn tỉnh chế biến nông sản", "địa bàn tỉnh chế biến nông sản"),
    ("bộ chỉ số theo dõi", "bộ chỉ số theo dõi"),
    ("lập số theo dõi", "lập sổ theo dõi"),
    ("Thuế cơ Sở 4", "Thuế cơ sở 4"),
    ("do Sở Y tế", "do Sở Y tế"),
    ("I. Phần công nhiệm vụ các thành viên", "I. Phân công nhiệm vụ các thành viên"),
    ("phần công việc được giao", "phần công việc được giao"),
    ("vốn 45 triệu dông.", "vốn 45 triệu đồng."),
    ("công ty đông người", "công ty đông người"),                  # no amount
    ("12 công ty đông dân", "12 công ty đông dân"),
    ("tăng từ 6,0 đên 6,8%", "tăng từ 6,0 đến 6,8%"),
    ("ngôi đền 300 năm", "ngôi đền 300 năm"),
    ("thu 2.310.5 tỷ đồng", "thu 2.310,5 tỷ đồng"),
    ("mục 2.3.1 và 1.200.000", "mục 2.3.1 và 1.200.000"),
    ("Thuế khu vực VH; kho bạc", "Thuế khu vực VII; kho bạc"),
    ("Kho bạc khu vực XHI", "Kho bạc khu vực XIII"),
    ("Tống nhu cầu vốn năm 2026", "Tổng nhu cầu vốn năm 2026"),
    ("ông Tống Văn Nam", "ông Tống Văn Nam"),
    ("nghiên cứu, tống đạt giấy tờ", "nghiên cứu, tống đạt giấy tờ"),
    ("trích vốn đế cho vay", "trích vốn để cho vay"),
    ("kháng chiến chống đế quốc", "kháng chiến chống đế quốc"),
    ("đề nghị thấm tra xã", "đề nghị thẩm tra xã"),
    ("sơn chống thấm mái", "sơn chống thấm mái"),
    ("di đời chuồng trại", "di dời chuồng trại"),
    ("đời sống nhân dân", "đời sống nhân dân"),
    ("Năm chắc hoàn cảnh", "Nắm chắc hoàn cảnh"),
    ("trạm y tế, vệ tỉnh.", "trạm y tế, vệ tinh."),
    ("nhà khu H", "nhà khu H"),                                     # a block of houses
    ("Phòng VH", "Phòng VH"),
    ("các xã. phường", "các xã, phường"),
    ("học phí. hỗ trợ học", "học phí, hỗ trợ học"),
    ("các xã. Trạm y tế", "các xã. Trạm y tế"),                     # a sentence ends
    ("tr. xã", "tr. xã"),                                           # an abbreviation
])
def test_settle(text: str, want: str) -> None:
    assert settle(text.split(), SYLLABLES.__contains__) == want.split()


def test_a_scan_s_rows_keep_what_was_read() -> None:
    text = "chi 1.250 ty đông cho các xã. phường"
    row = Row([Word(t, 20.0 * n, 0.0, 20.0 * n + 15, 12.0, 0.93) for n, t in enumerate(text.split())])
    repair_rows([row])
    assert row.text == "chi 1.250 tỷ đồng cho các xã, phường"
    assert (row.raw[2], row.raw[3], row.raw[6]) == ("ty", "đông", "xã.")


def test_a_speck_before_the_rest_of_a_sentence_goes_and_a_bullet_stays() -> None:
    rows = [Row([Word(t, 20.0 * n, 0.0, 20.0 * n + 15, 12.0, 0.9) for n, t in enumerate(text.split())]) for text in (". tháng, năm", ". Rà soát")]
    repair_rows(rows)
    assert [row.text for row in rows] == ["tháng, năm", ". Rà soát"]


@pytest.mark.parametrize(("text", "want"), [
    ("banKiểm", "ban Kiểm"), ("SởYtế", "Sở Y tế"), ("SởTNMT", "Sở TNMT"), ("VNeID", "VNeID"), ("iHanoi", "iHanoi"), ("YouTube", "YouTube"), ("SởXt", "SởXt"),
])
def test_words_are_parted_at_inner_capitals(text: str, want: str) -> None:
    assert parted(text, frequencies()) == want


@pytest.mark.parametrize(("text", "want"), [("LĐĐ-TB&XH", "LĐ-TB&XH"), ("25/QĐĐ-UBND", "25/QĐ-UBND"), ("ĐĐBQH", "ĐĐBQH")])
def test_a_letter_read_twice(text: str, want: str) -> None:
    assert mend(text, "Sở", starts=False) == want


@given(st.lists(st.text(min_size=1, max_size=8), max_size=8))
def test_any_words(words: list[str]) -> None:
    once = settle(words, SYLLABLES.__contains__)
    assert len(once) == len(words)


@pytest.mark.parametrize(("read", "want"), [
    ("2026 : 2030", "2026 - 2030"), ("giai đoạn 2026 . 2030", "giai đoạn 2026 - 2030"), ("năm 2026: 85%", "năm 2026: 85%"),
    ("2026 , 85", "2026 , 85"), ("2026 – 2030", "2026 – 2030"),
])
def test_what_stands_between_two_years_is_a_dash(read: str, want: str) -> None:
    assert settle(read.split(), lambda _: True) == want.split()


@pytest.mark.parametrize(("read", "want"), [
    ("trí tuệ nhân tạo (AT) phù hợp", "trí tuệ nhân tạo (AI) phù hợp"), ("trí tuệ nhân tạo (AD trong các", "trí tuệ nhân tạo (AI) trong các"),
    ("Các đồng chi Ủy viên", "Các đồng chí Ủy viên"), ("10 triệu đồng chi cho", "10 triệu đồng chi cho"),
    ("dẫn vệ tỉnh khi", "dẫn vệ tinh khi"), ("100% số hộ tịch", "100% sổ hộ tịch"), ("số hộ nghèo", "số hộ nghèo"), ("có số theo dõi hồ sơ", "có sổ theo dõi hồ sơ"),
])
def test_what_a_neighbour_makes_certain(read: str, want: str) -> None:
    assert " ".join(settle(read.split(), frequencies().single.__contains__)) == want


@pytest.mark.parametrize(("read", "want"), [
    ("tổ chức đẳng, đảng viên", "tổ chức đảng, đảng viên"), ("cán bộ, đẳng viên và", "cán bộ, đảng viên và"), ("Đẳng ủy xã", "Đảng ủy xã"),
    ("chăm sóc trễ; phấn đấu", "chăm sóc trẻ; phấn đấu"), ("chó, mèo nghỉ dại cắn", "chó, mèo nghi dại cắn"),
    ("các trường cao đẳng, viên chức", "các trường cao đẳng, viên chức"), ("giảng viên cao đẳng viên chức", "giảng viên cao đẳng viên chức"),
    ("bình đẳng giới", "bình đẳng giới"), ("không để chậm trễ, gây phiền hà", "không để chậm trễ, gây phiền hà"), ("nghỉ lễ, nghỉ Tết", "nghỉ lễ, nghỉ Tết"),
])
def test_a_neighbour_tells_words_of_one_tone_from_another(read: str, want: str) -> None:
    assert " ".join(settle(read.split(), frequencies().single.__contains__)) == want
