"""Number phrases: every number of a text that could be a quantity, with comparator, value(s) and unit.

Which of them a sentence commits to is `quantities`' business; here numbers that are *never* quantities (dates, years,
document numbers, names such as "5G", ordinals) are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from normalizers.acts import only_act, opens_act
from normalizers.frozen import frozen
from normalizers.measures import STOP_WORDS, Measure, counted_end, known_measure, money_rest, read_measure
from normalizers.number_leads import apart_comparator, comparators, introduction
from normalizers.number_words import NUMBER_WORDS, range_word, word_numbers
from normalizers.pattern_ends import last_words
from normalizers.text import fold, fold_map, squash
from normalizers.values import Comparator

_PERCENT_DIGIT = re.compile(r"%\d")
_GLUED = re.compile(r",(?=[^\W\d_])")
_NOTE_MARK = re.compile(r"(?<=\d%)(?!0(?!\d))\d{1,2}(?=[;,.):]|\s|$)")  # "dưới 24%1; …": the raised number of a footnote, printed on the line ("0,3%0" is per mille)


@frozen
class Sheet:
    """A text in two spellings of one length: `plain` as printed on one line, `low` folded for matching."""

    plain: str
    low: str
    source: str
    mended: tuple[int, ...] = ()  # where blanks were put in that the source does not have

    @staticmethod
    def of(text: str) -> Sheet:
        if "%" in text and _PERCENT_DIGIT.search(text):
            text = _NOTE_MARK.sub(lambda m: " " * len(m[0]), text)  # of one length: offsets stay those of the text
        plain, low = squash(text), fold(text)
        # A few letters change length when lowered (İ); then the folded spelling stands for both.
        plain = plain if len(plain) == len(low) else low
        if low.count(",") > low.count(", ") and (glued := [m.end() for m in _GLUED.finditer(low)]):  # "…,trong đó 5 xã": the blank is forgotten
            plain, low = (" ".join(line[a:b] for a, b in pairwise([0, *glued, len(line)])) for line in (plain, low))
            return Sheet(plain, low, text, tuple(at + k for k, at in enumerate(glued)))
        return Sheet(plain, low, text)

    def spans(self, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Source offsets of spans of this sheet."""
        if not pairs:
            return []
        folded = fold_map(self.source)
        if self.mended:
            pairs = [(a - bisect_left(self.mended, a), b - bisect_left(self.mended, b)) for a, b in pairs]
        return [folded.source_span(min(a, len(folded.text)), min(b, len(folded.text))) for a, b in pairs]


@frozen
class Number:
    """A number phrase at `[start, end)` of a sheet; `lead` is where the words that only introduce it begin
    ("phấn đấu đạt tối thiểu" 80%). `cuts` are the spans that belong to the number, not to the wording."""

    kind: str
    comparator: Comparator
    value: float | None
    high: float | None
    unit: str | None
    measure: str | None
    lead: int
    start: int
    at: int
    end: int
    explicit: bool = False
    reached: bool = False     # introduced by "đạt", "là", "≥": its subject stands before it
    change: str | None = None  # "increase" | "decrease": the number is a difference ("tăng 5%")
    cuts: tuple[tuple[int, int], ...] = ()
    trend: str | None = None  # the same for a level that is reached ("giảm còn 2%")
    labelled: bool = False    # "Duy trì sĩ số: 100%, …": alone behind the label that is its subject


