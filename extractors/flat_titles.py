"""Titles of groups that stand without a number between the numbered rows of a flattened table ("Kinh tế", "Xã hội")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.cell_kinds import acts, is_measure, time_fit, unit_fit
from extractors.flat_cut import split_row
from extractors.flat_rows import Mark
from extractors.flat_score import Scorer
from extractors.flat_segment import RowCells
from extractors.flat_stream import SPACE
from normalizers.text import fold

_FIGURE = re.compile(r"[≥≤<>]?\d[\d.,]*%?|[-–]")
_PRODUCT = re.compile(r"(?:báo cáo|kế hoạch|quyết định|văn bản|công văn|tờ trình|hội nghị|quy chế|nghị quyết|thông báo|biên bản|danh sách|danh mục|hồ sơ)(?: kết quả| tổng kết| sơ kết| định kỳ| triển khai| thực hiện| ban hành| phê duyệt| chỉ đạo)*")  # a product, above no rows
_INDICATOR = re.compile(r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tổng|số|diện tích|thu nhập|chỉ số|giá trị|sản lượng|mức|tốc độ|thu ngân|mật độ) ")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST = 12   # words of such a title
_LONGEST = 24  # … of one that counts itself
_STAGE = re.compile(r"(?:giai đoạn|đợt|bước|phần|nhóm|tuần) (?:\d|[ivx]+(?=[ .:]))")  # "Giai đoạn 2 Cao điểm (từ 01/11 đến 31/12)", "Bước 1: Chuẩn bị"
_GROUP = re.compile(r"nhóm (?:các )?(?:nhiệm vụ|giải pháp|chỉ tiêu|mục tiêu|công việc|nội dung)\b")  # "Nhóm nhiệm vụ về cải cách hành chính": no unit
# "Tháng 3/2026", "QUÝ II NĂM 2026": in a table without a column of times the rows below are dated so.
_DATED = re.compile(r"(?:(?:công việc|nhiệm vụ|nội dung|hoạt động)(?: trọng tâm)? )?(?:trong )?(?:(?:tháng|tuần) \d{1,2}|qu[ýí] (?:[ivx]{1,3}|\d))(?: ?[-,] ?(?:\d{1,2}|[ivx]{1,3}))*(?:(?:/| năm )20\d\d)?:?")
_LONG_TITLE, _MOST_LINES = 45, 4  # words of a title of several lines
_FAR_WORSE = 4.0  # … where the rows behind it are counted anew
_WORSE = 1.0   # the row without the title may score this much less, its cells being shorter

Range = tuple[Mark | None, int, int]


def with_titles(scorer: Scorer, ranges: Sequence[Range], scores: Sequence[float]) -> list[Range]:
    """`ranges` with the last lines of rows that are titles of the groups behind them as ranges of their own. Only where the
    table opens with such a title above its first number; `scores` are those of the rows as they are."""
    if len(ranges) < 4 or ranges[0][0] is not None or not (_is_title(scorer, *ranges[0][1:]) or _is_long_title(scorer, *ranges[0][1:])):
        return list(ranges)
    words = scorer.stream.words
    out = [ranges[0]]
    for (mark, lo, hi), (after, _, _), score in zip(ranges[1:], [*ranges[2:], (None, 0, 0)], scores[1:], strict=True):
        at = next((k for k in range(hi - 1, lo, -1) if words[k].first), lo)
        anew = mark is not None and after is not None and after.path[0] == 1  # only a title can stand between
        if anew and (above := _above(scorer, lo, at)) and (_capitals(scorer, above, hi) or not _is_title(scorer, at, hi)):
            at = above
        if at > lo and mark is not None and after is not None and mark.style == after.style == "digit" and _closes(scorer, at - 1) and (_is_title(scorer, at, hi) or (anew and _is_long_title(scorer, at, hi))):
            row = split_row(scorer, lo, at)
            if row.score > score - (_FAR_WORSE if anew else _WORSE) and sum(bool(cell) for cell in row.cells) > 1:
                out += [(mark, lo, at), (None, at, hi)]
                continue
        out.append((mark, lo, hi))
    return out


def titles_between(scorer: Scorer, rows: Sequence[RowCells], wording: int) -> list[tuple[int, int]]:
    """Words `[i, j)` of the lines that head groups in a table without row numbers, as its `rows` were split without knowing of them: the first
    line of a wording that ends early or is wider than its column, or the last of a row. Only where the table opens with one, and another follows."""
    words, width = scorer.stream.words, scorer.models[wording].width
    found: list[tuple[int, int]] = []
    for n, row in enumerate(rows):
        for i, j in row.cells[wording][:1]:
            end = next((k for k in range(i + 1, j) if words[k].first), j)
            counted = words[i].text == f"{len(found) + 1}."  # "1. Giai đoạn phòng ngừa"
            if width and end == j and words[i].first and n + 1 < len(rows) and not any(row.cells[:wording] + row.cells[wording + 1:]) and _is_title(scorer, i, end):
                found.append((i, end))  # a row by itself, nothing else in it
            if not (width or counted) or end == j or not words[i].first or not words[end].text[:1].isupper() or not _is_title(scorer, i + counted, end, counted):
                continue
            line = scorer.right[end - 1] - scorer.left[i]
            told = width is not None and (line > 1.08 * width or line + SPACE + words[end].width < 0.9 * width)
            if told or _act_below(scorer, i, end):
                found.append((i, end))
        if n == 0 and not found:
            return []
        last = max((c for c, spans in enumerate(row.cells) if spans), default=wording)
        if last != wording and width:
            i, j = row.cells[last][-1]
            at = next((k for k in range(j - 1, i, -1) if words[k].first), i)
            if at > i and _closes(scorer, at - 1) and _is_title(scorer, at, j) and scorer.span(last, i, at) > scorer.span(last, i, j) + _WORSE:
                found.append((at, j))
    return found if len(found) > 1 else []


def _above(scorer: Scorer, lo: int, at: int) -> int:
    """Where a title opens whose last lines, in small letters or wholly in capitals, stand from word `at` on; 0 where it does not so."""
    words = scorer.stream.words
    capitals = 0
    for _ in range(_MOST_LINES - 1):
        over = next((k for k in range(at - 1, lo, -1) if words[k].first), lo)
        if over <= lo or not _capitals(scorer, over, at + 1) or unit_fit(scorer.shown(over, at)) >= 0.5 or time_fit(scorer.text(over, at)) >= 0.5:
            break  # "UBND XÃ" over "CHUYỂN ĐỔI SỐ" is the cell above
        capitals = at = over
    if capitals:
        return capitals
    for _ in range(_MOST_LINES - 1):
        if at <= lo or not words[at].text[:1].islower():
            return 0
        at = next((k for k in range(at - 1, lo, -1) if words[k].first), lo)
        if at > lo and words[at].text[:1].isupper():
            return at
    return 0


def _capitals(scorer: Scorer, lo: int, hi: int) -> bool:
    """Whether words `[lo, hi)` are printed in capitals: "LĨNH VỰC VĂN HÓA -" over "XÃ HỘI"."""
    return hi - lo > 2 and all(word.text.isupper() or word.text in "-–,&" for word in scorer.stream.words[lo:hi])


def _is_long_title(scorer: Scorer, lo: int, hi: int) -> bool:
    """Whether words `[lo, hi)` could be a title of several lines, the later ones in small letters: "Nâng cao nhận thức, đột phá về" over "đổi mới
    tư duy", or all in capitals."""
    words = scorer.stream.words
    lines = [k for k in range(lo, hi) if words[k].first]
    if not 2 <= len(lines) <= _MOST_LINES or hi - lo > _LONG_TITLE or not words[lo].text[:1].isupper() or words[hi - 1].text[-1] in ".,;:-–":
        return False
    if not (all(words[k].text[:1].islower() for k in lines[1:]) or _capitals(scorer, lo, hi)) or any(char.isdigit() for word in words[lo:hi] for char in word.text):
        return False
    return unit_fit(scorer.shown(lo, hi)) < 0.5 and time_fit(scorer.text(lo, hi)) < 0.5


