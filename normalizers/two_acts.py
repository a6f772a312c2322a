"""Two acts in one breath: "Số hóa 100% hồ sơ lưu trữ và làm sạch dữ liệu đất đai" measures the first of them only."""

from __future__ import annotations

import re

from normalizers.acts import opens_act
from normalizers.text import fold

_AND = re.compile(r",? và (?!chuyển đổi số|đổi mới sáng tạo)(?=[^\W\d_]+ [^\W\d_]+ [^\W\d_]+)")
_SAID = re.compile(r" (?:được|có|đạt|đủ|bị|phải|để|nhằm|theo|cho|về|bảo đảm|đảm bảo|sử dụng|thực hiện|tham gia|trong việc)(?!\w)|,")
# A pair of verbs that names a thing: "hồ sơ | quản lý và bảo vệ | rừng", "cơ sở | sản xuất và chế biến | thực phẩm", "… | thu gom và xử lý | rác".
_PAIR = re.compile(r"(?:bảo vệ|chế biến|bảo quản|kinh doanh|phát triển|khai thác|sử dụng|vận hành|bảo trì|sửa chữa|quản lý|lưu trữ|sản xuất|vận chuyển|cung cấp|cung ứng|trả kết quả|chữa bệnh|bồi dưỡng|"
                   r"huấn luyện|phổ biến|giáo dục|hỗ trợ|tư vấn|giải quyết|phòng ngừa|xây dựng|cải tạo|nâng cấp)(?!\w)")
_HANDLED = re.compile(r"(?:thu gom|vận chuyển|phân loại|tiếp nhận|phát hiện|kiểm tra)$")
# A verb that such a word follows takes the object before "và": "rà soát 100% hộ nghèo và cập nhật vào cơ sở dữ liệu".
_SAME_OBJECT = re.compile(r"(?:[^\W\d_]+ )?[^\W\d_]+ (?:vào|lên|cho|theo|trên|tại|với|đúng|đầy|kịp|xong|đến|về|qua|bằng|ngay|được)(?!\w)")
_ONLY_VERB = re.compile(r"(?:(?:hoàn thành|tiếp tục|thực hiện|tổ chức|triển khai)(?: việc)? )?[^\W\d_]+(?: [^\W\d_]+)?(?: cho| đối với)?")


def _names(thing: str) -> bool:
    """Whether the thing before "và" ends with a verb: "hồ sơ lưu trữ", "cơ sở sản xuất"."""
    last = " ".join(thing.split()[-2:])
    return opens_act(last) or last in ("quản lý", "sản xuất", "kinh doanh", "khai thác", "chế biến", "nuôi trồng", "vận chuyển", "dịch vụ", "bảo vệ", "đào tạo", "nghiên cứu", "phát triển", "khám bệnh")


def first_of_two(subject: str, after: str) -> str:
    """What stands behind a share, `after`, without a second act that has an object of its own; `subject` is the verb before the share."""
    at = after.find(" và ")
    if at < 0:
        return after
    verb, low = fold(subject).strip(), fold(after)
    if len(low) != len(after) or not opens_act(verb) or not _ONLY_VERB.fullmatch(verb):
        return after
    for m in _AND.finditer(low):
        thing, second = low[: m.start()], low[m.end() :]
        if _SAID.search(thing) or len(thing.split()) < 2:
            return after
        if opens_act(second) and not _SAME_OBJECT.match(second) and not _SAID.match(" " + second) and not (_names(thing) and (_PAIR.match(second) or (second.startswith("xử lý ") and _HANDLED.search(thing)))):
            return after[: m.start()]
    return after
