"""How plans of schools, stations and Party bodies name who does what: posts in rows, sums of names, cases that charge somebody."""

from __future__ import annotations

import pytest

from extractors.document import Table
from extractors.text_reader import read_text
from normalizers.target_items import without_fractions
from normalizers.target_prose import read_targets
from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units
from pipeline.assemble import assemble
from tests.support import HEADER, make_document

SCHOOL = ("UBND XÃ TÂN AN", "TRƯỜNG TIỂU HỌC TÂN AN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 12/KH-THTA",
          "Tân An, ngày 05 tháng 9 năm 2025", "KẾ HOẠCH", "Bảo đảm an toàn trường học năm học 2025 - 2026")


@pytest.mark.parametrize(("cell", "units"), [
    ("BGH + Thư ký", ["Ban Giám hiệu", "Thư ký"]), ("PHT + Y tế + GV các khối", ["Phó Hiệu trưởng", "Y tế", "Giáo viên các khối"]),
    ("Tổ Văn phòng + Tổng phụ trách Đội", ["Tổ Văn phòng", "Tổng phụ trách Đội"]), ("Tổ Sử + Địa", ["Tổ Sử + Địa"]),
    ("HT, PHT", ["Hiệu trưởng", "Phó Hiệu trưởng"]), ("CBGVNV", ["Cán bộ, giáo viên, nhân viên"])])
def test_posts_of_a_school_in_a_cell(cell: str, units: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == units


@pytest.mark.parametrize(("text", "lead"), [
    ("Đối với đơn gửi sai nơi thì Ủy ban bầu cử có trách nhiệm chuyển đến nơi giải quyết.", ["Ủy ban bầu cử"]),
    ("Nếu học sinh vắng thì nhà trường báo cho gia đình.", []),
    ("GVCN các lớp nhắc phụ huynh ký sổ liên lạc.", ["Giáo viên chủ nhiệm các lớp"])])
def test_whom_a_sentence_charges(text: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(text, duty=True)[0]] == lead


def test_posts_that_no_vocabulary_knows_stand_in_a_row_of_those_it_knows() -> None:
    plan = assemble(make_document(
        *SCHOOL, "Căn cứ Kế hoạch năm học 2025 - 2026;", "Nhà trường xây dựng kế hoạch như sau:", "I. PHÂN CÔNG NHIỆM VỤ", "1. Ban Giám hiệu", "- Chỉ đạo chung việc thực hiện kế hoạch.",
        "2. Nhà bếp", "- Vệ sinh dụng cụ chế biến sau mỗi bữa ăn.", "3. Bảo vệ", "- Kiểm soát người ra vào cổng trường.", "4. Giáo viên chủ nhiệm", "- Điểm danh học sinh đầu giờ.",
        "5. Tổng phụ trách Đội phân công đội cờ đỏ trực cổng trường.", "Nơi nhận:", "- Lưu: VT."))
    assert [t.lead for t in plan.tasks] == [("Ban Giám hiệu",), ("Nhà bếp",), ("Bảo vệ",), ("Giáo viên chủ nhiệm",), ("Tổng phụ trách Đội",)]


def test_duties_behind_the_table_that_opens_the_text() -> None:
    plan = assemble(make_document(
        *SCHOOL, [["STT", "Nội dung", "Thời gian", "Thực hiện"], ["1", "Tổ chức khai giảng năm học", "05/9/2025", "BGH"], ["2", "Tổ chức họp cha mẹ học sinh", "20/9/2025", "GVCN các lớp"]],
        "TỔ CHỨC THỰC HIỆN", "- Hiệu trưởng chỉ đạo chung việc thực hiện kế hoạch.", "- Kế toán dự toán kinh phí từng hoạt động.", "Nơi nhận:", "- Lưu: VT."))
    assert [t.text for t in plan.tasks][2:] == ["Hiệu trưởng chỉ đạo chung việc thực hiện kế hoạch.", "Kế toán dự toán kinh phí từng hoạt động."]


def test_the_time_of_the_event_is_no_deadline_of_the_duties_beside_it() -> None:
    plan = assemble(make_document(
        *HEADER, "I. NỘI DUNG", "1. Tổ chức hội thi cắm hoa giữa các chi hội.", "II. TỔ CHỨC THỰC HIỆN", "1. Thời gian: Từ 02/3/2026 đến 06/3/2026.", "2. Phân công",
        "- Văn phòng HĐND và UBND chuẩn bị hội trường.", "- Trạm Y tế bố trí cán bộ trực cấp cứu.", "Trên đây là Kế hoạch của xã Tân An./."))
    assert [t.deadline for t in plan.tasks] == [None, None, None]


@pytest.mark.parametrize(("text", "lead"), [
    ("Chuẩn bị loa máy, trang trí sân khấu (Đ/c Bình).", ["Đ/c Bình"]), ("Viết bài tuyên truyền (cô Mai phụ trách).", ["Cô Mai"]), ("Phát động cuộc thi (Hiệu trưởng).", ["Hiệu trưởng"]),
    ("Trang trí hội trường (Văn phòng Đảng ủy).", ["Văn phòng Đảng ủy"]), ("Kẻ vẽ sân trường (Tổ Văn phòng + Tổng phụ trách Đội).", ["Tổ Văn phòng", "Tổng phụ trách Đội"]),
    ("Gửi danh sách về Hiệu trưởng (Đ/c Bình).", []), ("Báo cáo kết quả về Đảng ủy (Văn phòng Đảng ủy).", [])])
def test_who_stands_alone_in_a_note(text: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(text)[0]] == lead


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Đảng ủy MTTQ, các đoàn thể xây dựng kế hoạch.", ["Đảng ủy Mặt trận Tổ quốc, các đoàn thể"], []),
    ("Đảng ủy xã, phường và đảng ủy cấp trên trực tiếp cơ sở trực thuộc Tỉnh ủy giao chỉ tiêu.", ["Đảng ủy xã, phường", "Đảng ủy cấp trên trực tiếp cơ sở trực thuộc Tỉnh ủy"], []),
    ("Phối hợp với các ban ngành đoàn thể, tổ dân phố vận động nhân dân.", [], ["Các cơ quan, đơn vị", "Tổ dân phố"]),
    ("Phối hợp với Ban Chỉ đạo cuộc vận động “Ngày vì người nghèo”, Công an xã tuyên truyền.", [], ["Ban Chỉ đạo cuộc vận động “Ngày vì người nghèo”", "Công an xã"]),
    ("Phối hợp với khoa Dược, khoa Kiểm soát bệnh tật dự trù vắc xin.", [], ["Khoa Dược", "Khoa Kiểm soát bệnh tật"])])
