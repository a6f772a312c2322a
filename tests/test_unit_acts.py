"""Owner cells that say more than names: what a unit does, whom it advises; rows of places, fields and posts without their head."""

from __future__ import annotations

import pytest

from normalizers.unit_subjects import duty_start
from normalizers.units import parse_units, prose_owners


@pytest.mark.parametrize(("cell", "wanted"), [
    # what a unit does is no part of its name, nor is whom it advises a second unit
    ("Công an xã hướng dẫn người dân, chủ hộ", ["Công an xã"]),
    ("Giao Phòng Kinh tế rà soát hồ sơ; Trạm Y tế xã", ["Phòng Kinh tế", "Trạm Y tế"]),
    ("Bộ Y tế cần chủ trì, phối hợp với Bộ Công an", ["Bộ Y tế", "Bộ Công an"]),
    ("Sở Y tế tham mưu UBND tỉnh, phối hợp với Công an tỉnh", ["Sở Y tế", "Công an tỉnh"]),
    ("Phòng Kinh tế chủ trì, tham mưu cho UBND xã", ["Phòng Kinh tế"]),
    ("Giao Hội đồng Thẩm định chủ trì", ["Hội đồng Thẩm định"]),
    ("Ban Quản lý dự án đầu tư xây dựng", ["Ban Quản lý dự án đầu tư xây dựng"]),
    ("Hội Nông dân vận động hội viên, Hội Phụ nữ", ["Hội Nông dân", "Hội Liên hiệp Phụ nữ"]),
    ("Ban CHQS xã huấn luyện dân quân; Giao Công an xã: tuần tra", ["Ban Chỉ huy Quân sự xã", "Công an xã"]),
    # places behind a plural, with a colon or without
    ("UBND các xã Tân Lập, Tân Hòa và Bình Minh", ["Ủy ban nhân dân xã Tân Lập", "Ủy ban nhân dân xã Tân Hòa", "Ủy ban nhân dân xã Bình Minh"]),
    ("UBND các phường Tân An, Tân Lợi và các xã Hòa Phú, Hòa Xuân", ["Ủy ban nhân dân phường Tân An", "Ủy ban nhân dân phường Tân Lợi", "Ủy ban nhân dân xã Hòa Phú", "Ủy ban nhân dân xã Hòa Xuân"]),
    ("UBND các xã, phường; Công an các xã Tân Lập, Tân Hòa", ["Ủy ban nhân dân các xã, phường", "Công an xã Tân Lập", "Công an xã Tân Hòa"]),
    ("UBND tỉnh Nghệ An, Hà Tĩnh; UBND thành phố Huế, Đà Nẵng", ["Ủy ban nhân dân tỉnh Nghệ An", "Ủy ban nhân dân tỉnh Hà Tĩnh", "Ủy ban nhân dân thành phố Huế", "Ủy ban nhân dân thành phố Đà Nẵng"]),
    ("UBND các xã, phường Tân An, Hòa Phú; Sở Y tế", ["Ủy ban nhân dân các xã, phường Tân An, Hòa Phú", "Sở Y tế"]),
    ("UBND các xã, phường: Tân An, Hòa Phú", ["Ủy ban nhân dân các xã, phường: Tân An, Hòa Phú"]),
    # kinds of bodies with a word of their own, and school staff
    ("Các hộ kinh doanh, cơ sở sản xuất", ["Các hộ kinh doanh", "Cơ sở sản xuất"]),
    ("Tổ trưởng CM, GVBM, nhân viên thư viện", ["Tổ trưởng chuyên môn", "Giáo viên bộ môn", "Nhân viên thư viện"]),
    # offices without their head, and a bare office in a row
    ("Nội vụ, Kinh tế và Hạ tầng, Công an xã", ["Nội vụ", "Kinh tế và Hạ tầng", "Công an xã"]),
    ("Văn hóa, Thể thao và Du lịch", ["Văn hóa, Thể thao và Du lịch"]),
    ("Văn phòng, Kế toán, Phòng Kinh tế", ["Văn phòng HĐND và UBND", "Kế toán", "Phòng Kinh tế"]),
    ("Trưởng phòng: Nội vụ, Kinh tế và Hạ tầng", ["Trưởng phòng Nội vụ", "Trưởng phòng Kinh tế và Hạ tầng"]),
    # posts in an office
    ("Công chức Văn phòng HĐND và UBND xã, Công an xã", ["Công chức Văn phòng HĐND và UBND", "Công an xã"]),
    ("Trưởng phòng Kinh tế xã; Trưởng Công an xã", ["Trưởng phòng Kinh tế", "Trưởng Công an xã"]),
    ("Hiệu trưởng, Phó Hiệu trưởng, Kế toán", ["Hiệu trưởng", "Phó Hiệu trưởng", "Kế toán"]),
    ("Giám đốc Trung tâm Văn hóa – Thể thao", ["Giám đốc Trung tâm Văn hóa - Thể thao"]),
    # zones in the charge of one board
    ("Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp; Sở Y tế", ["Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp", "Sở Y tế"]),
    ("BQL các KCN và chế xuất Hà Nội", ["Ban Quản lý các khu công nghiệp và chế xuất Hà Nội"]),
    # standing committees are no councils
    ("Thường trực HĐND, UBND các xã, phường", ["Thường trực Hội đồng nhân dân các xã, phường", "Ủy ban nhân dân các xã, phường"]),
    ("Thường trực HĐND tỉnh; Thường trực Đảng ủy xã", ["Thường trực Hội đồng nhân dân tỉnh", "Thường trực Đảng ủy"]),
    ("Lãnh đạo UBND xã, Ban Thường vụ Đảng ủy", ["Lãnh đạo Ủy ban nhân dân xã", "Ban Thường vụ Đảng ủy"]),
    # marks and abbreviations
    ("Trung tâm Giống & Dịch vụ; P.TCKT-QT", ["Trung tâm Giống và Dịch vụ", "Phòng TCKT-QT"]),
    ("Sở VH-TT&DL; Phòng LĐ; Hội SV; BĐH các thôn", ["Sở Văn hóa, Thể thao và Du lịch", "Phòng Lao động", "Hội Sinh viên", "Ban điều hành các thôn"]),
    ("các phòng chuyên môn thuộc UBND huyện, Công an huyện", ["Các phòng chuyên môn", "Công an huyện"]),
])
def test_cell(cell: str, wanted: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == wanted


@pytest.mark.parametrize(("text", "lead", "support", "act"), [
    ("phòng Kinh tế chủ trì, phối hợp với công an xã rà soát.", ["Phòng Kinh tế"], ["Công an xã"], "phối hợp"),
    ("- phòng Văn hóa - Xã hội: niêm yết danh sách.", ["Phòng Văn hóa - Xã hội"], [], "- phòng"),
    ("trạm y tế xã tổ chức tiêm chủng.", ["Trạm Y tế"], [], "tổ chức"),
    ("Phòng Kinh tế niêm yết danh sách; công an xã chủ trì xác minh.", ["Phòng Kinh tế", "Công an xã"], [], "niêm yết"),
    ("phòng ngừa tội phạm trên địa bàn xã.", [], [], "phòng"),
    ("công an xã đã được đầu tư trụ sở.", [], [], "công"),
    ("quân sự, tham mưu UBND xã tổ chức diễn tập.", [], [], "quân"),
    ("Lãnh đạo UBND xã ban hành kế hoạch.", ["Ủy ban nhân dân xã"], [], "ban hành"),
])
def test_small_first_letter(text: str, lead: list[str], support: list[str], act: str) -> None:
    """A catalogue office opens a sentence whatever its first letter."""
    owners = prose_owners(text)
    assert ([u.name for u in owners[0]], [u.name for u in owners[1]]) == (lead, support)
    assert text[duty_start(text):].startswith(act)
