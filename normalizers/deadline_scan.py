"""A text's time phrases left to right: cited documents left out, conditions taken to the end of their clause."""

from __future__ import annotations

from dataclasses import replace

from normalizers.deadline_grammar import Grammar, openings
from normalizers.deadline_items import Amount, Item, Mark, Recurrence, Window
from normalizers.deadline_tokens import Token

# What ends a cited document's number, and what bounds an act's time: "… theo Nghị quyết số 57-NQ/TW hoàn thành trước | ngày 26/3".
_SINCE = frozenset(("từ khi", "kể từ khi", "sau khi", "ngay sau khi", "ngay khi"))
_AFTER_NUMBER = frozenset((",", ";", ".", "before", "latest", "within"))


def blocked(tokens: tuple[Token, ...]) -> set[int]:
    """Positions of cited documents' numbers and dates ("số 57-NQ/TW ngày 22/12/2024"): never a time of the act."""
    out: set[int] = set()
    words = [token[1] for token in tokens]
    if "24" in words:
        for p in range(2, len(tokens) - 3):  # "Thường xuyên (24/7)": round the clock, no day of July
            if words[p : p + 3] == ["24", "/", "7"] and tokens[p - 1].kind == "(" and tokens[p + 3].kind == ")":
                out.update(range(p, p + 3))
    if "số" not in words:
        return out
    grammar = Grammar(tokens)
    done = 0
    for p in [n for n, word in enumerate(words) if word == "số"]:
        if p < done or p + 1 >= len(tokens) or tokens[p + 1].kind not in ("num", "/", ":"):
            continue
        q = p + 1
        while q < len(tokens) and q - p < 16 and tokens[q].kind not in (",", ";", ".") and (tokens[q].glued or q == p + 1 or tokens[q].kind in ("-", "/")
                                                  or tokens[q - 1].kind in ("-", "/")):
            q += 1
        if not any(tokens[k].kind in ("/", "-") for k in range(p + 1, q)):
            continue  # "chuyển đổi số 02 tháng cuối năm": no document number
        r = q + (q + 1 < len(tokens) and tokens[q].kind == "," and grammar.unit(q + 1, "day"))  # "số 57-NQ/TW, ngày 22/12/2024"
        while r < len(tokens) and r - q < 12 and not (grammar.unit(r, "day") or tokens[r].kind in _AFTER_NUMBER):
            r += 1
        if grammar.unit(r, "day") and (got := grammar.date(r + 1)):
            q = got[1]
        out.update(range(p, q))
        done = q
    return out


def scan(tokens: tuple[Token, ...], skip: set[int] | None = None) -> list[Item]:
    """All phrases; a condition runs to the end of its clause and takes what stands in it, a "tầm nhìn" takes its year."""
    grammar = Grammar(tokens)
    skip = skip or set()
    out: list[Item] = []
    done = 0
    for p in openings(tokens):
        if p < done or p in skip or (got := grammar.item(p)) is None:
            continue
        if isinstance(got, Mark) and got.kind in ("cond", "until-cond"):
            got = replace(got, end=_clause_end(grammar, got.end if got.kind == "cond" else got.end + 1, got.value, tokens[got.start].text in _SINCE))
        elif isinstance(got, Mark) and got.kind == "vision":
            behind = grammar.window(got.end)
            got = replace(got, end=behind.end if behind else got.end)
        elif isinstance(got, Amount) and got.anchor == "event":
            got = replace(got, end=_clause_end(grammar, got.end, ""))
        out.append(got)
        done = max(got.end, p + 1)
    return out


def _clause_end(grammar: Grammar, p: int, value: str, since: bool = False) -> int:
    """End of a condition: a closing bracket, a full stop, or a comma or "hoặc" before a phrase with a word of time of its own; of one
    that is the start (`since`: "từ khi ban hành …") also the date that ends it, "đến hết năm 2026"."""
    if value == "adhoc" and grammar.kind(p) != "cond" and grammar.kind(p) != "other":
        return p
    depth = 0
    while p < grammar.n:
        kind = grammar.kind(p)
        if kind == "(":
            if depth == 0 and (_opens(grammar, p + 1 + 2 * (grammar.text(p + 1) == "dự" and grammar.text(p + 2) == "kiến")) or _often(grammar, p + 1)):
                return p  # "Theo chỉ đạo của cấp trên (dự kiến Quý II/2026)", "theo quy định (thường 2 năm/lần)"
            depth += 1
        elif kind == ")":
            if depth == 0:
                return p
            depth -= 1
        elif kind == ";" or (kind == "." and not grammar.glued(p + 1)) or (kind in (",", "and", "-", ":") and depth == 0 and _opens(grammar, p + 1)) or (since and kind == "to" and depth == 0 and _ends_with_year(grammar, p)):
            return p
        p += 1
    return p


