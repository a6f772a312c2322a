"""Leads that other rows of a text dump's table name tell where two owners in one printed line part."""

from __future__ import annotations

import pytest

from extractors.text_reader import read_text
from pipeline.assemble import assemble


@pytest.mark.parametrize("verb", ["Biên soạn", "Xây dựng", "Cắm mốc"])
def test_owners_that_nothing_parts(verb: str) -> None:
    rows = ["1 Kiện toàn Ban Chỉ đạo tỉnh Văn phòng Sở Phòng Kế hoạch Tháng 01", "2 Giao ban công tác hằng quý Văn phòng Sở Thanh tra Sở Hằng quý",
            f"3 {verb} tờ gấp tuyên truyền Thanh tra Sở Quý II", "4 Kiểm tra liên ngành dịp Tết Văn phòng Sở Công an tỉnh Tháng 02"]
    lines = ["KẾ HOẠCH", "Năm 2026", "II. NHIỆM VỤ", "STT Nội dung Đơn vị chủ trì Đơn vị phối hợp Thời gian", *rows, "III. TỔ CHỨC THỰC HIỆN", "Các đơn vị triển khai thực hiện."]
    tasks = [t for t in assemble(read_text("\n".join(lines).encode(), "x.txt")).tasks if t.no]
    assert (tasks[0].text, list(tasks[0].lead)) == ("Kiện toàn Ban Chỉ đạo tỉnh", ["Văn phòng Sở"])
    assert (list(tasks[3].lead), list(tasks[3].support)) == (["Văn phòng Sở"], ["Công an tỉnh"])
