"""Cells that mark each of their units with a dash, printed in one line: "- Công an xã - Phòng Kinh tế - Trạm Y tế"."""

from __future__ import annotations

from normalizers.unit_borders import closing_field, own_branch
from normalizers.unit_dashes import field_name
from normalizers.unit_seats import body_of
from normalizers.unit_tokens import Token
from normalizers.unit_vocab import match_head, match_unit

MARKS = frozenset({"-", "–", "+", "*", "•"})

_TOLD = frozenset({"cơ", "đơn"})  # "- Sở Tư pháp - | Cơ quan thường trực Hội đồng": what it is there


def marked_list(tokens: list[Token]) -> list[Token]:
    """Tokens with a semicolon for each mark that opens a unit, where the first token is such a mark; a dash inside a name ("- Phòng Văn hóa - Xã hội",
    "- Văn phòng Đăng ký đất đai - Chi nhánh khu vực II") and before who somebody is or whose ("- Đồng chí A - Chủ tịch UBND xã", "- Bộ phận Một cửa - UBND xã") stays."""
    mark = tokens[0].key
    out: list[Token] | None = None
    start = 1
    for k in range(2, len(tokens) - 1):
        if tokens[k].key != mark or not tokens[k].gap or not tokens[k + 1].gap or not tokens[k - 1].word or not _opens_unit(tokens, start, k):
            continue
        out = out or [*tokens]
        out[k] = tokens[k]._replace(text=";", key=";")
        start = k + 1
    return out or tokens


def _opens_unit(tokens: list[Token], start: int, k: int) -> bool:
    """Whether a body's name begins behind the mark at `k`, and goes on with nothing that began at `start`."""
    first = k + 1
    if (whole := match_unit(tokens, start)) is not None and whole[0] > k:
        return False  # "- Tập đoàn Công nghiệp - | Viễn thông Quân đội"
    if not tokens[first].capital or tokens[first].key in _TOLD or own_branch(tokens, k) or closing_field(tokens, first) or field_name(tokens, start, first):
        return False
    found = match_unit(tokens, first) or match_head(tokens, first)
    if found is None or found[1].kind in ("person", "authority", "party") or found[0] == first + 1:
        return False
    return not body_of(tokens, start, first)
