"""Notes in brackets behind an act that say who leads and who helps: "(X chủ trì; Y, Z phối hợp)", "(do X thực hiện, Quý II/2026)"."""

from __future__ import annotations

from normalizers.unit_grammar import Item, starts_unit
from normalizers.unit_helping import only_helps
from normalizers.unit_noted import note_alone, person_noted
from normalizers.unit_rows import closing, read_list
from normalizers.unit_tails import at, by_first_word, first_at
from normalizers.unit_tokens import SOFT, Token

_NOTED_DUTY = (("tham", "mưu", "thực", "hiện"), ("triển", "khai", "thực", "hiện"), ("tổ", "chức", "thực", "hiện"), *(
    (a, b, *what) for a, b in (("chuẩn", "bị"), ("tham", "mưu")) for what in (("nội", "dung"), ("văn", "bản"), ("báo", "cáo"), ("tài", "liệu"), ())),
    ("soạn", "thảo"), ("thực", "hiện"), ("phụ", "trách"), ("đảm", "nhiệm"), ("làm", "đầu", "mối"), ("làm", "chủ", "đầu", "tư"), ("là", "chủ", "đầu", "tư"), ("chủ", "đầu", "tư"))
_NOTED_DUTY_AT = by_first_word(_NOTED_DUTY, lambda words: words)
# How a note in brackets says who leads: "(Phòng X là cơ quan chủ trì, phối hợp với …)".
_LEADS_AT = by_first_word([tuple(w.split()) for w in ("chủ trì", "chịu trách nhiệm chủ trì", "chịu trách nhiệm chính", "phụ trách chính", "làm đầu mối", "là đầu mối",
                                                      "là cơ quan chủ trì", "là đơn vị chủ trì", "là cơ quan đầu mối", "là đơn vị đầu mối")], lambda words: words)
_FIELDS_REACH = 12  # words of the further fields in an office's name
_TIME_WORDS = frozenset({"quý", "tháng", "năm", "trước", "trong", "hoàn", "xong", "ngày", "thường", "hằng", "hàng", "định", "đến", "giai", "từ", "mỗi"})
_TIME_PAIRS_AT = by_first_word([tuple(w.split()) for w in ("chậm nhất", "cả năm", "dự kiến", "khởi công", "bắt đầu")], lambda words: words)


def in_parenthesis(tokens: list[Token], i: int, commune: str | None) -> tuple[list[Item], list[Item]]:
    """(lead, support) of a note at "(": "(X phối hợp)", "(do X chủ trì; Y, Z phối hợp)"; at the end "(X, Quý II/2026)",
    "(X tham mưu; hoàn thành trước 15/02/2026)", "(X thực hiện)"."""
    charged = i + 1 < len(tokens) and (tokens[i + 1].key == "giao" or at(tokens, i + 1, ("phân", "công")))
    start = i + 1 + (2 if charged and tokens[i + 1].key == "phân" else int(charged or at(tokens, i + 1, ("do",))))
    items, end = read_list(tokens, start, commune)
    if len(items) == 1 and items[0].entry is None and (said := _name_end(tokens, end)) > end:
        items, end = [Item(items[0].start, said)], said
    if items and end < len(tokens) and tokens[end].key == ")" and at(tokens, end - 2, ("phụ", "trách")) and items[-1].end - items[-1].start > 2:
        items, end = [*items[:-1], Item(items[-1].start, end - 2)], end - 2  # "(BGH, GVCN | phụ trách)": the duty, not more of the name
    if not items and (named := person_noted(tokens, start)) > start:
        items, end = [Item(start, named)], named
    lead: list[Item] = []
    if items and (_then_time(tokens, end) or _then_duty(tokens, end) or (at(tokens, end, ("phối", "hợp")) and with_whom(tokens, end + 2)) or note_alone(tokens, i, items, end) or (charged and end < len(tokens) and tokens[end].key == ")")):
        return items, []  # "(Giao Phòng X)" charges it whatever stands before
    if items and (duty := first_at(tokens, end, _LEADS_AT)):
        lead, end = items, end + len(duty)
        while end < len(tokens) and (tokens[end].key in SOFT or tokens[end].key == ";"):
            end += 1
        items, end = read_list(tokens, end, commune)
    cooperates = bool(items) and ((at(tokens, end, ("phối", "hợp")) and not at(tokens, end + 2, ("với",))) or at(tokens, end, ("cùng", "phối", "hợp", ")")))
    if lead and items and end < len(tokens) and tokens[end].key == ")":
        cooperates = True  # "(X chủ trì, Y)"
    parted = [n for n in range(1, len(items)) if any(token.key == ";" for token in tokens[items[n - 1].end : items[n].start])]
    cooperates = cooperates or (len(parted) == 1 and only_helps(tokens, end))  # "(X; Y hỗ trợ)"
    if cooperates and not lead and len(parted) == 1:
        lead, items = items[: parted[0]], items[parted[0] :]  # "(X; Y, Z phối hợp)"
    return lead, items if cooperates else []


