"""Bodies whose duty begins with an act that names hold too, and the remit between the members of a committee and their duty."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Đội An ninh tuần tra khu công nghiệp vào ban đêm.", ["Đội An ninh"]),
        ("Chi bộ kết nạp ít nhất 02 quần chúng ưu tú.", ["Chi bộ"]),
        ("Các tổ chuyên môn sinh hoạt chuyên đề mỗi tháng.", ["Các tổ chuyên môn"]),
        ("Các chi hội phụ nữ thăm hội viên ốm đau.", ["Các chi hội phụ nữ"]),
        ("Khoa Nhi khám sàng lọc cho trẻ.", ["Khoa Nhi"]),
        ("Hiệu trưởng ký ban hành quy chế.", ["Hiệu trưởng"]),
        ("Mỗi chi đoàn trồng 20 cây xanh.", ["Các chi đoàn"]),
        # Acts that are part of the name.
        ("Đội tuần tra giao thông bố trí hai ca trực.", ["Đội tuần tra giao thông"]),
        ("Tổ chăm sóc người bệnh lập sổ theo dõi.", ["Tổ chăm sóc người bệnh"]),
        ("Phòng Quản lý bảo trì công trình kiểm tra cầu đường.", ["Phòng Quản lý bảo trì công trình"]),
        ("Thành viên Ban Bảo đảm diễn tập đề xuất phương án.", ["Thành viên Ban Bảo đảm diễn tập"]),
        ("Các khoa điều trị tổ chức bình bệnh án.", ["Các khoa điều trị"]),
        ("Đảng ủy viên phụ trách khu phố chỉ đạo chi bộ.", ["Đảng ủy viên phụ trách khu phố"]),
        # The remit of members of a committee.
        ("Các đồng chí Ủy viên Ban Thường vụ, Ủy viên Ban Chấp hành Đảng bộ theo địa bàn, lĩnh vực được phân công phụ trách chỉ đạo các chi bộ.",
         ["Các Ủy viên Ban Thường vụ", "Ủy viên Ban Chấp hành Đảng bộ"]),
        ("Các Phó Hiệu trưởng theo nhiệm vụ được phân công theo dõi kiểm tra các tổ.", ["Các Phó Hiệu trưởng"]),
    ],
)
def test_where_a_duty_begins(sentence: str, lead: list[str]) -> None:
    assert [unit.name for unit in prose_owners(sentence, duty=True)[0]] == lead


def test_partners_end_before_the_act_too() -> None:
    assert [unit.name for unit in prose_owners("Phối hợp với Đội An ninh truy quét tội phạm.", duty=True)[1]] == ["Đội An ninh"]
