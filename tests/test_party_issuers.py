"""Party headers: the province's committee, the board under it, and an opening sentence that a line break divides (docs/records.md, issuer)."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.read_one import read_one

_TEXT = """{head}
*
Số 12-KH/TU
ĐẢNG CỘNG SẢN VIỆT NAM
An Giang, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
kiểm tra, giám sát năm 2026
{opens}
I. NHIỆM VỤ
1. Tổ chức kiểm tra các chi bộ trực thuộc.
2. Văn phòng tổng hợp kết quả.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Nguyễn Văn An
"""
_OPENS = "\nThực hiện Quy định số 22-QĐ/TW, cơ quan xây dựng kế hoạch như sau:"


@pytest.mark.parametrize(("head", "issuer"), [
    ("TỈNH ỦY QUẢNG NGÃI", "Tỉnh ủy"),
    ("THÀNH ỦY HUẾ", "Thành ủy"),
    ("TỈNH ỦY CÀ MAU\nBAN TUYÊN GIÁO VÀ DÂN VẬN", "Ban Tuyên giáo và Dân vận"),
    ("ĐẢNG ỦY XÃ AN PHÚ\nBAN XÂY DỰNG ĐẢNG", "Ban Xây dựng Đảng"),
    ("TỈNH ỦY CÀ MAU\nỦY BAN KIỂM TRA", "Ủy ban Kiểm tra"),
    ("TỈNH ỦY LÀO CAI\nĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH", "Đảng ủy"),
    ("ĐẢNG ỦY XÃ AN PHÚ\nBAN TỔ CHỨC ĐẠI HỘI", "Đảng ủy"),
])
def test_who_issues_under_a_party_header(tmp_path: Path, head: str, issuer: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(_TEXT.format(head=head, opens=_OPENS), encoding="utf-8")
    assert read_one(path, path.name).plan.issuer == issuer


def test_an_opening_sentence_whose_line_breaks_behind_its_verb_is_no_title(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    opens = "Ban Chỉ đạo Trung ương về tổng kết Nghị quyết số 18-NQ/TW ban hành\nKế hoạch với các nội dung như sau:"
    path.write_text(_TEXT.format(head="BAN CHỈ ĐẠO", opens=opens), encoding="utf-8")
    assert read_one(path, path.name).plan.title == "kiểm tra, giám sát năm 2026"
