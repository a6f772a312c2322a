"""Targets, tasks and duties written as prose: which paragraphs of the outline are records, and what stands around them."""

from __future__ import annotations

import re

from extractors.allotment_columns import shares_out
from extractors.bare_labels import only_bodies
from extractors.charged_headings import charging_headings, labelled_heading, owner_by_its_row
from extractors.document import Line, Table
from extractors.markers import BULLETS
from extractors.outline_nodes import TOP_MARKS, Node
from extractors.outline_roles import inline_heading
from extractors.owner_lines import (
    Attributes,
    announces_owners,
    own_charge,
    own_note,
    read_attributes,
    titles_owners,
)
from extractors.owner_lists import owner_list
from extractors.owner_nodes import NUMBERED, says_owners
from extractors.pointers import is_pointer
from extractors.raw import RawPlan, RawTarget, RawTask
from extractors.same_as import SameAs
from extractors.table_head import header_of
from extractors.table_headers import table_kind
from extractors.timed_headings import heading_time
from extractors.unmarked_titles import titles_sentences
from normalizers.acts import names_indicator
from normalizers.deadlines import find_deadline
from normalizers.targets import dated_value, is_act, read_targets, read_task_targets, share_stem
from normalizers.text import CAPITALS, fold
from normalizers.unit_charges import read_charge
from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners

_CAPTION = re.compile(r"(?:Bảng|Biểu|Hình|Sơ đồ|Biểu đồ|BẢNG|BIỂU|HÌNH)(?: số)? \d{1,2}(?:\.\d{1,2})?\s*[.:–-]\s*[^\W\d_]")
_OPEN = re.compile(r"[:：]\s*$")
_SENTENCE_END = re.compile(r"[.;!?…]\s*[\"”)\]]*$|\./\.?$")
_INTRO_END = re.compile(r"(?:(?:như sau|sau đây|các nội dung sau|nhiệm vụ sau|giải pháp sau)\s*[.:;]*|(?:cụ thể|nội dung)\s*:?)$")
_INTRO_ENDS = ("sau", "sau đây", "cụ thể", "nội dung")
_WHOLE = re.compile(r"([^:;]{3,80}: ?(?:ít nhất |tối thiểu |trên |khoảng )?\d[\d.,]* [^\W\d_][^.;,:]{0,30})[.;,] ?[Tt]rong đó ?[:：]?$")
_PARTS_FOLLOW = re.compile(r"[,;.( ]+(?:trong đó|gồm|bao gồm|cụ thể|chia ra)(?: có| là)?\W*$", re.IGNORECASE)
_SENTENCES = re.compile(rf"[^\W\d_]{{2}}\. [{CAPITALS}]")  # a full stop inside: more than a title, whatever its end
_QUANTITY = re.compile(r"\d[\d.,]*\s*%|[≥≤<>]\s*\d|(?:ít nhất|tối thiểu|đạt|trên|từ)\s+\d")
# Kinds of items that may name a whole above its parts ("(5) Trồng mới 30 ha rừng. Trong đó:").
_TOTALS = BULLETS | {"plain", "letter", "number", "paren", "small_roman"}
# "Thực hiện theo quy định tại Thông tư số …": what is aimed at stands in another document.
_AS_RULED = re.compile(r"(?:(?:tiếp tục )?(?:được )?thực hiện )?theo (?:đúng )?(?:các )?(?:quy định|hướng dẫn|tiêu chí|tiêu chuẩn) (?:tại|của|ban hành)\b.*\b(?:luật|nghị định|thông tư|quyết định|nghị quyết|hướng dẫn|công văn|kế hoạch)\b")
# "Chỉ tiêu giao quân: 42 công dân": the words before the colon name no section but what is counted.
_OWN_SUBJECT = re.compile(r"chỉ tiêu (?!cụ thể|chủ yếu|cơ bản|chính|chung|phấn đấu|đến|năm|giai đoạn|trong|cần|của|theo|\d)")


def read_prose(nodes: list[Node], plan: RawPlan) -> None:
    """Append the raw records of these nodes (one part's tree in reading order) to `plan`, and give their lines roles."""
    for node in nodes:
        if node.block is None or isinstance(node.block, Table):
            continue
        _read_node(node, plan)
    _attach_attribute_lines(nodes, plan)


