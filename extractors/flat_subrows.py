"""Rows of a flattened table of figures that stand under a numbered row with a dash, a plus or "Trong đó" in place of a number."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from extractors.cell_kinds import is_ditto, is_measure
from extractors.flat_rows import Mark
from extractors.flat_stream import Stream

Range = tuple[Mark | None, int, int]
_FIGURE = re.compile(r"[≥≤<>]?\d+(?:[.,]\d+)*%?")


def with_subrows(stream: Stream, roles: Sequence[str | None], ranges: Sequence[Range]) -> list[Range]:
    """`ranges` with "- Trong đó: diện tích lúa | ha | 172 | 171" and "+ Lúa Đông Xuân | ha | …" as rows of their own.

    Only where a table has a measure column and values, and where each dash or plus that opens a line leads to a measure
    and to figures for most of the value columns: a dash before anything else is a list's, or an empty cell.
    """
    plain = [(role or "").split("@")[0] for role in roles]
    values = sum(role in ("value", "actual") for role in plain)
    if "measure" not in plain or values < 2:
        return list(ranges)
    out: list[Range] = []
    for mark, lo, hi in ranges:
        starts = [k for k in range(lo + 1, hi - 2) if _opens(stream, k)]
        spans = list(zip(starts, [*starts, hi][1:], strict=True))
        figured = [a for a, b in spans if _figures(stream, a, b, (values + 1) // 2)]
        # A dash that leads to no figure at all stands for a missing value.
        listed = any(a not in figured and any(_FIGURE.fullmatch(w.text) for w in stream.words[a:b]) for a, b in spans)
        if not figured or listed:
            out.append((mark, lo, hi))
            continue
        edges = [lo, *sorted({*figured, *_further(stream, figured[0], hi, (values + 1) // 2)}), hi]
        out.append((mark, lo, edges[1]))
        out += [(None, a, b) for a, b in itertools.pairwise(edges[1:])]
    return out


def _opens(stream: Stream, k: int) -> bool:
    word, behind = stream.words[k], stream.words[k + 1].text
    if not word.first or (word.hanging and stream.wraps_spaced):
        return False
    return (word.text in ("-", "+", "–") and behind[:1].isalpha()) or (word.text == "Trong" and behind in ("đó:", "đó"))


def _further(stream: Stream, lo: int, hi: int, least: int) -> list[int]:
    """The parts behind the first that have no mark of their own: below the last figure of the one above, a capital leads to a measure and
    figures ("Trong đó: Nông nghiệp | Tỷ đồng | 498 | 257", "Công nghiệp | Tỷ đồng | 424 | 227")."""
    words = stream.words
    starts = [k for k in range(lo + 1, hi - 2) if words[k].first and words[k].text[:1].isupper() and _FIGURE.fullmatch(words[k - 1].text)]
    return [a for a, b in itertools.pairwise([*starts, hi]) if _figures(stream, a, b, least)]


def _figures(stream: Stream, k: int, end: int, least: int) -> bool:
    """Whether the words from `k` go on to a measure and at least `least` figures behind it."""
    texts = [w.text for w in stream.words[k:end]]
    first = next((i for i, text in enumerate(texts) if _FIGURE.fullmatch(text) and i > 1
                  and (is_measure(texts[i - 1]) or is_ditto(texts[i - 1].lower()) or is_measure(" ".join(texts[i - 2 : i])))), None)
    return first is not None and sum(bool(_FIGURE.fullmatch(text)) for text in texts[first:]) >= least

