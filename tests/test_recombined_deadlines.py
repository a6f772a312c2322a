"""Time cells said in another order: a start that is an event with its end a date, commas inside a date."""

from __future__ import annotations

import pytest

from normalizers.deadlines import parse_deadline

READ = [
    ("ngày 07, tháng 4, năm 2027", "2027-04-07", "2027-04-07"),
    ("Hoàn thành trước ngày 15, tháng 12, năm 2026", "../2026-12-14", "2026-12-14"),
    ("Chậm nhất ngày 20, tháng 9/2026", "../2026-09-20", "2026-09-20"),
    ("Từ khi ban hành Kế hoạch đến hết năm 2027", "../2027", "2027-12-31"),
    ("Ngay sau khi Quyết định được ký đến ngày 30/6/2026", "../2026-06-30", "2026-06-30"),
    ("Từ khi có hướng dẫn đến trước ngày 01/11/2026", "../2026-10-31", "2026-10-31"),
    ("Kể từ khi triển khai đến hết Quý III/2026 (dự kiến)", "../2026-35", "2026-09-30"),
]


@pytest.mark.parametrize(("phrase", "edtf", "due"), READ)
def test_read(phrase: str, edtf: str, due: str) -> None:
    got = parse_deadline(phrase, "2026-01-20")
    assert (got.kind, got.edtf, got.due) == ("fixed", edtf, due)


@pytest.mark.parametrize("phrase", [
    "Từ khi thành lập đến khi kết thúc nhiệm vụ của tổ giúp việc",
    "Sau khi có Chương trình hành động đến năm 2030 của tỉnh",
    "Sau khi hoàn thành dự án",
])
def test_an_event_alone_is_waited_for(phrase: str) -> None:
    assert parse_deadline(phrase, "2026-01-20").kind == "conditional"
