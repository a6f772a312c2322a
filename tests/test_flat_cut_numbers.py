"""Row numbers of dumps that a thin number column cuts in two lines."""

from __future__ import annotations

import pytest

from extractors.document import Table
from extractors.text_reader import read_text

HEADER = "STT Nội dung nhiệm vụ Đơn vị chủ trì Thời gian\nthực hiện\n"
ACTS = ["Rà soát hồ sơ", "Tổ chức tập huấn", "Nâng cấp mạng nội bộ", "Tuyên truyền trên loa", "Kiểm tra an toàn", "Cập nhật dữ liệu đất đai",
        "Xây dựng kế hoạch năm", "Báo cáo kết quả", "Mua sắm máy tính", "Vận động hộ kinh doanh", "Niêm yết mã QR", "Hỗ trợ hợp tác xã"]


def rows_of(text: str) -> list[list[str]]:
    table, = [b for b in read_text((HEADER + text + "TM. ỦY BAN NHÂN DÂN\n").encode(), "x.txt").blocks if isinstance(b, Table)]
    return [[cell.text if cell else "" for cell in row] for row in table.grid()[1:]]


def dump(number: str) -> str:
    """Twelve rows, those from ten on with their number as `number` prints its two digits and the wording."""
    out = [f"{n} {act} của xã\nPhòng Kinh tế\nQuý {'I' * (n % 3 + 1)}/2026\n" for n, act in enumerate(ACTS[:9], 1)]
    out += [number.format(a=n // 10, b=n % 10, act=act) + "\nCông an xã\nHằng năm\n" for n, act in enumerate(ACTS[9:], 10)]
    return "".join(out)


@pytest.mark.parametrize("number", ["{a}\n{b}\n{act} của xã", "{a}\n{b} {act} của xã", "{a} {act}\n{b} của xã", "{a}\n{b}.\n{act} của xã"])
def test_cut_numbers_are_whole_again(number: str) -> None:
    rows = rows_of(dump(number))
    assert [row[0].rstrip(".") for row in rows] == [str(n) for n in range(1, 13)]
    assert rows[11] == [rows[11][0], "Hỗ trợ hợp tác xã của xã", "Công an xã", "Hằng năm"]


def test_whole_numbers_stay() -> None:
    rows = rows_of(dump("{a}{b} {act} của xã"))
    assert [row[0] for row in rows] == [str(n) for n in range(1, 13)]


def test_a_numeral_of_one_letter_a_line_is_one_group() -> None:
    groups = "I\nTuyên truyền\n1 Rà soát hồ sơ\nPhòng Kinh tế\nHằng năm\nI\nI\nHạ tầng số\n2 Nâng cấp mạng\nCông an xã\nQuý II/2026\nI\nI\nI\nNhân lực\n3 Tổ chức tập huấn\nCông an xã\nHằng năm\n"
    assert [row[0] for row in rows_of(groups)] == ["I", "1", "II", "2", "III", "3"]
