"""Plan metadata from the frame: who issued it, where, when, under which number and title, who signs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from extractors.central_bodies import central_organ, is_central
from extractors.frame import DOC_TYPES
from extractors.header_bodies import COMMON, MOTTO, branch, broken_names, goes_on, unmottoed
from extractors.issue_dates import issue_date
from extractors.raw import RawPlan
from extractors.signed_posts import printed_posts
from normalizers.deadlines import title_period
from normalizers.places import Commune, commune_mentions, marked_provinces, province_mentions
from normalizers.text import fold, join_lines, squash
from normalizers.units import parse_units

_NUMBER = re.compile(r"(?:^|[\s(])số\s*[:.]?\s*(?P<n>\d{1,5}[a-zA-Z]?)\s*(?P<sign>(?:/\s*[A-ZĐa-zđ]+(?: [-–] ?|[-–] )(?-i:[A-ZĐƯ]{2,})(?![\w,])|[-–/]\s*[A-ZĐa-zđƯưÀ-ỹ0-9]+)(?:&[A-ZĐƯÀ-Ỹ][A-ZĐa-zđƯưÀ-ỹ0-9]*)*(?:(?:[-–]| ?/)\s*[A-ZĐa-zđƯưÀ-ỹ0-9]+(?:&[A-ZĐƯÀ-Ỹ][A-ZĐa-zđƯưÀ-ỹ0-9]*)*)*)", re.IGNORECASE)
_NAME = re.compile(r"^(?:(?:ThS|TS|PGS|GS|BS|DS|KS|CN|LS|Ths|Th\.S|Thạc sĩ|Tiến sĩ|Bác sĩ|(?:BS\.?\s?)?CK\s?(?:I{1,2}|[12])|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý))\b\.?\s*)*(?P<name>[A-ZĐÀ-Ỹ][a-zđà-ỹA-ZĐÀ-Ỹ]*['’]?(?:(?:\s+|(?<=['’]))[A-ZĐÀ-Ỹ][a-zđà-ỹA-ZĐÀ-Ỹ]*['’]?){1,4})$")
_POST = re.compile(r"^(?:(?:T/?M|KT|TL|TUQ|Q)\s*\.?\s+|T/M\s+)?[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ\s.,&-]+$")
_BODIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("Ban Chỉ đạo", re.compile(r"^(?:ban chỉ đạo|bcđ)\b")),
    ("Đảng ủy", re.compile(r"^(?:đảng ủy|đảng bộ|ban thường vụ đảng ủy|ban thường vụ(?! (?:đoàn|hội|công đoàn|liên đoàn|xã đoàn|tỉnh đoàn|thành đoàn|lđlđ))|ban chấp hành đảng bộ|btv đảng ủy)\b")),
    ("Ủy ban MTTQ", re.compile(r"^(?:ủy ban (?:mặt trận|mttq)|ủy ban mttq|ubmttq|mặt trận tổ quốc|mttq|ban thường trực ủy ban mttq)")),
    ("Ủy ban bầu cử", re.compile(r"^ủy ban bầu cử\b")),
    ("HĐND", re.compile(r"^(?:hội đồng nhân dân|hđnd)\b")),
    ("UBND", re.compile(r"^(?:ủy ban nhân dân|ubnd)\b")),
)
_BODY = re.compile(r"(?<!\w)(?:ban chỉ đạo|ban thường vụ đảng ủy|ban thường vụ|đảng ủy|ủy ban nhân dân|ubnd|ủy ban mttq|ủy ban mặt trận|ubmttq|hội đồng nhân dân|hđnd)(?!\w)")
_UNION = re.compile(r"(?:ĐOÀN (?:TNCS|THANH NIÊN|(?:TỈNH|XÃ|PHƯỜNG|THÀNH PHỐ)(?= ))|HỘI (?:LIÊN HIỆP|LHPN|LHTN|NÔNG DÂN|CỰU CHIẾN BINH|CCB|CHỮ THẬP ĐỎ|NGƯỜI CAO TUỔI|KHUYẾN HỌC|PHỤ NỮ)|(?:TỔNG )?LIÊN ĐOÀN LAO ĐỘNG|(?:TỈNH|THÀNH|HUYỆN) ĐOÀN|CÔNG ĐOÀN)\b")
_UNION_LINE = re.compile(rf"(?:(?:BAN THƯỜNG VỤ|BAN CHẤP HÀNH|BTV|BCH) )?({_UNION.pattern}.*)")
_UNION_PLACE = re.compile(r"(?:XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ)\b")
_PLACE_OPEN = re.compile(rf"{_UNION_PLACE.pattern}$")
_INSTITUTION = re.compile(r"(?:BỆNH VIỆN|TRƯỜNG|TRUNG TÂM|VIỆN|TRẠM|CHI CỤC|CÔNG TY|TỔNG CÔNG TY|HỌC VIỆN|CÔNG AN|PHÒNG|BAN QUẢN LÝ)\b")
_BEHIND_NAME = frozenset(["tỉnh", "thành", "phố", "huyện", "xã", "phường", "đặc", "khu", "vực", "cơ", "sở", "và"])
_VOWEL = re.compile(r"[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
_OFFICE = re.compile(r"(?:SỞ|BẢO HIỂM XÃ HỘI|KHO BẠC NHÀ NƯỚC|NGÂN HÀNG|HỌC VIỆN|BAN QUẢN LÝ|BAN DÂN TỘC|CỤC|CHI CỤC|TỔNG CỤC|VỤ|VĂN PHÒNG|THANH TRA|PHÒNG|TRUNG TÂM|TRƯỜNG|VIỆN|BỆNH VIỆN|TRẠM)\b")
_BOARD = re.compile(r"(?:BAN (?:TỔ CHỨC|TUYÊN GIÁO|DÂN VẬN|NỘI CHÍNH|XÂY DỰNG ĐẢNG)|[ỦU][ỶY] BAN KIỂM TRA)\b(?: VÀ DÂN VẬN)?(?! ĐẠI HỘI)")  # of a Party committee
_CELL = re.compile(r"(?:CHI BỘ|ĐẢNG ĐOÀN|BAN CÁN SỰ ĐẢNG)\b")
_ISSUES = re.compile(r"(?<!\w)(?:xây dựng|ban hành|đề ra|quyết định|lập)(?!\w)")
_ACRONYM_ISSUER = {"UBND": "UBND", "ĐU": "Đảng ủy", "BTVĐU": "Đảng ủy", "BCĐ": "Ban Chỉ đạo", "HĐND": "HĐND", "MTTQ": "Ủy ban MTTQ", "MTTW": "Ủy ban MTTQ"}


@dataclass(frozen=True, slots=True)
class RawMetadata:
    """Plan fields as RECORDS.md's "Plan" table defines them; None where nothing in the document says it."""

    commune: str | None
    commune_type: str | None
    commune_code: str | None
    province: str | None
    province_code: str | None
    issuer: str | None
    doc_type: str | None
    number: str | None
    issue_date: str | None
    title: str | None
    period: str | None
    signer: str | None
    signer_title: str | None
    confidence: float = 1.0


