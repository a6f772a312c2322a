"""Headings in which a body above the plan's units orders: who is ordered owns what stands below, the body itself nothing."""

from __future__ import annotations

import pytest

from normalizers.units import heading_units
from pipeline.assemble import assemble
from tests.support import HEADER, make_document


@pytest.mark.parametrize(("heading", "wanted"), [
    ("2. Ban Thường vụ Đảng ủy yêu cầu:", []),
    ("UBND xã đề nghị Công an xã:", ["Công an xã"]),
    ("III. Ủy ban nhân dân xã yêu cầu các cơ quan, đơn vị", ["Các cơ quan, đơn vị"]),
    ("1. Ủy ban nhân dân xã", ["Ủy ban nhân dân xã"]),
])
def test_heading(heading: str, wanted: list[str]) -> None:
    assert [unit.name for unit in heading_units(heading)] == wanted


def test_what_a_committee_orders_is_a_task_and_praise_is_none() -> None:
    plan = assemble(make_document(
        *HEADER, "1. Ưu điểm:", "Chi bộ đã quan tâm quán triệt, tuyên truyền chủ trương tiết kiệm; công khai thu, chi.", "2. Ban Thường vụ Đảng ủy yêu cầu:",
        "- Rà soát, bổ sung quy chế chi tiêu nội bộ.", "- Tăng cường tự kiểm tra việc mua sắm.", "3. Tổ chức thực hiện:", "- Giao Văn phòng Đảng ủy theo dõi việc thực hiện.",
        "Ban Thường vụ Đảng ủy thông báo để các chi bộ và đơn vị liên quan biết, nghiêm túc triển khai thực hiện./."))
    assert [(t.text, t.lead) for t in plan.tasks] == [
        ("Rà soát, bổ sung quy chế chi tiêu nội bộ.", ()), ("Tăng cường tự kiểm tra việc mua sắm.", ()), ("Giao Văn phòng Đảng ủy theo dõi việc thực hiện.", ("Văn phòng Đảng ủy",))]
