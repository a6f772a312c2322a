"""Outcomes in brackets behind another: parts of the whole before ("(trong đó …)", "(20% A, 80% B)") and what it is to reach later."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from normalizers.numbers import Number

# "ít nhất 30% nhà dân dùng … (phấn đấu đạt 50% vào năm 2045)", "(định hướng đến năm 2045 đạt 60%)": what the same thing is to reach later, an outcome of its own.
LATER = re.compile(r" ?\((?P<in>phấn đấu [^()]+|(?:định hướng|tầm nhìn|hướng tới|hướng đến)(?=[^()]*(?:19|20)\d\d) [^()]+|(?:đến|tới|vào) (?:hết )?(?:năm )?(?:19|20)\d\d(?:[,:]| (?:đạt|còn|là|dưới|trên|phấn đấu)(?!\w))[^()]*|(?:đạt )?\d[\d.,]* ?% (?:vào|đến) (?:hết |cuối )?năm (?:19|20)\d\d)\)")

# "80% số xã đạt chuẩn (trong đó có ít nhất 40% số xã …, 10% số xã …)": shares of the whole before, outcomes of their own.
# "nuôi trồng 50.500 tấn (riêng tôm hùm 2.600 tấn)": so is an amount of a part that has a name.
AMONG = re.compile(r" ?,? ?(?:\((?:trong đó|riêng)[,:]?|trong đó:? ?\(:?) ?(?P<in>(?P<parts>(?:(?!đã |có )(?:[^()\d;]|\d(?= vụ )){2,60}:? \d[\d.,]* ?[^\W\d_][^()\d;]{0,30}(?:;|,(?= [^()\d;,]{2,60}\d)) ?)+(?:[^()\d;]|\d(?= vụ )){2,60}:? \d[\d.,]* ?[^\W\d_][^()\d;]{0,30}(?=\)))|"
                   r"(?:phấn đấu )?(?:có )?[^()]*?(?:\d ?%|ít nhất|tối thiểu|trên \d)[^()]*|"
                   r"(?P<lead>(?:(?:có )?\d[\d.,]* (?!sao|[^()]* đã )[^\W\d_](?:[^()\d%;]|[3-5](?= sao(?:[,;)]| và ))){5,60})+)|"
                   r"(?P<part>(?!đã |có )[^()\d]{3,60} (?:đạt |là |khoảng )?)\d[\d.,]* ?[^\W\d_][^()\d]{0,30})\)")
_PIECE = re.compile(r"[^;]+")
_AMOUNT_PIECE = re.compile(r"[^;, ][^;]*?\d[\d.,]* ?[^\W\d_](?:[^;,]|,(?=\d))*")  # "rừng phòng hộ 20 ha, rừng sản xuất 30,5 ha": one of each amount
_HAS_SHARE = re.compile(r"[^\W\d_]{2,}.*\d ?%|\d ?%.*[^\W\d_]{2,}")  # "công nghiệp chiếm 19%" between semicolons
# "100% viên chức hoàn thành nhiệm vụ trở lên (20% hoàn thành xuất sắc, 80% hoàn thành tốt)": how the whole before is made up.
SHARES = re.compile(r" ?\((?:trong đó:? )?(?P<in>\d[\d.,]* ?% [^()%\d;,]{2,60}(?:[,;] ?(?:và )?\d[\d.,]* ?% [^()%\d;,]{2,60})+)\)")
# "100% đảng viên hoàn thành nhiệm vụ (trên 85% hoàn thành tốt trở lên)": how many of the whole before reach more.
ONE_SHARE = re.compile(r" ?\((?P<in>(?:trên|hơn|ít nhất|tối thiểu) \d[\d.,]* ?% (?!(?:so|kế hoạch|chỉ tiêu|dự toán|tổng|nghị quyết|của)(?!\w))[^\W\d_]+ [^()%\d;:]{3,60})\)")
# "Tỷ lệ hộ dân dùng nước sạch đạt 65% (từ công trình cấp nước tập trung đạt 40%)": how much of it comes from one source or place.
PART_SHARE = re.compile(r" ?\((?P<in>(?:từ|đối với|ở|tại|riêng|khu vực|lĩnh vực|vùng|đô thị|nông thôn|thành thị|miền núi|cấp) (?!năm|tháng|quý|ngày|đầu|cuối|mức)[^()\d;:]{6,70} (?:đạt|là|chiếm) (?:trên |dưới |khoảng |tối thiểu |ít nhất )?\d[\d.,]* ?%)\)")
# "… từ 103 đến 107 (tốc độ tăng tỷ số … không quá 0,4%)": a level of an indicator that the bracket itself names.
LEVEL = re.compile(r" ?\((?P<in>(?P<name>(?:(?:tỷ|tỉ|tốc độ|mức|chỉ số|thu nhập|năng suất|sản lượng|giá trị|tổng) [^()\d;:]{8,70}?(?= (?:đạt|là|còn|không quá|không vượt quá|tối thiểu|ít nhất|tối đa|trên|dưới|khoảng) )|"
                   r"(?:tổng )?(?:sản lượng|năng suất|doanh thu|giá trị sản xuất|t[ỷỉ] suất) [^()\d;:]{3,60}?(?= \d)))"
                   r" (?:(?:đạt|là|còn|không quá|không vượt quá|tối thiểu|ít nhất|tối đa|trên|dưới|khoảng) )?(?:trên |dưới |khoảng |tối thiểu |ít nhất )?\d[\d.,]* ?(?:%|‰|[^\W\d_])[^()\d;]{0,24})\)")
# "tăng gấp 1,06 lần so với năm 2021 (khoảng 52,8 triệu đồng/người/năm)": what it comes to
ROUGHLY = re.compile(r" ?\((?:khoảng|ước|ước đạt|xấp xỉ|gần|tức|tức là) \d[\d.,]* ?(?!%)[^()%\d]{1,40}\)")
# "Công nhận 02 sản phẩm OCOP (nâng tổng số sản phẩm lên 12)": what the whole then comes to.
RAISED = re.compile(r" ?\((?P<in>(?:nâng|đưa) (?:tổng|số|diện tích|tỷ lệ|tỉ lệ)(?!\w)[^()\d;]{0,60} (?:lên|đạt) (?:thành )?\d[^()]*)\)")
# "Giảm tỷ lệ hộ nghèo 1,5%/năm (còn 2,3% vào năm 2026)": what is left of it then.
LEFT = re.compile(r" ?\((?:(?:giảm|chỉ) )?(?:từ \d[^();]{1,20} )?(?P<in>(?:xuống )?(?:chỉ )?còn (?:lại )?(?:khoảng |dưới |không quá )?\d[\d.,]* ?(?:[%‰](?: ?/ ?[^\W\d_]{2,6})?|[^\W\d_]{1,12}(?: ?/ ?[^\W\d_]{2,6}| (?!năm|so|được|theo)[^\W\d_]{1,9}){0,3})(?: (?:vào |đến )?(?:cuối )?năm (?:19|20)\d\d)?)\)")
# "trên 120 doanh nghiệp hoạt động (đạt 7,5 doanh nghiệp/1.000 dân)": the same by so many people.
PER_PEOPLE = re.compile(r" ?\((?:(?:đạt|tương đương|tương ứng|bình quân|khoảng|tức|trên) )*(?P<in>\d[\d.,]* [^()\d/,;%]{2,30} ?/ ?(?:1[\d.]*|(?:một )?(?:nghìn|ngàn|vạn)) dân)\)")
# "Duy trì mức sinh thay thế (bình quân mỗi phụ nữ có 2,1 con)": a mean says how high what stands before the brackets is.
MEAN = re.compile(r"(?P<in>(?<![^\s,;.])[^(),;.:\d\s][^(),;.:\d]{7,90}\((?:bình quân|trung bình) (?:mỗi|một|1) [^()\d]{3,60} \d[\d.,]* [^\W\d_]+\))")
# "Duy trì mức sinh thay thế (2,1 con/phụ nữ)": so does a rate alone behind the name of a level.
RATE = re.compile(r"(?P<in>(?<![^\s,;.])(?<!với )(?<!theo )(?:(?!với |theo )[^\W\d_]+ ){0,4}(?:mức(?! (?:hỗ trợ|chi|thưởng|lương|đóng|phí|vay|phạt|thu))|mật độ|tỷ suất|tỉ suất|tỷ số|tỉ số) [^(),;.:\d]{3,60}\((?:(?:bình quân|trung bình|khoảng|ở mức|dưới|trên|không quá|tối đa|tối thiểu) )*\d[\d.,]* [^\W\d_][^()\d/]{0,20} ?/ ?(?:\d[\d.]* )?[^\W\d_][^()\d]{1,20}\)(?: (?:vào|đến|trước|trong) (?:hết |cuối )?năm (?:19|20)\d\d)?)")
# "đạt 250.000 lượt (khách quốc tế 5.000 lượt)", "trên 70% (lao động chung của tỉnh 57%)": one part of what is said before, or what it stands beside, measured like it
_PART_LIKE = re.compile(r" ?\((?!(?:có|từ|đủ|quy mô|mức|loại|cấp|theo|do|để|mỗi|một|phấn đấu|đến|vào|trong|riêng) )[^\W\d_][^():;,\d%]{2,50}:? (?:khoảng |trên |hơn |gần |dưới )?\d[\d.,]* ?(?P<unit>%|[^\W\d_][^():;,%]{0,20})\)")
# "Tổ chức ôn tập cho học sinh lớp 9 (mục tiêu tốt nghiệp đạt 100%)": the aim of what is done, an outcome of its own.
AIMED = re.compile(r" ?\((?:với )?(?:mục tiêu|chỉ tiêu)(?: là| phấn đấu)?:? (?!(?:số |quốc gia|của |tại |theo |cả |toàn |chung|cũ |đầu |ban đầu|(?:năm |kỳ |giai đoạn |nhiệm kỳ )?trước|hiện |(?:[^\W\d_]+ ){0,3}giao )|\d{1,2}[.:)])(?P<in>[^()]*\d[^()]*)\)")
BRACKETED = (AIMED, AMONG, LATER, LEFT, LEVEL, ONE_SHARE, PART_SHARE, PER_PEOPLE, RAISED, SHARES)  # outcomes of their own, no wording of the one before
_SHARE = re.compile(r"\d[\d.,]* ?% [^()%\d;,]+")


def bracketed(low: str, a: int, b: int, inside: Sequence[Number], found: Sequence[Number]) -> Iterator[tuple[int, int, list[Number]]]:
    """(start, end, numbers) of every outcome in brackets of the part `[a, b)`; `inside` are the part's numbers outside
    brackets, `found` all numbers of the sheet."""
    if "(" not in low:
        return
    aims = [m.span("in") for m in AIMED.finditer(low, a, b)] if "tiêu " in low else ()
    for start, end in aims:
        if aimed := [n for n in found if start <= n.start and n.end <= end]:
            yield start, end, aimed
    for m in MEAN.finditer(low, a, b) if "(bình quân m" in low or "(trung bình m" in low else ():
        if mean := [n for n in found if m.start() <= n.start and n.end <= m.end()]:
            yield *m.span("in"), mean[-1:]
    for m in RATE.finditer(low, a, b) if not inside and "/" in low else ():
        rate = [n for n in found if m.start() <= n.start and n.end <= m.end()]
        if rate and rate[-1].kind == "measure":
            yield *m.span("in"), rate[-1:]
            return
    if not inside and not aims:
        yield from _alone(low, a, b, found)
        return
    for m in AMONG.finditer(low, a, b) if "trong đó" in low or "(riêng" in low else ():
        part = any(m[name] is not None for name in ("part", "parts", "lead"))
        pieces = list((_AMOUNT_PIECE if m["parts"] else _PIECE).finditer(low, m.start("in"), m.end("in")))
        if not m["parts"] and not all(_HAS_SHARE.search(piece[0]) for piece in pieces):
            pieces = []
        for piece in pieces or (m,):
            start, end = piece.span() if pieces else m.span("in")
            among = [n for n in found if start <= n.start and n.end <= end
                     and (n.kind == "percent" or n.explicit or (part and n.kind in ("measure", "money", "counted")))]
            if among:
                yield start, end, among[-1:] if m["parts"] else among  # "lúa nước 2 vụ 40 ha": the amount stands last
    for m in SHARES.finditer(low, a, b) if low.count("%", a, b) > 2 else ():
        if any(n.kind == "percent" and n.end <= m.start() for n in inside):
            for piece in _SHARE.finditer(low, m.start("in"), m.end("in")):
                if one := [n for n in found if piece.start() <= n.start and n.end <= piece.end()]:
                    yield piece.start(), piece.end(), one[:1]
    for m in ONE_SHARE.finditer(low, a, b) if low.count("%", a, b) > 1 else ():
        if any(n.kind == "percent" and n.end <= m.start() for n in inside) and (share := [n for n in found if m.start("in") <= n.start and n.end <= m.end("in")]):
            yield *m.span("in"), share[:1]
    for m in PART_SHARE.finditer(low, a, b) if low.count("%", a, b) > 1 else ():
        if any(n.kind == "percent" and n.end <= m.start() for n in inside) and (share := [n for n in found if m.start("in") <= n.start and n.end <= m.end("in")]):
            yield *m.span("in"), share[:1]
    for m in LEVEL.finditer(low, a, b):
        if len(m["name"].split()) > 3 and (level := [n for n in found if m.start("in") <= n.start and n.end <= m.end("in")]):
            yield m.start("in"), m.end("in"), level[:1]
    for m in RAISED.finditer(low, a, b) if "(nâng" in low or "(đưa" in low else ():
        if total := [n for n in found if m.start("in") <= n.start and n.end <= m.end("in")]:
            yield *m.span("in"), total[:1]
    for m in LEFT.finditer(low, a, b) if "còn " in low else ():
        fall = [n for n in inside if n.end <= m.start() and (n.change == "decrease" or low.startswith("giảm ", a))]
        if left := [n for n in found if fall and m.start("in") <= n.start and n.end <= m.end("in") and (n.kind == fall[-1].kind and n.unit == fall[-1].unit)]:
            yield *m.span("in"), left[-1:]
    for m in PER_PEOPLE.finditer(low, a, b) if " dân)" in low else ():
        if rate := [n for n in found if m.start("in") <= n.at and n.end <= m.end("in")]:
            yield *m.span("in"), rate[:1]
    for m in LATER.finditer(low, a, b):
        main = [n for n in inside if n.end <= m.start()]
        later = [n for n in found if main and m.start("in") <= n.start and n.end <= m.end("in") and n.kind == main[-1].kind and n.unit == main[-1].unit]
        if later:
            yield m.start("in"), m.end("in"), later[:1]


def level_first(low: str, start: int, lead: int) -> int:
    """Where a level that brackets tell ends before the comma behind which the first number's own clause begins, by `lead`; 0 without."""
    if low.find("),", start, lead) < 0:
        return 0
    m = RATE.search(low, start, lead) or MEAN.search(low, start, lead)
    return m.end() if m and low.startswith(",", m.end()) else 0


