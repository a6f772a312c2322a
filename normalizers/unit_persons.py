"""People whom a sentence charges by name alone: "Đồng chí Nguyễn Văn A chủ trì", "Giao bà Trần Thị B làm đầu mối", "…, do đồng chí C phụ trách"."""

from __future__ import annotations

from normalizers.unit_grammar import Item
from normalizers.unit_tails import at, province_end
from normalizers.unit_tokens import Token
from normalizers.unit_vocab import match_head, match_unit

_TITLES = (("đồng", "chí"), ("đ", "/", "c"), ("ông",), ("bà",), ("thầy",), ("cô",))
_FIRST = frozenset(words[0] for words in _TITLES)
_LONGEST = 5  # words of a name
_LINKS = frozenset({",", "và", ";"})


def persons(tokens: list[Token], i: int) -> tuple[list[Item], int]:
    """The people named in a row at `i`, each with a title, and where the row ends; ([], i) where none are, or a post goes on with the name."""
    items: list[Item] = []
    end = i
    while (last := _person(tokens, i)) > i:
        items.append(Item(i, last))
        end = last
        if last + 1 >= len(tokens) or tokens[last].key not in _LINKS:
            break
        i = last + 1
    return items, end


def _person(tokens: list[Token], i: int) -> int:
    """End of a title and the name behind it at `i`; `i` where a post ("đồng chí Bí thư") or a place ("Bà Rịa", "Cô Tô") stands there."""
    if i >= len(tokens) or tokens[i].key not in _FIRST:
        return i
    title = next((w for w in _TITLES if at(tokens, i, w)), None)
    if title is None:
        return i
    first = end = i + len(title)
    while end < len(tokens) and end - first < _LONGEST and tokens[end].word and tokens[end].capital and not tokens[end].key.isdigit():
        end += 1
    alone = len(title) == 1 and tokens[i].capital and end - first < 2  # "Bà Nà", "Cô Tô"
    if end == first or alone or province_end(tokens, i) > i or match_head(tokens, first) is not None or match_unit(tokens, first) is not None:
        return i
    return end
