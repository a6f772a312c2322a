"""Top sections named by what is to be done, and sections that only tell: which of a plan's lines become tasks and targets."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.sections import heading_role
from pipeline.read_one import read_one
from pipeline.records import PlanRecord

_HEAD = """ỦY BAN NHÂN DÂN
XÃ THANH SƠN
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Thanh Sơn, ngày 15 tháng 01 năm 2026
KẾ HOẠCH
Thực hiện công tác năm 2026
"""
_ACTS = ["Tổ chức các lớp tập huấn cho cán bộ.", "Xây dựng chuyên mục trên trang thông tin điện tử."]


def _read(tmp_path: Path, text: str) -> PlanRecord:
    path = tmp_path / "plan.txt"
    path.write_text(_HEAD + text, encoding="utf-8")
    return read_one(path, path.name)


def _tasks(tmp_path: Path, text: str) -> list[str]:
    return [task.text for task in _read(tmp_path, text).tasks]


@pytest.mark.parametrize("heading", [
    "PHÁT TRIỂN NGUỒN NHÂN LỰC ĐÁP ỨNG YÊU CẦU CHUYỂN ĐỔI SỐ", "HỖ TRỢ CÁC ĐỐI TƯỢNG YẾU THẾ", "THÁO GỠ KHÓ KHĂN CHO DOANH NGHIỆP",
    "TĂNG CƯỜNG CHỈ ĐẠO THỰC HIỆN CÁC MỤC TIÊU GIẢM NGHÈO", "RÀ SOÁT CÁC CHỈ TIÊU NÔNG THÔN MỚI", "CÔNG TÁC QUẢN LÝ ĐỐI TƯỢNG",
    "PHÁT HUY KẾT QUẢ ĐẠT ĐƯỢC, TIẾP TỤC ĐỔI MỚI"])
def test_a_section_named_by_its_act_holds_tasks(tmp_path: Path, heading: str) -> None:
    text = f"I. MỤC ĐÍCH, YÊU CẦU\n- Bảo đảm thiết thực, hiệu quả.\nII. {heading}\n" + "\n".join(f"- {act}" for act in _ACTS) + "\nIII. KINH PHÍ\nTừ ngân sách xã.\n"
    assert _tasks(tmp_path, text) == _ACTS


@pytest.mark.parametrize("heading", ["PHÂN TÍCH, ĐÁNH GIÁ TÌNH HÌNH", "SƠ LƯỢC TÌNH HÌNH", "CÔNG TÁC CHỈ ĐẠO VÀ KẾT QUẢ THỰC HIỆN"])
def test_a_section_that_looks_back_holds_none(tmp_path: Path, heading: str) -> None:
    text = f"I. {heading}\n- Tổ chức 12 hội nghị tuyên truyền trong năm.\nII. NHIỆM VỤ\n- {_ACTS[0]}\n"
    assert _tasks(tmp_path, text) == [_ACTS[0]]


def test_targets_of_a_section_that_commits_to_them_stay(tmp_path: Path) -> None:
    plan = _read(tmp_path, "I. THỰC HIỆN CÁC CHỈ TIÊU\n- 90% hộ dân dùng nước sạch.\n- 80% rác thải được thu gom.\nII. NHIỆM VỤ\n- " + _ACTS[0] + "\n")
    assert [t.value for t in plan.targets] == [90, 80]


@pytest.mark.parametrize("heading", ["THỂ LỆ CUỘC THI", "KHẨU HIỆU TUYÊN TRUYỀN", "KIẾN NGHỊ, ĐỀ XUẤT", "HIỆU QUẢ KINH TẾ - XÃ HỘI", "TƯ TƯỞNG CHỈ ĐẠO"])
def test_sections_that_order_nothing_hold_no_tasks(tmp_path: Path, heading: str) -> None:
    text = f"I. NHIỆM VỤ\n- {_ACTS[0]}\nII. {heading}\n- Phát huy vai trò của người dân.\n- Bảo đảm công khai, minh bạch.\n"
    assert _tasks(tmp_path, text) == [_ACTS[0]]


def test_words_that_only_lead_a_section_name_none_further_on() -> None:
    assert heading_role("KIẾN NGHỊ, ĐỀ XUẤT", anywhere=True) == "purpose"
    assert heading_role("Tiếp công dân, giải quyết khiếu nại, tố cáo, kiến nghị", anywhere=True) is None


def test_what_an_inspection_looks_at_is_no_task(tmp_path: Path) -> None:
    checked = "I. NỘI DUNG KIỂM TRA\n1. Việc ban hành nội quy, phương án chữa cháy.\n2. Việc trang bị phương tiện chữa cháy.\n"
    assert _tasks(tmp_path, checked + f"II. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- {_ACTS[0]}\n") == [_ACTS[0]]
    ordered = "I. NỘI DUNG KIỂM TRA\n1. Kiểm tra việc ban hành nội quy.\n2. Kiểm tra hồ sơ phòng cháy.\n"
    assert _tasks(tmp_path, ordered) == ["Kiểm tra việc ban hành nội quy.", "Kiểm tra hồ sơ phòng cháy."]


def test_sections_below_a_titled_part_are_the_plans_own(tmp_path: Path) -> None:
    text = ("Phần I\nNHIỆM VỤ VÀ PHƯƠNG ÁN ỨNG PHÓ\nI. PHƯƠNG CHÂM\nThực hiện phương châm \"bốn tại chỗ\".\nII. BIỆN PHÁP\n- Sơ tán các hộ dân vùng thấp trũng.\n"
            "III. HUY ĐỘNG NGUỒN VỐN\n- Vận động doanh nghiệp đóng góp.\nIV. KINH PHÍ\n- Ngân sách xã bảo đảm.\n"
            "Phần II\nTỔ CHỨC THỰC HIỆN\n1. Công an xã\n- Chốt chặn các ngầm tràn.\n")
    assert _tasks(tmp_path, text) == ["Sơ tán các hộ dân vùng thấp trũng.", "Vận động doanh nghiệp đóng góp.", "Chốt chặn các ngầm tràn."]


def test_sections_without_numbers_begin_below_the_title(tmp_path: Path) -> None:
    plan = _read(tmp_path, "Mục đích\nNâng cao nhận thức của người dân.\nMục tiêu cụ thể\n- 90% hộ dân dùng nước sạch.\nCác hoạt động\n"
                 f"1. Truyền thông\n- {_ACTS[0]}\nKinh phí\nTừ ngân sách xã.\nPhân công thực hiện\nTrạm Y tế xã\n- {_ACTS[1]}\n")
    assert plan.plan.title == "Thực hiện công tác năm 2026"
    assert [t.value for t in plan.targets] == [90]
    assert [(t.text, t.lead) for t in plan.tasks] == [(_ACTS[0], ()), (_ACTS[1], ("Trạm Y tế",))]


def test_counted_paragraphs_begin_behind_full_lines(tmp_path: Path) -> None:
    first = "Một là, tăng cường sự lãnh đạo của cấp ủy, chính quyền đối với công tác giảm nghèo ở xã."
    second = "Hai là, đẩy mạnh tuyên truyền, nâng cao ý thức tự vươn lên của người nghèo ở các bản."
    assert _tasks(tmp_path, f"I. GIẢI PHÁP\n{first}\n{second}\nBa là, huy động các nguồn lực.\n") == [first, second, "Ba là, huy động các nguồn lực."]


def test_how_a_resolution_was_passed_is_no_task(tmp_path: Path) -> None:
    text = (f"Điều 1. Nhiệm vụ, giải pháp\n1. {_ACTS[0]}\nĐiều 2. Tổ chức thực hiện\n1. Thường trực HĐND xã giám sát việc thực hiện Nghị quyết.\n"
            "Nghị quyết này được HĐND xã Thanh Sơn khóa I, kỳ họp thứ 5 thông qua ngày 10 tháng 7 năm 2026./.\n")
    assert _tasks(tmp_path, text) == [_ACTS[0], "Thường trực HĐND xã giám sát việc thực hiện Nghị quyết."]


@pytest.mark.parametrize("heading", ["NHIỆM VỤ CỦA ỦY BAN NHÂN DÂN CẤP XÃ", "NHIỆM VỤ TRỌNG TÂM 6 THÁNG", "QUẢN LÝ VĂN BẢN ĐI, ĐẾN"])
def test_a_title_in_capitals_ends_before_its_first_item(tmp_path: Path, heading: str) -> None:
    text = f"I. MỤC ĐÍCH\n- Bảo đảm thiết thực.\nII. {heading}\n1. {_ACTS[0]}\n2. {_ACTS[1]}\nIII. KINH PHÍ\nTừ ngân sách xã.\n"
    assert _tasks(tmp_path, text) == _ACTS


@pytest.mark.parametrize("heading", ["Phát triển chính quyền số", "Hạ tầng giao thông trên địa bàn tỉnh", "Nhiệm vụ trọng tâm 6 tháng"])
def test_a_numbered_title_ends_before_the_act_below_it(tmp_path: Path, heading: str) -> None:
    text = f"I. NHIỆM VỤ\n1. {heading}\n{_ACTS[0]}\n2. Việc khác\n{_ACTS[1]}\nII. KINH PHÍ\nTừ ngân sách xã.\n"
    assert _tasks(tmp_path, text) == _ACTS


def test_steps_behind_full_lines_are_tasks_of_their_own(tmp_path: Path) -> None:
    steps = ["Bước 1: Rà soát nguồn, lập danh sách công dân trong độ tuổi.", "Bước 2: Tổ chức sơ tuyển, khám sức khỏe nghĩa vụ quân sự.",
             "Bước 3: Họp Hội đồng nghĩa vụ quân sự xét duyệt, chốt quân số."]
    assert _tasks(tmp_path, "I. CÁC BƯỚC TIẾN HÀNH\n" + "\n".join(steps) + "\n") == steps


def test_fields_of_work_beside_duties_hold_tasks_though_few_verbs_are_known(tmp_path: Path) -> None:
    text = ("I. CÔNG TÁC LÃNH ĐẠO\n1. Chỉ đạo thực hiện quy chế dân chủ.\n2. Tổ chức học tập nghị quyết.\n"
            "II. CÔNG TÁC MẶT TRẬN\n1. Đổi mới phương thức hoạt động.\n2. Phát động phong trào thi đua.\n"
            "III. CÔNG TÁC TÔN GIÁO\n1. Nắm chắc tình hình tôn giáo trên địa bàn.\n2. Vận động đồng bào phát huy bản sắc văn hóa.\n"
            "IV. TỔ CHỨC THỰC HIỆN\n1. Các chi bộ xây dựng kế hoạch.\n")
    assert len(_tasks(tmp_path, text)) == 7


def test_what_is_told_to_whom_is_no_task(tmp_path: Path) -> None:
    text = ("I. NỘI DUNG, HÌNH THỨC\n1. Nội dung phổ biến\na) Luật Đất đai, Luật Căn cước.\nb) Các văn bản mới có hiệu lực trong năm.\n"
            f"2. Hình thức phổ biến\na) {_ACTS[0]}\nb) {_ACTS[1]}\n")
    assert _tasks(tmp_path, text) == _ACTS


def test_where_money_comes_from_is_no_task_among_means(tmp_path: Path) -> None:
    text = f"I. BIỆN PHÁP BẢO ĐẢM\n1. Về nhân lực: {_ACTS[0]}\n2. Về kinh phí: Sử dụng kinh phí được cấp trong năm 2026.\n"
    assert _tasks(tmp_path, text) == [f"Về nhân lực: {_ACTS[0]}"]


def test_a_post_behind_the_last_duty_signs(tmp_path: Path) -> None:
    plan = _read(tmp_path, f"I. TỔ CHỨC THỰC HIỆN\n1. Các khoa, phòng\n- {_ACTS[0]}\nGIÁM ĐỐC\nCao Xuân Tiến\n")
    assert [t.text for t in plan.tasks] == [_ACTS[0]]
    assert plan.plan.signer == "Cao Xuân Tiến"


@pytest.mark.parametrize("heading", ["QUAN ĐIỂM, MỤC TIÊU", "MỤC ĐÍCH, MỤC TIÊU", "KẾT QUẢ CẦN ĐẠT", "CÁC CHỈ SỐ CHỦ YẾU", "PHẤN ĐẤU NĂM 2026"])
def test_sections_that_commit_to_quantities_hold_targets(tmp_path: Path, heading: str) -> None:
    plan = _read(tmp_path, f"I. {heading}\n- 85% hộ dân sử dụng nước sạch.\n- Thu ngân sách đạt 12 tỷ đồng.\nII. NHIỆM VỤ\n- {_ACTS[0]}\n")
    assert [(t.value, t.origin) for t in plan.targets] == [(85, "section"), (12, "section")]
    assert [t.text for t in plan.tasks] == [_ACTS[0]]


def test_views_beside_aims_stay_no_targets(tmp_path: Path) -> None:
    plan = _read(tmp_path, f"I. QUAN ĐIỂM, MỤC TIÊU\n- Lấy người dân làm trung tâm.\n- Phát huy sức mạnh của toàn dân.\nII. NHIỆM VỤ\n- {_ACTS[0]}\n")
    assert plan.targets == ()


def test_a_list_of_aims_and_acts_is_parted(tmp_path: Path) -> None:
    plan = _read(tmp_path, f"I. MỤC TIÊU, NHIỆM VỤ\n- 90% hộ dân sử dụng nước sạch.\n- {_ACTS[0]}\n- Thu ngân sách đạt 12 tỷ đồng.\n- {_ACTS[1]}\n")
    assert [t.value for t in plan.targets] == [90, 12]
    assert [t.text for t in plan.tasks] == _ACTS


def test_a_heading_between_two_lettered_lists_stands_alone(tmp_path: Path) -> None:
    long = "Tổ chức tuyên truyền cải cách hành chính trên địa bàn xã, trên hệ thống loa truyền thanh."
    text = f"I. NHIỆM VỤ\nPhát triển hạ tầng:\na) {_ACTS[0]}\nb) {long}\nTăng cường kiểm tra, giám sát:\na) {_ACTS[1]}\nb) Kiểm tra việc chấp hành.\n"
    assert _tasks(tmp_path, text) == [_ACTS[0], long, _ACTS[1], "Kiểm tra việc chấp hành."]


def test_results_of_the_past_year_are_no_tasks_whatever_their_heading_names(tmp_path: Path) -> None:
    text = ("A- TÌNH HÌNH NĂM 2025\nI- KẾT QUẢ LÃNH ĐẠO THỰC HIỆN NHIỆM VỤ\nTổ chức 12 hội nghị, hoàn thành 18/18 chỉ tiêu.\n"
            "B- PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026\nI- PHƯƠNG HƯỚNG\nTăng cường xây dựng Đảng bộ vững mạnh.\nII- NHIỆM VỤ\n1- " + _ACTS[0] + "\n")
    assert _tasks(tmp_path, text) == [_ACTS[0]]


def test_a_specific_programme_holds_tasks(tmp_path: Path) -> None:
    text = f"I. NHIỆM VỤ CHUNG\n1. {_ACTS[0]}\nII. CHƯƠNG TRÌNH CỤ THỂ\n1. Phát huy đoàn kết\n* Thăm, tặng quà người có uy tín.\n"
    assert _tasks(tmp_path, text) == [_ACTS[0], "Thăm, tặng quà người có uy tín."]


@pytest.mark.parametrize(("aim", "values"), [
    ("Đến 30/9/2026, hoàn thành xây mới 25 nhà và sửa chữa 12 nhà.", [25, 12]),
    ("Xây dựng xã phát triển.\nThực hiện 03 đột phá chiến lược.\nNâng cao đời sống Nhân dân.", [])])
def test_a_bare_aim_is_specific_where_it_counts(tmp_path: Path, aim: str, values: list[int]) -> None:
    plan = _read(tmp_path, f"I. MỤC TIÊU\n{aim}\nII. NHIỆM VỤ\n- {_ACTS[0]}\n")
    assert [t.value for t in plan.targets] == values


def test_slogans_are_no_tasks(tmp_path: Path) -> None:
    text = f"I. NỘI DUNG\n1. Khẩu hiệu tuyên truyền\n- Phát huy sức mạnh toàn dân phòng cháy!\n2. Hình thức\n- {_ACTS[0]}\n"
    assert _tasks(tmp_path, text) == [_ACTS[0]]
