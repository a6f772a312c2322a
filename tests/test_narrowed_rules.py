"""Ordinary wordings that rules for rarer ones leave alone."""

from __future__ import annotations

import pytest

from normalizers.deadline_prose import find_deadline
from normalizers.deadlines import parse_deadline
from normalizers.units import parse_units
from pipeline.phrases import normalize_targets


@pytest.mark.parametrize(("phrase", "rule"), [
    ("Sau mỗi quý", "FREQ=MONTHLY;INTERVAL=3"), ("sau mỗi tháng", "FREQ=MONTHLY"), ("sau mỗi năm", "FREQ=YEARLY"),
    ("trước mỗi quý", "FREQ=MONTHLY;INTERVAL=3"),
])
def test_around_each_period_is_as_often_as_it(phrase: str, rule: str) -> None:
    got = parse_deadline(phrase, "2026-01-15")
    assert (got.kind, got.rrule) == ("recurring", (rule,))


@pytest.mark.parametrize("phrase", ["sau mỗi năm học", "Sau mỗi kỳ họp", "trước mỗi mùa mưa bão"])
def test_what_ends_each_time_is_waited_for(phrase: str) -> None:
    assert parse_deadline(phrase, "2026-01-15").kind == "conditional"


def _indicators(phrase: str) -> list[tuple[str, str, float | None]]:
    return [(t["indicator"], t["comparator"], t["value"]) for t in normalize_targets(phrase)["targets"]]


def test_sign_behind_a_name_closes_it() -> None:
    assert _indicators("Thu hút khách du lịch ≥ 500.000 lượt khách") == [("Thu hút khách du lịch", ">=", 500000)]


def test_rate_that_what_is_done_keeps_to_is_no_outcome() -> None:
    assert [value for *_, value in _indicators("Trồng cây với mật độ quy định (1.000 cây/ha), diện tích 20 ha")] == [20]


def test_numbers_keep_their_comma_in_a_name() -> None:
    assert parse_units("Ban Quản lý dự án 1,2")[0].name == "Ban Quản lý dự án 1,2"
    assert parse_units("Trường mầm non xã,phường")[0].name.endswith("xã, phường")


@pytest.mark.parametrize("text", ["Hỗ trợ mỗi tháng 500.000 đồng cho hộ nghèo.", "Cấp cho mỗi hộ mỗi năm 15 kg gạo.", "Giảm mỗi năm 1,5% số hộ nghèo."])
def test_how_much_each_time_is_no_time_of_work(text: str) -> None:
    assert find_deadline(text, "2026-01-15") is None
