"""The value of a unit wording: its canonical name, id and level; wording that the catalogue lacks expanded, in normal case."""

from __future__ import annotations

import re
from dataclasses import replace

from normalizers.text import fold, level_tones, slug
from normalizers.unit_capitals import normal_case
from normalizers.unit_grammar import QUANTIFIERS, ROLE_WORDS, Item, noun_at, quantifier
from normalizers.unit_tails import COMMUNE_LEVELS, Tail, at, level_at, place_name, read_tail
from normalizers.unit_tokens import SOFT, Token, render, tokenize
from normalizers.unit_vocab import match_head, match_unit
from normalizers.values import Unit


def make_unit(tokens: list[Token], item: Item, source: str, commune: str | None, province: str | None) -> Unit | None:
    """The value of an item; None where it holds no letters."""
    span = (tokens[item.start].start, tokens[item.end - 1].end)
    raw = source[span[0] : span[1]]
    if item.entry is not None:
        named = _known(tokens, item, commune, province)
        if named is not None:
            name, unit_id, level = named
            return Unit(_uncounted(_own_mark(name, tokens, item), tokens, item), unit_id, raw, True, item.entry.kind, level, 1.0, span)
    return _unknown(tokens, item, raw, span, commune, province)


def _own_mark(name: str, tokens: list[Token], item: Item) -> str:
    """A department keeps the mark between its fields: "Vụ Kế hoạch - Tài chính" and "Vụ Kế hoạch, Tài chính" are names of
    different ministries' departments."""
    if item.entry is not None and item.entry.kind == "press":
        return _as_printed(name, tokens, item)
    if item.entry is not None and item.entry.level == "open" and name.startswith("Phòng ") and " và " not in name \
            and all(t.key in _FIELD_MARKS for t in tokens[item.start : item.end] if t.key in SOFT):
        return _as_printed(name, tokens, item).replace(" – ", " - ")  # "Phòng Hành chính - Quản trị", "Phòng Tài chính Kế toán"
    if "an ninh trật tự" in name and any(at(tokens, k, ("an", "ninh", ",", "trật")) for k in range(item.start, item.end)):
        return name.replace("an ninh trật tự", "an ninh, trật tự")
    if ", " not in name or not name.startswith(("Vụ ", "Cục ")):
        return name
    printed = {t.key for t in tokens[item.start : item.end]}
    if "," in printed or len({t.start for t in tokens[item.start : item.end]}) < item.end - item.start:
        return name  # an abbreviation prints no mark
    return name.replace(", ", " - " if printed & {"-", "–"} else " ")


_FIELD_MARKS = frozenset({"-", "–", ","})

_BELOW = (("tỉnh",), ("thành phố",))
#: Units that the published catalogue names in the plural, however they are printed.
_PLURALS = frozenset({"truong-hoc", "to-chuc-ctxh", "chi-bo", "cac-co-quan-don-vi", "cac-phong-chuyen-mon", "cac-don-vi-su-nghiep", "cac-don-vi-su-nghiep-cong-lap"})


def _uncounted(name: str, tokens: list[Token], item: Item) -> str:
    """A plural that nothing printed says is left out: "Trưởng bản", "Tổ dân phố", "Viện nghiên cứu" name no more than they say."""
    if name.startswith("Các trưởng ") and at(tokens, item.start, ("trưởng", "các")):
        return f"Trưởng các {name[11:]}"  # "Trưởng các ấp"
    if name.startswith("Các tổ trưởng ") and at(tokens, item.start, ("tổ", "trưởng", "các")):
        return f"Tổ trưởng các {name[14:]}"
    if not name.startswith("Các ") or item.prefix or (item.entry is not None and item.entry.unit_id in _PLURALS) or any(
            t.key in QUANTIFIERS or t.key.isdigit() for t in tokens[item.start : item.end]):
        return name
    return name[4].upper() + name[5:]


def _as_printed(name: str, tokens: list[Token], item: Item) -> str:
    """A station or paper with the marks printed between its words: "Đài Phát thanh - Truyền hình" and "Đài Phát thanh và
    Truyền hình" are names of different provinces' stations."""
    own = tokenize(name, False)
    words = [t for t in own if t.key not in SOFT]
    printed = tokens[item.start : item.end]
    while printed and [t.key for t in printed if t.key not in SOFT] != [t.key for t in words]:
        printed = printed[:-1]
    if not printed or len({t.start for t in printed}) < len(printed):
        return name  # an abbreviation prints no mark
    case = iter(words)
    return render([t._replace(text="và" if t.key == "&" else t.key if t.key in SOFT else next(case).text) for t in printed])


