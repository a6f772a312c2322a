"""The main job as a user runs it: exit codes, quarantine, determinism, distinct ids."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractors.errors import UsageError
from pipeline.run import run

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
