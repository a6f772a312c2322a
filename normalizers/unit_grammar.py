"""The list grammar of owner cells: where one unit ends and the next begins, and which catalogue unit each is."""

from __future__ import annotations

from dataclasses import replace

from normalizers.frozen import frozen
from normalizers.unit_boards import board_end, board_of_its_own, tiered_bodies
from normalizers.unit_borders import boundary as boundary
from normalizers.unit_borders import department, had_by_each
from normalizers.unit_seats import led, members_end, union_offices_end
from normalizers.unit_tails import COMMUNE_LEVELS, Tail, at, by_first_word, level_at, read_tail
from normalizers.unit_tokens import HARD, SOFT, Token
from normalizers.unit_verbs import duty_verb, is_verb
from normalizers.unit_villages import (
    VILLAGE_ENDS,
    counted_bodies,
    counted_villages,
    settlements,
    their_villages,
    village_at,
    village_body,
    villages_end,
)
from normalizers.unit_vocab import Entry, match_head, match_unit, vocabulary

QUANTIFIERS = frozenset({"các", "một", "những", "mọi", "tất", "toàn", "từng"})
_QUANT_PHRASES = (("tất", "cả", "các"), ("toàn", "thể", "các"), ("toàn", "bộ", "các"), ("một", "số"), ("các",), ("những",), ("mọi",), ("từng",))
_QUANT_PHRASES_AT = by_first_word(_QUANT_PHRASES, lambda words: words)
_NOUNS = tuple(
    tuple(n.split())
    for n in ("cơ quan ngang bộ", "cơ quan thuộc chính phủ", "cơ quan", "đơn vị sự nghiệp công lập", "đơn vị sự nghiệp công", "đơn vị sự nghiệp", "đơn vị", "bộ phận", "ban ngành đoàn thể", "ngành đoàn thể", "ban ngành", "bộ ngành", "sở ngành", "phòng ban",
              "sở", "bộ", "tổng cục", "cục", "vụ", "viện", "ban", "ngành", "phòng", "đoàn thể", "địa phương", "tổ chức", "cá nhân", "hội", "cấp", "lĩnh vực", "tập thể", "ubnd")
)
_BY_FIRST = {first: tuple(n for n in _NOUNS if n[0] == first) for first in dict.fromkeys(n[0] for n in _NOUNS)}
_SERVING = frozenset({("vị", "sự", "nghiệp"), ("vị", "sự", "nghiệp", "công"), ("vị", "sự", "nghiệp", "công", "lập")})  # beside "các phòng chuyên môn" a group of its own
_MEMBERS = frozenset({("cá", "nhân"), ("tổ", "chức"), ("đơn", "vị"), ("địa", "phương")})  # what may stand behind "doanh nghiệp" in such a list
_BELONGING = frozenset({"thuộc", "trực", "trên", "của", "có", "liên"})
_ALONE = frozenset({"cơ quan", "đơn vị", "ngành", "ban ngành", "bộ ngành", "sở ngành", "phòng ban"})  # nouns that need no "các"
_SPECIFIC = frozenset(["báo", "y", "giáo", "quân", "quốc", "thông", "tư", "thi", "cung", "viễn", "sự", "đảng", "truyền", "tổ", "chính", "thuế", "kiểm", "công", "bảo", "thanh", "hành", "đào", "thường", "chủ", "hội", "khoa", "lưu", "quản", "đăng", "tiếp", "soạn", "điều", "trung", "giao"])
_NAMING_VERBS = frozenset({"cung", "quản", "đào", "truyền", "đăng", "hành"})  # "các đơn vị cung cấp dịch vụ": verbs that rather name a kind of body
ROLE_WORDS = tuple(
    tuple(w.split())
    for w in ("chủ trì thực hiện", "chủ trì tham mưu", "chủ trì", "phối hợp triển khai thực hiện", "phối hợp triển khai", "phối hợp tổ chức thực hiện", "phối hợp thực hiện", "phối hợp chặt chẽ", "phối hợp", "cùng phối hợp thực hiện", "cùng phối hợp", "cùng thực hiện", "cùng tham gia", "chủ động phối hợp", "tích cực phối hợp", "thường xuyên phối hợp", "triển khai thực hiện", "chuẩn bị", "thực hiện", "tham mưu", "làm đầu mối", "đầu mối", "phụ trách",
              "theo dõi", "tổng hợp", "chịu trách nhiệm", "có trách nhiệm", "cho ý kiến")
)
ROLES_AT = by_first_word(ROLE_WORDS, lambda words: words)
_LEADERS = frozenset({"Thủ trưởng", "Người đứng đầu", "Lãnh đạo", "Lãnh đạo các", "Trưởng các", "Trưởng"})
BAN_CHI_DAO, DANG_UY, UNIVERSITIES, FRONT, MTTQ = "ban-chi-dao", "dang-uy", "cac-truong-dai-hoc", "mat-tran-to-quoc-viet-nam", "mttq"
CO_QUAN, PHONG, THU_TRUONG, DIA_PHUONG = "cac-co-quan-don-vi", "cac-phong-chuyen-mon", "thu-truong", "cac-dia-phuong"
_SEATS = (("nhà", "trường"), ("trường",), ("cơ", "quan"), ("bệnh", "viện"))  # where a union sits: "Công đoàn | cơ quan"
_SEATED = frozenset({"office", "authority", "party", "person"})  # bodies and posts that every place has
_ANY_PLACES = (("địa", "phương"), ("đơn", "vị", ",", "địa", "phương"))
_COMMITTEES = frozenset({"tỉnh", "thành", "huyện", "thị", "quận"})  # "Ban Tuyên giáo | Huyện ủy"
_SEATED_COMMITTEES = frozenset({DANG_UY, "dang-doan", "chi-uy"})  # "Đảng đoàn | Quốc hội", "Chi ủy | Quân sự"
# Bodies above the commune whose own party committee is printed as one name: "Đảng ủy Sở Y tế", "Đảng ủy HĐND thành phố".
_WITH_COMMITTEE = frozenset({"liên", "chính", "mặt", "sở", "hội", "ủy", "công", "quân", "bộ", "cục", "khối", "bệnh", "đại", "học", "viện", "tòa", "trường", "tổng", "tập", "ngân"})


