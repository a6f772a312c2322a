"""A time between subject and duty."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Công an xã, từ ngày 10/4 đến ngày 20/4, tuần tra các chợ.", ["Công an xã"]),
        ("Các trường, trước ngày 05/9, gửi danh sách.", ["Các trường học"]),
        ("Các chi bộ trước ngày 10/12 hằng năm báo cáo kết quả.", ["Các chi bộ trực thuộc"]),
        ("Tổ trưởng chuyên môn vào cuối mỗi học kỳ tổng hợp hồ sơ.", ["Tổ trưởng chuyên môn"]),
        ("Phòng Tham mưu trong tháng 3 hoàn thành kế hoạch.", ["Phòng Tham mưu"]),
        ("Công an các huyện, ngay từ ngày 28/4 phải bố trí lực lượng.", ["Công an các huyện"]),
        ("Các chi bộ trong tháng 6 học tập chuyên đề.", ["Các chi bộ trực thuộc"]),
        # What has been done charges nobody; nor are the people charged.
        ("Phòng Kinh tế trong năm 2024 đã hoàn thành rà soát.", []),
        ("Người dân trong thời gian nghỉ lễ chấp hành nghiêm.", []),
    ],
)
def test_a_time_between_subject_and_duty(sentence: str, lead: list[str]) -> None:
    assert [unit.name for unit in prose_owners(sentence, duty=True)[0]] == lead
