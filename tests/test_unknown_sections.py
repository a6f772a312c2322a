"""Sections whose heading says nothing known: tasks where their items charge bodies; duties to watch over an appendix."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.read_one import read_one

_HEAD = "ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG THÁP\nSố: 12/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐồng Tháp, ngày 12 tháng 3 năm 2026\nKẾ HOẠCH\nPhát triển nghề cá năm 2026\nThực hiện Nghị quyết số 3-NQ/TU của Tỉnh ủy, UBND tỉnh ban hành Kế hoạch như sau:\n"


@pytest.fixture
def leads(tmp_path: Path):  # type: ignore[no-untyped-def]
    def reader(body: str) -> list[tuple[str, ...]]:
        path = tmp_path / "plan.txt"
        path.write_text(_HEAD + body, encoding="utf-8")
        return [t.lead for t in read_one(path, path.name).tasks]

    return reader


def test_items_that_charge_bodies_are_tasks(leads) -> None:  # type: ignore[no-untyped-def]
    assert leads("I. NHIỆM VỤ\n1. Sở Tài chính chủ trì xây dựng dự toán.\n"
                 "II. LÀM VIỆC VỚI TRUNG ƯƠNG\n1. Sở Công Thương chủ trì, phối hợp với các sở liên quan đề xuất danh mục tàu cá.\n"
                 "2. Sở Tư pháp thẩm định hồ sơ trong trường hợp có tranh chấp.\n") == [("Sở Tài chính",), ("Sở Công Thương",), ("Sở Tư pháp",)]


def test_what_bodies_have_done_is_none(leads) -> None:  # type: ignore[no-untyped-def]
    assert leads("I. NHIỆM VỤ\n1. Sở Tài chính chủ trì xây dựng dự toán.\n"
                 "II. MỘT SỐ ĐIỂM NỔI BẬT\n1. Sở Công Thương đã tham mưu hai văn bản.\n2. UBND các xã đã tổ chức tập huấn.\n") == [("Sở Tài chính",)]


def test_to_watch_over_an_appendix_is_a_duty(leads) -> None:  # type: ignore[no-untyped-def]
    assert leads("I. TỔ CHỨC THỰC HIỆN\n1. Sở Công Thương thường xuyên đôn đốc, theo dõi các nhiệm vụ tại Phụ lục.\n"
                 "2. Các sở, ngành thực hiện nhiệm vụ theo Phụ lục kèm theo.\n3. Sở Tư pháp thẩm định hồ sơ.\n") == [("Sở Công Thương",), ("Sở Tư pháp",)]
