"""Stages of a plan behind a colon: each year's amount is an outcome with its own horizon."""

from __future__ import annotations

import pytest

from normalizers.targets import read_task_targets


@pytest.mark.parametrize(("text", "wanted"), [
    ("Xây dựng phòng học bộ môn theo lộ trình: năm 2026 xây dựng 03 phòng, giai đoạn 2027 - 2030 mỗi năm xây dựng thêm 02 phòng.",
     [(3, "2026", "xây dựng phòng"), (2, "2027/2030", "mỗi năm xây dựng thêm phòng")]),
    ("Trồng rừng: năm 2026 trồng 500 ha, giai đoạn 2027 - 2030 trồng thêm 800 ha.", [(500, "2026", "trồng"), (800, "2027/2030", "trồng thêm")]),
])
def test_each_stage_is_an_outcome(text: str, wanted: list[tuple[float, str, str]]) -> None:
    got = [(r.value, r.horizon, r.indicator) for r in read_task_targets(text)]
    assert [g[:2] for g in got] == [w[:2] for w in wanted]
    assert all(g[2].endswith(w[2]) for g, w in zip(got, wanted, strict=True)), got
