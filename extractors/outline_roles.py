"""What each section of an outline is for: roles by headings, by what stands below them, and by what the sections around them are."""

from __future__ import annotations

import re

from extractors.circumstances import examined, lists_circumstance, only_tells_funds, tell_times
from extractors.markers import BULLETS
from extractors.outline_nodes import CLOSED_END, OPEN_END, TOP_MARKS, Node
from extractors.owner_lines import is_attribute_line, read_attributes
from extractors.sections import Role, heading_role, is_topic_of_aims, tells_funds
from extractors.timed_headings import is_dated
from normalizers.targets import is_act, read_targets
from normalizers.text import fold
from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners

_ITEMS = frozenset({"number", "decimal", "letter", "paren", "small_roman", "label", *BULLETS})
_INLINE_HEADING = re.compile(r"^([^:;.]{3,90}):\s+(?=\S)")
# "3. Ban Thường vụ Đảng ủy yêu cầu:" heads what is ordered, not the requirements of the plan.
_ORDERED = re.compile(r"(?:ban thường vụ|ban chấp hành|thường trực|đảng ủy|chi ủy|ủy ban|ubnd|chủ tịch|ban chỉ đạo|ban giám hiệu|giám đốc)(?!\w)[^:;,.]{0,60} yêu cầu(?!\w)[^:]{0,160}:?$")
_LEADS_ON = re.compile(r", [^,:]{8,}:$")  # "Căn cứ tình hình thực tế, xã phấn đấu đến năm 2027:" leads on to a list, no heading of what is relied on
_GIVES_TARGETS = re.compile(r"(?:giao|phê duyệt|thông qua|quyết nghị|ban hành) (?:một số |các |bộ |hệ thống )?(?:mục tiêu, )?(?:chỉ tiêu|chỉ số)(?!\w)", re.IGNORECASE)
# "… giao Ủy ban nhân dân tỉnh tổ chức triển khai thực hiện Nghị quyết này": who carries out the document, no task of its plan.
_CARRIED_OUT = re.compile(r"(?:thực hiện|thi hành) (?:nghị quyết|quyết định|kế hoạch|chương trình|chỉ thị|đề án|nội dung) này[ .;]*$|giám sát (?:việc )?(?:tổ chức |triển khai )*thực hiện nghị quyết[ .;]*$", re.IGNORECASE)


def inline_heading(text: str) -> tuple[str, str] | None:
    """"Mục tiêu chung: Đẩy mạnh …" → heading and content, where the part before the colon names a section."""
    m = _INLINE_HEADING.match(text) if ":" in text else None
    if m and heading_role(m[1]):
        return m[1], text[m.end():]
    return None


