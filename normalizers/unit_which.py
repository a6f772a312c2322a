"""Clauses between a sentence's subject and its duty that tell which bodies are meant or who heads them."""

from __future__ import annotations

from normalizers.unit_borders import boundary
from normalizers.unit_tails import at, by_first_word, first_at
from normalizers.unit_tokens import Token
from normalizers.unit_verbs import duty_verb

_WHICH = frozenset({"đang", "có", "được", "đã", "chưa", "thuộc", "nơi"})  # opens a clause that tells which bodies are meant
_WHICH_REACH = 45
_TOLD_REACH = 7
_PLURAL_REACH, _OWNED_REACH = 9, 24  # words from the plural to "có"; words of what they have
_WITHIN = frozenset({"để", "nhằm", "đã", "đang", "chưa", "được", "bị", "do", "sẽ", "về", "cho", "việc", "công", "sự", "thể", "cần", "phải", "vụ", "trình", "thống", "đề", "án", "kế", "hoạch", "tác", "viên", "bộ"})
_USES = frozenset({"phục", "đáp", "bảo", "đảm", "nâng", "góp", "đạt", "tạo", "chi", "đi", "sử", "tham", "cấp", "kết", "liên", "đầu", "xây", "hoạt"})  # acts that tell of the thing had: "phòng máy phục vụ dạy học"
_ZONES = by_first_word([tuple(w.split()) for w in ("ven biển", "ven sông", "ven đê", "biên giới", "giáp ranh", "lân cận", "liền kề", "vùng cao", "vùng sâu", "vùng biên", "vùng biển", "vùng trũng", "vùng hạ du", "hạ du", "miền núi", "hải đảo",
                                                   "trọng điểm", "có rừng", "có biển", "có đê", "có di tích", "có dự án")], lambda words: words)
_AIMS = frozenset({"trong", "để", "nhằm"})  # "phối hợp với các xã giáp ranh | trong công tác …"
_INSPECTED = (("kiểm", "tra"), ("giám", "sát"), ("thanh", "tra"), ("kiểm", "toán"))
_CHAIRS = (("trưởng", "đoàn"), ("trưởng", "ban"), ("tổ", "trưởng"))
_HEADED_REACH = 24  # words from "do" to "làm trưởng đoàn"
_NAMING = frozenset({"do", "giao"})
_JOINING = frozenset({"tham", "lồng", "hưởng", "phối", "chủ"})  # first words of one who joins what others lead, or who leads itself
_OTHERS_REACH = 7  # "do các cơ quan, đơn vị | khác"


def whose_works(tokens: list[Token], i: int, first: int) -> bool:
    """Whether "do" at `i` tells whose the works are that somebody joins or takes into account: "Lồng ghép với các đề án | do các ngành khác chủ trì",
    "Tham gia các hoạt động | do Sở X chủ trì". `first` begins the text."""
    if tokens[i].key != "do" or not tokens[i - 1].word:
        return False
    if tokens[first].key in _JOINING and (tokens[first].key != "chủ" or at(tokens, first, ("chủ", "trì"))):
        return True
    return any(tokens[k].key == "khác" for k in range(i + 2, min(i + _OTHERS_REACH, len(tokens))))


def past_told(tokens: list[Token], i: int) -> int:
    """Past a clause at `i` between subject and duty that tells which of them is meant or who heads it: "Các tổ chức đảng | được
    kiểm tra, giám sát | chuẩn bị …", "… đơn vị | chịu sự giám sát | báo cáo …", "Đoàn kiểm tra | do đồng chí X làm trưởng đoàn | tiến hành …"; `i` where none stands there."""
    if tokens[i].key == "được" or at(tokens, i, ("chịu", "sự")):
        j = first = i + 1 + (tokens[i].key == "chịu")
        while any(at(tokens, j, words) for words in _INSPECTED):
            j += 2
            j += j < len(tokens) and tokens[j].key in (",", "và") and any(at(tokens, j + 1, words) for words in _INSPECTED)
        return j if j > first and duty_verb(tokens, j) else i
    if tokens[i].key == "do":
        led = next((k for k in range(i + 2, min(i + _HEADED_REACH, len(tokens) - 1)) if tokens[k].key == "làm" and any(at(tokens, k + 1, words) for words in _CHAIRS)), 0)
        return led + 3 if led and duty_verb(tokens, led + 3) else i
    return i


