"""Letterheads whose rows the motto parts, and names and posts of who signs beside the addressees."""

import pytest

from extractors.document import Document
from extractors.frame import build_frame
from extractors.header_bodies import unmottoed
from extractors.metadata import read_metadata
from extractors.raw import RawPlan
from extractors.read import read_plan
from extractors.signed_posts import printed_posts
from extractors.text_reader import read_text

_BODY = """KẾ HOẠCH
Chuyển đổi số năm 2026
I. MỤC ĐÍCH, YÊU CẦU
Nâng cao nhận thức của cán bộ, công chức.
II. NHIỆM VỤ
- Tổ chức tập huấn kỹ năng số cho cán bộ, công chức.
Trên đây là Kế hoạch chuyển đổi số năm 2026./.
"""
_HEAD = """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ AN HÒA Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND An Hòa, ngày 05 tháng 3 năm 2026
"""


def _document(text: str) -> Document:
    return read_text(text.encode(), "x.txt")


def _plan(text: str) -> RawPlan:
    return read_plan(_document(text))


def test_the_motto_between_two_lines_of_a_name() -> None:
    assert unmottoed(["UBND TỈNH AN GIANG", "CỘNG HÒA XÃ HỘI CHỦ", "NGHĨA VIỆT NAM", "SỞ GIÁO DỤC Độc lập - Tự do - Hạnh phúc", "VÀ ĐÀO TẠO"]) == [
        "UBND TỈNH AN GIANG", "SỞ GIÁO DỤC", "VÀ ĐÀO TẠO"]
    head = "UBND TỈNH AN GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ GIÁO DỤC Độc lập - Tự do - Hạnh phúc\nVÀ ĐÀO TẠO\nSố: 12/KH-SGDĐT An Giang, ngày 05 tháng 3 năm 2026\n"
    assert read_metadata(_plan(head + _BODY)).issuer == "Sở Giáo dục và Đào tạo"


def test_a_communes_name_that_begins_like_an_office() -> None:
    head = "TỈNH ĐẮK LẮK\nỦY BAN NHÂN DÂN XÃ\nVỤ BỔN\nSố: 12/KH-UBND\nVụ Bổn, ngày 05 tháng 3 năm 2026\n"
    meta = read_metadata(_plan(head + _BODY))
    assert (meta.issuer, meta.commune) == ("UBND", "Vụ Bổn")


def test_spaces_around_the_slash_of_a_number() -> None:
    assert read_metadata(_plan(_HEAD.replace("12/KH-UBND", "12-KH / BCĐ") + _BODY)).number == "12-KH/BCĐ"


def test_a_type_with_its_title_on_one_line() -> None:
    text = _HEAD + _BODY.replace("KẾ HOẠCH\nChuyển đổi số năm 2026", "KẾ HOẠCH TRIỂN KHAI THỰC HIỆN PHONG TRÀO HỌC TẬP SỐ NĂM 2026", 1)
    assert read_metadata(_plan(text)).title == "TRIỂN KHAI THỰC HIỆN PHONG TRÀO HỌC TẬP SỐ NĂM 2026"


def test_several_resolutions_of_a_body_open_the_legal_bases() -> None:
    bases = "Thực hiện các Nghị quyết của Bộ Chính trị: số 66-NQ/TW ngày 30/4/2025 và số 68-NQ/TW ngày 04/5/2025;\n"
    assert read_metadata(_plan(_HEAD + _BODY.replace("I. MỤC", bases + "I. MỤC", 1))).title == "Chuyển đổi số năm 2026"


@pytest.mark.parametrize(("foot", "signed"), [
    ("Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Sở Nội vụ; KT. CHỦ TỊCH\n- Các phòng, ban, ngành xã; PHÓ CHỦ TỊCH\n- Như trên;\n- Lưu VT. Lê Thị Hoa\n", ("Lê Thị Hoa", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH")),
    ("Nơi nhận: T/M BAN THƯỜNG VỤ\n- Như trên; BÍ THƯ\n- Các chi bộ; Hà A Páo\n- Lưu: VPĐU.\n", ("Hà A Páo", "BÍ THƯ")),
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM.ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Nam\n", ("Lê Văn Nam", "CHỦ TỊCH")),
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTUQ. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nHĐND VÀ UBND\nLê Văn Nam\n", ("Lê Văn Nam", "TUQ. CHỦ TỊCH CHÁNH VĂN PHÒNG HĐND VÀ UBND")),
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nRơ Lan H'Blơi\n", ("Rơ Lan H'Blơi", "CHỦ TỊCH")),
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nK’ Brêo\n", ("K’ Brêo", "CHỦ TỊCH")),
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTRƯỞNG BAN\nPHÓ CHỦ TỊCH\nUBND XÃ\nLê Văn Nam\n", ("Lê Văn Nam", "TRƯỞNG BAN PHÓ CHỦ TỊCH UBND XÃ")),
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nTHƯỜNG TRỰC\n", (None, "PHÓ BÍ THƯ THƯỜNG TRỰC")),
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nKPĂ THUYÊN\nXÃ AN HÒA\nVIỆT NAM\n", ("Kpă Thuyên", "CHỦ TỊCH")),
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. CHÍNH PHỦ\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\n", (None, "KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG")),
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nTrần TÌ ÿ Lan\n", (None, "CHỦ TỊCH")),
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nHồ Tá Ân\n", ("Hồ Tá Ân", "CHỦ TỊCH")),
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn NAM\n", ("Trần Văn NAM", "CHỦ TỊCH")),
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\nĐOÀN THỊ THU\n", ("Đoàn Thị Thu", "GIÁM ĐỐC")),
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nKý bởi: Ủy ban nhân dân phường\nPhúc Lợi\nNgày ký: 05-03-2026 10:21:09\n+07:00\nLê Văn Nam\n", ("Lê Văn Nam", "CHỦ TỊCH")),
])
def test_who_signs(foot: str, signed: tuple[str | None, str]) -> None:
    meta = read_metadata(_plan(_HEAD + _BODY + foot))
    assert (meta.signer, meta.signer_title) == signed


def test_an_addressee_behind_another_signs_nothing() -> None:
    frame = build_frame(_document(_HEAD + _BODY + "Nơi nhận:\n- Sở Nội vụ; Phòng Nội Vụ\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn Nam\n"))
    assert frame.signature == ["CHỦ TỊCH", "Lê Văn Nam"]


def test_for_whom_is_signed_without_a_blank() -> None:
    assert printed_posts(["TM.ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]) == ["CHỦ TỊCH"]
