"""Bodies of a place typed with a small letter inside a sentence: "giao | tổ quản lý trật tự đô thị", "phối hợp với | lực lượng dân phòng",
"Công an xã, | đội kiểm tra liên ngành"; and offices whose noun an office before them lends: "Phòng Nội vụ, | Tài chính - Kế hoạch"."""

from __future__ import annotations

from normalizers.unit_grammar import Item, boundary, quantifier
from normalizers.unit_tails import at, by_first_word, first_at, read_tail
from normalizers.unit_tokens import SOFT, Token
from normalizers.unit_verbs import duty_verb, is_verb
from normalizers.unit_vocab import longest, match_head, match_unit, vocabulary

#: Nouns that open such names; the word behind them belongs to the name, be it a verb elsewhere ("tổ | kiểm tra", "ban | quản lý").
_NOUNS = frozenset({"Tổ", "Đội", "Trạm", "Bộ phận", "Lực lượng", "Ban"})
_BEFORE = frozenset({"giao", "nghị", "cầu", "cho", "với", "cùng"})  # words right before whom a sentence charges, or with whom
_REACH = 12  # words of such a name
_DUTY_AT = by_first_word([("phối", "hợp"), ("chủ", "trì"), ("có", "trách", "nhiệm"), ("chịu", "trách", "nhiệm"), ("có", "nhiệm", "vụ"), ("thường", "xuyên"), ("chủ", "động"), ("tham", "mưu"), ("trực", "tiếp")],
                         lambda words: words)
#: Acts that name no forces, as "tuần tra", "kiểm tra liên ngành" do.
_ACTS_AT = by_first_word([tuple(w.split()) for w in ("tăng cường", "tổ chức", "triển khai", "duy trì", "thực hiện", "đẩy mạnh", "tiến hành", "xây dựng", "xử lý")], lambda words: words)
_NO_NAME = frozenset({"bố", "hằng", "hàng", "đầu", "này", "đó", "trên", "khác", "liên", "chuyên", "có", "thuộc", "của"})  # behind a noun alone: "giao ban hằng tuần", "các tổ thuộc …"
_SERVED = frozenset({"người", "dân", "các", "hộ", "bà", "những"})  # whom a body serves
#: Posts of which a school or office has one; behind another post they stand without a body: "Kế toán, | thủ quỹ".
SINGLE_POSTS = frozenset({"Kế toán", "Văn thư", "Thủ quỹ", "Giáo vụ", "Thư ký"})
_SCHOOL_HEADS = frozenset({"Hiệu trưởng", "Phó Hiệu trưởng"})
_LENDING = frozenset({"phòng", "sở"})


def small_body(tokens: list[Token], i: int, commune: str | None, row: bool) -> Item | None:
    """The body at token `i` behind a mark of a row (`row`) or a word that charges; behind a plural, at the start of a sentence too. Its
    name ends at a mark or where its duty begins; None where no such name stands there."""
    noun = quantifier(tokens, i)
    head = match_head(tokens, noun) if noun < len(tokens) else None
    if (row or (i > 0 and tokens[i - 1].key in _BEFORE)) and head is not None and (head[1].text in SINGLE_POSTS or head[1].text in _SCHOOL_HEADS) and noun == i and (boundary(tokens, head[0]) or duty_verb(tokens, head[0]) or first_at(tokens, head[0], _DUTY_AT)):
        return Item(i, head[0])
    if head is None or head[1].text not in _NOUNS or head[0] >= len(tokens) or (tokens[noun].capital and not is_verb(tokens, head[0])):
        return None
    if not tokens[i].capital and not (row and tokens[i - 1].key in SOFT) and (i == 0 or tokens[i - 1].key not in _BEFORE):
        return None
    first = head[0]
    if boundary(tokens, first) or tokens[first].key in _NO_NAME or first_at(tokens, first, _DUTY_AT) or (tokens[i - 1].key == "giao" and head[1].text == "Ban"):
        return None
    if noun > i and head[1].text in ("Bộ phận", "Ban"):
        return None  # "các bộ phận", "các ban" are no names
    if noun > i and head[1].text == "Lực lượng" and first_at(tokens, first, _ACTS_AT):
        return None  # "các lực lượng | tăng cường kiểm tra": any of them, and the act
    last = next((k for k in range(first + 1, min(first + _REACH, len(tokens) + 1)) if _closes(tokens, k)), 0)
    end = max(last, read_tail(tokens, last, commune).end)
    if not last or (tokens[i].capital and (end >= len(tokens) or (boundary(tokens, end) and tokens[end].key not in SOFT and tokens[end].key != ":"))):
        return None  # a sentence of these words alone says nothing of a duty
    if tokens[noun].capital and any(t.key in _SERVED for t in tokens[first:last]):
        return None  # "Tổ hướng dẫn người dân cài đặt …": the noun alone, and what it does
    return Item(i, end)


def _closes(tokens: list[Token], k: int) -> bool:
    """Whether a name may end before token `k`; a verb without an object there is its last word: "tổ thanh tra | xây dựng phối hợp …"."""
    if boundary(tokens, k) or first_at(tokens, k, _DUTY_AT) or at(tokens, k, ("trên", "địa", "bàn")) or read_tail(tokens, k, None).levels:
        return True
    if not duty_verb(tokens, k):
        return False
    if k + 3 < len(tokens) and tokens[k + 2].key == "," and is_verb(tokens, k + 3):
        return True  # "lực lượng quản lý thị trường | kiểm tra, xử lý hàng giả"
    return not (is_verb(tokens, k) and (boundary(tokens, k + 2) or first_at(tokens, k + 2, _DUTY_AT) is not None))


