"""The frame of an administrative document (Nghị định 30/2020/NĐ-CP): header, title, legal bases, body, closing,
recipients, signature, appendices. Hands on zones of paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from extractors.annex_titles import ISSUED_WITH, names_annex, names_table
from extractors.document import Document, Line, Table
from extractors.document_end import RECIPIENTS, SIGN, closes, is_spread
from extractors.docx_wrapped import mark_wrapped
from extractors.markers import BULLETS, read_marker
from extractors.paragraphs import Paragraph, make_paragraph, paragraphs
from extractors.sections import heading_role, is_section_title
from extractors.title_ends import is_sentence, sentence_follows
from normalizers.text import fold, squash

Zone = Literal["header", "title", "basis", "body", "closing", "recipients", "signature", "appendix_title", "furniture"]

DOC_TYPES: tuple[str, ...] = (
    "kế hoạch hành động", "chương trình hành động", "kế hoạch triển khai", "kế hoạch", "chương trình công tác", "chương trình",
    "quyết định", "đề án", "nghị quyết", "chỉ thị", "hướng dẫn", "thông báo", "báo cáo", "phương án", "công văn", "quy chế",
    "thông tư", "nghị định", "tờ trình", "chiến lược", "kết luận",
)
_DOC_TYPE_LINE = re.compile(rf"^(?:{'|'.join(DOC_TYPES)})$")
# "CÔNG VĂN ĐẾN Số: …": the register stamp of who received the plan.
_DOC_TYPE_UPPER = re.compile("^(?:" + "|".join(t.upper() for t in DOC_TYPES) + r")(?=\s|$)(?! (?:ĐẾN|ĐI)\b)")
_MOTTO = re.compile(r"(?:cộng hòa xã hội chủ nghĩa(?: việt nam)?|đảng cộng sản việt nam)$")
_BASIS = re.compile(
    r"^(?:căn cứ|thực hiện (?:nghị|kế|quyết|chỉ|công|chương|luật|thông|đề|nhiệm|kết|ý kiến|hướng|văn bản|quy (?:định|chế|hoạch)|pháp lệnh|chủ trương|phương án|tờ trình|các (?:nghị quyết|kế hoạch|quyết định|chỉ thị|kết luận|văn bản) (?:của|số)\b)|xét (?:đề|tờ)|theo đề nghị|trên cơ sở|"
    r"tiếp tục thực hiện|triển khai (?:thực hiện )?(?:nghị|kế|quyết|chỉ|chương|đề|công văn|luật)|nhằm|để (?:triển|thực|kịp|đảm|bảo|tiếp)|"
    r"thi hành(?! án\b)|quán triệt|xuất phát từ|trước (?:yêu cầu|tình hình|thực trạng))\b")
_LEGAL_BASIS = re.compile(r"^(?:căn cứ|xét (?:đề|tờ)|theo đề nghị)\b")  # may hold a full date, which else marks a header line
_BULLET = re.compile(r"^[-+*•] ?(?=\w)")                              # "-Căn cứ …", also without its blank
_RULE = re.compile(r"[-_=*–—]{3,}")
_RULE_START = re.compile(r"^[-_=*–—]{3,}\s*(?=\w)")                 # a rule under the title that a dump sets before the text
_HEADER = re.compile(
    r"cộng hòa xã hội chủ nghĩa|độc lập\s*-\s*tự do|^(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|đảng ủy|đảng bộ|đảng cộng sản|ban chỉ đạo|"
    r"ban thường vụ|tỉnh ủy|thành ủy|ủy ban mặt trận|ubmttq|mttq|mặt trận|bộ|sở|thủ tướng|chính phủ|ban chấp hành|huyện|thành phố|tỉnh|xã|phường|đặc khu|phòng|thị trấn|hội|đoàn)\b|"
    r"^số\s*[:.]|^số\s+\d+|\bngày\b.{0,12}\btháng\b.{0,10}\bnăm\b|^\*+$|^[-_=*. ]+$|^v/v\b")
# Under its title a text may open with whom it goes to, or with what happened on a day.
_OPENS_TEXT = re.compile(r"kính gửi\b|(?:ban thường vụ|ban chấp hành|ban chỉ đạo|ban thường trực|ban giám hiệu|đảng ủy|ủy ban|ubnd|hội|đoàn|công đoàn|liên đoàn|tỉnh đoàn|trường|sở|phòng|công an|trạm|bệnh viện)\b"
                         r".{0,80}\b(?:ban hành|xây dựng|đề ra|lập)(?: (?:kế hoạch|chương trình|phương án|hướng dẫn)\b|(?: kế| chương| phương| hướng)?$)|"
                         r"(?:để|nhằm) .{30,}(?:yêu cầu|chỉ thị) ?:$|.{50,}(?:như sau|sau đây|cụ thể) ?:$|ngày \d{1,2}(?:/\d{1,2}/| tháng \d{1,2} năm )20\d\d, ?\S+ .{20,}|"
                         r"(?:thời gian qua|(?:trong )?những năm (?:qua|gần đây)|trong thời gian (?:qua|vừa qua|gần đây)|hiện nay|qua (?:\d+|một|hai|ba|5|10) năm), ?\S+ .{30,}")
COUNTED_IN = re.compile(r"\(?(?:đơn vị(?: tính)?|đvt) ?: ?\S")  # what the table below counts its figures in: no title
_POST_BESIDE = re.compile(r"[Nn]ơi nhận\s*:\s+([A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ./, -]{5,70})$")  # who signs stands on the same line at the right
_POST_BEHIND = re.compile(r"\s*[-+] ?\w[^;]*?[;.,)] ((?:T/M|[A-ZĐÀ-Ỹ]+)\.?(?: ?[A-ZĐÀ-Ỹ]+)+)$")  # "- Lưu: VT. PHÓ CHỦ TỊCH", "- Như trên; BÍ THƯ"
# "CHÁNH VĂN PHÒNG" / "HĐND VÀ UBND", "PHÓ CHỦ TỊCH" / "UBND XÃ", "TRƯỞNG CÔNG AN" / "PHƯỜNG"
_POST_GOES_ON = re.compile(r"(?:VĂN PHÒNG| VÀ|,|-)\n|(?:CHỦ TỊCH\nUBND |CÔNG AN\n)(?:XÃ|PHƯỜNG|ĐẶC KHU|TỈNH)$")
_PERSON_LIKE_A_BODY = re.compile(r"ĐOÀN (?!TNCS|THANH|THỂ|VIÊN|HỘI|TỈNH|XÃ|PHƯỜNG|KHỐI|CÔNG|ĐẠI)[A-ZĐÀ-Ỹ]+(?: [A-ZĐÀ-Ỹ]+){1,3}$")


_AUTHORITY = re.compile(
    r"^(?:CHỦ TỊCH )?(?:ỦY|UỶ) BAN NHÂN DÂN(?: (?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU)\b.{0,40})?$|^THỦ TƯỚNG(?: CHÍNH PHỦ)?$|^CHÍNH PHỦ$|"
    r"^(?:BỘ TRƯỞNG|GIÁM ĐỐC|CỤC TRƯỞNG|TỔNG GIÁM ĐỐC|CHỦ TỊCH|TRƯỞNG BAN|HIỆU TRƯỞNG)(?: [A-ZĐÀ-Ỹ ,&-]{2,80})?$|^HỘI ĐỒNG NHÂN DÂN\b.{0,60}$|"
    r"^\(?K(?:HÓA|HOÁ|hóa|hoá)\b.{0,40}\b[Kk](?:Ỳ HỌP|ỳ họp)\b.{0,40}$")
_BARE_POST = re.compile(r"HIỆU TRƯỞNG|GIÁM ĐỐC|CHỦ TỊCH|BỘ TRƯỞNG|CỤC TRƯỞNG|TRƯỞNG BAN|TỔNG GIÁM ĐỐC")  # its body stands on the line below
_DECIDES = re.compile(r"QUYẾT (?:ĐỊNH|NGHỊ) ?:")  # above its articles, where no legal basis parts it from the title
_LEADS_TO_BODY = re.compile(r"(?:như sau|sau đây|với các nội dung|cụ thể)\s*[:.]$|(?<!\w)sau\s*:$")
_IN_FORCE = re.compile(r"có hiệu lực|căn cứ (?:quyết định|nghị quyết)(?: này)?(?: để)?(?: tổ chức| triển khai)? (?:thi hành|thực hiện)[ ./]*$|trách nhiệm thi hành(?: quyết định)?[ ./]*$|chịu trách nhiệm (?:thi hành|thực hiện)|thi hành (?:quyết định|nghị quyết) này|"
                       r"(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|căn cứ|theo|thực hiện) .{0,20}(?:thực hiện|triển khai|chấp hành)?.{0,25}(?:quyết định|nghị quyết) này[ ./]*$")
# Below "Điều 3. Quyết định này có hiệu lực …": who obeys the decision, in a paragraph of its own.
_OBEYED = re.compile(r"chịu trách nhiệm thi hành (?:quyết định|nghị quyết) này[ ./]*$")
# "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch …": says what stands behind the signature, orders nothing itself.
_ISSUES_ANNEX = re.compile(r"(?:ban hành|phê duyệt) (?:kèm theo\b|.{5,400}\bkèm theo\b).*[^:]$")


@dataclass(slots=True)
class Zoned:
    """A paragraph or table with the zone it stands in; `part` counts parts (0 the document, 1… its appendices)."""

    block: Paragraph | Table
    zone: Zone
    part: int = 0


@dataclass(slots=True)
class Frame:
    """The document cut into zones. `doc_type` as printed; `header`, `title`, `signature` are their lines in order."""

    blocks: list[Zoned] = field(default_factory=list)
    doc_type: str | None = None
    header: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    signature: list[str] = field(default_factory=list)
    annex_notes: list[str] = field(default_factory=list)


def is_doc_type(text: str) -> bool:
    """Whether a line consists of a document type ("KẾ HOẠCH"), letter-spaced or not."""
    folded = fold(text).strip(" .:")
    return bool(_DOC_TYPE_LINE.match(folded)) or bool(_DOC_TYPE_LINE.match(fold(re.sub(r"(?<=\b\w) (?=\w\b)", "", squash(text)))))


def _body_start(text: str) -> bool:
    """Whether a paragraph opens the body: a legal basis, a numbered heading, an order to carry out."""
    marker = read_marker(text)
    if marker is not None and marker.kind not in BULLETS and marker.kind not in {"letter"} and marker.number in (None, 1):
        return True
    if marker is not None and marker.kind == "roman" and heading_role(text[marker.length:]) is not None:
        return True  # an extract that begins with "III. NHIỆM VỤ"
    if marker is not None and marker.kind in BULLETS and text.endswith(":") and heading_role(text[marker.length:]) is not None:
        return True  # "* Mục tiêu tổng quát:"
    return bool(_BASIS.match(_BULLET.sub("", fold(text))))


def _capitals(lines: list[Line]) -> bool:
    """Whether a title is set in capitals throughout; a sentence in small letters under it is the text."""
    words = [line.text for line in lines if any(c.isalpha() for c in line.text)]
    return bool(words) and all(text.upper() == text for text in words)


def _titled(text: str, title: list[Line]) -> bool:
    """Whether a line under a rule begins the text, where the title stands above the rule: "Ban Chấp hành đề ra một số chỉ tiêu …"."""
    return text[:1].isupper() and not text.isupper() and any(c.isalpha() for line in title for c in line.text)


_AIMS = ("Để ", "Nhằm ", "Nhân dịp ", "Nhân kỷ niệm ")  # no line of a title begins so
# "Mục đích", "Mục tiêu chung" without number under the title, and no legal basis between.
_FIRST_SECTION = re.compile(r"(?:(?:mục đích|ý nghĩa|yêu cầu|mục tiêu(?: chung| tổng quát| cụ thể)?|quan điểm(?: chỉ đạo)?|bối cảnh|sự cần thiết|đặc điểm tình hình|cơ sở pháp lý)(?: ?[,;&–-] ?| và )?)+(?<![,;&–-]) ?:?")
_SECTION_LETTERS = "MÝYQBSĐC"
_SHORTEST_TITLE = 25  # characters
_LEAD_LINES = 6  # lines of a dump in which a paragraph that leads to the text ends


def _leads_on(document: Document, place: int) -> bool:
    """Whether lines from `place` on end a paragraph with "… như sau:" before anything numbered begins: the one above them, wider than
    the title's last line, begins the text."""
    for block in document.blocks[place : place + _LEAD_LINES]:
        if isinstance(block, Table) or read_marker(text := squash(block.text)) is not None or _BASIS.match(fold(text)):
            return False
        if _LEADS_TO_BODY.search(fold(text)):
            return True
    return False


