"""Deadlines: phrases of time cells, sentences, headings and titles, as tables; and what holds for any string at all."""

from __future__ import annotations

import csv
import json
import random
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from normalizers.deadline_tokens import time_words, tokenize
from normalizers.deadlines import (
    could_continue_time,
    edtf_bounds,
    find_deadline,
    horizon_of,
    is_time_phrase,
    parse_deadline,
    title_period,
)
from normalizers.text import squash
from normalizers.values import Deadline

DATA = Path(__file__).parent / "data"
REFERENCE = "2025-11-20"
GOLD = sorted((DATA / "gold").glob("*.json"))


def _cases() -> list[tuple[str, str, str | None, str | None, tuple[str, ...]]]:
    with (DATA / "deadline_cases.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(r["phrase"], r["kind"], r["edtf"] or None, r["due"] or None, tuple((r["rrule"] or "").split())) for r in rows]


CASES = _cases()
LABELS = [json.loads(line) for line in (DATA / "phrases" / "deadlines.jsonl").read_text(encoding="utf-8").splitlines() if line]

SENTENCES: list[tuple[str, str | None]] = [
    ("Thu quỹ tập trung từ ngày mùng 3 đến hết ngày 12/8/2026.", "từ ngày mùng 3 đến hết ngày 12/8/2026"),
    ("Nộp danh sách về UBND xã trước ngày mồng 5/4/2026.", "trước ngày mồng 5/4/2026"),
    ("Phấn đấu hướng dẫn 2.000 lượt người trong năm 2026 (Phòng Kinh tế chủ trì, phối hợp với Công an xã; hoàn thành trong Quý IV/2025).", "trong Quý IV/2025"),
    ("Trong năm 2026 tổ chức tuyên truyền (Phòng Kinh tế chủ trì, thực hiện thường xuyên).", "thực hiện thường xuyên"),
    ("Hằng năm tổ chức kiểm tra (Phòng Kinh tế chủ trì).", "Hằng năm"),
    ("Rà soát hộ nghèo cuối năm 2025 theo đúng quy trình, báo cáo kết quả chậm nhất ngày 20/12/2025.", "chậm nhất ngày 20/12/2025"),
    ("Thực hiện thanh toán không dùng tiền mặt kể từ ngày 01/02/2026.", "kể từ ngày 01/02/2026"),
    ("Phụ cấp tính kể từ ngày 01/7/2025 được chi trả.", None),
    ("Hướng dẫn người dân tại quầy từ thứ Hai đến sáng thứ Bảy hằng tuần.", None),
    ("Báo cáo: hằng tháng trước ngày 15; quý trước ngày 15 tháng cuối quý; năm trước ngày 05/12.",
     "hằng tháng trước ngày 15; quý trước ngày 15 tháng cuối quý; năm trước ngày 05/12"),
    ("Định kỳ báo cáo: tháng (trước ngày 20), năm (trước ngày 05/12) về UBND xã.", "tháng (trước ngày 20), năm (trước ngày 05/12)"),
    ("Hoàn thành việc rà soát, báo cáo kết quả về UBND xã trước ngày 15/12/2025.", "trước ngày 15/12/2025"),
    ("Phòng Kinh tế chủ trì, tham mưu UBND xã ban hành Kế hoạch trong tháng 12/2025.", "trong tháng 12/2025"),
    ("Hằng năm, tổ chức hội nghị đánh giá kết quả thực hiện.", "Hằng năm"),
    ("Định kỳ hằng quý (trước ngày 20 tháng cuối quý) báo cáo UBND tỉnh.", "Định kỳ hằng quý (trước ngày 20 tháng cuối quý)"),
    ("Tổ chức sơ kết 6 tháng, tổng kết năm và báo cáo kết quả về Đảng ủy.", "6 tháng, tổng kết năm"),
    ("Thường xuyên rà soát, cập nhật dữ liệu.", None),
    ("Triển khai Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.", None),
    ("Thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2026 - 2030.", None),
    ("Xây dựng Kế hoạch phát triển kinh tế - xã hội 5 năm giai đoạn 2026-2030.", None),
    ("Số hóa hồ sơ phát sinh từ ngày 01/7/2025.", None),
    ("Lồng ghép nội dung vào kế hoạch công tác hằng năm của đơn vị.", None),
    ("Bố trí kinh phí trong dự toán ngân sách hằng năm.", None),
    ("Đưa nội dung chuyển đổi số vào kế hoạch, chương trình công tác hàng năm.", None),
    ("Đến hết năm 2026, hoàn thành số hóa toàn bộ hồ sơ đất đai.", "Đến hết năm 2026"),
    ("Trong Quý I/2026, hoàn thành xây dựng cơ sở dữ liệu dùng chung.", "Trong Quý I/2026"),
    ("Hoàn thành trong quý II năm 2026.", "trong quý II năm 2026"),
    ("Báo cáo định kỳ 6 tháng, năm về UBND tỉnh theo quy định.", "định kỳ 6 tháng, năm"),
    ("Kết quả thực hiện báo cáo về Phòng Văn hóa - Xã hội chậm nhất ngày 25 hằng tháng để tổng hợp.", "chậm nhất ngày 25 hằng tháng"),
    ("Kiểm tra ít nhất 02 lần/năm việc thực hiện quy chế.", "02 lần/năm"),
    ("Quyết định số 06/QĐ-TTg ngày 06 tháng 01 năm 2022 của Thủ tướng Chính phủ phê duyệt Đề án giai đoạn 2022 - 2025, tầm nhìn đến năm 2030.", None),
    ("Rà soát các mục tiêu cụ thể đến năm 2030 tầm nhìn đến năm 2045.", None),
    ("Tổ chức Ngày Chuyển đổi số quốc gia 10/10 hằng năm.", "10/10 hằng năm"),
    ("Tỷ lệ hồ sơ tăng 5% so với năm 2024.", None),
    ("Tổng hợp kết quả, định kỳ báo cáo UBND xã.", None),
    ("Giải quyết hồ sơ trong thời hạn 03 ngày làm việc.", None),
    ("Xây dựng kế hoạch chi tiết của đơn vị sau 15 ngày kể từ ngày ban hành Kế hoạch này.", "sau 15 ngày kể từ ngày ban hành Kế hoạch"),
    ("Tham mưu tổ chức tổng kết thực hiện Kế hoạch vào cuối năm 2025.", "vào cuối năm 2025"),
    ("Tổ chức Hội nghị tổng kết công tác năm 2025.", None),
    ("Yêu cầu các đơn vị gửi kế hoạch về Văn phòng HĐND và UBND trước ngày 30/11 để tổng hợp.", "trước ngày 30/11"),
    ("Các đơn vị báo cáo kết quả thực hiện hằng tháng (trước ngày 20), hằng quý (trước ngày 20 tháng cuối quý).", "hằng tháng (trước ngày 20), hằng quý (trước ngày 20 tháng cuối quý)"),
    ("Hằng tháng, hằng quý, tổng hợp tình hình báo cáo Ban Chỉ đạo.", "Hằng tháng, hằng quý"),
    ("Thời gian thực hiện: từ tháng 01/2026.", "từ tháng 01/2026"),
    ("Công an xã: Hoàn thành cấp định danh điện tử mức 2 trước ngày 31/12/2025; thường xuyên tuyên truyền.", "trước ngày 31/12/2025"),
    ("Thực hiện từ năm 2026 và các năm tiếp theo.", "từ năm 2026 và các năm tiếp theo"),
    ("Phấn đấu đến năm 2030 hoàn thành 100% các chỉ tiêu.", "đến năm 2030"),
    ("Đánh giá, xếp loại cán bộ, công chức hằng năm gắn với kết quả chuyển đổi số.", "hằng năm"),
    ("Vận hành từ ngày 01/01/2026 hệ thống phần mềm mới.", "từ ngày 01/01/2026"),
    ("Căn cứ Luật Chuyển đổi số có hiệu lực từ ngày 01/7/2026, rà soát quy chế.", None),
    ("Đầu tư xây dựng trạm BTS giai đoạn 2026-2030 theo Quyết định số 12/QĐ-UBND.", None),
    ("Trong năm 2026, tổ chức ít nhất 02 lớp tập huấn.", "Trong năm 2026"),
    ("Mỗi quý tổ chức 01 phiên họp Ban Chỉ đạo.", "Mỗi quý"),
    ("Mỗi năm có ít nhất 01 sáng kiến được công nhận.", "Mỗi năm"),
    ("Giao Phòng Kinh tế tham mưu UBND xã ban hành Kế hoạch thực hiện năm 2026, hoàn thành trong tháng 01/2026.", "trong tháng 01/2026"),
    ("Các cơ quan, đơn vị xây dựng kế hoạch, gửi về UBND xã (qua Phòng Văn hóa - Xã hội) trước ngày 05/12/2025 để tổng hợp, báo cáo.", "trước ngày 05/12/2025"),
    ("Báo cáo kết quả triển khai thực hiện trước ngày 20/6 và 20/12 hằng năm.", "trước ngày 20/6 và 20/12 hằng năm"),
    ("Định kỳ trước ngày 15 hằng tháng, các đơn vị gửi báo cáo về Văn phòng.", "Định kỳ trước ngày 15 hằng tháng"),
    ("Định kỳ hằng tháng, hằng quý, 6 tháng, 1 năm báo cáo kết quả thực hiện.", "Định kỳ hằng tháng, hằng quý, 6 tháng, 1 năm"),
    ("Chế độ báo cáo: định kỳ hằng tháng (trước ngày 18), quý (trước ngày 18 tháng cuối quý), năm (trước ngày 18/12).", "định kỳ hằng tháng (trước ngày 18), quý (trước ngày 18 tháng cuối quý), năm (trước ngày 18/12)"),
    ("Tiếp tục thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030.", None),
    ("Tổ chức quán triệt Nghị quyết Đại hội Đảng bộ xã nhiệm kỳ 2025 - 2030.", None),
    ("Hoàn thành 100% việc số hóa hồ sơ trong giai đoạn 2026 - 2027.", "trong giai đoạn 2026 - 2027"),
    ("Trong giai đoạn 2026 - 2030, mỗi năm tổ chức ít nhất 02 lớp bồi dưỡng.", "Trong giai đoạn 2026 - 2030, mỗi năm"),
    ("Rà soát hộ nghèo theo chuẩn nghèo đa chiều giai đoạn 2022 - 2025.", None),
    ("Kiện toàn Ban Chỉ đạo xong trước ngày 30/11/2025.", "trước ngày 30/11/2025"),
    ("Đảm bảo đến ngày 31/12/2025, 100% cán bộ có chữ ký số.", "đến ngày 31/12/2025"),
    ("Tổ chức Ngày hội chuyển đổi số vào ngày 10/10/2026.", "vào ngày 10/10/2026"),
    ("Ngày 15/12/2025, tổ chức hội nghị triển khai Kế hoạch.", "Ngày 15/12/2025"),
    ("Từ ngày 01/12/2025 đến ngày 15/12/2025, tổ chức đợt cao điểm 15 ngày đêm.", "Từ ngày 01/12/2025 đến ngày 15/12/2025"),
    ("Triển khai đợt cao điểm từ ngày 01/12/2025 đến hết ngày 31/12/2025.", "từ ngày 01/12/2025 đến hết ngày 31/12/2025"),
    ("Sử dụng kinh phí sự nghiệp khoa học công nghệ năm 2025 để thực hiện.", None),
    ("Đề xuất danh mục nhiệm vụ năm 2026 gửi Phòng Kinh tế.", None),
    ("Tổng hợp dự toán kinh phí năm 2026 trình HĐND xã phê duyệt trước ngày 15/12/2025.", "trước ngày 15/12/2025"),
    ("Xử lý dứt điểm hồ sơ tồn đọng trước ngày 01/7/2025.", None),
    ("Thường xuyên kiểm tra, định kỳ 6 tháng báo cáo kết quả.", "định kỳ 6 tháng"),
    ("Rà soát, bổ sung quy hoạch thời kỳ 2021 - 2030, tầm nhìn đến năm 2050.", None),
    ("Công khai kết quả trên Trang thông tin điện tử xã trong vòng 05 ngày kể từ ngày ban hành.", "trong vòng 05 ngày kể từ ngày ban hành"),
    ("Xây dựng tuyến đi bộ ven hồ, hoàn thành trước dịp nghỉ lễ 30/4/2026.", "trước dịp nghỉ lễ 30/4/2026"),
    ("Khánh thành nhà văn hóa trước dịp 02/9/2026.", "trước dịp 02/9/2026"),
    ("Chỉnh trang tuyến phố trước dịp lễ 30/4/2026.", "trước dịp lễ 30/4/2026"),
    ("Tổ chức Lễ hội đua thuyền vào dịp 02/9/2026; tham gia các hội chợ do tỉnh tổ chức.", "vào dịp 02/9/2026"),
    ("Mở cửa tham quan vào dịp nghỉ lễ 30/4/2026.", "vào dịp nghỉ lễ 30/4/2026"),
    ("Phát động phong trào nhân dịp 19/5/2026.", "nhân dịp 19/5/2026"),
    ("Tăng cường tuần tra trong dịp nghỉ lễ 30/4/2026.", "trong dịp nghỉ lễ 30/4/2026"),
    ("Tham mưu sơ kết việc thực hiện Kế hoạch vào năm 2028.", "vào năm 2028"),
    ("Bổ sung quy hoạch khu đất xây dựng trường, trình cấp có thẩm quyền phê duyệt chủ trương trong năm 2026.", "trong năm 2026"),
    ("Thực hiện mục tiêu phát thải ròng bằng 0 vào năm 2050.", None),
    ("Tổ chức dạy học 02 buổi/ngày ở các trường tiểu học.", None),
    ("Hằng tuần, tổ chức giao ban đánh giá tiến độ.", "Hằng tuần"),
    ("Giao ban định kỳ hằng tuần để nắm tình hình.", "định kỳ hằng tuần"),
    ("Căn cứ tình hình thực tế hằng năm, điều chỉnh chỉ tiêu cho phù hợp.", "hằng năm"),
    ("Trước ngày 25 tháng cuối quý gửi báo cáo về UBND xã.", "Trước ngày 25 tháng cuối quý"),
    ("Nâng cao chỉ số cải cách hành chính hằng năm của xã.", None),
    ("Thực hiện chi ngân sách nhà nước hằng năm theo quy định.", None),
    ("Theo dõi, đánh giá tiến độ thực hiện hằng quý và báo cáo Chủ tịch UBND xã.", "hằng quý"),
    ("Phấn đấu trong năm 2026 hoàn thành cập nhật dữ liệu dân cư.", "trong năm 2026"),
    ("Quý IV/2025: Hoàn thành khảo sát hiện trạng.", "Quý IV/2025"),
    ("Khảo sát hiện trạng hạ tầng (hoàn thành trong quý IV/2025).", "trong quý IV/2025"),
    ("Thời gian hoàn thành: Tháng 12/2025.", "Tháng 12/2025"),
    ("Tham gia các lớp tập huấn do tỉnh tổ chức khi có yêu cầu.", None),
    ("Hướng dẫn người dân kê khai đất đai theo Luật Đất đai năm 2024.", None),
    ("Tuyên truyền Luật Dữ liệu năm 2024, Luật Công nghiệp công nghệ số năm 2025.", None),
    ("Kỷ niệm 80 năm Cách mạng tháng Tám và Quốc khánh 02/9.", None),
    ("Tiếp nhận 15 hồ sơ/tháng.", None),
    ("Cung cấp dịch vụ công 24/7.", None),
    ("Đảm bảo trực 24/24 giờ, 07 ngày/tuần.", None),
    ("Tổng kết 05 năm thực hiện Nghị quyết.", None),
]

HORIZONS: list[tuple[str, str | None]] = [
    ("2.1. Đến hết năm 2025", "2025"),
    ("Đến năm 2025, tầm nhìn 2030", "2025"),
    ("Mục tiêu đến năm 2030, tầm nhìn đến năm 2045", "2030"),
    ("II. MỤC TIÊU ĐẾN NĂM 2030", "2030"),
    ("Giai đoạn 2026 - 2030", "2026/2030"),
    ("Năm 2026", "2026"),
    ("Chỉ tiêu năm 2026", "2026"),
    ("6 tháng cuối năm 2025", "2025-41"),
    ("Từ năm 2025 trở đi", "2025/.."),
    ("Mục tiêu cụ thể", None),
    ("Phấn đấu đến năm 2030 có trên 80% người dân có chữ ký số", "2030"),
    ("Tỷ lệ hộ nghèo giảm 2% so với năm 2024", None),
    ("Đến hết tháng 6/2026 hoàn thành 100%", "2026-06"),
    ("Trong năm 2025, ít nhất 50% hồ sơ trực tuyến", "2025"),
    ("100% nhiệm vụ theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 được triển khai", None),
    ("Đạt chuẩn nông thôn mới theo Bộ tiêu chí quốc gia giai đoạn 2021 - 2025", None),
    ("Tầm nhìn đến năm 2045", "2045"),
    ("Tầm nhìn 2045", "2045"),
    ("Định hướng đến năm 2035", "2035"),
    ("Thực hiện 2024", "2024"),
    ("Kế hoạch năm 2026", "2026"),
    ("Giai đoạn 1 (2026 - 2027)", "2026/2027"),
    ("Thời kỳ 2026-2030", "2026/2030"),
    ("Trước năm 2030", "2029"),
    ("Đến ngày 31/12/2025", "2025-12-31"),
    ("a) Mục tiêu đến cuối năm 2026:", "2026"),
    ("80% hồ sơ hằng năm", None),
]

TITLES: list[tuple[str, str | None]] = [
    ("Chuyển đổi số xã Tịnh Khê năm 2025", "2025"),
    ("Thực hiện Đề án 06 và chuyển đổi số xã An Bình 6 tháng cuối năm 2025", "2025-41"),
    ("Phát triển khoa học, công nghệ trên địa bàn xã giai đoạn 2026 - 2030", "2026/2030"),
    ("Triển khai thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ trên địa bàn xã", None),
    ("Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị trên địa bàn phường năm 2026", "2026"),
    ("Hành động thực hiện Nghị quyết số 71/NQ-CP ngày 01/4/2025 về phát triển đến năm 2030, tầm nhìn 2045 trên địa bàn xã", None),
    ("Phát triển kinh tế số, xã hội số đến năm 2030", "2030"),
    ("Cải cách hành chính nhà nước năm 2026 của Ủy ban nhân dân xã", "2026"),
    ("Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025 năm 2025 trên địa bàn xã", "2025"),
    ("Tuyên truyền “Chiến lược phát triển đến năm 2030, tầm nhìn 2045”", None),
    ("Chuyển đổi số quý IV năm 2025", "2025-36"),
    ("Chuyển đổi số năm 2025, định hướng đến năm 2030", "2025"),
    ("Phát triển dữ liệu số giai đoạn 2025-2030, tầm nhìn đến năm 2035", "2025/2030"),
    ("KẾ HOẠCH ỨNG DỤNG CÔNG NGHỆ THÔNG TIN NĂM 2026", "2026"),
    ("Thực hiện Quyết định số 06/QĐ-TTg ngày 06/01/2022 phê duyệt Đề án phát triển ứng dụng dữ liệu giai đoạn 2022 - 2025, tầm nhìn đến năm 2030", None),
    ("Triển khai phong trào “Bình dân học vụ số” trên địa bàn xã", None),
    ("Chuyển đổi số 02 tháng cuối năm 2025", "2025-11/2025-12"),
]

NO_TIME = [
    "Theo",  # a cell cut by a page
    "Tổ chức thực hiện",
    "80",
    "100%",
    "5",
    "UBND xã",
    "Phòng Kinh tế",
    "Thường xuyên rà soát hệ thống",
    "Theo dõi, đôn đốc việc thực hiện",
    "Kế hoạch của UBND xã",
    "Báo cáo năm",
    "Báo cáo quý",
    "Kế hoạch năm 2026",
    "theo quy định",
    "khi thực hiện thủ tục",
    "Quyết định số 06/QĐ-TTg ngày 06/01/2022",
    "3/4",
    "Năm",
    "Tháng",
    "Tháng hành động",
    "Quý khách",
    "Nghị quyết",
    "Hội Liên hiệp Phụ nữ",
    "1.1",
    "2.",
    "I",
    "33.1",
    "Văn phòng HĐND và UBND",
    "Khi người dân",
    "từ",
    "đến",
    "Các đơn vị liên quan",
    "Từng bước xây dựng",
    "12",
    "Hàng hóa",
    "Công an xã",
    "năm và giai đoạn phát triển mới",
    "Tăng cường",
]

CONTINUED = [
    ("Năm 2026 và", "các năm tiếp"),
    ("Năm 2026 và các năm tiếp", "theo"),
    ("Khi có chủ", "trương của cấp"),
    ("Khi có chủ trương của cấp", "trên"),
    ("Quý", "I/2026"),
    ("Quý I/", "2026"),
    ("Tháng", "12/2025"),
    ("Tháng 12/", "2025"),
    ("31/12/20", "26"),
    ("Thường", "xuyên"),
    ("Thường xuyên,", "liên tục"),
    ("Hằng", "năm"),
    ("Định kỳ", "hằng quý"),
    ("Đến hết", "11/2025"),
    ("Giai đoạn", "2026 - 2030"),
    ("Giai đoạn 2026 -", "2030"),
    ("2025 và những", "năm tiếp theo"),
    ("Từ năm 2025", "trở đi"),
    ("Trước ngày", "15/12/2025"),
    ("Hằng năm (trước", "ngày 15/12)"),
    ("Khi có sản", "phẩm, sáng chế"),
    ("Khi có sản phẩm, sáng chế", "được UBND xã sơ duyệt"),
    ("Năm", "2026"),
    ("Trong Quý", "I hàng năm"),
    ("Trong Quý I", "hàng năm"),
    ("định kỳ quý,", "năm"),
]

NOT_CONTINUED = [
    ("Quý I/2026", "Quý II/2026"),
    ("12/2025", "12/2025"),
    ("2026", "2026"),
    ("Thường xuyên", "Công an xã"),
    ("Thường xuyên", "Thường xuyên"),
    ("Quý I/2026", "Phòng Kinh tế"),
    ("Quý I/2026", "Báo cáo"),
    ("Năm 2026", "5"),
    ("UBND xã", "2026"),
    ("Kế hoạch", "12/2025"),
    ("Hằng năm", "- Triển khai"),
]

BOUNDS = [
    ("2026-33", "2026-01-01", "2026-03-31"),
    ("2026-36", "2026-10-01", "2026-12-31"),
    ("2025-40", "2025-01-01", "2025-06-30"),
    ("2025-41", "2025-07-01", "2025-12-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2026", "2026-01-01", "2026-12-31"),
    ("2026-02-10", "2026-02-10", "2026-02-10"),
    ("../2025-11", None, "2025-11-30"),
    ("2026/..", "2026-01-01", None),
    ("2025-12/2026-33", "2025-12-01", "2026-03-31"),
    ("2026-45", None, None),
    ("nonsense", None, None),
    ("", None, None),
]


def _value(deadline: Deadline) -> tuple[str, str | None, str | None, tuple[str, ...]]:
    return deadline.kind, deadline.edtf, deadline.due, deadline.rrule


@pytest.mark.parametrize(("phrase", "kind", "edtf", "due", "rrule"), CASES)
def test_phrase(phrase: str, kind: str, edtf: str | None, due: str | None, rrule: tuple[str, ...]) -> None:
    assert _value(parse_deadline(phrase, REFERENCE)) == (kind, edtf, due, rrule)


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label["phrase"])
def test_labelled_phrase(label: dict[str, Any]) -> None:
    got = parse_deadline(label["phrase"], label["reference"])
    parts = {"kind": got.kind, "edtf": got.edtf, "due": got.due, "rrule": list(got.rrule)}
    single = all(value == label[part] or value in label["alt"].get(part, []) for part, value in parts.items())
    assert single or parts in [{k: other[k] for k in parts} for other in label.get("alt_together", [])]


