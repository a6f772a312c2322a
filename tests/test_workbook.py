"""doichieu.xlsx: real numbers and dates, links that lead home, nothing that runs, the same bytes every time."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.overview import Overview, shorten
from pipeline.records import Task
from pipeline.workbook import workbook_bytes, workbook_pieces
from pipeline.workbook_package import zip_workbook
from pipeline.workbook_style import as_day, period_text, row_height
from tests.desk import EVIL, five, hostile_plans, view_of, zip_dates
from tests.plans import plan

CORE = ["Tổng hợp", "Chênh lệch", "Chỉ tiêu", "Nhiệm vụ", "Đơn vị", "Phát hiện", "Kế hoạch"]


def load(view: Overview) -> Any:
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(workbook_bytes(view)))


@lru_cache(maxsize=1)
def book() -> Any:
    return load(five())


def heads(sheet: Any) -> dict[str, int]:
    return {c.value: c.column for c in sheet[3] if c.value}


def test_sheets_stand_in_reading_order_and_the_summary_opens() -> None:
    names = book().sheetnames
    assert names[:7] == CORE and names[-1] == "Từ điển dữ liệu"
    assert book().active.title == "Tổng hợp"


@pytest.mark.parametrize("name", CORE[1:])
def test_every_sheet_is_frozen_filtered_and_set_up_for_paper(name: str) -> None:
    sheet = book()[name]
    assert sheet.freeze_panes and sheet.auto_filter.ref.startswith("A3:")
    assert sheet.page_setup.orientation == "landscape" and int(sheet.page_setup.paperSize) == 9
    assert sheet.print_title_rows == "$3:$3" and sheet.page_setup.fitToHeight == 0
    assert all(c.value for c in sheet[3][:sheet.max_column]), "a column without title"


def test_the_matrix_holds_numbers_that_look_as_printed() -> None:
    sheet = book()["Chênh lệch"]
    at = heads(sheet)
    row = next(r for r in range(4, sheet.max_row + 1) if sheet.cell(r, 1).value == "Tỷ lệ phủ sóng 5G" and sheet.cell(r, at["Năm mốc"]).value == 2025)
    own, other, none = (sheet.cell(row, at[c]) for c in ("Gia Phúc", "Yên Hòa", "Thanh Sơn"))
    assert (own.value, own.number_format) == (60, '"≥"#,##0') and (other.value, none.value) == (50, "–")
    assert sheet.cell(row, at["Chênh lệch"]).value == 10 and sheet.cell(row, at["So sánh"]).value == "So sánh được"
    assert "“" in own.comment.text and "gia-phuc.txt" in own.comment.text


def test_outliers_and_values_below_the_floor_are_marked() -> None:
    others = [plan(f"Xã {n}", {"indicator": "phủ sóng 5G", "value": 80 + n % 3}) for n in range(7)]
    higher = plan(None, {"indicator": "phủ sóng 5G", "value": 70})
    sheet = load(view_of([*others, plan("Thấp", {"indicator": "phủ sóng 5G", "value": 20}), plan("Thiếu", {"indicator": "chữ ký số cá nhân", "value": 20}), higher]))["Chênh lệch"]
    low, missing = (sheet.cell(4, heads(sheet)[c]) for c in ("Thấp", "Thiếu"))
    assert low.font.bold and low.font.color.rgb == "FFC00000" and "Thấp hơn mức sàn ≥70 % (tinh.txt)" in low.comment.text and "Lệch xa" in low.comment.text
    assert missing.value == "– !" and "Không nêu chỉ tiêu có mức sàn ≥70 %" in missing.comment.text
    assert not sheet.cell(4, heads(sheet)["Xã 0"]).font.bold


def test_a_cell_leads_to_its_source_row() -> None:
    view, matrix, targets = five(), book()["Chênh lệch"], book()["Chỉ tiêu"]
    by_id = {(p.plan.commune, t.id): t for p in view.plans for t in p.targets}
    at, columns, seen = heads(targets), heads(matrix), 0
    for cell in (c for row in matrix.iter_rows(min_row=4) for c in row if c.hyperlink):
        row = int(re.fullmatch(r"'Chỉ tiêu'!A(\d+)", cell.hyperlink.location)[1])  # type: ignore[index]
        commune, target_id = targets.cell(row, at["Xã"]).value, targets.cell(row, at["Mã bản ghi"]).value
        assert columns[commune] == cell.column
        assert shorten(by_id[(commune, target_id)].indicator, 30)[:20] in " ".join(str(targets.cell(row, at["Chỉ tiêu"]).value).split())
        seen += 1
    assert seen > 100


def test_dates_are_dates_and_numbers_numbers() -> None:
    sheet = book()["Nhiệm vụ"]
    due = [sheet.cell(r, heads(sheet)["Hạn cuối"]).value for r in range(4, sheet.max_row + 1)]
    assert sum(isinstance(v, datetime.datetime) for v in due) == sum(bool(t.deadline and t.deadline.due) for p in five().plans for t in p.tasks)
    assert not any(isinstance(v, str) for v in due)


def test_nothing_runs_and_all_text_is_there() -> None:
    made = load(view_of(hostile_plans()))
    cells = [c for sheet in made for row in sheet.iter_rows() for c in row if c.value is not None]
    assert not [c.coordinate for c in cells if c.data_type == "f"]
    texts = {c.value for c in cells if isinstance(c.value, str)}
    assert {EVIL[0], EVIL[1], EVIL[4]} <= texts
    links = {c.hyperlink.target for sheet in made for row in sheet.iter_rows() for c in row if c.hyperlink}
    assert links == {None}, "a document's text became a link out of the workbook"


def test_text_that_looks_like_the_markup_of_a_cell_is_text() -> None:
    def marked(text: str) -> str:
        return f"<r><t>{text}</t>&<b></r>"

    plans = [plan(marked(f"Xã {n}"), {"indicator": marked("Tỷ lệ phủ sóng 5G"), "value": 50 + n * 10, "raw": marked("nguyên văn"), "qualifier": marked("phạm vi")},
                  {"indicator": marked("Mức"), "comparator": "qualitative"}, source=marked(f"tệp {n}"), tasks=(
                      Task(id="K001", text=marked("việc"), lead=(marked("Phòng"),), result=marked("kết quả"), section=(marked("mục"),)),)) for n in range(3)]
    view = view_of(plans)
    texts = {c.value for sheet in load(view) for row in sheet.iter_rows() for c in row if isinstance(c.value, str)}
    assert {marked("Xã 0"), marked("Tỷ lệ phủ sóng 5G"), marked("việc"), marked("Phòng"), marked("kết quả"), marked("tệp 2"), marked("nguyên văn"), marked("phạm vi")} <= texts
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(view))) as package:
        sheets = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/")]
    assert len(sheets) > 8 and not any(b"<r>" in sheet or b"<b>" in sheet for sheet in sheets)


def test_workload_adds_up() -> None:
    view, sheet = five(), book()["Đơn vị"]
    rows = {sheet.cell(r, 1).value: [c.value or 0 for c in sheet[r]][1:] for r in range(4, sheet.max_row + 1)}
    for load_ in view.loads:
        lead, support, plans, *slots = rows[load_.unit]
        assert (lead, support, plans) == (load_.lead, load_.support, load_.communes) and sum(slots[:len(view.slots)]) == lead


def test_the_same_run_gives_the_same_bytes_without_a_clock() -> None:
    data = workbook_bytes(five())
    assert data == workbook_bytes(five()) and zip_dates(data) == {(1980, 1, 31, 0, 0, 0)}


def test_an_empty_run_gives_a_workbook() -> None:
    assert load(view_of([])).sheetnames[:7] == CORE


@pytest.mark.parametrize(("text", "day"), [("2026-03-31", datetime.datetime(2026, 3, 31)), ("2026-02-30", None), ("2026", None), ("0001-01-01", None), ("", None)])
def test_as_day(text: str, day: datetime.datetime | None) -> None:
    assert as_day(text) == day


def test_row_heights_follow_the_text_up_to_a_limit() -> None:
    assert row_height(["ngắn"], [20.0]) < row_height(["dài " * 30], [20.0]) < row_height(["dài " * 3000], [20.0]) < 200


@pytest.mark.parametrize(("edtf", "text"), [("2025-11", "11/2025"), ("2025-41", "6 tháng cuối năm 2025"), ("2026-33", "Quý I/2026"), ("2026/2030", "2026–2030"),
                                           ("2026", "2026"), ("2025-12-31", "2025-12-31"), ("", ""), ("2025-99", "2025-99")])
def test_periods_are_written_as_people_write_them(edtf: str, text: str) -> None:
    assert period_text(edtf) == text


def test_days_months_and_yearly_changes_of_the_sheets() -> None:
    made = load(view_of([plan("An", {"indicator": "Tỷ lệ phủ sóng 5G", "value": 50}, {"indicator": "Tỷ lệ phủ sóng 5G", "value": 51, "horizon": "2045"}, issue_date="2025-08-15"),
                           plan("Bình", {"indicator": "Tỷ lệ phủ sóng 5G", "value": 60}, issue_date="2025-11")]))
    cells = [c.value for row in made["Kế hoạch"].iter_rows() for c in row]
    assert datetime.datetime(2025, 8, 15) in cells and "11/2025" in cells
    sheet = made["Lộ trình của từng xã"]
    change = sheet.cell(4, heads(sheet)["Thay đổi mỗi năm"])
    assert change.value == pytest.approx(0.0667) and change.number_format == "#,##0.####"


def test_the_archive_can_be_made_again_by_another_process(tmp_path: Path) -> None:
    view = five()
    pieces = workbook_pieces(view, tmp_path)
    again, sheets = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"], [name for _, name in pieces if name.startswith("xl/worksheets/sheet")]
    for file in again:
        zip_workbook(pieces, file)
    assert again[0].read_bytes() == again[1].read_bytes() == workbook_bytes(view)
    with zipfile.ZipFile(again[0]) as package:
        assert package.testzip() is None and {i.compress_type for i in package.infolist()} == {zipfile.ZIP_DEFLATED} and set(sheets) < set(package.namelist())
