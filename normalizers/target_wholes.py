"""What a share is of: plans, totals and products that stand behind it and that its indicator does not need."""

from __future__ import annotations

import re

from normalizers.acts import names_indicator, opens_act
from normalizers.text import fold

# "đóng góp 55% | GRDP", "tạo việc làm cho 84% | tổng số lao động": the whole is what the act is done to
_WANTS_OBJECT = re.compile(r"(?:đóng góp|phủ xanh|chế biến|cho|vào|được|vượt|(?:^|, |(?:mỗi|hằng|hàng) (?:năm|quý|tháng),? )(?:giảm|tăng|cắt giảm|tiết kiệm))$")
_NUMBER_OF = re.compile(r"(?:tổng )?(số (?!lượng)[^\W\d_]+)(?!\w)")
OF_TOTAL = re.compile(r" ?(?:tổng |dân số|số dân|lực lượng|diện tích|lượng )")  # "18.500 đơn vị máu, bằng 2,2% | dân số"
_TOTAL = re.compile(r"(?:tổng [^,]{2,30}|grdp|gdp|kế hoạch|dự toán)")
_JOINED = re.compile(r"(?:trên|đối với|trong|tại|ở|của|cho|về|so|với|được|có|theo|vào|và|để|tổng|trở)(?!\w)")
_LANDS = re.compile(r"(?:(?:phấn đấu|trong đó|riêng) )*(?:(?:toàn|cả) (?:tỉnh|xã|phường|huyện|thành phố|nước)|trên địa bàn [^,]{2,30}|(?:các |mỗi )?(?:tỉnh|xã|phường|huyện|thành phố|thị xã|đặc khu|thôn|bản|khu vực|vùng|địa phương)(?: [^\W\d_]+){0,6})")
_RATE = re.compile(r"(?:tỷ|tỉ) lệ (?:[^\W\d_]+ ?){2,}")
_PEOPLE = re.compile(r"dân số|số dân|tổng dân số|lực lượng lao động(?: trong độ tuổi)?|số hộ|tổng số hộ")
_PLAN = re.compile(r"(?:kế hoạch|chỉ tiêu|dự toán|nghị quyết)(?: (?!và|để|có|cho|về)[^\W\d_]+){0,9}")  # "đạt 100% | kế hoạch vốn được giao"
_DONE = re.compile(r"(?:hoàn thành|thực hiện|giao|đạt|vượt|giải ngân)$")  # "giải ngân đạt 95% | kế hoạch vốn": the plan is the object
# "đạt 45% | lực lượng lao động trong độ tuổi", "chiếm 36% | tổng số HTX đang hoạt động", "dưới 5% | so với tổng số trẻ em"
_WHOLE = re.compile(r"(?:(?:so với |/ ?)(?=tổng ))?(?:tổng (?:số )?|lực lượng lao động|diện tích|kim ngạch|dư nợ|(?:số )?dân số|quân số(?: [^\W\d_]+){0,3}|giá trị(?= toàn))(?: ?(?!và|để|được|có|đạt|bị|không|cho)[^\W\d_]+){0,12}")


# "Ngành công nghiệp chiếm 40% | giá trị sản xuất toàn xã"
_TAKES_UP = re.compile(r"[^\W\d_]+[ ,-]+[^\W\d_].* chiếm(?: (?:tỷ|tỉ) (?:lệ|trọng))?")
_TAKEN = re.compile(r"(?:giá trị|tổng giá trị|kinh phí|doanh thu|sản lượng|kim ngạch|nguồn vốn|vốn|diện tích) [^\W\d_]+(?:,? (?!được|có|đạt|bị|để|và|cho|là|trong đó)[^\W\d_]+){0,8}")

# "Giám sát 02 | cuộc trong năm": turns of the act that is counted, within the plan's year
_TURNS = re.compile(r"(?:cuộc|buổi|đợt|lần)(?: trong năm)?")
_HELD = re.compile(r"(?:tổ chức|mở|tiến hành|thực hiện|có|được|phát động|thêm|các|những|số)$")
# "vận động thành lập 02 | CĐCS trong năm"; not "xử lý 20 | đơn phát sinh trong năm"
_WITHIN = re.compile(r"((?:(?!phát|tiếp|nhận|được|giao|đến|mới|trong|sinh|có)[^\W\d_]+ ){1,4})trong năm")


def without_turns(subject: str, after: str) -> str:
    """What stands behind a count, without the turns of the act `subject` and the bare year that it is counted in."""
    said = fold(after).strip(" ,.;")
    if len(subject.split()) > 1 and _TURNS.fullmatch(said) and not _HELD.search(fold(subject)):
        return ""
    within = _WITHIN.fullmatch(said) if said.endswith("trong năm") else None
    return after.strip(" ,.;")[: within.end(1) - 1] if within else after


def takes_up(before: str, after: str) -> bool:
    """Is `after`, the folded wording behind a share, what `before`, the one before it, says to take up a share of?"""
    return before.rstrip().endswith(("chiếm", "chiếm tỷ lệ", "chiếm tỉ lệ", "chiếm tỷ trọng", "chiếm tỉ trọng")) and _TAKES_UP.fullmatch(before.strip()) is not None and _TAKEN.fullmatch(after) is not None


def is_whole(subject: str, after: str, reached: bool) -> bool:
    """Does `after`, the folded wording behind a share, only say what `subject`, the folded wording before it, is a share of?
    `reached`: a verb such as "đạt" stands between them."""
    words = len(subject.split())
    if not after or not subject:
        return False
    if reached and after.startswith(("của kế hoạch", "của dự toán", "của chỉ tiêu", "của tổng")):
        after = after[4:]
    if words >= 2 and _TOTAL.fullmatch(after) and not _WANTS_OBJECT.search(subject) and not (words <= (3 if not reached and after.startswith("tổng ") else 2) and opens_act(subject)):
        return True  # not "kiên cố hóa 80% | tổng chiều dài kênh mương": what the act is done to
    if reached and names_indicator(subject) and len(after.split()) <= 4 and not _JOINED.match(after):
        return True  # "… đạt 95% dân số"
    if reached and (same := _NUMBER_OF.match(after)) and f"{same[1]} " in subject.replace("số lượng ", "số ") + " " and "," not in after:
        return True  # "số vụ việc hòa giải thành đạt 70% | số vụ việc được chuyển hòa giải": the whole of the same kind
    if reached and words >= 2 and _PLAN.fullmatch(after) and not _DONE.search(subject):
        return True
    if not reached and _RATE.match(subject) and _PEOPLE.fullmatch(after):
        return True  # "tỷ lệ tham gia BHYT 96% | dân số"
    if reached and after.startswith(("dân số ", "lực lượng lao động ", "diện tích ")) and _LANDS.fullmatch(subject):
        return False  # "Toàn tỉnh đạt 95% dân số tham gia bảo hiểm y tế": whose share it is stands behind
    return words >= 2 and (reached or after.startswith(("/", "so với "))) and not _WANTS_OBJECT.search(subject) and not (words < 4 and opens_act(subject)) and _WHOLE.fullmatch(after) is not None
