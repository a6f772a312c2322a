"""Where one outcome ends and the next begins: the border between two committed numbers of one sentence."""

from __future__ import annotations

import re

from normalizers.acts import names_indicator, only_act, opens_act, opens_clause
from normalizers.made_up_of import MADE_UP_OF, part_of_same
from normalizers.numbers import Number, Sheet

_EACH_DOES = re.compile(r"(?:bình quân |trung bình )?mỗi (?!năm|quý|tháng|tuần|ngày|lần)[^\W\d_]+ (?:[^\W\d_]+ ){1,6}$")
_LINK_END = re.compile(
    r"(?:^|[ ,])(?:,|và|đồng thời|trong đó|trong đó có|cùng với|song song với|riêng|hoặc|, với|ngoài ra|bên cạnh đó|tiếp đó) ?$|[,:(–-] ?$"
)
_OF_YEAR = re.compile(r",? trong đó:?,? (?=(?:riêng |đến |trong )?năm (?:19|20)\d\d: $)")
_ONLY_LINK = re.compile(r"[\s,;]*(?:và|hoặc|trong đó|đồng thời|sau đó|tiếp đó)?[\s,]*")
_STRONG_LINK = re.compile(r"(?:,|đồng thời|trong đó|trong đó có|riêng|ngoài ra|bên cạnh đó)[ ,]*$")
_CUT = re.compile(r" ?,(?: |(?=[^\W\d])|(?<!\d,)(?=\d))(?:đồng thời |trong đó:? |và |riêng |ngoài ra |còn |gồm:? )?| (?:và|đồng thời|trong đó:?|riêng|còn|với(?= tổng số [^\d,;]{2,40}$| (?:tổng )?(?:số )?vốn (?:đầu tư )?(?:đăng ký|thu hút|cam kết)(?!\w)[^\d,;]{0,20}$)) ")
_OF_WHOLE = re.compile(r" ?(?:(?:của |trong )?tổng [^,]{2,60}|grdp|gdp)")
_CLOSED = re.compile(r" ?(?:$|[,.;)/]|(?:và|vào|so với|so(?= (?:cùng kỳ|năm|ước|đầu năm|kế hoạch|dự toán)(?!\w))|trong đó|đến năm|trên tổng) )")
_EVENTS = frozenset({"lớp", "khóa", "khoá", "buổi", "hội nghị", "đợt", "cuộc", "lớp tập huấn", "khóa đào tạo", "hội thảo"})
_ATTEND = frozenset({"người", "lượt người", "học viên", "lao động", "đại biểu", "lượt", "hội viên", "đoàn viên", "cán bộ", "nông dân", "học sinh", "phụ nữ"})
_FOR = re.compile(r" cho (?:(?:khoảng|trên|hơn|gần|ít nhất|tổng số) )?$")
_DATED = re.compile(r"(?:đến|trước|trong|vào|hết) (?:hết |cuối |ngày )*(?:\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d|(?:quý \w{1,3}/|năm )?(?:19|20)\d\d),?(?: [^\W\d_]+){0,4} ?$")
_ONE_OF_ROW = re.compile(r"(?:[ivx]{1,4}|[a-h]|\d{1,2}(?! tháng ))(?:$|[ ,])")  # "đô thị loại III, IV, V"
_LIKE = {"counted": "amount", "measure": "amount", "money": "money"}  # a part is counted like its whole
_VERB_ENDS = re.compile(r"^ (?!được|bị)(?:(?!được |bị |đã )[^\W\d_]+ ){1,6}(?:tuyên truyền|phổ biến|vận động|hướng dẫn|hỗ trợ|tư vấn|giới thiệu|quán triệt|giúp đỡ|đào tạo|bồi dưỡng|tập huấn)$")
# "100% chi hội xây dựng, duy trì | ít nhất 01 mô hình": a verb whose object stands behind the next one
_OBJECT_TO_COME = re.compile(r"^ (?:(?!được |bị |đã )[^\W\d_]+,? ){1,9}(?:thành lập|xây dựng|duy trì|đăng ký|triển khai|tổ chức|thực hiện|ban hành|hình thành|lựa chọn|rà soát|phát động|đảm nhận|đỡ đầu|tham gia|xác định)$")
_FOR_SO_MANY = re.compile(r"[^,;.\d]{0,80} cho (?:khoảng |trên |ít nhất |hơn )?\d")  # "…, tổ chức 04 lớp tập huấn cho 200 người": sums, not what each does
_CHARGED_WITH = (" phụ trách", " theo dõi", " đỡ đầu", " kèm cặp", " đảm nhận", " đồng hành")
_TERM_OPENS = re.compile(r"(?:(?:đến|vào|trong|tới) )?(?:(?:cuối|hết) )?(?:nhiệm kỳ|giai đoạn|kỳ kế hoạch)(?: này)?[ ,]*")
_NEXT_STAGE = re.compile(r"(?:phấn đấu )?(?:đến|tới|vào) (?:hết |cuối )?năm (?:19|20)\d\d,? ?(?:sẽ )?(?:(?:tăng|giảm|nâng|hạ|cắt giảm|rút ngắn)(?: thêm| còn| lên| xuống)* ?)?")  # "giảm 2% so với năm 2025 | và đến năm 2030 giảm 3%"
BEFORE_SUBJECT = re.compile(r"^(?:[, ]|và |đồng thời |trong đó |riêng |ngoài ra |còn |có |góp phần |đạt |phấn đấu |đảm bảo |bảo đảm |nâng |tăng |giảm |đưa |duy trì |(?:bình quân|trung bình) (?=(?:mỗi|hằng|hàng) (?:năm|quý|tháng)))+")
_NONE_BELOW = re.compile(r" ?, ?(?:và )?không có (?:[^\W\d_]+,? ){1,8}$")  # "ít nhất 85% …, không có tỉnh, thành phố đạt | dưới 60%"
_SO_THAT = re.compile(r" để (?=(?:phấn đấu )?(?:đến|tới) (?:hết |cuối )?năm (?:19|20)\d\d(?!\d))")  # "tăng 12%/năm | để đến năm 2030 có 29.000 …"
_ONLY_RAISED = re.compile(r"(?:phấn đấu |tiếp tục )*(?:tăng|nâng|giảm|hạ)?(?: dần| thêm)? ?")
_ONLY_MOVES = re.compile(r"(?:tăng|giảm)?(?: thêm| bình quân)? ?")
# "đạt 95% dân số| tăng 3% so với năm 2025", "12.000 con| giảm 5% so với cùng kỳ": no mark before how it compares
_MOVES_ON = re.compile(r"(?P<of>(?: (?!(?:có|được|là|bị|sẽ|do|để|và|với|từ|mức|tỷ|tỉ|số|thu|doanh|giá|năng|sản)(?!\w))[^\W\d_]+){0,3}) (?:tăng|giảm)(?: thêm| trưởng| khoảng| bình quân)? ")
_MOVED_SINCE = re.compile(r" ?(?:so với|so(?= (?:cùng kỳ|năm|đầu năm|kế hoạch|dự toán|ước)(?!\w)))(?!\w)")
_OFTEN = re.compile(r"\d lần(?: trở lên)?(?: ?/ ?| (?:mỗi|một|trong|trên) (?:một )?)(?:năm|tháng|quý|tuần|ngày|nhiệm kỳ|năm học|học kỳ|đợt)")
_DONE_TO = re.compile(r"(?<!\w)(?:được|phải|đều) [^,;]*$|(?:,| và) (?!có )[^\W\d_]+(?: [^\W\d_]+){0,2} $")
# "100% thôn, bản, trường học trên địa bàn tổ chức tuyên truyền … ít nhất | 02 lần/năm": how often each of them does it
_ALL_DO = re.compile(r"(?: (?!tổ|có|thực|sinh|họp|đạt)[^\W\d_]+){1,5}(?:, (?!tổ|có|thực|sinh|họp|đạt)[^\W\d_]+(?: (?!chức|thực|sinh hoạt|đạt)[^\W\d_]+){0,7})* (?:tổ chức|thực hiện|sinh hoạt|họp|kiểm tra|tự kiểm tra|xây dựng|duy trì|tham gia)(?: [^\W\d_]+){0,20} ")
_EACH_YEAR = re.compile(r"^(?:(?:trung bình|bình quân) )?(?:mỗi|hằng|hàng) năm,? (?=[^\W\d_])")
_BY_YEAR = re.compile(r"^(?:phấn đấu )?(?:đến|vào|trong|trước) (?:hết |cuối )?năm (?:19|20)\d\d,? (?=[^\W\d_])")  # "… 15%/năm, | đến năm 2030 đón 500.000 lượt khách"
_NEXT_NAME = re.compile(r", (?!(?:bằng|so|tăng|giảm|vượt|chiếm|trong|đạt|còn|phấn|tương|ước|riêng|đến|năm|giai|hằng|hàng|mỗi|bình|nhưng|không|có|được)(?!\w))(?:[^\W\d_]+(?: ?[-/] ?[^\W\d_]+)* ){2,6}")
_AND_THING = re.compile(r" và (?!(?:được|bị|có|không|đạt)(?!\w))(?:[^\W\d_]+(?: ?- ?[^\W\d_]+){0,3} ){1,9}")
_EACH_ALSO = re.compile(r"mỗi (?!năm|quý|tháng|tuần|ngày|lần)[^\W\d_]+(?: [^\W\d_]+){0,2} ")
_BESIDE = re.compile(r"(?: [^\W\d_]+){0,3}?(?<! so)(?<! gắn)(?<! cùng)(?<! đối)(?<! hợp)(?<! ứng)(?<! đương)(?<! bằng)(?P<with> với )")
_WITH_AMOUNT = re.compile(r" với (?=(?:tổng )?(?:giá trị|trị giá|doanh thu|doanh số|thu nhập|năng suất|sản lượng|kim ngạch|quy mô)(?!\w)[^,;.:()]{0,70}$)")
MEMBERS = frozenset({"thành viên", "hội viên", "xã viên", "đoàn viên", "hộ thành viên"})  # who belongs to what is counted before: "160 tổ hợp tác, với 4.000 thành viên"
# "02 khu công nghiệp | với diện tích đất cho thuê là 400 ha", "134.000 tổ hợp tác | với 1,8 triệu thành viên": a size beside what is counted, but no count that one thing has
_WITH_SIZE = re.compile(r"(?P<with> với )(?P<of>(?:tổng )?(?:diện tích|chiều dài|quy mô|công suất|khối lượng|giá trị|trị giá|sản lượng|số vốn|vốn đầu tư|doanh thu)(?: (?!với)[^\W\d_]+){0,8}?)?(?: ?(?:là|đạt|lên đến|lên tới|khoảng|trên|hơn|tối thiểu|ít nhất))* ?$")
# "3.500 căn nhà giai đoạn 2026 - 2030|, riêng năm 2026 khởi công 800 căn": a part of it, by a year of its own
_ONE_YEAR = re.compile(r"(?:riêng |trong đó,? )?(?:(?:trong|đến|hết) )?năm (?:19|20)\d\d,? (?:phấn đấu )?(?=[^\W\d_])")
# "năm 2026: 80% | , năm 2027: 85% | và năm 2028: 90%": nothing but the next year stands between two values
_YEAR_ONLY = re.compile(r"(?P<noun>(?: [^\W\d_]+){0,3}?)(?P<link> ?, ?(?:và )?|;? và )"
                        r"(?:(?:(?:(?:đến|vào) )?(?:hết |cuối )?năm|đến|vào) (?:19|20)\d\d ?|(?:giai đoạn|thời kỳ|các năm) (?:từ )?(?:năm )?(?:19|20)\d\d ?(?:-|đến) ?(?:năm )?(?:19|20)\d\d ?(?:(?:tăng|giảm)(?: thêm| bình quân| còn| xuống| lên)* ?)?)(?::|là|đạt|còn)? ?")
