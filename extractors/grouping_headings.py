"""Headings of a first column that only groups the rows worded in the next: "Trụ cột | Chỉ tiêu", "Tên tiêu chí | Nội dung tiêu chí"."""

from __future__ import annotations

import re
from collections.abc import Sequence

# "Nhiệm vụ chung | Hoạt động", "Giai đoạn | Nội dung công việc".
_GROUPING = re.compile(r"(?:tên |các )?(?:nhóm|lĩnh vực|mảng|trụ cột|giai đoạn|đợt|bước)(?:,? (?!thực hiện\b|hoàn thành\b)\w+)*|\w+(?: \w+)? (?:chung|tổng quát)")
# A criterion or goal, and what is measured of it: the second words the rows where figures stand behind it.
_WHOLE = re.compile(r"(?:tên |các )*(?:tiêu chí|mục tiêu|chỉ tiêu)(?: chung| lớn)?")
_PARTS = re.compile(r"nội dung (?:của )?(?:các )?(?:tiêu chí|chỉ tiêu|chỉ số)(?: thành phần)?|(?:tiêu chí|chỉ tiêu|chỉ số) (?:thành phần|chi tiết)")
_MEASURED = re.compile(r"(?:tên )?(?:các )?(?:chỉ tiêu|chỉ số)(?: cụ thể)?")  # "Mục tiêu | Chỉ tiêu | Đơn vị tính | 2026 | 2027"

# "Tiêu chí | Nội dung | Hiện trạng | Mục tiêu năm 2026": of a criterion, what the figures beside it are of.
_CRITERION = re.compile(r"(?:tên |các )*tiêu chí")
_CONTENT = re.compile(r"nội dung(?: cụ thể| đánh giá| yêu cầu| chi tiết)?")


def names_groups(text: str) -> bool:
    """Whether a folded heading names what groups the rows that another column words."""
    return _GROUPING.fullmatch(text) is not None


def group_column(roles: list[str | None], folded: Sequence[str]) -> None:
    """The first column as `group` where its heading names what groups the rows that the next column words."""
    at = 1 if roles[:1] == ["no"] else 0
    if len(roles) < at + 2 or roles[at + 1] not in ("task", "indicator"):
        return
    if roles[at] == "indicator" and _CRITERION.fullmatch(folded[at]) and _CONTENT.fullmatch(folded[at + 1]) and _measured(roles[at + 2:]):
        roles[at], roles[at + 1] = "group", "indicator"
        return
    if roles[at] not in (roles[at + 1], "other", None):
        return
    named = names_groups(folded[at]) and not names_groups(folded[at + 1])
    if named or (roles[at] == "indicator" and _WHOLE.fullmatch(folded[at]) and _in_parts(roles[at + 2:], folded[at + 1], folded[at])):
        roles[at] = "group"


def _in_parts(behind: Sequence[str | None], text: str, whole: str) -> bool:
    """Whether a heading names what is measured of the wholes named before it: figures of its own stand behind it."""
    if _PARTS.fullmatch(text):
        return any(role and role.split("@")[0] in ("value", "indicator", "result") for role in behind)
    dated = any(role and role.startswith("value") for role in behind)
    return dated and behind[0] == "measure" and "chỉ tiêu" not in whole and _MEASURED.fullmatch(text) is not None


def _measured(behind: Sequence[str | None]) -> bool:
    return any(role and role.split("@")[0] in ("value", "measure") for role in behind)


# "Tiêu chí | Việc cần làm | Phụ trách", "Chỉ tiêu | Nhiệm vụ, giải pháp | Chủ trì": what is to be done for a criterion that has no column of figures.
_ORDERED = re.compile(r"(?:các |tên )?(?:nhiệm vụ|giải pháp|biện pháp|công việc|hoạt động|phần việc|việc (?:cần|phải) làm|nội dung (?:công việc|thực hiện|triển khai|(?:còn )?(?:cần|phải) (?:thực hiện|làm|triển khai|tiếp tục)|nhiệm vụ|giải pháp))(?!\w)")


def ordered_column(columns: Sequence[int], folded: Sequence[str]) -> int | None:
    """The first of columns of wording whose folded heading names what is done for the criterion in front of it, if one does."""
    return next((i for i in columns if _ORDERED.match(folded[i]) and "chỉ tiêu" not in folded[i]), None)


# Who or what lives in a place, and how many of them: "TT | Tổ dân phố | Số hộ sơ tán | Số khẩu sơ tán | Địa điểm sơ tán đến".
_PLACE = re.compile(r"(?:tên )?(?:thôn|bản|làng|ấp|buôn|bon|khóm|xóm|khu phố|khu dân cư|khu vực|tổ dân phố|tdp|tiểu khu|địa bàn|khu phố/ấp)(?:, (?:thôn|bản|làng|ấp|buôn|khóm|xóm|khu phố|tổ dân phố|tdp|tiểu khu))*")
_HEADS = re.compile(r"(?:tổng )?(?:số )?(?:hộ|khẩu|nhân khẩu|người(?! (?:phụ trách|thực hiện|chịu trách nhiệm|chủ trì|theo dõi|đứng đầu))|dân)(?:[ ,(]|$)")


def counts_of_places(folded: Sequence[str]) -> bool:
    """Whether folded headings name places and how many live or are met there, and no target: a register, whose rows order nothing."""
    return any(_PLACE.fullmatch(text) for text in folded[:2]) and any(_HEADS.match(text) for text in folded) and not any(
        "chỉ tiêu" in text or "kế hoạch" in text or "thời gian" in text for text in folded)
