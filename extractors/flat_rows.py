"""Where the rows of a flattened table start: the most plausible chain of row numbers through its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from extractors.cell_kinds import is_ditto, opens_no_owner, unit_fit
from extractors.flat_known import completes_date, cuts_word
from extractors.flat_stream import Stream

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_DIGITS = re.compile(r"\(?(\d{1,3})[.)]?")
_SUB = re.compile(r"\(?(\d{1,3}(?:\.\d{1,3}){1,3})[.)]?")
_LETTER = re.compile(r"([A-HĐ])[.)]?")
_SMALL = re.compile(r"([a-zđ])[.)]")
_BARE_SMALL = re.compile(r"([a-hđ])")  # "a | Nông, lâm nghiệp": a letter alone before a capital
_DATED = re.compile(r"(?:Tháng|THÁNG) \d{1,2}(?:, ?\d{1,2}| ?[-–] ?\d{1,2})*(?:/| năm )20\d\d|(?:Qu[ýí]|QU[ÝÍ]) [IV]+(?:/| năm )20\d\d")
_DAYS = re.compile(r"(?:Trước|Từ|Ngày|Đến|Cả tháng|Tuần|Đầu|Cuối|Giữa|Trong|Chậm nhất|Hàng|Hằng)\b|\d{1,2} ?[-–/] ?\d")
_ROMAN_MARK = re.compile(r"([IVXL]{1,7})[.)]?")
_OVER_D_STROKE = (6, 4)  # "E" behind "D", as offices count that leave "Đ" out
_SOON = 20  # words in which that row opens
_LOOKBACK = 24
_LONE_ROW = 1.5  # off a chain that ends with a row numbered 1 anew
_STOPPED = 4.0  # what a full stop behind a group's numeral outweighs of the words around it
_STATES = 3  # ways to count that are kept for each candidate
_TITLE_LINES = 5
_MOST_LEFT_OUT = 5  # how far a number may jump where rows were taken from a longer list
# Words that a number behind them belongs to.
_WANTS_NUMBER = frozenset(["số", "từ", "khoản", "điều", "mức", "quý", "khóa", "nhóm", "cấp", "đạt", "giai"]) | {"≥", ">", "≤", "<"}

# Last syllables of what is numbered ("Kế hoạch số", "Nghị quyết số"); behind anything else "số" is "digital" and ends a name.
NUMBERED_THINGS = frozenset(["hoạch", "định", "quyết", "tư", "văn", "thị", "bản", "luật", "mẫu", "biểu", "luận", "dẫn", "trình", "báo", "cáo", "điện", "lệnh", "lục", "án",
                              "tổ", "nhà", "khu", "lô", "bảng", "đội"])
_PERIODS = frozenset(("tháng", "năm", "ngày", "tuần", "đợt", "kỳ", "lần", "thứ", "lớp", "loại", "hạng", "tầng", "phần", "bước", "vòng", "khối", "tuổi"))
_HEADS_OF_CAP = frozenset(("nâng", "cung", "trung", "cao", "phân", "các", "trợ", "cùng", "đẳng"))  # "nâng cấp" is whole, "đường cấp" wants its number
_PLACES = frozenset(("Xóm", "Thôn", "Tổ", "Khu", "Ấp", "Khóm", "Đội", "Bản"))  # what a number behind the word names

Style = Literal["digit", "sub", "roman", "letter", "small"]
_GROUPS: tuple[Style, ...] = ("roman", "letter")


@dataclass(frozen=True, slots=True)
class Mark:
    """A word at a line's start that may be a row number; `path` is its value, one number per level."""

    word: int
    style: Style
    path: tuple[int, ...]
    size: int = 1  # words it is printed in: a thin column cuts "VI" / "I" and "4." / "1"
    joined: bool = False  # it stands behind the row before on its line


_FIRST_TWO, _DOTLESS = {1, 2}, 3.0
Range = tuple[Mark | None, int, int]  # a row: its number, its first word, and that behind its last


@dataclass(frozen=True, slots=True)
class _State:
    score: float
    before: int                 # index of the mark before, -1 for none
    rank: int = 0               # which of its states
    digit: int = 0              # last top-level number
    sub: tuple[int, ...] = ()   # last dotted number
    roman: int = 0
    letter: int = 0
    small: int = 0
    last: Style | None = None


