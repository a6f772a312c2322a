"""Local powers among the units of a sentence, each of a kind charged, and names that go on behind a word of duty."""

from __future__ import annotations

import pytest

from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners
from normalizers.values import Unit


def _names(units: list[Unit]) -> list[str]:
    return [u.name for u in units]


@pytest.mark.parametrize(
    ("sentence", "support"),
    [
        ("Phối hợp với chính quyền, các đoàn thể xã vận động người dân hiến đất.", ["Chính quyền", "Các tổ chức chính trị - xã hội"]),
        ("Phối hợp chặt chẽ với cấp ủy, chính quyền địa phương và Công an xã quản lý địa bàn.", ["Cấp ủy", "Chính quyền địa phương", "Công an xã"]),
        ("Phối hợp với Trạm Y tế, chính quyền địa phương nơi cư trú thăm hỏi gia đình.", ["Trạm Y tế", "Chính quyền địa phương"]),
        ("Phối hợp với chính quyền các xã, phường rà soát hộ vay vốn.", ["Chính quyền các xã, phường"]),
        ("Phối hợp với chính quyền số phát triển.", []),
        ("Hoàn thiện mô hình phối hợp với chính quyền địa phương 02 cấp.", []),
        ("Chi cục Thi hành án dân sự phối hợp với Ngân hàng Chính sách xã hội xác minh.", ["Ngân hàng Chính sách xã hội"]),
        ("Chỉ đạo Ban Chỉ huy quân sự phối hợp Ban Chỉ huy phòng thủ khu vực chốt danh sách.", ["Ban Chỉ huy phòng thủ khu vực"]),
        ("Nâng cao chất lượng sự phối hợp với các ngành.", []),
        ("Phối hợp với Phòng Quản lý đầu tư thẩm định hồ sơ.", ["Phòng Quản lý đầu tư"]),
        ("Phối hợp với Phòng Người có công rà soát hồ sơ.", ["Phòng Người có công"]),
        ("Phối hợp với các hội, đoàn thể nhận ủy thác đôn đốc thu nợ.", ["Các tổ chức chính trị - xã hội"]),
    ],
)
def test_whom_a_sentence_names_beside(sentence: str, support: list[str]) -> None:
    assert _names(prose_owners(sentence, "Tân Lập")[1]) == support


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Mỗi chi đoàn đăng ký một phần việc thanh niên.", ["Các chi đoàn"]),
        ("Mỗi quý, Công an xã báo cáo kết quả.", ["Công an xã"]),
        ("Mỗi cán bộ, đảng viên nêu cao tinh thần gương mẫu.", []),
        ("Các đơn vị trực thuộc xây dựng kế hoạch chi tiết.", ["Các đơn vị trực thuộc"]),
        ("Các phòng, đơn vị trực thuộc báo cáo kết quả.", ["Các cơ quan, đơn vị"]),
        ("Giám đốc các đơn vị trực thuộc chịu trách nhiệm trước Sở.", ["Giám đốc các đơn vị trực thuộc"]),
        ("Thủ trưởng các phòng, đơn vị trực thuộc phổ biến đến viên chức.", ["Thủ trưởng các cơ quan, đơn vị"]),
        ("Cấp ủy, chính quyền các xã, phường chỉ đạo các ngành thực hiện.", ["Cấp ủy", "Chính quyền các xã, phường"]),
        ("Chính quyền địa phương tổ chức tuyên truyền lưu động.", ["Chính quyền địa phương"]),
        ("Các công đoàn cấp trên trực tiếp cơ sở báo cáo số liệu.", ["Các công đoàn cấp trên trực tiếp cơ sở"]),
        ("Ban Vận động Quỹ “Đền ơn đáp nghĩa” tỉnh tiếp nhận ủng hộ.", ["Ban Vận động Quỹ “Đền ơn đáp nghĩa” tỉnh"]),
        ("Ban Tổ chức - Kiểm tra Hội Nông dân tỉnh tham mưu kế hoạch.", ["Ban Tổ chức - Kiểm tra Hội Nông dân tỉnh"]),
        ("Phòng Quản lý chất lượng - Công nghệ thông tin rà soát số liệu.", ["Phòng Quản lý chất lượng - Công nghệ thông tin"]),
        ("Phòng Kinh tế - Tham mưu Ủy ban nhân dân xã ban hành kế hoạch.", ["Phòng Kinh tế"]),
        ("Quỹ Bảo vệ và Phát triển rừng chi trả tiền dịch vụ môi trường.", ["Quỹ Bảo vệ và Phát triển rừng"]),
        ("Hội Liên hiệp Thanh niên Việt Nam xã xây dựng kế hoạch.", ["Hội Liên hiệp Thanh niên xã"]),
        ("Cán bộ Hội các cấp gương mẫu thực hiện.", ["Cán bộ Hội các cấp"]),
        ("Các tổ công đoàn vận động đoàn viên hưởng ứng.", ["Các tổ công đoàn"]),
        ("Trưởng các khoa, phòng, trung tâm chịu trách nhiệm trước Giám đốc.", ["Trưởng các khoa, phòng, trung tâm"]),
        ("Chánh án Tòa án nhân dân khu vực 7 phân công người giải quyết.", ["Chánh án Tòa án nhân dân khu vực 7"]),
        ("Phó Bí thư Thường trực trực tiếp chỉ đạo.", ["Phó Bí thư Thường trực"]),
        ("Các tổ chức dịch vụ thu tổ chức hội nghị khách hàng.", ["Các tổ chức dịch vụ thu"]),
        ("Cấp ủy, tổ chức đảng, chính quyền các cấp tăng cường lãnh đạo.", ["Cấp ủy", "Tổ chức đảng", "Chính quyền các cấp"]),
        ("Khoa Xét nghiệm và Chẩn đoán hình ảnh rà soát thiết bị.", ["Khoa Xét nghiệm và Chẩn đoán hình ảnh"]),
        ("Khoa Hồi sức tích cực - Chống độc báo cáo hằng ngày.", ["Khoa Hồi sức tích cực - Chống độc"]),
        ("Phòng Đào tạo - Chỉ đạo tuyến xây dựng kế hoạch.", ["Phòng Đào tạo - Chỉ đạo tuyến"]),
        ("Phòng Hậu cần bảo đảm phương tiện.", ["Phòng Hậu cần"]),
        ("Phòng Giáo dục nghề nghiệp và Giáo dục thường xuyên rà soát.", ["Phòng Giáo dục nghề nghiệp và Giáo dục thường xuyên"]),
        ("Phòng Quản lý vận tải và phương tiện kiểm tra các bến xe.", ["Phòng Quản lý vận tải và phương tiện"]),
        ("Phòng Quản lý vận tải và phương tiện: Kiểm tra các bến xe.", ["Phòng Quản lý vận tải và phương tiện"]),
        ("Trường Chính trị tỉnh đào tạo, bồi dưỡng cán bộ.", ["Trường Chính trị tỉnh"]),
        ("Viện kiểm sát nhân dân khu vực 4 tổ chức rà soát.", ["Viện kiểm sát nhân dân khu vực 4"]),
    ],
)
def test_who_is_charged(sentence: str, lead: list[str]) -> None:
    assert _names(prose_owners(sentence, "Tân Lập", duty=True)[0]) == lead


