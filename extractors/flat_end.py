"""Where a flattened table ends: recipients, signature, the next appendix or header, or prose at the page's full width."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import Line
from extractors.flat_allotment_columns import find_column_allotment
from extractors.flat_bullets_behind import ITEM_OPENINGS, bullets_behind
from extractors.flat_header import find_header
from extractors.flat_nesting import Header
from extractors.flat_stream import text_width
from extractors.table_headers import table_kind
from normalizers.text import CAPITALS, fold

#: So many more lines may a later page print of the same header.
MORE_LINES = 4
_LEAST_PROSE = 28_000.0  # no prose of a page is narrower: A4 between the margins of Decree 30/2020 holds 33,000 in 14 points, 28,000 with ragged ends
_STOP = re.compile(
    r"(?:nơi nhận|tm\.|kt\.|tl\.|tuq\.|t/m|k/t)(?![\w])|(?:phụ lục|phụ biểu|biểu mẫu|biểu số|mẫu số)(?: \w{1,4})?(?: |:|\.|$)|(?:biểu|bảng) \d{1,2}(?:[.:]|$)|ghi chú ?: ?\w|cộng hòa xã hội chủ nghĩa|"
    r"(?:ủy ban nhân dân|hội đồng nhân dân|đảng cộng sản việt nam|ban chấp hành)$|\(?ban hành kèm theo|\(?kèm theo (?:kế hoạch|quyết định|công văn)|"
    r"(?:chủ tịch|phó chủ tịch|bí thư|trưởng ban|người lập biểu|xác nhận của)$"
)
# These words also open cells of owners; a title of the layout prints them in capitals.
_ALSO_CELLS = ("cộng hòa", "ủy ban", "hội đồng", "chủ tịch", "phó chủ tịch", "bí thư", "trưởng ban", "ban chấp hành")
_TITLES = frozenset({"tổ chức thực hiện", "phân công nhiệm vụ", "phân công thực hiện", "phân công trách nhiệm"})  # of a section that carries no number
# Openings of prose that closes a plan or a section after a table.
_CLOSING = re.compile(r"trên đây là|căn cứ (?:kế hoạch|nội dung|chức năng)|yêu cầu (?:các|thủ trưởng)|giao (?:văn phòng|phòng|các)|đề nghị (?:các|ủy ban)")
_REMARK = re.compile(r"(?:ngoài ra|bên cạnh đó|ngoài các|trong quá trình|trên cơ sở|trường hợp|các nội dung khác|những nội dung)[, ]")
_ROMAN_TITLE = re.compile(r"[IVX]{1,5}(?:\. | ?[-–] ?(?![IVX]+(?:\W|$))).{4,}")  # "IV. TỔ CHỨC …", of the Party's bodies "IV- TỔ CHỨC …"
_FIRST_GROUP = re.compile(rf"I[.)]? [{CAPITALS}]")
_ASIDE = re.compile(r"\([^()]*\)?")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LETTERS = "ABCDĐEGH"
_LETTER_MARKS = (".", "-", "–")
_AFTER_LETTER = (". ", "- ", "– ")
# "PHẦN V. TỔ CHỨC THỰC HIỆN", "Phần thứ hai", "Chương II", "Điều 3. …": the text's own divisions.
_DIVISION = re.compile(r"(phần|chương|điều) (?:thứ )?(nhất|hai|ba|tư|bốn|năm|sáu|bảy|[ivx]{1,5}|\d{1,2})(?!\w)")
_ORDINALS = ("", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy")
_ITEM_TITLE = re.compile(rf"(?:\d{{1,2}}(?:\.\d{{1,2}})*[.)]|[a-zđ]\)) [{CAPITALS}][^.;]{{6,}}")
# The next item of the text behind a register whose own rows are numbered without a full stop: "3. Công tác …", "b) Các giai đoạn …".
_NEXT_ITEM = re.compile(rf"(?:[a-zđ]\)|\d{{1,2}}(?:\.\d{{1,2}})*\.) [{CAPITALS}]")
_NUMBERED = re.compile(rf"((?:\d{{1,2}}\.){{0,3}})(\d{{1,2}})[.)] ?[{CAPITALS}]")
_TABLE_TITLE = re.compile(rf"(?:\d{{1,2}}(?:\.\d{{1,2}})*[.)]|[a-zđ]\)) ?[{CAPITALS}][^.;]{{6,}}")
_FIRST_NUMBER = re.compile(r"(?:0?1|I|A)[.)]?(?:\s|$)")
_NOTE = re.compile(rf"\[\d{{1,2}}\] ?[{CAPITALS}“]")  # notes of the text behind its last table, wider than any cell: "[1] Nghị quyết …"
_ROW_NUMBER = re.compile(rf"\s*(\d{{1,3}})([.)]?)(?:\s+[{CAPITALS}]|\s*$)")
_NUMBERED_ROW = re.compile(rf"\s*\d{{1,3}}\s+[{CAPITALS}][^.]")
_FIGURES = re.compile(r"\d%? (?:(?:[≥≤<>]|Trên|Dưới|Từ|Đạt) ?)?\d[\d.,]*%?(?: |$)")  # a row's values side by side: "% ≥ 98 100", "65,5% Trên 75"
_PAGE = 80  # lines that a page of a table holds
_CELL = 0.5  # of the prose's width: a line that ends so early without a mark is a cell
_BARE_NUMBER = re.compile(r"\s*\d{1,3}(?:\s|$)")
_PART_NUMBER = re.compile(rf"\s*(\d{{1,2}})\.(\d{{1,2}})[.)]?(?:\s+[{CAPITALS}]|\s*$)")
_HEADING = re.compile(r"(?:[IVX]{1,5}|[A-HĐ]|\d{1,2})(?:[.)]|(?<=[IVX]) ?[-–](?= )) ?\S|(?:Phần|PHẦN|Mục|MỤC|Chương|CHƯƠNG) ")


def _last_title(text: str) -> bool:
    """Whether a title with a roman number, folded, is the one that closes plans; a table's own groups hardly have it."""
    return text.partition(" ")[2] in _TITLES


