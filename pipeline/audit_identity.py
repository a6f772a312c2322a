"""Findings about what a plan says of itself and of other documents: blanks of a draft, dates, document numbers."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from normalizers.text import fold
from pipeline.audit_kinds import about, finding
from pipeline.comparison import horizon_year
from pipeline.plan_text import Body, body, day_text, earliest, latest, quote, records
from pipeline.records import Citation, Finding, PlanRecord, Record

_HEAD_ROWS = 40
_BLANK_NUMBER = re.compile(r"^số\s*:?\s*[.…_\s]*[/-]\s*[a-zđ]", re.IGNORECASE)
_DATE_LINE = re.compile(r"(?<!\w)ngày(?!\w).{0,24}(?<!\w)tháng(?!\w)", re.IGNORECASE)
_DRAFT = re.compile(r"^\(?(?:bản )?dự thảo(?: \(?lần \w+\)?| \d+)?\)?$")
_PLACEHOLDER = re.compile(r"(?:số|Số)\s*:?\s*(?:[.…_]{2,}\s*)?/\s*[A-ZĐ]{2}|ngày\s*(?:[.…_]{1,}\s*)?/\s*(?:\d|[.…_])|"
                          r"ngày\s*(?:[.…_]{2,}\s*)?tháng\s|(?<![.…\w])(?:[.]{5,}|…{2,}|_{4,})(?!\w)")
# "(Kèm theo Kế hoạch số    /KH-UBND …)" at an appendix repeats the plan's own number.
_ATTACHED = re.compile(r"(?:kèm theo|ban hành kèm)")
# Bodies whose documents are numbered once for the whole country.
_CENTRAL = re.compile(r"(?:TW|CP|TTG|UBTVQH\d*|QH\d*)$")


def _may_hold_blank(text: str) -> bool:
    """One of these is in whatever `_PLACEHOLDER` finds; each asked by itself, which takes a third of the time of any()."""
    return "/" in text or "tháng" in text or "....." in text or "……" in text or "____" in text


def draft(plan: PlanRecord) -> Iterator[Finding]:
    """Blank number, blank day, the word "Dự thảo", other blanks. Nothing where the plan has no source lines."""
    if not plan.ledger:
        return
    head = plan.ledger[:_HEAD_ROWS]
    blanks = [r for r in plan.ledger if _may_hold_blank(r.text) and r.role not in ("header", "furniture", "signature", "recipients")
              and _PLACEHOLDER.search(r.text) and not _BLANK_NUMBER.match(r.text) and any(c.isalpha() for c in r.text)]
    own_blanks = [r for r in blanks if _ATTACHED.search(fold(r.text))]
    number_row = next((r for r in head if _BLANK_NUMBER.match(r.text)), None) if not plan.plan.number else None
    if not plan.plan.number and (number_row or own_blanks):
        rows = [*filter(None, [number_row]), *own_blanks]
        blanks = [r for r in blanks if r not in own_blanks]
        yield finding("draft-number", plan, f"Số văn bản còn để trống: “{quote(rows[0].text, 80)}”; có thể là bản dự thảo",
                      place="; ".join(r.place for r in rows), quotes=[quote(r.text) for r in rows])
    date = plan.plan.issue_date
    date_row = next((r for r in head if _DATE_LINE.search(r.text) and r.role in ("header", "title", "unexplained")), None)
    if date and len(date) < 10:
        what = f"tháng {day_text(date)}" if len(date) == 7 else f"năm {date}"
        yield finding("draft-day", plan, f"Ngày ban hành chưa đủ: chỉ có {what}", place=date_row.place if date_row else "",
                      quotes=(date_row.text,) if date_row else ())
    missing = [name for name, gone in (("số văn bản", not plan.plan.number and not number_row and not own_blanks), ("ngày ban hành", not date)) if gone]
    if missing:
        yield finding("draft-number" if len(missing) == 2 or not plan.plan.number else "draft-day", plan,
                      f"Không đọc thấy {' và '.join(missing)}: bản chưa phát hành, hoặc phần này nằm trên dấu, hình ảnh", severity="info")
    for row in head:
        if row.role in ("header", "title", "furniture", "unexplained") and _DRAFT.match(fold(row.text)):
            yield finding("draft-mark", plan, "Văn bản ghi là dự thảo", place=row.place, quotes=(row.text,))
            break
    if blanks:
        yield finding("placeholder", plan, f"{len(blanks)} chỗ còn để trống số, ngày hoặc nội dung", place="; ".join(r.place for r in blanks[:5]),
                      quotes=[quote(r.text) for r in blanks[:5]])


def plan_day(plan: PlanRecord) -> tuple[str, str] | None:
    """The first day on which a plan can have been issued, and the words that say why; None where nothing tells.

    Without a date of its own a plan is no older than the newest document that it cites."""
    if plan.plan.issue_date and plan.plan.issue_date[:4].isdigit():
        return earliest(plan.plan.issue_date), f"ngày kế hoạch ({day_text(plan.plan.issue_date)})"
    dated = [(date, c.number) for c in plan.citations if len(c.dates) == 1 for date in c.dates]
    if not dated:
        return None
    date, number = max(dated)
    return date, f"văn bản mới nhất mà kế hoạch viện dẫn ({number} ngày {day_text(date)})"


def late(plan: PlanRecord) -> Iterator[Finding]:
    """Deadlines and horizons that were over before the plan was issued."""
    known = plan_day(plan)
    if known is None:
        return
    first, why = known
    own = bool(plan.plan.issue_date)
    passed: dict[str, list[Record]] = defaultdict(list)
    for record in records(plan):
        due = record.deadline.due if record.deadline else None
        if due and due < first:
            passed[due].append(record)
    for due, found in sorted(passed.items()):
        raw = found[0].deadline.raw if found[0].deadline else ""
        yield about("deadline-before-plan", plan, f"Hạn {day_text(due)} (“{quote(raw, 60)}”) sớm hơn {why}"
                    + (f": {len(found)} mục" if len(found) > 1 else ""), found, severity="error" if own else "warning")
    years: dict[int, list[Record]] = defaultdict(list)
    for target in plan.targets:
        year = horizon_year(target.horizon)
        if year is not None and year < int(first[:4]) and "/.." not in (target.horizon or ""):
            years[year].append(target)
    for year, found in sorted(years.items()):
        yield about("horizon-before-plan", plan, f"{len(found)} chỉ tiêu có mốc {year}, đã qua trước {why}", found)


def citation_key(number: str) -> str:
    """A document number without its marks: "71/NQ-CP" and "71-NQ/CP" → "71NQCP"."""
    return "".join(c for c in number.upper() if c.isalnum())


def _date_pattern(iso: str) -> re.Pattern[str]:
    year, month, day = iso.split("-")
    return re.compile(rf"(?<!\d)0?{int(day)}\s*(?:[/.-]\s*0?{int(month)}\s*[/.-]|tháng\s+0?{int(month)}\s+năm)\s*{year}")


def _number_pattern(number: str) -> re.Pattern[str]:
    return re.compile(r"\s*".join(r"[-–—/]" if c in "-/" else re.escape(c) for c in number))


def _quotes(text: Body, number: str, iso: str | None = None) -> tuple[str, str]:
    """Wording and place of a document number, with the date `iso` right behind it where one is asked for."""
    for m in _number_pattern(number).finditer(text.text):
        end = m.end()
        if iso is not None:
            d = _date_pattern(iso).search(text.text, m.end(), m.end() + 40)
            if d is None:
                continue
            end = d.end()
        return text.around(m.start(), end, 40), text.row_at(m.start()).place
    return "", ""


def citations(plan: PlanRecord) -> Iterator[Finding]:
    """One document with two dates, a document newer than the plan, a number spelled two ways in one plan."""
    seen: list[Body] = []

    def text() -> Body:  # made only for plans that have something to quote
        if not seen:
            seen.append(body(plan, ("furniture", "signature")))
        return seen[0]

    spelled: dict[tuple[str, str | None], list[Citation]] = defaultdict(list)
    for c in plan.citations:
        spelled[(citation_key(c.number), (fold(c.doc_type).split(" hành động")[0] if c.doc_type else None))].append(c)
        if len(c.dates) > 1:
            found = [_quotes(text(), c.number, d) for d in c.dates]
            yield finding("citation-two-dates", plan, f"{_name(c)} được ghi {len(c.dates)} ngày khác nhau: " + " và ".join(map(day_text, c.dates)),
                          place="; ".join(dict.fromkeys(p for _, p in found if p)), quotes=[q for q, _ in found if q])
        issued = plan.plan.issue_date
        if issued and len(c.dates) == 1 and c.dates[0] > latest(issued):
            q, place = _quotes(text(), c.number, c.dates[0])
            yield finding("citation-after-plan", plan, f"{_name(c)} ngày {day_text(c.dates[0])} ban hành sau kế hoạch ({day_text(issued)})",
                          place=place, quotes=[q] if q else [])
    for group in spelled.values():
        if len({c.number for c in group}) > 1:
            found = [_quotes(text(), c.number) for c in group]
            yield finding("number-spelled-two-ways", plan, "Một số văn bản viết hai kiểu: " + ", ".join(f"“{c.number}”" for c in group),
                          place="; ".join(dict.fromkeys(p for _, p in found if p)), quotes=[q for q, _ in found if q])


def _name(c: Citation) -> str:
    return _document(c.doc_type, c.number)


Cited = tuple[str, str, str | None, str, bool]  # key, number, kind, the one date ("" for none or several), whether the plan spells it in one way only


def central_citations(plan: PlanRecord) -> tuple[Cited, ...]:
    """The documents of central bodies that a plan cites."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for c in plan.citations:
        numbers[citation_key(c.number)].add(c.number)
    return tuple((key, c.number, c.doc_type, c.dates[0] if len(c.dates) == 1 else "", len(numbers[key]) == 1)
                 for c in plan.citations for key in (citation_key(c.number),) if _CENTRAL.search(key))


