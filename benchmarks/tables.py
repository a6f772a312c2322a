"""Tables of PDFs: cells exactly right and time per page, against pdfplumber, camelot and tablers on the same files, in one run.

    python -m benchmarks.tables [FILE.pdf ...]

The truth is the DOCX that each sample PDF was made of: the multiset of its non-empty table cells, read by python-docx,
white space levelled. A cell counts only when its text is right from the first to the last letter, also where the page broke
it. Libraries that are not installed are left out (pip install camelot-py tablers).
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).resolve().parents[1] / "tests" / "data" / "documents"
Cells = Counter[str]


def level(text: str | None) -> str:
    """Cell text without differences that nobody sees."""
    from normalizers.text import squash

    return squash(text or "")


def counted(texts: Iterable[str | None]) -> Cells:
    return Counter(t for text in texts if (t := level(text)))


def truth(path: Path) -> Cells:
    """Non-empty cells of every table of a DOCX but the letterhead and signature ones (fewer than three rows)."""
    import docx

    found: list[str] = []
    for table in docx.Document(str(path)).tables:
        if len(table.rows) < 3:
            continue
        seen = set()
        for row in table.rows:
            for cell in row.cells:
                if cell._tc not in seen:
                    seen.add(cell._tc)
                    found.append("\n".join(p.text for p in cell.paragraphs))
    return counted(found)


def ours(path: Path) -> Cells:
    from extractors.document import Table
    from extractors.pdf_reader import read_pdf

    return counted(cell.text for block in read_pdf(path, path.name).blocks if isinstance(block, Table) for cell in block.cells)


def by_pdfplumber(path: Path) -> Cells:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return counted(cell for page in pdf.pages for table in page.extract_tables() for row in table for cell in row)


def by_camelot(path: Path) -> Cells:
    import camelot

    tables: Any = camelot.read_pdf(str(path), pages="all", flavor="lattice", suppress_stdout=True)
    return counted(cell.text for table in tables for row in table.cells for cell in row)


def by_tablers(path: Path) -> Cells:
    import tablers

    document: Any = tablers.Document(str(path))
    found = [cell.text for page in document.pages() for table in tablers.find_tables(page, extract_text=True) for cell in table.cells]
    document.close()
    return counted(found)


READERS: dict[str, Callable[[Path], Cells]] = {"doichieu": ours, "pdfplumber": by_pdfplumber, "camelot (lattice)": by_camelot, "tablers": by_tablers}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="PDFs with a DOCX of the same name beside each")
    args = parser.parse_args()
    paths = args.files or [p for p in sorted(SAMPLES.rglob("*.pdf")) if p.with_suffix(".docx").exists()]
    import pypdfium2

    pages = 0
    for path in paths:
        with pypdfium2.PdfDocument(path) as pdf:
            pages += len(pdf)
    wanted = {path: truth(path.with_suffix(".docx")) for path in paths}
    print(f"{len(paths)} PDFs, {pages} pages, {sum(sum(w.values()) for w in wanted.values())} cells")
    print("| reader | processor ms/page | times ours | cells exact | recall | precision |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    base = 0.0
    for name, reader in READERS.items():
        try:
            reader(paths[0])  # imports and first use stay out of the figures
        except ImportError as error:
            print(f"| {name} | not installed ({error.name}) | | | | |")
            continue
        best = float("inf")
        for _ in range(3 if name in ("doichieu", "tablers") else 1):
            start = time.process_time()
            found = {path: reader(path) for path in paths}
            best = min(best, time.process_time() - start)
        base = base or best
        exact = sum(sum((found[p] & wanted[p]).values()) for p in paths)
        given, asked = sum(sum(f.values()) for f in found.values()), sum(sum(w.values()) for w in wanted.values())
        print(f"| {name} | {1000 * best / pages:.2f} | {best / base:.1f} | {exact} | {exact / asked:.3f} | {exact / max(given, 1):.3f} |", flush=True)


if __name__ == "__main__":
    main()
