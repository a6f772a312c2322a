"""Owners in notes and names: what closes a sentence in parentheses, and names that hold a verb or several fields."""

from __future__ import annotations

import pytest

from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units

SENTENCES = [
    ("Rà soát diện tích rừng trồng (Chi cục Kiểm lâm).", ["Chi cục Kiểm lâm"], []),
    ("Xử lý tàu cá vi phạm; phối hợp với Sở Công Thương xử lý dứt điểm tàu “3 không” (Chi cục Thủy sản và Biển đảo).", ["Chi cục Thủy sản và Biển đảo"], ["Sở Công Thương"]),
    ("Báo cáo tiến độ về Sở Nội vụ (Phòng Cải cách hành chính).", [], []),
    ("Xây dựng chuyên mục trên Trang thông tin điện tử (Giao Phòng Văn hóa - Xã hội).", ["Phòng Văn hóa - Xã hội"], []),
    ("Báo cáo UBND xã kết quả hằng quý (phân công Phòng Kinh tế, Công an xã).", ["Phòng Kinh tế", "Công an xã"], []),
    ("Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường phối hợp với các thôn kiểm tra vệ sinh môi trường.",
     ["Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường"], ["Các thôn"]),
    ("Rà soát dữ liệu (Phòng Kinh tế, Công an xã).", ["Phòng Kinh tế", "Công an xã"], []),
    ("Huy động các lực lượng tham gia chữa cháy rừng (Công an xã, Ban Chỉ huy Quân sự xã).", [], []),
    ("Mời các cơ quan dự họp (Công an xã, Trạm Y tế).", [], []),
    ("Tuyên truyền pháp luật tại cộng đồng (Công an xã).", ["Công an xã"], []),
    ("Tổ chức tiếp công dân tại trụ sở (Công an xã).", [], []),
    ("Sửa chữa đường nội đồng, giao Ban Quản lý dự án thực hiện xong trước ngày 30/9/2026.", ["Ban Quản lý dự án"], []),
    ("Chỉnh trang nghĩa trang liệt sĩ, giao thông nông thôn và thủy lợi nội đồng.", [], []),
    ("Kiểm kê rừng, giao Phòng Kinh tế chủ trì, Công an xã và các thôn phối hợp thực hiện.", ["Phòng Kinh tế"], ["Công an xã", "Các thôn"]),
    ("Phân hạng sản phẩm (Chi cục Phát triển nông thôn phối hợp với Sở Công Thương thực hiện).", ["Chi cục Phát triển nông thôn"], ["Sở Công Thương"]),
    ("Chỉ đạo sản xuất (Chi cục Trồng trọt và Bảo vệ thực vật chủ trì, phối hợp với Trung tâm Khuyến nông).",
     ["Chi cục Trồng trọt và Bảo vệ thực vật"], ["Trung tâm Khuyến nông"]),
    ("Giao đất, giao rừng (Chi cục Kiểm lâm chủ trì; Phòng Quản lý đất đai, các Hạt Kiểm lâm phối hợp).", ["Chi cục Kiểm lâm"], ["Phòng Quản lý đất đai", "Các Hạt Kiểm lâm"]),
    ("Kiểm tra hồ chứa. Chi cục Thủy lợi chủ trì, phối hợp với Công ty TNHH MTV Quản lý công trình thủy lợi, hoàn thành trong tháng 7.",
     ["Chi cục Thủy lợi"], ["Công ty TNHH MTV Quản lý công trình thủy lợi"]),
    ("Lập bản đồ số (Phòng Kinh tế là cơ quan chủ trì, phối hợp với Công an xã; hoàn thành trong quý I/2026).", ["Phòng Kinh tế"], ["Công an xã"]),
    ("Lập bản đồ số (Phòng Kinh tế thực hiện, phối hợp với Công an xã).", ["Phòng Kinh tế"], ["Công an xã"]),
    ("Lập bản đồ số (Phòng Kinh tế làm đầu mối, phối hợp cùng Công an xã).", ["Phòng Kinh tế"], ["Công an xã"]),
    ("Thẩm định dự án (Phòng Quản lý Xây dựng và Hạ tầng giao thông chủ trì).", ["Phòng Quản lý Xây dựng và Hạ tầng giao thông"], []),
]


@pytest.mark.parametrize(("text", "lead", "support"), SENTENCES)
def test_owners_of_a_sentence(text: str, lead: list[str], support: list[str]) -> None:
    leads, supports = prose_owners(text)
    assert ([u.name for u in leads], [u.name for u in supports]) == (lead, support)


def test_departments_of_the_places() -> None:
    assert [u.name for u in parse_units("Sở Nội vụ, Sở Y tế các địa phương")] == ["Sở Nội vụ", "Sở Y tế"]
    assert [u.name for u in parse_units("Sở Y tế; các địa phương")] == ["Sở Y tế", "Các địa phương"]


@pytest.mark.parametrize("cell", ["Phòng Văn hóa - Xã hội các", "Phòng VH-XH các;", "Phòng Văn hóa - Xã hội (các)"])
def test_a_plural_without_its_noun_belongs_to_no_name(cell: str) -> None:
    """A cell cut at its edge."""
    assert [u.name for u in parse_units(cell)] == ["Phòng Văn hóa - Xã hội"]


def test_a_plural_with_its_noun_stays_in_the_name() -> None:
    assert [u.name for u in parse_units("Công đoàn các khu công nghiệp")] == ["Công đoàn các khu công nghiệp"]
