"""Who only helps, in a sentence, a note, a cell and a line of its own; offices called by their fields."""

from __future__ import annotations

import pytest
from support import HEADER, make_document

from normalizers.unit_cells import owners_in_cell
from normalizers.unit_charges import read_charge
from normalizers.unit_codes import offices_in_letters
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units
from pipeline.assemble import assemble

P_KT, CA = "Phòng Kinh tế", "Công an xã"


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Số hóa hồ sơ. Giao Phòng Kinh tế; Công an xã phối hợp.", [P_KT], [CA]),
    ("Giao Phòng Kinh tế; Công an xã triển khai thực hiện.", [P_KT, CA], []),
    ("Phòng Kinh tế làm đầu mối; Công an xã hỗ trợ kỹ thuật.", [P_KT], [CA]),
    ("Tổ chức ngày hội; Phòng Kinh tế chủ trì, Công an xã hỗ trợ.", [P_KT], [CA]),
    ("Phòng Kinh tế lập danh sách hộ được Nhà nước, Công an xã hỗ trợ.", [P_KT], []),
    ("Nâng cấp trang thông tin (Phòng Kinh tế; Công an xã hỗ trợ).", [P_KT], [CA]),
    ("Tuyên truyền Đề án 06 do Công an xã làm nòng cốt.", [CA], []),
    ("Công an xã chủ trì phối hợp với các ngành đoàn thể, Trưởng các thôn triển khai Đề án 06.", [CA], ["Các cơ quan, đơn vị", "Trưởng thôn"]),
    ("Cơ quan thường trực Ban Chỉ đạo (Phòng Kinh tế) tổng hợp kết quả, báo cáo trước ngày 10/12.", [P_KT], []),
    ("Nâng cấp trang thông tin (Phòng Kinh tế và Công an xã cùng phối hợp).", [], [P_KT, CA]),
])
def test_who_only_helps_in_a_sentence(text: str, lead: list[str], support: list[str]) -> None:
    assert [[u.name for u in units] for units in prose_owners(text)] == [lead, support]


@pytest.mark.parametrize("cell", ["Phòng Kinh tế hướng dẫn; Công an xã hỗ trợ", "Phòng Kinh tế; Công an xã phối hợp thực hiện", "Phòng Kinh tế chủ trì, Công an xã hỗ trợ"])
def test_who_only_helps_in_a_cell(cell: str) -> None:
    both = owners_in_cell(cell)
    assert both is not None and [[u.name for u in units] for units in both] == [[P_KT], [CA]]


@pytest.mark.parametrize("cell", ["Phòng Kinh tế; Công an xã", "Phòng Kinh tế; Trung tâm hỗ trợ", "Phòng Kinh tế; Hội đồng phối hợp"])
def test_a_plain_row_has_no_helpers(cell: str) -> None:
    assert owners_in_cell(cell) is None


def test_a_line_that_charges_one_and_names_who_helps() -> None:
    charge = read_charge("Giao Phòng Kinh tế; Công an xã phối hợp, hoàn thành trước ngày 30/6/2026.")
    assert charge is not None
    assert (charge.lead, charge.support, charge.when) == (P_KT, CA, "hoàn thành trước ngày 30/6/2026")
    assert read_charge("Giao Phòng Kinh tế; Công an xã phối hợp kiểm tra các cơ sở karaoke.") is None


@pytest.mark.parametrize(("cell", "level", "names"), [
    ("Kinh tế; Văn hóa - Xã hội; Công an", "xã", [P_KT, "Phòng Văn hóa - Xã hội", CA]),
    ("VHXH, Kinh tế", "xã", ["Phòng Văn hóa - Xã hội", P_KT]),
    ("VĂN HÓA – XÃ HỘI", "xã", ["Phòng Văn hóa - Xã hội"]),
    ("Kinh tế", "phường", ["Phòng Kinh tế, Hạ tầng và Đô thị"]),
])
def test_offices_called_by_their_fields(cell: str, level: str, names: list[str]) -> None:
    found = offices_in_letters(cell, level, "UBND")
    assert found is not None and [u.name for u in found] == names


@pytest.mark.parametrize("cell", ["kinh tế", "Kinh tế, trồng trọt", "Bộ phận Kinh tế"])
def test_fields_that_are_no_offices(cell: str) -> None:
    assert offices_in_letters(cell, "xã", "UBND") is None


@pytest.mark.parametrize(("cell", "names"), [
    ("Các cơ quan báo chí trên địa bàn tỉnh", ["Các cơ quan báo chí"]),
    ("PGD NHCSXH", ["Phòng giao dịch Ngân hàng Chính sách xã hội"]),
    ("Công chức VP-TK, TP-HT, VH-XH", ["Công chức Văn phòng - Thống kê", "Công chức Tư pháp - Hộ tịch", "Công chức Văn hóa - Xã hội"]),
    ("Văn phòng Đăng ký đất đai - Chi nhánh khu vực 5; Phòng Kinh tế", ["Văn phòng Đăng ký đất đai - Chi nhánh khu vực 5", "Phòng Kinh tế"]),
    ("Tất cả các thôn; Công an xã", ["Các thôn", "Công an xã"]),
    ("100% cơ quan, đơn vị", ["Các cơ quan, đơn vị"]),
    ("Mỗi cơ quan, đơn vị", ["Các cơ quan, đơn vị"]),
    ("Tổ trưởng các tổ dân phố", ["Tổ trưởng các tổ dân phố"]),
    ("Toàn thể cán bộ, công chức", ["Toàn thể cán bộ, công chức"]),
    ("Cơ quan, đơn vị trường học", ["Các cơ quan, đơn vị", "Các trường học"]),
])
def test_rows_of_a_commune(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


def test_a_heading_with_the_order_in_brackets_charges_what_stands_below_it() -> None:
    plan = assemble(make_document(*HEADER, "II. NHIỆM VỤ", "1. Tổ chức bộ máy (Giao Phòng Văn hóa - Xã hội)", "- Rà soát chức năng, nhiệm vụ các phòng.", "2. Kiểm tra",
                                  "- Kiểm tra việc thực hiện kế hoạch.", "(Phòng Kinh tế hướng dẫn; Công an xã hỗ trợ)", "III. TỔ CHỨC THỰC HIỆN", "1. Công an", "- Làm sạch dữ liệu dân cư.",
                                  "2. Kinh tế", "- Cân đối kinh phí thực hiện.", "3. Văn hóa - Xã hội", "- Tuyên truyền cải cách hành chính.", "4. Các thôn", "- Thông báo đến từng hộ."))
    owners = [(t.lead, t.support) for t in plan.tasks]
    assert owners[:2] == [(("Phòng Văn hóa - Xã hội",), ()), ((P_KT,), (CA,))]
    assert [lead for lead, _ in owners[2:]] == [(CA,), (P_KT,), ("Phòng Văn hóa - Xã hội",), ("Các thôn",)]
