"""Acts that no list holds, behind names that are whole: "Công an xã | gọi điện cho từng hộ", "Phòng Kinh tế | tách thửa đất công ích"."""

from __future__ import annotations

from normalizers.unit_grammar import Item
from normalizers.unit_tails import at, level_at
from normalizers.unit_tokens import Token
from normalizers.unit_vocab import match_head, match_unit

_BODIES = frozenset({"office", "organisation", "authority", "party", "court", "press", "person"})
_OPEN = frozenset({"chỉ", "quản", "công", "tổ"})  # second words of names that a field goes on with: "Ban Chỉ đạo | phòng chống …", "Tổ công tác | …"
# Small words behind a name that open no act: links and places, words of state, what tells which body or part is meant, times.
_SMALL = (
    "của ở tại trên dưới trong ngoài giữa theo với và hoặc hay là được bị đã đang có còn do về thuộc để cho mà như khi nếu nơi vì bởi từ đến tới qua bằng vào lên ra số cấp các những mọi mỗi từng này đó kia "
    "ấy khác liên cùng chưa không chẳng gồm bao nhằm sau trước chính chuyên phụ đóng hiện nay mới cũ vẫn đều luôn thì nên song nhưng cũng rất khá tương cơ địa khu vùng miền quốc trung huyện tỉnh thành thị quận "
    "xã phường đặc thôn ấp bản buôn xóm khóm tổ đội nhóm nhà cán nhân viên người hộ dân đa tư bán lưu dự đạt thiếu đủ tăng giảm chiếm nằm mang trở hạng loại bậc năm tháng quý tuần ngày giờ giai thường định hằng hàng "
    "nhiệm khóa kỳ phía bên cả toàn một hai ba bốn sự việc cuộc nghiệp kỹ kinh văn xuyên nhất hơn vừa ghi "
    "cần phải sẽ"
)
_COMMUNES = frozenset({"xã", "phường"})
_NO_ACTS = frozenset(_SMALL.split())


def some_act(tokens: list[Token], items: list[Item], i: int) -> bool:
    """Whether a small word of no closed class stands at `i` right behind a catalogue body's whole name, with something that it is done to:
    in a sentence that begins with the body it is what the body does."""
    last = items[-1]
    if last.end == i and named_act(tokens, last.start, i):
        return True
    if last.end != i or i + 2 >= len(tokens) or last.entry is None or last.entry.kind not in _BODIES:
        return False
    levelled = last.tail is not None and bool(last.tail.levels)
    if last.end - last.start < (2 if levelled else 3) or (tokens[last.start + 1].key in _OPEN and not levelled):
        return False
    return _opens_act(tokens, i)


def named_act(tokens: list[Token], start: int, i: int) -> bool:
    """Whether such a word stands at `i` behind a name that its place, its proper name, its level or its number closes: "Đồn Biên phòng Sen Bụt | cắm biển báo",
    "Trạm Quản lý đường bộ số 2 | vá ổ gà"; `start` is the name's first token."""
    if i - start < 3 or i + 2 >= len(tokens) or tokens[i].capital:
        return False
    if tokens[i - 1].key.isdigit():
        return tokens[i - 2].key == "số" and _opens_act(tokens, i)
    if tokens[i - 1].key in _COMMUNES and not tokens[i - 1].capital:
        return i - start > 3 and tokens[i - 2].key not in ("tác", "thị") and level_at(tokens, i - 1) is not None and _opens_act(tokens, i)
    if not (tokens[i - 1].capital and tokens[i - 2].capital and tokens[i - 1].key.isalpha() and tokens[i - 2].key.isalpha()) or tokens[i - 1].text.isupper() or tokens[i - 2].text.isupper():
        return False
    return not tokens[i - 3].capital and tokens[i - 3].word and match_head(tokens, i - 2) is None and match_unit(tokens, i - 2) is None and not at(tokens, i, ("chi", "nhánh")) and _opens_act(tokens, i)


def _opens_act(tokens: list[Token], i: int) -> bool:
    word = tokens[i]
    return not word.capital and word.key.isalpha() and len(word.key) > 1 and word.key not in _NO_ACTS and not at(tokens, i, ("trực", "thuộc")) and tokens[i + 1].word and not tokens[i + 1].capital
