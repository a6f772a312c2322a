"""Titles of sections on what has been done, as reports with a part on next year have them, and titles of tasks that sound like aims."""

from pathlib import Path

import pytest

from pipeline.read_one import read_one

HEAD = """TỈNH ỦY CÀ MAU
Số: 12-CTr/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Cà Mau, ngày 15 tháng 01 năm 2026
CHƯƠNG TRÌNH
Hành động thực hiện Nghị quyết số 59-NQ/TW

"""
DONE = """1. Công tác tuyên truyền
- Tổ chức 120 hội nghị tuyên truyền cho 12.000 lượt người, đạt 110% kế hoạch.
2. Công tác phối hợp
- Thu hút 15 dự án với tổng vốn 350 triệu USD.
"""
TASKS = """1. Công tác tuyên truyền
- Xây dựng chuyên mục trên Báo và phát thanh, truyền hình tỉnh.
2. Công tác phối hợp
- Đẩy mạnh xúc tiến đầu tư vào thị trường Nhật Bản, Hàn Quốc.
"""


def _read(tmp_path: Path, text: str) -> tuple[int, int]:
    path = tmp_path / "plan.txt"
    path.write_text(HEAD + text, encoding="utf-8")
    plan = read_one(path, path.name)
    return len(plan.tasks), len(plan.targets)


@pytest.mark.parametrize("title", [
    "TỔNG KẾT CÔNG TÁC NĂM 2025", "ĐÁNH GIÁ VIỆC THỰC HIỆN NGHỊ QUYẾT", "NHÌN LẠI NĂM 2025", "VIỆC THỰC HIỆN CÁC CHỈ TIÊU NĂM 2025", "TIỀM NĂNG, LỢI THẾ",
    "CÁC KẾT QUẢ ĐÃ ĐẠT ĐƯỢC", "KẾT QUẢ PHONG TRÀO THI ĐUA", "THÀNH TỰU NỔI BẬT", "NHẬN XÉT, ĐÁNH GIÁ", "QUÁ TRÌNH TRIỂN KHAI", "GIỚI THIỆU CHUNG",
    "SƠ KẾT 5 NĂM THỰC HIỆN NGHỊ QUYẾT",
])
def test_what_has_been_done_gives_nothing(tmp_path: Path, title: str) -> None:
    assert _read(tmp_path, f"A. {title}\n{DONE}B. NHIỆM VỤ VÀ GIẢI PHÁP\n{TASKS}") == (2, 0)


@pytest.mark.parametrize("title", ["ĐỊNH HƯỚNG NHIỆM VỤ", "ĐỊNH HƯỚNG CÔNG TÁC NĂM 2026"])
def test_what_is_to_be_done_gives_tasks(tmp_path: Path, title: str) -> None:
    assert _read(tmp_path, f"I. MỤC ĐÍCH\n- Nâng cao nhận thức.\nII. {title}\n{TASKS}") == (2, 0)


def test_indicators_of_results_are_targets(tmp_path: Path) -> None:
    aims = "- Tỷ lệ doanh nghiệp tham gia xuất khẩu đạt 20%.\n- Kim ngạch xuất khẩu đạt 2,5 tỷ USD.\n"
    assert _read(tmp_path, f"I. CÁC CHỈ SỐ KẾT QUẢ\n{aims}II. NHIỆM VỤ VÀ GIẢI PHÁP\n{TASKS}") == (2, 2)


def test_an_order_to_look_back_is_a_task(tmp_path: Path) -> None:
    text = ("Thời gian qua, công tác hội nhập quốc tế được các cấp, các ngành quan tâm. Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n1. Sở Y tế xây dựng kế hoạch kiểm tra.\n2. Sở Nội vụ tham mưu kiện toàn tổ chức.\n"
            "3. Đánh giá việc thực hiện nhiệm vụ được giao, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12/2026.\n")
    assert _read(tmp_path, text) == (3, 0)


def test_a_summing_up_that_bodies_are_charged_with_is_to_come(tmp_path: Path) -> None:
    orders = "Phòng Kinh tế tham mưu tổ chức sơ kết vào quý IV/2028 và tổng kết 5 năm vào quý IV/2030.\n"
    assert _read(tmp_path, f"I. NHIỆM VỤ\n{TASKS}II. TỔNG KẾT 5 NĂM THỰC HIỆN\n{orders}") == (3, 0)


def test_a_summing_up_of_what_bodies_have_done_is_none(tmp_path: Path) -> None:
    done = "- Phòng Kinh tế đã tham mưu ban hành kế hoạch trước ngày 05/3/2025.\n"
    assert _read(tmp_path, f"I. TỔNG KẾT NĂM 2025\n{done}II. NHIỆM VỤ\n{TASKS}") == (2, 0)
