"""What keeps the desk to its user: allowed hosts, a token per launch, checked origins of writes, headers of every answer.

Pure ASGI, in front of every route. The desk listens on the loopback address only; this guards against other web pages in the
user's browser (DNS rebinding, forged requests) and other programs of the machine.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

MOST_BYTES = 256 * 1024
SAFE = frozenset({"GET", "HEAD"})
HEADERS = (
    ("content-security-policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; "
     "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    ("x-content-type-options", "nosniff"), ("x-frame-options", "DENY"), ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=()"))


class Access:
    """The secrets of one launch: a one-time word that opens the desk, and the cookie that keeps it open."""

    def __init__(self, port: int, on_new_link: Callable[[str], None] | None = None) -> None:
        self.hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))
        self.cookie = f"doichieu-{port}"
        self._token = secrets.token_urlsafe(32)
        self._once = secrets.token_urlsafe(24)
        self._on_new_link = on_new_link
        self.base = f"http://127.0.0.1:{port}"

    @property
    def link(self) -> str:
        """The URL that opens the desk, once."""
        return f"{self.base}/open?t={self._once}"

    def redeem(self, word: str) -> str | None:
        """The cookie's value for the one-time word, which is then used up (a new one is announced); None for any other."""
        if not hmac.compare_digest(word.encode("utf-8", "replace"), self._once.encode()):
            return None
        self._once = secrets.token_urlsafe(24)
        if self._on_new_link:
            self._on_new_link(self.link)
        return self._token

    def holds(self, value: str) -> bool:
        return hmac.compare_digest(value.encode("utf-8", "replace"), self._token.encode())


class Guard:
    """ASGI middleware: 421 foreign host, 403 without token or from another origin, 413 too long."""

    def __init__(self, app: App, access: Access, read_only: bool = False) -> None:
        self.app = app
        self.access = access
        self.read_only = read_only

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in scope["headers"]}
        hosts = [v for k, v in scope["headers"] if k.lower() == b"host"]
        refusal = self._refusal(scope, headers) if len(hosts) == 1 else (421, "Địa chỉ không được phép.")
        if refusal is not None:
            await _answer(send, *refusal)
            return
        if scope["path"] == "/open":
            await self._open(scope, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {k.lower() for k, _ in message["headers"]}
                more = [(k.encode(), v.encode()) for k, v in HEADERS if k.encode() not in own]
                if b"cache-control" not in own:
                    more.append((b"cache-control", b"no-store"))
                message = {**message, "headers": [*message["headers"], *more]}
            await send(message)

        await self.app(scope, _limited(receive), guarded)

    def _refusal(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str] | None:
        if headers.get("host", "") not in self.access.hosts:
            return 421, "Địa chỉ không được phép."
        if scope["path"] == "/open":
            return None if scope["method"] == "GET" else (405, "Không được phép.")
        if not self.access.holds(_cookie(headers.get("cookie", ""), self.access.cookie)):
            return 403, "Hãy mở bàn hiệu đính bằng đường dẫn in trong cửa sổ lệnh."
        site = headers.get("sec-fetch-site")
        if scope["method"] in SAFE:
            # A page of the desk may be typed in or followed from the terminal, but not be fetched by another site.
            return None if site in (None, "same-origin", "none") else (403, "Yêu cầu đến từ trang khác.")
        if self.read_only:
            return 403, "Bàn hiệu đính đang mở ở chế độ chỉ xem."
        origin = headers.get("origin")
        if origin is not None and origin.removeprefix("http://") != headers["host"]:
            return 403, "Yêu cầu đến từ trang khác."
        if site not in (None, "same-origin") or (site is None and origin is None):
            return 403, "Yêu cầu đến từ trang khác."
        length = headers.get("content-length", "")
        if not length.isdigit() or int(length) > MOST_BYTES:
            return 413, "Nội dung gửi lên quá dài."
        return None

    async def _open(self, scope: Scope, send: Send) -> None:
        word = parse_qs(scope["query_string"].decode("latin-1")).get("t", [""])[0]
        token = self.access.redeem(word)
        if token is None:
            await _answer(send, 403, "Đường dẫn này đã dùng rồi. Dùng đường dẫn mới in trong cửa sổ lệnh.")
            return
        cookie = f"{self.access.cookie}={token}; Path=/; HttpOnly; SameSite=Strict"
        await _answer(send, 303, "", [(b"location", b"/"), (b"set-cookie", cookie.encode())])


def _cookie(header: str, name: str) -> str:
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _limited(receive: Receive) -> Receive:
    read = 0

    async def limited() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        return {"type": "http.disconnect"} if read > MOST_BYTES else message

    return limited


async def _answer(send: Send, status: int, text: str, more: list[tuple[bytes, bytes]] | None = None) -> None:
    body = text.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode()), (b"cache-control", b"no-store"),
               *((k.encode(), v.encode()) for k, v in HEADERS), *(more or [])]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
