"""One Word paragraph → its printed lines: runs, fields, tracked changes, hidden text, breaks, symbols, text boxes.

Insertions are in, deletions out; a field's result is in, its instruction out; of `mc:AlternateContent` one branch counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from extractors.document import Align, Line, Place
from extractors.docx_package import MATH, MC
from extractors.docx_styles import ParagraphFormat, RunFormat, Style, Styles, number, val, w
from extractors.markers import read_marker
from extractors.markup_tables import LETTERHEAD, SIGNATURE
from normalizers.text import fold, printed_hyphens

Piece = tuple[str, RunFormat]

# Glyphs of Word's symbol fonts that stand for a character (Adobe Symbol encoding; Wingdings by its chart). The code is
# the glyph's byte; Word writes it as U+F0xx.
_SYMBOL = {
    0x2D: "−", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xB7: "•", 0xAE: "→", 0xAC: "←",
    0xDE: "⇒", 0xB0: "°", 0xA5: "∞", 0xE5: "∑", 0x44: "Δ", 0x61: "α", 0x62: "β", 0x6D: "μ", 0x25: "%", 0x3D: "=", 0x3C: "<", 0x3E: ">",
    0x2B: "+", 0x2F: "/", 0x28: "(", 0x29: ")", 0x20: " ", 0x2C: ",", 0x2E: ".", 0x3A: ":", 0x3B: ";",
} | {0x30 + d: str(d) for d in range(10)}
_WINGDINGS = {
    0xFC: "✓", 0xFB: "✗", 0xFD: "☒", 0xFE: "☑", 0xA8: "☐", 0x6F: "☐", 0xA7: "▪", 0x6E: "■", 0x6C: "●", 0x9F: "•", 0xD8: "➢", 0x76: "❖",
    0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0x20: " ",
}
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_GLYPH = re.compile("[\uf000-\uf0ff]")
_RECIPIENT = re.compile(r"[-–—•+] ?\S.*[;.,]$")
_CONTAINERS = frozenset(
    w(tag) for tag in ("hyperlink", "smartTag", "customXml", "ins", "moveTo", "fldSimple", "sdtContent", "dir", "bdo", "ruby", "rubyBase")
)
_GONE = frozenset(w(tag) for tag in ("del", "moveFrom"))
_ALIGN: dict[str, Align] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right", "both": "justify", "distribute": "justify",
    "lowKashida": "justify", "mediumKashida": "justify", "highKashida": "justify", "thaiDistribute": "justify",
}


def symbol(code: int, font: str | None) -> str:
    """The character that a symbol font's glyph prints, "▪" for an ornament that has no character."""
    byte = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    table = _SYMBOL if (font or "").lower().startswith("symbol") else _WINGDINGS
    return table.get(byte, "▪")


@dataclass(slots=True)
class State:
    """What a story carries from paragraph to paragraph, and what the reader counted on its way."""

    styles: Styles
    decode: Callable[[str, RunFormat], str] | None = None   # of a legacy-font document: text and format → Unicode
    fields: list[bool] = field(default_factory=list)        # open fields; True while in the instruction
    insertions: int = 0
    deletions: int = 0
    hidden: int = 0
    pictures: int = 0                # pictures the size of a page's text: they may hold text that nobody read


@dataclass(slots=True)
class Inline:
    """The content of a paragraph: printed segments between line breaks, and the text boxes anchored in it."""

    segments: list[list[Piece]] = field(default_factory=lambda: [[]])
    boxes: list[Any] = field(default_factory=list)

    @property
    def blank(self) -> bool:
        return not any(text.strip() for segment in self.segments for text, _ in segment)

    def then(self, other: Inline) -> Inline:
        """This content run on into another paragraph's."""
        joined = [*self.segments[:-1], [*self.segments[-1], *other.segments[0]], *other.segments[1:]]
        return Inline(joined, self.boxes + other.boxes)


def read_inline(paragraph: Any, style: Style, state: State) -> Inline:
    """Everything that a `w:p` prints."""
    out = Inline()
    _walk(paragraph, style, state, out)
    # An instruction does not outlive its paragraph: a field that nobody closed must not swallow the document.
    state.fields = [False] * len(state.fields)
    return out


