"""Column roles from headings and from contents; merged headers; kinds of tables."""

from __future__ import annotations

import pytest

from extractors.merged_headings import is_number_row, merge_header
from extractors.table_headers import (
    column_roles,
    heading_role,
    roles_from_content,
    table_kind,
    vocab,
)
from normalizers.text import fold

TABLES = [
    ("STT|Nhiệm vụ|Đơn vị chủ trì|Đơn vị phối hợp thực hiện|Kết quả|Thời gian hoàn thành", "no task lead support result time", "tasks"),
    ("TT|Nội dung công việc|Cơ quan chủ trì|Cơ quan phối hợp|Sản phẩm|Thời hạn", "no task lead support result time", "tasks"),
    ("ST T|Chỉ tiêu|Đơn vị tính|Kết quả|Đơn vị chủ trì, theo dõi, đánh giá|Đơn vị phối hợp thực hiện", "no indicator measure value lead support", "targets"),
    ("Stt|Chỉ tiêu|ĐVT|2025|2026|2030|Đơn vị chủ trì", "no indicator measure value@2025 value@2026 value@2030 lead", "targets"),
    ("Stt|Chỉ tiêu|Cơ quan chủ trì|Cơ quan phối hợp|Kết quả|Thời gian", "no indicator lead support result time", "mixed"),
    ("TT|Nội dung|Đơn vị tính|Thực hiện năm 2024|Kế hoạch năm 2025|Ghi chú", "no task measure actual value@2025 note", "targets"),
    ("STT|Nhiệm vụ/giải pháp|Người phụ trách|Lộ trình thực hiện|Dự kiến kết quả", "no task owner time result", "tasks"),
    ("TT|Các chỉ tiêu|Đơn vị|Mục tiêu|Ghi chú", "no indicator measure value note", "targets"),
    ("TT|Nhiệm vụ|Quy định|Đơn vị|Thời gian", "no task None owner time", "tasks"),
    ("TT|Nội dung|Nghị quyết|Đơn vị chủ trì|Thời gian", "no task None lead time", "tasks"),
    ("TT|Chỉ tiêu|Đơn vị|Chỉ tiêu cụ thể|Thời gian", "no indicator measure value time", "targets"),
    ("TT|Danh hiệu|Chỉ tiêu", "no indicator value", "targets"),
    ("STT|Mục tiêu, chỉ tiêu|Đơn vị|Năm 2025|Đến năm 2030|Cơ quan theo dõi, đánh giá", "no indicator measure value@2025 value@2030 lead", "targets"),
    ("TT|NỘI DUNG NHIỆM VỤ|CƠ QUAN THAM MƯU|THỜI GIAN TRÌNH|GHI CHÚ", "no task lead time note", "tasks"),
    ("Nội dung|Phân công thực hiện|Mốc thời gian", "task owner time", "tasks"),
    ("TT|Nhiệm vụ|Lãnh đạo phụ trách|Cơ quan chủ trì|Thời gian", "no task other lead time", "tasks"),
    ("TT|Nội dung công việc|Thời gian|Đơn vị thực hiện|Đơn vị theo dõi, đôn đốc", "no task time owner other", "tasks"),
    ("TT|Nội dung công việc|Thời gian|Đơn vị theo dõi, đôn đốc", "no task time lead", "tasks"),
    ("TT|Họ và tên|Chức vụ|Số điện thoại", "no other other other", "other"),
    ("TT|Tên dự án|Tổng mức đầu tư|Kinh phí năm 2026|Nguồn vốn", "no task budget budget budget", "other"),
]


@pytest.mark.parametrize(("header", "roles", "kind"), TABLES)
def test_roles_and_kind(header: str, roles: str, kind: str) -> None:
    found = column_roles(header.split("|"))
    assert " ".join(str(role) for role in found) == roles
    assert table_kind(found) == kind


HEADINGS = [
    ("Thực hiện 2024", "actual"), ("Kết quả năm 2024", "actual"), ("Hiện trạng", "actual"), ("Chỉ tiêu năm 2025", "value@2025"),
    ("Kế hoạch 2026", "value@2026"), ("Đến năm 2030", "value@2030"), ("Giai đoạn 2026 - 2030", "value@2026/2030"), ("Quý II/2026", "value@2026-34"),
    ("Tên nhiệm vụ", "task"), ("Nhiệm vụ trọng tâm", "task"), ("Đơn vị chủ trì thực hiện", "lead"), ("Đơn vị thực hiện", "owner"), ("Sản phẩm đầu ra", "result"),
    ("Tiến độ", "time"), ("Hoàn thành", "time"), ("Kinh phí (triệu đồng)", "budget"), ("ĐVT", "measure"), ("Ghi chú", "note"), ("Người phụ trách", "owner"),
    ("Chỉ tiêu đến 31/12/2025", "value@2025-12-31"), ("Đến hết ngày 30/6/2026", "value@2026-06-30"), ("Kết quả đến 31/10/2025", "actual"),
    ("31-12-2026", "value@2026-12-31"), ("Đến ngày 31 tháng 12 năm 2026", "value@2026-12-31"), ("KH đến 31.12.2026", "value@2026-12-31"),
    ("Đến tháng 12-2026", "value@2026-12"), ("Kết quả đến ngày 31 tháng 12 năm 2025", "actual"), ("Hiện trạng 30-6-2025", "actual"),
    ("Thực hiện 30/6/2025", "actual"), ("Chỉ tiêu tỉnh giao năm 2026", "value@2026"), ("Chỉ tiêu phấn đấu đến 31/12/2025", "value@2025-12-31"),
    ("Đơn vị CT", "lead"), ("Đơn vị PH", "support"), ("CQCT", "lead"), ("ĐVPH", "support"),
    ("", None), ("Hoa hồng", None),
]


