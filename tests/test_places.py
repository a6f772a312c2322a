"""Places: the data of July 2025, look-ups that never guess a province, names found in text with their offsets."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers import places
from normalizers.text import fold

VOCAB = Path(places.__file__).parent / "vocab"


def test_data_are_whole() -> None:
    assert len(places.provinces()) == 34
    assert len(places.communes()) == 3321
    assert Counter(c.type for c in places.communes()) == {"xã": 2621, "phường": 687, "đặc khu": 13}
    assert len({c.code for c in places.communes()}) == 3321
    assert len({(c.type, c.name, c.province) for c in places.communes()}) == 3321
    former = [old for p in places.provinces() for old in p.former]
    assert len(former) + 34 == 63
    assert places.data_version()["valid_from"] == "2025-07-01"
    assert sum(path.stat().st_size for path in VOCAB.glob("places_*.csv")) < 1_000_000


def test_names_of_several_provinces_are_never_resolved_by_name() -> None:
    several = [key for key, found in places._commune_index().items() if key[0] == "xã" and len(found) > 1]
    assert len(several) == 216
    assert places.find_commune("xã", "Thanh Sơn") is None
    assert {c.province for c in places.communes_named("xã", "Thanh Sơn")} == {"Đồng Nai", "Phú Thọ", "Ninh Bình"}
    found = places.find_commune("XÃ", "THANH  SƠN", "tỉnh Đồng Nai")
    assert found is not None and (found.name, found.province) == ("Thanh Sơn", "Đồng Nai")


def test_no_alias_twice() -> None:
    with (VOCAB / "places_aliases.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    keys = [places.place_key(r["alias"]) for r in rows]
    names = {places.place_key(n) for p in places.provinces() for n in (p.name, *p.former)}
    assert len(keys) == len(set(keys))
    assert not set(keys) & names
    assert {places.place_key(r["province"]) for r in rows} <= names


@pytest.mark.parametrize(("text", "name"), [
    ("Đồng Nai", "Đồng Nai"), ("tỉnh Đồng Nai", "Đồng Nai"), ("TỈNH KHÁNH HOÀ", "Khánh Hòa"), ("TP. Hồ Chí Minh", "Hồ Chí Minh"),
    ("Thành phố Hải Phòng", "Hải Phòng"), ("Thừa Thiên Huế", "Huế"), ("Bình Phước", None), ("Xã Đồng Nai", None), ("", None),
])
def test_find_province(text: str, name: str | None) -> None:
    found = places.find_province(text)
    assert (found.name if found else None) == name


def test_former_provinces_map_only_when_asked() -> None:
    merged = places.merged_into("tỉnh Bình Phước")
    assert merged is not None and merged.name == "Đồng Nai"
    assert places.merged_into("Đồng Nai") is None


def test_successors_of_old_communes_and_districts() -> None:
    assert [c.name for c in places.successors("phường", "Phúc Xá", "Ba Đình", "Hà Nội")] == ["Hồng Hà"]
    assert places.successors("xã", "Không Có") == ()
    home = places.province_of_district("huyện", "Bù Đăng")
    assert home is not None and home.name == "Đồng Nai"
    assert places.province_of_district("huyện", "Châu Thành") is None  # in several provinces


COMMUNES = [
    ("trên địa bàn xã Gia Phúc, cụ thể", [("xã", "Gia Phúc", "xã Gia Phúc")]),
    ("ỦY BAN NHÂN DÂN\nXÃ THANH SƠN", [("xã", "Thanh Sơn", "XÃ THANH SƠN")]),
    ("Uỷ ban nhân dân xã Yên Hoà", [("xã", "Yên Hòa", "xã Yên Hoà")]),
    ("Đảng ủy phường Thủ Dầu Một ban hành", [("phường", "Thủ Dầu Một", "phường Thủ Dầu Một")]),
    ("phường Văn Miếu – Quốc Tử Giám", [("phường", "Văn Miếu - Quốc Tử Giám", "phường Văn Miếu – Quốc Tử Giám")]),
    ("xã Ea H’leo", [("xã", "Ea H'Leo", "xã Ea H’leo")]),
    ("UBND đặc khu Phú Quốc", [("đặc khu", "Phú Quốc", "đặc khu Phú Quốc")]),
    ("phường Móng Cái 1", [("phường", "Móng Cái 1", "phường Móng Cái 1")]),
    ("trên địa bàn xã Thanh\nSơn", [("xã", "Thanh Sơn", "xã Thanh\nSơn")]),
    ("UBND xã Hoa Lan Chi và", [("xã", "Hoa Lan Chi", "xã Hoa Lan Chi")]),
    ("ĐẢNG BỘ XÃ LẠ LÙNG", [("xã", "Lạ Lùng", "XÃ LẠ LÙNG")]),
    ("PHÁT TRIỂN KINH TẾ - XÃ HỘI", []), ("tệ nạn xã hội", []), ("của xã\nTiên tiến, hiện đại", []),
    ("Phòng Văn hóa xã Phòng Kinh tế", []), ("CHỦ TỊCH UBND XÃ\nNguyễn Văn An", []),
]


@pytest.mark.parametrize(("text", "expected"), COMMUNES)
def test_commune_mentions(text: str, expected: list[tuple[str, str, str]]) -> None:
    got = [(m.type, m.name, text[m.span[0]:m.span[1]]) for m in places.commune_mentions(text)]
    assert got == expected


PROVINCES = [
    ("UBND tỉnh Đồng Nai", [("Đồng Nai", False, True)]), ("Đồng Nai, ngày 12 tháng 01", [("Đồng Nai", False, False)]),
    ("Ban Thường vụ Thành ủy Hải Phòng", [("Hải Phòng", False, True)]), ("UBND tỉnh Bình Phước", [("Đồng Nai", True, True)]),
    ("Thái Bình Dương", []), ("thành phố Thái Nguyên", []), ("xã Hà Nam", []), ("TP.HCM", [("Hồ Chí Minh", False, True)]),
    ("TỈNH ĐẮK LẮK", [("Đắk Lắk", False, True)]), ("vĩnh long trọng", []),
]


@pytest.mark.parametrize(("text", "expected"), PROVINCES)
def test_province_mentions(text: str, expected: list[tuple[str, bool, bool]]) -> None:
    assert [(m.province.name, m.former, m.marked) for m in places.province_mentions(text)] == expected


@given(st.text(alphabet=st.sampled_from("xã phường XÃ PHƯỜNG tỉnh TP.HaNộiĐồn'’-1\n\u0300\u200b")))
def test_any_string_is_read_and_spans_point_into_it(text: str) -> None:
    for mention in [*places.commune_mentions(text), *places.province_mentions(text)]:
        start, stop = mention.span
        assert 0 <= start < stop <= len(text)
    for commune in places.commune_mentions(text):
        assert fold(text[commune.span[0]:commune.span[1]]).startswith(commune.type)


def test_every_commune_is_found_by_its_printed_name() -> None:
    for commune in places.communes()[::40]:
        for printed in (f"{commune.type} {commune.name}", f"{commune.type} {commune.name}".upper()):
            [mention] = places.commune_mentions(f"UBND {printed}")
            assert commune in mention.known, printed


@pytest.mark.parametrize("text", ["của xã Lũng Bình Thượng 6 tháng cuối năm 2026", "đặc khu Lũng Bình Thượng Quý IV năm 2026", "XÃ LŨNG BÌNH THƯỢNG"])
def test_a_time_behind_an_unknown_name_is_no_part_of_it(text: str) -> None:
    assert [m.name for m in places.commune_mentions(text)] == ["Lũng Bình Thượng"]
