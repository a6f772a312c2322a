"""Units of one quantity in different sizes ("triệu đồng", "tỷ đồng"): what they count, and how many of the smallest unit.

Hands on conversion between such units; units of different quantities, and currencies, are never converted into each other.
"""

from __future__ import annotations

import re
from functools import lru_cache

from normalizers.text import fold

_MULTIPLES = (("triệu tỷ", 1e15), ("nghìn tỷ", 1e12), ("ngàn tỷ", 1e12), ("tỷ", 1e9), ("trăm triệu", 1e8), ("triệu", 1e6), ("nghìn", 1e3), ("ngàn", 1e3))
# Unit → (quantity, size in its smallest unit).
_UNITS: dict[str, tuple[str, float]] = {
    "đồng": ("đồng", 1), "vnđ": ("đồng", 1), "vnd": ("đồng", 1), "usd": ("usd", 1), "đô la mỹ": ("usd", 1), "euro": ("euro", 1),
    "gam": ("gam", 1), "kg": ("gam", 1e3), "yến": ("gam", 1e4), "tạ": ("gam", 1e5), "tấn": ("gam", 1e6),
    "mm": ("mm", 1), "cm": ("mm", 10), "m": ("mm", 1e3), "mét": ("mm", 1e3), "km": ("mm", 1e6),
    "m²": ("m²", 1), "m2": ("m²", 1), "ha": ("m²", 1e4), "hecta": ("m²", 1e4), "héc ta": ("m²", 1e4), "km²": ("m²", 1e6), "km2": ("m²", 1e6),
    "m³": ("m³", 1), "m3": ("m³", 1), "lít": ("lít", 1), "mbps": ("mbps", 1), "gbps": ("mbps", 1e3), "kwh": ("kwh", 1), "mwh": ("kwh", 1e3),
    "kw": ("kw", 1), "mw": ("kw", 1e3), "gw": ("kw", 1e6), "mb": ("mb", 1), "gb": ("mb", 1e3), "tb": ("mb", 1e6), "người": ("người", 1)}
_PER = re.compile(r"\s*/\s*")


@lru_cache(maxsize=4096)
def scale(unit: str) -> tuple[str, float] | None:
    """What a unit counts and its size, ("đồng", 1e9) for "tỷ đồng"; a rate keeps what it is by: "triệu đồng/người" →
    ("đồng/người", 1e6). None for a unit that has no other sizes. A bare "tỷ", "triệu" is money."""
    first, *by = _PER.split(fold(unit).replace("tỉ", "tỷ"))
    factor = 1.0
    for word, size in _MULTIPLES:
        if first == word or first.startswith(word + " "):
            first, factor = first[len(word):].strip() or "đồng", size
            break
    known = _UNITS.get(first)
    return ("/".join([known[0], *by]), known[1] * factor) if known else None


def converted(value: float, unit: str | None, into: str | None) -> float | None:
    """A value of one unit in another of the same quantity: 1500, "triệu đồng", "tỷ đồng" → 1.5; None where they are not."""
    if not unit or not into:
        return None
    have, want = scale(unit), scale(into)
    if have is None or want is None or have[0] != want[0]:
        return None
    return round(value * (have[1] / want[1]), 10) if have[1] >= want[1] else round(value / (want[1] / have[1]), 10)
