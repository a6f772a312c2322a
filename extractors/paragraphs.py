"""Printed lines to paragraphs: which lines wrap on, which start something new. Hands on paragraphs and tables in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from operator import attrgetter

from extractors import line_ends as ends
from extractors.document import Document, Line, Place, Table, merged
from extractors.lines_below import before_bullet, before_first, next_line, next_text, same_bullet
from extractors.lone_labels import lone_label
from extractors.markers import BULLETS, Marker, ends_range, heading_goes_on, read_marker
from extractors.sections import is_section_title
from normalizers.acts import opens_act
from normalizers.text import CAPITALS, fold, join_lines, squash, squash_lines
from normalizers.unit_charges import read_charge
from normalizers.units import looks_like_unit

_ENDS_SENTENCE = re.compile(r"[.;:!?…]\s*[\"”’)\]]*$|\./\.?$|/\.$")
_SHARE_FIRST = re.compile(r"\d[\d.,]* ?% [^\W\d_]")  # "* Chính quyền số", then "90% hồ sơ …"
_OPENERS = re.compile(
    r"(?:Căn cứ|Thực hiện (?:Nghị|Kế|Quyết|Chỉ|Công|Chương|Luật|Thông|Đề)|Xét (?:đề|Tờ)|Theo đề nghị|Trên đây là|Trong quá trình (?:tổ chức |triển khai |thực hiện)|Nơi nhận|Trên cơ sở)\b")
# A sentence that leans on the one before it: behind a full line of an item it goes on with that item.
_LEANS_BACK = re.compile(r"(?:(?:Trên cơ sở|Từ|Qua|Theo|Trong|Do|Sau|Thông qua|Bên cạnh|Cùng với) đó|Đồng thời|Ngoài ra|Trường hợp)(?!\w)")
_LAST_WORDS = re.compile(r"(?:Trên đây là|Trong quá trình (?:tổ chức|triển khai|thực hiện))\b|(?:Yêu cầu|Đề nghị|Nhận được)\b.*\./\.$")
_LAST_ORDER = re.compile(r"(?:Yêu cầu|Đề nghị) (?:các|thủ trưởng|Thủ trưởng|trưởng|lãnh đạo)\b")
# With a capital behind an item without stop: what closes the plan, where the item's line had room for its first word.
_CLOSES_PLAN = re.compile(r"(?:(?:Kế hoạch|Chương trình|Phương án|Quyết định) này (?:thay thế|có hiệu lực)|Trong quá trình (?:tổ chức|triển khai|thực hiện)|Căn cứ (?:nội dung )?Kế hoạch này|(?:Yêu cầu|Đề nghị) (?:các|thủ trưởng|Thủ trưởng) )")
_THIS_PLAN = re.compile(r"(?:Kế hoạch|Chương trình|Phương án|Quyết định|Chỉ thị|Hướng dẫn) (?:này|trên) ?\./\.$|theo quy định ?\./\.$|(?:tổ chức|triển khai|nghiêm túc) (?:triển khai )?thực hiện(?: [^\W\d_]+,?){0,6} ?\./\.$")
_OWNER_LABEL = re.compile(
    r"\(?(?:(?:Các )?(?:Đơn vị|Cơ quan|Phòng|Bộ phận)(?: [^\W\d]+){0,3} )?(?:[Cc]hủ trì|[Pp]hối hợp|[Tt]hực hiện|chịu trách nhiệm|phụ trách)(?: (?:thực hiện|tham mưu))?\s*:|"
    r"(?:Phân công|Trách nhiệm|Tổ chức) (?:thực hiện|nhiệm vụ)\s*:|Phân công\s*:|(?:Mục tiêu|Chỉ tiêu)(?: phấn đấu)?\s*: |(?:Người|Cán bộ|Bộ phận) (?:phụ trách|thực hiện|chịu trách nhiệm)\s*:|"
    r"(?:Thời gian|Thời hạn|Tiến độ|Sản phẩm|Kết quả)(?: [^\W\d]+){0,3}\s*:")
_PERIOD_HEADING = re.compile(r"(?:Quý|Tháng|Giai đoạn|Đợt|Tuần|6 tháng) [^:]{1,24}:$")
_ANNEX_NOTE = re.compile(r"\((?:Ban hành )?kèm theo\b", re.IGNORECASE)  # under the title of an appendix
_POINTER = re.compile(r"\((?:(?:Chi tiết|Có|Theo|Cụ thể|Đính kèm|Kèm theo|Phụ lục|Xem)\b|(?:Các )?(?:nhiệm vụ|chỉ tiêu|nội dung|công việc)[^()]* (?:phụ lục|biểu|đính kèm|kèm theo)\b)", re.IGNORECASE)


_SMALL = re.compile(r"[a-z]")


@dataclass(slots=True)
class Paragraph:
    """Lines that read on as one, with their marker. `body` is the wording after the marker."""

    lines: list[Line]
    text: str = ""
    body: str = ""
    marker: Marker | None = None
    furniture: bool = False
    place: Place = field(default_factory=Place)

    @property
    def bold(self) -> bool:
        known = [line.bold for line in self.lines if line.bold is not None]
        return bool(known) and all(known)

    @property
    def centered(self) -> bool:
        return bool(self.lines) and all(line.align == "center" for line in self.lines)

    @property
    def upper(self) -> bool:
        """Capitals throughout, the marker left aside."""
        if _SMALL.search(self.body):
            return False
        letters = [c for c in self.body if c.isalpha()]
        return len(letters) >= 3 and all(c.isupper() for c in letters)


def _ends_sentence(text: str) -> bool:
    """Whether a sentence ends with the text; most lines end with a letter."""
    return not text[-1:].isalnum() and _ENDS_SENTENCE.search(text) is not None


def make_paragraph(lines: list[Line]) -> Paragraph:
    """A paragraph from its lines; text is joined, marker split off."""
    text = join_lines([line.text for line in lines])
    marker = read_marker(text)
    place = lines[0].place if len(lines) == 1 else merged([line.place for line in lines])
    body = text[marker.length:].strip() if marker else text
    return Paragraph(lines, text, body, marker, not [line for line in lines if not line.furniture], place)


def _prose_width(lines: list[Line]) -> float:
    """Usual length of a full line in characters: the 85th percentile of lines that have a successor."""
    lengths = sorted(map(len, squash_lines([line.text for line in lines if not line.furniture])))
    return float(lengths[int(len(lengths) * 0.85)]) if lengths else 80.0


def _fill(line: Line, width: float) -> float:
    return line.fill if line.fill is not None else len(squash(line.text)) / max(width, 20.0)


def _is_upper(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 3 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def _is_name(words: list[str]) -> bool:
    """Two words of a name: capitals with small letters behind them."""
    bare = [w.rstrip(";,.:)”\"") for w in words]
    return len(bare) == 2 and all(w.isalpha() and w.istitle() for w in bare)


def _true_marker(prev: str, cur: str, marker: Marker, prev_fill: float) -> bool:
    """Whether the marker at a line's start begins something, rather than being a wrapped hyphen or number."""
    closed = _ends_sentence(prev)
    rest = cur[marker.length:]
    if ends_range(prev, cur):
        return False
    if prev.isupper() and len(prev) > ends.NAMED_TITLE and rest[:1].isupper() and not cur.isupper() and rest[1:2].islower() and ends.OPEN_SIGNS.search(prev) is None:
        return True  # "III. NHIỆM VỤ CỦA ỦY BAN NHÂN DÂN CẤP XÃ" / "1. Tổ chức …": no title in capitals goes on in small letters
    if marker.kind in BULLETS:
        if closed or prev_fill < 0.8:
            return not (ends.SPLIT_NAME.search(fold(prev)) and rest[:1].isupper() and fold(rest).startswith(("xã hội", "kỹ thuật", "ubnd")))
        if rest[:1].islower() or (marker.kind == "dash" and _is_name(prev.split()[-2:]) and _is_name(rest.split()[:2])):
            return False  # "… biên giới Việt Nam | - Trung Quốc": a wrapped pair of names
        low = fold(prev)
        if ends.SPLIT_NAME.search(low) and fold(rest).startswith(ends.OTHER_HALF):
            return False
        if marker.kind != "dash" and rest[:1].isupper():
            return True  # "… tại các điểm đến" / "+ Phòng Kinh tế …": no name goes on behind such a sign
        if rest[:1].isupper() and prev.endswith(("xã", "phường", "tỉnh")) and (marker.kind != "dash" or _ORDER.match(prev) or _names_a_unit(prev, 0.0)):
            return True  # "1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã", then her duties
        # "… được công nhận cấp xã", "… xã hội số, công dân số": whole wordings before an item with a capital or an amount
        return not ends.ENDS_OPEN.search(prev) or bool(ends.WHOLE_TIME.search(prev)) or (not rest[:1].islower() and (ends.PLACE_END.search(low) is not None or ends.DIGITAL.search(low) is not None))
    if closed or (rest[:1].isupper() and ends.WHOLE_NAME.search(prev) is not None and (prev[-1] != '"' or prev.count('"') % 2 == 0)):
        return True
    if marker.kind in {"number", "decimal", "decimal3", "letter", "paren", "small_roman", "letter_cap"}:
        if ends.ENDS_OPEN.search(prev) and not ((ends.DIGITAL.search(fold(prev)) or ends.WHOLE_TIME.search(prev)) and (rest[:1].isupper() or rest[:1].isdigit())):
            return False
        return not (prev_fill > 0.85 and rest[:1].islower())
    if marker.kind in {"article", "division", "chapter", "part", "label"}:
        return not ends.ENDS_OPEN.search(prev) or ends.WHOLE_TIME.search(prev) is not None  # "Báo cáo hằng tháng" / "Nhiệm vụ 2. …"
    return not (ends.ENDS_OPEN.search(prev) and rest[:1].islower())


