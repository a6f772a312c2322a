"""The units that headings of "Tổ chức thực hiện" name, and the people of one office."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from normalizers.text import fold
from normalizers.unit_boards import TIERS, tiered_bodies
from normalizers.unit_common_bodies import common_wording
from normalizers.unit_courtesy import COURTESY_FIRST, named_person
from normalizers.unit_dashes import combats
from normalizers.unit_grammar import Item, complete, noun_at, quantifier, starts_unit
from normalizers.unit_lists import cut
from normalizers.unit_notes import FIELD, without_notes
from normalizers.unit_partners import partners
from normalizers.unit_places import provinces
from normalizers.unit_rows import DUTY_AT, opens_name, units_of
from normalizers.unit_schools import one_row_of_schools
from normalizers.unit_tails import COMMUNE_LEVELS, at, by_first_word, first_at, place_name, read_tail
from normalizers.unit_tokens import SOFT, Token, skip_marker, tokenize
from normalizers.unit_verbs import is_verb
from normalizers.unit_vocab import match_head, match_unit
from normalizers.values import Unit

_IN_NAMES = frozenset({"“", "quyền", "kiểm", "nữ"})  # rows read as in a sentence: "Ban Vận động Quỹ “…”", "Cấp ủy, chính quyền các xã", "Ban Tổ chức - Kiểm tra Hội …"
_NO_PERSON = frozenset({"động", "công"})  # "động viên", "công viên" are no people
_MEMBERS = frozenset({"đảng", "đoàn", "hội", "đội", "học", "sinh", "giáo", "nhân", "thành", "ủy", "động", "công"})  # "kết nạp | đảng viên" is an act
_HOUSEHOLDS = frozenset({"gia", "dân", "nông", "chăn", "nuôi", "trồng", "kinh", "sản", "buôn"})  # first words of what kind of households
_HEADING_PREFIXES = tuple(
    tuple(w.split())
    for w in ("đề nghị", "kính đề nghị", "mời", "kính mời", "trân trọng mời", "trân trọng đề nghị", "yêu cầu", "giao trách nhiệm cho", "giao nhiệm vụ cho", "giao cho", "giao", "phân công nhiệm vụ cho", "phân công trách nhiệm cho", "phân công cho", "phân công", "phân nhiệm cho", "phân giao cho", "chỉ đạo", "đối với", "trách nhiệm của",
              "nhiệm vụ của", "trách nhiệm", "về phía")
)
# "Nhóm nhiệm vụ thứ nhất: …", "Nhóm giải pháp về …", "Nhóm tiện ích phát triển công dân số" group acts
_TOPICS = frozenset({"nhiệm", "giải", "chỉ", "nội", "mục", "vấn", "tiện", "dịch", "thủ", "tiêu", "hoạt", "lĩnh", "biện", "dữ", "ứng"})
_HEADING_PREFIXES_AT = by_first_word(_HEADING_PREFIXES, lambda words: words)
# What a unit is in the work of the plan, not a unit beside it: "X (cơ quan Thường trực Ban Chỉ đạo)", "X - Cơ quan thường trực".
_PART = r"(?:cơ quan|đơn vị|bộ phận) (?:thường trực|đầu mối|giúp việc)(?!\w)[^():;,]*"
_BESIDE = re.compile(rf"(?:,|\s[-–—])\s+(?:là )?(?P<part>{_PART}?)(?=\s*:?\s*$)", re.IGNORECASE)
# "- Cơ quan thường trực: chịu trách nhiệm …" among the duties of a body: its part, no body; one may be named behind the colon.
_PART_ALONE = re.compile(r"(?:[\dIVXa-z]+(?:\.\d+)*[.)]|[-+])?\s*(?:Cơ quan|Đơn vị|Bộ phận) (?:thường trực|đầu mối|giúp việc)\s*(?::\s*|$)")
_WHO_STAND, _HOW_THEY_STAND = (("cơ", "quan"), ("đơn", "vị"), ("bộ", "phận")), (("thường", "trực"), ("đầu", "mối"), ("giúp", "việc"))
_STANDING_WORDS = 4
_NOTED = re.compile(r"\((?:là )?(?P<part>(?:(?:cơ quan|đơn vị|bộ phận) )?(?:thường trực|đầu mối|giúp việc)(?!\w)[^()]*)\)", re.IGNORECASE)
_PART_FIRST = re.compile(rf"(?P<marker>(?:[\dIVXa-z]+(?:\.\d+)*[.)]|[-+])?\s*)(?:{_PART}?)\s*\((?:là )?(?P<unit>[^()]+)\)\s*:?\s*$", re.IGNORECASE)


# "3. Ban Thường vụ Đảng ủy yêu cầu:" charges nobody, "UBND xã đề nghị Công an xã:" the one behind the verb.
_ORDERS = re.compile(r"(?:[\dIVXa-z]+(?:\.\d+)*[.)]|[-+])?\s*(?:Ban Thường vụ|Thường trực|Đảng ủy|Đảng uỷ|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Chủ tịch)(?!\w)[^:;.,()]{0,50}? (?:yêu cầu|đề nghị|giao)(?!\w)\s*(?P<charged>[^:]*?)\s*:?\s*$")
_TRADES = frozenset({("sản", "xuất"), ("kinh", "doanh"), ("chăn", "nuôi"), ("buôn", "bán"), ("chế", "biến"), ("nuôi", "trồng")})  # what such households live by
# Posts of which a school or office has one or few, and the services that its other staff is named after.
_STAFF = frozenset(tuple(w.split()) for w in ("kế toán", "văn thư", "thủ quỹ", "giáo vụ", "cấp dưỡng", "bảo mẫu", "lao công", "tạp vụ"))
_SERVED_BY = frozenset(tuple(w.split()) for w in ("y tế", "bảo vệ", "thư viện", "thiết bị", "thí nghiệm", "phục vụ", "nhà bếp"))
_STAFF_FIRST = frozenset(words[0] for words in _STAFF)
# People of all bodies together, who are one unit: "Cán bộ, công chức, viên chức và người lao động".
_EVERYBODY = by_first_word([tuple(w.split()) for w in ("toàn thể", "đội ngũ", "các", "cán bộ", "công chức", "viên chức", "người lao động", "người hoạt động không chuyên trách", "giáo viên", "nhân viên", "đảng viên",
                                                       "đoàn viên", "hội viên", "chiến sĩ", "học sinh", "sinh viên", "phụ huynh", "cha mẹ học sinh")], lambda words: words)


def heading_units(heading: str, commune: str | None = None) -> list[Unit]:
    """The units that a heading of "Tổ chức thực hiện" names; [] where it names an act or a topic."""
    return list(_units_said(heading, commune))


@lru_cache(maxsize=1024)  # a heading is asked for each item below it, and for each heading beside it
def _units_said(heading: str, commune: str | None) -> tuple[Unit, ...]:
    if heading.startswith("Lực lượng tại chỗ"):
        return ()  # the first of "bốn tại chỗ", beside "Phương tiện tại chỗ: …"
    if ("thường trực" in heading or "đầu mối" in heading or "giúp việc" in heading) and (part := _PART_ALONE.match(heading)):
        return _heading_units(heading[part.end() :], commune) if part.end() < len(heading) else ()
    if named := _PART_FIRST.match(heading):  # "1. Cơ quan Thường trực Ban Chỉ đạo (Phòng X)"
        inside = _heading_units(named["unit"], commune)
        if inside and all(u.known for u in inside):
            return inside
    if ("yêu cầu" in heading or "đề nghị" in heading or " giao " in heading) and (order := _ORDERS.match(heading)):
        return _heading_units(order["charged"], commune) if order["charged"] else ()
    if beside := _BESIDE.search(heading):
        found = _heading_units(heading[: beside.start()], commune)
        if found:
            return found
    return _heading_units(heading, commune)


def called_by_its_part(heading: str, wording: str) -> bool:
    """Whether a sentence's subject is the heading's own unit, called by its part in the plan: "Thường trực Ban Chỉ đạo chịu
    trách nhiệm …" below "1. Phòng X (cơ quan Thường trực Ban Chỉ đạo)"."""
    part = _NOTED.search(heading) or _BESIDE.search(heading)
    if part is None:
        return False
    said, own = (re.sub(r"^(?:cơ quan|đơn vị|bộ phận) ", "", fold(t).strip(" .:")) for t in (wording, part["part"]))
    return own == said or own.startswith(said + " ")


