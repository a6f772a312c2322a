"""Bodies that stand beside others in a cell and are none of theirs: the Party's boards, military regions, managing boards, numbered offices, lines."""

from __future__ import annotations

import pytest

from pipeline.phrases import normalize_units


@pytest.mark.parametrize(("cell", "wanted"), [
    # a board of the Party is none of the council's
    ("Ban Xây dựng Đảng, Văn phòng HĐND và UBND", ["Ban Xây dựng Đảng", "Văn phòng HĐND và UBND"]),
    ("Ủy ban Kiểm tra, Văn phòng HĐND và UBND", ["Ủy ban Kiểm tra Đảng ủy", "Văn phòng HĐND và UBND"]),
    ("Văn phòng, Ủy ban Kiểm tra Đảng ủy", ["Văn phòng Đảng ủy", "Ủy ban Kiểm tra Đảng ủy"]),
    ("Thường trực, các Ban HĐND xã", ["Thường trực Hội đồng nhân dân xã", "Các Ban Hội đồng nhân dân xã"]),
    # a managing board behind a plural is a body; what a plural manages is not
    ("Các sở, ban, ngành, Ban Quản lý dự án tỉnh", ["Các cơ quan, đơn vị", "Ban Quản lý dự án tỉnh"]),
    ("Các sở, ngành, Ban Quản lý Khu kinh tế tỉnh", ["Các cơ quan, đơn vị", "Ban Quản lý Khu kinh tế tỉnh"]),
    ("Các bộ, ngành chủ quản cơ sở dữ liệu", ["Các bộ, ngành chủ quản cơ sở dữ liệu"]),
    # military regions are no places of the body before them
    ("Quân khu 5, Vùng 3 Hải quân", ["Quân khu 5", "Vùng 3 Hải quân"]),
    ("Công an tỉnh, Quân khu 7", ["Công an tỉnh", "Quân khu 7"]),
    ("Bộ Tư lệnh Quân khu 5", ["Bộ Tư lệnh Quân khu 5"]),
    ("Bộ Tư lệnh Vùng 3 Hải quân", ["Bộ Tư lệnh Vùng 3 Hải quân"]),
    # chiefs of departments that are only counted off
    ("Trưởng các khoa, phòng, trạm", ["Trưởng các khoa, phòng, trạm"]),
    ("Trưởng các phòng, trạm y tế", ["Trưởng các phòng", "Trạm Y tế"]),
    ("Trưởng các phòng, ban, ngành", ["Thủ trưởng các cơ quan, đơn vị"]),
    # a number or a branch before a dash
    ("- Đội Thuế liên xã số 2 - Các trường học", ["Đội Thuế liên xã số 2", "Các trường học"]),
    ("Phòng Giao dịch số 3 - Kho bạc Nhà nước Khu vực XIII", ["Phòng Giao dịch số 3 - Kho bạc Nhà nước Khu vực XIII"]),
    ("Phòng Kinh tế - Chi nhánh Văn phòng Đăng ký đất đai khu vực", ["Phòng Kinh tế", "Chi nhánh Văn phòng Đăng ký đất đai khu vực"]),
    ("Văn phòng Đăng ký đất đai - Chi nhánh khu vực 5", ["Văn phòng Đăng ký đất đai - Chi nhánh khu vực 5"]),
    ("Phòng Kinh tế - Bảo hiểm xã hội cơ sở", ["Phòng Kinh tế", "Bảo hiểm xã hội cơ sở"]),
    # a cell that marks each of its units, printed in one line
    ("- Lãnh đạo UBND xã phụ trách lĩnh vực - Đội Thuế liên xã số 2 - VP HĐND-UBND", ["Lãnh đạo Ủy ban nhân dân xã", "Đội Thuế liên xã số 2", "Văn phòng HĐND và UBND"]),
    ("- Phòng Văn hóa - Xã hội - Trạm Y tế", ["Phòng Văn hóa - Xã hội", "Trạm Y tế"]),
    ("- Phòng Tổ chức - Hành chính - Kế toán", ["Phòng Tổ chức - Hành chính - Kế toán"]),
    ("- Văn phòng Đăng ký đất đai tỉnh - Chi nhánh khu vực II", ["Văn phòng Đăng ký đất đai tỉnh - Chi nhánh khu vực II"]),
    ("- Sở Tư pháp - Cơ quan thường trực Hội đồng phối hợp PBGDPL tỉnh - Phòng Tư pháp", ["Sở Tư pháp", "Phòng Tư pháp"]),
    ("- Đồng chí Nguyễn Văn A - Chủ tịch UBND xã - Trưởng ban", ["Chủ tịch Ủy ban nhân dân xã"]),
    ("- Ban Chỉ huy Phòng thủ dân sự tỉnh - Doanh nghiệp", ["Ban Chỉ huy Phòng thủ dân sự tỉnh", "Doanh nghiệp trên địa bàn"]),
    # the field of a post ends where another unit begins
    ("Cán bộ phụ trách CNTT, Hội Nông dân xã, các thôn", ["Cán bộ phụ trách công nghệ thông tin", "Hội Nông dân xã", "Các thôn"]),
    ("Công chức phụ trách CNTT, Chánh Văn phòng UBND tỉnh", ["Công chức phụ trách công nghệ thông tin", "Chánh Văn phòng Ủy ban nhân dân tỉnh"]),
    ("Công chức phụ trách Tài chính, Kế toán", ["Công chức phụ trách Tài chính, Kế toán"]),
    ("Cán bộ phụ trách giám sát, phản biện và tuyên truyền", ["Cán bộ phụ trách giám sát, phản biện và tuyên truyền"]),
    ("Cán bộ phụ trách nông nghiệp, hợp tác xã", ["Cán bộ phụ trách nông nghiệp, hợp tác xã"]),
    # people without a head of their own
    ("Cục Chuyển đổi số quốc gia, Đội ngũ cộng tác viên dân số", ["Cục Chuyển đổi số quốc gia", "Đội ngũ cộng tác viên dân số"]),
    ("Trung tâm Trợ giúp pháp lý nhà nước tỉnh, Hòa giải viên ở cơ sở", ["Trung tâm Trợ giúp pháp lý nhà nước tỉnh", "Hòa giải viên ở cơ sở"]),
    # lines
    ("- Đội Kiểm tra thuế số 2\n- Hội Khuyến học xã", ["Đội Kiểm tra thuế số 2", "Hội Khuyến học xã"]),
    ("Đội Kiểm tra thuế số 2\nBan Quản lý chợ", ["Đội Kiểm tra thuế số 2", "Ban Quản lý chợ"]),
    ("Phòng Văn hóa\n- Xã hội", ["Phòng Văn hóa - Xã hội"]),
    ("Văn phòng HĐND\nvà UBND; Trung tâm\nPVHCC", ["Văn phòng HĐND và UBND", "Trung tâm Phục vụ hành chính công"]),
    ("- Phòng Văn hóa\n- Xã hội\n- Trạm Y tế", ["Phòng Văn hóa - Xã hội", "Trạm Y tế"]),
])
def test_bodies(cell: str, wanted: list[str]) -> None:
    assert normalize_units(cell)["units"] == wanted
