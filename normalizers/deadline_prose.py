"""Deadlines inside sentences: which time words belong to the act.

A sentence is full of dates that are no deadline: those of cited documents, of the names of programmes, of what is
counted. A phrase is taken only where its place in the sentence says that the act is meant.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from normalizers.acts import opens_act
from normalizers.deadline_chains import chain_end, day_of_week, ended_by, report_day
from normalizers.deadline_context import clause_before, completes, ends_with, fronted, last_of, last_part, words_before
from normalizers.deadline_grammar import Grammar, openings
from normalizers.deadline_items import Amount, Item, Mark, Recurrence, Window
from normalizers.deadline_lists import each_year, goes_on_each_year, listed
from normalizers.deadline_occasions import SESSION, by_period, held_later, rounds_end
from normalizers.deadline_reading import parse_deadline
from normalizers.deadline_reports import yearly_reports
from normalizers.deadline_scan import blocked
from normalizers.deadline_tokens import Token, may_hold_time, tokenize
from normalizers.deadline_years import YEAR_AFTER
from normalizers.lunar_days import solar
from normalizers.text import fold, squash
from normalizers.values import Deadline

# Nouns whose attribute a period or a phase is: "kế hoạch công tác hằng năm", "Chương trình … giai đoạn 2026 - 2030".
_NAMES = ("kế hoạch", "chương trình", "đề án", "chiến lược", "nghị quyết", "quyết định", "dự án", "quy hoạch", "chỉ thị", "thông tư",
          "nghị định", "luật", "bộ tiêu chí", "tiêu chí", "phương án", "đại hội", "nhiệm kỳ", "mục tiêu", "chỉ tiêu", "tầm nhìn",
          "định hướng", "chuẩn nghèo", "quy phạm pháp_luật")
_ONE_MORE = re.compile(r"(?:kế hoạch|chương trình|tiêu chí|chỉ tiêu|đề án)(?: [^\W\d_]+){0,3} ,(?: (?:nhiệm vụ|giám sát|xếp loại|phân loại|chương trình|đề án))(?: [^\W\d_]+){0,2}$")  # "chương trình kiểm tra, giám sát | hằng năm"
_BARE_NAME = re.compile(r" (?:ban hành|trình|phê duyệt|thông qua|xem xét(?: ,| và)?) (?:các )?(?:" + "|".join(_NAMES[:12]) + r") $")
_NAME_YEAR = re.compile(r" (?:19|20)\d\d ")
_BUDGET = ("dự toán", "ngân sách", "kinh phí", "tổng chi", "chi ngân sách", "nguồn vốn", "vốn", "công tác", "danh mục", "thi đua", "công việc", "đời sống", "sinh hoạt", "bình quân", "tăng trưởng", "tốc độ", "chỉ số", "tỷ lệ")
_PAID = ("trợ cấp", "lương", "lương hưu", "phụ cấp", "thu nhập", "trợ giúp xã hội", "chế độ")  # "người hưởng trợ cấp … hằng tháng": what is paid each month
_ACTS = ("hoàn thành", "xong", "thực hiện", "triển khai", "tổ chức", "báo cáo", "gửi", "ban hành", "tham mưu", "trình", "phấn đấu", "vận hành",
         "xây dựng", "áp dụng", "bắt đầu", "đưa vào sử dụng", "tổng hợp", "nộp", "dự kiến", "thời gian", "thời hạn", "tiến độ", "hạn",
         "rà soát", "cập nhật", "kết thúc", "đánh giá", "kiểm tra")
_DAILY = ("cập nhật", "báo cáo", "kiểm tra", "tuần tra", "theo dõi", "tổng hợp", "thu gom", "giám sát", "tổng vệ sinh")
_GOALS = ("mục tiêu", "chỉ tiêu", "tầm nhìn", "định hướng")
# Acts that follow what is named: behind a comma they have the time for themselves.
_THEN = re.compile(r" , (?:trình|gửi|nộp|báo cáo|công bố|bàn giao|khởi công|đưa vào|phê duyệt|ban hành|nghiệm thu) ")
# Words right before a date that make it the date of something else.
OTHERS = ("phát sinh", "hiệu lực", "hiệu lực thi hành", "ký", "sinh", "tính", "so với", "so", "kể", "được cấp", "tiếp nhận", "thành lập",
           "công bố", "đã ban hành", "tồn đọng", "khởi công", "tại thời điểm", "cùng kỳ", "thực trạng", "kết quả")


_COMPLETED = re.compile(r"(?<!mức độ)(?<!kết quả)(?<!tình hình)(?<!tỷ lệ)(?<!đã) hoàn thành [^,;.:()]+$")
_DONE_THEN = re.compile(r" (?:số liệu|kết quả|tình hình) (?:thực hiện|triển khai|hoàn thành) $")  # "tổng hợp kết quả thực hiện năm 2025": of that year
_OUTCOMES = ("kết quả", "thực trạng")  # "báo cáo kết quả trước ngày …" bounds the report
_ANNOUNCED = ("công bố kết quả", "thông báo kết quả", "công khai kết quả")  # "… trong tháng 11/2026": then they are made known
_STARTS = ("thực hiện", "triển khai", "áp dụng", "vận hành", "tổ chức", "đưa vào sử dụng", "bắt đầu", "cung cấp", "duy trì")


# "kế hoạch phát triển kinh tế - xã hội hằng năm (và 5 năm)": the longest name of a yearly plan.
_REWARD = re.compile(r"(?:đề nghị|đề xuất|xét|bình xét|thi đua ?,|xếp loại ?,|đánh giá ?,|danh hiệu|hình thức) khen thưởng$")  # "xét | khen thưởng hằng năm": a name
# "gắn kết quả thực hiện với đánh giá, xếp loại cán bộ | hằng năm": when they are judged, not when the act is done
_JUDGED = re.compile(r" (?:(?:làm|là|vào|thành|trong)(?: một(?: trong)?)?(?: (?:những|các|bộ))? (?:căn cứ|cơ sở|tiêu chí|tiêu chuẩn)|gắn [^;.:]*?với)(?: (?!báo cáo|định kỳ)[^;.:\s]+){0,9}? (?:đánh giá|xếp loại|bình xét|khen thưởng)(?: (?!báo cáo|định kỳ|tổ chức(?! , cá nhân| đảng|(?: ,)? đơn vị)|cập nhật|rà soát|công khai|công bố|kiểm tra|sơ kết|khảo sát)[^;.:()\s]+){0,12} $")
_GIVEN = re.compile(r" (?:được|đã) (?:giao|phân công)(?: bổ sung| thêm)? $")  # "nhiệm vụ được giao | hằng năm": which ones
_GROWTH = re.compile(r"(?:kế hoạch|nghị quyết|nhiệm vụ|chỉ tiêu) phát triển kinh tế ?[-–]? ?xã hội$")
# Said in a note, or as a clause of its own at the end: "…; thực hiện thường xuyên."
_NOTED_ALWAYS = re.compile(r"[(;] ?((?:thực hiện )?thường xuyên(?:, liên tục)?) ?[;)]|[,;.] ((?:được |duy trì )?(?:tổ chức )?thực hiện thường xuyên(?:, liên tục)?)[ .;)]*$", re.IGNORECASE)

_LONG_AGO = 180  # days: what began earlier is no start that a plan still sets
_YEAR_AGO = 400  # days: nor is a span one that it still sets, "lao động nghỉ việc từ ngày 01/01/2018 đến ngày 31/12/2026" in a plan of 2026

_MEASURED = re.compile(r" so (?:với|cùng)(?: (?!,)\S+){1,7} $")  # "tăng 10% so với ước thực hiện năm 2025": what it is measured from

_OWNED = re.compile(r"\b(?:chủ trì|phối hợp)\b", re.IGNORECASE)
_ALWAYS_LAST = re.compile(r", (?=(?:thực hiện )?thường xuyên(?:, liên tục)?$)", re.IGNORECASE)


def _in_name(tokens: tuple[Token, ...], p: int) -> bool:
    """Whether a document or programme is named in the sentence before `p`, with no act and bound of its own behind it."""
    segment = clause_before(tokens, p)
    for then in _THEN.finditer(segment):
        segment = segment[then.end() - 1 :] if last_of(segment[: then.start() + 1], _NAMES) >= 0 else segment
        break
    # "sơ kết việc thực hiện Kế hoạch vào năm 2028": "vào" is said of an act, a goal at most.
    if tokens[p].text in ("trong", "trước") and _BARE_NAME.search(segment):
        return False  # "trình Chính phủ ban hành Nghị định trong năm 2026": no name is said, only what is issued by then
    name = last_of(segment, _GOALS if tokens[p].text == "vào" else _NAMES)
    if name >= 0 and tokens[p].text == "trong" and _NAME_YEAR.search(segment, name):
        return False  # "phổ biến Luật Đất đai năm 2024 | trong năm 2026": the name has a year of its own
    return name >= 0 and last_of(segment, ("hoàn thành", "xong", "phấn đấu", "dự kiến")) < name


def _act_near(tokens: tuple[Token, ...], p: int, size: int = 4) -> bool:
    return last_of(words_before(tokens, p, size), _ACTS) >= 0


def _periodic_act(tokens: tuple[Token, ...], item: Recurrence) -> bool:
    words = {t.text for t in tokens[item.start : item.end]}
    start = item.start
    while tokens[start].kind == "report":
        start += 1
    said = bool(words & {"định kỳ", "định kì"})
    if "từng" in words or tokens[start].kind == "yearly" or ("theo" in words and not said):
        return "theo" in words and "từng" not in words and by_period(tokens, item)
    if item.rule == "weekday" and " đến " in words_before(tokens, item.start, 3):
        return False  # "từ thứ Hai đến sáng thứ Bảy hằng tuần" are working hours
    if not item.marked:
        # "báo cáo cải cách hành chính | quý, 6 tháng, năm": what is told of may stand before the periods
        return (tokens[item.start].kind == "report" and (start + 1 < item.end or _due_each(tokens, item))) or (len(item.periods) > 1 and last_of(words_before(tokens, item.start, 6), ("báo cáo",)) >= 0)
    if (1, "day") in item.periods and words & {"buổi", "ca", "tiết"}:
        return False  # "dạy học 02 buổi/ngày" says how, not when
    if item.rule == "times" and item.start and tokens[item.start - 1].text in ("quá", "không quá") and not said:
        return False  # "không kiểm tra một doanh nghiệp quá 01 lần/năm": how much is allowed
    if said or item.rule in ("times", "weekday"):
        return True
    before = words_before(tokens, item.start, 7)
    if _GROWTH.search(wide := words_before(tokens, item.start, 10).rstrip()) or _REWARD.search(wide) or _ONE_MORE.search(wide) or _GIVEN.search(before) or _judged(tokens, item.start):
        return False
    before = before[max(before.rfind(f" {mark} ") for mark in (",", ";", ".", ":", "và")) + 1 :].removeprefix("và")
    if fronted(tokens, item.start) and tokens[item.start - 1 if item.start else 0].kind != "and":
        return item.end >= len(tokens) or tokens[item.end].text != "của"  # "công việc tự thân, hằng ngày của cán bộ"
    if "mỗi" in words:
        return _each_so_many(tokens, item)
    if (1, "day") in item.periods:  # "nhu cầu hằng ngày" is no rule, "cập nhật tiến độ hằng ngày, báo cáo …" is
        behind = tokens[item.end].kind if item.end < len(tokens) else ""
        if opens_act(said_first := clause_before(tokens, item.start).strip()) and said_first.removeprefix("gửi ").startswith("báo cáo ") and len(said_first.split()) <= _SHORT_REPORT:
            return behind in ("", ",", ";", ".", "(", "before") or tokens[item.end].text in ("về", "gửi", "qua")  # "Báo cáo kết quả hằng ngày | về Sở Y tế"
        return behind in ("", ",", ";", ".") and last_of(clause_before(tokens, item.start), _DAILY) >= 0
    paid = _PAID if (1, "month") in item.periods else ()
    return last_of(" " + before.strip() + " ", _NAMES + _BUDGET + paid) < 0


def _judged(tokens: tuple[Token, ...], p: int) -> bool:
    """Whether the rhythm at `p` is that of judging people by what is done: "làm căn cứ đánh giá, xếp loại | hằng năm"."""
    clause = clause_before(tokens, p)
    return tokens[p].kind != "report" and (" đánh giá " in clause or " xếp loại " in clause) and _JUDGED.search(clause) is not None


def _due_each(tokens: tuple[Token, ...], item: Recurrence) -> bool:
    """Whether a day stands behind the one period reported on: "báo cáo tháng | trước ngày 15"; no "báo cáo tháng trước", the last one."""
    if item.periods not in (((1, "month"),), ((1, "quarter"),)) or item.end + 2 >= len(tokens) or tokens[item.end].kind != "before" or tokens[item.end + 1].text != "ngày":
        return False
    behind = tokens[item.end + 3].text if item.end + 3 < len(tokens) else ""
    return tokens[item.end + 2].text.isdigit() and behind not in _TELLS_MONTH  # "trước ngày 25 hằng tháng", "trước ngày 25/3" say it themselves


_TELLS_MONTH = frozenset({"/", "-", "tháng", "hằng", "hàng", "của", "mỗi"})


_SHORT_REPORT = 6  # words of "gửi báo cáo nhanh tình hình"
_SO_MUCH = frozenset({"đồng", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "%", "kg", "tạ", "tấn", "ha", "km", "lít"})


def _each_so_many(tokens: tuple[Token, ...], item: Recurrence) -> bool:
    """Whether so many are made of something each time: "Mở mỗi năm 02 lớp truyền dạy", "Xây dựng mỗi quý ít nhất 01 mô hình"."""
    at = item.end
    if at < len(tokens) and tokens[at].text in ("ít", "tối"):
        at += 2
    elif at < len(tokens) and tokens[at].text in ("từ", "khoảng", "trên"):
        at += 1
    # "hỗ trợ mỗi tháng 500.000 đồng", "giảm mỗi năm 1,5%", "cấp cho mỗi hộ mỗi năm 15 kg" say how much, not how often
    unit = at
    while unit < len(tokens) and tokens[unit].kind in ("num", ".", ","):
        unit += 1
    if (unit < len(tokens) and tokens[unit].text in _SO_MUCH) or any(t.text == "mỗi" for t in tokens[max(0, item.start - 3) : item.start]):
        return False
    return at < len(tokens) and tokens[at].kind == "num" and not fronted(tokens, item.start) and (_act_near(tokens, item.start) or opens_act(clause_before(tokens, item.start).strip()))


_OUTCOME_OF = re.compile(r" (kết quả|tình hình) (?:(?:thực hiện|triển khai|tổ chức) ){1,2}")  # no act of its own
_TELLS = ("kết quả", "tình hình", "số liệu", "báo cáo", "diễn biến", "phát sinh", "so với", "doanh thu", "sản lượng")


def _closes_act(tokens: tuple[Token, ...], item: Window) -> bool:
    """Whether a bound without a year ends the clause of an act: not "báo cáo kết quả trong quý I", what is told of that time."""
    if item.end < len(tokens) and tokens[item.end].kind not in (".", ";", ",", ")"):
        return False
    segment = _OUTCOME_OF.sub(r" \1 ", clause_before(tokens, item.start))
    told = -1 if item.mode == "before" else last_of(segment, _TELLS)
    act = max(last_of(segment, _ACTS), 0 if opens_act(segment.strip()) else -1)  # "Lắp đặt camera | trong tháng 8"
    return act > told and not _in_name(tokens, item.start)


def _dated_act(tokens: tuple[Token, ...], item: Window) -> bool:
    p, yeared = item.start, item.hi.year is not None
    if item.lo.grain == "day" and item.lo.year and (item.hi.year or 0) - item.lo.year >= 5 and (item.lo.n, item.lo.day) == (item.hi.n, item.hi.day):
        return False  # "kỷ niệm 95 năm … (26/3/1931 - 26/3/2026)"
    near = words_before(tokens, p, 3)
    grammar = Grammar(tokens)
    if item.hi.grain == "year" and yeared and item.mode in ("until", "in") and completes(tokens, p, item.end) and (tokens[p].text == "vào" or grammar.kind(p + 1) == "end" or (item.mode == "until" and not _in_name(tokens, p))):
        return True  # "Hoàn thành hỗ trợ nhà ở … theo Quyết định số … | đến hết năm 2027."
    bound = item.mode == "before" or grammar.kind(p) == "latest"
    # "thông báo kết quả chậm nhất ngày …": "at the latest" is said of an act, never of what is named before it.
    submitted = near.endswith(" công bố ") and tokens[p].text == "trong" and " trình " in clause_before(tokens, p)  # "trình UBND tỉnh công bố | trong quý III/2026"
    if ends_with(near, OTHERS) and not submitted and grammar.kind(p) != "latest" and not ends_with(words_before(tokens, p, 5), ("hoàn thành đăng ký", "hoàn thành việc đăng ký")) and not (ends_with(near, _OUTCOMES) and (
            (bound and _act_near(tokens, p, 9)) or ((bound or grammar.kind(p) == "within") and ends_with(words_before(tokens, p, 4), _ANNOUNCED)))):
        return False
    if grammar.kind(item.end) in ("cond", "event") and grammar.kind(item.end) == "event":
        return False
    if item.mode == "in" and item.hi.grain in ("year", "half") and not fronted(tokens, p) and " có thành tích " in words_before(tokens, p, 5):
        return False  # "khen thưởng tập thể, cá nhân có thành tích xuất sắc | trong năm 2026": what they did then; a month is when they are honoured
    if item.hi.grain == "year" and item.mode == "in" and _MEASURED.search(clause_before(tokens, p)):
        return False
    if item.hi.grain == "day" and not item.hi.n:
        return bool(item.slot) or item.mode in ("before", "until")
    if item.mode == "before" and grammar.kind(p - 1) == "phase":
        return False  # "sổ hộ tịch giai đoạn trước năm 2016": which ones, not by when
    if bound:
        return yeared or item.hi.grain == "day" or (item.hi.grain in ("month", "quarter") and (grammar.kind(p) == "latest" or _closes_act(tokens, item)))
    if not yeared:  # "Hoàn thành trong quý II", "xong trong tháng 9": the next one after the plan's date
        if item.rule == "range" and item.hi.grain == "day" and item.lo.n and item.hi.n and grammar.kind(p) == "from":
            return grammar.kind(p - 1) == "," or not _in_name(tokens, p)  # "tổ chức hội thi từ ngày 20/9 đến ngày 25/9"
        if item.hi.grain not in ("quarter", "month", "half") or item.mode not in ("in", "until"):
            return False
        if grammar.kind(p) == "within" and _COMPLETED.search(words_before(tokens, p, 9)):
            return True  # "hoàn thành việc khám tuyển trong tháng 10"
        if grammar.kind(p) == "within" and (item.hi.grain != "month" or tokens[p].text == "trong") and _closes_act(tokens, item):
            return True  # "ban hành văn bản hướng dẫn trong quý I.", not "sơ kết vào tháng 6, tổng kết vào tháng 12 hằng năm"
        # "(trong quý II)"; closing an act, "(Quý II, III)" says it as well
        noted = grammar.kind(p - 1) == "(" and grammar.kind(item.end) == ")" and (grammar.kind(p) == "within" or (
            grammar.kind(item.end + 1) in ("", ".", ";") and item.mode == "in" and opens_act(clause_before(tokens, p - 1).strip())))
        return noted or ends_with(near, ("hoàn thành", "xong", "hoàn thành vào", "dự kiến", "dự kiến tổ chức", "dự kiến thực hiện", "thời gian", "thời gian thực hiện"))
    if item.hi.grain == "year" and item.mode == "in" and grammar.kind(p) != "within" and _DONE_THEN.search(near):
        return False
    done = ends_with(near, ("hoàn thành", "xong", "hoàn thành việc", "hoàn thành vào", "thực hiện", "triển khai", "dự kiến", "thời gian",
                            "vận hành", "áp dụng", "đưa vào sử dụng", "đưa vào khai thác", "bắt đầu", "bắt đầu triển khai", "bắt đầu thực hiện"))
    if item.mode in ("from", "after"):
        if item.hi.grain == "day" and grammar.kind(item.end) in ("", ".", ";"):  # "thực hiện thanh toán … kể từ ngày 01/02/2026."
            segment = clause_before(tokens, p)
            if last_of(segment, _STARTS) > last_of(segment, OTHERS + _NAMES):
                return True
        alone = 0 < p < item.end and tokens[p - 1].kind in ("(", ";") and grammar.kind(item.end) in (")", "")  # "(…; từ năm 2026 trở đi)"
        begins = tokens[p].text.startswith("bắt đầu") and grammar.kind(p - 1) != "other"  # "…, bắt đầu từ quý III/2026"
        return done or alone or begins or (_act_near(tokens, p, 3) and not _in_name(tokens, p)) or (p == 0 and (item.hi.grain != "day" or grammar.kind(item.end) == ":"))
    if item.hi.grain == "year":
        if done and not (item.mode == "in" and grammar.kind(p) != "within" and _in_name(tokens, p)):
            return True
        if grammar.kind(item.end) == "vision" or (grammar.kind(item.end) == "," and grammar.kind(item.end + 1) == "vision"):
            return False
        if grammar.kind(p - 1) == "(" and grammar.kind(item.end) == ")" and grammar.kind(p) == "within" and grammar.kind(item.end + 1) in ("", ".", ";"):
            return True  # "Ban hành các kế hoạch triển khai (trong năm 2026)."
        if _in_name(tokens, p):
            return False
        if item.mode == "until":
            return fronted(tokens, p) or _act_near(tokens, p) or (grammar.kind(p + 1) == "end" and grammar.kind(item.end) in ("", ".", ";") and opens_act(clause_before(tokens, p).strip()))
        if grammar.kind(p) == "within":
            return True
        return p == 0 or tokens[p - 1].kind in (".", ";", ":", "(") or (item.onward and _act_near(tokens, p))
    if item.hi.grain == "month" and SESSION.search(clause_before(tokens, p)):
        return True  # "trình kỳ họp HĐND tỉnh tháng 7/2026": submitted by then
    if done or (item.mode == "in" and grammar.kind(p - 1) in (",", "-") and (grammar.kind(item.end) == ")" or (grammar.kind(p - 1) == "-" and last_part(tokens, item)))):
        return True  # "(Phòng Kinh tế, Quý II/2026)"
    if item.mode == "until" or grammar.kind(p) in ("within", "from"):
        return not (_in_name(tokens, p) and item.mode != "until" and item.lo.grain == "day" and grammar.kind(p) != "within")
    if item.hi.grain == "day" and p == 0:
        return grammar.kind(item.end) in (",", ":", "", "(")
    if item.hi.grain == "day" and p > 1 and tokens[p - 1].kind == "," and grammar.kind(item.end) in ("", ".", ";", "(") and not _in_name(tokens, p):
        return True  # "Lễ giao, nhận quân: 01 ngày, ngày 04/3/2026."
    return p == 0 or tokens[p - 1].kind in (".", ";", "(", ":") or ends_with(near, ("trong", "vào", "gửi", "đúng hạn", "đúng thời hạn", "vào sáng", "vào chiều", "vào tối", "vào buổi sáng", "vào buổi chiều", "vào buổi tối", "dự kiến sáng", "dự kiến chiều", "dự kiến tối"))


def _long_past(tokens: tuple[Token, ...], item: Window, reference: str | None) -> bool:
    """Whether a bound lies long before the plan's date: "hồ sơ lưu trữ trước năm 2020", "hồ sơ nộp từ ngày 01/7/2024" tell which, not when."""
    if reference is not None and len(reference) == 10 and item.hi.grain == "day" and item.lo.complete and item.lo.n and (item.mode == "from" or item.rule == "range"):
        return (date.fromisoformat(reference) - item.lo.first()).days > (_LONG_AGO if item.mode == "from" else _YEAR_AGO)
    if reference is not None and len(reference) == 10 and item.mode in ("before", "until") and item.hi.complete and " đã " in words_before(tokens, item.start, 5):
        return item.hi.last().isoformat() < reference  # "các quy hoạch đã duyệt trước ngày 01/7/2025"
    if reference is None or not reference[:4].isdecimal() or item.hi.grain != "year" or item.hi.year is None:
        return False
    if item.mode == "in" and item.hi.year < int(reference[:4]):
        return True  # "rà soát hồ sơ tồn năm 2025" in a plan of 2026
    if item.mode not in ("before", "until"):
        return False
    return item.hi.year < int(reference[:4]) and not ends_with(words_before(tokens, item.start, 3), ("hoàn thành", "xong"))


