"""Who acts for an authority or collective named first; offices in letters alone; labels that are labels only before bodies."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from support import HEADER, make_document

import normalizers.unit_codes as unit_codes
from extractors.owner_lines import read_attributes
from normalizers.unit_agents import who_acts
from normalizers.unit_cells import owners_in_cell
from normalizers.unit_codes import offices_in_letters
from normalizers.units import parse_units
from pipeline.assemble import assemble


@pytest.mark.parametrize("cell,units", [
    ("UBND xã (Phòng Kinh tế)", ["Phòng Kinh tế"]), ("UBND xã giao Phòng Văn hóa - Xã hội", ["Phòng Văn hóa - Xã hội"]),
    ("Chủ tịch UBND phường giao Trạm Y tế", ["Trạm Y tế"]), ("UBND phường (giao Văn phòng HĐND và UBND tham mưu); Công an phường", ["Văn phòng HĐND và UBND", "Công an xã"]),
    ("UBND tỉnh (Sở Y tế chủ trì)", ["Sở Y tế"]), ("Văn phòng UBND tỉnh (Sở Y tế)", ["Văn phòng Ủy ban nhân dân tỉnh"]),
    ("Thủ trưởng các đơn vị: Phòng Kinh tế, Trạm Y tế", ["Phòng Kinh tế", "Trạm Y tế"]),
    ("Lãnh đạo các phòng: Phòng Kinh tế; Phòng Văn hóa - Xã hội", ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]),
    ("UBND xã (Chủ tịch UBND xã)", ["Ủy ban nhân dân xã"]), ("UBND xã (phối hợp với Phòng Kinh tế)", ["Ủy ban nhân dân xã"]), ("UBND xã (nơi có chợ)", ["Ủy ban nhân dân xã"]),
    ("Văn phòng HĐND và UBND (Phòng Kinh tế)", ["Văn phòng HĐND và UBND"]), ("Thủ trưởng các đơn vị: chịu trách nhiệm", None)])
def test_who_acts(cell: str, units: list[str] | None) -> None:
    assert len(who_acts(cell)) == len(cell)
    if units is not None:
        assert [u.name for u in parse_units(who_acts(cell))] == units
    else:
        assert who_acts(cell) == cell


@pytest.mark.parametrize("cell,level,issuer,units", [
    ("VP, KT, HCC", "xã", "UBND", ["Văn phòng HĐND và UBND", "Phòng Kinh tế", "Trung tâm Phục vụ hành chính công"]),
    ("KT; VHXH; CA", "phường", "UBND", ["Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã hội", "Công an xã"]),
    ("VP + KT", "xã", "Đảng ủy", ["Văn phòng Đảng ủy", "Phòng Kinh tế"]), ("CA/QS", "xã", "UBND", ["Công an xã", "Ban Chỉ huy Quân sự xã"]),
    ("VP KT", "xã", "UBND", ["Văn phòng HĐND và UBND", "Phòng Kinh tế"]), ("MTTQ, các thôn", "xã", "UBND", ["Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Các thôn"]),
    ("VP", "xã", "UBND", ["Văn phòng HĐND và UBND"])])
def test_offices_in_letters(cell: str, level: str, issuer: str, units: list[str]) -> None:
    found = offices_in_letters(cell, level, issuer)
    assert found is not None and [u.name for u in found] == units
    assert all(u.span is not None and cell[u.span[0]:u.span[1]] == u.raw for u in found)


@pytest.mark.parametrize("cell,level,issuer", [
    ("VP, KT", None, "UBND"), ("VP, KT", "xã", "Trường Tiểu học"), ("Phòng Kinh tế", "xã", "UBND"), ("KT, XY", "xã", "UBND"), ("vp", "xã", "UBND"), ("", "xã", "UBND"), ("UBND", "xã", "UBND")])
def test_letters_that_stand_for_nothing_known(cell: str, level: str | None, issuer: str) -> None:
    assert offices_in_letters(cell, level, issuer) is None


def test_no_letters_twice_and_every_office_known() -> None:
    path = Path(unit_codes.__file__).parent / "vocab" / "office_codes.csv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    assert len({(r["code"], r["in"]) for r in rows}) == len(rows)
    assert all(len(units := parse_units(r["name"])) == 1 and units[0].name == r["name"] for r in rows)


def test_who_takes_part_helps() -> None:
    both = owners_in_cell("Chủ trì: Phòng Kinh tế Tham gia: Phòng Văn hóa - Xã hội, Trạm Y tế")
    assert both is not None and [[u.name for u in units] for units in both] == [["Phòng Kinh tế"], ["Phòng Văn hóa - Xã hội", "Trạm Y tế"]]


@pytest.mark.parametrize("line,lead,support", [
    ("Thực hiện: Phòng Kinh tế", "Phòng Kinh tế", None), ("Thực hiện: UBND xã (Phòng Kinh tế)", "UBND xã (Phòng Kinh tế)", None), ("Tham gia: Công an xã, các thôn", None, "Công an xã, các thôn"),
    ("Thủ trưởng các đơn vị: Phòng Kinh tế, Trạm Y tế", "Phòng Kinh tế, Trạm Y tế", None), ("Thực hiện: Rà soát, phân loại đơn thư", None, None), ("Tham gia: 12 đội bóng", None, None)])
def test_labels_only_before_bodies(line: str, lead: str | None, support: str | None) -> None:
    read = read_attributes(line)
    assert (read.lead, read.support, read.any) == (lead, support, bool(lead or support))


def test_who_takes_part_in_an_event_is_a_circumstance() -> None:
    plan = assemble(make_document(*HEADER, "I. NHIỆM VỤ", "1. Tổ chức giải thể thao công vụ.", "- Tham gia: 12 đội bóng.", "- Thời gian: Tháng 8/2026.", "2. Rà soát hồ sơ.", "Thực hiện: Phòng Kinh tế", "II. PHÂN CÔNG NHIỆM VỤ",
                                  [["STT", "Nhiệm vụ", "Đơn vị thực hiện"], ["1", "Số hóa tài liệu", "VP + KT"], ["2", "Trực máy chủ", "UBND xã (Công an xã)"]]))
    assert [t.lead for t in plan.tasks] == [(), ("Phòng Kinh tế",), ("Văn phòng HĐND và UBND", "Phòng Kinh tế"), ("Công an xã",)]


@pytest.mark.parametrize("cell,units", [
    ("Ban Chỉ đạo chuyển đổi số xã", ["Ban Chỉ đạo chuyển đổi số"]), ("BCĐ Đề án 06; các thôn", ["Ban Chỉ đạo Đề án 06", "Các thôn"]), ("Ban Chỉ đạo phòng, chống dịch của xã", ["Ban Chỉ đạo phòng, chống dịch"]),
    ("Ban Chỉ đạo thực hiện chính sách BHXH xã, Công an xã", ["Ban Chỉ đạo thực hiện chính sách Bảo hiểm xã hội", "Công an xã"]), ("Ban Chỉ đạo xã", ["Ban Chỉ đạo xã"]), ("Ban Chỉ đạo", ["Ban Chỉ đạo xã"]),
    ("Ban Chỉ đạo về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số xã", ["Ban Chỉ đạo xã"]), ("Ban Chỉ đạo chủ trì", ["Ban Chỉ đạo xã"]), ("Ban Chỉ đạo 35 xã", ["Ban Chỉ đạo 35 xã"]), ("Ban Chỉ đạo chuyển đổi số tỉnh", ["Ban Chỉ đạo chuyển đổi số tỉnh"])])
def test_a_steering_board_with_its_subject_is_one_of_its_own(cell: str, units: list[str]) -> None:
    assert [u.name for u in parse_units(cell, "An Bình")] == units


@pytest.mark.parametrize("text,lead,support,deadline", [
    ("Số hóa sổ hộ tịch (CT: Phòng Kinh tế; PH: Công an xã; TG: Quý II/2026).", "Phòng Kinh tế", "Công an xã", "Quý II/2026"),
    ("Làm sạch dữ liệu [Chủ trì: Công an xã; Phối hợp: Trạm Y tế; Thời hạn: 30/9/2026].", "Công an xã", "Trạm Y tế", "30/9/2026"),
    ("Nâng cấp đường truyền – Chủ trì: Phòng Kinh tế – Hoàn thành: Quý I/2026.", "Phòng Kinh tế", None, "Quý I/2026"),
    ("Đồng chủ trì: Phòng Kinh tế, Công an xã", "Phòng Kinh tế, Công an xã", None, None), ("Giao: Phòng Kinh tế", "Phòng Kinh tế", None, None), ("Hỗ trợ: các thôn", None, "các thôn", None),
    ("Hoàn thành trước: 30/6/2026", None, None, "trước 30/6/2026"), ("Hỗ trợ: 50 hộ nghèo", None, None, None), ("CT: 5 mô hình", None, None, None)])
def test_labels_of_everyday(text: str, lead: str | None, support: str | None, deadline: str | None) -> None:
    read = read_attributes(text)
    assert (read.lead, read.support, read.deadline) == (lead, support, deadline)


def test_who_acts_behind_a_time_that_opens_the_line() -> None:
    plan = assemble(make_document(*HEADER, "I. NHIỆM VỤ", "1. Quý I/2026: Phòng Kinh tế rà soát quy hoạch.", "2. Trước ngày 20/6/2026: Công an xã tổng hợp số liệu.", "3. Từ ngày 01/7 đến ngày 31/7/2026: Phát động tháng cao điểm."))
    assert [t.lead for t in plan.tasks] == [("Phòng Kinh tế",), ("Công an xã",), ()]


@pytest.mark.parametrize("heading,owners", [
    ("Đơn vị chủ trì/phối hợp", [(("Phòng Kinh tế",), ("Công an xã", "Các thôn")), (("Văn phòng HĐND và UBND",), ()), (("Phòng Kinh tế",), ("Trạm Y tế",))]),
    ("Đơn vị thực hiện", [(("Phòng Kinh tế", "Công an xã", "Các thôn"), ()), (("Văn phòng HĐND và UBND",), ()), (("Phòng Kinh tế", "Trạm Y tế"), ())])])
def test_pairs_below_a_heading_that_parts_them(heading: str, owners: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    plan = assemble(make_document(*HEADER, "I. NHIỆM VỤ", [["STT", "Nhiệm vụ", heading, "Thời gian"], ["1", "Rà soát đất công", "Phòng Kinh tế/Công an xã, các thôn", "Quý I/2026"],
                                                          ["2", "Trực thông tin", "Văn phòng HĐND và UBND", "Thường xuyên"], ["3", "Kiểm kê rừng", "Phòng Kinh tế / Trạm Y tế", "Quý II/2026"]]))
    assert [(t.lead, t.support) for t in plan.tasks] == owners


def test_short_helpers_in_brackets() -> None:
    plan = assemble(make_document(*HEADER, "I. NHIỆM VỤ", [["STT", "Nhiệm vụ", "Đơn vị thực hiện", "Thời gian"], ["1", "Tập huấn", "Phòng Kinh tế (PH: Trạm Y tế)", "Quý I/2026"], ["2", "Huấn luyện", "BCH.QS xã", "Quý II/2026"]]))
    assert [(t.lead, t.support) for t in plan.tasks] == [(("Phòng Kinh tế",), ("Trạm Y tế",)), (("Ban Chỉ huy Quân sự xã",), ())]
