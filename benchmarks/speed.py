"""Speed of reading PDFs: document → Document against pdfplumber and against bare pypdfium2 text, in one run, one process.

    python -m benchmarks.speed [--repeat N] [FILE.pdf ...]

Prints milliseconds per page and the three ratios that the project holds itself to: at least 20 times as fast as
pdfplumber's `extract_text` + `extract_tables`, at most 2.5 times the time of bare pypdfium2 text extraction, and for the
whole way from file to plan record at most 5 times that time. Processor time; of each file the quickest of the rounds, so that
a busy moment of the machine falls out for the long ways as it does for the short one.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[1] / "tests" / "data" / "documents" / "A"
FASTER_THAN_PDFPLUMBER = 20.0
SLOWER_THAN_BARE_TEXT = 2.5
WHOLE_SLOWER_THAN_BARE_TEXT = 5.0
_WORDS = frozenset({"fold_word", "_level_piece", "is_syllable", "printed_width"})  # single words: every document has the same ones


def bare_text(path: Path) -> int:
    """Pages of a PDF, read as plain text by pypdfium2."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        for index in range(len(pdf)):
            page = pdf[index]
            text_page = page.get_textpage()
            text_page.get_text_range()
            text_page.close()
            page.close()
        return len(pdf)


def document(path: Path) -> int:
    """Pages of a PDF, read to a Document."""
    from extractors.pdf_reader import read_pdf

    return read_pdf(path, path.name).pages or 0


def plan_record(path: Path) -> int:
    """Pages of a PDF, read to its plan record as a run reads it."""
    from pipeline.read_one import parse, plan_of

    found = parse(path, path.name)
    plan_of(found)
    return found.pages or 0


def forget() -> None:
    """Drop what is remembered of wordings, so that a document that is read again costs what a new one does.

    Vocabularies (loaded once) and single words stay, as they do through a batch."""
    for name, module in sorted(sys.modules.items()):
        if name.split(".")[0] not in ("normalizers", "extractors", "pipeline"):
            continue
        for label, value in vars(module).items():
            if hasattr(value, "cache_parameters") and (value.cache_parameters()["maxsize"] or 0) >= 256 and label not in _WORDS:
                value.cache_clear()


def by_pdfplumber(path: Path) -> int:
    """Pages of a PDF, read as text and tables by pdfplumber."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
        return len(pdf.pages)


def seconds(work: Callable[[Path], int], paths: Sequence[Path]) -> float:
    """Processor time of one run over all paths."""
    start = time.process_time()
    for path in paths:
        work(path)
    return time.process_time() - start


def measure(paths: Sequence[Path], repeat: int = 15, slow_repeat: int = 1) -> dict[str, float]:
    """Milliseconds per page of the four ways, and the three ratios; Python's collector is set as in a run's workers."""
    from pipeline.worker import collect_rarely

    collect_rarely()
    for work in (bare_text, document, plan_record):  # imports and first use stay out of the figures
        work(paths[0])
    by_pdfplumber(paths[-1])
    pages = sum(bare_text(path) for path in paths)
    quickest: dict[tuple[str, Path], float] = {}
    for _ in range(repeat):  # in turn, so that a busy machine slows all alike; the quickest run of each way and file counts
        for path in paths:
            for work in (bare_text, document, plan_record):
                forget()  # outside the time: a run does not do it
                key = work.__name__, path
                quickest[key] = min(quickest.get(key, float("inf")), seconds(work, [path]))
    bare, ours, record = (sum(quickest[work.__name__, path] for path in paths) for work in (bare_text, document, plan_record))
    plumber = min(seconds(by_pdfplumber, paths) for _ in range(slow_repeat))
    return {"pages": float(pages), "bare_ms": 1000 * bare / pages, "document_ms": 1000 * ours / pages,
            "record_ms": 1000 * record / pages, "pdfplumber_ms": 1000 * plumber / pages, "times_faster_than_pdfplumber": plumber / ours,
            "times_bare_text": ours / bare, "record_times_bare_text": record / bare}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--repeat", type=int, default=15)
    args = parser.parse_args()
    paths = args.files or sorted(SAMPLES.glob("*.pdf"))
    figures = measure(paths, args.repeat)
    for name, value in figures.items():
        print(f"{name:30s} {value:10.2f}")
    good = (figures["times_faster_than_pdfplumber"] >= FASTER_THAN_PDFPLUMBER
            and figures["times_bare_text"] <= SLOWER_THAN_BARE_TEXT
            and figures["record_times_bare_text"] <= WHOLE_SLOWER_THAN_BARE_TEXT)
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