def read_metadata(plan: RawPlan) -> RawMetadata:
    """Metadata of a raw plan. Pure; reads only what is printed."""
    title = _title(plan)
    number = _number(plan)
    date = _issue_date(plan)
    issuer = _issuer(plan, number)
    province = _province(plan)
    commune = _commune(plan, title, province)
    signer, post = _signer(plan)
    code = None
    if commune is not None:
        known = [c for c in commune[2] if province is None or fold(c.province) == fold(province[0])]
        if len(known) == 1 and (province is not None or len(commune[2]) == 1):
            code = known[0].code
    return RawMetadata(
        commune=commune[1] if commune else None, commune_type=commune[0] if commune else None, commune_code=code,
        province=province[0] if province else None, province_code=province[1] if province else None, issuer=issuer,
        doc_type=_doc_type(plan, title, number), number=number, issue_date=date, title=title,
        period=title_period(title, date) if title else None, signer=signer, signer_title=post)


def _title(plan: RawPlan) -> str | None:
    parts: list[str] = []
    noted = False  # inside "(Ban hành kèm theo Quyết định số … | của Bộ trưởng …)", which may run over several lines
    for t in plan.title:
        noted = noted or bool(re.match(r"\(?\s*(?:ban hành )?kèm theo", fold(t)))
        if not noted and not re.fullmatch(r"[-_=*.–— ]+", t):
            parts.append(t)
        noted = noted and ")" not in t
    text = join_lines(parts).strip(" .;")
    return text or None


