"""Years of titles that end with the plan's place; bodies that an office serves."""

from __future__ import annotations

import pytest

from normalizers.deadline_horizons import title_period
from normalizers.target_tasks import read_task_targets

CITED = "Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá phát triển khoa học, công nghệ"


@pytest.mark.parametrize("place", ["trên địa bàn phường", "trên địa bàn xã Phú Trung", "tại xã Yên Hòa", "của tỉnh Đồng Nai"])
def test_year_before_the_place_at_the_end_of_a_title(place: str) -> None:
    assert title_period(f"{CITED} năm 2026 {place}", "2026-01-27") == "2026"


def test_year_gone_by_belongs_to_the_cited_document() -> None:
    assert title_period("Triển khai Chỉ thị số 05-CT/TW về phòng, chống dịch bệnh năm 2024 trên địa bàn xã", "2026-01-27") is None
    assert title_period("Thực hiện Quyết định số 1690/QĐ-TTg phê duyệt Chương trình giai đoạn 2021 - 2025 trên địa bàn xã", "2026-01-27") is None


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        (
            "Công khai xin lỗi người dân, tổ chức đối với 100% hồ sơ giải quyết quá hạn.",
            "Công khai xin lỗi người dân, tổ chức đối với hồ sơ giải quyết quá hạn",
        ),
        (
            "Gửi thư xin lỗi đến từng cá nhân, tổ chức khi 100% hồ sơ trễ hẹn.",
            "Gửi thư xin lỗi đến từng cá nhân, tổ chức khi hồ sơ trễ hẹn",
        ),
        ("Nắm tình hình tư tưởng người dân, tổ chức đối thoại ít nhất 02 lần.", "tổ chức đối thoại"),
        ("Vận động nguồn lực từ các doanh nghiệp, tổ chức khám bệnh cho 100% người cao tuổi.", "tổ chức khám bệnh cho người cao tuổi"),
    ],
)
def test_organisations_served_and_acts_of_holding(text: str, indicator: str) -> None:
    assert [t.indicator for t in read_task_targets(text)] == [indicator]