def _heading_units(heading: str, commune: str | None) -> tuple[Unit, ...]:
    tokens = tokenize(heading)
    i = skip_marker(tokens, 0)
    if i < len(tokens) and tokens[i].text.isupper() and len(tokens[i].key) <= 4 and tokens[i].key not in COURTESY_FIRST and i + 1 < len(tokens) and tokens[i + 1].key in (".", ")"):
        i = skip_marker(tokens, i + 1)  # roman numbers
    if i + 1 < len(tokens) and tokens[i].key == "nhóm" and tokens[i + 1].key in _TOPICS:
        return ()
    prefix = first_at(tokens, i, _HEADING_PREFIXES_AT) or ()
    i += len(prefix)
    body = tokens[i:]
    colons = [k for k, t in enumerate(body) if t[1] == ":"]  # [1]: the key
    colon = next((k for k in colons if k and k + 1 < len(body) and quantifier(body, 0) + 1 < k), None)
    stop = colon if colon is not None else colons[-1] if colons and colons[-1] + 1 == len(body) else None
    body = without_notes(body[:stop] if stop is not None else body)
    for k in range(1, len(body)):
        if body[k][1] in DUTY_AT and first_at(body, k, DUTY_AT) and not at(body, k, ("trực", "tiếp", "cơ", "sở")) and not _council(body, k):
            body = body[:k]
            break
    while body and (not body[-1].word or body[-1].key in SOFT):
        body = body[:-1]
    if body and ((prefix == ("đối", "với") and _is_place(body, commune)) or (body[0].key == "các" and provinces(body, 0) == len(body))):
        return tuple(units_of(body, [Item(0, len(body))], heading, commune))
    tiered = len(body) > 2 and body[1].key in TIERS and tiered_bodies(body, 0) > 0  # "Các xã, phường đoàn, đoàn trực thuộc"
    if (tiered or not _IN_NAMES.isdisjoint([t[1] for t in body])) and (named := partners(body, 0, commune)) and named[-1].end == len(body):
        return tuple(units_of(body, named, heading, commune))
    if staff := _staff(body) or (_everybody(body, commune) if prefix != ("đối", "với") else []):
        return tuple(units_of(body, staff, heading, commune))
    if prefix[-1:] == ("của",) and _standing(body):
        return tuple(units_of(body, [Item(0, len(body))], heading, commune))  # "Trách nhiệm của bộ phận thường trực"
    if not body or not (starts_unit(body, 0, commune) or _households(body, Item(0, len(body))) or body[0].key.isdigit() or (body[0].key in COURTESY_FIRST and body[0].capital) or (body[0].capital and _person_wording(body, Item(0, min(len(body), 3))))):
        return ()
    found = _items_of(body, commune) or (_items_of(row, commune) if (row := one_row_of_schools(body)) is not body else [])
    if not found and (head := match_head(body, 0)) is not None and head[1].strong and (named := partners(body, 0, commune)) and named[-1].end == len(body):
        found = named  # "Giám đốc Phòng giao dịch Ngân hàng Chính sách xã hội": read as in a sentence
    return tuple(units_of(body, found, heading, commune))


