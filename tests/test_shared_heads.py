"""Outcomes that share the head of an indicator: each of them names the whole indicator."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.shared_heads import groups_of, with_head
from normalizers.targets import read_targets


def _named(text: str) -> list[str]:
    return [r.indicator for r in read_targets(text)]


@pytest.mark.parametrize(("text", "want"), [
    ("Tỷ lệ hoàn thành cấp tiểu học đạt 99%, cấp trung học cơ sở đạt 96%, cấp trung học phổ thông đạt 90%.",
     ["Tỷ lệ hoàn thành cấp tiểu học", "Tỷ lệ hoàn thành cấp trung học cơ sở", "Tỷ lệ hoàn thành cấp trung học phổ thông"]),
    ("Tỷ lệ chuyển cấp từ tiểu học lên trung học cơ sở đạt 99%, từ trung học cơ sở lên trung học phổ thông đạt 90%.",
     ["Tỷ lệ chuyển cấp từ tiểu học lên trung học cơ sở", "Tỷ lệ chuyển cấp từ trung học cơ sở lên trung học phổ thông"]),
    ("Tỷ lệ cán bộ cấp tỉnh được bồi dưỡng kỹ năng số đạt 90%, cấp xã đạt 80%.",
     ["Tỷ lệ cán bộ cấp tỉnh được bồi dưỡng kỹ năng số", "Tỷ lệ cán bộ cấp xã được bồi dưỡng kỹ năng số"]),
    ("Tỷ lệ người từ 15 tuổi trở lên biết chữ đạt 98%, từ 15 đến 35 tuổi đạt 99,5%.",
     ["Tỷ lệ người từ 15 tuổi trở lên biết chữ", "Tỷ lệ người từ 15 đến 35 tuổi biết chữ"]),
    ("Tỷ suất tử vong trẻ em dưới 5 tuổi còn 18‰, dưới 1 tuổi còn 12‰.",
     ["Tỷ suất tử vong trẻ em dưới 5 tuổi", "Tỷ suất tử vong trẻ em dưới 1 tuổi"]),
    ("Chỉ số hài lòng của người dân đạt 90%, của doanh nghiệp đạt 85%.",
     ["Chỉ số hài lòng của người dân", "Chỉ số hài lòng của doanh nghiệp"]),
    ("Tỷ lệ kiên cố hóa phòng học bậc mầm non đạt 80%; bậc tiểu học đạt 90%.",
     ["Tỷ lệ kiên cố hóa phòng học bậc mầm non", "Tỷ lệ kiên cố hóa phòng học bậc tiểu học"]),
    ("Giá trị sản xuất nông nghiệp đạt 400 tỷ đồng, công nghiệp - xây dựng đạt 900 tỷ đồng.",
     ["Giá trị sản xuất nông nghiệp", "Giá trị sản xuất công nghiệp - xây dựng"]),
    ("Diện tích trồng lạc 120 ha, đậu tương 80 ha.", ["Diện tích trồng lạc", "Diện tích trồng đậu tương"]),
    ("Tổng diện tích gieo cấy 900 ha, trong đó lúa lai 500 ha.", ["Tổng diện tích gieo cấy", "Tổng diện tích gieo cấy lúa lai"]),
    ("Tỷ lệ lao động tham gia bảo hiểm xã hội đạt 40%, bảo hiểm thất nghiệp đạt 35%.",
     ["Tỷ lệ lao động tham gia bảo hiểm xã hội", "Tỷ lệ lao động tham gia bảo hiểm thất nghiệp"]),
    ("Tỷ lệ lao động qua đào tạo đạt 75%, lao động có chứng chỉ đạt 30%.",
     ["Tỷ lệ lao động qua đào tạo", "Tỷ lệ lao động có chứng chỉ"]),
    ("Tỷ lệ hộ nghèo bình quân giảm 1%/năm, vùng đồng bào dân tộc thiểu số giảm 3%/năm.",
     ["Tỷ lệ hộ nghèo bình quân giảm", "Tỷ lệ hộ nghèo vùng đồng bào dân tộc thiểu số giảm"]),
])
def test_what_names_only_another_group_takes_the_head(text: str, want: list[str]) -> None:
    assert _named(text) == want


@pytest.mark.parametrize(("text", "second"), [
    ("Tỷ lệ hộ dân dùng nước sạch đạt 98%, nước thải được xử lý đạt 60%.", "nước thải được xử lý"),
    ("Tỷ lệ hộ nghèo tiếp cận nước sạch đạt 90%, hộ gia đình văn hóa đạt 95%.", "hộ gia đình văn hóa"),
    ("Tốc độ tăng trưởng kinh tế đạt 8%, kinh tế số đạt 20%.", "kinh tế số"),
    ("Tỷ lệ văn bản ký số cấp tỉnh đạt 100%, cấp giấy chứng nhận lần đầu đạt 98%.", "cấp giấy chứng nhận lần đầu"),
    ("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng còn 8%, dưới 1 tuổi được tiêm chủng đạt 98%.", "dưới 1 tuổi được tiêm chủng"),
    ("Diện tích cây ăn quả đạt 500 ha, sản lượng đạt 4.000 tấn.", "sản lượng"),
    ("Thu nhập bình quân đầu người đạt 70 triệu đồng, thu ngân sách đạt 300 tỷ đồng.", "thu ngân sách"),
])
def test_what_is_told_of_something_else_keeps_its_own_words(text: str, second: str) -> None:
    assert _named(text)[1] == second


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_wording_is_taken(wording: str, indicator: str) -> None:
    got = with_head(wording, indicator)
    assert got is None or got


@pytest.mark.parametrize(("text", "want"), [
    ("Tỷ lệ hồ sơ trực tuyến đạt lần lượt 90%, 80% đối với cấp tỉnh và cấp xã.",
     [("=", 90, None, "Tỷ lệ hồ sơ trực tuyến đối với cấp tỉnh"), ("=", 80, None, "Tỷ lệ hồ sơ trực tuyến đối với cấp xã")]),
    ("Số hóa kết quả giải quyết đạt tối thiểu tương ứng 90%, 80%, 70% đối với hồ sơ thuộc thẩm quyền của cấp tỉnh, cấp huyện, cấp xã.",
     [(">=", v, None, f"Số hóa kết quả giải quyết đối với hồ sơ thuộc thẩm quyền của cấp {n}") for v, n in ((90, "tỉnh"), (80, "huyện"), (70, "xã"))]),
    ("Tỷ lệ người dân hài lòng đạt lần lượt 85%, 90% và 95% vào các năm 2026, 2027 và 2028.",
     [("=", v, y, "Tỷ lệ người dân hài lòng") for v, y in ((85, "2026"), (90, "2027"), (95, "2028"))]),
    ("Tỷ lệ trường đạt chuẩn quốc gia ở mầm non, tiểu học lần lượt đạt 60% và 70%.",
     [("=", 60, None, "Tỷ lệ trường đạt chuẩn quốc gia ở mầm non"), ("=", 70, None, "Tỷ lệ trường đạt chuẩn quốc gia ở tiểu học")]),
])
def test_amounts_in_turn_are_of_the_groups_or_years_that_follow(text: str, want: list[tuple[str, float, str | None, str]]) -> None:
    assert [(r.comparator, r.value, r.horizon, r.indicator) for r in read_targets(text)] == want


@given(st.text(max_size=60), st.integers(min_value=0, max_value=5))
def test_groups_are_as_many_as_amounts(tail: str, count: int) -> None:
    assert len(groups_of(tail, count)) in (0, count)
