"""Repair of what OCR loses in Vietnamese: tone marks by word and pair frequencies; what is certain by form is `ocr_forms`'s.

Only words that Tesseract was unsure of, or that are no Vietnamese syllable, are touched; the text as read is kept beside
the repair (`Row.raw`). Numbers are never changed by frequency.
"""

from __future__ import annotations

import gzip
import math
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources

from extractors.ocr_beside import settle
from extractors.ocr_broken import keep_breaks, mend_breaks
from extractors.ocr_forms import BULLET_LETTERS, branch, closed, every, mend, more_quarters, speck, stray
from extractors.ocr_layout import Row
from extractors.ocr_names import CORE, LETTERS, UNSURE, code, surname, term
from extractors.ocr_spaces import parted
from normalizers.text import fold, nfc, strip_tone

LOST_COST = 2.0          # log units more for a mark lost from a word that was read with confidence
DOT_COST = 1.0           # log units a speck beside the dot of an i costs: Tesseract is sure of it, the pairs must not know what it read
COST = 3.6               # log units a change must gain where Tesseract was quite unsure …
COST_SURE = 6.0          # … and how fast that grows with its confidence over 0.5
NO_SYLLABLE = 9.0        # log units against a reading that is no Vietnamese syllable


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Counts of folded syllables and of pairs, syllables by their letters without marks, and all pairs' total."""

    single: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    by_base: Mapping[str, tuple[str, ...]]
    total: int

    def link(self, a: str, b: str) -> float:
        """Log probability of `b` after `a`, smoothed by the frequency of `b`; "" is the edge of a run."""
        alone = (self.single.get(b, 0) + 0.2) / (self.total + 1)
        if not a or not b:
            return math.log(0.2 * alone + 1e-7) if b else -2.0
        after = self.pairs.get((a, b), 0) / (self.single.get(a, 0) + 3)
        return math.log(0.8 * after + 0.2 * alone + 1e-7)


@lru_cache(maxsize=1)
def frequencies() -> Frequencies:
    """The shipped counts (extractors/vocab/ocr_words.txt.gz; built and sourced by benchmarks/build_ocr_words.py)."""
    single: dict[str, int] = {}
    pairs: dict[tuple[str, str], int] = {}
    data = gzip.decompress(resources.files("extractors").joinpath("vocab/ocr_words.txt.gz").read_bytes())
    for line in data.decode("utf-8").splitlines():
        key, count = line.split("\t")
        first, _, second = key.partition(" ")
        if second:
            pairs[first, second] = int(count)
        else:
            single[first] = int(count)
    by_base: dict[str, list[str]] = {}
    for word in single:
        by_base.setdefault(strip_tone(word), []).append(word)
    return Frequencies(single, pairs, {k: tuple(sorted(v)) for k, v in by_base.items()}, sum(single.values()))


def repair_rows(rows: Sequence[Row]) -> int:
    """Repairs the words of rows that read on (a page's prose, a cell); returns how many words were changed by frequency.

    A changed word keeps its confidence, so that what was unsure stays so; `raw` of its row holds the text as read."""
    for row in rows:
        _drop_stray(row)
    spots = [(row, n) for row in rows for n in range(len(row.words))]
    read = [row.words[n].text for row, n in spots]
    certain = [mend(text, read[i - 1] if i else "", starts=spots[i][1] == 0) for i, text in enumerate(read)]
    for i, (row, n) in enumerate(spots):
        if n == 0 and len(row.words) > 2 and read[i] in BULLET_LETTERS and read[i + 1][:1].isupper():
            certain[i] = "•"
    certain = [closed(text, certain[i + 1:i + 9]) for i, text in enumerate(certain)]
    certain = [every(branch(text, certain[i + 1:i + 3]), certain[i + 1:i + 2]) for i, text in enumerate(certain)]
    starts = [n == 0 for _, n in spots]
    certain = mend_breaks(more_quarters(certain), starts, frequencies().single)
    confidence = [row.words[n].confidence for row, n in spots]
    fixed = repair([term(code(text, c), c) for text, c in zip(certain, confidence, strict=True)], confidence)
    fixed = settle(fixed, frequencies().single.__contains__)
    fixed = [parted(text, frequencies()) for text in fixed]
    keep_breaks(certain, fixed, starts, frequencies().single)
    at = 0
    for row in rows:
        named = surname(fixed[at:at + len(row.words)])
        fixed[at:at + len(named)] = named
        at += len(row.words)
    changed = 0
    for (row, n), old, sure, new in zip(spots, read, certain, fixed, strict=True):
        if new != old:
            row.raw[n] = old
            row.words[n] = replace(row.words[n], text=new)
            changed += new != sure
    return changed


