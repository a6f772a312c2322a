"""Issuers of plans of branches with offices on every level, of enterprises, and names that a header prints over two lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.read_one import read_one


@pytest.mark.parametrize(("header", "issuer"), [
    (["CÔNG AN TỈNH AN GIANG", "CÔNG AN XÃ BÌNH HÒA"], "Công an xã Bình Hòa"),
    (["BẢO HIỂM XÃ HỘI VIỆT NAM", "BẢO HIỂM XÃ HỘI TỈNH AN GIANG"], "Bảo hiểm xã hội tỉnh An Giang"),
    (["NHCSXH VIỆT NAM", "NHCSXH TỈNH AN GIANG"], "NHCSXH tỉnh An Giang"),
    (["TÒA ÁN NHÂN DÂN TỐI CAO", "TÒA ÁN NHÂN DÂN TỈNH AN GIANG"], "Tòa án nhân dân tỉnh An Giang"),
    (["SỞ GDĐT TỈNH AN GIANG", "TRƯỜNG THCS VÀ THPT BÌNH", "HÒA ĐÔNG"], "Trường THCS và THPT Bình Hòa Đông"),
    (["SỞ Y TẾ TỈNH AN GIANG", "BỆNH VIỆN ĐA KHOA", "KHU VỰC BÌNH HÒA"], "Bệnh viện đa khoa khu vực Bình Hòa"),
    (["UBND XÃ BÌNH HÒA"], "UBND"),
    (["ĐẢNG BỘ TỈNH AN GIANG", "ĐẢNG ỦY XÃ BÌNH HÒA"], "Đảng ủy"),
])
def test_issuer(header: list[str], issuer: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("\n".join([*header, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 12/KH-CQ An Giang, ngày 05 tháng 01 năm 2026",
                               "KẾ HOẠCH", "Thực hiện nhiệm vụ năm 2026", "Căn cứ chương trình công tác năm, đơn vị xây dựng kế hoạch như sau:", "I. NHIỆM VỤ",
                               "1. Tuyên truyền", "- Tổ chức hội nghị quán triệt kế hoạch.", "Nơi nhận:", "- Lưu VT."]) + "\n", encoding="utf-8")
    got = read_one(path, path.name).plan.issuer
    assert got is not None and got.casefold() == issuer.casefold()


@pytest.mark.parametrize(("header", "issuer"), [
    (["TỔNG LIÊN ĐOÀN LAO ĐỘNG", "VIỆT NAM", "Số: 5/KH-TLĐ"], "Tổng Liên đoàn Lao động Việt Nam"),
    (["BCH ĐOÀN TỈNH AN GIANG", "***", "Số: 5-KH/TĐTN"], "Đoàn tỉnh An Giang"),
    (["CỤC QUẢN LÝ THI HÀNH ÁN DÂN SỰ", "THI HÀNH ÁN DÂN SỰ TỈNH AN GIANG", "Số: 5/KH-THADS"], "Thi hành án dân sự tỉnh An Giang"),
])
def test_unions_of_a_level_and_the_enforcement_of_judgments(tmp_path: Path, header: list[str], issuer: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("\n".join([*header, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "An Giang, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH", "Công tác năm 2026",
                               "I. MỤC ĐÍCH", "- Nâng cao hiệu quả."]), encoding="utf-8")
    plan = read_one(path, path.name).plan
    assert plan.issuer == issuer and plan.number is not None and plan.number.startswith("5")
