"""What stands on the line below: asked of a line that may head it.

Hands on questions about the next line of a document, furniture left out.
"""

from __future__ import annotations

from extractors.document import Document, Line, Table
from extractors.markers import BULLETS, Marker, read_marker
from normalizers.text import squash


def next_text(document: Document, at: int) -> str:
    """What the line behind block `at` prints, "" behind the last one of its page's prose."""
    following = next_line(document, at)
    return squash(following.text) if following is not None else ""


def same_bullet(opener: Marker | None, document: Document, at: int) -> bool:
    """Whether the line below block `at` opens with the bullet that the open item has."""
    following = next_line(document, at)
    marker = read_marker(squash(following.text)) if following is not None else None
    return marker is not None and opener is not None and marker.kind == opener.kind and marker.kind in BULLETS


def before_first(opener: Marker, document: Document, at: int) -> bool:
    """Whether the line below block `at` opens the list of the open item's kind anew."""
    following = next_line(document, at)
    marker = read_marker(squash(following.text)) if following is not None else None
    return marker is not None and marker.kind == opener.kind and marker.number == 1


def before_bullet(document: Document, at: int) -> bool:
    """Whether a bullet stands on the line below block `at`."""
    following = next_line(document, at)
    marker = read_marker(squash(following.text)) if following is not None else None
    return marker is not None and marker.kind in BULLETS


def next_line(document: Document, at: int) -> Line | None:
    """The line after block `at`, furniture left out; None before a table or the end."""
    for block in document.blocks[at + 1 : at + 4]:
        if isinstance(block, Table):
            return None
        if not block.furniture and not block.blank:
            return block
    return None