def _standing(body: list[Token]) -> bool:
    """Whether `body` is a part in the plan's work that no body is named for: "bộ phận thường trực", "cơ quan giúp việc"."""
    return len(body) == _STANDING_WORDS and any(at(body, 0, who) for who in _WHO_STAND) and any(at(body, 2, how) for how in _HOW_THEY_STAND)


def _staff(body: list[Token]) -> list[Item]:
    """The single posts of a school or office that are the whole of `body`, one unit each: "Kế toán, văn thư"; "Nhân viên thư viện, thiết bị"
    is one; [] elsewhere."""
    served = at(body, 0, ("nhân", "viên"))
    if not body or not (served or body[0].key in _STAFF_FIRST):
        return []
    marks = [k for k, token in enumerate(body) if token.key in SOFT]
    edges = [1 if served else -1, *marks, len(body)]
    pieces = [(a + 1, b) for a, b in pairwise(edges)]
    known = _STAFF | _SERVED_BY if served else _STAFF
    if (served and not marks) or not all(tuple(token.key for token in body[a:b]) in known for a, b in pieces):
        return []
    return [Item(0, len(body))] if served else [Item(a, b) for a, b in pieces]


def _everybody(body: list[Token], commune: str | None) -> list[Item]:
    """People of all bodies together that are the whole of `body`, one unit: "Cán bộ, công chức và người lao động"; [] elsewhere."""
    i = groups = 0
    while i < len(body) and (words := first_at(body, i, _EVERYBODY)):
        groups += words not in (("toàn", "thể"), ("đội", "ngũ"), ("các",))
        i += len(words)
        i += i + 1 < len(body) and body[i].key in SOFT
    return [Item(0, len(body))] if groups > 1 and read_tail(body, i, commune).end == len(body) else []