def _names_section(node: Node) -> Role | None:
    par = node.par
    if par is None:
        return None
    head = par.body or par.text
    words = len(head.split())
    inline = inline_heading(head)
    if node.kind in BULLETS:
        if inline and len(inline[0].split()) <= 6 and heading_role(inline[0]) in {"target", "aim"}:
            return heading_role(inline[0])
        if inline and inline[0].startswith("Mục tiêu") and len(inline[0].split()) <= 6 and _QUANTITY.search(inline[1]):
            return "target"
        if words <= 6 and OPEN_END.search(head) and heading_role(head) == "target":
            return "target"
        return heading_role(head) if node.children and words <= 8 else None
    if inline:
        return heading_role(inline[0])
    if node.kind == "body":
        return None
    top = node.parent is None or (_is_top(node) and node.parent.kind != "article")
    if node.kind == "plain":
        return heading_role(head) if words <= 14 and not (head.startswith("Căn cứ") and _LEADS_ON.search(head)) else None
    if node.children and is_act(head) and all(c.par is not None and not c.children and is_attribute_line(c.par.body) for c in node.children):
        return None  # "2. Giao chỉ tiêu giảm nghèo cho các thôn" / "Đơn vị chủ trì: …": an act and who does it, whatever it speaks of
    if words > 45 or (not node.children and head.startswith("Phấn đấu")):
        return None  # "4. Phấn đấu đạt các chỉ tiêu cụ thể" heads a list; alone it is a sentence
    if node.children and head[-1:] == ":" and _GIVES_TARGETS.match(head):
        return "target"  # "Điều 1. Giao các chỉ tiêu năm 2026 như sau:"
    if node.children and "yêu cầu" in head and _ORDERED.match(fold(head)):
        return "task"
    role = heading_role(head, anywhere=top and node.kind != "article")
    if role == "purpose" and node.children and ":" in head[:-1] and (at := read_attributes(head.rstrip(" :"))).deadline and at.start > 8:
        role = heading_role(head[: at.start], anywhere=top)  # "II. Về quy hoạch - thời gian thực hiện: Quý II/2026" is no section on time
    if role == "funding" and top and node.parent is not None and node.parent.own_role == "task" and is_act(head):
        return None  # "Phần thứ hai" / "NHIỆM VỤ" / "II. Huy động nguồn vốn đầu tư phát triển": one of the tasks' topics
    if role == "purpose" and not node.children and words > 12 and is_act(head):
        return None  # "5. Đánh giá việc thực hiện …, báo cáo trước ngày 15/12.": an act, no section that looks back
    if role == "purpose" and node.children and _LATER.match(fold(head)) and _charges_bodies(node):
        return "org"  # "VII. TỔNG KẾT 5 NĂM THỰC HIỆN" / "Phòng Kinh tế tham mưu tổng kết vào quý IV/2030."
    if role == "task" and node.children and examined(node):
        return "purpose"
    if role == "task" and top and node.parent is not None and node.parent.own_role == "purpose" and heading_role(head) is None:
        return None  # "A. TÌNH HÌNH NĂM 2025" / "I. KẾT QUẢ LÃNH ĐẠO THỰC HIỆN NHIỆM VỤ"
    if role is None and head.lower().rstrip(" .:") == "phương hướng" and node.parent is not None and any(heading_role(n.body) == "task" for n in node.parent.children if n is not node):
        return "aim"
    if role == "purpose" and node.children and _AIMS_TOO.search(fold(head)) and _commits(node):
        return "target"
    under = node.parent.role if node.parent is not None else None
    if role == "purpose" != under and node.children and _DUTIES_TOO.match(fold(head)) and _plain_leaves(node) and (_orders_acts(node) or _charges_bodies(node)):
        return "task"  # "II. Yêu cầu và nhiệm vụ", "V. Thời gian thực hiện và phân công nhiệm vụ" above acts
    if role in {"target", "targets_or_aim"} and node.children and _inside_topic(fold(head)) and _orders_acts(node):
        return None
    if role == "purpose" and head.startswith("Yêu cầu ") and heading_units(head[8:]):
        return "org"  # "IV. Yêu cầu Sở Y tế:" above its duties
    if role in {"purpose", "aim", "funding"} and not top and words > 12:
        return None
    return role


_LATER = re.compile(r"(?:sơ kết|tổng kết)(?!\w)")
_LOOKS_BACK = re.compile(r"(?:(?:khái quát|đánh giá|đặc điểm|thực trạng|hiện trạng)(?: chung)?(?: về)? (?:tình hình|thực trạng|kết quả)|kết quả (?:thực hiện|đạt được|triển khai)|thực trạng|hiện trạng|tình hình)(?!\w)(?!.*(?:mục tiêu|chỉ tiêu|nhiệm vụ|(?:phương|định) hướng|giải pháp|yêu cầu|kế hoạch năm))")


def _charges_bodies(node: Node) -> bool:
    """Whether half the lines of a section or more charge a body with an act to come, none tells an amount reached."""
    leaves = [n.body for n in node.walk() if n.par is not None and not n.children and n is not node]
    charged = sum(bool(prose_owners(b, duty=True)[0]) and (is_act(b) or read_attributes(b).deadline is not None) for b in leaves)
    return charged * 2 >= len(leaves) and not any(" đã " in b or ("%" in b and _QUANTITY.search(b)) for b in leaves)


_AIM_INSIDE = re.compile(r"(?<=[^\W\d_] )(?<!và )(?:mục tiêu|chỉ tiêu|định hướng|tầm nhìn)(?!\w)")
_NO_TOPIC = re.compile(r"(?:(?:các|một số|những|về|hệ thống|nội dung|cụ thể|phấn đấu(?: đạt| hoàn thành| thực hiện)?|\W) ?)*(?:mục tiêu|chỉ tiêu|định hướng|tầm nhìn)(?!\w)")


