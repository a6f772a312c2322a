"""Short paragraphs that fill their lines: the white between them, or what they say, sets them apart."""

from __future__ import annotations

from extractors.text_reader import read_text
from pipeline.assemble import assemble
from tests.support import HEADER

_DUTY = "1. Phòng Văn hóa - Xã hội: Theo dõi, đôn đốc, tổng hợp kết quả thực hiện Kế hoạch này."
_TASK = "1. Tổ chức tuyên truyền về chuyển đổi số trên hệ thống truyền thanh của xã."


def test_a_closing_and_a_pointer_behind_full_lines_of_a_dump() -> None:
    text = "\n".join((*HEADER, "II. NHIỆM VỤ, GIẢI PHÁP", _TASK, "(Nhiệm vụ cụ thể theo Phụ lục đính kèm)", "III. TỔ CHỨC THỰC HIỆN", _DUTY,
                      "Trên đây là Kế hoạch chuyển đổi số xã Tân An năm 2026./.", ""))
    tasks = assemble(read_text(text.encode(), "plan.txt")).tasks
    assert [t.text for t in tasks] == [_TASK[3:], _DUTY[3:]]
