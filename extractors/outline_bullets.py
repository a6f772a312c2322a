"""Bullets below bullets of their own kind: Word's lists "•", "○", "▪" of several levels, and lists whose signs alone differ.

A kind of bullet is one level of the outline. Where the list's level or an introduction ("• Văn phòng:" / "▪ …") says that a bullet
stands below another of its kind, it gets a kind that is not open.
"""

from __future__ import annotations

from extractors.markers import BULLETS
from extractors.outline_nodes import OPEN_END, Node
from extractors.paragraphs import Paragraph

_FREE = ("plus", "dash", "dot", "star")  # a star may be a heading: the last choice
_STEP = 0.1


def place_bullet(par: Paragraph, kind: str, depth: float, stack: list[Node]) -> tuple[str, float]:
    """Kind and depth of a bullet below the open nodes: its own, or those of the level that its list or its sign puts it on."""
    top = stack[-1]
    level = par.lines[0].level
    if (level is None and kind != "dot") or top.kind not in BULLETS or par.marker is None:
        return kind, depth
    sign = par.lines[0].sign or par.marker.raw[:1]
    alike = [n for n in stack if n.kind in BULLETS and n.par is not None and n.par.marker is not None and n.par.marker.kind == par.marker.kind]
    if not alike:
        return kind, depth
    for node in reversed(alike):
        if _sign(node) == sign and _level(node) == level:
            return node.kind, node.depth
    outer = alike[-1]
    was = _level(outer)
    if level is not None and was is not None and level != was:
        while outer in alike and (_level(outer) or 0) >= level:
            alike.pop()
            if not alike:
                return kind, depth
            outer = alike[-1]
    elif outer is not top or _sign(outer) == sign or not OPEN_END.search(outer.text):
        return outer.kind, outer.depth
    kinds = {node.kind for node in stack}
    free = next((k for k in (kind, *_FREE) if k not in kinds), None)
    return (free, outer.depth + _STEP) if free is not None else (kind, depth)


def _sign(node: Node) -> str:
    if node.par is None or node.par.marker is None:
        return ""
    return node.par.lines[0].sign or node.par.marker.raw[:1]


def _level(node: Node) -> int | None:
    return node.par.lines[0].level if node.par is not None else None
