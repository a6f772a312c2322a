"""What an analyst does besides single fields: merging, unit and indicator vocabulary, another person's decisions, exports, looking only."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Protocol

from tests.browser.cdp import Browser
from tests.browser.picking import Hands


class Opened(Protocol):
    """A desk at work."""

    base: str
    link: str


def records(b: Browser, base: str, name: str, kind: str) -> list[str]:
    """Addresses of a plan's records, in reading order."""
    b.open(base + "/plans")
    href = b.js(f"[...document.querySelectorAll('tr[data-row]')].find(r => r.cells[1].innerText === {name!r}).dataset.href")
    b.open(f"{base}{href}?show=all")
    found: list[str] = b.js(f"[...new Set([...document.querySelectorAll('.to a')].map(a => a.getAttribute('href')).filter(h => h.includes('/{kind}')))]")
    return found


def merging(b: Browser, hands: Hands, base: str) -> None:
    """m, the neighbour is picked already, the wording can be changed, Enter on the button; u takes it back."""
    first = records(b, base, "tan-binh.txt", "K")[0]
    b.open(base + first)
    hands.settled("m", "location.pathname.endsWith('/merge') && document.activeElement.tagName === 'TEXTAREA'")
    b.js("document.activeElement.select()")
    b.type("Rà soát hạ tầng và tập huấn kỹ năng số trước ngày 31/8/2026")
    b.until("document.getElementById('parts').innerText.includes('30/08/2026')")
    hands.press("Tab")
    hands.settled("Enter", "document.getElementById('said').innerText.includes('gộp')")
    assert b.js("document.getElementById('main').innerText.includes('Trước khi tách, gộp')")
    hands.settled("u", "document.getElementById('said').innerText.includes('hoàn tác')")


def vocabulary(b: Browser, hands: Hands, base: str, folder: Path) -> None:
    """An indicator confirmed with a; a unit alias from the record's page; both in the user's vocabulary."""
    target = records(b, base, "tan-binh.txt", "T")[0]
    b.open(f"{base}{target}?at=indicator_id")
    b.until("document.querySelector('.field.now').dataset.field === 'indicator_id'")
    hands.settled("a", "document.querySelector('[data-field=indicator_id]').classList.contains('reviewed')")
    assert "indicator," in (folder / "vocabulary.csv").read_text("utf-8-sig")
    for task in records(b, base, "tan-binh.txt", "K"):
        b.open(base + task)
        if b.js("Boolean(document.querySelector('form[action$=\"/unit\"]'))"):
            break
    b.js("document.querySelector('form[action$=\"/unit\"]').closest('details').open = true; document.querySelector('form[action$=\"/unit\"] input[name=name]').focus()")
    b.type("Trạm Y tế")
    hands.settled("Enter", "document.getElementById('said').innerText.includes('từ vựng riêng')")
    assert "unit," in (folder / "vocabulary.csv").read_text("utf-8-sig")
    b.open(base + "/learning")
    assert "Trạm Y tế" in b.js("document.getElementById('main').innerText")
    b.open(base + "/log")
    hands.settled("u", "document.querySelectorAll('tbody tr').length === 1")
    hands.settled("u", "document.querySelectorAll('tbody tr').length === 0")


def exporting(b: Browser, base: str) -> None:
    """The button writes all files anew; each can be fetched."""
    b.open(base + "/export")
    b.js("window.before = document.documentElement.dataset.ready; document.querySelector('form[action=\"/export\"] button').click()")
    b.until("document.getElementById('said').innerText.includes('ghi lại')", 120)
    names = b.js("[...document.querySelectorAll('.downloads a')].map(a => a.innerText)")
    assert {"doichieu.xlsx", "baocao.docx", "baocao.html", "lich.ics", "divergence.csv", "dataset.jsonl"} <= set(names), names
    sizes = b.js("Promise.all([...document.querySelectorAll('.downloads a')].map(a => fetch(a.href).then(r => r.ok && /attachment/.test(r.headers.get('content-disposition')) ? r.blob() : null).then(x => x ? x.size : 0)))")
    assert all(sizes), dict(zip(names, sizes, strict=True))


def deciding(b: Browser, hands: Hands, base: str) -> None:
    """Someone else's value for the same field, for a contradiction."""
    first = records(b, base, "tan-binh.txt", "K")[0]
    b.open(f"{base}{first}?at=deadline")
    hands.press("e")
    b.until("document.activeElement.matches('[data-edit]')")
    b.js("document.activeElement.select()")
    b.type("Quý IV/2026")
    hands.settled("Enter", "document.querySelector('[data-field=deadline]').innerText.includes('31/12/2026')")


def other_opinion(log: Path) -> Path:
    """The log of a second person who decided the last field otherwise, without knowing."""
    mine = json.loads(log.read_text("utf-8").splitlines()[-1])
    theirs = {**mine, "id": "f" * 32, "who": "Minh", "when": "2999-01-01T00:00:00+00:00", "after": {**mine["after"], "raw": "Quý I/2027", "edtf": "2027-33", "due": "2027-03-31"}}
    other = log.with_name("minh.jsonl")
    other.write_text(json.dumps(theirs, ensure_ascii=False) + "\n", encoding="utf-8")
    return other


def contradiction(b: Browser, base: str) -> None:
    """Both values stand in the log's page, the finding in the list."""
    b.open(base + "/log")
    text = b.js("document.getElementById('main').innerText")
    assert "Khác nhau giữa hai người (1)" in text and "Lan" in text and "Minh" in text and "Quý I/2027" in text, text
    b.open(base + "/findings?kind=correction-conflict")
    assert b.js("document.querySelectorAll('tbody tr').length") == 1


def looking_only(b: Browser, hands: Hands, base: str) -> None:
    """Nothing to write with, by mouse or keyboard."""
    task = records(b, base, "tan-binh.txt", "K")[0]
    for path in ("/", task, f"{task}/split", "/export", "/log", "/plans"):
        b.open(base + path)
        assert b.js("document.querySelectorAll('form[method=post]').length") == 0, path
        assert b.js("document.querySelector('.who').innerText.includes('chỉ xem')")
    b.open(base + task)
    hands.press("a", "e", "x", "u")
    assert b.js("location.pathname") == task
    assert b.js("fetch('/undo', {method: 'POST', body: new URLSearchParams()}).then(r => r.status)") == 403
