"""Words with which a sentence orders ("giao", "đề nghị" …) and which open it before its subject; whom an order names."""

from __future__ import annotations

import re

from normalizers.unit_grammar import Item, quantifier
from normalizers.unit_rows import read_list
from normalizers.unit_tails import at, by_first_word, first_at
from normalizers.unit_tokens import Token
from normalizers.unit_verbs import duty_verb

CHARGES = tuple(
    tuple(w.split())
    for w in ("giao trách nhiệm cho", "giao nhiệm vụ cho", "phân công nhiệm vụ cho", "kính đề nghị", "trân trọng đề nghị", "kính mời", "trân trọng mời", "đề nghị", "yêu cầu", "phân công", "giao cho", "giao")
)
CHARGES_AT = by_first_word(CHARGES, lambda words: words)
# What a plan carries out: "Thực hiện Nghị quyết số …, Phòng X tham mưu …" has its subject behind the comma.
BASES = (("nghị", "quyết"), ("quyết", "định"), ("kế", "hoạch"), ("chỉ", "thị"), ("chỉ", "đạo"), ("ý", "kiến", "chỉ", "đạo"), ("công", "văn"), ("công", "điện"), ("chương", "trình"), ("kết", "luận"), ("thông", "báo"), ("hướng", "dẫn"), ("đề", "án"), ("thông", "tư"), ("nghị", "định"), ("luật",))
_BASIS = re.compile(r"^(?:\W|\d+[.)]|\w[.)])*(?:(?:Triển khai )?[Tt]hực hiện|Triển khai) [^.;]{4,300}?, ?(?=\w)")
# Clauses that open a sentence before its subject: "Trên cơ sở …, các bộ, ngành xây dựng kế hoạch", "Định kỳ hằng quý, Sở X …".
OPENINGS = by_first_word([("trên", "cơ", "sở"), ("căn", "cứ"), ("theo", "chức"), ("theo", "định"), ("định", "kỳ"), ("hằng", "năm"), ("hàng", "năm"), ("hằng", "quý"), ("hằng", "tháng"), ("để",), ("nhằm",),
                       ("trong", "quá", "trình"), ("quá", "trình"), ("trong", "phạm", "vi"), ("tùy", "theo"), ("sau", "khi"), ("ngay", "sau"), ("kết", "thúc"), ("khi",), ("nếu",), ("trường", "hợp"), ("đối", "với"), ("trước", "ngày"), ("chậm", "nhất"), ("từ", "ngày"), ("từ", "tháng"), ("từ", "nay"), ("trong", "tháng"), ("trong", "quý"), ("trong", "năm"),
                       ("đồng", "thời"), ("trước", "mắt"), ("bên", "cạnh", "đó"), ("ngoài", "ra"), ("cuối",), ("đầu", "năm"), ("đầu", "học"), ("đầu", "mỗi"), ("đầu", "tháng"), ("mỗi",), ("hết",), ("vào",), ("hằng", "tuần"), ("hàng", "tuần"), ("hàng", "tháng"), ("hàng", "quý"),
                       ("năm",), ("tháng",), ("quý",), ("trong", "thời", "gian"), ("trong", "giai", "đoạn"), ("giai", "đoạn"), ("từ", "quý"), ("từ", "năm"), ("từ", "đầu"), ("ở", "cấp"), ("tại", "cấp"), ("cấp", "tỉnh"), ("cấp", "huyện"), ("cấp", "xã"),
                       ("tùy",), ("thông", "qua"), ("qua",), ("đến", "hết"), ("đến", "cuối"), ("đến", "năm"), ("đến", "ngày"), ("sau",), ("trước", "khi"), ("trước", "mỗi"), ("trước", "mùa"), ("trước", "tháng"), ("nhân", "dịp"), ("nhân", "ngày"), ("nhân", "kỷ", "niệm"),
                       ("cùng", "với"), ("song", "song"), ("với", "vai", "trò"), ("với", "tư", "cách"), ("với", "chức", "năng"), ("ngoài",), ("xuất", "phát"), ("dưới", "sự"), ("được", "sự"), ("với", "sự"), ("từ", "thực"), ("từ", "kết"), ("một", "là"), ("hai", "là"), ("ba", "là"), ("bốn", "là"), ("năm", "là"),
                       *(("theo", *w) for w in (("đề", "nghị"), ("yêu", "cầu"), ("kế", "hoạch"), ("hướng", "dẫn"), ("phân", "công"), ("phân", "cấp"), ("nhiệm", "vụ"), ("lĩnh", "vực"), ("thẩm", "quyền"), ("quy", "định"), ("lịch",), ("sự",), ("đó",), ("chỉ", "đạo"), ("tiến", "độ"), ("lộ", "trình"))),
                       *(("trong", w) for w in ("trường", "đợt", "dịp", "các", "những", "ngày", "tuần", "vòng", "nhiệm", "mùa", "công", "học")),
                       *(("thực", "hiện", *w) for w in BASES), *(("triển", "khai", "thực", "hiện", *w) for w in BASES), *(("triển", "khai", *w) for w in BASES)], lambda words: words)
