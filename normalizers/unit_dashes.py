"""Marks inside a name, and words behind them that look like a body: a dash between two fields ("Phòng Kế hoạch - Tài chính"), quoted words, the comma of "Phòng, chống"."""

from __future__ import annotations

from normalizers.unit_borders import boundary, closing_field
from normalizers.unit_grammar import ROLES_AT, noun_at, quantifier, starts_unit
from normalizers.unit_tails import COMMUNE_LEVELS, at, first_at, level_at
from normalizers.unit_tokens import SOFT, Token
from normalizers.unit_verbs import duty_verb, is_verb
from normalizers.unit_vocab import match_head, match_unit

STANDING = (("cơ", "quan", "thường", "trực"), ("cơ", "quan", "đầu", "mối"), ("cơ", "quan", "chủ", "trì"), ("đơn", "vị", "thường", "trực"), ("đơn", "vị", "đầu", "mối"), ("thường", "trực"))
_QUOTE_REACH = 14  # words in which the quoted part of a name closes


_FIELDS = frozenset({"kế toán", "thống kê", "thuế", "hải quan", "kiểm lâm", "kiểm toán", "viễn thông", "bảo hiểm", "bảo hiểm xã hội", "thư viện", "bảo tàng", "điện lực", "doanh nghiệp", "hợp tác xã", "trường học", "cảnh sát"})
FIELDED = frozenset({"cục", "vụ", "phòng", "trung", "viện", "ban", "khoa", "chi", "tổng"})


def field_name(tokens: list[Token], i: int, k: int) -> bool:
    """Whether the word at `k` that also names bodies is the second field of a department: "Cục Tin học và | Thống kê tài chính"."""
    first = quantifier(tokens, i)
    head = match_head(tokens, k)
    fielded = tokens[first].key in FIELDED or at(tokens, first, ("bộ", "phận")) or at(tokens, first, ("nhân", "viên")) or (tokens[first].key == "tổ" and tokens[k - 1].key == "-")
    if head is None or head[1].text.lower() not in _FIELDS or not fielded or ((level := level_at(tokens, head[0])) and (tokens[k - 1].key != "-" or level[1] not in COMMUNE_LEVELS)):
        return False
    whole = match_unit(tokens, k)
    if whole is not None and whole[1].kind in ("enterprise", "collective") and tokens[0].key == "-" and tokens[k - 1].key == "-" and tokens[k].gap:
        return False  # "- Ban Chỉ huy Phòng thủ dân sự tỉnh - | Doanh nghiệp": a list, each behind its mark
    return tokens[first].capital and (whole is None or whole[0] <= head[0])  # "… và Kiểm toán nhà nước" is that body


def hyphenated(tokens: list[Token], j: int) -> bool:
    """A dash inside a name of two fields: "Phòng Kế hoạch - Tài chính", "Phòng Tổ chức – Hành chính", "Ban Kinh tế - ngân sách HĐND"."""
    if tokens[j].key not in ("-", "–") or j + 1 >= len(tokens):
        return False
    if j > 3 and tokens[j - 1].key.isdigit() and tokens[j - 2].key == "số" and tokens[j].gap and tokens[j + 1].capital and match_head(tokens, j + 1) is not None:
        return True  # "Phòng Giao dịch số 3 - | Kho bạc Nhà nước Khu vực XIII": whose office it is
    if tokens[j + 1].text.isupper() \
            or ((match_head(tokens, j + 1) is not None or match_unit(tokens, j + 1) is not None) and not closing_field(tokens, j + 1)):
        return False
    return tokens[j + 1].capital or (tokens[j].gap and _small_behind_dash(tokens, j + 1))


