"""The day of a periodic report that stands behind what is reported; years that a growth is measured from are no deadline."""

from __future__ import annotations

import pytest

from normalizers.deadline_prose import find_deadline


@pytest.mark.parametrize(("text", "rules"), [
    ("Định kỳ hằng quý báo cáo tình hình thực hiện về Sở Tư pháp trước ngày 18 của tháng cuối quý.", ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=17",)),
    ("Hằng tháng tổng hợp số liệu, gửi Văn phòng Ủy ban nhân dân tỉnh trước ngày 22.", ("FREQ=MONTHLY;BYMONTHDAY=21",)),
    ("Hằng năm báo cáo kết quả gửi Bộ Xây dựng trước ngày 05 tháng 12.", ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=4",)),
    ("Định kỳ 06 tháng, hằng năm báo cáo Ủy ban nhân dân tỉnh trước ngày 10/6 và ngày 10/12.", ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=9", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=9")),
    # the day of another report, of another sentence, or of one year alone is not the period's
    ("Định kỳ hằng quý báo cáo tiến độ, tổng hợp báo cáo năm gửi Sở Tài chính trước ngày 08/12.", ("FREQ=MONTHLY;INTERVAL=3",)),
    ("Hằng quý tổ chức giao ban; nộp hồ sơ trước ngày 20.", ("FREQ=MONTHLY;INTERVAL=3",)),
    ("Hằng năm báo cáo kết quả, gửi kế hoạch năm sau trước ngày 15/12/2026.", ("FREQ=YEARLY",)),
])
def test_report_day(text: str, rules: tuple[str, ...]) -> None:
    found = find_deadline(text, "2026-01-15")
    assert found is not None
    assert found.rrule == rules
    assert found.raw in text


@pytest.mark.parametrize("text", [
    "Phấn đấu thu nội địa tăng ít nhất 12% so với ước thực hiện năm 2025.",
    "Tăng cường kiểm tra, giảm số vụ vi phạm so với kết quả năm 2024.",
])
def test_what_growth_is_measured_from(text: str) -> None:
    assert find_deadline(text, "2025-11-20") is None
