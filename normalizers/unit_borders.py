"""Where a unit of a list may end, and the nouns of departments that are generic in a list of nouns alone."""

from __future__ import annotations

from normalizers.unit_tails import COMMUNE_LEVELS, at, by_first_word, first_at, province_end
from normalizers.unit_tokens import HARD, SOFT, Token
from normalizers.unit_verbs import act_at, duty_verb
from normalizers.unit_vocab import match_head, match_unit

_SERVICES = (("thư", "viện"), ("thanh", "tra"), ("thống", "kê"), ("kế", "toán"))
_DEPARTMENTS = (("khoa",), ("bộ", "môn"), ("đội",), ("trạm",), ("đồn",), ("hạt",))  # of hospitals and schools, of customs, tax, rangers and police
_DEPARTMENTS_OPEN = frozenset(words[0] for words in _DEPARTMENTS)
_WHOSE = (("chuyên", "môn"), ("nghiệp", "vụ"), ("thuộc",), ("trực", "thuộc"))


OF_SUBJECTS = frozenset({"tổ", "nhóm", "khối"})  # "Tổ Toán + Tin" is one of a school's


def summed(tokens: list[Token], i: int) -> bool:
    """Whether a plus between blanks, or a slash between blanks before a capital, stands at `i`: "BGH | + kế toán", "Kế toán | / Bảo vệ" are
    two, whatever their names."""
    return tokens[i].key in ("+", "/") and tokens[i].gap and i + 1 < len(tokens) and tokens[i + 1].gap and (tokens[i].key == "+" or tokens[i + 1].capital)


def boundary(tokens: list[Token], i: int) -> bool:
    """Whether a list item may end before token `i` (a separator, a bracket, the number of the next item "2.")."""
    if i + 2 < len(tokens) and tokens[i].key.isdigit() and tokens[i + 1].key in (".", ")") and not tokens[i + 1].gap and (tokens[i + 2].capital or tokens[i + 2].key == "các"):
        return i == 0 or tokens[i - 1].key != "vực" or tokens[0].key.isdigit()  # "Ngân hàng Nhà nước Khu vực 9. Sở Y tế": the region's number
    if i + 1 < len(tokens) and tokens[i].key == "/" and tokens[i + 1].key == "aids":
        return False
    return i >= len(tokens) or tokens[i].key in SOFT or tokens[i].key in HARD or tokens[i].key in ("(", ")", ":", ".")


def department(tokens: list[Token], i: int) -> tuple[str, ...]:
    """The noun of a hospital's, school's or authority's departments at `i` with no name of its own behind it: "khoa", "bộ môn", "đội"; () if none."""
    if i >= len(tokens) or tokens[i].key not in _DEPARTMENTS_OPEN:
        return ()
    part = next((w for w in _DEPARTMENTS if at(tokens, i, w)), ())
    end = i + len(part)
    return part if part and (boundary(tokens, end) or any(at(tokens, end, words) for words in _WHOSE) or (not tokens[end].capital and act_at(tokens, end) is not None)) else ()


def departments_end(tokens: list[Token], i: int) -> int:
    """End of a row of nouns of departments at `i`, none of them named, a small one's among them: "(Trưởng các) khoa, phòng, trạm|"; `i` elsewhere."""
    end = k = i
    small = False
    while k < len(tokens):
        part = department(tokens, k) or next((w for w in _UNNAMED_OFFICES if at(tokens, k, w) and boundary(tokens, k + len(w))), ())
        if not part:
            break
        small = small or part in _DEPARTMENTS
        end = k + len(part)
        k = end + 1 if end < len(tokens) and tokens[end].key in (",", "và") else len(tokens)
    return end if small and end > i + 1 and boundary(tokens, end) else i


def own_branch(tokens: list[Token], i: int) -> bool:
    """Whether a dash at `i` names the branch of the office before it; "- Chi nhánh Văn phòng Đăng ký đất đai" is an office of its own."""
    return at(tokens, i, ("-", "chi", "nhánh")) and match_unit(tokens, i + 1) is None and (i + 3 >= len(tokens) or (match_unit(tokens, i + 3) or match_head(tokens, i + 3)) is None)


_PEOPLE = by_first_word([tuple(w.split()) for w in ("hòa giải viên", "báo cáo viên", "tuyên truyền viên", "cộng tác viên", "đội ngũ", "hệ thống chính trị", "lực lượng", "đề nghị")], lambda words: words)


def people_begin(tokens: list[Token], k: int) -> bool:
    """Whether people whom no head names, or another's duty, begin a piece of a cell at `k`: "…, Hòa giải viên ở cơ sở", "…, Đội ngũ cộng tác viên dân
    số", "…, Đề nghị Ủy ban MTTQ"."""
    return tokens[k].capital and first_at(tokens, k, _PEOPLE) is not None


