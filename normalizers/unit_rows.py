"""Rows of units inside sentences: where each begins and ends in running text, and their values."""

from __future__ import annotations

from dataclasses import replace

from normalizers.unit_any_acts import named_act
from normalizers.unit_boards import board_end, branch_too, council_committees, named_zone, quoted_cause, works_end
from normalizers.unit_dashes import STANDING, combats, hyphenated, is_aside, quoted
from normalizers.unit_grammar import CO_QUAN, ROLES_AT, Item, boundary, complete, quantifier, starts_unit
from normalizers.unit_late_acts import acted
from normalizers.unit_levels import shared_in_row
from normalizers.unit_lists import _shared_places, role_label
from normalizers.unit_names import make_unit
from normalizers.unit_notes import FIELD
from normalizers.unit_numbered import managers_end, numbered_in_sentence
from normalizers.unit_openings import behind_such_as, may_open
from normalizers.unit_places import (
    area_end,
    branch_end,
    everywhere,
    levels_too,
    listed_places,
    ministry_of,
    named_place,
    proper_end,
    provinces,
)
from normalizers.unit_projects import project_board_end
from normalizers.unit_schools import of_school, schools_end
from normalizers.unit_small_heads import SINGLE_POSTS, lent_office, small_body
from normalizers.unit_spread import provinces_of
from normalizers.unit_spread_prose import spread_in_prose
from normalizers.unit_tails import at, by_first_word, first_at, place_name, read_tail
from normalizers.unit_tokens import SOFT, Token
from normalizers.unit_trades import trade_end
from normalizers.unit_under import under_end, whose_union
from normalizers.unit_verbs import act_at, bound, duty_verb, is_verb
from normalizers.unit_villages import more_villages, name_of_village, party_cells_end, village_at
from normalizers.unit_vocab import Entry, Head, match_head, match_unit
from normalizers.unit_which import past_zone
from normalizers.values import Unit

_DUTY: tuple[tuple[str, ...], ...] = (("có", "trách", "nhiệm"), ("chịu", "trách", "nhiệm"), ("chủ", "trì"), ("đồng", "chủ", "trì"), ("cùng", "chủ", "trì"), ("phối", "hợp"), ("thực", "hiện"), ("có", "nhiệm", "vụ"), ("trực", "tiếp"), ("là",))
#: Words of duty behind a unit that a sentence charges, by the first of them.
DUTY_AT = by_first_word(_DUTY, lambda words: words)
# Bodies named after several fields: "Chi cục Trồng trọt và Bảo vệ thực vật".
_FIELD_HEADS = frozenset({"Trung tâm", "Sở", "Viện", "Cục", "Vụ", "Chi cục", "Tổng cục", "Phòng", "Ban", "Trạm", "Hội đồng", "Quỹ", "Khoa", "Ủy ban", "Đội"})
_DEPARTMENTS = frozenset({"Phòng", "Cục", "Chi cục", "Vụ"})
_NO_FIELD = frozenset({"cán", "nhân", "người", "bà", "hộ", "công", "đồng", "cá", "toàn", "cả", "gia", "đoàn", "hội", "đảng", "cộng", "thành", "một", "đại", "chủ", "địa"})  # people, or a link, behind "và"
_SEATS = (("cơ", "sở"), ("cửa", "khẩu", "quốc", "tế"), ("cửa", "khẩu", "cảng"), ("cửa", "khẩu"))  # "Bảo hiểm xã hội cơ sở Phú Lộc", "Đồn Biên phòng cửa khẩu Nậm Cắn"
_BODIED, _PROPER = frozenset({"office", "party", "organisation", "authority"}), frozenset({"organisation", "enterprise", "collective"})
_INVESTED = frozenset({"dự", "các", "hạ", "công", "khu", "cụm", "nhà"})  # first words of what an owner of works builds
# Whose the bodies of a plural are.
_RUN_BY = by_first_word([tuple(w.split()) for w in ("công lập", "ngoài công lập", "tư nhân", "tư thục", "dân lập", "có vốn nhà nước", "có vốn góp của nhà nước", "có vốn đầu tư nước ngoài")], lambda words: words)
_UNDER = frozenset({"trực", "thuộc", "các", "xã", "phường", "thị", "huyện", "quận", "cấp"})  # what "… trực thuộc X" begins with, levels before it or not
_ACROSS = (("liên", "xã"), ("liên", "huyện"), ("liên", "phường"))  # and what kind of departments a plural names: "các phòng nghiệp vụ", "các khoa lâm sàng"
_KINDS = by_first_word([tuple(w.split()) for w in ("nghiệp vụ", "lâm sàng", "cận lâm sàng", "giao dịch", "sản xuất", "kỹ thuật")], lambda words: words)
_BRANCHES = frozenset({"Vụ", "Cục", "Tổng cục", "Chi cục", "Viện", "Trung tâm"})  # of these no two share a head behind "và"
_OFFICES_OF = frozenset({"đăng", "điều", "đại", "hỗ", "tư", "công", "thường", "giúp", "giao", "quản", "xúc", "phát", "làm"})  # what an office is named after: "Văn phòng điều phối"
_EVENTS = frozenset({"đại", "hội", "lễ", "giải", "cuộc", "ngày", "tuần", "festival"})  # what a "Ban Tổ chức" is set up for
_STANDING_REACH = 18  # words in which such a note ends and the duty begins
MAX_ROW = 40  # units in one row of a sentence; longer rows are no sentence, and the bound keeps the time linear


