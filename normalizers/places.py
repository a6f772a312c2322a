"""Provinces and communes in text: the 34 provinces and 3,321 communes since 1 July 2025, with codes, as printed names.

Hands on `Province` and `Commune` values and mentions with offsets. A commune is its type, name *and* province: 216
names of xã occur in several provinces, so a name alone is never resolved to one of them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from normalizers.text import fold, fold_map, fold_word, nfc, squash

_VOCAB = Path(__file__).parent / "vocab"
COMMUNE_TYPES = ("xã", "phường", "đặc khu")
# Words after "xã" that make another noun of it; in running text the lower case already tells, in capitals it does not.
_NOT_NAMES = frozenset(re.findall(
    r"\w+",
    "hội viên đội tắc giao đoàn ta luận tôi chủ và trên của về năm này có là do thực trong đã các khi để theo đối tổ "
    "ban triển phát kế nhiệm giai đến ngày tháng thứ tỉnh thành số loại nông đạt nằm sau cũ mới văn thuộc công "
    "phòng trung ủy đảng bí nội báo chương hàng thường đảm phối xếp đào quyết nghị căn"))
_SYLLABLE = re.compile(r"[\w'’.]+")


@dataclass(frozen=True, slots=True)
class Province:
    """A province since July 2025; `former` are the provinces that went into it, its own old name left out."""

    code: str
    type: str
    name: str
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune since July 2025; `type` is `xã`, `phường` or `đặc khu`, `province` the bare name."""

    code: str
    type: str
    name: str
    province: str
    province_code: str


@dataclass(frozen=True, slots=True)
class ProvinceMention:
    """A province named at source offsets `span`. `former`: it was named by a province that was merged into it;
    `marked`: its kind or a body of it stands in front ("tỉnh", "Thành ủy"), not the bare name alone."""

    province: Province
    name: str
    span: tuple[int, int]
    former: bool
    marked: bool


@dataclass(frozen=True, slots=True)
class CommuneMention:
    """A commune named at source offsets `span` (its type included), spelled as the data spell it.

    `known` are the communes of that type and name in all provinces, () where the data have none."""

    type: str
    name: str
    span: tuple[int, int]
    known: tuple[Commune, ...]


def _rows(name: str) -> list[dict[str, str]]:
    with (_VOCAB / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@lru_cache(maxsize=1)
def data_version() -> dict[str, str]:
    """What the place data are: `valid_from`, `source`, `source_version`, `source_licence`, `provinces`, `communes`."""
    return {row["key"]: row["value"] for row in _rows("places_version.csv")}


@lru_cache(maxsize=1)
def provinces() -> tuple[Province, ...]:
    """All 34 provinces in the order of their codes."""
    return tuple(Province(r["code"], r["type"], r["name"], tuple(filter(None, r["former"].split(";"))))
                 for r in _rows("places_provinces.csv"))


@lru_cache(maxsize=1)
def communes() -> tuple[Commune, ...]:
    """All 3,321 communes in the order of the data."""
    name_of = {p.code: p.name for p in provinces()}
    return tuple(Commune(r["code"], r["type"], r["name"], name_of[r["province_code"]], r["province_code"])
                 for r in _rows("places_communes.csv"))


def place_key(name: str) -> str:
    """A place name levelled for look-up: folded, no blank around hyphens, one kind of apostrophe."""
    return re.sub(r"\s*-\s*", "-", fold(name)).replace("’", "'").strip(" .,;:'\"()-")


@lru_cache(maxsize=1)
def _commune_index() -> dict[tuple[str, str], tuple[Commune, ...]]:
    index: dict[tuple[str, str], list[Commune]] = {}
    for commune in communes():
        index.setdefault((commune.type, place_key(commune.name)), []).append(commune)
    return {key: tuple(found) for key, found in index.items()}


@lru_cache(maxsize=1)
def _province_index() -> dict[str, tuple[Province, bool]]:
    """Key -> (province, whether the key is a former name); aliases take their target's meaning."""
    index: dict[str, tuple[Province, bool]] = {}
    for province in provinces():
        index[place_key(province.name)] = (province, False)
        for old in province.former:
            index[place_key(old)] = (province, True)
    for row in _rows("places_aliases.csv"):
        index[place_key(row["alias"])] = index[place_key(row["province"])]
    return index


_TYPE_PREFIX = re.compile(r"^(?:tỉnh|thành phố|t\.? ?p\.?)\s*(?=\S)")


def _bare_province(text: str) -> str:
    key = place_key(text)
    if key in _province_index():
        return key
    return place_key(_TYPE_PREFIX.sub("", key))


def find_province(text: str) -> Province | None:
    """The province that `text` names ("Đồng Nai", "tỉnh Đồng Nai", "TP. Hồ Chí Minh"); None for any other text and
    for a province that no longer exists (see `merged_into`)."""
    found = _province_index().get(_bare_province(text))
    return None if found is None or found[1] else found[0]


def merged_into(text: str) -> Province | None:
    """The province that the former province `text` went into ("Bình Phước" → Đồng Nai); None if it is no former one."""
    found = _province_index().get(_bare_province(text))
    return found[0] if found is not None and found[1] else None


def communes_named(kind: str, name: str) -> tuple[Commune, ...]:
    """Every commune of this type and name, in all provinces; kind and name in any case, tone style or spacing."""
    return _commune_index().get((fold(kind), place_key(name)), ())


def find_commune(kind: str, name: str, province: str | None = None) -> Commune | None:
    """The one commune of this type, name and province; None where there is none, or several (province not given)."""
    found = communes_named(kind, name)
    if province is not None:
        home = find_province(province) or merged_into(province)
        found = tuple(c for c in found if home is not None and c.province_code == home.code)
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=1)
def _old_communes() -> dict[tuple[str, str], tuple[tuple[str, str, str], ...]]:
    index: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for r in _rows("places_old_communes.csv"):
        index.setdefault((r["type"], place_key(r["name"])), []).append(
            (place_key(r["district"]), place_key(r["old_province"]), r["codes"]))
    return {key: tuple(found) for key, found in index.items()}


