"""Sentences of plain text that lean on the one before them ("Trên cơ sở đó, …") stay in its item where the line was full."""

from __future__ import annotations

import pytest

from extractors.text_reader import read_text
from pipeline.assemble import assemble
from tests.support import HEADER

FULL = "2. Phòng Kinh tế thống kê số hộ kinh doanh có mã thanh toán và số hộ chưa có mã tại chợ."
OTHERS = ("1. Văn phòng HĐND và UBND xã mở sổ theo dõi từng việc, cập nhật vào ngày làm việc cuối cùng",
          "của tháng và báo cáo Chủ tịch Ủy ban nhân dân xã những việc chậm, nêu rõ nguyên nhân chậm.")


def _tasks(*lines: str) -> list[str]:
    text = "\n".join((*HEADER, "I. NHIỆM VỤ", *OTHERS, *lines, "II. KINH PHÍ", "Từ ngân sách xã năm 2026."))
    plan = assemble(read_text(text.encode(), "plan.txt"))
    return [t.text for t in plan.tasks]


@pytest.mark.parametrize("link", ["Trên cơ sở đó, ", "Đồng thời, ", "Từ đó ", "Trường hợp hộ chưa có mã, "])
def test_a_full_line_goes_on(link: str) -> None:
    tasks = _tasks(FULL, f"{link}hướng dẫn từng hộ lập mã, xong trước ngày 30/6/2026.")
    assert len(tasks) == 2 and tasks[1].endswith("xong trước ngày 30/6/2026.")


def test_a_short_line_ended_its_paragraph() -> None:
    tasks = _tasks("2. Phòng Kinh tế thống kê số hộ.", "Trên cơ sở đó, các thôn lập danh sách hộ chưa có mã gửi về Ủy ban nhân dân xã.")
    assert tasks[-1].startswith("Trên cơ sở đó")
