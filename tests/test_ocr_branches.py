"""OCR puts a hook on "Chi" of "Chi cục", "chi bộ"; the word "chỉ" itself stays."""

from __future__ import annotations

import pytest

from extractors.ocr_forms import branch
from extractors.ocr_repair import repair


@pytest.mark.parametrize(("words", "want"), [
    ("Chỉ cục Thủy lợi", "Chi"), ("chỉ bộ, đảng", "chi"), ("Chỉ nhánh Ngân", "Chi"), ("chỉ hội phụ", "chi"),
    ("chỉ bộ đội biên", "chỉ"), ("chỉ hội đồng nào", "chỉ"), ("Chỉ đạo Phòng", "Chỉ"), ("chỉ", "chỉ"),
])
def test_chi_before_the_rest_of_a_units_name(words: str, want: str) -> None:
    first, *after = words.split()
    assert branch(first, after) == want


@pytest.mark.parametrize(("text", "want"), [
    ("hồ sơ và chỉ trả trợ cấp", "hồ sơ và chi trả trợ cấp"),
    ("không chỉ trả lời", "không chỉ trả lời"), ("giám sát và chỉ đạo", "giám sát và chỉ đạo"),
])
def test_chi_before_what_never_follows_it_marked(text: str, want: str) -> None:
    assert " ".join(repair(text.split(), [0.96] * len(text.split()))) == want
