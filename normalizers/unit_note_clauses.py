"""A note that closes a sentence, read clause by clause: "(Phòng X hướng dẫn, đôn đốc; Y hỗ trợ)", "(X - chủ trì; Y - phối hợp)", "(đơn vị chủ trì X)"."""

from __future__ import annotations

from normalizers.unit_grammar import Item
from normalizers.unit_noted import person_noted
from normalizers.unit_rows import closing, read_list
from normalizers.unit_tails import at, by_first_word, first_at
from normalizers.unit_times import TIME_FIRST
from normalizers.unit_tokens import Token, tokenize
from normalizers.unit_verbs import duty_verb

_LEADS = tuple(tuple(w.split()) for w in (
    "chủ trì", "đồng chủ trì", "chịu trách nhiệm", "có trách nhiệm", "đầu mối", "làm đầu mối", "là đầu mối", "phụ trách", "đảm nhiệm", "đảm trách", "trực tiếp", "tham mưu", "lãnh đạo", "thường trực",
    "làm chủ đầu tư", "là chủ đầu tư", "chủ đầu tư", "là cơ quan chủ trì", "là đơn vị chủ trì", "cơ quan chủ trì", "đơn vị chủ trì", "là cơ quan đầu mối", "là đơn vị đầu mối", "cơ quan đầu mối",
    "đơn vị đầu mối", "cơ quan thường trực", "là cơ quan thường trực", "cơ quan thực hiện", "đơn vị thực hiện"))
_LEADS_AT = by_first_word(sorted(_LEADS, key=len, reverse=True), lambda words: words)
_HELPS_AT = by_first_word([tuple(w.split()) for w in ("cơ quan phối hợp", "đơn vị phối hợp", "cùng phối hợp", "phối hợp", "hỗ trợ", "tham gia", "cùng tham gia", "cùng thực hiện")], lambda words: words)
# Before whom a note names: "(đơn vị chủ trì | Phòng X)", "(trách nhiệm của | Phòng X)".
_LABELS_AT = by_first_word([tuple(w.split()) for w in (
    "cơ quan chủ trì", "đơn vị chủ trì", "cơ quan thực hiện", "đơn vị thực hiện", "cơ quan đầu mối", "đơn vị đầu mối", "cơ quan tham mưu", "đơn vị tham mưu", "đơn vị phụ trách", "cơ quan phụ trách", "người phụ trách", "người thực hiện",
    "chủ đầu tư", "trách nhiệm chính thuộc về", "trách nhiệm chính của", "trách nhiệm thuộc về", "trách nhiệm của", "thuộc trách nhiệm của", "nhiệm vụ của", "giao cho", "giao", "do", "phân công")], lambda words: words)
# Acts of those above a task, of its source, or of what stands before the note: no duty. Behind "do", so are the acts of who made something.
_TOLD = frozenset(("ban", "phê", "thông", "quy", "công", "cấp", "trình", "thẩm", "quyết", "đã", "đang", "giao", "yêu", "đề", "tặng", "trao", "cử", "được", "bị", "gửi", "cung", "chi", "cho", "có", "tài", "ký", "để", "nhằm", "sử", "thuộc", "tại", "phân"))
_MADE = frozenset(("quản", "vận", "cung", "đầu", "xây", "biên", "phát", "tổ", "in", "lập", "soạn", "quản", "thu", "khai"))
_POSTS = frozenset(("trưởng", "phó", "tổ", "chủ", "thành", "thư", "ủy", "nhóm", "đội"))
_ATTENDED = frozenset(("tham", "dự", "cử", "hưởng", "theo"))  # how a sentence begins whose note says whose the event is: "Tham gia hội thi … (Sở X tổ chức)"
_TELLING = frozenset(("như", "gồm", "theo", "thuộc", "tại"))  # right behind the bracket: an explanation
_WORK_WITH, _WITH = ("phối", "hợp"), frozenset(("với", "cùng", "chặt"))
_REACH = 22  # words of what one clause says of the duty
_LONGEST = 90  # words of such a note


def noted_clauses(tokens: list[Token], i: int, commune: str | None) -> tuple[list[Item], list[Item]]:
    """(lead, support) of the note at "(" that closes its sentence; ([], []) where it opens with none who is charged.

    Each clause of the note names bodies and their duty; what a clause says of the duty besides goes to its end unread."""
    close = closing(tokens, i)
    if i == 0 or close - i > _LONGEST or any(t.word for t in tokens[close:]) or (close - i > 1 and tokens[i + 1].key in _TELLING):
        return [], []
    lead: list[Item] = []
    support: list[Item] = []
    k = i + 1
    while k < close - 1:
        said = _clause(tokens, k, close - 1, commune, attended=_attended(tokens))
        if said is None:
            if not lead:
                return [], []
            k = _next(tokens, k, close - 1, commune)
            continue
        items, helps, end = said
        if helps:
            if not lead:
                return [], []
            support += items
        elif not lead or not all(it.entry is not None and it.entry.level == "village" for it in items):
            lead += items
            if (rest := _rest(tokens, end, close - 1, commune)):
                return lead, rest
        k = _next(tokens, end, close - 1, commune)
    return lead, support


