"""Searches that are skipped by a text's last word find nothing where they are skipped."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from itertools import pairwise
from pathlib import Path

import pytest

from normalizers import number_leads, numbers, target_wording
from normalizers.target_prose import read_targets
from normalizers.text import fold

DATA = Path(__file__).parent / "data"


def _beginnings() -> list[str]:
    """Beginnings of real target wordings, each up to a word; once for each two words that they end in."""
    texts = [json.loads(line)["phrase"] for name in ("targets", "heldout_targets") for line in (DATA / "phrases" / f"{name}.jsonl").read_text("utf-8").splitlines()]
    texts += [task["text"] for path in sorted((DATA / "blind").glob("*.json")) for task in json.loads(path.read_text("utf-8"))["tasks"]]
    seen: dict[tuple[str, str], str] = {}
    for words in (fold(text).split() for text in texts):
        for n, ending in enumerate(pairwise(words), 2):
            seen.setdefault(ending, " ".join(words[max(0, n - 8) : n]))
    return list(seen.values())


def _whole(match: re.Match[str] | None) -> bool:
    """Whether something was found that does not begin inside a word, where no reader takes it ("ước" in "nước")."""
    return match is not None and not match.string[match.start() - 1 : match.start()].isalnum()


@pytest.mark.parametrize(("pattern", "ends"), [
    (number_leads._FILLER, number_leads._FILLER_ENDS),
    (number_leads._CHANGE, number_leads._CHANGE_ENDS),
    (target_wording._SUFFIX, target_wording._SUFFIX_ENDS),
    (numbers._NAMED, numbers._NAMED_ENDS),
], ids=["filler", "change", "suffix", "named"])
def test_a_search_that_is_skipped_would_have_failed(pattern: re.Pattern[str], ends: Collection[str]) -> None:
    found = [text for text in _beginnings() if _whole(pattern.search(text)) or _whole(pattern.search(text + " "))]
    assert found
    assert [text for text in found if text.split()[-1].isalpha() and text.split()[-1] not in ends] == []


def test_a_number_behind_its_word_is_a_name() -> None:
    [reading] = read_targets("Hoàn thành việc in theo mẫu số 12 hộ dân.")
    assert (reading.comparator, reading.value) == ("qualitative", None)
