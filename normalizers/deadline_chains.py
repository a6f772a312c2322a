"""Runs of time phrases in a sentence: further days of a report, what is said on request, the day behind what is reported."""

from __future__ import annotations

from normalizers.deadline_context import clause_before, last_of
from normalizers.deadline_grammar import Grammar
from normalizers.deadline_items import Item, Mark, Recurrence, Window
from normalizers.deadline_tokens import Token

_REPORTS = ("báo cáo", "gửi", "nộp", "tổng hợp")
_DONE = (("hoàn", "thành", "xong"), ("hoàn", "thành"), ("xong",))
_KEPT_UP = (("cập", "nhật"), ("thực", "hiện"), ("duy", "trì"))  # what is done again once the act is complete
_REPORT_REACH = 30  # tokens between a report's period and its day


def _request(grammar: Grammar, p: int) -> int:
    """End of "khi có yêu cầu [đột xuất]", "đột xuất [theo yêu cầu]", "khi có yêu cầu của cấp trên" at `p`; `p` if none."""
    q = p
    while grammar.kind(q) == "cond" and q - p < 3:
        q += 1
    stop = q
    while q - stop < 4 and grammar.kind(q) == "other":
        if grammar.text(q) == "cầu":
            q += 1
            return q + (grammar.kind(q) == "cond" and grammar.val(q) == "adhoc")
        q += 1
    return stop if grammar.val(stop - 1) == "adhoc" and stop > p else p


def _dated_report(tokens: tuple[Token, ...], items: list[Item], p: int) -> int:
    """End of a further report with a day of its own at `p`: "quý trước ngày 15 tháng cuối quý", "báo cáo năm trước ngày 10/12"; else 0."""
    period = next((item for item in items if isinstance(item, Recurrence) and p <= item.start <= p + 2 and (
        item.start == p or all(tokens[k].kind == "report" for k in range(p, item.start)))), None)
    if period is None:
        return 0
    day = next((item for item in items if item.start == period.end), None)
    return day.end if isinstance(day, Window) and day.mode == "before" and day.hi.grain == "day" and day.hi.year is None else 0


def _past(grammar: Grammar, p: int, wordings: tuple[tuple[str, ...], ...]) -> int:
    """End of one of `wordings` at `p`; `p` where none stands there."""
    return next((p + len(words) for words in wordings if all(grammar.text(p + k) == word for k, word in enumerate(words))), p)


def _done_or_again(grammar: Grammar, items: list[Item], i: int, end: int) -> int:
    """End of the other time of an act with a rhythm and a day: "định kỳ hằng năm, | hoàn thành trước ngày 15/12/2026", "trước
    ngày 30/6/2026 và | cập nhật định kỳ hằng quý"; else 0."""
    p = end + (grammar.kind(end) in (",", "and"))
    if isinstance(items[i], Recurrence):
        q = _past(grammar, p, _DONE)
        nxt = next((item for item in items[i + 1 :] if item.start == q), None) if q > p else None
        told = isinstance(nxt, Window) and (nxt.mode in ("before", "until") or grammar.kind(nxt.start) in ("within", "latest")) and (nxt.hi.year is not None or nxt.hi.grain == "day")
        return nxt.end if nxt is not None and told else 0
    q = _past(grammar, p, _KEPT_UP) if p > end else p
    nxt = next((item for item in items[i + 1 :] if item.start == q), None) if q > p else None
    return nxt.end if isinstance(nxt, Recurrence) and nxt.marked and grammar.kind(q) != "report" and grammar.kind(nxt.end) in ("", ".", ";", ")", "(") else 0


