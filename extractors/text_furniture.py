"""Lines of a text dump that are no content: page numbers, running headers, separators, digital-signature residue."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from extractors.document import Line
from extractors.flat_header import find_header
from extractors.flat_known import completes_date, numbers_month
from extractors.text_page_lines import at_form_feeds, next_page, page_lines
from extractors.text_page_run import page_run
from extractors.text_signatures import mark_signatures
from normalizers.text import fold

_BARE_NUMBER = re.compile(r"\d{1,3}")
_DRESSED_NUMBER = re.compile(r"[-–—|] ?\d{1,3} ?[-–—|]|(?:trang|page) \d{1,3}(?: ?(?:/|trên|of) ?\d{1,3})?|\d{1,3} ?/ ?\d{1,3} trang", re.IGNORECASE)
_SEPARATOR = re.compile(r"[-_=*~.·–—…•⁎∗ ]{3,}|[_–—]{2,}")
_LEADING_NUMBER = re.compile(r"\s*(\d{1,3})((?:\.\d{1,3})+)?[.)]?(?:\s+(?=[^\W\d]|[“\"(\-])|\s*$)")  # no "18 30 - 35 > 60"
_ITEM = re.compile(r"\s*(?:[-–+*•o\uf000-\uf0ff]\s|(?:[a-zđ]|\d{1,2})[.)]\s|\(\d{1,2}\) |\d{1,2}(?:\.\d{1,2})+\.? |[IVX]{1,5}[.)/]|(?:Phần|PHẦN|Điều|MỤC|Mục|Chương) )")  # begins an item or section
_WIDE = 65  # characters of a line that no column of a table holds
_HALF_NUMBER = re.compile(r"\d{1,2}\.")  # a row's number cut in a column of one letter's width: "4." over "1"
_ENDS_NUMBERED = re.compile(r"(\s*[^\W\d]\S*(?: \S+){4,16}?) {1,20}(\d{1,2})")
_FEW_LINES = 12  # of a page whose title tells it
_SHORTEST, _LONGEST = 18, 130  # lines of a page
_LONGEST_THIN = 240           # … of thin columns
_AMID = 3        # figures that open lines between two row numbers, and one
_ROW = -0.5      # what a number that the row numbers around want counts among page numbers
_FEW_PAGES = 3   # page numbers that tell for themselves
_TOP = 0.1       # … and what a table's header below it adds
_MOST_ROW = 40   # lines of a row of a table in thin columns
_HEADER = 24  # lines of a header in thin columns
_TITLE = 12   # … and of a group's title
_GROUP = re.compile(r"\s*(?:[IVX]{1,5}|[A-H])[.)]?(?:\s|$)")
_FIRST_GROUP = re.compile(r"\s*[IA][.)]?(?:\s|$)")
_UNEVEN = 0.6   # what a page of a few lines costs among numbers of pages, and a table's header on a page's top earns
_UNNUMBERED = 0.15  # … and what a page without a number costs, as the first of an appendix in a section of its own
_COUNTED = 1.2  # … and what it costs to be the next of the row numbers around


def mark_furniture(lines: Sequence[Line]) -> None:
    """Set `furniture` on lines (non-blank, in order) that evidence shows to be no content of the plan."""
    gaps = [_gap(lines, k) for k in range(len(lines) + 1)]
    for k in page_lines(lines):
        lines[k].furniture = True
    _page_numbers(lines, gaps)
    mark_signatures(lines)
    for line in lines:
        if _SEPARATOR.fullmatch(line.text.strip()):
            line.furniture = True
    _running(lines, gaps)
    _numbered(lines)


def _gap(lines: Sequence[Line], k: int) -> int:
    """Blank physical lines before line `k`."""
    if k == 0 or k >= len(lines):
        return 0
    a, b = lines[k - 1].place.lines, lines[k].place.lines
    return b[0] - a[1] - 1 if a and b else 0


def _page_numbers(lines: Sequence[Line], gaps: Sequence[int]) -> None:
    found: list[tuple[int, int]] = []
    dressed: list[int] = []
    for k, line in enumerate(lines):
        text = line.text.strip()
        if _DRESSED_NUMBER.fullmatch(text):
            line.furniture = True
            dressed += [int(n) for n in re.findall(r"\d+", text)[:1]]
        elif _BARE_NUMBER.fullmatch(text) and not _completes(lines, k):
            found.append((k, int(text)))
    usual = Counter(gaps[1:-1]).most_common(1)[0][0] if len(gaps) > 8 else 0
    pages = 1
    page_of: list[int] = []
    for line in lines:
        pages += line.text.count("\f")
        page_of.append(pages)
    if pages > 1 and (fed := at_form_feeds(lines, found, page_of)):
        for k in fed:
            lines[k].furniture = True
        return  # another number is a row's
    for k, value in found:
        torn = "\f" in lines[k].text or (k + 1 < len(lines) and "\f" in lines[k + 1].text[:2])
        # Beside a form feed, the number of that page; another number there is a row's.
        torn = torn and abs(page_of[k] - value) <= 1
        # A page number stands apart: more blank lines before it than cells or paragraphs ever have.
        if torn or gaps[k] >= max(3, usual + 2) or _inside_sentence(lines, k, value) or (value > 1 and k and lines[k - 1].text.rstrip().endswith("./.")):
            lines[k].furniture = True
    if len(dressed) >= 2 and all(0 < b - a <= 2 for a, b in itertools.pairwise(dressed)):
        return  # pages numbered "Trang 2/7" or "- 2 -" have no bare number besides
    apart = [(k, v) for k, v in found if gaps[k] > usual or gaps[k + 1] > usual or (lines[k + 1 : k + 2] and lines[k + 1].text[:1] in " \f")]
    if len(found) == 2 and [v for _, v in found] == [2, 3]:
        # A document of three pages without row numbers: its only bare numbers, one page from the start and from each other.
        first, step = found[0][0], found[1][0] - found[0][0]
        if 18 <= step <= 130 and 0.7 * step <= first <= 1.35 * step:
            for k, _ in found:
                lines[k].furniture = True
    if found and found[:-1] in ([], [(0, 1)]) and _second_page(lines, *found[-1]):
        for k, _ in found:
            lines[k].furniture = True
    numbered: set[int] = set()  # pages whose numbers are known: no page has two
    amid = _among_rows(lines, found)
    run = page_run(lines, gaps)
    if run and _counts_rows(lines, found, run):
        run = []
    for k in run or _from_first_line(lines, found) or _counted_through(lines, found, amid) or _page_run(found, amid, len(lines)):
        lines[k].furniture = True
        numbered.add(int(lines[k].text))
    rows = {k: share for (k, _), share in zip(found, amid, strict=True)}
    for chain, regular in ((_page_chain(lines, apart, rows), False), (_page_chain(lines, found, rows), True)):
        steps = [b - a for a, b in itertools.pairwise(chain)]
        # Without a gap on the page only an even beat tells page numbers from the row numbers of a table.
        # So does it where the dump has hardly a bare number besides, as where row numbers stand before their wording.
        alone = len(chain) == len(found) or (len(chain) >= 4 and len(found) < 2 * len(chain) and 18 <= chain[0] <= 130)
        if chain and _counts_rows(lines, found, chain):
            continue
        if len(chain) >= 3 and (not regular or max(steps) <= 1.35 * min(steps) or alone):
            for k in chain:
                lines[k].furniture = lines[k].furniture or (int(lines[k].text) not in numbered and _in_order(lines, run, k))


def _in_order(lines: Sequence[Line], run: Sequence[int], k: int) -> bool:
    """Whether the number on line `k` goes with the numbers of pages known before and behind it."""
    return all((int(lines[n].text) < int(lines[k].text)) == (n < k) for n in run)


def _completes(lines: Sequence[Line], k: int) -> bool:
    """Whether line `k` is the rest of a date or a row's number that a thin column cut."""
    text = lines[k].text.strip()
    return k > 0 and len(text) < 4 and (numbers_month(lines[k - 1].text, text) or completes_date(lines[k - 1].text, text) or _HALF_NUMBER.fullmatch(lines[k - 1].text.strip()) is not None)


