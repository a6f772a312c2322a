"""From the phrases of one time cell to its one `Deadline`: years inherited, recurrences anchored, the leading phrase chosen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from normalizers.deadline_items import Amount, Item, Mark, Recurrence, Window
from normalizers.deadline_reports import yearly_reports
from normalizers.deadline_rules import anchored_rule, base_rule
from normalizers.deadline_scan import blocked, events, scan
from normalizers.deadline_tokens import Token, tokenize
from normalizers.deadline_values import Atom, follows, parse_reference, time_after
from normalizers.deadline_years import with_years
from normalizers.joined_words import parted_times
from normalizers.lunar_days import solar
from normalizers.text import squash
from normalizers.values import Deadline

_LINKS = {"(", ",", ":", "-", "report", "of", "within", "and"}
_FINISHED = frozenset({"hoàn", "thành", "hoàn thành", "xong"})
_HARD = {";", ".", "\n"}
_OF_REPORTS = frozenset({"(", "đối", "với", "báo cáo", "cho", "của", "kỳ"})


@dataclass(slots=True)
class _Found:
    """What one cell holds, sorted by kind, in order of appearance."""

    windows: list[Window] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)
    conditions: list[tuple[str, str]] = field(default_factory=list)  # (kind of condition, wording)
    marks: list[Mark] = field(default_factory=list)
    sure: float = 1.0
    bounded: bool = False  # a recurrence whose years follow it directly ("hằng năm giai đoạn 2026 - 2030")


# -- putting phrases together ------------------------------------------------------------------------------------------

def _gap(tokens: tuple[Token, ...], left: Item, right: Item) -> list[str]:
    return [tokens[p].kind for p in range(left.end, right.start)]


def _linked(gap: list[str], loose: int = 0) -> bool:
    if any(kind in _HARD for kind in gap):
        return False
    return sum(kind not in _LINKS and kind != ")" for kind in gap) <= loose


def _anchors(item: Item) -> bool:
    """A window that can say when in a period: no year of its own."""
    return isinstance(item, Window) and item.hi.year is None and item.lo.year is None and item.mode in ("in", "until", "before")


def _sort(tokens: tuple[Token, ...], items: list[Item], text: str) -> _Found:
    found = _Found()
    used: set[int] = set()
    items = _before_both(tokens, items)
    listed = 0  # where the days listed last end: from any of them on the same
    for i, item in enumerate(items):
        if i in used:
            continue
        if isinstance(item, Recurrence):
            _take_recurrence(tokens, items, i, used, found)
        elif isinstance(item, Window):
            if _names_report(tokens, items, i):
                if _anchors(items[i + 1]) and any(isinstance(other, Recurrence) for other in items):
                    used.add(i + 1)
                    _anchor(found, [items[i + 1]], None)  # type: ignore[list-item]
                continue
            listed = run = listed if i < listed else _run(tokens, items, i)
            after = items[run] if run < len(items) else None
            if run > i and isinstance(after, Recurrence) and _before_period(tokens, items, run - 1):
                used.update(range(i + 1, run + 1))
                days = [w for w in items[i:run] if isinstance(w, Window)]
                noted = items[run + 1] if run + 1 < len(items) and len(days) == 1 else None
                if isinstance(noted, Window) and _anchors(noted) and _notes(tokens, after, noted):
                    used.add(run + 1)  # "Quý I hằng năm (trước 31/3)": the same once more, the day is the more exact
                    days = [noted] if noted.hi.grain == "day" else days
                _anchor(found, days, replace(after, periods=after.periods[:1]))
                found.rules.extend(base_rule(p, True) for p in after.periods[1:])
            elif item.slot:
                _anchor(found, [item], None)
            else:
                found.windows.append(item)
                if isinstance(after := items[i + 1] if i + 1 < len(items) else None, Recurrence) and _noted_report(tokens, item, after):
                    used.add(i + 1)
        elif isinstance(item, Amount):
            if item.anchor == "event":
                found.conditions.append(("amount", _slice(tokens, item, text)))
            found.amounts.append(item)
        elif item.kind in ("cond", "until-cond"):
            words = _slice(tokens, item, text)
            found.conditions.append((item.kind if item.kind == "until-cond" else item.value or "cond", words))
        else:
            found.marks.append(item)
    return found


def _before_both(tokens: tuple[Token, ...], items: list[Item]) -> list[Item]:
    """The items with "trước" put to the second of two days that share it across a note: "trước ngày 20/6 (6 tháng) và | 20/12 (năm)"."""
    for i, (day, note, second) in enumerate(zip(items, items[1:], items[2:], strict=False)):
        if isinstance(note, Recurrence) and isinstance(day, Window) and isinstance(second, Window) and day.mode == "before" and second.mode == "in" \
                and day.hi.grain == second.hi.grain == "day" and second.hi.n and _anchors(second) and _gap(tokens, note, second) == [")", "and"]:
            items = [*items[: i + 2], replace(second, mode="before"), *items[i + 3 :]]
    return items


def _notes(tokens: tuple[Token, ...], left: Item, right: Item) -> bool:
    """Whether what follows only says the same more exactly: "Quý I hằng năm | (trước 31/3)", "… |, hoàn thành trước 31/3"."""
    between = tokens[left.end : right.start]
    done = [t.text for t in between[1:]]
    return bool(between) and (between[0].kind == "(" or (between[0].kind == "," and bool(done))) and all(word in _FINISHED for word in done)


def _slice(tokens: tuple[Token, ...], item: Item, text: str) -> str:
    return text[tokens[item.start].start : tokens[item.end - 1].end].strip(" ,;:-(")


def _run(tokens: tuple[Token, ...], items: list[Item], i: int) -> int:
    """Index behind the windows without a year that are listed from `i` on ("trước ngày 15/6 và 15/12"); `i` if none."""
    j = i
    while j < len(items) and _anchors(items[j]) and (j == i or _lists(_gap(tokens, items[j - 1], items[j]))):
        j += 1
    return j


def _lists(gap: list[str]) -> bool:
    """Whether what stands between two days only lists them: "trước ngày 15/6 | và | 15/12", "… 15/6 |, tổng kết | trước ngày 15/12"."""
    return gap in (["and"], ["&"]) or (gap[:1] == [","] and gap[1:] in ([], ["report"]))


def _names_report(tokens: tuple[Token, ...], items: list[Item], i: int) -> bool:
    """Whether a stretch only names the report that the day behind it is for: "6 tháng đầu năm (trước ngày 15/6)", "báo cáo | quý I/2026
    trước ngày 15/3/2026"."""
    part, day = items[i], items[i + 1] if i + 1 < len(items) else None
    if not (isinstance(part, Window) and part.mode == "in" and isinstance(day, Window) and day.mode in ("before", "until") and day.hi.grain == "day" and day.hi.n > 0):
        return False
    if part.hi.grain == "half" and part.hi.year is None:
        return tokens[part.start].kind != "within" and _gap(tokens, part, day) in ([], ["("])
    named = part.start > 0 and tokens[part.start - 1].kind == "report" and part.hi.grain in ("half", "month", "quarter")
    return named and part.hi.year is not None and not part.onward and _gap(tokens, part, day) in ([], ["("], [","], [":"])


