"""Plain-text files: encodings, bad input, places, furniture, paragraph starts."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Document
from extractors.errors import UnreadableDocument
from extractors.text_reader import read_text

RAW = Path(__file__).parent.parent / "data" / "raw"
SAMPLE = "KẾ HOẠCH\nThực hiện nhiệm vụ của Ủy ban nhân dân xã\n\n1. Tổ chức triển khai các nhiệm vụ được giao trên địa bàn xã.\n"


def cp1258(text: str) -> bytes:
    """Text as windows-1258 keeps it: base letters with their own marks, tones as combining characters."""
    out = bytearray()
    for char in text:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in "\u0300\u0301\u0303\u0309\u0323"))
            out += base.encode("cp1258") + "".join(c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323").encode("cp1258")
    return bytes(out)


def texts(document: Document) -> list[str]:
    return [unicodedata.normalize("NFC", line.text) for line in document.lines()]


@pytest.mark.parametrize("data", [SAMPLE.encode("utf-8"), SAMPLE.encode("utf-8-sig"), SAMPLE.encode("utf-16"), SAMPLE.encode("utf-16-le"),
                                  SAMPLE.encode("utf-16-be"), b"\xfe\xff" + SAMPLE.encode("utf-16-be"), cp1258(SAMPLE),
                                  SAMPLE.replace("\n", "\r\n").encode(), SAMPLE.replace("\n", "\r").encode(), SAMPLE.encode() + "ệ".encode()[:2]],
                         ids=["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-16-be-bom", "cp1258", "crlf", "cr", "cut"])
def test_encodings(data: bytes) -> None:
    document = read_text(data, "a.txt")
    assert texts(document) == [line for line in SAMPLE.split("\n") if line]
    assert [line.place.lines for line in document.lines()] == [(1, 1), (2, 2), (4, 4)]


@pytest.mark.parametrize(("data", "reason"), [
    (b"", "empty"), (b" \n\t\r\n\f", "empty"), (b"\xef\xbb\xbf\n", "empty"), (b"%PDF-1.7\n...", "not-a-document"), (b"PK\x03\x04abc", "not-a-document"),
    (bytes(range(256)) * 20, "not-a-document"), ("Zażółć gęślą jaźń".encode("cp1250") * 40, "wrong-encoding"),
])
def test_unreadable(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_text(data, "a.txt")
    assert caught.value.reason == reason
    assert "a.txt" in str(caught.value)
    assert caught.value.advice


FURNITURE = [
    ("Nội dung trang một.\n\n\n\n2\n\nNội dung trang hai.", ["2"]),
    ("Trang một\n\f2\nTrang hai", ["2"]),
    ("Nội dung\n- 3 -\nNội dung", ["- 3 -"]),
    ("TIÊU ĐỀ\n-----\nNội dung", ["-----"]),
    ("CHỦ TỊCH\n\tNGUYỄN VĂN A\n\t2025-08-07T21:50:31+0700\n\tSigning document", ["NGUYỄN VĂN A", "2025-08-07T21:50:31+0700", "Signing document"]),
    ("Tỷ lệ người dân có chữ ký số đạt 50%\nNội dung", []),
    ("1\nXây dựng\n2\nTổ chức\n3\nRà soát", []),
]


@pytest.mark.parametrize(("text", "furniture"), FURNITURE)
def test_furniture(text: str, furniture: list[str]) -> None:
    assert [line.text for line in read_text(text.encode(), "a.txt").lines() if line.furniture] == furniture


def test_real_furniture() -> None:
    document = read_text((RAW / "tinh-khe.txt").read_bytes(), "tinh-khe.txt")
    assert [line.text for line in document.lines() if line.furniture][-3:] == ["PHẠM QUỐC VƯƠNG", "Signing document", "2025-08-07T22:00:59+0700"]
    body = [line.text for line in document.lines() if not line.furniture]
    assert body[-1] == "Phạm Quốc Vương"


def test_form_feed_keeps_line_numbers() -> None:
    document = read_text("Một dòng\fTrang hai\nBa dòng".encode(), "a.txt")
    assert [(line.text, line.place.lines) for line in document.lines()] == [("Một dòng", (1, 1)), ("Trang hai", (1, 1)), ("Ba dòng", (2, 2))]


def test_paragraph_starts() -> None:
    document = read_text((RAW / "yen-hoa.txt").read_bytes(), "yen-hoa.txt")
    starts = {line.text[:24]: line.starts for line in document.lines()}
    assert starts["- Hạ tầng số: Phấn đấu đ"] is True
    assert starts["công tác giám sát, ứng c"] is False
    assert starts["2. Mục tiêu cụ thể"] is True
    assert starts["quả điện tử."] is False
    certain = [line.starts is not None for line in document.lines()]
    assert sum(certain) >= 0.9 * len(certain)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        document = read_text(text.encode("utf-8", errors="ignore"), "a.txt")
    except UnreadableDocument:
        return
    assert sum(len(line.text.split()) for line in document.lines()) > 0


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document = read_text(data, "a.txt")
    except UnreadableDocument:
        return
    assert all(not line.blank for line in document.lines())


def test_page_numbers_beside_row_numbers() -> None:
    pages: list[str] = []
    row = 0
    for page in range(1, 8):
        lines = [str(page)] if page > 1 else []
        for k in range(32):
            if page > 3 and k % 8 == 2:
                row += 1
                lines.append(str(row))
            lines.append(f"Nội dung dòng {k} của trang văn bản")
        pages.append("\n".join(lines))
    document = read_text("\n".join(pages).encode(), "dump.txt")
    assert [line.text for line in document.lines() if line.furniture] == ["2", "3", "4", "5", "6", "7"]


def test_numbered_pages_leave_row_numbers_alone() -> None:
    rows = [text for n in range(1, 7) for text in [str(n), *[f"Nội dung công việc {n}"] * 20]]
    lines = ["KẾ HOẠCH", *rows[:60], "Trang 2/4", *rows[60:], "Trang 3/4"]
    document = read_text("\n".join(lines).encode(), "x.txt")
    assert [line.text for line in document.lines() if line.furniture] == ["Trang 2/4", "Trang 3/4"]
