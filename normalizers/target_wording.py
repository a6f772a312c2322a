"""Wording of targets in prose: leads, tails, subjects and groups cut from it and put together, on text alone."""

from __future__ import annotations

import re

from normalizers.acts import names_indicator, opens_act
from normalizers.announced import without_announcement
from normalizers.numbers import Sheet
from normalizers.pattern_ends import last_words
from normalizers.text import CAPITALS, fold

PREFIX = re.compile(
    r"^(?:(?:góp phần )?(?:thực hiện|hoàn thành)(?: thắng lợi| đạt)? (?:mục tiêu|chỉ tiêu)(?= (?:tốc độ|tăng trưởng|tỷ lệ|tỉ lệ|tổng|thu nhập|thu ngân|giá trị) )|theo (?:kế hoạch|chương trình|đề án|nghị quyết|quy hoạch|chiến lược|quyết định)(?!\w)[^,:]{0,70}(?=,)|(?:tập trung |tích cực )?phấn đấu|nỗ lực|cố gắng|(?:đặt|đề)(?: ra)? mục tiêu|quyết tâm|(?:đảm bảo|bảo đảm)(?: cho$)?|đồng thời|trong đó|ngoài ra|bên cạnh đó|riêng|còn lại|và|đạt được|đạt|có|dự kiến|ước tính|ước|"
    r"(?:mục tiêu|chỉ tiêu)(?: (?:được )?(?:đặt|đề) ra)?|cụ thể|theo đó|trong nhiệm kỳ(?: này| tới)?|đến (?:hết|cuối) nhiệm kỳ(?=,| có| đạt|$)|(?:trong|đến cuối|đến hết|cuối) năm(?: nay| này)?(?=,? (?:có|phấn đấu|đạt|sẽ)(?!\w))|sẽ|với|để|thì|là|từng bước|tiếp tục|chiếm(?= (?:thị phần|(?:tỷ|tỉ) (?:trọng|lệ) [^\W\d_]))|tiến tới|tiến đến|hướng tới|đặc biệt(?=,)|(?:và )?tầm nhìn (?:đến )?(?:năm )?20\d\d(?=,| có| đạt|$)|trong số (?:này|đó))(?!\w)[ ,:]*"
)
RAISE = re.compile(r"^(?:tăng|nâng cao(?=,| và| thứ hạng)|nâng|giảm|đưa|duy trì|giữ vững|giữ|kéo giảm|khống chế|kiểm soát|kiềm chế|hạ|cải thiện(?=,| và| thứ hạng| chỉ số))(?:(?:, từng bước|,| và) (?:giữ vững|duy trì|cải thiện|nâng cao|nâng|tăng|kéo giảm))?(?: (?:ổn định|dần))? (?=tỷ |tỉ |số |độ che phủ|chỉ số|tổng |mức|tốc độ|quy mô|diện tích|thu nhập|giá trị|thứ hạng (?!trong |so |thuộc |của ))")
_SUFFIX = re.compile(
    r"(?:^|(?<!trở)[ ,:(–-]+)(?:(?:tập trung |tích cực )?phấn đấu|nỗ lực|cố gắng|(?:đặt|đề)(?: ra)? mục tiêu|quyết tâm|đảm bảo|bảo đảm|đạt được|đạt|dự kiến|ước tính|ước|chiếm|là|còn|(?:thực hiện|hoàn thành) (?:đạt )?mục tiêu|lên đến|lên tới|(?<!tải )(?:lên|xuống)|(?:ổn định )?(?:ở )?mức|(?<!bắt )(?<!thu )(?<!tạm )(?<!lưu )(?<!nắm )(?<!gìn )(?<!cất )giữ|được (?:khống chế|kiểm soát|duy trì|giữ ổn định)|"
    r"(?:tăng|giảm) dần (?:đều )?(?:qua (?:các|từng) năm|theo từng năm|(?:hằng|hàng|mỗi) năm)(?: để| và)?|"
    r"(?:đạt|với|chiếm) (?:tỷ|tỉ) (?:lệ|trọng)|mục tiêu|tăng|(?<!cắt )giảm|từ|(?:đạt )?(?:trung bình|bình quân)(?<=đạt trung bình)|(?:đạt|chiếm) bình quân|khoảng|(?:được )?(?:nâng|hạ) (?:lên|xuống)(?: còn| mức)?|tăng lên|giảm còn|giảm xuống|duy trì ổn định|giữ ổn định|(?<! và )duy trì|sẽ|phải|:|,|-)$"
)
_SUFFIX_ENDS = last_words(_SUFFIX)  # behind any other word the search would fail
PREDICATE = re.compile(r" (?:do(?= [^,;.]{2,30} (?:làm chủ|quản lý|đứng đầu|điều hành|phụ trách)(?!\w))|được|có|đạt|đủ|(?<!tiêu )dùng|biết|hưởng|(?<!tiểu )(?<!trung )(?<!đại )(?<!khoa )(?<!tin )(?<!trường )(?<!lớp )(?<!môn )(?<!năm )(?<!bậc )(?<!cấp )(?<!văn )(?<!sinh )(?<!hóa )(?<!toán )học(?! (?:sinh|viên|phí|bạ|bổng|liệu|kỳ|hàm|vị)(?!\w))|thoát(?= (?:nghèo|khỏi))|lắp đặt|tốt nghiệp|giải quyết|duy trì|chuyển|trang bị|ký|nộp|ứng dụng|sử dụng|luyện tập|tham gia|thực hiện|triển khai|hoàn thành|tiếp cận|chấp nhận|là|không|kết nối|đáp ứng|cung cấp|xử lý|bị|phải|tự|hài lòng|đồng thuận|ủng hộ|ra lớp|đến trường|đến lớp|qua đào tạo)(?!\w)")
_FAMILIES = (re.compile(r"(?<!\w)(?:(?:khu vực|vùng) )?(?:đô thị|thành thị|nông thôn|miền núi|đồng bằng)(?!\w)(?! (?:mới|văn minh|thông minh))"),
             re.compile(r"(?<!\w)(?<!việt )(?:nam|nữ)(?!\w)"),
             re.compile(r"(?<!\w)(?:nhà trẻ|mẫu giáo)(?!\w)"),
             re.compile(r"(?<!\w)(?:(?:cấp|bậc) )?(?:mầm non|tiểu học|trung học cơ sở|trung học phổ thông|thcs|thpt)(?!\w)"),
             re.compile(r"(?<!\w)(?:nội trú|ngoại trú|[3-6]g)(?!\w)"))
