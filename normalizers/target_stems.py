"""Items that go on with the wording above them: "100% các trường:" / "có phòng học STEM"; "Tỷ lệ hộ nghèo:" / "Năm 2026: 3%"."""

from __future__ import annotations

import re
from dataclasses import replace

from normalizers.acts import names_indicator, opens_act
from normalizers.target_prose import read_targets
from normalizers.target_wording import PREDICATE
from normalizers.text import fold
from normalizers.values import TargetReading

_MARKER = re.compile(r"^(?:[-+*•●○▪➢✓‒–—] ?|\(?\d{1,2}[.)] ?(?=\D)|\d{1,2}(?:\.\d{1,2}){1,3}\.? (?=\D)|\(?[a-zđ][.)] ?)+")
_AIMS = r"(?:(?:phấn đấu|quyết tâm|bảo đảm|đảm bảo|duy trì|hằng năm|có|đạt),? )*"
_LEAST = r"(?:(?:trên|hơn|ít nhất|tối thiểu|từ|không dưới|khoảng) )?"
_GOES_ON = r"(?: (?:phải|đều|cần)| (?:thực hiện|bảo đảm|đảm bảo|đáp ứng|triển khai)(?: tốt| đầy đủ)?(?: các)? (?:nội dung|yêu cầu|nhiệm vụ|công việc|điều kiện)(?: chủ yếu)?(?: sau(?: đây)?)?)"
_SHARE = re.compile(rf"(?P<stem>{_AIMS}{_LEAST}\d[\d.,]*\s?%(?: trở lên)? (?P<who>[^:;.%\d]{{3,80}}?)){_GOES_ON}? ?:$")
_YEAR = r"(?:19|20)\d\d"
_TIME = (
    rf"(?:(?:tính )?đến |trong |hết |vào |cuối |trước )*(?:(?:năm(?: học)?|giai đoạn) {_YEAR}(?: ?[-–] ?{_YEAR})?|(?:quý (?:iv|i{{1,3}}|[1-4])|tháng \d{{1,2}}) ?(?:/|năm) ?{_YEAR}|"
    rf"(?:6|06|sáu) tháng (?:đầu|cuối) năm {_YEAR}|(?:ngày )?\d{{1,2}}/\d{{1,2}}/{_YEAR})"
)
_HOW = r"(?:(?:phấn đấu|dự kiến|đạt|là|còn|có|giảm|tăng|xuống|lên|ít nhất|tối thiểu|tối đa|trên|dưới|khoảng|từ|không quá|thêm|≥|≤|>|<) ?)*"
_DATED_VALUE = re.compile(
    rf"(?:[-+*•–] ?)?(?:phấn đấu )?{_TIME} ?[:,–-]? ?{_HOW}\d[\d.,]*(?: ?%)?(?: ?(?:-|–|đến) ?\d[\d.,]*)? ?%?(?: (?!đạt|được|có|trở)[^\W\d_]+(?:/[^\W\d_]+)*){{0,3}}(?: trở (?:lên|xuống))?[ .;,]*$"
)
_TAIL = re.compile(r"(?:,? ?\(?(?:trong đó|cụ thể|như sau|sau đây|từng năm|qua các năm|theo từng năm|theo các năm|các năm|phấn đấu|dự kiến|đạt|là)\)?)*[ :]*$")
_WHOLE_PLAN = re.compile(r"(?:(?:các |một số )?(?:chỉ tiêu|mục tiêu|lộ trình|kế hoạch|tiến độ|phân kỳ|nội dung)|phấn đấu đạt)(?!\w)")


def share_stem(text: str) -> str | None:
    """The wording up to the colon of a line that gives a share of some bodies and nothing that they do ("100% các trường:"), else None."""
    if "%" not in text or not text.rstrip().endswith(":"):
        return None
    said = _MARKER.sub("", text.strip())
    folded = fold(said)
    m = _SHARE.match(folded) if len(folded) == len(said) else None
    return said[: m.end("stem")] if m and len(m["who"].split()) <= 10 and not PREDICATE.search(" " + m["who"]) else None


def dated_value(text: str) -> bool:
    """Whether an item is nothing but a time and a value ("Năm 2026: 60%", "Đến năm 2028 đạt 12 mô hình")."""
    return _DATED_VALUE.match(fold(text)) is not None


def _indicator_stem(heading: str) -> str | None:
    """What a line above dated values says that they are of, None where it only opens a row of aims."""
    said = _MARKER.sub("", heading.strip())
    folded = fold(said)
    if len(folded) != len(said) or not 2 <= len(said.split()) <= 30:
        return None
    said = said[: _TAIL.search(folded).start()].rstrip(" :,")  # type: ignore[union-attr]  # it matches the empty end, too
    folded = fold(said)
    if any(map(str.isdigit, said)):
        told = [r for r in read_targets(said, section=False) if r.value is not None]
        return told[0].indicator if len(told) == 1 else None if told else said if names_indicator(folded) else None
    open_act = heading.rstrip().endswith(":") and opens_act(folded)
    return said if (names_indicator(folded) or open_act) and not _WHOLE_PLAN.match(folded) else None


def _going_on(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text  # "UBND xã …" stays


def read_below(heading: str, text: str) -> list[TargetReading]:
    """The outcomes of an item that goes on with the `heading` right above it; [] where it stands for itself. `span` is in offsets of `text`."""
    if "%" in heading and "%" not in text and heading.rstrip().endswith(":"):
        stem = share_stem(heading)
        if stem is None or re.search(r"^[^,;.]{0,30}:", text):
            return []
        joined, cut = f"{stem} {_going_on(text)}", len(stem) + 1
    elif any(map(str.isdigit, text)) and len(text) < 90 and dated_value(text):
        stem = _indicator_stem(heading)
        if stem is None:
            return []
        joined, cut = f"{stem}: {_going_on(text)}", len(stem) + 2
    else:
        return []
    found = [r for r in read_targets(joined) if r.value is not None]
    return [replace(r, span=(max(0, r.span[0] - cut), max(1, r.span[1] - cut)) if r.span else None) for r in found] if len(found) == 1 else []
