"""The genre's fixed forms set right in scans: "II MỤC TIÊU CỤ THỂ" is printed "II. MỤC TIÊU CỤ THỂ", "(Chủ trì UBND xã"
"(Chủ trì: UBND xã", "III. CHÍ TIỂU" "III. CHỈ TIÊU"."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.markers import roman_value
from extractors.ocr_grid import Grid
from extractors.ocr_layout import Row
from normalizers.text import fold, strip_tone

_MOST = 20               # no plan has more sections
_STOPS = {"", ",", ";", ":", "'", "`", "’", "·", "•", "-", "–", "_"}    # what a full stop is read as
_DASHED = re.compile(r"\d{1,2}[-–]$")
# A numeral behind these words of the line above ends their phrase ("… GIAI ĐOẠN" / "II NĂM 2026").
_COUNTED = ("quý", "giai đoạn", "kỳ", "lần", "loại", "hạng", "cấp", "khóa", "phần", "chương", "mục", "phụ lục", "biểu", "thứ", "khu vực", "nhóm", "đợt", "và", "-", "–", ",")


def put_stops(rows: Sequence[Row]) -> int:
    """Gives rows that are a Roman numeral and words in capitals their full stop; how many. The text as read stays in `raw`.

    A heading on a page is told by its form (Nghị định 30/2020/NĐ-CP, Phụ lục I: sections are numbered I, II, III with a full
    stop and printed in capitals); the numeral must be written as numerals are. A dash stays on a page of a Party committee, which
    numbers with dashes ("IV- TỔ CHỨC THỰC HIỆN" over "1- Đảng ủy …")."""
    count = 0
    dashed = any(_DASHED.match(row.words[0].text) for row in rows)
    for n, row in enumerate(rows):
        numeral, rest = row.words[0].text, [w.text for w in row.words[1:]]
        core = numeral.rstrip(",;:'`’·•-–_")
        if numeral[len(core):] not in _STOPS or not _is_numeral(core):
            continue
        if dashed and numeral[-1] in "-–":
            continue
        letters = "".join(rest)
        if rest and not rest[0][:1].isalpha():
            continue
        if len(rest) < 2 or not letters.isupper() or sum(c.isalpha() for c in letters) < 6:
            continue
        if n and fold(rows[n - 1].text).endswith(_COUNTED):
            continue
        row.raw.setdefault(0, numeral)
        row.words[0] = replace(row.words[0], text=core + ".")
        count += 1
    return count


# What sections of plans are called; two syllables each.
_TITLES = ("MỤC ĐÍCH", "YÊU CẦU", "QUAN ĐIỂM", "MỤC TIÊU", "CHỈ TIÊU", "NHIỆM VỤ", "GIẢI PHÁP", "CHỦ YẾU", "TRỌNG TÂM", "NỘI DUNG", "KINH PHÍ",
           "TỔ CHỨC", "THỰC HIỆN", "PHƯƠNG HƯỚNG", "TIẾN ĐỘ", "HƯỚNG CHUNG", "TIÊU CHUNG")
_BY_LETTERS = {tuple(strip_tone(word) for word in title.split()): title.split() for title in _TITLES}


def set_titles(rows: Sequence[Row]) -> int:
    """Gives the words of section headings ("II. CHÍ TIỂU CHỦ YẾU") the marks they are known by; how many were changed. Only behind
    a Roman numeral, in capitals: two neighbours misread at once do not speak for each other."""
    count = 0
    for row in rows:
        if len(row.words) < 3 or not _is_numeral(row.words[0].text.rstrip(".,")) or not "".join(w.text for w in row.words[1:]).isupper():
            continue
        for n in range(1, len(row.words) - 1):
            pair = [row.words[n], row.words[n + 1]]
            title = _BY_LETTERS.get((strip_tone(pair[0].text), strip_tone(pair[1].text.rstrip(".,:;"))))
            for k, known in enumerate(title or ()):
                tail = pair[k].text[len(pair[k].text.rstrip(".,:;")):]
                if known + tail != pair[k].text:
                    row.raw.setdefault(n + k, pair[k].text)
                    row.words[n + k] = replace(pair[k], text=known + tail)
                    count += 1
    return count


# Headings that decide what stands under them, as a line of their own behind an Arabic number or a letter.
_ROLES = ("Mục tiêu chung", "Mục tiêu tổng quát", "Mục tiêu cụ thể", "Chỉ tiêu cụ thể", "Mục tiêu", "Chỉ tiêu", "Mục đích", "Yêu cầu", "Nhiệm vụ")
_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-hđ])[.)]?")
_ROLE_LETTERS = {len(role): [r for r in _ROLES if len(r) == len(role)] for role in _ROLES}


def set_roles(rows: Sequence[Row]) -> int:
    """Gives such a heading with one letter misread ("1. Mục tiên chung") its words, in place; how many."""
    count = 0
    for row in rows:
        if not 3 <= len(row.words) <= 5 or not _NUMBER.fullmatch(row.words[0].text):
            continue
        text = " ".join(w.text for w in row.words[1:])
        core = text.rstrip(".:")
        if core in _ROLES:
            continue
        near = [role for role in _ROLE_LETTERS.get(len(core), ()) if sum(a != b for a, b in zip(role, core, strict=True)) == 1]
        if len(near) != 1 or len(near[0].split()) != len(row.words) - 1:
            continue
        for n, known in enumerate(near[0].split(), start=1):
            tail = row.words[n].text[len(row.words[n].text.rstrip(".:")):]
            if known + tail != row.words[n].text:
                row.raw.setdefault(n, row.words[n].text)
                row.words[n] = replace(row.words[n], text=known + tail)
        count += 1
    return count


_BODIES = ("uy ban nhan dan", "hoi dong nhan dan", "dang uy", "dang bo", "ubnd", "hdnd")     # marks may be lost here, too
_HEAD = 3                # rows under a body's name in which its ward stands


def set_letterhead(rows: Sequence[Row]) -> int:
    """Gives the first word of a ward's line under its body's name its mark ("ỦY BAN NHÂN DÂN" / "PHƯƠNG HƯƠNG THỦY"); how many."""
    count = 0
    for n, row in enumerate(rows[:12]):
        word = row.words[0]
        if word.text != "PHƯƠNG" or len(row.words) < 2 or not row.words[1].text.isupper():
            continue
        if any(strip_tone(fold(above.text)).startswith(_BODIES) for above in rows[max(0, n - _HEAD):n]):
            row.raw.setdefault(0, word.text)
            row.words[0] = replace(word, text="PHƯỜNG")
            count += 1
    return count


_UNITS = ("XÃ", "PHƯỜNG")
_SEEN = 2                # times that the page spells the name otherwise


def set_place(rows: Sequence[Row]) -> int:
    """Gives the commune's name in the letterhead ("XÃ CẤM BÌNH") the marks that the page gives it everywhere else ("Cẩm Bình, ngày
    14 …", "xã Cẩm Bình"), in place; how many words. The letterhead is small and in capitals, its marks are read worst."""
    count = 0
    pages = [w.text.strip(".,;:()") for row in rows for w in row.words]
    for n, row in enumerate(rows[:12]):
        # The motto may stand on the same line.
        words = [w.text for w in row.words]
        if words[0] not in _UNITS or not 2 <= len(words) <= 5 or not "".join(words).isupper():
            continue
        if not any(strip_tone(fold(above.text)).startswith(_BODIES) for above in rows[max(0, n - _HEAD):n]):
            continue
        name = [w.casefold() for w in words[1:]]
        letters = [strip_tone(w) for w in name]
        spelled = Counter(tuple(w.casefold() for w in part) for k in range(len(pages))
                          if len(part := pages[k:k + len(name)]) == len(name) and all(w.istitle() for w in part)
                          and [strip_tone(w.casefold()) for w in part] == letters)
        if len(spelled) != 1 or tuple(name) in spelled or spelled.total() < _SEEN:
            continue
        for k, known in enumerate(next(iter(spelled)), start=1):
            if known != name[k - 1]:
                row.raw.setdefault(k, row.words[k].text)
                row.words[k] = replace(row.words[k], text=known.upper())
                count += 1
    return count


