"""Owners in sentences and headings: who is charged, and where the unit list after "phối hợp với" ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from normalizers.unit_any_acts import some_act
from normalizers.unit_bounded import bounded
from normalizers.unit_brackets import in_parenthesis, with_whom
from normalizers.unit_courtesy import COURTESY_FIRST, without_courtesy
from normalizers.unit_grammar import Item, boundary, quantifier
from normalizers.unit_helping import helps_beside, only_helps, others_help, parted_from_helpers, takes_part
from normalizers.unit_labels import list_label, of_their_level
from normalizers.unit_lists import role_label
from normalizers.unit_next_subjects import next_subject
from normalizers.unit_note_clauses import noted_clauses
from normalizers.unit_noted import behind_colon, by_roles, post_alone
from normalizers.unit_notes import CLAUSE_FIRST, without_clauses
from normalizers.unit_openings import may_name, small_head, typed_small
from normalizers.unit_orders import (
    CHARGES_AT,
    LINKS,
    OPENINGS,
    also_ordered,
    assigned,
    behind_basis,
    led_by_party,
    opened_at,
    ordered,
    ordered_late,
    own_offices,
    own_people,
)
from normalizers.unit_partners import (
    approving,
    by_its_name,
    cooperating,
    helps_at,
    of_each,
    past_aside,
    subjects,
    together_with,
)
from normalizers.unit_persons import persons
from normalizers.unit_rows import DUTY_AT, read_list, units_of
from normalizers.unit_small_heads import DATED, dated, duty_label, each_of, role_alone, told_by_duty, topic_colon
from normalizers.unit_tails import COMMUNE_LEVELS, at, by_first_word, first_at
from normalizers.unit_times import TIME_FIRST, past_time
from normalizers.unit_tokens import Token, behind_markers, skip_marker, tokenize
from normalizers.unit_told_roles import tells_roles, told_roles
from normalizers.unit_verbs import duty_verb
from normalizers.unit_which import apart, past_quoted, past_told, past_which, whose_works
from normalizers.values import Unit

_PEOPLE = frozenset({"nguoi-dan", "cac-ho-gia-dinh", "doanh-nghiep"})
_LATER_DUTY = (("chủ", "trì"), ("làm", "nòng", "cốt"), ("làm", "đầu", "mối"), ("là", "đầu", "mối"), ("tham", "mưu"), ("chịu", "trách", "nhiệm"), ("có", "trách", "nhiệm"))
_LATER_DUTY_AT = by_first_word(_LATER_DUTY, lambda words: words)
_ORDERS = frozenset({"giao", "phân"})
_NAMING, _PARTING = frozenset({"do", "giao"}), frozenset({",", ";", ".", "-", "–", "→", ">"})  # before or behind which a sentence may name who is charged
_SQUARE = str.maketrans("[]", "()")  # notes stand in either
_ATTACHED = re.compile(r"thuộc(?:,| và|/) ?(trực thuộc)")
_DUTY_OF_ALL = (("phải",), ("cũng", "phải"), ("cần",), ("có", "trách", "nhiệm"), ("chịu", "trách", "nhiệm"), ("có", "nhiệm", "vụ"), ("chủ", "động"), ("chủ", "trì"),
                ("vận", "động"), ("tuyên", "truyền"), ("thành", "lập"), ("huy", "động"), ("rà", "soát"), ("hướng", "dẫn"), ("phát", "động"), ("kiện", "toàn"))
_ANSWERS = (("chịu", "trách", "nhiệm"), ("có", "trách", "nhiệm"), ("phải",), ("chủ", "trì"))  # what leaders of bodies do themselves
_MADE, _FEW = frozenset({"cung", "ban", "phê", "cấp", "xây", "đầu", "biên", "phát", "công", "quản", "đề"}), 7  # who made something or decided on it; words of the rest of a short clause
_ATTENDING = frozenset({"tham", "dự", "cử", "hưởng"})  # "Tham gia hội thi …, do Sở X tổ chức": whose event it is
_DONE_LAST = re.compile(r"(?:phụ trách|đảm nhiệm|đảm trách|thực hiện|tổ chức)[ .;]*$|^\W*(?:Việc|Công tác|Công việc|Nội dung|Nhiệm vụ|Khâu|Phần) [^.;,:]{2,90} do ")
_WORKS = frozenset({"hội", "lớp", "cuộc", "đợt", "buổi", "công", "việc", "nội", "khâu", "phần", "nhiệm", "hoạt", "chuyên", "giải"})  # first words of what is done: "Việc cập nhật dữ liệu | do X phụ trách"
_AND_SO_ON = re.compile(r"(?:…|\.{3,})(?= ?(?:[^\W\d_]|,))")  # "Sở Y tế, Sở Tài chính… | tham mưu": the row goes on or its duty begins
_GIVEN_DUTY = (("được", "giao"), ("được", "phân", "công"), ("được", "yêu", "cầu"))  # "Sở Tư pháp được giao chủ trì …"
# A sentence without these wordings, and without a clause that begins with these words or as a row of units does, names no owner.
_CUES = (("phối", "hợp"), ("kết", "hợp", "với"), ("kết", "hợp", "cùng"), ("phối", "kết"), ("chủ", "trì"), (", giao",), (", do",), (", phân công",), ("; phân công",), *_LATER_DUTY)
_BEGINNINGS = frozenset({*DATED, "chỉ", "chính", "về", "trách", "nhiệm", "riêng", "ông", "bà", "thầy", "cô", "đ", *_NAMING, *CHARGES_AT, *(OPENINGS.keys() - {"thực", "triển"}), *CLAUSE_FIRST, *COURTESY_FIRST})
_ENDS, _CLAUSE_ENDS, _CUE_KEYS = frozenset({".", ";"}), frozenset({".", ";", ","}), frozenset({"(", "phối", "cùng", "kết"})


def _sentence_starts(tokens: list[Token]) -> list[int]:
    ends = [i for i, token in enumerate(tokens) if token[1] in _ENDS]  # [1]: the key, got at once
    return [0, *(i + 1 for i in ends if i + 1 < len(tokens) and tokens[i + 1].gap)]


def prose_owners(text: str, commune: str | None = None, *, duty: bool = False) -> tuple[list[Unit], list[Unit]]:
    """(lead, support) of a task sentence. Lead: only whom the sentence charges, as the object of "giao", "đề nghị" …, or
    as the subject of the duty; support: the row of units after "phối hợp (với)" and "(X phối hợp)". `duty`: the sentence is an
    item of "Tổ chức thực hiện", where settlements are charged like any body."""
    text = by_its_name(of_each(text)) if text[:1] in "MCĐB" else text
    if "[" in text:
        text = text.translate(_SQUARE)
    if "thuộc" in text:  # "các đơn vị thuộc, trực thuộc Sở" are one group
        text = _ATTACHED.sub(lambda m: " " * (len(m[0]) - 10) + m[1], text)
    if "…" in text or "..." in text:
        text = _AND_SO_ON.sub(lambda m: " " * len(m[0]), text)
    if not may_name(text, _CUES, _BEGINNINGS) and not behind_basis(text) and not (" do " in text and _DONE_LAST.search(text)) and "giao cho " not in text and not tells_roles(text):
        return [], []
    text = of_their_level(text)
    tokens = without_courtesy(without_clauses(tokenize(text)))
    first = skip_marker(tokens, 0)
    if first < len(tokens) and tokens[first].key == "các" and (label := list_label(tokens, first, commune)) > first:
        tokens = tokens[:first] + tokens[label:]  # "Các đơn vị: | Công an xã, Trạm Y tế xã triển khai …"
    lead, support = told_roles(tokens, commune) if tells_roles(text) else ([], [])
    if lead:
        return _apart_from(tokens, lead, support, text, commune)
    cues = [i for i, token in enumerate(tokens) if token[1] in _CUE_KEYS and (token[1] == "(" or helps_at(tokens, i))]
    last = max([i for i in cues if tokens[i].key == "phối"], default=0)
    starts = _sentence_starts(tokens)
    for n, (start, opening) in enumerate(zip(starts, behind_markers(tokens, starts), strict=True)):
        lead += _charged(tokens, opening, commune, first=n == 0, duty=duty)
        support += _helpers(tokens, start, commune) if n and start < last else []
    read = 0  # where a note ends that was read clause by clause
    for i in cues:
        if tokens[i].key != "(":
            if i >= read or (i + 2 < len(tokens) and tokens[i + 2].key not in _PARTING):
                row = cooperating(tokens, i, commune)
                support += row
                if row and tokens[row[0].start - 1].key == ":":  # "Phối hợp với các đơn vị: | Công an xã, Trạm Y tế tổ chức …": no sentence begins behind it
                    lead = [it for it in lead if all(it.start != helper.start for helper in row)]
            continue
        leads, helpers = noted_clauses(tokens, i, commune)
        if leads:
            read = len(tokens)
        else:
            leads, helpers = in_parenthesis(tokens, i, commune)
        lead += leads if not lead else []
        support += helpers
    if not lead:
        lead = _named_later(tokens, commune, support, starts) or (assigned(tokens, commune) if ", phân công " in text or "; phân công " in text else [])
    if not lead and not support and ":" in text:
        lead = behind_colon(tokens, first, commune)
    if len(lead) > 1 and "(" in text:
        lead, marked = by_roles(tokens, lead)
        support += marked
    if lead and (beside := together_with(tokens, lead, commune)):
        lead, support = [it for it in lead if it not in beside], support + beside
    if lead:
        others, helpers = _also_charged(tokens, commune, lead, support)
        lead, support = lead + others, support + helpers
    return _apart_from(tokens, lead, support, text, commune)


def _apart_from(tokens: list[Token], lead: list[Item], support: list[Item], text: str, commune: str | None) -> tuple[list[Unit], list[Unit]]:
    """The units of both rows; who leads is not among those who help."""
    units = units_of(tokens, lead, text, commune)
    taken = {u.unit_id for u in units}
    return units, [u for u in units_of(tokens, support, text, commune) if u.unit_id not in taken]


def _helpers(tokens: list[Token], start: int, commune: str | None) -> list[Item]:
    """A clause that only says who helps: "…; Phòng Kinh tế, Công an xã phối hợp (thực hiện)."."""
    items, end = read_list(tokens, start, commune)
    if not items or not at(tokens, end, ("phối", "hợp")):
        return []
    end += 4 if at(tokens, end + 2, ("thực", "hiện")) else 2
    return items if end >= len(tokens) or tokens[end].key in (".", ";", ")") else []


def _people(item: Item) -> bool:
    """Whom a sentence rather speaks of than charges: the people, households, "các thôn, bản"."""
    entry = item.entry
    return entry is not None and (entry.unit_id in _PEOPLE or (entry.kind == "collective" and entry.level == "village"))


def _bound(tokens: list[Token], i: int, duty: bool) -> bool:
    """Whether the words at `i` lay a duty on settlements too: "Các thôn phải …", "Các thôn tổ chức …", and in an item of "Tổ chức thực
    hiện" whatever is said of them."""
    return duty or duty_verb(tokens, i) or any(at(tokens, i, words) for words in _DUTY_OF_ALL)


