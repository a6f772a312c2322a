"""Plans of committees, fronts and boards: where their text opens, who issues them, items that only tell funds, topics of aims, phases with contents."""

from __future__ import annotations

import pytest

from normalizers.citations import find_citations
from pipeline.assemble import assemble
from pipeline.records import PlanRecord
from tests.support import HEADER, make_document


def _plan(*body: str) -> PlanRecord:
    return assemble(make_document(*HEADER, *body))


@pytest.mark.parametrize("item", [
    "2. Kinh phí thực hiện: Kinh phí phục vụ công tác kiểm tra được thực hiện theo quy định tài chính hiện hành.",
    "2. Kinh phí phục vụ các đoàn kiểm tra thực hiện theo Thông tư số 40/2025/TT-BTC của Bộ Tài chính và dự toán được giao.",
    "2. Kinh phí bảo đảm cho việc thi hành quy chế này được sử dụng từ ngân sách xã và các nguồn khác.",
    "2. Nguồn kinh phí thực hiện lấy từ ngân sách xã và các nguồn hợp pháp khác.",
])
def test_an_item_that_only_tells_funds_is_no_duty(item: str) -> None:
    plan = _plan("I. TỔ CHỨC THỰC HIỆN", "1. Công an xã", "- Rà soát các hộ kinh doanh.", item)
    assert [t.text for t in plan.tasks] == ["Rà soát các hộ kinh doanh."]


def test_a_funding_duty_stays_a_duty() -> None:
    plan = _plan("I. TỔ CHỨC THỰC HIỆN", "1. Công an xã", "- Rà soát các hộ kinh doanh.", "2. Kinh phí: Phòng Kinh tế tham mưu bố trí kinh phí thực hiện.")
    assert [t.lead for t in plan.tasks] == [("Công an xã",), ("Phòng Kinh tế",)]


@pytest.mark.parametrize("topic", ["2. Về mô hình tự quản", "2. Về hoạt động văn hóa", "2. Về dự án hạ tầng"])
def test_topics_of_aims_stay_aims(topic: str) -> None:
    plan = _plan("I. MỤC TIÊU", "1. Về môi trường", "- 90% rác thải được thu gom.", topic, "- Có trên 95% số hộ gia đình phân loại rác tại nguồn.")
    assert [(t.value, t.origin) for t in plan.targets] == [(90, "section"), (95, "section")]
    assert not plan.tasks


def test_a_phase_with_its_contents_dates_them() -> None:
    plan = _plan("I. NHIỆM VỤ", "1. Đợt 2: Từ ngày 10/3/2026 đến ngày 25/3/2026, gồm các nội dung trọng tâm:", "- Kiểm tra công tác lập danh sách tại các thôn.")
    assert [t.deadline.due for t in plan.tasks if t.deadline] == ["2026-03-25"]


def test_what_stands_elsewhere_in_the_plan_is_no_task() -> None:
    plan = _plan("I. NHIỆM VỤ", "1. Nội dung", "- Tuyên truyền trên hệ thống loa phát thanh.", "2. Thời gian:", "Thực hiện theo lộ trình nêu tại mục 1 của Kế hoạch này.")
    assert [t.text for t in plan.tasks] == ["Tuyên truyền trên hệ thống loa phát thanh."]


def test_the_text_of_a_committee_opens_behind_its_title() -> None:
    plan = assemble(make_document(
        "ĐOÀN TNCS HỒ CHÍ MINH", "BCH XÃ TÂN AN", "***", "Số: 07-KH/ĐTN", "Tân An, ngày 09 tháng 02 năm 2026", "KẾ HOẠCH", "Tổ chức Tháng Thanh niên năm 2026",
        "Ban Thường vụ Đoàn xã ban hành Kế hoạch tổ chức Tháng Thanh niên năm 2026 với chủ đề “Tuổi trẻ tiên phong”, cụ thể như sau:",
        "I. MỤC TIÊU", "- 100% chi đoàn có công trình thanh niên."))
    assert plan.plan.title == "Tổ chức Tháng Thanh niên năm 2026"


def test_an_election_committee_issues_its_plan() -> None:
    plan = assemble(make_document(
        "ỦY BAN BẦU CỬ XÃ TÂN AN", "TIỂU BAN TUYÊN TRUYỀN", "Số: 02/KH-TBTT", "Tân An, ngày 09 tháng 01 năm 2026", "KẾ HOẠCH", "Tuyên truyền bầu cử đại biểu Hội đồng nhân dân xã",
        "Căn cứ Quyết định số 03/QĐ-UBBC ngày 05/12/2025 của Ủy ban bầu cử xã, Tiểu ban xây dựng kế hoạch như sau:", "I. NHIỆM VỤ", "- Tuyên truyền trên hệ thống loa phát thanh."))
    assert plan.plan.issuer == "Ủy ban bầu cử"


@pytest.mark.parametrize(("text", "numbers"), [
    ("Lập biên bản (Mẫu số 03/HNTD) và danh sách (Mẫu số 01, 05/DSKT).", []),
    ("Thực hiện theo biểu mẫu số 02/BCTH ban hành kèm theo Thông tư số 12/2025/TT-BNV.", ["12/2025/TT-BNV"]),
    ("Theo văn bản số 197/STTTT và Công văn số 45/UBND-VX.", ["197/STTTT", "45/UBND-VX"]),
])
def test_forms_of_other_documents_are_no_citations(text: str, numbers: list[str]) -> None:
    assert [c.number for c in find_citations(text)] == numbers
