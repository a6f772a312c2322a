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


def owners_of(*said: str, cell: str) -> tuple[str, ...]:
    rows = [*ROWS, ["1", "Xây dựng báo cáo chuyên đề", cell, "", "Quý I/2026"]]
    return assemble(make_document(*HEADER, "I. MỤC ĐÍCH", *said, "II. NHIỆM VỤ", rows)).tasks[0].lead


@pytest.mark.parametrize("said", [
    "- Nâng cao vai trò của Trung tâm Quản lý hạ tầng (QLHT) trong công tác bảo trì.",
    "- Nâng cao vai trò của Trung tâm Quản lý hạ tầng (sau đây viết tắt là QLHT) trong công tác bảo trì.",
    "Ghi chú: KPI: Chỉ số đánh giá; QLHT: Trung tâm Quản lý hạ tầng.",
])
def test_the_plan_says_what_letters_stand_for(said: str) -> None:
    assert owners_of(said, cell="QLHT") == ("Trung tâm Quản lý hạ tầng",)


def test_a_legend_may_shorten_the_first_words_alone() -> None:
    assert owners_of("Chữ viết tắt: BVĐ: Ban Vận động khu dân cư; QLHT: Trung tâm Quản lý hạ tầng", cell="BVĐ") == ("Ban Vận động khu dân cư",)


@pytest.mark.parametrize("said", [
    "- Dự án quản lý hạ tầng (QLHT) hoàn thành đúng tiến độ.", "- Trung tâm Văn hóa (QLHT) phối hợp thực hiện.",
    "- Trung tâm Quản lý hạ tầng (QLHT) và Phòng Quản lý hạ tầng (QLHT).",
])
def test_a_bracket_of_no_body_or_of_two_leaves_the_letters(said: str) -> None:
    assert owners_of(said, cell="QLHT") == ("QLHT",)


def test_known_letters_keep_their_unit() -> None:
    assert owners_of("- Trạm Quản lý nước (UBKT)", cell="UBKT") != ("Trạm Quản lý nước",)
