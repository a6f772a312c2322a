"""Acts that no list holds behind names that a place, number or level closes; numbered settlements; bodies of schools; notes that part who leads."""

from __future__ import annotations

import pytest

from normalizers.units import parse_units, prose_owners


@pytest.mark.parametrize(("sentence", "lead"), [
    ("Đồn Biên phòng Sen Bụt cắm biển cảnh báo sạt lở.", "Đồn Biên phòng Sen Bụt"),
    ("Hãng phim Giải Phóng quay phóng sự về làng nghề.", "Hãng phim Giải Phóng"),
    ("Trạm Quản lý đường bộ số 2 vá ổ gà trên tuyến.", "Trạm Quản lý đường bộ số 2"),
    ("Hội đồng Đội xã chấm giải vào tháng 9.", "Hội đồng Đội xã"),
    ("Bộ phận Tài chính - Kế toán thuộc Phòng Kinh tế tham mưu bố trí kinh phí.", "Bộ phận Tài chính - Kế toán thuộc Phòng Kinh tế"),
    ("Liên đội Trường Tiểu học Kim Đồng phát động phong trào.", "Liên đội Trường Tiểu học Kim Đồng"),
    ("Tổ trưởng Tổ dân phố số 3 rà soát nhà trọ.", "Tổ trưởng Tổ dân phố số 3"),
    ("Trưởng các thôn Đông, Đoài lập danh sách.", "Trưởng các thôn Đông, Đoài"),
])
def test_the_act_ends_the_name(sentence: str, lead: str) -> None:
    assert [u.name for u in prose_owners(sentence, "Tân Lập")[0]] == [lead]


def test_a_society_for_the_people_is_no_commune() -> None:
    assert [u.name for u in prose_owners("Trung tâm Bảo trợ xã hội tỉnh tiếp nhận đối tượng.", "Tân Lập")[0]] == ["Trung tâm Bảo trợ xã hội tỉnh"]


@pytest.mark.parametrize(("sentence", "lead", "support"), [
    ("Mở lớp dạy nghề (Phòng Văn hóa - Xã hội; Công an xã, Trạm Y tế phối hợp).", ["Phòng Văn hóa - Xã hội"], ["Công an xã", "Trạm Y tế"]),
    ("Mở lớp dạy nghề (Công an xã, Trạm Y tế phối hợp).", [], ["Công an xã", "Trạm Y tế"]),
    ("Phòng Kinh tế chủ trì, Công an xã và các thôn có hồ chứa phối hợp thực hiện.", ["Phòng Kinh tế"], ["Công an xã", "Các thôn có hồ chứa"]),
])
def test_who_helps(sentence: str, lead: list[str], support: list[str]) -> None:
    leads, helpers = prose_owners(sentence, "Tân Lập")
    assert ([u.name for u in leads], [u.name for u in helpers]) == (lead, support)


def test_the_body_of_a_school_is_one_unit_in_a_cell() -> None:
    assert [u.name for u in parse_units("Liên đội Trường Tiểu học Kim Đồng; Công an xã")] == ["Liên đội Trường Tiểu học Kim Đồng", "Công an xã"]
