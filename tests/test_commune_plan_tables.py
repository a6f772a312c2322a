"""Annexes and sections of commune plans: lists of helpers with dashes, groups with numbers, what ends a table, bounds and terms in cells."""

from __future__ import annotations

import pytest

from extractors.cell_kinds import time_fit
from extractors.document import Table
from extractors.pdf_aligned import find_aligned
from extractors.pdf_chars import PageWords
from extractors.pdf_page import PdfPage
from extractors.table_headers import wording_role
from extractors.text_reader import read_text
from normalizers.target_prose import read_targets
from normalizers.targets import read_task_targets
from normalizers.unit_prose import prose_owners
from pipeline.assemble import assemble
from tests.support import HEADER, make_document
from tests.test_aligned import PITCH, SIZE, line, page
from tests.test_flat_table import body


def cells_of(text: str) -> list[list[str]]:
    table, = [block for block in read_text(text.strip("\n").encode(), "dump.txt").blocks if isinstance(block, Table)]
    return body(table)


LISTED = """
TT Nội dung Chủ trì Phối hợp Thời gian
1 Cập nhật dữ liệu hộ tịch trên phần
mềm dùng chung
Công an xã - Trạm Y tế xã
- Các thôn
02/2026
2 Hướng dẫn người dân nộp hồ sơ
qua mạng
Văn phòng
HĐND và UBND
- Đoàn Thanh niên xã
- Công an xã
Quý I/2026
3 Vận động phụ huynh đóng học phí
qua tài khoản
Các trường học - Phòng Kinh tế 5/2026
4 Khám sức khỏe cho người cao tuổi Trạm Y tế xã - Phòng Văn hóa - Xã hội
- Hội Nông dân xã
Quý II/2026
"""


def test_helpers_listed_with_dashes_stand_beside_the_lead() -> None:
    rows = cells_of(LISTED)
    assert [" ".join(row[2].split()) for row in rows] == ["Công an xã", "Văn phòng HĐND và UBND", "Các trường học", "Trạm Y tế xã"]
    assert [row[3].startswith("- ") for row in rows] == [True] * 4
    assert "Phòng Văn hóa - Xã hội" in rows[3][3]


@pytest.mark.parametrize("lead_in", ["Căn cứ điều kiện thực tế, xã phấn đấu đến năm 2027:", "Căn cứ khả năng cân đối, phường đặt ra các chỉ tiêu:"])
def test_a_line_that_leads_on_to_targets_is_no_heading_of_legal_bases(lead_in: str) -> None:
    plan = assemble(make_document(*HEADER, "I. MỤC ĐÍCH, YÊU CẦU", "- Nâng cao nhận thức.", "II. CHỈ TIÊU", lead_in, "(1) 95% vụ việc được hòa giải thành.",
                                  "(2) 80% hộ có nước sạch.", "III. NHIỆM VỤ", "- Tổ chức hội nghị quán triệt.", "Trên đây là Kế hoạch của xã Tân An./."))
    assert [t.value for t in plan.targets] == [95, 80]


def test_a_heading_of_legal_bases_stays_one() -> None:
    plan = assemble(make_document(*HEADER, "I. MỤC TIÊU", "Căn cứ pháp lý:", "- Quyết định giao 100% biên chế năm 2026.", "II. NHIỆM VỤ", "- Tổ chức hội nghị quán triệt.",
                                  "Trên đây là Kế hoạch của xã Tân An./."))
    assert plan.targets == ()


@pytest.mark.parametrize(("text", "values"), [
    ("100% xe buýt nội vùng và ít nhất 12 điểm dừng được lắp mái che.", [100, 12]),
    ("100% số thôn và tối thiểu 4 trường học đạt chuẩn an ninh trật tự.", [100, 4]),
    ("100% trường học có thư viện và ít nhất 2 phòng máy được nối mạng.", [100]),  # what each of them has
    ("90% hộ dân và ít nhất 01 lao động mỗi hộ được tập huấn.", [90]),
])
def test_a_share_and_a_count_that_share_a_predicate_are_two(text: str, values: list[float]) -> None:
    assert [r.value for r in read_targets(text)] == values