EDGE = " ,.;:–-…"
# "Sử dụng hóa đơn điện tử: 100% | hộ kinh doanh": who or what the share is of, without what is reached
NAMELESS = re.compile(r"[^\W\d_]+(?:,? [^\W\d_]+){0,5}")
WITHIN_YEAR = re.compile(r"(?<=phấn đấu )(?:(?:đến|tới|vào) (?:hết |cuối )|trong )năm(?: nay)?,? (?!học|20|19)")  # "…, phấn đấu đến cuối năm đạt 95%"


def strip_lead(text: str, *, raise_too: bool) -> str:
    """Wording without the verbs that only introduce it ("Phấn đấu", "Đảm bảo", "Đạt", "Có")."""
    for _ in range(6):
        text = text.lstrip(EDGE)
        low = fold(text)
        m = PREFIX.match(low)
        if not m or len(low) != len(text):
            break
        text = text[m.end() :]
    m = RAISE.match(fold(text)) if raise_too else None
    if m and len(fold(text)) == len(text):
        text = text[m.end() :]
    return text.strip(EDGE)


_BODY = (r"(?:(?:toàn|cả) )?(?:xã|phường|đặc khu|tỉnh|thành phố|huyện|thị xã|nước|quốc|ngành|ubnd|ủy ban|uỷ ban|mttq|mặt trận|hội|đoàn|đảng bộ|đảng ủy|đảng uỷ|chi bộ|trường|nhà trường|"
         r"công an|công đoàn|liên đoàn|địa phương|đơn vị|bộ|sở|chương trình|kế hoạch|đề án|phong trào|nghị quyết|lực lượng)")
