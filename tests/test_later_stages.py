"""A later stage without a number, a promise to go on, and what a Party committee's dump does with its tables."""

from __future__ import annotations

import pytest

from extractors.document import Line, Table
from extractors.text_reader import read_text
from normalizers.target_prose import read_targets
from normalizers.unit_prose import prose_owners


@pytest.mark.parametrize(("text", "indicator", "horizon"), [
    ("Đến năm 2027, trạm y tế có ít nhất 4 - 5 bác sĩ và đến năm 2030 cơ bản đủ bác sĩ theo chức năng, nhiệm vụ", "trạm y tế có bác sĩ", "2027"),
    ("Tỷ lệ hộ nghèo dưới 1% năm 2028 và đến năm 2030 cơ bản không còn hộ nghèo", "Tỷ lệ hộ nghèo", "2028"),
    ("Phủ sóng 5G 90% khu phố và đến năm 2030 phủ sóng toàn bộ khu phố", "Phủ sóng 5G khu phố", None),
])
def test_a_later_stage_without_a_number_is_not_of_the_number(text: str, indicator: str, horizon: str | None) -> None:
    found, = read_targets(text)
    assert (found.indicator, found.horizon) == (indicator, horizon)


def test_a_later_stage_with_a_number_stays() -> None:
    assert [(r.value, r.horizon) for r in read_targets("Tỷ lệ dùng nước sạch đạt 95% năm 2026 và đến năm 2030 đạt 100%")] == [(95, "2026"), (100, "2030")]


def test_going_on_later_is_not_measured() -> None:
    found, = read_targets("cắt giảm ít nhất 30% thời gian giải quyết thủ tục hành chính, tiếp tục cắt giảm mạnh trong những năm tiếp theo")
    assert found.indicator == "cắt giảm thời gian giải quyết thủ tục hành chính"


def test_a_rate_told_on_average() -> None:
    found = read_targets("Số doanh nghiệp đạt trên 700 doanh nghiệp, bình quân có 20 doanh nghiệp hoạt động/nghìn dân")
    assert found[1].indicator == "bình quân có doanh nghiệp hoạt động/nghìn dân"


def test_a_meeting_is_no_order() -> None:
    lead, _ = prose_owners("Duy trì họp Ban Chỉ đạo, giao ban Tổ giúp việc hằng tuần (Văn phòng Đảng ủy chủ trì).")
    assert [unit.name for unit in lead] == ["Văn phòng Đảng ủy"]


def blocks_of(*lines: str) -> list[Line | Table]:
    return list(read_text("\n".join(lines).encode(), "x.txt").blocks)


def test_a_lettered_section_with_a_dash_ends_a_table() -> None:
    blocks = blocks_of("B- CHỈ TIÊU PHẤN ĐẤU", "STT Nội dung chỉ tiêu Mức phấn đấu Chủ trì", "1 Hồ sơ được tiếp nhận trực tuyến 90% Công an phường",
                       "2 Văn bản được ký số 100% Công an phường", "3 Xếp hạng chuyển đổi số Nhóm 30 Văn phòng Đảng ủy",
                       "C- NHIỆM VỤ TRỌNG TÂM", "I- Công tác lãnh đạo, chỉ đạo", "1- Ban hành Chương trình công tác năm 2026 của Ban Chỉ đạo.")
    table, = (b for b in blocks if isinstance(b, Table))
    assert [cell.text for cell in table.grid()[-1] if cell] == ["3", "Xếp hạng chuyển đổi số", "Nhóm 30", "Văn phòng Đảng ủy"]
    assert [b.text for b in blocks if not isinstance(b, Table)][1] == "C- NHIỆM VỤ TRỌNG TÂM"


def test_the_month_below_its_word_is_no_page_number() -> None:
    body = [row for n in range(8) for row in (f"Tuần {n + 1}", "Kiểm tra việc thực hiện kế hoạch", "tại các khu phố", "", "Báo cáo kết quả", "", "Văn phòng", "Đảng ủy", "")]
    blocks = blocks_of("LỊCH TRIỂN KHAI", "Thời gian Công việc Kết quả Đơn vị phụ trách", *body, "Tháng", "4", "", "Tổng kết năm, khen thưởng", "tập thể", "", "Báo cáo tổng kết",
                       "", "Văn phòng", "Đảng ủy")
    assert any(cell and cell.text in ("Tháng 4", "Tháng\n4") for b in blocks if isinstance(b, Table) for row in b.grid() for cell in row)