def read_list(tokens: list[Token], i: int, commune: str | None) -> tuple[list[Item], int]:
    """A row of units at token `i` of a sentence, separated by , ; và: (items, end). Empty where none begins there."""
    if not may_open(tokens, i):
        return [], i
    items: list[Item] = []
    end = i = behind_such_as(tokens, i)
    while i < len(tokens) and len(items) < MAX_ROW:
        if items and (tokens[i - 1].key in ("-", "–") or (tokens[i - 1].key == "," and is_aside(tokens, i))) and any(at(tokens, i, words) for words in STANDING):
            # "Sở X - cơ quan thường trực Ban Chỉ đạo | tham mưu …": what the unit before is, no second one.
            return items, next((k for k in range(i + 2, min(i + _STANDING_REACH, len(tokens))) if duty_verb(tokens, k) or first_at(tokens, k, DUTY_AT)), end)
        if named := spread_in_prose(tokens, i, commune):  # "Giám đốc các sở: Tài chính, Nội vụ"
            items += named[:-1]
        item = named[-1] if named else _prose_item(tokens, i, commune)
        if item is None and items and (entry := items[-1].entry) is not None and entry.unit_id == CO_QUAN and (reach := provinces(tokens, i, shared=True)) > i:
            item = Item(i, reach)  # "các bộ, ngành, | tỉnh, thành phố": "các" holds for both
        if item is None and items and (entry := items[-1].entry) is not None and entry.unit_id == CO_QUAN and at(tokens, i, ("chính", "quyền")):
            local = i + 4 if at(tokens, i + 2, ("địa", "phương")) else i + 2
            item = Item(i, read_tail(tokens, local, commune).end)  # "các bộ, ngành và | chính quyền địa phương các cấp"
        if item is None and items and (reach := max(branch_too(tokens, i, items[0].start, items[0].end), named_place(tokens, i, commune, row=True))) > i:
            item = Item(i, reach)
        if item is None and (item := small_body(tokens, i, commune, bool(items)) or (lent_office(tokens, i, items, commune) if items else None)) is None:
            break
        if item.entry is not None and item.entry.kind == "organisation" and (whose := whose_union(tokens, item, commune)) > item.end:
            item = Item(i, _attached(tokens, levels_too(tokens, whose)))  # "Công đoàn | các sở, ban, ngành": whose it is belongs to the name
        if item.end < len(tokens) and tokens[item.end].key in _UNDER and (whole := under_end(tokens, item.end, commune)) > item.end:
            item = replace(item, end=whole) if item.entry is not None and item.entry.kind in ("person", "collective") else Item(i, whole)
        item = Item(i, branch) if item.end < len(tokens) and tokens[item.end].key in ("chi", "vùng") and (branch := branch_end(tokens, item.end, commune)) > item.end else item
        if item.entry is not None and item.entry.unit_id == "ban-chi-dao" and (cause := quoted_cause(tokens, item.end)) > item.end:
            item = Item(i, cause)
        while item.end < len(tokens) and tokens[item.end].key[0] == FIELD:
            item = Item(i, read_tail(tokens, item.end + 1, commune).end)  # "các cơ quan báo chí Trung ương | và địa phương"
        if item.entry is not None and item.entry.unit_id == "chi-bo" and (cells := party_cells_end(tokens, item.end)) > item.end:
            item = replace(item, end=cells)
        elif item.entry is None and at(tokens, item.start, ("chi", "bộ", "các")) and (cells := party_cells_end(tokens, item.start + 3)) > item.end:
            item = replace(item, end=cells)  # "Chi bộ các cơ quan, đơn vị | , trường học"
        if (item.entry is None or item.entry.level == "village") and (named_end := more_villages(tokens, i, name_of_village(tokens, item.end))) > item.end:
            item = Item(i, named_end)  # "Tổ dân phố | số 3": that one, not all of them
        if (tokens[item.end - 1].capital or at(tokens, item.end, (":",))) and tokens[item.start].capital and (places := listed_places(tokens, item, commune)):
            items += places[:-1]
            item = places[-1]  # "UBND các huyện A, B và C"
        if item.tail is not None and item.entry is not None and item.end < len(tokens) and item.tail.levels[:1] == ("tỉnh",) and (named := provinces_of(tokens, item)):
            items += named[:-1]
            item = named[-1]  # "UBND các tỉnh, thành phố: A, B đẩy nhanh …"
        if row := numbered_in_sentence(tokens, item, commune):
            items += row[:-1]
            item = row[-1]
        items.append(item)
        end = item.end
        post = match_head(tokens, item.start)
        body = post[0] if post and post[1].takes_unit else item.start
        if at(tokens, body, ("ủy", "ban", "nhân", "dân")):
            more, end = _shared_places(tokens, item, commune, body)
            items += more
        if end < len(tokens) and tokens[end].key == "(":
            end = closing(tokens, end)
        i = end
        while i < len(tokens) and (tokens[i].key in SOFT or tokens[i].key == ";" or at(tokens, i, ("cùng", "với"))):
            i += 2 if tokens[i].key == "cùng" else 1
        label = role_label(tokens, i) if i < len(tokens) else i
        if i == end or (label > i and tokens[label - 1].key == ":"):
            break
    if items and end < len(tokens) and tokens[end].key == "và":
        end = everywhere(tokens, end)
    return shared_in_row(tokens, items), end


