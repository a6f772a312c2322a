"""Bodies that party plans charge: inspection teams, advisory offices, committees of committees, and what stands before their duty."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners


@pytest.mark.parametrize(("text", "lead"), [
    ("Các đoàn kiểm tra phải nắm chắc tình hình của chi bộ trước khi làm việc.", ["Các đoàn kiểm tra"]),
    ("Đoàn kiểm tra, giám sát thông báo lịch làm việc.", ["Đoàn kiểm tra, giám sát"]),
    ("Tổ giúp việc Đoàn kiểm tra tổng hợp, dự thảo báo cáo.", ["Tổ giúp việc Đoàn kiểm tra"]),
    ("Đoàn giám sát do đồng chí Chủ nhiệm làm trưởng đoàn tiến hành giám sát trong quý II.", ["Đoàn giám sát"]),
    ("Các tổ công tác của Ban Thường vụ Đảng ủy dự và chỉ đạo đại hội chi bộ.", ["Các tổ công tác của Ban Thường vụ Đảng ủy"]),
    ("Các tổ chức đảng được kiểm tra, giám sát chuẩn bị báo cáo và hồ sơ.", ["Các tổ chức đảng được kiểm tra, giám sát"]),
    ("Văn phòng Thành ủy thừa lệnh triệu tập đại biểu.", ["Văn phòng Thành ủy"]),
    ("Hằng tháng, các ủy viên Ban Thường vụ Đảng ủy khối dự sinh hoạt với chi bộ.", ["Các ủy viên Ban Thường vụ Đảng ủy khối"]),
    ("Các ban cán sự đảng, Đảng đoàn khẩn trương tiến hành tổng kết.", ["Các ban cán sự đảng", "Đảng đoàn"]),
    ("Cấp ủy các chi bộ trực thuộc lãnh đạo, tổ chức thực hiện.", ["Cấp ủy các chi bộ trực thuộc"]),
    ("Ban Tổ chức Đại hội phân công nhiệm vụ cho các tổ.", ["Ban Tổ chức Đại hội"]),
    ("Ban Chỉ đạo 35 Đảng ủy xã chỉ đạo lực lượng nòng cốt.", ["Ban Chỉ đạo 35 Đảng ủy xã"]),
    ("Các cơ quan tham mưu của Đảng nghiên cứu, đề xuất.", ["Các cơ quan tham mưu của Đảng"]),
    ("Ban Thường vụ các đảng ủy trực thuộc Thành ủy lãnh đạo việc quán triệt.", ["Ban Thường vụ các đảng ủy trực thuộc Thành ủy"]),
    ("Các cơ quan tham mưu, giúp việc Thành ủy theo dõi, đôn đốc.", ["Các cơ quan tham mưu, giúp việc Thành ủy"]),
    ("Các đồng chí Thành ủy viên theo nhiệm vụ được phân công chỉ đạo thực hiện.", ["Các Thành ủy viên"]),
    ("Thị ủy phân công cấp ủy viên phụ trách chi bộ.", ["Thị ủy"]),
    ("Đảng ủy Khối Doanh nghiệp tỉnh lãnh đạo các chi bộ.", ["Đảng ủy Khối Doanh nghiệp tỉnh"]),
    ("Các Tổ bầu cử chuẩn bị phòng bỏ phiếu.", ["Các Tổ bầu cử"]),
    ("Đoàn kiểm tra trong quá trình làm việc nếu có vướng mắc thì báo cáo ngay.", ["Đoàn kiểm tra"]),
])
def test_bodies_of_party_plans_are_charged(text: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(text, None, duty=True)[0]] == lead


def test_a_party_committee_of_a_court_helps_under_its_own_name() -> None:
    _, support = prose_owners("Chủ trì, phối hợp với Đảng ủy Viện Kiểm sát nhân dân tỉnh, Đảng ủy Tòa án nhân dân tỉnh theo dõi.")
    assert [u.name for u in support] == ["Đảng ủy Viện Kiểm sát nhân dân tỉnh", "Đảng ủy Tòa án nhân dân tỉnh"]


@pytest.mark.parametrize("text", [
    "Các trường học được đầu tư xây dựng khang trang, sạch đẹp.",  # what is done for a body is no duty of it
    "Tổ chức đảng viên học tập Nghị quyết tại chi bộ.",  # an act, no body
])
def test_what_is_said_of_a_body_charges_nobody(text: str) -> None:
    assert prose_owners(text, None, duty=True)[0] == []
