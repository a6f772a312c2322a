"""Headings of a task section that say who is charged with what stands below them. Hands on the headings of a leaf's owners.

A section of "Tổ chức thực hiện" names units only; in a section of tasks most headings are topics, and one that happens to
hold a unit's name ("2. Hợp tác xã", "Trung tâm dữ liệu") charges nobody. A heading charges there when it says so ("Bộ X chủ
trì, phối hợp với Y:"), when it is nothing but public bodies before its list ("Các bộ, UBND các tỉnh:"), or when it stands in a
row of headings that are all units ("1. Bộ X", "2. Bộ Y").
"""

from __future__ import annotations

import re

from extractors.markers import BULLETS
from extractors.outline_nodes import Node
from extractors.owner_lines import Attributes, read_attributes
from extractors.sections import heading_role
from normalizers.acts import is_act
from normalizers.text import fold
from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners

_DUTY = re.compile(r"\b(?:chủ trì|có trách nhiệm|chịu trách nhiệm|phối hợp với|có nhiệm vụ)\b")
_CHARGE = re.compile(r"(?:đề nghị|kính đề nghị|yêu cầu|phân công|giao)\b|.*\b(?:lãnh đạo|chỉ đạo)(?:, (?:lãnh đạo|chỉ đạo))? ?(?:thực hiện|các nội dung|một số nội dung)?(?: sau)?:?$")
_BODIES = frozenset({"office", "authority", "party", "organisation", "person"})
# In brackets or behind a dash at a heading's end ("… (Văn phòng chủ trì)", "… - Văn phòng chủ trì, Công an xã phối hợp"), or all that a heading says ("Nhiệm vụ do Phòng Kinh tế chủ trì").
CHARGING_NOTE = re.compile(r"\([^():]{3,160}\b(?:chủ trì|tham mưu|phụ trách|(?:đảm nhiệm|thực hiện|triển khai)(?= ?\)))[^():]{0,160}\)$|\([^():]{3,120}(?:[,;]| [-–]) ?(?:hoàn thành |xong )?(?:trong |trước |từ |đến |hết )?(?:quý|tháng|ngày|năm|thường xuyên|\d{1,2}/)[^():]{0,60}\)$|\((?:giao|phân công) [^():]{3,120}\)$|(?: [-–]|:) [^-–:;.()]{3,60}(?: [-–] [^-–:;.()]{3,40})? (?:chủ trì|phụ trách)(?:[,;] (?:phối hợp|[^:.()]{3,120} phối hợp)(?: [^:.()]{3,160})?)?:?$|"
                           r"^(?:nhóm |các |những )*(?:nhiệm vụ|nội dung|công việc|phần việc)(?: [^\W\d_]+){0,4} do [^:;.()]{3,90} (?:chủ trì|tham mưu|phụ trách|đảm nhiệm)(?: [^\W\d_]+){0,3}$")
_OPEN = re.compile(r"[:：]\s*$")
# Public bodies that are no topic, without a colon, too: "2.1. Đảng ủy Ủy ban nhân dân tỉnh", "a) Sở Nội vụ".
_SURELY = re.compile(r"(?:đảng ủy|ban thường vụ|sở|ủy ban nhân dân|ubnd|công an (?:tỉnh|xã|phường)|bộ chỉ huy|ban chỉ huy|(?:ủy ban |ub)(?:mặt trận|mttq))(?![\w,])")
_ROW = 3  # headings that make a row of units
# Nouns of topics that stand among the units of "Tổ chức thực hiện".
_TOPIC = re.compile(r"(?:công tác|chế độ|việc|về|kinh phí|nguồn|thời gian|thời điểm|báo cáo|thông tin|tuyên truyền|kiểm tra|giám sát|khen thưởng|thi đua|sơ kết|tổng kết|"
                    r"một số|các? (?:nội dung|nhiệm vụ|hoạt động|biện pháp)|nội dung|nhiệm vụ|trách nhiệm|hồ sơ|định kỳ|khi|trong|sau|trước|hằng|hàng|lưu ý|yêu cầu|tiến độ|"
                    r"giai đoạn|đợt|bước|quý|tháng|lực lượng tham gia|phương (?:tiện|pháp|án)|địa điểm|thành phần|cơ sở vật chất|nhân lực)(?!\w)")
_NAMED = re.compile(r"(?:trung tâm|chi cục|cục|ban|văn phòng|công ty|tổng công ty|tập đoàn|phòng|hội|trường|viện|chi nhánh|ngân hàng)(?!\w)")  # opens a name of any length
_PERSON = re.compile(r"(?:\w+ ){1,2}viên(?!\w)")  # "điều tra viên", "tuyên truyền viên" open with the words of an act
_STAFF = re.compile(r"(?:(?:bảo vệ|cấp dưỡng|tạp vụ|phục vụ|lái xe)(?:, | và | - |$))+")  # people of a school or office that are acts too
_CLOSED = re.compile(r"[.;!?]\s*$")
_FOR = re.compile(r"(?:đối với|về phía) ", re.IGNORECASE)
_SHORT = 12  # words of "Đảng ủy UBND xã lãnh đạo, chỉ đạo" as a heading without a colon
_MAX_WORDS = 60
_NOTHING = Attributes()
_TITLE = 8  # characters of a topic before its label


def charging_headings(node: Node) -> tuple[str, ...]:
    """Headings above a leaf, nearest first, that charge a unit; markers dropped. In duties ("org") every heading may."""
    above = list(node.ancestors())
    told = (above[-1].order,) if above and above[-1].order else ()
    if node.role == "org":
        return (*(n.body for n in above if n.par is not None), *told)
    return (*(n.body for n in above if n.par is not None and _charges(n)), *told)


