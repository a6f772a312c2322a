"""Owner cells that print one unit a line and no mark between ("BGH | GVCN các lớp | Phó Hiệu trưởng")."""

from __future__ import annotations

import re
from functools import lru_cache

from normalizers.text import fold, join_lines, squash
from normalizers.unit_tokens import tokenize
from normalizers.unit_vocab import match_head, match_unit
from normalizers.units import parse_units

_GOES_ON = re.compile(r"(?:[,;:\-–/&(+]|\b(?:và|các|của|với|hoặc|cùng|thuộc|tại|từng|mỗi|nơi|có|do|theo|gồm|ở|trong|về|cho))$", re.IGNORECASE)
_LONGEST_LINK = 6  # characters
# Wording that names who holds a post; "Kế toán", "Điều dưỡng" may close the name of an office as well, "Học sinh" one of an association.
_POST = re.compile(r"(?:phó |tổ trưởng|tổ phó|hiệu trưởng|ban giám hiệu|bgh|giáo viên|gvcn|gvbm|gv(?!\w)|tổng phụ trách|tpt|trưởng |bí thư|chủ tịch|chi hội trưởng)")
# Whom the office of the line above may belong to, where the column's edge broke its name: "Ban Tổ chức" over "Quận ủy", "Ban Chỉ huy" over "Bộ đội Biên phòng".
_WHOSE = re.compile(r"(?:(?:Đảng|Tỉnh|Thành|Huyện|Quận|Thị|Đoàn|Chi) ủy|Đảng bộ|Chi bộ|Ủy ban|UB|Hội đồng|HĐND|Mặt trận|MTTQ|Bộ đội|Liên đoàn|Hội |Tỉnh đoàn|Chi nhánh|Sở(?: |$)|Bộ )")
_OFFICE = re.compile(r"(?:Đồng chí |Đ/c )?(?:Ban (?!Quản lý)|Thường trực|Văn phòng|Ủy ban (?:Kiểm tra|Trung ương)|Ngân hàng|Chủ tịch|Phó |Bí thư|Phòng |Trưởng |Chánh |Bộ phận|Lãnh đạo|Cơ quan|Chi cục)")  # which may be such a body's
_PARTY = ("Đảng ủy", "Đảng uỷ", "ĐU")  # no association has a Party committee's office: "Văn phòng Đảng ủy" over "Hội Nông dân xã"
_ASSOCIATION = re.compile(r"(?:(?:Ủy ban |UB ?)?(?:MTTQ|Mặt trận)|Hội |Đoàn ủy|Liên đoàn)")
_BARE = frozenset(("phòng", "hội", "ban", "sở", "chi nhánh"))  # "… Khu kinh tế Hải" over "Phòng": no unit calls itself so
_COURTESY = re.compile(r"(?:đồng chí|đ/c|thầy|cô|ông|bà)(?: |\.)")
_SCHOOL_HEADS = re.compile(r"(?:ban giám hiệu|bgh|(?:phó )?hiệu trưởng)")
_SCHOOL = re.compile(r"(?:nhà |các )?trường|trung tâm|học viện")


def listed_owners(lines: list[str]) -> str | None:
    """The lines of a cell as one list of owners, a semicolon where a line begins another unit; None where none does."""
    for line in lines[1:]:
        if line[:1].isupper():
            return _listed(tuple(lines))
    return None


@lru_cache(maxsize=4096)
def _listed(lines: tuple[str, ...]) -> str | None:
    first, *rest = map(squash, lines)
    pieces = [[first]]
    width = max(map(len, lines))
    for line in rest:
        broken = len(pieces[-1][-1]) + 1 + len(line.partition(" ")[0]) > width  # its first word found no room in the line above
        if line[:1].isupper() and not (broken and _goes_on(join_lines(pieces[-1]), line)) and _begins_another(join_lines(pieces[-1]), line):
            pieces.append([line])
        else:
            pieces[-1].append(line)
    return "; ".join(join_lines(piece) for piece in pieces) if len(pieces) > 1 else None


