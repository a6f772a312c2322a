"""Document to raw plan: outline, prose, tables, every line with its role."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from extractors.document import Document, Table, number_lines
from extractors.grid import Grid, grid_of
from extractors.markers import BULLETS
from extractors.outline import build_outline
from extractors.outline_nodes import Node
from extractors.paragraphs import Paragraph
from extractors.prose import read_prose
from extractors.raw import RawPlan, RawTarget, RawTask
from extractors.split_tables import are_split, with_whole_tables
from extractors.table_records import read_table
from normalizers.text import fold, join_lines

# The line above a table that says what all its figures are counted in: "Đơn vị tính: %", "(ĐVT: triệu đồng)".
_CAPTION = re.compile(r"\(?(?:đơn vị(?: tính)?|đvt) ?: ?(?P<measure>[^\d:;()]{1,24}?)\)?\.?", re.IGNORECASE)
_CAPTION_LENGTH = 140
_YEARS = re.compile(r"20\d\d(?: ?[-–] ?20\d\d)?")
_AIMS = re.compile(r"(?<!\w)(?:chỉ tiêu|mục tiêu|phấn đấu|lộ trình|kế hoạch (?:thực hiện )?năm)(?!\w)")
# What was reached, and what a document that comes with the table is called.
_TOLD = re.compile(r"(?<!\w)(?:kết quả|ước thực hiện|tình hình|chưa|không|đã|tính đến|đánh giá|hiện trạng|kèm theo|ban hành|căn cứ|cơ sở|so với|cao hơn|số \d)(?!\w)|/(?:kh|qđ|nq)")
_BARE = re.compile(r"[≥≤<>~]? ?\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)?")

_ZONE_ROLES = {"header": "header", "title": "title", "basis": "basis", "closing": "closing", "recipients": "recipients",
               "signature": "signature", "appendix_title": "title", "furniture": "furniture"}


def read_plan(document: Document) -> RawPlan:
    """Raw records of a document in document order; `roles` covers every non-blank line."""
    every = list(document.lines())
    number_lines(every)
    if are_split(document.blocks):
        document = replace(document, blocks=with_whole_tables(document.blocks))
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
        above = over = None
        for node in nodes:
            if isinstance(node.block, Table):
                known = len(plan.records)
                read_table(node.block, plan, node.path(), node.role, grids[id(node.block)])
                if isinstance(above, Paragraph) and len(above.text) < 48 and (caption := _CAPTION.fullmatch(above.text.strip())):
                    _counted_in(plan, known, caption["measure"].strip())
                    above = over
                if isinstance(above, Paragraph) and "20" in above.text and len(plan.records) > known and _tells_when(above, node):
                    _dated_by(plan, known, above.text, len(node.path()))
            above, over = node.block, above
    roles = plan.roles
    for line in [line for line in every if line.furniture or line.number not in roles]:
        if line.furniture:
            roles[line.number] = "furniture"
        elif not line.blank:
            roles[line.number] = "unexplained"
    outline.release()
    plan.records.sort(key=lambda r: r.lines[0].number if r.lines else -1)
    return plan


def _tells_when(above: Paragraph, table: Node) -> bool:
    """Whether the line above a table, no heading of the tree, says of when its aims are: "Bảng 2: Chỉ tiêu đến năm 2030"."""
    if len(above.text) > _CAPTION_LENGTH or any(parent.block is above for parent in table.ancestors()):
        return False
    folded = fold(above.text)
    if folded.rstrip().endswith(".") or (above.marker is not None and above.marker.kind in BULLETS) or len(set(_YEARS.findall(folded))) > 1:
        return False  # "- Đến năm 2030 xã đạt chuẩn.", "Trên cơ sở chỉ tiêu năm 2025, các chỉ tiêu năm 2026 như sau:"
    return _AIMS.search(folded) is not None and _TOLD.search(folded) is None


def _dated_by(plan: RawPlan, first: int, title: str, depth: int) -> None:
    """Let the title of a table stand over the records from `first` on, below the groups that the table has itself."""
    for record in islice(plan.records, first, None):
        if isinstance(record, RawTarget | RawTask):
            groups = max(0, len(record.context) - depth)
            record.context = (*record.context[:groups], title, *record.context[groups:])


def _counted_in(plan: RawPlan, first: int, measure: str) -> None:
    """Give the targets from record `first` on the measure said above their table, where column and cell name none."""
    for record in islice(plan.records, first, None):
        if isinstance(record, RawTarget) and record.measure is None and record.value and _BARE.fullmatch(record.value.strip()):
            record.measure = measure
