"""Owners: numbered offices with the body they belong to, heads of places of work, places of worship, rows of who takes part."""

from __future__ import annotations

import pytest

from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units


def names(text: str) -> list[str]:
    return [unit.name for unit in parse_units(text)]


@pytest.mark.parametrize(("text", "wanted"), [
    ("Phòng Giao dịch số 3 - Kho bạc Nhà nước Khu vực XIII", ["Phòng Giao dịch số 3 - Kho bạc Nhà nước Khu vực XIII"]),
    ("Công an xã, Đội Quản lý thị trường số 2 - Chi cục Quản lý thị trường tỉnh, Phòng Kinh tế",
     ["Công an xã", "Đội Quản lý thị trường số 2 - Chi cục Quản lý thị trường tỉnh", "Phòng Kinh tế"]),
    ("Trạm Y tế - Phòng Kinh tế", ["Trạm Y tế", "Phòng Kinh tế"]),  # two bodies
    ("Các cơ sở tín ngưỡng, tôn giáo trên địa bàn", ["Các cơ sở tín ngưỡng, tôn giáo"]),
])
def test_cells(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(("heading", "wanted"), [
    ("3. Các hợp tác xã, tổ hợp tác, cơ sở sản xuất tham gia Chương trình", ["Hợp tác xã", "Tổ hợp tác", "Cơ sở sản xuất tham gia Chương trình"]),
    ("5. Các cơ sở tín ngưỡng, tôn giáo trên địa bàn", ["Các cơ sở tín ngưỡng, tôn giáo"]),
    ("2. Phòng Giao dịch số 3 - Kho bạc Nhà nước Khu vực XIII", ["Phòng Giao dịch số 3 - Kho bạc Nhà nước Khu vực XIII"]),
    ("2. Tham gia các hội thi, hội diễn", []),
    ("4. Kiểm tra các cơ sở tín ngưỡng, tôn giáo", []),
])
def test_headings(heading: str, wanted: list[str]) -> None:
    assert [unit.name for unit in heading_units(heading)] == wanted


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Thủ trưởng các cơ quan, đơn vị, người đứng đầu các cơ sở trên địa bàn phường chịu trách nhiệm về công tác phòng cháy.",
     ["Thủ trưởng các cơ quan, đơn vị", "Người đứng đầu các cơ sở"], []),
    ("Người đứng đầu các cơ sở sản xuất, kinh doanh chịu trách nhiệm trang bị phương tiện chữa cháy.", ["Người đứng đầu các cơ sở sản xuất, kinh doanh"], []),
    ("Chủ các cơ sở kinh doanh có trách nhiệm niêm yết giá.", ["Chủ các cơ sở kinh doanh"], []),
    ("Phòng Kinh tế phối hợp với các cơ sở sản xuất, kinh doanh tổ chức ký cam kết.", ["Phòng Kinh tế"], ["Các cơ sở sản xuất, kinh doanh"]),
    ("Hướng dẫn các cơ sở sản xuất, kinh doanh xây dựng hồ sơ.", [], []),
])
def test_sentences(text: str, lead: list[str], support: list[str]) -> None:
    found = prose_owners(text)
    assert [unit.name for unit in found[0]] == lead
    assert [unit.name for unit in found[1]] == support
