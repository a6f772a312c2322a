"""DOCX → Document: numbering, tables, fields, changes, boxes, bad files, and the sample plans against their gold records."""

from __future__ import annotations

import io
import json
import re
import sys
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from extractors.document import Document, Line, Table
from extractors.docx_reader import read_docx
from extractors.errors import UnreadableDocument
from normalizers.text import fold, nfc
from tests.docx_build import li, lvl, make_docx, numbering, p, tbl, tc, tr

DATA = Path(__file__).parent / "data"
SAMPLES = ["A/phu-trung", "A/thanh-son", "A/yen-hoa", "C/thanh-son", "E/phu-trung"]


def read(body: str, **parts: str) -> Document:
    return read_docx(make_docx(body, **parts), "kh.docx")


def texts(doc: Document) -> list[str]:
    return [line.text for line in doc.lines() if not line.furniture]


def only_table(doc: Document) -> Table:
    [table] = [b for b in doc.blocks if isinstance(b, Table)]
    return table


def rows(table: Table) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


# -- numbering

FORMATS = [
    ("decimal", "%1.", ["1. x", "2. x", "3. x"]),
    ("decimalZero", "%1)", ["01) x", "02) x", "03) x"]),
    ("lowerLetter", "%1)", ["a) x", "b) x", "c) x"]),
    ("upperLetter", "%1.", ["A. x", "B. x", "C. x"]),
    ("upperRoman", "%1.", ["I. x", "II. x", "III. x"]),
    ("lowerRoman", "(%1)", ["(i) x", "(ii) x", "(iii) x"]),
    ("decimal", "Điều %1.", ["Điều 1. x", "Điều 2. x", "Điều 3. x"]),
    ("bullet", "-", ["- x", "- x", "- x"]),
    ("bullet", "+", ["+ x", "+ x", "+ x"]),
    ("bullet", "\uf0b7", ["• x", "• x", "• x"]),
    ("bullet", "\uf02d", ["- x", "- x", "- x"]),
    ("bullet", "•", ["• x", "• x", "• x"]),
    ("none", "", ["x", "x", "x"]),
]


@pytest.mark.parametrize(("fmt", "text", "expected"), FORMATS)
def test_list_formats_print_as_word_prints_them(fmt: str, text: str, expected: list[str]) -> None:
    num = numbering({0: lvl(0, fmt, text)}, {1: (0, "")})
    assert texts(read(li("x", 1) * 3, numbering=num)) == expected


