"""Writes corrections one after the other and prints the id of each once it is on the disk; is killed by the test."""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline.corrections import PlanAnchor, RecordAnchor, append, make


def main(path: Path) -> None:
    number = 0
    sys.stdin.readline()  # started ahead, told when to begin
    while True:
        number += 1
        c = make("edit", "Lan", plan=PlanAnchor(text="x", source="kế hoạch.txt"), record=RecordAnchor(kind="task", key=f"{number:024}", raw="nội dung " * 40),
                 field="text", before="trước", after=f"sau {number}")
        append(path, c)
        sys.stdout.write(c.id + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
