"""Findings about copied plans: other communes' and provinces' names in the text, passages shared with another commune."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import cast

from normalizers.places import commune_mentions, find_province, merged_into, place_key, province_mentions, successors
from normalizers.text import fold
from pipeline.audit_kinds import finding
from pipeline.plan_text import Body, body, plan_name, quote
from pipeline.records import Finding, PlanRecord
from pipeline.shingles import Passages, SharedPassages

# Around a name that stands there by right: neighbours, partners, merged communes, cited documents.
_RIGHTLY_BEFORE = re.compile(r"(?:giáp(?: ranh)?(?: với)?|lân cận|liên kết với|kết nghĩa|hợp tác với|kinh nghiệm|mô hình|học tập|sáp nhập|hợp nhất|"
                             r"sắp xếp|nhập|thành lập|từ|trước đây|cũ|tuyến|đường|cụm|khu vực|huyện|thị xã|phối hợp với|với|các xã|các phường)[^.;]{0,60}$")
_RIGHTLY_AFTER = re.compile(r"^[\s,]*(?:\(?cũ\)?|trước đây|\(trước|,? (?:và )?(?:xã|phường|thị trấn) )")
_OWN_PLACE = re.compile(r"(?:ubnd|ủy ban nhân dân|đảng ủy|hđnd|hội đồng nhân dân|ban chỉ đạo|địa bàn|tại|của|công an|trạm y tế|mttq|mặt trận tổ quốc việt nam|"
                        r"phòng [^.;,]{3,40}|cho|đoàn thanh niên|tổ công nghệ số cộng đồng) $")
_TIME = re.compile(r"(?:quý|năm|tháng|tuần|ngày)(?!\w)")
_UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
# Letters in both cases one by one, the first one before the look behind it: a search leaps from one such letter to the next.
_COMMUNE_NAME = re.compile(rf"[xXpPđĐ](?<!\w[xXpPđĐ])(?:(?<=[xX])[ãÃ]|(?<=[pP])(?i:hường)|(?<=[đĐ])(?i:ặc khu))\s+[{_UPPER}\d'’]")
_PROVINCE_NAME = re.compile(rf"[tT](?<!\w[tT])(?:[ỉỈ](?i:nh)|(?i:hành phố)|[pP])\.?\s*[{_UPPER}]")
COPIED_SHARE = 0.15   # share of a plan's own wording that stands in one other plan too
MUCH_SHARE = 0.4


def _text(plan: PlanRecord) -> Body:
    return body(plan, ("furniture", "signature", "table-header"))


def names(plan: PlanRecord) -> Iterator[Finding]:
    """Communes of another name where the plan speaks of itself ("UBND xã X", "trên địa bàn xã X"), and other provinces.

    Names that stand there by right are left aside: communes that went into this one, neighbours, partners, lists."""
    own = place_key(plan.plan.commune or "")
    text = _text(plan)
    if not text.text:
        return
    if own:
        yield from _communes(plan, own, text)
    if plan.plan.province:
        yield from _provinces(plan, plan.plan.province, text)


def _mentions(text: Body, pattern: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """(offset, window) around every place where a name may stand: reading whole plans for names is slow."""
    last = -1
    for m in pattern.finditer(text.text):
        start = max(0, m.start() - 8)
        if start > last:
            last = m.end() + 40
            yield start, text.text[start:last]


@lru_cache(maxsize=4096)
def _became(kind: str, name: str) -> frozenset[str]:
    """Keys of the communes that a commune of before July 2025 went into."""
    return frozenset(place_key(c.name) for c in successors(kind, name))


def _communes(plan: PlanRecord, own: str, text: Body) -> Iterator[Finding]:
    found: dict[tuple[str, str], dict[tuple[int, int], None]] = defaultdict(dict)
    for offset, window in _mentions(text, _COMMUNE_NAME):
        for mention in commune_mentions(window):
            key = place_key(mention.name)
            if key == own or key.startswith(own + " ") or own.startswith(key + " "):
                continue
            if own in _became(mention.type, mention.name):
                continue
            start, end = mention.span[0] + offset, mention.span[1] + offset
            row = text.row_at(start)
            if not mention.known and (row.role == "cell" or row is not text.row_at(end - 1) or _TIME.match(fold(mention.name))):
                continue  # capitals of the next cell or line are no name
            before, after = fold(text.text[max(0, start - 80):start]) + " ", text.text[end:end + 30]
            if _RIGHTLY_AFTER.match(fold(after)) or not _OWN_PLACE.search(before):
                continue
            if _RIGHTLY_BEFORE.search(before.rstrip()) and not re.search(r"(?:địa bàn|ubnd|ủy ban nhân dân|đảng ủy) $", before):
                continue
            found[(mention.type, mention.name)][(start, end)] = None
    for (kind, name), where in found.items():
        spans = list(where)
        places = list(dict.fromkeys(text.row_at(s).place for s, _ in spans))
        yield finding("other-commune", plan, f"Văn bản của {plan_name(plan)} nói đến {kind} {name} như nói về mình ({len(spans)} lần): có thể chép từ kế hoạch khác",
                      severity="error" if len(spans) > 1 else None, place="; ".join(places[:5]), quotes=[text.around(s, e) for s, e in spans[:5]])


def _provinces(plan: PlanRecord, own: str, text: Body) -> Iterator[Finding]:
    home = find_province(own) or merged_into(own)
    if home is None:
        return
    found: dict[str, dict[tuple[int, int], None]] = defaultdict(dict)
    for offset, window in _mentions(text, _PROVINCE_NAME):
        for mention in province_mentions(window):
            if not mention.marked or mention.province.code == home.code:
                continue
            start, end = mention.span[0] + offset, mention.span[1] + offset
            before = fold(text.text[max(0, start - 40):start]) + " "
            if re.search(r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|địa bàn|của|tại|công an|sở [^.;,]{3,30}) $", before):
                found[mention.name][(start, end)] = None
    for name, where in found.items():
        spans = list(where)
        places = list(dict.fromkeys(text.row_at(s).place for s, _ in spans))
        yield finding("other-province", plan, f"Kế hoạch thuộc {home.name} nhưng nói đến {name} như cấp trên của mình ({len(spans)} lần)",
                      place="; ".join(places[:5]), quotes=[text.around(s, e) for s, e in spans[:5]])


def passages(shared: SharedPassages) -> Iterator[Finding]:
    """Communes' plans that share passages: the closest other plan, the share of this plan's wording, the longest quote.

    Wording of a plan of a higher body in the batch counts as nobody's; so do titles of cited documents."""
    for found in shared.found():
        yield from _copied(found)


