"""With whom an act is done, in front of the act whose amount is read."""

from __future__ import annotations

import re

from normalizers.acts import opens_act
from normalizers.text import fold

HELPED = re.compile(r"(?:chủ trì,? ?)?phối hợp (?:chặt chẽ |thường xuyên )?(?:với |cùng )?")
_GROWS = re.compile(r"(?:tăng|giảm|nâng|hạ|đạt|còn)(?!\w)")  # says how much, not what is done


def without_helpers(wording: str, before: str) -> str:
    """The wording of an outcome from the act itself: "phối hợp với X, Y tổ chức | hội nghị …" begins with "tổ chức".
    `before` is the folded text between the clause's start and its number."""
    helped = HELPED.match(before)
    if helped is None:
        return wording
    acts = [m.end() for m in re.finditer(" ", before) if m.end() >= helped.end() and opens_act(before[m.end() :])]
    if not acts or not fold(wording).startswith(before[: acts[-1]]) or len(fold(wording)) != len(wording):
        return wording
    cut = acts[-2] if len(acts) > 1 and " " not in before[acts[-2] : acts[-1] - 1] else acts[-1]  # "cung cấp" is one verb
    own = before[cut:]
    return wording if "," in own or len(own.split()) > 6 or _GROWS.match(own) else wording[cut:]
