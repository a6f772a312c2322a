"""Headings that say when what stands below them is done: "1. Quý I", "Đợt 2 (từ ngày 01/8 đến ngày 31/8/2026)".

A section's topic may hold a year or a date ("Nhiệm vụ năm 2026", "Ngày Chuyển đổi số (10/10)") that bounds no act. A heading
dates its acts when it is nothing but a time, when its note in brackets is a bounded time, or when the time stands behind the
name of a phase ("Giai đoạn 1: từ ngày … đến ngày …"). A bare year or period does so only in a row of such headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from extractors.outline_nodes import Node
from normalizers.deadlines import is_time_phrase
from normalizers.text import fold, squash

_BOUNDED = r"(?:(?:thời gian|thời hạn|tiến độ|thực hiện|triển khai|dự kiến|hoàn thành|xong)(?: (?:thực hiện|triển khai|hoàn thành|xong|dự kiến))* ?:? ?)?"
_TIME_START = r"(?:từ|trong|trước|sau|đến|hết|chậm nhất|qu[ýí]|tháng|ngày|tuần|đầu|giữa|cuối|hằng|hàng|định kỳ|thường xuyên|\d{1,2}/|6 tháng|9 tháng|06 tháng|09 tháng)"
_OFFICE = r"(?:(?:các )?(?:văn phòng|phòng|công an|ban(?! hành)|trung tâm|trạm|ủy ban|uỷ ban|ubnd|mttq|hội|đoàn|trường|sở|bộ|tổ|đài|cục|chi cục|đảng ủy|đảng uỷ) [^():;]{2,120})"
_CHARGED = rf"(?:(?:[^():]{{3,160}}\b(?:chủ trì|phụ trách|tham mưu|phối hợp)(?: thực hiện)?[;,]|{_OFFICE}(?:[;,]| [-–])) ?)?"  # "(Phòng Kinh tế chủ trì; | hoàn thành trong quý II/2026)", "(Phòng Kinh tế, | Quý II/2026)"
_NOTE = re.compile(rf"\({_CHARGED}({_BOUNDED}{_TIME_START}[^()]{{2,90}}|(?:(?:thực hiện|triển khai|làm) )?thường xuyên)\)\s*[.:;]*$")
_ONE_DAY = re.compile(r"(?:ngày )?\d[^a-zđ-]*$")  # "(10/10)" is the day of a name, "(ngày 05/01/2026)" that of a document
_PHASE = re.compile(rf"(?:giai đoạn|đợt|bước|kỳ|vòng|lần|chặng)(?: (?:thứ )?(?:\d{{1,2}}|[ivx]{{1,4}}|một|hai|ba|bốn|nhất|nhì|cao điểm))?(?: ?[:,-]| ?\() ?({_BOUNDED}{_TIME_START}[^()]{{2,90}}?)\)?\s*[.:;]*$")
_WHOLE = re.compile(r"(?:(?:nhóm |các |những )*(?:nhiệm vụ|công việc|nội dung|hoạt động|công tác|giải pháp)(?: (?:trọng tâm|chủ yếu|cụ thể|thực hiện|triển khai|cần|phải|hoàn thành|xong|làm ngay|trong|của|các))* )?((?:trong )?(?:qu[ýí]|tháng|tuần|6 tháng|06 tháng|9 tháng|từ ngày|từ tháng|trước ngày|trước(?= (?:tháng|\d))|ngày)\b.{0,70}?)\s*[.:;]*$")
_THEMED = re.compile(r"((?:trong )?(?:tháng|qu[ýí]) (?:\d{1,2}|[ivx]{1,3})(?: ?/ ?\d{4}| năm \d{4})?) ?[:.(–-] ?(?!(?:tháng|qu[ýí]|\d|[ivx]{1,3}\b))\S")  # "Tháng 9/2026: Chủ điểm “…”", its acts below
_YEARS = re.compile(r"((?:trong )?(?:giai đoạn|năm|năm học|các năm) (?:từ )?\d{4}(?: ?- ?\d{4})?)\s*[.:;]*$")
_MAY_DATE = re.compile(r"\d|\b(?:qu[ýí]|tháng|hằng|hàng|định kỳ|thường xuyên)\b")
_CONTENTS = re.compile(r"[,;]? ?(?:gồm|bao gồm|với|tập trung)(?: vào)?(?: (?:các|những|một số))? (?:nội dung|nhiệm vụ|công việc|hoạt động|việc)[^:;().]{0,40}[:.;]*$")  # behind the time
_MARKED = re.compile(r"^\s*(?:[IVX]{1,5}|[A-H]|\d{1,2}(?:\.\d{1,2})*)[.)]?\s+")  # the number of a group's title
_MAX_WORDS = 45


def heading_time(node: Node) -> str | None:
    """The time that the nearest dated heading above a leaf gives its act, as printed; None where none does."""
    for above in node.ancestors():
        if above.par is not None and above.role in {"task", "org"}:
            said = _said(above)
            if said is not None:
                return said
    return None


def time_of_titles(titles: Iterable[str]) -> str | None:
    """The time that the nearest dated one of the titles of groups in a table, from the inside out, gives the rows below it, as printed."""
    return next((said for title in titles if (said := _dated(_MARKED.sub("", title))[0]) is not None), None)


def is_dated(body: str) -> bool:
    """Whether a heading is a time or a phase with its time: "Tháng 3/2026:", "Bước 1: Chuẩn bị (trong tháng 02/2026)"."""
    return any(_dated(body))


def _said(node: Node) -> str | None:
    said, year = _dated(node.body)
    return said if said is not None or year is None or not _in_row(node) else year


@lru_cache(maxsize=256)  # a heading is asked for each leaf below it
def _dated(body: str) -> tuple[str | None, str | None]:
    """The time that a heading says of its acts, and the bare years that count in a row of such headings only."""
    text = squash(body)
    low = fold(text)
    if len(low) != len(text) or len(low.split()) > _MAX_WORDS or not _MAY_DATE.search(low):
        return None, None
    if (rest := _CONTENTS.search(low)) is not None:
        low = low[:rest.start()]
    for shape in (_WHOLE, _NOTE, _PHASE, _THEMED):
        m = shape.match(low) if shape is not _NOTE else shape.search(low)
        if m is not None and not (shape is _NOTE and _ONE_DAY.match(m[1])) and _is_time(text[m.start(1):m.end(1)]):
            return text[m.start(1):m.end(1)].strip(" :,-"), None
    m = _YEARS.match(low)
    return None, text[m.start(1):m.end(1)] if m is not None else None


def _is_time(text: str) -> bool:
    text = text.strip(" :,-")
    return is_time_phrase(text[:1].upper() + text[1:])


def _in_row(node: Node) -> bool:
    """Whether a sibling of the same kind is a bare year or period too: the steps of a road map."""
    assert node.parent is not None
    row = [n for n in node.parent.children if n.par is not None and n.kind == node.kind]
    return sum(_YEARS.match(fold(squash(n.body))) is not None for n in row) > 1
