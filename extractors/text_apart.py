"""Letters that stand apart from their words in a text dump.

Where a PDF's font lacks the letters of Vietnamese (ơ, ư and all with two marks), its maker draws them in another font. Text extractors read each
font's run by itself, so that a line comes out as "Th c hi n Ngh quy t s ự ệ ị ế ố": the words without these letters, then the letters
in their order. They are put back where they make syllables.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from extractors.ocr_repair import frequencies
from extractors.pdf_quality import is_syllable
from normalizers.text import fold_word

_TWO_MARKS = "ơưƠƯ\u1ea0-\u1ef1\u1ef4-\u1ef9"  # ỳ is also Welsh
_CENTRAL = "ăĂđĐĩĨũŨ"  # fonts with the letters of Central Europe have them


@dataclass(frozen=True, slots=True)
class _Lacked:
    """The letters that a font lacks, and how they are found."""

    any: re.Pattern[str]  # a run of them
    alone: re.Pattern[str]  # a token of nothing else
    at_end: re.Pattern[str]  # a run at the end of a token
    inside: re.Pattern[str]  # one that a word goes on behind


def _lacked(letters: str) -> _Lacked:
    return _Lacked(re.compile(rf"[{letters}]+"), re.compile(rf"[{letters}]{{1,3}}"), re.compile(rf"(?<=[^\s{letters}])[{letters}]+$"),
                   re.compile(rf"[{letters}][^\W\d_{letters}]"))


_FONTS = (_lacked(_TWO_MARKS + _CENTRAL), _lacked(_TWO_MARKS))
_FEWEST = 20  # runs of such letters in a text whose lines are judged
_MOST_INSIDE = 0.03  # of them inside a word; in a text as it should be about half
_EDGE = ".,;:!?()[]{}“”\"'‘’…/-–—+*•"
_CORES = re.compile(r"[\W_]+")
_NO_SYLLABLE = 9.0  # log units against what is no Vietnamese syllable
_CODE = 8.0
_MARKED = re.compile(rf"[{_TWO_MARKS}]")
_MARK_ALONE = 8.0
_NO_BLANK = re.compile(r"[,;:)”][^\W\d_]|[^\W\d_][(“]")
_MOST_STATES = 12  # for each number of letters used
_MOST_UNEVEN = 12  # letters used more, or fewer, than by an even spread; so the search stays linear
_MOST_PIECES = 400  # of a line that is searched; a page is 25 to 60 words wide


def letters_apart(text: str) -> str | None:
    """A text whose letters stand apart from their words all through, with them in their words again; None for a text as it should be.

    Its lines stay the same lines."""
    for lacked in _FONTS:
        runs = len(lacked.any.findall(text))
        if runs >= _FEWEST and len(lacked.inside.findall(text)) <= _MOST_INSIDE * runs:
            return "\n".join([_line(line, lacked) for line in text.split("\n")])
    return None


def _line(line: str, lacked: _Lacked) -> str:
    """One line: each run of words with the letters behind it, or before it where the line begins with one of them."""
    out: list[str] = []
    pieces: list[str] = []
    letters: list[str] = []
    first = False  # the letters stand before their words
    for token in line.split():
        if lacked.alone.fullmatch(token):
            if pieces and first:
                out.append(_joined(pieces, letters))
                pieces, letters = [], []
            first = not pieces
            letters.append(token)
            continue
        if letters and pieces and not first:
            out.append(_joined(pieces, letters))
            pieces, letters = [], []
        if not first and (m := lacked.at_end.search(token)):  # "h pợ": the run of the other font begins right behind the last word
            pieces.append(token[: m.start()])
            letters.append(m[0])
        else:
            pieces.append(token)
    out.append(_joined(pieces, letters))
    return line[: len(line) - len(line.lstrip())] + " ".join(out)


def _joined(pieces: list[str], letters: list[str]) -> str:
    """The likeliest of the ways in which all `letters`, in their order, stand in and between the `pieces`: a search over words that end between them,
    by how often syllables follow each other."""
    if not letters or len(pieces) > _MOST_PIECES or len(letters) > _MOST_PIECES:
        return " ".join((*pieces, *letters))
    states: _States = {(0, "", ""): (0.0, ())}
    for done, piece in enumerate(["", *pieces]):
        after: _States = {}
        for (used, begun, last), (cost, words) in states.items():
            _go_on(after, letters, used, begun + piece, last, cost, words)
        for (used, begun, last), (cost, words) in list(after.items()):  # a word of such letters alone, or one that begins with them
            if not begun and used < len(letters):
                _go_on(after, letters, used + 1, letters[used], last, cost, words)
                _put(after, (used + 1, letters[used], last), cost, words)
        even = len(letters) * done / max(len(pieces), 1)
        states = _best({key: state for key, state in after.items() if abs(key[0] - even) <= _MOST_UNEVEN})
    whole = [(cost, words) for (used, begun, _), (cost, words) in states.items() if used == len(letters) and not begun]
    return " ".join(min(whole)[1]) if whole else " ".join((*pieces, *letters))


def _best(states: _States) -> _States:
    """The likeliest states for each number of letters used."""
    kept: _States = {}
    seen: Counter[int] = Counter()
    for key, state in sorted(states.items(), key=lambda s: s[1][0]):
        seen[key[0]] += 1
        if seen[key[0]] <= _MOST_STATES:
            kept[key] = state
    return kept


_States = dict[tuple[int, str, str], tuple[float, tuple[str, ...]]]  # letters used, word begun, syllable before it → cost, words


def _go_on(after: _States, letters: list[str], used: int, word: str, last: str, cost: float, words: tuple[str, ...]) -> None:
    """Behind a piece the word ends, or the next letter belongs to it, where it ends or goes on."""
    ends = [(used, word)] + ([(used + 1, word + letters[used])] if used < len(letters) and word else [])
    for taken, ended in ends:
        if ended:
            more, syllable = _cost(last, ended)
            _put(after, (taken, "", syllable), cost + more, (*words, ended))
        elif not words:
            _put(after, (taken, "", last), cost, words)
    if len(ends) > 1:
        _put(after, (used + 1, word + letters[used], last), cost, words)


def _put(into: _States, key: tuple[int, str, str], cost: float, words: tuple[str, ...]) -> None:
    if key not in into or cost < into[key][0]:
        into[key] = (cost, words)


@lru_cache(maxsize=65536)
def _cost(last: str, word: str) -> tuple[float, str]:
    """What a word costs behind the syllable `last`, and its own last syllable: log units of its probability, more where it is no syllable."""
    cost = 0.0
    for core in _CORES.split(word):
        folded = fold_word(core)
        if not core or core.isdigit():
            last = ""
            continue
        if core.isupper() and not _MARKED.search(core) and not is_syllable(core):
            cost, last = cost + _CODE, ""  # "BCĐTW"
            continue
        cost -= frequencies().link(last, folded)
        if not is_syllable(core):
            cost += _NO_SYLLABLE * max(1.0, len(core) / 3)
        last = folded
    if word[0] in ",;:.)”" and not any(c.isalnum() for c in word):
        cost += _MARK_ALONE  # "công ngh ,": the comma goes on with the word before it
    elif _NO_BLANK.search(word) or (len(word) > 1 and (word[-1] in "-–" or word[0] in "-–+*•")):
        cost += _MARK_ALONE  # "số,ứng"
    return cost, "" if word[-1:] in _EDGE else last
