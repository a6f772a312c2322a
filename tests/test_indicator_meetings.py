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
    ("%", ("tỷ lệ bà mẹ mang thai được sàng lọc trước sinh", "Tỷ lệ phụ nữ mang thai được tầm soát trước sinh")),
    ("%", ("tỷ lệ trẻ em mới sinh được sàng lọc sơ sinh", "Trẻ sơ sinh được tầm soát sơ sinh")),
    ("kg", ("Lương thực bình quân đầu người", "Bình quân lương thực đầu người", "Sản lượng lương thực bình quân đầu người")),
    ("%", ("Tỷ lệ trẻ 6 tuổi vào lớp 1", "Huy động trẻ 6 tuổi vào học lớp 1")),
    ("%", ("Giảm tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng xuống", "Tỷ lệ trẻ dưới 5 tuổi suy dinh dưỡng còn")),
    ("%", ("đường ngõ, xóm được cứng hóa", "Tỷ lệ đường ngõ, xóm sạch và đảm bảo đi lại thuận tiện quanh năm được cứng hóa")),
    ("%", ("Tỷ lệ đường xã được nhựa hóa, bê tông hóa",
           "Đường xã và đường từ trung tâm xã đến đường huyện được nhựa hóa hoặc bê tông hóa")),
    ("%", ("hộ sử dụng điện thường xuyên, an toàn", "Tỷ lệ hộ được sử dụng điện an toàn, thường xuyên")),
    ("%", ("MTTQ và các đoàn thể hoàn thành tốt nhiệm vụ", "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội hoàn thành tốt nhiệm vụ trở lên")),
    ("index", ("Chỉ số cải cách hành chính (PAR INDEX)", "Chỉ số CCHC", "Điểm chỉ số cải cách hành chính")),
    ("%", ("cán bộ, công chức sử dụng chữ ký số", "Tỷ lệ CBCC được cấp chữ ký số", "Tỷ lệ cán bộ, công chức có chữ ký số cá nhân")),
    ("%", ("Tỷ lệ khiếu nại, tố cáo thuộc thẩm quyền được giải quyết", "Giải quyết đơn thư khiếu nại, tố cáo thuộc thẩm quyền")),
    ("%", ("Tốc độ tăng thu ngân sách nhà nước trên địa bàn", "Thu ngân sách nhà nước trên địa bàn tăng bình quân")),
    ("%", ("Tỷ lệ thủ tục hành chính được giải quyết đúng hạn và trước hạn", "Tỷ lệ hồ sơ TTHC được giải quyết đúng hạn")),
    ("%", ("giảm tỉ lệ hộ cận nghèo", "Tỷ lệ hộ cận nghèo giảm (theo chuẩn mới)")),
    ("%", ("Tốc độ tăng trưởng giá trị sản xuất nông, lâm, thủy sản (giá so sánh 2010)",
           "Tốc độ tăng giá trị sản xuất nông, lâm, thủy sản")),
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
    ("Tỷ lệ giáo viên đạt chuẩn", "Tỷ lệ giáo viên trên chuẩn"),
    ("Tỷ lệ hộ nghèo được cấp thẻ BHYT", "Tỷ lệ hộ cận nghèo được cấp thẻ BHYT"),
    ("Tỷ lệ học sinh tốt nghiệp THCS tiếp tục học THPT", "Tỷ lệ học sinh tốt nghiệp THCS"),
    ("Sản lượng thủy sản nuôi trồng", "Sản lượng thủy sản khai thác"),
    ("Tỷ lệ đường xã được cứng hóa", "Tỷ lệ đường giao thông được cứng hóa"),
    ("Số sản phẩm đạt 3 sao trở lên", "Số sản phẩm đạt 4 sao trở lên"),
    ("Chiều cao trung bình của thanh niên 18 tuổi đối với nam", "Chiều cao trung bình của thanh niên 18 tuổi đối với nữ"),
    ("xã, phường có điểm dạy bơi", "huyện, thành phố có điểm dạy bơi"),
    ("tổng tỷ suất sinh", "Tỷ suất sinh thô"),
    ("Tỷ lệ tiêu dùng nước sạch", "Tỷ lệ sử dụng nước sạch"),
    ("Tốc độ tăng thu ngân sách", "Tốc độ giảm thu ngân sách"),
    ("Số căn nhà ở xã hội khởi công", "Số căn nhà ở xã hội hoàn thành"),
])
def test_near_misses_stay_apart(a: str, b: str) -> None:
    one, other = _ids(a, b)
    assert one != other


def test_people_counted_in_a_table_and_in_a_sentence_meet() -> None:
    table, sentence = assign([Wording("Số lao động được giải quyết việc làm mới", "người", ">="),
                              Wording("Tạo việc làm mới cho lao động", "count", ">=")])[0]
    assert table.indicator_id == sentence.indicator_id
