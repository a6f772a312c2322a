"""Reports of a year told with a day each: "6 tháng (trước ngày 15/6), cả năm (trước ngày 15/12)", "trước ngày 15/6 (6 tháng), trước ngày 15/12 (năm)"."""

from __future__ import annotations

import re
from typing import NamedTuple

_NAMED = r"(?:(?:gửi|nộp|báo cáo|sơ kết|tổng kết|kết quả|tình hình|số liệu|công tác|việc|thực hiện|đối với|định kỳ) ){0,5}"
_SPAN = r"(?P<span{n}>(?:0?[369]|sáu|chín) tháng(?: đầu năm| cuối năm)?|quý (?:i{1,3}|iv|[1-4])|(?:cả |hằng |hàng )?(?P<whole{n}>năm))"
_DAY = r"[ :]{1,2}\(?(?:gửi |nộp |xong )?(?P<bound{n}>trước|chậm nhất(?: là| vào)?) (?:ngày )?(?P<day{n}>\d{1,2}) ?(?:[/-]| tháng ) ?(?P<month{n}>\d{1,2})(?! ?[/-] ?\d| năm \d|\d)\)?"
_JOIN = r"(?: ?[,;] ?(?:và )?| và )"


def _one(n: str) -> str:
    return _NAMED + (_SPAN + _DAY).replace("{n}", n)


_ANY = re.compile(_one(""), re.IGNORECASE)
_RUN = re.compile(rf"(?<!\w){_one('0')}(?:{_JOIN}{_one('1')})(?:{_JOIN}{_one('2')})?(?:{_JOIN}{_one('3')})?(?: hằng năm| hàng năm)?", re.IGNORECASE)

_NOTED = (r"(?:(?P<bound{n}>trước|chậm nhất(?: là| vào)?) )?(?:ngày )?(?P<day{n}>\d{1,2}) ?(?:[/-]| tháng ) ?(?P<month{n}>\d{1,2})(?! ?[/-] ?\d| năm \d|\d)(?: ?\(| đối với | cho )"
          + _NAMED + _SPAN + r"(?!\w| ?\d| năm \d)\)?")
_ANY_NOTED = re.compile(_NOTED.replace("{n}", ""), re.IGNORECASE)
_RUN_NOTED = re.compile(r"(?<!\w)(?:định kỳ )?(?=trước|chậm nhất)" + "".join(_NOTED.replace("{n}", n) if n == "0" else f"(?:{_JOIN}{_NOTED.replace('{n}', n)})" + "?" * (n > "1") for n in "0123"), re.IGNORECASE)


class YearlyReports(NamedTuple):
    """Where the run stands in the text, the run without the words that open it, and what it says in words that every reader of deadlines knows."""

    start: int
    said: str
    end: int
    plain: str


def yearly_reports(text: str) -> YearlyReports | None:
    """The reports of a year that `text` tells with a day of its own each, that of the whole year among them; None where it has no such
    run. A day with a year is one report's alone."""
    if "năm" not in text:
        return None
    bounds = text.count("rước ") + text.count("hậm nhất ")
    if not bounds:
        return None
    m, found, opens = _RUN.search(text) if bounds > 1 else None, _ANY, "span0"
    if m is None and text.count("(") + text.count("đối với ") + text.count(" cho ") > 1:
        m, found, opens = _RUN_NOTED.search(text), _ANY_NOTED, ""
    if m is None:
        return None
    days = list(found.finditer(m[0]))
    if not any(day["whole"] for day in days):
        return None
    said = m[0][m.start(opens) - m.start() :] if opens else m[0]
    bound = days[0]["bound"]
    plain = [f"{(bound := day['bound'] or bound)} ngày {day['day']}/{day['month']} hằng năm" for day in days]
    return YearlyReports(m.start(), said.rstrip(")") if said.count(")") > said.count("(") else said, m.end(), ", ".join(plain))
