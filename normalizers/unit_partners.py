"""Whom a sentence's "phối hợp với" names: rows of units, with the local powers among them that are no catalogue unit ("cấp ủy, chính quyền")."""

from __future__ import annotations

import re

from normalizers.unit_common_bodies import common_body
from normalizers.unit_grammar import Item, beside, boundary, quantifier, starts_unit
from normalizers.unit_labels import list_label
from normalizers.unit_rows import read_list
from normalizers.unit_tails import COMMUNE_LEVELS, at, by_first_word, first_at, read_tail
from normalizers.unit_tokens import SOFT, Token, tokenize
from normalizers.unit_verbs import act_at, duty_verb
from normalizers.unit_villages import counted_villages, settlements, village_at
from normalizers.unit_vocab import match_head, match_unit

_POWERS = (("cấp", "ủy"), ("chính", "quyền"))
_FILLERS = (("chặt", "chẽ"), ("quyết", "liệt"), ("tích", "cực"), ("chủ", "động"), ("thường", "xuyên"), ("đồng", "bộ"), ("hiệu", "quả"), ("tốt",), ("kịp", "thời"), ("có", "hiệu", "quả"), (",", "quyết", "liệt"), (",", "đồng", "bộ"), (",", "thường", "xuyên"), (",", "kịp", "thời"), (",", "hiệu", "quả"), (",",), ("cùng", "với"), ("với",),
            ("cùng",), ("và",), (":",))
_FILLERS_AT = by_first_word(_FILLERS, lambda words: words)
_MANNER_AT = by_first_word([tuple(w.split()) for w in ("khẩn trương", "chủ động", "tích cực", "thường xuyên", "trực tiếp")], lambda words: words)  # "Phòng Kinh tế | khẩn trương | cùng Công an xã …"
_NOT_ACT = frozenset({"chế", "sự", "tác", "bộ", "mối", "vụ"})  # "quy chế phối hợp", "sự phối hợp", "công tác phối hợp"
_CHECKED = frozenset({"tra", "sát", "giá", "đốc"})  # "kiểm tra việc (chủ trì,) phối hợp với X": the checked one's partner
_BODY_ENDS = frozenset({("cán", "bộ"), ("chi", "bộ"), ("đảng", "bộ"), ("nội", "vụ"), ("ngoại", "vụ"), ("thường", "vụ"), ("pháp", "chế")})
_AFFAIRS = frozenset({"dân", "quân", "hình", "nhân"})  # "dân sự", "quân sự", "hình sự"
_FIRST = frozenset({"cấp", "chính", "các"})
_ASIDES = by_first_word([("đặc", "biệt", "là"), ("nhất", "là"), ("trước", "hết", "là"), ("trọng", "tâm", "là"), ("mà", "trực", "tiếp", "là"), ("trong", "đó", "có")], lambda words: words)
_ASIDE_REACH = 18  # words in which such a remark closes
_EACH_REACH = 60  # characters in which the noun behind "Mỗi" ends
_CHARGED_KINDS = frozenset({"office", "party", "organisation", "authority"})
_WHOSE = (("địa", "phương"), ("các", "cấp"), ("cùng", "cấp"), ("cơ", "sở"), ("sở", "tại"))


def helps_at(tokens: list[Token], i: int) -> bool:
    """Whether whom the lead works with is said at token `i`: "phối hợp …", "chủ trì, | cùng (với) …"."""
    if tokens[i].key == "phối":
        return at(tokens, i, ("phối", "hợp")) or at(tokens, i, ("phối", "kết", "hợp"))
    if tokens[i].key == "kết":  # "Kết hợp với Công an xã tuyên truyền …"
        return at(tokens, i, ("kết", "hợp")) and i + 2 < len(tokens) and tokens[i + 2].key in ("với", "cùng")
    led = i - 1 - (i > 0 and tokens[i - 1].key == ",")
    return led > 0 and tokens[i].key == "cùng" and at(tokens, led - 1, ("chủ", "trì"))