_WHO_STRIVES = re.compile(rf"{_BODY}(?: (?!có |được |đạt )[^\W\d_]+){{0,6}}? (phấn đấu|quyết tâm|nỗ lực|cố gắng|(?:đặt|đề)(?: ra)? mục tiêu)(?: là| phấn đấu)?(?:,? |$)")
# "Đối với lĩnh vực đất đai, | phấn đấu có | 90% hồ sơ …": the frame stays, the striving goes
_WHO = re.compile(rf"{_BODY}(?: (?!có |được |đạt )[^\W\d_]+){{0,6}} ")


def time_start(low: str, start: int, at: int, end: int, number: tuple[int, int], stop: int) -> int:
    """Where the time phrase `[at, end)` of a clause `[start, stop)` begins: with the "hoàn thành" that it is said of, without the
    striving of a body that it is told with ("Đảng bộ xã phấn đấu | đến năm 2030 có 90% dân số …"); `number` is the clause's number."""
    if at > start and low.startswith("phấn đấu ", at) and _WHO.fullmatch(low[start:at].lstrip(EDGE)) \
            and end <= number[0] and (not low.startswith(", ", end) or names_indicator(low[end + 2 :])) and (len(low[number[1] : stop].split()) > 2 or len(low[end : number[0]].split()) > 2):
        return at + 9
    return with_done(low, at)


_FRAME_STRIVES = re.compile(r"(?P<frame>(?:đối với|về|tại|ở|trong) (?!năm|giai|nhiệm)[^,;:]{4,90},|(?:bình quân |định kỳ )?(?:hằng|hàng|mỗi) (?:năm|quý|tháng),?) (?:phấn đấu|đảm bảo|bảo đảm|quyết tâm)(?: đạt| có)* ?")
# "Trong lĩnh vực kinh tế số, xã phấn đấu đạt | tỷ trọng …": the field that an indicator of its own follows
_TOPIC_STRIVES = re.compile(r"(?:về|trong lĩnh vực) [^,;:\d]{4,60}, (?:[^\W\d_]+ ){0,5}(?:phấn đấu|đặt mục tiêu)(?: đạt)? ")
_TERM_STRIVES = re.compile(r"(?:đến |trong |vào )?(?:cuối |hết )?(?:nhiệm kỳ(?: [ivx]+)?|giai đoạn|kỳ kế hoạch),? (?:phấn đấu|quyết tâm) ")
_NAME_STRIVES = re.compile(rf"(?:[{CAPITALS}][^\W\d_]* ){{2,4}}(?:phấn đấu|quyết tâm|đặt mục tiêu) ")
_GROWS = re.compile(r"tăng trưởng(?: bình quân)?(?: (?:hằng|hàng|mỗi) năm)?(?: đạt)?")
_WHO_HAS = re.compile(rf"{_BODY}(?: [^\W\d_]+){{0,4}}? (?:đạt chuẩn|được công nhận|trở thành|hoàn thành) [^,;:]+,")
_THEN = re.compile(r"(?:đạt)?$|(?:có|không|thu|đến|trong|(?:hằng|hàng|mỗi) (?:năm|quý|tháng))(?!\w)")


def strives(low: str) -> bool:
    """Is a folded text nothing but the body that strives for something ("đảng bộ huyện phấn đấu")?"""
    return low.endswith((" phấn đấu", " quyết tâm")) and (m := _WHO_STRIVES.match(low)) is not None and m.end() == len(low)


_LAND_HAS = re.compile(r"[ ,]*(?:theo [^,;:\d]{3,60}, )?(?:trên địa bàn )?(?:toàn|cả) (?:xã|phường|tỉnh|thành phố|huyện|nước|quốc|ngành|vùng|đặc khu|trường)(?: sẽ| phải| cần)* có ?")  # "toàn xã có | 80% hộ dân …"


