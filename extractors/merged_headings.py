"""One heading per column from a header of several rows, and rows that only number the columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.table_headers import heading_role
from extractors.years_above import under_year
from normalizers.text import fold

_ORDINAL = re.compile(r"\(?(I{1,3}|IV|1[0-2]|0?[1-9])\)?")
_PART_OF_YEAR = re.compile(r"(?<!\w)(quý|tháng)(?!\w)")
_YEAR = re.compile(r"20\d\d")


def merge_header(rows: Sequence[Sequence[str]]) -> list[str]:
    """One heading per column from a header of several rows; a merged cell is repeated at each position it covers.

    "Đơn vị thực hiện" over "Chủ trì" gives "Đơn vị thực hiện: Chủ trì"'s meaning as `Đơn vị chủ trì`; "Chỉ tiêu" over
    "2026" gives "Chỉ tiêu 2026". A column-number row ("1 2 3 …", "(1) (2)") adds nothing.
    """
    width = max((len(row) for row in rows), default=0)
    out: list[str] = []
    useful = [row for row in rows if not is_number_row(row)]
    for col in range(width):
        parts: list[str] = []
        for text in (" ".join((row[col] if col < len(row) else "").split()) for row in useful):
            if text and (not parts or fold(parts[-1]) != fold(text)):
                parts.append(text)
        out.append(_merge(parts))
    return out


def _merge(parts: list[str]) -> str:
    if len(parts) < 2:
        return parts[0] if parts else ""
    if (named := _ORDINAL.fullmatch(parts[-1])) is not None and (of := _PART_OF_YEAR.search(fold(parts[-2]))) is not None:
        parts = [*parts[:-1], f"{of[1]} {named[1]}"]  # "Chia theo quý" over "I | II | III | IV"
    child = heading_role(parts[-1])
    if (dated := under_year(parts[-2], heading_role(parts[-2]), parts[-1], child)) is not None:
        return dated
    if child and child.startswith("quarter@"):
        years = _YEAR.findall(fold(" ".join(parts[:-1])))
        return _of_year(parts[-1], child, years[0]) if len(set(years)) == 1 else parts[-1]
    if child and child.startswith("value@"):
        above = " ".join(parts[-2:])
        return above if heading_role(above) == "actual" else parts[-1]
    if child and child not in ("task", "indicator", "value", "other"):
        return parts[-1]
    joined = " ".join(parts)
    if heading_role(joined) and not (child and heading_role(parts[0]) == heading_role(joined)):
        return joined
    return parts[-1] if child else joined


def _of_year(head: str, role: str, year: str) -> str:
    """A part of a year below its year: "Quý I/2026"; "6 tháng" is its first half, "9 tháng" ends with September."""
    return {"quarter@-40": f"6 tháng đầu năm {year}", "quarter@-09": f"Tháng 9/{year}"}.get(role) or f"{head}/{year}"


def is_number_row(row: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: "1 | 2 | 3", "(1) | (2)", "A | B | 1 | 2"."""
    if max(map(len, row), default=0) > 12:
        return False  # no number of a column, nor a sum of them ("5 = 3 + 4"): the wording of a row
    cells = [cell.strip().strip("()[].") for cell in row]
    filled = [cell for cell in cells if cell]
    if len(filled) < 3 or len(filled) < len(cells) - 1:
        return False
    numbers = [int(cell.split("=")[0]) for cell in filled if cell.split("=")[0].isdigit()]
    letters = [cell for cell in filled if not cell.split("=")[0].isdigit()]
    return (numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False) and all(
        len(cell) == 1 and cell.isalpha() for cell in letters
    ) and numbers[0] in (0, 1, 2, 3)
