"""Rows of an owner cell whose names share a word said once: posts ("Giám đốc Sở Y tế, Nội vụ"), groups of firms ("Các tập đoàn EVN, VNPT"),
levels behind a plural ("các ban, ngành, xã, phường"), and bodies that a plural only announces ("các sở, ngành liên quan như: …")."""

from __future__ import annotations

from normalizers.text import level_tones, slug
from normalizers.unit_grammar import THU_TRUONG, Item, boundary, collective, complete, noun_at, quantifier, starts_unit
from normalizers.unit_spread import SHARED_HEADS, behind_head, place_names
from normalizers.unit_tails import Tail, at, level_at, read_tail
from normalizers.unit_tokens import SOFT, Token, acronym, render
from normalizers.unit_vocab import Entry, longest, match_head, match_unit, vocabulary

_SUCH_AS = (("như",), ("gồm",), ("bao", "gồm"), ("cụ", "thể", "là"), ("cụ", "thể"))
#: First words of what announces the names behind a plural.
ANNOUNCING = frozenset(words[0] for words in _SUCH_AS)
_PLURAL_ENDS = frozenset({"quan", "vị", "ngành", "thể", "phương", "phòng", "ban", "chức", "sở", "bộ"})  # last syllables of "các sở, ngành (liên quan)"
_GROUPS = (("tập", "đoàn"), ("tổng", "công", "ty"), ("công", "ty"), ("nhà", "mạng"))
_ANY_BODIES = (("các", "cơ", "quan"), ("các", "đơn", "vị"))
_LEADING = frozenset({"lãnh", "thủ", "trưởng", "người"})
_LONGEST = 10  # words of such a plural
_REACH = 24  # words in which the nouns stand that one "các" is said of


def announced(tokens: list[Token]) -> list[Token]:
    """Tokens with a mark for the words between a plural and the names behind it: "các sở, ngành liên quan | gồm | : Sở Y tế, …" tells
    which they are, "các đoàn thể | như | , Hội Nông dân, …" some of them."""
    for i in range(1, len(tokens) - 1):
        words = next((w for w in _SUCH_AS if at(tokens, i, w)), ()) if tokens[i].key in ANNOUNCING else ()
        k = i + len(words)
        if not words or k + 1 >= len(tokens) or not any(t.key == "các" for t in tokens[:i]):
            continue
        colon = tokens[k].key == ":"
        if not (colon and tokens[i - 1].key in _PLURAL_ENDS) and not (tokens[k + colon].capital and starts_unit(tokens, k + colon, None)):
            continue
        mark = "," if words == _SUCH_AS[0] else ":"
        return [*tokens[:i], tokens[i]._replace(text=mark, key=mark, gap=False), *tokens[k + colon :]]
    return tokens


def posts_in_row(tokens: list[Token], i: int, commune: str | None) -> list[Item]:
    """One post for each office of "Trưởng phòng Nội vụ, Tư pháp", "Giám đốc Sở Y tế, Tài chính và Nội vụ"; [] where not two names of the
    catalogue share the office's noun."""
    role = match_head(tokens, i) if i + 3 < len(tokens) else None
    if role is None or role[1].kind != "person" or not role[1].takes_unit or role[0] + 2 >= len(tokens):
        return []
    start = role[0]
    if start - 1 > i and tokens[start - 1].key in SHARED_HEADS and tokens[start].capital:
        head, lead = tokens[start - 1 : start], render(tokens[i:start])
    elif tokens[start].key in SHARED_HEADS and tokens[start + 1].capital:
        head, lead = tokens[start : start + 1], render(tokens[i : start + 1])
        start += 1
    else:
        return []
    items: list[Item] = []
    j = start
    while True:
        hit = behind_head(head, tokens, j)
        if hit is None or hit[0] < 2:
            break
        end = read_tail(tokens, j + hit[0] - 1, commune).end
        if not boundary(tokens, end):
            break
        items.append(Item(j, end, prefix=lead))
        j = end
        while j < len(tokens) and tokens[j].key in (",", "và", "&"):
            j += 1
        if j == end or j >= len(tokens) or starts_unit(tokens, j, commune):
            break
    return items if len(items) > 1 else []


def firms_named(tokens: list[Token], i: int) -> int:
    """Start of the firms named by their marks behind the plural of their kind: "Các tập đoàn | EVN, VNPT, Viettel"; `i` if none."""
    q = quantifier(tokens, i)
    words = next((w for w in _GROUPS if at(tokens, q, w)), ()) if q > i else ()
    k = q + len(words)
    return k if words and k + 2 < len(tokens) and _mark(tokens, k) and tokens[k + 1].key in SOFT and _mark(tokens, k + 2) else i


def _mark(tokens: list[Token], i: int) -> bool:
    """Whether a firm is named at `i` by one word: letters ("EVN") or a name of the catalogue ("Viettel")."""
    hit = match_unit(tokens, i)
    known = hit is not None and hit[1].kind == "enterprise" and hit[0] == i + 1
    return tokens[i].capital and boundary(tokens, i + 1) and (known or (tokens[i].text.isupper() and acronym(tokens[i].text)))


def bodies_at_places(tokens: list[Token], i: int, commune: str | None) -> list[Item]:
    """One body for each name behind the colon of a plural: "Các Trạm Y tế: | Tân Lập, Tân Hòa", "Các HTX: | Thành Công, Đại Phát"; []
    where the names are bodies themselves."""
    q = quantifier(tokens, i)
    if q == i or tokens[i].key != "các" or q >= len(tokens) or noun_at(tokens, q) == ("đơn", "vị") or noun_at(tokens, q) == ("cơ", "quan"):
        return []
    colon = next((k for k in range(q + 1, min(q + _LONGEST, len(tokens) - 1)) if boundary(tokens, k)), 0)
    head = (match_head(tokens, q) or match_unit(tokens, q)) if colon and tokens[colon].key == ":" else None
    if head is None or head[1].kind in ("person", "collective") or head[1].level == "village" or " ".join(t.key for t in tokens[q:colon]) in SHARED_HEADS:
        return []
    lead = render(tokens[q:colon])
    named = place_names(tokens, colon, commune, lead[0].upper() + lead[1:])
    return named if len(named) > 1 else []


