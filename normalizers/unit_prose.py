"""Owners in sentences and headings: who is charged, and where the unit list after "phối hợp với" ends."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from normalizers.unit_grammar import Item, boundary, complete, make_unit, quantifier, starts_unit
from normalizers.unit_lists import cut, role_label, without_clauses, without_courtesy, without_notes
from normalizers.unit_tails import at, by_first_word, first_at, place_name, read_tail
from normalizers.unit_tokens import SOFT, Token, tokenize
from normalizers.unit_verbs import act_at, is_verb
from normalizers.unit_vocab import match_head, match_unit
from normalizers.values import Unit

_CHARGES = tuple(
    tuple(w.split())
    for w in ("giao trách nhiệm cho", "giao nhiệm vụ cho", "phân công nhiệm vụ cho", "kính đề nghị", "trân trọng đề nghị", "đề nghị", "yêu cầu", "phân công", "giao cho", "giao")
)
_CHARGES_AT = by_first_word(_CHARGES, lambda words: words)
_FILLERS = (("chặt", "chẽ"), ("thường", "xuyên"), ("đồng", "bộ"), ("hiệu", "quả"), ("tốt",), ("kịp", "thời"), ("có", "hiệu", "quả"), (",",), ("cùng", "với"), ("với",),
            ("cùng",), ("và",), (":",))
_FILLERS_AT = by_first_word(_FILLERS, lambda words: words)
# Bodies named after several fields: "Chi cục Trồng trọt và Bảo vệ thực vật".
_FIELD_HEADS = frozenset({"Trung tâm", "Sở", "Viện", "Cục", "Vụ", "Chi cục", "Tổng cục", "Phòng", "Ban"})
MAX_ROW = 40  # units in one row of a sentence; longer rows are no sentence, and the bound keeps the time linear
_NOT_ACT = frozenset({"chế", "sự", "tác", "bộ", "mối", "vụ"})  # "quy chế phối hợp", "sự phối hợp", "công tác phối hợp"
_NO_PERSON = frozenset({"động", "công"})  # "động viên", "công viên" are no people
_MEMBERS = frozenset({"đảng", "đoàn", "hội", "đội", "học", "sinh", "giáo", "nhân", "thành", "ủy", "động", "công"})  # "kết nạp | đảng viên" is an act
_PEOPLE = frozenset({"nguoi-dan", "cac-ho-gia-dinh", "doanh-nghiep"})
_HEADING_PREFIXES = tuple(
    tuple(w.split())
    for w in ("đề nghị", "kính đề nghị", "yêu cầu", "giao trách nhiệm cho", "giao nhiệm vụ cho", "giao cho", "giao", "phân công", "chỉ đạo", "đối với", "trách nhiệm của",
              "nhiệm vụ của", "trách nhiệm", "về phía")
)
_HEADING_PREFIXES_AT = by_first_word(_HEADING_PREFIXES, lambda words: words)
_NOTED_DUTY = (("tham", "mưu", "thực", "hiện"), ("triển", "khai", "thực", "hiện"), ("tham", "mưu"), ("thực", "hiện"), ("phụ", "trách"), ("đảm", "nhiệm"), ("làm", "đầu", "mối"))
_LATER_DUTY = (("chủ", "trì"), ("làm", "đầu", "mối"), ("là", "đầu", "mối"), ("tham", "mưu"), ("chịu", "trách", "nhiệm"), ("có", "trách", "nhiệm"))
_NOTED_DUTY_AT, _LATER_DUTY_AT = by_first_word(_NOTED_DUTY, lambda words: words), by_first_word(_LATER_DUTY, lambda words: words)
# Clauses that open a sentence before its subject: "Trên cơ sở …, các bộ, ngành xây dựng kế hoạch", "Định kỳ hằng quý, Sở X …".
_OPENINGS = by_first_word([("trên", "cơ", "sở"), ("căn", "cứ"), ("theo", "chức"), ("theo", "định"), ("định", "kỳ"), ("hằng", "năm"), ("hàng", "năm"), ("hằng", "quý"), ("hằng", "tháng"), ("để",), ("nhằm",),
                       ("trong", "quá", "trình"), ("sau", "khi"), ("ngay", "sau"), ("khi",), ("nếu",), ("trường", "hợp"), ("trước", "ngày"), ("chậm", "nhất")], lambda words: words)
_OWN_PEOPLE = (("cán", "bộ"), ("công", "chức"), ("viên", "chức"), ("nhân", "viên"), ("giáo", "viên"), ("đảng", "viên"), ("chuyên", "viên"))
_NAMING, _PARTING = frozenset({"do", "giao"}), frozenset({",", ";", ".", "-", "–"})  # before or behind which a sentence may name who is charged
_TOLD = frozenset({"gửi", "qua", "thuộc", "như", "gồm", "tại"})  # words behind which a note explains
_TIME_WORDS = frozenset({"quý", "tháng", "năm", "trước", "trong", "hoàn", "xong", "ngày", "thường", "hằng", "hàng", "định", "đến", "giai"})
_DUTY: tuple[tuple[str, ...], ...] = (("có", "trách", "nhiệm"), ("chịu", "trách", "nhiệm"), ("chủ", "trì"), ("phối", "hợp"), ("thực", "hiện"), ("có", "nhiệm", "vụ"), ("trực", "tiếp"), ("là",))
_DUTY_AT = by_first_word(_DUTY, lambda words: words)


def read_list(tokens: list[Token], i: int, commune: str | None) -> tuple[list[Item], int]:
    """A row of units at token `i` of a sentence, separated by , ; và: (items, end). Empty where none begins there."""
    items: list[Item] = []
    end = i
    while i < len(tokens) and len(items) < MAX_ROW:
        item = _prose_item(tokens, i, commune)
        if item is None:
            break
        items.append(item)
        end = item.end
        if end < len(tokens) and tokens[end].key == "(":
            end = _close(tokens, end)
        i = end
        while i < len(tokens) and (tokens[i].key in SOFT or tokens[i].key == ";" or at(tokens, i, ("cùng", "với"))):
            i += 2 if tokens[i].key == "cùng" else 1
        label = role_label(tokens, i) if i < len(tokens) else i
        if i == end or (label > i and tokens[label - 1].key == ":"):
            break
    return items, end


def _close(tokens: list[Token], i: int) -> int:
    j = i
    while j < len(tokens) and tokens[j].key != ")":
        j += 1
    return min(j + 1, len(tokens))


def _prose_item(tokens: list[Token], i: int, commune: str | None) -> Item | None:
    item = complete(tokens, i, commune, prose=True)
    head = match_head(tokens, quantifier(tokens, i))
    if item is not None and item.end < len(tokens) and not _ends(tokens, item.end) and head and _names_more(tokens, item):
        item = None
    word = item is not None and item.end - item.start == 1 and not tokens[i].capital
    if item is not None and not (word and item.entry is not None and item.entry.kind != "collective"):
        numbered = item.end < len(tokens) and tokens[item.end].key.isdigit() and len(tokens[item.end].key) <= 2
        area = tokens[item.end - 1].key == "vực" or at(tokens, item.end - 2, ("cơ", "sở"))
        # "Thuế cơ sở 5 rà soát": offices of an area are told apart by their number.
        if numbered and area and item.entry is not None and item.entry.kind == "office":
            return Item(i, read_tail(tokens, item.end + 1, commune).end)  # "Thuế cơ sở 2 thành phố Đà Nẵng"
        seat = item.end + 2 if at(tokens, item.end, ("cơ", "sở")) else item.end
        office = item.entry is not None and item.entry.kind == "office" and item.entry.level != "province" and seat < len(tokens) and tokens[seat].capital
        named = place_name(tokens, seat, commune) if office else seat
        if named > seat and (seat > item.end or _ends(tokens, named)):
            return Item(i, named)  # "Bảo hiểm xã hội cơ sở Phú Lộc", "Đồn Biên phòng Cô Tô tuần tra"
        return item
    if head is None or not (head[1].strong or tokens[quantifier(tokens, i)].capital or (head[0] < len(tokens) and tokens[head[0]].capital)):
        return None
    j = head[0]
    levels = read_tail(tokens, j, commune)
    if quantifier(tokens, i) > i and len(levels.levels) > 1 and not levels.names:
        return Item(i, levels.end)  # "Các đảng ủy xã, phường"
    if head[1].takes_unit:
        inner = complete(tokens, j, commune, prose=True) or complete(tokens, j - 1, commune, prose=True)  # "Trưởng | phòng Kinh tế"
        if inner is not None and inner.end > j:
            return Item(i, inner.end)
        under = match_head(tokens, quantifier(tokens, j))
        if under is not None and is_verb(tokens, under[0]) and is_verb(tokens, under[0] + 2):
            return Item(i, under[0] + 2)  # "Tổ trưởng tổ điều tra | kiểm tra phiếu"
    while j < len(tokens) and (not _ends(tokens, j) or _names_field(tokens, j, head[0]) or _hyphenated(tokens, j)):
        j += 2 if _hyphenated(tokens, j) else 1
    while j < len(tokens) and tokens[j].key in (",", "và") and j + 1 < len(tokens) and tokens[j + 1].capital and not starts_unit(tokens, j + 1, commune, True) and head[1].text in _FIELD_HEADS:
        j += 2  # the word behind "và" is a name's, be it a verb's too: "và Bảo vệ thực vật"
        while j < len(tokens) and not _ends(tokens, j):
            j += 1
    tail = read_tail(tokens, j, commune)
    if tail.end == head[0] or j == head[0]:
        plural = quantifier(tokens, i) > i and head[1].strong and _ends(tokens, j)
        if head[1].strong and tokens[i].capital and j - i >= 3 and first_at(tokens, j, _DUTY_AT):
            return Item(i, j)  # "Tổ công tác có nhiệm vụ …": the head of three words is the name
        beside = match_head(tokens, j + 1) if head[1].kind == "person" and j + 1 < len(tokens) and tokens[j].key == "," else None
        if beside is not None and beside[1].kind == "person" and tokens[i].capital and head[1].strong:
            return Item(i, j)  # "Bộ trưởng, Thủ trưởng cơ quan ngang bộ": a post alone before another
        return Item(i, j) if plural else None  # "Các tập đoàn, tổng công ty nhà nước"
    return Item(i, max(j, tail.end))


def _names_field(tokens: list[Token], j: int, first: int) -> bool:
    """A capital verb inside a sentence is a name's: "Phòng | Quản lý đất đai", "Công ty TNHH | Khai thác công trình thủy lợi"."""
    if not tokens[j].capital or boundary(tokens, j):
        return False
    return j == first or (tokens[j - 1].word and not tokens[j].text.isupper())