def successors(kind: str, name: str, district: str | None = None, old_province: str | None = None) -> tuple[Commune, ...]:
    """Communes of today that took over the commune `kind name` of before July 2025 (kind: xã, phường, thị trấn).

    District (bare name) and old province narrow the choice; the main successor comes first; () if there was none."""
    by_code = {c.code: c for c in communes()}
    codes: list[str] = []
    for of_district, of_province, new in _old_communes().get((fold(kind), place_key(name)), ()):
        if (district is None or place_key(district) == of_district) and (
                old_province is None or _bare_province(old_province) == of_province):
            codes.extend(new.split())
    return tuple(by_code[code] for code in dict.fromkeys(codes))


@lru_cache(maxsize=1)
def _old_districts() -> dict[tuple[str, str], tuple[str, ...]]:
    index: dict[tuple[str, str], dict[str, None]] = {}
    for r in _rows("places_old_districts.csv"):
        index.setdefault((r["type"], place_key(r["name"])), {})[r["province_code"]] = None
    return {key: tuple(codes) for key, codes in index.items()}


def province_of_district(kind: str, name: str) -> Province | None:
    """The province of today that a district of before July 2025 lies in; None if unknown or in several provinces."""
    codes = _old_districts().get((fold(kind), place_key(name)), ())
    return next((p for p in provinces() if p.code == codes[0]), None) if len(codes) == 1 else None


@lru_cache(maxsize=1)
def _province_pattern() -> re.Pattern[str]:
    names = sorted(_province_index(), key=lambda k: (-len(k), k))
    body = "|".join(re.escape(n).replace(r"\-", " ?- ?") for n in names)
    marker = r"(?P<marker>tỉnh ủy|thành ủy|tỉnh đoàn|tỉnh|thành phố|tp ?\.?|t\.p\.?)\s*"
    return re.compile(rf"(?<!\w)(?:{marker})?(?<!\w)(?P<name>{body})(?!\w)|(?<!\w)(?P<tphcm>tp\.?hcm|tphcm)(?!\w)")


_PLACE_BEFORE = re.compile(r"(?:xã|phường|đặc khu|thị trấn|thị xã|huyện|quận|thôn|ấp|đường|phố|trường|cầu|sông|chợ)\s*$")


_HCM = place_key("Hồ Chí Minh")
# The man, not the city: "Đoàn TNCS Hồ Chí Minh", "tư tưởng Hồ Chí Minh".
_NAMESAKE = re.compile(r"(?:tncs|cộng sản|thanh niên|thiếu niên|nhi đồng|đội|chủ tịch|tư tưởng|đạo đức|phong cách|quốc gia|huân chương|thời đại|đường mòn|lãnh tụ|gương|giải thưởng)\s*$")


