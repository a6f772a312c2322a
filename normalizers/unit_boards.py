"""Boards named by what they stand against or build: "Ban Chỉ huy | phòng, chống thiên tai tỉnh", "Ban Quản lý dự án … | các công trình giao thông";
committees and branches named together: "Hai Ban | HĐND", "Các chi đoàn, | chi hội"."""

from __future__ import annotations

from normalizers.unit_tails import at, level_at, place_name, read_tail
from normalizers.unit_tokens import HARD, SOFT, Token
from normalizers.unit_verbs import LAID_ON, act_at, duty_verb
from normalizers.unit_vocab import Entry, match_head, match_unit

_OF_ALL = ("toàn", "dân", "bảo", "vệ")  # "phong trào toàn dân bảo vệ an ninh Tổ quốc" is no duty
_GUARDED = ("an", "ninh", "tổ", "quốc")  # the last words of that name
_REACH = 26  # words between "phòng, chống" and the level that closes the longest of such names
_AGAINST = (("phòng", ",", "chống"), ("phòng", "chống"), ("chống",), ("phòng", "thủ"))
_TOPIC_REACH = 16  # words between "Ban Chỉ đạo" and the level that closes any other subject
_DUTIES = (*LAID_ON, ("tham", "mưu"), ("thực", "hiện"))
_STOPS = frozenset({"(", ")", ":", ".", ";"})
_CAUSES = (("chương", "trình"), ("phong", "trào"), ("cuộc", "vận", "động"), ("đề", "án"), ("dự", "án"))
_CAUSE_REACH = 30  # words of a quoted name
_BUILT = (("đầu", "tư", "xây", "dựng"), ("đầu", "tư"), ("giao", "thông"), ("nông", "nghiệp"), ("thủy", "lợi"))


def quoted_cause(tokens: list[Token], i: int) -> int:
    """End of what a board that ends at token `i` is set up for, where that is quoted: "Ban Chỉ đạo | phong trào “Toàn dân …”, Công an xã"; `i` elsewhere."""
    if i < len(tokens) and not tokens[i].capital and duty_verb(tokens, i):
        return _acted_cause(tokens, i)
    words = next((w for w in _CAUSES if at(tokens, i, w)), None)
    first = i + len(words) if words is not None else i
    if words is None or first >= len(tokens) or tokens[first].key not in ("“", '"'):
        return i
    last = next((k for k in range(first + 1, min(first + _CAUSE_REACH, len(tokens))) if tokens[k].key in ("”", '"')), i - 1)
    return read_tail(tokens, last + 1, None).end if last > i else i


_LINKS = frozenset({"cho", "trong", "của", "tại", "với", "các", "để", "đến", "theo", "trên", "ở", "về", "những", "cấp"})  # words of an act's object, not of a board's name


def _acted_cause(tokens: list[Token], i: int) -> int:
    """End of a field that reads as an act at `i`, its level and the board's duty right behind it: "Ban Chỉ đạo | thi hành án dân sự xã | chủ trì …"."""
    for k in range(i + 1, min(i + 9, len(tokens))):
        if tokens[k].key in _LINKS or tokens[k].capital or (not tokens[k].word and tokens[k].key != ","):
            return i
        if k > i + 1 and level_at(tokens, k) is not None:
            end = read_tail(tokens, k, None).end
            return end if duty_verb(tokens, end) or any(at(tokens, end, words) for words in (*_BOARD_ROLES, *LAID_ON)) else i
    return i


_BOARD_OF_57 = (("phát", "triển", "khoa", "học"), ("về", "chuyển", "đổi", "số"), ("về", "phát", "triển", "khoa", "học"), ("thực", "hiện", "nghị", "quyết", "số", "57"))
_BOARD_ROLES = (("chủ", "trì"), ("phối", "hợp"), ("tham", "mưu"), ("thực", "hiện"), ("chỉ", "đạo"), ("theo", "dõi"), ("tổng", "hợp"))


def board_of_its_own(tokens: list[Token], i: int, board: Entry) -> bool:
    """Whether what stands at `i` behind "Ban Chỉ đạo" is the subject of a board that the catalogue lacks: neither a duty ("| chủ trì") nor what the
    catalogue's own board, that of Resolution 57, is for."""
    if board.unit_id != "ban-chi-dao" or any(at(tokens, i, words) for words in _BOARD_OF_57):
        return False
    return not any(at(tokens, i, w) and (i + len(w) >= len(tokens) or not tokens[i + len(w)].word) for w in _BOARD_ROLES)