def _act_below(scorer: Scorer, i: int, k: int) -> bool:
    """Whether the line of a wording that opens at word `k` begins it, whatever the line from word `i` on says: the line before ended as
    the last of a cell does, or an act opens there with a capital ("Phát triển hạ tầng số" over "Rà soát, đề xuất …")."""
    stream = scorer.stream
    if stream.ends_bare and not stream.words[k].hanging:
        return True
    number = stream.words[i].text
    if number[-1] == "." and number[:-1].isdecimal() and stream.words[k - 1].text[-1].islower() and _INDICATOR.match(scorer.text(k, min(k + 3, len(stream.words)))):
        return True  # "1. Phát triển hạ tầng số" over "Tỷ lệ hộ …"
    return acts(scorer.text(k, min(k + 4, len(stream.words)))) and stream.words[k - 1].text[-1:].isalpha() and not (stream.wraps_spaced and stream.words[k].hanging)


def _closes(scorer: Scorer, k: int) -> bool:
    """Whether word `k` may end a row: no comma stands behind it ("Quyết định," over "Quy chế hoạt động")."""
    return scorer.stream.words[k].text[-1] not in ",-–&/"


def _is_title(scorer: Scorer, lo: int, hi: int, counted: bool = False) -> bool:
    """Whether words `[lo, hi)` are one line that could head rows: a few words with a capital, no figure, unit or time. Behind a number of
    its own (`counted`) it may only open like a time: "Giai đoạn ứng phó"."""
    words = scorer.stream.words[lo:hi]
    if 3 <= len(words) <= _LONGEST and _STAGE.match(fold(" ".join(word.text for word in words[:4]))) and not any(word.first for word in words[1:]):
        return words[0].text[:1].isupper()
    if dates_rows(scorer, lo, hi):
        return True
    if not 2 <= len(words) <= _MOST or not words[0].text[:1].isupper() or any(word.first for word in words[1:]):
        return False
    if any(char.isdigit() for word in words for char in word.text) or words[-1].text[-1] in ",;-–" or _PRODUCT.fullmatch(scorer.text(lo, hi)):
        return False
    return (unit_fit(scorer.shown(lo, hi)) < 0.5 or bool(_GROUP.match(scorer.text(lo, hi)))) and time_fit(scorer.text(lo, hi)) < (0.9 if counted else 0.5) and not is_measure(scorer.text(lo, hi))


