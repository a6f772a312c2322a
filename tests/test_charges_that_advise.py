"""Lines below an item that only say who prepares it ("X tham mưu, xong trong quý II") give its owners; acts behind "tham mưu" stay tasks."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.unit_charges import Charge, read_charge
from pipeline.read_one import read_one

HEAD = "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN\nSố: 12/KH-UBND\nBình An, ngày 15 tháng 01 năm 2026\nKẾ HOẠCH\nPhát triển hạ tầng số năm 2026\n\nII. NHIỆM VỤ\n"


@pytest.mark.parametrize(("text", "charge"), [
    ("Phòng Kinh tế tham mưu, hoàn thành trong tháng 01.", Charge("Phòng Kinh tế", None, "hoàn thành trong tháng 01")),
    ("Phòng Kinh tế tham mưu (hoàn thành trong tháng 01).", Charge("Phòng Kinh tế", None, "hoàn thành trong tháng 01")),
    ("Phòng Kinh tế tham mưu, Công an xã phối hợp, xong trong quý II.", Charge("Phòng Kinh tế", "Công an xã", "xong trong quý II")),
    ("Phòng Kinh tế tham mưu, phối hợp với Công an xã thực hiện.", Charge("Phòng Kinh tế", "Công an xã", None)),
    ("Phòng Kinh tế tham mưu UBND xã thực hiện, xong trong quý III.", Charge("Phòng Kinh tế", None, "xong trong quý III")),
    ("Phòng Kinh tế tham mưu.", Charge("Phòng Kinh tế", None, None)),
])
def test_nothing_but_who_prepares_it(text: str, charge: Charge) -> None:
    assert read_charge(text) == charge


@pytest.mark.parametrize("text", [
    "Phòng Kinh tế tham mưu UBND xã ban hành kế hoạch trong tháng 01.",
    "Phòng Kinh tế tham mưu UBND xã tổ chức thực hiện Chương trình OCOP.",
    "Phòng Kinh tế tham mưu, tổng hợp, báo cáo trước ngày 15/12.",
    "Phòng Kinh tế tham mưu, xây dựng kế hoạch trong tháng 01.",
    "Phòng Kinh tế tham mưu, trong năm 2026 thành lập 03 hợp tác xã.",
    "Phòng Kinh tế tham mưu, phối hợp với Công an xã kiểm tra trong tháng 3.",
    "Tổ tham mưu, giúp việc, hoàn thành trước 30/6.",
    "Phòng Kinh tế tham mưu:",
])
def test_acts_behind_it_are_no_charge(text: str) -> None:
    assert read_charge(text) is None


def test_such_a_line_closes_the_item_above(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(HEAD + "1. Lắp đặt camera tại các ngã ba trên địa bàn xã.\n* Phòng Kinh tế tham mưu, hoàn thành trong tháng 01.\n"
                    "2. Tuyên truyền trên hệ thống loa.\n- Phòng Văn hóa - Xã hội, các thôn thực hiện thường xuyên.\n", encoding="utf-8")
    tasks = read_one(path, path.name).tasks
    assert [(t.no, list(t.lead)) for t in tasks] == [("1", ["Phòng Kinh tế"]), ("2", ["Phòng Văn hóa - Xã hội", "Các thôn"])]
