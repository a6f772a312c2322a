"""How a line ends that goes on: words and signs that wait for what follows, and those that only look so.

Hands on patterns and a test, asked of a line before a wrapped one is joined to it.
"""

from __future__ import annotations

import re

from normalizers.text import fold

ENDS_OPEN = re.compile(
    r"(?:[,\-–(/&“\"]|\b(?:số|ngày|tháng|năm|và|của|các|về|từ|đến|trên|(?<!tiếp )theo|khoản|điều|điểm|mục|quý|giai đoạn|"
    r"không|với|cho|là|được|trong|tại|ở|để|bằng|những|hoặc|như|phường|xã|tỉnh))$", re.IGNORECASE)
# "II. CHỈ TIÊU 6 THÁNG CUỐI NĂM" is whole, "đến hết năm" waits for its number.
WHOLE_TIME = re.compile(r"(?:đầu|cuối|hằng|hàng|cả|mỗi|từng|giữa|trong|theo|sơ kết|tổng kết) (?:năm|tháng|quý)$|(?<!\w)\d{1,2} (?:tháng|ngày)$|(?:hằng|hàng|mỗi|từng|cả) ngày$|/ ?(?:năm|tháng|quý|ngày)$", re.IGNORECASE)
NAMED_TITLE, OPEN_SIGNS = 12, re.compile(r"[,\-–(/&“]$")  # characters of a title in capitals; what it goes on behind
# What may close a heading before the number of the next item ("5.2. Trách nhiệm của Công an xã" / "5.2.1. Về …"), though a name could go on.
WHOLE_NAME = re.compile(r'(?:(?<!\w)(?:xã|phường|tỉnh)|\w")$')
# "số" closes a wording where it means digital ("1. Hoàn thiện chính sách số"); behind these nouns it wants a number.
DIGITAL = re.compile(r"(?<!lục)(?<!biểu)(?<!mẫu)(?<!bảng)(?<!vụ)(?<!tiêu)(?<!định)(?<!quyết)(?<!hoạch)(?<!văn)(?<!bản)(?<!trình)(?<!thị)(?<!báo)"
                      r"(?<!luật)(?<!lệnh)(?<!tư)(?<!hiệu)(?<!luận)(?<!án)(?<!phần)(?<!tổ)(?<!thứ)(?<!điện) số$")
PLACE_END = re.compile(r"(?<!\w)(?:cấp|toàn|địa bàn|của|trong|trên|các|từng|mỗi|ngoài|trung tâm) (?:các )?(?:xã|phường|tỉnh)$")
WANTS_AMOUNT = re.compile(r"(?:[,:(–-]|\b(?:đạt|trên|dưới|thiểu|nhất|khoảng|còn|là|có|quá|đến|từ|với|và))$", re.IGNORECASE)
ENDS_YEARS = re.compile(r"(?:năm|giai đoạn|-|–) ?(?:19|20)\d\d$", re.IGNORECASE)
SPLIT_NAME = re.compile(r"(?:văn hóa|kinh tế|chính trị|thương binh|khoa học|quốc phòng|hđnd|hội đồng nhân dân|công)$")
# "… hành chính công" and "… gắn với văn hóa" close an item, too: a name goes on only with its other half
OTHER_HALF = ("xã hội", "kỹ thuật", "công nghệ", "ubnd", "ủy ban", "uỷ ban", "an ninh", "hạ tầng", "thể thao", "du lịch", "giáo dục", "ngân sách", "thông tin", "nghệ thuật", "tư ")
LABEL_END = re.compile(r"(?:[;,.(–-]\s*|^)(?:(?:các )?(?:đơn vị|cơ quan) )?(?:chủ trì|phối hợp|thực hiện|thời gian|thời hạn|tiến độ|sản phẩm|kết quả)(?: [^\W\d]+){0,2}\s*:$",
                        re.IGNORECASE)


def whole_end(text: str) -> bool:
    """Whether a wording that ends like an open one is whole: "… chính quyền số", "… trên địa bàn xã", "… 6 tháng"."""
    folded = fold(text)
    return DIGITAL.search(folded) is not None or WHOLE_TIME.search(text) is not None or PLACE_END.search(folded) is not None
