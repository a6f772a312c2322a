"""Documents written in a test: paragraphs as strings, tables as lists of rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from extractors.document import Cell, Document, Line, Place, Table
from pipeline.read_one import read_one
from pipeline.records import PlanRecord


def make_table(rows: list[list[str]], at: int = 0) -> Table:
    """A table without merged cells; a cell of None continues the cell to its left (column span)."""
    cells: list[Cell] = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text is None:
                cells[-1].col_span += 1
                continue
            lines = [Line(t, Place(path=f"t{at}/r{r + 1}/c{c + 1}/p{i}"), whole=True) for i, t in enumerate(text.split("\n"), 1) if t.strip()]
            cells.append(Cell(r, c, lines))
    return Table(cells, len(rows), max(len(r) for r in rows), Place(path=f"t{at}"), "markup")


def make_document(*blocks: str | list[list[str]], source: str = "plan.docx") -> Document:
    """A document of whole paragraphs and tables, as a DOCX reader would hand it on."""
    out: list[Line | Table] = []
    for n, block in enumerate(blocks, 1):
        if isinstance(block, str):
            out.append(Line(block, Place(path=f"p{n}"), whole=True, starts=True))
        else:
            out.append(make_table(block, n))
    return Document(source, "docx", out).number()


HEADER = ("ỦY BAN NHÂN DÂN", "XÃ TÂN AN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 12/KH-UBND",
          "Tân An, ngày 05 tháng 3 năm 2026", "KẾ HOẠCH", "Chuyển đổi số xã Tân An năm 2026",
          "Thực hiện Kế hoạch số 45/KH-UBND ngày 20/01/2026 của UBND tỉnh Tây Ninh, Ủy ban nhân dân xã ban hành Kế hoạch như sau:")


def read_table_plan(folder: Path, above: Iterable[str], rows: Iterable[Sequence[str]]) -> PlanRecord:
    """The record of a DOCX made of the paragraphs `above` and one ruled table below them (none without `rows`)."""
    import docx

    document = docx.Document()
    for text in above:
        document.add_paragraph(text)
    made = [list(row) for row in rows]
    if made:
        table = document.add_table(0, len(made[0]))
        table.style = "Table Grid"
        for row in made:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    path = folder / "plan.docx"
    document.save(str(path))
    return read_one(path, path.name)