def _inside_topic(folded: str) -> bool:
    """Whether a heading speaks of aims within what it is about: "Rà soát các chỉ tiêu nông thôn mới", "Thực hiện chỉ tiêu tuyển quân"."""
    return _AIM_INSIDE.search(folded) is not None and _NO_TOPIC.match(folded) is None


_FIELDS = re.compile(r"định hướng (?!chung|tổng quát|tổng thể)[^:]*(?:ngành|lĩnh vực|nhiệm vụ|địa bàn|vùng)")
_AIMS_TOO = re.compile(r"(?:,| và| &| -|;) (?:các |những |một số )?(?:mục tiêu|chỉ tiêu)(?!\w)")
_DUTIES_TOO = re.compile(r"(?:yêu cầu|nguyên tắc|phạm vi|đối tượng|thời gian|quan điểm)[^:]{0,60}(?:,| và| &|;) (?:các |những |một số |nội dung )?(?:nhiệm vụ|giải pháp|phân công|công việc)(?!\w)")
_BOTH = re.compile(r"(?:mục tiêu|chỉ tiêu)(?: [^\W\d_]+){0,2}(?:,| và| &| -|;) (?:các |những |một số )?(?:nhiệm vụ|giải pháp|nội dung)|(?:nhiệm vụ|giải pháp|nội dung)(?: [^\W\d_]+){0,2}(?:,| và| &| -|;) (?:các |những |một số )?(?:mục tiêu|chỉ tiêu)")


def _plain_leaves(node: Node) -> list[Node]:
    """What stands below a heading, where no part of it names a section of its own; else nothing."""
    leaves = [n for n in node.walk() if n.par is not None and n is not node]
    return [] if any(map(_names_section, leaves)) else [n for n in leaves if not n.children]


def _commits(node: Node) -> bool:
    """Whether most of what stands below "Quan điểm, mục tiêu" gives a quantity and orders no act."""
    leaves = _plain_leaves(node)
    return sum(_QUANTITY.search(n.body) is not None and not is_act(n.body) for n in leaves) * 2 > len(leaves)


def _part_aims(node: Node) -> bool:
    """"II. Mục tiêu, nhiệm vụ" above a list that mixes both: lines that give a quantity and order nothing are targets, the rest tasks."""
    if node.par is None or not node.children or _BOTH.search(fold(node.body)) is None:
        return False
    leaves = _plain_leaves(node)
    aims = [n for n in leaves if _QUANTITY.search(n.body) and not is_act(n.body)]
    if not any(is_act(n.body) for n in leaves):
        return False
    if not aims:
        return _orders_acts(node)  # "III. Chỉ tiêu và nhiệm vụ trọng tâm" above acts alone
    for aim in aims:
        aim.own_role = "target"
    return True


def _orders_acts(node: Node) -> bool:
    """Whether most of what stands below a heading orders an act and gives no quantity."""
    leaves = [n.body for n in node.walk() if n.par is not None and not n.children and n is not node]
    return sum(is_act(b) and not _QUANTITY.search(b) for b in leaves) * 2 > len(leaves)


def charge_units(root: Node) -> None:
    """A directive has no sections: "1. Bộ Công an", "2. Bộ Y tế chủ trì …:", "3. Giao Sở Tài chính …." charge one body each."""
    row = [n for n in root.children if n.par is not None and n.kind == "number"]
    if len(row) < 3 or root.own_role is not None or any(n.kind in TOP_MARKS - {"article"} for n in root.children):
        return
    named = [n for n in row if heading_units(n.body) or prose_owners(n.body)[0]]
    if len(named) * 3 < len(row) * 2:
        return
    for n in named:
        # "5. Sở Tài chính: Tham mưu bố trí kinh phí …", "4. Công an tỉnh sẵn sàng chi viện khi có yêu cầu.": a body charged, whatever words follow
        if _names_section(n) not in {"purpose", "aim", "target", "targets_or_aim", "funding"} or (inline_heading(n.body) is None and heading_role(n.body) is None):
            n.own_role = "org"


