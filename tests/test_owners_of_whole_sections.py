"""Owners said once for a whole section, by pointing to another item, or by duties in columns of units."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.mark_columns import duty_mark
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units
from pipeline.records import PlanRecord
from tests.support import read_table_plan

HEAD = ["ỦY BAN NHÂN DÂN", "XÃ BÌNH AN", "Số: 12/KH-UBND", "KẾ HOẠCH", "Phát triển hạ tầng số năm 2026", "II. NHIỆM VỤ"]


def _read(tmp_path: Path, lines: list[str], rows: list[list[str]] | None = None) -> PlanRecord:
    return read_table_plan(tmp_path, [*HEAD, *lines], rows or [])


def _owners(plan: PlanRecord) -> list[tuple[list[str], list[str]]]:
    return [(list(task.lead), list(task.support)) for task in plan.tasks]


@pytest.mark.parametrize("lines", [
    ["1. Hạ tầng", "Cơ quan chủ trì các nhiệm vụ tại mục này: Phòng Kinh tế; cơ quan phối hợp: Công an xã.", "- Lắp đặt camera tại các ngã ba.", "- Kéo cáp quang đến các thôn."],
    ["1. Hạ tầng", "- Lắp đặt camera tại các ngã ba.", "- Kéo cáp quang đến các thôn.", "Đơn vị chủ trì thực hiện các nội dung trên: Phòng Kinh tế. Đơn vị phối hợp: Công an xã."],
    ["1. Hạ tầng - Phòng Kinh tế chủ trì, Công an xã phối hợp", "- Lắp đặt camera tại các ngã ba.", "- Kéo cáp quang đến các thôn."],
    ["1. Nhóm nhiệm vụ về hạ tầng - Phòng Kinh tế chủ trì, phối hợp với Công an xã", "- Lắp đặt camera tại các ngã ba.", "- Kéo cáp quang đến các thôn."],
    ["1. Hạ tầng: Phòng Kinh tế chủ trì, phối hợp với Công an xã thực hiện", "- Lắp đặt camera tại các ngã ba.", "- Kéo cáp quang đến các thôn."],
])
def test_said_once_for_a_section(tmp_path: Path, lines: list[str]) -> None:
    assert _owners(_read(tmp_path, lines)) == [(["Phòng Kinh tế"], ["Công an xã"])] * 2


def test_one_item_of_what_follows_charges_none_of_its_siblings(tmp_path: Path) -> None:
    plan = _read(tmp_path, ["1. Các đơn vị phối hợp thực hiện các nội dung sau: Công an xã, Đoàn Thanh niên.", "a) Kiểm tra an toàn thực phẩm tại chợ.",
                            "2. Phòng Kinh tế: Lắp đặt camera tại các ngã ba.", "3. Trạm Y tế: Kéo cáp quang đến các thôn."])
    assert not any("Công an xã" in [*lead, *support] for lead, support in _owners(plan)[-2:])


def test_acts_behind_such_words_are_no_owners(tmp_path: Path) -> None:
    plan = _read(tmp_path, ["1. Phòng Kinh tế:", "- Chủ trì thực hiện các nhiệm vụ sau: xây dựng kế hoạch, tổng hợp báo cáo.", "- Kéo cáp quang đến các thôn."])
    assert _owners(plan) == [(["Phòng Kinh tế"], [])] * 2


@pytest.mark.parametrize(("line", "owners"), [
    ("- Chủ trì: Như mục 1.", (["Phòng Kinh tế"], [])),
    ("- Chủ trì, phối hợp: Như mục 1.", (["Phòng Kinh tế"], ["Công an xã"])),
    ("- Chủ trì: Như trên.", (["Trạm Y tế"], [])),
])
def test_owner_lines_that_point_to_another_item(tmp_path: Path, line: str, owners: tuple[list[str], list[str]]) -> None:
    plan = _read(tmp_path, ["1. Lắp đặt camera tại các ngã ba", "- Chủ trì: Phòng Kinh tế.", "- Phối hợp: Công an xã.", "- Thời gian: Quý I/2026.",
                            "2. Mua máy tính cho trạm", "- Chủ trì: Trạm Y tế.", "- Thời gian: Quý II/2026.",
                            "3. Kéo cáp quang đến các thôn", line, "- Thời gian: Quý III/2026."])
    assert _owners(plan)[-1] == owners


def test_cells_that_point_to_another_row(tmp_path: Path) -> None:
    plan = _read(tmp_path, [], [["TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời gian"],
                                ["1", "Lắp đặt camera tại các ngã ba", "Phòng Kinh tế", "Công an xã", "Quý I/2026"],
                                ["2", "Mua máy tính cho trạm", "Trạm Y tế", "Như mục 1", "Quý II/2026"],
                                ["3", "Kéo cáp quang đến các thôn", "Như mục (1)", "″", "Quý III/2026"]])
    assert _owners(plan) == [(["Phòng Kinh tế"], ["Công an xã"]), (["Trạm Y tế"], ["Công an xã"]), (["Phòng Kinh tế"], ["Công an xã"])]


@pytest.mark.parametrize(("lead", "support"), [("CT", "PH"), ("Chủ trì", "Phối hợp"), ("C", "x")])
def test_duties_in_columns_of_units(tmp_path: Path, lead: str, support: str) -> None:
    plan = _read(tmp_path, [], [["TT", "Nội dung công việc", "Phòng Kinh tế", "Phòng VH-XH", "VP HĐND&UBND", "Công an xã"],
                                ["1", "Lắp đặt camera tại các ngã ba", lead, "", "", support],
                                ["2", "Làm sạch dữ liệu hộ tịch", support, "", lead, support]])
    assert _owners(plan) == [(["Phòng Kinh tế"], ["Công an xã"]), (["Văn phòng HĐND và UBND"], ["Phòng Kinh tế", "Công an xã"])]


@pytest.mark.parametrize(("text", "field"), [("CT", "lead"), ("(PH)", "support"), ("Phối hợp", "support"), ("Công an", None), ("x", None), ("", None)])
def test_a_cell_that_is_a_duty(text: str, field: str | None) -> None:
    assert duty_mark(text) == field


@pytest.mark.parametrize(("text", "support"), [
    ("Phòng Kinh tế phối hợp với Chi cục Kiểm lâm vùng II, Công an xã tuần tra rừng.", ["Chi cục Kiểm lâm vùng II", "Công an xã"]),
    ("Phòng Kinh tế phối hợp với Bộ Tư lệnh Vùng 2 Hải quân, Công an xã tuần tra.", ["Bộ Tư lệnh Vùng 2 Hải quân", "Công an xã"]),
    ("Phòng Kinh tế phối hợp với Bộ Tư lệnh Vùng Cảnh sát biển 2 tuần tra.", ["Bộ Tư lệnh Vùng Cảnh sát biển 2"]),
    ("Phòng Kinh tế phối hợp với các doanh nghiệp du lịch, Công an xã tổ chức hội chợ.", ["Các doanh nghiệp du lịch", "Công an xã"]),
    ("Phòng Kinh tế phối hợp với các doanh nghiệp vận tải trên địa bàn xã đón công dân.", ["Các doanh nghiệp vận tải"]),
    ("Phòng Kinh tế phối hợp với các doanh nghiệp vận động ủng hộ Quỹ Vì người nghèo.", ["Doanh nghiệp trên địa bàn"]),
])
def test_branches_and_trades_in_sentences(text: str, support: list[str]) -> None:
    assert [unit.name for unit in prose_owners(text)[1]] == support


@pytest.mark.parametrize("cell", ["Chính: Phòng Kinh tế; Phối hợp: Công an xã", "+ Thực hiện chính: Phòng Kinh tế + Phối hợp: Công an xã"])
def test_who_does_the_most_of_it(cell: str) -> None:
    assert [unit.name for unit in parse_units(cell)] == ["Phòng Kinh tế", "Công an xã"]
