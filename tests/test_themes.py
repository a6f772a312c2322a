"""Themes: vocabulary without repetitions, texts of many topics, never a crash."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers import themes as module
from normalizers.text import fold
from normalizers.themes import themes, vocabulary


def test_no_term_twice_and_every_theme_has_several() -> None:
    with (Path(module.__file__).parent / "vocab" / "themes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [t for t, n in Counter(fold(r["term"]) for r in rows).items() if n > 1] == []
    assert [t for t, n in Counter(r["theme"] for r in rows).items() if n < 2] == []


@pytest.mark.parametrize(("text", "found"), [
    ("Tỷ lệ người dân có tài khoản VNeID", {"định danh điện tử"}), ("Tiêm phòng cho đàn GIA SÚC, gia cầm", {"nông nghiệp"}),
    ("Giải quyết TTHC đúng hạn", {"dịch vụ công và thủ tục hành chính"}), ("Xây dựng trường học an toàn phòng cháy", {"giáo dục", "phòng cháy chữa cháy"}),
    ("Phối hợp triển khai", set()), ("", set()), ("bảo hiểm y tế toàn dân", {"bảo hiểm", "y tế"}),
])
def test_themes_of_texts(text: str, found: set[str]) -> None:
    assert themes(text) == found


@given(st.text(max_size=200))
def test_any_text_has_known_themes(text: str) -> None:
    assert themes(text) <= set(vocabulary().values())
