"""Citations in lists, behind their issuer, by a law's long name, in a title in capitals."""

import pytest

from normalizers.citations import find_citations


@pytest.mark.parametrize(("text", "found"), [
    ("Thực hiện các Nghị quyết của Bộ Chính trị: số 57-NQ/TW ngày 22/12/2024, số 59-NQ/TW ngày 24/01/2025 và số 66-NQ/TW ngày 30/4/2025;",
     [("57-NQ/TW", "Nghị quyết", "2024-12-22"), ("59-NQ/TW", "Nghị quyết", "2025-01-24"), ("66-NQ/TW", "Nghị quyết", "2025-04-30")]),
    ("Nghị quyết số 57-NQ/TW ngày 22/12/2024, số 12-KL/TW ngày 24/01/2025", [("57-NQ/TW", "Nghị quyết", "2024-12-22"), ("12-KL/TW", None, "2025-01-24")]),
    ("Thực hiện Nghị quyết số 59-NQ/TW của Bộ Chính trị, ngày 24/01/2025 về hội nhập quốc tế;", [("59-NQ/TW", "Nghị quyết", "2025-01-24")]),
    ("Thực hiện Nghị quyết số 59-NQ/TW của Bộ Chính trị, ngày 05/3/2026 UBND xã ban hành kế hoạch", [("59-NQ/TW", "Nghị quyết", None)]),
    ("Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 ngày 19/02/2025;", [("64/2025/QH15", "Luật", "2025-02-19")]),
    ("Căn cứ Luật Sửa đổi, bổ sung một số điều của Luật An toàn thực phẩm số 28/2018/QH14;", [("28/2018/QH14", "Luật", None)]),
    ("Căn cứ Nghị quyết số 203/2025/QH15 của Quốc hội;", [("203/2025/QH15", "Nghị quyết", None)]),
    ("Thực hiện Thông báo kết luận số 39/TB-VPCP ngày 12/02/2026 của Văn phòng Chính phủ;", [("39/TB-VPCP", "Thông báo", "2026-02-12")]),
    ("THỰC HIỆN QUYẾT ĐỊNH SỐ 1418/QĐ-TTG NGÀY 05/3/2026", [("1418/QĐ-TTg", "Quyết định", "2026-03-05")]),
])
def test_cited(text: str, found: list[tuple[str, str | None, str | None]]) -> None:
    assert [(c.number, c.doc_type, c.date) for c in find_citations(text)] == found


def test_a_commune_with_a_name_of_four_words() -> None:
    assert find_citations("Căn cứ Thông báo số 12/TB-UBND ngày 05/3/2026 của UBND xã Nam Ban Lâm Hà;")[0].issuer == "UBND xã Nam Ban Lâm Hà"


@pytest.mark.parametrize(("text", "date", "issuer"), [
    ("Căn cứ Nghị quyết ngày 22/12/2024 số 57-NQ/TW của Bộ Chính trị;", "2024-12-22", "Bộ Chính trị"),
    ("Căn cứ Nghị quyết số 12/NQ-UBTVQH15 ngày 24/10/2024 của Uỷ ban Thường vụ Quốc hội khóa XV;", "2024-10-24", "Uỷ ban Thường vụ Quốc hội"),
    ("Thực hiện Hướng dẫn số 03-HD/BTCTU ngày 28/02/2026 của Ban Tổ chức Tỉnh ủy;", "2026-02-28", "Ban Tổ chức Tỉnh ủy"),
    ("Thực hiện Thông báo số 12-TB/VPTW ngày 28/02/2026 của Văn phòng Trung ương Đảng;", "2026-02-28", "Văn phòng Trung ương Đảng"),
    ("Thực hiện Kế hoạch số 18/KH-MTTQ ngày 12/01/2026 của Ủy ban MTTQ Việt Nam tỉnh Gia Lai về việc", "2026-01-12", "Ủy ban MTTQ Việt Nam tỉnh Gia Lai"),
    ("Thực hiện Kế hoạch số 18/KH-CAT ngày 12/01/2026 của Công an tỉnh Gia Lai;", "2026-01-12", "Công an tỉnh Gia Lai"),
])
def test_the_date_before_the_number_and_bodies_beside_the_committees(text: str, date: str, issuer: str) -> None:
    assert [(c.date, c.issuer) for c in find_citations(text)] == [(date, issuer)]