@pytest.mark.parametrize(("text", "values"), [
    ("Phối hợp ngành điện bố trí mặt bằng xây dựng trạm biến áp 110 kV.", []), ("Đầu tư xây dựng nhà văn hóa trung tâm 200 chỗ ngồi.", []),
    ("Xây dựng trường trung học cơ sở 3 tầng.", []), ("Bố trí tối thiểu 200 chỗ ngồi cho người dân.", [200]), ("Xây dựng 12 phòng học.", [12])])
def test_what_a_building_is_like_is_no_commitment(text: str, values: list[float]) -> None:
    assert [r.value for r in read_task_targets(text)] == values


@pytest.mark.parametrize(("text", "leads"), [
    ("Các thôn, khu phố vận động nhân dân chỉnh trang cổng ngõ.", ["Các thôn, khu phố"]), ("Các ấp thành lập tổ tự quản môi trường.", ["Các ấp"]),
    ("Các thôn, bản vùng cao được hỗ trợ máy phát điện.", []), ("Các thôn đạt chuẩn văn hóa hằng năm.", [])])
def test_settlements_that_do_an_act_of_bodies_are_charged(text: str, leads: list[str]) -> None:
    assert [u.name for u in prose_owners(text)[0]] == leads


@pytest.mark.parametrize(("text", "whole"), [("Học kỳ II năm học 2025 - 2026", True), ("Học kỳ I, năm học 2026 - 2027", True), ("Học kỳ quân đội", False)])
def test_school_terms_are_times(text: str, whole: bool) -> None:
    assert (time_fit(text) == 1.0) is whole


@pytest.mark.parametrize(("text", "role"), [("đơn vị, người phụ trách", "owner"), ("cơ quan, cán bộ thực hiện", "owner"), ("đơn vị, người phối hợp", "support")])
def test_headings_that_name_bodies_and_persons(text: str, role: str) -> None:
    assert wording_role(text) == role


def _plan_around(table: str, behind: str) -> str:
    prose = "Tiếp tục nâng cao đời sống vật chất và tinh thần của người dân trên địa bàn; phấn đấu"
    return "\n".join(["KẾ HOẠCH", "Xây dựng nông thôn mới năm 2026", "I. Mục đích", *[prose] * 14, "II. Mục tiêu năm 2026", table.strip("\n"), behind,
                      "1. Công tác tuyên truyền", "• Tổ chức hội nghị quán triệt.", "• Phát tờ rơi."])


VALUES = """
TT Chỉ tiêu Đơn vị
tính
Kết quả
2025
Kế hoạch
2026
1 Thu nhập bình quân đầu người triệu
đồng
46,8 52
2 Sản phẩm đạt 3 sao trở lên sản phẩm 2 tối thiểu 4
3 Tỷ lệ hộ nghèo % 7,4 5,1
4 Số vụ cháy vụ 6 không quá
5
"""


def test_a_section_titled_in_small_letters_ends_the_table() -> None:
    rows = cells_of(_plan_around(VALUES, "III. Nội dung thực hiện"))
    assert [row[0] for row in rows] == ["1", "2", "3", "4"]
    assert [" ".join(row[4].split()) for row in rows] == ["52", "tối thiểu 4", "5,1", "không quá 5"]
    assert " ".join(rows[0][2].split()) == "triệu đồng"


def test_groups_in_small_letters_do_not_end_the_table_they_part() -> None:
    grouped = VALUES.replace("không quá\n5", "5,0").replace("1 Thu", "I. Phát triển kinh tế\n1 Thu").replace("3 Tỷ", "II. Giảm nghèo bền vững\n3 Tỷ").replace("4 Số", "III. An ninh, trật tự\n4 Số")
    rows = cells_of(_plan_around(grouped, "III. NỘI DUNG THỰC HIỆN"))
    assert [row[0] for row in rows if row[0].isdigit()] == ["1", "2", "3", "4"]


