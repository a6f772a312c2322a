"""What stands in an owner cell beside its units and is no unit: notes in parentheses, clauses of competence, courtesy before a post."""

from __future__ import annotations

from normalizers.unit_courtesy import COURTESY_FIRST, POSTS, as_they_are, posts_of_named, without_courtesy
from normalizers.unit_grammar import boundary, complete, starts_unit
from normalizers.unit_tails import at, by_first_word, first_at, read_tail
from normalizers.unit_tokens import SOFT, Token, tokenize
from normalizers.unit_verbs import is_verb
from normalizers.unit_vocab import match_head, match_unit

# "theo địa bàn, lĩnh vực được phân công phụ trách": the remit of members of a committee, the longest first.
_REMITS = tuple(
    f"{way} {what} {how}" for way in ("theo", "trên") for what in (
        "địa bàn và lĩnh vực", "địa bàn, lĩnh vực", "lĩnh vực, địa bàn", "lĩnh vực và địa bàn", "ngành, lĩnh vực", "địa bàn, đơn vị", "đơn vị, địa bàn", "lĩnh vực công tác",
        "chức trách, nhiệm vụ", "lĩnh vực", "địa bàn", "nhiệm vụ")
    for how in ("được phân công phụ trách", "được phân công theo dõi", "được giao phụ trách", "được phân công", "được giao", "phụ trách", "quản lý"))
# "theo chức năng, nhiệm vụ, quyền hạn được giao", "trong phạm vi nhiệm vụ và quyền hạn của mình": every way to say it, the longest first.
_COMPETENCE = tuple(
    f"{way} {what}{whose}" for way in ("trong phạm vi", "theo phạm vi", "theo", "căn cứ", "căn cứ vào", "trên cơ sở", "tùy theo", "tuỳ theo")
    for what in ("chức năng, nhiệm vụ và quyền hạn", "chức năng, nhiệm vụ, quyền hạn", "chức năng, nhiệm vụ, thẩm quyền", "chức năng, nhiệm vụ",
                 "chức năng và nhiệm vụ", "nhiệm vụ, quyền hạn", "nhiệm vụ và quyền hạn", "chức năng, thẩm quyền", "nhiệm vụ, thẩm quyền", "thẩm quyền, nhiệm vụ", "thẩm quyền, trách nhiệm", "chức trách, nhiệm vụ",
                 "chức năng, quyền hạn", "phạm vi quản lý", "chức năng quản lý nhà nước",
                 *(("quản lý nhà nước", "quản lý", "nhiệm vụ", "quyền hạn", "trách nhiệm") if way.endswith("phạm vi") else ()))
    for whose in (" được giao", " được phân công", " của mình", " của cơ quan, đơn vị mình", " của đơn vị mình", " theo quy định", ""))
_CLAUSES = tuple(
    tuple(t.key for t in tokenize(c))
    for c in (*sorted((*_COMPETENCE, *_REMITS), key=lambda c: -len(c)), "trong phạm vi chức năng, nhiệm vụ được giao", "trong phạm vi chức năng, nhiệm vụ của mình", "trong phạm vi chức năng, nhiệm vụ",
              "theo chức năng, nhiệm vụ được giao", "theo chức năng, nhiệm vụ của mình", "theo chức năng, nhiệm vụ", "theo chức năng nhiệm vụ",
              "theo lĩnh vực được phân công", "theo nhiệm vụ được phân công", "theo nhiệm vụ được giao", "căn cứ chức năng, nhiệm vụ, quyền hạn được giao", "căn cứ chức năng, nhiệm vụ được giao", "căn cứ chức năng, nhiệm vụ của mình",
              "căn cứ chức năng, nhiệm vụ", "căn cứ nhiệm vụ được giao", "căn cứ nhiệm vụ được phân công", "theo thẩm quyền", "theo lĩnh vực phụ trách", "theo lĩnh vực quản lý")
)
_CLAUSES_AT: dict[tuple[str, ...], list[int]] = {}  # the lengths of those with the same first two words, the longest first
for _words in sorted(dict.fromkeys(_CLAUSES), key=len, reverse=True):
    if len(_words) not in _CLAUSES_AT.setdefault(_words[:2], []):
        _CLAUSES_AT[_words[:2]].append(len(_words))
