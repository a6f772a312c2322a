"""The review desk: every page, every correction through its form, the guard, and hostile text in every field."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from extractors.errors import UsageError
from pipeline.corrections import active, read_log
from pipeline.records import PlanRecord
from pipeline.review.app import create_app
from pipeline.review.context import blocks, spot
from pipeline.review.context import parts as table_parts
from pipeline.review.desk import Desk
from pipeline.review.learning import by, verdicts
from pipeline.review.readings import Unreadable, moment, outcome_text, read_field, read_parts
from pipeline.review.render import NoPicture, Renderer
from pipeline.review.security import MOST_BYTES, Access
from pipeline.review.source_files import SourceFiles
from pipeline.review.view import pid_of
from pipeline.run import run

ROOT = Path(__file__).parent.parent
PORT = 9753
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)> \' {{7*7}} ${7*7} javascript:alert(3) =HYPERLINK("x") ../../etc/passwd'
PLAN = f"""ỦY BAN NHÂN DÂN
XÃ TÂN AN
Số: 12/KH-UBND
Tân An, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Chuyển đổi số xã Tân An năm 2026 {HOSTILE}
I. MỤC TIÊU CỤ THỂ
- Tối thiểu 90% hồ sơ thủ tục hành chính được giải quyết trực tuyến.
- Tỷ lệ người dân có tài khoản VNeID đạt 65% {HOSTILE}
- Phủ sóng 5G đạt 80%.
II. NHIỆM VỤ, GIẢI PHÁP
- Rà soát hạ tầng {HOSTILE} hoàn thành trước ngày 30/6/2026.
- Phòng Kinh tế chủ trì, phối hợp với Đội Lạ {HOSTILE} tổ chức tập huấn kỹ năng số trong Quý II/2026.
- Tổng kết phong trào bình dân học vụ số.
Trạm Y tế theo dõi sức khỏe.
Nơi nhận:
- Lưu: VT.
"""


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Plans that were run: two texts, a PDF, a DOCX, one of them with hostile text in its name."""
    folder = tmp_path_factory.mktemp("review")
    plans, out = folder / "plans", folder / "out"
    plans.mkdir()
    (plans / "tan-an.txt").write_text(PLAN, encoding="utf-8")
    (plans / "tan-binh <b>&'.txt").write_text(PLAN.replace("TÂN AN", "TÂN BÌNH").replace("Tân An", "Tân Bình").replace("90%", "70%"), encoding="utf-8")
    (plans / "luoi.pdf").write_bytes((ROOT / "tests/data/pdf/dotted.pdf").read_bytes())
    (plans / "thanh-son.docx").write_bytes((ROOT / "tests/data/documents/A/thanh-son.docx").read_bytes())
    (plans / "bang.jpg").write_bytes((ROOT / "tests/data/scan/target-table.jpg").read_bytes())
    with zipfile.ZipFile(plans / "goi.zip", "w") as archive:
        archive.write(ROOT / "tests/data/documents/A/yen-hoa.pdf", "xa/yen-hoa.pdf")
    run([plans], out)
    return plans, out


@pytest.fixture
def desk(finished: tuple[Path, Path]) -> Iterator[Desk]:
    plans, out = finished
    for name in ("corrections.jsonl", "vocabulary.csv"):
        (plans / name).unlink(missing_ok=True)
    made = Desk(out, "Lan")
    yield made
    made.close()


def opened(desk: Desk) -> TestClient:
    access = Access(PORT)
    client = TestClient(create_app(desk, access), base_url=f"http://127.0.0.1:{PORT}", headers={"sec-fetch-site": "same-origin"})
    client.headers["sec-fetch-site"] = "none"
    assert client.get(access.link.split(str(PORT))[1], follow_redirects=False).status_code == 303
    client.headers["sec-fetch-site"] = "same-origin"
    return client


@pytest.fixture
def client(desk: Desk) -> TestClient:
    return opened(desk)


def task(desk: Desk, source: str = "tan-an.txt", n: int = 0) -> tuple[str, Any]:
    plan = desk.view.by_pid[pid_of(source)]
    return f"/r/{pid_of(source)}/{plan.tasks[n].id}", plan.tasks[n]


