"""How well a stretch of words fits a column of a flattened table: contents, wraps at the column's width, cell borders."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.cell_kinds import is_measure, is_person, is_quantity, opens_person
from extractors.flat_content import NO_VALUE, OWNERS, content, owner_score, time_score
from extractors.flat_known import Known, stacked_owners
from extractors.flat_rows import NUMBERED_THINGS
from extractors.flat_stream import Stream
from extractors.flat_words import WordPairs, ends_whole

# Score of leaving a cell empty before anything is known of the table.
_EMPTY = {"task": -7.0, "indicator": -7.0, "lead": -3.0, "owner": -3.0, "support": -1.8, "result": -1.8, "time": -2.2, "timed": -2.0, "measure": -1.8,
          "value": -2.0, "actual": -2.2, "note": -0.15, "budget": -0.8, "other": -1.0, "reference": -1.0}
# Score of a cell of the column that starts with a small letter.
_SMALL = {"task": -3.5, "indicator": -3.5, "lead": -1.2, "owner": -1.2, "support": -1.0, "result": -1.0, "time": -1.2, "timed": -1.2, "measure": -0.4,
          "value": -0.6, "actual": -0.6, "note": -0.8, "budget": -0.6, "other": -0.8}
# Columns of figures are often centred: what a wrap without a space costs before the table tells.
_CENTRED = {"value": 1.0, "actual": 1.0, "measure": 1.0, "time": 1.5}
# The highest scores that `content` gives.
_MOST = {"task": 2.3, "indicator": 2.3, **dict.fromkeys(OWNERS, 2.0), "time": 3.2, "measure": 2.5, "value": 2.0, "actual": 2.0, "budget": 2.0, "note": 2.0, "other": 1.7, "reference": 1.8, "result": 0.9, "timed": 2.5}
# Dumps put two cells on one line where their lines stand at one height: how often the next cell starts on the last line of
# a cell of one, two, three or more lines, before anything is known of the table.
FIRST_STICKING = (0.6, 0.15, 0.03)
# Words that cannot end a cell, and words that hardly start one.
_HANGING = frozenset(["và", "của", "các", "cho", "với", "tại", "trong", "trên", "theo", "do", "bởi", "hoặc", "là", "những", "từ", "đến", "để", "thuộc", "gồm", "giữa", "bằng"])
_PASSIVE = frozenset(("được", "bị"))  # and a verb behind them is the same cell's: "… đất đai được" "tạo lập"
# Names of units end with these; a capital behind them opens the next ("Công an xã | Hội Nông dân").
_LEVELS = frozenset(("xã", "phường", "tỉnh", "huyện", "phố"))
# Words that a numeral completes ("Tháng" "6/2026", "Quý" "I").
_NUMBERED = frozenset(("tháng", "quý", "quí", "năm", "ngày", "đoạn", "số", "khóa", "nhóm", "top", "trước", "sau", "hết", "nhất"))
_SHORT_HEADS = frozenset(("BCH", "BCĐ", "BQL", "VP", "UB"))  # heads of names in short, never a whole name before another capital
_OF_THE_SAME = frozenset((("Văn", "phòng"), ("Thanh", "tra"), ("Lãnh", "đạo"), ("Giám", "đốc")))  # … of the department whose plan it is
_FIELDS = frozenset(("Nội", "Tài", "Khoa", "Tư", "Y", "Giáo", "Nông", "Xây", "Công", "Văn", "Du", "Ngoại", "Dân", "Thông", "Lao", "Giao"))  # … a department is named after
_SCALES = frozenset(("tỷ", "tỉ", "triệu", "nghìn", "ngàn"))
_SCALED = frozenset(("đồng", "usd", "kwh", "lượt", "tấn", "người", "cây", "con", "ha", "m3"))  # what is counted by so many at once
_NUMERAL = re.compile(r"\d|[ivx]+(?!\w)")
_EVERY = frozenset(("hằng", "hàng", "mỗi", "từng", "cả"))
_PERIODS = frozenset(("năm", "quý", "quí", "tháng", "ngày"))
_BOUND = re.compile(r"trên|dưới|top|tối|từ|đạt|[≥≤<>].*")  # first words of a value that is a bound
_BOUNDING = {"thiểu": ("Tối",), "đa": ("Tối",), "nhất": ("Ít",), "quá": ("Không",), "thêm": ("Tăng", "Giảm")}  # words that a number completes, behind others
_YEAR = re.compile(r"\(?(?:19|20)\d\d")
_FIGURE = re.compile(r"[≥≤<>]?\d[\d.,]*%?|[-–—]")  # one cell of a row of figures
_JOINING = frozenset(["và", "của", "cho", "với", "hoặc", "thuộc", "là", "được", "để", "giữa", "bằng", "trên", "tại", "do", "bởi", "cùng", "như", "nhằm", "liên"])
_ITEM = re.compile(r"[-–+•*]|[a-zđ]\)")  # a paragraph of its own inside a cell
_SECOND_LEAD = 0.6  # what each further lead costs that stands on a line of its own without a mark
_FAR = 2.0  # what a line costs that does not stand right below the one above
_UNOWNED = frozenset(("time", "measure", "budget"))
_UNTIMED = frozenset((*OWNERS, "measure", "budget", "value", "actual"))


@dataclass(frozen=True, slots=True)
class ColumnModel:
    """What is known of a column: its role, its text width (thousandths of the font size; None unknown), how often its
    cells are empty (log odds as scores), and cell texts that recur in it."""

    role: str
    width: float | None = None
    empty: float = -2.0
    filled: float = 0.0
    fillers: Mapping[str, int] = field(default_factory=dict)
    people: bool = False  # its cells name persons
    bare: float = 2.0     # what a wrap without a space behind the line costs: centred cells drop it
    flush: float = 0.3    # what a line that starts farther left or right than the one above costs: centred cells have them

    def recurring(self, text: str) -> float:
        """Score of a folded cell text for standing in other cells of the column too, at most 2."""
        seen = self.fillers.get(text, 0)
        return min(2.0, 0.6 * math.log(seen)) if seen > 1 else 0.0


def first_model(role: str | None) -> ColumnModel:
    """A column of which only the role is known."""
    plain = (role or "other").split("@")[0]
    if plain == "receiver":
        # Units too, whatever they do with the report; of two cells for one unit this is the one left empty.
        return ColumnModel("support", empty=_EMPTY["support"] / 2)
    if plain == "group":
        return ColumnModel(plain, empty=_EMPTY["lead"])  # every numbered row has one
    if plain == "work":
        return ColumnModel("task", empty=_EMPTY["support"])  # worded like tasks, and no row need have one
    return ColumnModel(plain, empty=_EMPTY.get(plain, -1.0), bare=_CENTRED.get(plain, 2.0))


def opens_small(word: str) -> bool:
    """Whether a word starts with a small letter (behind quotes or brackets)."""
    bare = word.lstrip("“\"'‘(-–+•")
    return bare[:1].islower()


class Scorer:
    """Scores over one stream with given column models; keeps joined texts and positions it has seen."""

    def __init__(self, stream: Stream, models: tuple[ColumnModel, ...], pairs: WordPairs, base: Scorer | None = None,
                 sticking: tuple[float, float, float] = FIRST_STICKING) -> None:
        """`base`: a scorer of the same stream with other models, whose joined texts and judged contents are used on."""
        # For cells of one, two and more lines: score of the next cell starting on the cell's last line, or on a line of its own.
        self.sticks = tuple((math.log(p), math.log(1.0 - p)) for p in sticking)
        self.sticks_cut = tuple((0.5 * inside, 0.5 * own) for inside, own in self.sticks)  # on a page edge
        self.stream = stream
        self.pairs = pairs
        self.models = models
        self._cells: dict[tuple[int, int, int], float] = {}
        self.mixed_blanks = 0.12 < stream.blanks < 0.88
        self._known: Known = base._known if base is not None else Known(stream)
        self._folded, self._contents = self._known.folded, self._known.contents
        self.items = self._known.items
        self.left, self.right = self._known.left, self._known.right
        self.text, self.shown = self._known.text, self._known.shown
        # Beginnings of the texts that recur in owners' columns.
        self._heads = [frozenset(text[:at] for text in model.fillers for at, char in enumerate(text) if char == " ") if model.role in OWNERS else frozenset() for model in models]
        self._people = any(model.people for model in models)
        self._figures = sum(model.role in ("value", "actual") for model in models)
        self._single_owner = sum(model.role in OWNERS for model in models) == 1
        every = range(len(stream.words))
        self.opening_labels: frozenset[int] = base.opening_labels if base is not None else frozenset(k for k in every if self._label(k, "chủ", "trì"))
        self._following_labels: frozenset[int] = base._following_labels if base is not None else frozenset(k for k in every if self._label(k, "phối", "hợp"))
        self.widths: list[int] = base.widths if base is not None else [word.width for word in stream.words]
        # Words that open a paragraph of their own inside a cell.
        self.paragraphs: list[bool] = base.paragraphs if base is not None else [k in self._following_labels or _ITEM.fullmatch(word.text) is not None for k, word in enumerate(stream.words)]
        # Where all owners stand in one column, words that open a further one below another.
        self._stacked: frozenset[int] = base._stacked if base is not None else stacked_owners(stream)
        self._stacks: list[int] = sorted(self._stacked)
        self._owner_paragraphs: list[bool] = base._owner_paragraphs if base is not None else [told or k in self._stacked for k, told in enumerate(self.paragraphs)] if self._stacked else self.paragraphs
        self._wraps: dict[tuple[float, float, bool], list[float]] = {}
        self._labels = sorted(self.opening_labels | self._following_labels)

    def span(self, column: int, i: int, j: int) -> float:
        """Score of words `[i, j)` as a whole cell of a column, texts that recur in it preferred."""
        key = (column, i, j)
        found = self._cells.get(key)
        if found is None:
            model = self.models[column]
            what = (model.role, i, j)
            score = self._contents.get(what)
            if score is None:
                score = self._contents[what] = self._judged(model.role, ((i, j),))
            if model.people and not is_person(self._known.shown(i, j)):
                score -= 1.5
            elif self._people and model.role in OWNERS and opens_person(self._known.shown(i, min(j, i + 4))):
                score -= 2.0  # persons have a column of their own
            if model.fillers and self._cut_short(column, i, j):
                score -= 4.0  # "Ban Thường vụ" before "Hội" where "Ban Thường vụ Hội" recurs
            found = self._cells[key] = score + model.filled + (model.recurring(self.text(i, j)) if model.fillers else 0.0)
        return found

    def _cut_short(self, column: int, i: int, j: int) -> bool:
        """Whether words `[i, j)` and those behind them are a text that recurs in an owner's column, cut short."""
        if self.text(i, j) not in self._heads[column]:
            return False
        text = self.text(i, j) + " "
        return any(whole.startswith(text) and self.text(i, min(j + whole.count(" ") - text.count(" ") + 1, len(self.stream.words))) == whole for whole in self.models[column].fillers)

    def most(self, column: int, i: int) -> float:
        """The highest score that `span` gives to any words from word `i` in a column."""
        model = self.models[column]
        best = _MOST.get(model.role, 0.3)
        if model.role in OWNERS and self._known.opens_none(i):
            best = owner_score(0.0, 0.3 * 0.2, 1)
        elif model.role == "time" and self._known.timeless(((i, i + 1),)) and not self._known.is_mark(i):
            best = time_score(0.0, 0.0, 1)
        return best + model.filled + (2.0 if model.fillers else 0.0)

    def continued(self, column: int, part: tuple[int, int], i: int, j: int) -> float:
        """Score of a cell whose words stand on two pages: `part` on the first, `[i, j)` on the next."""
        model = self.models[column]
        what = (model.role, *part, i, j)
        score = self._known.continued.get(what)
        if score is None:
            score = self._known.continued[what] = self._judged(model.role, (part, (i, j)))
        return score + model.filled + (model.recurring(f"{self.text(*part)} {self.text(i, j)}") if model.fillers else 0.0)

    def _judged(self, role: str, spans: Sequence[tuple[int, int]]) -> float:
        """`content` of the words of one or two stretches, for most of which a look at their first words is enough."""
        known = self._known
        if known.dashes and (spans[0][0] in known.dashes or spans[-1][1] - 1 in known.dashes):
            return 1.0 if spans == ((spans[0][0], spans[0][0] + 1),) and role not in ("task", "indicator") else -3.0
        n = sum(known.size(i, j) for i, j in spans)
        poor = known.poor_owner(spans) if role not in _UNOWNED and (role in OWNERS or n < 24) else None
        i, j = spans[0]
        cuts = self._further(i, j) if role in OWNERS and len(spans) == 1 else []
        if role in OWNERS and (i in self.opening_labels or cuts):
            poor = None
        timeless = role not in _UNTIMED and known.timeless(spans)
        if n > 2 and ((poor is not None and role in OWNERS) or (timeless and role == "time")) and not known.is_mark(spans[0][0]):
            score = -2.0 if known.balance(spans) else 0.0
            if any(i < k < j for i, j in spans for k in self._labels[bisect_right(self._labels, i):][:1]):
                score -= 3.0
            return time_score(score, 0.0, n) if role == "time" else owner_score(score, poor or 0.0, n)
        score = content(role, " ".join([known.text(i, j) for i, j in spans]), " ".join([known.shown(i, j) for i, j in spans]), poor, timeless)
        if role in ("task", "indicator") and known.ends_in_unit(spans[-1][0], spans[-1][1]):
            score -= 2.0  # "… tổ dân phố" over "Hội Nông dân xã": the unit has a cell of its own
        if role in ("result", "note") and len(spans) == 1 and known.opens_with_unit(i, j):
            score -= 2.5  # "Các thôn" over "Báo cáo kết quả": who helps has a cell of its own
        if role in OWNERS and known.beside and any(bisect_right(known.beside, a) < bisect_left(known.beside, b) for a, b in spans):
            score -= 1.5  # "Phòng Kinh tế | Văn phòng UBND": a cell would part them by a mark or a line
        if cuts:
            listed = content(role, known.text(i, j), "; ".join(known.shown(a, b) for a, b in pairwise([i, *cuts, j])))
            # Beside a column of who helps most rows have one lead.
            score = max(score, listed) - (_SECOND_LEAD * len(cuts) if role == "lead" and not self._single_owner else 0.0)
        return score

    def _further(self, i: int, j: int) -> list[int]:
        """Words in `[i, j)` that open a further owner's name below another; none where no owner's name opens the cell."""
        at = bisect_right(self._stacks, i)
        if at == len(self._stacks) or self._stacks[at] >= j or not self._known.opens_stacked(i):
            return []
        return self._stacks[at : bisect_left(self._stacks, j)]

    def border(self, k: int, cut: bool = False, unfinished: bool = False) -> float:
        """Score of a cell ending before word `k` and another starting there, whatever their columns.

        `cut`: on a page edge, where cells share lines; `unfinished`: cells may go on behind a page break to come.
        """
        words = self.stream.words
        word = words[k]
        if k in self._known.cut:
            return -9.0
        if self._single_owner and k in self._following_labels:
            return -4.0  # "Chủ trì: X" and "Phối hợp: Y" stand below each other in one cell
        if k in self.opening_labels:
            return 0.0  # "… dùng chung của ngành | - Chủ trì: Cục X": a dash that is no item's of the cell before
        if word.first:
            score = 0.0
            if self.mixed_blanks:
                score += 0.5 if word.blank_before else -0.5
            if word.hanging:
                score -= 2.0 if self.stream.wraps_spaced and not cut else 0.0
            elif self.stream.ends_bare and words[k - 1].text not in ("-", "–"):
                score += 0.8
        else:
            score = -0.6 if cut else -0.3 if k in self.items else 0.0 if k in self._known.beside else -1.0
        folded, before_folded = self._folded[k].strip(), self._folded[k - 1].strip()
        if not (before_folded in _LEVELS and word.text[:1].isupper()):
            raised = word.text[:1].isupper() and words[k - 1].text[:1].islower()
            score -= (1.2 if cut else 2.6) * self.pairs.cohesion(before_folded, folded, same_line=not word.first, raised=raised)
        if k in self._known.inside and not cut:
            score -= 4.0 if words[k - 1].text == "phòng" else 2.5  # "Văn phòng | Đảng ủy" hardly ever
        if before_folded in _PASSIVE and word.text[:1].islower() and not cut:
            score -= 3.0
        if before_folded in _NUMBERED and _NUMERAL.match(folded) and self._completes(k):
            score -= 3.0
        if words[k - 1].text in _SHORT_HEADS and word.text[:1].isupper() and not word.first:
            score -= 2.0  # "BCH" "PCTT xã"
        if word.text == "Sở" and k > 1 and (words[k - 2].text, words[k - 1].text) in _OF_THE_SAME and (k + 1 >= len(words) or words[k + 1].text not in _FIELDS):
            score -= 3.0  # "Văn phòng" "Sở", not "Văn phòng | Sở Nội vụ"
        if before_folded in _SCALES and folded in _SCALED:
            score -= 3.0  # "Tỷ" "USD"
        if word.text[:1].isdigit() and (before_folded == ":" or (before_folded in ("dưới", "trên") and words[k - 1].text[:1].isupper())
                                        or (before_folded in _BOUNDING and k > 1 and words[k - 2].text in _BOUNDING[before_folded])):
            score -= 3.0  # "Dưới" "20%", "57% : 33% :" "10%", "Tối thiểu" "80%"
        if not cut:
            score -= 1.2 * self.pairs.unfinished(before_folded) + 1.0 * self.pairs.orphan(folded)
            return score + self.ending(k)
        if word.first and folded in _JOINING and words[k - 1].text[-1:].isalpha():
            score -= 1.5  # "nâng sự hài lòng" over "của người dân": rather one rest of a cell than the rests of two
        if not unfinished:
            return score + self.ending(k)
        return score + (0.6 if word.first else 0.15) * self.ending(k)

    def _label(self, k: int, first: str, second: str) -> bool:
        """Whether "- Chủ trì: X" or "Chủ trì: X" begins at word `k`, of the label's two words."""
        ahead = [self._folded[i].strip() for i in range(k, min(k + 4, len(self.stream.words)))]
        if ahead[:1] and ahead[0] in ("-", "+", "–"):
            return ahead[1:2] == [first] and len(ahead) > 2 and ahead[2].rstrip(":") == second
        dashed = k > 0 and self._folded[k - 1].strip() in ("-", "+", "–")
        if dashed or not self.stream.words[k].text[:1].isupper() or ahead[:1] != [first] or len(ahead) < 3:
            return False
        return ahead[1] == second + ":" or ahead[1:3] == [second, ":"]

    def _completes(self, k: int) -> bool:
        """Whether the number at word `k` belongs to the word before it: not in "hằng năm | 120", "hằng quý | III"."""
        before = self._folded[k - 1].strip()
        if before == "nhất":
            return k > 1 and self._folded[k - 2].strip() == "chậm" and "/" in self._folded[k]  # "Chậm nhất" "30/9/2026"
        if k > 1 and self._folded[k - 2].strip() in _EVERY and before in _PERIODS and not _YEAR.match(self._folded[k].strip()):
            return False
        if before == "số" and k > 1 and self._folded[k - 2].strip() not in NUMBERED_THINGS:
            return False  # "công nghệ số | 41"
        if before in ("quý", "quí") and _YEAR.match(self._folded[k].strip()):
            return False  # no quarter is a year: "Cảng Phú Quý | 2026"
        return before != "năm" or bool(_YEAR.match(self._folded[k].strip()))

    def ending(self, k: int) -> float:
        """Score of a cell's last word being the one before word `k`: punctuation and words that want more after them."""
        before = self.stream.words[k - 1].text
        last = before[-1:]
        if self.no_value(k - 1):
            return 0.0
        if k > 1 and ends_whole(self._folded[k - 2].strip(), before.lower()):
            return 0.0
        if before.lower() == "số" and k > 1 and self._folded[k - 2].strip() in NUMBERED_THINGS:
            return -1.5  # "Công văn số"
        if last in "-–/&≥≤<>" or before.lower() in _HANGING:
            return -3.5
        return {",": -3.0, ";": -2.4, ".": 0.4}.get(last, 0.0)

    def no_value(self, k: int) -> bool:
        """Whether word `k` is a dash that stands for a missing value: behind a number, and no number behind it; or
        behind a measure, and a value behind it ("% - ≥ 30")."""
        words = self.stream.words
        if words[k].text not in NO_VALUE or not k:
            return False
        if k in self._known.dashes:
            return True
        if self._figures > 2 and self._full_row(k):
            return True
        after = words[k + 1].text if k + 1 < len(words) and not words[k + 1].first else ""
        counts = words[k - 1].text[-1:].isdigit()
        if self._figures < 2 and counts and k + 1 < len(words) and words[k + 1].text[:1].isdigit():
            return False  # "Tháng 5 -" over "6/2026"
        if self._figures > 1 and not counts and (not words[k].first or self._values_follow(k)) and words[k].text in ("-", "–"):
            # "(%) - Trên 40 Trên 60", "dữ liệu - - 1 1": the first of several values is none
            opens = after in ("-", "–") or is_quantity(after) or (_BOUND.fullmatch(after.lower()) and after[:1].isupper())
            if opens and words[k - 1].text[-1:] not in ",;:":
                return True
        if not words[k].first and (after in NO_VALUE or after[:1].isdigit() or after[:1] in tuple("≥≤<>")):
            counted = after[:1].isdigit() and k > 1 and words[k - 2].text[-1:].isdigit()  # "80 % - 90 %" is a range, "mức 2 | % | - | ≥ 75" none
            if not counted and is_measure(self._folded[k - 1].strip()):
                return True
        return (words[k - 1].text[-1:].isdigit() or words[k - 1].text in NO_VALUE) and not words[k].first and not after[:1].isdigit()

    def _full_row(self, k: int) -> bool:
        """Whether the figures and dashes that word `k` stands among are as many as the columns of figures: "3 4 - 5 - 6" under six."""
        words = self.stream.words
        start = stop = k
        while not words[start].first and _FIGURE.fullmatch(words[start - 1].text):
            start -= 1
        while stop + 1 < len(words) and not words[stop + 1].first and _FIGURE.fullmatch(words[stop + 1].text):
            stop += 1
        return stop - start + 1 == self._figures

    def _values_follow(self, k: int) -> bool:
        """Whether a value and then another cell stand behind word `k` on its line: "- Trên 40 Trên 60", no item of a list."""
        words = self.stream.words
        stop = k + 1
        while stop < len(words) and not words[stop].first:
            stop += 1
        number = next((m for m in range(k + 1, min(stop, k + 4)) if words[m].text[:1].isdigit() or words[m].text in ("-", "–")), stop)
        return number + 1 < stop and not opens_small(words[number + 1].text)

    def unresumed(self, part: tuple[int, int]) -> float:
        """Score of a cell that stops at a page break although the row goes on behind it."""
        return 1.4 * self.ending(part[1]) - 1.5 * self.pairs.unfinished(self._folded[part[1] - 1].strip())

    def joins(self, part: tuple[int, int], k: int) -> bool:
        """Whether word `k` is known to follow the last word of `part` somewhere."""
        return self.pairs.seen(self._folded[part[1] - 1].strip(), self._folded[k].strip())

    def resumed(self, part: tuple[int, int], k: int) -> float:
        """Score of words that join over a page break: the last of `part` and word `k`."""
        before, after = self._folded[part[1] - 1].strip(), self._folded[k].strip()
        repaid = 0.6 if self.stream.words[part[1]].first else 0.15
        if before[-1:] not in ",;" and not self.pairs.seen(before, after):
            repaid = 0.0
        return 2.0 * self.pairs.cohesion(before, after, same_line=False) - repaid * min(0.0, self.ending(part[1]))

    def opening(self, k: int, column: int) -> float:
        """Score of the first word of a cell in a column."""
        text = self.stream.words[k].text
        if opens_small(text) and text != "nt":
            score = _SMALL.get(self.models[column].role, -0.8)
            return score - (2.0 if text.lower() in _JOINING else 0.0)
        if text in ("-", "–", ";", ",", "&") and k not in self.opening_labels and not self.no_value(k):
            return 0.0 if k in self.items and (self.models[column].role in OWNERS or self.models[column].role == "result") else -1.0
        if text[:1] == "(" and self.models[column].role in OWNERS:
            return -1.2  # "Đ/c Trần Văn Nam (Phó Bí thư)": what a bracket adds to the name before it
        if text[-1:] in ";," and not text[:-1].isupper() and self.models[column].role == "result":
            return -1.5  # "phường Cẩm | Thành; UBND phường Nghĩa Lộ": the rest of a list
        return 0.0

    def paragraphs_of(self, column: int) -> list[bool]:
        """Per word whether it opens a paragraph of its own inside a cell of the column."""
        return self._owner_paragraphs if self.models[column].role in OWNERS else self.paragraphs

    def wraps(self, column: int) -> list[float]:
        """Per word that opens a line the score of a line of the column's cell ending before it, but for its width."""
        model = self.models[column]
        key = (model.bare, model.flush, model.role in OWNERS)
        found = self._wraps.get(key)
        if found is None:
            found = self._wraps[key] = [self._wrap(k, column) if word.first and k else 0.0 for k, word in enumerate(self.stream.words)]
        return found

    def _wrap(self, k: int, column: int) -> float:
        word, score = self.stream.words[k], 0.0
        if word.hanging:
            score += 0.4 if self.stream.wraps_spaced else 0.0
        elif self.stream.ends_bare and not self.paragraphs_of(column)[k] and self.stream.words[k - 1].text not in ("-", "–"):
            score -= self.models[column].bare
        if self.mixed_blanks:
            score += 0.2 if not word.blank_before else -_FAR if k in self.stream.far else -self.models[column].flush
        return score
