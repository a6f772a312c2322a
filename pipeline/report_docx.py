"""`baocao.docx`: the findings of a run as a report that an office can edit, in the layout of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from collections import Counter

from pipeline.charts import bar_chart, charted, spread_chart
from pipeline.comparison import Cell, Group, number_text, value_text
from pipeline.divergence import unit_text
from pipeline.docx_paper import TEXT_WIDTH, Paper
from pipeline.overview import (
    COMPARABILITY,
    LOOSE,
    SEVERITY,
    Overview,
    clean,
    place_of,
    quarter_title,
    quote_of,
    shorten,
)

_GROUPS, _TOLD, _UNITS, _COMMUNES, _FINDINGS = 20, 5, 15, 25, 30


def report_docx(view: Overview) -> bytes:
    """The whole report. What only the office knows (its name, number, date, signer) is left blank to fill in."""
    paper = Paper(f"Báo cáo đối chiếu kế hoạch {view.title}")
    paper.head("TÊN CƠ QUAN CHỦ QUẢN", "TÊN CƠ QUAN BAN HÀNH", "Số:        /BC-…", "", "……, ngày … tháng … năm ……")
    paper.paragraph("BÁO CÁO", bold=True, align="center", indent=False, before=6, after=0)
    paper.paragraph(f"Kết quả đối chiếu kế hoạch của {view.title}", bold=True, align="center", indent=False, after=12)
    _scope(paper, view)
    _spreads(paper, view)
    _gaps(paper, view)
    _work(paper, view)
    _findings(paper, view)
    _proposals(paper, view)
    paper.ending(["Như trên;", "Lưu: VT, …"], "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ")
    return paper.data()


def _scope(paper: Paper, view: Overview) -> None:
    targets, tasks = sum(h.targets for h in view.heads), sum(h.tasks for h in view.heads)
    plain = sum(g.comparability == "comparable" for g in view.shared)
    paper.heading("I. PHẠM VI ĐỐI CHIẾU")
    paper.paragraph(f"Đã đọc {len(view.heads)} kế hoạch của {view.title}, gồm {targets} chỉ tiêu và {tasks} nhiệm vụ. Có {len(view.shared)} chỉ tiêu ở cùng một mốc được "
                    f"từ hai xã trở lên đưa ra, trong đó {plain} chỉ tiêu so sánh được ngay và {len(view.widest)} chỉ tiêu có mức khác nhau. "
                    + (f"{len(view.replaced_by)} kế hoạch đã được bản mới thay thế và không tính vào đối chiếu. " if view.replaced_by else "")
                    + "Chỉ tiêu khác phạm vi, khác đối tượng hoặc khác cách tính được ghi kèm lưu ý; chỉ tiêu không nêu mốc thời gian không đưa vào tính chênh lệch.")


def _spreads(paper: Paper, view: Overview) -> None:
    paper.heading("II. KẾT QUẢ ĐỐI CHIẾU")
    paper.heading("1. Chỉ tiêu chênh lệch giữa các xã", 2)
    if not view.widest:
        paper.paragraph("Chưa có chỉ tiêu nào mà hai xã trở lên nêu mức khác nhau ở cùng một mốc.")
        return
    paper.picture(spread_chart(charted(view.widest)), "Hình 1. Mức thấp nhất, trung vị và cao nhất của những chỉ tiêu chênh lệch nhiều nhất")
    rows = [[str(n), _with_unit(g), str(g.year), f"{number_text(g.low or 0)}\n({_who(g, g.low)})", f"{number_text(g.high or 0)}\n({_who(g, g.high)})",
             number_text(g.spread or 0), f"{g.with_target}/{g.of}", COMPARABILITY[g.comparability]] for n, g in enumerate(view.widest[:_GROUPS], 1)]
    paper.table(("TT", "Chỉ tiêu", "Mốc", "Thấp nhất", "Cao nhất", "Chênh lệch", "Xã nêu", "So sánh"), rows, (9, 41, 13, 25, 25, 17, 14, 21), centred=(0, 2, 3, 4, 5, 6))
    if len(view.widest) > _GROUPS:
        paper.paragraph(f"Còn {len(view.widest) - _GROUPS} chỉ tiêu khác, xem trang Chênh lệch của tệp doichieu.xlsx.", italic=True)
    paper.paragraph("Vì sao khác nhau, xét những chỉ tiêu chênh lệch nhiều nhất:", keep=True)
    for group in view.widest[:_TOLD]:
        compared = [c for c in group.cells if c.compared]
        low, high = (next(c for c in compared if c.value == value) for value in (group.low, group.high))
        paper.paragraph(f"- {_with_unit(group)}, mốc {group.year}: {_told(low)}; {_told(high)}. "
                        + ("Lưu ý: " + shorten("; ".join(group.caveats), 400) + "." if group.caveats else "Cùng chỉ tiêu, cùng mốc, cùng cách tính: chênh lệch là do mức phấn đấu khác nhau."))


def _with_unit(group: Group) -> str:
    unit = unit_text(group.indicator)
    return clean(f"{group.indicator.name} ({unit})" if unit else group.indicator.name)


def _who(group: Group, value: float | None) -> str:
    labels = [c.commune.label for c in group.cells if c.compared and c.value == value]
    return clean(", ".join(labels[:2]) + (f" và {len(labels) - 2} xã" if len(labels) > 2 else ""))


def _told(cell: Cell) -> str:
    if cell.target is None:
        return cell.commune.label
    return clean(f"{cell.commune.label} nêu {value_text(cell.target)} (“{quote_of(cell.target, 260)}”, {place_of(cell.plan, cell.target)})")


def _gaps(paper: Paper, view: Overview) -> None:
    paper.heading("2. Chỉ tiêu còn thiếu", 2)
    rows = sorted(((c, m) for c, m in view.missing.items() if m), key=lambda x: (-len(x[1]), x[0].label))
    if not rows:
        paper.paragraph("Không xã nào thiếu chỉ tiêu mà đa số các xã có nêu.")
        return
    paper.paragraph(f"{len(rows)} xã chưa nêu những chỉ tiêu mà quá nửa số xã có nêu:", keep=True)
    paper.table(("TT", "Xã", "Số chỉ tiêu", "Những chỉ tiêu đó"), [[str(n), c.label, str(len(m)), shorten("; ".join(x.name for x in m), 500)] for n, (c, m) in enumerate(rows[:_COMMUNES], 1)],
                (10, 34, 18, TEXT_WIDTH - 62), centred=(0, 2))
    if len(rows) > _COMMUNES:
        paper.paragraph(f"Còn {len(rows) - _COMMUNES} xã khác; chi tiết từng xã ở thư mục thu.", italic=True)


def _work(paper: Paper, view: Overview) -> None:
    paper.heading("3. Tiến độ và phân công", 2)
    counted = view.slot_counts
    if not counted:
        paper.paragraph("Không đọc được nhiệm vụ nào.")
        return
    dated = sum(n for s, n in counted.items() if s not in LOOSE)
    total = sum(counted.values())
    quarters = [s for s in view.slots if s not in LOOSE]
    shown = quarters[:10] if len(quarters) > 10 else quarters
    paper.paragraph(f"Trong {total} nhiệm vụ, {dated} nhiệm vụ ({_percent(dated, total)}) có ngày hạn cuối, {counted['recurring']} nhiệm vụ định kỳ, "
                    f"{counted['ongoing']} nhiệm vụ thường xuyên, {counted['none']} nhiệm vụ không nêu thời hạn.")
    bars = [(quarter_title(s), counted[s], True) for s in shown]
    if len(quarters) > len(shown):
        bars.append(("Các quý sau", sum(counted[s] for s in quarters[len(shown):]), True))
    paper.picture(bar_chart([*bars, *((quarter_title(s), counted[s], False) for s in view.slots if s in LOOSE)]), "Hình 2. Số nhiệm vụ theo quý của hạn cuối")
    if view.loads:
        paper.table(("TT", "Đơn vị", "Chủ trì", "Phối hợp", "Có hạn cuối", "Số kế hoạch"),
                    [[str(n), clean(load.unit), str(load.lead), str(load.support), str(sum(v for s, v in load.slots.items() if s not in LOOSE)), str(load.communes)]
                     for n, load in enumerate(view.loads[:_UNITS], 1)], (10, 73, 20, 20, 22, 20), centred=(0, 2, 3, 4, 5))


def _percent(part: int, whole: int) -> str:
    return f"{number_text(round(100 * part / whole, 1))} %"


def _findings(paper: Paper, view: Overview) -> None:
    paper.heading("III. NHỮNG ĐIỂM CẦN XEM LẠI TRONG CÁC KẾ HOẠCH")
    if not view.findings:
        paper.paragraph("Không có phát hiện nào.")
        return
    order = list(SEVERITY)
    kinds = Counter((f.severity, f.title) for f in view.findings)
    paper.table(("Mức độ", "Loại", "Số lượng"), [[SEVERITY.get(s, s), title, str(n)] for (s, title), n in
                                                 sorted(kinds.items(), key=lambda x: (order.index(x[0][0]) if x[0][0] in order else 9, -x[1], x[0][1]))], (30, 105, 30), centred=(2,))
    errors = [f for f in view.findings if f.severity == "error"]
    if errors:
        paper.paragraph("Những điểm phải xử lý:", keep=True)
        paper.table(("Xã", "Nội dung", "Trích dẫn", "Vị trí"), [[f.commune or f.source, shorten(f.message, 300), shorten("; ".join(f"“{q}”" for q in f.quotes), 300), shorten(f"{f.source}, {f.place}" if f.place else f.source, 60)]
                                                             for f in errors[:_FINDINGS]], (25, 56, 56, 28))
        if len(errors) > _FINDINGS:
            paper.paragraph(f"Còn {len(errors) - _FINDINGS} điểm khác, xem trang Phát hiện của tệp doichieu.xlsx.", italic=True)


def _proposals(paper: Paper, view: Overview) -> None:
    paper.heading("IV. KIẾN NGHỊ")
    lacking = sum(1 for m in view.missing.values() if m)
    lines = []
    if view.widest:
        lines.append(f"Thống nhất mức tối thiểu và cách tính cho {len(view.widest)} chỉ tiêu mà các xã đang nêu khác nhau, trước hết là các chỉ tiêu ở mục II.1.")
    if lacking:
        lines.append(f"Đề nghị {lacking} xã bổ sung những chỉ tiêu còn thiếu (mục II.2).")
    undated = view.slot_counts["none"] + view.slot_counts["unresolved"]
    if undated:
        lines.append(f"Đề nghị các xã nêu rõ thời hạn và đơn vị chủ trì cho {undated} nhiệm vụ chưa có thời hạn xác định.")
    if view.findings:
        lines.append("Đề nghị các xã rà soát, sửa những điểm nêu ở mục III; thư gửi từng xã được chuẩn bị sẵn trong thư mục thu.")
    for n, line in enumerate(lines or ["Không có kiến nghị."], 1):
        paper.paragraph(f"{n}. {line}" if lines else line)
