"""A decision or resolution that issues a plan: the plan stands behind the signature, under a title of any wording or under none."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.citations import find_citations
from pipeline.assemble import assemble
from pipeline.read_one import read_one
from tests.support import HEADER, make_document

DECISION = (
    "ỦY BAN NHÂN DÂN", "TỈNH LÂM ĐỒNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 77/QĐ-UBND",
    "Lâm Đồng, ngày 05 tháng 3 năm 2026", "QUYẾT ĐỊNH", "Ban hành Chương trình hành động của Ủy ban nhân dân tỉnh về phát triển dữ liệu",
    "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "QUYẾT ĐỊNH:",
    "Điều 1. Ban hành kèm theo Quyết định này Chương trình hành động của Ủy ban nhân dân tỉnh.",
    "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.", "Nơi nhận:", "- Như Điều 2;", "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn Bình")
PLAN = ("I. MỤC TIÊU", "1. Mục tiêu cụ thể đến năm 2030", "- 100% cơ sở dữ liệu được kết nối.", "II. NHIỆM VỤ", "1. Xây dựng kho dữ liệu dùng chung.",
        "III. TỔ CHỨC THỰC HIỆN", "1. Sở Tài chính bố trí kinh phí hằng năm.")


@pytest.mark.parametrize("title", [
    ("CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA ỦY BAN NHÂN DÂN TỈNH", "Phát triển dữ liệu giai đoạn 2026 - 2030", "(Kèm theo Quyết định số 77/QĐ-UBND ngày 05 tháng 3 năm 2026)"),
    ("KẾ HOẠCH", "Phát triển dữ liệu giai đoạn 2026 - 2030"), ("ĐỀ ÁN PHÁT TRIỂN DỮ LIỆU TỈNH",), (),
], ids=["whole-title", "type", "upper", "none"])
def test_the_issued_plan_is_read(title: tuple[str, ...]) -> None:
    plan = assemble(make_document(*DECISION, *title, *PLAN))
    assert [(t.indicator, t.value, t.horizon) for t in plan.targets] == [("cơ sở dữ liệu được kết nối", 100, "2030")]
    assert [t.text for t in plan.tasks] == ["Xây dựng kho dữ liệu dùng chung.", "Sở Tài chính bố trí kinh phí hằng năm."]
    assert plan.plan.signer == "Nguyễn Văn Bình"
    assert not [row.text for row in plan.ledger if row.role == "unexplained"]


def test_numbered_addressees_open_no_body() -> None:
    plan = assemble(make_document(*DECISION[:13], "Nơi nhận:", "1. Như Điều 2;", "2. Lưu: VT.", *DECISION[16:]))
    assert not plan.tasks and not plan.targets


WRAPPED = """UỶ BAN NHÂN DÂN
TỈNH GIA LAI
--------
|
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số:
214/KH-UBND
|
Gia Lai, ngày
13 tháng 5 năm 2026
|
KẾ HOẠCH
PHÁT TRIỂN HẠ TẦNG DỮ LIỆU ĐẾN NĂM
2030 TRÊN ĐỊA BÀN TỈNH GIA LAI
-------
Ngày 02/02/2026, Thủ tướng Chính phủ đã ban hành Quyết định số 142/QĐ-TTg. Ủy ban nhân
dân tỉnh ban hành Kế hoạch với các nội dung như sau:
I. MỤC TIÊU
ĐẾN NĂM 2030
1. Phát triển
hạ tầng dữ liệu
a) Trung tâm dữ liệu của tỉnh kết nối với Trung tâm dữ liệu quốc gia, trung tâm dữ liệu vùng,
b) 100% các cơ quan nhà nước
trên địa bàn tỉnh cung cấp dữ liệu mở.
"""


def test_text_of_a_browser_with_broken_cells_and_headings(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(WRAPPED, encoding="utf-8")
    record = read_one(path, path.name)
    assert record.plan.number == "214/KH-UBND"
    assert record.plan.title == "PHÁT TRIỂN HẠ TẦNG DỮ LIỆU ĐẾN NĂM 2030 TRÊN ĐỊA BÀN TỈNH GIA LAI"
    assert [c.number for c in record.citations] == ["142/QĐ-TTg"]
    assert [(t.value, t.horizon) for t in record.targets] == [(None, "2030"), (100, "2030")]


def test_results_reached_are_no_tasks_and_numbered_headings_may_be_sentences() -> None:
    plan = assemble(make_document(
        *HEADER, "I. KẾT QUẢ TRIỂN KHAI CÁC NHIỆM VỤ", "1. Về thể chế", "Năm 2025, xã đã ban hành 12 văn bản.", "II. NHIỆM VỤ",
        "1. Rà soát, hoàn thiện quy định về dữ liệu; tăng cường giám sát việc thực hiện theo quy định.", "1.1. Sửa đổi quy chế quản lý dữ liệu.",
        "1.2. Ban hành danh mục dữ liệu mở."))
    assert [t.text for t in plan.tasks] == ["Sửa đổi quy chế quản lý dữ liệu.", "Ban hành danh mục dữ liệu mở."]


@pytest.mark.parametrize(("text", "number", "issuer"), [
    ("Văn bản số 8689/BNN-TY ngày 13/10/2025 của Bộ Nông nghiệp và Môi trường về việc lập kế hoạch", "8689/BNN-TY", "Bộ Nông nghiệp và Môi trường"),
    ("Công văn số 197/SKHCN ngày 02/2/2026 của Sở Khoa học và Công nghệ; Kế hoạch", "197/SKHCN", "Sở Khoa học và Công nghệ"),
    ("Quyết định số 1/QĐ-BCA ngày 1/2/2026 của Bộ Công an, Bộ Quốc phòng", "1/QĐ-BCA", "Bộ Công an"),
    ("thực hiện Nghị quyết số 57-NQ/TW. Khi Đảng ủy được thành lập", "57-NQ/TW", None),
])
def test_issuers_of_cited_documents(text: str, number: str, issuer: str | None) -> None:
    assert [(c.number, c.issuer) for c in find_citations(text)] == [(number, issuer)]


DIRECTIVE = (
    "ỦY BAN NHÂN DÂN", "TỈNH GIA LAI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 09/CT-UBND",
    "Gia Lai, ngày 05 tháng 3 năm 2026", "CHỈ THỊ", "VỀ TĂNG CƯỜNG QUẢN LÝ HOẠT ĐỘNG KARAOKE, VŨ TRƯỜNG TRÊN ĐỊA BÀN TỈNH",
    "Các cấp, các ngành đã triển khai nhiều biện pháp phòng ngừa; tuy nhiên năm 2025 trên địa bàn còn xảy ra 45 vụ việc, tăng 12% so với năm 2024.",
    "Để nâng cao hiệu quả công tác, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:", "1. Công an tỉnh", "a) Nắm chắc tình hình, lập hồ sơ quản lý các cơ sở.",
    "b) Báo cáo kết quả trong Quý II năm 2026.", "2. Sở Văn hóa, Thể thao và Du lịch chỉ đạo các cơ sở kinh doanh rà soát điều kiện hoạt động.",
    "3. Sở Y tế theo chức năng, nhiệm vụ được giao kiểm tra vệ sinh.", "4. Ủy ban nhân dân các xã, phường", "- Hợp đồng lao động được kiểm tra định kỳ.",
    "- Chủ tịch Ủy ban nhân dân chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân tỉnh.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Bình")


def test_a_directive_without_sections_charges_each_body() -> None:
    plan = assemble(make_document(*DIRECTIVE))
    assert plan.plan.title == "VỀ TĂNG CƯỜNG QUẢN LÝ HOẠT ĐỘNG KARAOKE, VŨ TRƯỜNG TRÊN ĐỊA BÀN TỈNH"
    assert plan.plan.period is None
    assert not plan.targets
    assert [(t.text.split()[0], t.lead[0]) for t in plan.tasks] == [
        ("Nắm", "Công an tỉnh"), ("Báo", "Công an tỉnh"), ("Sở", "Sở Văn hóa, Thể thao và Du lịch"), ("Sở", "Sở Y tế"),
        ("Hợp", "Ủy ban nhân dân các xã, phường"), ("Chủ", "Chủ tịch Ủy ban nhân dân xã")]


def test_text_whose_lines_are_paragraphs(tmp_path: Path) -> None:
    long = "Văn phòng Đảng ủy phối hợp với Ban Xây dựng Đảng theo dõi, đôn đốc, kiểm tra việc thực hiện Chương trình; định kỳ 6 tháng, hằng năm tổng hợp, báo cáo Ban Thường vụ Đảng ủy kết quả."
    text = "\n".join(("ĐẢNG ỦY XÃ IA PA", "Số 12-CTr/ĐU", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "thực hiện Nghị quyết số 59-NQ/TW", "I- NHIỆM VỤ", *(f"{n}. {long}" for n in (1, 2, 3)),
                      "Chương trình này được phổ biến đến chi bộ.", "Nơi nhận:                                BÍ THƯ", "- Lưu VP.                         Rah Lan Kim", ""))
    path = tmp_path / "plan.txt"
    path.write_text(text, encoding="utf-8")
    record = read_one(path, path.name)
    assert [t.text for t in record.tasks] == [long] * 3
    assert record.plan.signer == "Rah Lan Kim"
