"""Which words a row of units in a sentence can begin with: a search that ends most sentences before they are cut into tokens."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TypeVar

from normalizers.text import fold, squash
from normalizers.unit_grammar import _NOUNS, _QUANT_PHRASES, QUANTIFIERS, starts_unit
from normalizers.unit_tokens import SOFT, Token, abbreviations
from normalizers.unit_villages import _COUNT
from normalizers.unit_vocab import Node, match_head, match_unit, vocabulary

T = TypeVar("T")
_CAPITALS = "".join(c for c in map(chr, range(0x1F00)) if c.isupper())
# A letter or digit and a capital with a blank between: perhaps the pieces of an abbreviation that a thin column cut.
_CUT = re.compile(rf"[{_CAPITALS}\d_]\s[{_CAPITALS}]")
# The first two words of a clause, numbers and letters of lists passed over: at the start, and behind a mark.
_FIRST = r"(?:\W|\d+(?!\w)|\w(?=[).]))*(\w+)(?= ?(\w+|\W)?)"
_AT_START, _BEHIND_MARK = re.compile(_FIRST), re.compile(r"[.;:(]" + _FIRST)


@lru_cache(maxsize=1)
def openings() -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """(words, pairs): a row of units begins with one of these words or with one of these pairs of words.

    Taken from the tables of the grammar itself: quantifiers, collective nouns, chiefs of villages, the catalogue and its heads."""
    words = set(_COUNT) | {"trưởng", "tỉnh", "huyện", "quận"}
    pairs: set[tuple[str, str]] = {("hai", "ban"), ("thành", "phố"), ("thị", "xã")}  # "Hai Ban HĐND xã", "Thành phố Hà Nội chủ trì"
    for wording in (*_NOUNS, *_QUANT_PHRASES, *((w,) for w in QUANTIFIERS if not any(w == q[0] for q in _QUANT_PHRASES))):
        if len(wording) == 1:
            words.add(wording[0])
        else:
            pairs.add((wording[0], wording[1]))
    known = vocabulary()
    for opening in (_first_two(known.units), _first_two(known.heads)):
        words |= opening[0]
        pairs |= opening[1]
    return frozenset(words), frozenset(p for p in pairs if p[0] not in words)


def _first_two(root: Node[T]) -> tuple[set[str], set[tuple[str, str]]]:
    """First words that are a whole wording of the trie, and the first two of the others; a separator may stand between them."""
    words = {first for first, node in root.words.items() if node.value is not None}
    return words, {(first, second) for first, node in root.words.items() for second in chain(node.words, SOFT)}


def may_open(tokens: list[Token], i: int) -> bool:
    """Whether a row of units can begin at token `i`: where not, none does."""
    words, pairs = openings()
    return i < len(tokens) and (tokens[i].key in words or (i + 1 < len(tokens) and (tokens[i].key, tokens[i + 1].key) in pairs))


_OFFICES = frozenset({"office", "organisation", "authority", "party"})
_SHORT = frozenset({"công", "đảng", "xã", "đoàn"})  # "công an", "xã đoàn"; other names of two words are fields too: "quân sự", "thống kê"


def typed_small(tokens: list[Token], i: int) -> bool:
    """Whether a catalogue office at token `i` opens a clause with a small letter: "phòng Kinh tế chủ trì …", "công an xã: …"."""
    if i >= len(tokens) or tokens[i].capital or not may_open(tokens, i):
        return False
    if tokens[i].key == "phó" and i + 1 < len(tokens) and tokens[i + 1].capital and match_head(tokens, i) is not None:
        return True  # "(Đồng chí X,) phó Hiệu trưởng điều hành …"
    if (post := match_head(tokens, i)) is not None and post[1].kind == "person" and post[1].strong and not post[1].takes_unit and post[0] - i > 3:
        return True  # "…; giáo viên chủ nhiệm phối hợp với …"
    hit = match_unit(tokens, i)
    return hit is not None and hit[1].kind in _OFFICES and hit[0] - i > (1 if tokens[i].key in _SHORT else 2)


def small_head(tokens: list[Token], i: int) -> bool:
    """Whether a noun of offices or a post in small letters at `i` opens a name: "…, | phòng Quản lý chất lượng tổng hợp", "…, | trưởng Công an xã"."""
    head = None if tokens[i].capital else match_head(tokens, i)
    if head is None or head[0] >= len(tokens):
        return False
    if tokens[i].key == "trưởng" and (chief := match_unit(tokens, i)) is not None and chief[1].level == "village":
        return True  # "Hằng tháng, | trưởng thôn họp dân"
    if head[1].strong and not head[1].takes_unit and head[0] - i > (3 if head[1].kind == "person" else 2) and head[1].kind in ("person", "organisation"):
        return True  # "Khi phát hiện vụ việc, | giáo viên chủ nhiệm báo cáo …", "Hằng tháng, | tổ chuyên môn tổng hợp …"
    if head[1].kind == "person" and head[1].takes_unit:
        return tokens[head[0]].key == "các" or any(t.capital for t in tokens[i + 1 : head[0] + 1])
    return head[1].kind in ("office", "person") and tokens[head[0]].capital


@lru_cache(maxsize=1)
def _printed() -> tuple[frozenset[str], frozenset[tuple[str, str]], frozenset[str]]:
    """`openings()` with the first pieces of abbreviations among the words, and those pieces."""
    words, pairs = openings()
    short = frozenset(abbreviations())
    return words | short, pairs, short


def may_begin(text: str, further: frozenset[str]) -> bool:
    """Whether a row of units, or one of the words `further`, can stand at the beginning of a text."""
    m = _AT_START.match(fold(text))
    return m is None or _opens(m[1], m[2] or "", further) or _CUT.search(text) is not None


def _opens(first: str, second: str, further: frozenset[str]) -> bool:
    words, pairs, short = _printed()
    return first in words or first in further or (first, second) in pairs or (second in short and first in _firsts())


@lru_cache(maxsize=1)
def _firsts() -> frozenset[str]:
    return frozenset(first for first, _ in _printed()[1])


@lru_cache(maxsize=4)
def _cues(wordings: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """These wordings, and the abbreviations that stand for a word of them, folded."""
    inside = {w for wording in wordings for w in wording}
    short = {fold(abbr.text) for items in abbreviations().values() for _, abbr in items if any(key in inside for _, key, _ in abbr.expansion)}
    every = {" ".join(wording) for wording in wordings} | short
    return tuple(sorted(cue for cue in every if not any(other != cue and other in cue for other in every)))  # "pct" holds "ct"


def may_name(text: str, cues: tuple[tuple[str, ...], ...], further: frozenset[str]) -> bool:
    """Whether a sentence can name owners: a clause of it begins as a row of units does or with one of the words `further`, or one
    of the wordings `cues` stands in it."""
    folded = fold(text)
    if any(map(folded.__contains__, _cues(cues))) or ((m := _AT_START.match(folded)) is not None and _opens(m[1], m[2] or "", further)):
        return True
    if any(_opens(first, second, further) for first, second in _BEHIND_MARK.findall(folded)):
        return True
    return "_" in folded or squash(text) != text or _CUT.search(text) is not None


_PLURAL = 5  # words of a plural before its examples


def behind_such_as(tokens: list[Token], i: int) -> int:
    """Where the bodies begin that a plural at `i` gives as examples: "các lực lượng như | Công an xã, Dân quân …"; `i` if it gives none."""
    if i >= len(tokens) or tokens[i].key != "các":
        return i
    k = next((k for k in range(i + 2, min(i + _PLURAL, len(tokens) - 1)) if tokens[k].key == "như"), i)
    return k + 1 if k > i and tokens[k + 1].capital and starts_unit(tokens, k + 1, None) else i
