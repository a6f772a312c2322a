"""Counted bodies that a task only tells to act: "Hướng dẫn 21 khu phố tổ chức …", "Chỉ đạo 78 xã, phường …", "Yêu cầu 7/7 phòng …".

How many are told is how many there are. Where the act behind them is itself the outcome ("Chỉ đạo 02 xã xây dựng nông thôn mới
nâng cao"), or where they are what is examined ("Kiểm tra 12 chi bộ"), the count stays a commitment.
"""

from __future__ import annotations

import re

_ORDERS = r"(?:chỉ đạo|hướng dẫn|đôn đốc|yêu cầu|đề nghị)"
_TELLS = re.compile(rf"(?<!\w)(?:(?:theo dõi|kiểm tra|giám sát)(?:, | và ))*{_ORDERS}(?:(?:, | và )(?:{_ORDERS}|theo dõi|kiểm tra|giám sát))* $")
_KIND = r"(?:thôn|bản|ấp|xóm|buôn|làng|khóm|khu phố|tổ dân phố|khu dân cư|xã|phường|thị trấn|đặc khu|trường(?: học)?|chi bộ|phòng(?: chuyên môn)?|cơ quan|đơn vị|địa phương)"
_TOLD = re.compile(rf" (?P<first>{_KIND})(?P<others>(?:(?:, | và ){_KIND})*)(?: trực thuộc| trên địa bàn)? (?=[^\W\d_])")
_EVERY = re.compile(r"0*(\d+) ?/ ?0*\1(?!\d)")  # "7/7 phòng"
# What a body does when told, and no outcome that only some of them reach ("xây dựng nông thôn mới").
_SET_ABOUT = re.compile(r"(?:tổ chức|rà soát|đăng ký|báo cáo|chuẩn bị|tham gia|quán triệt|tuyên truyền|phối hợp|bổ sung|cập nhật)(?!\w)")
_TRIAL = re.compile(r"(?<!\w)(?:thí điểm|làm điểm|mô hình)(?!\w)")
_LAST_WORDS = ("đạo ", "dẫn ", "đốc ", "cầu ", "nghị ", "dõi ", "tra ", "sát ")  # a cheap look before the search


def only_told(low: str, start: int, at: int, end: int) -> bool:
    """Whether the counted bodies of the number at `[start, end)` of folded text, its digits at `at`, are only told to act."""
    if not low.endswith(_LAST_WORDS, 0, start) or _TELLS.search(low, max(0, start - 60), start) is None:
        return False
    told = _TOLD.match(low, end)
    if told is None or _TRIAL.search(low, told.end(), told.end() + 60):
        return False
    return bool(told["others"]) or _EVERY.match(low, at) is not None or _SET_ABOUT.match(low, told.end()) is not None
