"""Notes that close a sentence and say in clauses of their own who does what."""

import pytest

from normalizers.units import prose_owners

ACT = "Phát triển du lịch cộng đồng trên địa bàn xã"


def names(text: str) -> tuple[list[str], list[str]]:
    lead, support = prose_owners(text, "Thanh Sơn")
    return [u.name for u in lead], [u.name for u in support]


@pytest.mark.parametrize(("note", "lead"), [
    ("(Phòng Kinh tế tham mưu, thực hiện từ năm 2026)", "Phòng Kinh tế"),
    ("(Đảng ủy UBND xã lãnh đạo, chỉ đạo thực hiện)", "Đảng ủy Ủy ban nhân dân xã"),
    ("(Phòng Kinh tế hướng dẫn, đôn đốc)", "Phòng Kinh tế"),
    ("(Trạm Y tế xã kiểm tra, giám sát)", "Trạm Y tế"),
    ("(Phòng Kinh tế tổng hợp, báo cáo trước 15/12)", "Phòng Kinh tế"),
    ("(giao Phòng Kinh tế nghiên cứu, đề xuất)", "Phòng Kinh tế"),
    ("(đơn vị chủ trì Phòng Kinh tế)", "Phòng Kinh tế"),
    ("(Phòng Kinh tế - đơn vị chủ trì)", "Phòng Kinh tế"),
    ("(trách nhiệm của Phòng Kinh tế)", "Phòng Kinh tế"),
    ("[Phòng Kinh tế chủ trì]", "Phòng Kinh tế"),
])
def test_a_note_charges_whose_duty_it_tells(note: str, lead: str) -> None:
    assert names(f"{ACT} {note}.") == ([lead], [])


@pytest.mark.parametrize("note", [
    "(Phòng Kinh tế - chủ trì; Công an xã - phối hợp)",
    "(Phòng Kinh tế: chủ trì; Công an xã: phối hợp)",
    "(Phòng Kinh tế hướng dẫn; Công an xã hỗ trợ)",
    "(Phòng Kinh tế tham mưu, Công an xã phối hợp, các thôn thực hiện)",
    "(Phòng Kinh tế chủ trì, phối hợp Công an xã; hoàn thành trong Quý I/2026)",
])
def test_clauses_of_a_note_tell_who_leads_and_who_helps(note: str) -> None:
    assert names(f"{ACT} {note}.") == (["Phòng Kinh tế"], ["Công an xã"])


def test_whom_the_lead_works_with_is_a_row_to_its_end() -> None:
    assert names(f"{ACT} (Phòng Kinh tế phối hợp với Công an xã, Trạm Y tế thực hiện).") == (["Phòng Kinh tế"], ["Công an xã", "Trạm Y tế"])


@pytest.mark.parametrize("sentence", [
    "Tham gia hội thi cải cách hành chính (Sở Nội vụ tổ chức).",
    "Sử dụng bộ tài liệu tập huấn (do Sở Nội vụ biên soạn).",
    "Thực hiện bộ tiêu chí về y tế (Bộ Y tế ban hành).",
    "Hoàn thiện quy hoạch chung (UBND tỉnh đã phê duyệt).",
    "Lắp đặt camera tại các điểm công cộng (như chợ, Trạm Y tế, trường học).",
])
def test_a_note_that_tells_of_something_else_charges_nobody(sentence: str) -> None:
    assert names(sentence) == ([], [])


@pytest.mark.parametrize(("sentence", "lead", "support"), [
    ("Tiếp công dân định kỳ theo quy định (Chủ tịch UBND xã).", ["Chủ tịch Ủy ban nhân dân xã"], []),
    ("Chỉ đạo giải phóng mặt bằng (đồng chí Phó Chủ tịch UBND xã phụ trách).", ["Phó Chủ tịch Ủy ban nhân dân xã"], []),
    ("Lấy phiếu tín nhiệm đối với các chức danh (Chủ tịch UBND xã, Phó Chủ tịch UBND xã).", [], []),
    ("Phòng Kinh tế (chủ trì), Công an xã (phối hợp) kiểm tra các cơ sở kinh doanh.", ["Phòng Kinh tế"], ["Công an xã"]),
    ("Công an xã (chủ trì), Trạm Y tế, Phòng Kinh tế kiểm tra các cơ sở kinh doanh.", ["Công an xã"], ["Trạm Y tế", "Phòng Kinh tế"]),
    ("Kiểm tra các cơ sở kinh doanh karaoke: Công an xã (chủ trì), Trạm Y tế (phối hợp).", ["Công an xã"], ["Trạm Y tế"]),
    ("Bảo đảm an ninh, trật tự lễ hội → Công an xã chủ trì; Trạm Y tế phối hợp.", ["Công an xã"], ["Trạm Y tế"]),
    ("Xử lý các vi phạm về đất đai; trách nhiệm chính thuộc Phòng Kinh tế.", ["Phòng Kinh tế"], []),
    ("Mở đợt cao điểm, có sự phối hợp của Trạm Y tế.", [], ["Trạm Y tế"]),
    ("Công khai thủ tục hành chính, cơ quan chủ trì là Phòng Kinh tế.", ["Phòng Kinh tế"], []),
    ("Công khai thủ tục hành chính; cơ quan chủ trì - Phòng Kinh tế; cơ quan phối hợp - Công an xã.", ["Phòng Kinh tế"], ["Công an xã"]),
    ("Thành lập đoàn kiểm tra gồm các thành viên: Công an xã, Trạm Y tế.", [], []),
])
def test_who_is_told_behind_the_act(sentence: str, lead: list[str], support: list[str]) -> None:
    assert names(sentence) == (lead, support)


@pytest.mark.parametrize(("sentence", "lead"), [
    ("Công tác hậu cần do Phòng Kinh tế chuẩn bị.", ["Phòng Kinh tế"]),
    ("Việc khai thác dữ liệu do Sở Khoa học và Công nghệ cung cấp phải bảo đảm an toàn.", []),
    ("Quá trình thực hiện, nếu có vướng mắc, Phòng Kinh tế báo cáo UBND xã.", ["Phòng Kinh tế"]),
])
def test_who_does_a_work_is_told_last(sentence: str, lead: list[str]) -> None:
    assert names(sentence)[0] == lead


@pytest.mark.parametrize("sentence", [
    "Rà soát các cơ sở giáo dục trên địa bàn (Phòng Kinh tế quản lý).",
    "Kiện toàn Ban Chỉ đạo (Chủ tịch UBND xã làm Trưởng ban).",
    "Trang bị máy tính xách tay: Phòng Kinh tế, Trạm Y tế.",
    "Kiểm tra công tác cải cách hành chính: Phòng Kinh tế, Trạm Y tế.",
])
def test_whom_a_note_or_colon_tells_of_is_not_charged(sentence: str) -> None:
    assert names(sentence) == ([], [])
