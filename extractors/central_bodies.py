"""Central bodies at the head of a document: which lines name one, and which organ of the Party's Central Committee issues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from normalizers.text import fold

_CENTRAL = re.compile(r"(?:bộ|thủ tướng|chính phủ|quốc hội|ban bí thư|văn phòng (?:chính phủ|quốc hội|trung ương)|(?:ban chỉ đạo|hội đồng|ủy ban|uỷ ban) (?:quốc gia|nhà nước|trung ương)|"
                      r"ban chấp hành trung ương|ban (?:tổ chức|tuyên giáo|nội chính|chính sách|dân vận|kinh tế)[\w ,]* trung ương|kiểm toán nhà nước|thanh tra chính phủ|(?:tòa án|toà án|viện kiểm sát) nhân dân tối cao)\b")
_COMMITTEE = re.compile(r"ban chấp hành trung ương(?: đảng.*)?")  # not the one of a union: "Ban Chấp hành Trung ương Đoàn"
_SIGNS = re.compile(r"^t/?m\.? (bộ chính trị|ban bí thư)\b")
_ORGANS = {"bộ chính trị": "Bộ Chính trị", "ban bí thư": "Ban Bí thư"}


def is_central(header: Sequence[str]) -> bool:
    """Whether a header's first lines name a central body, be its name cut over two lines."""
    return any(_CENTRAL.match(fold(line)) for line in (*header[:3], " ".join(header[:2])))


def central_organ(header: Sequence[str], signature: Iterable[str]) -> str | None:
    """The organ for which a document of the Central Committee is signed, the committee itself where none is said; None for any other header."""
    if not any(_COMMITTEE.fullmatch(fold(line)) for line in (*header, " ".join(header[:2]))):
        return None
    return next((_ORGANS[m[1]] for text in signature if (m := _SIGNS.search(fold(text)))), "Ban Chấp hành Trung ương")
