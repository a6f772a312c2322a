"""Targets in tables: an indicator cell, its unit-of-measure cell and its value cell → readings; cells told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from normalizers.acts import opens_act, tells_work
from normalizers.cell_parts import cell_parts
from normalizers.cell_years import cell_years
from normalizers.measures import known_measure, read_unit_cell
from normalizers.numbers import Number, Sheet, scan
from normalizers.ranks import levels, ranks
from normalizers.row_times import cell_parts_of_year, timed_indicator
from normalizers.target_horizons import ASIDE, BASE, horizons
from normalizers.target_prose import body_start, read_parts_of, read_targets, with_counts
from normalizers.text import fold, squash
from normalizers.values import Comparator, TargetReading
from normalizers.worded_shares import worded_shares

_MARK = re.compile(r"^[-+*•–] (?=\D|\d)|^[•*]")
_EMPTY = re.compile(r"[\s\-–—.…xX/]*")
_LIMIT = re.compile(r"[(,]? ?((?:ngoại )?trừ [^()]+|không bao gồm [^()]+|không tính [^()]+)\)?")
_VERBS = r"(?:(?:phấn đấu|đạt|đạt được|có|đảm bảo|bảo đảm|là|còn|tăng|giảm|duy trì|thêm|bình quân|trung bình|chiếm|hoàn thành|tương đương|năm|mức|từ) ?)*"
_MEASURE_BEHIND = re.compile(r"(?P<name>.*\w.*?) ?\((?:ĐVT ?: ?|đơn vị(?: tính)? ?: ?)?(?P<unit>[^():]{1,20})\)", re.DOTALL)
_MEASURE_AFTER = re.compile(r"(?P<name>.*\w) ?[,;.–-] ?(?P<label>(?:ĐVT|đơn vị(?: tính)?) ?: ?)?(?P<unit>[^,;():.]{1,20})", re.DOTALL | re.IGNORECASE)
_OF_ALL = re.compile(r"(?P<part>\d{1,4}) ?/ ?(?P<all>\d{1,4})(?: ?\(\d[\d.,]* ?%\))?")
_COUNTED = re.compile(r"(?:[Tt]ổng )?[Ss]ố (?:lượng )?([^\W\d_]+)(?!\w)")
_BARE_FIGURE = re.compile(
    r"(?:(?:[≥≤<>=]|đạt|trên|dưới|hơn|từ|khoảng|ít nhất|tối thiểu|tối đa|không quá|không dưới) ?){0,3}\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)?(?: trở (?:lên|xuống))?", re.IGNORECASE)
_UNIT_WORDS = re.compile(r"%|tỷ lệ|tỉ lệ|điểm|lần|người|hộ|xã|đồng|tấn|ha|km|đơn vị|kết quả")
_INDEX = re.compile(r"(?:^|\W)(?:chỉ số|dti|pii|papi|sipas|pci|ddci|hệ số|par ?index)(?!\w)")
_LEVEL = re.compile(r"(?:đạt |ở |từ )?(?:mức độ|mức|cấp độ) (\d)( trở lên)?")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d{1,4}) ?/ ?(?:\d{1,3}(?:\.\d{3})+|\d{1,4})")
_PART = re.compile(r"(?:(?P<least>≥|>|trên|ít nhất|tối thiểu|từ) ?)?(?P<a>\d{1,3}) ?/ ?(?P<b>\d{1,3})(?: (?:tổng )?số [^\d]{2,40})?")
_FROM = re.compile(r"(?<!\w)từ [\d.,]+ ?(?!trở )[^\s\d]* (?=(?:xuống|lên)(?!\w))", re.IGNORECASE)  # "giảm từ 3,2% xuống còn 2,1%": where it starts is no target
# "Điểm wifi công cộng | Điểm | 10": places are counted, where a score is measured
_POINTS = re.compile(r"(?:(?:tổng )?số (?:lượng )?)?(?:các )?điểm (?:wifi|wi-fi|du lịch|trường|đen|bưu|truy cập|tập kết|thu gom|vui chơi|sinh hoạt|cung cấp|giao dịch|tiếp nhận|công cộng|dừng|đỗ|bán|sạt lở|"
                     r"ngập|phát|hỗ trợ|tư vấn|văn hóa|camera|dân cư|tái định cư|tiêm|khám|nóng|chợ|cầu|sáng|lắp|đặt|kết nối|tham quan|dịch vụ|trạm)(?!\w)")
_SHARE_OF = re.compile(r"(?:(?:tỷ|tỉ) lệ )?(?:% |\(%\) )", re.IGNORECASE)
_A_YEAR = re.compile(r"(?<=\d) ?/ ?(?:năm|tháng|quý|tuần)$")
_RANKED = re.compile(r"(?:xếp hạng|thứ hạng|xếp thứ|thứ bậc|vị trí)")


def _value_sheet(text: str) -> Sheet:
    return Sheet.of(_MARK.sub("", squash(text)).strip())


def _remainder(sheet: Sheet, number: Number) -> str:
    """Wording of a value cell beside its number, verbs that only introduce it left out."""
    words = sheet.low[: number.start] + " " + sheet.low[number.end :]
    for a, b in number.cuts[1:]:
        words = words.replace(sheet.low[a:b], " ")
    words = re.sub(rf"^ *{_VERBS}", "", words)
    if number.measure and number.kind == "counted":
        words = words.replace(fold(number.measure), " ", 1)
    return words.strip(" .,;:()+~")


@lru_cache(maxsize=512)  # many rows of a table say "100%"
def is_quantity_cell(text: str) -> bool:
    """Is a table cell a bare value ("100", "≥ 80", "0,8", "40 - 50", "Nhóm 20 xã đứng đầu", "100 (trừ văn bản mật)")?"""
    sheet = _value_sheet(text)
    if not sheet.low or len(sheet.low) > 160:
        return False
    if re.fullmatch(r"(?:19|20)\d\d|\d{1,2}/\d{1,4}(?:/\d{2,4})?|\d{1,2}[.-]\d{1,2}[.-]\d{2,4}", sheet.low):
        return False
    found = next(ranks(sheet), None)
    if found is not None:
        return found.start == 0 or len((sheet.low[: found.start] + sheet.low[found.end :]).split()) <= 4
    number = next(scan(sheet), None) or (next(worded_shares(sheet), None) if len(sheet.low) <= 40 else None)
    if number is None or len(sheet.low) > 80:
        return _LEVEL.fullmatch(sheet.low) is not None
    rest = _LIMIT.sub("", _remainder(sheet, number)).strip(" .,;:()")
    return not rest or known_measure(rest) is not None or (len(rest.split()) <= 2 and number.kind == "counted" and not re.search(r"\d", rest))


_SCALES = ("nghìn ", "ngàn ", "triệu ", "tỷ ", "vạn ")
_PER_MANY = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2} ?/ ?10[\d.]* [^\W\d_]+(?: [^\W\d_]+){0,4}")


def is_measure_cell(text: str) -> bool:
    """Is a table cell a unit of measure ("%", "Thứ bậc", "tỷ đồng", "%/năm", "% GDP", "Tổ chức")?"""
    folded = fold(text).strip(" ().:")
    if not folded or len(folded) > 40 or re.match(r"[\d≥≤<>=]", folded):
        return False
    if folded.startswith("%") and len(folded.split()) <= 4:
        return not re.search(r"\d", folded)
    if "," in folded and all(known_measure(part.strip()) for part in folded.split(",")):
        return True  # "xã, phường"
    if (ratio := read_unit_cell(folded)) is not None and ratio[0] == "measure" and known_measure(folded) is None and len(folded.split()) == 1:
        return True  # "µg/m3"
    if folded.startswith(_SCALES) and known_measure(folded.split(" ", 1)[1]) is not None:
        return True  # "Nghìn con", "triệu lượt"
    if "/1" in folded and _PER_MANY.fullmatch(folded):
        return True  # "bé trai/100 bé gái"
    if known_measure(folded) is not None or known_measure(folded.split("/")[0].strip()) is not None:
        return len(folded.split()) <= 5
    return folded in ("tỷ lệ", "tỉ lệ", "hạ tầng", "số lượng", "có/không", "đạt/không đạt", "mức độ", "kết quả", "định tính", "tỷ lệ %", "tỉ lệ %")


def _first(sheet: Sheet) -> Number | None:
    """The value of a cell: the first number that is one, or a bare number that prose would take for a name."""
    return next(scan(sheet), None) or next(levels(sheet), None) or next(worded_shares(sheet), None)


def _rank_reading(indicator: str, value: float | None, horizon: str | None, confidence: float = 0.96) -> TargetReading:
    return TargetReading(indicator, "rank", value, None, "rank", horizon, confidence=confidence, rule="cell.rank")


def read_table_target(indicator: str, unit: str | None, value: str) -> list[TargetReading]:
    """Readings of one row of a target table: its indicator cell, unit-of-measure cell (None: no such column), value cell.

    A bare value takes its unit from the value, else the unit cell; a value without number is `qualitative` and joins the
    indicator; an empty value gives what the indicator itself commits to, else []. No spans: the cells are the source. A
    measure behind the indicator, in brackets or behind a comma ("Tỷ lệ … (%)", "Sản lượng lúa, tấn"), is a bare value's unit where no cell gives one.
    """
    unit = unit if unit and any(ch.isalnum() or ch in "%‰°" for ch in unit) else None  # "-": the cell is left open
    if not unit and (indicator.rstrip().endswith((")", "%")) or "," in indicator or "ĐVT" in indicator) and _BARE_FIGURE.fullmatch(value.strip()) and (behind := _measure_behind(indicator.strip())):
        return list(_read_row(*behind, value))
    if not unit and "%" in indicator[:10] and _SHARE_OF.match(_clean(indicator)) and _BARE_FIGURE.fullmatch(value.strip()):
        unit = "%"  # "Tỷ lệ % hộ dùng nước sạch | 95"
    elif not unit and "/" in value and (m := _OF_ALL.fullmatch(value.strip())) and int(m["part"]) <= int(m["all"]) and (counted := _COUNTED.match(_clean(indicator))):
        value = f"{m['part']}/{m['all']} {counted[1]}"  # "Số thôn không ma túy | 9/12"
    name, when = timed_indicator(_clean(indicator)) if "20" in indicator else (indicator, None)
    return with_counts([replace(r, horizon=r.horizon or when) for r in _read_row(name, unit, value)] if when and not _EMPTY.fullmatch(value) else _read_row(indicator, unit, value))


def _measure_behind(indicator: str) -> tuple[str, str] | None:
    """An indicator and the measure that closes it. What is counted is told from a second noun by the label alone: "Số lớp, học sinh"."""
    if indicator.endswith(")") and (m := _MEASURE_BEHIND.fullmatch(indicator)) is not None:
        return (m["name"], m["unit"]) if is_measure_cell(m["unit"]) else None
    m = _MEASURE_AFTER.fullmatch(indicator)
    known = known_measure(m["unit"].strip()) if m is not None else None
    if m is None or known is None or not (m["label"] or known[0] in ("percent", "measure", "money")):
        return None
    return m["name"], m["unit"].strip()


@lru_cache(maxsize=512)  # many rows of a table say "100%"
def _outcomes(value: str) -> tuple[TargetReading, ...]:
    sheet = Sheet.of(value)
    return tuple(read_parts_of(sheet, body_start(sheet)))


@lru_cache(maxsize=1024)  # a row is asked whether it is a target before it is read as one
def _read_row(indicator: str, unit: str | None, value: str) -> Sequence[TargetReading]:
    name = _clean(indicator)
    shown = _FROM.sub("", _MARK.sub("", squash(value)).strip())
    if _EMPTY.fullmatch(shown):
        if not name or _EMPTY.fullmatch(name):
            return []
        return [replace(r, span=None) for r in read_targets(name, section=False)]
    cell = read_unit_cell(unit) if unit else None
    if cell and cell[0] == "measure" and _POINTS.match(fold(name)) and fold(unit or "") == "điểm":
        cell = ("counted", "count")
    if cell and cell[0] == "counted" and "/" in shown:
        shown = _A_YEAR.sub("", shown)
    if name and (yearly := cell_years(shown)):
        return [replace(r, horizon=year) for year, figure in yearly for r in _read_row(name, unit, figure)]
    if name and (quarterly := cell_parts_of_year(shown)):
        return [r for part, figure in quarterly for r in _read_row(f"{name}, {part}", unit, figure)]
    if name and (split := cell_parts(value, cell is not None and cell[0] == "percent")) is not None:
        # The row names what is measured, the cell says of whom or where.
        named = [*((name, part) for part in split.own), *((f"{name} {label}", part) for label, part in split.parts)]
        return [r for label, part in named for r in _read_row(label, unit, part)]
    sheet = Sheet.of(shown)
    when = horizons(sheet.low, 0, len(sheet.low))
    if when:  # "tăng 5% so với năm 2025", "90% (năm 2025: 85%)": what the value is measured against
        beside = [m.span() for pattern in (BASE, ASIDE) for m in pattern.finditer(sheet.low)]
        when = [h for h in when if not any(a <= h.start < b for a, b in beside)]
    horizon = when[0].edtf if when and not re.fullmatch(r"(?:năm )?\d{4}", sheet.low) else None
    own = _qualitative_or(name, sheet)
    rank = next(ranks(sheet), None)
    if rank is not None:
        shares = [n for n in scan(sheet) if n.end <= rank.start and n.kind == "percent"]
        first = [TargetReading(name or own, n.comparator, n.value, n.high, n.unit, horizon, confidence=0.85, rule="cell.value") for n in shares]
        return [*first, _rank_reading(name or own, rank.value, horizon)]
    level = _LEVEL.fullmatch(sheet.low)
    if level and name:
        at_least = bool(level[2]) or sheet.low.startswith("từ ")
        return [TargetReading(name, ">=" if at_least else "=", float(level[1]), None, "level", horizon, confidence=0.9, rule="cell.level")]
    share = _SHARE.fullmatch(sheet.low)
    if share and cell and cell[0] == "counted":
        return [TargetReading(name, "=", float(share[1].replace(".", "")), None, cell[1], horizon, None, squash(unit or ""), confidence=0.8, rule="cell.share")]
    part = _PART.fullmatch(sheet.low) if cell and cell[0] == "percent" else None
    if part and int(part["a"]) < int(part["b"]):
        least: Comparator = ">=" if part["least"] in ("≥", "ít nhất", "tối thiểu", "từ") else ">" if part["least"] else "="
        return [TargetReading(name, least, round(100 * int(part["a"]) / int(part["b"]), 2), None, "%", horizon, confidence=0.85, rule="cell.share")]
    several = _outcomes(shown)
    if len(several) > 1 and name and cell and all(len(r.indicator.split()) <= 4 and r.value is not None for r in several):
        # "≤ 3 Đông Nam Á; ≤ 50 thế giới": the row names what is measured, the cell says among whom or where.
        return [_rank_reading(f"{name} {r.indicator}", r.value, horizon, 0.85) if cell[0] == "rank" else
                replace(r, indicator=_with_part(name, r.indicator.strip(), several[0].unit), unit=cell[1] if r.unit in (None, "count") else r.unit, span=None, rule="cell.several", confidence=0.8)
                for r in several]
    if len(several) > 1 and all(len(r.indicator.split()) >= 2 for r in several):
        return [replace(r, span=None, rule="cell.several", confidence=0.8) for r in several]
    number = _first(sheet)
    if number is not None and len(several) == 1 and cell is None and (opens_act(fold(name)) or tells_work(name)) and len(several[0].indicator.split()) >= 4 \
            and several[0].value is not None:
        # "Triển khai bệnh án điện tử | 100% bệnh viện công lập dùng bệnh án điện tử": beside an act the result names what is measured.
        return [replace(several[0], span=None, rule="cell.result", confidence=0.85)]
    if number is None:
        digits = re.fullmatch(r"\d+(?:[.,]\d+)*", sheet.low)
        if cell and cell[0] == "rank" and digits:
            return [_rank_reading(name, float(sheet.low.replace(",", ".")), horizon)]
        if digits and not re.fullmatch(r"\d+(?:\.\d+){2,}", sheet.low):
            bare = float(sheet.low.replace(",", "."))
            return [TargetReading(name, "=", bare, None, cell[1] if cell else None, None, confidence=0.8, rule="cell.value")]
        return [TargetReading(own, "qualitative", horizon=horizon, confidence=0.9, rule="cell.qualitative")]
    if cell and cell[0] == "rank" and number.kind in ("bare", "counted"):
        return [_rank_reading(name, number.high or number.value, horizon)]  # "1 - 10": among the first ten
    rest = _remainder(sheet, number)
    limit = _LIMIT.search(rest)
    qualifier = None
    if limit:
        at = sheet.low.find(limit[1])
        qualifier = sheet.plain[at : at + len(limit[1])].strip(" .)") if at >= 0 else limit[1]
    kind, got = number.kind, number.unit
    if number.kind == "bare" or (number.kind == "counted" and cell is not None):
        got = cell[1] if cell else None
        kind = cell[0] if cell else "bare"
    amount, high = number.value, number.high
    if kind in ("money", "measure", "counted") and number.kind == "bare" and cell is not None:
        amount, high = _amount(sheet, number)
    if got is None and _INDEX.search(fold(name)) and not _RANKED.search(fold(name)):
        got = "index"
    if cell and cell[0] == "percent" and number.kind == "counted":
        got = "%"
    wording = name or own
    if name and number.kind in ("counted", "measure") and cell is None and len(rest.split()) > 3:
        wording = name
    return [TargetReading(wording, number.comparator, amount, high, got, horizon, qualifier, number.measure or (unit or None),
                          number.change, None, 0.95 if name else 0.7, "cell.value")]


def _with_part(name: str, part: str, unit: str | None) -> str:
    """The row's indicator with what one value of its cell is of; the measure of the first names nothing: "12 tỷ đồng, tăng 10%"."""
    if unit and unit != "count" and fold(part).startswith(fold(unit)):
        part = part[len(unit) :].strip()
    return f"{name} {part}".rstrip()


def _amount(sheet: Sheet, number: Number) -> tuple[float | None, float | None]:
    """Values of a bare number whose column says that it is an amount, so that "1.234" is a thousand."""
    from normalizers.numbers import parse_number

    tokens = re.findall(r"\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)*", sheet.low[number.at : number.end])
    if not tokens:
        return number.value, number.high
    values = [parse_number(t.replace(" ", ""), thousands="." in t) for t in tokens[:2]]  # "20 000" as "20.000"
    return values[0], (values[1] if number.high is not None and len(values) > 1 else None)


def _clean(indicator: str) -> str:
    """An indicator cell without list marker and closing punctuation."""
    sheet = Sheet.of(indicator)
    return sheet.plain[body_start(sheet) :].strip().rstrip(" .;,:")


def _qualitative_or(name: str, value: Sheet) -> str:
    """Indicator of a value in words: "Hạ tầng số" + "Tiên tiến, hiện đại"; a value that repeats it stands alone."""
    wording = value.plain.rstrip(" .;,:")
    if not name or value.low.startswith(fold(name)):
        return wording
    return f"{name} {wording}"
