"""What an indicator's wording is about, in kinds that exclude each other: people counted, object, degree, sort of number.

Hands on `concepts`, `veto` (why two wordings cannot be one indicator), `bar` (how alike they must be), `measure_kind` and `direction_of`.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import lru_cache

from normalizers.indicator_text import VOCAB, level, terms, tokens
from normalizers.text import fold

CLUSTER = 0.66         # least similarity of two wordings of one provisional indicator where one only says more
CLUSTER_BOTH = 0.85    # where each says something that the other does not ("sản phẩm chè", "sản phẩm xoài")


@lru_cache(maxsize=1)
def _veto_groups() -> dict[str, dict[str, re.Pattern[str]]]:
    groups: dict[str, dict[str, re.Pattern[str]]] = defaultdict(dict)
    with (VOCAB / "indicator_vetoes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for r in rows:
        groups[r["group"]][r["value"]] = re.compile(rf"(?<!\w)(?:{r['terms']})(?!\w)")
    return dict(groups)


@lru_cache(maxsize=8192)
def measure_kind(unit: str | None, comparator: str | None, wording: str = "") -> str:
    """What sort of number a target gives: `rank`, `index`, `level`, `share`, `count`, `none` (qualitative) or `` (unknown)."""
    text = fold(wording)
    if unit == "rank" or comparator == "rank" or re.search(r"xếp hạng|thứ hạng|xếp thứ", text):
        return "rank"
    if comparator == "qualitative":
        return "none"
    if unit in ("index", "level", "count"):
        return unit
    if unit == "người":
        return "count"  # "giải quyết việc làm cho 200 lao động" beside "| Người | 200"
    if unit and unit.startswith("%"):
        return "share"
    return "amount" if unit else ""


# "Giảm tỷ lệ hộ nghèo 1 %" measures the change, "giảm còn 5 %" the level.
_CHANGE = re.compile(r"(?:(?:phấn đấu|tỷ lệ|tốc độ|mức|hằng năm|hàng năm|mỗi năm|bình quân|,) ?)*(giảm|tăng)(?! (?:còn|xuống|lên))(?!\w)")
# "Tỷ lệ hộ nghèo giảm | 1 %": the change stands behind what it changes.
_CHANGE_BEHIND = re.compile(r"(?<!\w)(giảm|tăng)(?: thêm| bình quân| (?:hằng|hàng|mỗi|trong) năm| số (?:vụ|người chết|người bị thương))*$")
# "Giảm tỷ lệ suy dinh dưỡng còn | 12 %": the level that is reached, though the change opens the wording.
_TO_LEVEL = re.compile(r"(?<!\w)(?:còn|xuống|lên)(?: dưới| trên| khoảng)?$")
# Groups of which one wording names something and the other nothing: the narrower one is another indicator.
_EXACT = frozenset(("network", "road", "poor", "catch", "sex", "grade", "area", "origin", "rating", "scheme", "sector", "negation", "flow", "fund", "number",
                    "amount of change"))
# Groups that tell two wordings apart where both name something; a wording that leaves it open may join either.
_NAMED = frozenset(("counted", "giver"))
# Members of a body, pupils and the like are never the people at large, who often go without saying.
_NARROW = frozenset(("hoc-sinh", "hoi-vien", "doan-vien", "nong-dan", "nguoi-cao-tuoi", "nguoi-khuyet-tat"))


@lru_cache(maxsize=8192)
def concepts(wording: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """What of each veto group a wording names: network generation, population (the one named first), object, act."""
    text = level(wording)
    out = []
    for group, values in _veto_groups().items():
        found = {value: m.start() for value, pattern in values.items() if (m := pattern.search(text))}
        if group == "population" and found:
            found = dict([min(found.items(), key=lambda item: (item[1], item[0]))])
        out.append((group, frozenset(found)))
    numbers = frozenset(re.findall(r"(?<!\w)\d+(?:[.,]\d+)?(?!\w)", " ".join(tokens(wording))))
    change = None if _TO_LEVEL.search(text) else _CHANGE.match(text) or _CHANGE_BEHIND.search(text)
    return (*out, ("number", numbers), ("amount of change", frozenset({change[1]} if change else ())))


def veto(a: str, b: str) -> str:
    """Why two wordings cannot be one indicator, however alike they look ("" if nothing speaks against it)."""
    for (group, left), (_, right) in zip(concepts(a), concepts(b), strict=True):
        if (group in _EXACT and left != right) or (group == "population" and left & _NARROW != right & _NARROW):
            return group
        if group == "object" and left != right and not left & right:
            return group
        if group == "age" and left and right and left != right:
            return group  # "THCS tiếp tục học THPT" counts others than "tốt nghiệp THCS"
        if left and right and not left & right:
            return group
    return ""


@lru_cache(maxsize=8192)
def exact(wording: str) -> tuple[tuple[str, str], ...]:
    """What a wording names of the groups that must be the same in two wordings of one indicator, in order."""
    return tuple(sorted((group, value) for group, values in concepts(wording) if group in _EXACT or group in _NAMED for value in values))


# Acts that plans exchange freely; a wording that differs in them alone says nothing new.
_LOOSE = frozenset(re.findall(r"\w+", "bồi dưỡng đào tạo tập huấn tiếp nhận xử lý giải quyết cấp trả cung sử dụng khai thác hiện hành lập "
                                       "tham gia áp ứng tổ chức công tác hoạt động việc nội dung người toàn bộ hàng"))


# Quantities that mean little until it is said of what, and words that may stand beside them without saying it.
_BARE = frozenset(re.findall(r"\w+", "sản lượng diện tích gieo trồng năng suất giá trị sản xuất quy mô doanh thu chi ngân sách đàn lượt khách nhân viên sản phẩm"))
_BESIDE_BARE = frozenset(re.findall(r"\w+", "bình quân năm vượt lượt đón đến doanh số tăng giảm mới thêm"))


def bar(a: str, b: str) -> float:
    """The similarity that two wordings need to be one provisional indicator."""
    left, right = set(tokens(a)), set(tokens(b))
    more, less = left - right - _LOOSE, right - left - _LOOSE
    if more and less:
        return CLUSTER_BOTH
    # "Sản lượng" is no shorter way to say "sản lượng lúa"; "bao phủ BHYT" is one of "bao phủ BHYT toàn dân".
    return CLUSTER_BOTH if (more or less) - _BESIDE_BARE and _is_bare(min(left, right, key=len)) else CLUSTER


# Words beside what is measured that plans put in or leave out.
_LIGHT = re.compile(
    r"(?<!\w)(?:xảy ra|tham gia|định kỳ|bình quân|trang bị|tiến hành|hiện hành|danh hiệu|nội dung|chỉ tiêu|trực thuộc|"
    r"thuộc thẩm quyền|huy động(?= trẻ)|(?:sử dụng|cấp|ứng dụng)(?= chukyso)|(?<=chuyển đổi )(?:thành|lên))(?!\w)")


def core(wording: str) -> frozenset[str]:
    """The words of a wording that say what is measured, in any order; empty where they alone would be a bare quantity."""
    words = set(_LIGHT.sub(" ", " ".join(tokens(wording))).split())
    return frozenset() if len(words) < 2 or (_is_bare(words) and "ngân" not in words) else frozenset(words)


def _is_bare(words: set[str]) -> bool:
    rest = words - _LOOSE
    return (len(rest) < 2 and not rest & terms()) or rest - _BESIDE_BARE <= _BARE


def is_bare(wording: str) -> bool:
    """Whether a wording names a quantity without saying of what ("sản lượng", "năng suất bình quân"), so that two of one plan need not be
    of one thing; a plan's revenue is its own."""
    words = set(tokens(wording))
    return _is_bare(words) and "ngân" not in words


