"""Reports of a year with a day each, neighbouring communes as partners, the Front's short name in a header."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.deadlines import find_deadline, parse_deadline
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units
from pipeline.read_one import read_one

HALF, YEAR = "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=9", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=9"


@pytest.mark.parametrize("text", [
    "Báo cáo kết quả thực hiện 6 tháng trước ngày 10/6 và báo cáo năm trước ngày 10/12.",
    "Các phòng, đơn vị báo cáo tình hình 6 tháng (trước ngày 10/6), năm (trước ngày 10/12) gửi Phòng Kinh tế tổng hợp.",
    "Báo cáo sơ kết 6 tháng đầu năm trước ngày 10/6 và báo cáo tổng kết năm trước ngày 10/12 về UBND xã.",
    "Tổng hợp, báo cáo kết quả thực hiện 6 tháng trước ngày 10 tháng 6 và cả năm trước ngày 10 tháng 12.",
])
def test_reports_of_half_and_whole_year_come_back_every_year(text: str) -> None:
    got = find_deadline(text, "2026-01-20")
    assert got is not None
    assert (got.kind, got.edtf, set(got.rrule)) == ("recurring", None, {HALF, YEAR})
    assert got.raw.startswith("6 tháng")


def test_reports_of_quarters_stand_beside_that_of_the_year() -> None:
    got = parse_deadline("quý I trước ngày 10/3, 6 tháng trước ngày 10/6, 9 tháng trước ngày 10/9 và năm trước ngày 10/12", "2026-01-20")
    assert (got.kind, len(got.rrule)) == ("recurring", 4)


@pytest.mark.parametrize(("text", "due"), [
    ("Báo cáo kết quả trước ngày 10/6 và tổng hợp trước ngày 15/6.", "2026-06-09"),
    ("Báo cáo 6 tháng đầu năm trước ngày 10/6/2026, cả năm trước ngày 10/12/2026.", "2026-06-09"),
    ("Báo cáo kết quả năm 2026 trước ngày 10/12.", "2026-12-09"),
])
def test_a_report_of_one_year_stays_a_day(text: str, due: str) -> None:
    got = find_deadline(text, "2026-01-20")
    assert got is not None
    assert (got.kind, got.due) == ("fixed", due)


@pytest.mark.parametrize(("cell", "units"), [
    ("Công an xã, các xã giáp ranh", ["Công an xã", "Các xã giáp ranh"]),
    ("Trạm Y tế xã và các xã, phường lân cận", ["Trạm Y tế", "Các xã, phường lân cận"]),
    ("UBND các xã, các phường", ["Ủy ban nhân dân các xã, các phường"]),
])
def test_the_commune_s_body_stands_apart_from_other_communes(cell: str, units: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == units


@pytest.mark.parametrize(("text", "support"), [
    ("Phối hợp với Công an xã và các xã giáp ranh xử lý vi phạm.", ["Công an xã", "Các xã giáp ranh"]),
    ("Chủ động phối hợp với các xã lân cận trong công tác phòng cháy, chữa cháy rừng.", ["Các xã lân cận"]),
    ("Phối hợp với các địa phương giáp ranh kiểm tra, truy quét.", ["Các địa phương giáp ranh"]),
    ("Kết nối giao thông với các xã lân cận, tạo điều kiện phát triển kinh tế.", []),
    ("Tuyên truyền tại các xã giáp ranh, các thôn vùng sâu.", []),
])
def test_neighbouring_communes_cooperate(text: str, support: list[str]) -> None:
    assert [u.name for u in prose_owners(text)[1]] == support


def test_the_front_issues_under_its_short_name(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("MTTQ VIỆT NAM XÃ ĐÔNG THÀNH\nBAN THƯỜNG TRỰC\nSố: 07/KH-MTTQ-BTT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
                    "Đông Thành, ngày 08 tháng 4 năm 2026\nKẾ HOẠCH\nGiám sát chính sách an sinh xã hội năm 2026\nI. NHIỆM VỤ\n- Tổ chức giám sát tại các thôn.\n", encoding="utf-8")
    plan = read_one(path, path.name).plan
    assert (plan.issuer, plan.commune, plan.commune_type) == ("Ủy ban MTTQ", "Đông Thành", "xã")
