"""Inline attributes of a task: "Đơn vị chủ trì: …; Đơn vị phối hợp: …; Thời gian thực hiện: …; Sản phẩm: …"."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.bare_labels import bare_label, only_bodies
from normalizers.acts import opens_act
from normalizers.frozen import frozen
from normalizers.text import fold, fold_map, squash
from normalizers.unit_headings import heading_units
from normalizers.unit_marked_roles import parted_at_helpers
from normalizers.unit_note_clauses import note_charges
from normalizers.unit_prose import prose_owners

_WHO = (r"(?:(?:các )?(?:đơn vị|cơ quan|cq|đv|đ/v|phòng|ban|ngành|bộ phận|địa phương|chủ thể|tổ chức|cá nhân|người|lực lượng)"
        r"(?:(?:, | ?/ ?| và )(?:đơn vị|cơ quan|tổ chức|địa phương|ban|ngành|bộ phận|cá nhân))*)")
_DUTY = r"(?:chủ trì|đầu mối|tham mưu|phụ trách|chịu trách nhiệm|thực hiện|triển khai|chính)"
# Whose items a label is for, where one line says it of a whole section: "Cơ quan chủ trì các nhiệm vụ tại mục này: …".
_ITEMS = (r"(?:(?:thực hiện|triển khai|tổ chức thực hiện|chung) )?(?:(?:các|những) )?(?:nhiệm vụ|nội dung|công việc|giải pháp)(?:(?:,| và) (?:các )?(?:nhiệm vụ|nội dung|giải pháp))*"
          r"(?: (?:(?:tại|trong|thuộc|của|ở) )?(?:(?:mục|phần|điểm|nhóm|khoản)(?: (?:nhiệm vụ|nội dung))? )?(?:này|trên|nêu trên|ở trên))(?= ?: ?\S)")
_LABELS: tuple[tuple[str, str], ...] = (
    ("lead?", rf"(?:{_WHO} )?(?:được giao )?(?:chủ trì|đầu mối|phụ trách|chịu trách nhiệm)(?:,? (?:thực hiện|tham mưu|chính))? {_ITEMS}"),
    ("support?", rf"(?:{_WHO} )?phối hợp {_ITEMS}"),
    ("lead", rf"(?:{_WHO} )?chủ trì ?(?:,|/|-|và) ?(?:{_WHO} )?phối hợp(?: thực hiện| triển khai)?"),
    ("support", rf"(?:{_WHO} |thành phần )?(?:được giao |tham gia |cùng )?phối hợp(?:(?:,| và)? (?:thực hiện|triển khai|tham mưu|tham gia|chính|cùng|với|gồm))*(?: \((?:thực hiện|hỗ trợ|tham gia|nếu có)\))?"),
    ("support", r"(?:đv|cq)ph"),
    ("support", rf"{_WHO} tham gia(?= ?: ?\S)"),
    ("lead", rf"(?:{_WHO} )?(?:được (?:giao|phân công) |làm |đồng )?(?:chủ trì|đầu mối|tham mưu|phụ trách|chịu trách nhiệm)(?:(?:,| và| ?/)? ?{_DUTY})*(?: \({_DUTY}(?:(?:,| và)? {_DUTY})*\))?"),
    ("lead", rf"{_WHO} (?:thực hiện|triển khai|tổ chức thực hiện)(?: chính)?"),
    ("lead", r"(?:đv|cq)ct|chủ đầu tư(?= ?: ?\S)"),
    ("lead", r"(?:phân công|giao) (?:thực hiện|nhiệm vụ|chủ trì)"),
    # "- Thực hiện: Văn phòng chủ trì, Ban X phối hợp.": who, where the duty of each is said behind the label
    ("lead", r"(?:(?<=^)|(?<=^[-+*•] ))(?:(?:tổ chức )?(?:thực hiện|triển khai)|giao(?: cho)?)(?= ?: ?[^.;:]{2,160}\b(?:chủ trì|phụ trách)\)?(?: ?(?:[.;]|$)|,[^.;:]{2,140}[ (]phối hợp(?: thực hiện)?\)? ?(?:[.;]|$)))"),
    # Labels only before bodies: "Thực hiện: Phòng X", "Tham gia: Công an xã", "Thủ trưởng các đơn vị: Phòng X, Trạm Y tế"
    ("lead?", r"(?:(?:tổ chức )?thực hiện|giao(?: cho)?|ct|(?:thủ trưởng|lãnh đạo) (?:các )?(?:cơ quan, )?(?:đơn vị|phòng, ban)|đơn vị)(?= ?: ?\S)"),
    ("support?", r"(?:tham gia(?: phối hợp)?|(?:phối hợp, |đơn vị )?hỗ trợ|ph)(?= ?: ?\S)"),
    ("before", r"(?:(?:cần |phải )?(?:hoàn thành|xong) )(?:xong )?trước(?: ngày)?(?= ?: ?\S)"),
    ("lead", r"trách nhiệm(?: (?:chính|thực hiện|chủ trì|thuộc))?(?= ?: ?\S)"),
    ("support", r"cùng (?:thực hiện|phối hợp|tham gia)(?= ?: ?\S)"),
    # not "- Cơ quan thường trực: Phòng X chịu trách nhiệm theo dõi, đôn đốc": a duty of its own
    ("lead", rf"(?:phân công|(?:{_WHO} )?thường trực(?! ?: ?[^.;:]{{0,90}}(?<!\w)(?:chịu trách nhiệm|có trách nhiệm|theo dõi|tham mưu|giúp|đôn đốc|tổng hợp)(?!\w)))(?= ?: ?\S)"),
    ("deadline", r"(?:yêu cầu (?:về )?)?(?:thời gian|thời hạn|tiến độ|lộ trình|thời điểm|mốc thời gian|tg|t/g|t/gian|hạn|(?:dự kiến|kế hoạch|ngày|mốc)(?= hoàn thành))(?:,? (?:thực hiện|hoàn thành|triển khai|tổ chức|dự kiến|trình|ban hành|phê duyệt|"
                 r"báo cáo|gửi|nghiệm thu|bắt đầu|kết thúc|cụ thể|xử lý|xong|chót|cuối|cuối cùng|chậm nhất|thời gian|tiến độ|th|và|,|\(dự kiến\)))*"),
    # "Thời gian khám: 03/11 - 07/11/2025", "Thời gian giao nhận quân: ngày …": an act of its own name, but a time behind it.
    ("deadline", r"thời gian(?: [^\W\d_]+){1,4}(?= ?: ?(?:từ|trong|trước|ngày|sáng|chiều|tối|tháng|quý|tuần|dự kiến|chậm nhất|đến|hằng|hàng|thứ|\d{1,2} ?(?:[/.]\d|h\b|giờ)))"),
    ("deadline", r"hoàn thành(?: (?:trong|vào|xong))?"),
    ("result", r"(?:sản phẩm|kết quả|đầu ra)(?: (?:đầu ra|dự kiến|cần đạt|đạt được|thực hiện|chính|hoàn thành))*"),
    # Circumstances that no field holds: they end the value before them.
    ("", r"(?:dự kiến )?(?:nguồn )?(?:kinh phí|nguồn lực|nguồn vốn)(?: (?:thực hiện|dự kiến))*|(?:địa điểm|thành phần|đối tượng|hình thức|quy mô|số lượng|cấp (?:trình|phê duyệt|ban hành)|ghi chú)(?: (?:thực hiện|tổ chức|tham gia|tham dự|dự|mời))?"),
)
_LABEL = re.compile(r"(?:(?<=^)|(?<=[.;,(\-–+*•→>|/] )|(?<=[.;,(\[]))(?:" +
                    "|".join(f"(?P<g{i}>{p})" for i, (_, p) in enumerate(_LABELS)) + r")\s*(?:là)?\s*:\s*")
# Where one can begin behind the first word: behind a mark, for which a search leaps.
_BEHIND_MARK = re.compile(r"[.;,(\-–+*•→>|/\[](?:(?<=[.;,(\[])(?=\w)| (?<!\[ )(?=\w))")

_BODIES_ONLY = re.compile(r"(?:thực hiện|này|trên|sau|đây|đơn vị|phòng, ban|tham gia(?: phối hợp)?|hỗ trợ|(?<!\w)(?:giao(?: cho)?|ct|ph)) ?:")
_BEFORE = 18  # characters: less than a label without a colon takes with its value
_AHEAD = 330  # characters: further than a label looks behind its colon ("Thực hiện: X chủ trì, Y phối hợp")


# A note in parentheses on who is charged: "(do X chủ trì, Y phối hợp; hoàn thành trong Quý I/2026)", "(Hoàn thành trước 15/3/2026)".
_NOTE = re.compile(r"\((?P<inside>[^()]{4,400})\)\s*[.;]*")
_CLOSING_NOTE = re.compile(r"\((?P<inside>[^()]{4,400})\)\s*[.;]*$")
_CHARGE_BEHIND = re.compile(r"(?:[.;,] | ?\()(?:do |giao )?(?P<unit>[^.;:()]{3,80}) (?:là (?:cơ quan|đơn vị) )?chủ trì[^:;.()]*\)?[ .;]*$", re.IGNORECASE)
_CHARGED = re.compile(r"[^:]{3,240}?\b(?:chủ trì|đầu mối)\b[^:]*")
_POINTS = re.compile(r"\b(?:phụ lục|kèm theo|danh mục|biểu (?:số|mẫu|kèm))\b")  # "(Phân công cơ quan chủ trì … tại Phụ lục II kèm theo)"
_DUTY_END = re.compile(r"(?:\b(?:tham mưu|phụ trách|đảm nhiệm|triển khai|thực hiện) ?)+$")
_WHEN = re.compile(r"(?:^|(?<=[;,.] )|(?<=[-–] ))(?:(?:thời gian|thời hạn|tiến độ)(?: thực hiện| hoàn thành)? ?:? ?)?"
                   r"(?P<when>(?:hoàn thành|xong|khởi công|mỗi (?:tuần|tháng|quý|năm)|(?:thực hiện|bắt đầu|triển khai) (?:trong|trước|từ|thường xuyên|định kỳ|hằng|hàng)|trước|trong|từ|đến|qu[ýí]|tháng|năm \d{4}(?= ?(?:[.;,]|$))|ngày|chậm nhất|thường xuyên|định kỳ|hằng|hàng|dự kiến|giai đoạn)\b.*)")
_SAID_WHEN = re.compile(r"[.;,] (?=(?:hoàn thành|xong|thực hiện) (?:xong )?(?:trong|trước|từ|qu[ýí]|tháng|năm|chậm nhất|vào)\b|thường xuyên(?:,? liên tục)?$)"
                        r"| (?=thực hiện (?:thường xuyên(?:,? liên tục)?|(?:trong|từ|trước) [^\W\d]*[^\d.;,:]{0,16}\d[\w/ -]{0,20}|(?:hằng|hàng|định kỳ) \w{3,5})$)", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"(?<=[^\W\d_]{2})\. (?=[^\W\d_]{2})")
_ORDERS = re.compile(r"(?:yêu cầu|đề nghị|giao) (?:các |thủ trưởng |trưởng )*(?:phòng|sở|ban|ủy ban|ubnd|đơn vị|cơ quan|địa phương|công an|trạm|trung tâm|trường|hội|đoàn|văn phòng|thôn|xóm|ấp|tổ|khu|mặt trận)\b")
_DATED = re.compile(r"\d|thường xuyên|hằng|hàng|qu[ýí] [ivx]+\b")


@frozen
class Attributes:
    """Raw attribute values; None where not printed. `start` is the offset of the first label in the text."""

    lead: str | None = None
    support: str | None = None
    deadline: str | None = None
    result: str | None = None
    start: int = -1

    @property
    def any(self) -> bool:
        return self.start >= 0


@lru_cache(maxsize=1024)  # a paragraph is asked what it is before it is read
def read_attributes(text: str) -> Attributes:
    """Labelled attributes inside a paragraph, wherever they stand."""
    clean = squash(text)
    if clean[:1] in "→=":
        clean = clean.lstrip("→=> ")
    if ":" not in clean and not clean.startswith("("):
        return _bare(clean)  # every other label ends with a colon, and a note is all in parentheses
    folded = fold_map(clean)
    if clean.startswith("(") and (note := _note(clean, folded.text)).any:
        return note
    hits = _labels(folded.text, folded.text.rfind(":") + 1)
    if hits and _BODIES_ONLY.search(folded.text):
        hits = _before_bodies(hits, clean if len(clean) == len(folded.text) else folded.text)
    if not hits:
        return Attributes()
    found: dict[str, str] = {}
    when: str | None = None  # said without a label: "Đơn vị phối hợp: X. Hoàn thành trong tháng 10"
    for i, m in enumerate(hits):
        name = _field(m).rstrip("?")
        stop = hits[i + 1].start() if i + 1 < len(hits) else len(folded.text)
        a, b = folded.source_span(m.end(), stop)
        value = clean[a:b].strip(" ;,.-–+*|/→=>[]")
        opened = clean[: folded.source_span(m.start(), m.end())[0]].rstrip().endswith("(")
        if value.endswith(")") and (opened or value.count("(") < value.count(")")):
            value = value[:-1].strip(" ;,.")
        if name in ("lead", "support") and (said := _SAID_WHEN.search(value)):
            when = when or value[said.end():].strip(" ;,.")
            value = value[:said.start()]
        if name in ("lead", "support") and ". " in value:
            value = _first_sentence(value)
        if name == "deadline" and (value.endswith(":") or _ORDERS.match(fold(value))):
            continue  # "1. Thời gian: tổ chức hội nghị như sau:" heads a list of days; "3. Thời hạn: Yêu cầu Phòng X gửi …" is a task
        if name == "deadline" and "chủ trì" in value:
            value = _without_charge(value)
        if name == "before":
            name, value = "deadline", f"trước {value}"  # "Hoàn thành trước: 30/6/2026"
        if value and name and name not in found:
            found[name] = value.rstrip(" (")
    start = folded.source_span(hits[0].start(), hits[0].end())[0]
    if start > _BEFORE and (bare := bare_label(clean[:start].rstrip(" ;,.-–|/"))) is not None and bare[0] not in found:
        found[bare[0]], start = bare[1], bare[2]  # "Đơn vị chủ trì – X; phối hợp: Y"
    if not found and not when:
        return Attributes()
    return Attributes(found.get("lead"), found.get("support"), found.get("deadline") or when, found.get("result"), start)


_NEXT_BARE = re.compile(r"[;.,] ?(?=(?:[Cc]ơ quan|[Đđ]ơn vị|[Bb]ộ phận) phối hợp )")


def _without_charge(when: str) -> str:
    """A time without who is charged behind it: "theo tiến độ của UBND tỉnh (Phòng Kinh tế chủ trì)", "Quý I/2026. Phòng Kinh tế chủ trì"."""
    behind = _CHARGE_BEHIND.search(when)
    if behind is not None and heading_units(behind["unit"]):
        when = when[: behind.start()]
    return when.rstrip(" ;,.-–")


def _bare(clean: str) -> Attributes:
    """The label without a colon that a line opens with, and the one behind it of who helps: "Cơ quan chủ trì là X; cơ quan phối hợp là Y"."""
    first, second = clean, None
    if (parted := _NEXT_BARE.search(clean)) is not None:
        first, second = clean[: parted.start()], bare_label(clean[parted.end() :])
    bare = bare_label(first)
    if bare is None or (parted is not None and (second is None or second[0] == bare[0])):
        return Attributes()
    fields = {bare[0]: bare[1]} | ({second[0]: second[1]} if second is not None else {})
    return Attributes(**fields, start=bare[2])


def _labels(folded: str, last: int) -> list[re.Match[str]]:
    """`_LABEL.finditer(folded)`, tried only where a label can begin; `last`: end of the last colon, behind which none ends."""
    hits: list[re.Match[str]] = []
    done, stop = 0, last + _AHEAD
    for at in (0, *[m.end() for m in _BEHIND_MARK.finditer(folded, 0, last)]):
        if at >= done and (m := _LABEL.match(folded, at, stop)) is not None:
            hits.append(m)
            done = m.end()
    return hits


def _field(m: re.Match[str]) -> str:
    return next(_LABELS[int(k[1:])][0] for k, v in m.groupdict().items() if v is not None)


def _closed(value: str) -> str:
    """A value without the bracket that closes the note it stands in, or opens the next one."""
    value = value.removesuffix("(").rstrip(" ;,.")
    return value[:-1].rstrip(" ;,.") if value.endswith(")") and value.count("(") < value.count(")") else value


def _before_bodies(hits: list[re.Match[str]], text: str) -> list[re.Match[str]]:
    """The labels without those that are labels only before bodies, and stand before other words here; `text` as printed, where folding
    keeps its length: names that no list holds are told by their capitals."""
    ends = [*(m.start() for m in hits[1:]), len(text)]
    return [m for m, stop in zip(hits, ends, strict=True) if not _field(m).endswith("?") or _bodies(text[m.end() : stop])]


def _bodies(said: str) -> bool:
    """Whether such a label's words are bodies and nothing else, but for brackets that say who of them helps."""
    return only_bodies("".join(parted_at_helpers(_closed(said.strip(" ;,.-–+*|/→=>[]")))))


