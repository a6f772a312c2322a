"""Quantities: numbers as Vietnamese plans print them, and numbers that are no quantities."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalizers.numbers import parse_number
from normalizers.quantities import find_quantities

# phrase, [(comparator, value, value_high, unit, measure)]
CASES: list[tuple[str, list[tuple[str, float | None, float | None, str | None, str | None]]]] = [
    ("đạt 80%", [("=", 80, None, "%", "%")]),
    ("≥ 80 %", [(">=", 80, None, "%", "%")]),
    ("tối thiểu 80 phần trăm", [(">=", 80, None, "%", "phần trăm")]),
    ("ít nhất 3,5% tổng chi", [(">=", 3.5, None, "%", "%")]),
    ("chi trên 3.5% tổng chi ngân sách", [(">", 3.5, None, "%", "%")]),
    ("đạt 3,0%", [("=", 3, None, "%", "%")]),
    ("không dưới 95%", [(">=", 95, None, "%", "%")]),
    ("không quá 5%", [("<=", 5, None, "%", "%")]),
    ("tối đa 10%", [("<=", 10, None, "%", "%")]),
    ("hơn 60%", [(">", 60, None, "%", "%")]),
    ("ít hơn 2%", [("<", 2, None, "%", "%")]),
    ("khoảng 10%", [("=", 10, None, "%", "%")]),
    ("từ 70% trở lên", [(">=", 70, None, "%", "%")]),
    ("đạt trên 70% trở lên", [(">=", 70, None, "%", "%")]),
    ("từ 5% trở xuống", [("<=", 5, None, "%", "%")]),
    ("80% - 90%", [("range", 80, 90, "%", "%")]),
    ("08 - 09%/năm", [("range", 8, 9, "%", "%/năm")]),
    ("từ 5 đến 7 mô hình", [("range", 5, 7, "count", "mô hình")]),
    ("03 – 05 doanh nghiệp", [("range", 3, 5, "count", "doanh nghiệp")]),
    ("đạt 18.000 tấn", [("=", 18000, None, "tấn", "tấn")]),
    ("1.200 công trình", [("=", 1200, None, "count", "công trình")]),
    ("đạt 12 000 tấn", [("=", 12000, None, "tấn", "tấn")]),
    ("đạt 1.234,5 tỷ đồng", [("=", 1234.5, None, "tỷ đồng", "tỷ đồng")]),
    ("trên 33 triệu USD", [(">", 33, None, "triệu USD", "triệu USD")]),
    ("65 triệu đồng/người/năm", [("=", 65, None, "triệu đồng/người/năm", "triệu đồng/người/năm")]),
    ("dưới 15 ca sinh/1.000 phụ nữ", [("<", 15, None, "ca sinh/1.000 phụ nữ", "ca sinh/1.000 phụ nữ")]),
    ("đạt 12 bác sĩ/vạn dân", [("=", 12, None, "bác sĩ/vạn dân", "bác sĩ/vạn dân")]),
    ("tăng 1,5 lần", [("=", 1.5, None, "lần", "lần")]),
    ("Chỉ số ≥ 0.77", [(">=", 0.77, None, None, None)]),
    ("Chỉ số đạt 0,770", [("=", 0.77, None, None, None)]),
    ("tốc độ đạt 100 Mbps", [("=", 100, None, "Mbps", "Mbps")]),
    ("tốc độ tối thiểu 01 Gb/s", [(">=", 1, None, "Gbps", "Gb/s")]),
    ("có 05 thôn thông minh", [("=", 5, None, "count", "thôn")]),
    ("thuộc nhóm 20 xã đứng đầu", [("rank", 20, None, "rank", None)]),
    ("ở nhóm dẫn đầu", [("rank", None, None, "rank", None)]),
    ("đạt mức 2 trở lên", [(">=", 2, None, "level", None)]),
    ("giảm từ 23 xuống 18 vụ", [("=", 18, None, "count", "vụ")]),
    ("tăng từ 60% lên 75%", [("=", 75, None, "%", "%")]),
    ("1,5 triệu lượt khách", [("=", 1.5, None, "triệu lượt khách", "triệu lượt khách")]),
    ("ít nhất một mô hình", [(">=", 1, None, "count", "mô hình")]),
    ("02 (hai) mô hình điểm", [("=", 2, None, "count", "mô hình")]),
    ("10/12 thôn đạt chuẩn", [("=", 10, None, "count", "thôn")]),
    ("95% và 80%", [("=", 95, None, "%", "%"), ("=", 80, None, "%", "%")]),
]

NONE = [
    "ngày 22/12/2024", "Nghị quyết số 57-NQ/TW", "Luật số 20/2023/QH15", "Đề án 06", "năm 2025", "giai đoạn 2026 - 2030", "mạng 5G", "cấp độ 3", "mức độ 4",
    "hai cấp", "02 cấp", "24/7", "từ 15 tuổi trở lên", "trẻ từ 06 tháng đến 36 tháng tuổi", "tháng 6/2026", "Quý I/2026", "1. Mục tiêu chung", "2.1. Hạ tầng",
    "a) Phát triển hạ tầng", "Công nghiệp 4.0", "quốc lộ 1", "Kế hoạch số 12/KH-UBND ngày 01/7/2025", "theo Điều 5 Luật Chuyển đổi số", "4 tại chỗ", "Thông tư 02/2025",
    "trước ngày 30/11", "nhiệm kỳ 2025 - 2030", "tầm nhìn 2045", "", "không có số",
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[t for t, _ in CASES])
def test_quantities(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(q.comparator, q.value, q.value_high, q.unit, q.measure) for q in find_quantities(text)] == expected


@pytest.mark.parametrize("text", NONE)
def test_no_quantity(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(("token", "thousands", "value"), [
    ("05", True, 5), ("0,8", False, 0.8), ("3.5", False, 3.5), ("18.000", True, 18000), ("1.234.567", False, 1234567), ("1.234,5", True, 1234.5),
    ("1,234.5", True, 1234.5), ("0.770", True, 0.77), ("12,5", True, 12.5), ("99,999", False, 99.999), ("12 000", True, 12000),
])
def test_parse_number(token: str, thousands: bool, value: float) -> None:
    assert parse_number(token, thousands=thousands) == pytest.approx(value)


def test_offsets_point_into_the_source() -> None:
    text = "Phấn  đấu đạt\ntối thiểu\n  80% hộ dân"
    [one] = find_quantities(text)
    assert text[one.start : one.end] == one.raw == "tối thiểu\n  80%"


@pytest.mark.parametrize("text", [t for t, _ in CASES])
def test_decomposed_text_has_the_same_values(text: str) -> None:
    def values(s: str) -> list[tuple[object, ...]]:
        return [(q.comparator, q.value, q.value_high) for q in find_quantities(s)]

    assert values(unicodedata.normalize("NFD", text)) == values(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=100))
def test_any_string(text: str) -> None:
    for q in find_quantities(text):
        assert 0 <= q.start < q.end <= len(text)
        assert q.raw == text[q.start : q.end]


def test_many_numbers_take_linear_time() -> None:
    """A text dump without line ends, or a row that nothing ends, is one text with thousands of numbers."""
    from normalizers.clauses import read_parts
    from normalizers.numbers import Sheet

    for text in ("đạt 80% hộ dân; " * 6000, "đến 15 thôn và " * 6000):
        begun = time.process_time()
        read_parts(Sheet.of(text))
        assert time.process_time() - begun < 6.0
