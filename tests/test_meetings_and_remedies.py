"""Plans of bodies above and beside the commune: agendas of meetings, courses, what mends an inspection's findings, last words."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from extractors.cell_kinds import unit_fit
from extractors.table_headers import column_roles
from normalizers.targets import read_targets
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units
from pipeline.read_one import read_one
from pipeline.records import PlanRecord

_HEAD = ["BẢO HIỂM XÃ HỘI VIỆT NAM", "Số: 12/KH-BHXH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Hà Nội, ngày 15 tháng 01 năm 2026",
         "KẾ HOẠCH", "Tổ chức hội nghị hướng dẫn nghiệp vụ năm 2026"]


def _plan(tmp_path: Path, paragraphs: list[str], table: list[str] | None = None) -> PlanRecord:
    document = docx.Document()
    for text in [*_HEAD, *paragraphs]:
        document.add_paragraph(text)
    if table:
        width = len(table[0].split("|"))
        grid = document.add_table(rows=0, cols=width)
        grid.style = "Table Grid"
        for row in table:
            for cell, text in zip(grid.add_row().cells, row.split("|"), strict=True):
                cell.text = text
    path = tmp_path / "plan.docx"
    document.save(str(path))
    return read_one(path, path.name)


def test_the_hours_of_a_meeting_are_no_tasks(tmp_path: Path) -> None:
    plan = _plan(tmp_path, ["II. TỔ CHỨC THỰC HIỆN", "1. Văn phòng: Gửi giấy mời đến các đơn vị.", "PHỤ LỤC", "DỰ KIẾN CHƯƠNG TRÌNH", "HỘI NGHỊ HƯỚNG DẪN NGHIỆP VỤ"],
                 ["Thời gian|Nội dung|Thực hiện", "8h00 - 8h10|Đón tiếp đại biểu|Văn phòng", "8h10 - 8h40|Hướng dẫn lập 06 bảng danh mục|Ban Thực hiện chính sách",
                  "8h40 - 9h00|Giải lao|", "9h00 - 9h30|Giải đáp vướng mắc|Ban Thực hiện chính sách"])
    assert [task.lead for task in plan.tasks] == [("Văn phòng",)]
    assert not plan.targets


def test_days_of_an_event_are_tasks_still(tmp_path: Path) -> None:
    plan = _plan(tmp_path, ["II. NHIỆM VỤ"], ["Thời gian|Nội dung|Thực hiện", "8h00 ngày 05/3/2026|Khai mạc hội thi|Văn phòng", "Ngày 06/3/2026|Trao giải hội thi|Văn phòng"])
    assert len(plan.tasks) == 2


def test_how_many_attend_a_course_is_no_target(tmp_path: Path) -> None:
    plan = _plan(tmp_path, ["II. NỘI DUNG THỰC HIỆN"], ["TT|Chương trình|Đối tượng|Số lượng|Hình thức|Thời gian|Đơn vị thực hiện",
                                                       "1|Nghiệp vụ sư phạm cho giảng viên|Giảng viên mới|25|Tập trung|Quý I/2026|Phòng Tổ chức cán bộ",
                                                       "2|Kỹ năng quản lý hành chính|Viên chức quản lý|20|Trực tuyến|Quý IV/2026|Phòng Tổ chức cán bộ"])
    assert [(task.text, task.deadline.edtf if task.deadline else None) for task in plan.tasks] == [
        ("Nghiệp vụ sư phạm cho giảng viên", "2026-33"), ("Kỹ năng quản lý hành chính", "2026-36")]
    assert not plan.targets


@pytest.mark.parametrize("last", [
    "Bộ Y tế yêu cầu các Sở Y tế chỉ đạo các cơ sở thực hiện đầy đủ, nghiêm túc hướng dẫn này. Trong quá trình triển khai, nếu có vướng mắc, đề nghị phản ánh về Bộ./.",
    "Sở Nội vụ đề nghị các đơn vị quan tâm chỉ đạo. Trong quá trình tổ chức thực hiện, có khó khăn, vướng mắc thì liên hệ Sở để được hướng dẫn./."])
def test_what_any_body_asks_at_the_end_is_no_task(tmp_path: Path, last: str) -> None:
    plan = _plan(tmp_path, ["II. TỔ CHỨC THỰC HIỆN", "1. Văn phòng", "- Gửi giấy mời đến các đơn vị.", last])
    assert [task.text for task in plan.tasks] == ["Gửi giấy mời đến các đơn vị."]


@pytest.mark.parametrize(("heads", "roles"), [
    ("TT|Hạn chế, khuyết điểm|Giải pháp khắc phục|Thời gian thực hiện", "no other task time"),
    ("TT|Nội dung tồn tại, hạn chế|Nguyên nhân|Biện pháp khắc phục|Đơn vị chủ trì|Thời hạn hoàn thành", "no other other task lead time"),
    ("STT|Hoạt động cải tiến|Mã tiêu chí|Người/Khoa phòng chịu trách nhiệm chính|Khoa, phòng phối hợp|Tiến độ", "no task note lead support time"),
    ("TT|Nội dung hoạt động|Cấp thực hiện|Đơn vị tham mưu|Thời gian", "no task other lead time"),
    ("TT|Nội dung|Cấp thực hiện|Thời gian", "no task owner time"),
    ("TT|Tên chỉ số|ĐVT|Chỉ tiêu TW giao|Tần suất đo", "no indicator measure value other"),
])
def test_headings_of_other_bodies_tables(heads: str, roles: str) -> None:
    assert column_roles(heads.split("|")) == roles.split()


@pytest.mark.parametrize(("cell", "units"), [
    ("Ban Tuyên giáo tham mưu; Đoàn xã, phường và Đoàn trực thuộc triển khai", ["Ban Tuyên giáo", "Đoàn xã, phường", "Đoàn trực thuộc"]),
    ("Văn phòng; các đơn vị trực thuộc tổ chức thực hiện", ["Văn phòng", "Các đơn vị trực thuộc"]),
    ("Tổ công tác triển khai", ["Tổ công tác triển khai"]),
    ("Ban Tuyên giáo, Tổ công tác triển khai", ["Ban Tuyên giáo", "Tổ công tác triển khai"]),
])
def test_what_the_last_unit_does_is_not_its_name(cell: str, units: list[str]) -> None:
    assert [unit.name for unit in parse_units(cell)] == units


def test_what_is_built_and_kept_stays_whole() -> None:
    [target] = read_targets("Mỗi trường xây dựng và duy trì ít nhất 01 mô hình tự quản về an ninh, trật tự")
    assert target.indicator == "Mỗi trường xây dựng và duy trì mô hình tự quản về an ninh, trật tự"


@pytest.mark.parametrize(("cell", "units"), [
    ("Công đoàn, Đoàn Thanh niên Sở", ["Công đoàn", "Đoàn Thanh niên Sở"]),
    ("Đoàn Thanh niên Bộ; Công đoàn Bộ", ["Đoàn Thanh niên Bộ", "Công đoàn Bộ"]),
    ("Công đoàn, Sở Nội vụ", ["Công đoàn", "Sở Nội vụ"]),
    ("PA05, PC02", ["PA05", "PC02"]),
    ("Trung tâm Thông tin, Thống kê", ["Trung tâm Thông tin, Thống kê"]),
    ("Học viện Công nghệ Bưu chính\nViễn thông", ["Học viện Công nghệ Bưu chính Viễn thông"]),
])
def test_unions_of_a_department_and_offices_in_letters(cell: str, units: list[str]) -> None:
    assert [unit.name for unit in parse_units(cell)] == units


@pytest.mark.parametrize(("sentence", "lead", "support"), [
    ("Phối hợp với Phòng Chính trị tư tưởng và Học sinh, sinh viên tổ chức ngoại khóa.", [], ["Phòng Chính trị tư tưởng và Học sinh, sinh viên"]),
    ("Tham mưu nghị quyết về thu hút nhân lực (Phòng Công chức, viên chức; hoàn thành trong tháng 7/2026).", ["Phòng Công chức, viên chức"], []),
    ("Phòng Nội vụ tham mưu chính sách cho công chức, viên chức.", ["Phòng Nội vụ"], []),
    ("Công đoàn cơ sở, Đoàn Thanh niên Sở phát động thi đua trong đoàn viên.", ["Công đoàn cơ sở", "Đoàn Thanh niên Sở"], []),
    ("Ban Công tác công đoàn: tham mưu, tổ chức Lễ phát động.", ["Ban Công tác công đoàn"], []),
])
def test_names_of_offices_with_a_comma_and_of_unions(sentence: str, lead: list[str], support: list[str]) -> None:
    found = prose_owners(sentence)
    assert ([unit.name for unit in found[0]], [unit.name for unit in found[1]]) == (lead, support)


@pytest.mark.parametrize(("sentence", "comparator", "indicator"), [
    ("Vận động đầu thú 02 đối tượng truy nã trở lên", ">=", "Vận động đầu thú đối tượng truy nã"),
    ("Trồng 500 cây xanh đô thị trở lên", ">=", "Trồng cây xanh đô thị"),
    ("Có 05 giáo viên dạy giỏi cấp tỉnh trở lên", "=", "giáo viên dạy giỏi cấp tỉnh trở lên"),
    ("Đào tạo 30 cán bộ trình độ đại học trở lên", "=", "Đào tạo cán bộ trình độ đại học trở lên"),
])
def test_how_many_or_more_behind_what_is_counted(sentence: str, comparator: str, indicator: str) -> None:
    [target] = read_targets(sentence)
    assert (target.comparator, target.indicator) == (comparator, indicator)


def test_heads_of_decisions_and_of_the_youth_union(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("BỘ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG ĐẠI HỌC AN BÌNH\nSố: 95/QĐ-ĐHAB\nCần Thơ, ngày 09 tháng 01 năm 2026\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch bồi dưỡng năm 2026\n"
                    "HIỆU TRƯỞNG\nTRƯỜNG ĐẠI HỌC AN BÌNH\nCăn cứ Luật Giáo dục đại học;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch bồi dưỡng.\n", encoding="utf-8")
    assert read_one(path, path.name).plan.title == "Về việc ban hành Kế hoạch bồi dưỡng năm 2026"
    path.write_text("BCH ĐOÀN TỈNH QUẢNG TRỊ\n***\nSố: 56-KH/TĐTN\nĐOÀN TNCS HỒ CHÍ MINH\nQuảng Trị, ngày 20 tháng 01 năm 2026\nKẾ HOẠCH\nCông tác Đoàn năm 2026\n"
                    "I. NHIỆM VỤ\n1. Tổ chức hội thi tìm hiểu pháp luật.\n", encoding="utf-8")
    assert read_one(path, path.name).plan.issuer == "Đoàn tỉnh Quảng Trị"


@pytest.mark.parametrize(("cell", "fit"), [("BGH", 1.0), ("BGH, BCH Công đoàn", 1.0), ("BTV Đoàn trường", 1.0), ("BCH nhiệm kỳ mới", 0.6)])
def test_a_schools_leaders_read_as_owners(cell: str, fit: float) -> None:
    assert unit_fit(cell) == fit
