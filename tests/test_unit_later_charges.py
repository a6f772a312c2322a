"""Whom a sentence charges behind its act, and headings of people who live by a trade."""

from __future__ import annotations

import pytest

from normalizers.unit_closing import closing_owner
from normalizers.units import heading_units, prose_owners


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Nâng cấp hệ thống truyền thanh thông minh; phân công Công an xã theo dõi.", ["Công an xã"], []),
    ("Tổ chức đại hội điểm; phân công đảng ủy viên dự đại hội chi bộ.", [], []),
    ("Lắp đặt camera an ninh, đơn vị thực hiện là Công an xã, hoàn thành trước 30/6/2026.", ["Công an xã"], []),
    ("Nâng cấp trang thông tin, cơ quan chủ trì Phòng Văn hóa - Xã hội, cơ quan phối hợp Văn phòng HĐND và UBND.", ["Phòng Văn hóa - Xã hội"], ["Văn phòng HĐND và UBND"]),
    ("Kiểm tra tiến độ, đơn vị thực hiện nghiêm túc các quy định.", [], []),
    ("Đôn đốc các cơ quan, đơn vị thực hiện Nghị quyết số 57-NQ/TW.", [], []),
    ("Dân quân các thôn tham gia chữa cháy rừng.", ["Dân quân các thôn"], []),
])
def test_sentence(text: str, lead: list[str], support: list[str]) -> None:
    assert [[u.name for u in row] for row in prose_owners(text)] == [lead, support]


def test_a_body_with_its_duty_closes_an_act_behind_a_dash() -> None:
    assert [u.name for u in closing_owner("Kiểm tra việc chấp hành kỷ luật, kỷ cương - VP HĐND&UBND xã thực hiện.")] == ["Văn phòng HĐND và UBND"]


@pytest.mark.parametrize(("heading", "wanted"), [
    ("Phân công nhiệm vụ cho Phòng Kinh tế", ["Phòng Kinh tế"]),
    ("Các hộ gia đình, cá nhân sản xuất, kinh doanh trên địa bàn", ["Các hộ gia đình, cá nhân sản xuất, kinh doanh"]),
    ("Các chủ cơ sở lưu trú, nhà hàng, khách sạn", ["Các chủ cơ sở lưu trú, nhà hàng, khách sạn"]),
    ("Hộ gia đình chăn nuôi, phát triển kinh tế", []),
    ("Hộ gia đình văn hóa, trồng cây xanh", []),
])
def test_heading(heading: str, wanted: list[str]) -> None:
    assert [u.name for u in heading_units(heading)] == wanted
