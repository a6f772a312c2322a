"""Time cells by sight: whether a text is a time phrase and nothing else, and whether a line goes on with one."""

from __future__ import annotations

import re
from functools import lru_cache

from normalizers.deadline_items import Item, Mark, Window
from normalizers.deadline_scan import blocked, events, scan
from normalizers.deadline_tokens import Token, tokenize
from normalizers.text import fold, squash

_FILLERS = frozenset(
    "hoàn thành xong thực hiện dự kiến triển khai tổ chức thời gian hạn tiến độ hiệu quả thời điểm chậm nhất là cần  ngay giao những đã kịp đợt ít tối thiểu sáng chiều duy trì vận hành cập nhật lịch ban trong các".split()  # noqa: SIM905 - one word list reads better
)
_BY = frozenset("tiến lộ kế quy yêu chỉ hướng đợt mùa thời lịch giai chương văn nhu thực tình phân đề sự kết".split())  # noqa: SIM905
_COMPLETIONS = ("", "2026", "năm 2026", "/2026", "I/2026", "12/2026", "31/12/2026", "ngày 31/12/2026", "tháng 12/2026", "quý I/2026", "theo",
                "tiếp theo", "năm tiếp theo", "các năm tiếp theo", "trở đi", "năm", "quý, năm", "đầu năm 2026", "tháng", "xuyên", "tục", "kỳ quý",
                "năm 2026 và các năm tiếp theo", "tháng đầu năm 2026", "cầu)", "/lần", "lần")


def _covered(tokens: tuple[Token, ...], items: list[Item]) -> bool:
    inside = {p for item in items for p in range(item.start, item.end)}
    for p, token in enumerate(tokens):
        if p in inside or token.text in _FILLERS:
            continue
        if token.kind == "num" and p + 1 < len(tokens) and (tokens[p + 1].kind == "unit" or tokens[p - 1].text == "đợt"):
            continue
        if token.kind in ("num", "other", "word", "verb"):
            return False
    return True


def _two_cells(raw: str, tokens: tuple[Token, ...], items: list[Item]) -> bool:
    """The end of another cell and a time cell on one line ("triển khai Hàng năm"), or the middle of a sentence of reports."""
    if raw.isupper():
        return False
    if sum(token.kind == "report" for token in tokens) > 1 and tokens[0].kind != "periodic":
        return True
    if items[0].start > 0 and raw[0].islower() and raw[tokens[items[0].start].start].isupper():
        return True
    if any(token.kind == "vision" for token in tokens) and tokens[0].kind == "num":
        return True
    return any(
        tokens[item.start].kind in ("each", "ongoing") and raw[tokens[item.start].start].isupper()
        and tokens[item.start - 1].text[-1].isalnum() for item in items if item.start > 0
    )


@lru_cache(maxsize=32768)
def is_time_phrase(text: str) -> bool:
    """Whether a text is nothing but a time phrase: what a cell of a time column may hold ("Quý I/2026", "Khi có chủ trương …").

    A condition counts when it starts like a cell, with a capital ("Khi …", "Theo tiến độ …"), and is short.
    """
    if not text or len(text) > 200:
        return False
    raw = squash(text)
    tokens = tokenize(raw)
    if not tokens or len(tokens) > 40 or tokens[0].kind in ("report", "-", "+", "*") or tokens[-1].kind == "of":
        return False
    if raw.endswith(".") and not raw[0].isupper():
        return False  # the tail of a sentence
    items = events(scan(tokens, blocked(tokens)), tokens)
    if not items or not _covered(tokens, items):
        return False
    first = items[0]
    if _two_cells(raw, tokens, items):
        return False
    if isinstance(first, Mark) and first.kind == "cond" and first.value != "adhoc":
        if not raw[:1].isupper() or tokens[first.start].text in ("căn cứ", "trên cơ sở") or len(tokens) > 24 or (len(tokens) - first.start < 4 and first.value == ""
                                                             and not tokens[first.start].text.startswith(("theo", "sau", "ngay", "trước", "trong")) and tokens[-1].value != "adhoc"):
            return False
        if tokens[first.start].text != "theo":
            return True
        return first.start + 1 < len(tokens) and tokens[first.start + 1].text in _BY
    if all(isinstance(item, Mark) and item.kind in ("vision", "event") for item in items):
        return False
    if isinstance(first, Window) and first.hi.grain == "day" and first.hi.year is None and tokens[first.start].kind == "num" and first.mode == "in":
        return len(tokens) == 3 and all(len(t.text) == 2 for t in (tokens[0], tokens[2]))
    return True


def _viable(text: str) -> bool:
    """Whether some ending makes a time phrase of the text."""
    if is_time_phrase(text):
        return True
    return any(is_time_phrase(f"{text} {tail}") or (tail[:1].isalnum() and is_time_phrase(text + tail)) for tail in _COMPLETIONS if tail)


@lru_cache(maxsize=32768)
def could_continue_time(prefix: str, nxt: str) -> bool:
    """Whether the line `nxt` plausibly goes on with the time cell begun by `prefix` ("Năm 2026 và" + "các năm tiếp").

    Two phrases complete in themselves ("Quý I/2026" + "Quý II/2026") are two cells, unless the second starts small.
    """
    left, right = squash(prefix), squash(nxt)
    if not left or not right or len(left) + len(right) > 160 or re.match(r"[-+•*] ?[^\W\d_]", right):
        return False
    if re.search(r"/\s?\d{1,3}$", left) and re.fullmatch(r"\d{1,3}", right):
        tail = re.findall(r"\d+$", left)[0] + right
        return len(tail) == 4 and tail.startswith("20")
    dangling = not is_time_phrase(left) or bool(re.search(r"(?i)([-–/,(]|\b(và|đến|từ|trước|năm|tháng|quý|ngày|hết|hoặc))$", left))
    if not dangling and (right[0].isupper() or right[0].isdigit()) and not fold(right).startswith("("):
        return False
    if not dangling and is_time_phrase(right) and not right[0].islower():
        return False
    if not _viable(left):
        return False
    return _viable(f"{left} {right}") or (left[-1] in "/-" and _viable(left + right))
