"""Owners listed below a heading of their own, beside the items that they carry out; what only looks like such a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.units import parse_units
from pipeline.read_one import read_one
from pipeline.records import PlanRecord

_HEAD = """ỦY BAN NHÂN DÂN
TỈNH LÂM ĐỒNG

Số: 31/KH-UBND
Lâm Đồng, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Bảo vệ nguồn nước năm 2026

I. MỤC ĐÍCH
- Giữ nguồn nước sạch cho người dân.
"""
_ITEMS = """II. KHƠI THÔNG DÒNG CHẢY
1. Nội dung
a) Nạo vét các tuyến kênh chính trên địa bàn tỉnh;
b) Xây dựng bản đồ các điểm xả thải ven sông.
"""


@pytest.fixture
def read(tmp_path: Path):  # type: ignore[no-untyped-def]
    def reader(body: str) -> PlanRecord:
        path = tmp_path / "plan.txt"
        path.write_text(_HEAD + body, encoding="utf-8")
        return read_one(path, path.name)

    return reader


def test_lists_below_headings_are_the_owners_of_the_items_beside_them(read) -> None:  # type: ignore[no-untyped-def]
    tasks = read(_ITEMS + """2. Cơ quan chủ trì, phối hợp
a) Cơ quan chủ trì
- Sở Xây dựng.
- Công an tỉnh; Sở Y tế.
b) Cơ quan phối hợp
- Hội Nông dân tỉnh và các cơ quan tổ chức có liên quan.
3. Thời gian thực hiện: Quý II/2026.
III. NHIỆM VỤ TUYÊN TRUYỀN
- Biên soạn tài liệu về tiết kiệm nước.
""").tasks
    assert [t.text for t in tasks] == ["Nạo vét các tuyến kênh chính trên địa bàn tỉnh;", "Xây dựng bản đồ các điểm xả thải ven sông.",
                                       "Biên soạn tài liệu về tiết kiệm nước."]
    for task in tasks[:2]:
        assert (task.lead, task.support) == (("Sở Xây dựng", "Công an tỉnh", "Sở Y tế"), ("Hội Nông dân tỉnh", "Các cơ quan, đơn vị"))
        assert task.deadline is not None and task.deadline.edtf == "2026-34"
    assert (tasks[2].lead, tasks[2].support, tasks[2].deadline) == ((), (), None)


def test_a_label_may_stand_over_its_list_or_before_one_owner(read) -> None:  # type: ignore[no-untyped-def]
    tasks = read(_ITEMS + """2. Đơn vị chủ trì, thực hiện:
a) Đơn vị chủ trì: Sở Xây dựng.
b) Đơn vị phối hợp:
- Các đội thủy nông
- Sở Y tế
""").tasks
    assert [t.lead for t in tasks] == [("Sở Xây dựng",)] * 2
    assert all(t.support[-1] == "Sở Y tế" and len(t.support) == 2 for t in tasks)


def test_acts_below_such_a_heading_stay_tasks(read) -> None:  # type: ignore[no-untyped-def]
    tasks = read(_ITEMS.replace("KHƠI THÔNG", "NHIỆM VỤ KHƠI THÔNG") + """2. Các cơ quan phối hợp thực hiện
- Sở Xây dựng tổ chức kiểm tra các công trình thoát nước.
- Sở Y tế công bố chất lượng nước hằng quý.
""").tasks
    assert [t.lead for t in tasks] == [(), (), ("Sở Xây dựng",), ("Sở Y tế",)]


@pytest.mark.parametrize("marks", ["-+", "*-"])
def test_bare_labels_with_a_colon(read, marks: str) -> None:  # type: ignore[no-untyped-def]
    tasks = read(f"""II. NHIỆM VỤ
1. Trồng rừng đầu nguồn
Trồng bổ sung rừng phòng hộ tại các lưu vực hồ chứa.
{marks[0]} Chủ trì:
{marks[1]} Chi cục Kiểm lâm;
{marks[1]} Sở Tài chính.
{marks[0]} Phối hợp:
{marks[1]} Hội Nông dân tỉnh.
2. Tuyên truyền
Xây dựng chuyên mục về rừng đầu nguồn trên truyền hình.
""").tasks
    assert [(t.lead, t.support) for t in tasks] == [(("Chi cục Kiểm lâm", "Sở Tài chính"), ("Hội Nông dân tỉnh",)), ((), ())]


def test_what_is_held_is_no_owner(read) -> None:  # type: ignore[no-untyped-def]
    tasks = read("""II. NHIỆM VỤ
