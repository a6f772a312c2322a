"""Settlements below the commune in rows of owners: "các thôn, buôn", "Trưởng thôn, làng", "Tổ … các thôn, tổ dân phố"."""

from __future__ import annotations

from normalizers.text import level_tones, slug
from normalizers.unit_tails import at
from normalizers.unit_tokens import SOFT, Token, render
from normalizers.unit_vocab import Entry, match_head, match_unit, vocabulary

# Every name that provinces give them; longest first where one opens another.
VILLAGES = tuple(
    tuple(w.split())
    for w in ("tổ dân phố", "tổ nhân dân", "khu dân cư", "khu phố", "khối phố", "tiểu khu", "khu vực", "thôn", "xóm", "bản", "ấp", "buôn", "bon", "làng", "khóm", "khối", "phum", "sóc")
)
_BY_FIRST = {first: tuple(v for v in VILLAGES if v[0] == first) for first in dict.fromkeys(v[0] for v in VILLAGES)}
VILLAGE_STARTS = frozenset(_BY_FIRST)
VILLAGE_ENDS = frozenset(v[-1] for v in VILLAGES)  # the last words of these names
# Words that make of a village's name another noun: "bản tin", "làng nghề", "thôn mới" (nông thôn mới), "khối lượng".
_OTHER_NOUN = frozenset({"tin", "quyền", "sắc", "chất", "thân", "đồ", "ghi", "vẽ", "cam", "nghề", "văn", "mới", "lượng", "đại", "thi", "lậu", "bán", "trăng", "kiểm", "công", "trưởng"})
_COUNT = frozenset({"các", "từng", "mỗi", "mọi", "những"})


def village_at(tokens: list[Token], i: int) -> int:
    """End of a settlement's name at `i` (`i` if none): "thôn", "tổ dân phố"."""
    for words in _BY_FIRST.get(tokens[i].key, ()) if i < len(tokens) else ():
        end = i + len(words)
        if at(tokens, i, words) and not (end < len(tokens) and tokens[end].key in _OTHER_NOUN and not tokens[end].capital):
            return end
    return i


def counted_villages(tokens: list[Token], i: int) -> int:
    """End of the settlements that a count names at `i`: "Tổ công nghệ số cộng đồng | 12 ấp|", "Trưởng | 15 thôn, tổ dân phố|"; `i` if none."""
    if i >= len(tokens) or not tokens[i].key.isdigit() or len(tokens[i].key) > 3:
        return i
    first = i + 3 if at(tokens, i + 1, ("đơn", "vị")) else i + 1  # "08 đơn vị thôn"
    end = village_at(tokens, first)
    return i if end == first else villages_end(tokens, end)


def counted_bodies(tokens: list[Token], i: int) -> int:
    """Start of the kind of body that a count names at `i`: "10 | trường học", "03 | hợp tác xã"; `i` where the count is of something else."""
    if i + 1 >= len(tokens) or not tokens[i].key.isdigit() or len(tokens[i].key) > 3 or tokens[i + 1].capital:
        return i
    hit = match_unit(tokens, i + 1)
    return i + 1 if hit is not None and hit[1].kind == "collective" and hit[1].level in ("commune", "external") else i


def villages_end(tokens: list[Token], i: int) -> int:
    """End of what a comma, "/" or "và" adds to the settlement that ends at `i`: "thôn |, buôn, làng|"; `i` if nothing."""
    while i < len(tokens):
        j = i
        while j < len(tokens) and (tokens[j].key in SOFT or tokens[j].key in ("/", "(")):
            j += 1
        if j == i:
            return i
        j += j < len(tokens) and tokens[j].key == "các"
        end = village_at(tokens, j)
        # "thôn, Trưởng bản": a chief is another unit; "thôn, bản A" names one village and is left to the reader of names.
        if end == j or (end < len(tokens) and tokens[end].word and tokens[end].capital and not _starts(tokens, end)):
            return i
        end += end < len(tokens) and tokens[end].key == ")" and any(t.key == "(" for t in tokens[i:j])
        i = end
    return i