@pytest.mark.parametrize(("font", "sign"), [("Symbol", "•"), ("Wingdings", "•"), ("Courier New", "•")])
def test_letters_of_symbol_fonts_print_as_signs(font: str, sign: str) -> None:
    level = lvl(0, "bullet", "o").replace("</w:lvl>", f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:lvl>')
    assert texts(read(li("x", 1), numbering=numbering({0: level}, {1: (0, "")}))) == [f"{sign} x"]


MULTI = numbering({0: lvl(0, "upperRoman", "%1.") + lvl(1, "decimal", "%2.") + lvl(2, "decimal", "%2.%3.") + lvl(3, "lowerLetter", "%4)")},
                  {1: (0, ""), 2: (0, ""), 3: (0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')})


@pytest.mark.parametrize(("steps", "expected"), [
    ([(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 0), (1, 1), (1, 2)], ["I.", "1.", "2.", "2.1.", "2.2.", "II.", "1.", "1.1."]),
    ([(1, 0), (2, 0), (1, 0)], ["I.", "II.", "III."]),       # two lists of one abstract list count on together
    ([(1, 0), (1, 0), (3, 0), (3, 0)], ["I.", "II.", "V.", "VI."]),  # a start override counts anew, once
    ([(1, 2)], ["1.1."]),                                    # levels above that never printed show their start
    ([(1, 0), (1, 3), (1, 3), (1, 1), (1, 3)], ["I.", "a)", "b)", "1.", "a)"]),
    ([(9, 0)], [""]),                                        # a list that is not there prints nothing
])
def test_levels_count_and_restart(steps: list[tuple[int, int]], expected: list[str]) -> None:
    doc = read("".join(li("x", num, level) for num, level in steps), numbering=MULTI)
    assert texts(doc) == [f"{marker} x".strip() for marker in expected]


def test_restart_never_and_legal_numbers() -> None:
    num = numbering({0: lvl(0, "upperRoman", "%1.") + lvl(1, "decimal", "%1.%2", '<w:lvlRestart w:val="0"/><w:isLgl/>')}, {1: (0, "")})
    doc = read(li("x", 1) + li("x", 1, 1) + li("x", 1) + li("x", 1, 1), numbering=num)
    assert texts(doc) == ["I. x", "1.1 x", "II. x", "2.2 x"]


def test_numbers_of_styles_and_switched_off() -> None:
    styles = ('<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
              '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>')
    num = numbering({0: lvl(0, "upperRoman", "%1.", '<w:pStyle w:val="H1"/>') + lvl(1, "decimal", "%2.", '<w:pStyle w:val="H2"/>')}, {1: (0, "")})
    body = (p("x", '<w:pStyle w:val="H1"/>') + p("x", '<w:pStyle w:val="H2"/>') + p("x", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
            + p("x", '<w:pStyle w:val="H1"/>'))
    doc = read(body, styles=styles, numbering=num)
    assert texts(doc) == ["I. x", "1. x", "x", "II. x"]
    assert [line.level for line in doc.lines()] == [0, 1, None, 0]


def test_level_replaced_in_the_list_itself() -> None:
    over = f'<w:lvlOverride w:ilvl="0">{lvl(0, "lowerLetter", "%1)")}</w:lvlOverride>'
    num = numbering({0: lvl(0, "decimal", "%1.")}, {1: (0, over)})
    assert texts(read(li("x", 1), numbering=num)) == ["a) x"]


def test_number_column_without_text_prints_its_numbers() -> None:
    num = numbering({0: lvl(0, "decimal", "%1")}, {1: (0, "")})
    doc = read(tbl(tr("TT", "Nội dung", "Đơn vị"), *[tr(tc(li("", 1)), "Việc", "Phòng") for _ in range(3)]), numbering=num)
    assert [row[0] for row in rows(only_table(doc))] == ["TT", "1", "2", "3"]


# -- paragraphs and runs

def test_paragraph_facts() -> None:
    body = p("MỤC TIÊU", '<w:jc w:val="center"/><w:ind w:left="200" w:hanging="100"/>', '<w:b/><w:i w:val="0"/><w:sz w:val="28"/>')
    [line] = read(body).lines()
    assert (line.bold, line.italic, line.align, line.size, line.indent, line.whole, line.starts, line.place.path) == (
        True, False, "center", 14.0, 5.0, True, True, "p1")


def test_formats_come_from_styles_and_direct_wins() -> None:
    styles = ('<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
              '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:b/></w:rPr><w:pPr><w:jc w:val="both"/></w:pPr></w:style>'
              '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>')
    doc = read(p("x", '<w:pStyle w:val="B"/>') + p("x", '<w:pStyle w:val="B"/>', '<w:b w:val="false"/>'), styles=styles)
    assert [(x.bold, x.align, x.size) for x in doc.lines()] == [(True, "justify", 12.0), (False, "justify", 12.0)]


@pytest.mark.parametrize(("text", "expected"), [
    ("- Một;\n- Hai;\n+ Ba.", [("- Một;", True, True), ("- Hai;", True, True), ("+ Ba.", True, True)]),
    ("Triển khai\nthực hiện", [("Triển khai", True, False), ("thực hiện", False, False)]),
    ("KẾ HOẠCH\nTriển khai", [("KẾ HOẠCH", True, False), ("Triển khai", None, False)]),
    ("Xong việc.\nPhòng Kinh tế làm.", [("Xong việc.", True, True), ("Phòng Kinh tế làm.", True, True)]),
])
def test_soft_breaks_part_lines_by_evidence(text: str, expected: list[tuple[str, bool | None, bool]]) -> None:
    assert [(x.text, x.starts, x.whole) for x in read(p(text)).lines()] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("UBND XÃ A\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ["UBND XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
    ("Số: 1/KH-UBND\tĐộc lập – Tự do – Hạnh phúc", ["Số: 1/KH-UBND", "Độc lập – Tự do – Hạnh phúc"]),
    ("Nơi nhận:\tTM. ỦY BAN NHÂN DÂN", ["Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"]),
    ("- Như trên;\tCHỦ TỊCH", ["- Như trên;", "CHỦ TỊCH"]),
    ("- Phấn đấu\tđạt 90%;", ["- Phấn đấu\tđạt 90%;"]),
    ("1.\tMục tiêu", ["1.\tMục tiêu"]),
    ("\tThụt đầu dòng", ["Thụt đầu dòng"]),
])
def test_columns_made_with_tabs(text: str, expected: list[str]) -> None:
    doc = read(p(text))
    assert texts(doc) == expected
    assert all(line.starts and line.whole for line in doc.lines())


def test_documents_of_python_docx() -> None:
    import docx

    made = docx.Document()
    made.add_heading("MỤC TIÊU", 1)
    for style in ("List Bullet", "List Number", "List Number", "List Bullet 2"):
        made.add_paragraph("x", style=style)
    table = made.add_table(rows=2, cols=3)
    table.style = "Table Grid"
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], ["TT", "Việc", "Ai", "1", "A", "X"], strict=True):
        cell.text = text
    out = io.BytesIO()
    made.save(out)
    doc = read_docx(out.getvalue(), "a.docx")
    assert texts(doc) == ["MỤC TIÊU", "• x", "1. x", "2. x", "• x", "TT", "Việc", "Ai", "1", "A", "X"]
    assert rows(only_table(doc)) == [["TT", "Việc", "Ai"], ["1", "A", "X"]]


RUNS = [
    ("page break", '<w:r><w:t>a </w:t><w:lastRenderedPageBreak/><w:t>b</w:t></w:r>', ["a b"]),
    ("deleted", '<w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>X</w:delText></w:r></w:del><w:ins><w:r><w:t>b</w:t></w:r></w:ins>', ["ab"]),
    ("moved", '<w:moveFrom><w:r><w:t>X</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>b</w:t></w:r></w:moveTo>', ["b"]),
    ("hidden", '<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>X</w:t></w:r>', ["a"]),
    ("capitals", '<w:r><w:rPr><w:caps/></w:rPr><w:t>kế hoạch</w:t></w:r>', ["KẾ HOẠCH"]),
    ("link", '<w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag>', ["ab"]),
    ("content control", '<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>', ["a"]),
    ("simple field", '<w:fldSimple w:instr="DATE"><w:r><w:t>2026</w:t></w:r></w:fldSimple>', ["2026"]),
    ("field", '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText><w:t>X</w:t><w:fldChar w:fldCharType="separate"/>'
              '<w:t>kết quả</w:t><w:fldChar w:fldCharType="end"/><w:t> sau</w:t></w:r>', ["kết quả sau"]),
    ("symbols", '<w:r><w:t>đạt </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t xml:space="preserve"> 90%</w:t></w:r>', ["đạt ≥ 90%"]),
    ("symbol letters", '<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0a3</w:t></w:r><w:r><w:t> 5%</w:t></w:r>', ["≤ 5%"]),
    ("hyphen", '<w:r><w:t>57</w:t><w:noBreakHyphen/><w:t>NQ/TW</w:t></w:r>', ["57-NQ/TW"]),
    ("formula", '<m:oMath><m:r><m:t>≥ 90%</m:t></m:r></m:oMath>', ["≥ 90%"]),
    ("note mark", '<w:r><w:t>90%</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>', ["90%"]),
]


@pytest.mark.parametrize(("inner", "expected"), [r[1:] for r in RUNS], ids=[r[0] for r in RUNS])
def test_what_a_run_prints(inner: str, expected: list[str]) -> None:
    assert texts(read(f"<w:p>{inner}</w:p>")) == expected


def test_field_that_nobody_closes_does_not_swallow_the_rest() -> None:
    open_field = '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText></w:r></w:p>'
    assert texts(read(open_field + p("sau"))) == ["sau"]


def test_tracked_changes_and_hidden_text_are_said() -> None:
    body = '<w:p><w:ins><w:r><w:t>b</w:t></w:r></w:ins><w:del><w:r><w:delText>X</w:delText></w:r></w:del></w:p>' + p("ẩn", rpr="<w:vanish/>")
    doc = read(body)
    assert [note.kind for note in doc.notes] == ["tracked-changes", "hidden-text"]
    assert read(p("a")).notes == []


def test_deleted_paragraph_end_joins_the_next_paragraph() -> None:
    body = p("Triển khai ", "<w:rPr><w:del/></w:rPr>") + p("thực hiện") + p("Khác")
    assert texts(read(body)) == ["Triển khai thực hiện", "Khác"]


@pytest.mark.parametrize(("size", "kinds"), [(5_000_000, ["picture"]), (900_000, [])])
def test_pasted_pages_are_said_to_be_unread(size: int, kinds: list[str]) -> None:
    picture = f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="{size}" cy="{size}"/><a:graphic><a:blip/></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    assert [note.kind for note in read(p("x") + picture).notes] == kinds


BOX = ('<w:p><w:r><w:t>trước</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>'
       '</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape>'
       '</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>')


def test_text_box_is_read_once_and_after_its_paragraph() -> None:
    doc = read(BOX.format(p("DỰ THẢO")) + p("sau"))
    assert [(x.text, x.place.path) for x in doc.lines()] == [("trước", "p1"), ("DỰ THẢO", "p1/x1/p1"), ("sau", "p2")]


def test_headers_footers_and_notes_are_furniture() -> None:
    notes = f'<w:footnote w:type="separator" w:id="0">{p("---")}</w:footnote><w:footnote w:id="2">{p("Theo Nghị quyết")}</w:footnote>'
    doc = read(p("thân"), header1=p("Đầu trang"), footer1=p("Chân trang"), footnotes=notes)
    assert [(x.text, x.furniture, x.place.path) for x in doc.lines()] == [
        ("Đầu trang", True, "h1/p1"), ("thân", False, "p1"), ("Chân trang", True, "f1/p1"), ("Theo Nghị quyết", True, "fn2/p1")]


def test_text_of_a_digital_signature_is_furniture() -> None:
    doc = read(p("Người ký: UBND XÃ A") + p("Email: a@tinh.gov.vn") + p("Thời gian ký: 22.11.2025 16:32:53 +07:00") + p("UBND XÃ A") + p("KẾ HOẠCH"))
    assert [x.furniture for x in doc.lines()] == [True, True, True, False, False]


def test_letterhead_in_a_page_header_is_the_documents_own() -> None:
    doc = read(p("thân"), header1=tbl(tr("UBND XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), borders=False))
    assert texts(doc)[:2] == ["UBND XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


# -- tables

def test_spans_and_merges() -> None:
    table = only_table(read(tbl(
        tr(tc("TT", merge="restart"), tc("Nhiệm vụ", merge="restart"), tc("Đơn vị", span=2)),
        tr(tc("bỏ", merge="continue"), tc("", merge="continue"), "Chủ trì", "Phối hợp"),
        tr("1", "Việc A", tc("Phòng X", merge="restart"), "Y"),
        tr("2", "Việc B", tc("", merge="continue"), "Z"),
        tr("I", tc("Nhóm", span=3)),
    )))
    assert rows(table) == [["TT", "Nhiệm vụ", "Đơn vị", "Đơn vị"], ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp"],
                           ["1", "Việc A", "Phòng X", "Y"], ["2", "Việc B", "Phòng X", "Z"], ["I", "Nhóm", "Nhóm", "Nhóm"]]
    assert sum(cell.text == "Phòng X" for cell in table.cells) == 1


def test_columns_whose_edges_all_but_coincide_are_one() -> None:
    # Dragging a border in Word leaves a grid of five columns where the reader sees three.
    wide = tbl(tr("TT", "Nội dung", tc("Đơn vị", span=3)), tr("1", tc("Việc A", span=2), tc("X", span=2)),
               tr("2", tc("Việc B", span=3), "Y"), widths=(500, 3000, 60, 80, 2000))
    table = only_table(read(wide))
    assert (table.n_cols, rows(table)) == (3, [["TT", "Nội dung", "Đơn vị"], ["1", "Việc A", "X"], ["2", "Việc B", "Y"]])


def test_header_rows_as_marked() -> None:
    head = "<w:tblHeader/>"
    table = only_table(read(tbl(tr("TT", "Việc", "Ai", props=head), tr("(1)", "(2)", "(3)", props=head), tr("1", "A", "X"))))
    assert table.header_rows == 2


def test_header_rows_reach_as_far_as_their_cells() -> None:
    head = tr(tc("TT", merge="restart"), tc("Việc", merge="restart"), tc("Đơn vị", 2), props="<w:tblHeader/>")
    below = tr(tc("", merge="continue"), tc("", merge="continue"), "Chủ trì", "Phối hợp")
    assert only_table(read(tbl(head, below, tr("1", "A", "X", "Y")))).header_rows == 2


GRIDS = [
    ("edges that drift", tbl(tr("TT", "Việc", tc("Ai", 2), "Với ai", "Hạn"), tr("1", tc("A", 2), "X", "Y", "Z"), tr("2", tc("B", 2), "X", "Y", "Z"),
                             tr("3", "C", tc("X", 2), "Y", "Z"), tr("4", "D", tc("X", 2), "Y", "Z"), widths=(600, 3000, 700, 1500, 1500, 1500)),
     [["TT", "Việc", "Ai", "Với ai", "Hạn"], *([n, a, "X", "Y", "Z"] for n, a in ("1A", "2B", "3C", "4D"))]),
    ("empty start", tbl(tr("TT", "Việc", "Hạn"), tr("A", "B", props='<w:gridBefore w:val="1"/>')), [["TT", "Việc", "Hạn"], ["", "A", "B"]]),
    ("short row", tbl(tr("TT", "Việc", "Hạn"), tr("1", "A"), tr("2", "B", "C")), [["TT", "Việc", "Hạn"], ["1", "A", ""], ["2", "B", "C"]]),
    ("controls around rows and cells", tbl(tr("TT", "A", "B"), f"<w:sdt><w:sdtContent>{tr('1', 'x', 'y')}</w:sdtContent></w:sdt>",
                                          f"<w:tr>{tc('2')}<w:sdt><w:sdtContent>{tc('q')}</w:sdtContent></w:sdt>{tc('r')}</w:tr>"),
     [["TT", "A", "B"], ["1", "x", "y"], ["2", "q", "r"]]),
]


@pytest.mark.parametrize(("xml", "expected"), [x[1:] for x in GRIDS], ids=[x[0] for x in GRIDS])
def test_grids_as_they_look(xml: str, expected: list[list[str]]) -> None:
    assert rows(only_table(read(xml))) == expected


def test_table_cell_lines_have_paths() -> None:
    table = only_table(read(p("x") + tbl(tr("TT", "Việc", "Ai"), tr("1", tc(p("A") + p("B")), "X"))))
    assert [(x.text, x.place.path) for x in table.lines()][4:6] == [("A", "t1/r2/c2/p1"), ("B", "t1/r2/c2/p2")]


def test_nested_table_goes_into_its_cell() -> None:
    inner = tbl(tr("a", "b"), tr("c", "d"))
    table = only_table(read(tbl(tr("TT", "Việc", "Ai"), tr("1", tc(p("Gồm:") + inner + p()), "X"), tr("2", "B", "Y"))))
    assert rows(table)[1] == ["1", "Gồm: a b c d", "X"]


LETTERHEAD = tr(tc(p("ỦY BAN NHÂN DÂN") + p("XÃ A")), tc(p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Độc lập - Tự do - Hạnh phúc")))
LAYOUTS = [
    ("letterhead", tbl(LETTERHEAD, tr("Số: 12/KH-UBND", "A, ngày 5 tháng 1 năm 2026"), borders=False), 6),
    ("letterhead, ruled", tbl(LETTERHEAD, tr("Số: 12/KH-UBND", "A, ngày 5 tháng 1 năm 2026")), 6),
    ("party letterhead", tbl(tr("ĐẢNG BỘ TỈNH B", "ĐẢNG CỘNG SẢN VIỆT NAM"), borders=False), 2),
    ("signature", tbl(tr(tc(p("Nơi nhận:") + p("- Như trên;")), tc(p("TM. ỦY BAN NHÂN DÂN") + p("CHỦ TỊCH"))), borders=False), 4),
    ("signature with spacer", tbl(tr("Nơi nhận:", "", "KT. CHỦ TỊCH"), tr("", "", "Nguyễn Văn A"), borders=False), 3),
    ("single row without rules", tbl(tr("NGƯỜI LẬP", "", "NGƯỜI DUYỆT"), borders=False), 2),
    ("frame", tbl(tr(tc(p("Khung") + p("có chữ")))), 2),
    ("one column", tbl(tr("a"), tr("b")), 2),
]


@pytest.mark.parametrize(("xml", "count"), [x[1:] for x in LAYOUTS], ids=[x[0] for x in LAYOUTS])
def test_layout_tables_are_lines(xml: str, count: int) -> None:
    doc = read(xml)
    assert all(isinstance(block, Line) for block in doc.blocks)
    assert len(doc.blocks) == count


def test_table_inside_a_frame_stays_a_table() -> None:
    inner = tbl(tr("TT", "Việc", "Ai"), tr("1", "A", "X"))
    doc = read(tbl(tr(tc(p("PHỤ LỤC") + inner + p()))))
    assert doc.blocks[0].text == "PHỤ LỤC" and rows(only_table(doc)) == [["TT", "Việc", "Ai"], ["1", "A", "X"]]  # type: ignore[union-attr]


DATA_TABLES = [
    tbl(tr("TT", "Nội dung", "Nơi nhận"), tr("1", "Báo cáo", "Phòng Kinh tế"), tr("2", "Kế hoạch", "Công an xã")),
    tbl(tr("TT", "Chỉ tiêu", "Kết quả"), tr("1", "DVC", "90%"), borders=False),
    tbl(tr("Chỉ tiêu", "2026"), tr("Tỷ lệ hồ sơ", "90%"), tr("Tỷ lệ chữ ký số", "50%"), borders=False),
    tbl(tr("Chỉ tiêu", "2026"), tr("Tỷ lệ hồ sơ", "90%")),
]


@pytest.mark.parametrize("xml", DATA_TABLES)
def test_data_tables_stay_tables(xml: str) -> None:
    assert only_table(read(xml)).n_rows >= 2


def test_split_table_is_joined_and_its_second_header_kept_aside() -> None:
    head = tr("TT", "Việc", "Ai")
    table = only_table(read(tbl(head, tr("1", "A", "X")) + p() + tbl(head, tr("2", "B", "Y"))))
    assert rows(table) == [["TT", "Việc", "Ai"], ["1", "A", "X"], ["2", "B", "Y"]]
    assert [x.text for x in table.repeated] == ["TT", "Việc", "Ai"]


def test_tables_with_words_between_stay_apart() -> None:
    head = tr("TT", "Việc", "Ai")
    doc = read(tbl(head, tr("1", "A", "X")) + p("Phụ lục 2") + tbl(head, tr("1", "B", "Y")))
    assert sum(isinstance(b, Table) for b in doc.blocks) == 2


def test_deleted_rows_are_out() -> None:
    table = only_table(read(tbl(tr("TT", "Việc", "Ai"), tr("1", "A", "X", props="<w:del/>"), tr("2", "B", "Y"))))
    assert [row[0] for row in rows(table)] == ["TT", "2"]


def _calls(n_rows: int) -> int:
    data = make_docx(tbl(tr("TT", "Việc", "Ai", "Với ai", "Kết quả", "Hạn"), *[tr(str(n), "Việc", "X", "Y", "Z", "2026") for n in range(n_rows)]))
    count = 0

    def tick(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        doc = read_docx(data, "kh.docx")
    finally:
        sys.setprofile(None)
    assert only_table(doc).n_rows == n_rows + 1
    return count


def test_long_tables_cost_a_constant_per_row() -> None:
    _calls(5)  # imports and caches
    assert _calls(800) < 4.4 * _calls(200)


def test_table_of_2000_rows_is_complete() -> None:
    doc = read(tbl(tr("TT", "Việc", "Ai"), *[tr(str(n), f"Việc {n}", "X") for n in range(2000)]))
    assert [row[1] for row in rows(only_table(doc))][1:] == [f"Việc {n}" for n in range(2000)]


# -- packages

def test_strict_ooxml_reads_like_transitional() -> None:
    num = numbering({0: lvl(0, "upperRoman", "%1.")}, {1: (0, "")})
    body = li("MỤC TIÊU", 1) + tbl(tr("TT", "Việc", "Ai"), tr("1", "A", "X"))
    loose, strict = (read_docx(make_docx(body, strict=s, numbering=num), "kh.docx") for s in (False, True))
    assert texts(strict) == texts(loose) == ["I. MỤC TIÊU", "TT", "Việc", "Ai", "1", "A", "X"]


def test_packages_that_python_docx_refuses() -> None:
    rel = '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="NULL"/>'
    num = numbering({0: lvl(0, "decimal", "%1.")}, {1: (0, "")})
    dangling = make_docx(li("x", 1), rels=rel, numbering=num)
    macro = make_docx(li("x", 1), main_type="document.macroEnabled.main+xml", numbering=num)
    assert texts(read_docx(dangling, "a.docx")) == texts(read_docx(macro, "a.docm")) == ["1. x"]


def _zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in files.items():
            archive.writestr(name, blob)
    return out.getvalue()


ENTITIES = (b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">' + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
            + b']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>')
BAD = [
    ("cut off", make_docx(p("x" * 5000))[:700], "damaged"),
    ("no zip", b"PK\x03\x04 nothing", "damaged"),
    ("no document", _zip({"a.txt": b"x"}), "not-a-document"),
    ("broken xml", _zip({"word/document.xml": b"<w:document><w:body>"}), "damaged"),
    ("no body", _zip({"word/document.xml": b"<a/>"}), "damaged"),
    ("password", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "encrypted"),
    ("smaller bomb", _zip({"word/document.xml": b"<w:p/>" * (3 * 1024 * 1024)}), "too-large"),
    ("bomb", _zip({"word/document.xml": b" " * (49 * 1024 * 1024)}), "too-large"),
]


@pytest.mark.parametrize(("data", "reason"), [x[1:] for x in BAD], ids=[x[0] for x in BAD])
def test_bad_files_say_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_docx(data, "kh.docx")
    assert caught.value.reason == reason
    assert caught.value.advice and caught.value.source == "kh.docx"


def test_entities_are_not_expanded() -> None:
    try:
        doc = read_docx(_zip({"word/document.xml": ENTITIES}), "kh.docx")
    except UnreadableDocument as exc:
        assert exc.reason == "damaged"
    else:
        assert sum(len(line.text) for line in doc.lines()) < 100


def test_legacy_font_runs_are_converted_by_font() -> None:
    def run(text: str, font: str) -> str:
        return p(text, rpr=f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')

    body = run("kÕ ho¹ch", ".VnTimeH") + run("TriÓn khai nhiÖm vô chuyÓn ®æi sè n¨m 2026", ".VnTime") + run("Đã hoàn thành", "Times New Roman")
    doc = read(body)
    assert texts(doc) == ["KẾ HOẠCH", "Triển khai nhiệm vụ chuyển đổi số năm 2026", "Đã hoàn thành"]
    assert [note.kind for note in doc.notes] == ["legacy-font"]


# -- the sample plans

def _fold(text: object) -> str:
    out = fold(nfc(str(text or "")))
    return re.sub(r"\s*([-/&,;:.()])\s*", r"\1", out).strip(" .;,")


@pytest.fixture(scope="module", params=SAMPLES)
def sample(request: pytest.FixtureRequest) -> tuple[Document, dict[str, list[dict[str, object]]], Path]:
    path = DATA / "documents" / f"{request.param}.docx"
    gold = json.loads((DATA / "gold" / f"{request.param.split('/')[1]}.json").read_text(encoding="utf-8"))
    return read_docx(path, path.name), gold, path


def test_every_gold_record_stands_in_the_document(sample: tuple[Document, dict, Path]) -> None:  # type: ignore[type-arg]
    doc, gold, _ = sample
    grid = [[_fold(cell.text) if cell else "" for cell in row] for b in doc.blocks if isinstance(b, Table) for row in b.grid()]
    prose = [_fold(b.text) for b in doc.blocks if isinstance(b, Line)]
    missing = []
    for kind, key in (("targets", "indicator"), ("tasks", "text")):
        for record in gold[kind]:
            wordings = [_fold(t) for t in [record[key], *record.get("alt", {}).get(key, [])]]
            if record["origin"] == "table":
                others = [[record.get("result"), *record.get("alt", {}).get("result", [])], [(record["deadline"] or {}).get("raw")]]
                found = any(any(t in cell for t in wordings for cell in row)
                            and all(any(_fold(o) in cell for o in options if o for cell in row) for options in others if options[0])
                            for row in grid)
            else:
                found = any(t in text for t in wordings for text in [*prose, *(cell for row in grid for cell in row)])
            if not found:
                missing.append(record["id"])
    # One indicator of a sample is put together from two places of its sentence.
    assert len(missing) <= 1


def test_every_character_is_read_once(sample: tuple[Document, dict, Path]) -> None:  # type: ignore[type-arg]
    doc, _, path = sample
    with zipfile.ZipFile(path) as archive:
        parts = [n for n in archive.namelist() if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", n)]
        raw = "".join("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", archive.read(n).decode("utf-8"))) for n in parts)
    for name, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        raw = raw.replace(name, sign)
    want = Counter(c for c in unicodedata.normalize("NFC", raw) if not c.isspace())
    got = Counter(c for line in doc.lines() for c in unicodedata.normalize("NFC", line.text) if not c.isspace())
    missing, added = want - got, got - want
    assert not missing
    # What is added can only be the markers of automatic lists.
    assert set(added) <= set("-+.)") | set("IVX0123456789")


def test_word_lists_print_the_markers_of_the_plain_file() -> None:
    plain, lists = (read_docx(DATA / "documents" / x / "thanh-son.docx", "x") for x in "AC")
    assert [_fold(x.text) for x in plain.lines()][:60] == [_fold(x.text) for x in lists.lines()][:60]


def test_letterheads_of_the_samples_are_no_tables(sample: tuple[Document, dict, Path]) -> None:  # type: ignore[type-arg]
    doc, _, _ = sample
    assert all(b.n_cols == 6 for b in doc.blocks if isinstance(b, Table))