_KNOWN_CLAUSES = frozenset(_CLAUSES)
# What ends the field of a post in a sentence: the act of who holds it.
_ACTS_AT = by_first_word([tuple(w.split()) for w in ("trực tiếp", "chịu trách nhiệm", "có trách nhiệm", "chủ trì", "chỉ đạo", "tham mưu", "theo dõi", "phê duyệt", "xem xét")], lambda words: words)
# What else a body may act within, behind a comma or "và": "theo chức năng, nhiệm vụ | và phạm vi quản lý nhà nước của mình".
_WITHIN = tuple(tuple(w.split()) for w in ("phạm vi quản lý", "quyền hạn", "thẩm quyền", "lĩnh vực phụ trách", "lĩnh vực quản lý", "lĩnh vực"))
_WITHIN_WHOSE = tuple(tuple(w.split()) for w in ("nhà nước", "được giao", "được phân công", "của mình", "theo quy định"))
_PRESS = (("địa", "phương"), ("quân", "đội"))
# What such a clause may go on with: "căn cứ chức năng, nhiệm vụ và tình hình thực tế của cơ quan, đơn vị (mình)".
_GIVEN = tuple(tuple(w.split()) for w in ("đặc điểm tình hình thực tế", "đặc điểm tình hình", "tình hình thực tế", "tình hình thực tiễn", "tình hình cụ thể", "tình hình", "điều kiện thực tế", "điều kiện cụ thể", "thực tế", "thực tiễn"))
_WHOSE = tuple(tuple(t.key for t in tokenize(w)) for w in ("cơ quan, đơn vị, địa phương", "địa phương, cơ quan, đơn vị", "cơ quan, đơn vị", "địa phương, đơn vị", "ngành, đơn vị", "cơ quan", "đơn vị", "địa phương", "tổ chức", "ngành", "cấp", "địa bàn"))
CLAUSE_FIRST = frozenset(words[0] for words in _CLAUSES_AT) | {"phụ", "là"}
_CLAUSE_CUES = CLAUSE_FIRST | {"chí"}
_WHICH_IS = (("cơ", "quan"), ("đơn", "vị"), ("đầu", "mối"), ("thường", "trực"), ("chủ", "trì"))

_DUTIES = (("thường", "trực"), ("chủ", "trì"), ("đầu", "mối"))

# What somebody is in the plan's own board, behind a dash.
_ROLES_AT = by_first_word([tuple(w.split()) for w in (
    "phó trưởng tiểu ban", "phó trưởng ban", "phó trưởng đoàn", "trưởng tiểu ban", "trưởng ban", "trưởng đoàn", "tổ trưởng", "tổ phó", "ủy viên", "thành viên", "thư ký")], lambda words: words)
_ROLES_FIRST = frozenset(_ROLES_AT)
_FIELD_END = frozenset({";", ".", ":", "(", ")", "[", "]"})
#: Begins the keys of words in the field of a post: no head, verb or separator is seen in them.
FIELD = "ø"
#: Posts and people that say nothing of whom they belong to.
_BARE = frozenset(tuple(w.split()) for w in ("cán bộ", "chuyên viên", "công chức", "viên chức", "nhân viên", "thành viên", "phó chủ tịch", "phó bí thư", "phó hiệu trưởng", "phó giám đốc"))

# Organs of a committee or council, and those bodies: "Thường trực, Ban Thường vụ | Đảng ủy".
_ORGANS_AT = by_first_word([tuple(w.split()) for w in (
    "thường trực", "ban thường vụ", "ban chấp hành", "văn phòng", "ủy ban kiểm tra", "ban xây dựng đảng", "ban tổ chức", "ban nội chính",
    "ban tuyên giáo và dân vận", "ban tuyên giáo", "ban dân vận", "các ban")], lambda words: words)
