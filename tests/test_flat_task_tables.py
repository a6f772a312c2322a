"""Task tables in dumps: columns of measures and funds, titles between two tables, groups of Roman numerals, notes below."""

from __future__ import annotations

from extractors.document import Line, Place, Table
from extractors.flat_table import rebuild


def tables(text: str) -> list[list[list[str]]]:
    """Cells of the tables that the lines of a dump hold, the header's rows first."""
    lines = [Line(line, Place(lines=(n, n))) for n, line in enumerate(text.strip("\n").split("\n"), 1)]
    return [[[cell.text if cell else "" for cell in row] for row in block.grid()] for block in rebuild(lines) if isinstance(block, Table)]


_FUNDED = """
Số TT Nội dung công việc Đơn vị chủ trì Đơn vị phối hợp Thời gian Kinh phí
1 Lắp đặt màn hình tra cứu
thủ tục
Trung tâm Phục
vụ hành chính công
Phòng Kinh tế
Quý II 35 triệu đồng
2 Sửa chữa hệ thống loa
truyền thanh
Phòng Văn hóa
- Xã hội
Các thôn
Quý III 12 triệu đồng
3 Thuê đường truyền cho
các thôn
Văn phòng HĐND
và UBND
Các thôn
Quý I 8 triệu đồng
"""
_FIRST = """
STT Nhiệm vụ Đơn vị thực hiện Thời gian
1 Rà soát quy chế làm việc
Văn phòng HĐND và UBND
Quý I/2026
2 Mở lớp tập huấn kỹ năng số
Phòng Văn hóa - Xã hội
Quý II/2026
3 Kiểm tra việc tiếp công dân
Công an xã
Quý III/2026
"""
_SECOND = """
TT Nội dung Cơ quan chủ trì Cơ quan phối hợp Thời hạn
1 Báo cáo kết quả thực hiện
Phòng Kinh tế Các thôn Hằng quý
2 Cập nhật trang thông tin
Phòng Văn hóa - Xã hội Các thôn Thường xuyên
3 Trực tiếp nhận phản ánh
Công an xã Các thôn Hằng ngày
"""


def test_a_sum_of_money_closes_its_row() -> None:
    table, = tables(_FUNDED)
    assert [row[4:] for row in table[1:]] == [["Quý II", "35 triệu đồng"], ["Quý III", "12 triệu đồng"], ["Quý I", "8 triệu đồng"]]


def test_means_have_a_heading_of_their_own() -> None:
    table, = tables(_FIRST.replace("Nhiệm vụ Đơn vị", "Nội dung, nhiệm vụ Giải pháp Đơn vị").replace("\nVăn", "\nGiao từng phòng tự rà soát\nVăn")
                    .replace("\nPhòng", "\nMời giảng viên của tỉnh\nPhòng").replace("\nCông", "\nThông báo trước cho các thôn\nCông"))
    assert table[0][1:3] == ["Nội dung, nhiệm vụ", "Giải pháp"]


def test_titles_of_the_next_table_are_no_part_of_the_last_row() -> None:
    for title in ("2. Nhiệm vụ làm hằng ngày, hằng tuần", "Các việc làm thường xuyên trong năm gồm:", "Biểu 2. Các việc làm thường xuyên"):
        first, second = tables(f"{_FIRST}{title}\n{_SECOND.strip()}")
        assert first[-1][-1] == "Quý III/2026"
        assert len(second) == 4


def test_titles_part_tables_with_the_same_headings() -> None:
    again = _FIRST.replace("Rà soát quy chế", "Niêm yết quy chế")
    first, second = tables(f"{_FIRST.strip()}\n2. Nhiệm vụ của các trường học\n{again.strip()}")
    assert (len(first), first[-1][-1], len(second)) == (4, "Quý III/2026", 4)


def test_a_note_below_the_table_is_no_cell() -> None:
    table, = tables(f"{_FIRST.strip()}\nGhi chú: Các đơn vị gửi kết quả về Văn phòng trước ngày 20.")
    assert table[-1][-1] == "Quý III/2026"


def test_groups_of_a_table_may_be_printed_in_small_letters() -> None:
    grouped = _FIRST.replace("\n1 Rà", "\nI. Thể chế\n1 Rà").replace("\n2 Mở", "\nII. Con người\n1 Mở").replace("\n3 Kiểm", "\nIII. KIỂM TRA\n1 Kiểm")
    table, = tables("II. NHIỆM VỤ CỤ THỂ\n" + grouped.strip())
    assert [row[0].strip(".") for row in table[1:]] == ["I", "1", "II", "1", "III", "1"]