def chain_end(tokens: tuple[Token, ...], items: list[Item], i: int) -> int:
    """End of the run of phrases that starts with item `i`: further periods and days, "hoặc đột xuất (khi có yêu cầu)"."""
    grammar = Grammar(tokens)
    end = items[i].end
    while True:
        q = end
        if grammar.kind(q) == ";" and (dated := _dated_report(tokens, items, q + 1)):
            end = dated
            continue
        if end == items[i].end and (other := _done_or_again(grammar, items, i, end)):
            end = other
            continue
        if grammar.text(q) in ("gửi", "nộp") and grammar.kind(q + 1) in ("before", "latest"):
            q = end = q + 1
        while (grammar.kind(q) in (",", "and", "(", ")", "report", ":", "-", "của") or (grammar.text(q) in ("đối", "với") and grammar.kind(end) == "(")) and q - end < 4:
            q += 1
        opened = any(grammar.kind(r) == "(" for r in range(end, q)) or (grammar.kind(q - 1) == "(")
        nxt = next((item for item in items if item.start <= q < item.end and item.start >= end), None)
        if opened and isinstance(nxt, Window) and nxt.mode == "in" and nxt.hi.grain == "day" and grammar.kind(nxt.end) != ")":
            break  # "ngày 04/3/2026 (ngày 16 tháng Giêng năm Bính Ngọ)": the same day by the lunar calendar
        if isinstance(nxt, Recurrence | Window) and (q - end <= 2 or isinstance(nxt, Recurrence)) and (
                isinstance(nxt, Recurrence) or nxt.hi.year is None or (nxt.hi.grain == "day" and nxt.mode != "in")):
            end = nxt.end
        elif (asked := _request(grammar, q)) > q:
            end = asked
        else:
            break
        if opened and grammar.kind(end) == ")":
            end += 1
    if any(grammar.kind(r) == "(" for r in range(items[i].start, end)) and grammar.kind(end) == ")":
        opens = sum(grammar.kind(r) == "(" for r in range(items[i].start, end))
        closes = sum(grammar.kind(r) == ")" for r in range(items[i].start, end))
        end += opens > closes
    return end


def report_day(tokens: tuple[Token, ...], items: list[Item], i: int, end: int) -> tuple[int, int]:
    """Tokens of the day by which a period's report is due that stands behind what is reported: "Hằng quý báo cáo … | trước ngày 20
    của tháng cuối quý"; (0, 0) where the clause has none."""
    for k, item in enumerate(items[i + 1 :], i + 1):
        if item.start < end or (isinstance(item, Mark) and item.kind == "cond"):
            continue  # "báo cáo UBND tỉnh | theo quy định | (trước ngày 20/11)"
        between = tokens[end : item.start]
        if not isinstance(item, Window) or item.hi.grain != "day" or item.hi.year is not None or len(between) > _REPORT_REACH or any(t.kind in (".", ";", ":") for t in between):
            return 0, 0
        if item.mode != "before" and Grammar(tokens).kind(item.start) != "latest":
            return 0, 0
        period = {t.text for t in tokens[items[i].start : end]}
        if item.hi.n and not item.slot and period & {"quý", "tháng"} and not period & {"6", "06", "sáu"}:
            return 0, 0  # a day of one month bounds no quarterly report: "hằng quý báo cáo tiến độ, báo cáo năm trước ngày 10/12"
        if last_of(clause_before(tokens, item.start), _REPORTS) < 0:
            return 0, 0
        last, nxt = item.end, items[k + 1] if k + 1 < len(items) else None
        if isinstance(nxt, Window) and nxt.hi.grain == "day" and nxt.hi.year is None and nxt.start - last == 1 and tokens[last].kind in ("and", ","):
            last = nxt.end  # "trước ngày 15/6 và ngày 15/12"
        return item.start, last
    return 0, 0


def day_of_week(tokens: tuple[Token, ...], item: Recurrence, end: int) -> tuple[int, int]:
    """Tokens of the weekday behind what is done every week: "Hằng tuần báo cáo tiến độ … | vào chiều thứ Sáu"; (0, 0) where none closes the clause."""
    if item.rules or item.periods != ((1, "week"),):
        return 0, 0
    grammar = Grammar(tokens)
    for p in range(end + 1, min(len(tokens), end + _REPORT_REACH)):
        if tokens[p].kind in (".", ";", ":"):
            break
        if grammar.kind(p) in ("within", "before", "latest") and (days := grammar.weekdays_behind(p)):
            return p, days[1]
    return 0, 0


def ended_by(tokens: tuple[Token, ...], end: int, later: Window) -> bool:
    """Whether the clause goes on with when what has begun is done: "bắt đầu từ ngày 20/3, | hoàn thành trước ngày 30/4"."""
    between = tokens[end : later.start]
    if later.mode not in ("in", "until", "before") or not 1 < len(between) < 6 or any(t.kind in (".", ";", ":", "(") for t in between):
        return False
    words = " ".join(t.text for t in between)
    return any(word in words for word in ("hoàn thành", "kết thúc", "xong"))
