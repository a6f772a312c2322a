"""Levels that close a list and are said of its earlier bodies too: "HĐND, UBND cấp tỉnh", "Đảng ủy Quân sự, Đảng ủy Công an tỉnh"."""

from __future__ import annotations

from dataclasses import replace

from normalizers.unit_grammar import DANG_UY, Item
from normalizers.unit_tails import COMMUNE_LEVELS, Tail, at, read_tail
from normalizers.unit_tokens import Token
from normalizers.unit_vocab import Entry, vocabulary

_PAIRS = frozenset({("mttq", "to-chuc-ctxh"), ("hdnd", "ubnd"), ("thuong-truc-hdnd", "ubnd"), (DANG_UY, "ubnd"), (DANG_UY, "hdnd"), ("ubnd", "mttq"), ("hdnd", "mttq")})
_POLICE, _POLICE_PARTY, _ARMY_PARTY = "cong-an", "dang-uy-cong-an-xa", "dang-uy-quan-su-xa"
_FORCES = frozenset({_POLICE, "bo-chi-huy-quan-su", "bo-chi-huy-bo-doi-bien-phong"})  # of police, army and border guards
_JUSTICE = frozenset({_POLICE, "toa-an-nhan-dan", "vien-kiem-sat-nhan-dan"})
_GUARDS = ("bộ", "đội", "biên", "phòng")
_RULERS = Entry("chinh-quyen", "Chính quyền", "authority", "commune", "Chính quyền")


def shared_level(tokens: list[Token], items: list[Item]) -> list[Item]:
    """"Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tỉnh", "HĐND, UBND cấp tỉnh": the level that closes the pair is that of both."""
    for k in range(len(items) - 2, -1, -1):
        item, after = items[k], items[k + 1]
        if item.tail is None or item.entry is None:
            if k and item.entry is None and after.tail is not None and after.tail.plural and _committee_before(tokens, items[k - 1], item) and after.start - item.end <= 2:
                items[k] = replace(item, entry=_RULERS, tail=after.tail)  # "Đảng ủy, | chính quyền, | MTTQ các xã"
            continue
        tail = after.tail if after.entry is not None else _guards_tail(tokens, after)
        if tail is None or item.tail.levels or not tail.levels or after.start - item.end > 2:
            continue
        party = item.entry.unit_id == DANG_UY and tail.plural and set(tail.levels) <= set(COMMUNE_LEVELS)  # "Đảng ủy, UBND các xã"
        own = after.entry.unit_id if after.entry is not None else ""
        if ((item.entry.unit_id, own) in _PAIRS and (party or item.entry.unit_id != DANG_UY)) or (party and own == _RULERS.unit_id):
            items[k] = replace(item, tail=tail)
        elif tail.levels[0] not in COMMUNE_LEVELS and not item.tail.names and tokens[item.end].key != ";" and _alike(item, own) \
                and not (item.entry.unit_id == _POLICE and tail.levels[0] == "khu vực"):
            items[k] = replace(item, tail=tail)
            if item.entry.unit_id == _ARMY_PARTY and own == _POLICE:  # "Đảng ủy Quân sự, | Công an tỉnh": the committee of each
                items[k + 1] = replace(after, entry=vocabulary().entries[_POLICE_PARTY])
    return items


def shared_in_row(tokens: list[Token], items: list[Item]) -> list[Item]:
    """`shared_level` of a row in a sentence, where one of its bodies says a level above the commune's, or several communes."""
    told = len(items) > 1 and any(item.tail is not None and item.tail.levels and (item.tail.plural or item.tail.levels[0] not in COMMUNE_LEVELS) for item in items)
    return shared_level(tokens, items) if told else items


def _committee_before(tokens: list[Token], before: Item, item: Item) -> bool:
    return before.entry is not None and before.entry.unit_id == DANG_UY and item.end - item.start == 2 and at(tokens, item.start, ("chính", "quyền"))


def _guards_tail(tokens: list[Token], item: Item) -> Tail | None:
    """The level of "Bộ đội Biên phòng | tỉnh", which is no unit of the catalogue."""
    return read_tail(tokens, item.start + 4, None) if at(tokens, item.start, _GUARDS) else None


def _alike(item: Item, own: str) -> bool:
    """Whether the item and the unit `own` ("" for border guards) are bodies of one level: "Công an, | Bộ Chỉ huy Quân sự tỉnh", "Đảng ủy
    Quân sự, | Đảng ủy Công an tỉnh"."""
    assert item.entry is not None
    mine = item.entry.unit_id
    if mine in _JUSTICE and own in _JUSTICE:
        return own != mine  # "Công an, Viện Kiểm sát nhân dân, | Tòa án nhân dân tỉnh"
    if mine in _FORCES:
        return own != mine and (not own or own in _FORCES)
    parties = (_ARMY_PARTY, _POLICE_PARTY)
    return mine in parties and own != mine and own in (*parties, _POLICE)