@lru_cache(maxsize=1)
def _sentences() -> Callable[[str], list[str]]:
    """underthesea's splitter of sentences, alone: the package itself loads 70 MiB of models and dictionaries that nobody asks for here."""
    try:
        spec = find_spec("underthesea")
        places = [Path(p, "pipeline", "sent_tokenize", "__init__.py") for p in (spec.submodule_search_locations or () if spec else ())]
        alone = spec_from_file_location("doichieu_sentences", places[0])
        if alone is None or alone.loader is None:
            raise ImportError("underthesea")
        module = module_from_spec(alone)
        alone.loader.exec_module(module)
        return cast("Callable[[str], list[str]]", module.sent_tokenize)
    except (ImportError, AttributeError, IndexError, OSError):  # another version, otherwise laid out
        from underthesea import sent_tokenize

        return cast("Callable[[str], list[str]]", sent_tokenize)


def whole_sentences(text: str, width: int = 300) -> str:
    """As many whole sentences from the start of a passage as fit into `width` characters, so that a quote reads on its own."""
    kept = ""
    for sentence in _sentences()(text):
        if kept and len(kept) + 1 + len(sentence) > width:
            break
        kept = f"{kept} {sentence}".strip()
    return quote(kept, width)


def _copied(found: Passages) -> Iterator[Finding]:
    if found.share < COPIED_SHARE:
        return
    percent = round(found.share * 100)
    more = f"; {found.others} kế hoạch khác cũng trùng từ {round(COPIED_SHARE * 100)} %" if found.others else ""
    yield finding("copied-passages", found.plan, f"{percent} % lời văn trùng với kế hoạch của {plan_name(found.other)} ({found.other.source}){more}. "
                  f"Đoạn dài nhất {found.longest} từ", severity="warning" if found.share >= MUCH_SHARE else None, place=found.place, quotes=[whole_sentences(found.quote)])
