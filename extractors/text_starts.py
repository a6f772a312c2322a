"""Where paragraphs of a text dump start: list markers, lines that stop short of the margin, blank lines, line-end spaces."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence

from extractors.document import Line
from extractors.first_lines import flush, full_width, opens
from extractors.flat_end import prose_width_of
from extractors.flat_stream import SPACE, printed_width, text_width
from extractors.markers import LETTER_SIGN, SIGNS, ends_range
from extractors.text_indents import told_by_blanks

_MARKER = re.compile(rf"(?:[-–+*{SIGNS}]\s*(?=\S)|{LETTER_SIGN}|" r"\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s*(?=[^\d\s])|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\S)|\d{1,2}(?:\.\d{1,2}){0,2}[-–]\s+(?=[A-ZĐ])|[a-zđ]\)\s*|[IVXLC]{1,6}[.)-]\s*(?=\S)|[A-HĐ]\.\s+(?=\S)|"
                     r"(?:Điều|Khoản|Phần|Mục|Chương|PHẦN|CHƯƠNG|MỤC|Phụ lục|PHỤ LỤC)\s+(?:thứ\s+)?[\dIVXLA-Z]+\b)")
_ENDED = re.compile(r"[.;:!?…]['\"”’)]*$")
_BEHIND_MARK = re.compile(r"[;,.)] ?(?:\S|$)")
_OPEN = re.compile(r"[,\-–(&/]$|\b(?:và|của|các|cho|với|tại|trong|(?<!tiếp )theo|hoặc|là|những|số|đến|từ|về|do|ngày|tháng|năm)$", re.IGNORECASE)
_COUNTED_IN = re.compile(r"\(?(?:Đơn vị tính|Đơn vị|ĐVT) ?: ?\S")  # what a table below counts its figures in
# First lines of paragraphs are indented by 1 to 1.27 cm (Nghị định 30/2020/NĐ-CP), some 2.6 em at 14 points.
_INDENT = 2700
_MUCH_ROOM = 0.3  # of the text width
_FILLED = 0.93  # of the text width: what an indented line and the next word hold at least
_LEAST_SEEN = 10  # pairs of lines by which a dump's habit is known


def mark_starts(lines: Sequence[Line]) -> None:
    """Set `starts` and `fill` of prose lines. True and False only on clear evidence; the rest stays None."""
    body = [line for line in lines if not line.furniture]
    unwrapped = _unwrapped(body)
    width = None if unwrapped else prose_width_of(body)
    gaps = [_blank_between(a, b) for a, b in itertools.pairwise(body)]
    share = sum(gaps) / (len(gaps) or 1)
    telling = 0.08 < share < 0.7        # blank lines set paragraphs apart; with nearly none or all they say nothing
    blank_weight, solid_weight = _weights_of_blanks(lines, body, gaps) if telling else (0.0, 0.0)
    spaced = sum(line.text[-1:].isspace() for line in body) / (len(body) or 1)
    trailing = 0.35 < spaced < 0.95     # wrapped lines end with a space, paragraphs' last lines without
    full = None if unwrapped else full_width(body)
    told = {} if unwrapped or not width else {id(lines[k]): first for k, first in told_by_blanks(lines, _MARKER.match, _fits(width)).items()}
    printed = ""
    for k, line in enumerate(body):
        before, printed = printed, _whole(printed, line.text)
        if width:
            line.fill = round(min(1.2, text_width(printed) / width), 3)
        whole = unwrapped and k > 0 and bool(_ENDED.search(body[k - 1].text.strip())) and not line.text.strip()[:1].islower()
        line.starts = True if k == 0 or whole else _starts(body[k - 1], before, line, width, blank_weight if gaps[k - 1] else solid_weight, trailing)
        unsure = line.starts is None or (line.starts is False and bool(_MARKER.match(before.strip())) and not _ENDED.search(before.strip()))
        if full is not None and unsure and k + 1 < len(body) and _opens(before, line.text, body[k + 1].text, full):
            line.starts = True
        elif full is not None and line.starts is None and k + 1 < len(body) and not _MARKER.match(line.text.strip()) and flush(line.text.strip(), body[k + 1].text, full):
            line.starts = False
        if told and (first := told.get(id(line))) is not None and line.starts is not True:
            line.starts = first


def _fits(width: float) -> Callable[[str, str, bool], bool]:
    """Whether a line may be the first of its paragraph, behind the one above: that must not wait for more, or have room for its first word."""
    def fits(above: str, text: str, first: bool) -> bool:
        if first:
            return not _OPEN.search(above) and not text[:1].islower()
        return text_width(above) + SPACE + printed_width(text.split()[0]) > _FILLED * width
    return fits


def _whole(before: str, text: str) -> str:
    """A printed line of which a raised mark set the end apart: "… dưới 5%1" / "; tỷ lệ …"."""
    return before.rstrip() + text if 0 < len(before) < 200 and _BEHIND_MARK.match(text) and before.rstrip()[-1:].isdigit() else text


def _opens(before: str, text: str, following: str, full: float) -> bool:
    """Whether an indent that is lost stands before a line which no word of its own tells to be a first one."""
    a, b = before.strip(), text.strip()
    closed = bool(_ENDED.search(a)) or (bool(_MARKER.match(a)) and not _OPEN.search(a))  # "1. Một tiêu đề dài gần hết dòng"
    return closed and b[:1].isupper() and opens(b, following, full)


def _unwrapped(lines: Sequence[Line]) -> bool:
    """Whether each line is a paragraph, as a word processor saves text: no printed line of a portrait page holds 150 characters."""
    prose = [line.text for line in lines if len(line.text.split()) >= 9]
    beyond = sum(len(text) > 150 and "   " not in text.strip() for text in prose)
    return beyond >= 3 and beyond * 10 >= len(prose)


def _blank_between(a: Line, b: Line) -> bool:
    return bool(a.place.lines and b.place.lines and b.place.lines[0] - a.place.lines[1] > 1)


def _weights_of_blanks(lines: Sequence[Line], body: Sequence[Line], gaps: Sequence[bool]) -> tuple[float, float]:
    """What a blank line and a missing one say of a start: more where the dump has none inside paragraphs and one before each list marker."""
    furniture = {line.place.lines[0] for line in lines if line.furniture and line.place.lines}
    inside = torn = opened = joined = 0
    for (a, b), gap in zip(itertools.pairwise(body), gaps, strict=True):
        text = b.text.lstrip()
        if gap and a.place.lines and b.place.lines and any(n in furniture for n in range(a.place.lines[1] + 1, b.place.lines[0])):
            continue  # a page ends between them
        if text[:1].islower() and not _MARKER.match(text):
            inside, torn = inside + 1, torn + gap
        elif text[:1] in "-–+*" and _ENDED.search(a.text.rstrip()):
            opened, joined = opened + 1, joined + (not gap)
    clear = inside >= _LEAST_SEEN and torn * 50 <= inside
    return (1.6 if clear else 0.9), (-1.2 if clear and opened >= _LEAST_SEEN and joined * 20 <= opened else -0.7)


def _starts(before: Line, printed: str, line: Line, width: float | None, blanks: float, trailing: bool) -> bool | None:
    a, b = printed.strip(), line.text.strip()
    if ends_range(a, b):
        return False
    if _COUNTED_IN.match(b) and not _OPEN.search(a):
        return True
    ended = bool(_ENDED.search(a))
    room = None
    if width:
        # What was left on the line before, in shares of the text width, had this line's first word been put there.
        room = 1.0 - (text_width(a) + SPACE + printed_width(b.split()[0])) / width
        if before.starts or before.starts is None:
            room -= _INDENT / width
    score = 0.0
    marker = _MARKER.match(b)
    if marker:
        # "… trung tâm | - động lực phát triển": a dash between two words may open a printed line
        inside = not ended and b[0] in "-–" and b[marker.end() : marker.end() + 1].islower()
        score += 0.3 if _OPEN.search(a) and not ended else 0.8 if inside else 2.0
    if ended:
        score += 0.8
    elif _OPEN.search(a) and not (room is not None and room > _MUCH_ROOM and b[:1].isupper() and _MARKER.match(a)):
        score -= 2.0  # but "2. Phát triển hạ tầng số" over a sentence did not wrap
    if b[:1].islower():
        score -= 2.0 if not marker else 0.0
    elif b[:1].isupper() and ended:
        score += 0.4
    if room is not None:
        score += 1.5 if room > 0.08 else 0.3 if room > 0.03 else -1.2
    score += blanks
    if trailing:
        score += 0.8 if not before.text[-1:].isspace() else -1.0
    if score >= 1.4:
        return True
    if score <= -0.8:
        return False
    return None
