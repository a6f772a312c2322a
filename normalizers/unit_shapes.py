"""Cheap judgements on short pieces of text: does it look like (a piece of) an owner unit, does the next line go on with it."""

from __future__ import annotations

import itertools
from functools import lru_cache

from normalizers.unit_grammar import _NOUNS, QUANTIFIERS, collective, quantifier, starts_unit
from normalizers.unit_tails import _LINKS, _RELATED, COMMUNE_LEVELS, UPPER_LEVELS, read_tail
from normalizers.unit_tokens import HARD, SOFT, Token, tokenize
from normalizers.unit_verbs import act_at
from normalizers.unit_vocab import Node, match_head, match_unit, vocabulary


@lru_cache(maxsize=1)
def _chains() -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Words of unit wordings and pairs of neighbours in them, collective wording and tails included."""
    v = vocabulary()
    words, pairs = set(v.words), set(v.pairs)
    levels = tuple(tuple(w.split()) for w in (*COMMUNE_LEVELS, *UPPER_LEVELS))
    for row in (*_NOUNS, *_LINKS, *_RELATED, *levels):
        words.update(row)
        pairs.update(itertools.pairwise(row))
    for noun in _NOUNS:
        pairs.update((q, noun[0]) for q in QUANTIFIERS)
        pairs.update((noun[-1], link[0]) for link in (*_LINKS, *_RELATED, *levels))
    for link in _LINKS:
        pairs.update((link[-1], level[0]) for level in levels)
    return frozenset(words), frozenset(pairs)


@lru_cache(maxsize=32768)
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(tokenize(text))


@lru_cache(maxsize=32768)
def looks_like_unit(text: str) -> float:
    """How much `text` (a cell, or a line of one, possibly cut) looks like an owner unit or a list of them, 0..1:
    the share of its words that the catalogue, the collective grammar or neighbouring words of unit names explain."""
    tokens = [t for t in _tokens(text) if t.word and t.key not in SOFT]
    full = list(_tokens(text))
    if not tokens or len(tokens) > 60:
        return 0.0
    words, pairs = _chains()
    score, i, acts, covered = 0.0, 0, 0, 0
    while i < len(full):
        token = full[i]
        if not token.word or token.key in SOFT:
            i += 1
            continue
        end, worth = _explained(full, i, words, pairs)
        n = sum(1 for t in full[i:end] if t.word and t.key not in SOFT)
        score += worth * n
        covered += n if worth >= 0.8 else 0
        if worth < 0.5 and act_at(full, i) == "verb":
            acts += 1
        if any(c.isdigit() for c in token.key):
            score -= 0.7
        i = max(end, i + 1)
    share = score / len(tokens) - 0.2 * acts
    if full[0].capital and (match_unit(full, 0) or (match_head(full, 0) and len(tokens) <= 12) or collective(full, 0, None)):
        share += 0.1
    elif act_at(full, 0) == "verb" and full[0].capital:
        share *= 0.4  # "Xây dựng kế hoạch", "Phát triển doanh nghiệp"
    elif full[0].capital and not starts_unit(full, 0, None):
        share *= 0.7  # the middle of a name may start a line with a capital ("Xã hội"), most such lines are other things
    return max(0.0, min(1.0, share))


def _explained(full: list[Token], i: int, words: frozenset[str], pairs: frozenset[tuple[str, str]]) -> tuple[int, float]:
    hit = match_unit(full, i)
    group = collective(full, i, None)
    end = max(hit[0] if hit else i, group.end if group else i)
    if end > i and (end - i > 1 or full[i].capital):
        return read_tail(full, end, None, collective=True).end, 1.0
    j = i
    while j + 1 < len(full):
        k = j + 1
        while k < len(full) and (full[k].key in SOFT or not full[k].word) and full[k].key not in HARD:
            k += 1
        if k >= len(full) or (full[j].key, full[k].key) not in pairs:
            break
        j = k
    if j > i:
        return j + 1, 0.9 if j - i > 1 or full[i].capital else 0.75
    head = match_head(full, i)
    if head and (head[1].strong or full[i].capital):
        return head[0], 0.8
    if full[i].key in words:
        return i + 1, 0.5 if len([t for t in full if t.word]) <= 2 else 0.3
    return i + 1, 0.35 if full[i].capital and i > 0 and not full[i].text.isupper() else 0.0


def _reach(root: Node[object], tokens: list[Token], start: int) -> int:
    """How far from `start` the tokens follow some wording of the trie, finished or not (index after the last word)."""
    node, i, far = root, start, start
    while i < len(tokens):
        child = None
        if tokens[i].word and tokens[i].key not in SOFT:
            child = node.words.get(tokens[i].key)
            i += 1
        elif tokens[i].key in SOFT and i > start:
            i += 1
            if i < len(tokens):
                child = node.after_mark.get(tokens[i].key)
                i += 1
        if child is None:
            break
        node, far = child, i
    return far


@lru_cache(maxsize=32768)
def unit_prefix(text: str) -> bool:
    """Whether `text` could be the beginning of an owner cell."""
    tokens = list(_tokens(text))
    while tokens and not tokens[0].word:
        tokens = tokens[1:]
    if not tokens or looks_like_unit(text) < 0.45:
        return False
    q = quantifier(tokens, 0)
    if q == len(tokens) or starts_unit(tokens, 0, None):
        return True
    root: Node[object] = vocabulary().units  # type: ignore[assignment]
    heads: Node[object] = vocabulary().heads  # type: ignore[assignment]
    return tokens[0].capital and (_reach(root, tokens, 0) == len(tokens) or _reach(heads, tokens, q) == len(tokens) or any(
        tuple(t.key for t in tokens[q:]) == noun[: len(tokens) - q] for noun in _NOUNS))


@lru_cache(maxsize=32768)
def unit_continues(prefix: str, nxt: str) -> bool:
    """Whether line `nxt` goes on with the wording that line(s) `prefix` left open: a name cut by the line break
    ("Phòng Văn hóa -" + "Xã hội"), its tail, or the next unit of a list whose separator is printed. A finished unit
    followed by another unit's beginning is False: that may be the next cell."""
    a, b = list(_tokens(prefix)), list(_tokens(nxt))
    if not a or not b:
        return False
    if b[0].key in SOFT or b[0].key in HARD:
        return len(b) > 1 and b[0].key != "-" and looks_like_unit(nxt) >= 0.4
    if a[-1].key == ";" or a[-1].key in SOFT:
        return looks_like_unit(nxt) >= 0.4
    if a[-1].key in (".", ":"):
        return False
    joined = a + b
    cut = len(a)
    root: Node[object] = vocabulary().units  # type: ignore[assignment]
    complete = False
    for start in range(max(0, cut - 12), cut):
        if _reach(root, joined, start) > cut and (start == 0 or a[start - 1].key in SOFT or a[start - 1].key in HARD or a[start].capital or starts_unit(joined, start, None)):
            return True
        hit = match_unit(joined, start)
        complete = complete or (hit is not None and hit[0] == cut)
    for start in range(max(0, cut - 10), cut):
        group = collective(joined, start, None)
        if group and group.end > cut and not (b[0].capital and quantifier(b, 0)):
            return True
    if read_tail(joined, cut, None, collective=True).end > cut and not b[0].capital:
        return True
    if b[0].capital and starts_unit(b, 0, None):
        return False
    last = next((t for t in reversed(a) if t.word), a[-1])
    if (last.key, b[0].key) in _chains()[1]:
        return True
    head = any(match_head(a, k) and match_head(a, k)[0] == cut for k in range(max(0, cut - 3), cut))  # type: ignore[index]
    if head:
        return looks_like_unit(nxt) > 0.0 or b[0].capital
    return not b[0].capital and not complete and looks_like_unit(nxt) >= 0.4 and looks_like_unit(prefix) >= 0.4
