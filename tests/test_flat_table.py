"""Flattened tables of text dumps: cells come back exact, in many layouts; nothing is lost."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from extractors.document import Document, Line, Place, Table
from extractors.flat_header import find_header
from extractors.flat_rows import row_marks
from extractors.flat_stream import stream_of
from extractors.flat_table import rebuild
from extractors.text_reader import read_text
from tests.flat_dump import Dump, Layout, dump, target_rows, task_rows

RAW = Path(__file__).parent.parent / "data" / "raw"


def lines_of(text: str) -> list[Line]:
    return [Line(line, Place(lines=(n, n))) for n, line in enumerate(text.split("\n"), 1) if line.strip()]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def body(table: Table) -> list[list[str]]:
    """Rows below the header; a spanning cell's text once, at its first column."""
    out: list[list[str]] = []
    for row in table.grid()[table.header_rows:]:
        seen: set[int] = set()
        cells: list[str] = []
        for cell in row:
            cells.append("" if cell is None or id(cell) in seen else cell.text)
            seen.add(id(cell))
        out.append(cells)
    return out


def squeezed(row: list[str]) -> tuple[str, ...]:
    return tuple("".join(cell.split()) for cell in row)


def exact_rows(printed: Dump) -> tuple[int, int]:
    document = read_text(printed.text.encode(), "dump.txt")
    got = {squeezed(row) for table in tables(document) for row in body(table)}
    want = [squeezed(row) for row in printed.rows[1:]]
    return sum(row in got for row in want), len(want)


SIX = (30.0, 170.0, 90.0, 90.0, 80.0, 75.0)
LAYOUTS = [
    ("landscape, six columns", task_rows(1, "ntlsrd"), Layout((30, 250, 110, 110, 110, 90), page=440)),
    ("portrait, narrow columns", task_rows(2, "ntlsrd"), Layout((30, 150, 85, 85, 80, 70))),
    ("cells from the top", task_rows(3, "ntlsrd"), Layout((30, 150, 85, 85, 80, 70), valign="top")),
    ("no result column", task_rows(4, "ntlsd"), Layout((30, 200, 100, 110, 80))),
    ("blank line between all lines", task_rows(5, "ntlsd"), Layout((30, 200, 100, 110, 80), blanks="all", trailing="all")),
    ("result and time before owners", task_rows(8, "ntrdls"), Layout((30, 170, 90, 75, 90, 90))),
    ("one owner column", task_rows(9, "ntod"), Layout((30, 240, 110, 90))),
    ("note column", task_rows(10, "ntlsdg"), Layout((30, 170, 90, 90, 70, 70))),
    ("no number column", task_rows(15, "tlsd", groups=False), Layout((200, 100, 110, 80))),
    ("no groups, form feeds", task_rows(12, "ntlrd", groups=False), Layout((30, 200, 100, 100, 80), page_mark="\f")),
    ("centred cells", task_rows(13, "ntlsrd"), Layout(SIX, centered=(0, 2, 3, 4, 5))),
    ("header and page number on every page", task_rows(11, "ntlsrd"), Layout(SIX, repeat_header=True, page_numbers=True)),
    ("targets of two years", target_rows(1), Layout((30, 200, 60, 60, 60, 100))),
    ("targets of three years", target_rows(2, ("2025", "2026", "2030")), Layout((30, 180, 60, 50, 50, 50, 100), centered=(0, 2, 3, 4, 5))),
]
# Without any blank line or line-end space only contents and widths tell cells apart.
BARE_LAYOUTS = [
    ("bare lines", task_rows(6, "ntlsrd"), Layout(SIX, blanks="none", trailing="none")),
    ("bare lines from the top", task_rows(16, "ntlsrd"), Layout(SIX, blanks="none", trailing="none", valign="top")),
    ("blank between all lines, no line-end spaces", task_rows(7, "ntlsrd"), Layout(SIX, blanks="all", trailing="none")),
    ("bare lines, pages unmarked", task_rows(17, "ntlsrd"), Layout(SIX, page_mark="", blanks="none", trailing="none")),
]


@pytest.mark.parametrize(("rows", "layout"), [x[1:] for x in LAYOUTS], ids=[x[0] for x in LAYOUTS])
def test_layouts(rows: list[list[str]], layout: Layout) -> None:
    right, total = exact_rows(dump(rows, layout))
    assert right >= 0.9 * total, f"{right} of {total} rows"