def closing(tokens: list[Token], i: int) -> int:
    j = i
    while j < len(tokens) and tokens[j].key != ")":
        j += 1
    return min(j + 1, len(tokens))


def _prose_item(tokens: list[Token], i: int, commune: str | None) -> Item | None:
    if tokens[i].key in ("các", "hai") and (council := council_committees(tokens, i)) > i:
        return Item(i, read_tail(tokens, council, commune).end)
    if tokens[i].key == "các" and (managers := managers_end(tokens, i)) > i:
        return Item(i, managers)
    item = of_school(tokens, complete(tokens, i, commune, prose=True))
    if item is not None and (past := _attached(tokens, item.end)) > item.end:
        single = item.entry is not None and item.entry.unit_id == CO_QUAN and not any(t.key in SOFT for t in tokens[i : item.end])
        return Item(i, past) if single else replace(item, end=past)  # "Các đơn vị | trực thuộc xây dựng kế hoạch"
    if item is not None and item.entry is not None and item.entry.kind == "party" and item.entry.level == "open" and at(tokens, item.end, ("trực", "thuộc")) \
            and (whose := complete(tokens, item.end + 2, commune, prose=True)) is not None:
        return Item(i, whose.end)  # "Đảng ủy cấp trên trực tiếp cơ sở | trực thuộc Tỉnh ủy"
    if item is not None and item.entry is not None and item.entry.unit_id == CO_QUAN and (board := _members_of(tokens, item.end, commune)) > item.end:
        return Item(i, board)
    head = match_head(tokens, quantifier(tokens, i))
    if head is not None and (several := _of_one_kind(tokens, i, head[0], commune)) > i:
        return Item(i, several)
    if head is not None and head[1].text == "Ban Quản lý" and (board := project_board_end(tokens, head[0], commune)) > max(head[0], item.end if item is not None else 0):
        return Item(i, board)
    if item is not None and head is not None and head[1].strong and head[0] > item.end + 1 and item.entry is not None and item.entry.kind == "organisation" and head[0] - i == head[1].length:
        item = None  # "Công đoàn | cấp trên trực tiếp cơ sở"
    if item is not None and head is not None and head[1].kind == "person" and head[1].takes_unit and head[0] < item.end < len(tokens) and quantifier(tokens, head[0]) > head[0] \
            and not _ends(tokens, item.end) and (led := _prose_item(tokens, head[0], commune)) is not None and led.end > item.end:
        return Item(i, led.end)  # "Hiệu trưởng | các trường đại học, cao đẳng"
    if item is not None and item.end < len(tokens) and head and ((head[0] > item.end and (head[1].strong or not _ends(tokens, item.end))) or (not _ends(tokens, item.end) and _names_more(tokens, item))):
        item = None  # "các phòng | giao dịch", "đơn vị | thu gom rác thải": a kind of body of its own
    if item is not None and head is not None and item.end < len(tokens) and tokens[item.end].capital and item.entry is not None:
        whose = complete(tokens, item.end, commune, prose=True) if head[1].takes_unit and head[0] == item.end else None
        if whose is not None and whose.entry is not None:
            return Item(i, whose.end)  # "Tổ giúp việc | Đoàn kiểm tra"
        if item.entry.unit_id == "ban-to-chuc" and item.tail is not None and not item.tail.levels and tokens[item.end].key in _EVENTS:
            return Item(i, next((k for k in range(item.end + 1, len(tokens)) if _ends(tokens, k)), len(tokens)))  # "Ban Tổ chức | Đại hội"
    if item is not None and item.entry is not None and item.entry.kind in _BODIED and (dashed := _second_field(tokens, item.end, commune)) > item.end:
        return Item(i, dashed)
    if item is not None and item.entry is not None and item.entry.unit_id == "ban-to-chuc" and item.end < len(tokens) and tokens[item.end].key in _EVENTS and not tokens[item.end].capital:
        named = item.end + (3 if tokens[item.end].key == "lễ" and not at(tokens, item.end, ("lễ", "hội")) else 1)
        return Item(i, next((k for k in range(named, len(tokens)) if _ends(tokens, k)), len(tokens)))  # "Ban Tổ chức | lễ hội phân công …", "… | lễ phát động chuẩn bị …"
    if item is None and head is not None and (several := quantifier(tokens, i)) > i and (hit := match_unit(tokens, several)) is not None and hit[0] > head[0] \
            and hit[1].kind in ("organisation", "authority") and not tokens[hit[0] - 1].capital:
        return Item(i, read_tail(tokens, hit[0], commune).end)  # "Các | Tổ bầu cử chuẩn bị …"
    if item is None and head is None and (end := max(provinces(tokens, i), named_place(tokens, i, commune))) > i:
        return Item(i, end)
    if item is None and at(tokens, i, ("ban", "quản", "lý", "các", "dự", "án")) and (works := works_end(tokens, i + 6)) > i + 6:
        return Item(i, works)
    if item is not None and (works := works_end(tokens, item.end)) > item.end:
        return Item(i, works)
    if item is not None and head is not None and head[1].text == "Ban Quản lý" and (zone := named_zone(tokens, item.end, commune)) > item.end:
        return Item(i, zone)
    if item is not None and head is not None and head[1].text in _BRANCHES and (fields := _more_fields(tokens, item.end, commune)) > item.end:
        return Item(i, fields)
    if item is not None and item.entry is not None and item.entry.kind == "enterprise" and at(tokens, item.end, ("địa", "phương")):
        item = replace(item, end=item.end + 2)  # "công ty điện lực địa phương": no other firm
    if item is not None and (quantifier(tokens, i) > i or (item.entry is not None and item.entry.kind in ("enterprise", "collective"))) and (run_by := first_at(tokens, item.end, _RUN_BY)) and (_ends(tokens, item.end + len(run_by)) or duty_verb(tokens, item.end + len(run_by))):
        return Item(i, item.end + len(run_by))  # "các bệnh viện | công lập", "các doanh nghiệp | có vốn nhà nước"
    if item is not None and (schools := schools_end(tokens, item.start, item.end)) > item.end:
        return Item(i, read_tail(tokens, schools, commune).end)
    if item is not None and item.entry is not None and (more := _told_apart(tokens, item.end, item.entry)) > item.end:
        return Item(i, more)
    if item is not None and item.entry is not None and item.entry.kind in _PROPER and tokens[i].capital and (proper := proper_end(tokens, item)) > item.end:
        return Item(i, proper)
    word = item is not None and item.end - item.start == 1 and not tokens[i].capital
    if item is not None and not (word and item.entry is not None and item.entry.kind != "collective"):
        numbered = item.end < len(tokens) and tokens[item.end].key.isdigit() and len(tokens[item.end].key) <= 2
        area = tokens[item.end - 1].key == "vực" or at(tokens, item.end - 2, ("cơ", "sở"))
        if numbered and item.entry is not None and item.entry.unit_id == "ban-quan-ly-du-an":
            return Item(i, ministry_of(tokens, item.end + 1, commune))  # "Ban Quản lý dự án 6 (- Bộ Xây dựng)"
        if numbered and area and item.entry is not None and item.entry.kind in ("office", "court"):
            return Item(i, read_tail(tokens, item.end + 1, commune).end)  # "Thuế cơ sở 2 thành phố Đà Nẵng": offices of an area are told apart by their number
        seat = item.end + next((len(w) for w in _SEATS if at(tokens, item.end, w)), 0)
        office = item.entry is not None and item.entry.kind == "office" and item.entry.level != "province" and seat < len(tokens) and tokens[seat].capital
        if seat > item.end and item.entry is not None and item.entry.kind == "office" and (_ends(tokens, seat) or duty_verb(tokens, seat)):
            return Item(i, seat)  # "Bảo hiểm xã hội cơ sở rà soát …"
        named = place_name(tokens, seat, commune) if office else seat
        if named > seat and (seat > item.end or _ends(tokens, named) or named_act(tokens, i, named) or duty_verb(tokens, named)):
            return Item(i, named)  # "Bảo hiểm xã hội cơ sở Phú Lộc", "Đồn Biên phòng Cô Tô tuần tra"
        return item
    if head is None or not (head[1].strong or tokens[quantifier(tokens, i)].capital or (head[0] < len(tokens) and tokens[head[0]].capital)):
        return None
    j = head[0]
    levels = read_tail(tokens, j, commune)
    if (quantifier(tokens, i) > i or levels.plural) and len(levels.levels) > 1 and not levels.names:
        return Item(i, levels.end)  # "Các đảng ủy xã, phường"
    if at(tokens, j, ("các", "cấp")):
        return Item(i, j + 2)  # "Cấp ủy các cấp"
    if head[1].takes_unit:
        own = j + 1 if j < len(tokens) and tokens[j].key == "của" else j  # "Các tổ công tác của | Ban Thường vụ Đảng ủy"
        inner = complete(tokens, own, commune, prose=True) or (complete(tokens, j - 1, commune, prose=True) if head[1].kind == "person" else None)  # "Trưởng | phòng Kinh tế"
        if inner is None and (quantifier(tokens, own) > own or (head[1].kind == "person" and own < len(tokens) and tokens[own].capital and (under := match_head(tokens, own)) and under[1].text in _FIELD_HEADS)):
            inner = _prose_item(tokens, own, commune)  # "Ban Thường vụ | các đảng ủy trực thuộc Tỉnh ủy", "Cục trưởng | Cục Trồng trọt và Bảo vệ thực vật"
        if inner is not None and inner.start == own and quantifier(tokens, own) > own and not _ends(tokens, inner.end) and (longer := _prose_item(tokens, own, commune)) and longer.end > inner.end:
            inner = longer  # "Hiệu trưởng | các trường đại học, cao đẳng"
        if inner is not None and inner.end > j:
            return Item(i, _attached(tokens, inner.end + _area_number(tokens, inner.end)))
        under = match_head(tokens, quantifier(tokens, j))
        if under is not None and under[0] == quantifier(tokens, j) + 1 and is_verb(tokens, under[0]) and not at(tokens, under[0], ("trực", "tiếp")) and is_verb(tokens, under[0] + 2):
            return Item(i, under[0] + 2)  # "Tổ trưởng tổ điều tra | kiểm tra phiếu"
    done = False
    while j < len(tokens) and not at(tokens, j, ("các", "cấp")) and not (done := acted(tokens, head[0], head[1], j) or named_act(tokens, i, j)) and not ((tokens[j - 1].key == "vực" or tokens[j].key == "cùng") and duty_verb(tokens, j)) and not at(tokens, j, ("cùng", "với")) and (not _ends(tokens, j) or tokens[j].start == tokens[j - 1].start or _names_field(tokens, j, head[0]) or hyphenated(tokens, j) or combats(tokens, j) or _managed(tokens, j, head)):
        j += 2 if hyphenated(tokens, j) or combats(tokens, j) else quoted(tokens, j)
    if j < len(tokens) and (last := board_end(tokens, j)) > j:
        return Item(i, last)
    if head[1].text in _FIELD_HEADS:
        j = _more_fields(tokens, j, commune)
    tail = read_tail(tokens, j, commune)
    if tail.end == head[0] or j == head[0]:
        ends = done or _ends(tokens, j)
        if (done and tokens[i].capital) or (head[1].text == "Chi bộ" and ends):
            return Item(i, j)  # "phối hợp với chi bộ, Ban Công tác Mặt trận"
        if head[1].text == "Văn phòng" and tokens[i].capital and j == i + 2 < len(tokens) and tokens[j].key not in _OFFICES_OF and (
                first_at(tokens, j, DUTY_AT) or duty_verb(tokens, j) or (tokens[j].key in SOFT and starts_unit(tokens, j + 1, commune, True))):
            return Item(i, j)  # "Giao Văn phòng tổng hợp …"
        plural = quantifier(tokens, i) > i and head[1].strong and ends
        if head[1].strong and (j - i >= 3 or (head[1].level == "external" and head[1].kind == "collective")) and ((tokens[i].capital and (first_at(tokens, j, DUTY_AT) or bound(tokens, j))) or ends):
            return Item(i, j)  # "Tổ công tác có nhiệm vụ …", "phối hợp với nhân viên thú y và trưởng thôn": three words are the name
        if head[1].kind == "person" and head[1].takes_unit and j - i == 2 and tokens[i].capital and ends and (done or first_at(tokens, j, DUTY_AT) or is_verb(tokens, j)):
            return Item(i, j)  # "Hiệu trưởng xây dựng kế hoạch"
        beside = match_head(tokens, j + 1) if head[1].kind == "person" and j + 1 < len(tokens) and tokens[j].key in (",", "và") else None
        if beside is not None and (beside[1].kind == "person" or tokens[j + 1].capital) and tokens[i].capital and (head[1].strong or head[1].text in SINGLE_POSTS):
            return Item(i, j)  # "Bộ trưởng, Thủ trưởng cơ quan ngang bộ": a post alone before another
        return Item(i, j) if plural else None  # "Các tập đoàn, tổng công ty nhà nước"
    if head[1].kind == "person" and not head[1].strong:
        told = head[0]
        while told < j and (role := first_at(tokens, told, ROLES_AT)):
            told += len(role)
        if head[0] < told >= j:
            return None  # "Chuyên viên phụ trách tổng hợp | tham mưu …": which one, the heading says
    return Item(i, max(j, tail.end))


