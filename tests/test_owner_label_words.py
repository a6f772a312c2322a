"""Words that plans put before the colon of an owner or time line."""

from __future__ import annotations

import pytest

from extractors.owner_lines import is_attribute_line, read_attributes


@pytest.mark.parametrize("label", ["CQ chủ trì", "ĐV chủ trì", "Đơn vị được giao chủ trì", "Cơ quan được phân công chủ trì thực hiện", "Bộ phận tham mưu"])
def test_lead(label: str) -> None:
    assert read_attributes(f"- {label}: Trạm Y tế.").lead == "Trạm Y tế"
    assert is_attribute_line(f"{label}: Trạm Y tế")


@pytest.mark.parametrize("label", ["CQ phối hợp", "ĐV phối hợp", "Phối hợp cùng", "Đơn vị phối hợp chính", "Thành phần phối hợp", "Đơn vị tham gia",
                                   "Cơ quan, đơn vị tham gia phối hợp"])
def test_support(label: str) -> None:
    assert read_attributes(f"- {label}: Hội Nông dân, các thôn.").support == "Hội Nông dân, các thôn"


@pytest.mark.parametrize("label", ["Hạn", "Hạn chót", "Hạn hoàn thành", "Kế hoạch hoàn thành", "Dự kiến hoàn thành", "Ngày hoàn thành", "Thời hạn xong", "Thời hạn xử lý",
                                   "TG thực hiện", "Thời gian TH", "Thời gian bắt đầu, hoàn thành"])
def test_deadline(label: str) -> None:
    assert read_attributes(f"- {label}: Quý III/2026.").deadline == "Quý III/2026"


@pytest.mark.parametrize("text", ["Kế hoạch: rà soát đường liên thôn", "Ngày hội: tổ chức trong tháng 6", "Giới hạn: không quá 5 hộ", "Dự kiến: 12 lớp"])
def test_other_words_are_no_labels(text: str) -> None:
    assert not read_attributes(text).any
