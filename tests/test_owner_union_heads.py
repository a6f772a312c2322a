"""Bodies of trade unions, of the courts and prosecutors, of prisons and of commands, named with what tells them apart."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Công đoàn ngành Y tế hướng dẫn đoàn viên đăng ký.", ["Công đoàn ngành Y tế"]),
        ("Các công đoàn cơ sở thành viên, tổ công đoàn triển khai cuộc thi.", ["Các công đoàn cơ sở thành viên", "Tổ công đoàn"]),
        ("Các cơ quan tư pháp tỉnh rà soát vụ việc tồn đọng.", ["Các cơ quan tư pháp tỉnh"]),
        ("Trại tạm giam, Nhà tạm giữ Công an các huyện bảo đảm an toàn.", ["Trại tạm giam", "Nhà tạm giữ Công an các huyện"]),
        ("Ban Xây dựng tổ chức Hội tham mưu kế hoạch kiểm tra.", ["Ban Xây dựng tổ chức Hội"]),
        ("Chỉ huy các cấp quản lý chặt quân số.", ["Chỉ huy các cấp"]),
        ("Công đoàn cơ sở tổ chức thăm hỏi đoàn viên.", ["Công đoàn cơ sở"]),
    ],
)
def test_bodies_with_what_tells_them_apart(sentence: str, lead: list[str]) -> None:
    assert [unit.name for unit in prose_owners(sentence, duty=True)[0]] == lead