def test_names_whose_second_half_is_part_of_them(text: str, lead: list[str], support: list[str]) -> None:
    assert tuple([u.name for u in units] for units in prose_owners(text)) == (lead, support)


@pytest.mark.parametrize("name", ["Phòng Tổ chức - Hành chính - Kế toán", "Khoa Dược - TTB - VTYT", "Khoa Y tế công cộng - Dinh dưỡng"])
def test_departments_of_several_fields(name: str) -> None:
    assert [u.name for u in parse_units(f"{name}; Phòng Điều dưỡng")] == [name, "Phòng Điều dưỡng"]


def test_a_second_field_behind_a_known_department_in_a_heading() -> None:
    assert [u.name for u in heading_units("3. Phòng Kế hoạch tổng hợp - Quản lý chất lượng")] == ["Phòng Kế hoạch tổng hợp - Quản lý chất lượng"]


@pytest.mark.parametrize(("text", "indicator", "value"), [
    ("Giáo viên dạy giỏi cấp trường: 20/25 = 80%.", "Giáo viên dạy giỏi cấp trường", 80), ("Hạnh kiểm tốt: 190/200 em, đạt tỷ lệ 95%.", "Hạnh kiểm tốt", 95),
    ("Trẻ uống đủ vitamin A 97,5% (195/200).", "Trẻ uống đủ vitamin A", 97.5), ("Học sinh lên lớp thẳng: 49/50 (98%).", "Học sinh lên lớp thẳng", 98)])
def test_how_many_of_how_many_beside_their_share(text: str, indicator: str, value: float) -> None:
    (reading,) = read_targets(text)
    assert (reading.indicator, reading.value, reading.unit) == (indicator, value, "%")


@pytest.mark.parametrize("text", ["Phấn đấu 10/12 trường đạt 95% học sinh khá.", "Dùng sổ điện tử ở 8/8 lớp, 100% phụ huynh có tài khoản."])
def test_a_fraction_that_is_not_the_share_beside_it_stays(text: str) -> None:
    assert without_fractions(text) == text


def test_a_section_title_without_number_ends_the_table_of_a_dump() -> None:
    rows = "".join(f"{n} Tổ chức hoạt động ngoại khóa số {n} {n + 10}/9/2025 Tổng phụ trách Đội\n" for n in range(1, 6))
    text = "KẾ HOẠCH\nHoạt động năm học 2025 - 2026\n" + "STT NỘI DUNG THỜI GIAN THỰC HIỆN\n" + rows + (
        "TỔ CHỨC THỰC HIỆN\n- Hiệu trưởng chỉ đạo chung việc thực hiện kế hoạch.\n- Kế toán dự toán kinh phí.\nNơi nhận:\n- Lưu: VT.\n")
    blocks = read_text(text.encode(), "x.txt").blocks
    assert "TỔ CHỨC THỰC HIỆN" in [b.text for b in blocks if not isinstance(b, Table)]
