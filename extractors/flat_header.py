"""Find the header of a flattened table in running lines: which words head which column."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.cut_words import is_cut
from extractors.document import Line
from extractors.flat_heading_costs import misreading
from extractors.flat_heading_starts import heading_starts, names_centre
from extractors.flat_heading_words import Word, behind_children, words_of
from extractors.flat_nesting import Column, Header, Heading, Piece, nest
from extractors.flat_stages import below_year
from extractors.flat_wrapped_heads import rows_of_headings, shares_line, wrapped_order
from extractors.table_headers import column_roles, vocab, wording_role
from normalizers.text import CAPITALS, fold

_MAX_LINES = 40
_MOST_IN_ROWS = 16  # lines of a header whose headings are printed line by line
_MAX_WORDS = 70
_PHRASE_WORDS = 12
_THIN = 20  # letters of a heading's first line in a thin column
_HEADING_COST, _PARTED_COST = 1.0, 0.0  # of one more heading, where nothing tells how many there are, and where more are told
_SMALL_COST = 0.5  # of a heading that opens with a small letter
_OVER_YEARS = (" năm", " kỳ", " thực hiện", " đầu tư", " quý", " quí", " tháng")  # how a merged heading above periods ends
_YEARS_ALONE = ("năm", "phân kỳ", "lộ trình")  # a whole such heading
_START = re.compile(r"(stt|tt|st|số (?:tt|thứ)|s|no\.?|mã)\b")
_KEM = re.compile(r"\s*\(?(?:Kèm|Ban hành kèm) theo ")
_TRIM = " .:;,*"
_GROUPINGS = ("lĩnh vực", "mảng việc", "trụ cột")  # "Lĩnh vực | Hoạt động | …": what the rows belong to stands before their wording
_BODIES = ("đơn vị", "cơ quan", "bộ phận")
_PERIODS = ("horizon", "quarter", "value", "actual")
_CUT_TIME = re.compile(r"(?:ngày|qu[ýí])(?: (?:\d\S*|[ivx]+(?:[/,.–-]\S*)?))?")  # "Quý" over "III/2026", "Ngày 15/3": a row's time
_STAGES = ("giai đoạn", "bước")  # "Giai đoạn | Thời gian | Nội dung công việc | …"
_FIRST_ROW = re.compile(r"(?:0?1|I|A|1\.1|\(?1\))[.)]?(?:\s+[^\Wa-zà-ỹ\d]|$)")
_DATED_GROUP = re.compile(r"(?:tháng \d{1,2}(?:, ?\d{1,2})*|qu[ýí] [ivx]+)(?:/| năm )20\d\d")
_TORN_DATE = re.compile(r"(?<=\d/\d\d) (?=/20\d\d)|(?<=\d/) (?=(?:\d{1,2}/)?20\d\d)|(?<=/2) (?=0\d\d(?!\d))|(?<=/20) (?=\d\d(?!\d))|(?<=/20\d) (?=\d(?!\d))")
_UNDATED_GROUP = re.compile(rf"(?:{_DATED_GROUP.pattern}|(?:tháng|tuần|đợt)(?: (?:\d{{1,2}}|[ivx]+)(?:[,-] ?(?:\d{{1,2}}|[ivx]+))*)?)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER_OPENS = re.compile(r"\s*(?:STT|TT|ST|Stt|Tt|Số TT)\b")
_ANY_ROW = re.compile(rf"\s*(?:0?[1-9]\d?|[IVX]+|[A-C])[.)]?(?:\s+[{CAPITALS}]|\s*$)")
_CHILD = re.compile(r"\b(?:20\d\d|năm|giai|chủ trì|phối hợp|từ|đến)\b")  # below a merged heading
_MARK = re.compile(r"\(?(\d{1,3}(\.\d+)*|[ivxlc]+|[a-h])[.)]?")


def find_header(lines: Sequence[Line], at: int) -> Header | None:
    """The header that starts with line `at`, or None; of two ways to part its words the one with as many columns as are numbered below it."""
    if lines[at].text.startswith("TT") and names_centre(lines, at):
        return None
    header = _find(lines, at, _HEADING_COST)
    header = _with_tail_behind(lines, at, header) or _side_by_side(lines, at, header) or _in_rows(lines, at, header) or header
    if header is None:
        return None
    counted = _numbered_columns(lines, header.last + 1)
    if counted <= len(header.columns):
        return header
    parted = _find(lines, at, _PARTED_COST)
    return parted if parted is not None and len(parted.columns) == counted and parted.last == header.last else header


def _with_tail_behind(lines: Sequence[Line], at: int, header: Header | None) -> Header | None:
    """The header that starts with line `at` where a line of it prints the first words of a year below a merged heading before
    the rest of the heading beside that ("Mục tiêu | Cơ quan phối" over "Giai hợp" over "đoạn 2026-2030"); None where it is not so."""
    if not _NUMBER_OPENS.match(lines[at].text) or (header is not None and (not header.parents or None not in header.roles) and _opens_row(lines, header.last + 1)):
        return None
    stop = next((n for n in range(at + 1, min(at + _MAX_LINES, len(lines) - 1)) if _opens_row(lines, n + 1)), at)
    below = range(at + 1 if header is None else min(header.last, stop - 1) + 1, stop + 1)
    if not any(_CHILD.search(fold(lines[n].text)) for n in below):
        return None
    for n in range(at + 1, stop + 1):
        for k in range(1, min(len(lines[n].text.split()), 8) if not lines[n].furniture else 0):
            found = _find(lines, at, _HEADING_COST, (n, k))
            if found is not None and found.last == stop and found.parents and None not in found.roles:
                return found
    return None


def _side_by_side(lines: Sequence[Line], at: int, header: Header | None) -> Header | None:
    """The header of two lines that starts with line `at` where headings beside each other both go on in the second line and another
    reading mixed them up ("Đơn vị phối Thời gian" over "hợp thực hiện"); None elsewhere."""
    if not _opens_row(lines, at + 2) or lines[at + 1].furniture or not lines[at + 1].text[:1].islower() or not _NUMBER_OPENS.match(lines[at].text):
        return None
    if header is not None and header.last > at and None not in header.roles and not any(
            p.line == at and shares_line(lines[at], p.start, p.end) for c in header.columns for p in c.heading.pieces):
        return None
    order = wrapped_order(lines[at], lines[at + 1])
    behind = len(words_of(lines[at], at))  # words of the first line
    found = _find(lines, at, _HEADING_COST, order=([k + behind * line for line, k in order], at + 1)) if order is not None else None
    return found if found is not None and found.last == at + 1 and None not in found.roles else None


def _in_rows(lines: Sequence[Line], at: int, header: Header | None) -> Header | None:
    """The header that starts with line `at` where that line holds the first lines of all headings and the lines below it what is left of
    each, in turn; None where another reading covers all lines down to the first row."""
    if not _NUMBER_OPENS.match(lines[at].text) and not lines[at].text.lstrip().startswith(("Số ", "SỐ ")):
        return None
    last = next((n for n in range(at, min(at + _MOST_IN_ROWS, len(lines) - 1)) if _row_follows(lines, n)), at)
    if last == at or (header is not None and header.last >= last and None not in header.roles) or any(line.furniture for line in lines[at:last + 1]):
        return None
    words = [[w.printed for w in words_of(lines[n], n)] for n in range(at, last + 1)]
    order = rows_of_headings(words[0], [w for line in words[1:] for w in line])
    found = _find(lines, at, _HEADING_COST, order=(order, last)) if order is not None else None
    return found if found is not None and found.last == last and None not in found.roles else None


def _opens_row(lines: Sequence[Line], n: int) -> bool:
    return n < len(lines) and bool(_ANY_ROW.match(lines[n].text))


def _numbered_columns(lines: Sequence[Line], k: int) -> int:
    """How many columns the numbers in brackets on line `k` count, "(1) (2) (3)"; 0 where it holds none."""
    words = lines[k].text.split() if k < len(lines) else []
    return len(words) if len(words) > 2 and words == [f"({n})" for n in range(1, len(words) + 1)] else 0


def _find(lines: Sequence[Line], at: int, cost: float, swap: tuple[int, int] | None = None, order: tuple[list[int], int] | None = None) -> Header | None:
    """The header that starts with line `at`, or None; `cost` of one more heading, `swap`: a line whose first so many words stand behind its others,
    `order`: of the words of the header's lines, and its last line.

    A header is a run of lines that heading wordings cover wholly (one unknown heading is allowed inside), with a
    wording column and at least two more columns, one of them of owners, time, result, value or measure.
    """
    opening = fold(lines[at].text)
    # "TT" in a column of one letter's width, each of its letters alone or before the headings of that line.
    numbered = order is not None or bool(_START.match(opening)) or (lines[at].text.split()[:1] == ["T"] and at + 1 < len(lines) and lines[at + 1].text.split()[:1] == ["T"])
    if not numbered and (len(opening) > 160 or opening[-1:] == ":" or (opening.startswith("danh mục") and lines[at].text.isupper()) or lines[at].text.lstrip()[:1].islower() or not _opens_wording(_with_rest(lines, at, opening))):
        return None
    words: list[Word] = []
    ends: dict[int, int] = {}
    for n in range(at, min(at + _MAX_LINES, len(lines))):
        if lines[n].furniture:
            continue
        if n > at and not numbered and _KEM.match(lines[n].text):
            break  # a title above the header
        here = words_of(lines[n], n)
        if n == at + 1 and here[0].printed == "T" and len(words) > 1 and words[0].printed in ("ST", "T"):
            words[0], here = replace(words[0], text=words[0].text + "t", printed=words[0].printed + "T"), here[1:]  # "ST Nội dung … Sản" over "T phẩm"
        if len(words) + len(here) > _MAX_WORDS:
            break
        if swap and swap[0] == n:
            here = [*here[swap[1]:], *here[:swap[1]]]
        words += here if order is not None else behind_children(here, fold(lines[n + 1].text) if n + 1 < len(lines) else "")
        ends[len(words)] = n
    if not numbered:
        # A title above the header ("DANH MỤC NHIỆM VỤ" over "STT …") is not its first column.
        late = next((k for k, w in enumerate(words) if w.first and _numbers_rows(words, k)), None)
        if late is not None:
            words = words[:late]
            ends = {count: n for count, n in ends.items() if count <= late}
    if order is not None:
        if len(words) < len(order[0]):
            return None
        words = [words[k] for k in order[0]]
        ends = {len(words): order[1]}
    best = _cover(words, numbered, cost)
    # Where the first row's number tells that the header ends, headings may be less well known.
    rows = {n for n in ends.values() if _row_follows(lines, n)}
    doubtful: Header | None = None
    for end in sorted(ends, reverse=True):
        if best[end] is None:
            continue
        spans = _spans(best, end)
        header = _header(words, spans, at, ends[end], closed=ends[end] in rows)
        if header is None:
            continue
        strange = next((k for k, span in enumerate(spans) if span[2] is None), len(spans))
        if strange == len(spans) or len(spans) - strange > 2:
            return header
        # One known heading behind an unknown one may be the first row's wording: a shorter header goes before it.
        doubtful = doubtful or header
    return doubtful


def _numbers_rows(words: Sequence[Word], k: int) -> bool:
    """Whether the heading over the rows' numbers opens with word `k`, the first of its line."""
    after = words[k + 1] if k + 1 < len(words) else None
    return words[k].text in ("stt", "tt", "st") or (after is not None and ((words[k].text == "t" == after.text and after.first) or (words[k].text, after.text) == ("số", "tt")))


