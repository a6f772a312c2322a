"""Who stands alone in a note behind an act: somebody by name ("(Đ/c Hùng)", "(thầy Nam phụ trách)"), an office of the Party committee."""

from __future__ import annotations

from normalizers.unit_borders import summed
from normalizers.unit_grammar import Item
from normalizers.unit_tails import at, by_first_word, first_at
from normalizers.unit_tokens import Token
from normalizers.unit_verbs import is_verb
from normalizers.unit_vocab import match_head, match_unit

_TITLES = by_first_word([("đ", "/", "c"), ("đồng", "chí"), ("thầy",), ("cô",), ("ông",), ("bà",)], lambda words: words)
_LONGEST = 4  # words of a person's name
_EVERYWHERE = (("cộng", "đồng"), ("địa", "bàn"), ("địa", "phương"), ("nguồn",), ("chỗ",), ("nhà",), ("hộ",), ("trụ", "sở", "làm", "việc"), ("cơ", "sở"), ("gia", "đình"), ("các", "nút"), ("các", "tuyến"), ("các", "điểm"), ("khu", "dân", "cư"), ("các", "thôn"), ("các", "khu", "phố"))  # no body: "tại cộng đồng"
_BODIES = (("lực", "lượng"), ("cơ", "quan"), ("đơn", "vị"), ("các", "phòng"), ("các", "ban"), ("ban", "ngành"), ("đoàn", "thể"), ("tổ", "chức", "chính"), ("các", "tổ", "chức"), ("bộ", "phận"), ("thành", "phần"), ("thành", "viên"))
_TOLD = frozenset({"gửi", "qua", "thuộc", "như", "gồm", "tại"})  # words behind which a note explains
_COMMITTEES = (("ban", "thường", "vụ"), ("ban", "chấp", "hành"))


def person_noted(tokens: list[Token], i: int) -> int:
    """End of a person named at `i` behind a bracket, the post behind a dash with it, or of a post alone: "(Đ/c Hùng)",
    "(Đ/c Lan - Hiệu trưởng)"; `i` elsewhere."""
    title = first_at(tokens, i, _TITLES) if i < len(tokens) else None
    if title is None:
        post = match_head(tokens, i) if i < len(tokens) else None
        return post[0] if post is not None and post[1].kind == "person" and post[1].strong and at(tokens, post[0], (")",)) else i  # "(Hiệu trưởng)"
    end = first = i + len(title)
    while end < len(tokens) and end - first < _LONGEST and tokens[end].word and tokens[end].capital:
        end += 1
    if end == first:
        return i
    if end + 1 < len(tokens) and tokens[end].key in ("-", "–") and tokens[end + 1].capital:
        end = next((k for k in range(end + 1, len(tokens)) if not tokens[k].word), len(tokens))
    return end


def post_alone(tokens: list[Token], i: int) -> int:
    """End of a post that names nobody's office, with its act behind a colon or comma: "Hiệu trưởng | : Chỉ đạo …"; `i` elsewhere."""
    post = match_head(tokens, i) if i < len(tokens) and tokens[i].capital else None
    if post is None or post[1].kind != "person" or not post[1].strong or post[0] + 1 >= len(tokens) or tokens[post[0]].key not in (":", ","):
        return i
    return post[0] if is_verb(tokens, post[0] + 1) or at(tokens, post[0] + 1, ("phụ", "trách")) else i


def _office_of_party(tokens: list[Token], item: Item) -> bool:
    """Whether a Party body is one that works for the committee: "Văn phòng Đảng ủy", "Ban Xây dựng Đảng"."""
    return item.entry is not None and item.entry.kind == "party" and (tokens[item.start].key in ("văn", "ban", "trung") or at(tokens, item.start, ("ủy", "ban", "kiểm", "tra"))) and not any(at(tokens, item.start, w) for w in _COMMITTEES)


def note_alone(tokens: list[Token], i: int, items: list[Item], end: int) -> bool:
    """Whether a note of nothing but named units closes the sentence: "Rà soát quy hoạch … (Chi cục Kiểm lâm)." charges them.
    Behind a body's own name or a word for bodies ("các lực lượng (…)"), or what is sent or reported to one, it says who that is."""
    if i == 0 or end >= len(tokens) or tokens[end].key != ")" or any(t.word for t in tokens[end:]):
        return False
    if any(it.entry is not None and it.entry.kind not in ("office", "organisation") and not _office_of_party(tokens, it) for it in items):
        return False
    if len(items) > 1 and any(it.entry is None and not summed(tokens, it.end) and not summed(tokens, it.start - 1) for it in items):
        return False
    first = max((k + 1 for k in range(i) if tokens[k].key in (".", ";", ",", "(")), default=0)
    before = tokens[first:i]
    if any(t.key in _TOLD and not (t.key == "thuộc" and k and before[k - 1].key == "phụ") and not any(at(before, k + 1, w) for w in _EVERYWHERE) for k, t in enumerate(before)) or any(at(before, k, ("báo", "cáo")) for k in range(len(before))):
        return False
    if len(items) > 1 and any(at(before, k, w) for k in range(max(0, len(before) - 8), len(before)) for w in _BODIES):
        return False
    named = next((k for k in range(i - 1, first - 1, -1) if tokens[k].capital and not at(tokens, k, ("nhân", "dân")) and (match_unit(tokens, k) or match_head(tokens, k))), None)
    return named is None or any(is_verb(tokens, k) and not tokens[k].capital for k in range(named + 1, i))