def without_who(before: str, *, share: bool = False) -> str:
    """Wording before a number without the body that strives for it ("Hội Phụ nữ xã phấn đấu | kết nạp"), or that is said to
    reach something else first ("Tỉnh đạt chuẩn nông thôn mới, | ít nhất 1 huyện …")."""
    low = fold(before)
    if len(low) != len(before):
        return before
    if share and low.endswith("có") and _LAND_HAS.fullmatch(low):
        return ""
    if low.endswith(","):
        return "" if _WHO_HAS.fullmatch(low) else before
    if " phấn đấu" not in low and " mục tiêu" not in low and " chỉ tiêu" not in low and " quyết tâm" not in low and " nỗ lực" not in low and " cố gắng" not in low:
        return before
    if (rest := without_announcement(before, low)) != before:
        return rest
    if (topic := _TOPIC_STRIVES.match(low)) and names_indicator(low[topic.end() :]):
        return before[topic.end() :]
    if framed := _FRAME_STRIVES.match(low):
        return before[: framed.end("frame")] + " " + before[framed.end() :]
    if low[0] == "," and (bare := without_who(before.lstrip(EDGE))) != before.lstrip(EDGE):
        return bare  # "Năm 2026|, tỉnh phấn đấu thành lập mới …"
    if term := _TERM_STRIVES.match(low):
        return before[term.end() :]
    m = _WHO_STRIVES.match(low) or (_NAME_STRIVES.match(before) if before[:1].isupper() else None)
    if m is None or not (_THEN.match(rest := low[m.end() :]) or names_indicator(rest) or opens_act(rest)):
        return before
    if low.startswith("ngành ") and _GROWS.fullmatch(rest.strip()):
        return f"{before[: m.start(1)]}{rest.strip()}"  # "Ngành xây dựng phấn đấu | tăng trưởng 9%": the sector is what grows
    return before[m.end() :]


def strip_tail(text: str) -> str:
    """Wording without the verbs that lead to the number ("đạt", "chiếm", "dự kiến")."""
    for _ in range(6):
        text = text.rstrip(" ,:;–-")
        low = fold(text)
        last = low.rpartition(" ")[2]
        if last.isalpha() and last not in _SUFFIX_ENDS:
            break
        m = _SUFFIX.search(low)
        if not m or len(low) != len(text):
            break
        text = text[: m.start()]
    return text


def join_pieces(*pieces: str) -> str:
    out = " ".join([p.strip() for p in pieces if p.strip(EDGE)])
    out = out.replace(" ,", ",").replace(" .", ".").replace(" ;", ";").replace(" :", ":").replace(" )", ")")
    out = out.replace("()", "")  # a year alone in its brackets was the horizon
    return " ".join(out.replace(",,", ",").split())


def without(text: str, at: int, cuts: list[tuple[int, int]]) -> str:
    """The wording of a piece that starts at sheet offset `at`, without the sheet spans `cuts`."""
    if not cuts:
        return join_pieces(text)
    out, pos = [], at
    for a, b in sorted(cuts):
        a, b = max(a, at), min(b, at + len(text))
        if a < b and b > pos:
            out.append(text[pos - at : max(a, pos) - at])
            pos = b
    out.append(text[pos - at :])
    return join_pieces(*out)


def label_end(sheet: Sheet, start: int, first: int) -> int:
    """End of a lead-in such as "Hạ tầng số:" before offset `first`, `start` if there is none."""
    colon = sheet.plain.find(": ", start, first + 1)
    while 0 <= colon < first:
        nxt = sheet.plain.find(": ", colon + 1, first + 1)
        if nxt < 0 or nxt >= first:
            break
        colon = nxt
    return colon + 1 if 0 <= colon < first else start


def with_done(low: str, start: int) -> int:
    """Where a time phrase begins with the "hoàn thành" that it is said of: "…, xong | trước ngày 30/6, đạt 100%"."""
    m = _DONE_BEFORE.search(low, max(0, start - 24), start)
    return m.start() if m else start


