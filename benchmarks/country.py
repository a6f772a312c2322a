"""Writing the results of very many communes: memory and processor time, from some hundred plans to a country's.

    python -m benchmarks.country [--plans 300 1000 3321]

A store that gives one plan at a time, as the ledger of work does: the sample plans of data/raw, each copy another commune's (the
communes of the country in turn) with other numbers, two thirds of its tasks and a sixth of its targets in other words. Every size runs in a
process of its own. Prints the peak memory of that process and its processor time, per plan as well.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.codec import pack_plan, unpack_plan
from pipeline.records import PlanRecord

ROOT = Path(__file__).resolve().parents[1]
_WORDS = re.findall(r"\w+", "xây dựng hệ thống dữ liệu nền tảng số hóa hồ sơ đào tạo kỹ năng cán bộ doanh nghiệp nông nghiệp giáo dục y tế môi trường giao thông văn hóa du lịch hạ tầng "
          "viễn thông an toàn thông tin thanh toán chữ ký thủ tục hành chính phòng họp trường học trạm hợp tác xã sản phẩm thôn bản đồ quy trình thiết bị")


def _vocabulary(name: str) -> list[dict[str, str]]:
    with (ROOT / "normalizers" / "vocab" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Country(Sequence[PlanRecord]):
    """`count` made-up plans, each made when it is asked for; the same number gives the same plan."""

    def __init__(self, count: int) -> None:
        from pipeline.read_one import read_one

        self._count = count
        self._samples = [pack_plan(read_one(path, path.name)) for path in sorted((ROOT / "data" / "raw").glob("*.txt"))]
        self._communes = _vocabulary("places_communes.csv")
        self._provinces = {row["code"]: row["name"] for row in _vocabulary("places_provinces.csv")}

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[PlanRecord]:
        return (self[n] for n in range(self._count))

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(self._count))]
        if not 0 <= index < self._count:
            raise IndexError(index)
        chance, place = random.Random(index), self._communes[index % len(self._communes)]
        plan = unpack_plan(self._samples[index % len(self._samples)])
        tasks = tuple(t.model_copy(update={"text": f"{t.text[:40]} {' '.join(chance.choices(_WORDS, k=25))}"}) if chance.random() < 0.67 else t for t in plan.tasks)
        targets = []
        for target in plan.targets:
            new: dict[str, Any] = {}
            if target.value is not None and chance.random() < 0.5:
                new["value"] = float(int(target.value * (0.7 + 0.3 * chance.random())))
            if chance.random() < 0.16:
                new["indicator"] = " ".join(chance.choices(_WORDS, k=9))
            targets.append(target.model_copy(update=new))
        head = plan.plan.model_copy(update={"commune": place["name"], "commune_type": place["type"], "province": self._provinces[place["province_code"]], "number": f"{index}/KH-UBND"})
        source = f"{index:05d}.pdf"
        return plan.model_copy(update={"source": source, "plan_id": source[:-4], "sha256": f"{index:064x}", "plan": head, "tasks": tasks, "targets": tuple(targets)})


def measure(count: int) -> dict[str, float]:
    """Write all outputs of `count` plans: peak MiB of this process, processor seconds."""
    import psutil

    from pipeline.outputs import write_outputs

    start, process = time.process_time(), psutil.Process()
    with tempfile.TemporaryDirectory(prefix="doichieu-country-") as folder:
        write_outputs(Country(count), Path(folder), {"product": "doichieu"})
    try:
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)
    except ImportError:
        peak = process.memory_info().peak_wset / (1 << 20)
    return {"plans": count, "peak_mib": round(peak), "processor_s": round(time.process_time() - start, 1)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, nargs="+", default=[300, 1000, 3321])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measure(args.one)))
        return
    print("| plans | peak MiB | processor s | processor s/plan |\n| ---: | ---: | ---: | ---: |")
    for count in args.plans:
        done = subprocess.run([sys.executable, "-m", "benchmarks.country", "--one", str(count)], check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        told = json.loads(done.stdout)
        print(f"| {count} | {told['peak_mib']} | {told['processor_s']} | {told['processor_s'] / count:.2f} |", flush=True)


if __name__ == "__main__":
    main()