def _begins_later(tokens: tuple[Token, ...], item: Item, reference: str | None) -> bool:
    """Whether a clause ends with a day after the plan's date from which its act runs: "Treo băng rôn … từ ngày 25/5/2026;"."""
    if reference is None or not isinstance(item, Window) or item.mode != "from" or item.hi.grain != "day" or not (item.lo.complete and item.lo.n):
        return False
    grammar = Grammar(tokens)
    ahead = grammar.kind(item.end) == "," and fronted(tokens, item.start)  # "Từ ngày 01/10/2026, các trường thu học phí qua ngân hàng"
    if not (ahead or grammar.kind(item.end) in ("", ".", ";")) or ends_with(words_before(tokens, item.start, 3), OTHERS) or _in_name(tokens, item.start):
        return False
    return item.lo.first().isoformat() > reference


def _qualifies(tokens: tuple[Token, ...], item: Item) -> bool:
    if isinstance(item, Recurrence):
        return _periodic_act(tokens, item)
    if isinstance(item, Window):
        return _dated_act(tokens, item)
    if isinstance(item, Amount):
        return item.anchor == "issue"
    return False


def prose_items(tokens: tuple[Token, ...]) -> list[Item]:
    """All phrases but those inside citations; conditions do not swallow what follows, a "tầm nhìn" takes its year."""
    grammar, skip = Grammar(tokens), blocked(tokens)
    out: list[Item] = []
    done = 0
    for p in openings(tokens):
        if p < done or p in skip or (got := grammar.item(p)) is None:
            continue
        if isinstance(got, Mark) and got.kind == "vision" and (behind := grammar.window(got.end)):
            got = replace(got, end=behind.end)  # its year is kept in reach for a heading of its own
        if not any(q in skip for q in range(got.start, got.end)):
            out.append(got)
        done = max(got.end, p + 1)
    return out


