"""Outlines of Party, school and inspection plans: numbers below letters, themed months, what an inspection covers, page numbers of short dumps."""

from __future__ import annotations

import pytest

from extractors.document import Document, Line, Place
from extractors.markers import read_marker
from extractors.paragraphs import Paragraph, paragraphs
from extractors.text_furniture import mark_furniture
from normalizers.units import heading_units, prose_owners
from pipeline.assemble import assemble
from pipeline.records import PlanRecord
from tests.support import HEADER, make_document

END = "Trên đây là Kế hoạch của xã Tân An./."


def plan(*lines: str) -> PlanRecord:
    return assemble(make_document(*HEADER, *lines, END))


def tasks(*lines: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(t.text, t.lead) for t in plan(*lines).tasks]


def test_numbers_below_a_letter_are_its_items() -> None:
    got = tasks("I. TỔ CHỨC THỰC HIỆN", "a) Phòng Kinh tế", "1. Rà soát quy hoạch.", "2. Lập dự toán.", "b) Trạm Y tế:", "1. Dự trữ thuốc.")
    assert got == [("Rà soát quy hoạch.", ("Phòng Kinh tế",)), ("Lập dự toán.", ("Phòng Kinh tế",)), ("Dự trữ thuốc.", ("Trạm Y tế",))]


@pytest.mark.parametrize("month", ["1. Tháng 9/2026: Chủ điểm “Truyền thống nhà trường”", "* Tháng 9 năm 2026 - Mừng ngày khai trường", "- Tháng 9/2026 (Chủ điểm: Mái trường)"])
def test_a_month_with_its_theme_times_what_stands_below(month: str) -> None:
    below = "+ Tổ chức lễ khai giảng." if month[0] == "-" else "- Tổ chức lễ khai giảng."
    (task,) = plan("III. KẾ HOẠCH CỤ THỂ", month, below).tasks
    assert task.deadline is not None and task.deadline.due == "2026-09-30"


def test_what_an_inspection_covers_is_no_task() -> None:
    got = tasks("II. NỘI DUNG, ĐỐI TƯỢNG KIỂM TRA", "1. Đối tượng kiểm tra", "- Các trường học trên địa bàn.", "2. Thời kỳ kiểm tra:", "- Từ ngày 01/01/2025 đến thời điểm kiểm tra.",
                "III. NHIỆM VỤ", "1. Công tác chuẩn bị", "- Ban hành quyết định thành lập Đoàn kiểm tra.")
    assert [text for text, _ in got] == ["Ban hành quyết định thành lập Đoàn kiểm tra."]


def test_measures_of_the_same_bullet_end_the_targets_above() -> None:
    got = plan("II. NHIỆM VỤ", "1. Công tác chuyên môn", "* Chỉ tiêu:", "* 100% hồ sơ được số hóa.", "* Biện pháp thực hiện:", "* Mua sắm máy quét.")
    assert [t.text for t in got.tasks] == ["Mua sắm máy quét."] and len(got.targets) == 1


def test_a_duty_behind_its_unit_is_no_introduction_of_the_next_heading() -> None:
    got = tasks("IV. PHÂN CÔNG TRÁCH NHIỆM", "Trạm Y tế: Tham mưu các biện pháp phòng bệnh.", "Phòng Kinh tế:", "- Lập dự toán.")
    assert got[0] == ("Trạm Y tế: Tham mưu các biện pháp phòng bệnh.", ("Trạm Y tế",))


def test_the_letter_i_behind_h_is_no_roman_number() -> None:
    got = tasks("G. NHIỆM VỤ", "I. Rà soát hộ nghèo.", "H. KINH PHÍ THỰC HIỆN", "- Từ ngân sách xã.", "I. TỔ CHỨC THỰC HIỆN", "I. Phòng Kinh tế", "- Theo dõi tiến độ.")
    assert got == [("Rà soát hộ nghèo.", ()), ("Theo dõi tiến độ.", ("Phòng Kinh tế",))]


@pytest.mark.parametrize("text", ["Lãnh đạo chính quyền cụ thể hóa nghị quyết.", "Lãnh đạo Mặt trận Tổ quốc và các đoàn thể vận động Nhân dân.", "Lãnh đạo các chi bộ tổ chức sinh hoạt chuyên đề."])
def test_a_committee_that_leads_charges_nobody(text: str) -> None:
    assert prose_owners(text)[0] == []
    assert prose_owners("Lãnh đạo các đoàn thể chịu trách nhiệm vận động hội viên.")[0]


@pytest.mark.parametrize(("text", "unit"), [("Rà soát thiết bị tại trụ sở làm việc (Phòng Kinh tế)", "Phòng Kinh tế"), ("Bổ sung biển báo tại các nút giao (Công an xã)", "Công an xã"),
                                            ("Rà soát quy hoạch cán bộ (Ủy ban Kiểm tra Đảng ủy)", "Ủy ban Kiểm tra Đảng ủy"), ("Vận động Nhân dân phân loại rác (Phòng Kinh tế)", "Phòng Kinh tế")])
def test_who_stands_alone_behind_an_act(text: str, unit: str) -> None:
    assert [u.name for u in prose_owners(text)[0]] == [unit]


def test_a_doctor_named_with_a_post() -> None:
    assert [u.name for u in heading_units("BS. Lê Văn An - Trưởng khoa Dược")] == ["Trưởng khoa Dược"]


def _pages(*texts: str) -> list[str]:
    lines = [Line(text, Place(lines=(n, n))) for n, text in enumerate(texts, 1)]
    mark_furniture(lines)
    return [line.text for line in lines if line.furniture]


