"""The same owners however they are set: all in capitals, numbers that close a name, "&", a mark before each, one a line."""

from __future__ import annotations

import pytest

from extractors.listed_owners import listed_owners
from normalizers.units import parse_units


@pytest.mark.parametrize(("cell", "names"), [
    ("UBND CÁC PHƯỜNG, XÃ VÀ CÁC ĐƠN VỊ CÓ LIÊN QUAN", ["Ủy ban nhân dân các phường, xã", "Các cơ quan, đơn vị"]),
    ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG; UBND CÁC XÃ, PHƯỜNG CÓ LIÊN QUAN", ["Sở Nông nghiệp và Môi trường", "Ủy ban nhân dân các xã, phường có liên quan"]),
    ("THANH TRA TỈNH; CÁC PHÒNG CHUYÊN MÔN THUỘC SỞ", ["Thanh tra tỉnh", "Các phòng chuyên môn"]),
    ("CÔNG AN XÃ; XÃ ĐOÀN; CÁC TRƯỜNG HỌC", ["Công an xã", "Xã đoàn", "Các trường học"]),
    ("TRUNG TÂM CA NHẠC TỈNH; TRUNG TÂM NUÔI TRỒNG XÃ VÀ CÁC HỘI", ["Trung tâm ca nhạc tỉnh", "Trung tâm nuôi trồng xã", "Các hội"]),
])
def test_capitals(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("Ban Chỉ huy phòng thủ khu vực 2. Sở Y tế", ["Ban Chỉ huy phòng thủ khu vực 2", "Sở Y tế"]),
    ("1. Ngân hàng Nhà nước khu vực 9 2. Sở Y tế", ["Ngân hàng Nhà nước khu vực 9", "Sở Y tế"]),
    ("Kho bạc Nhà nước KV9", ["Kho bạc Nhà nước khu vực 9"]),
    ("- Bộ Công an - Tập đoàn Công nghiệp - Viễn thông Quân đội", ["Bộ Công an", "Tập đoàn Công nghiệp - Viễn thông Quân đội"]),
    ("Báo & Đài Phát thanh - Truyền hình tỉnh", ["Báo và Đài Phát thanh - Truyền hình tỉnh"]),
    ("Các Ban HĐND phường, Ban Quản lý dự án khu vực", ["Các Ban Hội đồng nhân dân phường", "Ban Quản lý dự án khu vực"]),
    ("các Ban Pháp chế, Ban Tài chính", ["Ban Pháp chế", "Ban Tài chính"]),
    ("Các đơn vị quân đội đóng quân trên địa bàn xã", ["Các đơn vị quân đội"]),
    ("Lãnh đạo UBND xã phụ trách lĩnh vực + Phòng Kinh tế", ["Lãnh đạo Ủy ban nhân dân xã", "Phòng Kinh tế"]),
    ("Công chức phụ trách công nghệ thông tin và Trưởng phòng Kinh tế", ["Công chức phụ trách công nghệ thông tin", "Trưởng phòng Kinh tế"]),
    ("Các Bộ: Công an, Quốc phòng; UBND các tỉnh có rừng", ["Bộ Công an", "Bộ Quốc phòng", "Ủy ban nhân dân các tỉnh có rừng"]),
    ("Các tỉnh, thành phố: Hà Nội, Hải Phòng, Quảng Ninh", ["Hà Nội", "Hải Phòng", "Quảng Ninh"]),
    ("Các xã, phường, đặc khu: Tân Lập, Phú Quốc; Công an tỉnh", ["Tân Lập", "Phú Quốc", "Công an tỉnh"]),
    ("Các tỉnh, thành phố: Sở Y tế chủ trì", ["Các tỉnh, thành phố", "Sở Y tế"]),
    ("Đội dân phòng, lực lượng ANTTCS", ["Đội dân phòng", "Lực lượng an ninh trật tự cơ sở"]),
    ("Cán bộ phụ trách công tác Đảng và Đoàn thể", ["Cán bộ phụ trách công tác Đảng và Đoàn thể"]),
])
def test_marks_and_numbers(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("lines", "listed"), [
    (["Doanh nghiệp", "Văn phòng Đảng ủy"], "Doanh nghiệp; Văn phòng Đảng ủy"),
    (["Nhân dân", "Ban Tổ chức Tỉnh ủy"], "Nhân dân; Ban Tổ chức Tỉnh ủy"),
    (["Doanh nghiệp", "Viễn thông Việt Nam"], None),
    (["Các doanh nghiệp", "Bưu chính"], None),
])
def test_bodies_below_all_of_a_kind(lines: list[str], listed: str | None) -> None:
    assert listed_owners(lines) == listed
