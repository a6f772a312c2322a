"""Days that repeat every month, days counted before an event, and round-the-clock work."""

from __future__ import annotations

import pytest

from normalizers.deadlines import parse_deadline


@pytest.mark.parametrize(("phrase", "kind", "due", "rules"), [
    ("Ngày 20 - 25 hằng tháng", "recurring", None, ["FREQ=MONTHLY;BYMONTHDAY=25"]),
    ("Từ ngày 10 - 12 hàng tháng", "recurring", None, ["FREQ=MONTHLY;BYMONTHDAY=12"]),
    ("ngày 10 - 15/12/2025", "fixed", "2025-12-15", []),
    ("trước 07 ngày tổ chức hội nghị", "conditional", None, []),
    ("trước 10 ngày khai giảng", "conditional", None, []),
    ("Liên tục (24/7)", "ongoing", None, []),
    ("Trước ngày 24/7", "fixed", "2026-07-23", []),
])
def test_days(phrase: str, kind: str, due: str | None, rules: list[str]) -> None:
    got = parse_deadline(phrase, "2025-11-20")
    assert (got.kind, got.due, list(got.rrule)) == (kind, due, rules)