# "Chủ tịch UBND phường yêu cầu:", "… đề nghị UBND các xã thực hiện một số nội dung sau:" before the numbered items of a text without sections.
ORDERS = re.compile(r"(?<!\w)(?:yêu cầu|đề nghị|chỉ thị|phân công nhiệm vụ)(?!\w)[^:]{0,200}:$")


def order_items(root: Node, intro: str) -> None:
    """Numbered items right below an introduction that orders them are tasks, where the text has no sections; whom it orders owns them."""
    if any(n.kind in TOP_MARKS for n in root.children):
        return
    if (order := ORDERS.search(fold(intro))) is not None:
        root.order = intro[order.start() :] if len(intro) == len(fold(intro)) else ""
    for n in root.children:
        if n.kind == "number" and n.own_role is None and _names_section(n) is None:
            n.own_role = "task"


_NOTE = re.compile(r"(?:ghi chú|chú thích) ?:|\(\*{1,3}\)", re.IGNORECASE)
_NOTE_BEGINS = ("G", "C", "(")


def assign_roles(node: Node, inherited: Role | None) -> None:
    """Set the role of a node and of all below it: its own where it names one that holds here, else that of the section around it."""
    own = node.own_role or (_names_section(node) if node.parent is not None else None)
    if own in {"task", "org", "funding", "purpose"} and inherited is not None and not node.children and not _is_top(node) \
            and _is_sentence(node):
        own = None
    if own == "purpose" and inherited == "target" and not node.children and node.body.startswith(_GROUPS) and _QUANTITY.search(node.body):
        own = None  # "3. Các đối tượng cần vận động: lao động tự do trên 40.500 người; …"
    if own == "task" and inherited == "purpose" and not node.children and not _is_top(node) and (inline := inline_heading(node.body)) and not is_act(inline[1]):
        own = None  # "1. Nội dung thi: Gồm 3 phần …" among the rules of a contest
    if own in {"funding", "purpose"} and inherited in {"task", "org"} and not _is_top(node) and not (own == "funding" and only_tells_funds(node)):
        # A funding duty inside a task section is a task; "Yêu cầu" of one task stays with its task.
        own = None
    if (inherited in {"task", "org"} or (inherited == "target" and node.body.startswith("Chủ đề"))) and not _is_top(node) and (lists_circumstance(node) or (node.children and "ội dung" in node.body[:8] and examined(node))):
        own = "purpose"
    if inherited in {"task", "org"} and not _is_top(node) and not node.children and node.par is not None and tells_funds(node.body):
        own = "funding"
    if own == "task" and inherited in {"target", "org"} and not _is_top(node):
        # "1. Chỉ tiêu về nội dung …" inside targets; a unit's duty list inside Tổ chức thực hiện.
        own = None if inherited == "org" or node.kind in BULLETS or is_topic_of_aims(node.body) else own
    if own == "org" and inherited in {"task", "target"} and not _is_top(node):
        own = None
    if own is not None and inherited in {"purpose", "aim"} and not node.children and not _is_top(node) and _is_sentence(node):
        # "1. Cụ thể hóa các chỉ tiêu được giao; …." is a requirement, no section of targets.
        own = None
    if own in {"target", "task"} and inherited == "purpose" and not node.children and not _is_top(node) and node.parent is not None and _LOOKS_BACK.match(fold(node.parent.body)):
        own = None  # "I. ĐÁNH GIÁ TÌNH HÌNH" / "2. Một số chỉ tiêu chưa đạt: tỷ lệ … mới đạt 41%": how things stand
    if own == "org" and inherited == "purpose" and not node.children and not _is_top(node) and (inline := inline_heading(node.body)) and not prose_owners(inline[1])[0]:
        own = None  # "2. Phân công nhiệm vụ theo nguyên tắc 6 rõ: rõ người, rõ việc …": how it is to be done
    if own in {"targets_or_aim", "target", "task"} and _part_aims(node):
        own = "task"
    if own == "targets_or_aim" and inherited == "task" and _FIELDS.match(fold(node.body)) and _orders_acts(node):
        own = None  # "2. Định hướng phát triển các lĩnh vực" among the tasks
    if own == "targets_or_aim":
        own = "task" if _tasks_too(node) else "target" if inherited == "target" and (_NUMBERED_AIM.match(node.body) or _counts(node)) else _settle_targets(node)
        if own == "aim" and inherited == "task" and node.children and _counts(node):
            own = "target"  # "a) Mục tiêu:" / "- Đón 12.500 lượt khách." inside a task
        if own == "aim" and inherited == "task" and not node.children and (inline := inline_heading(node.body)) and any(map(str.isdigit, inline[1])):
            own = "target" if any(r.value is not None for r in read_targets(inline[1], section=False)) else own  # "Mục tiêu: Đón 12.500 lượt khách."
        elif own == "aim" and inherited == "task" and not node.children and (inline := inline_heading(node.body)) and _NONE_LEFT.match(fold(inline[1])):
            own = "target"
    if own == "purpose" and _is_top(node) and _is_schedule(node):
        own = "task"
    if inherited == "purpose" and own in {None, "purpose"} and node.children and not _is_top(node) and _TIMES.match(fold(node.body)) and _is_schedule(node):
        own = "task"  # "1. Thời gian: tổ chức hội nghị như sau:" / "- Ngày 04/3: Ủy ban họp …" inside "Thời gian, địa điểm"
    if own is None and inherited is None and node.kind == "article" and not node.children and not _CARRIED_OUT.search(node.body) and prose_owners(node.body)[0]:
        own = "org"  # "Điều 2. Giao Phòng Kinh tế chủ trì …"
    if own is None and inherited is None and _is_top(node):
        own = "target" if _is_stage_of_targets(node) else _settle_unknown(node)
        if own is None and node.children:
            _settle_beside(node)
    node.own_role = own
    node.role = own or inherited
    if node.par is not None and node.par.text[:1] in _NOTE_BEGINS and node.role in {"task", "org", "target"} and _NOTE.match(node.text):
        node.own_role = node.role = "other"  # what stands below a table tells how to read it
    for child in node.children:
        assign_roles(child, node.role)
    if node.role == "task":
        _go_on_with_targets(node)
    if node.role in {"task", "org"}:
        tell_times(node)


