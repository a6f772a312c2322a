"""Titles "Về …" without number inside a part whose sections bear none: they head the paragraphs below."""

from __future__ import annotations

from pathlib import Path

from pipeline.read_one import read_one

PLAN = """ĐẢNG ỦY XÃ AN LẠC
Số 15-CTr/ĐU
An Lạc, ngày 12 tháng 01 năm 2026
CHƯƠNG TRÌNH
thực hiện công tác dân vận giai đoạn 2026 - 2030

NHIỆM VỤ TRỌNG TÂM

Về công tác dân vận chính quyền
Chủ tịch UBND xã tổ chức đối thoại với Nhân dân ít nhất 02 lần/năm.
Công khai 100% các dự án đầu tư có thu hồi đất.

Về phong trào thi đua “Dân vận khéo”
Các chi bộ trực thuộc đăng ký mô hình “Dân vận khéo” trước ngày 28/02 hằng năm.

Về phía Nhân dân, vận động hiến đất làm đường giao thông nông thôn.

TỔ CHỨC THỰC HIỆN

Ban Xây dựng Đảng theo dõi, đôn đốc việc thực hiện Chương trình.
"""


def test_titles_without_number_head_what_stands_below(tmp_path: Path) -> None:
    path = tmp_path / "chuong-trinh.txt"
    path.write_text(PLAN, encoding="utf-8")
    got = [(task.section[1:], task.text.split(",")[0][:24]) for task in read_one(path, path.name).tasks]
    assert got == [
        (("Về công tác dân vận chính quyền",), "Chủ tịch UBND xã tổ chức"),
        (("Về công tác dân vận chính quyền",), "Công khai 100% các dự án"),
        (("Về phong trào thi đua “Dân vận khéo”",), "Các chi bộ trực thuộc đă"),
        (("Về phong trào thi đua “Dân vận khéo”",), "Về phía Nhân dân"),  # a sentence, however it begins
        ((), "Ban Xây dựng Đảng theo d"),
    ]


def test_a_title_ends_where_sections_or_sentences_begin(tmp_path: Path) -> None:
    head = "ỦY BAN NHÂN DÂN\nXÃ AN LẠC\nSố: 15/KH-UBND\nAn Lạc, ngày 12 tháng 01 năm 2026\nKẾ HOẠCH\nThực hiện công tác dân vận năm 2026\n"
    path = tmp_path / "ke-hoach.txt"
    for below in ("NỘI DUNG, GIẢI PHÁP\nTuyên truyền chủ trương của Đảng tới người dân.\n",
                  "Công tác dân vận của xã năm qua có nhiều chuyển biến.\nCác chi bộ tiếp tục đăng ký mô hình “Dân vận khéo”.\n"):
        path.write_text(head + below, encoding="utf-8")
        assert read_one(path, path.name).plan.title == "Thực hiện công tác dân vận năm 2026"
    path.write_text(head.replace("Thực hiện công tác dân vận năm 2026", "THỰC HIỆN CÔNG TÁC DÂN VẬN VÀ\nNHIỆM VỤ TRỌNG TÂM") + "I. NỘI DUNG\n1. Tuyên truyền sâu rộng.\n", encoding="utf-8")
    assert read_one(path, path.name).plan.title == "THỰC HIỆN CÔNG TÁC DÂN VẬN VÀ NHIỆM VỤ TRỌNG TÂM"  # a title in capitals throughout
