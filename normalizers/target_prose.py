"""Targets in prose: a bullet or sentence → one reading per committed outcome (indicator, comparator, value, horizon)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from normalizers.acts import names_indicator, opens_act
from normalizers.announced import reports, stage_of, without_present
from normalizers.by_years import by_years, year_behind
from normalizers.clauses import NEXT_STAGE, Part, numbers_of, read_parts
from normalizers.counted_groups import counted_groups
from normalizers.in_turn import groups_in_turn, years_in_turn
from normalizers.measures import counted_by, known_measure, read_unit_cell
from normalizers.numbers import Number, Sheet
from normalizers.paired_shares import paired_shares
from normalizers.ranks import ranks
from normalizers.shared_heads import with_head
from normalizers.target_aspects import share_aspect, share_having
from normalizers.target_drafts import Draft, like, make_draft, point_back, reading_of, word_outcome
from normalizers.target_horizons import BASE, opening_year, relevant, told_before
from normalizers.target_horizons import horizons as horizons_in
from normalizers.target_items import counted_items, without_fractions
from normalizers.target_labels import label_before, of_structure
from normalizers.target_lending import (
    give_own_act,
    lend,
    lend_what_is_left,
    name_parts,
    share_amount,
    share_noun,
    share_time,
)
from normalizers.target_rates import name_pace, name_scaled, share_people, share_rate
from normalizers.target_runs import go_on, name_parts_of_year, names_only, share_predicate
from normalizers.target_terms import untimed, without_reach, without_term_end
from normalizers.target_whose import name_whose
from normalizers.target_wording import EDGE, PREDICATE, group_inside, join_pieces, kept_under
from normalizers.text import fold
from normalizers.values import TargetReading

_MARKER = re.compile(
    r"^(?:[-+*•●○▪➢✓‒–—] ?|\(?\d{1,2}[.)] (?=\D)|\d{1,2}(?:\.\d{1,2}){1,3}\.? (?=\D)|\(?[a-zđ][.)] ?(?=\S)|\((?:[ivx]+|\d{1,2})\) ?)+"
)
_HOW_MUCH = re.compile(r"(?:số lượng|khối lượng|quy mô) ?: ?")  # "Số lượng: Vận động 500 người …": a label before an act
_LABEL = re.compile(r"^(?:(?:chỉ tiêu|mục tiêu|tiêu chí)(?: cụ thể)? (?:số )?\d{1,2}(?:\.\d+)*|(?:chỉ tiêu|mục tiêu)(?: cụ thể)?) ?[:.] ?")
_AFTER_REACHED = re.compile(r"^[ ,]*,")
_PURPOSE = re.compile(r",? (?:(?<!nhà )để|nhằm|góp phần|qua đó|từ đó|tạo) .*$")
_SENTENCE_BEFORE = re.compile(r"\. ?$")


def body_start(sheet: Sheet) -> int:
    """Where the wording begins behind list marker and label ("- ", "1.2. ", "Chỉ tiêu 3: ")."""
    marker = _MARKER.match(sheet.low)
    start = marker.end() if marker else 0
    label = _LABEL.match(sheet.low[start:])
    if label is None and (counted := _HOW_MUCH.match(sheet.low, start)) and opens_act(sheet.low[counted.end():]):
        return counted.end()
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
    drafts: list[Draft]
    opening: str | None  # the horizon that opens the part


def _sentences(sheet: Sheet, start: int, parts: list[Part]) -> list[_Sentence]:
    out: list[_Sentence] = []
    for i, part in enumerate(parts):
        numbers = [c.number for c in part.clauses]
        horizons = relevant(sheet.low, part, numbers)
        first = numbers[0].at if numbers else part.end
        opening = next((h.edtf for h in horizons if h.end <= first and (
            not told_before(sheet.low, part.start, h.start) or sheet.low[h.end : h.end + 1] in (":", ","))), None)
        drafts: list[Draft] = []
        for clause in part.clauses:
            d = make_draft(sheet, part, clause, horizons)
            if not drafts and out and out[-1].drafts:
                d.label = d.label or label_before(sheet, out[-1].part.end, out[-1].drafts[0], d)
            n = clause.number
            if opening and opening.isdigit() and "/2" in (d.horizon or "") and n.kind == "percent" and not n.reached and n.change is None and any(h.edtf == d.horizon and h.start > n.end for h in horizons):
                d.horizon = None  # "Đến năm 2015, … 100% huyện đạt chuẩn … giai đoạn 2013 - 2020": what opens says by when, the period which standard
            year_behind(sheet, d)
            d.before, d.after = without_reach(d.before, d.after), without_term_end(d.after)
            word_outcome(d, drafts[-1] if drafts else None)
            name_scaled(d)
            d.indicator = untimed(d.indicator)
            if told := drafts or (out[-1].drafts if out else []):
                point_back(d, told[-1])
                share_having(told[-1], d)
            if drafts:
                share_rate(drafts, d)
                for share in (name_pace, share_aspect, share_time, _share_field, _share_group, share_noun):
                    share(drafts[-1], d)
                for take in (give_own_act, share_amount):
                    take(sheet.low, drafts[-1], d)
            if not drafts and out and out[-1].drafts and ";" in sheet.low[out[-1].part.end : clause.start]:
                name_pace(out[-1].drafts[-1], d)
                whole = out[-1].drafts[0].indicator  # "… đô thị được cấp nước sạch: 98%; nông thôn: 75%"
                d.indicator = group_inside(fold(d.indicator), d.indicator, fold(whole), whole) or _behind_head(d, out[-1].drafts[-1]) or of_structure(whole, d) or d.indicator
            name_whose(d, told[-1] if told else None)
            drafts.append(d)
        if drafts:
            years_in_turn(sheet, part, drafts)
            groups_in_turn(sheet, part, drafts)
            share_predicate(sheet.low, drafts)
            share_people(drafts)
            go_on(sheet, drafts[-1], parts[i + 1 :])
        out.append(_Sentence(part, drafts, opening))
    _share_across(sheet, out)
    _take_act(sheet, out)
    for before, own in pairwise(out):
        if len(own.drafts) > 1 and before.drafts and ";" in sheet.low[before.part.end : own.part.start] and own.drafts[0].horizon and before.drafts[-1].horizon \
                and own.drafts[0].clause.number.kind == before.drafts[-1].clause.number.kind and opens_act(fold(own.drafts[1].indicator)):
            lend([(before.drafts[-1], own.drafts[0])])  # "… đạt 70% năm 2027; 90% năm 2030 và giảm 40% số vụ …"
    for sentence in out:
        name_parts_of_year(sentence.drafts)
        lend(list(pairwise(reversed(sentence.drafts))))  # "năm 2027 đạt 60%, năm 2030 đạt 90% hộ dân …"
    every = [d for sentence in out for d in sentence.drafts]
    lend_what_is_left(every)
    lend(list(pairwise(every)))            # "…; đến năm 2030 thuộc nhóm 3 đơn vị dẫn đầu"
    name_parts(every)
    lend(list(pairwise(reversed(every))))  # "Năm 2026: 80%; năm 2027: 90% hộ dân …"
    return out


def _behind_head(d: Draft, last: Draft) -> str | None:
    """"… cấp tiểu học đạt 85%; cấp trung học cơ sở đạt 95%": the head of what stands before ";" for a level of its own."""
    alone = like(d, last) and not d.after.strip(EDGE) and fold(d.indicator).startswith(("cấp ", "bậc ", "ở ", "tại ", "khu vực ", "vùng ", "đối với ", "thể "))
    return with_head(d.indicator, last.indicator) if alone else None


def _share_field(first: Draft, second: Draft) -> None:
    """"Tỉnh thuộc nhóm 3 tỉnh dẫn đầu vùng, nhóm 10 tỉnh dẫn đầu cả nước về …": the field that only the second rank names is the first's too."""
    ranked = first.clause.number.kind == second.clause.number.kind == "rank" and second.clause.linked and not first.after.strip(EDGE)
    if ranked and not second.before.strip(EDGE) and re.match(r" ?(?:về|trong lĩnh vực) ", fold(second.after)) and not names_indicator(fold(first.indicator)) and len(first.indicator.split()) < 6:
        first.indicator = join_pieces(first.indicator, second.after.strip(EDGE))


