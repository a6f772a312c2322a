"""Headings of columns and figures of cells in other plans' wordings."""

from __future__ import annotations

import pytest

from extractors.table_headers import heading_role
from normalizers.targets import read_table_target, read_targets


@pytest.mark.parametrize(("heading", "role"), [
    ("Việc cần làm", "task"), ("Nội dung phải làm", "task"), ("Các đơn vị tham gia", "support"), ("Đơn vị cùng thực hiện", "support"),
    ("#", "no"), ("Thứ tự", "no"), ("Đơn vị thực hiện", "owner")])
def test_headings(heading: str, role: str) -> None:
    assert heading_role(heading) == role


@pytest.mark.parametrize(("cell", "value"), [("20 000", 20000), ("1 500", 1500), ("≥ 12 300", 12300), ("20.000", 20000), ("120", 120), ("3,5", 3.5)])
def test_thousands_of_a_counted_cell(cell: str, value: float) -> None:
    assert [t.value for t in read_table_target("Số lượt khách tham quan", "Lượt", cell)] == [value]


@pytest.mark.parametrize("wording", ["10 ~ 15%", "10% ~ 15%", "10 - 15%", "10 ÷ 15%", "từ 10% đến 15%"])
def test_ranges(wording: str) -> None:
    (target,) = read_targets(f"- Sản lượng rau an toàn tăng {wording}.")
    assert (target.comparator, target.value, target.value_high) == ("range", 10, 15)


@pytest.mark.parametrize("least", ["≥ 4%", "tối thiểu 4%", "đạt ít nhất 4%", "không dưới 4%"])
def test_the_object_of_a_bare_verb_goes_on_behind_its_commas(least: str) -> None:
    (target,) = read_targets(f"- Hằng năm dành {least} tổng chi ngân sách xã cho thư viện, nhà văn hóa và sân chơi.")
    assert (target.indicator, target.comparator) == ("Hằng năm dành tổng chi ngân sách xã cho thư viện, nhà văn hóa và sân chơi", ">=")


@pytest.mark.parametrize(("said", "comparator"), [("80% hoặc cao hơn", ">="), ("5% hoặc thấp hơn", "<=")])
def test_or_higher(said: str, comparator: str) -> None:
    (target,) = read_targets(f"- Tỷ lệ hộ tham gia thu gom rác đạt {said}.")
    assert (target.comparator, target.indicator) == (comparator, "Tỷ lệ hộ tham gia thu gom rác")
