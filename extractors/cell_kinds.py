"""What a piece of text could be as a table cell: a number, an owner unit, a time, a quantity, a unit of measure, an act.

The one place where table code asks; the knowledge is the normalizers'.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from normalizers.acts import is_act
from normalizers.deadlines import is_time_phrase
from normalizers.target_cells import is_measure_cell, is_quantity_cell
from normalizers.text import CAPITALS, fold
from normalizers.unit_tokens import Token, abbreviations, read_csv, tokenize
from normalizers.unit_vocab import match_unit, vocabulary
from normalizers.units import parse_units

_NUMBER = re.compile(r"\(?(\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLivxl]{1,6}|[A-Za-hĐđ])[.)]?")
# A wording with a date in it is no name of a unit: "Văn phòng Sở | trước ngày 20".
_TIME_INSIDE = re.compile(r" (?:(?:trước|đến|hết|trong|từ|chậm nhất) (?:ngày|tháng|quý|năm|\d)|(?:hằng|hàng) (?:năm|tháng|quý|tuần|ngày)|(?:tháng|quý|năm) (?:\d|[ivx]+(?!\w))|(?:ngay|sau) khi|thường xuyên)")
_NUMBER_THEN_NAME = re.compile(r"\d%?\s+((?:tt|trung tâm|phòng|văn phòng|vp|ban|công an|trạm|ủy ban|ubnd|ubmttq\w*|sở)\s+\S.*)$", re.IGNORECASE)
# Nor is one that goes on with a document or an auxiliary: "Sở KH&CN | Nghị quyết của HĐND tỉnh", "Công an tỉnh | vào".
_PRODUCT_INSIDE = re.compile(r" (?:nghị quyết|kế hoạch(?= (?:của|triển khai|thực hiện|được))|quyết định|báo cáo|văn bản|đề án|hội nghị|tờ trình|thông báo|công văn|biên bản|phương án)(?!\w)| (?:vào|ra|được|bị|đã|sẽ|hành)$")
# A time that lacks its last numeral ("Quý I - Quý"), or with the product beside it ("Quý III | Báo cáo").
_TIME_OVERRUN = re.compile(r"(?:[-–]|đến|và|,) (?:quý|quí|tháng|ngày)$|(?:\d|(?<!\w)[ivx]+|cả năm|thường xuyên) (?:báo cáo|quyết định|kế hoạch|văn bản|tờ trình|đề án|công văn|biên bản|hội nghị)$")
_FRACTION = re.compile(r"(?:≥ ?|> ?)?\d{1,4} ?/ ?\d{1,3}")  # "18/18" of a whole; a month has a year of four figures behind it
# "36% GRDP", "80% tổng số": a share with what it is a share of; "57% : 33% : 10%": parts of a whole.
_SHARE_OF = re.compile(r"(?:[≥≤<>] ?|(?:trên|dưới|đạt|tối thiểu) )?\d[\d.,]* ?% (?P<of>(?:grdp|gdp|tổng|số)(?: [^\W\d_]+){0,3})", re.IGNORECASE)
_PARTS = re.compile(r"\d[\d.,]* ?%?(?: ?[:/] ?\d[\d.,]* ?%)+")
_SPLIT = re.compile(r"[;,]")
_SPACES = re.compile(r"\s+")
_SPACED = re.compile(r"[^\s,;()]+")
_BARE_TIME = frozenset({"suốt", "năm", "tháng", "quý", "quí", "ngày", "hằng", "hàng", "trước", "trong", "đến", "từ", "khi", "cuối", "đầu", "thường", "theo"})
# "năm", "tháng" name a time only with a number, a name or a place in the year behind them.
_VAGUE_TIME = re.compile(r"(?:năm|tháng|quý|quí|ngày) (?!\d|[ivx]+(?!\w)|nay|học|sau|đầu|cuối|tiếp|ban hành|ký|hai|một|giêng)")
_TIME_OPENING = re.compile(
    r"(?:thường xuyên|suốt|cả (?:năm|tháng|quý|nhiệm kỳ)|các (?:tháng|quý)|q[1-4]/\d+|q\.?[iv]+|t\d{1,2}(?:/20\d\d)?|đợt|ngày|(?:sáng|chiều|tối)(?= (?:ngày|thứ|chủ|mùng|hằng|hàng|các|mỗi|cùng|\d)|$)|thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật|\d{1,2} ?(?:h|giờ) ?\d{0,2}|hằng|hàng|liên tục|định kỳ|quý|quí|tháng|năm|trước|trong|đến|từ|giai đoạn|khi|sau khi|cuối|đầu|theo|ngay|đột xuất|hoàn thành|chậm nhất|kể từ|giữa|xong|sau|tuần|mỗi|kỳ|"
    r"nhiệm kỳ|bắt đầu|khởi công|duy trì|dự kiến|lâu dài|nt|học k[ỳì](?= (?:i{1,2}|[12])(?!\w))|(?:\d{1,2} ?- ?)?\d{1,2}/\d*[\d/]*|\d{1,2}[.-]20\d\d|20\d\d|\d{1,2} (?:tháng|ngày|tuần|năm)|(?:không quá|tối đa)(?= \d{1,3} (?:ngày|tháng|tuần|giờ)(?!\w)))(?!\w)"
)
_DAY = re.compile(r"(?:(?:[12]?\d|0\d|3[01]) ?[-–] ?)?(?:[12]?\d|0\d|3[01])/(?:0?[1-9]|1[0-2])")  # "30/4", "23 - 27/02": hardly a fraction where times are wanted
_TERM = re.compile(r"học k[ỳì] (?:i{1,2}|[12]),? (?:của )?(?=năm học)")
# "Trình Chính phủ: Quý IV/2026", "Đã trình; ban hành tháng 4/2026": the steps of a document, each with its time.
_STEP = re.compile(r"(?:đã trình|(?:trình|ban hành|thông qua)(?: (?:chính phủ|quốc hội|ubtvqh|cp|ttg|ttgcp|thủ tướng(?: chính phủ)?|bộ trưởng|lãnh đạo bộ|ubnd(?: tỉnh| thành phố)?|hđnd(?: tỉnh| thành phố)?|tỉnh ủy|thành ủy|"
                   r"cấp có thẩm quyền))?)(?::|$| ?(?=;)| (?=(?:trong |trước |đến |hết |cuối |đầu )*(?:tháng|quý|quí|ngày|năm|kỳ họp|\d)))")


@lru_cache(maxsize=65536)
def is_number_mark(text: str) -> bool:
    """Whether a cell is a row number or letter as printed: "1", "6.1", "IV", "(2)", "a)"."""
    return bool(_NUMBER.fullmatch(text.strip()))


_DITTO_MARKS = frozenset(('"', "“", "”", "″", "〃", "˝", "''", "’’", "//", '-"-', "-“-", "-”-"))


def is_ditto(text: str) -> bool:
    """Whether a cell says "the same as above" in words or by a mark alone: "nt", "-nt-", "như trên", "''"."""
    return len(text) < 24 and (text.strip(" -–—_.(*)\"“”") in ("nt", "như trên") or text in _DITTO_MARKS)


def _broken(folded: str) -> bool:
    """Whether what looks like a unit's name runs on into another cell."""
    return bool(_TIME_INSIDE.search(folded) or _PRODUCT_INSIDE.search(folded)) or folded.rstrip().endswith((" nt", " -nt-"))


