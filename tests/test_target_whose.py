"""A share whose sentence only says what is true of somebody is of whom the bullet's label names."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets


@pytest.mark.parametrize(("text", "want"), [
    ("Giáo viên, nhân viên: 85% có kỹ năng số, trong đó 40% biết sử dụng trí tuệ nhân tạo.",
     [("Giáo viên, nhân viên có kỹ năng số", 85), ("Giáo viên, nhân viên biết sử dụng trí tuệ nhân tạo", 40)]),
    ("Đối với hợp tác xã: tối thiểu 60% sử dụng hóa đơn điện tử; trên 30% tham gia sàn thương mại điện tử.",
     [("hợp tác xã sử dụng hóa đơn điện tử", 60), ("hợp tác xã tham gia sàn thương mại điện tử", 30)]),
    ("Học sinh tiểu học: phấn đấu 100% được khám sức khỏe định kỳ.", [("Học sinh tiểu học được khám sức khỏe định kỳ", 100)]),
    ("Trẻ em dưới 5 tuổi: 95% được tiêm chủng đầy đủ.", [("Trẻ em dưới 5 tuổi được tiêm chủng đầy đủ", 95)]),
    # the sentence names its own subject; a field or a time is nobody
    ("Người dân: tối thiểu 75% người dân trưởng thành có tài khoản thanh toán.", [("người dân trưởng thành có tài khoản thanh toán", 75)]),
    ("Về giáo dục: 100% được kết nối Internet.", [("được kết nối Internet", 100)]),
    ("Y tế: 100% được kết nối với hệ thống của tỉnh.", [("được kết nối với hệ thống của tỉnh", 100)]),
    ("Đến năm 2027: 60% được đào tạo lại.", [("được đào tạo lại", 60)]),
])
def test_whose_share_it_is(text: str, want: list[tuple[str, float]]) -> None:
    assert [(r.indicator, r.value) for r in read_targets(text)] == want