def _mark(plan: RawPlan, lines: list[Line], role: str) -> None:
    for line in lines:
        plan.roles.setdefault(line.number, role)


def _is_aside(node: Node) -> bool:
    """A note that points to an appendix, in parentheses or a line of its own: it makes no group of the item before it."""
    return node.par is not None and (node.par.text.startswith("(") or (node.kind == "body" and len(node.par.text) < 120)) and is_pointer(node)


def _content_children(node: Node) -> list[Node]:
    told = "purpose" if node.role in {"task", "org"} else None  # who a team is made of, by what an act is measured: no acts below
    return [c for c in node.children if not says_owners(c) and not _is_aside(c) and (told is None or c.role != told)]


def _read_node(node: Node, plan: RawPlan) -> None:
    par = node.par
    assert par is not None
    if says_owners(node) and node.role in {"task", "org", "target"}:
        _mark(plan, par.lines, "owner")
        return
    if _is_caption(node) or _only_points(node) or (node.kind in NUMBERED and not node.children and announces_owners(par.body.rstrip(" .:") + ":")):
        _mark(plan, par.lines, "heading")
        return
    parent_is_group = bool(_content_children(node))
    role = node.role
    if parent_is_group and ((role == "task" and _closed_by_targets(node)) or (role in {"task", "org"} and _stands_over_a_table(node))):
        _task_leaf(node, plan)
        return
    if parent_is_group or (node.kind not in BULLETS and node.kind != "body" and _is_bare_heading(node)):
        _mark(plan, par.lines, "heading")
        plan.headings.append((par.text, par.lines))
        inline = inline_heading(par.body)
        if parent_is_group and not inline:
            _group_with_content(node, plan)
            return
        if not inline or parent_is_group:
            return
    if role == "target":
        _target_leaf(node, plan)
    elif role in {"task", "org"}:
        _task_leaf(node, plan)
    elif role in {"purpose", "aim", "targets_or_aim"}:
        _mark(plan, par.lines, "aim")
    elif role == "funding":
        _mark(plan, par.lines, "funding")
    else:
        _mark(plan, par.lines, "context" if role == "other" else "intro" if node.kind == "body" or _OPEN.search(par.text) else "unexplained")


def _is_caption(node: Node) -> bool:
    """The caption of a table or figure: "Bảng 1. Lực lượng, phương tiện", "Biểu 02: Chỉ tiêu kế hoạch năm 2026"."""
    return node.kind in {"body", "plain", "caps", "bold"} and bool(_CAPTION.match(node.text)) and not _SENTENCE_END.search(node.text) and len(node.text.split()) <= 30


def _only_points(node: Node) -> bool:
    """A numbered title with nothing below it but where its content stands: "2. Các nhiệm vụ cụ thể" / "(Chi tiết tại Biểu 02)"."""
    return (node.kind in NUMBERED or node.kind == "letter_cap") and any(map(_is_aside, node.children)) and not _content_children(node) \
        and not _SENTENCE_END.search(node.text) and not is_act(node.body) and len(node.body.split()) <= 12


def _stands_over_a_table(node: Node) -> bool:
    """A sentence is a task where only a table stands below it that it names by its number ("… sơ tán người dân theo Bảng 1." / "Bảng 1.
    Phương án sơ tán") or that lists what is there, no rows of its own: "2. Kiện toàn lực lượng xung kích tại các thôn." / "Thôn | Số người". One on money ("4. Phân bổ kinh phí.") titles its sums."""
    below = _content_children(node)
    if not node.text.endswith(".") or not all(c.kind == "table" or _is_caption(c) for c in below):
        return False
    if " Bảng " in node.text or " Biểu " in node.text:
        return True
    return is_act(node.body) and not shares_out(node.body) and "kinh phí" not in node.body and all(table_kind(header_of(c.block)[1]) == "other" for c in below if isinstance(c.block, Table))


