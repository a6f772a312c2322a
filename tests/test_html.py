"""HTML → Document: encodings by evidence, Word's lists and conditional comments, tables with spans, MHTML."""

from __future__ import annotations

import base64
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Document, Table
from extractors.errors import UnreadableDocument
from extractors.html_reader import read_html

PHRASE = "Ủy ban nhân dân xã ban hành Kế hoạch chuyển đổi số năm 2026, tỷ lệ đạt 90%"


def read(text: str) -> Document:
    return read_html(text.encode("utf-8"), "kh.html")


def texts(doc: Document) -> list[str]:
    return [line.text for line in doc.lines()]


def rows(doc: Document) -> list[list[str]]:
    [table] = [b for b in doc.blocks if isinstance(b, Table)]
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


def cp1258(text: str) -> bytes:
    """windows-1258: tones as marks of their own, â ê ô ă ơ ư as letters."""
    out = b""
    for ch in unicodedata.normalize("NFC", text):
        nfd = unicodedata.normalize("NFD", ch)
        tones = [c for c in nfd if c in "\u0300\u0301\u0303\u0309\u0323"]
        base = unicodedata.normalize("NFC", "".join(c for c in nfd if c not in tones))
        out += (base + "".join(tones)).encode("cp1258")
    return out


PAGE = '<html><head><meta http-equiv=Content-Type content="text/html; charset={}"><title>x</title></head><body><p>{}</p></body></html>'
ENCODINGS = [
    ("utf-8", PAGE.format("utf-8", PHRASE).encode()),
    ("utf-8 without declaration", f"<html><p>{PHRASE}</p></html>".encode()),
    ("utf-8 declared as 1252", PAGE.format("windows-1252", PHRASE).encode()),
    ("utf-8 with mark", PAGE.format("windows-1258", PHRASE).encode("utf-8-sig")),
    ("utf-16 with mark", PAGE.format("unicode", PHRASE).encode("utf-16")),
    ("utf-16 bare", PAGE.format("unicode", PHRASE).encode("utf-16-le")),
    ("1258", cp1258(PAGE.format("windows-1258", PHRASE))),
    ("1258 declared as 1252", cp1258(PAGE.format("windows-1252", PHRASE))),
    ("1258 declared as something unknown", cp1258(PAGE.format("x-vn-unknown", PHRASE))),
    ("entities", PAGE.format("us-ascii", "".join(c if c.isascii() else f"&#{ord(c)};" for c in PHRASE)).encode()),
]


@pytest.mark.parametrize("data", [x[1] for x in ENCODINGS], ids=[x[0] for x in ENCODINGS])
def test_encodings(data: bytes) -> None:
    assert [unicodedata.normalize("NFC", t) for t in texts(read_html(data, "a.html"))] == [PHRASE]


WORD_LIST = ("<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'><![if !supportLists]><span style='{font}mso-list:Ignore'>"
             "{mark}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Nội dung</p>")
MARKS = [
    ("1.", "", 1, "1. Nội dung", 0), ("a)", "", 2, "a) Nội dung", 1), ("-", "", 1, "- Nội dung", 0), ("+", "", 2, "+ Nội dung", 1),
    ("·", "font-family:Symbol;", 1, "- Nội dung", 0), ("o", 'font-family:"Courier New";', 1, "- Nội dung", 0),
    ("§", "font-family:Wingdings;", 3, "- Nội dung", 2), ("2.1.", "", 2, "2.1. Nội dung", 1),
]


@pytest.mark.parametrize(("mark", "font", "level", "text", "depth"), MARKS)
def test_word_list_markers(mark: str, font: str, level: int, text: str, depth: int) -> None:
    [line] = read(WORD_LIST.format(mark=mark, font=font, level=level)).lines()
    assert (line.text, line.level) == (text, depth)


@pytest.mark.parametrize(("markup", "expected"), [
    ("<ul><li>a<li>b</ul>", ["- a", "- b"]),
    ("<ol><li>a</li><li>b</li></ol>", ["1. a", "2. b"]),
    ("<ol type=a start=3><li>x</li><li value=7>y</li></ol>", ["c) x", "g) y"]),
    ("<ol type=I><li><p>x</p></li></ol>", ["I. x"]),
    ("<ol style='list-style-type:lower-roman'><li>x<ul><li>y</li></ul></li></ol>", ["i. x", "- y"]),
    ("<ul style='list-style-type:none'><li>x</li></ul>", ["- x"]),
])
def test_lists(markup: str, expected: list[str]) -> None:
    assert texts(read(markup)) == expected


@pytest.mark.parametrize(("markup", "expected"), [
    ("<!--[if gte mso 9]><xml><p>X</p></xml><![endif]--><p>a</p>", ["a"]),
    ("<!--[if !mso]><!--><p>a</p><!--<![endif]-->", ["a"]),
    ("<p>a<!-- ghi chú --> b</p>", ["a b"]),
    ("<!--[if never closed<p>x</p>", []),
    ("<style>p{color:red}</style><script>var x='X'</script><p>a</p>", ["a"]),
    ("<p>a <span style='display:none'>X</span><del>X</del><ins>b</ins></p>", ["a b"]),
    ("<p>a\n   b&nbsp;c</p>", ["a b\xa0c"]),
    ("<p>MỤC<o:p></o:p> TIÊU <st1:place>xã</st1:place></p>", ["MỤC TIÊU xã"]),
    ("<div>a<p>b</p>c</div>", ["a", "b", "c"]),
    ("<p>- Một;<br>- Hai;</p>", ["- Một;", "- Hai;"]),
    ("<pre>a\n  b</pre>", ["a", "b"]),
    ("<p style='text-transform:uppercase'>kế hoạch</p>", ["KẾ HOẠCH"]),
    ("<p>đạt <span style='font-family:Symbol'>\uf0b3</span> 90%</p>", ["đạt ≥ 90%"]),
    ("", []),
    ("chỉ có chữ", ["chỉ có chữ"]),
])
def test_text(markup: str, expected: list[str]) -> None:
    assert texts(read(markup)) == expected