# The first digit stands first, the conditions on what is before it behind: so the search jumps from digit to digit.
_DIGITS = re.compile(r"\d(?<![\w./]\d)(?<!\d,\d)(?<!\w-\d)(?:\d{0,2}(?: \d{3})+(?![\d]| ?%)|\d*(?:[.,]\d+)*)")
_DIGIT = re.compile(r"\d")
_OVER_PLAN = re.compile(r" (?:so với )?(?:các |mức )?(?:chỉ tiêu|kế hoạch|dự toán|nghị quyết|mục tiêu|pháp lệnh|tỉnh giao|huyện giao|trung ương giao|cùng kỳ|so với)(?!\w)")  # how far above
_SPELLED = re.compile(r" ?\((?:" + "|".join(NUMBER_WORDS) + r")(?: [^\W\d_]{2,6}){0,3}\)")
_RANGE = re.compile(r" ?(?:%|phần trăm)? ?(?:[-~÷]|đến|tới) ?(?:dưới |khoảng )?(\d+(?:[.,]\d+)*)(?:(?=(?:[cmk]?m[23]?|k?g|m?l|ha)(?!\w))|(?![-/]?[\w/]))(?![.,]\d)")
_THIRD = re.compile(r" ?% ?- ?\d[\d.,]* ?%")  # "25% - 40% - 35%" are three shares
_COMMA_RANGE = re.compile(r", ?(?:đến|tới) (\d+(?:[.,]\d+)*)(?![-/]?[\w/])(?![.,]\d)")  # "từ 20, đến 30 hộ"
_ONCE_MORE = re.compile(r" ?(?:[-~÷]|đến|tới) ?(\d+(?:[.,]\d+)*)(?![.,]?\d)")  # "từ 2 tỷ đồng đến 3 tỷ đồng": the unit said twice
_PEOPLE = frozenset({"người", "lao động", "công nhân", "học viên", "học sinh", "cán bộ", "hội viên"})  # "1.100 người - 1.300 lao động": one range
_FROM_TO = re.compile(r"(?:tăng|giảm|nâng|đưa|hạ)(?!\w)[^,;.]{0,60}từ $")  # "tăng từ 5 ha đến 7 ha" is a change, no range
_RANGE_PRE = re.compile(r"(?:từ|khoảng từ|khoảng|trong khoảng) $")
_PLACED_THING = re.compile(r" ?vị trí (?!so|trên|trong|trở|và|với|vào|ở|tại|thứ|bảng|xếp|đến|của|để|hoặc|năm|theo|cả|toàn)[^\W\d_]{2,}")
_AREA_OF = re.compile(r"(?: (?:đất|canh tác|gieo trồng|diện tích|nuôi trồng|mặt nước|trồng trọt|sản xuất|nông nghiệp)){0,4}(?: (?:(?:đến|vào) )?năm (?:19|20)\d\d)? (?:(?:ước )?(?:bình quân )?(?:đạt|là|tăng|giảm|lên|xuống|còn)(?!\w)|(?:(?:phấn đấu|duy trì|trên|dưới|hơn|từ|khoảng|ít nhất|tối thiểu|không (?:dưới|thấp hơn)|gấp|≥|>) ?)*\d[\d.,]* ?(?:triệu|tỷ|nghìn|lần) )")
_ONE_OF = re.compile(r"(?: [^\W\d_]+,?){1,12}? (?:ước |bình quân )*(?:đạt|là) (?:trên |khoảng |từ |bình quân |tối thiểu )*\d")  # "trên 1 ha đất trồng trọt và nuôi thủy sản đạt 170 triệu đồng"
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_DATE_AFTER = re.compile(r" ?[/.-] ?\d")
_CODE_AFTER = re.compile(r"(?:[-/] ?[^\W\d_]|[^\W\d_])")
_RATE_AFTER = re.compile(r" ?/ ?(?:1000|10000|100000|\d{1,3}(?:[. ]000)+)(?![\d/])")
_ALL_OF = re.compile(r"(\d{1,4}) ?/ ?\1 ([^\W\d_]+)")
_DAY_BEFORE = re.compile(r"(?:ngày|đến|trước|từ|hết|vào|sáng|chiều|tối|hạn|dịp|lễ|-|,|\)|(?<!\w)ngày (?:hội )?(?:chuyển đổi số|biên phòng|truyền thống|thành lập|giải phóng|quốc tế|thế giới|toàn dân)(?: [^\W\d_]+){0,6}) ?$")
_OUT_OF = re.compile(r" trong (?:tổng )?(?:số )?(?P<all>\d{1,4})(?![\d/.,%-])")  # "03 trong 05 thôn"
_FRACTION_AFTER = re.compile(r" ?/ ?\d{1,4}(?![\d/-]|[.,]\d)")
# A number behind one of these words is a name or an ordinal ("Nghị quyết 57", "cấp độ 3", "quốc lộ 1"), not an amount.
_NAMED = re.compile(
    r"(?:(?<!tổng )(?<!một )(?<!dân )(?<!thiểu )\bsố|năm|tháng|ngày|quý|điều|khoản|(?<!dứt )(?<!thí )(?<!đạo )(?<!làm )(?<!chọn )(?<!dựng )điểm|(?<!danh )(?<!hạng )mục|phần|(?<!huân )(?<!huy )chương|phụ lục|(?<!đại )biểu|bảng|mẫu|đề án|ban chỉ đạo|bcđ|(?<!mỗi )tổ công tác|nghị quyết|nghị định|thông tư|"
    r"quyết định|kế hoạch|chỉ thị|luật|kết luận|chương trình|hướng dẫn|công văn|thông báo|cấp độ|mức độ|mức|(?<!nâng )(?<!phân )(?<!cung )(?<!trợ )(?<!đề )cấp|(?<!phân )loại|(?<!nâng )(?<!phân )(?<!xếp )hạng|bậc|"
    r"nhóm|đối tượng|lớp|khối|thế hệ|tiêu chí|chỉ tiêu|nhiệm vụ|giải pháp|giai đoạn|khóa|nhiệm kỳ|thứ|kỳ|tổ|(?<!nông )(?<!mỗi )thôn|(?<!mỗi )khu phố|khu|(?<!mỗi )\bấp|"
    r"(?<!mỗi )xóm|(?<!quân )(?<!bộ )đội|quốc lộ|tỉnh lộ|đường tỉnh|đường huyện|(?<!mặt )(?<!lòng )đường|iso|tcvn|qcvn|phiên bản|công nghiệp|chính phủ|lúc|(?<!chỉnh )(?<!nghĩa )trang|(?<!hạ )tầng|(?<!luyện )tập|đợt|phường|quận|bước|kịch bản|"
    r"(?<!tăng )trưởng|bí thư|ubnd|tuần|(?<!đạt )chuẩn|tài khoản|qđ|nq|kh|tt|nđ|ct|đa|phương châm|liên kết|nguyên tắc|tầm nhìn|vành đai|thuế cơ sở|khu vực|zone|web|top|hình thức|covid|buổi|vòng|lần) $"
)
_NAMED_ROW = re.compile(r"(?:cấp độ|mức độ|mức|lớp|khối|loại|điều|khoản|khu vực) (?:\d{1,2}, )*(\d{1,2})(?:,| và| hoặc) $")
_MEAN_OF = re.compile(r"(?:bình quân|trung bình|tính) $")
_GIVES = re.compile(r"(?:^|[,;:.] )cấp $")  # "Cấp 2.500 căn cước cho công dân": a verb
_HIGHEST_LEVEL = 17  # of wind; "Hoàn thành cấp 200 căn cước" names no level
_HIGHEST_GRADE = 6  # "đàn bò duy trì ở mức 2.100 con" names no grade
_ALL_SIDES = re.compile(r" ?(?:tiêu chí|mặt|chỉ số|nội dung|lĩnh vực|khâu|cấp)(?!\w)")  # "giảm cả 3 tiêu chí": all of them, no value
_NOT_COUNTED_AFTER = re.compile(
    r" ?(?:tại chỗ|tầng(?! lớp)|rõ|sao|nhà(?= [-(])|cùng|chiều|cấp|bên(?! )|trụ cột|mũi(?! tiêm)|sạch|không(?= ?(?:$|[,;.)”]|và |\d))|tuổi trở|tháng tuổi|dám|ổn định|sẵn sàng|giờ trong ngày|công khai(?! (?:xin lỗi|minh bạch)))(?!\w)"
)
# "tuổi thọ trung bình tính từ lúc sinh: 73,8 tuổi"; not "đạt chuẩn phổ cập mẫu giáo 5 tuổi", which tells for whom
_AGE_BEFORE = re.compile(r"(?:tuổi thọ|tuổi (?:bình quân|trung bình|kết hôn)|sống kh(?:ỏe|oẻ)) (?:[^\s,;:]+:? ){0,8}$|(?:đạt|là|bằng) (?!chuẩn |tiêu chuẩn |phổ cập |yêu cầu |mục tiêu )(?:[^\s,;:]+ ){0,6}$")
# "tỷ suất tử vong trên 1.000 trẻ đẻ sống dưới 9,5", "12 bác sĩ trên một vạn dân": what a rate is counted per.
_RATE_HEAD = re.compile(r"(?:tỷ|tỉ) (?:suất|số|lệ)|tử vong|mắc|số (?:bác sĩ|giường|điều dưỡng|dược sĩ|ca|vụ|người|thuê bao)")
_PER_THOUSAND = re.compile(r"(?:1|10|100)[. ]?000 (?:trẻ|dân|người|bà mẹ|phụ nữ|ca|số dân|lao động|hộ|học sinh|trường hợp)(?!\w)")
_SHARE_OF = re.compile(r" (?:số )?(?:hộ(?: gia đình| dân| nghèo)?|người(?: dân)?|dân(?: số| cư)?|trẻ em|học sinh|doanh nghiệp|cơ quan|đơn vị|(?:thôn|xã)(?:, (?:bản|ấp|buôn|xóm|làng|tổ dân phố|khu phố|phường))*|hồ sơ|văn bản|cán bộ|công chức|sản phẩm)(?= trở)")
# Whoever they are, where what they do stands behind: "80% cơ sở trở lên đạt vững mạnh", "85% số hộ đăng ký trở lên đạt danh hiệu".
_SHARE_OF_ANY = re.compile(r"(?: (?!hoàn|đạt|được|khá|tốt|tuổi|có|mức|sao|cấp|loại|trung|trình|đại|độ|vụ|từ)[^\W\d_]+){1,5}?(?= trở lên (?:so với|trên tổng|đạt|có|được|đăng ký|tham gia|sử dụng|thực hiện|ký|đảm bảo|hoàn thành|xây dựng)(?!\w))")
# "2.000 hộ nghèo trở lên", "02 đối tượng truy nã trở lên": words on the noun counted; not "50 đảng viên khá trở lên", which tells how good they are.
_ONE_WORD_ON = re.compile(r"(?: (?!khá|giỏi|tốt|vừa|lớn|nhỏ|đạt|hai|ba|bốn|cấp|loại|bậc|hạng|mức|học|trung|cao|sơ|xuất|sắc|trình|độ|chuẩn|tuổi|năm|sao|từ|có|là)[^\W\d_]+){1,3}(?= trở (?:lên|xuống)(?: ?[,;.)]|$))")
_OF_PLAN = re.compile(r" (?:chỉ tiêu|kế hoạch|dự toán|nghị quyết|quân số|dân số)(?: [^\W\d_]+){0,4}?(?= trở lên)")
_PER_AFTER = re.compile(r"(?: ?/ ?(?:năm|tháng|quý|người|hộ|hội viên|đoàn viên|đảng viên|lao động|ha|xã|thôn))+(?!\w)")
_FEWER = re.compile(r" (?:số )?(?:vụ|lượt|ca|trường hợp|đối tượng|điểm|tổng số)(?: [^\W\d_]+){0,5}?(?= trở)")  # "từ 10% số vụ cháy trở lên"
_FEWER_ALONE = re.compile(r" (?:tổng )?số (?:vụ|ca|trường hợp|lượt)(?: (?!đạt|loại|khá|giỏi|tốt|cấp|được|có)[^\W\d_]+){0,3}?(?= trở lên ?(?:[,;.)]|$))")
# "Kết nạp đảng viên: 05 đồng chí (năm trước 04)": nothing but the amount stands behind the label, which is its subject.
_CLOSED_LABEL = re.compile(r"(?: (?:chỉ tiêu|kế hoạch)(?: được)?(?: giao)?| toàn (?:trường|xã|phường|tỉnh|ngành)|/(?:học kỳ|năm học|năm|quý|tháng|tuần))? ?(?:$|[,;()]|\.(?!\d))")
_STRIVES = re.compile(r"(?:(?:phấn đấu|quyết tâm|dự kiến)? ?(?:đạt|có) )")  # "Học sinh giỏi cấp tỉnh: Phấn đấu đạt 18 giải (…)"
_ONE_MORE = re.compile(r" (?!số )[^\W\d_]+(?= ?(?:$|[,;()]|\.(?!\d)))")
_LABEL_TIME = re.compile(r"(?:19|20)\d\d[^:]{0,12}: $|(?:^|\W)(?:quý|tháng|đợt|giai đoạn|kỳ) [^:]{1,12}: $")
# "Tốt nghiệp THPT năm 2027: 185/185 học sinh": the year belongs to a subject, it is no label by itself.
_SUBJECT_TIME = re.compile(r"(?:^|[;:.] )(?!đến|trong|từ|giai đoạn|riêng|năm|quý|tháng)(?:[^\W\d_]+ ){2,12}(?:\([^()\d]{1,20}\) (?:đến )?)?(?:năm học|năm) (?:19|20)\d\d(?: ?- ?(?:19|20)\d\d)?: $")
_SPAN_BEFORE = re.compile(r"\d (?:tháng|năm|ngày) $")  # "đào tạo dưới 3 tháng | 15.000 người"
_TIMES = ("năm ", "ngày ", "tháng ")
_EACH_TIME = ("mỗi năm ", "hằng năm ", "hàng năm ", "mỗi tháng ", "mỗi quý ")  # "đào tạo nghề bình quân mỗi năm | 240 lao động": no name of a year
_OFTEN_COUNTED = ("lần", "buổi", "kỳ", "ngày", "giờ")
_LISTED = re.compile(r"(?:\)|\.(?!\d)) ?\D")  # "1. …", "2) …"
_OUTLINED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.? \D")  # "1.2. …"
_NAMED_ENDS = tuple(sorted(last_words(_NAMED)))