def _tail_text(tokens: list[Token], tail: Tail, drop: set[tuple[int, int]]) -> str:
    kept = [t for k, t in enumerate(tokens[tail.start : tail.end], tail.start) if not any(a <= k < b for a, b in drop)]
    text = level_tones(render(kept))
    return _LEVELS_TOGETHER.sub(r"\1,", text) if len(tail.levels) > 1 else text


_LEVELS_TOGETHER = re.compile(r"\b(xã|phường|thị trấn)(?= (?:xã|phường|thị trấn|đặc khu)\b)")  # "các xã phường": the comma is forgotten


def _same_place(tokens: list[Token], span: tuple[int, int], *places: str | None) -> bool:
    words = " ".join(t.key for t in tokens[span[0] : span[1]])
    return any(p is not None and words == fold(p) for p in places)


def _known(tokens: list[Token], item: Item, commune: str | None, province: str | None) -> tuple[str, str, str] | None:
    """(name, unit_id, level) of a catalogue item with its tail; None where the tail makes it a unit of its own wording."""
    entry, tail = item.entry, item.tail
    assert entry is not None
    if tail is not None and tail.names and not tail.levels and not entry.name.startswith("Sở "):
        return None if not all(_same_place(tokens, s, commune, province) for s in tail.names) else (entry.name, entry.unit_id, entry.level)
    if tail is None or not tail.levels:
        return entry.name, entry.unit_id, entry.level
    upper = [level for level in tail.levels if level not in COMMUNE_LEVELS]
    own = {s for s in tail.names if _same_place(tokens, s, commune, province)}
    if entry.level in ("commune", "village") and not upper and not tail.plural and not tail.grade:
        authority = entry.unit_id in ("ubnd", "hdnd", "dang-uy", "chu-tich-ubnd", "lanh-dao-ubnd", "thuong-truc-hdnd", "thuong-truc-dang-uy", "ban-thuong-vu-dang-uy")
        if not tail.names or own or not authority:
            return entry.name, entry.unit_id, entry.level
    # "các bệnh viện tuyến tỉnh": not those of the districts; "Ngân hàng Chính sách xã hội tỉnh"
    graded = bool(upper) and entry.level == "external" and (tail.grade or entry.kind == "office")
    below = entry.level == "ministry" and tail.levels in _BELOW and not tail.plural  # "Cục Thống kê tỉnh", "Hội Nông dân Việt Nam tỉnh"
    if (entry.kind == "collective" and (not tail.names or own) and not graded) or (entry.level in ("ministry", "external") and not tail.names and not graded and not below):
        return entry.name, entry.unit_id, entry.level
    if entry.level == "province" and entry.name.startswith("Sở ") and not tail.plural:
        return entry.name, entry.unit_id, entry.level
    if entry.name.startswith("Sở ") and not tail.names:
        return entry.name, entry.unit_id, entry.level
    if entry.level == "province" and len(set(tail.levels)) > 1 and not tail.names and fold(entry.name).endswith(f" {tail.levels[0]}"):
        text = _tail_text(tokens, tail, set())
        return f"{entry.name[: -len(tail.levels[0]) - 1]} {text}", f"{entry.unit_id}-{slug(text)}", entry.level  # "Trung tâm Phục vụ hành chính công tỉnh, xã"
    if entry.level == "province" and entry.kind == "office" and tail.levels in (("tỉnh",), ("thành phố",)) and not tail.names and not tail.plural \
            and not fold(entry.name).endswith(("ủy", tail.levels[0])):
        return f"{entry.name} {_tail_text(tokens, tail, set()).removeprefix('của ').removeprefix('thuộc ')}", entry.unit_id, entry.level
    if entry.level == "province" and (not tail.names or (own == set(tail.names) and not tail.plural and fold(entry.base).endswith(f" {tail.levels[0]}"))):
        return entry.name, entry.unit_id, entry.level
    if entry.level == "open" and not tail.names and entry.name.startswith("Các ") and at(tokens, tail.start, ("trên", "địa", "bàn")):
        return entry.name, entry.unit_id, entry.level  # "Các cơ quan báo chí trên địa bàn tỉnh": where they are, not whose
    text = _tail_text(tokens, replace(tail), own)
    text = text.removeprefix("của ").removeprefix("trên địa bàn ").removeprefix("thuộc ")
    text = normal_case(text)
    base = entry.base
    if entry.unit_id == "mttq" and upper:
        base = "Ủy ban Mặt trận Tổ quốc Việt Nam"
    if entry.unit_id == "xa-doan" and len(tail.levels) > 1:
        base = "Đoàn"  # "Đoàn xã, phường, đặc khu"
    if tail.levels and text.startswith(f"{tail.levels[0]} ") and fold(base).endswith(f" {tail.levels[0]}"):
        base = base[: -len(tail.levels[0]) - 1]  # "Thuế tỉnh" + "tỉnh Quảng Trị"
    level = "commune" if not upper else ("district" if upper[0] in ("huyện", "quận", "thị xã") else "province")
    if entry.level == "open" and not upper and not tail.plural and not tail.grade:
        if tail.names and not own and entry.kind != "authority":
            text = render(list(tokens[tail.start : tail.names[0][0]])).removeprefix("của ")
        return f"{base} {text}".strip(), entry.unit_id, level
    if not upper and (tail.plural or tail.grade):
        return f"{base} {text}", f"{entry.unit_id}-cap-xa", level
    return f"{base} {text}", f"{entry.unit_id}-{slug(text)}", level


