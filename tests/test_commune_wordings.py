"""Wording of communes: counts before bodies, bodies of one hamlet, offices by their field or bare name, decisions that give targets."""

from __future__ import annotations

import pytest

from extractors.frame import build_frame
from normalizers.units import parse_units, prose_owners
from pipeline.assemble import assemble
from tests.support import make_document


@pytest.mark.parametrize(("cell", "wanted"), [
    ("06 trường học trên địa bàn; Trạm Y tế", ["Các trường học", "Trạm Y tế"]),
    ("9/9 trường học", ["Các trường học"]),
    ("02 trường tiểu học", ["02 trường tiểu học"]),
    ("Các ban, ngành, bản có liên quan", ["Các cơ quan, đơn vị", "Các bản"]),
    ("Các cơ quan, thôn Tây", ["Các cơ quan, đơn vị", "Thôn Tây"]),
    ("Công an xã; thôn", ["Công an xã", "Thôn"]),
    ("Văn phòng HĐND và UBND; VHXH", ["Văn phòng HĐND và UBND", "Phòng Văn hóa - Xã hội"]),
    ("KTHTĐT, P. KTHTĐT", ["Phòng Kinh tế, Hạ tầng và Đô thị"]),
    ("Trưởng phòng KTHTĐT", ["Trưởng phòng Kinh tế, Hạ tầng và Đô thị"]),
    ("VHXH", ["Văn hóa - Xã hội"]),
    ("Trưởng các", ["Trưởng các"]),
    ("Công an xã, thôn", ["Công an xã", "Thôn"]),
    ("CB TC-KT; CB ĐC-XD; CT Hội Nông dân xã", ["Cán bộ Tài chính - Kế toán", "Cán bộ Địa chính - Xây dựng", "Chủ tịch Hội Nông dân xã"]),
])
def test_cell(cell: str, wanted: list[str]) -> None:
    assert [unit.name for unit in parse_units(cell)] == wanted


@pytest.mark.parametrize(("sentence", "lead", "support"), [
    ("Giao Chi bộ thôn Hòa Trung hoàn thành việc bàn giao hồ sơ.", ["Chi bộ thôn Hòa Trung"], []),
    ("Giao Ban nhân dân ấp Phú Tây, Tổ hòa giải khu phố 2 vận động người dân.", ["Ban nhân dân ấp Phú Tây", "Tổ hòa giải khu phố 2"], []),
    ("Giao Chi bộ các thôn tổ chức sinh hoạt.", ["Chi bộ các thôn"], []),
    ("Giao Văn phòng tổng hợp kết quả, báo cáo UBND xã.", ["Văn phòng"], []),
    ("Giao Văn phòng và Phòng Kinh tế rà soát hồ sơ.", ["Văn phòng", "Phòng Kinh tế"], []),
    ("Văn phòng làm việc được bố trí gọn gàng.", [], []),
    ("Văn phòng điều phối nông thôn mới xây dựng kế hoạch.", ["Văn phòng điều phối nông thôn mới"], []),
])
def test_sentence(sentence: str, lead: list[str], support: list[str]) -> None:
    leads, helpers = prose_owners(sentence)
    assert ([u.name for u in leads], [u.name for u in helpers]) == (lead, support)


DECISION = ("ỦY BAN NHÂN DÂN", "PHƯỜNG TÂN AN", "Số: 9/QĐ-UBND", "Tân An, ngày 05 tháng 01 năm 2026", "QUYẾT ĐỊNH", "Về việc giao chỉ tiêu bảo hiểm năm 2026", "QUYẾT ĐỊNH:",
            "Điều 1. Giao các chỉ tiêu bảo hiểm năm 2026 như sau:", "1. Tỷ lệ người dân tham gia bảo hiểm y tế đạt 96%.", "Đơn vị chủ trì: Trạm Y tế. Báo cáo hằng quý.",
            "2. Số người tham gia bảo hiểm tự nguyện tối thiểu 450 người.", "Đơn vị chủ trì: Phòng Kinh tế.", "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.")


def test_a_decision_that_gives_targets_orders_no_tasks() -> None:
    plan = assemble(make_document(*DECISION))
    assert [(t.value, t.lead) for t in plan.targets] == [(96, ("Trạm Y tế",)), (450, ("Phòng Kinh tế",))]
    assert not plan.tasks


def test_the_decision_formula_is_no_title() -> None:
    assert build_frame(make_document(*DECISION)).title == ["Về việc giao chỉ tiêu bảo hiểm năm 2026"]


def test_a_commune_named_like_a_former_province_tells_no_province() -> None:
    head = ("ỦY BAN NHÂN DÂN", "XÃ HÒA BÌNH", "Số: 3/KH-UBND", "Hòa Bình, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH", "Tuyên truyền pháp luật năm 2026", "I. NHIỆM VỤ", "- Rà soát hồ sơ.")
    assert assemble(make_document(*head)).plan.province is None