_COUNCIL_ORGANS = (("thường", "trực"), ("văn", "phòng"))
_ORGANS_OF = (("đảng", "ủy"), ("đảng", "bộ"), ("tỉnh", "ủy"), ("thành", "ủy"), ("huyện", "ủy"), ("hội", "đồng", "nhân", "dân"))
_ORGANS_FIRST, _SEATS_FIRST = frozenset(_ORGANS_AT), frozenset(w[0] for w in _ORGANS_OF)
_BRACKETS = frozenset("()[]")


def without_notes(tokens: list[Token]) -> list[Token]:
    """Tokens without parenthesised notes and clauses of competence ("theo chức năng, nhiệm vụ được giao"); a cell that
    is all parenthesis keeps its inside."""
    keys = {token[1] for token in tokens}  # [1]: the key. No step adds words of another one's: what is not among these needs no look
    if "phụ" in keys:
        tokens = _told_apart_by_field(tokens)
    if not keys.isdisjoint(_CLAUSE_CUES):
        tokens = without_clauses(tokens, cell=True)
    if "-" in keys or "–" in keys or ("," in keys and not keys.isdisjoint(_ROLES_FIRST)):
        tokens = _without_apposition(tokens)
    if not keys.isdisjoint(_BRACKETS):
        tokens = _without_brackets(tokens if keys.isdisjoint(COURTESY_FIRST) else posts_of_named(tokens))
    if not keys.isdisjoint(COURTESY_FIRST):
        tokens = without_courtesy(tokens)
    if keys.isdisjoint(SOFT):
        return tokens  # nothing stands in a row
    if not (keys.isdisjoint(_ORGANS_FIRST) or keys.isdisjoint(_SEATS_FIRST)):
        tokens = _shared_organs(tokens)
    return shared_posts(tokens) if "phó" in keys or "sở" in keys else tokens


def _without_brackets(tokens: list[Token]) -> list[Token]:
    out: list[Token] = []
    depth = 0
    for token in tokens:
        if token.key in "([":
            depth += 1
        elif token.key in ")]":
            if depth == 0 and out and (out[-1].key.isdigit() or len(out[-1].text) == 1):
                mark = out.pop()  # "1) Phòng Kinh tế; 2) Công an xã"
                if out and out[-1].word and mark.gap:
                    out.append(mark._replace(text=";", key=";"))  # "1) Trung tâm A 2) Bộ B"
            depth = max(0, depth - 1)
        elif depth == 0:
            out.append(token)
    return out if any(t.word for t in out) else [t for t in tokens if t.key not in "()[]"]


def _told_apart_by_field(tokens: list[Token]) -> list[Token]:
    """Tokens in which the field of a post without a body is part of its name: "Cán bộ phụ trách lĩnh vực giám sát và phản biện",
    "Phó Chủ tịch Thường trực, phụ trách …". Such posts differ by nothing else; a comma or "và" inside the field parts no units."""
    for i in range(1, len(tokens) - 2):
        if tokens[i].key != "phụ" or tokens[i + 1].key != "trách" or tokens[i + 2].key == "chung":
            continue  # "Hiệu trưởng phụ trách chung, …": the duty
        last = i - 1 if tokens[i - 1].key == "," and i > 1 else i
        first = next((k + 1 for k in range(last - 1, -1, -1) if tokens[k].key in _FIELD_END or tokens[k].key in SOFT), 0)
        while first < last and (tokens[first].key in ("các", "những", "đồng", "chí") or not tokens[first].word or tokens[first].text == "đ"):
            first += 1
        words = tuple(t.key for t in tokens[first:last])
        if words[:2] not in _BARE and words[:3] not in _BARE:
            continue
        if len(words) > 3 and words[3:] not in (("thường", "trực"), ("chuyên", "trách")):
            continue  # "Phó Chủ tịch UBND xã phụ trách văn hóa": the body tells who
        end = i + 2
        while end < len(tokens) and tokens[end].key not in _FIELD_END and not (tokens[end].key in SOFT and _names_unit(tokens, end + 1)):
            end += 1
        return [*tokens[:last], *(t._replace(key=FIELD + t.key) for t in tokens[last:end]), *_told_apart_by_field(tokens[end:])]
    return tokens