def dates_rows(scorer: Scorer, lo: int, hi: int) -> bool:
    """Whether words `[lo, hi)` are a line that says when the rows below it are done, in a table without a column of times: "Tháng 3/2026"."""
    words = scorer.stream.words[lo:hi]
    if not 2 <= len(words) <= 6 or any(word.first for word in words[1:]) or not words[0].text[:1].isupper() or not any(c.isdigit() or c in "IV" for c in words[-1].text):
        return False
    return _DATED.fullmatch(scorer.text(lo, hi).strip()) is not None and not any(model.role == "time" for model in scorer.models)


def is_row_of_figures(scorer: Scorer, lo: int, hi: int) -> bool:
    """Whether a group's words `[lo, hi)` end with as many figures as the table has columns of figures: a row of its own that sums up those
    below it ("II Cải cách thủ tục hành chính 15 12,40 14,25"), no title across the table ("II Giai đoạn 2026 - 2030")."""
    due = sum(model.role in ("value", "actual") for model in scorer.models)
    words = [word.text for word in scorer.stream.words[max(lo, hi - due - 1):hi]]
    if due < 2 or len(words) <= due or _FIGURE.fullmatch(words[0]):
        return False
    return all(_FIGURE.fullmatch(word) for word in words[1:]) and sum(word[0].isdigit() and not _YEAR.fullmatch(word) for word in words[1:]) > 1
