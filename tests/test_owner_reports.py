"""Owners whose cell or line goes on with a duty to report: the sentence behind the names is nobody's name."""

from __future__ import annotations

import pytest

from extractors.owner_lines import read_attributes
from extractors.table_headers import heading_role
from normalizers.units import parse_units


@pytest.mark.parametrize(("cell", "wanted"), [
    ("Trạm Y tế. Báo cáo hằng tháng", ["Trạm Y tế"]),
    ("Phòng Kinh tế; báo cáo trước ngày 15 hằng quý", ["Phòng Kinh tế"]),
    ("Phòng Kinh tế; định kỳ báo cáo UBND xã; Công an xã", ["Phòng Kinh tế", "Công an xã"]),
    ("Công an xã, báo cáo viên pháp luật", ["Công an xã", "Báo cáo viên pháp luật"]),
])
def test_a_report_is_no_unit(cell: str, wanted: list[str]) -> None:
    assert [unit.name for unit in parse_units(cell)] == wanted


@pytest.mark.parametrize(("line", "lead", "support"), [
    ("Đơn vị chủ trì: Trạm Y tế. Báo cáo hằng tháng.", "Trạm Y tế", None),
    ("Cơ quan chủ trì: Công an xã, phối hợp: Phòng Kinh tế. Rà soát, cập nhật số liệu mỗi quý.", "Công an xã", "Phòng Kinh tế"),
    ("Cơ quan phối hợp: VP. HĐND và UBND. Phòng Kinh tế. Các thôn.", None, "VP. HĐND và UBND. Phòng Kinh tế. Các thôn"),
])
def test_a_sentence_behind_the_owners_is_an_order(line: str, lead: str | None, support: str | None) -> None:
    read = read_attributes(line)
    assert (read.lead, read.support) == (lead, support)


@pytest.mark.parametrize("heading", ["Thực hiện 9 tháng", "Kết quả thực hiện 6 tháng", "Ước thực hiện cả năm", "TH đến 30/9"])
def test_months_already_reached_are_no_aim(heading: str) -> None:
    assert heading_role(heading) == "actual"
    assert heading_role("Kế hoạch 6 tháng cuối năm") != "actual"
