"""Tables that share a target out by columns: one row per indicator, one column per commune or unit that has to reach it.

Hands on one raw target per filled cell, `<indicator> - <who has to reach it>`, like the tables that share out by rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.cell_kinds import is_number_mark, unit_fit
from extractors.document import Cell, Line
from extractors.grid import Grid
from extractors.mark_columns import duty_mark, is_mark
from extractors.merged_headings import merge_header
from extractors.raw import RawTarget
from extractors.table_headers import column_roles, heading_role
from normalizers.measures import known_measure
from normalizers.target_cells import is_quantity_cell
from normalizers.text import CAPITALS, fold

# A heading that names one of those who get a share: "Xã Mai Sơn", "Thôn 3", "Khu phố Đông", "UBND phường Tô Hiệu".
_ONE = re.compile(r"(?:UBND )?(?:xã|phường|đặc khu|thị trấn|thôn|bản|làng|ấp|buôn|bon|khóm|xóm|khu phố|khu dân cư|khu|tổ dân phố|tdp|tiểu khu|tổ|trường|chi hội|chi bộ|sở) "
                  r"(?=[A-ZĐÀ-Ỹ\d])", re.IGNORECASE)
_OPENS = re.compile(rf"(?:UBND )?[{CAPITALS}]")
_TOTAL = re.compile(r"(?:tổng(?: (?:số|cộng|chung))?|(?:toàn|cả) trường|toàn (?:xã|phường|tỉnh|thành phố|đặc khu|ngành))")
# A heading over a table that shares targets out: "Chỉ tiêu giao từng thôn năm 2026", "Phân bổ chỉ tiêu cho các đơn vị".
_SHARES = re.compile(r"(?:giao|phân bổ|phân khai|chỉ tiêu|kế hoạch)\b.*\b(?:từng|các|mỗi) (?:thôn|bản|làng|ấp|buôn|khóm|xóm|khu|tổ|xã|phường|đơn vị|địa phương|trường|chi hội|chi bộ|chi đoàn)")
_BRACKET = re.compile(r"(.*\S) \(([^()]{1,20})\)")  # the measure stays last: "Hộ nghèo giảm (%)"
_KNOWN = 0.9
_LEAST_SHARE = 0.8  # of the filled cells below the names are values


def read_columns(whole: Grid, start: int, section: tuple[str, ...]) -> list[RawTarget] | None:
    """Targets of a table whose columns are those who get a share; None where a table is another kind. `start`: its header's rows."""
    grid, texts = whole.cells, whole.texts
    if not 0 < start < len(grid):
        return None
    kinds = [c for c, head in enumerate(texts[start - 1]) if c and _names_one(head)]
    named = _named_holders(texts[start - 1], section)
    who = max(kinds, named, _units(texts[start - 1]), _levels(texts[start - 1]), key=len)
    if len(who) < 2 or len({texts[start - 1][c] for c in who}) < len(who):
        return None
    heads = merge_header(texts[:start])
    roles = column_roles([head if c not in who else "" for c, head in enumerate(heads)])
    main = next((c for c, role in enumerate(roles[:who[0]]) if role in ("indicator", "task")), None)
    if main is None and named:  # "Chỉ tiêu giao" beside a heading that a scan misread
        main = next((c for c, head in enumerate(heads[:who[0]]) if roles[c] != "no" and fold(head).startswith("chỉ tiêu")), None)
    rows = [r for r in range(start, len(grid)) if len({id(cell) for cell in grid[r] if cell is not None}) >= 3 and not heads_again(texts, r, start)]  # no group rows
    filled = [t for r in rows for c in who if (t := texts[r][c]).strip(" -–—")]
    if main is None or not filled or sum(is_quantity_cell(t) or is_number_mark(t) for t in filled) < _LEAST_SHARE * len(filled) or all(is_mark(t) or duty_mark(t) for t in filled):
        return None
    measure = roles.index("measure") if "measure" in roles else None
    number = roles.index("no") if "no" in roles else None
    totals = [c for c, head in enumerate(heads) if c > main and _TOTAL.fullmatch(fold(head))]
    out: list[RawTarget] = []
    above = {c: (heading_role(texts[start - 2][c]) or "").partition("@") for c in who} if start > 1 else {}
    dated = {c: year for c, (role, _, year) in above.items() if role == "value" and year and not year.startswith("-") and texts[start - 2][c] != texts[start - 1][c]}
    heads = [texts[start - 1][c] if c in dated else head for c, head in enumerate(heads)]  # "Chỉ tiêu năm 2026" over "Mầm non | Tiểu học"
    for r in rows:
        row = texts[r]
        if not row[main]:
            continue
        lines = _lines(grid[r], r)
        for c in sorted([*totals, *who]):
            if row[c].strip(" -–—/."):
                name = row[main].rstrip(" .:;")
                if c not in totals:
                    measured = m if (m := _BRACKET.fullmatch(name)) and (m[2] == "%" or known_measure(m[2])) else None
                    name = f"{measured[1]} - {heads[c]} ({measured[2]})" if measured else f"{name} - {heads[c]}"
                out.append(RawTarget(name, lines, "table", section, tuple(reversed(section)), row[measure] or None if measure is not None else None,
                                     row[c], dated.get(c), no=row[number].strip(" .)") or None if number is not None else None, rule="row-allotment", confidence=0.9))
    return out or None


