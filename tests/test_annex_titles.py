"""Titles of appendices behind tables of texts that tell neither bold nor centred lines."""

from __future__ import annotations

import pytest

from extractors.text_reader import read_text
from pipeline.assemble import assemble
from tests.support import HEADER

_TABLE = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian", "1", "Rà soát hồ sơ hộ tịch", "Công an xã", "Quý I/2026", "2", "Số hóa dữ liệu đất đai", "Phòng Kinh tế", "Quý II/2026", "")


@pytest.mark.parametrize("title", ["Phụ lục 2: CÁC CHỈ TIÊU CHỦ YẾU", "Phụ lục II. Các chỉ tiêu chủ yếu", "PHỤ LỤC 2 - CÁC CHỈ TIÊU CHỦ YẾU"])
def test_a_titled_appendix_behind_a_table_is_no_record(title: str) -> None:
    text = "\n".join((*HEADER, "II. NHIỆM VỤ", "1. Tuyên truyền kế hoạch đến Nhân dân.", "Trên đây là Kế hoạch chuyển đổi số năm 2026./.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH",
                      "Trần Văn An", "", "PHỤ LỤC 1", "PHÂN CÔNG NHIỆM VỤ", "", *_TABLE, title, "", "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026 của UBND xã)", "",
                      "TT", "Chỉ tiêu", "ĐVT", "Năm 2026", "1", "Tỷ lệ hồ sơ trực tuyến", "%", "80", "2", "Tỷ lệ hộ nghèo", "%", "2", ""))
    record = assemble(read_text(text.encode(), "plan.txt"))
    assert [t.text for t in record.tasks] == ["Tuyên truyền kế hoạch đến Nhân dân.", "Rà soát hồ sơ hộ tịch", "Số hóa dữ liệu đất đai"]
    assert [(t.indicator, t.value) for t in record.targets] == [("Tỷ lệ hồ sơ trực tuyến", 80), ("Tỷ lệ hộ nghèo", 2)]


def test_a_sentence_that_names_an_appendix_is_none() -> None:
    text = "\n".join((*HEADER, "II. NHIỆM VỤ", "1. Tuyên truyền kế hoạch đến Nhân dân.", "Phụ lục kế hoạch này do Phòng Văn hóa - Xã hội xây dựng và cập nhật hằng năm.", "2. Số hóa hồ sơ.", ""))
    assert [t.text for t in assemble(read_text(text.encode(), "plan.txt")).tasks][-1] == "Số hóa hồ sơ."
