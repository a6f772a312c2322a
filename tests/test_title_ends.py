"""Where the title ends and the text begins, under a head without a legal basis."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from pipeline.read_one import read_one

HEAD = ["ỦY BAN NHÂN DÂN", "XÃ BÌNH AN", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Bình An, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH"]
TITLE = ["Chăm sóc vườn cây công cộng", "trên địa bàn xã Bình An năm 2026"]
REST = ["I. CHỈ TIÊU", "- Tỷ lệ cây sống đạt từ 90% trở lên.", "II. NHIỆM VỤ", "- Tổ chức tưới cây trong tháng 3/2026."]


@pytest.mark.parametrize("lead", [
    "UBND xã triển khai đồng bộ việc chăm sóc vườn cây công cộng trên địa bàn xã để cây sống và phát triển tốt. Cụ thể:",
    "Vườn cây công cộng của xã được các thôn trồng từ năm 2024, nay cần được chăm sóc thường xuyên và trồng dặm.",
])
def test_a_set_paragraph_below_a_centred_title_is_text(tmp_path: Path, lead: str) -> None:
    document = docx.Document()
    for text in [*HEAD, *TITLE]:
        document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text in [lead, *REST]:
        document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    path = tmp_path / "kế hoạch.docx"
    document.save(str(path))
    assert read_one(path, path.name).plan.title == " ".join(TITLE)


def test_an_aim_over_several_lines_is_text(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    lead = ["Để vườn cây công cộng của xã được chăm sóc đồng bộ, sống và phát triển tốt trong năm",
            "2026. UBND xã ban hành Kế hoạch như sau:"]
    title = ["Chăm sóc vườn cây công cộng trên địa bàn xã Bình An năm 2026"]
    path.write_text("\n".join([*HEAD, *title, *lead, *REST]), encoding="utf-8")
    assert read_one(path, path.name).plan.title == title[0]


def test_names_of_places_cut_in_a_narrow_head(tmp_path: Path) -> None:
    head = ["ỦY BAN NHÂN DÂN TỈNH ĐỒNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "NAI", "ỦY BAN NHÂN DÂN XÃ XUÂN", "LỘC", "Độc lập - Tự do - Hạnh phúc",
            "Số: 12/KH-UBND", "KẾ HOẠCH", "Chăm sóc vườn cây công cộng năm 2026"]
    path = tmp_path / "kế hoạch.txt"
    path.write_text("\n".join([*head, *REST]), encoding="utf-8")
    plan = read_one(path, path.name).plan
    assert (plan.commune, plan.province) == ("Xuân Lộc", "Đồng Nai")


def test_a_former_city_that_issues_is_no_commune_of_its_text(tmp_path: Path) -> None:
    head = ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ BẮC GIANG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 12/KH-UBND", "KẾ HOẠCH",
            "Nạo vét mương tưới tại xã Tân Mỹ"]
    path = tmp_path / "kế hoạch.txt"
    path.write_text("\n".join([*head, *REST, "Trên đây là kế hoạch nạo vét mương tại xã Tân Mỹ."]), encoding="utf-8")
    assert read_one(path, path.name).plan.commune is None


def test_a_post_over_two_lines_is_no_name(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    end = ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "GIÁM ĐỐC TRUNG TÂM CHĂM SÓC CÂY XANH,", "CÔNG VIÊN XÃ"]
    path.write_text("\n".join([*HEAD, *TITLE, *REST, *end]), encoding="utf-8")
    assert read_one(path, path.name).plan.signer is None
