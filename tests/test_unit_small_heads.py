"""Bodies of a place typed small, offices that lend their noun, and clauses that name or count who is charged."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners

CASES = [
    # bodies typed with a small letter behind a mark or a word that charges
    ("Giao công an phường, tổ trật tự đô thị, đội kiểm tra liên ngành phối hợp với MTTQ phường rà soát các chợ.",
     ["Công an xã", "Tổ trật tự đô thị", "Đội kiểm tra liên ngành"], ["Ủy ban Mặt trận Tổ quốc Việt Nam xã"]),
    ("Giao bộ phận địa chính lập danh sách các thửa đất.", ["Bộ phận địa chính"], []),
    ("Đội quản lý trật tự đô thị phường lập biên bản vi phạm.", ["Đội quản lý trật tự đô thị phường"], []),
    ("Bộ phận văn hóa phối hợp với lực lượng dân phòng, cảnh sát giao thông tháo dỡ biển quảng cáo.", ["Bộ phận văn hóa"], ["Lực lượng dân phòng", "Cảnh sát giao thông"]),
    ("Công an xã và lực lượng TTĐT có nhiệm vụ nhắc nhở các hộ kinh doanh.", ["Công an xã", "Lực lượng trật tự đô thị"], []),
    ("Các tổ thu gom rác trên địa bàn phối hợp với các thôn quét dọn đường làng.", ["Các tổ thu gom rác"], ["Các thôn"]),
    ("Công an xã phối hợp với lực lượng quản lý thị trường kiểm tra, xử lý hàng giả.", ["Công an xã"], ["Lực lượng quản lý thị trường"]),
    # the same words where they name nobody
    ("Phối hợp với Công an xã, tổ chức kiểm tra các cơ sở.", [], ["Công an xã"]),
    ("Giao ban hằng tuần với các thôn.", [], []),
    ("Tổ hướng dẫn người dân cài đặt phần mềm.", [], []),
    ("Huy động lực lượng tham gia dọn vệ sinh.", [], []),
    # an office lends its noun to those behind it
    ("Giao phòng Nội vụ, Tài chính - Kế hoạch, Tư pháp tham mưu ban hành kế hoạch.", ["Phòng Nội vụ", "Phòng Tài chính - Kế hoạch", "Phòng Tư pháp"], []),
    ("Công an huyện phối hợp với Phòng Y tế, Tư pháp, các đơn vị liên quan kiểm tra.", ["Công an huyện"], ["Phòng Y tế", "Phòng Tư pháp", "Các cơ quan, đơn vị"]),
    # each of the subjects, a day before them, what they are told apart by
    ("Phòng Kinh tế, Công an xã mỗi đơn vị cử 02 cán bộ tham gia đoàn.", ["Phòng Kinh tế", "Công an xã"], []),
    ("Ngày 15/3/2026, các đơn vị gửi danh sách về Hội Chữ thập đỏ.", ["Các cơ quan, đơn vị"], []),
    ("Sáng ngày 20/11, Phòng Văn hóa - Xã hội tổ chức gặp mặt.", ["Phòng Văn hóa - Xã hội"], []),
    ("Đơn vị vận hành trạm bơm trên địa bàn xã có trách nhiệm bảo dưỡng máy.", ["Đơn vị vận hành trạm bơm"], []),
    ("Tham gia hội diễn cấp tỉnh, do Sở Nội vụ tổ chức.", [], []),
    # boards by their subject
    ("Giao Ban chỉ đạo diệt trừ ốc bươu vàng huyện phối hợp với Phòng Tư pháp tuyên truyền.", ["Ban chỉ đạo diệt trừ ốc bươu vàng huyện"], ["Phòng Tư pháp"]),
    ("Ban Chỉ đạo Vệ sinh an toàn thực phẩm xã kiểm tra các quán ăn.", ["Ban Chỉ đạo Vệ sinh an toàn thực phẩm"], []),
    ("Đề nghị thành viên Ban Chỉ đạo Chăm sóc sức khỏe nhân dân huyện dự họp.", ["Thành viên Ban Chỉ đạo Chăm sóc sức khỏe nhân dân huyện"], []),
    ("Ban Chỉ đạo báo cáo UBND huyện.", ["Ban Chỉ đạo xã"], []),
    ("Thị đoàn phối hợp với Ban phát triển thôn vận động thanh niên.", ["Thị đoàn"], ["Ban Phát triển thôn"]),
]


@pytest.mark.parametrize(("text", "lead", "support"), CASES)
def test_owners(text: str, lead: list[str], support: list[str]) -> None:
    leads, helpers = prose_owners(text, "Hà An")
    assert ([u.name for u in leads], [u.name for u in helpers]) == (lead, support)
