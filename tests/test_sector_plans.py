"""Plans of schools, hospitals and offices of a branch: sections that charge departments, times, places."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.deadlines import parse_deadline
from normalizers.target_prose import read_targets
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units
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


@pytest.mark.parametrize(("sentence", "lead"), [
    ("Căn cứ dự toán đã được Hội đồng trường, Ban Giám hiệu thông qua, phòng Quản trị và Thiết bị, phòng Đào tạo mua sắm vật tư.", ["Phòng Quản trị và Thiết bị", "Phòng Đào tạo"]),
    ("Sau khi được Đảng ủy, Ban Giám hiệu phê duyệt, niêm yết tại bảng tin.", []),
    ("Các Bộ môn Nội - Truyền nhiễm, Bộ môn Nhi có trách nhiệm soạn bài giảng.", ["Các Bộ môn Nội - Truyền nhiễm", "Bộ môn Nhi"]),
    ("Các khoa, trung tâm xây dựng kế hoạch riêng.", ["Các cơ quan, đơn vị"]),
    ("Các khoa rà soát danh sách sinh viên.", ["Các khoa"]),
    ("Giáo vụ khoa tổng hợp điểm và nộp trước ngày 20/5/2026.", ["Giáo vụ khoa"]),
    ("Đồng chí Trần Thị Lan, phó Hiệu trưởng điều hành công tác chuẩn bị.", ["Phó Hiệu trưởng"]),
    ("Ban Giám hiệu phải có sự phối hợp chặt chẽ trong việc quản lý học sinh.", ["Ban Giám hiệu"]),
    ("Trong phạm vi nhiệm vụ của mình, Tòa án nhân dân các cấp tổ chức tập huấn.", ["Tòa án nhân dân các cấp"]),
    ("Viện kiểm sát quân sự Trung ương, Tòa án quân sự Trung ương xây dựng kế hoạch.", ["Viện Kiểm sát quân sự Trung ương", "Tòa án quân sự Trung ương"]),
    ("Các sở, ngành thành viên Ban Chỉ đạo 35 tỉnh xây dựng kế hoạch.", ["Các sở, ngành thành viên Ban Chỉ đạo 35 tỉnh"]),
    ("Khoa Nội tổng hợp lập danh sách người bệnh.", ["Khoa Nội tổng hợp"]),
    ("Trung tâm Học liệu - Thư viện mở cửa phòng đọc, tổ chức ngày hội sách.", ["Trung tâm Học liệu - Thư viện"]),
    ("Đội Quản lý nợ - Hỗ trợ người nộp thuế rà soát hồ sơ.", ["Đội Quản lý nợ - Hỗ trợ người nộp thuế"]),
    ("Thành viên Tổ công tác tổ chức tập huấn cho các xã.", ["Thành viên Tổ công tác"]),
    ("Khoa Kiểm soát bệnh tật và HIV/AIDS xây dựng kế hoạch.", ["Khoa Kiểm soát bệnh tật và HIV/AIDS"]),
    ("Các Ngân hàng Nhà nước chi nhánh tỉnh chỉ đạo việc cung ứng tiền mặt.", ["Ngân hàng Nhà nước chi nhánh tỉnh"]),
])
def test_who_is_charged_in_sector_bodies(sentence: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(sentence, duty=True)[0]] == lead


def test_a_department_keeps_the_mark_between_its_fields() -> None:
    names = ["Phòng Tài chính - Kế toán", "Phòng Tài chính Kế toán", "Phòng Hành chính - Quản trị"]
    assert [parse_units(name)[0].name for name in names] == names


def test_people_that_a_heading_is_for(tmp_path: Path) -> None:
    plan = _read(tmp_path, "I. MỤC ĐÍCH", "Nâng cao an toàn cho người bệnh.", "II. PHÂN CÔNG THỰC HIỆN", "1. Đối với sinh viên thực tập", "- Nộp phiếu đăng ký đúng hạn.",
                 "2. Đối với Khoa", "- Lập danh sách theo mẫu.", "3. Đối với Phòng Đào tạo", "- Tiếp nhận phiếu đăng ký.")
    assert _leads(plan) == [["Sinh viên thực tập"], ["Khoa"], ["Phòng Đào tạo"]]


@pytest.mark.parametrize(("text", "wanted"), [
    ("Giữ lãi suất cho vay theo định hướng (bình quân 7%), bảo đảm an toàn hệ thống, thúc đẩy dư nợ ở mức phù hợp (khoảng 12,5%).", [7, 12.5]),
    ("Ổn định giá cả (tăng dưới 4%), hỗ trợ sản xuất phục hồi (tăng 6%).", [4, 6]),
    ("Tổ chức hội nghị sơ kết (quý II), tổng kết công tác năm (quý IV).", [None]),
])
def test_bare_shares_behind_each_clause_are_outcomes(text: str, wanted: list[float | None]) -> None:
    assert [r.value for r in read_targets(text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ("Huy động vốn tăng khoảng 12%, dư nợ cho vay tăng khoảng 15%, có điều chỉnh linh hoạt phù hợp với tình hình thực tế.", ["Huy động vốn tăng", "dư nợ cho vay tăng"]),
    ("Lập phương án kinh doanh phù hợp với mục tiêu tốc độ tăng dư nợ dưới 20%, các giải pháp điều hành của ngành.",
     ["Lập phương án kinh doanh phù hợp với mục tiêu tốc độ tăng dư nợ"]),
])
def test_what_leaves_room_is_no_part_of_an_indicator(text: str, wanted: list[str]) -> None:
    assert [r.indicator for r in read_targets(text)] == wanted


@pytest.mark.parametrize(("header", "issuer"), [
    ("ĐẠI HỌC THÁI NGUYÊN\nPHÂN HIỆU TẠI LÀO CAI", "Phân hiệu tại Lào Cai"),
    ("NGÂN HÀNG NHÀ NƯỚC VIỆT NAM\nCHI NHÁNH TỈNH LÂM ĐỒNG", "Ngân hàng Nhà nước Việt Nam Chi nhánh tỉnh Lâm Đồng"),
    ("HỌC VIỆN CHÍNH TRỊ QUỐC GIA HỒ CHÍ MINH\nHỌC VIỆN CHÍNH TRỊ KHU VỰC III", "Học viện chính trị khu vực III"),
    ("VIỆN HÀN LÂM KHOA HỌC XÃ HỘI VIỆT NAM\nVIỆN SỬ HỌC", "Viện Sử học"),
    ("VIỆN KIỂM SÁT NHÂN DÂN\nTỈNH NINH BÌNH", "Viện Kiểm sát nhân dân tỉnh Ninh Bình"),
    ("BỘ Y TẾ\nVIỆN PASTEUR NHA TRANG", "Viện Pasteur Nha Trang"),
])
def test_the_office_below_its_superior_issues(tmp_path: Path, header: str, issuer: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(f"{header}\nSố: 87/KH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 15 tháng 02 năm 2027\nKẾ HOẠCH\n"
                    "Phòng cháy, chữa cháy năm 2027\nI. MỤC ĐÍCH\nNâng cao nhận thức của viên chức.\nII. NHIỆM VỤ\n"
                    "1. Phòng Hành chính rà soát phương tiện chữa cháy trước ngày 30/6/2027.\n", encoding="utf-8")
    assert read_one(path, path.name).plan.issuer == issuer
