"""What a sentence says behind its first clause: a rank beside a value, a bound behind a document's number, who prepares, the last act."""

from __future__ import annotations

import pytest

from normalizers.deadline_prose import find_deadline
from normalizers.target_tasks import read_task_targets
from normalizers.targets import read_targets
from normalizers.units import prose_owners


@pytest.mark.parametrize(("text", "readings"), [
    ("Chỉ số phục vụ người dân, doanh nghiệp của xã đạt từ 90 điểm trở lên, xếp trong 20 xã, phường dẫn đầu toàn tỉnh.",
     [("Chỉ số phục vụ người dân, doanh nghiệp của xã", ">=", 90.0), ("Chỉ số phục vụ người dân, doanh nghiệp của xã", "rank", 20.0)]),
    ("Mức độ hài lòng của người dân, doanh nghiệp đạt 92% và xếp thứ 15 toàn tỉnh.",
     [("Mức độ hài lòng của người dân, doanh nghiệp", "=", 92.0), ("Mức độ hài lòng của người dân, doanh nghiệp", "rank", 15.0)]),
    # Figures of one kind are still one for each subject.
    ("Tỷ lệ hồ sơ trực tuyến của xã, thôn đạt 80%, 70%.", [("Tỷ lệ hồ sơ trực tuyến của xã", "=", 80.0), ("Tỷ lệ hồ sơ trực tuyến của thôn", "=", 70.0)]),
])
def test_two_measures_of_one_subject(text: str, readings: list[tuple[str, str, float]]) -> None:
    assert [(r.indicator, r.comparator, r.value) for r in read_targets(text)] == readings


@pytest.mark.parametrize(("text", "raw"), [
    ("Phát động cuộc thi tìm hiểu Nghị quyết số 57-NQ/TW, hoàn thành trước ngày 26/3/2026.", "trước ngày 26/3/2026"),
    ("Tổng hợp kết quả thực hiện Quyết định số 06/QĐ-TTg chậm nhất ngày 15/3/2026.", "chậm nhất ngày 15/3/2026"),
    ("Triển khai Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị.", None),
    ("Triển khai Nghị quyết số 57-NQ/TW của Bộ Chính trị ngày 22/12/2024 đến các chi bộ.", None),
])
def test_a_bound_behind_a_number_is_not_the_documents_date(text: str, raw: str | None) -> None:
    found = find_deadline(text, "2026-01-08")
    assert (found.raw if found else None) == raw


@pytest.mark.parametrize(("text", "lead"), [
    ("Họp Ban Chỉ đạo phiên thứ nhất (Tổ giúp việc chuẩn bị nội dung).", ["Tổ giúp việc"]),
    ("Họp giao ban quý I (Văn phòng HĐND và UBND chuẩn bị, trong tháng 4).", ["Văn phòng HĐND và UBND"]),
    ("Ban hành Chương trình công tác năm (Văn phòng Đảng ủy tham mưu văn bản).", ["Văn phòng Đảng ủy"]),
    # "Thống kê" opens an act here and names no office.
    ("Thống kê kết quả tiếp nhận hồ sơ trực tuyến của từng thôn.", []),
    ("Thống kê cơ sở cung cấp số liệu về dân số.", ["Thống kê cơ sở"]),
])
def test_who_prepares_is_charged(text: str, lead: list[str]) -> None:
    assert [unit.name for unit in prose_owners(text)[0]] == lead


@pytest.mark.parametrize(("text", "indicator"), [
    ("Tái cấu trúc quy trình nội bộ giải quyết thủ tục hành chính, cắt giảm ít nhất 30% thời gian giải quyết.", "cắt giảm thời gian giải quyết"),
    ("Rà soát dữ liệu hội viên, đảng viên trên địa bàn xã, số hóa 100% hồ sơ.", "số hóa hồ sơ"),
    ("Hoàn thành việc số hóa, tái sử dụng 100% dữ liệu.", "Hoàn thành việc số hóa, tái sử dụng dữ liệu"),
])
def test_a_short_last_act_has_the_outcome(text: str, indicator: str) -> None:
    assert [r.indicator for r in read_task_targets(text)] == [indicator]