def _area_number(tokens: list[Token], i: int) -> bool:
    """Whether the number of an area stands at `i`: "Chánh án Tòa án nhân dân khu vực | 2"."""
    return 0 < i < len(tokens) and tokens[i - 1].key == "vực" and tokens[i].key.isdigit() and len(tokens[i].key) < 3


def _members_of(tokens: list[Token], i: int, commune: str | None) -> int:
    """End of "thành viên" with whose they are at `i`: "Các cơ quan | thành viên Ban Chỉ đạo tỉnh"; `i` elsewhere."""
    if not at(tokens, i, ("thành", "viên")):
        return i
    j = i + 3 if at(tokens, i + 2, ("của",)) else i + 2
    body = _prose_item(tokens, j, commune) if j < len(tokens) and tokens[j].capital else None
    return body.end if body is not None else i + 2 if _ends(tokens, j) else i


def _attached(tokens: list[Token], i: int) -> int:
    """Past "trực thuộc" at `i` with nothing named behind it: "Giám đốc các đơn vị | trực thuộc báo cáo …"; `i` elsewhere."""
    if not at(tokens, i, ("trực", "thuộc")):
        return i
    return i + 2 if boundary(tokens, i + 2) or duty_verb(tokens, i + 2) or first_at(tokens, i + 2, DUTY_AT) else i


