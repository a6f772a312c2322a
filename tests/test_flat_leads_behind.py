"""Dumps in which a lead stands on the last line of the product or wording before it, or persons stand beside the owners."""

from __future__ import annotations

from extractors.document import Table
from extractors.text_reader import read_text

PRODUCTS = """TT Nhiệm vụ Sản phẩm Chủ trì Phối hợp Thời gian
1 Chỉ đạo sản xuất vụ Xuân bảo đảm khung
lịch thời vụ Báo cáo kết quả Phòng Kinh tế Trung tâm DVTH, các
HTX Thường xuyên

2 Xây dựng Đề án chuyển đổi cơ cấu cây trồng vùng đồi Báo cáo kết quả Phòng Kinh tế Hội Nông dân Tháng 4/2026

3 Tiêm phòng gia súc, gia cầm Báo cáo kết quả Phòng Kinh tế Các thôn Tháng 10/2026

4 Lập quy hoạch chung của xã Báo cáo của Phòng Kinh tế Văn phòng HĐND và UBND Quý III/2026

5 Làm sạch dữ liệu đất đai Dữ liệu được làm sạch Phòng Kinh tế Công an xã Quý III/2026

6 Số hóa sổ hộ tịch, hồ sơ lưu trữ Dữ liệu số hóa Trung tâm PVHCC Công an xã Năm 2026
"""
LEADERS = """TT Nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp Lãnh đạo phụ trách Thời gian
1 Hỗ trợ đưa sản phẩm OCOP lên sàn thương mại điện tử
Phòng Kinh tế Hội Nông dân PCT Phạm Thị
Hoa
Quý III/2026
2 Vận động hộ kinh doanh sử dụng hóa đơn điện tử
Các thôn PCT Phạm Thị
Hoa
Thường xuyên
3 Triển khai chợ 4.0 tại chợ trung tâm
Công an xã, Hội LHPN PCT Phạm Thị
Hoa
Quý IV/2026
4 Phê duyệt hồ sơ đề xuất cấp độ an toàn
Công an xã Trạm Y tế Chủ tịch UBND xã Quý II/2026
5 Tuyên truyền phòng, chống lừa đảo
Các đoàn thể PCT Trần Văn
Nam
Thường xuyên
6 Tổ chức các hoạt động mừng Đảng, mừng Xuân
Phòng Văn hóa - Xã hội Các đoàn thể PCT Trần Văn
Nam
Tháng 2/2026
7 Tổ chức Đại hội Thể dục thể thao xã
Các trường học PCT Phạm Thị
Hoa
Tháng 8/2026
8 Tổ chức khám sức khỏe miễn phí cho người dân
Trạm Y tế Các thôn PCT Phạm Thị
Hoa
Quý III/2026
"""


def rows(text: str) -> list[list[str]]:
    table, = [block for block in read_text(text.encode(), "x.txt").blocks if isinstance(block, Table)]
    return [[cell.text if cell else "" for cell in row] for row in table.grid()[table.header_rows:]]


def test_a_lead_behind_a_product_has_its_own_cell() -> None:
    assert [row[2:5] for row in rows(PRODUCTS)[:3]] == [
        ["Báo cáo kết quả", "Phòng Kinh tế", "Trung tâm DVTH, các HTX"], ["Báo cáo kết quả", "Phòng Kinh tế", "Hội Nông dân"],
        ["Báo cáo kết quả", "Phòng Kinh tế", "Các thôn"]]


def test_a_product_of_a_unit_keeps_the_name() -> None:
    assert rows(PRODUCTS)[3][2:5] == ["Báo cáo của Phòng Kinh tế", "Văn phòng HĐND và UBND", ""]


def test_persons_leave_the_owners_cells() -> None:
    table = rows(LEADERS)
    assert [row[4] for row in table] == ["PCT Phạm Thị Hoa"] * 3 + ["Chủ tịch UBND xã"] + ["PCT Trần Văn Nam"] * 2 + ["PCT Phạm Thị Hoa"] * 2
    assert not any("PCT" in owner for row in table for owner in row[2:4])
