"""Acts done at a dated occasion or once a period, outcomes in brackets, totals above their parts, partners beside partners."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.deadline_prose import find_deadline
from normalizers.targets import read_targets, read_task_targets
from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners
from pipeline.read_one import read_one


@pytest.mark.parametrize("text, edtf", [
    ("Tổ chức quán triệt đến toàn thể đảng viên trong sinh hoạt định kỳ tháng 6/2026; xây dựng kế hoạch của chi bộ.", "2026-06"),
    ("Chủ trì quán triệt trong sinh hoạt Chi bộ thường kỳ ngày 03/10/2026.", "2026-10-03"),
    ("Triển khai tại hội nghị cán bộ chủ chốt ngày 15/3/2026.", "2026-03-15"),
    ("Tổng hợp số liệu báo cáo Đảng ủy đúng hạn ngày 23/09/2026.", "2026-09-23"),
    ("Thực hiện ý kiến kết luận tại cuộc họp ngày 20/3/2026 của Chủ tịch UBND xã.", None),
    ("Triển khai Nghị quyết được thông qua tại kỳ họp ngày 10/12/2025 của HĐND xã.", None),
    ("Chuẩn bị nội dung phục vụ kỳ họp HĐND xã tháng 7/2026.", None),
])
def test_the_date_of_an_occasion_is_that_of_the_act_done_there(text: str, edtf: str | None) -> None:
    said = find_deadline(text, "2026-01-15")
    assert (said.edtf if said else None) == edtf


@pytest.mark.parametrize("text, rrule", [
    ("Duy trì nề nếp sinh hoạt chi bộ thường kỳ mùng 3 hằng tháng.", ["FREQ=MONTHLY;BYMONTHDAY=3"]),
    ("Tổ chức sinh hoạt chuyên đề theo quý.", ["FREQ=MONTHLY;INTERVAL=3"]),
    ("Phân bổ dự toán theo quý.", []),
    ("Xây dựng lịch kiểm tra theo tháng.", []),
])
def test_what_is_done_once_a_period(text: str, rrule: list[str]) -> None:
    said = find_deadline(text, "2026-01-15")
    assert (list(said.rrule) if said else []) == rrule


@pytest.mark.parametrize("text, values", [
    ("100% đảng viên hoàn thành nhiệm vụ (trên 85% hoàn thành tốt trở lên).", [("đảng viên hoàn thành nhiệm vụ", 100), ("hoàn thành tốt trở lên", 85)]),
    ("Thu ngân sách đạt 120 tỷ đồng (chỉ tiêu cũ 100 tỷ đồng).", [("Thu ngân sách", 120)]),
    ("Tổng thu du lịch khoảng 290.000 tỷ đồng (mục tiêu ban đầu 260.000 tỷ đồng).", [("Tổng thu du lịch", 290000)]),
    ("Thu ngân sách đạt 120 tỷ đồng (Nghị quyết Đại hội giao 115 tỷ đồng).", [("Thu ngân sách", 120)]),
    ("Trồng mới 50 ha rừng (trong đó: rừng phòng hộ 20 ha, rừng sản xuất 30,5 ha).",
     [("Trồng mới rừng", 50), ("rừng phòng hộ", 20), ("rừng sản xuất", 30.5)]),
])
def test_brackets_hold_outcomes_of_their_own_or_old_aims(text: str, values: list[tuple[str, float]]) -> None:
    assert [(r.indicator, r.value) for r in read_targets(text)] == values


def test_partners_beside_partners() -> None:
    helpers = prose_owners("Phối hợp với Công an xã cùng Ban Chỉ huy Quân sự xã và các đoàn thể tuần tra ban đêm.")[1]
    assert [u.name for u in helpers] == ["Công an xã", "Ban Chỉ huy Quân sự xã", "Các tổ chức chính trị - xã hội"]


def test_a_total_stands_above_parts_with_the_same_marker(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("ỦY BAN NHÂN DÂN\nXÃ THANH SƠN\nSố: 12/KH-UBND\nThanh Sơn, ngày 15 tháng 01 năm 2026\nKẾ HOẠCH\nSản xuất năm 2026\n"
                    "I. CHỈ TIÊU\n- Tổng diện tích gieo trồng 772 ha, trong đó:\n- Lúa: 507 ha.\n- Màu: 265 ha.\n"
                    "- Phấn đấu hoàn thành 15 chỉ tiêu năm 2026, cụ thể:\n- Thu ngân sách đạt 12 tỷ đồng.\n", encoding="utf-8")
    assert [(t.indicator, t.value) for t in read_one(plan, plan.name).targets] == [
        ("Tổng diện tích gieo trồng", 772), ("Lúa", 507), ("Màu", 265), ("Thu ngân sách", 12)]


@pytest.mark.parametrize("text, values", [
    ("Quán triệt Nghị quyết đến toàn thể 22 đảng viên của chi bộ.", []),
    ("Vận động nhân dân qua cuộc họp 4 khu vực.", []),
    ("Chỉ đạo cả 08 thôn ra quân dọn vệ sinh.", []),
    ("Quản lý chặt chẽ 74 thanh niên trong độ tuổi nghĩa vụ quân sự.", []),
    ("Thăm hỏi, tặng quà 120 gia đình chính sách.", [120]),
])
def test_how_many_there_are_is_no_target(text: str, values: list[float]) -> None:
    assert [r.value for r in read_task_targets(text)] == values


def test_advisers_of_a_provincial_committee_lead() -> None:
    heading = "2. Các cơ quan tham mưu, giúp việc Tỉnh ủy, các đảng ủy trực thuộc Tỉnh ủy"
    assert [u.name for u in heading_units(heading)] == ["Các cơ quan tham mưu, giúp việc Tỉnh ủy", "Các đảng ủy trực thuộc Tỉnh ủy"]


@pytest.mark.parametrize("text, subjects", [
    ("100% cán bộ, người hoạt động không chuyên trách và 80% người dân được phổ cập kỹ năng số.",
     ["cán bộ, người hoạt động không chuyên trách được phổ cập kỹ năng số", "người dân được phổ cập kỹ năng số"]),
    ("100% hộ nghèo, 95% người có công được thăm, tặng quà.", ["hộ nghèo được thăm, tặng quà", "người có công được thăm, tặng quà"]),
    ("100% người sử dụng đất, 80% chủ rừng ký cam kết bảo vệ rừng.", ["người sử dụng đất ký cam kết bảo vệ rừng", "chủ rừng ký cam kết bảo vệ rừng"]),
    ("30% lãnh đạo là người dân tộc thiểu số, 90% cán bộ được tập huấn.", ["lãnh đạo là người dân tộc thiểu số", "cán bộ được tập huấn"]),
    ("100% người có công có nhà ở ổn định, 90% hộ nghèo được hỗ trợ.", ["người có công có nhà ở ổn định", "hộ nghèo được hỗ trợ"]),
    ("Tỷ lệ lao động qua đào tạo đạt 75%, có bằng cấp, chứng chỉ đạt 32%.",
     ["Tỷ lệ lao động qua đào tạo", "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ"]),
])
def test_names_of_groups_say_nothing_of_them(text: str, subjects: list[str]) -> None:
    assert [r.indicator for r in read_targets(text)] == subjects


@pytest.mark.parametrize("text, helper", [
    ("Phối hợp với Tổ bảo vệ rừng thôn tuần tra, kiểm tra rừng.", "Tổ bảo vệ rừng thôn"),
    ("Phối hợp với nhân viên y tế thôn phun hóa chất diệt muỗi.", "Nhân viên y tế thôn"),
    ("Phối hợp với Đội dân phòng tuần tra ban đêm.", "Đội dân phòng"),
    ("Phối hợp với lực lượng dân quân tự vệ tuần tra ban đêm.", "Lực lượng dân quân tự vệ"),
])
def test_a_village_closes_the_name_of_its_body(text: str, helper: str) -> None:
    assert [u.name for u in prose_owners(text)[1]] == [helper]


def test_a_half_yearly_review_with_its_month_is_due_then() -> None:
    said = find_deadline("Tổ chức sơ kết 6 tháng vào tháng 7/2026, tổng kết trong tháng 12/2026.", "2026-01-15")
    assert said is not None and said.edtf == "2026-07"


@pytest.mark.parametrize("text, subjects", [
    ("100% học sinh, 90% giáo viên được tập huấn kỹ năng phòng cháy.",
     ["học sinh được tập huấn kỹ năng phòng cháy", "giáo viên được tập huấn kỹ năng phòng cháy"]),
    ("Tỷ lệ hộ gia đình, thôn, cơ quan đạt chuẩn văn hóa lần lượt là 90%, 100% và 95%.",
     ["Tỷ lệ hộ gia đình đạt chuẩn văn hóa", "Tỷ lệ thôn đạt chuẩn văn hóa", "Tỷ lệ cơ quan đạt chuẩn văn hóa"]),
    ("Tỷ lệ gia đình văn hóa, thôn văn hóa, cơ quan văn hóa lần lượt đạt 90%, 100%, 95%.",
     ["Tỷ lệ gia đình văn hóa", "Tỷ lệ thôn văn hóa", "Tỷ lệ cơ quan văn hóa"]),
    ("Phát triển đàn bò lên 1.200 con.", ["Phát triển đàn bò"]),
])
def test_rows_of_subjects_share_what_is_said_of_them(text: str, subjects: list[str]) -> None:
    assert [r.indicator for r in read_targets(text)] == subjects
