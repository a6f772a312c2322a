"""Outcomes that stand in a row: what coordinated ones share, levels by parts of a year, and what goes on without a number."""

from __future__ import annotations

import re
from itertools import pairwise

from normalizers.acts import names_indicator, opens_act
from normalizers.clause_borders import MEMBERS
from normalizers.clauses import Part
from normalizers.numbers import Sheet
from normalizers.target_drafts import Draft
from normalizers.target_wording import (
    EDGE,
    PREDICATE,
    STRIVES_ON,
    join_pieces,
    last_clause_of,
    split_subject,
    strip_lead,
    strip_tail,
)
from normalizers.text import fold

_IN_YEARS = re.compile(r"[ ,(]*(?:trong |các |qua )*năm (?:19|20)\d\d(?:(?:, | và |, năm | và năm |; )(?:19|20)\d\d)+$", re.IGNORECASE)  # "… năm 2026, 2027, 2028 lần lượt …"
_PASSIVE = re.compile(r"[^.:,]{4,}(?:,| và) [^.:]{4,} (?:được|đều|đủ điều kiện|không)(?!\w)")
_PART_OF_YEAR = r"(?:(?:trong |hết |đến hết |đến )?(?:(?:0?[3-9]|sáu|chín) tháng(?: (?:đầu|cuối) năm)?|quý (?:iv|i{1,3}|[1-4])|cả năm|cuối năm|hết năm)|học kỳ (?:ii|i|[12]))"
_BY_PART = re.compile(rf"(?P<what>.*?)[ ,:]*(?<![^\W_])(?P<part>{_PART_OF_YEAR})(?: (?:phấn đấu |ước )?(?:đạt|hoàn thành|giải ngân|là|còn))*[ :]*", re.IGNORECASE)


_OF_WHICH = re.compile(r"(?:trong đó|riêng)?")


def name_parts_of_year(drafts: list[Draft]) -> None:
    """"Giải ngân vốn: 6 tháng đạt 40%, 9 tháng đạt 70%, cả năm đạt 100% kế hoạch": levels that one subject reaches in parts of a year,
    each named by the subject and its part."""
    if len(drafts) < 2 or not any("tháng" in d.before or "uý " in d.before or "ọc kỳ" in d.before for d in drafts):
        return
    parts = [_BY_PART.fullmatch(d.before.strip(EDGE)) if d.clause.number.kind == "percent" else None for d in drafts]
    first = parts[0]
    subject = "" if first is None else strip_tail(first["what"]).strip(EDGE) or drafts[0].label
    if first is None and drafts[0].clause.number.kind == "percent" and all(m and _OF_WHICH.fullmatch(m["what"].strip(EDGE)) for m in parts[1:]):
        for d, m in zip(drafts[1:], parts[1:], strict=True):
            if m:
                d.indicator = f"{drafts[0].indicator}, {m['part']}"  # "Tăng trưởng đạt 10%, trong đó quý I đạt 9%"
        return
    if first is None or not subject or not all(m and not m["what"].strip(EDGE) for m in parts[1:]):
        return
    for d, m in zip(drafts, parts, strict=True):
        if m:
            d.indicator, d.shared = f"{strip_lead(subject, raise_too=True) or subject}, {m['part']}", False


_HAS = re.compile(r"(?:phấn đấu |hằng năm |hàng năm )*(?:có(?: thêm)?)?")
_YEARLY_HAS = re.compile(r"(?:(?:bình quân|trung bình) )?(?:hằng|hàng|mỗi) năm,? (?:phấn đấu )?(?:có|đạt|duy trì|bảo đảm|đảm bảo) ")


_DONE_TO = re.compile(r"(?P<who>.+), (?P<done>được [^\W\d_]+ [^\W\d_]+)")  # "120 người tham gia, được tập huấn, | huấn luyện ít nhất 01 lần/năm"
_OF_WORK = {"tác", "làm", "trách", "về", "để", "dự", "quản"}  # "công tác giảm nghèo", "phụ trách …", "dự án xây dựng …"


