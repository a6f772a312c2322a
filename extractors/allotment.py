"""Tables that share a target out: one row per village or unit, one column per indicator ("Giao chỉ tiêu cho các thôn").

Hands on one raw target per filled cell: `<indicator> - <who has to reach it>`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from extractors.allotment_columns import heads_again, read_columns
from extractors.cell_kinds import is_number_mark
from extractors.document import Cell, Line, Table
from extractors.grid import Grid, grid_of
from extractors.markers import strip_marker
from extractors.merged_headings import is_number_row
from extractors.raw import RawTarget
from extractors.table_headers import fold_heading, heading_role
from normalizers.target_cells import is_measure_cell, is_quantity_cell
from normalizers.text import fold

_PLACE = (r"(?:tên |số |các |danh sách )*(?:thôn|bản|làng|ấp|buôn|bon|khóm|xóm|khu phố|khu dân cư|khu vực|khu|tổ dân phố|tdp|tiểu khu|tổ|cụm|xã|phường|thị trấn|đặc khu|tỉnh|thành phố|huyện|quận|thị xã|bộ|sở|địa phương|địa bàn|"
          r"đơn vị|cơ quan|chi bộ|đảng bộ|chi hội|chi đoàn|cơ sở|trường|trường học|nhà trường|phòng|khoa|ban|ngành|dân cư|phố|hội|đoàn thể|đơn vị hành chính|cơ sở giáo dục|cơ sở y tế)"
          r"(?: học| trực thuộc| được giao| thực hiện| giao chỉ tiêu)?")
_NAMES = re.compile(rf"{_PLACE}(?:(?:, | ?/ ?| - | và |; ){_PLACE})*")
# What is grown or kept, in rows of a plan of production: "Cây trồng | Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng (tấn)".
_GROWN = re.compile(r"(?:tên |loại |các |nhóm )*(?:cây trồng|cây|vật nuôi|con nuôi|gia súc, gia cầm|cây, con|cây trồng, vật nuôi|giống(?: lúa| cây trồng)?|rừng|sản phẩm|nông sản|thủy sản|mùa vụ|vụ(?: sản xuất)?|trà lúa)")
_YIELDS = re.compile(r"(?:tổng )?(?:diện tích|năng suất|sản lượng|tổng đàn|số con|sản lượng thịt.*|dt|ns|sl)(?: gieo trồng| thu hoạch| nuôi trồng| xuất chuồng)*")
_COMMITS = re.compile(r"chỉ tiêu|kế hoạch|mục tiêu|phấn đấu|(?<!bàn )giao\b|phân bổ|đăng ký|phải đạt|cần đạt")
_KNOWN = re.compile(
    r"^(?:tổng )?(?:số )?(?:dân số|dân cư|nhân khẩu|khẩu|hộ(?: dân| gia đình)?|người dân|diện tích)(?! (?:dùng|sử dụng|có|được|tham gia|đăng ký|đạt|cài đặt|kích hoạt|thực hiện|trồng|chuyển|thoát|vay|lắp|phân loại|ký|nộp|xây)(?!\w))(?:\W|$)|^dân số|hiện (?:có|trạng|tại|nay)|^kết quả(?! (?:giải quyết|xử lý))|kết quả (?:năm|đến|thực hiện|đạt|tính|đã|hiện)|thực hiện (?:năm|đến)|"
    r"^thực hiện$|đã (?:có|tham gia|thực hiện|đạt|cấp)|ước (?:đạt|thực hiện)|tính đến|đến (?:ngày|tháng|thời điểm)|năm trước|ghi chú|cùng kỳ")
_BARE = re.compile(r"(?:chỉ tiêu|kế hoạch|mục tiêu|số lượng|chỉ tiêu giao|giao chỉ tiêu|kế hoạch giao|tổng số|tổng|tỷ lệ|phấn đấu|số|đăng ký)?(?: (?:giao|được giao|phấn đấu|đăng ký))*(?: ?(?:đến |trong )?(?:năm )?20\d\d)?")
_SHARE = frozenset({"tỷ lệ", "tỉ lệ", "đạt tỷ lệ", "tỷ lệ đạt", "chiếm tỷ lệ"})
_COUNTED = re.compile(r"(?:Chỉ tiêu (?:giao )?)?(?:Tổng s|S)ố (?:lượng )?(.+)")
_TOTAL = re.compile(r"(?:tổng|cộng|toàn (?:xã|phường|tỉnh|huyện|đặc khu))\b")
_RATE = re.compile(r"tỷ lệ|tỉ lệ|%|chỉ số|mức|xếp hạng")
_UNIT = re.compile(r"\(([^()]{1,24})\)\s*$")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of targets: what it counts, in which unit, for which year."""

    at: int
    name: str
    measure: str | None
    period: str | None


