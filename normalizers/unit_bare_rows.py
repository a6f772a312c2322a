"""Rows behind a plural and its colon in which whole names stand among bare ones: "Các sở, ngành: Công an tỉnh, Nội vụ, Tài chính"."""

from __future__ import annotations

from normalizers.unit_grammar import boundary
from normalizers.unit_tails import at
from normalizers.unit_tokens import Token
from normalizers.unit_vocab import longest, match_unit, vocabulary

_ROW = 60  # words of such a row
BARE_NOUNS = frozenset({"sở", "bộ", "phòng"})


def under(head: list[Token], tokens: list[Token], i: int) -> bool:
    """Whether the whole piece at `i` is a catalogue name behind the shared head: "Hải quan" of "Các Cục: Thuế, Hải quan"."""
    hit = longest(vocabulary().units, [*head, *tokens[i:]], 0)
    return hit is not None and hit[0] > len(head) and boundary(tokens, i + hit[0] - len(head))


def bare_among(tokens: list[Token], end: int, head: list[Token]) -> bool:
    """Whether a row behind the colon at `end` opens with a whole name and goes on with a name that lacks its `head`."""
    if not at(tokens, end, (":",)) or head[0].key not in BARE_NOUNS or end + 1 >= len(tokens) or match_unit(tokens, end + 1) is None:
        return False
    return any(tokens[k - 1].key == "," and tokens[k].capital and under(head, tokens, k) and match_unit(tokens, k) is None for k in range(end + 2, min(len(tokens), end + _ROW)))