def _row_follows(lines: Sequence[Line], n: int) -> bool:
    """Whether the line behind line `n` opens with the first number of a table's rows."""
    k = n + 1
    while k < len(lines) and lines[k].furniture:
        k += 1
    return k < len(lines) and bool(_FIRST_ROW.match(lines[k].text.strip()))


def _with_rest(lines: Sequence[Line], at: int, opening: str) -> str:
    """The opening of a header; one or two words alone with the next line of small letters, or one of capitals below capitals ("Thời"
    over "gian", "THỜI" over "GIAN", "Danh mục" over "chỉ tiêu", in a thin column)."""
    if len(opening) > _THIN or at + 1 >= len(lines) or lines[at + 1].furniture:
        return opening
    if not lines[at + 1].text.lstrip()[:1].islower() and not (len(opening) > 1 and lines[at].text.isupper() and lines[at + 1].text.isupper()):
        return opening
    joined = f"{opening} {fold(lines[at + 1].text)}"
    if joined in _GROUPINGS and at + 2 < len(lines) and not lines[at + 2].furniture:
        joined += f" {fold(lines[at + 2].text)}"  # "Trụ" over "cột", then "Chỉ tiêu"
    return joined


def _opens_wording(opening: str) -> bool:
    tokens = opening.split()
    if " ".join(tokens[:2]) in _GROUPINGS:
        return any(wording_role(" ".join(tokens[2:k]).strip(_TRIM)) in ("task", "indicator") for k in range(3, min(len(tokens), 6) + 1))
    if " ".join(tokens[:2]).rstrip(",") in _BODIES:  # "Đơn vị | Nhiệm vụ được giao | Thời hạn": whose rows these are stands before their wording
        ends = [j for j in range(2, min(len(tokens), 7)) if j == 2 or wording_role(" ".join(tokens[:j]).strip(_TRIM)) in ("owner", "lead")]
        return any(wording_role(" ".join(tokens[j:k]).strip(_TRIM)) == "task" for j in ends for k in range(j + 1, min(len(tokens), j + 4) + 1))
    if tokens[:1] == ["bước"] and len(tokens) > 2:  # "Bước | Công việc | Người thực hiện | …"
        return any(wording_role(" ".join(tokens[1:k]).strip(_TRIM)) == "task" for k in range(3, min(len(tokens), 6) + 1))
    if " ".join(tokens[:2]) in _STAGES and len(tokens) > 2 and not tokens[2][:1].isdigit():
        return wording_role(" ".join(tokens[2:4])) is not None
    return not _CUT_TIME.fullmatch(" ".join(tokens[:2])) and any((role := wording_role(" ".join(tokens[:k]).strip(_TRIM))) in ("task", "indicator", "time") and role for k in range(1, min(len(tokens), 6) + 1))


