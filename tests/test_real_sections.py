"""Sections of texts from the field: articles that charge somebody, a whole before its parts, agendas, headings that name who helps."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.read_one import read_one
from pipeline.records import PlanRecord

_HEAD = "UBND XÃ AN BÌNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/{kind}-UBND\nAn Bình, ngày 12 tháng 3 năm 2026\n{title}\nVề giảm nghèo năm 2026\n"


@pytest.fixture
def read(tmp_path: Path):  # type: ignore[no-untyped-def]
    def reader(body: str, title: str = "KẾ HOẠCH", kind: str = "KH") -> PlanRecord:
        path = tmp_path / "plan.txt"
        path.write_text(_HEAD.format(kind=kind, title=title) + body, encoding="utf-8")
        return read_one(path, path.name)

    return reader


def test_an_article_that_charges_somebody_is_a_duty(read) -> None:  # type: ignore[no-untyped-def]
    plan = read("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\nQUYẾT ĐỊNH:\n"
                "Điều 1: Ban hành kèm theo Quyết định này Kế hoạch giảm nghèo năm 2026.\n"
                "Điều 2: Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã triển khai Kế hoạch; báo cáo kết quả trước ngày 15/12/2026.\n"
                "Điều 3: Chánh Văn phòng, Trưởng các phòng chịu trách nhiệm thi hành Quyết định này./.\n", "QUYẾT ĐỊNH", "QĐ")
    assert [(t.lead, t.support) for t in plan.tasks] == [(("Phòng Kinh tế",), ("Công an xã",))]
    assert plan.tasks[0].deadline is not None and plan.tasks[0].deadline.due == "2026-12-14"
    assert [line for line in plan.ledger if line.role == "unexplained"] == []


def test_a_whole_stands_before_its_parts(read) -> None:  # type: ignore[no-untyped-def]
    plan = read("Căn cứ Kế hoạch số 3/KH-UBND của tỉnh;\n1. CHỈ TIÊU ĐÀO TẠO:\nDự kiến chỉ tiêu: 75 người. Trong đó:\n"
                "- Nghề may: 40 người.\n- Nghề nuôi ong: 35 người.\n2. TỔ CHỨC THỰC HIỆN:\n- Phòng Kinh tế theo dõi việc mở lớp.\n")
    assert [t.value for t in plan.targets] == [75, 40, 35]


def test_an_agenda_orders_nothing(read) -> None:  # type: ignore[no-untyped-def]
    plan = read("I. MỤC ĐÍCH, YÊU CẦU\n1. Phổ biến quy định mới.\nII. NỘI DUNG HỘI NGHỊ\n1. Hướng dẫn lập 04 biểu mẫu (30 phút).\n2. Giải lao (15 phút).\n"
                "III. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế: Chuẩn bị tài liệu.\n2. Công an xã: Bảo đảm trật tự.\n")
    assert [t.lead for t in plan.tasks] == [("Phòng Kinh tế",), ("Công an xã",)]
    assert plan.targets == ()


def test_a_heading_names_who_helps_with_or_without_a_colon(read) -> None:  # type: ignore[no-untyped-def]
    for end in (":", ""):
        plan = read("I. MỤC ĐÍCH\n1. Phổ biến quy định mới.\nII. TỔ CHỨC THỰC HIỆN\n"
                    f"1. Phòng Kinh tế chủ trì, phối hợp với Trạm Y tế xã{end}\n- Rà soát danh sách hộ nghèo.\n- Tổng hợp báo cáo.\n"
                    "2. Công an xã\n- Bảo đảm trật tự.\n")
        assert [(t.lead, t.support) for t in plan.tasks][:2] == [(("Phòng Kinh tế",), ("Trạm Y tế",))] * 2


def test_numbered_items_behind_an_order_are_tasks(read) -> None:  # type: ignore[no-untyped-def]
    plan = read("Để nâng cao trách nhiệm của cán bộ, công chức, Chủ tịch Ủy ban nhân dân xã yêu cầu:\n"
                "1. Toàn thể cán bộ, công chức chấp hành giờ giấc làm việc.\n2. Nâng cao thái độ phục vụ nhân dân.\n", "CHỈ THỊ", "CT")
    assert [t.no for t in plan.tasks] == ["1", "2"]
    assert plan.plan.title == "Về giảm nghèo năm 2026"


def test_a_letter_has_its_subject_for_a_title(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("UBND XÃ AN BÌNH\nPHÒNG KINH TẾ\nSố: 45/KT\nAn Bình, ngày 12 tháng 2 năm 2026\nV/v quản lý chợ dịp lễ hội\n"
                    "Kính gửi: Ban Quản lý các chợ trên địa bàn.\nThực hiện chỉ đạo của Ủy ban nhân dân xã về quản lý chợ;\n"
                    "Phòng Kinh tế đề nghị các ban quản lý thực hiện một số nội dung sau:\n"
                    "1. Niêm yết giá công khai, bán đúng giá niêm yết.\n2. Thành lập tổ kiểm tra các quầy hàng.\n", encoding="utf-8")
    plan = read_one(path, path.name)
    assert plan.plan.title == "V/v quản lý chợ dịp lễ hội"
    assert [t.no for t in plan.tasks] == ["1", "2"]


def test_last_words_leave_the_item_before_them(read) -> None:  # type: ignore[no-untyped-def]
    long = "Theo dõi, đôn đốc tiến độ thực hiện nhiệm vụ của các phòng, đơn vị trên toàn địa bàn xã; định kỳ báo cáo tại các cuộc họp giao ban đầu tuần của xã."
    plan = read(f"I. MỤC ĐÍCH\n1. Phổ biến quy định.\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế: {long}\n2. Công an xã: {long}\n"
                "Yêu cầu các phòng, đơn vị căn cứ nội dung trên nghiêm túc triển khai thực hiện./.\n")
    assert [t.text.endswith("của xã.") for t in plan.tasks] == [True, True]


def test_who_carries_out_the_document_itself_is_no_task(read) -> None:  # type: ignore[no-untyped-def]
    article = "Điều 2. Hội đồng nhân dân tỉnh giao Ủy ban nhân dân tỉnh {}."
    head = "NGHỊ QUYẾT\nVề chương trình công tác năm 2026\nĐiều 1. Thông qua Chương trình công tác năm 2026.\n"
    assert not read(head + article.format("tổ chức triển khai thực hiện Nghị quyết này")).tasks
    assert len(read(head + article.format("rà soát, sửa đổi các quy định về phí trước ngày 30/6/2026")).tasks) == 1


def test_what_is_done_stands_before_when(read) -> None:  # type: ignore[no-untyped-def]
    plan = read("I. MỤC ĐÍCH\n- Tạo không khí thi đua.\nII. NỘI DUNG, THỜI GIAN THỰC HIỆN\n1. Hội thi nấu ăn\n"
                "- Tổ chức hội thi tại nhà văn hóa từ ngày 20/6/2026 đến ngày 21/6/2026.\n- Chuẩn bị cơ sở vật chất phục vụ hội thi.\n"
                "III. TỔ CHỨC THỰC HIỆN\n1. Phòng Văn hóa - Xã hội theo dõi, tổng hợp.\n")
    assert len(plan.tasks) == 3


def test_days_below_a_time_are_the_acts_of_a_calendar(read) -> None:  # type: ignore[no-untyped-def]
    plan = read("I. MỤC ĐÍCH\n- Lấy ý kiến nhân dân.\nII. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: Căn cứ tình hình thực tế, tổ chức các hội nghị như sau:\n"
                "- Từ ngày 06/4/2026: Ủy ban nhân dân xã họp với Trưởng các thôn.\n- Ngày 12/4/2026: Công an xã tiếp xúc với các hộ dân.\n"
                "2. Địa điểm: Hội trường xã.\nIII. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế theo dõi, tổng hợp.\n")
    days = plan.tasks[:2]
    assert [t.lead for t in days] == [("Ủy ban nhân dân xã",), ("Công an xã",)]
    assert [t.deadline.edtf for t in days if t.deadline] == ["2026-04-06/..", "2026-04-12"]
    assert len(plan.tasks) == 3
