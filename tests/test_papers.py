"""baocao.docx and the letters: layout of Nghị định 30/2020, what each commune must hear, the same bytes every time."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

import pytest

from pipeline.charts import bar_chart, charted, spread_chart
from pipeline.docx_paper import Paper
from pipeline.letters import letter_names, letters
from pipeline.overview import file_names
from pipeline.records import Finding
from pipeline.report_docx import report_docx
from tests.desk import EVIL, five, hostile_plans, view_of, zip_dates
from tests.plans import plan

LETTERS = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ0123456789≥≤–“”…%"


def opened(data: bytes) -> Any:
    from docx import Document

    return Document(io.BytesIO(data))


def text_of(document: Any) -> str:
    return "\n".join(node.text or "" for node in document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"))


@lru_cache(maxsize=1)
def report() -> Any:
    return opened(report_docx(five()))


@lru_cache(maxsize=1)
def some_letters() -> dict[str, bytes]:
    view = view_of([
        plan("An", {"indicator": "phủ sóng 5G", "value": 90}, {"indicator": "chữ ký số cá nhân của người dân", "value": 50}, issue_date="2026-01"),
        plan("Bình", {"indicator": "phủ sóng 5G", "value": 70}, {"indicator": "chữ ký số cá nhân của người dân", "value": 40}),
        plan("Cường", {"indicator": "phủ sóng 5G", "value": 80}, findings=(
            Finding(kind="task-no-owner", severity="warning", source="Cường.txt", place="dòng 7", message="Không có đơn vị chủ trì", quotes=("Tuyên truyền",)),
            Finding(kind="target-no-unit", severity="info", source="Cường.txt", message="Chỉ để biết")))])
    return dict(letters(view, letter_names(view)))


def test_page_and_type_are_those_of_the_decree() -> None:
    section = report().sections[0]
    assert [round(getattr(section, f"{side}_margin").mm) for side in ("top", "bottom", "left", "right")] == [20, 20, 30, 15]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.different_first_page_header_footer and "PAGE" in section.header._element.xml
    assert report().styles["Normal"].font.name == "Times New Roman" and report().styles["Normal"].font.size.pt == 14


def test_the_report_has_its_head_its_parts_and_its_pictures() -> None:
    text = text_of(report())
    order = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BÁO CÁO", "I. PHẠM VI", "II. KẾT QUẢ", "III. NHỮNG ĐIỂM", "IV. KIẾN NGHỊ", "Nơi nhận:"]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
    assert len(report().inline_shapes) == 2
    assert [p.style.name for p in report().paragraphs if p.text.startswith("II. ")] == ["Heading 1"]
    assert all("descr=" in shape._inline.docPr.xml for shape in report().inline_shapes)


def test_the_report_tells_the_widest_difference_with_both_quotes() -> None:
    text, group = text_of(report()), five().widest[0]
    for value in (group.low, group.high):
        cell = next(c for c in group.cells if c.compared and c.value == value)
        assert cell.commune.label in text and cell.plan is not None and cell.plan.source in text
    assert f"{len(five().shared)} chỉ tiêu ở cùng một mốc" in text


def test_header_rows_repeat_on_every_page() -> None:
    bordered = [t for t in report().tables if t._tbl.xml.count("tblBorders")]
    assert bordered and all("w:tblHeader" in t.rows[0]._tr.xml for t in bordered)


def test_a_letter_lists_what_is_missing_and_doubtful() -> None:
    text = text_of(opened(some_letters()["thu/cuong.docx"]))
    assert "Ủy ban nhân dân xã Cường" in text and "(2/3 xã nêu)" in text
    assert "Không có đơn vị chủ trì" in text and "“Tuyên truyền”" in text and "dòng 7" in text
    assert "Chỉ để biết" not in text


def test_the_least_demanding_commune_hears_the_median() -> None:
    text = text_of(opened(some_letters()["thu/binh.docx"]))
    assert "≥70 %" in text and "trung vị 80" in text
    assert "tháng 01/2026" in text_of(opened(some_letters()["thu/an.docx"])) and "Chưa thấy nội dung nào" in text_of(opened(some_letters()["thu/an.docx"]))


def test_communes_of_one_name_have_letters_of_their_own() -> None:
    view = view_of([plan("An", {"indicator": "x", "value": 1}, plan_id="1", source="1.txt"), plan("Ân", {"indicator": "x", "value": 1}, plan_id="2", source="2.txt"),
                    plan("!!!", {"indicator": "x", "value": 1}, plan_id="3", source="3.txt")])
    assert file_names(["Cồn", "Aux", "Côn", "COM1", ""], "xa") == {"Cồn": "xa-con", "Aux": "xa-aux", "Côn": "xa-con-2", "COM1": "xa-com1", "": "xa"}
    assert sorted(letter_names(view).values()) == ["thu/an-2.docx", "thu/an.docx", "thu/xa.docx"]


def test_hostile_text_stays_text() -> None:
    view = view_of(hostile_plans())
    documents = [report_docx(view), *dict(letters(view, letter_names(view))).values()]
    assert all(EVIL[2] in text_of(opened(data)) for data in documents)


def test_the_same_run_gives_the_same_bytes_without_a_clock() -> None:
    data = report_docx(five())
    assert data == report_docx(five()) and zip_dates(data) == {(1980, 1, 1, 0, 0, 0)}
    core = opened(data).core_properties
    assert core.created == core.modified and core.created.year == 2025


def test_an_empty_run_gives_a_report() -> None:
    assert "Chưa có chỉ tiêu nào" in text_of(opened(report_docx(view_of([]))))


def test_charts_are_pictures_of_one_width() -> None:
    from PIL import Image

    groups = charted(five().widest)
    for data in (spread_chart(groups), bar_chart([("Quý I/2026", 3, True), ("Không nêu", 0, False)]), bar_chart([]), spread_chart([])):
        image = Image.open(io.BytesIO(data))
        assert image.format == "PNG" and image.width == 1650
    assert spread_chart(groups) == spread_chart(groups)


@pytest.mark.parametrize("style", ["regular", "bold"])
def test_the_chart_font_has_every_vietnamese_letter(style: str) -> None:
    from pipeline.charts import _font

    font = _font(40, bold=style == "bold")
    missing = bytes(font.getmask("\ue000"))
    assert [c for c in LETTERS + LETTERS.upper() if bytes(font.getmask(c)) == missing or not any(bytes(font.getmask(c)))] == []


def test_a_paper_keeps_line_breaks_and_drops_what_xml_cannot_hold() -> None:
    paper = Paper("x")
    paper.paragraph("a\nb\x00\x0b<c>")
    [found] = [p for p in opened(paper.data()).paragraphs if p.text]
    assert found.text == "a\nb<c>"