_DONE_BEFORE = re.compile(r", ?(?:cơ bản )?(?:hoàn thành|xong|kết thúc) $")
_WHO_ACTS = re.compile(rf"{_BODY}(?: (?!tiếp|đẩy|tăng|tổ|tập)[^\W\d_]+){{0,5}}? (?:tiếp tục |chủ động |tích cực )?(?=(?:đổi mới|đẩy mạnh|tăng cường|tập trung|phát huy|nâng cao|thực hiện|triển khai|tổ chức|vận động|hướng dẫn)(?!\w))")
_OWN_CLAUSE = re.compile(r", ?(?:trong đó|đồng thời|phấn đấu|có|đảm bảo|bảo đảm|ít nhất có|từ đó)(?!\w)")
_SO_AS_TO_HAVE = re.compile(r" để (?:phấn đấu )?(?=(?:(?:cả|toàn) [^\W\d_]+ )?có ?$)")  # "Đẩy mạnh ứng dụng công nghệ cao để | cả nước có 3.000 hợp tác xã"
_KEPT_OUT = re.compile(r"không (?:để|phát sinh|xảy ra)(?!\w)[^,;:]{4,90}, (?=[^\W\d_])")  # "Không để xảy ra cháy lớn, | giảm 10% số vụ"
WHERE = re.compile(r"(?:tại|ở|trong|đối với|trên|với|riêng|theo|về|đến|mỗi|từ)(?!\w)")


_NEXT_PIECE = re.compile(r", (?:với |(?:phấn đấu )?đạt (?=(?:tỷ|tỉ) (?:lệ|trọng|suất) [^\W\d_]))?")  # "Hoàn thành việc lập hồ sơ, | đạt tỷ lệ người dân …"


_ALL_FIRST = re.compile(r"(?:phấn đấu|bảo đảm|đảm bảo)?[ ,]*(?:tất cả|toàn bộ) ")


def last_clause_of(before: str, reached: bool) -> str:
    """Wording before a number without an earlier clause of the same sentence ("Bộ tiêu chí được ban hành, có …")."""
    low = fold(before)
    if len(low) != len(before):
        return before
    if low.startswith("không ") and (kept_out := _KEPT_OUT.match(low)):
        return before[kept_out.end() :]
    if _goes_on(low):
        return before
    if " và " in low and (second := low.rfind(" và ") + 4) > 20 and RAISE.match(low[second:]) and opens_act(low.lstrip(EDGE)):
        return before[second:]  # "Hoàn thành mục tiêu … và | khống chế tỷ lệ nhiễm": the act before has no number
    if ("tất cả " in low or "toàn bộ " in low) and _ALL_FIRST.match(low) and opens_act(low[(own := low.rfind(", ") + 2) :]) and PREDICATE.search(low[:own]):
        return before[own:]  # "tất cả các thôn có chi hội hoạt động hiệu quả, | thu hút 95% …"
    if " để " in low and (aim := _SO_AS_TO_HAVE.search(low)) and opens_act(low.lstrip(EDGE)):
        return before[aim.end() :]
    if low.startswith("không ") and names_indicator(low[(second := low.rfind(" và ") + 4) :]) and second > 8:
        return before[second:]  # "không còn hộ dùng nước mưa và | thu nhập bình quân tăng 5%"
    if "," not in low:
        return before
    cut = 0
    if (part := low.rfind(", trong đó ")) > 0 and 0 < len(low[part + 11 :].split()) <= 8 and not low.rstrip().endswith(","):
        return before[part + 2 :]  # "Cơ cấu kinh tế chuyển dịch đúng hướng, | trong đó nông, lâm, thủy sản"
    for m in _OWN_CLAUSE.finditer(low):
        if not reached or low[m.end() :].strip():
            cut = m.start() + 2
    for m in _NEXT_PIECE.finditer(low):
        if ((names_indicator(low[m.end() :]) and not low.startswith(("thời gian,", "thời gian và "), m.end())) or RAISE.match(low[m.end() :])) and m.end() > cut:
            cut = m.end()
    if not cut and (who := _WHO_ACTS.match(low, len(low) - len(low.lstrip(EDGE)))) and opens_act(low[who.end() :]):
        last = low.rfind(", ") + 2  # "Hội Phụ nữ xã A tiếp tục đổi mới nội dung hoạt động, | thu hút 86% phụ nữ …"
        if len(low[: last].split()) > 7 and opens_act(low[last:]):
            return before[last:]
    head = low[: max(0, cut - 2)]
    if len(head.split()) < 3 or WHERE.match(head) or not (opens_act(head) or PREDICATE.search(" " + head) or head.endswith((" tăng", " giảm")) or " phổ cập " in " " + head) or (names_indicator(head) and not head.endswith((" tăng", " giảm"))):
        return before
    return before[cut:]