def _named_later(tokens: list[Token], commune: str | None, support: list[Item], starts: list[int]) -> list[Item]:
    """Who is charged inside the sentence: "…, giao X làm đầu mối", "do X chủ trì", "Hằng năm, X tham mưu …"; `starts` of its clauses."""
    inside = {k for item in support for k in range(item.start, item.end)}
    passed = 0
    if (topic := topic_colon(tokens, skip_marker(tokens, 0))) and opened_at(tokens, topic + 1):
        starts = sorted([*starts, topic + 1])  # "Chế độ báo cáo: | Định kỳ hằng quý, các đơn vị báo cáo …"
    openings = [opened_at(tokens, at_word) or dated(tokens, at_word) for at_word in behind_markers(tokens, starts)]
    candidates = [i for i, (before, key) in enumerate(pairwise([token[1] for token in tokens]), 1) if key in _NAMING or before in _PARTING or before == "thì"]
    first = skip_marker(tokens, 0)
    for i in candidates:
        if i < passed:
            continue
        opened = openings[bisect_right(starts, i) - 1]  # "…; trước ngày 15/6, các trường báo cáo": the clause has an opening of its own
        named = tokens[i].key in _NAMING and tokens[i - 1].key not in ("tự", "lý", "bàn", "chuyển") and not whose_works(tokens, i, first)
        subject = tokens[i - 1].key in (",", ";") and (tokens[i].capital or tokens[i].key in ("đồng", "đ")) and i not in inside and not (opened and _submitted_to(tokens, i))
        # "Rà soát dữ liệu. Phòng X chủ trì, …", "… - Phòng X chủ trì": who leads is said behind the act.
        behind = tokens[i - 1].key in (".", "-", "–", "→", ">") and tokens[i].gap and tokens[i].capital and i not in inside
        # "Trên cơ sở …, các bộ, ngành xây dựng …": behind the opening clause the subject may be printed small.
        late = opened and not subject and tokens[i - 1].key == "," and i not in inside and (quantifier(tokens, i) > i or _chief(tokens, i) or small_head(tokens, i))
        if opened and tokens[i - 1].key == "," and (charged := ordered_late(tokens, starts[bisect_right(starts, i) - 1], i, commune)):
            return charged
        if not named and not subject and not behind and not late and tokens[i - 1].key != "thì":  # "Đối với người tự ứng cử thì | Ủy ban bầu cử có trách nhiệm …"
            continue
        given = tokens[i].key == "giao" and tokens[i - 1].key in ("được", "đã") and at(tokens, i + 1, ("cho",))  # "Nhiệm vụ này được | giao cho Sở X thực hiện."
        entrusted = given or 3 * (tokens[i].key == "giao" and (at(tokens, i + 1, ("trách", "nhiệm", "cho")) or at(tokens, i + 1, ("nhiệm", "vụ", "cho"))))
        items, end = read_list(tokens, i + 1 + entrusted if named else i, commune)
        if named:
            items, end = bounded(tokens, i + 1 + entrusted, items, end, commune)
        if not items:
            items, end = persons(tokens, i + 1 + entrusted if named else i)
        if opened and subject and approving(tokens, i, starts[bisect_right(starts, i) - 1], commune):
            continue  # "Căn cứ kế hoạch đã được Đảng ủy, | Ban Giám hiệu phê duyệt, …"
        if given and items and tokens[first].key in _WORKS:
            return items
        passed = end
        end += opened and at(tokens, end, (",",)) and end + 1 < len(tokens) and tokens[end + 1].key in ("chịu", "có")  # "Kết thúc đợt kiểm tra, Công an xã, | chịu trách nhiệm tổng hợp"
        if items and (at(tokens, end, ("chủ", "trì")) or (not behind and first_at(tokens, end, _LATER_DUTY_AT))):
            return items
        if items and named and tokens[i].key in _NAMING and (tokens[i - 1].key == "," or (i < 16 and tokens[first].key in _WORKS)) and _done_by(tokens, end) and tokens[first].key not in _ATTENDING:
            return items  # "Thăm các gia đình chính sách, do Hội Cựu chiến binh thực hiện."
        # "…, giao Trung tâm X thực hiện xong trước ngày 30/6": an order of its own behind the act.
        if items and named and tokens[i].key == "giao" and (tokens[i - 1].key in _PARTING or tokens[i - 1].key == ":") and duty_verb(tokens, end) and not any(_people(it) for it in items):
            return items
        if items and (late or (opened and subject)) and (words := first_at(tokens, end, CHARGES_AT)):
            return ordered(tokens, items, end, words, commune)  # "Trong thời gian tới, UBND xã giao | Phòng X …"
        if items and (late or (opened and subject)) and (duty_verb(tokens, end) or (subject and first_at(tokens, end, DUTY_AT)) or any(at(tokens, end, words) for words in _GIVEN_DUTY)) and all(it.entry is None or it.entry.unit_id not in _PEOPLE for it in items):
            return items
        # "…; UBND các xã, phường hoàn thành trước ngày 31/3/2026", "…. Sở X ưu tiên …": the clause has a subject of its own.
        if items and (tokens[i - 1].key == ";" or (tokens[i - 1].key == "." and behind)) and (duty_verb(tokens, end) or _some_act(tokens, items, end)) and not any(_people(it) for it in items):
            return items
    return []