def parts_like(low: str, start: int, end: int, measure: str | None) -> Iterator[tuple[int, int]]:
    """Spans of the brackets in `[start, end)` that name one part of an amount of `measure`."""
    if measure and low.find("(", start, end) >= 0:
        unit = measure.casefold().split(" ")[0]
        yield from (m.span() for m in _PART_LIKE.finditer(low, start, end) if m["unit"].split(" ")[0] == unit)


# "Nâng cao chất lượng tổ hòa giải (100% tổ được kiện toàn; …)": where a sentence has no number but in the brackets that close it, they say the outcome.
_ALONE = re.compile(r"\((?P<in>(?:đạt |phấn đấu (?:đạt )?)?\d[\d.,]* ?% [^()]*?(?<!\w)(?:được|có|đạt|sử dụng|tham gia|hoàn thành|thực hiện)(?!\w)[^()]+)\)[ .;]*$")
# "Bảo vệ tốt diện tích rừng hiện có (góp phần đạt tỷ lệ che phủ rừng toàn quốc 42 - 43%)": so does the rate that a work is to bring.
_HELPS = re.compile(r"\((?:(?:góp phần|phấn đấu|bảo đảm|đảm bảo|nhằm|để) )+(?:(?:đạt|duy trì|nâng|đưa|giữ)(?: ổn định)? )?(?P<in>(?:tỷ lệ|tỉ lệ|độ che phủ|mức|chỉ số|tỷ trọng) [^()\d]{4,80}\d[^()]*)\)[ .;]*$")
# "Cây trồng chính (Lúa: diện tích đạt 207 ha, năng suất đạt 60 tạ/ha. Ngô: diện tích đạt 40 ha …)": so do the figures of each named thing.
_FIGURES = re.compile(r"\((?P<in>[^():\d]{2,40}: [^()]*? (?:đạt|là) [^()]*\d[^()]*)\)[ .;]*$")
_SO_FAR = re.compile(r"(?<!\w)(?:hiện|đã|nay|trước đây|cả nước|toàn quốc|kỳ trước|năm (?:trước|ngoái)|hỗ trợ|chi|vay|vốn|phí|thưởng)(?!\w)")  # "(tỷ lệ hiện nay đạt 62%)", "(mức vay …)"
_REACHED = re.compile(r" đạt |[%‰]")  # not "hộ khó khăn (thu nhập bình quân không quá 2.250.000 đồng/người/tháng)", "làm đường (tổng chiều dài tuyến là 5 km)"
_NAMED = re.compile(r"(?:[^;.]|\.(?=\d))+")
# "Kiểm soát lạm phát (bình quân khoảng 4%), hỗ trợ tăng trưởng ở mức hợp lý (khoảng 6,7%)": so does a bare share behind each clause.
_EACH = re.compile(r"(?P<in>[^(),;\d\s][^(),;\d]{11,}\((?:(?:bình quân|khoảng|đạt|tăng|giảm|dưới|trên|tối thiểu|ít nhất) )*\d[\d.,]* ?%\))")


