"""Numbers written in words that count things: "ít nhất một mô hình", "được hai hộ", "từ một đến hai công trình"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.measures import counted_end

NUMBER_WORDS = dict(zip(["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"], range(1, 11), strict=True))
_LEAST = re.compile(r"(?:(?<=ít nhất )|(?<=tối thiểu )|(?<=không quá )|(?<=ít nhất là )|(?<=ít nhất từ )|(?<=không dưới )|(?<=không ít hơn ))(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?= [^\W\d])")
_HAVING = re.compile(r"(?:(?<=có )|(?<=được )|(?<=thêm )|(?<=từ ))(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười)(?= [^\W\d])")
_DOING = re.compile(r"(?:(?<=tổ chức )|(?<=xây dựng )|(?<=xây dựng mới )|(?<=xây mới )|(?<=thành lập )|(?<=thành lập mới )|(?<=phát triển )|(?<=phát triển mới )|(?<=ra mắt )|(?<=duy trì )|(?<=thực hiện )|(?<=mở )|(?<=hỗ trợ )|(?<=và ))"
                    r"(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười)(?= (?:mô hình|hợp tác xã|tổ hợp tác|cuộc|lớp|công trình|câu lạc bộ|sản phẩm|hội nghị|buổi|đợt|tuyến đường|doanh nghiệp|khóa|trường(?! hợp)|nhà văn hóa|nhà máy|khu công nghiệp|cụm công nghiệp)(?!\w))")
# "trên hai triệu cây", "đạt ba nghìn tỷ đồng"
_SCALED = re.compile(r"(?:(?<=trên )|(?<=hơn )|(?<=gần )|(?<=khoảng )|(?<=đạt )|(?<=trồng )|(?<=đón ))(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?= (?:triệu|nghìn|ngàn|vạn|tỷ|tỉ) [^\W\d_])")
_TO = re.compile(r" (?:đến|tới|-) (hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?= [^\W\d])")
_EACH = re.compile(r"mỗi (?:[^\W\d_]+ ){1,12}$")  # "mỗi chi đoàn có một công trình": only so is "một" an amount


def word_numbers(low: str) -> Iterator[re.Match[str]]:
    """The number words of a folded text that count something.

    Behind verbs of making and holding a noun of things made or held ("xây dựng hai mô hình"). Behind "ít nhất", "tối thiểu", "không quá" whatever follows; behind "có", "được", "thêm" a noun of the vocabulary, and
    "một" only where each of several is to have it; behind "từ" a range ("từ một đến hai công trình").
    """
    if not (" một " in low or " hai " in low or " ba " in low or " bốn " in low or " sáu " in low or " bảy " in low or " tám " in low
            or " chín " in low or " mười " in low or "ít nhất năm " in low):
        return
    yield from _LEAST.finditer(low)
    yield from _DOING.finditer(low)
    if " triệu " in low or " nghìn " in low or " ngàn " in low or " vạn " in low or " tỷ " in low:
        yield from _SCALED.finditer(low)
    for m in _HAVING.finditer(low):
        top = _TO.match(low, m.end())
        at = top.end() if top else m.end()
        ranged = low.startswith("từ ", m.start() - 3)
        if counted_end(low, at) == at or (ranged and not top):
            continue
        if top or m[0] != "một" or _EACH.search(low, max(0, m.start() - 90), m.start()):
            yield m


def range_word(low: str, at: int) -> re.Match[str] | None:
    """The second number word of a range whose first ends at `at`: " đến hai"."""
    return _TO.match(low, at)
