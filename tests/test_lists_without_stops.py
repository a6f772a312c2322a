"""Lists of communes' plans whose items carry no full stop: what begins on the next line of a text dump is no part of the item."""

from __future__ import annotations

import pytest

from extractors.paragraphs import Paragraph, paragraphs
from extractors.pdf_layout import _PAGE_NUMBER
from normalizers.target_prose import read_targets
from pipeline.assemble import assemble
from tests.support import HEADER, make_document
from tests.test_outline import dump

LONG = "Thực hiện nội dung chỉ đạo của cấp trên về công tác này, Ủy ban nhân dân xã xây dựng"


def texts(*lines: str) -> list[str]:
    return [p.text for p in paragraphs(dump("\n".join([LONG, LONG, LONG, *lines]))) if isinstance(p, Paragraph)][1:]


@pytest.mark.parametrize("lines", [
    ("- Theo dõi mực nước tại các hồ chứa nhỏ trên địa bàn, trực ban, báo cáo hằng ngày", "- Kiểm tra các tràn xả lũ."),
    ("- Dọn vệ sinh sân trường, thay nước các bể chứa", "Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Lưu: VT."),
    ("- Sửa chữa 02 cầu dân sinh và hệ thống rãnh thoát nước khu dân cư (giai đoạn 1)", "Quý II:", "- Nghiệm thu công trình"),
    ("- Thu nhập bình quân của hộ trồng rau trong vùng chuyên canh đạt 80 triệu đồng/năm", "- Tỷ lệ hộ nghèo dưới 1%"),
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


@pytest.mark.parametrize(("text", "value", "unit"), [
    ("Thu ngân sách xã đạt 12,5tỷđ.", 12.5, "tỷ đồng"), ("Thu ngân sách xã đạt 850 trđ.", 850, "triệu đồng"),
    ("Thu nhập bình quân đầu người: 58trđ/người/năm.", 58, "triệu đồng/người/năm"), ("Thu nhập bình quân đạt 62,0 Tr. đồng.", 62, "triệu đồng"),
    ("Giá trị sản xuất đạt 15 tỉ đồng/năm.", 15, "tỷ đồng/năm"), ("Thu nhập bình quân 48 tr.đ/người/năm.", 48, "triệu đồng/người/năm")])
def test_money_in_short(text: str, value: float, unit: str) -> None:
    assert [(t.value, t.unit) for t in read_targets(text)] == [(value, unit)]


def test_aims_that_count_hectares_are_targets() -> None:
    plan = assemble(make_document(*HEADER, "I. Mục tiêu", "Phấn đấu gieo trồng 320 ha; trong đó: cây ngô 210 ha; cây lạc 110ha.", "II. Giải pháp",
                                  "- Hướng dẫn nông dân làm đất sớm.", "Trên đây là Kế hoạch của xã Tân An./."))
    assert [(t.indicator, t.value, t.unit) for t in plan.targets][1:] == [("cây ngô", 210, "ha"), ("cây lạc", 110, "ha")]


def test_bullets_that_name_a_section_begin_the_text() -> None:
    plan = assemble(dump("\n".join(["ỦY BAN NHÂN DÂN", "XÃ TÂN AN", "Số: 12/KH-UBND", "KẾ HOẠCH", "Phát triển kinh tế vườn năm 2026",
                                    "UBND xã Tân An, tỉnh Đồng Tháp xây dựng Kế", "hoạch cụ thể như sau:", "* Mục tiêu chung:", "Khai thác lợi thế của vùng cây ăn quả.",
                                    "* Chỉ tiêu cụ thể:", "(1). Cải tạo 40 ha vườn tạp.", "Nơi nhận:", "- Lưu: VT."])))
    assert plan.plan.title == "Phát triển kinh tế vườn năm 2026"
    assert [(t.value, t.unit) for t in plan.targets] == [(40, "ha")]