def _second_page(lines: Sequence[Line], k: int, value: int) -> bool:
    """Whether the only bare number of a dump numbers its second and last page: a "2" one page into it, with an item's mark or a
    section on the next line, where a row's number has the row's wording, or between two lines as wide as the page."""
    if value != 2 or not 20 <= k <= 75 or not 1 < len(lines) - k <= 1.4 * k + 10:
        return False
    return _ITEM.match(lines[k + 1].text) is not None or min(len(lines[k - 1].text.strip()), len(lines[k + 1].text.strip())) >= _WIDE


def _counts_rows(lines: Sequence[Line], found: Sequence[tuple[int, int]], chain: Sequence[int]) -> bool:
    """Whether bare numbers at an even beat are a table's row numbers: the first, a "1", stands right behind a header, or the numbers
    before them and behind them count on nearer than pages do, or those before the first and behind the last go on with them
    ("1 Quý I/2026 …", "2", "3", "4", "5 Tháng 6 …")."""
    found = sorted({*found, *((k, int(lines[k].text)) for k in chain)})
    at = {k: n for n, (k, _) in enumerate(found)}

    def near(k: int, step: int) -> bool:
        n = at[k] + step
        return 0 <= n < len(found) and found[n][0] not in chain and found[n][1] == found[at[k]][1] + step and abs(found[n][0] - k) < _SHORTEST

    if 2 * sum(near(k, -1) for k in chain) >= len(chain) or (near(chain[0], -1) and near(chain[-1], 1)):
        return True
    numbers = [(k, int(m[1])) for k, line in enumerate(lines) if (m := _LEADING_NUMBER.match(line.text)) and not m[2] and not _completes(lines, k)]
    before = next((value for k, value in reversed(numbers) if chain[0] - _MOST_ROW < k < chain[0]), None)
    after = next((value for k, value in numbers if chain[-1] < k < chain[-1] + _MOST_ROW), None)
    if before == found[at[chain[0]]][1] - 1 and after == found[at[chain[-1]]][1] + 1:
        return True
    if chain == [chain[0]] and found[at[chain[0]]][1] == 1 and after == 2 and chain[0] and _GROUP.match(lines[chain[0] - 1].text):
        return True  # "C. Về môi trường" over "1", and "2" on the next row
    k = found[at[chain[0]] - 1][0] if near(chain[0], -1) else chain[0]
    return found[at[k]][1] == 1 and any((header := find_header(lines, n)) is not None and (header.last == k - 1 or _titles(lines, header.last + 1, k))
                                       for n in range(max(0, k - _HEADER - _TITLE), k))