def _head_lines(document: Document) -> list[Line]:
    """Lines up to the body's start, at most the first 60 lines that are no table."""
    head: list[Line] = []
    typed_at: int | None = None
    whole = 0  # 1 where the type's line holds the title's words too: "KẾ HOẠCH Triển khai … năm 2026"
    ruled = addressed = False  # the line before is the rule under the title; a letter has said whom it goes to
    for place, block in enumerate(document.blocks):
        if isinstance(block, Table):
            break
        if block.furniture or block.blank:
            ruled = ruled or (typed_at is not None and bool(_RULE.fullmatch(block.text.strip())))
            continue
        text = squash(block.text)
        if typed_at is None and (is_doc_type(text) or (said := _DOC_TYPE_UPPER.match(text))):
            typed_at, whole = len(head), int(not is_doc_type(text) and said is not None and len(text) > said.end() + _SHORTEST_TITLE and text[-1:] not in ",;:")
            head.append(block)
            continue
        if addressed and text[:1].isalpha() and (_LEADS_TO_BODY.search(fold(text)) or (is_sentence(text) and text.endswith("."))):
            break
        addressed = addressed or (typed_at is None and fold(text).startswith("kính gửi"))
        if typed_at is not None and _MOTTO.match(fold(text)):
            typed_at = None  # what stood above is a cover: the letterhead and the title come now
        text = _RULE_START.sub("", text)
        if typed_at is not None and len(head) + whole > typed_at + 1 and block.align != "center" \
                and (_OPENS_TEXT.match(fold(text)) or (ruled and len(text) > 60 and (text[-1:] in ".:,;" or _titled(text, head[typed_at + 1 :])))
                     or (len(text) >= 60 and text[:1].isupper() and (3 * len(head[-1].text) < 2 * len(text) or text.startswith(_AIMS)) and _leads_on(document, place + 1))
                     or (len(text) >= 80 and text[:1].isupper() and any(c.islower() for c in text) and _capitals(head[typed_at + 1 :]))
                     or (block.align == "justify" and head[-1].align == "center" and len(text) >= 60 and text[:1].isupper() and text[-1:] in ".:;")):
            break
        if typed_at is not None and len(head) + whole > typed_at + 1 and block.align != "center" and (
                (text[:1] in _SECTION_LETTERS and _FIRST_SECTION.fullmatch(fold(text))) or (text.isupper() and not _capitals(head[typed_at + 1 :]) and is_section_title(text))):
            break
        if typed_at is not None and len(head) + whole > typed_at + 1 and block.align != "center" and is_sentence(text) and sentence_follows(document, place + 1):
            break
        ruled = typed_at is not None and bool(_RULE.fullmatch(text))
        opens = _body_start(text) and not (typed_at is not None and len(head) + whole == typed_at + 1 and not read_marker(text))
        continues_title = (typed_at is not None and block.align == "center") or text[:1].islower()
        bare = _BULLET.sub("", fold(text))
        founded = typed_at is not None and bool((_BASIS if not continues_title else _LEGAL_BASIS).match(bare))  # no header line, whatever date it holds
        if opens and (founded or (not continues_title and not _HEADER.search(fold(text)))):
            break
        head.append(block)
        if len(head) >= 60:
            break
    return head if len(head) < 60 else []