def together_with(tokens: list[Token], lead: list[Item], commune: str | None) -> list[Item]:
    """Whom "cùng (với)" right behind the subject names, before their duty: "Công an xã | cùng với Trạm Y tế xã | tuần tra …"; [] elsewhere."""
    within = next((k for k, it in enumerate(lead) if k and "cùng" in (tokens[it.start - 1].key, tokens[it.start - 2].key)), 0)
    if within:
        return lead[within:]  # the row was read on behind "cùng với"
    end = lead[-1].end
    end += len(first_at(tokens, end, _MANNER_AT) or ())
    if end >= len(tokens) or tokens[end].key != "cùng" or duty_verb(tokens, end):
        return []
    row, after = read_list(tokens, end + 1 + at(tokens, end + 1, ("với",)), commune)
    return row if row and (duty_verb(tokens, after) or at(tokens, after, ("chủ", "trì")) or at(tokens, after, ("có", "trách", "nhiệm")) or at(tokens, after, ("thực", "hiện"))) else []


def cooperating(tokens: list[Token], i: int, commune: str | None) -> list[Item]:
    """The row of units behind "phối hợp", or behind "chủ trì, cùng (với)", at token `i`."""
    if tokens[i].key == "cùng":
        return read_list(tokens, i + 1 + at(tokens, i + 1, ("với",)), commune)[0]
    if i > 1 and tokens[i - 1].key == "sự" and tokens[i - 2].key in ("có", "với") and at(tokens, i + 2, ("của",)):
        return partners(tokens, i + 3, commune)  # "… với sự phối hợp của | Trạm Y tế"
    if i and tokens[i - 1].key in _NOT_ACT and not _ends_body(tokens, i - 1) and not _laid_on(tokens, i):
        return []
    if any(k > 0 and tokens[k].key == "việc" and tokens[k - 1].key in _CHECKED for k in (i - 1, i - 4)):
        return []
    j = i + 3 if at(tokens, i, ("phối", "kết", "hợp")) else i + 2
    if j < len(tokens) and (told := _past_manner(tokens, j)) > j:
        return partners(tokens, told, commune)
    moved = True
    while moved and j < len(tokens):
        moved = False
        for filler in _FILLERS_AT.get(tokens[j].key, ()):
            if at(tokens, j, filler) and not (filler in ((",",), ("và",)) and not starts_unit(tokens, j + 1, commune, True) and not any(at(tokens, j + 1, f) for f in (("với",), ("cùng",)))):
                j += len(filler)
                moved = True
                break
    if j < len(tokens) and tokens[j].key == "các":
        j = list_label(tokens, j, commune)  # "phối hợp với | các đơn vị liên quan: | Công an xã, Trạm Y tế"
    return [it for it in partners(tokens, j, commune) if it.entry is None or it.entry.unit_id not in ("nguoi-dan", "cac-ho-gia-dinh")]


def _laid_on(tokens: list[Token], i: int) -> bool:
    """Whether the words before "phối hợp" at `i` lay it on somebody: "có nhiệm vụ | phối hợp với …", "là đơn vị đầu mối | phối hợp với …"."""
    if tokens[i - 1].key == "vụ":
        return i > 2 and tokens[i - 2].key == "nhiệm" and tokens[i - 3].key in ("có", "giao")
    first = i - 2 - 2 * any(at(tokens, i - 4, words) for words in (("đơn", "vị"), ("cơ", "quan")))
    return tokens[i - 1].key == "mối" and (first <= 0 or not tokens[first - 1].word or tokens[first - 1].key in ("là", "làm"))


