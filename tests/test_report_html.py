"""baocao.html: one closed file, every document's text escaped, real tables and named controls, within its size."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from pipeline import report_rows
from pipeline.report_data import payload
from pipeline.report_html import asset, report_html
from tests.desk import EVIL, five, hostile_plans, view_of
from tests.plans import plan


class Page(HTMLParser):
    """Tags with their attributes, and the text of the scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.text: list[str] = []
        self.inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside = tag if tag in ("script", "style") else self.inside
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = "" if tag == self.inside else self.inside

    def handle_data(self, data: str) -> None:
        if self.inside == "script":
            self.scripts[-1] += data
        elif not self.inside:
            self.text.append(data)

    @property
    def data(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.scripts[0])
        return found


FIVE = report_html(five(), {"Gia Phúc": "thu/gia-phuc.docx"}).decode("utf-8")
HOSTILE = report_html(view_of(hostile_plans())).decode("utf-8")


@pytest.mark.parametrize("text", [FIVE, HOSTILE], ids=["five", "hostile"])
def test_the_file_is_closed(text: str) -> None:
    page = Page(text)
    assert [t for t, _ in page.tags].count("script") == 2 and len(page.scripts) == 2
    for tag, attributes in page.tags:
        assert not [a for a in attributes if a.startswith("on")], (tag, attributes)
        assert "src" not in attributes and "style" not in attributes, (tag, attributes)
        assert (attributes.get("href") or "#").startswith("#"), (tag, attributes)
        assert tag not in ("link", "img", "iframe", "object", "base", "form", "b:x"), tag


@pytest.mark.parametrize("text", [FIVE, HOSTILE], ids=["five", "hostile"])
def test_only_its_own_script_and_style_may_run(text: str) -> None:
    [policy] = [a["content"] or "" for t, a in Page(text).tags if a.get("http-equiv") == "Content-Security-Policy"]
    for kind, source in (("script-src", Page(text).scripts[1]), ("style-src", asset("report.css"))):
        digest = base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode("ascii")
        assert f"{kind} 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy and "unsafe" not in policy


def test_hostile_text_is_text() -> None:
    page = Page(HOSTILE)
    quotes = {t[3] for t in page.data["targets"]}
    assert {EVIL[1], EVIL[2]} <= quotes
    assert "<" not in page.scripts[0]
    shown = "".join(page.text)
    assert "<b>An</b>" in shown and EVIL[2] in shown
    assert not [a for _, attributes in page.tags for a in attributes.values() if a and "alert" in a and not a.startswith("p:")]


def test_the_data_is_that_of_the_comparison() -> None:
    view, data = five(), Page(FIVE).data
    assert len(data["groups"]) == len(view.comparison.groups) and len(data["targets"]) == sum(len(p.targets) for p in view.plans)
    for made, group in zip(data["groups"], view.comparison.groups, strict=True):
        assert data["indicators"][made["i"]][0] == group.indicator.id and made["y"] == group.year and made["h"] == len(group.having)
        shown = {data["communes"][c[0]][0]: data["targets"][c[2]][2] for c in made["cells"] if c[1] in (0, 1, 2)}
        assert shown == {c.commune.label: c.target.value for c in group.cells if c.compared and c.target}
    assert data["communes"][0][3] == "thu/gia-phuc.docx"
    assert len(data["tasks"]) == sum(len(p.tasks) for p in view.plans)
    assert {data["slots"][t[4]][0] for t in data["tasks"]} == set(view.slots)


def test_what_a_higher_plan_asks_for_stands_beside_what_the_communes_made_of_it() -> None:
    view = view_of([plan(None, {"indicator": "phủ sóng 5G", "value": 80}), plan("An", {"indicator": "phủ sóng 5G", "value": 70}), plan("Bình", {"indicator": "chữ ký số cá nhân", "value": 70})])
    data = json.loads(payload(view))
    told = {data["communes"][c][0]: (data["statuses"][s], data["targets"][record][1] if record >= 0 else "") for _, c, s, _, record, _ in data["cover"]}
    assert told == {"An": ("Thấp hơn, muộn hơn", "≥70 %"), "Bình": ("Không thấy", "")}
    assert data["higher"][0][0] == "tinh.txt" and all(data["reasons"][row[5]] for row in data["cover"])
    assert Page(FIVE).data["cover"] == []


def test_tables_have_header_cells_and_controls_names() -> None:
    page = Page(FIVE)
    ids = {a["id"] for _, a in page.tags if a.get("id")}
    assert all(a.get("scope") for t, a in page.tags if t == "th")
    assert set(re.findall(r'\$\("([\w-]+)"\)', asset("report.js"))) - {"box-close", "with", "other", "why", "to-ind", "to-com", "time-all", "find-more"} <= ids
    for tag, attributes in page.tags:
        if tag == "section":
            assert attributes["aria-labelledby"] in ids
    assert {h[1:] for t, a in page.tags if t == "a" and (h := a["href"] or "").startswith("#")} <= ids
    assert next(a for t, a in page.tags if t == "html")["lang"] == "vi"


def test_without_script_the_overview_and_the_plans_are_there() -> None:
    text = "".join(Page(FIVE).text)
    assert "Tỷ lệ phủ sóng 5G" in text and "Chênh lệch nhiều nhất" in text and "gia-phuc.txt" in text


def test_texts_are_cut_until_the_page_fits() -> None:
    view = view_of([plan(f"Xã {n}", *[{"indicator": f"chỉ tiêu số {k}", "value": k, "raw": "chữ " * 200} for k in range(20)]) for n in range(5)])
    full = len(payload(view).encode())
    cut = payload(view, most_bytes=full // 2)
    assert full > len(cut.encode()) and len(cut.encode()) <= full // 2
    quote = json.loads(cut)["targets"][0][3]
    assert quote.endswith("…") and len(quote) <= 400
    assert len(report_rows.LIMITS) > 3


def test_the_same_run_gives_the_same_page() -> None:
    assert report_html(five(), {"Gia Phúc": "thu/gia-phuc.docx"}).decode() == FIVE


def test_an_empty_run_gives_a_page() -> None:
    assert Page(report_html(view_of([])).decode("utf-8")).data["groups"] == []


def test_long_choices_do_not_widen_the_page() -> None:
    style = asset("report.css")
    assert "grid-template-columns:minmax(0,auto)" in style and "min-width:0}\nselect{overflow:hidden" in style
