"""Two things counted by one number of people: each is an outcome with the rate."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets


@pytest.mark.parametrize("text", [
    "Đạt 12,5 bác sĩ và 32 giường bệnh/10.000 dân.",
    "Đạt 12,5 bác sĩ/10.000 dân và 32 giường bệnh/10.000 dân.",
])
def test_each_has_the_rate(text: str) -> None:
    got = [(r.value, r.unit, r.indicator) for r in read_targets(text)]
    assert [g[:2] for g in got] == [(12.5, "bác sĩ/10.000 dân"), (32, "giường bệnh/10.000 dân")]
    assert got[1][2] == "giường bệnh/10.000 dân"
