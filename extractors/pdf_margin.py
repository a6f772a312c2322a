"""Line numbers in the margin of a draft: drawn one below another in one go, left or right of all lines of the page. They belong to none."""

from __future__ import annotations

from itertools import pairwise

from extractors.pdf_word import Word

_RUN = "\n10\r\n11\r\n12\r\n"   # every page counts anew from 1, or else goes on
_GLUED = "123456789"         # what pdfium may make of single digits that stand one below another
_LEAST = 3                   # numbers of a page
_APART = 4.0                 # points between a number and the lines beside it
_GAP = 12.0                  # points of white that part two columns
_MOST = 1 / 3                # of the page's width: where the margin ends


def part_line_numbers(words: list[Word], text: str, width: float) -> tuple[list[Word], list[Word]]:
    """A page's words without the numbers of its lines, and those. Row numbers of a table have its other columns beside them."""
    if _RUN not in text:
        return words, []
    run = _run(words)
    if len(run) < _LEAST:
        return words, []
    if run[0] and words[run[0]].text == "10" and words[run[0] - 1].text == _GLUED:
        run.insert(0, run[0] - 1)
    low, high = min(words[k].x0 for k in run), max(words[k].x1 for k in run)
    taken = set(run)
    others = [word for k, word in enumerate(words) if k not in taken]
    beside = [word for word in others if words[run[0]].y - 1.0 < word.y < words[run[-1]].y + 1.0]
    left = high < _MOST * width and all(word.x0 > high + _APART for word in beside)
    right = low > (1 - _MOST) * width and all(word.x1 < low - _APART for word in beside)
    if not beside or not (left or right) or 2 * sum(_in_columns(words[k], beside) for k in run) >= len(run):
        return words, []
    return others, [words[k] for k in run]


def _in_columns(number: Word, beside: list[Word]) -> bool:
    """Whether white parts the line beside a number, as in a table whose row numbers are drawn in one go."""
    line = sorted((word for word in beside if abs(word.y - number.y) < 2.0), key=lambda word: word.x0)
    return any(after.x0 - word.x1 > _GAP for word, after in pairwise(line))


def _run(words: list[Word]) -> list[int]:
    """The places, in drawing order, of the longest run of numbers that count up by one, each lower on the page."""
    best: list[int] = []
    now: list[int] = []
    for k, word in enumerate(words):
        if word.text.isdecimal() and now and now[-1] == k - 1 and int(word.text) == int(words[k - 1].text) + 1 and word.y > words[k - 1].y:
            now.append(k)
        else:
            now = [k] if word.text.isdecimal() else []
        if len(now) > len(best):
            best = now
    return best
