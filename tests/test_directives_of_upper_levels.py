"""Habits of provinces', youth unions' and inspection committees' papers: bodies charged in a row, goals and times in closing brackets."""

from pathlib import Path

import pytest

from normalizers.closing_amounts import task_targets
from normalizers.deadlines import find_deadline
from normalizers.targets import read_targets
from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units
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


@pytest.mark.parametrize("clause", [
    "căn cứ nhiệm vụ được giao tại Kế hoạch này",
    "căn cứ nhiệm vụ được phân công tại Phụ lục 1 kèm theo Kế hoạch này",
    "căn cứ nhiệm vụ được giao trong Kế hoạch và tình hình thực tế của đơn vị",
    "căn cứ vào chức năng, nhiệm vụ và nội dung Kế hoạch này",
    "theo nhiệm vụ được giao tại Kế hoạch này",
    "trong phạm vi nhiệm vụ được giao",
    "theo phân công",
    "theo phân cấp",
    "tùy theo điều kiện cụ thể",
    "xuất phát từ tình hình thực tế",
    "dựa trên nội dung Kế hoạch",
    "với vai trò cơ quan thường trực Ban Chỉ đạo",
    "sau khi có hướng dẫn của cấp trên",
])
@pytest.mark.parametrize(("subject", "name"), [("Sở Y tế", "Sở Y tế"), ("Các đơn vị thuộc Bộ", "Các cơ quan, đơn vị"), ("Trưởng thôn", "Trưởng thôn")])
@pytest.mark.parametrize("mark", ["", ","])
def test_what_a_body_acts_on_stands_between_it_and_its_duty(subject: str, name: str, clause: str, mark: str) -> None:
    lead, _ = prose_owners(f"{subject} {clause}{mark} xây dựng kế hoạch tổ chức thực hiện.", duty=True)
    assert [u.name for u in lead] == [name]


@pytest.mark.parametrize("text", ["Bàn giao tài sản cho UBND xã sau khi hoàn thành.", "Xếp loại các chi bộ dựa trên kết quả thực hiện nhiệm vụ."])
def test_whom_an_act_is_for_is_not_charged_with_it(text: str) -> None:
    assert prose_owners(text, duty=True)[0] == []


@pytest.mark.parametrize(("wording", "names"), [
    ("Các ban chuyên môn Tỉnh đoàn", ["Các ban chuyên môn Tỉnh đoàn"]),
    ("Các ban chuyên môn Liên đoàn Lao động tỉnh", ["Các ban chuyên môn Liên đoàn Lao động tỉnh"]),
    ("Các chi bộ trực thuộc Đảng bộ tỉnh", ["Các chi bộ trực thuộc Đảng bộ tỉnh"]),
    ("Các chi bộ, đảng bộ cơ sở trực thuộc", ["Các chi bộ trực thuộc"]),
    ("Trung tâm Văn hóa - Thể thao và Truyền thông huyện", ["Trung tâm Văn hóa - Thể thao và Truyền thông huyện"]),
    ("Quỹ Đầu tư phát triển tỉnh", ["Quỹ Đầu tư phát triển tỉnh"]),
])
def test_bodies_named_with_whose_they_are(wording: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(wording)] == names
    assert [u.name for u in heading_units(wording)] == names
    assert [u.name for u in prose_owners(f"{wording} xây dựng kế hoạch thực hiện.", duty=True)[0]] == names


def test_a_level_that_nothing_is_left_at_is_none_to_reach() -> None:
    assert [(t.indicator, t.comparator, t.value) for t in read_targets("Không còn tiêu chí ở mức 1, mức 2.")] == [("Không còn tiêu chí ở mức 1, mức 2", "qualitative", None)]


def test_the_least_number_in_closing_brackets() -> None:
    assert [(t.indicator, t.comparator, t.value) for t in task_targets("Chuẩn bị thuốc, tổ cấp cứu lưu động (ít nhất 03 tổ).")] == [("Chuẩn bị thuốc, tổ cấp cứu lưu động", ">=", 3)]
    assert task_targets("Vận động người cao tuổi (ít nhất 60 tuổi).") == []