def _unknown(tokens: list[Token], item: Item, raw: str, span: tuple[int, int], commune: str | None, province: str | None) -> Unit | None:
    words = list(tokens[item.start : item.end])
    while words and (words[0].key in SOFT or not words[0].word) and words[0].key != "(":
        words = words[1:]
    words = _strip_roles(words)
    words = _without_commune(words, commune)
    words = _board_by_subject(_post_in_office(_of_concern(words)))
    text = level_tones(render(words)).replace(" – ", " - ").replace(" & ", " và ")
    if "í" in text or "ĩ" in text:
        text = _SHORT_I.sub(lambda m: _LONG_Y[m[0]], text)
    text = text.replace(*_OFFICE) if text.endswith(_OFFICE[0]) else text
    if text.startswith(_FRONT) and not text.startswith(f"{_FRONT} Việt Nam"):
        text = f"{_FRONT} Việt Nam{text.removeprefix(_FRONT)}"
    if ("“" in text and "”" not in text) or text.count('"') == 1:
        text += "”" if "“" in text else '"'  # 'Bộ phận "Một cửa': the closing mark stands behind the last word
    if item.prefix:
        text = f"{level_tones(item.prefix)} {text}"
    if not any(c.isalpha() for c in text):
        return None
    text = normal_case(text)
    text = text[0].upper() + text[1:]
    head = match_head(words, quantifier(words, 0)) or match_head(words, 0)
    kind, level = (head[1].kind, head[1].level) if head else ("", "")
    ident = slug(text)
    if not item.prefix and words and level_at(words, len(words) - 1) and words[-1].key in COMMUNE_LEVELS:
        ident = ident.removesuffix("-xa").removesuffix("-phuong")
        level = "commune"
    elif words and words[-1].key in ("tỉnh", "phố"):
        level = "province" if level in ("", "open") else level
    group = quantifier(words, 0)
    several = 0 < group < len(words) and noun_at(words, group) is not None  # "các đơn vị trực thuộc", "các phòng thuộc Sở"
    return Unit(text, ident, raw, False, kind, "" if level == "open" else level, 0.75 if head or several else 0.5, span)


# "Ban Quản lí", "Khoa Mĩ thuật", "Trường Kĩ thuật": the same bodies as with y, as names of bodies are spelt.
_SHORT_I = re.compile(r"(?:(?<=[Qq]uản )|(?<=[Đđ]ịa )|(?<=[Pp]háp )|(?<=[Xx]ử )|(?<=[Tt]âm )|(?<=[Vv]ật ))lí\b|\b[Kk]ĩ(?= (?:thuật|năng|sư)\b)|\b[Mm]ĩ(?= (?:thuật|nghệ)\b)")
_LONG_Y = {"lí": "lý", "Kĩ": "Kỹ", "kĩ": "kỹ", "Mĩ": "Mỹ", "mĩ": "mỹ"}

_FRONT = "Ủy ban Mặt trận Tổ quốc"
_OFFICE = ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Văn phòng HĐND và UBND")  # in full, and as the catalogue names it