def _walk(parent: Any, style: Style, state: State, out: Inline) -> None:
    for child in parent:
        tag = child.tag
        if tag == w("r"):
            _run(child, style, state, out)
        elif tag in _CONTAINERS:
            if tag in (w("ins"), w("moveTo")):
                state.insertions += 1
            _walk(child, style, state, out)
        elif tag in _GONE:
            state.deletions += 1
        elif tag == w("sdt"):
            content = child.find(w("sdtContent"))
            if content is not None:
                _walk(content, style, state, out)
        elif tag == f"{{{MC}}}AlternateContent":
            branch = choose(child)
            if branch is not None:
                _walk(branch, style, state, out)
        elif isinstance(tag, str) and tag.startswith(f"{{{MATH}}}"):
            text = "".join(str(t.text or "") for t in child.iter(f"{{{MATH}}}t"))
            if text:
                out.segments[-1].append((text, style.run))


def choose(alternate: Any) -> Any:
    """The branch of `mc:AlternateContent` that counts: the first that holds text, else the first."""
    branches = [child for child in alternate if child.tag in (f"{{{MC}}}Choice", f"{{{MC}}}Fallback")]
    for branch in branches:
        if next(branch.iter(w("txbxContent"), w("t"), w("sym")), None) is not None:
            return branch
    return branches[0] if branches else None


def _run(run: Any, style: Style, state: State, out: Inline) -> None:
    rpr = run.find(w("rPr"))
    fmt = state.styles.run(rpr, style)
    if rpr is not None and rpr.find(w("del")) is not None:
        state.deletions += 1
        return
    for child in run:
        _run_child(child, fmt, style, state, out)


def _run_child(child: Any, fmt: RunFormat, style: Style, state: State, out: Inline) -> None:
    tag = child.tag
    if tag == w("fldChar"):
        kind = child.get(w("fldCharType"))
        if kind == "begin":
            state.fields.append(True)
        elif kind == "separate" and state.fields:
            state.fields[-1] = False
        elif kind == "end" and state.fields:
            state.fields.pop()
        return
    if tag == f"{{{MC}}}AlternateContent":
        branch = choose(child)
        for inner in branch if branch is not None else ():
            _run_child(inner, fmt, style, state, out)
        return
    if tag in (w("drawing"), w("pict"), w("object")):
        if not fmt.hidden:
            _boxes(child, out)
            state.pictures += _page_picture(child)
        return
    if any(state.fields):
        return
    text = _text_of(child, fmt, state)
    if text is None:
        return
    if fmt.hidden:
        state.hidden += bool(text.strip())
    elif text == "\n":
        out.segments.append([])
    elif text:
        out.segments[-1].append((text, fmt))


def _text_of(child: Any, fmt: RunFormat, state: State) -> str | None:
    """What one child of a run prints; "\n" for a line break, None for what prints nothing."""
    tag = child.tag
    if tag == w("t"):
        text = str(child.text or "")
        if state.decode is not None:
            text = state.decode(text, fmt)
        elif _GLYPH.search(text):
            text = "".join(symbol(ord(ch), fmt.font) if "\uf000" <= ch <= "\uf0ff" else ch for ch in text)
        elif "\xad" in text:
            text = printed_hyphens(text)
        return text.upper() if fmt.caps else text
    if tag in (w("tab"), w("ptab")):
        return "\t"
    if tag in (w("br"), w("cr")):
        return "\n"
    if tag == w("noBreakHyphen"):
        return "-"
    if tag == w("softHyphen"):
        # In a legacy TCVN3 text the soft hyphen's code is the letter "ư".
        return state.decode("\xad", fmt) if state.decode is not None else None
    if tag == w("sym"):
        code = str(child.get(w("char")) or "")
        try:
            return symbol(int(code, 16), child.get(w("font")))
        except ValueError:
            return None
    return None


def _boxes(drawing: Any, out: Inline) -> None:
    """The text boxes of a drawing, each once (a box inside a box belongs to the outer one's reading)."""
    stack = [drawing]
    while stack:
        at = stack.pop(0)
        if at.tag == w("txbxContent"):
            out.boxes.append(at)
        elif at.tag == f"{{{MC}}}AlternateContent":
            branch = choose(at)
            if branch is not None:
                stack.insert(0, branch)
        else:
            stack[:0] = list(at)


def _page_picture(drawing: Any) -> bool:
    """Whether a drawing is a picture of at least 10 by 8 cm (360,000 EMU a centimetre): a pasted page or table."""
    if next(drawing.iter(f"{{{_DRAWING}}}blip"), None) is None:
        return False
    extent = next(drawing.iter(f"{{{_WP}}}extent"), None)
    if extent is None:
        return False
    sides = [number(extent.get(name)) or 0 for name in ("cx", "cy")]
    return max(sides) >= 3_600_000 and min(sides) >= 2_880_000


