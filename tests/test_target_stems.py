"""Items that go on with the line above them: shares of bodies with what they do below, values of several years below their indicator."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.open import open_document
from normalizers.targets import dated_value, read_below, share_stem
from pipeline.assemble import assemble


@pytest.mark.parametrize(("text", "expected"), [
    ("- 100% các trạm y tế:", "100% các trạm y tế"),
    ("+ Phấn đấu trên 90% hợp tác xã trên địa bàn phải:", "Phấn đấu trên 90% hợp tác xã trên địa bàn"),
    ("100% chi hội thực hiện các nội dung sau:", "100% chi hội"),
    ("- 100% hộ dân được dùng điện:", None),      # it says itself what they do
    ("- 100% các trạm y tế", None),
    ("- Kinh tế số đạt 20% GRDP, trong đó:", None),
])
def test_share_stem(text: str, expected: str | None) -> None:
    assert share_stem(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Năm 2027: 45%", True), ("Đến năm 2028 phấn đấu đạt 14 mô hình.", True), ("Giai đoạn 2026 - 2028: trên 60 triệu đồng/người/năm;", True),
    ("Quý II/2026: từ 40% trở lên", True), ("Năm 2027 có 45% hộ dân dùng nước sạch", False), ("Năm 2026: hoàn thành 3 tuyến đường", False), ("Năm 2027", False),
])
def test_dated_value(text: str, expected: bool) -> None:
    assert dated_value(text) is expected


@pytest.mark.parametrize(("heading", "text", "expected"), [
    ("- 100% các trạm y tế:", "Có máy xét nghiệm;", ("các trạm y tế có máy xét nghiệm", "=", 100, "%", None)),
    ("- Ít nhất 80% bản:", "duy trì đội văn nghệ", ("bản duy trì đội văn nghệ", ">=", 80, "%", None)),
    ("- Tỷ lệ hộ dùng bếp củi:", "Năm 2027: dưới 30%;", ("Tỷ lệ hộ dùng bếp củi", "<", 30, "%", "2027")),
    ("a) Số vườn cây đầu dòng, cụ thể:", "Đến năm 2028 đạt 06 vườn", ("Số vườn cây đầu dòng", "=", 6, "count", "2028")),
])
def test_read_below(heading: str, text: str, expected: tuple[object, ...]) -> None:
    assert [(r.indicator, r.comparator, r.value, r.unit, r.horizon) for r in read_below(heading, text)] == [expected]


@pytest.mark.parametrize(("heading", "text"), [
    ("- Các chỉ tiêu phấn đấu:", "Năm 2027: 45%"),      # names nothing that the value could be of
    ("- 100% các trạm y tế:", "90% bác sĩ được tập huấn"),
    ("- Tỷ lệ hộ dùng bếp củi:", "Khu vực vùng cao: 30%"),
])
def test_what_stands_for_itself(heading: str, text: str) -> None:
    assert read_below(heading, text) == []


def test_in_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_text("\n".join([
        "ỦY BAN NHÂN DÂN", "XÃ SUỐI NGÀN", "", "KẾ HOẠCH", "Phát triển nghề trồng dâu năm 2026", "", "I. MỤC TIÊU", "1. Mục tiêu cụ thể", "- 100% hợp tác xã:",
        "+ Có nhà kén đạt chuẩn;", "+ Ký hợp đồng bao tiêu.", "- Tỷ lệ hộ trồng dâu lai:", "+ Năm 2026: 40%;", "+ Năm 2027: 55%.", "II. NHIỆM VỤ",
        "- Tổ chức tập huấn kỹ thuật cho các hộ trồng dâu.", "",
    ]), encoding="utf-8")
    found = [(t.indicator, t.value, t.horizon) for t in assemble(open_document(path, source="p.txt")).targets]
    assert found == [
        ("hợp tác xã có nhà kén đạt chuẩn", 100, "2026"), ("hợp tác xã ký hợp đồng bao tiêu", 100, "2026"),
        ("Tỷ lệ hộ trồng dâu lai", 40, "2026"), ("Tỷ lệ hộ trồng dâu lai", 55, "2027"),
    ]


def test_a_number_of_models_is_no_section(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_text("\n".join([
        "ỦY BAN NHÂN DÂN", "XÃ SUỐI NGÀN", "", "KẾ HOẠCH", "Phát triển nghề trồng dâu năm 2026", "", "I. MỤC TIÊU", "1. Mục tiêu cụ thể", "- Số mô hình ươm tơ: 07;",
        "- Tỷ lệ hộ trồng dâu lai đạt 40%.", "II. NHIỆM VỤ", "- Tổ chức tập huấn kỹ thuật cho các hộ trồng dâu.", "",
    ]), encoding="utf-8")
    assert [(t.indicator, t.value) for t in assemble(open_document(path, source="p.txt")).targets] == [("Số mô hình ươm tơ", 7), ("Tỷ lệ hộ trồng dâu lai", 40)]
