"""Words that end a unit's name in a sentence: the verbs of the duty, and link words ("để", "trong", "nhằm")."""

from __future__ import annotations

from functools import lru_cache

from normalizers.text import fold
from normalizers.unit_tails import at
from normalizers.unit_tokens import Token, read_csv

# What lays a duty on who stands before it, in any sentence.
LAID_ON = (("chủ", "trì"), ("phối", "hợp"), ("có", "trách", "nhiệm"), ("chịu", "trách", "nhiệm"))

_COURSES = frozenset({"công", "chương", "quy", "quá", "lộ", "tiến", "giáo", "hành", "giải", "lịch"})  # "công trình" is no act of submitting
_BRANCHES = frozenset({"nhánh", "cục", "bộ", "hội", "đoàn", "ủy"})  # nor is "chi nhánh" spent: "Kho bạc Nhà nước | chi nhánh khu vực III"
_EXCHANGES = frozenset({"thông", "dịch", "lưu", "tiếp", "diện", "thương", "mùa", "thừa"})  # nor "giao thông" one of charging

# Words that are verbs elsewhere, part of a noun with the word beside them: "Phòng Lao động - Việc | làm", "Phòng Người | có công".
_NOUNS_BEFORE = {"làm": "việc", "lập": "công", "hàng": "ngân", "có": "người", "cần": "hậu", "tích": "sức", "tham": "người", "thường": "dục", "tạo": "đào", "cấp": "các", "nộp": "người", "đầu": "tiến"}
_NOUNS_BEHIND = {"có": ("có", "công"), "trực": ("trực", "tiếp", "cơ", "sở")}  # "công đoàn cấp trên | trực tiếp cơ sở"
_PROGRAMMES = frozenset({"gia", "phối", "trình", "đạo"})
_WARDS = frozenset({"nội", "ngoại"})
_WATERWORKS = frozenset({"thống", "trình", "trạm", "máy", "ty", "nghiệp", "vị"})  # before "cấp nước"
_MAKINGS = frozenset({"sáng", "nhân", "cấu", "chế", "tái", "cải"})  # "Trung tâm Đổi mới sáng tạo": no act of making


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Wordings of act_words.csv by their first word, with their kind: `verb`, `link`, or `duty` (a verb behind a whole name alone)."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in read_csv("act_words.csv"):
        words = tuple(fold(row["word"]).replace(",", " ,").split())
        out.setdefault(words[0], []).append((words, row["kind"]))
    return {k: tuple(v) for k, v in out.items()}


def act_at(tokens: list[Token], i: int) -> str | None:
    """`"verb"` or `"link"` where such a word stands at token `i`, else None."""
    if i >= len(tokens) or (i and tokens[i].key == "trình" and tokens[i - 1].key in _COURSES):
        return None
    if _in_noun(tokens, i):
        return None
    if i and tokens[i].key == "giúp" and tokens[i - 1].key == "trợ":
        return None  # "Trung tâm Trợ giúp pháp lý": the verb is "trợ giúp"
    if i and tokens[i].key == "vận" and tokens[i - 1].key == "cuộc":
        return None  # "Ban Chỉ đạo Cuộc vận động …"
    if (i and tokens[i].key == "tạo" and tokens[i - 1].key in _MAKINGS) or (i > 1 and tokens[i].key == "xây" and at(tokens, i - 2, ("trật", "tự", "xây", "dựng"))):
        return None  # "Đội Quản lý trật tự xây dựng"
    if i and tokens[i].key == "tổng" and tokens[i - 1].key in _WARDS:
        return None  # "Khoa Nội tổng hợp"
    if i and tokens[i].key == "xây" and tokens[i - 1].key in _PROGRAMMES and at(tokens, i, ("xây", "dựng", "nông", "thôn", "mới")):
        return None  # "Văn phòng Điều phối Chương trình mục tiêu quốc gia xây dựng nông thôn mới"
    if tokens[i].key == "trong" and i + 1 < len(tokens) and tokens[i + 1].key == "nước":
        return None  # "Vụ Thị trường trong nước"
    if tokens[i].key == "cấp" and i + 1 < len(tokens) and (tokens[i + 1].key == "cứu" or (i and tokens[i + 1].key == "nước" and tokens[i - 1].key in _WATERWORKS)):
        return None  # "Khoa Hồi sức cấp cứu", "hệ thống cấp nước"
    if tokens[i].key == "giao" and i + 1 < len(tokens) and tokens[i + 1].key in _EXCHANGES:
        return None
    if tokens[i].key == "chi" and i + 1 < len(tokens) and tokens[i + 1].key in _BRANCHES:
        return None
    found = [kind for words, kind in _table().get(tokens[i].key, ()) if kind != "duty" and at(tokens, i, words)]
    if not found:
        return None
    return "verb" if "verb" in found else "link"


def _in_noun(tokens: list[Token], i: int) -> bool:
    """Whether the word at `i` is the second of "việc làm", "hậu cần", "giáo dục thường xuyên" or opens "trực tiếp cơ sở": no act."""
    key = tokens[i].key
    before, behind = _NOUNS_BEFORE.get(key), _NOUNS_BEHIND.get(key)
    if before is None and behind is None:
        return False
    return (before is None or (i > 0 and tokens[i - 1].key == before)) and (behind is None or at(tokens, i, behind))


def is_verb(tokens: list[Token], i: int) -> bool:
    """Whether the verb of a duty stands at token `i`."""
    return act_at(tokens, i) == "verb"


# What may stand between the subject and the verb of its duty: "Trạm Y tế sẽ tổ chức …", "Các thôn cũng phải hướng dẫn …".
_MODALS = frozenset({"sẽ", "phải", "cần", "cũng", "luôn", "sớm", "cùng", "đều", "vẫn"})
_BINDING = frozenset({"sẽ", "phải"})  # said of a body, whatever the verb behind them
_SUFFERED = frozenset({"được", "bị", "là", "có", "do", "không"})


def duty_verb(tokens: list[Token], i: int) -> bool:
    """Whether a subject that ends before token `i` goes on with the verb of its duty, a modal before it or not; "sẽ được hỗ
    trợ" says what is done for it."""
    if late_act(tokens, i):
        return True  # acts that stand in names too ("đội tuần tra"), but not behind a whole name: "Công an xã tuần tra"
    first = i
    while i < len(tokens) and tokens[i].key in _MODALS and not at(tokens, i, ("cùng", "cấp")):
        i += 1
    if i > first and tokens[i - 1].key == "phải" and at(tokens, i, ("có",)):
        return True  # "BGH nhà trường phải có sự kết hợp với …"
    return is_verb(tokens, i) or (i > first and late_act(tokens, i)) or (i > first and tokens[i - 1].key in _BINDING and i < len(tokens) and tokens[i].word and tokens[i].key not in _SUFFERED)


def late_act(tokens: list[Token], i: int, capital: bool = False) -> bool:
    """Whether an act stands at token `i` that is part of names too: behind a whole name it is the duty; with `capital`, in capitals too."""
    if i >= len(tokens) or (tokens[i].capital and not capital) or (tokens[i].key == "trực" and i and tokens[i - 1].key == "thường"):
        return False  # "Phó Trưởng ban Thường | trực Ban Chỉ đạo": no watch is kept there
    return any(kind == "duty" and at(tokens, i, words) for words, kind in _table().get(tokens[i].key, ()))


def bound(tokens: list[Token], i: int) -> bool:
    """Whether "sẽ" or "phải" stands at token `i` with its verb: what stands before it is a subject, no part of a name."""
    return i < len(tokens) and tokens[i].key in _BINDING and duty_verb(tokens, i)
