"""Text whose table cells are parted by tabs or bars: pasted from Word, Markdown, scripts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Block, Line, Place, Table
from extractors.text_delimited import lay_out
from extractors.text_reader import read_text
from pipeline.assemble import assemble
from pipeline.records import PlanRecord

HEAD = """\
ỦY BAN NHÂN DÂN
XÃ YÊN MINH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND\tYên Minh, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Thực hiện chuyển đổi số năm 2026 trên địa bàn xã
I. NHIỆM VỤ
"""
FOOT = """\
Trên đây là Kế hoạch chuyển đổi số năm 2026, các đơn vị nghiêm túc thực hiện./.
Nơi nhận:
- Lưu: VT.\tTM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An
"""
ROWS = [
    ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"],
    ["I", "Hạ tầng số"],
    ["1", "Xây dựng kế hoạch phát triển hạ tầng số của xã", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế;\nCông an xã", "Quý I/2026"],
    ["2", "Rà soát, cập nhật dữ liệu đất đai", "Phòng Kinh tế", "", "Trước ngày\n30/6/2026"],
    ["3", "Kiểm tra an toàn thông tin các hệ thống dùng chung", "Công an xã", "Văn phòng HĐND và UBND xã", "Hằng quý"],
]
WANT = [
    ("Xây dựng kế hoạch phát triển hạ tầng số của xã", ("Phòng Văn hóa - Xã hội",), ("Phòng Kinh tế", "Công an xã"), "2026-33"),
    ("Rà soát, cập nhật dữ liệu đất đai", ("Phòng Kinh tế",), (), "../2026-06-29"),
    ("Kiểm tra an toàn thông tin các hệ thống dùng chung", ("Công an xã",), ("Văn phòng HĐND và UBND",), "FREQ=MONTHLY;INTERVAL=3"),
]


def _repeated(row: list[str]) -> list[str]:
    """A row of five cells with its merged cell's text in each place, as python-docx gives it."""
    return row + [row[-1]] * (5 - len(row))


def _grid(rows: list[list[str]]) -> str:
    """Rows between rules, cells wrapped at 24 characters, as pandoc writes a grid table."""
    rule = "+" + "+".join("-" * 26 for _ in range(5)) + "+"
    out = [rule]
    for row in rows:
        wrapped = [re.findall(r"\S.{0,22}\S(?=\s|$)|\S", cell.replace("\n", " ")) for cell in row + [""] * (5 - len(row))]
        for n in range(max(map(len, wrapped))):
            out.append("|" + "|".join(f" {cell[n] if n < len(cell) else '':24} " for cell in wrapped) + "|")
        out.append(rule)
    return "\n".join(out)


FORMS = {
    "tabs": "\n".join("\t".join(row) for row in ROWS),
    "tabs, a paragraph of a heading on each line": "\n".join("\t".join(row) for row in [["TT", "Nhiệm vụ", "Cơ quan\nchủ trì", *ROWS[0][3:]], *ROWS[1:]]),
    "tabs at all ends": "\n".join("\t".join(row) + "\t" for row in ROWS),
    "bars": "\n".join(" | ".join(row) for row in ROWS),
    "bars, merged cells said again": "\n".join(" | ".join(_repeated(row)) for row in ROWS),
    "markdown": "\n".join("| " + " | ".join(c.replace("\n", "<br>") for c in row) + " |" + ("\n|---|:-:|---|---|---|" if k == 0 else "") for k, row in enumerate(ROWS)),
    "grid": _grid(ROWS),
}


def _plan(text: str) -> PlanRecord:
    return assemble(read_text(text.encode("utf-8"), "ke-hoach.txt"))


@pytest.mark.parametrize("form", FORMS)
def test_tasks_with_owners_and_deadlines(form: str) -> None:
    plan = _plan(HEAD + FORMS[form] + "\n" + FOOT)
    assert [(t.text, t.lead, t.support, t.deadline.edtf or t.deadline.rrule[0]) for t in plan.tasks if t.deadline] == WANT


@pytest.mark.parametrize("form", FORMS)
def test_every_word_is_kept_and_text_around_the_table_too(form: str) -> None:
    text = HEAD + FORMS[form] + "\n" + FOOT
    document = read_text(text.encode("utf-8"), "ke-hoach.txt")
    assert len([b for b in document.blocks if isinstance(b, Table)]) == 1
    assert _words(line.text for line in document.lines()) == _words([text])


@pytest.mark.parametrize("second", ["\t\t\tNăm 2026\tNăm 2030", "TT\tChỉ tiêu\tĐơn vị tính\tNăm 2026\tNăm 2030"])
def test_headings_over_two_columns(second: str) -> None:
    text = HEAD + f"TT\tChỉ tiêu\tĐơn vị tính\tLộ trình thực hiện\n{second}\n1\tTỷ lệ hồ sơ trực tuyến toàn trình\t%\t70\t90\n2\tSố mô hình chợ số\tmô hình\t2\t5\n" + FOOT
    assert [(t.value, t.horizon) for t in _plan(text).targets] == [(70, "2026"), (90, "2030"), (2, "2026"), (5, "2030")]


def test_two_tables_with_a_title_between_them() -> None:
    table = "TT\tNhiệm vụ\tĐơn vị chủ trì\n1\tTổ chức tập huấn kỹ năng số\tPhòng Kinh tế\n2\tLắp đặt camera an ninh\tCông an xã\n"
    document = read_text((HEAD + table + "PHỤ LỤC II\nPhân công nhiệm vụ\n" + table + FOOT).encode("utf-8"), "ke-hoach.txt")
    assert [b.n_rows for b in document.blocks if isinstance(b, Table)] == [3, 3]


@pytest.mark.parametrize("text", [
    "1.\tTổ chức tập huấn\n2.\tLắp đặt camera\n3.\tBáo cáo kết quả", "\t\tPHẠM VĂN A\n\t\t2026-01-05T21:50:31+0700\n\tSigning document",
    "Nơi nhận:\tCHỦ TỊCH\n- Lưu: VT.\tNguyễn Văn An", "Hệ thống A|B hoạt động\nHệ thống C|D hoạt động", "a | b"])
def test_tabs_and_bars_that_make_no_table(text: str) -> None:
    lines = [Line(line, Place(lines=(n, n))) for n, line in enumerate(text.split("\n"), 1)]
    assert lay_out(lines, _as_they_are) == []


def _as_they_are(lines: list[Line]) -> list[Block]:
    return list(lines)


def _words(texts: object) -> list[str]:
    return sorted(w for text in texts for w in re.sub(r"\\?\||<br>|(?<!\S)[-+:]{3,}(?!\S)|\+", " ", text).split() if set(w) - set("-:"))  # type: ignore[attr-defined]


@given(st.lists(st.text("ab1.|\\ -+:\t", min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=30))
def test_no_text_fails_and_no_word_is_lost(texts: list[str]) -> None:
    lines = [Line(text, Place(lines=(n, n))) for n, text in enumerate(texts, 1)]
    blocks = lay_out(lines, _as_they_are) or lines
    kept = [line for b in blocks for line in ([*b.lines(), *b.repeated] if isinstance(b, Table) else [b])]
    letters = [sorted(c for text in some for c in text if c in "ab1.") for some in ([line.text for line in kept], texts)]
    assert letters[0] == letters[1]
