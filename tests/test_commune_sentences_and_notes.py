"""Long sentences of communes' plans: what belongs to an indicator, who is charged beside an office, when the acts below a heading are done."""

from __future__ import annotations

import pytest

from normalizers.deadlines import find_deadline, title_period
from normalizers.targets import read_targets, read_task_targets
from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units
from pipeline.assemble import assemble
from tests.support import make_document

HEAD = ("ỦY BAN NHÂN DÂN", "XÃ TÂN AN", "Số: 12/KH-UBND", "Tân An, ngày 15 tháng 01 năm 2026", "KẾ HOẠCH", "Chuyển đổi số năm 2026")


@pytest.mark.parametrize(("text", "indicators"), [
    ("Duy trì 20 camera an ninh tại các điểm phức tạp, góp phần giữ vững an ninh trật tự.", ["camera an ninh tại các điểm phức tạp"]),
    ("Kiểm tra ít nhất 30% cơ quan, đơn vị, kịp thời chấn chỉnh các tồn tại, hạn chế.", ["Kiểm tra cơ quan, đơn vị"]),
    ("Tổ chức đối thoại với người dân ít nhất 02 lần/năm, bảo đảm các kiến nghị được trả lời bằng văn bản.", ["Tổ chức đối thoại với người dân"]),
    ("Mỗi bản trồng mới ít nhất 200 m đường hoa, mỗi hộ trồng tối thiểu 05 cây xanh.", ["Mỗi bản trồng mới đường hoa", "mỗi hộ trồng cây xanh"]),
    ("100% văn bản được ban hành đúng thời hạn, bảo đảm có hiệu lực cùng thời điểm với Luật.", ["văn bản được ban hành đúng thời hạn, bảo đảm có hiệu lực cùng thời điểm với Luật"]),
])
def test_what_comes_of_an_outcome_is_not_what_is_measured(text: str, indicators: list[str]) -> None:
    assert [r.indicator for r in read_targets(text)] == indicators


def test_two_subjects_share_what_they_accept() -> None:
    first, second = read_targets("80% trở lên số hộ sản xuất kinh doanh và 100% doanh nghiệp trên địa bàn chấp nhận thanh toán không dùng tiền mặt.")
    assert first.indicator == "số hộ sản xuất kinh doanh chấp nhận thanh toán không dùng tiền mặt"
    assert second.indicator == "doanh nghiệp trên địa bàn chấp nhận thanh toán không dùng tiền mặt"


@pytest.mark.parametrize(("text", "lead"), [
    ("Rà soát hộ chưa có Internet (Phòng Kinh tế, các thôn).", ["Phòng Kinh tế", "Các thôn"]),
    ("Hỗ trợ các vùng khó khăn của xã (các thôn, bản).", []),
    ("Các tổ dân phố lập danh sách hộ nghèo gửi UBND phường.", ["Các tổ dân phố"]),
    ("Các thôn còn khó khăn về hạ tầng được ưu tiên đầu tư.", []),
    ("Bố trí kinh phí; chỉ đạo Phòng Văn hóa - Xã hội phối hợp cung cấp tài liệu.", []),
])
def test_settlements_and_directed_offices_are_charged(text: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(text)[0]] == lead


def test_chiefs_of_all_settlements_are_one_unit() -> None:
    assert [u.unit_id for u in parse_units("Trưởng bản các bản; Công an xã")] == ["truong-ban", "cong-an"]


@pytest.mark.parametrize("heading", ["b) Nhóm tiện ích phát triển kinh tế - xã hội", "2. Nhóm dịch vụ công thiết yếu", "a) Nhóm thủ tục hành chính liên thông"])
def test_a_group_of_services_is_no_unit(heading: str) -> None:
    assert heading_units(heading) == []
    assert [u.name for u in heading_units("3. Nhóm nòng cốt hòa giải")] == ["Nhóm nòng cốt hòa giải"]


@pytest.mark.parametrize(("note", "edtf", "rrule"), [
    ("(Phòng Kinh tế chủ trì; thực hiện hằng năm)", None, ("FREQ=YEARLY",)),
    ("(Phòng Kinh tế chủ trì, hoàn thành trong quý II/2026)", "2026-34", ()),
    ("(Phòng Kinh tế chủ trì, Công an xã phối hợp; hoàn thành trước ngày 30/6/2026)", "../2026-06-29", ()),
])
def test_a_note_of_who_and_when_in_a_heading_holds_for_its_acts(note: str, edtf: str | None, rrule: tuple[str, ...]) -> None:
    plan = assemble(make_document(*HEAD, "I. NHIỆM VỤ, GIẢI PHÁP", f"1. Phát triển nhân lực số {note}", "- Cử cán bộ tham gia các lớp bồi dưỡng.", "- Mở lớp phổ cập kỹ năng số."))
    assert [(list(t.lead), t.deadline and t.deadline.edtf, t.deadline and tuple(t.deadline.rrule)) for t in plan.tasks] == [(["Phòng Kinh tế"], edtf, rrule)] * 2


