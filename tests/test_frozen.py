"""Values that never change: what a reader of a plan may do with them."""

from __future__ import annotations

from dataclasses import replace

from extractors.document import Place


def test_equal_values_are_one_key_of_a_table() -> None:
    first, again = Place(None, 1, (1.0, 2.0, 3.0, 4.0)), Place(None, 1, (1.0, 2.0, 3.0, 4.0))
    assert first == again and len({first, again}) == 1


def test_a_changed_copy_leaves_the_value_as_it_was() -> None:
    place = Place(None, 1)
    assert replace(place, page=2) == Place(None, 2) and place.page == 1
