"""The section tree of a document (Phần / I. / 1. / 1.1. / a) / - / +), tolerant of numbering faults.

Hands on nodes: each paragraph or table of the body with its parent, its children and the role of its section.
"""

from __future__ import annotations

import re

from extractors.closing_lines import is_attribute as _is_attribute
from extractors.closing_lines import share_closings
from extractors.document import Document, Table
from extractors.frame import COUNTED_IN, Zoned, build_frame
from extractors.lone_labels import lone_label, names_owners, says
from extractors.markers import BULLETS, DEPTH, Marker, small_roman
from extractors.outline_bullets import place_bullet
from extractors.outline_nodes import CLOSED_END, OPEN_END, TOP_MARKS, Node, Outline
from extractors.outline_roles import ORDERS, assign_roles, charge_units, order_items
from extractors.owner_lines import announces_owners, is_attribute_line, last_label
from extractors.paragraphs import Paragraph
from extractors.sections import heading_role, is_section_title
from normalizers.text import fold, join_lines
from normalizers.unit_charges import read_charge
from normalizers.unit_headings import heading_units

_PLAIN_DEPTH = 7.5        # an unnumbered lead-in ("Đến năm 2030:") stands between numbered items and bullets
_LETTERED_DEPTH = 6.8     # … and above "a)", where that begins right behind it
_BOLD_DEPTH = 6.5
_OWNER_LINE = 120         # characters of an unmarked line that only goes on with owners
_CAPS_DEPTH = 2.5
_POINTS = {"letter", "paren"}
_COUNTED = {"number", "decimal", "decimal3", "letter", "paren", "small_roman"}
_GROUPED = frozenset({"number", "label", "decimal"})
_PERIOD = re.compile(r"(?:(?:Các )?(?:mục tiêu|chỉ tiêu)(?: cụ thể| chủ yếu)? )?(?:(?:phấn đấu )?(?:đến )?(?:hết |cuối )?năm|(?:trong )?giai đoạn|nhiệm kỳ|quý|tháng) [\d/IVX]+(?: ?[-–] ?[\d/IVX]+)? ?[:.]?", re.IGNORECASE)
_POINTS_OF_LETTERS = frozenset({"paren", "number"})
_TITLE_DEPTH = 2.8        # "Nội dung và giải pháp" without number, where nothing else numbers the sections


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
    ordered = bool(intro) and bool(ORDERS.search(fold(intro[-1])))
    for i, zoned in enumerate(bodies):
        builder = by_part.get(zoned.part)
        if builder is None:
            root = Node(None, "root", -1, part=zoned.part, opens=True)
            if zoned.part:
                root.title = join_lines(titles.get(zoned.part, []))
                root.own_role = heading_role(root.title, anywhere=True)
            numbered = any(isinstance(z.block, Paragraph) and z.block.marker is not None and z.block.marker.kind in TOP_MARKS
                           for z in bodies if z.part == zoned.part)
            builder = by_part[zoned.part] = _Builder(root, numbered)
            roots.append(root)
        following = bodies[i + 1] if i + 1 < len(bodies) and bodies[i + 1].part == zoned.part else None
        builder.add(zoned, following)
    for root in roots:
        share_closings(by_part[root.part].closed.values())
        charge_units(root)
        if not root.part and ordered:
            order_items(root, intro[-1])
        assign_roles(root, None)
    return Outline(frame, roots)


