"""What may follow a unit's name without making another unit: its level, its place, "có liên quan", "trên địa bàn"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

from normalizers.frozen import frozen
from normalizers.text import fold
from normalizers.unit_tokens import SOFT, Token
from normalizers.unit_vocab import match_head, match_unit, vocabulary

COMMUNE_LEVELS = ("xã", "phường", "đặc khu", "thị trấn")
UPPER_LEVELS = ("thành phố trực thuộc trung ương", "thành phố", "tỉnh", "huyện", "quận", "thị xã", "quân khu", "trung ương", "quốc gia", "khu vực", "các cấp")
_LEVELS = tuple((tuple(w.split()), w) for w in sorted((*COMMUNE_LEVELS, *UPPER_LEVELS), key=lambda w: -len(w)))
_SHORT_LEVELS = frozenset({"thành", "thị"})  # cities and towns, behind districts
_LONGER = {"thành": frozenset({"phố", "ủy", "đoàn", "viên", "lập", "tích", "phần", "công"}), "thị": frozenset({"xã", "trấn", "ủy", "đoàn", "trường", "sát"})}  # words that go on
_TOWNS = frozenset({"huyện", "quận", "thị xã", "thành phố", *_SHORT_LEVELS})
_LINKS = tuple(
    tuple(w.split())
    for w in ("đóng trên địa bàn", "đóng chân trên địa bàn", "đứng chân trên địa bàn", "trên địa bàn", "địa bàn", "thuộc địa bàn", "ở địa phương",
              "tại địa phương", "địa phương", "trực thuộc", "thuộc , trực thuộc", "thuộc và trực thuộc", "thuộc", "của", "tại", "toàn", "trong", "ở", "các cấp", "cấp", "tuyến", "các")
)
_RELATED = tuple(
    tuple(w.split())
    for w in ("và cá nhân có liên quan", "và cá nhân liên quan", "có liên quan khác", "khác có liên quan", "có liên quan", "liên quan khác", "liên quan", "hữu quan", "khác",
              "nêu trên", "chức năng", "cùng cấp", "được giao nhiệm vụ", "được giao", "được phân công", "có chức năng", "theo chức năng nhiệm vụ",
              "theo chức năng", "chuyên môn , nghiệp vụ", "chuyên môn nghiệp vụ", "chuyên môn", "có nhiệm vụ liên quan", "có thẩm quyền", "hành chính", "nhà nước",
              "theo phân công", "trong vùng", "trong cả nước", "trong trường", "trong nhà trường", "trong ngành", "trong đơn vị", "trong cơ quan", "trong hệ thống chính trị", "của đảng", "lq", "có lq")
)
_NEXT_BODIES = (("ủy", "ban"), ("đoàn", "thanh"), ("đoàn", "thể"))  # "Công an xã | Ủy ban MTTQ" beside "thị xã ủy", "xã đoàn"
_OWN_BODIES = (("bộ",), ("sở",), ("ngành",), ("tổng", "cục"), ("cục",), ("viện",), ("tập", "đoàn"), ("tổng", "công", "ty"), ("chi", "cục"),
               ("công", "ty"), ("bệnh", "viện"), ("trung", "tâm"), ("nhà", "trường"), ("học", "viện"), ("chi", "nhánh"))
T = TypeVar("T")


def by_first_word(items: Iterable[T], words: Callable[[T], tuple[str, ...]]) -> dict[str, tuple[T, ...]]:
    """Items by the first of their words, order kept: few wordings can stand at a given token."""
    out: dict[str, list[T]] = {}
    for item in items:
        out.setdefault(words(item)[0], []).append(item)
    return {first: tuple(found) for first, found in out.items()}


_LEVELS_AT = by_first_word(_LEVELS, lambda level: level[0])
_LINKS_AT = by_first_word(_LINKS, lambda words: words)
_RELATED_AT = by_first_word(_RELATED, lambda words: words)
_NUMBERED = frozenset({"sở", "vực", "số"})  # "Thuế cơ sở 2 thành phố X": an office's own number


def at(tokens: list[Token], i: int, words: tuple[str, ...]) -> bool:
    """Whether the folded words stand at token `i`."""
    if i >= len(tokens) or tokens[i][1] != words[0]:  # [1]: the key, got at once
        return False
    n = len(words)
    if n == 1:
        return True
    if len(tokens) < i + n:
        return False
    for k in range(1, n):  # noqa: SIM110 - asked more often than all else here: a loop takes half the time of all()
        if tokens[i + k][1] != words[k]:
            return False
    return True


def first_at(tokens: list[Token], i: int, wordings: dict[str, tuple[tuple[str, ...], ...]]) -> tuple[str, ...] | None:
    """The first of the wordings (`by_first_word`) that stands at token `i`, None where none does."""
    if i < len(tokens):
        for words in wordings.get(tokens[i][1], ()):
            if at(tokens, i, words):
                return words
    return None


@frozen
class Tail:
    """A tail `[start, end)`: its levels in order, printed place names, and whether the level is a plural ("các xã")."""

    start: int
    end: int
    levels: tuple[str, ...] = ()
    names: tuple[tuple[int, int], ...] = ()
    plural: bool = False
    linked: bool = False
    grade: bool = False  # "cấp xã", "cấp tỉnh"


def place_wordings() -> list[str]:
    """Level words and province names of two words or more, as they stand in tails, sorted."""
    levels = [level for _, level in _LEVELS]
    out = {f"{w} {level}" for level in levels for w in ("các", "cấp")} | {f"{a} {b}" for a in levels for b in levels if a != b} | set(levels)
    out |= {" ".join(w) for w in vocabulary().provinces}
    return sorted(w for w in out if " " in w)


def level_at(tokens: list[Token], i: int) -> tuple[int, str] | None:
    """A level word at `i`: (end, level)."""
    if i >= len(tokens):
        return None
    for words, level in _LEVELS_AT.get(tokens[i].key, ()):
        if at(tokens, i, words) and not (level == "xã" and tokens[i + 1 : i + 2] and tokens[i + 1].key in ("hội", "luận", "giao", "viên") and tokens[i].capital >= tokens[i + 1].capital) and not (
            i + len(words) < len(tokens) and tokens[i + len(words)].key in ("ủy", "đoàn") and not any(at(tokens, i + len(words), w) for w in _NEXT_BODIES)
        ) and not (level == "quân khu" and i and tokens[i].capital and tokens[i - 1].key in SOFT):  # "Công an tỉnh, | Quân khu 5" is no place of hers
            return i + len(words), level
    return None


def _next_level(tokens: list[Token], i: int, before: list[str]) -> tuple[int, str] | None:
    """A level at `i` of the list that `before` begins, in short too: "các huyện, | thành, | thị"."""
    if before and before[-1] in _TOWNS and i < len(tokens) and tokens[i].key in _SHORT_LEVELS and (
            i + 1 == len(tokens) or tokens[i + 1].key in SOFT or not tokens[i + 1].word or (before[-1] in _SHORT_LEVELS and tokens[i + 1].key not in _LONGER[tokens[i].key])):
        return i + 1, tokens[i].key
    return level_at(tokens, i)


def place_name(tokens: list[Token], i: int, commune: str | None) -> int:
    """End of a place name at `i` (`i` if none): the commune's, a province's, or up to four capitalised words."""
    if commune:
        words = tuple(fold(commune).split())
        if at(tokens, i, words):
            return i + len(words)
    end = province_end(tokens, i)
    if end > i and not (tokens[i - 1].key in _SMALL and end < len(tokens) and tokens[end].capital and tokens[end].gap):
        return end
    shouting = all(t.text.isupper() for t in tokens if t.word and len(t.text) > 1)
    j = i
    while not shouting and j < len(tokens) and j - i < 4 and tokens[j].capital and tokens[j].word:
        if match_unit(tokens, j) or (_opens(tokens, j) and not (j == i and named_as_body(tokens, j)) and not (j == i + 1 and _closes_name(tokens, j))) or (j > i and not tokens[j].gap) or level_at(tokens, j) or tokens[j].key == "các" \
                or any(at(tokens, j, words) for words in _NO_NAMES):
            break
        j += 1
        while j + 1 < len(tokens) and tokens[j].key in _APOSTROPHES and not tokens[j].gap and not tokens[j + 1].gap:
            j += 2  # "xã K'Bang", "xã Ea H'leo"
    return max(j, end)


_SCHOOLS = frozenset({"cao", "mầm", "đại", "tiểu", "chính", "trung", "phổ", "quân", "dạy", "mẫu", "bồi", "đào", "cán", "thcs", "thpt"})  # kinds behind "trường"


def named_as_body(tokens: list[Token], i: int) -> bool:
    """Whether a place whose name opens as a body's does stands at `i` in a row of places: "Trường Vinh", "Hội An": two capital words, where
    a body's noun would go on in small letters ("Hội Nông | dân")."""
    if i + 1 >= len(tokens) or not tokens[i].capital or not tokens[i + 1].capital or tokens[i + 1].text.isupper():
        return False
    over = i + 2 >= len(tokens) or not tokens[i + 2].word or tokens[i + 2].key in SOFT
    return over or (tokens[i].key == "trường" and tokens[i + 1].key not in _SCHOOLS and not tokens[i + 2].capital)


