"""Lists behind a plural or a colon: "Các Cục: A, B", "các Sở Y tế, Nội vụ", "UBND các xã: A, B" name one unit each."""

from __future__ import annotations

from normalizers.text import level_tones, slug
from normalizers.unit_bare_rows import bare_among, under
from normalizers.unit_grammar import Item, boundary, collective, quantifier, starts_unit
from normalizers.unit_schools import named_schools
from normalizers.unit_tails import (
    COMMUNE_LEVELS,
    Tail,
    at,
    level_at,
    named_as_body,
    place_name,
    province_end,
    read_tail,
)
from normalizers.unit_tokens import SOFT, Token, render, tokenize
from normalizers.unit_villages import VILLAGE_STARTS, named_villages, village_at, villages_end
from normalizers.unit_vocab import Entry, longest, match_head, match_unit, vocabulary

_NOUNS_REACH = 24  # words in which the nouns stand that one "các" is said of
SHARED_HEADS = frozenset({"sở", "bộ", "phòng", "cục", "vụ", "hội", "ban", "trung tâm", "chi cục", "trường", "tổng cục", "viện", "tập đoàn", "tổng công ty"})


def _settled(tokens: list[Token], i: int, commune: str | None) -> list[Item]:
    """Settlements at `i` that share the "các" of the bodies before them: "Các ban, ngành, | thôn (có) liên quan"; [] where none are."""
    first = village_at(tokens, i)
    if first == i or tokens[i - 1].key not in SOFT:
        return []
    several = next((k for k in range(i - 2, max(i - _NOUNS_REACH, -1), -1) if tokens[k].key == "các"), -1)
    group = collective(tokens, several, commune) if several >= 0 else None
    end = villages_end(tokens, first)
    tail = read_tail(tokens, end, commune, collective=True)
    if group is None or any(t.key not in SOFT for t in tokens[group.end : i]) or not boundary(tokens, tail.end):
        return []
    name = f"Các {level_tones(render([t for t in tokens[i:end] if t.key != 'các'])).lower()}"
    return [Item(i, tail.end, Entry(slug(name), name, "collective", "village", name), Tail(tail.end, tail.end), prefix="Các")]


