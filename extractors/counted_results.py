"""Result cells of task rows that say how much is done in more than a bare figure: "Trồng mới 80 ha", "Xây mới 12 nhà, sửa chữa 8 nhà", "12 lớp; tài liệu số"."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.raw import RawTask
from normalizers.targets import is_act, read_table_target
from normalizers.text import fold, squash
from normalizers.values import TargetReading

_CUT = re.compile(r" *(?:[;\n]|,(?= )| với (?=\d)| và (?=\d)) *")
_NAME = r"(?:[^\W\d_]+|[“\"][^”\"]{1,40}[”\"]|\d sao)"
_PIECE = re.compile(
    rf"(?P<act>(?:[^\W\d_]+ ){{0,4}}?)(?P<lead>(?:(?:≥|>|khoảng|trên|ít nhất|tối thiểu|từ|đạt|có|được) ?)*)"
    rf"(?P<figure>\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)?|\d+/\d+) (?P<noun>{_NAME}(?:[ /-]+{_NAME}){{0,5}}|m[23](?: {_NAME}){{0,4}})", re.IGNORECASE)
# Papers that a work ends in, times, sums: they count nothing that is reached.
_NO_OUTCOME = re.compile(
    r"(?:bộ )?(?:văn bản|kế hoạch|báo cáo|quyết định|công văn|tờ trình|đề án|phương án|biên bản|hồ sơ|thông báo|hướng dẫn|nghị quyết|nghị định|thông tư|dự thảo|danh sách|"
    r"quy chế|quy định|chương trình|tài liệu|bản|tờ|phiếu|biểu|mẫu|phụ lục|chuyên đề|công trình khoa học|lần|kỳ|đợt|ngày|tuần|tháng|quý|năm|giờ|phút|triệu|tỷ|nghìn|đồng|nội dung|nhiệm vụ|"
    r"giải pháp|bước|giai đoạn|cấp|tầng|trang|dự án|ca(?= )|khâu|mục)(?!\w)")
_MOST_WORDS = 30


def counted_outcomes(task: RawTask) -> list[TargetReading]:
    """The outcomes that the counts of a result cell are; [] where it opens with anything else, or holds a figure that is no count."""
    if task.measure or not task.result or not any(map(str.isdigit, task.result)) or "%" in task.result:
        return []
    result = squash(task.result).strip(" .;-+")
    if len(result.split()) > _MOST_WORDS:
        return []
    found = []
    for n, piece in enumerate(p for p in _CUT.split(result) if p):
        m = _PIECE.fullmatch(piece.strip(" .-+"))
        if m is None or _NO_OUTCOME.match(fold(m["noun"])) or (m["act"] and not is_act(m["act"])):
            if n == 0 or any(ch.isdigit() for ch in piece):
                return []
            continue  # "12 lớp; tài liệu dạng video": beside the count a product
        if re.search(rf"(?<!\d){re.escape(m['figure'])}(?!\d)", task.text):
            return []  # the work says it itself: "Sửa chữa 07 cầu yếu | 07 cầu đưa vào khai thác"
        found.append(m)
    if len(found) == 1:
        return [replace(r, span=None) for r in read_table_target(task.text, None, found[0][0])]
    if not all(m["act"] for m in found) and len({fold(m["noun"]).split()[0] for m in found}) > 1:
        return []  # "02 lớp, 70 học viên": how large a product is
    out: list[TargetReading] = []
    for m in found:
        named = (m["act"] + re.sub(r"^(?:m[23]?|k?m|ha|kg|tấn|lít) (?=[^\W\d_])", "", m["noun"])).strip()
        indicator = named if len(named.split()) > 1 else task.text
        out += [replace(r, indicator=indicator, span=None) for r in read_table_target(indicator, None, f"{m['lead']}{m['figure']} {m['noun']}")[:1] if r.value is not None]
    return out