def _title_at(head: Sequence[Line]) -> int | None:
    """Index of the line with the document's type: below the national or Party motto where a cover has one too."""
    typed = [i for i, line in enumerate(head) if is_doc_type(line.text)] or [i for i, line in enumerate(head) if _DOC_TYPE_UPPER.match(squash(line.text))]
    motto = next((i for i, line in enumerate(head) if _MOTTO.match(fold(line.text))), 0)
    return next((i for i in typed if i > motto), typed[0] if typed else None)


def build_frame(document: Document) -> Frame:
    """Cut a document into its frame. Everything lands in exactly one zone."""
    frame = Frame()
    if document.format == "docx":
        mark_wrapped(document.blocks)
    head = _head_lines(document)
    in_head = {id(line) for line in head}
    typed = _title_at(head)
    addressed = False
    for i, line in enumerate(head):
        text = squash(line.text)
        folded = fold(text)
        zone: Zone
        if typed is not None and i == typed:
            zone = "title"
            m = _DOC_TYPE_UPPER.match(text.replace("KẾ HOẠCH TRIỂN KHAI ", "KẾ HOẠCH "))  # a type of its own only where nothing follows
            if is_doc_type(text):
                frame.doc_type = text
            elif m:
                frame.doc_type = m[0]
                frame.title.append(text[m.end():].strip())
        elif re.fullmatch(r"[-_=*.–— ]+", text):
            zone = "furniture"
        elif typed is not None and i > typed + 1 and (_AUTHORITY.match(text) or _DECIDES.fullmatch(text) or (_BARE_POST.fullmatch(squash(head[i - 1].text)) and text in frame.header)):
            zone = "header"  # a decision names who decides once more under its title
            frame.header.append(text)
        elif typed is None and (addressed or folded.startswith(("v/v", "kính gửi"))):
            addressed = addressed or folded.startswith("kính gửi")
            zone = "header" if addressed else "title"  # a letter: its subject stands for the title, whom it goes to for nothing
            (frame.title if zone == "title" else frame.header).append(text)
        elif (typed is not None and i > typed) or (typed is None and not _HEADER.search(folded)):
            zone = "title"
            frame.title.append(text)
        else:
            zone = "header"
            frame.header.append(text)
        frame.blocks.append(Zoned(make_paragraph([line]), zone))
    rest = replace_blocks(document, [b for b in document.blocks if id(b) not in in_head])
    _zone_rest(frame, paragraphs(rest))
    return frame


