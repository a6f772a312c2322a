"""Plans of other habits than the samples: inline owners, decisions, party plans, value columns, budgets."""

from __future__ import annotations

import pytest

from pipeline.assemble import assemble
from pipeline.records import PlanRecord, Target, Task
from tests.support import HEADER, make_document

COMMUNE = (
    *HEADER, "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích: Nâng cao nhận thức.", "2. Yêu cầu: Đồng bộ.", "II. MỤC TIÊU",
    "1. Mục tiêu chung: Xây dựng chính quyền số.", "2. Mục tiêu cụ thể đến năm 2030:", "a) Về chính quyền số",
    "- 100% hồ sơ công việc được xử lý trên môi trường mạng.", "- Tỷ lệ hồ sơ trực tuyến đạt tối thiểu 80%.",
    "b) Về kinh tế số: Tỷ trọng kinh tế số đạt 20%.", "III. NHIỆM VỤ, GIẢI PHÁP", "1. Phát triển hạ tầng",
    "a) Nâng cấp mạng LAN; lắp đặt wifi tại nhà văn hóa các thôn.", "- Đơn vị chủ trì: Phòng Văn hóa - Xã hội.",
    "- Đơn vị phối hợp: Công an xã, các thôn.", "- Thời gian hoàn thành: Quý III/2026.", "2. Phát triển nhân lực",
    "- Cử công chức tham gia đào tạo.", "- Rà soát nhu cầu đào tạo.",
    "Chủ trì: Văn phòng HĐND và UBND; phối hợp: các phòng chuyên môn; thời gian: tháng 6/2026.",
    "(Chi tiết tại Phụ lục kèm theo)", "IV. KINH PHÍ", "Từ ngân sách xã năm 2026.", "V. TỔ CHỨC THỰC HIỆN",
    "1. Giao Phòng Kinh tế tham mưu bố trí kinh phí trước ngày 15/4/2026.", "2. Công an xã", "- Bảo đảm an ninh mạng.",
    "Trên đây là Kế hoạch chuyển đổi số, yêu cầu các đơn vị thực hiện./.", "Nơi nhận:", "- UBND tỉnh;", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Bình")


def read(*blocks: str | list[list[str]]) -> PlanRecord:
    return assemble(make_document(*blocks))


def target(plan: PlanRecord, start: str) -> Target:
    return next(t for t in plan.targets if t.indicator.startswith(start))


def task(plan: PlanRecord, start: str) -> Task:
    return next(t for t in plan.tasks if t.text.startswith(start))


def test_commune_plan_metadata() -> None:
    plan = read(*COMMUNE).plan
    assert (plan.commune, plan.commune_type, plan.province, plan.issuer) == ("Tân An", "xã", "Tây Ninh", "UBND")
    assert (plan.doc_type, plan.number, plan.issue_date, plan.period) == ("Kế hoạch", "12/KH-UBND", "2026-03-05", "2026")
    assert (plan.signer, plan.signer_title) == ("Trần Văn Bình", "CHỦ TỊCH")


def test_general_aims_are_no_targets_and_headings_give_the_horizon() -> None:
    plan = read(*COMMUNE)
    assert [(t.comparator, t.value, t.horizon) for t in plan.targets] == [("=", 100, "2030"), (">=", 80, "2030"), ("=", 20, "2030")]


def test_inline_owner_lines_close_their_own_item() -> None:
    plan = read(*COMMUNE)
    wifi = task(plan, "Nâng cấp mạng LAN")
    assert wifi.lead == ("Phòng Văn hóa - Xã hội",)
    assert wifi.support == ("Công an xã", "Các thôn")
    assert wifi.deadline is not None
    assert wifi.deadline.due == "2026-09-30"


def test_owner_line_holds_for_every_leaf_of_its_item() -> None:
    plan = read(*COMMUNE)
    for start in ("Cử công chức", "Rà soát nhu cầu"):
        assert task(plan, start).lead == ("Văn phòng HĐND và UBND",)
        assert task(plan, start).support == ("Các phòng chuyên môn",)


def test_duties_have_the_unit_they_name_or_their_heading_names() -> None:
    plan = read(*COMMUNE)
    assert task(plan, "Giao Phòng Kinh tế").lead == ("Phòng Kinh tế",)
    assert task(plan, "Bảo đảm an ninh mạng").lead == ("Công an xã",)


def test_pointers_funding_and_closing_are_no_tasks() -> None:
    texts = [t.text for t in read(*COMMUNE).tasks]
    assert len(texts) == 5
    assert not any(t.startswith(("(Chi tiết", "Từ ngân sách", "Trên đây")) for t in texts)


def test_every_line_has_one_role() -> None:
    plan = read(*COMMUNE)
    assert len(plan.ledger) == len(COMMUNE)
    assert [row.text for row in plan.ledger if row.role == "unexplained"] == []


def test_value_columns_give_one_target_per_filled_cell() -> None:
    plan = read(*HEADER, "II. CHỈ TIÊU", "PHỤ LỤC I", "CHỈ TIÊU", [
        ["TT", "Chỉ tiêu", "ĐVT", "Thực hiện 2025", "Chỉ tiêu năm 2026", "Đến năm 2030", "Đơn vị chủ trì"],
        ["I", "Chính quyền số", "", "", "", "", ""],
        ["1", "Tỷ lệ hồ sơ trực tuyến", "%", "70", "80", "95", "TT PVHCC"],
        ["2", "Tỷ lệ người dân có chữ ký số", "%", "-", "20", "", "Công an xã"]])
    assert [(t.no, t.value, t.horizon, t.lead) for t in plan.targets] == [
        ("1", 80, "2026", ("Trung tâm Phục vụ hành chính công",)), ("1", 95, "2030", ("Trung tâm Phục vụ hành chính công",)),
        ("2", 20, "2026", ("Công an xã",))]


def test_two_header_rows_groups_and_sub_rows() -> None:
    plan = read(*HEADER, "III. NHIỆM VỤ", "PHỤ LỤC II", "NHIỆM VỤ", [
        ["STT", "Nội dung công việc", "Phân công thực hiện", None, "Sản phẩm", "Thời hạn"],  # type: ignore[list-item]
        ["", "", "Chủ trì", "Phối hợp", "", ""], ["1", "2", "3", "4", "5", "6"],
        ["A", "HẠ TẦNG SỐ", "", "", "", ""], ["1", "Triển khai các nội dung sau:", "", "", "", ""],
        ["1.1", "Nâng cấp mạng LAN", "VP HĐND-UBND", "", "Mạng LAN hoạt động", "12/2026"],
        ["1.2", "Cài đặt phần mềm", "VP HĐND-UBND", "Công an xã", "Phần mềm", "Thường xuyên"],
        ["2", "Tỷ lệ hộ kinh doanh dùng hóa đơn điện tử", "Phòng Kinh tế", "", "≥ 90%", "2026"]])
    assert [(t.no, t.section[-1], t.lead, t.support) for t in plan.tasks] == [
        ("1.1", "1 Triển khai các nội dung sau:", ("Văn phòng HĐND và UBND",), ()),
        ("1.2", "1 Triển khai các nội dung sau:", ("Văn phòng HĐND và UBND",), ("Công an xã",))]
    row = target(plan, "Tỷ lệ hộ kinh doanh")
    assert (row.comparator, row.value, row.unit) == (">=", 90, "%")


@pytest.mark.parametrize("columns", [
    ["TT", "Nội dung chi", "ĐVT", "Số lượng", "Đơn giá (triệu đồng)", "Thành tiền (triệu đồng)", "Nguồn"],
    ["TT", "Nhiệm vụ", "Đơn vị", "Số lượng", "Định mức chi", "Số tiền", "Ghi chú"],
])
def test_a_cost_estimate_holds_no_targets(columns: list[str]) -> None:
    plan = read(*HEADER, "III. NHIỆM VỤ", "1. Mở lớp tập huấn kỹ năng số cho các hộ kinh doanh.", "IV. KINH PHÍ THỰC HIỆN", "Chi tiết như sau:", [
        columns, ["1", "Tổ chức lớp tập huấn", "Lớp", "03", "35", "105", "NS xã"], ["2", "Hỗ trợ thiết kế bao bì", "Sản phẩm", "05", "40", "200", "XHH"]])
    assert not plan.targets
    assert len(plan.tasks) == 1


def test_a_share_for_each_village_by_columns_of_bare_names() -> None:
    plan = read(*HEADER, "III. CHỈ TIÊU", "1. Chỉ tiêu giao từng thôn năm 2026", [
        ["STT", "Chỉ tiêu giao", "ĐVT", "Toàn xã", "Ngòi Sen", "Làng Đục", "Đồng Chằm"],
        ["1", "Hộ làm homestay", "hộ", "6", "3", "-", "3"], ["2", "Diện tích chè VietGAP", "ha", "42,5", "8", "12,5", "22"]])
    assert [(t.indicator, t.value) for t in plan.targets] == [
        ("Hộ làm homestay", 6), ("Hộ làm homestay - Ngòi Sen", 3), ("Hộ làm homestay - Đồng Chằm", 3),
        ("Diện tích chè VietGAP", 42.5), ("Diện tích chè VietGAP - Ngòi Sen", 8),
        ("Diện tích chè VietGAP - Làng Đục", 12.5), ("Diện tích chè VietGAP - Đồng Chằm", 22)]


def test_budget_table_is_left_in_the_ledger_only() -> None:
    plan = read(*HEADER, "III. NHIỆM VỤ", "PHỤ LỤC", "DỰ TOÁN KINH PHÍ", [
        ["TT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền"], ["1", "Máy tính", "2", "15.000.000", "30.000.000"]])
    assert not plan.targets
    assert not plan.tasks
    assert {row.role for row in plan.ledger if row.text in {"Máy tính", "30.000.000"}} == {"table-other"}


def test_decision_with_articles() -> None:
    plan = read(
        "THỦ TƯỚNG CHÍNH PHỦ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 2629/QĐ-TTg", "Hà Nội, ngày 01 tháng 12 năm 2025", "QUYẾT ĐỊNH",
        "Phê duyệt Chương trình phát triển Chính phủ số", "Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;",
        "Điều 1. Phê duyệt Chương trình với những nội dung sau:", "I. QUAN ĐIỂM", "1. Đây là đột phá.", "II. MỤC TIÊU", "a) Giai đoạn 2025 - 2027",
        "- Tỷ lệ dịch vụ công trực tuyến toàn trình đạt 80%;", "III. NHIỆM VỤ", "1. Hoàn thiện thể chế", "Rà soát các quy định.",
        "IV. TỔ CHỨC THỰC HIỆN", "1. Bộ Khoa học và Công nghệ", "a) Định kỳ hằng năm báo cáo Thủ tướng Chính phủ.",
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.", "Điều 3. Các Bộ trưởng chịu trách nhiệm thi hành Quyết định này./.",
        "Nơi nhận:", "- Ban Bí thư;", "KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", "Nguyễn Văn An")
    assert (plan.plan.commune, plan.plan.province, plan.plan.doc_type, plan.plan.number) == (None, None, "Quyết định", "2629/QĐ-TTg")
    assert [(t.value, t.horizon) for t in plan.targets] == [(80, "2025/2027")]
    assert [t.text for t in plan.tasks] == ["Rà soát các quy định.", "Định kỳ hằng năm báo cáo Thủ tướng Chính phủ."]
    assert plan.tasks[1].lead == ("Bộ Khoa học và Công nghệ",)


def test_party_plan_with_dashed_numbers() -> None:
    plan = read(
        "ĐẢNG BỘ TỈNH BẮC NINH", "ĐẢNG ỦY XÃ YÊN PHONG", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 15-KH/ĐU", "Yên Phong, ngày 02 tháng 10 năm 2025", "KẾ HOẠCH",
        "thực hiện Chương trình hành động của Ban Thường vụ Tỉnh ủy", "-----", "Ban Thường vụ Đảng ủy xã xây dựng kế hoạch như sau:",
        "I- MỤC ĐÍCH, YÊU CẦU", "Quán triệt đầy đủ.", "II- MỤC TIÊU", "1- Đến năm 2030", "- Trên 80% đảng viên sử dụng sổ tay điện tử.",
        "2- Tầm nhìn đến năm 2045", "- 100% chi bộ sinh hoạt trên nền tảng số.", "III- NHIỆM VỤ", "1- Phát triển hạ tầng", "1.1- Nâng cấp hệ thống mạng.",
        "IV- TỔ CHỨC THỰC HIỆN", "1- Giao Văn phòng Đảng ủy theo dõi, tổng hợp.", "Nơi nhận:", "- Tỉnh ủy;", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Lê Văn An")
    assert (plan.plan.issuer, plan.plan.number, plan.plan.signer_title) == ("Đảng ủy", "15-KH/ĐU", "BÍ THƯ")
    assert [(t.value, t.horizon) for t in plan.targets] == [(80, "2030"), (100, "2045")]
    assert [t.lead for t in plan.tasks] == [(), ("Văn phòng Đảng ủy",)]


def test_a_duty_that_names_its_appendix_is_a_duty() -> None:
    duty = "Căn cứ Kế hoạch này và Phụ lục kèm theo, tổ chức thực hiện các nhiệm vụ được giao; báo cáo kết quả trước ngày 05/12/2026."
    plan = read(*HEADER, "IV. TỔ CHỨC THỰC HIỆN", "1. Các phòng, đơn vị thuộc UBND xã", duty, "2. Công an xã", "Bảo đảm an ninh mạng.",
                "V. NHIỆM VỤ", "Trên cơ sở mục tiêu nêu trên, Ủy ban nhân dân xã phân công nhiệm vụ tại Phụ lục II (kèm theo Kế hoạch này).")
    assert [t.text for t in plan.tasks] == [duty, "Bảo đảm an ninh mạng."]