def _doc_type(plan: RawPlan, title: str | None, number: str | None) -> str | None:
    if plan.doc_type:
        folded = fold(plan.doc_type)
        for name in DOC_TYPES:
            if folded.startswith(name) or folded.replace(" ", "") == name.replace(" ", ""):
                base = {"kế hoạch triển khai": "kế hoạch", "chương trình công tác": "chương trình", "kế hoạch hành động": "kế hoạch"}.get(name, name)
                return base[:1].upper() + base[1:]
    for text in [*plan.closing, *plan.intro]:
        m = re.search(r"(?:trên đây là|ban hành|xây dựng)\s+(?:nội dung )?(" + "|".join(DOC_TYPES) + r")\b", fold(text))
        if m:
            base = "kế hoạch" if m[1].startswith("kế hoạch") else m[1]
            return base[:1].upper() + base[1:]
    if number:
        m = re.search(r"[-/](KH|CTr|QĐ|NQ|ĐA|CT|HD)\b", number)
        if m:
            return {"KH": "Kế hoạch", "CTr": "Chương trình", "QĐ": "Quyết định", "NQ": "Nghị quyết", "ĐA": "Đề án", "CT": "Chỉ thị",
                    "HD": "Hướng dẫn"}[m[1]]
    return None


def _issued_with(plan: RawPlan) -> list[str]:
    """"(Kèm theo Kế hoạch số 12/KH-UBND ngày …)" of the appendices, or under the title of one that stands in a file of its own."""
    return [*plan.annex_notes, *(t for t in plan.title if re.match(r"\(?\s*(?:ban hành )?kèm theo", fold(t)))]


def _number(plan: RawPlan) -> str | None:
    # "Số:" / "3104/QĐ-UBND": the browser's text breaks inside the cell.
    broken = [f"{a} {b}" for a, b in pairwise(plan.header) if re.fullmatch(r"số ?:?", fold(a))]
    for text in [*plan.header, *broken]:
        m = _NUMBER.search(text)
        if m:
            return re.sub(r"[–—]", "-", re.sub(r"\s+", "", m["n"] + m["sign"]))
    for text in _issued_with(plan):
        m = _NUMBER.search(text)
        if m:
            return re.sub(r"[–—]", "-", re.sub(r"\s+", "", m["n"] + m["sign"]))
    return None


def _issue_date(plan: RawPlan) -> str | None:
    return issue_date(plan.header, _issued_with(plan))


def _issuer(plan: RawPlan, number: str | None) -> str | None:
    header = [fold(t) for t in plan.header]
    if union := _mass_organisation(plan.header):
        return union
    if cell := next((bare for bare in map(_bare, plan.header) if bare.isupper() and _CELL.match(bare)), None):
        return _normal_case(cell)
    if board := next((_BOARD.match(bare) for bare in map(_bare, _joined(plan.header)[1:]) if bare.isupper() and _BOARD.match(bare)), None):
        return "Ủy ban Kiểm tra" if board[0].endswith("KIỂM TRA") else parse_units(board[0])[0].name
    for name, pattern in _BODIES:
        if name != "UBND" and any(pattern.match(t) for t in header):
            return name
    if organ := central_organ([_bare(line) for line in _joined(plan.header)], plan.signature):
        return organ
    if committee := next((m[0] for t in header if (m := re.match(r"(?:tỉnh|thành) ủy(?= \w|$)", t))), None):
        return committee.capitalize()
    if own := _subordinate(plan.header):
        return own
    if any(_BODIES[-1][1].match(t) for t in header):
        return "UBND"
    if office := branch([_bare(text) for text in _joined(plan.header)], _normal_case):
        return office
    for text in reversed(plan.intro):
        if found := _issuing_body(fold(text)):
            return found
    for text in plan.signature:
        bare = re.sub(r"^(?:t/?m\.?|tm\.?)\s*", "", fold(text))
        for name, pattern in _BODIES:
            if pattern.match(bare):
                return name
    if number:
        tail = re.split(r"[-/]", number)[-1]
        if tail in _ACRONYM_ISSUER:
            return _ACRONYM_ISSUER[tail]
    for text in plan.signature:
        if "ubnd" in fold(text) or re.search(r"\bchủ tịch\b", fold(text)):
            return "UBND"
        if re.search(r"\bbí thư\b", fold(text)):
            return "Đảng ủy"
    for text in [_bare(text) for text in _joined(plan.header)[:8]]:
        if re.match(r"(?:BỘ|SỞ|BAN|HỘI|ĐOÀN|CHÍNH PHỦ|THỦ TƯỚNG|CỤC|VIỆN)\b", text):
            return _normal_case(text)
    return None


