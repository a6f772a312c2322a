"""Targets that hold by a half or quarter printed without its year: the year of the plan."""

from __future__ import annotations

import pytest

from normalizers.year_parts import year_part
from pipeline.assemble import assemble
from tests.support import HEADER, make_document


@pytest.mark.parametrize(("wording", "part"), [
    ("hộ kinh doanh có mã QR trong 6 tháng đầu năm", "-40"), ("Số hóa sổ hộ tịch trong 6 tháng cuối năm", "-41"),
    ("Trong quý I có hộ dân được tập huấn", "-33"), ("Tỷ lệ giải ngân đến hết quý III", "-35"), ("hồ sơ trực tuyến (hết Quý II)", "-34"),
    ("báo cáo quý I gửi đúng hạn", None), ("hồ sơ trong quý II/2027", None), ("trong quý I năm 2027", None), ("giao ban hằng quý", None),
    ("trong quý I và quý II", None), ("trong 6 tháng", None), ("", None),
])
def test_part(wording: str, part: str | None) -> None:
    assert year_part(wording) == part


def test_the_plan_gives_the_year() -> None:
    plan = assemble(make_document(*HEADER, "I. MỤC TIÊU CỤ THỂ", "- 70% hộ kinh doanh lập mã thanh toán trong 6 tháng đầu năm.",
                                  "- 90% hồ sơ được số hóa.", "II. KINH PHÍ", "Từ ngân sách xã."))
    assert [t.horizon for t in plan.targets] == ["2026-40", "2026"]