# What the columns of plans' tables are called; two syllables each. Not "chỉ tiêu", from which "chi tiêu" differs in marks alone.
_COLUMNS = ("Nội dung", "Nhiệm vụ", "Công việc", "Hoạt động", "Giải pháp", "Lĩnh vực", "Chủ trì", "Phối hợp", "Thời gian", "Thời hạn", "Thực hiện",
            "Hoàn thành", "Tiến độ", "Lộ trình", "Sản phẩm", "Kết quả", "Mục tiêu", "Tiêu chí", "Đơn vị", "Cơ quan", "Phụ trách", "Ghi chú", "Kế hoạch",
            "Giai đoạn", "Kinh phí", "Bắt đầu", "Kết thúc")
_COLUMN_WORDS = {tuple(strip_tone(word).lower() for word in name.split()): fold(name).split() for name in _COLUMNS}


def set_columns(cells: Sequence[Sequence[Row]]) -> int:
    """Gives the headings of a table's columns ("Hoat đông", "Thưc hiện") the marks they are known by, in place; how many words were
    changed. `cells`: the rows of each cell of the header; a table whose headings nobody knows is read as none."""
    count = 0
    for rows in cells:
        count += _number_column(rows)
        spots = [(row, n) for row in rows for n in range(len(row.words))]
        for (row, n), (after, m) in itertools.pairwise(spots):
            read = [row.words[n].text, after.words[m].text.rstrip(".,:;")]
            known = _COLUMN_WORDS.get((strip_tone(read[0]).lower(), strip_tone(read[1]).lower()))
            if known is None or [fold(t) for t in read] == known:
                continue
            for line, k, text, right in ((row, n, read[0], known[0]), (after, m, read[1], known[1])):
                if fold(text) != right:
                    new = right.upper() if text.isupper() else right.capitalize() if text[:1].isupper() else right
                    line.raw.setdefault(k, line.words[k].text)
                    line.words[k] = replace(line.words[k], text=new + line.words[k].text[len(text):])
                    count += 1
    return count


