"""Bodies told apart by number or by a clause, groups of schools and hospitals in short, and acts that no list holds."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units

CELLS: tuple[tuple[str, list[str]], ...] = (
    ("Tổ dân phố số 7, số 9", ["Tổ dân phố số 7", "Tổ dân phố số 9"]),
    ("Khu phố 2, 4 và 6; Công an phường", ["Khu phố 2", "Khu phố 4", "Khu phố 6", "Công an xã"]),
    ("Thuế cơ sở 4, 5", ["Thuế cơ sở 4", "Thuế cơ sở 5"]),
    ("UBND các quận 2, 9", ["Ủy ban nhân dân quận 2", "Ủy ban nhân dân quận 9"]),
    ("Chi bộ thôn 3, thôn 8", ["Chi bộ thôn 3", "Chi bộ thôn 8"]),
    ("Sở Y tế, 3 trường học", ["Sở Y tế", "Các trường học"]),
    ("1. Sở Xây dựng 2. Sở Y tế", ["Sở Xây dựng", "Sở Y tế"]),
    ("Các sở, ngành có hồ sơ điện tử, UBND các xã", ["Các sở, ngành có hồ sơ điện tử", "Ủy ban nhân dân các xã"]),
    ("Các sở, ban, ngành có liên quan", ["Các cơ quan, đơn vị"]),
    ("Các phòng chuyên môn, đơn vị sự nghiệp thuộc UBND phường", ["Các phòng chuyên môn", "Các đơn vị sự nghiệp"]),
    ("Các Phòng, Đội thuộc Chi cục", ["Các cơ quan, đơn vị"]),
    ("Công đoàn cơ sở các doanh nghiệp", ["Công đoàn cơ sở các doanh nghiệp"]),
    ("BGH; GV; HS", ["Ban Giám hiệu", "Giáo viên", "Học sinh"]),
    ("P.HT; P. Trạm trưởng", ["Phó Hiệu trưởng", "Phó Trạm trưởng"]),
    ("P. TCKT, K. Xét nghiệm", ["Phòng Tài chính - Kế toán", "Khoa Xét nghiệm"]),
    ("Các tổ TK&VV", ["Các tổ tiết kiệm và vay vốn"]),
    ("Các ban, cơ quan đảng ở Trung ương", ["Các ban, cơ quan đảng ở Trung ương"]),
    ("Phòng PA02, PC10 Công an tỉnh", ["Phòng PA02", "PC10 Công an tỉnh"]),
    ("ĐHQG Hà Nội; Đài TNVN", ["Đại học Quốc gia Hà Nội", "Đài Tiếng nói Việt Nam"]),
    ("Các xã Trường Hà, Hội Sơn và Sóc Hà", ["Xã Trường Hà", "Xã Hội Sơn", "Xã Sóc Hà"]),
    ("UBND phường Trường Thi, phường Hội Phú", ["Ủy ban nhân dân phường Trường Thi", "Ủy ban nhân dân phường Hội Phú"]),
    ("UBND xã Trường Mầm non Hoa Mai", ["Ủy ban nhân dân xã", "Trường Mầm non Hoa Mai"]),
    ("Trường Đại học Tây Bắc, Đại học Thái Nguyên", ["Trường Đại học Tây Bắc", "Đại học Thái Nguyên"]),
    ("Tổ bảo vệ an ninh, trật tự; Tổ giúp việc", ["Tổ bảo vệ an ninh, trật tự", "Tổ giúp việc"]),
    ("Văn phòng Đăng ký đất đai chi nhánh Hòa An", ["Văn phòng Đăng ký đất đai chi nhánh Hòa An"]),
    ("CN VPĐKĐĐ; TTPTQĐ", ["Chi nhánh Văn phòng Đăng ký đất đai", "Trung tâm Phát triển quỹ đất"]),
    ("Cô Hà, thầy Tuấn", ["Cô Hà", "Thầy Tuấn"]),
    ("HĐQT; Ban Giám đốc", ["Hội đồng quản trị", "Ban Giám đốc"]),
)


@pytest.mark.parametrize(("cell", "names"), CELLS, ids=lambda v: v[:36] if isinstance(v, str) else "")
def test_cells(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


SENTENCES: tuple[tuple[str, list[str]], ...] = (
    ("Công an xã gọi điện cho từng hộ còn thiếu giấy tờ.", ["Công an xã"]),
    ("Phòng Kinh tế tách thửa đất công ích do xã quản lý.", ["Phòng Kinh tế"]),
    ("Hội Cựu chiến binh xã nhận trông coi khu di tích.", ["Hội Cựu chiến binh xã"]),
    ("Việc trực máy bơm do Hội Nông dân xã phụ trách.", ["Hội Nông dân xã"]),
    ("Phần hậu cần do Văn phòng HĐND và UBND đảm nhiệm.", ["Văn phòng HĐND và UBND"]),
    ("Lập sổ theo dõi hộ cận nghèo (Phòng Văn hóa - Xã hội/Tháng 3).", ["Phòng Văn hóa - Xã hội"]),
    ("Đồng chí Lê Văn Bình chủ trì giao ban đầu tuần.", ["Đồng chí Lê Văn Bình"]),
    ("Phân công đồng chí Mai và đồng chí Hạnh trực tiếp nhận phản ánh.", ["Đồng chí Mai", "Đồng chí Hạnh"]),
    ("Giao bà Phạm Thị Yến làm đầu mối tổng hợp.", ["Bà Phạm Thị Yến"]),
    ("Nhiệm vụ này được giao cho Sở Tư pháp thực hiện trong quý III.", ["Sở Tư pháp"]),
    ("UBND các phường 1, 5 và Bình Khánh rà soát hộ kinh doanh.",
     ["Ủy ban nhân dân phường 1", "Ủy ban nhân dân phường 5", "Ủy ban nhân dân phường Bình Khánh"]),
    ("Các sở quản lý ngành ban hành đơn giá.", ["Các sở quản lý ngành"]),
    ("Nâng cấp hệ thống họp trực tuyến. Đơn vị chủ trì: Sở Nội vụ. Đơn vị phối hợp: Công an tỉnh.", ["Sở Nội vụ"]),
    ("Tổ trưởng tổ dân phố đọc thông báo trên loa truyền thanh.", ["Tổ trưởng tổ dân phố"]),
    ("Tập huấn chữ ký số (Sở Nội vụ: tháng 5/2026).", ["Sở Nội vụ"]),
    ("Bố trí chỗ ngồi cho các đoàn (Sở Nội vụ: 5 người).", []),
    ("Agribank chi nhánh Bảo Yên cho vay phục hồi sản xuất.", ["Agribank chi nhánh Bảo Yên"]),
    ("Kho bạc Nhà nước chi nhánh khu vực VI kiểm soát chi.", ["Kho bạc Nhà nước chi nhánh khu vực VI"]),
    # no acts: states, links, what tells a body apart; whose a thing is
    ("Trạm Y tế xã đạt chuẩn quốc gia.", []),
    ("Công an xã chính quy được trang bị đủ phương tiện.", []),
    ("Cô Tô phát triển du lịch cộng đồng.", []),
    ("Hoàn thành các nhiệm vụ được giao cho năm 2026.", []),
    ("Sở Y tế về việc tiêm chủng mở rộng.", []),
    ("Tham gia các lớp bồi dưỡng do Sở Nội vụ tổ chức.", []),
    ("Rà soát các lĩnh vực do Sở Xây dựng phụ trách.", []),
)


@pytest.mark.parametrize(("text", "lead"), SENTENCES, ids=lambda v: v[:36] if isinstance(v, str) else "")
def test_sentences(text: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(text)[0]] == lead
