"""A paragraph that charges several: each charged unit leads, whoever only helps or is named beside does not."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("Trạm Y tế chủ trì tiêm chủng; Phòng Văn hóa - Xã hội chủ trì truyền thông.", ["Trạm Y tế", "Phòng Văn hóa - Xã hội"], []),
        ("Phòng Kinh tế rà soát danh sách hộ nghèo; Hội Nông dân xã theo dõi việc hỗ trợ.", ["Phòng Kinh tế", "Hội Nông dân xã"], []),
        ("Phòng Kinh tế đôn đốc việc nộp hồ sơ. Công an xã tổng hợp kết quả; Trạm Y tế, các trường học phối hợp.",
         ["Phòng Kinh tế", "Công an xã"], ["Trạm Y tế", "Các trường học"]),
        ("Giao Công an xã chủ trì cấp tài khoản, Trạm Y tế chủ trì hướng dẫn sử dụng.", ["Công an xã", "Trạm Y tế"], []),
        # Behind a comma a row of helpers may stand; a clause without a subject of its own charges nobody else.
        ("Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã, Trạm Y tế kiểm tra chợ.", ["Phòng Kinh tế"], ["Công an xã", "Trạm Y tế"]),
        ("Công an xã cập nhật dữ liệu; định kỳ hằng quý báo cáo UBND xã.", ["Công an xã"], []),
        ("Công an xã hướng dẫn cài đặt; người dân thực hiện tại nhà.", ["Công an xã"], []),
    ],
)
def test_every_charged_unit_leads(text: str, lead: list[str], support: list[str]) -> None:
    got = prose_owners(text)
    assert [u.name for u in got[0]] == lead
    assert [u.name for u in got[1]] == support
