"""A made-up province gives exactly the answers that were put into it; a changed answer is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.province import check, make
from pipeline.outputs import write_outputs


def test_a_small_province_gives_the_known_answers(tmp_path: Path) -> None:
    province = make(12)
    write_outputs(province.plans, tmp_path, {"product": "doichieu"})
    assert check(province, tmp_path) == []
    expected = province.expected
    assert expected.gaps and expected.reversals and expected.outliers and expected.copies and expected.below, "nothing to find"
    key = next(iter(expected.values))
    name = next(iter(expected.values[key]))
    expected.values[key][name] += 1
    expected.copies.popitem()
    expected.entries += 1
    wrong = " ".join(check(province, tmp_path))
    assert all(what in wrong for what in ("values", "copied passages", "calendar entries"))


def test_the_same_seed_gives_the_same_province() -> None:
    assert make(12).plans == make(12).plans != make(12, seed=7).plans


def test_names_are_limited() -> None:
    with pytest.raises(ValueError, match="140"):
        make(500)
