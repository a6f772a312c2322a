"""Who announces an aim, what is only reported, sizes beside what is counted, amounts by year in brackets, shares in words."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets

Row = tuple[str, str, float | None, str | None, str | None]


def rows(text: str) -> list[Row]:
    return [(r.indicator, r.comparator, r.value, r.unit, r.horizon) for r in read_targets(text)]


READ: list[tuple[str, list[Row]]] = [
    ("Năm 2027, Hội Khuyến học thành phố đề ra mục tiêu trao 1.200 suất học bổng.", [("trao suất học bổng", "=", 1200, "count", "2027")]),
    ("Quy hoạch cũng đặt mục tiêu đến 2030 trồng mới 40 ha rừng ngập mặn; thu hút 3 dự án.",
     [("trồng mới rừng ngập mặn", "=", 40, "ha", "2030"), ("thu hút dự án", "=", 3, "count", "2030")]),
    ("Theo chiến lược này, đến năm 2030 có 60% số bản; 90% số xã có nhà văn hóa.",
     [("số bản", "=", 60, "%", "2030"), ("số xã có nhà văn hóa", "=", 90, "%", "2030")]),
    ("Giữ tỷ số giới tính khi sinh ở mức 108 bé trai/100 bé gái (tốc độ tăng tỷ số giới tính không quá 0,3%)",
     [("tỷ số giới tính khi sinh", "=", 108, "bé trai/100 bé gái", None), ("tốc độ tăng tỷ số giới tính", "<=", 0.3, "%", None)]),
    ("Hình thành 03 cụm công nghiệp với tổng diện tích đất cho thuê là 120 ha",
     [("Hình thành cụm công nghiệp", "=", 3, "count", None), ("tổng diện tích đất cho thuê", "=", 120, "ha", None)]),
    ("Tỷ suất sinh thô dưới 13‰, 92% phụ nữ mang thai được khám đủ 4 lần",
     [("Tỷ suất sinh thô", "<", 13, "‰", None), ("phụ nữ mang thai được khám đủ 4 lần", "=", 92, "%", None)]),
    ("Ít nhất bảy mươi lăm phần trăm hộ dân dùng nước sạch", [("hộ dân dùng nước sạch", ">=", 75, "%", None)]),
    ("Mỗi thôn có ít nhất 01 bể rác nhằm nâng cao ý thức giữ gìn vệ sinh", [("Mỗi thôn có bể rác", ">=", 1, "count", None)]),
    ("Sửa chữa nhà ở cho hộ nghèo (năm 2026: 40 căn; năm 2027: 60 căn)",
     [("Sửa chữa nhà ở cho hộ nghèo", "=", 40, "count", "2026"), ("Sửa chữa nhà ở cho hộ nghèo", "=", 60, "count", "2027")]),
    ("Xây mới 100 căn nhà tình nghĩa (năm 2026: 40 căn, năm 2027: 60 căn)",
     [("Xây mới căn nhà tình nghĩa", "=", 100, "count", None), ("Xây mới căn nhà tình nghĩa", "=", 40, "count", "2026"),
      ("Xây mới căn nhà tình nghĩa", "=", 60, "count", "2027")]),
    ("Nhân rộng mô hình trồng rau đạt 300 triệu đồng/ha đạt 12 ha", [("Nhân rộng mô hình trồng rau đạt 300 triệu đồng/ha", "=", 12, "ha", None)]),
    ("Tỷ lệ tiêm phòng đạt tối thiểu 85% tổng đàn và số gia súc được tiêm mỗi đợt khoảng 4.000 con",
     [("Tỷ lệ tiêm phòng", ">=", 85, "%", None), ("số gia súc được tiêm mỗi đợt", "=", 4000, "count", None)]),
    ("Sở đặt ra mục tiêu cho năm 2027, toàn tỉnh phấn đấu có 45 sản phẩm được xếp hạng", [("sản phẩm được xếp hạng", "=", 45, "count", "2027")]),
    ("Tỷ lệ nữ đại biểu đạt ít nhất 27% vào năm 2027 và 30% vào năm 2030…",
     [("Tỷ lệ nữ đại biểu", ">=", 27, "%", "2027"), ("Tỷ lệ nữ đại biểu", ">=", 30, "%", "2030")]),
    ("Trong lĩnh vực y tế: đến năm 2027 đạt 60% và đến năm 2030 đạt 80% số trạm có bác sĩ",
     [("số trạm có bác sĩ", "=", 60, "%", "2027"), ("số trạm có bác sĩ", "=", 80, "%", "2030")]),
    ("Tốc độ tăng trưởng ngành chăn nuôi đạt 4%/năm và phải phát triển theo hướng tập trung", [("Tốc độ tăng trưởng ngành chăn nuôi", "=", 4, "%", None)]),
    ("Mục tiêu đặt ra là 95% người dân có thẻ bảo hiểm y tế", [("người dân có thẻ bảo hiểm y tế", "=", 95, "%", None)]),
    ("Thực hiện mục tiêu 100% hộ dân được dùng điện", [("hộ dân được dùng điện", "=", 100, "%", None)]),
    ("Đẩy mạnh tuyên truyền trong nhân dân nhằm đạt 90% hộ đăng ký", [("hộ đăng ký", "=", 90, "%", None)]),
    ("Đoàn Thanh niên xã tổ chức các hoạt động về nguồn, thăm hỏi, tặng 50 suất quà cho gia đình chính sách",
     [("tặng suất quà cho gia đình chính sách", "=", 50, "count", None)]),
    # earlier results beside an aim are none of it
    ("Tỷ lệ hộ nghèo còn 1,5% (năm 2024: 4%; năm 2025: 3%)", [("Tỷ lệ hộ nghèo", "=", 1.5, "%", None)]),
]


@pytest.mark.parametrize(("text", "want"), READ)
def test_read(text: str, want: list[Row]) -> None:
    assert rows(text) == want


@pytest.mark.parametrize("text", [
    "Đến nay đã có trên 85% số hộ đăng ký tham gia.",
    "Đến ngày 15/3, toàn huyện đã gieo cấy 3.200 ha lúa xuân.",
    "Theo báo cáo của Hội, trong năm các chi hội đã giúp đỡ được 45 hộ thoát nghèo.",
    "Hiện có 320 chủ thể tham gia, trong đó 38% là hợp tác xã.",
    "Sau 5 năm thực hiện, đã có 51% hộ dân được dùng nước sạch.",
    "Tính đến 30/6/2025, toàn xã có 12 hợp tác xã đang hoạt động.",
])
def test_what_is_only_reported_is_no_target(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(("text", "values"), [
    ("Đến nay toàn xã có 12 sản phẩm OCOP, phấn đấu năm 2026 có thêm 3 sản phẩm.", 3.0),
    ("Đến nay toàn xã có 12 sản phẩm OCOP. Năm 2026 công nhận mới 3 sản phẩm.", 3.0),
    ("Hiện có 12 sản phẩm OCOP, đến năm 2030 có 20 sản phẩm.", 20.0),
    ("Số hóa hồ sơ đạt 90%, trong đó khai thác lại dữ liệu đã số hóa đạt 70%.", 70.0),
    ("Năm 2026, tỷ lệ xã đã hoàn thành 19 tiêu chí đạt 80%.", 80.0),
])
def test_an_aim_beside_a_result_stays(text: str, values: float) -> None:
    assert rows(text)[-1][2] == values
