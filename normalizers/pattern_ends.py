"""The words in which a pattern's matches can end: behind any other word a search that is tied to the end need not be tried."""

from __future__ import annotations

import re


def last_words(pattern: re.Pattern[str]) -> frozenset[str]:
    """Last words of the alternatives of a pattern tied to the end of a text ("…|(?:mức|tỷ lệ) ?$" → mức, lệ). Each alternative has
    to end in a word, directly before "|", ")" or "?" (tests/test_word_guards.py tries them on real wordings)."""
    return frozenset(re.findall(r"[^\W\d_]+(?=[|)?])", re.sub(r"\\.", " ", pattern.pattern)))