def _names_a_unit(text: str, fill: float) -> bool:
    """A numbered line that stops short and is a unit's name ("1. Phòng Văn hóa - Xã hội (cơ quan thường trực)"): a heading."""
    marker = read_marker(text)
    if marker is None or marker.kind in BULLETS or fill > 0.85 or _ends_sentence(text) or (ends.ENDS_OPEN.search(text) and not text.endswith((" xã", " phường", " tỉnh"))):
        return False
    body = _ORDER.sub("", re.sub(r"\s*\([^()]*\)$", "", text[marker.length:]), count=1)
    if "," in body and len(body.split()) > 14:  # "1. Phòng Kinh tế, Phòng Văn hóa - Xã hội, Công an xã, Ban Chỉ huy Quân sự xã"
        return all(0 < len(part.split()) <= 8 and looks_like_unit(part) >= 0.9 for part in body.split(", "))
    return len(body.split()) <= 14 and looks_like_unit(body) >= 0.9


def _opens_act(text: str) -> bool:
    return opens_act(fold(text[:60]))


def _heads_duties(text: str, document: Document, at: int) -> bool:
    """A unit's name alone on its line between two lists of duties: no sentence of the bullet above, however full its last line."""
    if not text[:1].isupper() or not before_bullet(document, at):
        return False
    return looks_like_unit(_ORDER.sub("", text).rstrip(" :")) >= 0.9 or _IN_CHARGE.search(text) is not None or _DATED.fullmatch(text) is not None