def _closes_name(tokens: list[Token], i: int) -> bool:
    """Whether "Hội" at `i` is the second word of a place's name: "xã Phước Hội", "Cửa Hội"; an association's goes on with a capital."""
    return tokens[i].key == "hội" and tokens[i].text != "HỘI" and (i + 1 >= len(tokens) or not tokens[i + 1].capital)


_NO_NAMES = (("cơ", "quan"), ("đơn", "vị"), ("phối", "hợp"), ("chủ", "trì"),
             ("môi", "trường"), ("dịch", "vụ"), ("vận", "tải"), ("chăn", "nuôi"), ("thương", "mại"), ("rau", "an"), ("rau", "củ"))  # "Hợp tác xã | Môi trường"
_APOSTROPHES = frozenset("'’‘´`")


_SMALL = frozenset(level.split()[-1] for level in COMMUNE_LEVELS)  # "phường Phú Thọ | Hòa": a commune's name may begin as a province's


def province_end(tokens: list[Token], i: int) -> int:
    """End of a province's name at `i` (`i` if none)."""
    for words in _provinces_at().get(tokens[i].key, ()) if i < len(tokens) else ():
        if at(tokens, i, words):
            return i + len(words)
    return i


@lru_cache(maxsize=1)
def _provinces_at() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Province names by first word, the longest first, with and without the dash of "Bà Rịa - Vũng Tàu"."""
    names = {n for words in vocabulary().provinces for n in (words, tuple(w for w in words if w != "-"))}
    return by_first_word(sorted(names, key=lambda n: (-len(n), n)), lambda words: words)


def _own_body(tokens: list[Token], i: int) -> int:
    """End of the body at `i` to which several belong: "các đơn vị thuộc | Bộ", "… trực thuộc | Sở Nội vụ"; `i` if none."""
    own = i + next((len(w) for w in _OWN_BODIES if at(tokens, i, w)), 0)
    hit = match_unit(tokens, i)
    if hit is None or hit[0] - i < 2 or at(tokens, i, ("hội", "đồng", "nhân", "dân")) or (own > i and not tokens[min(own, len(tokens) - 1)].capital):
        return own  # "các đơn vị thuộc Bộ | xây dựng kế hoạch"
    return hit[0]


def _opens(tokens: list[Token], i: int) -> bool:
    hit = match_head(tokens, i)
    return hit is not None


_FIRM_ALONE = (("tập", "đoàn"), ("tổng", "công", "ty"), ("công", "ty"), ("chi", "cục"), ("bệnh", "viện"))
_IN_SHORT = frozenset({"tỉnh", "huyện", "quận", "thị", "thành"})


def committees_end(tokens: list[Token], i: int) -> int:
    """End of upper party committees in short at token `i`: "các | huyện, thị, thành ủy"; `i` where none are named."""
    k = i + 1
    if tokens[i].key != "các" or k >= len(tokens) or tokens[k].key not in _IN_SHORT:
        return i
    if tokens[k + 1 : k + 2] and tokens[k + 1].key == "ủy":  # "các | huyện ủy, thị ủy, thành ủy"
        k += 2
        while k + 2 < len(tokens) and tokens[k].key in (",", "và") and committees_row(tokens, k, k + 1):
            k += 3
        return k if k > i + 3 and tokens[k - 2].key in _IN_SHORT and (k == len(tokens) or not tokens[k].word or tokens[k].key in SOFT) else i
    while k + 2 < len(tokens) and tokens[k].key in _IN_SHORT and tokens[k + 1].key in (",", "và", "-"):
        k += 2
    return k + 2 if k > i + 1 and k + 1 < len(tokens) and tokens[k].key in _IN_SHORT and tokens[k + 1].key == "ủy" else i


def committees_row(tokens: list[Token], j: int, k: int) -> bool:
    """Whether the separator at `j` stands inside a row of upper party committees that one "các" opens: "các huyện ủy|, thành ủy", "…, thành
    ủy|, đảng ủy trực thuộc"."""
    if j < 3 or tokens[j - 1].key != "ủy" or k + 1 >= len(tokens) or tokens[k + 1].key != "ủy" or (tokens[k].key not in _IN_SHORT and not at(tokens, k, ("đảng", "ủy", "trực"))):
        return False
    first = j - 2
    while first > 2 and tokens[first - 1].key in (",", "và") and tokens[first - 2].key == "ủy":
        first -= 3
    return tokens[first - 1].key == "các" and tokens[first].key in _IN_SHORT


