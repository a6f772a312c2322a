"""Habits of provinces', youth unions' and inspection committees' papers: bodies charged in a row, goals and times in closing brackets."""

from pathlib import Path

import pytest

from normalizers.closing_amounts import task_targets
from normalizers.deadlines import find_deadline
from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners
from pipeline.read_one import read_one

DIRECTIVE = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG TRỊ
Số: 09/CT-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Quảng Trị, ngày 12 tháng 3 năm 2026
CHỈ THỊ
Về việc tăng cường phòng cháy, chữa cháy rừng
Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Công an tỉnh
Điều tra, xác định nguyên nhân các vụ cháy rừng.
2. Bộ Chỉ huy Quân sự tỉnh: Chủ động lực lượng sẵn sàng tham gia chữa cháy rừng khi có yêu cầu.
3. Sở Tài chính: Tham mưu bố trí kinh phí phục vụ công tác phòng cháy, chữa cháy rừng.
4. Báo và Phát thanh, Truyền hình Quảng Trị tăng thời lượng tuyên truyền về tình hình cháy rừng.
"""


def test_a_directive_charges_each_body_whatever_words_follow(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(DIRECTIVE, encoding="utf-8")
    leads = [task.lead for task in read_one(path, path.name).tasks]
    assert leads == [("Công an tỉnh",), ("Bộ Chỉ huy Quân sự tỉnh",), ("Sở Tài chính",), ("Báo và Phát thanh, Truyền hình Quảng Trị",)]


@pytest.mark.parametrize(("text", "indicator", "value", "unit"), [
    ("Ra quân trồng cây xanh dịp đầu xuân (phấn đấu trồng 5.000 cây).", "trồng cây", 5000, "count"),
    ("Vận động ủng hộ Quỹ Vì người nghèo (phấn đấu đạt 2 tỷ đồng).", "Vận động ủng hộ Quỹ Vì người nghèo", 2, "tỷ đồng"),
    ("Vận động ủng hộ Quỹ Vì người nghèo (phấn đấu thu 2 tỷ đồng).", "Vận động ủng hộ Quỹ Vì người nghèo", 2, "tỷ đồng"),
    ("Tổ chức 02 lớp tập huấn nghiệp vụ (Quý II).", "Tổ chức lớp tập huấn nghiệp vụ", 2, "count"),
    ("Tổ chức 02 lớp tập huấn nghiệp vụ (Quý II, III/2026).", "Tổ chức lớp tập huấn nghiệp vụ", 2, "count"),
])
def test_goals_and_times_in_closing_brackets(text: str, indicator: str, value: float, unit: str) -> None:
    assert [(t.indicator, t.value, t.unit) for t in task_targets(text)] == [(indicator, value, unit)]


@pytest.mark.parametrize(("text", "raw", "edtf"), [
    ("Tổ chức tập huấn nghiệp vụ kiểm tra (Quý II).", "Quý II", "2026-34"),
    ("Giám sát chuyên đề các chi bộ (Quý II, III).", "Quý II, III", "2026-34/2026-35"),
    ("Tổ chức tập huấn nghiệp vụ kiểm tra (tháng 5, 6).", "tháng 5, 6", "2026-05/2026-06"),
    ("Lễ khởi động: dự kiến sáng ngày 28/02/2026 tại xã Can Lộc.", "ngày 28/02/2026", "2026-02-28"),
])
def test_times_that_close_an_act(text: str, raw: str, edtf: str) -> None:
    found = find_deadline(text, "2026-01-15")
    assert found is not None and (found.raw, found.edtf) == (raw, edtf)


def test_who_presents_a_report_stands_in_brackets() -> None:
    lead, _ = prose_owners("Báo cáo kết quả phát triển kinh tế - xã hội quý I (Phòng Tài chính - Kế hoạch).")
    assert [u.name for u in lead] == ["Phòng Tài chính - Kế hoạch"]


@pytest.mark.parametrize(("heading", "names"), [
    ("2. Các xã, phường đoàn, đoàn trực thuộc", ["Các xã, phường đoàn", "Đoàn trực thuộc"]),
    ("3. Các cấp bộ Đoàn", ["Các cấp bộ Đoàn"]),
])
def test_youth_unions_of_a_level(heading: str, names: list[str]) -> None:
    assert [u.name for u in heading_units(heading)] == names
