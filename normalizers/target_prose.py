"""Targets in prose: a bullet or sentence → one reading per committed outcome (indicator, comparator, value, horizon)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from normalizers.acts import names_indicator, opens_act
from normalizers.clauses import AMONG, LATER, Clause, Part, read_parts
from normalizers.numbers import Number, Sheet
from normalizers.target_horizons import ASIDE, BASE, Horizon, relevant
from normalizers.target_horizons import horizons as horizons_in
from normalizers.text import fold
from normalizers.values import TargetReading

_MARKER = re.compile(
    r"^(?:[-+*•●○▪➢✓‒–—] ?|\(?\d{1,2}[.)] (?=\D)|\d{1,2}(?:\.\d{1,2}){1,3}\.? (?=\D)|\(?[a-zđ][.)] ?(?=\S)|\((?:[ivx]+|\d{1,2})\) ?)+"
)
_LABEL = re.compile(r"^(?:(?:chỉ tiêu|mục tiêu|tiêu chí)(?: cụ thể)? (?:số )?\d{1,2}(?:\.\d+)*|(?:chỉ tiêu|mục tiêu)(?: cụ thể)?) ?[:.] ?")
_PREFIX = re.compile(
    r"^(?:phấn đấu|quyết tâm|đảm bảo|bảo đảm|đồng thời|trong đó|ngoài ra|bên cạnh đó|riêng|còn lại|và|đạt được|đạt|có|dự kiến|ước tính|ước|"
    r"mục tiêu|chỉ tiêu|cụ thể|theo đó|trong nhiệm kỳ(?: này| tới)?|sẽ|với|để|thì|là|từng bước|tiếp tục)(?!\w)[ ,:]*"
)
_RAISE = re.compile(r"^(?:tăng|nâng|giảm|đưa|duy trì|giữ|kéo giảm|hạ|giữ vững)(?: (?:ổn định|dần))? (?=tỷ |tỉ |số |độ che phủ|chỉ số|tổng |mức|tốc độ|quy mô|diện tích|thu nhập|giá trị)")
_SUFFIX = re.compile(
    r"(?:^|(?<!trở)[ ,:(–-]+)(?:phấn đấu|quyết tâm|đảm bảo|bảo đảm|đạt được|đạt|dự kiến|ước tính|ước|chiếm|là|còn|lên đến|lên tới|lên|xuống|ở mức|mức|giữ|"
    r"(?:đạt|với|chiếm) (?:tỷ|tỉ) (?:lệ|trọng)|mục tiêu|tăng|giảm|từ|(?:đạt )?(?:trung bình|bình quân)(?<=đạt trung bình)|đạt bình quân|khoảng|tăng lên|giảm còn|giảm xuống|duy trì ổn định|giữ ổn định|duy trì|sẽ|:|,|-)$"
)
_AFTER_REACHED = re.compile(r"^[ ,]*,")
_PREDICATE = re.compile(r" (?:được|có|đạt|đủ|dùng|biết|hưởng|học|lắp đặt|tốt nghiệp|giải quyết|duy trì|chuyển|trang bị|ký|nộp|ứng dụng|sử dụng|tham gia|thực hiện|triển khai|hoàn thành|tiếp cận|là|không|kết nối|đáp ứng|cung cấp|xử lý|bị|phải|tự)(?!\w)")
_QUALIFIER = re.compile(r"[ ,]*(?:\((?P<b>(?:trừ|ngoại trừ|không bao gồm|không tính|không kể)[^()]*)\)|,? ?(?<!loại )(?P<t>(?:ngoại )?trừ (?!khi)[^,;.()]+)$)")
_RESPECTIVE = re.compile(r"[ ,]*(?:lần lượt|tương ứng)(?: là| đạt| ở mức)?[ ,]*")
_PURPOSE = re.compile(r",? (?:để|nhằm|góp phần|qua đó|từ đó|tạo) .*$")
_INDEX = re.compile(r"(?:^|\W)(?:chỉ số|hệ số|dti|pii|par ?index|papi|sipas|pci|ddci|hdi|gini)(?!\w)")
_WANTS_OBJECT = re.compile(r"(?:đóng góp|cho|vào|được)$")  # "đóng góp 55% GRDP", "tạo việc làm cho 84% tổng số lao động"
_DENOMINATOR = re.compile(r"(?:tổng [^,]{2,30}|grdp|gdp|kế hoạch|dự toán)")
_PER_YEAR = re.compile(r"bình quân (?:mỗi|hằng|hàng) ")  # "Bình quân mỗi năm kết nạp 30 đảng viên": an act, its object is the noun
_COPULA = re.compile(r" (?:là|đạt|khoảng|ước đạt)$", re.IGNORECASE)
_LATER = re.compile(r",? (?:và )?(?:tiến tới|hướng tới|tiến đến) .*$|,? và tiếp tục (?:cắt giảm|giảm|tăng|nâng|duy trì|phấn đấu|mở rộng) .*$", re.IGNORECASE)
_SHARE_OF = re.compile(r"chiếm (?:(?:tỷ|tỉ) (?:lệ|trọng) )?(?:\w+ ){0,2}$")  # "chiếm trên 8% so với tổng mức …": the whole, no basis
_RATE = re.compile(r"[^\W\d_][^/]* ?/ ?(?:\d|vạn|nghìn)")  # "bác sĩ/10.000 dân" says itself what is counted
# "…, giảm 02 ngày so với năm 2025": how the outcome compares, where it is none of its own
_COMPARES = re.compile(r",? ?(?:tăng|giảm|cao hơn|thấp hơn|vượt|bằng)(?: thêm| khoảng)? \d[\d.,]*(?: ?%| [^\W\d_]+){0,3} so với [^\d,;.()]{2,30}(?:(?:19|20)\d\d)?")
_COUNTED_BY = re.compile(r"[^\W\d_][^/]*[^\W\d_](?P<by> ?/ ?(?:[\d.]+|vạn|nghìn|một vạn) ?dân)")
_SAID_RATE = re.compile(r"(tỷ lệ|tỉ lệ|tỷ suất|mật độ)(?: (?:là|khoảng))?[ :]*$")
_SCALED = re.compile(r"(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ) ")
_NOT_TO_LET = re.compile(r",? (?:và |đồng thời )?(?:không để|không làm) (?=xảy ra |phát sinh |tồn |nợ |lọt |sót |còn ).*$", re.IGNORECASE)
_AGAINST = re.compile(r"(?:dự toán|kế hoạch|chỉ tiêu|nghị quyết|so với|cùng kỳ)(?!\w)")
_OPEN_END = re.compile(r"(?:^| )(?:cho|của|với|là|có|thêm|được|gồm|trên|mới|số|tổng số)$")
_JOINED = re.compile(r"(?:trên|đối với|trong|tại|ở|của|cho|so|với|được|có|theo|vào|và|để|tổng|trở)(?!\w)")
_LINK_LABEL = re.compile(r"(?:trong đó|cụ thể|gồm|bao gồm|riêng|như sau|cụ thể như sau)")
_FIELD = re.compile(r"(?:về|trong lĩnh vực) [^\d;.]{2,80}")  # "nhóm 30 tỉnh dẫn đầu về an toàn, an ninh mạng"
# Groups that one indicator is given for, one after the other: "… đối với nam đạt 168 cm, nữ đạt 157 cm".
_GROUP = (r"(?:(?:khu vực|vùng|nhóm|cấp|bậc|học sinh|trẻ em) )?(?:nam|nữ|(?:dân cư |dân số )?(?:đô thị|nông thôn|thành thị|miền núi|đồng bằng|ven biển|thành phố)|"
          r"trung ương|tỉnh|huyện|xã|cơ sở|tiểu học|thcs|thpt|trung học (?:cơ sở|phổ thông)|mầm non|nhà trẻ|mẫu giáo)")
_FAMILIES = (re.compile(r"(?<!\w)(?:(?:khu vực|vùng) )?(?:đô thị|thành thị|nông thôn|miền núi|đồng bằng)(?!\w)(?! (?:mới|văn minh|thông minh))"),
             re.compile(r"(?<!\w)(?<!việt )(?:nam|nữ)(?!\w)"),
             re.compile(r"(?<!\w)(?:(?:cấp|bậc) )?(?:mầm non|tiểu học|trung học cơ sở|trung học phổ thông|thcs|thpt)(?!\w)"))
_ONE_GROUP = re.compile(rf"(?:ở |tại |đối với |của )?{_GROUP}")
_AT_GROUP = re.compile(rf"(?:(?:ở|tại|đối với|của|cho|trong) ){_GROUP}$")
_FOR_GROUP = re.compile(rf"(?:ở|tại|đối với|cho) (?:các )?{_GROUP}(?: và)?$")
_EDGE = " ,.;:–-"


def _strip_lead(text: str, *, raise_too: bool) -> str:
    """Wording without the verbs that only introduce it ("Phấn đấu", "Đảm bảo", "Đạt", "Có")."""
    for _ in range(6):
        text = text.lstrip(_EDGE)
        low = fold(text)
        m = _PREFIX.match(low)
        if not m or len(low) != len(text):
            break
        text = text[m.end() :]
    m = _RAISE.match(fold(text)) if raise_too else None
    if m and len(fold(text)) == len(text):
        text = text[m.end() :]
    return text.strip(_EDGE)


def _strip_tail(text: str) -> str:
    """Wording without the verbs that lead to the number ("đạt", "chiếm", "dự kiến")."""
    for _ in range(6):
        text = text.rstrip(" ,:;–-")
        m = _SUFFIX.search(fold(text))
        if not m or len(fold(text)) != len(text):
            break
        text = text[: m.start()]
    return text


def _join(*pieces: str) -> str:
    out = " ".join(p.strip() for p in pieces if p.strip(_EDGE))
    for mark in ",.;:)":
        out = out.replace(f" {mark}", mark)
    out = out.replace("()", "")  # a year alone in its brackets was the horizon
    return " ".join(out.replace(",,", ",").split())


def _without(text: str, at: int, cuts: list[tuple[int, int]]) -> str:
    """The wording of a piece that starts at sheet offset `at`, without the sheet spans `cuts`."""
    out, pos = [], at
    for a, b in sorted(cuts):
        a, b = max(a, at), min(b, at + len(text))
        if a < b and a >= pos:
            out.append(text[pos - at : a - at])
            pos = b
    out.append(text[pos - at :])
    return _join(*out)


@dataclass(slots=True)
class _Draft:
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
    closed: bool = False  # "Duy trì sĩ số: 100%": its label is the subject, behind the number stands nothing of it


def _label_end(sheet: Sheet, start: int, first: int) -> int:
    """End of a lead-in such as "Hạ tầng số:" before offset `first`, `start` if there is none."""
    colon = sheet.plain.find(": ", start, first + 1)
    while 0 <= colon < first:
        nxt = sheet.plain.find(": ", colon + 1, first + 1)
        if nxt < 0 or nxt >= first:
            break
        colon = nxt
    return colon + 1 if 0 <= colon < first else start


def _draft(sheet: Sheet, part: Part, clause: Clause, horizons: list[Horizon]) -> _Draft:
    n, low = clause.number, sheet.low
    start = _label_end(sheet, clause.start, n.at)
    falls = _FALLS.search(low, max(clause.start, n.start - 14), n.start) if n.change is not None and n.kind == "counted" else None
    closed = n.labelled or falls is not None
    if closed:
        start = clause.start
    label = sheet.plain[clause.start : start].strip(_EDGE)
    cuts = list(n.cuts) + [(_with_done(low, h.start), h.end) for h in horizons]
    twice = [(a, b) for a, b in pairwise(horizons) if n.end <= a.start and b.end <= clause.end and _AND_YEAR.fullmatch(low, a.end, b.start)
             and len(a.edtf) == len(b.edtf) == 4 and a.edtf < b.edtf]
    cuts += [(a.end, b.start) for a, b in twice]
    cuts += [m.span() for m in _STRIVEN_FOR.finditer(low, clause.start, clause.end)]
    if n.kind == "percent":
        cuts += [m.span() for m in _HEADS.finditer(low, n.end, clause.end)]
    grade = bool(_GRADE.fullmatch(low[start : n.start].strip(_EDGE))) and bool(_GRADE_ROW.search(low))
    base = BASE.search(low, n.end, clause.end) if n.end < clause.end and not _SHARE_OF.search(low[max(clause.start, n.start - 40) : n.start]) else None
    if base:
        cuts.append(base.span())
    cuts += [m.span() for pattern in (ASIDE, AMONG, LATER, _COMPARES) for m in pattern.finditer(low, clause.start, clause.end) if not m.start() < n.start < m.end()]
    label_cuts = [(h.start, h.end) for h in horizons if h.start < start]
    label = _without(sheet.plain[clause.start : start], clause.start, label_cuts).strip(_EDGE)
    label = "" if _LINK_LABEL.fullmatch(fold(label)) else label
    before = _without(sheet.plain[start : max(start, n.start)], start, cuts)
    after = _without(sheet.plain[n.end : clause.end], n.end, cuts)
    qualifier = _QUALIFIER.search(after)
    limit = None
    if qualifier:
        limit = (qualifier["b"] or qualifier["t"]).strip()
        after = (after[: qualifier.start()] + after[qualifier.end() :]).rstrip()
    if closed:
        after = ""
    if falls:
        before = before.replace(":", "")  # "Hộ nghèo: giảm 12 hộ"
    own = [h for h in horizons if clause.start <= h.start < clause.end or (clause.linked and n.lead <= h.start < n.at)]
    return _Draft(clause, label, before, after, own[0].edtf if own else None,
                  sheet.plain[base.start() : base.end()].strip() if base else None, limit, closed=closed and not grade,
                  also=twice[0][1].edtf if twice and own and own[0] is twice[0][0] else None, grade=grade,
                  opens=bool(own) and clause.linked and own[0].start - clause.start <= 1 and own[0].end <= n.at)


def _with_done(low: str, start: int) -> int:
    """Where a time phrase begins with the "hoàn thành" that it is said of: "…, xong | trước ngày 30/6, đạt 100%"."""
    m = _DONE_BEFORE.search(low, max(0, start - 24), start)
    return m.start() if m else start


_AND_YEAR = re.compile(r" ?(?:,|và|, và) (?:(?:đến|vào) )?")
_HEADS = re.compile(r" ?\((?:tương đương |tức |khoảng )?\d[\d.,]*(?:/\d[\d.,]*)? [^\W\d_]{1,10}(?: [^\W\d_]{1,7})?\)")  # "36,04% (191 HS)"
_STRIVEN_FOR = re.compile(r" ?\((?:phấn đấu|mục tiêu phấn đấu|dự kiến)\)")
_GRADE = re.compile(r"(?:xuất sắc|giỏi|tốt|khá|đạt|chưa đạt|trung bình|yếu|kém|hoàn thành tốt|hoàn thành|chưa hoàn thành|không hoàn thành)")
_GRADE_ROW = re.compile(r"(?:xuất sắc|giỏi|tốt|khá|hoàn thành tốt):? (?:từ |trên |đạt )?\d[\d.,]* ?%.{0,40}[;,] ?(?:khá|đạt|chưa đạt|trung bình|hoàn thành|chưa hoàn thành):? ")
_DONE_BEFORE = re.compile(r", ?(?:cơ bản )?(?:hoàn thành|xong|kết thúc) $")
_STRIVEN = re.compile(r": ?(?:(?:phấn đấu|quyết tâm|dự kiến) ?)?(?:đạt|có)$", re.IGNORECASE)
_FALLS = re.compile(r": (?:tăng|giảm)(?: thêm)? $")
_OWN_CLAUSE = re.compile(r", ?(?:trong đó|đồng thời|phấn đấu|có|đảm bảo|bảo đảm|ít nhất có|từ đó)(?!\w)")
_WHERE = re.compile(r"(?:tại|ở|trong|đối với|trên|với|riêng|theo|về|đến|mỗi|từ)(?!\w)")


def _last_clause(before: str, reached: bool) -> str:
    """Wording before a number without an earlier clause of the same sentence ("Bộ tiêu chí được ban hành, có …")."""
    low = fold(before)
    if len(low) != len(before):
        return before
    cut = 0
    for m in _OWN_CLAUSE.finditer(low):
        if not reached or low[m.end() :].strip():
            cut = m.start() + 2
    for m in re.finditer(", ", low):
        if names_indicator(low[m.end() :]) and m.end() > cut:
            cut = m.end()
    head = low[: max(0, cut - 2)]
    if len(head.split()) < 3 or _WHERE.match(head) or not (opens_act(head) or _PREDICATE.search(" " + head)) or names_indicator(head):
        return before
    return before[cut:]


def _word(d: _Draft, previous: _Draft | None) -> None:
    """Fill in the indicator of a draft from its wording, or from the outcome before it whose subject it shares."""
    n = d.clause.number
    if d.grade:
        name = d.before.strip(_EDGE)
        d.label = d.label or (previous.label if previous is not None else "")
        d.indicator = _join(d.label + ":", name) if d.label else name
        return
    if d.closed:
        named = _STRIVEN.sub("", d.before.strip(_EDGE))
        d.indicator = _strip_lead(named, raise_too=True) or named
        return
    before = _strip_tail(d.before) if n.change is None else _COPULA.sub("", d.before.rstrip(_EDGE))
    after = d.after
    lead_in = fold(before)
    # "Nâng cấp hạ tầng, đảm bảo 100% cơ quan kết nối mạng": the act is the means, what is assured is the outcome.
    assured = re.search(r"(?:đảm bảo|bảo đảm|phấn đấu)(?: đạt| có)? ?$", fold(d.before))
    if assured and after and len(lead_in.split()) > 3 and opens_act(lead_in):
        before = ""
    if _RESPECTIVE.search(fold(before)) and len(fold(before)) == len(before):
        m = _RESPECTIVE.search(fold(before))
        assert m is not None
        before = before[: m.start()]
    before = _last_clause(before if n.reached else d.before if before else before, n.reached)
    before = before if n.change is not None else _strip_tail(before)
    subject = _strip_lead(before, raise_too=n.reached and n.change is None)
    after = _LATER.sub("", after)
    after = _NOT_TO_LET.sub("", after) if n.kind in ("counted", "measure", "money") else after
    if n.reached and subject and len(subject.split()) >= 2 and "," in after and not (n.kind == "rank" and (_FIELD.fullmatch(fold(after).strip(_EDGE)) or fold(subject).endswith("trở thành"))) \
            and not (n.kind == "percent" and opens_act(fold(subject)) and fold(after).lstrip().startswith("số ")):  # "phát triển đạt 60% số cơ quan, …"
        after = after[: after.index(",")]
    if len(subject.split()) >= 2 and n.kind == "percent" and _DENOMINATOR.fullmatch(fold(after).strip(_EDGE)) and not _WANTS_OBJECT.search(fold(subject)):
        after = ""
    if n.kind == "counted" and subject and n.measure and fold(after).strip(_EDGE) == fold(n.measure) and names_indicator(fold(subject)) and not _PER_YEAR.match(fold(subject)):
        after = ""
    if n.kind == "counted" and (scaled := _SCALED.match(fold(n.measure or ""))) and fold(after).lstrip().startswith(fold(n.measure or " ")):
        # "… đạt 320 nghìn lượt", "trồng 2,5 triệu cây phân tán": how many at once is the unit, not wording
        alone = fold(after).strip(_EDGE) == fold(n.measure or "") and subject and (n.reached or names_indicator(fold(subject)) or not opens_act(fold(subject)))
        after = "" if alone else after.lstrip()[scaled.end() :]
    if len(subject.split()) >= 3 and n.measure == "người" and fold(after).strip(_EDGE) == "người" and not _OPEN_END.search(fold(subject)):
        after = ""  # "xuất khẩu lao động 45 người"
    if n.kind == "percent" and n.reached and names_indicator(fold(subject)) and len(after.split()) <= 4 and not _JOINED.match(fold(after)):
        after = ""  # "… đạt 100% kế hoạch", "… đạt 95% dân số"
    wording = _join(subject, after)
    if not subject:
        wording = after
    wording = wording.strip(_EDGE)
    if n.kind == "rank":
        told = len(subject.split()) >= 3 and not fold(subject).endswith("trở thành")  # "đưa tỉnh trở thành 1 trong 15 tỉnh có …"
        wording = subject if told or names_indicator(fold(subject)) else _join(subject, after)
        wording = re.sub(r"^(?:về|trong|ở) ", "", wording.strip(_EDGE)).strip(_EDGE)
    if not d.label and previous is not None and d.clause.linked and subject and not names_indicator(fold(subject)):
        d.label = previous.label if names_indicator(fold(previous.label)) and len(subject.split()) <= 6 else ""
    if d.label and names_indicator(fold(d.label)) and not (n.reached and names_indicator(fold(subject))):
        # "Tỷ lệ dân cư dùng nước sạch: đô thị 100%": the label is the indicator, what follows only narrows it.
        wording = _join(d.label, subject) if len(after.split()) <= 3 else _join(d.label + ":", wording)
    elif d.label and not subject and n.reached and n.kind == "percent" and re.match(r"(?:tổng )?số (?!hóa|liệu)", fold(after).lstrip()):
        wording = _join(d.label + ":", wording)  # "Tuyển sinh vào lớp 10: đạt 90% số học sinh …"
    elif d.label and subject and not after.strip(_EDGE) and len(subject.split()) <= 4 and not opens_act(_PREFIX.sub("", fold(d.label))):
        wording = _join(d.label + ":", subject)
    if previous is not None and fold(wording).removesuffix(f" {fold(n.measure or '?')}") in ("tăng", "giảm", "tăng thêm", "tăng trưởng", "tăng bình quân", "giảm bình quân", "tăng gấp"):
        grows = wording[: len(wording) - len(n.measure) - 1] if n.measure and fold(wording).endswith(f" {fold(n.measure)}") else wording  # "tăng 108 người"
        wording, d.shared = _join(previous.root or previous.indicator, grows), True
    if previous is not None and d.clause.linked and n.kind == "percent" and fold(subject) in ("", "bằng", "đạt", "tương đương") and _AGAINST.match(fold(after)):
        # "Thu ngân sách đạt 12 tỷ đồng, bằng 110% dự toán": a share of the plan is said of the same subject.
        d.root = re.sub(r" (?:tăng|giảm)(?: thêm| bình quân)?$", "", previous.root or previous.indicator)
        wording = _join(d.root, "chiếm" if fold(d.before).lstrip().startswith("chiếm") else "bằng", after.rstrip(_EDGE))
    if previous is not None and d.clause.linked and (other := _other_group(wording, previous, bool(subject))):
        wording, d.shared = other, _AT_GROUP.search(fold(previous.indicator)) is not None
    if not wording or (len(wording.split()) < 2 and n.reached and not names_indicator(fold(wording)) and d.label):
        wording = _join(d.label + (":" if d.label and wording else ""), wording).strip(_EDGE)
    if not wording.strip(_EDGE) and n.kind == "measure" and _RATE.match(n.measure or "") and (previous is None or _RATE.match(previous.indicator)):
        wording = n.measure or ""
    if not wording.strip(_EDGE) and n.kind == "measure" and _RATE.match(n.measure or "") and (rate := _SAID_RATE.search(fold(d.before))):
        wording = _join(rate[1], n.measure or "")  # "…, đạt tỷ lệ 11,5 doanh nghiệp/nghìn dân": a rate, not the count before
    if not wording.strip(_EDGE) and previous is not None and (d.clause.linked or n.kind not in ("measure", "money")):
        # "giảm 0,3%, còn dưới 1%": the level is of the indicator, not of its fall
        level = n.trend is None and previous.clause.number.change is not None and fold(d.before).strip(_EDGE) in ("còn", "xuống", "xuống còn", "đạt", "lên")
        wording, d.shared = re.sub(r" (?:giảm|tăng)(?: thêm| bình quân)?$", "", previous.indicator) if level else previous.indicator, True
    if not wording.strip(_EDGE) and n.kind in ("measure", "money") and n.measure:
        wording = n.measure
    d.indicator = wording


def _other_group(wording: str, previous: _Draft, led: bool) -> str | None:
    """The indicator of an outcome whose own wording only names another group than the one of the outcome before."""
    low, before = fold(wording).strip(_EDGE), fold(previous.indicator)
    if len(before) != len(previous.indicator) or (len(before.split()) < 4 and not names_indicator(before)):
        return None
    at = _AT_GROUP.search(before)
    if at is None:
        return _group_inside(low, wording.strip(_EDGE), before, previous.indicator) if led else None
    root = previous.indicator[: at.start()].rstrip(_EDGE)
    if led and _ONE_GROUP.fullmatch(low):
        keep = "" if low.split()[0] in ("ở", "tại", "đối", "của") else at[0].split(_first_of_group(at[0]))[0]
        return _join(root, keep + wording.strip(_EDGE))
    if not led and _FOR_GROUP.fullmatch(low):
        return _join(root, re.sub(r" và$", "", wording.strip(_EDGE)))
    return None


def _group_inside(low: str, wording: str, before: str, indicator: str) -> str | None:
    """`indicator` with its one group in another's place: "tỷ lệ chất thải rắn | đô thị | được xử lý đạt 96%, nông thôn đạt 80%"."""
    for family in _FAMILIES:
        inside = list(family.finditer(before)) if family.fullmatch(low) else []
        if len(inside) == 1 and inside[0].end() < len(before):
            return indicator[: inside[0].start()] + wording + indicator[inside[0].end() :]
    return None


