"""Passages that two plans share, found by hashed runs of words: fast for hundreds of plans of thousands of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from pipeline.plan_text import position, records, where, wording, words
from pipeline.records import PlanRecord, Record, Task

RUN = 8          # words in a row that must agree
_PRIME = 2**61 - 1
_BASE = 1_000_003
_TOP = pow(_BASE, RUN - 1, _PRIME)
_SAMPLE = 8      # one run in so many stands for all when plans are compared with each other
_KEEP_ALL = 4000 # plans of together so few runs are compared run by run


@dataclass(frozen=True, slots=True)
class Passages:
    """The other plan with which `plan` shares most: `share` of its own wording (0–1), the longest common passage in
    words with its quote and place, and how many `others` share as much as is worth reporting."""

    plan: PlanRecord
    other: PlanRecord
    share: float
    others: int
    longest: int
    quote: str
    place: str


def _texts(plan: PlanRecord) -> list[tuple[Record, str]]:
    """The plan's own wording: tasks and prose targets, each line once."""
    out: list[tuple[Record, str]] = []
    seen: set[int] = set()
    for record in records(plan):
        at = position(record)
        if isinstance(record, Task):
            out.append((record, record.text))
        elif getattr(record, "origin", "") == "section" and (at not in seen or not at):
            out.append((record, wording(record)))
        seen.add(at)
    return out


@lru_cache(maxsize=65536)
def _number(word: str) -> int:
    return crc32(word.encode("utf-8"))


def runs(text: str) -> list[int]:
    """Hashes of all runs of `RUN` words of a wording, in order; a shorter wording of half as many words has one.

    A run's hash is a polynomial of its words' checksums modulo 2**61 - 1, each made from the one before it."""
    found = [_number(w) for w in words(text)]
    size = min(RUN, len(found))
    if size < RUN // 2:
        return []
    value = 0
    for number in found[:size]:
        value = (value * _BASE + number) % _PRIME
    out = [value]
    for old, new in zip(found, found[size:], strict=False):
        value = ((value - old * _TOP) * _BASE + new) % _PRIME
        out.append(value)
    return out


def shared_passages(plans: Sequence[PlanRecord], templates: Sequence[PlanRecord] = (), report: float = 0.15) -> Iterator[Passages]:
    """For every plan the one that it shares most with, in the order of `plans`; runs of the `templates` count for nobody.

    The comparison of all pairs works on a fixed sample of the runs; the shares that are handed on are exact."""
    common = {h for p in templates for _, text in _texts(p) for h in runs(text)}
    own = [[(record, text, runs(text)) for record, text in _texts(p)] for p in plans]
    every = [frozenset(h for _, _, hashes in rows for h in hashes) - common for rows in own]
    step = _SAMPLE if sum(map(len, every)) > _KEEP_ALL * max(1, len(plans)) ** 0.5 else 1
    sampled = [frozenset(h for h in hashes if h % step == 0) for hashes in every]
    for n, plan in enumerate(plans):
        if not every[n]:
            continue
        best, best_share, others = -1, 0.0, 0
        for m, candidate in enumerate(plans):
            if m == n or not sampled[m] or _same_place(plan, candidate):
                continue
            share = len(sampled[n] & sampled[m]) / max(1, len(sampled[n]))
            others += share >= report
            if share > best_share:
                best, best_share = m, share
        if best >= 0:
            exact = len(every[n] & every[best]) / len(every[n])
            longest, quoted, at = _longest(own[n], every[best])
            yield Passages(plan, plans[best], exact, max(0, others - 1), longest, quoted, at)


def _same_place(a: PlanRecord, b: PlanRecord) -> bool:
    """Two plans of one commune repeat each other by right."""
    return a.plan.commune == b.plan.commune and (a.plan.province == b.plan.province or not a.plan.province or not b.plan.province)


def _longest(rows: Sequence[tuple[Record, str, list[int]]], other: frozenset[int]) -> tuple[int, str, str]:
    best: tuple[int, str, str] = (0, "", "")
    for record, text, hashes in rows:
        length = 0
        for h in [*hashes, None]:
            if h in other:
                length += 1
                continue
            if length and length + RUN - 1 > best[0]:
                best = (length + RUN - 1 if len(hashes) > 1 else len(words(text)), text, where(record))
            length = 0
    return best