_YEARLY = re.compile(r"(?:(?:hằng|hàng|mỗi) (?:năm|quý|tháng))?")


_GROUP_NOTED = re.compile(r" ?(?:\([^()\d]{3,40}\)|(?:ở|tại|đối với) [^\d,;()]{2,40}$)")


def _share_group(first: Draft, second: Draft) -> None:
    """"giảm tỷ lệ … còn dưới 10% (thành thị), 5% (nông thôn)": both amounts are of one subject, each of the group noted behind it."""
    one, other = _GROUP_NOTED.match(first.after), _GROUP_NOTED.match(second.after)
    if one and other and second.clause.linked and not second.before.strip(EDGE) and first.indicator:
        here, there = one[0].strip(" .;"), other[0].strip(" .;")
        whole = first.indicator.removesuffix(here).rstrip()
        first.indicator, second.indicator, second.shared = f"{whole} {here}", f"{whole} {there}", True


def _share_across(sheet: Sheet, sentences: list[_Sentence]) -> None:
    """"90% hồ sơ tại cấp tỉnh; 80% hồ sơ tại cấp xã được xử lý …": the predicate stands once, behind the last of one kind."""
    for nxt, own in pairwise(reversed(sentences)):
        if not nxt.drafts or not own.drafts or ";" not in sheet.low[own.part.end : nxt.part.start]:
            continue
        d, f = own.drafts[-1], nxt.drafts[0]
        both = all(x.clause.number.kind == "percent" and not x.clause.number.reached and _YEARLY.fullmatch(fold(x.before).strip(EDGE)) for x in (d, f))
        mine, other = _YEARLY.sub("", fold(d.indicator), count=1).lstrip(EDGE), fold(f.indicator)
        m = PREDICATE.search(other)
        if both and m and len(other) == len(f.indicator) and names_only(mine) and " hoạt động " not in mine and mine.split()[:2] == other.split()[:2]:
            d.indicator = join_pieces(d.indicator, f.indicator[m.start() :])


