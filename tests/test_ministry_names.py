"""Names of ministries' departments and centres whose words are verbs elsewhere, or that go on behind a comma or "và"."""

from __future__ import annotations

import pytest

from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners

LEADS = [
    ("Trung tâm Đổi mới sáng tạo tỉnh chủ trì, phối hợp với Sở Y tế vận hành nền tảng.", ["Trung tâm Đổi mới sáng tạo tỉnh"]),
    ("Cục Thương mại số, Chuyển đổi xanh và Khuyến công rà soát quy định.", ["Cục Thương mại số, Chuyển đổi xanh và Khuyến công"]),
    ("Vụ Kế hoạch, Tài chính và Quản lý dự án theo dõi tiến độ.", ["Vụ Kế hoạch, Tài chính và Quản lý dự án"]),
    ("Vụ Tổ chức cán bộ, Pháp chế chủ trì thẩm định.", ["Vụ Tổ chức cán bộ, Pháp chế"]),
    ("Cục Thị trường trong nước chủ trì, phối hợp với Vụ Pháp chế rà soát.", ["Cục Thị trường trong nước"]),
    ("Chi cục Phòng, chống tệ nạn xã hội chủ trì, phối hợp với Công an tỉnh kiểm tra.", ["Chi cục Phòng, chống tệ nạn xã hội"]),
    ("Cục Thuế và Kho bạc Nhà nước tỉnh phối hợp với Sở Tài chính đối chiếu số liệu.", ["Cục Thuế", "Kho bạc Nhà nước tỉnh"]),
    ("Sở Y tế và Bệnh viện đa khoa tỉnh chủ trì tổ chức khám sàng lọc.", ["Sở Y tế", "Bệnh viện đa khoa tỉnh"]),
    ("Sở KH-CN chủ trì, phối hợp với các đơn vị liên quan rà soát.", ["Sở Khoa học và Công nghệ"]),
]


@pytest.mark.parametrize(("sentence", "wanted"), LEADS)
def test_lead(sentence: str, wanted: list[str]) -> None:
    assert [u.name for u in prose_owners(sentence)[0]] == wanted


def test_own_ministry_before_an_act() -> None:
    assert [u.name for u in prose_owners("Các đơn vị thuộc Bộ xây dựng kế hoạch chi tiết.")[0]] == ["Các cơ quan, đơn vị"]


SUPPORTS = [
    ("Sở Y tế chủ trì, phối hợp với các cơ quan thuộc UBTVQH, Sở Nội vụ thực hiện.", ["Các cơ quan, đơn vị", "Sở Nội vụ"]),
    ("Sở Y tế chủ trì, phối hợp với các đơn vị trực thuộc Sở Nội vụ, Công an tỉnh thực hiện.", ["Các cơ quan, đơn vị", "Công an tỉnh"]),
]


@pytest.mark.parametrize(("sentence", "wanted"), SUPPORTS)
def test_support(sentence: str, wanted: list[str]) -> None:
    assert [u.name for u in prose_owners(sentence)[1]] == wanted


def test_half_of_a_compound_abbreviation_is_not_written_out() -> None:
    assert [u.name for u in heading_units("Tổ công tác VX,CN&MT")] in ([], ["Tổ công tác VX,CN&MT"])


def test_committee_abbreviation() -> None:
    assert [u.name for u in heading_units("a) Thường trực Ủy ban KH,CN&MT")] == ["Thường trực Ủy ban Khoa học, Công nghệ và Môi trường"]


STANDING = [
    ("Sở Công Thương là cơ quan đầu mối theo dõi, phối hợp với Sở Y tế báo cáo.", ["Sở Công Thương"]),
    ("Sở Nội vụ là cơ quan thường trực của Ban Chỉ đạo; tổng hợp kết quả.", ["Sở Nội vụ"]),
    ("Đối với các dự án chậm tiến độ, UBND các xã, phường rà soát, báo cáo Sở Tài chính.", ["Ủy ban nhân dân các xã, phường"]),
    ("Đối với cán bộ, công chức, viên chức phải gương mẫu.", []),
]


@pytest.mark.parametrize(("sentence", "wanted"), STANDING)
def test_what_a_body_is_and_what_it_is_told_of(sentence: str, wanted: list[str]) -> None:
    assert [u.name for u in prose_owners(sentence)[0]] == wanted
