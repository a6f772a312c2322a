"""Duties as plans of communes say them: a letter that orders one body, settlements that a count names, officers of communes."""

from __future__ import annotations

import pytest

from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners
from pipeline.assemble import assemble
from tests.support import make_document


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Phối hợp 12 thôn rà soát hộ có nguy cơ sạt lở.", [], ["Các thôn"]),
    ("Phối hợp với 09 khu phố, các trường học tuyên truyền.", [], ["Các khu phố", "Các trường học"]),
    ("Phối hợp với các trường học, 14 ấp vận động Nhân dân.", [], ["Các trường học", "Các ấp"]),
    ("Phối hợp 2 thôn trọng điểm xây dựng mô hình.", [], []),  # which two is said, not all of the commune's
    ("Công chức Địa chính, cán bộ khuyến nông hướng dẫn lịch xuống giống.", ["Công chức Địa chính", "Cán bộ khuyến nông"], []),
    ("Chỉ đạo Phòng Kinh tế chủ trì, phối hợp với Công an xã kiểm tra các bến bãi.", ["Phòng Kinh tế"], ["Công an xã"]),
    ("Chỉ đạo Công an xã tăng cường tuần tra.", ["Công an xã"], []),
    ("Chỉ đạo Đoàn Thanh niên, các thôn thành lập Tổ công nghệ số cộng đồng.", ["Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Các thôn"], []),
    ("Chỉ đạo Sở Nông nghiệp và Môi trường bố trí nguồn lực.", [], []),  # another level's: who directs it leads
    ("Chỉ đạo các trường học lồng ghép kiến thức vào hoạt động ngoại khóa.", [], []),
])
def test_who_is_charged(text: str, lead: list[str], support: list[str]) -> None:
    leads, helpers = prose_owners(text, duty=True)
    assert ([u.name for u in leads], [u.name for u in helpers]) == (lead, support)


HEAD = ("ỦY BAN NHÂN DÂN", "XÃ TÂN AN", "Số: 85/UBND-KT", "V/v tăng cường quản lý đất đai", "Căn cứ Luật Đất đai năm 2024;")


@pytest.mark.parametrize(("intro", "lead"), [
    ("Ủy ban nhân dân xã yêu cầu Phòng Kinh tế:", ["Phòng Kinh tế"]),
    ("Ủy ban nhân dân xã đề nghị Phòng Kinh tế, Trạm Y tế thực hiện một số nội dung sau:", ["Phòng Kinh tế", "Trạm Y tế"]),
    ("Ủy ban nhân dân xã yêu cầu thực hiện một số nội dung sau:", []),
])
def test_whom_the_introduction_orders_owns_the_items(intro: str, lead: list[str]) -> None:
    plan = assemble(make_document(*HEAD, intro, "1. Kiểm tra các khu đất công ích đã cho thuê.", "2. Công an xã xử lý các trường hợp lấn chiếm.",
                                  "3. Tổng hợp kết quả, báo cáo trước ngày 15/4/2026.", "Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH", "Trần Văn Bình"))
    assert [list(t.lead) for t in plan.tasks] == [lead, ["Công an xã"], lead]


@pytest.mark.parametrize(("printed", "names"), [
    ("Phòng Nông nghiệp & PTNT", ["Phòng Nông nghiệp và Phát triển nông thôn"]), ("Phòng NN và PTNT", ["Phòng Nông nghiệp và Phát triển nông thôn"]),
    ("Phòng Nông nghiệp & Phát triển nông thôn", ["Phòng Nông nghiệp và Phát triển nông thôn"]), ("Phòng Tài chính - KH", ["Phòng Tài chính - Kế hoạch"]),
    ("Phòng TN và MT, Phòng GD và ĐT", ["Phòng Tài nguyên và Môi trường", "Phòng Giáo dục và Đào tạo"]), ("Sở Kế hoạch & ĐT", ["Sở Kế hoạch và Đầu tư"]),
    ("Phòng LĐ - TB và Xã hội", ["Phòng Lao động - Thương binh và Xã hội"]), ("Phòng Văn hóa - TT", ["Phòng Văn hóa và Thông tin"]),
    ("Phòng VHTT", ["Phòng Văn hóa và Thông tin"]), ("Sở VHTT", ["Sở Văn hóa và Thể thao"]), ("Sở VH-TT", ["Sở Văn hóa - Thông tin"]),
    ("Phòng Văn hóa - XH", ["Phòng Văn hóa - Xã hội"]), ("Phòng Kinh tế và Hạ tầng", ["Phòng Kinh tế - Hạ tầng"]),
])
def test_departments_that_are_half_written_out(printed: str, names: list[str]) -> None:
    assert [u.name for u in prose_owners(f"{printed} tham mưu kế hoạch sản xuất.")[0]] == names


def test_who_signs_behind_the_last_addressee() -> None:
    lines = ("ỦY BAN NHÂN DÂN", "XÃ TÂN AN", "Số: 12/KH-UBND", "KẾ HOẠCH", "Nạo vét kênh mương năm 2026", "I. NHIỆM VỤ", "1. Huy động Nhân dân nạo vét kênh.",
             "Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- TT Đảng ủy;", "- Lưu: VT. PHÓ CHỦ TỊCH", "Trần Văn Bình")
    plan = assemble(make_document(*lines)).plan
    assert (plan.signer, (plan.signer_title or "").endswith("PHÓ CHỦ TỊCH")) == ("Trần Văn Bình", True)


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Ngành Giáo dục và Đào tạo chủ trì, phối hợp với ngành y tế khám sức khỏe học sinh.", ["Ngành Giáo dục và Đào tạo"], ["Ngành y tế"]),
    ("Phối hợp với ngành Nông nghiệp và Phát triển nông thôn hướng dẫn lịch thời vụ.", [], ["Ngành Nông nghiệp và Phát triển nông thôn"]),
    ("Phối hợp với ngành giáo dục tổ chức hội thi.", [], ["Ngành giáo dục"]),
    ("Phối hợp với ngành chức năng kiểm tra.", [], ["Các cơ quan, đơn vị"]),
    ("HTX dịch vụ nông nghiệp tổ chức nạo vét kênh mương.", ["Hợp tác xã dịch vụ nông nghiệp"], []),
    ("Bộ phận Tài chính - Kế toán xã tham mưu bố trí kinh phí.", ["Bộ phận Tài chính - Kế toán xã"], []),
])
def test_branches_and_small_bodies(text: str, lead: list[str], support: list[str]) -> None:
    leads, helpers = prose_owners(text, duty=True)
    assert ([u.name for u in leads], [u.name for u in helpers]) == (lead, support)


@pytest.mark.parametrize(("heading", "names"), [
    ("Đài truyền thanh, Trang thông tin điện tử xã", ["Đài Truyền thanh", "Trang thông tin điện tử xã"]),
    ("Các cơ sở tôn giáo trên địa bàn", ["Các cơ sở tôn giáo"]), ("Công chức Tài chính - KT", ["Công chức Tài chính - Kế toán"]),
])
def test_headings_of_duties(heading: str, names: list[str]) -> None:
    assert [u.name for u in heading_units(heading)] == names
