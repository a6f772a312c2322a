"""Cells that several rows of a table share: ditto marks, and owners of merged cells where no rules show the merging."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from extractors.cell_kinds import is_ditto
from normalizers.text import fold

_DITTO_MARK = re.compile(r"[\s\-–—(]*(?:[\"“”″〃˝]|''|’’|//)[\s\-–—)]*")  # beside the words that `is_ditto` knows
_SAYS_DITTO = ("lead", "support", "owner", "time", "result", "measure")
_OWNERS = ("lead", "support", "owner")
_FIRST_ROLE = re.compile(r"[\s\-–+•(]*(?:cơ quan |đơn vị |bộ phận )?chủ trì", re.IGNORECASE)
_SECOND_ROLE = re.compile(r"[\s\-–+•(]*(?:cơ quan |đơn vị |bộ phận )?phối hợp", re.IGNORECASE)
_LEAST_TIMED_ROWS, _NEARLY_ALL = 8, 0.8
_BARE = re.compile(r"[<>≥≤\s]*\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)?")
_ABOVE = 0.75  # confidence of owners taken from the row above: one merged cell leaves no trace where no rules are drawn


class SharedRow(Protocol):
    """A body row of a table: text by role ("lead", "support", "owner", "time", …) and how sure its owners are."""

    texts: dict[str, str]
    confidence: float


def _calendar(roles: list[str | None]) -> bool:
    """Whether a table runs by dates: its time column stands before the wording ("Thời gian | Nội dung công việc | …")."""
    wording = next((k for k, role in enumerate(roles) if role in ("task", "indicator")), -1)
    return "time" in roles[: max(0, wording)]


def nearly_all_timed(rows: Sequence[SharedRow], main: str) -> bool:
    """Whether nearly every row with a wording has a time: a row without one then stands beside a merged cell."""
    worded = [row for row in rows if main in row.texts and any(role in row.texts for role in (*_OWNERS, "result"))]
    return len(worded) >= _LEAST_TIMED_ROWS and sum("time" in row.texts for row in worded) >= _NEARLY_ALL * len(worded)


def repeat_above(row: SharedRow, above: SharedRow | None) -> None:
    """Fill in the cells of a row that say "the same as above" by a mark or words: the row above may stand over a group's title."""
    for role in _SAYS_DITTO if above is not None else ():
        said = row.texts.get(role, "")
        if 0 < len(said) < 24 and (said[0] in "nN" or not said[0].isalnum()) and (is_ditto(fold(said)) or _DITTO_MARK.fullmatch(said)) and above is not None and role in above.texts:
            row.texts[role] = above.texts[role]


def take_from_above(row: SharedRow, above: SharedRow | None, roles: list[str | None], merges_show: bool, placed: bool = False, timed: bool = False) -> None:
    """Fill in what a row leaves to the row above, where a table shows no merged cells: its owners
    (a row without any owner below one with owners stands beside the same merged cell) and the months of a calendar.
    `placed`: each cell is known to stand in its column; then one who cooperates with nobody does so with the leader above.
    `timed`: nearly every row has a time; then one without stands beside the cell of the row above."""
    if above is None:
        return
    if not merges_show and "time" not in row.texts and "time" in above.texts and _calendar(roles):
        row.texts["time"] = above.texts["time"]
    elif not merges_show and timed and "time" not in row.texts and "time" in above.texts and any(role in row.texts for role in _OWNERS):
        row.texts["time"] = above.texts["time"]
        row.confidence = _ABOVE
    first = next((role for role in ("lead", "owner") if role in roles), None)
    if placed and not merges_show and first is not None and "support" in row.texts and first not in row.texts and first in above.texts:
        row.texts[first] = above.texts[first]
        row.confidence = _ABOVE
    if merges_show or not any(role in roles for role in _OWNERS) or any(role in row.texts for role in _OWNERS):
        return
    for role in _OWNERS:
        if role in above.texts:
            row.texts[role] = above.texts[role]
            row.confidence = _ABOVE


def merged_down(runs: Sequence[Sequence[SharedRow]], roles: Sequence[str | None]) -> list[str]:
    """Columns of times or measures whose empty cells are the rest of the merged cell above: `runs` are a table's rows between group
    rows. Whoever merges like cells leaves no two alike below one another, while some recur further down, and opens no run empty."""
    out = []
    for role in ("time", "measure"):
        columns = [[row.texts.get(role, "") for row in run] for run in runs if run] if role in roles else []
        filled = [[fold(text) for text in column if text] for column in columns]
        texts = [text for column in filled for text in column]
        empty = sum(len(column) for column in columns) - len(texts)
        if empty < 2 or len(texts) < 3 or len(set(texts)) == len(texts) or not all(column[0] for column in columns):
            continue
        if not any(a == b for column in filled for a, b in pairwise(column)):
            out.append(role)
    return out


def fill_down(row: SharedRow, above: SharedRow | None, merged: Sequence[str]) -> None:
    """Fill in the cells of a row that are merged with those of the row above; a measure only beside bare figures."""
    for role in merged if above is not None else ():
        if role in row.texts or above is None or role not in above.texts:
            continue
        values = [text for other, text in row.texts.items() if other.startswith("value")]
        if any(other in row.texts for other in _OWNERS) if role == "time" else values and all(_BARE.fullmatch(text) for text in values):
            row.texts[role], row.confidence = above.texts[role], _ABOVE


