"""Plans of provinces, ministries and the Government: headings that charge a unit, owner lines of several items."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place
from extractors.flat_content import content
from extractors.pdf_chars import Word
from extractors.pdf_layout import Placed, mark_furniture
from extractors.pdf_lines import Row
from extractors.table_headers import heading_role
from normalizers.deadlines import find_deadline
from normalizers.targets import read_targets
from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners
from pipeline.assemble import assemble
from pipeline.records import PlanRecord, Task
from tests.support import HEADER, make_document

CO_QUAN = "Các cơ quan, đơn vị"


def read(*blocks: str) -> PlanRecord:
    return assemble(make_document(*HEADER, "I. MỤC TIÊU CỤ THỂ", "- 100% hồ sơ được số hóa.", "II. NHIỆM VỤ, GIẢI PHÁP", *blocks))


def task(plan: PlanRecord, start: str) -> Task:
    return next(t for t in plan.tasks if t.text.startswith(start))


def test_a_heading_that_says_who_leads_charges_what_stands_below() -> None:
    plan = read("1. Hoàn thiện thể chế", "a) Bộ Công Thương chủ trì, phối hợp với Bộ Tài chính và các bộ, ngành:",
                "- Sửa đổi, bổ sung Luật Điện lực trong năm 2026;", "- Điều hành giá bán lẻ điện theo cơ chế thị trường.")
    for start in ("Sửa đổi", "Điều hành"):
        assert task(plan, start).lead == ("Bộ Công Thương",)
        assert task(plan, start).support == ("Bộ Tài chính", CO_QUAN)


def test_a_row_of_headings_that_are_units_charges_each() -> None:
    plan = read("1. Bộ Khoa học và Công nghệ", "a) Xây dựng chương trình nghiên cứu năng lượng.", "b) Kiện toàn cơ quan pháp quy hạt nhân.",
                "2. Bộ Quốc phòng, Bộ Công an", "Bảo đảm an ninh, an toàn các công trình năng lượng trọng điểm.")
    assert task(plan, "Kiện toàn").lead == ("Bộ Khoa học và Công nghệ",)
    assert task(plan, "Bảo đảm an ninh").lead == ("Bộ Quốc phòng", "Bộ Công an")


def test_a_single_topic_that_could_be_a_unit_charges_nobody() -> None:
    plan = read("1. Trung tâm dữ liệu", "- Đầu tư máy chủ, thiết bị lưu trữ dùng chung.", "2. Nâng cao nhận thức", "- Tổ chức hội nghị quán triệt.")
    assert task(plan, "Đầu tư máy chủ").lead == ()


def test_an_item_of_its_own_lends_no_helpers_to_the_paragraph_below() -> None:
    plan = assemble(make_document(*HEADER, "I. TỔ CHỨC THỰC HIỆN", "1. Văn phòng HĐND và UBND chủ trì, phối hợp với Công an xã theo dõi việc thực hiện Kế hoạch.",
                                  "Việc sử dụng hệ thống thông tin thực hiện theo quy chế đã ban hành của xã."))
    assert task(plan, "Việc sử dụng").support == ()


def test_unmarked_owner_lines_close_all_lettered_items_before_them() -> None:
    plan = read("1. Truyền thông", "a) Đẩy mạnh truyền thông trên báo chí.", "b) Xây dựng chuyên mục trên Cổng thông tin điện tử.",
                "Đơn vị chủ trì: Văn phòng HĐND và UBND.", "Thời gian thực hiện: Thường xuyên.")
    for start in ("Đẩy mạnh", "Xây dựng"):
        assert task(plan, start).lead == ("Văn phòng HĐND và UBND",)
        assert task(plan, start).deadline is not None


def test_lines_of_circumstance_beside_owner_lines_are_no_tasks() -> None:
    plan = read("1.1. Xây dựng Nghị định về khuyến khích phát triển công nghiệp văn hóa", "- Đơn vị chủ trì: Phòng Kinh tế.", "- Cấp trình: Chính phủ.",
                "- Thời gian trình: Quý III/2026.", "- Kinh phí: ngân sách xã.")
    assert [t.text for t in plan.tasks] == ["Xây dựng Nghị định về khuyến khích phát triển công nghiệp văn hóa"]
    assert plan.tasks[0].deadline is not None
    assert plan.tasks[0].deadline.edtf == "2026-35"


@pytest.mark.parametrize(("heading", "wanted"), [
    ("1. Phòng Kế hoạch - Tài chính - Tổng hợp", ["Phòng Kế hoạch - Tài chính - Tổng hợp"]),
    ("2. Phòng Kinh tế tổng hợp", ["Phòng Kinh tế"]),
])
def test_a_field_named_like_a_role_stays_in_the_name(heading: str, wanted: list[str]) -> None:
    assert [u.name for u in heading_units(heading)] == wanted


@pytest.mark.parametrize(("sentence", "edtf", "rules"), [
    ("Tổng hợp, báo cáo theo định kỳ (quý, 6 tháng, năm).", None, ("FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY")),
    ("Phấn đấu hoàn thành, đưa vào vận hành giai đoạn 2030 - 2031.", "2030/2031", ()),
])
def test_times_of_acts(sentence: str, edtf: str | None, rules: tuple[str, ...]) -> None:
    found = find_deadline(sentence, "2026-01-15")
    assert found is not None
    assert (found.edtf, found.rrule) == (edtf, rules)


@pytest.mark.parametrize(("sentence", "wanted"), [
    ("Mức dự trữ xăng dầu quốc gia đạt khoảng 90 ngày nhập ròng.", [("Mức dự trữ xăng dầu quốc gia nhập ròng", 90)]),
    ("Cắt giảm ít nhất 30% chi phí tuân thủ, ít nhất 30% điều kiện kinh doanh và tiếp tục cắt giảm mạnh trong những năm sau.",
     [("Cắt giảm chi phí tuân thủ", 30), ("điều kiện kinh doanh", 30)]),
    ("Doanh số bán lẻ trực tuyến tăng 20%, chiếm trên 8% so với tổng mức bán lẻ hàng hóa và doanh thu dịch vụ.",
     [("Doanh số bán lẻ trực tuyến tăng", 20), ("Doanh số bán lẻ trực tuyến chiếm so với tổng mức bán lẻ hàng hóa và doanh thu dịch vụ", 8)]),
])
def test_targets_of_higher_levels(sentence: str, wanted: list[tuple[str, float]]) -> None:
    assert [(t.indicator, t.value) for t in read_targets(sentence)] == wanted


@pytest.mark.parametrize(("heading", "role"), [
    ("Phòng, đơn vị chủ trì", "lead"), ("Phòng, đơn vị phối hợp", "support"), ("Sở, ban, ngành, địa phương phối hợp", "support"),
    ("Vụ, Cục, đơn vị thực hiện", "owner"), ("Cấp trình", "receiver"), ("Cơ quan ban hành, phê duyệt", "receiver"),
])
def test_column_headings_of_higher_levels(heading: str, role: str) -> None:
    assert heading_role(heading) == role


@pytest.mark.parametrize(("sentence", "lead"), [
    ("Trên cơ sở nội dung Chương trình này, các bộ, cơ quan ngang bộ xây dựng, ban hành kế hoạch trước ngày 31/10/2025.", [CO_QUAN]),
    ("Định kỳ hằng quý, Phòng Kinh tế tổng hợp báo cáo UBND xã.", ["Phòng Kinh tế"]),
    ("Căn cứ nhiệm vụ của các sở, ban, ngành, địa phương, xây dựng kế hoạch chi tiết.", []),
    ("Các sở, ban, ngành cấp tỉnh; UBND các xã, phường căn cứ chức năng, nhiệm vụ được giao tổ chức thực hiện.",
     [CO_QUAN, "Ủy ban nhân dân các xã, phường"]),
    ("Thống đốc Ngân hàng Nhà nước Việt Nam chỉ đạo các tổ chức tín dụng giảm lãi suất.", ["Thống đốc Ngân hàng Nhà nước Việt Nam"]),
    ("Chánh Văn phòng Bộ, Vụ trưởng Vụ Pháp chế chịu trách nhiệm thi hành.", ["Chánh Văn phòng Bộ", "Vụ trưởng Vụ Pháp chế"]),
    ("Các tập đoàn, tổng công ty nhà nước tiên phong ứng dụng công nghệ.", ["Các tập đoàn", "Tổng công ty nhà nước"]),
    ("Các trường cao đẳng trên địa bàn tỉnh triển khai đào tạo.", ["Các trường cao đẳng"]),
    ("Để nâng cao chất lượng, các kỹ năng số được đưa vào chương trình.", []),
])
def test_the_subject_behind_an_opening_clause(sentence: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(sentence)[0]] == lead


def test_a_ditto_mark_is_a_cell_of_owners_or_time() -> None:
    assert content("support", "nt", "nt") > 1
    assert content("time", "như trên", "như trên") > 1
    assert content("task", "nt", "nt") < 0


def test_a_letterhead_that_recurs_is_no_running_header() -> None:
    def page(*lines: tuple[str, float, float]) -> list[Placed]:
        return [Placed(Line(text, Place(), size=13.0), Row([Word(text, x, x + 100, y, 0, 0, 13.0)])) for text, x, y in lines]

    head = (("CHÍNH PHỦ", 90.0, 60.0), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 260.0, 60.0), ("Độc lập - Tự do - Hạnh phúc", 280.0, 76.0))
    pages = [page(*head, (f"Trang {n} có nội dung khác nhau", 85.0, 300.0 + n)) for n in (1, 2)]
    mark_furniture([(p, 842.0, []) for p in pages])
    assert not any(placed.line.furniture for p in pages for placed in p)


@pytest.mark.parametrize(("heading", "role"), [
    ("Cơ quan chủ trì theo dõi, đánh giá", "lead"), ("Cơ quan chủ trì soạn thảo", "lead"),
    ("Lãnh đạo UBND tỉnh phụ trách", "receiver"), ("Lãnh đạo Sở chỉ đạo", "receiver"), ("Đồng chí phụ trách", "owner"),
])
def test_column_headings_of_who_watches(heading: str, role: str) -> None:
    assert heading_role(heading) == role
