"""Plans of schools, hospitals and offices of a branch: sections that charge departments, times, places."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.deadlines import parse_deadline
from pipeline.read_one import read_one
from pipeline.records import PlanRecord


def _read(tmp_path: Path, *body: str, head: tuple[str, ...] = ("SỞ Y TẾ TỈNH LÂM ĐỒNG", "BỆNH VIỆN ĐA KHOA ĐẠ TẺH"), place: str = "Lâm Đồng") -> PlanRecord:
    path = tmp_path / "plan.txt"
    lines = [*head, "Số: 15/KH-BV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", f"{place}, ngày 10 tháng 02 năm 2026",
             "KẾ HOẠCH", "Tổ chức tuần lễ an toàn người bệnh", "", "Bệnh viện xây dựng kế hoạch như sau:", *body]
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_one(path, path.name)


def _leads(plan: PlanRecord) -> list[list[str]]:
    return [list(t.lead) for t in plan.tasks]


def test_a_section_that_assigns_charges_the_units_of_its_headings(tmp_path: Path) -> None:
    plan = _read(
        tmp_path, "I. MỤC ĐÍCH", "Nâng cao an toàn cho người bệnh.", "II. NỘI DUNG VÀ PHÂN CÔNG THỰC HIỆN", "1. Phòng Điều dưỡng",
        "- Rà soát quy trình nhận dạng người bệnh tại các buồng bệnh.", "2. Tập huấn cho nhân viên mới về báo cáo sự cố, ghi chép đầy đủ vào sổ.",
        "3. Treo băng rôn, khẩu hiệu tại sảnh chính, khu khám bệnh và cổng ra vào.", "4. Khoa Dược", "- Kiểm tra tủ thuốc trực của các đơn vị.")
    assert _leads(plan) == [["Phòng Điều dưỡng"], [], [], ["Khoa Dược"]]


def test_an_item_beside_assigned_duties_holds_tasks(tmp_path: Path) -> None:
    plan = _read(tmp_path, "I. MỤC ĐÍCH", "Nâng cao an toàn cho người bệnh.", "II. CÔNG TÁC TRỰC TRONG DỊP LỄ", "1. Công tác tuyên truyền",
                 "- Triển khai văn bản của cấp trên đến toàn thể nhân viên.", "- Thông báo lịch trực tại bảng tin.", "2. Phân công nhiệm vụ",
                 "- Phòng Điều dưỡng lập danh sách trực.")
    assert [t.text for t in plan.tasks] == ["Triển khai văn bản của cấp trên đến toàn thể nhân viên.", "Thông báo lịch trực tại bảng tin.",
                                            "Phòng Điều dưỡng lập danh sách trực."]


def test_what_is_asked_of_a_body_in_a_section_of_tasks(tmp_path: Path) -> None:
    plan = _read(tmp_path, "I. MỤC ĐÍCH", "Nâng cao an toàn cho người bệnh.", "II. KẾ HOẠCH CỤ THỂ", "1. Đối với Phòng Điều dưỡng",
                 "- Thống nhất mẫu phiếu giám sát.", "- Nhắc nhở nhân viên thực hiện đúng quy trình.", "2. Thời gian chuẩn bị", "- In ấn biểu mẫu từ 10 đến 14/3/2026.")
    assert _leads(plan) == [["Phòng Điều dưỡng"], ["Phòng Điều dưỡng"], []]
    assert plan.tasks[2].deadline is not None
    assert plan.tasks[2].deadline.edtf == "2026-03-10/2026-03-14"


@pytest.mark.parametrize(("head", "place", "province"), [
    (("VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO", "VIỆN KIỂM SÁT NHÂN DÂN TỈNH LÂM ĐỒNG"), "Lâm Đồng", "Lâm Đồng"),
    (("BỘ Y TẾ", "BỆNH VIỆN PHONG DA LIỄU"), "Khánh Hòa", "Khánh Hòa"),
    (("BỘ Y TẾ", "CỤC PHÒNG BỆNH"), "Hà Nội", None),
])
def test_a_body_below_a_central_one_sits_where_its_header_says(tmp_path: Path, head: tuple[str, ...], place: str, province: str | None) -> None:
    assert _read(tmp_path, "I. NHIỆM VỤ", "- Rà soát hồ sơ.", head=head, place=place).plan.province == province


@pytest.mark.parametrize("phrase", ["Trước khai mạc ít nhất 10 ngày", "Trước kỳ thi 15 ngày"])
def test_so_long_before_an_event_is_no_date(phrase: str) -> None:
    assert parse_deadline(phrase, "2026-02-10").kind == "conditional"
