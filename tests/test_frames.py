"""The overview of a finished run and the quotes that read on their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.errors import UsageError
from pipeline.audit_copies import whole_sentences
from pipeline.frames import frames, overview
from pipeline.run import run


def test_overview_counts_what_the_plans_say(tmp_path: Path) -> None:
    run([Path("data/raw/yen-hoa.txt"), Path("data/raw/tinh-khe.txt")], tmp_path / "out")
    table = overview(frames(tmp_path / "out"))
    assert list(table.index) == ["tinh-khe.txt", "yen-hoa.txt"]
    assert table.loc["yen-hoa.txt", "targets"] == 10
    assert table.loc["yen-hoa.txt", "tasks"] == 47
    assert table.loc["yen-hoa.txt", "with_number"] == pytest.approx(0.9)
    assert table.loc["yen-hoa.txt", "with_horizon"] == 1


def test_no_run_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no results there"):
        frames(tmp_path)


def test_quote_ends_with_a_sentence() -> None:
    text = "Bố trí kinh phí thực hiện Kế hoạch. Rà soát, cắt giảm thủ tục hành chính. " + "Tiếp tục đẩy mạnh chuyển đổi số trên địa bàn. " * 8
    kept = whole_sentences(text, 120)
    assert kept.startswith("Bố trí kinh phí")
    assert kept.endswith(".")
    assert len(kept) <= 120