_GROUPS = ("Các đối tượng", "Đối tượng", "Các nhóm đối tượng", "Nhóm đối tượng")
_SHARE = re.compile(r"(?:(?:trên|ít nhất|tối thiểu|từ|phấn đấu|đạt) )*\d[\d.,]* ?%")


def _go_on_with_targets(node: Node) -> None:
    """"+ Mục tiêu then chốt: Trên 95% …", then "+ 100% …"; or the label alone, then bullets of the same kind: targets of one task."""
    open_label, before = False, False
    for child in node.children:
        if child.kind not in BULLETS or child.par is None:
            open_label = before = False
            continue
        if child.own_role is not None:
            before = child.role == "target"
            open_label = before and not child.children and bool(OPEN_END.search(child.text))
        elif OPEN_END.search(child.text) and heading_role(child.body) == "task":
            open_label = before = False  # "* Chỉ tiêu:" / "* 100% …" / "* Biện pháp thực hiện:" / "* Rà soát …"
        elif open_label or (before and _SHARE.match(fold(child.body))):
            for below in child.walk():
                below.role = "target"
        else:
            before = False


def _is_sentence(node: Node) -> bool:
    """A list item that says something whole ("b) Hoạt động thiết thực, không hình thức …."): its first words name no section."""
    return len(node.body.split()) > (8 if CLOSED_END.search(node.text) else 12) and inline_heading(node.body) is None


