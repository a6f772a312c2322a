"""Rows of owners in plans of provinces and ministries: shared levels, joint leads, places behind a colon; chiefs of departments."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners

CQ = "Các cơ quan, đơn vị"


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("HĐND, UBND các xã, phường ban hành nghị quyết về phí.", ["Hội đồng nhân dân các xã, phường", "Ủy ban nhân dân các xã, phường"], []),
    ("Sở Tư pháp phối hợp với HĐND, UBND các xã, phường rà soát văn bản.", ["Sở Tư pháp"], ["Hội đồng nhân dân các xã, phường", "Ủy ban nhân dân các xã, phường"]),
    ("Công an, Bộ Chỉ huy Quân sự tỉnh tuần tra bảo vệ mục tiêu.", ["Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh"], []),
    ("Sở Du lịch, Công an tỉnh đồng chủ trì, phối hợp với các đơn vị liên quan lập phương án.", ["Sở Du lịch", "Công an tỉnh"], [CQ]),
    ("Sở Nội vụ và Sở Tài chính cùng chủ trì thẩm định đề án.", ["Sở Nội vụ", "Sở Tài chính"], []),
    ("Sở Xây dựng chủ trì, phối hợp với Công an tỉnh; UBND các xã: Mường Lai, Tân Lĩnh và các đơn vị liên quan lập quy hoạch.", ["Sở Xây dựng"],
     ["Công an tỉnh", "Ủy ban nhân dân xã Mường Lai", "Ủy ban nhân dân xã Tân Lĩnh", CQ]),
    ("Cục trưởng Cục Trồng trọt và Bảo vệ thực vật chịu trách nhiệm tổng hợp.", ["Cục trưởng Cục Trồng trọt và Bảo vệ thực vật"], []),
    ("Bộ Công Thương phối hợp với các hiệp hội ngành hàng xúc tiến thương mại.", ["Bộ Công Thương"], ["Các hiệp hội ngành hàng"]),
])
def test_sentences(text: str, lead: list[str], support: list[str]) -> None:
    found = prose_owners(text)
    assert ([u.name for u in found[0]], [u.name for u in found[1]]) == (lead, support)
