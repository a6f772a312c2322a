"""A sentence that only says who is charged: "Sở X chủ trì, phối hợp với Sở Y triển khai thực hiện; hoàn thành trước 30/6"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from normalizers.deadlines import is_time_phrase
from normalizers.text import fold
from normalizers.unit_grammar import Item
from normalizers.unit_headings import heading_units
from normalizers.unit_helping import helps_end, parted_from_helpers
from normalizers.unit_openings import may_begin
from normalizers.unit_rows import read_list
from normalizers.unit_tails import at
from normalizers.unit_tokens import Token, tokenize

_LONGEST = 420  # characters of such a sentence
_LONGEST_TAIL = 8  # words of a unit's name that no list knows
_DUTIES = ("chủ trì", "đầu mối", "phụ trách", "chịu trách nhiệm", "thực hiện")
# "X tham mưu" alone says who does the act above; behind it stands an act of its own ("tham mưu UBND xã ban hành …") in most sentences.
_ADVISED = r"tham mưu(?= ?(?:[,;.(–-]|$)| phối hợp| (?:cho )?(?:ubnd|ủy ban nhân dân|chủ tịch|đảng ủy)(?: [^\W\d_]+){0,4} (?:tổ chức |triển khai )?thực hiện ?(?:[,;.]|$))"
_LIKELY = re.compile(rf"\b(?:{'|'.join(_DUTIES)}|{_ADVISED})(?!\w)")
_ADVISES = ("tham", "mưu")
_ORDERS = tuple(tuple(w.split()) for w in ("giao nhiệm vụ cho", "giao trách nhiệm cho", "giao cho", "giao", "kính đề nghị", "đề nghị", "yêu cầu", "phân công", "do"))
_LEADS = tuple(tuple(w.split()) for w in ("chịu trách nhiệm chủ trì", "chịu trách nhiệm chính", "chủ trì", "làm đầu mối", "là đầu mối", "là cơ quan đầu mối", "phụ trách"))
_DOES = tuple(tuple(w.split()) for w in ("tổ chức thực hiện", "triển khai thực hiện", "tham mưu thực hiện", "chịu trách nhiệm thực hiện", "thực hiện"))
_ORDERS_FIRST = frozenset(words[0] for words in _ORDERS)
_HELPS = ("phối", "hợp")
# What such a sentence may still say of the act, which stands in the item that it closes.
_EMPTY = frozenset(["triển", "khai", "thực", "hiện", "tổ", "chức", "tham", "mưu", "nhiệm", "vụ", "nội", "dung", "công", "việc", "này", "trên", "nêu", "các", "và", ",", "có", "liên", "quan", "theo", "quy", "định", "chức", "năng"])
_WHEN = re.compile(
    r"(?:(?:thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hoàn thành))*(?: là| ?:)? ?)?(?P<when>(?:(?:cần )?(?:hoàn thành|xong|thực hiện)(?: xong)?(?: ?:)? )?"
    r"(?:trong|trước|chậm nhất|đến|từ|qu[ýí]|tháng|năm|ngày|giai đoạn|định kỳ|thường xuyên|hằng|hàng|\d)(?:(?!báo cáo|gửi|trình |tổng hợp)(?:[^.;]|\.(?=\d))){0,70})[.;]*")


@dataclass(frozen=True, slots=True)
class Charge:
    """Raw wording of who leads, who helps and by when; None where not said."""

    lead: str
    support: str | None
    when: str | None


@lru_cache(maxsize=512)
def read_charge(text: str) -> Charge | None:
    """The charge that `text` is, or None where it orders an act of its own or names nobody.

    The sentence holds a row of units, its duty ("chủ trì"), perhaps who helps and by when, and nothing else."""
    if text[:1] in "→=":
        text = text.lstrip("→=> ")  # "→ Giao Phòng Kinh tế chủ trì thực hiện nội dung này"
    if len(text) > _LONGEST or not text[:1].isupper():
        return None
    low = text.lower()
    helped = ";" in low and low.startswith("giao ") and "phối hợp" in low  # "Giao X; Y phối hợp."
    if (not helped and ((not any(map(low.__contains__, _DUTIES)) and "tham mưu" not in low) or not _LIKELY.search(low))) or not may_begin(text, _ORDERS_FIRST):
        return None
    tokens = tokenize(text)
    ordered = next((len(w) for w in _ORDERS if at(tokens, 0, w)), 0)
    leads, i = read_list(tokens, ordered, None)
    if not leads:
        return None
    if helped and len(first := parted_from_helpers(tokens, leads, i)) < len(leads):
        when = _when(text, tokens, helps_end(tokens, i))
        return None if when is None else Charge(_wording(text, tokens, first), _wording(text, tokens, leads[len(first) :]), when or None)
    duty = next((len(w) for w in (*_LEADS, *_DOES) if at(tokens, i, w)), 0)
    leading = any(at(tokens, i, w) for w in (*_LEADS, _ADVISES))
    lead = _wording(text, tokens, leads)
    if (advised := not duty and at(tokens, i, _ADVISES)):
        duty = 2
        if (whom := read_list(tokens, i + 2 + (i + 2 < len(tokens) and tokens[i + 2].key == "cho"), None))[0]:
            duty = whom[1] - i  # "X tham mưu UBND xã | thực hiện"
    if not duty:  # a name longer than the row was read: "Trung tâm Y tế | Quân dân y X chủ trì"
        i, duty = next(((j, len(w)) for j in range(i, min(len(tokens), i + _LONGEST_TAIL)) for w in _LEADS if at(tokens, j, w)), (i, 0))
        lead = text[tokens[ordered].start:tokens[i].start].strip(" ,;") if duty else ""
        if not heading_units(lead):
            return None
    i = _past(tokens, i + duty, (",", "và", ";"))
    helpers, i = _helpers(tokens, i)
    while i < len(tokens) and tokens[i].key in _EMPTY:
        i += 1
    when = _when(text, tokens, i)
    if when is None or (advised and when and not is_time_phrase(when)):
        return None
    if not (ordered or helpers or when or (leading and text[-1] in ".;" and not tokens[i:][1:])):
        return None
    return Charge(lead, _wording(text, tokens, helpers) if helpers else None, when or None)


def _past(tokens: list[Token], i: int, marks: tuple[str, ...]) -> int:
    """Behind the marks at `i`, if a unit or "phối hợp" may follow them."""
    j = i
    while j < len(tokens) and tokens[j].key in marks:
        j += 1
    return j


def _helpers(tokens: list[Token], i: int) -> tuple[list[Item], int]:
    """Who helps at token `i`, before or behind "phối hợp", and where that ends."""
    if at(tokens, i, _HELPS):
        j = i + 2
        while j < len(tokens) and tokens[j].key in ("với", "cùng", ":", "chặt", "chẽ"):
            j += 1
        items, end = read_list(tokens, j, None)
        return (items, end) if items else ([], i)
    items, end = read_list(tokens, i, None)
    return (items, end + 2) if items and at(tokens, end, _HELPS) else ([], i)


def _when(text: str, tokens: list[Token], i: int) -> str | None:
    """The time that closes the sentence; "" where it ends before, None where something else follows."""
    while i < len(tokens) and not tokens[i].word:
        i += 1
    if i >= len(tokens):
        return ""
    rest = text[tokens[i].start:]
    folded = fold(rest)
    m = _WHEN.fullmatch(folded)
    if m is None:
        return None
    return _unbracketed(rest[m.start("when"):m.end("when")].strip(" .;")) if len(folded) == len(rest) else rest.strip(" .;")


def _unbracketed(when: str) -> str:
    return when[:-1].rstrip() if when.endswith(")") and "(" not in when else when


def _wording(text: str, tokens: list[Token], items: list[Item]) -> str:
    return text[tokens[items[0].start].start:tokens[items[-1].end - 1].end]