def parse_number(token: str, *, thousands: bool) -> float:
    """A printed number as a float. Point and comma: the last one that groups no three digits is the decimal mark.

    `thousands` says how to read one group of three ("18.000", "1,200"): True for amounts, False for shares and indices.
    A point before three digits is thousands in Vietnamese print, except after a zero ("0.770").
    """
    token = token.replace(" ", "")
    marks = [c for c in token if c in ".,"]
    if not marks:
        return float(token)
    if len(set(marks)) == 2:
        last = max(token.rfind("."), token.rfind(","))
        whole = token[:last].replace(".", "").replace(",", "")
        return float(f"{whole}.{token[last + 1:]}")
    mark = marks[0]
    groups = token.split(mark)
    grouped = all(len(g) == 3 for g in groups[1:]) and 1 <= len(groups[0]) <= 3 and groups[0].strip("0") != ""
    if grouped and (thousands or len(marks) > 1):
        return float("".join(groups))
    if len(marks) > 1:
        return float("".join(groups[:-1]) + "." + groups[-1])
    return float(f"{groups[0]}.{groups[1]}")


_FINE = frozenset({"ha", "hecta", "km", "km2", "km²"})  # measured to three places: "28,333 ha", "12,455 km"


def _grouped(token: str, measure: Measure) -> bool:
    """Does one group of three digits in `token` mean thousands? A comma before money, a scale word, hectares or kilometres is decimal."""
    if measure.kind in ("percent", "index", "speed"):
        return False
    if "," not in token:
        return True
    scaled = measure.kind == "money" or (measure.printed or "").lower() in _FINE or bool(re.match(r"(?:nghìn|ngàn|triệu|tỷ|tỉ) ", fold(measure.printed or "")))
    return not (scaled or measure.kind == "bare")


