"""Outcomes while their sentence is read: what stands before and after each number, its horizon, base and indicator."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from normalizers.acts import names_indicator, only_act, opens_act
from normalizers.bracketed import BRACKETED, ROUGHLY, parts_like
from normalizers.clauses import Clause, Part
from normalizers.counted_groups import MADE_UP
from normalizers.numbers import Number, Sheet
from normalizers.shared_heads import COMMENT, GROWS, other_group, with_head
from normalizers.target_horizons import ASIDE, BASE, Horizon, said_by
from normalizers.target_wholes import OF_TOTAL, is_whole, takes_up, without_turns
from normalizers.target_wording import (
    EDGE,
    NAMELESS,
    ONE_GROUP,
    PREDICATE,
    PREFIX,
    RAISE,
    WHERE,
    WITHIN_YEAR,
    group_end,
    join_pieces,
    label_end,
    last_clause_of,
    strip_lead,
    strip_tail,
    time_start,
    without,
    without_who,
)
from normalizers.text import fold
from normalizers.two_acts import first_of_two
from normalizers.values import TargetReading

_QUALIFIER = re.compile(r"[ ,]*(?:\((?P<b>(?:trừ|ngoại trừ|không bao gồm|không tính|không kể)[^()]*)\)|,? ?(?<!loại )(?<!phòng )(?<!diệt )(?<!khấu )(?<!bài )(?<!thuốc )(?<!giảm )(?<!miễn )(?<!bù )(?P<t>(?:ngoại )?trừ (?!(?:khi|sâu|cỏ|rầy|bệnh|dịch|mối|ốc|chuột|cỏ dại)(?!\w))[^,;.()]+)[ .;]*$)")
_RESPECTIVE = re.compile(r"[ ,]*(?:(?:(?:chiếm|đạt) )?(?:tối thiểu|ít nhất|khoảng|trên) )?(?:lần lượt|tương ứng)(?: là| đạt| ở mức)?[ ,]*")
_IN_TURN = re.compile(r",? ?(?:(?:chiếm|đạt) )?(?:(?:tối thiểu|ít nhất|khoảng|trên) )?(?:lần lượt|tương ứng)(?: là| đạt)?$", re.IGNORECASE)  # "… chiếm lần lượt là: 60%, 28%, 12%"
_INDEX = re.compile(r"(?:^|\W)(?:chỉ số|hệ số|dti|pii|par ?index|papi|sipas|pci|ddci|hdi|gini)(?!\w)")
_TAKES_UP = frozenset({"chiếm", "chiếm tỷ trọng", "chiếm tỉ trọng", "chiếm tỷ lệ", "chiếm tỉ lệ", "chiếm bình quân", "bình quân chiếm", "trung bình chiếm"})
_OF_PRODUCT = re.compile(r"grdp|gdp|tổng chi ngân sách(?: [^,;]{2,20})?")
_PER_YEAR = re.compile(r"bình quân (?:mỗi|hằng|hàng) ")  # "Bình quân mỗi năm kết nạp 30 đảng viên": an act, its object is the noun
_COPULA = re.compile(r" (?:là|đạt|khoảng|ước đạt)$", re.IGNORECASE)
_LATER = re.compile(r",? (?:và )?(?:tiến tới|hướng tới|tiến đến) .*$|(?:,? và|,) tiếp tục (?:cắt giảm|giảm|tăng|nâng|duy trì|phấn đấu|mở rộng) .*$|, (?:phấn đấu|quyết tâm) [^\d,;]{0,30}(?:không còn|không có|cơ bản|hoàn thành|trở thành|đạt chuẩn|được công nhận) [^\d;]{4,}$|(?:^|,? )và (?:duy trì |giữ )?(?:ổn định )?ở mức này(?!\w).*$", re.IGNORECASE)
_TO_SERVE = re.compile(r",? nhằm (?!vào )[^\d;]{8,}$", re.IGNORECASE)  # "mô hình | nhằm nâng cao ý thức người dân": what it is for
_SHARE_OF = re.compile(r"chiếm (?:(?:tỷ|tỉ) (?:lệ|trọng) )?(?:\w+ ){0,2}$")  # "chiếm trên 8% so với tổng mức …": the whole, no basis
_RATE = re.compile(r"[^\W\d_][^/]* ?/ ?(?:\d|vạn|nghìn)")  # "bác sĩ/10.000 dân" says itself what is counted
# "…, giảm 02 ngày so với năm 2025": how the outcome compares, where it is none of its own
_COMPARES = re.compile(r",? ?(?:tăng|giảm|cao hơn|thấp hơn|vượt|bằng)(?: thêm| khoảng)? \d[\d.,]*(?: ?%| [^\W\d_]+){0,3} so với [^\d,;.()]{2,30}(?:(?:19|20)\d\d)?")
# "…, hoàn thành trước 31/10 hằng năm": when the act is done each year
_DUE = re.compile(r", ?(?:(?:phải )?(?:hoàn thành|xong)(?: xong)? )(?:trước|trong|vào|chậm nhất)[^,;.()]{1,30} (?:hằng|hàng) (?:năm|quý|tháng)(?!\w)")
# "Toàn tỉnh đạt 34,7 giường bệnh/vạn dân": the land is no indicator, its unit says what is counted
_LAND_ALONE = re.compile(r"(?:(?:trên địa bàn|trong phạm vi) )?(?:(?:toàn|cả) )?(?:tỉnh|việt nam|nước ta|thành phố|quốc|nước|xã|phường|đặc khu|ngành|vùng)(?: (?:có|đạt))?")
_THIS_ONE = re.compile(r"(?:nâng |đưa )?(?:tỷ lệ|tỉ lệ|con số|chỉ số|chỉ tiêu|số lượng|mức|tỷ trọng) này(?:$|(?= (?:tăng|giảm)))")
_SAID_RATE = re.compile(r"(tỷ lệ|tỉ lệ|tỷ suất|mật độ)(?: (?:là|khoảng))?[ :]*$")
_SCALED, _A_YEAR = re.compile(r"(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ) "), re.compile(r" ?/ ?(?:năm|tháng|quý|ngày)$")
_NOT_TO_LET = re.compile(r",? (?:và |đồng thời )?(?:không để|không làm) (?=xảy ra |phát sinh |tồn |nợ |lọt |sót |còn ).*$", re.IGNORECASE)
_NONE_LEFT = re.compile(r"(?:,? và (?:cơ bản )?không còn|, (?:và )?không (?:có|còn)) [^,;:]+$", re.IGNORECASE)  # "… đạt chuẩn | và không còn xã dưới 15 tiêu chí"
_AGAINST = re.compile(r"(?:dự toán|quân số(?! (?:được|đạt|có|tham gia|khá|theo)(?!\w))|kế hoạch|chỉ tiêu|nghị quyết|so với|so(?= (?:năm|đầu năm|ước|dự toán|kế hoạch|cùng kỳ))|cùng kỳ)(?!\w)")
_MODAL = re.compile(r"^(?:phải|sẽ|cần|được) ")
_AND_DOES = re.compile(r"và (?!các|số|người|trên|của|với)")
_NO_NUMBER = re.compile(r"(?:đạt chuẩn|trở thành|không còn|không để|được công nhận)(?!\w)")
_PASSIVE_ROW = re.compile(r"^[^,]{0,80}(?<!\w)được [^\W\d_]+(?: [^\W\d_]+)?, (?:phê duyệt|rà soát|lập|ban hành|quản lý|xử lý|kiểm tra|cập nhật|công bố|thực hiện)(?!\w)")  # "100% xã … được lập, phê duyệt quy hoạch"
_ALSO_KEEPS = re.compile(r", ?(?:và |đồng thời )?(?:duy trì(?: và nâng cao)?|giữ vững|củng cố|nâng cao chất lượng) (?!ít nhất|tối thiểu)[^\d]{6,}$", re.IGNORECASE)
_GIVEN_EACH = re.compile(r", (?:với )?(?:mức )?(?:hỗ trợ|trợ giúp|trợ cấp) (?:cho )?mỗi [^,;:.\d]{2,30}\d[\d.,]* (?:triệu|nghìn|đồng|tỷ)[^,;]*$", re.IGNORECASE)  # "sửa 100% nhà hư hỏng|, hỗ trợ mỗi hộ 60 triệu đồng"
_EVERYONE = re.compile(r", (?:mọi|tất cả|toàn bộ|toàn thể) [^\d;,]{4,60}? đều [^\d;]{6,}$", re.IGNORECASE)  # "50% số tỉnh đạt mức sinh thay thế|, mọi phụ nữ đều được tiếp cận …"
_MANNER = re.compile(r", (?:(?:đảm bảo|bảo đảm) (?:nội dung|chất lượng|đúng)|chú ý|chú trọng|(?P<all>ưu tiên)) [^\d;]{8,}$", re.IGNORECASE)  # "5 cuộc giám sát|, chú ý chọn những việc …"
_CLIMBS = re.compile(r"^(?:tăng|nâng)(?: thêm)?(?: về)? (?=chỉ số)| (?:tăng|nâng)(?: thêm)?$", re.IGNORECASE)  # "Chỉ số DTI tăng 10 bậc, vào tốp 30 xã": a rank of the index
# "20 camera tại các điểm phức tạp|, góp phần giữ vững an ninh trật tự": what comes of it is not what is measured
_EFFECT = re.compile(r", (?:qua đó|từ đó|góp phần|làm (?:cơ sở|căn cứ|tiền đề)|tạo (?:chuyển biến|động lực|tiền đề|nền tảng|đột phá)|kịp thời (?:tháo gỡ|chấn chỉnh|phát hiện|biểu dương|xử lý|khắc phục|uốn nắn)) [^\d;]{8,}$", re.IGNORECASE)
_SO_THAT_ALL = re.compile(r"^(?P<unit> ?(?:[^\W\d_]+ ){0,2}?(?:[^\W\d_]+ ?/ ?[^\W\d_]+)?) ?, (?:bảo đảm|đảm bảo) (?!100)[^\d;]{8,}$", re.IGNORECASE)  # "tập huấn ít nhất 02 lớp/năm|, bảo đảm mỗi thôn có người học"
_KEEPS = re.compile(r"(?:tiếp tục )?(?:giữ vững|duy trì)(?! (?:và|tỷ|tỉ|số) )(?!\w)")
_WHERE_ONLY = re.compile(r"(?:trên|trong|tại|ở|đối với|theo|vào) [^,;]{3,50}$")  # "…, phấn đấu đạt 98% | trên tất cả các lĩnh vực"
_EACH_OF = re.compile(r" ?\((?:(?:[^():;\d]{2,40}: ?\d[^():;]{0,30}?[;,] ?)+[^():;\d]{2,40}: ?|(?:[^():;,\d]{2,40} \d[^():;]{0,30}; ?)+[^():;,\d]{2,40} |(?:[^():;,\d]{2,40} \d[\d.]* ?[^\W\d_][^():;,]{0,30}, ?)+[^():;,\d]{2,40} )\d[^():;]{0,30}\)")  # "… gấp 2 lần (nông nghiệp: 4,8 triệu đồng, dịch vụ: 5,4 triệu đồng)"
_OPEN_END = re.compile(r"(?:^| )(?:cho|của|với|là|có|thêm|được|gồm|trên|mới|(?<!thiểu )số|tổng số)$")
_TAKES_OBJECT = re.compile(r" (?:đón|thu hút|phục vụ|tiếp đón|đón tiếp|tiếp nhận|đào tạo|trồng|tuyển dụng)$")  # "tỉnh sẽ đón | 2,6 triệu lượt khách"
_OF_WHICH = re.compile(r",? trong đó ?:?\s*$|,? trong đó,? (?:ưu tiên|chú trọng|tập trung|quan tâm|lưu ý)(?!\w)[^\d;]+$|, có (?:sự )?điều chỉnh (?:linh hoạt )?(?:cho )?phù hợp [^\d;]+$", re.IGNORECASE)  # leads to the parts behind it; leaves room
_LINK_LABEL = re.compile(r"(?:trong đó|cụ thể|gồm|bao gồm|riêng|như sau|cụ thể như sau)")
_AS_FOLLOWS = re.compile(r"(?: (?:dự kiến|chuyển dịch|phấn đấu|được xác định|cụ thể|đến năm|là|gồm))* như sau$", re.IGNORECASE)  # "Cơ cấu kinh tế chuyển dịch như sau: …"
_MOST = re.compile(r"có [^\d;.]{4,90} (?:cao|tốt|lớn|nhiều) nhất(?: [^\W\d_]+){0,3}")  # "nhóm 3 xã | có Chỉ số phục vụ người dân, doanh nghiệp cao nhất tỉnh"
_FIELD = re.compile(r"(?:về|trong lĩnh vực) (?:[^\d;.]|[3-6]g(?!\w)){2,80}")  # "nhóm 30 tỉnh dẫn đầu về an toàn, an ninh mạng"

_ONLY_WHOLE = re.compile(r"(?:tổng )?(?:số )?(?:hộ|hộ dân|dân|dân số|người|lao động|lực lượng lao động|thôn|bản|ấp|xóm|khu phố|tổ dân phố|xã|phường|đơn vị|cơ quan|trường|chi bộ|diện tích|khu dân cư)(?: (?:trên địa bàn|toàn|trong độ tuổi)(?: [^\W\d_]+)?)?")


@dataclass(slots=True)
class Draft:
    """An outcome while its sentence is read: wording before and after its number."""

    clause: Clause
    label: str
    before: str
    after: str
    horizon: str | None
    base: str | None
    qualifier: str | None
    indicator: str = ""
    shared: bool = False
    root: str = ""  # the subject it borrows, where its own wording is only what it is measured against
    listed: bool = False  # it shares the predicate of a list with the outcome before it
    also: str | None = None  # "… 1,5% vào năm 2025 và năm 2030": the same value holds at a second year
    grade: bool = False  # "Tốt 36%; Khá 44%; Đạt 18%": grades, where "đạt" is no verb
    opens: bool = False  # its horizon opens its own clause: it is not that of the outcomes before
    turn: bool = False  # its amounts are given in turn ("lần lượt")
    inside: bool = False  # its horizon stands between its own subject and its number: it is that of no outcome before
    whose: str = ""  # of whom its bullet's label says it is ("Cán bộ, công chức: 80% có …")
    closed: bool = False  # "Duy trì sĩ số: 100%": its label is the subject, behind the number stands nothing of it


# "từ 02 mô hình … | trở lên": the two words make one comparator; "… hoàn thành tốt nhiệm vụ trở lên" says how good they are.
_AND_MORE = re.compile(r"(?<! tốt)(?<! khá)(?<! sắc)(?<! vụ)(?<! sao)(?<! tuổi)(?<! học)(?<! sở)(?<! cấp)(?<! độ)(?<! mức)(?<! loại)(?<! bình)(?<!\d) trở lên(?= ?(?:[,;.]|$))")


def make_draft(sheet: Sheet, part: Part, clause: Clause, horizons: list[Horizon]) -> Draft:
    n, low = clause.number, sheet.low
    start = label_end(sheet, clause.start, n.at)
    falls = _FALLS.search(low, max(clause.start, n.start - 14), n.start) if n.change is not None and n.kind == "counted" else None
    closed = n.labelled or falls is not None
    if closed:
        start = clause.start
    label = sheet.plain[clause.start : start].strip(EDGE)
    cuts = list(n.cuts) + [(time_start(low, start, h.start, h.end, (n.at, n.end), clause.end), h.end) for h in horizons]
    twice = [(a, b) for a, b in pairwise(horizons) if n.end <= a.start and b.end <= clause.end and _AND_YEAR.fullmatch(low, a.end, b.start)
             and len(a.edtf) == len(b.edtf) == 4 and a.edtf < b.edtf]
    cuts += [(a.end, b.start) for a, b in twice]
    if low.find("(", clause.start, clause.end) >= 0:
        cuts += [m.span() for m in _STRIVEN_FOR.finditer(low, clause.start, clause.end)]
    if n.kind in ("percent", "counted", "measure", "money") and low.find("(", n.end, clause.end) >= 0:
        cuts += [*(m.span() for m in (_HEADS if n.kind == "percent" else _AS_SHARE).finditer(low, n.end, clause.end)), *parts_like(low, n.end, clause.end, "%" if n.kind == "percent" else n.measure)]
    grade = bool(_GRADE.fullmatch(low[start : n.start].strip(EDGE))) and bool(_GRADE_ROW.search(low))
    base = BASE.search(low, n.end, clause.end) if n.end < clause.end and not _SHARE_OF.search(low[max(clause.start, n.start - 40) : n.start]) else None
    if base:
        cuts.append(base.span())
    if n.kind == "counted" and low.find("(", n.end, clause.end) >= 0:
        cuts += [m.span() for m in _MADE_OF.finditer(low, n.end, clause.end)]
    if n.kind in ("percent", "counted") and low.endswith("từ ", 0, n.at) and (least := _AND_MORE.search(low, n.end, clause.end)):
        cuts.append(least.span())
    asides = (ASIDE, *BRACKETED, MADE_UP, ROUGHLY, _EACH_OF) if low.find("(", clause.start, clause.end) >= 0 else ()
    told = (_COMPARES,) if low.find(" so với ", clause.start, clause.end) >= 0 else ()
    if "phấn đấu " in low and (by := WITHIN_YEAR.search(low, start, max(start, n.start))):
        cuts.append(by.span())
    done = (_DUE,) if low.find(", ", clause.start, clause.end) >= 0 else ()
    cuts += [m.span() for pattern in (*asides, *told, *done) for m in pattern.finditer(low, clause.start, clause.end) if not m.start() < n.start < m.end()]
    label_cuts = [(h.start, h.end) for h in horizons if h.start < start]
    label = without(sheet.plain[clause.start : start], clause.start, label_cuts).strip(EDGE)
    label = _AS_FOLLOWS.sub("", _IN_TURN.sub("", label))
    label = "" if _LINK_LABEL.fullmatch(fold(label)) else label
    before = without(sheet.plain[start : max(start, n.start)], start, cuts)
    after = without(sheet.plain[n.end : clause.end], n.end, cuts)
    qualifier = _QUALIFIER.search(after) if "trừ" in after or "không " in after else None
    limit = None
    if qualifier:
        limit = (qualifier["b"] or qualifier["t"]).strip()
        after = (after[: qualifier.start()] + after[qualifier.end() :]).rstrip()
    if closed:
        after = ""
    if falls:
        before = before.replace(":", "")  # "Hộ nghèo: giảm 12 hộ"
    own = [h for h in horizons if clause.start <= h.start < clause.end or (clause.linked and n.lead <= h.start < n.at)]
    own = said_by(low, own, n)
    return Draft(clause, label, before, after, own[0].edtf if own else None,
                  sheet.plain[base.start() : base.end()].strip() if base else None, limit, closed=closed and not grade,
                  also=twice[0][1].edtf if twice and own and own[0] is twice[0][0] else None, grade=grade,
                  opens=bool(own) and clause.linked and own[0].start - clause.start <= 1 and own[0].end <= n.at,
                  inside=bool(own) and clause.linked and own[0].end <= n.at)


# "…, 10 đoàn viên có một sáng kiến": so many for each one, not at least so many
_SO_MANY_HAVE = re.compile(r"(?: [^\W\d_]+){1,4} có (?:ít nhất |được )?(?:một|0?1) [^\W\d_]")
_GROWN = re.compile(r" (?:tăng|giảm)(?: trưởng| thêm)?(?: bình quân| trung bình)?(?: (?:hằng|hàng|mỗi) năm)?$", re.IGNORECASE)
_AND_YEAR = re.compile(r" ?(?:,|và|, và) (?:(?:đến|vào) )?")
_HEADS = re.compile(r" ?\((?:[^\W\d_]+ ){1,5}phần trăm\)| ?\((?:(?:tương đương|tương ứng|tức|với|là|gần|hơn|khoảng|trên|(?<=ứng )giảm|(?<=đương )giảm) )*\d[\d.,]*(?:/\d[\d.,]*)? [^\W\d_]{1,10}(?: [^\W\d_]{1,7})?(?:, (?:tăng|giảm|bằng|đạt)[^()]{1,40})?\)")  # "36,04% (191 HS)"
_MADE_OF = re.compile(r" ?\((?:(?:mỗi [^\W\d_]+ |trị giá |mức (?:hỗ trợ )?)?\d[\d.,]* ?(?:(?:triệu|nghìn|tỷ) )?đồng ?/ ?[^\W\d_]+(?: [^\W\d_]+)?\)|(?:gồm:? |trong đó:? )?(?:\d[\d.]* [^\W\d_][^(),;]{1,40}[,;] ?(?:và )?)+\d[\d.]* [^\W\d_][^(),;]{1,40}\))")  # "02 sản phẩm (01 sản phẩm 4 sao, 01 sản phẩm 3 sao)"
_AS_SHARE = re.compile(r" ?\((?:(?:tương đương|tương ứng|tức|đạt|khoảng|giảm|tăng|với|chiếm|bằng|tỷ lệ) )*\d[\d.,]* ?(?:%|lần)(?: (?:trên |so với |trong |của )?(?:tổng số|số|tổng diện tích|diện tích|dân số|tổng đàn|kế hoạch|dự toán|chỉ tiêu)(?!\w)[^()\d]{0,50})?\)")  # "tăng 04 doanh nghiệp (0,7 lần)", "45 đảng viên (3% trên tổng số đảng viên)"
_STRIVEN_FOR = re.compile(r" ?\((?:phấn đấu|mục tiêu phấn đấu|dự kiến)\)")
_GRADE = re.compile(r"(?:xuất sắc|giỏi|tốt|khá|đạt|chưa đạt|trung bình|yếu|kém|hoàn thành tốt|hoàn thành|chưa hoàn thành|không hoàn thành)")
_GRADE_ROW = re.compile(r"(?:xuất sắc|giỏi|tốt|khá|hoàn thành tốt):? (?:từ |trên |đạt )?\d[\d.,]* ?%.{0,40}[;,] ?(?:khá|đạt|chưa đạt|trung bình|hoàn thành|chưa hoàn thành):? ")
_STRIVEN = re.compile(r": ?(?:(?:phấn đấu|quyết tâm|dự kiến) ?)?(?:đạt|có)$", re.IGNORECASE)
_FALLS = re.compile(r": (?:tăng|giảm)(?: thêm)? $")
_PLACE_ONLY = re.compile(r"(?:(?:phấn đấu|tiếp tục) )?(?:giữ vững|giữ|duy trì|cải thiện|nâng cao|nâng|củng cố) (?:vị trí|thứ hạng|xếp hạng|kết quả xếp hạng|thứ bậc)")  # names no field


def word_outcome(d: Draft, previous: Draft | None) -> None:
    """Fill in the indicator of a draft from its wording, or from the outcome before it whose subject it shares."""
    n = d.clause.number
    d.before = without_who(d.before, share=n.kind == "percent")
    link = fold(d.before).strip(EDGE)
    if previous is not None and d.clause.linked and previous.indicator and (link == "cho" or (link in _TAKES_UP and n.kind == "percent" and (previous.clause.number.kind == "counted" or d.after.strip(EDGE)) and (not previous.clause.linked or names_indicator(fold(previous.indicator))) and (previous.clause.number.kind in ("counted", "money", "measure") or (previous.clause.number.change is not None and names_indicator(fold(previous.indicator)))))):
        d.indicator = join_pieces(_GROWN.sub("", previous.indicator), link, d.after.strip(EDGE))  # "35 hộ nghèo, chiếm 0,9% tổng số hộ"
        return
    if previous is not None and d.clause.linked and previous.indicator and n.kind == "percent" and link in ("đạt tỷ lệ", "đạt tỉ lệ") and d.after.strip(EDGE) and previous.clause.number.kind in ("counted", "percent"):
        counted = previous.clause.number.kind == "counted"  # "vận động 350 người tham gia, đạt tỷ lệ 2% dân số"
        d.indicator = join_pieces(_GROWN.sub("", previous.indicator), *(("đạt tỷ lệ", d.after.strip(EDGE)) if counted else ()))
        return
    if d.grade:
        name = d.before.strip(EDGE)
        d.label = d.label or (previous.label if previous is not None else "")
        d.indicator = join_pieces(d.label + ":", name) if d.label else name
        return
    if d.closed:
        named = _STRIVEN.sub("", _IN_TURN.sub("", d.before.strip(EDGE)))
        named = _COPULA.sub("", named) if len(named.split()) > 3 else named  # "Tổng vốn đầu tư toàn xã hội đạt: 187 tỷ đồng"
        d.turn = "lần lượt" in fold(d.before)
        d.indicator = strip_lead(named, raise_too=True) or named
        return
    before = strip_tail(d.before) if n.change is None else _COPULA.sub("", d.before.rstrip(EDGE))
    after, lead_in = _OF_WHICH.sub("", d.after), fold(before)
    if n.kind == "percent" and not n.reached and (lead_in.endswith(" và") or (d.before.rstrip().endswith(",") and not WHERE.match(lead_in))) and (against := " so với " in lead_in or PREDICATE.search(" " + lead_in)) and PREDICATE.search(fold(after)) and (not opens_act(lead_in) or against is True or (_KEEPS.match(lead_in) and len(lead_in.split()) > 6)):
        before = lead_in = ""  # "có giảng viên đạt chức danh … và | 35% cán bộ đạt trình độ …": what stands before has no number
    # "Nâng cấp hạ tầng, đảm bảo 100% cơ quan kết nối mạng": the act is the means, what is assured is the outcome.
    assured = re.search(r"(?:đảm bảo|bảo đảm|phấn đấu|nhằm)(?: đạt| có)? ?$", fold(d.before))
    if assured and after and len(lead_in.split()) > 3 and opens_act(lead_in) and " mỗi " not in lead_in and not (n.reached and _WHERE_ONLY.match(fold(after))) and (not after.lstrip().startswith("tổng ") or PREDICATE.search(fold(after))):
        before = ""  # but "Bố trí chi cho văn hóa bảo đảm | 2% tổng chi": of a whole
    if ("lần lượt" in (low := fold(before)) or "tương ứng" in low) and (m := _RESPECTIVE.search(low)) and len(low) == len(before):
        before = before[: m.start()]
        d.before, d.turn = before, True
    if previous is not None and previous.turn and d.clause.linked and not d.before.strip(EDGE):
        d.turn = True  # "… đạt lần lượt 95%, 90%, 80% đối với cấp tỉnh, cấp huyện, cấp xã": what closes the row is of all of them
        after = "" if WHERE.match(fold(after).lstrip()) or (n.kind == "percent" and previous.clause.number.reached and "," not in after and not PREDICATE.search(fold(after))) else after
    before = last_clause_of(before if n.reached else d.before if before else before, n.reached)
    before = before if n.change is not None else strip_tail(before)
    held = n.explicit and n.comparator in ("<", "<=") and not after.strip(EDGE)  # "Duy trì tỷ lệ thất nghiệp | dưới 3%"
    subject = strip_lead(before, raise_too=(n.reached or held) and n.change is None)
    if "nhằm " in after and n.kind != "percent" and (aim := _TO_SERVE.search(after)) and (subject or len(after[: aim.start()].split()) > 1):
        after = after[: aim.start()]
    if "iến " in after or "ướng tới" in after or "tiếp tục" in after or "mức này" in after or ", phấn đấu" in after:
        after = _LATER.sub("", after)
    if len(subject.split()) >= 2 and (n.reached or n.change is not None or names_indicator(RAISE.sub("", fold(subject)))) and _AND_DOES.match(after) and (opens_act(own := _MODAL.sub("", fold(after)[3:].lstrip())) or _NO_NUMBER.match(own)):
        after = ""  # "độ che phủ rừng đạt 43% và nâng cao chất lượng rừng": another act, without a number
    if n.kind == "percent" and not n.reached and n.change is None and " và " in after and subject:
        after = first_of_two(subject, after)
    if " không " in after and (none_left := _NONE_LEFT.search(after)) and (PREDICATE.search(" " + fold(after[: none_left.start()])) or fold(subject).endswith("giảm") or opens_act(fold(subject))):
        after = after[: none_left.start()]
    if n.kind == "counted" and (keeps := _ALSO_KEEPS.search(after)) and (PREDICATE.search(fold(after[: keeps.start()])) or (previous is not None and d.clause.linked and previous.clause.number.measure == n.measure)):
        after = after[: keeps.start()]  # not "02 đề án sắp xếp, nâng cao chất lượng hoạt động của …"
    if ", " in after and not n.reached and (manner := _MANNER.search(after)) and (n.kind == "counted" or (manner["all"] and PREDICATE.search(" " + fold(after[: manner.start()])))):
        after = after[: manner.start()]
    if ", " in after and not n.reached and (effect := _EFFECT.search(after)) and (n.kind != "percent" or (effect[0].startswith(", kịp thời") and len(after[: effect.start()].split()) > 1)):
        after = after[: effect.start()]  # a share's wording goes on: "80% doanh nghiệp ứng dụng …, góp phần nâng cao năng suất"
    if ", " in after and n.kind in ("counted", "measure") and len(before.split()) > 2 and opens_act(fold(subject)) and (so_that := _SO_THAT_ALL.match(after)):
        after = so_that["unit"]
    if n.kind in ("percent", "counted") and " đều " in after and (everyone := _EVERYONE.search(after)) and PREDICATE.search(" " + fold(after[: everyone.start()])):
        after = after[: everyone.start()]
    if n.kind == "percent" and " mỗi " in after and (given := _GIVEN_EACH.search(after)):
        after = after[: given.start()]
    after = after[:lack] if before.strip(EDGE) and (lack := after.find(", không c")) >= 0 and len(after[:lack].split()) < 2 else _NOT_TO_LET.sub("", after) if n.kind in ("counted", "measure", "money") or n.change is not None or opens_act(fold(subject)) or (after.startswith(",") and before.strip(EDGE)) else after
    if n.reached and subject and len(subject.split()) >= 2 and "," in after and not (n.kind == "rank" and (_FIELD.fullmatch(fold(after).strip(EDGE)) or _MOST.fullmatch(fold(after).strip(EDGE)) or fold(subject).endswith("trở thành"))) \
            and not (n.kind == "percent" and opens_act(fold(subject)) and (fold(after).lstrip().startswith("số ") or _PASSIVE_ROW.search(fold(after)))) \
            and not (n.kind == "percent" and not names_indicator(fold(subject)) and _PASSIVE_ROW.search(fold(after))) \
            and not (n.kind == "percent" and only_act(fold(subject))):  # "phát triển đạt 60% số cơ quan, …", "bố trí ≥ 2% chi cho khoa học, công nghệ"
        after = re.split(r",(?!\d)", after, maxsplit=1)[0]
    if n.kind == "percent" and n.reached and fold(after).strip(EDGE) in ("dân số", "số dân") and (subject or (previous is not None and d.clause.linked and not subject)):
        after = ""  # "… đạt 28% dân số năm 2026, đạt 33% dân số năm 2030"
    if n.kind == "percent" and (is_whole(fold(subject), fold(after).strip(EDGE), n.reached) or takes_up(fold(d.before), fold(after).strip(EDGE))):
        after = ""  # "… đạt 100% kế hoạch", "… chiếm 36% tổng số HTX đang hoạt động"
    if n.kind == "counted" and subject and n.measure and fold(after).strip(EDGE) == fold(n.measure) and (names_indicator(fold(subject)) or (n.measure == "con" and " đàn " in fold(" " + subject))) and not _PER_YEAR.match(fold(subject)):
        after = ""
    if n.kind == "counted" and n.measure and fold(subject).startswith((f"số {n.measure} ", f"số lượng {n.measure} ")) and subject.endswith(" có") and fold(after).strip(EDGE) in ("", n.measure):
        subject, after = subject[:-3], ""  # "Số hộ kinh doanh có ít nhất 240 hộ"
    if n.kind == "counted" and n.measure and fold(after).strip(EDGE) == fold(n.measure) and (n.reached or n.high is not None or n.change is not None) and f" {fold(n.measure).split('/')[0]} " in f" {fold(subject)} ":
        after = ""  # "Tổng lượt khách … đạt 5.500.000 lượt", "tổ chức các giải … từ 400 - 420 giải/năm"
    if n.kind == "counted" and n.reached and subject and (turns := fold(after).strip(EDGE).split())[:1] == ["lượt"] and set(turns[1:]) <= set(fold(subject).split()):
        after = ""  # "khách nước ngoài là hơn 95.000 lượt khách"
    if n.kind == "counted" and n.unit != "count" and (scaled := _SCALED.match(fold(n.measure or ""))) and fold(after).lstrip().startswith(fold(n.measure or " ")):
        # "… đạt 320 nghìn lượt", "trồng 2,5 triệu cây phân tán": how many at once is the unit, not wording
        alone = fold(n.measure or "") in (whole := fold(after).strip(EDGE), _A_YEAR.sub("", whole)) and subject and (n.reached or names_indicator(fold(subject)) or not (opens_act(fold(subject)) or _TAKES_OBJECT.search(fold(subject)) or subject.endswith(" cho")))
        after = "" if alone else _A_YEAR.sub("", after.lstrip()[scaled.end() :])
    if n.kind == "counted" and n.measure in ("con", "lượt", "căn", "cây", "ca", "đồng chí", "đ/c", "em", "giải", "huy chương") and fold(after).strip(EDGE) == n.measure and subject and not opens_act(fold(subject)) and not _OPEN_END.search(fold(subject)):
        after = ""  # "lợn nái 2.000 con"
    if n.kind == "counted" and n.reached and 0 < len(after.split()) < 4 and re.match(rf"(?:tổng )?số (?:lượng )?(?:các )?{re.escape(fold(after).strip(EDGE))}(?!\w)", fold(subject)):
        after = ""  # "Số lượng đô thị toàn quốc đạt 950 đô thị"
    if len(subject.split()) >= (1 if previous is not None and d.clause.linked and previous.clause.number.measure == n.measure else 3) and n.measure in ("người", "người/năm") and fold(after).strip(EDGE) == n.measure and not _OPEN_END.search(fold(subject)):
        after = ""  # "xuất khẩu lao động 45 người", "…, trong đó cao đẳng 20 người"
    if not subject and previous is not None and d.clause.linked and n.kind == "percent" and previous.clause.number.reached and 0 < len(after.split()) < 4 and fold(after).strip(EDGE) == fold(previous.after).strip(EDGE):
        after = ""  # "… đạt 60% dân số vào năm 2027 và 99% dân số vào năm 2030"
    if not subject and previous is not None and d.clause.linked and n.kind == "percent" and (_OF_PRODUCT.fullmatch(whole := fold(after).strip(EDGE)) or (n.reached and whole.startswith("tổng ") and whole in fold(previous.after))):
        after = ""  # "đạt 1,5% GRDP, đến năm 2030 đạt 2% GRDP", "đạt 22% tổng số hộ năm 2026, đạt 25% tổng số hộ năm 2030"
    if n.kind in ("percent", "money", "measure") and after.lstrip().startswith(",") and len(subject.split()) >= 2 and (n.kind == "percent" or names_indicator(RAISE.sub("", fold(subject)).rpartition(" với mục tiêu ")[2])):
        after = ""  # "đạt thu nhập bình quân khoảng 80 triệu đồng/người, không còn hộ nghèo": what follows is told of something else
    after = after[: _same_end(after) or None] if n.kind == "percent" else after
    if not subject and previous is not None and d.clause.linked and n.kind == "counted" and n.measure and fold(after).strip(EDGE) == fold(n.measure) \
            and (previous.clause.number.measure == n.measure or (fold(previous.indicator).startswith((f"số {fold(n.measure)} ", f"số lượng {fold(n.measure)} ")) and not fold(d.before).strip(EDGE).endswith("có"))) \
            and names_indicator(fold(previous.indicator)) and not strip_lead(d.before, raise_too=False):
        after = ""  # "Số xã đạt chuẩn … lần lượt là 3, 5 và 7 xã"
    after = without_turns(subject, after) if n.kind == "counted" and subject else after
    wording = (join_pieces(subject, after) if subject else after).strip(EDGE)
    if n.kind == "rank":
        whose = _FIELD.match(fold(after).strip(EDGE)) and not names_indicator(fold(subject)) and not opens_act(fold(subject)) and not PREDICATE.search(fold(subject))  # "Thành phố A thuộc nhóm 5 … về logistics"
        told = len(subject.split()) >= 3 and not whose and not fold(subject).endswith("trở thành") and not after.lstrip().startswith("có ") and not _PLACE_ONLY.fullmatch(fold(subject).strip(EDGE))  # "đưa tỉnh trở thành 1 trong 15 tỉnh có …"
        wording = subject if told or names_indicator(fold(subject)) else join_pieces(subject, after)
        wording = re.sub(r"^(?:về|trong|ở) ", "", wording.strip(EDGE)).strip(EDGE)
        if previous is not None and d.clause.linked and not subject and ((previous.clause.number.kind == "rank" and wording == after.strip(EDGE) and len(f" {wording}".partition(" theo ")[0].split()) <= 3
                and not PREDICATE.search(" " + fold(wording))) or (previous.clause.number.kind == "measure" and wording.startswith("có "))):
            wording, d.shared = previous.indicator, True  # "nhóm 3 nước đứng đầu ASEAN và nhóm 5 nước đứng đầu khu vực | châu Á", "đạt 69 điểm và nằm trong nhóm 10 tỉnh | có …"
    if not d.label and previous is not None and d.clause.linked and subject and not names_indicator(fold(subject)) and n.change is None:
        d.label = previous.label if (names_indicator(fold(previous.label)) and len(subject.split()) <= 6) or (previous.label and ONE_GROUP.fullmatch(fold(subject))) else ""
    elif not d.label and previous is not None and d.clause.linked and not subject and previous.label and previous.indicator.startswith(previous.label + ":") and n.kind == previous.clause.number.kind:
        d.label = previous.label  # "Dạy học 2 buổi/ngày: 100% học sinh tiểu học, | 70% học sinh trung học cơ sở"
    if d.label and names_indicator(fold(d.label)) and not (n.reached and names_indicator(fold(subject))):
        # "Tỷ lệ dân cư dùng nước sạch: đô thị 100%": the label is the indicator, what follows only narrows it.
        wording = join_pieces(d.label, subject) if len(after.split()) <= 3 else join_pieces(d.label + ":", wording)
    elif d.label and not subject and n.reached and n.kind == "percent" and re.match(r"(?:tổng )?số (?!hóa|liệu)", fold(after).lstrip()):
        wording = join_pieces(d.label + ":", wording)  # "Tuyển sinh vào lớp 10: đạt 90% số học sinh …"
    elif d.label and not subject and n.kind in ("percent", "counted") and _ONLY_WHOLE.fullmatch(fold(after).strip(EDGE)) and (n.kind == "percent" or fold(after).strip(EDGE) == fold(n.measure or "")):
        wording = d.label  # "Thu gom rác thải: 95% số hộ", "thôn văn hóa: 12/14 thôn": the label is what is counted
    elif d.label and not subject and n.kind in ("percent", "counted") and not n.reached and NAMELESS.fullmatch(fold(after).strip(EDGE)) and not PREDICATE.search(" " + fold(after)) and not fold(d.label).startswith(("về ", "trong ", "đối với ", "chỉ tiêu ")):
        wording = join_pieces(d.label + ":", wording)
    elif d.label and subject and (not after.strip(EDGE) or GROWS.fullmatch(fold(subject))) and len(subject.split()) <= 4 and (not opens_act(PREFIX.sub("", fold(d.label))) or ONE_GROUP.fullmatch(fold(subject))):
        wording = join_pieces(d.label + ":", subject, "" if COMMENT.fullmatch(after.strip(EDGE)) else after).strip(EDGE)
    if previous is not None and fold(wording).removesuffix(f" {fold(n.measure or '?')}") in ("tăng", "giảm", "tăng thêm", "tăng trưởng", "tăng trưởng bình quân", "tăng bình quân", "giảm bình quân", "tăng gấp", "gấp", "cao gấp", "vượt"):
        grows = wording[: len(wording) - len(n.measure) - 1] if n.measure and fold(wording).endswith(f" {fold(n.measure)}") else wording  # "tăng 108 người"
        grown = re.sub(r" (?:tăng|giảm)(?: thêm| bình quân)?$", "", previous.root or previous.indicator)  # "… giảm 2% và đến năm 2030 giảm 3%"
        wording, d.shared = join_pieces(grown, grows), True
    if previous is None and fold(wording) in ("tăng", "giảm", "tăng thêm", "giảm thêm", "vượt", "tăng trưởng") and len((whole_before := strip_lead(d.before, raise_too=False)).split()) > 3:
        wording = whole_before  # "Tăng cường kỷ luật thu ngân sách, phấn đấu | tăng 25% so với dự toán": what moves stands before the comma
    if previous is not None and d.clause.linked and n.kind == "percent" and fold(subject) in ("", "bằng", "đạt", "tương đương", "vượt", "tăng", "giảm") and (_AGAINST.match(fold(after)) or (n.explicit and n.comparator == "=" and previous.clause.number.kind in ("counted", "measure") and OF_TOTAL.match(fold(after))) or (n.reached and previous.clause.number.measure and re.match(rf"(?:tổng )?số {re.escape(previous.clause.number.measure)}(?!\w)", fold(after)))):
        # "Thu ngân sách đạt 12 tỷ đồng, bằng 110% dự toán": a share of the plan is said of the same subject.
        d.root = re.sub(r" (?:tăng|giảm)(?: thêm| bình quân)?$", "", previous.root or previous.indicator)
        verb = "chiếm" if fold(d.before).lstrip().startswith("chiếm") else subject if fold(subject) in ("vượt", "tăng", "giảm") else "bằng"
        wording = join_pieces(d.root, verb, after.rstrip(EDGE))
    if previous is not None and d.clause.linked:
        if other := other_group(wording, previous.indicator, bool(subject)):
            wording, d.shared = other, group_end(fold(previous.indicator)) is not None
        elif not subject and n.kind == previous.clause.number.kind and n.kind in ("percent", "speed", "measure", "money") and wording.startswith("đối với ") and not PREDICATE.search(fold(wording)) and not previous.after.strip(EDGE):
            wording = join_pieces(previous.indicator, wording)  # "… tăng 30% và trên 35% | đối với hàng hóa trọng điểm"
        elif subject and not after.strip(EDGE) and like(d, previous):
            wording = with_head(wording, previous.indicator) or wording
    if not wording or (len(wording.split()) < 2 and n.reached and not names_indicator(fold(wording)) and d.label):
        rated = not wording and n.kind == "measure" and _RATE.match(n.measure or "") and fold(d.label).startswith("về ")  # "Về y tế: đạt 12 bác sĩ/vạn dân"
        wording = "" if rated else join_pieces(d.label + (":" if d.label and wording else ""), wording).strip(EDGE)
    if not wording.strip(EDGE) and n.kind == "measure" and _RATE.match(n.measure or "") and (previous is None or _RATE.match(previous.indicator)):
        wording = n.measure or ""
    if not wording.strip(EDGE) and n.kind == "measure" and _RATE.match(n.measure or "") and (rate := _SAID_RATE.search(fold(d.before))):
        wording = join_pieces(rate[1], n.measure or "")  # "…, đạt tỷ lệ 11,5 doanh nghiệp/nghìn dân": a rate, not the count before
    if not wording.strip(EDGE) and previous is not None and (d.clause.linked or n.kind not in ("measure", "money")):
        # "giảm 0,3%, còn dưới 1%": the level is of the indicator, not of its fall
        level = n.trend is None and previous.clause.number.change is not None and fold(d.before).strip(EDGE) in ("còn", "xuống", "xuống còn", "đạt", "lên", "chiếm", "chiếm bình quân")
        wording, d.shared = re.sub(r" (?:giảm|tăng)(?: thêm| bình quân)?$", "", previous.indicator) if level else previous.indicator, True
    if not wording.strip(EDGE) and n.kind in ("measure", "money") and n.measure:
        wording = n.measure
    if n.kind in ("measure", "counted") and n.measure and n.unit != "count" and (_RATE.match(n.measure) or _SCALED.match(fold(n.measure))) and _LAND_ALONE.fullmatch(fold(wording).strip(EDGE)):
        wording = _SCALED.sub("", n.measure, count=1) if _SCALED.match(n.measure) else n.measure
    if n.kind == "measure" and wording[-4:] in ("quân", "bình", "n có", "h có") and fold(wording).removesuffix(" có") in ("bình quân", "trung bình") and _RATE.match(n.measure or ""):
        wording = join_pieces(wording, n.measure or "")  # "bình quân 18 doanh nghiệp/1.000 dân"
    if n.kind == "level" and wording.startswith("về "):
        wording = wording[3:]  # "Đạt mức 3 | về trưởng thành chính quyền số"
    if n.kind == "rank" and d.shared:
        wording = _CLIMBS.sub("", wording)
    d.indicator = re.sub(r"(?<= gấp) năm (?:19|20)\d\d$", "", wording) if n.unit == "lần" else wording


def point_back(d: Draft, previous: Draft) -> None:
    """"…; đến năm 2030, tỷ lệ này đạt 100%": the indicator is the one told before."""
    if previous.indicator and (again := _THIS_ONE.match(fold(d.indicator).strip(EDGE))):
        d.indicator, d.shared = previous.indicator + d.indicator.strip(EDGE)[again.end() :], True


def _same_end(after: str) -> int:
    """Where a second clause with the end of the first begins: "chi bộ hoàn thành tốt nhiệm vụ trở lên|, Đảng bộ … tốt nhiệm vụ trở lên"; 0 without."""
    cut = after.find(", ")
    first, second = fold(after[:cut]).split(), fold(after[cut + 2 :]).rstrip(EDGE).split()
    return cut if cut > 0 and len(first) > 5 and first[-4:] == second[-4:] else 0


def like(d: Draft, previous: Draft) -> bool:
    """Is an outcome measured like the one before it?"""
    n, m = d.clause.number, previous.clause.number
    share = "chiếm" in fold(d.before) and "chiếm" not in fold(previous.before)
    return n.kind == m.kind and n.kind != "rank" and n.unit == m.unit and n.measure == m.measure and not share


def reading_of(sheet: Sheet, d: Draft, horizon: str | None, comparator_from: Number | None) -> TargetReading:
    n = d.clause.number
    unit = n.unit
    if n.kind in ("bare",) and _INDEX.search(fold(d.indicator)):
        unit = "index"
    elif n.kind == "bare" and unit is None and sheet.plain[n.end :].lstrip()[:1] in ("“", '"'):
        unit = "count"  # "01 “Mái ấm tình thương”": what is counted stands in quotes
    sign = n.comparator
    if comparator_from is not None and n.kind == "counted" and _SO_MANY_HAVE.match(sheet.low, n.end):
        comparator_from = None
    if comparator_from is not None and sign == "=" and not n.explicit and n.change is None and n.kind == "counted" and comparator_from.kind == "counted" and comparator_from.comparator != "range":
        sign = comparator_from.comparator
    if comparator_from is not None and (d.listed or (d.shared and not n.reached)) and sign == "=" and not n.explicit and n.change is None and n.value != 100 and comparator_from.explicit and comparator_from.comparator != "range":
        sign = comparator_from.comparator
    raising = RAISE.match(PREFIX.sub("", fold(d.before)))
    direction = n.change
    if direction is None and not n.reached and n.trend is None and (start := re.match("(tăng|giảm) ", fold(d.before))):
        direction = "increase" if start[1] == "tăng" else "decrease"
    if direction is None and raising and not n.reached and n.trend is None:  # "giảm tỷ lệ hộ nghèo | xuống còn 2%" is a level to reach
        direction = "decrease" if "giảm" in raising[0] or "hạ" in raising[0] else "increase" if re.match("tăng|nâng", raising[0]) else None
    rule = "prose.rank" if n.kind == "rank" else "prose.subject" if n.reached else "prose.number-first"
    confidence = 0.97 if n.kind in ("percent", "rank") else 0.93 if n.kind not in ("bare", "counted") else 0.88
    if d.shared:
        confidence -= 0.1
    return TargetReading(d.indicator, sign, n.value, n.high, unit, horizon, d.qualifier, n.measure, direction, d.base,
                         confidence, rule, (), (d.clause.start, d.clause.end))
