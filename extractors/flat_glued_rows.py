"""Row numbers that a dump prints on the last line of the header above them: "… Phối hợp 1 Chỉnh trang các tuyến", "… Ghi chú 8"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import Line
from extractors.flat_end import MORE_LINES, header_words
from extractors.flat_header import find_header
from extractors.flat_nesting import Header
from extractors.flat_stream import part_of
from normalizers.text import CAPITALS

_NUMBER_OPENS = re.compile(r"\s*(?:STT|TT|Stt|Số TT)\s")
_FIRST_ROW = re.compile(rf"[^\W\d_]\)? +(?P<row>(?:0?1|I|A|1\.1)[.)]?(?:\s+[{CAPITALS}“\"].*)?\s*)$")
_GLUED_SHARE = re.compile(r"(?<=[a-zđà-ỹ])Trong đó")
_ANY_ROW = re.compile(rf"\s+(?P<row>(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,2}}|[IVX]{{1,5}}|[A-H])[.)]?(?:\s+[{CAPITALS}“\"].*)?\s*)$")
_MOST_LINES = 6  # of a header whose last line holds more


def header_above_row(lines: list[Line], at: int) -> Header | None:
    """The header that starts with line `at` and whose last line goes on with the first row, which is then parted from it in `lines`; None
    where there is none so."""
    if not _NUMBER_OPENS.match(lines[at].text):
        return None
    for n in range(at, min(at + _MOST_LINES, len(lines))):
        m = _FIRST_ROW.search(lines[n].text)
        if m is None or lines[n].furniture:
            continue
        parted = [part_of(lines[n], 0, m.start("row")), part_of(lines[n], m.start("row"), len(lines[n].text))]
        header = find_header([*lines[at:n], *parted, *lines[n + 1:n + 3]], 0)
        if header is None or header.last != n - at:
            return None
        lines[n:n + 1] = parted
        return find_header(lines, at)
    return None


def part_rows(lines: list[Line], header: Header) -> None:
    """Part rows in `lines` from the last line of `header` where later pages repeat it in front of them."""
    first = lines[header.first].text.strip()
    last = lines[header.last].text.strip()
    span = header.last - header.first
    if not _NUMBER_OPENS.match(lines[header.first].text):
        return
    n = header.last + 1 + span
    while n < len(lines):
        text = lines[n].text
        if last in text and text.strip().startswith(last) and lines[n - span].text.strip().startswith(first) \
                and (m := _ANY_ROW.match(text, len(text) - len(text.lstrip()) + len(last))):
            lines[n:n + 1] = [part_of(lines[n], 0, m.start("row")), part_of(lines[n], m.start("row"), len(text))]
        n += 1


def part_shares(lines: list[Line], header: Header) -> None:
    """Part the end of a row from the share below it that a dump glues to it: "và Du lịchTrong đó: Khách quốc tế"."""
    n = header.last + 1
    while n < len(lines):
        if "Trong đó" in lines[n].text and (m := _GLUED_SHARE.search(lines[n].text)):
            lines[n:n + 1] = [part_of(lines[n], 0, m.start()), part_of(lines[n], m.start(), len(lines[n].text))]
        n += 1


def part_tails(lines: list[Line], header: Header) -> None:
    """Part what is left of a row that the page cut from the last word of the header that the next page repeats: "căn cứVX" of
    "Ghi chú, căn cứ" above the rest of "12/UBND-VX", which stands on the same height and further left."""
    opening = lines[header.first].text.split()[:2]
    choices = [words for words in header_words(lines, header) if len(words) > 3]
    n = header.last + 1
    while n < len(lines):
        if lines[n].text.lstrip().startswith(opening[0]) and lines[n].text.split(None, 2)[:2] == opening:
            for words in choices:
                if (at := _last_word(lines, n, header.last - header.first, words)) is not None:
                    line, end, glued = at
                    if glued:
                        lines[line:line + 1] = [part_of(lines[line], 0, end), part_of(lines[line], end, len(lines[line].text))]
                    break  # the whole header again: the end of its first row is glued to its second row, to no row
        n += 1


def _last_word(lines: Sequence[Line], n: int, span: int, words: Sequence[str]) -> tuple[int, int, bool] | None:
    """Line and end of the last of the header's `words`, printed again from line `n` on, and whether other letters follow it at once."""
    at = 0
    for k in range(n, min(n + span + MORE_LINES, len(lines))):
        for m in re.finditer(r"\S+", lines[k].text) if not lines[k].furniture else ():
            if at == len(words) - 1:
                return (k, m.start() + len(words[at]), len(m[0]) > len(words[at])) if m[0].startswith(words[at]) else None
            if m[0] != words[at]:
                return None
            at += 1
    return None