# "Hướng dẫn người dân kích hoạt tài khoản; phấn đấu đến 31/12/2025 đạt 85%": what the number says is reached stands before ";".
_NO_SUBJECT = re.compile(r"(?:(?:phấn đấu|quyết tâm|bảo đảm|đảm bảo|tỷ lệ|tỉ lệ|kết quả|hoàn thành|đạt)[ :,]*)*")


_GRADED = re.compile(r" (?:được )?(?:xếp loại|đạt loại|đạt mức|xếp hạng|đạt) ")


def _take_act(sheet: Sheet, sentences: list[_Sentence]) -> None:
    """An outcome that names nothing of its own is one of the act that stands before it, without a number, in the same sentence."""
    for own, nxt in pairwise(sentences):
        if own.drafts or not nxt.drafts or ";" not in sheet.low[own.part.end : nxt.part.start]:
            continue
        d = nxt.drafts[0]
        if d.clause.number.kind == "rank" and not d.before.strip(EDGE) and (graded := _GRADED.search(sheet.low, own.part.start, own.part.end)) and names_indicator(sheet.low[own.part.start :]):
            d.indicator = sheet.plain[own.part.start : graded.start()].strip(EDGE)  # "Chỉ số … của xã xếp loại Tốt; thuộc nhóm 15 xã dẫn đầu"
        if d.clause.number.kind == "percent" and _NO_SUBJECT.fullmatch(fold(d.indicator).strip(EDGE)):
            d.indicator = sheet.plain[own.part.start : own.part.end].strip(EDGE)


_UNIT_BEHIND = re.compile(r"(?P<name>.*\w.*?) ?\((?:ĐVT ?: ?|đơn vị(?: tính)? ?: ?)?(?P<unit>(?!\d)[^():]{1,20})\)", re.IGNORECASE)


def _of_brackets(r: TargetReading) -> TargetReading:
    """"Tuổi thọ trung bình (tuổi): 75,5": a bare number takes the measure that stands in brackets behind its subject."""
    m = _UNIT_BEHIND.fullmatch(r.indicator) if r.unit is None and r.value is not None else None
    if m is None or not (known_measure(m["unit"].strip()) or known_measure(m["unit"].split("/")[0].strip())):
        return r
    cell = read_unit_cell(m["unit"])
    return replace(r, indicator=m["name"], unit=cell[1], measure=m["unit"].strip()) if cell else r


