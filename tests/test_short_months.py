"""Months in short ("T10/2025") that date a target, and bodies half in short."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets
from normalizers.units import parse_units


@pytest.mark.parametrize(("text", "horizon"), [
    ("T8/2025: 48% người dân có tài khoản định danh mức 2", "2025-08"),
    ("Đến hết T10/2025, 100% thôn có Tổ công nghệ số cộng đồng", "2025-10"),
    ("Phấn đấu đến T12/2026 có 95% người dân dùng VNeID", "2026-12"),
    ("Phấn đấu 95% sản phẩm đạt chuẩn T4", None),
])
def test_a_month_in_short_dates_a_target(text: str, horizon: str | None) -> None:
    (target,) = read_targets(text)
    assert target.horizon == horizon


def test_the_front_half_in_short_is_the_front() -> None:
    assert [u.name for u in parse_units("UB Mặt trận Tổ quốc Việt Nam xã; UB Mặt trận Tổ quốc phường")] == ["Ủy ban Mặt trận Tổ quốc Việt Nam xã"]