def _past_manner(tokens: list[Token], i: int) -> int:
    """Past "với" or "cùng" with at most four words of how before it: "phối hợp | nhịp nhàng, thường xuyên với | Công an xã"; `i` elsewhere."""
    if quantifier(tokens, i) > i or starts_unit(tokens, i, None, True):
        return i
    for k in range(i, min(i + 6, len(tokens))):
        if tokens[k].key in ("với", "cùng"):
            return k + 1 + at(tokens, k + 1, ("với",)) if k > i + 1 else i
        if tokens[k].capital or not (tokens[k].word or tokens[k].key == ","):
            return i
    return i


def _ends_body(tokens: list[Token], i: int) -> bool:
    """Whether a word that closes nouns of acts ("nhiệm vụ", "đồng bộ") closes a body's name: "Sở Nội vụ", "các Vụ", "các chi bộ", "Ban Pháp chế",
    "Thi hành án dân sự"."""
    before = tokens[i - 1].key if i else ""
    return (before, tokens[i].key) in _BODY_ENDS or (tokens[i].key == "sự" and before in _AFFAIRS) or (i > 0 and tokens[i].key in ("vụ", "bộ") and tokens[i].capital)


def partners(tokens: list[Token], i: int, commune: str | None) -> list[Item]:
    """The row of units at token `i` behind "phối hợp với": "chính quyền (địa phương)" and "cấp ủy" may open it or stand in it, where
    nothing of another meaning goes on behind them ("chính quyền | số")."""
    items: list[Item] = []
    while i < len(tokens):
        power = _power(tokens, i, commune) or _so_many_villages(tokens, i)
        row, end = ([power], power.end) if power is not None else read_list(tokens, i, commune)
        if not row and (power := common_body(tokens, i)) is not None:
            row, end = [power], read_tail(tokens, power.end, commune).end
        if not row:
            break
        items += row
        i = end
        while i < len(tokens) and tokens[i].key in SOFT:
            i += 1
        if i == end and i + 1 < len(tokens) and tokens[i].key == "cùng" and beside(tokens, i):
            i += 1 + at(tokens, i + 1, ("với",))  # "phối hợp với Đài Truyền thanh | cùng các cơ quan báo chí"
            continue
        if i == end or (power is None and _power(tokens, i, commune) is None and _so_many_villages(tokens, i) is None and common_body(tokens, i) is None):
            break
    return items


def _so_many_villages(tokens: list[Token], i: int) -> Item | None:
    """"Phối hợp (với) | 17 ấp| lập danh sách": the settlements that a count names, all of the commune's."""
    if i >= len(tokens) or not tokens[i].key.isdigit() or counted_villages(tokens, i) == i:
        return None
    named = settlements(tokens, i)
    return Item(i, named[0], named[1]) if named is not None and (boundary(tokens, named[0]) or act_at(tokens, named[0]) is not None or duty_verb(tokens, named[0])) else None


def subjects(tokens: list[Token], i: int, commune: str | None) -> tuple[list[Item], int]:
    """The row of units that a sentence of "Tổ chức thực hiện" begins with at token `i`, local powers among them: "Cấp ủy, chính
    quyền các xã, phường | chỉ đạo …"; as `read_list` gives it."""
    items, end = read_list(tokens, i, commune)
    if i >= len(tokens) or tokens[i].key not in _FIRST or (items and _power(tokens, end + 1, commune) is None):
        return items, end
    row = partners(tokens, i, commune)
    return row, row[-1].end if row else i


def of_each(text: str) -> str:
    """A sentence that charges each of a kind of bodies, said of all of them: "Mỗi chi đoàn đăng ký …" as "Các chi đoàn đăng ký …"
    (of the same length). Times and people stay: "Mỗi quý, Công an xã …", "Mỗi hộ gia đình …"."""
    if not text.startswith("Mỗi "):
        return text
    if text.startswith("Mỗi đồng chí "):
        return "Các " + text[4:]
    tokens = tokenize(text[:_EACH_REACH])
    if (end := village_at(tokens, 1)) > 1 and act_at(tokens, end) is not None:
        return "Các " + text[4:]  # "Mỗi thôn | thành lập 01 tổ"; not what each has or reaches
    named = [hit[1] for hit in (match_head(tokens, 1), match_unit(tokens, 1)) if hit is not None]
    return "Các " + text[4:] if any(it.kind in _CHARGED_KINDS or it.level == "commune" for it in named) else text


