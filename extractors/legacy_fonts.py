"""Documents typed in pre-Unicode Vietnamese fonts (TCVN3 `.VnTime`, VNI `VNI-Times`): detected and converted whole.

Such a file stores Latin letters that only look Vietnamese in their font ("KÕ ho¹ch" is "Kế hoạch"). The verdict is per
document: short pieces prove nothing ("xã" is a valid TCVN3 spelling of "xó"). viparse's tables convert; the sequences
that they lack are added here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from extractors.document import Document, Line, Note, Table

Legacy = Literal["tcvn3", "vni"]
NAMES: dict[str, str] = {"tcvn3": "TCVN3 (ABC, .VnTime)", "vni": "VNI (VNI-Times)"}

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_WORD = re.compile(r"[^\W\d_]+(?:[\xa1-\xff\u2212\u2219\xad][^\W\d_]*)*|[\xa1-\xff\xad]+[^\W\d_]*")
# Without font names only this many different converted words make a verdict; with them, one does.
_MIN_WORDS = 12
_MIN_VALID = 0.85
# About 0.7 of the non-ASCII letters of Unicode Vietnamese are outside Latin-1 (the rest: à, é, ô, …).
_UNICODE_SHARE = 0.6

# A Vietnamese syllable: onset, rhyme, and a tone that the coda allows (stops take only acute and dot).
_ONSET = r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
_NUCLEUS = (
    r"(?:uyê|uya|uyu|iêu|yêu|oai|oay|oeo|uôi|ươi|ươu|uây|oao|uêu|iê|yê|ia|ya|ua|ưa|uô|ươ|oa|oă|oe|uâ|uê|uơ|uy|ai|ay|ao|au|ây|âu|"
    r"eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|oo|[aăâeêioôơuưy])"
)
_SYLLABLE = re.compile(rf"{_ONSET}{_NUCLEUS}(?:ch|ng|nh|[cmnpt])?")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_STOP_TONES = frozenset("\u0301\u0323")


@lru_cache(maxsize=16384)
def _valid(word: str) -> bool:
    """Whether a word is a possible Vietnamese syllable."""
    nfd = unicodedata.normalize("NFD", word.lower())
    tones = [ch for ch in nfd if ch in _TONES]
    base = unicodedata.normalize("NFC", "".join(ch for ch in nfd if ch not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(base):
        return False
    return not (base.endswith(("c", "ch", "p", "t")) and base[:-1] and len(base) > 1 and (not tones or tones[0] not in _STOP_TONES))


# Letters and marks that only Unicode Vietnamese text has (outside Latin-1).
_MODERN = re.compile("[\u0300-\u036f\u1ea0-\u1ef9ĂăĐđĨĩŨũƠơƯư]")


def font_encoding(font: str | None) -> Legacy | None:
    """The encoding that a font's name tells: `.VnTime`, `ABCDEF+.VnArialH` → tcvn3, `VNI-Times` → vni."""
    name = _SUBSET.sub("", font or "").strip().strip("\"'").upper()
    if name.startswith((".VN", "VNTIME", "VNARIAL", "ABC-", ".ABC")):
        return "tcvn3"
    if name.startswith("VNI-") or name == "VNI":
        return "vni"
    return None


def capital_font(font: str | None) -> bool:
    """A TCVN3 font that draws small letters as capitals (`.VnTimeH`): TCVN3 has no accented capitals of its own."""
    return font_encoding(font) == "tcvn3" and (font or "").rstrip("\"' ").endswith(("H", "h"))


