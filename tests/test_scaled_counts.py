"""Amounts counted in thousands and millions, shares that compare an amount, and what is graded."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets, read_task_targets

PROSE = [
    ("Tổng đàn lợn 1,45 triệu con; đàn gia cầm đạt 27,5 triệu con.", [("Tổng đàn lợn", 1.45, "triệu con"), ("đàn gia cầm", 27.5, "triệu con")]),
    ("Khách quốc tế đạt 320 nghìn lượt.", [("Khách quốc tế", 320, "nghìn lượt")]),
    ("Trồng mới 2,5 triệu cây phân tán.", [("Trồng mới cây phân tán", 2.5, "triệu cây")]),
    ("Tổng diện tích gieo trồng 598.300 ha, bằng 100,8% so với năm 2025.", [("Tổng diện tích gieo trồng", 598300, "ha"), ("Tổng diện tích gieo trồng", 100.8, "%")]),
    ("Sản lượng nuôi trồng đạt 50.500 tấn (riêng tôm hùm 2.600 tấn).", [("Sản lượng nuôi trồng", 50500, "tấn"), ("tôm hùm", 2600, "tấn")]),
    ("Thu ngân sách 120 tỷ đồng (kế hoạch tỉnh giao 110 tỷ đồng).", [("Thu ngân sách", 120, "tỷ đồng")]),
    ("Thời gian lưu trú bình quân đạt 2,1 ngày/khách.", [("Thời gian lưu trú bình quân", 2.1, "ngày/khách")]),
    ("Có khoảng 20.000 doanh nghiệp hoạt động, đạt tỷ lệ 11,5 doanh nghiệp/nghìn dân.",
     [("doanh nghiệp hoạt động", 20000, "count"), ("tỷ lệ doanh nghiệp/nghìn dân", 11.5, "doanh nghiệp/nghìn dân")]),
    ("Tỷ trọng chi đầu tư phát triển chiếm 40 - 45% tổng chi ngân sách (giai đoạn 2021 - 2025 là 35,6%).", [("Tỷ trọng chi đầu tư phát triển", 40, "%")]),
    ("Có 02 doanh nghiệp nằm trong nhóm 500 doanh nghiệp lớn nhất Việt Nam.", [("doanh nghiệp nằm trong nhóm 500 doanh nghiệp lớn nhất Việt Nam", 2, "count")]),
    ("Thời gian giải quyết hồ sơ không quá 05 ngày làm việc, giảm 02 ngày so với năm 2025.", [("Thời gian giải quyết hồ sơ", 5, "ngày làm việc")]),
    ("Có thêm 02 điểm du lịch được công nhận, không để xảy ra tình trạng chèo kéo khách.", [("thêm điểm du lịch được công nhận", 2, "count")]),
]
TASKS = [
    ("Rà soát đất, phấn đấu tái canh, ghép cải tạo 4.500 ha cà phê già cỗi (Chi cục Trồng trọt chủ trì).", [("tái canh, ghép cải tạo cà phê già cỗi", 4500, "ha")]),
    ("Đánh giá, phân hạng thêm 40 sản phẩm OCOP, nâng hạng 05 sản phẩm 4 sao.", [("Đánh giá, phân hạng thêm sản phẩm OCOP", 40, "count"), ("nâng hạng sản phẩm 4 sao", 5, "count")]),
    ("Duy trì xếp hạng của Sở trong nhóm 05 sở, ngành dẫn đầu tỉnh.", [("Duy trì xếp hạng của Sở", 5, "rank")]),
    ("Số hóa 2,5 triệu trang tài liệu, trình Bộ trưởng phê duyệt Đề án.", [("Số hóa trang tài liệu", 2.5, "triệu trang")]),
    ("Nâng cấp tuyến đường dài 3 km.", []),
    ("Tiêm phòng vắc xin cho đàn vật nuôi, hoàn thành trong tháng 10/2025, đạt tỷ lệ trên 80% tổng đàn.", [("Tiêm phòng vắc xin cho đàn vật nuôi", 80, "%")]),
]


@pytest.mark.parametrize(("text", "wanted"), PROSE)
def test_prose(text: str, wanted: list[tuple[str, float, str]]) -> None:
    assert [(t.indicator, t.value, t.unit) for t in read_targets(text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), TASKS)
def test_tasks(text: str, wanted: list[tuple[str, float, str]]) -> None:
    assert [(t.indicator, t.value, t.unit) for t in read_task_targets(text)] == wanted
