"""Adding what the reader missed by picking it on the page: a band over a PDF's picture, marked text of a DOCX; a narrow window, too."""

from __future__ import annotations

from typing import Any, Protocol

from tests.browser.cdp import Browser


class Hands(Protocol):
    """Who presses keys."""

    def press(self, *keys: str) -> None: ...
    def settled(self, keys: str, until: str) -> None: ...


def centre(b: Browser, code: str) -> tuple[float, float, float, float]:
    """The place of an element on the window, scrolled into view: x0, y0, x1, y1."""
    place: dict[str, Any] = b.js(f"(() => {{ const e = {code}; e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect(); return {{x: r.left, y: r.top, w: r.width, h: r.height}}; }})()")
    return place["x"], place["y"], place["x"] + place["w"], place["y"] + place["h"]


def open_plan(b: Browser, base: str, name: str) -> str:
    b.open(base + "/plans")
    href: str = b.js(f"[...document.querySelectorAll('tr[data-row]')].find(r => r.cells[1].innerText === {name!r}).dataset.href")
    b.open(base + href)
    return href


def on_a_picture(b: Browser, hands: Hands, base: str) -> None:
    """A band over two lines of a PDF's page gives one new record with its place on the page."""
    open_plan(b, base, "dotted.pdf")
    b.until("document.querySelectorAll('svg.marks rect[data-line]').length > 5 && document.querySelector('.sheet img').complete")
    picked = "[...document.querySelectorAll('svg.marks rect[data-line]')]"
    longest = f"{picked}.slice(0, -1).map((r, n) => [r.width.baseVal.value, n]).sort((a, b) => b[0] - a[0])[0][1]"
    at = b.js(longest)
    x0, y0, x1, y1 = centre(b, f"{picked}[{at}]")
    b.drag((x0 - 4, y0 + 1), (x1 - 4, y1 - 1))
    b.until("document.querySelector('#new textarea') && document.querySelectorAll('svg.marks rect.on').length >= 1")
    wanted = b.js(f"document.querySelector('#l' + {picked}[{at}].dataset.line + ' p').innerText.slice(0, 40)")
    text = b.js("document.querySelector('#new textarea').value")
    assert wanted.lstrip("-+•* ")[:20] in text, (wanted, text)
    assert b.js("document.querySelectorAll('input[name=line]:checked').length") == b.js("document.querySelectorAll('svg.marks rect.on').length")
    b.js("document.activeElement.blur()")
    hands.press("e")
    b.until("document.activeElement.matches('#new textarea')")
    b.js("document.activeElement.select()")
    b.type("Tổ chức hội nghị, hoàn thành trong Quý II/2026")
    b.until("document.getElementById('parts').innerText.includes('30/06/2026')")
    b.js("document.querySelector('#new input[value=task]').click()")
    b.until("document.querySelector('#new input[value=task]').checked && document.getElementById('parts').innerText.includes('30/06/2026')")
    b.js("document.querySelector('#new button.main').focus()")
    hands.press("Enter")
    b.until("location.pathname.includes('/Kx') && document.querySelector('figure img') && document.querySelector('figure img').complete && document.querySelector('figure img').naturalWidth > 0")
    hands.settled("u", "document.getElementById('said').innerText.includes('hoàn tác')")


def in_text(b: Browser, hands: Hands, base: str) -> None:
    """Text marked in a paragraph fills the new record's form, its line is the record's place."""
    open_plan(b, base, "thanh-son.docx")
    line = "[...document.querySelectorAll('.line')].find(l => l.querySelector('p').innerText.length > 90)"
    x0, y0, x1, _ = centre(b, f"{line}.querySelector('p')")
    b.drag((x0 + 1, y0 + 8), (min(x1, x0 + 260), y0 + 8))
    b.until("document.querySelector('#new textarea') && document.querySelectorAll('input[name=line]:checked').length === 1")
    whole, text = b.js(f"{line}.querySelector('p').innerText"), b.js("document.querySelector('#new textarea').value")
    assert 8 < len(text) < len(whole) and text[:8] in whole, text
    b.js("document.querySelector('#new button.main').focus()")
    hands.press("Enter")
    b.until("/[KT]x[0-9a-f]+$/.test(location.pathname) && document.querySelector('.line.own')")
    hands.settled("u", "document.getElementById('said').innerText.includes('hoàn tác')")