def board_end(tokens: list[Token], i: int) -> int:
    """End of such a name's subject, with its level where one is said, behind the head that ends at token `i`; `i` if none begins.

    "phòng" and "chống" are verbs of a duty elsewhere; right behind "Ban Chỉ đạo" or "Ban Chỉ huy" they open its subject.
    """
    if i < len(tokens) and tokens[i].key == "về" and at(tokens, i - 4, ("đạo", "của", "đảng", "ủy")):
        return _about_end(tokens, i)
    if i >= len(tokens) or tokens[i - 1].key not in ("đạo", "huy"):
        return i
    words = next((w for w in _AGAINST if at(tokens, i, w)), None)
    if words is None:
        return _topic_end(tokens, i)
    k = first = i + len(words)
    end = 0
    while k < min(len(tokens), first + _REACH) and tokens[k].key not in HARD and tokens[k].key not in _STOPS:
        beside = tokens[k - 1].key in SOFT or tokens[k - 1].key == "và"
        if tokens[k].key == "an" and at(tokens, k - 4, _OF_ALL + _GUARDED):
            return closing[0] if (closing := level_at(tokens, k + 4)) is not None else k + 4
        if tokens[k].key == "các" and k > first and (whose := _whose(tokens, k)) > k:
            return whose
        if tokens[k].key == "các" or (k > first and beside and tokens[k].capital and (match_unit(tokens, k) or match_head(tokens, k))):
            break
        level = level_at(tokens, k)
        if level is not None:
            return level[0] if tokens[k - 1].key not in ("bàn", "của", "cấp") else end or k
        if k > first and not beside and act_at(tokens, k) is not None and tokens[k].key not in SOFT and not (tokens[k].key == "bảo" and at(tokens, k - 2, _OF_ALL)):
            break
        k += 1
        if not end and k < len(tokens) and (tokens[k].key in SOFT or tokens[k].key == "và"):
            end = k  # where no level closes the name it ends with its first field
    return end or k


def _whose(tokens: list[Token], k: int) -> int:
    """End of the places whose boards are named together at "các": "Ban Chỉ đạo phòng thủ dân sự | các xã, phường rà soát …"; `k` elsewhere."""
    tail = read_tail(tokens, k, None)
    closed = tail.end >= len(tokens) or tokens[tail.end].key in HARD or tokens[tail.end].key in _STOPS or _acting(tokens, tail.end)
    return tail.end if tail.plural and tail.levels and closed else k


def _topic_end(tokens: list[Token], i: int) -> int:
    """End of any other subject behind "Ban Chỉ đạo", which only the level that closes it before a mark or the duty tells apart from
    an act: "| diệt trừ ốc bươu vàng huyện phối hợp …", "| Chăm sóc sức khỏe nhân dân huyện"; `i` where none does."""
    if tokens[i].key == "về" and tokens[i - 1].key == "đạo":
        return _about_end(tokens, i)
    if tokens[i - 1].key != "đạo" or not tokens[i].word or tokens[i].key.isdigit() or level_at(tokens, i) or (not tokens[i].capital and _acting(tokens, i) and not at(tokens, i, ("chuyển", "đổi", "số"))):
        return i
    for k in range(i + 1, min(len(tokens), i + _TOPIC_REACH)):
        if tokens[k].key == "các" and k > i + 1 and (whose := _whose(tokens, k)) > k:
            return whose
        if tokens[k].key in HARD or tokens[k].key in _STOPS or tokens[k].key in SOFT - {"và"} or tokens[k].key in ("các", "ủy", "tại", "trên", "với"):
            return i
        level = level_at(tokens, k)
        if level is not None:
            after = level[0]
            if level[1] == "quốc gia" and after < len(tokens) and (level_at(tokens, after) or not tokens[after].capital) and not _acting(tokens, after):
                continue  # "Ban Chỉ đạo các Chương trình mục tiêu quốc gia | tỉnh"
            closed = after >= len(tokens) or tokens[after].key in HARD or tokens[after].key in SOFT or tokens[after].key in _STOPS or _acting(tokens, after)
            return after if closed and k > i + 1 else i
        if k > i + 1 and tokens[k - 1].key != "và" and _acting(tokens, k):
            return i
    return i


def _about_end(tokens: list[Token], i: int) -> int:
    """End of what a board is about, with the level that closes it: "Ban Chỉ đạo | về phát triển khoa học, công nghệ và chuyển đổi số tỉnh"; `i` without."""
    for k in range(i + 2, min(len(tokens), i + _REACH + 4)):
        if tokens[k].key in HARD or tokens[k].key in _STOPS or (tokens[k].key in SOFT and k + 1 < len(tokens) and tokens[k + 1].capital and (match_unit(tokens, k + 1) or match_head(tokens, k + 1))):
            return i
        if k > i + 2 and tokens[k - 1].key not in SOFT and tokens[k - 1].key != "và" and _acting(tokens, k):
            return k
        level = level_at(tokens, k)
        if level is not None and level[1] != "quốc gia":
            end = level[0]
            return end if end >= len(tokens) or tokens[end].key in HARD or tokens[end].key in SOFT or tokens[end].key in _STOPS or _acting(tokens, end) else i
    return i


def _acting(tokens: list[Token], i: int) -> bool:
    return duty_verb(tokens, i) or any(at(tokens, i, words) for words in _DUTIES)


