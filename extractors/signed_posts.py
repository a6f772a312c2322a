"""Which of the capital lines above a signature are the signer's post, and which say for whom is signed ("TM. ỦY BAN NHÂN DÂN")."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FOR = re.compile(r"T/?M(?:\.|\s)")
_POST = re.compile(r"CHỦ TỊCH|BÍ THƯ|TRƯỞNG|GIÁM ĐỐC|THƯ KÝ|CHỦ NHIỆM|ỦY VIÊN|THƯỜNG TRỰC|CHỈ HUY|CHÍNH ỦY|CHÁNH|PHÓ|THỦ TƯỚNG|\b(?:KT|TL|TUQ|Q)\b")


def printed_posts(lines: Sequence[str]) -> list[str]:
    """The lines without those that say for whom is signed, be they cut in two: "TM. THƯỜNG TRỰC HỘI ĐỒNG" / "NHÂN DÂN"."""
    return [line for k, line in enumerate(lines) if not _FOR.match(line) and not (k and _FOR.match(lines[k - 1]) and not _POST.search(line))]