class _Builder:
    """Grows one part's tree by a stack of open nodes; the kinds already on the stack decide where a marker belongs."""

    def __init__(self, root: Node, numbered: bool) -> None:
        self.root = root
        self.numbered = numbered   # the part's sections carry marks of their own (I., A., Điều 1.)
        self.stack: list[Node] = [root]
        self.label: Node | None = None  # a label alone on its line: what it says follows
        self.closed: dict[int, Node] = {}  # counted items with owner lines below, by id

    def add(self, zoned: Zoned, following: Zoned | None) -> None:
        block = zoned.block
        if isinstance(block, Table):
            while self.stack[-1].kind in BULLETS or self.stack[-1].kind == "plain":
                self.stack.pop()
            self._attach(Node(block, "table", 9.5, part=zoned.part))
            self.label = None
            return
        if self.label is not None:
            if self._said_below(block):
                self.label.children.append(Node(block, "body", 99.0, self.label, part=zoned.part))
                return
            self.label = None
        kind, depth, opens = self._kind(block, following)
        node = Node(block, kind, depth, part=zoned.part, opens=opens)
        if (kind in BULLETS or block.marker is None) and following is not None and isinstance(following.block, Paragraph):
            node.label = _label_of(block, following.block) if kind != "title" or block.text.endswith(":") else None  # "Kinh phí" among titles without number
            if node.label is not None:
                self.label = node
                if block.marker is None:
                    node.kind, node.depth, node.opens = kind, depth, opens = "body", 99.0, False
        if kind == "body":
            self._pop_for_body()
        else:
            self._pop_for(node, following)
        self._attach(node)
        if opens:
            self.stack.append(node)

    def _said_below(self, par: Paragraph) -> bool:
        """Whether a paragraph is (a further line of) what the open label says."""
        label = self.label
        if label is None or label.label is None or label.par is None or not _answers(label.par, par):
            return False
        return (not label.children or label.label in ("lead", "support")) and says(label.label, par.body)

    def _attach(self, node: Node) -> None:
        parent = self.stack[-1]
        if (parent.kind in BULLETS or parent.kind in _COUNTED) and (node.kind in {"body", "plain"} or node.kind in BULLETS) and node.par is not None and (node.label is not None or is_attribute_line(node.par.body) or announces_owners(node.par.body) or read_charge(node.par.body)):
            # "+ Đơn vị chủ trì: …" below the last of several bullets closes the numbered item, not that bullet alone.
            while parent.kind in BULLETS and parent.parent is not None and all(_is_attribute(c) for c in parent.children):
                parent = parent.parent
            if parent.kind in _COUNTED and parent.parent is not None:
                self.closed.setdefault(id(parent), parent)
        node.parent = parent
        parent.children.append(node)

    def _kind(self, par: Paragraph, following: Zoned | None) -> tuple[str, float, bool]:
        if par.marker is not None:
            kind = par.marker.kind
            if kind == "number" and par.marker.raw.endswith(")") and self._inside_number(par.marker.number):
                return "paren", float(DEPTH["paren"]), True
            if kind == "roman" and par.marker.number == 1 and par.upper and any(n.kind == "letter_cap" and n.text.startswith("H") and n.par is not None and n.par.upper for n in self.stack):
                return "letter_cap", float(DEPTH["letter_cap"]), True  # "H. DỰ TOÁN KINH PHÍ" / "I. TỔ CHỨC THỰC HIỆN"
            if (count := small_roman(par.marker)) is not None and (kind == "small_roman" or self._counts_small(par.marker, count, following)):
                return "small_roman", DEPTH["small_roman"], True
            if kind not in BULLETS:
                return kind, float(DEPTH[kind]), True
            return *place_bullet(par, kind, DEPTH["paren"] - 0.5 if _heads_numbers(par, following) else float(DEPTH[kind]), self.stack), True
        short = len(par.text) < 220
        nxt = following.block if following is not None else None
        next_marked = isinstance(nxt, Paragraph) and nxt.marker is not None
        closed = bool(CLOSED_END.search(par.text))
        if isinstance(nxt, Paragraph) and announces_owners(par.body) and not next_marked and is_attribute_line(nxt.body):
            return "body", 99.0, False  # "Phân công thực hiện:" / "Đơn vị chủ trì: …" is no section
        if isinstance(nxt, Table) and short and COUNTED_IN.match(fold(par.text)):
            return "body", 99.0, False  # "ĐVT: %" over its table heads nothing
        if par.upper and short and not closed and len(par.text.split()) >= 2:
            return "caps", _CAPS_DEPTH, True
        if short and not closed and self._is_title(par, nxt):
            return "title", _TITLE_DEPTH, True
        if OPEN_END.search(par.text) and next_marked:
            return "plain", _LETTERED_DEPTH if _begins_points(nxt) else _PLAIN_DEPTH, True
        if par.bold and short and not closed and nxt is not None:
            return "bold", _BOLD_DEPTH, True
        if short and not closed and next_marked and len(par.text.split()) <= 14 and par.text[:1].isupper() and isinstance(nxt, Paragraph) and nxt.marker is not None:
            if nxt.marker.kind in BULLETS and not (OPEN_END.search(nxt.text) and "%" in par.text):
                return "plain", _PLAIN_DEPTH, True
            if _begins_points(nxt):
                return "plain", _LETTERED_DEPTH, True  # "Mục tiêu cụ thể" / "a) …", also behind the points of "Mục tiêu chung"
        if short and not closed and (par.lines[0].bold is None or par.text.startswith("Về ")) and self._is_subtitle(par, nxt):
            return "bold", _BOLD_DEPTH, True
        return "body", 99.0, False

    def _inside_number(self, number: int | None) -> bool:
        """Whether "1)" begins, or "2)" goes on with, a list inside an open item "3.": another style of number is another level."""
        for node in reversed(self.stack):
            mark = node.par.marker if node.par is not None else None
            if mark is None or mark.kind != "number":
                continue
            if node.kind == "paren":
                return True
            return number == 1 and mark.raw.endswith(".")
        return False

    def _counts_small(self, marker: Marker, count: int, following: Zoned | None) -> bool:
        """Whether "i)", "v)" or "(x)" counts in small Roman figures: it goes on with such a list, or begins one where no letter before it is open."""
        for node in reversed(self.stack):
            mark = node.par.marker if node.par is not None else None
            if mark is None:
                continue
            if node.kind == "small_roman":
                return small_roman(mark) == count - 1
            if mark.kind == marker.kind and mark.number == (marker.number or 0) - 1:
                nxt = following.block if following is not None else None
                return isinstance(nxt, Paragraph) and nxt.marker is not None and nxt.marker.kind == "small_roman" and nxt.marker.number == count + 1
        return count == 1

    def _is_title(self, par: Paragraph, nxt: Paragraph | Table | None) -> bool:
        """An unnumbered section title in a part whose sections are not numbered; bold where the file tells bold."""
        if self.numbered or nxt is None or not par.text[:1].isupper() or (par.lines[0].bold is not None and not par.bold):
            return False
        kinds = {n.kind for n in self.stack}
        return is_section_title(par.text) and ("title" in kinds or not kinds & {"number", "decimal", "label"})

    def _is_subtitle(self, par: Paragraph, nxt: Paragraph | Table | None) -> bool:
        """Below such a title, in a file that tells no bold: a short line before a list that starts afresh, or a unit's
        name before its duties."""
        if not any(n.kind in {"title", "caps"} for n in self.stack) or not isinstance(nxt, Paragraph) or not par.text[:1].isupper():
            return False
        if len(par.text.split()) > 14:
            return False
        if nxt.marker is not None:
            return nxt.marker.number == 1 or nxt.marker.kind in BULLETS
        if par.text.startswith("Về ") and nxt.text[:1].isupper() and CLOSED_END.search(nxt.text):
            return True  # "Về công tác dân vận chính quyền", in italics or plain, over sentences
        return len(nxt.text.split()) > len(par.text.split()) and bool(heading_units(par.text))

    def _pop_for_body(self) -> None:
        top = self.stack[-1]
        if top.kind in BULLETS and OPEN_END.search(top.text) and not top.children:
            return
        if top.kind == "star" and _titles(top):
            return
        if top.kind in BULLETS and _PERIOD.fullmatch(top.body) and all(c.kind == "body" for c in top.children):
            return  # "* Giai đoạn 2027 - 2030:" over paragraphs without marks
        while self.stack[-1].kind in BULLETS or (self.stack[-1].kind == "plain" and self.stack[-1].children):
            self.stack.pop()

    def _pop_for(self, node: Node, following: Zoned | None) -> None:
        if node.kind == "bold" and following is not None and isinstance(following.block, Paragraph) and node.text[:1].isupper() and ":" not in node.text[:-1] \
                and read_charge(node.text) is None:
            self._place_group(node, following.block)
        kinds = [n.kind for n in self.stack]
        if node.kind in BULLETS and (under := _heads_bullets(node, following)) in kinds[1:] and node.kind not in kinds:
            del self.stack[kinds.index(under):]  # "- …" / "* Đến hết năm 2030:" / "- …"
            return
        if node.kind in kinds[1:]:
            at = len(kinds) - 1 - kinds[::-1].index(node.kind)
            if not self._restarts_inside(node, at):
                del self.stack[at + _below_its_unit(node, self.stack[at]) :]
                return
        top = self.stack[-1]
        if node.kind == "letter_cap" and "roman" in kinds and node.par is not None and node.par.marker is not None and node.par.marker.number == 1:
            # "IV. NỘI DUNG" / "A. …" / "B. …": letters that begin inside a roman section divide it.
            node.depth = DEPTH["roman"] + 0.5
        if node.kind == "number" and top.kind == "letter" and "number" not in kinds and node.par is not None and node.par.marker is not None \
                and node.par.marker.number == 1 and not CLOSED_END.search(top.text):
            node.depth = top.depth + 0.1
            return  # "I. NHIỆM VỤ" / "a) Hạ tầng số" / "1. …": numbers that begin below an open letter are its items
        if {node.kind, top.kind} == _POINTS and node.par is not None and node.par.marker is not None and node.par.marker.number == 1 and not CLOSED_END.search(top.text):
            return  # "a) Hạ tầng số" / "(1) …": points inside a point
        if node.kind in _POINTS_OF_LETTERS and top.kind == "letter" and not CLOSED_END.search(top.text) and _counts_on(node, top):
            node.depth = max(node.depth, top.depth + 0.1)
            return  # "a) Kinh tế" / "(1) …", "(5) …" / "b) Xã hội" / "(6) …": one count over all letters
        if node.kind == "small_roman" and top.kind in BULLETS and OPEN_END.search(top.text):
            return
        if node.kind in BULLETS and top.kind in BULLETS and (OPEN_END.search(top.text) or not CLOSED_END.search(top.text)):
            return
        while len(self.stack) > 1 and self.stack[-1].depth >= node.depth:
            self.stack.pop()

    def _place_group(self, node: Node, nxt: Paragraph) -> None:
        """A bold line right above plain numbered items groups them: "Hạ tầng số" / "1. …", "2. …" / "Dữ liệu số" / "3. …"."""
        mark = nxt.marker
        if mark is None or mark.kind not in _GROUPED or nxt.bold or mark.number is None:
            return
        kinds = [n.kind for n in self.stack]
        above = DEPTH[mark.kind] - 0.1
        if mark.kind not in kinds:
            if mark.number == 1:
                node.depth = above
            return
        at = len(kinds) - 1 - kinds[::-1].index(mark.kind)
        open_par = self.stack[at].par
        if "bold" not in kinds[at:] and open_par is not None and not open_par.bold and open_par.marker is not None and open_par.marker.number == mark.number - 1:
            node.depth = above
            del self.stack[at:]

    def _restarts_inside(self, node: Node, at: int) -> bool:
        """A "1." inside "a)" inside "3.": a list restarting below the open item, not a sibling of item 3."""
        par, open_par = node.par, self.stack[at].par
        if par is None or par.marker is None or open_par is None or open_par.marker is None:
            return False
        number, was = par.marker.number, open_par.marker.number
        top = self.stack[-1]
        if top.kind == "bold" and open_par.bold and not par.bold and not top.children and top is not self.stack[at]:
            return number == 1 or _counts_on(node, top)  # "4. Danh mục nhiệm vụ" / "Hạ tầng số" / "1. …" / "Dữ liệu số" / "2. …"
        return (number == 1 and was is not None and was >= 1 and top is not self.stack[at] and top.kind not in BULLETS
                and bool(OPEN_END.search(top.text)))


