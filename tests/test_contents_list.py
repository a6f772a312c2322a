"""A table of contents says nothing of its own; lines that only look like one stay."""

from __future__ import annotations

import pytest

from extractors.contents_list import mark_contents
from pipeline.assemble import assemble
from tests.support import HEADER, make_document

_DOTS = "." * 30


def _furniture(*texts: str) -> list[str]:
    document = make_document(*texts)
    mark_contents(document.blocks)
    return [line.text for line in document.lines() if line.furniture]


@pytest.mark.parametrize("texts", [
    ("MỤC LỤC", f"I. MỤC TIÊU {_DOTS} 2", f"II. NHIỆM VỤ {_DOTS} 3"),
    ("Mục lục", "I. MỤC TIÊU\t2", "II. NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM VỀ CHUYỂN ĐỔI SỐ", "TRÊN ĐỊA BÀN XÃ\t3"),
    (f"Phần I {_DOTS} 1", f"Phần II {_DOTS} 4", f"Phần III {_DOTS} 9"),
])
def test_a_table_of_contents_is_furniture(texts: tuple[str, ...]) -> None:
    assert _furniture(*texts, "Căn cứ Kế hoạch số 12/KH-UBND ngày 02/01/2026") == list(texts)


@pytest.mark.parametrize("texts", [
    ("Chỉ tiêu hồ sơ trực tuyến\t90", "Chỉ tiêu thanh toán số\t95", "Chỉ tiêu chữ ký số\t98"),
    (f"Số hộ {_DOTS} 40", f"Số khẩu {_DOTS} 12"),
    ("MỤC LỤC", "I. MỤC TIÊU", "1. Mục tiêu đến năm 2026"),
])
def test_other_lines_that_end_in_a_number_are_content(texts: tuple[str, ...]) -> None:
    assert _furniture(*texts) == []


def test_a_plan_behind_its_contents_reads_as_without() -> None:
    body = (*HEADER, "I. MỤC TIÊU", "- 90% hồ sơ trực tuyến.", "II. NHIỆM VỤ", "- Rà soát hồ sơ.")
    document = make_document("MỤC LỤC", f"I. MỤC TIÊU {_DOTS} 2", f"II. NHIỆM VỤ {_DOTS} 3", *body)
    mark_contents(document.blocks)
    plan, plain = assemble(document), assemble(make_document(*body))
    assert plan.plan == plain.plan
    assert [t.text for t in plan.tasks] == [t.text for t in plain.tasks]
