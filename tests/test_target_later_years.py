"""A bare number before a later year, and a predicate that stands once behind several shares."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("24 trường mầm non đạt chuẩn vào năm 2026 và 30 vào năm 2029", [(24, "count", "2026"), (30, "count", "2029")]),
        ("Trồng 40 ha quế vào năm 2026 và 65 vào năm 2028", [(40, "ha", "2026"), (65, "ha", "2028")]),
        ("85% khu phố có tổ hòa giải vào năm 2026 và 95% vào năm 2028", [(85, "%", "2026"), (95, "%", "2028")]),
        ("Xây 5 cầu vào năm 2026, 12 thôn có điện vào năm 2027", [(5, "count", "2026"), (12, "count", "2027")]),
    ],
)
def test_what_a_later_year_brings(text: str, found: list[tuple[float, str, str]]) -> None:
    readings = read_targets(text)
    assert [(r.value, r.unit, r.horizon) for r in readings] == found
    assert all("65" not in r.indicator and "30" not in r.indicator for r in readings)


def test_a_predicate_behind_the_last_of_several() -> None:
    found = read_targets("Mỗi năm, trên 75% phụ nữ ở phường; 60% phụ nữ ở xã; 50% phụ nữ vùng cao được khám sức khỏe định kỳ.")
    assert [r.value for r in found] == [75, 60, 50]
    assert all(r.indicator.endswith("được khám sức khỏe định kỳ") for r in found)


def test_other_subjects_keep_their_own_wording() -> None:
    assert [r.indicator for r in read_targets("90% hộ có hố rác; 80% thôn có điểm tập kết được vệ sinh")] == ["hộ có hố rác", "thôn có điểm tập kết được vệ sinh"]