def _skip(low: str, m: re.Match[str], measure: Measure) -> bool:
    """Is this number a date, a year, a name or an ordinal? What introduces it is looked at last, for it takes longest."""
    start, end, token = m.start(), m.end(), m[0]
    after = low[end : end + 24]
    strong = measure.kind in ("percent", "money", "speed") or (measure.kind == "measure" and measure.length > 0)
    before = low[max(0, start - 24) : start]
    if before.endswith("cứ ") and re.match(r" [^\W\d_]+[^,;.\d]{0,40}? (?:thì )?có ", low[end : end + 60]):
        return True  # "cứ 10.000 trẻ em có ít nhất 01 nhân viên": what is counted by
    if before.endswith(_EACH_TIME) and measure.kind == "counted" and measure.printed and measure.printed not in _OFTEN_COUNTED:
        return known_measure(measure.printed.split("/")[0]) is None
    if start == 0 and (_LISTED.match(after) if after[:1] in (")", ".") else "." in token and not strong and _OUTLINED.match(low)):
        return True
    if before.endswith("/") or (before.endswith(("-", "+")) and before[-2:-1].isalnum()):  # "Km12+500"
        return True
    if before.endswith(" giờ ") and len(token) == 2 and token < "60" and before[:-5][-1:].isdigit():
        return True  # "16 giờ 00", the minutes of a time of day
    if after.find("/", 0, 2) >= 0 and _RATE_AFTER.match(after) and not re.match(r" ?/ ?(?:19|20)\d\d(?!\d)", after):
        return False
    if not strong:
        if _CODE_AFTER.match(after) and measure.length == 0:
            return True
        fraction = _FRACTION_AFTER.match(after)
        if fraction and not (read_after_fraction(low, end + fraction.end())):
            return not (_share_of_all(low, start, token, fraction[0]) or all_of_them(low, start, end))
        if _DATE_AFTER.match(after) and not fraction and not re.match(r" ?- ?\d", after):
            return True
        if _YEAR.fullmatch(token) and not (measure.kind in ("counted", "measure") and measure.printed and measure.printed != "bằng" and known_measure(measure.printed.split("/")[0])):
            return True
        if _YEAR.fullmatch(token) and before.endswith(("năm ", "- ", "/")):
            return True
        if (before.endswith(("trong năm ", "cả năm ", "toàn khóa ")) or _SPAN_BEFORE.search(before)) and _THOUSANDS.fullmatch(token) and measure.printed and known_measure(measure.printed):
            return False  # "số khách trong năm 12.000 người": no year is printed with a point
        if measure.kind == "counted" and measure.printed and before.endswith(f"số {measure.printed} "):
            return False  # "số lớp 38 lớp": the noun stands on both sides
        if before.rstrip().endswith(_NAMED_ENDS) and _NAMED.search(before) and not (before.endswith("cấp ") and (_GIVES.search(before) or (parse_number(token, thousands=True) or 0) > _HIGHEST_LEVEL)) and not (before.endswith("chỉ tiêu ") and "." in token and len(token) > 4) \
                and not (before.endswith("mức ") and (parse_number(token, thousands=True) or 0) > _HIGHEST_GRADE and measure.printed and known_measure(measure.printed.split("/")[0])) \
                and not (before.endswith(("hướng dẫn ", "giao chỉ tiêu ", "công nghiệp ")) and measure.printed and known_measure(measure.printed.split("/")[0])) and introduction(low, start)[2] is None:
            return True
        if len(token) < 3 and (row := _NAMED_ROW.search(before)) and (token[0] != "0" or row[1][0] == "0") and int(row[1]) + 1 == parse_number(token, thousands=False):
            return True  # "dịch vụ công mức độ 3, 4 phổ biến"
        if before.endswith("cả ") and _ALL_SIDES.match(after):
            return True
        if (before.endswith("mô hình ") and after.startswith(" lớp") and not after.startswith((" lớp học", " lớp tập"))) or (after.startswith(" vụ") and before.endswith(("lúa ", "lúa nước ")) and after[3:4] != "/"):
            return True  # "mô hình 4 lớp" of security, "đất lúa 2 vụ"
        if _NOT_COUNTED_AFTER.match(after) and not (after.startswith(" tuổi trở") and _AGE_BEFORE.search(low[max(0, start - 60) : start])):
            return True
    return not strong and before.endswith(_TIMES) and (before in _TIMES or re.search(r"\W(?:năm|ngày|tháng) $", before) is not None)


