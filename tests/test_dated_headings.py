"""Phases and quarters as headings, headings that charge a Party committee, and the small habits of yearly and phased plans."""

from __future__ import annotations

import pytest

from normalizers.deadlines import find_deadline
from normalizers.target_prose import read_targets
from normalizers.target_tasks import read_task_targets
from pipeline.assemble import assemble
from pipeline.records import PlanRecord
from tests.support import HEADER, make_document


def _plan(*body: str) -> PlanRecord:
    return assemble(make_document(*HEADER, *body))


@pytest.mark.parametrize(("heading", "edtf", "due"), [
    ("1. Quý II", "2026-34", "2026-06-30"),
    ("1. Nhiệm vụ trọng tâm tháng 4/2026", "2026-04", "2026-04-30"),
    ("1. Giai đoạn 1: Rà soát, lập danh sách (từ ngày 10/3/2026 đến ngày 15/4/2026)", "2026-03-10/2026-04-15", "2026-04-15"),
    ("1. Giai đoạn 2: Từ ngày 16/4/2026 đến ngày 30/5/2026", "2026-04-16/2026-05-30", "2026-05-30"),
    ("a) Bước 1 (hoàn thành trước ngày 20/3/2026):", "../2026-03-19", "2026-03-19"),
])
def test_a_dated_heading_dates_the_acts_below_it(heading: str, edtf: str, due: str) -> None:
    plan = _plan("I. NHIỆM VỤ CỤ THỂ", heading, "- Rà soát các hộ gia đình thuộc diện quản lý trên địa bàn.", "- Lập danh sách, niêm yết công khai tại nhà văn hóa.")
    assert [(t.deadline.edtf, t.deadline.due) for t in plan.tasks if t.deadline] == [(edtf, due)] * 2


@pytest.mark.parametrize("heading", [
    "1. Nhiệm vụ trọng tâm năm 2026", "1. Tuần lễ hưởng ứng Ngày Chuyển đổi số quốc gia (10/10)", "1. Nhiệm vụ giai đoạn 2026 - 2030", "1. Năm 2026",
    "1. Thực hiện Kế hoạch số 12/KH-UBND (ngày 05/01/2026)",
])
def test_a_topic_with_a_year_or_a_date_dates_nothing(heading: str) -> None:
    plan = _plan("I. NHIỆM VỤ CỤ THỂ", heading, "- Rà soát các hộ gia đình thuộc diện quản lý trên địa bàn.", "- Lập danh sách, niêm yết công khai tại nhà văn hóa.")
    assert [t.deadline for t in plan.tasks] == [None, None]


def test_years_in_a_row_are_a_road_map() -> None:
    plan = _plan("I. LỘ TRÌNH THỰC HIỆN", "1. Năm 2026", "- Xây dựng cơ sở dữ liệu hộ gia đình của xã.", "2. Năm 2027", "- Mở rộng cơ sở dữ liệu đến các thôn còn lại.")
    assert [t.deadline.edtf for t in plan.tasks if t.deadline] == ["2026", "2027"]


def test_what_an_act_says_itself_goes_before_its_heading() -> None:
    plan = _plan("I. NHIỆM VỤ CỤ THỂ", "1. Quý I", "- Báo cáo kết quả rà soát về UBND tỉnh trước ngày 15/3/2026.")
    assert [t.deadline.due for t in plan.tasks if t.deadline] == ["2026-03-14"]


def test_a_time_line_of_its_own_name_closes_the_step() -> None:
    plan = _plan("I. NHIỆM VỤ CỤ THỂ", "1. Đợt 1: Khám sức khỏe (từ ngày 01/4/2026 đến ngày 30/6/2026)", "- Tổ chức khám cho công dân trong độ tuổi tại Trạm Y tế xã.",
                 "- Thời gian khám: 04/5/2026 - 08/5/2026.")
    assert [(t.deadline.edtf if t.deadline else None) for t in plan.tasks] == ["2026-05-04/2026-05-08"]


