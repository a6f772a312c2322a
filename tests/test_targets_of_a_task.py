"""A numbered task with its own targets below: "2.1. Nhiệm vụ 1: …." / "+ Mục tiêu then chốt: …"."""

from __future__ import annotations

from pathlib import Path

from pipeline.read_one import read_one

_HEAD = "ĐẢNG BỘ TỈNH GIA LAI\nĐẢNG ỦY XÃ IA KO\n*\nSố 05-KH/ĐU\n\nKẾ HOẠCH\nCông tác năm 2026\n\nI. NHIỆM VỤ\n1. Công tác tổ chức\n"


def _read(tmp_path: Path, text: str) -> tuple[list[str], list[tuple[float | None, str]]]:
    path = tmp_path / "plan.txt"
    path.write_text(_HEAD + text, encoding="utf-8")
    plan = read_one(path, path.name)
    return [t.text for t in plan.tasks], [(t.value, t.origin) for t in plan.targets]


def test_a_task_and_its_targets(tmp_path: Path) -> None:
    tasks, targets = _read(tmp_path, """1.1. Nhiệm vụ 1: Nâng cao chất lượng sinh hoạt chi bộ gắn với quản lý đảng viên.
+ Mục tiêu then chốt: Trên 95% chi bộ sinh hoạt đúng quy định.
+ 100% đảng viên được quản lý trên phần mềm.
1.2. Nhiệm vụ 2: Tạo nguồn và phát triển đảng viên mới ở các thôn.
- Mục tiêu then chốt:
- Kết nạp 60 đảng viên mới.
""")
    assert tasks == ["Nhiệm vụ 1: Nâng cao chất lượng sinh hoạt chi bộ gắn với quản lý đảng viên.",
                     "Nhiệm vụ 2: Tạo nguồn và phát triển đảng viên mới ở các thôn."]
    assert targets == [(95, "section"), (100, "section"), (60, "section")]


def test_acts_beside_targets_stay_tasks(tmp_path: Path) -> None:
    tasks, targets = _read(tmp_path, """1.1. Sinh hoạt chi bộ
- Chỉ tiêu: 100% chi bộ họp đúng kỳ.
- Mở lớp bồi dưỡng bí thư chi bộ.
1.2. Kiểm tra
- Rà soát hồ sơ đảng viên.
""")
    assert tasks == ["Mở lớp bồi dưỡng bí thư chi bộ.", "Rà soát hồ sơ đảng viên."]
    assert targets == [(100, "section")]
