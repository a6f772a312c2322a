"""A second outcome behind "và": another act, a later stage, a rank; ages that are reached; bases said without "với"."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets

Found = list[tuple[str, float | None, str | None, str | None, str]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # an age behind its subject is a value, one that tells for whom is none
        ("Tuổi thọ trung bình tính từ khi sinh ra: 74,2 tuổi", [("=", 74.2, "tuổi", None, "Tuổi thọ trung bình tính từ khi sinh ra")]),
        ("Duy trì 6/6 phường, xã đạt chuẩn phổ cập mẫu giáo 5 tuổi", [("=", 6, "count", None, "phường, xã đạt chuẩn phổ cập mẫu giáo 5 tuổi")]),
        # no year is printed with a point
        ("Số lượt khám bệnh trong năm 42.000 lượt", [("=", 42000, "count", None, "Số lượt khám bệnh trong năm")]),
        # the share closes its clause, the act behind "và" is another outcome
        ("hạ tỷ lệ hộ cận nghèo 0,6% và đào tạo nghề cho 350 lao động", [
            ("=", 0.6, "%", None, "hạ tỷ lệ hộ cận nghèo"), ("=", 350, "count", None, "đào tạo nghề cho lao động")]),
        ("chăn nuôi tăng 4% và dịch vụ - du lịch tăng 9%.", [("=", 4, "%", None, "chăn nuôi tăng"), ("=", 9, "%", None, "dịch vụ - du lịch tăng")]),
        # the year of a later stage is not that of the first
        ("70% tổ dân phố có câu lạc bộ, tiến tới 90% vào năm 2029", [
            ("=", 70, "%", None, "tổ dân phố có câu lạc bộ"), ("=", 90, "%", "2029", "tổ dân phố có câu lạc bộ")]),
        ("Hướng tới 15 vườn mẫu", [("=", 15, "count", None, "vườn mẫu")]),
        # a rank whose words tell of the others in the group
        ("Chỉ số chuyển đổi số đạt 70 điểm và nằm trong nhóm 5 huyện có hạ tầng tốt nhất tỉnh", [
            ("=", 70, "điểm", None, "Chỉ số chuyển đổi số"), ("rank", 5, "rank", None, "Chỉ số chuyển đổi số")]),
        ("Chỉ số SIPAS thuộc nhóm các tỉnh, thành phố trực thuộc Trung ương dẫn đầu", [("rank", None, "rank", None, "Chỉ số SIPAS")]),
        # what it is compared with, said without "với"
        ("Kim ngạch nhập khẩu 35 triệu USD, giảm 4% so năm 2022.", [
            ("=", 35, "triệu USD", None, "Kim ngạch nhập khẩu"), ("=", 4, "%", None, "Kim ngạch nhập khẩu giảm")]),
        ("Giảm số vụ đuối nước: 12% so năm 2023", [("=", 12, "%", None, "Giảm số vụ đuối nước")]),
        # each area with the share it is of the whole
        ("diện tích chè 120 ha, chiếm 6% diện tích cây lâu năm và diện tích cà phê 300 ha, chiếm 15% diện tích cây lâu năm", [
            ("=", 120, "ha", None, "diện tích chè"), ("=", 6, "%", None, "diện tích chè chiếm diện tích cây lâu năm"),
            ("=", 300, "ha", None, "diện tích cà phê"), ("=", 15, "%", None, "diện tích cà phê chiếm diện tích cây lâu năm")]),
    ],
)
def test_the_outcomes_behind_the_first(text: str, found: Found) -> None:
    assert [(r.comparator, r.value, r.unit, r.horizon, r.indicator) for r in read_targets(text)] == found


def test_two_subjects_share_the_year_at_the_end() -> None:
    assert [r.horizon for r in read_targets("70% thôn và 90% khu phố được kết nối cáp quang vào năm 2029")] == ["2029", "2029"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what stands before "trong đó" has no number of its own
        ("Cơ cấu cây trồng chuyển dịch tích cực, trong đó cây ăn quả, rau màu 42%; cây lương thực 30%", [
            ("=", 42, "%", None, "cây ăn quả, rau màu"), ("=", 30, "%", None, "cây lương thực")]),
        ("Du lịch khởi sắc, trong đó khách quốc tế tăng 12%", [("=", 12, "%", None, "khách quốc tế tăng")]),
        # names in quotes make one list
        ("đến năm 2027, 45% hộ đạt danh hiệu “Hộ xanh”, “Hộ sạch”, “Hộ đẹp” và phải đạt 65% vào năm 2030", [
            ("=", 45, "%", "2027", "hộ đạt danh hiệu “Hộ xanh”, “Hộ sạch”, “Hộ đẹp”"), ("=", 65, "%", "2030", "hộ đạt danh hiệu “Hộ xanh”, “Hộ sạch”, “Hộ đẹp”")]),
        ("học viên nữ 120 người, học viên là người dân tộc thiểu số 45 người", [
            ("=", 120, "người", None, "học viên nữ"), ("=", 45, "người", None, "học viên là người dân tộc thiểu số")]),
        # what grows also takes up a share
        ("đến năm 2028 doanh thu dịch vụ số tăng bình quân 11%/năm, chiếm 18% tổng doanh thu dịch vụ", [
            ("=", 11, "%", "2028", "doanh thu dịch vụ số tăng bình quân"), ("=", 18, "%", "2028", "doanh thu dịch vụ số chiếm tổng doanh thu dịch vụ")]),
        # a period that names the standard says by when of nothing
        ("Đến năm 2028, 90% thôn, 100% xã đạt bộ tiêu chí y tế giai đoạn 2026-2030", [
            ("=", 90, "%", "2028", "thôn đạt bộ tiêu chí y tế"), ("=", 100, "%", "2028", "xã đạt bộ tiêu chí y tế")]),
        ("Tỷ số giới tính khi sinh: 109,8 số bé trai/100 bé gái", [("=", 109.8, "số bé trai/100 bé gái", None, "Tỷ số giới tính khi sinh")]),
        ("Điều chỉnh mức sinh: +0,2‰ so với năm trước", [("=", 0.2, "‰", None, "Điều chỉnh mức sinh")]),
        ("Giữ vững vị trí dẫn đầu toàn tỉnh về chỉ số DDCI", [("rank", None, "rank", None, "chỉ số DDCI")]),
        ("đến năm 2027, đặc khu sẽ đón từ 1,2 triệu lượt khách trở lên", [(">=", 1.2, "triệu lượt khách", "2027", "đặc khu sẽ đón lượt khách")]),
        # the act before "và" has no number
        ("Hoàn thành mục tiêu 95-95-95 về phòng, chống HIV và khống chế tỷ lệ nhiễm trong cộng đồng dưới 0,3%", [
            ("<", 0.3, "%", None, "tỷ lệ nhiễm trong cộng đồng")]),
        # what shares given in turn are of
        ("số lao động có hợp đồng, tham gia công đoàn lần lượt đạt 60%, 40% lực lượng lao động, trên 90% hộ có việc làm", [
            ("=", 60, "%", None, "số lao động có hợp đồng"), ("=", 40, "%", None, "số lao động có tham gia công đoàn"), (">", 90, "%", None, "hộ có việc làm")]),
        ("Giữ vị trí số 1 về chỉ số SIPAS", [("rank", 1, "rank", None, "chỉ số SIPAS")]),
        ("Giữ vị trí thứ nhất về chỉ số SIPAS", [("rank", 1, "rank", None, "chỉ số SIPAS")]),
    ],
)
def test_parts_lists_and_places(text: str, found: Found) -> None:
    assert [(r.comparator, r.value, r.unit, r.horizon, r.indicator) for r in read_targets(text)] == found
