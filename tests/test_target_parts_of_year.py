"""Levels by parts of a year, files of past years, ratios of the sexes, means in brackets, and shares that stand behind counts."""

from __future__ import annotations

import pytest

from normalizers.target_tasks import read_task_targets
from pipeline.phrases import normalize_targets

Found = list[tuple[str, float | None, str | None, str | None, str]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # one subject, a level for each part of the year
        ("Giải ngân vốn đầu tư công: 6 tháng đạt 40%, 9 tháng đạt 70%, cả năm đạt 100% kế hoạch.", [
            ("=", 40, "%", None, "Giải ngân vốn đầu tư công"), ("=", 70, "%", None, "Giải ngân vốn đầu tư công"), ("=", 100, "%", None, "Giải ngân vốn đầu tư công")]),
        # the years of files are none of the work
        ("Số hóa hồ sơ lưu trữ từ năm 2010 đến năm 2025 đạt 100%.", [("=", 100, "%", None, "Số hóa hồ sơ lưu trữ từ năm 2010 đến năm 2025")]),
        ("Số hóa hồ sơ đạt 100% giai đoạn 2026 - 2030", [("=", 100, "%", "2026/2030", "Số hóa hồ sơ")]),
        # "tỷ số" behind a year is no amount of billions
        ("Đến năm 2030 tỷ số giới tính khi sinh không vượt quá 111/100", [("<=", 111, "/100", "2030", "tỷ số giới tính khi sinh")]),
        ("Duy trì mức sinh thay thế (bình quân mỗi phụ nữ có 2,1 con), quy mô dân số 25.000 người.", [
            ("=", 2.1, "count", None, "Duy trì mức sinh thay thế (bình quân mỗi phụ nữ có con)"), ("=", 25000, "người", None, "quy mô dân số")]),
        # the same people as a share, and a level that is no growth
        ("Vận động 350 người tham gia BHXH tự nguyện, đạt tỷ lệ 2% dân số trong độ tuổi.", [
            ("=", 350, "người", None, "Vận động người tham gia BHXH tự nguyện"),
            ("=", 2, "%", None, "Vận động người tham gia BHXH tự nguyện đạt tỷ lệ dân số trong độ tuổi")]),
        ("Phát triển bảo hiểm y tế tăng 3% so với năm 2025, đạt tỷ lệ 96% dân số.", [
            ("=", 3, "%", None, "Phát triển bảo hiểm y tế tăng"), ("=", 96, "%", None, "Phát triển bảo hiểm y tế")]),
        # the year of a whole holds for all its parts
        ("Diện tích lúa năm 2026 đạt 1.200 ha, trong đó: vụ xuân 600 ha; vụ mùa 600 ha.", [
            ("=", 1200, "ha", "2026", "Diện tích lúa"), ("=", 600, "ha", "2026", "Diện tích vụ xuân"), ("=", 600, "ha", "2026", "vụ mùa")]),
        # a later year of the same thing
        ("Tạo việc làm cho 38 nghìn lao động vào năm 2026 và năm 2030 là 45 nghìn người.", [
            ("=", 38, "nghìn lao động", "2026", "Tạo việc làm cho lao động"), ("=", 45, "nghìn người", "2030", "Tạo việc làm cho lao động")]),
        # what is not to happen, and what each is given, are not of the indicator
        ("Kéo giảm tai nạn giao thông từ 5 - 10% trên cả ba tiêu chí và không để xảy ra tai nạn đặc biệt nghiêm trọng.", [
            ("range", 5, "%", None, "Kéo giảm tai nạn giao thông trên cả ba tiêu chí")]),
        ("Xây dựng, sửa chữa 100% nhà ở bị hư hỏng nặng, hỗ trợ mỗi hộ 60 triệu đồng.", [("=", 100, "%", None, "Xây dựng, sửa chữa nhà ở bị hư hỏng nặng")]),
        ("Mỗi chi đoàn có ít nhất 01 công trình thanh niên, giúp đỡ 02 thanh niên tiến bộ.", [
            (">=", 1, "count", None, "Mỗi chi đoàn có công trình thanh niên"), ("=", 2, "count", None, "giúp đỡ thanh niên tiến bộ")]),
        ("Phân công 01 đoàn viên phụ trách, giúp đỡ 05 hộ gia đình.", [("=", 1, "count", None, "Phân công đoàn viên phụ trách, giúp đỡ 05 hộ gia đình")]),
        # a rank behind ";" is of what is graded before
        ("Chỉ số cải cách hành chính của xã xếp loại Tốt; thuộc nhóm 15 xã, phường dẫn đầu toàn tỉnh.", [("rank", 15, "rank", None, "Chỉ số cải cách hành chính của xã")]),
    ],
)
def test_outcomes(text: str, found: Found) -> None:
    assert [(t["comparator"], t["value"], t["unit"], t["horizon"], t["indicator"]) for t in normalize_targets(text)["targets"]] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # two shares on the two sides of a stroke
        ("Tỷ lệ lao động qua đào tạo/có bằng cấp, chứng chỉ đến năm 2030 đạt 75/35%.", [
            ("=", 75, "%", "2030", "Tỷ lệ lao động qua đào tạo"), ("=", 35, "%", "2030", "Tỷ lệ lao động có bằng cấp, chứng chỉ")]),
        ("Số vụ/số người chết giảm 5%/10% so với năm 2025.", [("=", 5, "%", None, "Số vụ giảm"), ("=", 10, "%", None, "số người chết giảm")]),
        ("Tỷ lệ hồ sơ trực tuyến/tổng số hồ sơ đạt 90%.", [("=", 90, "%", None, "Tỷ lệ hồ sơ trực tuyến/tổng số hồ sơ")]),
        # an outcome by a later year, without a number, is one of its own
        ("Mỗi năm giảm 1 - 1,5% hộ nghèo, đến năm 2030 cơ bản không còn hộ nghèo.", [
            ("range", 1, "%", None, "Mỗi năm giảm hộ nghèo"), ("qualitative", None, None, "2030", "đến năm 2030 cơ bản không còn hộ nghèo")]),
        # a level that alone stands behind the comma
        ("Học sinh giỏi cấp tỉnh đạt 12 giải, cấp trường 150 em.", [
            ("=", 12, "count", None, "Học sinh giỏi cấp tỉnh"), ("=", 150, "count", None, "cấp trường")]),
        ("Vận động nhân dân đóng góp 500 ngày công, hiến 1.200 m2 đất làm đường.", [
            ("=", 500, "ngày công", None, "Vận động nhân dân đóng góp"), ("=", 1200, "m2", None, "hiến đất làm đường")]),
        # what a share is of, and what a number is made up of
        ("Tỷ lệ tham gia BHYT 96,5% dân số", [("=", 96.5, "%", None, "Tỷ lệ tham gia BHYT")]),
        ("Số hộ kinh doanh cá thể có ít nhất 240 hộ (nông nghiệp 74 hộ, dịch vụ 30 hộ)", [(">=", 240, "count", None, "Số hộ kinh doanh cá thể")]),
        ("Kim ngạch xuất khẩu phấn đấu đạt trong khoảng 26,5 - 26,7 tỷ USD, tăng 8% so với năm 2022 (bình quân 1 tháng khoảng 2,2 tỷ USD).", [
            ("range", 26.5, "tỷ USD", None, "Kim ngạch xuất khẩu"), ("=", 8, "%", None, "Kim ngạch xuất khẩu tăng")]),
    ],
)
def test_sides_and_stages(text: str, found: Found) -> None:
    assert [(t["comparator"], t["value"], t["unit"], t["horizon"], t["indicator"]) for t in normalize_targets(text)["targets"]] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Không để xảy ra quá 02 vụ cháy gây thiệt hại nghiêm trọng.", [("<=", 2, "count", None, "vụ cháy gây thiệt hại nghiêm trọng")]),
        ("Giữ vững vị trí trong nhóm 3 xã có Chỉ số phục vụ người dân, doanh nghiệp cao nhất tỉnh.", [
            ("rank", 3, "rank", None, "Giữ vững vị trí có Chỉ số phục vụ người dân, doanh nghiệp cao nhất tỉnh")]),
        ("Có 02 sản phẩm OCOP được công nhận mới (01 sản phẩm 4 sao, 01 sản phẩm 3 sao).", [("=", 2, "count", None, "sản phẩm OCOP được công nhận mới")]),
        ("Huấn luyện lực lượng dự bị động viên đạt 95% quân số trở lên.", [(">=", 95, "%", None, "Huấn luyện lực lượng dự bị động viên")]),
    ],
)
def test_limits_and_wholes(text: str, found: Found) -> None:
    assert [(t["comparator"], t["value"], t["unit"], t["horizon"], t["indicator"]) for t in normalize_targets(text)["targets"]] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trồng mới 5.000 cây xanh phân tán, 10 ha rừng tập trung.", [(5000, "Trồng mới cây xanh phân tán"), (10, "rừng tập trung")]),
        ("Giới thiệu việc làm cho 300 lao động, trong đó 20 lao động đi làm việc ở nước ngoài.", [
            (300, "Giới thiệu việc làm cho lao động"), (20, "lao động đi làm việc ở nước ngoài")]),
        ("Vận động nhân dân đóng góp 500 ngày công làm đường.", [(500, "Vận động nhân dân đóng góp làm đường")]),
        ("Số hóa 80% dữ liệu di tích, kết nối với Cổng dữ liệu của tỉnh chậm nhất ngày 31 tháng 10.", [(80, "Số hóa dữ liệu di tích, kết nối với Cổng dữ liệu của tỉnh")]),
        # emphasis commits to nothing
        ("Phát huy 100% tinh thần trách nhiệm của cán bộ, đảng viên.", []),
    ],
)
def test_aims_inside_tasks(text: str, found: list[tuple[float, str]]) -> None:
    assert [(r.value, r.indicator) for r in read_task_targets(text)] == found
