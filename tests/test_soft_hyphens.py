"""Hyphens that a file names as soft hyphens (U+00AD)."""

from __future__ import annotations

import pytest

from extractors.docx_reader import read_docx
from extractors.text_reader import read_text
from normalizers.text import printed_hyphens
from pipeline.assemble import assemble
from tests.docx_build import make_docx, p

_PLAN = """ỦY BAN NHÂN DÂN XÃ PHÚ TRUNG
Số: 12/KH-UBND
KẾ HOẠCH
Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị giai đoạn 2026-2030
II. NHIỆM VỤ
- Rà soát thủ tục hành chính nội bộ, hoàn thành trong Quý I/2026.
- Tổ chức tập huấn kỹ năng số cho cán bộ, công chức.
"""


def test_hyphens_of_a_dump_are_read_as_printed() -> None:
    plan, soft = (assemble(read_text(text.encode(), "a.txt")) for text in (_PLAN, _PLAN.replace("-", "\u00ad")))
    assert soft.plan.number == "12/KH-UBND"
    assert soft.plan.period == plan.plan.period == "2026/2030"
    assert [task.text for task in soft.tasks] == [task.text for task in plan.tasks]
    assert [cited.number for cited in soft.citations] == ["57-NQ/TW"]


def test_hyphens_of_a_word_file_are_read_as_printed() -> None:
    lines = [line.text for line in read_docx(make_docx(p("Nghị quyết số 57\u00adNQ/TW") + p("\u00ad Kết quả") + p("tuyên truyền và trách nhi\u00adệm")), "a.docx").lines()]
    assert lines == ["Nghị quyết số 57-NQ/TW", "- Kết quả", "tuyên truyền và trách nhiệm"]


@pytest.mark.parametrize(("text", "printed"), [
    ("Nghị quyết 57\u00adNQ/TW; kinh tế\u00adxã hội", "Nghị quyết 57-NQ/TW; kinh tế-xã hội"),
    ("trách nhi\u00adệm của công\u00ad\n dân", "trách nhiệm của công\n dân"),
    ("không có gì", "không có gì"),
])
def test_soft_hyphens_inside_words_alone_print_nothing(text: str, printed: str) -> None:
    assert printed_hyphens(text) == printed
