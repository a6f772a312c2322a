"""Turns of an act that are counted, money for each of what letters name, wrapped measures and titles of appendices in text dumps."""

from pathlib import Path

import pytest

from normalizers.targets import read_targets
from pipeline.read_one import read_one

_HEAD = """ỦY BAN NHÂN DÂN
XÃ THANH SƠN
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Thanh Sơn, ngày 15 tháng 01 năm 2026
KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026

"""


@pytest.mark.parametrize(("sentence", "indicator"), [
    ("Giám sát chuyên đề ít nhất 02 cuộc trong năm.", "Giám sát chuyên đề"),
    ("Diễn tập khu vực phòng thủ 01 cuộc.", "Diễn tập khu vực phòng thủ"),
    ("Mỗi cán bộ vận động thành lập 02 hợp tác xã trong năm.", "Mỗi cán bộ vận động thành lập hợp tác xã"),
    ("Xử lý 20 đơn thư phát sinh trong năm.", "Xử lý đơn thư phát sinh trong năm"),
    ("Tổ chức 03 cuộc kiểm tra.", "Tổ chức cuộc kiểm tra"),
])
def test_turns_and_the_bare_year_are_no_wording(sentence: str, indicator: str) -> None:
    assert [t.indicator for t in read_targets(sentence)] == [indicator]


def test_money_for_each_of_what_letters_name() -> None:
    (target,) = read_targets("Hỗ trợ mỗi THT 20 triệu đồng/THT.")
    assert (target.value, target.unit) == (20, "triệu đồng/THT")


def test_a_measure_of_two_lines_stays_out_of_the_indicator(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(_HEAD + """I. MỤC TIÊU CỤ THỂ
STT Chỉ tiêu Đơn vị
tính
Kế hoạch
năm 2026
Kế hoạch
năm 2027
1 Tổng đàn bò nghìn
con 118 121
2 Tổng đàn lợn nghìn
con 560 580
3 Sản lượng thịt hơi tấn 152.000 158.500
""", encoding="utf-8")
    targets = read_one(path, path.name).targets
    assert [(t.indicator, t.value, t.unit) for t in targets[:4]] == [
        ("Tổng đàn bò", 118, "nghìn con"), ("Tổng đàn bò", 121, "nghìn con"), ("Tổng đàn lợn", 560, "nghìn con"), ("Tổng đàn lợn", 580, "nghìn con")]


def test_the_line_below_a_bare_appendix_titles_its_table(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(_HEAD + """I. TỔ CHỨC THỰC HIỆN
1. Các tổ dân phố vận động người dân tham gia.

PHỤ LỤC
Chỉ tiêu phát triển người tham gia bảo hiểm y tế năm 2026

STT Đơn vị BHXH tự nguyện (người) BHYT hộ gia đình (người)
1 Tổ dân phố 1 35 60
2 Tổ dân phố 2 42 72
3 Tổ dân phố 3 28 65
""", encoding="utf-8")
    targets = read_one(path, path.name).targets
    assert [(t.indicator, t.value) for t in targets][:2] == [("BHXH tự nguyện - Tổ dân phố 1", 35), ("BHYT hộ gia đình - Tổ dân phố 1", 60)]
    assert len(targets) == 6
