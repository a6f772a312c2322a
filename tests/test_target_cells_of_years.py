"""Rows of target tables: cells that give several years, what a value is measured against, places that are counted, ranges of ranks."""

from __future__ import annotations

import pytest

from pipeline.phrases import normalize_targets

Row = list[tuple[str, float | None, str | None, str | None]]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("Tỷ lệ hồ sơ số hóa | % | 80 (năm 2026); 90 (năm 2030)", [("=", 80, "%", "2026"), ("=", 90, "%", "2030")]),
        ("Tỷ lệ hồ sơ số hóa | % | Năm 2026: ≥ 80%; năm 2027: 90%", [(">=", 80, "%", "2026"), ("=", 90, "%", "2027")]),
        ("Số mô hình | Mô hình | 2026: 02; 2027: 03 mô hình", [("=", 2, "count", "2026"), ("=", 3, "count", "2027")]),
        # the year of what it is measured against is no horizon
        ("Thu ngân sách | % | Tăng 5% so với năm 2025", [("=", 5, "%", None)]),
        ("Tỷ lệ hồ sơ trực tuyến | % | ≥ 90% (năm 2025: 85%)", [(">=", 90, "%", None)]),
        ("Tỷ lệ hồ sơ trực tuyến | % | 90% vào năm 2027", [("=", 90, "%", "2027")]),
        # places are counted, a score is measured
        ("Điểm wifi công cộng | Điểm | 10", [("=", 10, "count", None)]),
        ("Điểm chỉ số cải cách hành chính | Điểm | 85", [("=", 85, "Điểm", None)]),
        ("Số lượng sáng kiến | Sáng kiến | 5/năm", [("=", 5, "count", None)]),
        ("Xếp hạng Chỉ số chuyển đổi số | Hạng | 1-10", [("rank", 10, "rank", None)]),
        # all of them is no value
        ("Tai nạn giao thông |  | Giảm cả 3 tiêu chí", [("qualitative", None, None, None)]),
    ],
)
def test_rows(row: str, found: Row) -> None:
    assert [(t["comparator"], t["value"], t["unit"], t["horizon"]) for t in normalize_targets(row)["targets"]] == found


def test_parts_of_a_cell_are_named_by_their_row() -> None:
    def names(row: str) -> list[str]:
        return [t["indicator"] for t in normalize_targets(row)["targets"]]

    assert names("Thu ngân sách trên địa bàn | Tỷ đồng | 12 tỷ đồng, tăng 10%") == ["Thu ngân sách trên địa bàn", "Thu ngân sách trên địa bàn tăng"]
    assert names("Tỷ lệ hồ sơ được số hóa | % | 85% (đầu vào), 95% (kết quả)") == ["Tỷ lệ hồ sơ được số hóa (đầu vào)", "Tỷ lệ hồ sơ được số hóa (kết quả)"]
    assert [t["value"] for t in normalize_targets("Hộ đăng ký gia đình văn hóa | Hộ | 1.250/1.300")["targets"]] == [1250]