# First words of wordings that name units without being names of their own: collective nouns, leaders, bodies of a place.
_OPENERS = frozenset([
    "các", "một", "những", "mọi", "tất", "toàn", "từng", "thủ", "người", "lãnh", "trưởng", "đồng", "cán", "công", "giám", "hiệu", "chủ", "phó", "bí", "cơ",
    "đơn", "ngành", "ban", "bộ", "sở", "phòng", "cấp", "địa", "tổ", "xã", "thôn", "ấp", "khu", "bản", "làng", "buôn", "phường", "nhà", "chi", "đảng", "hội",
    "đoàn", "trung", "trường", "viện", "bệnh", "doanh", "tập", "hợp", "hộ", "bgh", "tpt", "gv", "gvbm", "gvcn", "cbgv", "giáo", "tổng", "agribank", "viettel", "vnpt", "mobifone", "vnpost", "bidv",
    "vietcombank", "vietinbank",
])
# Folded openings of owners that the catalogue leaves in doubt: many of a kind, posts, the people of a school, firms that serve many places.
_LIKELY = re.compile(
    r"(?:các|những|một số) (?:bản|thôn|xóm|ấp|buôn|làng|khu phố|khu dân cư|tổ|hộ|doanh nghiệp|trường(?! hợp)|địa phương|xã|phường|gia đình|chi hội|chi đoàn|chi bộ|cơ sở(?! dữ)|chủ|"
    r"đoàn thể|thành viên|giáo viên|đồng chí)(?!\w)|khu quản lý |phó (?:hiệu trưởng|giám đốc|chủ tịch|bí thư|trưởng|chánh)(?!\w)|"
    r"nhà (?:xuất bản|hát|thiếu nhi|văn hóa|máy)(?!\w)|làng (?:văn hóa|trẻ em)(?!\w)|"
    r"(?:bgh|tpt|gv|gvbm|gvcn|cbgv|agribank|viettel|vnpt|mobifone|vnpost|bidv|vietcombank|vietinbank)(?!\w)|toàn (?:trường|thể)(?!\w)|tổng phụ trách(?!\w)|giáo viên(?!\w)|chủ (?:rừng|hộ)(?!\w)")
