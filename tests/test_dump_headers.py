"""Dumps whose header lines interleave, whose pages hold little, whose owner cells open with labels."""

from __future__ import annotations

from extractors.document import Table
from extractors.flat_content import content
from extractors.text_reader import read_text
from normalizers.text import fold

_TARGETS = """TT Chỉ tiêu Đơn vị tính Hiện trạng
2024
Mục tiêu Cơ quan chủ trì theo
Năm 2025 Năm 2030 Năm 2045 dõi, đánh giá
1 Tỷ lệ doanh nghiệp có hoạt động đổi mới
sáng tạo
% 12 15 - 18 30 - 35 > 60 Sở Khoa học và Công
nghệ
2 Quy mô kinh tế số so với GRDP % 8,7 10 20 40 Sở Công Thương
3 Chi cho khoa học, công nghệ trong tổng chi
ngân sách địa phương
% 1,2 2 ≥ 3 ≥ 4 Sở Tài chính
"""


def _tables(text: str) -> list[Table]:
    return [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]


def test_a_heading_wraps_into_the_line_of_the_years_beside_it() -> None:
    tables = _tables(_TARGETS)
    assert len(tables) == 1
    rows = [[cell.text if cell else "" for cell in row] for row in tables[0].grid()]
    assert any("10" in row and "20" in row and "40" in row and "Sở Công Thương" in row for row in rows)


def test_pages_numbered_from_the_first_line_may_hold_a_line_or_two() -> None:
    body = [f"Đoạn văn thứ {w} nói về công tác chuyển đổi số của tỉnh." for w in ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười") * 4]
    text = "\n".join(["1", *body, "2", body[0], "3", *body, "4", *body]) + "\n"
    lines = [b for b in read_text(text.encode(), "x.txt").blocks if not isinstance(b, Table)]
    assert [line.text for line in lines if line.furniture] == ["1", "2", "3", "4"]


def test_a_role_label_opens_an_owner_cell() -> None:
    cell, torn = "- Chủ trì: Cục A. - Phối hợp: Vụ B.", "ngành - Chủ trì: Cục A. - Phối hợp: Vụ B."
    assert content("owner", fold(cell), cell) > content("owner", fold(torn), torn) + 2.0
    assert content("owner", fold(cell), cell) > content("task", fold(cell), cell) + 2.0


def test_who_carries_out_stands_over_who_leads_and_who_helps() -> None:
    text = ("STT Nội dung công việc Thực hiện Sản phẩm Thời gian\nChủ trì Phối hợp\n\n1 Tuần tra ban đêm tại các tuyến trọng điểm, \nphòng ngừa tụ tập đua xe\n\n"
            "Công an xã BCH Quân sự xã Biên bản, số liệu Thứ sáu, thứ bảy \nhằng tuần\n\n2 Xử lý xe quá khổ, quá tải; xe ba gác tự \nchế\n\n"
            "Công an xã Các trường học Số liệu hằng tháng Thường xuyên\n\n3 Kiến nghị Sở Xây dựng lắp đèn tín hiệu \nngã tư\n\nPhòng Kinh tế Công an xã Văn bản kiến nghị Tháng 3\n")
    (table,) = _tables(text)
    rows = [[cell.text if cell else "" for cell in row] for row in table.grid()]
    assert ["Phòng Kinh tế", "Công an xã", "Văn bản kiến nghị", "Tháng 3"] in [row[2:] for row in rows]


def test_a_header_may_open_with_the_step() -> None:
    text = ("Bước Công việc Người thực hiện Hoàn thành\nBước 1: Khởi \n\nđộng\n\nKhảo sát, tiếp nhận phiếu đăng ký ý \ntưởng\n\nChuyên viên \nPhòng Kinh tế\n\nTrước 10/4\n\n"
            "Bước 2: Hỗ trợ Tập huấn bao bì, nhãn mác, kể chuyện \nsản phẩm\n\nPhòng Kinh tế, \nHTX\n\nTháng 5 - 6\n\n"
            "Bước 3: Đánh \ngiá\n\nHoàn thiện hồ sơ, trình Hội đồng đánh \ngiá cấp xã\n\nPhòng Kinh tế 30/9/2026\n\nV. GIẢI PHÁP\n")
    (table,) = _tables(text)
    rows = [[" ".join(cell.text.split()) if cell else "" for cell in row] for row in table.grid()]
    assert ["Bước 3: Đánh giá", "Hoàn thiện hồ sơ, trình Hội đồng đánh giá cấp xã", "Phòng Kinh tế", "30/9/2026"] in rows
