"""Headers that a later page repeats on more lines than the first page prints, since their cells are set lower there."""

from __future__ import annotations

from pathlib import Path

from pipeline.read_one import read_one

DUMP = """BCĐ XÂY DỰNG NÔNG THÔN MỚI
XÃ NHÂN HẬU
KẾ HOẠCH
Xây dựng nông thôn mới giai đoạn 2026 - 2030

B. CHỈ TIÊU KẾ HOẠCH:

STT Chỉ tiêu Đơn vị tính
Thực\x20
hiện 2025

Kế hoạch từng năm Đơn vị
theo dõi2026 2027 2028 2029 2030

1 Số  thôn  đạt  chuẩn  thôn
nông thôn mới kiểu mẫu Thôn 2 3 4 6 7 9 Phòng

Kinh tế

2 Thu  nhập  bình  quân  đầu
người

Triệu đồng 72 78 85 92 100 ≥ 110
Phòng
Kinh tế

3
Sản phẩm OCOP đạt 3 sao
trở lên (lũy kế) Sản phẩm 4 5 7 8 9 10 Phòng

Kinh tế

2

STT Chỉ tiêu Đơn vị tính
Thực\x20
hiện 2025

Kế hoạch từng năm
Đơn vị

theo dõi4 Số  hợp  tác  xã  hoạt  động
hiệu quả HTX 2 2 3 3 4 5 Phòng

Kinh tế

5 Tỷ lệ hộ nghèo % 1,9 1,6 1,3 1,0 0,8 < 0,5 Phòng
VH-XH

6 Tỷ lệ hộ dân sử dụng nước
sạch tập trung % 88 90 93 95 98 100

Trung tâm
DVTH

C. NHIỆM VỤ, GIẢI PHÁP:
"""


def test_rows_behind_a_header_repeated_on_more_lines_keep_their_years(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(DUMP, encoding="utf-8")
    targets = read_one(path, path.name).targets
    assert len(targets) == 30
    poor = [t for t in targets if t.indicator == "Tỷ lệ hộ nghèo"]
    assert [(t.horizon, t.value) for t in poor] == [("2026", 1.6), ("2027", 1.3), ("2028", 1.0), ("2029", 0.8), ("2030", 0.5)]


FIGURES = """BCĐ XÂY DỰNG NÔNG THÔN MỚI
XÃ NHÂN HẬU
KẾ HOẠCH
Xây dựng nông thôn mới giai đoạn 2026 - 2030

B. CHỈ TIÊU KẾ HOẠCH:

STT Chỉ tiêu Đơn vị
tính

Thực
hiện
2025

Kế hoạch từng năm Đơn vị
theo dõi

2026 2027 2028 2029 2030

1 Số thôn đạt chuẩn
thôn nông thôn mới
kiểu mẫu

Thôn 2 3 4 6 7 9 Phòng
Kinh tế

2 Thu nhập bình quân
đầu người

Triệu
đồng

72 78 85 92 100 ≥ 110 Phòng
Kinh tế

3 Sản phẩm OCOP
đạt 3 sao trở lên (lũy
kế)

Sản\x20
phẩm

4 5 7 8 9 10 Phòng
Kinh tế

4 Số hợp tác xã hoạt
động hiệu quả

HTX 2 2 3 3 4 5 Phòng
Kinh tế

5 Tỷ lệ hộ nghèo % 1,9 1,6 1,3 1,0 0,8 < 0,5 Phòng
VH-XH

C. NHIỆM VỤ, GIẢI PHÁP:
"""


def test_a_line_of_figures_is_not_the_next_row(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(FIGURES, encoding="utf-8")
    ocop = [t.value for t in read_one(path, path.name).targets if t.indicator.startswith("Sản phẩm OCOP")]
    assert ocop == [5, 7, 8, 9, 10]
