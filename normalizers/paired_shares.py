"""Two shares told in one breath: "Lao động qua đào tạo/có bằng cấp đạt 70%/32%" is two outcomes, each of its own side of the stroke."""

from __future__ import annotations

import re

from normalizers.acts import names_indicator
from normalizers.target_wording import PREDICATE
from normalizers.text import fold

_PAIR = re.compile(r"(?P<one>\d[\d.,]* ?%?)(?P<cut> ?/ ?)(?P<two>\d[\d.,]*) ?%(?! ?/)")
_SIDES = re.compile(r"(?P<one>[^\W\d_][^/:;.%\d]*[^\W\d_])(?P<cut> ?/ ?)(?P<two>(?!(?:năm|tháng|quý|người|hộ|tổng|xã|ha|ngày|đầu)(?!\w))[^\W\d_][^/:;.%\d]*?)(?P<verb>(?::| (?:phấn đấu|lần lượt|tương ứng|đạt|là|chiếm|giảm|tăng|còn|từ|trên|dưới|tối thiểu|ít nhất|khoảng|đến|vào|năm))(?:[^/;.%\d]|(?:19|20)\d\d)*)$")
_RATE = re.compile(r"(?:tỷ|tỉ) (?:lệ|trọng|suất) ")


def paired_shares(text: str) -> tuple[str, str] | None:
    """The same text for each side, blanks in place of the other; None where it does not give two shares of two things."""
    pair = _PAIR.search(text)
    if pair is None or _PAIR.search(text, pair.end()):
        return None
    sides = _SIDES.search(text, max(0, pair.start() - 300), pair.start())
    if sides is None or len(fold(text)) != len(text):
        return None
    first = _blank(text, (sides.start("cut"), sides.end("two")), (pair.start("cut"), pair.end("two")))
    if not pair["one"].endswith("%"):
        first = first[: pair.end("one")] + "%" + first[pair.end("one") + 1 : pair.end() - 1] + " " + first[pair.end() :]
    else:
        first = first[: pair.end() - 1] + " " + first[pair.end() :]
    shared = PREDICATE.match(" " + fold(sides["two"]))  # "lao động | qua đào tạo / có bằng cấp": what both are said of stands before
    head = PREDICATE.search(fold(sides["one"])) if shared else None
    if shared and not head:
        return None
    rate = _RATE.match(fold(sides["one"])) if not names_indicator(fold(sides["two"])) else None  # "Tỷ lệ | hộ nghèo / cận nghèo"
    left = sides.start("one") + (head.start() if head else rate.end() if rate else 0)
    return first, _blank(text, (left, sides.end("cut")), (pair.start("one"), pair.end("cut")))


def _blank(text: str, *spans: tuple[int, int]) -> str:
    for a, b in spans:
        text = text[:a] + " " * (b - a) + text[b:]
    return text
