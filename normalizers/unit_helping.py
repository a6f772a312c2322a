"""Who only helps: a clause that "hỗ trợ" or "phối hợp" closes behind whom the sentence charges ("Giao X; Y phối hợp.", "X chủ trì, Y hỗ trợ.")."""

from __future__ import annotations

from normalizers.unit_grammar import Item
from normalizers.unit_rows import read_list
from normalizers.unit_tails import at, by_first_word, first_at
from normalizers.unit_times import TIME_FIRST
from normalizers.unit_tokens import Token

_HELPS_AT = by_first_word([tuple(w.split()) for w in ("cùng phối hợp", "phối hợp", "hỗ trợ")], lambda words: words)
# What a clause may still say of the help; an object behind it makes it an act of its own: "Đoàn Thanh niên hỗ trợ người dân".
_MORE_AT = by_first_word([tuple(w.split()) for w in ("triển khai thực hiện", "tổ chức thực hiện", "thực hiện", "triển khai", "kỹ thuật", "về kỹ thuật", "khi cần", "khi có yêu cầu")], lambda words: words)
_ENDS = frozenset({".", ";", ")"})


def helps_end(tokens: list[Token], i: int) -> int:
    """End of the words at `i`, behind a row of bodies, that say that they help: "… | phối hợp thực hiện"; `i` where none do."""
    helps = first_at(tokens, i, _HELPS_AT) if i < len(tokens) else None
    if helps is None:
        return i
    end = i + len(helps)
    return end + len((first_at(tokens, end, _MORE_AT) if end < len(tokens) else None) or ())


def only_helps(tokens: list[Token], i: int) -> bool:
    """Whether the words at `i`, behind a row of bodies, say that they help and close the clause: "… | hỗ trợ.", "… | phối hợp thực hiện;"."""
    end = helps_end(tokens, i)
    return end > i and (end >= len(tokens) or tokens[end].key in _ENDS or (tokens[end].key == "," and end + 1 < len(tokens) and (tokens[end + 1].key in TIME_FIRST or tokens[end + 1].key == "hoàn")))


def parted_from_helpers(tokens: list[Token], items: list[Item], end: int) -> list[Item]:
    """The items of a row before its one semicolon, where those behind it only help: "(Giao) X; | Y, Z phối hợp."; the whole row elsewhere."""
    parted = [n for n in range(1, len(items)) if any(t.key == ";" for t in tokens[items[n - 1].end : items[n].start])]
    return items[: parted[0]] if len(parted) == 1 and only_helps(tokens, end) else items


def helps_beside(tokens: list[Token], i: int) -> bool:
    """Whether the row at `i` behind a comma or semicolon, which says that it helps, helps whom the clause before charges; not where that says
    who helps whom it speaks of: "các hộ được Nhà nước, | Quỹ Vì người nghèo hỗ trợ"."""
    if tokens[i - 1].key == ";":
        return True
    first = next((k + 1 for k in range(i - 2, -1, -1) if tokens[k].key in (";", ".", "(")), 0)
    return not any(t.key in ("được", "do") for t in tokens[first:i])


_PARTS_AT = by_first_word([tuple(w.split()) for w in ("cùng tham gia", "tham gia", "cùng hỗ trợ", "hỗ trợ")], lambda words: words)
_LED = (("chủ", "trì", ","), ("chủ", "trì", "thực", "hiện", ","), ("chủ", "trì", "tham", "mưu", ","))


def takes_part(tokens: list[Token], i: int, end: int) -> bool:
    """Whether the row from `i` to `end` takes part in what somebody leads right before it: "X chủ trì, | Y, Z | tham gia, tổ chức tuần tra"."""
    if tokens[i - 1].key != "," or end >= len(tokens) or first_at(tokens, end, _PARTS_AT) is None:
        return False
    return any(i > len(words) and at(tokens, i - len(words), words) for words in _LED)


def others_help(tokens: list[Token], i: int, commune: str | None) -> bool:
    """Whether others help behind the comma at `i`: "Y phối hợp | , các thôn hỗ trợ thực hiện"; they are not whom Y works with."""
    if i >= len(tokens) or tokens[i].key != ",":
        return False
    row, end = read_list(tokens, i + 1, commune)
    return bool(row) and end < len(tokens) and (first_at(tokens, end, _PARTS_AT) is not None or at(tokens, end, ("phối", "hợp")))
