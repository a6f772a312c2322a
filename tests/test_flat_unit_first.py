"""Tables of a dump that name the unit first, over the rows of its duties, and the sentence that closes the plan below them."""

from __future__ import annotations

from pathlib import Path

from normalizers.citations import find_citations
from pipeline.read_one import read_one

DUMP = """ỦY BAN NHÂN DÂN
XÃ KỲ LONG
KẾ HOẠCH
Thu gom rác thải sinh hoạt năm 2026

III. PHÂN CÔNG NHIỆM VỤ

Các cơ quan, đơn vị thực hiện nhiệm vụ theo bảng phân công sau đây:

Cơ quan, đơn vị Nhiệm vụ được giao Thời gian hoàn thành

Phòng Kinh tế

Tham mưu ký hợp đồng dịch vụ thu gom, vận chuyển với đơn vị đủ năng lực Trước 31/3/2026
Quy hoạch vị trí điểm tập kết, xây dựng 12 bể chứa vỏ bao bì thuốc bảo vệ thực
vật Tháng 5/2026

Theo dõi, tổng hợp kết quả thực hiện, báo cáo UBND xã Ngày 25 hằng tháng

Phòng Văn hóa - Xã hội
Xây dựng chuyên mục tuyên truyền trên hệ thống truyền thanh xã, thời lượng 15
phút/buổi Hằng tuần

Đưa nội dung phân loại rác vào bình xét gia đình văn hóa, thôn văn hóa Quý IV/2026
Đề nghị UBMTTQ và các

đoàn thể Vận động hội viên ký cam kết thực hiện phân loại rác Trước 30/4/2026

Các thôn
Kiện toàn tổ tự quản môi trường; đưa nội dung thu gom rác vào hương ước, quy
ước Tháng 4/2026

Thu phí vệ sinh môi trường theo mức quy định, nộp về xã Trước ngày 30/6/2026

Yêu cầu các cơ quan, đơn vị nghiêm túc tổ chức thực hiện./.

Nơi nhận:
- Thường trực Đảng ủy, HĐND xã;
- Lưu: VT, KT.
"""


def test_a_unit_asked_for_help_and_the_closing_sentence(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(DUMP, encoding="utf-8")
    tasks = read_one(path, path.name).tasks
    assert list(tasks[5].lead) == ["Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Các tổ chức chính trị - xã hội"]
    assert len(tasks) == 8 and tasks[7].text.endswith("nộp về xã") and list(tasks[7].lead) == ["Các thôn"]


def test_signs_of_committees_may_be_long() -> None:
    found = find_citations("Kế hoạch số 911/KH-BCĐLNATTP ngày 27/3/2026 của Ban Chỉ đạo liên ngành về an toàn thực phẩm tỉnh Ninh Bình, UBND phường")
    assert [(c.number, c.date, c.issuer) for c in found] == [("911/KH-BCĐLNATTP", "2026-03-27", "Ban Chỉ đạo liên ngành về an toàn thực phẩm tỉnh Ninh Bình")]


ALLOTTED = """ỦY BAN NHÂN DÂN
XÃ PHÚ VANG
KẾ HOẠCH
Phòng, chống thiên tai năm 2026

PHỤ LỤC: CHỈ TIÊU GIAO CÁC THÔN CHUẨN BỊ VẬT TƯ, LỰC LƯỢNG NĂM
2026

Chỉ tiêu ĐVT Thôn Kế Sung
Thôn Thanh

Mỹ
Thôn Diên

Lộc
Bao tải cát Bao 300 250 400

Cọc tre Cây 150 120 200
Hộ phải sơ tán khi bão

cấp 12 Hộ 45 32 67
"""


def test_figures_by_village_without_row_numbers(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(ALLOTTED, encoding="utf-8")
    targets = read_one(path, path.name).targets
    assert [t.value for t in targets] == [300, 250, 400, 150, 120, 200, 45, 32, 67]
    assert all("Thôn" in t.indicator for t in targets) and "Thôn Thanh Mỹ" in targets[1].indicator