@frozen
class Group:
    """Collective wording `[start, end)`: its nouns, and the catalogue unit it stands for."""

    end: int
    unit_id: str


def noun_at(tokens: list[Token], i: int) -> tuple[str, ...] | None:
    """The generic noun at `i` ("cơ quan", "đơn vị", "sở"), longest first, or None."""
    if i >= len(tokens):
        return None
    for noun in _BY_FIRST.get(tokens[i].key, ()):
        if len(noun) == 1 or at(tokens, i, noun):
            return noun
    return None


def collective_wordings() -> list[str]:
    """Pieces of collective wording of two words or more ("các đơn vị", "đơn vị liên quan", "trên địa bàn"), sorted."""
    nouns, tails = [" ".join(n) for n in _NOUNS], ["liên quan", "có liên quan", "trên địa bàn", "chuyên môn", "trực thuộc"]
    out = {f"các {n}" for n in nouns} | {f"{n} {t}" for n in nouns for t in tails} | {f"các {n} {t}" for n in nouns for t in tails}
    return sorted({w for w in (*out, *nouns, *tails) if " " in w})


def quantifier(tokens: list[Token], i: int) -> int:
    """End of a quantifier at `i` (`i` if none)."""
    if i >= len(tokens) or tokens[i].key not in QUANTIFIERS:
        return i
    for words in _QUANT_PHRASES_AT.get(tokens[i].key, ()):
        if at(tokens, i, words):
            return i + len(words)
    return i


