"""Dumps of tables that number their wording, whose times are sentences, and whose rows are counted with bare letters."""

from __future__ import annotations

from extractors.document import Line, Place, Table
from extractors.flat_table import rebuild
from extractors.text_reader import read_text


def _tables(text: str) -> list[list[list[str]]]:
    lines = [Line(line, Place(lines=(n, n))) for n, line in enumerate(text.strip("\n").split("\n"), 1)]
    return [[[cell.text if cell else "" for cell in row] for row in block.grid()[block.header_rows:]] for block in rebuild(lines) if isinstance(block, Table)]


# "~" is the space that a wrapped line ends with.
_OWN_NUMBERS = """
Nội dung Phân công nhiệm vụ Tiến độ Cách làm Sản phẩm đầu ra
1. Rà soát vùng trồng chè theo từng~
xã, lập danh sách hộ liên kết với~
nhà máy chế biến.
Chủ trì: Sở Công Thương.
Phối hợp: Sở NN&MT, Sở Tài
chính, Hội Nông dân tỉnh.
Danh sách hộ quý~
III/2026; cập nhật~
mỗi quý đến 2030.
Cán bộ xã tự khảo~
sát, không thuê tư~
vấn.
Danh sách hộ; bản đồ~
vùng trồng.
2. Lập hồ sơ mời gọi nhà máy chế~
biến chè sâu, tổ chức gặp gỡ doanh~
nghiệp thu mua.
Chủ trì: Sở Tài chính.
Phối hợp: Sở Công Thương,~
Sở Xây dựng.
Hồ sơ trình duyệt~
quý II/2027; gặp gỡ~
doanh nghiệp năm~
2027.
Hội nghị theo định~
mức hiện hành.
Hồ sơ mời gọi; biên~
bản ghi nhớ.
3. Đào tạo kỹ thuật viên cho các hợp~
tác xã chè, liên kết với trường cao~
đẳng.
Chủ trì: Sở Nội vụ.
Phối hợp: Sở NN&MT, cơ sở~
đào tạo.
Kế hoạch đào tạo~
quý I/2027; mở lớp~
trong năm 2028.
Nhiệm vụ thường~
xuyên của cơ quan.
Kế hoạch đào tạo; báo~
cáo sơ kết.
"""


def test_numbers_in_the_wording_part_the_rows_and_times_may_be_sentences() -> None:
    table, = _tables(_OWN_NUMBERS.replace("~", " "))
    assert [row[0].split()[0] for row in table] == ["1.", "2.", "3."]
    assert [row[2] for row in table] == ["Danh sách hộ quý III/2026; cập nhật mỗi quý đến 2030.", "Hồ sơ trình duyệt quý II/2027; gặp gỡ doanh nghiệp năm 2027.",
                                         "Kế hoạch đào tạo quý I/2027; mở lớp trong năm 2028."]
    assert [row[4] for row in table] == ["Danh sách hộ; bản đồ vùng trồng.", "Hồ sơ mời gọi; biên bản ghi nhớ.", "Kế hoạch đào tạo; báo cáo sơ kết."]


_LETTERED = """
STT Tên chỉ tiêu ĐVT Kế hoạch 2027 Cơ quan theo dõi
1 Tăng trưởng sản lượng % 9,5 Sở Công Thương
2 Cơ cấu vật nuôi
a Đàn trâu % 20 Sở NN&MT
b Đàn bò % 45,5 Sở NN&MT
c Đàn dê % 34,5 Sở NN&MT
3 Sản lượng thịt hơi Tấn 1.200 Sở NN&MT
4 Sản lượng sữa Tấn 300 Sở NN&MT
"""


def test_bare_letters_count_the_rows_below_a_number() -> None:
    table, = _tables(_LETTERED)
    assert [row[0] for row in table] == ["1", "2", "a", "b", "c", "3", "4"]
    assert [row[3] for row in table if row[0] in "abc"] == ["20", "45,5", "34,5"]


def test_a_group_with_an_aside_tells_that_the_table_counts_its_groups() -> None:
    prose = ["Tiếp tục nâng cao đời sống vật chất và tinh thần của người dân; phấn đấu"] * 14
    table = ["TT Nội dung công việc Sản phẩm Cơ quan thực hiện Thời gian", "I. CHUẨN BỊ (đến 30/6/2026)", "1 Thành lập tổ soạn thảo", "Quyết định", "Văn phòng Sở", "Tháng 5/2026",
             "2 Khảo sát các xã", "Báo cáo", "Tổ soạn thảo", "Tháng 6/2026", "II. TRÌNH DUYỆT (tháng 7/2026)", "3 Lấy ý kiến các phòng", "Văn bản góp ý", "Văn phòng Sở",
             "Tháng 7/2026", "III. BAN HÀNH, GỬI KẾ HOẠCH", "4 Trình lãnh đạo Sở ký", "Kế hoạch", "Văn phòng Sở", "Tháng 8/2026"]
    text = "\n".join(["KẾ HOẠCH", "Chuẩn bị đề án năm 2026", "I. MỤC ĐÍCH", *prose, "II. TIẾN ĐỘ", "Các công việc như sau:", *table])
    read, = [block for block in read_text(text.encode(), "x.txt").blocks if isinstance(block, Table)]
    assert "Tháng 8/2026" in [cell.text for cell in read.cells]


def test_lines_that_go_on_with_a_sentence_head_no_table_of_cells() -> None:
    lines = ["Nội dung", "1. Lập hồ sơ mời gọi đầu tư cho", "nội dung từng dự án (nguyên liệu,", "địa điểm, quy mô, phương", "cơ quan chủ trì, đầu mối); trình tỉnh",
             "nội dung phê duyệt, cập nhật hằng", "địa điểm nối doanh nghiệp chủ", "cơ quan trong nước; ấn phẩm",
             "Tổng kinh phí dự kiến từ ngân sách: 30.000 triệu đồng, gồm nhiệm vụ 1: 1.500; nhiệm vụ 2: 5.000; nhiệm vụ 3: 4.000; các nhiệm vụ khác bằng chi thường xuyên của cơ quan."]
    assert not [block for block in read_text("\n".join(lines).encode(), "x.txt").blocks if isinstance(block, Table)]


def test_a_scale_and_its_unit_stay_together() -> None:
    table, = _tables("""
STT Chỉ tiêu ĐVT Kế hoạch 2027 Cơ quan theo dõi
1 Giá trị xuất khẩu gỗ Tỷ USD 1,2 Sở Công Thương
2 Thu ngân sách tại cửa khẩu Tỷ đồng 350 Sở Tài chính
3 Khách tham quan Triệu lượt 0,4 Sở Du lịch
""")
    assert [row[2] for row in table] == ["Tỷ USD", "Tỷ đồng", "Triệu lượt"]
