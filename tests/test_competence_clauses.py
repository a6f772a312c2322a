"""Who a sentence charges, whatever stands between the unit and its duty: competence, "được giao", groups attached to a body."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners

CASES: tuple[tuple[str, list[str], list[str]], ...] = (
    ("Các bộ, ngành căn cứ chức năng, nhiệm vụ và quyền hạn được giao có trách nhiệm lồng ghép các chỉ tiêu.", ["Các cơ quan, đơn vị"], []),
    ("Sở Y tế trong phạm vi nhiệm vụ, quyền hạn của mình tổ chức thanh tra.", ["Sở Y tế"], []),
    ("Công an tỉnh trên cơ sở chức năng, nhiệm vụ của đơn vị mình xây dựng phương án.", ["Công an tỉnh"], []),
    ("Sở Công Thương, Sở Y tế theo chức năng, nhiệm vụ và phạm vi quản lý nhà nước của mình có trách nhiệm công khai kết quả.", ["Sở Công Thương", "Sở Y tế"], []),
    ("Các sở, ngành trong phạm vi quản lý nhà nước của ngành mình tổ chức kiểm tra.", ["Các cơ quan, đơn vị"], []),
    ("Sở Y tế theo phạm vi chức năng, nhiệm vụ, quyền hạn được giao và lĩnh vực phụ trách xây dựng phương án.", ["Sở Y tế"], []),
    ("Đồng thời giao Sở Nội vụ theo dõi, tổng hợp.", ["Sở Nội vụ"], []),
    ("Trước mắt, Sở Tài chính rà soát các khoản chi.", ["Sở Tài chính"], []),
    ("Sở Tư pháp được giao chủ trì, phối hợp với Công an tỉnh rà soát hồ sơ.", ["Sở Tư pháp"], ["Công an tỉnh"]),
    ("Các đơn vị thuộc, trực thuộc Sở chủ động rà soát văn bản.", ["Các cơ quan, đơn vị"], []),
)


@pytest.mark.parametrize(("text", "lead", "support"), CASES, ids=lambda v: v[:36] if isinstance(v, str) else "")
def test_charged(text: str, lead: list[str], support: list[str]) -> None:
    leads, helpers = prose_owners(text)
    assert ([u.name for u in leads], [u.name for u in helpers]) == (lead, support)
