"""Text of a PDF page that is none of its lines: what lies off the page, and what is stamped on it wherever there is room.

A crop box hides what a page keeps outside it (the other half of a sheet, a printer's notes). The block of a digital signature ("Ký bởi: …",
"Cơ quan: …", "Ngày ký: …"), that of a copy ("SAO Y; …; 02/04/2026 17:08:02") and the stamp of who received the document ("CÔNG VĂN ĐẾN", "Số: …", "Ngày: …", "Chuyển: …") are drawn in one go after
the text and may stand on a paragraph, in the letterhead or in the cells of a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.pdf_view import View
from extractors.pdf_word import Word

_NAMES = ("ký bởi:", "Ký bởi:", "gười ký:", "KÝ BỞI:", "igned by", "ĐẾN\r", "SAO Y", "SAO LỤC", "TRÍCH SAO")
_OPENS = re.compile(r"(?:(?:văn bản )?(?:được )?ký (?:số )?bởi|người ký|digitally signed by)\s*:?\s", re.IGNORECASE)
_CLOSES = re.compile(r"(?:thời gian ký|ngày ký|giờ ký|date)\s*:", re.IGNORECASE)
_COPY = re.compile(r"(?:SAO Y|SAO LỤC|TRÍCH SAO)(?: BẢN (?:CHÍNH|GIẤY|ĐIỆN TỬ))?\s*(?:[;:,.]|$)")
_COPIED = re.compile(r"(?:.*[;,]\s*)?(?:(?:thời gian|ngày|giờ) (?:ký|sao)\s*:|(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]20\d\d|20\d\d-\d\d-\d\d)", re.IGNORECASE)
_RECEIVED = re.compile(r"(?:(?:CÔNG VĂN|VĂN BẢN)\s+)?ĐẾN")
_REGISTERED = re.compile(r"(?:số|ngày|giờ|(?:kính )?chuyển|số và ký hiệu hs|lưu hồ sơ)(?:\s*[:.…\d]|$)", re.IGNORECASE)
_ZONE = re.compile(r"\d[\d:.,/-]*(?: ?[+-]\d\d[:']\d\d'?)?|[+-]\d\d[:']\d\d'?")
_MOST_RUNS = 10
_MOST_LINES = 4      # of a copy's mark
_SLACK = 3.0         # points


def part_stray(words: list[Word], text: str, view: View) -> tuple[list[Word], list[Word]]:
    """A page's words without those that lie off it, and without those of signatures, which come beside them."""
    width, height = view.width, view.height
    if [1 for word in words if word.x0 >= width or word.x1 <= 0.0 or not 0.0 < word.y < height + _SLACK]:
        words = [word for word in words if word.x0 < width and word.x1 > 0.0 and 0.0 < word.y < height + _SLACK]
    for name in _NAMES:
        if name in text:
            break
    else:
        return words, []
    signed = _signed(words) | _received(words) | _copied(words)
    return ([word for k, word in enumerate(words) if k not in signed], [words[k] for k in sorted(signed)]) if signed else (words, [])


def _signed(words: Sequence[Word]) -> set[int]:
    """The places, in drawing order, of the words of signatures: from who signed to when, one line below another."""
    found: set[int] = set()
    for start, word in enumerate(words):
        if start in found or not _OPENS.match(word.text):
            continue
        for end in range(start + 1, min(start + _MOST_RUNS, len(words))):
            run, last = words[end], words[end - 1]
            if run.x0 < word.x0 - _SLACK or not -_SLACK < run.y - last.y < 3 * _MOST_RUNS:
                break
            if _CLOSES.match(run.text):
                while end + 1 < len(words) and _ZONE.fullmatch(words[end + 1].text) and -_SLACK < words[end + 1].y - run.y < 3 * _MOST_RUNS / 2:
                    end += 1
                found.update(range(start, end + 1))
                break
    return found


def _copied(words: Sequence[Word]) -> set[int]:
    """The places of the words of a copy's mark: what it is, who made it and when, one line below another; alone where no day follows."""
    found: set[int] = set()
    for start, word in enumerate(words):
        if start in found or not _COPY.match(word.text):
            continue
        found.add(start)
        for end in range(start, min(start + _MOST_LINES, len(words))):
            run, last = words[end], words[max(end - 1, start)]
            if not -_SLACK < run.y - last.y < 3 * _MOST_RUNS:
                break
            if _COPIED.match(run.text):
                while end + 1 < len(words) and _ZONE.fullmatch(words[end + 1].text.rstrip(";")) and -_SLACK < words[end + 1].y - run.y < 3 * _MOST_RUNS / 2:
                    end += 1
                found.update(range(start, end + 1))
                break
    return found


def _received(words: Sequence[Word]) -> set[int]:
    """The places of the words of a stamp that says who received the document: its own body above, its number and day below."""
    for start, word in enumerate(words):
        if not _RECEIVED.fullmatch(word.text):
            continue
        end = start + 1
        while end < min(start + _MOST_RUNS, len(words)) and _REGISTERED.match(words[end].text) and 0.0 <= words[end].y - words[end - 1].y < 3 * _MOST_RUNS:
            end += 1
        if end - start < 3:
            continue  # a number and a day at least
        while start and words[start - 1].text.isupper() and 0.0 < words[start].y - words[start - 1].y < 2 * _MOST_RUNS and words[start - 1].x0 < word.x1:
            start -= 1
        return set(range(start, end))
    return set()
