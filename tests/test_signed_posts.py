"""Posts above a signature."""

import pytest

from extractors.signed_posts import printed_posts


@pytest.mark.parametrize(("lines", "posts"), [
    (["TM. THƯỜNG TRỰC HỘI ĐỒNG", "NHÂN DÂN", "PHÓ CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"]),
    (["T/M BAN THƯỜNG VỤ", "BÍ THƯ"], ["BÍ THƯ"]),
    (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
    (["GIÁM ĐỐC"], ["GIÁM ĐỐC"]),
])
def test_posts(lines: list[str], posts: list[str]) -> None:
    assert printed_posts(lines) == posts