def _drop_stray(row: Row) -> None:
    """Takes stray strokes out of a row of other words."""
    keep = [n for n, w in enumerate(row.words) if not (stray(w.text) or ((n or _goes_on(row)) and speck(
        w.text, last=n + 1 == len(row.words), before=row.words[n - 1].text if n else "")))]
    if not keep or len(keep) == len(row.words):
        return
    raw = {k: row.raw[n] for k, n in enumerate(keep) if n in row.raw}
    row.words[:] = [row.words[n] for n in keep]
    row.raw.clear()
    row.raw.update(raw)


def _goes_on(row: Row) -> bool:
    """Whether the second word of a row goes on with a sentence: what stands before it is no bullet."""
    return len(row.words) > 1 and row.words[1].text[:1].islower()


# --- tone marks by frequency ---------------------------------------------------------------------------------------


def repair(words: Sequence[str], confidence: Sequence[float]) -> list[str]:
    """The words with lost or wrong tone marks repaired where Tesseract was unsure (`confidence` 0..1 for each word).

    The best path through the candidates of neighbouring words is taken (Viterbi over pair frequencies), since two
    neighbours are often misread at once ("chuyến đối" for "chuyển đổi"). Deterministic; same length as `words`."""
    counts = frequencies()
    parts = [_split(word) for word in words]
    out = list(words)
    run: list[int] = []
    for n, (lead, core, tail) in enumerate(parts):
        if not LETTERS.match(core) or (lead and run):
            _repair_run(run, parts, confidence, counts, out)
            run = []
        if LETTERS.match(core):
            run.append(n)
        if tail:
            _repair_run(run, parts, confidence, counts, out)
            run = []
    _repair_run(run, parts, confidence, counts, out)
    return out


def _split(word: str) -> tuple[str, str, str]:
    match = CORE.match(nfc(word))
    return (match[1], match[2], match[3]) if match else ("", word, "")


def _repair_run(run: Sequence[int], parts: Sequence[tuple[str, str, str]], confidence: Sequence[float],
                counts: Frequencies, out: list[str]) -> None:
    """Repairs one run of words between punctuation in `out`."""
    if not run:
        return
    loud = {n: any(k != n and _marked_capitals(parts[k][1]) for k in run) for n in run}
    choices = [_candidates(parts[n][1], confidence[n], counts, loud[n]) for n in run]
    # Viterbi: score and way back for each candidate.
    best = [[(cost + counts.link("", word), -1) for word, cost in choices[0]]]
    for here, before in zip(choices[1:], choices, strict=False):
        scores = best[-1]
        best.append([max(((scores[k][0] + counts.link(previous, word) + cost, k) for k, (previous, _) in enumerate(before)),
                         key=lambda s: (s[0], -s[1])) for word, cost in here])
    path = [max(range(len(best[-1])), key=lambda k: (best[-1][k][0], -k))]
    for step in reversed(best[1:]):
        path.append(step[path[-1]][1])
    chosen = [options[k][0] for options, k in zip(choices, reversed(path), strict=True)]
    for position, word in enumerate(chosen):
        ahead, after = chosen[position - 1] if position else "", chosen[position + 1] if position + 1 < len(chosen) else ""
        chosen[position] = _undotted(_hook_or_acute(word, ahead, after, counts), ahead, after, counts)
    for position, (n, word) in enumerate(zip(run, chosen, strict=True)):
        lead, core, tail = parts[n]
        if word == fold(core):
            continue
        ahead = chosen[position - 1] if position > 0 else ""
        after = chosen[position + 1] if position + 1 < len(chosen) else ""
        left, right = (ahead, word) in counts.pairs, (word, after) in counts.pairs
        read = fold(core)
        unknown = (ahead, read) not in counts.pairs and (read, after) not in counts.pairs
        if confidence[n] >= UNSURE and _mark_lost(read, word):
            agreed = (left or not ahead) and (right or not after) and unknown
        elif confidence[n] >= UNSURE and _dot_blurred(read, word):
            # The first syllable of a compound ("chi hội"): what follows must speak for it, and alone where it is known well enough.
            agreed = right and (unknown or _undotted(read, ahead, after, counts) == word) and ahead != "không"
        else:
            # A word is never changed for its own frequency alone, but for one that only this sign keeps from being a syllable.
            agreed = left or right or (read not in counts.single and _hook_or_acute(read, "", "", counts) == word)
        if agreed:
            out[n] = lead + _cased(word, core) + tail


