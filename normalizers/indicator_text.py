"""Indicator wordings levelled for comparison: place words, list verbs and spellings away, fixed terms as one token.

Hands on token tuples ("người dân", "có", "tài khoản định danh điện tử" → `("người", "dân", "vneid")`).
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from itertools import pairwise, product
from pathlib import Path

from normalizers.text import fold, nfc

VOCAB = Path(__file__).parent / "vocab"
_BODY = r"(?:[Xx]ã|[Pp]hường|[Đđ]ặc khu|[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Tt]hị xã|[Qq]uận|[Tt]hủ đô)"
_CAPITALS = "".join(c for c in map(chr, range(0x41, 0x1EFA)) if c.isupper() and (c < "\u0250" or c > "\u1e9f"))
_NAME = rf"(?:\s+(?:[{_CAPITALS}][\w'’]*|\d+)(?:\s+-\s+)?){{1,5}}"
# "xã Gia Phúc", "tỉnh Bắc Ninh": a proper name behind its kind says where, not what.
_NAMED_PLACE = re.compile(rf"(?<!\w)({_BODY}){_NAME}")
_PLACE_WORDS = re.compile(
    r"(?<!\w)(?:(?:trên|tại|trong|ở|thuộc|của) )?(?:phạm vi )?(?:địa bàn )?(?:toàn )?(?:xã|phường|đặc khu|tỉnh|thành phố|"
    r"địa phương)(?: và (?:xã|phường))?(?!\w| hội|\s*đội)|(?<!\w)(?:trên|tại|ở) địa bàn(?!\w)|(?<!\w)cấp (?:xã|phường)(?!\w)")
_KEEP_PLACE = re.compile(r"(?<!\w)(với|giữa|từ|cấp) (?:trung ương|tỉnh|thành phố)(?!\w)|(?<!\w)(?:đường|trục|liên) (?:xã|tỉnh)(?!\w)|"
    r"(?<!\w)nguồn (?:vốn )?ngân sách (?:tỉnh|thành phố)(?!\w)")
_YEAR = re.compile(
    r"(?<!\w)(?:thời kỳ|giai đoạn|nhiệm kỳ) (?:19|20)\d\d ?[-–] ?(?:19|20)\d\d(?!\w)|"
    r"(?<!\w)(?:đến |hết |trong |vào |cuối )*năm (?:19|20)\d\d(?!\w)|(?<!\w)(?:19|20)\d\d(?!\w)")
_ZERO = re.compile(r"(?<![\d.,])0+(?=\d)")
_VILLAGE = r"(?:thôn|bản|làng|buôn|xóm|ấp|khóm|khu phố|khối phố|tổ dân phố|tổ phố|khu dân cư)(?!\w| nghề)"
# "thôn, bản, tổ dân phố": one kind of place under several names.
_VILLAGES = re.compile(rf"(?<!\w){_VILLAGE}(?:(?:, ?| và | hoặc | ?/ ?){_VILLAGE})+")
# "được đánh giá, xếp loại từ hoàn thành tốt nhiệm vụ": the grade is what counts, not how it is given.
_RATED = re.compile(r"(?<!\w)(?:(?:được|đánh giá,?|xếp loại|chất lượng|từ|ở|mức|đạt) ){1,6}(?=hoàn thành (?:tốt |xuất sắc )?nhiệm vụ)")
# "(theo Bộ tiêu chí quốc gia …)" says by what rule, not what is measured.
_BASIS = re.compile(r"\(theo (?:bộ tiêu chí|tiêu chí|quy định|nghị quyết|quyết định|nghị định|thông tư|kế hoạch)(?!\w)[^()]*\)")
# "Giảm tỷ lệ hộ nghèo xuống còn": the level that is reached, as "tỷ lệ hộ nghèo".
_REACHED = re.compile(r"^(?:(?:kéo )?giảm |hạ |nâng )?(.+?)(?: giảm)?(?: còn| xuống|(?<!trở) lên){1,3}(?: dưới| trên| khoảng)?$")
# Growth is always told at constant prices.
_CONSTANT = re.compile(r"\(?(?:tính )?(?:theo )?giá so sánh(?: (?:năm )?(?:19|20)\d\d)?\)?")
_ENDS = (" còn", " xuống", " lên", " dưới", " trên", " khoảng")
_OF_PLAN = re.compile(r"(?<!\w)(?:so với|trên|theo) (?:tổng )?kế hoạch(?: vốn)?(?:(?: \w+){0,8}? giao)?(?!\w)")
_TOKEN = re.compile(r"\w+")
# Wording that commits, lists or joins without saying what is measured.
_EMPTY_PHRASE = re.compile(
    r"(?<!\w)(?:tỷ lệ|tỷ trọng|phấn đấu|duy trì|hoàn thành|thực hiện|bảo đảm|tối thiểu|ít nhất|(?:theo |đúng )?quy định|có khả năng|"
    r"hằng năm|hàng năm|mỗi năm|trong năm|cả năm|tiếp tục|tiếp cận được|triển khai|đưa vào|tổng số|số lượng|thuộc diện|đối với|bao gồm|lực lượng|hình thức|"
    r"gieo trồng(?= \w))(?!\w)")
_EMPTY = frozenset(re.findall(r"\w+", "các những của và có đạt được là trên cho tại ở trong với phải đều để theo từng "
                                       "mỗi một số về nhằm khi bởi qua cả thì mà như đó này tổng đã bị"))


def term_rows() -> list[tuple[str, str]]:
    """(wording, canonical term) of `indicator_words.csv`, each choice in braces written out: "trẻ {|em }dưới 5 tuổi"."""
    with (VOCAB / "indicator_words.csv").open(encoding="utf-8", newline="") as file:
        return [(wording, row["canonical"]) for row in csv.DictReader(file) for wording in _written_out(row["wording"])]


def _written_out(wording: str) -> list[str]:
    if "{" not in wording:
        return [wording]
    return ["".join(parts) for parts in product(*(part.split("|") for part in re.split(r"[{}]", wording)))]


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {fold(wording): canonical for wording, canonical in term_rows()}
    # By their first word, longest first: a position of the text meets some hundred beginnings, not every wording.
    rest: dict[str, list[str]] = {}
    for wording in sorted(table, key=lambda w: (-len(w), w)):
        first = wording.split(" ", 1)[0]
        rest.setdefault(first, []).append(re.escape(wording[len(first):]))
    body = "|".join(f"{re.escape(first)}(?:{'|'.join(ends)})" for first, ends in sorted(rest.items(), key=lambda i: (-len(i[0]), i[0])))
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)"), table


@lru_cache(maxsize=1)
def terms() -> frozenset[str]:
    """The fixed terms that stand as one token in levelled text: "thutuc", "giadinhvanhoa", "grdp"."""
    return frozenset(_words()[1].values())


# Short forms in capitals ("HĐND", "ĐVTN") as the owners' vocabulary spells them; those that depend on their neighbours stay.
_SHORT = re.compile(rf"(?<![\w/.-])[{_CAPITALS}]{{3,}}(?![\w/-])")


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, str]:
    with (VOCAB / "abbreviations.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if _SHORT.fullmatch(row["abbreviation"])]
    many = {row["abbreviation"] for row in rows if row["before"]}
    return {row["abbreviation"]: row["expansion"] for row in rows if row["abbreviation"] not in many}


@lru_cache(maxsize=8192)
def level(wording: str) -> str:
    """`wording` folded, named places reduced to their kind, fixed terms and abbreviations in one spelling.

    Place words stay, so that scopes ("giữa trung ương và tỉnh") can still be seen."""
    short = _short_forms()
    text = fold(_NAMED_PLACE.sub(r"\1", _SHORT.sub(lambda m: short.get(m[0], m[0]), nfc(wording))))
    text = _ZERO.sub("", text.replace("&", " và ").replace("“", " ").replace("”", " ").replace('"', " "))
    pattern, table = _words()
    text = " ".join(text.split())
    if "," in text or "/" in text or " và " in text:
        text = _VILLAGES.sub("thôn", text)
    if " nhiệm vụ" in text:
        text = _RATED.sub("", text)
    text = pattern.sub(lambda m: table[m[0]], text).replace("()", " ")
    return " ".join(text.split())


@lru_cache(maxsize=8192)
def tokens(wording: str) -> tuple[str, ...]:
    """The words of a wording that say what is measured, in order; a wording of nothing else keeps all its words."""
    text = level(wording)
    if "(theo " in text:
        text = _BASIS.sub(" ", text)
    if "giải ngân" in text:
        text = _OF_PLAN.sub(" ", text)
    if "giá so sánh" in text and "tăng" in text:
        text = _CONSTANT.sub(" ", text)
    text = _YEAR.sub(" ", text).strip()
    if text.endswith(_ENDS):
        text = _REACHED.sub(r"\1", text)
    kept = _KEEP_PLACE.sub(lambda m: m[0].replace(" ", "_"), text)
    bare = _EMPTY_PHRASE.sub(lambda m: "tiếp cận" if m[0] == "tiếp cận được" else " ", _PLACE_WORDS.sub(" ", kept))
    found = _TOKEN.findall(bare)
    joined = terms()
    # "thủ tục hành chính (TTHC)", "thôn, tổ dân phố" say it once.
    words = [w for w, before in zip(found, ["", *found], strict=False) if w != before or w not in joined]
    full = tuple(w for w in words if w not in _EMPTY)
    return full or tuple(words) or tuple(_TOKEN.findall(text))


def key(wording: str) -> str:
    """One string for wordings that level to the same words, the key of aliases and provisional indicators."""
    return " ".join(tokens(wording))


def grams(words: tuple[str, ...]) -> tuple[str, ...]:
    """The 1- and 2-grams of a token tuple."""
    return words + tuple(f"{a} {b}" for a, b in pairwise(words))