def body_end(lines: Sequence[Line], header: Header, prose_width: float | None) -> tuple[int, list[tuple[int, int]]]:
    """Index behind the table's last line, and the line ranges `[a, b)` of headers repeated on later pages.

    `prose_width`: width of the document's full prose lines, None where unknown.
    """
    repeated: list[tuple[int, int]] = []
    k = header.last + 1
    n = len(lines)
    register = table_kind(header.roles) == "other" and not (k < n and _NEXT_ITEM.match(lines[k].text.strip()))
    section = above = next((found for line in reversed(lines[:k]) if not line.furniture and (found := _section(line.text))), 0)
    part = next((found for line in reversed(lines[:k]) if line.text[1:2] in _LETTER_MARKS and not line.furniture and (found := _lettered(line.text))), 0)
    division = next((mark for line in reversed(lines[:k]) if line.text[:1] in "PCĐ" and not line.furniture and (mark := _division(line.text))), None)
    group = 0
    outer = 0 if above else _titled_above(lines, k)
    # Rows numbered "1", "2" are told from the items "1.", "2." of the text around them.
    parent, item = _item_above(lines, header.first) if "no" not in header.roles or (k < n and _BARE_NUMBER.match(lines[k].text)) else ("", 0)
    while k < n:
        line = lines[k]
        if line.furniture:
            k += 1
            continue
        text = fold(line.text)
        here = _section(line.text)
        if here and above and here == above + 1 and (section or (group and (here != group + 1 or _last_title(text)))):
            return _over_remark(lines, header.last + 1, _back(lines, header.last + 1, k, "no" in header.roles), prose_width), repeated
        if here > above > 0 and here != group + 1 and _last_title(text) and k > header.last + 1:
            return _back(lines, header.last + 1, k, "no" in header.roles), repeated  # the plan left a number out
        if here:
            section, group = 0, here  # the table numbers its own groups so
        elif k == header.last + 1 and above and _FIRST_GROUP.match(line.text.strip()):
            section, group = 0, 1  # … in small letters too: "I. Công tác chỉ đạo" below the headings
        elif group and text[:1] in "ivx" and (m := _ROMAN_TITLE.fullmatch(line.text.strip())) and _numeral(m[0]) == group + 1:
            group += 1
        elif outer and not group and text[:1] in "ivx" and (m := _ROMAN_TITLE.fullmatch(line.text.strip())):
            group = int(_numeral(m[0]) == 1)  # the table's own groups, below the columns' numbers
            if _numeral(m[0]) == outer + 1 and k > header.last + 1:
                return _over_remark(lines, header.last + 1, _back(lines, header.last + 1, k, "no" in header.roles), prose_width), repeated
        if division and line.text[:1] in "PCĐ" and (after := _division(line.text)) is not None:
            if after == (division[0], division[1] + 1):
                return _back(lines, header.last + 1, k, "no" in header.roles), repeated
            division = None  # the table divides its own rows so
        if part and line.text[1:2] in _LETTER_MARKS and (letter := _lettered(line.text)):
            if letter == part + 1:
                return _over_remark(lines, header.last + 1, _back(lines, header.last + 1, k, "no" in header.roles), prose_width), repeated
            part = 0  # the table letters its own groups
        if item and (m := _NUMBERED.match(line.text.strip())):
            if (m[1] == parent and int(m[2]) == item + 1) or (parent and f"{int(m[2]) - 1}." == parent and not m[1] and line.text.isupper()):
                return _back(lines, header.last + 1, k, numbered=False), repeated
            if m[1] == parent:
                item = 0  # its cells hold lists
        if k > header.last + 1 and (text.startswith("trên đây là ") or (text.endswith("./.") and _CLOSING.match(text))):
            return _back(lines, header.last + 1, k, "no" in header.roles), repeated  # the last sentence of a plan, a single line at times
        if _STOP.match(text) and (line.text.strip().isupper() or not text.startswith(_ALSO_CELLS)):
            return _back(lines, header.last + 1, k, "no" in header.roles), repeated
        if text in _TITLES and line.text.strip().isupper() and k > header.last + 1 and k + 1 < n and lines[k + 1].text.lstrip()[:1] in ("-", "–", "+", "•"):
            return k, repeated
        if prose_width and text.startswith("[") and _NOTE.match(line.text) and text_width(line.text) > 0.6 * prose_width:
            return k, repeated
        if register and k > header.last + 1 and _NEXT_ITEM.match(line.text.strip()):
            return k, repeated
        if find_column_allotment(lines, k) is not None:
            titled = k - 1 > header.last + 1 and _ITEM_TITLE.fullmatch(lines[k - 1].text.strip())
            return k - 1 if titled else k, repeated
        if (behind := _repeated(lines, header, k)) > k:
            if (begin := _titled(lines, header.last + 1, k, behind, True)) < k:
                return begin, repeated
            repeated.append((k, behind))
            k = behind
            continue
        again = find_header(lines, k)
        if again is not None and header.roles[0] == "no" != again.roles[0] and (_counts_on(lines, header.last + 1, k, again.last + 1) or _groups_go_on(lines, header.last + 1, k, again.last + 1)):
            again = None  # "Chương trình | Các bộ, ngành liên quan | Tháng 8 năm 2026": cells of a row
        if again is not None and again.roles != header.roles and any(lines[n].text == lines[header.first].text for n in range(k + 1, again.last + 1)):
            again = None  # the last cells of a row above the header that a page repeats: "Báo cáo" over "STT"
        if again is not None and len(again.columns) >= 3:
            begin = _titled(lines, header.last + 1, k, again.last + 1, again.roles == header.roles)
            if begin < k:
                return begin, repeated
            if again.roles == header.roles:
                repeated.append((k, again.last + 1))
                k = again.last + 1
                continue
            return _back(lines, header.last + 1, k, "no" in header.roles), repeated
        if prose_width and k > header.last + 1 and _REMARK.match(text) and any(text_width(other.text) > 0.8 * prose_width for other in lines[k:k + 2]):
            return k, repeated  # "Ngoài ra, bệnh viện phấn đấu:" over lines wider than any cell
        if prose_width and "measure" in header.roles and line.text[:2] in ITEM_OPENINGS and bullets_behind(lines, header.last + 1, k, 0.8 * prose_width):
            return k, repeated
        if prose_width and not line.text.lstrip()[:1].islower() and (_CLOSING.match(text) or _HEADING.match(line.text.strip()) or text_width(line.text) > 0.8 * prose_width) \
                and _prose_from(lines, header.last + 1, k, prose_width, "no" in header.roles) and not _headed_again(lines, header, k):
            return _back(lines, header.last + 1, k, "no" in header.roles), repeated
        k += 1
    return n, repeated


