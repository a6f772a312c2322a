"""The section tree of a document (Phần / I. / 1. / 1.1. / a) / - / +), tolerant of numbering faults.

Hands on nodes: each paragraph or table of the body with its parent, its children and the role of its section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.document import Document, Table
from extractors.frame import Frame, Zoned, build_frame
from extractors.markers import BULLETS, DEPTH
from extractors.owner_lines import announces_owners, is_attribute_line
from extractors.paragraphs import Paragraph
from extractors.sections import Role, heading_role, is_section_title, is_topic_of_aims, tells_funds
from normalizers.targets import is_act
from normalizers.text import fold, join_lines
from normalizers.unit_charges import read_charge
from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners

_PLAIN_DEPTH = 7.5        # an unnumbered lead-in ("Đến năm 2030:") stands between numbered items and bullets
_BOLD_DEPTH = 6.5
_CAPS_DEPTH = 2.5
_TITLE_DEPTH = 2.8        # "Nội dung và giải pháp" without number, where nothing else numbers the sections
_TOP_MARKS = frozenset({"roman", "letter_cap", "article", "chapter", "division", "part"})
_ITEMS = frozenset({"number", "decimal", "letter", "paren", "label", *BULLETS})
_OPEN_END = re.compile(r"[:：]\s*$")
_CLOSED_END = re.compile(r"[.;!?…]\s*[\"”)\]]*$|\./\.$")
_INLINE_HEADING = re.compile(r"^([^:;.]{3,90}):\s+(?=\S)")
_FOLLOWING = re.compile(r"(?:như sau|sau đây|sau|gồm|cụ thể)\s*[:.]?$")
# "… giao Ủy ban nhân dân tỉnh tổ chức triển khai thực hiện Nghị quyết này": who carries out the document, no task of its plan.
_CARRIED_OUT = re.compile(r"(?:thực hiện|thi hành) (?:nghị quyết|quyết định|kế hoạch|chương trình|chỉ thị|đề án|nội dung) này[ .;]*$", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Node:
    """A paragraph or table in the tree. `role` is that of the innermost section that names one. What reading asks of a node again
    and again is remembered in `owner_line` (prose) and `charges` (charged_headings), when roles and children stand fast."""

    block: Paragraph | Table | None
    kind: str
    depth: float
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    role: Role | None = None
    own_role: Role | None = None
    part: int = 0
    title: str = ""           # wording of a root made from an appendix title
    opens: bool = False       # may hold other paragraphs
    par: Paragraph | None = field(init=False)  # the block, where it is a paragraph
    owner_line: bool | None = None
    charges: bool | None = None

    def __post_init__(self) -> None:
        self.par = self.block if isinstance(self.block, Paragraph) else None

    @property
    def text(self) -> str:
        return self.par.text if self.par else self.title

    @property
    def body(self) -> str:
        return self.par.body if self.par else self.title

    def ancestors(self) -> Iterator[Node]:
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def path(self) -> tuple[str, ...]:
        """Headings above, outermost first, markers kept."""
        return tuple(n.text for n in reversed(list(self.ancestors())) if n.text)

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class Outline:
    """The frame with a tree for each part (0 the document, then its appendices)."""

    frame: Frame
    roots: list[Node]

    def nodes(self) -> Iterator[Node]:
        for root in self.roots:
            yield from root.walk()

    def release(self) -> None:
        """Let go of the way up, when all is read: else nodes and parents would keep each other and every line of the document in
        memory until Python next looks for cycles, which took 5 % of the time of a batch."""
        for node in list(self.nodes()):
            node.parent = None


def build_outline(document: Document) -> Outline:
    """Frame and section tree of a document."""
    frame = build_frame(document)
    roots: list[Node] = []
    by_part: dict[int, _Builder] = {}
    titles: dict[int, list[str]] = {}
    noted = False
    for zoned in frame.blocks:
        block = zoned.block
        if zoned.zone == "appendix_title" and isinstance(block, Paragraph):
            noted = noted and zoned.part in titles
            if not noted and not fold(block.text).startswith(("(", "kèm theo")) and any(c.isalnum() for c in block.text):
                titles.setdefault(zoned.part, []).append(block.text)
            # "(Ban hành kèm theo Quyết định … của Thủ | tướng Chính phủ)" may run over several lines.
            noted = (noted or block.text.startswith("(")) and ")" not in block.text
    bodies = [z for z in frame.blocks if z.zone == "body"]
    intro = [z.block.text for z in frame.blocks if z.zone == "basis" and not z.part and isinstance(z.block, Paragraph)]
    ordered = bool(intro) and bool(_ORDERS.search(fold(intro[-1])))
    for i, zoned in enumerate(bodies):
        builder = by_part.get(zoned.part)
        if builder is None:
            root = Node(None, "root", -1, part=zoned.part, opens=True)
            if zoned.part:
                root.title = join_lines(titles.get(zoned.part, []))
                root.own_role = heading_role(root.title, anywhere=True)
            numbered = any(isinstance(z.block, Paragraph) and z.block.marker is not None and z.block.marker.kind in _TOP_MARKS
                           for z in bodies if z.part == zoned.part)
            builder = by_part[zoned.part] = _Builder(root, numbered)
            roots.append(root)
        following = bodies[i + 1] if i + 1 < len(bodies) and bodies[i + 1].part == zoned.part else None
        builder.add(zoned, following)
    for root in roots:
        _charge_units(root)
        if not root.part and ordered:
            _order_items(root)
        _assign_roles(root, None)
    return Outline(frame, roots)


class _Builder:
    """Grows one part's tree by a stack of open nodes; the kinds already on the stack decide where a marker belongs."""

    def __init__(self, root: Node, numbered: bool) -> None:
        self.root = root
        self.numbered = numbered   # the part's sections carry marks of their own (I., A., Điều 1.)
        self.stack: list[Node] = [root]

    def add(self, zoned: Zoned, following: Zoned | None) -> None:
        block = zoned.block
        if isinstance(block, Table):
            while self.stack[-1].kind in BULLETS or self.stack[-1].kind == "plain":
                self.stack.pop()
            self._attach(Node(block, "table", 9.5, part=zoned.part))
            return
        kind, depth, opens = self._kind(block, following)
        node = Node(block, kind, depth, part=zoned.part, opens=opens)
        if kind == "body":
            self._pop_for_body()
        else:
            self._pop_for(node)
        self._attach(node)
        if opens:
            self.stack.append(node)

    def _attach(self, node: Node) -> None:
        parent = self.stack[-1]
        if (parent.kind in BULLETS or parent.kind in {"letter", "paren"}) and (node.kind == "body" or node.kind in BULLETS) and node.par is not None and (is_attribute_line(node.par.body) or announces_owners(node.par.body) or read_charge(node.par.body)):
            # "+ Đơn vị chủ trì: …" below the last of several bullets closes the numbered item, not that bullet alone.
            while parent.kind in BULLETS and parent.parent is not None and all(_is_attribute(c) for c in parent.children):
                parent = parent.parent
            if parent.kind in {"letter", "paren"} and parent.parent is not None and _closes_several(parent):
                parent = parent.parent  # "a) …", "b) …", then the owners of both
        node.parent = parent
        parent.children.append(node)

    def _kind(self, par: Paragraph, following: Zoned | None) -> tuple[str, float, bool]:
        if par.marker is not None:
            kind = par.marker.kind
            return kind, DEPTH["paren"] - 0.5 if kind in BULLETS and _heads_numbers(par, following) else float(DEPTH[kind]), True
        short = len(par.text) < 220
        nxt = following.block if following is not None else None
        next_marked = isinstance(nxt, Paragraph) and nxt.marker is not None
        closed = bool(_CLOSED_END.search(par.text))
        if par.upper and short and not closed and len(par.text.split()) >= 2:
            return "caps", _CAPS_DEPTH, True
        if short and not closed and self._is_title(par, nxt):
            return "title", _TITLE_DEPTH, True
        if _OPEN_END.search(par.text) and next_marked:
            return "plain", _PLAIN_DEPTH, True
        if par.bold and short and not closed and nxt is not None:
            return "bold", _BOLD_DEPTH, True
        if short and not closed and next_marked and len(par.text.split()) <= 14 and par.text[:1].isupper() \
                and isinstance(nxt, Paragraph) and nxt.marker is not None and nxt.marker.kind in BULLETS:
            return "plain", _PLAIN_DEPTH, True
        if short and not closed and par.lines[0].bold is None and self._is_subtitle(par, nxt):
            return "bold", _BOLD_DEPTH, True
        return "body", 99.0, False

    def _is_title(self, par: Paragraph, nxt: Paragraph | Table | None) -> bool:
        """An unnumbered section title in a part whose sections are not numbered; bold where the file tells bold."""
        if self.numbered or nxt is None or not par.text[:1].isupper() or (par.lines[0].bold is not None and not par.bold):
            return False
        kinds = {n.kind for n in self.stack}
        return is_section_title(par.text) and ("title" in kinds or not kinds & {"number", "decimal", "label"})

    def _is_subtitle(self, par: Paragraph, nxt: Paragraph | Table | None) -> bool:
        """Below such a title, in a file that tells no bold: a short line before a list that starts afresh, or a unit's
        name before its duties."""
        if not any(n.kind == "title" for n in self.stack) or not isinstance(nxt, Paragraph) or not par.text[:1].isupper():
            return False
        if len(par.text.split()) > 14:
            return False
        if nxt.marker is not None:
            return nxt.marker.number == 1 or nxt.marker.kind in BULLETS
        return len(nxt.text.split()) > len(par.text.split()) and bool(heading_units(par.text))

    def _pop_for_body(self) -> None:
        top = self.stack[-1]
        if top.kind in BULLETS and _OPEN_END.search(top.text) and not top.children:
            return
        while self.stack[-1].kind in BULLETS or (self.stack[-1].kind == "plain" and self.stack[-1].children):
            self.stack.pop()

    def _pop_for(self, node: Node) -> None:
        kinds = [n.kind for n in self.stack]
        if node.kind in kinds[1:]:
            at = len(kinds) - 1 - kinds[::-1].index(node.kind)
            if not self._restarts_inside(node, at):
                del self.stack[at:]
                return
        top = self.stack[-1]
        if node.kind == "letter_cap" and "roman" in kinds and node.par is not None and node.par.marker is not None and node.par.marker.number == 1:
            # "IV. NỘI DUNG" / "A. …" / "B. …": letters that begin inside a roman section divide it.
            node.depth = DEPTH["roman"] + 0.5
        if node.kind in BULLETS and top.kind in BULLETS and (_OPEN_END.search(top.text) or not _CLOSED_END.search(top.text)):
            return
        while len(self.stack) > 1 and self.stack[-1].depth >= node.depth:
            self.stack.pop()

    def _restarts_inside(self, node: Node, at: int) -> bool:
        """A "1." inside "a)" inside "3.": a list restarting below the open item, not a sibling of item 3."""
        par, open_par = node.par, self.stack[at].par
        if par is None or par.marker is None or open_par is None or open_par.marker is None:
            return False
        number, was = par.marker.number, open_par.marker.number
        top = self.stack[-1]
        return (number == 1 and was is not None and was >= 1 and top is not self.stack[at] and top.kind not in BULLETS
                and bool(_OPEN_END.search(top.text)))