def _number_column(rows: Sequence[Row]) -> int:
    """"STT" that a narrow column wraps as "ST" over "T", a letter that stands alone and is left unread or read as a mark; 1 where set right."""
    first, *others = rows or (None,)
    if first is None or [w.text for w in first.words] not in (["ST"], ["St"]) or len(others) > 1:
        return 0
    if any(len(row.words) > 1 or len(row.words[0].text) > _MARK for row in others):
        return 0
    row, text = (others[0], "") if others else (first, first.words[0].text)
    row.raw.setdefault(0, row.words[0].text)
    row.words[0] = replace(row.words[0], text=text + first.words[0].text[1])
    return 1


def name_number_column(grid: Grid, cells: Sequence[list[Row]]) -> int:
    """Names a grid's first column "TT", in place, where its heading is read as a few letters without certainty ("ST" over "T" as "k Bộ b")
    and its other cells count from 1, I or A; a heading that the next page repeats over the same columns likewise. How many.

    Where a page ends after the first rows, one that counts is enough for a heading that is hardly legible."""
    first = {cell.row: rows for cell, rows in zip(grid.cells, cells, strict=True) if cell.col == 0 and cell.row_span == 1}
    numbers = [" ".join(row.text for row in rows) for n, rows in sorted(first.items()) if n and rows]
    counted = [n for n in numbers if _ROW_NUMBER.fullmatch(n)]
    if not counted or counted[0].rstrip(".") not in _FIRST or len(numbers) - len(counted) > max(1, len(counted) // _SHARE):
        return 0
    believed = _BELIEVED if len(counted) >= 3 else _LEGIBLE
    texts: dict[int, list[str]] = {}
    for cell, rows in zip(grid.cells, cells, strict=True):
        if cell.col and rows:
            texts.setdefault(cell.row, []).append(fold(" ".join(row.text for row in rows)))
    count = 0
    for n, rows in first.items():
        words = [w for row in rows for w in row.words]
        heading = n == 0 or (len(texts.get(n, ())) > 1 and texts[n] == texts.get(0))
        if not heading or not words or sum(len(w.text) for w in words) > _FEW or min(w.confidence for w in words) >= believed:
            continue
        if fold("".join(w.text for w in words)) in ("tt", "stt", "số", "sốtt"):
            continue
        rows[0].raw.clear()
        rows[0].raw[0] = " ".join(w.text for w in words)
        rows[0].words[:] = [replace(words[0], text="TT")]
        del rows[1:]
        count += 1
    return count


_ROW_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2}){0,2}\.?|[IVX]{1,4}\.?|[A-H]\.?")
_FIRST = ("1", "I", "01", "A", "1.1")
_SHARE = 8               # one number in so many may be misread
_FEW = 6                 # letters that a heading of a column of numbers may be read as …
_BELIEVED = 0.8          # … with less confidence than a heading that stays
_LEGIBLE = 0.6           # … and where few rows follow
_MARK = 2                # letters that a lone one may be read as
_TOTALS = {"tong cong": "tổng cộng", "tong so": "tổng số"}


