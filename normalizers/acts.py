"""Does a wording order an act ("Xây dựng …") or name an indicator ("Tỷ lệ …")? Verbs are data (`vocab/act_verbs.csv`)."""

from __future__ import annotations

import csv
import re
from functools import lru_cache

from normalizers.measures import VOCAB
from normalizers.text import fold

_MARKER = re.compile(r"^(?:[-+*•●○▪–]|\(?\d+(?:\.\d+)*[.)]|\(?[a-zđ][.)]) ?")
_INDICATOR = re.compile(
    r"(?:tỷ|tỉ) (?:lệ|trọng|suất|số)|chỉ số|số (?!hóa|liệu hóa|\d)|tổng (?:số|sản|giá|thu|vốn|diện|mức|kim|lượng|đàn|kinh)|tốc độ|mức (?:độ|giảm|tăng|sống|sinh)|"
    r"quy mô|thu nhập|giá trị|năng suất|sản lượng|diện tích|độ che phủ|tuổi thọ|thời gian|hệ số|kim ngạch|vốn đầu tư|thứ hạng|xếp hạng|"
    r"doanh thu|doanh số|cơ cấu|mật độ|tăng trưởng|grdp|gdp|thu (?:ngân sách|từ|nội địa|cân đối|hải quan)|chi ngân sách|chi cho|cơ cấu|đàn |bình quân|kinh tế số|hạ tầng số|dân số|100%"
)
_TIME_LEAD = re.compile(
    r"(?:(?:đến|trong|từ|trước|hằng|hàng|mỗi|vào|định kỳ|giai đoạn)[^,:]{0,40}[,:] ?|(?:ngày|tháng|quý|năm|tuần|cuối|đầu) [^,:]{1,40}: ?|(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần)(?: |, ?))"
)


_UNIT_ACTS = re.compile(r"(?:các |mỗi |ủy ban |ubnd |phòng |văn phòng |trung tâm |công an |trạm |ban |hội |đoàn |đảng )[^,;:.]{2,60} "
                        r"(?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|tham mưu|chủ động|rà soát)(?!\w)")


@lru_cache(maxsize=1)
def act_rows() -> tuple[tuple[str, str], ...]:
    """(phrase, "verb" | "work" | "clause" | "noun"): verbs that open an act, those whose count commits to nothing ("treo 20 băng rôn"),
    those that open one only behind another ("…, đắp 3.500 m3 đất"), and nouns that only look like one of them."""
    with (VOCAB / "act_verbs.csv").open(encoding="utf-8", newline="") as file:
        return tuple((r["phrase"], r["kind"]) for r in csv.DictReader(file))


@lru_cache(maxsize=4)
def _opening(kind: str) -> re.Pattern[str]:
    phrases = sorted({fold(p) for p, k in act_rows() if k == kind}, key=lambda p: (-len(p), p))
    return re.compile("(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)")


def names_indicator(folded: str) -> bool:
    """Does a folded wording start with the noun of an indicator ("tỷ lệ", "chỉ số", "tổng giá trị")?"""
    return bool(_INDICATOR.match(folded))


def opens_act(folded: str) -> bool:
    """Does a folded wording start with an act's verb?"""
    return not names_indicator(folded) and not _opening("noun").match(folded) and bool(_opening("verb").match(folded))


def opens_work(folded: str) -> bool:
    """`opens_act()`, or a verb of work whose count commits to nothing: "treo", "đăng tải"."""
    return opens_act(folded) or bool(_opening("work").match(folded))


def opens_clause(folded: str) -> bool:
    """`opens_work()`, or a verb that opens an act only behind another: "khoanh nuôi" at the start of a row names what is measured."""
    return opens_work(folded) or bool(_opening("clause").match(folded))


_TOLD = frozenset({"viết", "phát hành", "rải"})  # how much of these is made is no aim of the plan


def clause_verb(folded: str) -> bool:
    """Whether the wording is nothing but a verb that opens an act where an amount stands right behind it: "gieo trồng | 1.200 ha lúa"."""
    return folded not in _TOLD and _opening("clause").fullmatch(folded) is not None


def only_act(folded: str) -> bool:
    """Whether what stands before an amount is its verb alone, so that the object follows: "bố trí", "hằng năm cử"."""
    verb = re.sub(r"^(?:mỗi|hằng|hàng) (?:năm|quý|tháng),? ", "", folded)
    return len(verb.split()) <= 2 and opens_act(verb)


@lru_cache(maxsize=1024)
def tells_work(text: str) -> bool:
    """Does a wording that opens with a noun tell a work in what follows: "Cơ sở dữ liệu dùng chung: tiếp nhận, vận hành …; không
    xây dựng hệ thống mới"? An indicator ("Tỷ lệ …") tells none, nor does a short name."""
    if len(text.split()) < 12 or names_indicator(fold(text).strip()):
        return False
    return len(text.split()) >= 30 or any(is_act(piece) for piece in re.split(r"[:;] ", text)[1:])


def is_act(text: str) -> bool:
    """Does a wording order an act rather than name an indicator?

    `is_act("Xây dựng kế hoạch")`, not `is_act("Tỷ lệ phủ sóng 5G")`. A list marker, a time ("Hằng năm, …") and the
    unit that acts ("Phòng Kinh tế chủ trì …") may stand before the verb.
    """
    folded = _MARKER.sub("", fold(text).strip())
    if lead := _TIME_LEAD.match(folded):
        folded = folded[lead.end():]
    return opens_act(folded) or bool(_opening("work").match(folded) or _UNIT_ACTS.match(folded))