def _heads_numbers(bullet: Paragraph, following: Zoned | None) -> bool:
    """Whether a bullet is the topic of the numbers in brackets behind it: "* Về kinh tế" / "(1) Tốc độ tăng …", "* Về xã hội" / "(5) …"."""
    nxt = following.block if following is not None else None
    if not isinstance(nxt, Paragraph) or nxt.marker is None or nxt.marker.kind != "paren" or len(bullet.body.split()) > 14 or _CLOSED_END.search(bullet.text):
        return False
    return bullet.bold or bullet.body.startswith("Về ") or bool(_OPEN_END.search(bullet.text))


def _is_attribute(node: Node) -> bool:
    return node.par is not None and (is_attribute_line(node.par.body) or (not node.children and announces_owners(node.par.body)) or (node.kind in BULLETS and read_charge(node.par.body) is not None))


def _closes_several(item: Node) -> bool:
    """Whether owner lines below the last lettered item speak for the one before it too, which has none of its own."""
    assert item.parent is not None
    siblings = item.parent.children
    at = siblings.index(item)
    before = siblings[at - 1] if at else None
    return not item.children and before is not None and before.kind == item.kind and not before.children


def inline_heading(text: str) -> tuple[str, str] | None:
    """"Mục tiêu chung: Đẩy mạnh …" → heading and content, where the part before the colon names a section."""
    m = _INLINE_HEADING.match(text)
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
        if words <= 6 and _OPEN_END.search(head) and heading_role(head) == "target":
            return "target"
        return heading_role(head) if node.children and words <= 8 else None
    if inline:
        return heading_role(inline[0])
    if node.kind == "body":
        return None
    top = node.parent is None or (_is_top(node) and node.parent.kind != "article")
    if node.kind == "plain":
        return heading_role(head) if words <= 14 else None
    if words > 45 or (not node.children and head.startswith("Phấn đấu")):
        return None  # "4. Phấn đấu đạt các chỉ tiêu cụ thể" heads a list; alone it is a sentence
    role = heading_role(head, anywhere=top and node.kind != "article")
    if role in {"purpose", "aim", "funding"} and not top and words > 12:
        return None
    return role


