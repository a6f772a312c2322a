"""Headings of a flattened table that wrap side by side."""

from __future__ import annotations

import pytest

from extractors.document import Line
from extractors.flat_header import find_header


@pytest.mark.parametrize(("first", "second", "roles"), [
    ("STT Nội dung Đơn vị chủ trì Đơn vị phối Thời gian", "hợp thực hiện", ("no", "task", "lead", "support", "time")),
    ("TT Nhiệm vụ Cơ quan Cơ quan Thời gian", "chủ trì phối hợp hoàn thành", ("no", "task", "lead", "support", "time")),
    ("TT Nội dung Cơ quan, đơn Cơ quan, đơn Thời gian hoàn Sản phẩm", "vị chủ trì vị phối hợp thành", ("no", "task", "lead", "support", "time", "result")),
    ("STT Nhiệm vụ Chủ trì Phối hợp Thời gian", "thực hiện", ("no", "task", "lead", "support", "time")),
])
def test_tails_of_neighbours_share_a_line(first: str, second: str, roles: tuple[str, ...]) -> None:
    header = find_header([Line(t, None) for t in (first, second, "1 Rà soát cọc tiêu", "Phòng Kinh tế Các thôn")], 0)  # type: ignore[arg-type]
    assert header is not None
    assert (header.roles, header.last) == (roles, 1)


def test_a_row_in_small_letters_is_no_part_of_the_header() -> None:
    header = find_header([Line(t, None) for t in ("STT Nội dung Chủ trì Phối hợp Thời gian", "rà soát cọc tiêu bên đường", "1 Phòng Kinh tế")], 0)  # type: ignore[arg-type]
    assert header is None or header.last == 0
