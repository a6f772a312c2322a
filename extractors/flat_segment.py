"""Search the cells of a flattened table's row on one page: the best-scoring sequence of stretches, by dynamic programming."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractors.cell_kinds import is_ditto, is_measure
from extractors.flat_score import Scorer, opens_small
from extractors.flat_stream import SPACE
from extractors.flat_widths import fit_of_wrap, too_wide
from normalizers.text import CAPITALS

_PRUNE = -8.0
_CLOSED = -6.5     # a border that scores less is not tried
BEAM = 4            # ways to begin a row that a page may cut
_UNLIKELY = 0.5    # where no page is known to start, words that were never seen together hardly go on with each other
_EARLY = 1.0       # what a line costs that ends early beside the cell's other lines
_SHORT_LINE = 6    # behind a page break any word of a line this short may open the rest of a cell
_FIRST_LINE = 12   # … and of the first two lines, on which the rests of several cells stand
_INNER = re.compile(rf"[{CAPITALS}0-9≥≤<>%“(]")
_SMALL_OPENERS = frozenset(["các", "cơ", "đơn", "phòng", "ban", "ngành", "doanh", "trưởng", "từng", "văn", "trung", "báo", "thường", "hằng", "hàng", "quý", "tháng", "năm", "trước", "chậm", "ngay", "định", "nt", "như"])
_SMALL_BOUNDS = frozenset(["dưới", "trên", "đạt", "tối", "ít", "không"])  # … before a figure: "95 phút | dưới 80 phút", "2 | tối thiểu 4"
_BOUND_ENDS = {"tối": ("thiểu", "đa"), "ít": ("nhất",), "không": ("quá", "dưới")}
_SCALES = ("triệu", "tỷ", "nghìn", "ngàn")
_MOST_WORDS = {"time": 30, "measure": 8, "value": 45, "actual": 20, "lead": 60, "owner": 80, "support": 90, "note": 80, "budget": 20}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class RowCells:
    """Cells of one row: per column the stretches of words `[i, j)` (one per page that the row stands on), and a score."""

    cells: tuple[tuple[Span, ...], ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Borders:
    """Words before which a cell may start, the score of a border at each, and whether it opens a line; the last stands behind the row."""

    word: list[int]
    score: list[float]
    first: list[bool]

    def add(self, word: int, score: float, first: bool) -> None:
        self.word.append(word)
        self.score.append(score)
        self.first.append(first)


# A state of the search: score, and where it came from (border index, column, rank among that state's paths).
_Path = tuple[float, int, int, int]
# The most that words score in a column, and where a cell may end with its score but for its words.
_Ways = tuple[float, list[tuple[int, float]]]
# Borders of a stretch of words, and ways found there by column, part on the page before and border.
Seen = tuple[_Borders, dict[tuple[int, Span | None, int], _Ways]]
NOTHING = -1e9
_NO_WIDTH = 1e9
_ROUNDING = 1e-6
_VALUE_OPENS = frozenset("0123456789≥≤<>")


def borders_of(scorer: Scorer, lo: int, hi: int, cut: bool, unfinished: bool, parts: Iterable[Span | None] | None) -> _Borders:
    """Where cells of words `[lo, hi)` may start: line starts, and inside lines words that could open a cell.

    `cut`: a page break stands at one end; behind one (`parts` given), also words that go on with a part before it.
    """
    words = scorer.stream.words
    out = _Borders([lo], [0.0], [True])
    length: dict[int, int] = {}
    if parts is not None:
        for k in range(lo, hi):
            length[words[k].line] = length.get(words[k].line, 0) + 1
    measured = any(model.role == "measure" for model in scorer.models)
    for k in range(lo + 1, hi):
        word = words[k]
        opens = word.first or k in scorer.opening_labels or k in scorer.items or (measured and _opens_measure(scorer, k, hi)) or bool(_INNER.match(word.text)) or word.text.lower() in _SMALL_OPENERS or (len(word.text) < 6 and is_ditto(word.text.lower())) or scorer.no_value(k) or (word.text in _SMALL_BOUNDS and words[k - 1].text[:1].isalnum() and _bounds_figure(scorer, k, hi))
        if not opens and parts is not None:
            opens = length[word.line] <= (_FIRST_LINE if word.line - words[lo].line < 2 else _SHORT_LINE) or any(part is not None and scorer.joins(part, k) for part in parts)
        if opens:
            score = scorer.border(k, cut, unfinished)
            if score > _CLOSED or word.first:
                out.add(k, score, word.first)
    out.add(hi, 0.0, False)
    return out


def _bounds_figure(scorer: Scorer, k: int, hi: int) -> bool:
    """Whether the word of a bound at `k`, or its two words, stand before a figure: "trên 90", "không quá" over "5"."""
    words = scorer.stream.words
    ends = _BOUND_ENDS.get(words[k].text)
    at = k + 1 if ends is None else k + 2
    return at < hi and (ends is None or words[k + 1].text in ends) and words[at].text[:1].isdigit()


def _opens_measure(scorer: Scorer, k: int, hi: int) -> bool:
    """Whether a measure in small letters and then a value, or none, stand at word `k` of a line: "tuổi 73,1", "bác sĩ 15", "ha - 5"."""
    words = scorer.stream.words
    if k + 2 < hi and words[k + 1].first and words[k].text in _SCALES and (words[k + 1].text.startswith("đồng") or is_measure(scorer.text(k, k + 2))):
        return words[k + 2].text[:1] in _VALUE_OPENS or words[k + 2].first  # "… đầu người | triệu" over "đồng", "… đàn bò | nghìn" over "con"
    for m in range(k + 1, min(k + 3, hi - 1) + 1):
        if words[m].first or m >= len(words):
            return False
        if words[m].text[:1].isdigit() or words[m].text[:1] in "≥≤<>" or scorer.no_value(m):
            return is_measure(scorer.text(k, m))
    return False


def search(scorer: Scorer, lo: int, hi: int, keep: int, *, cut: bool = False, unfinished: bool = False,
            parts: Sequence[Span | None] | None = None, floor: float = NOTHING, seen: Seen | None = None) -> list[RowCells]:
    """The `keep` best splits of words `[lo, hi)` into cells, columns rising.

    `cut`: a page break stands at one end; `unfinished`: at the end, so cells may go on behind it. `parts`: stretches of the same row's cells on
    the page before, per column; a cell here then goes on with its part there. Splits that do not score above `floor` may be left out.
    `seen`: the borders, and what searches of the same words behind other parts found.
    """
    states, borders, empties = _states(scorer, lo, hi, keep, cut, unfinished, parts, False, floor, seen)
    return _best_ending(states, len(borders.word) - 1, borders.word, empties, keep)


def searches(scorer: Scorer, lo: int, ends: Sequence[int]) -> dict[int, list[RowCells]]:
    """The best beginnings of a row that a page may cut before one of the words `ends` (line starts, rising), by that word: what
    `search` finds for each, found together."""
    states, borders, empties = _states(scorer, lo, ends[-1], BEAM, True, True, None, False, ends=ends[:-1])
    stops = [*borders.word, *ends[:-1]]
    last = len(borders.word) - 1
    return {stops[at]: _best_ending(states, at, stops, empties, BEAM) for at in range(last, len(stops))}


def _best_ending(states: Sequence[Sequence[Sequence[_Path]]], at: int, stops: Sequence[int], empties: Sequence[float], keep: int) -> list[RowCells]:
    """The `keep` best splits of a row that ends at stop `at`."""
    n_cols = len(empties)
    done: list[tuple[float, int, int]] = []
    for column in range(n_cols):
        rest = sum(empties[column + 1:])
        done += [(path[0] + rest, column, rank) for rank, path in enumerate(states[at][column])]
    done.sort(key=lambda item: (-item[0], item[1], item[2]))
    return [_trace(states, at, stops, column, rank, score, n_cols) for score, column, rank in done[:keep]]


def split_rows(scorer: Scorer, lo: int, hi: int) -> list[RowCells]:
    """Best rows and cells of words `[lo, hi)` of a table without row numbers: after any column the next row may start."""
    n_cols = len(scorer.models)
    states, borders, _ = _states(scorer, lo, hi, 1, False, False, None, True)
    ends = [(states[-1][column][0][0], column) for column in range(n_cols) if states[-1][column]]
    if not ends:
        return []
    score, column = max(ends)
    rows: list[RowCells] = []
    cells: list[tuple[Span, ...]] = [()] * n_cols
    at = len(borders.word) - 1
    while column >= 0:
        _, before, last, _ = states[at][column][0]
        cells[column] = ((borders.word[before], borders.word[at]),)
        at, column = before, last
        if column >= n_cols or column < 0:
            rows.append(RowCells(tuple(cells), score / 10))
            cells = [()] * n_cols
            column = column - n_cols if column >= 0 else column
    return rows[::-1]


def _states(scorer: Scorer, lo: int, hi: int, keep: int, cut: bool, unfinished: bool, parts: Sequence[Span | None] | None,
            cyclic: bool, floor: float = NOTHING, seen: Seen | None = None, ends: Sequence[int] = ()) -> tuple[list[list[list[_Path]]], _Borders, list[float]]:
    """The search behind `search` and `split_rows`: best paths per border and last column. Ways that cannot end above `floor`
    may be left out. The states of rows that end before one of the words `ends`, which are borders, stand behind those of the borders."""
    stream_words = scorer.stream.words
    n_cols = len(scorer.models)
    borders, kept = seen or (borders_of(scorer, lo, hi, cut, unfinished, parts), {})
    count = len(borders.word)
    empties = [model.empty for model in scorer.models]
    if parts is not None:
        empties = [scorer.unresumed(part) if (part := parts[c]) else min(0.0, empties[c] + 2.0) for c in range(n_cols)]
    stops = [*borders.word, *ends]
    states: list[list[list[_Path]]] = [[[] for _ in range(n_cols)] for _ in stops]
    also = {borders.word.index(word): count + e for e, word in enumerate(ends)}
    columns = [_Column(scorer, c, parts is not None, parts[c] if parts is not None else None, kept, also) for c in range(n_cols)]
    rest: list[list[float]] | None = None
    ways: dict[tuple[int, int], _Ways] = {}
    if keep == 1 and not cyclic:
        rest, reached = _bounds(columns, borders, empties, cut, ways, floor - _ROUNDING)
        if rest[0][0] < floor - _ROUNDING:
            return states, borders, empties
        floor = max(floor, reached) - _ROUNDING
    for n in range(count - 1):
        i = borders.word[n]
        for column in columns:
            if rest is not None and (n, column.index) not in ways:
                continue
            entering = _entering(states, n, column.index, empties, keep)
            if cyclic and n and stream_words[i].first:
                entering = _next_row(states, n, column.index, empties, entering)
            if not entering:
                continue
            most, values = ways.get((n, column.index)) or column.ways(borders, n, cut, 130 if cyclic else 400)
            first = entering[0][0]
            for m, value in values:
                target = states[m][column.index]
                best = first + value + most
                if len(target) == keep and best <= target[-1][0]:
                    continue  # whatever the words are, another way there scores more
                if rest is None or best + rest[m][column.index + 1] >= floor:
                    _enter(target, entering, value + column.cell(i, stops[m]), n, keep)
    return states, borders, empties


@dataclass(frozen=True, slots=True)
class _Column:
    """A column while a row is searched: `part` is the stretch of its cell on the page before, where `resumed` behind a break."""

    scorer: Scorer
    index: int
    resumed: bool
    part: Span | None
    kept: dict[tuple[int, Span | None, int], _Ways]  # found ways by column, part and border
    also: Mapping[int, int]  # where the row may end before its last border: that border, and the place of the ending

    def cell(self, i: int, j: int) -> float:
        """Score of the words `[i, j)` as this column's cell, or as the rest of it."""
        if self.part is None:
            return self.scorer.span(self.index, i, j)
        return self.scorer.continued(self.index, self.part, i, j) - self.scorer.span(self.index, *self.part)

    def ways(self, borders: _Borders, n: int, cut: bool, longest: int) -> _Ways:
        """`_ways`, found once."""
        key = (self.index, self.part, n)
        found = self.kept.get(key)
        if found is None:
            found = self.kept[key] = self._ways(borders, n, cut, longest)
        return found

    def _ways(self, borders: _Borders, n: int, cut: bool, longest: int) -> _Ways:
        """Where a cell of this column that starts at border `n` may end, each with its score but for the words; and the
        most that any words score."""
        scorer, index, also = self.scorer, self.index, self.also
        words, scores, firsts = borders.word, borders.score, borders.first
        left, right, widths = scorer.left, scorer.right, scorer.widths
        wraps, paragraphs, wide = scorer.wraps(index), scorer.paragraphs_of(index), scorer.models[index].width or _NO_WIDTH
        i = words[n]
        edge = left[i]
        score = scores[n]
        if self.part is not None:
            score += _resumes(scorer, i, index, self.part)
            if not scorer.stream.words[words[0]].page_start and not scorer.joins(self.part, i):
                score -= _UNLIKELY
        else:
            score += scorer.opening(i, index) - (1.0 if self.resumed else 0.0)
        out: list[tuple[int, float]] = []
        lines = 0
        free = wide >= _NO_WIDTH  # no width is known: the cell's own lines still tell whether they were full
        widest, narrowest = 0.0, _NO_WIDTH
        limit = i + _MOST_WORDS.get(scorer.models[index].role, longest)
        last = len(words) - 1
        sticks = scorer.sticks_cut if cut else scorer.sticks
        inside, own = sticks[0]
        for m in range(n + 1, last):
            j = words[m]
            if j > limit or score < _PRUNE:
                break
            line = right[j - 1] - edge
            over = too_wide(line, wide) if line > wide else -_EARLY if line > 1.03 * narrowest else 0.0
            if also and m in also:
                out.append((also[m], score + over))
            first = firsts[m]
            if scores[m] > _CLOSED:
                out.append((m, score + over + (own if first else inside)))
            if first:
                score += wraps[j]
                if wide < _NO_WIDTH and (line > wide or not paragraphs[j]):
                    score += fit_of_wrap(line, SPACE + widths[j], wide)
                elif free and not paragraphs[j]:
                    full = line + SPACE + widths[j]
                    if full < 0.97 * widest:
                        score -= _EARLY * (2.0 - full / widest)
                    elif line > 1.03 * narrowest:
                        score -= _EARLY
                    widest, narrowest = max(widest, line), min(narrowest, full)
                edge = left[j]
                lines += 1
                if lines < 3:
                    inside, own = sticks[lines]
        else:
            if words[last] <= limit and score >= _PRUNE:
                line = right[words[last] - 1] - edge
                out.append((last, score + (too_wide(line, wide) if line > wide else -_EARLY if line > 1.03 * narrowest else 0.0)))
        if self.part is None:
            return scorer.most(index, i), out
        return scorer.most(index, self.part[0]) - scorer.span(index, *self.part), out