def _subordinate(header: list[str]) -> str | None:
    """"UBND TỈNH X / SỞ Y TẾ": under the name of its superior stands the body that issues (Nghị định 30/2020, II.2). Under a department it is
    the hospital or school that its header names last."""
    lines = [_bare(text) for text in _joined(header)]
    superior = False
    found: str | None = None
    for i, bare in enumerate(lines):
        if re.match(r"(?:ủy ban nhân dân|ubnd|bộ)\b", fold(bare)):
            superior = True
        elif i and _PLACE_OPEN.search(lines[i - 1]):
            continue  # "UBND XÃ" / "VỤ BỔN" is no office
        elif superior and bare.isupper() and (_INSTITUTION if found else _OFFICE).match(bare):
            found = _proper(" ".join([bare, *goes_on(lines[i + 1:], bare)] if _INSTITUTION.match(bare) else [bare]))
        elif re.match(r"(?:SỞ|ĐẠI HỌC|TỔNG CÔNG TY|TẬP ĐOÀN)\b", bare) and bare.isupper():
            superior = True
    return found


def _bare(text: str) -> str:
    """A header line without the motto that a dump sets beside it."""
    return MOTTO.split(squash(text))[0].strip(" -_*")


def _mass_organisation(header: list[str]) -> str | None:
    """The youth or women's union, trade union … that the header names, whatever stands above it: of a union of the province
    and one of the commune under it ("HỘI LHPN TỈNH X" / "BAN THƯỜNG VỤ HỘI LHPN" / "XÃ Y") the last, with its place."""
    lines = [_bare(text) for text in header]
    named = [(i, m[1]) for i, line in enumerate(lines) if line.isupper() and (m := _UNION_LINE.match(line))]
    if not named:
        return None
    # "BCH ĐOÀN TỈNH X" beside "ĐOÀN TNCS HỒ CHÍ MINH": the union of all is the motto there.
    at, name = next((n for n in reversed(named) if n[1] != "ĐOÀN TNCS HỒ CHÍ MINH" or n is named[0]), named[-1])
    below = lines[at + 1] if at + 1 < len(lines) else ""
    if ((_UNION_PLACE.match(below) and below.isupper()) or below == "VIỆT NAM") and not _UNION_PLACE.search(name):
        name = f"{name} {below}"
    elif below.isupper() and re.search(r"(?:TỈNH|XÃ|PHƯỜNG|THÀNH PHỐ) \S+$", name) and len(below.split()) < 3 and goes_on([below], name):
        name = f"{name} {below}"  # "HỘI NÔNG DÂN TỈNH NINH" / "THUẬN"
    return _proper(name)


def _proper(text: str) -> str:
    """A body's name in capitals → normal case: the catalogue's wording where it knows the whole, else names capitalised."""
    named = parse_units(text)
    if len(named) == 1 and named[0].known and fold(named[0].name) == fold(text) and not (_UNION.match(text) and _UNION_PLACE.search(text)):
        return named[0].name
    if not _INSTITUTION.match(text) and not _UNION.match(text):
        return _normal_case(text)
    words: list[str] = []
    proper = False   # behind a word of a name a common one is the name's: "Đốc Binh Kiều"
    placed = False  # behind "tỉnh", "xã" stands a name: "tỉnh Thanh Hóa", but "Đoàn thanh niên"
    for w in text.split():
        common = w.lower() in (_BEHIND_NAME if proper else COMMON) and not placed
        proper = proper or (bool(words) and not common and w.isalpha() and bool(_VOWEL.search(fold(w))))
        words.append(w if not w.isalpha() or not _VOWEL.search(fold(w)) else w.lower() if common else w.title())
        placed = placed or bool(_UNION_PLACE.fullmatch(w)) or (w == "PHỐ" and words[-2:-1] == ["thành"])
    return " ".join(w[:1].upper() + w[1:] if i == 0 else w for i, w in enumerate(words)).replace("ông An", "ông an").replace(" đại học", " Đại học").replace(" trẻ em", " Trẻ em")


