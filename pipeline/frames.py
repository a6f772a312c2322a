"""A finished run as pandas data frames, for notebooks and for the overview that `doichieu stats` prints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extractors.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd


def frames(out_dir: Path) -> dict[str, pd.DataFrame]:
    """Every table of a run (`targets`, `tasks`, `divergence_long`, …) as a typed data frame, raw text unescaped.

    Raises UsageError where the folder holds no finished run."""
    import pandas as pd

    files = sorted((out_dir / "parquet").glob("*.parquet"))
    if not files:
        raise UsageError(f"{out_dir}: no results there. Run `doichieu run … --out {out_dir}` first, or name another folder with --out.")
    return {file.stem: pd.read_parquet(file) for file in files}


def overview(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """One row per plan: how many targets and tasks, the share that names a number, horizon, owner and deadline, findings by
    severity. Shares are 0..1."""
    import pandas as pd

    plans = tables["plans"].set_index("source")
    targets, tasks, findings = tables["targets"], tables["tasks"], tables["findings"]
    by_target, by_task = targets.groupby("source"), tasks.groupby("source")
    out = pd.DataFrame({
        "commune": plans["commune"],
        "targets": by_target.size(),
        "with_number": by_target["value"].apply(lambda s: s.notna().mean()),
        "with_horizon": by_target["horizon"].apply(lambda s: s.fillna("").ne("").mean()),
        "tasks": by_task.size(),
        "with_owner": by_task["lead"].apply(lambda s: s.fillna("").ne("").mean()),
        "with_deadline": by_task["deadline"].apply(lambda s: s.fillna("").ne("").mean()),
    }).reindex(plans.index)
    severities = findings.pivot_table(index="source", columns="severity", values="kind", aggfunc="count", fill_value=0)
    for severity in ("error", "warning", "info"):
        out[severity] = severities[severity].reindex(out.index).fillna(0).astype(int) if severity in severities else 0
    for count in ("targets", "tasks"):
        out[count] = out[count].fillna(0).astype(int)
    return out.sort_index()
