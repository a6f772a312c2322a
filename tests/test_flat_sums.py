"""Rows of groups that carry figures of their own, and measures merged over rows, in text dumps."""

from __future__ import annotations

from pathlib import Path

from pipeline.read_one import read_one

HEAD = "KẾ HOẠCH\nCải cách hành chính năm 2026\nI. CHỈ TIÊU CỤ THỂ NĂM 2026\n"


def targets(tmp_path: Path, text: str) -> list[tuple[str | None, str, float | None, str | None, list[str]]]:
    path = tmp_path / "x.txt"
    path.write_text(HEAD + text, encoding="utf-8")
    return [(t.no, t.indicator, t.value, t.unit, list(t.lead)) for t in read_one(path, "x.txt").targets]


def test_a_group_with_figures_is_a_target_and_owes_nothing_to_the_row_above(tmp_path: Path) -> None:
    found = targets(tmp_path, "STT Chỉ số thành phần Điểm tối đa Kết quả 2025 Mục tiêu 2026 Đơn vị chủ trì\n"
                    "I Công tác chỉ đạo điều hành 10 8,25 9,5\n1 Mức độ hoàn thành kế hoạch 2,0 1,5 2,0 Phòng Kinh tế\n2 Sáng kiến trong cải cách 2,0 1,0 1,5 Công an xã\n"
                    "II Cải cách thủ tục hành chính 15 12,4 14,25\n3 Công khai thủ tục hành chính 3,0 2,5 3,0 Công an xã\n4 Hồ sơ giải quyết đúng hạn 4,0 3,1 4,0 Phòng Kinh tế\n")
    assert [(no, value, lead) for no, _, value, _, lead in found] == [
        ("I", 9.5, []), ("1", 2.0, ["Phòng Kinh tế"]), ("2", 1.5, ["Công an xã"]), ("II", 14.25, []), ("3", 3.0, ["Công an xã"]), ("4", 4.0, ["Phòng Kinh tế"])]


def test_a_measure_merged_over_rows(tmp_path: Path) -> None:
    rows = "TT Chỉ tiêu ĐVT Thực hiện 2025 Kế hoạch 2026 Đơn vị thực hiện\n1 Tỷ lệ đô thị hóa % 41,8 43,0 Phòng Kinh tế\n2 Tỷ lệ phủ kín quy hoạch 72 80 Phòng Kinh tế\n3 Số đồ án được phê duyệt Đồ án 35 64 Phòng Kinh tế\n"
    rows += "4 Tỷ lệ cấp nước sạch % 93,5 95 Phòng Kinh tế\n5 Tỷ lệ thất thoát nước 17,2 16,5 Phòng Kinh tế\n6 Tổng chiều dài đường được bảo trì km 412 486,5 Phòng Kinh tế\n"
    assert [(value, unit) for _, _, value, unit, _ in targets(tmp_path, rows)] == [(43.0, "%"), (80.0, "%"), (64.0, "count"), (95.0, "%"), (16.5, "%"), (486.5, "km")]