def _households(tokens: list[Token], item: Item) -> bool:
    """Whether an unknown heading item is households of one kind: "Các hộ | chăn nuôi", no "Hộ tịch"."""
    first = quantifier(tokens, item.start)
    words = [t.key for t in tokens[first : item.end]]
    if len(words) < 2 or words[0] != "hộ" or words[1] not in _HOUSEHOLDS:
        return False
    longest = 15 if any(_trade(tokens, k) for k in range(first + 2, item.end)) else 8
    return len(words) < longest and "được" not in words and "bị" not in words and not any(is_verb(tokens, k) and not _trade(tokens, k) for k in range(first + 3, item.end))


def _trade(tokens: list[Token], k: int) -> bool:
    """Whether what people live by stands at `k`, right behind them or another trade: "cá nhân | sản xuất, | kinh doanh"."""
    pair = tuple(t.key for t in tokens[k : k + 2])
    return pair in _TRADES and (tokens[k - 1].word or (k > 2 and tuple(t.key for t in tokens[k - 3 : k - 1]) in _TRADES))


def _council(tokens: list[Token], k: int) -> bool:
    """Whether "phối hợp" at `k` is what a body is named after: "Hội đồng | phối hợp phổ biến, giáo dục pháp luật"."""
    return tokens[k].key == "phối" and k > 1 and at(tokens, k - 2, ("hội", "đồng"))


def _items_of(body: list[Token], commune: str | None) -> list[Item]:
    """The units whose row is the whole of `body`; [] where one of them is none."""
    items = [one for item in cut(body, commune) for one in _single_people(body, item)]
    for item in items:
        if item.entry is None and not item.prefix and not _unit_wording(body, item) and not _households(body, item) and not _person_wording(body, item) and not named_person(body[item.start : item.end]) and not common_wording(body, item.start, item.end):
            return []
    return items


def _is_place(body: list[Token], commune: str | None) -> bool:
    """Whether what a heading is "for" is one upper place or the provinces: "Đối với tỉnh X", "Đối với các tỉnh, thành phố"."""
    if at(body, 0, ("thủ", "đô")):
        return place_name(body, 2, commune) == len(body) > 2
    tail = read_tail(body, 0, commune, collective=True)
    if tail.end < len(body) or not tail.levels or tail.linked or any(level in COMMUNE_LEVELS for level in tail.levels):
        return False
    return bool(tail.names) or tail.plural


