"""What a child process makes of the errors of libraries: damaged files, exhausted memory, and our own faults."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extractors.errors import UnreadableDocument
from pipeline.limits import Limits
from pipeline.worker import attempt


class PdfiumError(RuntimeError):
    """As pypdfium2 names its own."""


@pytest.mark.parametrize(("error", "reason", "retire"), [
    (PdfiumError("Failed to load page."), "damaged", False),
    (RuntimeError("std::bad_alloc"), "memory", True),
    (RuntimeError("OpenCV(5.0.0) alloc.cpp:73: error: (-4:Insufficient memory) Failed to allocate 34813392 bytes"), "memory", True),
    (MemoryError(), "memory", True),
    (UnreadableDocument("x", "empty", "trống"), "empty", False),
    (PermissionError(13, "không được phép"), "unreadable", False),
    (KeyError("x"), "crashed", False),
])
def test_errors_become_reasons(error: Exception, reason: str, retire: bool) -> None:
    def reader(*_: Any) -> dict[str, Any]:
        raise error

    answer = attempt(reader, {"path": "x.pdf", "source": "x.pdf"}, Limits(), lambda pages: None)
    assert (answer["state"], answer["reason"], answer.get("retire", False)) == ("quarantined", reason, retire)
    assert answer["message"] and (answer["advice"] or reason == "empty")


def test_a_pdf_without_a_readable_page_is_damaged(tmp_path: Path) -> None:
    from pipeline.worker import read

    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Nothing >>\nendobj\n"
                     b"trailer\n<< /Root 1 0 R >>\n%%EOF\n")
    answer = attempt(read, {"path": str(path), "source": "x.pdf"}, Limits(), lambda pages: None)
    assert answer["state"] == "quarantined" and answer["reason"] in ("damaged", "empty")
