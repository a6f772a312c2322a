"""Habits of plans of provinces, schools, the Front and the unions: numbered aims, school years, parts behind a table, names with commas."""

from __future__ import annotations

import pytest

from extractors.document import Table
from extractors.table_headers import heading_role
from extractors.text_reader import read_text
from normalizers.deadline_prose import find_deadline
from normalizers.targets import read_targets
from normalizers.units import parse_units
from pipeline.assemble import assemble
from tests.support import HEADER, make_document


def _targets(*lines: str) -> list[tuple[str, float | None]]:
    return [(t.indicator, t.value) for t in assemble(make_document(*HEADER, *lines)).targets]


def test_a_numbered_aim_among_specific_targets_holds_targets() -> None:
    got = _targets("II. MỤC TIÊU", "2. Mục tiêu cụ thể", "a) Mục tiêu 1: Trong lĩnh vực chính trị", "- Đến năm 2030, 75% cơ quan có lãnh đạo chủ chốt là nữ.",
                   "b) Mục tiêu 2: Trong lĩnh vực y tế", "- Tỷ số tử vong mẹ giảm còn 42/100.000 trẻ sinh sống vào năm 2028.")
    assert [value for _, value in got] == [75, 42]


def test_a_bare_aim_beside_targets_stays_an_aim() -> None:
    got = _targets("II. MỤC TIÊU, CHỈ TIÊU", "1. Mục tiêu", "- Tiếp tục thu hẹp khoảng cách giới trong các lĩnh vực.", "2. Chỉ tiêu", "- 75% cơ quan có lãnh đạo chủ chốt là nữ.")
    assert [value for _, value in got] == [75]


@pytest.mark.parametrize(("heading", "role"), [
    ("Thực hiện năm học 2024 - 2025", "actual"),
    ("Kết quả năm học 2024-2025", "actual"),
    ("Chỉ tiêu năm học 2025 - 2026", "value@2025/2026"),
    ("Kế hoạch năm học 2025-2026", "value@2025/2026"),
    ("Chỉ tiêu nhiệm kỳ 2025 - 2030", "value@2025/2030"),
])
def test_columns_of_school_years_and_terms(heading: str, role: str) -> None:
    assert heading_role(heading) == role


@pytest.mark.parametrize(("text", "edtf"), [
    ("Tổ chức hội nghị phổ biến Luật Hợp tác xã năm 2023 tại các cụm thi đua trong năm 2026.", "2026"),
    ("Triển khai Chương trình phát triển văn hóa giai đoạn 2026 - 2030 trong năm 2026.", "2026"),
])
def test_a_name_with_a_year_of_its_own_leaves_the_next_to_the_act(text: str, edtf: str) -> None:
    got = find_deadline(text, "2026-01-15")
    assert got is not None and got.edtf == edtf


def test_a_name_without_a_year_keeps_it() -> None:
    assert find_deadline("Thực hiện các mục tiêu của Kế hoạch phát triển kinh tế - xã hội trong năm 2026.", "2026-01-15") is None


TABLE = ["Tháng Nội dung công việc Người phụ trách Ghi chú", "9/2026 - Khai giảng năm học", "mới.", "Ban Giám hiệu", "10/2026 - Khảo sát chất lượng", "đầu năm lớp 12.", "Tổ trưởng chuyên môn",
         "12/2026 - Kiểm tra cuối học kỳ", "I.", "Ban Giám hiệu"]


@pytest.mark.parametrize(("above", "after"), [
    ("PHẦN IV. LỊCH CÔNG TÁC", "PHẦN V. TỔ CHỨC THỰC HIỆN"),
    ("Phần thứ hai. Lịch công tác", "Phần thứ ba. Tổ chức thực hiện"),
    ("Chương II. LỊCH CÔNG TÁC", "Chương III. TỔ CHỨC THỰC HIỆN"),
])
def test_the_next_part_ends_a_table_of_a_dump(above: str, after: str) -> None:
    lines = ["KẾ HOẠCH", "Năm học 2026 - 2027", above, *TABLE, after, "1. Hiệu trưởng: Chỉ đạo chung, chịu trách nhiệm trước cấp trên.", "2. Tổ trưởng chuyên môn: Cụ thể hóa kế hoạch của tổ."]
    blocks = read_text("\n".join(lines).encode(), "x.txt").blocks
    table, = [b for b in blocks if isinstance(b, Table)]
    assert "Hiệu trưởng" not in " ".join(c.text for c in table.cells)


@pytest.mark.parametrize(("cell", "names"), [
    ("Ban Tổ chức, Ban Tuyên giáo", ["Ban Tổ chức", "Ban Tuyên giáo"]),
    ("Trung tâm Kiểm nghiệm thuốc, mỹ phẩm, thực phẩm", ["Trung tâm Kiểm nghiệm thuốc, mỹ phẩm, thực phẩm"]),
    ("Chi cục ATVSTP", ["Chi cục An toàn vệ sinh thực phẩm"]),
])
def test_names_with_commas_and_verbs(cell: str, names: list[str]) -> None:
    assert [unit.name for unit in parse_units(cell)] == names


