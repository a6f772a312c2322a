"""Dumps of task tables with a column of who signs the result beside those who help."""

from __future__ import annotations

from extractors.document import Line, Place, Table
from extractors.flat_table import rebuild

ROWS = ["1 Xây dựng kế hoạch tuyên truyền về chuyển đổi số", "Phòng Văn hóa - Xã hội", "Công an xã", "UBND xã Quý I/2026",
        "2 Ban hành nghị quyết về cơ chế hỗ trợ tổ công nghệ số cộng đồng", "Phòng Kinh tế", "Văn phòng HĐND và UBND", "HĐND xã Quý II/2026",
        "3 Xây dựng quy chế phối hợp giữa các cơ quan, đơn vị", "Văn phòng HĐND và UBND Chủ tịch UBND xã Tháng 6/2026",
        "4 Rà soát, cập nhật dữ liệu đất đai", "Phòng Kinh tế", "Trạm Y tế xã", "UBND xã Quý III/2026"]


def _column(heading: str, col: int, rows: list[str]) -> list[str]:
    texts = [f"TT Nội dung công việc Cơ quan chủ trì Cơ quan phối hợp {heading} Thời gian", *rows]
    table = next(b for b in rebuild([Line(text, Place(lines=(n, n))) for n, text in enumerate(texts, 1)]) if isinstance(b, Table))
    return ["".join(c.text for c in table.cells if c.row == r and c.col == col) for r in range(1, table.n_rows)]


def test_who_signs_alone_is_none_of_those_who_help() -> None:
    for heading in ("Cấp trình", "Cấp ban hành", "Cấp trình/cấp ban hành"):
        assert _column(heading, 3, ROWS) == ["Công an xã", "Văn phòng HĐND và UBND", "", "Trạm Y tế xã"]
        assert _column(heading, 4, ROWS) == ["UBND xã", "HĐND xã", "Chủ tịch UBND xã", "UBND xã"]


def test_a_helper_stays_where_the_signer_is_left_out() -> None:
    rows = [*ROWS[:-4], "4 Rà soát, cập nhật dữ liệu đất đai", "Phòng Kinh tế", "Trạm Y tế xã Quý III/2026"]
    assert _column("Cấp trình", 3, rows)[-1] == "Trạm Y tế xã"