@pytest.mark.parametrize(
    ("heading", "units"),
    [
        ("1. Phòng Lao động - Việc làm", ["Phòng Lao động - Việc làm"]),
        ("2. Các đơn vị trực thuộc", ["Các đơn vị trực thuộc"]),
        ("3. Cấp ủy, chính quyền các xã, phường", ["Cấp ủy", "Chính quyền các xã, phường"]),
        ("4. Các công đoàn cấp trên trực tiếp cơ sở", ["Các công đoàn cấp trên trực tiếp cơ sở"]),
        ("5. Ban Tổ chức - Kiểm tra Hội Nông dân tỉnh", ["Ban Tổ chức - Kiểm tra Hội Nông dân tỉnh"]),
        ("6. Cơ quan Cảnh sát điều tra", ["Cơ quan Cảnh sát điều tra"]),
        ("6. Giám đốc Phòng giao dịch Ngân hàng Chính sách xã hội", ["Giám đốc Phòng giao dịch Ngân hàng Chính sách xã hội"]),
        ("6. Phòng Quản lý xây dựng công trình", ["Phòng Quản lý xây dựng công trình"]),
        ("7. Xây dựng chính quyền số, kinh tế số", []),
        ("8. Kiểm tra, giám sát việc thực hiện", []),
    ],
)
def test_units_of_headings(heading: str, units: list[str]) -> None:
    assert _names(heading_units(heading, "Tân Lập")) == units


@pytest.mark.parametrize(("sentence", "lead", "support"), [
    ("Phòng Kinh tế chủ trì, phối hợp với các đơn vị liên quan: Công an xã, Trạm Y tế kiểm tra các cơ sở sản xuất.", ["Phòng Kinh tế"], ["Công an xã", "Trạm Y tế"]),
    ("Sở Y tế phối hợp với các sở, ngành liên quan: Tài chính, Nội vụ tham mưu UBND tỉnh ban hành kế hoạch.", ["Sở Y tế"], ["Sở Tài chính", "Sở Nội vụ"]),
    ("Sở Y tế chủ trì, phối hợp với các sở, ngành: Công an tỉnh, Sở Nội vụ tham mưu UBND tỉnh.", ["Sở Y tế"], ["Công an tỉnh", "Sở Nội vụ"]),
    ("Các sở, ngành liên quan: Tư pháp, Nội vụ rà soát văn bản.", ["Sở Tư pháp", "Sở Nội vụ"], []),
    # what stands behind the colon is their duty
    ("Các sở, ngành: Xây dựng kế hoạch triển khai thực hiện.", ["Các cơ quan, đơn vị"], []),
    ("Các sở, ngành liên quan: Thanh tra, kiểm tra việc chấp hành pháp luật.", ["Các cơ quan, đơn vị"], []),
    ("Công an xã phối hợp với các đơn vị: Thường xuyên tuần tra, kiểm soát.", ["Công an xã"], ["Các cơ quan, đơn vị"]),
    # no sentence begins behind such a colon
    ("Phối hợp với các tổ chức: Hội Người mù, Hội Chữ thập đỏ chăm lo người khuyết tật.", [], ["Hội Người mù", "Hội Chữ thập đỏ"]),
    ("Phối hợp với các đơn vị liên quan: Công an xã kiểm tra; Trạm Y tế chủ trì tập huấn.", ["Trạm Y tế"], ["Công an xã"]),
])
def test_bodies_announced_by_a_plural(sentence: str, lead: list[str], support: list[str]) -> None:
    assert [[unit.name for unit in row] for row in prose_owners(sentence)] == [lead, support]
