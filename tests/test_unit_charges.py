"""Sentences that only say who is charged, and by when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.owner_lines import read_attributes
from normalizers.deadline_prose import find_deadline
from normalizers.unit_charges import Charge, read_charge
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units


@pytest.mark.parametrize(("text", "charge"), [
    ("Sở Khoa học và Công nghệ chủ trì, phối hợp với Công an tỉnh và UBND các xã, phường triển khai thực hiện; hoàn thành trước ngày 30/6/2026.",
     Charge("Sở Khoa học và Công nghệ", "Công an tỉnh và UBND các xã, phường", "hoàn thành trước ngày 30/6/2026")),
    ("Giao Sở Y tế chủ trì, phối hợp với các doanh nghiệp viễn thông thực hiện; thời gian hoàn thành: trong năm 2026.",
     Charge("Sở Y tế", "các doanh nghiệp viễn thông", "trong năm 2026")),
    ("Trung tâm Y tế Quân dân y Hòn Khoai chủ trì, phối hợp với Công an đặc khu; hoàn thành trong quý III/2026.",
     Charge("Trung tâm Y tế Quân dân y Hòn Khoai", "Công an đặc khu", "hoàn thành trong quý III/2026")),
    ("Phòng Kinh tế chủ trì, phối hợp với Công an xã thực hiện; xong trước ngày 30.6.2026.", Charge("Phòng Kinh tế", "Công an xã", "xong trước ngày 30.6.2026")),
    ("Phòng Kinh tế chủ trì, Công an xã và các thôn phối hợp thực hiện.", Charge("Phòng Kinh tế", "Công an xã và các thôn", None)),
    ("Giao Phòng Văn hóa - Xã hội thực hiện, hoàn thành trong Quý II/2026.", Charge("Phòng Văn hóa - Xã hội", None, "hoàn thành trong Quý II/2026")),
])
def test_a_bare_charge(text: str, charge: Charge) -> None:
    assert read_charge(text) == charge


@pytest.mark.parametrize("text", [
    "Phòng Kinh tế chủ trì, phối hợp với Công an xã xây dựng kế hoạch kiểm tra, hoàn thành trước 30/6/2026.",
    "Công an xã thực hiện tốt công tác bảo đảm an ninh, trật tự.",
    "UBND các xã, phường thực hiện; hoàn thành trước ngày 15/12 hằng năm, báo cáo kết quả về Sở Nội vụ để tổng hợp.",
    "Chủ trì, phối hợp với Phòng Kinh tế triển khai thực hiện.",
    "Đơn vị chủ trì: Phòng Kinh tế",
    "",
])
def test_an_act_of_its_own_is_no_charge(text: str) -> None:
    assert read_charge(text) is None


@given(st.text(max_size=120))
def test_never_fails(text: str) -> None:
    charge = read_charge(f"Giao {text} chủ trì")
    assert charge is None or charge.lead


def test_a_time_said_without_a_label_is_no_helper() -> None:
    at = read_attributes("Xây dựng kho dữ liệu. Đơn vị chủ trì: Sở Y tế. Đơn vị phối hợp: Các sở, ngành. Hoàn thành trong tháng 10 năm 2026.")
    assert (at.lead, at.support, at.deadline) == ("Sở Y tế", "Các sở, ngành", "Hoàn thành trong tháng 10 năm 2026")


def test_a_note_may_time_the_duty_without_a_comma() -> None:
    lead, _ = prose_owners("Tuyên truyền cho người dân (Sở Tư pháp, UBND các xã, phường thực hiện thường xuyên).")
    assert [u.name for u in lead] == ["Sở Tư pháp", "Ủy ban nhân dân các xã, phường"]


def test_competence_with_its_place_is_no_part_of_the_subject() -> None:
    lead, _ = prose_owners("Thủ trưởng các cơ quan, đơn vị căn cứ nhiệm vụ được phân công tại Phụ lục, xây dựng kế hoạch chi tiết.")
    assert [u.name for u in lead] == ["Thủ trưởng các cơ quan, đơn vị"]


def test_departments_keep_the_mark_between_their_fields() -> None:
    assert [u.name for u in parse_units("Vụ Kế hoạch - Tài chính")] == ["Vụ Kế hoạch - Tài chính"]
    assert [u.name for u in parse_units("Vụ Kế hoạch, Tài chính")] == ["Vụ Kế hoạch, Tài chính"]


def test_a_whole_date_behind_half_a_year_does_not_recur() -> None:
    found = find_deadline("Tổ chức sơ kết 6 tháng trước ngày 20/6/2026, tổng kết năm trước ngày 15/12/2026.")
    assert found is not None and (found.kind, found.due, found.rrule) == ("fixed", "2026-06-19", ())