def _same_time(sheet: Sheet, prior: Draft, d: Draft) -> bool:
    """"Cán bộ có trình độ trung cấp đến năm 2028 là 40%; trình độ đại học là 25%": a piece that takes its subject from the one before takes
    the year told there too, where that stands before the amount."""
    year = (prior.horizon or "")[-4:]
    told = year.isdigit() and d.horizon is None and like(d, prior) and not d.after.strip(EDGE) and year in sheet.low[prior.clause.start : prior.clause.number.start]
    own = fold(d.indicator).split()
    return told and 2 < len(own) < 6 and f" {own[0]} {own[1]} " in fold(prior.indicator)


def read_parts_of(sheet: Sheet, start: int, parts: list[Part] | None = None) -> list[TargetReading]:
    """Every quantified outcome of a sheet from offset `start`, with spans in sheet offsets; `parts` where they are read."""
    parts = read_parts(sheet, start) if parts is None else parts
    if not any(part.clauses for part in parts):
        return []
    out: list[TargetReading] = []
    said: str | None = None
    carried: str | None = None  # a horizon that opens the bullet holds for all its sentences
    whole: str | None = None
    prior: Draft | None = None
    read = 0  # how far the sentences before reach: what ends earlier stands in their brackets
    for sentence in _sentences(sheet, start, parts):
        if sentence.part.start == start:
            carried = sentence.opening
            if carried is None and not sentence.part.clauses and parts[-1].end <= sentence.part.end and (bracket := sheet.low.find("(", start)) > 0:
                carried = next((h.edtf for h in horizons_in(sheet.low, start, bracket)), None)  # "Cây trồng chính năm 2027 (lúa: …)"
        if sentence.opening and _SENTENCE_BEFORE.search(sheet.low, max(0, sentence.part.start - 3), sentence.part.start):
            said = sentence.opening  # "… 4%. Năm 2030, tỷ trọng …; tỷ lệ …": the year that opens a sentence holds for its pieces
        elif whole and sheet.low.startswith("trong đó", sentence.part.start):
            said = whole  # "… đến năm 2030 đạt 396 tỷ đồng; trong đó: thương mại 225 tỷ đồng": parts of what is said for a year
        elif ";" not in sheet.low[max(0, sentence.part.start - 3) : sentence.part.start]:
            said = whole if sentence.part.end < read else None  # "…; năm 2030 đón 17 triệu lượt khách (trong đó 4 triệu …)"
        elif said is None and prior is not None and sentence.drafts and _same_time(sheet, prior, sentence.drafts[0]):
            said = prior.horizon
        prior = sentence.drafts[-1] if sentence.drafts else prior
        bracketed = sentence.part.end < read  # "≥ 65% xã đạt chuẩn (đến năm 2027 có 15% …); trong đó 70% …": its year holds inside alone
        last, read = sentence.opening or said or carried, max(read, sentence.part.end)
        trailing = next((d.horizon for d in sentence.drafts if d.horizon and not d.opens and not d.inside), None)
        whole = whole if bracketed else (sentence.drafts[-1].horizon if sentence.drafts and trailing else None) or last or trailing
        if whole and "trong đó:" in sheet.low[sentence.part.start : sentence.part.end]:
            said = said or whole  # "… năm 2030 đạt 80%, trong đó: nâng cao 30%; kiểu mẫu 10%"
        previous: Number | None = None
        for d in sentence.drafts:
            last = d.horizon or last
            own_verb = re.search(r"(?:trong đó|có|[^\W\d_]+) $", sheet.low[d.clause.start : d.clause.number.start].lstrip(EDGE))
            listed = d.clause.linked and not own_verb
            listed = listed or (d.clause.linked and d.shared and not (own_verb and own_verb[0] == "có " and d.inside))
            later = trailing if not last and any(x.horizon == trailing and x.shared and x.indicator == d.indicator and x.clause.number.kind == d.clause.number.kind for x in sentence.drafts) else None
            # "60% cán bộ … và tiến tới 80% vào năm 2030": of two values of one subject the year told is the second's
            reading = reading_of(sheet, d, last or (None if later else trailing), previous if listed else None)
            if "hông " in d.before and (kept := kept_under(reading.indicator, reading.comparator)):
                reading = replace(reading, indicator=kept, comparator="<=")
            if d.shared and reading.direction is None and d.clause.linked and out:
                reading = replace(reading, direction=out[-1].direction)
            inherited = reading.comparator != d.clause.number.comparator
            previous = replace(d.clause.number, comparator=reading.comparator, explicit=True) if inherited else d.clause.number
            out.append(reading)
            if d.also and reading.horizon:
                out.append(replace(reading, horizon=d.also))
    if "(" in sheet.plain:  # an outcome in brackets stands before those behind the brackets
        out.sort(key=lambda r: r.span or (0, 0))
        out = [_of_brackets(r) if r.indicator.endswith(")") else r for r in out]
    if len(out) > 1 and "trị giá" in sheet.low:
        out = [r for k, r in enumerate(out) if not (k and _WORTH.fullmatch(fold(r.indicator)))]
    return [replace(r, indicator=r.indicator[:-3].rstrip(" ,")) if r.indicator.endswith(" và") else r for r in out if any(ch.isalnum() for ch in r.indicator)]


