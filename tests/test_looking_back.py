"""Figures and rhythms of a plan's prose that commit to nothing: how things stand, and when people are judged by what is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.closing_amounts import opened, settled
from normalizers.deadlines import find_deadline
from normalizers.targets import read_targets
from pipeline.read_one import read_one

_TEXT = """ỦY BAN NHÂN DÂN
XÃ THANH SƠN
Số: 12/KH-UBND

KẾ HOẠCH
Giảm nghèo bền vững năm 2026

I. ĐÁNH GIÁ TÌNH HÌNH
1. Đầu năm 2025 toàn xã có 312 hộ nghèo, chiếm 11,2%.
2. Một số chỉ tiêu chưa đạt: tỷ lệ lao động qua đào tạo mới đạt 41%; cần tiếp tục hỗ trợ sinh kế cho 75 hộ.
3. Nhiệm vụ trọng tâm được tập trung chỉ đạo: hoàn thành 12/12 nhiệm vụ tỉnh giao.
II. MỤC TIÊU
- 100% hộ nghèo được hỗ trợ.
III. NHIỆM VỤ
- Rà soát hộ nghèo trên địa bàn xã.
"""


def test_what_tells_how_things_stand_gives_no_records(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(_TEXT, encoding="utf-8")
    plan = read_one(path, path.name)
    assert [t.value for t in plan.targets] == [100]
    assert [t.text for t in plan.tasks] == ["Rà soát hộ nghèo trên địa bàn xã."]


@pytest.mark.parametrize("text", [
    "Lấy kết quả thực hiện làm căn cứ đánh giá mức độ hoàn thành nhiệm vụ hằng năm của tập thể, cá nhân.",
    "Gắn kết quả thực hiện với công tác thi đua, khen thưởng và đánh giá, xếp loại cán bộ, công chức hằng năm.",
    "Kết quả chuyển đổi số là một tiêu chí xếp loại chất lượng người đứng đầu hàng năm.",
])
def test_the_rhythm_of_judging_people_is_no_deadline(text: str) -> None:
    assert find_deadline(text) is None


@pytest.mark.parametrize("text", [
    "Tổ chức đánh giá, xếp loại chất lượng cán bộ, công chức hằng năm theo quy định.",
    "Rà soát tiêu chí đánh giá, cập nhật hằng năm.",
    "Gắn việc kiểm tra với đánh giá kết quả thực hiện Kế hoạch, báo cáo hằng năm.",
])
def test_an_act_done_every_year_keeps_its_rhythm(text: str) -> None:
    deadline = find_deadline(text)
    assert deadline is not None and deadline.rrule == ("FREQ=YEARLY",)


def _read(text: str) -> list[tuple[str, float | None, str | None]]:
    return [(t.indicator, t.value, t.horizon) for t in read_targets(text)]


def test_a_bracket_that_tells_what_is_reached_so_far_dates_nothing() -> None:
    assert _read("Trên 95% hộ gia đình có bình chữa cháy (tính đến hết năm 2025 đạt 81%).") == [("hộ gia đình có bình chữa cháy", 95, None)]
    assert _read("Tỷ lệ hộ nghèo còn 3% (cuối năm 2025 là 4,5%).") == [("Tỷ lệ hộ nghèo", 3, None)]


def test_consumers_share_what_is_said_behind_them() -> None:
    assert [i for i, *_ in _read("90% người sản xuất, 85% người tiêu dùng có kiến thức đúng.")] == ["người sản xuất có kiến thức đúng", "người tiêu dùng có kiến thức đúng"]


def test_what_must_not_be_stands_behind_a_label() -> None:
    assert [i for i, *_ in _read("Bệnh dại: không có ca tử vong; tỷ lệ tiêm vắc xin đạt 80%.")] == ["Bệnh dại: không có ca tử vong", "tỷ lệ tiêm vắc xin"]


@pytest.mark.parametrize(("text", "told"), [
    ("Tỷ lệ hộ dùng nước sạch đạt 90% (tính đến hết năm 2026 đạt 80%).", [(90, None), (80, "2026")]),
    ("Tỷ lệ hộ dùng nước sạch đạt 90% (tính đến hết năm 2025 đạt 80%).", [(90, None)]),
    ("Tỷ lệ hộ nghèo giảm 1,5% (cuối năm 2026 còn 3%).", [(1.5, None), (3, "2026")]),
    ("Tỷ lệ hộ nghèo còn 3% (cuối năm 2025 còn 4,5%).", [(3, None)]),
    ("Tỷ lệ hộ nghèo còn 3% (đến cuối năm 2025 còn 4,5%).", [(3, None)]),
])
def test_a_bracket_looks_back_where_its_year_lies_before_the_plan(text: str, told: list[tuple[float, str | None]]) -> None:
    found = read_targets(opened(text, "2026"))
    assert [(r.value, r.horizon) for r in found] == told
    assert all("(" not in r.indicator for r in found)


def test_the_level_that_a_growth_starts_from_is_no_wording() -> None:
    found = read_targets("Tỷ lệ lao động qua đào tạo đạt 65%, tăng 3% so với năm 2025 (62%).")
    assert [(r.indicator, r.value) for r in found] == [("Tỷ lệ lao động qua đào tạo", 65), ("Tỷ lệ lao động qua đào tạo tăng", 3)]


@pytest.mark.parametrize(("text", "values"), [
    ("Nghị quyết Đại hội đề ra 24 chỉ tiêu trên 4 lĩnh vực.", []),
    ("Kế hoạch đề ra 24 chỉ tiêu, phấn đấu hoàn thành 22/24 chỉ tiêu.", [22]),
    ("Phấn đấu hoàn thành 24 chỉ tiêu Nghị quyết đề ra.", [24]),
])
def test_how_many_aims_a_sentence_alone_counts_is_no_aim(text: str, values: list[float]) -> None:
    assert [r.value for r in read_targets(text)] == values


def test_how_many_aims_there_are_is_no_aim_beside_those_named() -> None:
    text = "Nghị quyết đề ra 25 chỉ tiêu trên các lĩnh vực, trong đó phấn đấu thu nhập bình quân đầu người đến năm 2030 đạt 86 triệu đồng; tỷ lệ hộ nghèo giảm 1,4%."
    assert [r.value for r, _ in settled(read_targets(text))] == [86, 1.4]
    assert [r.value for r, _ in settled(read_targets("Hoàn thành 18 chỉ tiêu đề ra; ban hành 03 bộ chỉ tiêu."))] == [18, 3]