_GROUP_ALONE = re.compile(r"(?: (?!được|có|đạt|đủ|là|với|gồm|cho|theo|từ|bị|không|sử dụng|tham gia|hoàn thành|thực hiện|triển khai|trang bị|bố trí)[^\W\d_]+){1,8} và ?")
_THEN_SAID = re.compile(r"(?: (?!mỗi|một|trở|có|là|của|để)[^\W\d_]+){1,7}? (?:được|đạt|hoàn thành|duy trì)(?!\w)")
# "Kết nạp 30 đảng viên|, tương ứng với 3% tổng số đảng viên": the same amount said in another measure
AMOUNTS_TO = re.compile(r" ?, (?:tương đương|tương ứng)(?: với)? (?:(?:khoảng|trên|gần|hơn|ít nhất|tối thiểu) )?$")
_FAR = 3000  # characters between two numbers above which no sentence ties them; the bound keeps the time linear
_STAGE = re.compile(r"(?:giai đoạn|từ năm|đến năm|năm) (?:19|20)\d\d(?: ?(?:-|đến)(?: năm)? ?(?:19|20)\d\d)?")


def led(sheet: Sheet, n: Number) -> bool:
    """Does the subject of a number stand before it ("… đạt 80%", "… tăng 4%", "nông nghiệp 25%,")?"""
    return n.reached or n.change is not None or bool(_CLOSED.match(sheet.low, n.end))


