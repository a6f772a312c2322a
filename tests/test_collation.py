"""Names stand in the order of the Vietnamese alphabet."""

from __future__ import annotations

import random

from normalizers.collation import collated


def test_names_stand_in_the_order_of_the_vietnamese_alphabet() -> None:
    names = ["Ái Quốc", "An Giang", "Âu Lâu", "Ba Vì", "Cà Mau", "Cần Thơ", "Dương Hòa", "Đắk Lắk", "Đồng Nai", "Hà Nội", "Hải Phòng", "Ơ Rai", "Tây Ninh", "Yên Hòa"]
    for seed in range(5):
        assert sorted(random.Random(seed).sample(names, len(names)), key=collated) == names


def test_tones_tell_apart_only_what_has_the_same_letters() -> None:
    assert sorted(["Hòa Bình", "Hoa Lư", "Hóa An", "Phường 10", "", "\ud800"], key=collated) == ["", "Hóa An", "Hòa Bình", "Hoa Lư", "Phường 10", "\ud800"]
