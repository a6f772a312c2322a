"""Start-up: processor seconds of `doichieu --help` and of a run over one document, all processes together.

    python -m benchmarks.startup [--repeat N]

Limits: 0.3 s for the help, 2.5 s for one document. As where the program is installed, the byte code of its modules is there: each command
runs once before it is measured, with a folder of its own for byte code, whatever the environment says of writing it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.scaling import ROOT, SAMPLES, processor_seconds

HELP_SECONDS = 0.3
DOCUMENT_SECONDS = 2.5


def cost(arguments: list[str], byte_code: Path) -> float:
    """Processor seconds of a command and all processes that it started; `byte_code`: folder of compiled modules."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = processor_seconds()
    subprocess.run([sys.executable, "-P", "-m", "pipeline.cli", *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   env={**env, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(byte_code)})
    return processor_seconds() - before


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=3)
    args = parser.parse_args()
    good = True
    print("| command | processor s (best) | limit |")
    print("| --- | ---: | ---: |")
    documents = [SAMPLES / "yen-hoa.docx", SAMPLES / "yen-hoa.pdf", ROOT / "data" / "raw" / "yen-hoa.txt"]
    for limit, name, path in [(HELP_SECONDS, "doichieu --help", None), *((DOCUMENT_SECONDS, f"doichieu run {d.name}", d) for d in documents)]:
        best = float("inf")
        with tempfile.TemporaryDirectory(prefix="doichieu-startup-") as folder:
            for n in range(args.repeat + 1):
                seconds = cost(["--help"] if path is None else ["run", str(path), "--out", str(Path(folder) / f"out{n}")], Path(folder) / "byte-code")
                best = min(best, seconds) if n else best  # the first run compiles
        good = good and best <= limit
        print(f"| `{name}` | {best:.2f} | {limit} |")
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
