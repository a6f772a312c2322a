"""Legacy Vietnamese encodings: a verdict per document, whole conversion, no false alarms on Unicode or foreign text."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Cell, Document, Line, Place, Table
from extractors.legacy_fonts import capital_font, convert, convert_document, convert_run, detect_legacy, font_encoding

RAW = sorted((Path(__file__).parent.parent / "data" / "raw").glob("*.txt"))

KNOWN = [
    ("tcvn3", "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
    ("tcvn3", "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
    ("tcvn3", "Thñ t\xadíng ChÝnh phñ", "Thủ tướng Chính phủ"),
    ("vni", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("vni", "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
    ("vni", "thaúng, naèm, kyø, kyõ, kyû luaät, chuyeån ñoåi", "thẳng, nằm, kỳ, kỹ, kỷ luật, chuyển đổi"),
    ("vni", "UÛY BAN NHAÂN DAÂN TÆNH", "ỦY BAN NHÂN DÂN TỈNH"),
    ("vni", "AÁp 2, Aáp 3, xã".replace("xã", "xaõ"), "Ấp 2, Ấp 3, xã"),
]


@pytest.mark.parametrize(("encoding", "legacy", "text"), KNOWN)
def test_known_phrases(encoding: str, legacy: str, text: str) -> None:
    assert convert(legacy, encoding) == text


def to_legacy(text: str, encoding: str) -> str:
    """Text as a legacy font stores it (capitals with accents in TCVN3 fall back to small ones)."""
    if encoding == "vni":
        plain = {"\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
        hat = {"": "â", "\u0300": "à", "\u0301": "á", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
        breve = {"": "ê", "\u0300": "è", "\u0301": "é", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
        whole = {"đ": "ñ", "ị": "ò", "ỉ": "æ", "ĩ": "ó", "í": "í", "ì": "ì", "ỵ": "î"}
        out = ""
        for ch in unicodedata.normalize("NFC", text):
            low = ch.lower()
            nfd = unicodedata.normalize("NFD", low)
            base, tone = nfd[0], "".join(c for c in nfd[1:] if c in plain)
            if low in whole:
                piece = whole[low]
            elif "\u0302" in nfd:
                piece = base + hat[tone]
            elif "\u0306" in nfd:
                piece = base + breve[tone]
            elif len(nfd) > 1 and base in "aeiouy":
                piece = ({"o": "ô", "u": "ö"}[base] if "\u031b" in nfd else base) + (plain[tone] if tone else "")
            else:
                out += ch
                continue
            out += piece.upper() if ch != low else piece
        return out
    from viparse.normalize.encodings import get_charmap

    charmap = get_charmap("tcvn3")
    assert charmap is not None
    table: dict[str, str] = {}
    for code, letter in charmap.pairs:
        table.setdefault(letter, code)
    return "".join(table.get(c) or table.get(c.lower()) or c for c in unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
@pytest.mark.parametrize("path", RAW, ids=lambda p: p.stem)
def test_whole_plans_there_and_back(path: Path, encoding: str) -> None:
    text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    legacy = to_legacy(text, encoding)
    assert detect_legacy(legacy) == encoding
    assert convert(legacy, encoding).lower() == text.lower()


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
@pytest.mark.parametrize("length", [200, 400, 1000, 3000])
def test_pieces_of_a_plan_are_never_taken_for_the_other_encoding(encoding: str, length: int) -> None:
    legacy = to_legacy(RAW[0].read_text(encoding="utf-8"), encoding)
    for at in range(0, len(legacy) - length, max(length, 1500)):
        assert detect_legacy(legacy[at:at + length]) in (encoding, None)


@pytest.mark.parametrize("path", RAW, ids=lambda p: p.stem)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_unicode_plans_are_left_alone(path: Path, form: str) -> None:
    text = unicodedata.normalize(form, path.read_text(encoding="utf-8"))  # type: ignore[arg-type]
    assert detect_legacy(text) is None
    # Files keep old font names in styles that nothing uses.
    assert detect_legacy(text, Counter({".VnTime": 5000})) is None


FOREIGN = [
    "El niño comió según la canción; mañana también está aquí con más años después, además de él y acción, café, sofá, útil. ",
    "Größe für Übung, schön, über, müssen, können, während, natürlich, Straße, außerdem, fünf, zwölf, hören, grün, Tür, Bär. ",
    "Le château, la forêt, un élève, très, où, déjà, être, même, après, côté, général, français, naïf, août, fenêtre, pâte. ",
    "São três irmãos, você não está só, maçã, avó, pão, coração, além, também, fácil, último, única, lógico, câmera, ação. ",
    "100 % ± 5 °C × 3 ½ § 12 © ® « » ¶ µm ¹ ² ³ ", "", "plain ASCII text with nothing in it",
]


@pytest.mark.parametrize("text", FOREIGN)
@pytest.mark.parametrize("fonts", [None, Counter({".VnTime": 100}), Counter({"VNI-Times": 100})])
def test_foreign_text_is_left_alone(text: str, fonts: Counter[str] | None) -> None:
    assert detect_legacy(text * 5, fonts) is None


def test_short_text_needs_the_fonts_name() -> None:
    assert detect_legacy("KÕ ho¹ch n¨m 2026") is None
    assert detect_legacy("KÕ ho¹ch n¨m 2026", Counter({".VnTime": 17})) == "tcvn3"
    assert detect_legacy("xã") is None


@pytest.mark.parametrize(("font", "encoding"), [
    (".VnTime", "tcvn3"), ("ABCDEF+.VnArialH", "tcvn3"), (".vntimeh", "tcvn3"), ("VNI-Times", "vni"), ("'VNI-Helve'", "vni"),
    ("Times New Roman", None), ("Vnitalic", None), (None, None), ("", None),
])
def test_font_names(font: str | None, encoding: str | None) -> None:
    assert font_encoding(font) == encoding


def test_capital_fonts_give_capitals() -> None:
    assert capital_font(".VnTimeH") and not capital_font(".VnTime") and not capital_font("VNI-TimesH")
    assert convert_run("ñy ban nh©n d©n", ".VnTimeH", "tcvn3", by_fonts=True) == "ỦY BAN NHÂN DÂN"


def test_other_fonts_and_unicode_letters_are_not_converted() -> None:
    assert convert_run("xã", "Times New Roman", "tcvn3", by_fonts=True) == "xã"
    assert convert_run("Ủy ban xã", ".VnTime", "tcvn3", by_fonts=True) == "Ủy ban xã"
    assert convert_run("x·", "Times New Roman", "tcvn3", by_fonts=False) == "xã"


def test_document_is_converted_whole() -> None:
    def line(text: str) -> Line:
        return Line(text, Place(path="p1"), bold=True)

    table = Table([Cell(0, 0, [line("NhiÖm vô")])], 1, 1, Place(path="t1"), "markup", repeated=[line("§¬n vÞ")])
    doc = convert_document(Document("a.docx", "docx", [line("KÕ ho¹ch"), table]), "tcvn3")
    assert [x.text for x in doc.lines()] == ["Kế hoạch", "Đơn vị", "Nhiệm vụ"]
    assert next(iter(doc.lines())).bold is True
    assert [note.kind for note in doc.notes] == ["legacy-font"] and "TCVN3" in doc.notes[0].message


def test_unknown_encoding_is_an_error() -> None:
    with pytest.raises(ValueError, match="viscii2"):
        convert("x", "viscii2")


@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    detect_legacy(text, Counter({".VnTime": 3}))
    for encoding in ("tcvn3", "vni"):
        assert isinstance(convert(text, encoding), str)


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=200))
def test_ascii_never_changes(text: str) -> None:
    assert convert(text, "tcvn3") == text == convert(text, "vni")