@pytest.mark.parametrize(("rows", "layout"), [x[1:] for x in BARE_LAYOUTS], ids=[x[0] for x in BARE_LAYOUTS])
def test_bare_layouts(rows: list[list[str]], layout: Layout) -> None:
    right, total = exact_rows(dump(rows, layout))
    assert right >= 0.8 * total, f"{right} of {total} rows"


@pytest.mark.parametrize("case", LAYOUTS + BARE_LAYOUTS, ids=[x[0] for x in LAYOUTS + BARE_LAYOUTS])
def test_every_word_stays_once(case: tuple[str, list[list[str]], Layout]) -> None:
    printed = dump(case[1], case[2])
    document = read_text(printed.text.encode(), "dump.txt")
    assert Counter(w for line in document.lines() for w in line.text.split()) == Counter(printed.text.split())


@pytest.mark.parametrize("name", ["thanh-son", "phu-trung"])
def test_physical_lines_are_kept(name: str) -> None:
    text = (RAW / f"{name}.txt").read_text(encoding="utf-8")
    document = read_text(text.encode(), f"{name}.txt")
    printed: dict[int, Counter[str]] = {}
    for line in document.lines():
        assert line.place.lines is not None
        printed.setdefault(line.place.lines[0], Counter()).update(line.text.split())
    for n, raw in enumerate(text.split("\n"), 1):
        assert printed.get(n, Counter()) == Counter(raw.split())


def test_row_cut_by_a_page() -> None:
    text = (RAW / "thanh-son.txt").read_text(encoding="utf-8")
    rows = {row[0]: row for table in tables(read_text(text.encode(), "x")) for row in body(table)}
    assert rows["29"][2:] == ["Các cơ quan, đơn vị, các ngành xã", "Phòng Văn hóa - Xã hội",
                              "Ứng dụng các nền tảng số đảm bảo kết nối, liên thông", "Thường xuyên"]
    assert rows["47"][2:] == ["Công an xã", "Phòng Văn hóa - Xã hội; Các cơ quan, đơn vị, ngành xã", "ATTT được đảm bảo", "Thường xuyên"]
    assert rows["33"][2:] == ["", "", "", ""]


HEADERS = [
    ("ST|T Chỉ tiêu Đơn vị |tính Kết quả|Đơn vị chủ trì, theo |dõi, đánh giá|Đơn vị phối hợp |thực hiện|I Đến năm 2030", "no indicator measure value lead support", 6),
    ("STT Nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp |thực hiện Kết quả Thời gian hoàn |thành|I|Nâng cao", "no task lead support result time", 2),
    ("TT Nhiệm vụ Đơn vị thực hiện|Sản phẩm Thời gian|hoàn thành|Chủ trì Phối hợp|1 Xây dựng", "no task lead support result time", 3),
    ("TT|Chỉ tiêu|ĐVT|Chỉ tiêu|Đơn vị|chủ trì|2025|2026|2030|1|2", "no indicator measure value@2025 value@2026 value@2030 lead", 8),
    ("Nội dung công việc|Đơn vị chủ trì|Đơn vị phối hợp|Thời hạn|Xây dựng kế hoạch", "task lead support time", 3),
    ("Nhiệm vụ của các cơ quan, đơn vị trong thời gian tới", None, 0),
    ("1. Nhiệm vụ trọng tâm", None, 0),
]


@pytest.mark.parametrize(("text", "roles", "last"), HEADERS)
def test_find_header(text: str, roles: str | None, last: int) -> None:
    header = find_header(lines_of(text.replace("|", "\n")), 0)
    if roles is None:
        assert header is None
    else:
        assert header is not None
        assert (" ".join(str(role) for role in header.roles), header.last) == (roles, last)


@pytest.mark.parametrize(("text", "numbers"), [
    ("1\nXây dựng 2 mô hình\n80 Thường xuyên\n2\nTổ chức\n100\n3 Rà soát", "1 2 3"),
    ("I Kinh tế\n1 Trồng rừng\n2 Làm đường\nII Xã hội\n1 Giảm nghèo", "1 1 2 2 1"),
    ("6 Thực hiện\n6.1 Tỷ lệ A\n6.2 Tỷ lệ B\n7 Giao dịch", "6 6.1 6.2 7"),
    ("1 Tuyên truyền\n1.1 Phát động học tập số\n2 Thực hành kỹ năng số\n2.1 Xây dựng 03 mô hình\n03 mô hình “Làng số”\n2.2 Bố trí góc", "1 1.1 2 2.1 2.2"),
    ("1 Triển khai Kế hoạch số\n2 ngày 05/01/2026\n2 Rà soát dữ liệu", "1 2"),
    ("Không có số nào", ""),
])
def test_row_numbers(text: str, numbers: str) -> None:
    stream = stream_of(lines_of(text))
    marks = row_marks(stream, 0, len(stream.words))
    assert " ".join(".".join(map(str, mark.path)) for mark in marks) == numbers


