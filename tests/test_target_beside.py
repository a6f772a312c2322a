"""A second level told with "với", names of campaigns, money in words, who strives behind a frame, what stands in brackets first."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets

CASES = [
    # a second level beside the first
    ("Công nghiệp chiếm 40% GRDP với tốc độ tăng bình quân trên 10%/năm.", [("Công nghiệp", "=", 40, "%"), ("tốc độ tăng bình quân", ">", 10, "%")]),
    ("Tỷ lệ đô thị hóa đạt 45% với mật độ dân số trung bình trên 600 người/km2.",
     [("Tỷ lệ đô thị hóa", "=", 45, "%"), ("mật độ dân số trung bình", ">", 600, "người/km2")]),
    ("Thu ngân sách đạt 20 tỷ đồng, tăng 8% so với tốc độ chung của tỉnh.", [("Thu ngân sách", "=", 20, "tỷ đồng"), ("Thu ngân sách tăng", "=", 8, "%")]),
    # each share closes a subject of its own, also behind a verb; the capital beside what brings it
    ("Trồng trọt chiếm 55% và chăn nuôi gia súc 45%.", [("Trồng trọt", "=", 55, "%"), ("chăn nuôi gia súc", "=", 45, "%")]),
    ("Lúa chiếm 10-12% và cây ăn quả lâu năm các loại 30%.", [("Lúa", "range", 10, "%"), ("cây ăn quả lâu năm các loại", "=", 30, "%")]),
    ("Thu hút 8 dự án với vốn đầu tư đăng ký khoảng 900 tỷ đồng.", [("Thu hút dự án", "=", 8, "count"), ("vốn đầu tư đăng ký", "=", 900, "tỷ đồng")]),
    ("Phấn đấu đón khoảng 2 triệu lượt khách, trong đó khách quốc tế chiếm 12%.",
     [("đón lượt khách", "=", 2, "triệu lượt khách"), ("khách quốc tế", "=", 12, "%")]),
    # names, no numbers of their own
    ("Phấn đấu 85% hộ đạt 5 không, 3 sạch; xây dựng 10 mô hình.", [("hộ đạt 5 không, 3 sạch", "=", 85, "%"), ("xây dựng mô hình", "=", 10, "count")]),
    ("Đến năm 2030 có 05 tỷ phú nông dân.", [("tỷ phú nông dân", "=", 5, "count")]),
    ("Thành lập mới 2000 hợp tác xã/năm.", [("Thành lập mới hợp tác xã/năm", "=", 2000, "count")]),
    ("Thu nhập bình quân đạt 5.000 đô la/người/năm.", [("Thu nhập bình quân", "=", 5000, "đô la/người/năm")]),
    ("Kim ngạch xuất khẩu đạt 2,5 tỉ đô la Mỹ.", [("Kim ngạch xuất khẩu", "=", 2.5, "tỷ đô la Mỹ")]),
    # who strives, and for when
    ("Đến cuối nhiệm kỳ, phấn đấu thành lập 20 tổ hợp tác.", [("thành lập tổ hợp tác", "=", 20, "count")]),
    ("Đối với lĩnh vực đất đai, phấn đấu có trên 90% hồ sơ đúng hạn.", [("Đối với lĩnh vực đất đai hồ sơ đúng hạn", ">", 90, "%")]),
    ("Hỗ trợ 200 phụ nữ khởi nghiệp và cuối nhiệm kỳ kết nạp mới 500 hội viên.",
     [("Hỗ trợ phụ nữ khởi nghiệp", "=", 200, "count"), ("cuối nhiệm kỳ kết nạp mới hội viên", "=", 500, "count")]),
    # a list of whom nothing is said before ";"
    ("100% trưởng thôn, bí thư chi bộ; chủ hợp tác xã, trang trại được tập huấn kỹ năng số.",
     [("trưởng thôn, bí thư chi bộ; chủ hợp tác xã, trang trại được tập huấn kỹ năng số", "=", 100, "%")]),
    ("100% thôn có tổ công nghệ số; hộ kinh doanh, trang trại được hỗ trợ.", [("thôn có tổ công nghệ số", "=", 100, "%")]),
    # brackets in their place
    ("Tổng đàn lợn 20.000 con (trong đó lợn nái 2.000 con), đàn gia cầm 300.000 con.",
     [("Tổng đàn lợn", "=", 20000, "count"), ("lợn nái", "=", 2000, "count"), ("đàn gia cầm", "=", 300000, "count")]),
    # what a list shares
    ("Cơ cấu kinh tế dự kiến như sau: Nông nghiệp chiếm 38%, giảm 2% so với năm 2025.",
     [("Cơ cấu kinh tế Nông nghiệp", "=", 38, "%"), ("Cơ cấu kinh tế Nông nghiệp giảm", "=", 2, "%")]),
    ("Chuyển đổi số thuộc nhóm 3 xã đứng đầu tỉnh và nhóm 30 xã đứng đầu khu vực miền núi.", [("Chuyển đổi số", "rank", 3, "rank"), ("Chuyển đổi số", "rank", 30, "rank")]),
    ("20% hợp tác xã do nữ làm chủ, 50% hợp tác xã có nữ tham gia quản lý.",
     [("hợp tác xã do nữ làm chủ", "=", 20, "%"), ("hợp tác xã có nữ tham gia quản lý", "=", 50, "%")]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_beside(text: str, wanted: list[tuple[str, str, float, str]]) -> None:
    assert [(t.indicator, t.comparator, t.value, t.unit) for t in read_targets(text)] == wanted
