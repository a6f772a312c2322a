"""The body that a plan's header names when it is an office of a branch, an enterprise or a cooperative, and names over two lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from normalizers.text import fold, squash

# What goes on with the name of an institution on the next line of the header: "BỆNH VIỆN ĐA KHOA" / "KHU VỰC CẨM KHÊ".
_NAME_ON = re.compile(r"(?:KHU VỰC|TỈNH|THÀNH PHỐ|HUYỆN|XÃ|PHƯỜNG|ĐẶC KHU|ĐA KHOA|CHUYÊN KHOA|SẢN|NHI|Y HỌC|TIỂU HỌC|TRUNG HỌC|THCS|THPT|MẦM NON|PHỔ THÔNG|DÂN TỘC|VÀ|-)\b")
COMMON = frozenset([
    "bệnh", "viện", "đa", "khoa", "khu", "vực", "trường", "tiểu", "học", "trung", "cơ", "sở", "phổ", "thông", "mầm", "non",
    "tỉnh", "thành", "phố", "huyện", "xã", "phường", "tâm", "y", "tế", "chi", "cục", "công", "ty", "tổng", "cổ", "phần", "ban",
    "quản", "lý", "dự", "án", "và", "các", "dân", "tộc", "nội", "trú", "bán", "chuyên", "phòng", "trạm", "của", "đặc", "đoàn",
    "liên", "lao", "động", "hội", "hiệp", "phụ", "nữ", "nông", "cựu", "chiến", "binh", "thanh", "niên", "người", "cao", "tuổi",
    "chữ", "thập", "đỏ", "khuyến", "đại", "trẻ", "em",
])
_LEVELS_OF_SCHOOL = frozenset(["THCS", "THPT", "TH", "MN", "PTDTBT", "PTDTNT", "GDTX", "-"])
_HEADER_END = re.compile(r"số\b|[-_*=.]|cộng hòa|độc lập|đảng cộng sản")
_BRANCH = re.compile(r"(?:CÔNG AN|BẢO HIỂM XÃ HỘI|BHXH|KHO BẠC|KBNN|TÒA ÁN|TOÀ ÁN|VIỆN KIỂM SÁT|(?:PHÒNG )?THI HÀNH ÁN|(?:PHÒNG )?THADS|THUẾ|CỤC|CHI CỤC|NGÂN HÀNG|NHCSXH|BỘ CHỈ HUY|BAN CHỈ HUY|BỘ CHQS|BAN CHQS|"
                     r"LIÊN MINH HỢP TÁC XÃ|LIÊN MINH HTX|HỢP TÁC XÃ|HTX|TỔNG CÔNG TY|TẬP ĐOÀN|CÔNG TY|ĐIỆN LỰC|BƯU ĐIỆN|VIỄN THÔNG|BỆNH VIỆN|TRUNG TÂM Y TẾ|TRẠM Y TẾ|TRƯỜNG|HỌC VIỆN|PHÂN HIỆU|PHÂN VIỆN|VIỆN)\b")
_ROMAN = re.compile(r"(?<=khu vực )[ivx]+$", re.IGNORECASE)  # "Học viện Chính trị khu vực III"
_ARM = re.compile(r"CHI NHÁNH\b")  # of the bank on the line above
_PLACED = re.compile(r"(?<!\w)(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|ĐẶC KHU|TẠI)(?= (?!HỘI\b|VIÊN\b))")
_TWO_BODIES = ("SỞ ", "CÔNG AN ", "PHÒNG ", "BAN ", "HỘI ", "ĐOÀN ", "TRƯỜNG ", "LIÊN ĐOÀN ", "ỦY BAN ", "UBND ")
_VOWEL = re.compile(r"[aăâeêioôơuưyáàảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
# What may not go on with a body's name on the next line of a header.
_OTHER_LINE = re.compile(r"(?:BAN|BTV|BCH|PHÒNG|KHOA|TỔ|VĂN PHÒNG|ĐẢNG|CHI BỘ|SỞ|UBND|ỦY BAN|KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|TRƯỜNG|CÔNG|HỘI|LIÊN|ĐOÀN|CỤC|TRUNG TÂM|SỐ|DỰ THẢO)\b")


_MOTTO_ENDS = re.compile(r"(?:(?:CHỦ )?NGHĨA )?VIỆT NAM")
MOTTO = re.compile(r"\s*(?:CỘNG H[ÒO][AÀ] XÃ HỘI|Độc lập|ĐỘC LẬP)")


def unmottoed(header: Sequence[str]) -> list[str]:
    """The head's lines without the motto: rows of a table and dumps set it between the two lines of a body's name ("SỞ GIÁO DỤC" / "Độc lập …" /
    "VÀ ĐÀO TẠO")."""
    out: list[str] = []
    over = False  # the motto goes on: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA" / "VIỆT NAM"
    for text in header:
        cut = MOTTO.search(text)
        kept = text[: cut.start()] if cut else text
        if kept.strip() and not (over and _MOTTO_ENDS.fullmatch(kept.strip())):
            out.append(kept)
        over = cut is not None and text.rstrip().endswith(("NGHĨA", "CHỦ", "HỘI"))
    return out


def branch(lines: Sequence[str], normal_case: Callable[[str], str]) -> str | None:
    """The body of a branch with offices of its own on every level, and the enterprise or cooperative, that the header names last:
    "CÔNG AN TỈNH X" / "CÔNG AN HUYỆN Y", "BẢO HIỂM XÃ HỘI VIỆT NAM" / "BẢO HIỂM XÃ HỘI TỈNH X"."""
    at = max((i for i, line in enumerate(lines) if line.isupper() and _BRANCH.match(line)), default=-1)
    if at < 0:
        return None
    if lines[at].startswith("NGÂN HÀNG") and at + 1 < len(lines) and lines[at + 1].isupper() and _ARM.match(lines[at + 1]):
        return _placed(lines[at], normal_case) + " " + _placed(lines[at + 1], normal_case)
    return _placed(" ".join([lines[at], *goes_on(lines[at + 1:], lines[at])]), normal_case)


def _placed(text: str, normal_case: Callable[[str], str]) -> str:
    """A body's name in capitals → normal case, with the name of its place capitalised."""
    if " - " in text and (rest := text.partition(" - ")[2]).startswith(_TWO_BODIES):  # "CÔNG AN TỈNH X - SỞ GIÁO DỤC VÀ ĐÀO TẠO"
        return _placed(text.partition(" - ")[0], normal_case) + " - " + _placed(rest, normal_case)
    at = max((m.end() for m in _PLACED.finditer(text)), default=len(text))
    named = squash(normal_case(text[:at].strip()) + " " + text[at:].title())
    for word in text.split():
        if not _VOWEL.search(fold(word)):  # "NHCSXH", "BCHQS": read letter by letter
            named = re.sub(rf"(?<!\w){word}(?!\w)", word, named, flags=re.IGNORECASE)
    return _ROMAN.sub(lambda m: m[0].upper(), named)