def _charge_units(root: Node) -> None:
    """A directive has no sections: "1. Bộ Công an", "2. Bộ Y tế chủ trì …:", "3. Giao Sở Tài chính …." charge one body each."""
    row = [n for n in root.children if n.par is not None and n.kind == "number"]
    if len(row) < 3 or root.own_role is not None or any(n.kind in _TOP_MARKS - {"article"} for n in root.children):
        return
    named = [n for n in row if heading_units(n.body) or prose_owners(n.body)[0]]
    if len(named) * 3 < len(row) * 2:
        return
    for n in named:
        if _names_section(n) not in {"purpose", "aim", "target", "targets_or_aim", "funding"}:
            n.own_role = "org"


# "Chủ tịch UBND phường yêu cầu:", "… đề nghị UBND các xã thực hiện một số nội dung sau:" before the numbered items of a text without sections.
_ORDERS = re.compile(r"(?<!\w)(?:yêu cầu|đề nghị|chỉ thị|phân công nhiệm vụ)(?!\w)[^:]{0,200}:$")


def _order_items(root: Node) -> None:
    """Numbered items right below an introduction that orders them are tasks, where the text has no sections."""
    if any(n.kind in _TOP_MARKS for n in root.children):
        return
    for n in root.children:
        if n.kind == "number" and n.own_role is None and _names_section(n) is None:
            n.own_role = "task"