def _noted_report(tokens: tuple[Token, ...], day: Window, period: Recurrence) -> bool:
    """Whether the brackets behind a whole date only tell which report is due: "Trước ngày 10/01/2027 (báo cáo | năm)"."""
    return (day.hi.grain == "day" and day.hi.year is not None and not period.marked and len(period.periods) == 1 and tokens[period.start].kind == "report"
            and _gap(tokens, day, period) == ["("] and period.end < len(tokens) and tokens[period.end].kind == ")")


def _before_period(tokens: tuple[Token, ...], items: list[Item], i: int) -> bool:
    """Whether the window at `i` belongs to the recurrence behind it ("trước ngày 20 hằng tháng")."""
    window, after = items[i], items[i + 1]
    assert isinstance(after, Recurrence)
    gap = _gap(tokens, window, after)
    if all(kind in ("of", "(") for kind in gap):
        noted = gap == ["("] and (tokens[after.start].kind == "report" or (after.end < len(tokens) and tokens[after.end].kind == ")"))
        return after.marked or noted  # "ngày 20/6 (báo cáo 6 tháng)", "trước ngày 15/6 (6 tháng)"
    if all(tokens[p].text in _OF_REPORTS for p in range(window.end, after.start)):
        return after.marked or "(" in gap  # "ngày 25 tháng 11 đối với báo cáo định kỳ hằng năm"
    follower = items[i + 2] if i + 2 < len(items) else None
    own = follower is not None and _anchors(follower) and _linked(_gap(tokens, after, follower))
    return gap == [","] and after.marked and not own and len(after.periods) == 1


