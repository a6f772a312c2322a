"""Raw plan to plan record: values read by the normalizers, horizons and owners resolved, every record with its span."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate, pairwise, repeat
from operator import lt

from extractors.charged_headings import CHARGING_NOTE, noted_part
from extractors.document import Box, Document, Line
from extractors.metadata import RawMetadata, read_metadata
from extractors.raw import RawPlan, RawTarget, RawTask
from extractors.read import read_plan
from extractors.row_results import row_is_target, row_targets
from normalizers.citations import find_citations, may_cite
from normalizers.closing_amounts import opened, settled, task_targets
from normalizers.deadline_acts import act_deadline
from normalizers.deadline_groups import deadline_in_month
from normalizers.deadline_prose import opening_time
from normalizers.deadlines import horizon_of, parse_deadline, tells_outcome
from normalizers.targets import read_below, read_table_target, read_targets
from normalizers.text import fold, join_lines, slug, squash, squash_lines
from normalizers.unit_agents import who_acts
from normalizers.unit_cells import owners_in_cell, support_in_parentheses
from normalizers.unit_closing import closing_owner, closing_time, named_late
from normalizers.unit_codes import offices_in_letters
from normalizers.unit_headings import called_by_its_part, heading_units
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units
from normalizers.values import Deadline, TargetReading, Unit
from normalizers.year_parts import year_part
from pipeline.confidence import record_confidence
from pipeline.own_abbreviations import write_out
from pipeline.past_columns import still_ahead
from pipeline.records import (
    SCHEMA_VERSION,
    Citation,
    DeadlineRecord,
    Finding,
    LedgerRow,
    Plan,
    PlanRecord,
    Span,
    Target,
    Task,
    UnitRef,
    ledger_rows,
    whole,
)

# "(Phòng Kinh tế chủ trì; hoàn thành trước 30/6/2026)" at the end of a task says nothing of the target in it.
_OWNER_NOTE = re.compile(r"\s*\([^()]*(?:chủ trì|phối hợp|tham mưu|hoàn thành)[^()]*\)\s*[.;]?$")
# "2.1. Giao X lãnh đạo, chỉ đạo:", "1.2. X lãnh đạo, chỉ đạo": a heading that charges as a sentence does.
_CHARGES = re.compile(r"[:：]\s*$|(?:lãnh đạo|chỉ đạo)(?:,? (?:và )?(?:lãnh đạo|chỉ đạo))?(?: thực hiện)?\s*$")
_TIMED_LEAD = re.compile(r"(?:Quý|Tháng|Trước|Từ|Ngày|Trong|Đến|Chậm nhất|Hằng|Hàng|Năm)(?: (?:ngày|tháng|quý|năm|đến|tuần|hết|[\dIVX][\dIVX/.]*|[-–])){1,9}: ", re.IGNORECASE)
_LEAD_IN = re.compile(r"^([^:]{3,160}):\s*(?=\S)")


def assemble(document: Document) -> PlanRecord:
    """A document's plan record. Deterministic; raises nothing for odd wording (it becomes a finding)."""
    raw = read_plan(document)
    builder = _Builder(raw, read_metadata(raw), document)
    for record in still_ahead(raw.records, builder.meta):
        if isinstance(record, RawTarget):
            builder.add_target(record)
        else:
            builder.add_task(record)
    return builder.finish()


def _ordered(lines: list[Line]) -> list[Line]:
    """Lines in reading order, each once."""
    numbers = [line.number for line in lines]
    if len(numbers) < 2 or all(map(lt, numbers, numbers[1:])):
        return lines
    return sorted({line.number: line for line in lines}.values(), key=lambda x: x.number)


def _span(ordered: list[Line]) -> Span:
    places = [line.place for line in ordered]
    page = places[0].page if places else None
    boxed = [place.box for place in places if place.box is not None and place.page == page and place.lines is None and not place.path]
    if page is not None and len(boxed) == len(places):  # most: on one page of a PDF
        left, top, right, low = boxed[0] if len(boxed) == 1 else _around(boxed)
        box = (page, left, top, right, low)
        return whole(Span, {"lines": None, "page": page, "boxes": (box,), "path": None, "numbers": tuple([line.number for line in ordered])})
    return _span_over_pages(ordered)


def _around(boxes: list[Box]) -> Box:
    """The box around others; the reader rounded them to tenths of a point."""
    left, top, right, low = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(low)


