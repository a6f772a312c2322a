"""Dumps of tables with "Năm" merged over years, with one cell of a group beside several rows, and of sections whose first page has no number."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place, Table
from extractors.flat_header import find_header
from extractors.text_reader import read_text
from pipeline.read_one import plan_of

ROWS = ("1 Tỷ lệ doanh nghiệp dùng nền tảng số % 50 55 60 Sở Công Thương\n2 Số doanh nghiệp công nghệ số Doanh nghiệp 250 280 320 Sở Khoa học và Công nghệ\n"
        "3 Tỷ lệ người dân có hồ sơ sức khỏe điện tử % 90 95 98 Sở Y tế\n4 Tỷ lệ lao động kinh tế số % 1,5 1,8 2,1 Sở Nội vụ\n")


@pytest.mark.parametrize("head", ["STT Chỉ tiêu ĐVT Năm Đơn vị chủ trì\n2026 2027 2028\n", "STT Chỉ tiêu ĐVT\nNăm Đơn vị\n\nchủ trì2026 2027 2028\n", "STT Chỉ tiêu ĐVT\nNăm Đơn vị\n\nchủ trì2026 2027\n202\n8\n"])
def test_years_below_one_word(head: str) -> None:
    table, = [b for b in read_text((head + ROWS).encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [cell.text if cell else "" for cell in table.grid()[3]] == ["2", "Số doanh nghiệp công nghệ số", "Doanh nghiệp", "250", "280", "320", "Sở Khoa học và Công nghệ"]


def test_a_year_in_one_heading_is_no_merged_one() -> None:
    table, = [b for b in read_text(("STT Chỉ tiêu ĐVT Năm 2026 Năm 2027 Năm 2028 Đơn vị chủ trì\n" + ROWS).encode(), "x.txt").blocks if isinstance(b, Table)]
    assert table.header_rows == 1
    assert [cell.text if cell else "" for cell in table.grid()[0]][3:6] == ["Năm 2026", "Năm 2027", "Năm 2028"]


GROUPED = """II. NHIỆM VỤ VÀ PHÂN CÔNG THỰC HIỆN
STT {group} Nội dung thực hiện Đơn vị chủ trì Thời gian hoàn thành
1 Tuyên truyền, vận
động

Tổ chức ra quân hưởng ứng Ngày Môi trường thế giới tại các
thôn ven biển của xã.

Phòng Kinh tế Tháng 6/2026

2 Phát thanh trên hệ thống truyền thanh cơ sở về phân loại rác
tại nguồn.

Trung tâm Dịch vụ tổng hợp Tháng 12/2026

3 Thu gom, vận
chuyển

Ký hợp đồng với đơn vị thu gom, tăng tần suất thu gom trong
các khu dân cư.

Phòng Kinh tế Tháng 4/2026

4 Lắp biển cấm đổ rác, camera giám sát tại các điểm có nguy cơ
tái phát.

Công an xã Tháng 8/2026

5 Kiểm tra, xử lý vi
phạm

Kiểm tra các cơ sở chế biến hải sản, nhà hàng ven biển về bảo
vệ môi trường.

Phòng Kinh tế Tháng 9/2026
"""


@pytest.mark.parametrize("group", ["Nhóm nhiệm vụ, giải pháp", "Nhóm nhiệm vụ"])
def test_the_cell_of_a_group_stands_beside_its_rows(group: str) -> None:
    tasks = plan_of(read_text(GROUPED.format(group=group).encode(), "x.txt")).tasks
    assert [(task.no, task.section[-1], task.text.split()[0]) for task in tasks] == [
        ("1", "Tuyên truyền, vận động", "Tổ"), ("2", "Tuyên truyền, vận động", "Phát"), ("3", "Thu gom, vận chuyển", "Ký"),
        ("4", "Thu gom, vận chuyển", "Lắp"), ("5", "Kiểm tra, xử lý vi phạm", "Kiểm")]


def pages(*numbers: int | None) -> str:
    """A dump of as many pages of forty lines, each with its number on top; rows "1" … on those of a table."""
    out = []
    for page, number in enumerate(numbers, 1):
        out += [str(number)] if number else []
        for n in range(40):
            row = (page - 3) * 8 + n // 5 + 1
            out.append(str(row) if page > 2 and n % 5 == 0 else "rà soát các nội dung")
    return "\n".join(out)


def test_a_row_number_is_no_number_of_a_page_that_has_none() -> None:
    lines = [b for b in read_text(pages(1, 2, None, 4, 5).encode(), "x.txt").lines() if b.furniture]
    assert [line.text for line in lines] == ["1", "2", "4", "5"]
    assert [line.place.lines for line in lines][2] == ((123, 123))


@pytest.mark.parametrize(("printed", "roles"), [
    ("STT Nhóm nhiệm vụ Nhiệm vụ cụ thể Cơ quan chủ trì Thời gian hoàn thành", ("no", "group", "task", "lead", "time")),
    ("STT NHÓM NHIỆM VỤ NHIỆM VỤ CỤ THỂ ĐƠN VỊ CHỦ TRÌ THỜI GIAN", ("no", "group", "task", "lead", "time")),
    ("STT Mục tiêu Nhiệm vụ Đơn vị chủ trì Thời gian", ("no", "indicator", "work", "lead", "time")),
    ("STT Mục tiêu, nhiệm vụ Đơn vị chủ trì Thời gian", ("no", "indicator", "lead", "time")),
    ("STT Nội dung nhiệm vụ Đơn vị chủ trì Thời gian", ("no", "task", "lead", "time")),
    ("TT Chỉ tiêu ĐVT KH tỉnh giao KH xã giao Đơn vị phụ trách", ("no", "indicator", "measure", "actual", "value", "owner")),
    ("STT Nhiệm vụ Thời hạn Trách nhiệm chủ trì Trách nhiệm phối hợp", ("no", "task", "time", "lead", "support")),
    ("STT Nội dung đào tạo Đối tượng Số lớp Thời gian Giảng viên", ("no", "task", "other", "other", "time", "owner")),
])
def test_where_headings_end(printed: str, roles: tuple[str, ...]) -> None:
    texts = [printed, "1 Rà soát hạ tầng số", "2 Xây dựng kế hoạch"]
    header = find_header([Line(text, Place(lines=(n, n))) for n, text in enumerate(texts, 1)], 0)
    assert header is not None
    assert header.roles == roles


def test_who_does_it_stands_in_a_third_column_of_a_calendar() -> None:
    text = ("V. TIẾN ĐỘ THỰC HIỆN\nThời gian Nội dung Thực hiện\nTháng 4 Xây dựng, ban hành Kế hoạch Văn phòng Đảng ủy\nTháng 5 Tập huấn đội hình tình nguyện Phòng Kinh tế\n"
            "Tháng 6 Kiểm tra các đội hình tại cơ sở Văn phòng Đảng ủy\nTrước 10/9 Tổng kết Chiến dịch Phòng Kinh tế\n")
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [cell.text if cell else "" for cell in table.grid()[2]] == ["Tháng 5", "Tập huấn đội hình tình nguyện", "Phòng Kinh tế"]
