"""Text laid out in blanks whose letters have their marks beside them: the blanks were counted so."""

from __future__ import annotations

from unicodedata import normalize

from extractors.document import Table
from extractors.text_composed import compose
from extractors.text_reader import read_text

_ROWS = [
    ("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"),
    ("1", "Rà soát thủ tục hành chính của xã", "Văn phòng", "Quý I"),
    ("2", "Mở lớp tập huấn cho cán bộ xã", "Phòng Kinh tế", "Quý II"),
    ("3", "Kiểm tra an toàn thực phẩm", "Trạm Y tế", "Quý III"),
    ("4", "Sửa đường", "Phòng Kinh tế", "Quý IV"),
    ("5", "Thu gom rác thải ở các thôn", "Các thôn", "Hằng tháng"),
]
_WIDTHS = (6, 46, 22, 0)


def _laid_out(rows: list[tuple[str, ...]]) -> str:
    return "".join("".join(cell.ljust(width) for cell, width in zip(row, _WIDTHS, strict=True)).rstrip() + "\n" for row in rows)


def _rows(text: str) -> list[tuple[str, ...]]:
    table = next(b for b in read_text(text.encode(), "a.txt").blocks if isinstance(b, Table))
    return [tuple(c.text for c in sorted(table.cells, key=lambda c: c.col) if c.row == r) for r in range(table.n_rows)]


def test_columns_stand_where_the_marks_were_counted() -> None:
    parted = [tuple(normalize("NFD", cell) if n % 2 else cell for cell in row) for n, row in enumerate(_ROWS)]
    assert _rows(_laid_out(parted)) == _ROWS


def test_marks_parted_after_the_blanks_were_written_move_nothing() -> None:
    text = _laid_out(_ROWS)
    assert compose(normalize("NFD", text)) == text


def test_text_without_columns_is_composed_alone() -> None:
    text = "Kế hoạch  của xã\n" * 3
    assert compose(normalize("NFD", text)) == text
