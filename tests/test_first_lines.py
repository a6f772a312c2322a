"""Dumps of texts whose paragraphs open with an indent: what was broken early was indented; marks of notes cut printed lines."""

from __future__ import annotations

from extractors.document import Line, Place
from extractors.first_lines import flush, full_width, opens
from extractors.text_starts import mark_starts

ITEM = ["- Rà soát các khu dân cư ven sông, suối để kịp thời có phương án bố",
        "trí lực lượng, phương tiện ứng cứu khi có tình huống xấu; thông báo rộng rãi",
        "cho người dân biết nơi trú ẩn an toàn và số điện thoại trực ban của xã, nhất là ở",
        "các thôn vùng trũng, thấp thường bị chia cắt."]
BODY = ITEM * 7
HEAD = ["3. Tăng cường kiểm tra, xử lý các điểm có nguy cơ sạt lở ven sông", "Ban Chỉ huy xã chia địa bàn thành các tổ, cử người trực ở mỗi nơi",
        "và báo cáo khi nước lên nhanh."]


def _lines(texts: list[str]) -> list[Line]:
    return [Line(text, Place(lines=(n, n))) for n, text in enumerate(texts, 1)]


def test_width_is_told_where_items_hold_less() -> None:
    full = full_width(_lines(BODY))
    assert full is not None and opens(ITEM[0], ITEM[1], full) and not opens(ITEM[2], ITEM[3], full)
    assert full_width(_lines(["- Việc ngắn.", "2. Việc khác."] * 12)) is None
    assert full_width(_lines([line.lstrip("- ") for line in BODY])) is None


def test_printed_line_cut_by_the_mark_of_a_note() -> None:
    texts = [*BODY, "- Đến năm 2025: tỷ lệ thiếu máu dưới 19%1", "; tỷ lệ thiếu kẽm ở trẻ dưới 48%2", "; giữ tỷ lệ trẻ sinh non", "(dưới 37 tuần) dưới 6%."]
    lines = _lines(texts)
    mark_starts(lines)
    assert lines[-1].starts is not True and lines[-2].starts is not True


def test_paragraph_below_a_heading_of_nearly_the_full_width() -> None:
    lines = _lines([*BODY, *HEAD])
    mark_starts(lines)
    assert lines[-3].starts and lines[-2].starts and not lines[-1].starts


def test_dash_between_words_of_a_sentence_opens_no_item() -> None:
    wrapped = [*ITEM[:3], "các thôn vùng trũng, thấp; phấn đấu đưa khu vực ven sông sớm trở thành trung tâm",
               "- động lực phát triển của các xã phía nam."]
    lines = [Line(text + (" " if k % 5 < 3 else ""), Place(lines=(k + 1, k + 1))) for k, text in enumerate(wrapped * 6)]
    mark_starts(lines)
    assert {line.starts for line in lines if line.text.startswith("- động")} <= {None, False}


def test_a_line_of_the_whole_width_opens_no_paragraph() -> None:
    said = ["Ban Chỉ huy xã chia địa bàn thành nhiều tổ, cử người trực ở từng nơi thường",
            "xuyên bị ngập; mỗi thôn có một đội xung kích, sẵn sàng hỗ trợ các hộ neo đơn.",
            "Sau mỗi đợt mưa lớn, các tổ kiểm tra lại toàn bộ tuyến kè, cống, đập dâng nước",
            "và báo cáo khi nước lên nhanh."]
    lines = _lines([*BODY, *said])
    full = full_width(lines)
    assert full is not None and flush(said[2], said[3], full) and not flush(ITEM[0], ITEM[1], full)
    mark_starts(lines)
    assert lines[-2].starts is False


def test_two_full_lines_tell_the_width_where_many_items_are_indented() -> None:
    """A plan of short paragraphs: an item's second line mostly ends it."""
    short = ["- Rà soát các khu dân cư ven sông, suối để kịp thời có phương án bố", "trí lực lượng tại chỗ."] * 10
    full = full_width(_lines([*short, *ITEM]))
    assert full is not None and opens(ITEM[0], ITEM[1], full) and not opens(ITEM[2], ITEM[3], full)
    assert full_width(_lines(short)) is None


def test_lines_of_a_wider_page_do_not_hide_the_width() -> None:
    wide = ["(Kèm theo Kế hoạch của Ủy ban nhân dân xã về phòng, chống thiên tai và tìm kiếm cứu nạn trên địa bàn xã trong năm nay)"] * 4
    assert full_width(_lines([*BODY, *wide])) == full_width(_lines(BODY)) is not None


def test_what_a_table_is_counted_in_opens_a_line_of_its_own() -> None:
    lines = _lines([*BODY, "CHỈ TIÊU SỐ HỘ DÙNG NƯỚC SẠCH GIAO CHO CÁC THÔN GIAI ĐOẠN", "Đơn vị tính: % số hộ"])
    mark_starts(lines)
    assert lines[-1].starts is True
