"""Tables that run by months: where no merged cells show, a row without a month stands under the month above."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from extractors.calendar_columns import of_group
from extractors.shared_cells import take_from_above


@dataclass
class _Row:
    texts: dict[str, str] = field(default_factory=dict)
    confidence: float = 1.0


def test_months_go_on_where_the_time_column_leads() -> None:
    above = _Row({"time": "Tháng 9/2025", "task": "Tổ chức khai giảng", "owner": "Toàn trường"})
    row = _Row({"task": "Hội nghị cha mẹ học sinh", "owner": "Ban Giám hiệu"})
    take_from_above(row, above, ["time", "task", "owner", "other"], False)
    assert row.texts["time"] == "Tháng 9/2025"


def test_times_behind_the_wording_and_shown_merges_stay() -> None:
    above = _Row({"time": "Tháng 9/2025", "task": "Tổ chức khai giảng", "owner": "Toàn trường"})
    for roles, merges_show in ((["no", "task", "owner", "time"], False), (["time", "task", "owner"], True)):
        row = _Row({"task": "Hội nghị cha mẹ học sinh", "owner": "Ban Giám hiệu"})
        take_from_above(row, above, list(roles), merges_show)
        assert "time" not in row.texts


@pytest.mark.parametrize(("said", "group", "time"), [
    ("Cả tháng", "Tháng 3/2026", "Tháng 3/2026"),
    ("", "III. Quý II năm 2026", "Quý II năm 2026"),
    ("", "Tháng 5, 6/2026", "Tháng 5, 6/2026"),
    ("Ngày 10/3", "Tháng 3/2026", None),
    ("", "II. Công tác tuyên truyền", None),
    ("Cả tháng", "Công tác tháng 3/2026 và các việc khác", None),
])
def test_the_month_that_titles_rows_is_their_time(said: str, group: str, time: str | None) -> None:
    assert of_group(said, group) == time