def _first_of_group(phrase: str) -> str:
    """The group's words of "đối với nông thôn"."""
    m = re.match(r"(?:ở|tại|đối với|của|cho|trong) ", phrase)
    return phrase[m.end() :] if m else phrase


def _split_subject(indicator: str, count: int) -> list[str]:
    """The `count` coordinated subjects of "A, B và C lần lượt …", each with the head that they share."""
    pieces = re.split(r", | và ", indicator)
    if len(pieces) < count:
        return [indicator] * count
    heads = pieces[: len(pieces) - count + 1]
    first = ", ".join(heads)
    rest = pieces[len(pieces) - count + 1 :]
    out = [first]
    for piece in rest:
        if names_indicator(fold(piece)):
            out.append(piece)
            continue
        words, own = first.split(), piece.split()
        links = [i for i, w in enumerate(words[:-1]) if fold(w) in ("có", "được", "của", "về", "cho", "tại", "trong", "bằng", "sóng", "cấp", "chuẩn")]
        keep = links[-1] + 1 if links else max(1, len(words) - len(own))
        out.append(" ".join(words[:keep] + own))
    return out


def _share(drafts: list[_Draft]) -> None:
    """What coordinated outcomes share: a predicate at the end, a comparator, a list of subjects."""
    for i, d in enumerate(drafts):
        run = [d]
        for nxt in drafts[i + 1 :]:
            if not nxt.shared or nxt.horizon != d.horizon:
                break
            run.append(nxt)
        if len(run) > 1 and not d.shared and re.search(r" và |, ", d.indicator):
            for member, wording in zip(run, _split_subject(d.indicator, len(run)), strict=False):
                member.indicator = wording
    for nxt, d in pairwise(reversed(drafts)):
        n, follows = d.clause.number, nxt.clause.number
        lacks = n.kind == "percent" and not n.reached and not _PREDICATE.search(" " + fold(d.indicator))
        m = _PREDICATE.search(fold(nxt.indicator))
        if lacks and m and nxt.clause.linked and not follows.reached and not _strip_lead(d.before, raise_too=False) and not opens_act(fold(nxt.before).strip(_EDGE)) and len(fold(nxt.indicator)) == len(nxt.indicator):
            # "Tối thiểu 70% (năm 2026), 90% (năm 2028) người dân có …": the subject too stands only behind the last number.
            d.indicator = _join(d.indicator, nxt.indicator[m.start() :]) if d.indicator.strip(_EDGE) else nxt.indicator
            nxt.listed = not nxt.before
    for d, nxt in pairwise(drafts):
        # "Xây dựng 03 tuyến đường, 05 vườn mẫu": two words alone do not say what is done.
        head = fold(d.before).strip(_EDGE)
        if nxt.clause.linked and not nxt.before and len(nxt.indicator.split()) <= 2 and not d.clause.number.reached and head and d.before[:1].isalpha():
            lead = _strip_lead(_strip_tail(d.before), raise_too=False)
            if lead:
                nxt.before, nxt.indicator = d.before, _join(lead, nxt.indicator)


