"""Boards of building projects by what they build: "Ban Quản lý | các dự án trọng điểm phát triển đô thị", "… dự án đầu tư xây dựng khu vực"."""

from __future__ import annotations

from normalizers.unit_borders import boundary
from normalizers.unit_tails import at, level_at, read_tail
from normalizers.unit_tokens import SOFT, Token
from normalizers.unit_verbs import LAID_ON, act_at, duty_verb
from normalizers.unit_vocab import match_unit

_REACH = 16  # words of the longest of such names
_OPENERS = (("dự", "án"), ("đầu", "tư"), ("công", "trình"), ("rừng",))
# Verbs elsewhere; behind "dự án" they say what for, be it typed with small letters.
_WORKS = frozenset({("đầu", "tư"), ("xây", "dựng"), ("phát", "triển")})
_THINGS = frozenset(tuple(w.split()) for w in (
    "dự án", "trọng điểm", "chuyên ngành", "đô thị", "hạ tầng", "kỹ thuật", "giao thông", "nông nghiệp", "nông thôn", "dân dụng", "công nghiệp", "công trình",
    "thủy lợi", "thủy điện", "quỹ đất", "đất đai", "môi trường", "năng lượng", "nhà ở", "cơ sở", "hàng hải", "đường bộ", "đường sắt", "đường thủy", "khu vực", "phòng hộ", "đặc dụng"))


def project_board_end(tokens: list[Token], i: int, commune: str | None) -> int:
    """End of the name of a board, with its level, whose head "Ban Quản lý" ends at token `i`; `i` where no works open behind it or
    where a number tells the board."""
    k = i + (i < len(tokens) and tokens[i].key == "các")
    opener = next((w for w in _OPENERS if at(tokens, k, w)), None)
    if opener is None or (len(opener) > 1 and tokens[k].key == "công" and act_at(tokens, k) is not None):
        return i
    first = k
    k += len(opener)
    while k < min(len(tokens), first + _REACH):
        if level_at(tokens, k) is not None:
            return read_tail(tokens, k, commune).end
        pair = (tokens[k].key, tokens[k + 1].key) if k + 1 < len(tokens) else ("", "")
        if pair in _THINGS or pair in _WORKS:
            k += 2
        elif (tokens[k].key in ("các", "khu", "cụm") and pair[1] == "công") or _goes_on(tokens, k):
            k += 1
        else:
            break
    return read_tail(tokens, k, commune).end if _closed(tokens, k) else i


def _goes_on(tokens: list[Token], k: int) -> bool:
    """Whether "và" or a comma at `k` only joins what is built: "đầu tư xây dựng | và phát triển quỹ đất", "phòng hộ | , đặc dụng"."""
    if k + 2 >= len(tokens) or (tokens[k].key != "và" and tokens[k].key not in SOFT) or match_unit(tokens, k + 1) is not None:
        return False
    pair = (tokens[k + 1].key, tokens[k + 2].key)
    return pair in _THINGS or (tokens[k].key == "và" and pair == ("phát", "triển") and at(tokens, k + 3, ("quỹ", "đất")))


def _closed(tokens: list[Token], k: int) -> bool:
    return boundary(tokens, k) or duty_verb(tokens, k) or any(at(tokens, k, w) for w in (*LAID_ON, ("khẩn", "trương"), ("chủ", "động"), ("tập", "trung")))
