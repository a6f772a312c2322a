"""DOCX files made line by line of a PDF: their paragraphs are printed lines."""

from __future__ import annotations

import io
import textwrap
from pathlib import Path

import docx

from extractors.docx_reader import read_docx
from extractors.docx_wrapped import mark_wrapped
from extractors.paragraphs import Paragraph, paragraphs
from pipeline.read_one import read_one

DATA = Path(__file__).parent / "data"


def _line_by_line(source: Path, width: int, *, numbers: bool) -> bytes:
    """The document with every printed line of its body a paragraph, and page numbers as paragraphs between them."""
    document = docx.Document(str(source))
    printed = 0
    for paragraph in list(document.paragraphs):
        for n, part in enumerate(textwrap.wrap(paragraph.text, width, break_long_words=False, break_on_hyphens=False)):
            new = paragraph.insert_paragraph_before(part, style=paragraph.style)
            new.alignment = paragraph.alignment
            for run in new.runs:
                run.bold = bool(paragraph.runs) and paragraph.runs[0].bold
            printed += 1
            if numbers and printed % 40 == 0 and n:
                paragraph.insert_paragraph_before(str(printed // 40 + 1))
        paragraph._p.getparent().remove(paragraph._p)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _texts(path: Path) -> tuple[list[str], list[tuple[str, float | None]]]:
    record = read_one(path, path.name)
    return [task.text for task in record.tasks], [(target.indicator, target.value) for target in record.targets]


def test_a_plan_whose_printed_lines_are_paragraphs_gives_the_same_records(tmp_path: Path) -> None:
    source = DATA / "gold_own" / "gia-phuc.docx"
    for numbers in (False, True):
        made = tmp_path / f"từng dòng {numbers}.docx"
        made.write_bytes(_line_by_line(source, 88, numbers=numbers))
        assert _texts(made) == _texts(source)


def test_a_plan_typed_in_paragraphs_keeps_them() -> None:
    document = docx.Document()
    for n in range(1, 30):
        document.add_paragraph(f"- Nhiệm vụ thứ {n} được giao cho các cơ quan, đơn vị trên địa bàn xã thực hiện trong năm")
        document.add_paragraph(f"báo cáo kết quả lần {n}" if n < 6 else f"Báo cáo kết quả lần {n} về Ủy ban nhân dân xã để theo dõi, tổng hợp")
    out = io.BytesIO()
    document.save(out)
    read = read_docx(out.getvalue(), "x.docx")
    mark_wrapped(read.blocks)
    assert len([b for b in paragraphs(read) if isinstance(b, Paragraph)]) == 58