def _bounds(columns: Sequence[_Column], borders: _Borders, empties: Sequence[float], cut: bool,
            ways: dict[tuple[int, int], _Ways], floor: float) -> tuple[list[list[float]], float]:
    """For every border and column the most that the words from there can score in the columns from that one on, every cell at
    its best; and what the whole row truly scores along the way that looks best, where that may reach `floor`. Fills `ways`."""
    n_cols, last = len(columns), len(borders.word) - 1
    rest = [[NOTHING] * (n_cols + 1) for _ in borders.word]
    rest[last] = [sum(empties[c:]) for c in range(n_cols + 1)]
    chosen: dict[tuple[int, int], int] = {}
    for n in range(last - 1, -1, -1):
        row = rest[n]
        for c in range(n_cols - 1, -1 if n == 0 else 0, -1):
            most, values = found = columns[c].ways(borders, n, cut, 400)
            best, at = NOTHING, -1
            for m, value in values:
                total = value + rest[m][c + 1]
                if total > best:
                    best, at = total, m
            if at >= 0:
                ways[n, c] = found
                chosen[n, c] = at
            row[c] = max(best + most, row[c + 1] + empties[c])
    n = c = 0
    reached = 0.0
    if rest[0][0] < floor:
        return rest, NOTHING
    while n < last:
        while c < n_cols and ((n, c) not in chosen or rest[n][c + 1] + empties[c] >= rest[n][c]):
            reached += empties[c]
            c += 1
        if c == n_cols:
            return rest, NOTHING
        m = chosen[n, c]
        reached += dict(ways[n, c][1])[m] + columns[c].cell(borders.word[n], borders.word[m])
        n, c = m, c + 1
    return rest, reached + sum(empties[c:])