def _is_top(node: Node) -> bool:
    """A section of its own: "I.", or "1." below a "Phần" that names none; "Phần I. MỤC ĐÍCH, YÊU CẦU" is one, its "1." is an item."""
    above = node.parent
    if above is None:
        return False
    if above.kind in {"letter_cap", "caps"} and node.kind == "roman":
        # "B. NỘI DUNG KẾ HOẠCH" / "I. MỤC ĐÍCH, YÊU CẦU", also "Phần II" / "PHƯƠNG ÁN ỨNG PHÓ" / "I. PHƯƠNG CHÂM": its sections are those of the plan
        holds = above.parent is not None and (above.parent.kind == "root" if above.kind == "letter_cap" else above.parent.kind in {"part", "chapter", "root"})
        return holds and (bool(node.children) or not _is_sentence(node))
    if above.kind not in {"root", "part", "chapter", "division", "article"}:
        return False
    return above.kind in {"root", "article"} or above.own_role in {None, "other"} or not (node.kind in _ITEMS or (not node.children and node.kind == "roman" and _is_sentence(node)))


# What has been done or how things stand: a body that did it is charged with nothing.
_DONE = re.compile(r"(?<!\w)(?:đã|kết quả|tình hình|thực trạng|hạn chế|nguyên nhân|tồn tại|đánh giá chung|quan điểm|sự cần thiết)(?!\w)")


# "Hội nghị do Liên đoàn Lao động tỉnh tổ chức. Thời gian 1 buổi": an event, and who holds it.
_HELD_BY = re.compile(r"(?:- )?(?:các )?(?:hội (?:nghị|thảo|thi|diễn|trại)|lớp|cuộc|đợt|buổi|chương trình|tọa đàm|diễn đàn) [^.;:]{0,80}?(?<!\w)(?:do|giao) [^.;:]{4,120}? (?:tổ chức|thực hiện|chủ trì|phụ trách)(?: thực hiện)?(?:[.;,:]|$)")


_STEP = re.compile(r"^Bước (?:\d{1,2}|[IVX]{1,4}) ?[:.] ?")  # "Bước 2: Tổ chức họp dân …" of a procedure


def _settle_unknown(node: Node) -> Role | None:
    """A top section whose heading says nothing known: tasks where most of its leaves order an act, or charge a body with one."""
    leaves = [n for n in node.walk() if n.par is not None and not n.children and n is not node]
    if not leaves or any(_names_section(n) for n in node.children):
        return None
    acts = sum(is_act(_STEP.sub("", n.body)) for n in leaves)
    if acts * 2 <= len(leaves) and not _DONE.search(node.title or fold(node.body)):
        acts += sum(not is_act(n.body) and not _DONE.search(fold(n.body)) and bool(prose_owners(n.body)[0] or _HELD_BY.match(fold(n.body))) for n in leaves)
    few = acts * 3 >= len(leaves) and not _DONE.search(node.title or fold(node.body))
    return "task" if acts * 2 > len(leaves) or (few and (acts * 2 == len(leaves) > 2 or _among_acts(node))) else "other"


_STAGE = re.compile(r"(?:(?:đến|tầm nhìn)(?: hết| cuối)? )?(?:năm|giai đoạn|định hướng đến năm|tầm nhìn đến năm) (?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?[.:]?")


def _is_stage_of_targets(node: Node) -> bool:
    """A section named by nothing but its years, behind an empty heading of specific targets or another such stage: "B. Mục tiêu cụ thể" / "I. Năm 2026"."""
    if node.parent is None or not _STAGE.fullmatch(fold(node.body).strip()):
        return False
    siblings = node.parent.children
    at = next(i for i, n in enumerate(siblings) if n is node)
    last = siblings[at - 1] if at else None
    if last is not None and last.role == "target" and _STAGE.fullmatch(fold(last.body).strip()):
        return True
    while last is not None and last.children:
        last = last.children[-1]
    return last is not None and last.own_role == "target" and not is_act(last.body) and not any(map(str.isdigit, last.body))


def _among_acts(node: Node) -> bool:
    """Whether the sections around one that says nothing known are such sections too, and order acts throughout: "1. Công tác kinh tế",
    "2. Công tác văn hóa" of a text without named sections."""
    others = [n for n in node.parent.children if n.kind == node.kind and n is not node and n.par is not None] if node.parent is not None else []
    if any(_names_section(n) in {"task", "target", "targets_or_aim"} for n in others):
        return False
    others = [n for n in others if _names_section(n) is None]  # who carries them out may stand in a section of its own
    leaves = [n for other in others for n in other.walk() if n.par is not None and not n.children and n is not other]
    return len(others) > 1 and sum(is_act(n.body) for n in leaves) * 3 >= len(leaves) * 2 > 0


