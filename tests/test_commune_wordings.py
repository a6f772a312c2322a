"""Wordings of communes' plans on stocks, cooperatives, villages and what must not happen."""

from __future__ import annotations

import pytest

from normalizers.target_tasks import read_task_targets
from normalizers.targets import read_targets
from normalizers.unit_prose import prose_owners


@pytest.mark.parametrize(("text", "amounts"), [
    ("Dự trữ 300 thùng mì ăn liền, 1.000 lít dầu và 20 kg muối.", [(300, "count"), (1000, "lít"), (20, "kg")]),
    ("Kiên cố hóa 3 km kênh mương nội đồng.", [(3, "km")]),
    ("Thả 20.000 con cá giống.", [(20000, "count")]),
    ("Chủ trì tham mưu Kế hoạch; trực tiếp tập huấn kiến thức cho 80 hội viên nông dân.", [(80, "count")]),
])
def test_amounts_of_what_is_done_are_targets(text: str, amounts: list[tuple[float, str]]) -> None:
    assert [(r.value, "count" if r.unit not in ("lít", "kg", "km") else r.unit) for r in read_task_targets(text)] == amounts


@pytest.mark.parametrize("text", [
    "Không để xảy ra vụ ngộ độc thực phẩm trên 30 người mắc",
    "Không có vụ cháy lớn, thiệt hại trên 01 tỷ đồng",
    "Không để xảy ra tai nạn giao thông từ 03 người chết trở lên",
])
def test_how_great_what_shall_not_happen_is_no_value(text: str) -> None:
    assert [r.comparator for r in read_targets(text)] == ["qualitative"]


def test_a_cap_on_what_may_happen_stays_a_value() -> None:
    assert [r.value for r in read_targets("Giảm số vụ cháy, không để xảy ra quá 02 vụ/năm") if r.comparator != "qualitative"] != []


@pytest.mark.parametrize(("text", "lead"), [
    ("Hợp tác xã Môi trường Kỳ Hoa bố trí đủ phương tiện thu gom.", ["Hợp tác xã Môi trường Kỳ Hoa"]),
    ("Giao Hợp tác xã Môi trường thu gom rác thải.", ["Hợp tác xã Môi trường"]),
    ("Hợp tác xã Kỳ Hoa thực hiện tưới tiêu.", ["Hợp tác xã Kỳ Hoa"]),
    ("Mỗi thôn thành lập 01 tổ xung kích.", ["Các thôn"]),
    ("Mỗi thôn có 01 nhà văn hóa.", []),
])
def test_cooperatives_by_their_trade_and_each_village(text: str, lead: list[str]) -> None:
    assert [unit.name for unit in prose_owners(text)[0]] == lead
