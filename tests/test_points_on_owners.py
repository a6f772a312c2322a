"""Points of a task that only say who does it, by when: "a) Nội dung: …" / "b) Phân công thực hiện:" / "- Cơ quan chủ trì: …"."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.read_one import read_one

HEAD = ["ỦY BAN NHÂN DÂN", "XÃ THANH SƠN", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Thanh Sơn, ngày 15 tháng 01 năm 2026", "KẾ HOẠCH", "Thực hiện công tác y tế năm 2026"]
ACTS = ["- Tổ chức hội nghị quán triệt Nghị quyết đến cán bộ chủ chốt.", "- Đưa chỉ tiêu về sức khỏe vào nghị quyết hằng năm của xã."]
LINES = ["- Cơ quan chủ trì: Trạm Y tế xã.", "- Cơ quan phối hợp: Phòng Văn hóa - Xã hội.", "- Thời gian thực hiện: Quý I/2026."]


def _tasks(tmp_path: Path, body: list[str]) -> list[tuple[str, list[str], list[str], str | None]]:
    path = tmp_path / "plan.txt"
    path.write_text("\n".join([*HEAD, *body]) + "\n", encoding="utf-8")
    return [(t.text, list(t.lead), list(t.support), t.deadline.edtf if t.deadline else None) for t in read_one(path, path.name).tasks]


@pytest.mark.parametrize("title", ["b) Phân công thực hiện:", "b) Phân công thực hiện", "b) Tổ chức thực hiện:", "b. Phân công nhiệm vụ:"])
def test_a_point_of_owners_speaks_for_the_points_before_it(tmp_path: Path, title: str) -> None:
    found = _tasks(tmp_path, ["III. NHIỆM VỤ", "1. Tăng cường sự lãnh đạo của Đảng", "a) Nội dung thực hiện:", *ACTS, title, *LINES,
                              "2. Phát triển y tế cơ sở", "a) Nội dung thực hiện:", "- Giám sát dịch bệnh tại các thôn."])
    assert [t[1:] for t in found] == [(["Trạm Y tế"], ["Phòng Văn hóa - Xã hội"], "2026-33")] * 2 + [([], [], None)]


def test_a_point_with_acts_of_its_own_stays_a_list_of_tasks(tmp_path: Path) -> None:
    found = _tasks(tmp_path, ["III. NHIỆM VỤ", "1. Tăng cường sự lãnh đạo của Đảng", "a) Nội dung thực hiện:", *ACTS, "b) Phân công thực hiện:",
                              "- Trạm Y tế chủ trì, phối hợp với Phòng Văn hóa - Xã hội khám sức khỏe định kỳ cho người dân.",
                              "- Công an xã kiểm tra cơ sở hành nghề y tư nhân trên địa bàn."])
    assert [t[1] for t in found] == [[], [], ["Trạm Y tế"], ["Công an xã"]]


@pytest.mark.parametrize("text", ["Niêm yết công khai mã QR 25 dịch vụ công thiết yếu tại nhà văn hóa thôn.", "Triển khai 76 dịch vụ công trực tuyến thiết yếu theo quy định."])
def test_the_set_of_essential_services_is_no_amount(tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("\n".join([*HEAD, "III. NHIỆM VỤ", f"- {text}", ACTS[0]]) + "\n", encoding="utf-8")
    record = read_one(path, path.name)
    assert len(record.tasks) == 2 and not record.targets


@pytest.mark.parametrize(("heading", "units"), [("Thôn trưởng, trưởng bon", ["Trưởng thôn", "Trưởng bon"]), ("Các trường học; buôn trưởng", ["Các trường học", "Trưởng buôn"])])
def test_heads_of_villages_called_the_other_way_round(tmp_path: Path, heading: str, units: list[str]) -> None:
    found = _tasks(tmp_path, ["IV. TỔ CHỨC THỰC HIỆN", f"1. {heading}", "- Vận động người dân tham gia khám sức khỏe định kỳ."])
    assert [t[1] for t in found] == [units]


@pytest.mark.parametrize(("text", "rules"), [
    ("Xây dựng báo cáo cải cách hành chính quý, 6 tháng, năm gửi Sở Nội vụ.", 3),
    ("Tổng hợp báo cáo công tác giảm nghèo 6 tháng, năm.", 2),
    ("Đưa kết quả vào tiêu chí đánh giá, xếp loại quý, năm.", 0),
    ("Báo cáo của các đơn vị phải nêu rõ chỉ tiêu tháng, quý, năm.", 0),
])
def test_a_report_on_something_is_made_every_period_named(tmp_path: Path, text: str, rules: int) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("\n".join([*HEAD, "III. NHIỆM VỤ", f"- {text}", ACTS[0]]) + "\n", encoding="utf-8")
    deadline = read_one(path, path.name).tasks[0].deadline
    assert len(deadline.rrule if deadline else []) == rules


@pytest.mark.parametrize(("text", "amounts"), [
    ("Tổng nhu cầu vốn năm 2026 là 18,6 tỷ đồng, trong đó ngân sách tỉnh 4,1 tỷ đồng, ngân sách xã 3,3 tỷ đồng.", []),
    ("Tổng nguồn vốn huy động đạt 20 tỷ đồng, trong đó vốn Nhân dân đóng góp 5 tỷ đồng.", [20, 5]),
    ("Giảm nhu cầu kinh phí sửa chữa đường xuống còn 2 tỷ đồng.", [2]),
    ("Xây dựng trường học, tổng mức đầu tư 10 tỷ đồng, năm 2026 giải ngân 3 tỷ đồng.", [3]),
])
def test_what_the_work_needs_is_no_outcome(tmp_path: Path, text: str, amounts: list[float]) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("\n".join([*HEAD, "III. NHIỆM VỤ", f"- {text}", ACTS[0]]) + "\n", encoding="utf-8")
    assert [t.value for t in read_one(path, path.name).targets] == amounts
