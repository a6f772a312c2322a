"""Pieces of a table on successive pages made one table: headers dropped, cut rows and merged cells joined.

Shared by the PDF reader and the scan reader. A page is a list of blocks in reading order in which a table is a `Piece`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from extractors.cut_words import is_cut
from extractors.document import Block, Cell, Line, Place, Table
from extractors.flat_stream import SPACE, printed_width
from extractors.markup_tables import join_split
from normalizers.text import fold, join_lines, strip_tone

_FIT = 6.0           # points: column borders nearer than this are the same border
_LOOSE_FIT = 14.0    # the same for tables without rules, whose borders are guessed between columns
_MOST_HEADER_ROWS = 4
_NUMBER = re.compile(r"^(?:[IVXLC]+|[A-Z]|\(?\d+(?:[.,]\d+)*\)?|[a-zđ])\s*[.)/]?$", re.IGNORECASE)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*%?")
_INSIDE = re.compile(r"(\d{1,3})[.)] ?[^\W\d_]")
_CLOSED = re.compile(r"[.;:!?…][\"”)]?$")
_OPEN = re.compile(r"(?:\b(?:từ|đến|hết|ngày|tháng|năm|quý|trước|và|của|các|cho|với|trong|tại)|[,–(/-])$")
_LEADS = re.compile(r"(?!.*(?:\d|phốihợp|thờigian|tiếnđộ|kếtquả|đơnvịtính|kinhphí)).*(?:chủtrì|phụtrách|thammưu|(?:cơquan|đơnvị|bộphận).*(?:thựchiện|theodõi))")  # every row has one
_OPENER = re.compile(r"^(?:stt|s\.tt|tt|số tt|số thứ tự|số)\b")


@dataclass(slots=True)
class Piece:
    """A table as one page shows it. `edges` are the column borders (`n_cols` + 1 of them, any unit shared by all pages)."""

    table: Table
    edges: tuple[float, ...]
    page: int


def join_pages(pages: Sequence[Sequence[Line | Piece]]) -> list[Block]:
    """Blocks of all pages in reading order; a piece that opens a page continues the piece that closed the page before.

    Furniture lines between the two pieces do not part them and follow the joined table.
    """
    blocks: list[Block] = []
    growing: _Growing | None = None
    held: list[Line] = []            # furniture seen since the growing table
    for page in pages:
        for block in page:
            if isinstance(block, Line):
                if growing is not None and block.furniture:
                    held.append(block)
                    continue
                if growing is not None:
                    blocks += [growing.finish(), *held]
                    growing, held = None, []
                blocks.append(block)
                continue
            if growing is not None and (growing.take(block) if growing.page < block.page else growing.take_below(block)):
                continue
            if growing is not None:
                blocks += [growing.finish(), *held]
                held = []
            growing = _Growing(block)
    if growing is not None:
        blocks += [growing.finish(), *held]
    return blocks


@dataclass(slots=True)
class _Growing:
    """The table so far. Rows are kept as cells with grid positions; `edges` grow when a piece shows more borders."""

    first: Piece
    cells: list[Cell] = field(default_factory=list)
    edges: tuple[float, ...] = ()
    n_rows: int = 0
    page: int = 0
    page_rows: list[int] = field(default_factory=list)
    repeated: list[Line] = field(default_factory=list)
    header_rows: int | None = None
    heads: dict[int, dict[int, str]] = field(default_factory=dict)  # wording of the top rows, by column
    low: list[Cell] = field(default_factory=list)  # those of the cells that may reach the last row

    def __post_init__(self) -> None:
        table = self.first.table
        self.cells = list(table.cells)
        self.low = self.cells[:]
        self.edges = self.first.edges
        self.n_rows = table.n_rows
        self.page = self.first.page
        self.page_rows = table.page_rows or [self.first.page] * table.n_rows
        self.repeated = list(table.repeated)
        self.header_rows = table.header_rows

    def finish(self) -> Table:
        table = self.first.table
        self.cells.sort(key=lambda c: (c.row, c.col))
        return Table(self.cells, self.n_rows, len(self.edges) - 1, table.place, table.origin, self.header_rows,
                     self.repeated, table.confidence, self.page_rows)

    def take(self, piece: Piece) -> bool:
        """Append a piece of the next page; False where it is another table."""
        fit = _LOOSE_FIT if piece.table.origin == "aligned" else _FIT
        union = union_edges(self.edges, piece.edges, fit)
        if union is None:
            return False
        cells = _remap(piece.table.cells, piece.edges, union)
        if self._own_header(cells) and not self._header_in(cells, 1, piece.table.origin == "ocr"):
            return False
        if self.edges != union:
            self.cells = _remap(self.cells, self.edges, union)
            self.low = self.cells[:]
            self.edges = union
            self.heads.clear()
        n_rows = piece.table.n_rows
        header = self._header_in(cells, n_rows, piece.table.origin == "ocr")
        if header:
            self.header_rows = max(header, self.header_rows or 0)
            for cell in sorted(cells, key=lambda c: (c.row, c.col)):
                if cell.row < header:
                    self.repeated += cell.lines
            cells = [_shifted(c, -header) for c in cells if c.row >= header]
            n_rows -= header
        self.page = piece.page
        self.repeated += piece.table.repeated
        if n_rows <= 0:
            return True
        self._append(cells, n_rows, piece)
        return True

    def take_below(self, piece: Piece) -> bool:
        """Append a table that stands on the same page right below and goes on with this one; False where it is another table."""
        if union_edges(self.edges, piece.edges, _LOOSE_FIT if piece.table.origin == "aligned" else _FIT) != self.edges:
            return False
        table = piece.table
        below = Table(table.cells, table.n_rows, table.n_cols, table.place, table.origin, table.header_rows, table.repeated, table.confidence,
                      table.page_rows or [piece.page] * table.n_rows)
        joined = join_split(self.finish(), below, False)
        if joined is None:
            return False
        self.cells, self.low, self.n_rows = joined.cells, joined.cells[:], joined.n_rows
        self.page_rows, self.repeated = joined.page_rows, joined.repeated
        return True

    def _rows(self, cells: list[Cell], row: int) -> dict[int, Cell]:
        """Cells that cover a row, by first column."""
        return {c.col: c for c in cells if c.row <= row < c.row + c.row_span}

    def _header_in(self, cells: list[Cell], n_rows: int, scanned: bool) -> int:
        """How many rows at the piece's top repeat the table's own top rows; those of scans may be misread in a word."""
        count = 0
        for row in range(min(_MOST_HEADER_ROWS, n_rows, self.n_rows)):
            if row not in self.heads:
                self.heads[row] = _wording(c for c in self.cells if c.row == row)
            here = _wording(c for c in cells if c.row == row)
            if not self.heads[row] or (self.heads[row] != here and not (scanned and _misread(self.heads[row], here))):
                if row == 0 and not scanned and self._opens_header(here, [c for c in cells if c.row == 0]):
                    return 1
                break
            count += 1
        while count and any(c.row < count < c.row + c.row_span for c in cells):
            count += 1  # a header cell that spans into the next row
        return min(count, n_rows)

    def _opens_header(self, here: dict[int, str], top: list[Cell]) -> bool:
        """Whether a row is the first of a header of two rows, printed again without the second: what spans both is cut after its first line."""
        head = self.heads[0]
        if len(here) < 3 or here.keys() != head.keys() or not all(head[col].startswith(text) for col, text in here.items()):
            return False
        tall = {c.col for c in self.cells if c.row == 0 and c.row_span > 1}
        return 0 < sum(text != head[col] for col, text in here.items()) <= len(tall) < len(here) and all(c.row_span == 1 for c in top) \
            and all(text == head[col] or col in tall for col, text in here.items())

    def _own_header(self, cells: list[Cell]) -> bool:
        """Whether the piece opens with a header of its own, other than the table's: then it is another table."""
        top = min((c for c in cells if c.row == 0), key=lambda c: c.col, default=None)
        if top is None or not _OPENER.match(fold(top.text)):
            return False
        head = min((c for c in self.cells if c.row == 0), key=lambda c: c.col, default=None)
        return bool(head and _OPENER.match(fold(head.text)))

    def _append(self, cells: list[Cell], n_rows: int, piece: Piece) -> None:
        last = self.n_rows - 1
        self.low = [c for c in self.low if c.row + c.row_span > last]
        above = self._rows(self.low, last)
        below = self._rows(cells, 0)
        cut = self._is_cut(above, below)
        offset = last if cut else self.n_rows
        groups = not cut and _opens_items(below, cells)
        for cell in cells:
            upper = above.get(cell.col) if cell.row == 0 else None
            if upper is not None and upper.col_span != cell.col_span:
                upper = None
            if upper is None and cut and cell.row == 0 and not cell.lines:
                continue
            if upper is not None and (cut or (not groups and self._merges(upper, cell))):
                if cut and _cut_word(upper, cell):  # lines are shared with nobody: the two halves become one line
                    upper.lines[-1].text += cell.lines[0].text
                    upper.lines[-1].fill = cell.lines[0].fill
                    cell.lines = cell.lines[1:]
                upper.lines = upper.lines + cell.lines
                upper.row_span = offset + cell.row_span - upper.row
                if cut and cell.lines and len(upper.lines) > len(cell.lines):
                    first = cell.lines[0]
                    if first.starts and not _begins_anew(upper.lines[-len(cell.lines) - 1].text, first.text):
                        first.starts = False
                continue
            moved = _shifted(cell, offset)
            self.cells.append(moved)
            self.low.append(moved)
        added = n_rows - 1 if cut else n_rows
        self.page_rows += [piece.page] * added
        self.n_rows += added

    def _merges(self, upper: Cell, cell: Cell) -> bool:
        """Whether an empty cell at a page's top is the rest of a merged cell of the page before."""
        if cell.lines or not upper.lines or upper.col == 0 or upper.col_span > 1:
            return False
        if upper.row == 0 and _OPENER.match(fold(next((c.text for c in self.cells if c.row == 0 and c.col == 0), ""))):
            return False  # headings alone at the foot of a page
        if cell.row_span > 1 or upper.row_span > 1:
            return True
        column = [c for c in self.cells if c.col == upper.col and c.col_span == 1]
        if not all(c.lines for c in column):
            return False
        return any(c.row_span > 1 and c.row for c in column) or (  # headings span rows everywhere
            bool(_LEADS.match(self.heads.get(0, {}).get(upper.col, ""))) and self.first.table.origin != "ocr" and upper.row > 0)

    def _is_cut(self, above: dict[int, Cell], below: dict[int, Cell]) -> bool:
        """Whether the piece's first row is the rest of the row that the page break cut."""
        if sorted((c.col, c.col_span) for c in above.values()) != sorted((c.col, c.col_span) for c in below.values()):
            # a merged group row does not go on as a row of single cells, unless cells were only left out
            narrow = [c for c in below.values() if c.lines and (c.col not in above or above[c.col].col_span != c.col_span)]
            if narrow:
                return False
        filled = [c for c in below.values() if c.lines]
        if not filled:
            return False
        first, head = below.get(0), above.get(0)
        number_cut = bool(first and head and head.text.endswith(".") and first.text.isdigit() and is_cut(head.text, first.text))
        if first is not None and first.lines and head is not None and self._counts_inside(first.text):
            return True
        if first is not None and first.lines and not number_cut and not (head is not None and _worded_cut(head, first, above, filled)):
            return False
        pairs = [(above[c.col], c) for c in filled if c.col in above and above[c.col].lines]
        if sum(bool(_FIGURE.fullmatch(a.text.strip()) and _FIGURE.fullmatch(b.text.strip())) for a, b in pairs) >= 2:
            return False  # figures below figures: a row of totals
        fresh = [c for c in filled if c.col not in above or not above[c.col].lines]
        if not pairs:
            return False
        going_on = [not _begins_anew(a.text, b.text) and (b.text[:1].islower() or not _has_room(a, b)) for a, b in pairs if b.col or not number_cut]
        if number_cut:
            return any(going_on)
        numbered = head is not None and _NUMBER.match(head.text.strip()) is not None
        if fresh and not any(going_on):
            return False
        if any(going_on):
            return True
        # nothing runs on visibly: a list inside the cell, cut between two items
        return numbered and len(filled) < max(2, len(self.edges) - 2) and self._unnumbered_share() < 0.1

    def _counts_inside(self, first: str) -> bool:
        """Whether every row so far opens with the next number inside its first cell ("1. Rà soát …", "2. Lập …"), and `first` with none."""
        rows = [_INSIDE.match(c.text) for c in sorted(self.cells, key=lambda c: c.row) if c.col == 0 and c.lines and c.col_span == 1]
        while rows and rows[0] is None:
            rows = rows[1:]  # headings
        return bool(rows) and [int(m[1]) if m else 0 for m in rows] == list(range(1, len(rows) + 1)) and not first[:1].isdigit() and first[:1] not in "-–+*•"

    def _unnumbered_share(self) -> float:
        """Share of rows without anything in the first column."""
        covered = {r for c in self.cells if c.col == 0 and c.lines for r in range(c.row, c.row + c.row_span)}
        return 1 - len(covered) / max(1, self.n_rows)


