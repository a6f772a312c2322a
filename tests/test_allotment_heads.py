"""Tables that share targets out: a header typed again between the rows, a bare rate beside what is counted."""

from __future__ import annotations

from support import HEADER, make_document

from extractors.allotment_columns import heads_again
from pipeline.assemble import assemble

_HEAD = ["STT", "Thôn", "Số người tham gia BHYT (người)", "Tỷ lệ (%)"]


def test_a_header_typed_again_is_no_share() -> None:
    plan = assemble(make_document(*HEADER, "I. CHỈ TIÊU GIAO CÁC THÔN", [_HEAD, ["1", "Thôn Đông", "350", "92"], ["TT", *_HEAD[1:]], ["2", "Thôn Tây", "420", "93"], ["", "Tổng cộng", "770", "92,5"]]))
    assert [(t.indicator, t.value, t.unit) for t in plan.targets] == [
        ("Số người tham gia BHYT - Thôn Đông", 350, "người"), ("Tỷ lệ người tham gia BHYT - Thôn Đông", 92, "%"),
        ("Số người tham gia BHYT - Thôn Tây", 420, "người"), ("Tỷ lệ người tham gia BHYT - Thôn Tây", 93, "%")]


def test_what_types_the_header_again() -> None:
    texts = [_HEAD, ["1", "Thôn Đông", "350", "92"], ["TT", "THÔN", "Số người tham gia BHYT (người)", "Tỷ lệ (%)"], ["", "", "", ""]]
    assert [heads_again(texts, r, 1) for r in (1, 2, 3)] == [False, True, False]