def collective(tokens: list[Token], i: int, commune: str | None, prose: bool = False) -> Group | None:
    """Collective wording at `i`: "các sở, ban, ngành có liên quan", "cơ quan, đơn vị, địa phương". None where the last
    noun carries a specification of its own ("các cơ quan báo chí") and no other noun stands before it."""
    j = quantifier(tokens, i)
    if noun_at(tokens, j) is None and (j == i or not department(tokens, j)):
        return None
    quantified = j > i
    nouns: list[str] = []
    best: Group | None = None
    levels: tuple[str, ...] = ()
    professional = False
    while j < len(tokens) and len(nouns) < 24:
        noun = noun_at(tokens, j)
        if noun is None and nouns and at(tokens, j, ("doanh", "nghiệp")) and noun_at(tokens, j + 2 + (j + 2 < len(tokens) and tokens[j + 2].key in SOFT)) in _MEMBERS:
            noun = ("doanh", "nghiệp")  # "cơ quan, đơn vị, doanh nghiệp, cá nhân có liên quan"
        if noun is None and nouns and (at(tokens, j, ("trung", "tâm")) or at(tokens, j, ("chi", "cục"))) and (boundary(tokens, j + 2) or tokens[j + 2].key in _BELONGING or is_verb(tokens, j + 2) or (tokens[j + 2].key in ("xã", "phường", "tỉnh") and boundary(tokens, j + 3))):
            noun = (tokens[j].key, tokens[j + 1].key)  # "các phòng, ban, trung tâm (thuộc UBND) xã", "các phòng, chi cục thuộc Sở"
        if (noun is None or noun == ("bộ",)) and (part := department(tokens, j)) and (nouns or (quantified and _more_nouns(tokens, j + len(part)))):
            noun = part  # "các phòng, trung tâm, khoa chuyên môn", "các khoa, bộ môn"
        if noun is None or (professional and best is not None and best.unit_id == PHONG and noun[1:] in _SERVING):
            break
        end = j + len(noun)
        if noun == ("ban",) and not nouns and end < len(tokens) and not boundary(tokens, end) and (longer := match_head(tokens, j)) and longer[1].strong and longer[0] > end:
            break  # "các | ban cán sự đảng", "các | ban chỉ đạo": a kind of body of its own
        if at(tokens, end, ("nghiệp", "vụ")) and noun in (("đơn", "vị"), ("cơ", "quan")):
            end += 2  # "các đơn vị nghiệp vụ"
        if end < len(tokens) and (tokens[end].key == "trưởng" or (noun == ("viện",) and not nouns and tokens[end].key in SOFT and at(tokens, end + 1, ("trường",)))):
            break  # "Chánh Văn phòng Bộ, Vụ trưởng Vụ Pháp chế": a post, no noun of the list; "các viện, trường": institutes
        if noun == ("hội",) and tokens[end : end + 1] and not boundary(tokens, end):
            break
        if noun in (("phòng",), ("bộ",), ("sở",), ("ban",), ("hội",), ("cục",), ("vụ",), ("viện",)) and tokens[j].capital and end < len(tokens) and tokens[end].capital and not tokens[end].text.isupper():
            break
        if not nouns and at(tokens, end, ("của", "đảng")) and noun == ("cơ", "quan") and not prose:
            break  # "các cơ quan của Đảng" are not any agencies
        if noun == ("cơ", "quan") and at(tokens, end, ("trung", "ương")) and (own := match_unit(tokens, j)) and own[1].kind != "collective":
            break  # "cơ quan Trung ương của các đoàn thể"
        tail = read_tail(tokens, end, commune, collective=True)
        below = village_at(tokens, tail.end)  # "các cơ quan, đơn vị | thôn"
        if nouns and not prose and at(tokens, end, ("trực", "thuộc")) and boundary(tokens, end + 2):
            tail_end = end + 2  # "các phòng, đơn vị trực thuộc"
        elif _clean_end(tokens, below, prose):
            tail_end = below
        elif tail.end > end and _clean_end(tokens, end, prose):
            tail_end = end
        elif (inner := next((k for k in range(tail.end - 1, end, -1) if tokens[k].key in SOFT), 0)):
            tail_end = inner  # "các bộ, ngành trung ương | và các tỉnh lân cận"
        else:
            break
        nouns.append(" ".join(noun))
        professional = professional or any(at(tokens, k, ("chuyên", "môn")) for k in range(end, tail_end))
        levels += tail.levels
        unit_id = _group_id(nouns, quantified, professional, levels)
        if unit_id:
            best = Group(tail_end, unit_id)
        j = tail_end
        while j < len(tokens) and tokens[j].key in SOFT:
            j += 1
        if j == tail_end and (prose or noun_at(tokens, j) is None):
            break
        after = quantifier(tokens, j)
        quantified = quantified or after > j
        j = after
    return best