def name_of_village(tokens: list[Token], i: int) -> int:
    """End of the proper name behind a settlement that ends at token `i`: "Chi bộ thôn | Đông Hòa|", "Tổ hòa giải khu phố | 3|"; `i` if none."""
    if i == 0 or i >= len(tokens) or tokens[i - 1].key not in VILLAGE_ENDS:
        return i
    number = i + at(tokens, i, ("số",))  # "Tổ dân phố | số 3"
    if number < len(tokens) and tokens[number].key.isdigit():
        return number + 1
    end = i
    while end < len(tokens) and tokens[end].word and tokens[end].capital:
        end += 1
    return end


def more_villages(tokens: list[Token], start: int, end: int) -> int:
    """End of the names that a row goes on with behind the first of a plural `[start, end)`: "các thôn Hạ|, Trung, Thượng|"; `end` if none."""
    first = start + at(tokens, start, ("trưởng", "các"))  # "Trưởng | các thôn Đông, Đoài"
    if not 0 < end < len(tokens) or tokens[end].key not in SOFT or tokens[first].key != "các" or not (tokens[end - 1].capital or tokens[end - 1].key.isdigit()) or village_at(tokens, first + 1) in (first + 1, end):
        return end
    while end + 1 < len(tokens) and tokens[end].key in SOFT and (tokens[end + 1].capital or tokens[end + 1].key.isdigit()) and not _starts(tokens, end + 1) and match_head(tokens, end + 1) is None:
        last = end + 1
        while last < len(tokens) and tokens[last].word and tokens[last].key not in SOFT and (tokens[last].capital or tokens[last].key.isdigit()):
            last += 1
        end = last
    return end


def their_villages(tokens: list[Token], i: int) -> int:
    """End of the row of settlements whose body is named before token `i`: "| các khóm, ấp"; `i` where fewer than two are named."""
    first = village_at(tokens, j := i + at(tokens, i, ("các",)))
    last = villages_end(tokens, first) if first > j else i
    return last if last > first else i


def _starts(tokens: list[Token], i: int) -> bool:
    return match_unit(tokens, i) is not None


def settlements(tokens: list[Token], i: int, prose: bool = False) -> tuple[int, Entry] | None:
    """(end, unit) of settlements named together at `i`, or of their chiefs; None for what the catalogue has by one name.

    The unit keeps the printed row: "Các thôn, buôn", "Trưởng bản, tiểu khu"; "Trưởng thôn, buôn" is "Trưởng thôn". In sentences only a row that "các" or
    "Trưởng" opens counts.
    """
    first = i + 1 if i < len(tokens) and (tokens[i].key in _COUNT or (not prose and counted_villages(tokens, i) > i)) else i
    chief = first < len(tokens) and tokens[first].key == "trưởng"
    j = first + 1 if chief else first
    j += chief and j < len(tokens) and (tokens[j].key in _COUNT or counted_villages(tokens, j) > j)
    j += 2 if not chief and first > i and tokens[i].key.isdigit() and at(tokens, j, ("đơn", "vị")) else 0
    end = village_at(tokens, j)
    if end == j or (prose and j == i):
        return None
    if chief and j == first + 1 and at(tokens, end, ("các", *(t.key for t in tokens[j:end]))) and (hit := match_unit(tokens[first:end], 0)) is not None and hit[0] == end - first:
        return 2 * end - j + 1, hit[1]  # "Trưởng bản các bản"
    last = villages_end(tokens, end)
    counted = j > 0 and (tokens[j - 1].key.isdigit() or tokens[i].key.isdigit())
    if last == end and counted and (hit := match_unit([tokens[first], *tokens[j:end]] if chief else tokens[j:end], 0)) is not None and hit[0] == end - j + chief:
        return last, hit[1]  # "Trưởng 12 ấp", "12 thôn"
    if last == end and (chief or first == i or match_unit(tokens, i) is not None or (end < len(tokens) and tokens[end].word and tokens[end].capital)):
        return None
    known = match_unit(tokens, i)
    if known is not None and known[0] == last:
        return last, known[1]
    urban = any(tokens[k].key in ("tổ", "khu", "khối", "khóm") for k in range(j, last))
    if chief and tokens[j].key == "thôn" and not urban:
        return last, vocabulary().entries["truong-thon"]  # docs/records.md names village heads so
    words = level_tones(render([t for t in tokens[j:last] if t.key != "các"])).lower()
    name = f"{('Trưởng các' if tokens[j - 1].key == 'các' else 'Trưởng') if chief else 'Các'} {words}"
    return last, Entry(slug(name), name, "person" if chief else "collective", "village", name)


