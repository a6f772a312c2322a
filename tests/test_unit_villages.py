"""Settlements below the commune named in a row are one unit, in cells, headings and sentences."""

from __future__ import annotations

import pytest

from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units
from pipeline.assemble import assemble
from tests.support import HEADER, make_document


@pytest.mark.parametrize(("cell", "wanted"), [
    ("Các thôn, làng", ["Các thôn, làng"]),
    ("Công an xã; thôn, buôn; các đơn vị liên quan", ["Công an xã", "Thôn, buôn", "Các cơ quan, đơn vị"]),
    ("Các thôn, bản và Trạm Y tế xã", ["Các thôn, bản", "Trạm Y tế"]),
    ("Các tổ dân phố", ["Các tổ dân phố"]),
    ("Các đơn vị, các thôn, xóm trên địa bàn xã", ["Các cơ quan, đơn vị", "Các thôn, xóm"]),
    ("Tổ CNSCĐ các thôn, tổ dân phố; Hội Nông dân xã", ["Tổ công nghệ số cộng đồng", "Hội Nông dân xã"]),
    ("Trưởng thôn, buôn và Tổ công nghệ số cộng đồng", ["Trưởng thôn", "Tổ công nghệ số cộng đồng"]),
    ("Trưởng các bản, tiểu khu", ["Trưởng các bản, tiểu khu"]),
    ("Thôn Đông, Trạm Y tế", ["Thôn Đông", "Trạm Y tế"]),
    ("Các thôn", ["Các thôn"]),
])
def test_cell(cell: str, wanted: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == wanted


@pytest.mark.parametrize(("heading", "wanted"), [
    ("7. Trưởng thôn, buôn và Tổ công nghệ số cộng đồng:", ["Trưởng thôn", "Tổ công nghệ số cộng đồng"]),
    ("4. Các thôn, bản, tổ dân phố", ["Các thôn, bản, tổ dân phố"]),
])
def test_heading(heading: str, wanted: list[str]) -> None:
    assert [u.name for u in heading_units(heading)] == wanted


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Chủ trì, phối hợp với các thôn, bản rà soát, lập danh sách hộ nghèo.", [], ["Các thôn, bản"]),
    ("Các thôn, bản tổ chức tuyên truyền.", ["Các thôn, bản"], []),
    ("Các thôn đạt chuẩn nông thôn mới kiểu mẫu được khen thưởng.", [], []),
    ("Đề nghị các thôn, bản tổ chức tuyên truyền.", ["Các thôn, bản"], []),
    ("Đẩy mạnh phát triển thôn mới, bản tin và làng nghề.", [], []),
])
def test_sentence(text: str, lead: list[str], support: list[str]) -> None:
    leads, helpers = prose_owners(text)
    assert ([u.name for u in leads], [u.name for u in helpers]) == (lead, support)


@pytest.mark.parametrize(("item", "lead"), [
    ("4. Các khu phố tuyên truyền, vận động Nhân dân tham gia bảo hiểm y tế.", ("Các khu phố",)),
    ("4. Các thôn, bản rà soát, lập danh sách hộ nghèo.", ("Các thôn, bản",)),
    ("4. Các thôn đặc biệt khó khăn được hỗ trợ làm nhà văn hóa.", ()),
])
def test_an_item_of_duties_charges_settlements_like_any_body(item: str, lead: tuple[str, ...]) -> None:
    plan = assemble(make_document(*HEADER, "I. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế cân đối kinh phí thực hiện.", "2. Công an xã bảo đảm an ninh, trật tự.",
                                  "3. Trạm Y tế xã chuẩn bị vắc xin.", item))
    assert plan.tasks[-1].lead == lead
