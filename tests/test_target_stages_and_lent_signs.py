"""Stages without numbers, signs that are not lent, levels named zero-padded, a level of one field in brackets."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets

Got = list[tuple[str, str, float | None, str | None]]


@pytest.mark.parametrize(("text", "want"), [
    ("Xã đạt 15/19 tiêu chí nông thôn mới, phấn đấu đến năm 2028 đạt chuẩn nông thôn mới, đến năm 2030 đạt chuẩn nông thôn mới hiện đại.",
     [("Xã tiêu chí nông thôn mới", "=", 15, None), ("đến năm 2028 đạt chuẩn nông thôn mới", "qualitative", None, "2028"),
      ("đến năm 2030 đạt chuẩn nông thôn mới hiện đại", "qualitative", None, "2030")]),
    ("Có 3 trường đạt chuẩn mức độ 1, 02 trường đạt chuẩn mức độ 2.",
     [("trường đạt chuẩn mức độ 1", "=", 3, None), ("trường đạt chuẩn mức độ 2", "=", 2, None)]),
    ("Ít nhất 05 sản phẩm được cấp mã số vào năm 2028, đến năm 2030 có 10 sản phẩm.",
     [("sản phẩm được cấp mã số", ">=", 5, "2028"), ("sản phẩm được cấp mã số", "=", 10, "2030")]),
    ("Tỷ lệ hài lòng đạt tối thiểu 95% (lĩnh vực đất đai, xây dựng đạt tối thiểu 90%).",
     [("Tỷ lệ hài lòng", ">=", 95, None), ("lĩnh vực đất đai, xây dựng", ">=", 90, None)]),
    ("Giảm tỷ lệ hộ nghèo xuống còn 6,2% (tương ứng giảm 45 hộ).", [("tỷ lệ hộ nghèo", "=", 6.2, None)]),
])
def test_stages_signs_and_levels(text: str, want: Got) -> None:
    assert [(r.indicator, r.comparator, r.value, r.horizon) for r in read_targets(text)] == want


@pytest.mark.parametrize(("text", "name"), [
    ("Hoàn thành 250 căn nhà ở xã hội, trong đó năm 2026 hoàn thành 100 căn.", "Hoàn thành căn nhà ở xã hội"),
    ("Trồng 300 ha rừng gỗ lớn, riêng năm 2026 trồng 80 ha.", "Trồng rừng gỗ lớn"),
])
def test_the_part_of_one_year_is_of_the_whole(text: str, name: str) -> None:
    got = read_targets(text)
    assert [r.indicator for r in got] == [name, name] and [r.horizon for r in got] == [None, "2026"]


def test_a_part_that_names_its_own_kind_keeps_its_name() -> None:
    got = read_targets("Thành lập 10 hợp tác xã nông nghiệp, trong đó năm 2026 thành lập 03 hợp tác xã dịch vụ.")
    assert got[1].indicator == "thành lập hợp tác xã dịch vụ"


def test_young_people_named_by_what_they_are_share_what_is_said() -> None:
    got = read_targets("100% thanh niên là học sinh, 80% thanh niên công nhân được trang bị kiến thức về quốc phòng.")
    assert got[0].indicator == "thanh niên là học sinh được trang bị kiến thức về quốc phòng"
