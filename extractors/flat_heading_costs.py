"""What tells that words of a flattened table's header are two headings although a wording covers them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.flat_heading_words import Word
from extractors.table_headers import vocab, wording_role
from normalizers.text import fold

_BESIDE_TASKS = ("lead", "support", "owner", "time", "result", "horizon", "actual")
_OF_YEARS = ("horizon", "actual")
_BEFORE_DATES, _NO_HEADING = ("ngày", "tháng", "quý", "trước", "hạn"), 20.0
_YEAR = re.compile(r"(?:19|20)\d\d")
_TRIM = " .:;,*"


def misreading(words: Sequence[Word], i: int, j: int, role: str, text: str) -> float:
    """What it costs to read words `[i, j)`, folded `text`, as one heading of a known `role`."""
    if i and text[0].isdigit() and "/" in text and words[i - 1].text in _BEFORE_DATES:
        return _NO_HEADING  # "Hoàn thành trước ngày" over "31/12/2026": a row's time
    if role == "task":
        if text.endswith(" phối hợp") and j - i > 4 and not words[j - 2].small:
            return 2.0  # "NỘI DUNG TRIỂN KHAI | PHỐI HỢP | ĐƠN VỊ CHỦ TRÌ"
        return 2.0 if _swallows(words, i, j) or _above_later_years(words, i, j) or (text[-1].isdigit() and j < len(words) and words[j].text[:2] in ("nă", "20", "gi")) else 0.0
    if role == "horizon":
        # "Đơn vị tính" over "Đến năm 2026": what is counted till then has no column. "Nội dung chỉ tiêu 2026 2028 2030".
        of_unit = text.startswith("tính đến ") and i > 1 and words[i - 2].text == "đơn" and words[i - 1].text == "vị"
        beside = j - i > 1 and j < len(words) and words[j - 2].text != "năm" and not words[j].first and _YEAR.fullmatch(words[j].text) is not None
        return 2.0 if of_unit or beside or _parent_above(words, i, j) or _year_over_shares(words, i, j) or _before_actual(words, i, j) else 0.0
    if role == "quarter":
        # "Kế hoạch | Quý I | Quý II": the plan is the whole year's.
        return 2.0 if j - i > 2 and j < len(words) and words[j].text == words[j - 2].text and not words[j].small and not words[j - 2].small else 0.0
    if role == "result":
        # "Đầu ra | Dự kiến kinh phí", in capitals.
        return 2.0 if text.endswith(" dự kiến") and [w.text for w in words[j:j + 2]] == ["kinh", "phí"] else 0.0
    if role == "indicator":
        # "Chỉ tiêu | Thực hiện" over "năm 2025".
        return 2.0 if text.endswith(" thực hiện") and j < len(words) and words[j].first and (words[j].text == "năm" or _YEAR.match(words[j].text)) else 0.0
    return 0.0


def _parent_above(words: Sequence[Word], i: int, j: int) -> bool:
    """Whether words `[i, j)` join a merged heading and the first of the years that stand below it, several on one line: "Chỉ tiêu phấn đấu"
    over "Năm 2026 Năm 2030"."""
    k = next((k for k in range(i + 1, j) if words[k].first), None)
    if k is None or words[k].small:
        return False
    year = _year_from(words, k)
    if year != j or j >= len(words) or words[j].small or (after := _year_from(words, j)) is None:
        return False
    if j - k != after - j if words[j].first else j - k < after - j:
        return False  # "Nội dung Năm" over "2026 Năm 2028"
    return vocab().parent(fold(" ".join(w.printed for w in words[i:k])).strip(_TRIM)) == "horizon"


def _before_actual(words: Sequence[Word], i: int, j: int) -> bool:
    """Whether words `[i, j)` join a wording's heading and that of a year gone by, which a capital opens: "Chỉ tiêu Thực hiện năm 2025"."""
    if words[i].text not in ("chỉ", "mục", "các", "tên", "nội"):
        return False
    return any(not words[k].small and wording_role(_text(words[k:j])) == "actual" and wording_role(_text(words[i:k])) == "indicator" for k in range(i + 2, j - 1))


def _year_over_shares(words: Sequence[Word], i: int, j: int) -> bool:
    """Whether words `[i, j)` join a year and the first of the columns below it: "Kế hoạch năm 2026" over "Tỉnh giao Xã phấn đấu"."""
    k = next((k for k in range(i + 1, j) if words[k].first), None)
    if k is None or words[k].small or not _YEAR.fullmatch(words[k - 1].text) or wording_role(_text(words[k:j])) != "value":
        return False
    return any(wording_role(_text(words[j:end])) == "value" for end in range(j + 2, min(j + 5, len(words)) + 1))


def _above_later_years(words: Sequence[Word], i: int, j: int) -> bool:
    """Whether words `[i, j)` join a wording's heading and a merged one on the line below it whose years close the header: "Nội dung" over
    "Kế hoạch", then "Cơ quan chủ trì", "Năm 2026", "Năm 2028"."""
    k = next((k for k in range(i + 1, j) if words[k].first), None)
    if k is None or words[k].small or words[k].printed.isupper() or any(words[n].first for n in range(k + 1, j)):
        return False
    if vocab().parent(_text(words[k:j]).strip(_TRIM)) != "horizon" or wording_role(_text(words[i:k])) not in ("task", "indicator"):
        return False
    return sum(_YEAR.fullmatch(word.text) is not None for word in words[j:]) > 1


def _year_from(words: Sequence[Word], k: int) -> int | None:
    """The place behind a year that opens with word `k`: "2026", "Năm 2026", "Đến năm 2026"; None where there is none."""
    for skipped in range(3):
        if k + skipped >= len(words):
            return None
        if _YEAR.fullmatch(words[k + skipped].text):
            return k + skipped + 1
        if words[k + skipped].text not in ("năm", "đến", "hết"):
            return None
    return None


def _swallows(words: Sequence[Word], i: int, j: int) -> bool:
    """Whether a task's heading, words `[i, j)`, holds the capital of the heading beside it: "Hoạt động chính Phối hợp thực hiện"."""
    inner = [k for k in range(i + 1, j - 1) if not words[k].small and words[k].printed[1:2].islower()]
    if len(inner) != 1 or wording_role(_text(words[i:inner[0]])) != "task":
        return False
    return wording_role(_text(words[inner[0]:j])) in (_OF_YEARS if words[inner[0]].first else _BESIDE_TASKS)


def _text(words: Sequence[Word]) -> str:
    return fold(" ".join(w.printed for w in words))
