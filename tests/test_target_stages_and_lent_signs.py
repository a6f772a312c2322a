"""Stages without numbers, signs that are not lent, levels named zero-padded, a level of one field in brackets."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets

Got = list[tuple[str, str, float | None, str | None]]


@pytest.mark.parametrize(("text", "want"), [
    ("Xã đạt 15/19 tiêu chí nông thôn mới, phấn đấu đến năm 2028 đạt chuẩn nông thôn mới, đến năm 2030 đạt chuẩn nông thôn mới hiện đại.",
     [("Xã tiêu chí nông thôn mới", "=", 15, None), ("đến năm 2028 đạt chuẩn nông thôn mới", "qualitative", None, "2028"),
      ("đến năm 2030 đạt chuẩn nông thôn mới hiện đại", "qualitative", None, "2030")]),
    ("Có 3 trường đạt chuẩn mức độ 1, 02 trường đạt chuẩn mức độ 2.",
     [("trường đạt chuẩn mức độ 1", "=", 3, None), ("trường đạt chuẩn mức độ 2", "=", 2, None)]),
    ("Ít nhất 05 sản phẩm được cấp mã số vào năm 2028, đến năm 2030 có 10 sản phẩm.",
     [("sản phẩm được cấp mã số", ">=", 5, "2028"), ("sản phẩm được cấp mã số", "=", 10, "2030")]),
    ("Tỷ lệ hài lòng đạt tối thiểu 95% (lĩnh vực đất đai, xây dựng đạt tối thiểu 90%).",
     [("Tỷ lệ hài lòng", ">=", 95, None), ("lĩnh vực đất đai, xây dựng", ">=", 90, None)]),
    ("Giảm tỷ lệ hộ nghèo xuống còn 6,2% (tương ứng giảm 45 hộ).", [("tỷ lệ hộ nghèo", "=", 6.2, None)]),
])
def test_stages_signs_and_levels(text: str, want: Got) -> None:
    assert [(r.indicator, r.comparator, r.value, r.horizon) for r in read_targets(text)] == want
