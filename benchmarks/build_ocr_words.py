"""Builds extractors/vocab/ocr_words.txt.gz: how often Vietnamese syllables and pairs of them occur, for the repair of lost tone marks.

    python -m benchmarks.build_ocr_words

Sources: the syllables and compounds of underthesea's dictionary (Viet74K, Apache-2.0 package), the product's own phrases
(tests/data/phrases, benchmarks/sources/administrative_phrases.txt, the vocabularies), the names of communes and provinces
(normalizers/vocab), and two sample plans that have no gold records. Plans with gold records are left out, so that figures
measured on them are honest. Documents of state bodies carry no copyright (Intellectual Property Law of Viet Nam, article 15).
"""

from __future__ import annotations

import csv
import gzip
import itertools
import json
import re
from collections import Counter
from pathlib import Path

from normalizers.text import fold

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "extractors" / "vocab" / "ocr_words.txt.gz"
PLANS = ("gia-phuc", "tinh-khe")
_RUN = re.compile(r"[^\W\d_]+(?:[ ][^\W\d_]+)*")
_SYLLABLE = re.compile(r"^[a-zđăâêôơưà-ỹ]{1,7}$")


def runs(text: str) -> list[list[str]]:
    """Folded syllables in runs that punctuation, figures and line ends do not interrupt."""
    return [run.split() for run in _RUN.findall(fold(text))]


def texts() -> list[str]:
    """The product's wording: phrases, vocabularies, plans without gold records."""
    out = [line for line in (ROOT / "benchmarks/sources/administrative_phrases.txt").read_text(encoding="utf-8").splitlines()
           if not line.startswith("#")]
    for name in ("units", "targets", "deadlines"):
        path = ROOT / "tests" / "data" / "phrases" / f"{name}.jsonl"
        out += [json.loads(line)["phrase"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for name in PLANS:
        # Paragraphs end at blank lines; wrapped lines read on.
        text = (ROOT / "data" / "raw" / f"{name}.txt").read_text(encoding="utf-8")
        out += [" ".join(block.split()) for block in re.split(r"\n\s*\n", text)]
    return out


def vocabularies() -> list[str]:
    """Names of units, written out abbreviations, indicators and measures as the product knows them."""
    out = []
    for name, column in (("units", "name"), ("unit_aliases", "alias"), ("abbreviations", "expansion"), ("indicators", "name"),
                         ("indicator_aliases", "alias")):
        with (ROOT / "normalizers/vocab" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            out += [row[column] for row in csv.DictReader(file) if row[column]]
    return out


def names() -> list[str]:
    out = []
    for path in (ROOT / "normalizers/vocab/places_communes.csv", ROOT / "normalizers/vocab/places_provinces.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            out += [row["name"] for row in csv.DictReader(file)]
    return out


def dictionary() -> list[str]:
    import underthesea

    path = Path(underthesea.__file__).parent / "corpus" / "data" / "Viet74K.txt"
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for weight, source in ((4, texts()), (2, vocabularies()), (1, dictionary()), (1, names())):
        for text in source:
            for run in runs(text):
                good = [s if _SYLLABLE.match(s) else "" for s in run]
                single.update({s: weight * n for s, n in Counter(s for s in good if s).items()})
                pairs.update({p: weight * n for p, n in Counter(p for p in itertools.pairwise(good) if all(p)).items()})
    lines = [f"{s}\t{n}\n" for s, n in sorted(single.items())]
    lines += [f"{a} {b}\t{n}\n" for (a, b), n in sorted(pairs.items())]
    with OUT.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as file:
        file.write("".join(lines).encode("utf-8"))
    print(f"{len(single)} syllables, {len(pairs)} pairs, {OUT.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
