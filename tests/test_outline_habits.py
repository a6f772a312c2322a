"""Outlines as offices type them: titles without numbers, stages and months, owner lines behind their title or an arrow, duties below bare names."""

from __future__ import annotations

import pytest

from extractors.document import Document, Line, Place
from extractors.paragraphs import Paragraph, paragraphs
from normalizers.unit_charges import read_charge
from pipeline.assemble import assemble
from pipeline.records import PlanRecord
from tests.support import HEADER, make_document

END = "Trên đây là Kế hoạch của xã Tân An./."


def tasks(*lines: str) -> list[tuple[str, tuple[str, ...]]]:
    plan: PlanRecord = assemble(make_document(*HEADER, *lines, END))
    return [(t.text, t.lead) for t in plan.tasks]


@pytest.mark.parametrize("intro", ["UBND xã xây dựng Kế hoạch với các nội dung cụ thể sau:", "Ủy ban nhân dân xã ban hành Kế hoạch thực hiện trên địa bàn."])
def test_titles_in_capitals_open_a_text_that_numbers_nothing(intro: str) -> None:
    plan = assemble(make_document(*HEADER[:-1], "Căn cứ Nghị quyết số 11/NQ-HĐND của Hội đồng nhân dân xã; " + intro, "MỤC ĐÍCH", "- Nâng cao nhận thức của Nhân dân.",
                                  "NỘI DUNG THỰC HIỆN", "- Tổ chức hội nghị quán triệt Kế hoạch.", END))
    assert [t.text for t in plan.tasks] == ["Tổ chức hội nghị quán triệt Kế hoạch."]


@pytest.mark.parametrize("stages", [("- Tháng 4/2026:", "- Tháng 9/2026:"), ("- Bước 1: Chuẩn bị (trong tháng 02/2026)", "- Bước 2: Triển khai (từ tháng 3 đến tháng 8/2026)"),
                                    ("- Từ ngày 01/3/2026 đến ngày 15/4/2026", "- Từ ngày 16/4/2026 đến ngày 30/10/2026")])
def test_a_section_on_time_holds_tasks_where_its_stages_list_acts(stages: tuple[str, str]) -> None:
    plan = assemble(make_document(*HEADER, "III. THỜI GIAN THỰC HIỆN", stages[0], "+ Xây dựng kế hoạch của thôn.", stages[1], "+ Kiểm tra kết quả tại các thôn.", END))
    assert [t.text for t in plan.tasks] == ["Xây dựng kế hoạch của thôn.", "Kiểm tra kết quả tại các thôn."]
    assert all(t.deadline is not None and t.deadline.kind == "fixed" for t in plan.tasks)


def test_a_section_on_time_that_lists_no_acts_holds_no_tasks() -> None:
    assert tasks("III. THỜI GIAN THỰC HIỆN", "1. Đợt 1 (từ ngày 01/3 đến ngày 15/3/2026):", "- Thôn Đông, thôn Đoài.", "2. Đợt 2 (từ ngày 16/3 đến ngày 30/3/2026):", "- Các thôn còn lại.") == []


@pytest.mark.parametrize("title", ["- Phân công thực hiện:", "* Tổ chức thực hiện:", "→ Phân công thực hiện:"])
def test_owner_lines_below_their_title_belong_to_the_item(title: str) -> None:
    lines = ("I. NHIỆM VỤ", "1. Rà soát hộ nghèo trên địa bàn xã.", title, "+ Đơn vị chủ trì: Phòng Kinh tế.", "+ Thời gian hoàn thành: Tháng 6/2026.", "2. Kiểm tra các thôn.")
    assert tasks(*lines) == [("Rà soát hộ nghèo trên địa bàn xã.", ("Phòng Kinh tế",)), ("Kiểm tra các thôn.", ())]


@pytest.mark.parametrize("line", ["→ Giao Trạm Y tế chủ trì thực hiện nội dung này.", "→ (Giao Trạm Y tế chủ trì thực hiện)"])
def test_a_charge_behind_an_arrow(line: str) -> None:
    assert tasks("I. NHIỆM VỤ", "1. Giám sát dịch bệnh", "- Điều tra các ca bệnh nghi ngờ tại cộng đồng.", line) == [("Điều tra các ca bệnh nghi ngờ tại cộng đồng.", ("Trạm Y tế",))]
    assert read_charge("=> Trạm Y tế chủ trì, Công an xã phối hợp thực hiện.") is not None


