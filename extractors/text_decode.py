"""Bytes of a plain-text file to text: Unicode in any form, else windows-1258 or 1252 by evidence of the language."""

from __future__ import annotations

import re

from extractors.errors import UnreadableDocument
from extractors.text_composed import compose
from normalizers.text import fold, printed_hyphens

_MAGIC = (b"%PDF", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"{\\rtf",
          b"\x1f\x8b", b"BM\x00", b"II*\x00", b"MM\x00*", b"\x7fELF", b"MZ\x90", b"SQLite format 3")
_COMMON = frozenset(
    ["và", "của", "các", "kế", "hoạch", "thực", "hiện", "nhiệm", "vụ", "xã", "công", "tác", "triển", "khai", "trên", "địa", "bàn", "năm", "đơn", "vị", "ủy", "ban", "nhân", "dân", "đảng", "phòng", "tổ", "chức", "đến", "được", "trong", "cho", "hội", "văn", "hóa", "kinh", "tế", "phát", "số", "với", "là", "có", "không", "theo", "tỉnh", "quyết", "nghị"]
)
_VIETNAMESE = re.compile("[\u1ea0-\u1ef9ơưƠƯ]")
_WORD = re.compile(r"[^\W\d_]+")
# A file of bytes that some text editor could have saved has next to no control characters.
_MOST_CONTROLS = 0.005


def decode(data: bytes, source: str) -> tuple[str, str]:
    """Text, composed (NFC) and with plain spaces for hard ones, and the name of its encoding. Raises UnreadableDocument `empty`, `not-a-document` or `wrong-encoding`."""
    if not data.strip(b"\x00 \t\r\n\x0c\xef\xbb\xbf\xff\xfe"):
        raise UnreadableDocument(source, "empty", "tệp không có chữ nào", "Tệp không có nội dung, hãy kiểm tra lại tệp gốc")
    if data.startswith(_MAGIC):
        raise _binary(source)
    text, name = _unicode(data)
    if text is None:
        if _controls(data.decode("latin-1")) > _MOST_CONTROLS:
            raise _binary(source)
        text, name = _single_byte(data, source)
    text = text.removeprefix("\ufeff")
    if _controls(text) > _MOST_CONTROLS:
        raise _binary(source)
    # U+FFFE is how some extractors write the hyphen at a line's end and the line break behind it.
    text = compose(text.replace("\x00", "").replace("\ufffe", "-\x0b").replace("\u00a0", " "))
    if "\xad" in text and _VIETNAMESE.search(text):  # elsewhere it is a letter of TCVN3
        text = printed_hyphens(text)
    if not text.strip():
        raise UnreadableDocument(source, "empty", "tệp không có chữ nào", "Tệp không có nội dung, hãy kiểm tra lại tệp gốc")
    return text, name


def _binary(source: str) -> UnreadableDocument:
    return UnreadableDocument(source, "not-a-document", "nội dung không phải chữ, dù tên tệp là của một văn bản", "Tệp không phải văn bản, hãy mở bằng đúng phần mềm rồi lưu lại")


def _controls(text: str) -> float:
    sample = text[:200_000]
    bad = sum(1 for c in sample if (c < " " and c not in "\t\n\r\f\x0b") or "\x7f" <= c <= "\x84" or c == "\ufffd")
    return bad / (len(sample) or 1)


def _unicode(data: bytes) -> tuple[str | None, str]:
    if data.startswith(b"\xef\xbb\xbf"):
        return _utf8(data[3:]), "utf-8-sig"
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return _try(data, "utf-32"), "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _try(data[: len(data) - len(data) % 2], "utf-16"), "utf-16"
    head = data[:4096]
    # Half of a Vietnamese UTF-16 text's bytes are the zero high bytes of spaces and basic letters.
    odd, even = head[1::2].count(0) / (len(head) / 2), head[0::2].count(0) / (len(head) / 2)
    if max(odd, even) > 0.25 and min(odd, even) < 0.05:
        name = "utf-16-le" if odd > even else "utf-16-be"
        text = _try(data[: len(data) - len(data) % 2], name)
        if text is not None and _controls(text) <= _MOST_CONTROLS:
            return text, name
    return _utf8(data), "utf-8"


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _utf8(data: bytes) -> str | None:
    """UTF-8, a character cut at the very end forgiven; a few broken bytes in a long text are kept as U+FFFD."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3:
            return data[: error.start].decode("utf-8")
    text = data.decode("utf-8", errors="replace")
    letters = sum(1 for c in text if c > "\x7f")
    return text if letters and text.count("\ufffd") / letters < 0.01 else None


def _single_byte(data: bytes, source: str) -> tuple[str, str]:
    """The Windows code page whose reading has the most common Vietnamese words."""
    best: tuple[float, str, str] | None = None
    for name in ("cp1258", "cp1252"):
        text = data.decode(name, errors="replace")
        words = _WORD.findall(fold(text[:100_000]))
        share = sum(word in _COMMON for word in words) / (len(words) or 1) - 5.0 * text.count("\ufffd") / (len(text) or 1)
        if best is None or share > best[0]:
            best = (share, text, name)
    assert best is not None
    if best[0] >= 0.08 and best[2] == "cp1258":
        return best[1], best[2]
    # A legacy font's text (TCVN3, VNI) reads as Latin-1 letters: the caller converts it once it is known to be one.
    latin = data.decode("cp1252", errors="replace")
    from extractors.legacy_fonts import detect_legacy

    legacy = detect_legacy(latin)
    if legacy is not None:
        return latin, legacy
    raise UnreadableDocument(source, "wrong-encoding", "không bảng mã nào cho ra chữ tiếng Việt",
                             "Hãy lưu lại tệp với bảng mã UTF-8")
