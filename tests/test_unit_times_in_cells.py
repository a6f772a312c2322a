"""A time behind the owners of a cell or a note is when, not who."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.units import parse_units
from pipeline.read_one import read_one


@pytest.mark.parametrize(("cell", "names"), [
    ("Công an xã; quý II/2026", ["Công an xã"]),
    ("Công an xã; Tháng 6/2026", ["Công an xã"]),
    ("Trạm Y tế, thường xuyên", ["Trạm Y tế"]),
    ("Phòng Kinh tế; hằng quý", ["Phòng Kinh tế"]),
    ("Phòng Kinh tế; trước ngày 30/6", ["Phòng Kinh tế"]),
    ("Công an xã; VNPT", ["Công an xã", "VNPT"]),
    ("Phòng Kinh tế; Thôn 1", ["Phòng Kinh tế", "Thôn 1"]),
])
def test_times_among_owners(cell: str, names: list[str]) -> None:
    assert [unit.name for unit in parse_units(cell)] == names


def test_a_label_inside_brackets_goes_on_with_its_bullet(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("KẾ HOẠCH\nChuyển đổi số năm 2026\n\nI. NHIỆM VỤ\n- Kiểm tra tủ sách pháp luật điện tử (Chủ trì: Trung tâm Phục vụ hành chính công;\n"
                    "Phối hợp: Văn phòng HĐND và UBND; quý II/2026).\n- Rà soát các quy chế của xã.\n", encoding="utf-8")
    task = read_one(path, path.name).tasks[0]
    assert (task.lead, task.support) == (("Trung tâm Phục vụ hành chính công",), ("Văn phòng HĐND và UBND",))
    assert task.deadline is not None and task.deadline.edtf == "2026-34"