def _titles(lines: Sequence[Line], first: int, k: int) -> bool:
    """Whether lines `[first, k)`, below a table's header, are the title of its first group: "I Nâng cao nhận thức"."""
    return 0 < k - first <= _TITLE and _FIRST_GROUP.match(lines[first].text) is not None


def _inside_sentence(lines: Sequence[Line], k: int, value: int) -> bool:
    """Whether a bare number stands in the middle of a sentence of prose, about as many pages into the dump as it says."""
    if value < 2 or not 0 < k < len(lines) - 1 or not 18 <= k / (value - 1) <= 130:
        return False
    before, after = lines[k - 1].text.strip(), lines[k + 1].text.strip()
    return len(before.split()) >= 10 and before[-1].isalnum() and after[:1].islower()


def _among_rows(lines: Sequence[Line], found: Sequence[tuple[int, int]]) -> list[float]:
    """Per bare number, how much it is the next of the row numbers around it (5, "6", 6.1), 0–1."""
    numbers: list[tuple[int, int, bool]] = []
    for k, line in enumerate(lines):
        m = _LEADING_NUMBER.match(line.text)
        if m and not _completes(lines, k):
            numbers.append((k, int(m[1]), bool(m[2])))
    at = {k: n for n, (k, _, _) in enumerate(numbers)}
    out: list[float] = []
    for k, value in found:
        n = at.get(k)
        before = numbers[n - 1] if n else None
        after = numbers[n + 1] if n is not None and n + 1 < len(numbers) else None
        follows = before is not None and before[1] == value - 1
        leads = after is not None and (after[1] == value + 1 if not after[2] else after[1] == value)
        ends = (before is not None and after is not None and follows and k - before[0] <= _MOST_ROW and after[1:] == (1, False)
                and any(_GROUP.match(line.text) for line in lines[k + 1:after[0]]))  # the rows of the next group count anew
        out.append(1.0 if (follows and leads) or ends or (n is not None and _wanted(numbers, n)) else 0.3 if follows or leads else 0.0)
    return out