def read_tail(tokens: list[Token], i: int, commune: str | None, collective: bool = False) -> Tail:
    """The longest tail at `i` (empty where none). A list of levels ("các xã, phường, đặc khu") is one tail."""
    start, plural, linked, grade, committee = i, False, False, False, False
    levels: list[str] = []
    names: list[tuple[int, int]] = []
    if i < len(tokens) and tokens[i].capital and (end := province_end(tokens, i)) > i:
        names.append((i, end))
        i = end
    while i < len(tokens):
        moved = i
        for words in _LINKS_AT.get(tokens[i].key, ()):
            if at(tokens, i, words) and level_at(tokens, i) is None:
                if words in (("các",), ("toàn",), ("tuyến",), ("cấp",)) and not level_at(tokens, i + 1):
                    break  # "bệnh viện | tuyến tỉnh", but "tuyến đường"
                if words in (("địa", "phương"), ("tại", "địa", "phương"), ("ở", "địa", "phương")) and not (collective or linked):
                    break
                if words == ("của",) and (at(tokens, i, ("của", "đảng")) or at(tokens, i, ("của", "quốc", "hội"))):
                    break  # "các cơ quan của Đảng"
                if words == ("trong",) and not level_at(tokens, i + 1) and not at(tokens, i + 1, ("toàn",)):
                    break
                plural = plural or words == ("các",)
                grade = grade or words[-1] in ("cấp", "tuyến")
                linked = linked or words not in (("các",), ("cấp",), ("tuyến",))
                i += len(words)
                break
        if i < len(tokens) and tokens[i].key.isdigit() and len(tokens[i].key) < 4 and not levels and tokens[i - 1].key not in _NUMBERED and level_at(tokens, i + 1):
            plural, i = True, i + 1  # "Công an 13 xã, thị trấn"
        if linked and (at(tokens, i, ("ủy", "ban", "nhân", "dân")) or at(tokens, i, ("đảng", "ủy"))):
            i += 4 if tokens[i].key == "ủy" else 2
        elif not levels and not linked and i > start - 1 and at(tokens, i, ("ủy", "ban", "nhân", "dân")) and i + 4 < len(tokens):
            after = level_at(tokens, i + 4)
            if after and after[1] in COMMUNE_LEVELS and i == start and tokens[i - 1].key not in SOFT:
                i, committee = i + 4, True
        elif linked and collective and i < len(tokens) and tokens[i].capital and tokens[i - 1].key in ("thuộc", "của"):
            i = _own_body(tokens, i)  # "các đơn vị thuộc Bộ"
        elif collective and i > start and i < len(tokens) and tokens[i - 1].key == "môn" and tokens[i].capital:
            own = i + next((len(w) for w in _FIRM_ALONE if at(tokens, i, w)), 0)
            i = own if own == len(tokens) or tokens[own].key in SOFT or not tokens[own].word else i  # "các phòng chuyên môn Công ty"
        hit = _next_level(tokens, i, levels)
        if hit:
            i, level = hit
            levels.append(level)
            end = place_name(tokens, i, commune)
            if end > i:
                names.append((i, end))
                i = end
            j = i
            while j < len(tokens) and (tokens[j].key in SOFT or (at(tokens, j, ("các",)) and committees_end(tokens, j) == j) or at(tokens, j, ("cấp",))):
                j += 1
            nxt = _next_level(tokens, j, levels) if j > i or (level in COMMUNE_LEVELS and end == j) else None  # "các xã | phường": the comma is forgotten
            if nxt and grade and tokens[j - 1].key == "các":
                nxt = None  # "các sở, ngành cấp tỉnh | và các huyện, thành phố"
            if nxt and not plural and tokens[j - 1].key == "các" and level in COMMUNE_LEVELS and nxt[1] in COMMUNE_LEVELS:
                nxt = None  # "Công an xã, | các xã giáp ranh"
            region = nxt is not None and plural and level == "tỉnh" and nxt[1] == "thành phố" and province_end(tokens, nxt[0]) == nxt[0]  # "các tỉnh, thành phố Tây Nguyên"
            if nxt and not names and (region or place_name(tokens, nxt[0], commune) == nxt[0]):
                i = j
                plural = True
                continue
        elif commune and linked and place_name(tokens, i, commune) > i and at(tokens, i, tuple(fold(commune).split())):
            end = place_name(tokens, i, commune)
            names.append((i, end))
            i = end
        if collective:
            for words in _RELATED_AT.get(tokens[i].key, ()) if i < len(tokens) else ():
                if at(tokens, i, words):
                    i += len(words)
                    break
        if i == moved:
            break
    if committee and (plural or len(levels) > 1):
        return Tail(start, start)  # "Sở Y tế | UBND phường, xã": bodies of their own
    if i > start and levels[-1:] != ["các cấp"] and tokens[i - 1].key in ("của", "thuộc", "tại", "trong", "ở", "toàn", "các", "cấp"):
        return Tail(start, start)
    return Tail(start, i, tuple(levels), tuple(names), plural, linked, grade)
