"""Labels before the bodies of a list: a plural that only announces them ("Các đơn vị: Phòng Kinh tế, …"), what somebody does ("Theo dõi: …")."""

from __future__ import annotations

import re

from normalizers.unit_bare_rows import bare_among
from normalizers.unit_grammar import collective, quantifier, starts_unit
from normalizers.unit_spread import SHARED_HEADS
from normalizers.unit_tails import at, by_first_word, read_tail
from normalizers.unit_tokens import SOFT, Token
from normalizers.unit_vocab import match_head, match_unit

_OF_LEVEL = re.compile(r"(?<=ác )([Ss]ở|[Bb]ộ)((?:, ban)?, ngành(?: có)?(?: liên quan)?)(?=: (?!Công an |Bộ |Văn phòng |Thanh tra |UBND |Ủy ban )[A-ZĐ])")
_REACH = 9  # words of a plural whose comma or colon is forgotten
# What somebody does with the task, as a label: "Chỉ đạo: Phó Chủ tịch UBND xã; Thực hiện: …".
_DUTY_LABELS = by_first_word([tuple(w.split()) for w in (
    "chỉ đạo", "lãnh đạo", "lãnh đạo chỉ đạo", "người chỉ đạo", "lãnh đạo phụ trách", "phụ trách", "người phụ trách", "theo dõi", "người theo dõi", "đôn đốc", "theo dõi đôn đốc",
    "theo dõi , đôn đốc", "giám sát", "kiểm tra", "thẩm định", "trình", "phê duyệt", "ban hành", "hỗ trợ", "thành phần", "người thực hiện",
    "chính", "thực hiện chính", "đơn vị chính", "cơ quan chính", "đơn vị thực hiện chính", "phụ trách chính", "chịu trách nhiệm chính")], lambda words: words)


def list_label(tokens: list[Token], i: int, commune: str | None, colon: bool = True) -> int:
    """End of a plural that only announces the named units behind its colon: "Các sở: | Sở Tài chính, …", "Các đơn vị: | Phòng Kinh tế";
    `colon`: there is one somewhere in the row."""
    for words in _DUTY_LABELS.get(tokens[i].key, ()):
        if at(tokens, i, words) and at(tokens, i + len(words), (":",)):
            return i + len(words) + 1
    q = quantifier(tokens, i)
    if q == i or q >= len(tokens) or not (colon or any(t.capital and tokens[k].key not in SOFT for k, t in enumerate(tokens[q + 1 : q + _REACH], q))):
        return i
    group, head = collective(tokens, i, commune), match_head(tokens, q)
    if group is not None and bare_among(tokens, group.end, tokens[q : q + 1]):
        return i
    for end in (group.end if group else i, head[0] if head else i):
        if end > q and end + 2 < len(tokens) and tokens[end].key == ":":
            same = tokens[end + 1].key == tokens[q].key and tokens[end + 1].capital
            alone = (tokens[q].key not in SHARED_HEADS or (tokens[q].key in ("phòng", "ban") and not SOFT.isdisjoint([t.key for t in tokens[q:end]]))) and " ".join([t.key for t in tokens[q:end]]) not in SHARED_HEADS
            alone = alone or at(tokens, end + 3, ("tỉnh",))  # "các sở, ngành: | Công an tỉnh, Sở Y tế"
            named = match_unit(tokens, end + 1) if tokens[end + 1].capital and alone else None
            body = match_head(tokens, end + 1) if group and alone and tokens[end + 1].capital else None  # "Các tổ chức: | Hội Người mù, …"
            if same or (named is not None and named[1].kind != "collective") or (body is not None and body[1].kind != "person"):
                return end + 1
        elif end > q and end + 2 < len(tokens) and tokens[end].capital and tokens[q].key in GENERAL and all(t.key not in SOFT for t in tokens[q:end]) and named_row(tokens, end, commune):
            return end  # "Các đơn vị | Công an xã, Trạm Y tế xã"; of a row of nouns the comma is forgotten: "các cơ quan, đoàn thể huyện | UBND các xã, …"
    return i


GENERAL = frozenset(("đơn", "cơ"))  # "các đơn vị", "các cơ quan"


def named_row(tokens: list[Token], i: int, commune: str | None) -> bool:
    """Whether a body of the catalogue stands at `i` and another behind it."""
    named = match_unit(tokens, i)
    if named is None or named[1].kind == "collective":
        return False
    end = read_tail(tokens, named[0], commune).end
    return end + 1 < len(tokens) and tokens[end].key in (",", ";", "và") and starts_unit(tokens, end + 1, commune)


def of_their_level(text: str) -> str:
    """`text`, as long as before, where only the first noun of a plural announces bare names: "các sở, ngành liên quan: Tài chính, Nội vụ"
    are the "các sở: Tài chính, Nội vụ"."""
    return _OF_LEVEL.sub(lambda m: m[1] + " " * len(m[2]), text) if "ngành: " in text or "liên quan: " in text else text
