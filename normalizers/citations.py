"""Cited documents: type, number, date and issuer of every legal or directing document that a text names by number.

Number forms follow Nghị định 30/2020/NĐ-CP ("71/NQ-CP"), Luật Ban hành VBQPPL ("179/2025/NĐ-CP") and the Party's
Hướng dẫn 36-HD/VPTW ("57-NQ/TW").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from normalizers.frozen import frozen
from normalizers.text import fold, squash

_TYPES = (
    "Kế hoạch hành động", "Chương trình hành động", "Kế hoạch", "Chương trình", "Nghị quyết", "Quyết định", "Nghị định", "Chỉ thị",
    "Thông tư liên tịch", "Thông tư", "Công văn", "Công điện", "Thông báo kết luận", "Kết luận", "Hướng dẫn", "Thông báo", "Quy định", "Quy chế", "Đề án",
    "Luật", "Pháp lệnh", "Hiến pháp", "Báo cáo", "Tờ trình", "Văn bản", "Giấy mời", "Phương án", "Chiến lược", "Lệnh",
)
_BY_FOLDED = {fold(t): t for t in reversed(_TYPES)} | {"thông báo kết luận": "Thông báo"}
_JOINED = re.compile(r"[\s,;]*(?:và\s+)?(?:số\s*:?\s*)?")
_HAS_SO = re.compile(r"số\s*:?\s*$", re.IGNORECASE)
# "Mẫu số 04/HNCT", "Biểu mẫu số 02/BCĐ, 03/BCĐ": the forms that another document encloses
_FORM = re.compile(r"(?:mẫu|biểu|phụ lục)(?: số)?\s*:?\s*(?:\d{1,3}(?:/[^\s,;]+)?\s*(?:,|và)\s*)*$", re.IGNORECASE)
# "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15": behind the law's name, which may hold words for other types.
_LAW = re.compile(r"(?<!\w)luật\s(?!này)[^.;]{3,110}?(?:,?\s+số\s*:?)?\s*$", re.IGNORECASE)
_OF_ASSEMBLY = re.compile(r"/QH\d\d$")
_OF_KIND = re.compile(r"(?:NQ|QĐ|KH|CT|CTr|NĐ|TT|QH|KL|HD|CV|TB|ĐA)")
_TYPE = re.compile(r"(?<!\w)(?P<type>" + "|".join(t.lower().replace(" ", r"\s+") for t in _TYPES) + r")(?!\w)")
_SIGN = r"[A-ZĐƯÔÊÂĂƠ](?:[A-Za-zĐđƯưÔôÊêÂâĂăƠơÀ-ỹ]{0,7}|[A-ZĐƯÔÊÂĂƠ]{8,15})\d{0,2}"  # as long as a word, or "BCĐLNATTP"
_NUMBER = (
    rf"(?:(?<![\d.])\d{{1,4}}\.(?=\d{{1,2}}/(?:19|20)\d\d/))?\d{{1,5}}[a-zA-Z]?\s*(?:/\s*(?:19|20)\d\d\s*)?(?:[-–/]\s*{_SIGN}\s*)(?:(?:[-–/]\s*|\.|&(?:\s(?=[A-ZĐ]{{2,}}\b))?){_SIGN}\s*){{0,3}}"  # "66.7/2025/NQ-CP"
    r"|\d{1,3}/(?:19|20)\d\d/QH\d{2}|\d{1,3}\s*-\s*CT/TW"
)
_NUM_MAY_START = re.compile(rf"\d[a-zA-Z]?\s*[-–/]\s*(?:{_SIGN[:_SIGN.index(']') + 1]}|(?:19|20)\d\d\s*[-–/])")  # a quick search that most texts end
_NUM = re.compile(rf"(?=\d)(?P<number>{_NUMBER})(?!\w)")  # told first that it begins with a digit: few places are looked at
_DATE = re.compile(
    r"^[\s,(]*(?:ký\s+|ban hành\s+)?ngày\s+(?P<d>\d{1,2})\s*(?:/|-|\.|\s+tháng\s+)\s*(?P<m>\d{1,2})\s*(?:/|-|\.|[\s,]+năm\s+)\s*(?P<y>\d{4})", re.IGNORECASE)
_DATE_BEFORE = re.compile(_DATE.pattern[1:] + r"[\s,]*số\s*:?\s*$", re.IGNORECASE)  # "Nghị quyết ngày 22/12/2024 số 57-NQ/TW"
# "Nghị quyết số 57-NQ/TW của Bộ Chính trị, ngày 22/12/2024 về …": the date stands behind who issued it, and no sentence of its own opens with it.
_DATE_BEHIND = re.compile(_DATE.pattern + r"(?=\s*(?:về\b|[;.)]|$))", re.IGNORECASE)
# What follows a capital in the name of a ministry or department: "Nông nghiệp và Phát triển nông thôn".
_SYLLABLE = (r"(?:\s+(?:nghiệp|triển|nông|thôn|tin|thông|dục|tạo|động|binh|hội|nguyên|trường|hóa|hoá|thao|lịch|học|nghệ|hoạch|tư|vụ|tế|pháp|"
             r"chính|thương|dựng|tải|an|phòng|tộc|giáo|giao)(?!\w)){0,3}")
_PLACE = r"(?:\s+[A-ZĐÀ-Ỹ][\wÀ-ỹ]*){0,4}"
_ISSUER = re.compile(
    r"^[\s,)]*(?:được\s+)?của\s+(?P<issuer>(?:Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương(?:\s+Đảng)?(?:\s+khóa\s+[XIV]+)?|Ban Chấp hành Đảng bộ tỉnh|"
    r"Ban Chỉ đạo Trung ương|BCĐ Trung ương|Ban Chỉ đạo(?:\s+(?!về\s+(?:việc|thực|triển|ban|tổ|xây|tăng|đẩy)|ban hành|triển khai|UBND|[ỦU]y ban|U[ỷỶ] ban)[^\s,;.(]+){0,14}|Chính phủ|Thủ tướng Chính phủ|Quốc hội|(?:Ủy|Uỷ) ban Thường vụ Quốc hội|Chủ tịch nước|"
    r"(?:Ban Thường vụ |Ban Chấp hành )?(?:(?:Tỉnh|Thành|Đảng|Huyện) (?:ủy|uỷ)|Đảng bộ)(?:\s+(?:(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+)?(?:tỉnh|thành phố|xã|phường|đặc khu))?(?:\s+[A-ZĐÀ-Ỹ][\wÀ-ỹ]*){0,3}|"
    r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Chủ tịch UBND|Chủ tịch Ủy ban nhân dân)\s+(?:tỉnh|thành phố|Thành phố|TP\.?|xã|phường|đặc khu|huyện)"
    rf"{_PLACE}|(?:(?:Bộ trưởng|Giám đốc)\s+)?(?:Bộ|Sở)\s+[A-ZĐÀ-Ỹ][\wÀ-ỹ]*{_SYLLABLE}(?:(?:\s*,|\s+và|\s*-)?\s+(?!Bộ\b|Sở\b)[A-ZĐÀ-Ỹ][\wÀ-ỹ]*{_SYLLABLE}){{0,5}}|"
    r"(?:Ban (?:Tổ chức|Tuyên giáo(?: và Dân vận)?|Dân vận|Nội chính)|(?:Ủy|Uỷ) ban Kiểm tra|Văn phòng)\s+(?:Trung ương(?: Đảng)?|(?:Tỉnh|Thành|Đảng) (?:ủy|uỷ)|(?:UBND|Ủy ban nhân dân) (?:tỉnh|thành phố|Thành phố))"
    rf"{_PLACE}|(?:Ban Thường trực )?(?:Ủy|Uỷ) ban (?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?(?: (?:tỉnh|thành phố|Thành phố|xã|phường|đặc khu))?{_PLACE}|"
    rf"(?:Công an|Bảo hiểm xã hội|Thanh tra|Bộ Chỉ huy Quân sự|Bộ CHQS) (?:tỉnh|thành phố|Thành phố){_PLACE}|"
    r"Ngân hàng Nhà nước(?:\s+Việt Nam)?|Văn phòng Chính phủ|Thanh tra Chính phủ|Ủy ban Trung ương[^,;.]{0,30}))")


@frozen
class CitationMention:
    """One mention. `number` is normalised (no spaces, plain dashes), `date` ISO or None, `start` its offset."""

    number: str
    doc_type: str | None
    date: str | None
    issuer: str | None
    start: int


_DASH = re.compile(r"[‐-―−]")
_FIGURE_FIRST = re.compile(r"^\d+[a-z]?")
_FIRST_SIGN = re.compile(r"(?<=[-/])[^\W\d]+")
_MEASURED = re.compile(r"Gbps|Mbps|km|USD|GRDP")
_KIND_SIGN = re.compile(r"-(?:NQ|QĐ|KH|CT|CTr|KL|HD|QC|ĐA|TB|CV)")


def normal_number(raw: str) -> str:
    """"57 – NQ/TW" → "57-NQ/TW"; the sign of a title in capitals as it is written elsewhere."""
    number = _DASH.sub("-", "".join(raw.split())).rstrip("-/.")
    return number[:-1] + "g" if number.endswith("-TTG") else number


def may_cite(texts: Sequence[str]) -> list[int]:
    """Which of many texts, by their place, `find_citations` may find anything in: one search over all of them, which few end."""
    joined = "\0".join(texts)  # no part of a number, and no white space
    ends = [end - 1 for end in accumulate([len(text) + 1 for text in texts])]
    out: list[int] = []
    at = 0
    while (m := _NUM_MAY_START.search(joined, at)) is not None:
        out.append(bisect_left(ends, m.end()))
        at = ends[out[-1]]
    return out


def find_citations(text: str) -> list[CitationMention]:
    """Mentions of numbered documents in one paragraph, in order. Linear in the length of the text."""
    if ("/" not in text and "-" not in text and "–" not in text) or not (may := _NUM_MAY_START.search(text)):
        return []
    clean = squash(text)
    if clean != text and not (may := _NUM_MAY_START.search(clean)):
        return []
    out: list[CitationMention] = []
    previous_end = dated_end = 0  # of the number before, and of its date
    for m in _NUM.finditer(clean, max(0, may.start() - 4)):
        number = normal_number(m["number"])
        if not _plausible(number):
            continue
        before = clean[max(previous_end, m.start() - 60): m.start()]
        doc_type = None
        types = list(_TYPE.finditer(before.lower()))
        joined = _JOINED.fullmatch(before)
        if types:
            gap = before[types[-1].end():]
            if len(gap) <= 28 and "." not in gap and ";" not in gap:
                doc_type = _as_type(types[-1]["type"])
        elif out and previous_end and (joined or (_JOINED.fullmatch(clean, dated_end, m.start()) and _kind(number) == _kind(out[-1].number))):
            doc_type = out[-1].doc_type
        if doc_type in (None, "Văn bản") and _OF_ASSEMBLY.search(number) and _LAW.search(clean[max(previous_end, m.start() - 130) : m.start()]):
            doc_type = "Luật"
        has_so = bool(_HAS_SO.search(before))
        if doc_type is None and _FORM.search(before):
            continue
        if doc_type is None and not has_so and not _OF_KIND.search(number):
            continue
        rest = clean[m.end(): m.end() + 260]
        date = None
        d = _DATE.match(rest)
        if d:
            date = _iso(d)
            rest = rest[d.end():]
        dated_end = m.end() + (d.end() if d else 0)
        issuer = _ISSUER.match(rest)
        if d is None and types and (d := _DATE_BEFORE.match(before[types[-1].end() :])):
            date = _iso(d)
        if d is None and issuer is not None and (d := _DATE_BEHIND.match(rest[issuer.end() :])):
            date = _iso(d)
        out.append(CitationMention(number, doc_type, date, issuer["issuer"].strip() if issuer else None, m.start()))
        previous_end = m.end()
    return out


def _iso(d: re.Match[str]) -> str | None:
    return f"{int(d['y']):04d}-{int(d['m']):02d}-{int(d['d']):02d}" if 1 <= int(d["m"]) <= 12 and 1 <= int(d["d"]) <= 31 else None


def _kind(number: str) -> str:
    """"NQ" of "57-NQ/TW" and "71/NQ-CP"."""
    found = _FIRST_SIGN.search(number)
    return found[0] if found else ""


def _as_type(raw: str) -> str:
    return _BY_FOLDED.get(fold(raw), raw)


def _plausible(number: str) -> bool:
    """A document number has letters of a kind and issuer: not "24/7", not "3G/4G", not a bare date."""
    letters = _FIGURE_FIRST.sub("", number)
    caps = sum(map(str.isupper, letters))
    if caps < 2 or _MEASURED.search(letters):
        return False
    return "/" in number or bool(_KIND_SIGN.search(number))