def _take_recurrence(tokens: tuple[Token, ...], items: list[Item], i: int, used: set[int], found: _Found) -> None:
    item = items[i]
    assert isinstance(item, Recurrence)
    anchors: list[Window] = []
    j, last = i + 1, item
    while j < len(items) and _linked(_gap(tokens, last, items[j]), loose=3 if not anchors else 0):
        window = items[j]
        if not _anchors(window) or (j + 1 < len(items) and isinstance(items[j + 1], Recurrence) and not _gap(tokens, window, items[j + 1])):
            break
        assert isinstance(window, Window)
        anchors.append(window)
        last = window  # type: ignore[assignment]
        j += 1
    nxt = items[i + 1] if i + 1 < len(items) else None
    if not anchors and nxt is not None and _anchors(nxt) and i + 2 < len(items):
        twin = items[i + 2]
        if isinstance(twin, Recurrence) and twin.periods == item.periods and _linked(_gap(tokens, item, nxt), loose=3):
            return  # "hàng tháng trước ngày 20 hàng tháng": said twice
    if anchors and not item.rules:
        used.update(range(i + 1, j))
        _anchor(found, anchors, item)
        return
    listed = len(item.periods) > 1
    found.rules.extend(item.rules or [base_rule(p, listed) for p in item.periods])
    found.sure = min(found.sure, item.sure)
    if isinstance(nxt, Window) and nxt.hi.grain == "year" and (nxt.lo != nxt.hi or nxt.mode == "until"):
        years_first = any(window.hi.year is not None for window in found.windows)  # "năm 2026 và hằng năm đến năm 2030"
        found.bounded |= not years_first and all(kind in ("(", "within") for kind in _gap(tokens, item, nxt))


def _anchor(found: _Found, windows: list[Window], item: Recurrence | None) -> None:
    periods = item.periods if item else ()
    own = [w for w in windows if w.hi.grain != "day" or w.hi.n]
    free = len(periods) - len(windows)
    if periods and free > 0:
        found.rules.extend(base_rule(p, True) for p in periods[:free])
        periods = periods[free:]
    for k, window in enumerate(windows):
        period = periods[min(k, len(periods) - 1)] if periods else None
        rule, sure = anchored_rule(window, period)
        if rule not in found.rules:
            found.rules.append(rule)
        found.sure = min(found.sure, sure, window.sure)
    if len(own) < len(windows) and len(windows) > 1:
        found.sure = min(found.sure, 0.8)


def _finishes(tokens: tuple[Token, ...], lead: Window, window: Window) -> bool:
    """Whether the words between say that the second date ends what the first begins: "từ quý I, hoàn thành quý IV"."""
    if any(t.kind == ";" and not nxt.text.startswith(("hoàn", "kết", "xong", "đến")) for t, nxt in pairwise(tokens[lead.end : window.start + 1])):
        return False  # "từ tháng 9 và thường xuyên; danh mục hoàn thành trong tháng 10": two works
    between = " ".join(t.text for t in tokens[lead.end : window.start])
    return any(word in between for word in ("hoàn thành", "kết thúc", "xong"))


