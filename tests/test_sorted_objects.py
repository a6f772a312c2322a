"""Bounds that say which of the objects of a duty are meant: no outcome is committed to."""

from __future__ import annotations

import pytest

from normalizers.citations import find_citations
from normalizers.target_tasks import read_task_targets


@pytest.mark.parametrize("text", [
    "Rà soát, thống kê diện tích cây trồng bị thiệt hại trên 70%.",
    "Hỗ trợ diện tích lúa bị thiệt hại từ 30% đến 70%.",
    "Kiểm tra các cơ sở có diện tích trên 300 m2.",
    "Kiểm tra các hộ nuôi trên 100 con lợn.",
])
def test_a_bound_that_tells_which_is_no_target(text: str) -> None:
    assert read_task_targets(text) == []


@pytest.mark.parametrize(("text", "value"), [
    ("Kiểm tra trên 90% cơ sở kinh doanh thực phẩm.", 90),
    ("Kiểm tra ít nhất 40 cơ sở kinh doanh thực phẩm.", 40),
    ("Hỗ trợ các hộ nghèo, phấn đấu có trên 80% hộ thoát nghèo.", 80),
    ("Hỗ trợ trên 50 hộ nghèo vay vốn.", 50),
])
def test_a_bound_on_what_is_reached_stays_one(text: str, value: int) -> None:
    assert [r.value for r in read_task_targets(text)] == [value]


@pytest.mark.parametrize("issuer", ["Tỉnh ủy Đồng Nai", "Tỉnh uỷ Đồng Nai"])
def test_either_spelling_of_a_party_committee_issues_a_document(issuer: str) -> None:
    assert [c.issuer for c in find_citations(f"Kế hoạch số 469-KH/TU ngày 16/5/2025 của {issuer}")] == [issuer]
