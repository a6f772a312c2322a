"""What plans of communes print in prose: topics above numbers in brackets, parts in brackets, document numbers with blanks."""

from __future__ import annotations

import pytest

from extractors.metadata import _NUMBER
from extractors.paragraphs import Paragraph, paragraphs
from normalizers.acts import is_act
from normalizers.target_prose import read_targets
from normalizers.targets import read_task_targets
from normalizers.unit_cells import owners_in_cell
from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units
from pipeline.assemble import assemble
from tests.support import HEADER, make_document
from tests.test_outline import dump


def test_bullets_are_topics_of_the_numbers_in_brackets_below_them() -> None:
    plan = assemble(make_document(
        *HEADER, "I. MỤC TIÊU", "1. Chỉ tiêu cụ thể", "* Về kinh tế", "(1) Số hợp tác xã trên địa bàn: 06 hợp tác xã.", "(2) Trồng mới 20 ha cây ăn quả.",
        "* Về xã hội", "(3) Tỷ lệ hộ dùng nước sạch: 97%.", "- Lĩnh vực an ninh:", "(4) Tỷ lệ thôn đạt chuẩn an toàn: 100%.", "II. NHIỆM VỤ", "1. Tuyên truyền",
        "- Tổ chức hội nghị quán triệt Kế hoạch.", "Trên đây là Kế hoạch của xã Tân An./."))
    assert [(t.indicator, t.value) for t in plan.targets] == [
        ("Số hợp tác xã trên địa bàn", 6), ("Trồng mới cây ăn quả", 20), ("Tỷ lệ hộ dùng nước sạch", 97), ("Tỷ lệ thôn đạt chuẩn an toàn", 100)]


def test_the_last_bullet_of_an_item_is_no_topic_of_the_next_item() -> None:
    plan = assemble(make_document(
        *HEADER, "I. NHIỆM VỤ", "1. Tuyên truyền", "(1) Công tác tuyên truyền:", "- Tổ chức hội nghị quán triệt Kế hoạch", "- Phát 200 tờ rơi đến các hộ dân",
        "(2) Công tác kiểm tra:", "- Kiểm tra việc thực hiện Kế hoạch tại các thôn", "Trên đây là Kế hoạch của xã Tân An./."))
    assert [t.text for t in plan.tasks] == ["Tổ chức hội nghị quán triệt Kế hoạch", "Phát 200 tờ rơi đến các hộ dân", "Kiểm tra việc thực hiện Kế hoạch tại các thôn"]


@pytest.mark.parametrize(("text", "number"), [
    ("Số: 36 /KH - UBND", "36/KH-UBND"), ("Số: 36 /KH - UBND An Hòa, ngày 07", "36/KH-UBND"), ("Số: 15/QĐ- UBND", "15/QĐ-UBND"), ("Số: 12/KH-UBND", "12/KH-UBND"),
    ("Số: 12/KH-TTPVHCC&CĐS", "12/KH-TTPVHCC&CĐS"), ("Số: 45/KH - Hà Nội", "45/KH"), ("Số: 08-KH/ĐU", "08-KH/ĐU"), ("Số: 101/2025/UBTVQH15", "101/2025/UBTVQH15")])
def test_blanks_inside_a_document_number(text: str, number: str) -> None:
    m = _NUMBER.search(text)
    assert m is not None
    assert "".join((m["n"] + m["sign"]).split()) == number


def test_no_document_number_without_a_sign() -> None:
    assert _NUMBER.search("Số: 7") is None


