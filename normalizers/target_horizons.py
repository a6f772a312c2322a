"""By when a target holds: year and period phrases of its own sentence, and what an increase is measured from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from normalizers.acts import names_indicator, opens_act
from normalizers.announced import only_announces
from normalizers.bracketed import LATER, LEFT
from normalizers.clauses import Part
from normalizers.numbers import Number, Sheet
from normalizers.target_wording import strives
from normalizers.text import fold

_Y = r"(?:19|20|21)\d\d"
_YEAR = re.compile(_Y)
_LUNAR = "(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) (?:tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)"  # "năm Bính Ngọ 2026"
_HORIZON = re.compile(
    rf"(?<!\w)(?:(?:(?:trong |cho |của |(?:tính )?đến (?:hết |cuối )?)?(?:(?:giai đoạn|thời kỳ|nhiệm kỳ|năm học|(?<!kế hoạch )(?<!tế - xã hội )(?<!tế-xã hội )(?<!trung hạn )(?<!đầu tư công )(?<!\d)(?:0?[2-5]|hai|ba|bốn|năm|10|mười) năm(?= (?:19|20)\d\d ?(?:-|và)))(?: từ(?: năm)?)?|các năm|từ năm|từ) (?P<a>{_Y}),? ?(?:-|đến năm|đến hết năm|đến|và) ?(?P<b>{_Y}))"
    rf"|(?:(?:bắt đầu )?(?:kể )?từ (?:đầu )?(?:năm )?(?P<open>{_Y})(?: trở đi| và (?:các|những) năm (?:tiếp theo|sau))?)"
    rf"|(?:(?:(?:trong|đến) (?:hết )?)?năm (?P<on>{_Y}) và (?:các|những) năm (?:tiếp theo|sau))"
    rf"|(?:(?:(?:tính )?đến|trước|vào|trong)(?: hết)?(?: ngày)? (?P<d>\d{{1,2}})(?:[/.-]| tháng )(?P<m>\d{{1,2}})(?:[/.-]| năm )(?P<dy>{_Y}))"
    rf"|(?:(?:đến|trước|vào|trong)(?: hết| cuối)?(?:(?: tháng)? | t)(?P<mm>\d{{1,2}})(?: ?(?:/|năm ) ?|-)(?P<my>{_Y}))"
    rf"|(?:(?:đến|trước|vào|trong)(?: hết| cuối)? quý (?P<q>iv|iii|ii|i|[1-4]) ?(?:/|-|năm ) ?(?:năm )?(?P<qy>{_Y}))"
    rf"|(?:(?:(?:trong|đến hết|hết|cho) )?(?:0?6|sáu) tháng (?P<half>đầu|cuối) năm (?P<hy>{_Y}))"
    rf"|(?:(?<!\d )(?:tháng |t(?=\d{{1,2}}/))(?P<om>\d{{1,2}})(?: ?(?:/|năm ) ?|-)(?P<oy>{_Y}))"
    rf"|(?:quý (?P<oq>iv|iii|ii|i|[1-4]) ?(?:/|-|năm ) ?(?:năm )?(?P<oqy>{_Y}))"
    rf"|(?:(?:(?:tính |phấn đấu |(?:định )?hướng )?(?:(?:(?:giai đoạn )?từ nay )?đến|tới|vào|trước|trong|khoảng(?= năm))(?: trước| thời điểm| khoảng)? )?(?:(?:hết|cuối|trong|kết thúc) )?(?:tháng 12 ?/ ?|tháng 12 )?"
    rf"(?P<word>năm (?:{_LUNAR} )?)?(?P<y>{_Y})(?!\d|[/.-]\d)))"
)
_LONGEST = 100  # characters that a phrase has before its first year; what stands further ahead is no part of one
_PREPOSED = re.compile(r"(?:(?:tính|phấn đấu|(?:định )?hướng|(?:giai đoạn )?từ nay) )?(?:đến|tới|vào|trước|trong|hết|cuối|kết thúc)(?!\w)")
BASE = re.compile(
    r"(?:so với|so(?= (?:cùng kỳ|(?:ước )?thực hiện|ước|năm|đầu năm|đầu nhiệm kỳ|kế hoạch|dự toán|chỉ tiêu)(?!\w))|(?<=, )bằng(?= (?:với )?(?:cùng kỳ )?năm (?:19|20)\d\d(?:[,.;]|$)))(?! (?:số lượng|tổng số) [^,;.()\d]*(?:$|[,;.()]))(?: (?:[^,;.:()]|\.(?=\d{3})){1,80}?)?(?=$|[,;.:()]| (?:và|đối với|vào năm|trở lên|đến năm|đạt|để|nhằm|góp phần|nhờ|thông qua|trên cơ sở) )(?:(?<= )\((?:(?:đạt|là|ước|khoảng|từ|có|năm 20\d\d:?) ){0,2}\d[\d.,]*(?: ?%| [^\W\d_][^()\d]{0,30})?\))?"  # "so với năm 2025 (62%)"
)
_TIMES = re.compile(r"(?:gấp|bằng|tăng) [^,;:]{0,20}\d[\d.,]* lần $")  # "gấp 2 lần năm 2010": what it is measured against
# A bracket that sets another figure beside the number: "(năm 2025: 83%)", "(tăng 8% so với năm 2024)", "(tương đương 120 hộ)".
ASIDE = re.compile(
    r" ?\((?:(?:kết quả |thực hiện |ước )?(?:năm|(?:giai đoạn|bình quân) (?:19|20)\d\d ?[-–]) ?(?:19|20)\d\d(?!\d)[^()\d]*|(?:so với|bằng|cùng kỳ|đầu năm|hiện|hiện nay|hiện tại|hiện đạt|tính đến(?= [^()]*? (?:đạt|là|mới|đã|có|còn) )(?![^()]*phấn đấu)|(?:cuối|hết) năm (?:19|20)\d\d (?:là|đạt|còn|có|chiếm|mới đạt|mới có)|kết quả|thực hiện|kế hoạch|chỉ tiêu|dự toán|mục tiêu (?:cũ|đầu|ban đầu)|(?:[^\W\d_]+ ){1,5}giao|bao gồm|(?:cả|toàn) (?:nước|tỉnh|quốc|huyện)|bình quân chung|"
    r"tăng|giảm|vượt|gấp|cao hơn|thấp hơn|tương đương|tức|khu vực|vùng|(?:bình quân|trung bình) (?:mỗi|một|0?1) (?:tháng|ngày|quý|tuần|năm)|(?:bình quân|trung bình)(?= (?:khoảng |trên )?\d[\d.,]* [^()/%\d]{1,20}/ ?(?:năm|tháng|quý|xã|thôn|người|hộ|[\d.]{1,6} ?dân|(?:1 |một )?(?:vạn|nghìn) dân)\)))(?!\w)[^()\d]*)\d[^()]*\)"
)
# A year in a bracket that says which standard or price is meant: "(theo chuẩn nghèo giai đoạn 2021 - 2025)", "(giá so sánh năm 2010)".
_MEANT = re.compile(r"\((?:theo|giá|tính theo|chuẩn|so|căn cứ|quy định)(?!\w)[^()]*$")
# "tỷ lệ hộ nghèo theo chuẩn giai đoạn 2021 - 2025": which standard, too, where no bracket parts it
_STANDARD = re.compile(r"theo (?:bộ )?(?:tiêu )?(?:chuẩn|chí)[^,;.():\d%]{0,30} $")
# "số hóa hồ sơ | từ năm 2010 đến năm 2025": which files are meant, no time of the work
_FILES_OF = re.compile(r"(?:hồ sơ|tài liệu|sổ|dữ liệu|văn bản|giấy tờ|hộ tịch|kết quả giải quyết|bản án)(?: (?!đạt|từng|hoàn thành)[^\W\d_]+,?){0,9} $")
# "50% trẻ em biết bơi năm 2025 | và 60% vào năm 2030": two stages of one outcome
_AND_LATER = re.compile(rf" ?(?:,|và) (?:(?:đến |vào )?năm {_Y} (?:là|đạt|còn) |(?:phấn đấu )?(?:đạt |lên |xuống |còn )?\d[\d.,]* ?%?(?: (?!năm |vào |đến )[^\W\d_]+){{0,3}} (?:vào |đến )?năm {_Y})")
# "thu ngân sách năm 2026 | tăng ít nhất 10%": the year of what grows or falls
_THEN_REACHES = re.compile(r" (?:đạt|phấn đấu|dự kiến|vào (?:grdp|gdp|ngân sách|tổng)|trong (?:grdp|gdp|tổng))(?!\w)")  # "chăn nuôi bò năm 2026 | đạt tổng đàn 195 con"
# "đúng Luật Hợp tác xã | năm 2012": which law is meant
_LAW_OF = re.compile(r"(?:theo|đúng|của|tại|quy định) (?:bộ )?luật(?: [^\W\d_]+,?){1,10} $")
_MOVES = re.compile(r" (?:tăng|giảm|nâng|hạ|rút ngắn|gấp)(?: thêm| trưởng| còn| lên| xuống| gấp)*(?: còn)? ")
_APART = (", riêng ", "; riêng ", "trong đó ", "trong đó, ", "trong đó riêng ")  # "3.500 căn …, riêng | năm 2026 khởi công 800 căn"
_EDGE = " ,.;:–-(…"
_NOTED_LABEL = re.compile(r" ?\([^()]{1,40}\) ?:")  # "Năm 2027 (03 lớp): 01 lớp …"
_OPENING = re.compile(r"^(?:tầm nhìn$|theo (?:kế hoạch|chương trình|đề án|nghị quyết|quy hoạch|chiến lược|quyết định|đó)(?!\w)[^,:\d]{0,60}|riêng|trong đó|trước mắt|cụ thể|đối với|ngay|phấn đấu|(?:(?:đặt|đề) (?:ra )?|với )?(?:mục tiêu|chỉ tiêu)(?: cụ thể)?(?: là)?|vụ [^\W\d_]+(?: [^\W\d_]+){0,2})$")  # "Riêng năm 2026, tỷ lệ …"
_FIELD = re.compile(r"^(?:về|trong|đối với|lĩnh vực)(?!\w)[^:;.\d]{2,50}: ?")  # "Về hạ tầng: phấn đấu đến năm 2030 …"


@dataclass(frozen=True, slots=True)
class Horizon:
    edtf: str
    start: int
    end: int


# "bình quân 5 năm (2026 - 2030)", "nhiệm kỳ (2025 - 2030)": only the bracket tells which years
_TERM_YEARS = re.compile(rf"(?:(?:(?P<pace>bình quân|trung bình)|trong|qua|giai đoạn|cả) (?:\d{{1,2}}|năm|mười) năm|nhiệm kỳ|giai đoạn|thời kỳ) ?\((?P<a>{_Y}) ?- ?(?P<b>{_Y})\)")


# "tháng 3 và | tháng 9 năm 2026", "từ quý I | đến quý III/2026": earlier months or quarters of a list or span, which has its year behind the last
_EARLIER = re.compile(r"(?<!\w)(?:(?:vào|trong|từ) )?(?:tháng \d{1,2}|quý (?:iv|iii|ii|i|[1-4]))(?:(?:,| và|,? (?:tháng|quý)) (?:\d{1,2}|iv|iii|ii|i)(?!\w))*(?:,| và)? $")
_EARLIER_REACH = 40  # characters


def _take_list(low: str, start: int, out: list[Horizon]) -> None:
    """Let the last of `out` begin where its list of months or quarters does; one of its own before it, joined to it, goes into it."""
    last = out[-1]
    if len(out) > 1 and "-" in out[-2].edtf and low[out[-2].end : last.start] in (" và ", ", "):
        before = out.pop(-2)
        out[-1] = last = replace(last, start=before.start)
    listed = _EARLIER.search(low, max(start, last.start - _EARLIER_REACH), last.start)
    if listed is not None:
        out[-1] = replace(last, start=listed.start())


# "6 tháng đầu năm 2026 đạt 50%, | đến hết năm đạt 100%": the end of the year whose half, quarter or month was said
_YEAR_END = re.compile(r"(?<=, )(?:đến )?(?:hết|cuối) năm(?=,? (?:phấn đấu |cơ bản )?(?:đạt|hoàn thành|có|còn|là|100%))")
_PART_OF_YEAR = re.compile(rf"{_Y}-\d\d(?:-\d\d)?")


def horizons(low: str, start: int, end: int) -> list[Horizon]:
    year = _YEAR.search(low, start, end)
    if not year:
        return []
    out = []
    for m in _HORIZON.finditer(low, max(start, year.start() - _LONGEST), end):
        if m["a"]:
            edtf = f"{m['a']}/{m['b']}"
        elif m["open"] or m["on"]:
            edtf = f"{m['open'] or m['on']}/.."
        elif m["dy"]:
            edtf = f"{m['dy']}-{int(m['m']):02}-{int(m['d']):02}"
        elif m["my"]:
            edtf = f"{m['my']}-{int(m['mm']):02}"
        elif m["half"]:
            edtf = f"{m['hy']}-{40 if m['half'] == 'đầu' else 41}"
        elif m["oy"]:
            if not 1 <= int(m["om"]) <= 12:
                continue
            edtf = f"{m['oy']}-{int(m['om']):02}"
        elif m["qy"] or m["oqy"]:
            quarter = m["q"] or m["oq"]
            edtf = f"{m['qy'] or m['oqy']}-{32 + ({'i': 1, 'ii': 2, 'iii': 3, 'iv': 4}.get(quarter) or int(quarter))}"
        else:
            edtf = m["y"]
            alone = low[m.start() - 1 : m.start()] == "(" and low[m.end() : m.end() + 1] == ")"  # "85% (2026), 95% (2030)"
            if not m["word"] and not _PREPOSED.match(m[0]) and not alone and not low.endswith("tầm nhìn ", start, m.start()):
                continue
            if m[0].startswith("trước ") and low.endswith("từ ", start, m.start()):
                continue  # "vi phạm tồn đọng từ trước năm 2025": since when it is so
        out.append(Horizon(edtf, m.start(), m.end()))
        if m["oy"] or m["oqy"] or m["my"] or m["qy"] or (m["word"] and low[m.start() - 2 : m.start() - 1].isdigit()):
            _take_list(low, start, out)
    if "hết năm" in low or "cuối năm" in low:
        out += [Horizon(part.edtf[:4], m.start(), m.end()) for m in _YEAR_END.finditer(low, max(start, year.start()), end)
                if (part := next((h for h in reversed(out) if h.end <= m.start()), None)) is not None and _PART_OF_YEAR.fullmatch(part.edtf)]
    if " (" in low:
        out += [Horizon(f"{m['a']}/{m['b']}", m.start("a") - 1 if m["pace"] else m.start(), m.end()) for m in _TERM_YEARS.finditer(low, start, end)]
    return out


def own_horizon(text: str) -> str | None:
    """EDTF year or period that a phrase itself names ("đến hết năm 2030" → "2030"), None without one."""
    found = horizons(fold(text), 0, len(fold(text)))
    return found[0].edtf if found else None


def told_before(low: str, start: int, at: int) -> str:
    """What a part that begins at `start` says before the year phrase at `at`: nothing where only a frame opens it."""
    before = low[start:at].lstrip(_EDGE)
    before = _OPENING.sub("", (_FIELD.sub("", before, count=1) if ": " in before else before).strip(_EDGE))
    return "" if only_announces(before) or strives(before) else before


def _said_again(numbers: list[Number], h: Horizon) -> bool:
    """Whether what was counted before a year is counted again behind it."""
    return any(n.kind == later.kind and n.measure == later.measure and n.end < h.start and h.end < later.at for n, later in pairwise(numbers))


def relevant(low: str, part: Part, numbers: list[Number]) -> list[Horizon]:
    """Horizons that say by when, not which things are meant ("văn bản ban hành năm 2024")."""
    out: list[Horizon] = []
    found = horizons(low, part.start, part.end)
    patterns = (BASE, ASIDE, LATER, LEFT) if low.find("(", part.start, part.end) >= 0 else (BASE,)
    bases = [m.span() for pattern in patterns for m in pattern.finditer(low, part.start, part.end)] if found else []
    for h in found:
        if any(a <= h.start < b for a, b in bases) or any(a <= h.start < b for n in numbers for a, b in n.cuts):
            continue
        before = told_before(low, part.start, h.start)
        after = low[h.end : part.end].strip(_EDGE + ")")
        near = any(0 <= h.start - n.end <= 2 or 0 <= n.lead - h.end <= 2 or n.lead <= h.start < n.at for n in numbers)
        near = near or _AND_LATER.match(low, h.end) is not None or any(h.end < n.lead <= h.end + 24 and _MOVES.fullmatch(low, h.end, n.lead) for n in numbers)
        near = near or (bool(numbers) and h.end < numbers[0].at and _THEN_REACHES.match(low, h.end) is not None and (names_indicator(before) or before.startswith(("chỉ tiêu", "phát triển")) or "đóng góp của " in before))
        bare = not _PREPOSED.match(low[h.start : h.end]) and "/" not in h.edtf
        comma = low[h.end : h.end + 1] in (",", ":") or bool(_NOTED_LABEL.match(low, h.end))
        # "Năm 2026 phấn đấu giảm …": a year that opens the sentence, unless the sentence is about the year
        # "Cơ cấu kinh tế năm 2030: dịch vụ 45%; …": the year that closes the label of what follows
        labels = bare and low[h.end : h.end + 1] == ":" and (names_indicator(before) or opens_act(before)) and bool(numbers) and numbers[0].at > h.end
        opens = labels or ((not before or low[: h.start].endswith(": ")) and (comma or not (after.startswith("là ") or low[h.end : h.end + 3].strip(" ")[:1] in ("-", "–"))))
        opens = opens or (bare and low.endswith(_APART, part.start, h.start))
        # "năm 2026 đào tạo 120 người, | năm 2027 đào tạo 100 người", "Kết nạp 30 đảng viên, | năm 2026 kết nạp 12 đảng viên"
        opens = opens or (bare and (bool(out) or _said_again(numbers, h)) and low.endswith(", ", part.start, h.start) and opens_act(after))
        if not bare or near or not after or opens:
            if _MEANT.search(low, part.start, h.start) or ("/" in h.edtf and _STANDARD.search(low, max(part.start, h.start - 44), h.start)):
                continue
            if "/" in h.edtf and h.edtf[:4] < "2024" and _FILES_OF.search(low, max(part.start, h.start - 70), h.start):
                continue
            if low.endswith(("cao hơn ", "thấp hơn ", "ít hơn ", "nhiều hơn "), part.start, h.start):
                continue  # "thấp hơn | giai đoạn 2011 - 2020"
            if bare and low.find("luật ", part.start, h.start) >= 0 and _LAW_OF.search(low, max(part.start, h.start - 70), h.start):
                continue
            if bare and _TIMES.search(low, max(part.start, h.start - 40), h.start):
                continue
            if "tầm nhìn" in low[max(0, h.start - 9) : h.start]:
                # "Tầm nhìn đến năm 2045, tỷ lệ …", "…; tầm nhìn đến năm 2045 đạt 7%": the outlook of a title commits to nothing
                if not (comma and low[part.start : h.start].strip(_EDGE) == "tầm nhìn") and not any((n.reached or n.explicit) and 0 <= n.start - h.end <= 24 and n.lead - h.end <= 2 for n in numbers):
                    continue
                h = Horizon(h.edtf, h.start - 9, h.end) if low.startswith("tầm nhìn ", h.start - 9) else h
            out.append(h)
    return out


_BY_THEN = re.compile(r"(?: [^\W\d_]+){0,3} ?")


def said_by(low: str, own: list[Horizon], n: Number) -> list[Horizon]:
    """The horizons of one clause, but for a first one that another, nearer to the number, makes narrower."""
    if len(own) > 1 and "/" in own[0].edtf and own[1].end <= n.at and own[1].edtf.isdigit():
        return own[1:]  # "Nhiệm kỳ 2025 - 2030 phấn đấu đến năm 2030, …"
    if len(own) > 1 and own[0].end <= n.at and own[1].edtf.isdigit() and low.startswith("vào ", own[1].start) and _BY_THEN.fullmatch(low, n.end, own[1].start):
        return own[1:]  # "Đến năm 2030, tỷ lệ bao phủ BHYT đạt trên 95% dân số vào năm 2026"
    return own


def opening_year(sheet: Sheet, start: int, at: int) -> str | None:
    """The year or period that opens the text at `start`, where `at` lies in the same sentence: "Đến năm 2030, …; | không còn nhà tạm"."""
    if ". " in sheet.low[start:at]:
        return None
    return next((h.edtf for h in horizons(sheet.low, start, min(at, start + 60)) if not re.search(r"\w", _AIMS.sub("", sheet.low[start : h.start]))), None)


_AIMS = re.compile(r"phấn đấu|mục tiêu")
