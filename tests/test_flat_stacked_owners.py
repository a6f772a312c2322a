"""Tables in dumps: owners below each other without a mark, titles above rows counted anew, merged headings and what stands beside them."""

from __future__ import annotations

from extractors.document import Line, Place, Table
from extractors.flat_table import rebuild


def _table(text: str) -> Table:
    lines = [Line(line, Place(lines=(n, n))) for n, line in enumerate(text.strip("\n").split("\n"), 1) if line.strip()]
    return next(block for block in rebuild(lines) if isinstance(block, Table))


def _rows(text: str) -> list[list[str]]:
    table = _table(text)
    return [[cell.text if cell else "" for cell in row] for row in table.grid()[table.header_rows:]]


_STACKED = """
STT Nội dung
Thời gian
thực hiện
Cơ quan
chủ trì
Cơ quan
phối hợp
Sản phẩm
1 Rà soát quỹ đất công ích
Hằng quý
Trung tâm Dịch
vụ tổng hợp
Phòng Văn
hóa - Xã hội
Các thôn
Trạm Y tế
xã
Danh mục được
phê duyệt
2 Mở lớp tập huấn kỹ năng số
Quý II/2026
Phòng Văn
hóa - Xã hội
Văn phòng
Đảng ủy
Các thôn
Hội Nông
dân xã
Báo cáo
3 Tuần tra ban đêm tại các thôn
Tháng 3/2026
Công an xã
Ban Chỉ huy
Quân sự xã
Kế hoạch
4 Kiểm tra an toàn thực phẩm
Tháng 6/2026
Trạm Y tế
xã
Công an xã
Phòng Kinh tế
Biên bản
"""


def test_units_below_each_other_stay_in_their_column() -> None:
    rows = _rows(_STACKED)
    assert [row[3] for row in rows] == ["Trung tâm Dịch vụ tổng hợp", "Phòng Văn hóa - Xã hội", "Công an xã", "Trạm Y tế xã"]
    assert rows[0][4] == "Phòng Văn hóa - Xã hội Các thôn Trạm Y tế xã"
    assert rows[1][4] == "Văn phòng Đảng ủy Các thôn Hội Nông dân xã"
    assert [row[5] for row in rows] == ["Danh mục được phê duyệt", "Báo cáo", "Kế hoạch", "Biên bản"]


_ANEW = """
STT Nhiệm vụ Đơn vị chủ trì Thời gian Kết quả
Kinh tế số
1 Rà soát danh sách hộ kinh doanh Phòng Kinh tế Quý I/2026 Danh sách
2 Mở gian hàng số cho hợp tác xã Phòng Kinh tế Quý II/2026 Báo cáo
3 Vận động thanh toán không tiền mặt Công an xã Hằng quý
Nâng cao nhận thức, đổi mới tư duy, xác định quyết tâm của cả hệ thống
chính trị trong chuyển đổi số
1 Phát thanh tin, bài trên loa xã Phòng Văn hóa - Xã hội Hằng tháng Tin, bài
2 Treo băng rôn tại các thôn Các thôn Quý I/2026
An toàn thông tin
1 Cài phần mềm diệt vi-rút Công an xã Quý I/2026 Báo cáo
2 Sao lưu dữ liệu Văn phòng HĐND và UBND Hằng tháng Báo cáo
"""


def test_a_title_above_rows_counted_anew_is_no_result_of_the_row_before() -> None:
    rows = _rows(_ANEW)
    assert [row[1] for row in rows if not row[0]] == [
        "Kinh tế số", "Nâng cao nhận thức, đổi mới tư duy, xác định quyết tâm của cả hệ thống chính trị trong chuyển đổi số", "An toàn thông tin"]
    assert [row[4] for row in rows if row[0]] == ["Danh sách", "Báo cáo", "", "Tin, bài", "", "Báo cáo", "Báo cáo"]


def test_a_heading_on_the_line_of_others_stands_above_none_of_them() -> None:
    rows = _rows("""
STT Nội dung Đơn vị Mục tiêu Cơ quan chủ trì Cơ quan phối hợp
1 Tỷ lệ hộ nghèo đa chiều % 2,5 Phòng Kinh tế Các thôn
2 Tỷ lệ bao phủ bảo hiểm y tế % 95 Trạm Y tế xã Công an xã
3 Sản lượng lương thực Tấn 1.250 Phòng Kinh tế Hội Nông dân xã
""")
    assert [row[2:4] for row in rows] == [["%", "2,5"], ["%", "95"], ["Tấn", "1.250"]]


def test_a_merged_heading_below_the_wordings_is_no_part_of_it() -> None:
    table = _table("""
STT Nội dung
Kế hoạch
Cơ quan
chủ trì
Cơ quan phối
hợpNăm
2026
Năm
2028
1 Tỷ lệ hộ dùng nước sạch 85% 90% Phòng Kinh tế Các thôn
2 Tỷ lệ hộ có Internet 75% 80% Công an xã Các thôn
3 Tỷ lệ hộ có sổ sức khỏe điện tử 65% 70% Trạm Y tế xã Các thôn
""")
    heads = [[cell.text if cell else "" for cell in row] for row in table.grid()]
    assert heads[0][1:3] == ["Nội dung", "Kế hoạch"]
    assert [row[2:5] for row in heads[2:]] == [["85%", "90%", "Phòng Kinh tế"], ["75%", "80%", "Công an xã"], ["65%", "70%", "Trạm Y tế xã"]]


def test_titles_cut_by_a_thin_column_part_rows_without_numbers() -> None:
    rows = _rows("""
Nhiệm vụ Đơn vị chủ trì Thời gian Kết quả
I. Công tác tuyên truyền, nâng
cao nhận thức
Phát thanh tin, bài trên loa xã
Phòng Văn hóa - Xã hội
Hoàn thành
trước ngày
31/12/2026
Tin, bài
Treo băng rôn tại các thôn
Các thôn
Quý I/2026
Báo cáo
II. Hoàn thiện thể chế, chính
sách
Rà soát quy chế làm việc
Văn phòng HĐND và UBND
Quý II/2026
Quy chế
Lập kế hoạch kiểm tra
Công an xã
Quý I/2026
Kế hoạch
""")
    wordings = [row[0] for row in rows]
    assert wordings == ["I. Công tác tuyên truyền, nâng cao nhận thức", "Phát thanh tin, bài trên loa xã", "Treo băng rôn tại các thôn",
                        "II. Hoàn thiện thể chế, chính sách", "Rà soát quy chế làm việc", "Lập kế hoạch kiểm tra"]
    assert rows[1][2] == "Hoàn thành trước ngày 31/12/2026"


def test_counted_titles_above_indicators_are_no_part_of_the_first() -> None:
    rows = _rows("""
Chỉ tiêu cụ thể ĐVT Năm 2026 Năm 2030
1. Phát triển hạ tầng số
Tỷ lệ hộ gia đình có kết nối Internet băng rộng % 85 95
Tổng số camera an ninh trên các tuyến đường xã Chiếc 20 45
2. Kinh tế số
Tỷ lệ hộ kinh doanh thanh toán không tiền mặt % 70 90
Số gian hàng của hợp tác xã trên sàn điện tử Gian 5 15
""")
    assert [row[0] for row in rows][:2] == ["1. Phát triển hạ tầng số", "Tỷ lệ hộ gia đình có kết nối Internet băng rộng"]
    assert rows[4][0] == "Tỷ lệ hộ kinh doanh thanh toán không tiền mặt"
