"""A count behind "với" takes the act that a comma puts before it."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets


@pytest.mark.parametrize(("text", "indicators"), [
    ("Tổ chức tối thiểu 36 phiên giao dịch việc làm, kết nối trực tuyến với ít nhất 15 tỉnh, thành phố.",
     ["Tổ chức phiên giao dịch việc làm", "kết nối trực tuyến với tỉnh, thành phố"]),
    ("Xây dựng 02 mô hình, liên kết với ít nhất 03 hợp tác xã.", ["Xây dựng mô hình", "liên kết với hợp tác xã"]),
    ("Xây dựng 10 mô hình, tổ hợp tác với ít nhất 50 thành viên.", ["Xây dựng mô hình, tổ hợp tác", "thành viên"]),
    ("Ký kết 05 chương trình phối hợp với ít nhất 03 trường đại học.", ["Ký kết chương trình phối hợp", "trường đại học"]),
])
def test_the_act_behind_a_comma_is_of_the_second_count(text: str, indicators: list[str]) -> None:
    assert [r.indicator for r in read_targets(text)] == indicators