def replace_blocks(document: Document, blocks: Sequence[Line | Table]) -> Document:
    """The document with other blocks."""
    return replace(document, blocks=list(blocks))


def _tail_lines(block: Paragraph) -> list[Paragraph]:
    return [make_paragraph([line]) for line in block.lines]


def _zone_rest(frame: Frame, blocks: list[Paragraph | Table]) -> None:
    zone: Zone = "basis"
    part = 0
    seen_body = False
    i = 0
    queue = list(blocks)
    while i < len(queue):
        block = queue[i]
        i += 1
        if isinstance(block, Table):
            if zone in {"recipients", "signature", "header", "appendix_title"}:
                part += zone != "appendix_title"
                zone = "body"
            frame.blocks.append(Zoned(block, "body", part))
            seen_body = True
            continue
        folded = fold(block.text)
        if block.furniture:
            frame.blocks.append(Zoned(block, "furniture", part))
            continue
        tail = zone in {"recipients", "signature", "header"}
        if tail and len(block.lines) > 1:
            # Nothing wraps reliably here: names, posts and addressees stand one to a line.
            queue[i:i] = _tail_lines(block)[1:]
            block = _tail_lines(block)[0]
            folded = fold(block.text)
        if seen_body or tail:
            if RECIPIENTS.match(folded) or (SIGN.match(block.text) and not block.marker and len(block.text) < 90):
                if len(block.lines) > 1 and not tail:
                    queue[i:i] = _tail_lines(block)[1:]
                    block = _tail_lines(block)[0]
                zone = "recipients" if RECIPIENTS.match(folded) else "signature"
                frame.signature += _beside(block)
                if zone == "signature":
                    frame.signature.append(block.text)
                elif beside := _POST_BESIDE.match(block.text):
                    frame.signature.append(beside[1])
                frame.blocks.append(Zoned(block, zone, part))
                continue
            if _starts_appendix(block, folded, zone, queue[i] if i < len(queue) else None):
                part += 1
                zone = "appendix_title"
                frame.blocks.append(Zoned(block, zone, part))
                continue
        if tail and seen_body and _opens_body(block):
            part += 1
            zone = "body"
        elif tail:
            zone = _tail_zone(frame, block, zone)
            frame.blocks.append(Zoned(block, zone, part))
            continue
        if zone == "appendix_title":
            above = frame.blocks[-1].block
            # Under "KẾ HOẠCH" stands its title, be it "Triển khai …" over the full width.
            titled = block.marker is None and len(block.text) < 400 and isinstance(above, Paragraph) and is_doc_type(above.text)
            if titled or _is_title_like(block, folded) or names_table(block, above, queue[i] if i < len(queue) else None):
                if ISSUED_WITH.match(folded):
                    frame.annex_notes.append(block.text)
                frame.blocks.append(Zoned(block, "appendix_title", part))
                continue
            zone = "basis" if _BASIS.match(folded) and not block.marker else "body"
        if zone == "basis" and ((block.marker is not None and block.marker.kind not in BULLETS) or (seen_body and not _BASIS.match(folded))):
            zone = "body"  # numbered, or behind a table: no legal basis
        if zone == "basis" and block.marker is None and (((block.upper or block.bold) and not _BASIS.match(folded) and is_section_title(block.text))
                                                         or (block.text[:1] in _SECTION_LETTERS and _FIRST_SECTION.fullmatch(folded))):
            zone = "body"  # "MỤC ĐÍCH" below an introduction that announces nothing
        if zone == "basis" and _LEADS_TO_BODY.search(folded):
            frame.blocks.append(Zoned(block, zone, part))
            zone = "body"
            continue
        if zone == "body":
            seen_body = True
            if block.marker and block.marker.kind == "article" and (_IN_FORCE.search(folded) or _ISSUES_ANNEX.search(folded)):
                frame.blocks.append(Zoned(block, "closing", part))
                continue
            if block.marker is None and "nhiệm thi hành" in folded and _OBEYED.search(folded):
                frame.blocks.append(Zoned(block, "closing", part))
                continue
            if block.marker and " này " in folded and is_spread(block.body):
                frame.blocks.append(Zoned(block, "closing", part))  # "7- Chương trình này được phổ biến đến chi bộ."
                continue
            if closes(block, folded, frame.blocks[-1].block if frame.blocks else block, queue[i:i + 1]):
                frame.blocks.append(Zoned(block, "closing", part))
                continue
        frame.blocks.append(Zoned(block, zone, part))