def distributed(tokens: list[Token], i: int, commune: str | None) -> list[Item]:
    """"Các Cục: A, B", "các Sở Y tế, Nội vụ", "các địa phương Bắc Ninh, An Giang": one item for each name; [] if none."""
    if tokens[i].key in ("trường", "các") and (schools := named_schools(tokens, i)):
        return schools
    if i and tokens[i].key in VILLAGE_STARTS and (settled := _settled(tokens, i, commune)):
        return settled
    role = match_head(tokens, i)
    first = role[0] if role and role[1].takes_unit else i
    if i + 1 < first < len(tokens) and tokens[first - 1].key == "các" and tokens[first].key in SHARED_HEADS:
        first -= 1  # "Lãnh đạo | các sở Tài chính, Nội vụ"
    q = quantifier(tokens, first)
    posts = role or match_head(tokens, q)
    if posts and posts[1].takes_unit and tokens[posts[0] - 1].key in SHARED_HEADS and at(tokens, posts[0], (":",)) and posts[0] - (i if role else q) > 1:
        lead = render(tokens[i if role else q : posts[0]])  # "(Các) Trưởng phòng: | Nội vụ, Tư pháp"
        return [Item(it.start, it.end, prefix=lead) for it in _pieces(tokens, [tokens[posts[0] - 1]], posts[0] + 1, commune)]
    if q > i and q < len(tokens) and (tokens[q].key in ("sở", "bộ") or (first == i and tokens[q].key == "phòng")) and (row := _of_row(tokens, i, first, q, commune)):
        return row
    if q == first == i:  # "Sở: Tài chính, Nội vụ": the plural is left out
        return behind_noun(tokens, i, i, i + 1, commune) if tokens[i].key in ("sở", "bộ") and tokens[i].capital and at(tokens, i + 1, (":",)) else []
    whole = match_unit(tokens, i)
    named = match_head(tokens, first) if first > i and q == first else None  # "Giám đốc Sở: | Nội vụ, Tài chính"
    if named is not None and at(tokens, named[0], (":",)):
        return behind_noun(tokens, i, first, named[0], commune)
    if q == first or q >= len(tokens) or (whole is not None and boundary(tokens, whole[0]) and not at(tokens, whole[0], (":",))):
        return []
    if first == i and at(tokens, q, ("địa", "phương")) and q + 2 < len(tokens):
        return place_names(tokens, q + 2, commune, "")
    if first == i and (villages := named_villages(tokens, q)):
        return [Item(a, b, prefix=noun) for a, b, noun in villages]
    level = level_at(tokens, q) if first == i else None
    if level and at(tokens, level[0], (":",)):  # "Các xã: Tân Lập, Tân Hòa"
        return place_names(tokens, level[0], commune, level[1].capitalize()) if level[0] + 1 < len(tokens) else []
    last = level
    while last and last[0] + 1 < len(tokens) and tokens[last[0]].key == ",":
        last = level_at(tokens, last[0] + 1)
    if last and last != level and at(tokens, last[0], (":",)) and last[0] + 1 < len(tokens):
        return place_names(tokens, last[0], commune, "")  # "Các tỉnh, thành phố: | Hà Nội, Quảng Ninh"
    if level and level[1] in COMMUNE_LEVELS and level[0] < len(tokens) and tokens[level[0]].capital and len(listed := place_names(tokens, level[0], commune, level[1].capitalize())) > 1:
        return listed  # "Các xã Tân Lập, Tân Hòa"
    head = match_head(tokens, q)
    end = head[0] if head is not None else q + 1  # "các Bộ Tài chính, Nội vụ": "Bộ" alone is none before "Tài"
    if end >= len(tokens) or (head is None and tokens[q].key != "bộ"):
        return []
    word = " ".join(t.key for t in tokens[q:end])
    colon = tokens[end].key == ":"
    start = end + 1 if colon else end
    if word not in SHARED_HEADS or start >= len(tokens):
        return []
    probe = longest(vocabulary().units, [*tokens[q:end], *tokens[start:]], 0)
    width = end - q
    if not colon and (not tokens[start].capital or ((probe is None or probe[0] <= width) and not (word == "phòng" and _fields(tokens, start, commune)))):
        return []
    return behind_noun(tokens, i, first, end, commune, q)


def _fields(tokens: list[Token], i: int, commune: str | None) -> bool:
    """Whether two names of offices without their noun stand at `i`: "các Phòng | Kỹ thuật, Kế hoạch"."""
    end = _piece_end(tokens, i, commune)
    return end > i and end + 1 < len(tokens) and tokens[end].key in (",", "và") and tokens[end + 1].capital and not starts_unit(tokens, end + 1, commune)


def _of_row(tokens: list[Token], i: int, first: int, q: int, commune: str | None) -> list[Item]:
    """Names without their noun behind a row of nouns: "Các sở, ngành: Nội vụ, Tài chính, …" are "Sở Nội vụ", "Sở Tài chính"."""
    group = collective(tokens, first, commune)
    if group is None or not at(tokens, group.end, (":",)):
        return []
    head = tokens[q : q + 1]
    if not under(head, tokens, group.end + 1) and not (first == i and bare_among(tokens, group.end, head)):
        return []
    items = _pieces(tokens, head, group.end + 1, commune, mixed=first == i)
    if first == i:
        return items
    lead = render([t for t in tokens[i:first] if t.key != "các"]) + " " + tokens[q].text.capitalize()
    return [Item(it.start, it.end, prefix=lead) for it in items]