# "…; nợ đọng xây dựng cơ bản không vượt quá mức trần": a limit that no number gives, of something else than the number's.
# "…; đến năm 2028, hoàn thành việc bố trí đủ công chức": what opens with a year of its own is another outcome.
# "…; không để xảy ra sự cố lộ dữ liệu": what must not be, said behind an outcome, is one of its own.
_LIMIT = re.compile(r"không (?:để|có|còn|phát sinh|xảy ra|làm phát sinh) [^:]{6,}|(?!không )[^,:]{6,90}? không (?:vượt|để|phát sinh|xảy ra|còn)(?!\w)|(?:đến|trước|trong|hết|từ)(?: hết| cuối)? năm (?:19|20)\d\d,? (?=[^\W\d_]).{14,}")

_BY_YEAR_FIRST = re.compile(r"(?:đến|trước|trong|hết)(?: hết| cuối)? năm (?:19|20)\d\d, (?:hoàn thành|duy trì|giữ vững|xây dựng|trở thành|hình thành|cơ bản|đạt chuẩn)(?!\w).{20,}")

_NONE_FIRST = re.compile(r"(?:[^\W\d_][^;:.,]{3,40}: )?(?:(?:phấn đấu|bảo đảm|đảm bảo) )?không (?:để|có|còn|phát sinh|xảy ra) .{8,}")  # "Không để dịch lớn xảy ra; 100% ổ dịch …"


def _limits(sheet: Sheet, parts: list[Part]) -> list[TargetReading]:
    """The pieces behind ";" of a bullet with numbers that set a limit of their own without one, as qualitative outcomes."""
    out = []
    first = parts[0]
    opening = sheet.low[first.start : first.end].strip(EDGE)
    if not first.clauses and (_BY_YEAR_FIRST.match(opening) or (_NONE_FIRST.match(opening) and ";" in sheet.low[first.end : parts[-1].start])):
        out += [r] if (r := _qualitative(sheet, first.start, first.end)) else []
    for before, piece in pairwise(parts):
        low = sheet.low[piece.start : piece.end].strip(EDGE)
        if piece.clauses or not _LIMIT.match(low) or (";" not in sheet.low[before.end : piece.start] and not NEXT_STAGE.match(sheet.low, before.end, piece.end)) or opens_act(low) or len(low.split()) < 4:
            continue
        out += [replace(r, horizon=r.horizon or opening_year(sheet, parts[0].start, piece.start))] if (r := _qualitative(sheet, piece.start, piece.end)) else []
    return out


_WORTH = re.compile(r"(?:mỗi|một) [^\W\d_]+(?: [^\W\d_]+)? (?:có )?trị giá")  # "Tặng 200 suất quà, mỗi suất trị giá | 500.000 đồng"
_QUOTED_ZERO = re.compile(r"[“\"]0[”\"]")  # "phát thải ròng bằng “0” vào năm 2050"