_BARE_HEADS = frozenset(["ủy ban", "phòng", "hội", "hội liên hiệp", "chi nhánh", "cơ quan"])  # no unit calls itself so without a name
_STANDING = re.compile(r"(?:cơ quan )?(?:thường trực|tt|giúp việc|tham mưu) (?:của )?(?:ban chỉ đạo|bcđ)(?: [\w/-]+){0,3}")  # of a committee
_PERSON = re.compile(r"(?:đ/c|đồng chí|ông|bà|[oô]\.|b\.) ?\.? ?[A-ZĐÀ-Ỹ]", re.IGNORECASE)
# … or a post that one person of the committee holds: "PCT UBND xã phụ trách kinh tế", "Phó Chủ tịch phụ trách văn xã".
_POST = re.compile(r"(?:(?:phó )?(?:chủ tịch|bí thư)|(?:pct|pbt|ct|bt)\.?(?= (?:ubnd|hđnd|ủy ban|uỷ ban|phụ trách|thường trực|đảng)))(?: (?:thường trực|tt|phụ trách|ubnd|hđnd|ủy ban nhân dân|đảng ủy|xã|phường|đặc khu)(?!\w)|$)", re.IGNORECASE)
# … or in short with the name of the one who holds it: "PCT Trần Văn Nam".
_NAMED_POST = re.compile(rf"(?:PCT|PBT)\.? (?:(?:UBND|HĐND)(?: xã| phường)? )?(?:[{CAPITALS}][{CAPITALS.lower()}]+ ?){{1,4}}")
_ORGAN = re.compile(r"(?:BCH|BTV|ban chấp hành|ban thường vụ) (?=[^\W\d_]{2})", re.IGNORECASE)  # of the organisation named behind it
_AT_COMMA = re.compile(r"(\w+), ?(?=(\w+))")
_CODE = re.compile(r"[A-ZĐ]{2,8}(?:&[A-ZĐ]{1,4})?(?: (?:xã|phường|tỉnh))?")
_SCHOOLS = re.compile(r"các trường (?:mầm non|tiểu học|phổ thông|trung học|thcs|thpt|cao đẳng|đại học|công lập|tư thục)(?!\w)")
_FIRST_WORD = re.compile(r"[\W_]*(\w+)")


