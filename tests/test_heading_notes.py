"""Notes in brackets at a heading's end that name a unit and a time hold for what stands below."""

from __future__ import annotations

import pytest

from pipeline.assemble import assemble
from pipeline.records import PlanRecord
from tests.support import HEADER, make_document


def _read(heading: str) -> PlanRecord:
    return assemble(make_document(*HEADER, "I. NHIỆM VỤ CỤ THỂ", f"1. {heading}", "- Rà soát hạ tầng mạng tại các thôn.", "- Lắp đặt wifi tại nhà văn hóa thôn."))


@pytest.mark.parametrize(("heading", "lead", "edtf"), [
    ("Xây dựng hạ tầng số (Phòng Văn hóa - Xã hội, Quý III/2026)", "Phòng Văn hóa - Xã hội", "2026-35"),
    ("Xây dựng hạ tầng số (Phòng Kinh tế; hoàn thành trước 30/9/2026)", "Phòng Kinh tế", "../2026-09-29"),
])
def test_unit_and_time_of_a_heading(heading: str, lead: str, edtf: str) -> None:
    assert [(*task.lead, task.deadline and task.deadline.edtf) for task in _read(heading).tasks] == [(lead, edtf)] * 2


def test_always_noted_behind_a_heading() -> None:
    assert [task.deadline and task.deadline.kind for task in _read("Xây dựng hạ tầng số (Thường xuyên)").tasks] == ["ongoing"] * 2


@pytest.mark.parametrize("note", ["theo Nghị quyết của HĐND tỉnh, ngày 15/3/2026", "tại trụ sở UBND xã, ngày 20/3/2026"])
def test_dated_document_and_place_of_a_heading_charge_nobody(note: str) -> None:
    assert all(not task.lead for task in _read(f"Xây dựng hạ tầng số ({note})").tasks)
