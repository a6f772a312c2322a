"""The sheet "Tổng hợp": what an analyst sees first: counts, widest differences, gaps and findings, each with a link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.comparison import number_text
from pipeline.divergence import unit_text
from pipeline.overview import COMPARABILITY, SEVERITY, Overview, clean
from pipeline.workbook_style import Frame

_SHEETS = (("Chênh lệch", "Chỉ tiêu × xã: mức từng xã, trung vị, chênh lệch, lưu ý; mỗi ô có trích dẫn và đường tới dòng nguồn."),
           ("Chỉ tiêu", "Mọi chỉ tiêu đã đọc, một dòng một mức ở một mốc."), ("Nhiệm vụ", "Mọi nhiệm vụ với đơn vị, hạn, kết quả."),
           ("Đơn vị", "Khối lượng của từng đơn vị theo quý."), ("Phát hiện", "Những điều cần xem lại trong từng kế hoạch, kèm trích dẫn."),
           ("Kế hoạch", "Các văn bản đã đọc."))
_MOST = 15


def summary_sheet(frame: Frame, sheet: Any, view: Overview, links: Mapping[tuple[str, int | None], int], more: Sequence[tuple[str, str]] = ()) -> None:
    """Write the first sheet. `links`: row in "Chênh lệch" of every (indicator id, year); `more`: further sheets (name, description)."""
    for col, width in enumerate((66, 11, 11, 11, 11, 14, 60)):
        sheet.set_column(col, col, width)
    sheet.set_row(0, 30)
    sheet.write_string(0, 0, f"ĐỐI CHIẾU KẾ HOẠCH: {view.title}"[:250], frame.format(bold=True, font_size=16, font_color="#1F4E79", valign="vcenter"))
    row = _counts(frame, sheet, view, 2)
    row = _widest(frame, sheet, view, links, row + 1)
    row = _missing(frame, sheet, view, row + 1)
    row = _findings(frame, sheet, view, row + 1)
    row = _guide(frame, sheet, row + 1, more)
    sheet.print_area(0, 0, row, 6)


def _section(frame: Frame, sheet: Any, row: int, title: str, heads: Sequence[str]) -> int:
    sheet.set_row(row, 20)
    sheet.write_string(row, 0, title, frame.format(bold=True, font_size=12, font_color="#C55A11", valign="vcenter"))
    look = frame.format(bold=True, bg_color="#DDEBF7", border=1, border_color="#BFBFBF", text_wrap=True, valign="vcenter")
    for col, head in enumerate(heads):
        sheet.write_string(row + 1, col, head, look)
    return row + 2


def _line(**look: object) -> dict[str, object]:
    return {"border": 1, "border_color": "#D9D9D9", **look}


def _counts(frame: Frame, sheet: Any, view: Overview, row: int) -> int:
    levels = Counter(f.severity for f in view.findings)
    facts: list[tuple[str, int, str]] = [
        ("Kế hoạch đã đọc", len(view.heads), "Kế hoạch"), ("Xã, phường, đặc khu", len(view.comparison.communes), "Kế hoạch"),
        ("Chỉ tiêu", sum(h.targets for h in view.heads), "Chỉ tiêu"), ("Nhiệm vụ", sum(h.tasks for h in view.heads), "Nhiệm vụ"),
        ("Đơn vị được giao việc", len(view.loads), "Đơn vị"),
        ("Chỉ tiêu × mốc có từ hai xã", len(view.shared), "Chênh lệch"),
        ("… trong đó so sánh được ngay", sum(g.comparability == "comparable" for g in view.shared), "Chênh lệch"),
        ("… có mức khác nhau", len(view.widest), "Chênh lệch"),
        *((f"Phát hiện: {SEVERITY[s].lower()}", levels[s], "Phát hiện") for s in SEVERITY)]
    row = _section(frame, sheet, row, "Con số chính", ("Nội dung", "Số lượng", "Xem ở"))
    for name, number, target in facts:
        sheet.write_string(row, 0, name, frame.format(**_line()))
        sheet.write_number(row, 1, number, frame.format(num_format="#,##0", bold=True, align="center", **_line()))
        _link(frame, sheet, row, 2, f"internal:'{target}'!A1", target)
        row += 1
    return row


def _link(frame: Frame, sheet: Any, row: int, col: int, where: str, text: str, **look: object) -> None:
    sheet.write_url(row, col, where, frame.format(font_color="#0563C1", underline=1, text_wrap=True, **_line(**look)), string=clean(text))


def _widest(frame: Frame, sheet: Any, view: Overview, links: Mapping[tuple[str, int | None], int], row: int) -> int:
    row = _section(frame, sheet, row, "Chỉ tiêu chênh lệch nhất (bấm vào tên để xem từng xã)",
                   ("Chỉ tiêu", "Năm mốc", "Thấp nhất", "Cao nhất", "Chênh lệch", "So sánh", "Xã thấp nhất → xã cao nhất; lưu ý"))
    for group in view.widest[:_MOST]:
        low = ", ".join(c.commune.label for c in group.cells if c.compared and c.value == group.low)
        high = ", ".join(c.commune.label for c in group.cells if c.compared and c.value == group.high)
        told = clean(f"{_cut(low)} → {_cut(high)}" + (f". {group.caveats[0]}" if group.caveats else ""))
        unit = unit_text(group.indicator)
        _link(frame, sheet, row, 0, f"internal:'Chênh lệch'!A{links[(group.indicator.id, group.year)] + 1}", f"{group.indicator.name} ({unit})" if unit else group.indicator.name)
        sheet.write_number(row, 1, group.year or 0, frame.format(num_format="0", align="center", **_line()))
        for col, value in enumerate((group.low, group.high, group.spread), 2):
            sheet.write_number(row, col, value or 0.0, frame.format(align="center", num_format="#,##0.####" if (value or 0) % 1 else "#,##0", **_line()))
        sheet.write_string(row, 5, COMPARABILITY[group.comparability], frame.format(text_wrap=True, **_line()))
        sheet.write_string(row, 6, told, frame.format(text_wrap=True, **_line()))
        sheet.set_row(row, 15.0 * max(1, -(-len(told) // 64)) + 2)
        row += 1
    if not view.widest:
        sheet.write_string(row, 0, "Chưa có chỉ tiêu nào mà hai xã trở lên nêu mức khác nhau.", frame.format(italic=True))
        row += 1
    return row


def _cut(names: str, most: int = 60) -> str:
    return names if len(names) <= most else names[:most].rsplit(", ", 1)[0] + ", …"


def _missing(frame: Frame, sheet: Any, view: Overview, row: int) -> int:
    rows = sorted(((c, m) for c, m in view.missing.items() if m), key=lambda x: (-len(x[1]), x[0].label))
    row = _section(frame, sheet, row, "Xã còn thiếu chỉ tiêu mà đa số xã có nêu", ("Xã", "Số chỉ tiêu", "Chỉ tiêu", "", "", "", ""))
    for commune, missing in rows[:_MOST]:
        text = clean("; ".join(f"{m.name} ({m.having}/{m.of} xã)" for m in missing))[:900]
        sheet.write_string(row, 0, clean(commune.label), frame.format(**_line()))
        sheet.write_number(row, 1, len(missing), frame.format(align="center", **_line()))
        sheet.merge_range(row, 2, row, 6, "", frame.format(text_wrap=True, **_line()))
        sheet.write_string(row, 2, text, frame.format(text_wrap=True, **_line()))
        sheet.set_row(row, 15.0 * min(10, max(1, -(-len(text) // 118))) + 2)
        row += 1
    if not rows:
        sheet.write_string(row, 0, "Không xã nào.", frame.format(italic=True))
        row += 1
    elif len(rows) > _MOST:
        sheet.write_string(row, 0, f"… và {len(rows) - _MOST} xã khác (xem thư mục thu).", frame.format(italic=True))
        row += 1
    return row


def _findings(frame: Frame, sheet: Any, view: Overview, row: int) -> int:
    kinds = Counter((f.severity, f.title) for f in view.findings)
    order = list(SEVERITY)
    row = _section(frame, sheet, row, "Phát hiện theo loại", ("Loại", "Số lượng", "Mức độ"))
    for (severity, title), count in sorted(kinds.items(), key=lambda x: (order.index(x[0][0]), -x[1], x[0][1])):
        _link(frame, sheet, row, 0, "internal:'Phát hiện'!A1", title)
        sheet.write_number(row, 1, count, frame.format(num_format="#,##0", align="center", **_line()))
        sheet.write_string(row, 2, SEVERITY[severity], frame.format(text_wrap=True, **_line()))
        row += 1
    if not kinds:
        sheet.write_string(row, 0, "Không có phát hiện nào.", frame.format(italic=True))
        row += 1
    return row


def _guide(frame: Frame, sheet: Any, row: int, more: Sequence[tuple[str, str]]) -> int:
    row = _section(frame, sheet, row, "Các trang tính", ("Trang", "Nội dung"))
    for name, text in (*_SHEETS, *more, ("Từ điển dữ liệu", "Ý nghĩa của mọi cột.")):
        _link(frame, sheet, row, 0, f"internal:'{name}'!A1", name)
        sheet.write_string(row, 1, text, frame.format())
        row += 1
    sheet.write_string(row + 1, 0, "Giá trị, mốc và đơn vị đều đọc từ văn bản; mỗi bản ghi có vị trí và nguyên văn để đối chiếu lại. "
                       f"Trung vị và chênh lệch chỉ tính trên các xã cùng cách tính. Số lẻ dùng dấu phẩy ({number_text(0.5)}).", frame.format(italic=True, font_color="#595959"))
    return row + 1