def test_a_bare_name_between_lists_ends_the_bullet_above_however_full_its_line() -> None:
    full = "- Lập dự toán, quản lý và thanh quyết toán kinh phí đúng chế độ quy định."
    printed = ((full, 1.0, True), ("Trạm Y tế:", 0.2, False), ("- Chuẩn bị thuốc.", 0.3, True))
    document = Document("plan.txt", "text", [Line(text, Place(), fill=fill, starts=starts) for text, fill, starts in printed]).number()
    assert [p.text for p in paragraphs(document) if isinstance(p, Paragraph)] == [full, "Trạm Y tế:", "- Chuẩn bị thuốc."]


def printed(*lines: str) -> list[str]:
    """The paragraphs of full lines whose dump says nothing certain of where they start."""
    document = Document("plan.txt", "text", [Line(text, Place(), fill=1.0, starts=False) for text in lines]).number()
    return [p.text for p in paragraphs(document) if isinstance(p, Paragraph)]


@pytest.mark.parametrize("title", ["NHIỆM VỤ TRỌNG TÂM", "KINH PHÍ THỰC HIỆN:"])
def test_a_title_in_capitals_behind_a_full_line(title: str) -> None:
    assert printed("- Không để xảy ra tai nạn giao thông nghiêm trọng trên địa bàn xã.", title) == ["- Không để xảy ra tai nạn giao thông nghiêm trọng trên địa bàn xã.", title]


def test_the_closing_order_behind_a_full_bullet() -> None:
    bullet, order, end = "- Tổng hợp kết quả, báo cáo Ủy ban nhân dân xã.", "Yêu cầu các cơ quan, đơn vị, các thôn nghiêm túc thực hiện Kế", "hoạch này./."
    assert printed(bullet, order, end) == [bullet, f"{order} {end}"]
    going_on = "Yêu cầu các thôn báo cáo hằng tháng về Phòng Kinh tế."
    assert printed(bullet, going_on) == [f"{bullet} {going_on}"]


def test_a_dash_inside_brackets_wraps_on() -> None:
    assert printed("- Báo cáo kết quả về Sở (qua Phòng Kế hoạch", "- Tài chính) trước ngày 15/11.") == ["- Báo cáo kết quả về Sở (qua Phòng Kế hoạch - Tài chính) trước ngày 15/11."]


def test_a_bullet_that_leads_to_its_siblings_is_no_task() -> None:
    assert tasks("I. NHIỆM VỤ", "1. Hạ tầng số", "- Tập trung thực hiện các nội dung sau:", "- Rà soát đường truyền tại trụ sở.", "- Khảo sát các điểm lõm sóng.") == [
        ("Rà soát đường truyền tại trụ sở.", ()), ("Khảo sát các điểm lõm sóng.", ())]


def test_a_title_in_capitals_that_reads_like_a_label_heads_the_duties_below_the_first_name() -> None:
    assert tasks("NỘI DUNG", "- Rà soát hộ nghèo.", "PHÂN CÔNG THỰC HIỆN:", "Trạm Y tế", "- Chuẩn bị thuốc, vật tư.", "Công an xã", "- Bảo đảm an ninh, trật tự.") == [
        ("Rà soát hộ nghèo.", ()), ("Chuẩn bị thuốc, vật tư.", ("Trạm Y tế",)), ("Bảo đảm an ninh, trật tự.", ("Công an xã",))]


def test_a_sentence_numbered_in_roman_below_a_part_names_no_section() -> None:
    assert tasks("Phần thứ nhất: QUAN ĐIỂM CHỈ ĐẠO", "I. Công tác giảm nghèo là nhiệm vụ quan trọng, thường xuyên, lâu dài của các cấp, các ngành.", "II. Lấy người dân làm chủ thể.",
                 "Phần thứ hai: NHIỆM VỤ", "I. Rà soát hộ nghèo trên địa bàn các thôn.") == [("Rà soát hộ nghèo trên địa bàn các thôn.", ())]
