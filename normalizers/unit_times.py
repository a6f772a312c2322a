"""A time between those whom a sentence charges and their duty: "Các chi bộ | trước ngày 15/12 hằng năm | báo cáo …", "Công an xã, | từ ngày
01/02 đến ngày 10/02, | tuần tra …"."""

from __future__ import annotations

from normalizers.unit_tails import at
from normalizers.unit_tokens import Token
from normalizers.unit_verbs import LAID_ON, duty_verb

#: Words that such a time begins with, behind a comma or none.
TIME_FIRST = frozenset({",", "từ", "ngay", "trước", "sau", "trong", "vào", "đến", "chậm", "muộn", "cuối", "đầu", "hằng", "hàng", "định", "mỗi"})
_TIME_WORDS = TIME_FIRST - {","} | frozenset(
    ["cho", "hết", "nhất", "giữa", "kỳ", "tháng", "quý", "năm", "ngày", "tuần", "học", "thứ", "hai", "ba", "tư", "sáu", "bảy", "chủ", "nhật", "nay", "thời", "gian", "giai", "đoạn", "nghỉ", "lễ", "tết", "dịp", "đợt", "hè", "này", "i", "ii", "iii", "iv"])
_UNITS = frozenset({"tháng", "quý", "năm", "ngày", "tuần", "kỳ"})
_HOW_OFTEN = frozenset({"hằng", "hàng", "định"})  # acts of their own in a sentence: "Các khoa | định kỳ báo cáo"
_MARKS = frozenset({"/", "-", "–", "(", ")", "."})
_REACH = 24


def past_time(tokens: list[Token], i: int) -> int:
    """Past a time at `i` behind which the duty begins; `i` elsewhere."""
    j = i + 1 if i < len(tokens) and tokens[i].key == "," else i
    if j >= len(tokens) or tokens[j].key not in TIME_FIRST:
        return i
    told = False
    for k in range(j, min(j + _REACH, len(tokens))):
        key = tokens[k].key
        if told and key not in _HOW_OFTEN and (duty_verb(tokens, k) or any(at(tokens, k, words) for words in LAID_ON)):
            return k
        if key == "," and told:
            return k + 1 if duty_verb(tokens, k + 1) or any(at(tokens, k + 1, words) for words in LAID_ON) else i
        if not (key in _TIME_WORDS or key.isdigit() or key in _MARKS) or (key == "." and tokens[k + 1 : k + 2] and tokens[k + 1].gap):
            return i
        told = told or key in _UNITS
    return i