class CitationsBetween:
    """Documents of central bodies that one plan dates or spells otherwise than at least two others do (than the only
    other one for a spelling that is against the form of its kind). `take` takes what the plans cite in order as they go by."""

    def __init__(self) -> None:
        self._plans = 0
        self._forms: dict[tuple[str, str | None, str], int] = {}  # number, kind and date of a document as printed ("" without date): few differ
        self._dates: dict[str, array[int]] = {}
        self._numbers: dict[str, array[int]] = {}

    def take(self, cited: Iterable[Cited]) -> None:
        """The `central_citations` of the next plan."""
        n, self._plans = self._plans, self._plans + 1
        for key, number, doc_type, date, alone in cited:
            self._note(self._numbers, key, n, (number, doc_type, ""), alone)
            if date:
                # Numbers start anew every year: only dates of one year contradict each other.
                self._note(self._dates, f"{key} {date[:4]}", n, (number, doc_type, date))

    def _note(self, where: dict[str, array[int]], key: str, plan: int, form: tuple[str, str | None, str], alone: bool = False) -> None:
        """One number for each citation: its plan, its form, and whether the plan spells the number in one way only."""
        if key not in where:
            where[key] = array("Q")
        where[key].append(plan << 32 | self._forms.setdefault(form, len(self._forms)) << 1 | alone)

    def _read(self, noted: array[int]) -> Iterator[tuple[int, str, str | None, str, bool]]:
        """Plan, number, kind, date and `alone` of what was noted."""
        forms = list(self._forms)
        return ((at >> 32, *forms[(at & 0xFFFFFFFF) >> 1], bool(at & 1)) for at in noted)

    def findings(self, plans: Sequence[PlanRecord]) -> Iterator[Finding]:
        """The findings; `plans` are those that were added, read again where they are quoted."""
        for _, noted in sorted(self._dates.items()):
            count = Counter(date for *_, date, _ in self._read(noted))
            usual, most = max(count.items(), key=lambda i: (i[1], i[0]))
            if most < 2 or len(count) < 2:
                continue
            for n, number, doc_type, date, _ in self._read(noted):
                if count[date] * 2 <= most and date != usual:
                    plan = plans[n]
                    q, place = _quotes(body(plan, ("furniture", "signature")), number, date)
                    yield finding("citation-dates-differ", plan, f"{_document(doc_type, number)} ghi ngày {day_text(date)}; {most} kế hoạch khác ghi ngày {day_text(usual)}",
                                  place=place, quotes=[q] if q else [])
        for _, noted in sorted(self._numbers.items()):
            number_count = Counter(number for _, number, *_ in self._read(noted))
            usual, most = max(number_count.items(), key=lambda i: (i[1], i[0]))
            if most < 2 or len(number_count) < 2:
                continue
            for n, number, doc_type, _, one_form in self._read(noted):
                if number != usual and number_count[number] * 2 <= most and one_form:
                    plan = plans[n]
                    q, place = _quotes(body(plan, ("furniture", "signature")), number)
                    yield finding("number-spelled-two-ways", plan, f"{doc_type or 'Văn bản'} viết số là “{number}”; {most} kế hoạch khác viết “{usual}”",
                                  place=place, quotes=[q] if q else [])


def _document(doc_type: str | None, number: str) -> str:
    return f"{doc_type or 'Văn bản'} số {number}"