def apart(tokens: list[Token], i: int) -> bool:
    """Whether a clause at `i` only tells which of them are meant, with their duty behind it: "Các sở, ngành | đang quản lý … chủ trì"."""
    if i >= len(tokens) or tokens[i].key not in _WHICH:
        return False
    if tokens[i].key == "có" and _owning(tokens, i):
        return True
    for k in range(i + 1, min(i + _WHICH_REACH, len(tokens))):
        if tokens[k].key in (";", ".", ":", "(") or (tokens[k].key in _NAMING and tokens[k - 1].key != "được"):
            return False
        if tokens[k].key == "phải" or at(tokens, k, ("chủ", "trì")) or at(tokens, k, ("có", "trách", "nhiệm")) or at(tokens, k, ("chịu", "trách", "nhiệm")) or at(tokens, k, ("phối", "hợp", "với")) \
                or (tokens[i].key == "nơi" and i + 2 < k < i + 14 and tokens[k].key != "đi" and duty_verb(tokens, k)):  # "UBND các xã | nơi có dự án tuyên truyền …"
            return True
    return False


def _owning(tokens: list[Token], i: int) -> bool:
    """Whether "có" at `i` tells which of a plural are meant by what they have, an act of theirs right behind that: "Các hộ kinh doanh | có sử dụng
    lao động | ký cam kết …". An act that its clause closes with a mark, or that says what the thing had is for, is none of theirs."""
    if not any(tokens[k].key == "các" for k in range(max(0, i - _PLURAL_REACH), i)):
        return False
    for k in range(i + 3, min(i + _OWNED_REACH, len(tokens) - 3)):
        if (not tokens[k].word and tokens[k].key != ",") or tokens[k].key == "do":
            return False
        if tokens[k - 1].key not in _WITHIN and tokens[k].key not in _USES and not tokens[k].capital and duty_verb(tokens, k) and tokens[k + 1].word and tokens[k + 2].word:
            return True
    return False


def past_which(tokens: list[Token], i: int) -> int:
    """Past a few small words at `i` that tell which bodies are meant, with their part said behind: "các thôn | có hồ chứa | phối hợp"; `i` elsewhere."""
    if i >= len(tokens) or tokens[i].key not in _WHICH:
        return i
    end = next((k for k in range(i + 1, min(i + _TOLD_REACH, len(tokens))) if tokens[k].capital or not tokens[k].word or tokens[k].key == "phối"), i)
    return end if end > i + 1 and at(tokens, end, ("phối", "hợp")) else i


def past_zone(tokens: list[Token], i: int) -> int:
    """Past the words at `i` that tell which communes of a plural are meant, at the end of a row or before its duty: "UBND các xã | ven biển"; `i` elsewhere."""
    words = first_at(tokens, i, _ZONES) if i > 1 and i < len(tokens) and "các" in (tokens[i - 2].key, tokens[i - 3].key, tokens[i - 4].key) else None
    end = i + len(words or ())
    return end if words and (boundary(tokens, end) or duty_verb(tokens, end) or at(tokens, end, ("phối", "hợp")) or at(tokens, end, ("chủ", "trì")) or tokens[end].key in _AIMS) else i


def past_quoted(tokens: list[Token], i: int) -> int:
    """End of the quoted words at `i` and the comma behind them (a motto between subject and verb), else `i`."""
    if i >= len(tokens) or tokens[i].key not in ("“", '"'):
        return i
    j = next((k for k in range(i + 1, min(i + 30, len(tokens))) if tokens[k].key in ("”", '"')), None)
    return i if j is None else j + 1
