"""Boards of building projects and of zones by what they build or where, posts and provinces listed behind a colon in a sentence."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners

CASES = [
    # what a board builds belongs to its name, be it a verb elsewhere; the row goes on behind it
    ("Sở Tài chính chủ trì, phối hợp với Sở Y tế, các Ban Quản lý dự án đầu tư xây dựng khu vực, các chủ đầu tư và UBND các xã có công trình rà soát vốn.",
     ["Sở Tài chính"], ["Sở Y tế", "Các Ban Quản lý dự án đầu tư xây dựng khu vực", "Chủ đầu tư", "Ủy ban nhân dân các xã"]),
    ("Ban Quản lý các dự án trọng điểm phát triển đô thị bàn giao hồ sơ cho Sở Xây dựng.", ["Ban Quản lý các dự án trọng điểm phát triển đô thị"], []),
    ("Ban Quản lý dự án và Phát triển quỹ đất lập phương án bồi thường.", ["Ban Quản lý dự án và Phát triển quỹ đất"], []),
    ("Ban Quản lý đầu tư xây dựng các công trình giao thông và nông nghiệp, Sở Công Thương rà soát tiến độ.",
     ["Ban Quản lý đầu tư xây dựng các công trình giao thông và nông nghiệp", "Sở Công Thương"], []),
    ("Ban Quản lý rừng phòng hộ, đặc dụng tuần tra các điểm nóng.", ["Ban Quản lý rừng phòng hộ, đặc dụng"], []),
    # behind a whole name the same words are the duty
    ("Ban Quản lý dự án xây dựng kế hoạch giải ngân.", ["Ban Quản lý dự án"], []),
    ("Ban Quản lý dự án đầu tư xây dựng xây dựng kế hoạch giải ngân.", ["Ban Quản lý dự án đầu tư xây dựng"], []),
    # zones
    ("Ban Quản lý Khu kinh tế Vũng Áng, Sở Công Thương tham mưu danh mục dự án.", ["Ban Quản lý Khu kinh tế Vũng Áng", "Sở Công Thương"], []),
    ("Ban Quản lý Khu kinh tế Chân Mây và các Khu công nghiệp chủ trì, phối hợp với Sở Nội vụ tuyển dụng lao động.",
     ["Ban Quản lý Khu kinh tế Chân Mây và các Khu công nghiệp"], ["Sở Nội vụ"]),
    # posts of several bodies that the catalogue lacks, provinces behind a colon
    ("Cục trưởng các Cục: Quản lý đê điều, Thủy lợi nội đồng có trách nhiệm hướng dẫn địa phương.", ["Cục trưởng Cục Quản lý đê điều", "Cục trưởng Cục Thủy lợi nội đồng"], []),
    ("UBND các tỉnh, thành phố: Hải Phòng, Hưng Yên, Ninh Bình đẩy nhanh giải phóng mặt bằng.",
     ["Ủy ban nhân dân thành phố Hải Phòng", "Ủy ban nhân dân tỉnh Hưng Yên", "Ủy ban nhân dân tỉnh Ninh Bình"], []),
    ("Ban Chỉ đạo phòng thủ dân sự các xã, phường rà soát phương án.", ["Ban Chỉ đạo phòng thủ dân sự các xã, phường"], []),
    # whose the bodies of a plural are, and proper names that go on behind a known body
    ("Hiệu trưởng các trường đại học, cao đẳng, Giám đốc các bệnh viện công lập xây dựng lộ trình tự chủ.",
     ["Hiệu trưởng các trường đại học, cao đẳng", "Giám đốc các bệnh viện công lập"], []),
    ("Các doanh nghiệp có vốn nhà nước, Sở Y tế công khai tài chính.", ["Các doanh nghiệp có vốn nhà nước", "Sở Y tế"], []),
    ("Hội Luật gia Việt Nam, Hiệp hội Ngân hàng Việt Nam tham gia phổ biến Luật.", ["Hội Luật gia Việt Nam", "Hiệp hội Ngân hàng Việt Nam"], []),
    ("Sở Nội vụ phối hợp với Hiệp hội Doanh nghiệp nhỏ và vừa Việt Nam, Công an tỉnh mở lớp bồi dưỡng.",
     ["Sở Nội vụ"], ["Hiệp hội Doanh nghiệp nhỏ và vừa Việt Nam", "Công an tỉnh"]),
    ("Hội Phụ nữ Công an tỉnh tổ chức tọa đàm.", ["Hội Phụ nữ Công an tỉnh"], []),
    # boards by what they are about, a second field typed small before another unit
    ("Ban Chỉ đạo về đổi mới sáng tạo, cải cách hành chính và Đề án 06 tỉnh giao Sở Nội vụ tổng hợp.", ["Sở Nội vụ"], []),
    ("Sở Tư pháp phối hợp với Ban Chỉ đạo chuyển đổi số tỉnh, Sở Nội vụ tập huấn.", ["Sở Tư pháp"], ["Ban Chỉ đạo chuyển đổi số tỉnh", "Sở Nội vụ"]),
    ("Ban Chỉ đạo về cải cách hành chính báo cáo UBND tỉnh.", ["Ban Chỉ đạo về cải cách hành chính"], []),
    ("Chi cục Quản lý chất lượng nông lâm sản và thủy sản, Sở Y tế lấy mẫu kiểm nghiệm.", ["Chi cục Quản lý chất lượng nông lâm sản và thủy sản", "Sở Y tế"], []),
    # the new countryside is no act behind its programme; boards of the programmes
    ("Văn phòng Điều phối Chương trình mục tiêu quốc gia xây dựng nông thôn mới tỉnh tham mưu kế hoạch vốn.",
     ["Văn phòng Điều phối Chương trình mục tiêu quốc gia xây dựng nông thôn mới tỉnh"], []),
    ("Ban Chỉ đạo các Chương trình mục tiêu quốc gia tỉnh họp định kỳ, phối hợp với Sở Tài chính rà soát vốn.", ["Ban Chỉ đạo các Chương trình mục tiêu quốc gia tỉnh"], ["Sở Tài chính"]),
]


@pytest.mark.parametrize(("text", "lead", "support"), CASES)
def test_bodies_by_what_they_build(text: str, lead: list[str], support: list[str]) -> None:
    found = prose_owners(text)
    assert [u.name for u in found[0]] == lead
    assert [u.name for u in found[1]] == support