def province_mentions(text: str) -> list[ProvinceMention]:
    """Provinces named in `text`, in order, offsets in `text`. Bare names count only where they are written as names
    (capital letter, not part of a longer name, not the name of a commune, street or school)."""
    return list(_mentions(text))


def _mentions(text: str) -> Iterator[ProvinceMention]:
    folded = fold_map(text)
    for m in _province_pattern().finditer(folded.text):
        if m["tphcm"]:
            key, marker, start = "hcm", "tp", m.start()
        else:
            key, marker, start = place_key(m["name"]), m["marker"] or "", m.start("name")
        province, former = _province_index()[key]
        if marker.startswith(("thành phố", "tp", "t.p")) and not (
                province.type == "thành phố" and not former):
            continue  # "thành phố Thái Nguyên" was a city inside a province, not the province
        span = folded.source_span(start, m.end())
        printed = text[span[0]:span[1]]
        if not printed[:1].isupper() and not marker:
            continue
        if not marker:
            after = folded.source[span[1]:].lstrip(" ")
            shouted = printed.isupper()
            before = folded.text[:m.start()]
            if _PLACE_BEFORE.search(before) or (key == _HCM and _NAMESAKE.search(before)) or (
                    after[:1].isupper() and not shouted and text[span[1]:span[1] + 1] == " "):
                continue
        name = next((n for n in province.former if place_key(n) == key), squash(printed)) if former else province.name
        yield ProvinceMention(province, name, folded.source_span(m.start(), m.end()), former, bool(marker))


_MARKER_AT = re.compile(r"[tT](?=[ỉỈhH.pP])(?<!\w[tT])(?:(?:ỉnh|ỈNH)|(?:hành|HÀNH)\s+(?:[pP][hH]|[ủỦuU])|\.?[pP])")  # the letter first, for which a search leaps
_REACH = 48  # characters: more than any marker and name together
_NEXT_WORD = re.compile(r"[\s.]*([^\W\d_]+)")


@lru_cache(maxsize=1)
def _name_heads() -> frozenset[str]:
    """What the letters behind `_MARKER_AT` can be: the first syllable of a name, or the rest of a marker ("tỉnh | ủy", "thành ph | ố")."""
    heads = {re.split(r"[ -]", key, maxsplit=1)[0] for key in _province_index()}
    return frozenset({*heads, "ủy", "đoàn", "y", "ỷ", "ố", "hcm"})


def marked_provinces(text: str) -> list[ProvinceMention]:
    """The `marked` mentions of `province_mentions`, for long texts of one spacing: only the surroundings of markers are looked at."""
    text = nfc(text)
    out: list[ProvinceMention] = []
    heads = _name_heads()
    for m in _MARKER_AT.finditer(text):
        behind = _NEXT_WORD.match(text, m.end())
        if behind is not None and fold_word(behind[1]) not in heads:
            continue  # "tỉnh và", "tp. của": most markers
        if _province_pattern().match(fold(text[m.start():m.start() + _REACH])) is None:
            continue
        at = max(0, m.start() - 1)
        for mention in _mentions(text[at:m.start() + _REACH]):
            if at + mention.span[0] == m.start() and mention.marked:
                span = (m.start(), at + mention.span[1])
                out.append(ProvinceMention(mention.province, mention.name, span, mention.former, True))
                break
    return out


_COMMUNE_MARK = re.compile(r"(?<!\w)(?P<type>xã|phường|đặc khu)\s+(?=[\w'])")
_LINE_HEAD = re.compile(r"(?:^|\n|(?:ủy ban nhân dân|ubnd|hđnd|hội đồng nhân dân|đảng ủy|đảng bộ|mttq|mặt trận tổ quốc việt nam))\s*$")


@lru_cache(maxsize=1)
def _names_by_head() -> dict[tuple[str, str], tuple[str, ...]]:
    index: dict[tuple[str, str], list[str]] = {}
    for kind, key in _commune_index():
        index.setdefault((kind, re.split(r"[ -]", key, maxsplit=1)[0]), []).append(key)
    return {head: tuple(sorted(keys, key=lambda k: (-len(k), k))) for head, keys in index.items()}