def _names_unit(tokens: list[Token], i: int) -> bool:
    item = complete(tokens, i, None) if i < len(tokens) else None
    if item is None or item.entry is None:
        head = match_head(tokens, i) if i < len(tokens) and tokens[i].capital and tokens[i - 1].key in (",", "và", "+") else None
        if head is not None and tokens[i - 1].key != "," and head[1].kind != "person":
            return False  # "phụ trách CNTT và | Trưởng phòng Kinh tế"; "phụ trách Đảng và | Đoàn thể" is one field
        return head is not None and head[1].strong and not boundary(tokens, head[0])  # "phụ trách CNTT, | Trường Chính trị tỉnh"
    if item.entry.kind in ("office", "authority", "party"):
        return item.end - i > 2
    if tokens[i - 1].key != "," or not boundary(tokens, item.end):
        return False  # "phụ trách giám sát và các đoàn thể"
    return tokens[i].key == "các" or (tokens[i].capital and (item.end - i > 2 or item.entry.level == "village"))  # but "Tài chính, Kế toán" is one field


def _without_apposition(tokens: list[Token]) -> list[Token]:
    """Tokens without what a dash says of the unit before it: "Sở Nội vụ - cơ quan thường trực Ban Chỉ đạo, …", "Trưởng phòng Kinh
    tế - Phó Trưởng ban"."""
    dashes = [k for k in range(1, len(tokens) - 2) if tokens[k].key in ("-", "–") and tokens[k].gap and tokens[k - 1].word]
    for k in dashes:
        if (words := first_at(tokens, k + 1, _ROLES_AT)) is not None and k > 1 and tokens[k - 2].word:
            end = k + 1 + len(words)
            end += 2 if at(tokens, end, ("thường", "trực")) else 0
            if end >= len(tokens) or tokens[end].key in _FIELD_END or tokens[end].key == ",":
                return _without_apposition([*tokens[:k], *tokens[end:]])
    if (stripped := _without_role(tokens)) is not None:
        return _without_apposition(stripped)
    i = next((k for k in dashes if k < len(tokens) - 3 and tokens[k + 1].key in ("cơ", "đơn") and any(at(tokens, k + 3, w) for w in _DUTIES)), 0)
    if not i:
        return tokens
    end = i + 1
    while end < len(tokens) and (tokens[end].key not in (";", ",", ".", ":", "(", ")") or tokens[end].start == tokens[end - 1].start) and not (
            tokens[end].key == "và" and end + 1 < len(tokens) and (tokens[end + 1].capital or tokens[end + 1].key == "các")):
        end += 1
    return tokens[:i] + _without_apposition(tokens[end:])


def _without_role(tokens: list[Token]) -> list[Token] | None:
    """Tokens without the role that a comma adds to the post of a body: "Giám đốc Sở Tư pháp, Tổ phó"; None where no such role stands."""
    for k in range(4, len(tokens) - 1):
        if tokens[k].key != "," or (words := first_at(tokens, k + 1, _ROLES_AT)) is None:
            continue
        end = k + 1 + len(words)
        end += 2 if at(tokens, end, ("thường", "trực")) else 0
        if end < len(tokens) and tokens[end].key not in _FIELD_END:
            continue
        first = next((m + 1 for m in range(k - 1, -1, -1) if tokens[m].key in _FIELD_END or tokens[m].key == ","), 0)
        post = match_head(tokens, first)
        if post is None or post[1].kind != "person" or not post[1].takes_unit:
            continue  # its body may begin inside the post: "Trưởng | phòng Kinh tế", "Trưởng | Công an xã"
        own = post[0] + 2 if at(tokens, post[0], ("thường", "trực")) else post[0]
        bodies = [complete(tokens, m, None) for m in range(own, max(first, post[0] - 3), -1) if m < k]
        if any(b is not None and b.end == k and b.entry is not None and b.entry.kind in ("office", "authority") for b in bodies):
            return [*tokens[:k], *tokens[end:]]
    return None


