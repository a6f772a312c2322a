"""Unit mentions in running text with their offsets: a word trie for clean text, spaCy's PhraseMatcher for scanned text.

The trie needs no start-up; spaCy (1-2 s to load, loaded once on first use) matches the same catalogue without tone marks,
which scans lose, and gives the same answers on clean text (a test compares them).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from normalizers.text import strip_tone
from normalizers.unit_grammar import Item, collective, collective_wordings, quantifier
from normalizers.unit_names import make_unit
from normalizers.unit_tails import place_wordings, read_tail
from normalizers.unit_tokens import SOFT, Token, abbreviations, tokenize
from normalizers.unit_vocab import Entry, match_unit, vocabulary
from normalizers.values import Unit

#: Words without tone marks that no owner cell holds as they stand.
_LONE = {"va": "và", "cac": "các", "nganh": "ngành", "phuong": "phường", "khac": "khác", "truong": "trường", "xa": "xã"}

_ON_TINH = {"giới", "máy", "dân", "tài", "ước"}      # before these "tính" at a unit's end is no "tỉnh"
_BEFORE_VILLAGES = {"các", "trưởng", "thôn", "những", "từng", "mỗi"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording to match: its catalogue unit (None: collective wording), its words with tone marks, and the places
    (number of words before) where it may hold a separator."""

    entry: Entry | None
    printed: tuple[str, ...]
    marks: frozenset[int]


def _catalogue(hits: list[tuple[int, int, Wording]]) -> list[tuple[int, int, Entry]]:
    return [(start, end, w.entry) for start, end, w in hits if w.entry is not None]


def _hits(tokens: list[Token]) -> list[tuple[int, int, Entry]]:
    """Longest catalogue wordings from left to right, none inside another: (start, end, entry)."""
    out: list[tuple[int, int, Entry]] = []
    i = 0
    while i < len(tokens):
        hit = match_unit(tokens, i) if tokens[i].word and tokens[i].key not in SOFT else None
        if hit:
            out.append((i, hit[0], hit[1]))
        i = hit[0] if hit else i + 1
    return out


@lru_cache(maxsize=2)
def _matcher(toneless: bool) -> tuple[Any, Any, dict[tuple[str, ...], Wording]]:
    """(spaCy pipeline, PhraseMatcher, wordings by the words matched). Toneless, collective wording is among them."""
    import spacy
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    nlp.tokenizer = lambda text: Doc(nlp.vocab, words=re.findall(r"\w+", text))
    matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
    table: dict[tuple[str, ...], Wording] = {}
    v = vocabulary()
    rows: list[tuple[str, Entry | None]] = [(alias, v.entries[unit_id]) for alias, unit_id in sorted(v.aliases.items())]
    rows += [(wording, None) for wording in (*collective_wordings(), *place_wordings())] if toneless else []
    for alias, entry in rows:
        words: list[str] = []
        marks: set[int] = set()
        printed = tuple(t.key for t in tokenize(alias, expand=False) if t.word and t.key not in SOFT)
        for token in tokenize(alias, expand=False):
            if token.word and token.key not in SOFT:
                words.append(strip_tone(token.key) if toneless else token.key)
            else:
                marks.add(len(words))
        if toneless and len(words) < 2:
            continue
        key = tuple(words)
        known = table.get(key)
        if known and known.entry != entry:
            continue
        table[key] = Wording(entry, printed, frozenset(marks) | (known.marks if known else frozenset()))
    matcher.add("UNIT", [Doc(nlp.vocab, words=list(key)) for key in table])
    return nlp, matcher, table


def spacy_hits(tokens: list[Token], toneless: bool = False) -> list[tuple[int, int, Wording]]:
    """Longest wordings by spaCy's PhraseMatcher: (start, end, wording); `toneless` compares letters without diacritics."""
    from spacy.tokens import Doc
    from spacy.util import filter_spans

    nlp, matcher, table = _matcher(toneless)
    places = [k for k, t in enumerate(tokens) if t.word and t.key not in SOFT]
    words = [strip_tone(tokens[k].key) if toneless else tokens[k].key for k in places]
    if not words:
        return []
    doc = Doc(nlp.vocab, words=words)
    spans = []
    for span in matcher(doc, as_spans=True):
        marks = table[tuple(words[span.start : span.end])].marks
        gaps = [k for k in range(span.start + 1, span.end) if places[k] - places[k - 1] > 1]
        inside = (tokens[m].key for k in gaps for m in range(places[k - 1] + 1, places[k]))
        if all(k - span.start in marks for k in gaps) and all(m in SOFT for m in inside):
            spans.append(span)
    found = sorted(filter_spans(spans), key=lambda s: int(s.start))
    return [(places[s.start], places[s.end - 1] + 1, table[tuple(words[s.start : s.end])]) for s in found]


