"""Tables of criteria that have a column for the criterion's number."""

from __future__ import annotations

from extractors.table_headers import column_roles


def test_number_of_a_criterion_beside_its_wording() -> None:
    assert column_roles(["Tiêu chí số", "Nội dung tiêu chí", "Hiện trạng 2025", "Mục tiêu 2026", "Cơ quan phụ trách"])[:2] == ["no", "indicator"]
    assert column_roles(["STT", "Tiêu chí số", "Tên tiêu chí", "Mục tiêu 2026", "Cơ quan phụ trách"])[1:4] == ["no", "indicator", "value@2026"]


def test_criterion_told_in_that_column_alone() -> None:
    assert column_roles(["STT", "Tiêu chí số", "Mục tiêu 2026", "Cơ quan phụ trách"])[1] == "indicator"
    assert column_roles(["Tiêu chí số", "Mục tiêu 2026", "Cơ quan phụ trách"])[0] == "indicator"