def _more_nouns(tokens: list[Token], i: int) -> bool:
    """Whether a list of generic nouns goes on behind the mark at `i`: "các khoa | , phòng", not "các khoa | , Phòng Đào tạo"."""
    noun = department(tokens, i + 1) or noun_at(tokens, i + 1) or (("trung", "tâm") if at(tokens, i + 1, ("trung", "tâm")) else ())
    return i + 1 < len(tokens) and tokens[i].key in SOFT and bool(noun) and (i + 1 + len(noun) >= len(tokens) or not tokens[i + 1 + len(noun)].capital)


def _clean_end(tokens: list[Token], i: int, prose: bool) -> bool:
    """A collective may end at `i`: a boundary, the start of a named unit, another noun, or in prose any unspecific word."""
    if i < len(tokens) and tokens[i].key == "tham" and at(tokens, i, ("tham", "mưu")) and any(at(tokens, i + k, ("giúp", "việc")) for k in (2, 3)):
        return False  # "các cơ quan tham mưu, giúp việc Tỉnh ủy"
    if boundary(tokens, i) or any(at(tokens, i, w) for w in ROLES_AT.get(tokens[i].key, ())) or noun_at(tokens, i) is not None or quantifier(tokens, i) > i or (i < len(tokens) and beside(tokens, i)):
        return True
    if prose:
        return tokens[i].key not in _SPECIFIC or (tokens[i].key not in _NAMING_VERBS and is_verb(tokens, i))
    return tokens[i].capital and (match_unit(tokens, i) is not None or match_head(tokens, i) is not None)


def _group_id(nouns: list[str], quantified: bool, professional: bool, levels: tuple[str, ...]) -> str | None:
    upper = any(level not in COMMUNE_LEVELS for level in levels)
    if set(nouns) == {"địa phương"}:
        return DIA_PHUONG
    if set(nouns) <= {"phòng", "ban", "cơ quan", "phòng ban", "đơn vị", "bộ phận"} and professional and not upper and (quantified or nouns != ["bộ phận"]):  # "Bộ phận chuyên môn" is a school's own
        return PHONG
    if len(nouns) == 1:
        if nouns[0] in ("hội", "cấp", "ubnd", "lĩnh vực", "tập thể", "đoàn thể", "khoa", "bộ môn"):
            return None
        if nouns[0] == "phòng":
            return PHONG if quantified else None
        return CO_QUAN if quantified or nouns[0] in _ALONE else None
    if set(nouns) <= {"đoàn thể", "hội", "tổ chức"}:
        return "to-chuc-ctxh"
    if nouns[0] in ("cấp", "lĩnh vực"):
        return CO_QUAN if quantified and len(nouns) > 1 else None
    return CO_QUAN


def starts_unit(tokens: list[Token], i: int, commune: str | None, prose: bool = False) -> bool:
    """Whether a new unit begins at `i`, the token after a separator."""
    if i >= len(tokens) or not tokens[i].word:
        return False
    hit = match_unit(tokens, i)
    if hit and (hit[0] - i > 1 or tokens[i].capital or hit[1].kind in ("collective", "enterprise")):
        return True
    head = match_head(tokens, i)
    if head and (head[1].strong or tokens[i].capital):
        return True
    if _office_of(tokens, i) > i:
        return True
    if collective(tokens, i, commune, prose):
        return True
    return bool(not prose and quantifier(tokens, i) > i)