def _settle_beside(node: Node) -> None:
    """Below a top section that says nothing known, an item that names no section is one of tasks where another names tasks or duties
    and half of its own leaves order an act: "III. CÔNG TÁC Y TẾ" / "1. Công tác tuyên truyền" / "2. Phân công nhiệm vụ"."""
    named = [_names_section(n) for n in node.children]
    if not any(role in {"task", "org"} for role in named):
        return
    for child, role in zip(node.children, named, strict=True):
        if role is None and child.own_role is None and child.par is not None and (leaves := [n for n in child.walk() if n.par is not None and not n.children]):
            acts = sum(is_act(n.body) or bool(prose_owners(n.body)[0]) for n in leaves)
            child.own_role = "task" if acts * 2 >= len(leaves) and not _DONE.search(fold(child.body)) else None


_TIMES = re.compile(r"(?:dự kiến )?(?:thời gian|lịch|tiến độ)(?!\w)")
_TIMED = re.compile(r"[^:]{0,50}\d[^:]{0,30}:\s")


def _is_schedule(node: Node) -> bool:
    """A section on the time of the plan that sets a date before each act ("- Trước ngày 20/02: Ban hành …")."""
    leaves = [n.body for n in node.walk() if n.par is not None and not n.children and n is not node]
    if sum(bool(n.children) and is_dated(n.body) for n in node.children) > 1:
        return sum(map(is_act, leaves)) * 2 > len(leaves)  # "1. Tháng 3/2026:", "- Bước 2 (từ … đến …)", each with its acts below
    return sum((m := _TIMED.match(b)) is not None and (is_act(b) or is_act(b[b.rfind(": ") + 2 :]) or bool(prose_owners(b[m.end():], duty=True)[0])) for b in leaves) >= max(2, len(leaves) // 2)


_NUMBERED_AIM = re.compile(r"Mục tiêu (?:số )?\d", re.IGNORECASE)  # "b) Mục tiêu 2: Trong lĩnh vực y tế" among specific targets
_QUANTITY = re.compile(r"\d[\d.,]*\s*(?:%|(?:ha|tấn|tạ/ha|tỷ đồng|triệu đồng|km|m2|m3|m²|m³)(?![^\W\d_]))|(?:≥|≤|>=|<=|ít nhất|tối thiểu|trên|đạt)\s*\d|\b(?:top|nhóm)\s+\d", re.IGNORECASE)


_TASKS_NAMED = re.compile(r"(?:,| và| &| -) (?:các |những |một số )?(?:nhiệm vụ|giải pháp)(?!\w)")


def _tasks_too(node: Node) -> bool:
    """"2. Định hướng phát triển và các nhiệm vụ chủ yếu:" above items of which most order an act and give no quantity."""
    return _TASKS_NAMED.search(fold(node.body)) is not None and _orders_acts(node)


_NONE_LEFT = re.compile(r"(?:phấn đấu )?không (?:để|còn|xảy ra|phát sinh)(?!\w)")  # "Mục tiêu: Không để xảy ra cháy lớn."


def _counts(node: Node) -> bool:
    """Whether a line below a label commits to a number of things, or to none of them."""
    return any(_NONE_LEFT.match(fold(n.body)) or (any(map(str.isdigit, n.body)) and any(r.value is not None for r in read_targets(n.body, section=False))) for n in node.children)


def _settle_targets(node: Node) -> Role:
    """A bare "Mục tiêu": specific targets where it holds quantities and no part of it names its own kind."""
    texts = [n.text for n in node.walk() if n is not node]
    if any(_QUANTITY.search(t) for t in texts) or (node.par and _QUANTITY.search(node.par.text)):
        return "target"
    # "Đến 30/9/2026, hoàn thành xây mới 25 nhà.": things counted, where no part names its own kind
    leaves = _plain_leaves(node)
    counted = sum(any(map(str.isdigit, n.body)) and any(r.value is not None for r in read_targets(n.body, section=False)) for n in leaves)
    return "target" if counted * 2 > len(leaves) else "aim"