_PLACES_HEAD = 10  # tokens of "; Chủ tịch Ủy ban nhân dân các xã:"
_EXAMPLES = 16  # words between "như" and one of the examples


def _submitted_to(tokens: list[Token], i: int) -> bool:
    """Whether the body at `i`, behind a comma, is one of those to whom the clause submits ("…, trình UBND tỉnh, | HĐND tỉnh xem xét"), or one
    of its examples ("các lực lượng như Sở X, | Công an tỉnh kịp thời xử lý")."""
    if tokens[i - 1].key != ",":
        return False
    if any(tokens[k].key == "như" and read_list(tokens, k + 1, None)[1] > i for k in range(max(0, i - _EXAMPLES), i - 1)):
        return True
    before = next((k for k in range(i - 2, -1, -1) if tokens[k].key in _PARTING), -1) + 1
    return tokens[before].key == "trình" and not tokens[before].capital


def _done_by(tokens: list[Token], i: int) -> bool:
    """Whether a word of doing at `i` ends the clause: "do X | thực hiện.", "do X | phụ trách;"."""
    words = next((w for w in (("tổ", "chức", "thực", "hiện"), ("tổ", "chức"), ("thực", "hiện"), ("đảm", "nhiệm"), ("đảm", "nhận"), ("đảm", "trách"), ("phụ", "trách")) if at(tokens, i, w)), ())
    end = i + len(words)
    if not words and duty_verb(tokens, i) and tokens[i].key not in _MADE and tokens[skip_marker(tokens, 0)].key in _WORKS:
        return i >= len(tokens) - _FEW and all(t.key != ";" for t in tokens[i:])  # "Công tác hậu cần do X | chuẩn bị." and nothing behind it
    # "Công tác tuyên truyền do X | đảm nhận, thực hiện thường xuyên."
    return bool(words) and (end >= len(tokens) or tokens[end].key in (".", ";") or (tokens[end].key == "," and tokens[skip_marker(tokens, 0)].key in _WORKS))


