"""Bodies and people that a common noun in small letters names, among those with whom somebody works: "phối hợp với | các dòng họ", "| đơn vị thi công",
"| nhà hảo tâm"."""

from __future__ import annotations

from normalizers.unit_grammar import Item, boundary, quantifier, starts_unit
from normalizers.unit_tails import at, by_first_word, first_at
from normalizers.unit_tokens import SOFT, Token
from normalizers.unit_verbs import act_at, duty_verb

# Nouns of who can work together with an office; what follows them in small letters tells which are meant ("chức sắc | tôn giáo").
_NOUNS = by_first_word([tuple(w.split()) for w in (
    "dòng họ", "dòng tộc", "gia tộc", "chức sắc", "chức việc", "già làng", "trưởng tộc", "trưởng họ", "người có uy tín", "gia đình", "phụ huynh", "cha mẹ học sinh", "hội phụ huynh", "ban đại diện cha mẹ học sinh",
    "nhà thầu", "nhà mạng", "nhà hảo tâm", "nhà tài trợ", "nhà khoa học", "nhà đầu tư", "nhà cung cấp", "nhà sản xuất", "nhà nghiên cứu", "nhà báo", "nhà chùa", "nhà thờ", "nhà xe", "nhà hàng", "nhà máy", "nhà trường",
    "mạnh thường quân", "chuyên gia", "luật sư", "nghệ nhân", "nhân sĩ", "trí thức", "doanh nhân", "tiểu thương", "ngư dân", "thợ thủ công", "chủ rừng", "chủ đầu tư", "chủ cơ sở", "chủ hộ", "chủ hồ", "chủ nhà trọ", "chủ trang trại",
    "chủ sở hữu", "chủ tàu", "chủ phương tiện", "chủ doanh nghiệp", "chủ công trình", "chủ nuôi", "trang trại", "gia trại", "làng nghề", "đội", "nhóm", "tổ liên gia", "tổ tự quản", "tổ hòa giải", "tổ hợp tác", "tổ đội", "đối tác", "hãng",
    "công ty", "hợp tác xã", "hộ kinh doanh", "hộ tiểu thương", "hộ sản xuất", "hộ chăn nuôi", "câu lạc bộ", "hội quần chúng", "hội nghề nghiệp", "hội đặc thù", "hiệp hội", "ngành hàng", "ban quản trị", "ban quản lý", "ban điều hành",
    "tư vấn giám sát", "tư vấn thiết kế", "cơ sở thờ tự", "cơ sở tôn giáo", "tổ chức tôn giáo", "bệnh viện", "phòng khám", "nhà thuốc", "quầy thuốc", "khách sạn", "ngân hàng", "bưu điện", "bến xe", "sàn thương mại điện tử", "báo", "đài",
    "thân nhân", "người thân", "người bảo lãnh", "người giám hộ", "cộng đồng dân cư", "cộng đồng", "bộ phận", "chi hội", "chi đoàn", "khoa", "tổ chuyên môn", "đơn vị", "cơ sở", "tổ chức", "lực lượng")], lambda words: words)
_FIRST = frozenset(_NOUNS) | {"các", "những"}
_BY_ACT = frozenset({("đơn", "vị"), ("cơ", "sở"), ("tổ", "chức"), ("lực", "lượng"), ("bộ", "phận")})  # named by what they do: "đơn vị | cung cấp phần mềm"
# What a sentence goes on with, and nobody is named by: "phối hợp với các lực lượng | tăng cường kiểm tra".
_WORKS = by_first_word([tuple(w.split()) for w in ("tăng cường", "đẩy mạnh", "chủ động", "tiếp tục", "tiến hành", "triển khai", "thực hiện", "tổ chức", "thường xuyên", "kịp thời", "xây dựng", "rà soát", "kiểm tra")], lambda words: words)
_SEVERAL = frozenset({"tổ chức", "đội", "nhóm", "báo", "đài", "khoa", "bộ phận", "tổ đội", "cơ sở"})  # acts or parts of words where no plural stands before them
_LONGEST = 7  # words behind the noun
_BEHIND = frozenset({"trên", "tại", "ở", "thuộc", "của", "này", "đó", "khác", "liên", "nơi", "sau", "nêu"})  # words that end such a name: where or whose they are
# Words that make of such a noun one of things.
_THINGS = frozenset({"hình", "ngũ", "bóng", "giấy", "cáo", "vật", "hạ", "dữ", "chất", "nước", "phương", "xe", "máy", "kênh", "ngành"})


def common_body(tokens: list[Token], i: int) -> Item | None:
    """The bodies or people at token `i`, their name ending at a mark or where an act or place begins behind it; None where no such noun stands there."""
    if i >= len(tokens) or tokens[i].key not in _FIRST:
        return None
    first = i + 1 if tokens[i].key == "những" else quantifier(tokens, i)
    if first >= len(tokens) or tokens[first].capital or (noun := first_at(tokens, first, _NOUNS)) is None:
        return None
    if first == i and " ".join(noun) in _SEVERAL and (noun[0] in ("tổ", "báo") or tokens[i - 1].key not in SOFT):
        return None
    end = first + len(noun)
    if end < len(tokens) and (tokens[end].key in _THINGS or tokens[end].capital or at(tokens, end, ("giải", "pháp"))):
        return None
    if noun in _BY_ACT:
        if boundary(tokens, end) or tokens[end].key == "trực" or first_at(tokens, end, _WORKS) is not None or not (duty_verb(tokens, end) or act_at(tokens, end) == "verb"):
            return None
        end += 2  # acts are words of two syllables
    last = next((k for k in range(end, min(end + _LONGEST, len(tokens)) + 1) if _closed(tokens, k)), 0)
    return Item(i, last) if last else None


def _closed(tokens: list[Token], k: int) -> bool:
    return boundary(tokens, k) or (tokens[k].key in _BEHIND and tokens[k - 1].key not in ("tuyến", "cấp")) or (tokens[k].key != "trên" and act_at(tokens, k) is not None) or duty_verb(tokens, k) or (tokens[k].capital and starts_unit(tokens, k, None, True))


def common_wording(tokens: list[Token], i: int, end: int) -> bool:
    """Whether `[i, end)` in small letters, behind another body of a heading's row, is such a noun and at most a few words that tell which: "Hộ gia đình, |
    cơ sở kinh doanh mặt tiền đường"."""
    if not 0 < i < end <= i + _LONGEST + 2 or tokens[i - 1].key not in SOFT or tokens[i].capital or (noun := first_at(tokens, i, _NOUNS)) is None or noun[0] in ("tổ", "báo", "đơn", "lực", "bộ"):
        return False
    return all(t.word for t in tokens[i:end]) and not any(duty_verb(tokens, k) for k in range(i + len(noun) + 2, end))
