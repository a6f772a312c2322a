"""What annexes and duties of communes' plans print: headings of programmes' tables, short names side by side, hours of every day."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.flat_content import content
from extractors.raw import RawTask
from extractors.row_results import row_is_target, row_targets
from extractors.table_headers import vocab
from normalizers.deadlines import find_deadline, parse_deadline
from normalizers.targets import read_targets, read_task_targets
from normalizers.text import fold
from normalizers.units import prose_owners
from pipeline.read_one import read_one


@pytest.mark.parametrize(("heading", "role"), [
    ("Tên đề án, nghị quyết, kế hoạch", "task"), ("Nghị quyết, chương trình, đề án", "task"), ("Tên nghị quyết", "task"), ("Nhiệm vụ trọng tâm chung", "task"),
    ("Tiêu chí, nội dung đánh giá", "indicator"), ("Văn bản ban hành", "result"), ("Kết luận", None),
])
def test_headings_known_in_running_lines(heading: str, role: str | None) -> None:
    assert vocab().role(fold(heading)) == role


@pytest.mark.parametrize("two", ["Phòng VH-XH VP HĐND-UBND", "TT PVHCC TT CUDVC; các phòng chuyên môn", "Phòng Kinh tế TT VHTT"])
def test_a_shortened_head_opens_a_name(two: str) -> None:
    parted = two.replace(" TT CU", "; TT CU").replace(" VP", "; VP").replace("tế TT", "tế; TT")
    assert content("lead", fold(two), two) < content("lead", fold(parted), parted) - 0.9


@pytest.mark.parametrize("one", ["Lãnh đạo VP HĐND-UBND", "Giám đốc TT PVHCC", "Công chức VP HĐND-UBND"])
def test_a_person_of_a_unit_is_one_name(one: str) -> None:
    assert content("lead", fold(one), one) >= content("lead", fold(one.replace("VP HĐND-UBND", "Phòng Kinh tế").replace("TT PVHCC", "Phòng Kinh tế")), one) - 1.0


def _row(text: str, result: str) -> RawTask:
    return RawTask(text, [], "table", (), (), "Phòng Kinh tế", None, None, result, "1", False, None, False, (), "row-task", 1.0)


@pytest.mark.parametrize(("text", "wanted"), [
    ("Tỷ lệ hồ sơ được trả kết quả đúng hẹn từ 97% trở lên", [("Tỷ lệ hồ sơ được trả kết quả đúng hẹn", ">=", 97.0)]),
    ("Tỷ lệ thôn có hương ước được phê duyệt đạt 100%", [("Tỷ lệ thôn có hương ước được phê duyệt", "=", 100.0)]),
])
def test_a_row_of_an_indicator_and_its_share_is_a_target(text: str, wanted: list[tuple[str, str, float]]) -> None:
    row = _row(text, "Báo cáo kết quả kiểm tra và các hồ sơ kèm theo của từng bộ phận chuyên môn thuộc xã")
    assert row_is_target(row) == (True, False)
    assert [(r.indicator, r.comparator, r.value) for r in row_targets(row, False)] == wanted


@pytest.mark.parametrize("text", ["Nâng tỷ lệ hồ sơ trả đúng hẹn lên 97%", "Tỷ lệ hồ sơ trả đúng hẹn", "Rà soát 100% quy trình nội bộ"])
def test_an_act_or_an_indicator_without_its_share_stays_a_task(text: str) -> None:
    assert row_is_target(_row(text, "Báo cáo kết quả kiểm tra và các hồ sơ kèm theo của từng bộ phận chuyên môn thuộc xã")) == (False, True)


@pytest.mark.parametrize(("text", "raw"), [
    ("Các thôn báo cáo số hộ chưa ký cam kết về xã trước 15 giờ hằng ngày trong đợt cao điểm.", "trước 15 giờ hằng ngày"),
    ("Gửi số liệu chậm nhất 16h30 hàng ngày để tổng hợp.", "chậm nhất 16h30 hàng ngày"),
])
def test_an_hour_of_every_day(text: str, raw: str) -> None:
    found = find_deadline(text, "2026-03-01")
    assert found is not None
    assert (found.raw, found.kind, found.rrule) == (raw, "recurring", ("FREQ=DAILY",))


def test_working_hours_are_no_deadline() -> None:
    assert find_deadline("Tiếp nhận hồ sơ từ 7 giờ đến 17 giờ hằng ngày tại bộ phận một cửa", "2026-03-01") is None


@pytest.mark.parametrize(("phrase", "kind"), [("Sau 30 ngày ra quân", "conditional"), ("Sau 10 ngày nhận được báo cáo", "conditional"),
                                               ("Sau 30 ngày", "fixed"), ("Sau 30 ngày kể từ ngày ban hành", "fixed")])
def test_so_many_days_after_what_is_named(phrase: str, kind: str) -> None:
    assert parse_deadline(phrase, "2026-03-01").kind == kind


@pytest.mark.parametrize(("text", "value", "unit"), [("Giảm tỷ suất sinh 0,25%0/năm.", 0.25, "‰"), ("Mức giảm sinh 0,5%0; hộ nghèo còn 2%", 0.5, "‰"), ("Hộ nghèo còn 2%1; cận nghèo 3%", 2.0, "%")])
def test_per_mille_is_no_footnote(text: str, value: float, unit: str) -> None:
    first = read_targets(text)[0]
    assert (first.value, first.unit) == (value, unit)


@pytest.mark.parametrize(("text", "values"), [("Giao Trưởng 9 ấp vận động nhân dân tham gia", []), ("Đề nghị Bí thư 14 chi bộ quán triệt nội dung", []), ("Tăng trưởng 10% mỗi năm", [10.0])])
def test_how_many_heads_is_part_of_the_owner(text: str, values: list[float]) -> None:
    assert [r.value for r in read_task_targets(text)] == values


def test_the_basis_below_the_title_and_the_last_request(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    for text in ("KẾ HOẠCH", "phân công thực hiện bộ tiêu chí thi đua năm 2026", "Thực hiện Quy định số 12-QĐ/TU của Tỉnh ủy về đánh giá thi đua, Đảng ủy xã ban hành Kế hoạch như sau:",
                 "I. NHIỆM VỤ", "1. Phòng Kinh tế rà soát số liệu của các thôn.", "2. Trạm Y tế cập nhật hồ sơ sức khỏe.",
                 "UBND xã yêu cầu các cơ quan, đơn vị liên quan nghiêm túc triển khai thực hiện các nội dung của Kế hoạch này./."):
        document.add_paragraph(text)
    path = tmp_path / "plan.docx"
    document.save(str(path))
    record = read_one(path, path.name)
    assert record.plan.title == "phân công thực hiện bộ tiêu chí thi đua năm 2026"
    assert [task.no for task in record.tasks] == ["1", "2"]


@pytest.mark.parametrize(("text", "support"), [
    ("Phối hợp với Trung tâm GDTX, Hội Khuyến học xã mở lớp xóa mù chữ.", ["Trung tâm Giáo dục thường xuyên", "Hội Khuyến học xã"]),
    ("Phối hợp với Trạm Y tế thường xuyên kiểm tra bếp ăn.", ["Trạm Y tế"]),
])
def test_a_centre_whose_name_ends_like_an_adverb(text: str, support: list[str]) -> None:
    assert [unit.name for unit in prose_owners(text, duty=True)[1]] == support
