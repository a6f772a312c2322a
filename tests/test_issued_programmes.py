"""A decision or resolution that issues a plan: the plan stands behind the signature, under a title of any wording or under none."""

from __future__ import annotations

import pytest

from pipeline.assemble import assemble
from tests.support import make_document

DECISION = (
    "ỦY BAN NHÂN DÂN", "TỈNH LÂM ĐỒNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 77/QĐ-UBND",
    "Lâm Đồng, ngày 05 tháng 3 năm 2026", "QUYẾT ĐỊNH", "Ban hành Chương trình hành động của Ủy ban nhân dân tỉnh về phát triển dữ liệu",
    "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "QUYẾT ĐỊNH:",
    "Điều 1. Ban hành kèm theo Quyết định này Chương trình hành động của Ủy ban nhân dân tỉnh.",
    "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.", "Nơi nhận:", "- Như Điều 2;", "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn Bình")
PLAN = ("I. MỤC TIÊU", "1. Mục tiêu cụ thể đến năm 2030", "- 100% cơ sở dữ liệu được kết nối.", "II. NHIỆM VỤ", "1. Xây dựng kho dữ liệu dùng chung.",
        "III. TỔ CHỨC THỰC HIỆN", "1. Sở Tài chính bố trí kinh phí hằng năm.")


@pytest.mark.parametrize("title", [
    ("CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA ỦY BAN NHÂN DÂN TỈNH", "Phát triển dữ liệu giai đoạn 2026 - 2030", "(Kèm theo Quyết định số 77/QĐ-UBND ngày 05 tháng 3 năm 2026)"),
    ("KẾ HOẠCH", "Phát triển dữ liệu giai đoạn 2026 - 2030"), ("ĐỀ ÁN PHÁT TRIỂN DỮ LIỆU TỈNH",), (),
], ids=["whole-title", "type", "upper", "none"])
def test_the_issued_plan_is_read(title: tuple[str, ...]) -> None:
    plan = assemble(make_document(*DECISION, *title, *PLAN))
    assert [(t.indicator, t.value, t.horizon) for t in plan.targets] == [("cơ sở dữ liệu được kết nối", 100, "2030")]
    assert [t.text for t in plan.tasks] == ["Xây dựng kho dữ liệu dùng chung.", "Sở Tài chính bố trí kinh phí hằng năm."]
    assert plan.plan.signer == "Nguyễn Văn Bình"


def test_numbered_addressees_open_no_body() -> None:
    plan = assemble(make_document(*DECISION[:13], "Nơi nhận:", "1. Như Điều 2;", "2. Lưu: VT.", *DECISION[16:]))
    assert not plan.tasks and not plan.targets