def _roman(text: str) -> int | None:
    total = 0
    values = [_ROMAN[c] for c in text]
    for k, value in enumerate(values):
        total += -value if k + 1 < len(values) and values[k + 1] > value else value
    known = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX")
    return total if 0 < total <= 20 and known[total] == text else None


def marks_of(stream: Stream, start: int, stop: int) -> list[Mark]:
    """Candidate row numbers among the first words of lines in `[start, stop)`."""
    out: list[Mark] = []
    words = stream.words
    group = False
    for k in range(start, stop):
        text = words[k].text
        if not words[k].first:
            # A title in one line takes the first row's number onto its line: "II PHÁT TRIỂN KINH TẾ SỐ 7 Rà soát,".
            if group and (m := _DIGITS.fullmatch(text)) and k + 1 < stop and words[k + 1].text[:1].isupper() and not words[k - 1].first:
                out.append(Mark(k, "digit", (int(m[1]),)))
            elif text.isdecimal() and 1 < int(text) < 100 and _joined(stream, k, stop):
                out.append(Mark(k, "digit", (int(text),), joined=True))
            continue
        group = bool(_ROMAN_MARK.fullmatch(text) or _LETTER.fullmatch(text))
        if m := _SUB.fullmatch(text):
            out.append(Mark(k, "sub", tuple(int(x) for x in m[1].split("."))))
        elif m := _DIGITS.fullmatch(text):
            out.append(Mark(k, "digit", (int(m[1]),)))
            if text[-1] == "." and k + 1 < stop and words[k + 1].first and (below := _DIGITS.fullmatch(words[k + 1].text)):
                out.append(Mark(k, "sub", (int(m[1]), int(below[1])), 2))
        elif (m := _ROMAN_MARK.fullmatch(text)) and (value := _roman(m[1])):
            out.append(Mark(k, "roman", (value,)))
            for n in range(k + 1, min(k + 4, stop)):
                if not words[n].first or text[-1] in ".)" or not _ROMAN_MARK.fullmatch(words[n].text):
                    break
                text += words[n].text
                if value := _roman(text.rstrip(".)")):
                    out.append(Mark(k, "roman", (value,), n - k + 1))
        elif m := _LETTER.fullmatch(text):
            out.append(Mark(k, "letter", ("ABCDĐEFGH".index(m[1]) + 1,)))
        elif m := _SMALL.fullmatch(text) or (_BARE_SMALL.fullmatch(text) if len(text) == 1 and k + 1 < stop and words[k + 1].text[:1].isupper() else None):
            out.append(Mark(k, "small", ("abcdđeghiklmnopq".find(m[1]) + 1,)))
    return out


def _joined(stream: Stream, k: int, stop: int) -> bool:
    """Whether the number at word `k`, inside a line, may open a row: where the last line of a cell merged over two rows stands at the
    height of the second, a dump puts both on one line ("và Công" over "nghệ 5" over "Tỷ lệ đơn đăng ký")."""
    before, after = stream.words[k - 1].text, stream.words[k + 1].text if k + 1 < stop else ""
    return before[-1:].isalpha() and before.lower() not in _WANTS_NUMBER and before.lower() not in _PERIODS and before not in _PLACES and after[:1].isupper()