def test_the_only_bare_number_of_two_pages() -> None:
    prose = [f"Nội dung số liệu của dòng thứ {n} trong kế hoạch này." for n in range(30)]
    assert _pages(*prose, "2", "- Kiểm tra hồ sơ.", *prose[:12]) == ["2"]
    assert _pages(*prose, "2", "Kiểm tra hồ sơ", *prose[:12]) == []
    assert _pages("1", *prose, "2", "a) Kiểm tra hồ sơ.", *prose[:12]) == ["1", "2"]


@pytest.mark.parametrize(("text", "kind"), [("2.2. 100% trường học đạt chuẩn", "decimal"), ("2.2 85,5% hộ dân có nước sạch", "decimal"), ("1.2.3. 90% hồ sơ đúng hạn", "decimal3"), ("o 100% trường học đạt chuẩn", "dot")])
def test_a_share_behind_a_mark(text: str, kind: str) -> None:
    marker = read_marker(text)
    assert marker is not None and marker.kind == kind
    assert all((m := read_marker(t)) is None or m.kind not in ("decimal", "dot") for t in ("2.2 12.5", "2.2. 85%", "12.50 30", "o 100%"))


def _printed(*lines: tuple[str, bool | None]) -> list[str]:
    document = Document("plan.txt", "text", [Line(text, Place(), fill=0.97, starts=starts) for text, starts in lines]).number()
    return [p.text for p in paragraphs(document) if isinstance(p, Paragraph)]


@pytest.mark.parametrize(("above", "line"), [
    ("1. Tuyên truyền pháp luật về bảo vệ môi trường, phân loại rác", "Tổ chức ra quân dọn vệ sinh tại các khu dân cư."),
    ("PHÂN CÔNG TRÁCH NHIỆM THỰC HIỆN", "Giao Phòng Kinh tế lập dự toán."),
    ("- Rà soát hồ sơ tại các điểm đến", "+ Phòng Kinh tế chủ trì kiểm tra."),
    ("- Điều tra dịch tễ tại cộng đồng.", "Phân công: Trạm Y tế (chủ trì), Công an xã (phối hợp)."),
    ("- Điều tra dịch tễ tại cộng đồng.", "Giao Trạm Y tế chủ trì thực hiện các nội dung trên."),
    ("3. Bảo trợ xã hội cho các đối tượng trên địa bàn", "Mục tiêu: Hỗ trợ 25 hộ nghèo."),
    ("Đối với Phòng Kinh tế và Ban Chỉ huy Quân sự phường", "- Lập dự toán kinh phí.")])
def test_a_line_that_begins_behind_a_full_one(above: str, line: str) -> None:
    assert _printed((above, True), (line, False)) == [above, line]


@pytest.mark.parametrize("head", ["Nhiệm vụ do Phòng Kinh tế chủ trì", "Bảo vệ môi trường (Phòng Kinh tế chủ trì, Trạm Y tế phối hợp)", "Tháng 08/2026"])
def test_a_heading_between_two_lists(head: str) -> None:
    assert _printed(("- Kiểm tra các thôn theo kế hoạch.", True), (head, False), ("- Rà soát hồ sơ.", True))[1] == head


@pytest.mark.parametrize(("above", "line"), [("1. Phối hợp với Sở", "Xây dựng quy hoạch vùng."), ("1. Triển khai các nội dung của Chương trình", "Xây dựng nông thôn mới."), ("- Kiểm tra hồ sơ theo quy định", "Rà soát lại.")])
def test_a_name_goes_on_over_the_line_end(above: str, line: str) -> None:
    assert _printed((above, True), (line, False)) == [f"{above} {line}"]


def test_a_number_of_things_below_aims_inside_a_task_is_a_target() -> None:
    got = plan("II. NHIỆM VỤ", "1. Du lịch", "a) Mục tiêu:", "- Đón 9.500 lượt khách.", "b) Nhiệm vụ:", "- Lắp đặt biển chỉ dẫn.")
    assert [(t.value, t.unit) for t in got.targets] == [(9500.0, "count")] and [t.text for t in got.tasks] == ["Lắp đặt biển chỉ dẫn."]


@pytest.mark.parametrize("text", ["Hiệu trưởng: Chỉ đạo công tác kiểm tra.", "Đồng chí Lê Thị Mai, Hiệu trưởng: Chỉ đạo công tác kiểm tra.", "Đồng chí Lê Thị Mai, Hiệu trưởng, phụ trách kiểm tra nội bộ."])
def test_a_post_alone_before_its_act(text: str) -> None:
    assert [u.name for u in prose_owners(text, duty=True)[0]] == ["Hiệu trưởng"]
    assert prose_owners("Giám đốc: Ông Lê Văn An.", duty=True)[0] == []


@pytest.mark.parametrize("lines", [("Mục tiêu: Không để xảy ra cháy lớn trên địa bàn.", "- Kiểm tra các cơ sở."), ("a) Mục tiêu:", "- Không để xảy ra cháy lớn trên địa bàn.", "b) Nhiệm vụ:", "- Kiểm tra các cơ sở.")])
def test_an_aim_inside_a_task_to_leave_none_is_a_target(lines: tuple[str, ...]) -> None:
    got = plan("II. NHIỆM VỤ", "1. Phòng cháy, chữa cháy", *lines)
    assert [t.comparator for t in got.targets] == ["qualitative"] and [t.text for t in got.tasks] == ["Kiểm tra các cơ sở."]


@pytest.mark.parametrize("unit", ["Tổ Khoa học xã hội", "Công đoàn trường"])
def test_an_office_that_no_list_holds_behind_a_bare_label(unit: str) -> None:
    assert tasks("II. NHIỆM VỤ", "1. Công tác chuyên môn", "- Kiểm tra hồ sơ của giáo viên.", f"* Thực hiện: {unit}.") == [("Kiểm tra hồ sơ của giáo viên.", (unit,))]