def share_predicate(low: str, drafts: list[Draft]) -> None:
    """What coordinated outcomes share: a predicate at the end, a comparator, a list of subjects."""
    for i, d in enumerate(drafts):
        run = [d]
        for nxt in drafts[i + 1 :]:
            if not nxt.shared or (nxt.horizon != d.horizon and not (d.turn and nxt.horizon is None)):
                break
            run.append(nxt)
        years = _IN_YEARS.search(d.indicator) if len(run) > 1 and not d.shared else None
        if years and len(each := re.findall(r"\d{4}", years[0])) == len(run):
            wording = d.indicator[: years.start()].rstrip(EDGE)
            for member, year in zip(run, each, strict=True):
                member.indicator, member.horizon = wording, year
        elif len(run) > 1 and not d.shared and all(m.indicator == d.indicator and (m is d or not STRIVES_ON.search(fold(m.before))) for m in run) and re.search(r" và |, | [-–] ", d.indicator) and len({m.clause.number.kind for m in run}) == 1 \
                and (d.clause.number.kind != "rank" or d.turn):
            # not "… của người dân, tổ chức đạt trên 90 điểm, thuộc nhóm 20 xã dẫn đầu": two measures of one subject, nor "trình độ, năng lực công nghệ thuộc nhóm 3 nước hàng đầu ASEAN và nhóm 5 …": two places of one
            for member, wording in zip(run, split_subject(d.indicator, len(run)), strict=False):
                member.indicator = wording
    for d, nxt in pairwise(drafts):
        if ", được " in d.indicator and len(nxt.indicator.split()) == 2 and nxt.indicator.islower() and (two := _DONE_TO.fullmatch(d.indicator)):
            d.indicator, nxt.indicator = two["who"], f"{two['done']}, {nxt.indicator}"
    for nxt, d in pairwise(reversed(drafts)):
        n, follows = d.clause.number, nxt.clause.number
        own = _masked(fold(d.indicator))
        if yearly := _YEARLY_HAS.match(own):
            own = own[yearly.end() :]  # "Hằng năm có | 90% tổ chức đảng, 85% đảng viên được …"
        lacks = (n.kind == "percent" or (n.kind == follows.kind == "counted" and _HAS.fullmatch(fold(d.before).strip(EDGE)))) and not n.reached and not PREDICATE.search(" " + own) and not own.endswith((" gương mẫu", " vững mạnh", " khởi nghiệp", " xuất sắc", " chết", " tử vong", " mắc")) and not _acts(own)
        m = PREDICATE.search(_masked(fold(nxt.indicator)))
        if lacks and m and _TITLE.search(own) and not _TITLE.search(fold(nxt.indicator)[: m.start()].rstrip()):
            continue  # "85% gia đình văn hóa, 90% hộ dân | được …"; "…, 90% thôn văn hóa | được công nhận" is said of both
        if lacks and n.kind == "counted" and "trong đó" in low[n.end : follows.start]:
            continue  # "20 sản phẩm OCOP, trong đó 5 sản phẩm | đạt 4 sao": said of the part alone
        if lacks and m and nxt.clause.linked and not follows.reached and (yearly or not strip_lead(d.before, raise_too=False)) and not opens_act(fold(nxt.before).strip(EDGE)) and len(fold(nxt.indicator)) == len(nxt.indicator):
            # "Tối thiểu 70% (năm 2026), 90% (năm 2028) người dân có …": the subject too stands only behind the last number.
            said = _first_of_two(fold(nxt.indicator), m.start())
            d.indicator = join_pieces(d.indicator, nxt.indicator[said:]) if d.indicator.strip(EDGE) else nxt.indicator
            nxt.listed = not nxt.before
    _fall_alike(drafts)
    for d, nxt in pairwise(drafts):
        head = fold(d.before).strip(EDGE)  # "Xây dựng 03 tuyến đường, 05 vườn mẫu": two words alone do not say what is done
        set_up = nxt.clause.number.measure not in MEMBERS or d.clause.number.measure in MEMBERS  # not "… 160 tổ hợp tác, với 4.000 thành viên"
        few = 4 if d.clause.linked and d.after.split()[:1] == nxt.after.split()[:1] else 2  # "cứng hóa 100% đường xã, 90% đường thôn, 80% đường ngõ xóm"
        if set_up and nxt.clause.linked and not nxt.before and len(nxt.indicator.split()) <= few and not d.clause.number.reached and head and d.before[:1].isalpha():
            lead = strip_lead(last_clause_of(strip_tail(d.before), False), raise_too=False)
            if lead and (d.after.strip(EDGE) or opens_act(fold(lead))):  # not "dư nợ 85 tỷ đồng, 1.650 hộ vay": the first is named whole
                nxt.before, nxt.indicator = d.before, join_pieces(lead, nxt.indicator)