def _hyphenated(tokens: list[Token], j: int) -> bool:
    """A dash inside a name of two fields: "Phòng Kế hoạch - Tài chính", "Phòng Tổ chức – Hành chính"."""
    return tokens[j].key in ("-", "–") and j + 1 < len(tokens) and tokens[j + 1].capital and not tokens[j + 1].text.isupper() \
        and match_head(tokens, j + 1) is None and match_unit(tokens, j + 1) is None


def _names_more(tokens: list[Token], item: Item) -> bool:
    """Whether a capital word continues the name of a bare head ("Công ty" + "Điện lực Miền Trung")."""
    i = item.end
    return tokens[i].capital and match_unit(tokens, i) is None and item.end - item.start <= 2


def _ends(tokens: list[Token], i: int) -> bool:
    return boundary(tokens, i) or (act_at(tokens, i) is not None and not _opens_name(tokens, i))


def _opens_name(tokens: list[Token], i: int) -> bool:
    """Whether a word that is a verb elsewhere begins the name of a kind of body: "Ban Chấp hành các | chi hội"."""
    head = match_head(tokens, i)
    return head is not None and head[0] - i > 1


def units_of(tokens: list[Token], items: list[Item], source: str, commune: str | None) -> list[Unit]:
    """The units of items of a row, each once, in order; `source` is the text that the tokens were cut from."""
    out: dict[str, Unit] = {}
    for item in items:
        unit = make_unit(tokens, item, source, commune, None)
        if unit is not None:
            out.setdefault(unit.unit_id, unit)
    return list(out.values())