def _closed_by_targets(node: Node) -> bool:
    """A sentence with nothing but its targets below ("2.1. Nhiệm vụ 1: Nâng cao …." / "+ Mục tiêu then chốt: …") is the task itself; so is an
    item whose owner lines stand beside how much of it ("1. Ra quân làm thủy lợi" / "- Khối lượng: 3.500 m3" / "- Chủ trì: …")."""
    below = _content_children(node)
    if node.kind in NUMBERED and len(below) == 1 < len(node.children) and below[0].role == "target" and below[0].kind in BULLETS and not below[0].children and not node.body.endswith(":") \
            and all(says_owners(c) for c in node.children if c is not below[0]) and any(read_attributes(c.body).lead for c in node.children if c is not below[0]):
        return True
    if node.kind not in NUMBERED or not _SENTENCE_END.search(node.text) or _OPEN.search(node.text) or len(node.body.split()) < 6:
        return False
    return all(c.role == "target" for c in _content_children(node))


def _is_bare_heading(node: Node) -> bool:
    """A numbered line with nothing below it that is only a title ("2. Kinh phí thực hiện")."""
    par = node.par
    assert par is not None
    if node.kind in {"caps", "title", "bold", "part", "chapter", "division"}:
        return True
    words = len(par.body.split())
    if (node.kind == "roman" or (node.kind == "letter_cap" and (par.upper or node.children))) and words <= 12 and not _SENTENCE_END.search(par.text):
        return True
    return bool(_OPEN.search(par.text)) and node.role not in {"task", "org"} and words <= 12


def _group_with_content(node: Node, plan: RawPlan) -> None:
    """A paragraph with sub-items: part of the section path, unless it also says something complete of its own."""
    par = node.par
    assert par is not None
    body = par.body
    if node.role == "target" and node.kind in _TOTALS and (total := _total_before_parts(body)):
        _target_leaf(node, plan, total)
    elif node.role == "target" and _QUANTITY.search(body) and not share_stem(body) and node.kind in BULLETS | {"letter", "paren", "small_roman", "number", "label", "decimal", "decimal3"} \
            and any(r.comparator != "qualitative" for r in read_targets(body)):  # not "1. Phổ cập giáo dục cho trẻ em từ 3 đến 5 tuổi"
        _target_leaf(node, plan)
    elif node.role in {"task", "org"} and not _OPEN.search(par.text) and (_SENTENCE_END.search(par.text) or _SENTENCES.search(body)) \
            and len(body.split()) >= 12 and node.kind not in {"roman", "part", "chapter", "division"} and not par.bold and not _heads_like_its_row(node) and not (_numbered_on(node) and not _SENTENCES.search(body)) \
            and not (node.role == "org" and only_bodies(body.rstrip(" .;"))):
        _task_leaf(node, plan)


def _total_before_parts(body: str) -> str | None:
    """"Dự kiến chỉ tiêu: 90 người. Trong đó:": the whole that stands before its parts, None where none does."""
    if whole := _WHOLE.match(body):
        return whole[1]
    return None if _QUANTITY.search(body) else _total_of_parts(body)


def _total_of_parts(body: str) -> str | None:
    """The wording of an outcome that a paragraph names before its parts ("Tổng đàn gia cầm 40.000 con, trong đó:"), None where it names none."""
    if not any(map(str.isdigit, body)):
        return None
    said = _PARTS_FOLLOW.sub("", body).rstrip(" :")
    named = names_indicator(fold(said))
    if not named and len(said) > len(body) - 4:
        return None  # nothing says that what stands below are its parts
    readings = [r for r in read_targets(said, section=False) if named or r.unit not in {None, "count"}] \
        or [r for r in read_task_targets(said) if r.measure != "chỉ tiêu"]  # "Hoàn thành 15 chỉ tiêu, cụ thể:" only counts those below
    return said if any(r.value is not None and r.comparator != "rank" for r in readings) else None


def _numbered_on(node: Node) -> bool:
    """"2. Rà soát pháp luật …." above "2.1", "2.2": one sentence whose number goes on below is their heading, with or without a full stop."""
    return node.kind == "number" and len(node.children) > 1 and all(c.kind == "decimal" for c in _content_children(node))


