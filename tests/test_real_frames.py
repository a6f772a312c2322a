"""What texts from the field do in their frame: numbers with a dot or "&", headers of schools, insurance and Party cells, extracts."""

from __future__ import annotations

import pytest

from extractors.frame import build_frame
from extractors.metadata import _issue_date, _issuer, _number, _subordinate
from extractors.raw import RawPlan
from extractors.text_reader import read_text
from normalizers.citations import find_citations


def _plan(header: list[str]) -> RawPlan:
    return RawPlan("x.txt", None, header, [], [], [])


@pytest.mark.parametrize(("text", "want"), [
    ("theo Nghị quyết số 66.7/2025/NQ-CP ngày 15/11/2025 của Chính phủ", ("66.7/2025/NQ-CP", "Chính phủ")),
    ("Quyết định số 58-QĐ/ĐU ngày 07/8/2026 của Ban Thường vụ Đảng ủy Ủy ban nhân dân tỉnh về giám sát", ("58-QĐ/ĐU", "Ban Thường vụ Đảng ủy Ủy ban nhân dân tỉnh")),
    ("Kế hoạch số 31/KH-THCS&THPTLTT ngày 01/9/2026", ("31/KH-THCS&THPTLTT", None)),
    ("Kế hoạch số 3-KH/ĐU của Ban Thường vụ Đảng ủy xã Tân An", ("3-KH/ĐU", "Ban Thường vụ Đảng ủy xã Tân An")),
])
def test_numbers_of_cited_documents(text: str, want: tuple[str, str | None]) -> None:
    assert [(c.number, c.issuer) for c in find_citations(text)] == [want]


def test_own_number_with_an_ampersand() -> None:
    assert _number(_plan(["Số: 34/KH-THCS&THPTNBK"])) == "34/KH-THCS&THPTNBK"


@pytest.mark.parametrize(("header", "issuer"), [
    (["SỞ GDĐT TỈNH AN GIANG", "TRƯỜNG THCS VÀ THPT", "NGUYỄN BINH KHIÊM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], "Trường THCS và THPT Nguyễn Binh Khiêm"),
    (["SỞ Y TẾ TỈNH ĐẮK LẮK", "TRUNG TÂM Y TẾ", "EA KAR", "Số: 12/KH-TTYT"], "Trung tâm y tế Ea Kar"),
    (["BỘ TÀI CHÍNH", "BẢO HIỂM XÃ HỘI VIỆT NAM", "Số:     /KH-BHXH"], "Bảo hiểm xã hội Việt Nam"),
])
def test_the_lower_body_issues(header: list[str], issuer: str) -> None:
    assert _subordinate(header) == issuer


@pytest.mark.parametrize(("header", "issuer"), [
    (["ĐẢNG BỘ SỞ Y TẾ TỈNH SƠN LA", "CHI BỘ SỐ 3", "ĐẢNG CỘNG SẢN VIỆT NAM"], "Chi bộ số 3"),
    (["ĐẢNG ĐOÀN QUỐC HỘI", "ĐẢNG CỘNG SẢN VIỆT NAM"], "Đảng đoàn Quốc hội"),
    (["ĐẢNG BỘ TỈNH SƠN LA", "ĐẢNG ỦY XÃ CHIỀNG MAI"], "Đảng ủy"),
])
def test_party_bodies(header: list[str], issuer: str) -> None:
    assert _issuer(_plan(header), None) == issuer


def test_an_extract_begins_with_a_later_section() -> None:
    frame = build_frame(read_text("TRƯỜNG THCS AN BÌNH\nKẾ HOẠCH\nGiáo dục nhà trường năm học 2026 - 2027\nIII. CÁC NHIỆM VỤ VÀ GIẢI PHÁP CỤ THỂ\n1. Công tác tư tưởng:\n- Tổ chức học tập nghị quyết.\n".encode(), "x.txt"))
    assert frame.title == ["Giáo dục nhà trường năm học 2026 - 2027"]


def test_an_appendix_in_a_file_of_its_own_has_the_date_of_what_it_belongs_to() -> None:
    plan = RawPlan("x.txt", None, ["SỞ CÔNG THƯƠNG"], ["PHỤ LỤC TIẾN ĐỘ", "(Kèm theo Kế hoạch số 15/KH-SCT ngày 14/9/2026 của Sở Công Thương)"], [], [])
    assert (_number(plan), _issue_date(plan)) == ("15/KH-SCT", "2026-09-14")


def test_text_under_the_rule_of_a_title_is_no_title() -> None:
    text = "\n".join([
        "HỘI NÔNG DÂN VIỆT NAM", "HỘI NÔNG DÂN XÃ MỸ LỘC", "Số: 05-KH/HND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Mỹ Lộc, ngày 10 tháng 01 năm 2026", "KẾ HOẠCH", "Phong trào thi đua của nông dân năm 2026", "-----",
        "Các chi hội trong xã thống nhất những chỉ tiêu và phần việc chủ yếu của cả", "phong trào như sau:", "I. CHỈ TIÊU",
        "1. 90% hộ hội viên đăng ký danh hiệu sản xuất, kinh doanh giỏi.", ""])
    assert build_frame(read_text(text.encode(), "x.txt")).title == ["Phong trào thi đua của nông dân năm 2026"]
