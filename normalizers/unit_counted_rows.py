"""Rows of places behind their number and a colon: "05 thôn: Phú Lộc, Phú Hòa" are "Các thôn: …"; "Trưởng các thôn: A, B" is one wording."""

from __future__ import annotations

from normalizers.unit_tails import at
from normalizers.unit_tokens import Token

_PLACES = (("thôn",), ("ấp",), ("bản",), ("xóm",), ("buôn",), ("khóm",), ("làng",), ("khu", "phố"), ("tổ", "dân", "phố"), ("khu", "dân", "cư"), ("xã",), ("phường",), ("trường",))


def rows_without_numbers(tokens: list[Token]) -> list[Token]:
    """Tokens with "các" for the number before places that a colon lists, and without the colon behind "Trưởng các thôn"."""
    out = list(tokens)
    for k in reversed([k for k, token in enumerate(tokens) if token.key == ":"]):
        words = next((w for w in _PLACES if at(tokens, k - len(w), w)), None) if k > 1 else None
        if words is None or k + 1 >= len(tokens) or not (tokens[k + 1].capital or tokens[k + 1].key.isdigit()):
            continue
        first = k - len(words) - 1
        if first >= 0 and tokens[first].key.isdigit() and (first == 0 or not tokens[first - 1].word):
            out[first] = tokens[first]._replace(text="Các", key="các")
        elif first > 0 and tokens[first].key == "các" and tokens[first - 1].key == "trưởng":
            del out[k]
    return out