def split_columns(inline: Inline) -> Inline:
    """A letterhead or signature line that tabs part into two columns ("UBND XÃ A⇥CỘNG HÒA XÃ HỘI…") as one segment each."""
    out: list[list[Piece]] = []
    for segment in inline.segments:
        whole = "".join(text for text, _ in segment)
        sides = [part.strip() for part in whole.split("\t") if part.strip()]
        folded = [fold(side) for side in sides]
        if len(sides) < 2 or not (any(LETTERHEAD.match(x) or SIGNATURE.match(x) for x in folded)
                                  or (_RECIPIENT.match(sides[0]) and sides[-1].isupper())):
            out.append(segment)
            continue
        part: list[Piece] = []
        for text, run in segment:
            for n, bit in enumerate(text.split("\t")):
                if n:
                    out.append(part)
                    part = []
                if bit:
                    part.append((bit, run))
        out.append(part)
    return Inline(out, inline.boxes)


def mark_gone(ppr: Any) -> bool:
    """Whether the paragraph's end is deleted or hidden, so that it prints as one with the next paragraph."""
    rpr = ppr.find(w("rPr")) if ppr is not None else None
    return rpr is not None and (rpr.find(w("del")) is not None or rpr.find(w("moveFrom")) is not None
                                or rpr.find(w("specVanish")) is not None)


def lines_of(inline: Inline, marker: str, suffix: str, fmt: ParagraphFormat, level: int | None, path: str) -> list[Line]:
    """The paragraph's lines: one, or one per segment where soft breaks part it. A marker without text prints alone."""
    parted = split_columns(inline) if any("\t" in text for s in inline.segments for text, _ in s) else inline
    segments = [s for s in parted.segments if "".join(text for text, _ in s).strip()]
    if not segments:
        return [_line([], marker, fmt, level, path, True, True)] if marker else []
    starts: list[bool | None] = [True]
    texts = ["".join(text for text, _ in segment) for segment in segments]
    for before, text in pairwise(texts):
        starts.append(starts_after_break(before.strip(), text.strip()) if len(parted.segments) == len(inline.segments) else True)
    out: list[Line] = []
    for n, segment in enumerate(segments):
        whole = starts[n] is True and (n + 1 == len(segments) or starts[n + 1] is True)
        lead = marker + suffix if n == 0 else ""
        out.append(_line(segment, lead, fmt, level if n == 0 else None, path, whole, starts[n]))
    return out


def starts_after_break(before: str, text: str) -> bool | None:
    """Whether text after a soft break starts a paragraph, on the evidence of both sides; None where they do not tell."""
    if read_marker(text) is not None:
        return True
    first = next((ch for ch in text if ch.isalpha()), "")
    if first and first.islower() and text[0].isalpha():
        return False
    if before.endswith((".", ";", ":", "!", "?")) and (first.isupper() or text[0].isdigit()):
        return True
    return None


def _line(pieces: list[Piece], lead: str, fmt: ParagraphFormat, level: int | None, path: str, whole: bool, starts: bool | None) -> Line:
    weight = bold = italic = 0
    sizes: Counter[float] = Counter()
    for text, run in pieces:
        n = len("".join(text.split()))
        weight += n
        bold += n if run.bold else 0
        italic += n if run.italic else 0
        if run.size is not None:
            sizes[run.size] += n
    body = "".join(text for text, _ in pieces).strip(" \t\r\n")
    indent = None
    if fmt.left is not None or fmt.first is not None:
        indent = ((fmt.left or 0) + (fmt.first or 0)) / 20
    return Line(
        text=f"{lead}{body}" if body else lead.strip(),
        place=Place(path=path),
        whole=whole,
        starts=starts,
        bold=bold >= 0.8 * weight if weight else None,
        italic=italic >= 0.8 * weight if weight else None,
        align=_ALIGN.get(fmt.align or "left", "left"),
        indent=indent,
        size=max(sizes, key=lambda s: (sizes[s], s)) if sizes else None,
        level=level,
    )


def paragraph_style(paragraph: Any, styles: Styles) -> tuple[Any, Style]:
    """A paragraph's `w:pPr` (None where it has none) and its style."""
    ppr = paragraph.find(w("pPr"))
    return ppr, styles.get(val(ppr, "pStyle"))
