"""The raised number that marks a footnote in the text: part of no wording once the note itself is found."""

from __future__ import annotations

import re

from extractors.pdf_quality import is_syllable

# Behind a word, its stop, a year or a bracket: "của tỉnh1", "công tác.2", "năm 20261", "(quản lý, kế toán...)3".
_GLUED = re.compile(r"(?:(?<![\w/.-])(?P<word>[^\W\d_]{2,})[.,;:)”\"]{0,2}|(?<!\d)20[0-4]\d[.,;:)]?|[%…]|\.\.\)|…\))(?P<mark>[1-9]\d?)(?=[\s.,;:)”\"]|$)")
_BRACKETED = re.compile(r"(?<=\S)\[(?P<mark>[1-9]\d?)\]")


def marks_in(text: str) -> list[re.Match[str]]:
    """The numbers that stick to words, their stops and years, each as the group `mark`."""
    found = [m for m in _GLUED.finditer(text) if m["word"] is None or (m["word"].islower() and is_syllable(m["word"]))]
    return found + list(_BRACKETED.finditer(text)) if "[" in text else found


def without_mark(text: str, number: int) -> str:
    """The text without the last of such marks that has the number."""
    last = next((m for m in reversed(marks_in(text)) if int(m["mark"]) == number), None)
    if last is None:
        return text
    start = last.start("mark") - (last[0][0] == "[")
    return text[:start] + text[last.end():]
