"""Wording of commune plans: what is paid monthly, days with "mùng", cooperatives, amounts of joined things, land by its share."""

from __future__ import annotations

import pytest

from extractors.frame import build_frame
from extractors.text_reader import read_text
from normalizers.deadline_prose import find_deadline
from normalizers.deadline_reading import parse_deadline
from normalizers.target_prose import read_targets
from normalizers.target_tasks import read_task_targets
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units


@pytest.mark.parametrize(("text", "rrule"), [
    ("Vận động người đang nhận lương hưu, trợ cấp thất nghiệp hằng tháng mở tài khoản ngân hàng.", None),
    ("Rà soát người hưởng phụ cấp hàng tháng tại các thôn.", None),
    ("Hằng tháng, lập danh sách người hưởng trợ cấp.", ("FREQ=MONTHLY",)),
    ("Đối chiếu danh sách hưởng trợ cấp, tổng hợp số liệu hằng tháng.", ("FREQ=MONTHLY",)),
])
def test_what_is_paid_monthly_sets_no_deadline(text: str, rrule: tuple[str, ...] | None) -> None:
    found = find_deadline(text, "2026-01-05")
    assert (found.rrule if found else None) == rrule


@pytest.mark.parametrize(("raw", "edtf", "due"), [
    ("từ ngày mùng 3 đến hết ngày 12/8/2026", "2026-08-03/2026-08-12", "2026-08-12"),
    ("trước ngày mồng 5/4/2026", "../2026-04-04", "2026-04-04"),
    ("trong 5 ngày bắt đầu từ ngày 3 đến hết ngày 7/8/2026", "2026-08-03/2026-08-07", "2026-08-07"),
    ("Bắt đầu từ cuối tháng 5/2026", "2026-05-21/..", None),
])
def test_days_and_spans(raw: str, edtf: str, due: str | None) -> None:
    value = parse_deadline(raw, "2026-01-05")
    assert (value.edtf, value.due) == (edtf, due)


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Giao Hợp tác xã Dịch vụ nông nghiệp phối hợp với các doanh nghiệp khai thác công trình thủy lợi điều tiết nước tưới.",
     ["Hợp tác xã dịch vụ nông nghiệp"], ["Doanh nghiệp khai thác công trình thủy lợi"]),
    ("Các Hợp tác xã nông nghiệp vận hành trạm bơm theo lịch.", ["Hợp tác xã nông nghiệp"], []),
    ("Các xóm chưa hoàn thành khối lượng được giao phải ra quân ngay trong tuần.", ["Các xóm"], []),
    ("Các cơ quan chưa công khai thủ tục có trách nhiệm niêm yết trước ngày 20/3/2026.", ["Các cơ quan, đơn vị"], []),
])
def test_owners(text: str, lead: list[str], support: list[str]) -> None:
    got = prose_owners(text, None, duty=True)
    assert ([u.name for u in got[0]], [u.name for u in got[1]]) == (lead, support)


@pytest.mark.parametrize(("text", "want"), [
    ("Nạo vét kênh cấp 2 1.200 m3, bờ lô, bờ thửa 450 m3, rãnh tiêu 90 m3.",
     [("Nạo vét kênh cấp 2", 1200), ("bờ lô, bờ thửa", 450), ("rãnh tiêu", 90)]),
    ("Tổng đàn trâu, bò 420 con, gà, vịt 6.000 con.", [("Tổng đàn trâu, bò", 420), ("Tổng đàn gà, vịt", 6000)]),
    ("Giữ vững danh hiệu xã đạt chuẩn quốc gia về y tế và trên 96% trẻ em được tiêm chủng đầy đủ.", [("trẻ em được tiêm chủng đầy đủ", 96)]),
    ("Chính quyền đạt vững mạnh, 82% chi bộ được xếp loại tốt.", [("chi bộ được xếp loại tốt", 82)]),
    ("Đối với hồ sơ được tiếp nhận, 90% hồ sơ được trả sớm.", [("Đối với hồ sơ được tiếp nhận hồ sơ được trả sớm", 90)]),
    ("Duy trì tỷ lệ hộ dùng nước sạch đạt 98%.", [("tỷ lệ hộ dùng nước sạch", 98)]),
])
def test_targets(text: str, want: list[tuple[str, int]]) -> None:
    got = [(r.indicator, r.value) for r in read_targets(text)]
    assert [v for _, v in got] == [v for _, v in want]
    assert [i.removesuffix(" con") for i, _ in got] == [i for i, _ in want]


