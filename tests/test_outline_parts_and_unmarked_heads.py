"""Outlines in parts "A.", "B." whose Roman sections are the plan's own, and headings without a mark between bullets of a dump."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.markers import read_marker
from pipeline.assemble import assemble
from pipeline.read_one import read_one
from pipeline.records import PlanRecord
from tests.support import HEADER, make_document

END = "Trên đây là Kế hoạch của xã Tân An./."


def plan(*lines: str) -> PlanRecord:
    return assemble(make_document(*HEADER, *lines, END))


@pytest.mark.parametrize("mark", ["B. ", "B- ", "B/ ", "B - "])
def test_sections_of_a_part_are_those_of_the_plan(mark: str) -> None:
    got = plan(f"A{mark[1:]}ĐẶC ĐIỂM TÌNH HÌNH", "- Năm 2025, xã có 12 thôn.", f"{mark}NỘI DUNG KẾ HOẠCH", "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "- Nâng cao trách nhiệm của người đứng đầu.",
               "II. NHIỆM VỤ", "- Rà soát quy hoạch.", "III. KINH PHÍ THỰC HIỆN", "- Bố trí kinh phí từ ngân sách xã.", "IV. TỔ CHỨC THỰC HIỆN", "1. Trạm Y tế:", "- Dự trữ thuốc.")
    assert [(t.text, t.lead) for t in got.tasks] == [("Rà soát quy hoạch.", ()), ("Dự trữ thuốc.", ("Trạm Y tế",))]


@pytest.mark.parametrize("text", ["A - B phối hợp thực hiện", "C – Công an xã", "D-12 Nguyễn Huệ"])
def test_a_letter_before_a_dash_marks_only_what_is_in_capitals(text: str) -> None:
    marker = read_marker(text)
    assert marker is None or marker.kind != "letter_cap"


_LONG = "- Kiểm tra, giám sát việc bảo vệ môi trường và an toàn thực phẩm tại các thôn, cơ sở."
_SHORTER = "- Rà soát, cập nhật quy chế quản lý văn bản và hồ sơ công việc tại đơn vị."


@pytest.mark.parametrize("head", ["Phát triển hạ tầng:", "Công tác phối hợp"])
def test_a_heading_without_mark_between_bullets_of_a_kind(head: str, tmp_path: Path) -> None:
    lines = [*HEADER, "II. NHIỆM VỤ", "Về tuyên truyền:", *[_LONG.replace("các", n) for n in ("bảy", "tám", "mười")], _SHORTER, head, "- Đầu tư trang thiết bị.", END]
    file = tmp_path / "kế hoạch.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    got = read_one(file, file.name)
    assert got.tasks[3].text == _SHORTER[2:] and got.tasks[4].section[-1] == head


_FULL = "Các thôn vận động người dân thu gom rác thải, vệ sinh đường làng vào sáng Chủ nhật."


@pytest.mark.parametrize("head", ["Về nhân rộng các mô hình trong phong trào thi đua “Xanh, sạch, đẹp”", 'Về củng cố hoạt động của mô hình "Camera an ninh"',
                                  "Về bảo vệ công trình thủy lợi (giai đoạn II)"])
def test_a_heading_without_mark_may_close_with_a_quoted_name_or_an_aside(head: str) -> None:
    got = plan("II. NHIỆM VỤ TRỌNG TÂM", head, _FULL, "Công tác kiểm tra, giám sát tại các khu dân cư", "Phòng Kinh tế rà soát các điểm tập kết.")
    assert [t.text for t in got.tasks] == [_FULL, "Phòng Kinh tế rà soát các điểm tập kết."]


@pytest.mark.parametrize("task", ["Tổ chức phát động cuộc thi tìm hiểu trong phong trào “Xanh, sạch, đẹp”", "Rà soát, bổ sung các thành viên của mô hình camera (nếu có)",
                                  "Trạm Y tế tham mưu nhân rộng câu lạc bộ “Sống vui, sống khỏe”", "Hằng năm, tổ chức bình xét danh hiệu gia đình “Văn hóa tiêu biểu”",
                                  "Về phía nhà trường, duy trì hoạt động của mô hình “Cổng trường an toàn”."])
def test_an_act_that_closes_with_a_quoted_name_or_an_aside_is_kept(task: str) -> None:
    got = plan("II. NHIỆM VỤ TRỌNG TÂM", _FULL, task, "Phòng Kinh tế rà soát các điểm tập kết.")
    assert [t.text for t in got.tasks] == [_FULL, task, "Phòng Kinh tế rà soát các điểm tập kết."]
