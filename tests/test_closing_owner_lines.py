"""An owner line that closes a section holds for the items above it, but not for those that say themselves who leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.read_one import read_one

HEAD = ["ỦY BAN NHÂN DÂN", "XÃ BÌNH AN", "Số: 12/KH-UBND", "KẾ HOẠCH", "Chăm sóc vườn cây công cộng năm 2026", "III. NHIỆM VỤ, GIẢI PHÁP", "1. Công tác tuyên truyền"]
CLOSING = "Đơn vị chủ trì: Phòng Văn hóa - Xã hội; đơn vị phối hợp: Đoàn Thanh niên xã; thời gian: Quý I/2026."


@pytest.mark.parametrize(("item", "lead"), [
    ("Tuyên truyền trên hệ thống truyền thanh của xã.", "Phòng Văn hóa - Xã hội"),
    ("Giao Công an xã tuyên truyền về an toàn khi cắt tỉa cây.", "Công an xã"),
    ("Trạm Y tế chủ trì, phối hợp với các thôn tuyên truyền về phun thuốc an toàn.", "Trạm Y tế"),
    ("Phối hợp với Công an xã tuyên truyền về an toàn khi cắt tỉa cây.", "Phòng Văn hóa - Xã hội"),
])
def test_who_leads_an_item(tmp_path: Path, item: str, lead: str) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_text("\n".join([*HEAD, "- Phát tờ rơi đến các hộ dân.", f"- {item}", CLOSING]), encoding="utf-8")
    tasks = read_one(path, path.name).tasks
    assert [task.lead for task in tasks] == [("Phòng Văn hóa - Xã hội",), (lead,)]
    assert {task.deadline.edtf for task in tasks if task.deadline} == {"2026-33"}


def test_an_item_with_its_own_lead_keeps_its_helpers_and_its_time(tmp_path: Path) -> None:
    """Said in a sentence behind the act; the closing lines stand apart, one for each field."""
    own = "- Thống kê cây cổ thụ trên địa bàn. Phòng Kinh tế chủ trì, phối hợp với Công an xã, hoàn thành trong Quý IV/2026."
    lines = ["+ Chủ trì: Đoàn Thanh niên xã.", "+ Phối hợp: Các trường học.", "+ Thời gian: Tháng 5/2026."]
    path = tmp_path / "kế hoạch.txt"
    path.write_text("\n".join([*HEAD, own, "- Phát tờ rơi đến các hộ dân.", *lines]), encoding="utf-8")
    kept, closed = read_one(path, path.name).tasks
    assert (kept.lead, kept.support, kept.deadline and kept.deadline.edtf) == (("Phòng Kinh tế",), ("Công an xã",), "2026-36")
    assert (closed.lead, closed.deadline and closed.deadline.edtf) == (("Đoàn Thanh niên Cộng sản Hồ Chí Minh xã",), "2026-05")


def test_lines_that_a_title_with_its_number_announces(tmp_path: Path) -> None:
    items = ["1.1. Phát tờ rơi đến các hộ dân.", "1.2. Treo pa nô tại trung tâm xã.", "* Phân công thực hiện mục 1:", "- Chủ trì: Phòng Kinh tế", "- Thời gian: cả năm 2026"]
    path = tmp_path / "kế hoạch.txt"
    path.write_text("\n".join([*HEAD, *items]), encoding="utf-8")
    tasks = read_one(path, path.name).tasks
    assert [(task.no, task.lead, task.deadline and task.deadline.edtf) for task in tasks] == [("1.1", ("Phòng Kinh tế",), "2026"), ("1.2", ("Phòng Kinh tế",), "2026")]


def test_a_note_that_says_since_when_or_how_often(tmp_path: Path) -> None:
    items = ["- Phát tờ rơi đến các hộ dân (Công an xã chủ trì; bắt đầu từ năm 2026).", "- Treo pa nô tại trung tâm xã (Trạm Y tế chủ trì; thực hiện thường xuyên)."]
    path = tmp_path / "kế hoạch.txt"
    path.write_text("\n".join([*HEAD, *items]), encoding="utf-8")
    deadlines = [task.deadline for task in read_one(path, path.name).tasks]
    assert [d and (d.kind, d.edtf) for d in deadlines] == [("open_ended", "2026/.."), ("ongoing", None)]


def _owners(tmp_path: Path, lines: list[str]) -> list[tuple[tuple[str, ...], str | None]]:
    path = tmp_path / "kế hoạch.txt"
    path.write_text("\n".join([*HEAD, *lines]), encoding="utf-8")
    return [(task.lead, task.deadline.edtf if task.deadline else None) for task in read_one(path, path.name).tasks]


ROW = ["Trồng cây bóng mát ở cổng chào các thôn.", "Cắt tỉa cành khô trước mùa mưa.", "Thay giàn đỡ dây leo ở nhà văn hóa."]
LINES = ["Đơn vị chủ trì: Phòng Kinh tế.", "Thời gian: Quý II/2026."]


@pytest.mark.parametrize("marks", [("1.1.", "1.2.", "1.3."), ("a)", "b)", "c)"), ("(1)", "(2)", "(3)")])
def test_lines_below_the_last_numbered_point_close_the_points_before_it(tmp_path: Path, marks: tuple[str, ...]) -> None:
    row = [f"{mark} {text}" for mark, text in zip(marks, ROW, strict=True)]
    for mark in ("", "- ", "* "):
        assert _owners(tmp_path, [*row, *(mark + line for line in LINES)]) == [(("Phòng Kinh tế",), "2026-34")] * 3
    assert _owners(tmp_path, [*row, "Phân công thực hiện:", *("+ " + line for line in LINES)]) == [(("Phòng Kinh tế",), "2026-34")] * 3


def test_each_group_of_lines_closes_the_points_since_the_group_before(tmp_path: Path) -> None:
    row = [f"1.{k}. {text}" for k, text in enumerate([*ROW, "Dọn lá rụng quanh hồ nước."], 1)]
    other = "Giao Công an xã chủ trì thực hiện các nội dung trên."
    assert [lead for lead, _ in _owners(tmp_path, [*row[:2], *LINES, *row[2:], other])] == [("Phòng Kinh tế",)] * 2 + [("Công an xã",)] * 2


def test_where_most_points_have_lines_of_their_own_one_without_has_none(tmp_path: Path) -> None:
    row = [f"1.{k}. {text}" for k, text in enumerate(ROW, 1)]
    assert [lead for lead, _ in _owners(tmp_path, [row[0], *LINES, row[1], row[2], *LINES])] == [("Phòng Kinh tế",), (), ("Phòng Kinh tế",)]


def test_a_time_alone_and_the_circumstances_of_an_event_are_the_last_points(tmp_path: Path) -> None:
    row = [f"1.{k}. {text}" for k, text in enumerate(ROW[:2], 1)]
    assert _owners(tmp_path, [*row, "- Thời gian: Quý II/2026."]) == [((), None), ((), "2026-34")]
    event = ["1.3. Tổ chức lễ phát động Tết trồng cây.", "- Chủ trì: Phòng Kinh tế.", "- Địa điểm: Sân vận động xã."]
    assert _owners(tmp_path, [*row, *event]) == [((), None), ((), None), (("Phòng Kinh tế",), None)]


DEEP = ["a) Đối với khu trung tâm", f"- {ROW[0]}", f"- {ROW[1]}", "b) Đối với các thôn", f"- {ROW[2]}"]


def test_lines_behind_the_last_point_with_acts_close_all_points_of_the_item(tmp_path: Path) -> None:
    assert _owners(tmp_path, [*DEEP, *LINES]) == [(("Phòng Kinh tế",), "2026-34")] * 3
    own = [DEEP[0], "- Giao Công an xã phân luồng xe ở khu trung tâm khi cắt cành.", *DEEP[2:]]
    assert [lead for lead, _ in _owners(tmp_path, [*own, *LINES])] == [("Công an xã",), (), ("Phòng Kinh tế",)]
    each = [*DEEP[:3], "Đơn vị chủ trì: Công an xã.", *DEEP[3:]]
    assert [lead for lead, _ in _owners(tmp_path, [*each, *LINES])] == [("Công an xã",)] * 2 + [("Phòng Kinh tế",)]


@pytest.mark.parametrize(("line", "lead", "when"), [
    ("Hoàn thành trước ngày 30/6/2026.", (), "../2026-06-29"),
    ("- Thực hiện: Phòng Kinh tế (chủ trì), Công an xã (phối hợp).", ("Phòng Kinh tế",), None),
])
def test_lines_that_say_who_or_when_without_a_label_of_their_own(tmp_path: Path, line: str, lead: tuple[str, ...], when: str | None) -> None:
    assert _owners(tmp_path, [f"1.1. {ROW[0]}", line]) == [(lead, when)]


def test_an_unmarked_line_that_announces_owners_is_no_section(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    lines = [*HEAD[:5], "Thực hiện Kế hoạch số 15/KH-UBND của Ủy ban nhân dân tỉnh, xã xây dựng kế hoạch như sau:", "NHIỆM VỤ, GIẢI PHÁP", "Chăm sóc vườn cây:", f"- {ROW[0]}", f"- {ROW[1]}", "Phân công thực hiện:", *LINES, "Làm đẹp nhà văn hóa:", f"- {ROW[2]}", "TỔ CHỨC THỰC HIỆN", "Công an xã:", "- Giữ trật tự."]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [task.lead for task in read_one(path, path.name).tasks] == [("Phòng Kinh tế",)] * 2 + [(), ("Công an xã",)]