@frozen
class Item:
    """A unit wording `[start, end)`: a catalogue entry with its tail, a collective, or unknown wording."""

    start: int
    end: int
    entry: Entry | None = None
    tail: Tail | None = None
    prefix: str = ""  # wording that a shared head lends to this item ("Sở" in "các Sở: Y tế, Nội vụ")


def complete(tokens: list[Token], i: int, commune: str | None, prose: bool = False) -> Item | None:
    """The item at `i` that the catalogue or the collective grammar knows, with its tail; None where neither does."""
    v = vocabulary()
    if (own := _office_of(tokens, i)) > i and (body := complete(tokens, own, commune, prose)) is not None:
        return replace(body, start=i)  # "Cơ quan | Ủy ban Mặt trận Tổ quốc Việt Nam xã" is that body
    if (tiers := max(tiered_bodies(tokens, i), had_by_each(tokens, i), union_offices_end(tokens, i))) > i:
        return Item(i, tiers)
    if named := settlements(tokens, i, prose):
        tail = read_tail(tokens, named[0], commune, collective=True)
        return Item(i, tail.end, named[1], Tail(tail.end, tail.end))
    group = collective(tokens, i, commune, prose)
    hit = match_unit(tokens, i)
    if hit and (mark := _opens_longer(tokens, i, hit[0])):
        row = tokens[:mark]  # "Các khoa, Phòng | Đào tạo": the last noun belongs to the next name
        hit, group = match_unit(row, i), collective(row, i, commune, prose)
    if hit and tokens[i].key == "trường" and hit[1].unit_id == UNIVERSITIES and hit[0] < len(tokens) and tokens[hit[0]].capital:
        return None  # "Trường Đại học Hồng Đức" is one of them, with a name of its own
    if hit and hit[1].unit_id == DANG_UY and at(tokens, hit[0], ("viên",)):
        return None  # "Đảng ủy viên" is a person
    if hit and hit[0] - i > 2 and tokens[hit[0] - 1].key == "ủy" and (reach := _longer_committee(tokens, hit[0] - 2, commune)) > hit[0]:
        return Item(i, reach)  # "Văn phòng Đảng ủy | các cơ quan Đảng tỉnh", "Ban Thường vụ Đảng ủy | UBND xã"
    leader = match_head(tokens, i)
    if leader and leader[1].text in _LEADERS:
        under = collective(led(tokens, leader[0]), leader[0], commune, prose)
        if under and under.unit_id in (CO_QUAN, PHONG):
            return Item(i, under.end, v.entries[THU_TRUONG], Tail(under.end, under.end))
    if hit is None and leader and leader[1].level == "village" and (reach := their_villages(tokens, leader[0])) > leader[0]:
        return Item(i, reach)  # "Ban nhân dân các khóm, ấp"
    if hit:
        end, entry = hit
        if prose and entry.unit_id == "lanh-dao-ubnd":
            entry = v.entries["ubnd"]  # a Party body's duty: "Lãnh đạo UBND xã ban hành kế hoạch"
        if entry.unit_id == FRONT and level_at(tokens, end):
            entry = v.entries[MTTQ]  # "Mặt trận Tổ quốc Việt Nam tỉnh" is its committee there
        level = end - 2 if end - 2 > i and at(tokens, end - 2, ("đặc", "khu")) else end - 1
        if level > i and level_at(tokens, level) == (end, " ".join(t.key for t in tokens[level:end])):
            end = level  # the level is read as a tail: "Ủy ban nhân dân xã, phường"
        if tokens[end - 1].key in VILLAGE_ENDS and tokens[end - 2].key != "nông" and any(village_at(tokens, k) == end for k in range(max(i, end - 3), end)):
            end = villages_end(tokens, end)  # "Tổ công nghệ số cộng đồng các thôn |, buôn"
        elif entry.unit_id == "ban-ctmt-khac" and (village := village_at(tokens, end)) > end:
            end = villages_end(tokens, village)  # "Ban Công tác Mặt trận | khu phố"
        elif entry.level == "village" and at(tokens, end, ("các",)) and (village := village_at(tokens, end + 1)) > end + 1:
            end = villages_end(tokens, village)  # "Ban Công tác Mặt trận | các khu phố"
        end = counted_villages(tokens, end)
        if entry.unit_id == "ban-ctmt-khac" and end > hit[0]:
            entry = village_body(tokens, entry, hit[0], end)
        if entry.level == "open" and entry.kind == "organisation" and (village := village_at(tokens, end)) > end and (reach := villages_end(tokens, village)) > village:
            return Item(i, reach)  # "Tổ Đề án 06 thôn, tổ dân phố"
        tail = read_tail(tokens, end, commune, collective=entry.kind == "collective" or entry.kind == "press")  # "các cơ quan báo chí khác"
        if entry.unit_id == DANG_UY and tail.end == end and at(tokens, end, ("trực", "thuộc")) and (boundary(tokens, end + 2) or is_verb(tokens, end + 2)):
            return Item(i, end + 2)
        if (whose := members_end(tokens, i, end, entry)) > end:
            return Item(i, whose)
        if entry.unit_id in _SEATED_COMMITTEES and tail.end == end and (whose := _party_of(tokens, end, commune)) > end:
            return Item(i, whose)
        if entry.kind == "party" and tail.end + 1 < len(tokens) and tokens[tail.end].key in _COMMITTEES and tokens[tail.end + 1].key == "ủy":
            return Item(i, tail.end + 2)  # "Ban Tuyên giáo Huyện ủy": of the upper committee, not the commune's
        if entry.kind == "party" and at(tokens, tail.end, ("đảng", "ủy")) and entry.unit_id != DANG_UY:  # "Ban Dân vận Đảng ủy", "chi bộ trực thuộc Đảng ủy xã"
            if (reach := _longer_committee(tokens, tail.end, commune)) > tail.end:
                return Item(i, reach, entry, Tail(reach, reach)) if entry.kind == "party" and entry.level == "commune" and entry.name.startswith("Các chi bộ") else Item(i, reach)
            return Item(i, read_tail(tokens, tail.end + 2, commune).end, entry, Tail(tail.end, tail.end))
        if entry.unit_id == BAN_CHI_DAO and tail.end < len(tokens) and tokens[tail.end].key.isdigit() and prose:
            end = read_tail(tokens, tail.end + 1, commune).end  # "Ban Chỉ đạo 138 xã", "Ban Chỉ đạo 35 Đảng ủy": the number is its name
            return Item(i, read_tail(tokens, end + 2, commune).end if at(tokens, end, ("đảng", "ủy")) else end)
        if entry.kind == "organisation" and prose and tail.end == end and (seat := next((w for w in _SEATS if at(tokens, end, w)), ())) and not at(tokens, end, ("trường", "học")):
            return Item(i, end + len(seat))  # "Công đoàn trường phối hợp …"
        if entry.unit_id in (BAN_CHI_DAO, "cac-thanh-vien-ban-chi-dao") and prose and not tail.levels and (last := board_end(tokens, tail.end)) > tail.end:
            said = [found[1] for k in (last - 2, last - 1) if k > tail.end and (found := level_at(tokens, k)) and found[0] == last]
            return Item(i, last) if (said and said[0] not in COMMUNE_LEVELS) or board_of_its_own(tokens, tail.end, entry) else Item(i, last, entry, Tail(last, last))
        if entry.unit_id == BAN_CHI_DAO and not tail.levels and not prose and not boundary(tokens, tail.end):
            return _steering(tokens, i, tail.end, entry, commune)
        if entry.kind in _SEATED and at(tokens, tail.end, ("các",)) and not tokens[tail.end].capital and (places := next((w for w in _ANY_PLACES if at(tokens, tail.end + 1, w)), ())):
            end = tail.end + 1 + len(places)  # "Sở Y tế các địa phương (liên quan)", "UBND các địa phương" are bodies there, not the places
            end = next((end + len(w) for w in (("có", "liên", "quan"), ("liên", "quan")) if at(tokens, end, w)), end)
            return Item(i, end) if entry.level == "commune" and not tail.levels else Item(i, end, entry, tail)
        if entry.unit_id == PHONG and tokens[end - 3].key != "phòng" and any(level not in COMMUNE_LEVELS for level in tail.levels):
            return Item(i, tail.end, v.entries[CO_QUAN], Tail(tail.end, tail.end))  # "các cơ quan chuyên môn thuộc UBND tỉnh" are departments
        if group and group.end > tail.end:
            return Item(i, group.end, v.entries[group.unit_id], Tail(group.end, group.end))
        return Item(i, tail.end, entry, tail)
    if group:
        return Item(i, group.end, v.entries[group.unit_id], Tail(group.end, group.end))
    return None