def _chief(tokens: list[Token], i: int) -> bool:
    """Whether the heads of several bodies are named at token `i`: "thủ trưởng các phòng, đơn vị", "người đứng đầu các cơ quan"."""
    return any(at(tokens, i, words) and quantifier(tokens, i + len(words)) > i + len(words) for words in (("thủ", "trưởng"), ("người", "đứng", "đầu")))


def _also_charged(tokens: list[Token], commune: str | None, lead: list[Item], support: list[Item]) -> tuple[list[Item], list[Item]]:
    """(lead, support) in the later clauses of a paragraph that charges several: "X chủ trì …; Y chủ trì …", "X rà soát …. Y
    phối hợp với Z theo dõi …", "X chủ trì, Y phối hợp thực hiện". Behind a comma the duty must be said with "chủ trì" or
    "phối hợp", as a row of units may stand there."""
    out: list[Item] = []
    helpers: list[Item] = []
    depth = passed = 0
    inside = {k for item in (*lead, *support) for k in range(item.start, item.end)}
    for a, b in pairwise(sorted((*lead, *support), key=lambda item: item.start)):
        if b.prefix and b.start - a.end < _PLACES_HEAD:  # "…; UBND các xã: | A, B": the head that places of one row share
            inside |= set(range(a.end, b.start))
    for i in range(1, len(tokens)):
        parting = tokens[i - 1][1]
        if parting == "(":
            depth += 1
        elif parting == ")" and depth:
            depth -= 1
        if parting == "," and tokens[i][1] in _ORDERS and not depth and i > passed and i not in inside:
            others, passed = also_ordered(tokens, i, commune)
            out += others
        if parting not in _CLAUSE_ENDS or depth or i < passed or i in inside or not tokens[i].gap or not (tokens[i].capital or quantifier(tokens, i) > i or (parting != "," and typed_small(tokens, i))):
            continue
        if (label := role_label(tokens, i)) > i and tokens[label - 1].key == ":":
            continue  # "Cơ quan phối hợp: …" names by its label
        items, end = read_list(tokens, i, commune)
        if items and (told := past_which(tokens, end)) > end:
            items, end = [*items[:-1], Item(items[-1].start, told)], told
        passed = end
        people = any(_people(it) for it in items)
        if items and at(tokens, end, ("phối", "hợp")):
            if not with_whom(tokens, end + 2) or others_help(tokens, end + 2, commune):
                items = (_told_before(tokens, i, end, commune) if parting == "," else []) or items
                helpers += [it for it in items if it.entry is None or it.entry.unit_id not in _PEOPLE]
            elif parting != "," and not people:
                out += items
        elif items and takes_part(tokens, i, end):
            helpers += items
        elif not items or people:
            continue
        elif only_helps(tokens, end):  # "X chủ trì, Y hỗ trợ."
            helpers += items if helps_beside(tokens, i) else []
        elif parting == ",":
            if at(tokens, end, ("chủ", "trì")) or (_acts(tokens, items, end) and next_subject(tokens, i, items, end, max((it.end for it in (*lead, *out) if it.end < i), default=i), inside)):
                out += items
        elif words := first_at(tokens, end, CHARGES_AT):  # "UBND xã yêu cầu các cơ quan …"
            out += ordered(tokens, items, end, words, commune)
        elif _acts(tokens, items, end):
            out += items
    return out, helpers


