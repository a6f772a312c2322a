"""Charts of the editable report as PNG pictures, drawn with Pillow and a font of their own: the same on every machine."""

from __future__ import annotations

import io
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from pipeline.comparison import Group, number_text
from pipeline.divergence import unit_text
from pipeline.overview import clean, relative_spread, shorten

WIDTH = 1650  # pixels over 165 mm of text: 254 dpi
_INK, _SOFT, _LINE, _BLUE, _ORANGE, _GREY = "#1b2430", "#56616f", "#d5dbe3", "#2e75b6", "#c55a11", "#a6b3c2"


def _font(size: int, bold: bool = False) -> Any:
    from PIL import ImageFont

    data = (files("pipeline") / "report" / f"chart-{'bold' if bold else 'regular'}.ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)


def _canvas(height: int) -> tuple[Any, Any]:
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (WIDTH, height), "white")
    return image, ImageDraw.Draw(image)


def _png(image: Any) -> bytes:
    out = io.BytesIO()
    image.quantize(64).save(out, "PNG", optimize=False)
    return out.getvalue()


def spread_chart(groups: Sequence[Group]) -> bytes:
    """Lowest, median and highest value of each group on one line, each line on its own scale (percentages from 0 to 100)."""
    row, top = 92, 60
    image, draw = _canvas(top + row * max(1, len(groups)) + 20)
    name, small, bold = _font(26), _font(23), _font(25, bold=True)
    left, right = 760, WIDTH - 130
    for x, colour, text in ((left, _ORANGE, "thấp nhất"), (left + 230, _INK, "trung vị"), (left + 440, _BLUE, "cao nhất")):
        draw.ellipse((x, 14, x + 22, 36), fill=colour)
        draw.text((x + 32, 11), text, font=small, fill=_SOFT)
    for n, group in enumerate(groups):
        y = top + row * n + row // 2
        lines = _wrap(draw, f"{group.indicator.name} ({group.year})", name, left - 130)[:2]
        for k, line in enumerate(lines):
            draw.text((10, y - 16 * len(lines) + 32 * k), line, font=name, fill=_INK)
        low, middle, high = group.low or 0.0, group.middle or 0.0, group.high or 0.0
        first, last = (0.0, 100.0) if group.indicator.unit == "%" and low >= 0 and high <= 100 else (low - (high - low) * 0.2, high + (high - low) * 0.2)

        def at(value: float, first: float = first, last: float = last) -> int:
            return round(left + (right - left) * (value - first) / ((last - first) or 1.0))
        draw.line((left, y, right, y), fill=_LINE, width=3)
        draw.line((at(low), y, at(high), y), fill=_GREY, width=10)
        for value, colour, size in ((middle, _INK, 9), (low, _ORANGE, 13), (high, _BLUE, 13)):
            draw.ellipse((at(value) - size, y - size, at(value) + size, y + size), fill=colour)
        # Both values stand outside their points; where the two are near, they would else run into each other.
        draw.text((at(low) - 20, y), number_text(low), font=bold, fill=_ORANGE, anchor="rm")
        draw.text((at(high) + 20, y), f"{number_text(high)} {unit_text(group.indicator)}".strip(), font=bold, fill=_BLUE, anchor="lm")
    return _png(image)


def bar_chart(bars: Sequence[tuple[str, int, bool]]) -> bytes:
    """Counts as upright bars: (title, count, drawn in the main colour)."""
    height, base = 520, 400
    image, draw = _canvas(height)
    small, bold = _font(23), _font(25, bold=True)
    most = max((count for _, count, _ in bars), default=1) or 1
    step = min(170.0, (WIDTH - 20) / max(1, len(bars)))
    for n, (title, count, strong) in enumerate(bars):
        x, tall = 10 + n * step, (base - 50) * count / most
        draw.rectangle((round(x + step * 0.14), round(base - tall), round(x + step * 0.86), base), fill=_BLUE if strong else _GREY)
        draw.text((round(x + step / 2), round(base - tall) - 8), str(count), font=bold, fill=_INK, anchor="mb")
        for k, line in enumerate(_wrap(draw, title.replace("/", " "), small, round(step * 0.96))[:3]):
            draw.text((round(x + step / 2), base + 12 + 28 * k), line, font=small, fill=_SOFT, anchor="ma")
    draw.line((10, base, WIDTH - 10, base), fill=_INK, width=3)
    return _png(image)


def _wrap(draw: Any, text: str, font: Any, width: int) -> list[str]:
    lines: list[str] = []
    for word in shorten(clean(text), 160).split():
        if lines and draw.textlength(f"{lines[-1]} {word}", font=font) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def charted(groups: Sequence[Group], most: int = 12) -> list[Group]:
    """The groups worth a line in the chart: comparable ones, the widest first."""
    return sorted((g for g in groups if g.spread), key=lambda g: (g.comparability != "comparable", -relative_spread(g), g.indicator.id, g.year or 0))[:most]