# "… đạt 20% | và đến năm 2030, kinh tế số đạt 30%": the comma behind a year that opens a clause is no border.
_YEAR_OPENS = re.compile(r"(?:(?P<link> ?, ?(?:và )?| và )(?:(?:phấn đấu |tính )?(?:đến|tới)|vào|trước|sang|trong) (?:hết |cuối )?năm (?:19|20)\d\d)$")


def boundary(sheet: Sheet, depth: list[int], prev: Number, n: Number) -> tuple[int, int] | None:
    """(end of the clause of `prev`, start of the clause of `n`); None if `n` stands inside the wording of `prev`."""
    found = _border(sheet, depth, prev, n)
    if found is None or found[0] - prev.end < 8 or sheet.low[found[0] : found[1]].strip() != ",":
        return found
    year = _YEAR_OPENS.search(sheet.low, max(prev.end, found[0] - 40), found[0])
    return (year.start(), year.end("link")) if year else found


def _both_do(sheet: Sheet, prev: Number, n: Number, gap: str) -> bool:
    """Whether two groups share what is said behind the second: "100% số thôn | và ít nhất 10 tuyến đường được lắp camera"; not "có máy
    tính và ít nhất 01 phòng học được lắp mạng", where the second is what each of the first has."""
    return n.kind in ("counted", "measure") and not prev.reached and _GROUP_ALONE.fullmatch(gap) is not None and _THEN_SAID.match(sheet.low, n.end) is not None


