"""Tasks told with a rhythm and a day, with rounds, and under headings of many units."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.deadlines import find_deadline
from pipeline.read_one import read_one

REF = "2026-01-20"


@pytest.mark.parametrize(("text", "due", "rules"), [
    ("Rà soát văn bản định kỳ hằng năm, hoàn thành trước ngày 15/12/2026.", "2026-12-14", ("FREQ=YEARLY",)),
    ("Kiểm kê tài sản định kỳ hằng năm và hoàn thành trong tháng 11/2026.", "2026-11-30", ("FREQ=YEARLY",)),
    ("Hoàn thành việc rà soát trước ngày 30/6/2026 và cập nhật định kỳ hằng quý.", "2026-06-29", ("FREQ=MONTHLY;INTERVAL=3",)),
])
def test_a_day_beside_a_rhythm_leads_and_the_rhythm_stays(text: str, due: str, rules: tuple[str, ...]) -> None:
    found = find_deadline(text, REF)
    assert found is not None
    assert (found.kind, found.due, tuple(found.rrule)) == ("fixed", due, rules)


def test_a_yearly_day_behind_the_rhythm_is_its_day() -> None:
    found = find_deadline("Rà soát hộ nghèo, hộ cận nghèo hằng năm, hoàn thành trước ngày 15/12.", REF)
    assert found is not None
    assert (found.kind, tuple(found.rrule)) == ("recurring", ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14",))


@pytest.mark.parametrize(("text", "raw"), [
    ("Ban hành kế hoạch trước ngày 10/02/2026 và thực hiện báo cáo hằng quý.", "trước ngày 10/02/2026"),
    ("Báo cáo hằng tháng, hoàn thành tốt nhiệm vụ trong năm 2026.", "hằng tháng"),
    ("Tự kiểm tra hằng quý, hoàn thành nhiệm vụ được giao trước ngày 31/12/2026.", "hằng quý"),
])
def test_another_act_keeps_its_time_to_itself(text: str, raw: str) -> None:
    found = find_deadline(text, REF)
    assert found is not None
    assert found.raw == raw


@pytest.mark.parametrize(("text", "edtf", "raw"), [
    ("Phát động chiến dịch làm sạch dữ liệu (đợt 1: tháng 4; đợt 2: tháng 9).", "2026-04", "tháng 4; đợt 2: tháng 9"),
    ("Tổ chức 02 đợt ra quân vệ sinh: đợt 1 tháng 4, đợt 2 tháng 9.", "2026-04", "tháng 4, đợt 2 tháng 9"),
    ("Tiêm phòng (đợt 1: từ tháng 3 đến tháng 4; đợt 2: từ tháng 9 đến tháng 10).", "2026-03/2026-04", "từ tháng 3 đến tháng 4; đợt 2: từ tháng 9 đến tháng 10"),
])
def test_rounds_of_an_act_have_their_months(text: str, edtf: str, raw: str) -> None:
    found = find_deadline(text, REF)
    assert found is not None
    assert (found.kind, found.edtf, found.raw) == ("fixed", edtf, raw)


@pytest.mark.parametrize("text", [
    "Rà soát kết quả hỗ trợ (đợt 1: 12 hộ; đợt 2: 15 hộ).",
    "Tiếp nhận vốn đợt 1 năm 2026 và phân bổ cho các thôn.",
    "Chi trả danh sách hưởng trợ cấp đợt 1 tháng 4, đợt 2 tháng 9 theo quy định.",
])
def test_rounds_that_name_something_are_no_time(text: str) -> None:
    assert find_deadline(text, REF) is None


_PLAN = """\
ỦY BAN NHÂN DÂN
XÃ HÒA BÌNH
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hòa Bình, ngày 20 tháng 01 năm 2026
KẾ HOẠCH
Xây dựng nông thôn mới năm 2026
II. NHIỆM VỤ VÀ GIẢI PHÁP
1. Phát triển hạ tầng
- Bê tông hóa các tuyến đường ngõ xóm còn lại; hoàn thành trước ngày 30/11/2026.
- Sửa chữa các phòng học xuống cấp, hoàn thành trước năm học 2026 - 2027.
- Tập trung đầu tư các công trình theo Phụ lục số 01 kèm theo Kế hoạch này.
2. Phát triển kinh tế
- Hỗ trợ hộ nghèo phát triển sản xuất theo tiến độ giao vốn của cấp trên.
- Triển khai mô hình trồng rau an toàn khi có hướng dẫn của Sở Nông nghiệp và Môi trường.
3. Môi trường
- Tổ chức 02 đợt tổng vệ sinh môi trường trong năm (đợt 1: tháng 4; đợt 2: tháng 9).
- Vận động nhân dân phân loại rác thải tại nguồn; thực hiện thường xuyên.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế, Phòng Văn hóa - Xã hội, Công an xã, Ban Chỉ huy Quân sự xã
- Xây dựng kế hoạch thực hiện các tiêu chí được phân công, hoàn thành trong tháng 02/2026.
- Định kỳ 6 tháng, năm báo cáo kết quả về UBND xã (qua Phòng Kinh tế).
2. Phòng Kinh tế
- Kiểm tra, đôn đốc tiến độ các công trình hằng tháng.
- Thẩm định hồ sơ chậm nhất 05 ngày kể từ ngày tiếp nhận.
"""


def test_a_long_heading_of_units_does_not_take_in_its_first_duty(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(_PLAN, encoding="utf-8")
    duty = next(task for task in read_one(plan, plan.name).tasks if "tiêu chí được phân công" in task.text)
    assert duty.text.startswith("Xây dựng kế hoạch")
    assert len(duty.lead) == 4


@pytest.mark.parametrize("text", [
    "Tham mưu UBND xã sơ kết vào tháng 6, tổng kết vào tháng 12 hằng năm.",
    "Tổ chức sơ kết trong tháng 6, tổng kết trong tháng 12 hằng năm.",
])
def test_both_reviews_of_a_year_come_every_year(text: str) -> None:
    found = find_deadline(text, REF)
    assert found is not None
    assert (found.kind, tuple(found.rrule)) == ("recurring", ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"))


def test_another_act_before_has_no_part_in_the_yearly_month() -> None:
    found = find_deadline("Tổ chức tập huấn vào tháng 6, tổng kết vào tháng 12 hằng năm.", REF)
    assert found is not None
    assert found.raw == "vào tháng 12 hằng năm"


@pytest.mark.parametrize("text", ["Siết chặt kỷ luật, kỷ cương hành chính trong năm 2026.", "Kiểm tra việc chấp hành kỷ luật lao động trong năm 2026."])
def test_discipline_is_no_law_that_is_named(text: str) -> None:
    found = find_deadline(text, REF)
    assert found is not None
    assert found.edtf == "2026"


def test_when_those_rewarded_did_well_is_no_deadline() -> None:
    assert find_deadline("Đề xuất khen thưởng các tập thể, cá nhân có thành tích trong năm 2026.", REF) is None
    found = find_deadline("Gửi báo cáo thành tích trong tháng 11/2026.", REF)
    assert found is not None
    assert found.edtf == "2026-11"


@pytest.mark.parametrize(("text", "edtf"), [
    ("Biểu dương học sinh có thành tích cao trong tháng 6/2026.", "2026-06"),
    ("Tổng kết, khen thưởng các hộ có thành tích vào quý IV/2026.", "2026-36"),
])
def test_the_month_in_which_people_are_honoured_is_a_deadline(text: str, edtf: str) -> None:
    found = find_deadline(text, REF)
    assert found is not None
    assert found.edtf == edtf