def _leading(windows: list[Window], tokens: tuple[Token, ...]) -> tuple[Window, float]:
    """The first window, widened by neighbours that carry straight on, or narrowed by what stands inside its year."""
    lead = windows[0]
    sure = 1.0
    for window in windows[1:]:
        gap = _gap(tokens, lead, window)
        if lead.mode == "in" and window.mode == "in" and not window.onward and gap in ([","], ["and"], ["&"], ["+"]) and follows(lead.hi, window.lo) \
                and (window.rule == lead.rule or all(t.text != "hoặc" for t in tokens[lead.end : window.start])):  # "cuối tháng 5 hoặc ngày 01/6": the first leads
            lead = replace(lead, end=window.end, hi=window.hi, rule="list")
            continue
        inside = lead.lo.grain == "year" and lead.lo == lead.hi and lead.mode == "in" and window.hi.grain != "year"
        if inside and gap in (["("], [":"], [","], ["-"], []) and window.hi.year == lead.hi.year and not window.onward:
            return window, 0.8
        if window.onward and gap in ([","], ["and"]):
            return replace(lead, onward=True), 0.9
        if lead.mode == "from" and not lead.onward and not window.onward and window.mode in ("in", "until", "before") and _finishes(tokens, lead, window):
            end = window.lo.before() if window.mode == "before" else window.hi
            if lead.lo.first() <= end.last():
                return replace(lead, end=window.end, hi=end, mode="in", rule="range-finish"), 0.8
        fixed = next((w for w in windows[1:] if w.mode in ("in", "until", "before") and not w.onward), None) if lead.mode == "from" or lead.onward else None
        if fixed is not None and any(t.kind == ";" for t in tokens[lead.end : fixed.start]):
            return fixed, 0.7  # of several phrases the first fixed one leads
        sure = 0.7
        break
    return lead, sure


# -- the deadline ------------------------------------------------------------------------------------------------------

def _iso(window: Window) -> tuple[str, str | None, str | None]:
    """Kind, EDTF and due day of a window whose years are known."""
    lo, hi = window.lo, window.hi
    if window.onward or window.mode == "from":
        start = lo if window.mode not in ("until", "before") else hi
        return "open_ended", f"{start.edtf()}/..", None
    if window.mode == "after":
        return "open_ended", f"{hi.after().edtf()}/..", None
    if window.mode in ("until", "before"):
        hi = lo.before() if window.mode == "before" else hi
        return "fixed", f"../{hi.edtf()}", hi.last().isoformat()
    if window.rule == "range-before":
        hi = hi.before()
    edtf = lo.edtf() if lo == hi else f"{lo.edtf()}/{hi.edtf()}"
    return "fixed", edtf, hi.last().isoformat()


