"""Ranks and levels: "thuộc nhóm 20 xã đứng đầu", "top 10", "đứng thứ 3", "nhóm khá"; "đạt mức 2 trở lên"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.measures import counted_end as _counted
from normalizers.number_words import NUMBER_WORDS
from normalizers.numbers import Number, Sheet
from normalizers.values import Comparator

_IN = r"(?<!\w)(?:(?:phấn đấu|luôn|đạt|vươn lên|tiến vào|thuộc|nằm|đứng|xếp|xếp hạng|xếp loại|được|ở|trong|vào|lọt|duy trì|giữ vững|tiếp tục|là|một|0?1(?= trong)|(?<!đổi )số|(?<!thứ )hạng|loại) )*"
_TOP = r"(?:đứng đầu|dẫn đầu|hàng đầu|đi đầu|tốp đầu|top đầu|tốt nhất|cao nhất|phía trên|đầu)"
_GRADE = (
    r"(?:dẫn đầu|đứng đầu|đi đầu|hàng đầu|đầu|tốt|khá giỏi|khá|trung bình khá|trung bình cao|trung bình trở lên|trung bình|cao|trên|giữa)"
)
_WHERE = r"(?: (?:của |trong |toàn |cả |trên )?(?:tỉnh|thế giới|khu vực(?: đông nam á| châu á| asean)?|châu á|đông nam á|asean|thành phố|cả nước|toàn quốc|nước|toàn tỉnh|địa bàn tỉnh|địa bàn thành phố|huyện|quận|thị xã)(?: và (?:cả nước|toàn quốc|khu vực|thế giới|toàn tỉnh))?)?"
_BODIES = r"(?:xã|phường|thị trấn|thị xã|đặc khu|quận|địa phương|tỉnh|thành phố|đơn vị|cơ quan|sở|ban|ngành|huyện|quốc gia|nước|trường|cơ sở)"
_REGION = r"(?: (?:của |thuộc |trong )?(?:các )?(?:vùng|khu vực) [^\d,;.()]{3,45})?"
# "…, xếp thứ 15/34 tỉnh, thành phố, | 3/10 tỉnh vùng …": a second place of the same
_ALSO_PLACED = re.compile(rf"(?:,|;| và|, và) (?:(?:đứng|xếp) )?(?:thứ )?(?P<n>\d{{1,3}}) ?/ ?\d{{1,3}}(?: {_BODIES},?){{1,3}}{_REGION}{_WHERE}(?= ?(?:[.;,)]|$))")
# "thuộc nhóm 3 nước dẫn đầu về … | và 50 nước có năng lực cạnh tranh hàng đầu thế giới"
_ALSO_AMONG = re.compile(rf"[^,;.()\d]* và (?P<n>\d{{1,3}})(?P<body> {_BODIES}) có (?:[^\W\d_]+ ){{2,10}}(?:hàng đầu|dẫn đầu|(?:cao|tốt|lớn) nhất)(?!\w)")
_RANKS = [
    # thuộc nhóm/top 20 (xã, phường) đứng đầu
    re.compile(
        rf"{_IN}(?:nhóm|top|tốp)(?: (?:gồm|trong))? ?(?:từ )?(?:\d{{1,2}} ?(?:-|đến) ?(?=\d))?(?P<n>\d{{1,3}}|(?:hai|ba|bốn|mười)(?= {_BODIES}))(?:/\d{{2,4}}(?= {_BODIES}))?(?![\w%])(?!\d*[.,/]\d)(?!(?: ?(?:-|đến) ?\d{{1,3}})? (?:tháng|tuổi)(?!\w))"
        rf"(?:(?: (?!đứng|dẫn|có |về )[^\W\d_]+,?){{0,6}} {_TOP}(?!\w)(?! (?:tư|mối|kỳ|năm|vào))|(?: {_BODIES},?){{1,3}})?{_WHERE}"
    ),
    # (nằm) trong 10 địa phương dẫn đầu; "trong 02 tuần đầu tháng 6" is a time
    re.compile(
        rf"{_IN}(?:trong|thuộc|vào)(?: số)? (?P<n>\d{{1,3}})(?! (?:giờ|ngày|tuần|tháng|quý|năm)(?!\w))(?: (?!đứng|dẫn|có |về )[^\W\d_]+,?){{1,6}} {_TOP}(?!\w)(?! (?:tư|mối|kỳ|năm|vào)){_WHERE}"
    ),
    # (nằm) trong 5 địa phương có chỉ số … cao nhất
    re.compile(rf"{_IN}(?:trong|thuộc|vào)(?: số)? (?P<n>\d{{1,3}})(?: {_BODIES},?){{1,3}}(?: trực thuộc trung ương)?(?= có (?:[^\W\d_]+,? ){{2,14}}(?:(?:cao|tốt|lớn|nhiều|phát triển|hiện đại|năng động) nhất|hàng đầu|dẫn đầu)(?!\w))"),
    # đứng thứ 3, vị trí thứ 5, xếp hạng 10/34
    re.compile(
        rf"{_IN}(?:(?:đứng|xếp|xếp hạng|hạng|vị trí) (?:ở |từ )?(?:vị trí )?(?:hạng )?(?:thứ|hạng|vị trí)|vị trí(?: số)?|xếp thứ|thứ hạng|hạng|(?:đứng|xếp)(?= \d{{1,3}} ?/ ?\d{{1,3}} {_BODIES})) "
        rf"(?:từ )?(?:thứ )?(?:\d{{1,3}} ?(?:-|đến) ?(?:thứ )?)?(?P<n>\d{{1,3}})(?: ?/ ?\d+(?: {_BODIES},?){{0,3}}{_REGION}|(?![\w%]))(?!\w)(?: trở lên)?{_WHERE}"
    ),
    # giữ vững vị trí dẫn đầu
    re.compile(rf"{_IN}(?:vị trí|ngôi vị) (?:dẫn đầu|(?:số|thứ) (?P<n>một|nhất))(?!\w){_WHERE}"),
    # thuộc nhóm có điểm số cao nhất, nhóm địa phương có chất lượng điều hành tốt
    re.compile(rf"(?:(?:phấn đấu|duy trì|đạt|thuộc|nằm|đứng|xếp|ở|trong|vào|lọt) )+(?:nhóm|top|tốp)(?: (?:các )?(?:{_BODIES},? ?)+)? ?có (?:điểm(?: số)?|kết quả|chỉ số|chất lượng|thứ hạng)(?: [^\W\d_]+){{0,6}}? (?:cao nhất|cao|tốt nhất|tốt|khá)(?!\w){_WHERE}"),
    # thuộc nhóm khá, ở nhóm dẫn đầu, nhóm các địa phương đứng đầu
    re.compile(
        rf"{_IN}(?:nhóm|top|tốp)(?: (?:các )?(?:{_BODIES},? ?)+(?:trực thuộc trung ương ?)?(?:có )?)? ?{_GRADE}(?!\w)(?! (?:tư|mối|kỳ|năm))(?: trở lên)?{_WHERE}"
    ),
]
# "thuộc nhóm 30% xã dẫn đầu toàn tỉnh": how far ahead, as a share of all; no share is reached
_TOP_SHARE = re.compile(rf"{_IN}(?:(?:nhóm|top|tốp)(?: (?:gồm|trong))?|trong(?: số)?|thuộc|vào) (?P<n>\d{{1,2}}) ?%(?: (?!đứng|dẫn|có |về )[^\W\d_]+,?){{0,6}} {_TOP}(?!\w)(?! (?:tư|mối|kỳ|năm|vào|người)){_WHERE}")
# "từ vị trí 45 lên vị trí 30", "từ thứ 25 năm 2025 lên thứ 15": the place it is at, and the one to be reached
_FROM_PLACE = re.compile(rf"từ (?:(?:vị trí|hạng|thứ|xếp) )+(?:thứ )?\d{{1,3}}(?: ?/ ?\d{{1,3}})?(?: {_BODIES},?){{0,2}}(?: \(?(?:vào )?(?:năm )?(?:19|20)\d\d\)?)? (?:vươn |tăng |nâng )?(?:lên|tới|đến) (?:(?:vị trí|hạng|thứ|xếp|trong) )*(?P<n>\d{{1,3}})(?![\w%])(?: ?/ ?\d{{1,3}}(?: {_BODIES},?){{0,3}})?{_WHERE}")
_FROM_GROUP = re.compile(rf"(?<!\w)(?:vươn )?từ (?:nhóm|top|tốp) \d{{1,3}}(?: {_BODIES},?){{0,2}} (?:vươn |tăng |nâng )?(?:lên|vào) (?:nhóm|top|tốp) (?P<n>\d{{1,3}})(?![\w%])(?: {_BODIES},?){{0,3}}(?: {_TOP})?(?!\w){_WHERE}")  # "từ nhóm 30 lên nhóm 10"
_LEVEL = re.compile(
    r"(?:(?:được )?(?:xếp|đánh giá|duy trì|phấn đấu) )?(?:đạt|ở|từ|tối thiểu|đạt từ|đạt tối thiểu) (?:chuẩn )?"
    r"(?:mức độ|mức|cấp độ|cấp|bậc|loại)(?: độ)? (?P<n>\d)(?![\w%]|[.,/]\d| ?%| ?(?:-|–|đến) ?\d+(?:[.,]\d+)* ?%)(?P<up> trở lên)?"
)
# "nâng phổ cập giáo dục trung học cơ sở từ mức độ 2 lên mức độ 3": the later one is reached.
_RAISED = re.compile(r"từ (?P<of>mức độ|mức|cấp độ|cấp|bậc|loại) \d lên (?:(?:đạt )?(?P=of) )?(?P<n>\d)(?![\w%]|[.,/]\d| ?%)")
# What is carried out to a level, without a word that it is reached: "duy trì phổ cập giáo dục tiểu học mức độ 3, xóa mù chữ mức độ 2".
_UNIVERSAL = re.compile(r"(?:phổ cập|mù chữ)(?: (?!đạt |ở |từ |lên )[^\W\d_]+){0,8} (?=(?P<at>(?:mức độ|mức|cấp độ) (?P<n>\d)(?![\w%]|[.,/]\d| ?%)))")
_SCHOOLED = re.compile(r"phổ cập|xóa mù|xoá mù")
_PIECE_OPENS = re.compile(
    r"(?:[,;]|(?<=%) và) (?:(?:phấn đấu|tiếp tục|đồng thời|và|duy trì|giữ vững|củng cố|nâng cao|bảo đảm|đảm bảo|thực hiện|hoàn thành|đạt|được công nhận|kết quả|chất lượng|vững chắc|chuẩn|công tác|,) )*$")
_PIECE_ENDS = re.compile(r" ?(?:$|[,;.]| và (?:phổ cập|xóa mù|xoá mù|duy trì|đạt chuẩn))")
_CLASS = re.compile(r"thuộc nhóm \d")
_CLASSED = re.compile(r"(?<!\w)(?:cơ sở|đối tượng|dự án|công trình|thuốc|nhiệm vụ|người|hộ|đơn vị|trường|vật tư|ngành nghề|lĩnh vực|hồ sơ|thủ tục|bệnh) $")
_SORT = re.compile(r"nhóm (?:gồm )?\d+")  # "nhóm 03 chỉ tiêu về môi trường": so many of a sort, no place
_SORTED = re.compile(r" (?:chỉ tiêu|tiêu chí|mục tiêu|nhiệm vụ|giải pháp|nội dung|vấn đề|lĩnh vực|đối tượng|sản phẩm|dịch vụ|thủ tục|ngành|nghề|dự án|công trình|việc|loại|chính sách|chuyên đề)(?!\w)")
_GRADED = re.compile(r"(?:[^\W\d]+ )*hạng (?:\d+ ?(?:-|–|đến) ?)?\d+")
_OF_SO_MANY = re.compile(r"(?:trong|thuộc|vào)(?: số)? \d")  # what "trong 10 địa phương dẫn đầu" begins with
_DIGIT = re.compile(r"\d")
_LEVEL_WORD = re.compile(r"(?:mức|cấp|bậc|loại)(?: độ)* \d")


def _size(n: str) -> int:
    return 1 if n in ("một", "nhất") else NUMBER_WORDS[n] if n in NUMBER_WORDS else int(n)


def ranks(sheet: Sheet) -> Iterator[Number]:
    """Every rank phrase of a sheet, in order of its place (shares of those ahead first); `value` is the group's size, None for "nhóm dẫn đầu"."""
    low = sheet.low
    group = "nhóm" in low or "top" in low or "tốp" in low  # searches that cannot succeed are spared: they are slow ones
    first = ("đầu" in low or "nhất" in low or "phía trên" in low) and bool(_OF_SO_MANY.search(low))
    place = ("thứ" in low or "hạng" in low or "vị trí" in low or "xếp " in low) and bool(_DIGIT.search(low))
    lead = "vị trí " in low or "ngôi vị " in low
    if not (group or first or place or lead):
        return
    found: list[tuple[int, int, int | None]] = []
    shares = [m for m in _TOP_SHARE.finditer(low) if not low[m.start() - 1 : m.start()].isalnum()] if "%" in low and "đầu" in low else []
    if place and "từ " in low:
        found += [(m.start(), m.end(), int(m["n"])) for m in _FROM_PLACE.finditer(low)]
    if group and ("từ nhóm " in low or "từ top " in low or "từ tốp " in low):
        found += [(m.start(), m.end(), int(m["n"])) for m in _FROM_GROUP.finditer(low)]
    for pattern, possible in zip(_RANKS, (group, first, first, place, lead, group and "nhóm" in low and " có " in low, group), strict=True):
        if not possible:
            continue
        for m in pattern.finditer(sheet.low):
            if m.start() and sheet.low[m.start() - 1].isalnum():
                continue
            n = m.groupdict().get("n")
            if n and _GRADED.fullmatch(m[0]) and _counted(sheet.low, m.end()) > m.end():
                continue  # "nâng hạng 05 sản phẩm", "xếp hạng 12 di tích": so many are graded
            if n and _SORT.fullmatch(m[0]) and _SORTED.match(sheet.low, m.end()):
                continue
            if n and _size(n) < 5 and _CLASS.fullmatch(m[0]) and _CLASSED.search(sheet.low, 0, m.start()):
                continue  # "đối với cơ sở thuộc nhóm 1": a class, no place
            if all(m.end() <= a or m.start() >= b for a, b, _ in found) and all(m.end() <= s.start() or m.start() >= s.end() for s in shares):
                found.append((m.start(), m.end(), _size(n) if n else None))
    if group and found and " và " in low:
        for _, b, _ in tuple(found):
            more = _ALSO_AMONG.search(low, b, b + 120)
            if more is not None and all(more.end() <= x or more.start("n") >= y for x, y, _ in found):
                found.append((more.start("n"), more.end("body"), int(more["n"])))
    if place and "/" in low:
        for _, b, _ in tuple(found):
            also = _ALSO_PLACED.match(low, b)
            if also is not None and all(also.end() <= x or also.start("n") >= y for x, y, _ in found):
                found.append((also.start("n"), also.end(), int(also["n"])))
    for m in shares:
        a, b = m.span()
        yield Number("rank", "rank", float(m["n"]), None, "%", None, a, a, a, b, True, True, None, ((a, b),))
    for a, b, n in sorted(found):
        yield Number("rank", "rank", None if n is None else float(n), None, "rank", None, a, a, a, b, True, True, None, ((a, b),))


