"""A `w:tbl` → rows of spanning cells, in one pass over its XML (python-docx's access by index is quadratic)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from extractors.document import Block, Place
from extractors.docx_package import MC
from extractors.docx_styles import Styles, draws_rules, number, toggle, val, w
from extractors.docx_text import State
from extractors.markup_tables import RawCell, RawRow, RawTable

_WRAPPERS = frozenset(w(tag) for tag in ("sdtContent", "customXml", "ins", "moveTo", "smartTag"))


def unwrapped(parent: Any) -> Iterator[Any]:
    """Children of a block container, content controls and other wrappers opened."""
    for child in parent:
        if child.tag == w("sdt"):
            content = child.find(w("sdtContent"))
            if content is not None:
                yield from unwrapped(content)
        elif child.tag in _WRAPPERS:
            yield from unwrapped(child)
        elif child.tag == f"{{{MC}}}AlternateContent":
            for branch in child:
                if len(branch):
                    yield from unwrapped(branch)
                    break
        else:
            yield child


def read_table(table: Any, path: str, styles: Styles, state: State, content: Callable[[Any, str], list[Block]]) -> RawTable:
    """The rows of a table; `content` reads what a cell holds, given the cell and its path ("t1/r3/c2")."""
    grid = table.find(w("tblGrid"))
    widths = [float(number(col.get(w("w"))) or 0) for col in grid.iterchildren(w("gridCol"))] if grid is not None else []
    rows: list[RawRow] = []
    ruled = False
    for element in unwrapped(table):
        if element.tag != w("tr"):
            continue
        props = element.find(w("trPr"))
        if props is not None and props.find(w("del")) is not None:
            state.deletions += 1
            continue
        if toggle(props, "hidden"):
            state.hidden += 1
            continue
        row, drawn = _row(element, props, f"{path}/r{len(rows) + 1}", state, content)
        ruled = ruled or drawn
        rows.append(row)
    return RawTable(rows, Place(path=path), widths, _bordered(table, styles, ruled))


def _row(element: Any, props: Any, path: str, state: State, content: Callable[[Any, str], list[Block]]) -> tuple[RawRow, bool]:
    cells: list[RawCell] = []
    ruled = False
    for tc in unwrapped(element):
        if tc.tag != w("tc"):
            continue
        tcpr = tc.find(w("tcPr"))
        span = max(1, min(number(val(tcpr, "gridSpan")) or 1, 256))
        blocks = content(tc, f"{path}/c{len(cells) + 1}")
        if tcpr is not None:
            ruled = ruled or bool(draws_rules(tcpr.find(w("tcBorders"))))
            if tcpr.find(w("cellDel")) is not None:
                state.deletions += 1
                blocks = []
            across = tcpr.find(w("hMerge"))
            if across is not None and across.get(w("val")) != "restart" and cells:
                cells[-1].col_span += span
                continue
        down = tcpr.find(w("vMerge")) if tcpr is not None else None
        continues = down is not None and down.get(w("val")) != "restart"
        # Word prints nothing of a cell that is merged into the one above.
        cells.append(RawCell([] if continues else blocks, span, 1, continues))
    before = number(val(props, "gridBefore")) or 0
    return RawRow(cells, max(0, min(before, 256)), bool(toggle(props, "tblHeader"))), ruled


def _bordered(table: Any, styles: Styles, ruled: bool) -> bool:
    """Whether the table draws rules: its own borders, else its style's, else its cells'."""
    props = table.find(w("tblPr"))
    own = draws_rules(props.find(w("tblBorders"))) if props is not None else None
    if own is not None:
        return own or ruled
    style_id = val(props, "tblStyle")
    if style_id is not None and style_id in styles.elements and styles.get(style_id).bordered is not None:
        return bool(styles.get(style_id).bordered) or ruled
    return ruled
