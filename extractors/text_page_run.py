"""The numbers of a text dump's pages as one run over the whole dump: on tops of short pages before an appendix, past pages that print
none, and among the row numbers of tables."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from extractors.document import Line
from extractors.flat_known import completes_date, numbers_month
from normalizers.text import CAPITALS, fold

_BARE = re.compile(r"\d{1,2}")
_ROW = re.compile(rf"\s*(\d{{1,3}})((?:\.\d{{1,3}})+)?(?:\s+(?=[{CAPITALS}“\"(])|\s*$)")
# What opens a page of its own: the title of an appendix, or the head of the plan behind the decision that issues it.
_ANNEX = re.compile(r"(?:PHỤ LỤC|PHỤ BIỂU|BIỂU (?:MẪU|SỐ)|MẪU SỐ)(?: |:|$)|(?:Phụ lục|Phụ biểu|Biểu(?: số)?|Mẫu số)(?: số)? ?(?:[IVX]{1,4}|\d{1,2})(?:$| ?[:.–-] ?\S| [A-ZĐ]{2})")
_HEADS = ("ủy ban nhân dân", "cộng hòa xã hội", "đảng cộng sản", "hội đồng nhân dân", "đảng ủy")
_SHORTEST, _USUAL, _LONGEST = 18, 28, 130  # lines of a page
_MOST_ROW = 40    # lines of a row
_NEAR = 3         # row numbers that tell what a bare one between them is
_LEAST = 1.6      # what a run must score at least
_SKIP = 0.5       # what a page without a number costs
_BROKEN = 0.8     # … and the start of a page that no number tells
_TOP = 1.5        # what a number right before such a start is worth besides
_HEADER = 0.6     # … and one before the header that is repeated
_ROWLIKE = 2.0    # what it costs to be the next of the row numbers around
_LIKE = 0.7       # of two such places for one page's number, how much better the one must be
_ITEM = re.compile(r"(?:[-–+*•]\s*[^\W\d]|\d{1,2}(?:\.\d{1,2})*\.\s|[a-zđ]\)\s)")  # prose goes on with it, as no row's wording does
_PROSE = 0.2      # what is left of a number's likeness to a row's before it
_LAST = 0.75      # how much a number is a row's by what stands above it alone
_TWIN = 0.7       # … and where another line near opens with the same number
_FEW_BLANKS = 0.1
_ROUNDS = 2      # the second knows which neighbours are pages themselves
_HEAD = 15        # lines of a document's head


def page_run(lines: Sequence[Line], gaps: Sequence[int]) -> list[int]:
    """Indexes of the lines that number the pages of a dump; [] where nothing tells that it has such numbers. `gaps`: blank lines before each
    line. A number that might as well stand elsewhere between its neighbours is left out: its table tells where."""
    found = _candidates(lines, gaps)
    if not found:
        return []
    broken = [k for k in range(_HEAD, len(lines)) if _opens_page(lines, k)]
    worth = [_worth(lines, k, value, broken) for k, value in found]
    run: list[int] = []
    for _ in range(_ROUNDS):
        pages = {found[b][0] for b in run}
        score = [w - _ROWLIKE * r for w, r in zip(worth, _rowlike(lines, found, pages), strict=True)]
        again = _best_run(len(lines), found, score, broken)
        if again == run:
            break
        run = again
    return [found[b][0] for n, b in enumerate(run) if not _doubtful(found, score, run, n)]


def _best_run(count: int, found: Sequence[tuple[int, int]], score: Sequence[float], broken: Sequence[int]) -> list[int]:
    """Which of the bare numbers make the best run over a dump of `count` lines; [] where even that is none."""
    best: list[tuple[float, int]] = []
    for b, (k, value) in enumerate(found):
        top = max([(_from_start(k, value, broken), -1), *((best[a][0] - cost, a) for a in range(b) if (cost := _between(found[a], (k, value), broken)) is not None)])
        best.append((top[0] + score[b], top[1]))
    total, at = max((best[b][0] - _to_end(count, k, broken), b) for b, (k, _) in enumerate(found))
    run: list[int] = []
    while at >= 0 and total >= _LEAST:
        run.append(at)
        at = best[at][1]
    return run[::-1]


def _candidates(lines: Sequence[Line], gaps: Sequence[int]) -> list[tuple[int, int]]:
    """Lines that are a bare number, and the number. A page starts behind a blank line wherever a dump has such lines."""
    blanks = sum(gap > 0 for gap in gaps) > _FEW_BLANKS * len(lines)
    return [(k, int(text)) for k, line in enumerate(lines) if len(line.text) < 12 and _BARE.fullmatch(text := line.text.strip()) and text[0] != "0"
            and (k == 0 or not blanks or gaps[k]) and not (k and (numbers_month(lines[k - 1].text, text) or completes_date(lines[k - 1].text, text)))]


def _opens_page(lines: Sequence[Line], k: int) -> bool:
    text = lines[k].text.strip()
    if text[:1] not in "PBMỦCĐH" or not (_ANNEX.match(text) or (text.isupper() and fold(text).startswith(_HEADS))):
        return False
    before = lines[k - 1].text.rstrip()
    return not text.endswith((".", ";")) and before[-1:] not in ",;:" and not (text[1:2].islower() and before[-1:].isalpha() and len(before) > 60)


def _worth(lines: Sequence[Line], k: int, value: int, broken: Sequence[int]) -> float:
    """How much the bare number on line `k` looks like a page's by what stands beside it."""
    worth = 1.0
    after = lines[k + 1].text.strip() if k + 1 < len(lines) else ""
    before = lines[k - 1].text.strip() if k else ""
    if _in(broken, k + 1):
        worth += _TOP
    elif after and any(line.text.strip() == after for line in lines[max(0, k - 400):k]) and (after[:3].lower() in ("stt", "tt ", "tt", "số ") or (k + 2 < len(lines) and after != lines[k + 2].text.strip() and any(
            lines[n].text.strip() == after and lines[n + 1].text.strip() == lines[k + 2].text.strip() for n in range(max(0, k - 400), k - 1)))):
        worth += _HEADER
    if before[-1:] in ",-–(/":
        worth -= 1.0
    return worth - 0.4 * ((before[:1].isdigit() and before.isdecimal()) + after.isdecimal())


