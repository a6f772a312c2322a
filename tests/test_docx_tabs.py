"""Rows of a Word file whose cells are parted by tabs."""

from __future__ import annotations

from extractors.document import Line, Place, Table
from extractors.docx_tabs import with_typed_tables
from pipeline.assemble import assemble
from tests.support import HEADER, make_document


def _lines(*texts: str) -> list[Line]:
    return [Line(text, Place(path=f"p{n}"), whole=True, starts=True) for n, text in enumerate(texts, 1)]


ROWS = ("TT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian", "1\tRà soát hộ nghèo\tPhòng Kinh tế\t\tQuý II/2026", "2\tKiểm tra chợ\tCông an xã\tTrạm Y tế")


def test_rows_below_a_heading_are_a_table() -> None:
    blocks = with_typed_tables(_lines("II. NHIỆM VỤ", *ROWS, "Trên đây là kế hoạch."))
    assert [type(b) for b in blocks] == [Line, Table, Line]
    table = blocks[1]
    assert isinstance(table, Table)
    assert (table.n_rows, table.n_cols) == (3, 5)


def test_tasks_of_such_a_table() -> None:
    document = make_document(*HEADER, "II. NHIỆM VỤ")
    document.blocks += with_typed_tables(_lines(*ROWS))
    assert [(t.text, list(t.lead), list(t.support)) for t in assemble(document.number()).tasks] == [
        ("Rà soát hộ nghèo", ["Phòng Kinh tế"], []), ("Kiểm tra chợ", ["Công an xã"], ["Trạm Y tế"])]


def test_other_tabs_stay_text() -> None:
    for lines in (_lines("Nơi nhận:\t\tTM. ỦY BAN NHÂN DÂN", "- Như trên;\t\tCHỦ TỊCH"), _lines(ROWS[0], ROWS[1]), _lines(ROWS[0], "a", "b"), _lines(*ROWS[1:])):
        assert with_typed_tables(lines) == lines