def _closes(text: str, document: Document, at: int) -> bool:
    """Whether a paragraph that orders all to carry out "… Kế hoạch này./." begins with a line, one or two lines above its end."""
    for step in range(3):
        if text.endswith("./."):
            return _THIS_PLAN.search(text) is not None
        following = document.blocks[at + step + 1] if at + step + 1 < len(document.blocks) else None
        if not isinstance(following, Line) or read_marker(squash(following.text)) is not None:
            return False
        text = f"{text} {squash(following.text)}"
    return False


def _gives_charge(first: str, text: str, document: Document, at: int) -> bool:
    """Whether "Giao …" behind a full line is the next of a row of charges ("Giao X: …", "Giao Y: …"), or says nothing but who does the item."""
    if first.startswith("Giao "):
        return ":" in text[:_UNIT_LINE] and ":" in first[:_UNIT_LINE]
    opener = read_marker(squash(first))
    if opener is not None and opener.kind in BULLETS and _NAMED_ABOVE.search(text if text[-1] == "." else f"{text} {next_text(document, at)}"):
        return True
    for step in range(3 if opener is not None and opener.kind not in BULLETS else 0):  # a bullet says it in a sentence of its own
        if text[-1] in ".;":
            return read_charge(text.rstrip(";")) is not None
        following = document.blocks[at + step + 1] if at + step + 1 < len(document.blocks) else None
        if not isinstance(following, Line) or read_marker(squash(following.text)) is not None:
            return False
        text = f"{text} {squash(following.text)}"
    return False


