"""What introduces a number: comparators ("tối thiểu"), verbs ("phấn đấu đạt"), changes ("giảm") and the words between."""

from __future__ import annotations

import csv
import re
from functools import lru_cache

from normalizers.acts import opens_act
from normalizers.measures import VOCAB
from normalizers.pattern_ends import last_words
from normalizers.text import fold

_FILLER = re.compile(
    r"(?:(?:tập trung |tích cực )?phấn đấu|nỗ lực|cố gắng|(?:đặt|đề)(?: ra)? mục tiêu|đảm bảo|bảo đảm|đạt được|đạt|dự kiến|ước tính|ước|sẽ|phải|chiếm|có|là|còn|(?<!tải )(?:lên|xuống)|trong đó|đồng thời|ở mức|"
    r"mức|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|quyết tâm|(?<!vượt )(?:mục tiêu|chỉ tiêu)|duy trì|ổn định|cơ bản|hàng năm|hằng năm|mỗi năm|bình quân|trung bình|đến|thêm|tiến tới|tiến đến|hướng tới|:) ?$"
)
_REACHED = re.compile(r"(?:đạt|đạt được|chiếm|là|còn|(?<!tải )(?:lên|xuống)|mức|:) ?$")
_LEVELLED = re.compile(r"^(?:còn|xuống|lên|đạt|đến|về)(?!\w)")
_APART = re.compile(r"(?<!\w)(tối thiểu|ít nhất|tối đa|nhiều nhất|không quá) (?=(?:tại|ở|cho|đối với|với|trong|đến|tới|mỗi năm|hằng năm) $)")
# "…, | ít nhất mỗi xã có | 01 mô hình": a comparator that stands before the subject, said of the number
_FRONTED = re.compile(r"(?:(?<=^)|(?<=[,;:.-] ))(tối thiểu|ít nhất) (?=[^\W\d_]+ [^,;:.\d]{2,70}(?:có|có thêm|được|thêm|giảm|tăng) $)")
# "Không tổ chức thanh tra, kiểm tra | quá 01 lần": how often it may be done at most; not "không để nợ quá 90 ngày"
_NEVER_OVER = re.compile(r"(?<!\w)không (?:được )?(?P<act>(?!để|có|quá|vượt)[^.;:\d]{2,70}) quá $")
_DONE_OFTEN = ("thanh tra", "kiểm tra", "tuyển", "họp")
_BY_YEAR = re.compile(r"(?:(?:(?:đến|vào|trước|trong|tới) )?(?:hết |cuối )?năm |(?<!\w)(?:đến|vào|tới) )(?:19|20)\d\d[,:]? ?$")
_LINKED = re.compile(r"(?:[,;:]|và) ?$")
_CHANGE = re.compile(r"(nâng|hạ|tăng|tăng thêm|tăng trưởng|giảm|giảm bớt|cắt giảm|tăng bình quân|giảm bình quân|tăng trung bình) ?$")
_OF_BANG = ("mặt ", "công ", "cân ", "đồng ", "văn ", "thăng ", "cấp ")
_AS_ABOVE = ("nêu ", "nói ", "kể ")
_ZERO = re.compile(r"0(?![\d/:hg-]|[.,]\d| giờ)")
# The last words of these: behind any other word their search would fail.
_FILLER_ENDS = last_words(_FILLER)
_CHANGE_ENDS = last_words(_CHANGE) | {""}


@lru_cache(maxsize=1)
def comparator_rows() -> tuple[tuple[str, str, str], ...]:
    """(phrase, comparator, "before" | "after") of `vocab/comparators.csv`."""
    with (VOCAB / "comparators.csv").open(encoding="utf-8", newline="") as file:
        return tuple((r["phrase"], r["comparator"], r["side"]) for r in csv.DictReader(file))


@lru_cache(maxsize=2)
def comparators(side: str) -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    """The pattern of one side, its table, and the last words of its phrases."""
    table = {fold(p): c for p, c, s in comparator_rows() if s == side}
    alts = "|".join(re.escape(p) for p in sorted(table, key=lambda p: (-len(p), p)))
    # a sign may be printed on to the word before it ("BHYT≥95%"), words may not
    return re.compile(rf"(?:(?<!\w)|(?<=\w)(?=[≥≧≤≦<>]))({alts}) ?$" if side == "before" else rf" ?({alts})(?!\w)"), table, frozenset(p.split()[-1] for p in table)