def _opens_items(row: dict[int, Cell], cells: list[Cell]) -> bool:
    """Whether a piece's first row has only a number and the wording that the next row's number counts under: "9 | … gồm:", "9.1 | …"."""
    if 0 not in row or not row[0].lines or sum(bool(c.lines) for c in row.values()) != 2:
        return False
    number = row[0].text.strip().rstrip(".")
    return bool(number) and any(c.row == row[0].row_span and c.col == 0 and c.text.strip().startswith(f"{number}.1") for c in cells)


def _worded_cut(head: Cell, first: Cell, above: dict[int, Cell], filled: Sequence[Cell]) -> bool:
    """Whether a row without a number is cut in its first cell too ("Từ 05/9 đến" | "10/10") and visibly in another, or in its first
    cell alone."""
    if len(filled) == 1 and (first.text[:1].islower() or first.text[:1] == "(") and not _NUMBER.match(head.text) and not _NUMBER.match(first.text):
        return sum(bool(c.lines) for c in above.values()) > 1
    if _NUMBER.match(head.text) or _NUMBER.match(first.text):
        return False
    others = [c for c in filled if c.col != first.col and c.col in above and above[c.col].lines]
    visibly = [c for c in others if not _begins_anew(above[c.col].text, c.text) and (c.text[:1].islower() or _OPEN.search(fold(above[c.col].text)))]
    if len(visibly) >= 2 and len(others) > 2:
        return True  # "Giai đoạn 2:" | "Cao điểm" beside "Tháng 02 -" | "4/2026" and a sentence cut in two
    if not first.text[:1].islower() and not _OPEN.search(fold(head.text)):
        return False
    return any(c.col != first.col and c.text[:1].islower() and c.col in above and above[c.col].lines for c in filled)


