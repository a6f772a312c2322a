"""Aspects that the outcomes of one sentence are told by: "đạt 85% về việc và 50% về tiền" is one subject under two heads."""

from __future__ import annotations

import re

from normalizers.acts import names_indicator
from normalizers.target_drafts import Draft
from normalizers.target_wording import EDGE, PREDICATE, join_pieces
from normalizers.text import fold

_ASPECT = re.compile(r"(?:xét )?về (?:[^\W\d_]+ ){0,4}?[^\W\d_]+(?= (?:trong|trên|so với|tính trên) |$)")


def share_aspect(first: Draft, second: Draft) -> None:
    """The second of two shares, whose wording only tells by what it counts, takes the subject of the first."""
    n, m = first.clause.number, second.clause.number
    if not (second.clause.linked and n.kind == m.kind == "percent") or second.before.strip(EDGE):
        return
    here, there = first.after.strip(EDGE), second.after.strip(EDGE)
    one, other = _ASPECT.match(fold(here)), _ASPECT.match(fold(there))
    if one is None or other is None or PREDICATE.search(" " + one[0]) or PREDICATE.search(" " + other[0]):
        return
    root = first.indicator.removesuffix(here).rstrip(EDGE)
    if not root and first.label and first.indicator == here:
        root = first.label  # "Thi hành án dân sự: đạt 83,5% về việc và 50% về tiền"
        first.indicator = join_pieces(root, here)
    if len(root.split()) > 1 or (root and n.change is not None):
        second.indicator, second.shared = join_pieces(root, there), True


_HAVING = re.compile(r"(?:trong đó,? |riêng )?(?P<what>có (?!ít|tối|trên|từ|khoảng|hơn|thêm)[^\W\d_]+ [^\d;:]{2,60}?)(?: (?:đạt|chiếm|là))* ?")


def share_having(first: Draft, second: Draft) -> None:
    """"Tỷ lệ lao động qua đào tạo đạt 75%, có bằng cấp, chứng chỉ đạt 32%": the second share tells what those of the first have."""
    n, m = first.clause.number, second.clause.number
    if not (n.kind == m.kind == "percent" and m.reached) or second.after.strip(EDGE) or not names_indicator(fold(first.indicator)):
        return
    before = second.before.strip(EDGE)
    having = _HAVING.fullmatch(fold(before)) if len(fold(before)) == len(before) else None
    if having:
        second.indicator, second.shared = join_pieces(first.indicator, before[having.start("what") : having.end("what")]), True
