"""The text of an HTML file: opened from MHTML, decoded by evidence, freed of Word's conditional comments; its style rules.

The encoding comes from the byte-order mark, else from what the bytes themselves are, else from the declaration: pages
declared "windows-1252" that hold windows-1258 or UTF-8 are common.
"""

from __future__ import annotations

import codecs
import re

_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.I)


def decode_html(data: bytes) -> str:
    """The page's text. Order of evidence: byte-order mark, UTF-16 without one, valid UTF-8, the declared code page (Vietnamese
    windows-1258 where a "windows-1252" page uses its combining marks)."""
    for bom, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(bom):
            return data[len(bom):].decode(name, "replace")
    head = data[:200]
    if head.count(b"\0") > len(head) // 4:
        return data.decode("utf-16-le" if head[1:2] == b"\0" else "utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    found = _DECLARED.search(data[:8192])
    name = found[1].decode("ascii").lower() if found else ""
    try:
        codec = codecs.lookup(name).name if name else ""
    except LookupError:
        codec = ""
    if codec.startswith("utf-8"):
        # Declared and nearly so: a few broken bytes (a cut copy) do not make it another encoding.
        text = data.decode("utf-8", "replace")
        if text.count("\ufffd") <= len(text) // 200:
            return text
        codec = ""
    if codec in ("", "cp1252", "iso8859-1", "ascii"):
        codec = "cp1258" if _looks_1258(data) else "cp1252"
    return data.decode(codec, "replace")


def _looks_1258(data: bytes) -> bool:
    """windows-1258: its combining tones (CC D2 DE EC F2) stand after vowels, and its đ is F0 (AE in TCVN3, F1 in VNI: pages
    of those fonts are Latin-1 by their bytes, and `legacy_fonts` turns them into Vietnamese)."""
    after_vowel = len(re.findall(rb"[aeiouyAEIOUY\xe2\xe3\xea\xf4\xf5\xfd\xc2\xc3\xca\xd4\xd5\xdd][\xcc\xd2\xde\xec\xf2]", data))
    return after_vowel >= 3 and data.count(b"\xf0") + data.count(b"\xd0") >= data.count(b"\xae") + data.count(b"\xf1")


def open_mhtml(data: bytes) -> bytes | None:
    """The HTML part of an MHTML file, decoded from its transfer encoding; None where the bytes are no MHTML."""
    if not re.match(rb"\s*(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", data[:4096], re.I):
        return None
    import email
    import email.policy

    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                charset = part.get_content_charset()
                if charset and not _DECLARED.search(payload[:8192]):
                    return f'<meta charset="{charset}">'.encode("ascii", "ignore") + payload
                return payload
    return None


def without_conditionals(text: str) -> str:
    """Word's conditional comments dropped (`<!--[if …]>…<![endif]-->`), what they reveal kept (`<![if …]>…<![endif]>`)."""
    parts: list[str] = []
    at = 0
    while True:
        start = text.find("<!--[if", at)
        if start < 0:
            break
        parts.append(text[at:start])
        end = text.find("<![endif]-->", start)
        plain = text.find("-->", start)
        if plain < 0:
            at = len(text) if end < 0 else end + len("<![endif]-->")
        elif end < 0 or text[start:plain + 3].rstrip().endswith("<!-->") or plain < end:
            at = plain + 3  # `<!--[if !mso]><!-->`: what follows is shown
        else:
            at = end + len("<![endif]-->")
    parts.append(text[at:])
    text = "".join(parts)
    return re.sub(r"<!(?:--)?\[(?:if[^\]>]*|endif)\](?:--)?>", "", text)


_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


def read_stylesheet(text: str) -> dict[str, str]:
    """Declarations of simple selectors ("p.MsoNormal", ".x", "h1") in the page's style sheets, last one joined on."""
    out: dict[str, str] = {}
    for sheet in re.findall(r"<style[^>]*>(.*?)</style>", text, re.S | re.I)[:20]:
        sheet = re.sub(r"/\*.*?\*/|<!--|-->", "", sheet, flags=re.S)
        for selectors, body in _RULE.findall(sheet):
            if selectors.strip().startswith("@"):
                continue
            for selector in selectors.split(","):
                key = selector.strip().lower()
                if re.fullmatch(r"[a-z0-9]*(?:\.[\w-]+)?", key) and key:
                    out[key] = f"{out.get(key, '')};{body}"
    return out