def _counts_on(first: Line, marker: Marker, text: str) -> bool:
    """Whether a line is the next item behind the open one, though that ends in a comma ("a) …, khu vực," / "b) Các …")."""
    before = read_marker(squash(first.text)) if marker.kind in {"letter", "number", "decimal", "decimal3"} and marker.number else None
    if before is None or before.kind != marker.kind or before.number != (marker.number or 0) - 1:
        return False
    return not text[marker.length:][:1].islower() and (marker.kind in {"letter", "number"} or before.raw.partition(".")[0] == marker.raw.partition(".")[0])


_ORDERED = re.compile(r"(?:Giao|Yêu cầu|Đề nghị) (?:đồng chí |các |Ủy ban|Uỷ ban|UBND|[A-ZĐ][^\W\d_]+ [^\W\d_]+ (?:[^\W\d_]+ ){0,3}(?:chủ trì|phối hợp|xã|phường|tỉnh|huyện)\b)")
_BRACKET_NOTE = re.compile(rf"\[\d{{1,2}}\](?=\s*[{CAPITALS}“(])")
_COUNTED = re.compile(r"(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là(?:,|:| )|Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?:,|:| là )|(?:Bước|Giai đoạn|Đợt|Tình huống) \d{1,2} ?[:.]|Nghị quyết (?:này )?(?:đã )?được (?:HĐND|Hội đồng|Đại hội)\b")
_SHORT_POSTS = frozenset({"GIÁM ĐỐC", "CHỦ TỊCH", "BÍ THƯ"})
_SHORT_HEADING = 32  # characters
_FIRST_LINE = 14.0        # points that a paragraph's first line stands farther in than the others, at least
_UNIT_LINE = 70       # characters
_ORDER = re.compile(r"(?:Giao|(?:Kính )?[Đđ]ề nghị|Đối với|Trách nhiệm của) ")
# "(Giao Phòng Kinh tế chủ trì …)", "→ Đơn vị chủ trì: …" on a line of its own
_IN_CHARGE = re.compile(r"(?<!\w)chủ trì(?: thực hiện)?:?$|\([^()]*(?:chủ trì|phụ trách)[^()]*\):?$")  # "Nhiệm vụ do X chủ trì", "Chuyển đổi số (X chủ trì, Y phối hợp)"
_DATED = re.compile(r"(?:Trong )?(?:[Tt]háng|[Qq]uý) (?:\d{1,2}|[IVX]{1,3})(?: ?/ ?| năm )\d{4}:?")
_NAMED_ABOVE = re.compile(r"(?:chủ trì|thực hiện) [^.;]{0,80}?(?:nhiệm vụ|nội dung|công việc)(?: nêu)? trên\.?$")  # "Giao X … thực hiện các nhiệm vụ nêu trên."
_CHARGE_NOTE = re.compile(r"[(\[](?:Giao|Phân công|Do) [^()]*(?:[)\]]|$)|→ ?\S|[(\[][^()]{3,80} chủ trì\b|[(\[](?:Chủ trì|(?:Đơn vị|Cơ quan)[^():]{3,50}|Trách nhiệm [^():]{3,20}): ?")
_OPENS_TARGET = re.compile(r"(?:Tỷ lệ|Tỉ lệ|Tốc độ tăng|Tổng (?:thu|vốn|giá trị|sản lượng|đàn)|Thu nhập bình quân|(?:Trên|Ít nhất|Tối thiểu|Phấn đấu) \d+ ?%|Phấn đấu (?:có|đạt|đến)) ")
_UNITS_OF_TIME = frozenset({"ngày", "tháng", "năm", "quý"})
_UNWRAPPED = 140  # characters of a line that no page of A4 holds