def _span_over_pages(ordered: list[Line]) -> Span:
    texts: list[tuple[int, int]] = []
    boxes: dict[int, list[Box]] = {}
    page: int | None = None
    path: str | None = None
    for line in ordered:
        place = line.place
        if place.lines:
            texts.append(place.lines)
        if place.page is not None:
            page = place.page if page is None else page
            if place.box is not None:
                boxes.setdefault(place.page, []).append(place.box)
        path = path or place.path or None
    return whole(Span, {
        "lines": (min([a for a, _ in texts]), max([b for _, b in texts])) if texts else None, "page": page,
        "boxes": tuple([(number, *_around(found)) for number, found in sorted(boxes.items())]), "path": path,
        "numbers": tuple([line.number for line in ordered])})


def _lines_of(lines: list[Line], text: str, span: tuple[int, int] | None) -> list[Line]:
    """The lines that hold `text[span]`, where `text` is (part of) the joined lines; all of them where that is unsure."""
    if span is None or len(lines) < 2:
        return lines
    printed = squash_lines([line.text for line in lines])
    whole = join_lines(printed)
    at = whole.find(text)
    if at < 0:
        return lines
    if [one for one in printed if not one or one[-1] in "-/"]:
        ends = [len(join_lines(printed[: k + 1])) for k in range(len(lines))]
    else:  # as most lines: each joined to the one before by one space
        ends = [end - 1 for end in accumulate([len(one) + 1 for one in printed])]
    start, stop = at + span[0], at + span[1]
    held = [line for k, line in enumerate(lines) if ends[k] > start and (ends[k - 1] if k else 0) < stop]
    return held or lines


def _names(units: Iterable[Unit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([u.name for u in units]))


def _deadline(value: Deadline | None) -> DeadlineRecord | None:
    if value is None:
        return None
    return whole(DeadlineRecord, {
        "raw": value.raw, "kind": value.kind, "edtf": value.edtf, "due": value.due, "rrule": value.rrule, "condition": value.condition})


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)


def _merge(first: list[Unit], second: list[Unit]) -> list[Unit]:
    seen = {u.unit_id for u in first}
    return first + [u for u in second if u.unit_id not in seen]


# The digit first, for which a search leaps, then what may not stand before it.
_DAY_MONTH = re.compile(r"\d(?<![\d/]\d)\d?\s*(?:/\s*\d{1,2}(?!\s*/?\s*\d)|\s+tháng\s+\d{1,2}(?!\s*(?:/|năm)))")

_MONTH_ALONE = re.compile(r"tháng\s+\d{1,2}(?!\d|\s*(?:[/.\-,]\s*\d|năm|và\s))", re.IGNORECASE)
_EARLY = "09"  # the last month in which a plan for the year to come still sets acts for its own year: call-ups, school years


def _reference(meta: RawMetadata) -> str | None:
    """The date from which "trong năm" and the like are read: the plan's own, but for the plan of a year to come
    (issued in December for the next year) or without a date the first day of that year."""
    year = meta.period if meta.period and re.fullmatch(r"\d{4}", meta.period) else None
    if year and (meta.issue_date is None or meta.issue_date[:4] < year):
        return f"{year}-01-01"
    return meta.issue_date


