"""Lists of communes' plans whose items carry no full stop: what begins on the next line of a text dump is no part of the item."""

from __future__ import annotations

import pytest

from extractors.paragraphs import Paragraph, paragraphs
from extractors.pdf_layout import _PAGE_NUMBER
from tests.test_outline import dump

LONG = "Thực hiện nội dung chỉ đạo của cấp trên về công tác này, Ủy ban nhân dân xã xây dựng"


def texts(*lines: str) -> list[str]:
    return [p.text for p in paragraphs(dump("\n".join([LONG, LONG, LONG, *lines]))) if isinstance(p, Paragraph)][1:]


@pytest.mark.parametrize("lines", [
    ("- Theo dõi mực nước tại các hồ chứa nhỏ trên địa bàn, trực ban, báo cáo hằng ngày", "- Kiểm tra các tràn xả lũ."),
    ("- Dọn vệ sinh sân trường, thay nước các bể chứa", "Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Lưu: VT."),
    ("- Sửa chữa 02 cầu dân sinh và hệ thống rãnh thoát nước khu dân cư (giai đoạn 1)", "Quý II:", "- Nghiệm thu công trình"),
    ("- Sửa chữa 02 cầu dân sinh", "Khối thôn bản:", "- Nghiệm thu công trình"),
    ("1. Lập danh sách hộ chưa có nước sạch tại các thôn vùng cao của xã", "Đơn vị chủ trì: Phòng Kinh tế", "Đơn vị phối hợp: Trạm Y tế", "Thời gian hoàn thành: Quý III/2026"),
])
def test_a_new_thing_starts(lines: tuple[str, ...]) -> None:
    assert texts(*lines)[-len(lines):] == list(lines)


@pytest.mark.parametrize("lines", [
    ("- Phối hợp với Ủy ban nhân dân xã, các phòng, ban chuyên môn và lực lượng của", "Công an:", "- Kiểm tra"),
    ("- Bàn giao hồ sơ của các hộ dân trong vùng dự án cho đơn vị thi công trước ngày", "- 15/4 theo quy định"),
])
def test_a_wrapped_line_goes_on(lines: tuple[str, ...]) -> None:
    assert lines[1] not in texts(*lines)


def test_a_day_of_a_month_at_the_foot_of_a_page_is_no_page_number() -> None:
    assert not _PAGE_NUMBER.match("15/02")
    assert all(_PAGE_NUMBER.match(text) for text in ("5/12", "- 3 -", "Trang 01/05", "01/05", "7"))
