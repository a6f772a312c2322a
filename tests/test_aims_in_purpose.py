"""Specific targets listed inside "Mục đích, yêu cầu", under a heading that says to reach them."""

from __future__ import annotations

from pathlib import Path

from pipeline.read_one import read_one

_TEXT = """ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 12/KH-UBND

KẾ HOẠCH
Phát triển thủy lợi nhỏ

I. MỤC ĐÍCH, YÊU CẦU
1. Cụ thể hóa chủ trương của cấp trên, phân công rõ trách nhiệm của từng ngành.
2. Phấn đấu đạt kết quả thực chất, tiết kiệm, tránh hình thức.
3. Phấn đấu đạt các chỉ tiêu cụ thể
- Đến năm 2027, 65% diện tích cây trồng cạn được tưới chủ động.
- Đến năm 2030, 80% diện tích cây trồng cạn được tưới chủ động.
II. NHIỆM VỤ
1. Rà soát quy hoạch hồ chứa trên địa bàn tỉnh.
2. Xây dựng phương án bảo trì kênh mương.
"""


def test_targets_in_the_purpose_section(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(_TEXT, encoding="utf-8")
    plan = read_one(path, path.name)
    assert [(t.value, t.horizon) for t in plan.targets] == [(65, "2027"), (80, "2030")]
    assert len(plan.tasks) == 2