def _same_again(prev: Number, n: Number, gap: str) -> bool:
    """Whether a share and a count are of one kind: "75% trường đạt chuẩn mức độ 1 | và 9 trường đạt chuẩn mức độ 2"."""
    return n.kind == "counted" and not prev.reached and bool(n.measure) and gap.startswith((f" {n.measure} ", f" số {n.measure} ")) and re.search(r" (?:đạt|được|có) ", gap) is not None


def _counted(n: Number) -> str:
    """What a number counts, without how many at once: "con" for "nghìn con"."""
    return re.sub("^(?:nghìn|ngàn|vạn|triệu) ", "", n.measure or "")


def _only_verb_before(sheet: Sheet, n: Number) -> bool:
    """Whether a share is the object of an act, "số hóa | 100% di tích …", and so no subject of what follows "và"."""
    before = re.split(r"[.;,:] ?", sheet.low[max(0, n.start - 30) : n.start])[-1].strip(" -+*•")
    return only_act(before.removesuffix(" cho"))


def kind_of_event(gap: str, stop: int, measure: str | None) -> bool:
    """Whether what stands between a count of events and a comma only says what kind they are: "04 buổi tuyên truyền|, tập huấn"."""
    event = min((e for e in _EVENTS if measure and (measure == e or measure.startswith(f"{e} "))), key=len, default=None)
    kind = gap[:stop].strip().removeprefix(event or "").strip()
    return event is not None and len(kind.split()) <= 3 and opens_act(kind)


def _first_verb(gap: str, cuts: list[re.Match[str]], at: re.Match[str], measure: str | None) -> re.Match[str]:
    """The cut before the first of several bare verbs: "…, | tư vấn, giới thiệu và tạo việc cho 200 chị em"; `measure`: what is counted before them."""
    for m in reversed(cuts[: cuts.index(at)]):
        alone = gap[m.end() : at.start()]
        if len(alone.split()) > 2 or not opens_act(alone) or m[0].strip() != "," or kind_of_event(gap, m.start(), measure):
            break
        at = m
    return at


def _names_next(piece: str) -> bool:
    """Whether a piece before a count is nothing but the name of what is counted."""
    words = piece.split()
    return 1 <= len(words) <= 5 and piece.replace(" ", "").isalpha() and not opens_act(piece) and words[0] not in _TELLS_MORE and words[-1] not in _TELLS_MORE


_TELLS_MORE = frozenset(["trong", "với", "cho", "của", "tại", "ở", "trên", "từ", "do", "gồm", "có", "mỗi", "một", "giúp", "và", "để", "tương", "bình", "bằng", "tăng", "giảm", "vượt", "chiếm", "so", "theo", "đạt", "phục", "đến", "về"])


def _goes_on_moving(sheet: Sheet, prev: Number, n: Number, gap: str) -> bool:
    """Whether a share says how the amount before it compares, with no comma between: not "80% hộ có thu nhập tăng 10% so với …"."""
    moves = _MOVES_ON.fullmatch(gap)
    if moves is None or prev.change is not None or not _MOVED_SINCE.match(sheet.low, n.end):
        return False
    if prev.reached or prev.kind != "counted":
        return prev.reached or (not moves["of"] and not prev.explicit)
    return bool(prev.measure) and f"{moves['of']} ".startswith(f" {prev.measure} ") and len(moves["of"].split()) <= len((prev.measure or "").split()) + 1


