"""Wordings of election plans: days named by the event, bodies that run the election, people told by what they do."""

from __future__ import annotations

import pytest

from normalizers.deadlines import parse_deadline
from normalizers.target_prose import read_targets
from normalizers.units import parse_units


@pytest.mark.parametrize(("phrase", "kind", "edtf"), [
    ("Sau ngày bầu cử 15/3/2026", "open_ended", "2026-03-16/.."),
    ("Sau ngày bầu cử (15/3/2026)", "open_ended", "2026-03-16/.."),
    ("Sau ngày bế mạc 20/10/2026", "open_ended", "2026-10-21/.."),
    ("Trước ngày bầu cử 15/3/2026", "fixed", "../2026-03-14"),
    ("đến ngày kết thúc cuộc bầu cử", "open_ended", None),
    ("Từ ngày thành lập Ủy ban bầu cử đến ngày kết thúc cuộc bầu cử", "conditional", None),
    ("Sau ngày khai giảng", "conditional", None),
    # a date behind what ends says when
    ("đến ngày kết thúc năm 2026", "fixed", "2026"),
    ("Từ ngày 01/01/2026 đến ngày kết thúc chiến dịch 30/6/2026", "fixed", "2026-01-01/2026-06-30"),
    ("sau 05 ngày làm việc kể từ ngày nhận hồ sơ", "conditional", None),
    ("đến ngày 15/3/2026", "fixed", "../2026-03-15"),
])
def test_days_told_by_what_happens_on_them(phrase: str, kind: str, edtf: str | None) -> None:
    got = parse_deadline(phrase, "2025-12-10")
    assert (got.kind, got.edtf) == (kind, edtf)


@pytest.mark.parametrize(("cell", "names"), [
    ("Các tổ chức phụ trách bầu cử ở xã", ["Các tổ chức phụ trách bầu cử"]),
    ("Các tổ chức chính trị - xã hội, các tổ chức phụ trách bầu cử", ["Các tổ chức chính trị - xã hội", "Các tổ chức phụ trách bầu cử"]),
    ("Các cơ quan hành chính, sự nghiệp thuộc phường", ["Các cơ quan, đơn vị"]),
    ("Các đơn vị hành chính sự nghiệp trên địa bàn xã; Công an xã", ["Các cơ quan, đơn vị", "Công an xã"]),
    ("Các đơn vị sự nghiệp", ["Các đơn vị sự nghiệp"]),
    ("Đ/c Nguyễn Thị Mừng (Chi hội trưởng Phụ nữ), Đ/c Phạm Thị Thanh (Cộng tác viên Y tế)", ["Chi hội trưởng Phụ nữ", "Cộng tác viên Y tế"]),
    ("Đ/c Trần Hà (chuyên viên Phòng Kinh tế)", ["Chuyên viên Phòng Kinh tế"]),
    ("Đ/c Nguyễn Văn Nam (0912345678)", ["Đ/c Nguyễn Văn Nam"]),
    ("Đ/c Hùng (phối hợp)", ["Đ/c Hùng"]),
])
def test_bodies_and_people(cell: str, names: list[str]) -> None:
    assert [unit.name for unit in parse_units(cell)] == names


@pytest.mark.parametrize(("sentence", "indicator"), [
    ("Phấn đấu bắt giữ 1.014 vụ tội phạm về ma túy", "bắt giữ vụ tội phạm về ma túy"),
    ("Thu giữ 50 khẩu súng tự chế", "Thu giữ khẩu súng tự chế"),
    ("Phấn đấu giữ 100% thôn đạt chuẩn văn hóa", "thôn đạt chuẩn văn hóa"),
])
def test_what_is_seized_keeps_its_verb(sentence: str, indicator: str) -> None:
    assert [target.indicator for target in read_targets(sentence)] == [indicator]


@pytest.mark.parametrize(("cell", "names"), [
    ("TP Phòng VHXH", ["Trưởng Phòng Văn hóa - Xã hội"]),
    ("Phó TP Phòng Kinh tế; CV Phòng Kinh tế", ["Phó Trưởng Phòng Kinh tế", "Chuyên viên Phòng Kinh tế"]),
    ("PTB Thường trực Ban Chỉ đạo", ["Phó Trưởng ban Thường trực Ban Chỉ đạo"]),
    ("PCT.HĐND xã", ["Phó Chủ tịch Hội đồng nhân dân xã"]),
    ("TP Hà Nội", ["Thành phố Hà Nội"]),
    ("Phòng Kinh tế TP", ["Phòng Kinh tế thành phố"]),
])
def test_posts_in_short(cell: str, names: list[str]) -> None:
    assert [unit.name for unit in parse_units(cell)] == names


@pytest.mark.parametrize(("sentence", "values"), [
    ("Diện tích lúa 2 vụ 40 ha, lúa 1 vụ 20 ha", [("Diện tích lúa 2 vụ", 40), ("Diện tích lúa 1 vụ", 20)]),
    ("Đất trồng lúa 02 vụ: 120 ha", [("Đất trồng lúa 02 vụ", 120)]),
    ("Kéo giảm 2 vụ tai nạn giao thông", [("Kéo giảm vụ tai nạn giao thông", 2)]),
    ("Sản xuất lúa 3 vụ/năm", [("Sản xuất lúa vụ/năm", 3)]),
])
def test_crops_a_year_name_the_land(sentence: str, values: list[tuple[str, float]]) -> None:
    assert [(target.indicator, target.value) for target in read_targets(sentence)] == values