def _joined(header: list[str]) -> list[str]:
    """Header lines with a body's name over two lines made one: "SỞ NÔNG NGHIỆP" + "VÀ MÔI TRƯỜNG"."""
    out: list[str] = []
    for text in unmottoed(header):
        follows = re.match(r"VÀ\s|[A-ZĐÀ-Ỹ]+$", text) if out and out[-1].rstrip().endswith((",", " VÀ", " -")) else re.match(r"VÀ\s", text)
        whole = f"{out[-1].rstrip()} {text.strip()}" if out and out[-1].isupper() and text.isupper() else ""
        if (out and follows and out[-1].isupper()) or (whole and _is_known(whole)):
            out[-1] = f"{out[-1].rstrip()} {text.strip()}"
        else:
            out.append(text)
    return out


def _is_known(text: str) -> bool:
    """Whether a line of capitals is the whole name of a catalogue unit ("BỘ NÔNG NGHIỆP VÀ MÔI" + "TRƯỜNG")."""
    named = parse_units(text)
    return len(named) == 1 and named[0].known and fold(named[0].name) == fold(text)


def _normal_case(text: str) -> str:
    """"THỦ TƯỚNG CHÍNH PHỦ" → "Thủ tướng Chính phủ": capitals lowered, names of bodies capitalised."""
    if not text.isupper():
        return text
    if _is_known(text):
        return parse_units(text)[0].name
    low = text.lower()
    out = low[:1].upper() + low[1:]
    for word in ("Chính phủ", "Quốc hội", "Việt Nam", "Trung ương"):
        out = re.sub(word, word, out, flags=re.IGNORECASE)
    return re.sub(r"^(Bộ|Sở|Cục|Viện) (\w)", lambda m: f"{m[1]} {m[2].upper()}", out)


def _issuing_body(folded: str) -> str | None:
    """The body that "xây dựng / ban hành" something in an introduction: the nearest one in front that is not "của X"."""
    found = None
    for verb in _ISSUES.finditer(folded):
        bodies = [m for m in _BODY.finditer(folded, max(0, verb.start() - 260), verb.start())
                  if not re.search(r"(?:của|tại|do|bởi)\s+$", folded[:m.start()])]
        for m in reversed(bodies):
            name = next((name for name, pattern in _BODIES if pattern.match(m[0])), None)
            if name and not re.match(r"ban thường vụ (?:tỉnh|thành) ủy|ban chỉ đạo trung ương|(?:ủy ban nhân dân|ubnd) (?:tỉnh|thành phố)\b(?=[^;]*[,;])", folded[m.start():]):
                found = name
                break
    return found


_CAPITAL = "Hà Nội"


def _province(plan: RawPlan) -> tuple[str, str] | None:
    """The province of the header, else the one that the text marks as such most often; former names only if alone."""
    header = "\n".join([*plan.header, broken_names([_bare(text) for text in unmottoed(plan.header)])])
    if is_central(plan.header):
        # "Hà Nội, ngày …" is where a central body sits; below it "Viện kiểm sát nhân dân tỉnh X", "Khánh Hòa, ngày …" tell whose plan it is.
        return next(((m.province.name, m.province.code) for m in province_mentions(header) if m.marked or m.province.name != _CAPITAL), None)
    own = ""
    for mention in province_mentions(header):
        seat = mention.former and [fold(c.name) for c in commune_mentions(header)[:1]] == [fold(mention.name)]  # "Hòa Bình, ngày …" of a commune of that name
        if mention.marked or not (seat or (own := _named_like(header, mention.province.name))):
            return mention.province.name, mention.province.code
    votes: Counter[tuple[str, str]] = Counter()
    former: Counter[tuple[str, str]] = Counter()
    text = " ".join([*plan.title, *plan.intro, *plan.closing, *plan.annex_notes, *[line.text for line in plan.text_lines]])
    for mention in marked_provinces(text):
        (former if mention.former else votes)[mention.province.name, mention.province.code] += 1
    for counter in (votes, former):
        if counter:
            return max(counter, key=lambda k: (counter[k], k))
    return next(((m.province.name, m.province.code) for m in province_mentions(header) if m.province.name == own), None) if own else None