def _last_year(gap: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """The last cut of a gap with the year that opens the piece behind it."""
    cuts = [(m, year) for m in _CUT.finditer(gap) if m[0].lstrip().startswith(",") and (year := _ONE_YEAR.match(gap, m.end()))]
    return cuts[-1] if cuts else None

def _border(sheet: Sheet, depth: list[int], prev: Number, n: Number) -> tuple[int, int] | None:
    a, b = prev.end, max(n.lead, prev.end)
    if b - a > _FAR:
        return None
    gap = sheet.low[a:b]
    if prev.kind != n.kind and " tương " in sheet.low[a : n.at] and (equal := AMOUNTS_TO.search(sheet.low, a, n.at)):
        return equal.start(), equal.start() + equal[0].index(",") + 1
    if prev.kind == n.kind and (year := _YEAR_ONLY.fullmatch(sheet.low, a, n.start)) and (not year["noun"] or year["noun"].strip() == n.measure or sheet.low.startswith(year["noun"], n.end)):
        return year.span("link")
    if prev.kind == n.kind and gap.startswith((" - ", " – ")) and gap[3:4].isalpha():
        return a, a + 3  # "Nông nghiệp 25% - công nghiệp, xây dựng 40% - dịch vụ 35%"
    if n.kind == "counted" and n.measure and prev.kind in ("measure", "money", "percent") and gap.startswith(", ") and (prev.reached or led(sheet, prev)) and _names_next(gap[2:]) and _CLOSED.match(sheet.low, n.end + 1 + len(n.measure)):
        return a, a + 2  # "hàng hóa qua cảng đạt 25 triệu tấn, hành khách 1,2 triệu lượt"
    if prev.kind == "counted" and prev.measure and n.kind == "counted" and n.measure and n.measure != prev.measure and not n.explicit and gap.startswith(f" {prev.measure}, ") and _names_next(gap[len(prev.measure) + 3 :]) and _CLOSED.match(sheet.low, n.end + 1 + len(n.measure)):
        return a + len(prev.measure) + 1, a + len(prev.measure) + 3  # "38 lớp, sĩ số bình quân 33 em/lớp"
    if n.change is not None and n.kind == "percent" and " so " in sheet.low[n.end : n.end + 4] and _goes_on_moving(sheet, prev, n, gap):
        cut = sheet.low.rfind(" tăng" if n.change == "increase" else " giảm", a, n.start)
        return cut, cut + 1
    if n.labelled and len(gap) > 3:
        gap = gap[:-2]  # "…, tỷ lệ bé ngoan: 95%": the label is the subject
    if _ONLY_LINK.fullmatch(gap) and (gap.strip() or n.lead < n.start):
        return a, b
    if (n.kind == "counted" or n.unit == "lần") and prev.kind == "percent" and not prev.reached and "," in gap and _ALL_DO.fullmatch(sheet.low, a, n.start) and not sheet.low.endswith(" và ", a, n.start):
        return None
    if n.unit == "lần" and prev.kind == "percent" and not prev.reached and _OFTEN.search(sheet.low, n.at, n.end + 20) and (_DONE_TO.search(gap.rstrip(" ,") + " ") or (" được " in gap and opens_act(gap[gap.rfind(", ") + 2 :]))):
        return None  # "100% cơ sở sản xuất, kinh doanh … được kiểm tra ít nhất 01 lần/năm": how often it is done to each of them
    if n.unit == "lần" and prev.kind == "counted" and prev.measure != "lần" and gap.endswith(", ") and _OFTEN.match(sheet.low, n.at):
        return None  # "Tổ chức 12 lớp tập huấn, 2 lần/năm": how often, where it is done so many times
    if prev.kind == "percent" and prev.reached and n.kind == "counted" and n.explicit and gap.startswith((", ở ", ", tại ")) and sheet.low.startswith("có ", n.lead):
        return a, a + 2  # "… chiếm tối thiểu 20%|, ở khu vực thôn, tổ dân phố có ít nhất 12 đồng chí"
    if prev.kind == "percent" and n.comparator in ("<", "<=") and _NONE_BELOW.fullmatch(gap[gap.rfind(", không có ") :]) and ", không có " in gap:
        return None  # a floor for each of them
    if prev.kind == "percent" and (prev.reached or prev.explicit) and n.explicit and (aim := _SO_THAT.search(sheet.low, a, n.start)):
        return aim.span()
    if "trong đó" in sheet.low[n.lead : n.start] and len(gap.split()) >= 2:
        return b, b  # "250 đoàn viên ưu tú để kết nạp trong đó phấn đấu có 175 đoàn viên": the part of a whole, with no mark before it
    if prev.kind == n.kind == "percent" and "đồng thời" in sheet.low[n.lead : n.start] and len(gap.split()) >= 2:
        return b, b  # "80% hộ dùng nước sạch | đồng thời 90% hộ có nhà tiêu hợp vệ sinh"
    # "12 lớp tập huấn, | gồm 08 lớp cho cán bộ xã": so many of the same
    if prev.kind == n.kind and "gồm" in gap and (parts := MADE_UP_OF.search(gap)) and part_of_same(sheet.low, n.start, n.at):
        return a + parts.start(), b
    if " với " in gap and (prev.kind == "counted" or (prev.kind == "measure" and " với khối lượng " in gap)) and (sized := _WITH_SIZE.search(gap)) and (
            n.kind in ("measure", "money") and not sheet.low.startswith(f"/{prev.measure}", n.end) if sized["of"] else prev.value != 1 and n.kind == "counted" and (n.explicit or n.unit != "count" or n.measure in MEMBERS)):
        return a + sized.start(), a + sized.end("with")
    if n.kind == prev.kind == "counted" and "năm " in gap and (apart := _last_year(gap)) and opens_act(gap[apart[1].end() :]):
        return a + apart[0].start(), a + apart[0].end()
    if gap.endswith("định hướng "):  # "… và | định hướng đến năm 2030 đạt 16%"
        gap, b = gap[:-11], b - 11
    if gap.endswith(": ") and "trong đó" in gap and (stage := _OF_YEAR.search(gap)):
        return a + stage.start(), a + stage.end()  # "500 ha rừng, trong đó | năm 2026: 120 ha"
    linked = _LINK_END.search(gap)
    if prev.kind == "percent" and not prev.reached and n.measure == "điểm" and n.reached and linked:
        return None  # "100% hợp tác xã xếp loại tốt, đạt từ 80 điểm trở lên": how good each of them is
    if linked and prev.kind == "percent" and n.kind == "counted" and sheet.low.startswith("duy trì ", n.lead) and _OBJECT_TO_COME.search(gap[: linked.start()].rstrip(" ,")):
        return None
    if linked:
        has_of_its_own = n.explicit and re.match(r"(?:và )?có ", sheet.low[n.lead : n.start])  # "… theo chuẩn và có ít nhất 04 bác sĩ"
        # "100% máy tính … được cài phần mềm | và ít nhất 02 đợt diễn tập được tổ chức": each has what is done to it
        has_of_its_own = has_of_its_own or (re.match(r"[^,;.]{3,60} được ", sheet.low[n.end : n.end + 70]) if n.explicit and " được " in gap and sheet.low.startswith(" và", a + linked.start()) else None)
        strong = bool(_STRONG_LINK.search(gap)) or (has_of_its_own is not None and len(gap.split()) >= 4)
        if n.kind != "percent" and prev.kind == "percent" and not strong and not (gap.endswith((" và", " và ")) and (_same_again(prev, n, gap) if not n.explicit else _both_do(sheet, prev, n, gap))):
            return None
        cut = a + linked.start()
        return (cut, b) if cut >= a else (a, b)
    cuts = [m for m in _CUT.finditer(gap) if depth[a + m.start()] == 0 and not (gap[m.start() - 1 : m.start()] in ("”", '"') and gap.startswith(("“", '"'), m.end()))]
    # "…, tỷ lệ hộ nghèo giảm còn 2%": a new indicator has its own noun.
    for m in reversed(cuts):
        subject = BEFORE_SUBJECT.sub("", gap[m.end() :])
        if names_indicator(subject):
            return a + m.start(), a + m.end()
    # "… khách quốc tế từ 8 - 10%/năm | và khách nội địa từ 5 - 6%/năm": each number closes a subject of its own
    if prev.kind == n.kind == "percent" and _AND_THING.fullmatch(gap) and led(sheet, n) and sheet.low[prev.lead - 2 : prev.lead - 1].isalpha() and not opens_act(gap[4:]):
        return a, a + 4
    if n.value == 0 and n.explicit and prev.reached and _AND_THING.fullmatch(gap):
        return a, a + 4  # "năng lượng tái tạo đạt 45% | và phát thải ròng bằng 0"
    # "BHXH bắt buộc 12%|, BHXH tự nguyện 5,5% lực lượng lao động": so does each share, the whole said once behind the last
    if prev.kind == n.kind == "percent" and gap.startswith(", ") and not n.explicit and n.change is None and (_NEXT_NAME.fullmatch(gap) or (gap[2:-1].isalpha() and sheet.plain[a + 2 : b - 1].isupper())) and sheet.low[prev.lead - 2 : prev.lead - 1].isalpha() and not opens_act(gap[2:]):
        return a, a + 2
    # "kinh tế số chiếm 20% GDP | với năng suất lao động tăng bình quân trên 7%/năm": a second level beside the first
    if prev.reached and " với " in gap and (beside := _BESIDE.match(gap)) and names_indicator(gap[beside.end() :]):
        return a + beside.start("with"), a + beside.end()
    # "60% dân số mua sắm trực tuyến | với giá trị mua sắm bình quân đạt 600 USD/người": an amount reached beside a share of people
    if prev.kind == "percent" and n.kind in ("money", "measure") and n.reached and " với " in gap and (amount := _WITH_AMOUNT.search(gap)):
        return a + amount.start(), a + amount.end()
    # "…, trong đó: tạo việc làm tại nhà máy, hợp tác xã cho 500 người": behind the colon stand the parts of the whole before.
    for m in cuts:
        if m[0].rstrip().endswith("trong đó:"):
            return a + m.start(), a + m.end()
    # "Diện tích lúa 1.200 ha năng suất 65 tạ/ha sản lượng 7.800 tấn": items that no mark parts, each with a noun of its own
    if not cuts and prev.kind in ("measure", "money") and n.kind in ("measure", "money", "percent") and names_indicator(gap.strip()) and len(gap.split()) <= 8:
        own = re.split(r"[,;.:] ", sheet.low[max(0, prev.start - 90) : prev.start])[-1]
        if names_indicator(BEFORE_SUBJECT.sub("", own)):
            return a, a + 1
    for m in cuts:
        if m[0].strip() == "và" and (((term := _TERM_OPENS.match(gap, m.end())) and (term.end() == len(gap) or opens_act(gap[term.end() :]) or _ONLY_MOVES.fullmatch(gap, term.end()))) or (prev.kind == n.kind and _NEXT_STAGE.fullmatch(gap[m.end() :]))):
            return a + m.start(), a + m.end()  # "… và đến cuối nhiệm kỳ có 60% …"
    # "150 lao động, trong đó xuất khẩu lao động 25 người": a part of the whole before, with a subject of its own.
    for m in reversed(cuts):
        if ("trong đó" in m[0] or ("gồm" in m[0] and _LIKE.get(n.kind) == _LIKE.get(prev.kind, ""))) and (1 if "trong đó" in m[0] else 2) <= len(gap[m.end() :].split()) <= (14 if n.measure and _counted(n) == _counted(prev) else 8):
            return a + m.start(), a + m.end()
    # "ở nước ngoài 40 người, trong tỉnh 150 người": the same thing counted again
    if n.measure and _counted(n) == _counted(prev) and n.kind == prev.kind and n.kind in ("counted", "measure") and not n.explicit:
        # "keo 300 ha | và bạch đàn 200 ha": behind an amount that closes its piece, "và" parts as a comma does
        again = [m for m in cuts if (m[0].lstrip().startswith(",") or (m[0] == " và " and gap[: m.start()].strip() in ("", prev.measure) and (led(sheet, n) or sheet.low.startswith(" (", n.end)) and not _ONLY_MOVES.fullmatch(gap, m.end()))) and 1 <= len(_STAGE.sub("", gap[m.end() :]).split()) <= 8]
        if again:
            m = again[0] if gap[: again[0].start()].strip() in ("", prev.measure) else again[-1]  # "kênh tưới 975 m3|, bờ vùng, bờ thửa 640 m3": the amount closed its piece
            return a + m.start(), a + m.end()
    # "hộ có mức sống trung bình 39.000 người | và nhóm tự đóng khoảng 250.000 người": people counted behind each group's name
    if n.measure and n.unit == n.measure == prev.measure and prev.kind == n.kind == "counted" and gap.startswith(f" {n.measure} và "):
        cut = len(n.measure) + 1
        if 2 <= len(gap[cut + 4 :].split()) <= 8 and sheet.low.startswith(f" {n.measure}", n.end) and _CLOSED.match(sheet.low, n.end + cut) and not opens_act(gap[cut + 4 :]):
            return a + cut, a + cut + 4
    if prev.kind == n.kind == "percent" and not prev.reached:
        for m in cuts:
            if (m[0].lstrip().startswith(",") or m[0] == " và ") and _DATED.match(gap, m.end()):
                return a + m.start(), a + m.end()  # "đến 30/6 hoàn thành 50%, | đến 31/12/2026 hoàn thành 100% …"
    if prev.kind == "counted" and n.kind in ("counted", "measure") and n.measure in _ATTEND and prev.measure in _EVENTS and (given := _FOR.search(gap)):
        return a + given.start(), a + given.start() + 1  # "mở 14 lớp | cho 431 người"
    commas = [m for m in cuts if m[0].lstrip().startswith(",") and not _ONE_OF_ROW.match(gap, m.end())]
    if led(sheet, n) and commas:
        closed = led(sheet, prev)
        if n.change is not None and not closed and _ONLY_MOVES.fullmatch(gap, commas[-1].end()):
            return a + commas[-1].start(), a + commas[-1].end()  # "70% trường mầm non, phổ thông đạt chuẩn|, tăng 3% so với năm 2025"
        if n.reached and not closed and prev.kind == n.kind and (moved := _ONLY_RAISED.fullmatch(gap, commas[-1].end())) and (n.trend or moved[0].strip()):
            return a + commas[-1].start(), a + commas[-1].end()  # "70% người dân, doanh nghiệp có chữ ký số|, tăng lên 90% vào năm 2027"
        usable = [m for m in commas if len(gap[m.end() :].split()) >= 2 or closed]
        if usable:
            m = usable[0] if closed else usable[-1]
            return a + m.start(), a + m.end()
    # "trên 45% tổng thu ngân sách, giải quyết việc làm cho 84% …": a share of a whole is complete.
    for m in commas:
        if n.kind == prev.kind == "percent" and _OF_WHOLE.fullmatch(gap[: m.start()]) and len(gap[m.end() :].split()) >= 2:
            return a + m.start(), a + m.end()
    # "mỗi thôn 01 mô hình kinh tế, mỗi xã 02 sản phẩm": so many of one thing for each, and of another
    if n.kind == prev.kind == "counted" and commas and _EACH_ALSO.fullmatch(gap, commas[-1].end()) and "mỗi " in sheet.low[max(0, prev.start - 24) : prev.start]:
        return a + commas[-1].start(), a + commas[-1].end()
    # "18/18 ấp duy trì mô hình, mỗi ấp thành lập 02 tổ": what each of them does is an outcome of its own.
    for m in reversed(commas):
        if n.kind == "counted" and prev.kind in ("counted", "percent", "measure") and _EACH_DOES.match(sheet.low[a + m.end() : n.start]):
            return a + m.start(), a + m.end()
    for m in reversed(cuts):
        rest = _BY_YEAR.sub("", _EACH_YEAR.sub("", gap[m.end() :])) if prev.kind == "percent" else _EACH_YEAR.sub("", gap[m.end() :])
        acts = opens_clause(rest) or re.match(r"(?:phấn đấu|đảm bảo|bảo đảm|có|công nhận(?: thêm| mới)?(?= ?$)|(?:giải quyết|tạo) việc làm|thu (?:được|hút|về)|(?:cấp|bậc|khối) [^\W\d_]+(?: [^\W\d_]+)? ?(?:đạt |có |là )*$|sau (?:khi )?(?:đào tạo|học nghề|tốt nghiệp|cai nghiện|thoát nghèo)(?= (?:có |từ |đạt )*$)|đáp ứng(?= (?:được |cho |khoảng |trên |ít nhất )*$))(?!\w)", rest)
        if acts and not m[0].strip(" ,") and _VERB_ENDS.search(gap[: m.start()]):
            continue  # "tổ chức Hội tuyên truyền, phổ biến … cho 500 người": two verbs of one object
        if acts and prev.kind == "percent" and not prev.reached and n.kind == "counted" and len(rest.split()) <= 5 and opens_act(rest) and not rest.startswith(("phấn đấu", "công nhận", "kết nạp")) and _OBJECT_TO_COME.search(gap[: m.start()]) \
                and (n.explicit or (n.value or 0) <= 1) and not _FOR_SO_MANY.match(sheet.low, n.end):
            continue
        if acts and not n.explicit and prev.kind == "counted" and gap.endswith(_CHARGED_WITH, 0, m.start()):
            continue  # "01 đoàn viên phụ trách, giúp đỡ 05 hộ": what each of them does
        closed = m.start() == 0 and m[0] == " và "  # "giảm tỷ lệ hộ nghèo 1,5% | và tạo việc làm cho 200 lao động": the share stands behind its subject
        both = acts and m[0] == " và " and prev.kind == "percent" and n.kind in ("counted", "measure", "money") and opens_act(rest) and _only_verb_before(sheet, prev)
        if acts and (n.kind == "percent" or prev.kind != "percent" or closed or both or m[0].lstrip().startswith(",")):
            first = _first_verb(gap, cuts, m, prev.measure)
            return a + first.start(), a + first.end()
    if n.kind == "percent" or prev.kind != "percent":
        # "A có 200 công trình, B có tối thiểu 500 công trình"
        if commas and "có" in sheet.low[n.lead : n.start].split() and 2 <= len(gap[commas[-1].end() :].split()) <= 8:
            return a + commas[-1].start(), a + commas[-1].end()
        if commas and len(gap[commas[-1].end() :].split()) >= 2 and (n.explicit or n.kind == "percent") and (
                prev.reached or (prev.kind == "money" and commas[-1].start() == 0)):  # "… từ 80 - 85 triệu đồng|, bằng 70% mức bình quân": the amount closed its piece
            return a + commas[-1].start(), a + commas[-1].end()
        if n.reached:
            for m in reversed(cuts):
                if len(gap[m.end() :].split()) >= 3:
                    return a + m.start(), a + m.end()
    return None
