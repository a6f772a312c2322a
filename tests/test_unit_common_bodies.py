"""Owners in sentences: partners by a common noun, labels of duty, rows announced by a plural, villages by name, posts in rows."""

from __future__ import annotations

import pytest

from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners


def _names(sentence: str, duty: bool = False) -> tuple[list[str], list[str]]:
    lead, support = prose_owners(sentence, duty=duty)
    return [u.name for u in lead], [u.name for u in support]


@pytest.mark.parametrize(
    ("sentence", "support"),
    [
        ("Phối hợp với các dòng tộc, các ấp tuyên dương học sinh hiếu học.", ["Các dòng tộc", "Các ấp"]),
        ("Phối hợp với các chức sắc, chức việc tôn giáo vận động tín đồ giữ gìn trật tự.", ["Các chức sắc", "Chức việc tôn giáo"]),
        ("Phối hợp với chủ rừng, Công an xã tổ chức diễn tập.", ["Chủ rừng", "Công an xã"]),
        ("Phối hợp với đơn vị cung cấp nền tảng khắc phục lỗi trong ngày.", ["Đơn vị cung cấp nền tảng"]),
        ("Phối hợp với nhà thầu, tư vấn giám sát đẩy nhanh tiến độ.", ["Nhà thầu", "Tư vấn giám sát"]),
        ("Phối hợp với gia đình, nhà trường quản lý thanh thiếu niên.", ["Gia đình", "Các trường học"]),
        ("Phối hợp với các đội, nhóm thiện nguyện cứu trợ vùng lũ.", ["Các đội", "Nhóm thiện nguyện"]),
        ("Phối hợp với Công an xã, tổ chức tuyên truyền tại chợ.", ["Công an xã"]),
        ("Phối hợp với các biện pháp kỹ thuật phòng trừ sâu bệnh.", []),
        ("Phối hợp với nhau trong giải quyết công việc.", []),
        ("Phòng Kinh tế khẩn trương cùng Ban Quản lý rừng phòng hộ Sông Mực cắm mốc 40 ha rừng.", ["Ban Quản lý rừng phòng hộ Sông Mực"]),
        ("Phối hợp với Ban Hành giáo, Hội đồng Mục vụ giáo xứ Tân Hà bảo đảm trật tự ngày lễ.", ["Ban Hành giáo", "Hội đồng Mục vụ giáo xứ Tân Hà"]),
        ("Phối hợp với Công an xã, già làng giải quyết mâu thuẫn từ cơ sở.", ["Công an xã", "Già làng"]),
        ("Phối hợp với các nhóm giải pháp khác để hạn chế ùn tắc.", []),
        ("Đầu mối phối hợp với Phòng Kinh tế lập hồ sơ.", ["Phòng Kinh tế"]),
    ],
)
def test_partners_by_a_common_noun(sentence: str, support: list[str]) -> None:
    assert _names(sentence)[1] == support


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Trách nhiệm của Trạm Y tế: lập danh sách trẻ cần tiêm nhắc.", ["Trạm Y tế"]),
        ("Trách nhiệm thực hiện: Phòng Kinh tế.", ["Phòng Kinh tế"]),
        ("Trách nhiệm của Trạm Y tế trong phòng dịch được nâng lên.", []),
        ("Giao các đơn vị: Phòng Kinh tế, Công an xã lập đoàn kiểm tra.", ["Phòng Kinh tế", "Công an xã"]),
        ("Được sự thống nhất của Sở Nội vụ, UBND xã ký hợp đồng với 02 nhân viên.", ["Ủy ban nhân dân xã"]),
        ("Các ông (bà): Chánh Văn phòng HĐND và UBND xã, Trưởng phòng Kinh tế chịu trách nhiệm thi hành.", ["Chánh Văn phòng HĐND và UBND", "Trưởng phòng Kinh tế"]),
        ("Các thôn Đoài, Thượng, Hạ hoàn thành nạo vét trước ngày 20/5/2026.", ["Các thôn Đoài, Thượng, Hạ"]),
        ("Trưởng thôn Bản Mạ thông báo trên loa.", ["Trưởng thôn Bản Mạ"]),
        ("Đội dân phòng các khu phố tuần tra ban đêm.", ["Đội dân phòng các khu phố"]),
        ("Công an xã đến từng hộ phát tờ rơi.", ["Công an xã"]),
        ("Chủ rừng xây dựng phương án chữa cháy.", ["Chủ rừng"]),
        ("Cơ quan thường trực, tổng hợp kết quả của các ngành.", []),
        ("Lãnh đạo tăng cường giám sát việc sử dụng ngân sách.", []),
        ("Ban Chỉ đạo phong trào “Toàn dân bảo vệ môi trường” xã tổ chức bình xét.", ["Ban Chỉ đạo phong trào “Toàn dân bảo vệ môi trường”"]),
        ("Riêng Trạm Y tế lập kế hoạch trực Tết.", ["Trạm Y tế"]),
        ("Đối với UBND các xã, phường: cập nhật dữ liệu trước ngày 05/6/2026.", ["Ủy ban nhân dân các xã, phường"]),
        ("Hằng tháng, trưởng thôn họp giao ban với các chi hội.", ["Trưởng thôn"]),
        ("Nội dung thi do Phòng Kinh tế soạn; Trung tâm Dịch vụ tổng hợp phát 02 lần/ngày trên loa.", ["Trung tâm Dịch vụ tổng hợp"]),
        ("Thông qua Hội Nông dân, Hội Cựu chiến binh quản lý các tổ vay vốn.", []),
        ("Xây dựng nhà văn hóa thôn Đông (UBND xã làm chủ đầu tư; hoàn thành năm 2027).", ["Ủy ban nhân dân xã"]),
        ("Tổ chức Tết trồng cây (giao Hạt Kiểm lâm phối hợp Công an xã, hoàn thành trước 05/02/2026).", ["Hạt Kiểm lâm"]),
        ("Hội đồng nghĩa vụ quân sự xã gọi khám sức khỏe từ 90 công dân.", ["Hội đồng nghĩa vụ quân sự xã"]),
        ("Vụ Phổ biến, giáo dục pháp luật rà soát hồ sơ.", ["Vụ Phổ biến, giáo dục pháp luật"]),
        ("Viện Kiểm sát nhân dân khu vực 4 kiểm sát việc tiếp nhận tin báo.", ["Viện Kiểm sát nhân dân khu vực 4"]),
    ],
)
def test_whom_a_sentence_charges(sentence: str, lead: list[str]) -> None:
    assert _names(sentence, duty=True)[0] == lead


def test_a_heading_with_a_common_noun() -> None:
    assert [u.name for u in heading_units("7. Hộ gia đình, cơ sở kinh doanh dịch vụ:")] == ["Hộ gia đình", "Cơ sở kinh doanh dịch vụ"]
