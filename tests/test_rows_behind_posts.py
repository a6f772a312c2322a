"""Owners of provinces' plans: names behind a shared head, clauses that tell which bodies are meant, boards and firms in small letters; ends of plans."""

from __future__ import annotations

import pytest

from normalizers.target_tasks import read_task_targets
from normalizers.unit_prose import prose_owners

ALL = "Các cơ quan, đơn vị"


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Giám đốc các sở: Tài chính, Nội vụ, Xây dựng chịu trách nhiệm rà soát.", ["Giám đốc Sở Tài chính", "Giám đốc Sở Nội vụ", "Giám đốc Sở Xây dựng"], []),
    ("Các sở: Tài chính, Nội vụ phối hợp với Công an tỉnh rà soát.", ["Sở Tài chính", "Sở Nội vụ"], ["Công an tỉnh"]),
    ("Sở Y tế chủ trì, phối hợp với các Sở Tài chính, Nông nghiệp và Môi trường tổ chức thực hiện.", ["Sở Y tế"], ["Sở Tài chính", "Sở Nông nghiệp và Môi trường"]),
    ("Sở Y tế phối hợp với các Bộ Tài chính, Nội vụ và Công an tỉnh rà soát.", ["Sở Y tế"], ["Bộ Tài chính", "Bộ Nội vụ", "Công an tỉnh"]),
    ("Các phòng: Kinh tế, Văn hóa - Xã hội chủ trì rà soát.", ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"], []),
    ("Các sở, ngành đang quản lý chương trình, dự án có vốn vay chủ trì, phối hợp với Sở Tài chính báo cáo.", [ALL], ["Sở Tài chính"]),
    ("Các sở, ngành có dự án do Sở Xây dựng chủ trì được bố trí vốn.", ["Sở Xây dựng"], []),
    ("Ban Chỉ huy phòng thủ dân sự xã chủ trì rà soát.", ["Ban Chỉ huy Phòng thủ dân sự xã"], []),
    ("Sở Lao động - TB&XH có trách nhiệm đôn đốc.", ["Sở Lao động - Thương binh và Xã hội"], []),
    ("Công đoàn phối hợp với Liên đoàn LĐ tỉnh rà soát.", ["Công đoàn"], ["Liên đoàn Lao động tỉnh"]),
    ("Các đoàn thể phối hợp với công ty cấp nước địa phương lập kế hoạch.", ["Các tổ chức chính trị - xã hội"], ["Công ty Cấp nước"]),
])
def test_owners(text: str, lead: list[str], support: list[str]) -> None:
    leads, helpers = prose_owners(text)
    assert ([u.name for u in leads], [u.name for u in helpers]) == (lead, support)


def test_row_of_outcomes_that_opens_with_an_act() -> None:
    row = "Đưa tốc độ tăng trưởng lên 7%/năm; sản lượng cá bình quân 0,45 triệu tấn/năm; giá trị xuất khẩu gấp 1,8 lần năm 2025; 45% trường có thư viện."
    assert [t.value for t in read_task_targets(row)] == [7, 0.45, 1.8, 45]
    assert not read_task_targets("Tổ chức 2 lần kiểm tra; mở 3 đợt tuyên truyền; nạo vét kênh dài gấp 2 lần; lập 4 nhóm.")[2:]
