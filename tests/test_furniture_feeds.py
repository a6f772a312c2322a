"""Page numbers beside form feeds, and row numbers behind the last line of a cell that is said twice."""

from __future__ import annotations

from extractors.text_reader import read_text


def _furniture(text: str) -> list[tuple[int, str]]:
    return [(line.place.lines[0], line.text) for line in read_text(text.encode(), "a.txt").lines() if line.furniture and line.place.lines]


def _page(number: int, first: int) -> str:
    rows = "".join(f"{n}\nRà soát thủ tục hành chính của xã đợt {['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'][n % 10]}\nVăn phòng HĐND và UBND\nQuý I\n" for n in range(first, first + 5))
    return (f"\f{number}\n" if number > 1 else "") + rows


def test_numbers_behind_form_feeds_are_the_pages_and_others_are_rows() -> None:
    text = "STT Nhiệm vụ Cơ quan chủ trì Thời gian\n" + "".join(_page(k + 1, 5 * k + 1) + (f"{k + 2}\n" if k == 3 else "") for k in range(5))
    found = _furniture(text)
    assert [number for _, number in found] == ["2", "3", "4", "5"]
    assert all(text.split("\n")[line - 1].startswith("\f") for line, _ in found)


def test_the_last_line_of_a_cell_over_the_next_rows_number_is_no_footer() -> None:
    lines = []
    for page in (2, 3, 4):
        lines += [f"Đoạn văn số {page} của kế hoạch nói về việc phát triển khoa học và công nghệ trên địa bàn xã năm nay dòng {n};" for n in range(40)] + [str(page)]
    rows = []
    for n in range(1, 12):
        rows += [str(n), "Tỉ lệ người dân trên địa bàn xã có tài khoản định", f"danh điện tử nhóm {'abcdefghiklm'[n]}", "% 80 Công an xã", "Các cơ quan, đơn vị"]
        rows += ["xã; các Tổ CNSCĐ" if n in (4, 9) else f"xã; các thôn nhóm {'abcdefghiklm'[n]}", *["thuộc UBND xã và các đơn vị"] * (n == 6) * 120]
    found = _furniture("\n".join([*lines, "STT Chỉ tiêu Đơn vị tính Kết quả Đơn vị chủ trì Đơn vị phối hợp", *rows]) + "\n")
    assert not [text for _, text in found if "CNSCĐ" in text]
    assert not {"5", "10"} & {text for _, text in found}
