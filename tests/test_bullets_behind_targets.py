"""Bullets of the text right behind a flattened table of targets are no words of its last row."""

from __future__ import annotations

from pathlib import Path

from pipeline.read_one import read_one

HEAD = """ỦY BAN NHÂN DÂN
XÃ THANH SƠN
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Thanh Sơn, ngày 15 tháng 01 năm 2026
KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026

Thực hiện Kế hoạch số 20/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh
về phát triển kinh tế - xã hội năm 2026, Ủy ban nhân dân xã xây dựng kế hoạch với các
nội dung chủ yếu sau đây để các cơ quan, đơn vị và các thôn trên địa bàn xã triển khai:

I. MỤC TIÊU
1. Chỉ tiêu cụ thể
STT Chỉ tiêu ĐVT Năm 2026

1 Tỷ lệ giải ngân vốn đầu tư công % 100
2 Thu nhập bình quân đầu người Triệu đồng 62
3 Tỷ lệ hộ nghèo % 2,1
4 Tỷ lệ người dân tham gia BHYT % 96,5

"""
DUTY = "- Phòng Kinh tế chủ trì, phối hợp với các cơ quan, đơn vị liên quan thực hiện nội dung số {};\n"
TAIL = "\nII. TỔ CHỨC THỰC HIỆN\n" + "".join(map(DUTY.format, range(11, 24)))
BULLETS = """- Thu ngân sách nhà nước trên địa bàn đạt trên 8,6 tỷ đồng theo dự toán tỉnh giao cho xã;

- Giải quyết việc làm mới cho 420 lao động, trong đó xuất khẩu lao động đạt 45 người.
"""


def _targets(tmp_path: Path, body: str) -> list[tuple[str, object, str]]:
    path = tmp_path / "plan.txt"
    path.write_text(HEAD + body + TAIL, encoding="utf-8")
    return [(t.indicator, t.value, t.origin) for t in read_one(path, path.name).targets]


def test_last_row_ends_with_its_value(tmp_path: Path) -> None:
    found = _targets(tmp_path, BULLETS)
    assert ("Tỷ lệ người dân tham gia BHYT", 96.5, "table") in found
    assert [v for _, v, origin in found if origin == "section"][:2] == [8.6, 420.0]


def test_bullets_of_a_cell_that_goes_on_stay_in_the_table(tmp_path: Path) -> None:
    found = _targets(tmp_path, BULLETS + "\n5 Tỷ lệ chất thải được thu gom % 90\n")
    assert ("Tỷ lệ chất thải được thu gom", 90.0, "table") in found


def test_rows_that_a_table_lists_with_dashes_stay_in_it(tmp_path: Path) -> None:
    rows = "5 Chính quyền số\n\n- Tổng đàn gia súc Con 1.250\n\n- Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ trên địa bàn xã % 44,6\n\n- Số mô hình Mô hình 12\n"
    found = [(indicator.lstrip("- "), value, origin) for indicator, value, origin in _targets(tmp_path, rows)]
    assert ("Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ trên địa bàn xã", 44.6, "table") in found
