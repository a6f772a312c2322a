"""Bodies named with whom they stand under, and with the rung of the health service they are on."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners
from normalizers.unit_tails import read_tail
from normalizers.unit_tokens import tokenize


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Đảng ủy xã, phường, đặc khu trực thuộc Tỉnh ủy quán triệt Kết luận.", ["Đảng ủy xã, phường, đặc khu trực thuộc Tỉnh ủy"]),
        ("Đảng ủy các xã, phường trực thuộc Thành ủy rà soát quy hoạch.", ["Đảng ủy các xã, phường trực thuộc Thành ủy"]),
        ("Các công đoàn cơ sở trực thuộc LĐLĐ tỉnh đăng ký thi đua.", ["Các công đoàn cơ sở trực thuộc Liên đoàn Lao động tỉnh"]),
        ("Hiệu trưởng các trường tiểu học, trung học cơ sở trực thuộc Phòng xây dựng kế hoạch.", ["Hiệu trưởng các trường tiểu học, trung học cơ sở trực thuộc Phòng"]),
        ("Lãnh đạo các đơn vị trực thuộc Công an tỉnh quán triệt cán bộ, chiến sĩ.", ["Thủ trưởng các cơ quan, đơn vị"]),
        ("Đảng ủy các xã, phường lãnh đạo thực hiện.", ["Đảng ủy các xã, phường"]),
        ("Các bệnh viện tuyến tỉnh tiếp nhận người bệnh.", ["Các bệnh viện tuyến tỉnh"]),
        ("Trung tâm Y tế tuyến huyện báo cáo hằng tuần.", ["Trung tâm Y tế tuyến huyện"]),
    ],
)
def test_bodies_with_whom_they_stand_under(sentence: str, lead: list[str]) -> None:
    assert [unit.name for unit in prose_owners(sentence, duty=True)[0]] == lead


def test_a_road_is_no_rung() -> None:
    assert read_tail(tokenize("tuyến đường tỉnh 12"), 0, None).end == 0
