"""Target sentences as programmes of ministries and provinces word them: two years for one rate, groups, shares of a whole in brackets."""

from __future__ import annotations

import pytest

from normalizers.target_cells import read_table_target
from normalizers.target_prose import read_targets

CASES: tuple[tuple[str, tuple[tuple[str, str, float | None, str | None, str | None], ...]], ...] = (
    # What a rate is counted per is no value.
    ("- Giảm tỷ suất tử vong bà mẹ trên 100.000 trẻ đẻ sống dưới 42,5 vào năm 2027 và dưới 38 vào năm 2030.", (
        ("tỷ suất tử vong bà mẹ trên 100.000 trẻ đẻ sống", "<", 42.5, None, "2027"),
        ("tỷ suất tử vong bà mẹ trên 100.000 trẻ đẻ sống", "<", 38, None, "2030"))),
    ("- Xây dựng, nhân rộng trên 1.000 hộ kinh doanh số.", (("Xây dựng, nhân rộng hộ kinh doanh số", ">", 1000, "count", None),)),
    # A bare number between two years is the same thing at the later one.
    ("- Tỷ suất mắc lao trên 1.000 dân xuống 1,4 vào năm 2027 và 1,1 vào năm 2030.", (
        ("Tỷ suất mắc lao trên 1.000 dân", "=", 1.4, None, "2027"), ("Tỷ suất mắc lao trên 1.000 dân", "=", 1.1, None, "2030"))),
    ("- Tỷ suất đuối nước xuống 40/100.000 trẻ em vào năm 2027 và 35/100.000 vào năm 2030.", (
        ("Tỷ suất đuối nước", "=", 40, "/100.000 trẻ em", "2027"), ("Tỷ suất đuối nước", "=", 35, "/100.000 trẻ em", "2030"))),
    ("- Kết nạp 12 quần chúng ưu tú vào Đảng, chuyển Đảng chính thức cho 100% đảng viên dự bị.", (
        ("Kết nạp quần chúng ưu tú vào Đảng", "=", 12, "count", None), ("chuyển Đảng chính thức cho đảng viên dự bị", "=", 100, "%", None))),
    ("- Số lượng: Vận động 500 người tham gia, tiếp nhận 350 đơn vị máu.", (
        ("Vận động người tham gia", "=", 500, "người", None), ("tiếp nhận đơn vị máu", "=", 350, "count", None))),
    # A colon typed for a semicolon behind a whole outcome.
    ("- Tỷ lệ học sinh hoàn thành lớp 5 đạt 98% vào năm 2027 và đạt 99% vào năm 2030: phấn đấu giảm tỷ lệ bỏ học dưới 0,2% vào năm 2027.", (
        ("Tỷ lệ học sinh hoàn thành lớp 5", "=", 98, "%", "2027"), ("Tỷ lệ học sinh hoàn thành lớp 5", "=", 99, "%", "2030"),
        ("tỷ lệ bỏ học", "<", 0.2, "%", "2027"))),
    ("- Đến năm 2030: giảm tỷ lệ bỏ học còn 0,2%.", (("tỷ lệ bỏ học", "=", 0.2, "%", "2030"),)),
    # The same indicator for another group.
    ("- Chiều cao trung bình của thanh niên 18 tuổi đối với nam đạt 169 cm, nữ đạt 158 cm.", (
        ("Chiều cao trung bình của thanh niên 18 tuổi đối với nam", "=", 169, "cm", None),
        ("Chiều cao trung bình của thanh niên 18 tuổi đối với nữ", "=", 158, "cm", None))),
    ("- Tỷ lệ hộ dùng nước sạch ở đô thị đạt 98%, nông thôn đạt 85%.", (
        ("Tỷ lệ hộ dùng nước sạch ở đô thị", "=", 98, "%", None), ("Tỷ lệ hộ dùng nước sạch ở nông thôn", "=", 85, "%", None))),
    # A predicate that stands once, behind the last of one kind.
    ("- 95% hồ sơ công việc tại cấp tỉnh; 85% hồ sơ công việc tại cấp xã được xử lý trên môi trường mạng.", (
        ("hồ sơ công việc tại cấp tỉnh được xử lý trên môi trường mạng", "=", 95, "%", None),
        ("hồ sơ công việc tại cấp xã được xử lý trên môi trường mạng", "=", 85, "%", None))),
    # Shares of the whole in brackets are outcomes of their own.
    ("- Có ít nhất 70% số xã đạt chuẩn nông thôn mới (trong đó ít nhất 30% số xã đạt chuẩn nâng cao).", (
        ("số xã đạt chuẩn nông thôn mới", ">=", 70, "%", None), ("số xã đạt chuẩn nâng cao", ">=", 30, "%", None))),
    # An age behind another outcome stays an age.
    ("- Tỷ lệ trẻ em dưới 16 tuổi đạt khoảng 24%, tỷ lệ người từ 60 tuổi trở lên đạt khoảng 15%.", (
        ("Tỷ lệ trẻ em dưới 16 tuổi", "=", 24, "%", None), ("tỷ lệ người từ 60 tuổi trở lên", "=", 15, "%", None))),
    ("- Tuổi thọ bình quân đạt 75 tuổi, trong đó thời gian sống khỏe đạt tối thiểu 68 năm.", (
        ("Tuổi thọ bình quân", "=", 75, "tuổi", None), ("thời gian sống khỏe", ">=", 68, "năm", None))),
    ("- Quy mô dân số 1,2 triệu người.", (("Quy mô dân số", "=", 1.2, "triệu người", None),)),
    ("- Nhân lực công nghệ số đạt 14 người trên một vạn dân.", (("Nhân lực công nghệ số", "=", 14, "người trên một vạn dân", None),)),
    ("- Tỉnh thuộc nhóm 15 địa phương dẫn đầu về an toàn, an ninh mạng.", (("Tỉnh về an toàn, an ninh mạng", "rank", 15, "rank", None),)),
    ("- Đến năm 2027 đạt 80% và đến 2030 đạt 90% nạn nhân được tiếp cận dịch vụ hỗ trợ.", (
        ("nạn nhân được tiếp cận dịch vụ hỗ trợ", "=", 80, "%", "2027"), ("nạn nhân được tiếp cận dịch vụ hỗ trợ", "=", 90, "%", "2030"))),
    ("- Tỷ số tử vong mẹ còn 40/100.000 trẻ đẻ sống vào năm 2027 và xuống dưới 36/100.000 vào năm 2030.", (
        ("Tỷ số tử vong mẹ", "=", 40, "/100.000 trẻ đẻ sống", "2027"), ("Tỷ số tử vong mẹ", "<", 36, "/100.000 trẻ đẻ sống", "2030"))),
    ("- Trong nhiệm kỳ sẽ thành lập mới 700 doanh nghiệp.", (("thành lập mới doanh nghiệp", "=", 700, "count", None),)),
    ("- Số hợp tác xã tăng gấp đôi so với năm 2025.", (("Số hợp tác xã", "=", 2.0, "lần", None),)),
    ("- Tốc độ tăng trưởng từ 9% trở lên; trong đó: nông nghiệp tăng 4%.", (
        ("Tốc độ tăng trưởng", ">=", 9, "%", None), ("nông nghiệp tăng", "=", 4, "%", None))),
    ("- Tỷ lệ hộ nghèo giảm 0,3%, còn dưới 1%.", (("Tỷ lệ hộ nghèo giảm", "=", 0.3, "%", None), ("Tỷ lệ hộ nghèo", "<", 1, "%", None))),
    ("- Giảm số vụ từ 3 đến 5% giai đoạn từ năm 2026 đến năm 2030.", (("Giảm số vụ", "range", 3, "%", "2026/2030"),)),
)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda v: v[2:44] if isinstance(v, str) else "")
def test_sentences(text: str, expected: tuple[tuple[str, str, float | None, str | None, str | None], ...]) -> None:
    assert tuple((r.indicator, r.comparator, r.value, r.unit, r.horizon) for r in read_targets(text)) == expected


