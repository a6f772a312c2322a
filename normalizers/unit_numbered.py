"""Bodies of one kind that a cell tells apart by number: "Tổ dân phố số 5, số 6", "UBND các phường 1, 2 và 3", "Thuế cơ sở 1, 2"; a plural told apart
by a clause: "các bộ, ngành có cơ sở dữ liệu chuyên ngành"."""

from __future__ import annotations

import re

from normalizers.unit_grammar import Item, noun_at, quantifier, starts_unit
from normalizers.unit_tails import at, place_name
from normalizers.unit_tokens import HARD, SOFT, Token, render

# Last words of the nouns behind which a number is a body's name: "tổ dân phố", "khu vực", "(Thuế) cơ sở". Classes and years of a school count people.
_COUNTED = frozenset({"thôn", "ấp", "bản", "xóm", "khóm", "buôn", "làng", "phố", "phường", "quận", "vực", "tổ", "đội", "cụm", "số"})
_CODE = re.compile(r"(?:P[ABCKVX]|K|PC)\d{2}")  # departments of the police: "PC06", "PA05", "K01"
_LINKS = frozenset({",", "và", "&"})
_REACH = 9  # words before the first number
TELLING = frozenset({"có", "đang", "chưa", "đã"})  # what tells which bodies of a plural are meant
_HOLDING = (("chủ", "quản"), ("quản", "lý"))  # "Các bộ, ngành | chủ quản cơ sở dữ liệu"
_RELATED = (("có", "liên", "quan"), ("có", "chức", "năng"), ("có", "thẩm", "quyền"), ("có", "nhiệm", "vụ"), ("có", "lq"))


def may_tell_apart(keys: set[str]) -> bool:
    """Whether a cell of these words can hold such a row or clause."""
    return not TELLING.isdisjoint(keys) or "đảng" in keys or "quản" in keys or any(key[0].isdigit() for key in keys)


def numbered_row(tokens: list[Token], i: int) -> list[Item]:
    """One item for each number of a row at `i`, each with the wording before the first one; [] where fewer than two are named."""
    first = next((k for k in range(i + 1, min(i + _REACH, len(tokens))) if not tokens[k].word or tokens[k].key.isdigit()), i)
    if first == i or not tokens[first].key.isdigit() or not _counts(tokens, first):
        return []
    numbers = [first]
    while (k := _next_number(tokens, numbers[-1] + 1, first)) > 0:
        numbers.append(k)
    end = numbers[-1] + 1
    if len(numbers) == 1 or not (end == len(tokens) or tokens[end].key in SOFT or tokens[end].key in HARD or tokens[end].key in (")", "(")):
        return []
    words = [t for t in tokens[quantifier(tokens, i) : first] if t.key != "các"]
    lead = render(words)
    return [Item(k, k + 1, prefix=lead[:1].upper() + lead[1:]) for k in numbers]


def _counts(tokens: list[Token], first: int) -> bool:
    """Whether the word before the number at `first` is a counted body's."""
    before = tokens[first - 1].key
    return before in _COUNTED or (before == "sở" and tokens[first - 2].key == "cơ")


def _next_number(tokens: list[Token], i: int, first: int) -> int:
    """Token of the next number of the row, the counted noun said again before it or not: ", 6", ", số 6", "và thôn 3"; 0 where none stands there."""
    if i >= len(tokens) or tokens[i].key not in _LINKS:
        return 0
    k = i + 1
    while k < len(tokens) and k - i < 4 and tokens[k].word and not tokens[k].key.isdigit():
        k += 1
    if k >= len(tokens) or not tokens[k].key.isdigit() or at(tokens, k + 1, (".",)):
        return 0
    again = tuple(t.key for t in tokens[i + 1 : k])
    return k if not again or again == tuple(t.key for t in tokens[first - len(again) : first]) else 0


def told_apart(tokens: list[Token], i: int) -> list[Item]:
    """A plural of several nouns at `i` with the clause that tells which of them are meant: "Các bộ, ngành | có cơ sở dữ liệu chuyên ngành",
    "Các sở, ngành | đang quản lý công trình"; [] elsewhere."""
    j, nouns, last = quantifier(tokens, i), 0, ""
    while (noun := noun_at(tokens, j)) is not None:
        j, nouns, last = j + len(noun), nouns + 1, noun[-1]
        if j + 1 < len(tokens) and tokens[j].key in SOFT and noun_at(tokens, j + 1) is not None:
            j += 1
    if nouns < 2 or j >= len(tokens) or not (tokens[j].key in TELLING or ((last != "ban" or at(tokens, j + 2, ("ngành",))) and any(at(tokens, j, words) for words in _HOLDING)) or (last == "quan" and tokens[j].key == "đảng")) or any(at(tokens, j, words) for words in _RELATED):
        return []
    while j < len(tokens) and tokens[j].key not in HARD and tokens[j].key not in ("(", ")", ":", ".") and not (tokens[j].key in SOFT and starts_unit(tokens, j + 1, None)):
        j += 1
    return [Item(i, j)]


def police_code(token: Token) -> bool:
    """Whether a department of the police is named by its letters and number."""
    return _CODE.fullmatch(token.text) is not None


def numbered_in_sentence(tokens: list[Token], item: Item, commune: str | None) -> list[Item]:
    """The bodies that a sentence tells apart by the numbers at the end of an item or behind it, places of their kind named after them: "UBND các
    quận | 1, 3 và Tân Bình khảo sát …"; [] for fewer than two numbers."""
    first = item.end - (item.end < len(tokens) and tokens[item.end].key in _LINKS and tokens[item.end - 1].key.isdigit())
    if first >= len(tokens) or not tokens[first].key.isdigit() or first - item.start < 1 or not _counts(tokens, first):
        return []
    numbers = [first]
    while (k := _next_number(tokens, numbers[-1] + 1, first)) > 0:
        numbers.append(k)
    if len(numbers) < 2:
        return []
    lead = render([t for t in tokens[quantifier(tokens, item.start) : first] if t.key != "các"])
    spans = [(k, k + 1) for k in numbers]
    while (at_link := spans[-1][1]) + 1 < len(tokens) and tokens[at_link].key in _LINKS and not starts_unit(tokens, at_link + 1, commune) \
            and (named := place_name(tokens, at_link + 1, commune)) > at_link + 1:
        spans.append((at_link + 1, named))
    return [Item(start, end, prefix=lead[:1].upper() + lead[1:]) for start, end in spans]


def managers_end(tokens: list[Token], i: int) -> int:
    """End of a plural of bodies named for the branch that they manage: "Các sở | quản lý ngành|", "các bộ | quản lý công trình xây dựng chuyên ngành|";
    `i` elsewhere."""
    noun = noun_at(tokens, j := quantifier(tokens, i))
    if j == i or noun is None or noun == ("ban",) or not at(tokens, j + len(noun), ("quản", "lý")):
        return i
    first = j + len(noun) + 2
    return next((k + 1 for k in range(first, min(first + 6, len(tokens))) if tokens[k].key == "ngành" and (k == first or tokens[k - 1].key == "chuyên")), i)