def _wanted(numbers: Sequence[tuple[int, int, bool]], n: int) -> bool:
    """Whether the rows around want the bare number `n` among them: the one before it and the one behind it open lines near, past a figure
    or two that do so too ("31/12/202" over "5"), and no other line near opens with it."""
    k, value, _ = numbers[n]
    above = [(v, part) for line, v, part in numbers[max(0, n - _AMID):n] if k - line <= _MOST_ROW]
    below = [(v, part) for line, v, part in numbers[n + 1:n + 1 + _AMID] if line - k <= _MOST_ROW]
    return any(v == value - 1 for v, _ in above) and any(v == value + 1 for v, _ in below) and all(v != value or part for v, part in (*above, *below))


def _page_run(found: Sequence[tuple[int, int]], rows: Sequence[float], count: int) -> list[int]:
    """Page numbers 2, 3, 4 … over a whole dump of `count` lines, one for each page but a few, at an even beat; [] where
    the evidence is thin. `rows` as from `_among_rows`. Row numbers of a table neither start one page into the dump nor last to its end."""
    # Per pair of numbers in a row: score of the best run that ends with it, and the pair before.
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for b, (k, value) in enumerate(found):
        if 2 <= value <= 4 and 18 <= k / (value - 1) <= 130:
            best[-1, b] = (1.0 - 0.5 * (value - 2) - 0.7 * rows[b], -2)
        for a in range(b - 1, -1, -1):
            step = value - found[a][1]
            if k - found[a][0] > 400:
                break
            if not 1 <= step <= 3 or not 18 <= (k - found[a][0]) / step <= 130:
                continue
            beat = (k - found[a][0]) / step
            for before in range(-1, a):
                old = best.get((before, a))
                if old is None:
                    continue
                last = found[a][0] / (found[a][1] - 1) if before < 0 else (found[a][0] - found[before][0]) / (found[a][1] - found[before][1])
                ratio = max(beat, last) / min(beat, last)  # pages of a dump hold more lines where columns are thin
                if ratio > 3.0:
                    continue
                score = old[0] + 1.0 - 0.5 * (step - 1) - 0.6 * (ratio - 1.0) - 0.7 * rows[b]
                if (a, b) not in best or score > best[a, b][0]:
                    best[a, b] = (score, before)
    ends = []
    for (a, b), (score, _) in best.items():
        if a >= 0:
            beat = (found[b][0] - found[a][0]) / (found[b][1] - found[a][1])
            if count - found[b][0] <= 1.7 * max(beat, 30):
                ends.append((score, a, b))
    for score, a, b in sorted(ends, reverse=True):
        run = [b]
        while a >= 0:
            run.append(a)
            a, b = best[a, b][1], a
        # One missing page or an uneven beat costs what a page number is worth.
        if len(run) >= 2 and score >= (0.6 if len(run) >= 5 else 0.85) * len(run):
            return [found[n][0] for n in reversed(run)]
    return []


def _from_first_line(lines: Sequence[Line], found: Sequence[tuple[int, int]]) -> list[int]:
    """Page numbers 1, 2, 3 … of a dump that opens with its "1", whatever the beat: a page may hold a line or two. Of several lines
    with one number the one that best stands where a page starts; a page may have none where only a row's number would do. [] where no
    run leads to the last page, or where its pages would be too short or too long on the whole."""
    if not found or found[0] != (0, 1):
        return []
    rows = _among_rows(lines, found)
    best: dict[int, tuple[float, int]] = {0: (0.0, -1)}
    ends: list[tuple[float, int]] = []
    for b, (k, value) in enumerate(found[1:], 1):
        before = [(best[a][0] - (_UNEVEN if k - found[a][0] < _SHORTEST else 0.0), a) for a in range(b) if found[a][1] == value - 1 and a in best]
        before += [(best[a][0] - _UNNUMBERED, a) for a in range(b) if found[a][1] == value - 2 and a in best and k - found[a][0] >= 2 * _SHORTEST
                   and all(_between_rows(lines, *found[c], (found[a][0], k)) for c in range(a + 1, b) if found[c][1] == value - 1)]
        if not before:
            continue
        score, a = max(before)
        top = _UNEVEN if k + 1 < len(lines) and find_header(lines, k + 1) is not None else 0.0
        best[b] = (score + 1.0 + top - _COUNTED * rows[b], a)
        if value >= 3 and len(lines) - k <= 130 and 18 <= k / (value - 1) <= 130:
            ends.append((best[b][0], b))
    run: list[int] = []
    at = max(ends)[1] if ends else -1
    while at >= 0:
        run.append(found[at][0])
        at = best[at][1]
    return run[::-1]


