"""lich.ics: every due day and rhythm, readable by a calendar, with ids that stay."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.errors import DoichieuError
from pipeline.calendar_ics import _escaped, _folded, calendars, first_occurrence, occurrences
from pipeline.records import DeadlineRecord, Task
from tests.desk import five, hostile_plans, view_of
from tests.plans import five_plans, plan


def events(data: bytes) -> list[Any]:
    from icalendar import Calendar

    return list(Calendar.from_ical(data.decode("utf-8")).walk("VEVENT"))


def task(text: str, lead: str = "Phòng Kinh tế", **deadline: Any) -> Task:
    return Task(id="K001", text=text, raw=text, lead=(lead,), deadline=DeadlineRecord(**{"raw": "x", "kind": "fixed", **deadline}))


def test_every_due_task_is_an_entry_on_its_day() -> None:
    view = five()
    found = events(calendars(view)["lich.ics"])
    want = sum(len(occurrences(p, r)) for p in view.plans for r in (*p.tasks, *(t for t in p.targets if t.origin != "task")))
    assert len(found) == want > 50
    due = sorted(t.deadline.due for p in view.plans for t in p.tasks if t.deadline and t.deadline.due)
    single = sorted(str(e.decoded("dtstart")) for e in found if "rrule" not in e)
    assert all(day in single for day in due)


def test_an_entry_says_what_who_and_where() -> None:
    [found] = events(calendars(view_of([plan("An", tasks=(task("Lắp camera; an ninh, trật tự", due="2026-03-31"),))]))["lich.ics"])
    assert str(found["summary"]) == "[An] Lắp camera; an ninh, trật tự"
    assert found.decoded("dtstart") == datetime.date(2026, 3, 31) and found.decoded("dtend") == datetime.date(2026, 4, 1)
    assert "Chủ trì: Phòng Kinh tế" in found["description"] and "Nguồn: An.txt" in found["description"]
    assert found["categories"].to_ical() == "Phòng Kinh tế".encode()


def test_one_file_for_each_lead_unit() -> None:
    files = calendars(view_of([plan("An", tasks=(task("a", "Phòng Kinh tế", due="2026-03-31"), task("b", "Công an xã", due="2026-04-30"), task("c", "Phòng Kinh tế", due="2026-05-31")))]))
    assert {name: len(events(data)) for name, data in files.items()} == {"lich.ics": 3, "lich/phong-kinh-te.ics": 2, "lich/cong-an-xa.ics": 1}


@pytest.mark.parametrize(("rule", "full", "day"), [
    ("FREQ=YEARLY", "FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=12", "2026-12-31"),
    ("FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-02-28"),
    ("FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", "2026-03-31"),
    ("FREQ=MONTHLY;INTERVAL=6", "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1", "2026-06-30"),
    ("FREQ=MONTHLY;BYMONTHDAY=19", "FREQ=MONTHLY;BYMONTHDAY=19", "2026-02-19"),
    ("FREQ=MONTHLY;BYMONTHDAY=9", "FREQ=MONTHLY;BYMONTHDAY=9", "2026-03-09"),
    ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31", "2026-03-31"),
    ("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15", "2027-01-15"),
    ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=14", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=14", "2026-03-14"),
    ("FREQ=WEEKLY", "FREQ=WEEKLY", "2026-02-13"),
    ("FREQ=DAILY", "FREQ=DAILY", "2026-02-10"),
])
def test_rhythms_begin_on_a_day_of_their_own(rule: str, full: str, day: str) -> None:
    from dateutil.rrule import rrulestr

    start = datetime.date(2026, 2, 10)
    assert first_occurrence(rule, start) == (full, datetime.date.fromisoformat(day))
    first = datetime.datetime.fromisoformat(day)
    assert rrulestr(full, dtstart=first)[0] == first, "the first day must be one of the rule's"


def test_a_rule_without_frequency_is_an_error() -> None:
    with pytest.raises(DoichieuError, match="frequency"):
        first_occurrence("BYMONTH=3", datetime.date(2026, 1, 1))


def test_recurring_entries_carry_their_rule() -> None:
    [found] = events(calendars(view_of([plan("An", issue_date="2026-02", tasks=(task("báo cáo", kind="recurring", rrule=("FREQ=MONTHLY;BYMONTHDAY=19",)),))]))["lich.ics"])
    assert found["rrule"].to_ical() == b"FREQ=MONTHLY;BYMONTHDAY=19" and found.decoded("dtstart") == datetime.date(2026, 2, 19)
    assert found.decoded("dtstamp") == datetime.datetime(2026, 2, 1, tzinfo=datetime.UTC)


def test_ids_are_unique_and_stay_when_numbering_or_due_days_change() -> None:
    def ids(*tasks: Task) -> list[str]:
        return [str(e["uid"]) for e in events(calendars(view_of([plan("An", tasks=tasks)]))["lich.ics"])]
    a, b = task("a", due="2026-03-31"), task("b", due="2026-04-30")
    assert set(ids(a, b)) == set(ids(b.model_copy(update={"id": "K9", "deadline": a.deadline}), a)) and len(set(ids(a, a, b))) == 3


def test_the_order_of_plans_does_not_matter() -> None:
    assert calendars(view_of(five_plans())) == calendars(view_of(five_plans()[::-1]))


def test_hostile_text_makes_no_entries_of_its_own() -> None:
    view = view_of(hostile_plans())
    for data in calendars(view).values():
        assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert len(events(calendars(view)["lich.ics"])) == sum(len(p.tasks) for p in view.plans)


def test_no_tasks_give_an_empty_calendar() -> None:
    assert events(calendars(view_of([]))["lich.ics"]) == []


@given(st.text())
def test_lines_fold_without_loss(text: str) -> None:
    folded = _folded("X:" + _escaped(text))
    assert all(len(line) <= 75 for line in folded.split(b"\r\n")) and folded.endswith(b"\r\n")
    for line in folded.split(b"\r\n"):
        line.decode("utf-8")
    assert folded.replace(b"\r\n ", b"").decode("utf-8") == "X:" + _escaped(text) + "\r\n"


def test_tasks_of_a_replaced_plan_are_not_in_the_calendar() -> None:
    old = plan("An", {"indicator": "phủ sóng 5G", "value": 70}, source="cu.txt", plan_id="cu", issue_date="2025-01-10", tasks=(task("việc cũ", due="2026-03-31"),))
    new = plan("An", {"indicator": "phủ sóng 5G", "value": 80}, source="moi.txt", plan_id="moi", issue_date="2026-01-10", tasks=(task("việc mới", due="2026-03-31"),))
    view = view_of([old, new])
    assert view.replaced_by == {"cu.txt": "moi.txt"}
    assert [str(e["summary"]) for e in events(calendars(view)["lich.ics"])] == ["[An] việc mới"] and sum(r.lead for r in view.loads) == 1