1. Truyền thông
- Tổ chức thực hiện:
+ Cuộc thi ảnh về nguồn nước;
+ Ngày hội vì dòng sông xanh.
""").tasks
    assert [t.lead for t in tasks] == [(), ()]


@pytest.mark.parametrize(("cell", "names"), [
    ("Đảng ủy Quân sự, Đảng ủy Công an tỉnh", ["Đảng ủy Quân sự tỉnh", "Đảng ủy Công an tỉnh"]),
    ("Đảng ủy Quân sự, Công an tỉnh; Sở Nội vụ", ["Đảng ủy Quân sự tỉnh", "Đảng ủy Công an tỉnh", "Sở Nội vụ"]),
    ("Công an, Bộ Chỉ huy Quân sự tỉnh", ["Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh"]),
    ("Đảng ủy Quân sự; Công an tỉnh", ["Đảng ủy Quân sự xã", "Công an tỉnh"]),
    ("Công an, Ban Chỉ huy Quân sự xã", ["Công an xã", "Ban Chỉ huy Quân sự xã"]),
    ("UBND huyện Yên Sơn, Hòa Lạc, Sở Tài chính", ["Ủy ban nhân dân huyện Yên Sơn", "Ủy ban nhân dân huyện Hòa Lạc", "Sở Tài chính"]),
    ("UBND huyện Yên Sơn, Agribank", ["Ủy ban nhân dân huyện Yên Sơn", "Agribank"]),
    ("Nhân dân các xóm, bản; UBND xã", ["Nhân dân các xóm, bản", "Ủy ban nhân dân xã"]),
    ("Đoàn Thanh niên các trường học", ["Đoàn Thanh niên các trường học"]),
    ("Ủy ban Kiểm tra Liên đoàn Lao động tỉnh", ["Ủy ban Kiểm tra Liên đoàn Lao động tỉnh"]),
    ("Ủy ban Kiểm tra, Công đoàn xã", ["Ủy ban Kiểm tra Đảng ủy", "Công đoàn xã"]),
    ("Đồn BP Hải An, Hải đội 2, Trung đoàn 8", ["Đồn Biên phòng Hải An", "Hải đội 2", "Trung đoàn 8"]),
    ("Kế toán trường/Người được phân công", ["Kế toán trường", "Người được phân công"]),
    ("Sở Y tế và các ngành hữu quan", ["Sở Y tế", "Các cơ quan, đơn vị"]),
    ("Các phòng, trung tâm, khoa chuyên môn", ["Các cơ quan, đơn vị"]),
])
def test_levels_and_seats_that_a_list_shares(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("Giám đốc Sở Xây dựng, Tổ trưởng", ["Giám đốc Sở Xây dựng"]),
    ("Phó Chủ tịch Thường trực UBND tỉnh, Trưởng ban; Trưởng Công an xã, Thành viên",
     ["Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh", "Trưởng Công an xã"]),
    ("Phó Hiệu trưởng, Tổ trưởng", ["Phó Hiệu trưởng", "Tổ trưởng"]),
    ("Bí thư chi bộ, Trưởng ban", ["Bí thư chi bộ", "Trưởng ban"]),
])
def test_a_role_behind_the_post_of_a_body(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("Trung tâm Y tế khu vực cùng với chính quyền địa phương", ["Trung tâm Y tế khu vực", "Chính quyền địa phương"]),
    ("Hạt Kiểm lâm cùng chính quyền xã", ["Hạt Kiểm lâm", "Chính quyền xã"]),
    ("Phòng Tư pháp cùng cấp", ["Phòng Tư pháp cùng cấp"]),
    ("các bộ, ngành trung ương và các tỉnh giáp ranh", ["Các cơ quan, đơn vị", "Các tỉnh giáp ranh"]),
    ("Các tập đoàn: Điện lực Việt Nam, Dầu khí Việt Nam", ["Tập đoàn Điện lực Việt Nam", "Tập đoàn Dầu khí Việt Nam"]),
    ("Giám đốc các Tổng công ty: Cảng hàng không Việt Nam; Đường sắt Việt Nam",
     ["Giám đốc Tổng công ty Cảng hàng không Việt Nam", "Giám đốc Tổng công ty Đường sắt Việt Nam"]),
    ("BCH Xã đoàn; BCH Quân sự xã; BCH Đoàn xã", ["Ban Chấp hành Xã đoàn", "Ban Chỉ huy Quân sự xã", "Ban Chấp hành Đoàn xã"]),
    ("Hội LH Phụ nữ xã, Trưởng Ban công tác MT", ["Hội Liên hiệp Phụ nữ xã", "Trưởng Ban công tác Mặt trận"]),
    ("CVP UBND tỉnh; đ/c Hoa - PCVP", ["Chánh Văn phòng Ủy ban nhân dân tỉnh", "Phó Chánh Văn phòng"]),
])
def test_who_stands_beside_and_behind_shared_heads(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("các thôn: Đông Lâm, Tây Sơn và Nam Lộc; Công an xã", ["Thôn Đông Lâm", "Thôn Tây Sơn", "Thôn Nam Lộc", "Công an xã"]),
    ("Các tổ dân phố: 1, 2, 7", ["Tổ dân phố 1", "Tổ dân phố 2", "Tổ dân phố 7"]),
    ("Các thôn: Tổ chức họp dân", ["Các thôn", "Tổ chức họp dân"]),
    ("UBND các phường: An Lạc, Nam Mỹ và các xã: Sơn Trà, Hiếu Lộc", ["Ủy ban nhân dân phường An Lạc", "Ủy ban nhân dân phường Nam Mỹ",
                                                                   "Ủy ban nhân dân xã Sơn Trà", "Ủy ban nhân dân xã Hiếu Lộc"]),
    ("UBND các xã: Sơn Trà, Hiếu Lộc", ["Ủy ban nhân dân xã Sơn Trà", "Ủy ban nhân dân xã Hiếu Lộc"]),
    ("Bộ CHQS, Công an, BĐBP tỉnh", ["Bộ Chỉ huy Quân sự tỉnh", "Công an tỉnh", "Bộ đội Biên phòng tỉnh"]),
    ("Đảng ủy, chính quyền, MTTQ các xã, phường", ["Đảng ủy các xã, phường", "Chính quyền các xã, phường",
                                                  "Ủy ban Mặt trận Tổ quốc Việt Nam các xã, phường"]),
    ("Đảng ủy, chính quyền xã", ["Đảng ủy xã", "Chính quyền xã"]),
    ("NHNN&PTNT huyện", ["Ngân hàng Nông nghiệp và Phát triển nông thôn huyện"]),
])
def test_places_and_levels_named_once(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("TTr Tỉnh ủy; TTr HĐND tỉnh", ["Thường trực Tỉnh ủy", "Thường trực Hội đồng nhân dân tỉnh"]),
    ("T.Cục DS-KHHGĐ; T.Ư Đoàn", ["Tổng cục Dân số - Kế hoạch hóa gia đình", "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"]),
    ("Ban KT-NS HĐND tỉnh; Văn phòng ĐĐBQH và HĐND tỉnh", ["Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh",
                                                          "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh"]),
    ("Hội đồng GDQP&AN xã; Ban BVDP", ["Hội đồng Giáo dục quốc phòng và an ninh xã", "Ban Bảo vệ dân phố"]),
    ("Trường ĐH Sư phạm, Trường CĐ Y tế", ["Trường Đại học Sư phạm", "Trường Cao đẳng Y tế"]),
])
def test_letters_of_bodies(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("cell", "names"), [
    ("Công an, Viện KSND, TAND tỉnh", ["Công an tỉnh", "Viện Kiểm sát nhân dân tỉnh", "Tòa án nhân dân tỉnh"]),
    ("Công an, Tòa án nhân dân khu vực 3", ["Công an xã", "Tòa án nhân dân khu vực 3"]),
    ("TANDTC, VKSNDTC", ["Tòa án nhân dân tối cao", "Viện Kiểm sát nhân dân tối cao"]),
    ("Các ban, cơ quan tham mưu giúp việc Thành ủy; Sở Nội vụ", ["Các ban, cơ quan tham mưu giúp việc Thành ủy", "Sở Nội vụ"]),
    ("Các ban, cơ quan tham mưu, giúp việc Đảng ủy", ["Các cơ quan tham mưu, giúp việc Đảng ủy"]),
])
def test_justice_and_party_staff(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names
