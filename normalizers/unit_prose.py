"""Owners in sentences and headings: who is charged, and where the unit list after "phối hợp với" ends."""

from __future__ import annotations

from normalizers.unit_tokens import Token

_VERBS: frozenset[str] = frozenset()


def is_verb(tokens: list[Token], i: int) -> bool:
    """Whether a verb phrase starts at token `i`."""
    return False