_ATTACHED = re.compile(r"thuộc(?:,| và|/) ?(trực thuộc)")
_GIVEN_DUTY = (("được", "giao"), ("được", "phân", "công"))  # "Sở Tư pháp được giao chủ trì …"


def _sentence_starts(tokens: list[Token]) -> list[int]:
    starts = [0]
    for i, token in enumerate(tokens[:-1]):
        if token.key in (".", ";") and tokens[i + 1].gap:
            starts.append(i + 1)
    return starts


def _skip_marker(tokens: list[Token], i: int) -> int:
    while i < len(tokens) and (not tokens[i].word or tokens[i].key.isdigit() or (len(tokens[i].key) == 1 and i + 1 < len(tokens) and tokens[i + 1].key in (")", "."))):
        i += 1
    return i


def prose_owners(text: str, commune: str | None = None) -> tuple[list[Unit], list[Unit]]:
    """(lead, support) of a task sentence. Lead: only whom the sentence charges, as the object of "giao", "đề nghị" …, or
    as the subject of the duty; support: the row of units after "phối hợp (với)" and "(X phối hợp)"."""
    if "thuộc" in text:  # "các đơn vị thuộc, trực thuộc Sở" are one group
        text = _ATTACHED.sub(lambda m: " " * (len(m[0]) - 10) + m[1], text)
    tokens = without_courtesy(without_clauses(tokenize(text)))
    lead: list[Item] = []
    support: list[Item] = []
    cues = [i for i, token in enumerate(tokens) if token.key == "(" or (token.key == "phối" and at(tokens, i, ("phối", "hợp")))]
    last = max([i for i in cues if tokens[i].key == "phối"], default=0)
    for n, start in enumerate(_sentence_starts(tokens)):
        lead += _charged(tokens, start, commune, first=n == 0)
        support += _helpers(tokens, start, commune) if n and start < last else []
    for i in cues:
        if tokens[i].key == "phối":
            support += cooperating(tokens, i, commune)
        else:
            leads, helpers = in_parenthesis(tokens, i, commune)
            lead += leads if not lead else []
            support += helpers
    if not lead:
        lead = _named_later(tokens, commune, support)
    if lead:
        lead = lead + _also_charged(tokens, commune, support)
    units = units_of(tokens, lead, text, commune)
    taken = {u.unit_id for u in units}
    return units, [u for u in units_of(tokens, support, text, commune) if u.unit_id not in taken]


