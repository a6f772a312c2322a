"""Reports of a year told with a day each: "6 tháng (trước ngày 15/6), cả năm (trước ngày 15/12)"."""

from __future__ import annotations

import re
from typing import NamedTuple

_NAMED = r"(?:(?:gửi|nộp|báo cáo|sơ kết|tổng kết|kết quả|tình hình|số liệu|công tác|việc|thực hiện|đối với|định kỳ) ){0,5}"
_SPAN = r"(?P<span{n}>(?:0?[369]|sáu|chín) tháng(?: đầu năm| cuối năm)?|quý (?:i{1,3}|iv|[1-4])|(?:cả |hằng |hàng )?(?P<whole{n}>năm))"
_DAY = r"[ :]{1,2}\(?(?:gửi |nộp |xong )?(?P<bound{n}>trước|chậm nhất(?: là| vào)?) ngày (?P<day{n}>\d{1,2}) ?(?:[/-]| tháng ) ?(?P<month{n}>\d{1,2})(?! ?[/-] ?\d| năm \d|\d)\)?"
_JOIN = r"(?: ?[,;] ?(?:và )?| và )"


def _one(n: str) -> str:
    return _NAMED + (_SPAN + _DAY).replace("{n}", n)


_ANY = re.compile(_one(""), re.IGNORECASE)
_RUN = re.compile(rf"(?<!\w){_one('0')}(?:{_JOIN}{_one('1')})(?:{_JOIN}{_one('2')})?(?:{_JOIN}{_one('3')})?(?: hằng năm| hàng năm)?", re.IGNORECASE)


class YearlyReports(NamedTuple):
    """Where the run stands in the text, the run without the words that open it, and what it says in words that every reader of deadlines knows."""

    start: int
    said: str
    end: int
    plain: str


def yearly_reports(text: str) -> YearlyReports | None:
    """The reports of a year that `text` tells with a day of its own each, that of the whole year among them; None where it has no such
    run. A day with a year is one report's alone."""
    if "năm" not in text or text.count("ngày") < 2:
        return None
    m = _RUN.search(text)
    if m is None:
        return None
    days = list(_ANY.finditer(m[0]))
    if not any(day["whole"] for day in days):
        return None
    said = m[0][m.start("span0") - m.start() :]
    return YearlyReports(m.start(), said.rstrip(")") if said.count(")") > said.count("(") else said, m.end(), ", ".join(f"{day['bound']} ngày {day['day']}/{day['month']} hằng năm" for day in days))