def shared_posts(tokens: list[Token]) -> list[Token]:
    """Tokens with the body of "Chủ tịch, Phó Chủ tịch UBND xã" said behind each of the two posts."""
    for i, token in enumerate(tokens):
        if token[1] not in POSTS:
            continue
        first = match_head(tokens, i)
        if first is None or not first[1].takes_unit or first[0] >= len(tokens) or tokens[first[0]].key not in SOFT:
            continue
        j = first[0]
        while j < len(tokens) and (tokens[j].key in SOFT or tokens[j].key == "các" or tokens[j].key.isdigit()):
            j += 1
        if first[1].text == "Giám đốc" and (at(tokens, j, ("thủ", "trưởng", "các", "sở")) or at(tokens, j, ("trưởng", "các", "sở"))):
            return tokens[:i] + tokens[j:]  # "Giám đốc, Thủ trưởng các sở, ban, ngành"
        end = j + 1 + first[0] - i
        if j >= len(tokens) or tokens[j].key != "phó" or [t.key for t in tokens[j + 1 : end]] != [t.key for t in tokens[i : first[0]]]:
            continue
        deputy = end
        members = end + 1 if end < len(tokens) and tokens[end].key in SOFT else end
        members += at(tokens, members, ("các",))
        if at(tokens, members, ("ủy", "viên")) and not at(tokens, members + 2, ("ban",)):
            end = members + 2  # "Chủ tịch, Phó Chủ tịch, Ủy viên | UBND xã"
        body, cell = complete(tokens, end, None), match_head(tokens, end)  # "Bí thư, Phó Bí thư | chi bộ"
        stop = body.end if body is not None else cell[0] if cell is not None and cell[1].kind == "party" and boundary(tokens, cell[0]) else end
        if stop > end:
            chair, second = ([t._replace(start=last.start, end=last.end) for t in tokens[end:stop]] for last in (tokens[first[0] - 1], tokens[deputy - 1]))
            return [*tokens[: first[0]], *chair, *tokens[first[0] : deputy], *(second if end > deputy else ()), *tokens[deputy:]]
    return tokens


def _shared_organs(tokens: list[Token]) -> list[Token]:
    """Tokens with the body of "Thường trực, Ban Thường vụ Đảng ủy", "Thường trực, các Ban HĐND xã" said behind each of the organs."""
    for i, token in enumerate(tokens):
        if token[1] not in _ORGANS_AT or (organ := first_at(tokens, i, _ORGANS_AT)) is None:
            continue
        end = j = i + len(organ)
        if end >= len(tokens) or tokens[end].key not in SOFT:
            continue
        seat = 0
        while j < len(tokens) and tokens[j].key in SOFT and not seat:
            j += 1 + at(tokens, j + 1, ("các",))
            other = first_at(tokens, j, _ORGANS_AT) or (("ban",) if at(tokens, j - 1, ("các", "ban")) else ())
            j += len(other)
            seat = next((len(w) for w in _ORGANS_OF if other and at(tokens, j + at(tokens, j, ("của",)), w)), 0)
        if not seat or (organ[0] == "các" and not at(tokens, j + 1, ("ủy",))):
            continue  # "các ban, Văn phòng HĐND và UBND": any boards
        j += at(tokens, j, ("của",))
        if tokens[j].key == "hội" and organ not in _COUNCIL_ORGANS:
            continue  # "Ban Xây dựng Đảng, Văn phòng HĐND và UBND": the Party's board is none of the council's
        body = complete(tokens, j, None) if tokens[j].key == "đảng" else None  # "Văn phòng, Ủy ban Kiểm tra | Đảng ủy UBND tỉnh"
        whose = tokens[j : max(body.end if body else 0, read_tail(tokens, j + seat, None).end)]
        if whose[0].key == "đảng":  # an executive committee is its organisation's, a standing one that committee's
            word = "bộ" if organ[-1] == "hành" else "ủy"
            whose[1] = whose[1]._replace(key=word, text=word)
        last = tokens[end - 1]
        return [*tokens[:end], *(t._replace(start=last.start, end=last.end) for t in whose), *_shared_organs(tokens[end:])]
    return tokens


