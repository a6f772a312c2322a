"""Dumps with a blank line wherever a line starts elsewhere than the line above: the blanks tell in which column a line stands."""

from __future__ import annotations

from extractors.document import Table
from extractors.text_reader import read_text

HEAD = "TT Nhiệm vụ Đơn vị \nchủ trì\n\nĐơn vị \nphối hợp Thời gian\n\n"
ACTS = ("Rà soát hạ tầng", "Tuyên truyền pháp luật", "Lắp đặt camera", "Tổ chức tập huấn", "Số hóa hồ sơ", "Kiểm tra an toàn")
LEAD = "Phòng Kinh tế\nCông an xã\nVăn phòng UBND\n"
SUPPORTS = "Trạm Y tế xã\nHội Nông dân\nĐoàn Thanh niên\n"


def owners(text: str) -> list[list[str]]:
    table, = [b for b in read_text((HEAD + text).encode(), "x.txt").blocks if isinstance(b, Table)]
    return [[cell.text if cell else "" for cell in row[2:4]] for row in table.grid()[1:]]


def dump(cells: list[tuple[str, str]]) -> str:
    return "".join(f"{n}\n{act} trên địa bàn xã\ntheo kế hoạch của tỉnh\nvà của xã\n\n{lead}\n{support}\nQuý IV/2026\n\n"
                   for n, (act, (lead, support)) in enumerate(zip(ACTS, cells, strict=False), 1))


def test_names_below_each_other_lead_up_to_the_blank_line() -> None:
    assert owners(dump([(LEAD, SUPPORTS)] * 6))[1] == ["Phòng Kinh tế Công an xã Văn phòng UBND", "Trạm Y tế xã Hội Nông dân Đoàn Thanh niên"]


def test_a_line_far_from_the_one_above_stands_in_another_cell() -> None:
    names = ("Phòng Kinh tế", "Công an xã", "Trạm Y tế xã", "Hội Nông dân", "Đoàn Thanh niên", "Văn phòng UBND")
    cells = [(f"{names[k]}\n", "".join(f"{names[(k + step) % 6]}\n" for step in (1, 2, 4))) for k in range(6)]
    assert owners(dump(cells)) == [[lead.strip(), " ".join(supports.split("\n")).strip()] for lead, supports in cells]


def test_blanks_tell_nothing_where_numbers_stand_below_lines_without_one() -> None:
    text = "".join(f"{n}\n{act} trên địa bàn xã\ntheo kế hoạch của tỉnh\n{lead}\n{support}\nQuý IV/2026\n" for n, (act, lead, support) in
                   enumerate(zip(ACTS, ("Phòng Kinh tế", "Công an xã") * 3, ("Trạm Y tế xã", "các thôn") * 3, strict=True), 1))
    assert owners(text)[1:3] == [["Công an xã", "các thôn"], ["Phòng Kinh tế", "Trạm Y tế xã"]]


TITLES = ("Về kinh tế", "Về xã hội", "Về môi trường")
INDICATORS = ("Tỷ lệ hộ dân sử dụng nước\nhợp vệ sinh", "Tỷ lệ lao động\nqua đào tạo", "Tỷ lệ che phủ\nrừng")


def targets(text: str) -> list[list[str]]:
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    return [[cell.text if cell else "" for cell in row] for row in table.grid()[1:]]


def test_a_dash_inside_a_name_opens_no_row_below_a_title() -> None:
    owners = ("Trạm Y tế xã", "Phòng Văn hóa\n- Xã hội", "Công an xã")
    rows = "".join(f"{n}\n{title}\n\n" + "".join(f"- {name} % {60 + n + k} {70 + n + k}\n{owner}\n\n" for k, (name, owner) in enumerate(zip(INDICATORS, owners, strict=True)))
                   for n, title in enumerate(TITLES, 1))
    found = targets("TT Chỉ tiêu Đơn vị tính Năm 2026 Năm 2030 Cơ quan chủ trì\n\n" + rows)
    assert [row[-1] for row in found if row[2] == "%"] == [owner.replace("\n", " ") for owner in owners] * 3


def test_figures_without_the_dot_of_the_row_numbers_open_no_row() -> None:
    rows = "".join(f"{n}. {title}\n\n" + "".join(f"- {name} % {60 + n + k} {70 + n + k}\nTrạm Y tế xã\n\n" for k, name in enumerate(INDICATORS)) for n, title in enumerate(TITLES[:2], 1))
    rows += "3. Về môi trường\n\n- Số sản phẩm đạt\ntừ 3 sao\n\nSản phẩm\n3 3 Trạm Y tế xã\n\n- Tỷ lệ che phủ\nrừng % 40 42\nTrạm Y tế xã\n\n"
    found = targets("TT Chỉ tiêu Đơn vị tính Năm 2026 Năm 2030 Cơ quan chủ trì\n\n" + rows)
    assert [row[0] for row in found if row[0]] == ["1.", "2.", "3."]
    assert found[-2][2:] == ["Sản phẩm", "3", "3", "Trạm Y tế xã"]


def test_a_one_alone_below_the_title_of_a_group_is_no_page_number() -> None:
    rows = "".join(f"{letter}. {title}\n\n" + "".join(f"{k}\n{name}\n\n{60 + k},5% {70 + k}%\n\n" for k, name in enumerate(INDICATORS[: 3 - (letter == "B")], 1)) for letter, title in zip("ABC", TITLES, strict=True))
    prose = "".join(f"- Nội dung thứ {word} của kế hoạch.\n" for word in ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"))
    found = targets("KẾ HOẠCH\nPhát triển kinh tế năm 2026\n\nI. MỤC ĐÍCH\n" + prose + "II. CHỈ TIÊU\n\nTT Chỉ tiêu cụ thể Năm 2026 Năm 2030\n\n" + rows)
    assert [row[0] for row in found] == ["A.", "1", "2", "3", "B.", "1", "2", "C.", "1", "2", "3"]