def _longer_committee(tokens: list[Token], i: int, commune: str | None) -> int:
    """End of the party committee of one body that "Đảng ủy" at `i` opens ("Đảng ủy | UBND tỉnh", "Đảng ủy | các cơ quan Đảng"); `i` where
    the committee is the commune's own."""
    body = complete(tokens, i, commune) if at(tokens, i, ("đảng", "ủy")) and i + 2 < len(tokens) else None
    return body.end if body is not None and body.end > i + 2 and (body.entry is None or body.entry.unit_id != DANG_UY) else i


def _opens_longer(tokens: list[Token], i: int, end: int) -> int:
    """The separator before the last noun of a wording `[i, end)` where that noun is the head of a name that goes on: "Các khoa|, Phòng
    Đào tạo"; 0 elsewhere."""
    if end >= len(tokens) or end - i < 3 or not tokens[end].capital:
        return 0
    last = next((k + 1 for k in range(end - 2, max(i, end - 4), -1) if tokens[k].key in SOFT), 0)
    if not last or not tokens[last].capital or (head := match_head(tokens, last)) is None or head[0] != end:
        return 0
    return last - 1 if match_unit(tokens, end) is None and match_head(tokens, end) is None else 0


def _office_of(tokens: list[Token], i: int) -> int:
    """Start of the body named behind "Cơ quan" at `i` ("Cơ quan | Ủy ban Kiểm tra Đảng ủy") or behind a count; `i` if none."""
    j = i + 2
    if j >= len(tokens) or tokens[i].key != "cơ" or not at(tokens, i, ("cơ", "quan")) or not tokens[j].capital or tokens[j].key != "ủy":
        return counted_bodies(tokens, i)
    return i if match_unit(tokens, j) is None else j


