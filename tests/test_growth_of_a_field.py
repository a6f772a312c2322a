"""Outcomes of plans of provinces and departments: growth of a field before a colon, what an outcome is to reach later, names cut in thin columns."""

from __future__ import annotations

import pytest

from extractors.document import Table
from extractors.text_reader import read_text
from normalizers.targets import read_targets, read_task_targets
from normalizers.unit_prose import prose_owners


@pytest.mark.parametrize("text, indicator", [
    ("Ngành công nghiệp chế biến, chế tạo: Tăng trưởng bình quân 14,84%/năm (giữ vai trò động lực chủ lực).", "Ngành công nghiệp chế biến, chế tạo: Tăng trưởng bình quân"),
    ("Khu vực dịch vụ: Tăng 8%/năm (giá so sánh 2010).", "Khu vực dịch vụ: Tăng (giá so sánh 2010)"),
    ("Về nông nghiệp: Giá trị sản xuất tăng 3,5% (giá so sánh 2010).", "Giá trị sản xuất tăng (giá so sánh 2010)"),
])
def test_growth_alone_is_that_of_the_field_before_the_colon(text: str, indicator: str) -> None:
    assert [r.indicator for r in read_targets(text)] == [indicator]


@pytest.mark.parametrize("text, reached", [
    ("Điện gió ngoài khơi: Đạt 2.000 MW đến năm 2030 (định hướng đến năm 2035 đạt 2.300 MW).", [(2000, "2030"), (2300, "2035")]),
    ("Tỷ lệ che phủ rừng đạt 55% vào năm 2030 (tầm nhìn đến năm 2045 đạt 60%).", [(55, "2030"), (60, "2045")]),
    ("Tỷ lệ che phủ rừng đạt 55% vào năm 2030 (định hướng theo Quyết định số 12).", [(55, "2030")]),
])
def test_what_an_outcome_is_oriented_to_later_is_one_of_its_own(text: str, reached: list[tuple[float, str]]) -> None:
    assert [(r.value, r.horizon) for r in read_targets(text)] == reached


def test_a_short_name_cut_in_a_thin_column_is_whole() -> None:
    rows = "".join(f"{n}\n{act} của tỉnh\nPhòng\nQLC\nN\nQuý {q}/2026\n" for n, (act, q) in enumerate((("Rà soát cụm công nghiệp", "I"), ("Xây dựng quy chế khuyến công", "II"), ("Tổ chức tập huấn", "IV")), 1))
    table, = [b for b in read_text(("STT Nội dung nhiệm vụ Đơn vị\nchủ trì\nThời gian\n" + rows + "TM. ỦY BAN NHÂN DÂN\n").encode(), "x.txt").blocks if isinstance(b, Table)]
    assert ["QLCN" in " ".join(cell.text for cell in row if cell) for row in table.grid()[1:]] == [True] * 3


def test_a_share_keeps_what_it_is_set_aside_for() -> None:
    assert [r.indicator for r in read_task_targets("Bố trí ít nhất 15% ngân sách nhà nước chi sự nghiệp khoa học phục vụ nghiên cứu công nghệ chiến lược.")] == [
        "Bố trí ngân sách nhà nước chi sự nghiệp khoa học phục vụ nghiên cứu công nghệ chiến lược"]


@pytest.mark.parametrize("text, lead", [
    ("Khi phát hiện vụ việc, giáo viên chủ nhiệm báo cáo ngay Ban Giám hiệu.", ["Giáo viên chủ nhiệm"]),
    ("Trong trường hợp phát sinh, giáo viên chủ nhiệm và giáo viên bộ môn phối hợp thực hiện phương án hỗ trợ.", ["Giáo viên chủ nhiệm", "Giáo viên bộ môn"]),
    ("Hằng tuần, tổ chuyên môn sinh hoạt theo nghiên cứu bài học.", ["Tổ chuyên môn"]),
    ("Hằng năm, giáo viên chủ nhiệm được bồi dưỡng kỹ năng tư vấn.", []),
    ("Tuyên truyền trong nhà trường, giáo viên chủ nhiệm và học sinh về an toàn giao thông.", []),
])
def test_posts_in_small_letters_behind_an_opening_clause(text: str, lead: list[str]) -> None:
    assert [unit.name for unit in prose_owners(text)[0]] == lead