def _enter(target: list[_Path], entering: Sequence[_Path], value: float, n: int, keep: int) -> None:
    """Put the ways over border `n` with a cell of score `value` into the best ways `target`, at most `keep`."""
    for score, _, column, rank in entering:
        total = score + value
        if len(target) < keep:
            target.append((total, n, column, rank))
        elif total > target[-1][0]:
            target[-1] = (total, n, column, rank)
        else:
            break
        if keep > 1:
            target.sort(reverse=True)


def _entering(states: Sequence[Sequence[Sequence[_Path]]], n: int, column: int, empties: Sequence[float], keep: int) -> list[_Path]:
    """Best ways to stand before border `n` with `column` next: (score, border, last column, rank)."""
    if n == 0:
        return [(sum(empties[:column]), -1, -1, -1)]
    found: list[_Path] = []
    skipped = 0.0
    for last in range(column - 1, -1, -1):
        for rank, path in enumerate(states[n][last]):
            found.append((path[0] + skipped, n, last, rank))
        skipped += empties[last]
    if keep == 1:
        return [max(found)] if found else []
    found.sort(reverse=True)
    return found[:keep]


def _next_row(states: Sequence[Sequence[Sequence[_Path]]], n: int, column: int, empties: Sequence[float], entering: list[_Path]) -> list[_Path]:
    """Like `_entering`, or as the first cell of a new row if that scores more (the last column then counts past the end)."""
    n_cols = len(empties)
    best = entering[0] if entering else None
    for last in range(n_cols):
        for path in states[n][last][:1]:
            score = path[0] + sum(empties[last + 1:]) + sum(empties[:column])
            if best is None or score > best[0]:
                best = (score, n, last + n_cols, 0)
    return [best] if best else []


