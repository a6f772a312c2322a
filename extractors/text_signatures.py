"""The text that digital signatures leave among the lines of a document: time stamps, signing labels, what stands under them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import Line
from normalizers.text import fold

_TIMESTAMP = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}|\d{2}[./]\d{2}[./]\d{4} \d{2}:\d{2}:\d{2} ?[+-]\d{2}:?\d{2}")
_SIGNING = re.compile(
    r"signing (?:document|office|time)|signer'?s? ?office|signature (?:not verified|valid)|digitally signed by|chữ ký số ?:|người ký ?:|"
    r"ký bởi ?:|thời gian ký ?:|ngày ký ?:|được ký bởi|cơ quan ?: .*\| ?email"
)
_SIGNED_FOR = re.compile(r"(?:email|thư điện tử|cơ quan|tổ chức|chức vụ|lý do|địa điểm) ?: ?\S.{0,60}$")
SIGNED_BY = re.compile(r"(?:người ký|ký bởi|được ký bởi) ?: ?\S", re.IGNORECASE)
_ZONE = re.compile(r"[+-]\d\d:\d\d")
_NEAR = 8


def mark_signatures(lines: Sequence[Line]) -> None:
    """Set `furniture` on the text of digital signatures: time stamps, signing labels, and the tabbed lines around them."""
    marks = [k for k, line in enumerate(lines) if _TIMESTAMP.search(line.text) or _SIGNING.search(fold(line.text))]
    for k in marks:
        follows = fold(lines[k + 2].text) if k + 2 < len(lines) else ""
        if SIGNED_BY.match(lines[k].text) and (_SIGNED_FOR.match(follows) or _SIGNING.match(follows)) and len(lines[k + 1].text.split()) <= 6:
            lines[k + 1].furniture = True  # "Ký bởi: Ủy ban nhân dân phường" / "Phúc Lợi" / "Ngày ký: …"
        if len(lines[k].text.split()) <= 14:
            lines[k].furniture = True
        if k + 1 < len(lines) and _ZONE.fullmatch(lines[k + 1].text.strip()):
            lines[k + 1].furniture = True
        for step in (-1, 1):  # "Người ký: …", "Email: …", "Cơ quan: …", "Thời gian ký: …" under one another
            j = k + step
            while 0 <= j < len(lines) and _SIGNED_FOR.match(fold(lines[j].text)):
                lines[j].furniture = True
                j += step
        for j in range(max(0, k - _NEAR), min(len(lines), k + _NEAR + 1)):
            if lines[j].text.startswith("\t") and (_TIMESTAMP.search(lines[k].text) or "sign" in fold(lines[k].text)):
                lines[j].furniture = True
