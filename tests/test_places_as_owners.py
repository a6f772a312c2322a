"""Places that stand for their authorities, and other bodies that plans of provinces charge: table of sentences and headings."""

from __future__ import annotations

import pytest

from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners
from pipeline.assemble import assemble
from tests.support import HEADER, make_document


@pytest.mark.parametrize(("text", "lead", "support"), [
    ("Các huyện, thị xã, thành phố lập danh sách hộ cần hỗ trợ.", ["Các huyện, thị xã, thành phố"], []),
    ("Các xã, phường rà soát quỹ đất công.", ["Các xã, phường"], []),
    ("Các xã báo cáo kết quả trước ngày 15/5.", ["Các xã"], []),
    ("Các sở, ngành và các huyện, thành phố xây dựng kế hoạch năm.", ["Các cơ quan, đơn vị", "Các huyện, thành phố"], []),
    ("Các sở, ban, ngành cấp tỉnh và các xã, phường công khai số điện thoại.", ["Các cơ quan, đơn vị", "Các xã, phường"], []),
    ("Sở Tư pháp phối hợp với các xã, phường tổ chức tập huấn.", ["Sở Tư pháp"], ["Các xã, phường"]),
    ("Đề nghị các huyện, thành phố cung cấp số liệu.", ["Các huyện, thành phố"], []),
    # which places are meant, or to whom something is given: no bodies
    ("Các xã miền núi được ưu tiên bố trí vốn.", [], []),
    ("Các xã có nguy cơ sạt lở cao tổ chức di dời dân.", [], []),
    ("Hướng dẫn các xã, phường lập hồ sơ.", [], []),
    ("100% các xã lập kế hoạch.", [], []),
    # one place by its name: where a duty is laid on it, or behind who is charged
    ("Thành phố Hà Nội chủ trì, phối hợp với Bộ Xây dựng lập đề án.", ["Thành phố Hà Nội"], ["Bộ Xây dựng"]),
    ("Giao Thành phố Hải Phòng, tỉnh Hưng Yên và tỉnh Bắc Ninh nghiên cứu đề án.", ["Thành phố Hải Phòng", "Tỉnh Hưng Yên", "Tỉnh Bắc Ninh"], []),
    ("Sở Ngoại vụ phối hợp với tỉnh Lào Cai tổ chức hội chợ.", ["Sở Ngoại vụ"], ["Tỉnh Lào Cai"]),
    ("Huyện Mộc Châu được giao lập đồ án khu du lịch.", ["Huyện Mộc Châu"], []),
    ("Thành phố Huế tổ chức lễ hội áo dài.", [], []),
    # cities and towns in short
    ("UBND các huyện, thành, thị rà soát hộ nghèo.", ["Ủy ban nhân dân các huyện, thành, thị"], []),
    ("Sở Nội vụ phối hợp với UBND các huyện, thành, thị lập danh sách.", ["Sở Nội vụ"], ["Ủy ban nhân dân các huyện, thành, thị"]),
    ("UBND các huyện, thị, thành phố bố trí ngân sách.", ["Ủy ban nhân dân các huyện, thị, thành phố"], []),
    ("UBND các địa phương, các ngành theo chức năng, thẩm quyền xử lý vi phạm.", ["Ủy ban nhân dân các địa phương", "Các cơ quan, đơn vị"], []),
    # who has a plan is charged with it
    ("Công an tỉnh, Sở Xây dựng có phương án phân luồng khi ngập.", ["Công an tỉnh", "Sở Xây dựng"], []),
    ("Sở Nội vụ có văn bản hướng dẫn thi đua.", ["Sở Nội vụ"], []),
    # owners of works, branches of universities, rows of schools above the general ones
    ("Các chủ công trình ngầm phối hợp với Sở Xây dựng di dời đường ống.", ["Các chủ công trình ngầm"], ["Sở Xây dựng"]),
    ("Các chủ phương tiện thực hiện đăng kiểm đúng hạn.", ["Các chủ phương tiện"], []),
    ("Sở Y tế, Phân hiệu Trường Đại học Y tại Lai Châu, Công an tỉnh tổ chức tư vấn.", ["Sở Y tế", "Phân hiệu Trường Đại học Y tại Lai Châu", "Công an tỉnh"], []),
    ("Các trường đại học, cao đẳng, trung cấp tổ chức ngày hội việc làm.", ["Các trường đại học, cao đẳng, trung cấp"], []),
    ("Trường Đại học Tây Bắc, Trường Cao đẳng Sơn La tổ chức hội thảo.", ["Trường Đại học Tây Bắc", "Trường Cao đẳng Sơn La"], []),
    # a post in a standing board, the board's number and all
    ("Phó Trưởng ban Thường trực Ban Chỉ đạo 138 tỉnh chỉ đạo đợt cao điểm.", ["Phó Trưởng ban Thường trực Ban Chỉ đạo 138 tỉnh"], []),
    # bodies named as examples
    ("Đối với vụ việc phức tạp, đề nghị các lực lượng như Sở Công Thương, Công an tỉnh kịp thời xử lý.", ["Sở Công Thương", "Công an tỉnh"], []),
    # any forces, and what is done with them
    ("Hạt Kiểm lâm phối hợp với các lực lượng tăng cường kiểm tra lâm sản.", ["Hạt Kiểm lâm"], []),
    ("Hạt Kiểm lâm phối hợp với các lực lượng kiểm tra liên ngành chốt chặn.", ["Hạt Kiểm lâm"], ["Các lực lượng kiểm tra liên ngành"]),
])
def test_sentences(text: str, lead: list[str], support: list[str]) -> None:
    found = prose_owners(text)
    assert ([u.name for u in found[0]], [u.name for u in found[1]]) == (lead, support)


@pytest.mark.parametrize(("heading", "units"), [
    ("3. Các huyện, thị xã, thành phố", ["Các huyện, thị xã, thành phố"]),
    ("4. Các xã, phường:", ["Các xã, phường"]),
    ("5. Các trường đại học, cao đẳng", ["Các trường đại học, cao đẳng"]),
    ("2. Các xã biên giới", []),
])
def test_headings(heading: str, units: list[str]) -> None:
    assert [u.name for u in heading_units(heading)] == units


def test_a_heading_of_tasks_says_whose_duty_stands_below_it() -> None:
    plan = assemble(make_document(*HEADER, "I. NHIỆM VỤ CỤ THỂ", "1. Hoàn thiện dữ liệu", "Sở Tư pháp số hóa hồ sơ hộ tịch.", "2. Trách nhiệm của UBND các xã, phường",
                                  "a) Rà soát, cập nhật dữ liệu dân cư.", "b) Bố trí cán bộ trực tiếp dân."))
    assert [list(t.lead) for t in plan.tasks] == [["Sở Tư pháp"], ["Ủy ban nhân dân các xã, phường"], ["Ủy ban nhân dân các xã, phường"]]
