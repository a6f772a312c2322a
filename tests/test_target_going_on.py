"""Counts that go on behind a comma, an increase beside its amount, and an act that its own share belongs to."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets, read_task_targets


def test_counts_of_one_act() -> None:
    got = [(r.value, r.indicator) for r in read_task_targets("Rà soát, cấp mới 80 mã số vùng trồng, 12 mã số cơ sở đóng gói.")]
    assert got == [(80, "Rà soát, cấp mới mã số vùng trồng"), (12, "mã số cơ sở đóng gói")]


def test_an_increase_beside_its_amount_names_what_increases() -> None:
    got = [(r.value, r.indicator) for r in read_targets("Số người tham gia bảo hiểm: 640 người, tăng 55 người so với năm 2025.")]
    assert got[0] == (640, "Số người tham gia bảo hiểm")
    assert all(wording == "Số người tham gia bảo hiểm tăng" for _, wording in got[1:])


def test_the_act_behind_and_has_the_share() -> None:
    got = read_task_targets("Xây dựng kế hoạch giám sát vệ sinh môi trường và tổ chức kiểm tra tại tối thiểu 40% số cơ sở")
    assert [r.indicator for r in got] == ["tổ chức kiểm tra tại số cơ sở"]


@pytest.mark.parametrize(("text", "indicator", "horizon"), [
    ("Hướng dẫn người dân kích hoạt tài khoản định danh điện tử; phấn đấu hết năm 2026 đạt 85% trở lên.",
     "Hướng dẫn người dân kích hoạt tài khoản định danh điện tử", "2026"),
    ("Thực hiện số hóa hồ sơ; phấn đấu hết năm 2026 hoàn thành 100%.", "Thực hiện số hóa hồ sơ", "2026"),
])
def test_an_outcome_that_names_nothing_is_one_of_the_act_before_it(text: str, indicator: str, horizon: str) -> None:
    [target] = read_targets(text, section=False)
    assert (target.indicator, target.horizon) == (indicator, horizon)
