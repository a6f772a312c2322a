"""What is known of a flattened stream whatever its columns are: joined texts, printed positions, and which stretches can be no owner and no time.

Most stretches that the search tries are neither. For those a look at their first words and at where their commas stand
gives the very value that reading them whole would give.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise

from extractors.cell_kinds import (
    cannot_open_time,
    comma_in_name,
    first_owner,
    inside_units,
    is_cut_name,
    opens_no_owner,
    unit_fit,
)
from extractors.cut_words import is_cut, is_cut_unit
from extractors.flat_dashes import dash_cells
from extractors.flat_stream import SPACE, Stream, Word
from extractors.pdf_quality import is_syllable
from normalizers.text import fold

Span = tuple[int, int]
_TICK = "x×✓✔"
_SEPARATOR = re.compile(r"[;,]")
_SEEN = 10       # words from which a time's opening, or an owner's, is judged
_LONG_NAME = 16  # words of one name above which it is none, as `unit_fit` has it
_MOST_NAMES = 30
_LONG_ITEM = 14  # words of an item before the next
# First words of names that a unit's name in the line above does not go on with, some with the word they stand before.
_STACKED = {**dict.fromkeys(("Phòng", "Sở", "Hội", "Đoàn", "Trạm", "UBND", "Ban", "Cục", "Vụ", "Trường", "VP", "TT", "BCH"), ()), "Trung": ("tâm",), "Công": ("an", "ty", "đoàn"), "Văn": ("phòng",),
            "Ủy": ("ban",), "Bảo": ("hiểm",), "Thuế": ("tỉnh", "cơ", "xã", "thành"), "Kho": ("bạc",), "Ngân": ("hàng",), "Tòa": ("án",), "Viện": ("kiểm",), "Bộ": ("Chỉ", "Tư"), "Trưởng": ("các", "thôn", "ban"),
            "Tổ": ("công", "chuyên"), "Mặt": ("trận",), "CA": ("xã", "tỉnh", "phường"), "Chi": ("cục", "nhánh", "bộ", "hội", "đoàn"), "Thanh": ("tra",), "Đảng": ("ủy",),
            "Các": ("thôn", "trường", "cơ", "phòng", "ban", "đơn", "ngành", "tổ", "hội", "sở"), "Thành": ("viên",)}
_LONG_STACKED = 8  # words of the name above
_TIMES = frozenset(("Tháng", "Quý", "Năm", "Trước", "Hằng", "Hàng", "Thường", "Trong", "Từ", "Đến", "Cuối", "Đầu"))
_OPEN_ENDS = frozenset(("và", "với", "của", "thuộc", "cùng", "đạo", "trưởng", "phó", "đốc", "chức", "viên", "phòng", "tra", "các", "ban", "tâm", "bộ", "phận", "cục", "nhánh", "ủy", "vụ", "viện", "trường", "hội", "đoàn", "học",
                        "tại", "giữa", "do", "cho", "về", "từ", "đến", "là", "giao", "bởi", "ở", "theo", "được", "để", "tịch", "thư", "chánh", "trực", "hành", "hiệp", "huy", "lý", "qua", "sở", "vào"))
_LONG_UNIT = 12  # words of a unit's name on lines of its own
# … and words that such a name completes: "phối hợp với" over "Công an xã", "kiện toàn" over "Ban Chỉ đạo".
_BEFORE_UNITS = _OPEN_ENDS | frozenset(("toàn", "lập", "cố", "mưu", "cáo", "hợp", "nghị", "cầu", "kèm", "trình", "sung", "gồm", "động", "dẫn", "trợ", "cử", "chỉ", "những", "từng", "trong", "trên", "đối", "bằng", "nâng", "cấp", "quyền", "luật", "nhận", "thay", "-", "–", "+", "•"))
_LEAST_ITEMS = 3  # lines that begin with a dash and a name where cells list names so
_TAIL = re.compile(r"[^\W\d_]+$")
_HEAD = re.compile(r"[^\W\d_]+")
_PERIODS = frozenset({"tháng", "quý"})
_MONTH = frozenset({"tháng", "trong tháng", "từ tháng", "đến tháng"})
_HALF_DATE = re.compile(r"(?:\d{1,2}|[IVX]{1,3})/(?:\d{1,2}/)?(?:1|2|(?:19|20)\d?)")
_CUT_DATE = re.compile(r"(?:\d{1,2}|[IVX]{1,3})/(?:\d{1,2}/)?(?:19|20)\d\d[.,;]?")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/20\d\d")
_DATE_SIGNS = frozenset("0123456789/")
# "806.12" over "0", "1.214." over "300": the last group of thousands of a long number.
_OPEN_GROUP = re.compile(r"[≥≤<>]?(?:\d{2,3}(?:\.\d{3})*|\d(?:\.\d{3})+)\.(?P<begun>\d{1,2})|[≥≤<>]?\d{1,3}(?:\.\d{3})+\.")
_GROUP_REST = re.compile(r"\d{1,3}%?")
_OPEN_DECIMAL = re.compile(r"[≥≤<>]?\d{1,3}(?:\.\d{3})*,")
_DECIMALS = re.compile(r"\d{1,2}%?")
_OPEN_THOUSAND = re.compile(r"[≥≤<>]?\d\.(?P<begun>\d{1,2})")  # "1.25" over "0": no cell is "1.25", with a point, beside a bare nought


# "Phòng QLC" over "N": a consonant alone on its line below a short name; letters that mark sections and groups of rows are none.
_NO_MARKS, _SHORT_NAME = frozenset("GHKLMNPQRST"), re.compile(r"[A-ZĐ]{2,5}")


def completes_number(above: str, below: str) -> bool:
    """Whether the wording below completes the last group of thousands of the number that a line ends with."""
    if below in ("0", "00") and (begun := _OPEN_THOUSAND.fullmatch(above)) is not None:
        return len(begun["begun"] + below) == 3
    m = _OPEN_GROUP.fullmatch(above)
    rest = _GROUP_REST.fullmatch(below)
    return m is not None and rest is not None and len(m["begun"] or "") + len(below.rstrip("%")) == 3


def completes_date(above: str, below: str) -> bool:
    """Whether the last word of a line and the wording below are one date that a thin column cut: "30/8/202" + "6"."""
    word = above[above.rstrip().rfind(" ") + 1 :].strip()
    return _HALF_DATE.fullmatch(word) is not None and _CUT_DATE.fullmatch(word + below) is not None


def numbers_month(above: str, below: str) -> bool:
    """Whether a bare number below a line is the month that the line calls for: "Tháng" over "12"."""
    return len(above) < 14 and above.strip().casefold() in _MONTH and below.isdecimal() and len(below) < 3 and 0 < int(below) < 13


def _cuts_date(stream: Stream, k: int) -> bool:
    """Whether the lines of one word around word `k` are one date: "20/5" over "/202" over "6", "05/1" over "1/2026"."""
    words = stream.words
    for start in (k - 1, k - 2):
        if start < 0 or "/" not in words[start].text or _DATE.fullmatch(words[start].text):
            continue
        text = words[start].text
        for end in range(start + 1, min(start + 3, len(words) - 1) + 1):
            if not words[end].first:
                break
            text += words[end].text.rstrip(".,;")
            if end >= k and _DATE.fullmatch(text):
                return True
    return False


def _completes_decimal(stream: Stream, k: int) -> bool:
    """Whether word `k` is what stands behind the decimal mark of the figure that the line above holds alone: "≥ 70," over "5%"."""
    words = stream.words
    before = words[k - 2].text if k > 1 else ""
    return _OPEN_DECIMAL.fullmatch(words[k - 1].text) is not None and _DECIMALS.fullmatch(words[k].text) is not None and (
        (words[k - 1].first and before.lower() not in ("tháng", "quý", "ngày", "tổ", "thôn")) or before in ("≥", "≤", "<", ">", "%"))


def cuts_word(stream: Stream, k: int) -> bool:
    """Whether a narrow column cut one word between the line that word `k - 1` fills and the line that word `k` opens:
    "30/8/202" + "6", "đồng/người/n" + "ăm". Figures below each other are no word, but the halves of a date are."""
    above, below = stream.words[k - 1], stream.words[k]
    if below.first and (completes_date(above.text, below.text) or ("." in above.text and completes_number(above.text, below.text)) or (above.text[-1] == "," and _completes_decimal(stream, k))):
        return True
    if below.first and (below.text[0].isdigit() or below.text[0] == "/") and above.text[-1:] in _DATE_SIGNS and _cuts_date(stream, k):
        return True
    if not (above.first and below.first) or (below.hanging and stream.wraps_spaced):
        return False
    if above.text[-1:].isdigit() and below.text[:1].isdigit():
        return "/" in above.text and _CUT_DATE.fullmatch(above.text + below.text) is not None
    if is_cut_unit(above.text, below.text) or ("&" in above.text and is_cut_name(above.text, below.text)):
        return True
    if len(below.text) == 1 and below.text in _NO_MARKS and _SHORT_NAME.fullmatch(above.text) and (k + 1 == len(stream.words) or stream.words[k + 1].first):
        return True
    a, b = _TAIL.search(above.text), _HEAD.match(below.text)
    return a is not None and b is not None and b[0][0].islower() and is_syllable(a[0] + b[0]) and is_cut(above.text, below.text)


def _joins_periods(words: Sequence[Word], k: int) -> bool:
    """Whether a dash stands between two months or quarters: "Tháng 7 - tháng 9" is one period."""
    return 1 < k < len(words) - 2 and words[k + 1].text.lower() in _PERIODS and words[k - 2].text.lower() == words[k + 1].text.lower()


def _items(stream: Stream, inside: frozenset[int]) -> frozenset[int]:
    """Dashes that begin an item of a list of names in a cell, at a line's start or behind another cell's words on its line ("Công an xã | - Trạm
    Y tế xã"); none where fewer than three lines begin so, and no dash of one name ("Phòng Văn hóa - Xã hội")."""
    words = stream.words
    dashes = [k for k, word in enumerate(words[:-1]) if word.text in "-–" and not words[k + 1].first and k + 1 not in inside and (words[k + 1].text[0].isupper() or words[k + 1].text == "các")]
    opening = sum(words[k].first for k in dashes)
    if opening >= _LEAST_ITEMS and opening < len(dashes):
        return frozenset(dashes)
    # "UBND xã - Kế hoạch đối thoại" over "- Thông báo kết luận": the first item of a list that goes on in its own lines.
    return frozenset(k for k, after in pairwise(dashes) if not words[k].first and words[after].first and after - k <= _LONG_ITEM and words[k - 1].text[-1].isalnum())


def stacked_owners(stream: Stream) -> frozenset[int]:
    """Words that open the name of a further unit on a line of its own below another ("Sở Tài chính" over "Sở Nội vụ"): offices print the owners of
    a cell below each other without a mark."""
    return frozenset(k for k in _further_owners(stream) if stream.words[k].first)


def _further_owners(stream: Stream) -> list[int]:
    """Words that open the name of a unit right behind the name of another, no mark and no word between them that joins them."""
    words = stream.words
    return [k for k, word in enumerate(words) if k and (heads := _STACKED.get(word.text)) is not None and k + 1 < len(words) and not words[k + 1].first
            and (words[k + 1].text in heads if heads else words[k + 1].text[:1].isupper() or word.text.isupper()) and words[k - 1].text[-1].isalpha()
            and (words[k - 1].text.lower() not in _OPEN_ENDS or _ends_name(words, k)) and any(before.text in _STACKED for before in words[max(0, k - _LONG_STACKED) : k])]


def _ends_name(words: Sequence[Word], k: int) -> bool:
    """Whether the words before word `k` are a whole name although others go on behind such a word: "Phòng Văn hóa - Xã hội", "Văn phòng Đảng ủy"."""
    starts = [n for n in range(max(0, k - _LONG_STACKED), k - 2) if words[n].text in _STACKED]
    return bool(starts) and words[k].first and unit_fit(" ".join(word.text for word in words[starts[-1] : k])) > 0.8


class Known:
    """Folded and printed words with the space before them, their positions, and judgements kept for every column."""

    def __init__(self, stream: Stream) -> None:
        self.texts: dict[Span, str] = {}
        self.contents: dict[tuple[str, int, int], float] = {}
        self.continued: dict[tuple[str, int, int, int, int], float] = {}
        # Words with the space before them; none behind the hyphen of a name cut at a line's end ("HĐND-" "UBND").
        self.folded: list[str] = []
        self.printed: list[str] = []
        self.cut: set[int] = set(stream.joined)  # words that no cell opens, such as the rest of one that a narrow column cut
        # Printed position of each word's left and right edge in its own line.
        self.left: list[float] = []
        self.right: list[float] = []
        x = 0.0
        words = stream.words
        for k, word in enumerate(words):
            cut = k > 0 and cuts_word(stream, k)
            if cut:
                self.cut.add(k)
            if word.text in "-–" and _joins_periods(words, k):
                self.cut |= {k, k + 1}
            glued = cut or (word.first and k > 0 and ((len(words[k - 1].text) > 1 and words[k - 1].text[-1] in "-/") or is_cut_name(words[k - 1].text, word.text)))
            self.folded.append(("" if glued else " ") + fold(word.text))
            self.printed.append(("" if glued else " ") + word.text)
            x = 0.0 if word.first else x + SPACE
            self.left.append(x)
            x += word.width
            self.right.append(x)
        self.inside = inside_units([word.text for word in words])
        self.dashes = dash_cells(stream, self.inside)
        self.items = _items(stream, self.inside) | self.dashes
        # Words that open a further unit's name inside a line: no cell lists units so without a mark.
        self.beside = [k for k in _further_owners(stream) if not words[k].first and k not in self.inside]
        # Words that open a unit's name on a line of its own, no word before them that joins it to a wording.
        self._unit_lines = [k for k, word in enumerate(words) if k > 1 and word.first and word.text[0].isupper() and words[k - 1].text.lower() not in _BEFORE_UNITS
                            and not opens_no_owner(" ".join(w.text for w in words[k : k + 4]))]
        self._unit_ends: dict[int, int | None] = {}
        self._words = words
        self._names: dict[Span, bool] = {}
        self._plain = all(word.strip() for word in self.folded)  # no word of invisible marks alone
        self._spaces = [0, *accumulate(word.startswith(" ") for word in self.folded)]
        self._brackets = [0, *accumulate(word.count("(") - word.count(")") for word in self.folded)]
        self._separators = [k for k, word in enumerate(self.printed) for _ in _SEPARATOR.findall(word)]
        self._timeless: dict[tuple[int, int, int], bool] = {}
        self._first: dict[int, float | None] = {}
        self._opening: dict[int, bool] = {}

    def text(self, i: int, j: int) -> str:
        """Words `[i, j)` as one folded wording, hyphens at line ends closed up."""
        key = (i, j)
        found = self.texts.get(key)
        if found is None:
            found = self.texts[key] = "".join(self.folded[i:j]).lstrip()
        return found

    def shown(self, i: int, j: int) -> str:
        """Words `[i, j)` as printed."""
        return "".join(self.printed[i:j]).lstrip()

    def ends_in_unit(self, i: int, j: int) -> bool:
        """Whether the last lines of words `[i, j)` are a unit's name and nothing else, which no word before them joins to the wording."""
        at = bisect_left(self._unit_lines, j) - 1
        if at < 0 or (k := self._unit_lines[at]) <= i + 1 or j - k > _LONG_UNIT:
            return False
        found = self._names.get((k, j))
        if found is None:
            found = self._names[k, j] = (j - k > 2 or (j - k == 2 and self.printed[k - 1][-1] in ".;:")) and unit_fit(self.shown(k, j)) > 0.8
        return found

    def size(self, i: int, j: int) -> int:
        """Words of the wording `[i, j)`, glued ones counted as one."""
        return self._spaces[j] - self._spaces[i + 1] + 1

    def opens_stacked(self, i: int) -> bool:
        """Whether word `i` opens names of units that are printed below each other."""
        return self.printed[i].strip() in _STACKED

    def opens_with_unit(self, i: int, j: int) -> bool:
        """Whether the first lines of words `[i, j)` are a unit's name and nothing else, and a capital opens the line below them."""
        if i not in self._unit_ends:
            self._unit_ends[i] = self._unit_end(i) if self.opens_stacked(i) else None
        end = self._unit_ends[i]
        return end is not None and end < j

    def _unit_end(self, i: int) -> int | None:
        words = self._words
        for k in range(i + 2, min(i + _LONG_UNIT, len(words) - 1) + 1):
            if words[k].first and words[k].text[:1].isupper() and self.printed[k - 1][-1].isalpha() and unit_fit(self.shown(i, k)) > 0.8:
                return None if words[k].text in _TIMES else k  # "Các thôn" over "Tháng 3/2026": another row's end, no result behind
        return None

    def balance(self, spans: Sequence[Span]) -> int:
        """Brackets that stretches open less those that they close."""
        return sum(self._brackets[j] - self._brackets[i] for i, j in spans)

    def timeless(self, spans: Sequence[Span]) -> bool:
        """Whether a wording of one or two stretches opens with no word of time, so that `time_fit` is 0; False where unsure."""
        i, j = spans[0]
        key = (i, j, spans[1][0]) if len(spans) > 1 and j - i < _SEEN else (i, 0, 0)
        found = self._timeless.get(key)
        if found is None:
            text = self.text(i, min(i + _SEEN, len(self.folded))) if key[1:] == (0, 0) else f"{self.text(i, j)} {self.text(key[2], min(key[2] + _SEEN, len(self.folded)))}"
            found = self._timeless[key] = cannot_open_time(text)
        return found

    def poor_owner(self, spans: Sequence[Span]) -> float | None:
        """`unit_fit` of a wording of one or two stretches where its first piece is no unit; None where it must be read."""
        i, j = spans[0]
        if not self._plain or j - i < 2 or self._is_glued(i + 1):
            return None
        n = sum(self.size(a, b) for a, b in spans)
        marks = [bisect_left(self._separators, b) - bisect_left(self._separators, a) for a, b in spans]
        if sum(marks) >= _MOST_NAMES:
            return None
        if self.opens_none(i):
            return 0.3 * 0.2
        if not self._starts_with_letter(i):
            return None
        if not sum(marks):
            return 0.3 * 0.1 if n > _LONG_NAME else None
        if not marks[0]:
            return None
        at = self._separators[bisect_left(self._separators, i)]
        if self.size(i, at + 1) > _LONG_NAME:
            return 0.3 * 0.1
        if n < 13:
            return None  # a name with commas of its own
        if at + 1 < len(self.printed) and comma_in_name(self.printed[at].strip(" ,"), self.printed[at + 1].strip(" ,.;:)")):
            return None
        if i not in self._first:
            self._first[i] = first_owner(_SEPARATOR.split(self.shown(i, at + 1))[0])
        fit = self._first[i]
        return 0.3 * fit if fit is not None and fit < 0.5 else None

    def _is_glued(self, k: int) -> bool:
        return k < len(self.folded) and not self.folded[k].startswith(" ")

    def _starts_with_letter(self, k: int) -> bool:
        return self.printed[k].lstrip()[:1].isalpha()

    def opens_none(self, i: int) -> bool:
        """Whether the word at `i` opens no name of a unit and no person, all of it a plain word."""
        found = self._opening.get(i)
        if found is None:
            word = self.printed[i].strip().rstrip(".,;:()")
            found = self._opening[i] = self._plain and word.isalpha() and not self._is_glued(i + 1) and not self.is_mark(i) and opens_no_owner(self.shown(i, i + 4))
        return found

    def is_mark(self, i: int) -> bool:
        """Whether a wording from word `i` may be a row of ticks or say "the same as above"."""
        word = self.folded[i].strip()
        return word[:1] in _TICK or not word[:1].isalnum() or word.startswith(("nt", "như"))
