"""Sizes of one unit: conversions, what is never converted, any string."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.scales import converted, scale
from pipeline.audit_targets import two_values
from pipeline.comparison import Comparison, compare
from pipeline.divergence import divergence_rows, long_rows
from tests.plans import plan


@pytest.mark.parametrize(("value", "unit", "into", "found"), [
    (1500, "triệu đồng", "tỷ đồng", 1.5), (1.5, "tỉ", "triệu", 1500), (2, "nghìn tỷ đồng", "tỷ đồng", 2000), (60, "triệu đồng/người/năm", "triệu đồng/người/năm", 60),
    (5, "tạ/ha", "tấn/ha", 0.5), (3, "km²", "ha", 300), (1, "Gbps", "Mbps", 1000), (12, "nghìn người", "người", 12000), (7, "VNĐ", "đồng", 7),
    (1, "triệu đồng/người", "tỷ đồng", None), (1, "USD", "đồng", None), (1, "tạ/ha", "tấn", None), (1, "%", "%", None), (1, "", "đồng", None), (1, None, "đồng", None),
])
def test_conversion(value: float, unit: str | None, into: str, found: float | None) -> None:
    assert converted(value, unit, into) == found


@given(st.text(max_size=30), st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_any_unit_is_itself(unit: str, value: float) -> None:
    if scale(unit):
        assert converted(value, unit, unit) == round(value, 10)


MONEY = "Tổng kinh phí hỗ trợ nhà ở cho hộ nghèo"


def compared(*given: tuple[str, float, str]) -> Comparison:
    return compare([plan(name, {"indicator": MONEY, "value": value, "unit": unit}) for name, value, unit in given])


def test_sums_in_different_sizes_are_compared_in_one() -> None:
    [row] = divergence_rows(compared(("An", 2, "tỷ đồng"), ("Bình", 1500, "triệu đồng"), ("Chi", 1, "tỷ đồng")))
    assert (row["unit"], row["min"], row["max"], row["median"], row["spread"], row["comparability"]) == ("tỷ đồng", 1, 2, 1.5, 1, "comparable")
    assert "Bình ≥1500 triệu đồng" in str(row["values"])


def test_the_printed_value_stays_beside_the_converted_one() -> None:
    [binh] = [r for r in long_rows(compared(("An", 2, "tỷ đồng"), ("Bình", 1500, "triệu đồng"), ("Chi", 1, "tỷ đồng"))) if r["commune"] == "Bình"]
    assert (binh["value"], binh["unit"], binh["difference_to_median"], binh["rank"]) == (1500, "triệu đồng", 0, 2)
    assert binh["note"] == "quy đổi: 1500 triệu đồng = 1,5 tỷ đồng"


def test_one_sum_in_two_sizes_is_no_contradiction_two_sums_are() -> None:
    def kinds(second: float) -> list[str]:
        given = plan("An", {"indicator": MONEY, "value": 2, "unit": "tỷ đồng", "lines": (1, 1)}, {"indicator": MONEY, "value": second, "unit": "triệu đồng", "lines": (9, 9)})
        from pipeline.indicators import with_indicators

        return [f.kind for f in two_values(with_indicators([given])[0][0])]
    assert (kinds(2000), kinds(1500)) == ([], ["target-contradiction"])
