"""DOCX files that a converter made of a PDF line by line: each printed line stands in a paragraph of its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.document import Block, Line
from extractors.text_furniture import mark_furniture
from extractors.text_starts import mark_starts

# Plans typed in a word processor cut sentences in up to a tenth of their paragraphs (subtitles, titles over several lines),
# those made line by line in four to five of ten.
_LEAST_SHARE = 0.2
_LEAST = 10
_FULL = 40  # characters; shorter lines are titles and labels
_ENDS = tuple(".;:!?…”\")")


def mark_wrapped(blocks: Sequence[Block]) -> None:
    """Let the lines of such a file be joined like printed ones; lists that the word processor numbers keep their starts.

    Files of any other kind stay as they are.
    """
    body = [block for block in blocks if isinstance(block, Line) and not block.furniture and not block.blank]
    if len(body) < _LEAST or not _is_wrapped(body):
        return
    mark_furniture(body)  # page numbers have become paragraphs, too
    sure = [line for line in body if line.level is not None]
    mark_starts(body)
    for line in body:
        line.whole = False
    for line in sure:
        line.starts = True


def _is_wrapped(body: Sequence[Line]) -> bool:
    cut = sum(line.starts is True and _cuts(before.text.strip(), line.text.strip()) for before, line in pairwise(body))
    return cut >= max(_LEAST, _LEAST_SHARE * len(body))


def _cuts(before: str, text: str) -> bool:
    """Whether a sentence goes on from one paragraph to the next."""
    return len(before) >= _FULL and text[0].islower() and not before.endswith(_ENDS) and text[1:2] != ")"
