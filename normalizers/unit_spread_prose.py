"""Lists behind a plural or a colon inside a sentence: "(Giám đốc) các sở: Tài chính, Nội vụ và Xây dựng | chịu trách nhiệm …"."""

from __future__ import annotations

from functools import lru_cache

from normalizers.unit_bare_rows import BARE_NOUNS, bare_among
from normalizers.unit_grammar import Item, collective, quantifier, starts_unit
from normalizers.unit_spread import SHARED_HEADS, behind_noun
from normalizers.unit_tails import at, read_tail
from normalizers.unit_tokens import SOFT, Token, read_csv, render
from normalizers.unit_verbs import LAID_ON, is_verb
from normalizers.unit_vocab import longest, match_head, match_unit, vocabulary

_NEXT = frozenset({"ngành", "các"})  # a further body begins
_SO = Token("Sở", "sở", 0, 0, False)


@lru_cache(maxsize=1)
def _sectors() -> dict[tuple[str, ...], frozenset[str]]:
    """The branches' names by their words, each with the words behind it that make it another name ("điện | tử")."""
    return {tuple(row["sector"].split()): frozenset(row["not_before"].split()) for row in read_csv("unit_sectors.csv")}


def _sector(tokens: list[Token], i: int) -> int:
    """End of a branch of the administration at "ngành" that bears a department's fields or a service's name: "ngành | Giáo dục và Đào tạo",
    "ngành | y tế", "ngành | điện"; `i` for others."""
    for words in (4, 2, 1):
        end = i + 1 + words
        others = _sectors().get(tuple(t.key for t in tokens[i + 1 : end]))
        if others is not None and not tokens[i + 1].capital and (end == len(tokens) or (tokens[end].key not in others and not _more_fields(tokens, end))):
            return read_tail(tokens, end, None).end
    hit = longest(vocabulary().units, [_SO, *tokens[i + 1 : i + 14]], 0)
    fields = tokens[i + 1 : i + hit[0]] if hit is not None else []
    return read_tail(tokens, i + 1 + len(fields), None).end if fields and (any(t.key == "và" for t in fields) or not fields[0].capital) else i


def _more_fields(tokens: list[Token], i: int) -> bool:
    """Whether the branch's name may go on behind "," or "và" at `i` ("ngành y tế | và dân số"); a body that begins there ends it."""
    return tokens[i].key in SOFT and not (i + 1 < len(tokens) and (tokens[i + 1].capital or tokens[i + 1].key in _NEXT))


def spread_in_prose(tokens: list[Token], i: int, commune: str | None) -> list[Item]:
    """"(Giám đốc) các sở: Tài chính, Nội vụ và Xây dựng | chịu trách nhiệm …" in a sentence: one item for each catalogue name behind the
    plural or its colon, up to the first words that are none; [] where no such row stands at token `i`."""
    if tokens[i].key == "ngành":
        return [Item(i, end)] if (end := _sector(tokens, i)) > i else []
    role = match_head(tokens, i)
    first = role[0] if role and role[1].takes_unit else i
    q = quantifier(tokens, first)
    if q >= len(tokens) or (q == first and first == i):
        return []
    head = match_head(tokens, q)
    end = head[0] if head else q + 1  # "các Bộ Tài chính, Nội vụ": "Bộ" alone is none
    if first == i and q > i and tokens[q].key in BARE_NOUNS and (group := collective(tokens, i, commune)) is not None and bare_among(tokens, group.end, tokens[q : q + 1]):
        return _mixed(tokens, group.end + 1, tokens[q : q + 1], commune)
    if end >= len(tokens) or " ".join(t.key for t in tokens[q:end]) not in SHARED_HEADS:
        return []
    colon = at(tokens, end, (":",))
    if colon and first == i and tokens[q].key in BARE_NOUNS and len(mixed := _mixed(tokens, end + 1, tokens[q:end], commune)) > 1:
        return mixed
    if not colon and (q == first or not tokens[end].capital):
        return []
    noun = tokens[q:end]
    prefix = "" if first == i else render([t for t in tokens[i:first] if t.key != "các"]) + " " + noun[0].text.capitalize() + render([noun[0]._replace(text="", gap=False), *noun[1:]])
    items: list[Item] = []
    j = end + colon
    while j < len(tokens) and tokens[j].capital:
        hit = longest(vocabulary().units, [*noun, *tokens[j:]], 0)
        if hit is None or hit[0] <= len(noun):
            break
        end = j + hit[0] - len(noun)
        tail = read_tail(tokens, end, commune)
        if tail.levels and starts_unit(tokens, j, commune):
            break  # "các Bộ Tài chính, Nội vụ và | Công an tỉnh"
        items.append(Item(j, end, prefix=prefix) if prefix else Item(j, tail.end, hit[1], tail))
        j = end = max(end, tail.end)
        while j < len(tokens) and tokens[j].key in SOFT:
            j += 1
        if j == end:
            break
    if len(items) < 2 and colon and prefix and j < len(tokens) and tokens[j].capital:  # "Cục trưởng các Cục: A và B, C | tổ chức …": names that the catalogue lacks
        stop = next((k for k in range(j, min(j + _PROSE_REACH, len(tokens))) if (is_verb(tokens, k) and not tokens[k].capital) or any(at(tokens, k, w) for w in _DUTIES)), 0)
        items = behind_noun(tokens[:stop], i, first, head[0], commune, q) if head and stop else []
    return items if len(items) > 1 else []


_PROSE_REACH = 60  # words of such a row
_DUTIES = (*LAID_ON, ("theo", "chức", "năng"), ("khẩn", "trương"))


def _mixed(tokens: list[Token], j: int, noun: list[Token], commune: str | None) -> list[Item]:
    """Whole names and names without their `noun` at `j`, up to the first words that are none: "Công an tỉnh, Nội vụ và Tài chính | tổ chức …"."""
    items: list[Item] = []
    while j < len(tokens) and tokens[j].capital:
        hit = longest(vocabulary().units, [*noun, *tokens[j:]], 0)
        if (hit is None or hit[0] <= len(noun)) and (own := match_unit(tokens, j)) is not None:
            hit = own[0] - j + len(noun), own[1]
        if hit is None or hit[0] <= len(noun):
            break
        tail = read_tail(tokens, j + hit[0] - len(noun), commune)
        items.append(Item(j, tail.end, hit[1], tail))
        j = tail.end
        while j < len(tokens) and tokens[j].key in SOFT:
            j += 1
        if j == tail.end:
            break
    return items