def _between_rows(lines: Sequence[Line], k: int, value: int, pages: Collection[int]) -> bool:
    """Whether lines near the bare number `value` on line `k`, other than those of the `pages` before and behind it, open with the numbers
    before and behind it."""
    def opens(near: range, number: int) -> bool:
        return any((m := _LEADING_NUMBER.match(lines[n].text)) and int(m[1]) == number and not m[2] for n in near if n not in pages)

    return opens(range(max(0, k - _MOST_ROW), k), value - 1) and opens(range(k + 1, min(k + _MOST_ROW, len(lines))), value + 1)


def _counted_through(lines: Sequence[Line], found: Sequence[tuple[int, int]], rows: Sequence[float]) -> list[int]:
    """All bare numbers of a dump where they are 2, 3, 4 … to the end, however short a page is (that of a signature before an appendix), and no
    row numbers around want one of them; [] elsewhere."""
    if len(found) < _FEW_PAGES or [value for _, value in found] != [*range(2, len(found) + 2)]:
        return []
    k, value = found[-1]
    if not _SHORTEST <= k / (value - 1) <= _LONGEST or found[0][0] < _SHORTEST:
        return []
    pages = {k for k, _ in found}
    numbers = [k for k, line in enumerate(lines) if _LEADING_NUMBER.match(line.text)]
    before = dict(zip(numbers[1:], numbers, strict=False))
    return [] if any(row >= 1.0 and before.get(k) not in pages for (k, _), row in zip(found, rows, strict=True)) else [k for k, _ in found]


def _page_chain(lines: Sequence[Line], found: Sequence[tuple[int, int]], rows: Mapping[int, float]) -> list[int]:
    """The best run of numbers 2, 3, 4 … that stand about one page apart (row numbers of a table stand closer, `rows` tells how much each is
    one of them, by line). A page of thin columns holds many lines, where a table's header stands on the next page's top."""
    numbers = [k for k, line in enumerate(lines) if _LEADING_NUMBER.match(line.text) and not _completes(lines, k)] if 1.0 in rows.values() else []
    before = dict(zip(numbers[1:], numbers, strict=False))
    best: list[tuple[float, list[int]]] = []
    for n, (k, value) in enumerate(found):
        top = k + 1 < len(lines) and find_header(lines, k + 1) is not None
        score, chain = 0.5 if rows[k] == 1.0 else 1.0 + _TOP * top, [k]
        for j in range(n):
            step = k - found[j][0]
            if found[j][1] != value - 1 or step < _SHORTEST:
                continue
            amid = rows[k] == 1.0 and (step <= _MOST_ROW or before.get(k) != found[j][0])  # what counts on from the page before alone is no row
            if step > _LONGEST and (amid or step > _LONGEST_THIN or not top):
                continue
            old, run = best[j]
            gain = _ROW if amid else 1.0 + _TOP * top
            if old + gain > score:
                score, chain = old + gain, run if amid else [*run, k]
        best.append((score, chain))
    values = dict(found)
    chains = [(score, -n) for n, (score, chain) in enumerate(best) if values[chain[0]] <= 3]
    return best[-max(chains)[1]][1] if chains else []


