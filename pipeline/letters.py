"""`thu/<commune>.docx`: a letter per commune that lists what is missing or doubtful in its plan, with quotes and places."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pipeline.comparison import Cell, Commune, Group, number_text, value_text
from pipeline.docx_paper import TEXT_WIDTH, Letter
from pipeline.heap import Heap
from pipeline.overview import SEVERITY, FindingRow, Head, Overview, clean, file_names, quote_of, shorten
from pipeline.plan_text import place_text

_MOST_FINDINGS, _MOST_CELLS = 40, 15
_IN_CELLS = frozenset({"baseline-below", "baseline-missing", "value-outlier"})  # findings that the table of values tells already
_ISSUERS = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}


def letter_names(view: Overview) -> dict[str, str]:
    """Label of every commune → path of its letter, `thu/phu-trung.docx`; all names differ."""
    return {label: f"thu/{name}.docx" for label, name in file_names((c.label for c in view.comparison.communes), "xa").items()}


def letters(view: Overview, names: Mapping[str, str], folder: Path | None = None) -> Iterator[tuple[str, bytes]]:
    """Path and letter, one for each commune of the comparison. `folder`: for a temporary file."""
    plans: dict[str, list[Head]] = {}
    for plan in view.heads:
        if plan.source not in view.replaced_by and plan.plan_id in view.commune_of:
            plans.setdefault(view.commune_of[plan.plan_id], []).append(plan)
    found: dict[str, array[int]] = defaultdict(lambda: array("Q"))
    for n, commune in enumerate(view.findings.communes()):
        found[commune].append(n)
    heap = Heap(folder)
    cells: dict[Commune, array[int]] = defaultdict(lambda: array("Q"))
    for group in view.comparison.groups:
        for cell in group.cells:
            if (cell.outlier or cell.against in ("below_baseline", "no_target") or _far(group, cell)) and len(cells[cell.commune]) < _MOST_CELLS:
                cells[cell.commune].append(heap.put(tuple(_cell_row(group, cell))))
    for c in view.comparison.communes:
        yield names[c.label], _letter(view, c, plans.get(c.label, []), [view.findings[n] for n in found.get(clean(c.label), ())], [heap.get(h) for h in cells.get(c, ())])


def _far(group: Group, cell: Cell) -> bool:
    """The least demanding value of a comparable group that has a spread."""
    if not (cell.compared and group.spread and group.comparability == "comparable" and cell.value is not None):
        return False
    return cell.value == (group.high if group.indicator.direction == "lower" else group.low)


def _name(commune: Commune) -> str:
    kind = commune.key[0]
    return clean(commune.label if commune.label.startswith(kind) else f"{kind} {commune.label}").strip()


def _letter(view: Overview, commune: Commune, plans: list[Head], findings: list[FindingRow], cells: list[Sequence[str]]) -> bytes:
    name = _name(commune)
    paper = Letter(f"Rà soát kế hoạch của {name}")
    paper.head("TÊN CƠ QUAN CHỦ QUẢN", "TÊN CƠ QUAN BAN HÀNH", "Số:        /…", f"V/v rà soát, hoàn thiện kế hoạch của {name}", "……, ngày … tháng … năm ……")
    issuers = list(dict.fromkeys(_ISSUERS.get(p.plan.issuer or "UBND", p.plan.issuer or "") for p in plans)) or ["Ủy ban nhân dân"]
    paper.paragraph(f"Kính gửi: {'; '.join(f'{i} {name}' for i in issuers)}", align="center", indent=False, before=6, after=12)
    paper.paragraph(f"Qua đối chiếu {_cited(plans)} với kế hoạch của {len(view.comparison.communes)} xã, phường, đặc khu trong cùng đợt, (tên cơ quan) đề nghị quý cơ quan "
                    "rà soát những nội dung dưới đây. Mỗi nội dung kèm trích dẫn và vị trí trong văn bản để tiện đối chiếu lại.")
    missing = view.missing.get(commune, ())
    number = 0
    if missing:
        number += 1
        paper.heading(f"{number}. Chỉ tiêu chưa thấy nêu, trong khi quá nửa số xã có nêu", 2)
        for item in missing[:20]:
            paper.paragraph(f"- {item.name} ({item.having}/{item.of} xã nêu);", after=2)
    if cells:
        number += 1
        paper.heading(f"{number}. Chỉ tiêu có mức khác các xã khác hoặc khác mức được giao", 2)
        paper.table(("Chỉ tiêu, mốc", "Mức của xã", "So với", "Trích dẫn", "Vị trí"), cells, (44, 19, 32, 44, 26))
    grave = [f for f in findings if f.severity in ("error", "warning") and not (cells and f.kind in _IN_CELLS)]
    if grave:
        number += 1
        paper.heading(f"{number}. Những chỗ cần xem lại trong văn bản", 2)
        rows = [[SEVERITY[f.severity], f"{f.title}: {shorten(f.message, 320)}", shorten("; ".join(f"“{q}”" for q in f.quotes), 320), shorten(f.place, 60)] for f in grave[:_MOST_FINDINGS]]
        paper.table(("Mức độ", "Nội dung", "Trích dẫn", "Vị trí"), rows, (20, 62, TEXT_WIDTH - 110, 28))
        if len(grave) > _MOST_FINDINGS:
            paper.paragraph(f"Còn {len(grave) - _MOST_FINDINGS} điểm khác ghi trong bảng Phát hiện gửi kèm.", italic=True)
    if number:
        paper.paragraph("Đề nghị quý cơ quan rà soát, bổ sung, điều chỉnh (nếu cần) và gửi kết quả về (tên cơ quan) trước ngày …/…/…… để tổng hợp.", before=6)
    else:
        paper.paragraph("Chưa thấy nội dung nào cần bổ sung hoặc xem lại.")
    paper.ending(["Như trên;", "Lưu: VT, …"], "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ")
    return paper.data()


def _cited(plans: list[Head]) -> str:
    texts = []
    for plan in plans:
        p = plan.plan
        parts = [p.doc_type or "Kế hoạch", f"số {p.number}" if p.number else "", _date(p.issue_date or ""), f"“{shorten(p.title, 220)}”" if p.title else f"(tệp {plan.source})"]
        texts.append(" ".join(filter(None, parts)))
    return "; ".join(texts) or "kế hoạch"


def _date(edtf: str) -> str:
    """"2026-01-14" → "ngày 14/01/2026", "2026-01" → "tháng 01/2026", "2026" → "năm 2026"."""
    parts = edtf.split("-")
    return f"{('năm', 'tháng', 'ngày')[len(parts) - 1]} {'/'.join(reversed(parts))}" if edtf and len(parts) < 4 else ""


def _cell_row(group: Group, cell: Cell) -> list[str]:
    against = [f"trung vị {number_text(group.middle)}" if group.middle is not None and cell.compared else ""]
    if cell.floor is not None:
        against.append(f"mức được giao {value_text(cell.floor.target)} ({cell.floor.source})")
    return [f"{group.indicator.name}, {group.year or 'không nêu mốc'}", value_text(cell.target) if cell.target else "không nêu", "; ".join(filter(None, against)),
            f"“{quote_of(cell.target, 220)}”" if cell.target else "", clean(place_text(cell.target.span, cell.target.lines)) if cell.target else ""]
