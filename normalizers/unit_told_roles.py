"""Roles that a sentence names without a colon: "…, cơ quan chủ trì là Phòng X; cơ quan phối hợp - Công an xã"."""

from __future__ import annotations

import re

from normalizers.text import fold
from normalizers.unit_grammar import Item
from normalizers.unit_rows import read_list
from normalizers.unit_tails import at, by_first_word, first_at
from normalizers.unit_tokens import Token

_TOLD = re.compile(r"(?:cơ quan|đơn vị|bộ phận) (?:chủ trì|đầu mối|phối hợp|phụ trách|thực hiện|tham mưu)(?: thực hiện| tham mưu| chính)? ?(?:(?:là|gồm|[-–:])(?!\w)|(?<=\w )(?=(?:phòng|công an|trạm|văn phòng|trung tâm|ban|ubnd|ủy ban|sở|hội|đoàn|các) ))")
_MAY_TELL = re.compile(r"(?:quan|vị|phận) (?:chủ trì|đầu mối|phối hợp|phụ trách|thực hiện|tham mưu)")  # a quick search that most sentences end
_HOLDERS = (("cơ", "quan"), ("đơn", "vị"), ("bộ", "phận"))
_ROLES_AT = by_first_word([tuple(w.split()) for w in (
    "chủ trì thực hiện", "chủ trì tham mưu", "chủ trì", "đầu mối thực hiện", "đầu mối", "phối hợp thực hiện", "phối hợp", "phụ trách chính", "phụ trách", "thực hiện chính", "thực hiện", "tham mưu thực hiện", "tham mưu")],
                          lambda words: words)
_LINKS = frozenset(("là", "gồm", "-", "–", ":"))
_PARTING = frozenset((",", ";", ".", "(", "-", "–"))


def tells_roles(text: str) -> bool:
    """Whether such a role may stand in a sentence."""
    return _MAY_TELL.search(text) is not None and _TOLD.search(fold(text)) is not None


def told_roles(tokens: list[Token], commune: str | None) -> tuple[list[Item], list[Item]]:
    """(lead, support) of the roles that a sentence names behind a mark or at its beginning."""
    lead: list[Item] = []
    support: list[Item] = []
    for i in range(len(tokens) - 4):
        if (i and tokens[i - 1].key not in _PARTING and not tokens[i].capital) or not any(at(tokens, i, words) for words in _HOLDERS):
            continue
        role = first_at(tokens, i + 2, _ROLES_AT)
        link = i + 2 + len(role or ())
        bare = link < len(tokens) and tokens[link].capital and i > 0 and tokens[i - 1].key in (",", ";")  # "…, đơn vị thực hiện | Công an xã"
        if role is None or link >= len(tokens) or not (tokens[link].key in _LINKS or bare):
            continue
        items, end = read_list(tokens, link + (0 if bare else 1), commune)
        while len(items) > 1 and any(at(tokens, items[-1].start, words) for words in _HOLDERS) and first_at(tokens, items[-1].end, _ROLES_AT):
            items, end = items[:-1], items[-2].end  # "X; | cơ quan phối hợp - Y": the next role
        if items and (end >= len(tokens) or not tokens[end].word or (tokens[end].capital and any(at(tokens, end, words) for words in _HOLDERS))):
            (support if role[0] == "phối" else lead).extend(items)
    return lead, support
