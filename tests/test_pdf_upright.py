"""Tables with upright rules and a frame alone: rows told by numbers, white and broken rules."""

from __future__ import annotations

from extractors.pdf_chars import Word
from extractors.pdf_grid import Grid, find_grids
from extractors.pdf_rules import Segment
from extractors.pdf_upright import find_rows, framed, goes_on, has_no_row_rules, only_framed, split_levels, worded

XS = (60.0, 90.0, 300.0, 420.0, 540.0)
TOP, FOOT = 100.0, 220.0
FRAME: list[Segment] = [(TOP, XS[0], XS[-1]), (FOOT, XS[0], XS[-1])]
UPRIGHT: list[Segment] = [(x, TOP, FOOT) for x in XS]
Text = tuple[float, int, str]    # baseline, column, wording
HEAD: list[Text] = [(114, 0, "TT"), (114, 1, "Nội dung"), (114, 2, "Chủ trì"), (114, 3, "Thời gian")]
ROWS: list[Text] = [(130, 0, "1"), (130, 1, "Rà soát danh mục thủ tục"), (144, 1, "còn hiệu lực"), (130, 2, "Phòng Kinh tế"), (130, 3, "Quý I"),
                    (160, 0, "2"), (160, 1, "Mở lớp tập huấn"), (160, 2, "Công an xã"), (174, 2, "Trạm Y tế"), (160, 3, "Quý II")]
BOLD = {text for _, _, text in HEAD}


def single(run: Word) -> list[Word]:
    out, x = [], run.x0
    for text in run.text.split():
        out.append(Word(text, x, x + 6.0 * len(text), run.y, run.start, run.end, 0.0, False))
        x += 6.0 * (len(text) + 1)
    return out


def lay(grid: Grid, texts: list[Text]) -> list[list[Word]]:
    inside: list[list[Word]] = [[] for _ in grid.cells]
    for y, column, text in texts:
        x = XS[column] + 4.0
        at = next(k for k, c in enumerate(grid.cells) if c.col <= column < c.col + c.col_span
                  and grid.ys[c.row] <= y - 3 < grid.ys[c.row + c.row_span])
        inside[at].append(Word(text, x, x + 6.0 * len(text), y, 0, 1, 0.0, False))
    return inside


def bold(word: Word) -> bool:
    return any(word.text in text.split() for text in BOLD)


def read(texts: list[Text], level: list[Segment] = FRAME, upright: list[Segment] = UPRIGHT) -> list[list[str]]:
    whole, = find_grids(level, upright)
    assert has_no_row_rules(whole, lay(whole, texts), single, None)
    plain = min((y for y, _, text in texts if text not in BOLD), default=None)
    grid, = find_grids(split_levels(whole, level, upright, plain), upright)
    table = find_rows(grid, lay(grid, texts), single, 12.0, bold, False)
    assert worded(table, bold, False)
    out = [[""] * (len(XS) - 1) for _ in table.ys[1:]]
    for cell in table.cells:
        out[cell.row][cell.col] = " ".join(w.text for w in cell.words)
    return out


def test_rows_are_parted_by_their_numbers() -> None:
    assert read([*HEAD, *ROWS]) == [["TT", "Nội dung", "Chủ trì", "Thời gian"],
                                    ["1", "Rà soát danh mục thủ tục còn hiệu lực", "Phòng Kinh tế", "Quý I"],
                                    ["2", "Mở lớp tập huấn", "Công an xã Trạm Y tế", "Quý II"]]


def test_a_title_breaks_the_upright_rules() -> None:
    broken = [(XS[0], TOP, FOOT), (XS[-1], TOP, FOOT), *((x, a, b) for x in XS[1:-1] for a, b in ((TOP, 118.0), (134.0, FOOT)))]
    below = [(y + 18, column, text) for y, column, text in ROWS]
    rows = read([*HEAD, (130, 0, "I. Công tác chỉ đạo"), *below], upright=broken)
    assert rows[1][0] == "I. Công tác chỉ đạo" and [row[0] for row in rows[2:]] == ["1", "2"]


def test_headings_below_a_common_one() -> None:
    halved = [s if s[0] != XS[3] else (XS[3], 118.0, FOOT) for s in UPRIGHT]
    head: list[Text] = [(121, 0, "TT"), (121, 1, "Nội dung"), (114, 2, "Thời gian"), (130, 2, "Chủ trì"), (130, 3, "Thời gian")]
    rows = read([*head, *((y + 18, column, text) for y, column, text in ROWS)], upright=halved)
    assert rows[0][:3] == ["TT", "Nội dung", "Thời gian"] and rows[1][2:] == ["Chủ trì", "Thời gian"]
    assert rows[2][:3] == ["1", "Rà soát danh mục thủ tục còn hiệu lực", "Phòng Kinh tế"]