@lru_cache(maxsize=1)
def _unit_openers() -> frozenset[str]:
    """Folded first words of all units, kinds of units and abbreviations that the catalogue knows, and of wordings without a name."""
    known = vocabulary()
    return frozenset(known.units.words) | frozenset(known.heads.words) | frozenset(abbreviations()) | _OPENERS


@lru_cache(maxsize=1)
def _short_names() -> frozenset[str]:
    return frozenset(row["abbreviation"] for row in read_csv("abbreviations.csv"))


@lru_cache(maxsize=4096)
def is_cut_name(above: str, below: str) -> bool:
    """Whether a narrow column cut an abbreviation of a unit's name between two lines: "HĐND&UB" + "ND", "UBMTTQV" + "N"."""
    if not (len(above) >= 2 and above.isupper() and below[:1].isupper()):
        return False
    whole = above + below.rstrip(".,;")
    return whole in _short_names() and above not in _short_names() | {""}


@lru_cache(maxsize=4096)
def separate_codes(first: str, second: str) -> bool:
    """Whether two abbreviations in a row are two units ("VHXH" "KT") and not one ("VP" "HĐND")."""
    if (fold(first), fold(second)) in unit_word_pairs():
        return False
    units = parse_units(f"{first} {second}")
    return not (len(units) == 1 and units[0].known)


def opens_person(text: str) -> bool:
    """Whether a wording opens with a form of address and a name, or with a post of the committee's leaders."""
    return _PERSON.match(text) is not None or _POST.match(text) is not None or (text[:1] == "P" and _NAMED_POST.match(text) is not None)


def is_person(text: str) -> bool:
    """Whether a cell names one person behind a form of address or by the post: "Đ/c Lò Văn Hặc", "PCT UBND xã phụ trách kinh tế"."""
    return opens_person(text) and text.count(" ") < (7 if _PERSON.match(text) else 14) and not any(c in ",;:" for c in text)

# "27 khu phố", "18/18 thôn": settlements and bodies told by their number.
_COUNTED_UNITS = re.compile(r"^\d{1,3}(?:/\d{1,3})? (?=(?:khu phố|thôn|bản|ấp|buôn|bon|làng|tổ dân phố|tdp|khóm|xóm|tiểu khu|xã|phường|trường|chi bộ|chi hội|chi đoàn)(?!\w))", re.IGNORECASE)
# A number behind a name that has none: not "Khu vực 3", "Trường Tiểu học Lê Lợi 2", "Phường 5".
_STRAY_NUMBER = re.compile(r"^(?!trường |phường |quận )(?:.*[^\W\d_])?(?<!số)(?<!cơ sở)(?<!vực)(?<!khu)(?<!tổ)(?<!thôn)(?<!khóm)(?<!ấp)(?<!bản)(?<!đội)(?<!khối)(?<!phố)(?<!xóm)(?<!cấp)(?<!cụm)(?<!vùng) \d{1,2}$", re.IGNORECASE)


@lru_cache(maxsize=65536)
def _part_fit(part: str) -> float:
    """How surely one piece of an owner list is a unit: all of it known 1, a known kind of unit 0.6, else 0.2."""
    if _PERSON.match(part):
        return 0.7 if part.count(" ") < 14 else 0.2
    if part[:1].isdigit():
        part = _COUNTED_UNITS.sub("", part)
    elif part[-1:].isdigit() and _STRAY_NUMBER.search(part):
        return min(0.2, _part_fit(part[: part.rindex(" ")]))  # "TT PVHCC | 27 khu phố"
    if part == "BGH":
        return 1.0  # in a school's plan nothing else is written so
    if part[:1] in "Bb" and (organ := _ORGAN.match(part)):
        return max(0.6, _part_fit(part[organ.end() :]))
    if _CODE.fullmatch(part):
        return max(0.6, _parsed_fit(part))  # offices write of their rooms in letters that nobody else knows: "VHXH", "KT"
    first = _FIRST_WORD.match(part)
    if first is None:
        return 0.0
    if fold(first[1]) not in _unit_openers():
        return 0.2
    folded = fold(part)
    if folded in _BARE_HEADS:
        return 0.2
    if _STANDING.fullmatch(folded):
        return 1.0
    if _SCHOOLS.match(folded) and part.count(" ") < 8 and not _broken(folded):
        return 1.0
    if _LIKELY.match(folded) and part.count(" ") < 12 and not _broken(folded):
        return max(0.6, _parsed_fit(part))
    return _parsed_fit(part)


