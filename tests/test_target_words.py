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
     [("Tỷ lệ nước thải được xử lý tại đô thị loại II", "=", 55, "%"), ("Tỷ lệ nước thải được xử lý tại đô thị loại III, IV, V", "=", 25, "%")]),
    ("Công nhận 6 xã đạt chuẩn, duy trì và nâng cao chất lượng các tiêu chí đã đạt.", [("Công nhận xã đạt chuẩn", "=", 6, "count")]),
    ("Ban hành 02 đề án sắp xếp, nâng cao chất lượng đơn vị sự nghiệp.", [("Ban hành đề án sắp xếp, nâng cao chất lượng đơn vị sự nghiệp", "=", 2, "count")]),
    ("Người dân có kỹ năng số, tài khoản định danh đạt 70% vào quý II/2026 và 90% vào cuối năm 2026.",
     [("Người dân có kỹ năng số, tài khoản định danh", "=", 70, "%"), ("Người dân có kỹ năng số, tài khoản định danh", "=", 90, "%")]),
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
    ("Đạt thu nhập bình quân đầu người khoảng 78 triệu đồng/người, không còn nhà tạm.",
     [("thu nhập bình quân đầu người", "=", 78, "triệu đồng/người")]),
    ("Hằng năm có 80% chi bộ hoàn thành tốt nhiệm vụ trở lên, Đảng bộ hoàn thành tốt nhiệm vụ trở lên.",
     [("Hằng năm có chi bộ hoàn thành tốt nhiệm vụ trở lên", "=", 80, "%")]),
    ("Sản lượng chè đạt 5.200 tấn, cao hơn 300 tấn so với năm 2025.", [("Sản lượng chè", "=", 5200, "tấn")]),
    ("Đạt 32 giường bệnh và 14 bác sĩ trên 1 vạn dân.",
     [("giường bệnh trên 1 vạn dân", "=", 32, "giường bệnh trên 1 vạn dân"), ("bác sĩ trên 1 vạn dân", "=", 14, "bác sĩ trên 1 vạn dân")]),
    ("Tiếp tục nâng cao tỷ lệ hồ sơ đúng hạn, phấn đấu đạt trên 99% trên tất cả các lĩnh vực.",
     [("nâng cao tỷ lệ hồ sơ đúng hạn trên tất cả các lĩnh vực", ">", 99, "%")]),
    ("Mở 12 lớp cho 360 người.", [("Mở lớp", "=", 12, "count"), ("Mở lớp cho người", "=", 360, "người")]),
    ("Chỉ số cải cách hành chính thuộc nhóm 5 tỉnh dẫn đầu khu vực và cả nước.", [("Chỉ số cải cách hành chính", "rank", 5, "rank")]),
    ("Toàn xã còn 28 hộ nghèo, chiếm 0,8% tổng số hộ.", [("Toàn xã hộ nghèo", "=", 28, "count"), ("Toàn xã hộ nghèo chiếm tổng số hộ", "=", 0.8, "%")]),
    ("Mỗi trạm có tối thiểu 02 bác sĩ và 60% trở lên điều dưỡng có trình độ cao đẳng.",
     [("Mỗi trạm có bác sĩ", ">=", 2, "count"), ("điều dưỡng có trình độ cao đẳng", ">=", 60, "%")]),
    ("Đàn trâu 900 con, đàn lợn 12.000 con, gia cầm 90 nghìn con.",
     [("Đàn trâu", "=", 900, "count"), ("đàn lợn", "=", 12000, "count"), ("gia cầm", "=", 90, "nghìn con")]),
    ("Sản lượng chè 800 tấn, giá trị thu được trên 01 ha đất canh tác 88 triệu đồng.",
     [("Sản lượng chè", "=", 800, "tấn"), ("giá trị thu được trên 01 ha đất canh tác", "=", 88, "triệu đồng")]),
    ("Thời gian chờ giảm còn dưới 10 phút/lượt giao dịch.", [("Thời gian chờ", "<", 10, "phút/lượt giao dịch")]),
    ("Cấp 1.800 căn cước cho công dân, kích hoạt 2.100 tài khoản định danh.",
     [("Cấp căn cước cho công dân", "=", 1800, "count"), ("kích hoạt tài khoản định danh", "=", 2100, "count")]),
    ("Hoàn thành cấp 350 thẻ thư viện.", [("Hoàn thành cấp thẻ thư viện", "=", 350, "count")]),
    ("100% trường cấp 2 có sân tập.", [("trường cấp 2 có sân tập", "=", 100, "%")]),
    ("100% hợp tác xã xếp loại Tốt, đạt từ 80 điểm trở lên.", [("hợp tác xã xếp loại Tốt, đạt từ 80 điểm trở lên", "=", 100, "%")]),
    ("Thu nhập của thành viên tăng gấp 2 lần (trồng trọt: 5 triệu đồng, dịch vụ: 6 triệu đồng).", [("Thu nhập của thành viên tăng gấp", "=", 2, "lần")]),
])
def test_where_one_outcome_ends(text: str, expected: Found) -> None:
    assert found(text) == expected


