"""Levels that close a list and are said of its earlier bodies too: "HĐND, UBND cấp tỉnh", "Đảng ủy Quân sự, Đảng ủy Công an tỉnh"."""

from __future__ import annotations

from dataclasses import replace

from normalizers.unit_grammar import DANG_UY, Item
from normalizers.unit_tails import COMMUNE_LEVELS
from normalizers.unit_tokens import Token
from normalizers.unit_vocab import vocabulary

_PAIRS = frozenset({("mttq", "to-chuc-ctxh"), ("hdnd", "ubnd"), ("thuong-truc-hdnd", "ubnd"), (DANG_UY, "ubnd"), (DANG_UY, "hdnd"), ("ubnd", "mttq"), ("hdnd", "mttq")})
_POLICE, _POLICE_PARTY, _ARMY_PARTY = "cong-an", "dang-uy-cong-an-xa", "dang-uy-quan-su-xa"
_PROVINCE_COMMANDS = frozenset({"bo-chi-huy-quan-su", "bo-chi-huy-bo-doi-bien-phong"})


def shared_level(tokens: list[Token], items: list[Item]) -> list[Item]:
    """"Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tỉnh", "HĐND, UBND cấp tỉnh": the level that closes the pair is that of both."""
    for k in range(len(items) - 2, -1, -1):
        item, after = items[k], items[k + 1]
        if item.entry is None or item.tail is None or after.entry is None or after.tail is None or item.tail.levels or not after.tail.levels:
            continue
        if after.start - item.end > 2:
            continue
        party = item.entry.unit_id == DANG_UY and after.tail.plural and set(after.tail.levels) <= set(COMMUNE_LEVELS)  # "Đảng ủy, UBND các xã"
        if (item.entry.unit_id, after.entry.unit_id) in _PAIRS and (party or item.entry.unit_id != DANG_UY):
            items[k] = replace(item, tail=after.tail)
        elif after.tail.levels[0] not in COMMUNE_LEVELS and not item.tail.names and _forces(tokens, item, after):
            items[k] = replace(item, tail=after.tail)
            if item.entry.unit_id == _ARMY_PARTY and after.entry.unit_id == _POLICE:  # "Đảng ủy Quân sự, | Công an tỉnh": the committee of each
                items[k + 1] = replace(after, entry=vocabulary().entries[_POLICE_PARTY])
    return items


def _forces(tokens: list[Token], item: Item, after: Item) -> bool:
    """Whether two bodies of police and army are of one level: "Công an, | Bộ Chỉ huy Quân sự tỉnh", "Đảng ủy Quân sự, | Đảng ủy Công an tỉnh"."""
    assert item.entry is not None and after.entry is not None
    if tokens[item.end].key == ";" or item.prefix or after.prefix:
        return False
    if item.entry.unit_id == _POLICE:
        return after.entry.unit_id in _PROVINCE_COMMANDS
    parties = (_ARMY_PARTY, _POLICE_PARTY)
    return item.entry.unit_id in parties and after.entry.unit_id in (*parties, _POLICE) and item.entry.unit_id != after.entry.unit_id