def _counts_on(node: Node, top: Node) -> bool:
    """Whether an item goes on with the count of those below the letter (or group) before the open one."""
    par, above = node.par, top.parent
    if par is None or par.marker is None or above is None or top.children:
        return False
    before = next((n for n in reversed(above.children) if n is not top and n.kind == top.kind), None)
    last = before.children[-1].par if before is not None and before.children else None
    return last is not None and last.marker is not None and last.marker.kind == par.marker.kind and last.marker.number is not None and par.marker.number == last.marker.number + 1


def _label_of(par: Paragraph, nxt: Paragraph) -> str | None:
    """The field that the next paragraph goes on with: of a label alone on its line, or of owners behind one that unmarked lines continue."""
    field = lone_label(par.body)
    if field is not None and par.marker is None and (par.upper or (par.bold and nxt.bold)):
        return None  # "PHÂN CÔNG THỰC HIỆN:" above a unit's name and its duties: a section
    if field is not None:
        return field if _answers(par, nxt) and says(field, nxt.body) else None
    if nxt.marker is not None or ":" not in par.body or ":" in nxt.text or len(nxt.text) > _OWNER_LINE or not is_attribute_line(par.body):
        return None
    field = last_label(par.body)
    return field if field in ("lead", "support") and names_owners(nxt.text.strip(" .;,")) else None


