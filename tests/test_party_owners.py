"""Owners of Party committees, schools and the Government: upper committees, offices of a body, provinces, people of the committee."""

from __future__ import annotations

import pytest

from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners

LEADS = [
    ("Các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy rà soát chương trình hành động.", ["Các huyện ủy", "Thị ủy", "Thành ủy", "Đảng ủy trực thuộc Tỉnh ủy"]),
    ("Huyện ủy, Đảng ủy trực thuộc báo cáo tiến độ.", ["Huyện ủy", "Đảng ủy trực thuộc"]),
    ("Ban Tuyên giáo Thị ủy hướng dẫn tuyên truyền.", ["Ban Tuyên giáo Thị ủy"]),
    ("Cấp ủy các cấp tổ chức học tập chuyên đề.", ["Cấp ủy các cấp"]),
    ("Các cấp Hội vận động hội viên tham gia.", ["Các cấp Hội"]),
    ("Yêu cầu Đảng ủy viên rà soát địa bàn.", ["Đảng ủy viên"]),
    ("Ban Công tác Mặt trận các ấp vận động hộ dân.", ["Ban Công tác Mặt trận ấp"]),
    ("Các tỉnh, thành phố trực thuộc trung ương xây dựng kế hoạch năm.", ["Các tỉnh, thành phố trực thuộc trung ương"]),
    ("Các bộ, ngành, tỉnh, thành phố rà soát danh mục.", ["Các cơ quan, đơn vị", "Tỉnh, thành phố"]),
    ("Yêu cầu các đồng chí Đảng ủy viên phụ trách thôn rà soát hộ nghèo.", ["Các Đảng ủy viên phụ trách thôn"]),
    ("GVCN phối hợp với phụ huynh rà soát sĩ số.", ["Giáo viên chủ nhiệm"]),
    ("Các bộ phận liên quan nộp số liệu.", ["Các cơ quan, đơn vị"]),
    ("Tổ chuyên môn xây dựng ngân hàng đề.", ["Tổ chuyên môn"]),
    ("Các tổ chuyên môn, giáo viên chủ nhiệm rà soát học bạ.", ["Các tổ chuyên môn", "Giáo viên chủ nhiệm"]),
    ("Giao Hội đồng bồi thường, giải phóng mặt bằng và Phòng Kinh tế công khai phương án.", ["Hội đồng bồi thường, giải phóng mặt bằng", "Phòng Kinh tế"]),
    # What only looks like them.
    ("Tổ chức đảng viên tham quan di tích.", []),
    ("Các xã, phường tiêu biểu được khen thưởng.", []),
]
HEADINGS = [
    ("2. Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam xã", ["Ủy ban Mặt trận Tổ quốc Việt Nam xã"]),
    ("3. Giao Cơ quan Uỷ ban Kiểm tra Đảng uỷ xã:", ["Ủy ban Kiểm tra Đảng ủy"]),
    ("Đối với các tỉnh, thành phố", ["Các tỉnh, thành phố"]),
    ("2. Đối với tỉnh Gia Lai", ["Tỉnh Gia Lai"]),
    ("Đối với Thủ đô Hà Nội", ["Thủ đô Hà Nội"]),
    ("Giáo viên chủ nhiệm, tổ chuyên môn, Đoàn trường", ["Giáo viên chủ nhiệm", "Tổ chuyên môn", "Đoàn trường"]),
    ("Đối với thành phố thông minh", []),
    ("Đối với Thủ đô", []),
]


@pytest.mark.parametrize(("sentence", "leads"), LEADS)
def test_leads_of_sentences(sentence: str, leads: list[str]) -> None:
    assert [u.name for u in prose_owners(sentence)[0]] == leads


@pytest.mark.parametrize(("heading", "units"), HEADINGS)
def test_units_of_headings(heading: str, units: list[str]) -> None:
    assert [u.name for u in heading_units(heading)] == units


def test_helpers_behind_two_adverbs() -> None:
    assert [u.name for u in prose_owners("Bộ Nội vụ chủ trì, phối hợp chặt chẽ, kịp thời với Bộ Tài chính rà soát biên chế.")[1]] == ["Bộ Tài chính"]


def test_offices_of_the_party_are_bodies() -> None:
    leads, helpers = prose_owners("Đề nghị các cơ quan của Đảng, Quốc hội phối hợp giám sát.")
    assert [u.name for u in leads] == ["Các cơ quan, đơn vị", "Quốc hội"]
    assert helpers == []
