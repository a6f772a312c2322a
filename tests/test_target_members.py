"""Members beside the bodies that are set up, the subject of a rise, rates that a work helps to reach, a time that a shortened piece shares."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets

CASES = [
    ("Vận động thành lập 12 tổ hợp tác, với 180 thành viên.", [("Vận động thành lập tổ hợp tác", 12, None), ("thành viên", 180, None)]),
    ("Tổ chức 3 cuộc đối thoại với 5 nội dung.", [("Tổ chức cuộc đối thoại với 5 nội dung", 3, None)]),
    ("Siết chặt quản lý thu phí, phấn đấu tăng ít nhất 15% so với dự toán.", [("Siết chặt quản lý thu phí, phấn đấu tăng", 15, None)]),
    ("Chăm sóc rừng trồng hiện có (góp phần đạt tỷ lệ che phủ rừng của vùng 51 - 52%).", [("tỷ lệ che phủ rừng của vùng", 51, None)]),
    ("Cán bộ có trình độ trung cấp đến năm 2028 là 40%; trình độ đại học là 25%.", [("Cán bộ có trình độ trung cấp", 40, "2028"), ("trình độ đại học", 25, "2028")]),
    ("Trên 90% người dân, 92% hợp tác xã hài lòng về thời gian giải quyết.",
     [("người dân hài lòng về thời gian giải quyết", 90, None), ("hợp tác xã hài lòng về thời gian giải quyết", 92, None)]),
    ("Tỷ lệ hộ nghèo đến năm 2028 còn 2%; tỷ lệ lao động qua đào tạo đạt 70%.", [("Tỷ lệ hộ nghèo", 2, "2028"), ("tỷ lệ lao động qua đào tạo", 70, None)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_outcomes_beside_one_another(text: str, expected: list[tuple[str, float, str | None]]) -> None:
    assert [(r.indicator, r.value, r.horizon) for r in read_targets(text)] == expected
