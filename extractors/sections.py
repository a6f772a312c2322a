"""What a section is about: a heading's role (purpose, aim, target, task, org, funding) from the headings vocabulary."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from normalizers.acts import opens_act
from normalizers.text import fold
from normalizers.unit_prose import prose_owners

Role = Literal["purpose", "aim", "target", "targets_or_aim", "task", "org", "funding", "other"]


class HeadingVocabulary(BaseModel):
    """`roles`: role → keywords (folded); `lead`: words that may stand before a keyword; `opening`: keywords that name a section only
    where they lead its heading."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    lead: tuple[str, ...]
    opening: frozenset[str]
    roles: dict[Role, tuple[str, ...]]


@lru_cache(maxsize=1)
def vocabulary() -> HeadingVocabulary:
    """The headings vocabulary as data."""
    text = files("extractors").joinpath("vocab/headings.yml").read_text(encoding="utf-8")
    return HeadingVocabulary.model_validate(yaml.safe_load(text))


@dataclass(frozen=True, slots=True)
class _Matcher:
    keywords: re.Pattern[str]
    roles: dict[str, Role]
    lead: re.Pattern[str]
    opening: frozenset[str]


@lru_cache(maxsize=1)
def _matcher() -> _Matcher:
    vocab = vocabulary()
    roles: dict[str, Role] = {word: role for role, words in vocab.roles.items() for word in words}
    ordered = sorted(roles, key=len, reverse=True)
    keywords = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, ordered)) + r")(?!\w)")
    lead = re.compile(r"^(?:(?:" + "|".join(sorted(map(re.escape, vocab.lead), key=len, reverse=True)) + r")\b[\s,.:;\-]*)*")
    return _Matcher(keywords, roles, lead, vocab.opening)


def heading_role(text: str, *, anywhere: bool = False) -> Role | None:
    """Role of a heading by its words, None where no keyword leads it.

    `text` is the heading without its marker. With `anywhere` (top-level headings, appendix titles) the first keyword
    at any place decides; otherwise it must lead the heading, allowing words such as "các", "một số".
    """
    folded = fold(text).lstrip("-+*. ")
    if folded.startswith("số ") and not anywhere and not folded[3:4].isdigit():
        return None  # "Số mô hình được nhân rộng: 5": what is counted
    m = _matcher()
    at = m.lead.match(folded)
    start = at.end() if at else 0
    hit = m.keywords.match(folded, start) or m.keywords.match(folded)
    if hit is not None and start and m.roles[hit[1]] == "purpose" and folded[:start].rstrip().endswith(","):
        hit = m.keywords.match(folded) or hit  # "Nội dung, thời gian thực hiện": what is done comes first
    if hit is None and anywhere:
        hit = next((h for h in m.keywords.finditer(folded) if h[1] not in m.opening and (m.roles[h[1]] not in {"purpose", "aim"} or not _is_topic(folded, h[1]))), None)
    return m.roles[hit[1]] if hit else None


_TOPIC = re.compile(r"(?:về )?(?:công tác|nắm|chăm lo|quản lý|lãnh đạo)(?!\w)")
_LOOKS_BACK = re.compile(r"(?:kết quả|đánh giá|tình hình|thực trạng|hiện trạng|tồn tại|hạn chế|ưu điểm|khuyết điểm|nguyên nhân)")
_TELLS = re.compile(r"(?:đánh giá|phân tích|xác định|nêu|thông tin|căn cứ|thống nhất)(?!\w)")


def _is_topic(folded: str, word: str) -> bool:
    """Whether a heading orders an act or names a field of work, so that `word` further on is part of what it is about, no name of
    the section: "II. Phát triển nhân lực đáp ứng yêu cầu chuyển đổi số", "III. Hỗ trợ các đối tượng yếu thế"."""
    if _TOPIC.match(folded):
        return _LOOKS_BACK.match(word) is None or folded.startswith("nắm")
    return opens_act(folded) and _TELLS.match(folded) is None


_JOINERS = re.compile(r"(?:và|,|;|/|&|-|:)\s*")
_TITLE_WORDS = frozenset(("chung", "cụ", "thể", "chủ", "yếu", "trọng", "tâm", "phấn", "đấu", "thực", "hiện", "triển", "khai", "chính", "cần", "đạt",
                          "kế", "hoạch", "của", "năm"))


def is_section_title(text: str) -> bool:
    """Whether a whole line is the title of a section ("Mục đích, yêu cầu", "Nội dung và giải pháp"), not just begins like one.

    Known keywords, joined by "và" or commas, make up the line; up to two other words may remain."""
    folded = fold(text).strip(" .:")
    m = _matcher()
    found, left, at = False, 0, 0
    while at < len(folded):
        hit = m.keywords.match(folded, at)
        if hit:
            found, at = True, hit.end()
        else:
            joiner = _JOINERS.match(folded, at)
            if joiner:
                at = joiner.end()
            else:
                word = re.match(r"\S+", folded[at:])
                if word is None:
                    at += 1
                    continue
                left += word[0].strip(",;") not in _TITLE_WORDS and not word[0].isdigit()
                at += word.end()
        while at < len(folded) and folded[at] == " ":
            at += 1
    return found and left <= 2 and len(folded.split()) <= 12 and m.keywords.search(folded, 0, 24) is not None


_TOPIC_OF_AIMS = re.compile(r"về (?!.*(?:nhiệm vụ|giải pháp|biện pháp))")
_FUNDS = re.compile(r"(?:(?:về|bảo đảm|đảm bảo) (?=(?:nguồn )?kinh phí(?: thực hiện)?:))?(?:nguồn )?kinh phí\b(?P<topic>[^:]{0,160}:)?")
_FUNDS_ACT = re.compile(r"\W*(?:tham mưu|lập|bố trí|phân bổ|cân đối|xây dựng|tổng hợp|hướng dẫn|rà soát|ưu tiên|huy động|đề xuất|chủ động|tăng cường|giao|(?:đảm bảo|bảo đảm)(?! (?:cho|thực hiện|triển khai|tổ chức)\b.*\bđược\b))\b")
_FUNDS_TOLD = re.compile(r"(?:được|do|từ|theo|trong|lấy|chi|sử dụng|lồng ghép|nguồn)\b")


def is_topic_of_aims(text: str) -> bool:
    """Whether a heading inside the targets tells what they are about: "2. Về mô hình", "3. Về hoạt động văn hóa"."""
    return _TOPIC_OF_AIMS.match(fold(text)) is not None


def tells_funds(text: str) -> bool:
    """Whether an item of duties only tells where the money comes from: "Kinh phí (thực hiện: Kinh phí) … được thực hiện theo quy định"."""
    if "inh phí" not in text[:20]:
        return False
    folded = fold(text)
    head = _FUNDS.match(folded)
    if head is None or len(folded.split()) <= 6 or _FUNDS_ACT.match(folded[head.end():]):
        return False
    return _FUNDS_TOLD.search(folded[head.end("topic") if head["topic"] else 0:]) is not None and not prose_owners(text)[0]
