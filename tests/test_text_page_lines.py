"""Page numbers of a text dump in other words than a bare number, and running titles beside them."""

from __future__ import annotations

import unicodedata

import pytest

from extractors.document import Document
from extractors.text_reader import read_text

_PROSE = ["- Rà soát, cập nhật dữ liệu dân cư tại các thôn, bảo đảm đúng tiến độ được giao"]


def _pages(*footers: list[str]) -> Document:
    lines = ["KẾ HOẠCH", "Chuyển đổi số năm 2026", "I. NHIỆM VỤ"]
    for footer in footers:
        lines += [*(_PROSE * 30), *footer]
    return read_text("\n".join([*lines, *(_PROSE * 12)]).encode(), "ke-hoach.txt")


@pytest.mark.parametrize("footers", [
    [["1/4"], ["2/4"], ["3/4"]],
    [["[1]"], ["[2]"]],
    [["Kế hoạch chuyển đổi số của xã Trang 1"], ["Kế hoạch chuyển đổi số của xã Trang 2"]],
    [["Kế hoạch chuyển đổi số của xã năm 2026 - 1/4"], ["Kế hoạch chuyển đổi số của xã năm 2026 - 2/4"], ["Kế hoạch chuyển đổi số của xã năm 2026 - 3/4"]],
    [["UBND xã Hòa Bình", "1"], ["UBND xã Hòa Bình", "2"], ["UBND xã Hòa Bình", "3"]],
])
def test_what_counts_the_pages_is_no_content(footers: list[list[str]]) -> None:
    told = {text for footer in footers for text in footer}
    assert {line.text for line in _pages(*footers).lines() if line.furniture} == told


@pytest.mark.parametrize("footers", [
    [["Tổ công nghệ số cộng đồng thôn 1"], ["Tổ công nghệ số cộng đồng thôn 5"], ["Tổ công nghệ số cộng đồng thôn 6"]],
    [["Ủy ban nhân dân xã"], ["Ủy ban nhân dân xã"], ["Ủy ban nhân dân xã"]],
    [["12/15"], ["3/15"]],
])
def test_what_does_not_count_on_is_content(footers: list[list[str]]) -> None:
    assert not [line.text for line in _pages(*footers).lines() if line.furniture]


def test_items_that_follow_at_once_are_content() -> None:
    items = [f"Tổ công nghệ số cộng đồng thôn {n}" for n in range(1, 5)]
    document = read_text("\n".join(["KẾ HOẠCH", "I. NHIỆM VỤ", *items, *_PROSE]).encode(), "ke-hoach.txt")
    assert not [line.text for line in document.lines() if line.furniture]


def test_decomposed_letters_and_hard_spaces_read_like_others() -> None:
    plain = "KẾ HOẠCH\nI. NHIỆM VỤ\n- Rà soát dữ liệu dân cư"
    hard = unicodedata.normalize("NFD", plain).replace(" ", "\u00a0")
    assert [line.text for line in read_text(hard.encode(), "a.txt").lines()] == plain.split("\n")
