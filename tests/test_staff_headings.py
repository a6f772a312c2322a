"""Headings of "Tổ chức thực hiện" that name the single posts of a school or office."""

from __future__ import annotations

import pytest

from normalizers.unit_headings import heading_units


@pytest.mark.parametrize(
    ("heading", "units"),
    [
        ("5. Kế toán:", ["Kế toán"]),
        ("6. Kế toán, văn thư và thủ quỹ", ["Kế toán", "Văn thư", "Thủ quỹ"]),
        ("7. Nhân viên thư viện, thiết bị", ["Nhân viên thư viện, thiết bị"]),
        ("8. Nhân viên bảo vệ", ["Nhân viên bảo vệ"]),
        # Topics, and posts with what they are for, are none of these.
        ("9. Công tác kế toán", []),
        ("10. Bảo vệ môi trường", []),
    ],
)
def test_single_posts_head_duties(heading: str, units: list[str]) -> None:
    assert [unit.name for unit in heading_units(heading)] == units