def _of_one_kind(tokens: list[Token], i: int, j: int, commune: str | None) -> int:
    """End of departments named by their kind behind a plural and a head that ends at `j`: "các phòng | nghiệp vụ (thuộc Công an tỉnh)",
    "các khoa | lâm sàng"; `i` where none are."""
    words = first_at(tokens, j, _KINDS) if quantifier(tokens, i) > i else None
    if words is None:
        return i
    end = j + len(words)
    if end < len(tokens) and tokens[end].key in SOFT and (more := first_at(tokens, end + 1, _KINDS)):
        end += 1 + len(more)  # "các khoa lâm sàng, cận lâm sàng"
    linked = end + 1 if at(tokens, end, ("thuộc",)) or at(tokens, end, ("của",)) else end
    if linked < len(tokens) and tokens[linked].capital and (body := complete(tokens, linked, commune, prose=True)) is not None:
        return body.end
    tail = read_tail(tokens, end, commune)
    return tail.end if _ends(tokens, tail.end) or duty_verb(tokens, tail.end) else i


def _told_apart(tokens: list[Token], i: int, entry: Entry) -> int:
    """End of what tells a known body that ends at `i` from its like: "Hạt Kiểm lâm | liên xã 3", "Đội … | số 2", "Hợp tác xã | dịch vụ nông nghiệp"."""
    if i >= len(tokens):
        return i
    if entry.unit_id in ("htx", "doanh-nghiep"):
        return trade_end(tokens, i, entry.unit_id)
    if entry.unit_id == "chu-dau-tu":  # "các chủ đầu tư | hạ tầng khu công nghiệp", "… | các dự án điện gió"
        end = next((k for k in range(i, min(i + 9, len(tokens))) if _ends(tokens, k)), i)
        return end if end > i and (tokens[i].key in _INVESTED or tokens[i - 1].key == "án") else i
    if entry.kind != "office":
        return past_zone(tokens, i) if entry.kind == "authority" or entry.unit_id == "cac-dia-phuong" else area_end(tokens, i) if entry.kind == "enterprise" else village_at(tokens, i) if entry.unit_id == "to-chuc-ctxh" else i
    end = i + 2 if any(at(tokens, i, words) for words in _ACROSS) else i
    digit = end + 1 if end < len(tokens) and tokens[end].key == "số" else end
    numbered = digit < len(tokens) and tokens[digit].key.isdigit() and len(tokens[digit].key) < 3 and max(digit, end) > i
    return digit + 1 if numbered else end


