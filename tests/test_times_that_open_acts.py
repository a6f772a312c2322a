"""Quarters and months without a year that open a sentence of an act are its time."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.deadline_prose import opening_time
from pipeline.read_one import read_one

HEAD = "ỦY BAN NHÂN DÂN XÃ AN BÌNH\nSố: 12/KH-UBND\nAn Bình, ngày 10 tháng 01 năm 2026\nKẾ HOẠCH\nCông tác trọng tâm năm 2026\nII. NHIỆM VỤ\n"


@pytest.mark.parametrize(("act", "edtf"), [
    ("Quý I: Rà soát, cập nhật danh mục thủ tục hành chính.", "2026-33"),
    ("Trong quý II, Phòng Kinh tế tham mưu ban hành quy chế quản lý chợ.", "2026-34"),
    ("Tháng 3: Tổ chức hội nghị triển khai kế hoạch.", "2026-03"),
    ("Trong tháng 3 tổ chức hội nghị triển khai kế hoạch.", "2026-03"),
    ("Quý I - II, Công an xã rà soát cơ sở kinh doanh có điều kiện.", "2026-33/2026-34"),
    ("Quý I: Rà soát danh mục, hoàn thành trước ngày 20/02/2026.", "../2026-02-19"),  # a day of its own leads
])
def test_the_opening_quarter_or_month_is_due(tmp_path: Path, act: str, edtf: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(f"{HEAD}- {act}\n- Tổ chức tuyên truyền trên hệ thống loa truyền thanh.\n", encoding="utf-8")
    first, second = read_one(path, path.name).tasks
    assert first.deadline is not None
    assert first.deadline.edtf == edtf
    assert second.deadline is None


@pytest.mark.parametrize("text", ["Tháng hành động vì trẻ em, tổ chức thăm hỏi.", "Quý I năm nay là thời điểm cao điểm; tăng cường kiểm tra.", "Tháng 3/2026, 3 thôn: …", "Tháng 3 biên giới được tổ chức hằng năm.", "Trong quý I kết quả chưa cao."])
def test_other_openings_are_no_time_of_an_act(text: str) -> None:
    assert opening_time(text) is None
