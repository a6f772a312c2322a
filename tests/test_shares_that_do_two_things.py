"""Shares of bodies that do two things to one object: "100% chi hội xây dựng, duy trì ít nhất 01 mô hình" is one outcome."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets

ONE = [
    "100% chi đoàn thành lập, duy trì hoạt động ít nhất 01 Đội hình thanh niên tình nguyện",
    "100% chi hội xây dựng, duy trì ít nhất 01 mô hình hiệu quả",
    "100% trường học xây dựng, triển khai ít nhất 01 thư viện số",
    "100% đơn vị rà soát, xây dựng, ban hành ít nhất 01 kế hoạch chuyển đổi số",
]
TWO = [
    ("90% hộ dân được sử dụng nước sạch, xây dựng mới ít nhất 03 công trình cấp nước", [90, 3]),
    ("85% dân số tham gia bảo hiểm y tế, vận động ít nhất 200 người tham gia bảo hiểm xã hội tự nguyện", [85, 200]),
    ("100% xã đạt chuẩn, thành lập ít nhất 02 hợp tác xã", [100, 2]),
    ("95% đoàn viên tham gia, phấn đấu kết nạp 30 đoàn viên mới", [95, 30]),
]


@pytest.mark.parametrize("sentence", ONE)
def test_one_outcome_with_the_whole_wording(sentence: str) -> None:
    (read,) = read_targets(sentence)
    assert (read.value, read.unit) == (100, "%")
    assert read.indicator == sentence.removeprefix("100% ")


@pytest.mark.parametrize(("sentence", "values"), TWO)
def test_two_outcomes_stay_two(sentence: str, values: list[int]) -> None:
    assert [t.value for t in read_targets(sentence)] == values