@pytest.mark.parametrize(("text", "raw"), [
    ("Phát chuyên mục trên hệ thống truyền thanh tối thiểu 02 lần/tuần, xong trước ngày 31/3/2026.", "trước ngày 31/3/2026"),
    ("Họp giao ban 01 tháng/lần, báo cáo kết quả trước ngày 25/11/2026.", "01 tháng/lần"),
])
def test_by_when_goes_before_how_often(text: str, raw: str) -> None:
    found = find_deadline(text, "2026-01-15")
    assert found is not None and found.raw == raw


@pytest.mark.parametrize("text", [
    "Cụ thể hóa Kế hoạch này thành kế hoạch, nhiệm vụ hằng năm của UBND xã.",
    "Đưa nội dung thực hiện Nghị quyết vào chương trình kiểm tra, giám sát hằng năm.",
])
def test_a_programme_of_each_year_is_no_time_of_the_act(text: str) -> None:
    assert find_deadline(text, "2026-01-15") is None
    assert find_deadline("Kiểm tra, giám sát hằng năm việc thực hiện Nghị quyết.", "2026-01-15") is not None


def test_what_is_put_to_use_from_a_month_on_is_dated() -> None:
    found = find_deadline("Xây dựng bộ tiêu chí đánh giá công chức, áp dụng từ tháng 5/2026.", "2026-01-15")
    assert found is not None and (found.kind, found.edtf) == ("open_ended", "2026-05/..")


def test_what_must_not_be_may_stand_before_a_share() -> None:
    first, second = read_targets("Không để dịch lớn xảy ra; 100% ổ dịch được phát hiện, xử lý trong vòng 48 giờ.")
    assert (first.comparator, first.indicator, second.value) == ("qualitative", "Không để dịch lớn xảy ra", 100)


def test_the_time_that_each_takes_stands_beside_a_share() -> None:
    first, second = read_targets("Thời gian tiếp nhận một hồ sơ không quá 10 phút, 100% hồ sơ trễ hạn có văn bản xin lỗi.")
    assert (first.comparator, first.value, first.unit, second.value) == ("<=", 10, "phút", 100)


@pytest.mark.parametrize(("text", "indicators"), [
    ("Rà soát danh sách; các ấp có tỷ lệ bao phủ dưới 90% phải có giải pháp khắc phục.", []),
    ("Đẩy mạnh tuyên truyền trên nền tảng số, mỗi tháng đăng tải ít nhất 10 tin, bài.", ["mỗi tháng đăng tải tin, bài"]),
])
def test_quantities_of_tasks(text: str, indicators: list[str]) -> None:
    assert [r.indicator for r in read_task_targets(text)] == indicators


@pytest.mark.parametrize(("title", "period"), [
    ("Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ giai đoạn 2026 - 2030", "2026/2030"),
    ("Thực hiện Quyết định số 06/QĐ-TTg ngày 06/01/2022 phê duyệt Đề án phát triển ứng dụng dữ liệu về dân cư giai đoạn 2022 - 2025", None),
])
def test_a_phase_long_after_the_document_is_the_plans_own(title: str, period: str | None) -> None:
    assert title_period(title) == period


def test_a_share_behind_what_each_has_is_of_others() -> None:
    found = read_targets("Phấn đấu mỗi thôn có tối thiểu 01 điểm hỗ trợ dịch vụ công, mỗi trường học có 01 phòng học STEM, 100% giáo viên được tập huấn AI.")
    assert [(r.value, r.indicator) for r in found] == [
        (1, "mỗi thôn có điểm hỗ trợ dịch vụ công"), (1, "mỗi trường học có phòng học STEM"), (100, "giáo viên được tập huấn AI")]
    assert [r.value for r in read_targets("Mỗi cán bộ xử lý ít nhất 20 hồ sơ trở lên đạt 90%.")] == [90]


def test_when_to_register_is_a_deadline() -> None:
    found = find_deadline("Từng cán bộ đăng ký sáng kiến, hoàn thành đăng ký trước 15/3/2026.", "2026-01-15")
    assert found is not None and found.due == "2026-03-14"
    assert find_deadline("Rà soát hồ sơ đăng ký trước ngày 15/3/2026.", "2026-01-15") is None


@pytest.mark.parametrize(("text", "indicators"), [
    ("Chỉ số DTI tăng tối thiểu 10 bậc so với năm 2025, phấn đấu vào tốp 30 xã, phường của tỉnh.", ["Chỉ số DTI tăng", "Chỉ số DTI"]),
    ("Giữ vững 19/19 tiêu chí nông thôn mới; đến cuối năm có thêm 02 thôn đạt chuẩn thôn thông minh.", ["Giữ vững tiêu chí nông thôn mới", "thêm thôn đạt chuẩn thôn thông minh"]),
])
def test_a_rank_and_what_is_reached_by_the_years_end_name_their_subject(text: str, indicators: list[str]) -> None:
    assert [r.indicator for r in read_targets(text)] == indicators