def test_rules_between_rows_make_it_another_table() -> None:
    level = [*FRAME, (118.0, XS[0], XS[-1]), (150.0, XS[0], XS[-1])]
    grid, = find_grids(level, UPRIGHT)
    assert not has_no_row_rules(grid, lay(grid, [*HEAD, *ROWS]), single, None)


def test_one_row_is_a_row_unless_its_header_stands_with_it_or_the_table_goes_on() -> None:
    grid, = find_grids(FRAME, UPRIGHT)
    assert not has_no_row_rules(grid, lay(grid, ROWS[:5]), single, None)
    assert has_no_row_rules(grid, lay(grid, [*HEAD, *ROWS[:5]]), single, None)
    assert has_no_row_rules(grid, lay(grid, ROWS[:5]), single, XS)
    assert goes_on(grid, XS) and not goes_on(grid, XS[1:])


def test_a_page_break_leaves_rules_out() -> None:
    assert sorted(y for y, _, _ in framed(FRAME[:1], UPRIGHT)) == [TOP, FOOT]
    assert framed(FRAME, UPRIGHT) == FRAME
    assert framed([], UPRIGHT[:2]) == []


def test_rules_between_long_rows_part_them() -> None:
    long: list[Text] = [(114.0 + 12 * k, column, f"dòng {k}") for k in range(7) for column in (0, 1)]
    rows = [*long, *((230.0 + 12 * k, column, f"tiếp {k}") for k in range(7) for column in (0, 1))]
    upright: list[Segment] = [(x, TOP, 330.0) for x in XS]
    parted, = find_grids([(TOP, XS[0], XS[-1]), (FOOT, XS[0], XS[-1]), (322.0, XS[0], XS[-1]), (330.0, XS[0], XS[-1])], upright)
    assert not has_no_row_rules(parted, lay(parted, rows), single, XS)
    whole, = find_grids([(TOP, XS[0], XS[-1]), (330.0, XS[0], XS[-1])], upright)
    assert has_no_row_rules(whole, lay(whole, rows), single, XS)


def test_a_frame_around_rows_without_rules_is_no_cell() -> None:
    level = [*FRAME, (120.0, XS[0], XS[-1])]
    upright: list[Segment] = [(x, TOP, FOOT if x in (XS[0], XS[-1]) else 120.0) for x in XS]
    grid, = find_grids(level, upright)
    assert only_framed(grid, lay(grid, [*HEAD, *ROWS]), single)
    note: list[Text] = [(134 + 14 * k, 0, "Ghi chú: các chỉ tiêu do các phòng theo dõi và báo cáo hằng quý") for k in range(5)]
    assert not only_framed(grid, lay(grid, [*HEAD, *note]), single)       # a note below a ruled header


def test_rules_around_the_titles_of_groups_part_no_rows() -> None:
    level: list[Segment] = [*FRAME, *((y, XS[0], XS[-1]) for y in (118.0, 136.0, 184.0, 202.0))]
    upright: list[Segment] = [*((x, a, b) for x in XS[2:4] for a, b in ((TOP, 118.0), (136.0, 184.0), (202.0, FOOT))),
                              *((x, TOP, FOOT) for x in (XS[0], XS[1], XS[-1]))]
    first: list[Text] = [(130, 0, "I"), (130, 1, "Chính quyền số"), (150, 0, "1"), (150, 1, "Rà soát danh mục"), (150, 2, "Công an xã"), (150, 3, "Quý I"),
                         (178, 0, "2"), (178, 1, "Mở lớp tập huấn"), (178, 2, "Trạm Y tế"), (178, 3, "Quý II")]
    second: list[Text] = [(196, 0, "II"), (196, 1, "Kinh tế số"), (214, 0, "1"), (214, 1, "Thanh toán số"), (214, 2, "Công an xã"), (214, 3, "Quý III")]
    found = read([*HEAD, *first, *second], level, upright)
    assert [row[0] for row in found] == ["TT", "I", "1", "2", "II", "1"]
    assert found[3] == ["2", "Mở lớp tập huấn", "Trạm Y tế", "Quý II"]
    whole, = find_grids(level, upright)
    ruled = [text for text in [*HEAD, *first, *second] if text[0] != 178]      # rules between all rows
    assert not has_no_row_rules(whole, lay(whole, ruled), single, None)
