"""Read a plain-text plan: bytes to lines with their places, furniture marked, flattened tables rebuilt."""

from __future__ import annotations

import hashlib
import re

from extractors.document import Block, Document, Line, Note, Place, Table
from extractors.flat_table import rebuild
from extractors.text_apart import letters_apart
from extractors.text_cells import lay_out as read_cells
from extractors.text_decode import decode
from extractors.text_delimited import lay_out as read_delimited
from extractors.text_furniture import mark_furniture
from extractors.text_layout import keeps_layout, lay_out
from extractors.text_notes import mark_notes
from extractors.text_starts import mark_starts

_BREAK = re.compile(r"(?<=\S)(?=\s*\f)|(?<=\x0b)(?=\S)")  # before a form feed, behind a vertical tab
_MOST_GLUED = 0.25  # share of the lines of tables whose cells are parted by a guess, from which the user is told
_LEGACY = ("tcvn3", "vni")
# Letters of other alphabets that some fonts give for Đ and đ; marks that print nothing.
_AS_PRINTED = str.maketrans("ÐƉð", "ĐĐđ", "\u200b\u200c\u200d\u2060\ufeff")


def read_text(data: bytes, source: str) -> Document:
    """The document of a text file's bytes; `source` is its name for messages.

    One `Line` per non-blank physical line, `place.lines` 1-based as `wc -l` counts; a physical line that several
    cells of a flattened table share, or that a form feed or a vertical tab cuts, gives several lines with the same place whose texts
    make up the physical line but for white space. Raises UnreadableDocument with reason `empty`, `not-a-document`
    or `wrong-encoding`.
    """
    text, encoding = decode(data, source)
    document = Document(source, "text", [], sha256=hashlib.sha256(data).hexdigest(), reader=f"text/{encoding}")
    if encoding not in _LEGACY and (joined := letters_apart(text)) is not None:
        text = joined
        document.notes.append(Note("letters-apart", "Các chữ có dấu của tệp văn bản này bị tách khỏi từ (phông chữ thiếu chữ Việt); đã ghép lại theo từ thường dùng, "
                                                    "nên đối chiếu với bản gốc hoặc đọc từ tệp PDF, Word."))
    if encoding not in _LEGACY:
        text = text.translate(_AS_PRINTED)
    lines = _lines(text)
    mark_furniture(lines)
    mark_notes(lines)
    mark_starts(lines)
    document.blocks = _blocks(lines)
    if _glued(document.blocks) >= _MOST_GLUED:
        document.notes.append(Note("columns-glued", "Các cột của bảng trong tệp văn bản này dính sát nhau, có chỗ không tách chắc được; "
                                                    "nên đọc từ bản Word hoặc PDF gốc."))
    for line in document.lines():
        line.text = line.text.strip()
    for block in document.blocks:
        if isinstance(block, Table):
            for line in block.lines():
                line.starts = None
                line.fill = None
    if encoding in _LEGACY:
        from extractors.legacy_fonts import convert_document, legacy_note

        document = convert_document(document, encoding)
        if not any(note.kind == "legacy-font" for note in document.notes):
            document.notes.append(legacy_note(encoding))
    return document.number()


def _blocks(lines: list[Line]) -> list[Block]:
    """The blocks of a text, by the form it shows."""
    return read_delimited(lines, rebuild) or (lay_out(lines) if keeps_layout(lines) else []) or read_cells(lines, rebuild) or list(rebuild(lines))


def _glued(blocks: list[Block]) -> float:
    """Share of the lines of tables whose cells are parted by a guess."""
    lines = [line for block in blocks if isinstance(block, Table) for line in block.lines()]
    return sum(line.confidence < 1.0 for line in lines) / max(1, len(lines))


def _lines(text: str) -> list[Line]:
    if "\n" not in text and "\r" in text:
        text = text.replace("\r", "\n")
    out: list[Line] = []
    for n, raw in enumerate(text.split("\n"), 1):
        line = raw.rstrip("\r")
        if not line.strip():
            continue
        pieces = [p for p in _BREAK.split(line) if p.strip()] if "\f" in line or "\x0b" in line else [line]
        out += [Line(piece, Place(lines=(n, n))) for piece in pieces]
    return out
