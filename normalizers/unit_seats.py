"""Bodies named by whose they are: "Nhân dân | các thôn", "Hội Chữ thập đỏ | các trường học", "Ủy ban Kiểm tra | Công đoàn"."""

from __future__ import annotations

from normalizers.unit_tails import COMMUNE_LEVELS, at, level_at, place_name, read_tail
from normalizers.unit_tokens import SOFT, Token
from normalizers.unit_villages import party_cells_end, village_at, villages_end
from normalizers.unit_vocab import Entry, match_head, match_unit

_PEOPLE = frozenset({"nhan-dan", "nguoi-dan"})
_INSPECTION = "uy-ban-kiem-tra-dang-uy"
_CELLS, _POLICE = "chi-bo", "cong-an"
_ANY_BODIES = "cac-co-quan-don-vi"
_ANY_OF_THEM = frozenset({"có", "liên", "trên", "thuộc", "trực", "của", "và", "khác", "tham", "trong"})
_CLOSES = frozenset({";", ".", ")"})
_CHIEF = "thu-truong"
_CELL_COMMITTEE = "chi-uy"
_ABOVE_ALONE = frozenset({"Sở", "Bộ"})  # the body whose plan it is, by its rank alone
_UNIONS = frozenset({"công", "liên", "hội", "đoàn", "tỉnh", "thành"})


def members_end(tokens: list[Token], i: int, end: int, entry: Entry) -> int:
    """End of the people or organisation `[i, end)` with the schools or settlements, written small, that say which; `end` where the
    name is whole without."""
    if end >= len(tokens):
        return end
    if entry.kind == "organisation" and tokens[end].text in _ABOVE_ALONE and (end + 1 == len(tokens) or not tokens[end + 1].capital):
        return end + 1  # "Công đoàn | Sở", not "Công đoàn, Sở Nội vụ"
    if entry.unit_id == _CELLS and at(tokens, end, ("đảng", "bộ")) and end + 2 < len(tokens):
        return _party_above_end(tokens, end + 2)
    if entry.unit_id == _INSPECTION:
        return _union_end(tokens, i, end)
    if entry.unit_id == _CHIEF and tokens[end - 1].key == "đầu" and at(tokens, end, ("cấp", "ủy")):
        return _committee_end(tokens, end)
    if entry.unit_id == _CHIEF and tokens[end - 1].key == "đầu" and tokens[end].text == "các":
        return _headed_end(tokens, end)
    if entry.unit_id == _CELL_COMMITTEE and at(tokens, end, ("các", "chi", "bộ")):
        return end + 5 if at(tokens, end + 3, ("trực", "thuộc")) else party_cells_end(tokens, end + 3)  # "Chi ủy | các chi bộ thôn"
    if tokens[end].text != "các" or (entry.unit_id not in _PEOPLE and entry.unit_id != _POLICE and entry.kind != "organisation") or entry.level == "village":
        return end
    if at(tokens, end + 1, ("trường", "học")):
        return end + 3
    for whose in (("trường",), ("đơn", "vị")):
        if at(tokens, end + 1, whose) and (close := end + 1 + len(whose)) <= len(tokens) and (close == len(tokens) or tokens[close].key in _CLOSES):
            return close  # "Liên đội | các trường", "Công an | các đơn vị": theirs; not "… các đơn vị liên quan"
    village = village_at(tokens, end + 1)
    return villages_end(tokens, village) if village > end + 1 else end


def union_offices_end(tokens: list[Token], i: int) -> int:
    """End of the boards of a union at `i`: "Các ban chuyên môn | Tỉnh đoàn", "các ban chuyên môn | Liên đoàn Lao động tỉnh"; `i` if none."""
    first = i + (i < len(tokens) and tokens[i].key == "các")
    if not at(tokens, first, ("ban", "chuyên", "môn")) or first + 3 >= len(tokens):
        return i
    end = _union_end(tokens, first - 1, first + 3)
    return end if end > first + 3 else i


def _party_above_end(tokens: list[Token], i: int) -> int:
    """End of what the Party organisation before `i` is of: "Các chi bộ trực thuộc Đảng bộ | tỉnh", "… Đảng bộ | Bệnh viện"."""
    named = match_unit(tokens, i) or match_head(tokens, i) if tokens[i].capital else None
    return read_tail(tokens, named[0] if named else i, None).end


