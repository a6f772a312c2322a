"""Tables that share a target out by province or district, counted in what the line above them says."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.read_one import read_one

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LÂM SƠN
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 31/KH-UBND
Lâm Sơn, ngày 12 tháng 01 năm 2026
KẾ HOẠCH
Phát triển người tham gia bảo hiểm xã hội tự nguyện năm 2026
I. CHỈ TIÊU GIAO CHO CÁC ĐỊA PHƯƠNG
"""


@pytest.mark.parametrize(("caption", "unit"), [("Đơn vị tính: %", "%"), ("(ĐVT: triệu đồng)", "triệu đồng"), ("Số liệu tạm tính", None)])
def test_a_line_above_the_table_names_its_measure(tmp_path: Path, caption: str, unit: str | None) -> None:
    path = tmp_path / "giao.html"
    rows = "".join(f"<tr><td>{n}</td><td>{name}</td><td>{value}</td></tr>" for n, name, value in [(1, "Huyện Sông Mây", "31,5"), (2, "Thị xã Đồi Cát", "42,0"), (3, "Quận Bến Lá", "45,0")])
    body = "".join(f"<p>{line}</p>" for line in HEAD.strip().split("\n"))
    path.write_text(f"<html><body>{body}<p>{caption}</p><table><tr><td>TT</td><td>Quận, huyện, thị xã</td><td>Năm 2026</td></tr>{rows}</table></body></html>", encoding="utf-8")
    targets = read_one(path, path.name).targets
    assert [(t.value, t.unit, t.horizon) for t in targets if t.origin == "table"] == [(31.5, unit, "2026"), (42.0, unit, "2026"), (45.0, unit, "2026")]
