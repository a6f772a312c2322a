"""The parts of a structure stand behind its name, whichever of them has a colon of its own."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets


@pytest.mark.parametrize(("text", "names"), [
    ("Cơ cấu kinh tế đến năm 2030: Nông nghiệp 35%; dịch vụ 40%; công nghiệp - xây dựng: 25 %.",
     ["Cơ cấu kinh tế Nông nghiệp", "Cơ cấu kinh tế dịch vụ", "Cơ cấu kinh tế công nghiệp - xây dựng"]),
    ("Cơ cấu lao động: nông nghiệp 45%; dịch vụ: 30%; tỷ lệ lao động qua đào tạo: 60%.",
     ["Cơ cấu lao động nông nghiệp", "Cơ cấu lao động dịch vụ", "tỷ lệ lao động qua đào tạo"]),
])
def test_parts_of_a_structure_bear_its_name(text: str, names: list[str]) -> None:
    assert [r.indicator for r in read_targets(text)] == names