@pytest.mark.parametrize(("text", "found"), [
    ("Diện tích gieo trồng: 510 ha (trong đó: lúa 2 vụ 300 ha; ngô, rau các loại 180 ha; cây chè 30 ha).",
     [("Diện tích gieo trồng", 510, "ha"), ("lúa 2 vụ", 300, "ha"), ("ngô, rau các loại", 180, "ha"), ("cây chè", 30, "ha")]),
    ("Tổng thu ngân sách xã 12,5 tỷ đồng, hoàn thành 100% dự toán giao.", [("Tổng thu ngân sách xã", 12.5, "tỷ đồng"), ("hoàn thành dự toán giao", 100, "%")]),
    ("Giá trị thu hoạch trên 1ha đất trồng lúa và nuôi cá đạt 120 triệu đồng/ha/năm.",
     [("Giá trị thu hoạch trên 1ha đất trồng lúa và nuôi cá", 120, "triệu đồng/ha/năm")]),
    ("Phát triển trên 1 ha rau an toàn đạt chuẩn VietGAP.", [("Phát triển rau an toàn đạt chuẩn VietGAP", 1, "ha")]),
])
def test_amounts_of_a_whole_and_its_parts(text: str, found: list[tuple[str, float, str]]) -> None:
    assert [(r.indicator, r.value, r.unit) for r in read_targets(text)] == found


def test_a_sentence_that_adds_to_the_one_before_goes_on_behind_a_full_line() -> None:
    pars = [p for p in paragraphs(dump(
        "II. PHÒNG, CHỐNG DỊCH BỆNH\n"
        "UBND xã giao Phòng Kinh tế tiếp nhận hóa chất, vật tư và cấp phát vắc xin đủ.\n"
        "Đồng thời tổ chức tiêm đại trà cho đàn gia súc của các hộ đã kê khai ở các\n"
        "thôn trong tháng 9 năm 2026.\n")) if isinstance(p, Paragraph)]
    assert [p.text.split()[0] for p in pars] == ["II.", "UBND"]


@pytest.mark.parametrize(("header", "province"), [
    (("XÃ QUẢNG NINH", "Quảng Ninh, ngày 05 tháng 3 năm 2026"), "Thanh Hóa"), (("PHƯỜNG LÀO CAI", "Lào Cai, ngày 05 tháng 3 năm 2026"), "Thanh Hóa"),
    (("XÃ TÂN AN", "Quảng Ninh, ngày 05 tháng 3 năm 2026"), "Quảng Ninh")])
