"""Names of signers beside the recipients (extractors/ocr_signature.py)."""

import math

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extractors.ocr_layout import Row
from extractors.ocr_signature import clear_post, clear_signature, join_deputy, recipients, set_on_behalf
from extractors.ocr_signer import look_at_signature
from extractors.ocr_tesseract import Word


def row(left: str, right: str = "") -> Row:
    words = [Word(t, 20.0 * n, 0.0, 20.0 * n + 15, 12.0, 0.7) for n, t in enumerate(left.split())]
    return Row(words + [Word(t, 500.0 + 20.0 * n, 0.0, 515.0 + 20.0 * n, 12.0, 0.7) for n, t in enumerate(right.split())])


@pytest.mark.parametrize(("right", "want"), [
    ("- Nguyên Hữu Quế", "Nguyễn Hữu Quế"),
    ("N – Trần Văn An", "Trần Văn An"),
    ("Trần Văn An", "Trần Văn An"),
    ("2 – Uy A4 –", "2 – Uy A4 –"),
    ("KT. CHỦ TỊCH", "KT. CHỦ TỊCH"),
])
def test_name(right: str, want: str) -> None:
    rows = [row("Nơi nhận:", "GIÁM ĐỐC"), row("- Lưu: VT.", right)]
    clear_signature(rows)
    assert rows[1].text == f"- Lưu: VT. {want}"


def test_other_rows_stay() -> None:
    rows = [row("- Giao", "- Nguyên Hữu Quế")]
    assert clear_signature(rows) == 0 and rows[0].text == "- Giao - Nguyên Hữu Quế"


