"""Counts behind words that end as names of numbered things do, parts of a whole, days counted before they are named, titles that tell funds or times."""

from __future__ import annotations

import pytest

from normalizers.deadline_prose import find_deadline
from normalizers.targets import read_targets
from normalizers.unit_prose import prose_owners
from pipeline.assemble import assemble
from pipeline.records import PlanRecord
from tests.support import HEADER, make_document


def _plan(*body: str) -> PlanRecord:
    return assemble(make_document(*HEADER, *body))


@pytest.mark.parametrize(("sentence", "values"), [
    ("Lao động nông thôn 250 người", [250]),
    ("Số trường đạt chuẩn 12 trường", [12]),
    ("Đầu tư theo danh mục 12 dự án", [12]),
    ("Gọi nhập ngũ 36 công dân, trong đó Quân đội 30 công dân, Công an 06 công dân", [36, 30, 6]),
    ("Kết nạp 15 đảng viên, trong đó khối nông thôn 10 đảng viên, khối trường học 05 đảng viên", [15, 10, 5]),
    ("Tạo việc làm mới cho 150 lao động, trong đó đi làm việc ở nước ngoài có thời hạn theo hợp đồng 40 lao động", [150, 40]),
])
def test_a_compound_is_no_name_of_a_numbered_thing(sentence: str, values: list[float]) -> None:
    assert [t.value for t in read_targets(sentence)] == values


@pytest.mark.parametrize("sentence", ["Công nhận thôn 3, thôn 10 đạt chuẩn", "Bàn giao mặt bằng cho đội 30", "Sửa đổi theo mục 12"])
def test_a_numbered_thing_stays_a_name(sentence: str) -> None:
    assert [t.value for t in read_targets(sentence)] == [None]


@pytest.mark.parametrize(("sentence", "edtf"), [
    ("Khám sức khỏe tập trung dự kiến 02 ngày 18 - 19/11/2025 tại Trung tâm Y tế.", "2025-11-18/2025-11-19"),
    ("Mở lớp tập huấn trong 3 ngày 10 - 12/6/2026.", "2026-06-10/2026-06-12"),
    ("Tổ chức đợt cao điểm trong 02 tháng 11 - 12 năm 2026.", "2026-11/2026-12"),
])
def test_days_counted_before_they_are_named(sentence: str, edtf: str) -> None:
    found = find_deadline(sentence, "2025-10-05")
    assert found is not None and found.edtf == edtf


def test_the_weekday_behind_what_is_done_every_week() -> None:
    found = find_deadline("Hằng tuần báo cáo tiến độ về Hội đồng vào chiều thứ Sáu.", "2026-01-15")
    assert found is not None and found.rrule == ("FREQ=WEEKLY;BYDAY=FR",)
    other = find_deadline("Hằng tuần tổ chức giao ban; họp Hội đồng vào thứ Sáu.", "2026-01-15")
    assert other is not None and other.rrule == ("FREQ=WEEKLY",)


def test_forces_at_hand_own_nothing() -> None:
    assert not prose_owners("Lực lượng tại chỗ: Mỗi thôn thành lập 01 đội xung kích.")[0]
    assert [u.name for u in prose_owners("Lực lượng xung kích thôn: Tuần tra, canh gác đê.")[0]] == ["Lực lượng xung kích thôn"]


def test_titles_among_tasks_that_only_tell_funds_and_times() -> None:
    plan = _plan("I. NỘI DUNG THỰC HIỆN", "1. Tuyên truyền trên loa truyền thanh xã.", "2. Thời gian thực hiện", "- Tiêm chính: từ ngày 15/3/2026 đến ngày 30/4/2026.",
                 "- Tiêm bổ sung: hằng tháng, vào ngày 15.", "3. Kinh phí", "- Tiền vắc xin do ngân sách tỉnh hỗ trợ 100%.", "4. Rà soát đàn gia súc.")
    assert [t.text for t in plan.tasks] == ["Tuyên truyền trên loa truyền thanh xã.", "Rà soát đàn gia súc."]
    assert not plan.targets


def test_acts_below_such_titles_stay_tasks() -> None:
    plan = _plan("I. NỘI DUNG THỰC HIỆN", "1. Tuyên truyền trên loa truyền thanh xã.", "2. Thời gian thực hiện", "- Từ ngày 15/3 đến ngày 20/3/2026: Tổ chức rà soát đàn gia súc.")
    assert [t.text for t in plan.tasks][-1].endswith("Tổ chức rà soát đàn gia súc.")
