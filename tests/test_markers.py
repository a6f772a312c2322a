"""List markers and section numbers: what starts a paragraph, what only looks like it."""

import pytest

from extractors.markers import read_marker

MARKED = [
    ("II. Mục tiêu", "roman", 2), ("I- MỤC ĐÍCH", "roman", 1), ("IV/ Kinh phí", "roman", 4), ("1. Mục đích", "number", 1), ("1- Đến năm 2030", "number", 1),
    ("1/ Mục đích", "number", 1), ("1.Mục tiêu", "number", 1), ("2.1. Đến hết", "decimal", 1), ("2.1- Nâng cấp", "decimal", 1), ("III.2. Nhiệm vụ", "decimal", 2),
    ("2.1.3. Phát triển", "decimal3", 3), ("a) Phát triển", "letter", 1), ("đ) Phát triển", "letter", 5), ("(2) Xây dựng", "paren", 2), ("- Có", "dash", None),
    ("– Có", "dash", None), ("+ Tổ chức", "plus", None), ("* Về hạ tầng", "star", None), ("• Triển khai", "dot", None), ("Điều 3. Các", "article", 3),
    ("Phần thứ nhất", "part", 1), ("PHẦN II", "part", 2), ("Chương II", "chapter", 2), ("Nhiệm vụ 1: Xây dựng", "label", 1), ("C. Nội dung", "letter_cap", 3),
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
