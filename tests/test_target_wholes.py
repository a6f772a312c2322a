"""What a share is a share of and what is said beside an outcome stay out of its name; what stands once for a row is given to each."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets

Found = list[tuple[str, float | None, str | None, str]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the plan or the whole behind a share
        ("Thu quỹ phòng cháy đạt 100% kế hoạch huyện giao.", [("=", 100, "%", "Thu quỹ phòng cháy")]),
        ("Thu quỹ khuyến học đạt trên 95% kế hoạch được Hội đồng nhân dân xã giao", [(">", 95, "%", "Thu quỹ khuyến học")]),
        ("Số tổ hợp tác hoạt động tốt chiếm khoảng 42% tổng số tổ hợp tác đang hoạt động trên địa bàn xã", [
            ("=", 42, "%", "Số tổ hợp tác hoạt động tốt")]),
        ("Nợ quá hạn dưới 3%/tổng dư nợ.", [("<", 3, "%", "Nợ quá hạn")]),
        ("Giảm tỷ lệ trẻ em suy dinh dưỡng xuống dưới 7% so với tổng số trẻ em", [("<", 7, "%", "tỷ lệ trẻ em suy dinh dưỡng")]),
        # an act whose object stands behind the share
        ("Khu vực kinh tế tư nhân đóng góp khoảng 58% GDP cả nước", [("=", 58, "%", "Khu vực kinh tế tư nhân đóng góp GDP cả nước")]),
        ("Huy động đạt 55% học sinh tốt nghiệp THPT", [("=", 55, "%", "Huy động học sinh tốt nghiệp THPT")]),
        # said once for the whole row
        ("Đạt 12 bác sĩ, 3 dược sĩ, 22 điều dưỡng trên 10.000 dân.", [
            ("=", 12, "count", "bác sĩ trên 10.000 dân"), ("=", 3, "count", "dược sĩ trên 10.000 dân"), ("=", 22, "count", "điều dưỡng trên 10.000 dân")]),
        ("Có 60% trường mầm non, 65% trường tiểu học và 50% trường trung học phổ thông đạt chuẩn quốc gia.", [
            ("=", 60, "%", "trường mầm non đạt chuẩn quốc gia"), ("=", 65, "%", "trường tiểu học đạt chuẩn quốc gia"),
            ("=", 50, "%", "trường trung học phổ thông đạt chuẩn quốc gia")]),
        ("Doanh thu bán hàng trực tuyến tăng 20% và trên 25% đối với hàng nông sản", [
            ("=", 20, "%", "Doanh thu bán hàng trực tuyến tăng"), (">", 25, "%", "Doanh thu bán hàng trực tuyến tăng đối với hàng nông sản")]),
        # how an act is done
        ("Thực hiện 3 cuộc kiểm tra và 4 cuộc giám sát, chú ý chọn những việc người dân phản ánh nhiều.", [
            ("=", 3, "count", "Thực hiện cuộc kiểm tra"), ("=", 4, "count", "cuộc giám sát")]),
        # a clause without a number before one
        ("không còn thôn dưới 12 tiêu chí", [("qualitative", None, None, "không còn thôn dưới 12 tiêu chí")]),
        ("Không còn nhà tạm và thu nhập bình quân đầu người tăng 6%", [("=", 6, "%", "thu nhập bình quân đầu người tăng")]),
        ("Nhiệm kỳ XV phấn đấu vận động thành lập mới ít nhất 8 tổ hợp tác", [(">=", 8, "count", "vận động thành lập mới tổ hợp tác")]),
        ("Đẩy mạnh xúc tiến thương mại để cả nước có trên 1.200 cửa hàng nông sản sạch", [(">", 1200, "count", "cả nước có cửa hàng nông sản sạch")]),
        ("Số hộ giàu tăng, số hộ cận nghèo dưới 1,2%.", [("<", 1.2, "%", "số hộ cận nghèo")]),
        # a goal without a number stays before the index that measures another
        ("Đến năm 2034, phổ cập mầm non toàn tỉnh, chỉ số giáo dục đạt trên 0,8", [(">", 0.8, "index", "chỉ số giáo dục")]),
    ],
)
def test_wholes(text: str, found: Found) -> None:
    assert [(t.comparator, t.value, t.unit, t.indicator) for t in read_targets(text)] == found
