"""Numbers of rules, of who is meant and who comes are no outcomes; values of years told inside a sentence; times of work made shorter."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets, read_task_targets

Found = list[tuple[str, str, float | None, str | None, str | None]]


@pytest.mark.parametrize("text", [
    "Mức chi bồi dưỡng không quá 80.000 đồng/người/buổi theo quy định hiện hành.",
    "Xử phạt nghiêm; mức phạt tiền từ 400.000 đồng đến 600.000 đồng đối với hành vi thả rông trâu bò.",
    "Nhắc nhở lái xe chạy tốc độ tối đa 40 km/giờ qua cổng trường.",
    "Tổ chức Ngày hội đọc sách với sự tham gia của khoảng 300 học sinh.",
    "Thực hiện miễn giảm đối với hộ có từ 03 lao động trở xuống.",
    "Tăng cường liên kết “4 nhà” trong tiêu thụ vải thiều.",
    "Đẩy mạnh liên kết 06 nhà, xây dựng chuỗi giá trị lúa gạo.",
    "Tăng cường hợp tác 3 nhà: Nhà nước, nhà trường và doanh nghiệp.",
    "Phát huy vai trò của 5 nhà, nâng cao giá trị nông sản.",
])
def test_no_outcome_of_a_task(text: str) -> None:
    assert read_task_targets(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Kêu gọi các doanh nghiệp, mạnh thường quân hỗ trợ sửa chữa 06 nhà cho người có công.", 6),
    ("Xóa 09 nhà dột nát trong năm.", 9),
    ("Vận động ủng hộ đạt trên 70 triệu đồng.", 70),
])
def test_outcomes_of_a_task(text: str, expected: float) -> None:
    assert [r.value for r in read_task_targets(text)] == [expected]


def test_houses_are_counted_wherever_their_clause_ends() -> None:
    found = read_task_targets("Hỗ trợ xây mới 18 nhà, sửa chữa 05 nhà; khánh thành 03 nhà.")
    assert [(r.indicator, r.value) for r in found] == [("Hỗ trợ xây mới nhà", 18), ("sửa chữa nhà", 5), ("khánh thành nhà", 3)]


@pytest.mark.parametrize(("text", "expected"), [
    ("Hỗ trợ sửa chữa 25 nhà cho hộ nghèo với mức hỗ trợ 60 triệu đồng/nhà xây mới và 30 triệu đồng/nhà sửa chữa.", [("Hỗ trợ sửa chữa nhà cho hộ nghèo", 25)]),
    ("Cho vay vốn 120 hộ nghèo với mức vay bình quân 50 triệu đồng/hộ.", [("Cho vay vốn hộ nghèo", 120)]),
    ("Tặng 200 suất quà cho gia đình chính sách, mức 500.000 đồng/suất.", [("Tặng suất quà cho gia đình chính sách", 200)]),
    ("Sửa chữa 12 nhà cho hộ nghèo, mỗi nhà 30 triệu đồng.", [("Sửa chữa nhà cho hộ nghèo", 12)]),
    ("Giảm mức chi thường xuyên năm 2026 xuống dưới 60%.", [("mức chi thường xuyên", 60)]),
    ("Nâng thu nhập bình quân đầu người, mức 65 triệu đồng/người/năm.", [("thu nhập bình quân đầu người", 65)]),
])
def test_only_what_each_gets_is_neither_an_outcome_nor_its_wording(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(r.indicator, r.value) for r in read_task_targets(text)] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Tỷ lệ hộ có hố ủ rác đến năm 2026, 2027, 2029 lần lượt đạt 30%, 45%, 70%",
     [("Tỷ lệ hộ có hố ủ rác", "=", 30, "%", "2026"), ("Tỷ lệ hộ có hố ủ rác", "=", 45, "%", "2027"), ("Tỷ lệ hộ có hố ủ rác", "=", 70, "%", "2029")]),
    ("Rút ngắn ít nhất 02 ngày giải quyết hồ sơ đất đai", [("Rút ngắn giải quyết hồ sơ đất đai", ">=", 2, "ngày", None)]),
    ("Giá trị thu hoạch trên 01 ha đất canh tác không thấp hơn 95 triệu đồng", [("Giá trị thu hoạch trên 01 ha đất canh tác", ">=", 95, "triệu đồng", None)]),
    ("Tỷ lệ sinh con tại trạm đạt 80% (chỉ tiêu tỉnh giao 75%)", [("Tỷ lệ sinh con tại trạm", "=", 80, "%", None)]),
    ("Trồng 03 tuyến hàng rào xanh, công nhận thêm 05 vườn mẫu", [("Trồng tuyến hàng rào xanh", "=", 3, "count", None), ("công nhận thêm vườn mẫu", "=", 5, "count", None)]),
])
def test_outcomes_told(text: str, expected: Found) -> None:
    assert [(r.indicator, r.comparator, r.value, r.unit, r.horizon) for r in read_targets(text)] == expected


def test_a_span_of_time_beside_others_is_none() -> None:
    assert [r.value for r in read_targets("100% văn bản được xử lý, giảm 02 ngày so với quy định")] == [100]
