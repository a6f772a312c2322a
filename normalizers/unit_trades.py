"""Trades that tell collectives apart in a sentence: "Hợp tác xã | dịch vụ nông nghiệp", "Các doanh nghiệp | vận tải hành khách"."""

from __future__ import annotations

from normalizers.unit_borders import boundary
from normalizers.unit_tails import by_first_word, first_at, read_tail
from normalizers.unit_tokens import Token
from normalizers.unit_verbs import act_at, duty_verb

_OF_COOPERATIVES = frozenset({"dịch", "vệ", "nông", "lâm", "môi", "thủy", "chăn", "tổng", "thương", "tiểu", "vận", "du", "rau"})  # first words of what a cooperative deals in
# Whole words, since some first words are verbs': "các doanh nghiệp vận | động ủng hộ", "… du | nhập".
_OF_FIRMS = by_first_word([tuple(w.split()) for w in (
    "kinh doanh vận tải", "kinh doanh xăng dầu", "kinh doanh lữ hành", "kinh doanh du lịch", "kinh doanh bất động sản", "kinh doanh thương mại", "kinh doanh dịch vụ", "du lịch", "lữ hành", "vận tải", "thủy lợi", "thủy điện",
    "thủy sản", "bất động sản", "bảo hiểm", "logistics", "dược phẩm", "dệt may", "thương mại điện tử", "thương mại", "nhỏ và vừa", "vừa và nhỏ", "nông nghiệp", "công nghiệp hỗ trợ", "công nghiệp", "xăng dầu", "xuất nhập khẩu", "cấp nước", "môi trường",
    "fdi", "bán lẻ", "dịch vụ", "khai thác khoáng sản", "khai thác thủy sản", "chế biến nông sản", "chế biến thủy sản", "chế biến gỗ")], lambda words: words)
_REACH = 9  # words


def trade_end(tokens: list[Token], i: int, unit_id: str) -> int:
    """End of the trade behind a cooperative or a firm of no name that ends at `i`; `i` where none is said."""
    if unit_id == "htx":
        # A trade has two words: "Hợp tác xã Môi | trường" is no school's.
        return next((k for k in range(i + 2, min(i + 7, len(tokens))) if _ends(tokens, k) or (duty_verb(tokens, k) and tokens[k - 1].key != "vụ")), min(i + 7, len(tokens))) if tokens[i].key in _OF_COOPERATIVES else i
    end = i
    while (trade := first_at(tokens, end, _OF_FIRMS)) is not None:
        end += len(trade)
        if not (end < len(tokens) and tokens[end].key in (",", "và", "-") and first_at(tokens, end + 1, _OF_FIRMS)):
            break
        end += 1  # "các doanh nghiệp du lịch, | lữ hành"
    if end == i:
        return i
    if (tail := read_tail(tokens, end, None).end) > end:
        return tail
    return next((k for k in range(end, min(i + _REACH, len(tokens) + 1)) if k == len(tokens) or _ends(tokens, k) or duty_verb(tokens, k)), i)


def _ends(tokens: list[Token], i: int) -> bool:
    return boundary(tokens, i) or act_at(tokens, i) is not None
