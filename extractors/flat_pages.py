"""Page numbers that stand among the lines of a flattened table: a bare number on a line of its own, about as many pages into
the dump as it says, without which its row reads better."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from extractors.document import Line
from extractors.flat_fit import FlatRow
from extractors.flat_known import cuts_word, numbers_month
from extractors.flat_rows import row_marks
from extractors.flat_stream import Stream

_PAGE = re.compile(r"[1-9]\d?")
_LEAST, _MOST = 16, 240  # lines of a page; pages of thin columns hold many
_MOST_HEADED = 300       # … of pages whose tops are told otherwise
_DOUBT = 0.5             # how much better a row with a column of figures must read without the number
_EVEN = -0.1             # … where it stands between blank lines, as numbers of pages do
_TRUST = 1.5             # how much worse a row of words may: a bare number on a line of its own is hardly one of them

Fit = tuple[Stream, list[FlatRow]]


@dataclass(frozen=True, slots=True)
class _Candidate:
    line: int   # index among the document's lines
    value: int


def is_page_number(lines: Sequence[Line], k: int, *, headed: bool = False) -> bool:
    """Whether line `k` may be a page's number: bare, and about that many pages behind the first line; `headed`: a table's header
    is repeated behind it, as on a page's top."""
    text = lines[k].text.strip()
    return _PAGE.fullmatch(text) is not None and _LEAST <= k / max(1, int(text) - 1) <= (_MOST_HEADED if headed else _MOST)


def _candidates(lines: Sequence[Line], body: Sequence[int], stream: Stream) -> list[_Candidate]:
    marks = row_marks(stream, 0, len(stream.words))
    digits = sum(mark.style in ("digit", "sub") for mark in marks) > 1  # else a lone "2" amid groups "I.", "II.", "III." counts no rows
    counting = [mark for mark in marks if digits or mark.style not in ("digit", "sub")]
    rows = {stream.words[k].line for mark in counting for k in range(mark.word, mark.word + mark.size)} if len(counting) >= 3 else set()
    rows.update(word.line for k, word in enumerate(stream.words) if k and word.first and cuts_word(stream, k))
    bare = {line.text.strip() for line in lines if len(line.text) < 8}
    known = {line.text.strip() for line in lines if line.furniture and len(line.text) < 8}  # no page has two numbers
    return [_Candidate(n, int(lines[n].text)) for at, n in enumerate(body)
            if at not in rows and lines[n].text.strip() not in known and is_page_number(lines, n) and _counted(bare, lines, n)]


def _counted(bare: AbstractSet[str], lines: Sequence[Line], n: int) -> bool:
    """Whether the number on line `n` is not wanted by the line before ("Tháng 5," over "11", "Tháng" over "12"), or goes on with the numbers of pages."""
    wanted = lines[n - 1].text.rstrip()[-1:] in (",", "-", "–") or numbers_month(lines[n - 1].text, lines[n].text.strip())
    return not wanted or str(int(lines[n].text) - 1) in {"1", *bare}


def without_page_numbers(lines: Sequence[Line], body: Sequence[int], fit: Callable[[Sequence[int]], Fit], figures: bool) -> tuple[Fit, list[int]]:
    """The table's rows as `fit` splits the lines `body`, and which of these lines are page numbers, left out of the rows.

    `figures`: the table has a column of figures, in which a bare number is no wonder.
    """
    whole = fit(body)
    found = _candidates(lines, body, whole[0])
    if not found or not whole[1]:
        return whole, []
    tried = {c.line for c in found}
    rest = [n for n in body if n not in tried]
    bare = fit(rest)
    gains: dict[int, tuple[float, int]] = {}
    for candidate in found:
        at = body.index(candidate.line)
        before = body[at - 1] if at else -1
        gain = _score_at(bare, rest, before) - _score_at(whole, body, candidate.line)
        if candidate.value not in gains or gain > gains[candidate.value][0]:
            gains[candidate.value] = (gain, candidate.line)
    out = sorted(line for gain, line in gains.values() if gain > ((_EVEN if _apart(lines, line) else _DOUBT) if figures else -_TRUST))
    if not out:
        return whole, []
    if len(out) == len(found):
        return bare, out
    return fit([n for n in body if n not in set(out)]), out


def _apart(lines: Sequence[Line], n: int) -> bool:
    """Whether blank lines part line `n` from both of its neighbours."""
    here, before, after = lines[n].place.lines, lines[n - 1].place.lines if n else None, lines[n + 1].place.lines if n + 1 < len(lines) else None
    return here is not None and before is not None and after is not None and here[0] - before[1] > 1 and after[0] - here[1] > 1


def _score_at(fitted: Fit, body: Sequence[int], line: int) -> float:
    """Score of the row in which line `line` stands, and of what stands under the same number."""
    stream, rows = fitted
    if line not in body:
        return 0.0
    at = body.index(line)
    for row in rows:
        if any(stream.words[k].line == at for k in range(row.lo, row.hi)):
            return row.cells.score
    return 0.0
