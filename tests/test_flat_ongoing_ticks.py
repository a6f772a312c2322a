"""Dumps of task tables with a ticked "Thường xuyên" beside a column of dates, leaders named by post, and groups before the wording."""

from __future__ import annotations

from extractors.document import Table
from extractors.text_reader import read_text

TICKED = """TT Nhiệm vụ Cơ quan chủ trì Thời gian thực hiện Ghi chú
Thường
xuyên Thời hạn

1 Tuyên truyền chuyển đổi số trên hệ thống truyền
thanh

Trung tâm DVTH x

2 Cài đặt phần mềm họp không giấy tờ Phòng VH-XH Quý II/2026

3 Giải quyết hồ sơ trực tuyến x Công an xã x

4 Nâng cấp đường truyền 10 x 20 Mbps của xã Phòng Kinh tế Tháng 5/2026

Nơi nhận:
"""
GRID = """TT Nội dung công việc Đơn vị thực hiện Quý I Quý II
1 Kiểm kê thuốc, vật tư y tế Trạm Y tế x
2 Tiêm chủng mở rộng cho trẻ em Trạm Y tế x
3 Khám sức khỏe cho người cao tuổi Trạm Y tế x
"""
QUARTERS = """TT Nội dung công việc Chủ trì Thường xuyên Quý I Quý II
1 Rà soát quy hoạch chung của xã Phòng Kinh tế x
2 Tuyên truyền chuyển đổi số Trạm Y tế x
3 Tổ chức hội nghị đối thoại Trạm Y tế x
4 Kiểm tra an toàn thực phẩm Trạm Y tế x
"""
SUDDEN = QUARTERS.replace("Quý I Quý II", "Đột xuất Thời hạn")
LEADERS = """TT Nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp Lãnh đạo phụ trách Thời gian
1 Rà soát hạ tầng của xã Phòng Kinh tế Các thôn PCT Trần Văn Nam Quý I/2026
2 Lắp đặt camera an ninh Công an xã PCT Trần Văn Nam Quý II/2026
3 Tuyên truyền pháp luật Hội Nông dân PCT Phạm Thị Hoa Quý II/2026
4 Tổ chức tập huấn cho đoàn viên Đoàn Thanh niên Trạm Y tế PCT Phạm Thị Hoa Quý III/2026
5 Khám sức khỏe cho người cao tuổi Trạm Y tế Các thôn PCT Phạm Thị Hoa Quý III/2026
"""
GROUPED = """TT Nhóm nhiệm vụ Nhiệm vụ, giải pháp Cơ quan thực hiện Thời gian
1 Kinh tế số Hỗ trợ đưa sản phẩm OCOP lên sàn Phòng Kinh tế Quý III/2026
2 Triển khai chợ 4.0 Phòng Kinh tế Quý IV/2026
3 Xã hội số Cấp tài khoản định danh điện tử Công an xã Quý I/2026
"""


def rows(text: str) -> list[list[str]]:
    table, = [block for block in read_text(text.encode(), "x.txt").blocks if isinstance(block, Table)]
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


def test_a_tick_under_the_only_ticked_heading_says_what_the_heading_says() -> None:
    _, below, *body = rows(TICKED)
    assert below[3:5] == ["Thường xuyên", "Thời hạn"]
    times = ["".join(row[3:5]) for row in body]
    assert times[:2] == ["Thường xuyên", "Quý II/2026"]
    assert times[3] == "Tháng 5/2026"
    assert body[0][2] == "Trung tâm DVTH"


def test_ticks_under_several_headings_stay_unread() -> None:
    assert not any("Thường xuyên" in cell for row in rows(GRID) for cell in row)


def test_leaders_in_short_stand_in_their_own_column() -> None:
    assert [row[2:5] for row in rows(LEADERS)[1:3]] == [["Phòng Kinh tế", "Các thôn", "PCT Trần Văn Nam"], ["Công an xã", "", "PCT Trần Văn Nam"]]


def test_the_group_and_its_tasks_have_columns_of_their_own() -> None:
    assert rows(GROUPED)[0] == ["TT", "Nhóm nhiệm vụ", "Nhiệm vụ, giải pháp", "Cơ quan thực hiện", "Thời gian"]


def test_a_numbered_row_that_a_tick_closes_is_no_title() -> None:
    text = TICKED.replace("thanh\n\nTrung tâm DVTH x", "thanh Trung tâm DVTH x")
    body = rows(text)[2:]
    assert body[0][1].startswith("Tuyên truyền chuyển đổi số")
    assert [row[0] for row in body] == ["1", "2", "3", "4"]


def test_tick_that_may_stand_under_a_quarter_says_nothing() -> None:
    for text in (QUARTERS, SUDDEN):
        table = rows(text)
        assert len(table) == 5
        assert not any("Thường xuyên" in cell for row in table[1:] for cell in row)