def _continue(sheet: Sheet, last: _Draft, following: list[Part]) -> None:
    """"100% các Sở bố trí …; bố trí …": a piece without number that repeats the verb, or its passive, goes on."""
    if last.clause.number.reached or last.clause.number.change is not None or last.clause.number.kind != "percent" or not following or following[0].clauses:
        return
    nxt = following[0]
    between, piece = sheet.low[last.clause.end : nxt.start], sheet.low[nxt.start : nxt.end]
    opening = " ".join(piece.split()[:2])
    if ";" in between and (re.match(r"(?:được|có|đạt|bị)(?!\w)", piece) or (opens_act(piece) and f" {opening} " in fold(last.indicator))):
        last.indicator += sheet.plain[last.clause.end : nxt.end].rstrip(_EDGE)


def _reading(sheet: Sheet, d: _Draft, horizon: str | None, comparator_from: Number | None) -> TargetReading:
    n = d.clause.number
    unit = n.unit
    if n.kind in ("bare",) and _INDEX.search(fold(d.indicator)):
        unit = "index"
    elif n.kind == "bare" and unit is None and sheet.plain[n.end :].lstrip()[:1] in ("“", '"'):
        unit = "count"  # "01 “Mái ấm tình thương”": what is counted stands in quotes
    sign = n.comparator
    if comparator_from is not None and sign == "=" and not n.explicit and n.change is None and n.kind == "counted" and comparator_from.kind == "counted" and comparator_from.comparator != "range":
        sign = comparator_from.comparator
    if comparator_from is not None and (d.listed or (d.shared and not n.reached)) and sign == "=" and not n.explicit and n.change is None and n.value != 100 and comparator_from.explicit and comparator_from.comparator != "range":
        sign = comparator_from.comparator
    raising = _RAISE.match(_PREFIX.sub("", fold(d.before)))
    direction = n.change or n.trend
    if direction is None and not n.reached and (start := re.match("(tăng|giảm) ", fold(d.before))):
        direction = "increase" if start[1] == "tăng" else "decrease"
    if direction is None and raising:
        direction = "decrease" if "giảm" in raising[0] or "hạ" in raising[0] else "increase" if re.match("tăng|nâng", raising[0]) else None
    rule = "prose.rank" if n.kind == "rank" else "prose.subject" if n.reached else "prose.number-first"
    confidence = 0.97 if n.kind in ("percent", "rank") else 0.93 if n.kind not in ("bare", "counted") else 0.88
    if d.shared:
        confidence -= 0.1
    return TargetReading(d.indicator, sign, n.value, n.high, unit, horizon, d.qualifier, n.measure, direction, d.base,
                         confidence, rule, (), (d.clause.start, d.clause.end))


