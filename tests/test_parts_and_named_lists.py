"""Parts of a whole in brackets, thresholds of what shall not happen, plurals that announce bodies, a signer beside the addressees."""

from __future__ import annotations

import pytest

from extractors.cell_kinds import inside_units
from extractors.frame import _KEPT
from normalizers.clause_borders import _NEXT_NAME
from normalizers.targets import read_targets
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units


@pytest.mark.parametrize("text", [
    "Tỷ trọng ngành phi nông nghiệp đạt 72%, trong đó (dịch vụ đạt 41,5%; công nghiệp đạt 22%; xây dựng chiếm 8,5%).",
    "Tỷ trọng ngành phi nông nghiệp đạt 72% (trong đó: dịch vụ đạt 41,5%; công nghiệp đạt 22%; xây dựng chiếm 8,5%).",
])
def test_parts_of_a_whole_between_semicolons_are_outcomes(text: str) -> None:
    assert [(r.indicator, r.value) for r in read_targets(text)] == [
        ("Tỷ trọng ngành phi nông nghiệp", 72), ("dịch vụ", 41.5), ("công nghiệp", 22), ("xây dựng", 8.5)]


def test_a_part_without_a_figure_stays_with_its_bracket() -> None:
    found = read_targets("Có 80% thôn đạt chuẩn (trong đó có ít nhất 40% thôn kiểu mẫu; ưu tiên thôn vùng cao).")
    assert [r.value for r in found] == [80, 40]


@pytest.mark.parametrize("text", [
    "Không để xảy ra vụ đuối nước làm từ 02 trẻ em thiệt mạng trở lên",
    "Không để phát sinh khiếu kiện đông người từ 15 người trở lên",
])
def test_how_great_the_feared_is_is_no_value(text: str) -> None:
    assert [(r.comparator, r.indicator) for r in read_targets(text)] == [("qualitative", text)]


def test_a_share_behind_the_feared_is_a_value() -> None:
    found = read_targets("Không để xảy ra cháy lớn, tỷ lệ hộ có bình chữa cháy đạt từ 90% trở lên")
    assert (found[-1].comparator, found[-1].value) == (">=", 90)


@pytest.mark.parametrize(("cell", "names"), [
    ("Các đơn vị Công an xã, Trạm Y tế xã", ["Công an xã", "Trạm Y tế"]),
    ("Các cơ quan, đơn vị liên quan", ["Các cơ quan, đơn vị"]),
    ("Các đơn vị, Công an xã", ["Các cơ quan, đơn vị", "Công an xã"]),
])
def test_a_plural_announces_the_bodies_behind_it(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize("label", ["Các đơn vị ", "Các đơn vị: ", "Các cơ quan "])
def test_so_it_does_in_a_duty(label: str) -> None:
    lead, _ = prose_owners(label + "Công an xã, Trạm Y tế xã căn cứ nhiệm vụ được giao triển khai thực hiện.", duty=True)
    assert [u.name for u in lead] == ["Công an xã", "Trạm Y tế"]


@pytest.mark.parametrize(("line", "name"), [
    ("- Lưu: VT. Vàng Văn Sơn", "Vàng Văn Sơn"),
    ("- Lưu: VT, VHXH. Lê Thị Thu Hà", "Lê Thị Thu Hà"),
    ("- Lưu: VP, VT (02b). Lê Minh Quân", "Lê Minh Quân"),
    ("- Lưu: VT, Phòng Kinh Tế Xã", None),
    ("- Lưu: VT, KT.", None),
])
def test_a_name_at_the_height_of_the_last_addressee(line: str, name: str | None) -> None:
    found = _KEPT.match(line)
    assert (found and found[1]) == name


def test_a_plural_in_small_letters_keeps_its_name_together() -> None:
    words = ["Mặt", "trận", "và", "các", "tổ", "chức", "CT-XH", "phường", "Hội", "nghị"]
    assert words.index("CT-XH") in inside_units(words)


def test_shares_whose_whole_is_said_behind_the_last() -> None:
    found = read_targets("Lao động qua đào tạo 62%, lao động có bằng cấp 31% tổng số lao động.")
    assert [r.value for r in found] == [62, 31]
    assert found[0].indicator == "Lao động qua đào tạo"


@pytest.mark.parametrize("gap", [", bằng khoảng ", ", tăng thêm chừng ", ", trong đó riêng ", ", vụ ", ", 12 trường có "])
def test_what_names_no_next_share(gap: str) -> None:
    assert _NEXT_NAME.fullmatch(gap) is None


def test_days_of_work_are_a_measure() -> None:
    assert [(r.value, r.unit) for r in read_targets("Hiến 800 m2 đất, đóng góp 350 ngày công")] == [(800, "m2"), (350, "ngày công")]