def _party_of(tokens: list[Token], i: int, commune: str | None) -> int:
    """End of the body at `i` whose party committee is named ("Đảng ủy | Sở Y tế", "đảng ủy | trực thuộc Thành ủy"); `i` if none."""
    if at(tokens, i, ("cơ", "quan")) and i + 2 < len(tokens) and tokens[i + 2].capital:
        hit = match_unit(tokens, i + 2) or match_head(tokens, i + 2)  # "Đảng ủy cơ quan | Văn phòng Quốc hội"
        return i if hit is None else max(hit[0], read_tail(tokens, hit[0], commune).end)
    if at(tokens, i, ("chính", "phủ")) or at(tokens, i, ("quốc", "hội")):
        return i + 2
    if i + 1 < len(tokens) and tokens[i].key == "khối" and not tokens[i].capital and (boundary(tokens, i + 1) or duty_verb(tokens, i + 1)):
        return i + 1  # "Ban Thường vụ Đảng ủy | khối"
    if tokens[i : i + 1] and tokens[i].key == "khối":
        return next((k for k in range(i + 1, min(i + 12, len(tokens))) if boundary(tokens, k) or duty_verb(tokens, k)), i)  # "Đảng ủy | Khối Doanh nghiệp tỉnh"
    linked = i + 2 if at(tokens, i, ("trực", "thuộc")) else i
    hit = (match_unit(tokens, linked) or match_head(tokens, linked)) if linked < len(tokens) and tokens[linked].capital else None
    if hit is None:
        return i
    own = match_unit(tokens, hit[0]) or hit if match_unit(tokens, linked) is None else hit  # "Đảng ủy | Chi cục Hải quan khu vực VIII"
    tail = read_tail(tokens, own[0], commune)
    above = hit[1].level in ("province", "ministry") or any(level not in COMMUNE_LEVELS for level in tail.levels)  # "Đảng ủy | Văn phòng Tỉnh ủy"
    return max(own[0], tail.end) if linked > i or above or tokens[i].key in _WITH_COMMITTEE else i


