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
    ("Trưởng thôn, Buôn trưởng", ["Trưởng thôn", "Trưởng buôn"]),
    ("Tổ trưởng tổ dân phố; các tổ dân phố", ["Tổ trưởng tổ dân phố", "Các tổ dân phố"]),
    ("Viện nghiên cứu; các trường đại học", ["Viện nghiên cứu", "Các trường đại học"]),
    ("Trường học; sở, ngành", ["Các trường học", "Các cơ quan, đơn vị"]),
    ("Các cơ quan của Đảng, Quốc hội", ["Các cơ quan của Đảng", "Quốc hội"]),
    ("Chủ đầu tư, các đơn vị tư vấn, nhà thầu", ["Chủ đầu tư", "Các đơn vị tư vấn", "Nhà thầu"]),
])
def test_cell(cell: str, wanted: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == wanted


@pytest.mark.parametrize(("cell", "wanted"), [
    # a row of heads ends before those who have none
    ("Trưởng các phòng, đơn vị và các cá nhân, tổ chức có liên quan", ["Thủ trưởng các cơ quan, đơn vị", "Các cơ quan, đơn vị"]),
    ("Giám đốc, Thủ trưởng các sở, ban, ngành tỉnh", ["Thủ trưởng các cơ quan, đơn vị"]),
    ("Hiệu trưởng các trường cao đẳng thuộc phường", ["Hiệu trưởng các trường cao đẳng"]),
    # names without their noun behind a row of nouns
    ("Các sở, ngành: Nội vụ, Y tế; Công an tỉnh", ["Sở Nội vụ", "Sở Y tế", "Công an tỉnh"]),
    ("Lãnh đạo các Bộ, ngành: Tài chính, Xây dựng", ["Lãnh đạo Bộ Tài chính", "Lãnh đạo Bộ Xây dựng"]),
    # a department with the body it belongs to is one unit, two bodies are two
    ("Cục Cảnh sát kinh tế - Bộ Công an; Khoa Nhi - Bệnh viện Đa khoa tỉnh", ["Cục Cảnh sát kinh tế - Bộ Công an", "Khoa Nhi - Bệnh viện Đa khoa tỉnh"]),
    ("Phòng Thiết bị - Công an xã; Phòng Tham mưu - Công an tỉnh", ["Phòng Thiết bị", "Công an xã", "Phòng Tham mưu - Công an tỉnh"]),
    ("Trung tâm Ngoại ngữ - Thư viện", ["Trung tâm Ngoại ngữ - Thư viện"]),
    ("Phòng Thiết bị phối hợp Phòng CTSV", ["Phòng Thiết bị", "Phòng Công tác sinh viên"]),
    # what "TT" stands for is said by the word before it
    ("Phòng Văn hóa TT; Đài TT xã; TT PVHCC", ["Phòng Văn hóa và Thông tin", "Đài Truyền thanh xã", "Trung tâm Phục vụ hành chính công"]),
    ("Đài Truyền thanh - Truyền hình", ["Đài Truyền thanh - Truyền hình"]),
    ("Các phòng, đơn vị trực thuộc", ["Các cơ quan, đơn vị"]),
    ("Các bộ, ngành, cơ quan Trung ương các đoàn thể", ["Các cơ quan, đơn vị", "Cơ quan Trung ương của các đoàn thể"]),
])
def test_row(cell: str, wanted: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == wanted


@pytest.mark.parametrize(("first", "second"), [
    ("Các tập đoàn", "Sở Y tế"),
    ("Viễn thông", "Ban An toàn giao thông tỉnh"),
    ("Văn phòng Sở", "Các phòng chuyên môn"),
    ("Đội Thanh niên xung kích", "Câu lạc bộ Pháp luật"),
    ("Ban Tổ chức Lễ hội", "Tiểu ban Nội dung"),
    ("Trung tâm Thiết bị", "Đơn vị vận hành nền tảng"),
    ("Bộ Nông nghiệp và Phát triển nông thôn", "Tổ dân phố"),
    ("Phòng Hành chính - Tổng hợp", "Ban đại diện cha mẹ học sinh"),
    ("Chi cục Thuế khu vực VII", "Xã Yên Lập"),
    ("Ban Đại diện Hội Người cao tuổi tỉnh", "PVN"),
    ("Các Ban của Hội đồng nhân dân tỉnh", "Ban Quản lý rừng phòng hộ"),
    ("Chi cục Quản lý thị trường", "Ngành y tế"),
])
def test_pair(first: str, second: str) -> None:
    """Two units in a row are read as each is alone, whichever comes first."""
    for one, other in ((first, second), (second, first)):
        assert [u.name for u in parse_units(f"{one}, {other}")] == [one, other]


def test_row_before_a_name() -> None:
    assert [u.name for u in parse_units("Các khoa, phòng và Trung tâm Thiết bị")] == ["Các cơ quan, đơn vị", "Trung tâm Thiết bị"]


@pytest.mark.parametrize(("cell", "names"), [
    ("Trung tâm XTĐT, TM&DL tỉnh", ["Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh"]),
    ("Báo Đồng Nai; Đài PTTH Đồng Nai", ["Báo Đồng Nai", "Đài Phát thanh và Truyền hình Đồng Nai"]),
    ("Báo và PT, TH tỉnh", ["Báo và Phát thanh, Truyền hình tỉnh"]),
    ("Liên hiệp các Hội KH&KT tỉnh", ["Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh"]),
    ("Hội KH xã", ["Hội Khuyến học xã"]),
    ("Ngân hàng Nhà nước khu vực; các NHTM", ["Ngân hàng Nhà nước khu vực", "Ngân hàng trên địa bàn"]),
    ("Ban Quản lý dự án đầu tư xây dựng và phát triển quỹ đất khu vực", ["Ban Quản lý dự án đầu tư xây dựng và phát triển quỹ đất khu vực"]),
])
def test_names_written_in_short_or_with_a_link_stay_whole(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("Sở: Tài chính, Xây dựng, Công Thương", ["Sở Tài chính", "Sở Xây dựng", "Sở Công Thương"]),
    ("Bộ: Công an, Quốc phòng và các cơ quan liên quan", ["Bộ Công an", "Bộ Quốc phòng", "Các cơ quan, đơn vị"]),
    ("Văn phòng Đảng ủy, HĐND và UBND xã", ["Văn phòng Đảng ủy", "Văn phòng HĐND và UBND"]),
    ("Văn phòng Đảng ủy, HĐND, UBND xã", ["Văn phòng Đảng ủy", "Hội đồng nhân dân xã", "Ủy ban nhân dân xã"]),
])
def test_a_noun_said_once_is_lent_to_the_names_behind_it(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize("cell", [
    "Phòng Bảo trợ xã hội, Trẻ em và Phòng chống tệ nạn xã hội",
    "Công ty Cổ phần Môi trường và Công trình đô thị",
    "Các bộ, ngành chủ quản cơ sở dữ liệu",
    "Các sở, ngành quản lý cơ sở dữ liệu chuyên ngành",
])
def test_a_word_like_a_noun_of_bodies_does_not_part_a_name(cell: str) -> None:
    assert [u.name for u in parse_units(cell)] == [cell]