def _answers(label: Paragraph, par: Paragraph) -> bool:
    """Whether a paragraph can be what a label says by its mark: a bullet, or none where a label without colon or mark has none."""
    if par.marker is None:
        return True
    return par.marker.kind in BULLETS and OPEN_END.search(label.text) is not None


def _begins_points(nxt: Paragraph | Table | None) -> bool:
    return isinstance(nxt, Paragraph) and nxt.marker is not None and nxt.marker.kind in _POINTS and nxt.marker.number == 1


def _below_its_unit(bullet: Node, opened: Node) -> bool:
    """Whether a bullet is a duty of the body that the open bullet of its kind names: "- Phòng Kinh tế:" / "- Rà soát …"."""
    if bullet.kind not in BULLETS or not OPEN_END.search(opened.text) or any(c.kind != bullet.kind for c in opened.children) or not heading_units(opened.body):
        return False
    return not OPEN_END.search(bullet.text) or not heading_units(bullet.body)


def _titles(item: Node) -> bool:
    """Whether "* Hạ tầng viễn thông" is the title of the paragraphs behind it: short, with neither amount nor full stop, and nothing
    but such paragraphs below."""
    return len(item.body.split()) <= 12 and item.body[:1].isupper() and not CLOSED_END.search(item.text) and not any(map(str.isdigit, item.body)) \
        and all(c.kind == "body" for c in item.children)


