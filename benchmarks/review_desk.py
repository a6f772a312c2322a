"""How quickly the review desk opens a batch of 130 plans: python -m benchmarks.review_desk [--plans 130].

Made from the sample plans under other names. Times are printed beside that of a yardstick (reading the same dataset's records
from JSON), so that the ratio can be held against other machines.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from pipeline.batch import WORK_FOLDER
from pipeline.code_version import parse_version, plan_version
from pipeline.codec import pack_plan
from pipeline.inspect import load_dataset
from pipeline.outputs import dataset_bytes
from pipeline.pool import Reply
from pipeline.records import PlanRecord
from pipeline.review_step import NOTE, LastRun, read_last_run
from pipeline.run import run
from pipeline.work_ledger import WorkLedger

PORT = 9754
ROOT = Path(__file__).resolve().parent.parent


def batch(folder: Path, count: int) -> Path:
    """An output folder as a run of `count` plans leaves it, without reading that many."""
    plans = folder / "plans"
    plans.mkdir()
    for path in sorted((ROOT / "data" / "raw").glob("*.txt")):
        (plans / path.name).write_bytes(path.read_bytes())
    run([plans], folder / "first")
    _, samples = read_last_run(folder / "first")
    dataset = load_dataset(folder / "first")
    out = folder / "out"
    out.mkdir()
    copies: list[PlanRecord] = []
    with WorkLedger(out / WORK_FOLDER / "ledger.sqlite", plan_version(), parse_version(), {}) as ledger:
        for n in range(count):
            sample = samples[n % len(samples)]
            name = {"source": f"ke-hoach-{n:03}.txt", "plan_id": f"ke-hoach-{n:03}", "sha256": hashlib.sha256(str(n).encode()).hexdigest(),
                    "plan": sample.plan.model_copy(update={"commune": f"Xã thứ {n}"})}
            ledger.finished(str(name["sha256"]), Reply("ok", plan=pack_plan(sample.model_copy(update=name))))
            copies.append(dataset[n % len(dataset)].model_copy(update=name))
        ledger.note(NOTE, LastRun((plans,), plans / "corrections.jsonl").as_note())
    (out / "dataset.jsonl").write_bytes(dataset_bytes(copies))
    return out


def timed(act: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    result = act()
    return time.perf_counter() - start, result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=130)
    given = parser.parse_args()
    from starlette.testclient import TestClient

    from pipeline.review.app import create_app
    from pipeline.review.desk import Desk
    from pipeline.review.security import Access

    with tempfile.TemporaryDirectory() as name:
        out = batch(Path(name), given.plans)
        yardstick, plans = timed(lambda: load_dataset(out))
        start, desk = timed(lambda: Desk(out, "Lan"))
        access = Access(PORT)
        client = TestClient(create_app(desk, access), base_url=f"http://127.0.0.1:{PORT}", headers={"sec-fetch-site": "none"})
        client.get(access.link.split(str(PORT))[1], follow_redirects=False)
        client.headers["sec-fetch-site"] = "same-origin"
        rows = {"start": start, "queue, first": timed(lambda: client.get("/"))[0], "queue, again": timed(lambda: client.get("/"))[0]}
        records = [timed(lambda i=i: client.get(f"/r/{i.pid}/{i.rid}"))[0] for i in desk.items()[:: max(1, len(desk.items()) // 40)]]
        rows |= {"record, median": median(records), "record, slowest": max(records)}
        items = [i for i in desk.items() if i.field in ("deadline", "lead")][:10]
        rows["accept and show"] = median(timed(lambda i=i: client.post(f"/r/{i.pid}/{i.rid}/accept", data={"field": i.field}))[0] for i in items)
        rows["queue after it"] = timed(lambda: client.get("/"))[0]
        rows["comparison after it"] = timed(lambda: client.get("/compare"))[0]
        rows["findings after it"] = timed(lambda: client.get("/findings"))[0]
        print(json.dumps({"plans": len(plans), "records": sum(len(p.targets) + len(p.tasks) for p in plans), "fields": len(desk.items()), "yardstick_s": round(yardstick, 3),
                          "seconds": {k: round(v, 3) for k, v in rows.items()}, "ratio": {k: round(v / yardstick, 2) for k, v in rows.items()}}, indent=1))
        desk.close()


if __name__ == "__main__":
    main()
