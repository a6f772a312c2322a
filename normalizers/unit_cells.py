"""Owner cells that say who leads and who helps: "X chủ trì, Y phối hợp", "Chủ trì: X; Phối hợp: Y", "X (Y phối hợp)"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from normalizers.text import fold, squash
from normalizers.unit_brackets import in_parenthesis
from normalizers.unit_grammar import Item
from normalizers.unit_lists import cut
from normalizers.unit_marked_roles import parted_at_helpers, roles_in_brackets
from normalizers.unit_notes import without_notes
from normalizers.unit_partners import cooperating
from normalizers.unit_rows import units_of
from normalizers.unit_tails import at
from normalizers.unit_tokens import Token, tokenize
from normalizers.values import Unit

_OWNERS_AND_HELPERS = re.compile(r"(?P<lead>[^;()]{3,160}?) (?:chủ trì|làm đầu mối)(?: thực hiện)? ?[;,.] ?(?P<support>[^;()]{3,300}?) phối hợp(?: thực hiện)?\.?", re.IGNORECASE)
# "Chủ trì: X; Phối hợp: Y", "X phối hợp (với) Y", "X (chủ trì), Y (phối hợp)": the words between which a cell names its two rows.
_ROLE_IN_CELL = re.compile(
    r"\(? ?(?:(?:cơ quan|đơn vị|bộ phận|cq|đv|đ/v) )?(?P<role>chủ trì|phối hợp)(?: (?:thực hiện|tham mưu|triển khai))?(?: (?:với|cùng))? ?(?P<mark>[:)]?) ?", re.IGNORECASE)
_SHORT_ROLES = re.compile(r"(?:(?<=\()(?:CT|PH)(?=\))|(?<![^\s;,.\-–+*•])(?:CT|PH)(?= ?:))")  # "CT: X; PH: Y", "X (CT), Y (PH)"
_SHORT_HELPERS = re.compile(r"\( ?PH ?: ?")  # "X (PH: Y)"
_TAKES_PART = re.compile(r"(?:(?:các )?(?:đơn vị|cơ quan|bộ phận) )?(?:cùng )?tham gia(?: phối hợp| thực hiện)?(?= ?:)|(?<=\()tham gia(?=\))", re.IGNORECASE)
_LEADER_MARKED = re.compile(r"(?P<lead>[^()]{3,160}?) ?\( ?chủ trì ?\) ?[;,.+\-–]? ?(?P<rest>[^():]{3,300})", re.IGNORECASE)
_LEADS_WITH = re.compile(r"(?P<lead>[^();:]{3,160}?) chủ trì ?,? ?(?:và )?phối hợp(?: chặt chẽ)?(?: với| cùng)? (?P<support>[^():]{3,300}?)(?: (?:tổ chức |triển khai )*thực hiện)?\.?", re.IGNORECASE)

# "Giao Đảng ủy UBND xã lãnh đạo UBND xã chỉ đạo Phòng X chủ trì": who is charged comes first, the rest is how it goes about it.
_CHAIN = re.compile(r"(?P<charged>.{6,120}?),? (?<!ban )(?:lãnh đạo|chỉ đạo)(?:, (?:lãnh đạo|chỉ đạo))? [^;:()]{4,200}? (?=chủ trì(?!\w))", re.IGNORECASE)
# "X hướng dẫn; Y hỗ trợ", "X; Y, Z phối hợp thực hiện": who helps stands behind the one semicolon.
_HELPED = re.compile(r"(?P<lead>[^;:()]{3,160}); ?(?P<support>[^;:()]{3,300}?) (?:cùng )?(?:phối hợp|hỗ trợ)(?: (?:tổ chức |triển khai )?thực hiện)?\.?", re.IGNORECASE)
_COUNCIL = re.compile(r"(?:^|[\s,;.\-–+])(?:hội đồng|tổ|đội|nhóm|ban) ?$", re.IGNORECASE)  # "Hội đồng | phối hợp phổ biến, giáo dục pháp luật"
_LONGEST = 9  # words of a body's own name


def support_in_parentheses(cell: str, commune: str | None = None) -> list[Unit]:
    """Units of "(X phối hợp)" and "(phối hợp với X)" in a cell."""
    if "(" not in cell:
        return []
    if "PH" in cell:
        cell = _SHORT_HELPERS.sub("(phối hợp: ", cell)
    tokens = tokenize(cell)
    items: list[Item] = []
    depth = 0
    for i, token in enumerate(tokens):
        depth += (token.key == "(") - (token.key == ")")
        if token.key == "(":
            items += in_parenthesis(tokens, i, commune)[1]
        elif depth > 0 and at(tokens, i, ("phối", "hợp")) and (tokens[i - 1].key == "(" or (i > 3 and at(tokens, i - 4, ("(", "chủ", "trì", ",")))):
            items += cooperating(tokens, i, commune)
    return units_of(tokens, items, cell, commune)


def owners_in_cell(cell: str, commune: str | None = None) -> tuple[list[Unit], list[Unit]] | None:
    """(lead, support) of a cell that says both: "X chủ trì, Y phối hợp", "X chủ trì, phối hợp với Y", "X (chủ trì), Y", "CT: X; PH: Y".
    None for plain lists."""
    cell = roles_in_brackets(cell)
    if ("CT" in cell or "PH" in cell) and _both_roles(cell):
        cell = _SHORT_ROLES.sub(lambda m: "Chủ trì" if m[0] == "CT" else "Phối hợp", cell)
    folded = fold(cell)
    if "tham gia" in folded and "chủ trì" in folded:  # "Chủ trì: X | Tham gia: Y", "X (chủ trì), Y (tham gia)"
        cell = _TAKES_PART.sub("Phối hợp", cell)
        folded = fold(cell)
    if ";" in cell and folded.rstrip(" .").endswith(("hợp", "trợ", "thực hiện")) and (helped := _HELPED.fullmatch(squash(cell))) is not None:
        lead, support = (units_of(*_cut(helped[name], commune), commune) for name in ("lead", "support"))
        if lead and support and not any(not 2 < len(u.name.split()) <= _LONGEST for u in (*lead, *support) if not u.known):
            taken = {u.unit_id for u in lead}
            return lead, [u for u in support if u.unit_id not in taken]
    if "hỗ trợ" in folded and "chủ trì" in folded and "phối hợp" not in folded and folded.rstrip(" .").endswith("hỗ trợ"):
        cell = f"{cell.rstrip(' .')[: -len('hỗ trợ')]}phối hợp"  # "X chủ trì, Y hỗ trợ"
        folded = fold(cell)
    if "hợp" in folded and "chủ trì" not in folded and (marked := _marked_helpers(squash(cell), commune)) is not None:
        return marked
    if "phối hợp" not in folded:
        return _marked_leader(squash(cell), commune) if "chủ trì" in folded and "(" in cell else None
    both = _owners_in_cell(cell, commune)
    return both and (list(both[0]), list(both[1]))


def _both_roles(cell: str) -> bool:
    """Whether two letters name a role of the cell and the other is named too: "CT: X; PH: Y", "Chủ trì: X; PH: Y"."""
    short = set(_SHORT_ROLES.findall(cell))
    return len(short) == 2 or (short == {"PH"} and "hủ trì" in cell) or (short == {"CT"} and "hối hợp" in cell)


def _cut(wording: str, commune: str | None) -> tuple[list[Token], list[Item], str]:
    tokens = without_notes(tokenize(wording))
    return tokens, cut(tokens, commune), wording


@lru_cache(maxsize=4096)  # the same few cells stand in many rows
def _owners_in_cell(cell: str, commune: str | None) -> tuple[list[Unit], list[Unit]] | None:
    chain = _CHAIN.match(cell)
    if chain is not None and any(u.known for u in units_of(*_cut(chain["charged"], commune), commune)):
        cell = f"{chain['charged']} {cell[chain.end() :]}"
    named = _OWNERS_AND_HELPERS.fullmatch(squash(cell))
    if named:  # "X chủ trì; Y, Z phối hợp", whoever Y is
        units = units_of(*_cut(named["lead"], commune), commune)
        taken = {u.unit_id for u in units}
        helpers = [u for u in units_of(*_cut(named["support"], commune), commune) if u.unit_id not in taken]
        if units and helpers:
            return units, helpers
    parted = _parted_by_roles(squash(cell), commune)
    if parted is not None:
        return parted
    source = f"({cell})"
    tokens = tokenize(source)
    pairs = [(a.key, b.key) for a, b in pairwise(tokens)]
    if ("chủ", "trì") not in pairs or ("phối", "hợp") not in pairs:
        return None
    lead, support = in_parenthesis(tokens, 0, commune)
    if not lead:
        return _leads_with(squash(cell), commune)
    if not support:
        support = cooperating(tokens, pairs.index(("phối", "hợp")), commune)
    if not support:
        return _leads_with(squash(cell), commune)
    units = units_of(tokens, lead, source, commune)
    taken = {u.unit_id for u in units}
    return units, [u for u in units_of(tokens, support, source, commune) if u.unit_id not in taken]


def _marked_leader(cell: str, commune: str | None) -> tuple[list[Unit], list[Unit]] | None:
    """(lead, support) of a list with one body marked: "X (chủ trì), Y, Z"; the mark holds for the body before it alone."""
    marked = _LEADER_MARKED.fullmatch(cell)
    if marked is None:
        return None
    before, rest = (units_of(*_cut(marked[name].strip(" -–+*•;,."), commune), commune) for name in ("lead", "rest"))
    if not before or not rest:
        return None
    lead = before[-1]
    return [lead], [u for u in (*before[:-1], *rest) if u.unit_id != lead.unit_id]


def _marked_helpers(cell: str, commune: str | None) -> tuple[list[Unit], list[Unit]] | None:
    """(lead, support) of a list in which a bracket marks who helps: "X, Y (phối hợp)"; the mark holds for the body before it, and behind a
    semicolon for all of its part: "X; Y, Z (phối hợp)". None of a list all of whose bodies help."""
    pieces = parted_at_helpers(cell)
    if len(pieces) == 1:
        return None
    lead: list[Unit] = []
    support: list[Unit] = []
    for n, piece in enumerate(pieces):
        first, _, last = piece.rpartition(";") if n + 1 < len(pieces) else (piece, "", "")
        before, marked = (units_of(*_cut(part.strip(" -–+*•;,."), commune), commune) for part in (first, last))
        lead += before if n + 1 == len(pieces) or before else marked[:-1]
        support += marked if before else marked[-1:]
    taken = {u.unit_id for u in lead}
    support = [u for u in support if u.unit_id not in taken]
    return (lead, support) if lead and support else None


def _leads_with(cell: str, commune: str | None) -> tuple[list[Unit], list[Unit]] | None:
    """(lead, support) of "X chủ trì, phối hợp (với) Y (thực hiện)" where no list of the prose kind was found behind the words."""
    said = _LEADS_WITH.fullmatch(cell)
    if said is None:
        return None
    lead, support = (units_of(*_cut(said[name], commune), commune) for name in ("lead", "support"))
    if any(len(u.name.split()) > _LONGEST for u in (*lead, *support) if not u.known):
        return None  # an act follows
    taken = {u.unit_id for u in lead}
    support = [u for u in support if u.unit_id not in taken]
    return (lead, support) if lead and support else None


def _parted_by_roles(cell: str, commune: str | None) -> tuple[list[Unit], list[Unit]] | None:
    """(lead, support) of a cell that labels both rows ("Chủ trì: X; - Phối hợp: Y", "X (chủ trì), Y (phối hợp)") or joins
    them by one word ("X phối hợp với Y"); None for any other cell."""
    words = [m for m in _ROLE_IN_CELL.finditer(cell) if not _COUNCIL.search(cell, 0, m.start())]
    if len(words) > 2 or not words or words[-1]["role"].lower() != "phối hợp" or (len(words) == 2 and words[0]["role"].lower() != "chủ trì"):
        return None
    helping, leading = words[-1], words[0] if len(words) == 2 else None
    before = cell[: (leading or helping).start()].strip(" -–+*•;,.(")
    if leading is None:
        rows = (before, cell[helping.end() :])
    elif leading["mark"] == helping["mark"] != ")" and not before:  # "Chủ trì: X; phối hợp: Y", "Chủ trì X, phối hợp Y"
        rows = (cell[leading.end() : helping.start()], cell[helping.end() :])
    elif before and ":" not in (leading["mark"], helping["mark"]) and ")" in (leading["mark"], helping["mark"]) and not cell[helping.end() :].strip(" ;,."):
        rows = (before, cell[leading.end() : helping.start()])
    elif before and leading["mark"] == ")" and not helping["mark"] and not cell[leading.end() : helping.start()].strip(" -–;,."):
        rows = (before, cell[helping.end() :])  # "X (chủ trì), phối hợp Y, Z"
    else:
        return None
    if any(row.count("(") != row.count(")") or not row.strip(" -–+*•;,.") for row in rows):
        return None
    lead, support = (units_of(*_cut(row.strip(" -–+*•;,."), commune), commune) for row in rows)
    taken = {u.unit_id for u in lead}
    support = [u for u in support if u.unit_id not in taken]
    return (lead, support) if lead and support else None