def _looks(stream: Stream, mark: Mark) -> float:
    """How much a mark looks like a number cell, from what stands around it on the page."""
    words = stream.words
    k = mark.word
    score = 0.4 if words[k].blank_before else 0.0 if words[k].first else -1.2
    after = k + mark.size
    alone = after >= len(words) or words[after].first
    if mark.size > 1:
        score -= 0.5
    if alone:
        score += 1.0
        following = words[after].text if after < len(words) else ""
        if not following:
            score -= 4.0  # no row is a number and nothing else: the last page's
        if mark.style == "digit" and following == words[k].text and after + 1 < len(words):
            score -= 2.5  # the number of a page over the row that has the same
        elif mark.style == "digit" and (m := _DIGITS.fullmatch(following)) and int(m[1]) == mark.path[0] + 1 and after + 1 < len(words) and not words[after + 1].first:
            score -= 2.5  # … or over the row behind it
        if mark.style == "roman" and following and words[k].text.isalpha() and _ROMAN_MARK.fullmatch(following) and _roman(words[k].text + following.rstrip(".)")):
            score -= 3.0  # "I" over "II", no title between them: one number that a thin column cut
        # Behind a row's number its wording stands, never at once the number of a group: such a figure closes the row above.
        if mark.style == "digit" and len(following) > 1 and _ROMAN_MARK.fullmatch(following):
            score -= 3.0
    else:
        following = words[after].text
        # A Roman numeral or a letter with text behind it heads a group only before a capital.
        if mark.style in ("roman", "letter") and not following[:1].isupper():
            return -6.0
    first = following.lstrip("“\"'‘(-")[:1]
    if following:
        score += 0.6 if first.isupper() or first.isdigit() else -2.0 if first.islower() else -0.6
        if re.fullmatch(r"[%‰]|[-–]", following):
            score -= 3.0
        opening = " ".join(word.text for word in words[after : after + 4]) if mark.style == "digit" else ""
        if mark.style == "digit" and not alone and first.isdigit() and _figures_before(stream, mark):
            score -= 2.5
        if opening and not opens_no_owner(opening) and unit_fit(opening) >= 0.5:
            score -= 0.7  # rather a figure before the unit that answers for the row: "4 | Văn phòng Đảng ủy"
    if k:
        before = words[k - 1].text
        wanting = _WANTS_NUMBER if mark.style in ("digit", "sub", "roman") else frozenset()
        # A cell that says "none" or "as above" ("-nt-") is no range.
        lone = (before in ("-", "–") and not (k > 1 and (words[k - 2].text[-1:].isdigit() or _ROMAN_MARK.fullmatch(words[k - 2].text)))) or is_ditto(before.lower())
        if (before[-1:] in ",-–(&/" and not lone) or (before.lower() in wanting and not _complete(stream, k - 1)) or before.lower() in ("và", "của", "các"):
            # "… trở lên đạt | 9 Trước ngày": no figure that "đạt" wants stands before a capital.
            score -= 1.5 if before.lower() == "đạt" and not alone and first.isupper() else 4.0
        elif alone and before.lower() == "vực" and k > 1 and words[k - 2].text.lower() == "khu":
            score -= 6.0  # "Hải quan khu vực" over "7"
        elif alone and before in _PLACES:
            score -= 1.5  # "… của hộ dân tại Xóm" over "1"
        elif stream.wraps_spaced and words[k].hanging:
            score -= 1.5
        if cuts_word(stream, k):
            score -= 9.0 if completes_date(before, words[k].text) else 4.0  # no row's number is the last digit of "Quý III/202"
    if words[k].page_start:
        score += 0.3
    return score


def _figures_before(stream: Stream, mark: Mark) -> bool:
    """Whether a mark opens a line of figures soon above a row that has the same number: "4 5 7 8 9 10" over "4 Số hợp tác xã"."""
    words, k, value = stream.words, mark.word, mark.path[0]
    if k + 2 >= len(words) or words[k + 2].first or not _DIGITS.fullmatch(words[k + 1].text) or not words[k + 2].text[0].isdigit():
        return False
    later = (n for n in range(k + 3, min(k + _SOON, len(words) - 1)) if words[n].first and words[n].text.rstrip(".)").isdecimal())
    return any(int(words[n].text.rstrip(".)")) == value and not words[n + 1].first and words[n + 1].text[:1].isupper() for n in later)


def _complete(stream: Stream, k: int) -> bool:
    """Whether word `k` wants no number although it may: the end of "hằng quý", "kinh tế số" or of a title in capitals."""
    before = stream.words[k - 1].text if k else ""
    if stream.words[k].text.lower() == "số" and before.isalpha() and before.lower() not in NUMBERED_THINGS:
        return True
    if stream.words[k].text == "cấp" and before.lower() in _HEADS_OF_CAP:
        return True
    return before.lower() in ("hằng", "hàng", "mỗi", "từng") or (stream.words[k].text.isupper() and before.isupper())


