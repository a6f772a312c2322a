"""Doubtful abbreviations of a scan are set right by the page's own."""

from __future__ import annotations

import pytest

from extractors.ocr_abbreviations import GIVEN, settle_abbreviations
from extractors.ocr_layout import Row
from extractors.ocr_tesseract import Word


def row(*words: tuple[str, float]) -> Row:
    return Row([Word(t, 50.0 * n, 0.0, 50.0 * n + 40, 12.0, c) for n, (t, c) in enumerate(words)])


@pytest.mark.parametrize(("sure", "read", "confidence", "want"), [
    ("QLTM", "QUTM", 0.5, "QLTM"),
    ("KHTH", "KHITH;", 0.6, "KHTH;"),
    ("QLTM", "QUTM", 0.93, "QUTM"),          # sure
    ("QLTM", "UBND", 0.5, "UBND"),           # another one
    ("HĐND", "HĐN", 0.5, "HĐN"),             # a letter less may be another one
    ("TTHC", "TTPC", 0.5, "TTHC"),
    ("XIII", "VIII", 0.5, "VIII"),           # numerals
    ("BTC", "BTP", 0.5, "BTP"),              # three letters tell too little
])
def test_settled(sure: str, read: str, confidence: float, want: str) -> None:
    rows = [row(("Phòng", 0.96), (sure, 0.92)), row(("Phòng", 0.96), (read, confidence))]
    changed = settle_abbreviations(rows)
    assert rows[1].words[1].text == want
    assert changed == (want != read)
    if changed:
        assert rows[1].raw == {1: read}
        assert rows[1].words[1].confidence <= GIVEN


@pytest.mark.parametrize(("before", "read", "confidence", "want"), [
    ("tâm", "PVNHGG", 0.7, "PVHCC"),
    ("tâm", "PVHĐT", 0.93, "PVHĐT"),         # sure
    ("tâm", "PVĐT", 0.7, "PVĐT"),            # too short to be it
    ("Phòng", "PVNHGG", 0.7, "PVNHGG")])
def test_the_centre_of_public_services_below_its_first_words(before: str, read: str, confidence: float, want: str) -> None:
    rows = [row(("Trung", 0.97), (before, 0.96)), row((read, confidence))]
    settle_abbreviations(rows)
    assert rows[1].words[0].text == want


def test_two_that_are_near_settle_nothing() -> None:
    rows = [row(("QLTM", 0.92), ("QDTM", 0.92)), row(("QUTM", 0.5))]
    assert settle_abbreviations(rows) == 0


@pytest.mark.parametrize(("read", "want"), [("HIX", "HTX"), ("MIIQ;", "MTTQ;"), ("THI", "THI"), ("XIV", "XIV"), ("KINH", "KINH"), ("HTX", "HTX")])
def test_a_t_read_as_i_where_no_syllable_ends_so(read: str, want: str) -> None:
    rows = [row(("Các", 0.96), (read, 0.93))]
    settle_abbreviations(rows)
    assert rows[0].words[1].text == want
