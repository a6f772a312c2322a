"""Who helps where the sentence says how, or says "kết hợp với"; names with joined fields; single posts in a row."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners


@pytest.mark.parametrize(
    ("sentence", "support"),
    [
        ("Phối hợp nhịp nhàng với Hội Nông dân xã để vận động.", ["Hội Nông dân xã"]),
        ("Phối hợp đồng bộ, nhịp nhàng với Công an xã tuần tra.", ["Công an xã"]),
        ("Phối kết hợp với Trạm Y tế khám sức khỏe.", ["Trạm Y tế"]),
        ("Kết hợp với PHHS, GVBM giáo dục học sinh.", ["Phụ huynh học sinh", "Giáo viên bộ môn"]),
        ("Lồng ghép kết hợp với các ngày lễ lớn để tuyên truyền.", []),
        ("Phối hợp nhà trường với gia đình giáo dục học sinh.", ["Các trường học"]),
    ],
)
def test_who_helps(sentence: str, support: list[str]) -> None:
    assert [unit.name for unit in prose_owners(sentence, duty=True)[1]] == support


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ kiểm tra cơ sở.", ["Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ"]),
        ("Hội đồng thi đua, khen thưởng tổ chức bình xét.", ["Hội đồng thi đua, khen thưởng"]),
        ("Khoa Dược - Trang thiết bị - Vật tư y tế đảm bảo đủ thuốc.", ["Khoa Dược - Trang thiết bị - Vật tư y tế"]),
        ("Kế toán, thủ quỹ lập dự toán.", ["Kế toán", "Thủ quỹ"]),
        ("Hiệu trưởng, kế toán chịu trách nhiệm quyết toán.", ["Hiệu trưởng", "Kế toán"]),
    ],
)
def test_names_with_joined_fields_and_single_posts(sentence: str, lead: list[str]) -> None:
    assert [unit.name for unit in prose_owners(sentence, duty=True)[0]] == lead