def _rowlike(lines: Sequence[Line], found: Sequence[tuple[int, int]], pages: Collection[int]) -> list[float]:
    """Per bare number, how much it is the next of the row numbers near it, 0–1; the numbers on lines `pages` are none."""
    numbers = [(k, int(m[1]), bool(m[2])) for k, line in enumerate(lines) if k not in pages and line.text.lstrip()[:1].isdecimal() and (m := _ROW.match(line.text))]
    places = [k for k, _, _ in numbers]
    out: list[float] = []
    for k, value in found:
        if k == 0:
            out.append(0.0)
            continue
        n = bisect_left(places, k)
        above = [(v, sub, _weight(k - line)) for line, v, sub in numbers[max(0, n - _NEAR):n] if k - line <= _MOST_ROW]
        n += n < len(numbers) and places[n] == k
        below = [(v, sub, _weight(line - k)) for line, v, sub in numbers[n:n + _NEAR] if line - k <= _MOST_ROW]
        if any(v == value + 1 for v, _, _ in above[-1:]) or any(v == value - 1 > 1 and not sub for v, sub, _ in below[:1]):
            out.append(0.0)  # out of the rows' order
            continue
        twin = any(v == value and not sub for v, sub, _ in (*above, *below))  # another line opens with the same number
        follows = max((w for v, _, w in above if v == value - 1), default=0.4 if value == 1 and not above else 0.0)
        leads = max((w for v, sub, w in below if (v == value + 1 and not sub) or (v == value and sub)), default=0.0)
        prose = k + 1 < len(lines) and _ITEM.match(lines[k + 1].text.lstrip()) is not None
        out.append(((follows + leads) / 2 if follows and leads else max(_LAST * follows, 0.4 * leads)) * (_PROSE if prose else _TWIN if twin else 1.0))
    return out


def _weight(length: int) -> float:
    """How well a row holds so many lines."""
    return 1.0 if length < _SHORTEST else 0.8 if length < _USUAL else 0.15


def _in(places: Sequence[int], k: int) -> bool:
    n = bisect_left(places, k)
    return n < len(places) and places[n] == k


def _span_cost(length: int, pages: int, breaks: int, headed: bool) -> float:
    """What it costs that `pages` pages, `breaks` of which are seen to start, hold `length` lines; `headed`: the number behind them stands
    before such a start, which may cut the page short."""
    told = min(breaks, pages - 1)
    cost = _SKIP * (pages - 1 - told) ** 2 + 0.1 * told + _BROKEN * max(0, breaks - pages + 1)
    short = _SHORTEST * (pages - told - headed)
    if length < short:
        cost += 2.0 if pages - told == 1 else 1.0
    return cost + max(0.0, length / pages - _LONGEST) / 60


def _between(a: tuple[int, int], b: tuple[int, int], broken: Sequence[int]) -> float | None:
    if not 1 <= b[1] - a[1] <= 4:
        return None
    breaks = bisect_right(broken, b[0]) - bisect_right(broken, a[0] + 1)
    return _span_cost(b[0] - a[0], b[1] - a[1], breaks, _in(broken, b[0] + 1))


def _from_start(k: int, value: int, broken: Sequence[int]) -> float:
    if k == 0:
        return 0.0 if value == 1 else -9.0
    if value > 5:
        return -9.0
    return -_span_cost(k, max(1, value - 1), bisect_right(broken, k), _in(broken, k + 1)) - 0.5 * (value == 1)


def _to_end(count: int, k: int, broken: Sequence[int]) -> float:
    breaks = len(broken) - bisect_right(broken, k + 1)
    return 0.4 * breaks + max(0.0, (count - k) / (breaks + 1) - _LONGEST) / 60


def _doubtful(found: Sequence[tuple[int, int]], score: Sequence[float], run: Sequence[int], n: int) -> bool:
    """Whether another line between the neighbours of the run's number `n` might be that page's as well."""
    lo = run[n - 1] if n else -1
    hi = run[n + 1] if n + 1 < len(run) else len(found)
    return any(b != run[n] and found[b][1] == found[run[n]][1] and score[b] > score[run[n]] - _LIKE for b in range(lo + 1, hi))
