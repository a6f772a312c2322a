"""Counts of tasks: parts of a whole behind "gồm", amounts right behind the verb that opens a sentence, work called for; bodies named by "cơ quan"."""

from __future__ import annotations

import pytest

from normalizers.targets import read_task_targets
from normalizers.units import prose_owners


def counts(text: str) -> dict[str, float | None]:
    return {t.indicator: t.value for t in read_task_targets(text)}


@pytest.mark.parametrize("link", ["gồm", "bao gồm", "gồm:"])
def test_parts_of_a_whole_are_outcomes(link: str) -> None:
    assert counts(f"Tổ chức 12 lớp tập huấn, {link} 08 lớp cho cán bộ xã và 04 lớp cho cán bộ thôn.") == {"Tổ chức lớp tập huấn": 12, "lớp cho cán bộ xã": 8, "lớp cho cán bộ thôn": 4}


def test_what_something_else_is_made_of_is_none() -> None:
    assert list(counts("Thành lập 01 tổ công tác gồm 07 thành viên.").values()) == [1]
    assert list(counts("Trao 50 suất quà, mỗi suất gồm 10 kg gạo.").values()) == [50]


@pytest.mark.parametrize(("text", "value"), [
    ("Gieo trồng 1.200 ha lúa vụ Xuân.", 1200), ("Điều trị 200 bệnh nhân lao.", 200), ("Huấn luyện 45 chiến sĩ dân quân năm thứ nhất.", 45),
    ("Chỉnh lý 350 mét tài liệu tồn đọng.", 350), ("Đoàn Thanh niên huy động đoàn viên đóng góp 2.000 ngày công lao động.", 2000),
])
def test_an_amount_right_behind_its_verb(text: str, value: float) -> None:
    assert list(counts(text).values()) == [value]


def test_leaflets_and_signs_commit_to_nothing() -> None:
    assert counts("Phát hành 500 tờ rơi.") == counts("Viết 20 tin, bài.") == {}


@pytest.mark.parametrize(("text", "helper"), [
    ("Phòng Kinh tế phối hợp với cơ quan thuế đôn đốc thu ngân sách.", ["Cơ quan thuế"]),
    ("Phòng Kinh tế phối hợp với cơ quan thú y kiểm soát vận chuyển động vật.", ["Cơ quan thú y"]),
    ("Phòng Kinh tế phối hợp với cơ quan chức năng kiểm tra.", ["Các cơ quan, đơn vị"]),
])
def test_bodies_named_by_their_field(text: str, helper: list[str]) -> None:
    assert [u.name for u in prose_owners(text, "Tân Lập")[1]] == helper


def test_the_fronts_levels_lead() -> None:
    assert [u.name for u in prose_owners("Các cấp Mặt trận đẩy mạnh tuyên truyền cuộc vận động.", "Tân Lập")[0]] == ["Các cấp Mặt trận"]


@pytest.mark.parametrize("whom", ["nông dân", "các hộ gia đình", "nhân dân"])
def test_what_people_are_called_on_to_give(whom: str) -> None:
    assert counts(f"Vận động {whom} hiến 2.000 m2 đất làm đường.") == {f"Vận động {whom} hiến đất làm đường": 2000}
