"""Files that are no Vietnamese plans: read as what they are, at the cost that they are worth."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from extractors.errors import UnreadableDocument
from extractors.ocr_tesseract import find_tesseract, languages, read_words
from extractors.pdf_quality import foreign_words, in_foreign_words, is_syllable, quality
from extractors.pdf_reader import read_pdf
from normalizers.deadlines import parse_deadline
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units

ENGLISH = ("The committee shall report to the board on the progress of the programme and on the measures which are taken with respect to "
           "these findings. It has been agreed that the budget and the timetable are to be reviewed when the results of this year are known.")
DEBRIS = "Uû ban nh©n d©n x· x©y dùng kÕ ho¹ch chuyÓn ®æi sè n¨m 2026 vµ tæ chøc thùc hiÖn theo h­íng dÉn cña Së Khoa häc vµ C«ng nghÖ"
UNMARKED = ("Uy ban nhan dan xa xay dung ke hoach chuyen doi so nam 2026 va to chuc thuc hien theo huong dan cua So Khoa hoc va Cong nghe, "
            "giao Phong Kinh te chu tri, phoi hop voi cac co quan, don vi lien quan trien khai")


def test_common_foreign_words_are_no_vietnamese_syllables() -> None:
    assert not [(language, w) for language, words in foreign_words().items() for w in words if is_syllable(w)]


def test_prose_of_another_language_is_told_from_debris() -> None:
    assert in_foreign_words(ENGLISH.split())
    assert quality(ENGLISH.split()).worthless
    assert not in_foreign_words(DEBRIS.split())
    assert not in_foreign_words(UNMARKED.split())


def _pdf(lines: list[str]) -> bytes:
    """A PDF of one page with these lines."""
    shown = "".join(f"1 0 0 1 50 {800 - 16 * n} Tm ({line}) Tj " for n, line in enumerate(lines))
    content = f"BT /F1 11 Tf {shown} ET".encode("latin-1")
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
               b"<</Length %d>>stream\n%s\nendstream" % (len(content), content), b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    return b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % (n, o) for n, o in enumerate(objects, 1)) + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF\n"


def test_an_english_pdf_is_not_sent_through_ocr() -> None:
    words = (ENGLISH + " ") * 3
    document = read_pdf("report.pdf", "report.pdf", data=_pdf([words[n:n + 80] for n in range(0, len(words), 80)]))
    assert document.notes == []
    assert "The committee shall report" in document.blocks[0].text


@pytest.mark.parametrize("data, reason", [(b"\x00\x01\x02\x03" * 500, "not-a-document"), (b"   \n", "empty")])
def test_files_without_text_say_so_in_vietnamese(tmp_path: Path, data: bytes, reason: str) -> None:
    from extractors.open import open_document

    (tmp_path / "plan.txt").write_bytes(data)
    with pytest.raises(UnreadableDocument) as error:
        open_document(tmp_path / "plan.txt", source="plan.txt")
    assert error.value.reason == reason
    assert "the " not in str(error.value)


def test_a_picture_taller_than_tesseract_takes_is_read_in_parts() -> None:
    program = find_tesseract()
    assert program is not None
    assert languages(program)
    from PIL import ImageDraw, ImageFont

    word = Image.new("L", (400, 100), 255)
    ImageDraw.Draw(word).text((20, 20), "100", fill=0, font=ImageFont.load_default(60))
    picture = np.full((36_000, 400), 255, np.uint8)
    for top in (500, 15_000, 29_960, 35_000):
        picture[top:top + 100] = np.asarray(word)
    words = read_words([picture], 11, "stack")[0]
    assert [(w.text, round(w.top, -3)) for w in words if w.text == "100"] == [("100", 1000), ("100", 15000), ("100", 30000), ("100", 35000)]


def test_a_note_that_ends_behind_its_role_is_read() -> None:
    prose_owners("Rà soát (Phòng Kinh tế chủ trì")
    prose_owners("các chỉ tiêu (Công an xã chủ trì, (Văn phòng chủ trì")


@pytest.mark.parametrize("read, phrase", [(lambda s: parse_deadline(s, "2026-01-15"), "quý i, "), (prose_owners, "5 95; "), (parse_units, "Phòng Kinh tế, ")])
def test_twice_as_long_takes_about_twice_as_many_steps(read, phrase: str) -> None:  # type: ignore[no-untyped-def]
    import sys

    def steps(count: int) -> int:
        called = 0

        def count_calls(*_: object) -> None:
            nonlocal called
            called += 1

        sys.setprofile(count_calls)
        try:
            read(phrase * count)
        finally:
            sys.setprofile(None)
        return called

    read(phrase)
    assert steps(800) < 3 * steps(400)
