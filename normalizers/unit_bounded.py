"""Rows of a sentence that a word of duty closes are owner cells by themselves: "Giao | Đồn Biên phòng cửa khẩu quốc tế Mộc Bài, các hộ kinh doanh | chủ trì …"."""

from __future__ import annotations

from normalizers.unit_grammar import CO_QUAN, Item, starts_unit
from normalizers.unit_lists import cut
from normalizers.unit_rows import DUTY_AT
from normalizers.unit_tails import at, first_at
from normalizers.unit_tokens import Token
from normalizers.unit_verbs import act_at, duty_verb
from normalizers.unit_vocab import match_head, match_unit

_ROLES = (("chủ", "trì"), ("đồng", "chủ", "trì"), ("cùng", "chủ", "trì"), ("có", "trách", "nhiệm"), ("chịu", "trách", "nhiệm"))
_STOPS = frozenset({".", ";", ":", "(", ")", "[", "]", "“", '"', "phối", "giao", "do", "để", "nhằm", "theo", "trình"})
_REACH = 45  # words of the longest such row
_COMMA = Token(",", ",", 0, 0, False)


def bounded(tokens: list[Token], i: int, items: list[Item], end: int, commune: str | None, *, subject: bool = False) -> tuple[list[Item], int]:
    """(items, end) of the row at token `i`: as a cell where its sentence says with a word of duty where it ends and what was read of it, up to `end`,
    stops short of that; as given elsewhere. A `subject` is closed by "chủ trì" alone: who answers for what may be people of the body that a heading names."""
    roles = _ROLES[:3] if subject else _ROLES
    if not items or end >= len(tokens) or first_at(tokens, end, DUTY_AT) is not None or tokens[end].key in _STOPS or duty_verb(tokens, end):
        return items, end
    close = next((k for k in range(end, min(i + _REACH, len(tokens))) if tokens[k].key in _STOPS or any(at(tokens, k, words) for words in roles)), end)
    if close == end or tokens[close].key in _STOPS or any(not tokens[k].capital and act_at(tokens, k) == "verb" and not tokens[k - 1].capital and tokens[k - 1].key not in _NAMED_BY_ACTS for k in range(end, close)):
        return items, end
    row = cut([*[_COMMA] * i, *tokens[i:close]], commune)
    if not row or row[-1].end != close or not all(_named(tokens, item, commune) for item in row):
        return items, end
    return row, close


#: Nouns of bodies that what they do tells apart: "các đơn vị | thu gom", "tổ | bảo vệ".
_NAMED_BY_ACTS = frozenset({"vị", "sở", "tổ", "đội", "nhóm", "cục", "công", "ty", "đồng", "ban", "lượng", "phận", "trạm", "phòng", "đoàn"})


def _named(tokens: list[Token], item: Item, commune: str | None) -> bool:
    """Whether an item of such a row opens as a body's name does, and is no group of everybody that a clause tells apart."""
    if item.entry is not None or item.prefix:
        return item.entry is None or item.entry.unit_id != CO_QUAN or item.end - item.start < 12
    return starts_unit(tokens, item.start, commune, True) or match_head(tokens, item.start) is not None or match_unit(tokens, item.start) is not None
