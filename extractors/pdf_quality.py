"""Letter statistics: is a page's text Vietnamese that a reader would recognise, or the debris of a font without Unicode?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

# The Vietnamese syllable: onset, vowel core, coda (tones aside). Source: the syllable tables of Hoàng Phê's dictionary.
_ONSET = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx]"
_CORE = ("oai|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|iêu|yêu|oao|uâ|uê|uô|uơ|uy|ua|ui|uă|oa|oă|oe|oi|oo|ôi|ơi|ia|iê|iu|"
         "yê|ai|ao|au|ay|âu|ây|eo|êu|ưa|ưi|ươ|ưu|[aăâeêioôơuưy]")
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{_CORE})(?:ng|nh|ch|[cmnpt])?")
_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
_LETTERS = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")


_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Whether the letters can be one Vietnamese syllable (`thường`, `xuyên`), with or without a tone."""
    bare = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word.lower().replace("ð", "đ")).translate(_TONES))
    return _SYLLABLE.fullmatch(bare) is not None


@dataclass(frozen=True, slots=True)
class Quality:
    """Shares 0..1 over a page: `syllables` of its letter words, `accented` words, `odd` characters that no font names."""

    words: int
    syllables: float
    accented: float
    odd: float

    @property
    def worthless(self) -> bool:
        """Nothing a record may be made of: unnamed glyphs, no syllables, or Vietnamese that lost all its marks."""
        if self.odd > 0.05:
            return True
        if self.words < 25:
            return self.words >= 8 and self.syllables < 0.2
        return self.syllables < 0.45 or self.accented < 0.12

    @property
    def poor(self) -> bool:
        """Vietnamese read by a machine that does not know it: of its prose nine words in ten carry a mark, of a table's codes fewer."""
        return self.words >= _FEW and (self.syllables < 0.75 or self.accented < 0.5)

    @property
    def score(self) -> float:
        """For choosing between two readings of a page; higher is better."""
        return self.syllables - 2 * self.odd


_FEW = 25  # words, from which a page tells its language
_FOREIGN = 0.06  # share of such words; English prose has 0.12 and more, Vietnamese none


@lru_cache(maxsize=1)
def foreign_words() -> dict[str, frozenset[str]]:
    """Common words of some languages that are no Vietnamese syllables."""
    listed = yaml.safe_load(files("extractors").joinpath("vocab/foreign_words.yml").read_text(encoding="utf-8"))
    return {language: frozenset(words) for language, words in listed.items()}


def in_foreign_words(words: Iterable[str]) -> bool:
    """Whether printed words are prose of another language: read right, no debris of Vietnamese, and nothing OCR could mend."""
    letters = [word.lower() for word in _letter_words(" ".join(words))]
    return len(letters) >= _FEW and any(sum(map(common.__contains__, letters)) >= _FOREIGN * len(letters) for common in foreign_words().values())


def _letter_words(text: str) -> list[str]:
    """`_LETTERS.findall(text)`, most words without the search."""
    out: list[str] = []
    for piece in text.split():
        bare = piece if piece.isalpha() else piece.strip(".,;:()-/")
        if bare.isalpha():
            out.append(bare)
        else:
            out += _LETTERS.findall(bare)
    return out


def quality(words: Iterable[str]) -> Quality:
    """Letter statistics of printed words. Capitals-only words (abbreviations) do not count as words."""
    listed = list(words)
    text = " ".join(listed)
    letters = [word for word in _letter_words(text) if len(word) > 1 and not word.isupper()]
    seen, chars = len(letters), len(text) - max(0, len(listed) - 1)
    odd = 0 if text.isprintable() and "\ufffd" not in text else len(_ODD.findall(text))
    if not seen:
        return Quality(0, 0.0, 0.0, odd / chars if chars else 0.0)
    return Quality(seen, sum(map(is_syllable, letters)) / seen, (seen - sum(map(str.isascii, letters))) / seen, odd / chars)


_LEGACY_FONT = re.compile(r"(?:^|\+)\.?(?:Vn[A-Z]|VNI[- ]|VNtimes|SVNI)", re.IGNORECASE)


def legacy_font(names: Iterable[str]) -> bool:
    """Whether a font name tells of TCVN3 or VNI text, which is converted elsewhere and is not debris."""
    return any(_LEGACY_FONT.search(name) for name in names)
