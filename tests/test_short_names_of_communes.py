"""Short names that communes print: posts, councils and commands without their first words; names that close with a quotation mark."""

from __future__ import annotations

import pytest

from normalizers.units import parse_units, prose_owners


@pytest.mark.parametrize(("cell", "wanted"), [
    ("CA xã + CHQS xã", ["Công an xã", "Ban Chỉ huy Quân sự xã"]),
    ("Bộ CHQS tỉnh; Chỉ huy trưởng Ban CHQS xã", ["Bộ Chỉ huy Quân sự tỉnh", "Chỉ huy trưởng Ban Chỉ huy Quân sự xã"]),
    ("HĐ NVQS xã; Hội đồng TĐ-KT xã; HĐND xã", ["Hội đồng nghĩa vụ quân sự xã", "Hội đồng Thi đua - Khen thưởng xã", "Hội đồng nhân dân xã"]),
    ("BP Một cửa; Đồn BP", ["Bộ phận Một cửa", "Đồn Biên phòng"]),
    ("CB đài truyền thanh; Hội KH", ["Cán bộ đài truyền thanh", "Hội Khuyến học"]),
    ("ĐC-XD; TC-KT", ["Công chức Địa chính - Xây dựng", "Công chức Tài chính - Kế toán"]),
    ("Địa chính - Xây dựng - Đô thị và Môi trường; Công an xã", ["Địa chính - Xây dựng - Đô thị và Môi trường", "Công an xã"]),
    ('Bộ phận "Một cửa"; Công an xã', ['Bộ phận "Một cửa"', "Công an xã"]),
    ("Bộ phận “Một cửa”", ["Bộ phận “Một cửa”"]),
])
def test_cell(cell: str, wanted: list[str]) -> None:
    assert [unit.name for unit in parse_units(cell)] == wanted


def test_both_commands_of_a_sentence() -> None:
    lead, support = prose_owners("Giao CA xã + CHQS xã lập phương án trực.")
    assert [u.name for u in lead] == ["Công an xã", "Ban Chỉ huy Quân sự xã"]
    assert not support
