"""The printed words of a flattened table's header, parted where a dump glues them, in the order in which headings hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.document import Line
from extractors.flat_nesting import Piece
from normalizers.text import CAPITALS, fold

# A dump prints the tail of a wrapped heading and the heading on its left that stands on the same height without a blank: "dõi31/12/2025", "hợpNăm".
_SMALL = CAPITALS.lower()
_WORD = re.compile(rf"\S*?(?:[{_SMALL}]{{2}}(?=[{CAPITALS}][{_SMALL}]|(?:KH|TH|ƯTH|NQ)(?!\S)|(?<=\S{{3}})\d\d)|[{CAPITALS}]{{2}}(?=[{CAPITALS}][{_SMALL}]|20\d\d|(?:NĂM|CHỦ|CƠ|ĐƠN|PHỐI|ĐẾN|TỈNH|XÃ|CHỈ|QUÝ|TỪ|GIAI|TỔNG|NGÂN)(?!\S))|\)(?=[{CAPITALS}]))|\S+")
_YEARS_THEN_TAIL = re.compile(r"(?P<years>(?:(?:đến )?(?:năm )?20\d\d ){2,})(?!đến |năm )[^\W\d]")
# Headings under a merged "Phân công thực hiện", and the tail of the heading beside it printed behind them: "Chủ trì Phối hợp phẩm".
_OWNERS_THEN_TAIL = re.compile(r"(?P<owners>(?:(?:(?:cơ quan|đơn vị|bộ phận) )?(?:chủ trì|phối hợp)(?: thực hiện)? ){2})[^\W\d_]")
# Dates under a merged "Thời gian thực hiện", and such a tail: "Từ ngày Đến ngày chú".
_DATES_THEN_TAIL = re.compile(r"(?P<dates>(?:từ (?:ngày|tháng) đến (?:ngày|tháng)|bắt đầu kết thúc) )[^\W\d_]")
_YEAR_CUT_BY_TAIL = re.compile(r"(?P<year>(?:(?:đến )?năm|\d{1,2}/\d{1,2}/\d{0,3}) )(?!đến |năm )[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a header: folded, where it stands, whether it opens its line, and as printed."""

    text: str
    piece: Piece
    first: bool
    small: bool  # printed with a small first letter
    printed: str


def words_of(line: Line, n: int) -> list[Word]:
    """The words of a header's line `n`."""
    return [Word(fold(m[0]), Piece(n, m.start(), m.end()), k == 0, m[0][:1].islower(), m[0]) for k, m in enumerate(_WORD.finditer(line.text))]


def behind_children(line: list[Word], below: str) -> list[Word]:
    """The words of a header line, the tail of a wrapped heading before the years or owners that are printed in front of it.

    "Cơ quan chủ trì theo" beside "Mục tiêu" wraps into the line of the years below: "Năm 2025 Năm 2030 dõi, đánh giá". In thin
    columns the years go on in the line `below`: "Năm chủ trì" over "2026", "31/12/2 theo dõi" over "025"."""
    text = " ".join(w.text for w in line)
    m = _YEARS_THEN_TAIL.match(text) or _OWNERS_THEN_TAIL.match(text) or _DATES_THEN_TAIL.match(text) or (_YEAR_CUT_BY_TAIL.match(text) if below[:1].isdigit() else None)
    if m is None:
        return line
    k = len(m[1].split())
    return [*line[k:], *line[:k]] if line[k].small else line
