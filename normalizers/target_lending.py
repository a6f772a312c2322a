"""Outcomes without wording of their own take that of the outcome beside them: "Năm 2026: 80%; năm 2027: 90% hộ dân …"."""

from __future__ import annotations

import re
from itertools import pairwise

from normalizers.acts import opens_act
from normalizers.clause_borders import AMOUNTS_TO, kind_of_event
from normalizers.target_drafts import Draft
from normalizers.target_wholes import is_whole
from normalizers.target_wording import EDGE, join_pieces
from normalizers.text import fold

_FIELD_ONLY = re.compile(r"(?:trong|về)(?: lĩnh vực)? [^,;:]{2,50}")  # "Trong lĩnh vực chính trị: đạt 60% …, 75% các cơ quan …": a field names no indicator
_OF_PLAN = ("kế hoạch", "dự toán", "chỉ tiêu")  # "…; hết năm đạt 100% kế hoạch"
_PACE = re.compile(r"(?<=\w) (?:giảm|tăng) (?:bình quân|trung bình|dần)(?: (?:hằng|hàng|mỗi) năm)?$", re.IGNORECASE)
_GROWN = re.compile(r"(?<=\w) (?:giảm|tăng)(?: thêm| bình quân)?$", re.IGNORECASE)
_LEVEL_TOLD = re.compile(r"(?<!\w)(?:còn|xuống|đạt|lên|dưới|không quá)(?!\w)")
_SCALE = re.compile(r"^(?:nghìn|ngàn|vạn|triệu) ")
_PEOPLE = frozenset({"lao động", "công nhân", "học viên", "học sinh", "hội viên", "nông dân"})  # "38 nghìn lao động năm 2026 và năm 2030 là 45 nghìn người"


def lend(pairs: list[tuple[Draft, Draft]]) -> None:
    """The first of each pair lends its indicator to a second without wording of its own."""
    for giver, taker in pairs:
        n, kind = taker.clause.number, giver.clause.number.kind
        bare = n.kind in ("money", "measure") and n.kind == kind and taker.indicator == n.measure and n.unit == giver.clause.number.unit  # "…; năm 2030 đạt 95 triệu đồng"
        bare = bare or (n.kind == "counted" == kind and giver.horizon is not None and (taker.opens or _only_year(giver, taker)) and _same_thing(giver, taker))  # "năm 2027: 12 lớp"
        whole, own = fold(giver.after).strip(EDGE), fold(taker.indicator).strip(EDGE)  # "đạt 13% diện tích tự nhiên; đến năm 2030 đạt 16% diện tích tự nhiên"
        total = n.kind == "counted" == kind and fold(giver.indicator).startswith(("số ", "tổng số "))  # "Số lượng đô thị đạt 50 đô thị, đến năm 2030 đạt 60 đô thị"
        bare = bare or ((n.kind == "percent" == kind or total) and n.reached and giver.clause.number.reached and bool(whole) and giver.indicator != whole and (own == whole or own.startswith(whole + ", ")))
        bare = bare or (n.kind == "percent" == kind and n.reached and giver.clause.number.reached and own == fold(taker.after).strip(EDGE) and not taker.label and is_whole(fold(giver.indicator), own, True) and own.startswith(_OF_PLAN))
        if (bare or not taker.indicator.strip(EDGE) or (taker.label and taker.indicator == taker.label and _FIELD_ONLY.fullmatch(fold(taker.label))) or fold(taker.indicator).strip(EDGE) == "hoàn thành" or _field_first(taker)) and giver.indicator.strip(EDGE):
            stands = _LEVEL_TOLD.search(fold(taker.before)) is not None and "/" not in (taker.clause.number.measure or "")
            # "giảm bình quân 1,8%/năm; đến năm 2030 còn dưới 3%": the pace is the first's alone
            taker.indicator = (_GROWN if bare else _PACE).sub("", giver.indicator) if stands else giver.indicator
            taker.shared = True


def _first_word(measure: str | None) -> str:
    return fold(measure or "").partition(" ")[0]


def lend_what_is_left(drafts: list[Draft]) -> None:
    """What is left behind a fall is of what falls, and an outcome in brackets that names nothing is of what stands before them:
    "giảm 15 hộ nghèo, còn 20 hộ", "giảm 0,3%/năm (còn dưới 8%), tỷ lệ tiêm chủng đạt 98%"."""
    for first, d in pairwise(drafts):
        n, m = first.clause.number, d.clause.number
        if n.kind == m.kind and n.kind in ("counted", "measure") and n.unit == m.unit and d.clause.linked and d.horizon and d.horizon != first.horizon:
            verb = fold(d.indicator).strip(EDGE).removesuffix(fold(m.measure or "")).strip()
            if verb and len(verb.split()) < 3 and opens_act(f"{verb} {m.measure}") and fold(first.indicator).startswith(f"{verb} {_first_word(m.measure) if n.kind == 'counted' else ''}".rstrip() + " "):
                d.indicator = first.indicator  # "Hoàn thành 250 căn nhà ở xã hội, trong đó năm 2026 hoàn thành 100 căn"
    for i, d in enumerate(drafts):
        left = d.clause.number.kind == "counted" and fold(d.indicator).strip(EDGE) == fold(d.clause.number.measure or "") and fold(d.before).strip(EDGE).endswith("còn")
        if d.indicator.strip(EDGE) and not left:
            continue
        whole = next((g for g in drafts[:i] if g.clause.start < d.clause.start and d.clause.end <= g.clause.end), None)
        if whole is None and left and i and d.clause.linked and _same_thing(drafts[i - 1], d):
            whole = drafts[i - 1]
        if whole:
            d.indicator, d.shared = (_GROWN.sub("", whole.indicator) if "còn" in fold(d.before) else whole.indicator), True