_UNNAMED_OFFICES = (("phòng",), ("ban",), ("trung", "tâm"))


def closing_field(tokens: list[Token], i: int) -> bool:
    """Whether a field that is a body's noun elsewhere closes a name at `i`: "Trung tâm Thông tin - | Thư viện", "Phòng Pháp chế - | Thanh tra"."""
    for words in _SERVICES:
        if at(tokens, i, words):
            end = i + len(words)
            end += end < len(tokens) and tokens[end].key in COMMUNE_LEVELS and not tokens[end].capital  # "Bộ phận Tài chính - | Kế toán xã"
            if boundary(tokens, end) or duty_verb(tokens, end) or tokens[end].key == "thuộc":
                return True
    return False


def unnamed_bodies(tokens: list[Token], i: int) -> bool:
    """Whether bodies that nobody names stand at `i`: "Trạm Y tế | Cơ quan có liên quan", "Sở Y tế | Cơ quan, đơn vị liên quan"; not the
    organ of a name, "Đảng ủy | Cơ quan Tỉnh ủy"."""
    return i + 2 < len(tokens) and tokens[i].capital and at(tokens, i, ("cơ", "quan")) and tokens[i + 2].key in _UNNAMED


_UNNAMED = frozenset({",", "có", "liên", "đơn", "khác"})


_LEVELS_END = frozenset({*COMMUNE_LEVELS, "tỉnh", "phố", "thôn", "ấp", "bản", "buôn", "xóm", "khóm"})


def level_before(tokens: list[Token], j: int, i: int) -> bool:
    """Whether the wording from `i` on ends with its level or place before `j`: "các đơn vị thuộc tỉnh | Công an tỉnh"."""
    if tokens[j - 1].capital:  # "Trung tâm Xúc tiến thành phố Hà Nội | Sở Y tế", "Viện Nghệ thuật Việt Nam | Bộ Y tế"
        return j - 3 > i and (at(tokens, j - 2, ("việt", "nam")) or any(
            tokens[k - 1].key in ("tỉnh", "phố") and province_end(tokens, k) == j for k in range(max(i + 2, j - 4), j - 1)))
    return j - 1 > i and tokens[j - 1].key in _LEVELS_END


_HAD_BY_EACH = (("đảng", "ủy"), ("chi", "ủy"), ("công", "đoàn"), ("bộ", "phận", "một", "cửa"))
_HAVING = (("cơ", "quan", "thuộc", "chính", "phủ"), ("cơ", "quan", "ngang", "bộ"), ("bộ",), ("sở",), ("ban",), ("ngành",), ("đoàn", "thể"), ("địa", "phương"))


def had_by_each(tokens: list[Token], i: int) -> int:
    """End of a body that each of the ministries or departments behind it has: "Đảng ủy các bộ, ngành|", "Bộ phận Một cửa các sở, ngành|";
    `i` if none."""
    head = next((i + len(w) for w in _HAD_BY_EACH if at(tokens, i, w)), i) if i < len(tokens) and tokens[i].key in ("đảng", "chi", "công", "bộ") else i
    if head == i or not at(tokens, head, ("các",)) or head + 1 >= len(tokens) or tokens[head].capital or tokens[head + 1].key not in ("bộ", "sở"):
        return i
    end = k = head + 1
    while k < len(tokens) and (noun := next((w for w in _HAVING if at(tokens, k, w)), ())) and boundary(tokens, k + len(noun)):
        end = k = k + len(noun)
        while k < len(tokens) and tokens[k].key in (",", "và", "-"):
            k += 1
    return end if end > head + 1 else i


def rulers(tokens: list[Token], k: int) -> bool:
    """Whether "chính quyền" or "cộng đồng" is named at `k` beside others: "Cấp ủy, | chính quyền các xã"; not "chính quyền số"."""
    return (at(tokens, k, ("chính", "quyền")) or at(tokens, k, ("cộng", "đồng"))) and not at(tokens, k + 2, ("số",)) and not at(tokens, k + 2, ("điện", "tử"))


def bare_names(tokens: list[Token], i: int, j: int, k: int) -> bool:
    """Whether the comma at `j` parts two short names without heads: "Quân đội, | Biên phòng, | Quản lý thị trường"."""
    end = next((m for m in range(k, len(tokens)) if boundary(tokens, m)), len(tokens))
    return j - i < 5 and end - k < 5 and tokens[i].capital and tokens[k].capital and (end == len(tokens) or tokens[end].key in (",", ";"))
