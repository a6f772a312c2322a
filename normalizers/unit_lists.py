"""Cuts a row of tokens into unit items: lists by ; , và - and by nothing at all, shared heads, distributed lists."""

from __future__ import annotations

from normalizers.unit_acts import ADVISED, ROLES_BEGIN, act_behind_colon, act_end, acts, advised_end, reports, role_ends
from normalizers.unit_boards import more_zones
from normalizers.unit_borders import (
    OF_SUBJECTS,
    bare_names,
    departments_end,
    level_before,
    own_branch,
    people_begin,
    rulers,
    summed,
    unnamed_bodies,
)
from normalizers.unit_dashes import FIELDED, field_name, same_head
from normalizers.unit_grammar import (
    CO_QUAN,
    DIA_PHUONG,
    PHONG,
    ROLES_AT,
    THU_TRUONG,
    Item,
    beside,
    boundary,
    collective,
    complete,
    item_end_known,
    noun_at,
    quantifier,
    starts_unit,
)
from normalizers.unit_labels import GENERAL, list_label
from normalizers.unit_levels import shared_level
from normalizers.unit_numbered import may_tell_apart, numbered_row, police_code, told_apart
from normalizers.unit_schools import of_school
from normalizers.unit_seats import body_of
from normalizers.unit_shared_rows import (
    all_of,
    announcing_leaders,
    bodies_at_places,
    firms_named,
    joined_field,
    levels_in_row,
    office_said_once,
    own_start,
    posts_in_row,
)
from normalizers.unit_spread import (
    SHARED_HEADS,
    bare_field,
    behind_head,
    distributed,
    kind_of_body,
    mixed_places,
    place_names,
    provinces_of,
    rows_of_places,
    same_level,
)
from normalizers.unit_tails import COMMUNE_LEVELS, at, committees_end, committees_row, level_at, place_name, read_tail
from normalizers.unit_tokens import HARD, SOFT, Token, acronym, render
from normalizers.unit_verbs import duty_verb
from normalizers.unit_villages import VILLAGE_STARTS, counted_villages, village_at, village_row, villages_end
from normalizers.unit_vocab import match_head, match_unit, vocabulary

_DASHED = frozenset({"phòng", "khoa", "sở", "địa"})  # "Địa chính - Xây dựng - Môi trường", "Sở Giao thông vận tải - Xây dựng", "Phòng Kinh tế - Hạ tầng": one name
_DASHED_BOARDS = frozenset({"ban-to-chuc", "ban-tuyen-giao"})  # "Ban Tổ chức - Kiểm tra", "Ban Tuyên giáo - Nữ công" of an organisation
_HEADS_OF_TWO = (("trung", "tâm"), ("công", "chức"))
_ROW, _PERSONS = frozenset({",", "và", "&", ";"}), frozenset({"ông", "bà", "đồng", "đ"})
_OPEN_NAMES = frozenset({"trung", "trường", "viện", "cục", "vụ", "học", "đại"})


