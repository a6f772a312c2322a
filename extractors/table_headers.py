"""What the columns of a plan's table mean: roles from the wording of the headings, or from what the cells hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml

from extractors.attendance import attendance
from extractors.cell_kinds import acts, is_measure, is_number_mark, is_quantity, time_fit, unit_fit
from extractors.double_headings import words_too
from extractors.given_values import own_commitments
from extractors.grouping_headings import counts_of_places, group_column, ordered_column
from normalizers.text import fold

TableKind = Literal["targets", "tasks", "mixed", "other"]
_VOCAB = Path(__file__).parent / "vocab" / "table_headers.yml"
# Ties between roles that match the same wording: the first wins.
_ORDER = ("no", "actual", "horizon", "quarter", "measure", "lead", "support", "owner", "receiver", "time", "result", "indicator", "value", "task",
          "note", "budget", "other")
_YEAR = re.compile(r"20\d\d")
_IN_HEADING = re.compile(r"\((?:(?:ĐVT|Đơn vị(?: tính)?|đvt|đơn vị(?: tính)?) ?: ?)?([^():]{1,24})\)\s*$")


@dataclass(frozen=True, slots=True)
class HeaderVocab:
    """Compiled heading patterns: per role, and for headings that stand above others (`parents`)."""

    roles: tuple[tuple[str, re.Pattern[str]], ...]
    parents: tuple[tuple[str, re.Pattern[str]], ...]

    def role(self, folded: str) -> str | None:
        """Role whose pattern matches the whole folded heading."""
        for role, pattern in self.roles:
            if pattern.fullmatch(folded):
                return role
        return None

    def parent(self, folded: str) -> str | None:
        for role, pattern in self.parents:
            if pattern.fullmatch(folded):
                return role
        return None


@lru_cache(maxsize=1)
def vocab() -> HeaderVocab:
    """The heading vocabulary of `vocab/table_headers.yml`, compiled."""
    data = yaml.safe_load(_VOCAB.read_text(encoding="utf-8"))
    parts: dict[str, str] = data["parts"]

    def expand(pattern: str) -> str:
        for _ in range(3):
            for name, value in parts.items():
                pattern = pattern.replace("{" + name + "}", value)
        return pattern

    def compiled(table: dict[str, list[str]], names: Sequence[str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple((name, re.compile("|".join(f"(?:{expand(p)})" for p in table[name]))) for name in names)

    return HeaderVocab(compiled(data["roles"], _ORDER), compiled(data["parents"], tuple(data["parents"])))


_TRIM = " .:;,*-"
_COMMA = re.compile(r"\s*,(?!\d)\s*")
_PAREN = re.compile(r"\s*\([^()]*\)\s*$")
# "31-12-2026", "31.12.2026", "31 tháng 12 năm 2026": one day, however it is written; "tháng 12-2026" one month
_DAY = re.compile(r"(?<![\d/.-])(\d{1,2})(?:[.-]| tháng )(\d{1,2})(?:[.-]| năm )(?=20\d\d(?![\d/.-]))")
_MONTH = re.compile(r"(?<=tháng )(\d{1,2})-(?=20\d\d(?![\d/.-]))")
# Words that settle the role of a heading that no pattern matches as a whole, in order of strength.
_HINTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("support", re.compile(r"phối hợp")),
    ("lead", re.compile(r"chủ trì|đầu mối|tham mưu|chịu trách nhiệm")),
    ("measure", re.compile(r"đơn vị tính|\b[đd]vt\b")),
    ("budget", re.compile(r"kinh phí|ngân sách|dự toán|nguồn vốn|tổng mức đầu tư|thành tiền|triệu đồng")),
    ("time", re.compile(r"thời gian|thời hạn|tiến độ|lộ trình|hoàn thành (trước|vào)")),
    ("result", re.compile(r"sản phẩm|kết quả|đầu ra")),
    ("owner", re.compile(r"(đơn vị|cơ quan|người|cá nhân|bộ phận|lãnh đạo) (thực hiện|phụ trách|được giao|triển khai)|phân công")),
    ("note", re.compile(r"ghi chú|căn cứ")),
    ("other", re.compile(r"họ và tên|họ tên|chức vụ|chức danh|điện thoại|địa điểm")),
    ("indicator", re.compile(r"chỉ tiêu|mục tiêu|chỉ số|tiêu chí")),
    ("task", re.compile(r"nhiệm vụ|nội dung|công việc|giải pháp|hoạt động|đề án|dự án")),
)


# Headings of what is to be done for the indicator that opens the row.
_ORDERED = re.compile(r"nhiệm vụ|giải pháp|công việc|hoạt động|việc cần làm")


def fold_heading(heading: str) -> str:
    """A heading folded, without marks around it, its commas as they should stand ("Thôn ,bản" → "thôn, bản")."""
    folded = fold(heading).strip(_TRIM)
    return _COMMA.sub(", ", folded) if "," in folded else folded


@lru_cache(maxsize=8192)
def wording_role(folded: str) -> str | None:
    """`HeaderVocab.role`, remembered: the same words of a dump are tried as headings from several lines."""
    return vocab().role(_slashed(folded))


def _slashed(folded: str) -> str:
    """Days and months of a heading as the patterns have them: "đến 31 tháng 12 năm 2026" → "đến 31/12/2026"."""
    return _MONTH.sub(r"\1/", _DAY.sub(r"\1/\2/", folded)) if "20" in folded else folded


@lru_cache(maxsize=4096)
def heading_role(heading: str) -> str | None:
    """Role of one heading on its own: a role name, `value@EDTF` for a column of one year or period, or None.

    Headings of years already reached ("Thực hiện 2024") are `actual`; one quarter or month without its year is `quarter@-33`.
    """
    folded = fold_heading(heading)
    if not folded:
        return None
    bare = _PAREN.sub("", folded).strip(_TRIM)
    for text in dict.fromkeys((folded, bare)):
        role = wording_role(text)
        if role == "horizon":
            return f"value@{_period(_slashed(text))}"
        if role == "quarter":
            return f"quarter@{_yearless(text)}"
        if role:
            return role
    if len(folded.split()) <= 12:
        for role, hint in _HINTS:
            if hint.search(folded):
                return role
    return None


def _period(folded: str) -> str:
    """EDTF of the year, period, month or day in a heading: "đến năm 2030" → `2030`, "2026 - 2030" → `2026/2030`.

    A half-year without its year ("kế hoạch 6 tháng cuối năm") is `-41`: the plan's context gives the year.
    """
    years = _YEAR.findall(folded)
    day = re.search(r"(?<!\d)(\d{1,2})/(\d{1,2})/(20\d\d)", folded)
    if day and 1 <= int(day[1]) <= 31 and 1 <= int(day[2]) <= 12:
        return f"{day[3]}-{int(day[2]):02d}-{int(day[1]):02d}"
    month = re.search(r"tháng (\d{1,2})\s*(?:/|năm)\s*(20\d\d)", folded)
    if month:
        return f"{month[2]}-{int(month[1]):02d}"
    quarter = re.search(r"qu[ýí] (i{1,3}|iv|[1-4])\s*(?:/|năm)\s*(20\d\d)", folded)
    if quarter:
        number = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(quarter[1]) or int(quarter[1])
        return f"{quarter[2]}-{32 + number}"
    half = re.search(r"\b0?6 tháng (đầu|cuối)\b", folded)
    if half and len(years) < 2:
        return f"{years[0] if years else ''}-{40 if half[1] == 'đầu' else 41}"
    if len(years) >= 2 and years[0] != years[-1]:
        return f"{years[0]}/{years[-1]}"
    return years[0] if years else ""


def _yearless(folded: str) -> str:
    """A quarter or month in a heading without its year: "quý i" → `-33`, "đến tháng 9" → `-09`."""
    month = re.search(r"tháng (\d{1,2})", folded)
    if month:
        return f"-{int(month[1]):02d}"
    if (so_far := re.search(r"\b0?([69]) tháng", folded)) is not None:
        return "-40" if so_far[1] == "6" else "-09"
    quarter = re.search(r"qu[ýí] (iv|i{1,3}|[1-4])", folded)
    number = (quarter[1] if quarter else "1").replace("iv", "4")
    return f"-{32 + (int(number) if number.isdigit() else len(number))}"


def column_roles(header_cells: Sequence[str]) -> list[str | None]:
    """Roles of a table's columns from its headings, read together.

    Beside a "Đơn vị tính" column, "Kết quả" and a second "Chỉ tiêu"/"Mục tiêu" are the value column; "Đơn vị" beside
    a lead column is the unit of measure, without one it is the owner. Behind an indicator and its value, "Nhiệm vụ,
    giải pháp" is `work`: the task that the same row gives. `group`: what groups the rows worded in the next column.
    None where a heading says nothing.
    """
    folded = [fold(cell).strip(_TRIM) for cell in header_cells]
    roles = attendance(_periods(_worded([heading_role(cell) for cell in header_cells], folded), folded), folded)

    def has(*names: str) -> bool:
        return any(role and role.split("@")[0] in names for role in roles)

    if "value" in roles and (ruled := [i for i, text in enumerate(folded) if roles[i] == "value" and _RULE.fullmatch(text)]):
        beside_it = {role for i, role in enumerate(roles) if i not in ruled and folded[i] != "đơn vị"}
        if not {"indicator", "measure", "actual"} & beside_it and not any(map(_valueish, beside_it)):
            roles = [None if i in ruled else role for i, role in enumerate(roles)]  # "Nhiệm vụ | Quy định | Đơn vị | Thời gian": on what the work rests
    plain_unit = [i for i, text in enumerate(folded) if text == "đơn vị"]
    for i in plain_unit:
        beside = roles[i + 1] if i + 1 < len(roles) else None
        aimed = beside == "indicator" == roles[i - 1] and i > 0  # "Chỉ tiêu | Đơn vị | Mục tiêu": the second is the value
        roles[i] = "measure" if has("lead", "owner", "value", "actual") or _valueish(beside) or aimed else "owner"
    measured = "measure" in roles
    group_column(roles, folded)
    wording = [i for i, role in enumerate(roles) if role in ("task", "indicator")]
    if len(wording) > 1:
        first = wording[0]
        if roles[first] == "indicator" and not (measured or has("value")) and (work := ordered_column(wording[1:], folded)):
            roles[work] = "work"
            wording.remove(work)
        for i in wording[1:]:
            if roles[i] == "indicator":
                roles[i] = "value" if measured or roles[first] == "indicator" else "result"
            elif folded[i] in ("kế hoạch",):
                roles[i] = "value"
            elif roles[first] == "indicator" and i == first + 1:
                roles[i] = "other" if measured else "task"
            elif roles[first] == "indicator" and _ORDERED.search(folded[i]) and has("value") and "work" not in roles:
                roles[i] = "work"
            else:
                roles[i] = "other"
    if len(wording) == 1 and roles[wording[0]] == "indicator" and not has("value") and has("lead", "owner", "support"):
        roles = [f"value@{_period(text)}" if role in ("actual", "result") and _RESULT_OF.fullmatch(text) else role for role, text in zip(roles, folded, strict=True)]
    if not has("value"):
        roles = [None if role == "actual" and text in _OF_AIMS else role for role, text in zip(roles, folded, strict=True)]
    if measured and not has("value"):
        for i, role in enumerate(roles):
            if role == "result":
                roles[i] = "value"
                break
    if not wording and roles and not _is_register(folded) and not words_too(roles, folded):
        _wording_column(roles, folded)
    leads = [i for i, role in enumerate(roles) if role == "lead"]
    for i in [i for i in leads if (folded[i].startswith(_PEOPLE) and "đơn vị" not in folded[i]) or "thẩm định" in folded[i]][: len(leads) - 1]:
        roles[i] = "other"  # "Lãnh đạo theo dõi | Cơ quan chủ trì"
    leads = [i for i in leads if roles[i] == "lead"]
    owners = [i for i, role in enumerate(roles) if role == "owner"]
    if len(leads + owners) > 1 and (any("chủ trì" in folded[i] for i in leads) or any("thực hiện" in folded[i] for i in owners)):
        for i in leads:
            if _WATCHES.fullmatch(folded[i]):
                roles[i] = "other"  # "Cơ quan chủ trì | Cơ quan phối hợp | Cơ quan theo dõi, đánh giá", "Đơn vị thực hiện | Đơn vị theo dõi, đôn đốc"
        leads = [i for i in leads if roles[i] == "lead"]
    people = [i for i in owners if folded[i].startswith(_PEOPLE) and "đơn vị" not in folded[i]]
    if leads and owners:
        for i in owners:
            roles[i] = "support" if not has("support") and i not in people else "other"
    elif len(people) < len(owners):  # who answers in person, beside the unit that does it
        for i in people:
            roles[i] = "other"
    elif len(owners) > 1:  # "Cán bộ thực hiện | Lãnh đạo phụ trách"
        for i in [i for i in owners if folded[i].startswith("lãnh đạo")][: len(owners) - 1]:
            roles[i] = "other"
    return own_commitments(roles, folded)


# "Kết quả đến năm 2027 | Kết quả đến năm 2030" beside who is to reach it; "Kết quả thực hiện năm 2025" is reached.
_RESULT_OF = re.compile(r"kết quả(?: ?[/,(] ?giá trị\)?)?(?: (?:phấn đấu|cần đạt|phải đạt|dự kiến|yêu cầu))*(?: (?:đến|đến hết|đến cuối|hết|trong|cuối))?(?: (?:năm|giai đoạn))? 20\d\d(?: ?[-–] ?20\d\d)?")


_RULE = re.compile(r"nghị quyết|nq|(?:theo )?quy định(?: chung)?")
# How much is to be reached, where no other column says it.
_OF_AIMS = ("đạt (%)", "đạt %")
# Who only watches over an indicator that another leads, over work that another does.
_WATCHES = re.compile(r"(?:cơ quan|đơn vị|bộ phận|phòng|phòng, ban)?(?:,? ?(?:theo dõi|đánh giá|giám sát|đôn đốc|kiểm tra|tổng hợp|báo cáo|và|/))+")
_PEOPLE = ("lãnh đạo", "người", "đồng chí", "cán bộ", "cá nhân", "phó chủ tịch", "chủ tịch", "báo cáo viên", "cấp thực hiện", "cấp triển khai")  # and how high an activity is held


def _worded(roles: list[str | None], folded: Sequence[str]) -> list[str | None]:
    """Roles, the first column "Chỉ tiêu (%)" as the wording of a table that has no other: `(%)` is of the figures beside it; so is
    "Danh hiệu" beside a "Chỉ tiêu" of figures."""
    at = 1 if roles[:1] == ["no"] else 0
    if roles[at + 1 : at + 2] in (["indicator"], ["task"]) and folded[at] == "tiêu chí số" and folded[at + 1].startswith(("nội dung", "tên")):
        return [*roles[:at], "no", *roles[at + 1:]]  # "Tiêu chí số | Nội dung tiêu chí"
    if roles[at:at + 2] == [None, "indicator"] and folded[at].startswith("danh hiệu") and "," not in folded[at + 1] and not any(map(_valueish, roles)):
        return [*roles[:at], "indicator", *roles[at + 1:]]  # "TT | Danh hiệu | Chỉ tiêu"
    if at >= len(roles) or roles[at] != "value" or not folded[at].startswith(("chỉ tiêu", "mục tiêu")) or {"task", "indicator"} & set(roles):
        return roles
    figures = [role for role in roles[at + 1:] if role and role.split("@")[0] in ("value", "actual", "quarter")]
    return [*roles[:at], "indicator", *roles[at + 1:]] if figures else roles


def _periods(roles: list[str | None], folded: Sequence[str]) -> list[str | None]:
    """Roles, the columns of quarters and months as values where there are several beside an indicator's: "Chỉ tiêu | Quý I | Quý II";
    one of the whole year says nothing in a schedule of tasks: "Nội dung | Đơn vị | Quý I | Quý II | Cả năm"."""
    if "value" in roles and "indicator" not in roles and not any(role == "measure" and text != "đơn vị" for role, text in zip(roles, folded, strict=True)):
        roles = [None if role == "value" and text in ("cả năm", "12 tháng") else role for role, text in zip(roles, folded, strict=True)]
    several = sum((role or "").startswith("quarter@") for role in roles) > 1 and bool({"indicator", "measure"} & set(roles))
    return [("value" + role[7:] if several else None) if role and role.startswith("quarter@") else role for role in roles]


# Columns of lists of people and posts to reach, and of what stands ready: rows of them are neither tasks nor targets.
_CONTACT = re.compile(r"(?:số )?(?:điện thoại|đt|sđt|đtdđ|di động)(?: liên hệ| di động| liên lạc)?|(?:thông tin |đầu mối )?liên (?:hệ|lạc)|e?mail")
_AT_HAND = re.compile(r"(?:tên |loại |các |nguồn )*(?:lực lượng|quân số|phương tiện|vật tư|trang thiết bị|trang bị|dụng cụ|công cụ|vật liệu|hóa chất|chốt|trạm|điểm chốt|đội hình)"
                      r"(?:(?:, | và )(?:lực lượng|phương tiện|vật tư|trang thiết bị|dụng cụ|công cụ|hóa chất))*(?: chính| trực| huy động| tham gia| thường trực| tại chỗ)*")


def _is_register(folded: Sequence[str]) -> bool:
    """Whether headings that name no task or indicator head a register: contacts, or what stands ready in its first columns."""
    return any(_CONTACT.fullmatch(text) for text in folded) or any(_AT_HAND.fullmatch(text) for text in folded[:2]) or counts_of_places(folded)


def _valueish(role: str | None) -> bool:
    return bool(role) and (role or "").split("@")[0] in ("value", "actual", "result")


_AIM = re.compile(r"chỉ tiêu|kế hoạch|mục tiêu|phấn đấu")


def _wording_column(roles: list[str | None], folded: Sequence[str]) -> None:
    """A table with a number column and owners must word its rows somewhere: the first open column after the number. So must
    one of measures and values: "Vật nuôi | ĐVT | Ước năm 2025 | Kế hoạch năm 2026"."""
    at = 1 if roles[:1] == ["no"] else 0
    if at and roles[at:at + 1] == [None] and any(r and r.startswith("value@") and _AIM.search(text) for r, text in zip(roles, folded, strict=True)) and not counts_of_places(folded):
        roles[at] = "indicator"  # "TT | Loại hình bảo hiểm | Số người năm 2025 | Chỉ tiêu năm 2026"
        return
    if roles[at:at + 1] == [None] and folded[at].startswith("danh hiệu") and "other" not in roles and any(map(_valueish, roles)):
        roles[at] = "indicator"  # "TT | Danh hiệu | Số lượng"
        return
    if roles[at:at + 2] == [None, "measure"] and any(r and r.startswith("value") for r in roles) and not counts_of_places(folded):
        roles[at] = "indicator"
        return
    if "no" not in roles or not any(r in ("lead", "owner", "support", "time", "measure") for r in roles):
        return
    at = roles.index("no") + 1
    if at < len(roles) and roles[at] in (None, "other", "result", "value") and folded[at] not in ("họ và tên", "họ tên"):
        roles[at] = "task"


def printed_units(heads: Sequence[str], roles: Sequence[str | None]) -> dict[str, str]:
    """Role of a column → the measure that its heading prints, of columns of wording and values: "Chỉ tiêu (%)", "Kế hoạch năm 2026 (người)"."""
    found: dict[str, str] = {}
    for head, role in zip(heads, roles, strict=False):
        m = _IN_HEADING.search(head)
        if m and role and role.split("@")[0] in ("indicator", "task", "value") and is_measure(m[1]):
            found[role] = m[1].strip()
    return found


def table_kind(roles: Sequence[str | None]) -> TableKind:
    """What a table is: target table, task table, both, or neither (budgets, lists of people, legal forms)."""
    plain = {role.split("@")[0] for role in roles if role}
    owners = plain & {"lead", "owner", "support"}
    if "indicator" in plain:
        if plain & {"value", "measure"}:
            return "targets"
        return "mixed" if plain & {"result", "time"} or owners else "targets" if len(roles) <= 4 and not plain & {"other", "actual"} else "other"
    if "task" in plain:
        if "value" in plain and ("measure" in plain or any(r and r.startswith("value@") for r in roles)) and not plain & {"result"}:
            return "mixed" if owners else "targets"
        if owners or plain & {"time", "result"}:
            budgets = sum(role == "budget" for role in roles)
            return "other" if budgets >= 3 and not owners else "tasks"
    return "other"


def roles_from_content(columns: Sequence[Sequence[str]]) -> list[str | None]:
    """Guess roles from what the cells hold (body cells per column, top to bottom), for tables without a usable header.

    Numbers in rising order are `no`; the column with the longest wording is `task` (`indicator` where most of its
    cells name no act); unit names give `lead`, then `support`; time phrases, quantities and measures likewise.
    """
    roles: list[str | None] = [None] * len(columns)
    stats: list[dict[str, float]] = []
    for cells in columns:
        filled = [cell for cell in cells if cell.strip()]
        n = len(filled) or 1
        stats.append({
            "filled": len(filled) / (len(cells) or 1),
            "no": sum(is_number_mark(cell) for cell in filled) / n,
            "time": sum(time_fit(cell) > 0.5 for cell in filled) / n,
            "unit": sum(unit_fit(cell) > 0.5 for cell in filled) / n,
            "quantity": sum(is_quantity(cell) for cell in filled) / n,
            "measure": sum(is_measure(cell) for cell in filled) / n,
            "act": sum(acts(cell) for cell in filled) / n,
            "words": sum(len(cell.split()) for cell in filled) / n,
            "any": float(bool(filled)),
        })
    if stats and stats[0]["no"] >= 0.6:
        roles[0] = "no"
    free = [i for i in range(len(columns)) if roles[i] is None and stats[i]["any"]]
    prose = [i for i in free if stats[i]["unit"] < 0.6 and stats[i]["time"] < 0.6 and stats[i]["words"] >= 3]
    if prose:
        main = max(prose[:2], key=lambda i: stats[i]["words"] * (1.0 if i == prose[0] else 0.6))
        quantities = any(stats[i]["quantity"] >= 0.5 for i in free if i != main)
        roles[main] = "indicator" if stats[main]["act"] < 0.4 and quantities else "task"
    for i in free:
        if roles[i]:
            continue
        s = stats[i]
        if s["measure"] >= 0.6 and "measure" not in roles:
            roles[i] = "measure"
        elif s["time"] >= 0.5:
            roles[i] = "time" if "time" not in roles else "note"
        elif s["quantity"] >= 0.5:
            roles[i] = "value"
        elif s["unit"] >= 0.5:
            roles[i] = "lead" if "lead" not in roles else "support" if "support" not in roles else "other"
        elif s["words"] >= 2 and "result" not in roles and s["filled"] >= 0.3:
            roles[i] = "result"
        else:
            roles[i] = "note"
    if "lead" in roles and "support" not in roles and sum(s["unit"] >= 0.5 for s in stats) == 1:
        roles[roles.index("lead")] = "owner"
    return roles
