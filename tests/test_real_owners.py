"""Owners as plans from the field name them: persons with a name, posts in a row, Party bodies of the centre, helpers with a duty."""

from __future__ import annotations

import pytest

from extractors.owner_lines import read_attributes
from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units


@pytest.mark.parametrize(("text", "lead"), [
    ("Đ/c Lê Văn B - Phó Chủ tịch UBND xã trực tiếp chỉ đạo thực hiện.", ["Phó Chủ tịch Ủy ban nhân dân xã"]),
    ("Bộ trưởng, Thủ trưởng cơ quan ngang bộ chịu trách nhiệm trước Thủ tướng về kết quả.", ["Bộ trưởng", "Thủ trưởng cơ quan ngang bộ"]),
    ("Đảng ủy cơ quan Văn phòng Chính phủ chủ trì tham mưu.", ["Đảng ủy cơ quan Văn phòng Chính phủ"]),
    ("Đảng ủy Quốc hội lãnh đạo việc hoàn thiện pháp luật.", ["Đảng ủy Quốc hội"]),
    ("Đảng đoàn Quốc hội lãnh đạo việc hoàn thiện pháp luật.", ["Đảng đoàn Quốc hội"]),
    ("Đảng ủy xã lãnh đạo các chi bộ.", ["Đảng ủy xã"]),
    ("Tổ công tác có nhiệm vụ tham mưu, hướng dẫn người dân.", ["Tổ công tác"]),
    # Whom a body sets to a work among its own people is no owner of the plan's.
    ("Phân công cán bộ trực tại điểm trường lẻ để giải quyết vướng mắc.", []),
    ("Phân công Phòng Kinh tế theo dõi.", ["Phòng Kinh tế"]),
])
def test_who_is_charged(text: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(text)[0]] == lead


@pytest.mark.parametrize(("cell", "names"), [
    ("UBND tỉnh chủ trì; Sở Y tế chuẩn bị", ["Ủy ban nhân dân tỉnh", "Sở Y tế"]),
    ("Công an xã và các đoàn thể chính trị - xã hội phối hợp triển khai thực hiện", ["Công an xã", "Các tổ chức chính trị - xã hội"]),
    ("Báo và Đài PT-TH tỉnh, cơ sở đào tạo", ["Báo và Đài Phát thanh, Truyền hình tỉnh", "Cơ sở đào tạo"]),
    ("Cơ sở KCB BHYT", ["Cơ sở khám bệnh, chữa bệnh bảo hiểm y tế"]),
])
def test_cells(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Công đoàn trường phối hợp với Liên đội tổ chức hội thi.", ["Công đoàn trường"], ["Liên đội"]),
    ("Chi đoàn giáo viên phối hợp với Thư viện tổ chức ngày hội đọc sách.", ["Chi đoàn giáo viên"], ["Thư viện"]),
    ("Tổ bảo vệ an ninh, trật tự ở cơ sở phối hợp với Công an xã trực đêm.", ["Tổ bảo vệ an ninh, trật tự"], ["Công an xã"]),
    ("Ban nhân dân các ấp, khóm vận động hộ dân đăng ký.", ["Ban nhân dân các ấp, khóm"], []),
    ("Ban Chỉ đạo 389 xã kiểm tra các cơ sở kinh doanh.", ["Ban Chỉ đạo 389 xã"], []),
    ("Bảo hiểm xã hội cơ sở rà soát danh sách.", ["Bảo hiểm xã hội cơ sở"], []),
    ("Giao Khoa Hồi sức cấp cứu rà soát quy trình.", ["Khoa Hồi sức cấp cứu"], []),
    ("Các hội quần chúng phối hợp tuyên truyền.", ["Các hội quần chúng"], []),
])
def test_bodies_of_schools_hospitals_and_villages(text: str, lead: list[str], support: list[str]) -> None:
    got = prose_owners(text, duty=True)
    assert ([u.name for u in got[0]], [u.name for u in got[1]]) == (lead, support)


@pytest.mark.parametrize(("heading", "names"), [
    ("2. Chuyên viên Cơ quan Ủy ban Mặt trận Tổ quốc xã", ["Chuyên viên Cơ quan Ủy ban Mặt trận Tổ quốc xã"]),
    ("3. Các tổ chức chính trị - xã hội thành viên:", ["Các tổ chức chính trị - xã hội"]),
    ("4. Cấp ủy, Ban nhân dân các khóm, ấp", ["Cấp ủy", "Ban nhân dân các khóm, ấp"]),
])
def test_headings_of_posts_and_bodies(heading: str, names: list[str]) -> None:
    assert [u.name for u in heading_units(heading)] == names


@pytest.mark.parametrize(("text", "lead"), [
    ("Thăm các gia đình chính sách, do Hội Cựu chiến binh xã thực hiện.", ["Hội Cựu chiến binh xã"]),
    ("Thăm các gia đình chính sách, do xã hội quan tâm.", []),
])
def test_who_does_it_told_behind_the_act(text: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(text, duty=True)[0]] == lead


def test_a_label_of_doing_with_the_duty_of_each_behind_it() -> None:
    at = read_attributes("Thực hiện: Văn phòng HĐND và UBND chủ trì, Ban Chỉ huy Quân sự xã phối hợp.")
    assert at.any and at.start == 0
    assert not read_attributes("Thực hiện: Phòng Kinh tế chủ trì rà soát hồ sơ của các hộ dân.").any


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Đồng chí Phó Chủ tịch UBND xã phụ trách văn hóa - xã hội chỉ đạo việc kiểm tra.", ["Phó Chủ tịch Ủy ban nhân dân xã"], []),
    ("Phòng Kinh tế báo cáo Lãnh đạo UBND xã phụ trách chỉ đạo kịp thời.", ["Phòng Kinh tế"], []),
    ("Hiệu trưởng chịu trách nhiệm chỉ đạo.", ["Hiệu trưởng"], []),
    ("Đồng chí Hiệu trưởng phụ trách chung, chỉ đạo toàn diện.", ["Hiệu trưởng"], []),
    ("Giám đốc Trung tâm Dịch vụ tổng hợp xây dựng kế hoạch.", ["Giám đốc Trung tâm Dịch vụ tổng hợp"], []),
    ("Tổ trưởng chuyên môn phối hợp với giáo viên chủ nhiệm nhắc nhở học sinh.", ["Tổ trưởng chuyên môn"], ["Giáo viên chủ nhiệm"]),
    ("Bổ nhiệm Giám đốc, Phó Giám đốc theo quy định.", [], []),
    ("Đoàn trường, tổ giám thị, giáo viên chủ nhiệm theo dõi học sinh.", ["Đoàn trường", "Tổ giám thị", "Giáo viên chủ nhiệm"], []),
    ("Nhà trường phối hợp với cha mẹ học sinh, công an xã quản lý học sinh.", ["Các trường học"], ["Cha mẹ học sinh", "Công an xã"]),
])
def test_posts_and_their_fields_in_a_sentence(text: str, lead: list[str], support: list[str]) -> None:
    got = prose_owners(text, duty=True)
    assert ([u.name for u in got[0]], [u.name for u in got[1]]) == (lead, support)