def _this(mark: Mark, today: date) -> tuple[str, str]:
    grain = {"year": "year", "month": "month", "quarter": "quarter"}.get(mark.value, "")
    if not grain:
        monday = today - timedelta(days=today.weekday())
        sunday = monday + timedelta(days=6)
        return f"{monday.isoformat()}/{sunday.isoformat()}", sunday.isoformat()
    n = {"year": 0, "month": today.month, "quarter": (today.month + 2) // 3}[grain]
    atom = Atom(grain, today.year, n)  # type: ignore[arg-type]
    return atom.edtf(), atom.last().isoformat()


# "trong 05 ngày đầu (mỗi) tháng", "10 ngày đầu của quý": by the last of them, every month or quarter; not "10 ngày đầu tháng 4".
_FIRST_DAYS = re.compile(r"(?<!\d)(?:trong (?:vòng |khoảng )?)?0?(?P<last>\d{1,2}) ngày đầu(?: tiên)?(?: của)?(?: mỗi| hằng| hàng)? (?P<of>tháng|quý)(?: (?:sau|tiếp theo|kế tiếp|liền kề)(?: liền kề)?)?(?=\s*(?:[;,.)]|$))", re.IGNORECASE)
# "trước 20/12 | năm trước (năm kế hoạch)": of the year before each year that is planned
_YEAR_BEFORE = re.compile(r"(?<=\d)(?: của)? năm trước(?: đó| liền kề| kế hoạch| năm (?:kế hoạch|ngân sách|thực hiện))?(?=\s*(?:[;,.)]|$))")
_ONE_DAY = re.compile(r"FREQ=(?:MONTHLY;BYMONTHDAY=\d+|YEARLY;BYMONTH=\d+;BYMONTHDAY=\d+)")


def _decide(raw: str, tokens: tuple[Token, ...], items: list[Item], reference: str | None) -> Deadline:
    found = _sort(tokens, items, raw)
    if found.windows and found.rules and (all(rule.startswith("FREQ=YEARLY;BYMONTH=") for rule in found.rules) or len([r for r in found.rules if "DAY=" in r]) > 1) and all(
            w.hi.grain == "day" and w.hi.n and _anchors(w) for w in found.windows) and (any(isinstance(i, Recurrence) and i.marked for i in items) or any("BYMONTH=3,6,9,12" in rule for rule in found.rules)):
        _anchor(found, found.windows, None)  # "trước 30/9 hằng năm, báo cáo trước 15/10", "ngày 14 tháng cuối quý, 14/6 và 14/12": of every year all
        found.windows = []
    ref = parse_reference(reference)
    today = ref[0] if ref else None
    windows, sure = with_years(found.windows, today, raw, tokens)
    condition = next((words for kind, words in found.conditions if kind not in ("adhoc", "course")), None)
    condition = condition or next((words for kind, words in found.conditions if kind == "adhoc"), None)
    rules = tuple(dict.fromkeys(found.rules))
    if len(rules) > 1 and any(rule.startswith("FREQ=WEEKLY;BYDAY") for rule in rules):
        rules = tuple(rule for rule in rules if rule != "FREQ=WEEKLY")  # "sáng thứ Bảy hằng tuần; mỗi tuần tại một ấp": one day a week
    if len(rules) == 2 and (dated := {rule.partition(";")[0] for rule in rules if _ONE_DAY.fullmatch(rule)}):
        rules = tuple(rule for rule in rules if rule not in dated)  # "trước ngày 14 hằng tháng đối với báo cáo tháng": one day a month
    sure = min(sure, found.sure)
    made = Deadline(raw=raw, kind="unresolved", rrule=rules, condition=condition, confidence=sure)
    if windows:
        lead, certain = _leading(windows, tokens)
        kind, edtf, due = _iso(lead)
        sure = min(sure, certain, lead.sure)
        if kind == "open_ended" or found.bounded:
            if rules:
                return replace(made, edtf=edtf, kind="recurring", rule=f"recurrence-{lead.rule}", confidence=sure)
            return replace(made, edtf=edtf, kind="open_ended", rule=lead.rule, confidence=sure)
        if any(kind == "until-cond" for kind, _ in found.conditions):
            return replace(made, kind="open_ended", edtf=f"{lead.lo.edtf()}/..", rule="until-event", confidence=0.7)
        return replace(made, edtf=edtf, kind="fixed", due=due, rule=lead.rule, confidence=sure)
    until_event = any(kind == "until-cond" for kind, _ in found.conditions)
    if until_event and not rules:
        return replace(made, kind="open_ended", rule="until-event", confidence=0.8)
    amounts = [a for a in found.amounts if a.anchor != "event"]
    if amounts and today is not None and ref is not None and ref[1]:
        amount = amounts[0]
        day = time_after(today, amount.count, "workday" if amount.workdays else amount.unit).isoformat()
        edtf = day if amount.after else f"{today.isoformat()}/{day}"
        return replace(made, kind="fixed", edtf=edtf, due=day, rule="amount", confidence=0.7 if not amount.workdays else 0.5)
    if rules:
        return replace(made, kind="recurring", rule="recurrence")
    out = _without_dates(made, found, today)
    if out.kind == "unresolved" and today is not None and ref is not None and ref[1] and any(mark.kind == "since" for mark in found.marks):
        return replace(made, kind="open_ended", edtf=f"{today.isoformat()}/..", rule="since", confidence=0.6)
    return out


def _without_dates(made: Deadline, found: _Found, today: date | None) -> Deadline:
    kinds = {mark.kind for mark in found.marks}
    this = next((m for m in found.marks if m.kind == "this"), None)
    if this is not None and today is not None:
        edtf, due = _this(this, today)
        return replace(made, kind="fixed", edtf=edtf, due=due, rule="this-period", confidence=0.7)
    if "ongoing" in kinds:
        return replace(made, kind="ongoing", rule="ongoing", confidence=made.confidence)
    if "periodic" in kinds:
        return replace(made, kind="recurring", rule="periodic", confidence=0.5)
    if any(kind == "course" for kind, _ in found.conditions):
        return replace(made, kind="ongoing", rule="course", confidence=0.5)
    if made.condition is not None:
        return replace(made, kind="conditional", rule="condition")
    return replace(made, rule="none", confidence=0.3)


_ROMAN = re.compile(r"[IVX]+(?!\w)")  # "- Quý I - | II/2026": the second end of a range
_POINT_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def _points(raw: str) -> str | None:
    """The points of a cell, each behind its dash, apart from each other: "- Tháng 3/2026 - Tháng 9/2026" is no range; one point that goes on stays."""
    points = raw[2:].split(" - ")
    if len(points) < 2 or not all(p[:1].isupper() and not p.startswith("Đến") and not _ROMAN.match(p) for p in points):
        return None
    if len(points) == 2 and (points[0].startswith("Từ ") or raw.startswith("- Năm ") or (_POINT_YEAR.search(points[1]) and not _POINT_YEAR.search(points[0]) and points[0][:3] == points[1][:3])):
        return None  # "- Từ tháng 3 - Tháng 5/2026", "- Quý I - Quý II/2026": from one to the other
    return "; ".join(points)


def parse_deadline(phrase: str, reference: str | None = None) -> Deadline:
    """The deadline of a time cell or of a phrase cut out of a sentence.

    `reference` is the plan's date (ISO, also `2025-11`), from which "trong năm", "trước 30/11" and "sau 15 ngày" count.
    `raw` is the phrase with white space folded. Nothing is raised: what no rule understands is `unresolved`.
    """
    return _parsed(squash(phrase), reference)


@lru_cache(maxsize=512)  # the rows of a table say the same time again and again
def _parsed(raw: str, reference: str | None) -> Deadline:
    if (parted := parted_times(raw)) != raw:
        day = parse_deadline(parted, reference)
        return replace(day, raw=raw, confidence=min(day.confidence, 0.8))
    if lunar := solar(raw, reference):
        day = parse_deadline(lunar.text, reference)
        return replace(day, raw=raw, rule=f"lunar-{day.rule}", confidence=min(day.confidence, 0.9))
    if "năm trước" in raw and (before := _YEAR_BEFORE.sub(" hằng năm", raw)) != raw:
        return replace(parse_deadline(before, reference), raw=raw)
    if "ngày đầu" in raw and (days := _FIRST_DAYS.sub(lambda m: f"ngày {m['last']} {'hằng tháng' if m['of'].lower() == 'tháng' else 'tháng đầu quý'}", raw)) != raw:
        return replace(parse_deadline(days, reference), raw=raw)
    if raw.startswith("- ") and (points := _points(raw)):
        return replace(parse_deadline(points, reference), raw=raw)
    if (run := yearly_reports(raw)) and not run.start and run.end == len(raw.rstrip(" .;")):
        return replace(parse_deadline(run.plain, reference), raw=raw)
    for toneless in (False, True):
        tokens = tokenize(raw, toneless)
        out = _decide(raw, tokens, events(scan(tokens, blocked(tokens)), tokens), reference)
        if out.kind != "unresolved":
            return replace(out, confidence=min(out.confidence, 0.6), rule=f"toneless-{out.rule}") if toneless else out
    return replace(out, rrule=(), rule="none", confidence=0.3)