def _starts(pending: list[Line], cur: Line, width: float, document: Document, at: int, a: str, b: str) -> bool:
    """Whether `cur`, block `at` of the document, starts a new paragraph after the lines of the open one; `a` and `b` are what the
    last of these and `cur` print."""
    prev = pending[-1]
    if cur.whole or prev.whole:
        return True
    fill = _fill(prev, width)
    if a in _UNITS_OF_TIME and len(pending) > 1:
        a = f"{pending[-2].text.rstrip()[-8:].lstrip()} {a}"  # "… đủ dùng từ 7 - 10" / "ngày"
    if b[-1] == ")" and b[0].islower() and a.count("(") > a.count(")") and _ANNEX_NOTE.match(a):
        return False  # "(kèm theo Kế hoạch … của Ban Thường vụ Đảng ủy đặc" / "khu)": set to the middle, its last line begins far in
    marker = read_marker(b)
    if marker is not None and marker.kind == "dash" and 0 <= a.rfind("(") > a.rfind(")") and b.find(")") > 0 and b.count("(") < b.count(")") and not _ends_sentence(a):
        return False  # "… (qua Phòng Kế hoạch | - Tài chính) trước ngày …"
    if marker is not None and (_true_marker(a, b, marker, fill) or _counts_on(pending[0], marker, b)):
        return True
    if len(pending) <= 2 and _ORDERED.match(b) and a[-1:] not in ".;:!?…,-–(/&“\"" and (opener := read_marker(squash(pending[0].text))) is not None \
            and opener.kind not in BULLETS and pending[0].text.strip()[opener.length:][:1].isupper():
        return True  # "3. Về an toàn cháy, nổ" over the full width, then "Giao Công an xã …"
    if b.startswith(("[", "N")) and (_BRACKET_NOTE.match(b) or b.startswith("Nơi nhận:")):
        return True
    if b.startswith("(") and _POINTER.match(b) and _ends_sentence(a):
        return True
    if b.startswith("(") and _is_upper(a) and _ANNEX_NOTE.match(b):
        return True
    if b.startswith("Trên đây là ") or ((fill < 0.96 or len(a) > _UNWRAPPED) and _ends_sentence(a) and _LAST_WORDS.match(b)):
        return True
    if a[-1] == ";" and pending[0].text.startswith("Trên đây là "):
        return False  # "Trên đây là Kế hoạch …;" / "Ban Thường trực … yêu cầu … thực hiện./."
    if b[0] in "MHBNSTCGĐ" and a[-1] in ".;:" and _COUNTED.match(b):  # "Hai là, …", "Nghị quyết này được HĐND xã … thông qua" behind a full line
        return True
    if b[0] in "YĐ" and _LAST_ORDER.match(b) and a[-1] in ".;" and _closes(b, document, at):
        return True
    if b.isupper() and (len(b) > 8 or b in _SHORT_POSTS) and " " in b and a[-1] in ".;" and not _is_upper(a):
        return True  # a title in capitals behind a full line
    if b[0] in "(→[" and _CHARGE_NOTE.match(b) and _ends_sentence(a):
        return True
    if b.startswith("Giao ") and a[-1] in ".;" and _gives_charge(pending[0].text, b, document, at):
        return True
    if heading_goes_on(a, b):
        return False
    if marker is None and len(b) <= _UNIT_LINE and b[-1:] not in ".;," and _ends_sentence(a) and a.rfind("(") <= a.rfind(")") and _heads_duties(b, document, at):
        return True
    if cur.starts is not True and len(pending) == 1 and b[:1].isupper() and (a[-1].isalpha() or (cur.starts is False and a[-1] == ")")) and (_names_a_unit(a, fill) if not _opens_act(b) else _names_a_unit(a, 0.0)):
        return True
    if len(pending) == 1 and a.startswith("*") and fill < 0.6 and _SHARE_FIRST.match(b) and not any(map(str.isdigit, a)) and not ends.WANTS_AMOUNT.search(a):
        return True
    if len(pending) == 1 and a[-1:].isdigit() and b[:1].isupper() and ends.ENDS_YEARS.search(a) and (head := read_marker(a)) is not None and head.kind not in BULLETS:
        return len(b.split()[0]) + 1 < width * (1.0 - fill)  # "II. Tiến độ thực hiện giai đoạn 2026-2030", then a sentence that had room beside it
    if ":" in b[:_SHORT_HEADING] and "(" in (text := " ".join(line.text for line in pending)) and text.rfind("(") > text.rfind(")") and _OWNER_LABEL.match(b):
        return False  # "- Rà soát hồ sơ (Chủ trì: Công an xã;" over "Phối hợp: Trạm Y tế; quý II)."
    if cur.starts is not True and ":" in b[:_SHORT_HEADING] and b[0].isupper() and (_OWNER_LABEL.match(b) or _PERIOD_HEADING.match(b)) \
            and (a.endswith(("xã", "phường", "tỉnh")) or not ends.ENDS_OPEN.search(a)):
        # In running text a label that nothing ends before opens with a small letter; behind a full line the place of the first line tells.
        return not (cur.starts is False and fill > 0.97 and _ends_sentence(a) and (pending[0].indent or 0.0) > (cur.indent or 0.0) + _FIRST_LINE)
    if fill > 0.5 and a.endswith(":") and ends.LABEL_END.search(a):
        return False
    if cur.starts is False and a.isupper() and len(a) > 8 and b[:1].isupper() and not b.isupper() and " " in a and not _is_upper(b) and not ends.ENDS_OPEN.search(a):
        return True  # a title in capitals over most of its line, then "Giao …"
    if b[0] in "TPÍ" and cur.starts is not True and _OPENS_TARGET.match(b) and (a[-1].isalnum() or a[-1] == "%") and read_marker(squash(pending[0].text)) is None and not ends.ENDS_OPEN.search(a):
        return True  # targets without mark or stop, each a paragraph: in a sentence their first word is small
    if cur.starts is not None:
        return cur.starts or _behind_heading(pending, a, b)
    if _ends_sentence(a) and (_OWNER_LABEL.match(b) or lone_label(b) is not None or _is_heading_line(b, document, at, width)):
        return True
    if fill > 0.85 and _LEANS_BACK.match(b) and (b.startswith("Đồng thời ") or read_marker(squash(pending[0].text)) is not None):
        return False
    if _OPENERS.match(b) and (_ends_sentence(a) or fill < 0.7 or a.endswith(",")):
        return True
    if prev.bold is not None and cur.bold is not None and prev.bold != cur.bold and (fill < 0.8 or _ends_sentence(a)):
        return True
    if prev.align == "center" and cur.align not in (None, "center"):
        return True
    if _is_upper(a) and len(a) > 3 and not _is_upper(b):
        return not ends.ENDS_OPEN.search(a) or bool(ends.WHOLE_TIME.search(a))
    if not b[:1].isupper():
        return False
    # A line that leaves room for the next line's first word did not wrap: its paragraph ended there.
    room = 1.0 - fill - (len(b.split()[0]) + 1) / max(width, 20.0)
    opener = read_marker(squash(pending[0].text))
    listed = opener is not None and opener.kind in BULLETS
    if _ends_sentence(a) and opener is None:
        # A sentence that ends with its line rarely does so by chance; among unnumbered paragraphs it ends one.
        return room > -0.12
    if listed and _ends_sentence(a) and a[-1] != ":" and len(b) <= _UNIT_LINE and (b[-1] == ":" or not _ends_sentence(b)) and same_bullet(opener, document, at):
        return True  # "- …." / "Phát triển hạ tầng:" / "- …": what leads on to bullets of the item's own kind heads them
    if opener is not None and opener.number and b[-1] == ":" and a[-1] in ".;" and len(b) <= _UNIT_LINE and before_first(opener, document, at):
        return True  # "b) …." / "Phát triển hạ tầng:" / "a) …"
    if _ends_sentence(a):
        # Between numbered items an unnumbered paragraph is common, between bullets it is rare.
        return room > (0.12 if listed else 0.0)
    if listed and len(b) <= _SHORT_HEADING and b[-1] == ":" and room > 0.08 and before_bullet(document, at):
        return not ends.ENDS_OPEN.search(a)  # "Quý II:" between two lists whose items carry no full stop
    if listed or (opener is not None and len(pending) > 1):
        return room > 0.4 or (room > 0.08 and a[-1].isalnum() and _CLOSES_PLAN.match(b) is not None and not ends.ENDS_OPEN.search(a) and not a.endswith(" khi"))
    if _behind_heading(pending, a, b):
        return True
    return room > (0.3 if ends.ENDS_OPEN.search(a) and not (a.endswith(("xã", "phường")) and _names_a_unit(a, fill)) else 0.08)


