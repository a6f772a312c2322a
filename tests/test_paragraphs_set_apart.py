"""Short paragraphs that fill their lines: the white between them, or what they say, sets them apart."""

from __future__ import annotations

from extractors.document import Document, Line, Place
from extractors.paragraphs import Paragraph, paragraphs
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


def test_the_last_word_of_a_note_below_an_annex_title_stays_in_its_bracket() -> None:
    note = ("(kèm theo Kế hoạch số 08-KH/ĐU, ngày 05/01/2026 của Ban Thường vụ Đảng ủy đặc", "khu)")
    lines = [Line(text, Place(page=1), starts=True, bold=True, fill=1.0) for text in ("DANH MỤC NHIỆM VỤ", *note)]
    assert [block.text for block in paragraphs(Document("a.pdf", "pdf", list(lines)).number()) if isinstance(block, Paragraph)][-1] == " ".join(note)
