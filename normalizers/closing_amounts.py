"""Amounts that a target's wording closes with in a way of its own: in brackets ("… được số hóa (đạt 95%)"), as a sum so far (", lũy kế 120"), by parts of
the year without the year ("6 tháng đầu năm đạt 50%, cả năm 100%")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from normalizers.acts import names_indicator
from normalizers.targets import read_targets, read_task_targets
from normalizers.text import fold
from normalizers.values import TargetReading
from normalizers.year_parts import year_part

_BRACKET = re.compile(r"(?P<open>\() ?(?:(?:phấn đấu|đạt|chiếm|tỷ lệ|tỉ lệ|khoảng|từ|trên|dưới|tối thiểu|ít nhất|tối đa|không quá|bằng|≥|≤|>=|<=|>|<|=) ?)*"
                      r"\d[\d.,]*(?: ?%?(?: ?[-–] ?| đến )\d[\d.,]*)? ?(?P<unit>%|‰|[^\W\d_]+(?: [^\W\d_]+){0,2})(?: trở lên)?(?P<close> ?\)) ?[.;]*$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]*\d[^()]*\)")
_SO_FAR = re.compile(r"[,;]? ?\(?(?:lũy|luỹ) kế(?: (?:đến nay|đến cuối năm|đến hết năm|cả năm))?(?: (?:là|đạt|lên))? (?P<n>\d{1,3}(?:\.\d{3})+|\d+)\)?$", re.IGNORECASE)
_OF_YEAR = r"(?:(?:0?6|sáu) tháng (?:đầu|cuối) năm|quý (?:iv|i{1,3}|[1-4])(?!\w))"
_BOUND = r"(?:ngay )?(?:trong|đến hết|đến cuối|đến|hết)(?: hết)? "
_QUARTER = re.compile(r"quý (?:iv|i{1,3}|[1-4])(?= [^\W\d_]{2,} |,)", re.IGNORECASE)
_OPENS = re.compile(rf"(?:phấn đấu )?(?:{_BOUND}{_OF_YEAR}|{_QUARTER.pattern})(?:,? (?:phấn đấu )?(?:có |đạt )?(?=\S)|$)", re.IGNORECASE)
_CLOSES = re.compile(rf",? {_BOUND}{_OF_YEAR}$", re.IGNORECASE)
_TIME_ALONE = re.compile(rf"(?:{_BOUND})?(?:{_OF_YEAR}|(?:cả|cuối) năm)|đến (?:cuối|hết) năm", re.IGNORECASE)
_OF_PLAN = re.compile(r" ?\((?:đạt|bằng|vượt|tương đương) [^()]*\d[^()]*(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết)[^()]*\)$", re.IGNORECASE)  # what the amount makes of the plan
_IN_ROW = re.compile(r", (?P<part>(?:(?:trong |hết |đến hết |đến )?(?:(?:0?[3-9]|sáu|chín) tháng(?: (?:đầu|cuối) năm)?|quý (?:iv|i{1,3}|[1-4])|cả năm|cuối năm|hết năm)|học kỳ (?:ii|i|[12])))$", re.IGNORECASE)
_SUM_BY = re.compile(r"(?<=[Ll]ũy kế) đến (?:cuối|hết) năm(?= )")


_SETS = re.compile(r"^(?!(?:phấn đấu )?(?:mỗi|từng|các) ).*(?<!\w)(?:đề|đặt) ra chỉ tiêu(?!\w)", re.IGNORECASE)  # "Nghị quyết đề ra 25 chỉ tiêu, trong đó phấn đấu …": how many aims there are is none of them
# "… đạt 90% (tính đến hết năm 2026 đạt 80%)", "giảm 1,5% (cuối năm 2026 còn 3%)": a year of the plan in brackets is one to come, an earlier one looks back.
_TOLD_YEAR = re.compile(r"\((?P<said>(?:tính )?đến (?:hết |cuối )|tính đến |(?:hết|cuối) )(?=năm (?P<year>20\d\d) (?:đạt|còn|là|có|chiếm|giảm còn) (?:khoảng |trên |dưới )?\d[^()]*\))", re.IGNORECASE)


def _dated(text: str, begins: str) -> str:
    """The wording with the brackets that tell of a year in the words of one to come, or of one gone by before `begins`. Its length stays."""
    return _TOLD_YEAR.sub(lambda m: ("(đến " if m["year"] >= begins else "(hết ").rjust(len(m[0])), text)


def opened(text: str, begins: str | None = None) -> str:
    """The wording with the brackets around its only amount blanked out: "Văn bản được ký số (100%)". Its length stays. An amount before the brackets
    leaves them what they are, a note on it. `begins`: the year in which the plan begins, where it is known."""
    if begins and " năm 20" in text and ("(tính đến " in text or "(đến " in text or "(cuối " in text or "(hết " in text):
        text = _dated(text, begins)
    if not text.rstrip(" .;").endswith(")"):
        return text
    m = _BRACKET.search(text)
    if m is None:
        return text
    head = text[: m.start()]
    if _IN_BRACKETS.search(head):
        return text  # "… lạm phát (bình quân khoảng 4%), … tăng trưởng hợp lý (khoảng 6,7%)": each stands beside its own wording
    if m["unit"] not in ("%", "‰") and not names_indicator(fold(head)):
        return text
    readings = read_targets(head)
    if len(readings) != 1 or readings[0].comparator != "qualitative":
        return text
    chars = list(text)
    for at in (m.start("open"), m.end("close") - 1):
        chars[at] = " "
    return "".join(chars)


_GOAL = re.compile(r" ?\((?P<to>phấn đấu (?P<alone>(?:(?:đạt|có|từ|trên|hơn|khoảng|tối thiểu|ít nhất|dưới|không quá|≥|≤|>|<) ?)*(?=\d))?[^()\d]{0,60}\d[^()]*)\)[ .;]*$", re.IGNORECASE)


_PERIOD = r"(?:quý (?:iv|i{1,3}|[1-4])|tháng (?:0?[1-9]|1[0-2]))"
# "… (Quý II)", "… trong quý II, III/2026": when it is done, of which the wording keeps nothing
_PERIODS = re.compile(rf" ?\((?:trong |vào )?{_PERIOD}\)[ .;]*$|,? ?\(?(?:trong |vào )?(?:các )?{_PERIOD}(?:(?:,| và| -|-) ?(?:quý |tháng )?(?:iv|i{{1,3}}|\d{{1,2}}))+(?:(?:/| năm )\d{{4}})?\)?[ .;]*$", re.IGNORECASE)


# "Thành lập các tổ cấp cứu lưu động (ít nhất 03 tổ)", "Xóa nhà tạm cho hộ nghèo (tối thiểu 50 nhà)"
_AT_LEAST = re.compile(r"(?P<act>[^()\d]{12,}?) ?\((?P<bound>(?:ít nhất|tối thiểu) \d[\d.]* (?!(?:tuổi|lần|ngày|tháng|năm|giờ|phút|buổi|tuần|quý|người|thành viên|đồng chí)(?!\w))[^\W\d_]+(?: [^\W\d_]+){0,2})\)[ .;]*$", re.IGNORECASE)


def task_targets(text: str) -> list[TargetReading]:
    """The targets inside a task's wording. A goal in the brackets that close it is one of what stands before, where that gives no amount
    of its own: "Ra quân trồng cây xanh (phấn đấu trồng 5.000 cây)", "Vận động ủng hộ Quỹ (phấn đấu đạt 2 tỷ đồng)"."""
    if ("uý" in text[-30:] or "háng" in text[-30:]) and (periods := _PERIODS.search(text, len(text) - min(len(text), 40))):
        text = text[: periods.start()]
    readings = read_task_targets(text)
    if readings or text[-3:].rstrip(" .;")[-1:] != ")":
        return readings
    if text[text.rfind("(") + 1 :][:9].lower().startswith(("ít nhất ", "tối thiểu")) and (m := _AT_LEAST.search(text)) is not None:
        readings = read_task_targets(f"{m['act']} {m['bound']}")
        return [replace(readings[0], indicator=m["act"][m["act"].rfind(": ") + 2 if ": " in m["act"] else 0 :], span=None)] if len(readings) == 1 else []
    if (m := _GOAL.search(text)) is None:
        return readings
    alone = m["alone"] is not None
    readings = read_task_targets(text[: m.start()] + (" " if alone else ", ") + (m["to"][len("phấn đấu ") :] if alone else m["to"]))
    if not alone and len(readings) == 1 and len(readings[0].indicator.split()) < 3 and readings[0].unit != "count":
        return [replace(readings[0], indicator=text[: m.start()], span=None)]  # "Vận động ủng hộ Quỹ (phấn đấu vận động 2 tỷ đồng)"
    return [replace(r, span=None) for r in readings]


def settled(readings: Sequence[TargetReading]) -> list[tuple[TargetReading, str | None]]:
    """The readings with the part of the year that each is for ("-40", "-35") where its wording gives it without the year; that part, and a sum so far,
    taken out of the indicator."""
    out: list[tuple[TargetReading, str | None]] = []
    for k, reading in enumerate(readings):
        if "ra chỉ tiêu" in reading.indicator and reading.unit == "count" and _SETS.search(reading.indicator):
            continue
        part = None if reading.horizon else year_part(reading.indicator) or (year_part(f"trong {m[0]}") if (m := _QUARTER.match(reading.indicator)) else None)
        if reading.comparator == "qualitative":
            out.append((reading, part))
            continue
        if reading.indicator[-1:].isdigit() or reading.indicator.endswith(")"):
            sums = _SO_FAR.search(reading.indicator)
            if sums is not None and sums.start():
                wording = reading.indicator[: sums.start()]
                out.append((replace(reading, indicator=wording), part))
                out.append((replace(reading, indicator=f"{wording} (lũy kế)", comparator="=", value=float(sums["n"].replace(".", "")), value_high=None), part))
                continue
        if (named_part := _IN_ROW.search(reading.indicator)) is not None:  # "giải ngân vốn, 6 tháng": a level of a row
            half = re.sub(r"^(?:0?6|sáu) tháng$", "6 tháng đầu năm", named_part["part"], flags=re.IGNORECASE)
            when, year = year_part(f"trong {half}"), reading.horizon
            if year is not None and when and year.isdigit():  # "… năm 2026 đạt 10%, trong đó quý I đạt 9%": of that year
                year = f"{year}{when}"
            out.append((replace(reading, indicator=reading.indicator[: named_part.start()], horizon=year), part or (None if year else when)))
            continue
        if _TIME_ALONE.fullmatch(reading.indicator):
            part = part or (None if reading.horizon else year_part(f"trong {reading.indicator}"))
            named = out[-1][0].indicator if out else _untimed(readings[k + 1].indicator) if k + 1 < len(readings) else ""
            out.append((replace(reading, indicator=named) if named and not _TIME_ALONE.fullmatch(named) else reading, part))
        else:
            wording = _untimed(reading.indicator)
            wording = _OF_PLAN.sub("", wording) if wording[-1:] == ")" else wording
            out.append((replace(reading, indicator=wording) if wording != reading.indicator else reading, part))
    return out


def _untimed(indicator: str) -> str:
    if "năm" not in indicator and "uý" not in indicator:
        return indicator
    return _SUM_BY.sub("", _CLOSES.sub("", _OPENS.sub("", indicator, count=1).rstrip(), count=1), count=1).strip() or indicator