def _first_sentence(owners: str) -> str:
    """Owners without a sentence behind them that orders an act of its own: "Công an xã. Báo cáo hằng quý"."""
    ends = (m for m in _NEXT_SENTENCE.finditer(owners) if owners[m.end()].isupper() and opens_act(fold(owners[m.end():])))
    return owners[: end.start()] if (end := next(ends, None)) else owners


def _note(clean: str, folded: str) -> Attributes:
    """A paragraph that is one note in parentheses: "(Phòng Kinh tế chủ trì, phối hợp với …; hoàn thành trước 30/6/2026)"."""
    m = _NOTE.fullmatch(folded)
    if m is None or len(clean) != len(folded):
        return Attributes()
    first = m.start("inside")
    owners, when = _noted(m["inside"], clean[first:m.end("inside")])
    return Attributes(lead=clean[first + owners[0]:first + owners[1]] if owners else None,
                      deadline=clean[first + when[0]:first + when[1]] if when else None, start=0 if owners or when else -1)


def _noted(folded: str, clean: str) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Where a note (its words folded and as printed) says who is charged and by when; (None, None) of other notes."""
    timed = next((t for t in _WHEN.finditer(folded) if _DATED.search(t["when"])), None)
    end = len((folded[: timed.start()] if timed else folded).rstrip(" ;,.-–"))
    when = (timed.start("when"), len(folded.rstrip(" ;,."))) if timed else None
    if not end:
        return None, when
    charged = _CHARGED.fullmatch(folded, 0, end) is not None and not _POINTS.search(folded, 0, end)
    if not charged and ":" not in folded[:end] and len(clean) == len(folded):
        duty = _DUTY_END.search(folded, 0, end)
        if duty or timed:  # "(X tham mưu)", "(X, Quý I/2026)"
            named = re.sub(r"^(?:giao|do|phân công) ", "", clean[: duty.start() if duty else end], flags=re.IGNORECASE)
            charged = bool(heading_units(named))
        charged = charged or note_charges(clean[:end])  # "(Giao Phòng X tham mưu, theo dõi)"
    return ((0, end), when) if charged else (None, None)


def own_note(text: str) -> tuple[bool, bool]:
    """Whether a note that closes a sentence names who leads its act, and by when: such words go before a section's owner lines."""
    if not text.rstrip(" .;").endswith(")"):
        return False, False
    clean = squash(text)
    m = _CLOSING_NOTE.search(fold(clean))
    owners, when = _noted(m["inside"], clean[m.start("inside"):m.end("inside")]) if m else (None, None)
    return owners is not None, when is not None


