"""Posts told apart by their field or their part in the plan's board; sentences that charge behind a case or a clause."""

from __future__ import annotations

import pytest

from normalizers.units import heading_units, parse_units, prose_owners

FIELDS = [
    ("Đồng chí Phó Chủ tịch Thường trực, phụ trách lĩnh vực Tổ chức và Tuyên giáo", ["Phó Chủ tịch Thường trực, phụ trách lĩnh vực Tổ chức và Tuyên giáo"]),
    ("Cán bộ phụ trách văn hóa, thông tin và truyền thông; Trưởng thôn", ["Cán bộ phụ trách văn hóa, thông tin và truyền thông", "Trưởng thôn"]),
    ("Chuyên viên phụ trách kế toán, Công an xã", ["Chuyên viên phụ trách kế toán", "Công an xã"]),
    ("Phó Chủ tịch UBND xã phụ trách kinh tế, Phòng Kinh tế", ["Phó Chủ tịch Ủy ban nhân dân xã", "Phòng Kinh tế"]),
    ("Trưởng phòng Kinh tế - Phó Trưởng ban Thường trực", ["Trưởng phòng Kinh tế"]),
    ("Chủ tịch Hội Nông dân xã - Thành viên; Công an xã - Phòng Kinh tế", ["Chủ tịch Hội Nông dân xã", "Công an xã", "Phòng Kinh tế"]),
]
HEADINGS = [
    ("3. Công chức phụ trách lĩnh vực nông nghiệp và môi trường", ["Công chức phụ trách lĩnh vực nông nghiệp và môi trường"]),
    ("4. Các Phó Chủ tịch phụ trách lĩnh vực Dân tộc, Tôn giáo và các hội quần chúng trên địa bàn", 1),
    ("1. Đồng chí Trưởng Ban Xây dựng Đảng - Trưởng Tiểu ban:", ["Trưởng Ban Xây dựng Đảng"]),
    ("2. Các tổ chức thành viên của MTTQ Việt Nam xã", ["Các tổ chức thành viên của Mặt trận Tổ quốc"]),
]
SENTENCES = [
    ("Nếu hồ sơ còn thiếu giấy tờ theo quy định: Công an xã chủ trì xác minh.", ["Công an xã"], []),
    ("Kết thúc đợt cao điểm, Công an xã, chịu trách nhiệm tổng hợp, báo cáo UBND xã.", ["Công an xã"], []),
    ("Chi bộ các thôn và Ban Công tác Mặt trận có tuyến đường đi qua phải vận động các hộ hiến đất.", 2, []),
    ("Kiểm tra việc phối hợp với Trưởng thôn tổ chức họp dân.", [], []),
    ("Giám sát việc chủ trì, phối hợp với Công an xã lập danh sách.", [], []),
    ("Ngay sau hội nghị, gửi biên bản đến Thường trực HĐND, UBND, Ủy ban Bầu cử xã chậm nhất ngày 04/02/2026.", [], []),
    ("Phối hợp với Ủy ban Bầu cử xã, Tổ bầu cử niêm yết danh sách cử tri.", [], ["Ủy ban bầu cử", "Tổ bầu cử"]),
    ("Chủ động phối hợp với Công an xã kiểm tra việc chấp hành quy định.", [], ["Công an xã"]),
]


@pytest.mark.parametrize(("cell", "names"), FIELDS)
def test_cells(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("heading", "names"), HEADINGS)
def test_headings(heading: str, names: list[str] | int) -> None:
    found = [u.name for u in heading_units(heading)]
    assert (len(found) if isinstance(names, int) else found) == names


@pytest.mark.parametrize(("text", "lead", "support"), SENTENCES)
def test_sentences(text: str, lead: list[str] | int, support: list[str]) -> None:
    found, helpers = prose_owners(text, duty=True)
    assert (len(found) if isinstance(lead, int) else [u.name for u in found]) == lead
    assert [u.name for u in helpers] == support
