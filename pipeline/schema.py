"""JSON Schema of the dataset, from the record models: `python -m pipeline.schema` writes it to docs/schema/."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from pipeline.records import Finding, LedgerRow, PlanRecord

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "schema"
MODELS: dict[str, tuple[type, str]] = {
    "plan": (PlanRecord, "One line of dataset.jsonl: a plan with its citations, targets and tasks"),
    "finding": (Finding, "One finding"),
    "ledger": (LedgerRow, "One line of a document with its role"),
}


def schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one of `MODELS` as it is written out."""
    model, title = MODELS[name]
    schema = TypeAdapter(model).json_schema(mode="serialization")
    if model is PlanRecord:  # the ledger has its own table and is not part of a dataset line
        schema["properties"].pop("ledger", None)
        schema["required"] = [f for f in schema.get("required", []) if f != "ledger"]
        schema.get("$defs", {}).pop("LedgerRow", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{name}.schema.json", **schema, "title": title}


def schema_text(name: str) -> str:
    return json.dumps(schema_of(name), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in MODELS:
        (FOLDER / f"{name}.schema.json").write_text(schema_text(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