def _names_field(tokens: list[Token], j: int, first: int) -> bool:
    """A capital verb inside a sentence is a name's: "Phòng | Quản lý đất đai", "Công ty TNHH | Khai thác công trình thủy lợi"."""
    if not tokens[j].capital or boundary(tokens, j):
        return False
    return j == first or (tokens[j - 1].word and not tokens[j].text.isupper())


def _managed(tokens: list[Token], j: int, head: tuple[int, Head]) -> bool:
    """Whether a verb at `j` is what a department is named to manage: "Phòng Quản lý | đầu tư", "Phòng Quản lý | thu"."""
    return j == head[0] + 2 and head[1].text in _DEPARTMENTS and tokens[head[0]].capital and at(tokens, head[0], ("quản", "lý"))


def _second_field(tokens: list[Token], i: int, commune: str | None) -> int:
    """End of the field behind a dash at `i` that a department known by its first one goes on with, its duty or whose it is behind
    that: "Phòng Quản lý chất lượng | - Công nghệ thông tin rà soát", "Ban Tổ chức | - Kiểm tra Hội Nông dân tỉnh"; `i` elsewhere."""
    if i >= len(tokens) or not hyphenated(tokens, i) or (is_verb(tokens, i + 1) and not (tokens[i - 1].key == "chức" and at(tokens, i + 1, ("kiểm", "tra")))):
        return i  # "Phòng Kinh tế | - Chủ trì, phối hợp …"
    for end in range(i + 2, min(i + 12, len(tokens))):
        if hyphenated(tokens, end) or hyphenated(tokens, end - 1):
            continue  # "Khoa Dược - Trang thiết bị | - Vật tư y tế"
        if not tokens[end].word or quantifier(tokens, end) > end:
            return end if end > i + 2 and tokens[end].key in (":", ",", ")") else i
        if end < i + 3:
            continue
        if tokens[end].capital and (whose := complete(tokens, end, commune, prose=True)) is not None and whose.entry is not None:
            return whose.end if _ends(tokens, whose.end) or duty_verb(tokens, whose.end) else i
        if duty_verb(tokens, end) or first_at(tokens, end, DUTY_AT):
            return end
    return i


