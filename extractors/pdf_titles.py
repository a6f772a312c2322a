"""Titles in and around tables without rules: those of groups of rows, and those of what follows the table."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors.pdf_chars import Word
from extractors.pdf_columns import NUMBER, ColumnPiece, is_head

APPENDIX = re.compile(r"(?:PHỤ LỤC|BIỂU|MẪU)(?: |$)|Phụ lục(?: (?:số )?[\dIVX]{1,4})?$")
_ROMAN = re.compile(r"[IVX]{1,5}\.|[A-E]\.")
_ITEM = re.compile(r"[a-zđ][)/]|\d{1,2}(?:\.\d{1,2})*[./]|[IVX]{1,5}[./]")


def groups_below(title: ColumnPiece, pieces: list[list[ColumnPiece]], run: list[int], k: int) -> bool:
    """Whether a title between the rows of `run` and row `k` groups rows of one table ("III. Công tác …"): it stands where the
    row numbers do and the rows below count on in the same columns, which all lines of the rows above tell. Right below the headings no other table can begin."""
    numbered = next((row for row in pieces[k:k + 3] if len(row[0].words) == 1 and NUMBER.match(row[0].words[0].text)
                     and abs(title.x0 - row[0].x0) <= 14), None)
    if numbered is None:
        return _goes_on_below(title, pieces, run, k)
    if not any(NUMBER.match(mark) and mark != "T" for mark in (pieces[j][0].words[0].text for j in run)):
        return is_head(pieces[run[0]])
    if numbered[0].words[0].text.strip("().") in ("1", "01") and title.words[0].text[0] not in "IVX":
        return False
    lefts = [p.x0 for row in pieces[run[-8:][0]:run[-1] + 1] for p in row if p.x0 > title.x0 + 14]
    return sum(any(abs(p.x0 - x) < 3 for x in lefts) for p in pieces[k] if p is not numbered[0]) >= 2


def _goes_on_below(title: ColumnPiece, pieces: list[list[ColumnPiece]], run: list[int], k: int) -> bool:
    """Whether rows without numbers stand in the same columns below a group's title in the middle of theirs as above it."""
    edges = [p for row in pieces[run[-6:][0]:run[-1] + 1] for p in row]
    left, right = min(p.x0 for p in edges), max(p.x1 for p in edges)
    if abs(title.x0 + title.x1 - left - right) > 0.2 * (right - left) or title.x0 < left + 14:
        return False
    return sum(any(p.x0 < q.x1 and q.x0 < p.x1 for q in edges) for p in pieces[k]) >= 3


def same_title(row: list[ColumnPiece], last: list[ColumnPiece], xs: list[float], bold: Callable[[Word], bool]) -> bool:
    """Whether a page's last line is the title of a further group like one in the table: "I. Cấp tỉnh" … "II. Cấp xã", or "Hạ tầng số" behind
    the column of the numbers."""
    marks = [title[0].words[0].text for title in (row, last)]
    alike = all(_ROMAN.fullmatch(mark) for mark in marks) or (last[0].x0 > xs[1] and not any(_ITEM.fullmatch(mark) for mark in marks))
    return len(row) == 1 and min(abs(row[0].x0 - last[0].x0), abs(row[0].x0 + row[0].x1 - last[0].x0 - last[0].x1) / 2) <= 3 and alike and marks[0] != marks[1] \
        and bold(row[0].words[0]) and bold(last[0].words[0])


def opens_group(title: list[ColumnPiece], row: list[ColumnPiece], bold: Callable[[Word], bool]) -> bool:
    """Whether a line at a page's top is (part of) the bold title of the rows below it, in a table that goes on from the page before."""
    return len(title) == 1 and len(row) >= 3 and bold(title[0].words[0]) and abs(title[0].x0 - row[0].x0) <= 14 \
        and NUMBER.match(row[0].words[0].text) is not None and len(row[0].words) == 1


def in_the_middle(row: list[ColumnPiece], xs: list[float], bold: Callable[[Word], bool]) -> bool:
    """Whether a row is a group's title in the middle of the table's width: "Tháng 9/2026"."""
    return len(row) == 1 and abs(row[0].x0 + row[0].x1 - xs[0] - xs[-1]) < 24 and bold(row[0].words[0]) and row[0].x1 - row[0].x0 < 0.6 * (
        xs[-1] - xs[0]) and not APPENDIX.match(" ".join(w.text for w in row[0].words))


def in_rest_middle(row: list[ColumnPiece], xs: list[float], bold: Callable[[Word], bool]) -> bool:
    """Whether a numbered row is a group's title in the middle of the columns behind the number's, whose right edge only text tells."""
    return row[1].x0 - row[0].x1 > 30 and abs(row[1].x0 + row[1].x1 - xs[1] - xs[-1]) < 0.08 * (xs[-1] - xs[1]) and bold(row[0].words[0]) \
        and bold(row[1].words[0])


def is_item_title(row: list[ColumnPiece], width: float) -> bool:
    """Whether a row is the title of the plan's next item, alone on its line: "b) Các giai đoạn thực hiện", "3. Công tác …"."""
    return len(row) == 1 and row[0].x1 - row[0].x0 > 0.22 * width and len(row[0].words) > 3 and _ITEM.fullmatch(row[0].words[0].text) is not None \
        and row[0].words[1].text[:1].isupper()


def next_title(row: list[ColumnPiece], bold: Callable[[Word], bool]) -> bool:
    """Whether a line below a table's last row is the bold heading of what follows it: "III. Nội dung thực hiện"."""
    words = row[0].words
    return len(row) == 1 and len(words) > 2 and _ITEM.fullmatch(words[0].text) is not None and words[1].text[:1].isupper() and bold(words[0]) and bold(words[-1])


def next_part(row: list[ColumnPiece], above: list[list[ColumnPiece]]) -> bool:
    """Whether a line below a table's last row is the plan's next heading in capitals ("III. TỔ CHỨC THỰC HIỆN"), none like which
    groups the rows above it. Groups "A.", "B." may have "I." below them for the first time, but no "III."."""
    words = row[0].words
    mark = words[0].text
    if len(row) > 1 or len(words) < 3 or not _ROMAN.fullmatch(mark) or not all(w.text.isupper() for w in words[1:4]):
        return False
    groups = [other[0].words[0].text for other in above if _ROMAN.fullmatch(other[0].words[0].text)]
    return not groups or (mark not in ("I.", "A.") and not any((group < "F") == (mark < "F") for group in groups))