def _repeated(lines: Sequence[Line], header: Header, k: int) -> int:
    """Index behind the header's words where they stand again from line `k` on, all of them or those of its first row alone, but for one or two
    that the page's edge cut off; `k` where they do not. What stands behind them is no heading, however it reads: the rest of a row that the
    page cut ("Ghi chú" over "đạo trực tiếp phụ trách")."""
    if lines[k].text.split()[:2] != lines[header.first].text.split()[:2]:
        return k
    for words in header_words(lines, header):
        if (behind := _printed_again(lines, header, k, words)) > k:
            return behind
    return k


def header_words(lines: Sequence[Line], header: Header) -> list[list[str]]:
    """The words of a header in the order of print: all of them and, of one in two levels, those of its first row alone."""
    words = [[word for n in range(header.first, header.last + 1) if not lines[n].furniture for word in lines[n].text.split()]]
    if header.parents:
        below = {(p.line, p.start) for column in header.columns if column.parent is not None for p in column.heading.pieces}
        top = sorted((p.line, p.start, p.end) for heading in (*header.parents, *(column.heading for column in header.columns)) for p in heading.pieces)
        words.append([word for n, a, b in top if (n, a) not in below for word in lines[n].text[a:b].split()])
    return words


def _printed_again(lines: Sequence[Line], header: Header, k: int, words: Sequence[str]) -> int:
    """`_repeated` for the header's `words`."""
    at = lost = 0
    n = k
    while n < len(lines) and n < k + header.last - header.first + MORE_LINES:
        here = [] if lines[n].furniture else lines[n].text.split()
        skipped = next((s for s in range(3 - lost) if words[at + s:at + s + len(here)] == here), None)
        if skipped is None:
            break
        at += len(here) + skipped
        lost += skipped
        n += 1
    return n if at == len(words) and at > (6 if lost else 3) else k