def _named_like(header: str, province: str) -> str:
    """The name of a province that the commune of the header bears, or " " where no commune of that name lies in it: then "Quảng Ninh,
    ngày …" tells no province; "" where the commune bears another name."""
    own = commune_mentions(header)[:1]
    if not own or fold(own[0].name) != fold(province):
        return ""
    return province if any(fold(c.province) == fold(province) for c in own[0].known) or not own[0].known else " "


def _commune(plan: RawPlan, title: str | None, province: tuple[str, str] | None) -> tuple[str, str, tuple[Commune, ...]] | None:
    """The commune that issues the plan: of the header, else of title, introduction and closing by majority.

    A plan of a province, department or ministry names no commune of its own there."""
    header = "\n".join([*plan.header, broken_names([_bare(text) for text in unmottoed(plan.header)])])
    in_header = commune_mentions(header)
    if in_header:
        return in_header[0].type, in_header[0].name, in_header[0].known
    folded_header = [fold(t) for t in plan.header]
    if any(re.match(r"(?:(?:ủy ban nhân dân|ubnd|hội đồng nhân dân) )?(?:tỉnh|thành phố|thị xã|huyện|quận)\b", t) for t in folded_header):
        return None  # former districts and their towns, too
    if any(re.match(r"(?:bộ|thủ tướng|chính phủ|sở)\b", t) for t in folded_header):
        return None
    votes: Counter[tuple[str, str]] = Counter()
    known: dict[tuple[str, str], tuple[Commune, ...]] = {}
    own = [title or "", *plan.intro[-1:], *plan.closing, *plan.signature, *plan.annex_notes]
    for text in own:
        for mention in commune_mentions(squash(text)):
            votes[(mention.type, mention.name)] += 1
            known[(mention.type, mention.name)] = mention.known
    if not votes:
        return None
    best = max(votes, key=lambda k: (votes[k], k))
    return best[0], best[1], known[best]


def _torn(name: str) -> bool:
    """Whether a scanned name is what a pen's strokes left of it: "Trần TÌ ÿ Lan"."""
    return "ÿ" in name or any(len(word) > 1 and word.isupper() for word in name.split()[1:-1])


def _signer(plan: RawPlan) -> tuple[str | None, str | None]:
    """Name and printed title: the first block of capitals (TM./KT./post) and the name under it."""
    posts: list[str] = []
    name: str | None = None
    again = {*unmottoed(plan.header), "VIỆT NAM"} - {""}  # the head of what is issued, behind a signature with the name in capitals
    for text in plan.signature:
        clean = squash(text).strip(" .")
        if posts and clean in again:
            break
        if re.search(r"\d{4}-\d\d-\d\d|sign|ký bởi|ngày ký|@", clean, re.IGNORECASE):
            continue
        m = _NAME.match(clean)
        if m and not clean.isupper() and not _torn(m["name"]):
            name = clean if m["name"] != clean else m["name"]
            break
        mixed = re.match(r"^(?P<post>[A-ZĐÀ-Ỹ.,/\s&-]{4,}?)\s+(?P<name>(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]+\s*){2,5})$", clean)
        if mixed:
            posts.append(mixed["post"].strip())
            name = mixed["name"].strip()
            break
        if clean.isupper() and _POST.match(clean):
            posts.append(clean)
    posts = printed_posts(posts)
    title = " ".join(posts) if posts else None
    if name is None and len(posts) > 1 and not posts[-2].endswith((",", "-")) and _NAME.match(posts[-1]) and not re.search(r"CHỦ TỊCH|BÍ THƯ|TRƯỞNG|THỦ TƯỚNG|\bPHÓ\b|GIÁM ĐỐC|THƯ KÝ|THƯỜNG TRỰC|UBND|CÔNG AN", posts[-1]):
        name, title = posts[-1].title(), " ".join(posts[:-1])
    return name, title
