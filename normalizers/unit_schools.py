"""Schools named by their levels in one row: "các trường mầm non, tiểu học, THCS và THPT" are one unit, their heads another."""

from __future__ import annotations

from normalizers.unit_grammar import Item, boundary
from normalizers.unit_notes import FIELD
from normalizers.unit_tails import at
from normalizers.unit_tokens import SOFT, Token

_LEVELS = tuple(tuple(w.split()) for w in (
    "trung học cơ sở", "trung học phổ thông", "trung học", "tiểu học", "mầm non", "mẫu giáo", "nhà trẻ", "phổ thông dân tộc nội trú", "phổ thông dân tộc bán trú",
    "phổ thông", "liên cấp", "đại học", "cao đẳng nghề", "cao đẳng", "trung cấp chuyên nghiệp", "trung cấp nghề", "trung cấp", "trung học chuyên nghiệp", "dạy nghề"))
_FIRST = frozenset(level[0] for level in _LEVELS)


def _level(tokens: list[Token], i: int) -> int:
    if i >= len(tokens) or tokens[i].key not in _FIRST:
        return i
    return next((i + len(level) for level in _LEVELS if at(tokens, i, level)), i)


def schools_end(tokens: list[Token], start: int, end: int) -> int:
    """End of the row of levels behind "trường" in the name `[start, end)`, which may stop inside that row; `end` where none goes on."""
    k = next((k for k in range(start, end) if tokens[k].key == "trường"), None)
    last = _level(tokens, k + 1) if k is not None else end
    if k is None or last == k + 1:
        return end
    while last < len(tokens):
        j = last
        while j < len(tokens) and (tokens[j].key in SOFT or tokens[j].key in ("/", "-", "–")):
            j += 1
        j += 2 if at(tokens, j, ("các", "trường")) else 0
        further = _level(tokens, j) if j > last else j
        if further == j:
            break
        last = further
    if last < len(tokens) and tokens[last].word and tokens[last].capital:
        return end  # "Trường Mầm non Hoa Sen": one school
    return max(last, end)


def one_row_of_schools(tokens: list[Token]) -> list[Token]:
    """Tokens in which no mark inside such a row parts units."""
    for k in range(len(tokens) - 3):
        if tokens[k].key == "trường" and (end := schools_end(tokens, k, k + 1)) > k + 3:
            first = _level(tokens, k + 1)
            if end > first:
                return [*tokens[:first], *(t._replace(key=FIELD + t.key) for t in tokens[first:end]), *tokens[end:]]
    return tokens


def named_schools(tokens: list[Token], i: int) -> list[Item]:
    """"(Các) trường (:) | Mầm non Hoa Sen, Tiểu học Kim Đồng": one item for each school; [] where not two are named."""
    first = i + at(tokens, i, ("các",))
    if not at(tokens, first, ("trường",)):
        return []
    items: list[Item] = []
    j = first + 1 + at(tokens, first + 1, (":",))
    while (name := kind_end(tokens, j)) > j and name < len(tokens) and tokens[name].capital:
        end = next((k for k in range(name, len(tokens)) if boundary(tokens, k)), len(tokens))
        own = first == i and bool(items) and at(tokens, j, ("đại", "học"))  # "Trường Đại học Vinh, | Đại học Huế"
        items.append(Item(j, end, prefix="" if own else "Trường"))
        j = end
        while j < len(tokens) and tokens[j].key in SOFT:
            j += 1
        if j == end:
            break
    return items if len(items) > 1 else []


def kind_end(tokens: list[Token], i: int) -> int:
    """End of the level or levels of one school: "Tiểu học |", "Tiểu học và THCS |"."""
    end = _level(tokens, i)
    end = _level(tokens, end) if end > i else end  # "Phổ thông dân tộc bán trú | Tiểu học và THCS"
    while end > i and end < len(tokens) and tokens[end].key in ("và", "&", "-") and (more := _level(tokens, end + 1)) > end + 1:
        end = more
    return end


_OF_SCHOOLS = (("công", "đoàn"), ("liên", "đội"))


def of_school(tokens: list[Token], item: Item | None) -> Item | None:
    """The item with the school whose body it is: "Liên đội | Trường Tiểu học Kim Đồng", "Công đoàn | trường THCS Lê Lợi"."""
    if item is None or not any(at(tokens, item.start, words) for words in _OF_SCHOOLS):
        return item
    seat = item.end if tokens[item.end - 1].key == "trường" else item.end + 1
    kind = kind_end(tokens, seat) if seat <= len(tokens) and tokens[seat - 1].key == "trường" else seat
    end = kind
    while end < len(tokens) and tokens[end].word and (tokens[end].capital or tokens[end].key.isdigit()):
        end += 1
    return Item(item.start, end) if end > kind > seat else item
