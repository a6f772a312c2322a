"""Whom sentences charge behind the clause that opens them, by an order inside them, and before verbs of everyday duties."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Tùy điều kiện cụ thể, Trạm Y tế xã mở đợt khám lưu động.", ["Trạm Y tế"], []),
    ("Nhân dịp năm học mới, Hội Khuyến học xã trao học bổng.", ["Hội Khuyến học xã"], []),
    ("Thực hiện Chỉ thị số 12-CT/TU của Tỉnh ủy, Phòng Kinh tế tham mưu kế hoạch chăn nuôi.", ["Phòng Kinh tế"], []),
    ("Thực hiện Chỉ thị số 12-CT/TU của Tỉnh ủy về chăn nuôi.", [], []),
    ("Trong 03 tháng cuối năm, các trường học rà soát phòng học.", ["Các trường học"], []),
    ("Ngoài các nội dung trên, đề nghị Hội Nông dân xã vận động hội viên.", ["Hội Nông dân xã"], []),
    ("Khi có phát sinh, yêu cầu Công an xã chủ trì, phối hợp với Trạm Y tế xã xử lý.", ["Công an xã"], ["Trạm Y tế"]),
    ("Định kỳ hằng quý, rà soát danh sách, đề nghị UBND tỉnh xem xét.", [], []),
    ("Trong thời gian tới, UBND xã giao Phòng Kinh tế theo dõi giá cả.", ["Phòng Kinh tế"], []),
    ("Công an xã đề nghị UBND tỉnh bổ sung phương tiện chữa cháy.", ["Công an xã"], []),
    ("Phòng Văn hóa, Khoa học và Thông tin đề nghị UBND tỉnh khen thưởng.", ["Phòng Văn hóa, Khoa học và Thông tin"], []),
    ("Công an xã yêu cầu các hộ kinh doanh ký cam kết.", ["Công an xã"], []),
    ("UBND xã yêu cầu các trường học ký cam kết.", ["Các trường học"], []),
    ("Khi có dịch, Trạm Y tế xã được giao theo dõi ca bệnh.", ["Trạm Y tế"], []),
    ("Hằng năm, trưởng Công an xã rà soát quân số.", ["Trưởng Công an xã"], []),
    ("Hội Nông dân xã có nhiệm vụ phối hợp với Trạm Y tế xã vận động hội viên.", ["Hội Nông dân xã"], ["Trạm Y tế"]),
    ("Sở Tư pháp là đơn vị đầu mối phối hợp với Sở Nội vụ rà soát văn bản.", ["Sở Tư pháp"], ["Sở Nội vụ"]),
    ("Công an xã cùng với Trạm Y tế xã kiểm tra bếp ăn.", ["Công an xã"], ["Trạm Y tế"]),
    ("Công an xã, cơ quan thường trực Ban Chỉ đạo, rà soát địa bàn.", ["Công an xã"], []),
    ("Bộ đội Biên phòng tỉnh huấn luyện chiến sĩ mới.", ["Bộ đội Biên phòng tỉnh"], []),
    ("Đội Quản lý thị trường số 2 lấy mẫu hàng hóa.", ["Đội Quản lý thị trường số 2"], []),
    ("Trạm Y tế xã cấp thẻ theo dõi sức khỏe.", ["Trạm Y tế"], []),
    ("Giao kế toán tổng hợp chứng từ.", ["Kế toán"], []),
    ("Hiệu trưởng và Tổ Văn phòng lập danh sách.", ["Hiệu trưởng", "Tổ Văn phòng"], []),
    ("Trạm Y tế xã và Hội Phụ nữ xã cùng tổ chức buổi nói chuyện.", ["Trạm Y tế", "Hội Liên hiệp Phụ nữ xã"], []),
    ("Trường THCS Lý Tự Trọng treo cờ; Trường Tiểu học Hòa Bình trang trí khuôn viên.", ["Trường trung học cơ sở Lý Tự Trọng", "Trường Tiểu học Hòa Bình"], []),
    ("Hội Nông dân xã phối hợp với Trường THCS Lý Tự Trọng nạo vét kênh mương.", ["Hội Nông dân xã"], ["Trường trung học cơ sở Lý Tự Trọng"]),
])
def test_orders_behind_openings(text: str, lead: list[str], support: list[str]) -> None:
    got = prose_owners(text, duty=True)
    assert ([u.name for u in got[0]], [u.name for u in got[1]]) == (lead, support)


@pytest.mark.parametrize("act", [
    "giải phóng mặt bằng tuyến đường", "trực 24/24 giờ", "sẵn sàng phương tiện", "phản biện dự thảo", "xét tặng danh hiệu", "gieo cấy đúng lịch", "thực hành tiết kiệm",
    "triệt phá tụ điểm", "lấy kết quả làm căn cứ xếp loại", "coi đây là việc trọng tâm", "gắn việc học với thực hành", "cho ý kiến về dự thảo", "đền bù cây trồng", "không để phát sinh điểm nóng"])
def test_everyday_duties(act: str) -> None:
    assert [u.name for u in prose_owners(f"Phòng Kinh tế {act}.")[0]] == ["Phòng Kinh tế"]