def _running(lines: Sequence[Line], gaps: Sequence[int]) -> None:
    """Headers and footers repeated on pages: the same short line at least three times, always at a page's edge."""
    places: dict[str, list[int]] = {}
    for k, line in enumerate(lines):
        key = re.sub(r"\d+", "0", fold(line.text))
        if 3 <= len(key) <= 110:
            places.setdefault(key, []).append(k)
    for where in places.values():
        # A table's header repeated on its pages is its own.
        if len(where) >= 3 and _atop(lines, where) and not any(find_header(lines, k) for k in where):
            for k in (*where, *(k - 1 for k in where[1:])):  # pages of few lines, whose numbers alone tell too little
                lines[k].furniture = True
            if lines[-1].text.strip() == str(int(lines[where[-1] - 1].text) + 1):
                lines[-1].furniture = True
        elif len(where) >= 3 and all(_edge(lines, gaps, k) for k in where) and not any(find_header(lines, k) for k in where):
            for k in where:
                lines[k].furniture = True
        elif len(where) == 2 and lines[where[1] - 1].furniture and _atop(lines, where) and not any(find_header(lines, k) for k in where):
            lines[where[0]].furniture = lines[where[1]].furniture = True
        elif len(where) == 2 and _over_pages(lines, *where):
            for k in where:
                lines[k].furniture = lines[k + 1].furniture = True


def _numbered(lines: Sequence[Line]) -> None:
    """Footers that end in the page's number ("UBND xã Bình An - Kế hoạch năm 2026 3"): the same words a page apart, counting on."""
    places: dict[str, list[tuple[int, int]]] = {}
    for k, line in enumerate(lines):
        text = line.text.rstrip()
        if text[-1:].isdigit() and (m := _ENDS_NUMBERED.fullmatch(text)) is not None:
            places.setdefault(m[1], []).append((k, int(m[2])))
    for where in places.values():
        steps = [b[0] - a[0] for a, b in itertools.pairwise(where)]
        counts = all(b[1] == a[1] + 1 for a, b in itertools.pairwise(where))
        if steps and counts and where[0][1] <= 3 and all(_SHORTEST <= step <= _LONGEST for step in steps[:-1]) and _SHORTEST * where[0][1] <= where[0][0] <= _LONGEST * where[0][1]:
            for k, _ in where:
                lines[k].furniture = True


def _atop(lines: Sequence[Line], where: Sequence[int]) -> bool:
    """Whether a running title that stands right behind the numbers of pages is also the dump's first line. One that begins later
    may be a table's header, repeated on its pages."""
    if not all(_BARE_NUMBER.fullmatch(lines[k - 1].text.strip()) for k in where[1:]) or min(b - a for a, b in itertools.pairwise(where)) < _FEW_LINES:
        return False
    title = lines[where[0]].text.strip()
    if len({lines[k].text.strip() for k in where}) > 1 or len(title.split()) <= 3 or title.upper().startswith(("TT ", "STT ")):
        return False
    return where[0] == 0 and [int(lines[k - 1].text) for k in where[1:]] == [*range(1, len(where))]


def _over_pages(lines: Sequence[Line], a: int, b: int) -> bool:
    """Whether the same line stands twice right before the numbers of pages that far apart: an address in the footer of a letterhead.
    The last line of a cell goes on in small letters, and the number of the row below it is no page's between those known."""
    if lines[a].text.strip() != lines[b].text.strip() or b + 1 >= len(lines) or lines[a].text.lstrip()[:1].islower():
        return False
    if not all(next_page(lines, k + 1) for k in (a, b)):
        return False
    first, second = lines[a + 1].text.strip(), lines[b + 1].text.strip()
    if not (_BARE_NUMBER.fullmatch(first) and _BARE_NUMBER.fullmatch(second)) or int(second) <= int(first):
        return False
    return _SHORTEST <= (b - a) / (int(second) - int(first)) <= _LONGEST_THIN and len(lines[a].text.split()) > 3


def _edge(lines: Sequence[Line], gaps: Sequence[int], k: int) -> bool:
    near = [j for j in (k - 1, k + 1) if 0 <= j < len(lines)]
    if any(lines[j].furniture and any(c.isdigit() for c in lines[j].text) for j in near):
        return True
    return "\f" in lines[k].text or (k + 1 < len(lines) and "\f" in lines[k + 1].text[:2])
