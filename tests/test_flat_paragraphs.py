"""Dumps with a blank line wherever a line starts elsewhere than the line above: the blanks tell in which column a line stands."""

from __future__ import annotations

from extractors.document import Table
from extractors.text_reader import read_text

HEAD = "TT Nhiệm vụ Đơn vị \nchủ trì\n\nĐơn vị \nphối hợp Thời gian\n\n"
ACTS = ("Rà soát hạ tầng", "Tuyên truyền pháp luật", "Lắp đặt camera", "Tổ chức tập huấn", "Số hóa hồ sơ", "Kiểm tra an toàn")
LEAD = "Phòng Kinh tế\nCông an xã\nVăn phòng UBND\n"
HELPERS = "Trạm Y tế xã\nHội Nông dân\nĐoàn Thanh niên\n"


def owners(text: str) -> list[list[str]]:
    table, = [b for b in read_text((HEAD + text).encode(), "x.txt").blocks if isinstance(b, Table)]
    return [[cell.text if cell else "" for cell in row[2:4]] for row in table.grid()[1:]]


def dump(cells: list[tuple[str, str]]) -> str:
    return "".join(f"{n}\n{act} trên địa bàn xã\ntheo kế hoạch của tỉnh\nvà của xã\n\n{lead}\n{helper}\nQuý IV/2026\n\n"
                   for n, (act, (lead, helper)) in enumerate(zip(ACTS, cells, strict=False), 1))


def test_names_below_each_other_lead_up_to_the_blank_line() -> None:
    assert owners(dump([(LEAD, HELPERS)] * 6))[1] == ["Phòng Kinh tế Công an xã Văn phòng UBND", "Trạm Y tế xã Hội Nông dân Đoàn Thanh niên"]


def test_a_line_far_from_the_one_above_stands_in_another_cell() -> None:
    names = ("Phòng Kinh tế", "Công an xã", "Trạm Y tế xã", "Hội Nông dân", "Đoàn Thanh niên", "Văn phòng UBND")
    cells = [(f"{names[k]}\n", "".join(f"{names[(k + step) % 6]}\n" for step in (1, 2, 4))) for k in range(6)]
    assert owners(dump(cells)) == [[lead.strip(), " ".join(helpers.split("\n")).strip()] for lead, helpers in cells]


def test_blanks_tell_nothing_where_numbers_stand_below_lines_without_one() -> None:
    text = "".join(f"{n}\n{act} trên địa bàn xã\ntheo kế hoạch của tỉnh\n{lead}\n{helper}\nQuý IV/2026\n" for n, (act, lead, helper) in
                   enumerate(zip(ACTS, ("Phòng Kinh tế", "Công an xã") * 3, ("Trạm Y tế xã", "các thôn") * 3, strict=True), 1))
    assert owners(text)[1:3] == [["Công an xã", "các thôn"], ["Phòng Kinh tế", "Trạm Y tế xã"]]
