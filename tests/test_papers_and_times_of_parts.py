"""Below a line of a task: the papers of a file, what an inspection looks at, times of several parts. None of them is a task."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.read_one import read_one

_PLAN = """ỦY BAN NHÂN DÂN
XÃ PHÚ TRUNG
Số: 21/KH-UBND

KẾ HOẠCH
công tác giảm nghèo năm 2026

I. MỤC ĐÍCH
- Nâng cao nhận thức của người dân.
II. NHIỆM VỤ
1. Kiểm tra
- Thành lập Đoàn kiểm tra, tiến hành kiểm tra tại các thôn. Cụ thể các nội dung:
+ Việc ban hành kế hoạch của các thôn.
+ Kết quả rà soát hộ nghèo.
- Chủ trì kiểm tra, thực hiện các nội dung:
+ Công tác tuyên truyền.
+ Công tác hỗ trợ nhà ở.
2. Xét công nhận
Các thôn lập hồ sơ đề nghị công nhận gửi về Phòng Kinh tế, hồ sơ bao gồm:
- Tờ trình đề nghị công nhận.
- Báo cáo kết quả của thôn.
3. Tổ chức hội thi
- Tổ chức hội thi tuyên truyền viên giỏi.
- Thời gian:
+ Cấp thôn: hoàn thành trước ngày 30/4/2026.
+ Cấp xã: trong tháng 5/2026.
4. Tuyên truyền
- Tuyên truyền qua hệ thống truyền thanh.
* Thời gian thực hiện:
- Tuyên truyền qua truyền thanh: thường xuyên trong năm.
- Xây dựng pano: trong quý II/2026.
5. Họp thôn
- Tổ chức họp thôn.
- Thời gian thực hiện:
+ Trước ngày 20/02/2026: Ban hành giấy mời.
+ Trước ngày 10/3/2026: Tổ chức họp.
"""


def test_only_acts_are_tasks(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(_PLAN, encoding="utf-8")
    assert [(t.text, t.deadline.raw if t.deadline else None) for t in read_one(path, path.name).tasks] == [
        ("Thành lập Đoàn kiểm tra, tiến hành kiểm tra tại các thôn. Cụ thể các nội dung:", None),
        ("Công tác tuyên truyền.", None),
        ("Công tác hỗ trợ nhà ở.", None),
        ("Các thôn lập hồ sơ đề nghị công nhận gửi về Phòng Kinh tế, hồ sơ bao gồm:", None),
        ("Tổ chức hội thi tuyên truyền viên giỏi.", "Cấp thôn: hoàn thành trước ngày 30/4/2026; Cấp xã: trong tháng 5/2026"),
        ("Tuyên truyền qua hệ thống truyền thanh.", None),
        ("Tổ chức họp thôn.", None),
        ("Trước ngày 20/02/2026: Ban hành giấy mời.", "Trước ngày 20/02/2026"),
        ("Trước ngày 10/3/2026: Tổ chức họp.", "Trước ngày 10/3/2026"),
    ]


_STEPS = """ỦY BAN NHÂN DÂN
XÃ PHÚ TRUNG
Số: 22/KH-UBND

KẾ HOẠCH
rà soát hộ nghèo năm 2026

I. MỤC ĐÍCH
- Xác định đúng đối tượng.
II. QUY TRÌNH RÀ SOÁT HỘ NGHÈO
Bước 1: Các thôn tổ chức rà soát, lập danh sách hộ nghèo.
Bước 2: Tổ chức họp dân để thống nhất kết quả đánh giá.
Bước 3: Niêm yết công khai kết quả.
III. QUY TRÌNH TIẾP NHẬN HỒ SƠ
- Bước 1: Người dân nộp hồ sơ tại Trung tâm Phục vụ hành chính công.
- Bước 2: Công chức tiếp nhận, chuyển phòng chuyên môn.
"""


def test_steps_that_order_acts(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(_STEPS, encoding="utf-8")
    assert [t.text for t in read_one(path, path.name).tasks] == [
        "Bước 1: Các thôn tổ chức rà soát, lập danh sách hộ nghèo.",
        "Bước 2: Tổ chức họp dân để thống nhất kết quả đánh giá.",
        "Bước 3: Niêm yết công khai kết quả.",
    ]


@pytest.mark.parametrize(("lines", "tasks"), [
    (("1. Tiến độ thực hiện", "- Xây dựng kế hoạch: Trong tháng 01/2026.", "- Tổng kết công tác: Tháng 12/2026."),
     [("Xây dựng kế hoạch: Trong tháng 01/2026.", "Trong tháng 01/2026"), ("Tổng kết công tác: Tháng 12/2026.", "Tháng 12/2026")]),
    (("1. Đại hội chi hội", "- Thời gian thực hiện:", "+ Hoàn thành đại hội điểm trước 30/3/2026", "+ Hoàn thành đại hội cấp cơ sở trước 30/6/2026"),
     [("Đại hội chi hội", "Hoàn thành đại hội điểm trước 30/3/2026; Hoàn thành đại hội cấp cơ sở trước 30/6/2026")]),
    (("1. Giám sát các nội dung sau:", "- Công tác quản lý đất đai (quý I/2026).", "- Công tác đầu tư công (quý III/2026)."),
     [("Công tác quản lý đất đai (quý I/2026).", "quý I/2026"), ("Công tác đầu tư công (quý III/2026).", "quý III/2026")]),
    (("1. Hoàn thiện hồ sơ xã nông thôn mới, gồm:", "- Báo cáo kết quả: Phòng Kinh tế chủ trì, hoàn thành trước 30/6/2026.", "- Biên bản họp: Văn phòng HĐND và UBND."),
     [("Báo cáo kết quả: Phòng Kinh tế chủ trì, hoàn thành trước 30/6/2026.", "trước 30/6/2026"), ("Biên bản họp: Văn phòng HĐND và UBND.", None)]),
])
def test_lines_that_say_who_or_when_stay_tasks(tmp_path: Path, lines: tuple[str, ...], tasks: list[tuple[str, str | None]]) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(_PLAN.partition("1. Kiểm tra")[0] + "\n".join(lines) + "\n", encoding="utf-8")
    assert [(t.text, t.deadline.raw if t.deadline else None) for t in read_one(path, path.name).tasks] == tasks