_HOOK, _ACUTE, _CIRCUMFLEX = "\u0309", "\u0301", "\u0302"
KNOWN_PAIRS = 2          # times that a syllable must stand beside its neighbours …
WELL_KNOWN = 10          # times that a syllable must stand before the next one to be taken for a marked one that never does
OFTEN = 20               # … where the letter has no circumflex, which Tesseract reads better ("Báo vệ") …
MANY_TIMES = 20          # … and so many times as often as the reading
TIMES_KNOWN = 3          # … and times as often as the reading


def _hook_or_acute(word: str, before: str, after: str, counts: Frequencies) -> str:
    """A word whose circumflex letter carries a hook for an acute or an acute for a hook ("chủ thế", "tố kiểm tra"), where its
    neighbours know the one and not the other; any other as it is. Over a circumflex the two look alike in small print, and
    Tesseract is sure of what it read."""
    nfd = unicodedata.normalize("NFD", word)
    for wrong, right in ((_ACUTE, _HOOK), (_HOOK, _ACUTE)):
        if wrong in nfd and _CIRCUMFLEX not in nfd:
            other = unicodedata.normalize("NFC", nfd.replace(wrong, right))
            known, read = ([counts.pairs.get(pair, 0) for pair in ((before, w), (w, after))] for w in (other, word))
            if other in counts.single and max(known) >= max(OFTEN, MANY_TIMES * sum(read)):
                return other
        if _CIRCUMFLEX + wrong in nfd:
            other = unicodedata.normalize("NFC", nfd.replace(_CIRCUMFLEX + wrong, _CIRCUMFLEX + right))
            if other in counts.single:
                if word not in counts.single:
                    return other
                known, read = ([counts.pairs.get(pair, 0) for pair in ((before, w), (w, after))] for w in (other, word))
                contrary = any(r >= KNOWN_PAIRS and not k for r, k in zip(read, known, strict=True))
                if sum(known) >= max(KNOWN_PAIRS, TIMES_KNOWN * sum(read)) and not contrary:
                    return other
    return _twin(word, before, after, counts)


def _undotted(word: str, before: str, after: str, counts: Frequencies) -> str:
    """A word whose i carries a mark ("danh sách và chỉ trả") that what follows knows many times without it and never with it; any
    other as it is. What stands before says little: "và" stands before either."""
    if not after or before == "không" or (word, after) in counts.pairs:
        return word
    for other in counts.by_base.get(strip_tone(word), ()):
        if counts.pairs.get((other, after), 0) >= WELL_KNOWN and _dot_blurred(word, other):
            return other
    return word


_INITIALS, _FINALS = {"h": "b", "b": "h"}, {"n": "u", "u": "n"}    # letters that soft print makes alike


def _twin(word: str, before: str, after: str, counts: Frequencies) -> str:
    """A syllable with a first or last letter taken for one that looks like it ("địa hàn", "mục tiên"), where its neighbours know
    the other one many times and not the word; any other as it is."""
    if len(word) < 3:
        return word
    for other in (_INITIALS.get(word[0], "") + word[1:], word[:-1] + _FINALS.get(word[-1], "")):
        if len(other) == len(word) and other in counts.single:
            known, read = ([counts.pairs.get(pair, 0) for pair in ((before, w), (w, after))] for w in (other, word))
            if max(known) >= max(OFTEN, MANY_TIMES * sum(read)):
                return other
    return word


def _vietnamese_like(core: str) -> bool:
    """Whether a word may be a damaged syllable: 2 to 7 letters in one case, not an abbreviation with inner capitals."""
    if not 2 <= len(core) <= 8:
        return False
    return core.islower() or core.istitle() or (core.isupper() and any(c != strip_tone(c) for c in core)) or (
        core.isupper() and any(c in "AEIOUYaeiouy" for c in core))


