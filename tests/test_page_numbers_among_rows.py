"""Page numbers of a dump beside row numbers that count the same, and row numbers that a thin column cuts."""

from __future__ import annotations

from extractors.calendar_columns import read_calendar
from extractors.document import Line, Place, Table
from extractors.flat_pages import is_page_number
from extractors.text_furniture import mark_furniture
from extractors.text_reader import read_text

HEADER = ["TT", "Chỉ tiêu", "Đơn vị", "Năm 2026", "Cơ quan", "chủ trì"]


def dump(texts: list[str]) -> list[Line]:
    return [Line(text, Place(lines=(n, n))) for n, text in enumerate(texts, 1)]


def page(number: int, n: int) -> list[str]:
    return [str(number), *(f"Nội dung của trang {number} dòng {k}" for k in range(n))]


def row(number: int, n: int) -> list[str]:
    return [str(number), *(f"Tỷ lệ thứ {number} phần {k} của chỉ tiêu" for k in range(n)), "% 90", "Sở Nội vụ"]


def test_the_number_over_a_repeated_header_is_the_page() -> None:
    texts = [*page(1, 25), *page(2, 25), *page(3, 25), *page(4, 10), *HEADER, *row(1, 8), *row(2, 8), *row(3, 8), *row(4, 8), *row(5, 8), *row(6, 8),
             "5", *HEADER, *row(7, 8), *row(8, 8), *row(9, 8), "6", *HEADER, *row(10, 8)]
    lines = dump(texts)
    mark_furniture(lines)
    pages = [n for n, line in enumerate(lines) if line.furniture and line.text.isdigit()]
    assert [texts[n] for n in pages] == ["1", "2", "3", "4", "5", "6"]
    assert all(texts[n + 1] == "TT" for n in pages[4:])
    assert not lines[texts.index("Tỷ lệ thứ 5 phần 0 của chỉ tiêu") - 1].furniture
    assert is_page_number(lines, pages[4])


def test_row_numbers_cut_in_a_column_of_one_letter() -> None:
    names = ("đô thị", "khu dân cư", "nhà ở", "công trình")
    rows = "".join(f"{g} Công tác {name}\n" + "".join(f"{g}.\n{n}\nRà soát {name} đợt {n}\nPhòng Kinh tế\nQuý {'I' * n}/2026\n" for n in (1, 2, 3))
                   for g, name in enumerate(names, 1))
    table, = [b for b in read_text(("T\nT\nNhiệm vụ\nĐơn vị chủ trì\nThời gian\n" + rows).encode(), "x.txt").blocks if isinstance(b, Table)]
    numbers = [row[0].text if row[0] else "" for row in table.grid()[1:]]
    assert numbers == [f"{g}{part}" for g in (1, 2, 3, 4) for part in ("", ".1", ".2", ".3")]
    assert not table.repeated


def test_a_row_above_its_items_takes_no_time_from_the_row_before() -> None:
    texts = [{"no": "1.3", "task": "Rà soát", "time": "Quý I"}, {"no": "2", "task": "Phát triển nhà ở"}, {"no": "2.1", "task": "Giới thiệu quỹ đất", "time": "Quý II"},
             {"no": "2.2", "task": "Kiểm tra"}]
    read_calendar(texts, ["no", "time", "task"], ["TT", "Thời gian", "Nội dung"], [])
    assert [row.get("time") for row in texts] == ["Quý I", None, "Quý II", "Quý II"]


def numbers_of(text: str) -> list[str]:
    table = next(b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table))
    return [row[0].text if row[0] else "" for row in table.grid()[table.header_rows:]]


HEAD = "TT Nhiệm vụ Đơn vị chủ trì Thời gian\n"


def task(number: str, n: int) -> str:
    return f"{number}Rà soát hồ sơ đợt {n}\nCông an xã\nTháng {n}/2026\n"


def test_a_page_number_over_the_row_of_the_same_number() -> None:
    assert numbers_of(HEAD + task("1 ", 1) + task("2 ", 2) + "3\n" + task("3 ", 3) + task("4 ", 4)) == ["1", "2", "3", "4"]


def test_groups_that_go_on_from_another_table() -> None:
    text = HEAD + "".join(task(f"{n} ", n) for n in (1, 2)) + "V Hạ tầng số\n" + "".join(task(f"{n} ", n) for n in (3, 4)) + "VI Nhân lực số\n" + task("5 ", 5)
    assert numbers_of(text) == ["1", "2", "V", "3", "4", "VI", "5"]


def test_row_numbers_at_an_even_beat_between_those_inside_lines() -> None:
    long = [f"Nội dung của việc phần {k}" for k in range(18)]
    texts = ["TT Nhiệm vụ Thời gian", "1 Rà soát hồ sơ", *long, "2", "Kiểm tra", *long, "3", "Tổng kết", *long, "4", "Khen thưởng", *long, "5 Báo cáo", *long]
    lines = dump(texts)
    mark_furniture(lines)
    assert not any(line.furniture for line in lines)


def test_a_span_of_quarters_torn_behind_its_dash_opens_no_group() -> None:
    text = HEAD + "I Thể chế\n" + "".join(task(f"{n} ", n) for n in (1, 2)) + "II Hạ tầng\n" + task("3 ", 3) + "4 Kiểm tra tiến độ\nCông an xã\nQuý II -\nIII Kiểm tra\n" + task("5 ", 5)
    assert numbers_of(text) == ["I", "1", "2", "II", "3", "4", "5"]


def test_the_number_of_a_hamlet_opens_no_row() -> None:
    text = HEAD + "1\nGiải quyết kiến nghị của các hộ dân tại Xóm \n1\nCông an xã\nTháng 1/2026\n" + "".join(task(f"{n}\n", n) for n in (2, 3, 4))
    assert numbers_of(text) == ["1", "2", "3", "4"]


def test_a_row_number_between_its_neighbours_is_no_page() -> None:
    long = [f"Nội dung của việc phần {k}" for k in range(6)]
    rows = [text for n in range(1, 9) for text in (str(n), f"Tỷ lệ thứ {n}", *long)]
    texts = [*page(1, 30)[1:], *page(2, 5), *HEADER, *rows[:32], "3", *HEADER, *rows[32:], *page(4, 20)]
    lines = dump(texts)
    mark_furniture(lines)
    assert [(text, after) for line, text, after in zip(lines, texts, texts[1:], strict=False) if line.furniture] == [
        ("2", "Nội dung của trang 2 dòng 0"), ("3", "TT"), ("4", "Nội dung của trang 4 dòng 0")]
