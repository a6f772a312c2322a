"""Outcomes inside tasks: shares of capital that only name firms, and where the wording of the outcome begins and ends."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets, read_task_targets

FIRMS = [
    "Rà soát các doanh nghiệp do Nhà nước nắm giữ trên 50% vốn điều lệ.",
    "Chuyển trung tâm thành doanh nghiệp do Nhà nước nắm giữ 100% vốn điều lệ.",
    "Mời doanh nghiệp có 100% vốn đầu tư nước ngoài tham gia chuỗi cung ứng.",
    "Kiểm tra công ty từ 51% vốn nhà nước trên địa bàn.",
]


@pytest.mark.parametrize("text", FIRMS)
def test_a_share_of_capital_names_firms(text: str) -> None:
    assert read_task_targets(text) == []


OUTCOMES = [
    ("Giải ngân 100% vốn nhà nước giao trong năm.", "Giải ngân vốn nhà nước giao trong năm"),
    ("Rà soát quy định về điều kiện cấp phép tàu cá theo hướng cắt giảm ít nhất 40% giấy tờ phải nộp.", "cắt giảm giấy tờ phải nộp"),
    ("Cải cách triệt để các thủ tục hành chính, cắt giảm 20% thời gian xử lý hồ sơ, tạo môi trường thuận lợi cho ngư dân.", "cắt giảm thời gian xử lý hồ sơ"),
    ("Năm 2027, hoàn thành xây dựng và quản lý hồ sơ sức khỏe học đường, 100% học sinh được khám mắt định kỳ.", "học sinh được khám mắt định kỳ"),
    ("Siết chặt kỷ luật, kỷ cương công tác thu phí cảng, phấn đấu tăng ít nhất 15% so với dự toán.", "thu phí cảng tăng"),
]


@pytest.mark.parametrize(("text", "indicator"), OUTCOMES)
def test_wording(text: str, indicator: str) -> None:
    assert [r.indicator for r in read_task_targets(text)] == [indicator]


def test_revenue_from_a_source_is_an_indicator() -> None:
    found = read_targets("Giá trị thủy sản tăng 1,5 lần và thu từ du lịch biển tăng 40%.")
    assert [(r.indicator, r.value) for r in found] == [("Giá trị thủy sản tăng", 1.5), ("thu từ du lịch biển tăng", 40)]