def _step(state: _State, mark: Mark) -> _State | None:
    """State after a mark, with the score of how well it follows; None where it cannot."""
    value = mark.path[0]
    if mark.style == "digit":
        if mark.joined and (value != state.digit + 1 or state.last != "digit"):
            return None
        if mark.joined:
            gain = 0.3  # only where the numbers go on behind it
        elif state.last is None:
            gain = 2.0 if value == 1 else -1.0 - 0.2 * min(value, 20)
        elif value == state.digit + 1 or (value == 1 and state.last in ("roman", "letter")):
            gain = 2.5
        elif value == 1:
            gain = -0.5 if state.digit > 1 else -2.0
        elif value == state.digit + 2:
            gain = -1.5
        elif state.last == "digit" and state.digit + 2 < value <= state.digit + _MOST_LEFT_OUT:
            gain = 1.2 - 1.2 * (value - state.digit)  # rows taken from a longer list keep its numbers
        elif value == state.digit:
            gain = -2.0
        else:
            return None
        return replace(state, score=gain, digit=value, sub=(), small=0, last="digit")
    if mark.style == "sub":
        path = mark.path
        if state.sub and len(path) == len(state.sub) and path[:-1] == state.sub[:-1] and 1 <= path[-1] - state.sub[-1] <= 2:
            gain = 2.5 if path[-1] - state.sub[-1] == 1 else -0.5
        elif (state.sub and len(path) == len(state.sub) + 1 and path[:-1] == state.sub and path[-1] == 1) or (path[-1] == 1 and len(path) == 2 and path[0] in (state.digit, state.roman, state.letter)):
            gain = 2.5
        elif state.sub and len(path) < len(state.sub) and path[:-1] == state.sub[: len(path) - 1] and path[-1] == state.sub[len(path) - 1] + 1:
            gain = 2.0
        elif len(path) == 2 and path == (state.digit + 1, 1) and state.last in ("digit", "sub"):
            return replace(state, score=1.5, digit=path[0], sub=path, small=0, last="sub")  # "1", "2.1", "2.2", "3"
        elif path[-1] == 1 and (state.last is None or path[0] == (state.sub[0] if state.sub else 0) + 1):
            gain = 0.5
        elif state.digit == path[0] and len(path) == 2 and path[1] <= 3 and not state.sub:
            gain = -1.0
        else:
            return None
        return replace(state, score=gain, sub=path, small=0, last="sub")
    if mark.style == "roman":
        if value == state.roman + 1:
            gain = 2.5
        elif value == 1:
            gain = 0.5 if state.last is None or state.last == "letter" else -1.0
        elif value == state.roman + 2:
            gain = -1.0
        elif not state.roman:
            gain = -0.5  # a table that goes on with the groups of another
        else:
            return None
        return replace(state, score=gain, roman=value, sub=(), small=0, last="roman")
    if mark.style == "letter":
        # Letters stand over Roman numerals or under them: "A", "I", "II", "B", "I" and "I", "II", "A", "B", "III", "A".
        follows = value == state.letter + 1 or (value, state.letter) == _OVER_D_STROKE
        if follows or (value == 1 and state.last == "roman"):
            return replace(state, score=2.0 if follows else 1.0, letter=value, sub=(), small=0, last="letter")
        return None
    if value >= 1 and (value == state.small + 1 or (value, state.small) == _OVER_D_STROKE):
        return replace(state, score=0.8, small=value, last="small")
    return None


def row_marks(stream: Stream, start: int, stop: int) -> list[Mark]:
    """The best chain of row numbers in words `[start, stop)`, in order; a skipped candidate is part of some cell."""
    marks = marks_of(stream, start, stop)
    looks = [_looks(stream, mark) - lacking for mark, lacking in zip(marks, _dots_lacking(stream, marks), strict=True)]
    best: list[list[_State]] = []
    for k, mark in enumerate(marks):
        found: list[_State] = []
        fresh = _step(_State(0.0, -1), mark)
        if fresh is not None:
            found.append(replace(fresh, score=fresh.score + looks[k] - 0.3 * k))
        for j in range(max(0, k - _LOOKBACK), k):
            if marks[j].word + marks[j].size > mark.word:
                continue
            for rank, old in enumerate(best[j]):
                new = _step(old, mark)
                if new is not None:
                    found.append(replace(new, score=old.score + new.score + looks[k], before=j, rank=rank))
        best.append(_distinct(found))
    ends = [(states[0].score - (_LONE_ROW if _begins_anew(best, states[0]) else 0.0), k) for k, states in enumerate(best) if states]
    if not ends:
        return []
    _, k = max(ends, key=lambda pair: (pair[0], -pair[1]))
    rank = 0
    chain: list[Mark] = []
    while k >= 0:
        chain.append(marks[k])
        k, rank = best[k][rank].before, best[k][rank].rank
    return chain[::-1]