@pytest.mark.parametrize(("heading", "role"), HEADINGS)
def test_heading_role(heading: str, role: str | None) -> None:
    assert heading_role(heading) == role


@pytest.mark.parametrize("heading", [h for h, role in HEADINGS if role])
def test_spelling_does_not_matter(heading: str) -> None:
    assert heading_role(heading.upper()) == heading_role(f"  {heading.lower()}: ") == heading_role(heading)


def test_merged_header_rows() -> None:
    assert column_roles(merge_header([["TT", "Nhiệm vụ", "Đơn vị thực hiện", "Đơn vị thực hiện"], ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp"]])) == [
        "no", "task", "lead", "support"]
    assert column_roles(merge_header([["TT", "Nội dung", "Chỉ tiêu", "Chỉ tiêu", "Thực hiện", "Ghi chú"], ["", "", "2026", "2030", "2024", ""], list("123456")])) == [
        "no", "task", "value@2026", "value@2030", "actual", "note"]


@pytest.mark.parametrize(("row", "numbers"), [("1|2|3|4", True), ("(1)|(2)|(3)", True), ("A|B|1|2|3", True), ("1|Xây dựng|3", False), ("1||", False), ("5|80|90", False)])
def test_number_row(row: str, numbers: bool) -> None:
    assert is_number_row(row.split("|")) is numbers


def test_roles_from_content() -> None:
    tasks = [["1", "2", "3"], ["Xây dựng kế hoạch phòng chống thiên tai", "Tổ chức tuyên truyền pháp luật", "Rà soát hộ nghèo trên địa bàn"],
             ["Phòng Kinh tế", "Công an xã", "Phòng Văn hóa - Xã hội"], ["Các cơ quan, đơn vị", "", "Hội Nông dân xã"],
             ["Kế hoạch được ban hành", "Báo cáo kết quả", "Danh sách được duyệt"], ["Quý I/2026", "Thường xuyên", "Tháng 6/2026"]]
    assert roles_from_content(tasks) == ["no", "task", "lead", "support", "result", "time"]
    targets = [["1", "2"], ["Tỷ lệ hộ nghèo đa chiều toàn xã", "Thu nhập bình quân đầu người"], ["%", "Triệu đồng"], ["< 2", "≥ 75"]]
    assert roles_from_content(targets) == ["no", "indicator", "measure", "value"]
    assert roles_from_content([]) == []


def test_vocabulary_compiles_and_roles_are_distinct() -> None:
    words = vocab()
    assert len({role for role, _ in words.roles}) == len(words.roles)
    assert words.role(fold("Đơn vị chủ trì")) == "lead"


@pytest.mark.parametrize(("heading", "role"), [
    ("Nhiệm vụ được phân công", "task"), ("Cơ quan báo cáo", "lead"), ("Đơn vị, địa phương thực hiện", "owner"), ("Chủ thể", "owner"),
    ("Tần suất", "time"), ("Giai đoạn thực hiện", "time"), ("Minh chứng", "result"), ("Năm 2024 (thực hiện)", "actual"),
    ("Kết quả đến 30/6/2025", "actual"), ("So sánh KH 2026/ ƯTH 2025 (%)", "actual"), ("Tăng, giảm so với năm 2025", "actual"), ("2026/2025 (%)", "actual"), ("ƯTH 2025", "actual"), ("Giá trị cơ sở 2024", "actual"), ("Tài liệu tham chiếu", "note"), ("Mã nhiệm vụ", "note"),
    ("Giải thích chỉ tiêu", "other"), ("Mô tả tiêu chí", "other"), ("Cách thức xác định", "other"),
    ("Tổ chức đảng, đảng viên được kiểm tra, giám sát", "other"), ("Đơn vị chịu sự giám sát", "other"), ("Trưởng đoàn giám sát", "other"), ("Thành phần đoàn", "other"),
])
def test_rarer_headings(heading: str, role: str) -> None:
    assert heading_role(heading) == role


@pytest.mark.parametrize(("heading", "as_if"), [("Cơ quan,đơn vị chủ trì", "Cơ quan, đơn vị chủ trì"), ("Nhiệm vụ , giải pháp", "Nhiệm vụ, giải pháp"), ("Quí IV/2026", "Quý IV/2026")])
def test_slips_of_typing_in_a_heading(heading: str, as_if: str) -> None:
    assert heading_role(heading) == heading_role(as_if) is not None


@pytest.mark.parametrize(("headings", "roles"), [
    (["TT", "Chỉ tiêu", "ĐVT", "Tỉnh giao năm 2026", "Xã phấn đấu năm 2026"], ["no", "indicator", "measure", "actual", "value@2026"]),
    (["TT", "Nội dung chỉ tiêu", "Đơn vị tính", "Kế hoạch tỉnh giao", "Kế hoạch xã"], ["no", "indicator", "measure", "actual", "value"]),
    (["TT", "Chỉ tiêu", "Đơn vị tính", "Trung ương giao năm 2026", "Tỉnh giao năm 2026"], ["no", "indicator", "measure", "actual", "value@2026"]),
    (["TT", "Chỉ tiêu", "Đơn vị tính", "Tỉnh giao"], ["no", "indicator", "measure", "value"]),
    (["TT", "Chỉ tiêu", "Đơn vị tính", "Tỉnh giao năm 2026", "Kế hoạch năm 2027"], ["no", "indicator", "measure", "value@2026", "value@2027"]),
])
def test_the_plans_own_number_stands_before_what_a_higher_level_gives(headings: list[str], roles: list[str]) -> None:
    assert column_roles(headings) == roles
