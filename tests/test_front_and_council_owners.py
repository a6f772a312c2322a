"""Owners of Party committees, the Front, mass organisations and People's Councils: posts in short, committees, rows of cells and branches."""

import pytest

from normalizers.units import parse_units, prose_owners

CELLS = [
    ("TT.HĐND, TT. Đảng ủy", ["Thường trực Hội đồng nhân dân xã", "Thường trực Đảng ủy"]),
    ("TTĐU; UBKT Đảng ủy", ["Thường trực Đảng ủy", "Ủy ban Kiểm tra Đảng ủy"]),
    ("TT. Y tế, TT PVHCC", ["Trung tâm Y tế", "Trung tâm Phục vụ hành chính công"]),
    ("Các đ/c UVBTV Đảng ủy", ["Các Ủy viên Ban Thường vụ Đảng ủy"]),
    ("Đ/c PBT TT", ["Phó Bí thư Thường trực"]),
    ("BTT UBMTTQ xã", ["Ủy ban Mặt trận Tổ quốc Việt Nam xã"]),
    ("Ban Tổ chức - Kiểm tra, Văn phòng", ["Ban Tổ chức - Kiểm tra", "Văn phòng"]),
    ("Ban Tổ chức - Ban Tuyên giáo", ["Ban Tổ chức", "Ban Tuyên giáo"]),
    ("Tổ kiểm tra, giám sát; Công an xã", ["Tổ kiểm tra, giám sát", "Công an xã"]),
    ("Các tỉnh, thành đoàn; đoàn trực thuộc", ["Các tỉnh, thành đoàn", "Đoàn trực thuộc"]),
    ("Các huyện, thị, thành ủy", ["Các huyện, thị, thành ủy"]),
    ("Các tỉnh, thành phố", ["Các tỉnh, thành phố"]),
    ("Đoàn xã, phường, đặc khu", ["Đoàn xã, phường, đặc khu"]),
    ("Người đứng đầu cấp ủy, chính quyền", ["Người đứng đầu cấp ủy, chính quyền"]),
    ("Chi ủy các chi bộ ấp, Công an xã", ["Chi ủy các chi bộ ấp", "Công an xã"]),
]
SENTENCES = [
    ("Ban Kinh tế - ngân sách HĐND xã chủ trì giám sát việc thu phí chợ.", ["Ban Kinh tế - ngân sách Hội đồng nhân dân xã"], []),
    ("Thường trực HĐND xã phối hợp với Ban Kinh tế - ngân sách, Ban Văn hóa - xã hội tổ chức khảo sát.",
     ["Thường trực Hội đồng nhân dân xã"], ["Ban Kinh tế - ngân sách", "Ban Văn hóa - xã hội"]),
    ("Phòng Kinh tế - cơ quan chủ trì tham mưu UBND xã.", ["Phòng Kinh tế"], []),
    ("Hai Ban HĐND xã tổ chức thẩm tra dự toán.", ["Hai Ban Hội đồng nhân dân xã"], []),
    ("Các đơn vị chịu sự giám sát chuẩn bị báo cáo.", ["Các đơn vị chịu sự giám sát"], []),
    ("Các đơn vị chịu trách nhiệm cập nhật số liệu.", ["Các cơ quan, đơn vị"], []),
    ("Giao Đảng ủy UBND xã chỉ đạo Phòng Kinh tế, Công an xã phối hợp rà soát số liệu.", ["Đảng ủy Ủy ban nhân dân xã"], ["Phòng Kinh tế", "Công an xã"]),
    ("Giao Văn phòng Đảng ủy phối hợp với các ban tham mưu, giúp việc Đảng ủy xây dựng chương trình.",
     ["Văn phòng Đảng ủy"], ["Các cơ quan tham mưu, giúp việc Đảng ủy"]),
    ("Các huyện, thị, thành đoàn, đoàn trực thuộc rà soát đoàn viên.", ["Các huyện, thị, thành đoàn", "Đoàn trực thuộc"], []),
    ("Công đoàn cấp trên trực tiếp cơ sở hướng dẫn hội nghị người lao động.", ["Công đoàn cấp trên trực tiếp cơ sở"], []),
    ("Thường trực cấp ủy chỉ đạo chuẩn bị văn kiện.", ["Thường trực cấp ủy"], []),
    ("Người đứng đầu cấp ủy trực tiếp chỉ đạo xây dựng kế hoạch.", ["Người đứng đầu cấp ủy"], []),
    ("Người đứng đầu các cơ quan, đơn vị chịu trách nhiệm.", ["Thủ trưởng các cơ quan, đơn vị"], []),
    ("Các đồng chí trong Ban Thường vụ Đảng ủy theo dõi địa bàn.", ["Ban Thường vụ Đảng ủy"], []),
    ("Các đồng chí Tỉnh ủy viên theo dõi địa bàn.", ["Các Tỉnh ủy viên"], []),
    ("Mỗi đồng chí cấp ủy viên xây dựng kế hoạch cá nhân.", ["Các cấp ủy viên"], []),
    ("Các chi bộ phối hợp với Ban Công tác Mặt trận vận động hộ dân.", ["Các chi bộ trực thuộc"], ["Ban Công tác Mặt trận"]),
    ("Ban Thường vụ phối hợp với Công an xã tổ chức hội thi.", ["Ban Thường vụ"], ["Công an xã"]),
    ("Ban Pháp chế HĐND xã phối hợp với Văn phòng tham mưu chương trình.", ["Ban Pháp chế Hội đồng nhân dân xã"], ["Văn phòng"]),
    ("Thực hiện nhiệm vụ phối hợp với Công an xã.", [], []),
    ("Chi bộ các cơ quan, đơn vị, trường học xây dựng nghị quyết.", ["Chi bộ các cơ quan, đơn vị, trường học"], []),
    ("Hội Khuyến học và các hội đặc thù khác vận động hội viên.", ["Hội Khuyến học", "Các hội đặc thù"], []),
    ("Các chi đoàn, chi hội triển khai đến đoàn viên.", ["Các chi đoàn", "Chi hội"], []),
    ("Chi ủy các chi bộ trực thuộc tổ chức sinh hoạt chuyên đề.", ["Chi ủy các chi bộ trực thuộc"], []),
]


@pytest.mark.parametrize(("cell", "names"), CELLS)
def test_cells(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("sentence", "lead", "support"), SENTENCES)
def test_sentences(sentence: str, lead: list[str], support: list[str]) -> None:
    got = prose_owners(sentence, duty=True)
    assert [[u.name for u in row] for row in got] == [lead, support]