def read_allotment(table: Table, section: tuple[str, ...], role: str | None, whole: Grid | None = None) -> tuple[int, list[RawTarget]] | None:
    """(number of header rows, targets) of a table that shares targets out; None where a table is another kind."""
    whole = _without_column_numbers(whole or grid_of(table))
    grid = whole.cells
    start = _header_size(table, grid)
    who = _name_column(grid, start)
    if who is None:
        shared = read_columns(whole, start, section)
        return (start, shared) if shared else None
    rows = [r for r in range(start, len(grid)) if _names_one(grid[r][who]) and not heads_again(whole.texts, r, start)]
    if who and sum(len(_text(grid[r][0]).split()) > 1 or is_measure_cell(_text(grid[r][who])) for r in rows) * 2 > len(rows):
        return None  # "Chỉ tiêu | Đơn vị | Năm 2026": what is reached, and its measure
    heading = next((t for t in reversed(section) if t), "")
    beside = _worded_beside(grid, start, who)
    columns = _columns(grid, start, who, rows, role == "target" or bool(_COMMITS.search(fold(heading))), heading, beside)
    if len(rows) < 2 or not columns or not _is_numeric(grid, rows, who, beside):
        return None
    targets = [t for r in rows for t in _row_targets(grid[r], r, who, columns, section, heading, beside)]
    return start, targets


def _without_column_numbers(whole: Grid) -> Grid:
    """The grid, a row "(1) (2) (3)" below the headings shown as if the headings reached down over it."""
    at = next((r for r in range(1, min(4, len(whole.texts))) if is_number_row(whole.texts[r])), None)
    if at is None:
        return whole
    return Grid([*whole.cells[:at], whole.cells[at - 1], *whole.cells[at + 1:]], [*whole.texts[:at], whole.texts[at - 1], *whole.texts[at + 1:]],
                whole.wordings)


def _text(cell: Cell | None) -> str:
    return cell.text if cell is not None and cell.lines else ""


def _header_size(table: Table, grid: list[list[Cell | None]]) -> int:
    size = table.header_rows or 1
    while size < min(4, len(grid)) and any(c is not None and c.row < size for c in grid[size][:2]):
        size += 1
    return size


def _name_column(grid: list[list[Cell | None]], start: int) -> int | None:
    """The first or second column, where its heading is a word for villages or units."""
    if not grid or len(grid[0]) < 2:
        return None
    for col in (0, 1):
        head = _text(grid[start - 1][col])
        if head and (names_holders(head) or _grows(head, grid, start, col)) and not (col == 0 and fold(head) in {"số", "tổ"}):
            return col
    return None


def _grows(head: str, grid: list[list[Cell | None]], start: int, col: int) -> bool:
    """Whether `head` names what is grown or kept, and most headings behind it what it yields."""
    if not _GROWN.fullmatch(fold_heading(head)):
        return False
    behind = [fold_heading(re.sub(r"\s*\([^()]*\)$", "", _text(cell))) for cell in grid[start - 1][col + 1:]]
    return sum(_YIELDS.fullmatch(text) is not None for text in behind) * 2 > len(behind)


def names_holders(heading: str) -> bool:
    """Whether a heading is a word for those who get a share: "Bản, tiểu khu", "Tên thôn", "Chi hội"."""
    return bool(_NAMES.fullmatch(re.sub(r"\s*\([^()]*\)$", "", fold_heading(heading))))


def _names_one(cell: Cell | None) -> bool:
    text = _text(cell)
    return bool(text) and any(c.isalpha() for c in text) and len(text.split()) <= 10 and cell is not None and cell.col_span == 1


