"""Where paragraphs start in a page's prose: indents, white at line ends, distances of lines and hanging list items tell it."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass

from extractors.flat_stream import printed_width
from extractors.pdf_layout import Edges, Placed
from extractors.pdf_lines import Row, first_word, starts_with_mark
from extractors.pdf_word import Word

_APART = 1.15        # of the usual distance of baselines: paragraphs set apart are further from each other
_CLOSE = 1.08        # … and lines of one paragraph are not
_SURELY = 1.25       # of the distance of lines in mid-sentence: another paragraph
_LEAST_HANGING = 3   # list items whose second lines tell how they are set in
_SET_IN = 8.0        # points
_LEAST_MARKED = 5    # list items that tell how paragraphs are set


def mark_starts(lines: list[tuple[Placed, Edges, int]]) -> None:
    """Set `starts`, `indent` and `fill` of prose lines in reading order; each with its text column and page number."""
    habit = _habit(lines)
    before: tuple[Placed, Edges, int] | None = None
    hang: float | None = None        # where the wording of the list item that goes on begins
    under: float | None = None       # where its further lines begin, in a text that sets them in
    for placed, edges, page in lines:
        line, row = placed.line, placed.row
        if line.furniture:
            continue
        width = edges.right - edges.left
        indent = row.x0 - edges.left
        line.indent = int(indent * 10 + 0.5) / 10 if indent > 0.0 else 0.0  # a quarter of the time of round()
        if placed.block:
            line.fill = None
        else:
            fill = (row.x1 - edges.left) / width
            line.fill = int(fill * 1000 + 0.5) / 1000 if 0.0 < fill < 1.0 else (1.0 if fill >= 1.0 else 0.0)
        if line.align == "center" and _as_first_lines(placed, edges, habit):
            line.align = "left"
        line.starts = _starts(before, placed, edges, page, habit, hang, under)
        if line.starts is not False:
            hang = _wording_behind_mark(row, line.text)
            set_in = habit.hanging.get(_kind(line.text)) if habit.hanging and starts_with_mark(line.text) else None
            under = row.x0 + set_in if set_in is not None else None
        before = (placed, edges, page)


@dataclass(frozen=True, slots=True)
class _Habit:
    """How a text sets its paragraphs: usual distance of baselines, points; where first lines begin behind the text's left edge, None
    where they do not begin at one place; whether paragraphs stand further apart than lines, and than which; how list items are set in."""

    pitch: float
    first: float | None
    apart: bool
    inside: float | None  # distance of lines in mid-sentence, where every list item stands further from the line above
    hanging: dict[str, float]  # how far behind their marks the further lines of list items begin, by kind of mark


def _habit(lines: list[tuple[Placed, Edges, int]]) -> _Habit:
    """As list markers tell it, with which no line goes on."""
    pitch = _usual_pitch(lines)
    marked = [(above, now) for above, now in itertools.pairwise(lines) if not now[0].block and starts_with_mark(now[0].line.text)]
    indents = Counter(round(now[0].row.x0 - now[1].left) for _, now in marked)
    usual, often = indents.most_common(1)[0] if indents else (0, 0)
    steps = [now[0].row.y - above[0].row.y for above, now in marked if above[2] == now[2] and not above[0].block]
    wide = len([1 for step in steps if step > _APART * pitch])
    going = [(above, now) for above, now in itertools.pairwise(lines) if now[0].line.text[:1].islower() and not (now[0].block or above[0].block)
             and (above[0].line.text[-1:].isalnum() or above[0].line.text[-1:] == ",")]  # the upper line's sentence goes on
    return _Habit(pitch, usual if usual > 8 and often >= max(_LEAST_MARKED, 0.5 * len(marked)) else None,
                  len(steps) >= _LEAST_MARKED and wide >= 0.9 * len(steps), _inside(going, steps), _hanging(going))


def _inside(going: list[tuple[tuple[Placed, Edges, int], tuple[Placed, Edges, int]]], starting: list[float]) -> float | None:
    """Distance of lines in mid-sentence, told by pairs of lines that go on; None where list items stand no further from the line above them."""
    steps = sorted([step for above, now in going if above[2] == now[2] and above[0].line.text[-1] != "," and (step := now[0].row.y - above[0].row.y) > 0])
    if not steps or len(starting) < _LEAST_MARKED:
        return None
    usual = steps[len(steps) // 2]
    return usual if steps[-1] <= _CLOSE * usual and sorted(starting)[len(starting) // 10] > _SURELY * usual else None


def _hanging(going: list[tuple[tuple[Placed, Edges, int], tuple[Placed, Edges, int]]]) -> dict[str, float]:
    """By kind of mark, how far behind it the second lines of its items begin that go on in a small letter, where most of them begin at
    one place inside the mark's."""
    behind: dict[str, list[float]] = {}
    for (above, _, _), (now, _, _) in going:
        step = now.row.x0 - above.row.x0
        if starts_with_mark(above.line.text) and not starts_with_mark(now.line.text):
            behind.setdefault(_kind(above.line.text), []).append(step)
    out: dict[str, float] = {}
    for kind, steps in behind.items():
        usual = sorted(steps)[len(steps) // 2]
        if len(steps) >= _LEAST_HANGING and usual > _SET_IN and len([1 for step in steps if abs(step - usual) <= 2.0]) >= 0.6 * len(steps):
            out[kind] = usual
    return out


def _kind(text: str) -> str:
    """The bullet itself, "" for numbers and letters."""
    return "" if text[0].isalnum() or text[0] == "(" else text[0]


def _as_first_lines(placed: Placed, edges: Edges, habit: _Habit) -> bool:
    """Whether a line begins where first lines do, and only for its length looks centred."""
    return habit.first is not None and not placed.block and abs(placed.row.x0 - edges.left - habit.first) <= 1.0 and (
        starts_with_mark(placed.line.text) or not placed.line.bold) and placed.row.x1 - placed.row.x0 > 0.5 * (edges.right - edges.left)


def _usual_pitch(lines: list[tuple[Placed, Edges, int]]) -> float:
    steps = sorted([b[0].row.y - a[0].row.y for a, b in itertools.pairwise(lines)
                    if a[2] == b[2] and not a[0].block and 5 < b[0].row.y - a[0].row.y < 40])
    return steps[len(steps) // 4] if steps else 16.0


def _starts(before: tuple[Placed, Edges, int] | None, now: Placed, edges: Edges, page: int, habit: _Habit,
            hang: float | None, under: float | None) -> bool | None:
    if before is None:
        return True
    prev, prev_edges, prev_page = before
    line, last = now.line, prev.line
    if now.block != prev.block:
        return True
    size = line.size or 12.0
    near = 0.75 * size
    if now.block:
        return True if starts_with_mark(line.text) else None
    goes_on = _within(prev, prev_edges, now, habit) if page == prev_page else False
    if hang is not None and abs(now.row.x0 - hang) <= 2.0 and not starts_with_mark(line.text) and (goes_on or prev_edges.right - prev.row.x1 < 3.0):
        return False
    if under is not None and abs(now.row.x0 - under) <= 2.0 and not starts_with_mark(line.text) \
            and not _fits(now.row.words[0], prev_edges.right - prev.row.x1, size):
        return False
    if line.align == "center":
        if last.align != "center":
            return True
        return True if line.bold != last.bold or abs(size - (last.size or size)) > 0.8 else None
    if last.align == "center":
        # An indented first line that stops as far from the margin looks centred, too.
        return not (line.text[:1].islower() and starts_with_mark(last.text))
    indent = now.row.x0 - edges.left
    prev_indent = prev.row.x0 - prev_edges.left
    first = now.row.words[0]
    room = prev_edges.right - prev.row.x1
    fitted = _fits(first, room, size)
    if page == prev_page:
        step = now.row.y - prev.row.y
        if step < 0:
            return True
        if step > 1.9 * habit.pitch or (step > 1.22 * habit.pitch and (fitted or indent > near)):
            return True
        if goes_on and indent < near:
            return False
        if habit.inside is not None and step > _SURELY * habit.inside and not line.text[:1].islower():
            return True
    if not fitted and _hangs(prev, now):
        return False
    if indent > near and indent > prev_indent + near:
        return True
    if fitted:
        # A table wider than the text makes full lines look short: what goes on in a small letter is left to the wording.
        return None if line.text[:1].islower() and last.text[-1:].isalnum() and line.bold == last.bold and not starts_with_mark(line.text) else True
    if indent > near:
        if abs(indent - prev_indent) <= near:
            # a hanging paragraph goes on (surely in mid-sentence; scans lose its mark), or each item begins at the same indent
            if line.text[:1].islower() and not starts_with_mark(line.text):
                return False
            return True if starts_with_mark(line.text) or prev.line.starts else None
        return None
    if starts_with_mark(line.text) and line.text[:1] not in "-–":
        return None
    return False


def _fits(run: Word, room: float, size: float) -> bool:
    """Whether the first word of a run would have fitted into the white at the end of the line above. Its share of the run's letters says
    too little of one in capitals ("HĐND và các …")."""
    need = room - 0.3 * size - 3.0
    word = first_word(run)
    return need > word and (need > 3 * word or need > 0.95e-3 * size * printed_width(run.text.partition(" ")[0]))


def _within(prev: Placed, edges: Edges, now: Placed, habit: _Habit) -> bool:
    """Whether a line stands no further below the one above, which is long, than lines of one paragraph, in a text that sets paragraphs
    apart: a line that is not justified may leave more white at its end than the next word takes."""
    line, last = now.line, prev.line
    return habit.apart and 0 < now.row.y - prev.row.y <= _CLOSE * habit.pitch and line.bold == last.bold and not starts_with_mark(line.text) \
        and prev.row.x1 > edges.left + 0.75 * (edges.right - edges.left)


def _wording_behind_mark(row: Row, text: str) -> float | None:
    """Where the wording of a list item begins whose mark stands out to the left (Word's lists)."""
    words = row.words
    return words[1].x0 if len(words) > 1 and words[1].x0 > row.x0 + 4.0 and starts_with_mark(text) else None


def _hangs(prev: Placed, now: Placed) -> bool:
    """Whether a line goes on under the wording of the list item above it, whose mark stands out to the left (Word's lists)."""
    text = now.line.text
    if starts_with_mark(text) and not (text[0] in "-–" and text[1:].lstrip()[:1].islower() and prev.line.text[-1:].isalnum()):
        return False                 # "… chính trị" / "- xã hội" goes on
    wording = _wording_behind_mark(prev.row, prev.line.text)
    return wording is not None and abs(now.row.x0 - wording) <= 2.0
