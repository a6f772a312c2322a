"""Means of one body beside their growth, later shares in brackets, what only a part of the whole reaches, bases told by "hơn"."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets

Found = list[tuple[str, str, float | None, float | None, str | None, str | None]]


def found(text: str) -> Found:
    return [(r.indicator, r.comparator, r.value, r.value_high, r.unit, r.horizon) for r in read_targets(text)]


@pytest.mark.parametrize(("text", "expected"), [
    # --- a mean of one body is itself what is aimed at
    ("Doanh thu bình quân một hợp tác xã đạt 2,8 tỷ đồng/năm, tăng 10% so với năm 2025.",
     [("Doanh thu bình quân một hợp tác xã", "=", 2.8, None, "tỷ đồng/năm", None), ("Doanh thu bình quân một hợp tác xã tăng", "=", 10, None, "%", None)]),
    ("Thu nhập bình quân mỗi lao động đạt 6 triệu đồng/tháng, 90% lao động có việc làm ổn định.",
     [("Thu nhập bình quân mỗi lao động", "=", 6, None, "triệu đồng/tháng", None), ("lao động có việc làm ổn định", "=", 90, None, "%", None)]),
    ("100% xã có thu nhập bình quân mỗi hộ đạt 100 triệu đồng.", [("xã có thu nhập bình quân mỗi hộ đạt 100 triệu đồng", "=", 100, None, "%", None)]),
    # --- what the same share is to reach later, in brackets
    ("Đào tạo thường xuyên cho khoảng 25% lực lượng lao động (đến 2030 là 50%).",
     [("Đào tạo thường xuyên cho lực lượng lao động", "=", 25, None, "%", None), ("Đào tạo thường xuyên cho lực lượng lao động", "=", 50, None, "%", "2030")]),
    ("Tỷ lệ lao động có kỹ năng số đạt 80% (90% vào năm 2030).",
     [("Tỷ lệ lao động có kỹ năng số", "=", 80, None, "%", None), ("Tỷ lệ lao động có kỹ năng số", "=", 90, None, "%", "2030")]),
    # --- what is said of a part alone
    ("Có 20 sản phẩm OCOP, trong đó 5 sản phẩm đạt 4 sao.", [("sản phẩm OCOP", "=", 20, None, "count", None), ("sản phẩm đạt 4 sao", "=", 5, None, "count", None)]),
    # --- a comparator before a mean that falls
    ("Tối thiểu bình quân mỗi năm giảm 2% biên chế.", [("bình quân mỗi năm giảm biên chế", ">=", 2, None, "%", None)]),
    # --- the period that a level stays below is no time of it
    ("Thiệt hại do thiên tai thấp hơn giai đoạn 2016 - 2020 và không vượt quá 1,2% GRDP.",
     [("Thiệt hại do thiên tai thấp hơn giai đoạn 2016 - 2020", "<=", 1.2, None, "%", None)]),
    # --- an index measured in minutes
    ("Chỉ số SAIDI không quá 180 phút/khách hàng/năm.", [("Chỉ số SAIDI", "<=", 180, None, "phút/khách hàng/năm", None)]),
    # --- a work without a verb of its own in other lists
    ("Lập 02 đồ án quy hoạch phân khu, cắm mốc 100% chỉ giới đường đỏ.",
     [("Lập đồ án quy hoạch phân khu", "=", 2, None, "count", None), ("cắm mốc chỉ giới đường đỏ", "=", 100, None, "%", None)]),
    # --- a level that is kept is no grade
    ("Tổng đàn trâu, bò duy trì ở mức 2.100 con; đàn lợn 6.500 con.",
     [("Tổng đàn trâu, bò", "=", 2100, None, "count", None), ("đàn lợn", "=", 6500, None, "count", None)]),
    ("Đạt phổ cập giáo dục mức 3 tại 12 xã.", [("Đạt phổ cập giáo dục mức 3 tại 12 xã", "qualitative", None, None, None, None)]),
    # --- what comes after the training, what each one does on average
    ("Đào tạo nghề cho 240 lao động nông thôn, sau học nghề trên 80% có việc làm.",
     [("Đào tạo nghề cho lao động nông thôn", "=", 240, None, "count", None), ("sau học nghề có việc làm", ">", 80, None, "%", None)]),
    ("100% thôn có nhà văn hóa đạt chuẩn, bình quân mỗi nhà văn hóa tổ chức ít nhất 12 hoạt động/năm.",
     [("thôn có nhà văn hóa đạt chuẩn", "=", 100, None, "%", None), ("bình quân mỗi nhà văn hóa tổ chức hoạt động/năm", ">=", 12, None, "count", None)]),
    # --- whose records are put into a database
    ("Tích hợp dữ liệu của 6.500 thửa đất vào cơ sở dữ liệu quốc gia.", [("Tích hợp dữ liệu của thửa đất vào cơ sở dữ liệu quốc gia", "=", 6500, None, "count", None)]),
])
def test_outcomes(text: str, expected: Found) -> None:
    assert found(text) == expected