def test_a_commune_that_bears_the_name_of_a_province(header: tuple[str, str], province: str) -> None:
    plan = assemble(make_document(
        "ỦY BAN NHÂN DÂN", header[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 12/KH-UBND", header[1], "KẾ HOẠCH", "Giảm nghèo năm 2026",
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 20/01/2026 của UBND tỉnh Thanh Hóa, Ủy ban nhân dân xã ban hành Kế hoạch như sau:", "I. NHIỆM VỤ", "- Rà soát hộ nghèo."))
    assert plan.plan.province == province


def test_a_ward_in_the_province_whose_name_it_bears() -> None:
    plan = assemble(make_document(
        "ỦY BAN NHÂN DÂN", "PHƯỜNG LÀO CAI", "Lào Cai, ngày 05 tháng 3 năm 2026", "KẾ HOẠCH", "Giảm nghèo năm 2026", "I. NHIỆM VỤ", "- Rà soát hộ nghèo."))
    assert plan.plan.province == "Lào Cai"


@pytest.mark.parametrize(("text", "lead"), [
    ("Lập danh sách người chưa biết chữ; trước ngày 16/11/2026, các trường học phải báo cáo kết quả.", ["Các trường học"]),
    ("Khắc phục tồn tại về phòng cháy; Ban Quản lý chợ tự kiểm tra, khắc phục.", ["Ban Quản lý chợ"]),
    ("Sửa chữa trụ sở. Trong quý II, Phòng Kinh tế thẩm định dự toán.", ["Phòng Kinh tế"]),
    ("Làm sạch dữ liệu người có công: giao Công an xã phối hợp với Phòng Văn hóa - Xã hội thực hiện.", ["Công an xã"]),
    ("Thời gian giao, nhận hồ sơ: giao đúng hạn cho người dân.", []),
])
def test_clauses_that_open_with_a_time(text: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(text)[0]] == lead


def test_per_mille_as_typed() -> None:
    assert [(r.indicator, r.value, r.unit) for r in read_targets("Mức giảm sinh 0,5%o; tỷ lệ tăng dân số 0,9%.")] == [("Mức giảm sinh", 0.5, "‰"), ("tỷ lệ tăng dân số", 0.9, "%")]


@pytest.mark.parametrize(("text", "support"), [
    ("Phòng Kinh tế phối hợp với Hợp tác xã dịch vụ nông nghiệp, các thôn nạo vét kênh mương.", ["Hợp tác xã dịch vụ nông nghiệp", "Các thôn"]),
    ("Phòng Kinh tế phối hợp với Hạt Kiểm lâm liên xã 3, Công an xã tuần tra rừng.", ["Hạt Kiểm lâm liên xã 3", "Công an xã"]),
    ("Phòng Kinh tế phối hợp với Trạm Chăn nuôi và Thú y khu vực, các thôn tiêm phòng cho đàn vật nuôi.", ["Trạm Chăn nuôi và Thú y khu vực", "Các thôn"]),
    ("Phòng Kinh tế phối hợp với Phòng giao dịch Ngân hàng CSXH, Hội Nông dân xã cho vay vốn.", ["Phòng giao dịch Ngân hàng Chính sách xã hội", "Hội Nông dân xã"]),
    ("Phòng Kinh tế phối hợp với các hợp tác xã, doanh nghiệp thu mua nông sản.", ["Hợp tác xã", "Doanh nghiệp trên địa bàn"]),
])
def test_bodies_told_apart_by_area_or_trade(text: str, support: list[str]) -> None:
    assert [u.name for u in prose_owners(text)[1]] == support


ROWS_OF_SCHOOLS = [
    ("Các trường tiểu học, THCS, THPT trên địa bàn xã", "Các trường tiểu học, trung học cơ sở, trung học phổ thông"),
    ("Các trường mầm non, phổ thông", "Các trường mầm non, phổ thông"),
    ("Các trường Mầm non, Tiểu học và THCS", "Các trường mầm non, tiểu học, trung học cơ sở"),
    ("Hiệu trưởng các trường Mầm non, Tiểu học, THCS trên địa bàn xã", "Hiệu trưởng các trường Mầm non, Tiểu học, trung học cơ sở"),
]


@pytest.mark.parametrize(("row", "unit"), ROWS_OF_SCHOOLS)
def test_schools_of_several_levels_are_one_unit(row: str, unit: str) -> None:
    assert [u.name for u in heading_units(row)] == [unit]
    assert [u.name for u in prose_owners(f"{row} tổ chức tuyên truyền cho học sinh.")[0]] == [unit]
    assert [u.name for u in prose_owners(f"Công an xã phối hợp với {row[0].lower()}{row[1:]}, Trạm Y tế mở lớp tập huấn.")[1]] == [unit, "Trạm Y tế"]


@pytest.mark.parametrize(("row", "units"), [
    ("Trường Mầm non Hoa Sen, Trường Tiểu học Tân An", ["Trường Mầm non Hoa Sen", "Trường Tiểu học Tân An"]), ("Các trường học, Trạm Y tế", ["Các trường học", "Trạm Y tế"]),
    ("Các trường Mầm non, Công an xã", ["Các trường Mầm non", "Công an xã"])])
def test_single_schools_stay_units_of_their_own(row: str, units: list[str]) -> None:
    assert [u.name for u in heading_units(row)] == units
    assert [u.name for u in prose_owners(f"{row} tổ chức tuyên truyền cho học sinh.")[0]] == units


def test_parts_hold_for_the_year_of_their_whole() -> None:
    found = read_targets("Giá trị sản xuất trên địa bàn đến năm 2030 đạt 396 tỷ đồng; trong đó: thương mại 225 tỷ đồng; công nghiệp 101 tỷ đồng.")
    assert [(r.value, r.horizon) for r in found] == [(396, "2030"), (225, "2030"), (101, "2030")]


def test_a_fee_per_head() -> None:
    assert [(r.value, r.unit) for r in read_targets("Mức thu phí vệ sinh 6.000 đồng/khẩu/tháng.")] == [(6000, "đồng/khẩu/tháng")]


def test_numbered_fields_of_a_text_without_named_sections_are_tasks() -> None:
    plan = assemble(make_document(
        *HEADER, "1. Lĩnh vực trồng trọt:", "- Hướng dẫn bà con thu hoạch lúa mùa.", "- Chốt chặn đường ngang vào khu sản xuất.",
        "2. Lĩnh vực y tế:", "- Tổ chức tiêm phòng dại cho đàn chó, mèo.", "3. Lĩnh vực trật tự:", "- Tăng cường tuần tra ban đêm.", "Trên đây là Kế hoạch của xã Tân An./."))
    assert len(plan.tasks) == 4


@pytest.mark.parametrize("text", ["Ra quân dọn cỏ hai bên đường", "Treo cờ Tổ quốc tại trụ sở", "Thăm hỏi gia đình liệt sĩ", "Tháo dỡ mái che sai quy định", "Đăng tải kết quả trên trang tin của xã",
                                  "Tuần tra khu vực chợ", "Bình xét thôn văn hóa", "Hưởng ứng Ngày Môi trường thế giới"])
def test_everyday_acts(text: str) -> None:
    assert is_act(text)


@pytest.mark.parametrize(("heading", "units"), [
    ("3. Hội đồng phối hợp phổ biến, giáo dục pháp luật phường", ["Hội đồng phối hợp phổ biến, giáo dục pháp luật phường"]),
    ("4. Các thành viên Hội đồng phối hợp PBGDPL:", ["Các thành viên Hội đồng phối hợp phổ biến, giáo dục pháp luật"]),
    ("5. Phòng Kinh tế phối hợp với Công an xã", ["Phòng Kinh tế"]), ("6. Các hộ chăn nuôi", ["Các hộ chăn nuôi"]), ("7. Hợp tác xã và các hộ trồng rừng", ["Hợp tác xã", "Các hộ trồng rừng"]),
    ("8. Hộ dân được dùng nước sạch", []), ("9. Hộ tịch, chứng thực", []),
])
def test_headings_that_name_councils_and_households(heading: str, units: list[str]) -> None:
    assert [u.name for u in heading_units(heading)] == units


@pytest.mark.parametrize("cell", ["Hội đồng phối hợp PBGDPL xã", "Văn phòng HĐND và UBND, Hội đồng phối hợp phổ biến, giáo dục pháp luật", "Tổ phối hợp liên ngành"])
def test_a_council_named_after_working_together_is_one_body(cell: str) -> None:
    assert owners_in_cell(cell) is None


@pytest.mark.parametrize(("text", "lead"), [
    ("Thủ trưởng các đơn vị sự nghiệp công lập lập danh sách viên chức dự xét.", ["Thủ trưởng các cơ quan, đơn vị"]),
    ("Người đứng đầu các cơ quan, đơn vị sự nghiệp công lập xã ký cam kết.", ["Thủ trưởng các cơ quan, đơn vị"]),
    ("Trạm Y tế phường lấy mẫu nước tại các bể chứa.", ["Trạm Y tế"]), ("Công an xã phân luồng phương tiện trong ngày lễ.", ["Công an xã"]),
])
def test_everyday_duties(text: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(text, duty=True)[0]] == lead


@pytest.mark.parametrize(("cell", "units"), [
    ("Công chức ĐC-NN", ["Công chức Địa chính - Nông nghiệp"]), ("Trung tâm VH-TT&TT xã", ["Trung tâm Văn hóa, Thông tin và Thể thao xã"]), ("Chi bộ, Ban PT thôn", ["Chi bộ", "Ban Phát triển thôn"]),
    ("Các cơ sở SXKD", ["Các cơ sở sản xuất kinh doanh"]), ("Đồng chí Mai - Chuyên viên Phòng Kinh tế", ["Chuyên viên Phòng Kinh tế"]),
])
def test_owners_in_letters(cell: str, units: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == units


@pytest.mark.parametrize("text", ["Treo 20 băng rôn trên các trục đường chính.", "Cắm biển cấm lửa ở 12 lối vào rừng."])
def test_counts_of_small_works_are_no_targets(text: str) -> None:
    assert is_act(text)
    assert read_task_targets(text) == []