def body_start(sheet: Sheet) -> int:
    """Where the wording begins behind list marker and label ("- ", "1.2. ", "Chỉ tiêu 3: ")."""
    marker = _MARKER.match(sheet.low)
    start = marker.end() if marker else 0
    label = _LABEL.match(sheet.low[start:])
    return start + (label.end() if label else 0)


def _qualitative(sheet: Sheet, start: int, stop: int | None = None) -> TargetReading | None:
    wording = sheet.plain[start:stop].strip().rstrip(" .;,:")
    if not any(ch.isalpha() for ch in wording):
        return None
    end = start + len(sheet.plain[start:stop].rstrip())
    bases = [m.span() for m in BASE.finditer(sheet.low, start, end)]  # "tăng gấp đôi so với năm 2025"
    found = [h for h in horizons_in(sheet.low, start, end) if (h.start == start or h.end >= end - 1) and not any(a <= h.start < b for a, b in bases)]
    return TargetReading(wording, "qualitative", horizon=found[0].edtf if found else None, confidence=0.9,
                         rule="prose.qualitative", span=(start, end))


@dataclass(slots=True)
class _Sentence:
    """The outcomes of one part while the bullet is read."""

    part: Part
    drafts: list[_Draft]
    opening: str | None  # the horizon that opens the part


