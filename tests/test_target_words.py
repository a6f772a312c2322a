"""Outcomes said in words: shares as fractions, multiples, counts written out; parts, second clauses and brackets beside a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.number_words import word_numbers
from normalizers.target_prose import read_targets
from normalizers.targets import read_table_target
from normalizers.text import fold
from pipeline.phrases import normalize_targets

Found = list[tuple[str, str, float | None, str | None]]


def found(text: str) -> Found:
    return [(r.indicator, r.comparator, r.value, r.unit) for r in read_targets(text)]


@pytest.mark.parametrize(("text", "expected"), [
    ("Trên 2/3 số thôn có đội bóng chuyền.", [("số thôn có đội bóng chuyền", ">", 66.67, "%")]),
    ("Phấn đấu giảm một nửa số điểm ngập vào năm 2028.", [("giảm số điểm ngập", "=", 50, "%")]),
    ("Số ca mắc mới giảm một nửa so với năm 2025.", [("Số ca mắc mới giảm", "=", 50, "%")]),
    ("Quá nửa số hộ trồng chè tham gia hợp tác xã.", [("số hộ trồng chè tham gia hợp tác xã", ">", 50, "%")]),
    ("Ít nhất hai phần ba số chợ có điểm sạc xe điện.", [("số chợ có điểm sạc xe điện", ">=", 66.67, "%")]),
    ("Lượng khách lưu trú tăng gấp đôi so với năm 2025.", [("Lượng khách lưu trú", "=", 2, "lần")]),
    ("Doanh thu làng nghề gấp rưỡi năm 2025.", [("Doanh thu làng nghề", "=", 1.5, "lần")]),
    # Three of four schools are a count; a day and a code are no share.
    ("Xây dựng 3/4 trường học đạt chuẩn.", [("Xây dựng trường học đạt chuẩn", "=", 3, "count")]),
    ("Dịp lễ 2/9 số khách tham quan tăng 20%.", [("Dịp lễ 2/9 số khách tham quan tăng", "=", 20, "%")]),
])
def test_shares_and_multiples_in_words(text: str, expected: Found) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Mỗi chi hội giúp được hai gia đình hội viên trở lên thoát nghèo.", [("Mỗi chi hội giúp được gia đình hội viên thoát nghèo", ">=", 2, "count")]),
    ("Mỗi thôn có từ một đến hai câu lạc bộ.", [("Mỗi thôn có câu lạc bộ", "range", 1, "count")]),
    ("Mỗi xã có một mô hình điểm.", [("Mỗi xã có mô hình điểm", "=", 1, "count")]),
    # "một" alone is an article, and "hai" beside a word that is not counted says nothing.
    ("Xây dựng được một mô hình quản trị hiện đại.", [("Xây dựng được một mô hình quản trị hiện đại", "qualitative", None, None)]),
    ("Chính quyền địa phương có hai cấp vận hành thông suốt.", [("Chính quyền địa phương có hai cấp vận hành thông suốt", "qualitative", None, None)]),
])
def test_counts_in_words(text: str, expected: Found) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Đàn gia súc đạt 4.200 con (trong đó: đàn lợn: 2.600 con; đàn bò: 1.100 con; đàn dê: 500 con).",
     [("Đàn gia súc", "=", 4200, "count"), ("đàn lợn", "=", 2600, "count"), ("đàn bò", "=", 1100, "count"), ("đàn dê", "=", 500, "count")]),
    ("Giới thiệu 60 quần chúng ưu tú để bồi dưỡng trong đó phấn đấu có 25 đồng chí được kết nạp.",
     [("Giới thiệu quần chúng ưu tú để bồi dưỡng", "=", 60, "count"), ("đồng chí được kết nạp", "=", 25, "người")]),
    ("Tạo việc làm cho 2.400 người, gồm đi làm việc ở nước ngoài 300 người.", [("Tạo việc làm cho người", "=", 2400, "người"), ("đi làm việc ở nước ngoài", "=", 300, "người")]),
    ("Hằng năm có 85% thôn đạt chuẩn và đến cuối nhiệm kỳ có 40% thôn kiểu mẫu.",
     [("Hằng năm có thôn đạt chuẩn", "=", 85, "%"), ("thôn kiểu mẫu", "=", 40, "%")]),
    ("Dạy nghề cho 300 lao động, tư vấn, giới thiệu và tạo việc làm cho 120 phụ nữ.",
     [("Dạy nghề cho lao động", "=", 300, "count"), ("tư vấn, giới thiệu và tạo việc làm cho phụ nữ", "=", 120, "count")]),
    ("Độ che phủ rừng đạt 44% và nâng cao chất lượng rừng trồng.", [("Độ che phủ rừng", "=", 44, "%")]),
    ("Tỷ lệ thôn văn hóa đạt 92% (46/50 thôn, tăng 3 thôn).", [("Tỷ lệ thôn văn hóa", "=", 92, "%")]),
    ("Chi cho khoa học đến năm 2027 đạt 1,5% GRDP, đến năm 2030 đạt 2% GRDP.", [("Chi cho khoa học", "=", 1.5, "%"), ("Chi cho khoa học", "=", 2, "%")]),
    ("Năm 2030, tỷ trọng lao động nông nghiệp, công nghiệp, dịch vụ chiếm lần lượt là: 20%, 38%, 42%.",
     [("tỷ trọng lao động nông nghiệp", "=", 20, "%"), ("tỷ trọng lao động công nghiệp", "=", 38, "%"), ("tỷ trọng lao động dịch vụ", "=", 42, "%")]),
    ("Thu ngân sách đạt 100% dự toán giao trở lên.", [("Thu ngân sách", ">=", 100, "%")]),
    ("Sản xuất theo hướng hữu cơ hoặc tương đương đạt 12%.", [("Sản xuất theo hướng hữu cơ hoặc tương đương", "=", 12, "%")]),
    ("Giá trị cây trồng tăng 1,5 lần/đơn vị diện tích.", [("Giá trị cây trồng tăng", "=", 1.5, "lần/đơn vị diện tích")]),
    ("Dạy nghề cho 25 nghìn thanh niên.", [("Dạy nghề cho thanh niên", "=", 25, "nghìn thanh niên")]),
])
def test_parts_and_second_clauses(text: str, expected: Found) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    # A range behind "ở mức" is no level.
    ("Tăng giá trị thủy sản hằng năm ở mức 4-4,5%.", [("giá trị thủy sản hằng năm", "range", 4, "%")]),
    ("Quy hoạch nông thôn đạt 100% xã được lập, phê duyệt quy hoạch chung.", [("Quy hoạch nông thôn xã được lập, phê duyệt quy hoạch chung", "=", 100, "%")]),
    ("Tỷ lệ nước thải được xử lý tại đô thị loại II đạt 55% và tại đô thị loại III, IV, V đạt 25%.",
     [("Tỷ lệ nước thải được xử lý tại đô thị loại II", "=", 55, "%"), ("tại đô thị loại III, IV, V", "=", 25, "%")]),
    ("Công nhận 6 xã đạt chuẩn, duy trì và nâng cao chất lượng các tiêu chí đã đạt.", [("Công nhận xã đạt chuẩn", "=", 6, "count")]),
    ("Khuyến khích mỗi cụm thi đua phấn đấu có ít nhất một điển hình tiên tiến.", [("Khuyến khích mỗi cụm thi đua phấn đấu có điển hình tiên tiến", ">=", 1, "count")]),
    ("Có 12 khách sạn xếp hạng với tổng số buồng là 640 buồng.", [("khách sạn xếp hạng", "=", 12, "count"), ("tổng số buồng", "=", 640, "count")]),
    ("Tăng thời gian lưu trú của khách từ 1,4 ngày lên 1,9 ngày và tăng chi tiêu bình quân từ 1,2 triệu đồng/người lên 1,6 triệu đồng/người.",
     [("Tăng thời gian lưu trú của khách", "=", 1.9, "ngày"), ("tăng chi tiêu bình quân", "=", 1.6, "triệu đồng/người")]),
    ("Có bác sĩ đạt trình độ chuyên khoa II và trên 30% điều dưỡng đạt trình độ đại học.", [("điều dưỡng đạt trình độ đại học", ">", 30, "%")]),
    ("Phấn đấu 70% ấp đạt chuẩn văn hóa, mỗi ấp duy trì ít nhất 02 câu lạc bộ.",
     [("ấp đạt chuẩn văn hóa", "=", 70, "%"), ("mỗi ấp câu lạc bộ", ">=", 2, "count")]),
    ("100% thôn mỗi quý có ít nhất 02 buổi chiếu phim.", [("thôn mỗi quý có ít nhất 02 buổi chiếu phim", "=", 100, "%")]),
    ("Vận động 1.200 lượt người hiến máu tình nguyện và thu được 900 đơn vị máu.",
     [("Vận động lượt người hiến máu tình nguyện", "=", 1200, "count"), ("thu được đơn vị máu", "=", 900, "count")]),
])
def test_where_one_outcome_ends(text: str, expected: Found) -> None:
    assert found(text) == expected


def test_horizons_of_plans_and_terms() -> None:
    text = "Theo kế hoạch trồng rừng năm 2027, toàn xã trồng mới 120 ha rừng."
    assert [(r.indicator, r.horizon) for r in read_targets(text)] == [("toàn xã trồng mới rừng", "2027")]
    assert [r.horizon for r in read_targets("Tổng lượt khách giai đoạn từ nay đến 2030 tăng 12%/năm.")] == ["2030"]


def test_a_later_horizon_that_is_only_a_direction() -> None:
    text = "Giá trị sản xuất trên 1 ha đến năm 2027 đạt 160 triệu đồng, định hướng đến năm 2030 đạt 190 triệu đồng."
    assert [(r.indicator, r.value, r.horizon) for r in read_targets(text)] == [
        ("Giá trị sản xuất trên 1 ha", 160, "2027"), ("Giá trị sản xuất trên 1 ha", 190, "2030")]


def test_a_standards_years_are_no_horizon() -> None:
    assert [r.horizon for r in read_targets("Giảm tỷ lệ hộ nghèo theo chuẩn giai đoạn 2026 - 2030 còn 1%.")] == [None]


def test_rows() -> None:
    assert [r.unit for r in read_table_target("Tỷ suất chết trẻ em dưới 1 tuổi", "%0", "11,5")] == ["‰"]
    assert [t["value"] for t in normalize_targets("Số giường bệnh trên 10.000 dân | 32")["targets"]] == [32]


@given(st.text())
def test_words_never_crash(text: str) -> None:
    low = fold(text)
    assert all(0 <= m.start() < m.end() <= len(low) for m in word_numbers(low))
    read_targets(text + " giảm một nửa, gấp đôi 2/3 số hộ")