def _heads_bullets(bullet: Node, following: Zoned | None) -> str | None:
    """The kind of the bullets that a period or a starred topic ("* Về môi trường:") with a bullet of another kind heads."""
    nxt = following.block if following is not None else None
    if not isinstance(nxt, Paragraph) or nxt.marker is None or nxt.marker.kind not in BULLETS or nxt.marker.kind == bullet.kind:
        return None
    topic = bullet.kind == "star" and len(bullet.body.split()) <= 8 and OPEN_END.search(bullet.text)
    return nxt.marker.kind if topic or _PERIOD.fullmatch(bullet.body) else None


def _heads_numbers(bullet: Paragraph, following: Zoned | None) -> bool:
    """Whether a bullet is the topic of the numbers in brackets behind it: "* Về kinh tế" / "(1) Tốc độ tăng …", "* Về xã hội" / "(5) …"."""
    nxt = following.block if following is not None else None
    if _begins_points(nxt) and OPEN_END.search(bullet.text):
        return True  # "* Phòng Kinh tế:" / "a) …"
    if not isinstance(nxt, Paragraph) or nxt.marker is None or nxt.marker.kind != "paren" or len(bullet.body.split()) > 14 or CLOSED_END.search(bullet.text):
        return False
    return bullet.bold or bullet.body.startswith("Về ") or bool(OPEN_END.search(bullet.text))
