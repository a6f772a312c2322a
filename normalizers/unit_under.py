"""Under whom bodies stand, behind their name: "Đảng ủy xã, phường, đặc khu | trực thuộc Tỉnh ủy", "các đội, trạm | thuộc Phòng Cảnh sát giao thông"."""

from __future__ import annotations

from normalizers.unit_grammar import Item, boundary, complete
from normalizers.unit_tails import at, level_at
from normalizers.unit_tokens import SOFT, Token
from normalizers.unit_verbs import LAID_ON, duty_verb
from normalizers.unit_vocab import match_head


def under_end(tokens: list[Token], i: int, commune: str | None) -> int:
    """End of the levels and of "(trực) thuộc X" at `i`, behind the name of bodies, where their duty or the end of the row follows;
    `i` elsewhere."""
    j = i
    first = i + 1 if i < len(tokens) and tokens[i].key == "các" else i
    while (level := level_at(tokens, first)) is not None:
        j = level[0]
        if j + 1 >= len(tokens) or tokens[j].key not in SOFT:
            break
        first = j + 1
    if at(tokens, j, ("trực", "thuộc")):
        j += 2
    elif j < len(tokens) and tokens[j].key == "thuộc":
        j += 1
    else:
        return i
    if j >= len(tokens):
        return i
    body = complete(tokens, j, commune, prose=True)
    if body is not None:
        end = body.end
    else:  # "trực thuộc Sở", "thuộc Trung đoàn": the one that issues the plan
        head = match_head(tokens, j) if tokens[j].capital else None
        end = head[0] if head is not None else i
    return end if end > j and (boundary(tokens, end) or duty_verb(tokens, end) or any(at(tokens, end, words) for words in LAID_ON)) else i


def whose_union(tokens: list[Token], item: Item, commune: str | None) -> int:
    """End of the bodies whose union `item` is, behind its name: "Công đoàn | các sở, ban, ngành", of a province or ministry "Đoàn Thanh niên | Công an
    tỉnh"; the item's end elsewhere."""
    i = item.end
    if i >= len(tokens) or item.entry is None or not (tokens[i].key == "các" or (tokens[i].capital and item.entry.level == "open")):
        return i
    body = complete(tokens, i, commune, prose=True)
    if body is None:
        return i
    upper = body.entry is not None and (body.entry.level in ("province", "ministry") or (body.tail is not None and "tỉnh" in body.tail.levels))
    return body.end if tokens[i].key == "các" or upper else i