def _heads_like_its_row(node: Node) -> bool:
    """"d) Tăng cường quản lý tài nguyên." beside "a) Công tác quy hoạch", "b) …, trong đó:", all with items below: one sentence, a heading.
    Of numbered items only one that ends without a full stop."""
    if node.kind not in {"letter", "paren", "number"} or node.role != "task" or node.parent is None:
        return False
    if _SENTENCE_END.search(node.text) if node.kind == "number" else _SENTENCES.search(node.body):
        return False
    row = [n for n in node.parent.children if n.kind == node.kind]
    return len(row) >= 3 and all(_content_children(n) for n in row)


def _is_intro(node: Node) -> bool:
    """An unnumbered paragraph that introduces the numbered items after it."""
    par = node.par
    assert par is not None
    folded = fold(par.text)
    if _OPEN.search(par.text) or (folded.rstrip(" .:;").endswith(_INTRO_ENDS) and _INTRO_END.search(folded)):
        return True
    if node.kind != "body" or node.parent is None:
        return False
    if node.role == "org" and _SENTENCE_END.search(par.text) and node.parent.par is not None and heading_units(node.parent.text):
        return False  # below a unit's name a whole sentence is a duty of it, though bullets follow
    siblings = node.parent.children
    at = siblings.index(node)
    followed = any(s.kind != "body" and s.kind != "table" and not says_owners(s) for s in siblings[at + 1:at + 2])
    return followed and not is_act(par.text) and not (node.role == "org" and ":" in par.text and _SENTENCE_END.search(par.text) and prose_owners(par.text, duty=True)[0])


def _context(node: Node) -> tuple[str, ...]:
    """Headings that may give a horizon, nearest first."""
    return tuple(n.text for n in node.ancestors() if n.text)


def _target_leaf(node: Node, plan: RawPlan, whole: str | None = None) -> None:
    """The raw target of a leaf, or of the `whole` that a paragraph names before its parts."""
    par = node.par
    assert par is not None
    if whole is not None:
        plan.records.append(RawTarget(whole, list(par.lines), "section", node.path(), _context(node), rule="prose-target"))
        _mark(plan, par.lines, "target")
        return
    inline = inline_heading(par.body)
    if is_pointer(node) or (not _QUANTITY.search(par.text) and not (inline and (any(map(str.isdigit, inline[1])) or inline[1].startswith("Không "))) and _is_intro(node)):
        if not is_pointer(node) and node.kind in _TOTALS and (total := _total_before_parts(par.body)):
            _target_leaf(node, plan, total)  # "Chỉ tiêu đào tạo: 90 người. Trong đó:" above bullets with the same marker
            return
        _mark(plan, par.lines, "pointer" if is_pointer(node) else "intro")
        return
    if inline and _OWN_SUBJECT.match(fold(inline[0])) and inline[1][:1].isdigit():
        inline = None
    text = inline[1] if inline else par.body
    if _AS_RULED.match(fold(text)) and not _QUANTITY.search(text):
        _mark(plan, par.lines, "pointer")
        return
    scrap = node.kind in {"body", "plain"} and len(text.split()) <= 6 and not _SENTENCE_END.search(text) and not _QUANTITY.search(text)
    if (sum(w[:1].isalpha() for w in text.split()) < 2 or scrap) and not dated_value(text):
        _mark(plan, par.lines, "unexplained")  # a torn cell ("Đơn vị tính", "Thực hiện 2025") commits to nothing
        return
    at = read_attributes(text)
    context = _context(node)
    if inline:
        context = (inline[0], *context)
    plan.records.append(RawTarget(
        text=text[:at.start].rstrip(" (;,") if at.any and at.start > 10 else text, lines=list(par.lines), origin="section",
        section=node.path(), context=context, lead=at.lead, support=at.support, deadline=at.deadline, rule="prose-target"))
    _mark(plan, par.lines, "target")