_LOWER = re.compile(
    r"(?<!\w)(?:hộ nghèo|cận nghèo|nghèo đa chiều|tử vong|suy dinh dưỡng|tai nạn|thất nghiệp|tội phạm|phạm tội|vi phạm|ô nhiễm|"
    r"thất thoát|tảo hôn|bạo lực|nghiện|mắc bệnh|bỏ học|khiếu kiện|nợ xấu|quá hạn|trễ hạn|tồn đọng|lượng phát thải|vụ cháy|"
    r"thấp còi|nhẹ cân|sinh ở trẻ vị thành niên|xếp hạng|thứ hạng|thời gian giải quyết|chi phí tuân thủ)(?!\w)")
_RAISED = re.compile(
    r"(?<!\w)(?:được (?:phát hiện|xử lý|giải quyết|triệt phá|thu gom|hỗ trợ|ngăn chặn|tuyên truyền|cung cấp|tiếp cận|vay)|phòng,? chống|"
    r"không (?:ma túy|nghiện|có)|đủ điều kiện|thoát nghèo|thu gom|điều tra|khám phá|đúng hạn|trước hạn|giảm|cai nghiện|"
    r"tuyên truyền|phổ biến|bắt giữ|hòa giải)(?!\w)")


def direction_of(wording: str) -> str:
    """"lower" where a smaller number is the better one by the head of its wording (hộ nghèo, tai nạn …), else "higher".

    "Giảm hộ nghèo 1%" is "higher": the number is the size of the decrease."""
    text = fold(wording)
    head = " ".join(text.split()[:10])
    return "lower" if _LOWER.search(head) and not _RAISED.search(text) else "higher"