def test_horizons_of_plans_and_terms() -> None:
    text = "Đến 30/6/2027 hoàn thành 40%, đến 31/12/2027 hoàn thành 100% việc đo đạc bản đồ địa chính."
    assert [(r.value, r.horizon) for r in read_targets(text)] == [(40, "2027-06-30"), (100, "2027-12-31")]
    text = "Theo kế hoạch trồng rừng năm 2027, toàn xã trồng mới 120 ha rừng."
    assert [(r.indicator, r.horizon) for r in read_targets(text)] == [("toàn xã trồng mới rừng", "2027")]
    assert [r.horizon for r in read_targets("Tổng lượt khách giai đoạn từ nay đến 2030 tăng 12%/năm.")] == ["2030"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Tỷ trọng nông nghiệp, công nghiệp - xây dựng, dịch vụ lần lượt đạt 22%; 41%; 37%; thu nhập đạt 75 triệu đồng.",
     [("Tỷ trọng nông nghiệp", 22, None), ("Tỷ trọng công nghiệp - xây dựng", 41, None), ("Tỷ trọng dịch vụ", 37, None), ("thu nhập", 75, None)]),
    ("Tỷ lệ hộ nghèo, hộ cận nghèo giảm lần lượt 1,1% và 0,7%.", [("Tỷ lệ hộ nghèo", 1.1, None), ("Tỷ lệ hộ cận nghèo", 0.7, None)]),
    ("Đến năm 2028 và năm 2030, tỷ lệ hộ dùng nước sạch lần lượt đạt 85% và 95%.",
     [("tỷ lệ hộ dùng nước sạch", 85, "2028"), ("tỷ lệ hộ dùng nước sạch", 95, "2030")]),
    ("Số thôn kiểu mẫu các năm 2026, 2027, 2028 lần lượt là 2, 4 và 5 thôn.",
     [("Số thôn kiểu mẫu", 2, "2026"), ("Số thôn kiểu mẫu", 4, "2027"), ("Số thôn kiểu mẫu", 5, "2028")]),
    ("Mỗi năm dạy nghề cho 300 lao động, trong đó trên 75% có việc làm.", [("Mỗi năm dạy nghề cho lao động", 300, None), ("có việc làm", 75, None)]),
])
def test_amounts_in_turn(text: str, expected: list[tuple[str, float, str | None]]) -> None:
    assert [(r.indicator, r.value, r.horizon) for r in read_targets(text)] == expected


def test_a_range_with_a_comma() -> None:
    assert [(r.comparator, r.value, r.value_high) for r in read_targets("Hằng năm có từ 20, đến 30 hộ thoát nghèo.")] == [("range", 20, 30)]


def test_a_later_horizon_that_is_only_a_direction() -> None:
    text = "Giá trị sản xuất trên 1 ha đến năm 2027 đạt 160 triệu đồng, định hướng đến năm 2030 đạt 190 triệu đồng."
    assert [(r.indicator, r.value, r.horizon) for r in read_targets(text)] == [
        ("Giá trị sản xuất trên 1 ha", 160, "2027"), ("Giá trị sản xuất trên 1 ha", 190, "2030")]


def test_a_standards_years_are_no_horizon() -> None:
    assert [r.horizon for r in read_targets("Giảm tỷ lệ hộ nghèo theo chuẩn giai đoạn 2026 - 2030 còn 1%.")] == [None]


def test_rows() -> None:
    assert [r.unit for r in read_table_target("Tỷ suất chết trẻ em dưới 1 tuổi", "%0", "11,5")] == ["‰"]
    worded = [("Tỷ lệ chi bộ vững mạnh", "%", "≥ 2/3"), ("Số xã đạt chuẩn", None, "2/3 số xã"), ("Số hộ nghèo", None, "giảm một nửa")]
    assert [(r.comparator, r.value, r.unit) for row in worded for r in read_table_target(*row)] == [(">=", 66.67, "%"), ("=", 66.67, "%"), ("=", 50, "%")]
    assert [t["value"] for t in normalize_targets("Số giường bệnh trên 10.000 dân | 32")["targets"]] == [32]


@given(st.text())
def test_words_never_crash(text: str) -> None:
    low = fold(text)
    assert all(0 <= m.start() < m.end() <= len(low) for m in word_numbers(low))
    read_targets(text + " giảm một nửa, gấp đôi 2/3 số hộ")
