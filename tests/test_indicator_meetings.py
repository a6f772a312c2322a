"""Wordings of one national indicator as different places print them meet; near misses do not."""

from __future__ import annotations

import pytest

from normalizers.indicators import Wording, assign


def _ids(*texts: str, unit: str = "%") -> list[str | None]:
    return [m.indicator_id for m in assign([Wording(t, unit, ">=") for t in texts])[0]]


@pytest.mark.parametrize(("unit", "texts"), [
    ("%", ("Tốc độ tăng trưởng GRDP bình quân", "Tăng trưởng GRDP (Bình quân)", "Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP)")),
    ("tỷ USD", ("Kim ngạch xuất khẩu đến năm 2030", "Giá trị hàng hóa xuất khẩu (2030)")),
    ("count", ("Số doanh nghiệp mới (2026-2030)", "Tổng số doanh nghiệp mới được thành lập thời kỳ 2021-2025", "Doanh nghiệp thành lập mới")),
    ("count", ("Số bác sĩ trên 1 vạn dân", "Bác sĩ/1 vạn dân", "Số bác sĩ/10.000 dân")),
    ("%", ("Dân số nông thôn dùng nước hợp vệ sinh", "Tỷ lệ dân cư nông thôn sử dụng nước hợp vệ sinh",
           "Tỷ lệ dân số nông thôn được sử dụng nước sinh hoạt hợp vệ sinh")),
    ("%", ("Tỷ lệ hộ dân được sử dụng nước sạch", "hộ sử dụng nước sạch", "Tỷ lệ hộ dùng nước sạch")),
    ("count", ("Kết nạp đảng viên mới hàng năm", "Phát triển đảng viên mới", "Hàng năm kết nạp mới đảng viên")),
    ("%", ("Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ trở lên",
           "tỷ lệ đảng viên được đánh giá, xếp loại từ hoàn thành tốt nhiệm vụ trở lên")),
    ("%", ("Tỷ lệ thôn, làng văn hóa", "thôn đạt chuẩn văn hóa", "Tỷ lệ thôn, khu phố được công nhận danh hiệu văn hóa")),
    ("%", ("hộ được công nhận gia đình văn hóa", "hộ gia đình văn hóa", "Tỷ lệ gia đình đạt danh hiệu gia đình văn hóa")),
    ("%", ("Tỷ lệ tăng dân số tự nhiên hàng năm", "Tốc độ tăng dân số tự nhiên", "Tỷ lệ gia tăng dân số tự nhiên")),
    ("%", ("Tỷ lệ giải ngân vốn đầu tư công so với kế hoạch HĐND tỉnh giao", "giải ngân vốn đầu tư công", "Tỷ lệ giải ngân nguồn vốn đầu tư công")),
    ("%", ("Tỷ lệ giao quân hằng năm", "Tuyển chọn, gọi công dân nhập ngũ hàng năm đạt chỉ tiêu", "Hoàn thành chỉ tiêu công tác tuyển quân")),
    ("%", ("Tỷ lệ số xã đạt chuẩn nông thôn mới năm 2025",
           "Tỷ lệ số xã đạt chuẩn nông thôn mới (theo Bộ tiêu chí Quốc gia về nông thôn mới các cấp giai đoạn 2026-2030)")),
    ("%", ("Tỷ lệ lao động qua đào tạo", "Tỷ lệ lao động đã qua đào tạo trên địa bàn xã")),
])
def test_wordings_of_one_indicator_meet(unit: str, texts: tuple[str, ...]) -> None:
    assert len(set(_ids(*texts, unit=unit))) == 1, _ids(*texts, unit=unit)


@pytest.mark.parametrize(("a", "b"), [
    ("Tỷ lệ hồ sơ trực tuyến toàn trình", "Tỷ lệ hồ sơ trực tuyến một phần"),
    ("Tỷ lệ xã đạt chuẩn nông thôn mới", "Tỷ lệ thôn đạt chuẩn nông thôn mới"),
    ("Xã đạt chuẩn an toàn về an ninh, trật tự", "Thôn, trường học đạt chuẩn an toàn về an ninh, trật tự"),
    ("Tỷ lệ đường trục thôn được cứng hóa", "Tỷ lệ đường trục xã được cứng hóa"),
    ("Tỷ lệ đường giao thông được cứng hóa", "Tỷ lệ đường trục xã được cứng hóa"),
    ("Tốc độ tăng giá trị sản xuất công nghiệp", "Tốc độ tăng giá trị sản xuất nông nghiệp"),
    ("Giá trị sản xuất (giá so sánh 2010)", "Giá trị sản xuất (giá hiện hành)"),
    ("Thu ngân sách nhà nước trên địa bàn", "Thu ngân sách địa phương"),
    ("Tỷ lệ tiêu dùng nước sạch", "Tỷ lệ sử dụng nước sạch"),
    ("Tốc độ tăng thu ngân sách", "Tốc độ giảm thu ngân sách"),
])
def test_near_misses_stay_apart(a: str, b: str) -> None:
    one, other = _ids(a, b)
    assert one != other