def _helpers(tokens: list[Token], start: int, commune: str | None) -> list[Item]:
    """A clause that only says who helps: "…; Phòng Kinh tế, Công an xã phối hợp (thực hiện)."."""
    items, end = read_list(tokens, start, commune)
    if not items or not at(tokens, end, ("phối", "hợp")):
        return []
    end += 2
    if at(tokens, end, ("thực", "hiện")):
        end += 2
    return items if end >= len(tokens) or tokens[end].key in (".", ";", ")") else []


def _people(item: Item) -> bool:
    """Whom a sentence rather speaks of than charges: the people, households, "các thôn, bản"."""
    entry = item.entry
    return entry is not None and (entry.unit_id in _PEOPLE or (entry.kind == "collective" and entry.level == "village"))


def _unquoted(tokens: list[Token], i: int) -> int:
    """End of the quoted words at `i` and the comma behind them (a motto between subject and verb), else `i`."""
    if i >= len(tokens) or tokens[i].key not in ("“", '"'):
        return i
    j = next((k for k in range(i + 1, min(i + 30, len(tokens))) if tokens[k].key in ("”", '"')), None)
    return i if j is None else j + 1


def _named_later(tokens: list[Token], commune: str | None, support: list[Item]) -> list[Item]:
    """Who is charged inside the sentence: "…, giao X làm đầu mối", "do X chủ trì", "Hằng năm, X tham mưu …"."""
    inside = {k for item in support for k in range(item.start, item.end)}
    passed = 0
    first = _skip_marker(tokens, 0)
    opened = first_at(tokens, first, _OPENINGS) is not None
    candidates = [i for i in range(1, len(tokens)) if tokens[i].key in _NAMING or tokens[i - 1].key in _PARTING]
    for i in candidates:
        if i < passed:
            continue
        named = tokens[i].key in _NAMING and tokens[i - 1].key not in ("tự", "lý", "bàn", "chuyển")
        subject = tokens[i - 1].key in (",", ";") and tokens[i].capital and i not in inside
        # "Rà soát dữ liệu. Phòng X chủ trì, …", "… - Phòng X chủ trì": who leads is said behind the act.
        behind = tokens[i - 1].key in (".", "-", "–") and tokens[i].gap and tokens[i].capital and i not in inside
        # "Trên cơ sở …, các bộ, ngành xây dựng …": behind the opening clause the subject may be printed small.
        late = opened and not subject and tokens[i - 1].key == "," and i not in inside and (quantifier(tokens, i) > i or _chief(tokens, i))
        if not named and not subject and not behind and not late:
            continue
        items, end = read_list(tokens, i + 1 if named else i, commune)
        passed = end
        if items and (at(tokens, end, ("chủ", "trì")) or (not behind and first_at(tokens, end, _LATER_DUTY_AT))):
            return items
        if items and (late or (opened and subject)) and is_verb(tokens, end) and all(it.entry is None or it.entry.unit_id not in _PEOPLE for it in items):
            return items
        # "…; UBND các xã, phường hoàn thành trước ngày 31/3/2026": the clause has a subject of its own.
        if items and tokens[i - 1].key == ";" and is_verb(tokens, end) and not any(_people(it) for it in items):
            return items
    return []