def runs_on(above: str, below: str) -> bool:
    """Whether a thin column cut a heading's printed line in a word or a date that goes on in the line below."""
    m = _TORN_DATE.search(f"{above} {below}", max(0, len(above) - 1))
    return (m is not None and m.start() == len(above)) or (" " not in above and _goes_on(above, below) and not _START.match(fold(above + below)))


def _goes_on(above: str, below: str) -> bool:
    """Whether a line of one word goes on in the one below: "trình/ba" over "n hành", "ĐV" over "T", "202" over "6-"."""
    if below[:1].isdigit():
        return bool(_YEAR.fullmatch(above + below.rstrip("-–")))
    if above.isupper() and below.isupper():
        return is_cut(above, below) or is_cut(above.lower(), below.lower())  # "NGU" over "ỒN"
    return below[:1].islower() and is_cut(above, below)


@dataclass(frozen=True, slots=True)
class _Step:
    cost: float
    start: int
    role: str | None
    unknown: int


def _cover(words: Sequence[Word], numbered: bool, each: float) -> list[_Step | None]:
    """Cheapest cover of each prefix of the words by heading wordings; None where there is none."""
    n = len(words)
    best: list[_Step | None] = [None] * (n + 1)
    best[0] = _Step(0.0, 0, None, 0)
    starts = heading_starts([w.printed for w in words])
    years = any(_YEAR.fullmatch(a.text) and _YEAR.fullmatch(b.text) for a, b in itertools.pairwise(words))
    for i in range(n):
        here = best[i]
        if here is None:
            continue
        for j in range(i + 1, min(n, i + _PHRASE_WORDS) + 1):
            text = _wording(words[i:j]).strip(_TRIM)
            role = wording_role(text) if text and words[j - 1].text[-1] not in ",;" else None  # a comma goes on: "Cơ quan tham mưu," "chủ trì"
            if i == 0 and text in _STAGES:
                role = "other"  # only where it opens a header: a year may follow the word in any cell
            if role is None and j > i + 1 and text.endswith(_OVER_YEARS) and vocab().parent(text) == "horizon":
                role = "other"  # "Kế hoạch các năm" over "2026 2027 2028"
            if role is None and text in _YEARS_ALONE and years and not words[i].small and not (j < n and words[j].text[:1].isdigit()):
                role = "other"  # "Năm" over them
            if role is None and text.endswith(")") and "(" in text:
                role = wording_role(re.sub(r"\s*\([^()]*\)$", "", text))
            cost = 0.0
            unknown = here.unknown
            if role is None:
                # One heading that the vocabulary does not know, inside a header that is otherwise clear.
                if i == 0 or j - i > 4 or here.unknown or not (words[i].first or words[i].piece.line == words[i - 1].piece.line):
                    continue
                if any(_YEAR.fullmatch(words[k].text) and _YEAR.fullmatch(words[k - 1].text) for k in range(i + 1, min(j + 1, n))):
                    continue  # of years beside each other none belongs to the heading before them
                if any(_MARK.fullmatch(w.text) for w in words[i:j]) or not text[:1].isalpha() or any(";" in w.text for w in words[i:j]) or words[j - 1].text[-1] == ",":
                    continue
                cost, unknown = 4.0 + 0.2 * (j - i), 1
            elif i == 0 and (role != "no") == numbered and numbered:
                continue
            elif i > 0 and role == "no":
                cost = 6.0
            # A capital rather opens a heading than stands in one: "Chỉ tiêu | Thực hiện 2025".
            cost += 0.15 * sum(words[k].text.isalpha() and not words[k].small for k in range(i + 1, j))
            cost += sum(1.2 for s, k in starts if i <= s and k < j)
            if i < j - 1 and j < n and words[j - 1].first and not words[j].first and role != "actual" and _YEAR.fullmatch(words[j - 1].text) and _YEAR.fullmatch(words[j].text):
                cost += 1.5  # "2026 2030" on a line of their own, below a merged heading
            if i and words[i].small and not words[0].small:
                cost += _SMALL_COST
            if role is not None:
                cost += misreading(words, i, j, role, text)
            cost += here.cost + each - (0.1 if words[i].first else 0.0) - 0.02 * (j - i)
            old = best[j]
            if old is None or cost < old.cost:
                best[j] = _Step(cost, i, role, unknown)
    return best


