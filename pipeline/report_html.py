"""`baocao.html`: the comparison as one offline page: overview, heat map, indicators over horizons, timeline, findings."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from html import escape
from importlib.resources import files
from pathlib import Path

from pipeline.comparison import LISTED_ALL, number_text
from pipeline.divergence import unit_text
from pipeline.overview import COMPARABILITY, SEVERITY, Overview, clean, kind_title, shorten
from pipeline.report_data import MOST_LISTED, payload_parts, shown_indicators
from pipeline.report_rows import PageRows, shown_groups

_FIELD = re.compile(r"@@([A-Z_]+)@@")


@lru_cache(maxsize=8)
def asset(name: str) -> str:
    """A text file of `pipeline/report/`."""
    return (files("pipeline") / "report" / name).read_text("utf-8")


def report_html(view: Overview, letters: Mapping[str, str] | None = None) -> bytes:
    """The whole page, UTF-8."""
    return b"".join(report_parts(view, letters))


def report_parts(view: Overview, letters: Mapping[str, str] | None = None, folder: Path | None = None,
                 rows: PageRows | None = None) -> Iterator[bytes]:
    """The page piece by piece; `folder`: for temporary files; `rows`: the plans' targets and tasks, read here where not given. Nothing in it is loaded from elsewhere and only its own script may run (content security
    policy by hash); every text of a document is escaped. `letters`: commune label → path of its letter."""
    style, script = asset("report.css"), asset("report.js")
    fields: dict[str, Callable[[], Iterable[str | bytes]]] = {
        "TITLE": lambda: [_text(view.title)], "STYLE": lambda: [style], "STYLE_HASH": lambda: [_hash(style)], "SCRIPT": lambda: [script],
        "SCRIPT_HASH": lambda: [_hash(script)], "CARDS": lambda: [_cards(view)], "OVERVIEW": lambda: [_overview(view)], "PLANS": lambda: _plans(view),
        "DATA": lambda: payload_parts(view, letters, folder=folder, rows=rows),
    }
    for n, text in enumerate(_FIELD.split(asset("report.html"))):  # in turns: text of the page, name of a field
        for part in fields[text]() if n % 2 else [text]:
            yield part if isinstance(part, bytes) else part.encode("utf-8", "replace")


def _text(text: str) -> str:
    return escape(clean(text), quote=True)


def _hash(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode("ascii")


def _cards(view: Overview) -> str:
    levels: Counter[str] = Counter()
    for (severity, _), n in view.findings.counts.items():
        levels[severity] += n
    facts = [(len(view.comparison.communes), "xã, phường, đặc khu"), (len(view.heads), "kế hoạch đã đọc"), (sum(h.targets for h in view.heads), "chỉ tiêu"),
             (sum(h.tasks for h in view.heads), "nhiệm vụ"), (len(view.shared), "chỉ tiêu × mốc có từ hai xã"), (len(view.widest), "trong đó khác mức"),
             (levels["error"], "phát hiện phải xử lý"), (levels["warning"], "phát hiện nên xem")]
    return "".join(f"<li><b>{_thousands(n)}</b><span>{t}</span></li>" for n, t in facts)


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _overview(view: Overview) -> str:
    indicators = shown_indicators(view, shown_groups(view.comparison))
    communes = {c.key: n for n, c in enumerate(view.comparison.communes)}
    kinds = {k: n for n, k in enumerate(sorted(view.findings.kinds))}
    out = ["<h3>Chênh lệch nhiều nhất</h3>"]
    if len(view.comparison.communes) > LISTED_ALL:
        out.insert(0, f'<p class="where">Đợt này có {len(view.comparison.communes)} xã: trang này chỉ giữ những chỉ tiêu nhiều xã cùng nêu và những phát hiện nặng nhất; '
                      "nhiệm vụ, mọi chỉ tiêu và mọi phát hiện nằm trong doichieu.xlsx và các tệp CSV.</p>")
    if view.widest:
        out.append('<div class="plain"><table><thead><tr><th scope="col">Chỉ tiêu</th><th scope="col">Mốc</th><th scope="col" class="n">Thấp nhất</th>'
                   '<th scope="col" class="n">Cao nhất</th><th scope="col" class="n">Chênh lệch</th><th scope="col">Số xã nêu</th><th scope="col">So sánh</th></tr></thead><tbody>')
        for group in view.widest[:MOST_LISTED]:
            low = [c.commune.label for c in group.cells if c.compared and c.value == group.low]
            high = [c.commune.label for c in group.cells if c.compared and c.value == group.high]
            level = ("comparable", "caveat", "not_comparable").index(group.comparability)
            unit = unit_text(group.indicator)
            out.append(f'<tr><td><button type="button" class="link" data-open="i:{indicators[group.indicator.id]}">{_text(group.indicator.name)}</button>'
                       f'{f" ({_text(unit)})" if unit else ""}</td><td>{group.year}</td>{_end(group.low, low)}{_end(group.high, high)}'
                       f'<td class="n"><b>{number_text(group.spread or 0)}</b></td><td>{group.with_target}/{group.of}</td>'
                       f'<td><span class="tag t{level}">{COMPARABILITY[group.comparability]}</span>{" " + _text(shorten(group.caveats[0], 160)) if group.caveats else ""}</td></tr>')
        out.append("</tbody></table></div>")
    else:
        out.append('<p class="empty">Chưa có chỉ tiêu nào mà hai xã trở lên nêu mức khác nhau ở cùng mốc.</p>')
    gaps = sorted(((c, m) for c, m in view.missing.items() if m), key=lambda x: (-len(x[1]), x[0].label))
    if gaps:
        out.append("<h3>Thiếu chỉ tiêu mà đa số xã có nêu</h3><ul>")
        out += [f'<li><button type="button" class="link" data-open="p:{communes[c.key]}">{_text(c.label)}</button>: thiếu {len(m)}: '
                f'{_text("; ".join(x.name for x in m[:4]))}{"; …" if len(m) > 4 else ""}</li>' for c, m in gaps[:MOST_LISTED]]
        out.append(f"</ul>{f'<p class=where>… và {len(gaps) - MOST_LISTED} xã khác.</p>' if len(gaps) > MOST_LISTED else ''}")
    counted: Counter[tuple[int, str, str]] = Counter()
    for (severity, kind), n in view.findings.counts.items():
        counted[(list(SEVERITY).index(severity) if severity in SEVERITY else 2, kind, kind_title(kind))] += n
    if counted:
        words = list(SEVERITY.values())
        out.append("<h3>Phát hiện theo loại</h3><ul>")
        out += [f'<li><span class="tag s{level}">{words[level]}</span> <button type="button" class="link" data-open="f:{kinds[kind]}">{_text(title)}</button>: {n}</li>'
                for (level, kind, title), n in sorted(counted.items(), key=lambda x: (x[0][0], -x[1], x[0][1]))]
        out.append("</ul>")
    return "".join(out)


def _end(value: float | None, labels: list[str]) -> str:
    names = ", ".join(labels[:3]) + (f", và {len(labels) - 3} xã" if len(labels) > 3 else "")
    return f'<td class="n">{number_text(value or 0)}<br><span class="where">{_text(names)}</span></td>'


def _old(view: Overview, source: str) -> str:
    new = view.replaced_by.get(source)
    return f'<br><span class="tag s1">đã được thay thế bởi {_text(new)}</span>' if new else ""


def _plans(view: Overview) -> Iterator[str]:
    communes = {c.label: n for n, c in enumerate(view.comparison.communes)}
    per_source = Counter(view.findings.sources())
    heads = ("Xã", "Tỉnh", "Số", "Ngày", "Trích yếu", "Chỉ tiêu", "Nhiệm vụ", "Phát hiện", "Tệp")
    yield "<table><thead><tr>" + "".join(f'<th scope="col">{h}</th>' for h in heads) + "</tr></thead><tbody>"
    for plan in view.heads:
        label = view.commune_of.get(plan.plan_id)
        who = f'<button type="button" class="link" data-open="p:{communes[label]}">{_text(label)}</button>' if label is not None else "(không phải cấp xã)"
        p = plan.plan
        yield (f'<tr><td>{who}</td><td>{_text(p.province or "")}</td><td>{_text(p.number or "")}</td><td>{_text(p.issue_date or "")}</td><td>{_text(shorten(p.title or "", 300))}{_old(view, plan.source)}</td>'
                    f'<td class="n">{plan.targets}</td><td class="n">{plan.tasks}</td><td class="n">{per_source[plan.source]}</td><td>{_text(plan.source)}</td></tr>')
    yield "</tbody></table>"
