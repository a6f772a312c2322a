"""Tables laid out in characters whose headings, titles and narrow cells stand as typesetters set them."""

from __future__ import annotations

from extractors.document import Table
from extractors.text_reader import read_text


def _rows(text: str) -> list[list[str]]:
    table = next(b for b in read_text(text.encode(), "a.txt").blocks if isinstance(b, Table))
    return [[c.text.replace("\n", " ") for c in sorted(table.cells, key=lambda c: c.col) if c.row == r] for r in range(table.n_rows)]


BROKEN = """\
                                            Thực
                                     Đơn              Mục     Mục     Mục
ST                                          hiện                              Ghi
         Nội dung chỉ tiêu             vị             tiêu    tiêu    tiêu
T                                           năm                               chú
                                     tính             2026    2028    2030
                                            2025
                                    I. Xã hội số
     Thu ngân sách nhà nước          Tỷ
1                                             28       120    56,7    56,7
     trên địa bàn                   đồng
                                                       Trên
2    Tỷ lệ lao động qua đào tạo       %       41              98,5     70
                                                       70%
                                 II. Chính quyền số
     Tổng sản lượng lương thực
1                                    Tấn      44       12      3.200   1.250
     có hạt
2    Tỷ lệ bao phủ bảo hiểm y tế      %       47       95,5    98      100
"""


def test_a_heading_of_numbers_over_two_lines_and_titles_in_the_middle() -> None:
    rows = _rows(BROKEN)
    assert rows[0][3] == "Thực hiện năm 2025"
    assert rows[1] == ["I. Xã hội số"]
    assert rows[2][:5] == ["1", "Thu ngân sách nhà nước trên địa bàn", "Tỷ đồng", "28", "120"]
    assert rows[3][4] == "Trên 70%"
    assert rows[4] == ["II. Chính quyền số"]


JUSTIFIED = """\
STT    Nhiệm vụ                          Chủ trì          Phối hợp        Thời hạn
1      Rà soát thủ tục hành chính của    Tổ     công      Văn phòng       Quý I
       xã                                nghệ số cộng     HĐND xã
                                         đồng
2      Mở lớp tập huấn cho cán bộ xã     Ban     Xây      Các thôn        Quý II
                                         dựng Đảng
3      Kiểm tra an toàn thực phẩm        Trung tâm Y      Công an xã      Quý III
                                         tế     xã
4      Sửa đường thôn                    Phòng  Kinh      Các thôn        Quý IV
                                         tế
"""


def test_words_apart_in_narrow_justified_cells_are_one_column() -> None:
    rows = _rows(JUSTIFIED)
    assert [row[2] for row in rows[1:]] == ["Tổ công nghệ số cộng đồng", "Ban Xây dựng Đảng", "Trung tâm Y tế xã", "Phòng Kinh tế"]
    assert rows[1][3] == "Văn phòng HĐND xã"


GLUED = """\
STT   Nhiệm vụ                                    Chủ trì           Phối hợp         Thời hạn
1     Rà soát thủ tục                             Phòng Văn hóa -   Các thôn         Quý I
                                                  Xã hội
2     Mở lớp tập huấn về chuyển đổi số cho cán bộ Phòng Văn hóa -   Các thôn         Quý II
      các thôn trong xã và trong các cơ quan Xã hội                 của xã
3     Kiểm tra an toàn thực phẩm ở các bếp ăn trong
      xã                                          Trạm Y tế         Công an xã       Quý III
4     Sửa đường                                   Phòng Kinh tế     Các thôn         Quý IV
"""


def test_words_glued_to_the_cell_before_are_told_by_cells_that_say_them_alone() -> None:
    rows = _rows(GLUED)
    assert rows[2][1:3] == ["Mở lớp tập huấn về chuyển đổi số cho cán bộ các thôn trong xã và trong các cơ quan", "Phòng Văn hóa - Xã hội"]
    assert rows[3][1] == "Kiểm tra an toàn thực phẩm ở các bếp ăn trong xã"


GOES_ON = GLUED + """\
\f                                  3
      số liệu của các năm trước ở tất cả các thôn và các trường học trên địa bàn
VI    Tăng cường kiểm tra, giám sát việc thực hiện của các cơ quan, đơn vị trong xã
5     Tổng kết                                    Văn phòng         Các thôn         Tháng 12
6     Báo cáo                                     Văn phòng         Các thôn         Tháng 12
"""


