"""Readers for tests of the batch engine: what a file's first word says happens to the process that reads it."""

from __future__ import annotations

import hashlib
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from extractors.errors import UnreadableDocument
from pipeline.codec import pack_plan
from pipeline.limits import Limits
from pipeline.records import LedgerRow, Plan, PlanRecord, Target


def by_first_word(path: Path, source: str, limits: Limits, parsed: bytes | None, before_ocr: Callable[[int], None]) -> dict[str, Any]:
    """`hang`, `abort`, `segfault`, `exit`, `memory`, `raise`, `refuse`, `missing`, `where`, `noise`, `network`, `litter`; anything else is a plan."""
    data = path.read_bytes()
    word = data.split(b" ", 1)[0]
    if word == b"hang":
        while True:
            pass
    elif word == b"abort":
        os.abort()
    elif word == b"segfault":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif word == b"exit":
        os._exit(7)
    elif word == b"memory":
        hoard = [bytes(1 << 20) for _ in range(1 << 16)]
        raise AssertionError(len(hoard))
    elif word == b"raise":
        raise ZeroDivisionError("a fault of a reader")
    elif word == b"refuse":
        raise UnreadableDocument(source, "damaged", "hỏng", "Gửi lại")
    elif word == b"missing":
        raise UnreadableDocument(source, "needs-ocr", "cần Tesseract", "Cài Tesseract")
    elif word == b"where":
        raise UnreadableDocument(source, "damaged", tempfile.gettempdir(), "")
    elif word == b"noise":
        print('{"id": 1, "state": "ok"}', flush=True)
        os.write(1, b'{"ready": 1}\nnoise\n')
        sys.stdin.read()
    elif word == b"network":
        socket.create_connection(("127.0.0.1", 9))
    elif word == b"litter":
        Path(tempfile.mkdtemp(), "left.bin").write_bytes(b"x")
    elif word == b"scan":
        before_ocr(3)
    return {"plan": pack_plan(plan(source, data)), "sha256": hashlib.sha256(data).hexdigest()}


def slow(path: Path, source: str, limits: Limits, parsed: bytes | None, before_ocr: Callable[[int], None]) -> dict[str, Any]:
    """A plan after some milliseconds of work."""
    data = path.read_bytes()
    hashlib.pbkdf2_hmac("sha256", data, b"", 20_000)
    return {"plan": pack_plan(plan(source, data)), "sha256": hashlib.sha256(data).hexdigest()}


def plan(source: str, data: bytes) -> PlanRecord:
    """A plan with one target whose value is made of the content."""
    digest = hashlib.sha256(data).hexdigest()
    number = int(digest[:4], 16) % 100
    text = f"- Tỷ lệ hồ sơ trực tuyến đạt {number}%"
    return PlanRecord(
        source=source, sha256=digest, plan_id=digest[:8], plan=Plan(commune=f"Xã {digest[:4]}", commune_type="xã", period="2026"),
        targets=(Target(id="T001", lines=(1, 1), raw=text, indicator="hồ sơ trực tuyến", comparator="=", value=float(number), unit="%"),),
        ledger=(LedgerRow(number=0, place="dòng 1", text=text, role="target", record="T001"),))