def _small_behind_dash(tokens: list[Token], i: int) -> bool:
    """Whether a field of two small syllables at `i` closes a name, its council, its duty or the next body right behind it: "Ban Kinh tế - | ngân
    sách HĐND xã", "Ban Văn hóa - | xã hội chủ trì …"; not "Phòng Kinh tế - | cơ quan chủ trì"."""
    end = i + 2
    if end >= len(tokens) or not tokens[i + 1].word or tokens[i + 1].capital or noun_at(tokens, i) is not None or is_verb(tokens, i) \
            or first_at(tokens, i, ROLES_AT) or any(at(tokens, i, words) for words in STANDING):
        return False
    council = end + at(tokens, end, ("của",))
    return at(tokens, council, ("hội", "đồng", "nhân", "dân")) or at(tokens, end, ("chủ", "trì")) or duty_verb(tokens, end) or (
        tokens[end].key in SOFT and end + 1 < len(tokens) and tokens[end + 1].capital and starts_unit(tokens, end + 1, None, True))


def quoted(tokens: list[Token], j: int) -> int:
    """Tokens of the quoted words that begin at `j` inside a name ("Ban Vận động Quỹ | “Vì người nghèo”"); 1 elsewhere."""
    if tokens[j].key not in ("“", '"'):
        return 1
    return next((k + 1 - j for k in range(j + 1, min(j + _QUOTE_REACH, len(tokens))) if tokens[k].key in ("”", '"')), 1)


# Words that a comma or "và" joins into one field: "phòng cháy, chữa cháy và cứu nạn, cứu hộ", "Hội đồng Thi đua, khen thưởng".
_JOINED = {("phòng", "cháy"): ("chữa", "cháy"), ("chữa", "cháy"): ("cứu", "nạn"), ("cứu", "nạn"): ("cứu", "hộ"), ("thi", "đua"): ("khen", "thưởng"),
           ("tín", "ngưỡng"): ("tôn", "giáo"), ("sản", "xuất"): ("kinh", "doanh")}


def combats(tokens: list[Token], j: int) -> bool:
    """The comma of "Cục Phòng, chống thiên tai", the "và" of "Hiệp hội Doanh nghiệp nhỏ và vừa", the marks of "phòng cháy, chữa cháy"."""
    if tokens[j].key not in (",", "và"):
        return False
    if j > 1 and (joined := _JOINED.get((tokens[j - 2].key, tokens[j - 1].key))) is not None and at(tokens, j + 1, joined):
        return True
    if tokens[j].key == "và":
        return tokens[j - 1].key == "nhỏ" and at(tokens, j + 1, ("vừa",))
    return tokens[j].key == "," and tokens[j - 1].key == "phòng" and j + 1 < len(tokens) and tokens[j + 1].key == "chống"


_ASIDE_REACH = 16  # words of "cơ quan thường trực Ban Chỉ đạo phòng, chống …,"


def is_aside(tokens: list[Token], i: int) -> bool:
    """Whether what the body before is stands between commas at `i`, with its duty behind: "Trạm Y tế, | cơ quan thường trực Ban Chỉ đạo, | rà soát …"."""
    if tokens[i].key == "thường":
        return False
    end = next((k for k in range(i + 4, min(i + _ASIDE_REACH, len(tokens))) if tokens[k].key in (",", ".", ";", ":")), i)
    return end > i and tokens[end].key == "," and not tokens[end + 1 : end + 2][0].capital and duty_verb(tokens, end + 1) if end + 1 < len(tokens) else False


def same_head(tokens: list[Token], i: int, k: int) -> bool:
    """Whether the piece at `k` opens with the word that opens the item at `i`: "Tổ Toán, tổ Văn", "Đ/c Hà, đ/c Lan"; "Phòng Bảo trợ xã hội
    và Phòng | chống tệ nạn", "Công ty Môi trường và Công | trình đô thị" open with another."""
    first = quantifier(tokens, i)
    if at(tokens, first, ("đ", "/", "c")) and at(tokens, k, ("đ", "/", "c")):
        return True
    if not 0 <= first < k - 1 or tokens[first].key != tokens[k].key or not tokens[first].word or k + 1 >= len(tokens) or boundary(tokens, k + 1):
        return False
    head = match_head(tokens, first)
    named = tokens[k].capital and tokens[k + 1].capital  # "Khoa Giáo dục" beside "khoa giáo"
    return head is None or not (not named and tokens[k + 1].key in head[1].not_before if head[1].length == 1 else head[1].kind == "enterprise" and tokens[first + 1].key != tokens[k + 1].key)