def _marked_capitals(core: str) -> bool:
    return core.isupper() and len(core) > 1 and strip_tone(core) != core


def _candidates(core: str, confidence: float, counts: Frequencies, among_capitals: bool = False) -> list[tuple[str, float]]:
    """What a word may have been, with its cost (≤ 0) in log units; the word as read comes first."""
    read = fold(core)
    known = read in counts.single
    own = 0.0 if known or not _vietnamese_like(core) else -NO_SYLLABLE
    choices = [(read, own)]
    if not _vietnamese_like(core):
        return choices
    sure = known and confidence >= UNSURE
    cost = COST + COST_SURE * max(0.0, confidence - 0.5)
    if core.isupper() and strip_tone(core) == core and known is False and confidence >= 0.8 and not among_capitals:
        return choices     # an abbreviation in capitals, unless words in capitals stand beside it
    base = strip_tone(read)
    for word in counts.by_base.get(base, ()):
        if word == read:
            continue
        if not sure or _tones_swapped(read, word):
            choices.append((word, -cost - 0.5 * (_marks_apart(read, word) - 1)))
        elif _dot_blurred(read, word):
            choices.append((word, -DOT_COST))
        elif _mark_lost(read, word):
            choices.append((word, -cost - LOST_COST))
    if not known and len(choices) == 1 and len(base) >= 3:
        # No syllable has these letters: one letter may be wrong.
        for word in _one_letter_off(base, counts):
            choices.append((word, -cost - 2.0 - 0.5 * _marks_apart(read, word)))
    return choices


@lru_cache(maxsize=4096)
def _decomposed(word: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Letters with their marks, đ as d with a bar."""
    out: list[tuple[str, frozenset[str]]] = []
    for char in unicodedata.normalize("NFC", word):
        nfd = unicodedata.normalize("NFD", char)
        letter, marks = nfd[0], set(nfd[1:])
        if letter == "đ":
            letter, marks = "d", {"bar"}
        out.append((letter, frozenset(marks)))
    return tuple(out)


def _marks_apart(a: str, b: str) -> int:
    """Number of letters whose marks differ (positions beyond the shorter word count each)."""
    x, y = _decomposed(a), _decomposed(b)
    return sum(p != q for p, q in zip(x, y, strict=False)) + abs(len(x) - len(y))


def _tones_swapped(a: str, b: str) -> bool:
    """Whether two words differ only in which tone a letter carries, each carrying one ("đối", "đổi")."""
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    return all(p == q or (p[0] == q[0] and p[1] - tones == q[1] - tones and p[1] & tones and q[1] & tones)
               for p, q in zip(_decomposed(a), _decomposed(b), strict=False))


def _mark_lost(read: str, word: str) -> bool:
    """Whether `read` is `word` with one mark missing ("điên" of "điện")."""
    apart = [(p, q) for p, q in zip(_decomposed(read), _decomposed(word), strict=False) if p != q]
    return len(apart) == 1 and len(read) == len(word) and apart[0][0][1] < apart[0][1][1] and len(apart[0][1][1] - apart[0][0][1]) == 1


def _dot_blurred(read: str, word: str) -> bool:
    """Whether `read` is `word` with a mark on its i, for which the dot of an i and a speck are taken ("chỉ đoàn" for "chi đoàn")."""
    apart = [(p, q) for p, q in zip(_decomposed(read), _decomposed(word), strict=False) if p != q]
    return len(read) == len(word) and len(apart) == 1 and apart[0][0][0] == apart[0][1][0] == "i" and not apart[0][1][1] and (
        len(apart[0][0][1]) == 1 and apart[0][0][1] < {"\u0309", "\u0301", "\u0303", "\u0300"})


def _one_letter_off(base: str, counts: Frequencies) -> list[str]:
    """Syllables whose letters differ from `base` in one place (changed, missing or added), in a fixed order."""
    letters = "abcdeghiklmnopqrstuvxy"
    near = {base[:i] + base[i + 1:] for i in range(len(base))}
    near |= {base[:i] + c + base[i + 1:] for i in range(len(base)) for c in letters}
    near |= {base[:i] + c + base[i:] for i in range(len(base) + 1) for c in letters}
    return [word for key in sorted(near) for word in counts.by_base.get(key, ())]


def _cased(word: str, like: str) -> str:
    """`word` in the case of `like`: capitals, a first capital, or small letters."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