def behind_noun(tokens: list[Token], i: int, first: int, end: int, commune: str | None, noun: int | None = None) -> list[Item]:
    """Names behind the shared head `[noun, end)` and its colon, each with the post `[i, first)` if one is said."""
    noun = first if noun is None else noun
    head, start = tokens[noun:end], end + at(tokens, end, (":",))
    if " ".join(t.key for t in head) not in SHARED_HEADS or start >= len(tokens):
        return []
    items = _pieces(tokens, head, start, commune)
    if first == i:
        return items
    lead = render([t for t in tokens[i:first] if t.key != "các"]) + " " + render(head)
    return [Item(it.start, it.end, prefix=lead) for it in items]


def _pieces(tokens: list[Token], head: list[Token], i: int, commune: str | None, *, mixed: bool = False) -> list[Item]:
    """One item for each name without its `head` at `i`; `mixed`: whole names of other bodies may stand among them."""
    items: list[Item] = []
    prefix = render(list(head))
    prefix = prefix[0].upper() + prefix[1:]
    while i < len(tokens):
        entry: Entry | None = None
        tail: Tail | None = None
        whole = (prefix == "Phòng" and at(tokens, i, ("văn", "phòng"))) or (mixed and not under(head, tokens, i) and starts_unit(tokens, i, commune))
        own = match_unit(tokens, i) if whole else None  # "Các phòng: | Văn phòng HĐND và UBND, Kinh tế"
        hit = behind_head(head, tokens, i) if own is None else None
        joint = _joint_end(tokens, i + hit[0] - len(head), commune) if hit and hit[0] > len(head) else 0
        if own:
            tail = read_tail(tokens, own[0], commune)
            end = tail.end
            if not boundary(tokens, end):
                break  # "Các Bộ: Công an, Quốc phòng; | UBND các tỉnh có rừng": read as elsewhere
            items.append(Item(i, end, own[1], tail))
        elif joint:
            end = joint
            items.append(Item(i, end, prefix=prefix))
        elif hit and hit[0] > len(head) and boundary(tokens, i + hit[0] - len(head)):
            end, entry = i + hit[0] - len(head), hit[1]
            level = level_at(tokens, end - 1)
            tail = read_tail(tokens, end - 1 if level is not None and level[0] == end else end, commune)  # "các Trung tâm Chính trị | xã, phường"
            end = tail.end
            items.append(Item(i, end, entry, tail))
        else:
            end = _piece_end(tokens, i, commune)
            if end == i:
                break
            end = _joint_end(tokens, end, commune) or end
            items.append(Item(i, end, prefix=prefix))
        j = end
        while j < len(tokens) and (tokens[j].key in SOFT or tokens[j].key == ";"):
            j += 1
        if j == end or j >= len(tokens) or (starts_unit(tokens, j, commune) and not under(head, tokens, j) and not (mixed and match_unit(tokens, j))):
            break
        i = j
    return items


def _joint_end(tokens: list[Token], i: int, commune: str | None) -> int:
    """End of a name of two fields whose first ends at token `i`, in a list that goes on behind a comma: "Các Cục: Trồng trọt | và Bảo vệ
    thực vật, Chăn nuôi và Thú y, …"; 0 where "và" parts two names."""
    if not at(tokens, i, ("và",)) or i + 1 >= len(tokens) or not tokens[i + 1].capital:
        return 0
    end = next((k for k in range(i + 1, len(tokens)) if boundary(tokens, k)), len(tokens))
    more = end + 1 < len(tokens) and tokens[end].key == "," and tokens[end + 1].capital and not starts_unit(tokens, end + 1, commune)
    return end if more else 0


def behind_head(head: list[Token], tokens: list[Token], i: int) -> tuple[int, Entry] | None:
    """The longest catalogue name of the shared head and the words at `i`, also where those are letters that stand for words only behind
    that head: "các Sở: NN&MT, | TC"; the length counts the head."""
    hit = longest(vocabulary().units, [*head, *tokens[i:]], 0)
    if (hit is None or hit[0] <= len(head)) and i < len(tokens) and tokens[i].text.isupper() and boundary(tokens, i + 1):
        whole = tokenize(f"{render(list(head)).capitalize()} {tokens[i].text}")
        short = longest(vocabulary().units, whole, 0)
        if short is not None and short[0] == len(whole) > len(head) and whole[-1].key != tokens[i].key:
            return len(head) + 1, short[1]
    return hit