def _press(tokens: list[Token], spots: list[int]) -> list[Token]:
    """Tokens in which the levels of the press are part of its name: "các cơ quan báo chí Trung ương | và địa phương"."""
    for n in spots:
        end = first = n + 3
        while tokens[n].key == "chí" and at(tokens, n + 1, ("trung", "ương")) and end < len(tokens) and tokens[end].key in (",", "và") and any(at(tokens, end + 1, w) for w in _PRESS):
            end += 3
        if end > first:
            tokens = [*tokens[:first], *(t._replace(key=FIELD + t.key) for t in tokens[first:end]), *tokens[end:]]
    return tokens


def _within(tokens: list[Token], i: int) -> int:
    """End of the further limits that a clause of competence, which ends at `i`, names, and of whose they are; `i` if none."""
    while i < len(tokens):
        more = next((len(w) + 1 for w in _WITHIN if at(tokens, i + 1, w)), 0) if tokens[i].key in (",", "và") else 0
        more = more or next((len(w) for w in _WITHIN_WHOSE if at(tokens, i, w)), 0)
        if not more and tokens[i].key == "của":
            more = next((len(w) + 2 for w in _WHOSE if at(tokens, i + 1, w) and at(tokens, i + 1 + len(w), ("mình",))), 0)
        if not more:
            break
        i += more
    return i


_PAPERS_AT = by_first_word([tuple(w.split()) for w in ("kế hoạch", "chương trình", "quyết định", "nghị quyết", "chỉ thị", "đề án", "phương án", "phụ lục", "thông báo", "chiến lược")], lambda words: words)
_PAPER_ENDS_AT = by_first_word([tuple(w.split()) for w in ("này", "trên", "nêu trên", "nói trên", "kèm theo", "đính kèm", "ban hành kèm theo")], lambda words: words)


def _paper(tokens: list[Token], i: int) -> int:
    """End of the paper of the plan itself that stands at `i`: "(mục II) Kế hoạch này", "Phụ lục 1 kèm theo Kế hoạch này"; `i` if none."""
    k = i + 2 if i + 1 < len(tokens) and tokens[i].key in ("mục", "phần", "điểm", "khoản") else i
    k += k < len(tokens) and tokens[k].key in ("các", "bảng")
    words = first_at(tokens, k, _PAPERS_AT)
    if words is None:
        return i
    k += len(words)
    while k < len(tokens):
        if (more := first_at(tokens, k, _PAPER_ENDS_AT)) is not None:
            k += len(more)
        elif words == ("phụ", "lục") and (tokens[k].key.isdigit() or tokens[k].text.isupper()):
            k += 1
        elif tokens[k - 1].key == "theo" and (inner := first_at(tokens, k, _PAPERS_AT)) is not None:
            k += len(inner)
        else:
            break
    return k


