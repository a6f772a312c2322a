"""Owner cells as offices, schools and firms word them: names that go on, roles inside a cell, abbreviations, plurals nobody printed."""

from __future__ import annotations

import pytest

from normalizers.units import parse_units


@pytest.mark.parametrize(("cell", "wanted"), [
    # the last noun of a row of nouns opens the next name
    ("Các khoa, Phòng Thiết bị; Trạm Y tế", ["Các khoa", "Phòng Thiết bị", "Trạm Y tế"]),
    ("Phòng Thiết bị, 05 khoa", ["Phòng Thiết bị", "05 khoa"]),
    # role words close a name that the catalogue lacks
    ("Giao Khoa Ngoại ngữ chủ trì, phối hợp với Phòng Thiết bị", ["Khoa Ngoại ngữ", "Phòng Thiết bị"]),
    ("Phòng Trồng trọt phối hợp cùng Trưởng các thôn", ["Phòng Trồng trọt", "Trưởng thôn"]),
    ("Quận đoàn phối hợp với Công an phường", ["Quận đoàn", "Công an xã"]),
    # a field after a dash that also names persons
    ("Phòng Tổ chức – Cán bộ; Phòng Thiết bị", ["Phòng Tổ chức - Cán bộ", "Phòng Thiết bị"]),
    # half of an abbreviation is no abbreviation
    ("Phòng KT&XYZ; Văn phòng", ["Phòng KT&XYZ", "Văn phòng"]),
    ("Phòng TC-KT, Phòng CTSV", ["Phòng Tài chính - Kế toán", "Phòng Công tác sinh viên"]),
    ("Ban CTMT thôn", ["Ban Công tác Mặt trận thôn"]),
    ("VP UB tỉnh", ["Văn phòng Ủy ban nhân dân tỉnh"]),
    # who is sent is the body
    ("Đại diện Phòng Kinh tế và Công an xã", ["Phòng Kinh tế", "Công an xã"]),
    # what a dash says of a body is no body
    ("Sở Xây dựng - cơ quan thường trực Ban Chỉ đạo phát triển nhà ở tỉnh, Sở Tài chính", ["Sở Xây dựng", "Sở Tài chính"]),
    # posts shared by the offices behind a colon
    ("Trưởng các phòng: Nội vụ, Tư pháp", ["Trưởng phòng Nội vụ", "Trưởng phòng Tư pháp"]),
    ("Các Trưởng phòng: Nội vụ, Tư pháp", ["Trưởng phòng Nội vụ", "Trưởng phòng Tư pháp"]),
    # village committees and heads keep their own village noun and number
    ("Ban Công tác Mặt trận các khu phố", ["Ban Công tác Mặt trận khu phố"]),
    ("Ban Công tác Mặt trận", ["Ban Công tác Mặt trận"]),
    ("Trưởng thôn, Buôn trưởng", ["Trưởng thôn", "Buôn trưởng"]),
    ("Tổ trưởng tổ dân phố; các tổ dân phố", ["Tổ trưởng tổ dân phố", "Các tổ dân phố"]),
    ("Viện nghiên cứu; các trường đại học", ["Viện nghiên cứu", "Các trường đại học"]),
    ("Trường học; sở, ngành", ["Các trường học", "Các cơ quan, đơn vị"]),
    ("Các cơ quan của Đảng, Quốc hội", ["Các cơ quan của Đảng", "Quốc hội"]),
    ("Chủ đầu tư, các đơn vị tư vấn, nhà thầu", ["Chủ đầu tư", "Các đơn vị tư vấn", "Nhà thầu"]),
])
def test_cell(cell: str, wanted: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == wanted
