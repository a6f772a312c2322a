"""Who is charged behind a topic and a time, posts named by their place, and levels told in brackets alone."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets
from normalizers.unit_prose import prose_owners


@pytest.mark.parametrize(("text", "lead"), [
    ("Chế độ báo cáo: Định kỳ hằng quý, các phòng, đơn vị báo cáo kết quả về Phòng Văn hóa - Xã hội.", ["Các cơ quan, đơn vị"]),
    ("Công tác thông tin, báo cáo: trước ngày 20 hằng tháng, các thôn báo cáo kết quả về UBND xã.", ["Các thôn"]),
    ("Công tác tuyên truyền: Trong quý I/2026, Phòng Văn hóa - Xã hội xây dựng chuyên mục truyền thanh.", ["Phòng Văn hóa - Xã hội"]),
    ("Giải pháp: Trong năm 2026, các trường học được đầu tư thiết bị dạy học thông minh.", []),
    ("Thông tin, báo cáo: Định kỳ hằng tháng, báo cáo UBND tỉnh, Sở Khoa học và Công nghệ.", []),
    ("Công tác phối hợp: Định kỳ hằng quý, tổ chức giao ban với Công an xã, Ban Chỉ huy Quân sự xã.", []),
])
def test_the_subject_behind_a_topic_and_a_time_is_charged(text: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(text)[0]] == lead


@pytest.mark.parametrize(("text", "indicator", "value"), [
    ("Nâng cao chất lượng giáo dục (tỷ lệ tốt nghiệp THCS đạt trên 98%).", "tỷ lệ tốt nghiệp THCS", 98),
    ("Duy trì mức sinh thay thế (tổng tỷ suất sinh đạt 2,1 con/phụ nữ).", "tổng tỷ suất sinh", 2.1),
    ("Đẩy mạnh tiêm chủng mở rộng (tỷ lệ tiêm chủng đầy đủ hiện nay đạt 92%).", None, None),
    ("Hỗ trợ lãi suất vay cho hộ nghèo (mức vay tối đa 100 triệu đồng/hộ).", None, None),
])
def test_a_level_named_in_the_closing_brackets_is_the_outcome(text: str, indicator: str | None, value: float | None) -> None:
    got = read_targets(text)
    assert [t.value for t in got] == [value]
    assert indicator is None or [t.indicator for t in got] == [indicator]


@pytest.mark.parametrize(("text", "support"), [
    ("Phối hợp với Đồn Biên phòng Sơn Trà tuần tra, kiểm soát.", ["Đồn Biên phòng Sơn Trà"]),
    ("Phối hợp với Đồn Biên phòng Cửa Hội và Công an xã tuần tra, kiểm soát.", ["Đồn Biên phòng Cửa Hội", "Công an xã"]),
    ("Phối hợp với Đồn Biên phòng cửa khẩu Nậm Cắn kiểm tra người qua lại.", ["Đồn Biên phòng cửa khẩu Nậm Cắn"]),
    ("Phối hợp với UBND xã Phước Hội, Hội Nông dân xã tuyên truyền.", ["Ủy ban nhân dân xã Phước Hội", "Hội Nông dân xã"]),
    ("Phối hợp với Công an xã, Hội Nông dân và Hội Phụ nữ vận động hội viên.", ["Công an xã", "Hội Nông dân", "Hội Liên hiệp Phụ nữ"]),
])
def test_a_post_keeps_its_place_before_the_act(text: str, support: list[str]) -> None:
    assert [u.name for u in prose_owners(text)[1]] == support
