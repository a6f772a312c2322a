"""Who is charged beside the act: people with their post in brackets, "do X đảm nhận", "Về phía X", a note before the time."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units


@pytest.mark.parametrize(("sentence", "lead", "support"), [
    ("Đ/c Nguyễn Văn Nam (Phó Bí thư Chi bộ) chủ trì xây dựng kế hoạch sinh hoạt chuyên đề.", ["Phó Bí thư Chi bộ"], []),
    ("Giao đồng chí Trần Văn Bình (Trưởng phòng Kinh tế) chủ trì, phối hợp với Công an xã kiểm tra khai thác cát.", ["Trưởng phòng Kinh tế"], ["Công an xã"]),
    ("Công tác tuyên truyền do Trung tâm Dịch vụ tổng hợp đảm nhận, thực hiện thường xuyên.", ["Trung tâm Dịch vụ tổng hợp"], []),
    ("Về phía Công an xã: tăng cường tuần tra, kiểm soát.", ["Công an xã"], []),
    ("Lắp đặt wifi công cộng tại nhà văn hóa thôn (VNPT, Viettel thực hiện) trong quý III/2026.", ["VNPT", "Viettel"], []),
    ("Đồng chí Trần Văn Bình chịu trách nhiệm theo dõi, đôn đốc.", ["Đồng chí Trần Văn Bình"], []),
])
def test_sentence_charges_the_post(sentence: str, lead: list[str], support: list[str]) -> None:
    leads, helpers = prose_owners(sentence)
    assert ([u.name for u in leads], [u.name for u in helpers]) == (lead, support)


@pytest.mark.parametrize(("cell", "units"), [
    ("Đ/c Nam (Chi ủy viên, Trưởng ban CTMT)", ["Chi ủy viên", "Trưởng ban Công tác Mặt trận"]),
    ("Đ/c Nguyễn Văn Nam - Chi ủy viên", ["Chi ủy viên"]),
    ("Hội đồng GDQP&AN; Ban VSTBPN", ["Hội đồng Giáo dục quốc phòng và an ninh", "Ban Vì sự tiến bộ của phụ nữ"]),
])
def test_cell_names_the_post(cell: str, units: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == units


def test_many_people_in_one_cell() -> None:
    cell = "; ".join(["Đ/c Nam (Bí thư Chi bộ)"] * 3000)
    assert [u.name for u in parse_units(cell)] == ["Bí thư Chi bộ"]