def _post_in_office(words: list[Token]) -> list[Token]:
    """Words of a post without the level of the commune's office it is in, which the office's own name lacks too: "Công chức Phòng
    Kinh tế | xã"; "Trưởng Công an xã" keeps it."""
    head = match_head(words, 0)
    if head is None or head[1].kind != "person" or len(words) < 4 or words[-1].key not in COMMUNE_LEVELS:
        return words
    for k in range(head[0], max(0, head[0] - 2), -1):
        hit = match_unit(words, k)
        if hit is not None and hit[1].level == "commune" and hit[1].kind == "office" and hit[0] == len(words) - 1 and not hit[1].name.endswith(" xã"):
            return words[:-1]
    return words


def _board_by_subject(words: list[Token]) -> list[Token]:
    """The words of a steering board without the commune's level behind its subject: "Ban Chỉ đạo chuyển đổi số (của) | xã"; one that is called by a
    number keeps it."""
    if not at(words, 0, ("ban", "chỉ", "đạo")) or len(words) < 6 or words[-1].key not in COMMUNE_LEVELS or words[3].key.isdigit():
        return words
    return words[: -2 if words[-2].key in ("của", "cấp") else -1] if words[-2].key not in (",", "các") else words


_CONCERNED = (("có", "liên", "quan"), ("liên", "quan"), ("hữu", "quan"))


def _of_concern(words: list[Token]) -> list[Token]:
    """Words of a post over several bodies without what says no more of which: "Giám đốc các sở, ban, ngành | có liên quan"."""
    if len(words) < 4 or words[-1].key != "quan" or not any(t.key == "các" for t in words[1:]):
        return words
    closing = next((len(w) for w in _CONCERNED if at(words, len(words) - len(w), w)), 0)
    head = match_head(words, 0) if closing else None
    officer = head is not None and head[1].kind == "person" and len(words) > head[0] + closing + 1 and not at(words, head[0], ("ủy", "ban"))
    return words[:-closing] if officer else words  # "Chủ tịch UBND các xã liên quan" are those of some communes


_ROLES_END = frozenset(role[-1] for role in ROLE_WORDS)


def _strip_roles(words: list[Token]) -> list[Token]:
    changed = True
    while changed and words:
        changed = False
        for role in ROLE_WORDS if words[-1].key in _ROLES_END else ():
            first = len(words) - len(role)
            if first > 0 and at(words, first, role) and not (words[first].capital and words[first - 1].key in ("-", "–")) \
                    and not (role == ("tổng", "hợp") and (words[first].capital or first == 1 or words[first - 1].key in ("nội", "ngoại") or at(words, first - 2, ("dịch", "vụ")))) \
                    and not (first == 1 and (words[first].capital or role == ("tham", "mưu") or words[0].key == "tổng")):  # "Vụ Tổng hợp", "Phòng Tham mưu", "Tổng phụ trách" are names
                words, changed = words[: -len(role)], True
                break
        while words and words[-1].key in (",", "-", "và", ":", "."):
            words, changed = words[:-1], True
    return words


_STATIONED = (("đóng",), ("đóng", "chân"), ("đứng", "chân"), ("đóng", "quân"))


def _without_commune(words: list[Token], commune: str | None) -> list[Token]:
    """Drop the commune's own name after a level word, and a closing "trên địa bàn xã" or "thuộc UBND xã"."""
    out: list[Token] = []
    i = 0
    while i < len(words):
        out.append(words[i])
        i += 1
        if words[i - 1].key in ("xã", "phường", "khu") and commune and i < len(words):
            end = place_name(words, i, commune)
            if end > i and _same_place(words, (i, end), commune):
                i = end
    for k in range(1, len(out)):
        if at(out, k, ("trên", "địa", "bàn")) or (at(out, k, ("thuộc",)) and level_at(out, k + 1) is not None) or at(out, k, ("thuộc", "ủy", "ban", "nhân", "dân")) or at(out, k, ("trực", "thuộc")):
            tail = read_tail(out, k, commune)
            if tail.end == len(out) and all(level in COMMUNE_LEVELS for level in tail.levels):
                stood = next((w for w in _STATIONED if k > len(w) and at(out, k - len(w), w)), ())  # "Các đơn vị quân đội | đóng trên địa bàn"
                return out[: k - len(stood)]
    return out
