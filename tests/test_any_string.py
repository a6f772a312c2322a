"""Ten thousand random and mutated strings: none crashes, hangs or loses its text in any normalizer."""

from __future__ import annotations

import json
import random
import time
import unicodedata
from pathlib import Path

import pytest

from normalizers.deadlines import parse_deadline
from normalizers.indicators import Wording, assign
from normalizers.targets import read_targets
from normalizers.text import nfc, squash
from normalizers.units import parse_units

PHRASES = Path(__file__).parent / "data" / "phrases"
COUNT, LONGEST = 10_000, 240
_ODD = "\u00a0\u200b\u0301\u0323\u00ad\x00\x0c\t\n“”()[]{}.,;:-–/\\%≥≤<>=+*^$|?0123456789IVXivxĐđÐðỷỵ\U0001f600"


def _seeds() -> list[str]:
    out = []
    for path in sorted(PHRASES.glob("*.jsonl")):
        out += [json.loads(line)["phrase"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return out


def _mutated(text: str, seeds: list[str], dice: random.Random) -> str:
    chars = list(text)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(chars) + 1)
        deed = dice.randrange(6)
        if deed == 0:
            del chars[at : at + dice.randint(1, 8)]
        elif deed == 1:
            chars[at:at] = dice.choice(_ODD) * dice.choice((1, 1, 1, 40))
        elif deed == 2:
            chars[at:at] = dice.choice(seeds)
        elif deed == 3:
            chars[at:at] = chars[: dice.randint(0, 60)]
        elif deed == 4:
            chars[:at] = "".join(chars[:at]).swapcase()
        else:
            chars = list(unicodedata.normalize(dice.choice(("NFD", "NFKD", "NFC")), "".join(chars)))
    return "".join(chars)[:LONGEST]


def strings(kind: int, kinds: int) -> list[str]:
    """Every `kinds`-th of the strings, the same in every run."""
    dice = random.Random(20260305)
    seeds = _seeds()
    out = []
    for n in range(COUNT):
        if n % 5 == 0:
            text = "".join(chr(dice.choice((dice.randrange(0x250), dice.randrange(0x1EA0, 0x1EFA), dice.randrange(0xD7FF)))) for _ in range(dice.randrange(80)))
        else:
            text = _mutated(dice.choice(seeds), seeds, dice)
        out.append(text)
    return out[kind::kinds]


@pytest.mark.parametrize("part", range(4))
def test_no_string_breaks_or_hangs_a_normalizer(part: int) -> None:
    for text in strings(part, 4):
        start = time.process_time()
        deadline = parse_deadline(text, "2026-03-05")
        units = parse_units(text, "Thanh Sơn")
        targets = read_targets(text)
        assert time.process_time() - start < 3, text
        assert deadline.raw == squash(text)
        assert all(u.span is not None and text[u.span[0] : u.span[1]] == u.raw for u in units), text
        assert all(t.span is not None and 0 <= t.span[0] <= t.span[1] <= len(text) and t.indicator.strip() for t in targets), text
        assert squash(squash(text)) == squash(text) and nfc(nfc(text)) == nfc(text)


def test_any_strings_get_an_indicator_or_none() -> None:
    texts = strings(0, 25)
    found, _ = assign([Wording(t, None, ">=") for t in texts])
    assert len(found) == len(texts) and all(0 <= f.confidence <= 1 for f in found)
