"""Build the place data of `normalizers/vocab/` from the data that the package `vietnamadminunits` (MIT) ships.

Run `python -m benchmarks.build_places` after an update of that package; the files are part of the repository, so that
a run needs neither the package nor a network. Hands on four files: provinces (34), communes (3,321), the districts
and the communes of before July 2025 with their successors, and `places_version.csv`.
"""

from __future__ import annotations

import csv
import importlib.metadata
import importlib.util
import json
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

VOCAB = Path(__file__).resolve().parent.parent / "normalizers" / "vocab"


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def write(name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with (VOCAB / name).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def successors(converter: dict[str, Any]) -> dict[str, list[tuple[str, str]]]:
    """Old key `province_district_ward` -> new (province key, ward key), the main successor first."""
    out: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in wards.items():
            for old in olds:
                out[old].append((province, ward))
    for province, olds_divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, news in olds_divided.items():
            for new in sorted(news, key=lambda n: (not n["isDefaultNewWard"], n["newWardKey"])):
                out[old].append((province, new["newWardKey"]))
    return out


def main() -> None:
    spec = importlib.util.find_spec("vietnamadminunits")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install vietnamadminunits")
    data = Path(spec.origin).parent / "data"
    converter = json.loads((data / "converter_2025.json").read_text("utf-8"))
    db = sqlite3.connect(data / "dataset.db")
    new = db.execute("select provinceCode, province, provinceShort, provinceKey, wardCode, wardType, wardShort, wardKey "
                     "from admin_units order by provinceCode, wardCode").fetchall()
    old = db.execute("select province, provinceShort, provinceKey, districtType, districtShort, districtKey, wardType, "
                     "wardShort, wardKey from admin_units_legacy order by provinceCode, districtCode, wardCode").fetchall()
    old_names = {key: nfc(short) for _, short, key, *_ in old}
    code_of = {key: code for code, _, _, key, *_ in new}
    provinces: dict[str, list[str]] = {}
    for code, full, short, key, *_ in new:
        kind = nfc(full)[: -len(nfc(short))].strip().lower()
        former = [old_names[k] for k in converter["DICT_PROVINCE"][key] if old_names[k] != nfc(short)]
        provinces[code] = [code, kind, nfc(short), ";".join(sorted(former))]
    write("places_provinces.csv", ["code", "type", "name", "former"], [provinces[c] for c in sorted(provinces)])
    write("places_communes.csv", ["code", "type", "name", "province_code"],
          [[w, nfc(kind).lower(), nfc(short), p] for p, _, _, _, w, kind, short, _ in new])

    ward_code = {(pkey, wkey): code for _, _, _, pkey, code, _, _, wkey in new}
    successor = successors(converter)
    new_province = {o: n for n, olds in converter["DICT_PROVINCE"].items() for o in olds}
    districts: dict[tuple[str, ...], str] = {}
    communes: list[list[str]] = []
    for _, pshort, pkey, dtype, dshort, dkey, wtype, wshort, wkey in old:
        if dshort:
            districts.setdefault((nfc(dtype).lower(), nfc(dshort), nfc(pshort)), code_of[new_province[pkey]])
        if not wshort:
            continue
        codes = [ward_code[s] for s in successor.get(f"{pkey}_{dkey}_{wkey}", []) if s in ward_code]
        communes.append([nfc(wtype).lower(), nfc(wshort), nfc(dshort or ""), nfc(pshort), " ".join(codes)])
    write("places_old_districts.csv", ["type", "name", "old_province", "province_code"],
          [[*k, v] for k, v in districts.items()])
    write("places_old_communes.csv", ["type", "name", "district", "old_province", "codes"], communes)
    write("places_version.csv", ["key", "value"], [
        ["valid_from", "2025-07-01"], ["source", "vietnamadminunits"],
        ["source_version", importlib.metadata.version("vietnamadminunits")], ["source_licence", "MIT"],
        ["provinces", str(len(provinces))], ["communes", str(len(new))]])


if __name__ == "__main__":
    main()