def _acts(tokens: list[Token], items: list[Item], end: int) -> bool:
    """Whether a row that ends before token `end` inside a paragraph goes on with what it does."""
    return duty_verb(tokens, end) or first_at(tokens, end, DUTY_AT) is not None or _some_act(tokens, items, end)


def _some_act(tokens: list[Token], items: list[Item], end: int) -> bool:
    """`some_act` inside a paragraph, behind longer names alone: "Đoàn kiểm tra | công vụ" is one name."""
    return (items[-1].end - items[-1].start > 3 or tokens[end - 1].key in COMMUNE_LEVELS) and some_act(tokens, items, end)


def _told_before(tokens: list[Token], i: int, end: int, commune: str | None) -> list[Item]:
    """The whole row that ends before token `end`, where "chỉ đạo" begins it before `i`: "chỉ đạo | Phòng Kinh tế, Công an xã phối hợp rà soát"."""
    start = next((k + 2 for k in range(i - 2, -1, -1) if tokens[k].key == "chỉ" and tokens[k + 1].key == "đạo"), 0)
    row, last = read_list(tokens, start, commune) if start else ([], 0)
    return row if last == end else []


def _charged(tokens: list[Token], i: int, commune: str | None, first: bool, duty: bool) -> list[Item]:
    if (link := first_at(tokens, i, LINKS)) and first_at(tokens, i + len(link), CHARGES_AT):
        i += len(link)
    if i < len(tokens) and tokens[i].key == "riêng":
        i += 1  # "Riêng | Công an xã xây dựng kế hoạch bảo vệ"
    if first and (at(tokens, i, ("đối", "với")) or at(tokens, i, ("về", "phía"))):
        items, end = read_list(tokens, i + 2, commune)
        return items if at(tokens, end, (":",)) and not all(_people(it) for it in items) else []
    if words := first_at(tokens, i, CHARGES_AT):
        if words == ("phân", "công") and (not first or own_people(tokens, i + len(words))):
            return []  # "phân công (các) đảng ủy viên dự đại hội chi bộ", "…; phân công đảng viên phụ trách hộ": the subject's own people, not whom the plan charges
        first_named = i + len(words)
        if at(tokens, first_named, ("các",)):
            first_named = list_label(tokens, first_named, commune)  # "Giao các đơn vị: | Phòng Kinh tế, Công an xã thành lập …"
        items, end = bounded(tokens, first_named, *read_list(tokens, first_named, commune), commune)
        if not items:
            items, end = persons(tokens, first_named)
        if at(tokens, end, ("đầu", "mối")):
            return []  # "giao cơ quan đầu mối theo dõi" leaves open which one
        return parted_from_helpers(tokens, items, end) if items and end < len(tokens) else []
    if at(tokens, i, ("chỉ", "đạo")):
        items, end = read_list(tokens, i + 2, commune)
        return items if items and end < len(tokens) and (tokens[end].key == ":" or at(tokens, end, ("chủ", "trì")) or (first and own_offices(items) and duty_verb(tokens, end))) else []
    label = role_label(tokens, i) if i < len(tokens) else i
    if label > i and tokens[label - 1].key == ":":
        return [] if any(at(tokens, k, ("phối", "hợp")) for k in range(i, label)) else read_list(tokens, label, commune)[0]
    if (labelled := duty_label(tokens, i)) > i:
        items, end = read_list(tokens, labelled, commune)
        return items if boundary(tokens, end) and (tokens[labelled - 1].key in (":", "về", "thuộc") or at(tokens, end, (":",))) else []
    small = first and typed_small(tokens, i)
    if role_alone(tokens, i) or not first or i >= len(tokens) or not (tokens[i].capital or small) or at(tokens, i, ("lực", "lượng", "tại", "chỗ", ":")):
        return []  # "Lực lượng tại chỗ: …" beside "Phương tiện tại chỗ: …"
    items, end = bounded(tokens, i, *(subjects(tokens, i, commune) if duty else read_list(tokens, i, commune)), commune, subject=True)
    if not items and (topic := topic_colon(tokens, i)) > i:
        words = first_at(tokens, topic + 1, CHARGES_AT) or ()  # "Thời hạn: Yêu cầu Phòng Kinh tế gửi …"
        items, end = read_list(tokens, topic + 1 + len(words), commune)  # "Kinh phí: Phòng Kinh tế tham mưu …": the subject behind a topic
        if words and items and words != ("phân", "công"):
            return items if duty_verb(tokens, end) else []
        if end < len(tokens) and tokens[end].key in (":", ";"):
            return []
    if told := told_by_duty(tokens, i):
        return told
    items, end = (items, end) if items else persons(tokens, i)
    if not items and (end := post_alone(tokens, i)) > i:
        return [Item(i, end)]
    if not items or end >= len(tokens):
        return []
    if tokens[end].key == ":":
        return items
    if tokens[i].key == "lãnh" and items[0].entry is None and led_by_party(tokens, i + 2) and not any(at(tokens, end, words) for words in _ANSWERS):
        return []  # "Lãnh đạo | chính quyền cụ thể hóa nghị quyết …": what a committee does, no body's name
    if words := first_at(tokens, end, CHARGES_AT):  # "UBND xã yêu cầu các cơ quan …": the charged, not who charges
        return ordered(tokens, items, end, words, commune)
    people = all(_people(it) for it in items)
    if end < len(tokens) and (passed := past_told(tokens, end)) > end:
        items = [*items[:-1], Item(items[-1].start, passed)] if tokens[end].key != "do" else items
        end = passed
    end = past_aside(tokens, past_quoted(tokens, end))
    while end < len(tokens) and tokens[end].key in (",", "-"):
        end += 1
    end = each_of(tokens, end)
    if end < len(tokens) and tokens[end].key in TIME_FIRST:
        end = past_time(tokens, end)
    if people and all(it.entry is not None and it.entry.unit_id not in _PEOPLE for it in items):
        people = not _bound(tokens, end, duty)
    if duty_verb(tokens, end) or first_at(tokens, end, DUTY_AT) or any(at(tokens, end, words) for words in _GIVEN_DUTY) or at(tokens, end, ("trong", "quá", "trình")) or together_with(tokens, items, commune) or some_act(tokens, items, end):
        return [] if people else items
    return [] if people or not apart(tokens, end) else items  # "Các thôn | chưa đạt chỉ tiêu | phải hoàn thành …"

