"""Where sentences under a title begin the text."""

from __future__ import annotations

from extractors.document import Document, Table
from normalizers.text import squash


def is_sentence(text: str) -> bool:
    """Whether a line is a whole sentence, and no name in capitals."""
    return len(text) >= 30 and text[0].isupper() and text.endswith((".", ";")) and any(c.islower() for c in text)


def sentence_follows(document: Document, place: int) -> bool:
    """Whether the next line from the block at `place` on is a sentence, too: no title is made of two."""
    for block in document.blocks[place:]:
        if isinstance(block, Table):
            return False
        if not (block.furniture or block.blank):
            return is_sentence(squash(block.text))
    return False
