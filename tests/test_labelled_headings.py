"""Headings that say behind a label, in a note or in so many words who does what stands below them, and by when."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.read_one import read_one

HEAD = ["ỦY BAN NHÂN DÂN", "XÃ BÌNH AN", "Số: 12/KH-UBND", "KẾ HOẠCH", "Chăm sóc vườn cây công cộng năm 2026"]
ROW = ["- Trồng cây bóng mát ở cổng chào các thôn.", "- Cắt tỉa cành khô trước mùa mưa."]


def _tasks(tmp_path: Path, lines: list[str]) -> list[tuple[tuple[str, ...], tuple[str, ...], str | None]]:
    path = tmp_path / "kế hoạch.txt"
    path.write_text("\n".join([*HEAD, *lines]), encoding="utf-8")
    return [(task.lead, task.support, task.deadline.edtf if task.deadline else None) for task in read_one(path, path.name).tasks]


@pytest.mark.parametrize(("heading", "lead", "support", "when"), [
    ("1. Trồng cây (Chủ trì: Phòng Kinh tế; phối hợp: Công an xã)", ("Phòng Kinh tế",), ("Công an xã",), None),
    ("1. Trồng cây (Đơn vị thực hiện: Phòng Kinh tế; thời gian: Quý II/2026)", ("Phòng Kinh tế",), (), "2026-34"),
    ("1. Trồng cây (Phòng Kinh tế chủ trì, Công an xã phối hợp)", ("Phòng Kinh tế",), ("Công an xã",), None),
    ("1. Trồng cây - thời gian thực hiện: Quý II/2026", (), (), "2026-34"),
    ("1. Nhiệm vụ do Phòng Kinh tế chủ trì", ("Phòng Kinh tế",), (), None),
    ("1. Nhiệm vụ do Hội đồng nhân dân tỉnh giao", (), (), None),
])
def test_who_and_when_of_the_acts_below(tmp_path: Path, heading: str, lead: tuple[str, ...], support: tuple[str, ...], when: str | None) -> None:
    assert _tasks(tmp_path, ["III. NHIỆM VỤ, GIẢI PHÁP", heading, *ROW]) == [(lead, support, when)] * 2


def test_an_act_that_says_its_own_lead_keeps_its_helpers(tmp_path: Path) -> None:
    lines = ["III. NHIỆM VỤ", "1. Trồng cây (Chủ trì: Phòng Kinh tế; phối hợp: Công an xã)", "- Giao Trạm Y tế chủ trì phun thuốc trừ sâu.", ROW[1]]
    assert _tasks(tmp_path, lines) == [(("Trạm Y tế",), (), None), (("Phòng Kinh tế",), ("Công an xã",), None)]


def test_the_time_in_a_part_s_heading_makes_no_section_on_time_of_it(tmp_path: Path) -> None:
    assert _tasks(tmp_path, ["Phần thứ ba: Nhiệm vụ", "I. Về trồng cây - thời gian thực hiện: trước ngày 15/6/2026", *ROW]) == [((), (), "../2026-06-14")] * 2


def test_a_body_that_is_asked_has_duties_and_no_requirements(tmp_path: Path) -> None:
    lines = ["Phần thứ ba: Phân công thực hiện", "I. Giao Phòng Kinh tế:", ROW[0], "II. Yêu cầu Trạm Y tế có trách nhiệm:", ROW[1]]
    assert [lead for lead, _, _ in _tasks(tmp_path, lines)] == [("Phòng Kinh tế",), ("Trạm Y tế",)]


def test_an_aim_with_a_quantity_among_tasks_is_a_target(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_text("\n".join([*HEAD, "III. NHIỆM VỤ", "1. Trồng cây", "- Mục tiêu: 90% cổng chào có cây bóng mát.", ROW[1]]), encoding="utf-8")
    plan = read_one(path, path.name)
    assert [(t.comparator, t.value, t.unit) for t in plan.targets] == [("=", 90.0, "%")]
    assert len(plan.tasks) == 1


@pytest.mark.parametrize(("aim", "value"), [("Mục tiêu: Trồng mới 250 cây bóng mát.", 250.0), ("Mục tiêu: Nâng cao ý thức của người dân.", None)])
def test_an_aim_told_before_the_acts_of_a_task(tmp_path: Path, aim: str, value: float | None) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_text("\n".join([*HEAD, "III. NHIỆM VỤ", "1. Trồng cây", aim, *ROW]), encoding="utf-8")
    plan = read_one(path, path.name)
    assert [t.value for t in plan.targets] == ([value] if value else [])
    assert len(plan.tasks) == 2