def _goes_on(text: str, above: str) -> bool:
    """Whether an owner cell is the rest of the one above: one merged cell whose lines stand beside several rows."""
    if _SECOND_ROLE.match(text):
        return bool(_FIRST_ROLE.match(above)) and not _SECOND_ROLE.search(above)
    if not text[:1].islower() or is_ditto(fold(text)):
        return False
    return not text.startswith(("các ", "từng ", "mọi ", "trưởng các ", "trưởng thôn", "trưởng ấp", "doanh nghiệp ", "hợp tác xã")) or above.rstrip()[-1:] in ",;:-–" or above.endswith((" và", " các"))


def join_owners(rows: Sequence[SharedRow]) -> None:
    """Give every row beside one merged owner cell the whole of it: `rows` stand together under one group row of a table
    that does not show which of its cells are merged."""
    for role in _OWNERS:
        run: list[SharedRow] = []
        for row in rows:
            text = row.texts.get(role, "")
            if not text:
                run += [row] if run else []
            elif run and _goes_on(text, run[0].texts[role]):
                run.append(row)
                whole = f"{run[0].texts[role]} {text}"
                for member in run:
                    member.texts[role], member.confidence = whole, _ABOVE
            else:
                run = [row]


_HELPERS = re.compile(r"(?:các|những|một số|từng) |(?:hội|đoàn|ubmttq|ủy ban mttq|mttq)(?!\w)")
_LEAST_TELLING = 0.25  # share of the units alone that help elsewhere or are many of a kind
_LEAST_ALONE = 0.25  # share of a table's rows beside merged cells of leads


def share_leads(runs: Sequence[Sequence[SharedRow]], roles: list[str | None]) -> None:
    """Give rows beside one merged cell of a lead that lead, in a table with columns for leads and helpers: `runs` are its rows
    between group rows. Where no rules show the merging, such rows come with one unit, their helper.

    Taken so where a good part of the rows has one unit alone, never the first of a run, none of these units leads where both
    columns are filled, and one of them helps there or is many of a kind; elsewhere a unit alone is the lead.
    """
    if "lead" not in roles or "support" not in roles:
        return
    owned = [row for run in runs for row in run if "lead" in row.texts or "support" in row.texts]
    alone = [row for row in owned if ("lead" in row.texts) != ("support" in row.texts)]
    if len(alone) < 2 or len(alone) < _LEAST_ALONE * len(owned):
        return
    full = [row for row in owned if "lead" in row.texts and "support" in row.texts]
    if any("support" in upper.texts and "support" in lower.texts and fold(upper.texts.get("lead", "")) == fold(lower.texts.get("lead", "-")) for run in runs for upper, lower in pairwise(run)):
        return  # a lead printed anew below itself: cells of this table are not merged
    leads = {fold(row.texts["lead"]) for row in full}
    helpers = {fold(row.texts["support"]) for row in full}
    units = [(row, fold(row.texts.get("lead") or row.texts["support"])) for row in alone]
    helped = [(row, unit) for row, unit in units if unit not in leads]
    # A row or two that the dump was read wrong in may say otherwise.
    telling = sum(unit in helpers or bool(_HELPERS.match(unit)) for _, unit in helped)
    if len(helped) < max(2, len(units) - len(units) // 5) or not telling or telling < _LEAST_TELLING * len(helped) or _printed_anew(runs):
        return
    if any(is_ditto(unit) for _, unit in units) or any(row is run[0] for run in runs if run for row, _ in helped):
        return
    for run in runs:
        lead: str | None = None
        for row in run:
            if any(row is other for other, _ in helped):
                if lead is not None:
                    row.texts["support"] = row.texts.get("support") or row.texts["lead"]
                    row.texts["lead"], row.confidence = lead, _ABOVE
            else:
                lead = row.texts.get("lead")


def _printed_anew(runs: Sequence[Sequence[SharedRow]]) -> bool:
    """Whether a lead is printed again right below itself, beside who helps there: who merges cells merges these."""
    for run in runs:
        for row, below in pairwise(run):
            if "support" in row.texts and "support" in below.texts and "lead" in row.texts and fold(row.texts["lead"]) == fold(below.texts.get("lead", "")):
                return True
    return False


_LEAD_BY_HELPERS = re.compile(r"(?:[^/()]* )?(?:chủ trì|đầu mối|chính)[^/()]* ?/ ?(?:[^/()]* )?phối hợp(?: thực hiện)?")


def part_by_heading(texts: Sequence[dict[str, str]], roles: Sequence[str | None], heads: Sequence[str]) -> None:
    """Owner cells "X / Y" below a heading "Đơn vị chủ trì/phối hợp" made to say which is which, where most cells of the column are such pairs."""
    column = next((c for c, role in enumerate(roles[: len(heads)]) if role == "owner" and "/" in heads[c]), None)
    if column is None or not _LEAD_BY_HELPERS.fullmatch(fold(heads[column]).strip()):
        return
    pairs = [t for t in texts if [bool(side.strip()) for side in t.get("owner", "").split("/")] == [True, True]]
    if len(pairs) * 2 < sum("owner" in t for t in texts):
        return
    for row in pairs:
        if "phối hợp" not in fold(row["owner"]):
            row["owner"] = re.sub(r"\s*/\s*", " phối hợp ", row["owner"])