def lent_office(tokens: list[Token], i: int, row: list[Item], commune: str | None) -> Item | None:
    """The catalogue office at token `i` whose noun the offices before it in the row lend: "Phòng Nội vụ, | Tài chính - Kế hoạch, | Tư pháp"."""
    before = row[-1]
    if not tokens[i].capital or before.entry is None or before.entry.kind != "office" or match_unit(tokens, i):
        return None
    noun = next((tokens[it.start] for it in reversed(row) if tokens[it.start].key in _LENDING), None)
    if noun is None or not before.entry.name.lower().startswith(f"{noun.key} "):
        return None
    hit = longest(vocabulary().units, [noun, *tokens[i:]], 0)
    if hit is None or hit[0] < 2 or hit[1].kind != "office":
        return None
    end = i + hit[0] - 1
    tail = read_tail(tokens, end, commune)
    return Item(i, tail.end, hit[1], tail) if boundary(tokens, tail.end) or duty_verb(tokens, tail.end) or first_at(tokens, tail.end, _DUTY_AT) else None


def each_of(tokens: list[Token], i: int) -> int:
    """Past "mỗi đơn vị" at token `i` between the subjects and what each of them does; `i` elsewhere."""
    if i + 2 >= len(tokens) or tokens[i].key != "mỗi":
        return i
    return next((i + 1 + len(w) for w in (("đơn", "vị"), ("cơ", "quan"), ("ngành",), ("tổ", "chức"), ("đoàn", "thể"), ("bên",)) if at(tokens, i + 1, w)), i)


#: Words that open a clause with a day: "Ngày 07/10/2025, các đơn vị gửi danh sách …", "Sáng ngày 20/11, Phòng X tổ chức …".
DATED = frozenset({"ngày", "sáng", "chiều", "tối", "thứ"})


def dated(tokens: list[Token], i: int) -> bool:
    """Whether a clause opens with a day at token `i`."""
    return i < len(tokens) and tokens[i].key in DATED and any(t.key.isdigit() for t in tokens[i + 1 : i + 5])


_TOLD_REACH = 16
_LIABLE = (("có", "trách", "nhiệm"), ("chịu", "trách", "nhiệm"))


def told_by_duty(tokens: list[Token], i: int) -> list[Item]:
    """A single "đơn vị" or "cơ quan" at token `i` named by what it does, before "có trách nhiệm": "Đơn vị duy trì vệ sinh môi trường
    trên địa bàn | có trách nhiệm …"; [] elsewhere."""
    if not any(at(tokens, i, words) for words in (("đơn", "vị"), ("cơ", "quan"))) or not is_verb(tokens, i + 2):
        return []
    for k in range(i + 3, min(i + _TOLD_REACH, len(tokens))):
        if any(at(tokens, k, words) for words in _LIABLE):
            return [Item(i, k)]
        if boundary(tokens, k) and tokens[k].key != "và":
            break
    return []


_DUTY_LABELS = by_first_word([tuple(w.split()) for w in ("trách nhiệm thực hiện", "trách nhiệm chính", "trách nhiệm chủ trì", "trách nhiệm", "nhiệm vụ")], lambda words: words)
_ROLES = (("thường", "trực"), ("chủ", "trì"), ("đầu", "mối"), ("phụ", "trách"))


def duty_label(tokens: list[Token], i: int) -> int:
    """End of a label that says whose the duty behind it is, or before whom it stands: "Trách nhiệm của | Phòng Kinh tế: …", "Trách nhiệm thực hiện: |
    Công an xã"; `i` elsewhere."""
    words = first_at(tokens, i, _DUTY_LABELS) if i < len(tokens) else None
    if words is None:
        return i
    end = i + len(words)
    link = next((w for w in (("thuộc", "về"), ("thuộc",), ("của",), (":",)) if at(tokens, end, w)), ())
    return end + len(link) if link or (end < len(tokens) and tokens[end].capital) else i


def role_alone(tokens: list[Token], i: int) -> bool:
    """Whether a sentence begins at `i` with what its subject is for the plan, and names nobody: "Cơ quan thường trực, | tổng hợp …", "Đơn vị chủ trì | báo cáo …";
    or with an act that reads as a post."""
    if at(tokens, i, ("lãnh", "đạo")) and duty_verb(tokens, i + 2):
        return True  # "Lãnh đạo | tăng cường kiểm tra, giám sát": the act of a committee
    if not any(at(tokens, i, w) for w in (("cơ", "quan"), ("đơn", "vị"))) or not any(at(tokens, i + 2, w) for w in _ROLES):
        return False
    return i + 4 < len(tokens) and (tokens[i + 4].key == "," or duty_verb(tokens, i + 4))


_IN_DATES = frozenset("/-–.")  # "Từ ngày 06/4 - 08/4/2026: | Ủy ban họp …"
_IN_TOPICS = frozenset(",/-–&()\"“”")  # "Phòng, chống dịch bệnh: | Trạm Y tế phun khử khuẩn", "Phát triển kinh tế - xã hội: | Phòng Kinh tế rà soát …"
_TOPIC_REACH = 18  # "Nếu liên quan đến hồ sơ người ứng cử: | Công an xã chủ trì xác minh": words of a case before its colon


def topic_colon(tokens: list[Token], i: int) -> int:
    """The colon behind a topic or a time that begins at `i`; 0 where none closes it."""
    k = next((k for k in range(i + 1, min(i + _TOPIC_REACH, len(tokens))) if not tokens[k].word and tokens[k].key not in _IN_TOPICS and not (tokens[k].key in _IN_DATES and tokens[k - 1].key.isdigit())), i)
    return k if k > i and tokens[k].key == ":" else 0