def _alone(low: str, a: int, b: int, found: Sequence[Number]) -> Iterator[tuple[int, int, list[Number]]]:
    """The same of a part whose numbers all stand in the brackets that close it."""
    if len(each := list(_EACH.finditer(low, a, b))) > 1 and len(each) == low.count("(", a, b):
        for one in each:
            yield *one.span("in"), [n for n in found if one.start("in") <= n.start and n.end <= one.end("in") and n.kind == "percent"]
        return
    closing = low.rfind(")", a, b)
    if closing < 0 or low[closing + 1 : b].strip(" .;"):
        return
    if m := _ALONE.search(low, a, b):
        if shares := [n for n in found if m.start("in") <= n.start and n.end <= m.end("in") and n.kind == "percent"]:
            yield *m.span("in"), shares
    elif m := _HELPS.search(low, a, b):
        if shares := [n for n in found if m.start("in") <= n.start and n.end <= m.end("in")]:
            yield *m.span("in"), shares[:1]
    elif (m := LEVEL.search(low, a, b)) and m.end() == closing + 1 and len(m["name"].split()) > 3 and not _SO_FAR.search(m["in"]) and _REACHED.search(m["in"]):
        if level := [n for n in found if m.start("in") <= n.start and n.end <= m.end("in")]:
            yield *m.span("in"), level[:1]
    elif m := _FIGURES.search(low, a, b):
        for piece in _NAMED.finditer(low, m.start("in"), m.end("in")):
            if figures := [n for n in found if piece.start() <= n.start and n.end <= piece.end() and n.kind in ("measure", "money", "percent", "counted")]:
                yield piece.start(), piece.end(), figures