def _more_fields(tokens: list[Token], j: int, commune: str | None) -> int:
    """End of the fields that go on with a name that ends at `j`: "Vụ Kế hoạch, Tài chính | và Quản lý doanh nghiệp"."""
    if j + 2 < len(tokens) and tokens[j].key == "và" and (last := _small_field(tokens, j + 1, commune)) > j + 1:
        return last
    while j + 1 < len(tokens) and tokens[j].key in (",", "và") and tokens[j + 1].capital and not starts_unit(tokens, j + 1, commune, True):
        j += 2  # the word behind "và" is a name's, be it a verb's too: "và Bảo vệ thực vật"
        while j < len(tokens) and not _ends(tokens, j):
            j += 1
    return j


def _small_field(tokens: list[Token], i: int, commune: str | None) -> int:
    """End of a field in small letters at `i` behind "và", its duty right behind it: "Phòng Quản lý vận tải và | phương tiện kiểm tra",
    "Trung tâm Quan trắc tài nguyên và | môi trường lấy mẫu"; `i` where another body or people stand there."""
    if tokens[i].capital or quantifier(tokens, i) > i or tokens[i].key in _NO_FIELD or starts_unit(tokens, i, commune, True):
        return i
    end = next((k for k in range(i + 1, min(i + 6, len(tokens))) if _ends(tokens, k)), i)
    return end if end > i and not _ends(tokens, i) and (tokens[end].key == ":" or duty_verb(tokens, end) or first_at(tokens, end, DUTY_AT)
                                                             or (end == i + 2 and tokens[end].key == "," and tokens[end + 1 : end + 2] and tokens[end + 1].capital and starts_unit(tokens, end + 1, commune, True))) else i