def find_units(text: str, commune: str | None = None, *, engine: str = "trie", ocr: bool = False) -> list[Unit]:
    """Catalogue units and collectives that `text` mentions, in order, with `span` = source offsets `[start, end)`;
    of overlapping wordings the longest. `engine` "trie" or "spacy" give the same on clean text; `ocr` also finds
    wordings whose tone marks a scan lost, with confidence 0.7."""
    tokens = tokenize(text)
    hits = _catalogue(spacy_hits(tokens)) if engine == "spacy" else _hits(tokens)
    repaired: set[int] = set()
    if ocr:
        taken = {k for start, end, _ in hits for k in range(start, end)}
        extra = [h for h in _catalogue(spacy_hits(tokens, toneless=True)) if not any(k in taken for k in range(h[0], h[1]))]
        hits += extra
        repaired.update(h[0] for h in extra)
        hits.sort(key=lambda h: h[0])
    v = vocabulary()
    by_start = {start: (end, entry) for start, end, entry in hits}
    out: list[Unit] = []
    i = 0
    entry: Entry | None
    while i < len(tokens):
        end, entry = i, None
        if i in by_start:
            end, entry = by_start[i]
        plural = quantifier(tokens, i) > i
        group = collective(tokens, i, commune, prose=True) if plural or tokens[i].word else None
        if group and group.end > end and (plural or group.end - i > 2):
            item = Item(i, group.end, v.entries[group.unit_id])
        elif entry is not None:
            tail = read_tail(tokens, end, commune, collective=entry.kind == "collective")
            item = Item(i, tail.end, entry, tail)
        else:
            i += 1
            continue
        unit = make_unit(tokens, item, text, commune, None)
        if unit is not None:
            out.append(replace(unit, confidence=0.7) if i in repaired else unit)
        i = item.end
    return out


def repair(tokens: list[Token]) -> tuple[list[Token], set[int]]:
    """Tokens with the tone marks of catalogue wordings put back, and the source offsets of the words changed."""
    changed: set[int] = set()
    out = list(tokens)
    for k, token in enumerate(tokens):
        if token.key in _LONE:
            out[k] = token._replace(key=_LONE[token.key], text=_LONE[token.key].capitalize() if token.capital else _LONE[token.key])
            changed.add(token.start)
        elif token.key == "tính" and (k + 1 == len(tokens) or not tokens[k + 1].word) and k > 1 and tokens[k - 1].key not in _ON_TINH:
            out[k] = token._replace(key="tỉnh", text="Tỉnh" if token.capital else "tỉnh")
            changed.add(token.start)
    exact = [(start, end) for start, end, _ in _hits(tokens)]
    for start, end, wording in spacy_hits(out, toneless=True):
        if any((a <= start and end <= b) or a < start < b or a < end < b for a, b in exact):
            continue
        places = [k for k in range(start, end) if out[k].word and out[k].key not in SOFT]
        for k, word in zip(places, wording.printed, strict=True):
            if out[k].key != word and not (len(places) <= 2 and _village(out, k, word)):
                out[k] = out[k]._replace(key=word, text=word.capitalize() if out[k].capital else word)
                changed.add(out[k].start)
    return out, changed


def _village(tokens: list[Token], k: int, word: str) -> bool:
    """Whether a "bản" that would become "ban" is a village ("các bản", "trưởng bản")."""
    return tokens[k].key == "bản" and word == "ban" and k > 0 and tokens[k - 1].key in _BEFORE_VILLAGES


@lru_cache(maxsize=1)
def _long_abbreviations() -> tuple[tuple[str, str], ...]:
    """Abbreviations of one word of six letters or more with what they stand for, folded."""
    items = [item for group in abbreviations().values() for item in group]
    return tuple((keys[0], " ".join(key for _, key, _ in item.expansion)) for keys, item in items if len(keys) == 1 and len(keys[0]) >= 6)


# Everybody there, one letter from the youth union there ("Đoàn trường").
_ALL_OF_A_PLACE = frozenset(f"toàn {place}" for place in ("trường", "phường", "thôn", "tỉnh", "khối", "ngành", "đảng bộ", "cơ quan", "đơn vị", "đặc khu", "thành phố"))


def nearest(wording: str) -> Entry | None:
    """The catalogue unit whose wording differs from this unknown one by one edit (two from 16 letters on), if it is the only
    one so near; None otherwise. For scanned text only."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import extract

    from normalizers.text import fold

    folded = fold(wording)
    v = vocabulary()
    if wording.isupper() and " " not in wording and len(folded) >= 6:  # "TTPVHCGC": capitals of an abbreviation, one of them misread
        near = sorted({v.aliases[long] for short, long in _long_abbreviations() if long in v.aliases and Levenshtein.distance(folded, short, score_cutoff=1) <= 1})
        return v.entries[near[0]] if len(near) == 1 else None
    if len(folded) < 8 or folded in _ALL_OF_A_PLACE:
        return None
    limit = 1 if len(folded) < 16 else 2
    head = folded.split(" ", 1)[0]  # "Báo Nông nghiệp và Môi trường" is no ministry ("Bộ …"): two edits make another noun of the short first word
    found = [f for f in extract(folded, list(v.aliases), scorer=Levenshtein.distance, score_cutoff=limit, limit=5) if Levenshtein.distance(head, f[0].split(" ", 1)[0]) <= 1]
    if not found:
        return None
    best = min(score for _, score, _ in found)
    ids = sorted({v.aliases[alias] for alias, score, _ in found if score == best})
    return v.entries[ids[0]] if len(ids) == 1 else None