def _often(grammar: Grammar, p: int) -> bool:
    """Whether a bracket that opens before `p` only tells how often: "(06 tháng/lần)", "(thường 2 năm/lần)"."""
    return "times" in grammar.kinds and any((told := grammar.recurrence(p + k)) is not None and grammar.kind(told.end) == ")" for k in (0, 1))


def _ends_with_year(grammar: Grammar, p: int) -> bool:
    """Whether the date behind "đến" at `p` has its year and is said of nothing else: not "đến năm 2030 của tỉnh"."""
    window = grammar.window(p)
    return window is not None and window.hi.year is not None and window.mode in ("until", "before") and grammar.kind(window.end) in ("", ".", ";", ",", "(", ")", "and", "-")


def _opens(grammar: Grammar, p: int) -> bool:
    if grammar.text(p) in ("hoàn", "xong", "định", "riêng", "dự"):
        while grammar.text(p) in ("hoàn", "thành", "xong", "dự", "kiến"):
            p += 1
    if grammar.kind(p) in ("before", "latest", "each", "periodic", "ongoing", "to"):
        return grammar.kind(p) == "ongoing" or isinstance(grammar.item(p), Window | Recurrence)
    if grammar.kind(p) == "within" or grammar.unit(p, "quarter", "month"):
        return isinstance(grammar.item(p), Window)
    return False


def events(items: list[Item], tokens: tuple[Token, ...]) -> list[Item]:
    """"Trước Tết Nguyên đán năm 2026", "Trước kỳ họp cuối năm 2025": the date belongs to the event, which is waited for."""
    out: list[Item] = []
    grammar = Grammar(tokens)
    items = _spread(grammar, items)
    for k, item in enumerate(items):
        named = item.start - 1 - grammar.unit(item.start - 1, "day")
        named -= grammar.kind(named) == "each"  # "sau mỗi kỳ họp"
        if isinstance(item, Mark) and item.kind == "event" and grammar.kind(named) in ("before", "after", "within"):
            rest = items[k + 1 :]
            day = rest[0] if rest else None
            if isinstance(day, Window) and grammar.kind(day.start - 1) == "(" and day.hi.grain == "day" and day.hi.n and (day.mode != "in" or day.lo != day.hi):
                return [*out, Mark(named, day.start - 1, "cond"), *rest]  # "Sau Tết Nguyên đán (từ ngày 25/02/2026)"
            if grammar.kind(named) == "before" and isinstance(day, Window) and day.hi.grain == "day" and day.hi.n and not day.slot and day.start - item.end < 12 and day.mode == "in" and day.lo == day.hi:
                # "Trước kỳ họp HĐND (ngày 10/12/2026)", "Trước ngày khai giảng năm học mới 05/9": before that day
                return [*out, replace(day, start=named, mode="before", rule=f"before-{day.rule}"), *rest[1:]]
            end = rest[0].end if rest and isinstance(rest[0], Window) else len(tokens)
            if rest and isinstance(rest[0], Recurrence) and rest[0].marked and grammar.unit(rest[0].end - 1, "year") and rest[0].start - item.end < 6:
                end = rest[0].start  # "dịp Tết Nguyên đán | hằng năm"
            out.append(Mark(named, end, "cond"))
            out.extend(i for i in rest if i.start >= end)
            return out
        if isinstance(item, Window) and item.rule == "before-school-year":
            item = Mark(item.start, item.end, "cond")  # "Trước năm học 2026 - 2027": it begins when the ministry says
        out.append(item)
    return out


def _spread(grammar: Grammar, items: list[Item]) -> list[Item]:
    """"trước ngày 15/6 và 15/12": the preposition of the first day holds for the next."""
    out: list[Item] = []
    for item in items:
        last = out[-1] if out else None
        if (isinstance(item, Window) and isinstance(last, Window) and last.mode in ("before", "until") and item.mode == "in"
                and item.hi.grain == last.hi.grain == "day" and item.end - item.start <= 6 and item.start - last.end == 1
                and grammar.kind(last.end) in (",", "and", "&")):
            item = replace(item, mode=last.mode)
        out.append(item)
    return out