def _rest(tokens: list[Token], act: int, close: int, commune: str | None) -> list[Item]:
    """The bodies that are all of a note behind "chủ trì": "(X chủ trì, | Y, Z)"."""
    if not at(tokens, act, ("chủ", "trì")) or act + 2 >= len(tokens) or tokens[act + 2].key not in (",", ";", "và"):
        return []
    items, end = read_list(tokens, act + 3, commune)
    return items if end == close else []


def note_charges(inside: str) -> bool:
    """Whether the words between the brackets of a note say whose duty its sentence is."""
    tokens = tokenize(f"| ({inside})")
    return bool(noted_clauses(tokens, 1, None)[0])


def _attended(tokens: list[Token]) -> bool:
    first = next((t.key for t in tokens if t.word and not t.key.isdigit()), "")
    return first in _ATTENDED


def _clause(tokens: list[Token], k: int, close: int, commune: str | None, *, attended: bool) -> tuple[list[Item], bool, int] | None:
    """(bodies, whether they help, where what is said of them begins) of a clause at `k`; None where it names nobody's duty."""
    label = first_at(tokens, k, _LABELS_AT) or ()
    first = k + len(label)
    if label and tokens[first].key in (":", "-", "–", "là"):
        first += 1
    items, end = read_list(tokens, first, commune)
    if items and at(tokens, end - 2, ("phụ", "trách")) and items[-1].end - items[-1].start > 3:
        items, end = [*items[:-1], Item(items[-1].start, end - 2)], end - 2
    if len(items) > 1 and tokens[items[-1].start].key in ("đơn", "cơ") and tokens[items[-1].start - 1].key in ("-", "–", ","):
        items, end = items[:-1], items[-1].start  # "(X - | đơn vị chủ trì)"
    if not items and (named := person_noted(tokens, first)) > first:
        items, end = [Item(first, named)], named
    if not items or end > close:
        return None
    if end == close or (tokens[end].key in (",", ";") and tokens[end + 1].key in TIME_FIRST):
        return (items, False, end) if len(label) > 1 else None
    act = end + 1 if tokens[end].key in ("-", "–", ":", ",") else end
    if first_at(tokens, act, _HELPS_AT) is not None:
        return items, not (at(tokens, act, _WORK_WITH) and act + 2 < close and tokens[act + 2].key in _WITH), act
    if first_at(tokens, act, _LEADS_AT) is not None:
        return items, False, act
    if attended or tokens[act].key in _TOLD or _is_somebody(tokens, act) or (_kept(tokens, act) and act + 2 == close) or (label == ("do",) and tokens[act].key in _MADE and not at(tokens, act, ("tổ", "chức", "thực", "hiện"))) or act != end:
        return None
    return (items, False, act) if duty_verb(tokens, act) or len(label) > 1 else None


def _is_somebody(tokens: list[Token], act: int) -> bool:
    """Whether the words at `act` say what somebody is in a board: "làm | Trưởng ban"."""
    return tokens[act].key == "làm" and act + 1 < len(tokens) and tokens[act + 1].key in _POSTS


def _kept(tokens: list[Token], act: int) -> bool:
    """Whether who keeps or runs something is told at `act`: "các tuyến đường (Sở X | quản lý)"."""
    return any(at(tokens, act, words) for words in (("quản", "lý"), ("quản", "trị"), ("vận", "hành"), ("sử", "dụng")))


def _next(tokens: list[Token], k: int, close: int, commune: str | None = None) -> int:
    """Where the clause behind the one at `k` begins: behind ";", or behind a comma that bodies and their duty follow. Behind "phối hợp (với)"
    a comma parts those who help."""
    row = False
    for j in range(k, min(k + _REACH, close)):
        if tokens[j].key == ";":
            return j + 1
        row = row or (at(tokens, j, _WORK_WITH) and j + 2 < close and tokens[j + 2].word)
        if tokens[j].key in (",", "và") and not row and j + 1 < close and _clause(tokens, j + 1, close, commune, attended=False) is not None:
            return j + 1
    return close
