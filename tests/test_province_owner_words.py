"""Owners and counts of provinces' plans: departments by their letters, appendices that commit to nothing."""

from __future__ import annotations

from normalizers.target_tasks import read_task_targets
from normalizers.units import parse_units


def test_culture_and_sports_by_their_letters() -> None:
    assert [unit.name for unit in parse_units("Sở VH&TT, Sở GD&ĐT")] == ["Sở Văn hóa và Thể thao", "Sở Giáo dục và Đào tạo"]


def test_appendices_and_forms_are_no_target() -> None:
    assert not read_task_targets("Hoàn thiện dự thảo Đề án và 03 phụ lục theo ý kiến góp ý.")
    assert not read_task_targets("Ban hành kế hoạch và 05 biểu mẫu kèm theo.")