@pytest.mark.parametrize(("name", "unit", "cell", "expected"), [
    ("Xếp hạng năng lực cạnh tranh số", "Thứ bậc", "≤ 3 Đông Nam Á; ≤ 50 thế giới", (
        ("Xếp hạng năng lực cạnh tranh số Đông Nam Á", "rank", 3, "rank"), ("Xếp hạng năng lực cạnh tranh số thế giới", "rank", 50, "rank"))),
    ("Tỷ lệ hộ có nước sạch", "%", "≥ 98 đô thị; ≥ 85 nông thôn", (
        ("Tỷ lệ hộ có nước sạch đô thị", ">=", 98, "%"), ("Tỷ lệ hộ có nước sạch nông thôn", ">=", 85, "%"))),
    ("Phát triển con người", "Chỉ số phát triển con người (HDI)", "> 0,75", (("Phát triển con người", ">", 0.75, "index"),)),
    ("Dung lượng cáp quang biển", "Tbps", "≥ 200", (("Dung lượng cáp quang biển", ">=", 200, "Tbps"),)),
])
def test_cells(name: str, unit: str, cell: str, expected: tuple[tuple[str, str, float, str], ...]) -> None:
    assert tuple((r.indicator, r.comparator, r.value, r.unit) for r in read_table_target(name, unit, cell)) == expected