def _piece_end(tokens: list[Token], i: int, commune: str | None) -> int:
    """End of a name without its head at `i`: "Quản lý Khám, chữa bệnh|; Dược" goes on where the next piece has no capital,
    and behind "và" where marks of another kind part the names."""
    end = i
    while True:
        while end < len(tokens) and not boundary(tokens, end):
            end += 1
        k = end + 1
        if end == i or k >= len(tokens) or tokens[end].key not in (",", "và") or not tokens[k].word or tokens[k].key in SOFT or starts_unit(tokens, k, commune):
            return end
        whole = tokens[k].capital or (k + 1 < len(tokens) and tokens[k].start == tokens[k + 1].start)  # a written-out abbreviation has no capitals
        if whole and not (tokens[end].key == "và" and i > 1 and tokens[i - 1].key == ";"):
            return end
        end = k


def place_names(tokens: list[Token], i: int, commune: str | None, prefix: str) -> list[Item]:
    items: list[Item] = []
    if tokens[i].key == ":":
        i += 1
    while i < len(tokens):
        end = place_name(tokens, i, commune)
        end += end > i and end < len(tokens) and tokens[end].key.isdigit()  # "UBND các xã: A Lưới 1, A Lưới 2"
        if end == i or not tokens[i].capital or not boundary(tokens, end):
            break
        items.append(Item(i, end, prefix=prefix))
        j = end
        while j < len(tokens) and tokens[j].key in SOFT:
            j += 1
        if j == end or j >= len(tokens) or (starts_unit(tokens, j, commune) and not named_as_body(tokens, j)):
            break
        i = j
    return items


def rows_of_places(tokens: list[Token], item: Item, commune: str | None) -> list[Item]:
    """"UBND các xã | A, B và các phường C, D": places without a colon, one row of them for each level; [] for a single name."""
    assert item.entry is not None and item.tail is not None
    if at(tokens, item.end, (":",)):
        return _rows_from(tokens, item, commune, item.end + 1)
    if not item.tail.names or item.tail.names[-1][1] != item.end or item.tail.grade:
        return []
    return _rows_from(tokens, item, commune, item.tail.names[-1][0])


def _rows_from(tokens: list[Token], item: Item, commune: str | None, start: int) -> list[Item]:
    assert item.entry is not None and item.tail is not None
    items: list[Item] = []
    level = item.tail.levels[0]
    while True:
        row = place_names(tokens, start, commune, f"{item.entry.base} {level}")
        items += row
        k = row[-1].end if row else len(tokens)
        while k < len(tokens) and tokens[k].key in SOFT:
            k += 1
        found = level_at(tokens, k + at(tokens, k, ("các",))) if row and k > row[-1].end else None  # "…, phường C": its level is its own
        if found is None or not (first := found[0] + at(tokens, found[0], (":",))) or first >= len(tokens) or not tokens[first].capital:
            return items if len(items) > 1 else []
        start, level = first, found[1]


