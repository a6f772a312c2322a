"""Time cells of several works, and what is yearly only by name."""

from __future__ import annotations

import pytest

from normalizers.deadline_prose import find_deadline
from normalizers.deadlines import parse_deadline


@pytest.mark.parametrize(("cell", "kind", "edtf", "due"), [
    ("Từ tháng 8/2026 và thường xuyên; hồ sơ mẫu hoàn thành trong tháng 10/2026", "fixed", "2026-10", "2026-10-31"),
    ("Bắt đầu từ tháng 3/2026; kết thúc trước 30/11/2026", "fixed", "2026-03/2026-11-29", "2026-11-29"),
    ("Từ quý I/2026, hoàn thành quý IV/2026", "fixed", "2026-33/2026-36", "2026-12-31"),
    ("Từ tháng 8/2026 và thường xuyên", "open_ended", "2026-08/..", None),
])
def test_cells_of_several_phrases(cell: str, kind: str, edtf: str, due: str | None) -> None:
    value = parse_deadline(cell, "2026-02-01")
    assert (value.kind, value.edtf, value.due) == (kind, edtf, due)


@pytest.mark.parametrize("text", ["Làm căn cứ xét khen thưởng hằng năm của các tập thể.", "Đề xuất khen thưởng hằng năm theo quy định."])
def test_a_yearly_reward_is_a_name(text: str) -> None:
    assert find_deadline(text, "2026-02-01") is None


def test_a_yearly_act_stays_one() -> None:
    value = find_deadline("Tổ chức sơ kết hằng năm, tổng kết vào năm 2030.", "2026-02-01")
    assert value is not None and value.kind == "recurring"
