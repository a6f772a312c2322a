"""The tree of a document's sections: its nodes, and the outline that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.document import Table
from extractors.frame import Frame
from extractors.markers import BULLETS
from extractors.paragraphs import Paragraph
from extractors.sections import Role

TOP_MARKS = frozenset({"roman", "letter_cap", "article", "chapter", "division", "part"})
OPEN_END = re.compile(r"[:：]\s*$")
CLOSED_END = re.compile(r"[.;!?…]\s*[\"”)\]]*$|\./\.$")


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
    order: str = ""           # of a root: how the introduction charges a body with all that follows ("… yêu cầu Phòng Kinh tế:")
    opens: bool = False       # may hold other paragraphs
    par: Paragraph | None = field(init=False)  # the block, where it is a paragraph
    owner_line: bool | None = None
    charges: bool | None = None
    label: str | None = None  # the field that a label alone on its line names, where what it says stands below it

    def __post_init__(self) -> None:
        self.par = self.block if isinstance(self.block, Paragraph) else None

    @property
    def text(self) -> str:
        return self.par.text if self.par else self.title

    @property
    def body(self) -> str:
        return self.par.body if self.par else self.title

    @property
    def printed_no(self) -> str | None:
        """The number that a task carries, without its stops."""
        marker = self.par.marker if self.par is not None else None
        return marker.raw.strip(" .)/:-") or None if marker is not None and self.kind in {"number", "decimal", "decimal3"} else None

    @property
    def leads_to_siblings(self) -> bool:
        """A bullet that ends in a colon with nothing below it, and bullets of its kind behind it: their introduction."""
        if self.kind not in BULLETS or self.parent is None or self.children or not OPEN_END.search(self.text):
            return False
        row = self.parent.children
        at = row.index(self) + 1
        return at < len(row) and row[at].kind == self.kind

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