@pytest.mark.parametrize(("text", "lead"), [
    ("Phòng, chống dịch bệnh: Trạm Y tế phun khử khuẩn tại các trường.", ["Trạm Y tế"]),
    ("Phát triển kinh tế - xã hội: Phòng Kinh tế rà soát các chỉ tiêu, xây dựng kịch bản tăng trưởng.", ["Phòng Kinh tế"]),
    ("Công tác kiểm tra (định kỳ, đột xuất): Thanh tra Sở lập kế hoạch kiểm tra.", ["Thanh tra Sở"]),
    ("Dạy học 2 buổi/ngày: Hiệu trưởng các trường bố trí giáo viên.", ["Hiệu trưởng các trường"]),
    ("Tuyên truyền trên các phương tiện, nền tảng: Trang thông tin điện tử, Đài truyền thanh, mạng xã hội.", []),
    ("Củng cố, kiện toàn các tổ chức: Tổ công nghệ số cộng đồng, Tổ hòa giải hoạt động hiệu quả.", []),
])
def test_who_acts_behind_a_topic_with_commas(text: str, lead: list[str]) -> None:
    tasks = assemble(make_document(*HEADER, "III. NHIỆM VỤ, GIẢI PHÁP", f"- {text}", "- Nâng cao chất lượng công tác tham mưu.")).tasks
    assert list(tasks[0].lead) == lead


@pytest.mark.parametrize(("text", "lead"), [
    ("Đoàn Thanh niên Công an tỉnh, Đoàn Thanh niên Bộ Chỉ huy Quân sự tỉnh tổ chức khám bệnh.", ["Đoàn Thanh niên Công an tỉnh", "Đoàn Thanh niên Bộ Chỉ huy Quân sự tỉnh"]),
    ("Công đoàn Sở Y tế tổ chức hội thao chào mừng ngày 27/2.", ["Công đoàn Sở Y tế"]),
    ("Chương trình “Hành quân xanh”: Hội Phụ nữ Công an tỉnh tổ chức đỡ đầu trẻ mồ côi.", ["Hội Phụ nữ Công an tỉnh"]),
    ("Hội Cựu chiến binh, Công an tỉnh tổ chức tuần tra.", ["Hội Cựu chiến binh", "Công an tỉnh"]),
])
def test_unions_of_provincial_bodies(text: str, lead: list[str]) -> None:
    tasks = assemble(make_document(*HEADER, "III. NHIỆM VỤ, GIẢI PHÁP", f"- {text}", "- Nâng cao chất lượng công tác tham mưu.")).tasks
    assert list(tasks[0].lead) == lead


@pytest.mark.parametrize(("text", "values"), [
    ("Trao tặng 10 “Nhà Nhân ái”", [10]),
    ("Xây dựng 05 “Mái ấm tình thương”, hỗ trợ 20 suất học bổng", [5, 20]),
    ("Triển khai Dự án 8 “Thực hiện bình đẳng giới và giải quyết những vấn đề cấp thiết”", [None]),
    ("Thực hiện có hiệu quả Đề án 06 “Phát triển ứng dụng dữ liệu về dân cư”", [None]),
    ("100% hộ dân thực hiện phong trào 5 “Không”, 3 “Sạch”", [100]),
])
def test_what_is_counted_bears_a_name_in_quotes(text: str, values: list[float | None]) -> None:
    assert [reading.value for reading in read_targets(text)] == values


def test_days_behind_a_comma_are_of_the_act() -> None:
    got = find_deadline("Chương trình “Tiếp sức mùa thi”: hỗ trợ thí sinh, từ ngày 08/6 đến ngày 28/6.", "2026-04-20")
    assert got is not None and got.edtf == "2026-06-08/2026-06-28"


@pytest.mark.parametrize("heading", ["Cơ quan thẩm định", "Cơ quan thẩm tra"])
def test_who_examines_is_no_owner(heading: str) -> None:
    assert heading_role(heading) == "receiver"


def test_a_lead_printed_anew_below_itself_tells_that_no_cells_are_merged() -> None:
    rows = ["1 Kiện toàn Ban Chỉ đạo tỉnh Văn phòng Sở Phòng Kế hoạch Tháng 01", "2 Giao ban công tác hằng quý Văn phòng Sở Thanh tra Sở Hằng quý",
            "3 Biên soạn tờ gấp tuyên truyền Thanh tra Sở Quý II", "4 Kiểm tra liên ngành dịp Tết Văn phòng Sở Công an tỉnh Tháng 02", "5 Lấy mẫu giám sát trên thị trường Các bệnh viện Quý III"]
    lines = ["KẾ HOẠCH", "Năm 2026", "II. NHIỆM VỤ", "STT Nội dung Đơn vị chủ trì Đơn vị phối hợp Thời gian", *rows, "III. TỔ CHỨC THỰC HIỆN", "Các đơn vị triển khai thực hiện."]
    tasks = assemble(read_text("\n".join(lines).encode(), "x.txt")).tasks
    assert [list(task.lead) for task in tasks if task.no in ("3", "5")] == [["Thanh tra Sở"], ["Các bệnh viện"]]
