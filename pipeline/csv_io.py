"""CSV as spreadsheets open it safely: UTF-8 with BOM, no cell that would run as a formula, Vietnamese Excel on demand."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import BinaryIO

Value = str | int | float | bool | None
_FORMULA = frozenset("=+-@＝＋－＠")
_AT_START = _FORMULA | {" ", "\t", "\r", "\n", "\v", "\f", ""}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MARKER = re.compile(r"^\s*([-+*•–—·●○▪■►➢]+)\s*(?=\S)")


def safe_text(text: str) -> str:
    """`text` with an apostrophe in front where a spreadsheet would run it (first character = + - @, also behind blanks,
    or a tab or line break first). Control characters that no cell can hold are left out."""
    if text[:1] not in _AT_START and text.isprintable():  # nearly all
        return text
    if _CONTROL.search(text):  # hardly any text has some: a search is cheaper than making it anew
        text = _CONTROL.sub("", text)
    if text[:1] in ("\t", "\r", "\n") or text.lstrip()[:1] in _FORMULA:
        return "'" + text
    return text


def split_marker(text: str) -> tuple[str, str]:
    """The list marker of a printed line and the rest: "- Có ≥ 90%" → ("-", "Có ≥ 90%"); ("", text) without one.

    A minus sign in front of a number is no marker."""
    if text[:1].isalnum():  # most lines
        return "", text
    m = _MARKER.match(text)
    if m is None or (m[1] in "-+" and re.match(r"[\d.,]", text[m.end():])
                     and not text[m.end(1):m.end(1) + 1].isspace()):
        return "", text
    return m[1], text[m.end():]


def plain_number(value: float, digits: int = 12) -> str:
    """A number in `digits` significant digits, larger ones whole and without an exponent: a sum in đồng has thirteen and more."""
    text = f"{value:.{digits}g}"
    if "e" not in text or abs(value) >= 1e18:
        return text
    text = f"{Decimal(repr(value)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def cell_text(value: Value, decimal_comma: bool = False) -> str:
    """A value as it is written: numbers without needless zeros, `true`/`false`, "" for None, text made safe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        text = plain_number(value)
        return text.replace(".", ",") if decimal_comma else text
    return safe_text(value)


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[Value]], excel_vi: bool = False) -> bytes:
    """A whole CSV file: header and rows, CRLF, minimal quoting; `excel_vi` separates by ";" and writes decimal commas."""
    out = io.BytesIO()
    write_csv(out, columns, rows, excel_vi)
    return out.getvalue()


def write_csv(file: BinaryIO, columns: Sequence[str], rows: Iterable[Sequence[Value]], excel_vi: bool = False) -> None:
    """As `csv_bytes`, row by row into a file."""
    # Lone surrogates (broken input) have no UTF-8 form; they become "?".
    out = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
    writer = csv.writer(out, delimiter=";" if excel_vi else ",", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow([safe_text(c) for c in columns])
    writer.writerows(["" if v is None else safe_text(v) if v.__class__ is str else cell_text(v, excel_vi) for v in row] for row in rows)
    out.flush()
    out.detach()


def text_of_csv(data: bytes) -> str:
    """The text of a CSV file as spreadsheets save it: UTF-8 with or without BOM, or "Unicode Text" (UTF-16). Raises UnicodeDecodeError."""
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")


def csv_reader(text: str) -> csv.DictReader[str]:
    """The rows of a CSV text below its header, split by comma, semicolon or tab."""
    first = text.split("\n", 1)[0]
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