def _parsed_fit(part: str) -> float:
    units = parse_units(part)
    if not units:
        return 0.0
    return sum(1.0 if u.known else 0.6 if u.confidence >= 0.7 and len(u.raw.split()) > 1 and not _broken(fold(u.raw)) else 0.2
               for u in units) / len(units)


def _asked(text: str) -> str:
    """An owner cell without the courtesy in front of whom the committee may not order: "Đề nghị | Ủy ban MTTQ xã"."""
    return text[8:] if text.startswith(("Đề nghị ", "đề nghị ")) else text


def opens_no_owner(text: str) -> bool:
    """Whether the first word of a wording opens neither a unit's name nor a person's."""
    bare = _asked(text.strip(" -+.("))
    first = _FIRST_WORD.match(bare)
    return first is not None and not _PERSON.match(bare) and fold(first[1]) not in _unit_openers()


def first_owner(part: str) -> float:
    """`unit_fit`'s judgement of the first piece of an owner list: below 0.5 the whole list is no list of units, 0.3 times as sure."""
    bare = _asked(part.strip(" -+.("))
    return 0.1 if part.count(" ") + 1 > 16 else _part_fit(_SPACES.sub(" ", bare))


_DASHED = re.compile(r" [-–+] ")
_FIELDS = re.compile(r"(?:hạ tầng|đô thị|môi trường|sự nghiệp|thể thao|du lịch|thông tin|khoa học|công nghệ|thương mại|đầu tư|tôn giáo|truyền thông|thủy sản|gia đình)(?!\w)")


def _goes_on_name(part: str) -> bool:
    """Whether a piece behind a comma is more of the name before it: "Phòng Công chức, viên chức", "Trung tâm Dịch vụ, Sự nghiệp công"."""
    words = part.split()
    return (part[:1].islower() or bool(_FIELDS.match(fold(part)))) and all(word.isalpha() for word in words) and fold(words[0]) not in _unit_openers() and not _broken(f" {fold(part)}")


@lru_cache(maxsize=1)
def _comma_pairs() -> frozenset[tuple[str, str]]:
    """Folded words on both sides of a comma inside a unit's name: "Phát | thanh, Truyền | hình"."""
    known = vocabulary()
    names = [fold(name) for name in (*known.aliases, *(entry.name for entry in known.entries.values())) if "," in name]
    return frozenset((m[1], m[2]) for name in names for m in _AT_COMMA.finditer(name))


def comma_in_name(before: str, after: str) -> bool:
    """Whether a comma between two words may stand inside a unit's name."""
    return (fold(before), fold(after)) in _comma_pairs()


def _closed_names(text: str) -> str:
    """`text` without the commas that stand inside names which the catalogue prints with a comma."""
    pairs = _comma_pairs()
    return _AT_COMMA.sub(lambda m: f"{m[1]} " if (fold(m[1]), fold(m[2])) in pairs else m[0], text)


def _items(text: str) -> list[str]:
    """The units of a list that opens with a dash, in which names have dashes too: "- Phòng Văn hóa - Xã hội - Công an xã"."""
    items: list[str] = []
    for piece in _DASHED.split(text[2:]):
        if items and _part_fit(piece.strip(" ,;.")) < 0.5:
            items[-1] += f" - {piece}"
        else:
            items.append(piece.strip(" ,;"))
    return items


