"""Habits of plans above the commune: departments as issuers, decisions, report schedules, results that measure, owners in clauses."""

from __future__ import annotations

import pytest

from extractors.cell_kinds import is_measure, unit_fit
from extractors.table_headers import column_roles
from normalizers.target_cells import read_table_target
from normalizers.targets import read_targets
from normalizers.unit_prose import prose_owners
from pipeline.assemble import assemble
from pipeline.records import PlanRecord
from tests.support import make_document

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
DEPARTMENT = ("UBND TỈNH THANH HÓA", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", *MOTTO, "Số: 37/KH-SKHCN", "Thanh Hóa, ngày 22 tháng 01 năm 2026", "KẾ HOẠCH",
              "Chuyển đổi số ngành Khoa học và Công nghệ năm 2026")
DECISION = ("THỦ TƯỚNG CHÍNH PHỦ", *MOTTO, "Số: 214/QĐ-TTg", "Hà Nội, ngày 06 tháng 02 năm 2026", "QUYẾT ĐỊNH", "Phê duyệt Chương trình phát triển dược liệu",
            "giai đoạn 2026 - 2030", "THỦ TƯỚNG CHÍNH PHỦ", "Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;", "Theo đề nghị của Bộ trưởng Bộ Y tế.",
            "QUYẾT ĐỊNH:", "Điều 1. Phê duyệt Chương trình với những nội dung chủ yếu sau:", "I. QUAN ĐIỂM", "1. Phát triển bền vững, có trọng tâm.",
            "II. MỤC TIÊU CỤ THỂ", "- Tối thiểu 70% xã có vườn dược liệu.")


def read(*blocks: str | list[list[str]]) -> PlanRecord:
    return assemble(make_document(*blocks))


def test_a_department_issues_under_its_committee() -> None:
    plan = read(*DEPARTMENT, "I. MỤC TIÊU", "- 100% hồ sơ được số hóa.").plan
    assert (plan.issuer, plan.province, plan.commune) == ("Sở Khoa học và Công nghệ", "Thanh Hóa", None)


def test_a_decision_names_its_authority_twice_and_its_bases_are_no_title() -> None:
    plan = read(*DECISION)
    assert plan.plan.title == "Phê duyệt Chương trình phát triển dược liệu giai đoạn 2026 - 2030"
    assert [(t.comparator, t.value) for t in plan.targets] == [(">=", 70)]


def test_requirements_that_name_targets_and_duties_are_neither() -> None:
    plan = read(*DEPARTMENT, "I. Mục đích, yêu cầu", "1. Cụ thể hóa các chỉ tiêu được giao; khắc phục những tồn tại của năm trước.",
                "2. Phân công rõ trách nhiệm, gắn với kiểm tra, giám sát của cấp trên.", "II. Chỉ tiêu cụ thể",
                "Chỉ tiêu 1: Giảm số vụ vi phạm từ 23 vụ xuống không quá 05 vụ.", "(Chi tiết theo Biểu số 01 kèm theo)")
    assert [(t.indicator, t.comparator, t.value) for t in plan.targets] == [("số vụ vi phạm", "<=", 5)]
    assert not plan.tasks


def test_a_schedule_of_reports() -> None:
    plan = read(*DEPARTMENT, "I. CHẾ ĐỘ BÁO CÁO", [
        ["TT", "Tên báo cáo", "Đơn vị thực hiện", "Nơi nhận", "Thời hạn gửi"],
        ["1", "Báo cáo quý về thanh toán trực tuyến", "Các đơn vị trực thuộc", "Văn phòng Sở", "trước ngày 15 tháng cuối quý"],
        ["2", "Tổng kết công tác chuyển đổi số năm 2026", "Văn phòng Sở", "UBND tỉnh", "chậm nhất 05/12/2026"]])
    assert [(t.support, t.deadline.kind if t.deadline else None) for t in plan.tasks] == [((), "recurring"), ((), "fixed")]


def test_a_total_row_is_no_record() -> None:
    plan = read(*DEPARTMENT, "I. NHIỆM VỤ", [
        ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Kinh phí"], ["1", "Xây dựng kho dữ liệu", "Văn phòng Sở", "120"],
        ["2", "Nâng cấp hạ tầng", "Văn phòng Sở", "80"], ["", "Tổng cộng", "", "200"]])
    assert [t.text for t in plan.tasks] == ["Xây dựng kho dữ liệu", "Nâng cấp hạ tầng"]


