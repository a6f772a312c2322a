"""How quickly the review desk opens a batch of 130 plans: python -m benchmarks.review_desk [--plans 130].

Made from the sample plans under other names, every second target in words of its own: communes word alike, not the same. Times are
printed beside that of a yardstick (reading the same dataset's records from JSON), so that the ratio can be held against other machines.
"opened" is from the start of the command, in a process of its own, to the first page.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from http.cookiejar import CookieJar
from pathlib import Path
from statistics import median
from typing import Any

from pipeline.batch import WORK_FOLDER
from pipeline.code_version import parse_version, plan_version
from pipeline.codec import pack_plan
from pipeline.indicators import with_indicators
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
    chance = random.Random(7)
    words = sorted({w for p in samples for t in p.targets for w in t.indicator.split()})
    with WorkLedger(out / WORK_FOLDER / "ledger.sqlite", plan_version(), parse_version(), {}) as ledger:
        for n in range(count):
            sample = samples[n % len(samples)]
            name = {"source": f"ke-hoach-{n:03}.txt", "plan_id": f"ke-hoach-{n:03}", "sha256": hashlib.sha256(str(n).encode()).hexdigest(),
                    "plan": sample.plan.model_copy(update={"commune": f"Xã thứ {n}"})}
            name["targets"] = tuple(t.model_copy(update={"indicator": reworded(t.indicator, words, chance)}) for t in sample.targets)
            ledger.finished(str(name["sha256"]), Reply("ok", plan=pack_plan(sample.model_copy(update=name))))
            copies.append(sample.model_copy(update={**name, "findings": dataset[n % len(dataset)].findings}))
        ledger.note(NOTE, LastRun((plans,), plans / "corrections.jsonl").as_note())
    (out / "dataset.jsonl").write_bytes(dataset_bytes(with_indicators(copies)[0]))
    return out


def reworded(text: str, words: list[str], chance: random.Random) -> str:
    """The text, or with a word of another one in it."""
    own = text.split()
    if chance.random() < 0.5:
        own[chance.randrange(len(own))] = chance.choice(words)
    return " ".join(own)


def opened(out: Path) -> float:
    """Seconds from the start of the command to the first page."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "pipeline.cli", "review", str(out), "--no-browser"], stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT)
    try:
        assert process.stdout is not None
        link = re.search(r"http://\S+", process.stdout.readline())
        assert link
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        assert b"data-row" in browser.open(link[0], timeout=60).read()
        return time.perf_counter() - start
    finally:
        process.terminate()
        process.wait(20)


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
        command = min(opened(out) for _ in range(3))
        start, desk = timed(lambda: Desk(out, "Lan"))
        gc.freeze()  # as the command does
        sys.setswitchinterval(0.0005)
        desk.keep_ready()
        access = Access(PORT)
        client = TestClient(create_app(desk, access), base_url=f"http://127.0.0.1:{PORT}", headers={"sec-fetch-site": "none"})
        client.get(access.link.split(str(PORT))[1], follow_redirects=False)
        client.headers["sec-fetch-site"] = "same-origin"
        rows = {"opened": command, "start": start, "queue, first": timed(lambda: client.get("/"))[0], "queue, again": timed(lambda: client.get("/"))[0]}
        records = [timed(lambda i=i: client.get(f"/r/{i.pid}/{i.rid}"))[0] for i in desk.items()[:: max(1, len(desk.items()) // 40)]]
        rows |= {"record, median": median(records), "record, slowest": max(records)}
        items = [i for i in desk.items() if i.field in ("deadline", "lead")][:10]
        rows["accept and show"] = median(timed(lambda i=i: client.post(f"/r/{i.pid}/{i.rid}/accept", data={"field": i.field}))[0] for i in items)
        values = [i for i in desk.items() if i.field == "value"][:10]
        rows["edit a value and show, slowest"] = max(timed(lambda i=i: client.post(f"/r/{i.pid}/{i.rid}/edit", data={"field": "value", "text": "≥ 77 %"}))[0] for i in values)
        rows["queue after it"] = timed(lambda: client.get("/"))[0]
        rows["comparison after it"] = timed(lambda: client.get("/compare"))[0]
        rows["findings after it"] = timed(lambda: client.get("/findings"))[0]
        print(json.dumps({"plans": len(plans), "records": sum(len(p.targets) + len(p.tasks) for p in plans), "fields": len(desk.items()), "yardstick_s": round(yardstick, 3),
                          "seconds": {k: round(v, 3) for k, v in rows.items()}, "ratio": {k: round(v / yardstick, 2) for k, v in rows.items()}}, indent=1))
        desk.close()


if __name__ == "__main__":
    main()