def cut(tokens: list[Token], commune: str | None) -> list[Item]:
    """Items of an owner cell, in order; every word is in one item or is a separator, marker or role label."""
    items: list[Item] = []
    i, n = 0, len(tokens)
    keys = {token[1] for token in tokens}
    labels, plural, apart = ":" in keys, "các" in keys, (row := not _ROW.isdisjoint(keys)) and may_tell_apart(keys)
    while i < n:
        if not tokens[i].word or tokens[i].key in SOFT or (tokens[i].key.isdigit() and i + 1 < len(tokens) and tokens[i + 1].key in (".", ")", "/", "-")):
            i += 1
            continue
        if (each := all_of(tokens, i)) > i:
            i = each
            continue
        label = max(role_label(tokens, i), list_label(tokens, i, commune, labels) if labels or (tokens[i].key == "các" and i + 1 < n and tokens[i + 1].key in GENERAL) else i, firms_named(tokens, i) if plural else i, announcing_leaders(tokens, i, commune) if labels else i)
        if label > i:
            i = label
            continue
        if items and tokens[i - 1].key in ADVISED and (advised := advised_end(tokens, i, commune)) > i:
            i = advised
            continue
        if items and ((labels and act_behind_colon(tokens, i)) or (tokens[i].key in ("báo", "định") and reports(tokens, i))):
            i = act_end(tokens, i)
            continue
        if (committees := committees_end(tokens, i)) > i:
            items.append(Item(i, committees))
            i = committees
            continue
        spread = (bodies_at_places(tokens, i, commune) if labels else []) or distributed(tokens, i, commune) or (posts_in_row(tokens, i, commune) if row else []) or (levels_in_row(tokens, i, commune) if plural and row else []) or (numbered_row(tokens, i) or told_apart(tokens, i) if apart else [])
        if spread:
            items += spread
            i = spread[-1].end
            continue
        item = of_school(tokens, complete(tokens, i, commune))
        if item is not None and (item_end_known(tokens, item) or unnamed_bodies(tokens, item.end)) and not _name_goes_on(tokens, item, commune):
            named = _named_communes(tokens, item, commune)
            if not named:
                items.append(item)
            i, more = _after_known(tokens, item, commune)
            items += more
            continue
        if item is not None and acts(tokens, item):
            items.append(item)
            i = act_end(tokens, item.end)
            continue
        end = unknown_end(tokens, i, item, commune)
        if quantifier(tokens, i) >= end:
            i = end  # a stray "các" whose noun stands elsewhere (a cell cut at its edge) names nobody
            continue
        items.append(Item(own_start(tokens, i, end), end))
        i = end
        post = match_head(tokens, items[-1].start)
        body = post[0] if post and post[1].takes_unit else items[-1].start
        if at(tokens, body, _PEOPLES_COMMITTEE):
            more, i = _shared_places(tokens, items[-1], commune, body)
            items += more
    return shared_level(tokens, items)


_PEOPLES_COMMITTEE = ("ủy", "ban", "nhân", "dân")


def _name_goes_on(tokens: list[Token], item: Item, commune: str | None) -> bool:
    """Whether the piece after the next comma belongs to the name: "các cơ quan báo chí, phát thanh, truyền hình khác",
    "Trung tâm Văn hóa, Thể thao". Names of closed classes (sở, phòng, công an …) never go on."""
    entry, i = item.entry, item.end
    if i < len(tokens) and summed(tokens, i):
        return False
    if own_branch(tokens, i):
        return True  # "Văn phòng Đăng ký đất đai - Chi nhánh khu vực 5" is one office
    if i + 1 < len(tokens) and tokens[i].key == "-" and (label := role_label(tokens, i + 1)) > i + 1 and tokens[label - 1].key == ":":
        return False  # "- Chủ trì: Sở Y tế - | Phối hợp: …"
    if entry is not None and tokens[item.start].key == "ban" and i < len(tokens) and tokens[i].key in ("và", ",") and more_zones(tokens, item.start, i + 1):
        return True
    while i < len(tokens) and tokens[i].key in SOFT:
        i += 1
    if entry is not None and item.end < i < len(tokens) and tokens[i - 1].key == "-" and (field_name(tokens, item.start, i) or (tokens[item.start].key == "khoa" and _acronym_at(tokens, i))):
        return True  # "Phòng Tổ chức - Hành chính - Kế toán", "Khoa Dược - TTB"
    if entry is None or i == item.end or i >= len(tokens) or not tokens[i].word or starts_unit(tokens, i, commune):
        return False
    if entry.unit_id in (CO_QUAN, PHONG, THU_TRUONG, DIA_PHUONG, "ubnd") or tokens[i].key == "cùng" or (tokens[i].text.isupper() and len(tokens[i].text) > 1):
        return False
    if tokens[i].capital:
        dashed = tokens[item.end].key in ("-", "&") and (tokens[item.start].key in _DASHED or entry.unit_id in _DASHED_BOARDS or at(tokens, item.start, ("công", "chức")))
        zones = tokens[item.end].key in ("-", "–") and item.tail is not None and item.tail.levels[:1] == ("khu vực",) and boundary(tokens, i + 2)  # "khu vực Bảo Yên - Lục Yên"
        return zones or tokens[item.start].key in _OPEN_NAMES or (dashed and tokens[i].key not in _PERSONS) or joined_field(tokens, item, i)
    if tokens[i - 1].key == "và" and tokens[item.start].key in _OPEN_NAMES and i + 1 < len(tokens):  # "Cục Công nghệ thông tin và | chuyển đổi số"
        return (tokens[i].key, tokens[i + 1].key) in vocabulary().pairs and item.tail is not None and not item.tail.levels
    return entry.kind in ("collective", "press") and not kind_of_body(tokens, i) and not rulers(tokens, i)