def test_a_result_above_the_repeated_header_opens_no_header() -> None:
    head = ["Số TT Nhiệm vụ, giải pháp Thời điểm hoàn thành Phân công Kết quả đạt được"]
    rows = ["1 Rà soát quy chế làm việc", "Quý I/2026 Công an xã Báo cáo", "2 Mở lớp tập huấn kỹ năng số", "Quý II/2026 Phòng Kinh tế", "Báo cáo kết quả kiểm", "tra", "3",
            *head, "3 Kiểm tra việc tiếp công dân", "Quý III/2026 Công an xã Báo cáo"]
    table, = tables("\n".join([*head, *rows]))
    assert [row[0] for row in table[1:]] == ["1", "2", "3"]


_TITLED = """
Nội dung Đơn vị thực hiện Thời gian
Công tác chỉ đạo, điều hành của xã
Rà soát quy chế làm việc
của các phòng chuyên môn
Phòng Kinh tế Quý I/2026
Giao ban với các thôn về
tiến độ thực hiện
Công an xã Quý II/2026
Nhân lực
Mở lớp tập huấn kỹ năng
số cho trưởng các thôn
Trạm Y tế Quý II/2026
Cử công chức tham gia các
khóa học của tỉnh
Phòng Kinh tế Quý III/2026
Lắp đặt thiết bị ở nhà văn
hóa của từng thôn
Công an xã Quý IV/2026
"""


def test_titles_of_groups_in_tables_without_numbers() -> None:
    table, = tables(_TITLED)
    assert [row[0] for row in table if not row[2] or row[0] == row[2]] == ["Công tác chỉ đạo, điều hành của xã", "Nhân lực"]
    assert table[2][0] == "Rà soát quy chế làm việc của các phòng chuyên môn"


def test_who_directs_stands_before_who_does_it() -> None:
    rows = [("Rà soát quy chế làm việc", "Đ/c Lê Văn Bình, Phó Chủ tịch UBND", "Hội Nông dân", "Quý I"),
            ("Mở lớp tập huấn kỹ năng số", "Đ/c Hà Thị Lan", "Công an xã", "Quý II"), ("Kiểm tra việc tiếp công dân", "Phó Chủ tịch UBND", "Trạm Y tế", "Quý III")]
    lines = [f"{n} {task}\n{who}\n{unit}\n{when}" for n, (task, who, unit, when) in enumerate(rows, 1)]
    table, = tables("\n".join(["STT Nhiệm vụ Người chỉ đạo Cơ quan chủ trì Cơ quan phối hợp Thời gian", *lines]))
    assert [(row[2], row[3]) for row in table[1:]] == [(who, unit) for _, who, unit, _ in rows]


def test_headings_of_a_thin_first_column_without_numbers() -> None:
    table, = tables(_TITLED.replace("Nội dung Đơn", "Nhiệm vụ/giải\npháp\nĐơn"))
    assert table[0] == ["Nhiệm vụ/giải pháp", "Đơn vị thực hiện", "Thời gian"]


def test_the_office_of_a_department_is_one_name() -> None:
    rows = [("Rà soát quy chế làm việc", "Thanh tra Sở\nVăn phòng\nSở Quy chế"), ("Mở lớp tập huấn kỹ năng số", "Phòng Tổng hợp\nVăn phòng\nSở Hội nghị"),
            ("Kiểm tra việc tiếp công dân", "Văn phòng Sở\nThanh tra Sở Báo cáo"), ("Cập nhật trang thông tin", "Phòng Tổng hợp\nThanh tra Sở Chuyên mục")]
    table, = tables("\n".join(["STT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Sản phẩm", *(f"{n} {a}\n{b}" for n, (a, b) in enumerate(rows, 1))]))
    assert not [cell for row in table for cell in row if cell.startswith("Sở")]


def test_groups_lettered_without_d_stroke() -> None:
    body = _SECOND.strip().split("\n")
    groups = [line for n, letter in enumerate("ABCDEF") for line in (f"{letter}. {('Thể chế', 'Con người', 'Hạ tầng', 'Kinh phí', 'Truyền thông', 'Giám sát')[n]}",
                                                                    *(body[1 + 2 * (n % 3)].replace(str(n % 3 + 1), str(n + 1), 1), body[2 + 2 * (n % 3)]))]
    table, = tables("\n".join([body[0], *groups]))
    assert [row[0].strip(".") for row in table[1:]] == [x for n, letter in enumerate("ABCDEF", 1) for x in (letter, str(n))]