def _chief(tokens: list[Token], i: int) -> bool:
    """Whether the heads of several bodies are named at token `i`: "thủ trưởng các phòng, đơn vị", "người đứng đầu các cơ quan"."""
    return any(at(tokens, i, words) and quantifier(tokens, i + len(words)) > i + len(words) for words in (("thủ", "trưởng"), ("người", "đứng", "đầu")))


def _also_charged(tokens: list[Token], commune: str | None, support: list[Item]) -> list[Item]:
    """The subjects of the later clauses of a paragraph that charges several: "X chủ trì …; Y chủ trì …", "X rà soát …. Y theo
    dõi …". Behind a comma the duty must be said with "chủ trì", as a row of units may stand there."""
    out: list[Item] = []
    depth = passed = 0
    inside = {k for item in support for k in range(item.start, item.end)}
    for i in range(1, len(tokens)):
        depth = max(0, depth + {"(": 1, ")": -1}.get(tokens[i - 1].key, 0))
        parting = tokens[i - 1].key
        if depth or i < passed or i in inside or parting not in (";", ".", ",") or not tokens[i].gap or not (tokens[i].capital or quantifier(tokens, i) > i):
            continue
        items, end = read_list(tokens, i, commune)
        passed = end
        if not items or any(_people(it) for it in items):
            continue
        if parting == ",":
            if at(tokens, end, ("chủ", "trì")):
                out += items
        elif words := first_at(tokens, end, _CHARGES_AT):  # "UBND xã yêu cầu các cơ quan …"
            out += read_list(tokens, end + len(words), commune)[0] or items
        elif not at(tokens, end, ("phối", "hợp")) and (is_verb(tokens, end) or first_at(tokens, end, _DUTY_AT)):
            out += items
    return out


def _charged(tokens: list[Token], start: int, commune: str | None, first: bool) -> list[Item]:
    i = _skip_marker(tokens, start)
    if words := first_at(tokens, i, _CHARGES_AT):
        own = i + len(words) < len(tokens) and (tokens[i + len(words)].key.isdigit() or any(at(tokens, i + len(words), w) for w in _OWN_PEOPLE))
        if words == ("phân", "công") and (not first or own):
            return []  # "…; phân công đảng viên phụ trách hộ": the subject's own people, not whom the plan charges
        items, end = read_list(tokens, i + len(words), commune)
        if at(tokens, end, ("đầu", "mối")):
            return []  # "giao cơ quan đầu mối theo dõi" leaves open which one
        return items if items and end < len(tokens) else []
    if at(tokens, i, ("chỉ", "đạo")):
        items, end = read_list(tokens, i + 2, commune)
        return items if items and end < len(tokens) and tokens[end].key == ":" else []
    label = role_label(tokens, i) if i < len(tokens) else i
    if label > i and tokens[label - 1].key == ":":
        return [] if any(at(tokens, k, ("phối", "hợp")) for k in range(i, label)) else read_list(tokens, label, commune)[0]
    if not first or i >= len(tokens) or not tokens[i].capital:
        return []
    items, end = read_list(tokens, i, commune)
    if not items and (topic := next((k for k in range(i + 1, min(i + 8, len(tokens))) if not tokens[k].word), i)) > i and tokens[topic].key == ":":
        items, end = read_list(tokens, topic + 1, commune)  # "Kinh phí: Phòng Kinh tế tham mưu …": the subject behind a topic
        if end < len(tokens) and tokens[end].key in (":", ";"):
            return []
    if not items or end >= len(tokens):
        return []
    if tokens[end].key == ":":
        return items
    if words := first_at(tokens, end, _CHARGES_AT):  # "UBND xã yêu cầu các cơ quan …": the charged, not who charges
        return read_list(tokens, end + len(words), commune)[0] or items
    people = all(_people(it) for it in items)
    end = _unquoted(tokens, end)
    while end < len(tokens) and tokens[end].key in (",", "-"):
        end += 1
    if is_verb(tokens, end) or first_at(tokens, end, _DUTY_AT) or any(at(tokens, end, words) for words in _GIVEN_DUTY):
        return [] if people else items
    return []


