"""Themes: what field of public administration a wording is about (vocab/themes.csv), for texts of whatever plan.

Hands on the set of theme names of a text. A theme says that two wordings belong to one field, never that they mean the same.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path

from normalizers.text import fold

_FILE = Path(__file__).parent / "vocab" / "themes.csv"


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, str]:
    """Folded term → its theme (a Vietnamese name)."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {fold(row["term"]): row["theme"] for row in csv.DictReader(file)}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """One pattern over all terms, longest first."""
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(t) for t in sorted(vocabulary(), key=lambda t: (-len(t), t))) + r")(?!\w)")


@lru_cache(maxsize=16384)
def themes(text: str) -> frozenset[str]:
    """The themes that a text speaks of; empty for one that names no field. Never raises."""
    return frozenset(vocabulary()[m[0]] for m in _pattern().finditer(fold(text)))