def announcing_leaders(tokens: list[Token], i: int, commune: str | None) -> int:
    """End of leaders of any bodies that only announce the bodies behind their colon: "Lãnh đạo các cơ quan, đơn vị: | Phòng Nội vụ, …";
    `i` if none."""
    if tokens[i].key not in _LEADING or not any(at(tokens, i + 2, w) for w in _ANY_BODIES):
        return i
    item = complete(tokens, i, commune)
    if item is None or item.entry is None or item.entry.unit_id != THU_TRUONG or not at(tokens, item.end, (":",)) or item.end + 1 >= len(tokens):
        return i
    return item.end + 1 if tokens[item.end + 1].capital and any(t.key in (",", ";") for t in tokens[item.end + 1 :]) else i


def levels_in_row(tokens: list[Token], i: int, commune: str | None) -> list[Item]:
    """Levels at `i` that share the "các" of the bodies before them: "Các cơ quan, đơn vị, | xã, phường (liên quan)"; [] where a place
    is named or none are."""
    if i == 0 or tokens[i - 1].key not in SOFT or level_at(tokens, i) is None:
        return []
    several = next((k for k in range(i - 2, max(i - _REACH, -1), -1) if tokens[k].key == "các"), -1)
    group = collective(tokens, several, commune) if several >= 0 else None
    if group is None or any(t.key not in SOFT for t in tokens[group.end : i]):
        return []
    names: list[str] = []
    end = i
    while (level := level_at(tokens, end)) is not None:
        names.append(level[1])
        end = level[0]
        k = end
        while k < len(tokens) and tokens[k].key in SOFT:
            k += 1
        if level_at(tokens, k) is None:
            break
        end = k
    tail = read_tail(tokens, end, commune, collective=True)
    if not boundary(tokens, tail.end) or tail.names:
        return []
    name = level_tones(f"Các {', '.join(names)}")
    return [Item(i, tail.end, Entry(slug(name), name, "collective", "commune", name), Tail(tail.end, tail.end), prefix="Các")]


_COUNCIL, _COMMITTEE = ("hội", "đồng", "nhân", "dân"), ("ủy", "ban", "nhân", "dân")


def office_said_once(tokens: list[Token], item: Item, commune: str | None) -> list[Item]:
    """The office of council and committee whose noun the Party committee's office before it lends: "Văn phòng Đảng ủy, | HĐND và UBND"; []
    where a comma makes the two bodies of the row."""
    j = item.end
    while j < len(tokens) and tokens[j].key in (",", "và", "-", "&"):
        j += 1
    link = j + len(_COUNCIL)
    if j == item.end or not at(tokens, j, _COUNCIL) or link >= len(tokens) or tokens[link].key not in ("và", "&", "-") or not at(tokens, link + 1, _COMMITTEE):
        return []
    hit = longest(vocabulary().units, [*tokens[item.start : item.start + 2], *tokens[j:]], 0)
    end = j + hit[0] - 2 if hit else j
    tail = read_tail(tokens, end, commune)
    return [Item(j, tail.end, hit[1], tail)] if hit and end > link and boundary(tokens, tail.end) else []


def own_start(tokens: list[Token], i: int, end: int) -> int:
    """Where a name begins behind a plural that is said of several: "các | Ban Pháp chế, Ban Tài chính"."""
    q = quantifier(tokens, i)
    k = end
    while k < len(tokens) and tokens[k].key in SOFT:
        k += 1
    plural = i < q < k < len(tokens) and tokens[q].key in SHARED_HEADS and tokens[q].capital and tokens[q + 1].capital and tokens[k].capital and tokens[k].key == tokens[q].key
    council = plural and at(tokens, q + 1 + at(tokens, q + 1, ("của",)), _COUNCIL)  # "các Ban HĐND xã, Ban Quản lý dự án": of the first alone
    return q if plural and not council else i


_ALL = (("tất", "cả"), ("toàn", "thể"), ("toàn", "bộ"))
_BODY = (("cơ", "quan"), ("đơn", "vị"))


def all_of(tokens: list[Token], i: int) -> int:
    """Past the words at `i` that say of a plural that none is left out: "Tất cả | các thôn", "100% | cơ quan, đơn vị", "Mỗi | cơ quan, đơn vị"."""
    key = tokens[i].key
    if key in ("tất", "toàn") and any(at(tokens, i, words) for words in _ALL) and at(tokens, i + 2, ("các",)) and level_at(tokens, i + 3) is None:
        return i + 2
    end = i + (2 if key == "100" and at(tokens, i + 1, ("%",)) else int(key == "mỗi"))
    return end if end > i and any(at(tokens, end, words) for words in _BODY) and boundary(tokens, end + 2) else i


def joined_field(tokens: list[Token], item: Item, i: int) -> bool:
    """Whether "và" before token `i` joins a field to an office's name: "Phòng Quản lý đô thị và | Hạ tầng"; not another office that shares
    the noun ("Phòng Y tế và | Nội vụ")."""
    if tokens[i - 1].key != "và" or tokens[item.start].key != "phòng" or item.tail is None or item.tail.levels:
        return False
    other = behind_head(tokens[item.start : item.start + 1], tokens, i)
    return other is None or other[0] < 2
