"""Tables that name, beside the units of a task, the leader of the committee who watches over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.table_headers import column_roles
from normalizers.target_tasks import read_task_targets
from normalizers.unit_prose import prose_owners
from pipeline.read_one import read_one

DUMP = """ỦY BAN NHÂN DÂN
XÃ SƠN THỊNH
KẾ HOẠCH
Giảm nghèo bền vững năm 2026

PHỤ LỤC PHÂN CÔNG NHIỆM VỤ

TT Nội dung nhiệm vụ
Lãnh đạo phụ

trách
Cơ quan chủ trì Cơ quan phối

hợp Sản phẩm Thời gian
hoàn thành

1 Giao chỉ tiêu giảm nghèo cho các
thôn

Chủ tịch UBND\x20
xã

Phòng VH-XH Các thôn Quyết định giao
chỉ tiêu

Trước\x20
28/02/2026

2
Rà soát nhu cầu vay vốn, hướng dẫn

hộ nghèo lập hồ sơ vay vốn

PCT UBND xã\x20
phụ trách kinh tế Phòng Kinh tế

Hội Nông dân,
Hội Phụ nữ

Danh sách hộ
vay Hằng quý

3
Tập huấn chuyển giao khoa học kỹ
thuật trồng mía, chăn nuôi gia

súc

PCT UBND xã\x20
phụ trách kinh tế

Trung tâm Dịch vụ\x20
tổng hợp

Phòng Kinh tế;
Hội Nông dân 04 lớp tập huấn

Trước\x20
30/9/2026

4 Sơ kết, tổng kết, báo cáo kết quả
Chủ tịch UBND\x20
xã Phòng VH-XH Các thôn Báo cáo 6 tháng, năm
"""


def test_the_leader_of_the_committee_is_no_owner_in_a_dump(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(DUMP, encoding="utf-8")
    tasks = read_one(path, path.name).tasks
    assert [list(task.lead) for task in tasks] == [["Phòng Văn hóa - Xã hội"], ["Phòng Kinh tế"], ["Trung tâm Dịch vụ tổng hợp"], ["Phòng Văn hóa - Xã hội"]]
    assert list(tasks[2].support) == ["Phòng Kinh tế", "Hội Nông dân"]


@pytest.mark.parametrize("heading", ["Lãnh đạo phụ trách", "Lãnh đạo theo dõi", "Phó Chủ tịch phụ trách", "Lãnh đạo chỉ đạo, theo dõi", "Người theo dõi"])
def test_who_watches_over_a_task_does_not_do_it(heading: str) -> None:
    roles = column_roles(["TT", "Nhiệm vụ", heading, "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"])
    assert roles[2] in ("other", "receiver") and roles[3:] == ["lead", "support", "time"]


@pytest.mark.parametrize(("text", "lead"), [
    ("Liên thông thủ tục khai sinh, khai tử (Công an xã, Bảo hiểm xã hội cơ sở).", ["Công an xã", "Bảo hiểm xã hội cơ sở"]),
    ("Rà soát các điểm cầu (Công an xã, Trường THCS Lê Lợi).", []),
    ("Kiểm tra hành lang đường (Công an xã, Cầu Đen).", []),
])
def test_a_body_known_by_its_head_is_charged_beside_a_known_one(text: str, lead: list[str]) -> None:
    assert [unit.name for unit in prose_owners(text)[0]] == lead


@pytest.mark.parametrize("text", ["Bảo đảm an toàn thông tin theo mô hình 4 lớp.", "Thực hiện tốt 3 công khai trong trường học."])
def test_numbers_that_are_part_of_a_name_are_no_targets(text: str) -> None:
    assert read_task_targets(text) == []
