"""Clauses behind commas that have a subject of their own, and what looks like one and is none."""

from __future__ import annotations

import pytest

from normalizers.units import prose_owners


@pytest.mark.parametrize(("sentence", "lead"), [
    ("Công an xã mở cao điểm tấn công trấn áp tội phạm, Ban Chỉ huy Quân sự xã bố trí lực lượng tuần tra đêm.", ["Công an xã", "Ban Chỉ huy Quân sự xã"]),
    ("Văn phòng Đảng ủy chuẩn bị tài liệu, Ban Xây dựng Đảng thẩm định, Ủy ban Kiểm tra Đảng ủy giám sát.", ["Văn phòng Đảng ủy", "Ban Xây dựng Đảng", "Ủy ban Kiểm tra Đảng ủy"]),
    ("Giao Phòng Kinh tế lập kế hoạch, Văn phòng HĐND và UBND đôn đốc các đơn vị thực hiện.", ["Phòng Kinh tế", "Văn phòng HĐND và UBND"]),
    ("Văn phòng HĐND và UBND là đầu mối tổng hợp, các phòng chuyên môn cung cấp số liệu.", ["Văn phòng HĐND và UBND", "Các phòng chuyên môn"]),
])
def test_each_clause_has_its_subject(sentence: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(sentence, "Tân Lập")[0]] == lead


@pytest.mark.parametrize(("sentence", "lead"), [
    ("Phòng Kinh tế rà soát tiêu chí do Sở Nông nghiệp và Môi trường, Sở Tài chính hướng dẫn.", ["Phòng Kinh tế"]),
    ("Phòng Kinh tế hoàn thiện hồ sơ, trình UBND xã, Đảng ủy xã xem xét.", ["Phòng Kinh tế"]),
    ("Văn phòng HĐND và UBND tham mưu dự thảo quyết định, Chủ tịch UBND xã ký ban hành.", ["Văn phòng HĐND và UBND"]),
    ("Công an xã phổ biến quy định cho lái xe, Trường Mầm non ký cam kết.", ["Công an xã"]),
    ("Các đoàn thể xây dựng kế hoạch vận động đoàn viên, hội viên, Nhân dân tích cực hưởng ứng.", ["Các tổ chức chính trị - xã hội"]),
])
def test_rows_of_others_are_no_subjects(sentence: str, lead: list[str]) -> None:
    assert [u.name for u in prose_owners(sentence, "Tân Lập")[0]] == lead