@pytest.mark.parametrize(("text", "values"), [
    ("Lập phương án cho thuê đất công ích 5% đúng quy định.", []),
    ("Thu tiền thuê quỹ đất 5% trong quý I.", []),
    ("Số hóa 90% hồ sơ đất đai.", [90]),
])
def test_land_named_by_its_share_is_no_target(text: str, values: list[int]) -> None:
    assert [r.value for r in read_task_targets(text)] == values


def test_a_paragraph_that_leads_to_the_text_is_no_title() -> None:
    texts = ("ỦY BAN MTTQ VIỆT NAM", "XÃ AN SƠN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH", "Vận động Quỹ khuyến học năm 2026",
             "Kế thừa truyền thống hiếu học của quê hương, nhằm động viên con em trong xã vươn lên, nội dung vận động như sau:", "I. NỘI DUNG")
    frame = build_frame(read_text("\n".join(texts).encode("utf-8"), "x.txt"))
    assert frame.title == ["Vận động Quỹ khuyến học năm 2026"]


@pytest.mark.parametrize(("text", "want"), [
    ("Củng cố tổ chức (100% tổ hòa giải được kiện toàn; hằng quý họp một lần).", [("tổ hòa giải được kiện toàn; hằng quý họp một lần", 100, None)]),
    ("Cây trồng chính năm 2027 (lạc: diện tích đạt 40 ha, sản lượng đạt 90 tấn. Sắn: diện tích đạt 15 ha).",
     [("lạc: diện tích", 40, "2027"), ("sản lượng", 90, "2027"), ("Sắn: diện tích", 15, "2027")]),
    ("Tỷ lệ hộ nghèo giảm còn 2% (các thôn ven đường), 6% (các thôn vùng cao).", [("Tỷ lệ hộ nghèo (các thôn ven đường)", 2, None), ("Tỷ lệ hộ nghèo (các thôn vùng cao)", 6, None)]),
    ("Tỷ lệ thu gom rác đạt 96% ở khu trung tâm, 80% ở các bản xa.", [("Tỷ lệ thu gom rác ở khu trung tâm", 96, None), ("Tỷ lệ thu gom rác ở các bản xa", 80, None)]),
    ("Hoàn thành sửa nhà (đạt 100% kế hoạch).", [("Hoàn thành sửa nhà (đạt 100% kế hoạch)", None, None)]),
])
def test_outcomes_in_brackets(text: str, want: list[tuple[str, int | None, str | None]]) -> None:
    assert [(r.indicator, r.value, r.horizon) for r in read_targets(text)] == want


