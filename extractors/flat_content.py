"""How well a text fits a column of a flattened table by what it says, whatever stands around it."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from extractors.cell_kinds import acts, is_ditto, is_measure, is_person, is_quantity, separate_codes, time_fit, unit_fit
from normalizers.text import CAPITALS, fold

OWNERS = frozenset(("lead", "support", "owner"))
NO_VALUE = frozenset(("-", "–", "—", "x", "…", "...", "/"))  # printed where a year has no value
_SKIPPED = re.compile(r"[-–—] (?:[≥≤<>]|\d)")
_KEPT = frozenset(("duy trì", "đạt", "hoàn thành", "đạt chuẩn", "có", "không"))  # printed for a value that stays or is reached
_AS_GIVEN = re.compile(r"(?:đạt|hoàn thành|theo|bằng|vượt)(?: (?:và|hoặc) vượt)? (?:kế hoạch|chỉ tiêu|mức|số)(?: được)?(?: (?:tỉnh|thành phố|trung ương|cấp trên|ubnd tỉnh))? giao")
_FIGURES_INSIDE = re.compile(r"(?: [%‰]| \d[\d.,]*%?)(?= (?:[≥≤<>] ?|trên |dưới )?\d)")
_FUNDS = re.compile(r"ngân sách|kinh phí|nguồn|vốn|lồng ghép|xã hội h[óo]|theo (?:dự toán|quy định|thực tế)|không|đã bố trí|nstw|nsđp")
# What a column of notes says of a task, and no product is called: "Nhiệm vụ thường xuyên", "Chuyển tiếp từ năm 2025", "Theo Công văn số 12".
_REMARK = re.compile(r"(?:(?:là )?nhiệm vụ (?:thường xuyên|trọng tâm|mới|bổ sung|chuyển tiếp|đột xuất|được giao)|chuyển tiếp|lồng ghép|phối hợp với|bổ sung|mới$|xem |"
                     r"(?:chỉ tiêu )?(?:tỉnh|thành phố|trung ương|cấp tỉnh|cấp trên) giao$|chỉ tiêu (?:mới|bổ sung)$|(?:thực hiện )?theo (?:kế hoạch|văn bản|công văn|quyết định|nghị quyết|chỉ đạo|hướng dẫn|chỉ tiêu|thông báo|chương trình)|(?:đã )?có kế hoạch riêng|báo cáo định kỳ)")
_PRODUCT = re.compile(r"[-+] |(?:các )?(?:kế hoạch|báo cáo|quyết định|văn bản|công văn|tờ trình|đề án|hội nghị|lớp|danh sách|quy chế|nghị quyết|thông báo|biên bản|tin,? bài|hồ sơ|hệ thống|cơ sở dữ liệu|mô hình)(?!\w)")
# A document with its number: a note names the one a task rests on, a product has none before it is made.
_NUMBERED_DOCUMENT = r"(?:Công văn|Quyết định|Kế hoạch|Nghị quyết|Thông báo|Chỉ thị|Kết luận|Văn bản|Nghị định|Thông tư|Tờ trình|CV|QĐ|KH|NQ|TB) số:? ?\d"
_OPENS_DOCUMENT = re.compile(_NUMBERED_DOCUMENT)
# … right behind a time or a product, no word before it that joins them: "Quý II/2026 | Công văn số 12/UBND-VX".
_DOCUMENT_BEHIND = re.compile(rf"(?P<before>[^\s,;:(]+) {_NUMBERED_DOCUMENT}")
_CITING = frozenset(("theo", "tại", "của", "hiện", "cứ", "khai", "và", "với", "trong", "thay", "sung", "bằng", "từ", "-", "–", "+", "là", "ban", "hành", "kèm", "về", "cho", "sau", "khi", "các", "đổi", "kết", "tổng"))
# The name of a product alone at a wording's end, in a cell of its own: "… trong giải quyết thủ tục hành chính | Kế hoạch".
_PRODUCT_BEHIND = re.compile(r"[^\W\d_] (?:Kế hoạch|Báo cáo|Quyết định|Văn bản|Công văn|Tờ trình|Đề án|Hội nghị|Danh mục|Danh sách|Quy chế|Nghị quyết|Thông báo|Biên bản|Hồ sơ)(?: triển khai| kết quả| thực hiện| ban hành)?$")
# When and what in one cell: "Quý II/2026; Kế hoạch", "Báo cáo" over "Hằng năm".
_TELLS_TIME = re.compile(r"(?<!\w)(?:qu[ýí]|tháng|năm|ngày|hằng|hàng|thường xuyên)(?!\w)|(?<!\d)20\d\d(?!\d)")
_OPENS_TIME = re.compile(r"(?:qu[ýí]|tháng|năm|ngày|hằng|hàng|thường xuyên|trước|trong|từ|đến|cuối|đầu|hoàn thành|xong|chậm nhất|theo)(?!\w)")
_FIRST_ITEM = re.compile(r"[-–+•] ([^;.]+?)(?=;|\.| [-–+•] (?=[-–+•]|\w)|$)")
_NEXT_CELL = re.compile(rf" (?=[{CAPITALS}0-9])")
# "- Chủ trì: X - Phối hợp: Y": the label opens an owner cell and stands in no other.
_ROLE_LABEL = re.compile(r"(?<!\w)(?:(?:cơ quan|đơn vị) )?(?:chủ trì|phối hợp)(?: thực hiện)? ?:")
_PRINTED_LABEL = re.compile(r"(?:[-–+] ?)?(?:(?:cơ quan|đơn vị) )?(?:chủ trì|phối hợp)(?: thực hiện)? ?:", re.IGNORECASE)
# "Phòng Văn hóa - Xã hội | Các thôn": the capital of "Các" behind a name opens the next cell.
_SECOND_LIST = re.compile(r"(?<=[^\W\d_]) (?:Các|Những) ")
# "Phòng Quản lý giao thông | Phòng Cảnh sát giao thông": one name has one head.
_SECOND_HEAD = re.compile(r"(?<!\w)(Phòng|Sở|Cục|Vụ|Chi cục|Trung tâm|Trường|Bộ|Chi đoàn|Chi bộ|Chi hội|Khoa|Đội|Hội|Ban|Công ty|Ngân hàng) [^,;:.()–-]*[^\W\d_] \1 ")
# "Chi cục Chăn nuôi và Thú y | Đ/c Lò Văn Hặc": who answers for the row stands in a cell of its own.
_SECOND_PERSON = re.compile(rf"(?<=[^\W\d_]) (?:Đ/c|Đồng chí|Ông|Bà) [{CAPITALS}]")
# "UBND phường Cẩm Thành; UBND phường": the last of several places lacks its name.
_NAMELESS = re.compile(rf"(?P<of>UBND|Ủy ban nhân dân) (?:phường|xã|đặc khu) [{CAPITALS}].*[;,] (?P=of) (?:phường|xã|đặc khu)")
# "Công an xã | Tỉnh giao": who set the target is noted beside who answers for it.
_ASSIGNED_BEHIND = re.compile(r"[^\W\d_] (?:Chỉ tiêu )?(?:Tỉnh|Thành phố|Trung ương|Cấp tỉnh|Cấp trên|tỉnh) giao$")
_KINDS = (" phường", " xã", " đặc khu")
_SECOND_CODE = re.compile(r"(?:^|[,;] )(?P<a>[A-ZĐ]{2,8}) (?P<b>[A-ZĐ]{2,8})(?=$|[,;])")
# "Phòng VH-XH | VP HĐND-UBND", "TT PVHCC | TT CUDVC": a shortened head opens a name, behind a comma or in a cell of its own.
_SECOND_SHORT_HEAD = re.compile(r"(?P<before>[^\W\d_]+) (?:VP|TT) (?=[A-ZĐ]{2})")
_OF_A_UNIT = frozenset(("đạo", "đốc", "trưởng", "phó", "chánh", "bộ", "chức", "viên", "thuộc", "của", "và", "với", "các"))
_MEASURE_IN_FRONT = re.compile(r"[^\W\d_]+ \d+ [^\W\d_]")  # "Mắt 120 Tối thiểu"
# Numbers of other rows, "1, 3" below "Chỉ tiêu liên quan", or the row's own code: "NV01", "CT-02", "KT.1.2" below "Mã".
_REFERENCES = re.compile(r"\d{1,2}(?:[,;] ?\d{1,2})*|[a-zđ]{1,5}[-./]?\d{1,3}(?:[-./]\d{1,3})*")
_CODE_BEHIND = re.compile(r"[\d%] (?P<code>[A-ZĐ]{2,8})$")


def owner_score(score: float, fit: float, n: int) -> float:
    """`score` and what an owner cell of `n` words earns for its `unit_fit`."""
    score += 2.6 * fit - 0.6 if fit >= 0.5 else -5.0 + 3.6 * fit
    if n > 30:
        score -= 0.1 * (n - 30)
    return score


def _labelled_fit(printed: str) -> float:
    """How far an owner cell that role labels open is units, 0–1: the labels tell it of units that are not known too."""
    rows = [row.strip(" -–+.;") for row in _PRINTED_LABEL.split(printed)]
    fits = [unit_fit(row) for row in rows if row]
    return 0.6 + 0.4 * sum(fits) / len(fits) if fits else 0.0


def time_score(score: float, fit: float, n: int) -> float:
    """`score` and what a time cell of `n` words earns for its `time_fit`."""
    score += 6.7 * fit - 3.5
    if n > 12:
        score -= 0.15 * (n - 12)
    return score


@lru_cache(maxsize=131072)
def content(role: str, text: str, printed: str, poor: float | None = None, timeless: bool = False) -> float:
    """Score of a whole cell text (folded, and as printed: abbreviations of units are capitals) for a role, about -6 … +4; 0 is neutral.

    `poor`: its `unit_fit` where that is known to be low, `timeless`: its `time_fit` is known to be 0."""
    n = text.count(" ") + 1
    if n <= 2 and is_ditto(text):
        return 1.6 if role in OWNERS or role in ("time", "measure") else 0.0 if role in ("note", "result") else -2.0
    score = 0.0
    if text.count("(") != text.count(")"):
        score -= 2.0
    if text.count("“") != text.count("”"):
        score -= 1.5
    label = _ROLE_LABEL.search(text) if ":" in text else None
    if label is not None and (role not in OWNERS or any(c.isalpha() for c in text[: label.start()])):
        score -= 3.0
    if role in OWNERS:
        if label is not None and score > -3.0:
            return owner_score(score, _labelled_fit(printed), n)
        if _SECOND_LIST.search(printed) or _SECOND_PERSON.search(printed):
            score -= 2.5
        elif (m := _SECOND_CODE.search(printed)) and separate_codes(m["a"], m["b"]):
            score -= 2.0
        elif (" TT " in printed or " VP " in printed) and any(m["before"].lower() not in _OF_A_UNIT for m in _SECOND_SHORT_HEAD.finditer(printed)):
            score -= 3.0
        elif _SECOND_HEAD.search(printed):
            score -= 1.2
        if n > 4 and _FIGURES_INSIDE.search(text):
            score -= 3.0
        if printed.endswith(" giao") and _ASSIGNED_BEHIND.search(printed):
            score -= 3.0
        if printed.endswith(_KINDS) and _NAMELESS.fullmatch(printed[printed.find("UBND" if "UBND" in printed else "Ủy ban") :]):
            score -= 2.0
        return owner_score(score, unit_fit(printed) if poor is None else poor, n)
    if role in ("time", "result") and " số" in printed and any(m["before"].lower() not in _CITING for m in _DOCUMENT_BEHIND.finditer(printed)):
        score -= 2.5
    if role == "time":
        return time_score(score, 0.0 if timeless else time_fit(text), n)
    if role == "measure":
        if is_measure(text) and not text.endswith((" -", " –")):
            return score + 2.5
        # Whatever is counted may stand there: "Mắt", "Bãi".
        return score if n == 1 and printed.isalpha() and printed.istitle() else score - 1.6 - 0.5 * max(0, n - 2)
    if role in ("value", "actual"):
        quantity = is_quantity(text) and not text.endswith((" -", " –"))
        if quantity and _SKIPPED.match(text):
            score -= 1.6  # "- ≥ 30": rather a year without a value and the next year's value than an item of a list
        score += 2.0 if quantity else 1.2 if text in NO_VALUE or text in _KEPT else 1.8 if text.endswith(" giao") and _AS_GIVEN.fullmatch(text) else -1.6 if _MEASURE_IN_FRONT.match(printed) else -0.8
        if n > 10:
            score -= 0.1 * (n - 10)
        if n > 6 and not quantity and _FIGURES_INSIDE.search(text):
            score -= 2.0  # a row of its own: "Tỷ lệ thôn đạt danh hiệu văn hóa 3.540 Trên 70%"
        if (m := _CODE_BEHIND.search(printed)) and not is_measure(fold(m["code"])) and unit_fit(m["code"]) >= 0.6:
            score -= 1.5  # "≥ 9 | KT"
        if not quantity and poor is None and unit_fit(printed) > 0.8:
            score -= 1.5
        return score - (2.0 if is_measure(text) else 0.0)
    if role == "budget":
        return score + (2.0 if is_quantity(text) else 1.0 if _FUNDS.match(text) else -1.0)
    wording = role in ("task", "indicator")
    timely = n < (8 if wording else 16) and not timeless and time_fit(text) > 0.7
    owner = n < (14 if wording else 24) and poor is None and unit_fit(printed) > 0.8
    if wording:
        score += min(1.5, 0.35 * math.log(n)) - (2.0 if n == 1 else 0.6 if n == 2 else 0.0)
        if timely:
            score -= 2.0
        if owner:
            score -= 0.8
        if acts(text):
            score += 0.8
        if role == "indicator":
            score -= 3.0 * len(_FIGURES_INSIDE.findall(text))  # "Tỷ lệ hộ nghèo % 2,5", "Tổng đàn bò 54 12.500 Tổng đàn lợn": figures have columns of their own
        if n > 3 and _PRODUCT_BEHIND.search(printed) and printed[-1].islower():
            score -= 1.5
        return score - (2.5 if is_measure(text) else 0.0)
    if role == "result":
        score += 0.9 if _PRODUCT.match(text) else 0.3
        if (m := _FIRST_ITEM.match(printed)) and (unit_fit(m[1]) > 0.8 or any(unit_fit(m[1][: end.start()]) > 0.8 for end in _NEXT_CELL.finditer(m[1]))):
            score -= 2.0  # "- Trạm Y tế xã; - Công an xã": who helps, listed with dashes as products are; "- Công an xã | Báo cáo"
        if owner:
            score -= 1.4
        if timely:
            score -= 2.4
        return score - (0.06 * (n - 35) if n > 35 else 0.0)
    if role == "timed":
        score += (1.6 if _TELLS_TIME.search(text) else 0.0) + (0.9 if _OPENS_TIME.match(text) or _PRODUCT.match(text) else -0.2)
        return score - (1.4 if owner else 0.0) - (0.1 * (n - 25) if n > 25 else 0.0)
    if role == "other" and is_person(printed):
        return score + 1.5
    if role == "note" and n > 3 and _FIGURES_INSIDE.search(text):
        score -= 3.0
    if role == "reference":
        return score + (1.8 if _REFERENCES.fullmatch(text) else -2.0)
    if text[0].isdecimal():
        score -= 2.0 if is_quantity(text) else 0.5
    if role == "note" and (_REMARK.match(text) or _PRODUCT.match(text)):
        return score + (2.0 if _REMARK.match(text) or _OPENS_DOCUMENT.match(printed) else -2.2)
    return score + (-1.0 if timely else 0.2) - (0.8 if owner else 0.0)
