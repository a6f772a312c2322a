"""Times without a year of their own in the wording of a target: the end of a term, of a quarter, of "the year"."""

from __future__ import annotations

import re

from normalizers.text import fold

# A time without a year of its own names nothing: "…; đến cuối nhiệm kỳ còn dưới 3%".
_TERM = re.compile(r"(?:(?:phấn đấu )?(?:đến|vào|trong)(?: cuối| hết)?|cuối|hết) (?:nhiệm kỳ|giai đoạn|thời kỳ|kỳ kế hoạch|quý (?:iv|i{1,3}|[1-4])|tháng \d{1,2})(?: này)?(?:,|$|(?= (?:có|còn) ))(?:(?: có| còn)(?= ))? ?")


# "…; hết quý II đạt 45%; hết năm đạt 100% kế hoạch": a time without a year before what is reached
_REACHES = re.compile(r"^(?:(?:phấn đấu )?(?:đến|vào|trong)(?: hết| cuối)?|cuối|hết) (?:năm|quý (?:iv|i{1,3}|[1-4])|tháng \d{1,2})(?= đạt ?$)", re.IGNORECASE)

# "Duy trì tỷ lệ | 100% văn bản được ký số": what is kept stands behind the number
_KEEPS_RATE = re.compile(r"^(?:tiếp tục )?(?:duy trì|giữ vững|giữ)(?: ổn định)? (?:tỷ|tỉ) lệ ?$", re.IGNORECASE)


def without_reach(before: str, after: str) -> str:
    """Wording before a number without a time that only says when it is reached, or a rate that is named behind the number."""
    if before.endswith(("ệ", "ệ ")) and len(after.split()) > 2 and _KEEPS_RATE.match(before):
        return ""
    return _REACHES.sub("", before)


def untimed(indicator: str) -> str:
    """An indicator without the end of a term that opens it; nothing where it is but a note on the time before it ("(giữa kỳ)")."""
    if indicator.startswith("(") and indicator.endswith(")") and _NOTE_ON_TIME.fullmatch(fold(indicator)):
        return ""
    folded = fold(indicator)
    m = _TERM.match(folded)
    return indicator[m.end() :] if m and len(folded) == len(indicator) else indicator


_NOTE_ON_TIME = re.compile(r"\((?:[^\W\d_]+ ){0,3}(?:kỳ|giai đoạn|chặng|năm đầu|năm cuối)(?: [^\W\d_]+){0,2}\)")
_TERM_END = re.compile(r"[ ,]*(?<!\w)(?:(?:(?:vào|đến|tới)(?: cuối| hết)?|cuối|hết) (?:nhiệm kỳ|giai đoạn|thời kỳ|kỳ kế hoạch)|(?:vào|đến|tới) (?:cuối|hết) năm)(?: này)?[ .]*$", re.IGNORECASE)


def without_term_end(after: str) -> str:
    """Wording behind a number without the end of a term that closes it: "1.200 đồng chí | vào cuối nhiệm kỳ"."""
    m = _TERM_END.search(after, max(0, len(after) - 40)) if after.rstrip(" .")[-2:] in ("kỳ", "ạn", "ch", "ăm", "ày") else None
    return after[: m.start()] if m else after