@pytest.mark.parametrize(("phrase", "condition"), [
    ("Khi có chủ trương của cấp trên", "Khi có chủ trương của cấp trên"),
    ("Định kỳ hàng năm hoặc đột xuất (khi có yêu cầu)", "khi có yêu cầu"),
    ("Quý I/2026 (sau khi tỉnh ban hành hướng dẫn)", "sau khi tỉnh ban hành hướng dẫn"),
    ("Năm 2026 (nếu có)", "nếu có"),
    ("Định kỳ hằng năm hoặc đột xuất", "đột xuất"),
    ("Đến khi kết thúc dự án", "Đến khi kết thúc dự án"),
    ("Quý I/2026", None),
    ("Trước ngày giao quân 15 ngày", "Trước ngày giao quân 15 ngày"),
    ("Sau tập huấn 10 ngày", "Sau tập huấn 10 ngày"),
    ("Sau 10 ngày", None),
])
def test_condition(phrase: str, condition: str | None) -> None:
    assert parse_deadline(phrase, REFERENCE).condition == condition


@pytest.mark.parametrize(("phrase", "reference", "due"), [
    ("Trước ngày 30/11", "2025-11", "2025-11-29"),
    ("Trước ngày 30/11", "2025-12-01", "2026-11-29"),
    ("Trước ngày 30/11", "2026", "2026-11-29"),
    ("06 tháng cuối năm", "2025-08", "2025-12-31"),
    ("Trong năm", "2026-01", "2026-12-31"),
    ("ngày 29/02", "2026-12-01", None),
    ("Trước ngày 30/11", None, None),
    ("Trong 30 ngày", "2025-11", None),
    ("Trong 30 ngày", "9999-12-31", None),
    ("Trước ngày 30/11", "no date", None),
])
def test_reference(phrase: str, reference: str | None, due: str | None) -> None:
    assert parse_deadline(phrase, reference).due == due


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_deadlines(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    wrong = []
    for record in gold["targets"] + gold["tasks"]:
        want = record.get("deadline")
        if want:
            got = _value(parse_deadline(want["raw"], gold["plan"]["issue_date"]))
            if got != (want["kind"], want["edtf"], want["due"], tuple(want["rrule"])):
                wrong.append((want, got))
            if record["origin"] == "table" and not is_time_phrase(want["raw"]):
                wrong.append((want, got))
    assert wrong == []


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_sentences(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    wrong = []
    for task in gold["tasks"]:
        if task["origin"] == "section":
            got = find_deadline(task["text"], gold["plan"]["issue_date"])
            want = task["deadline"]
            if (got.raw if got else None) != (want["raw"] if want else None):
                wrong.append((task["text"], got))
    assert wrong == []


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_title_period(path: Path) -> None:
    plan = json.loads(path.read_text(encoding="utf-8"))["plan"]
    assert title_period(plan["title"], plan["issue_date"]) == plan["period"]


@pytest.mark.parametrize(("text", "raw"), SENTENCES)
def test_sentence(text: str, raw: str | None) -> None:
    got = find_deadline(text, REFERENCE)
    assert (got.raw if got else None) == raw


@pytest.mark.parametrize(("text", "edtf"), HORIZONS)
def test_horizon(text: str, edtf: str | None) -> None:
    assert horizon_of(text, REFERENCE) == edtf


@pytest.mark.parametrize(("title", "edtf"), TITLES)
def test_title(title: str, edtf: str | None) -> None:
    assert title_period(title, REFERENCE) == edtf


@pytest.mark.parametrize("text", NO_TIME)
def test_no_time_phrase(text: str) -> None:
    assert not is_time_phrase(text)


def test_time_phrases_of_the_tables_are_seen() -> None:
    understood = [case[0] for case in CASES if case[1] != "unresolved"]
    seen = [phrase for phrase in understood if is_time_phrase(phrase)]
    assert len(seen) >= 0.97 * len(understood)


@pytest.mark.parametrize(("prefix", "line"), CONTINUED)
def test_continued(prefix: str, line: str) -> None:
    assert could_continue_time(prefix, line)


@pytest.mark.parametrize(("prefix", "line"), NOT_CONTINUED)
def test_not_continued(prefix: str, line: str) -> None:
    assert not could_continue_time(prefix, line)


@pytest.mark.parametrize(("edtf", "first", "last"), BOUNDS)
def test_bounds(edtf: str, first: str | None, last: str | None) -> None:
    assert edtf_bounds(edtf) == (first, last)


def test_vocabulary_has_no_form_twice() -> None:
    forms = [form for form, _, _ in time_words()]
    assert sorted(forms) == sorted(set(forms))


def test_every_entry_of_the_vocabulary_is_used_by_an_example() -> None:
    texts = [case[0] for case in CASES] + [label["phrase"] for label in LABELS] + [text for text, _ in SENTENCES + HORIZONS + TITLES]
    used = {token.text for text in texts for token in tokenize(text)}
    assert [form for form, _, _ in time_words() if form not in used] == []


def test_every_fixed_reading_ends_on_its_due_day() -> None:
    for phrase, kind, edtf, due, _ in CASES:
        if kind == "fixed":
            assert edtf is not None and edtf_bounds(edtf)[1] == due, phrase


# -- what holds for any string -----------------------------------------------------------------------------------------

_PIECES = ["Quý", "quí", "I", "IV", "tháng", "Năm", "2026", "12", "31", "/", "-", "–", ",", ";", "(", ")", " ", "  ", "\n", "trước", "đến hết", "từ", "ngày",
           "hằng", "hàng", "định kỳ", "6 tháng", "đầu", "cuối", "giữa", "và", "các năm tiếp theo", "trở đi", "khi có", "sau", "kể từ", "ban hành", "lần",
           "chậm nhất", "thường xuyên", "tuần", "thứ", "giờ", "tầm nhìn", "số", "57-NQ/TW", "giai đoạn", "99", "0", "20 26", "nay", "của", "tiếp theo", "mỗi", "báo cáo"]
_MIXED = st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join) | st.lists(st.sampled_from(_PIECES), max_size=14).map("".join)
_REFERENCES = st.sampled_from([None, "2025-11-20", "2025-11", "2026", "", "9999-12-31", "0001-01-01", "x"])


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.text(max_size=120) | _MIXED, _REFERENCES)
def test_any_string_is_read_and_kept(text: str, reference: str | None) -> None:
    got = parse_deadline(text, reference)
    assert got.raw == squash(text)
    assert 0 < got.confidence <= 1
    assert (got.due is not None) == (got.kind == "fixed")
    assert got.kind != "unresolved" or (got.edtf, got.rrule) == (None, ())
    if got.due is not None:
        assert got.edtf is not None and edtf_bounds(got.edtf)[1] == got.due
    assert is_time_phrase(text) in (True, False)
    found = find_deadline(text, reference)
    assert found is None or found.raw in squash(text)
    horizon_of(text, reference)
    title_period(text, reference)
    could_continue_time(text[: len(text) // 2], text[len(text) // 2 :])


@pytest.mark.parametrize("phrase", ["Từ ngày 10 đến tháng 12/2025", "từ ngày 5 đến quý I/2026"])
def test_a_day_that_inherits_no_month_is_not_guessed(phrase: str) -> None:
    assert parse_deadline(phrase, REFERENCE).kind == "unresolved"


@settings(max_examples=200, deadline=None, derandomize=True)
@example("0\u0300")
@example("İ")
@given(_MIXED | st.text(max_size=60))
def test_token_offsets_point_into_the_text(text: str) -> None:
    last = 0
    for token in tokenize(text):
        assert last <= token.start <= token.end <= len(text)
        last = token.end


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_writing_variants_read_alike(case: tuple[str, str, str | None, str | None, tuple[str, ...]]) -> None:
    phrase = case[0]
    want = _value(parse_deadline(phrase, REFERENCE))
    for variant in (unicodedata.normalize("NFD", phrase), phrase.upper(), f"  {phrase.replace(' ', '  ')} ", phrase.replace(" ", "\u00a0"),
                    phrase.replace("-", "–"), phrase.replace("hằng", "hàng").replace("Hằng", "Hàng"), phrase.replace("quý", "quí").replace("Quý", "Quí")):
        assert _value(parse_deadline(variant, REFERENCE)) == want, variant


@pytest.mark.parametrize("year", [2025, 2026, 2030])
def test_canonical_writings_are_fixed_points(year: int) -> None:
    for n, roman in enumerate(("I", "II", "III", "IV"), 1):
        got = parse_deadline(f"Quý {roman}/{year}")
        assert got.edtf == f"{year}-{32 + n}" and got.confidence == 1.0
    for month in range(1, 13):
        assert parse_deadline(f"Tháng {month}/{year}").edtf == f"{year}-{month:02d}"
        assert parse_deadline(f"{month:02d}/{year}").edtf == f"{year}-{month:02d}"
        assert parse_deadline(f"15/{month}/{year}").edtf == f"{year}-{month:02d}-15"
        assert parse_deadline(f"{year}-{month:02d}-15").edtf == f"{year}-{month:02d}-15"


@pytest.mark.parametrize("piece", ["quý I, ", "trước ngày ", "hằng năm, ", "từ 2026 đến ", "số 1/", "(", "khi ", "31/12/", "tháng 1, 2, ", "12/", "x ", "năm "])
def test_long_text_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        begun = time.process_time()
        parse_deadline(text, REFERENCE)
        find_deadline(text, REFERENCE)
        return time.process_time() - begun

    seconds(100)
    assert seconds(10_000) < 3.0


def test_what_is_passed_by_holds_no_phrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """The searches that spare most words and sentences the grammar never lose a phrase that the grammar would have read."""
    from normalizers import deadline_grammar
    from normalizers.deadline_items import Mark
    from normalizers.deadline_tokens import may_hold_time

    monkeypatch.setattr(deadline_grammar, "may_open", lambda token: True)
    draw = random.Random(7)
    words = [form for form, _, _ in time_words()] + ["1", "15", "2026", "31/12", "T12", "t", "th", "theo", "là", "báo cáo", "xã", "(", ")", ",", "-", "/", ".", ";", "th áng"]
    for _ in range(3000):
        text = " ".join(draw.choice(words) for _ in range(draw.randint(1, 6)))
        tokens = tokenize(text)
        grammar = deadline_grammar.Grammar(tokens)
        for p, token in enumerate(tokens):
            item = grammar.item(p)
            opens = token.kind in deadline_grammar._OPENERS or token.text in deadline_grammar._OPENING_WORDS
            assert item is None or opens, (text, p)
            assert item is None or isinstance(item, Mark) or may_hold_time(text), (text, p)
