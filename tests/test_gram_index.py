"""Wordings looked up all at once are as alike as one by one."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.gram_index import GramIndex

_VECTORS = st.dictionaries(st.sampled_from(["tỷ", "lệ", "tỷ lệ", "hộ", "nghèo", "5g", "phủ sóng"]), st.floats(0.01, 1.0), max_size=7)


@given(st.lists(_VECTORS, max_size=8), _VECTORS)
def test_as_alike_as_one_by_one(wordings: list[dict[str, float]], asked: dict[str, float]) -> None:
    index = GramIndex()
    assert [index.add(vector) for vector in wordings] == list(range(len(wordings)))
    assert index.similarities(asked).tolist() == pytest.approx([math.fsum(w * asked.get(g, 0.0) for g, w in vector.items()) for vector in wordings])
    assert index.covered(asked).tolist() == pytest.approx([math.fsum(w * w for g, w in vector.items() if g in asked) for vector in wordings])


def test_an_answer_does_not_depend_on_what_is_added_later() -> None:
    index = GramIndex()
    index.add({"tỷ lệ": 0.6, "hộ nghèo": 0.8})
    before = index.similarities({"hộ nghèo": 0.3, "tỷ lệ": 0.1}).tolist()
    index.add({"hộ nghèo": 1.0})
    assert index.similarities({"hộ nghèo": 0.3, "tỷ lệ": 0.1}).tolist()[:1] == before
