"""Words that a thin column cut in the middle: "31/12/20" + "26", "HĐND&U" + "BND". Wording alone; geometry is the caller's."""

from __future__ import annotations

import re

from extractors.pdf_quality import is_syllable

_TAIL = re.compile(r"[^\W\d_]+$")
_HEAD = re.compile(r"^[^\W\d_]+")


def is_cut(above: str, below: str) -> bool:
    """Whether the last word of a full line and the first word below can be one word that was cut.

    `above` is a line of one word that fills its column, `below` the next line. True for digits that meet, for signs that
    join codes, for letters that are no syllables apart but one together, and for cut abbreviations.
    """
    above, below = above.strip(), below.strip()
    if not above or not below or " " in above:
        return False
    tail, head = above[-1], below[0]
    if tail.isdigit() and (head.isdigit() or head in "/%"):
        return True
    if head in "&/_@":
        return True
    if tail in "&/_@":
        return head.isalnum()
    a, b = _TAIL.search(above), _HEAD.match(below)
    if not a or not b:
        return False
    one, two = a[0], b[0]
    if one.isupper() and two.isupper():
        return not (is_syllable(one) and is_syllable(two)) and ("&" in above or "-" in above or min(len(one), len(two)) < 2)
    if two[0].isupper() and not one.isupper():
        return False
    return is_syllable(one + two) and not (is_syllable(one) and is_syllable(two))