def _assign_roles(node: Node, inherited: Role | None) -> None:
    own = node.own_role or (_names_section(node) if node.parent is not None else None)
    if own in {"task", "org", "funding", "purpose"} and inherited is not None and not node.children and not _is_top(node) \
            and _is_sentence(node):
        own = None
    if own in {"funding", "purpose"} and inherited in {"task", "org"} and not _is_top(node):
        # A funding duty inside a task section is a task; "Yêu cầu" of one task stays with its task.
        own = None
    if inherited in {"task", "org"} and not _is_top(node) and _lists_circumstance(node):
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
    if own == "targets_or_aim":
        own = "task" if _tasks_too(node) else _settle_targets(node)
    if own == "purpose" and _is_top(node) and _is_schedule(node):
        own = "task"
    if inherited == "purpose" and own in {None, "purpose"} and node.children and not _is_top(node) and _TIMES.match(fold(node.body)) and _is_schedule(node):
        own = "task"  # "1. Thời gian: tổ chức hội nghị như sau:" / "- Ngày 04/3: Ủy ban họp …" inside "Thời gian, địa điểm"
    if own is None and inherited is None and node.kind == "article" and not node.children and not _CARRIED_OUT.search(node.body) and prose_owners(node.body)[0]:
        own = "org"  # "Điều 2. Giao Phòng Kinh tế chủ trì …"
    if own is None and inherited is None and _is_top(node):
        own = _settle_unknown(node)
    node.own_role = own
    node.role = own or inherited
    for child in node.children:
        _assign_roles(child, node.role)
    if node.role == "task":
        _go_on_with_targets(node)


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
            open_label = before and not child.children and bool(_OPEN_END.search(child.text))
        elif open_label or (before and _SHARE.match(fold(child.body))):
            for below in child.walk():
                below.role = "target"
        else:
            before = False


_CIRCUMSTANCE = re.compile(r"(?:(?:dự kiến )?(?:thành phần|khách mời|đại biểu|địa điểm|đối tượng)(?: (?:tham gia|tham dự|mời|dự|tổ chức|dự kiến|dự hội nghị|dự lễ|và|số lượng)|, (?:số lượng|đối tượng|thành phần|địa điểm))*)\s*:?\s*")