def _names_more(tokens: list[Token], item: Item) -> bool:
    """Whether a capital word continues the name of a bare head ("Công ty" + "Điện lực Miền Trung")."""
    i = item.end
    return (tokens[i].capital or at(tokens, i, ("đa", "khoa"))) and match_unit(tokens, i) is None and item.end - item.start <= 2


def _ends(tokens: list[Token], i: int) -> bool:
    return boundary(tokens, i) or (act_at(tokens, i) is not None and not opens_name(tokens, i))


def opens_name(tokens: list[Token], i: int) -> bool:
    """Whether a word that is a verb elsewhere begins the name of a kind of body: "Ban Chấp hành các | chi hội"."""
    head = match_head(tokens, i)
    if head is not None and head[1].text == "Lãnh đạo" and not tokens[i].capital:
        return False  # "Cấp ủy các chi bộ trực thuộc | lãnh đạo, tổ chức thực hiện"
    return head is not None and head[0] - i > 1


def units_of(tokens: list[Token], items: list[Item], source: str, commune: str | None) -> list[Unit]:
    """The units of items of a row, each once, in order; `source` is the text that the tokens were cut from."""
    out: dict[str, Unit] = {}
    for item in items:
        unit = make_unit(tokens, item, source, commune, None)
        if unit is not None:
            out.setdefault(unit.unit_id, unit)
    return list(out.values())
