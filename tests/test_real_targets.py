"""Targets as plans from the field word them: grades in a row, two years behind one value, labels that are the subject."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets
from normalizers.target_tasks import read_task_targets


@pytest.mark.parametrize(("text", "want"), [
    # Grades: "đạt" is a grade there, and the label holds for the whole row.
    ("Rèn luyện: Tốt 90,5% (181 HS); Khá 8% (16 HS); Đạt 1,5% (3 HS); Chưa đạt dưới 0,5% (1 HS).",
     [("Rèn luyện: Tốt", "=", 90.5, "%", None), ("Rèn luyện: Khá", "=", 8, "%", None), ("Rèn luyện: Đạt", "=", 1.5, "%", None),
      ("Rèn luyện: Chưa đạt", "<", 0.5, "%", None)]),
    # One value, two years.
    ("Tỷ lệ lao động trẻ em giảm 3% vào năm 2027 và năm 2030.",
     [("Tỷ lệ lao động trẻ em giảm", "=", 3, "%", "2027"), ("Tỷ lệ lao động trẻ em giảm", "=", 3, "%", "2030")]),
    ("Tỷ lệ hộ nghèo còn dưới 3% vào năm 2027 và dưới 2% vào năm 2030.",
     [("Tỷ lệ hộ nghèo", "<", 3, "%", "2027"), ("Tỷ lệ hộ nghèo", "<", 2, "%", "2030")]),
    # The words before the colon are what is counted.
    ("Học sinh giỏi cấp xã: Phấn đấu đạt 12 giải (Toán: 02, Tin học: 01).", [("Học sinh giỏi cấp xã", "=", 12, "count", None)]),
    ("Tốt nghiệp THCS năm 2027: 96/96 học sinh (tỉ lệ 100%).", [("Tốt nghiệp THCS", "=", 96, "count", "2027")]),
    ("Giáo viên dự giờ: ít nhất 04 tiết/học kỳ.", [("Giáo viên dự giờ", ">=", 4, "count", None)]),
    ("Tuyển sinh vào lớp 10 năm học 2027 - 2028: Đạt 85% số học sinh tốt nghiệp THCS.",
     [("Tuyển sinh vào lớp 10: số học sinh tốt nghiệp THCS", "=", 85, "%", "2027/2028")]),
    # A year with a note opens its row; a basis is none where it is the whole.
    ("Năm 2028 (02 lớp): 01 lớp may công nghiệp; 01 lớp nuôi ong.", [("lớp may công nghiệp", "=", 1, "count", "2028"), ("lớp nuôi ong", "=", 1, "count", "2028")]),
    ("Mỗi tổ đạt tối thiểu 30% số sáng kiến so với số lượng giáo viên trong tổ.", [("Mỗi tổ số sáng kiến so với số lượng giáo viên trong tổ", ">=", 30, "%", None)]),
    ("Số vụ tai nạn giảm 10% so với số vụ năm 2024.", [("Số vụ tai nạn giảm", "=", 10, "%", None)]),
])
def test_outcomes(text: str, want: list[tuple[object, ...]]) -> None:
    assert [(r.indicator, r.comparator, r.value, r.unit, r.horizon) for r in read_targets(text)] == want


@pytest.mark.parametrize("text", ["Phân công giáo viên trong tổ giảng dạy buổi 2 đúng chuyên môn.", "Tổ chức chấm thi vòng 2 đúng quy chế."])
def test_a_number_of_its_kind_is_no_amount(text: str) -> None:
    assert read_task_targets(text) == []
