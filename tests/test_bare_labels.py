"""Labels of owner and time lines as typists vary them: short forms, two words, signs between fields, no colon."""

from __future__ import annotations

import pytest

from extractors.owner_lines import is_attribute_line, read_attributes
from normalizers.unit_cells import owners_in_cell
from normalizers.units import parse_units


@pytest.mark.parametrize("line", ["- Đơn vị chủ trì – Công an xã.", "Cơ quan chủ trì là Công an xã", "Đơn vị chủ trì thực hiện; Công an xã", "+ Bộ phận chủ trì Công an xã"])
def test_a_lead_without_a_colon(line: str) -> None:
    assert read_attributes(line).lead == "Công an xã"
    assert is_attribute_line(line.lstrip("-+ "))


def test_partners_and_times_without_a_colon() -> None:
    assert read_attributes("Đơn vị phối hợp gồm các thôn, Trạm Y tế").support == "các thôn, Trạm Y tế"
    assert read_attributes("- Thời gian thực hiện quý II/2026.").deadline == "quý II/2026"
    assert read_attributes("Thời hạn hoàn thành là trước ngày 30/6/2026").deadline == "trước ngày 30/6/2026"


@pytest.mark.parametrize("text", ["Đơn vị chủ trì có trách nhiệm đôn đốc các thôn", "Cơ quan chủ trì tham mưu ban hành văn bản", "Thời gian thực hiện các nội dung trên trong năm",
                                  "Đơn vị phối hợp Trạm Y tế tổ chức khám bệnh", "Đơn vị chủ trì", "Tiến độ thực hiện còn chậm"])
def test_sentences_about_them_are_no_owner_lines(text: str) -> None:
    assert not read_attributes(text).any


@pytest.mark.parametrize("label", ["ĐVCT", "Cơ quan/đơn vị chủ trì", "Cơ quan chủ trì, đầu mối", "Đơn vị chủ trì (tham mưu)", "Đơn vị làm đầu mối", "Cơ quan tham mưu, thực hiện",
                                   "Phòng, ban chủ trì"])
def test_lead_labels(label: str) -> None:
    assert read_attributes(f"- {label}: Trạm Y tế.").lead == "Trạm Y tế"


@pytest.mark.parametrize("label", ["ĐVPH", "Cùng phối hợp thực hiện", "Cơ quan/đơn vị phối hợp", "Đơn vị phối hợp gồm", "Cơ quan phối hợp, tham gia", "Các phòng, ban, đơn vị phối hợp"])
def test_support_labels(label: str) -> None:
    assert read_attributes(f"- {label}: Hội Nông dân").support == "Hội Nông dân"


@pytest.mark.parametrize("label", ["Thời gian hoàn thành (dự kiến)", "T/g", "Thời gian, tiến độ", "Yêu cầu tiến độ", "Thời hạn hoàn thành chậm nhất", "Hoàn thành trong"])
def test_time_labels(label: str) -> None:
    assert read_attributes(f"- {label}: Quý II/2026.").deadline == "Quý II/2026"


@pytest.mark.parametrize("sign", [" – ", " | ", " / ", "; "])
def test_fields_of_one_line(sign: str) -> None:
    at = read_attributes(sign.join(("Chủ trì: Công an xã", "Phối hợp: các thôn", "Thời gian: quý I")))
    assert (at.lead, at.support, at.deadline) == ("Công an xã", "các thôn", "quý I")


@pytest.mark.parametrize("cell", ["Chủ trì Công an xã, phối hợp các thôn", "Chủ trì: Công an xã; PH: các thôn", "CT: Công an xã; phối hợp: các thôn"])
def test_roles_of_a_cell_in_words_and_letters(cell: str) -> None:
    both = owners_in_cell(cell)
    assert both is not None
    assert [[u.name for u in row] for row in both] == [["Công an xã"], ["Các thôn"]]


@pytest.mark.parametrize("cell", ["Trạm Y tế, Công an xã cùng phối hợp", "Trạm Y tế; Công an xã, v.v.", "Trạm Y tế, cùng Công an xã, v.v..."])
def test_words_that_close_a_row(cell: str) -> None:
    assert [u.name for u in parse_units(cell)] == ["Trạm Y tế", "Công an xã"]


def test_cung_parts_collective_wordings() -> None:
    assert [u.name for u in parse_units("các sở, ngành cùng Công an tỉnh")] == ["Các cơ quan, đơn vị", "Công an tỉnh"]
    assert [u.name for u in parse_units("Các ngân hàng, cùng với Hội Nông dân xã")] == [u.name for u in parse_units("Các ngân hàng, Hội Nông dân xã")]


def test_the_first_label_of_several_without_a_colon() -> None:
    at = read_attributes("Đơn vị chủ trì – Công an xã; đơn vị phối hợp: các thôn; thời gian: Quý I")
    assert (at.lead, at.support, at.deadline, at.start) == ("Công an xã", "các thôn", "Quý I", 0)
    assert read_attributes("Tổ chức ra quân dọn vệ sinh các thôn. Chủ trì: Công an xã").start > 20
