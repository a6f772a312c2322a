"""Owner cells in which known bodies are said short, mistyped or doubled, and what a body has to do with the matter."""

from __future__ import annotations

import pytest

from normalizers.unit_tokens import read_csv
from normalizers.units import parse_units

_BESIDE = {"row": "Công an xã", "office": "Phòng Kinh tế", "organisation": "Hội Liên hiệp Phụ nữ"}
_OTHER = {"office": "Phòng Văn hóa - Xã hội", "organisation": "Hội Cựu chiến binh"}


def names(cell: str) -> list[str]:
    return [u.name for u in parse_units(cell)]


@pytest.mark.parametrize("row", read_csv("unit_short_names.csv"), ids=lambda row: row["short"])
def test_a_short_name_beside_its_neighbours_is_the_body(row: dict[str, str]) -> None:
    beside = _BESIDE[row["beside"]] if _BESIDE[row["beside"]] != row["name"] else _OTHER[row["beside"]]
    short = row["short"].lower() if row["beside"] == "row" else row["short"]
    assert names(f"{beside}; {short}") == [beside, row["name"]]


@pytest.mark.parametrize(("cell", "wanted"), [
    ("Phòng KT,VHXH,VP,TTHCC", ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND", "Trung tâm Phục vụ hành chính công"]),
    ("UBND xã; MTTQ; CCB; PN; ND", ["Ủy ban nhân dân xã", "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Hội Cựu chiến binh", "Hội Liên hiệp Phụ nữ", "Hội Nông dân"]),
    # alone, or beside the Party's, nothing tells whose it is
    ("Văn phòng", ["Văn phòng"]),
    ("Văn phòng, Ban Xây dựng Đảng; Phòng Kinh tế", ["Văn phòng", "Ban Xây dựng Đảng", "Phòng Kinh tế"]),
    ("Các đoàn thể, thôn, cơ quan, trường học", ["Các tổ chức chính trị - xã hội", "Các thôn", "Các cơ quan, đơn vị", "Các trường học"]),
    ("Không có đơn vị phối hợp", []),
    ("Phụ huynh HS; các trường ĐH, CĐ trên địa bàn tỉnh", ["Phụ huynh học sinh", "Các trường đại học, cao đẳng"]),
    # tone marks forgotten or mistaken in typing, a word twice
    ("Trạm Y té; Cong an xã", ["Trạm Y tế", "Công an xã"]),
    ("Các trưởng ban", ["Các trưởng ban"]),
    ("Phòng Phòng Kinh tế", ["Phòng Kinh tế"]),
    ("Trung tâm Trung tâm Phục vụ hành chính công", ["Trung tâm Phục vụ hành chính công"]),
    # people and bodies in letters
    ("CB, CC, VC xã", ["Cán bộ, công chức, viên chức xã"]),
    ("Tổ bầu cử, UBBC xã; TTCT xã", ["Tổ bầu cử", "Ủy ban bầu cử", "Trung tâm Chính trị"]),
    ("BCH PCTT-TKCN&PTDS", ["Ban Chỉ huy Phòng chống thiên tai - Tìm kiếm cứu nạn và Phòng thủ dân sự"]),
    ("Theo phân công của UBND xã", []),
    # what those concerned have to do with it
    ("Các cơ quan, đơn vị có liên quan đến nhiệm vụ; Công an xã", ["Các cơ quan, đơn vị", "Công an xã"]),
    ("Các phòng, ban liên quan đến nội dung kế hoạch và Công an xã", ["Các cơ quan, đơn vị", "Công an xã"]),
    # collective wording with centres
    ("Lãnh đạo các phòng, ban, TT xã", ["Thủ trưởng các cơ quan, đơn vị"]),
    # the remit of a member of a committee
    ("Các đ/c UVBCH Đảng bộ xã phụ trách chi bộ", ["Các Ủy viên Ban Chấp hành Đảng bộ xã"]),
    ("Các tổ chức cơ sở đảng trực thuộc Đảng bộ xã, UBKT", ["Các chi bộ trực thuộc", "Ủy ban Kiểm tra Đảng ủy"]),
    ("HTX, hộ SXKD, chủ thể OCOP", ["Hợp tác xã", "Hộ sản xuất kinh doanh", "Chủ thể OCOP"]),
    ("Kho bạc NN khu vực VIII", ["Kho bạc Nhà nước khu vực VIII"]),
    ("GĐ TT PVHCC; Bưu điện VHX", ["Giám đốc Trung tâm Phục vụ hành chính công", "Bưu điện văn hóa xã"]),
    ("Đội QLĐ khu vực Mai Sơn; Đội TTXD", ["Đội Quản lý điện khu vực Mai Sơn", "Đội trật tự xây dựng"]),
    ("Phòng GD NHCSXH", ["Phòng giao dịch Ngân hàng Chính sách xã hội"]),
    ("Ngân hàng Agribank - PGD Hát Lót", ["Ngân hàng Agribank", "Phòng giao dịch Hát Lót"]),
    ("Phòng Kinh tế, HT&ĐT Văn phòng HĐND và UBND Công an phường", ["Phòng Kinh tế, Hạ tầng và Đô thị", "Văn phòng HĐND và UBND", "Công an xã"]),
    ("Phòng Kinh tế - HT&ĐT; Phòng Kinh tế, HTĐT", ["Phòng Kinh tế, Hạ tầng và Đô thị"]),
    ("Phòng Kinh tế, HT các trường", ["Phòng Kinh tế", "Hiệu trưởng các trường"]),
    ("BCĐ QCDC xã", ["Ban Chỉ đạo Quy chế dân chủ"]),
    ("BND các ấp; Tổ NDTQ", ["Ban nhân dân các ấp", "Tổ nhân dân tự quản"]),
])
def test_cell(cell: str, wanted: list[str]) -> None:
    assert names(cell) == wanted


def test_a_mistyped_name_is_less_sure() -> None:
    assert parse_units("Trạm Y té")[0].confidence < parse_units("Trạm Y tế")[0].confidence
