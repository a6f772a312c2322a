"""Builds pipeline/report/chart-{regular,bold}.ttf: Liberation Sans cut down to Vietnamese, under a name of its own (OFL 1.1).

Needs fontTools, which the product itself does not: python -m benchmarks.build_chart_font FOLDER_OF_LIBERATION_FONTS
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "pipeline" / "report"


def characters() -> list[int]:
    """Latin letters, every Vietnamese letter (composed and combining), digits, punctuation and signs of charts."""
    found = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100)) | set(map(ord, "ĂăĐđĨĩŨũƠơƯư–—‘’“”•…≤≥→▲▼●○■□×−ọ"))
    found |= set(range(0x1EA0, 0x1EFA)) | set(map(ord, "\u0300\u0301\u0303\u0309\u0323\u0306\u0302\u031b"))
    return sorted(c for c in found if unicodedata.category(chr(c)) != "Cc")


def main() -> None:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    for style in ("Regular", "Bold"):
        font = TTFont(Path(sys.argv[1]) / f"LiberationSans-{style}.ttf", recalcTimestamp=False)
        options = Options()
        options.layout_features = []
        options.hinting = False
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=characters())
        subsetter.subset(font)
        for record in font["name"].names:
            if record.nameID in (1, 3, 4, 6, 16):
                record.string = f"Doichieu Chart {style}".replace(" ", "" if record.nameID == 6 else " ")
        font.save(OUT / f"chart-{style.lower()}.ttf")


if __name__ == "__main__":
    main()
