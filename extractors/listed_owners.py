"""Owner cells that print one unit a line and no mark between ("BGH | GVCN các lớp | Phó Hiệu trưởng")."""

from __future__ import annotations

import re
from functools import lru_cache

from normalizers.text import fold, join_lines, squash
from normalizers.unit_tokens import tokenize
from normalizers.unit_vocab import match_head
from normalizers.units import parse_units

_GOES_ON = re.compile(r"(?:[,;:\-–/&(+]|\b(?:và|các|của|với|hoặc|cùng|thuộc|tại|từng|mỗi))$", re.IGNORECASE)
# Wording that names who holds a post; "Kế toán", "Điều dưỡng" may close the name of an office as well, "Học sinh" one of an association.
_POST = re.compile(r"(?:phó |tổ trưởng|tổ phó|hiệu trưởng|ban giám hiệu|bgh|giáo viên|gvcn|gvbm|gv(?!\w)|tổng phụ trách|tpt|trưởng |bí thư|chủ tịch|chi hội trưởng)")
_BARE = frozenset(("phòng", "hội", "ban", "chi nhánh"))  # "… Khu kinh tế Hải" over "Phòng": no unit calls itself so
_COURTESY = re.compile(r"(?:đồng chí|đ/c|thầy|cô|ông|bà)(?: |\.)")
_SCHOOL_HEADS = re.compile(r"(?:ban giám hiệu|bgh|(?:phó )?hiệu trưởng)")
_SCHOOL = re.compile(r"(?:nhà |các )?trường|trung tâm|học viện")


def listed_owners(lines: list[str]) -> str | None:
    """The lines of a cell as one list of owners, a semicolon where a line begins another unit; None where none does."""
    if not any(line[:1].isupper() for line in lines[1:]):
        return None
    return _listed(tuple(lines))


@lru_cache(maxsize=4096)
def _listed(lines: tuple[str, ...]) -> str | None:
    pieces: list[list[str]] = []
    for line in map(squash, lines):
        if pieces and not _begins_another(join_lines(pieces[-1]), line):
            pieces[-1].append(line)
        else:
            pieces.append([line])
    return "; ".join(join_lines(piece) for piece in pieces) if len(pieces) > 1 else None


def _begins_another(above: str, below: str) -> bool:
    """Whether the line `below` begins a unit of its own and the wording above it is a whole one."""
    if not below[:1].isupper() or _GOES_ON.search(above) or above.count("(") > above.count(")"):
        return False
    units, others, joined = parse_units(above), parse_units(below), parse_units(f"{above} {below}")
    if not units or not others or len(joined) != len(units) + len(others) - 1 or joined[len(units) - 1].known:
        return False  # nothing is glued, or it is a name of the catalogue
    last = tokenize(units[-1].raw)
    head, folded = match_head(last, 0), fold(below)
    person = bool(_COURTESY.match(fold(units[-1].raw))) or (head is not None and head[1].kind == "person")
    open_name = head is not None and head[0] == len(last) and (head[1].takes_unit or len(last) < 3)
    if _COURTESY.match(folded):
        return person or (head is not None and not open_name)
    if head is None:
        return False
    if folded in _BARE:
        return False
    if others[0].kind == "person":
        return person or (not open_name and bool(_POST.match(folded)))
    if others[0].kind == "authority" or (not others[0].known and match_head(tokenize(below), 0) is None):
        return False
    if _SCHOOL_HEADS.fullmatch(fold(units[-1].raw)):
        return not _SCHOOL.match(folded)
    return not open_name