# "Trạm Y tế chủ trì, phối hợp với …": who stands before the duty.
_OWN_LEAD = re.compile(r"(?:^|(?<=[^\W\d_]{2}[.;] ))(?P<unit>[^,;:.()]{3,80}?) (?:là (?:cơ quan|đơn vị) |chịu trách nhiệm )?chủ trì[, ]")


def own_charge(text: str) -> bool:
    """Whether a sentence itself says who leads ("Giao X …", "X chủ trì, …"): that goes before a line that closes its whole section."""
    clean = squash(text)
    folded = fold(clean)
    if folded.startswith(("giao ", "phân công ")):
        return bool(prose_owners(clean)[0])
    return len(folded) == len(clean) and any(heading_units(clean[m.start("unit") : m.end("unit")]) for m in _OWN_LEAD.finditer(folded))


def label_field(body: str) -> str | None:
    """The field of a text that is one label and nothing else ("Đơn vị chủ trì:", "Thời gian thực hiện"), None of any other."""
    label = fold(body).rstrip(" .:")
    m = _LABEL.match(f"{label}: x")
    if m is None or m.end() != len(label) + 2:
        return None
    return _field(m).rstrip("?").replace("before", "deadline")


def last_label(body: str) -> str | None:
    """The field of the last label of an owner line: what lines below it would go on with."""
    fields = [_field(m).rstrip("?") for m in _LABEL.finditer(fold(body))]
    return fields[-1] if fields else None


