"""Owners alone behind the mark that closes an act, and what only looks like them."""

from __future__ import annotations

import pytest
from support import HEADER, make_document

from normalizers.unit_closing import closing_owner, closing_time
from pipeline.assemble import assemble


@pytest.mark.parametrize("text,units", [
    ("Lập hồ sơ quản lý di tích trên địa bàn - Phòng Văn hóa - Xã hội.", ["Phòng Văn hóa - Xã hội"]), ("Kiểm tra an toàn lao động tại các công trường – Phòng Kinh tế, Công an xã;", ["Phòng Kinh tế", "Công an xã"]),
    ("Xây dựng quy chế tiếp công dân./. Phòng Kinh tế", ["Phòng Kinh tế"]), ("Niêm yết giá dịch vụ tại chợ; Phòng Kinh tế.", ["Phòng Kinh tế"]),
    ("Tu sửa nghĩa trang liệt sĩ => Phòng Kinh tế.", ["Phòng Kinh tế"]), ("Tổ chức lấy ý kiến người dân [Công an xã].", ["Công an xã"]),
    ("Tổ chức giao lưu giữa Công an xã - Đoàn Thanh niên xã.", []), ("Gửi báo cáo về UBND xã; Phòng Kinh tế.", []), ("Phát triển mạnh kinh tế - xã hội.", []),
    ("Bố trí trụ sở làm việc Công an xã - Ban Chỉ huy Quân sự xã.", []), ("Kiện toàn bộ máy Văn phòng, Phòng Kinh tế; Phòng Văn hóa - Xã hội.", []), ("Phòng Kinh tế - Phòng Văn hóa - Xã hội", []),
    ("Xây dựng mô hình liên kết - Doanh nghiệp.", []), ("", []), (" - ", [])])
def test_closing_owner(text: str, units: list[str]) -> None:
    assert [u.name for u in closing_owner(text)] == units


@pytest.mark.parametrize("text,when", [
    ("Tuyên truyền (Phòng Kinh tế thực hiện, thường xuyên).", "thường xuyên"), ("Tuyên truyền (Phòng Kinh tế; thực hiện thường xuyên)", "thực hiện thường xuyên"),
    ("Tuần tra ven biển (Ban Chỉ huy Quân sự xã chủ trì; trong các tháng 9, 10)", "trong các tháng 9, 10"), ("Phát quang kênh mương (Phòng Kinh tế phụ trách; Các thôn phối hợp; tháng 3, 4, 5).", "tháng 3, 4, 5"),
    ("Tuần tra ven biển (Ban Chỉ huy Quân sự xã chủ trì; Công an xã phối hợp)", None), ("Phát quang (Phòng Kinh tế phụ trách; báo cáo kết quả tháng 6).", None),
    ("Kiểm tra hàng hóa (rau, củ, quả; tháng 6)", None), ("Phát quang (Phòng Kinh tế phụ trách; tổng kết phong trào năm 2025)", None),
    ("Thường xuyên cập nhật hồ sơ.", None), ("Cập nhật hồ sơ (thường xuyên rà soát).", None), ("Cập nhật hồ sơ, thường xuyên.", None)])
def test_closing_time(text: str, when: str | None) -> None:
    assert closing_time(text) == when


def test_in_a_plan_the_closing_owner_leads() -> None:
    plan = assemble(make_document(*HEADER, "I. NHIỆM VỤ", "1. Rà soát quy hoạch sử dụng đất - Phòng Kinh tế.", "2. Tuyên truyền pháp luật (Phòng Văn hóa - Xã hội thực hiện, thường xuyên).",
                                  "II. TỔ CHỨC THỰC HIỆN", "1. Công an xã", "- Tổng hợp kết quả của các đơn vị; Phòng Kinh tế."))
    assert [t.lead for t in plan.tasks] == [("Phòng Kinh tế",), ("Phòng Văn hóa - Xã hội",), ("Công an xã",)]
    assert plan.tasks[1].deadline is not None and plan.tasks[1].deadline.kind == "ongoing"