def _dots_lacking(stream: Stream, marks: Sequence[Mark]) -> list[float]:
    """What it costs each mark that it is a number without the dot that the row numbers have: rather a page's number, or a figure."""
    dotted: set[int] = set()
    bare: set[int] = set()
    for mark in marks:
        if mark.style == "digit":
            (dotted if stream.words[mark.word].text[-1] == "." else bare).add(mark.path[0])
    if not dotted >= _FIRST_TWO or bare >= _FIRST_TWO:
        return [0.0] * len(marks)
    return [_DOTLESS if mark.style == "digit" and stream.words[mark.word].text.isdecimal() else 0.0 for mark in marks]


def _begins_anew(best: list[list[_State]], state: _State) -> bool:
    """Whether the last row would be the first of a new count: rather a figure, "9 Số hợp tác xã thành lập mới" over "1 3 htx"."""
    before = best[state.before][state.rank] if state.before >= 0 else None
    return before is not None and state.last == before.last == "digit" and state.digit == 1 < before.digit


def _distinct(found: list[_State]) -> list[_State]:
    """The best few states that count on differently: a figure "01" taken for a row's number must not hide the rows counted so far."""
    out: list[_State] = []
    for state in sorted(found, key=lambda state: -state.score):
        if all((state.digit, state.sub, state.roman) != (other.digit, other.sub, other.roman) for other in out):
            out.append(state)
            if len(out) == _STATES:
                break
    return out


def group_lines(stream: Stream) -> list[tuple[int, int]]:
    """Words `[i, j)` of the lines that head groups in a table without row numbers: "I. Quy hoạch, hạ tầng", "II …" or "A. Kinh tế",
    "B. …", in an unbroken chain from the first on. [] where there are fewer than two."""
    marks = marks_of(stream, 0, len(stream.words))
    for style in _GROUPS:
        if len(found := _headed(stream, [mark for mark in marks if mark.style == style])) >= 2:
            return found
    return _dated_lines(stream)


def _headed(stream: Stream, marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """`group_lines` of the marks of one style. A title in capitals may run over several lines."""
    out: list[tuple[int, int]] = []
    words = stream.words
    for mark in marks:
        k = mark.word
        if mark.path[0] != len(out) + 1 or (mark.style == "letter" and words[k].text[-1] != "."):
            continue
        stopped = words[k].text[-1] in ".)" and mark.size == 1  # "Hằng quý" over "III. Hạ tầng số": no quarter has a full stop
        if _looks(stream, mark) < (-_STOPPED if stopped else 0.0):
            continue
        end = k + 1
        while end < len(words) and words[end].line == words[k].line:
            end += 1
        capitals = all(word.text.isupper() for word in words[k + 1 : end] if word.text.isalpha())
        while capitals and end < len(words):
            after = [word for word in words[end : end + 20] if word.line == words[end].line]
            if len(after) < 2 or not all(word.text.isupper() or not word.text.isalpha() for word in after):
                break
            end += len(after)
        if stopped and words[k + 1].text[:1].isupper() and not capitals:
            end = _behind_small_lines(stream, end)
        if end - k >= 3:
            out.append((k, end))
    return out


def _behind_small_lines(stream: Stream, end: int) -> int:
    """The place behind the lines in small letters from word `end` on: what a title's column cut, for no row opens so."""
    words = stream.words
    for _ in range(_TITLE_LINES - 1):
        if end >= len(words) or not words[end].text[:1].islower() or words[end - 1].text[-1] in ".;:":
            break
        end = next((n for n in range(end + 1, len(words)) if words[n].first), len(words))
    return end


def _dated_lines(stream: Stream) -> list[tuple[int, int]]:
    """Lines of a calendar that name the month of the rows below them: alone on their line, the time of the first row under each."""
    words = stream.words
    starts = [k for k, word in enumerate(words) if word.first]
    out: list[tuple[int, int]] = []
    for k, end in pairwise([*starts, len(words)]):
        text = " ".join(word.text for word in words[k:end])
        after = " ".join(word.text for word in words[end : end + 3])
        if _DATED.fullmatch(text) and _DAYS.match(after):
            out.append((k, end))
    return out if len(out) >= 3 else []