def _name_end(tokens: list[Token], i: int) -> int:
    """End of an office's name of several fields that goes on at token `i` before "chủ trì": "(Phòng Quản lý văn hóa|, gia đình và thể thao chủ trì)";
    `i` where none does."""
    if i >= len(tokens) or tokens[i].key not in (",", "và"):
        return i
    for k in range(i + 1, min(i + _FIELDS_REACH, len(tokens) - 1)):
        if at(tokens, k, ("chủ", "trì")):
            return k if k > i + 2 else i
        if tokens[k].capital or tokens[k].key in ("các", "những") or not (tokens[k].word or tokens[k].key == ","):
            return i
    return i


def _then_time(tokens: list[Token], i: int) -> bool:
    """Whether a comma and a time close the note and the sentence: "…, Quý II/2026)."."""
    close = closing(tokens, i)
    if i + 1 >= close or tokens[i].key not in (",", ";", "-", "–", "/", "|", ":") or any(t.word for t in tokens[close:]):
        return False
    return tokens[i + 1].key in _TIME_WORDS or (tokens[i + 1].key.isdigit() and tokens[i].key != ":") or first_at(tokens, i + 1, _TIME_PAIRS_AT) is not None


def _then_duty(tokens: list[Token], i: int) -> bool:
    """Whether a word of duty, and at most a time after it, closes the note and the sentence: "… thực hiện, trong tháng 4)."."""
    words = first_at(tokens, i, _NOTED_DUTY_AT)
    if words is None:
        return False
    end = i + len(words)
    if _then_time(tokens, end) or (end < len(tokens) and tokens[end].key in SOFT and at(tokens, end + 1, ("phối", "hợp", "với"))):
        return True
    close = closing(tokens, end)
    if end < close - 1 and tokens[end].key in _TIME_WORDS and not any(t.word for t in tokens[close:]):
        return close - end < 12  # "(X thực hiện thường xuyên)"
    if end >= len(tokens) or tokens[end].key != ")":
        return False
    timed = end + 1 < len(tokens) and tokens[end + 1].key in _TIME_WORDS and len(tokens) - end < 12  # "(X thực hiện) trong quý III/2026."
    return timed or not any(t.word for t in tokens[end:])


def with_whom(tokens: list[Token], i: int) -> bool:
    """Whether "phối hợp", which ends before token `i`, goes on with whom: "(chặt chẽ) với Sở X", "cùng …"."""
    while i < len(tokens) and (tokens[i].key == "," or any(at(tokens, i, f) for f in (("chặt", "chẽ"), ("thường", "xuyên"), ("chủ", "động")))):
        i += 1 if tokens[i].key == "," else 2
    return i < len(tokens) and (tokens[i].key in ("với", "cùng") or starts_unit(tokens, i, None, True))
