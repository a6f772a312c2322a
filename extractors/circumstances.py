"""What stands around an act and orders none: when and where it takes place, who attends, what it looks at.

Hands on questions about nodes of an outline, and the roles of lines that only tell times.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.markers import BULLETS
from extractors.outline_nodes import Node
from extractors.owner_lists import owner_list
from normalizers.targets import is_act
from normalizers.text import fold
from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners

# Who a team is made of ("Trưởng đoàn: Đồng chí …", "Thành phần Đoàn kiểm tra: …"), and what an act is measured by ("… căn cứ các tiêu chí:").
_TEAM = re.compile(r"(?:(?:phó )?trưởng (?:đoàn|tiểu ban|ban)|thành viên(?: đoàn| tổ)?|ủy viên|thư ký(?: đoàn)?|tổ trưởng|(?:phó tổ trưởng|tổ phó)) ?: (?=đồng chí|đ/c|các đồng chí|ông |bà |đại diện|lãnh đạo|mời |gồm|cán bộ|chuyên viên|\d)|"
                   r"thành phần (?:của )?(?:đoàn|tổ|ban)(?: [^\W\d_]+(?:, (?=giám))?){0,6} ?:")
_MEASURED = re.compile(r"(?:tiêu chí|tiêu chuẩn|điều kiện)(?: sau(?: đây)?| như sau| cụ thể)? ?:$")
_BARE_TIME = re.compile(r"thời gian(?: (?:thực hiện|tiến hành|hoàn thành|triển khai|tổ chức))* ?:")
_TIME_ALONE = re.compile(r"[^:\d]{3,40}: ?(?P<when>(?:từ|trong|trước|ngày|đến|tháng|quý|dự kiến|chậm nhất|hằng|hàng|\d)[^:;]{2,90})$")
_TIME_OF = re.compile(r"[^:]{3,90}: ?(?:từ|trong|trước|ngày|đến|tháng|quý|dự kiến|chậm nhất|\d)")
_CIRCUMSTANCE = re.compile(r"(?:(?:dự kiến )?(?:thành phần|khách mời|đại biểu|địa điểm|đối tượng)(?: (?:hồ sơ|tham gia|tham dự|mời|dự|tổ chức|dự kiến|dự hội nghị|dự lễ|và|số lượng)|, (?:số lượng|đối tượng|thành phần|địa điểm))*|"
                           r"(?:đối tượng|phạm vi|thời kỳ|niên độ|đơn vị|địa bàn)(?:(?:, | và )(?:đối tượng|phạm vi|thời kỳ|niên độ|đơn vị|địa bàn))* (?:được )?(?:kiểm tra|thanh tra|giám sát|khảo sát)(?:, (?:kiểm tra|thanh tra|giám sát))*|(?:khẩu hiệu|thông điệp)(?: tuyên truyền| truyền thông)?)\s*:?\s*")


_HOURS = re.compile(r"(?:từ )?\d{1,2} ?(?:h|g|giờ|:) ?\d{0,2}(?: ?phút)?(?: ?(?:[-–]|đến) ?\d{1,2} ?(?:h|g|giờ|:) ?\d{0,2}(?: ?phút)?)?")
# What a criterion asks for and how far it is met, before what is to be done for it: "a) Yêu cầu tiêu chí: …", "b) Hiện trạng: …", "c) Giải pháp: …".
_STATE = re.compile(r"(?:(?:Đánh giá )?(?:[Hh]iện|[Tt]hực) trạng(?: [^\W\d_]+){0,5}|(?:Yêu cầu|Nội dung)(?: của)? tiêu chí(?: số \d+)?|Kết quả (?:đến nay|hiện nay|đã đạt|đạt được|rà soát)(?: [^\W\d_]+){0,4}) ?:(?: |$)")
_TOLD_THERE = re.compile(r"(?:Địa điểm|Thành phần|Khách mời)(?: (?:tham gia|tham dự|mời|dự|tổ chức|thực hiện|dự kiến))* ?: |Chủ đề(?: (?:chiến dịch|năm|tháng|hoạt động|\d{4}))* ?: ?[“\"]")


# Under a line that ends so stand the papers of a file ("… nộp hồ sơ, gồm:" / "+ Tờ trình;") or what an inspection looks at
# ("… kiểm tra các nội dung sau:" / "+ Việc niêm yết …"): the line is the act.
_LOOKS_AT = re.compile(r"(?P<papers>hồ sơ(?: [^\W\d_]+){0,5}(?: [^\W\d_]+,)?(?: \([^()]*\))?,? (?:bao )?gồm(?: có)?(?: các (?:loại )?(?:giấy tờ|tài liệu|văn bản|thành phần))?(?: sau(?: đây)?)? ?:$)|"
                       r"(?:kiểm tra|giám sát|thanh tra|khảo sát)(?!\w)(?![^:]*(?<!việc )(?<!hình )(?<!quả )(?:thực hiện|triển khai|tham mưu)(?!\w))[^;:]*(?:nội dung|vấn đề)(?: (?:sau|đây|như|cụ thể|chủ yếu|chính|cơ bản))* ?:$")
_PAPERS = ("Báo cáo", "Tờ trình", "Biên bản", "Danh sách", "Thông báo", "Quyết định", "Kế hoạch", "Đề nghị", "Giấy ", "Đơn ", "Bản ", "Văn bản", "Công văn", "Phiếu ", "Tóm tắt", "Bảng ", "Ảnh ", "Hình ảnh", "Dự thảo",
           "Sơ yếu", "Lý lịch", "Hợp đồng", "Hóa đơn", "Chứng từ", "Nghị quyết", "Phụ lục", "Tài liệu", "Các tài liệu", "Các văn bản", "Các giấy tờ", "Căn cước", "Giấy tờ")
_LOOKED_AT = ("Việc ", "Công tác ", "Kết quả ", "Tình hình ", "Chất lượng ", "Thực trạng ", "Trách nhiệm ")


_WHO_OR_WHEN = re.compile(r"chủ trì|phụ trách|[(,;] ?(?:hoàn thành|trước|trong|quý|tháng) (?:ngày |tháng |quý )?[\dIVX]")


def _charged(body: str) -> bool:
    """Whether a line says who is to do it, or by when: "Biên bản họp: Văn phòng HĐND và UBND", "Công tác đầu tư công (quý III/2026)"."""
    return _WHO_OR_WHEN.search(body) is not None or (": " in body and bool(prose_owners(body.rpartition(": ")[2])[0] or heading_units(body.rpartition(": ")[2])))


def lists_circumstance(node: Node) -> bool:
    """Whether an item only tells where an event is held or who attends it ("c) Thành phần tham dự:", "2. Địa điểm: Hội trường xã"):
    it and its list hold no acts."""
    body = node.body
    if body[:1] in "PTUỦ" and ":" in body and _TEAM.match(folded := fold(body)):
        return not node.children or folded.endswith(":")
    if body[:1] in "ĐHTYNK" and (" trạng" in body[:20] or " tiêu chí" in body[:25] or body.startswith("Kết quả ")) and _STATE.match(body):
        return True
    if node.children:
        return _CIRCUMSTANCE.fullmatch(fold(node.body)) is not None
    above = node.parent
    if node.kind in BULLETS and above is not None and above.par is not None and above.text.endswith(":") and _MEASURED.search(fold(above.text)):
        return not is_act(body)
    if node.kind in BULLETS and above is not None and above.par is not None and above.text.endswith(":") and (looks := _LOOKS_AT.search(fold(above.text))):
        return all(n.body.startswith(_PAPERS if looks["papers"] else _LOOKED_AT) and not _charged(n.body) for n in above.children)
    return node.body[:1] in "ĐTKC" and _TOLD_THERE.match(node.body) is not None


def tell_times(node: Node) -> None:
    """"* Thời gian thực hiện:" or "2. Thời gian thực hiện", then "- Công tác tuyên truyền: Từ ngày …": times of the item's parts, no acts."""
    label: Node | None = None
    for child in node.children:
        if child.children and child.body.endswith(":") and child.body.startswith("Thời ") and owner_list(child) is not None:
            label = None
            continue  # "- Thời gian:" / "+ Đợt 1: …" / "+ Đợt 2: …": the time of the acts beside it
        if child.children and child.kind not in BULLETS and child.body.startswith("Thời gian") and _BARE_TIME.fullmatch(fold(child.body).rstrip(" :") + ":"):
            for line in child.children:
                if not line.children and (m := _TIME_ALONE.match(fold(line.body))) and not is_act(m["when"]):
                    line.role = "purpose"
            if all(line.role == "purpose" for line in child.children):
                child.role = "purpose"
        last = child.children[-1] if child.children and not child.children[-1].children else child
        if child.kind not in BULLETS:
            label = None
        elif (bare := next((n for n in (child, last) if n.body.endswith(":") and _BARE_TIME.fullmatch(fold(n.body))), None)) is not None:
            label = bare
        if label is not None:
            for line in child.children if label is child else (child,):
                if _tells_time(line):
                    line.role = label.role = "purpose"


