"""Owners in plans of sectors: people by name and post, sections of hospitals, courts, police and banks, departments by their kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.deadlines import parse_deadline
from normalizers.targets import read_targets
from normalizers.units import heading_units, parse_units, prose_owners
from pipeline.read_one import read_one


@pytest.mark.parametrize(("heading", "named"), [
    ("Thầy Hiệu trưởng Ngô Văn Tám:", ["Hiệu trưởng Ngô Văn Tám"]),
    ("Thầy Ngô Văn Tám, Tổng phụ trách Đội", ["Tổng phụ trách Đội"]),
    ("Cô giáo Vũ Thị Sáu (Tổ trưởng tổ 2)", ["Tổ trưởng tổ 2"]),
    ("Đồng chí Sáu", ["Đồng chí Sáu"]),
    ("Đ/c Tám, đ/c Sáu", ["Đ/c Tám", "Đ/c Sáu"]),
    ("Thượng tá Ngô Văn Tám, Trưởng Công an xã", ["Trưởng Công an xã"]),
    ("2. Điều dưỡng trưởng các khoa", ["Điều dưỡng trưởng các khoa"]),
    ("Bà con nhân dân", []),
    ("Cô lập vùng dịch", []),
    ("Ông bà, cha mẹ", []),
])
def test_people_in_headings(heading: str, named: list[str]) -> None:
    assert [u.name for u in heading_units(heading)] == named


@pytest.mark.parametrize(("sentence", "named"), [
    ("BS. Ngô Văn Tám, Trưởng khoa Nội xây dựng quy trình chăm sóc", ["Trưởng khoa Nội"]),
    ("Hội đồng Thuốc và Điều trị xây dựng danh mục", ["Hội đồng Thuốc và Điều trị"]),
    ("Các Thẩm phán nghiên cứu hồ sơ vụ án", ["Các Thẩm phán"]),
    ("Tòa Dân sự rà soát các vụ việc tạm đình chỉ", ["Tòa Dân sự"]),
    ("Tổ bảo vệ tổ chức trực 24/24 giờ", ["Tổ bảo vệ"]),
    ("Tổ tiết kiệm và vay vốn đôn đốc thu nợ", ["Tổ tiết kiệm và vay vốn"]),
    ("Quỹ Hỗ trợ phát triển hợp tác xã rà soát nhu cầu vay", ["Quỹ Hỗ trợ phát triển hợp tác xã"]),
    ("Đội Cảnh sát quản lý hành chính về trật tự xã hội rà soát dữ liệu", ["Đội Cảnh sát quản lý hành chính về trật tự xã hội"]),
    ("Trung đội dân quân cơ động tổ chức luyện tập", ["Trung đội dân quân cơ động"]),
    ("Các phòng nghiệp vụ thuộc Công an tỉnh tổ chức kiểm tra", ["Các phòng nghiệp vụ thuộc Công an tỉnh"]),
    ("Các khoa lâm sàng, cận lâm sàng xây dựng kế hoạch", ["Các khoa lâm sàng, cận lâm sàng"]),
    ("Các phòng giao dịch trực thuộc xây dựng kế hoạch", ["Các phòng giao dịch trực thuộc"]),
    ("Các phòng giao nhiệm vụ cho cán bộ", ["Các phòng chuyên môn"]),
    ("Công an 9 xã, phường tổ chức tuần tra", ["Công an 9 xã, phường"]),
    ("Các đội nghiệp vụ Công an huyện nắm chắc địa bàn, không để bị động", ["Các đội nghiệp vụ Công an huyện"]),
    ("Cuối mỗi học kỳ, Ban Giám hiệu tổ chức sơ kết", ["Ban Giám hiệu"]),
    ("Từ ngày 05/3/2026, Bảo hiểm xã hội cơ sở in sổ cho người lao động", ["Bảo hiểm xã hội cơ sở"]),
])
def test_sections_as_subjects(sentence: str, named: list[str]) -> None:
    assert [u.name for u in prose_owners(sentence)[0]] == named


def test_those_who_help_are_people_and_branches_too() -> None:
    text = "Giáo viên chủ nhiệm chủ trì, phối hợp với giáo viên các bộ môn, cha mẹ học sinh và nhân viên y tế trường học lập hồ sơ."
    assert [u.name for u in prose_owners(text)[1]] == ["Giáo viên các bộ môn", "Cha mẹ học sinh", "Nhân viên y tế trường học"]
    text = "Phòng Cảnh sát hình sự chủ trì, phối hợp với các đơn vị nghiệp vụ, Cảnh sát cơ động, công an các huyện tổ chức kiểm tra."
    assert [u.name for u in prose_owners(text)[1]] == ["Các cơ quan, đơn vị", "Cảnh sát cơ động", "Công an các huyện"]


def test_a_person_alone_keeps_the_printed_name_in_a_cell() -> None:
    assert [u.name for u in parse_units("Bác sĩ Vũ Thị Sáu")] == ["Bác sĩ Vũ Thị Sáu"]


@pytest.mark.parametrize(("cell", "rule"), [
    ("25 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=25"),
    ("Trước 20 hàng tháng", "FREQ=MONTHLY;BYMONTHDAY=19"),
    ("Trước ngày 10 hàng tháng", "FREQ=MONTHLY;BYMONTHDAY=9"),
])
def test_a_day_of_every_month_without_its_word(cell: str, rule: str) -> None:
    deadline = parse_deadline(cell, "2026-01-05")
    assert deadline.kind == "recurring" and list(deadline.rrule) == [rule]


def test_shares_in_brackets_are_outcomes_of_their_own() -> None:
    found = read_targets("- 100% đoàn viên hoàn thành nhiệm vụ trở lên (25% Hoàn thành xuất sắc nhiệm vụ, 60% Hoàn thành tốt nhiệm vụ).")
    assert [(r.value, r.indicator) for r in found] == [(100, "đoàn viên hoàn thành nhiệm vụ trở lên"), (25, "Hoàn thành xuất sắc nhiệm vụ"), (60, "Hoàn thành tốt nhiệm vụ")]
    assert [r.value for r in read_targets("- Thu ngân sách 95 tỷ đồng (tăng 8%, đạt 102% kế hoạch).")] == [95]


def test_when_a_plan_comes_into_force_is_no_task(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("TRƯỜNG THCS AN BÌNH\nSố: 12/KH-THCS\nKẾ HOẠCH\nKiểm tra nội bộ năm học 2026 - 2027\nIII. TỔ CHỨC THỰC HIỆN\n1. Ban Giám hiệu:\n"
                    "- Xây dựng kế hoạch kiểm tra nội bộ.\n2. Thầy Hiệu trưởng Ngô Văn Tám:\n- Phê duyệt kế hoạch của các tổ.\n3. Hiệu lực thi hành:\n"
                    "- Kế hoạch này có hiệu lực thi hành kể từ ngày ký và được áp dụng trong toàn trường.\nNơi nhận:\n- Lưu VT.\n", encoding="utf-8")
    tasks = read_one(path, path.name).tasks
    assert [(t.text, list(t.lead)) for t in tasks] == [("Xây dựng kế hoạch kiểm tra nội bộ.", ["Ban Giám hiệu"]),
                                                       ("Phê duyệt kế hoạch của các tổ.", ["Hiệu trưởng Ngô Văn Tám"])]


def test_small_posts_and_their_duties_begin_a_task() -> None:
    for text, named in (("Kế toán tham dự các buổi họp giao ban của trường.", "Kế toán"), ("Bộ phận thư viện phát sách giáo khoa cho học sinh.", "Bộ phận thư viện")):
        assert [u.name for u in prose_owners(text)[0]] == [named]


def test_a_duty_that_closes_a_note_is_no_part_of_the_last_name() -> None:
    assert [u.name for u in prose_owners("Trang trí khánh tiết (BGH, GVCN phụ trách).")[0]] == ["Ban Giám hiệu", "Giáo viên chủ nhiệm"]


def test_schools_write_their_posts_in_letters() -> None:
    assert [u.name for u in parse_units("PHT, TTCM, TPT; BĐD CMHS")] == ["Phó Hiệu trưởng", "Tổ trưởng chuyên môn", "Tổng phụ trách Đội", "Ban đại diện cha mẹ học sinh"]
    assert [u.name for u in prose_owners("GVBM nhập điểm trên hệ thống.")[0]] == ["Giáo viên bộ môn"]
    assert [u.name for u in parse_units("Tổng phụ trách, GVCN")] == ["Tổng phụ trách", "Giáo viên chủ nhiệm"]
