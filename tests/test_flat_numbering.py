"""Dumps of tables with figures beside their row numbers, dates torn over three lines, sentences as times, several tasks in one group's row."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place, Table
from extractors.flat_known import cuts_word
from extractors.flat_rows import row_marks
from extractors.flat_stream import stream_of
from extractors.text_reader import read_text


def marks(text: str) -> list[str]:
    stream = stream_of([Line(line, Place(lines=(n, n)), number=n) for n, line in enumerate(text.split("\n"), 1)])
    return [f"{stream.words[mark.word].text} {stream.words[mark.word + 1].text}" for mark in row_marks(stream, 0, len(stream.words))]


def test_a_row_without_words_of_its_own_before_its_parts() -> None:
    text = ("1 Tham mưu ban hành chương trình\n3 Phòng Nội vụ\n2.1 Số hội nghị được tổ chức\n1 Ban Tổ chức\n2.2 Số lớp tập huấn\n1 Ban Tổ chức\n"
            "3 Báo cáo định kỳ\n4 Văn phòng Đảng ủy\n4 Đổi mới phương thức\n2 Phòng Kinh tế")
    assert marks(text) == ["1 Tham", "2.1 Số", "2.2 Số", "3 Báo", "4 Đổi"]


@pytest.mark.parametrize(("lines", "cut"), [
    (("18/7", "/202", "7"), [True, True]), (("04/", "9/2", "027"), [True, True]), (("05/1", "1/2027"), [True]), (("25/10/2", "027"), [True]),
    (("18/7/2027", "20/8/2027"), [False]), (("5", "9/2027"), [False]), (("3/4", "5/6"), [False]), (("12/2027", "5"), [False])])
def test_dates_torn_over_lines(lines: tuple[str, ...], cut: list[bool]) -> None:
    stream = stream_of([Line(line, Place(lines=(n, n)), number=n) for n, line in enumerate(lines, 1)])
    assert [cuts_word(stream, k) for k in range(1, len(lines))] == cut


def rows_of(text: str) -> list[list[str]]:
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    return [[" ".join(cell.text.split()) if cell else "" for cell in row] for row in table.grid()[table.header_rows:]]


def test_several_tasks_in_the_row_of_a_group() -> None:
    head = "TT\nNhiệm vụ chung Nhiệm vụ cụ thể Sản phẩm Cơ quan chủ trì Thời gian hoàn thành\n"
    text = head + ("I CÔNG TÁC CHỈ ĐẠO\n1 Triển khai công tác\nlưu trữ\nBan hành kế hoạch lưu trữ năm 2027\nKế hoạch Văn phòng HĐND và UBND\nTháng 3/2027\n"
                   "Tổ chức tập huấn nghiệp vụ\nlưu trữ\nLớp tập huấn Phòng Văn hóa - Xã hội\nQuý II/2027\nKiểm tra công tác lưu trữ tại các trường\nBáo cáo Phòng Văn hóa - Xã hội\nQuý IV/2027\n"
                   "II CÔNG TÁC CHUYÊN MÔN\n1 Số hóa tài liệu\nSố hóa hồ sơ địa chính\nHồ sơ số Phòng Kinh tế\nTháng 9/2027\n"
                   "2 Thu thập tài liệu\nThu thập tài liệu quý hiếm\nDanh mục tài liệu Văn phòng HĐND và UBND\nTháng 11/2027\n")
    rows = [row for row in rows_of(text) if row[5].startswith(("Tháng", "Quý"))]
    assert [row[5] for row in rows] == ["Tháng 3/2027", "Quý II/2027", "Quý IV/2027", "Tháng 9/2027", "Tháng 11/2027"]
    assert [row[4] for row in rows[1:3]] == ["Phòng Văn hóa - Xã hội"] * 2


def test_sentences_as_times_of_rows_numbered_in_their_wording() -> None:
    acts = ("Xây dựng vùng nguyên liệu dược liệu gắn chế biến", "Hỗ trợ hợp tác xã mở rộng thị trường", "Phát triển thương hiệu sản phẩm đặc trưng", "Đào tạo nghề cho lao động nông thôn")
    times = ("Khởi động quý I/2027; nghiệm thu quý IV/2028; duy trì đến 2030.", "Mở hai hội chợ năm 2027; đánh giá hằng năm đến 2030.",
             "Công bố nhãn hiệu quý II/2028; rà soát bộ tiêu chí năm 2029.", "Mười lớp mỗi năm từ 2027; tổng kết vào năm 2030 tại tỉnh.")
    body = "".join(f"{n}. {act[:28]}\n{act[28:]}\nChủ trì: Sở Công Thương.\nPhối hợp: Sở Tài chính,\nSở Nội vụ.\n{time[:30]}\n{time[30:]}\nBáo cáo tổng kết\n" for n, (act, time) in enumerate(zip(acts, times, strict=True), 1))
    rows = rows_of("Nội dung Phân công nhiệm vụ Tiến độ Sản phẩm đầu ra\n" + body)
    assert [row[0][:2] for row in rows] == ["1.", "2.", "3.", "4."]
    assert all(row[1].startswith("Chủ trì: Sở Công Thương") for row in rows)


def test_a_bound_in_small_letters_opens_the_value_behind_a_figure() -> None:
    head = "TT Chỉ số Kết quả năm 2026 Mục tiêu năm 2027 Bộ phận theo dõi\n"
    rows = rows_of(head + "1 Tỷ lệ hồ sơ được số hóa 71% 90% Phòng Kế hoạch\n2 Thời gian chờ nộp hồ sơ\n40 phút dưới 25\nphút\nPhòng Nội vụ\n3 Tỷ lệ hài lòng của người dân 88% 95% Phòng Nội vụ\n"
                        "4 Số hồ sơ trễ hạn 12 5 Phòng Kế hoạch\n")
    assert [row[2:4] for row in rows] == [["71%", "90%"], ["40 phút", "dưới 25 phút"], ["88%", "95%"], ["12", "5"]]


def test_a_figure_below_the_last_row_counts_nothing_anew() -> None:
    assert marks("1 Số lớp học nghề\n6 9 lớp\n2 Tỷ lệ hộ nghèo\n3,2 2,1%\n3 Số tổ hợp tác thành\nlập mới\n1 3 thp") == ["1 Số", "2 Tỷ", "3 Số"]


def test_rows_taken_from_a_longer_list_keep_its_numbers() -> None:
    acts = {1: "Rà soát hồ sơ", 2: "Tổ chức tập huấn", 6: "Nâng cấp mạng nội bộ", 7: "Tuyên truyền trên loa", 11: "Kiểm tra an toàn", 12: "Mua sắm máy tính"}
    text = "STT Nội dung nhiệm vụ Đơn vị chủ trì Thời gian\nthực hiện\n" + "".join(f"{n} {act} của tỉnh\nSở Tài chính\nQuý I/2026\n" for n, act in acts.items()) + "TM. ỦY BAN NHÂN DÂN\n"
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [row[0].text for row in table.grid()[1:] if row[0]] == [str(n) for n in acts]


def test_a_dash_between_two_months_joins_one_period() -> None:
    text = ("TT Nội dung công việc Cơ quan chủ trì Thời gian Sản phẩm\n1 Ban hành kế hoạch kiểm tra Sở Nội vụ Tháng 2 Kế hoạch\n2 Kiểm tra việc thực hiện nghị quyết Sở Tài chính Tháng 7 - tháng 9 Thông báo kết luận\n"
            "3 Đánh giá mức độ chuyển đổi số Sở Nội vụ Tháng 11 Quyết định công bố\n4 Đôn đốc giải ngân vốn Sở Tài chính Quý III - Quý IV Báo cáo\n")
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [row[3].text for row in table.grid()[1:] if row[3]] == ["Tháng 2", "Tháng 7 - tháng 9", "Tháng 11", "Quý III - Quý IV"]
