"""Dumps of tables without row numbers and of tables whose leads are merged over rows."""

from __future__ import annotations

from extractors.document import Table
from extractors.text_reader import read_text


def _rows(text: str) -> list[list[str]]:
    table, = [block for block in read_text(text.encode(), "x.txt").blocks if isinstance(block, Table)]
    return [[cell.text if cell else "" for cell in row] for row in table.grid()[table.header_rows:]]


_MERGED = """TT Nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp Thời gian
1 Rà soát hạ tầng của xã
Phòng Kinh tế
Các thôn
Quý I/2026
2 Lắp đặt camera an ninh
Công an xã
Đoàn Thanh niên xã
Quý II/2026
3 Tuyên truyền pháp luật
Hội Nông dân xã
Quý II/2026
4 Tổ chức tập huấn cho đoàn viên
Đoàn Thanh niên xã
Quý III/2026
5 Số hóa hồ sơ đất đai
Phòng Kinh tế
Hội Nông dân xã
Quý III/2026
6 Kiểm tra an toàn thực phẩm
Các thôn
Quý IV/2026
7 Đánh giá kết quả năm
Trạm Y tế xã
Hội Phụ nữ xã
Quý IV/2026
"""


def test_owners_that_only_help_elsewhere_share_the_lead_above() -> None:
    rows = _rows(_MERGED)
    assert [row[2] for row in rows] == ["Phòng Kinh tế", *["Công an xã"] * 3, *["Phòng Kinh tế"] * 2, "Trạm Y tế xã"]
    assert [row[3] for row in rows][2:4] == ["Hội Nông dân xã", "Đoàn Thanh niên xã"]


def test_a_lead_printed_anew_below_itself_is_not_merged() -> None:
    rows = _rows(_MERGED.replace("7 Đánh giá kết quả năm\nTrạm Y tế xã", "7 Lập hồ sơ năm\nTrạm Y tế xã\nCác thôn\nQuý IV/2026\n8 Đánh giá kết quả năm\nTrạm Y tế xã"))
    assert [row[2:4] for row in rows][2:4] == [["Hội Nông dân xã", ""], ["Đoàn Thanh niên xã", ""]]


_GROUPS = """Nhiệm vụ Đơn vị chủ trì Thời gian
Nhóm nhiệm vụ về chuyển đổi số
Rà soát, nâng cấp hạ tầng mạng của
các cơ quan trên địa bàn xã
Phòng Kinh tế Quý I/2026
Lắp đặt camera tại các thôn
Công an xã Quý II/2026
Số hóa hồ sơ lưu trữ tại các phòng,
ban, đơn vị sự nghiệp
Phòng Kinh tế Quý II/2026
Phát triển nguồn nhân lực số
Tổ chức tập huấn kỹ năng số cho cán
bộ, công chức của xã
Phòng Văn hóa - Xã hội Quý II/2026
Cử cán bộ dự các lớp bồi dưỡng do
tỉnh tổ chức trong năm
Văn phòng HĐND và UBND Quý III/2026
Kiểm tra kỷ luật, kỷ cương hành
chính tại các phòng, ban
Văn phòng HĐND và UBND Quý III/2026
"""


def test_titles_over_an_act_head_a_group() -> None:
    rows = _rows(_GROUPS)
    assert [row[0] for row in rows if row[1] == row[0]] == ["Nhóm nhiệm vụ về chuyển đổi số", "Phát triển nguồn nhân lực số"]
    assert [row[2] for row in rows if row[1] != row[0]] == ["Quý I/2026", "Quý II/2026", "Quý II/2026", "Quý II/2026", "Quý III/2026", "Quý III/2026"]


def test_a_numeral_with_a_full_stop_heads_a_group_behind_a_quarter() -> None:
    text = "Nhiệm vụ Đơn vị chủ trì Thời gian\nI. Hạ tầng số\nRà soát hạ tầng mạng của xã\nPhòng Kinh tế Hằng quý\nII. Nhân lực số\nTổ chức tập huấn kỹ năng số\nCông an xã\nTrước ngày 25\ntháng cuối quý\nIII. Kinh tế số\nHỗ trợ hộ kinh doanh bán hàng\nPhòng Kinh tế Quý I/2026\n"
    assert [row[0] for row in _rows(text)][::2] == ["I. Hạ tầng số", "II. Nhân lực số", "III. Kinh tế số"]


def test_rows_as_wide_as_prose_do_not_end_a_table_without_numbers() -> None:
    prose = "Thực hiện chương trình công tác năm 2026, Ủy ban nhân dân xã ban hành kế hoạch triển khai\nnhư sau, các cơ quan căn cứ nhiệm vụ được giao tổ chức thực hiện nghiêm túc, đúng tiến độ.\n"
    table = """Nội dung công việc Đơn vị thực hiện Thời gian
Thực hiện mô hình “Ngày thứ Sáu không hẹn”, “Trả kết
quả tại nhà”
Phòng Kinh tế Từ tháng 02/2026
Đánh giá tình hình thực hiện phân cấp, ủy quyền Phòng VH-XH Quý III/2026
Xây dựng, phê duyệt vị trí việc làm và cơ cấu ngạch
công chức
Phòng VH-XH Tháng 04/2026
Thực hiện chuyển đổi vị trí công tác theo quy định Phòng VH-XH Quý IV/2026
Kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính VP HĐND và UBND Đột xuất
Công khai dự toán, quyết toán ngân sách đúng quy định Phòng Kinh tế Hằng quý
Rà soát, xử lý trụ sở dôi dư sau khi sắp xếp các thôn Phòng Kinh tế Quý II/2026
Sửa đổi, bổ sung quy chế chi tiêu nội bộ của cơ quan Phòng Kinh tế Quý I/2026
Ứng dụng trợ lý ảo hỗ trợ người dân tra cứu thủ tục Phòng VH-XH Quý III/2026
"""
    rows = _rows(prose * 8 + "Phụ lục\n" + table + "Nơi nhận:\n- Như trên;\n")
    assert [row[1] for row in rows] == ["Phòng Kinh tế", "Phòng VH-XH", "Phòng VH-XH", "Phòng VH-XH", "VP HĐND và UBND", *["Phòng Kinh tế"] * 3, "Phòng VH-XH"]


_HALFWAY = """TT Nhiệm vụ Đơn vị thực hiện Thời gian
1 Rà soát hạ tầng của xã
Phòng Kinh tế Quý I/2026
2 Lắp đặt camera an ninh
Công an xã Tháng 4/2026
3 Tuyên truyền pháp luật cho người dân
Phòng VH-XH
4 Thường xuyên Tổ chức tập huấn cho lực lượng xung kích
Ban CHQS xã
5 Kiểm tra an toàn thực phẩm
Trạm Y tế xã Quý IV/2026
6 Đánh giá kết quả năm
Phòng Kinh tế Tháng 12/2026
"""


def test_a_time_halfway_between_two_rows_is_merged_over_both() -> None:
    rows = _rows(_HALFWAY)
    assert [row[1] for row in rows][3] == "Tổ chức tập huấn cho lực lượng xung kích"
    assert [row[3] for row in rows] == ["Quý I/2026", "Tháng 4/2026", "Thường xuyên", "Thường xuyên", "Quý IV/2026", "Tháng 12/2026"]