LINKS = by_first_word([("đồng", "thời"), ("trước", "mắt"), ("bên", "cạnh", "đó"), ("ngoài", "ra")], lambda words: words)  # "Đồng thời giao Sở X …"
_OWN_PEOPLE = (("cán", "bộ"), ("công", "chức"), ("viên", "chức"), ("nhân", "viên"), ("giáo", "viên"), ("đảng", "viên"), ("chuyên", "viên"), ("cấp", "ủy", "viên"), ("đảng", "ủy", "viên"), ("thành", "viên"), ("ủy", "viên"))
_ASKING = frozenset({("đề", "nghị"), ("yêu", "cầu"), ("kính", "đề", "nghị")})
_OFFICES = frozenset({"office", "organisation", "enterprise"})
_OFFICE_NOUNS = frozenset({"phòng", "sở", "trường", "trung", "trạm", "chi", "hạt", "đội", "công"})  # which open names of offices that no list knows
_ABOVE = frozenset({"chính", "bộ", "hội", "ủy", "thủ", "chủ", "tỉnh", "thường"})  # how the names of those begin whom an office asks for something


def behind_basis(text: str) -> bool:
    """Whether a sentence opens with the document that it carries out and a comma behind it."""
    return "hực hiện " in text[:30] and _BASIS.match(text) is not None


def opened_at(tokens: list[Token], i: int) -> bool:
    """Whether a clause before the subject opens at token `i`."""
    if i >= len(tokens):
        return False
    if first_at(tokens, i, OPENINGS) is not None:
        return True
    return tokens[i].key == "trong" and i + 1 < len(tokens) and tokens[i + 1].key.isdigit()


def ordered(tokens: list[Token], items: list[Item], end: int, words: tuple[str, ...], commune: str | None) -> list[Item]:
    """Whom `items`, who order with `words` at `end`, charge: "UBND xã yêu cầu | các cơ quan …". They themselves where the order is their
    own act: an office that asks those above it or the people, or sends its own people."""
    if words == ("phân", "công") and own_people(tokens, end + 2):
        return items  # "Huyện ủy phân công cấp ủy viên phụ trách cơ sở"
    first = end + len(words)
    first += first < len(tokens) and tokens[first].key == ":"  # "UBND xã giao: | Phòng X chủ trì …"
    charged = read_list(tokens, first, commune)[0]
    if charged and words in _ASKING and all(it.entry.kind in _OFFICES if it.entry is not None else tokens[it.start].key in _OFFICE_NOUNS for it in items) and all(_above(tokens, it) for it in charged):
        return items
    return charged or items


def _above(tokens: list[Token], item: Item) -> bool:
    """Whether an item is a single authority ("UBND tỉnh", "Bộ Tài chính") or the people: asked, not charged, by an office."""
    entry = item.entry
    if entry is not None and entry.unit_id in ("nguoi-dan", "cac-ho-gia-dinh", "doanh-nghiep"):
        return True
    if any(t.key == "hộ" for t in tokens[item.start:item.end]):
        return True
    return tokens[item.start].key in _ABOVE and not any(t.key == "các" for t in tokens[item.start:item.end]) and not at(tokens, item.start, ("bộ", "phận")) and (
        tokens[item.start].key == "bộ" or at(tokens, item.start, ("chính", "phủ")) or (entry is not None and entry.kind in ("authority", "party")))


