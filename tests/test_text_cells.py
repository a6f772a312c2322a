"""Text of a word processor's file: the cells of a table one per line, as LibreOffice and scripts save them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Block, Line, Place, Table
from extractors.text_cells import lay_out
from extractors.text_reader import read_text
from pipeline.assemble import assemble
from pipeline.records import PlanRecord

HEAD = """\
ỦY BAN NHÂN DÂN
XÃ YÊN MINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
Yên Minh, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Thực hiện chuyển đổi số năm 2026 trên địa bàn xã
Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia;
Ủy ban nhân dân xã ban hành Kế hoạch thực hiện chuyển đổi số năm 2026 với các nội dung, nhiệm vụ, phân công và thời gian hoàn thành cụ thể dưới đây như sau:
I. NHIỆM VỤ
""".splitlines()
FOOT = ["Trên đây là Kế hoạch chuyển đổi số năm 2026, các đơn vị nghiêm túc thực hiện./.", "Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH",
        "Nguyễn Văn An"]
TASKS = [
    "TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành",
    "I", "Hạ tầng số",
    "1", "Xây dựng kế hoạch phát triển hạ tầng số của xã", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế; Công an xã", "Quý I/2026",
    "2", "Rà soát, cập nhật dữ liệu đất đai", "Phòng Kinh tế", "", "Trước ngày 30/6/2026",
    "3", "Kiểm tra an toàn thông tin các hệ thống:", "- Hệ thống dùng chung của xã", "Công an xã", "Văn phòng HĐND và UBND xã", "Hằng quý",
]
TARGETS = [
    "STT", "Chỉ tiêu", "Đơn vị tính", "Lộ trình thực hiện", "", "", "", "Năm 2026", "Năm 2030",
    "1", "Tỷ lệ hồ sơ trực tuyến toàn trình", "%", "70", "90", "2", "Số mô hình chợ số", "mô hình", "", "5", "3", "Tỷ lệ thôn có sóng 5G", "%", "80", "100",
]
FORMS = {"single": "\n", "spaced": "\n\n"}


def _plan(lines: list[str], form: str) -> PlanRecord:
    return assemble(read_text((FORMS[form].join([*HEAD, *lines, *FOOT]) + "\n").encode("utf-8"), "ke-hoach.txt"))


@pytest.mark.parametrize("form", FORMS)
def test_tasks_with_owners_and_deadlines(form: str) -> None:
    assert [(t.text, t.lead, t.support, t.deadline.edtf or t.deadline.rrule[0]) for t in _plan(TASKS, form).tasks if t.deadline] == [
        ("Xây dựng kế hoạch phát triển hạ tầng số của xã", ("Phòng Văn hóa - Xã hội",), ("Phòng Kinh tế", "Công an xã"), "2026-33"),
        ("Rà soát, cập nhật dữ liệu đất đai", ("Phòng Kinh tế",), (), "../2026-06-29"),
        ("Kiểm tra an toàn thông tin các hệ thống: - Hệ thống dùng chung của xã", ("Công an xã",), ("Văn phòng HĐND và UBND",), "FREQ=MONTHLY;INTERVAL=3"),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_values_by_year_below_a_shared_heading(form: str) -> None:
    assert [(t.value, t.horizon) for t in _plan(TARGETS, form).targets] == [(70, "2026"), (90, "2030"), (5, "2030"), (80, "2026"), (100, "2030")]


def test_a_calendar_without_row_numbers() -> None:
    lines = ["Thời gian", "Nội dung công việc", "Đơn vị thực hiện", "Tháng 02/2026", "Trước 20/02", "Ban hành kế hoạch chuyển đổi số của xã", "Phòng Kinh tế",
             "Cả tháng", "Tập huấn kỹ năng số cho cán bộ", "Công an xã"]
    tables = [b for b in read_text("\n".join([*HEAD, *lines, *FOOT]).encode("utf-8"), "ke-hoach.txt").blocks if isinstance(b, Table)]
    assert [(cell.row, cell.col_span, cell.text) for cell in tables[0].cells if cell.col == 0] == [
        (0, 1, "Thời gian"), (1, 3, "Tháng 02/2026"), (2, 1, "Trước 20/02"), (3, 1, "Cả tháng")]


def test_rows_of_figures_without_a_number() -> None:
    lines = [*TARGETS[:14], "", "Trong đó: thủ tục đất đai", "%", "60", "85", *TARGETS[14:]]
    assert [(t.value, t.horizon) for t in _plan(lines, "single").targets][2:4] == [(60, "2026"), (85, "2030")]


def test_every_line_is_kept_once() -> None:
    lines = [*HEAD, *TASKS, *TARGETS, *FOOT]
    document = read_text("\n".join(lines).encode("utf-8"), "ke-hoach.txt")
    assert len([b for b in document.blocks if isinstance(b, Table)]) == 2
    assert [line.text for line in document.lines()] == [text for text in lines if text]


def test_lines_of_a_printed_page_are_left_alone() -> None:
    lines = [Line(text, Place(lines=(n, n))) for n, text in enumerate(TASKS, 1) if text]
    assert lay_out(lines, _as_they_are) == []


def _as_they_are(lines: list[Line]) -> list[Block]:
    return list(lines)


LONG = "x" * 160


@given(st.lists(st.sampled_from(["TT", "Nhiệm vụ", "Thời gian", "1", "2", "3", "I", "A", "", "Phòng Kinh tế", "Quý I/2026", "- mục", "làm", "90", "%", LONG]), max_size=60))
def test_no_text_fails_and_no_line_is_lost(texts: list[str]) -> None:
    lines = [Line(text, Place(lines=(n, n))) for n, text in enumerate([*texts, LONG, LONG], 1) if text]
    blocks = lay_out(lines, _as_they_are) or lines
    kept = [line for b in blocks for line in ([*b.lines(), *b.repeated] if isinstance(b, Table) else [b])]
    assert sorted(line.place.lines or (0, 0) for line in kept) == sorted(line.place.lines or (0, 0) for line in lines)
