"""Owners of works, plants and military regions in sentences; who orders is not who is charged."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners

CASES: tuple[tuple[str, list[str], list[str]], ...] = (
    ("Các chủ đầu tư hạ tầng cụm công nghiệp hoàn thành hệ thống xử lý nước thải.", ["Các chủ đầu tư hạ tầng cụm công nghiệp"], []),
    ("Các chủ đầu tư dự án điện gió khẩn trương hoàn thành thủ tục đất đai.", ["Các chủ đầu tư dự án điện gió"], []),
    ("Các chủ đầu tư khẩn trương hoàn thiện hồ sơ.", ["Chủ đầu tư"], []),
    ("Các nhà máy xi măng vận hành thiết bị lọc bụi liên tục.", ["Các nhà máy xi măng"], []),
    ("Các quân khu chủ trì, phối hợp với Bộ Công an tổ chức diễn tập.", ["Các quân khu"], ["Bộ Công an"]),
    ("Phó Thủ tướng Chính phủ yêu cầu Bộ Y tế rà soát danh mục thuốc.", ["Bộ Y tế"], []),
)


@pytest.mark.parametrize(("text", "lead", "support"), CASES, ids=lambda v: v[:36] if isinstance(v, str) else "")
def test_charged(text: str, lead: list[str], support: list[str]) -> None:
    leads, helpers = prose_owners(text)
    assert ([u.name for u in leads], [u.name for u in helpers]) == (lead, support)


ROWS: tuple[tuple[str, list[str]], ...] = (
    ("Sở Tài chính, Ban Quản lý các dự án đầu tư xây dựng tỉnh, UBND các xã, phường hoàn thành thủ tục.",
     ["Sở Tài chính", "Ban Quản lý các dự án đầu tư xây dựng tỉnh", "Ủy ban nhân dân các xã, phường"]),
    ("Ban Quản lý dự án giao thông, Sở Xây dựng kiểm tra hiện trường.", ["Ban Quản lý dự án giao thông", "Sở Xây dựng"]),
    ("Chủ tịch UBND các xã, phường nơi có tuyến đường đi qua bàn giao mặt bằng.", ["Chủ tịch Ủy ban nhân dân các xã, phường"]),
    ("UBND các xã, phường có công trình đi qua phối hợp với chủ đầu tư kiểm đếm tài sản.", ["Ủy ban nhân dân các xã, phường"]),
)


@pytest.mark.parametrize(("text", "lead"), ROWS, ids=lambda v: v[:36] if isinstance(v, str) else "")
def test_boards_and_places_of_works(text: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(text)[0]] == lead


def test_service_units_stand_in_a_row_without_a_plural() -> None:
    lead, _ = prose_owners("Các cơ quan, tổ chức chính trị - xã hội, đơn vị sự nghiệp thực hiện tiết kiệm điện.")
    assert [u.name for u in lead] == ["Các cơ quan, đơn vị", "Các tổ chức chính trị - xã hội", "Các đơn vị sự nghiệp"]
