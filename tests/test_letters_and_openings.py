"""Whom a letter goes to is no part of its subject; the time that opens an act goes before a rhythm inside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.deadline_acts import act_deadline
from pipeline.read_one import read_one


def test_a_letters_subject_ends_where_its_receivers_stand(tmp_path: Path) -> None:
    path = tmp_path / "cong-van.txt"
    path.write_text("ỦY BAN NHÂN DÂN\nXÃ HÒA BÌNH\nSố: 77/UBND-KT\nV/v rà soát hộ nghèo\nnăm 2026\nHòa Bình, ngày 14 tháng 01 năm 2026\n"
                    "Kính gửi:\n- Phòng Kinh tế;\n- Trưởng các thôn.\nUBND xã yêu cầu các đơn vị thực hiện một số nội dung sau:\n"
                    "1. Phòng Kinh tế: tổng hợp kết quả, báo cáo trước ngày 25/3/2026.\n", encoding="utf-8")
    got = read_one(path, path.name)
    assert got.plan.title == "V/v rà soát hộ nghèo năm 2026"
    assert [task.lead for task in got.tasks] == [("Phòng Kinh tế",)]


@pytest.mark.parametrize(("text", "kind", "edtf"), [
    ("Quý II: Sơ kết 6 tháng; kiểm tra 03 đơn vị.", "fixed", "2026-34"),
    ("Tháng 7: họp giao ban hằng quý với các thôn.", "fixed", "2026-07"),
    ("Định kỳ hằng quý kiểm tra các đơn vị.", "recurring", None),
    ("Quý II: hoàn thành rà soát trước ngày 15/5/2026.", "fixed", "../2026-05-14"),
])
def test_the_time_that_opens_an_act_leads(text: str, kind: str, edtf: str | None) -> None:
    found = act_deadline(text, "2026-01-10")
    assert found is not None and (found.kind, found.edtf) == (kind, edtf)
