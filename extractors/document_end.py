"""How a document ends: addressees, who signs, and the closing lines above them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import Table
from extractors.paragraphs import Paragraph
from normalizers.text import fold

RECIPIENTS = re.compile(r"^nơi nhận\b")
SIGN = re.compile(
    r"^(?:(?:T/?M|KT|TL|TUQ|Q)\s*\.?\s+(?=[A-ZĐÀ-Ỹ]{2})|T/M\.?\s*|(?:TM|KT|TL|TUQ)\.\s*)[\sA-ZĐÀ-Ỹ.,&-]+$|"
    r"^(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|BÍ THƯ|PHÓ BÍ THƯ|TRƯỞNG BAN|PHÓ TRƯỞNG BAN|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|THỦ TƯỚNG|PHÓ THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|"
    r"CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|CỤC TRƯỞNG|TRƯỞNG ĐOÀN|HIỆU TRƯỞNG|VIỆN TRƯỞNG|TỔNG GIÁM ĐỐC|CHỦ NHIỆM|TRẠM TRƯỞNG|TRƯỞNG TRẠM|CHỈ HUY TRƯỞNG|TRƯỞNG CÔNG AN|ĐỘI TRƯỞNG|CHI CỤC TRƯỞNG)[\sA-ZĐÀ-Ỹ.,&-]*$")
_CLOSING = re.compile(
    r"^(?:trên đây là|trên đây,|kế hoạch này (?:thay|có)|nghị quyết (?:này )?(?:đã )?được (?:hội đồng nhân dân|hđnd|đại hội|ban chấp hành)\b.{0,160}\bthông qua\b|(?:kế hoạch|chương trình|quyết định|nghị quyết|chỉ thị|hướng dẫn) (?:hành động )?này (?:được )?(?:(?:phổ biến|gửi|quán triệt|triển khai|học tập|thông báo)(?:, | và )?)+ ?(?:đến|tới)\b|quyết định này|(?:yêu cầu|đề nghị) (?:thủ trưởng |trưởng |các )?[^:]{0,120}(?:triển khai thực hiện|thực hiện) (?:nghiêm|tốt|kế hoạch|hiệu quả)|"
    r"(?:ủy ban nhân dân|ubnd|chủ tịch|ban chỉ đạo|ban thường vụ|giám đốc|bộ|sở|công an|bảo hiểm xã hội|ban thường trực|liên đoàn|hội)[^,;:]{0,60} (?:yêu cầu|đề nghị) [^:]{0,250}(?:(?:thực hiện|thi hành|chấp hành) (?:nghiêm|tốt|hiệu quả|đầy đủ|có hiệu quả)|nghiêm túc (?:tổ chức |triển khai )*(?:thực hiện|thi hành|chấp hành))[^:;]{0,40}(?:kế hoạch|chỉ thị|quyết định|chương trình|hướng dẫn) này[ .]|"
    r"(?:ủy ban nhân dân|ubnd|chủ tịch|ban chỉ đạo|ban thường vụ|giám đốc)[^,;:]{0,60} (?:yêu cầu|đề nghị) [^:;]{0,400}(?:được )?biết(?:,| và)(?: cùng| tích cực| nghiêm túc)* (?:hưởng ứng |tổ chức |triển khai |phối hợp |chấp hành )*(?:thực hiện|hưởng ứng|chấp hành)[ ./]*$|"
    r"trong quá trình (?:tổ chức |triển khai )*(?:thực hiện)?)")
# "Đề nghị các chi hội nghiêm túc triển khai thực hiện.": closes where nothing but the end follows.
_ASKS_EVERYBODY = re.compile(r"^(?:nhận được (?:kế hoạch|chương trình|hướng dẫn) này,? )?(?:yêu cầu|đề nghị) (?:các|toàn thể|toàn bộ) [^,:;.\d]{2,60} (?:(?:nghiêm túc|quan tâm|khẩn trương|tích cực|phối hợp|tổ chức|triển khai),? )+thực hiện(?: (?:có )?hiệu quả)?[ ./]*$")
# "Bộ Y tế yêu cầu các đơn vị thực hiện nghiêm túc. Trong quá trình triển khai, nếu có vướng mắc, …./.": the last words of any body.
_ASKS_ALL = re.compile(r"^[^,;:.]{2,60} (?:yêu cầu|đề nghị) [^:]{10,400}\. (?:trong quá trình|quá trình) (?:tổ chức |triển khai |thực hiện )*(?:thực hiện|triển khai)\b[^:]*(?:khó khăn|vướng mắc|phát sinh)")
_LAST_WORDS = re.compile(r"^(?:yêu cầu|đề nghị|trên đây|trong quá trình|quá trình|(?:trong )?khi (?:tổ chức |triển khai )?(?:thực hiện|triển khai)|nếu (?:có|gặp)|"
                         r"(?:gặp|mọi|có) (?:khó khăn|vướng mắc|trở ngại|việc)|nhận được|[^:;.]{5,60} thông báo (?:để|đến|tới|cho) [^:;.]{3,200} (?:được )?biết|căn cứ (?:nội dung )?kế hoạch|giao chánh văn phòng)\b")
_SPREAD = re.compile(r"(?:kế hoạch|chương trình|nghị quyết|chỉ thị|hướng dẫn|kết luận) (?:hành động )?này (?:được )?(?:(?:phổ biến|quán triệt)(?:, | và )?)+ ?(?:đến|tới)\b")


def is_spread(body: str) -> bool:
    """Whether a numbered point only says that the document is made known: "7- Chương trình này được phổ biến đến chi bộ."."""
    return _SPREAD.match(fold(body)) is not None


def closes(block: Paragraph, folded: str, before: Paragraph | Table, rest: Sequence[Paragraph | Table]) -> bool:
    """Whether a paragraph closes the document. `folded`: its text folded; `before`: what stands above it; `rest`: what stands right behind it."""
    if block.marker:
        return False
    if _CLOSING.match(folded) or (block.text.endswith("./.") and (_LAST_WORDS.match(folded) or _ASKS_ALL.match(folded))):
        return True
    # Below the name of a body it is what that body is to do: "2. Các thôn" / "Yêu cầu các thôn tích cực thực hiện."
    titled = isinstance(before, Paragraph) and not before.text.rstrip().endswith((".", ";", "/"))
    return not titled and _ASKS_EVERYBODY.match(folded) is not None and (folded.startswith("nhận được") or all(_ends(b) for b in rest))


def _ends(block: Paragraph | Table) -> bool:
    if isinstance(block, Table):
        return True
    folded = fold(block.text)
    return bool(SIGN.match(block.text) or RECIPIENTS.match(folded) or _CLOSING.match(folded) or (block.text.rstrip().endswith("./.") and _LAST_WORDS.match(folded)))
