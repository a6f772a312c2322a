"""Units that a plan shortens for itself, written out from that plan alone."""

from __future__ import annotations

import pytest

from pipeline.assemble import assemble
from tests.support import HEADER, make_document

ROWS = [["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"]]


def leads(*cells: str) -> list[tuple[str, ...]]:
    rows = ROWS + [[str(n), "Xây dựng báo cáo chuyên đề", cell, "", "Quý I/2026"] for n, cell in enumerate(cells, 1)]
    return [t.lead for t in assemble(make_document(*HEADER, "I. NHIỆM VỤ", rows)).tasks]


@pytest.mark.parametrize(("short", "full"), [
    ("Phòng QLTM", "Phòng Quản lý thương mại"), ("Trung tâm Khuyến công và XTTM", "Trung tâm Khuyến công và Xúc tiến thương mại"),
    ("Chi cục QLCLNLS", "Chi cục Quản lý chất lượng nông, lâm sản"),
])
def test_letters_are_the_initials_of_the_one_unit_that_fits(short: str, full: str) -> None:
    assert leads(full, short) == [(full,), (full,)]


def test_two_units_that_fit_leave_the_letters() -> None:
    assert leads("Phòng Quản lý thương mại", "Phòng Quản lý thị mạng", "Phòng QLTM")[2] == ("Phòng QLTM",)


def test_another_head_or_no_full_name_leaves_the_letters() -> None:
    assert leads("Ban Quản lý thương mại", "Phòng QLTM")[1] == ("Phòng QLTM",)
    assert leads("Phòng QLTM") == [("Phòng QLTM",)]


def test_the_printed_wording_is_kept() -> None:
    rows = ROWS + [[str(n), "Xây dựng báo cáo chuyên đề", cell, "", "Quý I/2026"] for n, cell in enumerate(("Phòng Quản lý thương mại", "Phòng QLTM"), 1)]
    unit = assemble(make_document(*HEADER, "I. NHIỆM VỤ", rows)).tasks[1].lead_units[0]
    assert (unit.name, unit.raw) == ("Phòng Quản lý thương mại", "Phòng QLTM")