def _sentences(sheet: Sheet, start: int, parts: list[Part]) -> list[_Sentence]:
    out: list[_Sentence] = []
    for i, part in enumerate(parts):
        numbers = [c.number for c in part.clauses]
        horizons = relevant(sheet.low, part, numbers)
        first = numbers[0].at if numbers else part.end
        opening = next((h.edtf for h in horizons if h.end <= first and (
            not sheet.low[part.start : h.start].strip(_EDGE) or sheet.low[h.end : h.end + 1] in (":", ","))), None)
        drafts: list[_Draft] = []
        for clause in part.clauses:
            d = _draft(sheet, part, clause, horizons)
            if not drafts and out and out[-1].drafts:
                d.label = d.label or _label_before(sheet, out[-1], d)
            _word(d, drafts[-1] if drafts else None)
            if drafts:
                _share_rate(drafts[-1], d)
            if not drafts and out and out[-1].drafts and ";" in sheet.low[out[-1].part.end : clause.start]:
                whole = out[-1].drafts[0].indicator  # "… đô thị được cấp nước sạch: 98%; nông thôn: 75%"
                d.indicator = _group_inside(fold(d.indicator), d.indicator, fold(whole), whole) or d.indicator
            drafts.append(d)
        if drafts:
            _share(drafts)
            _continue(sheet, drafts[-1], parts[i + 1 :])
        out.append(_Sentence(part, drafts, opening))
    _share_across(sheet, out)
    for sentence in out:
        _lend(list(pairwise(reversed(sentence.drafts))))  # "năm 2027 đạt 60%, năm 2030 đạt 90% hộ dân …"
    every = [d for sentence in out for d in sentence.drafts]
    _lend(list(pairwise(every)))            # "…; đến năm 2030 thuộc nhóm 3 đơn vị dẫn đầu"
    _lend(list(pairwise(reversed(every))))  # "Năm 2026: 80%; năm 2027: 90% hộ dân …"
    return out