@lru_cache(maxsize=65536)
def unit_fit(text: str) -> float:
    """How well a text reads as a list of owner units, 0–1: the share of it, by words, that units account for."""
    text = _asked(text)
    if "," in text and text.count(" ") < 12 and _part_fit(_SPACES.sub(" ", text.strip(" -+.("))) == 1.0:
        return 1.0  # a name with commas of its own: "Phòng KT, HT&ĐT"
    if text.startswith(("- ", "– ", "+ ")) and len(items := _items(text)) > 1:
        text = f"- {'; '.join(items)}"
    parts = [(part.strip(" -+.("), part.count(" ") + 1) for part in _SPLIT.split(_closed_names(text) if "," in text else text)]
    parts = [(part, n) for part, n in parts if part]
    if not parts or len(parts) > 30:
        return 0.0
    total = weight = fit = 0.0
    for k, (part, n) in enumerate(parts):
        if k and fit >= 0.5 and (n <= 4 or (n <= 6 and not is_act(part))) and _goes_on_name(part):
            fit = 0.6
        else:
            fit = 0.1 if n > 16 else _part_fit(_SPACES.sub(" ", part))
        if k == 0 and fit < 0.5:
            return 0.3 * fit
        total += fit * n
        weight += n
    return total / weight


# Words beside which a bare number belongs to a time: "tháng 6", "6 tháng", "khóa 11", "số 57".
_COUNTED = frozenset(["tháng", "quý", "quí", "năm", "ngày", "tuần", "giờ", "kỳ", "lần", "đợt", "khóa", "khoá", "số", "điều", "khoản", "nghị", "đề", "án", "nhóm", "từ", "đến", "trước", "sau",
                      "-", "–", "và", "hoặc", "đầu", "cuối", "hết", "giữa", "đoạn", "quyết", "phiên", "giai", "hè", "học", "trong", "thứ", "họp"])
_BARE_NUMBER = re.compile(r"\d[\d.]*[,;.]?")


def _strays(folded: str) -> bool:
    """Whether a number that no time word takes stands in a wording: the next column's ("sau khi có hướng dẫn | 120")."""
    words = folded.split()
    for k, word in enumerate(words):
        if not k or not _BARE_NUMBER.fullmatch(word) or re.match(r"(?:19|20)\d\d(?!\d)", word) or word.count(".") > 1:
            continue
        if words[k - 1].strip(",;:()") not in _COUNTED and words[k - 1][-1] not in ",;-:/(" and (k + 1 >= len(words) or words[k + 1].strip(",;.)") not in _COUNTED):
            return True
    return False


def cannot_open_time(text: str) -> bool:
    """Whether a wording, of which at least ten words or all are given, opens with no word of time: `time_fit` is 0 then."""
    folded = fold(text).strip(" -+;.,")
    return len(folded.split()) >= 4 and not _TIME_OPENING.match(folded) and not _STEP.match(folded)


@lru_cache(maxsize=65536)
def time_fit(text: str) -> float:
    """How well a text reads as one cell of time phrases: 1 wholly, 0.5 it opens like one and is short, 0 not."""
    folded = fold(text).strip(" -+;.,")
    if folded.startswith(("không quá ", "tối đa ")) and (bound := _BOUND.match(folded)):
        return 1.0 if len(folded.split()) <= 14 and is_time_phrase(f"Trong {folded[bound.end():]}") else 0.0  # "Không quá 45 ngày kể từ ngày thụ lý"
    if _STEP.match(folded):
        return min((time_fit(rest) for step in folded.split(";") if (rest := _STEP.sub("", step.strip(), count=1).strip())), default=0.0)
    if len(folded) > 160 or folded in _BARE_TIME or folded.endswith((" năm tiếp", " các năm", " những năm")) or (folded.endswith(" theo") and not folded.endswith("tiếp theo")) or not _TIME_OPENING.match(folded):
        return 0.0
    if _strays(folded) or text.rstrip()[-2:] in (" -", " –") or _TIME_OVERRUN.search(folded):
        return 0.3  # "Năm 2026 -" wants its other year
    text = text.strip(" -+;")
    if _VAGUE_TIME.match(folded):
        return 0.5
    if folded.startswith("khởi công ") and len(text) == len(folded):
        text = text[len("khởi công ") :]  # "Khởi công Quý II, hoàn thành trong năm 2026"
    elif folded.startswith("học k") and (term := _TERM.match(folded)) and len(text) == len(folded):
        text = text[term.end() :]  # "Học kỳ II, năm học 2025 - 2026"
    if is_time_phrase(text[:1].upper() + text[1:]):
        return 1.0
    if _DAY.fullmatch(folded):
        return 0.7
    return 0.5 if 1 <= text.count(" ") < 14 else 0.0


