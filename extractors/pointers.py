"""Lines that only point elsewhere: to an appendix, to another document's tasks, to a part of the plan itself."""

from __future__ import annotations

import re

from extractors.outline_nodes import Node
from normalizers.targets import is_act
from normalizers.text import fold
from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners

_POINTED_AT = ("phụ lục", "biểu", "danh mục", "bảng")
_TITLES = ("(biểu ", "(bảng ", "(phụ lục ", "(danh mục ", "(đvt: ", "(đơn vị tính: ")
_POINTER = re.compile(
    r"(?:phụ lục|biểu|danh mục|bảng)\b.{0,80}(?:kèm theo|đính kèm|ban hành kèm)|(?:kèm theo|đính kèm|chi tiết|cụ thể|tại|theo|ở) (?:tại |các |theo |ở )*(?:phụ lục|biểu|bảng)\b")
# "Thực hiện các nhiệm vụ theo Phụ lục 02.", "Phân công nhiệm vụ cụ thể tại Phụ lục đính kèm."
_BARE_POINTER = re.compile(
    r"(?:(?:tiếp tục|tổ chức|triển khai|tập trung|thực hiện|hoàn thành|phân công|đầy đủ|tốt|nghiêm túc|có hiệu quả|các|những) )*(?:chỉ tiêu|mục tiêu|nhiệm vụ|nội dung|giải pháp|công việc)(?!\w)"
    r"[^.;:,]{0,60}? (?:theo|tại|trong|ở) (?:các )?(?:phụ lục|biểu|bảng|danh mục)(?!\w)[^.;:,]{0,60}[. /]*$")
# "Thực hiện theo lộ trình tại phần II của Kế hoạch này."
_IN_THIS_PLAN = re.compile(r"thực hiện theo [^;:]{0,60}(?:tại|ở|nêu tại) (?:phần|mục|điểm|khoản)\b[^;:]{0,40}(?:kế hoạch|chương trình|đề án|phương án) này[ ./]*$")
_ENCLOSED = re.compile(r"[*\-+ ]*\((?:đính kèm|gửi kèm|kèm theo|có [^()]{3,80} kèm theo)(?!\w)[^()]*\)[*./; ]*$")
_WATCHES = re.compile(r"(?<!\w)(?:đôn đốc|theo dõi|kiểm tra|giám sát|tổng hợp)(?!\w)")
_IN_FORCE = re.compile(r"(?:[-+] ?)?(?:kế hoạch|chỉ thị|nghị quyết|quyết định|chương trình|phương án|hướng dẫn|quy chế|quy định|đề án)(?: này)? (?:có hiệu lực|được áp dụng|áp dụng)(?: thi hành| thực hiện)? (?:kể )?từ (?:ngày|năm|tháng)(?!\w)")
_TALKS_OF_PLAN = re.compile(r"(?:trên cơ sở|để (?:đạt|thực hiện|triển khai)|căn cứ(?! chức năng| nhiệm vụ| thẩm quyền)|các (?:nhiệm vụ|chỉ tiêu|nội dung)|nội dung|chi tiết|danh mục|kế hoạch (?:này )?(?:đề ra|xác định))\b")


def is_pointer(node: Node) -> bool:
    """Only points to an appendix or to another document's tasks."""
    par = node.par
    assert par is not None
    folded = fold(par.text)
    if "(" in folded[:6] and _ENCLOSED.match(folded):
        return True
    if (folded.startswith("thực hiện theo") and _IN_THIS_PLAN.match(folded)) or ("hiệu lực" in folded and _IN_FORCE.match(folded)):
        return True
    if folded.startswith(_TITLES) and folded.endswith((")", ").")):
        return True  # "(Biểu phân kỳ thực hiện các tiêu chí)" over its table
    if not any(map(folded.__contains__, _POINTED_AT)) or not _POINTER.search(folded):
        return False
    if folded.startswith("("):
        return True
    if par.marker is not None:
        folded = fold(par.body)
    if node.role in {"task", "target"} and _BARE_POINTER.match(folded):
        return True
    if _TALKS_OF_PLAN.match(folded):
        # "Căn cứ Kế hoạch này và Phụ lục kèm theo, tổ chức thực hiện …; báo cáo …": what it says itself is an act.
        rests = [folded[m.end():] for m in re.finditer(", ", folded)]
        return not (node.role in {"task", "org"} and any(is_act(rest) and not _POINTER.search(rest) for rest in rests))
    if node.role in {"task", "org"} and ": " in folded and any(is_act(rest) and not _POINTER.search(rest) for rest in folded.partition(": ")[2].split(", ")) \
            and heading_units(par.body.partition(": ")[0]):
        return False  # "c) Tổ trưởng các tổ dân phố: huy động Nhân dân chằng chống nhà cửa, sơ tán theo Bảng 1."
    if is_act(par.body) or not (node.kind == "body" or len(folded.split()) <= 25):
        return False
    # "Sở X theo dõi, đôn đốc thực hiện các nhiệm vụ tại Phụ lục.": to watch over them is a duty of its own.
    return not (node.role in {"task", "org"} and _WATCHES.search(folded) and prose_owners(par.body)[0])
