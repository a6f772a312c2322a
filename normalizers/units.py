"""Owner units: the wording of a cell, heading or sentence → canonical units of the catalogue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from normalizers.joined_words import offsets, parted_names
from normalizers.unit_capitals import small_levels, small_words
from normalizers.unit_cells import support_in_parentheses
from normalizers.unit_counted_rows import rows_without_numbers
from normalizers.unit_headings import heading_units
from normalizers.unit_list_marks import MARKS, marked_list
from normalizers.unit_lists import cut
from normalizers.unit_marked_roles import without_marked_roles
from normalizers.unit_match import find_units, nearest, repair
from normalizers.unit_names import make_unit
from normalizers.unit_notes import without_notes
from normalizers.unit_prose import prose_owners
from normalizers.unit_shapes import looks_like_unit, unit_continues, unit_prefix
from normalizers.unit_shared_rows import ANNOUNCING, announced
from normalizers.unit_short_names import in_full
from normalizers.unit_tokens import tokenize
from normalizers.values import Unit

__all__ = [
    "find_units", "heading_units", "looks_like_unit", "parse_units", "prose_owners", "support_in_parentheses",
    "unit_continues", "unit_prefix", "unknown_report",
]
_SETTLEMENTS = frozenset({"Thôn", "Khu phố", "Tổ dân phố", "Ấp"})  # said without "các" in a row
_AND_SO_ON = re.compile(r"[,;]?\s*(?<![\w&])v\.? ?v[\s.…]*$", re.IGNORECASE)
_AS_ASSIGNED = re.compile(r",?\s+(?:tùy\s+)?theo\s+(?:(?:sự\s+)?(?:phân\s+công|quy\s+định)(?:\s+nhiệm\s+vụ)?(?:\s+tại\s+(?:kế\s+hoạch|phụ\s+lục|quyết\s+định)[^;,]*)?|(?:từng\s+)?lĩnh\s+vực(?:\s+(?:phụ\s+trách|quản\s+lý|được\s+(?:giao|phân\s+công)))?)[\s.;]*$", re.IGNORECASE)  # "Sở Nội vụ, Sở Y tế theo phân công"
# "Ban Tuyên giáo tham mưu; các Đoàn trực thuộc | triển khai": what the last of them does, not "Tổ công tác triển khai".
_CARRIES_OUT = re.compile(r"(?:^|[,;]|(?<!\w)và)(?! ?(?:tổ |ban |đội |nhóm |hội đồng ))[^,;]{4,80}?(?P<does> (?:tổ chức )?triển khai| tổ chức thực hiện)[\s.;]*$", re.IGNORECASE)
# "Phòng Kinh tế | lập; Hội đồng thẩm định | thẩm định; Chủ tịch UBND xã | phê duyệt": who does which step of one work.
_STEPS = re.compile(r"(?<![^;/])(?P<who>\s*(?:(?!(?:hội đồng|tổ|ban|đội|nhóm) \w+ \w+\s*(?:;|$))[^;/,()]){4,80}?)\s(?<!công )(?<!độc )(?<!dịch vụ )(?<!kế hoạch )(?<!phòng )(?<!chính )(?<!ban )(?<!mưu )(?<!- )(?:tổ chức lập|lập|thẩm định|thẩm tra|phê duyệt(?: kết quả)?|quyết định|soạn thảo|tổ chức|tổng hợp|ký ban hành|ban hành)(?: theo thẩm quyền)?\s*(?=;|$)", re.IGNORECASE)
_STEP_WORDS = (" lập", "thẩm ", "duyệt", "quyết định", "soạn thảo", "tổ chức;", "tổng hợp", "ban hành")  # one of which such a cell holds
# "Các đơn vị, cá nhân có liên quan | đến nhiệm vụ": what they have to do with it.
_CONCERNED_WITH = re.compile(r"(?<=liên quan) (?:đến|tới) [^;,.:()\n]{3,120}?(?=[;,.()\n]|$| và (?=[A-ZĐ]|các ))")
# "các cơ quan, tổ chức, đơn vị | thuộc phạm vi quản lý (của Sở)": all of them; the words are said of the whole row.
_MANAGED = re.compile(r"(?:(?<=, )|(?<=và ))(?P<noun>cơ quan|đơn vị|tổ chức|địa phương) thuộc (?:phạm vi quản lý|khối hành chính)(?: (?:của|trong) [^;,.()]{2,80}?)?(?=\s*(?:[;,.)]|$))", re.IGNORECASE)
_RENAMED = re.compile(r"(?:(?<=;)|^)[^;()]{4,80}(?:\([^()]{1,20}\))?,? (?:nay|bây giờ) là (?=\S)")  # "Sở TN&MT (cũ), nay là | Sở NN&MT": who it is today
# "các cơ quan | hành chính, sự nghiệp", "các đơn vị | hành chính sự nghiệp trên địa bàn": all of them
_PUBLIC_BODIES = re.compile(r"(?:^|(?<=[;,] )|(?<=và ))(?P<who>(?:tất cả )?các (?:cơ quan, |đơn vị, )?(?:cơ quan|đơn vị) )hành chính,? sự nghiệp(?: công lập)?(?= thuộc | trên | của | trực | xã| phường|\s*(?:[;,.)]|$))", re.IGNORECASE)
# "Công an xã; Quý II/2026", "Trạm Y tế, thường xuyên": when it is done, behind those who do it.
_TIME = re.compile(r"(?:trong |trước |đến |hết |từ |xong |chậm nhất |hoàn thành |cuối |đầu )*(?:thường xuyên|liên tục|đột xuất|(?:định kỳ )?(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày)|(?:(?:năm|tháng|quý|ngày) )?(?:\d|[ivx]+(?=[ /,.-]|$))(?:[\d/.,\s–-]|[ivx]+(?=[ /,.-]|$)|năm|tháng|quý|và|đến)*)", re.IGNORECASE)
_DOCUMENT = re.compile(r"(?:Đề án|Kế hoạch|Chương trình|Nghị quyết|Chỉ thị)(?!\w)")  # "X chủ trì thực hiện | Đề án 939": what it carries out
_NOTHING = frozenset({"", "không", "không có", "nt", "như trên", "x", "theo phân công", "theo sự phân công", "theo phân công nhiệm vụ", "không có đơn vị phối hợp", "không có cơ quan phối hợp", "không phối hợp"})
_NOTHING_FIRST = frozenset(words.partition(" ")[0] for words in _NOTHING)


def parse_units(cell: str, commune: str | None = None, province: str | None = None, *, ocr: bool = False) -> list[Unit]:
    """The units that an owner cell names, in order, each once.

    Names are canonical ones of `vocab/units.csv`; a unit that the catalogue lacks keeps its wording, abbreviations
    written out, without the commune's name, and has `known` False. Notes in parentheses are left out. With `ocr`,
    wording that differs from the catalogue's by lost tone marks or one or two letters is read as the catalogue's,
    with confidence 0.7."""
    return list(_units(cell, commune, province, ocr))


@lru_cache(maxsize=4096)  # the same few cells stand in many rows
def _units(cell: str, commune: str | None, province: str | None, ocr: bool) -> tuple[Unit, ...]:
    if (parted := parted_names(cell)) != cell:
        at = offsets(cell, parted)
        return tuple(replace(u, span=(a := at[u.span[0]], b := at[u.span[1] - 1] + 1), raw=cell[a:b]) for u in _units(parted, commune, province, ocr) if u.span)
    printed = cell
    cell = small_levels(without_marked_roles(cell))
    if "nay là " in cell:
        cell = _RENAMED.sub(lambda m: " " * len(m[0]), cell)
    if "ành chính, sự nghiệp" in cell or "ành chính sự nghiệp" in cell:
        cell = _PUBLIC_BODIES.sub(lambda m: m["who"].ljust(len(m[0])), cell)
    if "liên quan đến " in cell or "liên quan tới " in cell:
        cell = _CONCERNED_WITH.sub(lambda m: " " * len(m[0]), cell)
    if "thuộc phạm vi" in cell or "thuộc khối hành" in cell:
        cell = _MANAGED.sub(lambda m: m["noun"].ljust(len(m[0])), cell)
    if " theo " in cell and not cell.isupper():
        cell = _AS_ASSIGNED.sub("", cell) or cell
    if cell.rstrip(" .;")[-10:] in ("triển khai", " thực hiện") and (does := _CARRIES_OUT.search(cell)):
        cell = cell[: does.start("does")]
    if ";" in cell and any(map(cell.lower().__contains__, _STEP_WORDS)) and len(_STEPS.findall(cell)) > 1:
        cell = _STEPS.sub(lambda m: m["who"] + " " * (len(m[0]) - len(m["who"])), cell)
    tokens = tokenize(_AND_SO_ON.sub("", cell) if cell.rstrip(" .…").endswith(("v", "V")) else cell)
    if cell.isupper():
        tokens = small_words(tokens)
    if tokens and tokens[0].key in MARKS:
        tokens = marked_list(tokens)
    tokens = without_notes(tokens)
    if not tokens or (not (tokens[0].word and tokens[0].key not in _NOTHING_FIRST) and ((words := " ".join([t.key for t in tokens if t.word])) in _NOTHING or (words.startswith(("theo phân công của ", "theo sự phân công của ")) and all(t.word for t in tokens)))):
        return ()
    if not ANNOUNCING.isdisjoint([token[1] for token in tokens]):
        tokens = announced(tokens)
    if ":" in cell:
        tokens = rows_without_numbers(tokens)
    changed: set[int] = set()
    if ocr:
        tokens, changed = repair(tokens)
    out: dict[str, Unit] = {}
    for item in cut(tokens, commune):
        unit = make_unit(tokens, item, printed, commune, province)
        if unit is None:
            continue
        if changed and any(t.start in changed for t in tokens[item.start : item.end]):
            unit = replace(unit, confidence=min(unit.confidence, 0.7))
        if ocr and not unit.known:
            unit = _nearest(unit)
        out.setdefault(unit.unit_id, unit)
    if len(out) > 1 and any(not u.known for u in out.values()):
        out = {key: u for key, u in out.items() if u.known or not (_TIME.fullmatch(u.name) or _DOCUMENT.match(u.name))} or out
    return tuple(out.values()) if all(u.known and u.name not in _SETTLEMENTS for u in out.values()) else tuple(in_full(list(out.values())))


def _nearest(unit: Unit) -> Unit:
    entry = nearest(unit.name)
    if entry is None:
        return unit
    return replace(unit, name=entry.name, unit_id=entry.unit_id, known=True, kind=entry.kind, level=entry.level, confidence=0.7)


def unknown_report(units: Iterable[Unit]) -> list[tuple[str, int]]:
    """Wordings that the catalogue lacks with how often each occurs, most frequent first."""
    counts = Counter(u.name for u in units if not u.known)
    return sorted(counts.items(), key=lambda it: (-it[1], it[0]))