# "Nâng cao thứ hạng chỉ số X, | phấn đấu mỗi năm tăng": what rises stands before the comma
_ONLY_CHANGE = re.compile(r"(?:phấn đấu |đảm bảo |bảo đảm )?(?:(?:mỗi|hằng|hàng) năm,? )?(?:tăng|giảm)(?: thêm| bình quân)?(?: (?:mỗi|hằng|hàng) năm)?")


def _goes_on(low: str) -> bool:
    """Whether what stands behind the last comma belongs to the words before it: "giảm số vụ, số người chết, | số người bị thương"."""
    head, comma, last = low.strip(EDGE).rpartition(", ")
    if not comma:
        return False
    if _ONLY_CHANGE.fullmatch(last):
        return True
    raised = RAISE.match(head)
    firsts = [part.partition(" ")[0] for part in low.strip(EDGE)[raised.end() :].split(", ") if names_indicator(part)] if raised else []
    return len(firsts) > 1 and len(set(firsts)) == 1


def group_inside(low: str, wording: str, before: str, indicator: str) -> str | None:
    """`indicator` with its one group in another's place: "tỷ lệ chất thải rắn | đô thị | được xử lý đạt 96%, nông thôn đạt 80%"."""
    for family in _FAMILIES:
        inside = list(family.finditer(before)) if family.fullmatch(low) else []
        if len(inside) == 1 and (inside[0].end() < len(before) or family is _FAMILIES[-1]):
            return indicator[: inside[0].start()] + wording + indicator[inside[0].end() :]
    return None


# Groups that one indicator is given for, one after the other: "… đối với nam đạt 168 cm, nữ đạt 157 cm".
_GROUP = (r"(?:(?:khu vực|vùng|nhóm|cấp|bậc|học sinh|trẻ em|trẻ) )?(?:nam|nữ|(?:dân cư |dân số )?(?:đô thị|nông thôn|thành thị|miền núi|đồng bằng|ven biển|thành phố)|"
          r"trung ương|tỉnh|huyện|xã|cơ sở|tiểu học|thcs|thpt|trung học (?:cơ sở|phổ thông)|mầm non|nhà trẻ|mẫu giáo)")
ONE_GROUP = re.compile(rf"(?:ở |tại |đối với |của )?{_GROUP}")
FOR_GROUP = re.compile(rf"(?:ở|tại|đối với|cho) (?:các )?{_GROUP}(?: và)?$")
_AT_GROUP = re.compile(rf"(?:(?:ở|tại|đối với|của|cho|trong) ){_GROUP}$")
_SMALL_CHILDREN = re.compile(r"(?<!\w)(?:(?:đi|vào|học|ra lớp|trong độ tuổi|độ tuổi) )?(?:nhà trẻ|mẫu giáo)$")


# "tỷ lệ học sinh hoàn thành chương trình | tiểu học", of which the next outcome names another
_SCHOOL_LEVEL = re.compile(r"(?:(?<=chương trình )|(?<=cấp )|(?<=bậc )|(?<=giáo dục ))(?:mầm non|tiểu học|thcs|thpt|trung học (?:cơ sở|phổ thông))$")


def group_end(folded: str) -> re.Match[str] | None:
    """The group at the end of an indicator: "tỷ lệ huy động trẻ | đi nhà trẻ", "chiều cao trung bình | đối với nam"."""
    return _AT_GROUP.search(folded) or (_SCHOOL_LEVEL.search(folded) if folded.endswith(("ầm non", " học", " sở", "phổ thông", "cs", "pt")) else None) or (_SMALL_CHILDREN.search(folded) if folded.endswith(("nhà trẻ", "mẫu giáo")) else None)


def first_of_group(phrase: str) -> str:
    """The group's words of "đối với nông thôn"."""
    m = re.match(r"(?:ở|tại|đối với|của|cho|trong) ", phrase)
    return phrase[m.end() :] if m else phrase


_STRUCTURE = re.compile(r"(?:cơ cấu|tỷ trọng|tỉ trọng)(?: (?:kinh tế|các ngành|ngành|khu vực|lao động|grdp|gdp|giá trị sản xuất)(?!\w))*(?: (?:của|trong|giữa))? ?:? ", re.IGNORECASE)