@pytest.mark.parametrize(("heading", "lead"), [
    ("1. Giao Đảng ủy UBND xã lãnh đạo, chỉ đạo:", ("Đảng ủy Ủy ban nhân dân xã",)),
    ("1. Đảng ủy Ủy ban nhân dân xã lãnh đạo, chỉ đạo thực hiện:", ("Đảng ủy Ủy ban nhân dân xã",)),
    ("1. Phát triển kinh tế:", ()),
])
def test_a_heading_that_charges_in_a_task_section(heading: str, lead: tuple[str, ...]) -> None:
    plan = _plan("I. NHIỆM VỤ, GIẢI PHÁP", heading, "- Rà soát, điều chỉnh quy hoạch sử dụng đất của xã.", "- Đẩy nhanh tiến độ giải ngân vốn đầu tư công.")
    assert [t.lead for t in plan.tasks] == [lead, lead]


def test_people_as_the_unit_of_a_heading() -> None:
    plan = _plan("I. TỔ CHỨC THỰC HIỆN", "1. Nhân viên y tế thôn, cộng tác viên dân số", "Nắm tình hình sức khỏe của từng hộ gia đình, báo cáo Trạm Y tế.")
    assert plan.tasks[0].lead == ("Nhân viên y tế thôn", "Cộng tác viên dân số")


def test_general_directions_are_aims() -> None:
    plan = _plan("I. PHƯƠNG HƯỚNG CHUNG", "Tiếp tục đổi mới nội dung, phương thức hoạt động, hướng mạnh về cơ sở.", "II. NHIỆM VỤ", "- Tổ chức sinh hoạt chi hội theo chuyên đề.")
    assert [t.text for t in plan.tasks] == ["Tổ chức sinh hoạt chi hội theo chuyên đề."]


def test_a_target_section_that_points_to_a_rule_commits_to_nothing() -> None:
    plan = _plan("I. CHỈ TIÊU, TIÊU CHUẨN", "1. Chỉ tiêu", "a) Chỉ tiêu giao quân: 42 công dân (nghĩa vụ quân sự 38 công dân).", "2. Tiêu chuẩn",
                 "Thực hiện theo quy định tại Thông tư số 148/2018/TT-BQP của Bộ trưởng Bộ Quốc phòng.")
    assert [(t.indicator, t.value, t.unit) for t in plan.targets] == [("giao quân", 42, "count")]


@pytest.mark.parametrize(("text", "due"), [
    ("Họp Hội đồng xét duyệt và thông báo kết quả chậm nhất ngày 20/12/2025.", "2025-12-20"),
    ("Lễ giao, nhận quân: 01 ngày, ngày 04/3/2026.", "2026-03-04"),
])
def test_days_in_sentences(text: str, due: str) -> None:
    found = find_deadline(text, "2025-08-01")
    assert found is not None
    assert found.due == due


def test_a_lunar_day_in_brackets_is_no_part_of_the_phrase() -> None:
    found = find_deadline("Dâng hương vào ngày 26/4/2026 (ngày 10/3 âm lịch).", "2026-01-05")
    assert found is not None
    assert found.raw == "vào ngày 26/4/2026"


@pytest.mark.parametrize(("text", "wanted"), [
    ("Giao quân: 42 công dân, dự phòng 05 công dân.", [("Giao quân", 42), ("dự phòng công dân", 5)]),
    ("Vận động xây mới tối thiểu 01 “Mái ấm tình thương”.", [("Vận động xây mới “Mái ấm tình thương”", 1)]),
])
def test_counts(text: str, wanted: list[tuple[str, float]]) -> None:
    found = read_targets(text)
    assert [(r.indicator, r.value) for r in found] == wanted
    assert {r.unit for r in found} == {"count"}


