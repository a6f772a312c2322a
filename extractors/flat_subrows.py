"""Rows of a flattened table of figures that stand under a numbered row with a dash, a plus or "Trong đó" in place of a number."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from extractors.cell_kinds import inside_units, is_ditto, is_measure
from extractors.flat_fit import FlatRow
from extractors.flat_rows import Mark
from extractors.flat_stream import Stream

Range = tuple[Mark | None, int, int]
_DASHES = ("-", "+", "–")
_BOUNDS = frozenset(("≥", "≤", ">", "<", "trên", "dưới", "từ", "đạt", "%"))
_SIGNS = _BOUNDS - {"%"}
_WORDED = frozenset(("Đạt", "Duy", "Hoàn", "Có", "Không", "Theo"))  # how a value in words opens
_NAMED = re.compile(r"\d{1,2}(?:\.\d{1,2})?[:.]")  # "Chỉ tiêu 1:"
_FIGURE = re.compile(r"[≥≤<>]?\d+(?:[.,]\d+)*%?")


def with_subrows(stream: Stream, roles: Sequence[str | None], ranges: Sequence[Range]) -> list[Range]:
    """`ranges` with "- Trong đó: diện tích lúa | ha | 172 | 171" and "+ Lúa Đông Xuân | ha | …" as rows of their own.

    Only where each dash or plus that opens a line leads to a measure and to figures for most of the value columns, or to as many
    figures side by side as there are several columns of them: a dash before anything else is a list's, or an empty cell. Where
    the rows with numbers are titles without any figure, the marks stand in the numbers' column and every row has one.
    """
    plain = [(role or "").split("@")[0] for role in roles]
    values = sum(role in ("value", "actual") for role in plain)
    if values and (named := _numbered_by_name(stream, ranges)):
        return named
    if values and (titled := _below_titles(stream, ranges, values, "measure" in plain)):
        return titled
    measured = "measure" in plain
    if not values or (not measured and values < 2):
        return list(ranges)
    out: list[Range] = []
    for mark, lo, hi in ranges:
        starts = [k for k in range(lo + 1, hi - 2) if _opens(stream, k)]
        spans = list(zip(starts, [*starts, hi][1:], strict=True))
        figured = [a for a, b in spans if (measured and _figures(stream, a, b, (values + 1) // 2)) or (values > 1 and _side_by_side(stream, a, b) >= values)]
        # A dash that leads to no figure at all stands for a missing value.
        listed = any(a not in figured and any(_FIGURE.fullmatch(w.text) for w in stream.words[a:b]) for a, b in spans)
        if not figured or listed:
            out.append((mark, lo, hi))
            continue
        edges = [lo, *sorted({*figured, *_further(stream, figured[0], hi, (values + 1) // 2)}), hi]
        out.append((mark, lo, edges[1]))
        out += [(None, a, b) for a, b in itertools.pairwise(edges[1:])]
    return out


def _numbered_by_name(stream: Stream, ranges: Sequence[Range]) -> list[Range]:
    """`ranges` cut where "Chỉ tiêu 1:", "Chỉ tiêu 2:" open lines below the aim that has the number, each with figures of its own, or "Tỷ lệ …"
    does below "Mục tiêu 1:"; [] where none do."""
    out: list[Range] = []
    for mark, lo, hi in ranges:
        aim = _names(stream, lo, hi, "Mục")
        starts = [k for k in range(lo, hi - 3) if (stream.words[k].first or k == lo) and (
            _names(stream, k, hi, "Chỉ") or (aim and stream.words[k].text in ("Tỷ", "Tỉ") and stream.words[k + 1].text == "lệ"))]
        spans = list(zip(starts, [*starts, hi][1:], strict=True))
        if not starts or not all(any(_FIGURE.fullmatch(word.text) for word in stream.words[a + 3:b]) for a, b in spans):
            out.append((mark, lo, hi))
            continue
        if starts[0] > lo:
            out.append((mark, lo, starts[0]))
        out += [(mark if a == lo else None, a, b) for a, b in spans]
    return out if len(out) > len(ranges) else []


def _names(stream: Stream, k: int, end: int, opening: str) -> bool:
    """Whether "Chỉ tiêu 1:", "Mục tiêu 2." stands at word `k`."""
    words = stream.words
    return k + 3 < end and words[k].text == opening and words[k + 1].text == "tiêu" and _NAMED.fullmatch(words[k + 2].text) is not None


def _below_titles(stream: Stream, ranges: Sequence[Range], values: int, measured: bool) -> list[Range]:
    """Rows whose number is a dash, below titles that alone have numbers ("1 | Về xã hội", "- | Tỷ lệ hộ nghèo | 2,5%"); [] where others stand
    among them. A row holds as many figures side by side as there are columns of values, its measure before them where the table has one."""
    out: list[Range] = []
    dashes = [[k for k in range(lo + 1, hi - 2) if _opens(stream, k)] for _, lo, hi in ranges]
    if not all(dashes):
        return []
    most = 0
    named = inside_units([word.text for word in stream.words])  # no row opens in "Phòng Văn hóa" over "- Xã hội"
    for (mark, lo, hi), opening in zip(ranges, dashes, strict=True):
        starts = [k for k in opening if k not in named and k + 1 not in named]
        if mark is None or not starts or stream.words[starts[0]].line - stream.words[lo].line > 2 or any(_FIGURE.fullmatch(word.text) for word in stream.words[lo:starts[0]]):
            return []
        spans = list(zip(starts, [*starts, hi][1:], strict=True))
        beside = [_side_by_side(stream, a, b) for a, b in spans]
        most = max(most, *beside)
        # A row may have a value in words among its figures: "32 19 21 Tăng 5%".
        if len(spans) < 2 or not all((measured and (_figures(stream, a, b, (values + 1) // 2) or _in_words(stream, a, b))) or n >= min(values, max(2, (values + 1) // 2))
                                     for (a, b), n in zip(spans, beside, strict=True)):
            return []
        out.append((mark, lo, starts[0]))
        out += [(None, a, b) for a, b in spans]
    return out if len(ranges) > 1 and (measured or most >= values) else []


def _in_words(stream: Stream, k: int, end: int) -> bool:
    """Whether the words from `k` go on to a measure and a value in words ("Tấn | Đạt kế hoạch tỉnh giao")."""
    words = stream.words
    return any(words[n].text in _WORDED and is_measure(words[n - 1].text.lower()) for n in range(k + 2, end))


def heads_dashes(stream: Stream, row: FlatRow, below: Sequence[FlatRow]) -> bool:
    """Whether a numbered row is the title of the rows `below` that have a dash for a number: nothing but its wording is filled."""
    if row.mark is None or not below or below[0].mark is not None or below[0].group or stream.words[below[0].lo].text not in _DASHES:
        return False
    return sum(bool(spans) for spans in row.cells.cells) == 1


def _side_by_side(stream: Stream, k: int, end: int) -> int:
    """The most figures that stand behind each other among the words from `k`, the words of their bounds left out."""
    most = run = 0
    for word in stream.words[k + 2:end]:
        if _FIGURE.fullmatch(word.text) or (word.text in _DASHES and not word.first):
            run += 1
            most = max(most, run)
        elif word.text.lower() not in _BOUNDS:
            run = 0
    return most


def _opens(stream: Stream, k: int) -> bool:
    word, behind = stream.words[k], stream.words[k + 1].text
    if not word.first or (word.hanging and stream.wraps_spaced):
        return False
    return (word.text in _DASHES and behind[:1].isalpha()) or (word.text == "Trong" and behind in ("đó:", "đó"))


def _further(stream: Stream, lo: int, hi: int, least: int) -> list[int]:
    """The parts behind the first that have no mark of their own: below the last figure of the one above, a capital leads to a measure and
    figures ("Trong đó: Nông nghiệp | Tỷ đồng | 498 | 257", "Công nghiệp | Tỷ đồng | 424 | 227")."""
    words = stream.words
    starts = [k for k in range(lo + 1, hi - 2) if words[k].first and words[k].text[:1].isupper() and _FIGURE.fullmatch(words[k - 1].text)]
    return [a for a, b in itertools.pairwise([*starts, hi]) if _figures(stream, a, b, least)]


def _figures(stream: Stream, k: int, end: int, least: int) -> bool:
    """Whether the words from `k` go on to a measure and at least `least` figures behind it."""
    texts = [w.text for n, w in enumerate(stream.words[k:end]) if n < 2 or (w.text.lower() not in _SIGNS and w.text not in _DASHES)]
    first = next((i for i, text in enumerate(texts) if _FIGURE.fullmatch(text) and i > 1
                  and (is_measure(texts[i - 1]) or is_ditto(texts[i - 1].lower()) or is_measure(" ".join(texts[i - 2 : i])))), None)
    return first is not None and sum(bool(_FIGURE.fullmatch(text)) for text in texts[first:]) >= least

