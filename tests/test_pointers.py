"""Lines that only point to an appendix are no tasks and no targets; duties that name one in passing are."""

from __future__ import annotations

import pytest

from pipeline.assemble import assemble
from pipeline.records import PlanRecord
from tests.support import HEADER, make_document


def plan(*lines: str) -> PlanRecord:
    return assemble(make_document(*HEADER, *lines, "Trên đây là Kế hoạch của xã Tân An./."))


@pytest.mark.parametrize("text", [
    "Thực hiện các nhiệm vụ theo Phụ lục 02.",
    "Triển khai thực hiện các nhiệm vụ trọng tâm tại Phụ lục 1.",
    "Phân công nhiệm vụ cụ thể theo Phụ lục đính kèm.",
    "Thực hiện các chỉ tiêu theo Phụ lục 01.",
    "Chi tiết tại Phụ lục 01.",
])
def test_a_bullet_that_points_to_an_appendix(text: str) -> None:
    got = plan("I. CHỈ TIÊU CỤ THỂ", f"- {text}", "- 95% hộ dân dùng nước sạch.", "II. NHIỆM VỤ", f"- {text}", "- Rà soát quy hoạch.")
    assert [t.text for t in got.tasks] == ["Rà soát quy hoạch."]
    assert [t.value for t in got.targets] == [95]


def test_a_duty_that_names_an_appendix_in_passing() -> None:
    texts = ["Căn cứ nhiệm vụ được giao tại Phụ lục 02, xây dựng kế hoạch của đơn vị trước ngày 31/3/2026.", "Theo dõi, đôn đốc thực hiện các nhiệm vụ tại Phụ lục."]
    got = plan("I. NHIỆM VỤ", "- Rà soát quy hoạch.", "II. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", *[f"- {text}" for text in texts])
    assert [t.text for t in got.tasks] == ["Rà soát quy hoạch.", *texts]
