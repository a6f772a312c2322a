"""Sections without numbers, owner lines of a whole item, notes in parentheses, frames with dates in their legal bases."""

from __future__ import annotations

import pytest

from extractors.cell_kinds import is_quantity
from extractors.document import Document, Line, Place
from extractors.frame import build_frame
from extractors.markers import read_marker
from extractors.outline import build_outline
from extractors.owner_lines import read_attributes
from extractors.paragraphs import paragraphs
from extractors.sections import is_section_title
from normalizers.unit_cells import owners_in_cell
from normalizers.units import parse_units
from pipeline.assemble import assemble
from pipeline.records import PlanRecord, Task
from tests.support import HEADER, make_document

LETTERED = (
    *HEADER, "Mục đích, yêu cầu", "a) Nâng cao trách nhiệm của các ngành, đoàn thể trong chuyển đổi số ở cơ sở.",
    "b) Hoạt động thiết thực, phù hợp từng đối tượng, không hình thức.", "Chỉ tiêu phấn đấu",
    "a) 90% hội viên cài đặt ứng dụng VNeID.", "Nội dung và giải pháp", "Tuyên truyền, vận động",
    "a) Tổ chức hội nghị quán triệt Kế hoạch đến các chi hội.", "b) Biểu dương các gương điển hình.", "Kinh phí",
    "Từ nguồn ngân sách xã và các nguồn hợp pháp khác.", "Tổ chức thực hiện", "Phòng Văn hóa - Xã hội",
    "a) Hướng dẫn, đôn đốc việc thực hiện Kế hoạch.", "Các tổ chức chính trị - xã hội xã",
    "Cụ thể hóa Kế hoạch này thành chương trình của tổ chức mình và đăng ký một phần việc cụ thể.",
    "Trên đây là Kế hoạch chuyển đổi số xã Tân An./.")


def read(*blocks: str) -> PlanRecord:
    return assemble(make_document(*blocks))


def task(plan: PlanRecord, start: str) -> Task:
    return next(t for t in plan.tasks if t.text.startswith(start))


def dump(text: str) -> Document:
    return Document("plan.txt", "text", [Line(t, Place(lines=(n, n))) for n, t in enumerate(text.split("\n"), 1)]).number()


@pytest.mark.parametrize("text", ["Mục đích, yêu cầu", "Nội dung và giải pháp", "Chỉ tiêu phấn đấu", "TỔ CHỨC THỰC HIỆN", "Kinh phí", "Nhiệm vụ, giải pháp trọng tâm:"])
def test_titles_of_sections(text: str) -> None:
    assert is_section_title(text)


@pytest.mark.parametrize("text", ["Phổ cập kỹ năng số cho Nhân dân", "Nhiệm vụ xây dựng hạ tầng cáp quang đến các thôn", "", "Nội dung tuyên truyền tập trung vào chủ trương của Đảng và của tỉnh",
                                  "Hoạt động thiết thực, phù hợp từng đối tượng"])
def test_no_titles_of_sections(text: str) -> None:
    assert not is_section_title(text)


def test_unnumbered_titles_make_the_sections() -> None:
    plan = read(*LETTERED)
    assert [(t.value, t.horizon) for t in plan.targets] == [(90, "2026")]
    assert [t.text.split(" ")[0] for t in plan.tasks] == ["Tổ", "Biểu", "Hướng", "Cụ"]
    assert task(plan, "Tổ chức hội nghị").section == ("Nội dung và giải pháp", "Tuyên truyền, vận động")


def test_unnumbered_names_of_units_own_the_duties_below_them() -> None:
    plan = read(*LETTERED)
    assert task(plan, "Hướng dẫn, đôn đốc").lead == ("Phòng Văn hóa - Xã hội",)
    assert task(plan, "Cụ thể hóa").lead == ("Các tổ chức chính trị - xã hội",)


