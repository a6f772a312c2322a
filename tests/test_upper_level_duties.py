"""Plans of ministries, provinces and Party committees: social bodies in rows, works that others lead, acts that end in a year."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.deadlines import find_deadline, title_period
from normalizers.targets import is_measure_cell, read_targets
from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners
from pipeline.read_one import read_one
from pipeline.records import PlanRecord


def _read(tmp_path: Path, *body: str) -> PlanRecord:
    path = tmp_path / "plan.txt"
    lines = ["ỦY BAN NHÂN DÂN", "TỈNH LẠNG SƠN", "Số: 52/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
             "Lạng Sơn, ngày 30 tháng 9 năm 2025", "KẾ HOẠCH", "Công tác người có công năm 2025", "", "UBND tỉnh ban hành Kế hoạch như sau:", *body]
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_one(path, path.name)


@pytest.mark.parametrize(("heading", "names"), [
    ("5. Các tổ chức chính trị - xã hội, xã hội - nghề nghiệp", ["Các tổ chức chính trị - xã hội", "Tổ chức xã hội - nghề nghiệp"]),
    ("6. Các tổ chức xã hội, doanh nghiệp và cộng đồng", ["Các tổ chức xã hội", "Doanh nghiệp trên địa bàn", "Cộng đồng"]),
    ("7. Sở Y tế, các tổ chức chính trị - xã hội, tổ chức xã hội nghề nghiệp", ["Sở Y tế", "Các tổ chức chính trị - xã hội", "Tổ chức xã hội - nghề nghiệp"]),
])
def test_social_bodies_in_a_row_are_units_each(heading: str, names: list[str]) -> None:
    assert [u.name for u in heading_units(heading)] == names


@pytest.mark.parametrize("text", [
    "Tham gia các hoạt động do Sở Y tế chủ trì tổ chức.",
    "Lồng ghép với các chương trình do các cơ quan khác chủ trì trên địa bàn.",
    "Bảo đảm gắn kết với các đề án có liên quan do các đơn vị khác chủ trì thực hiện.",
])
def test_whose_works_somebody_joins_leads_no_task(text: str) -> None:
    assert prose_owners(text)[0] == []


def test_who_leads_a_work_is_still_charged() -> None:
    assert [u.name for u in prose_owners("Tổ chức hội thi tìm hiểu pháp luật, do Phòng Kinh tế chủ trì.")[0]] == ["Phòng Kinh tế"]


@pytest.mark.parametrize(("text", "edtf"), [
    ("Hoàn thành việc hỗ trợ nhà ở cho các hộ người có công đến hết năm 2027.", "../2027"),
    ("Hoàn thành hỗ trợ nhà ở theo Quyết định số 22/2013/QĐ-TTg của Thủ tướng Chính phủ đến hết năm 2027.", "../2027"),
    ("Giải quyết căn bản hồ sơ còn tồn đọng vào năm 2027.", "2027"),
])
def test_an_act_of_completing_ends_with_its_year(text: str, edtf: str) -> None:
    deadline = find_deadline(text, "2026-01-05")
    assert deadline is not None and deadline.edtf == edtf


def test_the_year_of_a_strategy_bounds_no_completion() -> None:
    assert find_deadline("Hoàn thành các mục tiêu của Chiến lược phát triển thanh niên đến năm 2030.", "2026-01-05") is None


def test_a_heading_of_bodies_with_a_full_stop_is_no_task(tmp_path: Path) -> None:
    plan = _read(tmp_path, "III. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ", "Chủ trì theo dõi, đôn đốc, kiểm tra việc thực hiện Kế hoạch của các cơ quan, đơn vị, địa phương và định kỳ tổng hợp kết quả.",
                 "2. Các tổ chức chính trị - xã hội, tổ chức xã hội, tổ chức xã hội - nghề nghiệp, doanh nghiệp và cộng đồng.",
                 "Tham gia các hoạt động đền ơn đáp nghĩa, chăm sóc người có công với cách mạng.")
    assert [t.text[:8] for t in plan.tasks] == ["Chủ trì ", "Tham gia"]
    assert "Các tổ chức chính trị - xã hội" in plan.tasks[1].lead


def test_an_event_s_days_leave_an_act_with_a_day_of_its_own(tmp_path: Path) -> None:
    plan = _read(tmp_path, "II. NỘI DUNG, THỜI GIAN TỔ CHỨC", "1. Nội dung hoạt động", "a) Thăm hỏi, tặng quà gia đình chính sách, hộ nghèo trên địa bàn.",
                 "b) Lập danh sách khu dân cư, gửi về Sở Nội vụ trước ngày 20/10/2025.", "2. Thời gian tổ chức",
                 "Tổ chức trong 01 ngày, từ ngày 01/11/2025 đến hết ngày 18/11/2025.")
    assert [t.deadline.due for t in plan.tasks if t.deadline] == ["2025-11-18", "2025-10-19"]


def test_whom_a_programme_is_spread_to_closes_it(tmp_path: Path) -> None:
    plan = _read(tmp_path, "IV. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ theo dõi, đôn đốc việc thực hiện.",
                 "Chương trình hành động này được phổ biến, quán triệt đến chi bộ và đảng viên./.")
    assert len(plan.tasks) == 1


@pytest.mark.parametrize(("heading", "names"), [
    ("13. Các đơn vị y tế công lập và ngoài công lập", ["Các đơn vị y tế công lập và ngoài công lập"]),
    ("14. Các cơ quan báo chí, truyền thông", ["Các cơ quan báo chí, truyền thông"]),
    ("15. Các tổ chức phi chính phủ", ["Các tổ chức phi chính phủ"]),
])
def test_bodies_of_a_sector_head_duties(heading: str, names: list[str]) -> None:
    assert [u.name for u in heading_units(heading)] == names


@pytest.mark.parametrize(("text", "name"), [
    ("Xây dựng phóng sự tuyên truyền (Phòng Xây dựng nếp sống văn hóa và gia đình chủ trì).", "Phòng Xây dựng nếp sống văn hóa và gia đình"),
    ("Tổ chức tập huấn (Phòng Quản lý văn hóa, gia đình và thể thao chủ trì, phối hợp với Văn phòng Sở).", "Phòng Quản lý văn hóa, gia đình và thể thao"),
])
def test_an_office_of_several_fields_leads_by_a_note(text: str, name: str) -> None:
    assert [u.name for u in prose_owners(text)[0]] == [name]


def test_two_bodies_in_a_note_stay_two() -> None:
    assert [u.name for u in prose_owners("Tổ chức tập huấn (Phòng Kinh tế, các thôn chủ trì).")[0]] == ["Phòng Kinh tế", "Các thôn"]


@pytest.mark.parametrize(("title", "period"), [
    ("Kế hoạch hành động giai đoạn 2020 - 2025 của tỉnh thực hiện Chiến lược Dân số Việt Nam đến năm 2030", "2020/2025"),
    ("Công tác năm 2026 thực hiện Chiến lược phát triển thanh niên đến năm 2030", "2026"),
    ("Thực hiện Chiến lược quốc gia về bình đẳng giới đến năm 2030 trên địa bàn tỉnh", "2030"),
])
def test_a_title_s_own_period_stands_before_the_programme_it_carries_out(title: str, period: str) -> None:
    assert title_period(title, "2026-01-05") == period


def test_numbers_that_run_on_over_letters_stay_below_them(tmp_path: Path) -> None:
    plan = _read(tmp_path, "I. CÁC CHỈ TIÊU CHỦ YẾU", "a) Các chỉ tiêu kinh tế", "(1) Tốc độ tăng trưởng kinh tế đạt trên 10%.", "(2) Thu nhập bình quân đầu người đạt 92 triệu đồng.",
                 "b) Các chỉ tiêu xã hội", "(3) Tỷ lệ hộ nghèo giảm còn 2%.", "(4) Tỷ lệ bao phủ bảo hiểm y tế đạt 96%.")
    assert [t.value for t in plan.targets] == [10, 92, 2, 96]
    assert plan.targets[2].section[-1] == "b) Các chỉ tiêu xã hội"


@pytest.mark.parametrize(("text", "name"), [
    ("Ban Chỉ đạo của Đảng ủy về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số kiện toàn thành viên.", "Ban Chỉ đạo xã"),
    ("Ban Chỉ đạo về chuyển đổi số xã họp định kỳ hằng quý.", "Ban Chỉ đạo xã"),
    ("Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc xã chủ trì tham mưu.",
     "Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc"),
])
def test_boards_keep_their_names(text: str, name: str) -> None:
    assert [u.name for u in prose_owners(text)[0]] == [name]


@pytest.mark.parametrize("unit", ["Nghìn con", "Triệu cây", "Nghìn hộ", "bé trai/100 bé gái", "Tấn CO2"])
def test_scaled_measures_are_unit_cells(unit: str) -> None:
    assert is_measure_cell(unit)


def test_a_thousand_people_are_no_unit_cell() -> None:
    assert not is_measure_cell("1.000 người")


@pytest.mark.parametrize(("text", "indicators"), [
    ("Có ít nhất 05 trường mầm non, 03 trường tiểu học được công nhận đạt chuẩn quốc gia mức độ 2.",
     ["trường mầm non được công nhận đạt chuẩn quốc gia mức độ 2", "trường tiểu học được công nhận đạt chuẩn quốc gia mức độ 2"]),
    ("Xây dựng 03 tuyến đường, 05 vườn mẫu được công nhận đạt chuẩn.", ["Xây dựng tuyến đường", "vườn mẫu được công nhận đạt chuẩn"]),
    ("Có bình quân 20 doanh nghiệp/1.000 dân.", ["bình quân doanh nghiệp/1.000 dân"]),
])
def test_what_counts_in_a_row_share(text: str, indicators: list[str]) -> None:
    assert [t.indicator for t in read_targets(text)] == indicators


def test_a_numbered_item_that_spreads_the_programme_is_no_task(tmp_path: Path) -> None:
    plan = _read(tmp_path, "IV. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ theo dõi, đôn đốc việc thực hiện.", "2. Chương trình này được phổ biến đến chi bộ.")
    assert len(plan.tasks) == 1


@pytest.mark.parametrize(("text", "found"), [
    ("Toàn tỉnh đạt 95% dân số tham gia bảo hiểm y tế.", [("Toàn tỉnh dân số tham gia bảo hiểm y tế", 95)]),
    ("Hộ nông nghiệp có mức sống trung bình trên 39.000 người và nhóm tự đóng khoảng 250.000 người.",
     [("Hộ nông nghiệp có mức sống trung bình", 39000), ("nhóm tự đóng", 250000)]),
    ("Tỷ lệ bao phủ bảo hiểm y tế đạt 95% dân số.", [("Tỷ lệ bao phủ bảo hiểm y tế", 95)]),
])
def test_whose_share_stands_behind_a_place(text: str, found: list[tuple[str, float]]) -> None:
    assert [(t.indicator, t.value) for t in read_targets(text)] == found


def test_groups_with_their_numbers_are_targets(tmp_path: Path) -> None:
    plan = _read(tmp_path, "Điều 1. Giao chỉ tiêu thực hiện bảo hiểm y tế như sau:", "1. Tỷ lệ bao phủ bảo hiểm y tế toàn tỉnh đạt 90%.",
                 "2. Các đối tượng cần tập trung vận động: lao động ngoài nhà nước trên 40.500 người; học sinh, sinh viên trên 157.500 người.")
    assert [t.value for t in plan.targets] == [90, 40500, 157500]


def test_who_is_charged_in_an_item_of_its_own(tmp_path: Path) -> None:
    plan = _read(tmp_path, "III. NHIỆM VỤ", "1. Cải cách thể chế", "1.1. Nhiệm vụ", "- Xây dựng, ban hành kế hoạch rà soát văn bản quy phạm pháp luật thuộc lĩnh vực công thương.",
                 "1.2. Phân công thực hiện", "Thanh tra Sở chủ trì, phối hợp với các phòng, đơn vị thuộc Sở thực hiện.", "1.3. Thời gian thực hiện: Quý I/2026")
    assert [(t.text[:8], list(t.lead), t.deadline.edtf if t.deadline else None) for t in plan.tasks] == [("Xây dựng", ["Thanh tra Sở"], "2026-33")]


def test_what_is_submitted_to_be_made_known_has_its_quarter() -> None:
    deadline = find_deadline("Đơn giản hóa thủ tục hành chính; trình UBND tỉnh công bố trong quý III/2026.", "2026-01-05")
    assert deadline is not None and deadline.edtf == "2026-35"


@pytest.mark.parametrize("last", ["căn cứ Quyết định thi hành./.", "có trách nhiệm thi hành./.", "căn cứ Quyết định này để tổ chức thực hiện./."])
def test_who_carries_out_a_decision_orders_no_task(tmp_path: Path, last: str) -> None:
    plan = _read(tmp_path, "Điều 1. Tổ chức thực hiện", "1. Sở Nội vụ theo dõi, đôn đốc việc thực hiện.",
                 f"Điều 2. Chánh Văn phòng UBND tỉnh; Giám đốc các Sở: Xây dựng, Tài chính; Chủ tịch UBND các phường {last}")
    assert len(plan.tasks) == 1
