"""Outcomes of one indicator in stages, years beside growth, what may be done; rows of owners that close with the land."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets, read_task_targets
from normalizers.units import parse_units, prose_owners


@pytest.mark.parametrize(("text", "wanted"), [
    ("Tỷ lệ hộ cận nghèo đến năm 2028 giảm 2% so với năm 2025 và đến năm 2030 giảm 3% so với năm 2025.",
     [("Tỷ lệ hộ cận nghèo giảm", 2, "2028"), ("Tỷ lệ hộ cận nghèo giảm", 3, "2030")]),
    ("Thu ngân sách trên địa bàn năm 2027 tăng ít nhất 8% so với năm 2026.", [("Thu ngân sách trên địa bàn tăng", 8, "2027")]),
    ("Tỷ lệ thất nghiệp năm 2027 giảm còn 2,1%.", [("Tỷ lệ thất nghiệp", 2.1, "2027")]),
])
def test_stages(text: str, wanted: list[tuple[str, float, str]]) -> None:
    assert [(r.indicator, r.value, r.horizon) for r in read_targets(text)] == wanted


@pytest.mark.parametrize(("text", "count"), [
    ("Sở Xây dựng nghiên cứu điều chỉnh mức hỗ trợ, có thể nâng lên mức 30 triệu đồng/hộ.", 0),
    ("Sở Xây dựng rà soát quy trình, giảm tối thiểu 30% thời gian giải quyết.", 1),
])
def test_what_may_be_done(text: str, count: int) -> None:
    assert len(read_task_targets(text)) == count


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Các bộ, ngành, Ủy ban nhân dân thành phố Huế và cả nước tập trung triển khai công tác kiểm kê.", ["Các cơ quan, đơn vị", "Ủy ban nhân dân thành phố Huế"], []),
    ("Các sở, ngành và toàn tỉnh tập trung triển khai công tác kiểm kê.", ["Các cơ quan, đơn vị"], []),
    ("Bộ Nội vụ và các cơ quan báo chí khác phối hợp với Bộ Y tế tuyên truyền.", ["Bộ Nội vụ", "Các cơ quan báo chí"], ["Bộ Y tế"]),
    ("Đề nghị Mặt trận Tổ quốc Việt Nam tỉnh phối hợp với cơ quan hành chính nhà nước các cấp vận động Nhân dân.",
     ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"], ["Cơ quan hành chính nhà nước các cấp"]),
])
def test_rows(text: str, lead: list[str], support: list[str]) -> None:
    found = prose_owners(text)
    assert ([u.name for u in found[0]], [u.name for u in found[1]]) == (lead, support)


def test_drafting_body() -> None:
    assert [u.name for u in parse_units("Sở Tư pháp; cơ quan chủ trì soạn thảo")] == ["Sở Tư pháp", "Cơ quan chủ trì soạn thảo"]
    assert [u.name for u in parse_units("Mặt trận Tổ quốc Việt Nam")] == ["Mặt trận Tổ quốc Việt Nam"]