_ORDERS = (("đề", "nghị"), ("đại", "diện"), ("yêu", "cầu"), ("phân", "công"), ("đối", "với"), ("về", "phía"))
_ORDERING = frozenset(words[0] for words in _ORDERS)
_ROLE_HOLDERS = {"cơ": ("cơ", "quan"), "đơn": ("đơn", "vị"), "bộ": ("bộ", "phận")}


def role_label(tokens: list[Token], i: int) -> int:
    """End of a role label or role words at `i`: "Cơ quan chủ trì:", "Phối hợp với", "Giao"."""
    j = i
    if tokens[i].key == "các" and i + 1 < len(tokens) and tokens[i + 1].key in _ROLE_HOLDERS and (label := role_label(tokens, i + 1)) > i + 1 and tokens[label - 1].key == ":":
        return label  # "Các đơn vị phối hợp: …"
    if tokens[i].key in _ROLE_HOLDERS:
        for words in _ROLE_HOLDERS.values():
            if at(tokens, j, words):
                j += 2
    for role in ROLES_AT.get(tokens[j].key, ()) if j < len(tokens) else ():
        if at(tokens, j, role):
            k = j + len(role)
            while k < len(tokens) and (tokens[k].key in ("với", "cùng", ":", ",", "-", "là") or any(at(tokens, k, r) for r in ROLES_AT.get(tokens[k].key, ()))):
                k += next((len(r) for r in ROLES_AT.get(tokens[k].key, ()) if at(tokens, k, r)), 1)
            if j == i or (k > j + len(role) and tokens[k - 1].key == ":"):
                return k
    if i and tokens[i].key == "cùng" and beside(tokens, i):
        return i + 1 + at(tokens, i + 1, ("với",))
    if tokens[i].key in _ORDERING and any(at(tokens, i, w) for w in _ORDERS) and starts_unit(tokens, i + 2 + 2 * at(tokens, i + 2, ("lãnh", "đạo")), None):
        return i + 2
    if i == 0 and tokens[0].key == "giao" and len(tokens) > (k := 1 + at(tokens, 1, ("cho",))) and tokens[k].capital and tokens[k].key != "thông":
        return k
    if tokens[i].key in ("giao", "do", "với", "cùng", "gồm", "như", "cho") and i + 1 < len(tokens) and starts_unit(tokens, i + 1, None):
        return i + 1
    return i


