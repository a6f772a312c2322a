"""Cells of flattened tables told by their own lines: a line ends early only where its cell ends."""

from __future__ import annotations

from extractors.document import Line, Place
from extractors.flat_content import content
from extractors.flat_cut import split_row
from extractors.flat_score import Scorer, first_model
from extractors.flat_stream import stream_of
from extractors.flat_words import WordPairs

TEXTS = ["Phụ trách công trình “Tuyến đường thanh niên sáng - ", "xanh - sạch - đẹp”", "Chi", "đoàn", "thôn", "Bình", "Cao", "Chi", "đoàn", "Quân", "sự xã", "Tháng", "3"]
ROLES = ("task", "owner", "support", "time")


def test_a_cell_ends_with_its_short_line_before_any_width_is_known() -> None:
    stream = stream_of([Line(text, Place(lines=(n, n))) for n, text in enumerate(TEXTS, 1)])
    scorer = Scorer(stream, tuple(first_model(role) for role in ROLES), WordPairs(TEXTS))
    row = split_row(scorer, 0, len(stream.words))
    assert scorer.shown(*row.cells[0][0]) == "Phụ trách công trình “Tuyến đường thanh niên sáng - xanh - sạch - đẹp”"


def test_one_name_of_an_owner_has_one_head() -> None:
    whole, two = "Chi đoàn thôn Bình Cao", "Chi đoàn thôn Bình Cao Chi đoàn xã"
    assert content("owner", two.lower(), two) < content("owner", whole.lower(), whole) - 1.0