@pytest.mark.parametrize(("above", "line", "want"), [
    ("KT. CHỦ TỊCH", "PH H Ó CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ("KT. GIÁM ĐỐC", "P HÓ GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    ("TM. ỦY BAN NHÂN DÂN", "H O CHỦ TỊCH", "H O CHỦ TỊCH"),
])
def test_deputy(above: str, line: str, want: str) -> None:
    rows = [row(above), row(line)]
    join_deputy(rows)
    assert rows[1].text == want


@pytest.mark.parametrize(("right", "want"), [
    ("“CHỦ TỊCH", "CHỦ TỊCH"),
    ("4 GIÁMĐỐC Ì", "GIÁM ĐỐC"),
    ("„o HIỆU.TRƯỜNG `:", "HIỆU TRƯỞNG"),
    ("CHỦ TỊCH", "CHỦ TỊCH"),
    ("KT. CHỦ TỊCH", "KT. CHỦ TỊCH"),
    ("CHỦ TỊCH HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH HỘI ĐỒNG NHÂN DÂN"),
    ("Trần Thư", "Trần Thư"),
])
def test_post(right: str, want: str) -> None:
    rows = [row("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"), row("- Như trên;", right), row("", right)]
    clear_post(rows)
    assert [r.text for r in rows] == ["Nơi nhận: TM. ỦY BAN NHÂN DÂN", f"- Như trên; {want}", want]


def test_a_post_above_the_recipients_stays() -> None:
    rows = [row("2 CHỦTỊCH")]
    assert clear_post(rows) == 0 and rows[0].text == "2 CHỦTỊCH"


def test_a_known_post_is_no_noise_however_badly_it_was_read() -> None:
    rows = [row("Nơi nhận:"), row("#", "„ GIÁMĐỐC"), Row([Word(t, 500.0 + 40 * n, 0.0, 530.0 + 40 * n, 12.0, 0.2) for n, t in enumerate(["GIÁM", "ĐỐC"])])]
    assert clear_post(rows) == 2
    assert [r.text for r in rows[1:]] == ["GIÁM ĐỐC", "GIÁM ĐỐC"]
    assert rows[1].raw == {0: "# „", 1: "GIÁMĐỐC"} and rows[2].raw == {}
    assert min(w.confidence for r in rows[1:] for w in r.words) >= 0.7


@pytest.mark.parametrize(("right", "want"), [
    ("TIM. ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"), ("EM BAN THƯỜNG VỤ", "TM. BAN THƯỜNG VỤ"),
    ("TM. ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"), ("M. HỘI NÔNG DÂN", "M. HỘI NÔNG DÂN"),
])
def test_on_behalf(right: str, want: str) -> None:
    line = row("Nơi nhận:", right)
    set_on_behalf([line])
    assert line.text.endswith(want) and len(line.words) == len(want.split()) + 2


def signed(*right: tuple[str, float]) -> list[Row]:
    """Recipients on the left, a signature on the right of a page 1000 pixels wide, a line each 20 pixels."""
    left = ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", *[""] * len(right)]
    rows = []
    for line, (text, sure) in enumerate(right):
        words = [Word(t, 20.0 * n, 20.0 * line, 20.0 * n + 15, 20.0 * line + 12, 0.95) for n, t in enumerate(left[line].split())]
        rows.append(Row(words + [Word(t, 500.0 + 40 * n, 20.0 * line, 535.0 + 40 * n, 20.0 * line + 12, sure) for n, t in enumerate(text.split())]))
    return rows


@pytest.mark.parametrize(("line", "want"), [
    ("-Nguyễn Văn Hùng", "Nguyễn Văn Hùng"), ("N xNguyễn Văn Hùng", "Nguyễn Văn Hùng"), ("“_`N§uyễn Văn Hùng", "Nguyễn Văn Hùng"),
    ("+ Đô Thị Hải Yến", "Đỗ Thị Hải Yến"),
])
def test_a_name_that_strokes_touch(line: str, want: str) -> None:
    rows = signed(("TM. ỦY BAN NHÂN DÂN", 0.95), ("CHỦ TỊCH", 0.95), ("á VN", 0.4), (line, 0.82), ("4)", 0.5))
    assert look_at_signature(rows, np.full((400, 1000), 255, np.uint8), "x", 200) == 1
    assert [r.text for r in rows] == ["Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Như trên; CHỦ TỊCH", "- Lưu: VT.", want, "4)"]


def test_a_post_and_a_name_under_a_pen_stroke_are_read_again() -> None:
    image = Image.new("L", (1654, 700), 255)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(size=40)
    draw.text((950, 150), "CHU TICH", font=font, fill=0)
    draw.text((900, 420), "Tran Quang Hung", font=font, fill=0)
    draw.line([(860 + 5 * n, 320 + 115 * math.sin(n / 3)) for n in range(12)], fill=0, width=4)
    rows = [Row([Word("Nơi nhận:", 20.0, 90.0, 120.0, 120.0, 0.95),
                 *(Word(t, 850.0 + 90 * n, 90.0, 930.0 + 90 * n, 120.0, 0.95) for n, t in enumerate(["TM.", "ỦY", "BAN", "NHÂN", "DÂN"]))])]
    look_at_signature(rows, np.asarray(image), "x", 200)
    assert [r.text for r in rows][1:] == ["CHỦ TỊCH", "Trần Quang Hung"]


def test_a_clean_signature_stays() -> None:
    rows = signed(("KT. CHỦ TỊCH", 0.95), ("PHÓ CHỦ TỊCH", 0.95), ("(Đã ký)", 0.9), ("Trần Thị Lan", 0.95))
    before = [r.text for r in rows]
    assert look_at_signature(rows, np.full((400, 1000), 255, np.uint8), "x", 200) == 0 and [r.text for r in rows] == before


def test_a_name_that_begins_left_of_the_middle_is_no_remnant() -> None:
    rows = signed(("T/M BAN THƯỜNG VỤ", 0.95), ("BÍ THƯ", 0.95))
    rows.append(Row([Word(t, 420.0 + 50 * n, 300.0, 460.0 + 50 * n, 320.0, 0.96) for n, t in enumerate(["“4", "¡Đỗ", "Văn", "Quyết"])]))
    look_at_signature(rows, np.full((400, 1000), 255, np.uint8), "x", 200)
    assert rows[-1].text.endswith("Đỗ Văn Quyết") and rows[-1].text.count("Văn") == 1 and "¡" not in rows[-1].text


@pytest.mark.parametrize(("lines", "want"), [
    (["- Như trên;", "Nơi nhận:", "- Lưu: VT."], 1),
    (["4", "- Các chi, đảng bộ trực thuộc,", "- Lưu Văn phòng Đảng ủy."], 0),        # the list goes on from the page before
    (["- Lưu trữ hồ sơ của dự án;", "- Báo cáo kết quả."], None),
    (["- Lưu: VT.", *["xã"] * 40], None),                                            # a page of prose
    ([], None)])
def test_where_the_recipients_start(lines: list[str], want: int | None) -> None:
    rows = [Row([Word(t, 50.0 * n, 20.0 * k, 50.0 * n + 40, 20.0 * k + 12, 0.9) for n, t in enumerate(line.split())]) for k, line in enumerate(lines)]
    assert recipients(rows) == want