def _steering(tokens: list[Token], i: int, end: int, entry: Entry, commune: str | None) -> Item | None:
    """"Ban Chỉ đạo" with its subject ("phát triển khoa học, công nghệ … xã"), a board of its own; None with an upper level."""
    j = end
    if j < len(tokens) and tokens[j].key.isdigit():
        return None  # "Ban Chỉ đạo 389": the number is its name
    while j < len(tokens):
        if tokens[j].key in HARD or tokens[j].key in ("(", ")", ":", "."):
            break
        if tokens[j].key in SOFT:
            k = j
            while k < len(tokens) and tokens[k].key in SOFT:
                k += 1
            if starts_unit(tokens, k, commune):
                break
            j = k
            continue
        level = level_at(tokens, j)
        if level and level[1] not in COMMUNE_LEVELS:
            return None
        j += 1
    return Item(i, j) if board_of_its_own(tokens, end, entry) else Item(i, j, entry, Tail(j, j))


def beside(tokens: list[Token], i: int) -> bool:
    """Whether "cùng" or "cùng với" at `i` adds another unit: "Trạm Y tế | cùng với chính quyền địa phương"; not "cơ quan cùng cấp"."""
    return tokens[i].key == "cùng" and (at(tokens, i + 1, ("với",)) or at(tokens, i + 1, ("chính", "quyền")) or starts_unit(tokens, i + 1, None))


def item_end_known(tokens: list[Token], item: Item) -> bool:
    """Whether a known item really ends where its tail ends (and is not the beginning of a longer name)."""
    i = item.end
    if (tokens[item.start].key == "ban" and at(tokens, i, ("hội", "đồng", "nhân", "dân"))) or (at(tokens, i, ("vùng",)) and tokens[i - 1].key == "lệnh") or (at(tokens, i, ("chi", "nhánh")) and i + 2 < len(tokens) and not boundary(tokens, i + 2) and match_unit(tokens, i + 2) is None):
        return False  # "Bộ Tư lệnh | Vùng 3 Hải quân"; "Ban Dân tộc HĐND tỉnh", "Ban Pháp chế HĐND xã": a committee of the council; "Trung tâm Phát triển quỹ đất | Chi nhánh Tân An"
    if boundary(tokens, i):
        return True
    if any(at(tokens, i, w) for w in ROLES_AT.get(tokens[i].key, ())) or beside(tokens, i):
        return True
    if (after := quantifier(tokens, i)) > i and item.entry is not None:  # but "Công đoàn các khu công nghiệp" is one name
        if at(tokens, item.start, ("công", "đoàn")) and at(tokens, i, ("các", "doanh", "nghiệp")):
            return False  # "Công đoàn cơ sở | các doanh nghiệp": whose they are
        return tokens[i].capital or boundary(tokens, after) or noun_at(tokens, after) is not None or match_unit(tokens, i) is not None or (match_unit(tokens, after) or match_head(tokens, after)) is not None
    if item.end - item.start <= 2 and item.entry is not None and item.entry.kind in ("collective", "enterprise"):
        # a bare noun before a name: "Ngân hàng Agribank", but no body is named after people: "Người dân" / "Công an xã" on two lines of a cell
        return item.entry.unit_id == "nguoi-dan" and tokens[i].capital and (own := match_unit(tokens, i)) is not None and own[1].kind in ("office", "organisation", "party", "authority")
    return tokens[i].capital and (match_unit(tokens, i) is not None or match_head(tokens, i) is not None)
