"""Periods as headings of targets: whatever their mark and that of the targets below, these are due by them."""

from __future__ import annotations

import pytest

from extractors.text_reader import read_text
from normalizers.target_prose import read_targets
from pipeline.assemble import assemble
from tests.support import HEADER, make_document


def _horizons(*lines: str) -> list[tuple[float | None, str | None]]:
    return [(t.value, t.horizon) for t in assemble(make_document(*HEADER, "II. MỤC TIÊU CỤ THỂ", *lines)).targets]


@pytest.mark.parametrize("mark", ["* ", "- ", "+ ", "• "])
def test_a_period_over_paragraphs_without_marks(mark: str) -> None:
    assert _horizons(f"{mark}Đến hết năm 2027:", "Tỷ lệ che phủ rừng đạt 40%.", "Tỷ lệ hộ nghèo còn 3%.", "90% hộ dân dùng nước sạch.",
                     f"{mark}Giai đoạn 2028 - 2030:", "Tỷ lệ che phủ rừng đạt 42%.", "Tỷ lệ hộ nghèo còn 1%.") == [
        (40, "2027"), (3, "2027"), (90, "2027"), (42, "2028/2030"), (1, "2028/2030")]


def test_a_starred_period_between_dashes_that_nothing_ends() -> None:
    assert _horizons("a) Đến năm 2027", "- Tỷ lệ che phủ rừng đạt 40%", "- Tỷ lệ hộ nghèo còn 3%", "* Đến hết năm 2030:", "- Tỷ lệ che phủ rừng đạt 42%", "- Tỷ lệ hộ nghèo còn 1%") == [
        (40, "2027"), (3, "2027"), (42, "2030"), (1, "2030")]


def test_a_starred_topic_takes_no_target_for_its_heading() -> None:
    assert _horizons("* Về xã hội:", "- Tỷ lệ hộ nghèo còn 3%", "- 90% hộ dân dùng nước sạch", "* Về môi trường:", "- Tỷ lệ che phủ rừng đạt 42%") == [
        (3, "2026"), (90, "2026"), (42, "2026")]
    assert _horizons("a. Về xã hội", "Tỷ lệ hộ nghèo còn 3%", "90% hộ dân dùng nước sạch", "* Về môi trường:", "• Tỷ lệ che phủ rừng đạt 42%") == [
        (3, "2026"), (90, "2026"), (42, "2026")]


@pytest.mark.parametrize(("text", "found"), [
    # what the first share's people do is said of them
    ("100% hộ kinh doanh kê khai thuế điện tử và 80% trẻ em dưới 5 tuổi được tiêm chủng đầy đủ",
     [(100, "hộ kinh doanh kê khai thuế điện tử"), (80, "trẻ em dưới 5 tuổi được tiêm chủng đầy đủ")]),
    ("100% cán bộ làm công tác giảm nghèo, 80% trưởng thôn được tập huấn", [(100, "cán bộ làm công tác giảm nghèo được tập huấn"), (80, "trưởng thôn được tập huấn")]),
    # what is done to them is one act of two words
    ("Huy động tối thiểu 120 người tham gia lực lượng xung kích, được tập huấn, huấn luyện ít nhất 01 lần/năm",
     [(120, "Huy động người tham gia lực lượng xung kích"), (1, "được tập huấn, huấn luyện")]),
    # "từ …" and a later "đến" of another share are no range
    ("Tỷ lệ hộ dùng nước sạch đạt từ 61% trở lên và tỷ lệ trẻ trong độ tuổi đến trường không dưới 99,5%",
     [(61, "Tỷ lệ hộ dùng nước sạch"), (99.5, "tỷ lệ trẻ trong độ tuổi đến trường")]),
    # the two words of a bound stand apart
    ("Xây dựng từ 02 mô hình nông nghiệp công nghệ cao trở lên", [(2, "Xây dựng mô hình nông nghiệp công nghệ cao")]),
    ("Từ 90% chi bộ hoàn thành tốt nhiệm vụ trở lên", [(90, "chi bộ hoàn thành tốt nhiệm vụ trở lên")]),
])
def test_shares_beside_each_other(text: str, found: list[tuple[float, str]]) -> None:
    assert [(r.value, r.indicator) for r in read_targets(text)] == found


def test_targets_without_mark_or_stop_stay_apart_in_a_dump() -> None:
    text = "\n".join((*HEADER, "II. MỤC TIÊU CỤ THỂ",
                      "Đến năm 2026, phấn đấu 70% doanh nghiệp trên địa bàn sử dụng hóa đơn điện tử",
                      "Tốc độ tăng thu nhập bình quân đầu người của xã bình quân đạt 13%/năm",
                      "Duy trì 06 mô hình sản xuất nông nghiệp ứng dụng công nghệ cao tại các thôn",
                      "Tỷ lệ cơ sở sản xuất, kinh doanh thực phẩm được kiểm tra đạt 90%",
                      "III. NHIỆM VỤ", "1. Tuyên truyền, phổ biến kế hoạch đến toàn thể nhân dân.", ""))
    record = assemble(read_text(text.encode(), "plan.txt"))
    assert [t.value for t in record.targets] == [70, 13, 6, 90]


def test_sections_named_by_their_years_go_on_with_the_targets() -> None:
    lines = ("II. MỤC TIÊU", "A. Mục tiêu chung", "Xây dựng xã đạt chuẩn nông thôn mới.", "B. Mục tiêu cụ thể", "I. Năm 2026", "- Có 03 thôn đạt chuẩn nông thôn mới.",
             "II. Giai đoạn 2026 - 2030", "- 98% hộ dân sử dụng điện lưới quốc gia.", "III. NHIỆM VỤ", "1. Đẩy mạnh tuyên truyền đến các thôn.")
    assert [(t.value, t.horizon) for t in assemble(make_document(*HEADER, *lines)).targets] == [(3, "2026"), (98, "2026/2030")]
