"""Points in small Roman figures ("i)", "ii.", "(iv)") below letters and dashes, beside letters that go up to "i)"."""

from __future__ import annotations

import pytest
from support import HEADER, make_document

from extractors.markers import read_marker, small_roman
from extractors.outline import build_outline
from pipeline.assemble import assemble
from pipeline.records import PlanRecord


def read(*lines: str) -> PlanRecord:
    return assemble(make_document(*HEADER, "I. NHIỆM VỤ", *lines))


@pytest.mark.parametrize("text,count", [
    ("ii) Rà soát", 2), ("iii. Rà soát", 3), ("(iv) Rà soát", 4), ("vi/ Rà soát", 6), ("viii) 20% hộ", 8), ("ix) Rà soát", 9), ("i) Rà soát", 1), ("(v) Rà soát", 5),
    ("a) Rà soát", None), ("(2) Rà soát", None), ("II. Rà soát", None)])
def test_what_a_mark_counts(text: str, count: int | None) -> None:
    marker = read_marker(text)
    assert marker is not None and small_roman(marker) == count


@pytest.mark.parametrize("text", ["iii", "việc này", "vi phạm", "ii. rà soát", "iv", "xin ý kiến"])
def test_no_marks(text: str) -> None:
    assert read_marker(text) is None


@pytest.mark.parametrize("head,marks", [("a) ", ("i) ", "ii) ", "iii) ")), ("a) ", ("(i) ", "(ii) ", "(iii) ")), ("- ", ("i. ", "ii. ", "iii. ")), ("+ ", ("i/ ", "ii/ ", "iii/ "))])
def test_points_below_letters_and_dashes(head: str, marks: tuple[str, str, str]) -> None:
    tasks = read("1. Nâng cao nhận thức", f"{head}Phòng Kinh tế có nhiệm vụ:", f"{marks[0]}Rà soát quy hoạch.", f"{marks[1]}Hỗ trợ hợp tác xã.", f"{marks[2]}Kiểm tra chợ.",
                 f"{head.replace('a', 'b')}Trạm Y tế có nhiệm vụ:", f"{marks[0]}Tổ chức tiêm chủng.", f"{marks[1]}Khám sức khỏe.").tasks
    assert [(t.text, t.lead) for t in tasks] == [("Rà soát quy hoạch.", ("Phòng Kinh tế",)), ("Hỗ trợ hợp tác xã.", ("Phòng Kinh tế",)), ("Kiểm tra chợ.", ("Phòng Kinh tế",)),
                                                 ("Tổ chức tiêm chủng.", ("Trạm Y tế",)), ("Khám sức khỏe.", ("Trạm Y tế",))]


def test_the_letter_i_behind_h() -> None:
    lines = [f"{c}) Xây dựng văn bản số {n}." for n, c in enumerate("abcdđegh", 1)]
    document = make_document(*HEADER, "I. NHIỆM VỤ", "1. Thể chế", *lines[:-1], "h) Xây dựng phương án:", "i) Phương án sơ tán.", "ii) Phương án phòng cháy.", "i) Xây dựng kho dữ liệu.")
    kinds = [n.kind for n in build_outline(document).nodes() if n.par is not None and n.par.marker is not None and n.par.marker.kind in ("letter", "small_roman")]
    assert kinds == [*["letter"] * 8, "small_roman", "small_roman", "letter"]


def test_owner_lines_close_letters_with_points_below() -> None:
    tasks = read("1. Hạ tầng", "a) Rà soát cáp treo.", "b) Dùng chung hạ tầng, trong đó:", "i) Bố trí phòng họp;", "ii) Nâng cấp mạng.", "c) Bảo trì thiết bị.", "Đơn vị chủ trì: Phòng Kinh tế.").tasks
    assert [t.lead for t in tasks] == [("Phòng Kinh tế",)] * 4
