"""Dumps whose blank lines stand where the left edge moves: they tell first lines from wrapped ones."""

from __future__ import annotations

from pathlib import Path

from pipeline.read_one import read_one

HEAD = """UBND TỈNH NGHỆ AN
SỞ NỘI VỤ

Số: 12/KH-SNV

Nghệ An, ngày 15 tháng 4 năm 2026

KẾ HOẠCH
Cải cách hành chính năm 2026

II. NHIỆM VỤ, GIẢI PHÁP
"""
ITEMS = [[f"- Hướng dẫn các phòng chuyên môn rà soát quy trình nội bộ số {n} theo quy định", "hiện hành của pháp luật và báo cáo kết quả;"] for n in range(1, 8)]
LONG = [[f"- Theo dõi, đôn đốc việc thực hiện nhiệm vụ số {n} của các phòng chuyên môn và", "đơn vị sự nghiệp thuộc sở, kịp thời báo cáo Giám đốc về tiến độ và kết quả đạt",
         "được trong từng tháng của năm, đề xuất khen thưởng, xử lý trách nhiệm cá nhân;"] for n in range(1, 7)]
PLAIN = [["Đưa nội dung cải cách hành chính vào hoạt động ngoại khóa của các trường trung", "học phổ thông, trung tâm giáo dục nghề nghiệp và các cơ sở đào tạo của ngành y tế"],
         ["Bác sĩ, điều dưỡng được bồi dưỡng kỹ năng giao tiếp, ứng xử với người bệnh và", "thân nhân người bệnh ít nhất một lần trong năm"]]


def dump(*paragraphs: list[str]) -> str:
    """Paragraphs with indented first lines: a blank line where the left edge moves, unless the line above has one before it."""
    out, apart, edge = "", False, 1
    for lines in paragraphs:
        for k, line in enumerate(lines):
            apart = not apart and edge != (k == 0)
            edge = int(k == 0)
            out += ("\n" if apart else "") + line + "\n"
    return out


def texts(tmp_path: Path, body: str) -> list[str]:
    file = tmp_path / "plan.txt"
    file.write_text(HEAD + body, encoding="utf-8")
    return [task.text for task in read_one(file, file.name).tasks]


def test_a_line_as_far_in_as_the_first_line_of_an_item_opens_a_paragraph(tmp_path: Path) -> None:
    got = texts(tmp_path, dump(["1. Tuyên truyền"], *ITEMS, *LONG, *ITEMS, ["2. Bồi dưỡng"], *PLAIN))
    assert [text[:12] for text in got[-2:]] == ["Đưa nội dung", "Bác sĩ, điều"]


def test_a_line_as_far_out_as_a_wrapped_one_goes_on(tmp_path: Path) -> None:
    last = ["- Phối hợp với các cơ quan liên quan tổ chức tuyên truyền. Các hình thức thực hiện", "bao gồm hội nghị, tờ rơi, bản tin, chuyên mục trên trang thông tin điện tử của tỉnh.", "Sở Nội vụ theo dõi."]
    assert texts(tmp_path, dump(["1. Tuyên truyền"], *ITEMS, *LONG, *ITEMS, last))[-1].endswith("của tỉnh. Sở Nội vụ theo dõi.")


def test_the_closing_paragraph_is_no_part_of_an_item_without_a_full_stop(tmp_path: Path) -> None:
    got = texts(tmp_path, "1. Tuyên truyền\n- Tổ chức hội nghị quán triệt Kế hoạch đến toàn thể công chức, viên chức của sở trong\nquý II\nTrên đây là Kế hoạch cải cách hành chính năm 2026;\nSở Nội vụ yêu cầu các phòng, đơn vị triển khai thực hiện./.\n")
    assert [text[-6:] for text in got] == ["quý II"]


def test_an_item_behind_the_years_that_follow_and_behind_a_count_of_days_is_one(tmp_path: Path) -> None:
    got = texts(tmp_path, "1. Tuyên truyền\n- Tổ chức dạy học 02 buổi/ngày ở những địa bàn đủ điều kiện từ năm\n2026 và những năm tiếp theo\n- Dự trữ lương thực, thực phẩm, thuốc men, nước uống và nhu yếu phẩm đủ dùng từ 7 - 10\nngày\n2. Kiểm tra\n- Kiểm tra việc dự trữ.\n")
    assert [text.split()[-1] for text in got] == ["theo", "ngày", "trữ."]


def test_a_share_numbered_as_in_the_partys_papers_is_no_range(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(HEAD.replace("II. NHIỆM VỤ, GIẢI PHÁP", "II- CHỈ TIÊU CỤ THỂ") + "1- Thành lập ít nhất 12 tổ công nghệ số cộng đồng\n2- 100% cán bộ được bồi dưỡng kỹ năng số\n", encoding="utf-8")
    assert [(target.comparator, target.value) for target in read_one(file, file.name).targets] == [(">=", 12), ("=", 100)]


def test_a_lone_number_between_two_wide_lines_is_the_second_pages(tmp_path: Path) -> None:
    items = [f"- Hướng dẫn các phòng chuyên môn rà soát quy trình giải quyết thủ tục hành chính thuộc lĩnh vực thứ {'abcdefghijklmnopqrstuvwxyz'[n]};\n" for n in range(24)]
    plain = "Sở Tài chính tham mưu đẩy mạnh phân cấp quản lý tài sản công, xử lý dứt điểm trụ sở dôi dư.\n"
    got = texts(tmp_path, "".join(items) + "\n2\n" + plain + "".join(items[:12]))
    assert not any(" 2" in text for text in got)
