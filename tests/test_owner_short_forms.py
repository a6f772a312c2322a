"""Short forms of posts and boards in owner cells, bodies beside others without a mark of their own, communes of several levels in one row."""

from __future__ import annotations

import pytest

from normalizers.units import parse_units


@pytest.mark.parametrize(("cell", "names"), [
    ("bà Lê Thị Hoa - TP VHXH", ["Trưởng phòng Văn hóa - Xã hội"]),
    ("TP Hồ Chí Minh; UBND TP Huế", ["Thành phố Hồ Chí Minh", "Ủy ban nhân dân thành phố Huế"]),
    ("Ban CH PTDS xã; Ban CĐ Đề án 06", ["Ban Chỉ huy Phòng thủ dân sự xã", "Ban Chỉ đạo Đề án 06"]),
    ("BCH PTDS - TKCN xã", ["Ban Chỉ huy Phòng thủ dân sự và Tìm kiếm cứu nạn xã"]),
    ("Trưởng BCTMT các thôn", ["Trưởng Ban Công tác Mặt trận các thôn"]),
    ("BV ĐK tỉnh, BV Sản - Nhi, Trung tâm CDC", ["Bệnh viện Đa khoa tỉnh", "Bệnh viện Sản - Nhi", "Trung tâm Kiểm soát bệnh tật"]),
    ("HTX, THT, trang trại", ["Hợp tác xã", "Tổ hợp tác", "Trang trại"]),
    ("Tổ ứng cứu sự cố ATTT; Ban QLDA các CTGT", ["Tổ ứng cứu sự cố an toàn thông tin", "Ban Quản lý dự án các công trình giao thông"]),
    ("Hội NKT, Hội CTNXP; Trung tâm KN tỉnh", ["Hội Người khuyết tật", "Hội Cựu thanh niên xung phong", "Trung tâm Khuyến nông tỉnh"]),
    ("PTCA xã; PCHT Ban CHQS; BTCB", ["Phó Trưởng Công an xã", "Phó Chỉ huy trưởng Ban Chỉ huy Quân sự", "Bí thư Chi bộ"]),
    ("Chủ tịch, các Phó Chủ tịch UBND phường", ["Chủ tịch Ủy ban nhân dân xã", "Phó Chủ tịch Ủy ban nhân dân xã"]),
    ("Đảng bộ phường; Y tế phường", ["Đảng ủy xã", "Trạm Y tế"]),
    ("Hội LHPN xã chủ trì thực hiện Đề án 939", ["Hội Liên hiệp Phụ nữ xã"]),
    ("Hạt Kiểm lâm khu vực Bảo Yên - Lục Yên; Phòng Kinh tế", ["Hạt Kiểm lâm khu vực Bảo Yên - Lục Yên", "Phòng Kinh tế"]),
    ("Kế toán trưởng, thủ quỹ, văn thư", ["Kế toán trưởng", "Thủ quỹ", "Văn thư"]),
    ("Xã đội, Công an xã", ["Ban Chỉ huy Quân sự xã", "Công an xã"]),
    ("Đối với Công an xã", ["Công an xã"]),
    ("Trung đội DQCĐ; Về phía Phòng Kinh tế", ["Trung đội dân quân cơ động", "Phòng Kinh tế"]),
    ("Lực lượng ANTT cơ sở, dân quân thường trực", ["Lực lượng an ninh trật tự cơ sở", "Dân quân thường trực"]),
    ("Hội Nông dân xã; các chi, tổ hội", ["Hội Nông dân xã", "Các chi, tổ hội"]),
    ("Theo phân công", []),
])
def test_short_forms(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize("cell", ["UBND các xã: Ea Kly, Krông Búk, phường Buôn Hồ", "UBND các xã Ea Kly, Krông Búk và phường Buôn Hồ"])
def test_a_place_of_another_level_shares_the_head(cell: str) -> None:
    assert [u.name for u in parse_units(cell)] == ["Ủy ban nhân dân xã Ea Kly", "Ủy ban nhân dân xã Krông Búk", "Ủy ban nhân dân phường Buôn Hồ"]
