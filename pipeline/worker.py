"""The child process that reads documents, one after the other: `python -m pipeline.worker`, started by `pipeline/pool.py`.

Lines of JSON come in by standard input and go out by what was standard output; the libraries' own printing goes nowhere.
A job: {"id", "path", "source", "parsed"?, "limits"}. Answers: {"ready"}, {"id", "ocr": pages}, {"id", "state", …}.
The process limits itself where the system can (Linux), opens no connection, and ends when its parent does.
"""

from __future__ import annotations

import base64
import contextlib
import gc
import importlib
import json
import os
import queue
import re
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from extractors.errors import UnreadableDocument
from pipeline.limits import Limits

Say = Callable[[dict[str, Any]], None]
Reader = Callable[[Path, str, Limits, bytes | None, Callable[[int], None]], dict[str, Any]]

ADVICE_CRASHED = "Mở tệp bằng phần mềm soạn thảo, lưu lại thành tệp mới rồi nạp lại; nếu vẫn lỗi, gửi tệp cho người bảo trì chương trình"
ADVICE_MEMORY = "Tách tệp thành nhiều phần, hoặc chạy lại với --memory lớn hơn"
ADVICE_DAMAGED = "Xin lại tệp gốc, hoặc mở bằng phần mềm đọc PDF rồi in lại thành tệp mới"
_NO_MEMORY = re.compile(r"bad_alloc|[Ii]nsufficient memory|[Oo]ut of memory|[Cc]annot allocate memory")  # as libraries of C and C++ say it
_MIB = 1 << 20
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


def read(path: Path, source: str, limits: Limits, parsed: bytes | None, before_ocr: Callable[[int], None]) -> dict[str, Any]:
    """A document's packed plan (`plan`), with its packed parse (`parsed`) where that is new and worth keeping."""
    from pipeline.codec import pack_document, pack_plan, unpack_document
    from pipeline.read_one import parse, plan_of

    if parsed is not None:
        document = unpack_document(parsed)
        document.source = source
    else:
        document = parse(path, source, limits.safety, before_ocr)
    answer: dict[str, Any] = {}
    if parsed is None and document.format != "text":
        answer["parsed"] = pack_document(document)
    answer["sha256"] = document.sha256
    record = plan_of(document)
    answer["plan"] = pack_plan(record)
    return answer


def attempt(reader: Reader, job: dict[str, Any], limits: Limits, before_ocr: Callable[[int], None]) -> dict[str, Any]:
    """`reader` on a job; whatever it raises becomes an answer with `state`, `reason`, `message`, `advice`."""
    try:
        parsed = base64.b64decode(job["parsed"]) if job.get("parsed") else None
        answer = reader(Path(job["path"]), job["source"], limits, parsed, before_ocr)
        return {"state": "ok", **{k: base64.b64encode(v).decode("ascii") if isinstance(v, bytes) else v for k, v in answer.items()}}
    except UnreadableDocument as error:
        return _unread(error.reason, error.detail, error.advice)
    except MemoryError:
        return _out_of_memory(limits)
    except OSError as error:
        return _unread("unreadable", str(error.strerror or error), "Kiểm tra quyền đọc tệp")
    except Exception as error:  # any other fault of ours or of a library ends this document, never the batch
        if _NO_MEMORY.search(str(error)):
            return _out_of_memory(limits)
        if type(error).__name__ == "PdfiumError":  # a page or object that no reader of PDF can load
            return _unread("damaged", f"PDF bị hỏng bên trong ({str(error)[:200]})", ADVICE_DAMAGED)
        at = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(at.filename).name}:{at.lineno}"
        return _unread("crashed", f"lỗi khi đọc: {type(error).__name__}: {str(error)[:200]} ({where})", ADVICE_CRASHED)


def _out_of_memory(limits: Limits) -> dict[str, Any]:
    return {**_unread("memory", f"cần hơn {limits.memory_mb} MB bộ nhớ để đọc", ADVICE_MEMORY), "retire": True}


def _unread(reason: str, message: str, advice: str) -> dict[str, Any]:
    # Where an object lies in memory differs from run to run; results must not.
    return {"state": "quarantined", "reason": reason, "message": _ADDRESS.sub("", message), "advice": advice}


def collect_rarely() -> None:
    """Set Python's collector of cycles for reading documents: each makes many small objects and few cycles. It counts what is
    made and not yet let go: a plan of twenty pages stays below this, so that it hardly ever runs while a document is being
    read and all of its objects are alive (3 to 5 % of the time of reading, for 1 MiB of memory)."""
    gc.set_threshold(400_000, 20, 20)


def main(arguments: list[str]) -> None:
    """Serve until standard input ends. Arguments: limits as JSON, `module:function` of the reader."""
    limits = Limits.from_json(json.loads(arguments[0]))
    incoming, outgoing = channels()
    _limit_memory(limits.memory_mb)
    end_with_parent()
    lock = threading.Lock()

    def say(message: dict[str, Any]) -> None:
        with lock:
            outgoing.write(json.dumps(message).encode("ascii") + b"\n")
            outgoing.flush()

    module, _, name = arguments[1].partition(":")
    reader: Reader = getattr(importlib.import_module(module), name)
    _refuse_network()
    collect_rarely()
    jobs: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
    busy = threading.Event()

    def listen() -> None:
        for line in incoming:
            jobs.put(json.loads(line))
        if busy.is_set():
            os._exit(1)  # the parent is gone in the middle of a document
        jobs.put(None)

    threading.Thread(target=listen, daemon=True).start()
    say({"ready": os.getpid()})
    while (job := jobs.get()) is not None:
        busy.set()
        number = job["id"]

        def before_ocr(pages: int, number: int = number) -> None:
            say({"id": number, "ocr": pages})
            _limit_cpu(2 * limits.allowed(pages))

        _limit_cpu(2 * limits.allowed())
        answer = attempt(reader, job, limits, before_ocr)
        busy.clear()
        say({"id": number, **answer})
        if answer.get("retire"):
            break
    os._exit(0)


def channels() -> tuple[Any, Any]:
    """Our own copies of standard input and output; what libraries print or read from now on meets the null device."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    return incoming, outgoing


def _limit_memory(megabytes: int) -> None:
    """Private memory of this process and of each program it starts (RLIMIT_DATA; other systems: the parent watches)."""
    if sys.platform != "linux":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_DATA, (megabytes * _MIB, megabytes * _MIB))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_cpu(seconds: float) -> None:
    """Processor time from now on; past it the system ends the process with SIGXCPU."""
    if sys.platform != "linux":
        return
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(usage.ru_utime + usage.ru_stime + seconds) + 1, hard))


def end_with_parent() -> None:
    """Linux ends this process when its parent dies, also inside a C call (elsewhere: at the next byte code, by `listen`)."""
    if sys.platform != "linux":
        return
    import ctypes
    import signal

    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def _refuse_network() -> None:
    """No Python code here opens a connection, whatever a document asks for."""
    def hook(event: str, _: tuple[Any, ...]) -> None:
        if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind", "socket.sendto"):
            raise PermissionError(f"{event} is not allowed while reading documents")

    sys.addaudithook(hook)


if __name__ == "__main__":
    main(sys.argv[1:])
