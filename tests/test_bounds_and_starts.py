"""Times that tell which and times that tell by when, weeks at one end of a month, and who is charged behind an opening clause."""

from __future__ import annotations

import pytest

from normalizers.deadlines import find_deadline
from normalizers.target_prose import read_targets
from normalizers.target_tasks import read_task_targets
from normalizers.unit_prose import prose_owners

REFERENCE = "2026-01-22"


@pytest.mark.parametrize(("sentence", "edtf"), [
    ("Hoàn thành số hóa sổ hộ tịch giai đoạn trước năm 2016 chậm nhất ngày 30/9/2026.", "../2026-09-30"),
    ("Số hóa hồ sơ lưu trữ trước năm 2020, hoàn thành trong quý II/2026.", "2026-34"),
    ("Chỉnh lý tài liệu tồn đọng đến hết năm 2019.", None),
    ("Hoàn thành việc sắp xếp trước năm 2028.", "../2027"),
    ("Kiểm tra các cơ sở chăn nuôi trong 02 tuần đầu tháng 6/2026; kiên quyết xử phạt.", "2026-06-01/2026-06-14"),
    ("Ra quân trong 10 ngày cuối tháng 4/2026.", "2026-04-21/2026-04-30"),
    ("Tổ chức ngoại khóa trong tuần học cuối tháng 5/2026.", "2026-05-25/2026-05-31"),
    ("Treo băng rôn tại trụ sở từ ngày 25/5/2026; phát thanh 02 lần/ngày.", "2026-05-25/.."),
    ("Rà soát hồ sơ nộp từ ngày 01/7/2025.", None),
])
def test_deadline_of_a_sentence(sentence: str, edtf: str | None) -> None:
    found = find_deadline(sentence, REFERENCE)
    assert (found.edtf if found else None) == edtf


@pytest.mark.parametrize(("sentence", "lead", "support"), [
    ("Trên cơ sở nhiệm vụ được giao, thủ trưởng các phòng, đơn vị chủ động xây dựng kế hoạch.", ["Thủ trưởng các cơ quan, đơn vị"], []),
    ("Căn cứ Kế hoạch này, người đứng đầu các cơ quan, đơn vị tổ chức thực hiện.", ["Thủ trưởng các cơ quan, đơn vị"], []),
    ("Đoàn kiểm tra ban hành thông báo kết luận.", ["Đoàn kiểm tra"], []),
    ("Tham gia kiểm tra; phối hợp với Đoàn kiểm tra liên ngành tỉnh xử lý vi phạm.", [], ["Đoàn kiểm tra liên ngành tỉnh"]),
    ("Rà soát đối tượng; phối hợp với Trung tâm Trợ giúp pháp lý nhà nước tỉnh tổ chức tư vấn lưu động.", [], ["Trung tâm Trợ giúp pháp lý nhà nước tỉnh"]),
])
def test_owners_of_a_sentence(sentence: str, lead: list[str], support: list[str]) -> None:
    leads, helpers = prose_owners(sentence)
    assert ([u.name for u in leads], [u.name for u in helpers]) == (lead, support)


def test_a_basis_ends_where_it_is_said_for_whom() -> None:
    found = read_targets("- Rút ngắn ít nhất 30% thời gian giải quyết so với quy định đối với các thủ tục hành chính lĩnh vực tư pháp.")
    assert [r.indicator for r in found] == ["Rút ngắn thời gian giải quyết đối với các thủ tục hành chính lĩnh vực tư pháp"]


@pytest.mark.parametrize(("bullet", "found"), [
    ("- Ít nhất 50% công sở và 30% nhà dân sử dụng điện mặt trời mái nhà (phấn đấu đạt 50% vào năm 2045).",
     [("công sở sử dụng điện mặt trời mái nhà", ">=", 50, None), ("nhà dân sử dụng điện mặt trời mái nhà", ">=", 30, None),
      ("nhà dân sử dụng điện mặt trời mái nhà", "=", 50, "2045")]),
    ("- Tỷ lệ hộ nghèo giảm còn 2% (đến năm 2030 còn dưới 1%).", [("Tỷ lệ hộ nghèo", "=", 2, None), ("Tỷ lệ hộ nghèo", "<", 1, "2030")]),
    ("- Giảm tỷ lệ hộ nghèo xuống dưới 2% (phấn đấu đến năm 2030 cơ bản không còn hộ nghèo).", [("tỷ lệ hộ nghèo", "<", 2, None)]),
    ("- Số lần mất điện bình quân không quá 1,5 lần/khách hàng/năm.", [("Số lần mất điện bình quân", "<=", 1.5, None)]),
])
def test_a_later_value_in_brackets_is_an_outcome_of_its_own(bullet: str, found: list[tuple[str, str, float, str | None]]) -> None:
    assert [(r.indicator, r.comparator, r.value, r.horizon) for r in read_targets(bullet)] == found


def test_a_change_has_no_bound_of_the_value_before() -> None:
    found = read_targets("- Tỷ số giới tính khi sinh không quá 110,3 bé trai/100 bé gái, giảm 0,3 điểm so với năm 2025.")
    assert [(r.comparator, r.value) for r in found] == [("<=", 110.3), ("=", 0.3)]


def test_weeks_at_the_head_of_a_month_are_no_rank() -> None:
    assert read_task_targets("Kiểm tra đột xuất các cơ sở giết mổ trong 02 tuần đầu tháng 6/2026; kiên quyết xử phạt.") == []


def test_a_count_does_not_go_on_behind_a_semicolon() -> None:
    found = read_task_targets("Chỉ đạo các chi hội đăng ký đảm nhận 01 công trình, phần việc; đăng ký gửi về UBND xã chậm nhất ngày 31/5/2026.")
    assert [r.indicator for r in found] == ["Chỉ đạo các chi hội đăng ký đảm nhận công trình, phần việc"]
