"""Notes in parentheses and closing lines that tell who is charged with the items above them, and by when."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.owner_lines import is_attribute_line, own_note, read_attributes
from normalizers.units import prose_owners
from pipeline.read_one import read_one


@pytest.mark.parametrize(("note", "lead", "deadline"), [
    ("(Phòng Kinh tế chủ trì, phối hợp với Công an xã; hoàn thành trước 30/6/2026)", "Phòng Kinh tế chủ trì, phối hợp với Công an xã", "hoàn thành trước 30/6/2026"),
    ("(Giao Văn phòng HĐND và UBND tham mưu, hoàn thành trong Quý I/2026).", "Giao Văn phòng HĐND và UBND tham mưu", "hoàn thành trong Quý I/2026"),
    ("(Phòng Văn hóa - Xã hội chủ trì, Công an phường phối hợp thực hiện; thời gian: thường xuyên)", "Phòng Văn hóa - Xã hội chủ trì, Công an phường phối hợp thực hiện", "thường xuyên"),
    ("(Phòng Văn hóa - Xã hội, Quý I/2026)", "Phòng Văn hóa - Xã hội", "Quý I/2026"),
    ("(Hoàn thành trước ngày 15/3/2026)", None, "Hoàn thành trước ngày 15/3/2026"),
    ("Phân công: Công an phường chủ trì. Thời gian: hằng tháng.", "Công an phường chủ trì", "hằng tháng"),
    ("Cơ quan thường trực: Công an phường; thời gian: hằng tháng.", "Công an phường", "hằng tháng"),
])
def test_a_line_of_its_own_charges(note: str, lead: str | None, deadline: str | None) -> None:
    at = read_attributes(note)
    assert (at.lead, at.deadline) == (lead, deadline)
    assert is_attribute_line(note)


@pytest.mark.parametrize("note", [
    "(Chi tiết tại Phụ lục kèm theo)", "(Theo Quyết định số 12/QĐ-UBND ngày 05/01/2026 về tổ chức thực hiện)", "(năm 2025: 80%)",
    "(Nội dung chi tiết phân công các đơn vị thực hiện)", "(sau đây gọi tắt là Đề án)", "Phân công:",
])
def test_other_notes_charge_nobody(note: str) -> None:
    assert not is_attribute_line(note)


@pytest.mark.parametrize(("text", "noted"), [
    ("Xây dựng mô hình (giao Công an xã chủ trì, hoàn thành trước 30/4/2026).", (True, True)),
    ("Bố trí tủ sách (Trạm Y tế thực hiện).", (True, False)),
    ("Rà soát, công khai thủ tục hành chính (TTHC).", (False, False)),
    ("Rà soát, công khai thủ tục hành chính.", (False, False)),
])
def test_an_act_may_have_a_note_of_its_own(text: str, noted: tuple[bool, bool]) -> None:
    assert own_note(text) == noted


def test_row_of_helpers_behind_who_leads() -> None:
    lead, support = prose_owners("Vận động Nhân dân hiến đất (Công an xã chủ trì, Trạm Y tế).")
    assert [[u.name for u in units] for units in (lead, support)] == [["Công an xã"], ["Trạm Y tế"]]


def test_owner_line_of_a_section_leaves_own_notes_alone(tmp_path: Path) -> None:
    text = """KẾ HOẠCH
Thực hiện công tác dân vận năm 2026
I. MỤC ĐÍCH
Nâng cao nhận thức của cán bộ, công chức.
II. NHIỆM VỤ TRỌNG TÂM
1. Cải cách hành chính
- Rà soát, công khai thủ tục hành chính.
- Xây dựng mô hình điểm (giao Công an xã chủ trì, hoàn thành trước 30/4/2026).
* Đơn vị thực hiện: Phòng Kinh tế.
* Thời gian thực hiện: Năm 2026.
Đ. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế
1.1. Theo dõi, đôn đốc việc thực hiện Kế hoạch.
"""
    path = tmp_path / "plan.txt"
    path.write_text(text, encoding="utf-8")
    tasks = read_one(path, path.name).tasks
    assert [(t.lead, t.deadline.raw if t.deadline else None) for t in tasks] == [
        (("Phòng Kinh tế",), "Năm 2026"), (("Công an xã",), "trước 30/4/2026"), (("Phòng Kinh tế",), None)]


@pytest.mark.parametrize(("line", "lead", "support", "deadline"), [
    ("Thời gian: hằng tháng (trước ngày 25); Trách nhiệm: các phòng chuyên môn; Kết quả: Báo cáo tháng.", "các phòng chuyên môn", None, "hằng tháng (trước ngày 25)"),
    ("Hoàn thành: Tháng 5/2026. Đầu mối: Phòng Văn hóa - Xã hội. Cùng thực hiện: Công an xã.", "Phòng Văn hóa - Xã hội", "Công an xã", "Tháng 5/2026"),
    ("Lộ trình: Giai đoạn 2026 - 2027; Chủ trì: Công an xã; Nguồn lực: Xã hội hóa; Kết quả đầu ra: Hệ thống vận hành.", "Công an xã", None, "Giai đoạn 2026 - 2027"),
    ("Đơn vị tham mưu: Phòng Kinh tế; Dự kiến kinh phí: 320 triệu đồng; Thời gian: Quý II/2026", "Phòng Kinh tế", None, "Quý II/2026"),
])
def test_circumstances_end_the_value_before_them(line: str, lead: str, support: str | None, deadline: str) -> None:
    at = read_attributes(line)
    assert (at.lead, at.support, at.deadline, at.start) == (lead, support, deadline, 0)


def test_a_line_of_circumstances_alone_charges_nobody() -> None:
    assert not read_attributes("Địa điểm: Hội trường; Thành phần: đại diện các thôn").any
    assert not is_attribute_line("Kinh phí: 320 triệu đồng")
