"""Bold lines that group numbered items, and items that say who does them below."""

from __future__ import annotations

from extractors.document import Document, Line, Place
from pipeline.assemble import assemble
from pipeline.records import PlanRecord
from tests.support import HEADER


def _read(*texts: str) -> PlanRecord:
    """A DOCX of these paragraphs, bold where they begin with a star."""
    lines = [Line(t.lstrip("*"), Place(path=f"p{n}"), whole=True, starts=True, bold=t.startswith("*")) for n, t in enumerate((*HEADER, *texts), 1)]
    return assemble(Document("plan.docx", "docx", list(lines)).number())


def test_one_count_runs_through_bold_groups() -> None:
    tasks = _read("*III. NHIỆM VỤ", "*Hạ tầng số", "1. Rà soát vùng lõm sóng trên địa bàn xã.", "Đơn vị chủ trì: Phòng Kinh tế; thời gian hoàn thành: Quý I/2026.",
                  "2. Lắp đặt hệ thống mạng nội bộ.", "Đơn vị chủ trì: Văn phòng HĐND và UBND; thời gian hoàn thành: Quý II/2026.",
                  "*Nhân lực số", "3. Tổ chức lớp tập huấn kỹ năng số cho cán bộ.", "Đơn vị chủ trì: Phòng Văn hóa - Xã hội; thời gian hoàn thành: Quý III/2026.").tasks
    assert [(t.text[:9], t.lead, t.section[-1]) for t in tasks] == [("Rà soát v", ("Phòng Kinh tế",), "Hạ tầng số"), ("Lắp đặt h", ("Văn phòng HĐND và UBND",), "Hạ tầng số"),
                                                                    ("Tổ chức l", ("Phòng Văn hóa - Xã hội",), "Nhân lực số")]


def test_a_bold_year_dates_the_numbered_items_below_it() -> None:
    targets = _read("*II. MỤC TIÊU", "*Mục tiêu cụ thể đến năm 2030", "1. Tỷ lệ người dân có tài khoản định danh điện tử đạt 95%.", "2. Tỷ lệ hộ gia đình có Internet cáp quang đạt 90%.").targets
    assert [(t.value, t.horizon) for t in targets] == [(95, "2030"), (90, "2030")]


def test_a_bold_line_inside_a_bold_numbered_section_stays_there() -> None:
    tasks = _read("*III. NHIỆM VỤ", "*1. Hạ tầng số", "*Mạng và thiết bị", "- Lắp đặt hệ thống mạng nội bộ của xã.", "*2. Nhân lực số", "- Tổ chức lớp tập huấn kỹ năng số cho cán bộ.").tasks
    assert [t.section[1:] for t in tasks] == [("1. Hạ tầng số", "Mạng và thiết bị"), ("2. Nhân lực số",)]


def test_a_bold_owner_line_belongs_to_the_item_above_it() -> None:
    tasks = _read("*III. NHIỆM VỤ", "1. Rà soát vùng lõm sóng trên địa bàn xã.", "*Đơn vị chủ trì: Phòng Kinh tế", "2. Lắp đặt hệ thống mạng nội bộ.",
                  "*Đơn vị chủ trì: Văn phòng HĐND và UBND", "3. Tổ chức lớp tập huấn kỹ năng số cho cán bộ.", "*Đơn vị chủ trì: Phòng Văn hóa - Xã hội").tasks
    assert [t.lead for t in tasks] == [("Phòng Kinh tế",), ("Văn phòng HĐND và UBND",), ("Phòng Văn hóa - Xã hội",)]


def test_an_act_with_its_owner_below_is_a_task_whatever_it_speaks_of() -> None:
    record = _read("Trên đây là Kế hoạch chuyển đổi số xã Tân An năm 2026./.", "*PHỤ LỤC", "*DANH MỤC NHIỆM VỤ NĂM 2026", "1. Kiện toàn Ban Chỉ đạo các Chương trình mục tiêu quốc gia.", "Đơn vị chủ trì: Phòng Kinh tế; thời gian hoàn thành: Quý I/2026.",
                   "2. Giao chỉ tiêu giảm nghèo cho các thôn.", "Đơn vị chủ trì: Phòng Văn hóa - Xã hội; thời gian hoàn thành: Quý I/2026.")
    assert [t.lead for t in record.tasks] == [("Phòng Kinh tế",), ("Phòng Văn hóa - Xã hội",)]
    assert not record.targets