_CITIES = frozenset({"hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "huế"})  # the provinces that are cities


def provinces_of(tokens: list[Token], item: Item) -> list[Item]:
    """"UBND các tỉnh, thành phố (:) | Quảng Trị, Huế": one item for each province, at the level its name tells; [] elsewhere."""
    assert item.entry is not None and item.tail is not None
    i = item.end
    if item.tail.levels == ("tỉnh",) and tokens[i].key in (",", "/") and at(tokens, i + 1, ("thành", "phố")):
        i += 3
    elif item.tail.levels != ("tỉnh", "thành phố"):
        return []
    i += at(tokens, i, (":",))
    items: list[Item] = []
    while i < len(tokens):
        level = level_at(tokens, i)
        end = province_end(tokens, first := level[0] if level else i)
        if end == first or not (items or boundary(tokens, end)):
            break
        city = " ".join([t.key for t in tokens[first:end]]) in _CITIES
        items.append(Item(first, end, prefix=f"{item.entry.base} {'thành phố' if city else 'tỉnh'}"))
        i = end
        while i < len(tokens) and tokens[i].key in SOFT:
            i += 1
        if i == end:
            break
    return items if len(items) > 1 else []


def mixed_places(tokens: list[Token], item: Item, commune: str | None) -> int:
    """End of places of several levels that stay one unit, as none says its own: "UBND các xã, phường | Tân An, Hòa Phú"; the item's
    end if none follow."""
    i = item.end
    assert item.tail is not None
    if len(item.tail.levels) > 1 and not item.tail.names and tokens[i].key == ":":
        start = i + 1
    elif len(item.tail.levels) == 1 and not item.tail.names and tokens[i].key == "," and (level := level_at(tokens, i + 1)) is not None:
        start = level[0]
    else:
        return i
    row = place_names(tokens, start, commune, "") if start < len(tokens) else []
    if len(row) < 2:
        return i
    end = row[-1].end
    zone = end + 1 + at(tokens, end + 1, ("đặc", "khu")) * 2  # "… và đặc khu | Cát Hải": a level that the plural does not name
    named = place_name(tokens, zone, commune) if zone > end + 1 and tokens[end].key in SOFT else zone
    return named if named > zone else end


_FIELD_HEADS = tuple(tuple(tokenize(head, False)) for head in ("Phòng", "Sở"))
_FIELD_REACH = 14  # words and marks of the longest field


def bare_field(tokens: list[Token], i: int, commune: str | None) -> int:
    """End of an office's field without its head in a row of such: "Kinh tế và Hạ tầng|, Y tế, Công an"; `i` elsewhere."""
    end = _field_end(tokens, i)
    k = end + 1
    if end == i or k >= len(tokens) or tokens[end].key not in (",", ";") or not tokens[k].capital:
        return i
    return end if _field_end(tokens, k) > k or starts_unit(tokens, k, commune) else i


def _field_end(tokens: list[Token], i: int) -> int:
    if not tokens[i].capital:
        return i
    for head in _FIELD_HEADS:
        hit = longest(vocabulary().units, [*head, *tokens[i : i + _FIELD_REACH]], 0)
        if hit is not None and hit[0] > 1 and boundary(tokens, i + hit[0] - 1):
            return i + hit[0] - 1
    return i


_KINDS = (("tổ", "chức"), ("cơ", "sở"), ("trang", "trại"), ("hộ",))


def kind_of_body(tokens: list[Token], i: int) -> bool:
    """Whether a kind of bodies with a word of its own stands at `i`: "Các ngân hàng, | tổ chức trung gian thanh toán"."""
    end = next((i + len(w) for w in _KINDS if at(tokens, i, w)), 0)
    return i < end < len(tokens) and tokens[end].word and not boundary(tokens, end)


_BELOW = frozenset({"huyện", "quận", "thị xã", "xã", "phường"})


def same_level(tokens: list[Token], item: Item, named: int, j: int) -> tuple[int, str] | None:
    """(end, level) of a place at `j` that shares the level of the one named before: "UBND tỉnh Nghệ An, | Hà Tĩnh"."""
    level = level_at(tokens, named)
    if level is not None and level[1] in _BELOW and tokens[j - 1].key != "-":
        own, end = place_name(tokens, level[0], None), place_name(tokens, j, None)  # "UBND huyện Mộc Sơn, | Tân Khê"
        alike = end - j > 1 and own - level[0] > 1 and own == item.end and boundary(tokens, end) and not starts_unit(tokens, j, None)
        return (end, level[1]) if alike and not (j + 1 < len(tokens) and tokens[j].text.isupper()) else None
    end = province_end(tokens, j)
    if level is None or end == j or level[1] not in ("tỉnh", "thành phố") or not boundary(tokens, end) or province_end(tokens, level[0]) == level[0]:
        return None
    return end, level[1]