def _share_of_all(low: str, start: int, token: str, fraction: str) -> bool:
    """"tổng số tiêu chí đạt chuẩn lên 19/19", "số thôn đạt chuẩn: 10/12": so many of all, where the subject counts."""
    reached = re.search(r"(?:lên|đạt|là|:) $", low[max(0, start - 6) : start])
    subject = re.search(r"(?:^|[,;] ?|nâng |đưa |có )(?:tổng )?số (?!hiệu)(?:[^,;:.]|, (?=(?:bản|ấp|xóm|buôn|làng|khóm|tổ dân phố|khu phố) )){3,80}$", low[max(0, start - 110) : start].rstrip(": "))
    return bool(reached and subject and token.isdigit() and int(token) <= int(fraction.strip(" /")))


def all_of_them(low: str, start: int, end: int) -> bool:
    """"18/18 chi bộ", "ở 12/12 lớp": all of so many things, whatever they are; not the day 12/12."""
    m = _ALL_OF.match(low, start, end + 40)
    return m is not None and not _DAY_BEFORE.search(low, max(0, start - 60), start) and m[2] not in STOP_WORDS and not opens_act(low[m.start(2) : m.start(2) + 30])


def read_after_fraction(low: str, at: int) -> bool:
    """Does a counted noun stand behind "10/12"? Then it is a share of things, not a date."""
    found = read_measure(low, low, at)
    return found.kind in ("counted", "measure") and found.printed is not None and known_measure(found.printed) is not None