STRIVES_ON = re.compile(r"phấn đấu|hướng tới|tiến tới|cố gắng")  # "… đạt tối thiểu 80%, phấn đấu đạt 90%": two levels of one subject


_KEPT_UNDER = re.compile(r"(?:.*[,;] )?không để (quá |vượt quá )?(?:xảy ra |phát sinh )?(?:tình trạng )?((?:vượt )?quá )?([^,;]+?)( vượt| quá| vượt quá)?$", re.IGNORECASE)


# "Không kiểm tra một doanh nghiệp | quá 01 lần": the "no" is a half of the comparator
_DONE_AT_MOST = re.compile(r"không (?:được )?(?!để|có |còn|phát sinh|xảy ra|phải|ai )(?=[^\W\d_]+ [^\W\d_])", re.IGNORECASE)


def kept_under(wording: str, comparator: str) -> str:
    """What is to stay below its number: "Không để tỷ lệ nợ quá hạn (vượt) trên 0,1%", "Không kiểm tra … quá 01 lần"; "" where nothing is."""
    if comparator == "<=" and (done := _DONE_AT_MOST.match(wording)):
        return wording[done.end() :]
    m = _KEPT_UNDER.fullmatch(wording)
    return m[3] if m is not None and (comparator in (">", ">=") or m[1] or m[2] or m[4]) else ""


# "Tỷ lệ hộ gia đình, thôn": nouns that need nothing of the subject before but what is measured
_NAMED_ALONE = frozenset({"thôn", "bản", "ấp", "xóm", "xã", "phường", "trường", "hộ", "người", "cơ", "đơn", "khu", "doanh", "cán", "đảng"})


def split_subject(indicator: str, count: int) -> list[str]:
    """The `count` coordinated subjects of "A, B và C lần lượt …", each with the head that they share."""
    pieces = re.split(r" [-–] ", indicator)  # "cơ cấu kinh tế: nông, lâm nghiệp - công nghiệp - dịch vụ"
    if len(pieces) != count:
        pieces = re.split(r", | và ", indicator)
    if len(pieces) > count and len(joined := indicator.split(" và ")) == count and all(names_indicator(fold(piece)) for piece in joined):
        pieces = joined  # "Tỷ lệ hồ sơ đúng hạn và tỷ lệ rác được thu gom, xử lý lần lượt …": the comma is inside one of them
    if len(pieces) < count:
        return [indicator] * count
    heads = pieces[: len(pieces) - count + 1]
    first = ", ".join(heads)
    rest = pieces[len(pieces) - count + 1 :]
    said = PREDICATE.search(" " + fold(rest[-1])) if rest and len(fold(rest[-1])) == len(rest[-1]) else None
    if said and said.start() and not any(PREDICATE.search(" " + fold(piece)) for piece in (first, *rest[:-1])):
        tail = rest[-1][said.start() :]  # "Tỷ lệ hộ gia đình, thôn, cơ quan | đạt chuẩn văn hóa": said of each
        return [join_pieces(subject, tail) for subject in split_subject(indicator.removesuffix(" " + tail), count)]
    out = [first]
    for piece in rest:
        if names_indicator(fold(piece)) or fold(piece.partition(" ")[0]) == fold(first.partition(" ")[0]):
            out.append(piece)  # "Sàng lọc trước sinh, | sàng lọc sơ sinh": its own head
            continue
        if structure := _STRUCTURE.match(first):
            out.append(structure[0] + piece)
            continue
        words, own = first.split(), piece.split()
        links = [i for i, w in enumerate(words[:-1]) if fold(w) in ("có", "được", "của", "về", "cho", "tại", "ở", "với", "trong", "bằng", "sóng", "cấp", "chuẩn")]
        keep = links[-1] + 1 if links else 2 if names_indicator(fold(first)) and fold(own[0]) in _NAMED_ALONE else max(2 if names_indicator(fold(first)) and len(words) > 2 else 1, len(words) - len(own))
        out.append(" ".join(words[:keep] + own))
    return out
