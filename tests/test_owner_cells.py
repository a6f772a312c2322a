"""Owner cells that say more than one row of units, or leave their units to the row above."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalizers.unit_cells import owners_in_cell
from normalizers.unit_prose import prose_owners
from pipeline.assemble import assemble
from pipeline.records import Task
from tests.support import HEADER, make_document, make_table

KT, CA, YT = "Phòng Kinh tế", "Công an xã", "Trạm Y tế"


@pytest.mark.parametrize(("cell", "lead", "support"), [
    ("- Chủ trì: Phòng Kinh tế;\n- Phối hợp: các phòng, đơn vị", [KT], ["Các cơ quan, đơn vị"]),
    ("Đơn vị chủ trì: Phòng Kinh tế. Đơn vị phối hợp: Công an xã", [KT], [CA]),
    ("Phòng Kinh tế\nPhối hợp:\n- Công an xã\n- Trạm Y tế", [KT], [CA, YT]),
    ("Phòng Kinh tế phối hợp với Công an xã", [KT], [CA]),
    ("Phòng Kinh tế, phối hợp Công an xã; Trạm Y tế", [KT], [CA, YT]),
    ("Phòng Kinh tế (chủ trì); Công an xã, Trạm Y tế (phối hợp)", [KT], [CA, YT]),
])
def test_cell_with_two_rows_of_units(cell: str, lead: list[str], support: list[str]) -> None:
    both = owners_in_cell(cell)
    assert both is not None
    assert ([u.name for u in both[0]], [u.name for u in both[1]]) == (lead, support)


@pytest.mark.parametrize("cell", ["Phòng Kinh tế và các đơn vị phối hợp", "Các đơn vị phối hợp", "Phối hợp: Công an xã", "Phòng Kinh tế; phối hợp", "(phối hợp"])
def test_cell_with_one_row_of_units(cell: str) -> None:
    assert owners_in_cell(cell) is None


def _tasks(rows: list[list[str]], origin: str) -> tuple[Task, ...]:
    document = make_document(*HEADER, "III. NHIỆM VỤ", [["TT"]])
    document.blocks[-1] = replace(make_table(rows), origin=origin)  # type: ignore[arg-type]
    return assemble(document.number()).tasks


HEAD = ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"]


def test_ditto_marks_take_the_cell_above() -> None:
    tasks = _tasks([HEAD, ["1", "Rà soát dữ liệu đất đai", KT, CA, "Quý I/2026"], ["2", "Làm sạch dữ liệu hộ tịch", "-nt-", "//", "Như trên"]], "markup")
    assert [(t.lead, t.support, t.deadline and t.deadline.due) for t in tasks] == [((KT,), (CA,), "2026-03-31")] * 2


MERGED = [HEAD, ["1", "Rà soát dữ liệu đất đai", KT, CA, "Quý I/2026"], ["2", "Làm sạch dữ liệu hộ tịch", "", "", "Quý II/2026"],
          ["II", "HẠ TẦNG SỐ", "", "", ""], ["3", "Nâng cấp mạng LAN", "", "", "Quý III/2026"]]


def test_owners_of_a_merged_cell_that_a_dump_shows_once() -> None:
    first, second, third = _tasks(MERGED, "flat")
    assert (second.lead, second.support) == (first.lead, first.support) == ((KT,), (CA,))
    assert second.field_confidence["lead"] < first.field_confidence["lead"]
    assert third.lead == ()  # another group: nothing says that the cell reaches so far


def test_an_empty_cell_of_a_table_that_shows_its_cells_stays_empty() -> None:
    assert [t.lead for t in _tasks(MERGED, "ruled")] == [(KT,), (), ()]


def test_lines_of_a_merged_cell_beside_several_rows() -> None:
    rows = [HEAD[:4], ["1", "Rà soát thủ tục hành chính", "Trung tâm Phục vụ hành chính", "Quý I/2026"], ["2", "Niêm yết thủ tục hành chính", "công", "Quý II/2026"],
            ["3", "Ban hành kế hoạch kiểm tra", "- Chủ trì: Phòng Kinh tế;", "Quý I/2026"], ["4", "Theo dõi thi hành pháp luật", "- Phối hợp: Công an xã", "Quý II/2026"],
            ["5", "Công khai dự toán ngân sách", "các thôn", "Quý II/2026"]]
    rows[0] = ["TT", "Nhiệm vụ", "Đơn vị thực hiện", "Thời gian"]
    assert [(t.lead, t.support) for t in _tasks(rows, "aligned")] == [
        (("Trung tâm Phục vụ hành chính công",), ()), (("Trung tâm Phục vụ hành chính công",), ()), ((KT,), (CA,)), ((KT,), (CA,)), (("Các thôn",), ())]


@pytest.mark.parametrize(("text", "support"), [
    ("Chủ trì, phối hợp với Thuế cơ sở 2 thành phố Đà Nẵng, Công an phường tham mưu.", ["Thuế cơ sở 2 thành phố Đà Nẵng", CA]),
    ("Chủ trì, phối hợp với Bảo hiểm xã hội cơ sở Phú Lộc, Công an xã rà soát.", ["Bảo hiểm xã hội cơ sở Phú Lộc", CA]),
    ("Chủ trì, phối hợp với Hạt Kiểm lâm khu vực 3 tỉnh Nghệ An, Công an xã kiểm tra.", ["Hạt Kiểm lâm khu vực 3 tỉnh Nghệ An", CA]),
])
def test_offices_of_an_area_end_no_row_of_units(text: str, support: list[str]) -> None:
    assert [u.name for u in prose_owners(text)[1]] == support


@pytest.mark.parametrize(("text", "lead"), [
    ("Công an đặc khu, Đồn Biên phòng Cô Tô phối hợp bảo đảm an ninh trật tự.", [CA, "Đồn Biên phòng Cô Tô"]),
    ("Kinh phí: Phòng Kinh tế tham mưu bố trí kinh phí thực hiện.", [KT]),
    ("Thành phần: Phòng Kinh tế, Công an xã.", []),
    ("Nguồn kinh phí: Ngân sách xã; Phòng Kinh tế.", []),
])
def test_subjects_with_their_place_or_behind_a_topic(text: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(text)[0]] == lead
