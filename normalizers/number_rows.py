"""Rows of numbers that share one unit: a later year's bare number, and amounts that are given in turn ("lần lượt là 3, 5 và 7 xã")."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from normalizers.acts import opens_act
from normalizers.numbers import Number, Sheet

_AND_BY = re.compile(r" ?(?:(?:vào|đến|trong|tới|trước) )?(?:hết |cuối )?năm (?:19|20)\d\d ?(?:,|và) ?(?:(?:đạt|còn|xuống(?: còn)?|lên) )?")
_BY = re.compile(r" ?(?:vào |đến |trong |tới |trước )?(?:hết |cuối )?năm (?:19|20)\d\d")
_THEN_BY = re.compile(r"(?:vào|đến|trong|tới) (?:hết |cuối )?năm (?:19|20)\d\d(?:,| và|, và) $")
_NEXT_PIECE = re.compile(r"[;:]|\. ")
_NEXT = re.compile(r"[ ,;]*(?:và )?")
_LEAST = re.compile(r"(?<!\w)(tối thiểu|ít nhất|trên) lần lượt(?: là| đạt| ở mức)?[ :]*$")  # "đạt tối thiểu lần lượt là 90% và 92%"
_ROW_GOES_ON = re.compile(r" ?(?:và )?\d[\d.,]* ?(?:%|[^\W\d_]{1,12}(?: [^\W\d_]{1,8})?)? ?(?:$|;|,|\.|và )")
# "công nhận mới 01|, công nhận lại |02 trường": between the two numbers stands the second verb alone, before the first only the first
_NEXT_VERB = re.compile(r"(?:,| và|, và) (?P<verb>(?:[^\W\d_]+ ){1,3})")
_FIRST_VERB = re.compile(r"(?:^|[,;:.(–+*•-] ?|phấn đấu | và )(?P<verb>(?:[^\W\d_]+ ){1,3})$")
# "Đến năm 2028 và năm 2030, … lần lượt đạt 96% và 98%"
YEARS_FIRST = re.compile(r"(?:(?:phấn đấu )?(?:đến|vào|trong) (?:hết |cuối )?)?(?:các )?năm (?P<a>(?:19|20)\d\d)(?P<more>(?:(?:, | và )(?:(?:đến|vào) )?(?:năm )?(?:19|20)\d\d)+),? ")


def again(sheet: Sheet, numbers: list[Number]) -> list[Number]:
    """"… xuống 12,5 vào năm 2025 và 10 vào năm 2030": a bare number between two years is the same thing at the later one."""
    out: list[Number] = []
    for n in numbers:
        prev = out[-1] if out else None
        if prev is not None and n.kind == prev.kind == "measure" and n.unit and (prev.unit or "").startswith(n.unit + " ") and n.unit.startswith("/"):
            n = replace(n, unit=prev.unit, measure=prev.measure)  # "42/100.000 trẻ em … và dưới 40/100.000"
        if prev is not None and n.kind in ("bare", "measure") and prev.kind in ("bare", "measure", "counted") and not n.explicit \
                and prev.end <= n.lead and _AND_BY.fullmatch(sheet.low, prev.end, n.start) and _BY.match(sheet.low, n.end):
            same = n.kind == "bare" or (prev.unit or "").startswith(n.unit or " ")
            n = replace(n, reached=True)
            if same:
                n = replace(n, kind=prev.kind, unit=prev.unit, measure=prev.measure)
        elif prev is not None and n.kind == "bare" and prev.kind in ("counted", "measure", "money") and not n.explicit and not n.reached and _BY.match(sheet.low, n.end) \
                and (then := _THEN_BY.search(sheet.low, prev.end, n.start)) and not _NEXT_PIECE.search(sheet.low, prev.end, then.start()):
            n = replace(n, kind=prev.kind, unit=prev.unit, measure=prev.measure)  # "20 trường đạt chuẩn vào năm 2026 và 35 vào năm 2030"
        out.append(n)
    out = _count_alike(sheet, out) if any(n.kind == "bare" for n in out[:-1]) else out
    return in_turn(sheet, out) if "lần lượt" in sheet.low else out


def _acts(verb: str) -> bool:
    return opens_act(verb) or verb.startswith("công nhận ")


def _count_alike(sheet: Sheet, numbers: list[Number]) -> list[Number]:
    """The same numbers; a bare one before a counted one counts the same things where each has a verb of its own."""
    out = list(numbers)
    for i, (n, nxt) in enumerate(pairwise(numbers)):
        if n.kind != "bare" or nxt.kind != "counted" or not nxt.measure or n.change is not None or n.labelled:
            continue
        link = _NEXT_VERB.fullmatch(sheet.low, n.end, nxt.start)
        first = _FIRST_VERB.search(sheet.low, max(0, n.start - 40), n.start) if link else None
        if link and first and _acts(link["verb"]) and _acts(first["verb"]):
            out[i] = replace(n, kind=nxt.kind, unit=nxt.unit, measure=nxt.measure)
    return out


def in_turn(sheet: Sheet, numbers: list[Number]) -> list[Number]:
    """The numbers behind "lần lượt": those of one row take the unit that stands behind the last."""
    out = list(numbers)
    first = next((i for i, n in enumerate(out) if n.start >= sheet.low.find("lần lượt")), len(out))
    last = first
    while last + 1 < len(out) and _NEXT.fullmatch(sheet.low, out[last].end, min(out[last + 1].start, out[last + 1].lead if out[last + 1].lead > out[last].end else out[last + 1].start)):
        last += 1
    for i in range(first, last):
        if out[i].kind == "bare" and out[last].kind in ("percent", "measure", "money", "counted"):
            out[i] = replace(out[i], kind=out[last].kind, unit=out[last].unit, measure=out[last].measure, reached=True)
    if last > first and (least := _LEAST.search(sheet.low, 0, out[first].start)):
        out[first : last + 1] = [replace(n, comparator=">" if least[1] == "trên" else ">=", explicit=True) if n.comparator == "=" else n for n in out[first : last + 1]]
    if last > first and out[first].reached:
        out[first + 1 : last + 1] = [replace(n, reached=True) for n in out[first + 1 : last + 1]]
    return out


def row_goes_on(low: str, start: int, end: int, at: int) -> bool:
    """Does the row of amounts that "lần lượt" opens in `[start, end)` go on behind the ";" before `at`: "… 25%; | 40%; 35%"?"""
    return low.find("lần lượt", start, end) >= 0 and _ROW_GOES_ON.match(low, at) is not None


def years_of(low: str) -> tuple[list[str], int]:
    """The years that open a folded clause, and where they end: (["2028", "2030"], 25); ([], 0) without two of them."""
    m = YEARS_FIRST.match(low)
    return ([m["a"], *re.findall(r"\d{4}", m["more"])], m.end()) if m else ([], 0)