def test_table_ends_at_recipients_and_at_the_next_appendix() -> None:
    head = "STT Nhiệm vụ Đơn vị chủ trì Thời hạn\n"
    rows = "1\nXây dựng kế hoạch năm 2026\nPhòng Kinh tế\nQuý I/2026\n2\nTổ chức tuyên truyền\nCông an xã\nThường xuyên\n"
    blocks = rebuild(lines_of(head + rows + "Phụ lục II\nDANH MỤC\n" + head + rows + "Nơi nhận:\n- Lưu: VT."))
    kinds = [block.n_rows if isinstance(block, Table) else block.text for block in blocks]
    assert kinds == [3, "Phụ lục II", "DANH MỤC", 3, "Nơi nhận:", "- Lưu: VT."]


def test_header_without_rows_stays_lines() -> None:
    lines = lines_of("STT Nhiệm vụ Đơn vị chủ trì Thời hạn\nNơi nhận:")
    assert rebuild(lines) == lines
    assert rebuild([]) == []


def test_speed() -> None:
    data = (RAW / "thanh-son.txt").read_bytes()
    begin = time.process_time()
    read_text(data, "x")
    assert time.process_time() - begin < 30


BY_TIME = """Thời gian Nội dung Đơn vị chủ trì
Ngày 30/9/2025 Tổng duyệt chương trình khai mạc Trung tâm Phục vụ hành chính công
07 giờ 30 ngày 01/10/2025 Lễ phát động Tuần lễ chuyển đổi số Phòng Văn hóa - Xã hội
Sáng 02/10/2025 Tập huấn kỹ năng số cho cán bộ Công an xã
"""


@pytest.mark.parametrize(("text", "row"), [
    (BY_TIME, ["07 giờ 30 ngày 01/10/2025", "Lễ phát động Tuần lễ chuyển đổi số", "Phòng Văn hóa - Xã hội"]),
])
def test_rows_of_other_shapes(text: str, row: list[str]) -> None:
    found = [block for block in rebuild(lines_of(text)) if isinstance(block, Table)]
    assert [row for table in found for row in body(table)].count(row) == 1


def test_roman_number_cut_by_a_thin_column() -> None:
    text = "\n".join(["I Dữ liệu số", "1 Việc một", "II Nhân lực số", "2 Việc hai", "II", "I", "Hợp tác quốc tế", "3 Việc ba", "IV Tổ chức", "4 Việc bốn"])
    marks = row_marks(stream := stream_of(lines_of(text)), 0, len(stream.words))
    assert [(m.path[0], m.size) for m in marks if m.style == "roman"] == [(1, 1), (2, 1), (3, 2), (4, 1)]


@pytest.mark.parametrize("case", [LAYOUTS[1], LAYOUTS[3]], ids=lambda case: case[0])
def test_what_the_search_leaves_out_changes_nothing(case: tuple[str, list[list[str]], Layout], monkeypatch: pytest.MonkeyPatch) -> None:
    """Ways that cannot win are left out: with every way followed to its end the cells are the same."""
    from extractors import flat_segment
    from extractors.flat_known import Known

    text = dump(case[1][:9], case[2]).text.encode()
    quick = [body(table) for table in tables(read_text(text, "dump.txt"))]
    bounds = flat_segment._bounds

    def open_end(columns, borders, empties, cut, ways, floor):  # type: ignore[no-untyped-def]
        bounds(columns, borders, empties, cut, ways, floor)
        return [[1e9] * (len(columns) + 1) for _ in borders.word], flat_segment.NOTHING

    monkeypatch.setattr(flat_segment, "_bounds", open_end)
    monkeypatch.setattr(Known, "poor_owner", lambda self, spans: None)
    monkeypatch.setattr(Known, "timeless", lambda self, spans: False)
    monkeypatch.setattr(Known, "opens_none", lambda self, i: False)
    assert quick == [body(table) for table in tables(read_text(text, "dump.txt"))]
    assert quick
