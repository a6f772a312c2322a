"""Sentences that close a plan behind a last bullet that carries no full stop."""

from __future__ import annotations

import pytest

from extractors.paragraphs import Paragraph, paragraphs
from extractors.text_reader import read_text

HEAD = """III. TỔ CHỨC THỰC HIỆN

1. Phòng Văn hóa - Xã hội là cơ quan thường trực, chịu trách nhiệm theo dõi, đôn đốc, kiểm tra
việc triển khai Kế hoạch của các cơ quan, đơn vị và các thôn trên địa bàn xã, định kỳ hằng quý
báo cáo Ủy ban nhân dân xã; phối hợp với Phòng Kinh tế tham mưu bố trí kinh phí theo quy định.

2. Văn phòng HĐND và UBND xã

- Tham mưu chương trình làm việc của lãnh đạo Ủy ban nhân dân xã về chuyển đổi số năm 2026

"""


def _last(text: str) -> list[str]:
    return [block.text for block in paragraphs(read_text((HEAD + text).encode(), "x.txt")) if isinstance(block, Paragraph)][-2:]


@pytest.mark.parametrize("closing", [
    "Kế hoạch này thay thế Kế hoạch số 15/KH-UBND ngày 20/01/2025 của UBND xã.",
    "Kế hoạch này có hiệu lực kể từ ngày ký ban hành.",
    "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh về UBND xã.",
    "Căn cứ Kế hoạch này, các đơn vị tổ chức thực hiện nghiêm túc.",
])
def test_closing_sentence_is_no_part_of_the_last_bullet(closing: str) -> None:
    bullet = "- Tổng hợp, báo cáo UBND xã kết quả thực hiện trước ngày 15/12/2026"
    assert _last(f"{bullet}\n\n{closing}\n") == [bullet, closing]


@pytest.mark.parametrize(("first", "second"), [
    ("- Rà soát các nội dung còn phù hợp, tổng hợp báo cáo kể từ ngày", "Kế hoạch này có hiệu lực đến hết năm 2026"),
    ("- Các hợp đồng, chương trình phối hợp đã được ký kết từ trước khi", "Kế hoạch này có hiệu lực thì thực hiện tiếp"),
    ("- Rà soát, trình cấp có thẩm quyền xem xét bãi bỏ hoặc chỉnh sửa các văn bản mà nội dung", "Kế hoạch này thay thế"),
])
def test_sentence_that_goes_on_with_this_plan_stays_whole(first: str, second: str) -> None:
    assert _last(f"{first}\n{second}\n")[-1] == f"{first} {second}"
