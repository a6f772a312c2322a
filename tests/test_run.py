"""The main job as a user runs it: exit codes, quarantine, determinism, distinct ids."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest

from extractors.errors import UsageError
from pipeline.cli import main
from pipeline.review_step import read_last_run
from pipeline.run import run

RAW = Path(__file__).resolve().parent.parent / "data" / "raw"
PLAN = "\n".join(["ỦY BAN NHÂN DÂN", "XÃ TÂN AN", "Số: 12/KH-UBND", "Tân An, ngày 05 tháng 3 năm 2026", "KẾ HOẠCH", "Chuyển đổi số xã Tân An năm 2026",
                  "I. MỤC TIÊU CỤ THỂ", "- Tỷ lệ hồ sơ trực tuyến đạt 80%.", "II. NHIỆM VỤ", "- Nâng cấp mạng LAN.", ""])


def test_no_input_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no document found"):
        run([tmp_path], tmp_path / "out")


def test_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        run([tmp_path / "không có"], tmp_path / "out")


@pytest.mark.parametrize(("name", "data", "reason"), [
    ("nhị phân.txt", b"\x00\x01\x02\xff" * 500, "not-a-document"), ("trống.txt", b"  \n\n ", "empty"),
    ("manual.txt", b"Operating manual\n1. Press the button 3 times.\n2. Keep 27 mm of room.\nDo not change the name of this table.\n", "not-a-plan"),
    ("chữ nước ngoài quét.txt", ("1. Mục tiêu\n- Tlấqvk zttânđ szkvìớ nkấtz đạt 42,5%\n" + "- Zttšì eztẩkn wrấgh fjđạl pvqớk zsấdfg thwrê kjhgầ ấqwtz vbnmđ\n" * 4).encode(), "not-a-plan"),
    ("thư.txt", "Kính gửi anh chị,\nmời họp lúc chín giờ.\n".encode(), "not-a-plan"), ("hỏng.pdf", b"%PDF-1.4\nnothing more", "damaged"),
])
def test_bad_file_is_quarantined_and_the_rest_is_read(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    folder = tmp_path / "kế hoạch các xã"
    folder.mkdir()
    (folder / name).write_bytes(data)
    (folder / "xã tân an.txt").write_text(PLAN, encoding="utf-8")
    summary = run([folder], tmp_path / "kết quả")
    assert (summary.plans, summary.exit_code) == (1, 3)
    assert [(q.source, q.reason) for q in summary.quarantined] == [(name, reason)]
    info = json.loads((tmp_path / "kết quả" / "run.json").read_text(encoding="utf-8"))
    assert [q["reason"] for q in info["quarantined"]] == [reason]
    assert name in (tmp_path / "kết quả" / "findings.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_other_encodings_read_the_same(tmp_path: Path, encoding: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_bytes(PLAN.encode(encoding))
    summary = run([folder], tmp_path / "out")
    assert (summary.plans, summary.targets, summary.tasks, summary.exit_code) == (1, 1, 1, 0)


def test_files_that_share_a_stem_have_ids_of_their_own(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "xa.txt").write_text(PLAN, encoding="utf-8")
    (folder / "xa.md").write_text(PLAN.replace("Tân An", "Tân Bình"), encoding="utf-8")
    run([folder], tmp_path / "out")
    plans = [json.loads(line) for line in (tmp_path / "out" / "dataset.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({p["plan_id"] for p in plans}) == 2


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_line_of_the_sample_plans_is_in_the_ledger_once(tmp_path: Path) -> None:
    """A line that a dump made of several cells is there once for each, numbered by `part`; together they are the line."""
    run([RAW], tmp_path)
    rows = _rows(tmp_path / "ledger.csv")
    for path in sorted(RAW.glob("*.txt")):
        printed = {f"dòng {n}": line for n, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1) if line.strip()}
        mine = [r for r in rows if r["source"] == path.name]
        assert len({(r["place"], r["part"]) for r in mine}) == len(mine)
        assert {r["place"] for r in mine} == set(printed)
        for place in {r["place"] for r in mine if r["part"]}:
            words = " ".join(r["marker"] + " " + r["text"] for r in mine if r["place"] == place).split()
            assert sorted(words) == sorted(printed[place].split())
        assert sum(r["role"] == "unexplained" for r in mine) <= 0.01 * len(mine)


def test_confirmed_indicators_are_fed_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(PLAN, encoding="utf-8")
    assert _command(monkeypatch, "run", folder, "--out", tmp_path / "out") == 0
    assert _command(monkeypatch, "indicators", "--all", "--out", tmp_path / "out", "--to", tmp_path / "x.csv") == 0
    [row] = _rows(tmp_path / "x.csv")
    chosen = "ty-le-phu-song-5g"
    assert row["indicator_id"] != chosen
    (tmp_path / "x.csv").write_text(f"indicator;confirmed\n{row['indicator']};{chosen}\n", encoding="utf-8-sig")
    assert _command(monkeypatch, "run", folder, "--out", tmp_path / "out", "--indicators", tmp_path / "x.csv") == 0
    assert [r["indicator_id"] for r in _rows(tmp_path / "out" / "targets.csv")] == [chosen]
    assert list(read_last_run(tmp_path / "out")[0].settled.values()) == [chosen]
    capsys.readouterr()
    assert _command(monkeypatch, "run", folder, "--out", tmp_path / "out", "--indicators", folder / "a.txt") == 1
    assert "indicator và confirmed" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [(), ("run", "--khong-co"), ("normalize",), ("normalize", "dates"), ("run", "khong-co"), ("xem",)])
def test_bad_usage_ends_with_one(monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    assert _command(monkeypatch, *arguments) == 1


def _command(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["doichieu", *map(str, arguments)])
    with pytest.raises(SystemExit) as end:
        main()
    return int(str(end.value.code or 0))
