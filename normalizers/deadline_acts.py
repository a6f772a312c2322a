"""When an act is due by its own sentence."""

from __future__ import annotations

from normalizers.deadline_prose import find_deadline, opening_time
from normalizers.deadline_reading import parse_deadline
from normalizers.values import Deadline


def act_deadline(text: str, reference: str | None = None) -> Deadline | None:
    """The deadline that an act's sentence prints, None without one; `reference` as for `parse_deadline`.

    A quarter or month that opens the sentence goes before a rhythm inside it: "Quý II: Sơ kết 6 tháng; kiểm tra 03 đơn vị"."""
    said = find_deadline(text, reference)
    if said is None or said.kind != "recurring" or (opens := opening_time(text)) is None:
        return said
    first = parse_deadline(opens, reference)
    return first if first.kind == "fixed" else said
