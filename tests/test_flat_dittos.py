"""Ditto marks, measures cut from their column and works that begin in a time cell, as dumps of narrow tables print them."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.cell_kinds import is_ditto, time_fit, unit_fit
from extractors.cut_words import is_cut
from extractors.document import Line, Place, Table
from extractors.flat_table import rebuild
from extractors.raw import RawTask
from extractors.read import read_plan
from extractors.shared_cells import repeat_above
from extractors.text_reader import read_text

_DUMP = """TT Chỉ tiêu ĐVT Thực hiện 2025 Kế hoạch 2026 Đơn vị thực hiện
I Nhà ở
1 Số căn nhà ở hoàn thành
Căn 864 1.720 Phòng Quản lý nhà
Trong đó: cho công nhân
" 310 650 "
2 Tỷ lệ nhà kiên cố % 72 80 -nt-
II Giao thông
3 Chiều dài đường tỉnh được bảo trì
km 412 486,5 Phòng Quản lý giao thông
4 Chiều dài đường xã được bảo trì
km 98 131,5 -nt-"""


def test_dittos_stand_in_columns_of_their_own() -> None:
    tables = [block for block in rebuild([Line(text, Place(lines=(k, k))) for k, text in enumerate(_DUMP.split("\n"), 1)]) if isinstance(block, Table)]
    assert len(tables) == 1
    rows: dict[int, list[str]] = {}
    for cell in tables[0].cells:
        rows.setdefault(cell.row, []).append(cell.text)
    assert ["", "Trong đó: cho công nhân", '"', "310", "650", '"'] in rows.values()
    assert ["2", "Tỷ lệ nhà kiên cố", "%", "72", "80", "-nt-"] in rows.values()


def test_marks_measures_and_names_of_several_fields() -> None:
    assert is_ditto('"') and is_ditto("-nt-") and not is_ditto("-")
    assert not is_cut("người", "m2") and is_cut("đồng/người/n", "ăm")
    assert time_fit("Khởi công Quý II, hoàn thành trong năm 2026") == 1.0
    assert unit_fit("Các thôn nt") < 0.3
    assert unit_fit("Phòng Quản lý vận tải, phương tiện và người lái") > 0.5


@dataclass
class _Same:
    texts: dict[str, str] = field(default_factory=dict)
    confidence: float = 1.0


def test_the_same_as_above_holds_over_the_title_of_a_group() -> None:
    rows = [_Same({"support": "Công an xã"}), _Same({"support": "-nt-"}), _Same({"support": "Trạm Y tế"}), _Same({})]
    repeat_above(rows[1], rows[0])
    repeat_above(rows[2], rows[0])
    repeat_above(rows[3], None)
    assert [row.texts.get("support") for row in rows] == ["Công an xã", "Công an xã", "Trạm Y tế", None]


def test_so_it_does_in_a_dump() -> None:
    dump = ("TT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời gian\nI. CÔNG TÁC CHỈ ĐẠO\n1 Ban hành kế hoạch năm\nVăn phòng HĐND và UBND\nCác phòng chuyên môn\nTháng 01/2026\n"
            "2 Tổ chức hội nghị sơ kết\nVăn phòng HĐND và UBND\nCông an xã\nQuý II/2026\nII. CẢI CÁCH THỦ TỤC\n3 Niêm yết thủ tục hành chính\nTrung tâm PVHCC\n-nt-\nThường xuyên\n"
            "4 Rà soát hồ sơ trễ hạn\nTrung tâm PVHCC\nPhòng Kinh tế\nQuý III/2026\n")
    plan = read_plan(read_text(("KẾ HOẠCH\nCải cách hành chính năm 2026\nPHỤ LỤC\nNHIỆM VỤ\n" + dump).encode(), "x.txt"))
    supports = [record.support for record in plan.records if isinstance(record, RawTask)]
    assert supports == ["Các phòng chuyên môn", "Công an xã", "Công an xã", "Phòng Kinh tế"]