@pytest.mark.parametrize(("text", "readings"), [
    ("Số ngày có chất lượng không khí tốt đạt từ 310 ngày trở lên.", [(">=", 310, "ngày", None)]),
    ("Tuổi thọ trung bình đạt từ 75 tuổi trở lên.", [(">=", 75, "tuổi", None)]),
    ("Giao dịch không dùng tiền mặt đạt 80%. Riêng năm 2026, tỷ lệ hồ sơ trực tuyến đạt 70%.", [("=", 80, "%", None), ("=", 70, "%", "2026")]),
    ("Kiểm tra công vụ tối thiểu tại 30% cơ quan, địa phương.", [(">=", 30, "%", None)]),
    ("Hỗ trợ ít nhất cho 300 doanh nghiệp.", [(">=", 300, "count", None)]),
])
def test_outcomes(text: str, readings: list[tuple[str, float, str, str | None]]) -> None:
    assert [(r.comparator, r.value, r.unit, r.horizon) for r in read_targets(text)] == readings


def test_a_result_beside_an_act_names_what_is_measured() -> None:
    [reading] = read_table_target("Triển khai bệnh án điện tử tại các cơ sở y tế", None, "100% bệnh viện công lập dùng bệnh án điện tử")
    assert (reading.indicator, reading.value) == ("bệnh viện công lập dùng bệnh án điện tử", 100)
    [reading] = read_table_target("Nồng độ bụi mịn", "µg/m3", "≤ 30")
    assert (reading.value, reading.unit) == (30, "µg/m3")


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Báo và Phát thanh, Truyền hình tỉnh tăng thời lượng tuyên truyền.", ["Báo và Phát thanh, Truyền hình tỉnh"], []),
    ("Bố trí đủ trang thiết bị; UBND các xã, phường hoàn thành trước ngày 31/3/2026.", ["Ủy ban nhân dân các xã, phường"], []),
    ("Tổng hợp khó khăn; phối hợp với Phòng Kế hoạch - Tài chính tổng hợp, báo cáo.", [], ["Phòng Kế hoạch - Tài chính"]),
    ("Theo dõi; phối hợp với Phòng Tổ chức - Hành chính xây dựng kế hoạch.", [], ["Phòng Tổ chức - Hành chính"]),
    ("Giao cơ quan đầu mối theo dõi, đánh giá kết quả.", [], []),
    ("Rà soát dữ liệu; các doanh nghiệp viễn thông đầu tư trạm thu phát.", [], []),
])
def test_owners_of_clauses(text: str, lead: list[str], support: list[str]) -> None:
    leads, helpers = prose_owners(text)
    assert ([u.name for u in leads], [u.name for u in helpers]) == (lead, support)


def test_cells_tell_units_from_what_follows_them() -> None:
    assert unit_fit("Các đơn vị trực thuộc") >= 0.5
    assert unit_fit("Văn phòng Sở") > unit_fit("Văn phòng Sở trước ngày 20")
    assert unit_fit("Công an tỉnh") > unit_fit("Công an tỉnh vào")
    assert is_measure("µg/m3")
    assert is_measure("xã, phường")
    assert column_roles(["TT", "Tên báo cáo", "Đơn vị thực hiện", "Nơi nhận", "Thời hạn gửi"]) == ["no", "task", "owner", "receiver", "time"]


@pytest.mark.parametrize(("header", "issuer"), [
    (("SỞ Y TẾ PHÚ THỌ", "BỆNH VIỆN ĐA KHOA", "KHU VỰC CẨM KHÊ", "Số: 12/KH-BVĐK"), "Bệnh viện đa khoa khu vực Cẩm Khê"),
    (("UBND XÃ MỸ AN", "TRƯỜNG TIỂU HỌC MỸ AN", "Số: 5/KH-TH"), "Trường tiểu học Mỹ An"),
    (("ĐOÀN TNCS HỒ CHÍ MINH", "BCH XÃ ĐỨC LẬP", "Số: 7-KH/ĐTN"), "Đoàn TNCS Hồ Chí Minh"),
    (("ỦY BAN MTTQ VIỆT NAM XÃ A LƯỚI", "HỘI LIÊN HIỆP PHỤ NỮ", "Số: 7/KH-BTV"), "Hội Liên hiệp Phụ nữ"),
])
def test_institutions_and_mass_organisations_issue(header: tuple[str, ...], issuer: str) -> None:
    plan = assemble(make_document(
        *header, "Ngày 09 tháng 02 năm 2026", "KẾ HOẠCH", "Công tác năm 2026", "Ban Thường vụ Đoàn xã ban hành Kế hoạch như sau:", "I. NHIỆM VỤ",
        "- Tổ chức hội nghị tổng kết.", "GIÁM ĐỐC", "BSCKII. Hà Xuân Trường"))
    assert plan.plan.issuer == issuer
    assert plan.plan.province != "Hồ Chí Minh"
    assert (plan.plan.signer, plan.plan.signer_title) == ("BSCKII. Hà Xuân Trường", "GIÁM ĐỐC")
