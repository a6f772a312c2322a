"""Text dumps of PDFs whose font lacks Vietnamese letters: the letters stand behind their words, line by line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractors.text_apart import letters_apart
from extractors.text_reader import read_text
from pipeline.read_one import read_one

RAW = Path(__file__).parents[1] / "data" / "raw"
TWO_MARKS = "ơưƠƯ\u1ea0-\u1ef1\u1ef4-\u1ef9"


def apart(text: str, letters: str, first: bool = False) -> str:
    """The text as an extractor reads it: each line's words without `letters`, which stand behind them (or before them)."""
    out = []
    for line in text.split("\n"):
        lost = re.findall(rf"[{letters}]+", line)
        body = re.sub(r" +", " ", re.sub(rf"[{letters}]+", " ", line)).strip()
        out.append(" ".join([*lost, body] if first else [body, *lost]).strip())
    return "\n".join(out)


@pytest.mark.parametrize(("name", "letters", "least"), [("yen-hoa", TWO_MARKS, 0.99), ("gia-phuc", TWO_MARKS + "ăĂđĐĩĨũŨ", 0.96)])
def test_letters_go_back_into_their_words(name: str, letters: str, least: float) -> None:
    printed = "\n".join((RAW / f"{name}.txt").read_text(encoding="utf-8").split("\n")[:90])
    got = letters_apart(apart(printed, letters))
    assert got is not None
    assert got.count("\n") == printed.count("\n")  # lines keep their numbers
    pairs = [(a, b) for one, other in zip(printed.split("\n"), got.split("\n"), strict=True) for a, b in zip(one.split(), other.split(), strict=False)]
    assert sum(a == b for a, b in pairs) >= least * len(pairs)


def test_letters_may_stand_before_their_words() -> None:
    line = "Thực hiện nhiệm vụ năm 2026 theo văn bản đã ban hành, bảo đảm an ninh của địa phương"
    assert letters_apart("\n".join([apart(line, TWO_MARKS, first=True)] * 6)) == "\n".join([line] * 6)


def test_a_text_as_it_should_be_is_left_alone() -> None:
    for path in sorted(RAW.glob("*.txt")):
        assert letters_apart(path.read_text(encoding="utf-8")) is None
    assert letters_apart("KẾ HOẠCH ứng phó ở xã\n" * 30) is None


def test_such_a_plan_is_read_and_the_reader_told(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    printed = (RAW / "yen-hoa.txt").read_text(encoding="utf-8")
    path.write_text(apart(printed, TWO_MARKS), encoding="utf-8")
    assert [n.kind for n in read_text(path.read_bytes(), path.name).notes] == ["letters-apart"]
    got, want = read_one(path, path.name), read_one(RAW / "yen-hoa.txt", "yen-hoa.txt")
    assert (got.plan.commune, got.plan.province, len(got.tasks)) == (want.plan.commune, want.plan.province, len(want.tasks))
    assert [t.value for t in got.targets] == [t.value for t in want.targets]


def test_a_line_of_any_length_keeps_all_its_letters() -> None:
    """A paragraph that a converter left on one line must neither hang the reader nor lose a letter; past any page's width it stays as printed."""
    known = "\n".join(["Th c hi n Ngh quy t s 57-NQ/TW ngày 22 tháng 12 năm 2024 c a B Chính tr ự ệ ị ế ố ủ ộ ị"] * 4)
    for times in (20, 20_000):
        line = "Th c hi n Ngh quy t s " * times + "ự ệ ị ế ố " * times
        mended = letters_apart(f"{known}\n{line}")
        assert mended is not None
        assert sorted(mended.split("\n")[-1].replace(" ", "")) == sorted(line.replace(" ", ""))