def _owners_note(raw: str) -> str | None:
    """What the parentheses that close a sentence say of who leads or helps, None where they do not: its time is the act's."""
    body = raw.rstrip(" .;")
    start = body.rfind("(") if body.endswith(")") else -1
    inner = body[start + 1:-1]
    return inner if start > 0 and ")" not in inner and _OWNED.search(inner) else None


_OPENS = re.compile(
    r"\W*(?P<when>(?P<within>trong |vào )?(?:quý (?:[ivx]+|[1-4])(?:(?:, ?| và | ?[-–] ?)(?:quý )?(?:[ivx]+|[1-4])(?!\w))*|tháng \d{1,2}(?:(?:, ?| và | ?[-–] ?)(?:tháng )?\d{1,2}(?![\w/]))*)) ?(?P<apart>[:,])? ?(?=[^\W\d])",
    re.IGNORECASE)


def opening_time(text: str) -> str | None:
    """The quarter or month without a year that opens a sentence of an act: "Quý I: | rà soát …", "Trong tháng 3 | tổ chức …"."""
    m = _OPENS.match(text)
    if m is None or not (m["apart"] or (m["within"] and opens_act(fold(text[m.end() :])))):
        return None
    return m["when"]


@lru_cache(maxsize=4096)
def find_deadline(text: str, reference: str | None = None) -> Deadline | None:
    """The deadline of a task sentence or paragraph, or None where no date, period or periodicity of the act is printed.

    `raw` is the phrase as printed; a cited document's date, a programme's phase, the attribute of a noun ("kế hoạch công
    tác hằng năm") and the adverb "thường xuyên" are none. `reference` as for `parse_deadline`.
    """
    raw = squash(text)
    if lunar := solar(raw, reference):
        told = find_deadline(lunar.text, reference)
        return replace(told, raw=lunar.restore(told.raw)) if told else None
    note = _owners_note(raw)
    if note and (said := find_deadline(f"({_ALWAYS_LAST.sub('; ', note)})", reference)) and said.raw in raw:
        return said  # "… trong năm 2026 (Phòng X chủ trì; hoàn thành trong Quý IV/2025)": the note is the act's own
    tokens = tokenize(raw) if may_hold_time(raw) else ()
    items = prose_items(tokens)
    for i, item in enumerate(items):
        nxt = items[i + 1] if i + 1 < len(items) else None
        item = listed(tokens, items, i) or item
        if isinstance(item, Window) and (_long_past(tokens, item, reference) or (item.hi.year is None and goes_on_each_year(tokens, items, i))):
            continue
        dated = isinstance(item, Window) and item.hi.year is None and isinstance(nxt, Recurrence) and nxt.start == item.end
        if dated and i and each_year(tokens, items[i - 1], item):
            item = replace(item, start=items[i - 1].start)
        rounds = rounds_end(tokens, items, i) if isinstance(item, Window) and item.mode == "in" else 0
        if not (rounds or _qualifies(tokens, item) or _begins_later(tokens, item, reference) or held_later(tokens, item, reference) or (dated and nxt is not None and nxt.marked)):  # type: ignore[union-attr]
            continue
        if isinstance(item, Recurrence) and item.rule == "times" and any(isinstance(w, Window) and w.hi.year is not None and ends_with(words_before(tokens, w.start, 2), ("hoàn thành", "xong")) and _dated_act(tokens, w) for w in items[i + 1 :]):
            continue  # "phát 02 lần/tuần, | xong trước ngày 31/3/2026": how often, not by when
        start, end = item.start, max(item.end, rounds or chain_end(tokens, items, i))
        while isinstance(item, Recurrence) and tokens[start].kind == "report" and start < item.end - 1:
            start += 1
        if start > 0 and tokens[start - 1].kind == "periodic" and not (isinstance(item, Window) and item.hi.year is not None):
            start -= 1  # "Định kỳ trước ngày 15 hằng tháng"
        if start > 1 and tokens[start - 1].kind == "(" and tokens[start - 2].kind == "unit" and (start == 2 or tokens[start - 3].text != "/") and tokens[start - 2].text in ("tháng", "quý", "năm"):
            start -= 3 if start > 2 and tokens[start - 3].kind == "num" else 2  # "tháng (trước ngày 20), quý (trước ngày 20 tháng cuối quý)"
        if isinstance(item, Window) and item.mode == "from" and isinstance(nxt, Window) and ended_by(tokens, end, nxt):
            end = nxt.end
        stop = tokens[end - 1].end
        if isinstance(item, Window) and item.hi.year is None and item.hi.n and (told_year := YEAR_AFTER.match(raw, stop)):
            stop = told_year.end()  # "báo cáo trước ngày 31/01 | năm sau"
        phrase = raw[tokens[start].start : stop]
        day, last = day_of_week(tokens, item, end) if isinstance(item, Recurrence) else (0, 0)
        if not day and isinstance(item, Recurrence):
            day, last = report_day(tokens, items, i, end)
        if day and (told := parse_deadline(f"{phrase} {raw[tokens[day].start : tokens[last - 1].end]}", reference)).kind == "recurring":
            return replace(told, raw=raw[tokens[start].start : tokens[last - 1].end], confidence=min(told.confidence, 0.85), rule=f"prose-{told.rule}")
        value = parse_deadline(phrase, reference)
        if value.kind in ("fixed", "recurring") and (run := yearly_reports(raw)) and run.start <= tokens[start].start and stop <= run.end \
                and (each := parse_deadline(run.plain, reference)).rrule != value.rrule:
            value = replace(each, raw=run.said)
        if value.kind in ("fixed", "open_ended", "recurring"):
            return replace(value, confidence=min(value.confidence, 0.9), rule=f"prose-{value.rule}")
    if "thường xuyên" in fold(raw) and (noted := _NOTED_ALWAYS.search(raw)):  # "(Công an xã chủ trì; thường xuyên)" says it as a time cell does
        value = parse_deadline(noted[1] or noted[2], reference)
        if value.kind == "ongoing":
            return replace(value, confidence=min(value.confidence, 0.8), rule=f"prose-{value.rule}")
    return None
