"""Who is charged or helps in the later clauses of a duty, beside whom its heading or its first clause names."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.unit_prose import prose_owners
from pipeline.read_one import read_one

HEAD = (
    "ỦY BAN NHÂN DÂN\nXÃ THANH SƠN\nSố: 12/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nThanh Sơn, ngày 15 tháng 01 năm 2026\n"
    "KẾ HOẠCH\nThực hiện nhiệm vụ năm 2026\n\nI. MỤC ĐÍCH, YÊU CẦU\n- Nâng cao nhận thức.\nII. TỔ CHỨC THỰC HIỆN\n"
)


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Công an xã chủ trì, Ban Chỉ huy Quân sự xã, Trạm Y tế tham gia, tổ chức tuần tra khép kín địa bàn.", ["Công an xã"], ["Ban Chỉ huy Quân sự xã", "Trạm Y tế"]),
    ("Phòng Kinh tế chủ trì, các thôn tham gia thực hiện.", ["Phòng Kinh tế"], ["Các thôn"]),
    ("Phòng Kinh tế chủ trì, Công an xã phối hợp, các thôn hỗ trợ thực hiện.", ["Phòng Kinh tế"], ["Các thôn", "Công an xã"]),
    ("Xây dựng tuyến đường hoa tại các khu phố, phân công Trạm Y tế đảm nhận.", ["Trạm Y tế"], []),
    ("UBND xã thành lập Tổ công tác, phân công Phòng Kinh tế theo dõi.", ["Ủy ban nhân dân xã", "Phòng Kinh tế"], []),
    ("Rà soát các hộ nghèo, phân công đảng viên phụ trách giúp đỡ từng hộ.", [], []),
    ("Tổ chuyên môn xây dựng kế hoạch; giáo viên chủ nhiệm theo dõi nền nếp học sinh.", ["Tổ chuyên môn", "Giáo viên chủ nhiệm"], []),
    ("Đội Quản lý trật tự xây dựng lập biên bản các trường hợp vi phạm.", ["Đội Quản lý trật tự xây dựng"], []),
])
def test_later_clauses(text: str, lead: list[str], support: list[str]) -> None:
    got = prose_owners(text)
    assert ([u.name for u in got[0]], [u.name for u in got[1]]) == (lead, support)


def test_the_heading_keeps_its_duty_where_a_later_clause_charges_another(tmp_path: Path) -> None:
    duty = "- Tăng cường kiểm tra các tuyến đường; giao Công an xã lập biên bản các trường hợp vi phạm.\n"
    own = "- Công an xã phân luồng giao thông tại khu vực chợ.\n"
    path = tmp_path / "plan.txt"
    path.write_text(HEAD + "1. Phòng Kinh tế\n" + duty + own, encoding="utf-8")
    assert [list(task.lead) for task in read_one(path, path.name).tasks] == [["Phòng Kinh tế", "Công an xã"], ["Công an xã"]]
