"""Ids of provisional indicators: stable, and readable for who meets them in a table."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from normalizers.indicator_text import key, term_rows, tokens
from normalizers.text import slug

PROVISIONAL = "tam-"


@lru_cache(maxsize=1)
def spelled() -> dict[str, str]:
    """Joined terms of the levelled text as words again ("thutuc" → "thủ tục"), for readable ids."""
    return {term: wording for wording, term in term_rows() if slug(wording).replace("-", "") == term != wording}


def provisional_id(wording: str) -> str:
    """Stable id of an indicator outside the catalogue: "tam-" and the slug of its levelled wording, 60 characters at
    most (a longer one ends in eight hexadecimal digits of its hash)."""
    text = slug(" ".join(spelled().get(t, t) for t in tokens(wording))) or slug(wording)
    digest = hashlib.sha256(key(wording).encode("utf-8")).hexdigest()[:8]
    if not text:
        return PROVISIONAL + digest
    return PROVISIONAL + (text if len(text) <= 60 else f"{text[:51].rstrip('-')}-{digest}")