def _task_leaf(node: Node, plan: RawPlan) -> None:
    par = node.par
    assert par is not None
    if is_pointer(node):
        _mark(plan, par.lines, "pointer")
        return
    if node.leads_to_siblings or (node.kind in {"body", "plain"} and not _content_children(node) and not any(c.role == "purpose" for c in node.children) and _is_intro(node)):
        _mark(plan, par.lines, "intro")
        return
    if node.kind in {"body", "plain", "caps", "bold"} and not _SENTENCE_END.search(par.text) and ((few := len(par.text.split()) < 8) or titles_sentences(node)):
        _mark(plan, par.lines, "unexplained" if node.kind == "body" and few else "heading")
        return
    text = par.body if node.kind != "body" else par.text
    at = read_attributes(text)
    duty = node.role == "org"
    above = labelled_heading(node)
    plan.records.append(RawTask(
        text=text, lines=list(par.lines), origin="section", section=node.path(), owners=charging_headings(node), row_owner=(owner_by_its_row(node) if duty else None) or above.lead,
        lead=at.lead, support=at.support or (None if at.lead or (above.support and own_charge(text)) else above.support), deadline=at.deadline, when=heading_time(node) or above.deadline, result=at.result, no=node.printed_no, is_duty=duty,
        rule="duty" if duty else "prose-task"))
    _mark(plan, par.lines, "task")


def _attach_attribute_lines(nodes: list[Node], plan: RawPlan) -> None:
    """Give "Đơn vị chủ trì: …" lines to the leaves of the item that they close: those since the previous such lines."""
    by_line: dict[int, list[RawTarget | RawTask]] = {}
    for record in plan.records:
        by_line.setdefault(record.lines[0].number, []).append(record)
    pending: dict[int, list[RawTarget | RawTask]] = {}
    closing: dict[int, bool] = {}
    opening: dict[int, list[Attributes]] = {}
    own: set[int] = set()
    same = SameAs()
    for node in nodes:
        par = node.par
        if par is None:
            continue
        scope = [id(n) for n in node.ancestors()]
        if not says_owners(node):
            for record in by_line.get(par.lines[0].number, []):
                for key in [*scope, id(node)]:
                    if closing.get(key):
                        pending[key] = []
                        closing[key] = False
                    pending.setdefault(key, []).append(record)
                    if key in opening:
                        _apply_before(record, opening[key])
            continue
        owner = node.parent
        if owner is not None and owner.par is not None and owner.owner_line and titles_owners(owner.par.body):
            owner = owner.parent  # "- Phân công thực hiện:" / "+ Đơn vị chủ trì: …"
        if owner is None:
            continue
        at = (owner_list(node) if node.children else None) or read_attributes(par.body)
        if (not at.any or at.start > 2) and (charge := read_charge(par.body)) is not None:
            at = Attributes(lead=charge.lead, support=charge.support, deadline=charge.when, start=0)
        key = id(owner)
        at = same.told(at, key, owner.printed_no, par.body)
        if key not in pending and at.any and not (owner.role == "org" and owner.kind in TOP_MARKS and node.kind in NUMBERED):
            # "1. Giai đoạn 1", "a) Thời gian: …", then what is done; "1. Thời gian: …" in "Tổ chức thực hiện" is the event's own.
            opening.setdefault(key, []).append(at)
            continue
        closing[key] = True
        beside = owner.kind in TOP_MARKS and node.kind in NUMBERED  # "3. Thời gian tổ chức", an item beside those that it closes
        for record in pending.get(key, []):
            _apply(record, at, own, beside)


def _apply_before(record: RawTarget | RawTask, lines: list[Attributes]) -> None:
    """Lines that open an item hold for its leaves where those say nothing themselves."""
    for at in lines:
        if isinstance(record, RawTask):
            record.when = record.when or at.deadline
            record.row_owner = record.row_owner or at.lead
            record.support = record.support or at.support


def _apply(record: RawTarget | RawTask, at: Attributes, own: set[int], beside: bool = False) -> None:
    """Give a line to a record above it; `own` are those (by id) that say themselves who leads, unlike the line that closes their section.
    The time of an item `beside` theirs leaves those alone that have one of their own."""
    charged, timed = own_note(record.text) if isinstance(record, RawTask) else (False, False)
    # "… (giao X chủ trì, hoàn thành trước 30/4/2026)." and "Giao X …" among items that one owner line closes
    if at.lead and (charged or own_charge(record.text)):
        own.add(id(record))
    owned = charged or id(record) in own
    if owned or beside:
        timed = timed or find_deadline(record.text) is not None
    if not owned:
        record.lead = record.lead or at.lead
        record.support = record.support or at.support
    if not timed:
        record.deadline = record.deadline or at.deadline
    if isinstance(record, RawTask):
        record.result = record.result or at.result