def set_totals(cells: Sequence[Sequence[Row]]) -> int:
    """Gives the name of a row of totals ("Tống cộng", which nothing around it tells from another name) its marks, in place; how many."""
    count = 0
    for rows in cells:
        if len(rows) != 1 or len(rows[0].words) != 2 or rows[0].words[0].text[:1] not in "Tt":
            continue
        row = rows[0]
        known = _TOTALS.get(strip_tone(row.text).lower().rstrip(" :"))
        if known is None or fold(row.text).rstrip(" :") == known:
            continue
        for n, right in enumerate(known.split()):
            text = row.words[n].text
            if fold(text).rstrip(":") != right:
                new = right.upper() if text.isupper() else right.capitalize() if text[:1].isupper() else right
                row.raw.setdefault(n, text)
                row.words[n] = replace(row.words[n], text=new + text[len(right):])
                count += 1
    return count


# Who is charged, in brackets behind the task: the label's two words, with what may stand before them.
_LABELS = {("chủ", "trì"), ("phối", "hợp")}


def put_colons(rows: Sequence[Row]) -> int:
    """Gives the labels "(Chủ trì" and "; phối hợp" their colon before a name that starts with a capital, where a scan lost it;
    how many. Only at the start of a bracket or behind a semicolon in one: elsewhere the words are a sentence's."""
    spots = [(row, n) for row in rows for n in range(len(row.words))]
    count, inside = 0, False
    for k, (row, n) in enumerate(spots):
        text = row.words[n].text
        if "(" in text:
            inside = ")" not in text[text.rindex("("):]
        elif ")" in text:
            inside = False
        if not inside or k + 2 >= len(spots):
            continue
        opens = text.startswith("(") or (k > 0 and spots[k - 1][0].words[spots[k - 1][1]].text.endswith(";"))
        after, m = spots[k + 1]
        name, j = spots[k + 2]
        if opens and (fold(text.lstrip("(")), fold(after.words[m].text)) in _LABELS and name.words[j].text[:1].isupper():
            after.raw.setdefault(m, after.words[m].text)
            after.words[m] = replace(after.words[m], text=after.words[m].text + ":")
            count += 1
    return count


def _is_numeral(text: str) -> bool:
    if not text or not set(text) <= set("IVX"):
        return False
    value = roman_value(text)
    return value is not None and value <= _MOST and text == _written(value)


def _written(value: int) -> str:
    out = ""
    for size, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= size:
            out, value = out + sign, value - size
    return out
