"""Owners as communes write them: counted villages, "LQ", settlements under a duty, subjects behind a time and a modal."""

from __future__ import annotations

import pytest

from extractors.table_headers import heading_role
from normalizers.units import heading_units, parse_units, prose_owners


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("Tổ CNSCĐ 9 thôn", ["Tổ công nghệ số cộng đồng"]),
        ("Tổ Công nghệ số cộng đồng 14 thôn, tổ dân phố", ["Tổ công nghệ số cộng đồng"]),
        ("Trưởng 17 thôn", ["Trưởng thôn"]),
        ("Trưởng 08 ấp", ["Các trưởng ấp"]),
        ("Công an xã; 11 thôn", ["Công an xã", "Các thôn"]),
        ("Trạm Y tế và 06 đơn vị thôn", ["Trạm Y tế", "Các thôn"]),
        ("Phòng Kinh tế; các đơn vị LQ", ["Phòng Kinh tế", "Các cơ quan, đơn vị"]),
        ("Các ban, ngành có LQ", ["Các cơ quan, đơn vị"]),
        ("Các cơ quan, đơn vị thôn", ["Các cơ quan, đơn vị"]),
    ],
)
def test_cell(cell: str, wanted: list[str]) -> None:
    assert [u.name for u in parse_units(cell, "Tân Lập")] == wanted


@pytest.mark.parametrize(
    ("sentence", "lead", "support"),
    [
        ("Trạm Y tế sẽ mở hai đợt tiêm chủng tại các thôn.", ["Trạm Y tế"], []),
        ("Phòng Kinh tế phải chốt danh sách hộ nghèo.", ["Phòng Kinh tế"], []),
        ("Tổ công tác sẽ xuống từng hộ hướng dẫn người cao tuổi.", ["Tổ công tác"], []),
        ("Các thôn cũng phải vệ sinh chuồng trại sau mưa lũ.", ["Các thôn"], []),
        ("Các khu phố chủ động lập danh sách công dân trong độ tuổi.", ["Các khu phố"], []),
        ("Các thôn tổ chức sinh hoạt cộng đồng.", ["Các thôn"], []),
        ("Các trường học sẽ được cấp thêm máy tính.", [], []),  # what is done for them
        ("Người dân phải chấp hành nghiêm quy định.", [], []),
        ("Từ ngày 02/3/2026, Công an xã mở đợt cao điểm tuần tra.", ["Công an xã"], []),
        ("Trong quý II/2026, Phòng Kinh tế tập huấn cho các hộ nuôi cá.", ["Phòng Kinh tế"], []),
        ("Vào dịp Tết Trung thu, Phòng Văn hóa - Xã hội tổ chức vui chơi cho thiếu nhi.", ["Phòng Văn hóa - Xã hội"], []),
        ("Trạm Y tế phối hợp với nhân viên y tế và trưởng thôn lập danh sách trẻ.", ["Trạm Y tế"], ["Nhân viên y tế", "Trưởng thôn"]),
        ("Phối hợp với cán bộ thú y xã và Trưởng thôn kiểm đếm đàn lợn.", [], ["Cán bộ thú y xã", "Trưởng thôn"]),
        ("Công an xã tuần tra ban đêm ở khu chợ.", ["Công an xã"], []),
        ("Hội Liên hiệp Phụ nữ xã thăm hỏi gia đình chính sách.", ["Hội Liên hiệp Phụ nữ xã"], []),
        ("Các trường học trang trí cờ hoa.", ["Các trường học"], []),
        ("Đội tuần tra giao thông Công an xã lập chốt.", ["Đội tuần tra giao thông Công an xã"], []),
        ("Trung tâm Chăm sóc sức khỏe tiếp nhận hồ sơ.", ["Trung tâm Chăm sóc sức khỏe"], []),
        ("Giao đồng chí Hạnh - Trưởng Trạm Y tế lập danh sách.", ["Trưởng Trạm Y tế"], []),
        ("UBND xã yêu cầu: Công an xã chủ trì; Trạm Y tế phối hợp.", ["Công an xã"], ["Trạm Y tế"]),
        ("Giao đ/c Vinh, Trưởng phòng Kinh tế lập dự toán.", ["Trưởng phòng Kinh tế"], []),
    ],
)
def test_sentence(sentence: str, lead: list[str], support: list[str]) -> None:
    got = prose_owners(sentence, "Tân Lập")
    assert ([u.name for u in got[0]], [u.name for u in got[1]]) == (lead, support)


def test_heading_of_bodies_and_villages() -> None:
    units = heading_units("3. MTTQ, các tổ chức chính trị - xã hội, các cơ quan, đơn vị thôn:", "Tân Lập")
    assert [u.name for u in units] == ["Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Các tổ chức chính trị - xã hội", "Các cơ quan, đơn vị"]


@pytest.mark.parametrize("heading", ["Chỉ tiêu liên quan", "Mục tiêu tương ứng", "Gắn với chỉ tiêu số", "Nhiệm vụ có liên quan"])
def test_numbers_of_the_targets_served_are_no_values(heading: str) -> None:
    assert heading_role(heading) == "note"