def test_styles_of_elements_and_sheets() -> None:
    doc = read("<style>p.Tieu, .giua {text-align:center; font-weight:bold} </style><p class=Tieu>A</p><p class=giua style='font-size:14.0pt'>B</p>"
               "<p align=right><i>C</i></p><p style='margin-left:36.0pt;text-indent:-18pt'><b>D</b> thường</p>")
    assert [(x.bold, x.italic, x.align, x.size, x.indent) for x in doc.lines()] == [
        (True, False, "center", None, None), (True, False, "center", 14.0, None), (False, True, "right", None, None), (False, False, None, None, 18.0)]


def test_table_spans() -> None:
    doc = read("<table border=1><tr><td rowspan=2>TT</td><td rowspan=2>Việc</td><td colspan=2>Đơn vị</td></tr><tr><td>Chủ trì</td><td>Phối hợp</td></tr>"
               "<tr><td>1</td><td><p>A</p><p>B</p></td><td rowspan=9>X</td><td>Y</td></tr><tr><td>2</td><td>C</td><td>Z</td></tr></table>")
    assert rows(doc) == [["TT", "Việc", "Đơn vị", "Đơn vị"], ["TT", "Việc", "Chủ trì", "Phối hợp"], ["1", "A B", "X", "Y"], ["2", "C", "X", "Z"]]


def test_table_head_and_paths() -> None:
    doc = read("<p>x</p><table border=1><caption>Bảng 1</caption><thead><tr><th>TT</th><th>Việc</th><th>Ai</th></tr></thead><tbody><tr><td>1</td><td>A</td><td>X</td></tr></tbody></table>")
    [table] = [b for b in doc.blocks if isinstance(b, Table)]
    assert table.header_rows == 1
    assert [x.place.path for x in doc.lines()][:3] == ["p1", "p2", "t1/r1/c1/p1"]
    assert texts(doc)[1] == "Bảng 1"


def test_letterhead_is_lines_and_nested_table_belongs_to_its_cell() -> None:
    doc = read("<table><tr><td>UBND XÃ A</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table>"
               "<table border=1><tr><td>TT</td><td>Việc</td><td>Ai</td></tr><tr><td>1</td><td>A<table><tr><td>a</td><td>b</td></tr></table></td><td>X</td></tr></table>")
    assert texts(doc)[:2] == ["UBND XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert rows(doc)[1] == ["1", "A a b", "X"]


def test_mhtml() -> None:
    body = base64.b64encode(PAGE.format("utf-8", PHRASE).encode()).decode()
    data = ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"B\"\r\n\r\n--B\r\nContent-Type: text/html; charset=\"utf-8\"\r\n"
            f"Content-Transfer-Encoding: base64\r\n\r\n{body}\r\n--B--\r\n").encode()
    assert texts(read_html(data, "a.mht")) == [PHRASE]


def test_legacy_font_page() -> None:
    doc = read("<p><font face='.VnTime'>TriÓn khai nhiÖm vô chuyÓn ®æi sè</font></p>")
    assert texts(doc) == ["Triển khai nhiệm vụ chuyển đổi số"]
    assert [n.kind for n in doc.notes] == ["legacy-font"]


@pytest.mark.parametrize(("legacy", "text"), [
    ("huyÖn, huyÒn, tuyÒn, ®Ò ¸n ®µo t¹o, ®iÒu kiÖn, quyÒn h¹n, nhiÒu chuyÓn ®æi, ph¸t triÓn ®Þa bµn x·, v¨n ho¸, gi¸o dôc",
     "huyện, huyền, tuyền, đề án đào tạo, điều kiện, quyền hạn, nhiều chuyển đổi, phát triển địa bàn xã, văn hoá, giáo dục"),
    ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp, Töï do, Haïnh phuùc, ñieàu kieän, thöïc hieän nhieäm vuï",
     "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập, Tự do, Hạnh phúc, điều kiện, thực hiện nhiệm vụ"),
])
def test_legacy_bytes_without_declaration(legacy: str, text: str) -> None:
    assert texts(read_html(f"<html><p>{legacy}</p></html>".encode("cp1252"), "a.html")) == [text]


def test_deep_nesting_is_survived_and_kept() -> None:
    doc = read("<div>" * 2000 + "đáy" + "</div>" * 2000)
    assert "đáy" in "".join(texts(doc))


def test_endless_nesting_is_damage_not_silence() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read("<div>" * 5000 + "đáy")
    assert caught.value.reason == "damaged"


def test_too_large() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_html(b" " * (64 * 1024 * 1024 + 1), "a.html")
    assert caught.value.reason == "too-large"


@given(st.binary(max_size=400))
def test_any_bytes_are_survived(data: bytes) -> None:
    assert read_html(b"<html>" + data, "a.html").format == "html"