def _share_rate(first: _Draft, second: _Draft) -> None:
    """"12 bác sĩ và 30 giường bệnh/10.000 dân": two things counted by one number of people, each named by what is counted."""
    n, m = first.clause.number, second.clause.number
    rate = _COUNTED_BY.fullmatch(m.measure or "") if m.kind == "measure" and second.clause.linked and not (second.before + second.after).strip(_EDGE) else None
    if rate is None:
        return
    second.indicator = m.measure or ""
    if n.kind == "counted" and n.measure and first.indicator and fold(first.indicator) == fold(n.measure):
        first.indicator += rate["by"]
        first.clause = replace(first.clause, number=replace(n, unit=n.measure + rate["by"]))


def _share_across(sheet: Sheet, sentences: list[_Sentence]) -> None:
    """"90% hồ sơ tại cấp tỉnh; 80% hồ sơ tại cấp xã được xử lý …": the predicate stands once, behind the last of one kind."""
    for nxt, own in pairwise(reversed(sentences)):
        if not nxt.drafts or not own.drafts or ";" not in sheet.low[own.part.end : nxt.part.start]:
            continue
        d, f = own.drafts[-1], nxt.drafts[0]
        both = all(x.clause.number.kind == "percent" and not x.clause.number.reached and not x.before.strip(_EDGE) for x in (d, f))
        mine, other = fold(d.indicator), fold(f.indicator)
        m = _PREDICATE.search(other)
        if both and m and len(other) == len(f.indicator) and not _PREDICATE.search(" " + mine) and mine.split()[:3] == other.split()[:3]:
            d.indicator = _join(d.indicator, f.indicator[m.start() :])