def _worded_beside(grid: list[list[Cell | None]], start: int, who: int) -> dict[int, str]:
    """Role of the columns that say who answers for a row, when it is due or what is noted to it, no number."""
    roles = {c: heading_role(_text(grid[start - 1][c])) for c in range(who + 1, len(grid[0]))}
    return {c: known for c, known in roles.items() if known in ("lead", "owner", "support", "receiver", "note", "time")}


def _is_numeric(grid: list[list[Cell | None]], rows: list[int], who: int, beside: Collection[int]) -> bool:
    """Whether nearly every cell beside the names is a number, the columns `beside` left aside."""
    cells = [_text(c) for r in rows for k, c in enumerate(grid[r]) if k > who and c is not None and k not in beside]
    filled = [t for t in cells if t.strip(" -–")]
    return bool(filled) and sum(is_quantity_cell(t) or is_number_mark(t) for t in filled) >= 0.9 * len(filled)


def _columns(grid: list[list[Cell | None]], start: int, who: int, rows: list[int], committed: bool, heading: str,
             beside: Collection[int]) -> list[_Column]:
    """The columns that commit: those under or with a word for targets and rates of the same years beside them, else (in a
    section of targets) all that tell nothing known."""
    found: list[tuple[bool, _Column]] = []
    grown = _GROWN.fullmatch(fold_heading(_text(grid[start - 1][who]))) is not None
    for col in range(who + 1, len(grid[0])):
        heads = list(dict.fromkeys(t for row in grid[:start] if (t := _text(row[col]))))
        if col in beside or not heads or (grown and heading_role(heads[0]) == "actual") or not any(_text(grid[r][col]) for r in rows):
            continue
        own, whole = heads[-1], " ".join(heads)
        said = bool(_COMMITS.search(fold(whole)))
        if _KNOWN.search(fold(own)) and not (said and _COMMITS.search(fold(own))) and not grown:
            continue
        years = _YEAR.findall(own) or _YEAR.findall(whole)
        unit = _UNIT.search(own)
        measure = unit[1].strip() if unit and (is_measure_cell(unit[1]) or unit[1].strip() == "%") else None
        name = own[:unit.start()].strip() if unit and measure else own
        if "%" in name and measure is None:
            measure = "%"
        if _BARE.fullmatch(fold(name).strip()) and len(heads) > 1 and not _BARE.fullmatch(fold(heads[-2])):
            name = f"{heads[-2]} {name}"
        elif fold(name).strip() in _SHARE and found and (counted := _COUNTED.match(found[-1][1].name)) is not None and found[-1][1].at == col - 1:
            name = f"Tỷ lệ {counted[1]}"  # "Số người tham gia BHYT | Tỷ lệ (%)"
        found.append((said, _Column(col, name, measure, years[-1] if years else None)))
    if any(said for said, _ in found):
        due = {*_YEAR.findall(heading), *(c.period for said, c in found if said)} if committed else set()
        return [c for said, c in found if said or (c.period and c.period in due and _RATE.match(fold(c.name)))]
    return [c for _, c in found] if committed else []


def _row_targets(cells: list[Cell | None], row: int, who: int, columns: list[_Column], section: tuple[str, ...], heading: str,
                 beside: Mapping[int, str]) -> Iterator[RawTarget]:
    name = _text(cells[who])
    if _TOTAL.match(fold(name)):
        return
    lines: dict[int, Line] = {id(x): x for c in cells if c is not None and c.row == row for x in c.lines}
    no = _text(cells[0]).strip(" .)") if who else ""
    said = {known: text for c, known in beside.items() if (text := _text(cells[c]))}
    for column in columns:
        value = _text(cells[column.at])
        if not value.strip(" -–—/."):
            continue
        what = strip_marker(heading) if _BARE.fullmatch(fold(column.name)) and heading else column.name
        yield RawTarget(f"{what.rstrip(' .:;')} - {name}", sorted(lines.values(), key=lambda x: x.number), "table", section, tuple(reversed(section)),
                        column.measure, value, column.period, lead=said.get("lead") or said.get("owner"), support=said.get("support"), deadline=said.get("time"), no=no or None, rule="row-allotment", confidence=0.9)