@lru_cache(maxsize=2)
def _additions(encoding: str) -> tuple[tuple[str, str], ...]:
    """Sequences of the encoding that viparse's table lacks (VNI: ẳ, ỵ, and a capital with a small letter's mark)."""
    from viparse.normalize.encodings import get_charmap

    charmap = get_charmap(encoding)
    known = {pair[0] for pair in charmap.pairs} if charmap is not None else set()
    if encoding != "vni":
        return ()
    plain = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
    round_ = {"â": "", "à": "\u0300", "á": "\u0301", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
    breve = {"ê": "", "è": "\u0300", "é": "\u0301", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
    out: dict[str, str] = {"î": "ỵ", "Î": "Ỵ"}
    for base, letter in zip("aeiouyôöAEIOUYÔÖ", "aeiouyơưAEIOUYƠƯ", strict=True):
        sets = [(plain, "")]
        if base in "aeoAEO":
            sets.append((round_, "\u0302"))
        if base in "aA":
            sets.append((breve, "\u0306"))
        for marks, shape in sets:
            for mark, tone in marks.items():
                for written in (mark, mark.upper()):
                    out[base + written] = unicodedata.normalize("NFC", letter + shape + tone)
    return tuple(sorted((pair for pair in out.items() if pair[0] not in known), key=lambda p: (-len(p[0]), p[0])))


def convert(text: str, encoding: str) -> str:
    """Legacy text as Unicode (NFC); `encoding` is "tcvn3" or "vni". White space and unknown characters stay."""
    from viparse.normalize.encodings import get_charmap
    from viparse.normalize.tables import convert as by_table

    charmap = get_charmap(encoding)
    if charmap is None:
        raise ValueError(f"unknown legacy encoding {encoding!r}")
    for legacy, letter in _additions(encoding):
        text = text.replace(legacy, letter)
    return str(by_table(text, charmap))


def convert_run(text: str, font: str | None, encoding: str, by_fonts: bool) -> str:
    """One run of a legacy document as Unicode. Where the fonts told the encoding (`by_fonts`), a run in another font is
    left alone; letters that only Unicode has are never converted. A capital font's text comes back in capitals."""
    if _MODERN.search(text):
        return text
    own = font_encoding(font)
    if own is None and by_fonts:
        return text
    out = convert(text, own or encoding)
    return out.upper() if capital_font(font) else out


def _share(text: str, change: Callable[[str], str] | None = None) -> tuple[float, int]:
    """Share of valid syllables among the different words that have a non-ASCII letter, and how many there are."""
    words = sorted({w for w in _WORD.findall(text) if not w.isascii()})
    if not words:
        return 0.0, 0
    good = sum(_valid((change(w) if change else w).strip("\xad")) for w in words)
    return good / len(words), len(words)


def _modern_share(text: str) -> float | None:
    """Share of the non-ASCII letters and signs that only Unicode Vietnamese has; None where there are none at all."""
    odd = [ch for ch in text if not ch.isascii() and (ch.isalpha() or "\u0300" <= ch <= "\u036f" or "\xa1" <= ch <= "\xff")]
    return len(_MODERN.findall(text)) / len(odd) if odd else None


def _surely_modern(text: str) -> bool:
    """Whether more than 0.05 of the odd letters of the first 20,000 are only Unicode's, told from the first 2,000 where
    these settle it whatever the others are."""
    sample = text[:20_000]
    modern = len(_MODERN.findall(sample[:2_000]))
    others = len(sample) - len(sample.encode("ascii", "ignore"))
    return modern > 0.05 * others or (_modern_share(text[:20_000]) or 0.0) > 0.05


def surely_unicode(text: str) -> bool:
    """Whether the letters rule a legacy encoding out without a look at the fonts (nearly all plans do)."""
    return (_modern_share(text[:400_000]) or 0.0) > _UNICODE_SHARE


def detect_legacy(text: str, fonts: Counter[str] | None = None) -> Legacy | None:
    """The legacy encoding of a whole document's text, or None. `fonts` counts characters per font name, where known;
    a font name alone is no proof (files keep `.VnTime` in styles of Unicode text), the letters must agree."""
    text = text[:400_000]
    if not fonts and _surely_modern(text):
        return None
    by_font: Counter[str] = Counter()
    for name, count in (fonts or {}).items():
        found = font_encoding(name)
        if found:
            by_font[found] += count
    modern = _modern_share(text)
    if modern is None:
        return None
    total = sum((fonts or {}).values()) or 1
    named = [e for e in ("tcvn3", "vni") if by_font[e] / total >= 0.05]
    if modern > (_UNICODE_SHARE if named else 0.05):
        return None
    if modern > 0.05:  # a mixed file: judge the words that are not Unicode already
        text = " ".join(w for w in text.split() if not _MODERN.search(w))
    raw, _ = _share(text)
    best: tuple[float, Legacy] | None = None
    for encoding in _ENCODINGS:
        share, words = _share(text, lambda word, e=encoding: convert(word, e))  # type: ignore[misc]
        enough = words >= (1 if encoding in named else _MIN_WORDS)
        if enough and share >= (0.6 if encoding in named else _MIN_VALID) and share > raw + 0.1 and (best is None or share > best[0]):
            best = (share, encoding)
    return best[1] if best else None


_ENCODINGS: tuple[Legacy, ...] = ("tcvn3", "vni")


def legacy_note(encoding: str) -> Note:
    """The finding that a document was converted."""
    return Note("legacy-font", f"Văn bản gõ bằng bảng mã cũ {NAMES[encoding]}; đã chuyển toàn bộ sang Unicode")


def convert_document(doc: Document, encoding: str) -> Document:
    """The document with every line converted (tables and furniture too) and a `legacy-font` note."""
    def line(old: Line) -> Line:
        return replace(old, text=convert_run(old.text, None, encoding, by_fonts=False))

    blocks: list[Line | Table] = []
    for block in doc.blocks:
        if isinstance(block, Line):
            blocks.append(line(block))
        else:
            cells = [replace(cell, lines=[line(x) for x in cell.lines]) for cell in block.cells]
            blocks.append(replace(block, cells=cells, repeated=[line(x) for x in block.repeated]))
    return replace(doc, blocks=blocks, notes=[*doc.notes, legacy_note(encoding)])
