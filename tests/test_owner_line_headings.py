"""A line that only announces who is charged, over "Đơn vị chủ trì: …" lines, is no task."""

from __future__ import annotations

from pathlib import Path

from pipeline.read_one import read_one

_PLAN = """ỦY BAN NHÂN DÂN
XÃ TÂN HÒA

Số: 12/KH-UBND
Tân Hòa, ngày 10 tháng 01 năm 2026

KẾ HOẠCH
Phổ biến, giáo dục pháp luật năm 2026

I. MỤC ĐÍCH
- Nâng cao nhận thức của người dân.
II. NHIỆM VỤ
1. Tuyên truyền pháp luật
- Biên soạn tài liệu hỏi đáp pháp luật cho người dân.
* Phân công thực hiện:
- Đơn vị chủ trì: Công an xã.
- Đơn vị phối hợp: Trạm Y tế.
2. Hòa giải ở cơ sở
- Củng cố các tổ hòa giải tại thôn.
"""


def test_the_announcing_line_is_no_task(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(_PLAN, encoding="utf-8")
    tasks = read_one(path, path.name).tasks
    assert [t.text for t in tasks] == ["Biên soạn tài liệu hỏi đáp pháp luật cho người dân.", "Củng cố các tổ hòa giải tại thôn."]
    assert (tasks[0].lead, tasks[0].support) == (("Công an xã",), ("Trạm Y tế",))
