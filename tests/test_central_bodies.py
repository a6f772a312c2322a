"""Documents of the Party's Central Committee and its boards: issuer and no province."""

import pytest

from extractors.central_bodies import central_organ, is_central

HEADERS = [
    (["BAN CHẤP HÀNH TRUNG ƯƠNG", "*", "Hà Nội, ngày 05 tháng 3 năm 2026"], ["T/M BỘ CHÍNH TRỊ"], True, "Bộ Chính trị"),
    (["BAN CHẤP HÀNH TRUNG", "ƯƠNG", "*"], ["T/M BAN BÍ THƯ"], True, "Ban Bí thư"),
    (["BAN CHẤP HÀNH TRUNG ƯƠNG", "ĐẢNG CỘNG SẢN VIỆT NAM"], [], True, "Ban Chấp hành Trung ương"),
    (["BAN TUYÊN GIÁO VÀ DÂN VẬN TRUNG ƯƠNG"], [], True, None),
    (["BAN CHẤP HÀNH TRUNG ƯƠNG ĐOÀN TNCS HỒ CHÍ MINH"], [], True, None),
    (["ĐẢNG BỘ TỈNH HƯNG YÊN", "BAN CHẤP HÀNH ĐẢNG BỘ XÃ"], ["T/M BAN CHẤP HÀNH"], False, None),
]


@pytest.mark.parametrize(("header", "signature", "central", "organ"), HEADERS)
def test_header(header: list[str], signature: list[str], central: bool, organ: str | None) -> None:
    assert (is_central(header), central_organ(header, signature)) == (central, organ)
