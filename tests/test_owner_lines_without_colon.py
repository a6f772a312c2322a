"""Owner lines in brackets, behind "là" or a dash, and headings that say behind a dash who leads."""

from pathlib import Path

import pytest

from extractors.owner_lines import own_note, read_attributes
from pipeline.read_one import read_one

HEAD = """ỦY BAN NHÂN DÂN
XÃ THANH SƠN
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Thanh Sơn, ngày 15 tháng 01 năm 2026
KẾ HOẠCH
Thực hiện chuyển đổi số năm 2026

II. NHIỆM VỤ, GIẢI PHÁP
"""


@pytest.mark.parametrize(("line", "lead", "support"), [
    ("Cơ quan chủ trì là Phòng Kinh tế; cơ quan phối hợp là các thôn.", "Phòng Kinh tế", "các thôn"),
    ("Đơn vị chủ trì - Phòng Kinh tế; đơn vị phối hợp - Công an xã.", "Phòng Kinh tế", "Công an xã"),
    ("Đơn vị phối hợp (hỗ trợ): các trường học", None, "các trường học"),
    ("Chủ đầu tư: Phòng Kinh tế", "Phòng Kinh tế", None),
])
def test_a_line_of_owners(line: str, lead: str | None, support: str | None) -> None:
    said = read_attributes(line)
    assert (said.lead, said.support) == (lead, support)


def test_a_sentence_about_who_leads_is_no_line_of_owners() -> None:
    assert not read_attributes("Cơ quan chủ trì là đơn vị chịu trách nhiệm báo cáo; cơ quan phối hợp cung cấp số liệu.").any


def test_a_note_of_a_duty_goes_before_the_line_that_closes_the_section() -> None:
    assert own_note("Phát triển du lịch cộng đồng (Phòng Kinh tế hướng dẫn, đôn đốc).")[0]
    assert not own_note("Phát triển du lịch cộng đồng (theo hướng dẫn của Phòng Kinh tế).")[0]


@pytest.mark.parametrize(("body", "lead", "support"), [
    ("1. Hỗ trợ doanh nghiệp\n- Đối thoại với doanh nghiệp.\n- Hỗ trợ hộ kinh doanh.\n[Chủ trì: Phòng Kinh tế. Phối hợp: Công an xã]\n2. Thu ngân sách\n- Rà soát các nguồn thu.\nĐơn vị chủ trì: Trạm Y tế.",
     ["Phòng Kinh tế"], ["Công an xã"]),
    ("1. Hỗ trợ doanh nghiệp\n- Đối thoại với doanh nghiệp.\n- Hỗ trợ hộ kinh doanh.\n+ Giao: Phòng Kinh tế chủ trì; Công an xã phối hợp.\n2. Thu ngân sách\n- Rà soát các nguồn thu.\nĐơn vị chủ trì: Trạm Y tế.",
     ["Phòng Kinh tế"], ["Công an xã"]),
    ("1. Hỗ trợ doanh nghiệp\n- Đối thoại với doanh nghiệp.\n- Hỗ trợ hộ kinh doanh.\n(Giao Phòng Kinh tế tham mưu, theo dõi)\n2. Thu ngân sách\n- Rà soát các nguồn thu.\nĐơn vị chủ trì: Trạm Y tế.", ["Phòng Kinh tế"], []),
    ("1. Hỗ trợ doanh nghiệp - Phòng Kinh tế chủ trì\n- Đối thoại với doanh nghiệp.\n- Hỗ trợ hộ kinh doanh.\n2. Thu ngân sách\n- Rà soát các nguồn thu.", ["Phòng Kinh tế"], []),
])
def test_who_leads_a_section(tmp_path: Path, body: str, lead: list[str], support: list[str]) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(HEAD + body + "\n", encoding="utf-8")
    task = read_one(path, path.name).tasks[0]
    assert task.text.startswith("Đối thoại với doanh nghiệp")
    assert (list(task.lead), list(task.support)) == (lead, support)