_TITLE = re.compile(r"(?<!\w)(?:gia đình|hộ|thôn|bản|ấp|làng|xóm|khu dân cư|khu phố|tổ dân phố|cơ quan|đơn vị|trường học) văn h(?:óa|oá)$")  # "85% gia đình văn hóa": said whole


def _first_of_two(folded: str, at: int) -> int:
    """Where the predicate at `at` begins with the verb that a comma joins to it: "chủ phương tiện | cài đặt, sử dụng VNeID"."""
    words = folded[: at - 1].rsplit(maxsplit=2) if folded[at - 1 : at] == "," else []
    return len(words[0]) if len(words) == 3 and opens_act(f"{words[1]} {words[2]}") else at


_CHANGES = re.compile(r"(?:(?:phấn đấu|hằng năm|hàng năm|mỗi năm),? )*(?:giảm|cắt giảm|kéo giảm|rút ngắn|tiết kiệm)")


def _fall_alike(drafts: list[Draft]) -> None:
    """"Giảm ít nhất 10% số vụ, 5% số người chết": each share of what stands behind it falls, by no less."""
    falls = False
    for d in drafts:
        n, low = d.clause.number, fold(d.indicator)
        if n.kind != "percent" or n.reached or not (falls and d.clause.linked and not d.before.strip(EDGE)):
            falls = n.kind == "percent" and not n.reached and _CHANGES.fullmatch(fold(d.before).strip(EDGE)) is not None
        elif not d.shared and (low.startswith("số ") or not PREDICATE.search(" " + low)):
            d.listed = True


# "100% người có công, 95% hộ nghèo được tặng quà": words of a name that else say what its bearers do
_OF_NAMES = re.compile(r"(?<= )(?:(?:hoạt động )?không chuyên trách|tự (?:do|nguyện|túc)|sử dụng (?:đất|lao động)|tham gia giao thông|(?<=đảng viên )là (?:cán bộ|công chức|viên chức)(?! nữ| trẻ)|(?<=thanh niên )là (?:học sinh|sinh viên|cán bộ|công chức|viên chức|công nhân)|(?<=trẻ em )là người (?:dân tộc thiểu số|khuyết tật)|có (?:điều kiện|con nhỏ|công(?: với (?:cách mạng|nước))?|uy tín|thai|nguy cơ|thu nhập thấp|mức sống trung bình|hoàn cảnh(?: đặc biệt)?(?: khó khăn)?))(?!\w)")


def _masked(folded: str) -> str:
    """The same wording, as long as before, with no predicate in the names of groups of people."""
    return _OF_NAMES.sub(lambda m: "_" * len(m[0]), folded)


def _acts(wording: str) -> bool:
    """Does a share's subject do something to an object: "hộ kinh doanh | kê khai thuế điện tử", not "cán bộ làm công tác | giảm nghèo"?"""
    words = wording.split()
    return any(words[i - 1] not in _OF_WORK and words[i] not in ("cấp", "chi") and opens_act(" ".join(words[i : i + 4])) for i in range(1, len(words) - 2))


def names_only(wording: str) -> bool:
    """Does a wording name things without saying anything of them?"""
    words = fold(wording).split()
    return not PREDICATE.search(" " + " ".join(words)) and not any(w not in ("cấp", "chi") and opens_act(" ".join(words[i : i + 4])) for i, w in enumerate(words))


def go_on(sheet: Sheet, last: Draft, following: list[Part]) -> None:
    """"100% các Sở bố trí …; bố trí …": a piece without number that repeats the verb, or its passive, goes on."""
    if last.clause.number.reached or last.clause.number.change is not None or last.clause.number.kind != "percent" or not following or following[0].clauses:
        return
    nxt = following[0]
    between, piece = sheet.low[last.clause.end : nxt.start], sheet.low[nxt.start : nxt.end]
    opening = " ".join(piece.split()[:2])
    unsaid = ";" in between and not last.before.strip(EDGE) and _PASSIVE.match(piece) and not names_indicator(piece) and names_only(last.indicator)
    # "100% cán bộ phụ trách; hợp tác xã, hộ sản xuất tham gia được tập huấn": of the first is said nothing yet
    if unsaid or (";" in between and (re.match(r"(?:được|có|đạt|bị)(?!\w)", piece) or (opens_act(piece) and f" {opening} " in fold(last.after if last.after.strip(EDGE) else last.indicator)))):
        last.indicator += sheet.plain[last.clause.end : nxt.end].rstrip(EDGE)
