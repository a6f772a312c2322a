"""Who does an act, said alone behind a mark that closes it: "Rà soát quy hoạch - Phòng Kinh tế.", "Xây dựng quy chế./. Phòng Kinh tế", "… [Công an xã]";
a closing note that says how often: "(Phòng Kinh tế thực hiện, thường xuyên)"."""

from __future__ import annotations

import re

from normalizers.acts import opens_act
from normalizers.deadlines import is_time_phrase
from normalizers.targets import is_act
from normalizers.text import fold
from normalizers.unit_headings import heading_units
from normalizers.unit_match import find_units
from normalizers.unit_vocab import vocabulary
from normalizers.values import Unit

_LONGEST = 120  # characters of the owners behind the mark
_LEAST = 4      # words of the act before it
_MARK = re.compile(r"(?:\./\. ?|\. ?/ |; | [-–—] | ?(?:→|=>|->|>>) ?| ?\[)(?=[^\W\d_])")
_MAY_MARK = re.compile(r"[/;\-–—→=>\[]")  # a quick search that most sentences end
_DOERS = frozenset({"office", "organisation"})
_HANDED_ON = re.compile(r"(?:gửi|báo cáo|trình|phối hợp|thông qua|đề nghị|giữa|liên kết)(?!\w)")
_DOES = re.compile(r"(?<=\w) (?:chủ trì thực hiện|chủ trì|thực hiện|phụ trách|đảm nhiệm|tham mưu thực hiện|tham mưu)$")  # "… - Công an xã | thực hiện"
_OFTEN = re.compile(r"[,;–-] ?(?P<when>(?:thực hiện |làm )?(?:thường xuyên|liên tục)(?:(?:,| và)? (?:thường xuyên|liên tục))?)\s*\)\s*[.;]?$", re.IGNORECASE)
_WHEN = re.compile(r"[,;] (?P<when>(?:(?:xong|hoàn thành) )?(?:(?:trong|trước|từ|đến|ngày|tháng|quý|năm|hằng|hàng|chậm nhất|thường xuyên)(?: |$)|\d{1,2}/)[^,;()]{0,40}?)[ .;]*$", re.IGNORECASE)
_NOTE = re.compile(r"\((?P<who>[^()]{3,200}(?:chủ trì|thực hiện|phụ trách|đảm nhiệm|tham mưu|phối hợp)[^();]{0,80}); ?(?P<when>[^();]{4,80}?) ?\)[ .;]*$")


def closing_owner(text: str, commune: str | None = None) -> list[Unit]:
    """Offices and organisations that close an act behind a mark of their own, and nothing with them; [] of any other wording.

    A body before the mark makes a pair of it ("giữa Công an xã - Đoàn Thanh niên"), and what is sent or reported to somebody names a further reader."""
    if (when := _WHEN.search(text)) is not None and _is_time(when["when"]):
        text = text[: when.start()]
    closed = _DOES.sub("", text.rstrip(" .;]/"))
    tail = max(0, len(closed) - _LONGEST)
    if _MAY_MARK.search(closed, tail) is None:
        return []
    for last in _MARK.finditer(closed, tail):
        owners = closed[last.end():]
        if (owners[0].isupper() or last[0].strip() in ("→", "=>", "->", ">>", "[")) and _may_name(owners) and _doers(owners, commune):
            break
    else:
        return []
    before = closed[: last.start()]
    folded = fold(before)
    if len(before.split()) < _LEAST or not is_act(before):
        return []
    strong = last[0].strip() not in ("-", "–", "—", ";")
    if not strong and (_HANDED_ON.search(folded[-60:]) or any(u.span and u.span[1] >= len(before) - 1 for u in find_units(before))):
        return []
    return _doers(owners, commune)


def _is_time(text: str) -> bool:
    return is_time_phrase(text[:1].upper() + text[1:])


def _may_name(owners: str) -> bool:
    """Whether the first word opens bodies' names or is in letters: asked before the owners are read."""
    word = owners.split(maxsplit=1)[0].strip(",.;:")
    key, known = fold(word), vocabulary()
    return word.isupper() or key in known.heads.words or key in known.units.words or any(c in word for c in ".&-")


def _doers(owners: str, commune: str | None) -> list[Unit]:
    units = heading_units(owners, commune)
    if not units or any(not u.known or u.kind not in _DOERS for u in units):
        return []
    return units if max(u.span[1] for u in units if u.span) == len(owners) else []


def closing_time(text: str) -> str | None:
    """"thường xuyên" where it closes the note that says who does it, elsewhere in a sentence it is an adverb; the time behind whoever
    closes an act ("Rà soát quy hoạch - Phòng Kinh tế, tháng 3/2026."), and the last part of a note that charges somebody, where all of
    it is time: "(Công an xã chủ trì; các tháng 6, 7, 8)"."""
    if not text.rstrip(" .;").endswith(")"):
        m = _WHEN.search(text)
        return m["when"] if m is not None and _is_time(m["when"]) and closing_owner(text[: m.start()]) else None
    if (m := _OFTEN.search(text)) is not None:
        return m["when"]
    m = _NOTE.search(text)
    return m["when"] if m is not None and find_units(m["who"]) and _is_time(m["when"]) else None


def named_late(text: str, units: list[Unit]) -> bool:
    """Whether a duty begins with an act of whom its heading names and charges `units` in a later clause alone: "Kiểm tra …; | giao Đội X lập biên bản"."""
    first = min((u.span[0] for u in units if u.span is not None), default=0)
    return first > 0 and ("; " in text[:first] or ". " in text[:first]) and opens_act(fold(text).strip())
