"""Who stands alone in a note or behind a colon behind an act: somebody by name ("(Đ/c Hùng)", "(thầy Nam phụ trách)"), an office of the Party committee."""

from __future__ import annotations

from normalizers.unit_borders import summed
from normalizers.unit_grammar import Item
from normalizers.unit_rows import read_list
from normalizers.unit_tails import at, by_first_word, first_at
from normalizers.unit_tokens import Token
from normalizers.unit_verbs import is_verb
from normalizers.unit_vocab import match_head, match_unit

_TITLES = by_first_word([("đ", "/", "c"), ("đồng", "chí"), ("thầy",), ("cô",), ("ông",), ("bà",)], lambda words: words)
_LONGEST = 4  # words of a person's name
_EVERYWHERE = (("cộng", "đồng"), ("địa", "bàn"), ("địa", "phương"), ("nguồn",), ("chỗ",), ("nhà",), ("hộ",), ("trụ", "sở", "làm", "việc"), ("cơ", "sở"), ("gia", "đình"), ("các", "nút"), ("các", "tuyến"), ("các", "điểm"), ("khu", "dân", "cư"), ("các", "thôn"), ("các", "khu", "phố"))  # no body: "tại cộng đồng"
_BODIES = (("lực", "lượng"), ("cơ", "quan"), ("đơn", "vị"), ("các", "phòng"), ("các", "ban"), ("ban", "ngành"), ("đoàn", "thể"), ("tổ", "chức", "chính"), ("các", "tổ", "chức"), ("bộ", "phận"), ("thành", "phần"), ("thành", "viên"))
_TOLD = frozenset({"gửi", "qua", "thuộc", "như", "gồm", "tại"})  # words behind which a note explains
# Right before a note that lists posts and charges nobody: "lấy phiếu tín nhiệm đối với người giữ chức vụ (Chủ tịch, …)".
_HOLDERS = (("chức", "danh"), ("chức", "vụ"), ("lãnh", "đạo"), ("cán", "bộ"), ("người",), ("thành", "viên"), ("đại", "biểu"), ("thành", "phần"), ("đối", "tượng"), ("vị", "trí"), ("đồng", "chí"))
_TELLING = frozenset(("sau", "gồm", "là", "như", "thể", "với", "tại", "cho", "gửi", "của", "thuộc", "theo", "các", "vị", "quan", "ngành", "hợp", "trì"))  # right before a colon that opens a list of something else
_SHORTEST = 4  # words of an act before such a colon
_NEAR = 5  # words before the bracket
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


def _post(tokens: list[Token], item: Item) -> bool:
    """Whether an item is a post: "Chủ tịch UBND xã", "Tổ trưởng chuyên môn"."""
    if item.entry is not None and item.entry.kind not in ("person", "authority"):
        return False
    post = match_head(tokens, item.start)
    return post is not None and post[1].kind == "person" and post[1].strong


def _beside_office(items: list[Item], item: Item) -> bool:
    """Whether settlements stand behind an office of the commune in one row: "(Phòng Kinh tế, | các thôn)"."""
    first, entry = items[0].entry, item.entry
    return item is not items[0] and first is not None and first.kind in ("office", "organisation") and entry is not None and entry.level == "village"


def note_alone(tokens: list[Token], i: int, items: list[Item], end: int) -> bool:
    """Whether a note of nothing but named units closes the sentence: "Rà soát quy hoạch … (Chi cục Kiểm lâm)." charges them.
    Behind a body's own name or a word for bodies ("các lực lượng (…)"), or what is sent or reported to one, it says who that is."""
    return i > 0 and end < len(tokens) and tokens[end].key == ")" and not any(t.word for t in tokens[end:]) and charged_alone(tokens, i, items)