def test_parts_in_the_place_of_roman_numbers_make_the_sections() -> None:
    plan = read("Phần I. MỤC ĐÍCH, YÊU CẦU", "1. Phong trào được triển khai đến từng thôn; cán bộ, công chức là lực lượng nòng cốt tham gia.",
                "Phần II. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế: Căn cứ khả năng cân đối ngân sách, tham mưu UBND xã bố trí kinh phí thực hiện Kế hoạch.")
    assert [(t.lead, t.section) for t in plan.tasks] == [(("Phòng Kinh tế",), ("Phần II. TỔ CHỨC THỰC HIỆN",))]


def test_a_requirement_without_full_stop_is_no_section_of_tasks() -> None:
    plan = read("I. MỤC ĐÍCH, YÊU CẦU", "2. Yêu cầu", "- Nhiệm vụ phải bám sát thực tiễn, kế thừa các hệ thống đã đầu tư; tránh chồng chéo, lãng phí",
                "- Phân công rõ người, rõ việc, rõ thời gian, rõ kết quả; bảo đảm tiết kiệm, không phô trương",
                "II. NHIỆM VỤ", "- Rà soát hạ tầng mạng tại các thôn")
    assert [t.text for t in plan.tasks] == ["Rà soát hạ tầng mạng tại các thôn"]


def test_numbered_parts_have_no_unnumbered_sections() -> None:
    outline = build_outline(make_document(*HEADER, "I. MỤC TIÊU", "Mục tiêu cụ thể", "- 90% hồ sơ trực tuyến.", "II. NHIỆM VỤ", "- Rà soát hồ sơ."))
    assert all(n.kind != "title" for n in outline.nodes())


def test_a_title_behind_a_closed_line_starts_a_paragraph() -> None:
    text = "đ) Xây dựng được mô hình điểm “Khu dân cư số” để nhân rộng trong toàn xã này.\nNội dung và giải pháp\na) Tổ chức hội nghị phổ biến Kế hoạch đến các chi hội, chi đoàn ở thôn."
    assert len(paragraphs(dump(text))) == 3


def test_a_label_at_a_line_end_keeps_its_value() -> None:
    text = "- Tổ chức đối thoại giữa Chủ tịch UBND xã với người dân, doanh nghiệp.\nĐơn vị chủ trì: Văn phòng HĐND và UBND; thời gian: Năm 2026; sản phẩm:\nVăn bản triển khai, hội nghị đối thoại."
    assert len(paragraphs(dump(text))) == 2


def test_owner_bullets_close_the_numbered_item() -> None:
    plan = read(*HEADER, "I. NHIỆM VỤ", "1. Thủ tục hành chính", "- Niêm yết công khai thủ tục.", "- Thực hiện xin lỗi khi trễ hạn.",
                "+ Cơ quan chủ trì: Phòng Kinh tế.", "+ Thời gian thực hiện: Quý II/2026.", "2. Nhân lực", "- Cử công chức đi học.",
                "+ Cơ quan chủ trì: Công an xã.", "- Rà soát vị trí việc làm.", "+ Cơ quan chủ trì: Trạm Y tế.")
    assert [t.lead for t in plan.tasks] == [("Phòng Kinh tế",), ("Phòng Kinh tế",), ("Công an xã",), ("Trạm Y tế",)]
    assert [t.deadline.due if t.deadline else None for t in plan.tasks] == ["2026-06-30", "2026-06-30", None, None]


def test_note_in_parentheses_names_the_owners() -> None:
    plan = read(*HEADER, "I. NHIỆM VỤ", "1. Tài chính công", "- Công khai dự toán ngân sách xã.",
                "(Phòng Kinh tế chủ trì, phối hợp với các đơn vị liên quan; hoàn thành trước 30/6/2026)")
    record, = plan.tasks
    assert (record.lead, record.support) == (("Phòng Kinh tế",), ("Các cơ quan, đơn vị",))
    assert record.deadline is not None
    assert record.deadline.due == "2026-06-29"