def ordered_late(tokens: list[Token], start: int, i: int, commune: str | None) -> list[Item]:
    """Whom an order charges right behind the clause that opens its sentence at `start`: "Trong quá trình thực hiện, | đề nghị các cơ quan
    báo cáo …"; [] where no order stands at `i` or an act stands before it ("…, rà soát danh sách, đề nghị UBND tỉnh xem xét")."""
    words = first_at(tokens, i, CHARGES_AT)
    if words is None or any(tokens[k].key == "," and duty_verb(tokens, k + 1) for k in range(start, i - 1)):
        return []
    if words == ("phân", "công") and own_people(tokens, i + 2):
        return []
    items, end = read_list(tokens, i + len(words), commune)
    if any(tokens[k].key == "như" for it in items for k in range(it.start, it.end)):
        return []  # "đề nghị các lực lượng như Sở X, Công an tỉnh xử lý": examples
    return items if items and (duty_verb(tokens, end) or at(tokens, end, ("phối", "hợp")) or at(tokens, end, ("chủ", "trì"))) else []


_SET_TO = by_first_word([tuple(w.split()) for w in ("chủ trì", "phối hợp", "có trách nhiệm", "chịu trách nhiệm", "trực tiếp", "làm đầu mối", "làm cơ quan", "làm nòng cốt", "làm chủ", "là đầu mối", "là cơ quan")], lambda words: words)


def also_ordered(tokens: list[Token], i: int, commune: str | None) -> tuple[list[Item], int]:
    """(whom an order at `i` charges behind a comma or semicolon, end of that row): "UBND xã ban hành kế hoạch, | giao Phòng X chủ trì"; ([], i) elsewhere."""
    words = next((w for w in (("giao", "cho"), ("giao",), ("phân", "công")) if at(tokens, i, w)), ())
    if words == ("giao",) and i + 1 < len(tokens) and tokens[i + 1].text == "ban":
        return [], i  # "họp định kỳ, giao ban | Tổ giúp việc": a meeting, not an order
    if not words or tokens[i].capital or tokens[i - 1].key not in (",", ";") or (words[0] == "phân" and own_people(tokens, i + 2)):
        return [], i
    items, end = read_list(tokens, i + len(words), commune)
    people = any(it.entry is not None and it.entry.kind == "collective" and it.entry.level in ("village", "external") for it in items)
    return (items, end) if items and not people and (first_at(tokens, end, _SET_TO) or duty_verb(tokens, end)) else ([], i)


def assigned(tokens: list[Token], commune: str | None) -> list[Item]:
    """Whom an act charges behind its comma or semicolon: "Làm đường hoa tại các khu phố, | phân công Hội Phụ nữ đảm nhận"."""
    return next((row for i in range(2, len(tokens)) if tokens[i].key == "phân" and (row := also_ordered(tokens, i, commune)[0])), [])


def own_offices(items: list[Item]) -> bool:
    """Whether a row begins with an office or organisation of the commune and names nothing else but those and settlements: whom
    "chỉ đạo" charges, as the commune's own committee directs them."""
    known = [it.entry for it in items if it.entry is not None]
    return len(known) == len(items) and known[0].kind in ("office", "organisation") and known[0].level in ("commune", "open") and all(e.kind in ("office", "organisation") or e.level == "village" for e in known)


def own_people(tokens: list[Token], i: int) -> bool:
    """Whether people of the body itself, or so many of something, stand at `i`: "(các đồng chí) | ủy viên Ban Chấp hành"."""
    i = (named := quantifier(tokens, i)) + 2 * at(tokens, named, ("đồng", "chí"))
    return i < len(tokens) and (tokens[i].key.isdigit() or any(at(tokens, i, w) for w in _OWN_PEOPLE))


_LED = (("chính", "quyền"), ("mặt", "trận"), ("chi", "bộ"), ("đảng", "bộ"), ("cấp", "ủy"), ("đoàn", "thể"), ("tổ", "chức"), ("hội", "đoàn"), ("ban", "công"), ("lực", "lượng"))  # whom a Party committee leads


def led_by_party(tokens: list[Token], i: int) -> bool:
    """Whether whom a Party committee leads stands at `i`: "Lãnh đạo | chính quyền", "Lãnh đạo | các chi bộ"."""
    i += at(tokens, i, ("các",))
    return any(at(tokens, i, words) for words in _LED)
