"""Places listed behind a plural in a sentence: "UBND các huyện A, B và thành phố C rà soát …" names three bodies."""

from __future__ import annotations

from normalizers.unit_grammar import Item, boundary, complete, quantifier, starts_unit
from normalizers.unit_tails import COMMUNE_LEVELS, at, level_at, place_name, read_tail
from normalizers.unit_tokens import SOFT, Token, render
from normalizers.unit_verbs import LAID_ON, duty_verb
from normalizers.unit_vocab import match_head, match_unit
from normalizers.unit_which import past_zone

_PROVINCES = frozenset({"tỉnh", "thành"})
_PLACES = frozenset({*_PROVINCES, "huyện", "quận", "thị", "xã", "phường"})  # first words of levels whose places act
_NEIGHBOURS = frozenset({"giáp", "lân", "liền"})  # "giáp ranh", "lân cận", "liền kề"
_WHERE = (("trong", "cả", "nước"), ("trên", "cả", "nước"), ("trong", "vùng"))  # behind "các tỉnh, thành phố"


def listed_places(tokens: list[Token], item: Item, commune: str | None) -> list[Item]:
    """One item for each place named behind "các <level>" of `item` and its comma or colon; [] where fewer than two are."""
    k = next((k for k in range(item.end - 2, item.start, -1) if tokens[k].key == "các" and level_at(tokens, k + 1) is not None), 0)
    level = level_at(tokens, k + 1) if k else None
    if level is None or level[0] >= len(tokens):
        return []
    base = item.entry.base if item.entry is not None else render(tokens[item.start : k])
    prefix = f"{base} {level[1]}"
    i = level[0] + at(tokens, level[0], (":",))
    found: list[Item] = []
    while i < len(tokens):
        end = place_name(tokens, i, commune) if tokens[i].capital else i
        if end == i:
            break
        found.append(Item(i, end, prefix=prefix))
        j = end
        while j < len(tokens) and tokens[j].key in SOFT:
            j += 1
        if j == end or j >= len(tokens):
            break
        several = at(tokens, j, ("các",))
        own = level_at(tokens, j + several)
        if own is not None and own[0] < len(tokens) and tokens[own[0]].capital:
            prefix, i = f"{base} {own[1]}", own[0]  # "…, | các phường C, D", "… và | thành phố E"
        elif tokens[j].capital and not starts_unit(tokens, j, commune, True):
            i = j
        else:
            break
    return found if len(found) > 1 else []


_NAME_REACH = 12  # words of the longest proper name behind a known one


def proper_end(tokens: list[Token], item: Item) -> int:
    """End of the proper name that goes on behind a known body, with the mark or the duty right behind it: "Hội Luật gia | Việt Nam",
    "Hiệp hội | Doanh nghiệp nhỏ và vừa Việt Nam"; the item's end where none does."""
    i = k = item.end
    if i + 2 < len(tokens) and not tokens[i].capital and tokens[i].word and item.entry is not None and item.entry.kind == "organisation" and (named := _in_vietnam(tokens, i)) > i:
        return named
    if i >= len(tokens) or not tokens[i].capital or not tokens[i].word or boundary(tokens, i) or (i - item.start > 2 and (match_unit(tokens, i) or match_head(tokens, i))):
        return i
    while k < min(len(tokens), i + _NAME_REACH):
        if tokens[k].key == "và" and k + 1 < len(tokens) and not tokens[k + 1].capital and quantifier(tokens, k + 1) == k + 1 and not starts_unit(tokens, k + 1, None, True):
            k += 2
        elif boundary(tokens, k) or (not tokens[k].capital and duty_verb(tokens, k)) or any(at(tokens, k, w) for w in _DUTIES):
            return k
        else:
            k += 1
    return k if k >= len(tokens) else i


def _in_vietnam(tokens: list[Token], i: int) -> int:
    """End of a national body's field and country at `i`: "Hiệp hội Doanh nghiệp | dược Việt Nam"; `i` where a duty or a mark comes first."""
    for k in range(i, min(len(tokens) - 1, i + 6)):
        if tokens[k].key == "việt" and tokens[k].capital:
            return k + 2 if tokens[k + 1].key == "nam" else i
        if tokens[k].capital or boundary(tokens, k) or duty_verb(tokens, k) or tokens[k].key in SOFT:
            return i
    return i


_DUTIES = (*LAID_ON, ("theo", "chức", "năng"))


def ministry_of(tokens: list[Token], i: int, commune: str | None) -> int:
    """End of the ministry behind a dash at `i` whose board is named; `i` where none is."""
    if i + 1 < len(tokens) and tokens[i].key in ("-", "–") and tokens[i + 1].key == "bộ" and (whose := complete(tokens, i + 1, commune, prose=True)) is not None:
        return whose.end
    return i