def share_noun(first: Draft, second: Draft) -> None:
    """"Công nhận mới 01, công nhận lại 02 trường đạt chuẩn": what both acts count stands behind the second alone."""
    n, m = first.clause.number, second.clause.number
    alike = n.kind == m.kind == "counted" and second.clause.linked and n.measure == m.measure and not first.after.strip(EDGE)
    acts = all(opens_act(own) or own.startswith("công nhận") for own in (fold(first.before).strip(EDGE), fold(second.before).strip(EDGE)))
    if alike and acts and fold(second.after).lstrip().startswith(fold(m.measure or "?")):
        first.indicator = join_pieces(first.indicator, second.after.strip(EDGE))


def share_amount(low: str, first: Draft, second: Draft) -> None:
    """"Giảm tỷ lệ hộ nghèo còn 2%, tương đương 45 hộ": the second amount is of what the first is of."""
    n = second.clause.number
    own = fold(second.after).strip(EDGE)
    told = "tương " in low[second.clause.start : n.at] and AMOUNTS_TO.search(low, first.clause.number.end, n.at) is not None
    if told and first.indicator and (own in ("", fold(n.measure or "")) or own.startswith("tổng ") or own in fold(first.indicator)):
        second.indicator, second.before, second.shared = first.indicator, first.before, True


def give_own_act(low: str, first: Draft, second: Draft) -> None:
    """"Tổ chức 36 phiên giao dịch việc làm, kết nối trực tuyến | với ít nhất 15 tỉnh": the act behind the comma is of the second count."""
    head, comma, act = first.indicator.rpartition(", ")
    between = low[first.clause.number.end : second.clause.number.at]
    if comma and not second.before.strip(EDGE) and second.clause.linked and first.clause.number.kind == "counted" == second.clause.number.kind \
            and not kind_of_event(between, between.find(","), first.clause.number.measure) and f", {fold(act)} với " in between and opens_act(fold(act)) and fold(head).endswith(fold(between).partition(",")[0].strip()):
        first.indicator, second.indicator = head, join_pieces(act, "với", second.indicator)


def share_time(first: Draft, second: Draft) -> None:
    """"mở 01 lớp | cho 35 học viên trong quý II": one act, done at one time."""
    if first.horizon is None and second.horizon is not None and second.clause.linked and re.match(r"(?:cho|với) ?(?:\w|$)", fold(second.before).strip(EDGE)):
        first.horizon = second.horizon


def _field_first(taker: Draft) -> bool:
    """Does only a field stand before a share: "Về y tế, phấn đấu | năm 2026 đạt 90% và năm 2028 đạt 95% dân số tham gia …"?"""
    own, before = fold(taker.indicator).strip(EDGE), fold(taker.before).lstrip(EDGE)
    return own.startswith(("trong lĩnh vực ", "về ")) and before.startswith(f"{own},") and _FIELD_ONLY.fullmatch(own) is not None


_LINKS = re.compile(r"(?:(?:trong đó|riêng|là|đạt|có|khoảng|trên)[ ,:]*)*")


def _only_year(giver: Draft, taker: Draft) -> bool:
    """Does nothing but another year stand before a count: "…, trong đó | năm 2026 là 120 lượt"?"""
    return (taker.inside or not taker.clause.linked) and taker.horizon is not None and taker.horizon != giver.horizon and _LINKS.fullmatch(fold(taker.before).strip(EDGE)) is not None


def _same_thing(giver: Draft, taker: Draft) -> bool:
    """Does the taker name nothing but what the giver counts?"""
    first, own = giver.clause.number.measure or "", taker.clause.number.measure or ""
    noun, counted = _SCALE.sub("", own), _SCALE.sub("", first)
    return bool(own) and taker.indicator in (own, noun) and (noun == counted or counted.startswith(f"{noun} ") or (noun == "người" and counted in _PEOPLE))


def name_parts(drafts: list[Draft]) -> None:
    """"Số hộ kinh doanh: 500 hộ, trong đó: dịch vụ 421 hộ; công nghiệp 50 hộ": a part of what the first counts names no noun of its own,
    a total ("nâng tổng số lên 620 người") that of what is counted before it."""
    for giver, d in pairwise(drafts):
        counted = giver.after.strip(EDGE)
        if fold(d.indicator).strip(EDGE) == "tổng số" and d.clause.number.measure == giver.clause.number.measure and counted:
            d.indicator = f"{d.indicator.strip(EDGE)} {counted}"  # "Phát triển mới 150 người tham gia BHXH, nâng tổng số lên 620 người"
    noun = fold(drafts[0].clause.number.measure or "") if drafts else ""
    if not noun or len(drafts) < 3 or not fold(drafts[0].indicator).startswith((f"số {noun} ", f"tổng số {noun} ", f"số lượng {noun} ")):
        return
    for d in drafts[1:]:
        own = d.before.strip(EDGE)
        if d.clause.number.measure == drafts[0].clause.number.measure and fold(d.after).strip(EDGE) == noun and fold(d.indicator) == f"{fold(own)} {noun}" and not opens_act(fold(own)):
            d.indicator = own