def goes_on(lines: Sequence[str], name: str) -> list[str]:
    """The header lines that go on with the name of an institution, or give it the name that its first line lacks
    ("TRƯỜNG THCS VÀ THPT" / "TRẦN VĂN X")."""
    out: list[str] = []
    nameless = all(w.lower() in COMMON or w in _LEVELS_OF_SCHOOL for w in name.split())
    for line in lines:
        plain = line.isupper() and _HEADER_END.match(fold(line)) is None and _OTHER_LINE.match(line) is None and len(line.split()) <= 3
        own = (nameless and not out and _HEADER_END.match(fold(line)) is None) or plain  # "TRƯỜNG THCS VÀ THPT ĐỐC" / "BINH KIỀU"
        if not line.isupper() or not (_NAME_ON.match(line) or own) or len(out) == 2:
            break
        out.append(line)
    return out


# A place's name that a narrow column of the head breaks: "ỦY BAN NHÂN DÂN XÃ PHÚ" / "DIÊN".
_NAME_BEGUN = re.compile(r"(?<!\w)(?:TỈNH|THÀNH PHỐ|THỊ XÃ|HUYỆN|XÃ|PHƯỜNG|ĐẶC KHU)(?: \w+){0,2}$")
_NAME_ENDS = re.compile(r"(?!VIỆT NAM$|SỐ\b)[A-ZĐÀ-Ỹ]+(?: [A-ZĐÀ-Ỹ]+)?$")


def broken_names(lines: Sequence[str]) -> str:
    """The head's lines, already without the motto, with names of places made whole that a line cuts; "" where none is cut."""
    out: list[str] = []
    cut = False
    for text in filter(None, lines):
        if out and out[-1].isupper() and text.isupper() and _NAME_BEGUN.search(out[-1]) and _NAME_ENDS.match(text) and not _OTHER_LINE.match(text):
            out[-1], cut = f"{out[-1]} {text}", True
        else:
            out.append(text)
    return "\n".join(out) if cut else ""
