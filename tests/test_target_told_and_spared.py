"""Whom a task only tells to act is no target; a bracket's year stays inside it; what a clause spares is a qualifier."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets
from normalizers.target_tasks import read_task_targets


@pytest.mark.parametrize(
    "text",
    [
        "Hướng dẫn, đôn đốc, kiểm tra 21 khu phố tổ chức Ngày hội Đại đoàn kết toàn dân tộc.",
        "Chỉ đạo 78 xã, phường thực hiện nghiêm quy định về quản lý hộ tịch.",
        "Yêu cầu 7/7 phòng chuyên môn gửi kế hoạch về Văn phòng để tổng hợp.",
        "Chỉ đạo 18 thôn, tổ dân phố rà soát, bổ sung hương ước, quy ước.",
        "Thực hiện nghiêm 05 quy tắc ứng xử của cán bộ, công chức.",
    ],
)
def test_bodies_that_are_only_told_to_act_are_no_target(text: str) -> None:
    assert read_task_targets(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kiểm tra 12 chi bộ.", 12),
        ("Chỉ đạo 02 xã xây dựng nông thôn mới nâng cao.", 2),
        ("Chỉ đạo 05 trường tổ chức mô hình bán trú.", 5),
        ("Hướng dẫn ít nhất 05 thôn tổ chức phân loại rác tại nguồn.", 5),
        ("Hướng dẫn 20 hộ kinh doanh chuyển đổi thành doanh nghiệp.", 20),
        ("Chỉ đạo 02 trường tiếp tục duy trì chuẩn quốc gia.", 2),
    ],
)
def test_bodies_that_reach_something_stay_targets(text: str, value: float) -> None:
    assert [r.value for r in read_task_targets(text)] == [value]


def test_the_year_of_a_bracket_holds_inside_it_alone() -> None:
    text = "≥65% xã đạt chuẩn nông thôn mới (đến năm 2027 phấn đấu có 15% xã đạt chuẩn nâng cao); trong đó 70% xã có nhà văn hóa; 10% xã đạt chuẩn hiện đại."
    assert [(r.value, r.horizon) for r in read_targets(text)] == [(65, None), (15, "2027"), (70, None), (10, None)]


def test_a_year_said_for_the_whole_goes_into_its_bracket_and_on() -> None:
    text = "Đến năm 2030 đón 17 triệu lượt khách (trong đó 4 triệu lượt khách quốc tế); doanh thu đạt 200 tỷ đồng."
    assert [r.horizon for r in read_targets(text)] == ["2030", "2030", "2030"]


@pytest.mark.parametrize("text", ["100% văn bản điện tử được ký số, trừ văn bản mật.", "Tỷ lệ văn bản điện tử được ký số đạt 100%, trừ văn bản mật;"])
def test_what_is_spared_at_the_end_of_a_sentence_is_a_qualifier(text: str) -> None:
    [r] = read_targets(text)
    assert r.qualifier == "trừ văn bản mật"
    assert r.indicator.endswith("văn bản điện tử được ký số")


def test_ridding_of_pests_spares_nothing() -> None:
    [r] = read_targets("Phấn đấu 80% diện tích lúa được phun thuốc phòng trừ sâu bệnh.")
    assert (r.indicator, r.qualifier) == ("diện tích lúa được phun thuốc phòng trừ sâu bệnh", None)


def test_organisations_named_beside_people_are_no_act() -> None:
    [r] = read_task_targets("Nâng cao chất lượng trả lời phản ánh; duy trì mức độ hài lòng của người dân, tổ chức không dưới 95%.")
    assert r.indicator.endswith("mức độ hài lòng của người dân, tổ chức")


@pytest.mark.parametrize(
    "text",
    [
        "Phối hợp cùng 04 nhà trường rà soát, lập danh sách học sinh có hoàn cảnh khó khăn.",
        "Chi trả kịp thời cho 215 đối tượng đang hưởng trợ cấp bảo trợ xã hội hằng tháng.",
        "Lập 03 bộ hồ sơ gửi Sở Nội vụ thẩm định.",
        "Đề nghị Ủy ban MTTQ và 05 tổ chức chính trị - xã hội phối hợp tuyên truyền.",
        "Tiếp tục quản lý, khai thác hiệu quả 07 hồ chứa nước và 32 km kênh mương hiện có.",
        "Chi trả phụ cấp cho người hoạt động không chuyên trách theo mức 1,5 lần lương cơ sở.",
        "Rà soát, đối chiếu danh sách 1.842 đối tượng thuộc diện được cấp thẻ bảo hiểm y tế.",
        "Quán triệt 6 điều Bác Hồ dạy Công an nhân dân.",
        "Thường xuyên cập nhật 19 trường thông tin bắt buộc vào phần mềm.",
    ],
)
def test_counts_of_what_there_is_are_no_target(text: str) -> None:
    assert read_task_targets(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Chi trả qua tài khoản cho 200 người có công.", 200),
        ("Số hóa 500 bộ hồ sơ hộ tịch.", 500),
        ("Cải tạo, nâng cấp 05 nhà văn hóa hiện có.", 5),
        ("Tuyển dụng 12 điều dưỡng cho Trạm Y tế.", 12),
        ("Đưa ra khỏi danh sách 15 hộ nghèo.", 15),
        ("Hoàn thiện 03 bản đồ quy hoạch trình phê duyệt.", 3),
        ("Mở rộng diện tích trồng dâu nuôi tằm thêm 25 ha tại các thôn ven sông.", 25),
        ("Thực hiện tốt chính sách dân số; giảm tỷ suất sinh thô 0,1‰.", 0.1),
    ],
)
def test_counts_of_what_is_to_be_stay_targets(text: str, value: float) -> None:
    assert [r.value for r in read_task_targets(text)] == [value]


def test_parts_of_a_committed_area_are_targets_too() -> None:
    found = read_task_targets("Gieo cấy lúa xuân 450 ha, trong đó lúa chất lượng cao 300 ha.")
    assert [(r.indicator, r.value) for r in found] == [("Gieo cấy lúa xuân", 450), ("lúa chất lượng cao", 300)]
    assert [r.value for r in read_task_targets("Nâng cấp 5 km đường, trong đó đoạn qua thôn Đông 2 km đã xuống cấp.")] == [5]


@pytest.mark.parametrize("text", ["Đẩy mạnh sản xuất vụ đông trên đất 2 lúa.", "Trồng rừng trên đất trống rộng 5 ha.", "Hiện 6/8 trường đạt chuẩn; quan tâm đầu tư các trường còn lại."])
def test_what_land_and_schools_are_like_is_no_target(text: str) -> None:
    assert read_task_targets(text) == []


def test_land_cleared_and_some_of_all_schools_are_targets() -> None:
    assert [r.value for r in read_task_targets("Hoàn thành giải phóng mặt bằng 7,8 ha dự án Cụm công nghiệp.")] == [7.8]
    assert [r.value for r in read_task_targets("Phấn đấu 100% trường học có nước uống đạt chuẩn; 6/8 trường đạt chuẩn quốc gia.")] == [100, 6]


def test_the_purpose_that_holds_the_share_is_the_outcome() -> None:
    [r] = read_task_targets("Đẩy mạnh tuyên truyền để trên 92% hộ gia đình đạt danh hiệu Gia đình văn hóa.")
    assert (r.indicator, r.comparator, r.value) == ("hộ gia đình đạt danh hiệu Gia đình văn hóa", ">", 92)
    [r] = read_task_targets("Số hóa 100% hồ sơ để phục vụ tra cứu.")
    assert r.indicator == "Số hóa hồ sơ"


def test_a_level_that_sets_off_a_duty_is_no_target() -> None:
    assert read_task_targets("Khi nồng độ bụi vượt 150 µg/m3, phải dừng thi công và có biện pháp che chắn.") == []
    assert [r.value for r in read_task_targets("Khi hoàn thành, nâng cấp 5 km đường.")] == [5]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Chỉ đạo 04 thôn, bản đạt chuẩn nông thôn mới kiểu mẫu.", 4),
        ("Đề nghị 7/7 trường học trên địa bàn đạt chuẩn quốc gia.", 7),
        ("Chỉ đạo 05 thôn tổ chức phân loại rác tại nguồn.", 5),
        ("Chi trả bồi thường cho 45 hộ dân bị ảnh hưởng dự án.", 45),
        ("Quản lý, bảo vệ 3.200 ha rừng hiện có.", 3200),
        ("Quản lý chặt chẽ, thay thế 200 bóng đèn hiện có bằng đèn LED.", 200),
        ("Lập 02 bộ hồ sơ trình UNESCO ghi danh di sản văn hóa.", 2),
        ("Thành lập 05 tổ chức chính trị - xã hội trong doanh nghiệp.", 5),
        ("Phấn đấu 05 tổ chức chính trị - xã hội đạt loại xuất sắc.", 5),
        ("Tháo gỡ vướng mắc, hoàn thành giải phóng mặt bằng 12 ha.", 12),
    ],
)
def test_what_bodies_reach_or_found_is_not_taken_for_a_count_of_them(text: str, value: float) -> None:
    assert [r.value for r in read_task_targets(text)] == [value]


@pytest.mark.parametrize("text", ["Giảm 20% lượng thuốc trừ sâu.", "80% hộ nông dân giảm lượng thuốc hóa học trừ sâu bệnh.", "100% người nộp thuế thực hiện giảm trừ gia cảnh."])
def test_pesticides_and_deductions_spare_nothing(text: str) -> None:
    assert [r.qualifier for r in read_targets(text)] == [None]


def test_a_second_purpose_leaves_the_outcome_its_own_words() -> None:
    assert [r.indicator for r in read_task_targets("Hỗ trợ để 90% hộ nghèo có nhà để ở ổn định.")] == ["hộ nghèo có nhà để ở ổn định"]
    assert [r.indicator for r in read_task_targets("Tuyên truyền để 70% người dân cài đặt VNeID để thực hiện dịch vụ công.")] == ["người dân cài đặt VNeID"]


def test_measures_of_a_thing_and_what_is_there_are_no_parts_of_an_amount() -> None:
    assert [r.value for r in read_task_targets("Xây dựng 200 m kè, trong đó cao 3 m, rộng 4 m.")] == [200]
    assert [r.value for r in read_task_targets("Trồng mới 200 ha cây keo, trong đó hiện đã có 50 ha đăng ký.")] == [200]