def _item_above(lines: Sequence[Line], at: int) -> tuple[str, int]:
    """The number of the item that a table with its header on line `at` stands right below, what it is a part of before it ("", 2 of
    "2. Lịch các hoạt động:", "2.", 4 of "2.4. Chỉ tiêu"); 0 without one."""
    above = [line.text.strip() for line in lines[max(0, at - 4):at] if not line.furniture]
    return next(((m[1], int(m[2])) for text in reversed(above) if (m := _NUMBERED.match(text))), ("", 0))


def _counts_on(lines: Sequence[Line], start: int, k: int, behind: int) -> bool:
    """Whether the first row number from line `behind` on goes on with the last one of lines `[start, k)`."""
    last = next((m for n in range(k - 1, start - 1, -1) if not lines[n].furniture and (m := _ROW_NUMBER.match(lines[n].text))), None)
    after = next((m for n in range(behind, min(behind + 40, len(lines))) if not lines[n].furniture and (m := _ROW_NUMBER.match(lines[n].text))), None)
    return last is not None and after is not None and int(after[1]) == int(last[1]) + 1


def _groups_go_on(lines: Sequence[Line], start: int, k: int, behind: int) -> bool:
    """Whether the next group of rows opens on line `behind`, with its first row soon below: "3 Công tác …" and "3.1" behind "2.2"."""
    last = next((m for n in range(k - 1, start - 1, -1) if not lines[n].furniture and (m := _PART_NUMBER.match(lines[n].text))), None)
    m = _ROW_NUMBER.match(lines[behind].text) if last is not None and behind < len(lines) else None
    if last is None or m is None or int(m[1]) != int(last[1]) + 1:
        return False
    part = next((m for line in lines[behind + 1:behind + 8] if not line.furniture and (m := _PART_NUMBER.match(line.text))), None)
    return part is not None and int(part[1]) == int(m[1]) and part[2] == "1"


def _section(text: str) -> int:
    """The number of a section's heading in capitals ("III. NHIỆM VỤ, GIẢI PHÁP", "I. CHUẨN BỊ (đến 30/6)"), 0 for any other line."""
    text = text.strip()
    if not _ROMAN_TITLE.fullmatch(text) or not (text.isupper() or _ASIDE.sub("", text).isupper()):
        return 0
    return _numeral(text)


def _titled_above(lines: Sequence[Line], k: int) -> int:
    """The number of the last section's heading above line `k` that is printed in small letters: "II. Mục tiêu năm 2026"; 0 without one."""
    return next((_numeral(text) for line in reversed(lines[:k]) if not line.furniture and line.text.lstrip()[:1] in "IVX" and _ROMAN_TITLE.fullmatch(text := line.text.strip())), 0)


def _lettered(text: str) -> int:
    """The number of a section's heading in capitals below a capital letter ("C. NHIỆM VỤ, GIẢI PHÁP", of the Party's bodies "C- NHIỆM VỤ"), 0 for any other line."""
    text = text.strip()
    return _LETTERS.find(text[0]) + 1 if len(text) > 6 and text[1:3] in _AFTER_LETTER and text.isupper() else 0


