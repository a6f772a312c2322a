"""The catalogue of owner units: entries, aliases, heads and province names, compiled into one word trie."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from normalizers.text import fold
from normalizers.unit_tokens import SOFT, Token, read_csv, tokenize

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """A catalogue unit. `level` "open" means that the printed level ("xã", "tỉnh") is part of the name."""

    unit_id: str
    name: str
    kind: str
    level: str
    base: str  # the name without a closing " xã" of a level: a "Hợp tác xã" is one whole


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that opens unit names. A weak head opens one inside a list only when printed with a capital."""

    text: str
    kind: str
    level: str
    strong: bool
    takes_unit: bool
    not_before: frozenset[str]
    length: int


class Node(Generic[T]):
    """Trie node over folded words; `after_mark` are the edges that may be taken across a separator."""

    __slots__ = ("after_mark", "value", "words")

    def __init__(self) -> None:
        self.words: dict[str, Node[T]] = {}
        self.after_mark: dict[str, Node[T]] = {}
        self.value: T | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    entries: dict[str, Entry]
    aliases: dict[str, str]  # folded alias -> unit_id, names and bases included
    units: Node[Entry]
    heads: Node[Head]
    provinces: frozenset[tuple[str, ...]]
    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def _insert(root: Node[T], tokens: list[Token], value: T) -> bool:
    """Put a wording into the trie; False where another value already has it."""
    node, mark = root, False
    for token in tokens:
        if token.key in SOFT or not token.word:
            mark = True
            continue
        child = node.words.get(token.key) or node.after_mark.get(token.key) or Node()
        node.words[token.key] = child
        if mark:
            node.after_mark[token.key] = child
        node, mark = child, False
    if node.value is not None and node.value != value:
        return False
    node.value = value
    return True


def longest(root: Node[T], tokens: list[Token], start: int) -> tuple[int, T] | None:
    """The longest wording of the trie that begins at `start`: (end, value), or None."""
    n = len(tokens)
    node = root.words.get(tokens[start][1]) if start < n else None  # [1]: the key, got at once
    if node is None:
        return None
    i, end, best = start + 1, start + 1, node.value
    while i < n:
        key = tokens[i][1]
        child = node.words.get(key)  # marks are no words of a wording
        i += 1
        if child is None:
            if key not in SOFT:
                break
            if i < n and tokens[i][1] in SOFT:
                i += 1
            if i >= n or (child := node.after_mark.get(tokens[i][1])) is None:
                break
            i += 1
        node = child
        if node.value is not None:
            end, best = i, node.value
    return None if best is None else (end, best)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The compiled catalogue. Raises ValueError where one alias names two units."""
    entries: dict[str, Entry] = {}
    for row in read_csv("units.csv"):
        base = row["name"] if row["name"] == "Hợp tác xã" else row["name"].removesuffix(" xã")
        entries[row["unit_id"]] = Entry(row["unit_id"], row["name"], row["kind"], row["level"], base)
    wordings = [(e.unit_id, e.name) for e in entries.values()]
    wordings += [(row["unit_id"], row["alias"]) for row in read_csv("unit_aliases.csv")]
    printed = {fold(w) for _, w in wordings}
    wordings += [(e.unit_id, e.base) for e in entries.values() if fold(e.base) not in printed]
    units: Node[Entry] = Node()
    aliases: dict[str, str] = {}
    words: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for unit_id, wording in wordings:
        tokens = tokenize(wording)
        if aliases.setdefault(fold(wording), unit_id) != unit_id or not _insert(units, tokens, entries[unit_id]):
            raise ValueError(f"unit alias {wording!r} names two units")
        keys = [t.key for t in tokens if t.word]
        words.update(keys)
        pairs.update(itertools.pairwise(keys))
    heads: Node[Head] = Node()
    for row in read_csv("unit_heads.csv"):
        tokens = tokenize(row["head"])
        head = Head(row["head"], row["kind"], row["level"], row["strength"] == "strong", bool(row["takes_unit"]),
                    frozenset(w for w in row["not_before"].split("|") if w), len(tokens))
        _insert(heads, tokens, head)
        keys = [t.key for t in tokens]
        words.update(keys)
        pairs.update(itertools.pairwise(keys))
    provinces = frozenset(tuple(t.key for t in tokenize(r["name"], False)) for r in read_csv("province_names.csv"))
    return Vocabulary(entries, aliases, units, heads, provinces, frozenset(words), frozenset(pairs))


def match_unit(tokens: list[Token], start: int) -> tuple[int, Entry] | None:
    """The longest catalogue wording at token `start`: (end, entry), or None."""
    hit = longest(vocabulary().units, tokens, start)
    if hit is not None and hit[1].level == "village" and start + 2 < hit[0] < len(tokens) and tokens[hit[0]].capital and tokens[hit[0] - 1].capital and tokens[hit[0] - 2].word and not tokens[hit[0] - 2].capital:
        return longest(vocabulary().units, tokens[: hit[0] - 1], start)  # "Trưởng thôn | Bản Lác": the village's name
    return hit


def match_head(tokens: list[Token], start: int) -> tuple[int, Head] | None:
    """The longest unit head at token `start`, unless the next word makes another word of it ("Ban hành")."""
    hit = longest(vocabulary().heads, tokens, start)
    if hit and hit[0] < len(tokens) and tokens[hit[0]].key in hit[1].not_before:
        return None
    if hit and tokens[start].key == "phòng" and [t.key for t in tokens[hit[0] : hit[0] + 2]] in ([",", "chống"], [",", "ngừa"]):
        return None  # "Phòng, chống thiên tai"
    return hit
