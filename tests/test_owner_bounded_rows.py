"""Rows that "chủ trì" closes are read as owner cells are; communes of a plural told apart by where they lie; who a body is called today."""

from __future__ import annotations

import pytest

from normalizers.units import parse_units, prose_owners


@pytest.mark.parametrize(("sentence", "lead"), [
    ("Giao Đồn Biên phòng cửa khẩu quốc tế Mộc Bài chủ trì, phối hợp với Công an xã tuần tra.", ["Đồn Biên phòng cửa khẩu quốc tế Mộc Bài"]),
    ("Bộ Tư lệnh Vùng 4 Hải quân chủ trì, phối hợp với Công an xã tuyên truyền.", ["Bộ Tư lệnh Vùng 4 Hải quân"]),
    ("Giao Hội đồng tư vấn thuế xã và các hộ kinh doanh chợ chủ trì rà soát.", ["Hội đồng tư vấn thuế xã", "Các hộ kinh doanh chợ"]),
    ("Giao Phòng Kinh tế rà soát các dự án, Công an xã chủ trì bảo vệ thi công.", ["Phòng Kinh tế", "Công an xã"]),
    ("Giao Chi cục BVMT kiểm tra nguồn thải.", ["Chi cục Bảo vệ môi trường"]),
    ("Mỗi trường học lắp ít nhất 01 camera an ninh.", ["Các trường học"]),
])
def test_who_leads(sentence: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(sentence, "Tân Lập")[0]] == lead


def test_communes_told_apart_keep_their_words_in_a_row() -> None:
    support = prose_owners("Phối hợp với UBND các xã giáp ranh, Hạt Kiểm lâm khu vực ký quy chế bảo vệ rừng.", "Tân Lập")[1]
    assert [u.name for u in support] == ["Ủy ban nhân dân các xã giáp ranh", "Hạt Kiểm lâm khu vực"]


@pytest.mark.parametrize(("cell", "names"), [
    ("Sở TN&MT (cũ), nay là Sở NN&MT", ["Sở Nông nghiệp và Môi trường"]),
    ("Bí thư và 02 Phó Bí thư Đảng ủy", ["Bí thư Đảng ủy", "02 Phó Bí thư Đảng ủy"]),
    ("HT, các PHT, TTCM", ["Hiệu trưởng", "Các Phó Hiệu trưởng", "Tổ trưởng chuyên môn"]),
    ("NV thiết bị - thư viện; Ban ĐDCMHS", ["Nhân viên thiết bị - thư viện", "Ban đại diện cha mẹ học sinh"]),
    ("Các cơ sở lưu trú, công ty du lịch, hướng dẫn viên", ["Các cơ sở lưu trú", "Công ty du lịch", "Hướng dẫn viên"]),
])
def test_cells(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names
