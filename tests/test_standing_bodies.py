"""A body called by its part in the plan ("Cơ quan thường trực: …"), and bodies that a plan invites rather than orders."""

from __future__ import annotations

import pytest

from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners
from pipeline.assemble import assemble
from tests.support import HEADER, make_document


def test_the_part_of_a_body_is_no_body() -> None:
    plan = assemble(make_document(*HEADER, "IV. TỔ CHỨC THỰC HIỆN", "1. Phòng Văn hóa - Xã hội",
                                  "- Cơ quan thường trực: chịu trách nhiệm theo dõi, đôn đốc việc thực hiện Kế hoạch.", "- Tổng hợp báo cáo trước ngày 15/12/2026."))
    assert [(task.text[:10], list(task.lead)) for task in plan.tasks] == [("Cơ quan th", ["Phòng Văn hóa - Xã hội"]), ("Tổng hợp b", ["Phòng Văn hóa - Xã hội"])]


def test_the_standing_body_with_its_duty_is_a_task_of_its_own() -> None:
    plan = assemble(make_document(*HEADER, "IV. TỔ CHỨC THỰC HIỆN", "- Cơ quan thường trực: Phòng Kinh tế chịu trách nhiệm theo dõi, đôn đốc việc thực hiện.",
                                  "- Các phòng, đơn vị báo cáo kết quả trước ngày 15/12/2026."))
    assert [list(task.lead) for task in plan.tasks] == [["Phòng Kinh tế"], ["Các cơ quan, đơn vị"]]


@pytest.mark.parametrize("heading", ["2. Mời Ban Thường trực Ủy ban MTTQ Việt Nam xã", "3. Kính mời Ủy ban MTTQ Việt Nam xã"])
def test_who_is_invited_owns_the_duties_below(heading: str) -> None:
    assert [unit.name for unit in heading_units(heading)] == ["Ủy ban Mặt trận Tổ quốc Việt Nam xã"]


def test_who_is_invited_in_a_sentence() -> None:
    lead, _ = prose_owners("Trân trọng mời Ủy ban MTTQ Việt Nam xã vận động Nhân dân thực hiện Kế hoạch.", duty=True)
    assert [unit.name for unit in lead] == ["Ủy ban Mặt trận Tổ quốc Việt Nam xã"]
    assert prose_owners("Mời chuyên gia giảng dạy chuyên đề trí tuệ nhân tạo.") == ([], [])
