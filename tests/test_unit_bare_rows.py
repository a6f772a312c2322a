"""Whole names among names that lack their noun: "Các sở, ngành: Công an tỉnh, Nội vụ, Tài chính"."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units


@pytest.mark.parametrize(("cell", "units"), [
    ("Các sở, ngành liên quan: Công an tỉnh, Nội vụ, Tài chính", ["Công an tỉnh", "Sở Nội vụ", "Sở Tài chính"]),
    ("Các sở, ngành: Nội vụ, Công an tỉnh, Tài chính", ["Sở Nội vụ", "Công an tỉnh", "Sở Tài chính"]),
    ("Các sở, ban, ngành: Bộ Chỉ huy Quân sự tỉnh, Tài chính; UBND các xã", ["Bộ Chỉ huy Quân sự tỉnh", "Sở Tài chính", "Ủy ban nhân dân các xã"]),
    ("Các phòng, ban: Công an xã, Kinh tế, Văn hóa - Xã hội", ["Công an xã", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]),
    # every name is whole
    ("Các sở, ngành: Công an tỉnh, Sở Nội vụ, Hội Nông dân tỉnh", ["Công an tỉnh", "Sở Nội vụ", "Hội Nông dân tỉnh"]),
    # the bare names of central bodies are those of commune bodies elsewhere
    ("Các bộ, ngành: Công an, Quốc phòng, Tài chính", ["Bộ Công an", "Bộ Quốc phòng", "Bộ Tài chính"]),
    ("Các ban, ngành: Công an, Quân sự", ["Công an xã", "Ban Chỉ huy Quân sự xã"]),
])
def test_cells(cell: str, units: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == units


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Các sở, ngành: Nội vụ, Công an tỉnh, Tài chính xây dựng kế hoạch thực hiện.", ["Sở Nội vụ", "Công an tỉnh", "Sở Tài chính"], []),
    ("Sở Y tế chủ trì, phối hợp với các sở, ngành: Công an tỉnh, Nội vụ, Tài chính tham mưu UBND tỉnh.", ["Sở Y tế"], ["Công an tỉnh", "Sở Nội vụ", "Sở Tài chính"]),
])
def test_sentences(text: str, lead: list[str], support: list[str]) -> None:
    got = prose_owners(text)
    assert ([u.name for u in got[0]], [u.name for u in got[1]]) == (lead, support)