@lru_cache(maxsize=1024)
def is_attribute_line(body: str) -> bool:
    """Whether a paragraph (marker dropped) consists of attributes only: it starts with a label."""
    at = read_attributes(body)
    return at.any and at.start <= 2 and len(squash(body)) < 600


_ANNOUNCES = re.compile(r"(?:(?:phân công|trách nhiệm|tổ chức)(?: (?:thực hiện|nhiệm vụ|trách nhiệm|tổ chức))+|phân công)(?: (?:mục|điểm|nội dung|nhiệm vụ)(?: (?:số )?\d[\d.]{0,5}| này| trên))? ?:")


def announces_owners(body: str) -> bool:
    """Whether a paragraph only says that owner lines follow: "Phân công thực hiện:", "Phân công thực hiện mục 1:"."""
    return body.endswith(":") and len(body) < 50 and _ANNOUNCES.fullmatch(fold(body).strip(" →=>")) is not None


def titles_owners(body: str) -> bool:
    """The same of a title, which may have no colon: "b) Phân công thực hiện" over "- Cơ quan chủ trì: …"."""
    return len(body) < 50 and _ANNOUNCES.fullmatch(fold(body).strip(" →=>:") + ":") is not None


_OTHER = re.compile(r"(?:(?:lãnh đạo|đồng chí|thường trực|thành viên)(?: (?:ubnd|ủy ban nhân dân|đảng ủy|xã|phường|đơn vị))* (?:phụ trách|chỉ đạo|theo dõi|chịu trách nhiệm)(?: (?:chung|chỉ đạo|phụ trách|theo dõi|trực tiếp|lĩnh vực))*|(?:cấp|cơ quan|thẩm quyền)(?: có thẩm quyền)? (?:trình|ban hành|phê duyệt|quyết định)|hình thức(?: văn bản| thực hiện| tổ chức)?|"
                    r"(?:dự kiến )?(?:nguồn )?(?:kinh phí|nguồn lực|nguồn vốn)(?: thực hiện| dự kiến)?|địa điểm(?: tổ chức| thực hiện)?|thành phần(?: (?:tham dự|tham gia|dự|mời))?|tham gia|đối tượng(?: tham gia| thực hiện)?|"
                    r"(?:(?:đối tượng|nội dung|phạm vi|mốc thời (?:gian|điểm)|niên độ|phương pháp|cách thức)(?: được)?(?: tiến hành)? (?:kiểm tra(?: ?(?:,|và) giám sát)?|giám sát|thanh tra)|mốc thời (?:gian|điểm)|phương pháp tiến hành)|"
                    r"số lượng|quy mô|phạm vi(?: thực hiện)?|ghi chú) ?:")


def is_side_line(body: str) -> bool:
    """Whether a paragraph tells a circumstance of its item ("Cấp trình: Chính phủ", "Kinh phí: …") that no field holds.

    Such a line is no attribute by itself; beside owner lines of the same item it is no act either."""
    return ":" in body and _OTHER.match(fold(body)) is not None