def _spans(best: Sequence[_Step | None], end: int) -> list[tuple[int, int, str | None]]:
    out: list[tuple[int, int, str | None]] = []
    while end > 0:
        step = best[end]
        if step is None:
            return []
        out.append((step.start, end, step.role))
        end = step.start
    return out[::-1]


def _heading(words: Sequence[Word], start: int, end: int, lines: dict[int, list[Piece]] | None = None) -> Heading:
    pieces: list[Piece] = []
    for word in words[start:end]:
        if pieces and pieces[-1].line == word.piece.line:
            pieces[-1] = Piece(word.piece.line, pieces[-1].start, word.piece.end)
        else:
            pieces.append(word.piece)
    return Heading(_wording(words[start:end]), tuple(pieces))


def _wording(words: Sequence[Word]) -> str:
    """The words as one text; what a thin column tore is whole again: "31/12/" over "2025", "trình/ba" over "n hành"."""
    out: list[str] = []
    for k, word in enumerate(words):
        if k and word.first and (k == 1 or words[k - 1].first) and _goes_on(out[-1], word.printed):
            out[-1] += word.printed
        else:
            out.append(word.printed)
    return _TORN_DATE.sub("", fold(" ".join(out)))


def _header(words: Sequence[Word], spans: Sequence[tuple[int, int, str | None]], first: int, last: int, *, closed: bool = False) -> Header | None:
    """The header that the heading spans make, or None. `closed`: the first row's number stands behind them."""
    spans = _with_doer(words, _own_wording(words, _joined(words, spans)))
    if len(spans) < 3 or (spans[-1][2] is None and not (closed and len(spans) > 3)):
        return None
    if len(spans) == 3 and spans[1][2] is None:
        return None  # "TT | PVHCC; Phòng KT | Hoàn thành": two known words do not make a header
    # Headings open with capitals; a sentence that happens to name "mục tiêu" and years does not.
    small = sum(words[start].small for start, _, _ in spans)
    if words[0].small or small > len(spans) // 4:
        return None
    if small and spans[0][2] != "no" and any(role is None for _, _, role in spans):
        return None  # "Báo cáo | kết quả thực hiện | Chuyển tiếp từ năm | 2025": cells of a row
    headings = [_heading(words, start, end) for start, end, _ in spans]
    dated = _DATED_GROUP if _UNDATED_GROUP.match(headings[-2].text) else _UNDATED_GROUP
    if words[spans[-1][0]].first and dated.fullmatch(headings[-1].text) and (any(role == "time" for _, _, role in spans[:-1]) or not any(role in _PERIODS for _, _, role in spans[:-1])):
        return None  # the first row of a calendar, which names the month of those below it
    raw_roles = [role for _, _, role in spans]
    columns, parents = nest(headings, raw_roles)
    roles = column_roles([below_year(c.heading.text, None if c.parent is None else parents[c.parent].text) for c in columns])
    plain = [(role or "").split("@")[0] for role in roles]
    wording = [r for r in plain if r in ("task", "indicator")]
    others = [r for r in plain if r in ("lead", "support", "owner", "time", "result", "value", "measure", "actual")]
    if not wording and not ("other" in plain and len(plain) >= 3):
        return None
    if plain[0] != "no" and (len(columns) < 3 or len(set(others)) < 2) and not _only_years(roles):
        return None
    if not others and len(columns) < 4:
        return None
    return Header(first, last, tuple(Column(role, c.heading, c.parent) for role, c in zip(roles, columns, strict=True)), tuple(parents))