def _after_known(tokens: list[Token], item: Item, commune: str | None) -> tuple[int, list[Item]]:
    """After a known item: skip role words, then take pieces that share its head ("Sở Y tế, Nội vụ") or its places."""
    i = item.end
    for role in ROLES_AT.get(tokens[i].key, ()) if i < len(tokens) else ():
        if at(tokens, i, role):
            i += len(role)
            k = i + (i + 1 < len(tokens) and tokens[i].key == "," and duty_verb(tokens, i + 1))  # "theo dõi, | đôn đốc"
            if k < len(tokens) and tokens[k].word and not tokens[k].capital and not _roles_go_on(tokens, k, commune):
                return act_end(tokens, i), []  # "các cơ quan chủ trì | xây dựng cơ sở dữ liệu": the duty
            i += i + 1 < len(tokens) and tokens[i].key == "với"
            break
    more: list[Item] = []
    if named := _named_communes(tokens, item, commune):
        return named[-1].end, named
    if item.entry is not None and item.entry.unit_id in ("ubnd", "chu-tich-ubnd", "pho-chu-tich-ubnd"):
        body = next((k for k in range(item.start, item.end) if at(tokens, k, _PEOPLES_COMMITTEE)), item.start)
        places, end = _shared_places(tokens, item, commune, body)
        if places:
            return end, places
    if item.entry is not None and item.entry.unit_id == "van-phong-dang-uy" and (office := office_said_once(tokens, item, commune)):
        return office[0].end, office
    head = tokens[item.start].key
    if head in SHARED_HEADS or (head, tokens[min(item.start + 1, len(tokens) - 1)].key) in _HEADS_OF_TWO:
        width = 2 if head in ("trung", "công") else 1
        while True:
            j = i
            while j < len(tokens) and (tokens[j].key in SOFT or (tokens[j].key == ";" and j + 1 < len(tokens) and tokens[j + 1].capital)):
                j += 1
            if j == i or j >= len(tokens):
                break
            hit = behind_head(tokens[item.start : item.start + width], tokens, j)
            if hit is None or hit[0] <= width:
                break
            end = j + hit[0] - width
            if starts_unit(tokens, j, commune) and (not boundary(tokens, end) or ((own := match_unit(tokens, j)) is not None and own[1].unit_id != hit[1].unit_id and not (head == "bộ" and hit[1].unit_id == "bo-cong-an" and item.entry is not None and item.entry.level == "ministry"))):
                break  # but "Bộ Quốc phòng, | Công an", "Hội Nông dân, | Liên hiệp Phụ nữ"
            tail = read_tail(tokens, end, commune)
            if not boundary(tokens, tail.end):
                break
            more.append(Item(j, tail.end, hit[1], tail))
            i = tail.end
    return i, more


def _roles_go_on(tokens: list[Token], i: int, commune: str | None) -> bool:
    """Whether more roles, whom they are shared with or a body are said at `i` behind a role."""
    return tokens[i].key in ("với", "cùng") or any(at(tokens, i, r) for r in ROLES_AT.get(tokens[i].key, ())) or complete(tokens, i, commune) is not None \
        or match_head(tokens, quantifier(tokens, i)) is not None or role_label(tokens, i) > i


def _named_communes(tokens: list[Token], item: Item, commune: str | None) -> list[Item]:
    """Communes listed after a plural: "UBND các xã: A, B" names two, each with the head of the plural."""
    i = item.end
    if item.entry is None or item.tail is None or not item.tail.plural or i + 1 >= len(tokens):
        return []
    if item.tail.levels[:1] == ("tỉnh",) and (provinces := provinces_of(tokens, item)):
        return provinces
    if (end := mixed_places(tokens, item, commune)) > i:
        return [Item(item.start, end)]
    if len(item.tail.levels) != 1:
        return []
    if tokens[i].key == ":":
        return rows_of_places(tokens, item, commune) or place_names(tokens, i + 1, commune, f"{item.entry.base} {item.tail.levels[0]}")
    return rows_of_places(tokens, item, commune)


def _shared_places(tokens: list[Token], item: Item, commune: str | None, body: int | None = None) -> tuple[list[Item], int]:
    """Places that share the head of "UBND thành phố A": "…, Thành phố B và tỉnh C"; the post before `body` with it."""
    more: list[Item] = []
    i = item.end
    named = (item.start if body is None else body) + 4
    if not any(level_at(tokens, k) for k in range(item.start, item.end)):
        return more, i
    while True:
        j = i
        while j < len(tokens) and tokens[j].key in SOFT:
            j += 1
        if j > i and any(t.capital for t in tokens[named : item.end]) and at(tokens, j, ("các",)) and level_at(tokens, j + 1):
            end = read_tail(tokens, j, commune, collective=True).end
            more.append(Item(j, end, prefix=render(tokens[item.start : named])))
            i = end
            continue
        hit = level_at(tokens, j) if j > i else None
        end = place_name(tokens, hit[0], commune) if hit else j
        if hit is None and j > i and (own := same_level(tokens, item, named, j)):
            more.append(Item(j, own[0], prefix=f"{render(tokens[item.start : named])} {own[1]}"))
            i = own[0]
            continue
        if hit is None or end == hit[0]:
            return more, i
        more.append(Item(j, end, prefix=render(tokens[item.start : named])))
        i = end