_BOUND = re.compile(r"(?:không quá|tối đa) (?=\d{1,3} (?:ngày|tháng|tuần|giờ)(?!\w))")


@lru_cache(maxsize=65536)
def is_quantity(text: str) -> bool:
    """Whether a cell holds a quantity or rank and little else ("≥ 80", "100 (trừ văn bản mật)").

    Not where the next column's owner or the measure before it is in it too ("100 TT PVHCC", "% 80")."""
    if _FRACTION.fullmatch(text.strip()) or _PARTS.fullmatch(text.strip()):
        return True
    if (m := _SHARE_OF.fullmatch(text.strip())) is not None:
        return unit_fit(m["of"]) < 0.8
    if text[:1] == "%" or not is_quantity_cell(text):
        return False
    m = _NUMBER_THEN_NAME.search(text)
    return m is None or unit_fit(m[1]) < 0.8


@lru_cache(maxsize=65536)
def is_measure(text: str) -> bool:
    """Whether a cell is a unit of measure ("%", "tỷ đồng", "Thứ bậc")."""
    return is_measure_cell(text)


@lru_cache(maxsize=65536)
def acts(text: str) -> bool:
    """Whether a wording opens with an act (a verb of duty), as tasks do and indicators do not."""
    return is_act(text)


@lru_cache(maxsize=1)
def unit_word_pairs() -> frozenset[tuple[str, str]]:
    """Pairs of words that stand together in names of units ("đơn", "vị"), folded: no cell ends between them."""
    pairs = set(vocabulary().pairs)
    for wording in vocabulary().aliases:  # as printed, too: "hđnd và ubnd", "vp hđnd"
        words = [w for w in _SPACED.findall(wording) if w[0].isalpha()]
        pairs.update(pairwise(words))
        short = {("văn", "phòng"): "vp", ("trung", "tâm"): "tt"}.get(tuple(words[:2]))
        if short and len(words) > 2:
            pairs.add((short, words[2]))
    return frozenset(pairs)


def inside_units(words: Sequence[str]) -> frozenset[int]:
    """Indices of words that go on with a name of the catalogue, or of a province, that a word before them opens ("Văn phòng" + "Đảng ủy")."""
    starts: list[int] = []
    at = 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    tokens = tokenize(" ".join(words))
    out: set[int] = set()
    k = 0
    while k < len(tokens):
        found = match_unit(tokens, k) if tokens[k].capital or tokens[k].key == "các" else None
        end = found[0] if found is not None else _province_end(tokens, k) if tokens[k].capital else k
        if end == k:
            k += 1
            continue
        first, last = tokens[k].start, tokens[end - 1].start
        out.update(range(bisect_right(starts, first), bisect_right(starts, last)))
        k = max(end, k + 1)
    return frozenset(out)


@lru_cache(maxsize=1)
def _provinces_by_word() -> dict[str, list[tuple[str, ...]]]:
    out: dict[str, list[tuple[str, ...]]] = {}
    for name in vocabulary().provinces:
        out.setdefault(name[0], []).append(name)
    return out


def _province_end(tokens: Sequence[Token], k: int) -> int:
    """Index behind the name of a province that token `k` opens ("Đắk" "Lắk"), `k` where it opens none."""
    for name in _provinces_by_word().get(tokens[k].key, ()):
        behind = tokens[k : k + len(name)]
        if tuple(token.key for token in behind) == name and all(token.capital or not token.word for token in behind):
            return k + len(name)
    return k
