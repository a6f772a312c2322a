"""Counts in a task that only tell how many there are: bodies told to act, who is paid, what is kept, papers that are sent.

Bodies told to act: "Hướng dẫn 21 khu phố tổ chức …", "Chỉ đạo 78 xã, phường …", "Yêu cầu 7/7 phòng …".

How many are told is how many there are. Where the act behind them is itself the outcome ("Chỉ đạo 02 xã xây dựng nông thôn mới
nâng cao"), or where they are what is examined ("Kiểm tra 12 chi bộ"), the count stays a commitment.
"""

from __future__ import annotations

import re

from normalizers.numbers import Number

_ORDERS = r"(?:chỉ đạo|hướng dẫn|đôn đốc|yêu cầu|đề nghị)"
_TELLS = re.compile(rf"(?<!\w)(?:(?:theo dõi|kiểm tra|giám sát)(?:, | và ))*{_ORDERS}(?:(?:, | và )(?:{_ORDERS}|theo dõi|kiểm tra|giám sát))* $")
_KIND = r"(?:thôn|bản|ấp|xóm|buôn|làng|khóm|khu phố|tổ dân phố|khu dân cư|xã|phường|thị trấn|đặc khu|trường(?: học)?|chi bộ|phòng(?: chuyên môn)?|cơ quan|đơn vị|địa phương)"
_TOLD = re.compile(rf" (?P<first>{_KIND})(?P<others>(?:(?:, | và ){_KIND})*)(?: trực thuộc| trên địa bàn)? (?=[^\W\d_])")
_EVERY = re.compile(r"0*(\d+) ?/ ?0*\1(?!\d)")  # "7/7 phòng"
# What a body does when told, and no outcome that only some of them reach ("xây dựng nông thôn mới").
_SET_ABOUT = re.compile(r"(?:tổ chức(?! (?:dạy|học|bán trú|ăn|nấu|thu gom|phân loại|sản xuất))|rà soát|đăng ký|báo cáo|chuẩn bị|tham gia|quán triệt|tuyên truyền|phối hợp|bổ sung|cập nhật)(?!\w)")
# What all of several kinds, or every one of them, are to reach stays a commitment ("Chỉ đạo 04 thôn, bản đạt chuẩn …", "Đề nghị 7/7 trường đạt …").
_REACHES = re.compile(r"(?:phấn đấu|đạt|hoàn thành|về đích|thành lập|duy trì|xây dựng(?! (?:kế hoạch|chương trình|dự toán|phương án|quy chế|báo cáo)))(?!\w)")
_TRIAL = re.compile(r"(?<!\w)(?:thí điểm|làm điểm|mô hình)(?!\w)")
_LAST_WORDS = ("đạo ", "dẫn ", "đốc ", "cầu ", "nghị ", "dõi ", "tra ", "sát ")  # a cheap look before the search


def only_told(low: str, start: int, at: int, end: int) -> bool:
    """Whether the counted bodies of the number at `[start, end)` of folded text, its digits at `at`, are only told to act."""
    if not low.endswith(_LAST_WORDS, 0, start) or _TELLS.search(low, max(0, start - 60), start) is None:
        return False
    told = _TOLD.match(low, end)
    if told is None or _TRIAL.search(low, told.end(), told.end() + 60):
        return False
    if _SET_ABOUT.match(low, told.end()) is not None:
        return True
    return (bool(told["others"]) or _EVERY.match(low, at) is not None) and _REACHES.match(low, told.end()) is None


# "Chi trả trợ cấp cho | 215 đối tượng": how many there are to be paid
_PAID = re.compile(r"(?<!\w)chi trả(?! qua tài khoản| không dùng tiền mặt|(?: tiền)? bồi thường)(?: [^\W\d_]+){0,6} cho $")
_PERSONS = re.compile(r" (?:đối tượng|người|hộ|lượt người|lượt đối tượng)(?!\w)")
# "quản lý, khai thác | 07 hồ chứa nước và 32 km kênh mương hiện có": what is kept as it is
_KEEPS = r"(?:quản lý|khai thác|vận hành|bảo trì|bảo quản|sử dụng|trông coi)"
_KEPT = re.compile(
    rf"(?<!\w){_KEEPS}(?:(?:, | và ){_KEEPS})*(?: (?!(?:và|đồng thời|nâng|mở rộng|cải tạo|sửa|bảo vệ|phát triển|duy trì|thay|lắp|số|xây|đầu tư)(?!\w))[^\W\d_]+){{0,4}}(?: \d[\d.]* [^,;.\d]{{2,40}}? và)? $"
)
_THERE = re.compile(r"[^.;]{2,60} hiện có(?!\w)")
# "Lập | 03 bộ hồ sơ gửi Sở Nội vụ", "gửi | 02 bản về Văn phòng": papers on their way
_PAPERS = re.compile(r" (?:bộ hồ sơ|bản(?: giấy| chính| gốc)?)(?: đề nghị)? (?:gửi|nộp|về)(?!\w)")
_PREPARES = re.compile(r"(?:lập|gửi|nộp|chuẩn bị|in|hoàn thiện) $")
# "05 tổ chức chính trị - xã hội": all of them, known by their number
_ALL_UNIONS = re.compile(r" (?:tổ chức chính trị ?[-–] ?xã hội|đoàn thể)(?!\w)(?! (?:[^\W\d_]+ ){0,3}(?:đạt|hoàn thành|xếp loại|được|trong doanh nghiệp|ngoài nhà nước))")
_FOUNDS = ("thành lập ", "phát triển ", "mới ", "phấn đấu ", "thêm ")


def so_many_there_are(low: str, number: Number) -> bool:
    """Whether a count of folded text tells how many there are of what a duty is for, not how many are to be."""
    start, end = number.start, number.end
    if low.endswith(" cho ", 0, start):
        return _PAID.search(low, max(0, start - 60), start) is not None and _PERSONS.match(low, end) is not None
    if low.startswith((" bộ", " bản"), end):
        return _PREPARES.search(low, max(0, start - 12), start) is not None and _PAPERS.match(low, end) is not None
    if number.value in (5, 6) and not low.endswith(_FOUNDS, 0, start) and _ALL_UNIONS.match(low, end):
        return True
    return " hiện có" in low and _THERE.match(low, end) is not None and _KEPT.search(low, max(0, start - 120), start) is not None
