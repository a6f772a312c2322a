"""Document to raw plan: outline, prose, tables, every line with its role."""

from __future__ import annotations

from extractors.document import Document, Table, number_lines
from extractors.grid import Grid, grid_of
from extractors.outline import build_outline
from extractors.paragraphs import Paragraph
from extractors.prose import read_prose
from extractors.raw import RawPlan
from extractors.table_records import read_table
from normalizers.text import join_lines

_ZONE_ROLES = {"header": "header", "title": "title", "basis": "basis", "closing": "closing", "recipients": "recipients",
               "signature": "signature", "appendix_title": "title", "furniture": "furniture"}


def read_plan(document: Document) -> RawPlan:
    """Raw records of a document in document order; `roles` covers every non-blank line."""
    every = list(document.lines())
    number_lines(every)
    outline = build_outline(document)
    frame = outline.frame
    plan = RawPlan(document.source, frame.doc_type, frame.header, frame.title, frame.signature, frame.annex_notes,
                   notes=list(document.notes))
    plan.lines = every
    plan.text_lines = [line for line in every if not line.furniture]
    for zoned in frame.blocks:
        if isinstance(zoned.block, Paragraph) and zoned.zone in _ZONE_ROLES:
            for line in zoned.block.lines:
                plan.roles[line.number] = _ZONE_ROLES[zoned.zone]
            if zoned.zone == "basis":
                plan.intro.append(zoned.block.text)
            elif zoned.zone == "closing":
                plan.closing.append(zoned.block.text)
            elif zoned.zone == "recipients":
                plan.recipients.append(zoned.block.text)
    grids: dict[int, Grid] = {}
    if frame.title:
        titled = [line for z in frame.blocks if z.zone == "title" and isinstance(z.block, Paragraph) for line in z.block.lines]
        if titled:
            plan.texts.append((join_lines(frame.title), titled))
    for zoned in frame.blocks:
        if isinstance(zoned.block, Paragraph):
            if zoned.zone not in {"title", "furniture", "recipients", "signature"}:
                plan.texts.append((zoned.block.text, zoned.block.lines))
        else:
            grid = grids[id(zoned.block)] = grid_of(zoned.block)
            plan.texts.extend([(text, cell.lines) for cell, text in zip(zoned.block.cells, grid.wordings, strict=True) if cell.lines])
    for root in outline.roots:
        nodes = list(root.walk())
        read_prose(nodes, plan)
        for node in nodes:
            if isinstance(node.block, Table):
                read_table(node.block, plan, node.path(), node.role, grids[id(node.block)])
    roles = plan.roles
    for line in [line for line in every if line.furniture or line.number not in roles]:
        if line.furniture:
            roles[line.number] = "furniture"
        elif not line.blank:
            roles[line.number] = "unexplained"
    outline.release()
    plan.records.sort(key=lambda r: r.lines[0].number if r.lines else -1)
    return plan
