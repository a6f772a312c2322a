"""Word's automatic lists: signs of their levels, numbers without a blank behind them."""

from __future__ import annotations

import pytest

from extractors.docx_reader import read_docx
from extractors.text_reader import read_text
from pipeline.assemble import assemble
from pipeline.records import PlanRecord
from tests.docx_build import li, lvl, make_docx, numbering, p

_HEAD = ["ỦY BAN NHÂN DÂN XÃ PHÚ TRUNG", "Số: 12/KH-UBND", "KẾ HOẠCH", "Chuyển đổi số năm 2026", "II. NHIỆM VỤ", "1. Tuyên truyền"]
_ITEMS = [("Đẩy mạnh tuyên truyền:", 0), ("Phát thanh trên loa xã hằng tuần:", 1), ("Viết tin bài về chuyển đổi số.", 2), ("Đọc tin bài trên loa.", 2),
          ("Tổ chức hội nghị tuyên truyền.", 1), ("Rà soát thủ tục hành chính nội bộ.", 0)]
_LEAVES = [("Viết tin bài về chuyển đổi số.", 4), ("Đọc tin bài trên loa.", 4), ("Tổ chức hội nghị tuyên truyền.", 3), ("Rà soát thủ tục hành chính nội bộ.", 2)]


def _bullet(level: int, text: str, font: str) -> str:
    return lvl(level, "bullet", text).replace("</w:lvl>", f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:lvl>')


def _leaves(plan: PlanRecord) -> list[tuple[str, int]]:
    return [(task.text, len(task.section)) for task in plan.tasks]


@pytest.mark.parametrize("signs", [
    [("\uf0b7", "Symbol"), ("o", "Courier New"), ("\uf0a7", "Wingdings")],
    [("-", "Calibri"), ("o", "Courier New"), ("\uf0a7", "Wingdings")],
    [("-", "Calibri"), ("\uf02b", "Symbol"), ("\uf0b7", "Symbol")],
    [("-", "Calibri"), ("-", "Calibri"), ("-", "Calibri")],
    [("Ø", "Wingdings"), ("ü", "Wingdings"), ("§", "Wingdings")],
])
def test_levels_of_a_bullet_list_stand_below_each_other(signs: list[tuple[str, str]]) -> None:
    parts = numbering({0: "".join(_bullet(level, *sign) for level, sign in enumerate(signs))}, {1: (0, "")})
    body = "".join([*map(p, _HEAD), *(li(text, 1, level) for text, level in _ITEMS)])
    assert _leaves(assemble(read_docx(make_docx(body, numbering=parts), "a.docx"))) == _LEAVES


def test_signs_of_a_dump_stand_below_each_other() -> None:
    text = "\n".join([*_HEAD, *("•▪➢"[level] + " " + item for item, level in _ITEMS)])
    assert _leaves(assemble(read_text(text.encode(), "a.txt"))) == _LEAVES


def test_signs_that_only_vary_are_one_level() -> None:
    text = "\n".join([*_HEAD, "• Rà soát thủ tục hành chính.", "▪ Tổ chức tập huấn kỹ năng số.", "• Nâng cấp hệ thống loa."])
    assert [depth for _, depth in _leaves(assemble(read_text(text.encode(), "a.txt")))] == [2, 2, 2]


def test_a_number_without_a_blank_is_no_part_of_the_text() -> None:
    parts = numbering({0: lvl(0, "decimal", "%1.", '<w:suff w:val="nothing"/>')}, {1: (0, "")})
    body = "".join([*map(p, _HEAD[:4]), p("I. MỤC TIÊU CỤ THỂ"), li("100% hồ sơ được giải quyết đúng hạn.", 1), li("95% người dân hài lòng.", 1)])
    plan = assemble(read_docx(make_docx(body, numbering=parts), "a.docx"))
    assert [(target.indicator, target.value) for target in plan.targets] == [("hồ sơ được giải quyết đúng hạn", 100.0), ("người dân hài lòng", 95.0)]