def _only_years(roles: Sequence[str | None]) -> bool:
    """Whether a header without row numbers is one of an indicator and its values by year: "Chỉ tiêu | Năm 2026 | Năm 2030"."""
    return len(set(roles)) == len(roles) > 2 and roles[0] == "indicator" and all(role and role.startswith("value@") for role in roles[1:])


def _with_doer(words: Sequence[Word], spans: Sequence[tuple[int, int, str | None]]) -> Sequence[tuple[int, int, str | None]]:
    """`spans`, in a header of no owner's column "Nội dung Thực hiện" parted: behind a wording heading the capital opens that of who does it."""
    if any(role in ("lead", "owner", "support") for _, _, role in spans):
        return spans
    for k, (start, end, role) in enumerate(spans):
        if role == "task" and end - start > 2 and (words[end - 2].printed, words[end - 1].printed) == ("Thực", "hiện") and not words[start].printed.isupper() \
                and all(words[n].small for n in range(start + 1, end - 2)) and wording_role(_wording(words[start:end - 2])) == "task":
            return [*spans[:k], (start, end - 2, role), (end - 2, end, "owner"), *spans[k + 1:]]
    return spans


def _joined(words: Sequence[Word], spans: Sequence[tuple[int, int, str | None]]) -> list[tuple[int, int, str | None]]:
    """The spans, an unknown one in small letters joined to the heading before it: "Đối tượng | kiểm tra, hậu kiểm"."""
    out: list[tuple[int, int, str | None]] = []
    for start, end, role in spans:
        if role is None and words[start].small and out and out[-1][2] not in ("no", None):
            out[-1] = (out[-1][0], end, out[-1][2])
        else:
            out.append((start, end, role))
    return out


