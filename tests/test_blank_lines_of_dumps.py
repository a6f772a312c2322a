"""Paragraphs without marks in dumps whose blank lines stand between paragraphs only."""

from __future__ import annotations

from pathlib import Path

from pipeline.read_one import read_one

HEAD = """SỞ GDĐT ĐỒNG THÁP
TRƯỜNG THPT TÂN HỒNG

Số:      /KH-THPTTH

Đồng Tháp, ngày 15 tháng 4 năm 2026

KẾ HOẠCH
Bảo đảm trật tự, an toàn giao thông năm 2026

I. NHIỆM VỤ, GIẢI PHÁP

"""
LONG = "Tổ chức phổ biến, tuyên truyền các quy định về an toàn giao thông thông\nqua tiết sinh hoạt lớp, sinh hoạt dưới cờ, hoạt động Đoàn - Hội và các kênh\ntruyền thông của nhà trường trong năm học {n} theo kế hoạch đã được phê\nduyệt.\n\n"
FULL = ("Duy trì, củng cố mô hình Cổng trường an toàn giao thông; phối hợp lực\nlượng chức năng và chính quyền địa phương điều tiết giao thông giờ cao điểm.\n\n"
        "Nhắc nhở phụ huynh không giao phương tiện cho học sinh khi chưa đủ\nđiều kiện điều khiển theo quy định của pháp luật.\n\n")


def texts(tmp_path: Path, body: str) -> list[str]:
    file = tmp_path / "plan.txt"
    file.write_text(HEAD + body, encoding="utf-8")
    return [task.text[:8] for task in read_one(file, file.name).tasks]


def test_a_sentence_that_fills_its_line_ends_a_paragraph_before_a_blank_line(tmp_path: Path) -> None:
    assert texts(tmp_path, "1. Công tác tuyên truyền\n\n" + "".join(LONG.format(n=n) for n in range(1, 6)) + FULL) == ["Tổ chức "] * 5 + ["Duy trì,", "Nhắc nhở"]


def test_a_short_heading_that_ends_with_digital_is_whole(tmp_path: Path) -> None:
    assert texts(tmp_path, "1. Phát triển hạ tầng số\n" + "".join(LONG.format(n=n) for n in range(1, 6))) == ["Tổ chức "] * 5