def _behind_heading(pending: list[Line], a: str, b: str) -> bool:
    """Whether an act begins behind a numbered heading that fills its line: "1. Tuyên truyền về an toàn giao thông" / "Tổ chức ký cam kết …".
    In a sentence a verb with a capital stands in names alone, behind other capitals."""
    if len(pending) != 1 or not b[0].isupper() or not a[-1].isalpha() or (ends.ENDS_OPEN.search(a) and not ends.whole_end(a)) or any(word[:1].isupper() for word in a.split()[-2:]):
        return False
    opener = read_marker(a)
    return opener is not None and opener.kind not in BULLETS and opener.kind != "paren" and _opens_act(b)


def _is_heading_line(text: str, document: Document, at: int, width: float) -> bool:
    """A short line without full stop after a closed sentence: a heading where a section's title or a list after it says so."""
    if not text[:1].isupper() or _ends_sentence(text) or ends.ENDS_OPEN.search(text) or len(text) > 0.8 * max(width, 20.0):
        return False
    if is_section_title(text):
        return True
    following = next_line(document, at)
    marker = read_marker(squash(following.text)) if following is not None else None
    return marker is not None and marker.number == 1 and marker.kind not in BULLETS


def paragraphs(document: Document) -> list[Paragraph | Table]:
    """The document's blocks with wrapped lines joined; furniture lines do not interrupt a paragraph."""
    prose = [b for b in document.blocks if isinstance(b, Line)]
    width = _prose_width(prose)
    out: list[Paragraph | Table] = []
    pending: list[Line] = []
    above = ""  # what the last line of the open paragraph prints

    def flush() -> None:
        if pending:
            out.append(make_paragraph(list(pending)))
            pending.clear()

    for at, block in enumerate(document.blocks):
        if isinstance(block, Table):
            flush()
            out.append(block)
        elif block.furniture:
            out.append(make_paragraph([block]))
        elif printed := squash(block.text):
            if pending and _starts(pending, block, width, document, at, above, printed):
                flush()
            pending.append(block)
            above = printed
    flush()
    _set_notes_apart(out)
    return _in_order(out)


def _set_notes_apart(blocks: list[Paragraph | Table]) -> None:
    """Notes at the end ("[1] Nghị quyết …") are furniture, in place, where the text shows their mark behind a word."""
    notes = {m[0]: b for b in blocks if isinstance(b, Paragraph) and b.text.startswith("[") and (m := _BRACKET_NOTE.match(b.text))}
    for mark, note in notes.items():
        if any(isinstance(b, Paragraph) and b.text.find(mark) > 0 for b in blocks) and note.text.count(mark) == 1:
            note.furniture = True
            for line in note.lines:
                line.furniture = True


_number = attrgetter("number")


def _in_order(blocks: list[Paragraph | Table]) -> list[Paragraph | Table]:
    """Furniture that stood inside a paragraph goes behind the paragraph that it interrupted."""
    def key(block: Paragraph | Table) -> int:
        if isinstance(block, Paragraph):
            return block.lines[0].number
        return min(map(_number, block.lines()), default=-1)

    keys = [key(b) for b in blocks]
    ordered = sorted(keys)
    if keys == ordered or ordered[0] < 0:
        return blocks
    return [blocks[k] for k in sorted(range(len(blocks)), key=keys.__getitem__)]
