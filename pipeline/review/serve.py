"""The desk's server: one process on 127.0.0.1, a free port, the browser opened at a link that works once."""

from __future__ import annotations

import gc
import getpass
import os
import socket
import sys
import webbrowser
from pathlib import Path

from extractors.errors import UsageError
from pipeline.review.app import create_app
from pipeline.review.desk import Desk
from pipeline.review.security import Access


def reviewer(who: str | None) -> str:
    """Who corrects: the setting, DOICHIEU_REVIEWER, else the name of the user of the machine."""
    name = (who or os.environ.get("DOICHIEU_REVIEWER") or "").strip()
    if name:
        return name[:80]
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "người xem"


def serve(out_dir: Path, *, who: str | None = None, port: int = 0, browser: bool = True, read_only: bool = False, corrections: Path | None = None,
          source: Path | None = None) -> None:
    """Open the desk and serve it until Ctrl-C. Raises UsageError without a run, or where the port is taken."""
    import uvicorn

    if source is not None and not source.exists():
        raise UsageError(f"{source}: no such folder")
    desk = Desk(out_dir, reviewer(who), corrections, source, read_only, quick=True)
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError as error:
        raise UsageError(f"Cổng {port} đang được dùng; bỏ --port để tự chọn cổng khác.") from error
    listener.listen(64)

    def announce(link: str) -> None:
        print(f"Đường dẫn mở thêm (dùng một lần): {link}", flush=True)

    gc.freeze()  # the plans stay; the collector need not go through them again and again
    sys.setswitchinterval(0.0005)  # a page goes before what is worked out behind it
    desk.keep_ready()
    access = Access(listener.getsockname()[1], announce)
    print(f"Bàn hiệu đính của {desk.who}: {access.link}", flush=True)
    print(f"Hiệu đính ghi vào: {desk.path}" if not read_only else "Chế độ chỉ xem: không ghi gì.", flush=True)
    print("Nhấn Ctrl-C để đóng.", flush=True)
    if browser:
        webbrowser.open(access.link)
    config = uvicorn.Config(create_app(desk, access), log_level="warning", access_log=False, server_header=False, date_header=False)
    try:
        uvicorn.Server(config).run(sockets=[listener])
    except KeyboardInterrupt:
        sys.stdout.write("\n")
    finally:
        desk.close()