def introduction(low: str, at: int) -> tuple[int, int, str | None, bool, str | None, str | None]:
    """Words that introduce the number at `at`: (lead, start of the comparator, comparator, reached, change, trend)."""
    if at == 0:
        return 0, 0, None, False, None, None
    pattern, table, comparing = comparators("before")
    pos, start, comparator, reached, change, trend = at, at, None, False, None, None
    if low.endswith(" về ", 0, at) and _ZERO.match(low, at):
        pos, start, reached, trend = at - 3, at - 3, True, "decrease"  # "đưa số vụ cháy lớn | về 0"
    for _ in range(9):
        left = low[max(0, pos - 40) : pos]
        word = left.rstrip().rpartition(" ")[2]
        if not word.isalpha():
            word = ""
        off = pos - len(left)
        m = pattern.search(left) if not word or word in comparing else None
        if m and m[1] == "trên" and left.endswith(_AS_ABOVE, 0, m.start()):
            m = None  # "các xã nêu trên | còn 60%"
        if m and m[1] == "bằng" and left.endswith(_OF_BANG, 0, m.start()):
            break  # "giải phóng mặt bằng | 100% diện tích": the end of a word
        if m and not (m[1] == "từ" and pos < at and comparator is None) and not (m[1].startswith("tương đương") and left.endswith(("hoặc ", "và "), 0, m.start())):
            if comparator is None:
                comparator = table[m[1]]
            # "không dưới" is found whole, so a stacked comparator only moves the start.
            pos = start = off + m.start()
            reached = reached or m[1] in ("≥", "≤", ">", "<", "=", ">=", "<=") or m[1].startswith("đạt ")
            continue
        if word == "quá" and comparator is None and (never := _NEVER_OVER.search(low, max(0, pos - 90), pos)) and (opens_act(never["act"]) or never["act"].startswith(_DONE_OFTEN)):
            return pos - 4, pos - 4, "<=", reached, change, trend
        m = _CHANGE.search(left) if word in _CHANGE_ENDS else None
        if m and (m.start() == 0 or not left[m.start() - 1].isalnum()):
            # "giảm còn 2%" reaches a level; only "giảm 2%" is a difference.
            if _LEVELLED.search(low[pos:at]):
                trend = "decrease" if m[1].startswith(("giảm", "cắt", "hạ")) else "increase"
                break
            if m[1] not in ("nâng", "hạ"):  # "nâng lên 90%" reaches a level, "nâng 5 km đường" is work on so much
                change = change or ("decrease" if "giảm" in m[1] else "increase")
            break
        m = _FILLER.search(left, max(0, len(left) - 24)) if not word or word in _FILLER_ENDS else None
        m = m or (_BY_YEAR.search(left) if not word else None)
        if m and m[0].rstrip().endswith(",") and left[: m.start()].strip() and not _LINKED.search(left[: m.start()]):
            break  # the year closes the outcome before: "… vào năm 2026, 2.000 doanh nghiệp"
        if m and (m.start() == 0 or not left[m.start() - 1].isalnum()) and not left.endswith(("trở lên ", "trở lên", "trở xuống ")):
            reached = reached or bool(_REACHED.match(m[0]))
            pos = off + m.start()
            continue
        break
    if pos < start and _REACHED.search(low[pos:start]):
        reached = True
    return pos, start, comparator, reached, change, trend


def apart_comparator(low: str, start: int) -> re.Match[str] | None:
    """A comparator that a preposition parts from the number at `start`: "tối thiểu tại | 30%", "ít nhất ở | 20%"."""
    if start < 10:
        return None
    near = low[max(0, start - 40) : start]
    apart = _APART.search(low, max(0, start - 40), start) if "tối " in near or "nhất " in near or " quá " in near or near.startswith("quá ") else None
    return apart or (_FRONTED.search(low, max(0, start - 90), start) if near.endswith(("có ", "được ", "thêm ", "giảm ", "tăng ")) and ("ít nhất " in low or "tối thiểu " in low) else None)
