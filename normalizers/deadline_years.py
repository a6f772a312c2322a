"""Years of windows that name none: from the other end of a range, from the phrase beside, from the plan's date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from normalizers.deadline_items import Window
from normalizers.deadline_tokens import Token
from normalizers.deadline_values import Atom, add_months

# "trước ngày 31/01 | năm sau", "trước ngày 15/01 | của năm tiếp theo": of the year behind the plan's
YEAR_AFTER = re.compile(r",? (?:của )?năm (?:sau|tiếp theo|kế tiếp|tiếp sau|kế sau|liền sau|liền kề sau(?: năm báo cáo| năm kế hoạch)?|tới)(?! (?:đó|khi))(?!\w)", re.IGNORECASE)


def _set_years(window: Window, year: int) -> Window:
    """Give a window without a year one: `year` is that of its end."""
    lo, hi = window.lo, window.hi
    if hi.grain == "day" and not hi.n:
        return window
    hi = hi if hi.year is not None else hi.with_year(year)
    if lo.grain == "day" and not lo.n:
        lo = replace(lo, n=hi.n if hi.grain == "day" else 0)
    if lo.year is None and hi.year is not None:
        lo = lo.with_year(hi.year - (lo.order > hi.order and hi.grain != "year"))
    return replace(window, lo=lo, hi=hi)


def _inner_years(window: Window) -> Window:
    """Years that one end of a range takes from the other ("từ ngày 10 đến ngày 15/12/2025", "Từ tháng 11/2025 đến tháng 02")."""
    lo, hi = window.lo, window.hi
    if hi.year is not None and lo.year is None:
        return _set_years(window, hi.year)
    if lo.year is not None and hi.year is None:
        if hi.grain == "day" and not hi.n and lo.grain == "day":
            hi = replace(hi, n=lo.n)
        return replace(window, hi=hi.with_year(lo.year + (hi.order < lo.order)))
    if lo.grain == "day" and not lo.n and hi.grain == "day" and hi.n:
        return replace(window, lo=replace(lo, n=hi.n))
    return window


def _next_year(window: Window, today: date) -> Window | None:
    """The next such stretch that has not ended by the plan's date."""
    hi = window.hi
    if hi.grain == "day" and not hi.n:
        month = today.replace(day=1)
        for _ in range(2):
            trial = Atom("day", month.year, month.month, hi.day)
            if trial.last() >= today:
                break
            month = add_months(month, 1)
        trial = Atom("day", month.year, month.month, hi.day)
        lo = replace(trial, day=window.lo.day) if window.lo.grain == "day" else trial
        return replace(window, lo=lo, hi=trial)
    for year in (today.year, today.year + 1):
        trial_hi = hi.with_year(year)
        if trial_hi.valid and trial_hi.last() >= today:
            return _set_years(window, year)
    return None


def with_years(windows: list[Window], today: date | None, raw: str, tokens: tuple[Token, ...]) -> tuple[list[Window], float]:
    """Every window with its years, and how sure the inherited ones are; windows that stay without one are left out."""
    windows = [_inner_years(w) for w in windows]
    out: list[Window] = []
    sure = 1.0
    for i, window in enumerate(windows):
        if window.hi.year is None or window.lo.year is None:
            later = next((w.lo.year for w in windows[i + 1 :] if w.lo.year is not None), None)
            earlier = out[-1].hi.year if out and out[-1].mode == "in" else None
            year = earlier if earlier is not None else later
            if window.hi.grain == "day" and not window.hi.n:
                year = None
            if year is not None:
                window, sure = _set_years(window, year), min(sure, 0.9)
            elif today is not None and (dated := _next_year(window, today)):
                window, sure = dated, min(sure, 0.8 if window.hi.n else 0.5)
                if " năm " in raw and window.hi.n and YEAR_AFTER.match(raw, tokens[window.end - 1].end):
                    window = replace(window, lo=window.lo.with_year(today.year + 1), hi=window.hi.with_year(today.year + 1))
            else:
                continue
        if window.lo.complete and window.hi.complete and window.lo.first() <= window.hi.last():
            out.append(window)
    return out, sure