def village_row(tokens: list[Token], j: int, k: int) -> bool:
    """Whether the mark at `j` only parts two kinds of settlements at a name's end: "Trưởng ban Công tác Mặt trận ở thôn | , tổ dân phố"."""
    return tokens[j].key in (",", "và", "/") and tokens[j - 1].key in VILLAGE_ENDS and not tokens[j - 1].capital and not tokens[k].capital and village_at(tokens, k) > k


def village_body(tokens: list[Token], entry: Entry, start: int, end: int) -> Entry:
    """The unit of a body named with its settlements `[start, end)`: "Ban Công tác Mặt trận | (các) khu phố"."""
    words = level_tones(render([t for t in tokens[start:end] if t.key != "các"])).lower()
    name = f"{entry.name} {words}"
    return Entry(slug(name), name, entry.kind, entry.level, name)


# Where a Party cell is: "các chi bộ | thôn, bản, trường học, trạm y tế".
_CELL_PLACES = (("trường", "học"), ("nhà", "trường"), ("trạm", "y", "tế"), ("cơ", "quan"), ("đơn", "vị"), ("doanh", "nghiệp"), ("hợp", "tác", "xã"), ("nông", "thôn"))


def party_cells_end(tokens: list[Token], i: int) -> int:
    """End of the row of places that say which Party cells are meant, behind "(các) chi bộ" that ends at token `i`; `i` if none."""
    end, k = i, i
    while k < len(tokens) and not tokens[k].capital:
        place = next((k + len(w) for w in _CELL_PLACES if at(tokens, k, w)), 0) or village_at(tokens, k)
        if place == k or (place < len(tokens) and tokens[place].capital):
            break  # "chi bộ thôn Đông": one cell, named
        end = k = place
        while k < len(tokens) and tokens[k].key in SOFT:
            k += 1
        k += k < len(tokens) and k > end and tokens[k].key == "các"
    return end


def named_villages(tokens: list[Token], i: int) -> list[tuple[int, int, str]]:
    """(start, end, kind) of the settlements that a plural names behind its colon at token `i`: "các | thôn: Đông, Tây", "các | tổ dân phố: 1, 2"."""
    k = village_at(tokens, i) if i < len(tokens) else i
    if k == i or not at(tokens, k, (":",)):
        return []
    noun = render(tokens[i:k]).capitalize()
    out: list[tuple[int, int, str]] = []
    k += 1
    while k < len(tokens) and (tokens[k].capital or tokens[k].key.isdigit()) and match_unit(tokens, k) is None:
        end = k
        while end < len(tokens) and tokens[end].word and tokens[end].key not in SOFT and (tokens[end].capital or tokens[end].key.isdigit()):
            end += 1
        if end < len(tokens) and tokens[end].word and tokens[end].key not in SOFT:
            return []  # "Các thôn: Tổ chức họp dân"
        out.append((k, end, noun))
        k = end
        while k < len(tokens) and tokens[k].key in SOFT:
            k += 1
        if k == end:
            break
    return out