def works_end(tokens: list[Token], i: int) -> int:
    """End of the works that name a project board, with its level, behind "Ban Quản lý dự án đầu tư xây dựng" that ends at token
    `i`: "| (các) công trình dân dụng và công nghiệp tỉnh"; `i` where none are named."""
    if at(tokens, i - 2, ("dự", "án")) and (at(tokens, i - 5, ("ban", "quản", "lý")) or at(tokens, i - 6, ("ban", "quản", "lý", "các"))) \
            and (built := next((w for w in _BUILT if at(tokens, i, w)), None)):
        # "Ban Quản lý các dự án | đầu tư xây dựng tỉnh": in front of a list of fields "đầu tư" is no act
        i += len(built)
        return read_tail(tokens, works_end(tokens, i), None).end
    k = i + (i < len(tokens) and tokens[i].key == "các")
    if not at(tokens, k, ("công", "trình")) or not (at(tokens, i - 2, ("xây", "dựng")) or at(tokens, i - 2, ("dự", "án")) or tokens[i - 1].key == "đtxd"):
        return i
    k = first = k + 2
    while k < min(len(tokens), first + _REACH) and tokens[k].key not in HARD and tokens[k].key not in _STOPS and tokens[k].key not in SOFT - {"và"}:
        level = level_at(tokens, k)
        if level is not None:
            return level[0]
        if tokens[k - 1].key != "và" and (act_at(tokens, k) is not None or tokens[k].key in ("chủ", "phối", "được", "do")):
            break
        k += 1
    return k if k > first else i


_ZONES = (("khu", "công", "nghiệp"), ("cụm", "công", "nghiệp"), ("khu", "kinh", "tế"), ("khu", "chế", "xuất"), ("chế", "xuất"), ("khu", "công", "nghệ", "cao"))


def more_zones(tokens: list[Token], i: int, k: int) -> bool:
    """Whether the zones at `k` are a second charge of the board at `i`."""
    k += k < len(tokens) and tokens[k].key == "các"
    return at(tokens, i, ("ban", "quản", "lý")) and any(at(tokens, k, z) for z in _ZONES)


def named_zone(tokens: list[Token], i: int, commune: str | None) -> int:
    """End of the name of the zone, and of the further zones, behind a board's name that ends at token `i`: "Ban Quản lý Khu kinh tế | Nghi Sơn và các Khu
    công nghiệp"; `i` where none is named."""
    zone = next((z for z in _ZONES if at(tokens, i - len(z), z)), None)
    if zone is None or i >= len(tokens) or not tokens[i].capital or match_unit(tokens, i) or match_head(tokens, i):
        return i
    end = place_name(tokens, i, commune)
    if end > i and end < len(tokens) and tokens[end].key == "và" and more_zones(tokens, i - len(zone) - 3, end + 1):
        end += 1 + (tokens[end + 1].key == "các")
        end += next(len(z) for z in _ZONES if at(tokens, end, z))
        end = max(end, place_name(tokens, end, commune) if end < len(tokens) and tokens[end].capital else read_tail(tokens, end, commune).end)
    return end if end >= len(tokens) or tokens[end].key in HARD or tokens[end].key in SOFT or tokens[end].key in _STOPS or _acting(tokens, end) else i


def council_committees(tokens: list[Token], i: int) -> int:
    """End of the council's committees named together at `i`: "Các Ban | của HĐND", "Hai Ban | HĐND"; `i` elsewhere."""
    if not at(tokens, i + 1, ("ban",)):
        return i
    whose = i + 2 + at(tokens, i + 2, ("của",))
    return whose + 4 if at(tokens, whose, ("hội", "đồng", "nhân", "dân")) else i


TIERS = frozenset({"tỉnh", "thành", "huyện", "quận", "thị", "xã", "phường"})


def tiered_bodies(tokens: list[Token], i: int) -> int:
    """End of youth unions or Party committees of several tiers that share their noun behind "các" at `i`: "Các | tỉnh, thành đoàn", "Các |
    huyện, thị, thành ủy"; `i` elsewhere."""
    k = i + 1
    while k + 1 < len(tokens) and tokens[i].key == "các" and tokens[k].key in TIERS:
        if tokens[k + 1].key == "đoàn" or (tokens[k + 1].key == "ủy" and k > i + 1):
            return k + 2
        if tokens[k + 1].key not in SOFT:
            break
        k += 2
    return i


def branch_too(tokens: list[Token], i: int, start: int, end: int) -> int:
    """End of a second kind of branches at `i` of which the plural of those named at `[start, end)` is said too: "Các chi đoàn, | chi hội
    triển khai …"; `i` elsewhere."""
    if tokens[i].capital or not any(tokens[k].key == "các" for k in range(start, end)):
        return i
    head = match_head(tokens, i)
    k = head[0] if head is not None and head[1].kind == "organisation" and head[1].strong else i
    if tokens[i].key in TIERS and at(tokens, i + 1, ("đoàn",)):
        k = i + 2
    elif at(tokens, i, ("đoàn", "trực", "thuộc")):
        k = i + 3
    if k == i:
        return i
    return k if k >= len(tokens) or not tokens[k].word or tokens[k].key == "và" or duty_verb(tokens, k) or any(at(tokens, k, w) for w in _DUTIES) else i