class _Builder:
    """Collects the records of one plan in document order and numbers them T001…, K001…."""

    def __init__(self, raw: RawPlan, meta: RawMetadata, document: Document) -> None:
        self.raw = raw
        self.meta = meta
        self.document = document
        self.ocr = document.format == "scan"
        self.reference = _reference(meta)
        self.targets: list[Target] = []
        self.tasks: list[Task] = []
        self.findings: list[Finding] = []
        self.by_line: dict[int, list[str]] = {}
        self._refs: dict[int, tuple[Unit, UnitRef]] = {}

    def _units(self, cell: str | None) -> list[Unit]:
        if not cell:
            return []
        lettered = offices_in_letters(cell, self.meta.commune_type, self.meta.issuer, self.meta.commune)
        return lettered if lettered is not None else parse_units(who_acts(cell), self.meta.commune, self.meta.province, ocr=self.ocr)

    def _owners(self, lead_cell: str | None, support_cell: str | None) -> tuple[list[Unit], list[Unit]]:
        """Leads and supports of two cells; a lead cell may name supports too ("(X phối hợp)", "X chủ trì, Y phối hợp")."""
        support = self._units(support_cell)
        if not lead_cell:
            return [], support
        lead_cell = who_acts(lead_cell)
        both = owners_in_cell(lead_cell, self.meta.commune)
        if both is not None:
            return both[0], _merge(both[1], support)
        return self._units(lead_cell), _merge(support_in_parentheses(lead_cell), support)

    def _time(self, cell: str | None) -> Deadline | None:
        return parse_deadline(cell, self._reference_for(cell)) if cell and cell.strip(" -–—./") else None

    def _reference_for(self, text: str) -> str | None:
        """A day and month without a year is the next such day after the plan's date, whatever year the plan is for."""
        issued = self.meta.issue_date
        if issued and ((("/" in text or "tháng" in text) and _DAY_MONTH.search(text)) or ("-01" <= issued[4:7] <= f"-{_EARLY}" and _MONTH_ALONE.search(text))):
            return issued
        return self.reference

    def _horizon(self, own: str | None, context: tuple[str, ...]) -> str | None:
        for heading in () if own else context:
            found = horizon_of(heading, self.reference)
            if found and not tells_outcome(heading) and ("/" not in (self.meta.period or "") or any(map(str.isdigit, heading))):
                return found  # "Chỉ tiêu cuối năm" of a plan for several years or a school year is of none of them alone
        return own or self.meta.period

    def _of_year(self, period: str | None, context: tuple[str, ...]) -> str | None:
        """A column's period; one printed without its year ("6 tháng cuối năm" is `-41`) is of the year of its headings."""
        if not period or not period.startswith("-"):
            return period
        around = self._horizon(None, context) or self.meta.issue_date or ""
        return around[:4] + period if around[:4].isdigit() else None

    def _unit_refs(self, units: list[Unit]) -> tuple[UnitRef, ...]:
        if not units:
            return ()
        out: list[UnitRef] = []
        for u in units:
            known = self._refs.get(id(u))  # one value is handed out for all rows of one cell; it is kept, so that its id stays its own
            if known is None:
                known = self._refs[id(u)] = u, whole(UnitRef, {
                    "unit_id": u.unit_id, "name": u.name, "raw": u.raw, "known": u.known, "kind": u.kind, "level": u.level})
            out.append(known[1])
        return tuple(out)

    def _remember(self, record_id: str, lines: list[Line]) -> None:
        for line in lines:
            ids = self.by_line.get(line.number)
            if ids is None:
                self.by_line[line.number] = [record_id]
            elif ids[-1] != record_id:
                ids.append(record_id)

    def _put_target(
        self, reading: TargetReading, lines: list[Line], origin: str, section: tuple[str, ...], context: tuple[str, ...],
        lead: list[Unit], support: list[Unit], deadline: Deadline | None, no: str | None, rule: str, period: str | None = None, owners: float = 1.0,
    ) -> None:
        record_id = f"T{len(self.targets) + 1:03d}"
        ordered = _ordered(lines)
        span = _span(ordered)
        fields = record_confidence(reading, lead, support, deadline, lines, owners)
        horizon = self._of_year(period or (None if reading.horizon else year_part(reading.indicator)), context) or self._horizon(reading.horizon, context)
        self.targets.append(whole(Target, {  # all fields, of their types
            "id": record_id, "lines": span.lines, "span": span, "raw": join_lines([line.text for line in ordered]),
            "rule": "/".join([r for r in (rule, reading.rule) if r]), "confidence": min(fields.values()), "field_confidence": fields,
            "alternatives": reading.alternatives, "section": section, "lead": _names(lead), "support": _names(support),
            "lead_units": self._unit_refs(lead), "support_units": self._unit_refs(support), "deadline": _deadline(deadline), "no": no,
            "reviewed_by": None, "auto_value": {}, "indicator": reading.indicator, "comparator": reading.comparator,
            "value": _float(reading.value), "value_high": _float(reading.value_high), "unit": reading.unit, "horizon": horizon,
            "qualifier": reading.qualifier, "origin": origin, "indicator_id": None, "indicator_confidence": None, "indicator_runner_up": None,
            "measure": reading.measure, "direction": reading.direction, "base": reading.base}))
        self._remember(record_id, lines)

    def add_target(self, raw: RawTarget) -> None:
        """A prose sentence or a table row of targets; one record per outcome."""
        lead, support = self._owners(raw.lead, raw.support)
        deadline = self._time(raw.deadline)
        if raw.origin == "table":
            readings = read_table_target(raw.text, raw.measure, raw.value or "")
        else:
            readings = (read_below(raw.context[0], raw.text) if raw.context else []) or read_targets(opened(raw.text, (self.meta.period or self.meta.issue_date or "")[:4]))
        for reading, part in settled(readings):
            lines = _lines_of(raw.lines, raw.text, reading.span) if raw.origin == "section" else raw.lines
            self._put_target(reading, lines, raw.origin, raw.section, raw.context, lead, support, deadline, raw.no, raw.rule, raw.period or part, raw.confidence)
        if readings:  # a clause that gives no record of its own goes in the ledger with the outcome that it stands behind
            for before, line in pairwise(raw.lines):
                if line.number not in self.by_line and before.number in self.by_line:
                    self.by_line[line.number] = [self.by_line[before.number][-1]]

    def add_task(self, raw: RawTask) -> None:
        """A task, or the target that a task row really is, or both; with the targets embedded in its wording."""
        lead, support = self._owners(raw.lead, raw.support)
        deadline = (deadline_in_month(raw.deadline, raw.section, self.reference) if raw.deadline else None) or self._time(raw.deadline)
        if raw.origin == "section" or not (raw.lead or raw.support or raw.names_indicator):  # a row without owners may say them: "Giao Trạm Y tế khám …"
            lead, support = self._prose_owners(raw, lead, support)
        if raw.origin == "section":
            deadline = deadline or act_deadline(raw.text, self._reference_for(raw.text)) or self._time(opening_time(raw.text) or closing_time(raw.text)) or self._time(raw.when)
        is_target, is_task = row_is_target(raw) if raw.origin == "table" else (False, True)
        if is_target:
            for reading, part in settled(row_targets(raw, is_task)):
                self._put_target(reading, raw.lines, "table", raw.section, raw.context, lead, support, deadline, raw.no, "row-result", part, owners=raw.confidence)
        if not is_task:
            return
        record_id = f"K{len(self.tasks) + 1:03d}"
        ordered = _ordered(raw.lines)
        span = _span(ordered)
        fields = record_confidence(None, lead, support, deadline, raw.lines, raw.confidence)
        text = squash(raw.text)
        self.tasks.append(whole(Task, {  # most records are tasks: all fields, of their types
            "id": record_id, "lines": span.lines, "span": span, "raw": join_lines([line.text for line in ordered]), "rule": raw.rule,
            "confidence": min(fields.values()), "field_confidence": fields, "alternatives": (), "section": raw.section, "lead": _names(lead),
            "support": _names(support), "lead_units": self._unit_refs(lead), "support_units": self._unit_refs(support),
            "deadline": _deadline(deadline), "no": raw.no, "reviewed_by": None, "auto_value": {}, "text": text,
            "result": squash(raw.result) if raw.result else None, "origin": raw.origin}))
        self._remember(record_id, raw.lines)
        if not is_target:
            for reading, part in settled(task_targets(_OWNER_NOTE.sub("", text) if text.rstrip(" .;").endswith(")") else text)):
                self._put_target(reading, raw.lines, "task", raw.section, raw.context or tuple(reversed(raw.section)), lead, support, deadline, raw.no, "embedded", part, owners=raw.confidence)

    def _prose_owners(self, raw: RawTask, lead: list[Unit], support: list[Unit]) -> tuple[list[Unit], list[Unit]]:
        commune = self.meta.commune
        timed = _TIMED_LEAD.match(raw.text)  # "Quý I/2026: Phòng Kinh tế rà soát …"
        said_lead, said_support = prose_owners(raw.text[timed.end():] if timed else raw.text, commune, duty=raw.is_duty)
        if not lead:
            m = _LEAD_IN.match(raw.text)
            if raw.is_duty and m:
                lead = heading_units(m[1], commune)
                if not lead and raw.row_owner and m[1].strip(" .:").endswith(raw.row_owner):
                    lead = self._units(raw.row_owner)  # its row says that the whole label is a name
            if not lead and not self._leads_others(raw) and not (said_lead and raw.owners and all(called_by_its_part(raw.owners[0], u.raw) for u in said_lead)):
                lead = said_lead or ([] if raw.is_duty else closing_owner(raw.text, commune))
        late = lead if lead and lead is said_lead and raw.is_duty and not timed and named_late(raw.text, lead) else []
        if not lead or late:
            for heading in raw.owners:
                lead = heading_units(heading, commune) or (prose_owners(noted_part(heading), commune)[0] if _CHARGES.search(fold(heading)) or CHARGING_NOTE.search(fold(heading)) else [])
                if lead:
                    if not said_support and (heading.rstrip().endswith(":") or ("phối hợp với" in heading and not heading.rstrip().endswith((".", ";"))) or heading.rstrip(" :.").endswith(("phối hợp)", "phối hợp"))):
                        said_support = prose_owners(heading, commune)[1]  # "2. X chủ trì, phối hợp với Y:"
                    break
                if not said_support and heading.startswith(("Chủ trì, phối hợp", "Phối hợp")):  # "a) Chủ trì, phối hợp với Y:" below "1. X"
                    said_support = prose_owners(heading, commune, duty=True)[1] if heading.rstrip().endswith(":") else []
        lead = [*lead, *(u for u in late if u not in lead)] if lead or late or not raw.row_owner else self._units(raw.row_owner)
        if not support:
            leads = {u.unit_id for u in lead}
            support = [u for u in said_support if u.unit_id not in leads]
        return lead, support

    def _leads_others(self, raw: RawTask) -> bool:
        """Whether a duty of a Party committee opens with the act of leading: "1. Đảng ủy UBND xã - Lãnh đạo UBND xã cụ thể hóa …"."""
        if not raw.text.startswith("Lãnh đạo ") or not raw.owners:
            return False
        charged = heading_units(raw.owners[0], self.meta.commune)
        return bool(charged) and charged[0].kind == "party"

    def _citations(self) -> tuple[Citation, ...]:
        own = fold(self.meta.number or "")
        found: dict[str, tuple[str | None, set[str], str | None, list[int]]] = {}
        texts = self.raw.texts
        for k in may_cite([text for text, _ in texts]):
            text, printed = texts[k]
            for c in find_citations(text):
                if fold(c.number) == own:
                    continue
                kind, dates, issuer, lines = found.get(c.number, (None, set(), None, []))
                if c.date:
                    dates.add(c.date)
                at = _lines_of(printed, text, (c.start, c.start + 1))[0].place.lines if any(line.place.lines for line in printed) else None
                if at and at[0] not in lines:
                    lines.append(at[0])
                better = c.issuer if c.issuer and len(c.issuer) > len(issuer or "") else issuer
                found[c.number] = (kind or c.doc_type, dates, better, lines)
        return tuple(Citation(number=n, doc_type=k, dates=tuple(sorted(d)), issuer=i, lines=tuple(ls)) for n, (k, d, i, ls) in found.items())

    def finish(self) -> PlanRecord:
        meta = self.meta
        plan = Plan(
            commune=meta.commune, commune_type=meta.commune_type, commune_code=meta.commune_code, province=meta.province,
            province_code=meta.province_code, issuer=meta.issuer, doc_type=meta.doc_type, number=meta.number,
            issue_date=meta.issue_date, title=meta.title, period=meta.period, signer=meta.signer, signer_title=meta.signer_title)
        source = self.document.source
        for note in self.document.notes:
            self.findings.append(Finding(kind=note.kind, severity="info", source=source, message=note.message))
        stem = source.rsplit(".", 1)[0] if "." in source else source
        targets, tasks = write_out(self.targets, self.tasks, self.document)
        return whole(PlanRecord, {  # its parts are checked already
            "schema_version": SCHEMA_VERSION, "source": source, "format": self.document.format, "sha256": self.document.sha256,
            "plan_id": slug(stem) or "plan", "plan": plan, "citations": self._citations(), "targets": targets, "tasks": tasks,
            "findings": tuple(self.findings), "reviewed_by": None, "auto_value": {}, "ledger": self._ledger()})

    def _ledger(self) -> tuple[LedgerRow, ...]:
        by_line, roles = self.by_line, self.raw.roles
        lines = [line for line in self.raw.lines if (text := line.text) and not text.isspace()]
        numbers = [line.number for line in lines]
        said = [f"trang {page} ({round(box[0])}, {round(box[1])})" if (box := (place := line.place).box) and (page := place.page) is not None and place.lines is None
                else place_text(line) for line in lines]
        return ledger_rows(numbers, said, squash_lines([line.text for line in lines]), list(map(roles.get, numbers, repeat("unexplained"))),
                           ["; ".join(by_line[n]) if n in by_line else "" for n in numbers])


def place_text(line: Line) -> str:
    """A line's place for people: "dòng 12", "trang 3", "t1/r3/c2"."""
    place = line.place
    if place.lines:
        return f"dòng {place.lines[0]}" if place.lines[0] == place.lines[1] else f"dòng {place.lines[0]}-{place.lines[1]}"
    if place.page is not None:
        box = place.box
        return f"trang {place.page} ({round(box[0])}, {round(box[1])})" if box else f"trang {place.page}"
    return place.path or ""