def charged_alone(tokens: list[Token], i: int, items: list[Item]) -> bool:
    """Whether the items behind the mark at `i` are whom the act before it charges, and explain nothing in it."""
    posts = [it for it in items if _post(tokens, it)]
    if any(it.entry is not None and it.entry.kind not in ("office", "organisation") and not _office_of_party(tokens, it) and not _beside_office(items, it) for it in items if it not in posts):
        return False
    if posts and any(at(tokens, k, w) for k in range(max(0, i - _NEAR), i) for w in _HOLDERS):
        return False
    unknown = [it for it in items if it.entry is None and it not in posts and not summed(tokens, it.end) and not summed(tokens, it.start - 1)]
    if len(items) > 1 and unknown and not (items[0] not in unknown and all(_other_body(tokens, it) for it in unknown)):
        return False
    first = max((k + 1 for k in range(i) if tokens[k].key in (".", ";", ",", "(")), default=0)
    before = tokens[first:i]
    if any(t.key in _TOLD and not (t.key == "thuộc" and k and before[k - 1].key == "phụ") and not any(at(before, k + 1, w) for w in _EVERYWHERE) for k, t in enumerate(before)) or any(at(before, k, ("báo", "cáo")) for k in range(first == 0, len(before))):
        return False
    if len(items) > 1 and any(at(before, k, w) for k in range(max(0, len(before) - 8), len(before)) for w in _BODIES):
        return False
    named = next((k for k in range(i - 1, first - 1, -1) if tokens[k].capital and not at(tokens, k, ("nhân", "dân")) and (match_unit(tokens, k) or match_head(tokens, k))), None)
    return named is None or any(is_verb(tokens, k) and not tokens[k].capital for k in range(named + 1, i))


def _other_body(tokens: list[Token], it: Item) -> bool:
    """Whether an item behind known bodies is one too by its head: "(Công an xã, | Bảo hiểm xã hội cơ sở)"; a school may be where it is done."""
    return tokens[it.start].capital and tokens[it.start].key != "trường" and match_head(tokens, it.start) is not None


def behind_colon(tokens: list[Token], first: int, commune: str | None) -> list[Item]:
    """The bodies that close a sentence behind its one colon and the act that opens it at `first`: "Kiểm tra các cơ sở karaoke: | Công an xã
    (chủ trì), Phòng X (phối hợp)."; [] where no brackets tell their parts: they may be whom the act is about."""
    colons = [k for k in range(first, len(tokens)) if tokens[k].key in (":", ";", ".")]
    k = colons[0] if colons and tokens[colons[0]].key == ":" else 0
    if k < first + _SHORTEST or not is_verb(tokens, first) or any(t.key in _TELLING for t in tokens[k - _NEAR : k]):
        return []
    items, end = read_list(tokens, k + 1, commune)
    if not items or any(t.word for t in tokens[end:]) or len(colons) > 1 + (tokens[-1].key in (".", ";")):
        return []
    return items if by_roles(tokens, items)[1] and charged_alone(tokens, k, items) else []


_ROLE = 7  # tokens of "(là đơn vị chủ trì)"


def by_roles(tokens: list[Token], row: list[Item]) -> tuple[list[Item], list[Item]]:
    """(lead, support) of a row of whose bodies brackets tell the parts: "X (chủ trì), Y, Z (phối hợp)"; (row, []) of others."""
    leading, helping = ([n for n, it in enumerate(row) if _role_noted(tokens, it.end, words)] for words in (("chủ", "trì"), ("phối", "hợp")))
    if not leading and not helping:
        return row, []
    if leading and helping:
        leading = list(range(leading[-1] + 1)) if leading[-1] < helping[0] else leading
    elif helping:
        leading = [n for n in range(len(row)) if n not in helping]
    return [it for n, it in enumerate(row) if n in leading], [it for n, it in enumerate(row) if n not in leading]


def _role_noted(tokens: list[Token], i: int, words: tuple[str, ...]) -> bool:
    """Whether brackets at `i` hold a role that ends with `words` and nothing else: "(đơn vị | chủ trì)"."""
    if i >= len(tokens) or tokens[i].key != "(":
        return False
    end = next((k for k in range(i, min(i + _ROLE, len(tokens))) if tokens[k].key == ")"), i)
    return end > i + 2 and at(tokens, end - 2, words)