def _headed_end(tokens: list[Token], i: int) -> int:
    """End of the kind of bodies whose heads are named before `i`: "Người đứng đầu | các tổ chức tôn giáo", "| các tổ chức chính trị - xã hội";
    `i` where any body is meant ("| các cơ quan, tổ chức có liên quan")."""
    bodies = match_unit(tokens, i) or match_unit(tokens, i + 1)
    if bodies is not None:
        return i if bodies[1].unit_id == _ANY_BODIES else read_tail(tokens, bodies[0], None).end
    field = i + 3
    if not at(tokens, i + 1, ("tổ", "chức")) or field >= len(tokens) or not tokens[field].word or tokens[field].key in _ANY_OF_THEM:
        return i
    return next((k for k in range(field, len(tokens)) if tokens[k].key in SOFT or tokens[k].key in _CLOSES), len(tokens))


def _committee_end(tokens: list[Token], i: int) -> int:
    """End of the committee, and the power beside it, whose chief is named before `i`: "Người đứng đầu | cấp ủy, chính quyền các cấp"; `i`
    where a longer row of bodies stands there ("… | cấp ủy, cơ quan, đơn vị")."""
    end = i + 2
    if end < len(tokens) and tokens[end].key in (",", "và") and at(tokens, end + 1, ("chính", "quyền")):
        end += 3
    end += 2 * at(tokens, end, ("các", "cấp"))
    return i if end < len(tokens) and (tokens[end].key in SOFT or level_at(tokens, end)) else end


def _union_end(tokens: list[Token], i: int, end: int) -> int:
    """End of the union whose inspection committee ends at `end`: "Ủy ban Kiểm tra | Liên đoàn Lao động tỉnh"; `end` if none."""
    if end - i != 4 or tokens[end].key not in _UNIONS or not tokens[end].capital:
        return end
    hit = match_unit(tokens, end) or match_head(tokens, end)
    if hit is None or hit[1].kind != "organisation":
        return end
    level = level_at(tokens, hit[0])
    return place_name(tokens, level[0], None) if level else hit[0]


def led(tokens: list[Token], i: int) -> list[Token]:
    """Tokens up to what has no head: "Thủ trưởng các cơ quan, đơn vị | và các cá nhân, tổ chức có liên quan"."""
    end = next((k for k in range(i + 1, len(tokens) - 2) if tokens[k].key in (",", "và") and tokens[k + 1].key == "các"
                and (at(tokens, k + 2, ("cá", "nhân")) or at(tokens, k + 2, ("tổ", "chức", ",", "cá", "nhân")))), len(tokens))
    return tokens[:end]


_BODIES = frozenset({"công an", "bộ công an", "bệnh viện", "trường đại học", "đại học", "học viện"})
_ABOVE = frozenset({"bộ", "sở"})  # whose boards and centres are named with a dash
_BELOW = (("ban", "quản", "lý"), ("trung", "tâm"), ("chi", "cục"))
_DEPARTMENTS = frozenset({"phòng", "cục", "khoa", "viện", "vụ", "đội"})
_NUMBERING = frozenset({"kho", "ngân", "thuế", "chi", "cục", "sở", "công", "bưu", "điện"})  # first words of bodies that number their departments


def body_of(tokens: list[Token], i: int, k: int) -> bool:
    """Whether the piece at `k` behind a dash is the body whose department stands at `i`: "Phòng Cảnh sát hình sự - | Công an tỉnh"."""
    head = match_unit(tokens, k) or match_head(tokens, k)
    if head is not None and tokens[k].capital and k - 3 > i and tokens[k - 2].key.isdigit() and tokens[k - 3].key == "số" and tokens[k].key in _NUMBERING:
        return True  # "Phòng Giao dịch số 3 - Kho bạc Nhà nước Khu vực XIII"
    if head is None or not tokens[k].capital or (tokens[i].key not in _DEPARTMENTS and not (tokens[k].key in _ABOVE and any(at(tokens, i, w) for w in _BELOW))):
        return False
    if tokens[k].key in _ABOVE and head[0] > k + 1 and not any(t.key == "-" and t.gap for n, t in enumerate(tokens) if n != k - 1):
        return tokens[i].key != tokens[k].key  # "Cục Đường bộ - | Bộ Xây dựng, UBND các xã": commas part the units there
    words = " ".join(t.key for t in tokens[k : k + 3])
    if not any(words == b or words.startswith(f"{b} ") for b in _BODIES):
        return False
    level = level_at(tokens, head[0]) or level_at(tokens, head[0] - 1)
    if level is None:
        return tokens[k].key != "công" or (head[0] < len(tokens) and tokens[head[0]].capital)
    return level[1] not in COMMUNE_LEVELS  # "Phòng Kinh tế - Công an xã" are two
