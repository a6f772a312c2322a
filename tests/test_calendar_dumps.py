"""Calendars of months without row numbers in a text dump, and the Party's headings ("IV- TỔ CHỨC THỰC HIỆN") that end them."""

from __future__ import annotations

import pytest

from extractors.document import Table
from extractors.table_headers import heading_role
from extractors.text_reader import read_text

WIDE = "Các thành viên Ban Chỉ đạo chủ động phối hợp chặt chẽ với các cơ quan, đơn vị liên quan trong quá trình"
CALENDAR = """Thời
gian
Nội dung công việc Cơ quan tham
mưu, chủ trì
Cơ quan phối
hợp
Ghi
chú
Tháng 7 Họp Ban Chỉ đạo phiên thứ hai,\x20
thông qua báo cáo sơ kết 6 tháng
Tổ giúp việc Thành viên Ban\x20
Chỉ đạo
Làm việc với doanh nghiệp viễn\x20
thông về tiến độ xóa vùng lõm\x20
sóng tại các thôn
Phòng VH-XH Doanh nghiệp\x20
viễn thông
Tháng 8 Tập huấn kỹ năng sử dụng trí tuệ\x20
nhân tạo cho cán bộ, đảng viên
Phòng VH-XH Ban Xây dựng\x20
Đảng
Tháng 9 Chấm điểm, đánh giá kết quả thực\x20
hiện Bộ chỉ số cấp xã
Phòng VH-XH Công an xã"""


@pytest.mark.parametrize("heading", ["IV- TỔ CHỨC THỰC HIỆN", "IV. TỔ CHỨC THỰC HIỆN", "IV – TỔ CHỨC THỰC HIỆN"])
def test_a_calendar_of_months_keeps_its_columns_and_ends_at_the_next_section(heading: str) -> None:
    lines = ["CHƯƠNG TRÌNH", "Công tác năm 2026", "I- MỤC ĐÍCH", *[WIDE] * 14, heading.replace("IV", "III").replace("TỔ CHỨC THỰC HIỆN", "NỘI DUNG"),
             *CALENDAR.splitlines(), heading, "1. Giao Văn phòng Đảng ủy phối hợp với Tổ giúp việc theo dõi, đôn đốc.", "2. Tổ giúp việc tham mưu điều chỉnh."]
    table, = [b for b in read_text("\n".join(lines).encode(), "x.txt").blocks if isinstance(b, Table)]
    rows = [[cell.text if cell is not None else "" for cell in row] for row in table.grid()]
    assert rows[0] == ["Thời gian", "Nội dung công việc", "Cơ quan tham mưu, chủ trì", "Cơ quan phối hợp", "Ghi chú"]
    assert [row[2:4] for row in rows[1:]] == [["Tổ giúp việc", "Thành viên Ban Chỉ đạo"], ["Phòng VH-XH", "Doanh nghiệp viễn thông"],
                                              ["Phòng VH-XH", "Ban Xây dựng Đảng"], ["Phòng VH-XH", "Công an xã"]]
    assert [row[0] for row in rows[1:]] == ["Tháng 7", "Tháng 7", "Tháng 8", "Tháng 9"]  # a month merged over its rows


@pytest.mark.parametrize("heading", ["Cơ quan tham mưu, chủ trì", "Đơn vị chuẩn bị nội dung", "Cơ quan chủ trì, theo dõi", "Chủ trì, tham mưu thực hiện"])
def test_who_prepares_leads(heading: str) -> None:
    assert heading_role(heading) == "lead"


def test_who_leads_and_who_cooperates_under_one_heading_are_owners() -> None:
    assert heading_role("Cơ quan chủ trì, phối hợp") == "owner"
