"""Tokens of deadline phrases: folded text to numbers, vocabulary words, other words and marks, with source offsets."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import lru_cache
from operator import add
from pathlib import Path
from typing import NamedTuple

from normalizers.text import fold, fold_map, strip_tone

_VOCAB = Path(__file__).parent / "vocab" / "time_words.csv"
_PIECE = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_DIGIT = re.compile(r"\d")


class Token(NamedTuple):
    """`kind`: `num`, a kind of time_words.csv, `other` (unknown word) or the mark itself; offsets in the source text.

    `glued` says that no white space stands before it; `text` is the folded form; `value` the vocabulary's value.
    """

    kind: str
    text: str
    value: str
    start: int
    end: int
    glued: bool

    @property
    def number(self) -> int:
        return int(self.text) if len(self.text) < 9 else 10**9


_new = tuple.__new__  # a token of a tuple: without the constructor, which takes as long again


@lru_cache(maxsize=1)
def time_words() -> tuple[tuple[str, str, str], ...]:
    """Rows `(form, kind, value)` of time_words.csv, forms folded."""
    with _VOCAB.open(encoding="utf-8", newline="") as file:
        return tuple((fold(row["form"]), row["kind"], row["value"] or "") for row in csv.DictReader(file))


@lru_cache(maxsize=2)
def _lexicon(toneless: bool) -> tuple[dict[tuple[str, ...], tuple[str, str]], int]:
    """Forms by their words, and the longest form's length; toneless forms only where they stay unambiguous."""
    rows = time_words()
    forms: dict[tuple[str, ...], tuple[str, str]] = {}
    if toneless:
        counts = Counter(strip_tone(form) for form, _, _ in rows)
        for form, kind, value in rows:
            bare = strip_tone(form)
            if counts[bare] == 1 or kind in ("unit", "each", "periodic"):
                forms.setdefault(tuple(bare.split()), (kind, value))
    for form, kind, value in rows:
        forms.setdefault(tuple(form.split()), (kind, value))
    return forms, max(len(key) for key in forms)


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    return frozenset(word for form, kind, _ in time_words() if kind != "quarterno" for word in form.split())


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """What a thin column can leave of such a syllable on its line."""
    return frozenset(word[:k] for word in _syllables() for k in range(1, len(word)))


@lru_cache(maxsize=1)
def _first_words() -> dict[str, int]:
    """First words of the forms that begin with a letter, with the length of the longest form that each opens."""
    out: dict[str, int] = {}
    for words in _lexicon(False)[0]:
        if words[0][0].isalnum() and not words[0].isdecimal():
            out[words[0]] = max(len(words), out.get(words[0], 0))
    return out


# Every window, period and amount holds a number or a word of one of these kinds.
_CORE = frozenset({"word", "unit", "yearly", "part", "halfpart", "halfyear", "decade", "quarterno", "phase", "weekday", "ordinal"})


@lru_cache(maxsize=1)
def _core_forms() -> dict[str, tuple[str, ...]]:
    """Forms of these kinds by their first piece, a space before each piece and behind the last."""
    out: dict[str, list[str]] = {}
    for form, kind, _ in time_words():
        if kind in _CORE:
            pieces = _PIECE.findall(form)
            out.setdefault(pieces[0], []).append(f" {' '.join(pieces)} ")
    return {first: tuple(forms) for first, forms in out.items()}


def may_hold_time(text: str) -> bool:
    """Whether a text can hold a date, period or amount of time at all: a search that most sentences end."""
    body = fold(text)
    if _DIGIT.search(body):
        return True
    words = _words(body)
    forms = _core_forms()
    opened = forms.keys() & words
    if opened:  # "các" opens "các năm", and most sentences hold it
        line = f" {' '.join(words)} "
        if any(form in line for first in opened for form in forms[first]):
            return True
    return _may_be_cut(words)


def _may_be_cut(words: tuple[str, ...]) -> bool:
    """Whether two pieces side by side make a syllable of ours, which a thin column cut."""
    return not _beginnings().isdisjoint(words) and not _syllables().isdisjoint(map(add, words, words[1:]))


@lru_cache(maxsize=64)  # a sentence is asked whether it can hold a time before it is read
def _words(body: str) -> tuple[str, ...]:
    """The pieces of a folded text: numbers, words, single marks."""
    out: list[str] = []
    put = out.append
    for word in body.split(" "):
        if word.isalpha() or word.isdecimal():  # most
            put(word)
        else:
            out += _PIECE.findall(word)
    return tuple(out)