def _division(text: str) -> tuple[str, int] | None:
    """What a line that heads a part, chapter or article of the text is and its number: ("phần", 5) of "PHẦN V. TỔ CHỨC THỰC HIỆN"."""
    m = _DIVISION.match(fold(text.strip()))
    if m is None or not text.lstrip()[:1].isupper():
        return None
    number = "tư" if m[2] == "bốn" else m[2]
    return m[1], int(number) if number.isdecimal() else _ORDINALS.index(number) if number in _ORDINALS else _numeral(number.upper())


def _numeral(text: str) -> int:
    """The number that a text opens with in Roman numerals, 0 where it is none."""
    number = text[: len(text) - len(text.lstrip("IVX"))]
    return _ROMAN.index(number) + 1 if number in _ROMAN else 0


def _prose_from(lines: Sequence[Line], start: int, k: int, prose_width: float, numbered: bool) -> bool:
    """Whether the lines from `k` on are prose: most are as wide as the document's prose, none is a stack of short cells. In a table of
    `numbered` rows a bare number before a capital opens a row, however wide: no item of the text. On a page set across, wordings are as
    wide as prose elsewhere: short cells below them, or the number that is due behind the rows from line `start` on, tell them from it."""
    seen = wide = anew = cells = figured = ended = 0
    if numbered and _NUMBERED_ROW.match(lines[k].text):
        return False
    last = next((m for n in range(k - 1, start - 1, -1) if not lines[n].furniture and (m := _ROW_NUMBER.match(lines[n].text))), None) if numbered else None
    due = "1" if last is None else str(int(last[1]) + 1)
    for n in range(k, min(k + 16, len(lines))):
        if lines[n].furniture:
            continue
        if n > k and _STOP.match(fold(lines[n].text)):
            # A closing line or two with the mark that ends a plan's text, then recipients.
            row = lines[k].text.rstrip()[-1:].isalnum() and _CLOSING.match(fold(lines[k + 1].text)) is not None  # over the closing line
            return wide > 0 and not row and lines[n - 1].text.rstrip().endswith(("./.", "/."))
        if n > k and (_section(lines[n].text) or _lettered(lines[n].text)):
            break  # what stands behind the next section's heading tells nothing of the lines before it
        seen += 1
        wide += 0.8 * prose_width < text_width(lines[n].text) < 1.25 * prose_width
        begins = n > k and lines[n].text.lstrip()[:1].isupper() and not lines[n - 1].furniture
        bare = begins and lines[n - 1].text.rstrip()[-1:].isalnum()
        anew += bare
        ended += bare and _gap(lines, n)
        cells += begins and lines[n - 1].text.rstrip()[-1:] not in ".:;," and text_width(lines[n - 1].text) < _CELL * prose_width
        figured += _FIGURES.search(lines[n].text) is not None
        if numbered and (m := _ROW_NUMBER.match(lines[n].text)) and m[1].lstrip("0") == due and (m[2] == "" or n == start or (last is not None and last[2])):
            return False  # the row that is due, or "1." right below the headings
        if seen == 9:
            break
    if not numbered and (2 * anew > seen or ended > 2):
        return False  # each line a row of its own, whole: "Kiểm tra kỷ luật … VP HĐND và UBND Đột xuất"; or blank lines behind ends without a mark
    if cells > 1 or figured > 1:
        return False
    return seen >= 3 and wide / seen >= 0.55 and not (numbered and _part_due(lines, start, k))


def _part_due(lines: Sequence[Line], start: int, k: int) -> bool:
    """Whether the row that is due behind the last one with a number of two parts opens soon below line `k`: "1.2" behind "1.1"; or
    right above it, its number alone on a line."""
    found = [(n, m) for n in range(k, start - 1, -1) if not lines[n].furniture and (m := _PART_NUMBER.match(lines[n].text))][:2]
    if not found:
        return False
    at, above = found[0]
    if k - at < 3 and above[0].strip() == lines[at].text.strip() and len(found) > 1 and found[1][1][1] == above[1] and int(found[1][1][2]) == int(above[2]) - 1:
        return True
    for line in lines[k + 1:k + _PAGE]:
        if not line.furniture and (m := _PART_NUMBER.match(line.text)):
            return m[1] == above[1] and int(m[2]) == int(above[2]) + 1
        if _section(line.text):
            return False
    return False


