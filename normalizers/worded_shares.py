"""Shares and multiples without a percent sign: "2/3 số xã", "giảm một nửa", "hai phần ba số hộ", "tăng gấp đôi"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.number_leads import introduction
from normalizers.number_words import NUMBER_WORDS
from normalizers.numbers import Number, Sheet
from normalizers.values import Comparator

_WHOLE = r"(?:tổng )?(?:số(?! hóa)|dân số|diện tích|thời gian|chi phí|lượng|khối lượng|(?:tỷ|tỉ) (?:lệ|suất|số)|mức|giá trị)(?!\w)"
_FRACTION = re.compile(rf"(?P<a>[1-9])(?<![\w./,–-][1-9]) ?/ ?(?P<b>[2-9]|10)(?= (?:{_WHOLE}|(?:mức |thu nhập )?bình quân (?:chung|của|cả|toàn|đầu người)(?!\w)|thu nhập bình quân))")
# "trên 3/4 học sinh", "ít nhất 2/3 hộ dân": more than so many of so many makes no sense, nor do four people of all
_PART_OF = re.compile(r"(?P<a>[1-4])(?<![\w./,–-][1-4])/(?P<b>[2-5])(?= (?!số|tổng|tháng|năm|ngày|giờ|buổi|tuần|trường|thôn|xã|ấp|tiêu|chỉ|điểm|bậc|cấp|và|đến|hoặc)[^\W\d_]{2,})")
_MORE_THAN = re.compile(r"(?:(?P<over>trên|hơn|quá)|ít nhất|tối thiểu|khoảng|gần) (?:có )?$")
_PEOPLE = re.compile(r" (?:học sinh|sinh viên|người|hộ|dân|cư dân|cán bộ|công chức|viên chức|thành viên|đại biểu|hội viên|đoàn viên|đảng viên|phụ nữ|thanh niên|lao động|nông dân|trẻ em|cử tri)(?!\w)")
_HALF = re.compile(rf"(?<!\w)(?:(?P<over>quá|hơn) )?(?:một |1/2 |1 )?nửa(?= {_WHOLE})|(?<=giảm )(?:còn |được )?(?:một |1 )nửa(?!\w)")
_PARTS = re.compile(rf"(?<!\w)(?P<a>một|hai|ba) phần (?P<b>hai|ba|tư|bốn|năm)(?= {_WHOLE})")
_ONES = "một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín"
_WORDED = re.compile(rf"(?<!\w)(?:(?P<tens>hai|ba|bốn|năm|sáu|bảy|tám|chín) mươi(?: (?P<ones>{_ONES}))?|mười(?: (?P<teen>{_ONES}))?|(?P<whole>một trăm)|(?P<one>{_ONES})) phần trăm(?!\w)")
_SAME = {"mốt": 1, "tư": 4, "lăm": 5}
_TIMES = re.compile(r"(?<!\w)gấp (?P<n>đôi|rưỡi|ba|bốn|năm|mười)(?: lần)?(?: năm (?:19|20)\d\d(?!\d))?(?= (?:so với|vào|đến|hiện|mức|trở lên|(?:tổng )?số|tổng|quy mô|giá trị|doanh thu|thu nhập|sản lượng|diện tích|năng suất|kim ngạch|tỷ lệ|tỷ trọng)(?!\w)| ?[,;.)]|$)(?P<up> trở lên)?")
_DAY = ("ngày ", "lễ ", "dịp ", "sáng ", "chiều ", "số ", "nghị định ", "quyết định ")
_FACTORS = {"đôi": 2.0, "rưỡi": 1.5}


def _share(low: str, start: int, end: int, value: float, over: bool = False) -> Number:
    lead, begin, comparator, reached, change, trend = introduction(low, start)
    sign: Comparator = ">" if over and not comparator else comparator or "="  # type: ignore[assignment]
    return Number("percent", sign, round(float(value), 2), None, "%", None, lead, begin, start, end, comparator is not None or over, reached, change,
                  ((begin, end),), trend)


def worded_shares(sheet: Sheet) -> Iterator[Number]:
    """Shares as numbers of percent (66.67 for "2/3 số xã"), multiples in "lần" (2 for "gấp đôi"); in order of their kind.

    A fraction needs the word of a whole behind it, so that dates, codes and "3/4 trường" (three of four) are none."""
    low = sheet.low
    if "/" in low:
        for m in _FRACTION.finditer(low):
            if int(m["a"]) < int(m["b"]) and not low.endswith(_DAY, 0, m.start()):
                yield _share(low, m.start(), m.end(), 100 * int(m["a"]) / int(m["b"]))
        for m in _PART_OF.finditer(low):
            more = _MORE_THAN.search(low, max(0, m.start() - 14), m.start()) if int(m["a"]) < int(m["b"]) else None
            if more is not None and (more["over"] or _PEOPLE.match(low, m.end())):
                yield _share(low, m.start(), m.end(), 100 * int(m["a"]) / int(m["b"]))
    if "nửa" in low:
        for m in _HALF.finditer(low):
            yield _share(low, m.start(), m.end(), 50, over=m["over"] is not None)
    if " phần trăm" in low:
        for m in _WORDED.finditer(low):
            ones = m["ones"] or m["teen"] or m["one"]
            tens = 100 if m["whole"] else 10 * NUMBER_WORDS[m["tens"]] if m["tens"] else 0 if m["one"] else 10
            yield _share(low, m.start(), m.end(), tens + (_SAME.get(ones) or NUMBER_WORDS[ones] if ones else 0))
    if " phần " in low:
        for m in _PARTS.finditer(low):
            parts = 4 if m["b"] == "tư" else NUMBER_WORDS[m["b"]]
            if NUMBER_WORDS[m["a"]] < parts:
                yield _share(low, m.start(), m.end(), 100 * NUMBER_WORDS[m["a"]] / parts)
    if "gấp " in low:
        for m in _TIMES.finditer(low):
            lead, begin, comparator, _, change, _ = introduction(low, m.start())
            sign: Comparator = comparator or (">=" if m["up"] else "=")  # type: ignore[assignment]
            yield Number("measure", sign, _FACTORS.get(m["n"]) or float(NUMBER_WORDS[m["n"]]), None, "lần", "lần", lead, begin, m.start(), m.end(),
                         sign != "=", True, None, ((begin, m.end()),), change)
