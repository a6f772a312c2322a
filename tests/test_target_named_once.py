"""Things named once for two acts, parts and comparisons in brackets, what is set beside an amount without being counted by it."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets

Found = list[tuple[str, str, float | None, str | None, str | None]]


def found(text: str) -> Found:
    return [(r.indicator, r.comparator, r.value, r.unit, r.horizon) for r in read_targets(text)]


@pytest.mark.parametrize(("text", "expected"), [
    # --- two acts on things that are named behind the second
    ("Công nhận mới 01, công nhận lại 02 trường đạt chuẩn quốc gia.",
     [("Công nhận mới trường đạt chuẩn quốc gia", "=", 1, "count", None), ("công nhận lại trường đạt chuẩn quốc gia", "=", 2, "count", None)]),
    ("Xây mới 12, sửa chữa 20 phòng học.", [("Xây mới phòng học", "=", 12, "count", None), ("sửa chữa phòng học", "=", 20, "count", None)]),
    # --- an act of its own behind people who find work
    ("Giải quyết việc làm cho từ 1.200 lao động trở lên, xuất khẩu lao động 60 người.",
     [("Giải quyết việc làm cho lao động", ">=", 1200, "count", None), ("xuất khẩu lao động", "=", 60, "người", None)]),
    # --- a part in brackets whose unit is printed on to its number
    ("Tổng diện tích nuôi tôm đạt 280.000ha (trong đó diện tích tôm càng xanh 20.000ha).",
     [("Tổng diện tích nuôi tôm", "=", 280000, "ha", None), ("diện tích tôm càng xanh", "=", 20000, "ha", None)]),
    # --- what a bracket sets beside the number is no wording
    ("Lượng khách du lịch đạt 250.000 lượt (khách quốc tế 5.000 lượt).", [("Lượng khách du lịch", "=", 250000, "count", None)]),
    ("Tỷ lệ lao động qua đào tạo nghề trên 70% (lao động chung của tỉnh 57%).", [("Tỷ lệ lao động qua đào tạo nghề", ">", 70, "%", None)]),
    # --- a rate alone in brackets says how high the level before them is
    ("Duy trì mức sinh thay thế (2,1 con/phụ nữ); tuổi thọ trung bình 75 tuổi.",
     [("Duy trì mức sinh thay thế", "=", 2.1, "con/phụ nữ", None), ("tuổi thọ trung bình", "=", 75, "tuổi", None)]),
    # --- each of two shares of a product has its year
    ("Kinh tế số chiếm 15% GRDP năm 2026 và phấn đấu 30% năm 2030.", [("Kinh tế số", "=", 15, "%", "2026"), ("Kinh tế số", "=", 30, "%", "2030")]),
    # --- how often is part of what the share is of
    ("Tỷ lệ phụ nữ đẻ được cán bộ y tế đỡ đạt 99%, khám thai đủ 4 lần trong 3 thời kỳ đạt 85%.",
     [("Tỷ lệ phụ nữ đẻ được cán bộ y tế đỡ", "=", 99, "%", None), ("khám thai đủ 4 lần trong 3 thời kỳ", "=", 85, "%", None)]),
    # --- a remark between an amount and how it compares
    ("Thu cân đối ngân sách 12,85 tỷ đồng (chưa tính thu tiền đất), vượt 7% so với dự toán.",
     [("Thu cân đối ngân sách (chưa tính thu tiền đất)", "=", 12.85, "tỷ đồng", None), ("Thu cân đối ngân sách (chưa tính thu tiền đất) vượt", "=", 7, "%", None)]),
    # --- an aim against a year, without a number, is no subject of the share behind it
    ("Giảm số vụ bạo lực so với năm trước và ít nhất 90% nạn nhân được hỗ trợ.", [("nạn nhân được hỗ trợ", ">=", 90, "%", None)]),
    # --- an amount named whole lends its name to no count behind it
    ("Dư nợ 85 tỷ đồng, 1.650 hộ vay.", [("Dư nợ", "=", 85, "tỷ đồng", None), ("hộ vay", "=", 1650, "count", None)]),
    # --- numbers in words before a scale
    ("Thu ngân sách đạt ba nghìn tỷ đồng.", [("Thu ngân sách", "=", 3, "nghìn tỷ đồng", None)]),
    # --- the same amount in another measure
    ("Kết nạp 30 đảng viên, tương ứng với 3% tổng số đảng viên.", [("Kết nạp đảng viên", "=", 30, "count", None), ("Kết nạp đảng viên", "=", 3, "%", None)]),
    ("Giảm tỷ lệ hộ nghèo xuống còn 2%, tương đương 45 hộ.", [("tỷ lệ hộ nghèo", "=", 2, "%", None), ("tỷ lệ hộ nghèo", "=", 45, "count", None)]),
    ("Trồng 50 ha rừng, tương đương khoảng 125.000 cây.", [("Trồng rừng", "=", 50, "ha", None), ("Trồng rừng", "=", 125000, "count", None)]),
    # --- levels told in brackets before what follows a comma, or by a year behind them
    ("Đến năm 2030, duy trì vững chắc mức sinh thay thế (2,1 con/phụ nữ), quy mô dân số 120.000 người.",
     [("duy trì vững chắc mức sinh thay thế", "=", 2.1, "con/phụ nữ", "2030"), ("quy mô dân số", "=", 120000, "người", "2030")]),
    ("Đưa tỷ số giới tính khi sinh về mức cân bằng tự nhiên (dưới 109 bé trai/100 bé gái) vào năm 2030.",
     [("Đưa tỷ số giới tính khi sinh về mức cân bằng tự nhiên", "<", 109, "bé trai/100 bé gái", "2030")]),
    ("Tỷ lệ hộ nghèo dưới 1% vào khoảng năm 2028.", [("Tỷ lệ hộ nghèo", "<", 1, "%", "2028")]),
    # --- signs printed on to the word before them
    ("BHYT≥95%; nợ xấu<1%.", [("BHYT", ">=", 95, "%", None), ("nợ xấu", "<", 1, "%", None)]),
    # --- a sentence of parts holds for the year of its whole
    ("Mục tiêu đến năm 2030 đào tạo nghề cho 28.000 người. Trong đó, đào tạo lại cho 12.000 người.",
     [("đào tạo nghề cho người", "=", 28000, "người", "2030"), ("đào tạo lại cho người", "=", 12000, "người", "2030")]),
    # --- where a wider area stands is no wording
    ("Số thuê bao băng rộng đạt 25 thuê bao/100 dân (cả tỉnh 24,5).", [("Số thuê bao băng rộng", "=", 25, "thuê bao/100 dân", None)]),
    # --- rows of amounts of several kinds: each closes its piece
    ("Doanh thu du lịch 250 tỷ đồng, lượng khách 120.000 lượt, ngày lưu trú 2 ngày, công suất phòng 55%.",
     [("Doanh thu du lịch", "=", 250, "tỷ đồng", None), ("lượng khách", "=", 120000, "count", None), ("ngày lưu trú", "=", 2, "ngày", None), ("công suất phòng", "=", 55, "%", None)]),
    ("Sản lượng thịt hơi các loại 350 nghìn tấn, trứng 900 triệu quả.", [("Sản lượng thịt hơi các loại", "=", 350, "nghìn tấn", None), ("trứng", "=", 900, "triệu quả", None)]),
    ("Nạo vét 12 km mương, đắp 3.500 m3 đất.", [("Nạo vét mương", "=", 12, "km", None), ("đắp đất", "=", 3500, "m3", None)]),
    ("Số học sinh 1.250 em, số lớp 38 lớp, sĩ số bình quân 33 em/lớp.",
     [("Số học sinh", "=", 1250, "count", None), ("số lớp", "=", 38, "count", None), ("sĩ số bình quân em/lớp", "=", 33, "count", None)]),
    # --- growth told as a multiple is that of the amount before it
    ("Thu nhập bình quân đạt 75 triệu đồng, gấp 1,7 lần so với năm 2025.", [("Thu nhập bình quân", "=", 75, "triệu đồng", None), ("Thu nhập bình quân gấp", "=", 1.7, "lần", None)]),
    # --- what is counted by people without a verb, and shares of short names with the whole said once
    ("Số bác sĩ/vạn dân 10; số giường bệnh/vạn dân 25.", [("Số bác sĩ/vạn dân", "=", 10, None, None), ("số giường bệnh/vạn dân", "=", 25, None, None)]),
    ("BHXH 25%, BHTN 18% lực lượng lao động.", [("BHXH", "=", 25, "%", None), ("BHTN lực lượng lao động", "=", 18, "%", None)]),
    # --- a remark behind a share that its subject stands before
    ("Giao quân 100%, bảo đảm chất lượng, đúng luật.", [("Giao quân", "=", 100, "%", None)]),
    ("Kiểm tra 45 cơ sở, xử lý 100% vi phạm, không có ngộ độc thực phẩm.", [("Kiểm tra cơ sở", "=", 45, "count", None), ("xử lý vi phạm", "=", 100, "%", None)]),
    # --- a note on the year before a share is no wording; what a share is of stands in brackets behind an amount
    ("Đến năm 2027 (giữa kỳ): 60%; đến năm 2030: 100% hệ thống thông tin được phê duyệt cấp độ.",
     [("hệ thống thông tin được phê duyệt cấp độ", "=", 60, "%", "2027"), ("hệ thống thông tin được phê duyệt cấp độ", "=", 100, "%", "2030")]),
    ("Diện tích sản xuất hữu cơ 50 ha (chiếm 3% diện tích).", [("Diện tích sản xuất hữu cơ", "=", 50, "ha", None)]),
    # --- so many are exceeded
    ("Hoàn thành 25 chỉ tiêu, vượt 05 chỉ tiêu.", [("Hoàn thành chỉ tiêu", "=", 25, "count", None), ("Hoàn thành chỉ tiêu vượt", "=", 5, "count", None)]),
    # --- names of groups
    ("PAPI thuộc nhóm trung bình cao.", [("PAPI", "rank", None, "rank", None)]),
])
def test_each_outcome_has_its_own_name(text: str, expected: Found) -> None:
    assert found(text) == expected


def test_the_whole_that_a_share_is_of_is_no_subject() -> None:
    found, = read_targets("Bố trí chi cho văn hóa bảo đảm ít nhất 2% tổng chi ngân sách xã.")
    assert (found.indicator, found.value) == ("Bố trí chi cho văn hóa", 2.0)
    found, = read_targets("Nâng cấp hạ tầng số, bảo đảm 100% tổng số cơ quan được kết nối mạng.")
    assert "cơ quan được kết nối mạng" in found.indicator


def test_an_outlook_gives_the_year_of_a_later_value() -> None:
    first, second = read_targets("Tỷ lệ đô thị hóa đến năm 2030 đạt 45 - 50%, tầm nhìn 2045 đạt 70%.")
    assert (first.indicator, first.horizon) == ("Tỷ lệ đô thị hóa", "2030")
    assert (second.indicator, second.horizon, second.value) == ("Tỷ lệ đô thị hóa", "2045", 70.0)
