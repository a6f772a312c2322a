"""Every target of a batch gets its indicator: of the catalogue, settled by the user, or provisional across plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from extractors.errors import UsageError
from normalizers.indicator_text import key
from normalizers.indicators import PROVISIONAL, Indicator, Match, Wording, assign, catalogue
from pipeline.csv_io import csv_bytes, csv_reader, text_of_csv
from pipeline.plan_rows import changed
from pipeline.records import PlanRecord, Target

CONFIRM_BELOW = 0.85
CONFIRM_COLUMNS = ("indicator", "unit", "indicator_id", "indicator_name", "confidence", "runner_up", "reason", "plans", "confirmed")


def _settled(target: Target) -> bool:
    return target.indicator_id is not None and not target.indicator_id.startswith(PROVISIONAL)


def with_indicators(plans: Sequence[PlanRecord], confirmed: Mapping[str, str | None] | None = None,
                    ) -> tuple[list[PlanRecord], dict[str, Indicator]]:
    """The plans with `indicator_id`, `indicator_confidence` and `indicator_runner_up` of every target, and the
    indicators they use by id. Does not depend on the order of `plans`; an id that a target already has from the
    catalogue stays. Idempotent."""
    targets = [t for plan in plans for t in plan.targets]
    found, used = assign([Wording(t.indicator, t.unit, t.comparator) for t in targets], confirmed)
    results = iter(found)
    out = [matched(plan, [next(results) for _ in plan.targets], confirmed) for plan in plans]
    kept = {t.indicator_id for plan in out for t in plan.targets if t.indicator_id}
    return out, {iid: used.get(iid) or catalogue()[iid] for iid in (*used, *sorted(kept - used.keys())) if iid in kept}


def matched(plan: PlanRecord, matches: Sequence[Match], confirmed: Mapping[str, str | None] | None = None) -> PlanRecord:
    """A plan whose targets have the indicators of `matches`, one for each; an id that a target has from the catalogue
    stays unless a user settled its wording."""
    new: list[Target] = []
    for target, result in zip(plan.targets, matches, strict=True):
        if not (_settled(target) and target.indicator_id in catalogue() and not (confirmed and key(target.indicator) in confirmed)):
            target = changed(target, indicator_id=result.indicator_id, indicator_confidence=result.confidence, indicator_runner_up=result.runner_up)
        new.append(target)
    return changed(plan, targets=tuple(new))


def to_confirm(plans: Iterable[PlanRecord], everything: bool = False) -> list[dict[str, str]]:
    """Wordings whose indicator a person should look at, least certain first: columns `CONFIRM_COLUMNS`.

    The user writes an indicator id into `confirmed` (also a provisional one of the list; "-" for: none of the catalogue) and feeds the file back."""
    seen: dict[tuple[str, str], dict[str, set[str]]] = {}
    for plan in plans:
        for target in plan.targets:
            seen.setdefault((target.indicator, target.unit or ""), {}).setdefault(target.comparator, set()).add(plan.source)
    items = list(seen.items())
    results, used = assign([Wording(text, unit or None, min(by)) for (text, unit), by in items])
    rows = []
    for ((text, unit), by), found in zip(items, results, strict=True):
        if everything or found.confidence < CONFIRM_BELOW or (found.indicator_id or "").startswith(PROVISIONAL):
            iid = found.indicator_id or ""
            rows.append({"indicator": text, "unit": unit, "indicator_id": iid, "indicator_name": used[iid].name if iid in used else "",
                         "confidence": f"{found.confidence:.2f}", "runner_up": found.runner_up or "", "reason": found.reason,
                         "plans": "; ".join(sorted({s for sources in by.values() for s in sources})), "confirmed": ""})
    return sorted(rows, key=lambda r: (r["confidence"], r["indicator"], r["unit"]))


def confirm_bytes(rows: Sequence[Mapping[str, str]], excel_vi: bool = False) -> bytes:
    """The rows of `to_confirm` as a CSV file that a spreadsheet opens and `read_confirmed` reads back."""
    return csv_bytes(CONFIRM_COLUMNS, ([row[c] for c in CONFIRM_COLUMNS] for row in rows), excel_vi)


def read_confirmed(path: Path) -> dict[str, str | None]:
    """What a user settled in a file of `to_confirm`: levelled wording → indicator id, None for "none" ("-").

    Reads comma, semicolon or tab, with or without BOM. A provisional id is known where the file lists it. Raises UsageError for a file
    that is none, and for an unknown id, saying the line."""
    try:
        text = text_of_csv(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path}: không mở được tệp xác nhận chỉ tiêu ({error.strerror or error}).") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: tệp xác nhận chỉ tiêu không phải CSV UTF-8. Trong Excel chọn lưu dạng “CSV UTF-8”.") from error
    reader = csv_reader(text)
    if not {"indicator", "confirmed"} <= set(reader.fieldnames or ()):
        raise UsageError(f"{path.name}: cần các cột indicator và confirmed. Lấy tệp bằng lệnh: doichieu indicators")
    rows = list(reader)
    listed = {i for row in rows if (i := (row.get("indicator_id") or "").strip()).startswith(PROVISIONAL)}
    out: dict[str, str | None] = {}
    for number, row in enumerate(rows, start=2):
        choice = (row.get("confirmed") or "").strip().removeprefix("'")
        if not choice:
            continue
        if choice != "-" and choice not in catalogue() and choice not in listed:
            raise UsageError(f"{path.name}, dòng {number}: không có chỉ tiêu “{choice}” trong danh mục, cũng không có trong cột indicator_id.")
        out[key((row.get("indicator") or "").removeprefix("'"))] = None if choice == "-" else choice
    return out
