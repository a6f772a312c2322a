"""The signer's name and post in a scan: marks that the stamp and the pen left before the name go, its surname gets its marks,
their post is
cleared and parted, that of a deputy put together."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.ocr_layout import Row
from extractors.ocr_names import LETTERS, surname
from normalizers.text import fold, strip_tone

WIDE = 3.0               # times a row's height: white between the recipients and the signature
ROWS = 24                # lines of a list of recipients
_NAME = (2, 5)           # words of a person's name


_FILED = re.compile(r"(?:[-–+•]\s*)?lưu\s*(?::|vt\b|văn (?:phòng|thư)\b)")


def recipients(rows: Sequence[Row]) -> int | None:
    """The row at which the recipients start, beside whom the signature stands: their heading, or the top of a page on which their list
    goes on from the page before and ends ("- Lưu: VT") with hardly anything behind it; None where there is none."""
    for n, row in enumerate(rows):
        text = fold(row.text)
        if text.startswith("nơi nhận"):
            return n
        if "lưu" in text and n < ROWS and len(rows) <= ROWS and _FILED.match(text):
            return 0
    return None


def clear_signature(rows: Sequence[Row]) -> int:
    """Clears, in place, rows from "Nơi nhận" on whose right part is a person's name behind other marks ("- Nguyên Hữu Quế"); how
    many. What stands left of the white, where the recipients are, stays as it is."""
    first = recipients(rows)
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


POSTS = ("PHÓ CHỦ TỊCH", "CHỦ TỊCH", "PHÓ BÍ THƯ THƯỜNG TRỰC", "PHÓ BÍ THƯ", "BÍ THƯ", "PHÓ GIÁM ĐỐC", "GIÁM ĐỐC", "HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG",
          "CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG", "CỤC TRƯỞNG", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")
_BY_LETTERS = {strip_tone(post).replace(" ", ""): post.split() for post in POSTS}
_MARKS = 3               # letters or figures of a word that a stamp's edge may be read as
KNOWN = 0.7              # confidence of a post that is one of the known ones: above what is taken for noise
_CUT = 4                 # such words beside a post


def clear_post(rows: Sequence[Row]) -> int:
    """Clears, in place, a post that stands under a stamp beside or below the recipients of marks before and behind it, and parts its
    words ("2T BÍTHƯ Ụ", "“CHỦ TỊCH", "„sẽ CHU.TỊCH `:"); how many rows. "KT." and "TM." before a post stay."""
    first = recipients(rows)
    count = 0
    for row in rows[first:first + ROWS] if first is not None else ():
        start = _right_part(row) or 0
        spot = _post_in([w.text for w in row.words[start:]])
        if spot is None:
            continue
        low, high, post = start + spot[0], start + spot[1], spot[2]
        if not any(c.isalnum() for w in row.words[:start] for c in w.text):
            start = 0
        others, read, old = [*row.words[start:low], *row.words[high:]], [w.text for w in row.words[start:]], row.words[low:high]
        if len(others) > _CUT or any(_is_word(w.text) for w in others) or (read == post and min(w.confidence for w in old) >= KNOWN):
            continue
        left, width = old[0].x0, old[-1].x1 - old[0].x0
        confidence = max(KNOWN, min(w.confidence for w in old))
        for n in [n for n in row.raw if n >= start]:
            del row.raw[n]
        if read != post:
            rest = read[max(1, len(read) - len(post) + 1):]
            row.raw[start] = " ".join(read[:len(read) - len(rest)])
            row.raw.update({start + 1 + k: text for k, text in enumerate(rest)})
        row.words[start:] = [replace(old[0], text=text, x0=left + width * k / len(post), x1=left + width * (k + 0.9) / len(post), confidence=confidence)
                             for k, text in enumerate(post)]
        count += 1
    return count


def _post_in(texts: Sequence[str]) -> tuple[int, int, list[str]] | None:
    """The words `[low, high)` that are a post but for lost marks, spaces and signs, and the post; the longest one."""
    for size in range(len(texts), 0, -1):
        for low in range(len(texts) - size + 1):
            letters = "".join(c for t in texts[low:low + size] for c in strip_tone(t) if c.isalnum())
            if letters in _BY_LETTERS:
                return low, low + size, _BY_LETTERS[letters]
    return None


def _is_word(text: str) -> bool:
    """Whether a word beside a post is none of a stamp's marks: long, or "KT.", "TM." and the like."""
    return sum(c.isalnum() for c in text) > _MARKS or bool(SAYS_FOR.match(text))


SAYS_FOR = re.compile(r"[KTQ]/?[TMUL]\b")


COLLECTIVE = ("UYBANNHANDAN", "BANTHUONGVU", "BANCHAPHANH", "HOIDONGNHANDAN")
_ON_BEHALF = re.compile(r"[TEIFH1]{0,3}/?[MN]{1,2}[.,:]?")


def set_on_behalf(rows: Sequence[Row]) -> int:
    """Reads "TM." again, in place, where a stamp or pale print spoiled it ("TIM. ỦY BAN NHÂN DÂN", "EM BAN THƯỜNG VỤ") beside or below
    the recipients: a body in capitals behind it is signed for (Nghị định 30/2020/NĐ-CP, article 8). How many."""
    first = recipients(rows)
    count = 0
    for row in rows[first:first + ROWS] if first is not None else ():
        start = _right_part(row) or 0
        if "M" not in row.words[start].text or row.words[start].text in ("TM.", "T/M") or len(row.words) < start + 3:
            continue
        body = "".join(strip_tone(w.text) for w in row.words[start + 1:])
        if body.startswith(COLLECTIVE) and _ON_BEHALF.fullmatch(strip_tone(row.words[start].text)):
            row.raw.setdefault(start, row.words[start].text)
            row.words[start] = replace(row.words[start], text="TM.")
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