def _known_at(folded: str, kind: str, at: int) -> tuple[str, int] | None:
    """The longest known name of that type that stands at `at`: its key and the end offset."""
    head = re.match(r"[\w'’]+", folded[at:])
    if head is None:
        return None
    for key in _names_by_head().get((kind, head[0].replace("’", "'")), ()):
        if "-" not in key and "'" not in key:
            end = at + len(key)
            if folded.startswith(key, at) and not (folded[end : end + 1].isalnum() or folded[end : end + 1] == "_"):
                return key, end
            continue
        pattern = re.escape(key).replace(r"\-", " ?- ?").replace("'", "['’]")
        if m := re.compile(pattern + r"(?![\w])").match(folded, at):
            return key, m.end()
    return None


def _is_name(printed: str) -> bool:
    """Whether every syllable starts with a capital or a digit, as a name's do ("Tiên tiến" is no name)."""
    return all(not w[0].islower() for w in _SYLLABLE.findall(printed) if w[0].isalpha()) or "'" in printed or "’" in printed


def _title_case(name: str) -> str:
    return " ".join(w if any(c.isdigit() for c in w) else w[:1].upper() + w[1:].lower() for w in name.split())


_TIME_AFTER = re.compile(r"\d+ tháng|quý (?:[IV]+|\d)\b|năm \d{4}", re.IGNORECASE)


def _capitalised_at(text: str, at: int) -> str:
    """The run of at most four capitalised syllables that starts at `at`, on one line; "" if none."""
    line = text[at:].split("\n", 1)[0]
    out: list[str] = []
    end = 0
    for m in _SYLLABLE.finditer(line):
        word = m[0]
        gap = line[end:m.start()]
        if gap.strip(" ") or len(out) == 4 or not (word[0].isupper() or (out and word.isdigit())):
            break
        if not out and fold(word).strip(".") in _NOT_NAMES:
            break
        if (word.isdigit() or word.casefold() in ("quý", "năm")) and out and _TIME_AFTER.match(line, m.start()):
            break  # "xã Tân Mai | 6 tháng cuối năm 2026"
        out.append(word)
        end = m.end()
        if word.endswith("."):
            break
    return line[:end].rstrip(".")


def commune_mentions(text: str) -> list[CommuneMention]:
    """Communes named in `text`, in order: "xã Gia Phúc", "PHƯỜNG THỦ DẦU MỘT", "Đảng ủy xã X"; offsets in `text`.

    The longest name that the place data know leads; a name they do not know is read from its capital letters (in a
    line of capitals only where the commune stands at the line's end behind a body's name or the line's start)."""
    folded = fold_map(text)
    out: list[CommuneMention] = []
    for m in _COMMUNE_MARK.finditer(folded.text):
        kind = m["type"]
        start = folded.source_span(m.end(), m.end() + 1)[0]
        if not (text[start].isupper() or text[start].isdigit()):
            continue
        line = squash(text[start:].split("\n", 1)[0])
        if line.isupper() and (kind, place_key(line)) not in _commune_index() and (kind, place_key(line)) in _old_communes():
            out.append(CommuneMention(kind, _title_case(line), (folded.offsets[m.start()], start + len(line)), ()))  # "XÃ TRUNG LẬP", "PHƯỜNG ĐÔNG HẢI 1"
            continue
        found = _known_at(folded.text, kind, m.end())
        if found and _is_name(text[start:folded.source_span(m.end(), found[1])[1]]):
            key, stop = found
            known = _commune_index()[(kind, key)]
            # Two spellings of one key differ in tone style only ("Hoà"/"Hòa"); the data's first one is shown.
            out.append(CommuneMention(kind, known[0].name, folded.source_span(m.start(), stop), known))
            continue
        mark_at = folded.offsets[m.start()]
        printed = _capitalised_at(text, start)
        shouted = text[mark_at:mark_at + len(kind)].isupper()
        # A name that the data do not know: two syllables or more, on the marker's line, in the marker's kind of letters.
        if len(printed.split()) < 2 or "\n" in text[mark_at:start] or shouted != printed.isupper():
            continue
        if shouted:
            before = text[:mark_at]
            rest = text[start + len(printed):].split("\n", 1)[0].strip()
            if rest or not _LINE_HEAD.search(fold_keep_lines(before)):
                continue
        name = _title_case(squash(printed))
        out.append(CommuneMention(kind, name, (mark_at, start + len(printed)), ()))
    return out


def fold_keep_lines(text: str) -> str:
    """`fold()` of the last line break's two sides, the break kept: enough to see what stands in front of a name."""
    tail = text[-200:].rsplit("\n", 1)
    return ("\n" if len(tail) == 2 else "") + fold(tail[-1])