def _given(tokens: list[Token], i: int) -> int:
    """End of the circumstances that a clause of competence goes on with, `i` if none."""
    if i < len(tokens) and tokens[i].key in ("tại", "theo", "trong"):
        # "căn cứ nhiệm vụ được giao tại Kế hoạch này xây dựng …", "… được phân công tại biểu chi tiết, xây dựng …"
        paper = _paper(tokens, i + 1)
        goes_on = i + 1 < paper < len(tokens) and (is_verb(tokens, paper) or tokens[paper].key == "và")
        i = paper if goes_on else next((k for k in range(i, min(i + 14, len(tokens))) if tokens[k].key == ","), i)
    if i < len(tokens) and tokens[i].key in (",", "và"):  # "căn cứ chức năng, nhiệm vụ | và nội dung Kế hoạch này xây dựng …"
        what = i + 1 + 2 * any(at(tokens, i + 1, w) for w in (("nội", "dung"), ("mục", "tiêu"), ("yêu", "cầu")))
        paper = _paper(tokens, what + at(tokens, what, ("của",)))
        if what + at(tokens, what, ("của",)) < paper < len(tokens) and (tokens[paper].key == "," or is_verb(tokens, paper)):
            return paper
    first = next((w for w in _GIVEN if at(tokens, i + 1, w)), None) if i < len(tokens) and tokens[i].key in (",", "và") else None
    if first is None:
        return i
    i += 1 + len(first)
    if i < len(tokens) and tokens[i].key in ("của", "tại", "ở"):
        whose = next((w for w in _WHOSE if at(tokens, i + 1, w)), ())
        if whose:
            i += 1 + len(whose)
    return i + 1 if i < len(tokens) and tokens[i].key == "mình" else i


def _second_field(tokens: list[Token], i: int) -> bool:
    """Whether the comma or "và" at `i` parts two fields of a post and no units: "phụ trách khoa học | và công nghệ", "văn hóa |, xã hội"."""
    return tokens[i].key in (",", "và") and i + 1 < len(tokens) and tokens[i + 1].word and not starts_unit(tokens, i + 1, None)


def _begins_body(tokens: list[Token], i: int) -> bool:
    """Whether a body or a post begins at `i`, where "văn hóa / Xã hội" goes on with the field."""
    return i < len(tokens) and tokens[i].capital and (match_unit(tokens, i) is not None or match_head(tokens, i) is not None)


def without_clauses(tokens: list[Token], *, cell: bool = False) -> list[Token]:
    """Tokens without clauses of competence ("theo chức năng, nhiệm vụ được giao"), the field of a post and, in a `cell`, what a
    body is besides ("là cơ quan thường trực")."""
    if _CLAUSE_CUES.isdisjoint([token[1] for token in tokens]):
        return tokens
    spots = [n for n, token in enumerate(tokens) if token[1] in _CLAUSE_CUES]
    tokens = _press(tokens, spots)
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        i = as_they_are(tokens, spots, i, out)
        if i == len(tokens):
            break
        lengths = _CLAUSES_AT.get((tokens[i][1], tokens[i + 1][1]), ()) if i + 1 < len(tokens) else ()
        clause = next((n for n in lengths if i + n <= len(tokens) and tuple([token[1] for token in tokens[i : i + n]]) in _KNOWN_CLAUSES), 0)
        if clause and i:
            i = _given(tokens, _within(tokens, i + clause))
        elif cell and tokens[i].key == "là" and i and any(at(tokens, i + 1, w) for w in _WHICH_IS):
            while i < len(tokens) and tokens[i].key not in (";", ",", ".", ":", ")", "và"):
                i += 1  # "Sở Nội vụ là cơ quan thường trực": what it is, no unit; in a sentence it is the duty
        elif at(tokens, i, ("phụ", "trách")) and i and any(at(tokens, i + 2, ("lĩnh", "vực")) or at(out, k, ("chủ", "tịch")) or at(out, k, ("lãnh", "đạo")) or (cell and at(out, k, ("ủy", "viên"))) for k in range(max(0, len(out) - 8), len(out))):
            field = i + 3
            while i < len(tokens) and (tokens[i].key not in (";", ",", ".", ":", ")", "và") or (cell and _second_field(tokens, i))) and (cell or i < field or first_at(tokens, i, _ACTS_AT) is None) \
                    and not (tokens[i].key in ("+", "/", "|") and _begins_body(tokens, i + 1)):  # "phụ trách lĩnh vực / | Phòng Kinh tế"
                i += 1  # "Phó Chủ tịch UBND xã phụ trách văn hóa - xã hội | trực tiếp chỉ đạo …": the field is no unit
        else:
            out.append(tokens[i])
            i += 1
    return out
