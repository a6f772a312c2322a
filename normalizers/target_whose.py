"""Whom a share is of, where only the label of its bullet says so: "Cán bộ, công chức: 80% có kỹ năng số, 50% biết sử dụng trợ lý ảo"."""

from __future__ import annotations

import re

from normalizers.acts import names_indicator, opens_act
from normalizers.target_drafts import Draft
from normalizers.target_wording import EDGE
from normalizers.text import fold

# What is said of somebody, without the somebody.
_SAID_OF = re.compile(r"(?:được|có|biết|sử dụng|tham gia|thực hiện|ứng dụng|hoàn thành|nắm|hiểu|tiếp cận|thành thạo|đáp ứng|duy trì|cài đặt|kích hoạt|chấp hành|đăng ký|ký|bảo đảm|đảm bảo) [^\W\d_]")
_LABEL_LEAD = re.compile(r"(?:riêng )?(?:đối với|với) (?:các |những )?", re.IGNORECASE)
# A label names somebody or something that is counted, at its start or behind a comma; a field ("Giáo dục"), a time or an aim is nobody.
_SOMEBODY = re.compile(r"(?:^|, |và |/ ?)(?:toàn thể |tất cả |100% )?(?:cán bộ|công chức|viên chức|công nhân|người|nhân dân|dân|hộ|gia đình|học sinh|sinh viên|học viên|giáo viên|nhà giáo|nhân viên|doanh nghiệp|doanh nhân|hợp tác xã|htx|dnnvv|tổ hợp tác|trường|nhà trường|"
                       r"cơ quan|đơn vị|tổ chức|hội viên|đoàn viên|đảng viên|đội viên|thanh niên|thiếu nhi|phụ nữ|nông dân|cựu chiến binh|lao động|trẻ em|trẻ|bệnh nhân|bệnh viện|trạm|phòng khám|thôn|bản|ấp|xóm|buôn|làng|khu phố|tổ|xã|phường|chi bộ|chi hội|chi đoàn|cơ sở|lãnh đạo|"
                       r"thành viên|đại biểu|chủ|trưởng|bí thư|lực lượng|dân quân|khách|đồng bào|văn bản|hồ sơ|sản phẩm|di tích|chợ|tuyến đường|thiết bị|máy tính)(?!\w)")
_NOBODY = re.compile(r"(?:về|trong|trên|theo|từ|tại|ở|tổ chức thực hiện)(?!\w)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_MOST = 12  # words of a label that still names somebody


def name_whose(d: Draft, previous: Draft | None) -> None:
    """Put the subject of the bullet's label, its own or that of the outcome before, in front of a share that only says what is true of them."""
    if d.clause.number.kind != "percent" or d.clause.number.reached or not _SAID_OF.match(fold(d.indicator)):
        return
    if d.label:
        whose = _LABEL_LEAD.sub("", d.label.strip(EDGE), count=1)
        folded = fold(whose)
        if not 0 < len(whose.split()) <= _MOST or _NOBODY.match(folded) or not _SOMEBODY.search(folded) or names_indicator(folded) or (opens_act(folded) and not folded.startswith("hợp tác xã")) or _YEAR.search(folded):
            return
        d.whose = whose
    elif previous is not None and previous.whose:
        d.whose = previous.whose
    else:
        return
    d.indicator = f"{d.whose} {d.indicator}"
