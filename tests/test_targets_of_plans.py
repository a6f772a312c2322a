"""Outcomes as plans and resolutions word them: aims and breakdowns in brackets, visions, ranks that share a field."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets


def _read(text: str) -> list[tuple[str, float | None, str | None, str]]:
    return [(r.comparator, r.value, r.horizon, r.indicator) for r in read_targets(text)]


@pytest.mark.parametrize(("text", "want"), [
    ("Mở lớp phổ cập bơi cho học sinh tiểu học (mục tiêu 80% học sinh lớp 5 biết bơi).",
     [("=", 80, None, "học sinh lớp 5 biết bơi")]),
    ("Tập huấn cho giáo viên khối 12 (chỉ tiêu tỷ lệ đỗ tốt nghiệp đạt 99%, tỷ lệ vào đại học trên 60%) theo từng tổ.",
     [("=", 99, None, "tỷ lệ đỗ tốt nghiệp"), (">", 60, None, "tỷ lệ vào đại học")]),
    ("Trồng 50 ha rừng ven biển (chỉ tiêu đến năm 2030 đạt 70 ha).",
     [("=", 50, None, "Trồng rừng ven biển"), ("=", 70, "2030", "Trồng rừng ven biển")]),
])
def test_an_aim_in_brackets_is_an_outcome_of_its_own(text: str, want: list[tuple[str, float | None, str | None, str]]) -> None:
    assert _read(text) == want


def test_a_bracket_that_only_names_whose_aims_are_meant_gives_none() -> None:
    assert [c for c, *_ in _read("Hoàn thành các tiêu chí còn lại (mục tiêu số 12 của Nghị quyết).")] == ["qualitative"]


@pytest.mark.parametrize("text", [
    "Thu ngân sách đạt 90% dự toán (Chi cục A 120 tỷ đồng; Chi cục B 35 tỷ đồng).",
    "Thu ngân sách đạt 90% dự toán (Chi cục A: 120 tỷ đồng, Chi cục B: 35 tỷ đồng).",
])
def test_a_breakdown_in_brackets_is_no_wording(text: str) -> None:
    assert _read(text) == [("=", 90, None, "Thu ngân sách")]


def test_a_vision_that_opens_the_sentence_says_by_when() -> None:
    assert _read("Tầm nhìn đến năm 2050: thu nhập bình quân đầu người đạt trên 30.000 USD; tỷ lệ đô thị hóa đạt 70%.") == [
        (">", 30000, "2050", "thu nhập bình quân đầu người"), ("=", 70, "2050", "tỷ lệ đô thị hóa")]
    assert _read("Phát triển du lịch đến năm 2030, tầm nhìn đến năm 2045: đón 5 triệu lượt khách.")[0][2] == "2030"


def test_ranks_of_one_field_share_it() -> None:
    assert _read("Tỉnh thuộc nhóm 3 tỉnh dẫn đầu khu vực, nhóm 10 tỉnh dẫn đầu cả nước về chuyển đổi số.") == [
        ("rank", 3, None, "Tỉnh về chuyển đổi số"), ("rank", 10, None, "chuyển đổi số")]
    assert _read("Xếp hạng logistics thuộc nhóm 5 nước dẫn đầu khu vực Đông Nam Á")[0][3] == "Xếp hạng logistics"


def test_a_range_of_places_is_a_rank() -> None:
    assert _read("Chỉ số phục vụ người dân nằm trong nhóm từ 01 - 10 trên tổng số 99 xã, phường") == [("rank", 10, None, "Chỉ số phục vụ người dân")]


def test_the_field_in_which_a_place_is_ranked_is_part_of_the_indicator() -> None:
    assert _read("Đến năm 2030, thành phố A thuộc nhóm 5 địa phương dẫn đầu cả nước về logistics, thương mại điện tử và công nghệ 5G.") == [
        ("rank", 5, "2030", "thành phố A về logistics, thương mại điện tử và công nghệ 5G")]


def test_a_later_stage_of_the_same_whole_has_the_subject_of_the_first() -> None:
    assert _read("Nâng tỷ lệ che phủ rừng đến năm 2026 đạt 13,5% diện tích tự nhiên; đến năm 2028 đạt 14,7% diện tích tự nhiên và định hướng đến năm "
                 "2030 đạt 16,5% diện tích tự nhiên, nâng cao chất lượng rừng.") == [
        ("=", 13.5, "2026", "tỷ lệ che phủ rừng"), ("=", 14.7, "2028", "tỷ lệ che phủ rừng"), ("=", 16.5, "2030", "tỷ lệ che phủ rừng")]


@pytest.mark.parametrize(("text", "want"), [
    ("Hiện có 12 xã đạt chuẩn, phấn đấu đến năm 2030 có 20 xã đạt chuẩn.", [("=", 20, "2030", "xã đạt chuẩn")]),
    ("Tỷ lệ hộ nghèo hiện nay là 5%, phấn đấu đến năm 2030 còn dưới 2%.", [("<", 2, "2030", "Tỷ lệ hộ nghèo")]),
    ("Tỷ lệ lao động qua đào tạo hiện đạt 60%; đến năm 2030 đạt 75%.", [("=", 75, "2030", "Tỷ lệ lao động qua đào tạo")]),
    ("Đến nay toàn tỉnh đã có 80% thôn văn hóa, phấn đấu đến năm 2027 đạt 95%.", [("=", 95, "2027", "thôn văn hóa")]),
    ("Tính đến ngày 31/12/2027, tối thiểu 95% hồ sơ được số hóa.", [(">=", 95, "2027-12-31", "hồ sơ được số hóa")]),
    ("Đến năm 2030, 90% diện tích rừng hiện có được cấp chứng chỉ.", [("=", 90, "2030", "diện tích rừng hiện có được cấp chứng chỉ")]),
])
def test_of_a_present_state_beside_an_aim_only_the_aim_counts(text: str, want: list[tuple[str, float | None, str | None, str]]) -> None:
    assert _read(text) == want


def test_how_many_one_thing_has_is_part_of_it() -> None:
    assert [v for _, v, *_ in _read("Mỗi thôn có ít nhất 01 tổ hòa giải với từ 05 đến 07 hòa giải viên.")] == [1]
    assert [v for _, v, *_ in _read("Thành lập 30 tổ hợp tác với trên 400 thành viên.")] == [30, 400]


def test_what_a_share_is_for_stays_as_worded() -> None:
    text = "Tối thiểu 80% cơ sở sản xuất ứng dụng công nghệ số nhằm nâng cao năng suất lao động."
    assert _read(text)[0][3] == "cơ sở sản xuất ứng dụng công nghệ số nhằm nâng cao năng suất lao động"


def test_a_total_of_things_is_not_named_twice() -> None:
    assert _read("Tổng số hợp tác xã đến năm 2026 đạt 45 hợp tác xã, đến năm 2030 đạt 60 hợp tác xã.") == [
        ("=", 45, "2026", "Tổng số hợp tác xã"), ("=", 60, "2030", "Tổng số hợp tác xã")]


def test_the_year_of_what_multiplies_says_by_when() -> None:
    assert _read("Thu nhập bình quân của người dân năm 2030 tăng gấp 2 lần so với năm 2020.") == [("=", 2, "2030", "Thu nhập bình quân của người dân tăng gấp")]
    assert _read("Giá trị xuất khẩu năm 2030 gấp 1,5 lần năm 2025.") == [("=", 1.5, "2030", "Giá trị xuất khẩu gấp")]


@pytest.mark.parametrize(("text", "want"), [
    ("Trồng mới 1.500 cây xanh phân tán, chỉnh trang 05 tuyến đường hoa, lắp đặt 12 km điện chiếu sáng.", [1500, 5, 12]),
    ("Hoàn thiện hạ tầng 05 cụm công nghiệp.", [5]),
    ("Mở rộng nghĩa trang 02 xã.", [2]),
    ("Bê tông hóa mặt đường 06 ngõ xóm.", [6]),
    ("Cải tạo đường 30 tháng 4.", [None]),
])
def test_a_word_that_ends_like_a_name_does_not_make_a_name_of_an_amount(text: str, want: list[float | None]) -> None:
    assert [v for _, v, *_ in _read(text)] == want