def _label_before(sheet: Sheet, sentence: _Sentence, d: _Draft) -> str:
    """"Tỷ lệ hồ sơ đúng hạn: cấp tỉnh đạt 98%; cấp xã đạt 99%": the indicator before the colon holds for what follows ";"."""
    first = sentence.drafts[0]
    if d.grade and first.grade:
        return first.label
    own = fold(d.before).strip(_EDGE)
    follows = ";" in sheet.low[sentence.part.end : d.clause.start]
    takes = follows and d.clause.number.reached and first.clause.number.reached and not d.after.strip(_EDGE) and 0 < len(own.split()) <= 7
    if not takes or not names_indicator(fold(first.label)) or names_indicator(own) or (len(own.split()) > 3 and opens_act(own)):
        return ""
    return first.label


def _lend(pairs: list[tuple[_Draft, _Draft]]) -> None:
    """The first of each pair lends its indicator to a second without wording of its own."""
    for giver, taker in pairs:
        if not taker.indicator.strip(_EDGE) and giver.indicator.strip(_EDGE):
            taker.indicator, taker.shared = giver.indicator, True


def read_parts_of(sheet: Sheet, start: int, parts: list[Part] | None = None) -> list[TargetReading]:
    """Every quantified outcome of a sheet from offset `start`, with spans in sheet offsets; `parts` where they are read."""
    parts = read_parts(sheet, start) if parts is None else parts
    if not any(part.clauses for part in parts):
        return []
    out: list[TargetReading] = []
    carried: str | None = None  # a horizon that opens the bullet holds for all its sentences
    for sentence in _sentences(sheet, start, parts):
        if sentence.part.start == start:
            carried = sentence.opening
        last = sentence.opening or carried
        trailing = next((d.horizon for d in sentence.drafts if d.horizon and not d.opens), None)
        previous: Number | None = None
        for d in sentence.drafts:
            last = d.horizon or last
            own_verb = re.search(r"(?:trong đó|có|[^\W\d_]+) $", sheet.low[d.clause.start : d.clause.number.start].lstrip(_EDGE))
            listed = d.clause.linked and not own_verb
            listed = listed or (d.clause.linked and d.shared)
            reading = _reading(sheet, d, last or trailing, previous if listed else None)
            if d.shared and reading.direction is None and d.clause.linked and out:
                reading = replace(reading, direction=out[-1].direction)
            inherited = reading.comparator != d.clause.number.comparator
            previous = replace(d.clause.number, comparator=reading.comparator, explicit=d.clause.number.explicit or inherited)
            out.append(reading)
            if d.also and reading.horizon:
                out.append(replace(reading, horizon=d.also))
    return [r for r in out if any(ch.isalnum() for ch in r.indicator)]


