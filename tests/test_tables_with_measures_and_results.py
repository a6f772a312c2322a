"""Target tables without row numbers whose measures stand under "Đơn vị", and tables that look back on an earlier plan."""

from __future__ import annotations

import pytest

from pipeline.assemble import assemble
from tests.support import HEADER, make_document

_ROWS = [["Thu nhập bình quân đầu người", "Triệu đồng", "80", "95"], ["Số trường học đạt chuẩn quốc gia", "Trường", "4", "6"], ["Tỷ lệ hộ nghèo", "%", "4", "2"]]


@pytest.mark.parametrize("title", ["II. MỤC TIÊU", "II. CHỈ TIÊU CHỦ YẾU", "PHỤ LỤC 1: CÁC CHỈ TIÊU CHỦ YẾU"])
@pytest.mark.parametrize("numbers", [False, True])
def test_measures_under_don_vi_are_no_units_that_share_a_target(title: str, numbers: bool) -> None:
    table = [["Chỉ tiêu", "Đơn vị", "Năm 2026", "Năm 2030"], *_ROWS]
    if numbers:
        table = [["TT" if n == 0 else str(n), *row] for n, row in enumerate(table)]
    found = [(t.indicator, t.value, t.horizon) for t in assemble(make_document(*HEADER, title, table)).targets]
    assert found[:3] == [("Thu nhập bình quân đầu người", 80, "2026"), ("Thu nhập bình quân đầu người", 95, "2030"), ("Số trường học đạt chuẩn quốc gia", 4, "2026")]
    assert len(found) == 6


def test_units_that_share_a_target_stay_its_holders() -> None:
    table = [["TT", "Đơn vị", "Số hộ thoát nghèo"], ["1", "Thôn Đông", "12"], ["2", "Thôn Tây", "9"]]
    assert [t.indicator for t in assemble(make_document(*HEADER, "II. GIAO CHỈ TIÊU CHO CÁC THÔN", table)).targets] == ["Số hộ thoát nghèo - Thôn Đông", "Số hộ thoát nghèo - Thôn Tây"]


def _of(title: str, *heads: str) -> list[tuple[float | None, str | None]]:
    rows = [["1", "Số hộ thoát nghèo", "30", "32", "36"], ["2", "Số lao động có việc làm", "300", "310", "330"]]
    table = [["STT", "Chỉ tiêu", *heads], *([*row[: 2 + len(heads)]] for row in rows)]
    return [(t.value, t.horizon) for t in assemble(make_document(*HEADER, title, table)).targets]


def test_a_table_of_results_commits_to_nothing() -> None:
    assert _of("I. KẾT QUẢ THỰC HIỆN NĂM 2025", "Kế hoạch 2025", "Kết quả 2025") == []
    assert _of("I. TÌNH HÌNH THỰC HIỆN GIAI ĐOẠN 2021 - 2025", "Kế hoạch 2025", "Kết quả 2025") == []
    later = _of("I. KẾT QUẢ THỰC HIỆN NĂM 2025 VÀ KẾ HOẠCH NĂM 2026", "Kế hoạch 2025", "Thực hiện 2025", "Kế hoạch 2026")
    assert (36, "2026") in later
    assert (330, "2026") in later
