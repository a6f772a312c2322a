"""A labelled time ends where it is said who is charged."""

from __future__ import annotations

import pytest

from extractors.owner_lines import read_attributes


@pytest.mark.parametrize(("text", "when"), [
    ("Tham mưu ban hành quy chế; thời gian: theo tiến độ của UBND tỉnh. (Phòng Tư pháp chủ trì, phối hợp các phòng chuyên môn).", "theo tiến độ của UBND tỉnh"),
    ("Tham mưu ban hành quy chế; thời gian thực hiện: Quý II/2026 (do Phòng Kinh tế chủ trì).", "Quý II/2026"),
    ("Lập đề án. Thời gian hoàn thành: Khi có hướng dẫn của tỉnh; Công an xã chủ trì, phối hợp với Phòng Kinh tế.", "Khi có hướng dẫn của tỉnh"),
    ("Lập đề án. Thời gian: theo hướng dẫn của tỉnh. Trạm Y tế chủ trì.", "theo hướng dẫn của tỉnh"),
    # said of the time itself
    ("Lập đề án. Thời gian: Quý I/2026 (sau khi đơn vị chủ trì có hướng dẫn)", "Quý I/2026 (sau khi đơn vị chủ trì có hướng dẫn)"),
    ("Lập đề án. Thời gian hoàn thành: theo Kế hoạch của cơ quan chủ trì.", "theo Kế hoạch của cơ quan chủ trì"),
])
def test_a_time_ends_before_who_is_charged(text: str, when: str) -> None:
    assert read_attributes(text).deadline == when
