"""Owner cells with one unit a line."""

from __future__ import annotations

import pytest

from extractors.listed_owners import listed_owners


@pytest.mark.parametrize(("lines", "listed"), [
    (["BGH", "GVCN các lớp", "Phó Hiệu trưởng"], "BGH; GVCN các lớp; Phó Hiệu trưởng"),
    (["Hiệu trưởng", "Tổ chuyên môn", "Đoàn TN"], "Hiệu trưởng; Tổ chuyên môn; Đoàn TN"),
    (["Trưởng khoa", "Điều dưỡng trưởng"], "Trưởng khoa; Điều dưỡng trưởng"),
    (["Đ/c Sáu", "Đ/c Tám"], "Đ/c Sáu; Đ/c Tám"),
    (["Đội Kiểm tra thuế số 2", "Ban Quản lý chợ"], "Đội Kiểm tra thuế số 2; Ban Quản lý chợ"),
    (["Đồn Biên phòng Mỹ Thủy", "Hội Nông dân xã", "Trạm Y tế"], "Đồn Biên phòng Mỹ Thủy; Hội Nông dân xã Trạm Y tế"),
    (["Văn phòng Đảng ủy", "Hội Nông dân xã"], "Văn phòng Đảng ủy; Hội Nông dân xã"),
    (["Ủy ban Kiểm tra Đảng ủy", "Hội Cựu chiến binh xã"], "Ủy ban Kiểm tra Đảng ủy; Hội Cựu chiến binh xã"),
    (["Các trường tiểu học", "Công an xã"], "Các trường tiểu học; Công an xã"),
    (["Công đoàn, BGH", "BCH Công đoàn"], "Công đoàn, BGH; BCH Công đoàn"),
    # an office that says whose it is, an association below a department, people below their head
    (["Ủy ban Kiểm tra Đảng ủy", "Hội Cựu chiến binh xã"], "Ủy ban Kiểm tra Đảng ủy; Hội Cựu chiến binh xã"),
    (["Văn phòng Đảng ủy", "Hội Cựu chiến binh"], "Văn phòng Đảng ủy; Hội Cựu chiến binh"),
    (["Phòng Văn hóa", "Ủy ban MTTQ"], "Phòng Văn hóa; Ủy ban MTTQ"),
    (["Ngân hàng Nhà nước chi nhánh Khu vực 5", "Sở Tư pháp"], "Ngân hàng Nhà nước chi nhánh Khu vực 5; Sở Tư pháp"),
    (["Hiệu trưởng", "Giáo viên", "Kế toán"], "Hiệu trưởng; Giáo viên; Kế toán"),
])
def test_each_line_is_a_unit(lines: list[str], listed: str) -> None:
    assert listed_owners(lines) == listed


@pytest.mark.parametrize("lines", [
    ["Ban Giám hiệu", "Trường Tiểu học Lê Lợi"], ["Ban Chấp hành", "Công đoàn"], ["Chủ tịch", "Hội Nông dân"], ["Tổ trưởng", "Tổ chuyên môn"],
    ["Phòng Tài chính", "Kế toán"], ["Ban đại diện", "Cha mẹ học sinh"], ["Ban Chỉ huy", "Quân sự xã"], ["VNPT Hòa Bình; BCH", "Quân sự đặc", "khu"], ["Ban Dân tộc", "Hội đồng nhân dân"],
    ["Phòng Kinh tế, Hạ tầng và", "Đô thị"], ["Trạm", "Y tế"], ["Phòng Văn hóa -", "Xã hội"], ["Công an xã"], ["Ban Quản lý Khu kinh tế Hải", "Phòng"],
    ["UBND các xã nơi", "Ban Quản lý dự án thi công"],
    # what the column's edge broke: whose office it is, a field, a noun alone
    ["Ban Tổ chức", "Quận ủy"], ["Ban Chỉ huy", "Bộ đội Biên", "phòng thành", "phố"], ["Phó Bí", "thư Thường trực", "Đảng ủy"],
    ["Phòng Kế hoạch - Tài", "chính Sở"], ["Tập đoàn", "Bưu chính", "Viễn thông", "Việt Nam"], ["Đảng ủy, Ban Lãnh đạo", "Chi cục"],
])
def test_one_name_over_two_lines(lines: list[str]) -> None:
    assert listed_owners(lines) is None
