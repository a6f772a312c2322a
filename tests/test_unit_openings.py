"""What ends the search for owners before a sentence is cut into tokens never hides one that the grammar finds."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from normalizers import unit_charges, unit_prose, unit_rows
from normalizers.unit_openings import may_begin, may_name, openings
from normalizers.unit_tokens import tokenize

DATA = Path(__file__).parent / "data"
MARKS = (", ", "; ", ". ", ": ", " (", " - ", " ")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def _sentences() -> list[str]:
    """Wordings of the plans' gold, lines of their texts, and for each a joint of two and a rest behind a marker, in a fixed order."""
    found: set[str] = set()
    for path in sorted((DATA / "blind").glob("*.json")):
        found.update(_strings(json.loads(path.read_text(encoding="utf-8"))))
    for path in sorted((DATA / "blind").glob("*.txt")):
        found.update(path.read_text(encoding="utf-8").splitlines())
    kept = sorted(text for text in found if 8 < len(text) < 700 and " " in text)
    rng = random.Random(7)
    rng.shuffle(kept)
    kept = kept[:4000]
    made: list[str] = []
    for before, after in pairwise(kept):
        left, right = before.split(), after.split()
        rest = " ".join(right[rng.randrange(len(right)):])
        made += [" ".join(left[:rng.randrange(len(left))]) + rng.choice(MARKS) + rest, rng.choice(("1. ", "a) ", "- ", "")) + rest]
    return kept + made


def _read(texts: list[str]) -> list[tuple[object, object]]:
    unit_charges.read_charge.cache_clear()
    return [(unit_prose.prose_owners(text, "Tân Lập", duty=True), unit_charges.read_charge(text)) for text in texts]


def test_no_owner_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = _sentences()
    assert len(texts) > 5000
    quick = _read(texts)
    monkeypatch.setattr(unit_prose, "may_name", lambda *_: True)
    monkeypatch.setattr(unit_charges, "may_begin", lambda *_: True)
    monkeypatch.setattr(unit_rows, "may_open", lambda *_: True)
    whole = _read(texts)
    unit_charges.read_charge.cache_clear()
    assert [(text, a, b) for text, a, b in zip(texts, quick, whole, strict=True) if a != b] == []
    assert sum(bool(owners[0]) for owners, _ in whole) > 300  # type: ignore[index]


@pytest.mark.parametrize("text", ["Tuyên truyền sâu rộng nội dung Nghị quyết", "Nâng cấp hệ thống thoát nước; mở rộng đường; trồng cây.", "1. Hoàn thành số hóa (đợt 1)"])
def test_sentences_that_name_nobody_end_there(text: str) -> None:
    assert not may_name(text, (("phối", "hợp"),), frozenset())
    assert unit_prose.prose_owners(text) == ([], [])


@pytest.mark.parametrize("text", ["Phòng Kinh tế rà soát", "1. Các đơn vị thực hiện", "a) UBND xã", "Rà soát; Phòng Kinh tế", "Ngọ; Hội Phụ nữ xã", "tỉnh (Phòng An ninh mạng)",
                                  "Kinh phí: Văn phòng", "UB ND xã Tân Lập", "Rà soát, phối hợp với ai đó"])
def test_sentences_that_may_name_somebody_are_read(text: str) -> None:
    assert may_name(text, (("phối", "hợp"),), frozenset())


def test_first_words() -> None:
    assert may_begin("Sở Nội vụ chủ trì", frozenset()) and not may_begin("Rà soát chế độ", frozenset())
    assert may_begin("Giao cho ai", frozenset({"giao"}))


def test_openings_are_the_grammars_own() -> None:
    words, pairs = openings()
    assert {"sở", "các", "ubnd"} <= words and ("trung", "tâm") in pairs and ("rà", "soát") not in pairs
    assert all(pair[0] not in words for pair in pairs)
    for row in ("Trung tâm Y tế xã", "các thôn, ấp", "Trưởng ấp", "tất cả các đơn vị", "một số cơ quan", "cơ quan, đơn vị"):
        items, _ = unit_rows.read_list(tokenize(row), 0, None)
        assert items, row
