"""Who issues a plan of a women's union, farmers' union or trade union whose superior stands above it in the header."""

from __future__ import annotations

import pytest

from extractors.metadata import _mass_organisation
from normalizers.text import fold


@pytest.mark.parametrize(("header", "issuer"), [
    (["HỘI LHPN TỈNH NGHỆ AN", "BAN THƯỜNG VỤ HỘI LHPN", "XÃ NAM ĐÀN"], "Hội LHPN xã Nam Đàn"),
    (["HỘI NÔNG DÂN TỈNH AN GIANG", "HỘI NÔNG DÂN XÃ THOẠI SƠN"], "Hội nông dân xã Thoại Sơn"),
    (["LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HẢI PHÒNG", "CÔNG ĐOÀN XÃ VĨNH BẢO"], "Công đoàn xã Vĩnh Bảo"),
    (["ĐOÀN TNCS HỒ CHÍ MINH", "BCH XÃ ĐỨC LẬP"], "Đoàn TNCS Hồ Chí Minh"),
])
def test_the_lowest_union_of_the_header_issues(header: list[str], issuer: str) -> None:
    found = _mass_organisation(header)
    assert fold(found or "") == fold(issuer)


def test_the_name_of_a_place_keeps_its_capitals() -> None:
    assert _mass_organisation(["HỘI LHPN TỈNH THANH HÓA"]) == "Hội LHPN tỉnh Thanh Hóa"
