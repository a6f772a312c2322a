"""Units of measure and counted nouns (`vocab/measures.csv`): the printed wording after a number → its unit."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path

from normalizers.frozen import frozen
from normalizers.text import CAPITALS, fold

VOCAB = Path(__file__).parent / "vocab"
# What a rate is counted per; "xã/phường" and other alternatives are no rates.
_PER = (
    r"(?:người|đầu người|năm học|năm|tháng|quý|tuần|ngày đêm|ngày|giờ|vạn dân|nhân khẩu|khẩu|hộ|ha|km2|km|m2|m3|giường bệnh|giường|lao động|lần|"
    r"xã|phường|thôn|đơn vị diện tích|đơn vị|trường|lớp|doanh nghiệp|vụ|lượt giao dịch|lượt khách|lượt người|lượt|đồng chí|cán bộ|htx|hợp tác xã|hội viên|đoàn viên|học sinh|khách hàng|khách|nhà|căn|suất quà|suất|phần quà|sinh viên|sản phẩm|chi hội|chi đoàn|chi bộ|tấn|kg|sào|công trình|dự án|mô hình|cơ sở)"
)
_PER_TAIL = re.compile(rf"(?: ?/ ?{_PER}(?!\w))+")
_PER_TIME = re.compile(r"(?: ?/ ?(?:năm học|năm|tháng|quý|tuần|ngày|lần|giờ))+$")
_PER_YEAR = re.compile(r"(?: ?/ ?(?:năm học|năm|tháng|quý|lần))+$")  # "gam/ngày" is a dose: its day stays
_PER_CODE = re.compile(rf" ?/ ?[{CAPITALS}]{{3,6}}(?![\w-])")  # "5 triệu đồng/CĐCS": money for each of what is told in letters
_SLASH = re.compile(r" ?/ ?")
_PER_NUMBER = re.compile(r" trên (?:một |1 )?(?:vạn|nghìn) (?=dân|người)| ?/ ?(?:(?:1|một) vạn|vạn|(?:một )?nghìn(?= (?:dân|người))|100(?= (?:bé|trẻ|dân|người|hộ|máy|bà|em|km|ha|lao động|sinh viên|học sinh|doanh nghiệp))|1000|10000|100000|1 ?\.? ?000|10[. ]000|100[. ]000|1[. ]000[. ]000)(?![\d/])")
# "µg/m3", "mg/l", "kWh/m2.năm": a ratio of signs of measure, no counted noun.
# "109 bé trai sinh ra sống so với 100 bé gái sinh ra sống": one rate, though it is told as a comparison
_SEXES = re.compile(r" ?((?P<of>số |(?=trẻ sơ sinh ))?(?:bé|trẻ|trẻ em|trẻ sơ sinh) trai)((?: (?:được )?sinh ra(?: còn)? sống)?) ?(?:so với|trên|(?(of)/|(?!))) ?100 ((?:bé|trẻ|trẻ em|trẻ sơ sinh) gái(?: (?:được )?sinh ra(?: còn)? sống)?)(?!\w)")
# "109 bé trai/100 bé gái | còn sống sau khi được sinh ra": which girls is told to the end
_GIRLS = re.compile(r" ?(?:bé|trẻ|trẻ em|trẻ sơ sinh) gái(?: (?:sơ sinh|mới sinh|còn sống|sau khi|sinh ra|khi|được|sinh|còn|sống))*(?!\w)")
_PER_HUNDRED = re.compile(r"/100 ?(?:$|[,;.)]|(?:vào|trong|đến|trước|năm)(?!\w))")  # "tỷ số giới tính khi sinh dưới 112/100": of so many girls
_RATIO = re.compile(r"(?:µ|μ|m|k|n|g|c|d)?(?:g|l|m|wh?|j|n|bq|db|pt|tco2e?)[23²³]? ?/ ?(?:n?m[23²³]?|kg|l|ml|km2?|ha|kwh|ngày|giờ|h|năm|người|tấn)(?:[./](?:năm|ngày|giờ|h))?")
_STOP = (
    ["vào", "năm", "đến", "trong", "và", "hoặc", "so", "theo", "trên", "tại", "ở", "có", "được", "đạt", "là", "bằng", "với", "của", "cho", "từ", "trước", "giai", "mỗi", "hằng", "hàng", "trở", "tối", "ít", "không", "dưới", "xuống", "lên", "để", "nhằm", "phấn", "tăng", "giảm", "hết"]
)
STOP_WORDS = frozenset(_STOP)
_WORD = re.compile(r" ?([^\W\d_]+)")
_SCALED = re.compile(r"10+(?:[. ]000)* ?[^\W\d_]|1(?:[. ]000)+ ?[^\W\d_]")  # "1.000 con", "100 tấn": a value counts so many of them
_MANY_OF = re.compile(r"(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ) [^\W\d_].*")  # "Triệu giao dịch": the value counts so many at once
_SPENT = re.compile(r"(?:đầu tư|xây|mua|hỗ trợ|vay|thực hiện|trả|nộp|chi|đồng|usd|mỗi|một|/)(?!\w)")  # "50 triệu mua máy" is money
_MANY = re.compile(r" ?((?:nghìn|ngàn|vạn|triệu|tỷ|tỉ) )")
_SHARE = re.compile(r" (?:tỷ|tỉ) (?:lệ|trọng|suất|số|giá)(?!\w)")  # "Đến năm 2030 | tỷ lệ người dân …" opens the subject, no billions


@frozen
class Measure:
    """What stands behind a number: `kind` of the vocabulary, canonical `unit` (None: none given), `printed` wording,
    and `length`: how many characters of the text the unit itself takes (0 for counted nouns, which are wording)."""

    kind: str
    unit: str | None
    printed: str | None
    length: int


@lru_cache(maxsize=1)
def rows() -> tuple[tuple[str, str, str], ...]:
    """(phrase, kind, canonical unit or "") of the vocabulary, as in the file."""
    with (VOCAB / "measures.csv").open(encoding="utf-8", newline="") as file:
        return tuple((r["phrase"], r["kind"], r["unit"]) for r in csv.DictReader(file))


@lru_cache(maxsize=1)
def _by_phrase() -> dict[str, tuple[str, str]]:
    known = {fold(phrase): (kind, unit) for phrase, kind, unit in rows()}
    # "ngàn" is "nghìn" in the south, and stays as printed: "ngàn ha", "ngàn tỷ đồng"
    return {"ngàn" + phrase[5:]: (kind, unit.replace("nghìn", "ngàn")) for phrase, (kind, unit) in known.items() if phrase.startswith("nghìn ")} | known


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    phrases = sorted(_by_phrase(), key=lambda p: (-len(p), p))
    return re.compile(" ?(" + "|".join(map(re.escape, phrases)) + r")(?![\w])")


def known_measure(phrase: str) -> tuple[str, str] | None:
    """(kind, canonical unit or "") of a whole phrase, None if the vocabulary does not have it."""
    return _by_phrase().get(fold(phrase))


_NUMBER_OF = re.compile(r"(?:tổng )?số (?:lượng |lượt )?((?:[^\W\d_]+ ?){1,3})")
_RATED = re.compile(r"/|(?:trên|bình quân) (?:\d|một |mỗi )")


def counted_by(indicator: str) -> str | None:
    """The unit of a bare number whose indicator says what it is a number of: "Số mô hình chợ số" → `count`, "Số người tham gia" → `người`.

    None of rates ("Số bác sĩ/vạn dân"), of amounts ("Số thu ngân sách") and of every other indicator."""
    folded = fold(indicator)
    m = _NUMBER_OF.match(folded) if folded.startswith(("số ", "tổng số ")) and not _RATED.search(folded) else None
    words = m[1].split() if m else []
    found = (known_measure(" ".join(words[:n])) for n in range(len(words), 0, -1))
    return next((unit for kind, unit in filter(None, found) if kind == "counted" and unit), None)


_SCORED = re.compile(r" (?:chỉ số|par|sipas|papi|pci|dti|bộ chỉ số)(?!\w)")  # "85 điểm chỉ số cải cách hành chính": a score of what is named behind it
_EVENTS = (" hội ", " cao điểm ", " hành động ", " chủ nhật ", " thứ bảy ")  # what a day, week or month that is held is named after


def _words_from(low: str, at: int, most: int) -> int:
    """End of up to `most` words of a denominator or noun from `at`, stopping at function words and punctuation."""
    for _ in range(most):
        m = _WORD.match(low, at)
        if not m or m[1] in _STOP:
            break
        at = m.end()
    return at


def counted_end(low: str, at: int) -> int:
    """End of a counted noun of the vocabulary at `at`, else `at`."""
    m = _pattern().match(low, at)
    return m.end() if m and _by_phrase()[m[1]][0] == "counted" else at


_QUOTED = re.compile(rf' [“"](?=[{CAPITALS}])')


def read_measure(plain: str, low: str, at: int) -> Measure:
    """The unit that stands at offset `at` of a text (`plain` as printed, `low` folded, same offsets)."""
    if sexes := _SEXES.match(low, at):
        of, born, to = (plain[slice(*sexes.span(i))] for i in (1, 3, 4))
        rate = f"{of}{'' if fold(to).endswith(fold(born)) else born}/100 {to}"
        return Measure("measure", rate, rate, sexes.end() - at)
    if low.startswith("/100", at) and _PER_HUNDRED.match(low, at) and low[at - 3 : at].isdigit() and low[at - 3 : at] > "100" and "giới tính" in low[:at]:
        return Measure("measure", plain[at : at + 4], plain[at : at + 4], 4)
    if low.startswith((" tỷ ", " tỉ "), at) and _SHARE.match(low, at):
        return Measure("bare", None, None, 0)
    m = _pattern().match(low, at)
    kind, unit, end = "", "", at
    if m:
        kind, unit = _by_phrase()[m[1]]
        end = m.end()
    # "4/100.000 trẻ sinh ra còn sống", "ca sinh/1.000 phụ nữ", "bác sĩ/vạn dân": a rate is printed whole.
    if not kind or kind in ("counted", "measure"):
        noun_end = end if m else at
        for _ in range(3):
            per = _PER_NUMBER.match(low, noun_end)
            if per:
                stop = _words_from(low, per.end(), 6)
                if girls := _GIRLS.match(low, per.end()):
                    stop = girls.end()
                stop += low[stop : stop + 1] in tuple("23²³") and stop > per.end()  # "1,2 km/100 km2"
                return Measure("measure", _SLASH.sub("/", plain[at:stop].strip()), plain[at:stop].strip(), stop - at)
            step = _words_from(low, noun_end, 1)
            if step == noun_end:
                break
            noun_end = step
    if (not m or m[1] in ("triệu", "tỷ", "tỉ")) and (many := _MANY.match(low, at)) and (counted := counted_end(low, many.end())) > many.end():
        printed = plain[many.start(1) : counted].strip()
        return Measure("counted", printed, printed, 0)  # "1,45 triệu con", "12 nghìn liều": the unit says how many at once
    if (not m or m[1] == "triệu") and (many := _MANY.match(low, at)) and not _SPENT.match(low, many.end()) and (stop := _words_from(low, many.end(), 1)) > many.end():
        stop += low[stop : stop + 1] in tuple("23²³")  # "350 nghìn m3"
        printed = plain[many.start(1) : stop].strip()
        return Measure("counted", printed, printed, 0)
    ratio = _RATIO.match(low, at + low.startswith(" ", at)) if not m else None
    if ratio and not low[ratio.end() : ratio.end() + 1].isalnum():
        return Measure("measure", plain[ratio.start() : ratio.end()], plain[ratio.start() : ratio.end()], ratio.end() - at)
    if not m:
        stop = _words_from(low, at, 1)
        noun = plain[at:stop].strip() or None
        if noun is None and low[at - 2 : at].isdecimal() and _QUOTED.match(plain, at):  # but "Dự án 8 “…”", "phong trào 5 “Không”"
            return Measure("counted", "count", plain[at + 2 : _words_from(low, at + 1, 1)].strip(' “"') or None, 0)  # "06 “Tổ liên gia an toàn”": things called so
        return Measure("counted" if noun else "bare", "count" if noun else None, noun, 0)
    if m[1] in ("ngày", "tuần", "tháng") and low.startswith(_EVENTS, end):
        return Measure("counted", "count", plain[m.start(1) : _words_from(low, end, 1)], 0)  # "01 Ngày hội STEM": so many are held
    if kind == "measure" and m[1] == "điểm" and _words_from(low, end, 1) > end and not _SCORED.match(low, end):
        kind, unit = "counted", "count"  # "03 điểm du lịch" are places, "85 điểm trở lên" a score
    if kind == "measure" and not _PER_TAIL.match(low, end):
        word = _words_from(low, end, 1)  # "28 m2 sàn/người"
        end = word if _PER_TAIL.match(low, word) else end
    printed = plain[m.start(1) : end]
    tail = _PER_TAIL.match(low, end) or (_PER_CODE.match(plain, end) if kind == "money" else None)
    if kind in ("counted", "rank"):
        if tail and not _PER_TIME.fullmatch(tail[0]) and not unit:
            end = tail.end()
        if tail and tail[0].endswith("/km2"):  # "600 người/km2": a density, no count
            return Measure("measure", plain[m.start(1) : tail.end()], plain[m.start(1) : tail.end()], tail.end() - at)
        return Measure(kind, unit or printed, plain[m.start(1) : tail.end()] if tail else printed, 0)
    if tail:
        end = tail.end()
        printed = plain[m.start(1) : end]
        if unit and kind == "money":
            unit += plain[m.end() : end]  # "60 trđ/người/năm" → "triệu đồng/người/năm"
        unit = unit or ("" if not _PER_YEAR.fullmatch(tail[0]) or kind == "money" else plain[m.start(1) : m.end()])
    return Measure(kind, unit or printed, printed, end - at)


_SMALLER = re.compile(r" (\d{1,3}) ?(?P<size>triệu|nghìn|ngàn)(?!\w)")


def money_rest(plain: str, low: str, at: int, money: Measure) -> tuple[float, Measure] | None:
    """The second part of an amount in two sizes whose first unit stands at `at`: for "3 | tỷ 500 triệu đồng" 0.5 and the
    measure "tỷ đồng" over both; None where nothing of a smaller size follows."""
    if money.printed not in ("tỷ", "tỉ", "triệu", "Tỷ", "Triệu"):
        return None
    m = _SMALLER.match(low, at + money.length)
    if m is None or (m["size"] == "triệu") == (fold(money.printed) == "triệu"):
        return None
    second = read_measure(plain, low, m.start("size"))
    unit = money.printed + (second.printed or "")[len(m["size"]) :]
    return int(m[1]) / 1e3, Measure("money", unit.replace("tỉ", "tỷ"), unit, m.start("size") + second.length - at)


def read_unit_cell(text: str) -> tuple[str, str | None] | None:
    """A unit-of-measure cell → (kind, canonical unit); None for an empty cell.

    "% GDP" and "%/năm" are `%`; a noun that the vocabulary has as counted, or does not have, is `count`.
    """
    folded = fold(text).strip(" ().:")
    if not folded:
        return None
    if folded in ("%0", "%o", "0/00", "‰"):
        return "measure", "‰"
    if folded.startswith(("%", "tỷ lệ", "tỉ lệ")):
        return "percent", "%"
    if _SCALED.match(folded) or _MANY_OF.fullmatch(folded):
        return "measure", " ".join(text.split()).strip(" ().:")
    found = known_measure(folded) or known_measure(folded.split("/")[0].removeprefix("số ").strip())
    shown = " ".join(text.split()).strip(" ().:")
    if found and "/" in folded and found[0] not in ("percent", "speed"):
        if found[0] == "counted" and _PER_TIME.search(folded):
            return "counted", "count"
        return "measure", shown
    if found:
        return found[0], found[1] or shown
    if folded.startswith(("chỉ số ", "hệ số ")):
        return "index", "index"  # "Chỉ số phát triển con người (HDI)"
    if re.fullmatch(r"[kmgtp]bps", folded) or re.fullmatch(r"[kmgt]?wh?p?", folded):
        return "measure", shown
    if "/" in folded and (re.search(r"/ ?(?:\d|vạn dân)", folded) or _RATIO.fullmatch(folded)):
        return "measure", shown
    first = known_measure(folded.split()[0])
    if first and first[0] == "measure" and len(folded.split()) <= 3:
        return "measure", shown  # "tấn nhân", "ha mặt nước": a measure with what it is of
    return "counted", "count"
