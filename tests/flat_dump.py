"""Print tables as text dumps do: a page layout of cells, read out in drawing order as PDF text extractors read it.

A small model of the real thing: cells wrap at their column's width, rows break over pages, each cell is drawn whole
(per page), and a new physical line starts where the vertical position changes; so short neighbouring cells share
lines, and a row's first lines share one line at the foot of a page.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from extractors.flat_stream import SPACE, printed_width

LINE = 15.0
EM = 13.0


@dataclass(frozen=True)
class Layout:
    """How a dump is laid out. Widths in points; `valign` top or center; `blanks` pdfbox, all, none;
    `trailing` wraps (wrapped lines end with a space), all, none; `order` cells or rows (lines of all cells by height)."""

    widths: tuple[float, ...]
    page: float = 640.0
    valign: str = "center"
    centered: tuple[int, ...] = (0,)
    blanks: str = "pdfbox"
    trailing: str = "wraps"
    order: str = "cells"
    page_mark: str = " "
    page_numbers: bool = False
    repeat_header: bool = False
    padding: float = 6.0


@dataclass
class _Chunk:
    x: float
    y: float
    text: str
    page: int
    wrapped: bool


@dataclass
class Dump:
    """The dumped text and, per table row, the expected cells."""

    text: str
    rows: list[list[str]] = field(default_factory=list)


def wrap(text: str, width: float) -> list[str]:
    lines: list[str] = []
    current, used = "", 0.0
    for word in text.split():
        w = printed_width(word) * EM / 1000
        if current and used + SPACE * EM / 1000 + w > width:
            lines.append(current)
            current, used = word, w
        else:
            used += (SPACE * EM / 1000 if current else 0.0) + w
            current = f"{current} {word}" if current else word
    if current:
        lines.append(current)
    return lines


def text_width(text: str) -> float:
    return sum(printed_width(w) for w in text.split()) * EM / 1000 + SPACE * EM / 1000 * (len(text.split()) - 1)


def draw(rows: list[list[str]], layout: Layout) -> list[_Chunk]:
    """Chunks of all rows in drawing order. A row of one filled cell behind its number spans the table."""
    lefts = [sum(layout.widths[:c]) for c in range(len(layout.widths))]
    page, top = 0, 0.0
    out: list[_Chunk] = []
    header = rows[0]
    queue = [list(row) for row in rows]
    k = 0
    while k < len(queue):
        row = queue[k]
        k += 1
        spanning = len([c for c in row[1:] if c]) == 1 and row[1] and row[0].strip(".").isupper()
        cells: list[list[str]] = []
        for c, cell in enumerate(row):
            width = (sum(layout.widths[1:]) if spanning and c == 1 else layout.widths[c]) - layout.padding
            cells.append(wrap(cell, width))
        while any(cells):
            height = max(len(lines) for lines in cells) * LINE
            room = int((layout.page - top) // LINE)
            if room < 1:
                page, top = page + 1, 0.0
                if layout.repeat_header and row is not header:
                    head = [wrap(h, layout.widths[c] - layout.padding) for c, h in enumerate(header)]
                    tall = max(len(h) for h in head)
                    _emit(out, head, [True] * len(head), tall, page, top, lefts, layout, False)
                    top += tall * LINE
                continue
            fits = min(room, max(len(lines) for lines in cells))
            whole = height <= room * LINE
            now = [lines[:fits] for lines in cells]
            rest = [lines[fits:] for lines in cells]
            ends = [not more for more in rest]
            _emit(out, now, ends, fits, page, top, lefts, layout, not whole)
            top += fits * LINE + 2.0
            cells = rest
            if not whole:
                page, top = page + 1, 0.0
    return out


def _emit(out: list[_Chunk], cells: list[list[str]], ends: list[bool], tall: int, page: int, top: float, lefts: list[float],
          layout: Layout, cut: bool) -> None:
    for c, lines in enumerate(cells):
        offset = 0.0 if cut or layout.valign == "top" else (tall - len(lines)) * LINE / 2
        for n, line in enumerate(lines):
            x = lefts[c]
            if c in layout.centered:
                x += max(0.0, (layout.widths[c] - layout.padding - text_width(line)) / 2)
            out.append(_Chunk(x, top + offset + n * LINE, line, page, n + 1 < len(lines) or not ends[c]))


def read_out(chunks: list[_Chunk], layout: Layout) -> str:
    if layout.order == "rows":
        chunks = sorted(chunks, key=lambda c: (c.page, round(c.y / LINE), c.x))
    text = ""
    last: _Chunk | None = None
    start: _Chunk | None = None
    paragraph = hanging = False
    for chunk in chunks:
        piece = chunk.text + (" " if layout.trailing == "all" or (layout.trailing == "wraps" and chunk.wrapped) else "")
        if last is None or last.page != chunk.page:
            if last is not None:
                text += "\n"
                if layout.page_numbers:
                    text += f"\n\n\n{chunk.page + 1}\n\n"
                text += layout.page_mark
            text += piece
            start, paragraph, hanging = chunk, True, False
        elif abs(chunk.y - last.y) < 0.75 * 10:
            text += ("" if text.endswith(" ") else " ") + piece
        else:
            gap = abs(chunk.y - last.y)
            assert start is not None
            shift = chunk.x - start.x
            new = False
            hang = False
            if layout.blanks == "pdfbox":
                if gap > 2.5 * 10:
                    new = True
                elif shift > 2 * SPACE * EM / 1000:
                    new = not paragraph
                    hang = paragraph
                elif shift < -SPACE * EM / 1000:
                    new = not paragraph
                elif abs(shift) < 1.0 and hanging:
                    hang = True
            text += "\n\n" if new or layout.blanks == "all" else "\n"
            text += piece
            start, paragraph, hanging = chunk, new, hang
        last = chunk
    return text


_PROSE = (
    "Trên cơ sở các nhiệm vụ được giao, Ủy ban nhân dân xã yêu cầu các phòng chuyên môn, đơn vị sự nghiệp và các thôn trên địa bàn "
    "tổ chức triển khai kế hoạch này bảo đảm đúng tiến độ, chất lượng và báo cáo kết quả về Văn phòng HĐND và UBND xã để tổng hợp. "
)


def dump(rows: list[list[str]], layout: Layout) -> Dump:
    """A whole dump: some prose, a title, the table (first row its header), recipients."""
    gap = "\n\n" if layout.blanks == "all" else "\n"
    tail = " " if layout.trailing == "all" else ""
    prose: list[str] = []
    for _ in range(4):
        lines = wrap(_PROSE, 460.0)
        prose += [line + " " for line in lines[:-1]] + [lines[-1] + tail]
    body = read_out(draw(rows, layout), layout)
    text = gap.join(prose) + "\n\nPhụ lục\n\nDANH MỤC NHIỆM VỤ\n\n" + body + "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"
    return Dump(text, rows)


TASKS = (
    "Xây dựng, ban hành Kế hoạch phòng, chống thiên tai và tìm kiếm cứu nạn năm 2026 trên địa bàn xã",
    "Tổ chức tuyên truyền, phổ biến pháp luật về đất đai, môi trường và trật tự xây dựng đến cán bộ, công chức và người dân",
    "Rà soát, bổ sung quy hoạch mạng lưới trường lớp học; đầu tư cơ sở vật chất cho các trường đạt chuẩn quốc gia mức độ 2",
    "Thực hiện chuyển đổi số trong ngành nông nghiệp",
    "Phối hợp kiểm tra an toàn thực phẩm tại các cơ sở sản xuất, kinh doanh trong dịp Tết Nguyên đán Bính Ngọ và mùa lễ hội xuân",
    "Đẩy nhanh tiến độ giải phóng mặt bằng các dự án trọng điểm, nhất là tuyến đường liên xã và khu tái định cư tập trung",
    "Tham mưu thành lập Tổ hợp tác liên kết chuỗi giá trị sản phẩm OCOP",
    "Hoàn thành việc cấp giấy chứng nhận quyền sử dụng đất lần đầu cho các hộ gia đình đủ điều kiện theo Luật Đất đai năm 2024",
    "Tổ chức Ngày hội toàn dân bảo vệ an ninh Tổ quốc; duy trì các mô hình camera an ninh tại các thôn, khu dân cư",
    "Kiện toàn đội ngũ cộng tác viên dân số, y tế thôn bản",
    "Cập nhật dữ liệu hộ nghèo, hộ cận nghèo vào phần mềm quản lý; đề xuất chính sách hỗ trợ sinh kế phù hợp với từng nhóm hộ",
    "Xây dựng mô hình điểm về phân loại rác thải tại nguồn",
    "Triển khai thu gom, xử lý chất thải rắn sinh hoạt nông thôn theo hình thức xã hội hóa, bảo đảm vệ sinh môi trường",
    "Sơ kết 6 tháng, tổng kết năm việc thực hiện Kế hoạch và báo cáo cấp có thẩm quyền theo quy định",
)
LEADS = ("Phòng Kinh tế", "Văn phòng HĐND và UBND", "Phòng Văn hóa - Xã hội", "Công an xã", "Trạm Y tế xã", "Ban Chỉ huy Quân sự xã",
         "Trung tâm Phục vụ hành chính công", "Phòng Kinh tế; Phòng Văn hóa - Xã hội", "Trung tâm Dịch vụ tổng hợp")
SUPPORTS = ("Các cơ quan, đơn vị liên quan", "Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội", "Các thôn; các trường học trên địa bàn",
            "Công an xã, Phòng Kinh tế", "Hội Nông dân xã; Hội Liên hiệp Phụ nữ xã", "Các phòng chuyên môn, đơn vị trực thuộc", "",
            "Phòng Văn hóa - Xã hội, Đoàn Thanh niên xã")
RESULTS = ("Kế hoạch được ban hành", "Báo cáo kết quả thực hiện", "Văn bản chỉ đạo của UBND xã", "Hội nghị được tổ chức",
           "Quyết định của Chủ tịch UBND xã", "", "Danh sách được phê duyệt, công khai theo quy định", "Mô hình được triển khai")
TIMES = ("Quý I/2026", "Tháng 6/2026", "Thường xuyên", "Trước ngày 30/11/2026", "Hằng năm", "Quý II, III/2026", "Năm 2026 và các năm tiếp theo",
         "Khi có hướng dẫn của cấp trên", "Giai đoạn 2026 - 2030", "Trong năm 2026")
SECTORS = ("Lĩnh vực kinh tế - ngân sách", "Lĩnh vực văn hóa - xã hội", "Quốc phòng, an ninh và công tác nội chính")
INDICATORS = (
    ("Tỷ lệ hộ nghèo đa chiều", "%", "< 2,5"), ("Thu nhập bình quân đầu người", "Triệu đồng", "≥ 75"), ("Số mô hình nông nghiệp công nghệ cao", "Mô hình", "03"),
    ("Tỷ lệ dân số tham gia bảo hiểm y tế", "%", "96,5"), ("Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận và giải quyết trực tuyến toàn trình", "%", "≥ 85"),
    ("Diện tích rừng trồng mới tập trung", "ha", "120"), ("Tổng thu ngân sách nhà nước trên địa bàn", "Tỷ đồng", "45,6"),
    ("Tỷ lệ trường học các cấp đạt chuẩn quốc gia mức độ 1 trở lên", "%", "100"), ("Tỷ lệ chất thải rắn sinh hoạt được thu gom, xử lý", "%", "95"),
    ("Số sản phẩm OCOP đạt từ 3 sao trở lên được công nhận mới", "Sản phẩm", "02"), ("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi", "%", "≤ 12"),
)


def task_rows(seed: int, columns: str, count: int = 28, groups: bool = True) -> list[list[str]]:
    """A task table; `columns` one letter each: n number, t task, l lead, s support, r result, d time, g note, o owner."""
    pick = random.Random(seed)
    heads = {"n": pick.choice(("STT", "TT")), "t": pick.choice(("Nội dung công việc", "Nhiệm vụ", "Nhiệm vụ, giải pháp")),
             "l": pick.choice(("Đơn vị chủ trì", "Cơ quan chủ trì")), "s": pick.choice(("Đơn vị phối hợp", "Cơ quan phối hợp thực hiện")),
             "r": pick.choice(("Sản phẩm", "Kết quả", "Sản phẩm đầu ra")), "d": pick.choice(("Thời gian hoàn thành", "Thời hạn", "Tiến độ thực hiện")),
             "g": "Ghi chú", "o": "Đơn vị thực hiện"}
    rows = [[heads[c] for c in columns]]
    for n in range(1, count + 1):
        if groups and n in (1, 10, 19):
            rows.append([("I", "II", "III")[(n - 1) // 9] if c == "n" else SECTORS[(n - 1) // 9] if c == "t" else "" for c in columns])
        values = {"n": str(n), "t": pick.choice(TASKS), "l": pick.choice(LEADS), "s": pick.choice(SUPPORTS), "r": pick.choice(RESULTS),
                  "d": pick.choice(TIMES), "g": pick.choice(("", "", "", "", "Theo Kế hoạch số 15/KH-UBND")), "o": pick.choice(LEADS)}
        rows.append([values[c] for c in columns])
    return rows


def target_rows(seed: int, years: tuple[str, ...] = ("2026", "2030")) -> list[list[str]]:
    """A target table with one value column per year and a lead column."""
    pick = random.Random(seed)
    rows = [["TT", "Chỉ tiêu", "Đơn vị tính", *(f"Năm {y}" for y in years), "Cơ quan chủ trì"]]
    for n, (name, measure, value) in enumerate(pick.sample(INDICATORS, len(INDICATORS)), 1):
        rows.append([str(n), name, measure, *(value for _ in years), pick.choice(LEADS)])
    return rows
