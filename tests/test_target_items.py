"""Targets counted inside one paragraph, and a second stage printed before another outcome."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets


@pytest.mark.parametrize(("text", "wanted"), [
    ("Phấn đấu đến năm 2030: (1) Tỷ lệ hộ nghèo dưới 1%; (2) Tỷ lệ lao động qua đào tạo đạt 75%; (3) Không còn nhà tạm.",
     [("Tỷ lệ hộ nghèo", 1, "2030"), ("Tỷ lệ lao động qua đào tạo", 75, "2030"), ("Không còn nhà tạm", None, "2030")]),
    ("Về kinh tế: (1) Tốc độ tăng bình quân giai đoạn 2026 - 2030: 9%/năm. (2) Tỷ lệ đô thị hóa: 60%.", [("Tốc độ tăng bình quân", 9, "2026/2030"), ("Tỷ lệ đô thị hóa", 60, None)]),
    ("(11) Tỷ lệ rác được thu gom đạt 90%; (12) Tỷ lệ xã đạt chuẩn: 100%; Tỷ lệ xã nâng cao: 40%.",
     [("Tỷ lệ rác được thu gom", 90, None), ("Tỷ lệ xã đạt chuẩn", 100, None), ("Tỷ lệ xã nâng cao", 40, None)]),
    ("Mục tiêu cụ thể: (i) 100% xã có hạ tầng số; (ii) thành lập 5 hợp tác xã.", [("xã có hạ tầng số", 100, None), ("thành lập hợp tác xã", 5, None)]),
    ("Tỷ lệ hộ dùng nước sạch đạt 70% năm 2027; 90% năm 2030 và giảm 40% số vụ cháy.",
     [("Tỷ lệ hộ dùng nước sạch", 70, "2027"), ("Tỷ lệ hộ dùng nước sạch", 90, "2030"), ("giảm số vụ cháy", 40, "2030")]),
])
def test_each_outcome_is_its_own(text: str, wanted: list[tuple[str, float | None, str | None]]) -> None:
    found = read_targets(text)
    assert [(r.indicator, r.value, r.horizon) for r in found] == wanted
    assert all(r.span is not None and 0 <= r.span[0] < r.span[1] <= len(text) for r in found)


@pytest.mark.parametrize("text", ["Tỷ lệ hồ sơ trực tuyến đạt: (1) cấp tỉnh 80%; (2) cấp xã 60%.", "Tổ chức 03 lớp tập huấn (01 lớp cho cán bộ; 02 lớp cho người dân)."])
def test_shared_lead_ins_are_not_cut_off(text: str) -> None:
    assert read_targets(text)[0].indicator.startswith(text.split(" (")[0][:12].replace("03 ", ""))


@pytest.mark.parametrize(("text", "wanted"), [
    ("Tỷ lệ bao phủ năm 2026: 82,6%, năm 2027: 83% và năm 2028: 85%.", [("Tỷ lệ bao phủ", 82.6, "2026"), ("Tỷ lệ bao phủ", 83, "2027"), ("Tỷ lệ bao phủ", 85, "2028")]),
    ("Tỷ lệ bao phủ năm 2026: 82,6%; năm 2027: 83% và năm 2028: 85%.", [("Tỷ lệ bao phủ", 82.6, "2026"), ("Tỷ lệ bao phủ", 83, "2027"), ("Tỷ lệ bao phủ", 85, "2028")]),
    ("Tổ chức tập huấn năm 2026: 10 lớp, năm 2027: 12 lớp và năm 2028: 15 lớp.",
     [("Tổ chức tập huấn", 10, "2026"), ("Tổ chức tập huấn", 12, "2027"), ("Tổ chức tập huấn", 15, "2028")]),
    ("Hoàn thành chỉ tiêu 12.500 căn nhà ở xã hội trong năm 2026.", [("Hoàn thành chỉ tiêu căn nhà ở xã hội", 12500, "2026")]),
])
def test_years_in_a_row(text: str, wanted: list[tuple[str, float, str]]) -> None:
    assert [(r.indicator, r.value, r.horizon) for r in read_targets(text)] == wanted


def test_a_rank_that_is_always_kept() -> None:
    found = read_targets("Chỉ số PCI đạt từ 69 điểm trở lên và luôn nằm trong nhóm 10 tỉnh dẫn đầu.")
    assert [(r.indicator, r.comparator, r.value) for r in found] == [("Chỉ số PCI", ">=", 69), ("Chỉ số PCI", "rank", 10)]


@pytest.mark.parametrize(("text", "indicator", "horizon"), [
    ("Giải ngân đến hết tháng 6-2027 đạt tối thiểu 40% kế hoạch vốn được giao.", "Giải ngân kế hoạch vốn được giao", "2027-06"),
    ("Đến tháng 12-2030, tỷ lệ hộ nghèo còn dưới 1%.", "tỷ lệ hộ nghèo", "2030-12"),
    ("Tỷ lệ hộ nghèo giảm từ 5-10% đến năm 2030.", "Tỷ lệ hộ nghèo giảm", "2030"),
])
def test_months_with_a_dash(text: str, indicator: str, horizon: str) -> None:
    (only,) = read_targets(text)
    assert (only.indicator, only.horizon) == (indicator, horizon)