def _tells_time(node: Node) -> bool:
    return not node.children and ":" in node.body and not is_act(node.body) and _TIME_OF.match(fold(node.body)) is not None


_EXAMINED = re.compile(r"nội dung (?:(?:được |tự |cần )?(?:kiểm tra|giám sát|thanh tra|khảo sát|thẩm tra|chấm điểm|đánh giá|thi|dự thi|sát hạch|phổ biến|tuyên truyền|truyền thông|giáo dục|học tập|quán triệt|trưng bày)(?:, | và )?)+(?: hội thi| cuộc thi| pháp luật)?\W*")


def examined(node: Node) -> bool:
    """Whether a section lists what an inspection or a contest looks at ("II. Nội dung kiểm tra" / "1. Việc ban hành nội quy …"): nobody is
    ordered to do that, unless the list itself orders acts ("1. Kiểm tra việc …")."""
    if _EXAMINED.fullmatch(fold(node.body)) is None:
        return False
    leaves = [n.body for n in node.walk() if n.par is not None and not n.children and n is not node]
    return sum(map(is_act, leaves)) * 2 < len(leaves) or not leaves


def is_agenda(times: Sequence[str]) -> bool:
    """Whether the cells of a time column are hours of one day ("8h00 - 8h10"): the table tells how a meeting runs, it orders nothing."""
    told = [fold(time).strip() for time in times if time.strip()]
    return len(told) > 1 and 2 * sum(_HOURS.fullmatch(time) is not None for time in told) > len(told)


_FUNDS_TITLE = re.compile(r"(?:(?:nguồn|dự toán|nhu cầu|về) )*kinh phí(?: (?:thực hiện|triển khai|tổ chức|hoạt động|bảo đảm|đảm bảo))* ?:?")


def only_tells_funds(node: Node) -> bool:
    """Whether a title of two or three words has nothing below it but where the money comes from and how much it is ("4. Kinh phí" /
    "Tiền vắc xin do ngân sách tỉnh hỗ trợ 100%."): a section of its own, though it stands among the tasks."""
    if not node.children or _FUNDS_TITLE.fullmatch(fold(node.body)) is None:
        return False
    return not any(n.children or is_act(n.body) or prose_owners(n.body)[0] for n in node.children)