def _begins_anew(before: str, text: str) -> bool:
    """Whether `text` below `before` begins a sentence or item of its own rather than running on."""
    text, before = text.strip(), before.strip()
    if not text or not before:
        return True
    if text[0].islower() or text[0] in ",;.)%/":
        return False
    if before.endswith((",", "-", "–", "(", "/")) or before.count("(") > before.count(")"):
        return False
    if text[0] in "-–+*•" or re.match(r"[a-zđ]\)|\d+[.)]", text):
        return True
    return bool(_CLOSED.search(before))


def _has_room(upper: Cell, cell: Cell) -> bool:
    """Whether the last line above would have held the first word below, so that it ended on purpose; False where that is not known."""
    last = upper.lines[-1]
    word = printed_width(cell.text.partition(" ")[0]) + SPACE
    return bool(last.fill) and (last.fill or 0.0) * (1 + word / max(1, printed_width(last.text))) < 0.94


def _wording(row: Iterable[Cell]) -> dict[int, str]:
    """Folded wording of a row's cells that are not empty, by column."""
    return {c.col: fold("".join(line.text for line in c.lines)).replace(" ", "") for c in row if c.lines}


def _misread(head: dict[int, str], here: dict[int, str]) -> bool:
    """Whether two rows of a scan are one header, read in two ways: most of their cells alike but for marks, no figures."""
    if head.keys() != here.keys() or len(head) < 3 or any(c.isdigit() for text in (*head.values(), *here.values()) for c in text):
        return False
    pairs = [(strip_tone(head[col]), strip_tone(here[col])) for col in head]
    odd = [(a, b) for a, b in pairs if a != b]
    return 3 * len(odd) <= len(pairs) and all(
        max(len(a), len(b)) <= 5 or SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.8 for a, b in odd)