def test_one_label_for_owners_and_helpers() -> None:
    plan = read(*HEADER, "I. NHIỆM VỤ", "1. Chi trả lương hưu không dùng tiền mặt.", "+ Thời gian: Đến hết tháng 12/2026.",
                "+ Đơn vị chủ trì, phối hợp: Phòng Văn hóa - Xã hội chủ trì; Agribank chi nhánh huyện, Bưu điện phối hợp.")
    record, = plan.tasks
    assert record.lead == ("Phòng Văn hóa - Xã hội",)
    assert len(record.support) == 2
    assert record.deadline is not None
    assert record.deadline.due == "2026-12-31"


def test_a_heading_may_end_in_a_word_of_time() -> None:
    text = "II. MỤC TIÊU, CHỈ TIÊU 6 THÁNG CUỐI NĂM\n1. Mục tiêu chung\nTập trung mọi nguồn lực.\nTổng kết trước tháng\n12 năm 2026."
    assert len(paragraphs(dump(text))) == 4


@pytest.mark.parametrize("text", ["(Chi tiết tại Phụ lục kèm theo)", "(gồm 05 xã chủ trì thí điểm: A, B)", "Phòng Kinh tế chủ trì", "", "(chủ trì)"])
def test_no_note_of_owners(text: str) -> None:
    assert not read_attributes(text).lead


@pytest.mark.parametrize(("cell", "lead", "support"), [
    ("Ban CHQS xã chủ trì, Phòng Kinh tế phối hợp", ["Ban Chỉ huy Quân sự xã"], ["Phòng Kinh tế"]),
    ("Phòng Kinh tế chủ trì, phối hợp với Công an xã, Trạm Y tế", ["Phòng Kinh tế"], ["Công an xã", "Trạm Y tế"]),
])
def test_cell_with_both_roles(cell: str, lead: list[str], support: list[str]) -> None:
    both = owners_in_cell(cell)
    assert both is not None
    assert ([u.name for u in both[0]], [u.name for u in both[1]]) == (lead, support)


@pytest.mark.parametrize("cell", ["Phòng Kinh tế; Công an xã", "", "phối hợp", "chủ trì phối hợp", "Phòng Kinh tế (phối hợp)"])
def test_cell_with_one_role(cell: str) -> None:
    assert owners_in_cell(cell) is None