def _only_reported(sheet: Sheet, found: list[TargetReading]) -> list[TargetReading]:
    """Those of sentences that tell what is reached, not what is aimed at."""
    if not any(word in sheet.low for word in (" đã ", "đến nay", "tính đến", "tính tới", "thời điểm", "hiện có", "hiện nay", "hiện tại", "hiện đã", "hiện đạt", "hiện là", "hiện còn", " qua", "hiện ", "t ra ", "đề ra ")):
        return []
    out: list[TargetReading] = []
    for r in found:
        at = (r.span or (0, 0))[0]
        a, b = sheet.low.rfind(". ", 0, at), sheet.low.find(". ", at)
        a = a + 2 if a >= 0 else 0
        sentence = sheet.low[a : b if b >= 0 else None]
        if reports(sentence.lstrip(EDGE)) or reports(stage_of(sentence, at - a).lstrip(EDGE)):
            out.append(r)
    return out


def read_targets(text: str, *, section: bool = True) -> list[TargetReading]:
    """Outcomes that one bullet, sentence or paragraph commits to, in order.

    `section`: the text stands in a section of specific targets, where a bullet without number or rank is one
    `qualitative` target; False gives quantified outcomes only. `horizon` comes from the text's own words, else None.
    `span` is in offsets of `text`. Never raises; an empty text gives [].
    """
    if "0”" in text or '0"' in text:
        text = _QUOTED_ZERO.sub(" 0 ", text)
    if text.count("(") > 1:
        horizon, items = counted_items(text)
        if items:
            pieces = [(at, r) for at, end in items for r in read_targets(text[at:end].rstrip(" ;.,"), section=section)]
            return [replace(r, horizon=r.horizon or horizon, span=(r.span[0] + at, r.span[1] + at) if r.span else None) for at, r in pieces]
    if "/" in text and "%" in text:
        text = without_fractions(text)
        if sides := paired_shares(text):
            return [r for side in sides for r in read_targets(side, section=section)]
    sheet = Sheet.of(text)
    start = body_start(sheet)
    parts = read_parts(sheet, start)
    found = read_parts_of(sheet, start, parts)
    if "năm " in sheet.low and "(" in sheet.low and (yearly := by_years(sheet, start, numbers_of(sheet), found)):
        found = sorted([*found, *yearly], key=lambda r: r.span or (0, 0))
    if found and (told := _only_reported(sheet, found)):
        subjects = {r.indicator for r in told}
        found = [replace(r, indicator=without_present(r.indicator)) if r.indicator in subjects else r for r in found if r not in told]
        if not found:
            return []
    if found and section and (";" in sheet.plain or len(parts) > 1):
        found = sorted([*found, *_limits(sheet, parts)], key=lambda r: r.span or (0, 0))
    found = found or counted_groups(sheet, start)
    if not found and section:
        whole = _qualitative(sheet, start)
        found = [whole] if whole else []
        if whole and (place := next(ranks(sheet), None)) is not None:  # "Phấn đấu nằm trong top 10 xã của tỉnh": its heading says in what
            found = [replace(whole, comparator="rank", value=place.value, unit=place.unit, rule="prose.rank", confidence=0.75)]
    return with_spans(sheet, with_counts(_grown(found) if ";" in sheet.plain else found))


_GROWTH = frozenset({"tăng", "giảm", "vượt", "tăng thêm", "giảm thêm"})


def _grown(readings: list[TargetReading]) -> list[TargetReading]:
    """The same readings; growth alone behind ";" is that of the outcome before: "… đạt 25 tỷ đồng; tăng 9% so với năm 2025"."""
    out: list[TargetReading] = []
    for r in readings:
        alone = out and out[-1].value is not None and fold(r.indicator) in _GROWTH
        out.append(replace(r, indicator=f"{out[-1].indicator} {r.indicator}") if alone else r)
    return out


def with_counts(readings: Sequence[TargetReading]) -> list[TargetReading]:
    """The same readings; a bare number gets the unit that its indicator names ("Số mô hình … đạt 2")."""
    return [replace(r, unit=counted_by(r.indicator)) if r.unit is None and r.value is not None else r for r in readings]


def with_spans(sheet: Sheet, readings: list[TargetReading]) -> list[TargetReading]:
    """The same readings with spans in source offsets."""
    spans = sheet.spans([r.span or (0, 0) for r in readings])
    return [r if r.span == span else replace(r, span=span) for r, span in zip(readings, spans, strict=True)]