def _pieces(body: str) -> list[tuple[str, int, int]]:
    """Pieces of a folded text with their offsets: all that stands between two of them is one space."""
    out: list[tuple[str, int, int]] = []
    end = 0
    for piece in _words(body):
        start = end + (body[end] == " ")
        end = start + len(piece)
        out.append((piece, start, end))
    return out


# A thin column cuts a syllable: "Thườn g xuyên", "th áng". Two pieces that are no words of ours but together are one.
def _mended(body: str) -> list[tuple[str, int, int]]:
    known = _syllables()
    out: list[tuple[str, int, int]] = []
    for piece in _pieces(body):
        if out and piece[0].isalpha() and out[-1][0].isalpha():
            left, joined = out[-1][0], out[-1][0] + piece[0]
            gap = piece[1] - out[-1][2]
            if gap == 1 and len(joined) >= 4 and joined in known and (left not in known or piece[0] not in known):
                out[-1] = (joined, out[-1][1], piece[2])
                continue
        out.append(piece)
    return out


def tokenize(text: str, toneless: bool = False) -> tuple[Token, ...]:
    """All tokens of a text, nothing left out but white space; `toneless` also reads words whose tone marks OCR lost.

    Longest vocabulary form first; offsets are into `text` as given. Linear in the length of the text.
    """
    folded = fold_map(text)
    body, in_place = folded.text, folded.in_place
    words = _words(body)
    spans: list[tuple[int, int]] | None = None  # of the words, where they are not simply one behind the other
    if _may_be_cut(words):
        pieces = _mended(body)
        words, spans = tuple([p[0] for p in pieces]), [p[1:] for p in pieces]
    forms, longest = _lexicon(toneless)
    opens = _first_words().get
    out: list[Token] = []
    put = out.append
    n, end, passed = len(words), 0, 0
    before = -1  # where the token before ends: all that stands between two tokens is white space
    for i, piece in enumerate(words):
        if i < passed:
            continue  # of the form of several words before
        if spans is None:
            start = end + (body[end] == " ")
            end = start + len(piece)
        else:
            start, end = spans[i]
        kind, value, shown = "other", "", piece
        most = opens(piece)
        if most is None and not toneless:  # most words
            if not piece.isalpha():
                if piece.isdecimal() and piece.isascii():
                    kind = "num"
                elif not piece[0].isalnum():
                    kind = piece
        elif piece[0].isalnum() and not (piece.isdecimal() and piece.isascii()):
            for size in range(min(longest if toneless or most is None else most, n - i), 0, -1):
                form = words[i : i + size]
                hit = forms.get(form)
                if hit is None and toneless:
                    hit = forms.get(tuple([strip_tone(w) for w in form]))
                if hit is not None:
                    kind, value = hit
                    shown = " ".join(form)
                    break
            passed = i + size
            for k in range(i + 1, passed):  # of a form of several words
                end = end + (body[end] == " ") + len(words[k]) if spans is None else spans[k][1]
        elif piece.isalpha():
            pass
        elif piece.isdecimal() and piece.isascii():
            kind = "num"
        elif not piece[0].isalnum():
            kind = piece
        if in_place:
            put(_new(Token, (kind, shown, value, start, end, start == before)))
        else:
            first, last = folded.source_span(start, end)
            behind = out[-1].end if out else 0  # one letter can fold to two pieces ("İ"): the second stands behind it
            put(_new(Token, (kind, shown, value, max(first, behind), max(last, behind), start == before)))
        before = end
    if "ngày làm việc " in body:  # of the month its last, "ngày làm việc cuối cùng của tháng", no amount
        out = [t._replace(kind="unit", value="day") if t.kind == "workday" and i + 1 < len(out) and out[i + 1].kind == "part" else t for i, t in enumerate(out)]
    return tuple(_unspelled(out) if "(" in folded.text else out)


_SPELLED = frozenset({"mươi", "lăm", "mốt", "năm", "linh", "lẻ"})  # parts of spelled numbers beside those of kind `word`


def _unspelled(tokens: list[Token]) -> list[Token]:
    """Without the words that spell a number again behind it: "ngày 15 (mười lăm)", "tháng 06 (sáu)"."""
    out: list[Token] = []
    i, n = 0, len(tokens)
    while i < n:
        if tokens[i].kind == "(" and out and out[-1].kind == "num":
            j = i + 1
            while j < n and j - i < 6 and (tokens[j].kind == "word" or tokens[j].text in _SPELLED):
                j += 1
            report = j == i + 2 and tokens[i + 1].text == "năm" and out[-1].number != 5  # "trước ngày 15/12 (năm)": which report
            if j > i + 1 and j < n and tokens[j].kind == ")" and not report:
                i = j + 1
                continue
        out.append(tokens[i])
        i += 1
    return out