def test_counts_in_tasks() -> None:
    assert read_task_targets("Triển khai bệnh án điện tử tại Trạm và 02 điểm trạm.") == []
    helped = read_task_targets("Phối hợp với Phòng Kinh tế, Trung tâm Dịch vụ tổng hợp mở 02 lớp tập huấn cho phụ nữ.")
    assert [(r.indicator, r.value) for r in helped] == [("mở lớp tập huấn cho phụ nữ", 2)]


def test_who_signs_may_stand_beside_the_recipients() -> None:
    plan = _plan("I. NHIỆM VỤ", "- Tổ chức sinh hoạt chi hội theo chuyên đề.", "Nơi nhận: TRẠM TRƯỞNG", "- Sở Y tế (b/c);", "- Lưu: VT.", "Ngô Thị Thanh Tâm")
    assert (plan.plan.signer_title, plan.plan.signer) == ("TRẠM TRƯỞNG", "Ngô Thị Thanh Tâm")


def test_a_heading_among_units_names_somebody_too() -> None:
    plan = _plan("I. TỔ CHỨC THỰC HIỆN", "1. Công an xã: Chủ trì tham mưu Kế hoạch, kiểm tra việc thực hiện.", "2. Điều tra viên, Tổ trưởng Tổ điều tra",
                 "- Thực hiện thu thập thông tin đúng quy trình.", "3. Trạm Y tế: Bố trí nhân lực, thuốc phục vụ.", "4. Chế độ báo cáo",
                 "- Tổng hợp, báo cáo kết quả theo quy định.")
    assert [t.lead for t in plan.tasks] == [("Công an xã",), ("Điều tra viên", "Tổ trưởng Tổ điều tra"), ("Trạm Y tế",), ()]


def test_a_committee_leads_without_a_colon() -> None:
    plan = _plan("I. NHIỆM VỤ, GIẢI PHÁP", "1.1. Đảng ủy UBND xã lãnh đạo, chỉ đạo", "- Xây dựng Đề án bảo tồn di sản của xã.", "1.2. Phát triển văn hóa",
                 "- Tổ chức ngày hội văn hóa các dân tộc.")
    assert [t.lead for t in plan.tasks] == [("Đảng ủy Ủy ban nhân dân xã",), ()]


def test_a_time_line_that_opens_an_item_holds_for_what_follows() -> None:
    plan = _plan("I. NỘI DUNG THỰC HIỆN", "1. Chuẩn bị", "a) Thời gian: Từ ngày 01/6/2026 đến ngày 30/6/2026.", "b) Nội dung:", "- Thành lập Tổ công tác, phân công thành viên.",
                 "- Báo cáo UBND tỉnh trước ngày 20/6/2026.", "2. Triển khai", "a) Thời gian: Tháng 7/2026.", "b) Nội dung:", "- Rà soát các cơ sở kinh doanh có điều kiện.")
    assert [t.deadline.edtf for t in plan.tasks if t.deadline] == ["2026-06-01/2026-06-30", "../2026-06-19", "2026-07"]


@pytest.mark.parametrize(("heading", "lead", "support"), [
    ("2. Cải cách thể chế (Văn phòng HĐND và UBND phường chủ trì)", ["Văn phòng HĐND và UBND"], []),
    ("2. Công tác tuyên truyền (Phòng Văn hóa - Xã hội chủ trì, phối hợp với Công an xã)", ["Phòng Văn hóa - Xã hội"], ["Công an xã"]),
    ("2. Công tác tuyên truyền (do Công an xã thực hiện)", ["Công an xã"], []),
    ("2. Triển khai Kế hoạch số 12/KH-UBND (sau đây gọi là Kế hoạch 12)", [], []),
])
def test_a_heading_may_note_who_is_charged(heading: str, lead: list[str], support: list[str]) -> None:
    plan = _plan("I. NHIỆM VỤ CỤ THỂ", heading, "- Xây dựng, ban hành văn bản đúng thẩm quyền.", "- Rà soát các văn bản hết hiệu lực thi hành.")
    assert [(list(t.lead), list(t.support)) for t in plan.tasks] == [(lead, support)] * 2
