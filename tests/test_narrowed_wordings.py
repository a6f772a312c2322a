"""Ordinary wordings that stand near narrower rules: ranges behind a dash, acts beside a judgement, sums beside a share, trades that support."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.deadline_prose import find_deadline
from normalizers.deadline_reading import parse_deadline
from normalizers.targets import read_targets, read_task_targets
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units
from pipeline.read_one import read_one


@pytest.mark.parametrize(("cell", "edtf"), [
    ("- Từ tháng 3 - Tháng 5/2026", "2026-03/2026-05"),
    ("- Quý I - Quý II/2026", "2026-33/2026-34"),
    ("- Tháng 3 - Tháng 9/2026", "2026-03/2026-09"),
    ("- Năm 2026 - Năm 2030", "2026/2030"),
    ("Tháng 3 - trước tháng 6/2026", "2026-03/2026-05"),
    ("- Tháng 3/2026 - Tháng 9/2026", "2026-03"),
])
def test_a_range_behind_a_dash_stays_a_range(cell: str, edtf: str) -> None:
    assert parse_deadline(cell, "2026-01-15").edtf == edtf


@pytest.mark.parametrize("text", [
    "Trên cơ sở kết quả đánh giá, lập danh sách hộ nghèo hằng năm.",
    "Căn cứ kết quả xếp loại, thực hiện khen thưởng hằng năm cho các tập thể xuất sắc.",
    "Căn cứ bộ tiêu chí, đánh giá mức độ chuyển đổi số của các đơn vị hằng năm.",
    "Xây dựng tiêu chí đánh giá, thực hiện chấm điểm hằng năm.",
])
def test_an_act_by_what_is_judged_keeps_its_rhythm(text: str) -> None:
    deadline = find_deadline(text)
    assert deadline is not None and deadline.rrule == ("FREQ=YEARLY",)


@pytest.mark.parametrize("text", [
    "Kết quả là cơ sở để đánh giá, xếp loại tổ chức, cá nhân hằng năm.",
    "Đưa kết quả chuyển đổi số thành một tiêu chí bắt buộc khi đánh giá, xếp loại cán bộ, công chức hằng năm.",
])
def test_judging_bodies_and_people_is_no_deadline(text: str) -> None:
    assert find_deadline(text) is None


def test_reports_that_were_read_whole_keep_their_wording() -> None:
    deadline = find_deadline("Định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12) báo cáo UBND xã.")
    assert deadline is not None and deadline.raw == "Định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12)"


@pytest.mark.parametrize(("text", "values"), [
    ("100% cán bộ tham gia, thành lập 12 tổ công nghệ số cộng đồng", [100, 12]),
    ("100% xã triển khai, hình thành 10 vùng sản xuất tập trung", [100, 10]),
    ("100% chi bộ đăng ký, thực hiện 01 mô hình dân vận khéo", [100]),
])
def test_a_sum_beside_a_share_is_a_target_of_its_own(text: str, values: list[int]) -> None:
    assert [t.value for t in read_targets(text)] == values


def test_households_are_no_place_of_another_rate() -> None:
    assert read_targets("Tỷ lệ người dân của các thôn tham gia BHYT đạt 95%, các hộ gia đình văn hóa đạt 90%.")[1].indicator == "các hộ gia đình văn hóa"


def test_ages_in_months_are_no_rank() -> None:
    assert [t.comparator for t in read_targets("Huy động trẻ từ nhóm 25 đến 36 tháng tuổi ra lớp đạt 40%.")] == ["="]


def test_supporting_industry_charges_nobody() -> None:
    assert prose_owners("Các doanh nghiệp công nghiệp hỗ trợ được vay vốn.") == ([], [])


def test_a_field_of_two_names_is_no_unit() -> None:
    assert [u.name for u in parse_units("Đồng chí phụ trách lĩnh vực nông nghiệp/Môi trường")] == ["Đồng chí"]


def test_a_heading_of_how_things_stand_and_where_they_go_keeps_its_acts(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("ỦY BAN NHÂN DÂN\nXÃ THANH SƠN\nSố: 12/KH-UBND\nThanh Sơn, ngày 15 tháng 01 năm 2026\nKẾ HOẠCH\nPhát triển văn hóa năm 2026\n\n"
                    "I. MỤC ĐÍCH, YÊU CẦU\n- Nâng cao nhận thức.\nII. THỰC TRẠNG VÀ ĐỊNH HƯỚNG\n1. Mục tiêu: 100% thôn có nhà văn hóa.\n"
                    "2. Giải pháp: Huy động nguồn lực xã hội hóa.\n", encoding="utf-8")
    assert [t.text for t in read_one(path, path.name).tasks] == ["Giải pháp: Huy động nguồn lực xã hội hóa."]


@pytest.mark.parametrize("text", [
    "Hỗ trợ hộ có thu nhập thấp (thu nhập bình quân không quá 2.250.000 đồng/người/tháng).",
    "Nâng cấp đường liên thôn (tổng chiều dài tuyến đường là 5 km).",
    "Mở lớp dạy nghề (tổng số học viên tối thiểu 35 người).",
    "Tổ chức thi tuyển công chức (tỷ lệ chọi năm ngoái là 5%).",
])
def test_brackets_of_who_or_how_big_reach_nothing(text: str) -> None:
    assert read_task_targets(text) == []
