"""How plans of provinces word targets and duties: footnote numbers, shares that name who is meant, rows of outcomes, boards with a subject."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place, Table
from extractors.flat_table import rebuild
from normalizers.target_prose import read_targets
from normalizers.target_tasks import read_task_targets
from normalizers.unit_prose import prose_owners
from normalizers.unit_subjects import duty_start
from pipeline.assemble import assemble
from tests.support import HEADER, make_document

TARGETS: tuple[tuple[str, tuple[tuple[str, str, float | None, str | None, str | None], ...]], ...] = (
    # The raised number of a footnote is none of the share's.
    ("- Đến năm 2025: tỷ lệ trẻ thừa cân dưới 12%1; tỷ lệ trẻ thiếu máu dưới 20%2.", (
        ("tỷ lệ trẻ thừa cân", "<", 12, "%", "2025"), ("tỷ lệ trẻ thiếu máu", "<", 20, "%", "2025"))),
    # A share inside the subject tells which communes are meant.
    ("- Tỷ lệ hộ nghèo tại các thôn có tỷ lệ hộ nghèo trên 30% giảm từ 5% trở lên.", (
        ("Tỷ lệ hộ nghèo tại các thôn có tỷ lệ hộ nghèo trên 30% giảm", ">=", 5, "%", None),)),
    # The comma of a row inside the second subject is no border.
    ("- Mở rộng 200 chuỗi liên kết, góp phần đạt tỷ lệ nông sản qua sơ chế, chế biến trên 70%.", (
        ("Mở rộng chuỗi liên kết", "=", 200, "count", None), ("góp phần đạt tỷ lệ nông sản qua sơ chế, chế biến", ">", 70, "%", None))),
    # The parts of a whole that is said before "như sau:".
    ("- Tiết kiệm 3% tổng điện năng, tương đương 400 triệu kWh, như sau: Nhóm công nghiệp tiết kiệm là 250,5 triệu kWh; nhóm dịch vụ tiết kiệm là 149,5 triệu kWh.", (
        ("Tiết kiệm tổng điện năng", "=", 3, "%", None), ("Tiết kiệm tổng điện năng", "=", 400, "triệu kWh", None), ("Nhóm công nghiệp tiết kiệm", "=", 250.5, "triệu kWh", None), ("nhóm dịch vụ tiết kiệm", "=", 149.5, "triệu kWh", None))),
    # "gấp 2 lần năm 2020": what it is measured against.
    ("- Kim ngạch xuất khẩu gấp 2 lần năm 2020.", (("Kim ngạch xuất khẩu gấp", "=", 2, "lần", None),)),
    # The comma behind a year that opens a clause is no border: the year is that of what follows.
    ("- Kinh tế số phải đạt 18% GRDP vào năm 2025 và đến năm 2030, kinh tế số phải đạt 28% GRDP.", (
        ("Kinh tế số", "=", 18, "%", "2025"), ("kinh tế số", "=", 28, "%", "2030"))),
    ("- Tỷ lệ hộ dùng nước sạch đạt 80% năm 2025, đến năm 2030, tỷ lệ hộ có nhà kiên cố đạt 90%.", (
        ("Tỷ lệ hộ dùng nước sạch", "=", 80, "%", "2025"), ("tỷ lệ hộ có nhà kiên cố", "=", 90, "%", "2030"))),
    # A year that opens a sentence holds for the pieces of that sentence.
    ("- Giai đoạn 2021-2025, giá trị sản xuất tăng 4%. Năm 2025, tỷ trọng chăn nuôi đạt 35%; độ che phủ rừng đạt 45%. Sản lượng gỗ đạt 900 tấn.", (
        ("giá trị sản xuất tăng", "=", 4, "%", "2021/2025"), ("tỷ trọng chăn nuôi", "=", 35, "%", "2025"), ("độ che phủ rừng", "=", 45, "%", "2025"),
        ("Sản lượng gỗ", "=", 900, "tấn", "2021/2025"))),
    ("- Giảm 1.500 hộ nghèo trở lên; kết nạp 50 đảng viên khá trở lên.", (
        ("Giảm hộ nghèo", ">=", 1500, "count", None), ("kết nạp đảng viên khá trở lên", "=", 50, "count", None))),
    ("- Tổng lượt khách có lưu trú đạt 3.500.000 lượt.", (("Tổng lượt khách có lưu trú", "=", 3500000, "count", None),)),
    # The first piece has a year and no number.
    ("- Đến năm 2030, duy trì chuẩn phổ cập giáo dục ở tất cả các xã; 98% học sinh tốt nghiệp trung học cơ sở.", (
        ("Đến năm 2030, duy trì chuẩn phổ cập giáo dục ở tất cả các xã", "qualitative", None, None, "2030"),
        ("học sinh tốt nghiệp trung học cơ sở", "=", 98, "%", "2030"))),
)


@pytest.mark.parametrize(("text", "expected"), TARGETS, ids=[t[0][:50] for t in TARGETS])
def test_targets(text: str, expected: tuple[tuple[str, str, float | None, str | None, str | None], ...]) -> None:
    assert [(r.indicator, r.comparator, r.value, r.unit, r.horizon) for r in read_targets(text)] == list(expected)


IN_TASKS: tuple[tuple[str, list[tuple[str, float | None]]], ...] = (
    # Who is charged is no wording of what is reached.
    ("Giao Sở Xây dựng có trách nhiệm hoàn thành 2.000 căn nhà ở xã hội.", [("hoàn thành căn nhà ở xã hội", 2000)]),
    ("Công an tỉnh chủ trì, phối hợp với Sở Y tế rà soát 100% người nghiện.", [("rà soát người nghiện", 100)]),
    ("Các sở, ngành phối hợp với Công ty Điện lực xây dựng kế hoạch tiết kiệm tối thiểu 5% điện năng; xây dựng nội quy sử dụng điện.", [("tiết kiệm điện năng", 5)]),
    # A row of outcomes: the amounts too are striven for.
    ("Phấn đấu đạt tốc độ tăng trưởng 9%/năm; sản lượng lương thực bình quân 1,5 triệu tấn/năm; diện tích nhà ở bình quân 18 m2/người.",
     [("tốc độ tăng trưởng", 9), ("sản lượng lương thực bình quân", 1.5), ("diện tích nhà ở bình quân", 18)]),
)


@pytest.mark.parametrize(("text", "expected"), IN_TASKS, ids=[t[0][:50] for t in IN_TASKS])
def test_targets_inside_tasks(text: str, expected: list[tuple[str, float | None]]) -> None:
    assert [(r.indicator, r.value) for r in read_task_targets(text)] == expected


@pytest.mark.parametrize(("text", "act"), [
    ("Sở Y tế tổ chức tập huấn.", "tổ chức"), ("Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế cân đối vốn.", "phối hợp"),
    ("Giao Công an tỉnh có trách nhiệm rà soát.", "rà soát"), ("Rà soát quy hoạch.", ""), ("Sở Y tế", ""), ("", "")])
def test_where_the_duty_begins(text: str, act: str) -> None:
    at = duty_start(text)
    assert text[at:].startswith(act) if act else at == 0


OWNERS: tuple[tuple[str, list[str], list[str]], ...] = (
    # Boards named by what they stand against.
    ("Giao Thường trực Ban Chỉ huy phòng chống thiên tai và tìm kiếm cứu nạn tỉnh; Đài Khí tượng thủy văn tỉnh tổ chức trực ban.",
     ["Thường trực Ban Chỉ huy phòng chống thiên tai và tìm kiếm cứu nạn tỉnh", "Đài Khí tượng thủy văn tỉnh"], []),
    ("Ban Chỉ đạo phòng, chống tội phạm tỉnh chủ trì rà soát địa bàn.", ["Ban Chỉ đạo phòng, chống tội phạm tỉnh"], []),
    ("Ban Chỉ đạo phòng, chống dịch xã tổ chức kiểm tra các thôn.", ["Ban Chỉ đạo phòng, chống dịch"], []),
    ("Ban Chỉ đạo tham mưu UBND xã sơ kết.", ["Ban Chỉ đạo xã"], []),
    # What a department also is, behind a dash.
    ("Sở Kế hoạch và Đầu tư - cơ quan thường trực Ban Chỉ đạo tham mưu UBND tỉnh sơ kết.", ["Sở Kế hoạch và Đầu tư"], []),
    ("Sở Nội vụ - cơ quan thường trực Ban vì sự tiến bộ phụ nữ tỉnh giúp UBND tỉnh theo dõi.", ["Sở Nội vụ"], []),
    ("Hội đồng phối hợp PBGDPL tỉnh tham mưu kế hoạch năm.", ["Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh"], []),
    ("Ban Vì sự tiến bộ của phụ nữ các sở, ban, ngành căn cứ Kế hoạch này xây dựng kế hoạch.", ["Ban Vì sự tiến bộ của phụ nữ các sở, ban, ngành"], []),
    # Places that share the head of the first.
    ("Giao Sở Y tế chủ trì, phối hợp với UBND huyện Phú Lộc, TP. Huế triển khai.", ["Sở Y tế"], ["Ủy ban nhân dân huyện Phú Lộc", "Ủy ban nhân dân thành phố Huế"]),
    ("Giao Chủ tịch UBND huyện Phú Lộc và TP Huế chịu trách nhiệm rà soát.", ["Chủ tịch Ủy ban nhân dân huyện Phú Lộc", "Chủ tịch Ủy ban nhân dân thành phố Huế"], []),
    ("Uỷ ban nhân dân các huyện, thành phố Huế triển khai.", ["Ủy ban nhân dân các huyện", "Ủy ban nhân dân thành phố Huế"], []),
)


@pytest.mark.parametrize(("text", "lead", "support"), OWNERS, ids=[t[0][:50] for t in OWNERS])
def test_owners(text: str, lead: list[str], support: list[str]) -> None:
    got = prose_owners(text)
    assert [[u.name for u in row] for row in got] == [lead, support]


def test_of_two_columns_of_units_the_approving_one_is_left_empty() -> None:
    dump = ("PHỤ LỤC", "TT Nội dung nhiệm vụ", "Cơ quan chủ trì Cơ quan phối hợp Cấp trình Thời gian hoàn", "thành", "Sản phẩm",
            "1 Tổ chức hội nghị xúc", "tiến đầu tư", "Sở Tài chính Công ty Điện lực ", "tỉnh", "Quý II/2026",
            "2 Xây dựng đề án phát triển", "hợp tác xã", "Sở Nội vụ Sở Tư pháp UBND tỉnh Quý III/2026 Đề án",
            "3 Rà soát quy hoạch đô thị", "Sở Xây dựng Công an tỉnh Hằng năm Báo cáo", "Nơi nhận:", "- Lưu: VT.")
    table = next(b for b in rebuild([Line(t, Place(lines=(n, n)), number=n) for n, t in enumerate(dump, 1)]) if isinstance(b, Table))
    rows = [[cell.text if cell is not None else "" for cell in row] for row in table.grid()][1:]
    assert [row[3:5] for row in rows] == [["Công ty Điện lực tỉnh", ""], ["Sở Tư pháp", "UBND tỉnh"], ["Công an tỉnh", ""]]


def test_directions_joined_with_tasks_are_tasks() -> None:
    plan = assemble(make_document(
        *HEADER, "II. NỘI DUNG", "1. Định hướng phát triển và các nhiệm vụ chủ yếu:",
        "a) Phấn đấu đạt tốc độ tăng trưởng 9%; tỷ lệ hộ nghèo dưới 2%; 80% trường đạt chuẩn.",
        "b) Đẩy mạnh chuyển dịch cơ cấu kinh tế theo hướng hiện đại.", "c) Tăng cường quản lý tài nguyên, bảo vệ môi trường.",
        "d) Huy động và sử dụng có hiệu quả các nguồn lực trên địa bàn.",
        "Ủy ban nhân dân tỉnh yêu cầu thủ trưởng các sở, ngành thực hiện nghiêm túc Chỉ thị này. Nếu có vướng mắc, kịp thời báo cáo./."))
    assert [t.text[:9] for t in plan.tasks] == ["Phấn đấu ", "Đẩy mạnh ", "Tăng cườn", "Huy động "]
    assert [t.value for t in plan.targets] == [9, 2, 80]