def cooperating(tokens: list[Token], i: int, commune: str | None) -> list[Item]:
    """The row of units behind "phối hợp" at token `i`."""
    if i and tokens[i - 1].key in _NOT_ACT and not (tokens[i - 1].key == "bộ" and tokens[i - 2 : i - 1] and tokens[i - 2].key == "cán"):
        return []
    j = i + 2
    moved = True
    while moved and j < len(tokens):
        moved = False
        for filler in _FILLERS_AT.get(tokens[j].key, ()):
            if at(tokens, j, filler) and not (filler in ((",",), ("và",)) and not starts_unit(tokens, j + 1, commune, True) and not any(at(tokens, j + 1, f) for f in (("với",), ("cùng",)))):
                j += len(filler)
                moved = True
                break
    return [it for it in read_list(tokens, j, commune)[0] if it.entry is None or it.entry.unit_id not in ("nguoi-dan", "cac-ho-gia-dinh")]


def in_parenthesis(tokens: list[Token], i: int, commune: str | None) -> tuple[list[Item], list[Item]]:
    """(lead, support) of a note at "(": "(X phối hợp)", "(do X chủ trì; Y, Z phối hợp)"; at the end "(X, Quý II/2026)",
    "(X tham mưu; hoàn thành trước 15/02/2026)", "(X thực hiện)"."""
    start = i + 2 if i + 1 < len(tokens) and tokens[i + 1].key in ("do", "giao") else i + 1
    items, end = read_list(tokens, start, commune)
    lead: list[Item] = []
    if items and (_then_time(tokens, end) or _then_duty(tokens, end) or at(tokens, end, ("phối", "hợp", "với")) or _note_alone(tokens, i, items, end)):
        return items, []
    if items and at(tokens, end, ("chủ", "trì")):
        lead, end = items, end + 2
        while end < len(tokens) and (tokens[end].key in SOFT or tokens[end].key == ";"):
            end += 1
        items, end = read_list(tokens, end, commune)
    cooperates = bool(items) and at(tokens, end, ("phối", "hợp")) and not at(tokens, end + 2, ("với",))
    if lead and items and end < len(tokens) and tokens[end].key == ")":
        cooperates = True  # "(X chủ trì, Y)"
    return lead, items if cooperates else []


def _note_alone(tokens: list[Token], i: int, items: list[Item], end: int) -> bool:
    """Whether a note of nothing but one named unit closes the sentence: "Rà soát quy hoạch … (Chi cục Kiểm lâm)." charges it.
    Several may be examples; behind a body's own name, or what is sent or reported to one, it says what that body is."""
    if i == 0 or end >= len(tokens) or tokens[end].key != ")" or any(t.word for t in tokens[end:]):
        return False
    if len(items) != 1 or (items[0].entry is not None and items[0].entry.kind not in ("office", "organisation")):
        return False
    first = max((k + 1 for k in range(i) if tokens[k].key in (".", ";", ",", "(")), default=0)
    before = tokens[first:i]
    if any(t.key in _TOLD for t in before) or any(at(before, k, ("báo", "cáo")) for k in range(len(before))):
        return False
    named = next((k for k in range(i - 1, first - 1, -1) if tokens[k].capital and (match_unit(tokens, k) or match_head(tokens, k))), None)
    return named is None or any(is_verb(tokens, k) and not tokens[k].capital for k in range(named + 1, i))


def _then_time(tokens: list[Token], i: int) -> bool:
    """Whether a comma and a time close the note and the sentence: "…, Quý II/2026)."."""
    close = _close(tokens, i)
    if i + 1 >= close or tokens[i].key not in (",", ";", "-", "–") or any(t.word for t in tokens[close:]):
        return False
    return tokens[i + 1].key in _TIME_WORDS or tokens[i + 1].key.isdigit()


