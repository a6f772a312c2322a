"""Where the paragraphs of a dump begin behind lines that fill the page, and unnumbered titles between whole sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.read_one import read_one

HEAD = """ỦY BAN NHÂN DÂN
XÃ BÌNH AN
Số: 12/KH-UBND
KẾ HOẠCH
Chăm sóc vườn cây công cộng năm 2026
I. MỤC ĐÍCH
Giữ gìn vườn cây công cộng xanh, sạch, đẹp quanh năm, tạo nơi nghỉ ngơi cho
người dân các thôn sau giờ làm việc, nhất là người cao tuổi và trẻ em trên địa
bàn; phát huy ý thức giữ gìn cảnh quan chung của mỗi gia đình ở các khu dân cư.
"""


def _tasks(tmp_path: Path, text: str) -> list[tuple[str, tuple[str, ...]]]:
    path = tmp_path / "kế hoạch.txt"
    path.write_text(HEAD + text, encoding="utf-8")
    return [(task.text, task.lead) for task in read_one(path, path.name).tasks]


def test_a_note_on_who_leads_begins_a_line_behind_a_sentence(tmp_path: Path) -> None:
    text = ("II. NHIỆM VỤ\n1. Vườn cây\na) Trồng cây bóng mát ở cổng chào các thôn.\n"
            "b) Cắt tỉa cành khô trước mùa mưa bão ở các tuyến đường liên thôn, liên xóm.\n(Phòng Kinh tế chủ trì, Trạm Y tế phối hợp)\n")
    assert [lead for _, lead in _tasks(tmp_path, text)] == [("Phòng Kinh tế",)] * 2


def test_a_charge_that_says_nothing_else_closes_numbered_items_and_belongs_to_a_bullet(tmp_path: Path) -> None:
    row = "{0} Cắt tỉa cành khô trước mùa mưa bão ở các tuyến đường liên thôn, liên xóm.\nGiao Phòng Kinh tế chủ trì, phối hợp với Trạm Y tế thực hiện.\n"
    numbered = _tasks(tmp_path, "II. NHIỆM VỤ\n1. Vườn cây\na) Trồng cây bóng mát ở cổng chào các thôn.\n" + row.format("b)"))
    assert [lead for _, lead in numbered] == [("Phòng Kinh tế",)] * 2
    bullets = _tasks(tmp_path, "II. NHIỆM VỤ\n1. Vườn cây\n- Trồng cây bóng mát ở cổng chào các thôn.\n" + row.format("-"))
    assert [lead for _, lead in bullets] == [(), ("Phòng Kinh tế",)]


def test_charges_in_a_row(tmp_path: Path) -> None:
    text = ("III. TỔ CHỨC THỰC HIỆN\nGiao Phòng Kinh tế: lập dự toán trồng cây, chăm sóc vườn cây ở các thôn, xóm.\n"
            "Giao Trạm Y tế: phun thuốc trừ sâu cho vườn cây.\n")
    assert [lead for _, lead in _tasks(tmp_path, text)] == [("Phòng Kinh tế",), ("Trạm Y tế",)]


@pytest.mark.parametrize("heading", ["1. Trách nhiệm của Công an xã", "1. Kính đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã", "1. Đối với Trạm Y tế"])
@pytest.mark.parametrize("mark", ["", "- ", "\uf0fc ", "1.1. Về tuyên truyền:\n- "])
def test_a_unit_s_name_ends_its_line(tmp_path: Path, heading: str, mark: str) -> None:
    lines = f"III. TỔ CHỨC THỰC HIỆN\n{heading}\n{mark}Kiểm tra việc chăm sóc vườn cây ở các thôn.\n2. Phòng Kinh tế\n- Lập dự toán trồng cây.\n"
    tasks = _tasks(tmp_path, lines)
    assert tasks[0][0] == "Kiểm tra việc chăm sóc vườn cây ở các thôn." and tasks[0][1]
    assert len(tasks) == 2


def test_items_count_on_behind_any_word(tmp_path: Path) -> None:
    text = "II. NHIỆM VỤ\n1. Phong trào \"Vườn cây xanh\"\n1.1 Lắp biển chỉ dẫn tại các điểm đến\n1.2 Trồng cây bóng mát ở cổng chào các thôn\n"
    assert [text for text, _ in _tasks(tmp_path, text)] == ["Lắp biển chỉ dẫn tại các điểm đến", "Trồng cây bóng mát ở cổng chào các thôn"]


def test_a_title_without_number_between_sentences_is_no_task(tmp_path: Path) -> None:
    text = ("II. NHIỆM VỤ\nChăm sóc vườn cây ở trung tâm các thôn\nCắt tỉa cành khô trước mùa mưa.\n"
            "Trồng mới cây bóng mát ở cổng chào các thôn\nThay giàn đỡ dây leo ở nhà văn hóa.\n")
    assert [text for text, _ in _tasks(tmp_path, text)] == ["Cắt tỉa cành khô trước mùa mưa.", "Thay giàn đỡ dây leo ở nhà văn hóa."]


def test_a_label_that_ends_a_full_line_goes_on_below(tmp_path: Path) -> None:
    text = ("II. NHIỆM VỤ\n1. Trồng cây bóng mát ở cổng chào các thôn.\n"
            "Đơn vị chủ trì: Phòng Kinh tế - Đơn vị phối hợp: Trạm Y tế - Thời gian thực hiện:\nThường xuyên.\n")
    path = tmp_path / "kế hoạch.txt"
    path.write_text(HEAD + text, encoding="utf-8")
    [task] = read_one(path, path.name).tasks
    assert (task.lead, task.support, task.deadline and task.deadline.kind) == (("Phòng Kinh tế",), ("Trạm Y tế",), "ongoing")