def test_a_page_goes_on_with_a_table_that_begins_with_the_rest_of_a_row() -> None:
    rows = _rows(GOES_ON)
    assert [row[0] for row in rows[-3:]] == ["VI", "5", "6"]
    assert rows[-1][1:] == ["Báo cáo", "Văn phòng", "Các thôn", "Tháng 12"]


def test_a_line_that_begins_with_a_count_heads_no_table() -> None:
    text = GLUED + "\f                                 3\n      số dùng chung của xã                        Trạm Y tế         Các thôn\n" \
        "5     Tổng kết                                    Văn phòng         Các thôn         Tháng 12\n" \
        "6     Báo cáo                                     Văn phòng         Các thôn         Tháng 12\n"
    assert [row[0] for row in _rows(text)][-2:] == ["5", "6"]


PARTED = """\
                                              CHỊU                              SẢN
                                              TRÁCH          ĐƠN VỊ PHỐI        PHẨM
 STT         NỘI DUNG CHỈ ĐẠO
                                              NHIỆM             HỢP             HOÀN
                                              CHÍNH                            THÀNH
  1     Số hóa hồ sơ đất đai của xã         Ủy ban Mặt     Trưởng các thôn    Quy chế
                                            trận Tổ quốc
  2     Kiểm tra mô hình chợ không          Văn phòng      Trưởng các thôn    Văn bản
        dùng tiền mặt tại chợ trung tâm     HĐND và UBND                      triển khai
  3     Nâng cấp đường truyền đến           Văn phòng      Các thôn, bản      Kế hoạch
        các thôn                            HĐND và UBND
"""


def test_headings_of_which_lines_stand_above_and_below_that_of_the_numbers() -> None:
    rows = _rows(PARTED)
    assert rows[0] == ["STT", "NỘI DUNG CHỈ ĐẠO", "CHỊU TRÁCH NHIỆM CHÍNH", "ĐƠN VỊ PHỐI HỢP", "SẢN PHẨM HOÀN THÀNH"]
    assert rows[2][:3] == ["2", "Kiểm tra mô hình chợ không dùng tiền mặt tại chợ trung tâm", "Văn phòng HĐND và UBND"]


CLOSE = """\
TT   Tên chỉ   ĐVT   Kết quả Mục       Khoa,   Tần
     số              2025    tiêu 2026 phòng   suất đo
                                       phụ
                                       trách
1    Tỷ lệ    %      1,8     ≤ 1,5     Khoa    Hàng quý
     nhiễm                             KSNK
     khuẩn
2    Thời     Ngày   6,2     5,8       Phòng   Hàng
     gian nằm                          KHTH    tháng
     viện
3    Tỷ lệ    %      88      100       Phòng   Hàng
     hồ sơ số                          CNTT    tháng
"""


def test_a_column_stands_though_its_heading_stands_close_behind_another() -> None:
    rows = _rows(CLOSE)
    assert [len(row) for row in rows] == [7, 7, 7, 7]
    assert rows[0][3] == "Kết quả 2025"
    assert rows[2][3:] == ["6,2", "5,8", "Phòng KHTH", "Hàng tháng"]


MIDDLE = """\
ST                                  Đơn vị chủ                                 Thời gian
         Nội dung nhiệm vụ                            Cơ quan phối hợp
T                                      trì                                       trình
1    Các sở, ban, ngành, địa Các cơ quan,           Văn phòng HĐND và         Hằng quý
     phương công khai 100% dự đơn vị               UBND; Hội Liên hiệp Phụ
     toán, quyết toán trên cổng                            nữ xã
     thông tin điện tử.
2    Triển khai kế hoạch tuyên Đoàn Thanh                                     31/12/2026
     truyền về chuyển đổi số   niên xã
3    Duy trì mô hình chợ không Văn     phòng       Trạm Y tế xã; Văn phòng    2026 - 2030
     dùng tiền mặt             Đảng ủy               Đảng ủy; Các thôn
4    Chủ động rà soát, đánh giá lại Các cơ quan,         Trạm Y tế xã         Quý II/2026
     thực trạng đội ngũ cán bộ đơn vị
     công chức, viên chức
5    Xử lý nghiêm trách nhiệm Văn     phòng               Công an xã          Tháng
     người đứng đầu cơ quan, đơn HĐND    và                                   3/2026
     vị để xảy ra lãng phí.      UBND
"""


def test_a_heading_set_to_the_middle_does_not_move_its_column() -> None:
    rows = _rows(MIDDLE)
    assert rows[2][1:3] == ["Triển khai kế hoạch tuyên truyền về chuyển đổi số", "Đoàn Thanh niên xã"]
    assert rows[3][2] == "Văn phòng Đảng ủy"