def _trace(states: Sequence[Sequence[Sequence[_Path]]], at: int, stops: Sequence[int], column: int, rank: int, score: float, n_cols: int) -> RowCells:
    cells: list[tuple[Span, ...]] = [()] * n_cols
    while column >= 0:
        _, before, last, last_rank = states[at][column][rank]
        cells[column] = ((stops[before], stops[at]),)
        at, column, rank = before, last, last_rank
    return RowCells(tuple(cells), score)


def _resumes(scorer: Scorer, k: int, column: int, part: Span) -> float:
    """Score of a cell going on behind a page break at word `k`, its part before the break being `part`."""
    words = scorer.stream.words
    before = words[part[1] - 1].text
    score = scorer.resumed(part, k) + (0.6 if opens_small(words[k].text) else -1.0 if before[-1:] == "." else 0.0)
    if not words[k].first and opens_small(words[k].text) and not scorer.joins(part, k):
        score -= _UNLIKELY  # behind other words of its line a rest rather opens with what is known to follow
    width = scorer.models[column].width
    if width:
        start = part[1] - 1
        while start > part[0] and not words[start].first:
            start -= 1
        line = scorer.right[part[1] - 1] - scorer.left[start]
        slack = (width - line - SPACE - words[k].width) / width
        score += 0.6 if slack <= 0.05 else -(0.4 + 3.0 * slack)
    return score
