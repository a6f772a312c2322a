"""Courtesy before a post: "ông (bà)", "đồng chí", with the name of who holds it or without."""

from __future__ import annotations

from itertools import takewhile

from normalizers.unit_tails import at, by_first_word, first_at
from normalizers.unit_tokens import SOFT, Token
from normalizers.unit_vocab import match_head, match_unit

_COURTESY = (("ông",), ("bà",), ("đồng", "chí"), ("đ", "/", "c"), ("thầy", "giáo"), ("cô", "giáo"), ("thầy",), ("cô",), ("bác", "sĩ"), ("bs", "."), ("bs",), ("ths", "."), ("ts", "."),
             *((grade, rank) for grade in ("thiếu", "trung", "thượng", "đại") for rank in ("úy", "tá")))
_COURTESY_AT = by_first_word(_COURTESY, lambda words: words)
COURTESY_FIRST = frozenset(_COURTESY_AT)
POSTS = frozenset({"chủ", "phó", "trưởng", "bí", "thành", "giám", "thủ", "hiệu", "chỉ", "lãnh", "ủy", "chánh", "cán", "công"})
_OFFICER, _MEMBER = ("chuyên", "viên"), ("ủy", "viên")  # "chi | ủy viên", "đảng | ủy viên"
# What else a bracket tells of the one named before it: "Đ/c Mừng (Chi hội trưởng Phụ nữ)", "(Cộng tác viên Y tế)", "(chuyên viên Phòng Kinh tế)"
_WORK = by_first_word((("chi", "hội", "trưởng"), ("chi", "hội", "phó"), ("cộng", "tác", "viên"), ("chuyên", "viên"), ("nhân", "viên"), ("đội", "trưởng"), ("đội", "phó"), ("lực", "lượng"), ("cảnh", "sát")), lambda words: words)
_BRACKET = 40  # words of the posts that brackets tell
_POST_REACH, _CHIEFS = 14, frozenset({"chánh", "trưởng", "giám", "chỉ", "hiệu", "trạm", "chủ"})  # words of a post before another one; first words of posts of which a body has one
_POSTS_TOO = frozenset({"trạm", "tổng", "tổ", "đội", "bác", "điều", "kế", "giáo"})  # that open posts and other names


def posts_of_named(tokens: list[Token]) -> list[Token]:
    """Tokens with the posts that brackets tell of people named in their place: "Đ/c Hùng (Phó Chủ tịch UBND xã)"."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        word = first_at(tokens, i, _COURTESY_AT) if tokens[i][1] in COURTESY_FIRST else None
        k = first = i + len(word or ())
        while word and k < len(tokens) and k - first < 5 and tokens[k].word and tokens[k].capital:
            k += 1
        if first < k < len(tokens) and tokens[k].key == "(" and (post_at(tokens, k + 1) or at(tokens, k + 2, _MEMBER) or first_at(tokens, k + 1, _WORK)) and (
                end := next((m for m in range(k, min(k + _BRACKET, len(tokens))) if tokens[m].key == ")"), 0)):
            out += tokens[k + 1 : end]
            i = end + 1
        else:
            out.append(tokens[i])
            i += 1
    return out


def _person(tokens: list[Token], i: int) -> int:
    """End of a person's name and the mark behind it, where a post follows: "Nguyễn Văn An - | Trưởng phòng", "Hà, | Phó Chủ tịch";
    else `i`."""
    j = i
    while j < len(tokens) and j - i < 5 and tokens[j].word and tokens[j].capital and (not tokens[j].text.isupper() or len(tokens[j].text) == 1):
        j += 1
    if j == i or j >= len(tokens) or tokens[j].key not in ("-", "–", ",", ":"):
        return i
    return j + 1 if post_at(tokens, j + 1) or at(tokens, j + 1, _OFFICER) or at(tokens, j + 2, _MEMBER) else i


def post_at(tokens: list[Token], i: int) -> bool:
    """Whether a post is named at `i`: "Trưởng phòng …", "Tổng phụ trách Đội"."""
    return i < len(tokens) and (tokens[i].key in POSTS or (tokens[i].key in _POSTS_TOO and (head := match_head(tokens, i)) is not None and head[1].kind == "person"))


def named_person(tokens: list[Token]) -> bool:
    """Whether the tokens are one person by name: "Đồng chí Lan", "Bác sĩ Nguyễn Văn An"."""
    word = first_at(tokens, 0, _COURTESY_AT)
    name = tokens[len(word):] if word else []
    return 0 < len(name) < 6 and all(t.word and t.capital and not t.key.isdigit() for t in name)


def as_they_are(tokens: list[Token], spots: list[int], i: int, out: list[Token]) -> int:
    """Put the tokens from `i` up to the next of `spots` (rising; those passed are used up) to `out`; returns where that is."""
    while spots and spots[0] < i:
        del spots[0]
    stop = spots[0] if spots else len(tokens)
    out += tokens[i:stop]
    return stop


def without_courtesy(tokens: list[Token]) -> list[Token]:
    """Tokens without "ông (bà)", "ông, bà", "đồng chí", with a name or without, before a post: "Các ông (bà) Trưởng thôn"
    are "Các Trưởng thôn", "Đ/c Nguyễn Văn An - Trưởng phòng Kinh tế" is "Trưởng phòng Kinh tế"."""
    if COURTESY_FIRST.isdisjoint([token[1] for token in tokens]):
        return tokens
    if any(token[1] == "(" for token in tokens):
        tokens = posts_of_named(tokens)
    spots = [n for n, token in enumerate(tokens) if token[1] in COURTESY_FIRST]
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        i = as_they_are(tokens, spots, i, out)
        if i == len(tokens):
            break
        j = i
        while True:
            word = first_at(tokens, j, _COURTESY_AT)
            if word is None:
                break
            j += len(word)
            while j < len(tokens) and tokens[j].key in (",", "/", "và", "(") and first_at(tokens, j + 1, _COURTESY_AT):
                j += 1
            if j < len(tokens) and tokens[j].key == ")" and tokens[j - 1].key == "bà":
                j += 1
            j += at(tokens, j, (":",)) and post_at(tokens, j + 1)
        named = False
        if j > i:
            named = j < (j := _person(tokens, j))
            body = j + (tokens[j].key == "trong" if j < len(tokens) else 0)
            if out and out[-1].key == "các" and body < len(tokens) and tokens[body].capital and tokens[body].key in ("ban", "thường") and (hit := match_unit(tokens, body)) is not None and hit[1].kind == "party":
                out.pop()
                i = body  # "các đồng chí (trong) | Ban Thường vụ Đảng ủy"
        if j > i and (post_at(tokens, j) or at(tokens, j + 1, _MEMBER) or (named and at(tokens, j, _OFFICER))):  # "các đồng chí | Tỉnh ủy viên"
            if out and out[-1].key == "các" and ("các" in [t.key for t in takewhile(lambda t: t.key not in SOFT, tokens[j + 1 : j + 8])] or (tokens[j].key in _CHIEFS and any(tokens[k].key in SOFT and post_at(tokens, k + 1) for k in range(j + 2, min(j + _POST_REACH, len(tokens)))))):
                out.pop()  # "các ông (bà) | Trưởng các phòng", "các đồng chí | Chủ tịch UBND các xã", "các ông (bà) | Trưởng Công an xã, Trưởng phòng Kinh tế"
            i = j
        out.append(tokens[i])
        i += 1
    return out