def _goes_on(above: str, line: str) -> bool:
    """Whether a line that the column's edge began may go on with the name above it: whose office that is, a noun alone ("Vụ Chính sách" over "Thuế"),
    a field that is a body's noun elsewhere ("Tập đoàn Bưu chính" over "Viễn thông Việt Nam")."""
    tokens = tokenize(line)
    head = match_head(tokens, 0)
    alone = head is not None and head[0] == len(tokens) and len(tokens) < 3 and head[1].kind != "person"
    office = re.split(r"[;,]", above)[-1].strip(" -–+*•")
    return _is_its_office(office, line) or alone or (head is not None and not head[1].strong and head[1].kind != "person" and match_unit(tokens, 0) is None)


def _is_its_office(office: str, line: str) -> bool:
    """Whether `line` names whose `office` is: an office that says so itself ("Văn phòng Đảng ủy") is nobody else's, and no association has a "Phòng"."""
    noun = _OFFICE.match(office)
    if noun is None or not _WHOSE.match(line) or _WHOSE.search(office, noun.end()) or (line.startswith("Hội ") and office.endswith(_PARTY)):
        return False
    return not ((office.startswith("Phòng ") and _ASSOCIATION.match(line)) or (office.startswith("Ngân hàng") and not line.startswith("Chi nhánh")))


def _many(above: str) -> bool:
    """Whether the list of owners `above` ends with all of a kind, whom no body behind them can own: "Doanh nghiệp", "Nhân dân", "Địa phương"."""
    tokens = tokenize(re.split(r"[;,]", above)[-1].strip(" -–+*•"))
    hit = match_unit(tokens, 0) if tokens else None
    return hit is not None and hit[0] == len(tokens) and hit[1].kind == "collective"


def _begins_another(above: str, below: str) -> bool:
    """Whether the line `below`, which opens with a capital, begins a unit of its own and the wording above it is a whole one."""
    if _GOES_ON.search(above, max(0, len(above) - _LONGEST_LINK)) or above.count("(") > above.count(")"):
        return False
    folded = fold(below)
    courtesy = bool(_COURTESY.match(folded))
    if folded in _BARE and not courtesy:
        return False
    others = parse_units(below)  # short: most lines that begin nothing are told by it, before what grows line by line is read
    if not others:
        return False
    many = _many(above)
    if not courtesy and others[0].kind != "person" and ((others[0].kind == "authority" and not many) or (not others[0].known and match_head(tokenize(below), 0) is None)):
        return False
    units = parse_units(above)
    if not units:
        return False
    last = tokenize(units[-1].raw)
    plural = len(last) > 3 and last[0].key == "các" and last[1].key == "trường"  # "Các trường tiểu học"
    head, name = match_head(last, 1 if plural else 0), fold(units[-1].raw)
    person = bool(_COURTESY.match(name)) or (head is not None and head[1].kind == "person")
    letters = " " not in name and not units[-1].known and not _SCHOOL_HEADS.fullmatch(name)  # "…; BCH" over "Quân sự đặc" over "khu"
    whole = head is not None and not (head[0] == len(last) and (head[1].takes_unit or len(last) < 3 or letters))
    if courtesy:
        begins = person or whole
    elif many:
        opening = match_head(tokenize(below), 0)
        begins = others[0].known or (opening is not None and opening[1].strong)
    elif head is None:
        begins = False
    elif others[0].kind == "person":
        begins = person or (whole and bool(_POST.match(folded)))
    elif _SCHOOL_HEADS.fullmatch(name):
        begins = not _SCHOOL.match(folded)
    else:
        begins = whole
    if not begins:
        return False
    joined = parse_units(f"{above} {below}")
    return len(joined) == len(units) + len(others) - 1 and not joined[len(units) - 1].known  # else nothing is glued, or it is a name of the catalogue