def scan(sheet: Sheet) -> Iterator[Number]:
    """Every number phrase of a sheet in order, ranks and levels not included."""
    plain, low = sheet.plain, sheet.low
    done = 0
    first = _DIGIT.search(low)
    matches = [*_DIGITS.finditer(low, first.start())] if first else []
    if words := [*word_numbers(low)]:
        matches = sorted([*matches, *words], key=lambda m: m.start())
    for m in matches:
        if m.start() < done:
            continue
        token, end = m[0], m.end()
        spelled = _SPELLED.match(low, end) if low.find("(", end, end + 2) >= 0 else None
        end = spelled.end() if spelled else end
        high_token = None
        rng = _RANGE.match(low, end)
        if rng and not _YEAR.fullmatch(rng[1]) and not _YEAR.fullmatch(token) and not (low.startswith(("%", " %"), rng.end()) and _THIRD.match(low, rng.end())):
            high_token, end = rng[1], rng.end()
        if token in NUMBER_WORDS and (up_to := range_word(low, end)):
            high_token, end = str(NUMBER_WORDS[up_to[1]]), up_to.end()
        if high_token is None and low.startswith("từ ", m.start() - 3) and (upto := _COMMA_RANGE.match(low, end)):
            high_token, end = upto[1], upto.end()
        slash = low.find("/", end, end + 2) >= 0
        fraction = None if not slash or high_token or _RATE_AFTER.match(low, end) else _FRACTION_AFTER.match(low, end)
        if fraction and (read_after_fraction(low, fraction.end()) or _share_of_all(low, m.start(), token, fraction[0]) or all_of_them(low, m.start(), end)):
            end = fraction.end()
        if low.startswith(" trong ", end) and high_token is None and (out_of := _OUT_OF.match(low, end)) and token.isdecimal() and 1 < int(token) <= int(out_of["all"]) and read_after_fraction(low, out_of.end()):
            fraction, end = out_of, out_of.end()
        measure = read_measure(plain, low, end)
        if high_token is None and not fraction and measure.printed and (more := _ONCE_MORE.match(low, end + (measure.length or len(measure.printed) + 1))) \
                and not (measure.kind == "percent" and _THIRD.match(low, more.end())) and (not _FROM_TO.search(low, max(0, m.start() - 70), m.start()) or more[0].lstrip()[0] in "-~÷"):
            second = read_measure(plain, low, more.end())
            same = second.kind == measure.kind and (second.printed or "").lower().startswith(measure.printed.lower())
            if same or {measure.printed.lower(), (second.printed or "").lower()} <= _PEOPLE:
                high_token, end, measure = more[1], more.end(), second
        rest = 0.0
        if high_token is None and measure.kind == "money" and (more_of_it := money_rest(plain, low, end, measure)):
            rest, measure = more_of_it
        if _skip(low, m, measure):
            continue
        signed = low[m.start() - 1 : m.start()] == "+" and low[m.start() - 2 : m.start() - 1] in (" ", ":")  # "mức sinh: +0,1‰"
        lead, start, comparator, reached, change, trend = introduction(low, m.start() - signed)
        if token in NUMBER_WORDS:
            value = float(NUMBER_WORDS[token])
        else:
            value = parse_number(token, thousands=_grouped(token, measure))
        value = round(value + rest, 6) if rest else value
        high = parse_number(high_token, thousands=_grouped(high_token, measure)) if high_token else None
        if high is not None and high <= value:
            high, end = None, (spelled.end() if spelled else m.end())
            measure = read_measure(plain, low, end)
        kind, unit = measure.kind, measure.unit
        if reached and comparator and kind == "counted" and measure.printed and low[start] in "≥≧>" and (low[lead:start] == "có " or low.endswith("có ", 0, lead) or only_act(re.split(r"[,;:.] |^[-+•*] ?", low[max(0, lead - 60) : lead])[-1].strip())) and measure.printed.lower() not in low[max(0, lead - 60) : lead]:
            reached = False  # "100% khu công nghiệp có ≥ 01 trạm 5G" is "… có ít nhất 01 trạm 5G"
        if kind == "age":
            # "từ 15 tuổi trở lên" tells who is meant; only an age that is reached ("tuổi thọ đạt 75 tuổi") is a value.
            if not _AGE_BEFORE.search(low[max(0, lead - 60) : start]) and not reached:
                continue
            kind = "measure"
        if comparator == ">" and kind == "counted" and low.startswith("trên ", start) and _PER_THOUSAND.match(low, m.start()) \
                and _RATE_HEAD.search(low, max(0, start - 90), start) and _DIGIT.search(low, end, end + 90):
            continue
        if comparator == ">" and kind == "measure" and low.startswith("trên ", start) and (_AREA_OF.match(low, end + measure.length) or (value == 1 and _ONE_OF.match(low, end + measure.length))):
            continue  # "giá trị sản xuất trên 1 ha đạt 150 triệu đồng": what the value is counted by
        if comparator == ">" and value == 1 and low.startswith("trên ", start) and _MEAN_OF.search(low, max(0, start - 12), start) and _DIGIT.search(low, end, end + 90):
            continue  # "số dân phục vụ bình quân trên 01 điểm bưu chính khoảng 3.700 người"
        if comparator is None and value == 1 and kind == "measure" and _MEAN_OF.search(low, max(0, start - 12), start) and (_AREA_OF.match(low, end + measure.length) or _ONE_OF.match(low, end + measure.length)):
            continue  # "giá trị sản xuất bình quân 1 ha đạt 165 triệu đồng"
        if comparator and kind == "percent" and value < 100 and (over := low.find("vượt ", start, m.start())) >= 0 and not low.startswith("không ", start) \
                and _OVER_PLAN.match(low, end + measure.length):
            start, reached, change = over + 5, False, "increase"
            comparator = None if low[start : m.start()] in ("", "mức ") else comparator
        if comparator and kind == "counted" and measure.printed in ("chỉ tiêu", "kế hoạch") and low.startswith("vượt ", start):
            start, comparator = m.start(), None  # "trong đó vượt 05 chỉ tiêu": so many are exceeded
        if fraction and kind == "bare":
            kind, unit = "counted", "count"
        if kind == "rank" and _PLACED_THING.match(low, end):
            kind, unit = "counted", "count"  # "05 vị trí | quỹ đất": places, no rank
        if kind == "level" or kind == "index":
            kind, unit = "bare", None
        stop = end + measure.length
        cuts = [(start, stop)]
        sign: Comparator = "="
        apart = None if comparator else apart_comparator(low, start)
        if apart:
            comparator = comparators("before")[1][apart[1]]
            lead = min(lead, apart.start()) if start - apart.end() < 20 else lead
            cuts.insert(0, apart.span())
        if comparator:
            sign = comparator  # type: ignore[assignment]
        after, table, _ = comparators("after")
        tail = after.match(low, stop)
        noun_end = stop
        if not tail and kind == "counted" and measure.printed:
            noun_end = stop + len(measure.printed) + (1 if low[stop : stop + 1] == " " else 0)
            noun_end += 4 if low.startswith(" mới", noun_end) else 0
            tail = after.match(low, noun_end)
            if not tail and (one := _ONE_WORD_ON.match(low, noun_end)):
                tail, noun_end = after.match(low, one.end()), one.end()
            if not tail and low.startswith(" ", noun_end) and (whose := counted_end(low, noun_end)) > noun_end and low.startswith(" trở ", whose):
                tail, noun_end = after.match(low, whose), whose  # "hai hộ hội viên trở lên"
        if not tail and kind == "percent" and (plan := _OF_PLAN.match(low, stop)):
            tail, noun_end = after.match(low, plan.end()), plan.end()  # "đạt 100% chỉ tiêu giao trở lên"
        if not tail and kind == "percent" and low[start : m.start()].strip() in ("", "từ", "đạt từ") and value < 100:
            # "90% hộ gia đình trở lên sử dụng …": said of the share, where no age or rank stands between.
            who = _SHARE_OF.match(low, stop) or _SHARE_OF_ANY.match(low, stop) or (_FEWER if low.startswith(("từ ", "đạt từ "), start) else _FEWER_ALONE).match(low, stop)
            tail = after.match(low, who.end()) if who else None
            noun_end = who.end() if who and tail else stop
        if tail:
            sign = table[tail[1]]  # type: ignore[assignment]
            if noun_end > stop:
                per = _PER_AFTER.match(low, tail.end()) if kind == "counted" else None  # "10 đảng viên trở lên/năm"
                cuts.append((tail.start(), per.end() if per else tail.end()))
            else:
                if kind == "bare" and (own := read_measure(plain, low, tail.end())).kind == "counted" and own.printed and known_measure(own.printed):
                    kind, unit = own.kind, own.unit  # "từ 02 trở lên mô hình": what is counted stands behind
                per = _PER_AFTER.match(low, tail.end())  # "từ 20.000 đồng trở lên/hội viên/năm"
                stop = per.end() if per else tail.end()
                cuts = [(start, stop)]
                if per and kind in ("money", "measure") and unit and "/" not in unit:
                    unit += per[0].replace(" /", "/").replace("/ ", "/")
        if high is not None:
            sign = "range"
            pre = _RANGE_PRE.search(low[max(0, start - 12) : start])
            if pre:
                start -= len(pre[0])
                lead = min(lead, start)
                cuts[0] = (start, cuts[0][1])
        done = max(stop, end)
        noun = len(measure.printed) + 1 if kind == "counted" and measure.printed and not fraction else 0
        edge = tail.end() if tail else stop + noun if noun else done
        if fraction and kind == "counted" and measure.printed and low.startswith(f" {measure.printed.lower()} (", stop):
            edge = stop + len(measure.printed) + 1  # "Tốt nghiệp THPT: 185/185 học sinh (…)"
        word = measure.printed if noun and not tail else None
        if word and " " not in word and known_measure(word) is None and (more := _ONE_MORE.match(low, edge)):
            edge = more.end()  # "Giao quân: 42 công dân (…)": a noun of two syllables that the vocabulary does not have
        labelled = change is None and (lead == start or (low[lead:start] != "" and bool(_STRIVES.fullmatch(low[lead:start])))) and low.startswith(": ", lead - 2) and bool(_CLOSED_LABEL.match(low, edge)) \
            and (not _LABEL_TIME.search(low, max(0, lead - 24), lead) or bool(_SUBJECT_TIME.search(low, max(0, lead - 90), lead)))
        reached = reached or labelled or (kind in ("money", "measure") and low[lead:start] == "phấn đấu " and low.startswith(", ", lead - 2) and bool(_CLOSED_LABEL.match(low, edge)))
        yield Number(
            kind, sign, value, high, unit, measure.printed, lead, start, m.start(), done,
            comparator is not None or tail is not None, reached, change, tuple(cuts), trend, labelled,
        )
