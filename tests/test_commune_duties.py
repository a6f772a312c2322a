"""Duties as plans of communes say them: a letter that orders one body, settlements that a count names, officers of communes."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners
from pipeline.assemble import assemble
from tests.support import make_document


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Phối hợp 12 thôn rà soát hộ có nguy cơ sạt lở.", [], ["Các thôn"]),
    ("Phối hợp với 09 khu phố, các trường học tuyên truyền.", [], ["Các khu phố", "Các trường học"]),
    ("Phối hợp với các trường học, 14 ấp vận động Nhân dân.", [], ["Các trường học", "Các ấp"]),
    ("Phối hợp 2 thôn trọng điểm xây dựng mô hình.", [], []),  # which two is said, not all of the commune's
    ("Công chức Địa chính, cán bộ khuyến nông hướng dẫn lịch xuống giống.", ["Công chức Địa chính", "Cán bộ khuyến nông"], []),
    ("Chỉ đạo Phòng Kinh tế chủ trì, phối hợp với Công an xã kiểm tra các bến bãi.", ["Phòng Kinh tế"], ["Công an xã"]),
    ("Chỉ đạo Công an xã tăng cường tuần tra.", [], []),
])
def test_who_is_charged(text: str, lead: list[str], support: list[str]) -> None:
    leads, helpers = prose_owners(text, duty=True)
    assert ([u.name for u in leads], [u.name for u in helpers]) == (lead, support)


HEAD = ("ỦY BAN NHÂN DÂN", "XÃ TÂN AN", "Số: 85/UBND-KT", "V/v tăng cường quản lý đất đai", "Căn cứ Luật Đất đai năm 2024;")


@pytest.mark.parametrize(("intro", "lead"), [
    ("Ủy ban nhân dân xã yêu cầu Phòng Kinh tế:", ["Phòng Kinh tế"]),
    ("Ủy ban nhân dân xã đề nghị Phòng Kinh tế, Trạm Y tế thực hiện một số nội dung sau:", ["Phòng Kinh tế", "Trạm Y tế"]),
    ("Ủy ban nhân dân xã yêu cầu thực hiện một số nội dung sau:", []),
])
def test_whom_the_introduction_orders_owns_the_items(intro: str, lead: list[str]) -> None:
    plan = assemble(make_document(*HEAD, intro, "1. Kiểm tra các khu đất công ích đã cho thuê.", "2. Công an xã xử lý các trường hợp lấn chiếm.",
                                  "3. Tổng hợp kết quả, báo cáo trước ngày 15/4/2026.", "Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH", "Trần Văn Bình"))
    assert [list(t.lead) for t in plan.tasks] == [lead, ["Công an xã"], lead]