def pages_of(desk: Desk) -> list[str]:
    out = ["/", "/?state=all&q=phong", "/?n=40", "/plans", "/compare", "/compare?show=all", "/coverage", "/findings", "/deadlines", "/deadlines?kind=recurring",
           "/learning", "/log", "/export"]
    out += [f"/compare/{g.indicator.id}/{g.year or 'khong-moc'}" for g in desk.view.comparison.groups[:3]]
    for plan in desk.view.plans:
        pid = pid_of(plan.source)
        line = plan.ledger[3].number
        out += [f"/p/{pid}", f"/p/{pid}?show=loose", f"/p/{pid}?show=all", f"/p/{pid}?n=2", f"/p/{pid}/new?line={line}", f"/p/{pid}/new?line={line}&text={quote(HOSTILE)}", f"/p/{pid}/add?kind=task&line={plan.ledger[3].number}"]
        for record in (*plan.targets[:3], *plan.tasks[:3]):
            out += [f"/r/{pid}/{record.id}", f"/r/{pid}/{record.id}/split", f"/r/{pid}/{record.id}/merge"]
    return out


class Seen(HTMLParser):
    """Tags with their attributes, as a browser would see them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def assert_harmless(html: str) -> None:
    for tag, attrs in Seen(html).tags:
        assert tag not in ("style", "iframe", "object", "embed", "b")
        assert not [a for a in attrs if a.startswith("on") or a == "style"], attrs
        if tag == "script":
            assert (attrs.get("src") or "").startswith("/static/")
        if tag == "img":
            assert re.match(r"/[rp]/", attrs.get("src") or "")
        for name in ("href", "action", "src", "formaction", "hx-get", "hx-post"):
            value = attrs.get(name)
            assert value is None or re.match(r"[/#](?!/)", value), value


def test_every_page_opens_and_hostile_text_stays_text(desk: Desk, client: TestClient) -> None:
    for path in pages_of(desk):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert_harmless(answer.text)
        assert "/new?" in path or ("<title>" in answer.text and 'lang="vi"' in answer.text)
    record, _ = task(desk)
    assert "&lt;script&gt;alert(1)" in client.get(record).text and "{{7*7}}" in client.get(record).text


def test_hostile_text_typed_into_every_field_stays_text(desk: Desk, client: TestClient) -> None:
    pid = pid_of("tan-an.txt")
    path, _ = task(desk)
    target = desk.view.by_pid[pid].targets[0]
    for field in ("text", "result", "lead", "support", "deadline"):
        client.post(f"{path}/edit", data={"field": field, "text": HOSTILE, "why": HOSTILE})
    for field in ("indicator", "value", "horizon", "qualifier"):
        client.post(f"/r/{pid}/{target.id}/edit", data={"field": field, "text": HOSTILE})
    for field in ("commune", "title", "number", "province"):
        client.post(f"/p/{pid}/head", data={"field": field, "text": HOSTILE})
    client.post(f"/p/{pid}/add", data={"kind": "task", "line": str(desk.view.by_pid[pid].ledger[2].number), "text": HOSTILE})
    client.post(f"{path}/unit", data={"wording": HOSTILE, "name": HOSTILE})
    client.post(f"{path}/drop", data={"why": HOSTILE})
    assert len(active(desk.log.corrections)) >= 10
    for path in [*pages_of(desk), f"/read?pid={pid}&field=text&text={HOSTILE}", f"/parts?pid={pid}&kind=target&text={HOSTILE}", f"/?q={HOSTILE}&unit={HOSTILE}",
                 f"/findings?kind={HOSTILE}", f"/r/{pid}/{HOSTILE}", f"/?said={HOSTILE}"]:
        assert_harmless(client.get(path).text)


def test_a_deadline_is_corrected_seen_kept_and_undone(desk: Desk, client: TestClient, finished: tuple[Path, Path]) -> None:
    path, _ = task(desk)
    assert "30/06/2026" in client.get("/read", params={"pid": pid_of("tan-an.txt"), "field": "deadline", "text": "Quý II/2026"}).text
    answer = client.post(f"{path}/edit", data={"field": "deadline", "text": "Quý III/2026", "why": "xem trang 2"})
    assert answer.status_code == 200 and "30/09/2026" in answer.text and "Máy đọc: 29/06/2026" in answer.text
    assert "30/09/2026" in client.get("/deadlines").text
    [kept] = read_log(finished[0] / "corrections.jsonl").corrections
    assert (kept.who, kept.op, kept.field, kept.why) == ("Lan", "edit", "deadline", "xem trang 2")
    again = Desk(finished[1], "Minh")
    assert task(again)[1].deadline.due == "2026-09-30"
    assert "29/06/2026" in client.post("/undo").text
    assert not active(desk.log.corrections) and len(desk.log.corrections) == 2


def test_a_corrected_value_changes_the_comparison(desk: Desk, client: TestClient) -> None:
    plan = desk.view.by_pid[pid_of("tan-an.txt")]
    target = next(t for t in plan.targets if t.value == 90)
    group = next(g for g in desk.view.comparison.groups if any(c.target is not None and c.target.id == target.id and c.plan == plan for c in g.cells) and g.year)
    url = f"/compare/{group.indicator.id}/{group.year}"
    assert 'id="spread">20<' in client.get(url).text
    client.post(f"/r/{pid_of(plan.source)}/{target.id}/edit", data={"field": "value", "text": "≥ 75 %"})
    assert 'id="spread">5<' in client.get(url).text


def test_queue_is_ordered_by_doubt_and_filters(desk: Desk, client: TestClient) -> None:
    items = desk.items()
    assert [i.score for i in items] == sorted((i.score for i in items), reverse=True)
    pid = pid_of("tan-an.txt")
    found = re.findall(r'data-href="/r/(\w+)/', client.get("/", params={"pid": pid, "field": "deadline"}).text)
    assert found and set(found) == {pid}
    assert "Không còn trường nào khớp" in client.get("/", params={"q": "không có chữ này"}).text
    first = items[0]
    answer = client.post(f"/r/{first.pid}/{first.rid}/accept", data={"field": first.field, "back": "queue?state=open&row=0&evil=//x"}, follow_redirects=False)
    assert answer.status_code == 303 and answer.headers["location"] == "/?row=0&said=accepted"
    assert not [i for i in desk.items() if (i.pid, i.rid, i.field) == (first.pid, first.rid, first.field) and not i.done] or first.field == "indicator_id"


def test_accepting_a_whole_record_goes_on_to_the_next(desk: Desk, client: TestClient) -> None:
    first = desk.items()[0]
    record = desk.view.records[first.pid, first.rid]
    answer = client.post(f"/r/{first.pid}/{first.rid}/accept", data={"field": "all"}, follow_redirects=False)
    assert answer.status_code == 303 and answer.headers["location"].startswith("/r/")
    assert f"/r/{first.pid}/{first.rid}?" not in answer.headers["location"]
    now = desk.view.records[first.pid, first.rid]
    assert set(record.field_confidence) <= set(now.auto_value) and now.reviewed_by == "Lan"
    assert not [i for i in desk.items() if (i.pid, i.rid) == (first.pid, first.rid) and not i.done]
    assert all(v[4] for v in verdicts(desk.log.corrections))
    client.post("/undo")  # one act, one undo
    assert not active(desk.log.corrections) and desk.view.records[first.pid, first.rid] == record


def test_split_merge_drop_add_through_their_forms(desk: Desk, client: TestClient) -> None:
    pid = pid_of("tan-an.txt")
    path, record = task(desk)
    before = len(desk.view.by_pid[pid].tasks)
    assert client.post(f"{path}/split", data={"text": "một dòng"}).status_code == 422
    client.post(f"{path}/split", data={"text": "Rà soát hạ tầng\nBáo cáo trước ngày 15/5/2026"})
    tasks = desk.view.by_pid[pid].tasks
    assert [t.id for t in tasks[:2]] == [f"{record.id}.1", f"{record.id}.2"] and tasks[1].deadline and tasks[1].deadline.due == "2026-05-14"
    client.post(f"/r/{pid}/{tasks[0].id}/merge", data={"with": tasks[1].id, "text": "Rà soát, báo cáo"})
    assert desk.view.by_pid[pid].tasks[0].text == "Rà soát, báo cáo" and len(desk.view.by_pid[pid].tasks) == before
    client.post(f"{path}.1/drop")
    assert len(desk.view.by_pid[pid].tasks) == before - 1
    line = next(r for r in desk.view.by_pid[pid].ledger if r.text.startswith("Trạm Y tế"))
    answer = client.post(f"/p/{pid}/add", data={"kind": "task", "line": str(line.number), "text": "Trạm Y tế theo dõi sức khỏe hằng năm"})
    assert answer.status_code == 200 and "Trạm Y tế theo dõi sức khỏe hằng năm" in answer.text
    assert len(desk.view.by_pid[pid].tasks) == before
    for _ in range(4):
        client.post("/undo")
    assert desk.view.by_pid[pid] == next(p for p in Desk(desk.out_dir, "x").view.plans if p.source == "tan-an.txt")
    assert desk.view.by_pid[pid].tasks[0].id == record.id


def test_indicator_and_alias_go_to_the_vocabulary_of_the_next_run(desk: Desk, client: TestClient, finished: tuple[Path, Path]) -> None:
    pid = pid_of("tan-an.txt")
    target = desk.view.by_pid[pid].targets[0]
    assert client.post(f"/r/{pid}/{target.id}/indicator", data={"indicator_id": "không có"}).status_code == 422
    client.post(f"/r/{pid}/{target.id}/indicator", data={"indicator_id": "ty-le-phu-song-5g — Tỷ lệ phủ sóng 5G"})
    assert all(t.indicator_id == "ty-le-phu-song-5g" for p in desk.view.plans for t in p.targets if t.indicator == target.indicator)
    unknown = [(pid_of(p.source), t.id, u) for p in desk.view.plans for t in p.tasks for u in (*t.lead_units, *t.support_units) if not u.known]
    where, rid, unit = unknown[0]
    assert client.post(f"/r/{where}/{rid}/unit", data={"wording": unit.raw, "name": "không có"}).status_code == 422
    client.post(f"/r/{where}/{rid}/unit", data={"wording": unit.raw, "name": "Trạm Y tế"})
    named = [u for t in desk.view.by_pid[where].tasks if t.id == rid for u in (*t.lead_units, *t.support_units) if u.raw == unit.raw]
    assert all(u.known for u in named) and named
    text = (finished[0] / "vocabulary.csv").read_text("utf-8-sig")
    assert "ty-le-phu-song-5g" in text and "unit," in text
    (finished[0] / "corrections.jsonl").unlink()  # the vocabulary alone teaches, too
    again = Desk(finished[1], "x")
    assert all(t.indicator_id == "ty-le-phu-song-5g" for p in again.view.plans for t in p.targets if t.indicator == target.indicator)


def test_export_writes_what_a_run_would_write(desk: Desk, client: TestClient, finished: tuple[Path, Path]) -> None:
    path, _ = task(desk)
    plans, out = finished
    client.post(f"{path}/edit", data={"field": "deadline", "text": "Quý III/2026"})
    assert desk.stale
    assert client.post("/export").status_code == 200 and not desk.stale
    names = ("dataset.jsonl", "tasks.csv", "findings.csv", "run.json", "ledger.csv", "divergence.csv")
    exported = {n: (out / n).read_bytes() for n in names}
    assert b"2026-09-30" in exported["tasks.csv"]
    run([plans], out)
    assert {n: (out / n).read_bytes() for n in names} == exported
    (plans / "corrections.jsonl").unlink()
    run([plans], out)


def test_page_pictures_are_of_records_only(desk: Desk, client: TestClient) -> None:
    pid = pid_of("luoi.pdf")
    answer = client.get(f"/r/{pid}/T001/page/0")
    assert answer.status_code == 200 and answer.content.startswith(b"\x89PNG")
    for path in (f"/r/{pid}/T001/page/99", f"/r/{pid}/T001/page/-1", f"/r/{pid}/..%2f..%2fetc/page/0", "/r/..%2f..%2fetc%2fpasswd/T001/page/0", f"/r/{pid_of('tan-an.txt')}/T001/page/0"):
        assert client.get(path).status_code == 404, path
    for path in ("/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/static//etc/passwd", "/static/", "/openapi.json", "/docs"):
        assert client.get(path).status_code in (404, 405), path


def test_every_line_of_a_page_has_its_place_on_the_picture(desk: Desk, client: TestClient) -> None:
    for source, pages in (("luoi.pdf", 5), ("bang.jpg", 1)):
        pid = pid_of(source)
        plan = desk.view.by_pid[pid]
        assert desk.sheets(plan).pages == pages
        numbers = {r.number for r in plan.ledger if desk.sheets(plan).page_of[r.number] == 1}
        sheet = client.get(f"/p/{pid}/sheet/1").text
        assert {int(n) for n in re.findall(r'data-line="(\d+)"', sheet)} == numbers and len(numbers) > 10
        assert client.get(f"/p/{pid}/page/1").content.startswith(b"\x89PNG")
        width, height = (float(v) for v in re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', sheet).groups())  # type: ignore[union-attr]
        assert all(0 <= b[1] < b[3] <= width + 1 and 0 <= b[2] < b[4] <= height + 1 for b in desk.sheets(plan).boxes.values())
        for path in (f"/p/{pid}/page/0", f"/p/{pid}/page/99", f"/p/{pid}/sheet/99"):
            assert client.get(path).status_code == 404, path
    for path in (f"/p/{pid_of('tan-an.txt')}/page/1", f"/p/{pid_of('tan-an.txt')}/sheet/1"):
        assert client.get(path).status_code == 404, path


def test_a_record_picked_on_a_page_keeps_its_place(desk: Desk, client: TestClient, finished: tuple[Path, Path]) -> None:
    pid = pid_of("luoi.pdf")
    plan = desk.view.by_pid[pid]
    boxes = desk.sheets(plan).boxes
    picked = [r.number for r in plan.ledger if r.number in boxes][4:6]
    form = client.get(f"/p/{pid}/new", params={"line": picked, "text": "Báo cáo trước ngày 15/5/2026"}).text
    assert "Báo cáo trước ngày 15/5/2026</textarea>" in form and "14/05/2026" in form and form.count('name="line"') == 2
    assert 'role="alert"' in client.get(f"/p/{pid}/new", params={"line": [r.number for r in plan.ledger][:70]}).text
    client.post(f"/p/{pid}/add", data={"kind": "task", "line": [str(n) for n in picked], "text": "Báo cáo trước ngày 15/5/2026"})
    made = next(t for t in desk.view.by_pid[pid].tasks if t.rule == "reviewer")
    assert made.span.page == 1 and len(made.span.boxes) == 1 and made.span.numbers == tuple(picked) and made.deadline and made.deadline.due == "2026-05-14"
    first, last = boxes[picked[0]], boxes[picked[1]]
    assert made.span.boxes[0][1] <= min(first[1], last[1]) + 0.01 and made.span.boxes[0][4] >= max(first[4], last[4]) - 0.01
    assert client.get(f"/r/{pid}/{made.id}/page/0").content.startswith(b"\x89PNG")
    assert task(Desk(finished[1], "x"), "luoi.pdf", desk.view.by_pid[pid].tasks.index(made))[1].span == made.span


def test_a_member_of_an_archive_has_its_page(desk: Desk, client: TestClient, finished: tuple[Path, Path]) -> None:
    source = "goi.zip/xa/yen-hoa.pdf"
    pid = pid_of(source)
    record = next(r for r in desk.view.by_pid[pid].tasks if r.span.boxes)
    assert client.get(f"/r/{pid}/{record.id}/page/0").content.startswith(b"\x89PNG")
    file = finished[0] / "goi.zip"
    data = file.read_bytes()
    try:
        for bad, why in ((b"no archive", "Không thấy tệp nguồn"), (archive_of({"khac.pdf": b"x"}), "Không thấy tệp nguồn"),
                         (archive_of({"xa/yen-hoa.pdf": b"%PDF-1.4 other"}), "đã bị thay đổi"), (archive_of({"xa/yen-hoa.pdf": bytes(60 << 20)}), "bung ra quá lớn")):
            file.write_bytes(bad)
            again = Desk(finished[1], "x")
            answer = opened(again).get(f"/r/{pid}/{record.id}/page/0")
            again.close()
            assert answer.status_code == 404 and why in answer.text, (why, answer.text)
    finally:
        file.write_bytes(data)


def archive_of(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_a_document_from_an_address_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoPicture, match="địa chỉ mạng"):
        SourceFiles([tmp_path], urls=True).path("ke-hoach.pdf")
    with pytest.raises(NoPicture, match="--from"):
        SourceFiles([]).path("ke-hoach.pdf")


def test_a_changed_file_is_not_shown_as_the_page(desk: Desk, client: TestClient, finished: tuple[Path, Path]) -> None:
    file = finished[0] / "luoi.pdf"
    data = file.read_bytes()
    try:
        file.write_bytes(data + b"\n")
        answer = client.get(f"/r/{pid_of('luoi.pdf')}/T002/page/0")
        assert answer.status_code == 404 and "đã bị thay đổi" in answer.text
        file.write_bytes(b"%PDF-1.4 broken")
        assert client.get(f"/r/{pid_of('luoi.pdf')}/T002/page/0").status_code == 404
    finally:
        file.write_bytes(data)


def test_a_page_that_takes_too_long_or_breaks_the_drawer_harms_nothing(finished: tuple[Path, Path], tmp_path: Path) -> None:
    slow, box = Renderer(seconds=0.0), (10.0, 10.0, 50.0, 50.0)
    with pytest.raises(NoPicture, match="quá nhiều thời gian"):
        slow.page(finished[0] / "luoi.pdf", "", 1, box)
    slow.close()
    renderer = Renderer()
    broken = tmp_path / "hong.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    for path, page in ((broken, 1), (tmp_path / "khong-co.pdf", 1), (finished[0] / "luoi.pdf", 999)):
        with pytest.raises(NoPicture):
            renderer.page(path, "", page, box)
    assert renderer.page(finished[0] / "luoi.pdf", "", 1, box).png.startswith(b"\x89PNG")
    scan = ROOT / "tests/data/scan/target-table.jpg"
    assert renderer.page(scan, "", 1, box).png.startswith(b"\x89PNG")
    renderer.close()


@pytest.mark.parametrize(("headers", "status"), [
    ({"host": f"evil.example:{PORT}"}, 421), ({"host": "127.0.0.1"}, 421), ({"host": "127.0.0.1:1"}, 421), ({"sec-fetch-site": "cross-site"}, 403),
    ({"sec-fetch-site": "same-site"}, 403), ({"cookie": f"doichieu-{PORT}=wrong"}, 403), ({"cookie": ""}, 403), ({"cookie": "\x01;;=,"}, 403)])
def test_foreign_requests_see_nothing(desk: Desk, client: TestClient, headers: dict[str, str], status: int) -> None:
    if "cookie" in headers:
        client.cookies.clear()
    for path in ("/", task(desk)[0], "/static/desk.js"):
        answer = client.get(path, headers=headers)
        assert answer.status_code == status and "Tân" not in answer.text
    assert client.post("/undo", headers=headers).status_code == status


@pytest.mark.parametrize("headers", [
    {"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "none"}, {"sec-fetch-site": "same-site"}, {"origin": f"http://127.0.0.1:{PORT + 1}"},
    {"origin": f"https://127.0.0.1:{PORT}"}])
def test_forged_writes_are_refused(desk: Desk, client: TestClient, headers: dict[str, str]) -> None:
    path, _ = task(desk)
    assert client.post(f"{path}/drop", headers=headers).status_code == 403
    del client.headers["sec-fetch-site"]
    assert client.post(f"{path}/drop").status_code == 403  # neither header: no browser of ours
    assert client.post(f"{path}/drop", headers={"origin": f"http://127.0.0.1:{PORT}"}).status_code == 200
    assert len(desk.log.corrections) == 1


def test_the_opening_link_works_once(desk: Desk) -> None:
    links: list[str] = []
    access = Access(PORT, links.append)
    client = TestClient(create_app(desk, access), base_url=f"http://127.0.0.1:{PORT}", headers={"sec-fetch-site": "none"})
    first = access.link.split(str(PORT))[1]
    assert client.get("/").status_code == 403
    answer = client.get(first, follow_redirects=False)
    assert answer.status_code == 303 and {"HttpOnly", "SameSite=Strict"} <= set(answer.headers["set-cookie"].split("; "))
    client.cookies.clear()
    assert client.get(first).status_code == 403 and client.get("/open?t=").status_code == 403 and client.post(first).status_code == 405
    assert client.get(links[0].split(str(PORT))[1]).status_code == 200


def test_every_answer_has_its_headers(desk: Desk, client: TestClient) -> None:
    for path in ("/", "/static/desk.css", "/nowhere", f"/r/{pid_of('luoi.pdf')}/T001/page/0"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
        assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY" and "cache-control" in headers


def test_too_long_and_odd_bodies_are_refused(desk: Desk, client: TestClient) -> None:
    path, _ = task(desk)
    assert client.post(f"{path}/edit", content=b"x" * (MOST_BYTES + 1)).status_code == 413
    assert client.post(f"{path}/edit", data={"field": "__class__", "text": "x"}).status_code == 404
    assert client.post(f"{path}/edit", data={"field": "text", "text": ""}).status_code == 422
    assert client.post(f"{path}/edit").status_code == 422
    assert not desk.log.corrections


def test_read_only_shows_all_and_changes_nothing(finished: tuple[Path, Path]) -> None:
    desk = Desk(finished[1], "Lan", read_only=True)
    client = opened(desk)
    path, _ = task(desk)
    html = client.get(path).text
    assert "chỉ xem" in html and 'method="post"' not in html
    for url in (f"{path}/split", f"{path}/merge", f"/p/{pid_of('tan-an.txt')}/add?line=3", f"/p/{pid_of('tan-an.txt')}/new?line=3"):
        answer = client.get(url)
        assert answer.status_code == 403 and "chỉ xem" in answer.text and "<form" not in answer.text.split("<main")[1].split("</main")[0]
    for url in (f"{path}/drop", f"{path}/edit", "/undo", "/export"):
        assert client.post(url, data={"field": "text", "text": "x"}).status_code == 403
    assert not (finished[0] / "corrections.jsonl").exists()
    desk.close()


def test_files_are_fetched_by_key(desk: Desk, client: TestClient, finished: tuple[Path, Path]) -> None:
    page = client.get("/export").text
    keys = re.findall(r'href="/export/(\w+)" download', page)
    assert len(keys) > 20 and "Chênh lệch giữa các xã" in page
    answer = client.get(f"/export/{pid_of('divergence.csv')}")
    assert answer.content == (finished[1] / "divergence.csv").read_bytes() and answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert client.get(f"/export/{pid_of('baocao.html')}").headers["content-type"] == "application/octet-stream"
    for key in ("divergence.csv", "..%2f..%2fetc%2fpasswd", pid_of(".doichieu/ledger.sqlite"), pid_of("../plans/tan-an.txt"), "%00"):
        assert client.get(f"/export/{key}").status_code == 404, key


def test_errors_are_told_in_vietnamese(desk: Desk, client: TestClient) -> None:
    path, _ = task(desk)
    for answer, status, words in ((client.get("/nothing"), 404, "Không có trang này"), (client.get("/r/x/y"), 404, "Không còn bản ghi này"), (client.post(f"{path}/edit"), 422, "Thiếu hoặc sai"),
                                  (client.get("/?n=abc"), 422, "Thiếu hoặc sai"), (client.delete("/"), 413, "Nội dung"), (client.get("/undo"), 405, "Không có trang này")):
        assert answer.status_code == status and words in answer.text, (status, answer.status_code, answer.text[:200])
        assert "detail" not in answer.text and "Not Found" not in answer.text


def test_the_log_tells_what_each_correction_came_to(desk: Desk, client: TestClient) -> None:
    pid = pid_of("tan-an.txt")
    path, _ = task(desk)
    client.post(f"{path}/split", data={"text": "Rà soát hạ tầng\nBáo cáo trước ngày 15/5/2026"})
    target = desk.view.by_pid[pid].targets[0]
    client.post(f"/r/{pid}/{target.id}/indicator", data={"indicator_id": "-"})
    client.post(f"/r/{pid}/{target.id}/edit", data={"field": "value", "text": "≥ 75 %"})
    html = client.get("/log").text
    assert "Rà soát hạ tầng | Báo cáo trước ngày 15/5/2026 — 14/05/2026 (có hạn)" in html and "ngoài danh mục" in html and "≥ 75 %" in html
    odd = desk.log.corrections[-1].model_copy(update={"op": "split", "after": 7, "when": "nhiều"})
    assert outcome_text(odd) == "7" and moment(odd.when) == "nhiều"
    assert re.fullmatch(r"2\d/11/2026 \d\d:\d\d", moment("2026-11-22T02:47:00+00:00"))


def test_places_are_told_in_words() -> None:
    assert [spot(p) for p in ("t4/r3/c1/p1", "p12", "trang 3 (85, 120)", "dòng 12–14", "trang 2, dòng 3", "", "header/p1")] == [
        "bảng 4, hàng 3", "đoạn 12", "trang 3", "dòng 12–14", "trang 2, dòng 3", "", "header/p1"]


def test_no_run_no_desk(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="chưa có kết quả"):
        Desk(tmp_path, "Lan")


def test_learning_counts_first_verdicts(desk: Desk, client: TestClient) -> None:
    path, _ = task(desk)
    other, _ = task(desk, "thanh-son.docx", 1)
    client.post(f"{path}/edit", data={"field": "deadline", "text": "Quý III/2026"})
    client.post(f"{path}/edit", data={"field": "deadline", "text": "Quý IV/2026"})
    client.post(f"{other}/accept", data={"field": "deadline"})
    client.post(f"{other}/accept", data={"field": "lead"})
    found = verdicts(desk.log.corrections)
    assert [(s.name, s.right, s.total) for s in by((v[0], v[4]) for v in found)] == [("deadline", 1, 2), ("lead", 1, 1)]
    assert [(s.name, s.right, s.total) for s in by((v[1], v[4]) for v in found)] == [("docx", 2, 2), ("text", 0, 1)]
    html = client.get("/learning").text
    assert "50 %" in html and "văn bản thuần" in html and "thời hạn · Word" in html


def test_orphans_and_conflicts_are_shown(desk: Desk, client: TestClient, finished: tuple[Path, Path]) -> None:
    path, _ = task(desk)
    client.post(f"{path}/edit", data={"field": "deadline", "text": "Quý III/2026"})
    [mine] = desk.log.corrections
    assert mine.plan
    lost = mine.model_copy(update={"id": "lost", "plan": mine.plan.model_copy(update={"sha256": "", "text": "", "identity": "", "source": "mất.docx"})})
    theirs = mine.model_copy(update={"id": "other", "who": "Minh", "when": "2999", "after": None})
    from pipeline.corrections import append

    for c in (lost, theirs):
        append(finished[0] / "corrections.jsonl", c)
    again = Desk(finished[1], "Lan")
    html = opened(again).get("/log").text
    assert "Chưa áp dụng được (1)" in html and "mất.docx" in html and "Khác nhau giữa hai người (1)" in html
    assert {"correction-orphan", "correction-conflict"} <= {f.kind for f in again.view.findings}


@pytest.mark.parametrize(("field", "text", "shown"), [
    ("deadline", "Quý II/2026", "30/06/2026 (có hạn)"), ("deadline", "", "(trống)"), ("deadline", "thường xuyên", "(thường xuyên)"), ("value", "≥ 80 %", "≥ 80 %"),
    ("value", "80-90%", "80–90 %"), ("value", "định tính", "định tính"), ("value", "nhóm 20", "nhóm 20"), ("value", "0,8", "0,8"), ("horizon", "đến hết năm 2030", "2030"),
    ("horizon", "2026-34", "2026-34"), ("lead", "Phòng Kinh tế; Trạm Y tế", "Phòng Kinh tế; Trạm Y tế"), ("result", "", "(trống)"),
    ("text", "Rà soát hạ tầng; xong trước ngày 30/6/2026. Báo cáo trong Quý II/2026", "Trong câu: thời hạn 29/06/2026 (có hạn); 30/06/2026 (có hạn)"),
    ("text", "Phòng Kinh tế chủ trì, phối hợp với Trạm Y tế rà soát", "Trong câu: chủ trì Phòng Kinh tế · phối hợp Trạm Y tế"),
    ("indicator", "Tối thiểu 80% hộ có mạng", "Trong câu: con số ≥ 80 %"), ("text", "Rà soát hạ tầng", ""), ("result", "Báo cáo trước ngày 15/5/2026", "Trong câu: thời hạn 14/05/2026 (có hạn)")])
def test_typed_values_are_read_by_the_normalizers(desk: Desk, field: str, text: str, shown: str) -> None:
    assert read_field(field, text, desk.view.by_pid[pid_of("tan-an.txt")].plan).text == shown


def test_of_several_deadlines_the_others_are_told(desk: Desk) -> None:
    reading = read_field("deadline", "trước ngày 30/6/2026; báo cáo trước ngày 15/12/2026", desk.view.by_pid[pid_of("tan-an.txt")].plan)
    assert reading.value["due"] == "2026-06-29" and "14/12/2026" in reading.doubt


@pytest.mark.parametrize(("field", "text"), [("value", ""), ("value", "nhiều"), ("horizon", "sớm"), ("text", " "), ("indicator", ""), ("lead", "; x")])
def test_what_cannot_be_read_says_so(desk: Desk, field: str, text: str) -> None:
    with pytest.raises(Unreadable):
        read_field(field, text, desk.view.by_pid[pid_of("tan-an.txt")].plan)


def test_parts_and_surroundings(desk: Desk) -> None:
    plan = desk.view.by_pid[pid_of("tan-an.txt")]
    parts = read_parts("target", "65% người dân có VNeID và 40% người dân có chữ ký số.\nNâng cao nhận thức", plan.plan)
    assert [p["value"]["value"] for p in parts] == [65, 40, None]
    docx: PlanRecord = desk.view.by_pid[pid_of("thanh-son.docx")]
    rows = [r for r in docx.tasks if r.origin == "table"]
    shown = blocks(docx, rows[0])
    assert any(len(b.cells) > 2 and b.own for b in shown) and any(not b.own for b in shown)
    own = next(b for b in shown if b.own)
    assert all(any(text in cell for cell in own.cells) for text in (rows[0].text[:20], rows[0].lead[0][:5]))
    joined = table_parts(shown)
    assert [b for part in joined for b in part] == shown and any(len(part) > 2 and len({b.table for b in part}) == 1 for part in joined)
