"""Targets: things called by a name in quotes, days that are held, clauses of their own inside a task; times of day and years are no count."""

from __future__ import annotations

import pytest

from normalizers.deadlines import parse_deadline
from normalizers.targets import read_targets, read_task_targets


def told(text: str, *, task: bool = False) -> list[tuple[str, str, float | None]]:
    found = read_task_targets(text) if task else read_targets(text)
    return [(r.indicator, r.comparator, r.value) for r in found]


@pytest.mark.parametrize(("text", "wanted"), [
    ("Thành lập mới tối thiểu 06 “Tổ liên gia an toàn” và 04 “Điểm chữa cháy công cộng”.",
     [("Thành lập mới “Tổ liên gia an toàn”", ">=", 6.0), ("“Điểm chữa cháy công cộng”", ">=", 4.0)]),
    ("Xây dựng 05 “Thôn thông minh”, 02 “Tuyến đường không rác”.", [("Xây dựng “Thôn thông minh”", "=", 5.0), ("“Tuyến đường không rác”", "=", 2.0)]),
    ("Mỗi trường THCS tổ chức ít nhất 01 Ngày hội STEM cấp trường.", [("Mỗi trường THCS tổ chức Ngày hội STEM cấp trường", ">=", 1.0)]),
    ("100% sản phẩm có tem truy xuất nguồn gốc, trong đó ưu tiên sản phẩm của hợp tác xã.", [("sản phẩm có tem truy xuất nguồn gốc", "=", 100.0)]),
])
def test_aims(text: str, wanted: list[tuple[str, str, float]]) -> None:
    assert told(text) == wanted


def test_a_number_before_quotes_may_be_a_name() -> None:
    assert [r.comparator for r in read_targets("Thực hiện tốt Chỉ thị 05 “Về đẩy mạnh học tập và làm theo”.")] == ["qualitative"]


@pytest.mark.parametrize(("text", "wanted"), [
    ("Rà soát, đối chiếu dữ liệu đăng ký thuế với dữ liệu đăng ký kinh doanh, đưa 100% hộ kinh doanh đang hoạt động vào quản lý thuế.",
     [("đưa hộ kinh doanh đang hoạt động vào quản lý thuế", "=", 100.0)]),
    ("Chỉ đạo các chi bộ xây dựng mô hình giúp đỡ người lầm lỗi, mỗi chi đoàn nhận giúp đỡ ít nhất 01 người.",
     [("mỗi chi đoàn nhận giúp đỡ", ">=", 1.0)]),
    ("Báo cáo tiến độ về UBND xã 16 giờ 00 thứ Sáu hằng tuần.", []),
    ("Thu gom rác thải vào 17 giờ 30 các ngày thứ Ba, thứ Năm hằng tuần.", []),
])
def test_tasks(text: str, wanted: list[tuple[str, str, float]]) -> None:
    assert told(text, task=True) == wanted


@pytest.mark.parametrize(("phrase", "kind", "edtf", "rules"), [
    ("ít nhất 02 lần trong năm 2026", "fixed", "2026", []),
    ("02 lần trong năm", "recurring", None, ["FREQ=MONTHLY;INTERVAL=6"]),
])
def test_so_often_in_one_year_is_that_year(phrase: str, kind: str, edtf: str | None, rules: list[str]) -> None:
    found = parse_deadline(phrase)
    assert (found.kind, found.edtf, list(found.rrule)) == (kind, edtf, rules)
