"""A heading that says what part its unit has in the plan: "1. Phòng X (cơ quan Thường trực Ban Chỉ đạo)"."""

from __future__ import annotations

import pytest

from normalizers.unit_headings import called_by_its_part, heading_units
from pipeline.assemble import assemble
from tests.support import make_document


@pytest.mark.parametrize(("heading", "units"), [
    ("1. Phòng Văn hóa - Xã hội (cơ quan Thường trực Ban Chỉ đạo)", ["Phòng Văn hóa - Xã hội"]),
    ("1. Phòng Văn hóa - Xã hội - Cơ quan Thường trực Ban Chỉ đạo:", ["Phòng Văn hóa - Xã hội"]),
    ("2. Công an xã, đơn vị đầu mối", ["Công an xã"]),
    ("3. Cơ quan thường trực Ban Chỉ đạo (Phòng Kinh tế):", ["Phòng Kinh tế"]),
    ("3. Cơ quan thường trực Ban Chỉ đạo", ["Cơ quan thường trực Ban Chỉ đạo"]),
    ("4. Phòng Kinh tế, Công an xã", ["Phòng Kinh tế", "Công an xã"]),
])
def test_a_part_is_no_unit_beside_the_one_that_has_it(heading: str, units: list[str]) -> None:
    assert [u.name for u in heading_units(heading)] == units


@pytest.mark.parametrize(("heading", "subject", "same"), [
    ("1. Phòng Văn hóa - Xã hội (cơ quan Thường trực Ban Chỉ đạo)", "Thường trực Ban Chỉ đạo", True),
    ("1. Phòng Văn hóa - Xã hội (cơ quan Thường trực Ban Chỉ đạo)", "Cơ quan thường trực", True),
    ("1. Phòng Văn hóa - Xã hội, cơ quan thường trực Ban Chỉ đạo:", "Cơ quan Thường trực Ban Chỉ đạo", True),
    ("1. Phòng Văn hóa - Xã hội (cơ quan Thường trực Ban Chỉ đạo)", "Ban Chỉ đạo", False),
    ("1. Phòng Văn hóa - Xã hội (phối hợp với Công an xã)", "Công an xã", False),
    ("1. Phòng Văn hóa - Xã hội", "Thường trực Ban Chỉ đạo", False),
])
def test_a_subject_that_is_the_part_is_the_heading_s_unit(heading: str, subject: str, same: bool) -> None:
    assert called_by_its_part(heading, subject) is same


@pytest.mark.parametrize(("sentence", "tasks"), [
    ("Thường trực Ban Chỉ đạo chịu trách nhiệm điều hành trực tiếp quá trình thực hiện Kế hoạch.", 3),
    ("Là cơ quan thường trực Ban Chỉ đạo, chịu trách nhiệm đôn đốc việc thực hiện Kế hoạch.", 3),
    ("Phòng Văn hóa - Xã hội theo dõi, đôn đốc việc thực hiện Kế hoạch.", 3),
    ("Có trách nhiệm thực hiện các nội dung sau.", 2),
    ("Thực hiện các nhiệm vụ cụ thể sau đây:", 2),
])
def test_a_whole_sentence_below_a_unit_is_its_duty_though_bullets_follow(sentence: str, tasks: int) -> None:
    plan = assemble(make_document(
        "KẾ HOẠCH", "Chuyển đổi số xã An Bình năm 2026", "I. TỔ CHỨC THỰC HIỆN", "1. Phòng Văn hóa - Xã hội (cơ quan Thường trực Ban Chỉ đạo)", sentence,
        "- Chủ trì, phối hợp với Công an xã tổ chức tập huấn kỹ năng số.", "2. Công an xã", "- Bảo đảm an ninh mạng trên địa bàn xã."))
    assert [t.lead for t in plan.tasks] == [("Phòng Văn hóa - Xã hội",)] * (tasks - 1) + [("Công an xã",)]
