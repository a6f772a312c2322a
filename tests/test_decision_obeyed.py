"""Who obeys a decision, told in a paragraph of its own, is no task."""

from __future__ import annotations

from pathlib import Path

from pipeline.read_one import read_one

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH ĐIỆN BIÊN\nSố: 356/{code}-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐiện Biên, ngày 12 tháng 02 năm 2026\n"


def _tasks(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "plan.txt"
    path.write_text(text, encoding="utf-8")
    return [task.text for task in read_one(path, path.name).tasks]


def test_who_obeys_a_decision_in_a_paragraph_of_its_own_is_no_task(tmp_path: Path) -> None:
    tasks = _tasks(tmp_path, HEAD.format(code="QĐ") + (
        "QUYẾT ĐỊNH\nBan hành Kế hoạch phát triển công tác xã hội\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;\nQUYẾT ĐỊNH:\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển công tác xã hội.\n"
        "Điều 2. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính tổ chức triển khai thực hiện Kế hoạch này; định kỳ trước ngày 15/12 hằng năm báo cáo Chủ tịch UBND tỉnh.\n"
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký ban hành.\n"
        "Chánh Văn phòng UBND tỉnh; Giám đốc các Sở: Y tế, Tài chính; Thủ trưởng các cơ quan liên quan chịu trách nhiệm thi hành Quyết định này./.\n"
        "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\nCHỦ TỊCH\nPhạm Đức Toàn\n"
        "KẾ HOẠCH\nPhát triển công tác xã hội\n(Ban hành kèm theo Quyết định số 356/QĐ-UBND ngày 12 tháng 02 năm 2026)\n"
        "I. NHIỆM VỤ\n1. Rà soát chính sách trợ giúp xã hội.\n2. Xây dựng mạng lưới cộng tác viên tại thôn, bản.\n"))
    assert not any("chịu trách nhiệm thi hành" in text for text in tasks)
    assert "Rà soát chính sách trợ giúp xã hội." in tasks