_STANDING = re.compile(r"(?:Cơ quan|Đơn vị|Bộ phận) (?:thường trực|đầu mối|giúp việc)(?!\w)[^():;,.]{0,60}\((?:là )?(?P<unit>[^()]{4,80})\)")

_STANDING_LABEL = re.compile(r"(?:Cơ quan|Đơn vị|Bộ phận) (?:thường trực|đầu mối|giúp việc): ")  # "Cơ quan thường trực: Phòng X chịu trách nhiệm …"


def by_its_name(text: str) -> str:
    """A sentence whose subject is called by its part in the plan, with blanks for that part where brackets name it: "Cơ quan thường trực Ban Chỉ
    đạo (Phòng X) tổng hợp …" (of the same length)."""
    if (label := _STANDING_LABEL.match(text)) is not None:
        return " " * label.end() + text[label.end() :]
    part = _STANDING.match(text)
    if part is None or match_unit(tokenize(part["unit"]), 0) is None:
        return text
    first, last = part.span("unit")
    return " " * first + text[first:last] + " " + text[last + 1 :]


def _power(tokens: list[Token], i: int, commune: str | None) -> Item | None:
    """"cấp ủy" or "chính quyền" at `i` with whose it is, as a whole piece of the row; None elsewhere."""
    if i >= len(tokens) or tokens[i].key not in _FIRST:
        return None
    first = quantifier(tokens, i)
    if not any(at(tokens, first, words) for words in _POWERS):
        return None
    end = first + 2
    if whose := next((w for w in _WHOSE if at(tokens, end, w)), ()):
        end += len(whose)
    tail = read_tail(tokens, end, commune)
    if tail.levels:
        end = end if all(level in COMMUNE_LEVELS for level in tail.levels) and not tail.plural and not tail.names else tail.end
        last = tail.end
    else:
        last = end
    if whose and last < len(tokens) and not tokens[last].key.isdigit() and tokens[last].key != "hai":
        return Item(i, end)  # "chính quyền địa phương | nơi cư trú …", not the "02 cấp" of a model of government
    return Item(i, end) if boundary(tokens, last) or act_at(tokens, last) is not None else None


def approving(tokens: list[Token], i: int, start: int, commune: str | None) -> bool:
    """Whether the row with the unit at `i` begins right behind "được": they approve or charge, and are not charged themselves."""
    through = next((start + len(w) for w in (("thông", "qua"), ("qua",)) if at(tokens, start, w)), 0)
    if through and read_list(tokens, through, commune)[1] > i:
        return True  # "Thông qua Hội Nông dân, | Hội Liên hiệp Phụ nữ quản lý các tổ vay vốn": by whom it is done
    k = next((k for k in range(i - 1, max(start, i - 30), -1) if tokens[k].key == "được"), 0)
    return k > 0 and read_list(tokens, k + 1, commune)[1] > i


def past_aside(tokens: list[Token], i: int) -> int:
    """Past a remark between subject and duty that singles some of them out: "Các sở, ngành | , nhất là Sở Y tế, | tăng cường …"; `i` elsewhere."""
    if i >= len(tokens) or tokens[i].key != "," or (words := first_at(tokens, i + 1, _ASIDES)) is None:
        return i
    first = i + 1 + len(words)
    return next((k + 1 for k in range(min(first + _ASIDE_REACH, len(tokens) - 1) - 1, first, -1) if tokens[k].key == "," and duty_verb(tokens, k + 1)
                 and not any(tokens[n].key in (";", ".", ":") for n in range(first, k))), i)
