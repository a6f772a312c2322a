"""Lists inside lists: another style of number, points inside points, bodies above their duties with the same mark."""

from __future__ import annotations

from extractors.markers import read_marker
from extractors.outline import build_outline
from pipeline.assemble import assemble
from tests.support import HEADER, make_document


def _depths(*lines: str) -> dict[str, int]:
    outline = build_outline(make_document(*HEADER, *lines))
    return {node.par.text: len(node.path()) for node in outline.nodes() if node.par is not None}


def _leads(*lines: str) -> list[list[str]]:
    return [list(task.lead) for task in assemble(make_document(*HEADER, "IV. TỔ CHỨC THỰC HIỆN", *lines)).tasks]


def test_bracket_numbers_open_a_list_inside_a_numbered_item() -> None:
    depths = _depths("III. NHIỆM VỤ", "1. Chuyển đổi số", "1) Nâng cấp mạng nội bộ của xã;", "2) Số hóa hồ sơ hộ tịch;", "2. Cải cách hành chính", "1) Rà soát thủ tục.")
    assert depths["1) Nâng cấp mạng nội bộ của xã;"] == depths["2) Số hóa hồ sơ hộ tịch;"] == depths["1) Rà soát thủ tục."]
    assert depths["1) Nâng cấp mạng nội bộ của xã;"] > depths["1. Chuyển đổi số"] == depths["2. Cải cách hành chính"]


def test_points_inside_a_point() -> None:
    depths = _depths("III. NHIỆM VỤ", "a) Hạ tầng số", "(1) Lắp đặt mạng không dây tại nhà văn hóa;", "(2) Xóa vùng lõm sóng.", "b) Dữ liệu số", "(1) Làm sạch dữ liệu dân cư.")
    assert depths["(1) Lắp đặt mạng không dây tại nhà văn hóa;"] == depths["(2) Xóa vùng lõm sóng."] > depths["a) Hạ tầng số"] == depths["b) Dữ liệu số"]


def test_duties_below_a_body_with_the_same_mark() -> None:
    assert _leads("- Phòng Kinh tế:", "- Rà soát quy hoạch chợ.", "- Kiểm tra an toàn đập.", "- Công an xã:", "- Tuần tra ban đêm.") == [
        ["Phòng Kinh tế"], ["Phòng Kinh tế"], ["Công an xã"]]


def test_lettered_duties_below_a_body_without_a_number() -> None:
    for mark in ("", "* "):
        assert _leads(f"{mark}Phòng Kinh tế:", "a) Rà soát quy hoạch chợ.", "b) Kiểm tra an toàn đập.", f"{mark}Công an xã:", "a) Tuần tra ban đêm.") == [
            ["Phòng Kinh tế"], ["Phòng Kinh tế"], ["Công an xã"]]


def test_a_low_line_marks_items_as_a_dash_does() -> None:
    assert _leads("1. Phòng Kinh tế", "_ Rà soát quy hoạch chợ.", "_ Kiểm tra an toàn đập.") == [["Phòng Kinh tế"], ["Phòng Kinh tế"]]
    assert read_marker("________") is None
    assert read_marker("_ _ _ _") is None
