"""List markers and section numbers: what starts a paragraph, what only looks like it."""

import unicodedata
from typing import Literal

import pytest

from extractors import markers
from extractors.markers import read_marker

MARKED = [
    ("II. Mục tiêu", "roman", 2), ("I- MỤC ĐÍCH", "roman", 1), ("IV/ Kinh phí", "roman", 4), ("1. Mục đích", "number", 1), ("1- Đến năm 2030", "number", 1),
    ("1/ Mục đích", "number", 1), ("1.Mục tiêu", "number", 1), ("2.1. Đến hết", "decimal", 1), ("2.1- Nâng cấp", "decimal", 1), ("III.2. Nhiệm vụ", "decimal", 2),
    ("2.1.3. Phát triển", "decimal3", 3), ("a) Phát triển", "letter", 1), ("đ) Phát triển", "letter", 5), ("(2) Xây dựng", "paren", 2), ("- Có", "dash", None),
    ("– Có", "dash", None), ("+ Tổ chức", "plus", None), ("* Về hạ tầng", "star", None), ("• Triển khai", "dot", None), ("Điều 3. Các", "article", 3),
    ("Phần thứ nhất", "part", 1), ("PHẦN II", "part", 2), ("Chương II", "chapter", 2), ("Nhiệm vụ 1: Xây dựng", "label", 1), ("C. Nội dung", "letter_cap", 3),
    ("Đ. Tổ chức thực hiện", "letter_cap", 5),
]
UNMARKED = ["57-NQ/TW ngày", "1.200 tỷ đồng", "12/2026", "I/2026", "15/9/2025 của", "3,0% tổng chi", "24/7", "5G phủ", "Phần mềm quản lý", "2030", "-5 độ", ""]


@pytest.mark.parametrize(("text", "kind", "number"), MARKED)
def test_marker_is_read(text: str, kind: str, number: int | None) -> None:
    marker = read_marker(text)
    assert marker is not None
    assert (marker.kind, marker.number) == (kind, number)


@pytest.mark.parametrize("text", UNMARKED)
def test_no_marker(text: str) -> None:
    assert read_marker(text) is None


def test_every_pattern_is_tried_where_it_can_match() -> None:
    """The choice of patterns by first character loses none: whatever a pattern matches is reached by its first character."""
    endings = ["", ".", ". A", ") a", " a", "1. a", " 1. A", "HẦN 1", "hần I", "HƯƠNG 1", "hương 1", "ỤC 1", "ục 1", "IỀU 1.", "iều 1.", "hiệm vụ 1:", "hỉ tiêu 1:",
               "ải pháp 1:", "iải pháp 1:", "ội dung 1:", "ục tiêu 1:", "oạt động 1:", "HIỆM VỤ 1:", "HỈ TIÊU 1:", "IẢI PHÁP 1:", "ỤC TIÊU 1:", "1) a", ".1. a", ".1.1. a"]
    for code in [*range(0x20, 0x2000), *range(0x2000, 0x2800), *range(0xF000, 0xF100)]:
        first = chr(code)
        if first.isspace():
            continue
        reached = markers._BY_FIRST.get("0" if first.isdecimal() else first, ())
        for ending in endings:
            missed = [kind for kind, pattern in markers._PATTERNS if (kind, pattern) not in reached and pattern.match(first + ending)]
            assert missed == [], (first, ending)


@pytest.mark.parametrize("line", ["2 - đến năm 2026", "10 - ứng dụng công nghệ số", "5 – ở các thôn", "4.0 - Kho dữ liệu dùng chung", "2.0 tại các trường"])
def test_a_small_letter_with_marks_opens_no_item(line: str) -> None:
    assert read_marker(line) is None


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("opening", [
    "PHẦN I.", "Phần thứ nhất:", "CHƯƠNG II.", "Chương II.", "MỤC 1.", "Mục 1.", "ĐIỀU 3.", "Điều 3.", "Nhiệm vụ 1:", "Chỉ tiêu 1:", "Giải pháp 1:",
    "Nội dung 1:", "Mục tiêu 1:", "Hoạt động 1:", "NHIỆM VỤ 1:", "CHỈ TIÊU 1:", "GIẢI PHÁP 1:", "MỤC TIÊU 1:", "IX.", "XI.1.", "o", "đ)", "Đ."])
def test_words_that_open_a_marker(opening: str, form: Literal["NFC", "NFD"]) -> None:
    assert read_marker(unicodedata.normalize(form, f"{opening} Nâng cao chất lượng phục vụ")) is not None


@pytest.mark.parametrize(("line", "kind", "number"), [
    ("Nhóm nhiệm vụ thứ hai: Hoàn thiện hạ tầng", "label", 2), ("Nhóm giải pháp số 3: Nguồn lực", "label", 3), ("NHÓM NHIỆM VỤ THỨ BA: NGUỒN LỰC", "label", 3),
    ("Nhiệm vụ trọng tâm 1. Rà soát hồ sơ", "label", 1), ("Nhiệm vụ, giải pháp 4: Tập huấn", "label", 4), ("b- Nâng cao nhận thức", "letter", 2), ("‒ Sửa đường liên thôn", "dash", None)])
def test_groups_letters_with_a_dash_and_long_dashes(line: str, kind: str, number: int | None) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert (marker.kind, marker.number) == (kind, number)


@pytest.mark.parametrize("line", ["Nhóm hộ nghèo: hỗ trợ con giống", "Nhiệm vụ trọng tâm năm 2026: rà soát", "Nhiệm vụ hai: sửa đường", "a-xít trong đất", "Nhóm nhiệm vụ về hạ tầng"])
def test_words_of_groups_without_a_number(line: str) -> None:
    assert read_marker(line) is None


def test_a_range_of_shares_is_no_item_of_its_lower_bound() -> None:
    assert read_marker("10- 20% doanh nghiệp ứng dụng trí tuệ nhân tạo") is None
    item = read_marker("2- 100% cán bộ sử dụng chữ ký số")
    assert item is not None and item.number == 2
