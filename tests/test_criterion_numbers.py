"""Tables of criteria that have a column for the criterion's number."""

from __future__ import annotations

from extractors.table_headers import column_roles


def test_number_of_a_criterion_beside_its_wording() -> None:
    assert column_roles(["Tiêu chí số", "Nội dung tiêu chí", "Hiện trạng 2025", "Mục tiêu 2026", "Cơ quan phụ trách"])[:2] == ["no", "indicator"]
    assert column_roles(["STT", "Tiêu chí số", "Tên tiêu chí", "Mục tiêu 2026", "Cơ quan phụ trách"])[1:4] == ["no", "indicator", "value@2026"]


def test_criterion_told_in_that_column_alone() -> None:
    assert column_roles(["STT", "Tiêu chí số", "Mục tiêu 2026", "Cơ quan phụ trách"])[1] == "indicator"
    assert column_roles(["Tiêu chí số", "Mục tiêu 2026", "Cơ quan phụ trách"])[0] == "indicator"


def test_capital_of_a_year_is_money_and_no_target_year() -> None:
    assert column_roles(["TT", "Danh mục công trình", "Quy mô", "Kế hoạch vốn 2026", "Ghi chú"])[3] == "budget"
    assert column_roles(["TT", "Dự án", "Nhu cầu vốn giai đoạn 2026 - 2030", "Ghi chú"])[2] == "budget"
    assert column_roles(["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2026"])[3] == "value@2026"