def _cut_word(upper: Cell, cell: Cell) -> bool:
    """Whether a page break stands between two halves of a word that a thin column cut."""
    if not upper.lines or not cell.lines:
        return False
    last, first = upper.lines[-1], cell.lines[0].text
    # Full is a line that would not hold the next letter.
    fill = (last.fill or 0.0) * (1 + 0.95 * printed_width(first[:1]) / max(1, printed_width(last.text)))
    return (fill > 1.0 or (upper.col == 0 and last.text.endswith("."))) and is_cut(last.text, first)


def _shifted(cell: Cell, rows: int) -> Cell:
    """The cell itself, moved: a piece that is taken has no other use for its cells."""
    cell.row += rows
    return cell


def union_edges(ours: tuple[float, ...], theirs: tuple[float, ...], fit: float = _FIT) -> tuple[float, ...] | None:
    """Column borders of both, where they can be one table: the outer borders agree and one set holds the other; else None.

    Borders are compared after shifting the second table on the first (scans and mirrored margins move a page).
    """
    width_a, width_b = ours[-1] - ours[0], theirs[-1] - theirs[0]
    shift = ours[0] - theirs[0]
    if abs(width_a - width_b) > 2 * fit or abs(shift) > 60.0:
        return None
    moved = [t + shift for t in theirs]
    if len(ours) == len(theirs):
        # Guessed borders lie anywhere in the white between two columns, which short wordings leave wide.
        inner = 2 * fit if fit < _LOOSE_FIT else 4 * fit
        if all(abs(a - b) <= inner for a, b in zip(ours, moved, strict=True)):
            return ours
        return None
    big, small = (list(ours), moved) if len(ours) > len(moved) else (moved, list(ours))
    for edge in small:
        if min(abs(edge - b) for b in big) > 2 * fit:
            return None
    if len(small) < 3 and len(big) < 3:
        return None
    return tuple(big)


def _remap(cells: list[Cell], edges: tuple[float, ...], union: tuple[float, ...]) -> list[Cell]:
    """Cells on other column borders, which hold all of theirs; positions by nearest border. New cells where they move."""
    if len(edges) == len(union):
        return cells
    shift = union[0] - edges[0]

    def at(k: int) -> int:
        return min(range(len(union)), key=lambda n: abs(union[n] - edges[k] - shift))

    out = []
    for cell in cells:
        start, end = at(cell.col), at(cell.col + cell.col_span)
        out.append(Cell(cell.row, start, cell.lines, cell.row_span, max(1, end - start)))
    return out


def is_number_cell(text: str) -> bool:
    """Whether a first-column cell holds a row number ("1", "3.2", "II", "a)")."""
    return _NUMBER.match(join_lines([text])) is not None


def table_place(page: int, box: tuple[float, float, float, float]) -> Place:
    """Place of a table's first piece."""
    return Place(page=page, box=box)
