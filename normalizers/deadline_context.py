"""What stands around a time phrase in its sentence: words before it, its clause, whether it opens one."""

from __future__ import annotations

from normalizers.acts import opens_act
from normalizers.deadline_items import Window
from normalizers.deadline_tokens import Token

_COMPLETIONS = (("hoàn", "thành"), ("cơ", "bản", "hoàn", "thành"), ("phấn", "đấu", "hoàn", "thành"), ("giải", "quyết", "căn", "bản"), ("giải", "quyết", "dứt", "điểm"),
                ("cơ", "bản", "giải", "quyết"), ("giải", "quyết", "xong"), ("xử", "lý", "dứt", "điểm"), ("xử", "lý", "xong"), ("xóa", "bỏ"), ("chấm", "dứt"), ("kết", "thúc"))  # words that open a sentence of an act that ends
BREAKS = {"", ".", ";", ":", ",", "-", "+", "(", "•", "*", "and"}


def words_before(tokens: tuple[Token, ...], p: int, size: int) -> str:
    return (" " + " ".join(t.text for t in tokens[max(0, p - size) : p]) + " ").replace(" pháp luật ", " pháp_luật ")  # no law is named


def clause_before(tokens: tuple[Token, ...], p: int) -> str:
    """Wording since the last full stop or semicolon, at most 40 tokens back."""
    start = p
    while start > 0 and p - start < 40 and tokens[start - 1].kind not in (".", ";"):
        start -= 1
    words = " " + " ".join(t.text for t in tokens[start:p]) + " "
    return words.replace(" pháp luật ", " pháp_luật ").replace(" kỷ luật ", " kỷ_luật ") if " luật " in words else words  # nor in "kỷ luật"


def ends_with(text: str, words: tuple[str, ...]) -> bool:
    text = text.strip()
    return any(text == w or text.endswith(" " + w) for w in words)


def last_of(text: str, words: tuple[str, ...]) -> int:
    return max((text.rfind(f" {w} ") for w in words), default=-1)


def fronted(tokens: tuple[Token, ...], p: int) -> bool:
    """Whether the phrase at `p` opens its clause."""
    return p == 0 or tokens[p - 1].kind in BREAKS or tokens[p - 1].kind == "cond"


def completes(tokens: tuple[Token, ...], p: int, end: int) -> bool:
    """Whether the phrase `[p, end)` closes a clause that opens with an act of completing: "Hoàn thành việc hỗ trợ nhà ở | đến hết năm 2027."."""
    if end < len(tokens) and tokens[end].kind not in (".", ";"):
        return False
    first = next((k + 1 for k in range(p - 1, -1, -1) if tokens[k].kind in (".", ";", ":")), 0)
    while first < p and tokens[first].kind in BREAKS:
        first += 1
    return any(tuple(t.text for t in tokens[first : first + len(words)]) == words for words in _COMPLETIONS)


def last_part(tokens: tuple[Token, ...], item: Window) -> bool:
    """Whether a time ends a sentence that orders an act, parted from it by a dash between spaces: "… - Phòng X chủ trì - quý II/2026"."""
    p = item.start
    behind = tokens[item.end].kind if item.end < len(tokens) else ""
    if item.hi.grain == "year" or behind not in ("", ".", ";") or p < 4 or tokens[p].glued or tokens[p - 1].glued or tokens[p - 2].kind == "num":
        return False
    return all(t.kind != "phase" for t in tokens[p - 4 : p]) and opens_act(" ".join(t.text for t in tokens[:6]))