def labelled_heading(node: Node) -> Attributes:
    """What the nearest heading above a leaf says of its acts behind a label: "2. Hạ tầng số (Chủ trì: X; phối hợp: Y)",
    "3. Tập huấn - thời gian thực hiện: Quý II/2026". Empty where none does."""
    for above in node.ancestors():
        if above.par is None or ":" not in above.body[:-1] or len(above.body.split()) > _MAX_WORDS:
            continue
        said = read_attributes(above.body.rstrip(" :"))
        if said.start > _TITLE and (said.lead or said.deadline):
            return said
    return _NOTHING


def noted_part(heading: str) -> str:
    """What a heading says behind its dash or colon of who does it ("Nhóm nhiệm vụ về thể chế | - X chủ trì, Y phối hợp"); all of any other."""
    if " chủ trì" not in heading or (note := CHARGING_NOTE.search(fold(heading))) is None or note[0][:2] not in (" -", " –"):
        return heading
    part = heading[note.start() :].lstrip(" -–")
    return part if prose_owners(part)[0] and not heading_units(heading[: note.start()]) else heading  # not "Văn phòng HĐND | - UBND chủ trì"


def _charges(node: Node) -> bool:
    if node.charges is None:
        node.charges = _says_who(node)
    return node.charges


def _says_who(node: Node) -> bool:
    text = node.body
    if len(text.split()) > _MAX_WORDS:
        return False
    if (text.endswith((")", "trì", "trách", "trì:", "trách:")) or " do " in text or (" phối hợp" in text and " chủ trì" in text)) and (note := CHARGING_NOTE.search(fold(text))) is not None and prose_owners(text[note.start() :])[0]:
        return True  # "2. Cải cách thể chế (Văn phòng HĐND và UBND chủ trì)"
    opens = bool(_OPEN.search(text))
    charged = bool(_CHARGE.match(fold(text)))
    says = (opens and (charged or _DUTY.search(fold(text)))) or (charged and len(text.split()) <= _SHORT and not _CLOSED.search(text))
    if says and prose_owners(text)[0]:
        return True
    units = heading_units(text)
    if not units:
        return False
    if opens and all(u.kind in _BODIES or u.unit_id == "cac-co-quan-don-vi" for u in units):
        return True
    if node.children and _SURELY.match(fold(text)) and all(u.kind in _BODIES for u in units):
        return True
    if (low := fold(text)).startswith(("trách nhiệm của ", "nhiệm vụ của ")) or (low.startswith("đối với ") and all(u.kind in _BODIES for u in units)):
        return True
    return _in_row_of_units(node) or any("hân công" in n.text or "HÂN CÔNG" in n.text for n in node.ancestors())  # "II. NỘI DUNG VÀ PHÂN CÔNG THỰC HIỆN"


def _in_row_of_units(node: Node) -> bool:
    if node.parent is None:
        return False
    row = [n for n in node.parent.children if n.par is not None and n.kind == node.kind]
    if len(row) == 1 and node.parent.parent is not None:  # "2.1. Phòng Kinh tế" alone below "2. Quý II", as "1.1", "1.2" below "1. Quý I"
        row = [n for above in node.parent.parent.children if above.kind == node.parent.kind for n in above.children if n.par is not None and n.kind == node.kind]
    return len(row) > 1 and sum(bool(heading_units(n.body)) for n in row) * 3 >= len(row) * 2


def owner_by_its_row(node: Node) -> str | None:
    """The wording of a heading that names whom no vocabulary knows ("2. Điều tra viên, Tổ trưởng Tổ điều tra"): in a row of duties
    whose other headings are units, one that is short and neither an act nor a topic is a unit too. None elsewhere."""
    if node.role != "org":
        return None
    for item in (node, *node.ancestors()):
        if item.par is None or item.parent is None or item.role != "org":
            return None
        label = _label(item)
        if label is None or (item is node and ":" not in item.body):
            continue
        row = [n for n in item.parent.children if n.par is not None and n.kind == item.kind]
        if len(row) < _ROW or not _are_units([n for n in row if n is not item], 3 if "phân công" in fold(item.parent.text) else 4):
            return None
        return None if heading_units(label) or not _names_somebody(label) else _FOR.sub("", label, count=1) if _FOR.match(label) else label
    return None


def _are_units(row: list[Node], sixths: int) -> bool:
    """Whether so many sixths of the items beside a heading name units: as headings, or as the subject of a duty said in one sentence."""
    named = [bool(heading_units(_label(n) or "")) for n in row]
    if sum(named) * 6 < len(row) * sixths and any(named):
        named = [units or (not n.children and n.kind not in BULLETS and bool(prose_owners(n.body, duty=True)[0])) for n, units in zip(row, named, strict=True)]
    return sum(named) * 6 >= len(row) * sixths


def _label(node: Node) -> str | None:
    """What a numbered item says before its colon, or all of it where it has items below."""
    if node.kind in BULLETS or node.kind == "body":
        return None
    head, colon, _ = node.body.partition(":")
    return head.strip(" .") if colon or node.children else None


def _names_somebody(label: str) -> bool:
    low = fold(label)
    if len(low.split()) > (14 if _NAMED.match(low) else 9) or re.search(r"\d", low) or heading_role(label) is not None or _TOPIC.match(low):
        return False
    return bool(_PERSON.match(low) or _STAFF.fullmatch(low)) or not is_act(label)