def unknown_end(tokens: list[Token], i: int, known: Item | None, commune: str | None, depth: int = 0) -> int:
    """Where wording that the catalogue lacks ends: at a hard separator, or where the next unit begins."""
    n = len(tokens)
    j = known.end if known is not None else i
    head = match_head(tokens, quantifier(tokens, i))
    if known is None and head is None and (field := bare_field(tokens, i, commune)) > i:
        return field
    if known is None and head:
        j = head[0]
        if head[1].kind == "person" and tokens[j - 1].key == "các" and (row := departments_end(tokens, j)) > j:
            return row
        if head[1].kind in ("office", "person") and j - i > 1 and j < n and tokens[j].key == "," and (head[1].strong or (
                (beside_it := match_head(tokens, j + 1)) is not None and head[1].takes_unit and (head[1].kind, head[1].level) == (beside_it[1].kind, beside_it[1].level) == ("person", "external") and boundary(tokens, beside_it[0]))):
            return j  # "Văn phòng, Kế toán", "Phó Hiệu trưởng, Kế toán", "Kế toán, thủ quỹ"
        if head[1].takes_unit:
            if head[1].kind == "office" and (noun := noun_at(tokens, j)) is not None and boundary(tokens, j + len(noun)):
                return j + len(noun)  # "Văn phòng Sở |, các phòng chuyên môn"
            own = j + at(tokens, j, ("các",))
            if own + 2 < n and tokens[own].key in ("sở", "bộ") and (tokens[own].capital or own > j) and tokens[own + 1].key in (",", "và") and tokens[own + 2].key == "các":
                return own + 1  # "Chánh Văn phòng Bộ | và các đơn vị liên quan", "Giám đốc Sở |, các phòng chuyên môn"
            office = match_unit(tokens, j - 2) if tokens[j - 2].key == "văn" and j - 2 > i else None
            if office is not None and office[0] > j + 2:
                return read_tail(tokens, office[0], commune).end  # "Chánh Văn phòng Đoàn đại biểu Quốc hội, HĐND và UBND tỉnh"
            inner = complete(tokens, j, commune)
            if inner is not None and item_end_known(tokens, inner) and not _name_goes_on(tokens, inner, commune):
                return inner.end
            if depth < 4 and j > i and starts_unit(tokens, j, commune):
                return unknown_end(tokens, j, inner, commune, depth + 1)
        plural = quantifier(tokens, j)
        group = collective(tokens, j, commune) if plural > j else None
        j = group.end if group else plural
    bare = head is not None and known is None and j < n and boundary(tokens, j) and head[1].kind == "enterprise" and head[1].length > 1
    brand = j == i + 1 and known is not None and known.entry is not None and known.entry.kind == "enterprise"
    j = max(j, i + 1)
    while j < n:
        token = tokens[j]
        if token.key in HARD or (token.key.isdigit() and boundary(tokens, j)) or (token.key == "." and j + 1 < n and tokens[j + 1].gap) or token.key in (":", "(", ")"):
            return j
        if token.key in SOFT:
            k = j
            while k < n and tokens[k].key in SOFT:
                k += 1
            if k >= n or (summed(tokens, j) and tokens[quantifier(tokens, i)].key not in OF_SUBJECTS):
                return j
            if token.key == "," and ((tokens[k].key.isdigit() and match_head(tokens, k + 1)) or (at(tokens, k, ("lực", "lượng")) and not boundary(tokens, k + 2))):
                return j  # "Phòng Đào tạo, 03 khoa", "Đội dân phòng, lực lượng bảo vệ an ninh"
            if (token.key == "," and known is None and (head is None or (head[0] == j and head[1].length > 3)) and bare_names(tokens, i, j, k)) or same_head(tokens, i, k) or (j == i + 1 and _acronym_at(tokens, i) and _acronym_at(tokens, k)):
                return j
            if (bare and tokens[k].key in _FIRMS) or own_branch(tokens, j) or (token.key == "-" and token.gap and body_of(tokens, i, k)):
                bare = False
            elif token.key in ("và", "&", ",") and tokens[i].key == "ban" and more_zones(tokens, i, k):
                pass  # "Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp"
            elif village_row(tokens, j, k) or committees_row(tokens, j, k) or (token.key in ("và", "&", "-") and field_name(tokens, i, k)) or (token.key == "-" and at(tokens, k, ("cán", "bộ")) and any(t.key in FIELDED for t in tokens[i : i + 3])):
                pass  # "Cục Tin học và Thống kê tài chính", "Phòng Tổ chức - Cán bộ"
            elif _plain_start(tokens, j, k, commune) or (tokens[i].key == "ủy" and at(tokens, k, ("các",)) and level_at(tokens, k + 1)) or (starts_unit(tokens, k, commune) and not (token.key == "-" and not token.gap and not tokens[k].gap)):
                return j
            j = k
            continue
        if token.key in ROLES_BEGIN and j > i + (token.key != "cùng") and (role_ends(tokens, j) or beside(tokens, j)):
            return j
        if token.capital and not token.text.isupper() and j > i + 1 and level_before(tokens, j, i) and not _place_follows(tokens, j, commune) and (
            match_unit(tokens, j) or match_head(tokens, j)
        ):
            return j
        if brand and token.capital and (hit := match_unit(tokens, j)) is not None and (hit[0] - j > 1 or j == i + 1) and hit[1].kind in _BESIDE_BRANDS:
            return j
        j = _inner_name(tokens, j, i)
    return n


