"""The review desk in headless Chromium, by keyboard alone: python -m tests.browser.review [--axe axe.min.js] [--pictures FOLDER].

Opens the queue, corrects a deadline and a value, sees the calendar and the comparison change, runs again, renames the file, runs
again, undoes; splits, adds and drops a record. With axe-core (npm pack axe-core) every page is checked for serious faults. With a
folder for pictures, every page is drawn at three sizes.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.browser import analyst, picking
from tests.browser.cdp import Browser

ROOT = Path(__file__).parent.parent.parent
PLAN = """ỦY BAN NHÂN DÂN
XÃ {upper}
Số: 12/KH-UBND
{name}, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Chuyển đổi số xã {name} năm 2026
I. MỤC TIÊU CỤ THỂ
- Tối thiểu {share}% hồ sơ thủ tục hành chính được giải quyết trực tuyến.
- Phủ sóng 5G đạt 80%.
II. NHIỆM VỤ, GIẢI PHÁP
- Rà soát hạ tầng mạng của các thôn, hoàn thành trước ngày 30/6/2026.
- Phòng Kinh tế chủ trì, phối hợp với Đội Lạ tổ chức tập huấn kỹ năng số trong Quý II/2026.
Trạm Y tế theo dõi sức khỏe người cao tuổi.
"""
SIZES = ((1366, 768), (1920, 1080), (390, 844))


class Desk:
    """A desk in a process of its own. `link` opens it."""

    def __init__(self, out: Path, *more: str) -> None:
        self.process = subprocess.Popen([sys.executable, "-m", "pipeline.cli", "review", str(out), "--no-browser", "--who", "Lan", *more], cwd=ROOT,
                                        stdout=subprocess.PIPE, text=True, encoding="utf-8")
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        found = re.search(r"(http://127\.0\.0\.1:\d+)/open\?t=\S+", line)
        assert found, line
        self.link, self.base = found[0], found[1]

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(20)


def run(plans: Path, out: Path) -> None:
    subprocess.run([sys.executable, "-m", "pipeline.cli", "run", str(plans), "--out", str(out)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def step(text: str) -> None:
    print(f"ok  {text}", flush=True)


class Person:
    """Someone with a keyboard."""

    def __init__(self, browser: Browser) -> None:
        self.b = browser

    def press(self, *keys: str) -> None:
        for key in keys:
            self.b.key(key)

    def settled(self, keys: str, until: str) -> None:
        """Press a key and wait for a new page that shows `until` (JavaScript)."""
        self.b.js("window.before = document.documentElement.dataset.ready")
        self.press(keys)
        self.b.until(f"document.documentElement.dataset.ready && document.documentElement.dataset.ready !== window.before && ({until})")

    def search(self, text: str) -> None:
        self.press("/")
        self.b.until("document.activeElement.name === 'q'")
        self.b.js("document.activeElement.select()")
        self.b.type(text)
        self.press("Enter")
        self.b.until(f"new URLSearchParams(location.search).get('q') === {text!r} && document.activeElement.closest('tr.now')")

    def text(self) -> str:
        self.b.until("document.getElementById('main')")
        return str(self.b.js("document.getElementById('main').innerText"))


def keyboard(plans: Path, out: Path) -> None:
    """The whole way of a correction, by keyboard."""
    desk = Desk(out)
    try:
        with Browser() as b:
            person = Person(b)
            b.open(desk.link)
            b.until("document.querySelector('tr.now')")
            step("the queue opens with its first row selected")
            person.press("?")
            b.until("document.getElementById('help').open")
            person.press("Escape")
            b.until("!document.getElementById('help').open")
            person.search("Rà soát hạ tầng mạng")
            b.until("document.querySelectorAll('tr[data-row]').length >= 2 && document.querySelector('tr.now')")
            person.press("j", "k")
            person.settled("Enter", "location.pathname.startsWith('/r/')")
            b.until("document.querySelector('.field.now')")
            record = b.js("location.pathname")
            for _ in range(12):
                if b.js("document.querySelector('.field.now').dataset.field") == "deadline":
                    break
                person.press("k")
            for _ in range(12):
                if b.js("document.querySelector('.field.now').dataset.field") == "deadline":
                    break
                person.press("j")
            person.press("e")
            b.until("document.activeElement.matches('[data-edit]')")
            b.type("Quý III/2026")
            b.until("document.getElementById('reading-deadline').innerText.includes('30/09/2026')")
            step("the normalizer's reading shows while typing: Quý III/2026 → 30/09/2026")
            person.settled("Enter", "document.querySelector('[data-field=deadline]').innerText.includes('Máy đọc')")
            assert "30/09/2026" in person.text()
            step("the deadline is corrected, the automatic value stays beside it")
            b.open(desk.base + "/deadlines")
            assert "30/09/2026" in person.text()
            step("the calendar shows it at once")

            b.open(desk.base + "/compare?show=all&q=trực tuyến")
            b.until("document.querySelector('tr[data-row]')")
            person.press("j")
            person.settled("Enter", "document.getElementById('spread')")
            assert b.js("document.getElementById('spread').innerText") == "20"
            group = b.js("location.pathname")
            person.press("j")
            b.until("document.querySelector('tr.now')")
            first = b.js("document.querySelector('tr.now th').innerText")
            person.settled("Enter", "location.pathname.startsWith('/r/')")
            b.until("document.querySelector('.field.now')")
            for _ in range(12):
                if b.js("document.querySelector('.field.now').dataset.field") == "value":
                    break
                person.press("j")
            for _ in range(12):
                if b.js("document.querySelector('.field.now').dataset.field") == "value":
                    break
                person.press("k")
            person.press("e")
            b.until("document.activeElement.matches('[data-edit]')")
            b.type("≥ 75 %")
            person.settled("Enter", "document.querySelector('[data-field=value]').innerText.includes('Máy đọc')")
            b.open(desk.base + str(group))
            assert b.js("document.getElementById('spread').innerText") == "5", person.text()
            step(f"the comparison follows: {first} 90 → 75, spread 20 → 5")
            errors = list(b.console)
    finally:
        desk.close()
    assert not errors, errors

    run(plans, out)
    assert "2026-09-30" in (out / "tasks.csv").read_text("utf-8-sig")
    step("a new run keeps both corrections")
    (plans / "tan-an.txt").rename(plans / "doi ten.txt")
    run(plans, out)
    assert "2026-09-30" in (out / "tasks.csv").read_text("utf-8-sig") and "correction-orphan" not in (out / "findings.csv").read_text("utf-8-sig")
    step("the file renamed, a new run keeps them")

    desk = Desk(out)
    try:
        with Browser() as b:
            person = Person(b)
            b.open(desk.link)
            b.open(desk.base + "/log")
            assert b.js("document.querySelectorAll('tbody tr').length") == 2
            person.settled("u", "document.querySelectorAll('tbody tr').length === 1")
            person.settled("u", "document.querySelectorAll('tbody tr').length === 0")
            b.open(desk.base + "/compare?show=all&q=trực tuyến")
            b.until("document.querySelector('td:nth-child(7)').innerText === '20'")
            step("undone by u, the comparison is as it was")
            shapes(b, person, desk)
            picking.on_a_picture(b, person, desk.base)
            step("a band over the picture of a page picks its lines, they become a record with its place")
            picking.in_text(b, person, desk.base)
            step("text marked in a paragraph becomes a record")
            analyst.merging(b, person, desk.base)
            step("m merges a record with the next, u takes it back")
            analyst.vocabulary(b, person, desk.base, plans)
            step("an indicator and a unit alias go to the vocabulary, undo takes them out")
            analyst.exporting(b, desk.base)
            step("all files are written anew and can be fetched")
            analyst.deciding(b, person, desk.base)
            assert not b.console, b.console
    finally:
        desk.close()
    assert record
    other = analyst.other_opinion(plans / "corrections.jsonl")
    both = plans.parent / "both.jsonl"
    merged = subprocess.run([sys.executable, "-m", "pipeline.cli", "corrections", "merge", str(plans / "corrections.jsonl"), str(other), "--out", str(both)], cwd=ROOT, capture_output=True, check=False)
    assert merged.returncode == 3, merged.stderr
    other.unlink()
    desk = Desk(out, "--corrections", str(both))
    try:
        with Browser() as b:
            b.open(desk.link)
            analyst.contradiction(b, desk.base)
            step("two people's logs merged: the contradiction is shown with both values")
    finally:
        desk.close()
    desk = Desk(out, "--read-only")
    try:
        with Browser() as b:
            b.open(desk.link)
            analyst.looking_only(b, Person(b), desk.base)
            step("read-only: nothing to write with")
    finally:
        desk.close()


def shapes(b: Browser, person: Person, desk: Desk) -> None:
    """Accept, split, drop, add and undo by keyboard."""
    b.open(desk.base)
    person.search("tập huấn kỹ năng số")
    person.settled("Enter", "location.pathname.startsWith('/r/')")
    b.until("document.querySelector('.field.now')")
    name = b.js("document.querySelector('.field.now').dataset.field")
    person.settled("a", f"document.querySelector('[data-field={name}]').classList.contains('reviewed')")
    step("a accepts a field and goes on to the next")
    person.settled("u", f"!document.querySelector('[data-field={name}]').classList.contains('reviewed')")
    person.settled("s", "location.pathname.endsWith('/split') && document.activeElement.tagName === 'TEXTAREA'")
    b.js("document.activeElement.select()")
    b.type("Tổ chức tập huấn kỹ năng số\nBáo cáo trước ngày 15/7/2026")
    b.until("document.getElementById('parts').innerText.includes('14/07/2026')")
    person.press("Tab", "Enter")
    b.until("location.pathname.endsWith('.1')")
    step("s splits a record, its parts read while typing")
    person.settled("u", "location.pathname.startsWith('/r/') && !location.pathname.endsWith('.1')")
    person.settled("x", "document.getElementById('said').innerText.includes('Đã bỏ')")
    person.settled("u", "document.getElementById('said').innerText.includes('hoàn tác')")
    step("x drops a record, u brings it back")
    person.press("t")
    b.until("location.pathname.startsWith('/p/') && document.querySelector('.line.now')")
    for _ in range(30):
        if "Trạm Y tế theo dõi" in str(b.js("document.querySelector('.line.now').innerText")):
            break
        person.press("j")
    b.js("document.querySelector('.line.now input').focus()")
    person.press(" ")
    assert b.js("document.querySelectorAll('input[name=line]:checked').length") == 1
    b.js("document.querySelector('button[value=task]').focus()")
    person.settled("Enter", "location.pathname.endsWith('/add') && document.activeElement.tagName === 'TEXTAREA'")
    person.press("Tab", "Enter")
    b.until("location.pathname.includes('/Kx') && document.getElementById('main').innerText.includes('Trạm Y tế theo dõi sức khỏe')")
    step("a missed record is added from its line")
    person.settled("u", "document.getElementById('said').innerText.includes('hoàn tác')")
    person.settled("q", "location.pathname === '/' && document.querySelector('tr.now')")


def addresses(b: Browser, base: str) -> list[str]:
    """One address of every kind of page, of each source format."""
    b.open(base + "/plans")
    plans = b.js("[...document.querySelectorAll('tr[data-row]')].map(r => [r.dataset.href, r.cells[1].innerText])")
    out = ["/", "/plans", "/compare", "/coverage", "/findings", "/deadlines", "/learning", "/log", "/export", "/nothing"]
    for href, name in plans:
        b.open(base + href)
        record = b.js("(document.querySelector('.to a') || {getAttribute: () => null}).getAttribute('href')")
        if record and name.rsplit(".", 1)[-1] not in {o.rsplit("#", 1)[-1] for o in out}:
            out += [f"{href}#{name.rsplit('.', 1)[-1]}", record, f"{record}/split", f"{record}/merge"]
    b.open(base + "/compare?show=all")
    group = b.js("(document.querySelector('tr[data-row]') || {dataset: {}}).dataset.href")
    return [*out, *([group] if group else [])]


def look(out: Path, axe: Path | None, pictures: Path | None) -> int:
    """Every page under axe-core and as pictures; the number of serious faults."""
    desk = Desk(out)
    faults = 0
    try:
        with Browser() as b:
            b.open(desk.link)
            pages = addresses(b, desk.base)
            for width, height in SIZES:
                b.size(width, height)
                for n, path in enumerate(pages):
                    b.open(desk.base + path)
                    b.until("[...document.images].every(i => i.complete || i.loading === 'lazy')")
                    wide = b.js("document.documentElement.scrollWidth - window.innerWidth")
                    if wide > 0:
                        faults += 1
                        print(f"FAULT {path} at {width}: {wide} pixels too wide")
                    if pictures:
                        b.picture(pictures / f"{width}-{n:02}-{re.sub(r'[^a-z]+', '-', path.lower()).strip('-') or 'queue'}.png")
                    if axe:
                        for fault in serious(b, axe):
                            faults += 1
                            print(f"FAULT {path} at {width}: {fault}")
            print(f"ok  {len(pages)} pages at {len(SIZES)} sizes, {faults} faults" + ("" if axe else " (axe-core not given: layout only)"))
    finally:
        desk.close()
    return faults


def serious(b: Browser, axe: Path) -> list[str]:
    """Serious and critical faults that axe-core finds on the page."""
    b.js(axe.read_text("utf-8") + "; 1")
    found: list[dict[str, Any]] = b.js("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => ({id: v.id, impact: v.impact, help: v.help, "
                                       "nodes: v.nodes.slice(0, 2).map(n => n.html.slice(0, 160))})))")
    return [f"{v['id']} ({v['impact']}): {v['help']} {v['nodes']}" for v in found if v["impact"] in ("serious", "critical")]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--axe", type=Path, help="axe.min.js of axe-core")
    parser.add_argument("--pictures", type=Path, help="folder for pictures of every page")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        plans, out = Path(folder) / "plans", Path(folder) / "out"
        plans.mkdir()
        for source, name, share in (("tan-an.txt", "Tân An", 90), ("tan-binh.txt", "Tân Bình", 70)):
            (plans / source).write_text(PLAN.format(upper=name.upper(), name=name, share=share), encoding="utf-8")
        for extra in ("tests/data/pdf/dotted.pdf", "tests/data/documents/A/thanh-son.docx"):
            (plans / Path(extra).name).write_bytes((ROOT / extra).read_bytes())
        run(plans, out)
        keyboard(plans, out)
        if given.pictures:
            given.pictures.mkdir(parents=True, exist_ok=True)
        return 1 if look(out, given.axe, given.pictures) else 0


if __name__ == "__main__":
    sys.exit(main())