_TOLD_THERE = re.compile(r"(?:Địa điểm|Thành phần|Khách mời)(?: (?:tham gia|tham dự|mời|dự|tổ chức|thực hiện|dự kiến))* ?: ")


def _lists_circumstance(node: Node) -> bool:
    """Whether an item only tells where an event is held or who attends it ("c) Thành phần tham dự:", "2. Địa điểm: Hội trường xã"):
    it and its list hold no acts."""
    if node.children:
        return _CIRCUMSTANCE.fullmatch(fold(node.body)) is not None
    return node.body[:1] in "ĐTK" and _TOLD_THERE.match(node.body) is not None


def _is_sentence(node: Node) -> bool:
    """A list item that says something whole ("b) Hoạt động thiết thực, không hình thức …."): its first words name no section."""
    return len(node.body.split()) > (8 if _CLOSED_END.search(node.text) else 12) and inline_heading(node.body) is None


def _is_top(node: Node) -> bool:
    """A section of its own: "I.", or "1." below a "Phần" that names none; "Phần I. MỤC ĐÍCH, YÊU CẦU" is one, its "1." is an item."""
    above = node.parent
    if above is None or above.kind not in {"root", "part", "chapter", "division", "article"}:
        return False
    return above.kind in {"root", "article"} or above.own_role in {None, "other"} or node.kind not in _ITEMS


# What has been done or how things stand: a body that did it is charged with nothing.
_DONE = re.compile(r"(?<!\w)(?:đã|kết quả|tình hình|thực trạng|hạn chế|nguyên nhân|tồn tại|đánh giá chung|quan điểm|sự cần thiết)(?!\w)")


def _settle_unknown(node: Node) -> Role | None:
    """A top section whose heading says nothing known: tasks where most of its leaves order an act, or charge a body with one."""
    leaves = [n for n in node.walk() if n.par is not None and not n.children and n is not node]
    if not leaves or any(_names_section(n) for n in node.children):
        return None
    acts = sum(is_act(n.body) for n in leaves)
    if acts * 2 <= len(leaves) and not _DONE.search(node.title or fold(node.body)):
        acts += sum(not is_act(n.body) and not _DONE.search(fold(n.body)) and bool(prose_owners(n.body)[0]) for n in leaves)
    return "task" if acts * 2 > len(leaves) else "other"


_TIMES = re.compile(r"(?:dự kiến )?(?:thời gian|lịch|tiến độ)(?!\w)")
_TIMED = re.compile(r"[^:]{0,50}\d[^:]{0,30}:\s")


def _is_schedule(node: Node) -> bool:
    """A section on the time of the plan that sets a date before each act ("- Trước ngày 20/02: Ban hành …")."""
    leaves = [n.body for n in node.walk() if n.par is not None and not n.children and n is not node]
    return sum((m := _TIMED.match(b)) is not None and (is_act(b) or bool(prose_owners(b[m.end():], duty=True)[0])) for b in leaves) >= max(2, len(leaves) // 2)


_QUANTITY = re.compile(r"\d[\d.,]*\s*%|(?:≥|≤|>=|<=|ít nhất|tối thiểu|trên|đạt)\s*\d|\b(?:top|nhóm)\s+\d", re.IGNORECASE)


_TASKS_NAMED = re.compile(r"(?:,| và| &| -) (?:các |những |một số )?(?:nhiệm vụ|giải pháp)(?!\w)")


def _tasks_too(node: Node) -> bool:
    """"2. Định hướng phát triển và các nhiệm vụ chủ yếu:" above items of which most order an act and give no quantity."""
    if not _TASKS_NAMED.search(fold(node.body)):
        return False
    leaves = [n.body for n in node.walk() if n.par is not None and not n.children and n is not node]
    return sum(is_act(b) and not _QUANTITY.search(b) for b in leaves) * 2 > len(leaves)


def _settle_targets(node: Node) -> Role:
    """A bare "Mục tiêu": specific targets where it holds quantities and no part of it names its own kind."""
    texts = [n.text for n in node.walk() if n is not node]
    return "target" if any(_QUANTITY.search(t) for t in texts) or (node.par and _QUANTITY.search(node.par.text)) else "aim"