@pytest.mark.parametrize(("text", "raw"), [
    ("Tuyên truyền, phổ biến pháp luật hằng quý.", "hằng quý"),
    ("Hưởng ứng Ngày Pháp luật năm 2026, cao điểm từ ngày 02/11/2026 đến ngày 09/11/2026.", "từ ngày 02/11/2026 đến ngày 09/11/2026"),
    ("Rà soát văn bản quy phạm pháp luật ban hành trong năm 2026.", None),
    ("Đưa việc phân loại rác thành nền nếp, hằng ngày của mỗi gia đình.", None),
])
def test_law_as_a_subject_of_teaching_is_no_law(text: str, raw: str | None) -> None:
    found = find_deadline(text, "2026-01-05")
    assert (found.raw if found else None) == raw


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Phối hợp với chi bộ, Ban Công tác Mặt trận thôn rà soát hộ nghèo.", [], ["Chi bộ", "Ban Công tác Mặt trận thôn"]),
    ("Công an xã phối hợp với Chi bộ và Ban tự quản tổ chức tuần tra.", ["Công an xã"], ["Chi bộ", "Ban tự quản"]),
    ("Phối hợp với Chi bộ Trạm Y tế khám sức khỏe.", [], ["Chi bộ Trạm Y tế"]),
    ("Chuyên viên phụ trách tổng hợp tham mưu nội dung cuộc họp.", [], []),
    ("Chuyên viên Phòng Kinh tế tham mưu nội dung cuộc họp.", ["Chuyên viên Phòng Kinh tế"], []),
    ("Đảng ủy xã phân công các đồng chí ủy viên Ban Chấp hành dự sinh hoạt chi bộ.", ["Đảng ủy xã"], []),
])
def test_party_cells_and_their_people(text: str, lead: list[str], support: list[str]) -> None:
    got = prose_owners(text, None, duty=True)
    assert ([u.name for u in got[0]], [u.name for u in got[1]]) == (lead, support)


@pytest.mark.parametrize(("cell", "names"), [
    ("Công chức TP-HT; Công chức VP - TK", ["Công chức Tư pháp - Hộ tịch", "Công chức Văn phòng - Thống kê"]),
    ("CC VH-XH, CC TC-KT", ["Công chức Văn hóa - Xã hội", "Công chức Tài chính - Kế toán"]),
    ("Công chức ĐC-NN-XD&MT", ["Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường"]),
    ("Ban TTND; Ban GSĐTCĐ", ["Ban Thanh tra nhân dân", "Ban Giám sát đầu tư của cộng đồng"]),
    ("CHT Ban CHQS xã", ["Chỉ huy trưởng Ban Chỉ huy Quân sự xã"]),
    ("Chuyên viên Tiếp nhận & Trả kết quả", ["Chuyên viên Tiếp nhận và Trả kết quả"]),
])
def test_posts_of_a_commune_in_letters(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("text", "lead"), [
    ("Các thôn tiếp tục duy trì tổ tự quản.", ["Các thôn"]),
    ("Các khu phố bố trí địa điểm, đôn đốc các hộ tham gia.", ["Các khu phố"]),
    ("Các bản nạo vét kênh mương trước ngày 15/10/2026.", ["Các bản"]),
    ("Ban Tổ chức lễ hội phân công lực lượng trực bảo vệ.", ["Ban Tổ chức lễ hội"]),
    ("Ban Tổ chức lễ ra quân chuẩn bị loa đài.", ["Ban Tổ chức lễ ra quân"]),
    ("Các thôn đạt chuẩn được xét khen thưởng.", []),
    ("Các hộ gia đình chuẩn bị giấy tờ.", []),
])
def test_who_does_what_an_item_of_the_organisation_orders(text: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(text, None, duty=True)[0]] == lead


def test_who_a_body_is_made_of_is_no_target() -> None:
    assert read_task_targets("Lập các tổ công tác, mỗi tổ ít nhất 5 người, gồm cán bộ xã và cán bộ thôn.") == []


def test_a_paragraph_wrapped_over_lines_is_no_title() -> None:
    lines = ["XÃ AN SƠN", "KẾ HOẠCH", "Vận động Quỹ khuyến học và tổ chức ngày hội đọc sách cho học sinh các", "trường năm 2026",
             "Kế thừa truyền thống hiếu học của quê hương, động viên con em trong xã", "vươn lên, Ban Thường trực đề ra nội dung vận động như sau:", "I. NỘI DUNG"]
    assert build_frame(read_text("\n".join(lines).encode("utf-8"), "x.txt")).title == lines[2:4]