PHASES = """
Nội dung công việc Đơn vị, người phụ trách Phối hợp Thời điểm thực hiện
1. Giai đoạn chuẩn bị (trước mùa mưa bão)
Rà soát phương án sơ tán dân ở các
thôn ven sông
Phòng Kinh tế Công an xã Tháng 5/2026
Cắm biển cảnh báo tại các ngầm tràn,
điểm sạt lở
Công an xã trưởng các thôn Tháng 6/2026
2. Giai đoạn ứng phó
Trực ban, tiếp nhận thông tin và xử lý
tình huống
Ban CHQS xã Công an xã Quý III/2026
Sơ tán người dân khỏi vùng ngập sâu,
vùng sạt lở
Ban CHQS xã Trạm Y tế xã Quý IV/2026
3. Giai đoạn khắc phục
Thống kê thiệt hại và đề xuất hỗ trợ
người dân
Phòng Kinh tế trưởng các thôn Hằng năm
"""


def test_numbered_titles_of_phases_part_rows_without_numbers() -> None:
    rows = cells_of(PHASES)
    firsts = [row[0].split("\n")[0] for row in rows]
    assert [f[:2] for f in firsts if f[:1].isdigit()] == ["1.", "2.", "3."]
    assert all(not any(row[1:]) for row in rows if row[0][:1].isdigit())
    assert len(rows) == 8


def test_the_bold_heading_below_columns_of_the_page_before_is_no_row() -> None:
    rows = page(line("4", "Số hóa hồ sơ hộ tịch", "Văn phòng", "Các thôn", "Quý II/2026"), line("5", "Tập huấn cho tổ công nghệ", "Trạm Y tế", "Công an xã", "Hằng năm"),
                [(90.0, "*III. Nội dung thực hiện")], [(90.0, "Tổ chức hội nghị quán triệt.")])
    table, = find_aligned(rows, SIZE, (55.0, 85.0, 245.0, 345.0, 445.0, 530.0), lambda word: word.start == 1)
    assert table.end == 2


def test_rest_of_a_table_without_rules_is_looked_for_above_a_ruled_one_only() -> None:
    from extractors.pdf_grid import Grid
    from extractors.pdf_lines import LineMaker
    from extractors.pdf_page import _rows_above
    from extractors.pdf_rules import Rules
    words = PageWords.__new__(PageWords)
    found = PdfPage(2, words, Rules([], []), LineMaker(words, 2), grids=[(Grid([0.0, 1.0], [80.0 + 1.5 * PITCH, 400.0], []), [])])
    found.rows = page(line("4", "Số hóa hồ sơ"), line("5", "Tập huấn"), line("", "Tổ chức hội nghị"))
    assert _rows_above(found) == 2
    assert found.columns is None


BY_BODY = """
{head}
Phòng Kinh tế Tham mưu phân bổ vốn, theo dõi giải ngân các
dự án
Trước
15/02/2026
Hướng dẫn chủ thể hoàn thiện hồ sơ sản phẩm
Quý III/2026
Công an xã Tuyên truyền phòng, chống tội phạm tại các
thôn
Hằng tháng
Tổ chức tuần tra ban đêm 6/2026
Các thôn Họp dân lấy ý kiến, huy động đóng góp
Quý I/2026
Đăng ký danh sách hộ thoát nghèo Tháng 11/2026
"""


@pytest.mark.parametrize("head", ["Đơn vị Nhiệm vụ Thời gian", "Đơn vị thực hiện Nội dung công việc Thời gian hoàn\nthành", "Cơ quan, đơn vị Nhiệm vụ được giao Thời hạn"])
def test_tables_whose_first_column_says_whose_the_rows_are(head: str) -> None:
    rows = cells_of(BY_BODY.format(head=head))
    assert [" ".join(row[0].split()) for row in rows] == ["Phòng Kinh tế"] * 2 + ["Công an xã"] * 2 + ["Các thôn"] * 2
    assert [" ".join(row[2].split()) for row in rows] == ["Trước 15/02/2026", "Quý III/2026", "Hằng tháng", "6/2026", "Quý I/2026", "Tháng 11/2026"]


def test_a_sentence_on_bodies_and_tasks_is_no_header() -> None:
    document = read_text("\n".join(["I. NHIỆM VỤ", "Đơn vị nhiệm vụ trọng tâm là đơn vị được giao", "chủ trì nội dung thời gian tới.", "Công an xã tuần tra ban đêm."]).encode(), "x.txt")
    assert not [block for block in document.blocks if isinstance(block, Table)]
