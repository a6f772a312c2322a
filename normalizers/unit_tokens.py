"""Words and separators of an owner cell or sentence, abbreviations written out, offsets into the source kept."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from normalizers.text import fold, fold_map, fold_word, nfc, squash

VOCAB = Path(__file__).parent / "vocab"
_PIECE = re.compile(r"\w+|[^\w\s]")
_VOWEL = re.compile(r"[aeiouyăâêôơưAEIOUYĂÂÊÔƠƯ]")
# Onset, nucleus and coda of a Vietnamese syllable, marks aside; what does not fit in capitals is letters read one by one.
_SYLLABLE = re.compile(r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?")
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
#: Separators between units of a list; each may also stand inside one name ("Văn hóa, Thể thao và Du lịch").
SOFT = frozenset({",", "&", "/", "-", "+", "và", "hoặc", "|"})
_DEPARTMENTS = ("<phòng", "<sở", "ban", "ngành", "bộ", "chức", "phận")  # behind which such a name is that of a department
_SENTENCE_ENDS = frozenset({".", ";", ":"})
_HEADS, _LINKS = frozenset({"phòng", "sở", "ban", "ngành", "bộ", "chức", "phận"}), frozenset({"&", "-", "và"})
HARD = frozenset({";", "•", "●", "▪", "–", "*", "…", "!", "?"})


class Token(NamedTuple):
    """One word or mark. `key` is folded, `text` as printed (or the expansion's), `[start, end)` offsets in the source."""

    text: str
    key: str
    start: int
    end: int
    gap: bool  # white space stands before it

    @property
    def word(self) -> bool:
        return self.key[0].isalnum()

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


_new = tuple.__new__  # a token of a tuple: without the constructor, which takes as long again


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation with its expansion; `before` limits it to where one of these beginnings follows, `after` (printed "<word")
    to where one of these words stands before it."""

    text: str
    expansion: tuple[tuple[str, str, bool], ...]
    before: tuple[str, ...]
    after: tuple[str, ...] = ()
    half: bool = False  # part of it stands in full: "Tài chính - KH"


def acronym(word: str) -> bool:
    """Whether a word in capitals keeps them in normal case: "QLTT", "KDC", "III", "PA05"; not "KINH", "TẾ"."""
    if word[-1:].isdigit():
        return True
    letters = "".join(c for c in unicodedata.normalize("NFD", word.replace("Đ", "D").lower()) if c.isalpha())
    return bool(letters) and (_ROMAN.fullmatch(word) is not None or _SYLLABLE.fullmatch(letters) is None)


def read_csv(name: str) -> list[dict[str, str]]:
    """Rows of a vocabulary file (`normalizers/vocab/<name>`, UTF-8, header row)."""
    with (VOCAB / name).open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def _pieces(text: str) -> tuple[tuple[str, str, bool], ...]:
    """(text, key, gap) of a plain wording."""
    return tuple((m[0], fold(m[0]), m.start() > 0 and text[m.start() - 1] == " ") for m in _PIECE.finditer(text))


@lru_cache(maxsize=1)
def abbreviations() -> dict[str, list[tuple[tuple[str, ...], Abbreviation]]]:
    """Abbreviations by their first folded piece, longest first, those with a condition before those without."""
    out: dict[str, list[tuple[tuple[str, ...], Abbreviation]]] = {}
    for row in read_csv("abbreviations.csv"):
        pieces = _pieces(row["abbreviation"])
        given = [fold(b) for b in row["before"].split("|") if b]
        before = tuple(b for b in given if b[0] != "<")
        after = tuple(b[1:] for b in given if b[0] == "<")
        item = (tuple(p[1] for p in pieces), Abbreviation(row["abbreviation"], _pieces(row["expansion"]), before, after))
        out.setdefault(pieces[0][1], []).append(item)
        if "&" in item[0]:  # "Sở KH-CN" beside "Sở KH&CN"
            out[pieces[0][1]].append((tuple(k.replace("&", "-") for k in item[0]), item[1]))
            if " và " in row["expansion"] and "THCS" not in row["abbreviation"]:  # "Sở KH và CN"
                out[pieces[0][1]].append((tuple(k.replace("&", "và") for k in item[0]), item[1]))
    for items in out.values():
        items.sort(key=lambda it: (-len(it[0]), not (it[1].before or it[1].after)))
    return out


@lru_cache(maxsize=1)
def _half_names() -> dict[tuple[str, str], list[tuple[tuple[str, ...], Abbreviation]]]:
    """Names of departments that are half written out, by their first two folded pieces, longest first; the table's own spellings are left out."""
    out: dict[tuple[str, str], list[tuple[tuple[str, ...], Abbreviation]]] = {}
    own = {tuple(k.replace("&", "-") for k in keys) for items in abbreviations().values() for keys, _ in items}
    rows = read_csv("abbreviations.csv")
    for row in sorted(rows, key=lambda r: not r["before"]):
        given = tuple(b[1:] for b in row["before"].split("|") if b.startswith("<"))
        for keys in _half_written(row["abbreviation"], row["expansion"]) if bool(given) == bool(row["before"]) else ():
            if tuple(k.replace("&", "-") for k in keys) not in own:
                out.setdefault((keys[0], keys[1]), []).append((keys, Abbreviation(row["abbreviation"], _pieces(row["expansion"]), (), given or _DEPARTMENTS, half=True)))
    for items in out.values():
        items.sort(key=lambda it: -len(it[0]))
    return out


def _half_written(short: str, full: str) -> list[tuple[str, ...]]:
    """The keys of a department's name of two fields of which one is written out, or that another link joins: of "NN&PTNT" those of
    "Nông nghiệp & PTNT", "NN và PTNT", "Nông nghiệp & Phát triển nông thôn"."""
    letters, words = (short.split("&"), full.rsplit(" và ", 1)) if "&" in short else (short.split("-"), full.split(" - "))
    if len(letters) != 2 or len(words) != 2 or not all(a.isupper() and a.replace("-", "").isalpha() and len(a) > 1 for a in letters) or not all(len(w.split()) > 1 for w in words):
        return []
    first, second = ((tuple(p[1] for p in _pieces(a)), tuple(p[1] for p in _pieces(w))) for a, w in zip(letters, words, strict=True))
    links = ("-", "và", "&") if "-" in short else ("và", "&", "-")
    return [(*first[a], link, *second[b]) for a in (0, 1) for b in (0, 1) for link in links if (a, b) != (1, 1) or link == "&"]


def tokenize(text: str, expand: bool = True) -> list[Token]:
    """Tokens of `text`; with `expand`, abbreviations become the words they stand for (all at the printed offsets)."""
    return list(_tokens(text, expand))


@lru_cache(maxsize=512)  # a sentence is asked whether it only charges somebody before its owners are read
def _tokens(text: str, expand: bool) -> tuple[Token, ...]:
    raw: list[Token] = []
    if squash(text) == text:  # nothing to map: offsets are the text's own, and all that stands between two pieces is one space
        put, start = raw.append, 0
        for word in text.split(" "):
            if word.isalnum():  # most: no mark stands at a word's end
                end = start + len(word)
                put(_new(Token, (word, fold_word(word), start, end, start > 0)))
                start = end + 1
                continue
            gap = start > 0
            for piece in _PIECE.findall(word):
                end = start + len(piece)
                put(_new(Token, (piece, fold_word(piece), start, end, gap)))
                start, gap = end, False
            start += 1
    elif nfc(text) == text:
        for m in _PIECE.finditer(text):
            raw.append(Token(m[0], fold_word(m[0]), m.start(), m.end(), m.start() > 0 and text[m.start() - 1].isspace()))
    else:
        folded = fold_map(text)
        for m in _PIECE.finditer(folded.text):
            start, end = folded.source_span(m.start(), m.end())
            raw.append(Token(nfc(text[start:end]) or m[0], fold(m[0]) or m[0], start, end, m.start() > 0 and folded.text[m.start() - 1] == " "))
    if "," in text and ("inh viên" in text or "iên chức" in text):
        raw = _paired(raw)
    return tuple(_expand(raw, text) if expand else raw)


_PAIRS = {("học", "sinh"): ("sinh", "viên"), ("công", "chức"): ("viên", "chức")}
_PAIRED_OFFICES = frozenset({"phòng", "ban", "vụ", "trung", "tổ"})


def _paired(raw: list[Token]) -> list[Token]:
    """Tokens with the comma of "Học sinh, sinh viên" and "Công chức, viên chức" as part of an office's name, no mark between two units."""
    out: list[Token] = []
    for i, token in enumerate(raw):
        second = _PAIRS.get((raw[i - 2].key, raw[i - 1].key)) if token.key == "," and i > 2 else None
        if second and tuple(t.key for t in raw[i + 1 : i + 3]) == second and (raw[i - 2].capital or (raw[i - 4].key, raw[i - 3].key) == ("công", "tác")):
            before = next((t for t in reversed(raw[max(i - 11, 0) : i - 2]) if not t.word or (t.capital and t.key in _PAIRED_OFFICES)), None)
            if before is not None and before.key in _PAIRED_OFFICES:
                last = out.pop()
                out.append(Token(last.text + ",", last.key, last.start, token.end, last.gap))
                continue
        out.append(token)
    return out


@lru_cache(maxsize=1)
def _single() -> frozenset[str]:
    """Folded abbreviations of one piece."""
    return frozenset(keys[0] for items in abbreviations().values() for keys, _ in items if len(keys) == 1)


def _mend(raw: list[Token]) -> list[Token]:
    """Abbreviations that a thin column cut put together: "UBMTTQV" + "N", "UB" + "ND"."""
    if sum([token[0].isupper() for token in raw]) < 2:
        return raw
    known = _single()
    out: list[Token] = []
    for token in raw:
        last = out[-1] if out else None
        if last is not None and token.gap and len(last.text) > 1 and last.text.isupper() and token.text.isupper() \
                and token.text.isalpha() and last.key not in known and last.key + token.key in known:
            out[-1] = Token(last.text + token.text, last.key + token.key, last.start, token.end, last.gap)
        else:
            out.append(token)
    return out


def _stands_alone(entries: Iterable[tuple[tuple[str, ...], Abbreviation]]) -> bool:
    """Whether one of these entries is one word that is written out wherever it stands ("CN" is so only before some words)."""
    return any(len(keys) == 1 and not (abbr.before or abbr.after) for keys, abbr in entries)


def _part_of_compound(raw: list[Token], i: int) -> bool:
    """Whether the abbreviation at `i` is half of one that the table lacks: the "KT" of "KT&XYZ" or "QT-KT" is not "Kinh tế"."""
    table = abbreviations()
    for mark, other in ((i + 1, i + 2), (i - 1, i - 2)):
        if 0 <= other < len(raw) and raw[mark].key in ("&", "-") and not raw[max(mark, other)].gap and not raw[max(i, mark)].gap \
                and len(raw[other].text) > 1 and raw[other].text.isupper() and raw[other].text.isalpha() and not _stands_alone(table.get(raw[other].key, ())) and acronym(raw[other].text):
            return True
    return False


def _said_before(keys: list[str], i: int, abbr: Abbreviation) -> int:
    """How many of an abbreviation's first words the text has written out before it at `i`: two in "Trung tâm | CDC", one in "Ban | BCĐ"."""
    first = [key for _, key, _ in abbr.expansion[:2]]
    said = 2 if i > 1 and len(abbr.expansion) > 2 and keys[i - 2 : i] == first else int(i > 0 and keys[i - 1] == "ban" == first[0])
    return min(said, len(abbr.expansion) - 1)


_CAPITALS = re.compile(r"[A-ZĐĂÂÊÔƠƯ]{2}")


def _expand(raw: list[Token], text: str) -> list[Token]:
    table = abbreviations()
    lettered = _CAPITALS.search(text) is not None
    if lettered:
        raw = _mend(raw)
    keys_of = [token[1] for token in raw]
    halves = _half_names() if (lettered or "&" in text) and not _LINKS.isdisjoint(keys_of) and not _HEADS.isdisjoint(keys_of) else {}
    pairs = list(pairwise(keys_of)) if halves else []
    linked = not halves.keys().isdisjoint(pairs)
    if not linked and table.keys().isdisjoint(keys_of):
        return raw
    known_at = [i for i, key in enumerate(keys_of) if key in table or (linked and i < len(pairs) and pairs[i] in halves)]
    if not known_at:
        return raw
    shouting = len(raw) > 2 and not any(c.islower() for t in raw for c in t.text) and any(len(t.text) > 2 and not acronym(t.text) for t in raw if t.word)
    out: list[Token] = []
    done = 0  # tokens up to here are in `out`
    for i in known_at:
        if i < done or not (raw[i].capital or len(raw[i].key) > 3):
            continue
        hit = None
        for keys, abbr in (*(halves.get(pairs[i], ()) if i < len(pairs) else ()), *table.get(keys_of[i], ())) if linked else table[keys_of[i]]:
            n = len(keys)
            if (*keys_of[i : i + n],) != keys or not _spelled(raw[i : i + n], abbr, shouting):
                continue
            dotted = i + n + (i + n < len(raw) and raw[i + n].key == ".")  # "TT.HĐND", "TT. Đảng ủy"
            if abbr.before and not " ".join([t.key for t in raw[dotted : dotted + 3]]).startswith(abbr.before):
                continue
            if abbr.after and (i == 0 or raw[i - 1].key not in abbr.after) and not any("<" + t.key in abbr.after for t in raw[:i]):
                continue
            if abbr.half and keys_of[i + n : i + n + 1] == ["&"] and not raw[i + n].gap:
                continue  # "Kinh tế - HT&ĐT" is not "Kinh tế - HT"
            hit = (n, abbr)
            break
        if hit is None or (len(raw[i].key) <= 4 and hit[0] == 1 and _part_of_compound(raw, i)):
            continue
        if hit[0] == 2 and " " in hit[1].text and keys_of[i + 2 : i + 3] == ["&"] and not raw[i + 2].gap:
            continue  # "Hội KH&KT" is not "Hội Khuyến học"
        n, abbr = hit
        out += raw[done:i]
        start, end = raw[i].start, raw[i + n - 1].end
        for k, (word, key, gap) in enumerate(abbr.expansion[_said_before(keys_of, i, abbr):]):
            opens = k == 0 and raw[i].capital and (i == 0 or raw[i - 1].key in _SENTENCE_ENDS)  # "HTX điều tiết nước": a sentence begins
            out.append(Token(word[0].upper() + word[1:] if opens else word, key, start, end, raw[i].gap if k == 0 else gap))
        done = i + n
        if done + 1 < len(raw) and raw[done].key == "." and not raw[done].gap and raw[done + 1].word and (len(abbr.text) <= 2 or (len(abbr.text) == 3 and abbr.expansion[0][1] == "phó")):
            done += 1  # "VP. HĐND", "P. Kinh tế", "PCT. Hội Nông dân"
        if done < len(raw) and raw[done - 1].key == "." and raw[done].word and not raw[done].gap:
            raw[done] = raw[done]._replace(gap=True)  # "P.TCKT"
    return out + raw[done:] if done else raw


def _spelled(tokens: list[Token], abbr: Abbreviation, shouting: bool) -> bool:
    """An abbreviation is printed in capitals; in a text all in capitals a pronounceable one of two letters is a word."""
    if abbr.half:
        return all(t.capital for t in tokens[:1]) and not any(t.text.islower() and acronym(t.text.upper()) and len(t.text) > 1 for t in tokens if t.word and t.key != "và")
    letters = "".join(t.text for t in tokens if t.word)
    wanted = "".join(c for c in abbr.text if c.isalnum())
    if shouting and len(wanted) <= 2 and _VOWEL.search(wanted):
        return False
    if len(tokens) == 1 and len(wanted) > 3:
        return True  # no syllable: "ubnd", "mttq"
    if len(wanted) > 3:
        return sum(c.isupper() for c in letters) * 2 >= len(letters)
    return letters == wanted


def render(tokens: list[Token]) -> str:
    """Wording of tokens with the spacing as printed, a comma's own mended ("xã,phường"); marks that stand at either end are cut off."""
    while tokens and (not tokens[-1].word or tokens[-1].key in ("và", "hoặc")) and tokens[-1].key not in ")":
        tokens = tokens[:-1]
    out = ""
    for n, token in enumerate(tokens):
        # "VX,CN&MT" is one short form, "dự án 1,2" as printed
        as_one = token.key.isdigit() or (token.text.isupper() and n > 1 and tokens[n - 2].text.isupper())
        apart = token.gap or (n > 1 and tokens[n - 1].key == "," and token.word and not as_one)
        out += (" " if n and apart and token.key != "," and "/" not in (token.key, tokens[n - 1].key) else "") + token.text
    return out


def skip_marker(tokens: list[Token], i: int) -> int:
    """Behind the signs, numbers and letters ("a)", "1.") that stand before the first word from `i` on."""
    while i < len(tokens) and (not tokens[i].word or tokens[i].key.isdigit() or (len(tokens[i].key) == 1 and i + 1 < len(tokens) and tokens[i + 1].key in (")", "."))):
        i += 1
    return i


def behind_markers(tokens: list[Token], starts: list[int]) -> list[int]:
    """`skip_marker` of each of the ascending `starts`; found once where nothing but markers lies between two of them."""
    out: list[int] = []
    for start in starts:
        out.append(out[-1] if out and out[-1] >= start else skip_marker(tokens, start))
    return out
