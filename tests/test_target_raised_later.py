"""Values raised to a later level, stages that go on, striving year by year, and acts with the whole as their object."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets

Row = tuple[str, str, float | None, str | None]


def rows(text: str) -> list[Row]:
    return [(r.indicator, r.comparator, r.value, r.horizon) for r in read_targets(text)]


@pytest.mark.parametrize(("text", "found"), [
    ("Tỷ lệ người dân có chữ ký số đạt 60%, nâng lên 90% vào năm 2027.",
     [("Tỷ lệ người dân có chữ ký số", "=", 60, None), ("Tỷ lệ người dân có chữ ký số", "=", 90, "2027")]),
    ("60% người dân, doanh nghiệp có chữ ký số, tăng lên 90% vào năm 2027.",
     [("người dân, doanh nghiệp có chữ ký số", "=", 60, None), ("người dân, doanh nghiệp có chữ ký số", "=", 90, "2027")]),
    ("Tỷ lệ hộ nghèo còn 5%, hạ xuống còn 3% vào năm 2027.", [("Tỷ lệ hộ nghèo", "=", 5, None), ("Tỷ lệ hộ nghèo", "=", 3, "2027")]),
    ("Tỷ lệ hộ dùng nước sạch được nâng lên 90%.", [("Tỷ lệ hộ dùng nước sạch", "=", 90, None)]),
    # A list before the number is no earlier level.
    ("Nâng hạng 02 sản phẩm OCOP từ 3 sao lên 4 sao.", [("Nâng hạng sản phẩm OCOP từ 3 sao lên 4 sao", "=", 2, None)]),
])
def test_a_level_that_is_raised(text: str, found: list[Row]) -> None:
    assert rows(text) == found


def test_a_second_share_without_a_comma() -> None:
    assert rows("80% hộ dân dùng nước sạch đồng thời 90% hộ có nhà tiêu hợp vệ sinh.") == [
        ("hộ dân dùng nước sạch", "=", 80, None), ("hộ có nhà tiêu hợp vệ sinh", "=", 90, None)]


@pytest.mark.parametrize(("text", "found"), [
    ("Đến năm 2026 và những năm tiếp theo có ít nhất 02 mô hình.", ("mô hình", ">=", 2, "2026/..")),
    ("Đến năm 2030, tầm nhìn đến năm 2045, 100% thôn có nhà văn hóa.", ("thôn có nhà văn hóa", "=", 100, "2030")),
    ("Hằng năm phấn đấu kết nạp 10 đảng viên mới.", ("Hằng năm kết nạp đảng viên mới", "=", 10, None)),
    ("Hằng năm phấn đấu giảm 1% hộ nghèo.", ("Hằng năm giảm hộ nghèo", "=", 1, None)),
    ("Có ít nhất khoảng 20 xã đạt chuẩn nông thôn mới.", ("xã đạt chuẩn nông thôn mới", ">=", 20, None)),
    ("Không dưới ba mô hình chuyển đổi số được nhân rộng.", ("mô hình chuyển đổi số được nhân rộng", ">=", 3, None)),
    ("Kiên cố hóa 80% tổng chiều dài kênh mương.", ("Kiên cố hóa tổng chiều dài kênh mương", "=", 80, None)),
    ("Chi hành chính không vượt 6% dự toán.", ("Chi hành chính", "<=", 6, None)),
    # The time that opens a sentence does not hide that its subject is a share.
    ("Năm 2026: tỷ lệ cơ quan sử dụng ít nhất 01 ứng dụng AI để phục vụ chỉ đạo, điều hành đạt 80%.",
     ("tỷ lệ cơ quan sử dụng ít nhất 01 ứng dụng AI để phục vụ chỉ đạo, điều hành", "=", 80, "2026")),
])
def test_one_outcome(text: str, found: Row) -> None:
    assert rows(text) == [found]


@pytest.mark.parametrize(("text", "found"), [
    # Fish is raised or caught: one stands in the place of the other.
    ("Sản lượng thủy sản đạt 2.100 tấn, trong đó nuôi trồng 1.800 tấn, khai thác 300 tấn.",
     [("Sản lượng thủy sản", 2100), ("Sản lượng thủy sản nuôi trồng", 1800), ("Sản lượng thủy sản khai thác", 300)]),
    ("Tỷ lệ thu gom rác tại các phường đạt 98%, các xã đạt 90%.", [("Tỷ lệ thu gom rác tại các phường", 98), ("Tỷ lệ thu gom rác tại các xã", 90)]),
    ("Tỷ lệ thu gom rác tại các xã đạt 90%, các hộ tham gia phân loại đạt 80%.", [("Tỷ lệ thu gom rác tại các xã", 90), ("các hộ tham gia phân loại", 80)]),
    ("Tỷ lệ hộ nghèo ở các thôn vùng cao giảm 3%, các xã vùng thấp giảm 1%.", [("Tỷ lệ hộ nghèo ở các thôn vùng cao giảm", 3), ("Tỷ lệ hộ nghèo ở các xã vùng thấp giảm", 1)]),
    ("Ngành công nghiệp chiếm 40% giá trị sản xuất toàn xã.", [("Ngành công nghiệp", 40)]),
    ("Duy trì tỷ lệ trên 95% hộ dân dùng nước sạch.", [("hộ dân dùng nước sạch", 95)]),
    ("Duy trì tỷ lệ 95%.", [("Duy trì tỷ lệ", 95)]),
    ("Chỉ số DTI tăng từ nhóm 30 lên nhóm 20.", [("Chỉ số DTI", 20)]),
    ("Tỷ lệ phủ sóng 5G đạt 90% dân số, tốc độ tải xuống tối thiểu 100 Mb/s.", [("Tỷ lệ phủ sóng 5G", 90), ("tốc độ tải xuống", 100)]),
    ("Đến 30/6/2026 hoàn thành 50% và đến 31/12/2026 hoàn thành 100% kế hoạch.", [("hoàn thành kế hoạch", 50), ("hoàn thành kế hoạch", 100)]),
])
def test_which_of_them_and_of_what(text: str, found: list[tuple[str, float]]) -> None:
    assert [(r.indicator, r.value) for r in read_targets(text)] == found