def _own_wording(words: Sequence[Word], spans: Sequence[tuple[int, int, str | None]]) -> Sequence[tuple[int, int, str | None]]:
    """The spans with the wording column for itself where the first year's heading took it: "STT | Chỉ tiêu | Đến năm 2026 | Đến
    năm 2030": alone, "Chỉ tiêu đến năm 2026" would be a heading too, but then the table would have no wording."""
    at = int(bool(spans) and spans[0][2] == "no")
    if len(spans) < at + 1 or spans[at][2] not in ("horizon", "value") or any(role in ("task", "indicator", "other") for _, _, role in spans):
        return spans
    later = {role for _, _, role in spans[at + 1:]}
    if later and (spans[at][2] != "horizon" or ("horizon" not in later and later & {"value", "actual"})):
        return spans  # "Chỉ tiêu năm 2026 | Đơn vị tính | Kế hoạch": the year belongs to the wording
    start, end, _ = spans[at]
    for k in range(end - 1, start, -1):
        wording, rest = (" ".join(w.text for w in words[a:b]).strip(_TRIM) for a, b in ((start, k), (k, end)))
        if wording_role(wording) == "indicator" and (of_rest := wording_role(rest)) == spans[at][2] and not words[k].small:
            return [*spans[:at], (start, k, "indicator"), (k, end, of_rest), *spans[at + 1:]]
    return spans