def heads_again(texts: Sequence[Sequence[str]], row: int, start: int) -> bool:
    """Whether a row types the header again, "TT" for "STT" let pass."""
    again = [fold(t).strip() for t in texts[row][1:]]
    return any(again) and any(again == [fold(t).strip() for t in head[1:]] for head in texts[:start])


def shares_out(heading: str) -> bool:
    """Whether a heading shares targets out: "Chỉ tiêu giao từng thôn năm 2026"."""
    return _SHARES.search(fold(heading)) is not None


def _named_holders(heads: Sequence[str], section: tuple[str, ...]) -> list[int]:
    """Columns headed by bare names ("Ngòi Tu", "Đồng Tâm") of a table under a heading that shares targets out to villages or units."""
    if not any(shares_out(t) for t in section[-2:]):
        return []
    roles = column_roles(list(heads))
    named = [c for c, (head, role) in enumerate(zip(heads, roles, strict=True)) if c and role is None and not _TOTAL.fullmatch(fold(head)) and _bare(head)]
    return named if all(c in named or roles[c] in ("note", "measure") or _TOTAL.fullmatch(fold(heads[c])) for c in range(min(named, default=0), len(heads))) else []


def _units(heads: Sequence[str]) -> list[int]:
    """Columns headed by units that the catalogue knows ("Hội Phụ nữ | Đoàn Thanh niên | Trạm Y tế"), where nothing but notes stands behind the first."""
    roles = column_roles(list(heads))
    known = [c for c, (head, role) in enumerate(zip(heads, roles, strict=True)) if c and role is None and _OPENS.match(head) and not _TOTAL.fullmatch(fold(head)) and (unit_fit(head) >= _KNOWN or _names_one(head))]
    behind = [c for c in range(min(known, default=len(heads)), len(heads)) if c not in known]
    return known if len(known) > 2 and all(roles[c] == "note" or _TOTAL.fullmatch(fold(heads[c])) for c in behind) else []


# Whom a target is set apart for: "Mầm non | Tiểu học | THCS", "Nam | Nữ", "Thành thị | Nông thôn".
_LEVEL = re.compile(r"(?:cấp |bậc |ngành học |khối |trường )?(?:nhà trẻ|mẫu giáo|mầm non|tiểu học|thcs|trung học cơ sở|thpt|trung học phổ thông|gdtx|giáo dục thường xuyên|đại học|cao đẳng)|nam|nữ|trẻ em|người lớn"
                    r"|(?:khu vực )?(?:thành thị|nông thôn|đô thị|miền núi|đồng bằng)|cán bộ, công chức|người dân|doanh nghiệp|cấp (?:tỉnh|xã|huyện|thôn)")

# Parts of one kind that a number or letter tells apart: "Khối 6 | Khối 7", "Lớp 9A | Lớp 9B", "Cụm 1 | Cụm 2".
_NUMBERED = re.compile(r"((?!(?:năm|quý|quí|tháng|tuần|ngày|kỳ|đợt|lần|giai đoạn|mức|loại|hạng|bước|cột|tiêu chí)(?!\w))[^\W\d_]+(?: [^\W\d_]+)?) (?:số )?(?:\d{1,2}[a-z]?\d?|[a-z]|[ivx]{1,4})")


def _levels(heads: Sequence[str]) -> list[int]:
    """Columns headed by kinds of those a target is set for ("Mầm non | Tiểu học", "Khối 6 | Khối 7"), where nothing but notes stands behind the first."""
    known = [c for c, head in enumerate(heads) if c and _LEVEL.fullmatch(fold(head).strip(" .:()%"))]
    if len(known) < 2:
        kinds = [m[1] if c and (m := _NUMBERED.fullmatch(fold(head).strip(" .:()%"))) else "" for c, head in enumerate(heads)]
        known = [c for c, kind in enumerate(kinds) if kind and kinds.count(kind) > 1]
    if len(known) < 2:
        return []
    roles = column_roles(list(heads))
    behind = [c for c in range(known[0], len(heads)) if c not in known]
    return known if all(roles[c] in ("note", "lead", "owner", "support") or _TOTAL.fullmatch(fold(heads[c])) for c in behind) else []


def _bare(head: str) -> bool:
    words = head.split()
    return 0 < len(words) <= 5 and all(w[0].isupper() or w[0].isdigit() or w in "-–" for w in words) and any(len(w) > 1 and not w.isupper() for w in words)


def _names_one(head: str) -> bool:
    return bool(_OPENS.match(head)) and bool(_ONE.match(head)) and len(head.split()) <= 7


def _lines(cells: Sequence[Cell | None], row: int) -> list[Line]:
    found = {id(x): x for c in cells if c is not None and c.row == row for x in c.lines}
    return sorted(found.values(), key=lambda x: x.number)
