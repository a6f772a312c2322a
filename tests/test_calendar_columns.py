"""Calendars whose first column is the month: bare numbers, and a month printed once for the rows below it."""

from __future__ import annotations

from extractors.calendar_columns import read_calendar, span_columns, spanned

HEADS = ["Tháng", "Nội dung công việc", "Người thực hiện"]
ROLES = ["time", "task", "lead"]


def times(said: list[str], heads: list[str] = HEADS, roles: list[str] = ROLES, contexts: tuple[str, ...] = ("Kế hoạch năm 2026",)) -> list[str | None]:
    rows = [{"task": "Tổ chức tập huấn", "lead": "Giám đốc", **({"time": t} if t else {})} for t in said]
    read_calendar(rows, roles, heads, contexts)
    return [row.get("time") for row in rows]


def test_numbers_under_a_heading_of_months() -> None:
    assert times(["3", "04, 5", "Hằng tháng", "6 - 8"]) == ["Tháng 3/2026", "Tháng 04, 5/2026", "Hằng tháng", "Tháng 6 - 8/2026"]
    assert times(["3", "13"], contexts=()) == ["Tháng 3", "13"]


def test_numerals_under_a_heading_of_quarters() -> None:
    assert times(["II", "III - IV", "Thường xuyên"], ["Quý", *HEADS[1:]]) == ["Quý II/2026", "Quý III - IV/2026", "Thường xuyên"]
    assert times(["II và IV"], ["Thời gian (Quý)", *HEADS[1:]]) == ["Quý II và IV/2026"]


def test_a_number_of_months_is_no_month() -> None:
    assert times(["3", "6"], ["Thời gian thực hiện (tháng)", *HEADS[1:]]) == ["3", "6"]


def test_a_blank_cell_is_of_the_month_above() -> None:
    assert times(["01/2026", "", "02/2026"]) == ["01/2026", "01/2026", "02/2026"]


def test_a_blank_time_behind_the_wording_stays_blank() -> None:
    assert times(["01/2026", ""], [HEADS[1], HEADS[0], HEADS[2]], ["task", "time", "lead"]) == ["01/2026", None]


def test_first_and_last_day_in_two_columns() -> None:
    roles = ["no", "task", "time", "time", "lead"]
    assert span_columns(roles, ["TT", "Nội dung", "Thời gian bắt đầu", "Thời gian kết thúc", "Đơn vị"]) == (2, 3)
    assert span_columns(roles, ["TT", "Nội dung", "Thời gian thực hiện Từ ngày", "Thời gian thực hiện Đến ngày", "Đơn vị"]) == (2, 3)
    assert span_columns(roles, ["TT", "Nội dung", "Thời gian trình", "Thời gian ban hành", "Đơn vị"]) is None
    assert [spanned("01/3/2026", "31/3/2026"), spanned("", "31/3/2026"), spanned("01/3/2026", "01/3/2026")] == [
        "Từ 01/3/2026 đến 31/3/2026", "31/3/2026", "01/3/2026"]


def test_the_title_of_a_group_has_no_time() -> None:
    rows = [{"no": "I", "task": "Cải cách thể chế"}, {"no": "1", "task": "Rà soát văn bản", "time": "Quý I/2026"}, {"no": "2", "task": "Công bố kết quả"},
            {"no": "II", "task": "Hạ tầng số"}, {"no": "3", "task": "Mua sắm máy tính", "time": "Quý II/2026"}]
    read_calendar(rows, ["no", "time", "task", "lead"], ["TT", "Thời gian", "Nội dung", "Chủ trì"], ())
    assert [row.get("time") for row in rows] == [None, "Quý I/2026", "Quý I/2026", None, "Quý II/2026"]
