"""Tables without rules of a wording and its value (extractors/pdf_pairs.py)."""

import pytest

from extractors.pdf_chars import Word
from extractors.pdf_lines import Row
from extractors.pdf_pairs import find_pairs

HEAD = ("Nội dung chỉ tiêu", "Chỉ tiêu giao")


def line(y: float, left: str, right: str = "") -> Row:
    words = []
    for text, x in ((left, 90.0), (right, 380.0)):
        for t in text.split():
            words.append(Word(t, x, x + 5.5 * len(t), y, 0, 0, 11.0))
            x += 5.5 * len(t) + 3
    row = Row(words)
    row.y = y
    return row


def lines(*texts: tuple[str, str], pitch: float = 14.0) -> list[Row]:
    return [line(100 + pitch * n, *text) for n, text in enumerate(texts)]


def found(rows: list[Row], before: tuple[float, ...] | None = None) -> list[list[tuple[str, str]]]:
    out = []
    for table in find_pairs(rows, 11.0, before):
        texts = {(c.row, c.col): " ".join(w.text for w in c.words) for c in table.cells}
        out.append([(texts.get((r, 0), ""), texts.get((r, 1), "")) for r in range(len(table.ys) - 1)])
    return out


TOP = [HEAD, ("Tỷ lệ tiêm phòng vắc xin dại cho", "≥ 85%"), ("đàn chó, mèo", ""), ("Số liều vắc xin", "2.750 liều"),
       ("Số đợt vệ sinh, tiêu độc", "Tối thiểu 03 đợt"), ("Số ca tử vong do bệnh dại", "Không có")]
ROWS = [HEAD, ("Tỷ lệ tiêm phòng vắc xin dại cho đàn chó, mèo", "≥ 85%"), ("Số liều vắc xin", "2.750 liều"),
        ("Số đợt vệ sinh, tiêu độc", "Tối thiểu 03 đợt"), ("Số ca tử vong do bệnh dại", "Không có")]


def test_values_on_the_first_line() -> None:
    assert found(lines(*TOP, ("III. NỘI DUNG", ""))) == [ROWS]


def test_the_last_row_goes_on_below_its_value() -> None:
    assert found(lines(*TOP, ("(theo báo cáo)", ""), ("Thực hiện chỉ tiêu", ""))) == [[*ROWS[:-1], ("Số ca tử vong do bệnh dại (theo báo cáo)", "Không có")]]


def test_values_in_the_middle() -> None:
    rows = [line(100, *HEAD), line(114, "Tỷ lệ tiêm phòng vắc xin dại cho"), line(121, "", "≥ 85%"), line(128, "đàn chó, mèo"),
            line(142, "Số liều vắc xin", "2.750 liều"), line(156, "Số đợt vệ sinh, tiêu độc", "Tối thiểu 03 đợt"),
            line(170, "Số ca tử vong do bệnh dại", "Không có")]
    assert found(rows) == [ROWS]


def test_a_page_goes_on_within_a_row() -> None:
    rest = [HEAD, ("(đối với hộ nuôi từ 50 con)", ""), ("Số liều vắc xin", "2.750 liều")]
    assert found(lines(*rest), (80.0, 340.0, 500.0)) == [rest]
    assert found(lines(*rest)) == []


@pytest.mark.parametrize("texts", [
    [("Nội dung", "Ghi chú"), *TOP[1:]],                                                              # other headings
    [HEAD, ("Tỷ lệ tiêm phòng", "Phòng Kinh tế"), ("Số liều", "Trạm Y tế"), ("Số đợt", "Công an xã")],  # no values
    [HEAD, ("Tỷ lệ tiêm phòng", "85%"), ("Trên đây là kế hoạch của Ủy ban nhân dân xã, đề nghị các cơ quan, đơn vị", "")],
])
def test_no_table(texts: list[tuple[str, str]]) -> None:
    assert found(lines(*texts)) == []
