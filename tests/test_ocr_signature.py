"""Names of signers beside the recipients (extractors/ocr_signature.py)."""

import pytest

from extractors.ocr_layout import Row
from extractors.ocr_signature import clear_post, clear_signature, join_deputy, set_on_behalf
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
