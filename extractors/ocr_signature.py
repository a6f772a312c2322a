"""The signer's name and post in a scan: marks that the stamp and the pen left before the name go, its surname gets its marks,
the post of a deputy is put together."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from extractors.ocr_layout import Row
from extractors.ocr_names import LETTERS, surname
from normalizers.text import fold, strip_tone

WIDE = 3.0               # times a row's height: white between the recipients and the signature
ROWS = 24                # lines of a list of recipients
_NAME = (2, 5)           # words of a person's name


def clear_signature(rows: Sequence[Row]) -> int:
    """Clears, in place, rows from "Nơi nhận" on whose right part is a person's name behind other marks ("- Nguyên Hữu Quế"); how
    many. What stands left of the white, where the recipients are, stays as it is."""
    first = next((n for n, row in enumerate(rows) if fold(row.text).startswith("nơi nhận")), None)
    if first is None:
        return 0
    count = 0
    for row in rows[first:first + ROWS]:
        start = _right_part(row)
        if start is None:
            continue
        name = start
        while name < len(row.words) and not _of_name(row, name):
            name += 1
        words = [w.text for w in row.words[name:]]
        if not _NAME[0] <= len(words) <= _NAME[1] or not all(LETTERS.match(w) and w.istitle() for w in words):
            continue
        known = surname(words)
        if name == start and known == words:
            continue
        for n in range(name, len(row.words)):
            if known[n - name] != words[n - name]:
                row.raw.setdefault(n, words[n - name])
                row.words[n] = replace(row.words[n], text=known[n - name])
        lost = name - start
        del row.words[start:name]
        kept = {n if n < start else n - lost: text for n, text in row.raw.items() if n < start or n >= name}
        row.raw.clear()
        row.raw.update(kept)
        count += 1
    return count


def join_deputy(rows: Sequence[Row]) -> int:
    """Puts "PHÓ" together, in place, where a stamp tore it ("KT. CHỦ TỊCH" / "PH H Ó CHỦ TỊCH"): the line under "KT." and a post is
    the deputy's (Nghị định 30/2020/NĐ-CP, article 8). How many."""
    count = 0
    for above, row in itertools.pairwise(rows):
        texts = [w.text for w in above.words]
        start = next((n for n, t in enumerate(texts) if t in ("KT.", "KT")), None)
        post = [strip_tone(t) for t in texts[start + 1:]] if start is not None else []
        if not post or [strip_tone(w.text) for w in row.words[-len(post):]] != post:
            continue
        last = len(row.words) - len(post)
        first = last
        while first and len(row.words[first - 1].text) <= 3 and set(strip_tone(row.words[first - 1].text)) <= set("PHO.'"):
            first -= 1
        if last - first < 2:
            continue
        torn = row.words[first:last]
        whole = replace(torn[0], text="PHÓ", x1=torn[-1].x1, confidence=min(w.confidence for w in torn))
        row.raw.clear()      # its places move
        row.raw[first] = " ".join(w.text for w in torn)
        row.words[first:last] = [whole]
        count += 1
    return count


def _right_part(row: Row) -> int | None:
    """Index of the first word behind the row's wide white; None where it has none."""
    height = max(w.bottom - w.top for w in row.words)
    for n in range(1, len(row.words)):
        if row.words[n].x0 - max(w.x1 for w in row.words[:n]) > WIDE * height:
            return n
    return None


def _of_name(row: Row, n: int) -> bool:
    """Whether a word may begin a name: letters, a capital first, no single stroke."""
    word = row.words[n]
    return len(word.text) > 1 and word.text.istitle() and bool(LETTERS.match(word.text))
