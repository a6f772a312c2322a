"""A sentence → its clauses, each around one committed number: which numbers commit, and where one outcome ends.

Two shapes carry an outcome: the number leads ("80% hộ dân dùng nước sạch") or its subject does ("Tỷ lệ hộ dân dùng nước
sạch đạt 80%"). A number inside the wording of another ("tốc độ trên 1 Gbps", "mỗi quý ít nhất 04 tin") is no outcome.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from normalizers.acts import names_indicator
from normalizers.bracketed import bracketed, level_first
from normalizers.clause_borders import BEFORE_SUBJECT, MEMBERS, boundary, led
from normalizers.frozen import frozen
from normalizers.made_up_of import part_of_same
from normalizers.number_rows import again, row_goes_on
from normalizers.numbers import Number, Sheet, all_of_them, scan
from normalizers.ranks import levels, of_its_own, ranks
from normalizers.text import CAPITALS
from normalizers.which_of_them import without_thresholds
from normalizers.worded_shares import worded_shares

_SPLIT = re.compile(rf"; ?|\.(?<=[^\W_]{{2}}\.) (?=[\"“(]?[{CAPITALS}0-9≥≤])|\.(?<=[\d%)”\"]\.) (?=[\"“(]?[{CAPITALS}0-9≥≤])")
# "… đạt 97% năm 2027 và 99% vào năm 2030: giảm tỷ lệ bỏ học …": a colon typed for a semicolon behind a whole outcome.
_SPLIT_COLON = re.compile(r"(?<=(?:19|20)\d\d): (?=(?:[Pp]hấn đấu )?(?:giảm|tăng|nâng|duy trì|tỷ lệ|tỉ lệ|tỷ suất|tỷ số|số)(?!\w))")
_OUTCOME_BEFORE = re.compile(r"(?:\d ?%|(?:đạt|xuống|còn|dưới|trên) (?:còn )?\d).* năm (?:19|20)\d\d$")
# "… là 2% tổng điện năng, tương đương 680 triệu kWh, như sau: nhóm công nghiệp 508 triệu kWh": the parts of a whole that is said.
_ITEMS_FOLLOW = re.compile(r"(?:như sau|sau đây): (?=[^\W\d_])")
_AMOUNT = re.compile(r"(?<![\w./-])\d[\d.,]* ?(?:%|(?:nghìn|triệu|tỷ|tấn|ha|km|người|lượt|kwh|mw)(?!\w))")
_ABBREVIATED = re.compile(r"(?:\b(?:TP|ThS|TS|PGS|GS|BS|KS|Tp|tr|vv|v\.v|STT|Q|P|H)|\b[A-ZĐ])$")
# A count behind these tells circumstances ("tại 05 thôn", "với 3 nội dung"), not what is to be reached.
_OWN_SUBJECT = re.compile(r" và (?:tổng )?(?:số (?!hóa)|tỷ lệ|tỉ lệ|mức|diện tích)[^,;]{4,60}$")  # "… và số gia súc được tiêm mỗi đợt | khoảng 5 triệu con"
_CIRCUMSTANCE = re.compile(r"(?:^|\W)(?:trong tổng số|tại|trong|của|(?<!đương )(?<!ứng )với|theo|bởi|gồm|giữa|ở|thuộc|về|đến|sau|trước|đối với|phối hợp) $|(?:^|\W)(?:(?:tại|ở|giữa)|đối với \d+) [^,;.:\d]{2,30} và $")
_JOINS = re.compile(r"(?:hợp tác|liên kết|kết nghĩa|ký kết)(?: [^\W\d_]+){0,4} với $|(?:^|\W)(?:dữ liệu|hồ sơ) của $")  # "mở rộng hợp tác với | 10 trường đại học": who is won is the outcome
_COMPLETES = re.compile(r"[ \-+•*]*(?:cơ bản )?hoàn thành(?!\w)")  # "Hoàn thành cắm mốc đối với | 45 hồ chứa"
_EACH = re.compile(r"(?:^|(?<!độ)\W)(?:mỗi|từng|một|1|01) (?!và )(?:[^\W\d_]+ ?){1,4}(?:[^.;,]{0,25})$")
_MEAN_OF = re.compile(r"(?:bình quân|trung bình|tính)(?: trên)? (?:mỗi|một|0?1) ")
# "85% hội viên, nông dân đạt | 4 tiêu chí gia đình văn hóa": the comma joins who the share is of, the count is what they reach
_BOTH_REACH = re.compile(r"(?: trở lên)?(?: số)?(?: (?!(?:có|được|đạt|tham|sử|biết|dùng|đăng|ký|hoàn)(?!\w))[^\W\d_]+){1,3}, (?:[^\W\d_]+ ){1,3}(?:đạt|thực hiện|hoàn thành|đủ|có đủ|ký cam kết|cam kết) $")
_GRADE_OF = re.compile(r" ?(?:tiêu chuẩn|tiêu chí|nội dung|danh hiệu|phẩm chất|điều)(?!\w)")
_BROUGHT = re.compile(r"(?:xuống|lên)(?: còn)? $")  # "Giảm số xã đạt dưới 5 tiêu chí xuống 250 xã"
_THAN = re.compile(r"(?:cao|thấp|nhiều|ít|nhanh) hơn ")
_NONE_UNDER = re.compile(r"(?:^|\W)không (?:còn|có|để)(?: [^\W\d_]+){1,6} (?:đạt )?$")
_NONE_REACHES_LESS = re.compile(r"không (?:còn|có|để) (?!tỷ lệ|tỉ lệ|số)[^\W\d_]+(?:,? (?!tỷ|tỉ|số)[^\W\d_]+){0,7} (?:đạt|có tỷ lệ|có tỉ lệ)(?: [^\W\d_]+){0,4} $")
_BY_BASE = re.compile(r"[^,;.()\d]{0,40} so với ")
# "4 - 5 bác sĩ | và đến năm 2030 cơ bản đủ bác sĩ": the later stage has no number, and its year is not that of the number
_STAGE_ALONE = re.compile(r",? và (?:phấn đấu )?(?:đến|tới) (?:hết |cuối )?năm (?:19|20)\d\d,? (?!(?:trên|tại|ở|của|cho|với|theo|và|các năm|những năm)(?!\w))[^\W\d_]+ [^\W\d_][^\d;]+$")
_EACH_REACHES = re.compile(r"(?:phấn đấu,? )?(?:bình quân )?mỗi (?!năm|quý|tháng|tuần|ngày|lần)[^,;:.]{4,70}")
_COUNTED_BY_PEOPLE = re.compile(r"[^\W\d_] ?/ ?(?:1 |một )?(?:vạn|nghìn|ngàn|[\d.]{4,7}) ?dân $")  # "Số bác sĩ/vạn dân | 10"
_SHARE_NAMED = re.compile(r"[ \-+•*,;:]*(?:[^\W\d_]+ ){0,3}(?:tỷ|tỉ) (?:lệ|trọng)(?!\w)")  # no amount is the value of a share
_LEVEL_NAMED = re.compile(r"(?:[^:;,\d]{2,40}: )?(?:các )?(?:chỉ số|thời gian|mật độ|năng suất|nồng độ|công suất|mức) ")
# "Đến năm 2030: | tỷ lệ …": the time that opens a sentence is none of its subject
_UP_TO_SUBJECT = re.compile(rf"{BEFORE_SUBJECT.pattern}|^(?:phấn đấu )?(?:(?:đến|trong|vào) (?:hết |cuối )?)?(?:năm|giai đoạn) (?:19|20)\d\d(?: ?- ?(?:19|20)\d\d)?[,:]? (?:phấn đấu )?")
_PIECE_ENDS = re.compile(r"(?: (?!có|đạt|được|trở)[^\W\d_]+){0,2}[,;] [^\W\d_]")
_RATE_OF = re.compile(r"(?:,? ?(?:và |trong đó:? |đồng thời )?)(?:tỷ|tỉ) (?:lệ|trọng) [^\W\d_]")
_YEARLY = re.compile(r"(?<!\w)mỗi (?:năm|quý|tháng|tuần)(?!\w)")
_THEN_EACH = re.compile(r", (?:bình quân |trung bình )?mỗi (?!năm|quý|tháng|tuần|ngày|lần)(?:[^\W\d_]+ ){2,8}(?:(?:ít nhất|tối thiểu|trên|từ) )?$")
_FROM = re.compile(r"từ $|từ ")
# "598.300 ha, bằng 100,8% so với năm 2025", "28.500 lượt, tăng 12%": a share that says how the amount before it compares.
_COMPARED = re.compile(r"(?: [^\W\d_]+){0,3}(?: \([^()\d]{2,60}\))? ?[,(;]? ?(?:bằng|đạt|hoàn thành|tương đương|tương ứng|tăng|giảm|tăng trưởng|cao hơn|thấp hơn|vượt)? ?(?:khoảng |trên )?")
# "… hữu cơ 3.242 ha, chiếm 1,57% diện tích đất sản xuất": a share that the amount before it is of a whole.
_OF_WHOLE = re.compile(r"(?: [^\W\d_]+){0,3} ?[,(;] ?chiếm (?:(?:tỷ|tỉ) (?:lệ|trọng) )?(?:khoảng |trên )?")
_COMPARED_TO = re.compile(r" ?(?:so với|cùng kỳ|so (?:cùng kỳ|năm|đầu năm)|(?:so (?:với )?)?(?:dự toán|kế hoạch|chỉ tiêu|nghị quyết|thực hiện|ước)|(?:mức |thu nhập )?bình quân (?!đạt)|[,.;)]|$)")
_LOAN = re.compile(r"(?<!\w)(?:với|theo|mức|hưởng|chịu) lãi suất(?: [^\W\d_]+){0,3} ?$")
_NEXT_SHARE = re.compile(r" và (?:tỷ|tỉ|số|chỉ số) ")  # "đạt từ 61% trở lên và tỷ lệ trẻ đến trường …"
_TOLD_YEAR = re.compile(r" ?\(?(?:(?:vào |trong )?(?:đầu |cuối )?năm (?:19|20)\d\d)?\)?, ?(?:giảm |tăng )?(?:xuống|lên|còn)(?:\W[^,]*)?$")  # "từ 8,45% năm 2016, xuống còn 3%"
_TO = re.compile(r"(?:(?<!trở )lên|xuống|còn|tăng lên|giảm còn|đến)(?:\W|$)")


@frozen
class Clause:
    """One outcome: its text is `[start, end)` of the sheet, without the words that link it to the one before."""

    number: Number
    start: int
    end: int
    linked: bool = False  # it continues the clause before (", 50 doanh nghiệp", "và 80%")


@frozen
class Part:
    """A sentence, or a piece of one between semicolons, and the outcomes in it."""

    start: int
    end: int
    clauses: tuple[Clause, ...]


_SHARES_IN_QUOTES = re.compile(r"“[^“”]*\d ?%[^“”]*;[^“”]*\d ?%[^“”]*”")  # 'Cơ cấu kinh tế: “Công nghiệp 50,3%; dịch vụ 45,4%; …”': no title
_OPENING = re.compile('[(\\[“"]')
_AROUND = re.compile('[()\\[\\]“”"]')


def depths(text: str) -> list[int]:
    """For every character, how many brackets and quotes are open around it."""
    if not _OPENING.search(text):
        return [0] * len(text)
    out: list[int] = []
    depth, quoted, done = 0, False, 0
    for m in _AROUND.finditer(text):
        ch, at = m[0], m.start()
        out += [depth + quoted] * (at - done)
        done = at + 1
        if ch in "([":
            depth += 1
        elif ch == "“" or (ch == '"' and not quoted):
            quoted = not (ch == "“" and at > 1 and text[at - 2 : at].strip() == ":" and _SHARES_IN_QUOTES.match(text, at) is not None)
        elif ch in '”"':
            quoted = False
        out.append(depth + quoted)
        if ch in ")]":
            depth = max(0, depth - 1)
    out += [depth + quoted] * (len(text) - done)
    if depth or quoted:  # a bracket that never closes hides nothing
        return [0] * len(text)
    return out


def split_parts(sheet: Sheet, depth: list[int]) -> list[tuple[int, int]]:
    """Spans of the sentences and semicolon pieces of a sheet, outside brackets."""
    spans, start = [], 0
    for m in _SPLIT.finditer(sheet.plain) if ";" in sheet.plain or ". " in sheet.plain else ():
        if depth[m.start()] or (m[0][0] == "." and _ABBREVIATED.search(sheet.plain[max(start, m.start() - 6) : m.start()])):
            continue
        if m[0][0] == ";" and row_goes_on(sheet.low, start, m.start(), m.end()):
            continue
        spans.append((start, m.start()))
        start = m.end()
    spans.append((start, len(sheet.plain)))
    if " năm 20" in sheet.low:
        spans = [piece for a, b in spans for piece in _at_stage(sheet, depth, a, b)]
    if ": " in sheet.plain:
        spans = [piece for span in spans for piece in _at_colons(sheet, depth, *span)]
    return [(a, b) for a, b in spans if sheet.plain[a:b].strip(" .,;")]


# "Mỗi năm giảm 1 - 1,5% hộ nghèo|, đến năm 2030 cơ bản không còn hộ nghèo": another outcome, without a number, by a year of its own.
NEXT_STAGE = re.compile(r", ?(?:phấn đấu )?(?=(?:đến|tới) (?:hết |cuối )?năm 20\d\d,? (?:cơ bản )?(?:không còn|xóa|trở thành|hoàn thành|đạt chuẩn|chấm dứt)(?!\w)[^\d;]{6,}(?:$|(?:,| và) (?:phấn đấu )?(?:đến|tới) (?:hết |cuối )?năm 20\d\d,? (?:cơ bản )?(?:không còn|xóa|trở thành|hoàn thành|đạt chuẩn|chấm dứt)(?!\w)[^\d;]{6,}$))")
_SOME = re.compile(r"(?<![\w./-])(?<!năm )\d[\d.,]*(?:/\d{1,3})? ?(?:%|[^\W\d_])")


def _at_stage(sheet: Sheet, depth: list[int], start: int, end: int) -> list[tuple[int, int]]:
    m = NEXT_STAGE.search(sheet.low, start, end)
    alone = m is not None and not depth[m.start()] and _SOME.search(sheet.low, start, m.start()) is not None
    if m is None or not alone:
        return [(start, end)]
    second = NEXT_STAGE.search(sheet.low, m.end(), end)  # "…, đến năm 2028 đạt chuẩn nông thôn mới|, đến năm 2030 đạt chuẩn nâng cao"
    return [(start, m.start()), *([(m.end(), second.start()), (second.end(), end)] if second else [(m.end(), end)])]


def _at_colons(sheet: Sheet, depth: list[int], start: int, end: int) -> list[tuple[int, int]]:
    out = []
    for m in _SPLIT_COLON.finditer(sheet.plain, start, end):
        if not depth[m.start()] and _OUTCOME_BEFORE.search(sheet.low, start, m.start()):
            out.append((start, m.start()))
            start = m.end()
    for m in _ITEMS_FOLLOW.finditer(sheet.low, start, end):
        if not depth[m.start()] and _AMOUNT.search(sheet.low, start, m.start()) and _AMOUNT.search(sheet.low, m.end(), end):
            out.append((start, m.start()))
            start = m.end()
    return [*out, (start, end)]


def numbers_of(sheet: Sheet) -> list[Number]:
    """Numbers, ranks and levels of a sheet, in order, never overlapping."""
    special = [*ranks(sheet)]
    special += [n for n in worded_shares(sheet) if all(n.end <= r.start or n.start >= r.end for r in special)]
    special += [n for n in levels(sheet) if all(n.end <= r.start or n.start >= r.end for r in special)]
    if not special:
        return again(sheet, [*scan(sheet)])
    plain = [n for n in scan(sheet) if all(n.end <= s.start or n.start >= s.end for s in special)]
    return again(sheet, sorted(special + plain, key=lambda n: n.start))


def _outside(sheet: Sheet, depth: list[int], numbers: list[Number]) -> list[Number]:
    """The numbers that stand outside quotes and brackets, but for those that tell how great what shall not happen is."""
    low = sheet.low
    if "không" in low and ("trở lên" in low or " trên " in low or " quá " in low) and (feared := [m.span() for m in _FEARED.finditer(low)]):
        numbers = [n for n in numbers if n.kind == "percent" or not any(a <= n.at < b for a, b in feared)]
    return _differences(sheet, [n for n in numbers if depth[n.at if n.at < len(depth) else -1] == 0])


# "Không để xảy ra vụ ngộ độc từ 30 người mắc trở lên": which of them are meant, no value.
_FEARED = re.compile(r"không (?:để |làm )?(?:xảy ra|phát sinh|xuất hiện|có)(?!\w)(?:(?!đạt |giảm |tăng |tỷ lệ |tỉ lệ |phấn đấu )[^;.\d%]){4,120}?"
                     r"(?:từ \d[\d.,]* [^,;.()\d]{1,40}? trở lên|quá \d[\d.,]* lần(?!\w)|trên \d[\d.,]* (?:người(?: mắc| bị| chết| nhiễm)|(?:tỷ|tỉ|triệu) đồng)(?!\w))")


def _differences(sheet: Sheet, numbers: list[Number]) -> list[Number]:
    """"giảm từ 23 xuống 18": the first number is where it starts from, the second is the outcome."""
    out: list[Number] = []
    skip = False
    for n, nxt in zip(numbers, [*numbers[1:], None], strict=False):
        if skip:
            skip = False
            continue
        left = sheet.low[max(0, n.start - 4) : n.at]
        if nxt is not None and _FROM.search(left) and nxt.start - n.end < 60 and n.kind not in ("rank", "level"):
            between = sheet.low[n.end : nxt.at]
            if _TO.search(between) and ("," not in between or _TOLD_YEAR.match(between)) and ";" not in between and not _NEXT_SHARE.search(between):
                change = n.change or ("decrease" if re.search("xuống|còn", between) else "increase")
                lead = min(n.lead, n.start)
                out.append(replace(nxt, lead=lead, start=n.start, reached=True, change=None, trend=change,
                                   cuts=((n.start, nxt.cuts[0][1]), *nxt.cuts[1:])))
                skip = True
                continue
        out.append(n)
    return out


def _commits(sheet: Sheet, n: Number, start: int, others: bool) -> bool:
    """Can this number be an outcome of the part that starts at `start`?"""
    left = sheet.low[max(start, n.start - 40) : n.start]
    if others and n.explicit and n.comparator in (">", "<") and _THAN.match(sheet.low, n.start) and _BY_BASE.match(sheet.low, n.end):
        return False  # "…, cao hơn 20 triệu đồng so với năm 2025": how the outcome before compares
    if n.explicit and n.comparator == "<" and n.kind == "counted" and _NONE_UNDER.search(left):
        return False  # "không còn xã đạt | dưới 15 tiêu chí": none is to be so low
    if n.comparator == "<" and n.kind == "percent" and (at := sheet.low.rfind("không ", start, n.start)) >= 0 and _NONE_REACHES_LESS.match(sheet.low[at : n.start]):
        return False
    if others and n.kind == "measure" and "/" in (n.unit or "") and left.endswith((" với số lượng ", " với định mức ", " với tiêu chuẩn ")):
        return False  # "… sử dụng nước sạch đạt 80% với số lượng tối thiểu | 60 lít/người/ngày": how much each has
    if n.kind == "duration":
        # Beside other outcomes a span of time needs its own subject: "…, trong đó số năm sống khoẻ tối thiểu 68 năm".
        own = re.split(r", ?(?:trong đó:? |và |đồng thời |riêng )?", sheet.low[start : n.start])[-1].lstrip(" -+•*")
        counted = _OWN_TIME.match(own) is not None
        if others and not counted and not _TIME_OF_WORK.match(own) and not (n.explicit and own.rpartition(": ")[2].startswith("chỉ số ")):
            return False
        if not others and _SHORTENED.search(sheet.low, start, n.at) and _OF_WORK.match(sheet.low, n.end):
            return True
        if n.reached and re.match(r"(?:mức|lượng|khối lượng) (?!độ)", own):
            return True  # "mức dự trữ xăng dầu đạt khoảng 90 ngày nhập ròng"
        mean = sheet.low.endswith(("bình quân ", "trung bình "), start, n.start)  # "…, thời gian lưu trú bình quân 2,2 ngày"
        return (n.explicit or n.reached or mean or own.startswith("ngày lưu trú ")) and (counted or bool(re.search(r"thời gian|thời hạn|số (?:năm|tháng|ngày|giờ|phút)|chỉ số|tuổi|giải quyết|xử lý", sheet.low[start : n.start])))
    if n.kind in ("counted", "bare") and not n.explicit and not n.reached:
        if n.kind == "bare" and n.change is None:
            return left.endswith(" dân ") and _COUNTED_BY_PEOPLE.search(left) is not None and led(sheet, n)
        return not _CIRCUMSTANCE.search(left) or _JOINS.search(left) is not None or (left.endswith("đối với ") and _COMPLETES.match(sheet.low, start) is not None) or (others and (n.unit != "count" or n.measure in MEMBERS) and left.endswith(" với ")) or n.measure == "cặp" or part_of_same(sheet.low, n.start, n.at) or all_of_them(sheet.low, n.at, n.at)
    if n.kind == "speed":
        return not others or ((n.reached or (n.explicit and _REACHED_THEN_SPEED.search(sheet.low, start, n.start) is not None)) and _OWN_SPEED.search(left) is not None)
    return True


# "thời gian đáp ứng cấp cứu dưới 10 phút": how long a work takes; not how long a plan, a loan or an office lasts
_TIME_OF_WORK = re.compile(r"tuổi thọ|(?:(?:tăng|giảm|nâng|rút ngắn|kéo dài) )?thời gian (?!thực hiện(?! thủ tục| giao dịch)|hoàn thành|triển khai|thi công|đầu tư|vay|ân hạn|hoàn vốn|trả nợ|thu hồi|hưởng|giữ|hỗ trợ|công tác|tối|ít|không|từ|tới|qua|này|đó|là|để|và|còn)[^\W\d_]")
_REACHED_THEN_SPEED = re.compile(r" đạt [^,;:]{0,20}\d ?%[^,;:\d]{0,30}, (?:và )?(?:tốc độ|băng thông) [^,;:\d]+$")  # "phủ sóng 5G đạt 90% dân số, tốc độ tải xuống tối thiểu | 100 Mb/s"
_OWN_SPEED = re.compile(r"[,;] (?:và )?(?:tốc độ|băng thông) [^,;:.\d]{2,34}$")  # "…, tốc độ tải xuống trung bình đạt 200 Mbps"
# "Ngày lưu trú bình quân đạt 2,4 ngày": what is counted is itself a span of time
_OWN_TIME = re.compile(r"(?:(?:tổng )?số )?(?:năm|tháng|ngày|giờ|phút) (?=(?!nay|này|trước|sau|đó|đầu|cuối|tới|qua|học|thứ)[^\W\d_])|số (?:năm|tháng|ngày|giờ|phút)")
# "Giảm 02 ngày | giải quyết thủ tục …", "Rút ngắn ít nhất 1 giờ | chờ của người bệnh": a time of work that is made shorter
_SHORTENED = re.compile(r"(?:giảm|rút ngắn)(?: thêm| được| ít nhất| tối thiểu| từ| khoảng| trên)* ?$")
_OF_WORK = re.compile(r"(?: làm việc)?(?: thời gian)? (?:giải quyết|xử lý|thực hiện|chờ|thẩm định|so với)(?!\w)")


_HAVING = re.compile(r" (?:có|thuộc|ở) [^,;:]{3,60}$")
_CHANGED = re.compile(r" ?(?:giảm|tăng)(?: thêm| bình quân)? ?(?:từ )?")


def _inner_share(sheet: Sheet, start: int, prev: Number, n: Number) -> bool:
    """"tỷ lệ bỏ học tại các bản có tỷ lệ hộ thiếu đất trên 30% giảm từ 5% trở lên": the first share tells which communes."""
    return n.change is not None and not prev.reached and prev.explicit and prev.change is None and _CHANGED.fullmatch(sheet.low, prev.end, n.start) is not None \
        and _HAVING.search(sheet.low, start, prev.start) is not None


_TIMES = re.compile(r"[^,;.:]{0,24}\d lần(?: trở lên)?(?: ?/ ?(?:năm|tháng|quý|tuần|ngày|thai kỳ)| (?:trong thai kỳ|mỗi năm|một năm|trong năm|trong (?:0?3|ba) thời kỳ))?(?:,? (?:và )?được [^,;:.\d]{3,60})?:? ?")


_SESSIONS = re.compile(r"\d{1,2} buổi ?/ ?(?:ngày|tuần)(?: [^,;.:\d]{1,40})?: ?")  # "Dạy học 2 buổi/ngày: 100% học sinh tiểu học"


def _how_often(sheet: Sheet, n: Number, nxt: Number) -> bool:
    """"Người cao tuổi được khám sức khỏe ít nhất 1 lần/năm đạt 70%": how often is part of what the share is of."""
    if nxt.kind == "percent" and n.kind != "percent" and _SESSIONS.fullmatch(sheet.low, n.start, nxt.lead):
        return True
    return n.change is None and not n.reached and n.kind != "percent" and nxt.kind == "percent" and nxt.reached \
        and not sheet.low.endswith("gấp ", 0, n.lead) and _TIMES.fullmatch(sheet.low, n.start, nxt.lead) is not None


def _clauses(sheet: Sheet, depth: list[int], start: int, end: int, numbers: list[Number]) -> tuple[Clause, ...]:
    if "lãi suất" in sheet.low[start:end]:  # "hỗ trợ 20 hộ vay vốn với lãi suất 6,6%/năm": terms of the loan
        numbers = [n for n in numbers if n.kind != "percent" or not _LOAN.search(sheet.low, start, n.start)]
    share = any(n.kind in ("percent", "rank") for n in numbers)
    speeds = len(numbers) > 1 and all(n.kind == "speed" and (n.reached or numbers[0].explicit) for n in numbers)  # "băng rộng cố định đạt 200 Mb/s, di động đạt 100 Mb/s"
    numbers = [n for n in numbers if _commits(sheet, n, start, len(numbers) > 1 and not speeds)]
    if len(numbers) > 1 and (" có " in (said := sheet.low[start:end]) or "ỷ lệ " in said or "ỉ lệ " in said):
        numbers = without_thresholds(sheet, start, numbers)
    if share and len(numbers) > 1 and (" lần" in sheet.low[start:end] or " buổi" in sheet.low[start:end]):
        numbers = [n for n, nxt in zip(numbers, [*numbers[1:], None], strict=True) if nxt is None or not _how_often(sheet, n, nxt)]
    if any(n.kind != "level" for n in numbers):
        numbers = [n for n in numbers if n.kind != "level" or of_its_own(sheet.low, n.start, n.end)]
    chosen: list[tuple[Number, int, int]] = []  # number, clause start, end of the clause before
    for n in numbers:
        left = sheet.low[start : n.start]
        if not chosen:
            if share and n.kind not in ("percent", "rank"):
                # A count before a share is an outcome only if its own clause ends before the share's begins.
                later = next((p for p in numbers if p.kind in ("percent", "rank") and p.start > n.start), None)
                named = not n.reached and names_indicator(_UP_TO_SUBJECT.sub("", sheet.low[start:end]))
                if later is None:
                    continue
                border = boundary(sheet, depth, n, later)
                each = _EACH.search(left if n.measure == "lần" else _YEARLY.sub("", left)) and not sheet.low.endswith((" và ", " và"), n.end, max(n.end, later.lead))
                # "Mỗi xã xây dựng ít nhất 02 mô hình, | trong đó tỷ lệ mô hình …": a count that each reaches, and a share with a noun of its own
                # "Thời gian tiếp nhận một hồ sơ không quá 10 phút, | 100% hồ sơ …": the time that each takes is what is aimed at
                each = each and not (n.explicit and border is not None and left.lstrip(" ,;:-").startswith("thời gian "))
                # "mỗi thôn có tối thiểu 01 mô hình, | 100% giáo viên được tập huấn": a share that opens a clause of its own is of others
                each = each and not (n.kind == "counted" and border is not None and sheet.low.startswith(",", border[0]) and not sheet.low[border[1] : later.lead].strip())
                # "Doanh thu bình quân một hợp tác xã đạt 2,8 tỷ đồng, | tăng 10%": a mean is itself what is aimed at
                each = each and not (n.reached and n.kind in ("money", "measure") and _MEAN_OF.search(left))
                if each and not (n.explicit and n.unit == "count" and border and sheet.low.startswith(",", border[0]) and _EACH_REACHES.fullmatch(left) and _RATE_OF.match(sheet.low, border[1])):
                    continue
                # "đạt từ 92 điểm trở lên, thuộc nhóm 30 xã dẫn đầu": a rank beside a value has the subject of the value.
                same = border is not None and later.kind == "rank" and n.kind == "measure" and later.start - border[1] <= 1
                apart = border is not None and n.kind == "money" and n.explicit and led(sheet, n) and later.start - border[1] > 12
                compared = n.kind in ("measure", "money", "counted") and bool(_COMPARED.fullmatch(sheet.low, n.end, later.start)) and bool(_COMPARED_TO.match(sheet.low, later.end))
                compared = compared or (n.kind in ("measure", "money") and bool(_OF_WHOLE.fullmatch(sheet.low, n.end, later.start)))
                # "Chỉ số SAIDI dưới 200 phút/khách hàng, | tổn thất điện năng không quá 4,5%": a level, and a share of something else
                apart = apart or (border is not None and n.explicit and later.explicit and later.lead - border[1] > 6 and _LEVEL_NAMED.match(left.lstrip(" ,;:-")) is not None and _PIECE_ENDS.match(sheet.low, n.end) is not None)
                apart = apart or (border is not None and n.unit == "‰" and led(sheet, n))  # "tỷ suất sinh dưới 12‰, 90% trẻ em …"
                # "Doanh thu 250 tỷ đồng, | công suất phòng 55%": an amount that closes its piece is no part of what follows
                closed = border is not None and not n.explicit and n.kind in ("money", "measure", "counted") and not _SHARE_NAMED.match(left) and _PIECE_ENDS.match(sheet.low, n.end) is not None and len(sheet.low[border[1] : later.lead].split()) > 1
                # "Chỉ số DTI năm 2026 tăng ít nhất 05 bậc so với năm 2025, | đến năm 2030 thuộc tốp 20 xã": how far it moves, and where it is to stand
                apart = apart or (border is not None and later.kind == "rank" and n.change is not None)
                if named and not same and not apart and not compared and not closed and (border is None or not names_indicator(BEFORE_SUBJECT.sub("", sheet.low[border[1] : end]))):
                    continue
                # "03 trường đại học thuộc nhóm 500 thế giới": a rank behind a leading count only tells which.
                inner_rank = later.kind == "rank" and (n.explicit or n.kind == "counted") and not sheet.low[start : n.lead].strip(" ,:")
                if border is None and not inner_rank:
                    continue
            chosen.append((n, start, start))
            continue
        prev = chosen[-1][0]
        if n.kind == "counted" and prev.kind == "percent" and _GRADE_OF.match(sheet.low, n.end) and _BOTH_REACH.fullmatch(sheet.low, prev.end, n.start):
            continue
        if n.kind not in ("percent", "rank") and share and _EACH.search(_YEARLY.sub("", sheet.low[prev.end : n.start])) and not _OWN_SUBJECT.search(sheet.low, prev.end, n.start) and not _THEN_EACH.search(sheet.low, prev.end, n.start):
            continue
        found = boundary(sheet, depth, prev, n)
        if prev.reached and n.reached and prev.kind in ("money", "measure") and prev.unit != n.unit and sheet.low[prev.end : n.start].strip() == "đạt":
            chosen[-1] = (n, *chosen[-1][1:])  # "mô hình đạt 100 triệu đồng/ha | đạt 35 ha": the first amount tells which
            continue
        if found is None:
            # "Tỷ lệ hộ có trên 50% thu nhập … đạt 20%": the first share names who is meant.
            first = chosen[-1]
            names = n.reached and (not prev.reached or _BROUGHT.search(sheet.low, n.lead, n.start)) and names_indicator(BEFORE_SUBJECT.sub("", sheet.low[first[1] : prev.start]))
            if names or _inner_share(sheet, first[1], prev, n):
                chosen[-1] = (n, first[1], first[2])
            continue
        chosen.append((n, found[1], found[0]))
    out = []
    for i, (n, begin, _) in enumerate(chosen):
        stop = chosen[i + 1][2] if i + 1 < len(chosen) else end
        if sheet.low.find(" năm ", n.end, stop) >= 0 and (stage := _STAGE_ALONE.search(sheet.low, n.end, stop)):
            stop = stage.start()
        out.append(Clause(n, begin, max(stop, n.end), i > 0))
    return tuple(out)


def read_parts(sheet: Sheet, start: int = 0, found: list[Number] | None = None) -> list[Part]:
    """The parts of a sheet from offset `start`, with their outcomes; a part without one has no clauses, and a sheet without
    any number no parts. `found`: its numbers, where they are read."""
    found = numbers_of(sheet) if found is None else found
    if not found:
        return []
    depth = depths(sheet.plain)
    numbers = _outside(sheet, depth, found)
    starts = [n.start for n in numbers]
    parts = []
    for a, b in split_parts(sheet, depth):
        if b <= start:
            continue
        a = max(a, start)
        inside = [n for n in numbers[bisect_left(starts, a) : bisect_right(starts, b)] if n.end <= b]
        if inside and (level := level_first(sheet.low, a, inside[0].lead)):
            parts.append(Part(a, level, _clauses(sheet, [0] * len(depth), a, level, [n for n in found if a <= n.start and n.end <= level][-1:])))
            a = level + 1
        parts.append(Part(a, b, _clauses(sheet, depth, a, b, inside)))
        for begin, stop, among in bracketed(sheet.low, a, b, inside, found):
            parts.append(Part(begin, stop, _clauses(sheet, [0] * len(depth), begin, stop, among)))
    return parts