def _then_duty(tokens: list[Token], i: int) -> bool:
    """Whether a word of duty, and at most a time after it, closes the note and the sentence: "… thực hiện, trong tháng 4)."."""
    words = first_at(tokens, i, _NOTED_DUTY_AT)
    if words is None:
        return False
    end = i + len(words)
    if _then_time(tokens, end):
        return True
    close = _close(tokens, end)
    if end < close - 1 and tokens[end].key in _TIME_WORDS and not any(t.word for t in tokens[close:]):
        return close - end < 12  # "(X thực hiện thường xuyên)"
    return end < len(tokens) and tokens[end].key == ")" and not any(t.word for t in tokens[end:])


def heading_units(heading: str, commune: str | None = None) -> list[Unit]:
    """The units that a heading of "Tổ chức thực hiện" names; [] where it names an act or a topic."""
    return list(_heading_units(heading, commune))


@lru_cache(maxsize=1024)  # a heading is asked for each item below it
def _heading_units(heading: str, commune: str | None) -> tuple[Unit, ...]:
    tokens = tokenize(heading)
    i = _skip_marker(tokens, 0)
    if i < len(tokens) and tokens[i].text.isupper() and len(tokens[i].key) <= 4 and i + 1 < len(tokens) and tokens[i + 1].key in (".", ")"):
        i = _skip_marker(tokens, i + 1)  # roman numbers
    i += len(first_at(tokens, i, _HEADING_PREFIXES_AT) or ())
    body = tokens[i:]
    colon = next((k for k, t in enumerate(body) if t.key == ":" and k and k + 1 < len(body) and quantifier(body, 0) + 1 < k), None)
    last = next((k for k, t in enumerate(body) if t.key == ":" and k + 1 == len(body)), None)
    stop = colon if colon is not None else last
    body = without_notes(body[:stop] if stop is not None else body)
    for k in range(1, len(body)):
        if first_at(body, k, _DUTY_AT):
            body = body[:k]
            break
    while body and (not body[-1].word or body[-1].key in SOFT):
        body = body[:-1]
    if not body or not (starts_unit(body, 0, commune) or body[0].key.isdigit() or (body[0].capital and _person_wording(body, Item(0, min(len(body), 3))))):
        return ()
    items = [one for item in cut(body, commune) for one in _single_people(body, item)]
    for item in items:
        if item.entry is None and not item.prefix and not _unit_wording(body, item) and not _person_wording(body, item):
            return ()
    return tuple(units_of(body, items, heading, commune))


def _unit_wording(tokens: list[Token], item: Item) -> bool:
    """An unknown heading item is a unit when a head opens it and no verb stands in it."""
    q = quantifier(tokens, item.start)
    head = match_head(tokens, q)
    if head is None or not (head[1].strong or tokens[q].capital or q > item.start) or item.end - item.start > 16:
        return False
    nxt = head[0]
    if nxt < item.end and not tokens[nxt].word:
        return False
    if nxt >= item.end and not head[1].strong:
        return False
    return not any(is_verb(tokens, k) and not tokens[k].capital for k in range(nxt, item.end) if not _noun_act(tokens, k, nxt))


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
    words = tokens[quantifier(tokens, item.start) : item.end]
    at_end = next((k for k, t in enumerate(words[:3]) if t.key == "viên"), 0)
    if not at_end or len(words) > 8 or words[0].key in _NO_PERSON or (at_end == 2 and words[1].key in _MEMBERS):
        return False
    return not any(is_verb(words, k) for k in range(at_end + 1, len(words)))


def _noun_act(tokens: list[Token], k: int, name_start: int) -> bool:
    """Verbs that stand in names: "Trung tâm Giám sát", "Ban Quản lý dự án", "doanh nghiệp cung cấp dịch vụ"."""
    if _opens_name(tokens, k) or ((before := match_head(tokens, max(0, k - 1))) is not None and before[0] == k):
        return True  # "các chi hội", "tổ điều tra"
    return k == name_start or tokens[k].key in ("quản", "đào", "phát", "cung", "dự", "đầu", "truyền", "hỗ", "đăng", "giám", "đóng", "thống", "kiểm", "phòng", "bảo", "thu")