def _inner_name(tokens: list[Token], j: int, i: int) -> int:
    """Behind the token `j` of a name, or behind the catalogue name that begins there: the "và" of "Công chức | Văn phòng HĐND và UBND"
    parts nothing."""
    if j > i and tokens[j].capital and tokens[j].key in _HEADS_INSIDE and (hit := match_unit(tokens, j)) is not None and hit[0] - j > 3:
        return hit[0]
    if j > i and tokens[j].key == "các" and (village := village_at(tokens, j + 1)) > j + 1:
        return villages_end(tokens, village)  # "Đội dân phòng | các ấp, khu phố": whose it is
    return j + 1


_HEADS_INSIDE = frozenset({"văn", "phòng", "sở", "bộ", "trung", "ban"})
_BESIDE_BRANDS = frozenset({"office", "party", "authority", "organisation", "enterprise"})  # "VNPT | Công an xã": lines of a cell
_FIRMS = frozenset({"doanh", "tổng", "công"})  # "Tập đoàn, | doanh nghiệp công nghệ số": the closing words are of both


def _plain_start(tokens: list[Token], j: int, k: int, commune: str | None) -> bool:
    """Whether the piece at `k` behind the separator `j` opens a unit that has no head of its own: "…, EVN", "…, Đơn vị vận hành",
    "…, đ/c Hà", "…, Xã Tân An"."""
    if rulers(tokens, k) or (at(tokens, k, ("lãnh", "đạo")) and (match_unit(tokens, k + 2) or match_head(tokens, k + 2))):
        return True
    if tokens[j].key == "," and ((len(tokens[k].text) > 2 and (_acronym_at(tokens, k) or police_code(tokens[k]))) or counted_villages(tokens, k) > k):
        return True
    if not tokens[k].capital:
        return at(tokens, k, ("đ", "/", "c")) or (tokens[k].key in ("thầy", "cô") and k + 1 < len(tokens) and tokens[k + 1].capital)
    if people_begin(tokens, k) or at(tokens, k, ("cơ", "quan")) or at(tokens, k, ("đơn", "vị")) or at(tokens, k, ("đ", "/", "c")):
        return True
    level = level_at(tokens, k)
    return level is not None and level[1] in COMMUNE_LEVELS and place_name(tokens, level[0], commune) > level[0]


def _acronym_at(tokens: list[Token], i: int) -> bool:
    """One word in capitals that is no syllable and a whole piece of the list: "EVN, PVN, TKV"."""
    return tokens[i].text.isupper() and acronym(tokens[i].text) and boundary(tokens, i + 1)


def _place_follows(tokens: list[Token], j: int, commune: str | None) -> bool:
    village = tokens[j - 1].key in VILLAGE_STARTS and boundary(tokens, j + 2) and j + 1 < len(tokens) and tokens[j + 1].capital
    return place_name(tokens, j, commune) > j or (village and ((hit := match_unit(tokens, j)) is None or hit[0] < j + 2))  # "thôn | Trường Thanh"
