"""An owner line that closes a section holds for the items above it, but not for those that say themselves who leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.read_one import read_one

HEAD = ["ỦY BAN NHÂN DÂN", "XÃ BÌNH AN", "Số: 12/KH-UBND", "KẾ HOẠCH", "Chăm sóc vườn cây công cộng năm 2026", "III. NHIỆM VỤ, GIẢI PHÁP", "1. Công tác tuyên truyền"]
CLOSING = "Đơn vị chủ trì: Phòng Văn hóa - Xã hội; đơn vị phối hợp: Đoàn Thanh niên xã; thời gian: Quý I/2026."


@pytest.mark.parametrize(("item", "lead"), [
    ("Tuyên truyền trên hệ thống truyền thanh của xã.", "Phòng Văn hóa - Xã hội"),
    ("Giao Công an xã tuyên truyền về an toàn khi cắt tỉa cây.", "Công an xã"),
    ("Trạm Y tế chủ trì, phối hợp với các thôn tuyên truyền về phun thuốc an toàn.", "Trạm Y tế"),
    ("Phối hợp với Công an xã tuyên truyền về an toàn khi cắt tỉa cây.", "Phòng Văn hóa - Xã hội"),
])
def test_who_leads_an_item(tmp_path: Path, item: str, lead: str) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_text("\n".join([*HEAD, "- Phát tờ rơi đến các hộ dân.", f"- {item}", CLOSING]), encoding="utf-8")
    tasks = read_one(path, path.name).tasks
    assert [task.lead for task in tasks] == [("Phòng Văn hóa - Xã hội",), (lead,)]
    assert {task.deadline.edtf for task in tasks if task.deadline} == {"2026-33"}


def test_an_item_with_its_own_lead_keeps_its_helpers_and_its_time(tmp_path: Path) -> None:
    """Said in a sentence behind the act; the closing lines stand apart, one for each field."""
    own = "- Thống kê cây cổ thụ trên địa bàn. Phòng Kinh tế chủ trì, phối hợp với Công an xã, hoàn thành trong Quý IV/2026."
    lines = ["+ Chủ trì: Đoàn Thanh niên xã.", "+ Phối hợp: Các trường học.", "+ Thời gian: Tháng 5/2026."]
    path = tmp_path / "kế hoạch.txt"
    path.write_text("\n".join([*HEAD, own, "- Phát tờ rơi đến các hộ dân.", *lines]), encoding="utf-8")
    kept, closed = read_one(path, path.name).tasks
    assert (kept.lead, kept.support, kept.deadline and kept.deadline.edtf) == (("Phòng Kinh tế",), ("Công an xã",), "2026-36")
    assert (closed.lead, closed.deadline and closed.deadline.edtf) == (("Đoàn Thanh niên Cộng sản Hồ Chí Minh xã",), "2026-05")
