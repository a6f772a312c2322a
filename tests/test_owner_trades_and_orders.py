"""Owners named by their trade, plurals told apart by what they have, orders inside a sentence, steps of one work in a cell."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units


def _names(text: str) -> tuple[list[str], list[str]]:
    lead, support = prose_owners(text)
    return [u.name for u in lead], [u.name for u in support]


@pytest.mark.parametrize(("text", "lead"), [
    ("Đơn vị thu gom, vận chuyển rác thải bố trí phương tiện thu gom đúng tần suất.", ["Đơn vị thu gom, vận chuyển rác thải"]),
    ("Đơn vị cung ứng dịch vụ viễn thông khắc phục sự cố mất sóng trong 24 giờ.", ["Đơn vị cung ứng dịch vụ viễn thông"]),
    ("Doanh nghiệp thu gom rác ký hợp đồng với các hộ.", ["Doanh nghiệp thu gom rác"]),
    ("Hợp tác xã vệ sinh môi trường vận chuyển rác thải sinh hoạt.", ["Hợp tác xã vệ sinh môi trường"]),
    ("Đội y tế dự phòng phun hóa chất diệt muỗi tại các ổ dịch.", ["Đội y tế dự phòng"]),
    ("Viettel chi nhánh khu vực nâng cấp hạ tầng tại các thôn.", ["Viettel chi nhánh khu vực"]),
    ("MobiFone khu vực 5 lắp đặt bổ sung trạm phát sóng.", ["MobiFone khu vực 5"]),
    ("Kiểm lâm địa bàn bám thôn, bản, phát hiện sớm các điểm cháy.", ["Kiểm lâm địa bàn"]),
    ("Lực lượng dân quân tuần tra ban đêm tại các điểm chốt.", ["Lực lượng dân quân"]),
    ("Ủy ban Quốc gia Ứng phó sự cố thiên tai và Tìm kiếm Cứu nạn tổ chức diễn tập.", ["Ủy ban Quốc gia Ứng phó sự cố thiên tai và Tìm kiếm Cứu nạn"]),
    # What the units themselves do is no part of a name.
    ("Các đơn vị vận hành thử phần mềm từ tháng 3/2026.", ["Các cơ quan, đơn vị"]),
])
def test_bodies_named_by_their_trade(text: str, lead: list[str]) -> None:
    assert _names(text)[0] == lead


@pytest.mark.parametrize(("text", "lead"), [
    ("Các hộ kinh doanh có sử dụng lao động thuê ngoài ký cam kết bảo đảm an toàn lao động.", ["Các hộ kinh doanh"]),
    ("Các sở, ban, ngành có thủ tục hành chính thực hiện tại Trung tâm cử công chức nhận hồ sơ.", ["Các cơ quan, đơn vị"]),
    ("UBND các huyện có tên trong danh sách, chuyển Thư mời và tổ chức đưa đón đại biểu.", ["Ủy ban nhân dân các huyện"]),
    # What the thing had is for charges nobody.
    ("Các trường có phòng máy tính kết nối Internet phục vụ dạy học.", []),
    ("Các thôn có nhà văn hóa phục vụ sinh hoạt cộng đồng.", []),
])
def test_plurals_told_apart_by_what_they_have(text: str, lead: list[str]) -> None:
    assert _names(text)[0] == lead


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("UBND xã ban hành kế hoạch, giao Phòng Kinh tế chủ trì, phối hợp với Công an xã thực hiện.", ["Ủy ban nhân dân xã", "Phòng Kinh tế"], ["Công an xã"]),
    ("Chủ tịch UBND xã chỉ đạo chung, giao Phòng Kinh tế trực tiếp theo dõi, đôn đốc.", ["Chủ tịch Ủy ban nhân dân xã", "Phòng Kinh tế"], []),
    ("Phòng Văn hóa - Xã hội hướng dẫn nghiệp vụ, Công an xã đảm nhận việc tuần tra.", ["Phòng Văn hóa - Xã hội", "Công an xã"], []),
    ("Công an xã phối hợp với lực lượng dân quân tuần tra ban đêm.", ["Công an xã"], ["Lực lượng dân quân"]),
    ("Phòng Kinh tế rà soát đất công ích, giao đất cho các thôn quản lý.", ["Phòng Kinh tế"], []),
])
def test_who_else_a_sentence_charges(text: str, lead: list[str], support: list[str]) -> None:
    assert _names(text) == (lead, support)


@pytest.mark.parametrize(("cell", "names"), [
    ("Phòng Kinh tế/BQLDA lập; Hội đồng thẩm định thẩm định", ["Phòng Kinh tế", "Ban Quản lý dự án", "Hội đồng thẩm định"]),
    ("Chủ đầu tư lập; đơn vị chức năng thẩm tra; Chủ tịch UBND xã phê duyệt", ["Chủ đầu tư", "Các cơ quan, đơn vị", "Chủ tịch Ủy ban nhân dân xã"]),
    ("Hội đồng thẩm định; Phòng Kinh tế", ["Hội đồng thẩm định", "Phòng Kinh tế"]),
    ("Ban Tổ chức; Phòng Kinh tế tổng hợp", ["Ban Tổ chức", "Phòng Kinh tế"]),
    ("Phòng Kinh tế, Phòng Văn hóa - Xã hội tùy theo lĩnh vực", ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]),
    ("Các trường MN, TH, THCS, TH&THCS trên địa bàn", ["Các trường mầm non, tiểu học, trung học cơ sở"]),
    ("Ban Xây dựng Đảng của Đảng ủy xã", ["Ban Xây dựng Đảng"]),
])
def test_steps_and_remarks_in_cells(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("Công ty CP MTĐT; Ban QLRPH", ["Công ty Cổ phần Môi trường đô thị", "Ban Quản lý rừng phòng hộ"]),
    ("Chi cục QLCL NLS&TS; Khoa YTCC", ["Chi cục Quản lý chất lượng nông lâm sản và thủy sản", "Khoa Y tế công cộng"]),
    ("BCH CĐCS; PCT.UBND xã", ["Ban Chấp hành Công đoàn cơ sở", "Phó Chủ tịch Ủy ban nhân dân xã"]),
    ("Cơ quan, đơn vị theo phân công tại Phụ lục", ["Các cơ quan, đơn vị"]),
])
def test_short_forms_of_sector_bodies(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("text", "lead"), [
    ("Các cơ sở tôn giáo, tín ngưỡng ký cam kết bảo đảm an toàn.", ["Các cơ sở tôn giáo, tín ngưỡng"]),
    ("Các cơ sở sản xuất, kinh doanh ký cam kết bảo đảm an toàn.", ["Các cơ sở sản xuất, kinh doanh"]),
    ("Ban Quản lý di tích trùng tu đình làng theo hồ sơ được duyệt.", ["Ban Quản lý di tích"]),
    ("Chi bộ thôn, Ban Công tác Mặt trận, các đoàn thể thôn tập trung tuyên truyền.", ["Chi bộ thôn", "Ban Công tác Mặt trận", "Các đoàn thể thôn"]),
    ("Hợp tác xã nông nghiệp ứng trước vật tư cho xã viên.", ["Hợp tác xã nông nghiệp"]),
])
def test_names_that_end_before_rarer_acts(text: str, lead: list[str]) -> None:
    assert _names(text)[0] == lead
