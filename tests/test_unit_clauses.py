"""Owners that the later clauses of a paragraph charge, each with a subject of its own."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("Phòng Kinh tế chủ trì, Công an xã phối hợp thực hiện.", ["Phòng Kinh tế"], ["Công an xã"]),
        ("Vận động thành lập hợp tác xã; Hội Nông dân xã chịu trách nhiệm chính, Phòng Kinh tế phối hợp, hướng dẫn thủ tục.", ["Hội Nông dân xã"], ["Phòng Kinh tế"]),
        ("Sở Nội vụ phối hợp với Sở Tài chính rà soát biên chế.", ["Sở Nội vụ"], ["Sở Tài chính"]),
        ("Thực hiện tốt nhiệm vụ phối hợp với Công an tỉnh trong công tác phòng cháy.", [], []),
        ("Sở Tư pháp sắp xếp lại mạng lưới; Sở Xây dựng hướng dẫn mẫu; Sở Tài chính phối hợp với Sở Nội vụ bố trí vốn.",
         ["Sở Tư pháp", "Sở Xây dựng", "Sở Tài chính"], ["Sở Nội vụ"]),
        ("Khuyến khích các trường nghiên cứu. Sở Khoa học và Công nghệ ưu tiên xét chọn nhiệm vụ.", ["Sở Khoa học và Công nghệ"], []),
        ("Nâng cấp hệ thống truyền thanh. Công an xã được trang bị thêm phương tiện.", [], []),
        ("Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh đẩy nhanh tiến độ.", ["Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh"], []),
        ("Các chi bộ khu phố, cơ quan và trường học chủ động đăng ký nội dung.", ["Các chi bộ trực thuộc"], []),
    ],
)
def test_clauses_with_subjects_of_their_own(text: str, lead: list[str], support: list[str]) -> None:
    owners = prose_owners(text)
    assert ([u.name for u in owners[0]], [u.name for u in owners[1]]) == (lead, support)
