"""What a piece of text could be as a table cell: a number, an owner unit, a time, a quantity, a unit of measure, an act.

The one place where table code asks; the knowledge is the normalizers'.
"""

from __future__ import annotations

import re
from functools import lru_cache

from normalizers.text import fold

_NUMBER = re.compile(r"\(?(\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLivxl]{1,6}|[A-Za-hĐđ])[.)]?")
_UNIT_HEAD = re.compile(
    r"(?:các |từng |cấp |lãnh đạo |thủ trưởng |trưởng |toàn thể |tất cả )*"
    r"(?:cơ quan|phòng|văn phòng|vp|ban|trung tâm|tt |ttpvhcc|công an|trạm|trường|ủy ban|ubnd|hđnd|đảng|chi bộ|mặt trận|ubmttq|"
    r"mttq|hội|đoàn|sở|bộ|ngành|đơn vị|doanh nghiệp|tổ |tổ$|ngân hàng|chi nhánh|htx|hợp tác xã|thôn|ấp|khu phố|xóm|bản |chi cục|"
    r"bch|kho bạc|bưu điện|viễn thông|vnpt|viettel|mobifone|điện lực|cơ sở|tổ chức|quân sự|địa phương|thuế|bảo hiểm|bhxh|tòa án|"
    r"viện|quỹ|nhà văn hóa|công chức|chủ tịch|phó chủ tịch|bí thư|đồng chí|đ/c|đài|liên đoàn|công ty|hộ |người dân|bộ phận|khối|"
    r"thường trực|thành viên|nhóm|cán bộ|ủy viên|giám đốc|tỉnh ủy|thành ủy|huyện ủy|ubkt|vhxh|kinh tế|văn hóa|phụ nữ|cựu chiến binh|nông dân|thanh niên)"
)
_SPLIT = re.compile(r"\s*[;,]\s*|\s+và\s+")
_TIME = re.compile(
    r"(?:thường xuyên|hằng|hàng|liên tục|định kỳ|quý|quí|tháng|năm|ngày|trước|trong|đến|từ|giai đoạn|khi |sau khi|cuối|đầu|theo |"
    r"ngay |\d{1,2}/20\d\d|\d{1,2}/\d{1,2}/20\d\d|20\d\d|đột xuất|hoàn thành|xong|chậm nhất|kể từ|6 tháng|06 tháng|khi)"
)
_TIME_WORD = re.compile(r"thường xuyên|năm|tháng|quý|quí|ngày|hằng|hàng|20\d\d|khi |tuần|liên tục|định kỳ|theo |đột xuất|giai đoạn")
_QUANTITY = re.compile(r"(?:[≥≤><=~±+]|đạt |trên |dưới |tối thiểu |ít nhất |từ |khoảng |tăng |giảm |không quá )*\s*\d[\d.,]*\s*(?:%|$|-|–|\w+(?: \w+){0,4}$)")
_MEASURES = frozenset(
    "% người hộ tỷ_đồng triệu_đồng nghìn_đồng đồng tấn kg ha km km2 m2 mô_hình nhiệm_vụ đề_án văn_bản thứ_bậc thứ_hạng điểm hạng "
    "hạ_tầng mức cái lớp cuộc hội_nghị sản_phẩm hồ_sơ doanh_nghiệp cơ_sở trường thôn xã tiêu_chí chỉ_tiêu lượt lượt_người giường "
    "‰ %/năm triệu_đồng/người/năm triệu_đồng/người triệu_đồng/ha/năm tỷ htx hợp_tác_xã bộ tin bài tin,_bài công_trình con tấn/ha "
    "tạ/ha gbps mbps index xếp_hạng nhóm có/không đạt/không máy thiết_bị dự_án khóa lao_động bác_sĩ cháu học_sinh vụ ca bản phần_mềm "
    "hệ_thống tổ đơn_vị tuyến trạm nhà căn giấy thủ_tục dịch_vụ sáng_kiến giải_pháp kế_hoạch chương_trình buổi đợt lần giờ ngày "
    "hộ/năm người/năm 1.000_con nghìn_con nghìn_lượt triệu_lượt kwh m3 lít usd".split()
)
_ACT = re.compile(
    r"(?:xây dựng|triển khai|tổ chức|thực hiện|tham mưu|rà soát|đẩy mạnh|tăng cường|nâng cao|phối hợp|ban hành|tuyên truyền|"
    r"hoàn thiện|hoàn thành|phát triển|đào tạo|bồi dưỡng|kiểm tra|giám sát|cập nhật|đầu tư|hỗ trợ|tiếp tục|duy trì|tập trung|"
    r"chỉ đạo|hướng dẫn|khuyến khích|thúc đẩy|huy động|bố trí|quán triệt|cụ thể hóa|khai thác|vận hành|đề xuất|chủ động|bảo đảm|"
    r"đảm bảo|thành lập|kiện toàn|sơ kết|tổng kết|báo cáo|lập|trình|phê duyệt|công khai|số hóa|tích hợp|kết nối|mở rộng|khắc phục|"
    r"tiếp nhận|xác định|đánh giá|phổ biến|quản lý|sử dụng|ứng dụng|cung cấp|tham gia|lựa chọn|nghiên cứu|thu hút|vận động|phát động)\b"
)


@lru_cache(maxsize=65536)
def is_number_mark(text: str) -> bool:
    """Whether a cell is a row number or letter as printed: "1", "6.1", "IV", "(2)", "a)"."""
    return bool(_NUMBER.fullmatch(text.strip()))


@lru_cache(maxsize=65536)
def unit_fit(text: str) -> float:
    """How well a text reads as a list of owner units, 0–1."""
    folded = fold(text).strip(" -+.")
    if not folded:
        return 0.0
    parts = [part for part in _SPLIT.split(folded) if part]
    if not parts:
        return 0.0
    good = sum(bool(_UNIT_HEAD.match(part.strip("- ("))) for part in parts)
    if not _UNIT_HEAD.match(parts[0].strip("- (")):
        return 0.2 * good / len(parts)
    return 0.6 + 0.4 * good / len(parts) if len(folded.split()) <= 60 else 0.3


@lru_cache(maxsize=65536)
def time_fit(text: str) -> float:
    """How well a text reads as one cell of time phrases, 0–1."""
    folded = fold(text).strip(" -+.;")
    if not folded or len(folded.split()) > 30:
        return 0.0
    if _TIME.match(folded) and _TIME_WORD.search(folded):
        return 1.0 if len(folded.split()) <= 12 else 0.6
    return 0.0


@lru_cache(maxsize=65536)
def is_quantity(text: str) -> bool:
    """Whether a cell holds a quantity or rank and little else ("≥ 80", "100 (trừ văn bản mật)")."""
    return bool(_QUANTITY.match(fold(text)))


@lru_cache(maxsize=65536)
def is_measure(text: str) -> bool:
    """Whether a cell is a unit of measure ("%", "tỷ đồng", "Thứ bậc")."""
    return fold(text).replace(" ", "_") in _MEASURES


@lru_cache(maxsize=65536)
def acts(text: str) -> bool:
    """Whether a wording opens with an act (a verb of duty), as tasks do and indicators do not."""
    return bool(_ACT.match(fold(text).lstrip("-+•* ")))