def test_legal_basis_with_a_full_date_is_no_title() -> None:
    frame = build_frame(make_document(*HEADER[:8], "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "I. MỤC TIÊU"))
    assert frame.title == ["Chuyển đổi số xã Tân An năm 2026"]


def test_an_introduction_with_a_full_date_is_no_title() -> None:
    frame = build_frame(make_document(
        *HEADER[:8], "____________", "Thực hiện Nghị quyết số 71-NQ/TW ngày 22 tháng 8 năm 2025 của Bộ Chính trị, Ủy ban nhân dân xã ban hành Kế hoạch như sau:", "I. MỤC TIÊU"))
    assert frame.title == ["Chuyển đổi số xã Tân An năm 2026"]


def test_rule_glued_to_the_introduction_ends_the_title() -> None:
    frame = build_frame(make_document(*HEADER[:8], "----Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị; xây dựng kế hoạch như sau:", "I- MỤC TIÊU"))
    assert frame.title == ["Chuyển đổi số xã Tân An năm 2026"]


def test_closing_words_of_party_plans_are_no_task() -> None:
    plan = read(*HEADER, "I- TỔ CHỨC THỰC HIỆN", "1- Các chi bộ xây dựng kế hoạch thực hiện.", "Kế hoạch này phổ biến đến chi bộ và đảng viên./.")
    assert [t.text for t in plan.tasks] == ["Các chi bộ xây dựng kế hoạch thực hiện."]


def test_within_the_year_is_the_year_of_the_plan() -> None:
    blocks = [b.replace("ngày 05 tháng 3 năm 2026", "ngày 25 tháng 12 năm 2025") for b in HEADER]
    plan = read(*blocks, "I. NHIỆM VỤ", "- Hoàn thành số hóa hồ sơ.", "Đơn vị chủ trì: Phòng Kinh tế; thời gian: Trong năm.")
    deadline = plan.tasks[0].deadline
    assert deadline is not None
    assert deadline.due == "2026-12-31"


@pytest.mark.parametrize("char", ["\uf0b7", "\uf0a7", "\uf0d8", "\uf02d"])
def test_symbol_font_bullets(char: str) -> None:
    marker = read_marker(f"{char} Hướng dẫn người cao tuổi")
    assert marker is not None
    assert marker.kind == "dot"


@pytest.mark.parametrize(("cell", "unit"), [("Các ông (bà) Trưởng ấp", "Các trưởng ấp"), ("Đồng chí Chủ tịch UBND xã", "Chủ tịch Ủy ban nhân dân xã"),
                                            ("Các ông, bà trưởng khu phố", "Các trưởng khu phố")])
def test_courtesy_before_a_post_is_no_name(cell: str, unit: str) -> None:
    assert [u.name for u in parse_units(cell)] == [unit]


def test_torn_cells_in_a_target_section_are_no_targets() -> None:
    plan = read(*HEADER, "I. MỤC TIÊU CỤ THỂ", "1. Tỷ lệ hồ sơ trực tuyến đạt 80%.", "Đơn vị tính", "Thực hiện", "Tỷ đồng", "II. NHIỆM VỤ", "- Rà soát hồ sơ.")
    assert [t.value for t in plan.targets] == [80]
    assert [row.role for row in plan.ledger if row.text == "Tỷ đồng"] == ["unexplained"]


def test_owner_note_is_no_part_of_an_embedded_target() -> None:
    plan = read(*HEADER, "I. NHIỆM VỤ", "- Số hóa 60% hồ sơ địa chính (Phòng Kinh tế chủ trì; hoàn thành trước 30/6/2026).")
    assert [t.indicator for t in plan.targets if "chủ trì" in t.indicator] == []
    assert [t.value for t in plan.targets] == [60]


@pytest.mark.parametrize(("text", "fits"), [("100 TT PVHCC", False), ("% 80", False), ("05 tổ dân phố", True), ("≥ 80", True), ("Thuộc nhóm 10 xã dẫn đầu", True)])
def test_quantities_hold_no_owner(text: str, fits: bool) -> None:
    assert is_quantity(text) is fits


def test_the_receivers_register_stamp_is_no_title() -> None:
    plan = read("CÔNG VĂN ĐẾN", "Số: 1234", "Ngày: 15/01/2026", *HEADER, "I. NHIỆM VỤ", "- Rà soát hồ sơ.").plan
    assert (plan.doc_type, plan.title, plan.number, plan.period) == ("Kế hoạch", "Chuyển đổi số xã Tân An năm 2026", "12/KH-UBND", "2026")


def test_a_cover_stands_above_the_letterhead() -> None:
    plain, covered = read(*HEADER, "I. NHIỆM VỤ", "- Rà soát hồ sơ."), read(
        "ỦY BAN NHÂN DÂN XÃ TÂN AN", "KẾ HOẠCH", "CHUYỂN ĐỔI SỐ", "Tân An, tháng 3 năm 2026", *HEADER, "I. NHIỆM VỤ", "- Rà soát hồ sơ.")
    assert covered.plan == plain.plan
    assert [t.text for t in covered.tasks] == ["Rà soát hồ sơ."]


def test_a_title_may_name_the_party() -> None:
    plan = read("ĐẢNG ỦY XÃ TÂN AN", "Số: 12-KH/ĐU", "Tân An, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH", "Tuyên truyền kỷ niệm ngày thành lập",
                "Đảng Cộng sản Việt Nam", "I. NHIỆM VỤ", "- Tổ chức tọa đàm tại các chi bộ.").plan
    assert plan.title == "Tuyên truyền kỷ niệm ngày thành lập Đảng Cộng sản Việt Nam"
