"""Scans that are no plans: of another language, of huge pages. They end early, with a reason, in bounded memory."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from extractors import ocr_reader
from extractors.errors import UnreadableDocument
from extractors.ocr_again import unread
from extractors.ocr_grid import rule_masks
from extractors.ocr_image import MAX_PIXELS, RawPage, drop_ink, image_pages

ENGLISH = "Guidelines for the management of thyroid carcinoma should be followed by every physician who treats patients with this disease " * 4
PLAN = "Ủy ban nhân dân xã xây dựng kế hoạch thực hiện chuyển đổi số với các chỉ tiêu và nhiệm vụ giao cho từng đơn vị trên địa bàn " * 4


def _pages(count: int, seen: list[int], size: tuple[int, int] = (40, 30)) -> Iterator[RawPage]:
    for number in range(1, count + 1):
        seen.append(number)
        yield RawPage(number, np.zeros((*size, 3), np.uint8), 300.0, (30.0, 40.0))


def _reads(monkeypatch: pytest.MonkeyPatch, text: str, confidence: float = 0.87) -> None:
    words = [SimpleNamespace(text=w) for w in text.split()]

    def read(page: RawPage, source: str) -> Any:
        return SimpleNamespace(right=None, number=page.number, page=SimpleNamespace(words=SimpleNamespace(words=words)), confidence=confidence, words=len(words))

    monkeypatch.setattr(ocr_reader, "read_page", read)


def test_a_long_scan_in_another_language_is_left_after_its_first_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    _reads(monkeypatch, ENGLISH)
    with pytest.raises(UnreadableDocument) as told:
        ocr_reader.read_pages(_pages(500, seen), "x.pdf")
    assert told.value.reason == "not-a-plan" and "tiếng Việt" in told.value.detail
    assert len(seen) < 10


@pytest.mark.parametrize(("text", "confidence", "count"), [(PLAN, 0.9, 12), (ENGLISH, 0.5, 12), ("only few words here", 0.9, 12), (ENGLISH, 0.9, 3)])
def test_other_scans_are_read_to_the_end(monkeypatch: pytest.MonkeyPatch, text: str, confidence: float, count: int) -> None:
    seen: list[int] = []
    _reads(monkeypatch, text, confidence)
    assert [p.number for p in ocr_reader.read_pages(_pages(count, seen), "x.pdf")] == seen == list(range(1, count + 1))


def test_a_large_page_is_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    open_now: list[int] = []
    most: list[int] = []

    def read(page: RawPage, source: str) -> Any:
        open_now.append(page.number)
        most.append(len(open_now))
        open_now.remove(page.number)
        return SimpleNamespace(right=None, number=page.number, page=None, confidence=1.0, words=0)

    monkeypatch.setattr(ocr_reader, "read_page", read)
    monkeypatch.setattr(ocr_reader, "LARGE", 100)
    monkeypatch.setattr(ocr_reader, "_refuse_foreign", lambda pages, source: None)
    assert [p.number for p in ocr_reader.read_pages(_pages(5, []), "x.pdf", workers=2)] == [1, 2, 3, 4, 5]
    assert max(most) == 1


def _coloured() -> np.ndarray[Any, Any]:
    """A page on a coloured ground, as foreign slides have: one mark over all of it."""
    page = np.full((1500, 1200, 3), (30, 60, 220), np.uint8)
    page[200:1400:40, 100:1100] = 0
    page[200:1400, 100:1100:200] = 0
    return page


def _bytes_a_pixel(call: Callable[[], object], pixels: int) -> float:
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1] / pixels
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["ink", "rules", "unread"])
def test_a_page_takes_few_bytes_a_pixel(name: str) -> None:
    page = _coloured()
    gray = np.ascontiguousarray(page[:, :, 0])
    calls: dict[str, Callable[[], object]] = {"ink": lambda: drop_ink(page, 300), "rules": lambda: rule_masks(gray, 300), "unread": lambda: unread(gray, [], 300)}
    calls[name]()  # what is loaded once does not count
    assert _bytes_a_pixel(calls[name], gray.size) < {"ink": 30, "rules": 16, "unread": 24}[name]


def test_a_huge_picture_is_reduced_before_it_is_read() -> None:
    out = io.BytesIO()
    Image.new("1", (8400, 9000), 1).save(out, "TIFF", compression="group4", dpi=(600, 600))
    page, = image_pages(out.getvalue(), "x.tif")
    assert page.color.shape[0] * page.color.shape[1] <= MAX_PIXELS
    assert page.size == pytest.approx((8400 / 600 * 72, 9000 / 600 * 72)) and page.dpi == pytest.approx(300)