def _headed_again(lines: Sequence[Line], header: Header, k: int) -> bool:
    """Whether the header stands again soon below line `k`, above a row that is not the first: what looks like prose there is a wide cell's."""
    if header.roles[0] != "no":
        return False
    for n in range(k + 1, min(k + _PAGE, len(lines))):
        if _STOP.match(fold(lines[n].text)) or _section(lines[n].text):
            return False
        if (behind := _repeated(lines, header, n)) > n:
            rest = (line.text.strip() for line in lines[behind:behind + 4] if not line.furniture)
            first = next((text for text in rest if not text.startswith("(1)")), "")
            return _ROW_NUMBER.match(first) is not None and not _FIRST_NUMBER.match(first)
    return False


def _gap(lines: Sequence[Line], n: int) -> bool:
    """Whether a blank line stands above line `n`."""
    above, here = lines[n - 1].place.lines, lines[n].place.lines
    return above is not None and here is not None and here[0] - above[1] > 1


def _back(lines: Sequence[Line], start: int, k: int, numbered: bool) -> int:
    """Step back over headings and centred titles that belong to what follows the table; rows of a table that is not
    `numbered` never start with a number of their own."""
    if not numbered and k - 1 > start and k < len(lines) and _ITEM_TITLE.fullmatch(lines[k - 1].text.strip()):
        k -= 1
    while k - 1 > start and not lines[k - 1].furniture:
        text = lines[k - 1].text.strip()
        upper = text.isupper() and len(text.split()) >= 3
        if text.endswith(":") and k - 2 > start and _ROMAN_TITLE.fullmatch(lines[k - 2].text.strip()) and lines[k - 2].text.isupper():
            k -= 2  # "IV. CHẾ ĐỘ BÁO CÁO", "Các đơn vị báo cáo theo lịch sau:" before the next table
            continue
        if text.isdecimal() and len(text) < 4 and k - 2 > start and _section(lines[k - 2].text):
            lines[k - 1].furniture = True  # the page's number below a heading that closes the page before
            k -= 2
            continue
        if not (_ROMAN_TITLE.fullmatch(text) and upper) and not re.match(r"(?:PHỤ LỤC|Phụ lục)\b", text):
            break
        k -= 1
    return k


def _titled(lines: Sequence[Line], start: int, k: int, behind: int, same: bool) -> int:
    """Where what heads the next table begins, with its header on lines `[k, behind)`: "2. Nhiệm vụ thường xuyên" or "Các nhiệm vụ cụ thể
    như sau:"; `k` where the line before is a row's. Rows numbered on behind the header are the same table's; `same`: its headings too."""
    text = lines[k - 1].text.strip()
    first = next((lines[n].text.strip() for n in range(behind, min(behind + 4, len(lines))) if not lines[n].furniture), "")
    if k - 1 <= start or lines[k - 1].furniture or not (_FIRST_NUMBER.match(first) or not (same or first[:1].isdigit())):
        return k
    if text.endswith(":") and text[:1].isupper() and len(text.split()) > 3:
        return k - 1
    m = _TABLE_TITLE.fullmatch(text)
    return k - 1 if m is not None and not (same and _counts_on(lines, start, k - 1, k - 1)) else k


def _over_remark(lines: Sequence[Line], start: int, k: int, prose_width: float | None) -> int:
    """Step back over a short paragraph between the last row and the next section: "Ngoài ra, phấn đấu 100% …." at full width."""
    if not prose_width or not lines[k - 1].text.rstrip().endswith((".", ";")):
        return k
    for n in range(k - 1, max(start, k - 6), -1):
        if lines[n].furniture:
            return k
        if _REMARK.match(fold(lines[n].text)) and (text_width(lines[n].text) > 0.8 * prose_width or n == k - 1):
            return n
    return k


def prose_width_of(lines: Sequence[Line], opening: Sequence[Line] = ()) -> float | None:
    """Width of the document's full prose lines: a high quantile over its lines, None where it has too few. Where most lines are a
    table's, the two widest of the few before it (`opening`) tell better how wide prose is set."""
    widths = _wordy(lines)
    if len(widths) < 12:
        return None
    return max([_LEAST_PROSE, widths[int(0.7 * (len(widths) - 1))], *_wordy(opening)[-2:-1]])


def _wordy(lines: Sequence[Line]) -> list[float]:
    return sorted(text_width(line.text) for line in lines if not line.furniture and len(line.text.split()) >= 9)