# "…; nợ đọng xây dựng cơ bản không vượt quá mức trần": a limit that no number gives, of something else than the number's.
# "…; đến năm 2028, hoàn thành việc bố trí đủ công chức": what opens with a year of its own is another outcome.
_LIMIT = re.compile(r"(?!không )[^,:]{6,90}? không (?:vượt|để|phát sinh|xảy ra|còn)(?!\w)|(?:đến|trước|trong|hết|từ)(?: hết| cuối)? năm (?:19|20)\d\d,? (?=[^\W\d_]).{20,}")


def _limits(sheet: Sheet, parts: list[Part]) -> list[TargetReading]:
    """The pieces behind ";" of a bullet with numbers that set a limit of their own without one, as qualitative outcomes."""
    out = []
    for before, piece in pairwise(parts):
        low = sheet.low[piece.start : piece.end].strip(_EDGE)
        if piece.clauses or not _LIMIT.match(low) or ";" not in sheet.low[before.end : piece.start] or opens_act(low) or len(low.split()) < 4:
            continue
        out += [r] if (r := _qualitative(sheet, piece.start, piece.end)) else []
    return out


def read_targets(text: str, *, section: bool = True) -> list[TargetReading]:
    """Outcomes that one bullet, sentence or paragraph commits to, in order.

    `section`: the text stands in a section of specific targets, where a bullet without number or rank is one
    `qualitative` target; False gives quantified outcomes only. `horizon` comes from the text's own words, else None.
    `span` is in offsets of `text`. Never raises; an empty text gives [].
    """
    sheet = Sheet.of(text)
    start = body_start(sheet)
    parts = read_parts(sheet, start)
    found = read_parts_of(sheet, start, parts)
    if found and section and ";" in sheet.plain:
        found += _limits(sheet, parts)
    if not found and section:
        whole = _qualitative(sheet, start)
        found = [whole] if whole else []
    return with_spans(sheet, found)


def with_spans(sheet: Sheet, readings: list[TargetReading]) -> list[TargetReading]:
    """The same readings with spans in source offsets."""
    spans = sheet.spans([r.span or (0, 0) for r in readings])
    return [replace(r, span=span) for r, span in zip(readings, spans, strict=True)]