def _starts_appendix(block: Paragraph, folded: str, zone: Zone, following: Paragraph | Table | None) -> bool:
    if names_annex(block, folded, zone == "body", following):
        return True
    if zone in {"recipients", "signature", "header"}:
        return len(block.text) < 200 and (is_doc_type(block.text) or bool(block.upper and _DOC_TYPE_UPPER.match(block.text))
                                          or bool(re.match(r"(?:danh mục|biểu|bảng)\b", folded) and (block.upper or block.centered)))
    return False


def _opens_body(block: Paragraph) -> bool:
    """Whether a paragraph behind a signature or addressees is a section of what the decision issues: neither names nor addressees carry
    "I.", "Phần I", "Chương I", nor a first number before a whole sentence."""
    marker = block.marker
    if marker is None:
        return False
    words = len(block.text.split())
    if marker.kind in {"roman", "part", "chapter"}:
        return marker.number == 1 and words > 2
    return marker.kind == "number" and marker.number == 1 and words > 14


def _is_title_like(block: Paragraph, folded: str) -> bool:
    """Lines that still belong to an appendix title: capitals, centred lines, "(Kèm theo …)", header residue."""
    if (block.marker is not None and block.marker.kind != "dash") or (len(folded) < 48 and COUNTED_IN.match(folded)):
        return False
    if ISSUED_WITH.match(folded) or (folded.startswith("(") and len(folded) < 250):
        return True
    if _HEADER.search(folded) and len(folded) < 120:
        return True
    return (block.upper or block.centered) and len(folded) < 400


