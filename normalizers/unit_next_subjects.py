"""Further subjects behind commas: "Văn phòng tổng hợp báo cáo, | Phòng Kinh tế cung cấp số liệu", "A thẩm định hồ sơ, | B trình Chủ tịch ký"."""

from __future__ import annotations

from collections.abc import Collection

from normalizers.unit_grammar import CO_QUAN, Item
from normalizers.unit_tails import by_first_word, first_at
from normalizers.unit_tokens import Token
from normalizers.unit_vocab import match_head, match_unit

_BODIES = frozenset({"office", "organisation", "authority", "party", "court", "press", "person", "enterprise"})
_AUTHORITIES = frozenset({"authority", "party"})
# What is done with the work of somebody else, and charges nobody with it.
_ANSWERED = by_first_word([tuple(w.split()) for w in (
    "phê duyệt", "xem xét", "ký", "quyết định", "thông qua", "cho ý kiến", "đồng ý", "ban hành", "giao", "yêu cầu", "phân công", "chấp thuận", "thống nhất", "công nhận", "cho phép", "ủy quyền")], lambda words: words)
# Words with which a clause names bodies that are not its subject; the row of those may go on behind the comma.
_POINTING = frozenset({"với", "cùng", "cho", "tại", "của", "giữa", "gửi", "gồm", "như", "theo", "do", "đến", "tới", "từ", "ở", "qua", "là", "và", "hoặc", "về", "bằng", "trình", "giúp", "thuộc", "ngành", "trong", "ngoài", "trên"})
_NEAR = 4  # words before the comma among which such a word opens the last noun of its clause
# Whom a clause moves to act: the next name may be one of them.
_MOVED = by_first_word([tuple(w.split()) for w in (
    "chỉ đạo", "đôn đốc", "yêu cầu", "đề nghị", "giao", "mời", "huy động", "phối hợp", "kết hợp", "lãnh đạo", "cử", "phân công", "kêu gọi", "thành lập", "báo cáo", "trình", "gửi", "tham mưu")], lambda words: words)
_MOVED_SMALL = by_first_word([tuple(w.split()) for w in (
    "hướng dẫn", "vận động", "kiểm tra", "giám sát", "tuyên truyền", "nhắc nhở", "hỗ trợ", "giúp", "tạo điều kiện", "thông báo", "cho", "đến", "tới", "tại", "với", "của", "ở")], lambda words: words)


def next_subject(tokens: list[Token], i: int, items: list[Item], end: int, last: int, inside: Collection[int]) -> bool:
    """Whether the row at token `i`, behind a comma, is the subject of a clause of its own: the clause before, from the end `last` of its
    subject, names nobody in whose row the name could stand, and whom it names does more than answer."""
    if last >= i - 2 or (first_at(tokens, end, _ANSWERED) and any(it.entry is not None and it.entry.kind in _AUTHORITIES for it in items)):
        return False
    piece = next((k + 1 for k in range(i - 2, last - 1, -1) if tokens[k].key in (",", ";", ":", "(")), last)
    if i - 1 - piece < 2 or any(k in inside for k in range(last, i - 1)):
        return False
    small = not tokens[i].capital
    if any(not _body(it) if it.entry is not None else small or not match_head(tokens, it.start) for it in items):
        return False
    for k in range(last, i - 1):
        if (k > last and first_at(tokens, k, _MOVED)) or (k >= i - 1 - _NEAR and tokens[k].key in _POINTING):
            return False
        if small and first_at(tokens, k, _MOVED_SMALL):
            return False
        if (tokens[k].capital or k >= i - _NEAR) and (match_unit(tokens, k) or ((head := match_head(tokens, k)) and (tokens[k].capital or head[0] > k + 1))):
            return False  # one small word may be the end of another: "hướng dẫn nghiệp | vụ"
    return True


def _body(item: Item) -> bool:
    """Whether an item is a body that acts, no group of people."""
    entry = item.entry
    return entry is not None and (entry.kind in _BODIES or entry.unit_id in (CO_QUAN, "cac-phong-chuyen-mon"))