def _unit_wording(tokens: list[Token], item: Item) -> bool:
    """An unknown heading item is a unit when a head opens it and no verb stands in it."""
    q = quantifier(tokens, item.start)
    head = match_head(tokens, q)
    end = _field(tokens, item)
    if head is None and q > item.start and noun_at(tokens, q) is not None and at(tokens, item.end - 2, ("trực", "thuộc")):
        return True  # "Các đơn vị trực thuộc"
    if head is None or not (head[1].strong or tokens[q].capital or q > item.start) or end - item.start > 16:
        return False
    nxt = head[0]
    if (known := match_unit(tokens, q)) is not None and nxt < known[0] < item.end and tokens[known[0]].key in ("-", "–"):
        nxt = known[0] + 1  # "Phòng Kế hoạch tổng hợp - | Quản lý chất lượng"
    if nxt < item.end and not tokens[nxt].word and not combats(tokens, nxt):
        return False
    if nxt >= item.end and not head[1].strong:
        return False
    return not any(is_verb(tokens, k) and not tokens[k].capital for k in range(nxt, end) if not _noun_act(tokens, k, nxt))


def _field(tokens: list[Token], item: Item) -> int:
    """Where the field of a post begins ("Cán bộ | phụ trách lĩnh vực giám sát"), else the item's end."""
    return next((k for k in range(item.start, item.end) if tokens[k].key[0] == FIELD), item.end)


def _single_people(tokens: list[Token], item: Item) -> list[Item]:
    """"Điều tra viên, Kiểm sát viên" are two."""
    marks = [k for k in range(item.start + 1, item.end - 1) if tokens[k].key in SOFT and tokens[k - 1].key == "viên"]
    if item.entry is not None or item.prefix or not marks:
        return [item]
    edges = [item.start - 1, *marks, item.end]
    pieces = [Item(a + 1, b) for a, b in pairwise(edges)]
    return pieces if all(_person_wording(tokens, piece) for piece in pieces) else [item]


def _person_wording(tokens: list[Token], item: Item) -> bool:
    """An unknown heading item is people of one office: "Điều tra viên", "Các hướng dẫn viên", "Hội viên"; no verb follows."""
    words = tokens[quantifier(tokens, item.start) : _field(tokens, item)]
    at_end = next((k for k, t in enumerate(words[:3]) if t.key == "viên"), 0)
    if at_end == 1 and words[0].key == "chuyên" and (body := complete(words, 2, None)) is not None and body.end == len(words):
        return True  # "Chuyên viên | Cơ quan Ủy ban Mặt trận Tổ quốc xã"
    if not at_end or len(words) > 8 or words[0].key in _NO_PERSON or (at_end == 2 and words[1].key in _MEMBERS):
        return False
    return not any(is_verb(words, k) for k in range(at_end + 1, len(words)))


def _noun_act(tokens: list[Token], k: int, name_start: int) -> bool:
    """Verbs that stand in names: "Trung tâm Giám sát", "Ban Quản lý dự án", "doanh nghiệp cung cấp dịch vụ"."""
    if opens_name(tokens, k) or ((before := match_head(tokens, max(0, k - 1))) is not None and before[0] == k):
        return True  # "các chi hội", "tổ điều tra"
    if tokens[k].key == "tham" and quantifier(tokens, 0) and k > name_start + 1 and at(tokens, k, ("tham", "gia")):
        return True  # "Các hợp tác xã, cơ sở sản xuất | tham gia Chương trình": which of them
    if any(_council(tokens, j) for j in range(name_start, k + 1)) or (k <= name_start + 4 and at(tokens, name_start, ("quản", "lý"))):
        return True  # "Phòng Quản lý | xây dựng công trình"
    return k == name_start or (tokens[k].key == "hàng" and tokens[k - 1].key == "nhà") or tokens[k].key in ("quản", "đào", "phát", "cung", "dự", "đầu", "truyền", "hỗ", "đăng", "giám", "đóng", "thống", "kiểm", "phòng", "bảo", "thu")
