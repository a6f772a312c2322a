"""Wording of ward plans: orders behind a label of time, halls by their floor, old communes in the header, a closing that bids all take part."""

from __future__ import annotations

import pytest

from extractors.frame import build_frame
from extractors.owner_lines import read_attributes
from normalizers.acts import opens_act
from normalizers.places import commune_mentions
from normalizers.targets import read_targets
from normalizers.text import fold
from normalizers.unit_prose import prose_owners
from tests.support import make_document


@pytest.mark.parametrize(("line", "deadline"), [
    ("4. Thời hạn hoàn thành: Đề nghị Văn phòng HĐND và UBND gửi báo cáo trước ngày 15/8/2026.", None),
    ("Thời gian thực hiện: giao Công an xã hoàn thành trong tháng 9/2026", None),
    ("Thời hạn hoàn thành: trước ngày 15/8/2026.", "trước ngày 15/8/2026"),
    ("Thời gian: Theo yêu cầu của UBND tỉnh", "Theo yêu cầu của UBND tỉnh"),
])
def test_order_behind_a_time_label(line: str, deadline: str | None) -> None:
    assert read_attributes(line).deadline == deadline


@pytest.mark.parametrize(("sentence", "lead"), [
    ("Thời hạn báo cáo: Đề nghị Trạm Y tế tổng hợp số liệu gửi về UBND xã.", ["Trạm Y tế"]),
    ("Đối với các hẻm nhỏ, giao trách nhiệm cho Đoàn Thanh niên kiểm tra, nhắc nhở các hộ.", ["Đoàn Thanh niên Cộng sản Hồ Chí Minh"]),
    ("Kinh phí: đề nghị hỗ trợ từ ngân sách.", []),
])
def test_who_is_ordered(sentence: str, lead: list[str]) -> None:
    assert [unit.name for unit in prose_owners(sentence)[0]] == lead


@pytest.mark.parametrize(("header", "name"), [
    ("ỦY BAN NHÂN DÂN\nXÃ TRUNG LẬP", "Trung Lập"),
    ("ỦY BAN NHÂN DÂN\nPHƯỜNG ĐÔNG HẢI 2", "Đông Hải 2"),
    ("ỦY BAN NHÂN DÂN\nPHƯỜNG ĐÔNG HẢI", "Đông Hải"),
])
def test_old_commune_in_the_header(header: str, name: str) -> None:
    assert [mention.name for mention in commune_mentions(header)] == [name]


def test_floors_and_sheds() -> None:
    assert all(t.value is None for t in read_targets("Ngày 20/11/2026, tổ chức gặp mặt tại Phòng họp tầng 2 UBND xã."))
    [target] = read_targets("100% nhà để xe chung của chung cư lắp thiết bị báo cháy")
    assert "nhà để xe" in target.indicator


def test_suspension_is_an_act() -> None:
    assert opens_act(fold("Tạm dừng các hoạt động lễ hội trên địa bàn xã"))


@pytest.mark.parametrize(("words", "zone"), [
    ("UBND xã đề nghị các ban, ngành, đoàn thể cùng toàn thể nhân dân biết và thực hiện./.", "closing"),
    ("UBND xã yêu cầu các trường học rà soát hồ sơ, báo cáo UBND xã trước ngày 20/3/2026.", "body"),
])
def test_closing_that_bids_all_take_part(words: str, zone: str) -> None:
    frame = build_frame(make_document("ỦY BAN NHÂN DÂN XÃ SÔNG HẬU", "KẾ HOẠCH", "Tổng vệ sinh năm 2026", "I. NHIỆM VỤ", "1. Phòng Kinh tế rà soát các điểm tập kết rác.", words))
    assert frame.blocks[-1].zone == zone
