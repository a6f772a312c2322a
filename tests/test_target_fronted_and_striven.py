"""Comparators before the subject, bodies that strive by a year, ranges with both units, what the same share comes to in heads."""

from __future__ import annotations

import pytest

from extractors.table_headers import heading_role
from normalizers.target_prose import read_targets
from normalizers.targets import read_table_target

Found = list[tuple[str, str, float | None, float | None, str | None, str | None]]


def found(text: str) -> Found:
    return [(r.indicator, r.comparator, r.value, r.value_high, r.unit, r.horizon) for r in read_targets(text)]


@pytest.mark.parametrize(("text", "expected"), [
    # --- a comparator that stands before the subject
    ("Ít nhất mỗi xã có 01 mô hình kinh tế số.", [("mỗi xã có mô hình kinh tế số", ">=", 1, None, "count", None)]),
    ("Tối thiểu mỗi chi bộ kết nạp được 01 đảng viên.", [("mỗi chi bộ kết nạp được đảng viên", ">=", 1, None, "count", None)]),
    ("Mỗi xã có ít nhất 01 mô hình.", [("Mỗi xã có mô hình", ">=", 1, None, "count", None)]),
    # --- who strives by a year is no wording
    ("Đảng bộ xã phấn đấu đến năm 2030 có trên 90% dân số tham gia BHYT.", [("dân số tham gia BHYT", ">", 90, None, "%", "2030")]),
    ("Kế hoạch phấn đấu đến hết năm 2026 đạt 90% dân số tham gia BHYT.", [("dân số tham gia BHYT", "=", 90, None, "%", "2026")]),
    ("Tỉnh phấn đấu đến năm 2030, thu nhập bình quân đạt 120 triệu đồng.", [("thu nhập bình quân", "=", 120, None, "triệu đồng", "2030")]),
    ("Tỷ lệ hộ nghèo phấn đấu đến năm 2030 còn 2%.", [("Tỷ lệ hộ nghèo", "=", 2, None, "%", "2030")]),
    ("Chương trình phấn đấu ít nhất 80% chất thải chăn nuôi được thu gom.", [("chất thải chăn nuôi được thu gom", ">=", 80, None, "%", None)]),
    # --- ranges
    ("Chiều cao của trẻ 5 tuổi tăng từ 1,5 cm - 2 cm.", [("Chiều cao của trẻ 5 tuổi tăng", "range", 1.5, 2, "cm", None)]),
    ("Diện tích nuôi cá tăng từ 5 ha đến 7 ha.", [("Diện tích nuôi cá", "=", 7, None, "ha", None)]),
    # --- how many the share is
    ("Tiêu chuẩn hóa ít nhất 50% số sản phẩm hiện có (tương ứng khoảng 2.400 sản phẩm).", [("Tiêu chuẩn hóa số sản phẩm hiện có", ">=", 50, None, "%", None)]),
    # --- rates of births, ages, words that count
    ("Tỷ số giới tính khi sinh dưới 109 bé trai/100 bé gái còn sống sau khi sinh ra.", [
        ("Tỷ số giới tính khi sinh", "<", 109, None, "bé trai/100 bé gái còn sống sau khi sinh ra", None)]),
    ("Tuổi thọ bình quân đạt 75 tuổi, trong đó sẽ sống khỏe mạnh tối thiểu 68 tuổi.", [
        ("Tuổi thọ bình quân", "=", 75, None, "tuổi", None), ("sống khỏe mạnh", ">=", 68, None, "tuổi", None)]),
    ("Xây dựng mới một trường trung học phổ thông.", [("Xây dựng mới trường trung học phổ thông", "=", 1, None, "count", None)]),
    ("Năm 2026, tỉnh phấn đấu thành lập mới 15 hợp tác xã.", [("thành lập mới hợp tác xã", "=", 15, None, "count", "2026")]),
    # --- a year that tells which law is meant, one behind the sector, one that opens the piece that the brackets stand in
    ("100% hợp tác xã hoạt động đúng Luật Hợp tác xã năm 2023.", [("hợp tác xã hoạt động đúng Luật Hợp tác xã năm 2023", "=", 100, None, "%", None)]),
    ("Chỉ tiêu phát triển chăn nuôi lợn năm 2026 đạt tổng đàn 430 nghìn con.", [("phát triển chăn nuôi lợn đạt tổng đàn con", "=", 430, None, "nghìn con", "2026")]),
    ("Đến năm 2025 đón 8 triệu lượt khách; năm 2030 đón 17 triệu lượt khách (trong đó có 4 triệu lượt khách quốc tế).", [
        ("đón lượt khách", "=", 8, None, "triệu lượt khách", "2025"), ("đón lượt khách", "=", 17, None, "triệu lượt khách", "2030"),
        ("lượt khách quốc tế", "=", 4, None, "triệu lượt khách", "2030")]),
    # --- "nêu trên" compares nothing; what a multiple comes to; an act behind a level; a yield in brackets
    ("Tỷ lệ hộ nghèo các xã nêu trên còn 60%.", [("Tỷ lệ hộ nghèo các xã nêu trên", "=", 60, None, "%", None)]),
    ("Thu nhập của cư dân nông thôn tăng gấp 1,5 lần so với năm 2021 (khoảng 52,8 triệu đồng/người/năm).", [
        ("Thu nhập của cư dân nông thôn tăng gấp", "=", 1.5, None, "lần", None)]),
    ("Giữ ổn định tỷ lệ độ che phủ rừng 60% và nâng cao chất lượng rừng.", [("Giữ ổn định tỷ lệ độ che phủ rừng", "=", 60, None, "%", None)]),
    ("Tổng đàn hươu đạt 36.500 con (sản lượng nhung hươu 16,01 tấn).", [
        ("Tổng đàn hươu", "=", 36500, None, "count", None), ("sản lượng nhung hươu", "=", 16.01, None, "tấn", None)]),
    # --- the next period of the same thing
    ("Giai đoạn 2021 - 2025 giảm tỷ lệ tăng dân số tự nhiên còn 1,1% và giai đoạn 2026 - 2030 dưới 1,0%.", [
        ("tỷ lệ tăng dân số tự nhiên", "=", 1.1, None, "%", "2021/2025"), ("tỷ lệ tăng dân số tự nhiên", "<", 1, None, "%", "2026/2030")]),
    ("Tỷ lệ hộ nghèo giai đoạn 2026 - 2028 giảm 1%/năm và giai đoạn 2029 - 2030 giảm 0,5%/năm.", [
        ("Tỷ lệ hộ nghèo giảm", "=", 1, None, "%", "2026/2028"), ("Tỷ lệ hộ nghèo giảm", "=", 0.5, None, "%", "2029/2030")]),
    # --- the whole land or commune is no wording of a share
    ("Toàn xã có 80% hộ dân dùng nước sạch.", [("hộ dân dùng nước sạch", "=", 80, None, "%", None)]),
    ("Theo quy hoạch, đến năm 2030 cả nước sẽ có 70% số thôn có nhà văn hóa.", [("số thôn có nhà văn hóa", "=", 70, None, "%", "2030")]),
    # --- kinds that begin with the same word, volumes, parts with their unit glued
    ("Diện tích cây cam đạt 298 ha, cây bưởi 418 ha.", [("Diện tích cây cam", "=", 298, None, "ha", None), ("Diện tích cây bưởi", "=", 418, None, "ha", None)]),
    ("Sản lượng gỗ khai thác 350 ngàn m3.", [("Sản lượng gỗ khai thác", "=", 350, None, "ngàn m3", None)]),
    ("Diện tích lúa 103.607ha (vụ xuân 58.853ha, hè thu 44.290ha).", [("Diện tích lúa", "=", 103607, None, "ha", None)]),
    # --- "nâng cấp", "cung cấp", "phân cấp", "chỉ đạo điểm" are acts, not levels or points of a law
    ("Cải tạo, nâng cấp 05 trường học; nâng cấp 2 tuyến đường trục xã.", [
        ("Cải tạo, nâng cấp trường học", "=", 5, None, "count", None), ("nâng cấp tuyến đường trục xã", "=", 2, None, "count", None)]),
    ("Cung cấp 02 dịch vụ công mới.", [("Cung cấp dịch vụ công mới", "=", 2, None, "count", None)]),
    ("Nâng cấp đường huyện lên cấp 3 miền núi.", [("Nâng cấp đường huyện lên cấp 3 miền núi", "qualitative", None, None, None, None)]),
    ("Chỉ đạo điểm 02 thôn xây dựng nông thôn mới kiểu mẫu.", [("Chỉ đạo điểm thôn xây dựng nông thôn mới kiểu mẫu", "=", 2, None, "count", None)]),
    ("Hướng dẫn 60 hộ kinh doanh kê khai thuế điện tử.", [("Hướng dẫn hộ kinh doanh kê khai thuế điện tử", "=", 60, None, "count", None)]),
    # --- so many for each one of several
    ("Phấn đấu mỗi thôn 01 mô hình kinh tế, mỗi xã 02 sản phẩm OCOP.", [
        ("mỗi thôn mô hình kinh tế", "=", 1, None, "count", None), ("mỗi xã sản phẩm OCOP", "=", 2, None, "count", None)]),
    # --- aims that are carried out, fields that an indicator follows, what is striven for behind the amount
    ("Góp phần thực hiện mục tiêu tăng trưởng GDP năm 2026 đạt từ 8,3 - 8,5%.", [("tăng trưởng GDP", "range", 8.3, 8.5, "%", "2026")]),
    ("Trong lĩnh vực kinh tế số, xã phấn đấu đạt tỷ trọng kinh tế số tối thiểu 5% GRDP.", [("tỷ trọng kinh tế số", ">=", 5, None, "%", None)]),
    ("Huấn luyện dân quân đủ nội dung, thời gian, quân số tham gia đạt 100%.", [
        ("Huấn luyện dân quân đủ nội dung, thời gian, quân số tham gia", "=", 100, None, "%", None)]),
    ("Hộ cận nghèo giảm bình quân 0,5%/năm, phấn đấu đến cuối nhiệm kỳ không còn hộ nghèo.", [("Hộ cận nghèo giảm bình quân", "=", 0.5, None, "%", None)]),
    ("Xếp hạng chính phủ điện tử thuộc nhóm 65 nước dẫn đầu thế giới và nhóm 4 nước dẫn đầu khu vực ASEAN theo đánh giá của Liên hợp quốc.", [
        ("Xếp hạng chính phủ điện tử", "rank", 65, None, "rank", None), ("Xếp hạng chính phủ điện tử", "rank", 4, None, "rank", None)]),
    ("Số vụ cháy không quá 05 vụ, không có người chết.", [("Số vụ cháy", "<=", 5, None, "count", None)]),
    ("Số học sinh bỏ học dưới 03 em, không có học sinh bỏ học do hoàn cảnh khó khăn.", [("Số học sinh bỏ học", "<", 3, None, "count", None)]),
    ("Tốc độ tăng dân số ở mức 1% vào năm 2025 và ổn định ở mức này vào năm 2030.", [("Tốc độ tăng dân số", "=", 1, None, "%", "2025")]),
])
def test_outcomes(text: str, expected: Found) -> None:
    assert found(text) == expected


def test_a_share_named_in_the_indicator_cell() -> None:
    [r] = read_table_target("7. Tỷ lệ % hộ dùng nước sạch", None, "> 95")
    assert (r.comparator, r.value, r.unit) == (">", 95, "%")


@pytest.mark.parametrize(("heading", "role"), [
    ("Kế hoạch năm 2027 tỉnh giao", "value@2027"),
    ("Mục tiêu phấn đấu năm 2027 của xã", "value@2027"),
    ("Kế hoạch năm 2027 của UBND xã", "value@2027"),
])
def test_who_sets_the_aim_of_a_year(heading: str, role: str) -> None:
    assert heading_role(heading) == role
