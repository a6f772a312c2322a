"""Who is charged behind a time or level that opens the sentence, behind "…" at the end of a row, and by numbered boards."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Tháng 4/2027, Sở Tài chính hoàn thành phương án.", ["Sở Tài chính"], []),
    ("Năm 2027, các sở, ngành bố trí kinh phí thực hiện.", ["Các cơ quan, đơn vị"], []),
    ("Quý III/2027, Sở Y tế báo cáo kết quả.", ["Sở Y tế"], []),
    ("Giai đoạn 2026 - 2030, Sở Xây dựng rà soát quỹ đất hằng năm.", ["Sở Xây dựng"], []),
    ("Trong thời gian từ đầu tháng 5 tới ngày 20/6/2027, Công an tỉnh bố trí lực lượng trực.", ["Công an tỉnh"], []),
    ("Từ quý II/2027, UBND các xã, phường tổ chức thu gom tại nguồn.", ["Ủy ban nhân dân các xã, phường"], []),
    ("Tại cấp tỉnh, Sở Nội vụ tổ chức kiểm tra.", ["Sở Nội vụ"], []),
    ("Năm 2027, tổ chức 03 lớp tập huấn cho cán bộ Công an xã.", [], []),
    ("Tháng 9/2027, trình UBND tỉnh, Hội đồng nhân dân tỉnh xem xét.", [], []),
    ("Sở Y tế, Sở Tài chính… tham mưu bố trí kinh phí.", ["Sở Y tế", "Sở Tài chính"], []),
    ("Sở Xây dựng chủ trì, phối hợp với Sở Y tế, Sở Tài chính... và các đơn vị liên quan rà soát.", ["Sở Xây dựng"], ["Sở Y tế", "Sở Tài chính", "Các cơ quan, đơn vị"]),
    ("Các bộ, ngành và chính quyền địa phương các cấp rà soát quy hoạch.", ["Các cơ quan, đơn vị", "Chính quyền địa phương các cấp"], []),
    ("Sở Xây dựng phối hợp với Ban Quản lý dự án 7, UBND các xã bàn giao mặt bằng.", ["Sở Xây dựng"], ["Ban Quản lý dự án 7", "Ủy ban nhân dân các xã"]),
    ("Sở Xây dựng phối hợp với Ban Quản lý dự án 6 - Bộ Xây dựng kiểm tra.", ["Sở Xây dựng"], ["Ban Quản lý dự án 6 - Bộ Xây dựng"]),
    ("Trung tâm Hỗ trợ doanh nghiệp nhỏ và vừa mở lớp khởi nghiệp.", ["Trung tâm Hỗ trợ doanh nghiệp nhỏ và vừa"], []),
    ("Sở Tài chính phối hợp với Hiệp hội Doanh nghiệp nhỏ và vừa tổ chức đối thoại.", ["Sở Tài chính"], ["Hiệp hội Doanh nghiệp nhỏ và vừa"]),
    ("Sở Y tế phối hợp với các cơ quan truyền thông mở chuyên mục.", ["Sở Y tế"], ["Các cơ quan truyền thông"]),
])
def test_who_is_charged(text: str, lead: list[str], support: list[str]) -> None:
    leads, helpers = prose_owners(text)
    assert [u.name for u in leads] == lead
    assert [u.name for u in helpers] == support


@pytest.mark.parametrize(("text", "lead"), [
    ("UBND các huyện Sông Mây, Đồi Cát và Bến Lá tổ chức tiêm chủng.", ["Ủy ban nhân dân huyện Sông Mây", "Ủy ban nhân dân huyện Đồi Cát", "Ủy ban nhân dân huyện Bến Lá"]),
    ("Giao UBND các xã: Bình Minh, Tân Lập và phường Trần Phú bố trí quỹ đất.",
     ["Ủy ban nhân dân xã Bình Minh", "Ủy ban nhân dân xã Tân Lập", "Ủy ban nhân dân phường Trần Phú"]),
    ("Chủ tịch UBND các tỉnh Quảng Ninh, Hưng Yên rà soát.", ["Chủ tịch Ủy ban nhân dân tỉnh Quảng Ninh", "Chủ tịch Ủy ban nhân dân tỉnh Hưng Yên"]),
    ("Công an các xã Bình Minh, Tân Lập tuần tra.", ["Công an xã Bình Minh", "Công an xã Tân Lập"]),
    ("UBND các xã: Tổ chức rà soát, Thống kê hộ nghèo.", ["Ủy ban nhân dân các xã"]),
    ("UBND các xã, phường rà soát.", ["Ủy ban nhân dân các xã, phường"]),
    ("Các sở, ban, ngành, nhất là Sở Y tế, tăng cường kiểm tra.", ["Các cơ quan, đơn vị"]),
    ("Bộ Công an, đặc biệt là công an các địa phương, điều tra các vụ vi phạm.", ["Bộ Công an"]),
])
def test_places_in_a_row_and_remarks(text: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(text)[0]] == lead


@pytest.mark.parametrize(("text", "support"), [
    ("Giao Sở Xây dựng chủ trì, cùng với Sở Tài chính tổ chức kiểm tra.", ["Sở Tài chính"]),
    ("Sở Y tế chủ trì cùng Sở Nội vụ xây dựng phương án.", ["Sở Nội vụ"]),
    ("Sở Y tế chủ trì xây dựng phương án, cùng cố gắng hoàn thành.", []),
])
def test_who_works_with_the_lead(text: str, support: list[str]) -> None:
    assert [u.name for u in prose_owners(text)[1]] == support


def test_a_province_with_a_dash_in_its_name() -> None:
    assert [u.name for u in prose_owners("UBND các tỉnh Thừa Thiên - Huế, Quảng Trị rà soát.")[0]] == ["Ủy ban nhân dân tỉnh Thừa Thiên - Huế", "Ủy ban nhân dân tỉnh Quảng Trị"]
