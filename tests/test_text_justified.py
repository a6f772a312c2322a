"""Dumps of justified pages: words two blanks apart are no columns, and the tables of such a text are rebuilt as of any other."""

from __future__ import annotations

from pathlib import Path

from pipeline.read_one import read_one
from tests.support import HEADER

_PROSE = ["Thực  hiện  Kế  hoạch  số  20/KH-UBND  của  Ủy  ban  nhân  dân  tỉnh  về  chuyển  đổi  số,  Ủy  ban",
          "nhân  dân  xã  ban  hành  Kế  hoạch  triển  khai  thực  hiện  trên  địa  bàn  với  các  nội  dung  sau",
          "nhân  dân  xã  yêu  cầu  các  phòng,  ban  thực  hiện  trên  địa  bàn  với  các  nội  dung  sau  đây",
          "nhân  dân  xã  yêu  cầu  các  thôn,  bản  thực  hiện  trên  địa  bàn  với  các  nội  dung  sau  đây:"]


def test_a_table_below_justified_lines(tmp_path: Path) -> None:
    rows = ["STT Chỉ tiêu ĐVT Năm 2026 Đơn vị chủ trì", "",
            "1 Tỷ lệ hồ sơ được tiếp nhận ", "trực tuyến toàn trình", "", "% ≥ 85 Trung tâm Phục vụ", "hành chính công", "",
            "2 Tỷ lệ hồ sơ giải quyết được ", "số hóa", "", "% 100 Văn phòng HĐND và", "UBND", "",
            "3 Tỷ lệ người dân có hồ sơ ", "sức khỏe điện tử", "", "% 95 Trạm Y tế", ""]
    file = tmp_path / "kế hoạch.txt"
    file.write_text("\n".join([*HEADER, *_PROSE, "II. CHỈ TIÊU CỤ THỂ", *rows, "Trên đây là Kế hoạch của xã Tân An./."]), encoding="utf-8")
    got = [(t.no, t.value, t.lead) for t in read_one(file, file.name).targets]
    assert got == [("1", 85, ("Trung tâm Phục vụ hành chính công",)), ("2", 100, ("Văn phòng HĐND và UBND",)), ("3", 95, ("Trạm Y tế",))]


def test_letters_that_look_like_d_and_marks_that_print_nothing(tmp_path: Path) -> None:
    rows = ["II. CHỈ TIÊU CỤ THỂ", "- 85% hộ dân được\u200b dùng điện.", "III. NHIỆM VỤ", "- Ðảng ủy xã chỉ đạo làm\u2060 đường."]
    file = tmp_path / "kế hoạch.txt"
    file.write_text("\n".join([*HEADER, *rows]), encoding="utf-8")
    got = read_one(file, file.name)
    assert [t.indicator for t in got.targets] == ["hộ dân được dùng điện"]
    assert [t.text for t in got.tasks] == ["Đảng ủy xã chỉ đạo làm đường."]