def _person(words: list[str]) -> bool:
    """"Đoàn Ngọc Có" under a post heads nothing: every word opens with a capital."""
    return 2 <= len(words) <= 5 and all(w.isalpha() and w[0].isupper() and (w[1:].islower() or len(w) == 1) for w in words)


# "- Lưu: VT, KT. Trần Văn Bình": the name of who signs stands at the height of the last addressee, the file's codes.
_KEPT = re.compile(r"(?:[^;]*;(?! ?-)|\W*Lưu ?:?(?: ?[A-ZĐ][A-ZĐ&/.,;-]+)+(?<![,;])(?: ?\(\w{1,4}\)\.?)?)\s+(?!(?:Phòng|Văn Phòng|Ban|Sở|Trung Tâm|Công An|Hồ Sơ|Ủy Ban|Đảng|Hội|Các|Thường|Mặt|Trường|Trạm|Chủ|Bí|Phó|Lãnh|Như|Đoàn Thể) )([A-ZĐÀ-Ỹ][a-zđà-ỹ]+ (?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]* ){1,3}[A-ZĐÀ-Ỹ][a-zđà-ỹ]+)\s*$")


def _beside(block: Paragraph, signed: bool = False) -> list[str]:
    """What a dump prints to the right of an addressee: a post or, where a post is known (`signed`), the name under it ("- Lưu: VT.          Trần Văn Bình")."""
    out = []
    for line in block.lines:
        right = re.search(r"\S(?: {4,}|\t\s*)(\S.*)$", line.text.rstrip())
        if right and (SIGN.match(right[1]) or _person(right[1].split())):
            out.append(squash(right[1]))
        elif (kept := _KEPT.match(line.text)) and (signed or ";" not in kept[0]):
            out.append(squash(kept[1]))
        elif (post := _POST_BEHIND.match(line.text)) and SIGN.match(post[1]):
            out.append(post[1])
    return out


def _tail_zone(frame: Frame, block: Paragraph, zone: Zone) -> Zone:
    if block.marker is not None and block.marker.kind in BULLETS:
        frame.signature += _beside(block, signed=bool(frame.signature))
        return "recipients"
    words = block.text.split()
    if _HEADER.search(fold(block.text)) and not SIGN.match(block.text) and not (
            frame.signature and (_person(words) or _PERSON_LIKE_A_BODY.match(block.text) or (block.upper and _POST_GOES_ON.search(f"{frame.signature[-1]}\n{squash(block.text)}")))):
        return "header"
    if zone == "recipients" and (len(words) > 8 or not words[0][:1].isupper() or block.text.endswith((";", ",", "."))):
        return "recipients"
    frame.signature.append(block.text)
    return "signature"
