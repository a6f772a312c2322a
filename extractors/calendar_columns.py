"""Time columns of calendars: a month or quarter printed as a bare number under "Tháng" or "Quý", one printed once for the rows below it, and the
first and last day of a work in two columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.mark_columns import context_year
from normalizers.deadlines import parse_deadline
from normalizers.text import fold

_MONTH_HEAD = re.compile(r"(?:các )?tháng(?: (?:thực hiện|trong năm|triển khai|hoạt động))?")
_GROUP_NUMBER = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)]?")
_NUMBERS = re.compile(r"(?:0?[1-9]|1[0-2])(?: ?(?:[,;+&–-]|và|đến) ?(?:0?[1-9]|1[0-2]))*")


_QUARTER_HEAD = re.compile(r"qu[ýí]|(?:thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hoàn thành|triển khai))* ?\(qu[ýí]")
_QUARTERS = re.compile(r"(?:iv|i{1,3}|[1-4])(?: ?(?:[,;+&–-]|và|đến) ?(?:iv|i{1,3}|[1-4]))*")
_BEFORE = re.compile(r"(?:^|hoàn thành |xong |gửi |nộp |trình )trước(?: ngày)?$")  # "Hoàn thành trước ngày" over bare days
_DAY = re.compile(r"\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{4})?")
_MONTH_OF = re.compile(r"(?:từ |đến )?tháng(?!\w)")
_STARTS = re.compile(r"(?:^|\W)(?:bắt đầu|khởi công|từ(?: ngày)?)$")
_ENDS = re.compile(r"(?:^|\W)(?:kết thúc|hoàn thành|đến(?: ngày)?)$")


# The whole of the period that stands above: in each month's rows, "Cả tháng".
_ALL_OF_IT = re.compile(r"(?:cả|trong|suốt|toàn|các ngày trong|hằng ngày trong|hàng ngày trong) (?:tháng|qu[ýí]|đợt|tuần)(?: này)?")
_PERIOD_TITLE = re.compile(r"(?:[ivx\d]{1,4}[.)]? )?((?:tháng|qu[ýí]) [\divx]{1,3}(?: ?(?:,|và|-) ?[\divx]{1,3})*(?: ?/ ?| năm )20\d\d)")


def span_columns(roles: Sequence[str | None], heads: Sequence[str]) -> tuple[int, int] | None:
    """The columns of first and last days ("Bắt đầu" | "Kết thúc", "Từ ngày" | "Đến ngày") where a table has just these two of time."""
    times = [c for c, role in enumerate(roles) if role == "time" and c < len(heads)]
    if len(times) != 2:
        return None
    first, last = (fold(heads[c]).strip(" .:()") for c in times)
    return (times[0], times[1]) if _STARTS.search(first) and _ENDS.search(last) else None


def spanned(first: str, last: str) -> str:
    """The two cells as one phrase: "Từ 01/3/2026 đến 31/3/2026"."""
    first, last = first.strip(), last.strip()
    if not first or not last or first == last:
        return last or first
    return f"Từ {first} đến {last}"


_STEPS = re.compile(r"(?:các )?(?:giai đoạn|đợt|tuần|bước|kỳ|mốc|ngày|thứ(?:, ?| )ngày)")
_DATED = re.compile(r"\d{1,2} ?/ ?\d{1,4}|(?:tháng|năm) \d|qu[ýí] (?:[1-4]|i{1,3}v?)(?!\w)|20\d\d ?[-–] ?20\d\d")


def dated_steps(roles: Sequence[str | None], heads: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    """The column of steps that say when they are ("Giai đoạn 1 (tháng 2 - 4/2026)", "Tuần 1 (từ 02 - 08/3/2026)") in a table of tasks with no other time."""
    if "time" in roles or "task" not in roles or "indicator" in roles:
        return None
    for c, head in enumerate(heads):
        if c < len(roles) and roles[c] in (None, "group") and _STEPS.fullmatch(fold(head).strip(" .:()")):
            said = {row[c] for row in rows if c < len(row) and row[c].strip()}
            dated = [t for t in said if _DATED.search(fold(t)) and parse_deadline(t).kind == "fixed"]
            return c if dated and 2 * len(dated) > len(said) else None
    return None


def month_named(said: str, head: str) -> str:
    """A bare number below a heading of months ("Tháng bắt đầu") with the word that it leaves to it."""
    return f"tháng {said.strip()}" if said.strip().isdigit() and _MONTH_OF.match(fold(head)) else said


def read_calendar(texts: Sequence[dict[str, str]], roles: Sequence[str | None], heads: Sequence[str], contexts: Sequence[str]) -> None:
    """Complete the "time" of rows (role → wording, changed in place). `heads` are the columns' headings, `contexts` the
    headings and title around the table, nearest first, which may name the year.

    A bare number is a month only under a heading of months: under "Thời gian (tháng)" it may be a span. A blank cell is of
    the month above only where the time is the calendar's first column.
    """
    if "time" not in roles:
        return
    col = roles.index("time")
    head = fold(heads[col]).strip(" .:()") if col < len(heads) else ""
    if (months := _MONTH_HEAD.fullmatch(head)) or _QUARTER_HEAD.fullmatch(head):
        year, numbers, period = context_year(contexts), _NUMBERS if months else _QUARTERS, "Tháng" if months else "Quý"
        for row in texts:
            said = fold(row.get("time", "")).strip(" .")
            if said and numbers.fullmatch(said):
                said = said if months else said.upper().replace("VÀ", "và").replace("ĐẾN", "đến")
                row["time"] = f"{period} {said}/{year}" if year else f"{period} {said}"
    elif col < len(heads) and _BEFORE.search(fold(heads[col]).strip(" .:()")):
        for row in texts:
            if (said := row.get("time", ""))[:1].isdigit() and _DAY.fullmatch(said.strip(" .")):
                row["time"] = f"Trước {said}"
    if next((c for c, role in enumerate(roles) if role != "no"), None) == col:
        above = ""
        for row, below in zip(texts, [*texts[1:], {}], strict=True):
            heads_items = bool(row.get("no")) and below.get("no", "").startswith(row["no"].rstrip(".") + ".")  # "2" over "2.1"
            titled = row.keys() == {"no", "task"} and _GROUP_NUMBER.fullmatch(row["no"]) is not None  # "II | | Cải cách thể chế"
            if "task" in row and "time" not in row and above and len(row) > 1 and not heads_items and not titled:
                row["time"] = above
            above = row.get("time", "") if len(row) > 1 else ""


def of_group(said: str, group: str) -> str | None:
    """The time that a title row of months gives a row under it: "Cả tháng" and a blank cell below "Tháng 3/2026"; None for
    a row with a time of its own or a title that is no time."""
    if said and not _ALL_OF_IT.fullmatch(fold(said).strip(" .")):
        return None
    named = _PERIOD_TITLE.fullmatch(fold(group).strip(" .:"))
    return None if named is None else group.strip()[-len(named[1]):] if len(fold(group)) == len(group) else named[1]