def provinces(tokens: list[Token], i: int, shared: bool = False) -> int:
    """End of a row of places at `i` that stand for their authorities: "các tỉnh, thành phố (trực thuộc trung ương)", "các huyện, thị
    xã, thành phố", "các xã, phường"; below the provinces with their duty or a mark right behind them. `i` if none stands there."""
    j = quantifier(tokens, i)
    if (j == i and not shared) or j >= len(tokens) or tokens[j].key not in _PLACES:
        return i
    tail = read_tail(tokens, i if j == i + 1 else j, None)
    if tail.names or tail.end <= j or (len(tail.levels) < 2 and (tokens[j].key in _PROVINCES or not _several(tokens, i, j))):
        return i
    if tokens[j].key in _PROVINCES and not any(level in COMMUNE_LEVELS for level in tail.levels):
        return next((tail.end + len(w) for w in _WHERE if at(tokens, tail.end, w)), tail.end)
    if (zone := past_zone(tokens, tail.end)) > tail.end and tokens[tail.end].key in _NEIGHBOURS:
        return zone  # "các xã | giáp ranh"; "Các xã biên giới" as a heading says where
    return tail.end if boundary(tokens, tail.end) or duty_verb(tokens, tail.end) or any(at(tokens, tail.end, w) for w in _DUTIES) else i


_CHARGED = frozenset({"giao", "nghị", "cầu", "cho", "với", "cùng"})  # words right before whom a sentence charges, or with whom
_TOLD = (*LAID_ON, ("được", "giao"), ("làm", "đầu", "mối"))


def named_place(tokens: list[Token], i: int, commune: str | None, row: bool = False) -> int:
    """End of a place named as a body at `i`, before a duty laid on it, behind a word that charges or in a `row`: "Thành phố Hà Nội | chủ trì …",
    "giao tỉnh Hưng Yên | lập đề án"; `i` elsewhere, as in "Huyện A có 12 xã" and "tỉnh A tổ chức lễ hội"."""
    level = level_at(tokens, i) if tokens[i].key in _NAMED_LEVELS else None
    if level is None or level[0] >= len(tokens) or not tokens[level[0]].capital:
        return i
    end = place_name(tokens, level[0], commune)
    if end == level[0] or end >= len(tokens):
        return i
    charged = row or (i > 0 and tokens[i - 1].key in _CHARGED)
    return end if any(at(tokens, end, w) for w in _TOLD) or (charged and (duty_verb(tokens, end) or _row_or_end(tokens, end))) else i


def _row_or_end(tokens: list[Token], i: int) -> bool:
    """Whether a row of bodies goes on at `i`, or the clause ends: no comma before a further clause."""
    if tokens[i].key not in SOFT:
        return boundary(tokens, i)
    return level_at(tokens, i + 1) is not None or starts_unit(tokens, i + 1, None, True)


_NAMED_LEVELS = frozenset({"tỉnh", "thành", "huyện", "quận", "thị"})


def _several(tokens: list[Token], i: int, j: int) -> bool:
    """Whether the quantifier `[i, j)` is the plain plural: "các xã", not "mỗi xã"."""
    return j == i + 1 and tokens[i].key == "các"


def everywhere(tokens: list[Token], i: int) -> int:
    """Past the land that closes a row behind its bodies and is none: "các bộ, ngành, UBND tỉnh X | và cả nước", "… và toàn tỉnh"."""
    if at(tokens, i + 1, ("cả", "nước")):
        return i + 3
    level = level_at(tokens, i + 2) if at(tokens, i + 1, ("toàn",)) else None
    return i if level is None else level[0]


def levels_too(tokens: list[Token], i: int) -> int:
    """End of the levels that a row of bodies goes on with: "các sở, ban, ngành | , huyện, thành phố"."""
    while i + 1 < len(tokens) and tokens[i].key in SOFT and (level := level_at(tokens, i + 1)) is not None:
        i = level[0]
    return i


def area_end(tokens: list[Token], i: int) -> int:
    """Past the number of an area at `i`, by which a firm's offices are told apart: "MobiFone khu vực | 5 lắp đặt …"; `i` elsewhere."""
    return i + 1 if 0 < i < len(tokens) and tokens[i - 1].key == "vực" and (tokens[i].key.isdigit() or (len(tokens[i].text) < 5 and tokens[i].text.isupper())) else i


_FORCES = (("hải", "quân"), ("cảnh", "sát", "biển"))


def branch_end(tokens: list[Token], i: int, commune: str | None) -> int:
    """End of the branch of a bank or office at `i`: "Agribank | chi nhánh Mường Khương| hỗ trợ …", "Kho bạc Nhà nước | chi nhánh khu vực III| kiểm soát …",
    "Chi cục Kiểm lâm | vùng II| kiểm tra …"; `i` elsewhere."""
    if tokens[i].key == "vùng":
        force = next((len(words) for words in _FORCES if at(tokens, i + 1, words)), 0)
        n = i + 1 + force  # "Bộ Tư lệnh | Vùng Cảnh sát biển 2", "… | Vùng 2 Hải quân"
        if n >= len(tokens) or not (tokens[n].key.isdigit() or (len(tokens[n].text) < 5 and set(tokens[n].text) <= {"I", "V", "X"})):
            return i  # "Bộ đội | vùng biên giới"
        return n + 1 + (0 if force else next((len(words) for words in _FORCES if at(tokens, n + 1, words)), 0))
    if not at(tokens, i, ("chi", "nhánh")) or i + 2 >= len(tokens):
        return i
    tail = read_tail(tokens, i + 2, commune).end
    area = tail < len(tokens) and tokens[tail - 1].key == "vực" and (tokens[tail].capital or tokens[tail].key.isdigit())  # its number
    return max(place_name(tokens, i + 2, commune), tail + area)
