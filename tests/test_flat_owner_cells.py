"""Owner cells of flattened tables: names with commas of their own, and wording that is no unit."""

from __future__ import annotations

import pytest

from extractors.cell_kinds import time_fit, unit_fit
from extractors.flat_content import content
from extractors.flat_score import Scorer, first_model
from extractors.flat_stream import stream_of
from extractors.flat_words import WordPairs
from tests.test_flat_table import lines_of


@pytest.mark.parametrize("text", ["Báo và Phát thanh, Truyền hình Lào Cai", "Báo và Phát thanh, Truyền hình tỉnh; Sở Văn hóa, Thể thao và Du lịch"])
def test_a_comma_inside_a_name_parts_nothing(text: str) -> None:
    assert unit_fit(text) >= 0.6


@pytest.mark.parametrize("text", ["Dữ liệu đất đai, y tế được tạo lập", "Kế hoạch, báo cáo"])
def test_a_list_of_other_things_is_no_list_of_units(text: str) -> None:
    assert unit_fit(text) < 0.3


@pytest.mark.parametrize(("lines", "k", "apart"), [
    ("Hồ sơ đất đai được\ntạo lập, số hóa", 5, False),
    ("Hồ sơ đất đai được\nCông an xã", 5, True),
])
def test_a_passive_goes_on_with_its_verb(lines: str, k: int, apart: bool) -> None:
    scorer = Scorer(stream_of(lines_of(lines)), (first_model("task"),), WordPairs([]))
    assert (scorer.border(k) > -2.0) is apart


@pytest.mark.parametrize("text", ["27 khu phố", "18/18 thôn", "Công an xã; 12 thôn"])
def test_settlements_told_by_their_number_are_owners(text: str) -> None:
    assert unit_fit(text) >= 0.9


@pytest.mark.parametrize(("text", "whole"), [("Phòng VH-XH 27", False), ("Công an xã 12", False), ("Ngân hàng Nhà nước Khu vực 3", True), ("Trường Tiểu học Lê Lợi 2", True)])
def test_a_number_behind_a_name_belongs_to_the_next_cell(text: str, whole: bool) -> None:
    assert (unit_fit(text) >= 0.5) is whole


@pytest.mark.parametrize("text,whole", [("Trung tâm Dịch vụ, Sự nghiệp công", True), ("Phòng Kinh tế, Hạ tầng", True), ("Cơ quan TT BCĐ 57 xã", True),
                                        ("Cơ quan", False), ("Trung tâm Dịch vụ, Quyết định phân công", False)])
def test_names_that_go_on_behind_a_comma_and_heads_without_a_name(text: str, whole: bool) -> None:
    assert (unit_fit(text) >= 0.5) is whole


@pytest.mark.parametrize("text,whole", [("Trình HĐND tỉnh tháng 12/2026", True), ("Ban hành quý III/2026", True), ("Đã trình; ban hành trước ngày 30/9/2026", True),
                                        ("Trình UBND tỉnh", False), ("Ban hành Kế hoạch năm 2026", False)])
def test_steps_of_a_document_with_their_times(text: str, whole: bool) -> None:
    assert (time_fit(text) >= 0.9) is whole


@pytest.mark.parametrize("text", [
    "- Trung tâm Phục vụ hành chính công - Trạm Y tế xã - Văn phòng HĐND và UBND - Các thôn - Ban Xây dựng Đảng",
    "- Phòng Văn hóa - Xã hội - Ban Chỉ huy Quân sự xã - Ủy ban Mặt trận Tổ quốc Việt Nam xã - Trung tâm Dịch vụ tổng hợp",
])
def test_a_long_list_with_dashes_is_a_list_of_units(text: str) -> None:
    assert unit_fit(text) >= 0.9


def test_products_listed_with_dashes_are_no_units() -> None:
    assert unit_fit("- Kế hoạch tuyên truyền năm 2026 của xã - Báo cáo kết quả thực hiện - Danh sách hộ dân tham gia mô hình điểm") < 0.3
    assert content("result", "- công an xã 100% hồ sơ được số hóa", "- Công an xã 100% hồ sơ được số hóa") < content("result", "100% hồ sơ được số hóa", "100% hồ sơ được số hóa")


def test_who_set_a_target_is_a_note_beside_its_owner() -> None:
    assert content("owner", "công an xã tỉnh giao", "Công an xã Tỉnh giao") < content("owner", "công an xã", "Công an xã") - 2.0
    assert content("note", "tỉnh giao", "Tỉnh giao") > 1.0
