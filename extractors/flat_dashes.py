"""Dashes that stand for empty cells of words in a flattened table: "Công an xã | - | Quý I/2026" where nobody helps."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from extractors.cell_kinds import opens_no_owner, time_fit
from extractors.flat_stream import Stream

_DASHES = ("-", "–", "—")
_LEAST = 3  # dashes of a table
_SURE = 2   # … that are cells beyond doubt, where a table prints them so
_TIMES = frozenset(("Quý", "Tháng", "Năm", "Trước", "Thường", "Hằng", "Hàng", "Cả", "Ngày", "Khi"))


def dash_cells(stream: Stream, inside: AbstractSet[int]) -> frozenset[int]:
    """Words that may be such cells: dashes outside names, at a line's end or before a capital or a figure. Only in a table where several stand
    alone on a line or right before a time, as no item of a list does."""
    words = stream.words
    found = [k for k, word in enumerate(words) if word.text in _DASHES and 0 < k < len(words) - 1 and k + 1 not in inside]
    if len(found) < _LEAST:
        return frozenset()
    sure = 0
    for k in found:
        alone = words[k].first and words[k + 1].first and not _opens_item(stream, k)
        before = words[k - 1].text
        beside = words[k + 1].text in _DASHES and not words[k + 1].first
        if alone or beside or (words[k + 1].text in _TIMES and not words[k + 1].first and not before[-1].isdigit() and not before.isupper() and (not words[k].first or _timed(stream, k + 1))):
            sure += 1
    if sure < _SURE:
        return frozenset()
    return frozenset(k for k in found if not (words[k - 1].text[-1].isdigit() and words[k + 1].text[0].isdigit()) and (words[k + 1].text[0].isupper() or words[k + 1].text[0].isdigit() or words[k + 1].text in _DASHES or words[k + 1].first))


def _opens_item(stream: Stream, k: int) -> bool:
    """Whether the dash alone on its line opens a list's item that a thin column parted from it: "-" over "Phòng" over "Kinh tế"."""
    words = stream.words
    if words[k + 1].text in _DASHES or opens_no_owner(" ".join(word.text for word in words[k + 1 : k + 5])):
        return False
    return k + 2 < len(words) and words[k + 2].first and words[k + 1].text[0].isupper()


def _timed(stream: Stream, k: int) -> bool:
    """Whether the words from word `k` to its line's end are a time and nothing else."""
    words = stream.words
    end = next((n for n in range(k + 1, len(words)) if words[n].first), len(words))
    return time_fit(" ".join(word.text for word in words[k:end])) > 0.9