_NONE_AT = re.compile(r"(?<!\w)không (?:còn|có|để)(?: [^\W\d_]+){1,6} $")


def levels(sheet: Sheet) -> Iterator[Number]:
    """Every level that is reached ("đạt mức 2 trở lên"); a level that only names something is none."""
    low = sheet.low
    if not ("mức" in low or "cấp" in low or "bậc" in low or "loại" in low) or not _LEVEL_WORD.search(low):
        return
    raised = list(_RAISED.finditer(low)) if "từ " in low else []
    carried = [m for m in _UNIVERSAL.finditer(low) if ("độ" in m["at"] if "%" not in low else of_its_own(low, m.start("at"), m.end("at")))] if "phổ cập" in low or "mù chữ" in low else []
    for m in raised:
        yield _level(m, m.start(), m.end())
    for m in carried:
        if not any(r.start() < m.end("at") and m.start("at") < r.end() for r in raised):
            yield _level(m, m.start("at"), m.end("at"))
    for m in _LEVEL.finditer(sheet.low):
        if any(r.start() <= m.start() < r.end() for r in raised):
            continue
        if m.start() and sheet.low[m.start() - 1].isalnum():
            continue
        if _NONE_AT.search(sheet.low, max(0, m.start() - 60), m.start()):
            continue  # "Không còn tiêu chí ở mức 1, mức 2": none is to be so low
        least = bool(m["up"]) or "từ " in m[0] or "tối thiểu" in m[0]
        sign: Comparator = ">=" if least else "="
        yield Number("level", sign, float(m["n"]), None, "level", None, m.start(), m.start(), m.start("n"), m.end(), least, True, None,
                     ((m.start(), m.end()),))


def of_its_own(low: str, start: int, end: int) -> bool:
    """Whether the level `[start, end)` closes a piece of its own beside a share: "… đạt 100%, | phổ cập giáo dục tiểu học mức độ 3"; not
    "100% xã đạt chuẩn phổ cập giáo dục tiểu học mức độ 3"."""
    share = max(low.rfind("%", 0, start) + 1, low.rfind(";", 0, start), 0)
    first = _SCHOOLED.search(low, share, start)
    return first is not None and _PIECE_OPENS.search(low, share, first.start()) is not None and _PIECE_ENDS.match(low, end) is not None


def _level(m: re.Match[str], start: int, end: int) -> Number:
    return Number("level", "=", float(m["n"]), None, "level", None, start, start, m.start("n"), end, False, True, None, ((start, end),))
