"""Acts that stand in names of bodies too ("đội tuần tra", "tổ chăm sóc"), behind names that are whole without them: "Chi bộ | kết nạp …",
"Đội An ninh | tuần tra …", "Các chi hội phụ nữ | thăm …"."""

from __future__ import annotations

from normalizers.unit_schools import kind_end
from normalizers.unit_tokens import Token
from normalizers.unit_verbs import act_at, late_act
from normalizers.unit_villages import VILLAGE_ENDS
from normalizers.unit_vocab import Head

_LEVELS = frozenset({"xã", "phường", "tỉnh", "huyện", "phố"})
_WHOLE_ALONE = frozenset({"party", "organisation", "person"})
# Bodies named by whose they are in small letters, and by no act: "chi hội | phụ nữ", "tổ chuyên môn | tự nhiên".
_NAMED_SMALL = frozenset({"Chi bộ", "Đảng bộ", "Tổ chức đảng", "Chi đoàn", "Chi hội", "Tổ hội", "Liên đội", "Cơ sở Đoàn", "Cơ sở Hội", "Tổ chuyên môn", "Tổ công đoàn", "Nghiệp đoàn"})

_SERVICES = frozenset({"vụ", "thống", "trình", "máy", "nghiệp"})  # "đơn vị cung cấp dịch vụ | thu gom rác": of what kind


def acted(tokens: list[Token], head_end: int, head: Head, j: int) -> bool:
    """Whether such an act at `j` ends a name that begins with a head ending at `head_end`: what stands between them is a field that
    begins with a capital and is no act itself, or nothing where the head is a whole name."""
    if j >= len(tokens) or not late_act(tokens, j) or tokens[j].key == "phụ":
        return False  # "Đảng ủy viên phụ trách khu phố | dự họp": the remit tells which
    if j == head_end:
        return head.strong and (head.kind in _WHOLE_ALONE or (head.kind == "collective" and head.level == "external")) and tokens[j - 1].word
    if (tokens[head_end].capital or tokens[head_end - head.length].capital or (head_end == j - 1 and head.strong)) and (tokens[j - 1].key.isdigit() or (tokens[j - 1].key in _LEVELS and tokens[j - 2].key not in ("tác", "thành"))):
        return True  # behind its level or number a name is whole: "Đội Quản lý thị trường số 3 | kiểm đếm …"
    if j - 2 > head_end and tokens[j - 1].capital and tokens[j - 2].capital and not tokens[head_end].capital and not tokens[j - 3].capital:
        return True  # behind the place that closes it: "Ban Quản lý rừng phòng hộ Sông Mực | cắm mốc"
    if tokens[j - 1].key in VILLAGE_ENDS and not tokens[j - 1].capital and tokens[j - 2].key not in ("văn", "thành", "cơ"):
        return True  # "Tổ tự quản các thôn | tuần tra", "Nhân viên y tế thôn | phun hóa chất"
    if j > head_end and tokens[j - 1].key == "phòng" and tokens[j - 2].key == "dân":
        return True  # "Đội dân phòng | tuần tra"
    if not all(token.word or token.key in ("-", "–") for token in tokens[head_end:j]):
        return False
    if tokens[head_end - 1].key == "trường" and (kind := kind_end(tokens, head_end)) > head_end:
        return kind < j and all(token.capital or token.key.isdigit() for token in tokens[kind:j])  # "Trường Tiểu học Kim Đồng | tuyên truyền"
    if tokens[head_end].capital:
        return not any(act_at(tokens, k) or late_act(tokens, k, capital=True) for k in range(head_end, j))  # "Ban Bảo đảm diễn tập", "Phòng Khám sàng lọc"
    if head.kind == "collective" and head.level == "external" and head.length > 2:
        return tokens[j - 1].key not in _SERVICES  # "Đơn vị thu gom rác | ký hợp đồng": a trade named in full
    return head.text in _NAMED_SMALL and j - head_end > 1
